//! Days and weeks counted within a month, and the week that a day belongs to, as trial settings and notices tell them.

use super::calendar::month_and_year;
use super::phrase::{Core, Phrase, Reader, Shift, YearSaid};
use super::rule::{Cue, Rule};
use super::when::{Part, When, weekday_number};
use super::words::{Unit, Word};
use chrono::NaiveDate;

pub(crate) const RULES: &[Rule] = &[
    Rule {
        name: "nth-weekday",
        about: "a weekday counted within a month: \"the last Friday of June 2016\"",
        cues: &[Cue::The, Cue::Ordinal, Cue::Pointing, Cue::Number],
        read: nth_weekday,
        wanted: &[
            ("It fell on [the last Friday of June 2016].", "2016-06-24"),
            ("It falls on [the first Monday in May 2016].", "2016-05-02"),
            ("on [the third Tuesday of March, 2019], they", "2019-03-19"),
            ("It fell on [the 2nd Tuesday of June 2016].", "2016-06-14"),
            ("It fell on [the first Saturday in May].", "2020-05-02"),
        ],
        unwanted: &["the last Friday of the month", "the fifth Friday of June 2016", "the first Monday he came"],
    },
    Rule {
        name: "nth-week",
        about: "a week counted within a month: \"the last week of May 2016\"",
        cues: &[Cue::The, Cue::Ordinal, Cue::Pointing],
        read: nth_week,
        wanted: &[("It came in [the last week of May 2016].", "2016-05"), ("It came in [the first week of June 2019].", "2019-06")],
        unwanted: &["the last week of the trial", "the first week in court", "last week, May said"],
    },
    Rule {
        name: "week-of",
        about: "the week that a day belongs to: \"the week of January 7\"",
        cues: &[Cue::The, Cue::Unit],
        read: week_of,
        wanted: &[
            ("Trial is set for [the week of January 7, 2019].", "2019-W02"),
            ("He was paid for [the week ending May 3, 2019].", "2019-W18"),
        ],
        unwanted: &["the week of the trial", "a week of rain", "the week of 2019"],
    },
];

/// Which of its kind within a month: the first to the fifth, or the last.
fn which(r: &Reader, at: usize) -> Option<(Option<u8>, usize)> {
    let next = r.past(at, Word::The);
    match r.word(next) {
        Word::Ordinal(n @ 1..=5) => Some((Some(n), next + 1)),
        Word::Number if r.digits(next) == 1 && r.glued(next + 1) => {
            r.day(next, false).filter(|(n, end)| *n <= 5 && *end == next + 2).map(|(n, end)| (Some(n), end))
        }
        Word::Last if next > at => Some((None, next + 1)),
        _ => None,
    }
}

/// The month, its year where one is told, and the token after them.
fn of_month(r: &Reader, at: usize) -> Option<(u8, YearSaid, usize)> {
    if !matches!(r.word(at), Word::Of | Word::In) {
        return None;
    }
    month_and_year(r, at + 1)
}

fn nth_weekday(r: &Reader, at: usize) -> Option<Phrase> {
    let (nth, next) = which(r, at)?;
    let Word::Weekday(weekday) = r.word(next) else { return None };
    let (month, year, end) = of_month(r, next + 1)?;
    if let YearSaid::Year(year) = year {
        return Phrase::read(at, end, Core::Exact(When::day(day_of(year, u32::from(month), weekday, nth)?)));
    }
    Phrase::read(at, end, Core::NthWeekday { nth, weekday, month, year })
}

/// The first to fifth of a weekday in a month, or the last.
pub(super) fn day_of(year: i32, month: u32, weekday: u8, nth: Option<u8>) -> Option<NaiveDate> {
    let mut days = (1..=31).filter_map(|day| NaiveDate::from_ymd_opt(year, month, day)).filter(|day| weekday_number(*day) == weekday);
    match nth {
        Some(nth) => days.nth(usize::from(nth) - 1),
        None => days.next_back(),
    }
}

fn nth_week(r: &Reader, at: usize) -> Option<Phrase> {
    let (nth, next) = which(r, at)?;
    if !r.is(next, Word::Unit(Unit::Week)) && !r.is(next, Word::Unit(Unit::Weekend)) {
        return None;
    }
    let (month, year, end) = of_month(r, next + 1)?;
    let part = match nth {
        Some(1) => Part::Early,
        Some(2 | 3) => Part::Mid,
        _ => Part::Late,
    };
    let mut phrase = Phrase::read(at, end, Core::Month { year, month, shift: Shift::Bare })?;
    phrase.said.as_mut()?.part = Some(part);
    Some(phrase)
}

fn week_of(r: &Reader, at: usize) -> Option<Phrase> {
    let week = r.past(at, Word::The);
    let joins = r.is(week + 1, Word::Of) || matches!(r.str(week + 1), "ending" | "ended" | "beginning" | "starting" | "commencing");
    if !r.is(week, Word::Unit(Unit::Week)) || r.str(week) != "week" || !joins {
        return None;
    }
    // Only a day itself: a week of a week of a week would be read without end.
    if matches!(r.word(week + 2), Word::The | Word::Unit(_) | Word::About | Word::Weekday(_)) {
        return None;
    }
    let inner = super::rule::best_of(r, week + 2, |core| matches!(core, Core::Date { .. } | Core::Exact(_) | Core::Either(..)))?;
    let mut said = inner.said.filter(|said| said.time.is_none())?;
    said.its_week = true;
    Phrase::said(at, inner.end, said)
}
