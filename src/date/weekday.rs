//! Weekdays, alone and beside a date, and weekends.

use super::phrase::{Core, From, Landmark, Phrase, Reader, Said, Shift, YearSaid};
use super::rule::{Cue, Rule};
use super::when::When;
use super::words::{Unit, Word};

pub(crate) const RULES: &[Rule] = &[
    Rule {
        name: "weekday-date",
        about: "a weekday with its date; the two are compared",
        cues: &[Cue::Weekday],
        read: weekday_date,
        wanted: &[
            ("On [Wednesday, Jan. 20, 2021], he sued.", "2021-01-20"),
            ("On [Wednesday 20 January] he sued.", "2021-01-20"),
            ("[Friday the 15th] it rained.", "2021-01-15"),
            ("See you [Tuesday, 1/19 at noon].", "2021-01-19T12:00"),
        ],
        unwanted: &["On Wednesday, the 8th Circuit ruled.", "On Wednesday, 20 men came.", "Friday, 200 people"],
    },
    Rule {
        name: "weekday",
        about: "a weekday alone; tense and the day the text speaks from decide which",
        cues: &[Cue::Weekday],
        read: weekday_alone,
        wanted: &[
            ("The federal suit, filed [Wednesday], alleges it.", "2021-01-20"),
            ("He said [Thursday] that it was over.", "2021-01-21"),
            ("The hearing will be held [Monday].", "2021-01-25"),
            ("They met the [Friday] before Labor Day 2019.", "2019-08-30"),
            ("He left the [Monday] after March 4, 2019.", "2019-03-11"),
        ],
        unwanted: &["The Sunday Times said so.", "a sat phone", "the sun rose", "Ruby Tuesday Inc. said so.", "he wed her"],
    },
    Rule {
        name: "weekday-shifted",
        about: "a weekday that is pointed at: last Friday, next Monday, Monday of last week",
        cues: &[Cue::Pointing, Cue::Weekday, Cue::The],
        read: weekday_shifted,
        wanted: &[
            ("It came [last Friday].", "2021-01-15"),
            ("It comes [next Monday].", "2021-01-25"),
            ("It came [this Monday].", "2021-01-18"),
            ("It came on [Monday of last week].", "2021-01-11"),
        ],
        unwanted: &["last Sunday Times", "this sun"],
    },
];

/// A weekday's name that is meant as one: capitalised, or in full; and the token after it.
fn weekday(r: &Reader, at: usize) -> Option<(u8, usize)> {
    let Word::Weekday(weekday) = r.word(at) else { return None };
    let name = r.str(at);
    // "tues" and "thurs" are no other words.
    let full = name.len() > 5 || matches!(name, "tues" | "thurs" | "thur");
    // Short and small, as posts write it: only where it is pointed at, and only what is no other word ("sun", "sat", "wed").
    let posted =
        matches!(r.before(at), Word::Next | Word::Last | Word::This | Word::Each) && !matches!(name, "sun" | "sat" | "wed" | "mon");
    if !r.capital(at) && !full && !posted {
        return None;
    }
    let mut end = at + 1;
    if !full {
        end = r.past_stop(end);
        // "Sun", "Sat", "Wed" and "Mon" are words and names: they need a stop, a comma, a date, or a preposition.
        let dated = end > at + 1
            || r.mark(end, b',') && matches!(r.word(end + 1), Word::Month(_) | Word::Number)
            || matches!(r.word(end), Word::Month(_) | Word::Number | Word::DayPart(_))
            || matches!(r.before(at), Word::On | Word::This | Word::Last | Word::Next | Word::Punct(b'('));
        if !dated || r.glued(end) && matches!(r.word(end), Word::Punct(b'-' | b'\'' | b'@' | b'_')) {
            return None;
        }
    }
    Some((weekday, end))
}

fn weekday_date(r: &Reader, at: usize) -> Option<Phrase> {
    let (weekday, after) = weekday(r, at)?;
    let next = r.past_mark(r.past_mark(after, b','), b'(');
    let next = if r.is(next, Word::The) && r.is(next + 1, Word::Number) || !r.is(next, Word::The) { next } else { return None };
    if r.is(next, Word::The) {
        let (day, end) = r.day(next + 1, false)?;
        // "On Wednesday, the 8th Circuit", "the 2nd District Court": a court's number.
        let numbers_a_court = r.spaced(end) && r.capital(end);
        if end == next + 3 && !r.is(end, Word::Of) && !r.is(end, Word::Unit(Unit::Day)) && !numbers_a_court {
            let mut said = Said::new(Core::DayOfMonth { day, shift: Shift::Bare });
            said.weekday = Some(weekday);
            return Phrase::said(at, end, said);
        }
    }
    // "Fri 13th", "Sunday 15th": the day alone, with its ending.
    if let Some((day, end)) = r.day(next, false)
        && end == next + 2
        && next == after
        && matches!(r.word(end), Word::Punct(_) | Word::End | Word::At | Word::And)
    {
        let mut said = Said::new(Core::DayOfMonth { day, shift: Shift::Bare });
        said.weekday = Some(weekday);
        return Phrase::said(at, end, said);
    }
    // "Tuesday, 12/20 at 10 a.m.", as messages write it.
    if let Some((month, day, end)) = short_slashes(r, next) {
        let mut said = Said::new(Core::Date { year: YearSaid::Unsaid, month, day });
        said.weekday = Some(weekday);
        return Phrase::said(at, end, said);
    }
    // Weekdays in a row are a list, which would be read anew from each.
    if matches!(r.word(next), Word::Weekday(_)) {
        return None;
    }
    let inner = super::rule::best_of(r, next, |core| matches!(core, Core::Date { .. } | Core::Exact(_) | Core::Either(..)))?;
    let mut said = inner.said?;
    // "Monday through Wednesday, March 4-6": the second weekday is that of the last day.
    let second = matches!(r.before(at), Word::Through | Word::Punct(b'-')) && matches!(r.back(at, 2), Word::Weekday(_));
    said.weekday = Some(weekday).filter(|_| !second);
    let end = if r.mark(next.saturating_sub(1), b'(') { r.past_mark(inner.end, b')') } else { inner.end };
    Phrase::said(at, end, said)
}

/// A month and day in digits without a year, which only a weekday before them makes a date.
fn short_slashes(r: &Reader, at: usize) -> Option<(u8, u8, usize)> {
    let short = |at: usize| r.number(at).filter(|_| r.digits(at) <= 2);
    let (month, day) = (short(at).filter(|n| (1..=12).contains(n))?, short(at + 2).filter(|n| (1..=31).contains(n))?);
    let glued = r.mark(at + 1, b'/') && r.glued(at + 1) && r.glued(at + 2);
    let more = r.glued(at + 3) && matches!(r.word(at + 3), Word::Punct(b'/' | b'-') | Word::Number | Word::Other);
    // "On Monday, 1/3 of them left"; "Sunday 9/11 was discussed".
    let told = matches!(r.word(at + 3), Word::Punct(_) | Word::End | Word::At | Word::And | Word::To | Word::Noon);
    (glued && !more && told).then_some((month as u8, day as u8, at + 3))
}

/// What a weekday before it makes a name of: a paper, a treaty, a place.
pub(super) const NAMES: &[&str] = &[
    "Times", "Night", "Express", "Mirror", "Mail", "Telegraph", "Herald", "Review", "Post", "Inc", "Club", "Accords", "Agreement",
    "Harbor", "Island", "Creek", "Street", "Road", "Avenue", "Lane",
];

fn weekday_alone(r: &Reader, at: usize) -> Option<Phrase> {
    let (weekday, end) = weekday(r, at)?;
    // A name: "The Sunday Times", "Ruby Tuesday", "Black Friday Inc.", "Super Tuesday".
    let named_after = r.capital(end) && r.spaced(end) && NAMES.contains(&r.str(end));
    let named_before = at > r.start
        && r.capital(at - 1)
        && matches!(r.str(at - 1), "Ruby" | "Super" | "Bloody" | "Fat" | "Cyber" | "Casual" | "Joe" | "Shrove" | "Maundy");
    // "14th December Friday" names one day.
    let beside_date = matches!(r.before(at), Word::Month(_))
        && r.capital(at - 1)
        && matches!(r.back(at, 2), Word::Number | Word::Other)
        && r.tokens[r.start..at - 1].last().is_some_and(|before| {
            before.length() <= 2 && before.word == Word::Number
                || matches!(&r.text[before.start as usize..before.end as usize], "st" | "nd" | "rd" | "th")
        });
    // "Monday through Friday, March 4-8": the days stand behind.
    let joined = matches!(r.word(end), Word::Through | Word::Punct(b'-'));
    let spans = joined && matches!(r.word(end + 1), Word::Weekday(_)) && matches!(r.word(r.past_mark(end + 2, b',')), Word::Month(_));
    if named_after || named_before || beside_date || spans || super::duration::recurs_with(r, at) {
        return None;
    }
    let some = r.before(at) == Word::A
        && matches!(r.word(end), Word::Punct(_) | Word::End | Word::In)
        && at > r.start + 1
        && (r.back(at, 2) == Word::On || ["was", "is", "s"].iter().any(|verb| r.says(at - 2, verb)));
    let shift = if some { Shift::The } else { Shift::Bare };
    let core = beside(r, weekday, end).unwrap_or(Core::Weekday { weekday, shift });
    Phrase::read(at, end, core)
}

/// "The Friday before Labor Day 2021", "the Monday after March 3, 2021".
fn beside(r: &Reader, weekday: u8, end: usize) -> Option<Core> {
    let after = match r.word(end) {
        Word::Before => false,
        Word::After | Word::Following => true,
        _ => return None,
    };
    let told = |core: &Core| matches!(core, Core::Date { year: YearSaid::Year(_), .. } | Core::Exact(_) | Core::Holiday { .. });
    let day = match super::rule::best_of(r, end + 1, told)?.said?.core {
        Core::Date { year: YearSaid::Year(year), month, day } => Landmark::Day(When::ymd(year, u32::from(month), u32::from(day))?),
        Core::Exact(when) => Landmark::Day(when),
        Core::Holiday { holiday, year } => Landmark::Holiday { holiday, year },
        _ => return None,
    };
    Some(Core::WeekdayBeside { weekday, after, day })
}

fn weekday_shifted(r: &Reader, at: usize) -> Option<Phrase> {
    if let Some((weekday, end)) = weekday(r, at) {
        // "Monday of last week", "Monday last week", "Friday next week", "a week from Friday" is elsewhere.
        let of = r.past(end, Word::Of);
        let shift = match r.word(of) {
            Word::Last => Shift::Last,
            Word::Next => Shift::Next,
            Word::This => Shift::This,
            Word::That => Shift::That,
            Word::Following => Shift::Following,
            _ => return None,
        };
        if !r.is(of + 1, Word::Unit(Unit::Week)) {
            return None;
        }
        return Phrase::read(at, of + 2, Core::WeekdayOf { weekday, week: shift });
    }
    let mut next = at;
    let shift = match r.word(at) {
        Word::Last | Word::Past => Shift::Last,
        Word::Next | Word::Coming => Shift::Next,
        Word::This => Shift::This,
        // "Officials said that Wednesday the road would close"; "that Monday, June 3, 2019".
        Word::That if matches!(r.before(at), Word::SaidVerb | Word::PastVerb) => return None,
        Word::That if r.mark(at + 2, b',') && matches!(r.word(at + 3), Word::Month(_) | Word::Number) => return None,
        // "Told the paper that Wednesday's ruling stood".
        Word::That if r.mark(at + 2, b'\'') && r.says(at + 3, "s") && !r.opens_sentence(at) => return None,
        Word::That => Shift::That,
        Word::The if matches!(r.word(at + 1), Word::Following | Word::Previous | Word::Next) => {
            next += 1;
            match r.word(next) {
                Word::Previous => Shift::Preceding,
                _ => Shift::Following,
            }
        }
        Word::The if r.is(at + 1, Word::Coming) => {
            next += 1;
            Shift::Next
        }
        _ => return None,
    };
    if shift == Shift::This && r.is(next + 1, Word::Coming) || r.is(next + 1, Word::Past) {
        next += 1;
    }
    let shift = if r.is(next, Word::Past) {
        Shift::Last
    } else if next > at && r.is(next, Word::Coming) {
        Shift::Next
    } else {
        shift
    };
    let Word::Weekday(weekday) = r.word(next + 1) else { return None };
    // "This Saturday, July 14".
    if let Some(dated) = weekday_date(r, next + 1).filter(|_| shift == Shift::This) {
        return Some(Phrase { first: at, ..dated });
    }
    let named = r.capital(next + 2) && matches!(r.str(next + 2), "Times" | "Night" | "Express" | "Telegraph" | "Herald" | "Review");
    // "Last sat", but not "the last sat phone".
    let ends = matches!(r.word(next + 2), Word::Punct(_) | Word::End | Word::At | Word::And | Word::On | Word::DayPart(_) | Word::Number);
    let other_word = match r.str(next + 1) {
        "sun" => true,
        "sat" | "wed" | "mon" => !(ends && matches!(shift, Shift::Last | Shift::Next)),
        _ => false,
    };
    if other_word || named {
        return None;
    }
    let end = if r.str(next + 1).len() <= 5 { r.past_stop(next + 2) } else { next + 2 };
    Phrase::read(at, end, Core::Weekday { weekday, shift })
}

/// The day that an offset of whole days from the anchor names, for the rules that wrap one.
pub(crate) fn days_from_anchor(count: i32) -> Core {
    Core::Offset { count, unit: Unit::Day, from: From::Anchor }
}
