//! Dates that name their month: full dates, months with and without their year, and parts and hedges of dates.

use super::page;
use super::phrase::{Core, Phrase, Reader, Shift, YearSaid};
use super::rule::{Cue, Rule};
use super::value::SetValue;
use super::when::Part;
use super::words::{Unit, Word};
use super::year::{STREETS, era_year, past_lord, year_is_amount};

pub(crate) const RULES: &[Rule] = &[
    Rule {
        name: "month-day-year",
        about: "a month, a day and a year, in the American order",
        cues: &[Cue::Month],
        read: month_day_year,
        wanted: &[
            ("The complaint was filed on [August 19, 2021].", "2021-08-19"),
            ("It was [Dec. 25, 2019], the suit says.", "2019-12-25"),
            ("On [January 3rd, 1998] it rained.", "1998-01-03"),
            ("[April 29,\n\n2020]", "2020-04-29"),
            ("It ended on [Sept. 9 2001].", "2001-09-09"),
        ],
        unwanted: &["On August 19 he left.", "Smith, April 1900 pages long", "March 45, 2020"],
    },
    Rule {
        name: "day-month-year",
        about: "a day, a month and a year, in the European order",
        cues: &[Cue::Number, Cue::The],
        read: day_month_year,
        wanted: &[
            ("On [19 August 2021] the court sat.", "2021-08-19"),
            ("It fell on [the 3rd of March, 2021].", "2021-03-03"),
            ("[26-Nov-2015] was a Thursday.", "2015-11-26"),
            ("Signed [19-Nov-12].", "2012-11-19"),
        ],
        unwanted: &["He paid 19 May bills.", "12 March 14 Street"],
    },
    Rule {
        name: "month-day",
        about: "a month and a day without a year",
        cues: &[Cue::Month],
        read: month_day,
        wanted: &[
            ("He has the child on [December 24 of each year].", "XXXX-12-24"),
            ("Twitter replied on [Jan. 18].", "2021-01-18"),
            ("He left on [January 3rd].", "2021-01-03"),
            ("since the [Sept. 11] attacks", "2001-09-11"),
            ("It was before the [Jan. 6] attack on the Capitol.", "2021-01-06"),
        ],
        unwanted: &["He may 3 times", "In march 4 men came", "June 2019 was warm.", "April 45"],
    },
    Rule {
        name: "day-month",
        about: "a day and a month without a year",
        cues: &[Cue::Number, Cue::The],
        read: day_month,
        wanted: &[("On [18 January] they met.", "2021-01-18"), ("It was [the 4th of December].", "2020-12-04")],
        unwanted: &["Some 18 may come.", "In 20 march out", "at 12 May Court, Linden"],
    },
    Rule {
        name: "month-year",
        about: "a month of a year",
        cues: &[Cue::Month],
        read: month_year,
        wanted: &[
            ("He learned of it in [January 2020].", "2020-01"),
            ("In [December of 2019] it began.", "2019-12"),
            ("In [June, 1982] it ended.", "1982-06"),
            ("It was [March of last year].", "2020-03"),
            ("In [November last year] he won.", "2020-11"),
            ("Dated: [March __, 2020].", "2020-03"),
            ("as of [August ____, 2020], it", "2020-08"),
            ("on [June XX, 2019] he", "2019-06"),
        ],
        unwanted: &["In January, 2020 people came to 5 shows and 300 left", "it may 2020"],
    },
    Rule {
        name: "month",
        about: "a month alone",
        cues: &[Cue::Month],
        read: month_alone,
        wanted: &[
            ("He left a [November] Linden Council meeting.", "2020-11"),
            ("The suit came in [November].", "2020-11"),
            ("Since [May] he has waited.", "2020-05"),
        ],
        unwanted: &["It may rain.", "They march on.", "April Smith said so.", "Judge August ruled.", "An august body.", "Mar a Lago"],
    },
    Rule {
        name: "months-shared",
        about: "a month that is pointed at: last March, this January, the following July",
        cues: &[Cue::Pointing],
        read: shifted_month,
        wanted: &[
            ("Dated [this March 5th, 2015].", "2015-03-05"),
            ("It closed [last March].", "2020-03"),
            ("They meet [next April].", "2021-04"),
            ("It opened [this January].", "2021-01"),
            ("It rained in October 2013, and [the following March] it snowed.", "2014-03"),
            ("It rained in May 2013. In [that July] it snowed.", "2013-07"),
        ],
        unwanted: &["They march on.", "this may work", "the last may be first", "She said that June had left."],
    },
    Rule {
        name: "part-of",
        about: "an early, middle or late part, or the beginning or end, of a month, season, year or decade",
        cues: &[Cue::Part, Cue::The, Cue::Number],
        read: part_of,
        wanted: &[
            ("It was removed in [late January].", "2021-01"),
            ("By [mid-November] it was over.", "2020-11"),
            ("At [the end of 1990] he left.", "1990"),
            ("[Earlier this year] he left.", "2021"),
            ("[late last week] he left.", "2021-W02"),
            ("in [the early 1990s] it was", "199"),
        ],
        unwanted: &["He was late.", "the end of the road", "early mornings", "mid-size cars"],
    },
    Rule {
        name: "about",
        about: "a date with a hedge: on or about, around, approximately, circa",
        cues: &[Cue::About, Cue::On],
        read: hedged,
        wanted: &[
            ("[On or about January 4, 2020], he wrote.", "2020-01-04"),
            ("It came [around Dec. 29].", "2020-12-29"),
            ("a coin of [circa 1850]", "1850"),
        ],
        unwanted: &["to get around Monday's order", "about 300 people", "around the year he slept", "on Monday"],
    },
    Rule {
        name: "day-of-month",
        about: "a day whose month was told before: \"the 9th\"",
        cues: &[Cue::The],
        read: day_of_month,
        wanted: &[
            ("They met on Jan. 4, 2020. On [the 9th] they parted.", "2020-01-09"),
            ("Yours of [the 5th inst.] came.", "2021-01-05"),
            ("Yours of [the 28th ult.] came.", "2020-12-28"),
        ],
        unwanted: &[
            "It is paid on the 1st and 15th of every month.", "the 9th Circuit held", "the 9th man", "the 5th Amendment",
            "the 18th century",
        ],
    },
    Rule {
        name: "year-end",
        about: "the end of a year or month",
        cues: &[Cue::Unit],
        read: year_end,
        wanted: &[("It will be sold by [year-end].", "2021-12-31"), ("It will be sold by [year end].", "2021-12-31")],
        unwanted: &["the year ends", "a year end-user"],
    },
];

/// Whether a month's name is meant, and not a verb, a surname or a first name.
pub(super) fn is_month(r: &Reader, at: usize) -> Option<u8> {
    let Word::Month(month) = r.word(at) else { return None };
    let name = r.str(at);
    // "State v. March, 2016-Ohio-1984": a party.
    if r.before(at) == Word::Versus || r.before(at) == Word::Punct(b'.') && r.back(at, 2) == Word::Versus {
        return None;
    }
    if !r.capital(at) {
        // Lower case is a month only for names that are nothing else, as tweets write them.
        let sure = name.len() > 3 && !matches!(month, 3 | 5 | 8);
        // "apr 4", "26nov", "4 dec": a short form beside a number.
        let numbered = |at: usize| r.is(at, Word::Number) && matches!(r.digits(at), 1 | 2 | 4);
        let short = name.len() == 3 && month != 5 && (numbered(at + 1) || at > r.start && numbered(at - 1));
        return (sure || short).then_some(month);
    }
    Some(month)
}

/// The token after a month's name and the full stop of its abbreviation.
pub(super) fn past_month(r: &Reader, at: usize) -> usize {
    // "May.", "June." and "July." are whole names at a sentence's end.
    let whole = ["may", "june", "july"].iter().any(|name| r.says(at, name)) && !r.is(at + 2, Word::Number);
    if r.str(at).len() <= 4 && !whole { r.past_stop(at + 1) } else { at + 1 }
}

/// The year that follows a month or a day: ", 2021", "2021", "of 2021", "of last year", "last year".
pub(super) fn year_after(r: &Reader, at: usize) -> Option<(YearSaid, usize)> {
    let plain = past_lord(r, r.past_mark(at, b','));
    // "[August] 2016": an editor's bracket.
    let plain = if r.mark(plain, b']') && at >= r.start + 2 && r.mark(at - 2, b'[') { plain + 1 } else { plain };
    if matches!(r.word(plain), Word::Number | Word::Cardinal(2 | 19 | 20))
        && let Some((year, end)) = r.year(plain)
        && !year_is_amount(r, end)
    {
        return Some((YearSaid::Year(year), end));
    }
    if let Some((year, end)) = era_year(r, plain) {
        return Some((YearSaid::Year(year), end));
    }
    let of = r.past(plain, Word::Of);
    if of > plain
        && let Some((year, end)) = r.year(of)
    {
        return Some((YearSaid::Year(year), end));
    }
    if r.mark(plain, b'\'')
        && r.spaced(plain)
        && let Some((year, end)) = r.year(plain)
    {
        return Some((YearSaid::Year(year), end));
    }
    let the = r.past(of, Word::The);
    let shift = match r.word(the) {
        Word::Last => Shift::Last,
        Word::This if the == of => Shift::This,
        Word::Next => Shift::Next,
        Word::That | Word::Same => Shift::That,
        Word::Following => Shift::Following,
        Word::Previous => Shift::Preceding,
        _ => return None,
    };
    if !r.is(the + 1, Word::Unit(Unit::Year)) || plain > at && of == plain && the == of && shift != Shift::Last {
        return None;
    }
    let shift = if the > of && shift == Shift::Next { Shift::Following } else { shift };
    Some((YearSaid::Shifted(shift), the + 2))
}

/// Steps over the blank or the crosses that a form or a censor leaves for a day before its year: "August __, 2020".
fn past_blank(r: &Reader, at: usize) -> usize {
    let mut next = at + usize::from(r.mark(at, b'['));
    let crosses = r.str(next).len() <= 2 && !r.str(next).is_empty() && r.str(next).chars().all(|c| matches!(c, 'x' | 'X'));
    let first = next;
    while r.mark(next, b'_') || next == first && crosses {
        next += 1;
    }
    if r.mark(at, b'[') && r.mark(next, b']') {
        next += 1;
    } else if next == first {
        return at;
    }
    // Without its year there is a month and nothing more.
    if r.year(r.past_mark(next, b',')).is_some() { next } else { at }
}

/// The year behind "July 4," where a page's edge stands before it.
fn broken_year(r: &Reader, at: usize) -> Option<(i32, usize)> {
    (r.mark(at, b',') && at + 1 == r.end).then_some(())?;
    page::over_the_edge(r, |beyond, at| beyond.year(at).filter(|_| beyond.is(at, Word::Number)))
}

fn month_day_year(r: &Reader, at: usize) -> Option<Phrase> {
    let month = is_month(r, at)?;
    if past_month(r, at) == r.end {
        let (day, year, end) = page::over_the_edge(r, |beyond, at| {
            let (day, after) = beyond.day(at, false).filter(|(_, after)| beyond.mark(*after, b','))?;
            let (year, end) = beyond.year(after + 1)?;
            Some((day, YearSaid::Year(year), end))
        })?;
        return Phrase::read(at, end, Core::Date { year, month, day });
    }
    // "March the 3rd, 2017", as it is spoken.
    let (day, after) = r.day(r.past(r.past_mark(past_month(r, at), b','), Word::The), true)?;
    if let Some((year, end)) = broken_year(r, after) {
        return Phrase::read(at, end, Core::Date { year: YearSaid::Year(year), month, day });
    }
    let (year, end) = year_after(r, r.past_stop_before_year(after))?;
    Phrase::read(at, end, Core::Date { year, month, day })
}

fn month_day(r: &Reader, at: usize) -> Option<Phrase> {
    let month = is_month(r, at)?;
    let day_at = past_month(r, at);
    // "March the 3rd", as it is spoken, where no "3rd Army" or "3rd Circuit" can be meant.
    let spoken = |at: usize| {
        let end = r.day(at, true).map(|(_, end)| end).filter(|end| *end > at + 1 || matches!(r.word(at), Word::Ordinal(_)));
        end.is_some_and(|end| {
            matches!(r.word(end), Word::Punct(_) | Word::End | Word::And | Word::Or | Word::To | Word::Through | Word::At)
        })
    };
    let day_at = if r.is(day_at, Word::The) && spoken(day_at + 1) { day_at + 1 } else { day_at };
    let (day, end) = r.day(day_at, r.is(day_at, Word::Ordinal(1)) || matches!(r.word(day_at), Word::Ordinal(_)))?;
    // "Jan. 3.5" and "March 30,000" are amounts; "May 4:30" is a clock time.
    let tail = matches!(r.word(end), Word::Punct(b'.' | b',')) && r.glued(end) && r.glued(end + 1) && r.is(end + 1, Word::Number);
    if tail || r.mark(end, b'%') || r.mark(end, b':') && r.glued(end) && r.glued(end + 1) && r.is(end + 1, Word::Number) {
        return None;
    }
    if !r.capital(at) && matches!(month, 3 | 5 | 8) {
        return None;
    }
    // "December 24 of each year".
    let of = r.past(r.past(end, Word::Of), Word::In);
    if matches!(r.word(of), Word::Each | Word::Every) && r.is(of + 1, Word::Unit(Unit::Year)) {
        return Phrase::read(at, of + 2, Core::Set(SetValue::Yearly { month, day: Some(day) }));
    }
    let year = named_day(r, at, end, month, day).map_or(YearSaid::Unsaid, YearSaid::Named);
    Phrase::read(at, end, Core::Date { year, month, day })
}

/// The year of a day that is a name: "the Sept. 11 attacks" and "the Jan. 6 riot" are of one year, in whatever year they
/// are told.
fn named_day(r: &Reader, at: usize, end: usize, month: u8, day: u8) -> Option<i32> {
    let says = |at: usize, words: &[&str]| words.iter().any(|word| r.says(at, word));
    let near = |words: &[&str]| (end..end + 6).take_while(|at| !r.stops(*at)).any(|at| says(at, words));
    match (month, day) {
        (9, 11) => {
            let attacks = |at: usize| says(at, &["attacks", "hijackers", "hijackings"]);
            let terror = says(end, &["terror", "terrorist"]);
            let led = at >= r.start + 2 && attacks(at - 2) && matches!(r.before(at), Word::Of | Word::On);
            (attacks(end) || terror && attacks(end + 1) || led).then_some(2001)
        }
        (1, 6) => {
            let told = says(end, &["insurrection", "insurrectionists", "riot", "rioters", "rioter"])
                || says(end, &["defendant", "defendants", "committee", "cases", "prosecutions"])
                || says(end, &["attack", "attacks", "siege", "breach", "assault"]) && near(&["Capitol"]);
            told.then_some(2021)
        }
        _ => None,
    }
}

/// "19 August", "the 19th of August", "19-Nov": the day, the month and the token after the month.
pub(super) fn day_then_month(r: &Reader, at: usize) -> Option<(u8, u8, usize)> {
    let the = r.past(at, Word::The);
    let (day, mut next) = r.day(the, the > at)?;
    if r.is(next, Word::Unit(Unit::Day)) && r.is(next + 1, Word::Of) {
        next += 2;
        // "The third day of March" in words is the court's own formula.
        if the > at && r.is(the, Word::Ordinal(day)) {
            return None;
        }
    } else {
        let of = r.past(next, Word::Of);
        next = if of == next && r.mark(next, b'-') && r.glued(next) { next + 1 } else { of };
    }
    let month = is_month(r, next)?;
    if the > at && !matches!(r.word(next - 1), Word::Of) && !r.capital(next) {
        return None;
    }
    Some((day, month, next))
}

fn day_month_year(r: &Reader, at: usize) -> Option<Phrase> {
    let (day, month, month_at) = day_then_month(r, at)?;
    let after = past_month(r, month_at);
    if r.mark(after, b'-') && r.glued(after) && r.glued(after + 1) && r.is(after + 1, Word::Number) {
        let short = r.number(after + 1)? as i32;
        let year = match r.digits(after + 1) {
            2 => super::phrase::full_year(short),
            4 => short,
            _ => return None,
        };
        return Phrase::read(at, after + 2, Core::Date { year: YearSaid::Year(year), month, day });
    }
    // "04MAR21", as travel papers and police write it.
    if r.glued(month_at) && r.glued(after) && r.is(after, Word::Number) && r.digits(after) == 2 && after == month_at + 1 {
        let year = super::phrase::full_year(r.number(after)? as i32);
        return Phrase::read(at, after + 1, Core::Date { year: YearSaid::Year(year), month, day });
    }
    let (year, end) = year_after(r, after)?;
    Phrase::read(at, end, Core::Date { year, month, day })
}

fn day_month(r: &Reader, at: usize) -> Option<Phrase> {
    let (day, month, month_at) = day_then_month(r, at)?;
    if !r.capital(month_at) && matches!(month, 3 | 5 | 8) {
        return None;
    }
    // "12 March 14" is a list of something else; "17 May Street" a place.
    let end = past_month(r, month_at);
    if r.spaced(end) && STREETS.contains(&r.str(end)) {
        return None;
    }
    if r.is(end, Word::Number) && r.digits(end) < 4 && r.spaced(end) && !r.mark(end + 1, b':') {
        return None;
    }
    // "8MAY219": a plate or a part's number.
    if r.is(end, Word::Number) && r.glued(end) && r.glued(month_at) {
        return None;
    }
    Phrase::read(at, end, Core::Date { year: YearSaid::Unsaid, month, day })
}

/// A month, and its year where one is told; and the token after them.
pub(super) fn month_and_year(r: &Reader, at: usize) -> Option<(u8, YearSaid, usize)> {
    let month = is_month(r, at).filter(|_| r.capital(at))?;
    let after = past_month(r, at);
    let (year, end) = year_after(r, after).unwrap_or((YearSaid::Unsaid, after));
    Some((month, year, end))
}

fn month_year(r: &Reader, at: usize) -> Option<Phrase> {
    let month = is_month(r, at)?;
    let (year, end) = year_after(r, past_blank(r, past_month(r, at)))?;
    if !r.capital(at) && !matches!(year, YearSaid::Year(_)) {
        return None;
    }
    Phrase::read(at, end, Core::Month { year, month, shift: Shift::Bare })
}

fn month_alone(r: &Reader, at: usize) -> Option<Phrase> {
    let month = is_month(r, at)?;
    if !r.capital(at) {
        return None;
    }
    let name = r.str(at);
    let end = past_month(r, at);
    // "Mid-March" is of a middle as "mid March" is.
    let before = if r.before(at) == Word::Punct(b'-') && r.back(at, 2) == Word::Mid { Word::Mid } else { r.before(at) };
    let licensed = matches!(
        before,
        Word::In
            | Word::Since
            | Word::Until
            | Word::By
            | Word::From
            | Word::To
            | Word::Through
            | Word::During
            | Word::Of
            | Word::Last
            | Word::Next
            | Word::This
            | Word::And
            | Word::Or
            | Word::Between
            | Word::Before
            | Word::After
            | Word::For
            | Word::Early
            | Word::Mid
            | Word::Late
            | Word::EndOf
            | Word::Beginning
            | Word::Each
            | Word::Every
            | Word::As
    );
    if matches!(before, Word::NameTitle) || matches!(before, Word::Section) {
        return None;
    }
    // "A November Linden Council meeting": names may stand between.
    let named = matches!(before, Word::The | Word::A) && r.spaced(end) && r.capital(end) && {
        let noun = (end..end + 4).find(|at| !r.capital(*at)).unwrap_or(end);
        noun > end && DATED_NOUNS.contains(&r.str(noun)) && (end..noun).all(|at| r.word(at) == Word::Other)
    };
    if named {
        return Phrase::read(at, end, Core::Month { year: YearSaid::Unsaid, month, shift: Shift::Bare });
    }
    // A first name, a surname, a ship, a rank in a name: a capital beside it and no preposition before it.
    let beside_name = (r.capital(end) && !matches!(r.word(end), Word::Month(_) | Word::Weekday(_)) && r.spaced(end) && end == at + 1)
        || (at > r.start && r.capital(at - 1) && r.before(at) == Word::Other && !r.opens_sentence(at - 1));
    // "And Jan Dorn": a first name.
    if name.len() <= 3 && name != "May" && end == at + 1 && r.capital(end) && r.word(end) == Word::Other {
        return None;
    }
    if beside_name && (!licensed || matches!(month, 4..=6 | 8) && r.capital(end)) {
        return None;
    }
    // "The March hearing", "the May order".
    let attributive = before == Word::The && r.spaced(end) && DATED_NOUNS.contains(&r.str(end));
    if matches!(month, 3 | 5) && !licensed && !attributive {
        return None;
    }
    // Short forms are words too; they need a full stop or a preposition.
    if name.len() <= 3 && end == at + 1 && name != "May" && !licensed {
        return None;
    }
    if r.glued(end) && matches!(r.word(end), Word::Number | Word::Other | Word::Punct(b'@' | b'_' | b'/')) {
        return None;
    }
    Phrase::read(at, end, Core::Month { year: YearSaid::Unsaid, month, shift: Shift::Bare })
}

/// What a month that is a word too may stand before.
const DATED_NOUNS: &[&str] = &[
    "hearing", "order", "ruling", "trial", "letter", "meeting", "email", "deadline", "election", "primary", "report", "decision",
    "verdict", "vote", "conference", "memo", "statement", "interview", "filing", "motion", "agreement", "indictment", "arrest", "incident",
    "shooting", "attack", "protest", "raid", "call", "visit", "session", "payment", "invoice", "contract", "settlement", "judgment",
    "injunction",
];

/// "last March", "this January".
fn shifted_month(r: &Reader, at: usize) -> Option<Phrase> {
    let shift = match r.word(at) {
        Word::Last => Shift::Last,
        Word::Next if r.before(at) != Word::The => Shift::Next,
        Word::This => Shift::This,
        _ => return told_month(r, at),
    };
    let month = is_month(r, at + 1).filter(|_| r.capital(at + 1))?;
    let end = past_month(r, at + 1);
    if let Some((day, end)) = r.day(end, false) {
        // "Dated this March 5th, 2015".
        let told = year_after(r, end).filter(|(year, _)| matches!(year, YearSaid::Year(_)));
        let (year, end) = told.unwrap_or((YearSaid::Pointed(shift), end));
        return Phrase::read(at, end, Core::Date { year, month, day });
    }
    if let Some((year @ YearSaid::Year(_), end)) = year_after(r, end) {
        return Phrase::read(at, end, Core::Month { year, month, shift: Shift::Bare });
    }
    Phrase::read(at, end, Core::Month { year: YearSaid::Unsaid, month, shift })
}

/// "The following March", "that July": of the time told before. "He said that March was wet" points at none.
fn told_month(r: &Reader, at: usize) -> Option<Phrase> {
    let the = r.before(at) == Word::The;
    let shift = match r.word(at) {
        Word::Following => Shift::Following,
        Word::Next if the => Shift::Following,
        Word::Previous => Shift::Preceding,
        Word::That if r.opens_sentence(at) || matches!(r.before(at), Word::In | Word::By | Word::Until) => Shift::That,
        _ => return None,
    };
    let month = is_month(r, at + 1).filter(|_| r.capital(at + 1))?;
    let end = past_month(r, at + 1);
    let named = r.capital(end) && r.spaced(end) && r.word(end) == Word::Other;
    if named || year_after(r, end).is_some() || r.day(end, false).is_some() {
        return None;
    }
    Phrase::read(at - usize::from(the), end, Core::Month { year: YearSaid::Unsaid, month, shift })
}

/// "late January", "the end of 1990", "earlier this year", "mid-2019", "early in the week".
fn part_of(r: &Reader, at: usize) -> Option<Phrase> {
    let mut next = r.past(at, Word::The);
    if r.is(next, Word::Number) {
        return None;
    }
    let (part, needs_of) = match r.word(next) {
        Word::Early => (Some(Part::Early), false),
        Word::Mid => (Some(Part::Mid), r.says(next, "middle")),
        Word::Late => (Some(Part::Late), false),
        Word::Earlier | Word::Later if next == at => (None, false),
        Word::Beginning => (Some(Part::Early), true),
        Word::EndOf => (Some(Part::Late), true),
        _ => return None,
    };
    next += 1;
    if needs_of {
        if !r.is(next, Word::Of) {
            return None;
        }
        next += 1;
    } else {
        next = r.past_mark(next, b'-');
        next = r.past(next, Word::In);
        next = r.past(next, Word::On);
    }
    let inner = super::rule::best(r, next)?;
    let mut said = inner.said?;
    let fits = match said.core {
        Core::Month { .. } | Core::Year(_) | Core::Decade(_) | Core::Century(_) | Core::Season { .. } | Core::Quarter { .. } => true,
        Core::Period { unit, .. } => unit >= Unit::Day && (part.is_some() || unit > Unit::Day),
        Core::Weekday { .. } | Core::Offset { unit: Unit::Day, .. } => part.is_some() && !needs_of,
        Core::Date { .. } => part.is_some() && !needs_of,
        Core::TimeOnly => false,
        _ => false,
    };
    if !fits || said.part.is_some() {
        return None;
    }
    said.part = part;
    Phrase::said(at, inner.end, said)
}

fn hedged(r: &Reader, at: usize) -> Option<Phrase> {
    // "How about Friday?" hedges nothing.
    if r.is(at, Word::About) && at > r.start && (r.says(at - 1, "how") || r.says(at - 1, "what")) {
        return None;
    }
    let mut next = at;
    let word = at;
    if r.is(next, Word::On) {
        if !(r.is(next + 1, Word::Or) && r.is(next + 2, Word::About)) {
            return None;
        }
        next += 3;
    } else {
        if !r.is(next, Word::About) {
            return None;
        }
        next += 1;
        if r.is(next, Word::Or) && (r.is(next + 1, Word::On)) {
            next += 2;
        }
    }
    next = r.past_mark(next, b'.');
    let inner = super::rule::best(r, next)?;
    let mut said = inner.said?;
    let dated = matches!(
        said.core,
        Core::Date { .. }
            | Core::Month { .. }
            | Core::Year(_)
            | Core::Exact(_)
            | Core::Either(..)
            | Core::Holiday { .. }
            | Core::Weekday { .. }
            | Core::TimeOnly
    );
    // "To get around Monday's order" hedges nothing.
    let aside = r.says(word, "around") && r.mark(inner.end, b'\'') && r.says(inner.end + 1, "s");
    if !dated || said.approximate || aside {
        return None;
    }
    said.approximate = true;
    // A hedge leaves the words it stands before as a phrase of their own unless it is the field's own formula.
    Phrase::said(at, inner.end, said)
}

fn day_of_month(r: &Reader, at: usize) -> Option<Phrase> {
    let (day, end) = r.day(at + 1, false)?;
    if end != at + 3 {
        return None;
    }
    // "The 5th inst.", "the 28th ult.", as old letters and deeds name the month they are written in and the one before.
    let letters: [(&str, Shift); 4] = [("inst", Shift::This), ("instant", Shift::This), ("ult", Shift::Last), ("ultimo", Shift::Last)];
    if let Some((word, shift)) = letters.into_iter().find(|(word, _)| r.says(end, word)) {
        let last = if word.len() < 5 { r.past_stop(end + 1) } else { end + 1 };
        return Phrase::read(at, last, Core::DayOfMonth { day, shift });
    }
    // "On the 1st and 15th of every month" is no day.
    let recurs = |of: usize| r.is(of, Word::Of) && matches!(r.word(of + 1), Word::Each | Word::Every);
    let other = r.is(end, Word::And).then(|| r.day(r.past(end + 1, Word::The), false)).flatten();
    if other.is_some_and(|(_, end)| recurs(end)) {
        return None;
    }
    // "the 9th" alone: nothing that it could count may follow.
    let alone = matches!(
        r.word(end),
        Word::Punct(b'.' | b',' | b';' | b')' | b'-')
            | Word::End
            | Word::And
            | Word::To
            | Word::Of
            | Word::At
            | Word::PastVerb
            | Word::SaidVerb
            | Word::The
    ) || matches!(r.str(end), "he" | "she" | "they" | "it" | "we" | "when" | "with");
    let licensed = matches!(
        r.before(at),
        Word::On | Word::By | Word::Until | Word::From | Word::Of | Word::To | Word::Weekday(_) | Word::Since | Word::DayPart(_)
    );
    if !(alone && licensed) || r.is(end, Word::Of) && !matches!(r.word(end + 1), Word::This | Word::That | Word::Unit(Unit::Month)) {
        return None;
    }
    Phrase::read(at, end, Core::DayOfMonth { day, shift: Shift::Bare })
}

fn year_end(r: &Reader, at: usize) -> Option<Phrase> {
    let Word::Unit(unit @ (Unit::Year | Unit::Month)) = r.word(at) else { return None };
    if r.mark(at + 1, b'\'') && r.says(at + 2, "s") && r.says(at + 3, "end") {
        return Phrase::read(at, at + 4, Core::Period { unit, shift: Shift::That });
    }
    // "By year end", without its hyphen.
    let apart = r.says(at + 1, "end")
        && matches!(r.before(at), Word::By | Word::At | Word::Before | Word::Until | Word::About | Word::Since)
        && matches!(r.word(at + 2), Word::Punct(_) | Word::End | Word::And);
    if apart {
        return Phrase::read(at, at + 2, Core::LastDay(unit));
    }
    if !(r.mark(at + 1, b'-') && r.glued(at + 1) && r.glued(at + 2) && r.str(at + 2) == "end") || r.mark(at + 3, b'-') {
        return None;
    }
    Phrase::read(at, at + 3, Core::LastDay(unit))
}

impl Reader<'_> {
    /// "Sept. 9. 2001": a stray full stop between the day and the year.
    fn past_stop_before_year(&self, at: usize) -> usize {
        if self.mark(at, b'.') && self.glued(at) && self.digits(at + 1) == 4 { at + 1 } else { at }
    }
}
