//! The ways court papers tell a day: in words, in formulas, and on stamps.

use super::phrase::{Core, Phrase, Reader, YearSaid};
use super::rule::{Cue, Rule};
use super::words::{Unit, Word};

pub(crate) const RULES: &[Rule] = &[
    Rule {
        name: "day-of-words",
        about: "\"this 3rd day of March, 2021\", \"the third day of March in the year 2021\"",
        cues: &[Cue::Pointing, Cue::The, Cue::Ordinal, Cue::Number, Cue::Cardinal],
        read: day_of,
        wanted: &[
            ("DATED [this 3rd day of March, 2021].", "2021-03-03"),
            ("Signed on [the third day of March, 2021].", "2021-03-03"),
            ("Done [this twenty-first day of January 2021].", "2021-01-21"),
            ("Done [this 2nd day of May, Two Thousand Twenty-Three].", "2023-05-02"),
            ("Done [this 2nd day of May, Two Thousand and Twenty].", "2020-05-02"),
            ("SO ORDERED [this 19th day of August, in the year 2021].", "2021-08-19"),
        ],
        unwanted: &["the third day of the trial", "this day of reckoning", "the first day of March Madness 3"],
    },
    Rule {
        name: "line-numbered",
        about: "a date that a pleading's margin number breaks: July / 4 / 25, 2016",
        cues: &[Cue::Month],
        read: line_numbered,
        wanted: &[("It was signed on [July\n4 25, 2016] by him", "2016-07-25")],
        unwanted: &["on July 4 25 men came", "July 4, 2016"],
    },
];

fn day_of(r: &Reader, at: usize) -> Option<Phrase> {
    let next = match r.word(at) {
        Word::This | Word::The => at + 1,
        _ => at,
    };
    let (day, after) = r.day(next, true)?;
    // "This sixteenth (16th) day of June": the digits repeat the word.
    let again = r.mark(after, b'(').then(|| r.day(after + 1, true)).flatten().filter(|(same, close)| *same == day && r.mark(*close, b')'));
    let after = again.map_or(after, |(_, close)| close + 1);
    if !r.is(after, Word::Unit(Unit::Day)) {
        return None;
    }
    let of = r.past(after + 1, Word::Of);
    let Word::Month(month) = r.word(of) else { return None };
    if !r.capital(of) {
        return None;
    }
    let mut end = if r.str(of).len() <= 4 { r.past_stop(of + 1) } else { of + 1 };
    let plain_end = end;
    end = r.past_mark(end, b',');
    if r.is(end, Word::In) && r.is(end + 1, Word::The) && r.is(end + 2, Word::Unit(Unit::Year)) {
        end = r.past(end + 3, Word::Of);
    } else if matches!(r.word(end), Word::Era(1)) {
        end += 1;
    }
    if let Some((year, after)) = r.year(super::year::past_lord(r, end)) {
        // "Two Thousand Fifteen (2015)".
        let same = r.mark(after, b'(') && r.number(after + 1) == Some(year as u32) && r.mark(after + 2, b')');
        let after = if same { after + 3 } else { after };
        return Phrase::read(at, after, Core::Date { year: YearSaid::Year(year), month, day });
    }
    if of == after + 1 || r.is(plain_end, Word::Number) || r.capital(plain_end) {
        return None;
    }
    Phrase::read(at, plain_end, Core::Date { year: YearSaid::Unsaid, month, day })
}

/// A margin number between the month and the day stands at the head of its line and is one of 1 to 28 (the lines of
/// pleading paper, for instance C.D. Cal. L.R. 11-3.2).
fn line_numbered(r: &Reader, at: usize) -> Option<Phrase> {
    let Word::Month(month) = r.word(at) else { return None };
    let margin = at + 1;
    let in_margin = margin < r.end && r.tokens[margin].new_line && r.number(margin).is_some_and(|n| (1..=28).contains(&n));
    if !in_margin || !r.capital(at) {
        return None;
    }
    let day_at = r.past_mark(margin + 1, b',');
    let (day, after) = r.day(day_at, false)?;
    let comma = r.past_mark(after, b',');
    let (year, end) = r.year(comma).filter(|_| comma > after)?;
    Phrase::read(at, end, Core::Date { year: YearSaid::Year(year), month, day })
}
