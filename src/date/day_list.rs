//! Days that share a month and a year: the other end of a stretch, the other days of a list.

use super::calendar::{day_then_month, is_month, past_month, year_after};
use super::phrase::{Core, Phrase, Reader, YearSaid};
use super::rule::{Cue, Rule};
use super::words::{Unit, Word};

pub(crate) const RULES: &[Rule] = &[Rule {
    name: "day-range",
    about: "a bare day whose month stands with the other end of its stretch",
    cues: &[Cue::Number, Cue::The],
    read: day_of_range,
    wanted: &[
        ("It ran from [15] to 22 February 1984.", "1984-02-15"),
        ("They fought on April 6-[7, 1915].", "1915-04-07"),
        ("On May 3, [5], and 9, 2011, they met.", "2011-05-05"),
        ("On [the 12th] and 15th of March 2009 they met.", "2009-03-12"),
    ],
    unwanted: &[
        "15 to 22 men in February", "page 6-7", "a 3-2 win in April", "It ruled on May 3, 5-4.", "On May 3, 5 men came.",
        "It was 8.5 on Oct. 31, 8.6% on Monday.",
    ],
}];

/// "15 to 22 February 1984", "April 6-7", "May 3, 5, and 9, 2011": the other days of a stretch or a list take its month and
/// year.
fn day_of_range(r: &Reader, at: usize) -> Option<Phrase> {
    // "No. 39277/06, 8 January 2007": a number's tail is no day.
    if r.mark(at.saturating_sub(1), b'/') && r.glued(at) {
        return None;
    }
    // "1990-94": the second year is told by its last two digits.
    if r.digits(at) == 2
        && r.mark(at.saturating_sub(1), b'-')
        && r.glued(at)
        && at >= r.start + 2
        && let Some((year, _)) = r.year(at - 2)
        && let Some(short) = r.number(at).map(|n| n as i32)
        && short > year % 100
        && (!r.glued(at + 1) || matches!(r.word(at + 1), Word::Punct(b'.' | b',' | b')' | b';')))
    {
        return Phrase::read(at, at + 1, Core::Year(year / 100 * 100 + short));
    }
    let (day, end) = r.day(r.past(at, Word::The), false)?;
    // The month stands behind the last day of the list: "15 to 22 February 1984", "the 12th and 15th of March".
    let named = at > r.start && r.capital(at - 1) && r.before(at) == Word::Other;
    if let Some(last) = list_end(r, end).filter(|_| !named)
        && let Some((_, month, month_at)) = day_then_month(r, last)
        && r.capital(month_at)
    {
        let year = year_after(r, past_month(r, month_at)).map_or(YearSaid::Unsaid, |(year, _)| year);
        return Phrase::read(at, end, Core::Date { year, month, day });
    }
    if r.is(at, Word::The) {
        return None;
    }
    // The month stands before the first: "April 6-7", "Jan. 4 and 5", "May 3, 5, and 9, 2011".
    let first = list_start(r, at)?;
    let month_at = if r.mark(first - 1, b'.') { first.checked_sub(2).filter(|m| *m >= r.start)? } else { first - 1 };
    let month = is_month(r, month_at).filter(|_| r.capital(month_at))?;
    let hyphen = r.mark(at - 1, b'-');
    // "8.5% on Oct. 31, 8.6% Oct. 30": a number with a fraction or a percent sign is no day.
    let fraction =
        matches!(r.word(end), Word::Punct(b'.' | b',' | b':')) && r.glued(end) && r.glued(end + 1) && r.is(end + 1, Word::Number);
    if fraction || r.mark(end, b'%') || r.mark(at - 1, b'$') {
        return None;
    }
    // "May 3, 5 and 9 men left": what is counted stands behind the last.
    let mut tail = end;
    for _ in 0..LONGEST_LIST {
        let Some((_, after)) = past_join(r, tail).and_then(|next| r.day(next, false)) else { break };
        tail = after;
    }
    if (matches!(r.word(end), Word::Unit(_) | Word::Other) || matches!(r.word(tail), Word::Unit(_) | Word::Other) && !r.capital(tail))
        && !hyphen
    {
        return None;
    }
    // The days of a list ascend.
    if let Some(before) = r.number(first).filter(|_| first != at)
        && u32::from(day) <= before
    {
        return None;
    }
    // "Ruled on May 3, 5-4": after a comma only what goes on as a list of days does.
    let score = r.mark(end, b'-') && r.glued(end) && !(at >= 4 && r.mark(at - 3, b'-'));
    if hyphen && r.glued(at) && at >= r.start + 5 && r.mark(at - 3, b',') && !r.mark(at - 5, b'-') {
        return None;
    }
    if r.mark(at - 1, b',')
        && (score || !matches!(r.word(end), Word::Punct(b',' | b'.' | b'-' | b')' | b';' | b'&') | Word::And | Word::End))
    {
        return None;
    }
    // The year stands behind the last.
    let mut last = end;
    for _ in 0..LONGEST_LIST {
        let Some((_, after)) = past_join(r, last).and_then(|next| r.day(next, false)) else { break };
        if r.is(after, Word::Unit(Unit::Year)) {
            break;
        }
        last = after;
    }
    match year_after(r, last) {
        Some((year, after)) => Phrase::read(at, if last == end { after } else { end }, Core::Date { year, month, day }),
        None => Phrase::read(at, end, Core::Date { year: YearSaid::Unsaid, month, day }),
    }
}

/// Most days of a list that share a month and a year.
const LONGEST_LIST: usize = 12;

/// Steps over what joins two days of a list: "to", "-", "and", ",", ", and", "&".
fn past_join(r: &Reader, at: usize) -> Option<usize> {
    let joins =
        |at: usize| matches!(r.word(at), Word::To | Word::And | Word::Through | Word::Until | Word::Or | Word::Punct(b'-' | b',' | b'&'));
    if !joins(at) {
        return None;
    }
    let next = if r.mark(at, b',') && matches!(r.word(at + 1), Word::And | Word::Or | Word::Punct(b'&')) { at + 2 } else { at + 1 };
    Some(r.past(next, Word::The))
}

/// The last day of a list that goes on at `at`, where a month stands behind it.
fn list_end(r: &Reader, at: usize) -> Option<usize> {
    let mut next = past_join(r, at)?;
    for _ in 0..LONGEST_LIST {
        let (_, end) = r.day(next, false)?;
        if matches!(r.word(end), Word::Month(_) | Word::Of)
            || matches!(r.word(end), Word::Unit(Unit::Day))
            || r.glued(end) && r.mark(end, b'-')
        {
            return Some(next);
        }
        next = past_join(r, end)?;
    }
    None
}

/// The first day of the list that a bare day goes on, where a month stands before it.
fn list_start(r: &Reader, at: usize) -> Option<usize> {
    let mut first = at;
    for _ in 0..LONGEST_LIST {
        // One joining word or mark, or a comma with "and"; then the day before, whose ordinal ending may stand apart.
        let mut back = first.checked_sub(1).filter(|back| *back > r.start)?;
        if r.is(back, Word::The) {
            back -= 1;
        }
        if !matches!(r.word(back), Word::To | Word::And | Word::Through | Word::Until | Word::Or | Word::Punct(b'-' | b',' | b'&')) {
            return None;
        }
        if matches!(r.word(back), Word::And | Word::Or) && back > r.start && r.mark(back - 1, b',') {
            back -= 1;
        }
        let before = [1, 2].into_iter().find_map(|step| {
            let at = back.checked_sub(step).filter(|at| *at > r.start)?;
            r.day(at, false).filter(|(_, end)| *end == back).map(|_| at)
        })?;
        first = before;
        if matches!(r.word(first - 1), Word::Month(_))
            || r.mark(first - 1, b'.') && matches!(r.word(first.saturating_sub(2)), Word::Month(_))
        {
            return Some(first);
        }
    }
    None
}
