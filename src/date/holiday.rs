//! Days that have a name: the federal holidays of 5 U.S.C. 6103 and those that news dates things by.

use super::phrase::{Core, Phrase, Reader, Said, Shift, TimeSaid, YearSaid};
use super::rule::{Cue, Rule};
use super::when::{add_days, weekday_number};
use super::words::{Unit, Word};
use chrono::{Datelike, NaiveDate};

/// How a holiday's day is found in a year.
enum Reckoning {
    Fixed(u32, u32),
    /// The nth (or, below zero, the last) such weekday of a month, Monday as 1.
    Nth(u32, u8, i32),
    /// Days after Easter Sunday.
    Easter(i64),
    /// The Tuesday after the first Monday of November (3 U.S.C. 21), in even years.
    ElectionDay,
    /// 20 January after a presidential election (U.S. Const. amend. XX).
    Inauguration,
}

use Reckoning::*;

const HOLIDAYS: &[(&[&str], Reckoning)] = &[
    (&["christmas", "day"], Fixed(12, 25)),
    (&["christmas", "eve"], Fixed(12, 24)),
    (&["christmas"], Fixed(12, 25)),
    (&["xmas"], Fixed(12, 25)),
    (&["boxing", "day"], Fixed(12, 26)),
    (&["new", "year", "s", "day"], Fixed(1, 1)),
    (&["new", "year", "s", "eve"], Fixed(12, 31)),
    (&["new", "year", "day"], Fixed(1, 1)),
    (&["independence", "day"], Fixed(7, 4)),
    (&["juneteenth"], Fixed(6, 19)),
    (&["veterans", "day"], Fixed(11, 11)),
    (&["halloween"], Fixed(10, 31)),
    (&["valentine", "s", "day"], Fixed(2, 14)),
    (&["valentines", "day"], Fixed(2, 14)),
    (&["st", "patrick", "s", "day"], Fixed(3, 17)),
    (&["saint", "patrick", "s", "day"], Fixed(3, 17)),
    (&["thanksgiving", "day"], Nth(11, 4, 4)),
    (&["thanksgiving"], Nth(11, 4, 4)),
    (&["memorial", "day"], Nth(5, 1, -1)),
    (&["labor", "day"], Nth(9, 1, 1)),
    (&["columbus", "day"], Nth(10, 1, 2)),
    (&["presidents", "day"], Nth(2, 1, 3)),
    (&["presidents", "s", "day"], Nth(2, 1, 3)),
    (&["martin", "luther", "king", "jr", "day"], Nth(1, 1, 3)),
    (&["martin", "luther", "king", "day"], Nth(1, 1, 3)),
    (&["mlk", "day"], Nth(1, 1, 3)),
    (&["mother", "s", "day"], Nth(5, 7, 2)),
    (&["mothers", "day"], Nth(5, 7, 2)),
    (&["father", "s", "day"], Nth(6, 7, 3)),
    (&["fathers", "day"], Nth(6, 7, 3)),
    (&["easter", "sunday"], Easter(0)),
    (&["easter", "monday"], Easter(1)),
    (&["easter"], Easter(0)),
    (&["good", "friday"], Easter(-2)),
    (&["palm", "sunday"], Easter(-7)),
    (&["ash", "wednesday"], Easter(-46)),
    (&["black", "friday"], Nth(11, 4, 40)),
    (&["election", "day"], ElectionDay),
    (&["inauguration", "day"], Inauguration),
];

pub(crate) const RULES: &[Rule] = &[Rule {
    name: "holiday",
    about: "a named day",
    cues: &[Cue::Holiday, Cue::Pointing],
    read: holiday,
    wanted: &[
        ("He left on [Memorial Day].", "2020-05-25"),
        ("He came at [Christmas 2019].", "2019-12-25"),
        ("They met on [New Year's Eve].", "2020-12-31"),
        ("It began [last Thanksgiving].", "2020-11-26"),
    ],
    unwanted: &[
        "Black Friday Inc. sued.", "Christmas trees", "Good people", "St. Paul", "new year plans", "Easter Island", "Memorial Hospital",
        "He lived at 20 Easter Avenue.",
    ],
}];

fn holiday(r: &Reader, at: usize) -> Option<Phrase> {
    let shift = match r.word(at) {
        Word::Last => Some(Shift::Last),
        Word::Next => Some(Shift::Next),
        Word::This => Some(Shift::This),
        Word::Holiday => None,
        _ => return None,
    };
    let first = at + usize::from(shift.is_some());
    if !r.is(first, Word::Holiday) || !r.capital(first) && !r.says(first, "christmas") && !r.says(first, "xmas") {
        return None;
    }
    let (holiday, end) = HOLIDAYS.iter().enumerate().find_map(|(i, (name, _))| Some((i, names(r, first, name)?)))?;
    let thing = r.capital(end)
        && matches!(r.str(end), "Island" | "Islands" | "Inc" | "Bunny" | "Carol" | "Parade" | "Seals" | "Massacre" | "Rising" | "Records")
        || r.spaced(end) && super::year::STREETS.contains(&r.str(end))
        || matches!(
            r.str(end),
            "tree" | "trees" | "card" | "cards" | "carol" | "carols" | "song" | "songs" | "story" | "lights" | "candy" | "costume" | "eggs"
        );
    if thing {
        return None;
    }
    let mut year = shift.map_or(YearSaid::Unsaid, YearSaid::Pointed);
    let mut end = end;
    // "Christmas morning 2015", "Labor Day weekend of 2015": the year stands behind the part of it.
    let part = end + 1;
    if let Word::DayPart(_) | Word::Unit(Unit::Weekend) = r.word(end)
        && let of = r.past(r.past(r.past_mark(part, b','), Word::Of), Word::In)
        && let Some((said, after)) = r.year(of).filter(|_| r.is(of, Word::Number))
        && !super::year::year_is_amount(r, after)
    {
        let mut phrase = Phrase::read(at, after, Core::Holiday { holiday, year: YearSaid::Year(said) })?;
        if let (Word::DayPart(part), Some(said)) = (r.word(end), phrase.said.as_mut()) {
            said.time = Some(TimeSaid::Part(part));
        }
        return Some(phrase);
    }
    let comma = r.past_mark(end, b',');
    let of = r.past(r.past(comma, Word::Of), Word::In);
    if let Some((said, after)) = r.year(of)
        && r.is(of, Word::Number)
    {
        (year, end) = (YearSaid::Year(said), after);
    } else if r.is(end, Word::Last) && r.is(end + 1, Word::Unit(Unit::Year)) {
        (year, end) = (YearSaid::Shifted(Shift::Last), end + 2);
    }
    let mut said = Said::new(Core::Holiday { holiday, year });
    // "Easter week".
    said.its_week = r.is(end, Word::Unit(Unit::Week)) && r.str(end) == "week";
    Phrase::said(at, if said.its_week { end + 1 } else { end }, said)
}

/// Whether the tokens spell the name, stepping over apostrophes and stops; the token after it.
fn names(r: &Reader, at: usize, name: &[&str]) -> Option<usize> {
    let mut next = at;
    for (i, word) in name.iter().enumerate() {
        while i > 0 && matches!(r.word(next), Word::Punct(b'\'' | b'.' | b',')) {
            next += 1;
        }
        if !r.says(next, word) {
            return None;
        }
        next += 1;
    }
    Some(next)
}

/// The day of a holiday in a year.
pub(crate) fn day_of(holiday: usize, year: i32) -> Option<NaiveDate> {
    match HOLIDAYS.get(holiday)?.1 {
        Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
        Nth(11, 4, 40) => add_days(nth(year, 11, 4, 4)?, 1),
        Nth(month, weekday, n) => nth(year, month, weekday, n),
        Easter(days) => add_days(easter(year)?, days),
        ElectionDay => add_days(nth(year, 11, 1, 1)?, 1),
        Inauguration => NaiveDate::from_ymd_opt(year, 1, 20),
    }
}

fn nth(year: i32, month: u32, weekday: u8, n: i32) -> Option<NaiveDate> {
    if n < 0 {
        let next = if month == 12 { NaiveDate::from_ymd_opt(year + 1, 1, 1) } else { NaiveDate::from_ymd_opt(year, month + 1, 1) }?;
        let last = next.pred_opt()?;
        return add_days(last, -i64::from((weekday_number(last) + 7 - weekday) % 7));
    }
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let day = add_days(first, i64::from((weekday + 7 - weekday_number(first)) % 7) + 7 * i64::from(n - 1))?;
    (day.month() == month).then_some(day)
}

/// Gregorian Easter, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn movable_days_fall_where_the_calendar_has_them() {
        let rows = [
            ("easter", 2021, "2021-04-04"),
            ("thanksgiving", 2020, "2020-11-26"),
            ("memorial", 2020, "2020-05-25"),
            ("election", 2020, "2020-11-03"),
            ("good", 1998, "1998-04-10"),
        ];
        for (name, year, day) in rows {
            let holiday = HOLIDAYS.iter().position(|(words, _)| words[0] == name).unwrap();
            assert_eq!(day_of(holiday, year).unwrap().to_string(), day, "{name}");
        }
    }
}
