//! What a phrase *says* before anything is filled in, and the reader that rules look through.

use super::token::Token;
use super::value::{Amount, SetValue};
use super::when::{Part, When};
use super::words::{DayPart, Season, Unit, Word};

/// How a period or a weekday is pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shift {
    Bare,
    /// Of a weekday: "it was a Wednesday", some day of that name, or the one just told.
    The,
    This,
    Last,
    Next,
    /// "That day", "the same month": the one last told.
    That,
    /// "The following week": one after the one last told.
    Following,
    /// "The previous year": one before the one last told.
    Preceding,
}

/// Which year a phrase gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum YearSaid {
    Unsaid,
    Year(i32),
    /// "The Sept. 11 attacks": the day is a name, and its year is known though unsaid.
    Named(i32),
    /// "Of last year".
    Shifted(Shift),
    /// "Last summer": the period itself is pointed at.
    Pointed(Shift),
}

/// What an offset is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum From {
    Anchor,
    /// To the very day: "two years ago today".
    AnchorDay,
    Told,
}

/// The core of what a phrase says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Core {
    Date {
        year: YearSaid,
        month: u8,
        day: u8,
    },
    Month {
        year: YearSaid,
        month: u8,
        shift: Shift,
    },
    Year(i32),
    Decade(i32),
    Century(i32),
    DayOfMonth {
        day: u8,
        shift: Shift,
    },
    Weekday {
        weekday: u8,
        shift: Shift,
    },
    /// "The first Saturday in May": the first to fifth of a month, or its last.
    NthWeekday {
        nth: Option<u8>,
        weekday: u8,
        month: u8,
        year: YearSaid,
    },
    /// "The Friday before Labor Day 2021", "the Monday after March 3, 2021": the nearest such weekday on that side of a day.
    WeekdayBeside {
        weekday: u8,
        after: bool,
        day: Landmark,
    },
    /// "Monday of last week".
    WeekdayOf {
        weekday: u8,
        week: Shift,
    },
    /// "Two weeks ago Monday": the last such weekday, and so many weeks before it.
    WeekdayAgo {
        weekday: u8,
        weeks: i32,
    },
    /// "Two hours later": so many minutes from the clock time last told.
    Elapsed {
        minutes: i32,
    },
    Period {
        unit: Unit,
        shift: Shift,
    },
    Offset {
        count: i32,
        unit: Unit,
        from: From,
    },
    Season {
        season: Season,
        year: YearSaid,
    },
    Quarter {
        quarter: u8,
        year: YearSaid,
    },
    /// "The 1988 period": the quarter last told, in another year.
    QuarterToldIn(i32),
    Half {
        half: u8,
        year: YearSaid,
    },
    Holiday {
        holiday: usize,
        year: YearSaid,
    },
    /// "Year-end": the last day of the period.
    LastDay(Unit),
    Exact(When),
    Either(When, When),
    Duration {
        amount: Amount,
        unit: Unit,
    },
    Set(SetValue),
    Now,
    Past,
    Later,
    /// A clock time or a part of a day with no day of its own.
    TimeOnly,
    /// "The night of the fire": a part of the day of a happening, which the text's own day is not.
    TimeOf,
}

/// A day that another is told by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Landmark {
    Day(When),
    Holiday { holiday: usize, year: YearSaid },
}

/// A clock time or a part of a day, as said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum TimeSaid {
    Clock { hour: u8, minute: Option<u8>, second: Option<u8>, zone: Option<(u32, u32)> },
    Part(DayPart),
}

/// Everything a phrase says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Said {
    pub core: Core,
    pub part: Option<Part>,
    pub approximate: bool,
    pub time: Option<TimeSaid>,
    /// A weekday told beside a date; the two can disagree.
    pub weekday: Option<u8>,
    /// The week that the day belongs to is meant.
    pub its_week: bool,
}

impl Said {
    pub(crate) fn new(core: Core) -> Said {
        Said { core, part: None, approximate: false, time: None, weekday: None, its_week: false }
    }
}

/// A run of tokens and what it says, or that it is no date.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Phrase {
    pub first: usize,
    /// The token after the last one.
    pub end: usize,
    pub said: Option<Said>,
}

impl Phrase {
    pub(crate) fn read(first: usize, end: usize, core: Core) -> Option<Phrase> {
        Some(Phrase { first, end, said: Some(Said::new(core)) })
    }

    pub(crate) fn said(first: usize, end: usize, said: Said) -> Option<Phrase> {
        Some(Phrase { first, end, said: Some(said) })
    }

    pub(crate) fn refused(first: usize, end: usize) -> Option<Phrase> {
        Some(Phrase { first, end, said: None })
    }
}

/// A paragraph's tokens, as a rule looks at them.
///
/// Invariant: `start..end` is one paragraph, so that no rule reads over a paragraph break unless it asks to.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub start: usize,
    pub end: usize,
}

impl<'a> Reader<'a> {
    #[inline]
    pub(crate) fn word(&self, at: usize) -> Word {
        if at < self.end { self.tokens[at].word } else { Word::End }
    }

    /// The word before `at`, or `End` at the paragraph's beginning.
    #[inline]
    pub(crate) fn before(&self, at: usize) -> Word {
        if at > self.start { self.tokens[at - 1].word } else { Word::End }
    }

    /// The word `back` places before `at`.
    pub(crate) fn back(&self, at: usize, back: usize) -> Word {
        if at >= self.start + back { self.tokens[at - back].word } else { Word::End }
    }

    /// Always inlined, as is the comparison: rules ask for words they know.
    #[inline(always)]
    pub(crate) fn is(&self, at: usize, word: Word) -> bool {
        self.word(at) == word
    }

    #[inline(always)]
    pub(crate) fn mark(&self, at: usize, byte: u8) -> bool {
        self.word(at) == Word::Punct(byte)
    }

    pub(crate) fn number(&self, at: usize) -> Option<u32> {
        (self.word(at) == Word::Number).then(|| self.tokens[at].number)
    }

    pub(crate) fn digits(&self, at: usize) -> u32 {
        if at < self.end { self.tokens[at].length() } else { 0 }
    }

    #[inline]
    pub(crate) fn spaced(&self, at: usize) -> bool {
        at >= self.end || self.tokens[at].spaced
    }

    /// Whether the token stands right against the one before it.
    pub(crate) fn glued(&self, at: usize) -> bool {
        at < self.end && !self.tokens[at].spaced
    }

    pub(crate) fn capital(&self, at: usize) -> bool {
        at < self.end && self.tokens[at].capital
    }

    pub(crate) fn str(&self, at: usize) -> &'a str {
        if at < self.end { &self.text[self.tokens[at].start as usize..self.tokens[at].end as usize] } else { "" }
    }

    /// Whether the token is this word, in any case.
    #[inline]
    pub(crate) fn says(&self, at: usize, word: &str) -> bool {
        // The length decides most, before a letter is looked at.
        at < self.end && self.tokens[at].length() as usize == word.len() && self.str(at).eq_ignore_ascii_case(word)
    }

    /// Steps over a full stop that ends an abbreviation.
    pub(crate) fn past_stop(&self, at: usize) -> usize {
        if self.mark(at, b'.') && self.glued(at) { at + 1 } else { at }
    }

    pub(crate) fn past_mark(&self, at: usize, byte: u8) -> usize {
        if self.mark(at, byte) { at + 1 } else { at }
    }

    #[inline(always)]
    pub(crate) fn past(&self, at: usize, word: Word) -> usize {
        if self.is(at, word) { at + 1 } else { at }
    }

    /// Whether the token begins a sentence or the paragraph.
    pub(crate) fn opens_sentence(&self, at: usize) -> bool {
        matches!(self.before(at), Word::End | Word::Punct(b'.' | b'!' | b'?' | b'"' | b':'))
    }

    /// Whether a sentence, or a part of one before a semicolon, ends at the token.
    pub(crate) fn stops(&self, at: usize) -> bool {
        let closed = matches!(self.word(at), Word::Punct(b'.' | b'!' | b'?')) && (self.capital(at + 1) || at + 1 >= self.end);
        (closed || self.mark(at, b';')) && self.spaced(at + 1) && !self.abbreviates(at)
    }

    /// Whether the full stop at a token ends an abbreviation: a short month, a title, "v.", "No.", an initial.
    pub(crate) fn abbreviates(&self, at: usize) -> bool {
        if !self.mark(at, b'.') || at <= self.start {
            return false;
        }
        let before = at - 1;
        // "Signed by Gov. Paul Dorn on March 23".
        const TITLES: &[&str] = &[
            "Gov", "Sen", "Rep", "Rev", "Sgt", "Lt", "Col", "Gen", "Capt", "Cmdr", "Det", "St", "Ste", "Mt", "Ft", "Supt", "Maj", "Adm",
            "Hon", "Prof", "Pres", "Atty", "Ptl", "Cpl", "Dist", "Assn", "Dept", "Bros", "Jr", "Sr",
        ];
        let title = self.capital(before) && self.str(before).len() <= 4 && TITLES.contains(&self.str(before));
        title
            || matches!(self.word(before), Word::Month(_) | Word::NameTitle | Word::Versus | Word::Docket | Word::NumberSign)
                && self.str(before).len() <= 4
            || self.str(before).len() == 1 && self.capital(before)
    }

    /// A year written with four digits, or spelt out, or shortened after an apostrophe; and the token after it.
    pub(crate) fn year(&self, at: usize) -> Option<(i32, usize)> {
        match self.word(at) {
            Word::Number if self.digits(at) == 4 => {
                let year = self.number(at)? as i32;
                let next = self.word(at + 1);
                // A heading run into the year before it ("1956-1960The") leaves the year whole.
                let heading = self.glued(at + 1)
                    && self.capital(at + 1)
                    && self.str(at + 1).len() > 2
                    && self.str(at + 1).chars().nth(1).is_some_and(char::is_lowercase);
                let glued_tail = !heading
                    && self.glued(at + 1)
                    && !matches!(
                        next,
                        Word::Punct(b'.' | b',' | b';' | b':' | b')' | b']' | b'-' | b'"' | b'\'' | b'?' | b'!' | b'*' | 0) | Word::Section
                    );
                let decimal =
                    matches!(next, Word::Punct(b'.' | b',')) && self.glued(at + 1) && self.glued(at + 2) && self.is(at + 2, Word::Number);
                ((1000..=2150).contains(&year) && !glued_tail && !decimal).then_some((year, at + 1))
            }
            Word::Punct(b'\'') if self.glued(at + 1) && self.is(at + 1, Word::Number) && self.digits(at + 1) == 2 => {
                // An apostrophe mostly looks back: "the spring of '42".
                let short = self.number(at + 1)? as i32;
                Some((if short < 40 { full_year(short) } else { 1900 + short }, at + 2))
            }
            Word::Cardinal(tens @ (19 | 20)) => {
                // "nineteen ninety-six", "twenty twenty-one".
                // "Nineteen hundred and eighty-seven", as deeds and old judgments write it.
                let hundred = self.is(at + 1, Word::Hundred).then(|| self.past(at + 2, Word::And));
                let mut next = hundred.unwrap_or_else(|| self.past_mark(at + 1, b'-'));
                let Word::Cardinal(rest) = self.word(next) else { return None };
                next += 1;
                let mut short = i32::from(rest);
                if rest >= 20 && rest % 10 == 0 {
                    let after = self.past_mark(next, b'-');
                    if let Word::Cardinal(ones @ 1..=9) = self.word(after) {
                        short += i32::from(ones);
                        next = after + 1;
                    }
                }
                (short >= 10 || hundred.is_some()).then_some((i32::from(tens) * 100 + short, next))
            }
            Word::Cardinal(2) if self.is(at + 1, Word::Thousand) => {
                let after = self.past(at + 2, Word::And);
                // "Two Thousand Twenty-Three", as notaries write it.
                if let Word::Cardinal(20) = self.word(after) {
                    let ones = self.past_mark(after + 1, b'-');
                    return match self.word(ones) {
                        Word::Cardinal(n @ 1..=9) => Some((2020 + i32::from(n), ones + 1)),
                        Word::Unit(_) => None,
                        _ => Some((2020, after + 1)),
                    };
                }
                match self.word(after) {
                    Word::Cardinal(n @ 1..=19) if !matches!(self.word(after + 1), Word::Unit(_)) => Some((2000 + i32::from(n), after + 1)),
                    Word::Unit(_) => None,
                    _ => Some((2000, at + 2)),
                }
            }
            _ => None,
        }
    }

    /// A day of the month in digits ("3", "3rd") or, where `spelt`, in words ("third", "twenty-third").
    pub(crate) fn day(&self, at: usize, spelt: bool) -> Option<(u8, usize)> {
        match self.word(at) {
            Word::Number if self.digits(at) <= 2 => {
                let day = self.number(at)?;
                if !(1..=31).contains(&day) {
                    return None;
                }
                let mut end = at + 1;
                if self.glued(end) && matches!(self.str(end), "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH" | "d") {
                    end += 1;
                } else if self.glued(end) && !matches!(self.word(end), Word::Punct(_) | Word::Month(_)) {
                    return None;
                }
                Some((day as u8, end))
            }
            Word::Ordinal(day) if spelt => Some((day, at + 1)),
            Word::Cardinal(tens @ (20 | 30)) if spelt => {
                let next = self.past_mark(at + 1, b'-');
                match self.word(next) {
                    Word::Ordinal(ones @ 1..=9) => Some((tens as u8 + ones, next + 1)).filter(|(day, _)| *day <= 31),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// An amount: digits or words, a half, or a vague "several"; and the token after it.
    pub(crate) fn amount(&self, at: usize) -> Option<(Amount, usize)> {
        // "1.25 hours" has no place among tenths, and its ".25" is no amount of its own.
        let decimals = |at: usize| self.mark(at, b'.') && self.glued(at + 1) && self.is(at + 1, Word::Number);
        if at > self.start && decimals(at - 1) {
            return None;
        }
        let (whole, next) = self.whole(at)?;
        if decimals(next) && self.glued(next) && self.digits(next + 1) > 1 {
            return None;
        }
        let Some(whole) = whole else { return Some((Amount::Some, next)) };
        let tenths = whole.checked_mul(10)?;
        // "two and a half years", "5 1/2 hours", "2-1/2 years"
        if self.is(next, Word::And) && self.is(next + 1, Word::A) && self.is(next + 2, Word::Half) {
            return Some((Amount::Tenths(tenths + 5), next + 3));
        }
        // "two and one-half years", as deeds write it.
        if self.is(next, Word::And) && self.is(next + 1, Word::Cardinal(1)) && self.is(self.past_mark(next + 2, b'-'), Word::Half) {
            return Some((Amount::Tenths(tenths + 5), self.past_mark(next + 2, b'-') + 1));
        }
        let fraction = next + usize::from(self.mark(next, b'-') && self.glued(next));
        if self.number(fraction) == Some(1) && self.mark(fraction + 1, b'/') && self.number(fraction + 2) == Some(2) {
            return Some((Amount::Tenths(tenths + 5), fraction + 3));
        }
        if self.mark(next, b'.') && self.glued(next) && self.glued(next + 1) && self.digits(next + 1) == 1 {
            return Some((Amount::Tenths(tenths + self.number(next + 1)?), next + 2));
        }
        // "thirty (30) days", "30 (thirty) days": what the bracket holds is the same number.
        if self.mark(next, b'(')
            && let Some((Some(same), close)) = self.whole(next + 1)
            && same == whole
            && self.mark(close, b')')
        {
            return Some((Amount::Tenths(tenths), close + 1));
        }
        Some((Amount::Tenths(tenths), next))
    }

    /// What is counted beyond whole hundreds, "and twenty-eight"; and the token after it.
    fn beyond_hundred(&self, at: usize) -> (u32, usize) {
        let rest = self.past(at, Word::And);
        let Word::Cardinal(tens) = self.word(rest) else { return (0, at) };
        let after = self.past_mark(rest + 1, b'-');
        match self.word(after) {
            Word::Cardinal(ones @ 1..=9) if tens >= 20 => (u32::from(tens) + u32::from(ones), after + 1),
            _ => (u32::from(tens), rest + 1),
        }
    }

    /// A whole number, `None` inside when it is vague.
    fn whole(&self, at: usize) -> Option<(Option<u32>, usize)> {
        match self.word(at) {
            Word::Number if self.digits(at) <= 4 => {
                let mut number = self.number(at)?;
                let mut next = at + 1;
                if self.mark(next, b',') && self.glued(next) && self.glued(next + 1) && self.digits(next + 1) == 3 {
                    number = number.checked_mul(1000)? + self.number(next + 1)?;
                    next += 2;
                }
                Some((Some(number), next))
            }
            Word::Cardinal(first) => {
                let mut number = u32::from(first);
                let mut next = at + 1;
                if first >= 20 {
                    let after = self.past_mark(next, b'-');
                    if let Word::Cardinal(ones @ 1..=9) = self.word(after) {
                        number += u32::from(ones);
                        next = after + 1;
                    }
                }
                if self.is(next, Word::Hundred) {
                    let (rest, end) = self.beyond_hundred(next + 1);
                    (number, next) = (number * 100 + rest, end);
                }
                if self.is(next, Word::Dozen) {
                    number *= 12;
                    next += 1;
                }
                Some((Some(number), next))
            }
            Word::A => match self.word(at + 1) {
                Word::Few | Word::Several => Some((None, at + 2)),
                Word::Couple => Some((Some(2), self.past(at + 2, Word::Of))),
                Word::Dozen => Some((Some(12), at + 2)),
                Word::Hundred => {
                    let (rest, end) = self.beyond_hundred(at + 2);
                    Some((Some(100 + rest), end))
                }
                _ => Some((Some(1), at + 1)),
            },
            Word::Couple => Some((Some(2), self.past(at + 1, Word::Of))),
            Word::Dozen => Some((Some(12), at + 1)),
            Word::Hundred => Some((Some(100), at + 1)),
            Word::Few | Word::Several | Word::Many => Some((None, at + 1)),
            _ => None,
        }
    }
}

/// A two-digit year: 00 to 49 are this century's, as court stamps and style books have it.
pub(crate) fn full_year(short: i32) -> i32 {
    if short < 50 { 2000 + short } else { 1900 + short }
}
