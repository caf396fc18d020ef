//! Clock times and parts of the day, alone and with their day.

use super::phrase::{Core, Phrase, Reader, Said, TimeSaid};
use super::rule::{Cue, Rule};
use super::words::{DayPart, Unit, Word};

pub(crate) const RULES: &[Rule] = &[
    Rule {
        name: "clock",
        about: "a clock time, with its day where one is told beside it",
        cues: &[Cue::Number, Cue::ClockWord, Cue::Cardinal],
        read: clock_phrase,
        wanted: &[
            ("It hit at [10:35 a.m.] sharp", "2021-01-21T10:35"),
            ("It hit at [5 p.m. Wednesday].", "2021-01-20T17:00"),
            ("It hit at [noon].", "2021-01-21T12:00"),
            ("It fell at [16:08 UTC today].", "2021-01-21T16:08"),
            ("It hit at [3 o'clock in the morning].", "2021-01-21T03:00"),
            ("It is sold at [2:00 o'clock p.m.] there.", "2021-01-21T14:00"),
            ("They left at [0530 hours].", "2021-01-21T05:30"),
            ("She died at [04:15 on 01/20/2021].", "2021-01-20T04:15"),
            ("He fell before [2240 hours].", "2021-01-21T22:40"),
        ],
        unwanted: &["John 3:16 says", "a 10:35 ratio", "5 am I", "at 3:12", "0530 people", "at 0530", "worked 2000 hours of it"],
    },
    Rule {
        name: "part-of-day",
        about: "a part of a day: \"the night of Jan. 6\", \"in the morning\", \"Wednesday night\" (read with its day)",
        cues: &[Cue::DayPart, Cue::The, Cue::Part],
        read: part_of_day,
        wanted: &[("He fled in [the night of Jan. 6].", "2021-01-06TNI"), ("He fled in [the afternoon].", "2021-01-21TAF")],
        unwanted: &[
            "a night club", "Rooms are $55 a night.", "and good evening, Linden", "Good Morning America aired it.", "a morning person",
            "Evening Standard",
        ],
    },
];

/// Digits or words of a clock time; and the token after it.
pub(crate) fn clock(r: &Reader, at: usize) -> Option<(TimeSaid, usize)> {
    let plain = |hour, end| Some((TimeSaid::Clock { hour, minute: Some(0), second: None, zone: None }, end));
    match r.word(at) {
        Word::Noon => return plain(12, at + 1),
        Word::Midnight if ends_a_term(r, at) => return plain(24, at + 1),
        Word::Midnight => return plain(0, at + 1),
        _ => {}
    }
    let hour = match r.word(at) {
        Word::Number if r.digits(at) <= 2 => r.number(at)?,
        Word::Number if r.digits(at) <= 4 && r.glued(at + 1) && matches!(r.word(at + 1), Word::Meridiem(_)) => {
            // "430pm", as tweets write it.
            let packed = r.number(at)?;
            let Word::Meridiem(half) = r.word(at + 1) else { return None };
            let (hour, minute) = ((packed / 100) as u8, (packed % 100) as u8);
            return ((1..=12).contains(&hour) && minute < 60)
                .then(|| (TimeSaid::Clock { hour: hour % 12 + half, minute: Some(minute), second: None, zone: None }, at + 2));
        }
        // "1435 hours", as police and jails write it.
        Word::Number if r.digits(at) == 4 => return packed(r, at),
        Word::Cardinal(n @ 1..=12) => u32::from(n),
        _ => return None,
    };
    if hour > 24 {
        return None;
    }
    let mut next = at + 1;
    let (mut minute, mut second) = (None, None);
    if matches!(r.word(next), Word::Punct(b':' | b'.')) && r.glued(next) && r.glued(next + 1) && r.digits(next + 1) == 2 {
        minute = r.number(next + 1).filter(|m| *m < 60).map(|m| m as u8);
        minute?;
        let colon = r.mark(next, b':');
        next += 2;
        if colon && r.mark(next, b':') && r.glued(next) && r.glued(next + 1) && r.digits(next + 1) == 2 {
            second = r.number(next + 1).filter(|s| *s < 60).map(|s| s as u8);
            next += 2;
        }
        if !colon && meridiem(r, next).is_none() {
            return None;
        }
    }
    // "Between 9:15 and 9:45 p.m.", "9:00-10:30 a.m.": the first takes the half of the day from the second.
    if minute.is_some()
        && meridiem(r, next).is_none()
        && matches!(r.word(next), Word::And | Word::To | Word::Until | Word::Punct(b'-'))
        && let Some((half, until)) = half_of_end(r, next + 1)
        && (1..=12).contains(&hour)
    {
        let half = if u32::from(hour as u8 % 12) > until % 12 && half == 12 { 0 } else { half };
        return Some((TimeSaid::Clock { hour: hour as u8 % 12 + half, minute, second, zone: None }, next));
    }
    if hour == 12 && r.is(next, Word::Midnight) {
        return plain(if ends_a_term(r, at) { 24 } else { 0 }, next + 1);
    }
    let spelt = matches!(r.word(at), Word::Cardinal(_));
    let mut hour = hour as u8;
    if let Some((half, end)) = meridiem(r, next) {
        if hour == 0 || hour > 12 {
            return None;
        }
        hour = hour % 12 + half;
        next = end;
    } else if r.is(next, Word::OClock) || r.says(next, "o") && r.mark(next + 1, b'\'') && r.says(next + 2, "clock") {
        next += if r.is(next, Word::OClock) { 1 } else { 3 };
        // "At 2:00 o'clock p.m.", as notices of sale have it; "eleven o'clock at night".
        let half = meridiem(r, next).or_else(|| (r.is(next, Word::At) && r.says(next + 1, "night")).then_some((12, next + 2)));
        if let Some((half, end)) = half.filter(|_| (1..=12).contains(&hour)) {
            hour = hour % 12 + half;
            next = end;
        }
    } else if !(r.is(next, Word::In)
        && r.is(next + 1, Word::The)
        && matches!(r.word(next + 2), Word::DayPart(_))
        && hour <= 12
        && matches!(r.before(at), Word::At | Word::About | Word::By))
    {
        // A bare "16:08" is a score, a verse or a ratio unless a zone or a preposition of time says otherwise.
        let zoned = matches!(r.word(next), Word::Zone) || matches!(r.str(next), "hours" | "hrs" | "GMT" | "UTC");
        let at_word = matches!(r.before(at), Word::At | Word::Until | Word::By) && !matches!(r.back(at, 2), Word::Docket | Word::Number);
        // "At 04:15", with the nought of a record's clock.
        let full = r.digits(at) == 2 && (hour >= 5 || r.str(at).starts_with('0'));
        if minute.is_none() || spelt || !(zoned || at_word && full) || hour > 23 {
            return None;
        }
    }
    if r.is(next, Word::In)
        && r.is(next + 1, Word::The)
        && let Word::DayPart(part) = r.word(next + 2)
    {
        if matches!(part, DayPart::Afternoon | DayPart::Evening) && hour < 12 {
            hour += 12;
        }
        next += 3;
    }
    let mut zone = None;
    let bracket = r.past_mark(next, b'(');
    let opened = bracket > next;
    let bracket = if opened && r.says(bracket, "prevailing") { bracket + 1 } else { bracket };
    if matches!(r.word(bracket), Word::Zone) && r.str(bracket).chars().all(|c| c.is_ascii_uppercase())
        || matches!(r.str(bracket), "Eastern" | "Pacific" | "Central" | "Mountain")
    {
        zone = Some((r.tokens[bracket].start, r.tokens[bracket].end));
        next = bracket + 1;
        next = r.past(next, Word::Time);
        next = if opened { r.past_mark(next, b')') } else { next };
    } else if matches!(r.str(next), "hours" | "hrs") {
        next += 1;
    } else if r.says(next, "local") && r.is(next + 1, Word::Time) {
        next += 2;
    }
    Some((TimeSaid::Clock { hour: hour.min(23), minute, second, zone }, next))
}

/// Whether something ends at a midnight, which is then that of the day's end: "until midnight on Dec. 31", "expiring at".
fn ends_a_term(r: &Reader, at: usize) -> bool {
    let ends =
        ["expire", "expires", "expired", "expiring", "end", "ends", "ended", "ending", "terminate", "terminates", "terminating", "closes"];
    // "Between 10 p.m. and midnight", "from noon to midnight"; "after midnight" begins a day.
    let hours = |at: usize| matches!(r.word(at), Word::Meridiem(_) | Word::Noon | Word::Punct(b'.')) || r.says(at, "m");
    if matches!(r.before(at), Word::And | Word::To | Word::Punct(b'-')) && at >= r.start + 2 && hours(at - 2) {
        return true;
    }
    let mut before = (r.start..at).rev().take(3).take_while(|at| !matches!(r.word(*at), Word::Punct(_) | Word::After));
    before.any(|at| {
        matches!(r.word(at), Word::By | Word::Until | Word::Through | Word::Before)
            || ends.iter().any(|word| r.says(at, word))
            || r.says(at, "than")
    })
}

/// The half of the day, and the hour, of the time that ends a stretch.
fn half_of_end(r: &Reader, at: usize) -> Option<(u8, u32)> {
    let hour = r.number(at).filter(|hour| r.digits(at) <= 2 && (1..=12).contains(hour))?;
    let minutes = r.mark(at + 1, b':') && r.glued(at + 1) && r.glued(at + 2) && r.digits(at + 2) == 2;
    let (half, _) = meridiem(r, if minutes { at + 3 } else { at + 1 })?;
    Some((half, hour))
}

/// A packed time of four digits, behind or before what says that it is one: "at 1435 hours", "between 2000 and 2200 hours",
/// "1500-2300 hrs", "0412 on 18 Jan". The hours that somebody worked are none.
pub(crate) fn packed(r: &Reader, at: usize) -> Option<(TimeSaid, usize)> {
    let time = |at: usize| {
        let number = r.number(at).filter(|_| r.digits(at) == 4)?;
        (number / 100 < 24 && number % 100 < 60).then_some(((number / 100) as u8, (number % 100) as u8))
    };
    let hours = |at: usize| {
        let abbreviated = matches!(r.str(at), "hrs" | "hr" | "HRS" | "GMT" | "UTC");
        let counted = COUNTED.iter().any(|word| r.says(at + 1, word));
        (abbreviated || matches!(r.str(at), "hours" | "Hours" | "HOURS")) && !counted
    };
    let joins = |at: usize| matches!(r.word(at), Word::And | Word::To | Word::Until | Word::Punct(b'-'));
    let (hour, minute) = time(at)?;
    let clock = |end| Some((TimeSaid::Clock { hour, minute: Some(minute), second: None, zone: None }, end));
    // "03/05/2019 2015", "12/12/17 @ 0730": right behind a date in digits, and nothing behind it.
    let stamp = |at: usize| {
        at >= r.start + 5 && r.is(at - 1, Word::Number) && r.mark(at - 2, b'/') && r.is(at - 3, Word::Number) && r.mark(at - 4, b'/')
    };
    let alone = matches!(r.word(at + 1), Word::End | Word::Punct(b'.' | b',' | b';')) || r.tokens.get(at + 1).is_some_and(|t| t.new_line);
    if alone && r.spaced(at) && (stamp(at) || matches!(r.before(at), Word::At | Word::Punct(b'@')) && stamp(at - 1)) {
        return clock(at + 1);
    }
    let early = r.tokens[at].number < 1000;
    if hours(at + 1) {
        // "2015 hours" may be counted: what looks like a year of this age needs a preposition or a mark before it.
        const SPENT: &[&str] = &["billed", "worked", "spent", "logged", "took", "devoted", "required", "totaled"];
        let spent = || (r.start..at).rev().take(4).any(|i| SPENT.iter().any(|word| r.says(i, word)));
        let hedged = matches!(r.before(at), Word::About | Word::Nearly | Word::Over | Word::More) && r.back(at, 2) != Word::At && spent();
        let led = !hedged && !matches!(r.before(at), Word::Other | Word::PastVerb | Word::PresentVerb | Word::A | Word::The)
            || matches!(r.str(at.saturating_sub(1)), "approx" | "approximately" | "around" | "ending" | "than");
        let few = r.tokens[at].number < 1800 || r.str(at + 1) != "hours";
        let stop = r.past_stop(at + 2);
        let stopped = r.str(at + 1).len() <= 3 && r.is(stop, Word::On) && !r.capital(stop);
        let end = if stopped { r.past_stop(at + 2) } else { at + 2 };
        return if early || few || led { clock(end) } else { None };
    }
    // The first end of a stretch of such hours, and its second; "from 1900 to 0700" needs one that no year is written like.
    let stretch = |from: usize| {
        let (Some(_), Some(_)) = (time(from), time(from + 2)) else { return false };
        let early = r.tokens[from].number < 1000 || r.tokens[from + 2].number < 1000;
        joins(from + 1) && (hours(from + 3) || early && matches!(r.before(from), Word::From | Word::Between))
    };
    if stretch(at) || at >= r.start + 2 && stretch(at - 2) {
        return clock(at + 1);
    }
    let dated = r.is(at + 1, Word::On) && (r.is(at + 2, Word::Number) || matches!(r.word(at + 2), Word::Month(_) | Word::Weekday(_)));
    let apart = matches!(r.before(at), Word::At | Word::End | Word::Punct(b'.' | b';' | b'(')) || r.tokens[at].new_line;
    if early && dated && apart { clock(at + 1) } else { None }
}

/// What follows hours that somebody worked or lost, and no time of day.
const COUNTED: &[&str] = &[
    "of", "a", "per", "annually", "worked", "lost", "were", "was", "are", "is", "have", "has", "had", "will", "each", "every", "yearly",
    "weekly", "billed", "long", "more", "total",
];

/// "a.m.", "pm", "P.M.": twelve for the afternoon; and the token after it.
fn meridiem(r: &Reader, at: usize) -> Option<(u8, usize)> {
    match r.word(at) {
        Word::Meridiem(half) => {
            // "5 am I": the verb stands apart and is followed by a word of its own.
            let verb = half == 0 && r.spaced(at) && matches!(r.str(at + 1), "I" | "i" | "not" | "so" | "a");
            (!verb).then(|| (half, at + 1))
        }
        _ => {
            let letter = r.str(at);
            let half = if letter.eq_ignore_ascii_case("a") {
                0
            } else if letter.eq_ignore_ascii_case("p") {
                12
            } else {
                return None;
            };
            let dotted = r.mark(at + 1, b'.') && r.says(at + 2, "m") && r.glued(at + 2);
            dotted.then(|| (half, r.past_stop(at + 3)))
        }
    }
}

fn clock_phrase(r: &Reader, at: usize) -> Option<Phrase> {
    // "1500-2300 hrs", "8:30 a.m.-2:00 p.m.": the end of a stretch of hours.
    let whole = r.digits(at) == 4 || half_of_end(r, at).is_some();
    let ends_hours =
        whole && r.mark(at.saturating_sub(1), b'-') && matches!(r.back(at, 2), Word::Number | Word::Punct(b'.') | Word::Meridiem(_));
    if r.glued(at) && matches!(r.before(at), Word::Punct(b':' | b'.' | b'-' | b'/' | b'$' | b'#' | b',')) && !ends_hours {
        return None;
    }
    let (time, end) = clock(r, at)?;
    if matches!(r.before(at), Word::Docket | Word::Page | Word::Section) {
        return None;
    }
    // "From 9 a.m. to 5 p.m. on July 6": the day of the second time is the first one's too.
    let shared = || {
        let joined = matches!(r.word(end), Word::To | Word::And | Word::Until | Word::Through | Word::Punct(b'-'));
        let (_, second) = joined.then(|| clock(r, end + 1)).flatten()?;
        let day = day_after_time(r, second)?.0;
        Some((day, end))
    };
    let (mut said, end) = day_after_time(r, end).or_else(shared).unwrap_or((Said::new(Core::TimeOnly), end));
    said.time = Some(time);
    Phrase::said(at, end, said)
}

/// The day that follows a time: "5 p.m. Wednesday", "10 a.m. on Jan. 4".
fn day_after_time(r: &Reader, at: usize) -> Option<(Said, usize)> {
    // "9:15 a.m. (0815 GMT) Monday": the hour in another zone.
    let zone = r.mark(at, b'(').then(|| (at + 2..at + 8).find(|close| r.mark(*close, b')'))).flatten();
    let zone = zone.filter(|close| matches!(r.word(at + 1), Word::Number) && (at + 2..*close).any(|at| matches!(r.word(at), Word::Zone)));
    let next = r.past_mark(zone.map_or(at, |close| close + 1), b',');
    let next = r.past(r.past(next, Word::On), Word::Of);
    if matches!(r.word(next), Word::Midnight | Word::Noon) {
        return None;
    }
    let inner = super::rule::best_of(r, next, |core| {
        matches!(
            core,
            Core::Date { .. }
                | Core::Weekday { .. }
                | Core::WeekdayOf { .. }
                | Core::WeekdayBeside { .. }
                | Core::Exact(_)
                | Core::Either(..)
                | Core::DayOfMonth { .. }
                | Core::Offset { unit: Unit::Day, .. }
                | Core::Period { unit: Unit::Day, .. }
        )
    })?;
    // "7pm tonight", "6am this morning": the clock says it better than the part of the day.
    let said = inner.said.filter(|said| matches!(said.time, None | Some(TimeSaid::Part(_))))?;
    Some((said, inner.end))
}

fn part_of_day(r: &Reader, at: usize) -> Option<Phrase> {
    let the = r.past(at, Word::The);
    let early = matches!(r.word(the), Word::Early | Word::Late | Word::Mid);
    let word = if early { r.past_mark(the + 1, b'-') } else { the };
    let Word::DayPart(part) = r.word(word) else { return None };
    // "Good evening, Linden": a greeting; "$55 a night": a rate.
    let greets = at == word && at > r.start && r.says(at - 1, "good");
    let rate = at == word && r.before(at) == Word::A && r.back(at, 2) == Word::Number;
    if greets || rate {
        return None;
    }
    let shouted = r.str(word).len() > 1 && r.str(word).chars().all(|c| c.is_ascii_uppercase());
    if r.capital(word)
        && !shouted
        && (r.capital(word + 1) || at > r.start && at == word && r.capital(word - 1) && !r.opens_sentence(word - 1))
    {
        return None;
    }
    // "the early morning hours of May 2"
    let hours = r.past(word + 1, Word::Unit(Unit::Hour));
    if hours > word + 1
        && r.is(hours, Word::Of)
        && let Some((mut said, end)) = day_after_time(r, hours)
    {
        said.time = Some(TimeSaid::Part(part));
        return Phrase::said(at, end, said);
    }
    // "the night of Jan. 6", "at dawn on 22 June 1941"
    if (r.is(word + 1, Word::Of) || r.is(word + 1, Word::On) && r.before(at) == Word::At)
        && let Some((mut said, end)) = day_after_time(r, word + 1)
    {
        said.time = Some(TimeSaid::Part(part));
        return Phrase::said(at, end, said);
    }
    // "At mid-afternoon yesterday", "late morning Tuesday".
    if matches!(r.word(word + 1), Word::Yesterday | Word::Today | Word::Tomorrow)
        && let Some((mut said, end)) = day_after_time(r, word + 1)
    {
        said.time = Some(TimeSaid::Part(part));
        return Phrase::said(at, end, said);
    }
    let thing = matches!(
        r.str(word + 1),
        "club"
            | "clubs"
            | "shift"
            | "show"
            | "person"
            | "school"
            | "stand"
            | "court"
            | "sky"
            | "vision"
            | "owl"
            | "newspaper"
            | "paper"
            | "news"
            | "edition"
    );
    let hyphened = r.mark(word + 1, b'-') && r.glued(word + 1);
    if thing || hyphened || matches!(r.before(at), Word::NameTitle | Word::Each | Word::Every) {
        return None;
    }
    let mut said =
        Said::new(if the > at && r.before(at) != Word::In && names_a_happening(r, word + 1) { Core::TimeOf } else { Core::TimeOnly });
    said.time = Some(TimeSaid::Part(part));
    Phrase::said(at, word + 1, said)
}

/// "The night of the fire", "the morning after his arrest", "the night he died": what follows says whose night it is.
fn names_a_happening(r: &Reader, at: usize) -> bool {
    let pronoun = ["he", "she", "they", "it", "we", "i", "when"].iter().any(|word| r.says(at, word));
    let of =
        matches!(r.word(at), Word::Of | Word::After | Word::Before) || r.is(at, Word::That) && !matches!(r.word(at + 1), Word::Punct(_));
    // "The night Dorn died", but not "the morning Times".
    let subject = r.is(at, Word::The) || r.capital(at) && r.word(at) == Word::Other && r.word(at + 1) == Word::PastVerb;
    (pronoun || of || subject) && r.spaced(at)
}

/// A time of 24 hours in digits, right behind a date with its year, with the zone that stamps and mail give it.
fn stamped(r: &Reader, at: usize) -> Option<(TimeSaid, usize)> {
    let two = |at: usize, below: u32| r.number(at).filter(|n| r.digits(at) == 2 && *n < below).map(|n| n as u8);
    let (hour, minute) = (two(at, 24)?, two(at + 2, 60)?);
    if !r.mark(at + 1, b':') || !r.glued(at + 1) || !r.glued(at + 2) {
        return None;
    }
    let second = two(at + 4, 60).filter(|_| r.mark(at + 3, b':') && r.glued(at + 3) && r.glued(at + 4));
    let end = if second.is_some() { at + 5 } else { at + 3 };
    let offset = matches!(r.word(end), Word::Punct(b'-' | b'+')) && r.spaced(end) && r.glued(end + 1) && r.digits(end + 1) == 4;
    if offset && r.is(end + 1, Word::Number) {
        let zone = Some((r.tokens[end].start, r.tokens[end + 1].end));
        return Some((TimeSaid::Clock { hour, minute: Some(minute), second, zone }, end + 2));
    }
    // "14:05: the patient": the mark that a log sets behind its stamp.
    if r.mark(end, b':') && r.glued(end) && r.spaced(end + 1) {
        return Some((TimeSaid::Clock { hour, minute: Some(minute), second, zone: None }, end));
    }
    let more = matches!(r.word(end), Word::Meridiem(_))
        || meridiem(r, end).is_some()
        || r.glued(end) && !matches!(r.word(end), Word::Punct(b',' | b'.' | b')' | b']' | b';'));
    (!more).then_some((TimeSaid::Clock { hour, minute: Some(minute), second, zone: None }, end))
}

/// Adds the time that follows a day ("Wednesday night", "Jan. 4 at 10:30 a.m.") to what was said.
pub(crate) fn attach_time(r: &Reader, phrase: &mut Phrase) {
    let Some(said) = &mut phrase.said else { return };
    let takes_time = said.time.is_none()
        && matches!(
            said.core,
            Core::Date { .. }
                | Core::Weekday { .. }
                | Core::WeekdayOf { .. }
                | Core::WeekdayBeside { .. }
                | Core::Exact(_)
                | Core::Either(..)
                | Core::Offset { unit: Unit::Day, .. }
                | Core::Period { unit: Unit::Day, .. }
                | Core::Holiday { .. }
        );
    if !takes_time {
        return;
    }
    let mut next = phrase.end;
    if let Word::DayPart(part) = r.word(next)
        && r.spaced(next)
        && !r.capital(next)
        && !(r.mark(next + 1, b'-') && r.glued(next + 1))
    {
        said.time = Some(TimeSaid::Part(part));
        phrase.end = next + 1;
        return;
    }
    next = r.past_mark(next, b',');
    next = r.past_mark(next, b'@');
    next = r.past(next, Word::At);
    next = r.past(next, Word::About);
    // "01/28/2019 14:35:07", as court stamps have it; "6 Nov 2013 09:14:27 -0500", as mail has; "Time: 20:15", as forms have.
    let whole = matches!(said.core, Core::Exact(_) | Core::Either(..) | Core::Date { year: super::phrase::YearSaid::Year(_), .. });
    if r.is(next, Word::Time) && r.mark(next + 1, b':') {
        next += 2;
    }
    if whole && let Some((time, end)) = stamped(r, next) {
        said.time = Some(time);
        phrase.end = end;
        return;
    }
    if (next > phrase.end || r.is(next, Word::Number))
        && let Some((time, end)) = clock(r, next)
    {
        said.time = Some(time);
        phrase.end = end;
    }
}
