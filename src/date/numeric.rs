//! Dates in digits: ISO, stamps and slashes.

use super::phrase::{Core, Phrase, Reader, Said, Shift, TimeSaid, YearSaid, full_year};
use super::rule::{Cue, Rule};
use super::when::When;
use super::words::Word;

pub(crate) const RULES: &[Rule] = &[
    Rule {
        name: "iso",
        about: "year, month and day in digits, as ISO 8601 or with slashes, with a time and zone where they follow",
        cues: &[Cue::Number],
        read: iso,
        wanted: &[
            ("Saved [2021-08-19].", "2021-08-19"),
            ("Saved [2021/08/19 at noon].", "2021-08-19T12:00"),
            ("Entered [2021.03.04] by him", "2021-03-04"),
            ("Date: [20181005]", "2018-10-05"),
            ("Sent [2021-08-19T23:30:00-07:00] by him", "2021-08-19T23:30:00"),
        ],
        unwanted: &["1999-2021-14", "2021-13-40", "2021-08-19-22"],
    },
    Rule {
        name: "slashes",
        about: "month, day and year in digits (month first, as US papers write it)",
        cues: &[Cue::Number],
        read: slashes,
        wanted: &[
            ("Filed [08/19/21] Page 1", "2021-08-19"),
            ("on [19/08/2021] at", "2021-08-19"),
            ("by [1-30-2020].", "2020-01-30"),
            ("dated [8.19.2021].", "2021-08-19"),
            ("seen [14.03.15] in town", "2015-03-14"),
            ("from 01/01/2005-[12/31/2007] he", "2007-12-31"),
        ],
        unwanted: &["a 24/7 line", "9/11", "scores of 3-4-21-9", "1/2/3/4", "192.168.10.1", "555-12-2020-1"],
    },
    Rule {
        name: "nine-eleven",
        about: "\"9/11\", which is a name by now",
        cues: &[Cue::Number],
        read: nine_eleven,
        wanted: &[("Since [9/11] he has waited.", "2001-09-11"), ("the [9/11] attacks", "2001-09-11"), ("a post-[9/11] law", "2001-09-11")],
        unwanted: &["a 9/11 score", "He left on 9/11.", "from 9/11/2019", "after 9/11 of them left"],
    },
    Rule {
        name: "month-slash-year",
        about: "a month and year in digits, as forms and charts write it",
        cues: &[Cue::Number],
        read: month_slash_year,
        wanted: &[("hired in [05/2014] there", "2014-05"), ("last seen [8/2017].", "2017-08")],
        unwanted: &["a 1/2000 chance", "13/2014", "Decision 12/2013 of it", "no. 05/2014", "1/5/2014", "5/2014/1", "24/7"],
    },
];

/// "Since 9/11", "the 9/11 attacks": the attacks of 2001. "On 9/11" is a day of any year.
fn nine_eleven(r: &Reader, at: usize) -> Option<Phrase> {
    let digits = r.number(at) == Some(9) && r.number(at + 2) == Some(11) && r.digits(at + 2) == 2 && r.digits(at) == 1;
    if !digits || !r.mark(at + 1, b'/') || !r.glued(at + 1) || !r.glued(at + 2) || r.glued(at + 3) && r.mark(at + 3, b'/') {
        return None;
    }
    let hyphened =
        r.mark(at.saturating_sub(1), b'-') && ["post", "pre"].contains(&r.str(at.saturating_sub(2)).to_ascii_lowercase().as_str());
    if preceded_by_digits(r, at) && !hyphened {
        return None;
    }
    const TOLD_OF: &[&str] =
        &["attack", "attacks", "commission", "hijackers", "hijacker", "terrorists", "memorial", "plot", "plotters", "victims"];
    let since = matches!(r.before(at), Word::Since | Word::After | Word::Before) && !r.is(at + 3, Word::Of);
    let named = TOLD_OF.iter().any(|word| r.says(at + 3, word)) || r.says(at + 3, "terror") || r.says(at + 3, "terrorist");
    let core = Core::Date { year: YearSaid::Named(2001), month: 9, day: 11 };
    (since || named || hyphened).then(|| Phrase::read(at, at + 3, core)).flatten()
}

/// "05/2014": a month and a year; a fraction has no year of living memory behind its stroke.
fn month_slash_year(r: &Reader, at: usize) -> Option<Phrase> {
    let month = r.number(at).filter(|n| r.digits(at) <= 2 && (1..=12).contains(n))?;
    let year = r.number(at + 2).filter(|n| r.digits(at + 2) == 4 && (1900..=2100).contains(n) && *n != 2000)? as i32;
    let joined = r.glued(at) && r.mark(at.saturating_sub(1), b'-') && at >= r.start + 2 && r.is(at - 2, Word::Number);
    if !r.mark(at + 1, b'/') || !r.glued(at + 1) || !r.glued(at + 2) || preceded_by_digits(r, at) && !joined {
        return None;
    }
    // "Decision 12/2013", "W.P. (C) 12/2015", "Vol. 12/2016": the number of a paper and its year.
    let numbered =
        at > r.start && (r.capital(at - 1) || matches!(r.before(at), Word::Punct(b'.' | b')' | b'#') | Word::NumberSign | Word::Docket));
    let revised = at >= r.start + 2 && r.mark(at - 1, b'.') && ["rev", "eff", "exp"].iter().any(|word| r.says(at - 2, word));
    if numbered && !joined && !revised && !r.says(at - 1, "date") {
        return None;
    }
    if r.glued(at + 3) && matches!(r.word(at + 3), Word::Punct(b'/') | Word::Other | Word::Number) {
        return None;
    }
    Phrase::read(at, at + 3, Core::Month { year: YearSaid::Year(year), month: month as u8, shift: Shift::Bare })
}

fn iso(r: &Reader, at: usize) -> Option<Phrase> {
    // "Date: 20181005".
    if r.digits(at) == 8 && at >= r.start + 2 && r.mark(at - 1, b':') && ["date", "dated", "dob"].iter().any(|word| r.says(at - 2, word)) {
        let (year, rest) = (r.number(at)? / 10_000, r.number(at)? % 10_000);
        let when = When::ymd(year as i32, rest / 100, rest % 100).filter(|_| (1900..=2050).contains(&year))?;
        return Phrase::read(at, at + 1, Core::Exact(when));
    }
    let year = r.number(at).filter(|_| r.digits(at) == 4)? as i32;
    let Word::Punct(mark @ (b'-' | b'/' | b'.')) = r.word(at + 1) else { return None };
    // "2021.03.04" has two digits each, and a year that papers have; "2.10.4" is a version.
    if mark == b'.'
        && (r.digits(at + 2) != 2
            || r.digits(at + 4) != 2
            || !(1950..=2050).contains(&year)
            || ["v", "version", "release", "build"].iter().any(|word| at > r.start && r.says(at - 1, word)))
    {
        return None;
    }
    let month = r.number(at + 2).filter(|_| r.digits(at + 2) <= 2)?;
    if !r.mark(at + 3, mark) {
        return None;
    }
    let day = r.number(at + 4).filter(|_| r.digits(at + 4) <= 2)?;
    if (at + 1..at + 5).any(|i| !r.glued(i)) || !(1000..=2150).contains(&year) || preceded_by_digits(r, at) {
        return None;
    }
    let when = When::ymd(year, month, day)?;
    let mut end = at + 5;
    let mut said = Said::new(Core::Exact(when));
    if r.glued(end)
        && matches!(r.str(end), "T")
        && r.glued(end + 1)
        && let Some((time, after)) = clock_digits(r, end + 1)
    {
        said.time = Some(time);
        end = after;
    } else if r.glued(end) && matches!(r.word(end), Word::Punct(b'-' | b'/') | Word::Number) && r.is(end + 1, Word::Number) {
        return None;
    }
    Phrase::said(at, end, said)
}

/// `23:30:00-07:00`: the clock, and the zone as written.
fn clock_digits(r: &Reader, at: usize) -> Option<(TimeSaid, usize)> {
    let hour = r.number(at).filter(|h| *h < 24)? as u8;
    if !r.mark(at + 1, b':') {
        return None;
    }
    let minute = r.number(at + 2).filter(|m| *m < 60)? as u8;
    let mut end = at + 3;
    let mut second = None;
    if r.mark(end, b':') && r.glued(end) && r.digits(end + 1) == 2 {
        second = r.number(end + 1).filter(|s| *s < 61).map(|s| s as u8);
        end += 2;
        if r.mark(end, b'.') && r.glued(end) && r.glued(end + 1) && r.is(end + 1, Word::Number) {
            end += 2;
        }
    }
    let mut zone = None;
    if r.glued(end) && r.str(end) == "Z" {
        zone = Some((r.tokens[end].start, r.tokens[end].end));
        end += 1;
    } else if r.glued(end) && matches!(r.word(end), Word::Punct(b'-' | b'+')) && r.glued(end + 1) && r.is(end + 1, Word::Number) {
        let mut last = end + 1;
        if r.mark(last + 1, b':') && r.glued(last + 1) && r.digits(last + 2) == 2 {
            last += 2;
        }
        zone = Some((r.tokens[end].start, r.tokens[last].end));
        end = last + 1;
    }
    Some((TimeSaid::Clock { hour, minute: Some(minute), second, zone }, end))
}

/// Whether a whole date in slashes stands at a token: one end of "01/01/2005-12/31/2007".
fn slash_date(r: &Reader, at: usize) -> bool {
    let short = |at: usize| r.is(at, Word::Number) && r.digits(at) <= 2;
    short(at)
        && short(at + 2)
        && r.is(at + 4, Word::Number)
        && matches!(r.digits(at + 4), 2 | 4)
        && r.mark(at + 1, b'/')
        && r.mark(at + 3, b'/')
        && (at + 1..at + 5).all(|i| r.glued(i))
}

/// The dash between two dates in slashes.
fn joins_dates(r: &Reader, dash: usize) -> bool {
    r.mark(dash, b'-') && dash >= r.start + 5 && slash_date(r, dash - 5) && slash_date(r, dash + 1)
}

/// "On 3-1-17 and 3-9-17": whether a date in hyphens stands before the joint.
fn goes_on(r: &Reader, at: usize) -> bool {
    let two = |at: usize| r.is(at, Word::Number) && r.digits(at) <= 2;
    at >= r.start + 6
        && matches!(r.before(at), Word::And | Word::To)
        && two(at - 2)
        && r.mark(at - 3, b'-')
        && two(at - 4)
        && r.mark(at - 5, b'-')
}

fn preceded_by_digits(r: &Reader, at: usize) -> bool {
    r.glued(at) && matches!(r.before(at), Word::Punct(b'-' | b'/' | b'.' | b':' | b'_' | b'=' | b'#' | b'$') | Word::Other)
}

fn slashes(r: &Reader, at: usize) -> Option<Phrase> {
    let first = r.number(at).filter(|_| r.digits(at) <= 2)?;
    let Word::Punct(mark @ (b'-' | b'/' | b'.')) = r.word(at + 1) else { return None };
    let second = r.number(at + 2).filter(|_| r.digits(at + 2) <= 2)?;
    if !r.mark(at + 3, mark) {
        return None;
    }
    let year_digits = r.digits(at + 4);
    let year = r.number(at + 4)? as i32;
    if (at + 1..at + 5).any(|i| !r.glued(i)) || preceded_by_digits(r, at) && !joins_dates(r, at.saturating_sub(1)) {
        return None;
    }
    let year = match year_digits {
        4 if (1000..=2150).contains(&year) => year,
        // Two digits are a year between slashes; between dots and hyphens they are scores, versions and numbers too.
        2 if mark == b'.'
            && r.digits(at) == 2
            && r.digits(at + 2) == 2
            && (first > 12 || second > 12 || matches!(r.before(at), Word::On | Word::By | Word::Since | Word::Until | Word::End))
            && !matches!(r.before(at), Word::Section | Word::Versus | Word::Docket) =>
        {
            full_year(year)
        }
        2 if mark == b'/'
            || (mark == b'-'
                && first <= 12
                && second <= 31
                && (r.digits(at) + r.digits(at + 2) >= 3
                    || matches!(r.before(at), Word::On | Word::By | Word::Effective | Word::PastVerb)
                    || goes_on(r, at))) =>
        {
            full_year(year)
        }
        _ => return None,
    };
    let end = at + 5;
    if r.glued(end)
        && matches!(r.word(end), Word::Punct(b'-' | b'/' | b'.' | b':'))
        && r.glued(end + 1)
        && r.is(end + 1, Word::Number)
        && !joins_dates(r, end)
        || r.glued(end) && matches!(r.word(end), Word::Other | Word::Number)
    {
        return None;
    }
    let core = match (When::ymd(year, first, second), When::ymd(year, second, first)) {
        (Some(american), Some(european)) if american != european => Core::Either(american, european),
        (Some(one), _) | (None, Some(one)) => Core::Exact(one),
        (None, None) => return None,
    };
    Phrase::read(at, end, core)
}
