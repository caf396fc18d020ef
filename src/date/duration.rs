//! Stretches without a place on the calendar, and things that recur.

use super::phrase::{Core, Phrase, Reader};
use super::rule::{Cue, Rule};
use super::value::{Amount, SetValue};
use super::words::{Unit, Word};

pub(crate) const RULES: &[Rule] = &[
    Rule {
        name: "duration",
        about: "so many units of time",
        cues: &[Cue::Amount, Cue::Pointing, Cue::The],
        read: duration,
        wanted: &[
            ("He served [25 days] in all.", "P25D"),
            ("It took [a couple of years].", "P2Y"),
            ("It took [two and a half years].", "P2Y6M"),
            ("Over [the past two decades] it grew.", "P20Y"),
            ("A [30-year] bond was sold.", "P30Y"),
            ("It took [several months].", "PXM"),
            ("Pay within [thirty (30) days] of it.", "P30D"),
            ("It stood for [half a century].", "P50Y"),
        ],
        unwanted: &[
            "The teen is 17 years old.", "a 13-year-old boy", "a second chance", "the first day", "#LNW1HR", "It pays $15 an hour.",
            "about three-quarters of its food", "He hopes he one day follows.",
        ],
    },
    Rule {
        name: "plural",
        about: "units without a number: \"for years\"",
        cues: &[Cue::Unit, Cue::Pointing],
        read: plural,
        wanted: &[("It went on for [years].", "PXY"), ("It took [months].", "PXM"), ("He died within [weeks or months] of it.", "PXW")],
        unwanted: &["two years", "these days", "the year", "Store hours are posted.", "the minutes of the meeting"],
    },
    Rule {
        name: "set",
        about: "a thing that recurs: every day, annually, each Monday",
        cues: &[Cue::Set, Cue::Amount, Cue::Weekday],
        read: set,
        wanted: &[
            ("It is paid [every month].", "P1M"),
            ("It appears [daily].", "P1D"),
            ("They meet [every Monday].", "XXXX-WXX-1"),
            ("It is paid [annually].", "P1Y"),
            ("They meet [every two weeks].", "P2W"),
            ("They meet every Monday and [Thursday].", "XXXX-WXX-4"),
            ("It is paid [quarterly].", "P1Q"),
            ("It is paid semi-[annually].", "P6M"),
            ("They come on [alternate Wednesdays].", "P2W"),
            ("It is due [every calendar month].", "P1M"),
            ("It is due [every December 24] there.", "XXXX-12-24"),
            ("It is kept [every Fourth of July].", "XXXX-07-04"),
        ],
        unwanted: &["the average daily volume", "a quarterly dividend", "The Daily Mail said so.", "every man", "each of them"],
    },
];

/// Ages and words that make a duration something else.
fn is_age(r: &Reader, at: usize) -> bool {
    r.says(at, "old") || r.mark(at, b'-') && r.says(at + 1, "old") || r.says(at, "olds") || r.mark(at, b'-') && r.says(at + 1, "olds")
}

/// Words between a count and its unit; the last are how rules and contracts count days.
const KINDS_OF_DAY: &[&str] = &[
    "consecutive", "straight", "long", "short", "additional", "extra", "fiscal", "solid", "good", "calendar", "business", "court",
    "working", "clear", "judicial", "banking", "trading", "school",
];

fn duration(r: &Reader, at: usize) -> Option<Phrase> {
    // "#LNW1HR": a part of a word.
    if r.is(at, Word::Number) && r.glued(at) && r.before(at) == Word::Other {
        return None;
    }
    // "the past two decades", "the last 24 hours", "the first nine months", "the next few days".
    let mut next = at;
    let mut pointed = false;
    if r.is(next, Word::The) {
        next += 1;
        pointed = true;
    }
    if matches!(r.word(next), Word::Last | Word::Past | Word::Next | Word::Coming | Word::Previous | Word::Following | Word::Latest)
        || matches!(r.word(next), Word::Ordinal(1))
            && matches!(r.word(next + 1), Word::Cardinal(_) | Word::Number | Word::Few | Word::Couple)
        || matches!(r.word(next), Word::These) && matches!(r.word(next + 1), Word::Cardinal(_) | Word::Number | Word::Past | Word::Last)
    {
        next += 1;
        pointed = true;
    }
    if pointed && matches!(r.word(next), Word::A) {
        return None;
    }
    let bound = match r.word(next) {
        Word::More | Word::Less if r.is(next + 1, Word::Than) => next + 2,
        Word::At if matches!(r.word(next + 1), Word::Least | Word::Most) => next + 2,
        Word::Nearly | Word::About | Word::Over => next + 1,
        _ => next,
    };
    let amount_at = bound;
    let (amount, after) = if r.is(amount_at, Word::Half) && r.is(amount_at + 1, Word::A) {
        (Amount::Tenths(5), amount_at + 2)
    } else if r.is(amount_at, Word::A) && r.is(amount_at + 1, Word::Half) {
        (Amount::Tenths(5), r.past_mark(amount_at + 2, b'-'))
    } else {
        r.amount(amount_at)?
    };
    let after = match r.word(after) {
        Word::More | Word::Full | Word::Few => after + 1,
        _ if KINDS_OF_DAY.iter().any(|kind| r.says(after, kind)) => after + 1,
        _ => after,
    };
    let hyphen = r.mark(after, b'-') && r.glued(after) && r.glued(after + 1);
    let word = if hyphen { after + 1 } else { after };
    let Word::Unit(mut unit) = r.word(word) else { return None };
    // "27 MINUTE ENTRY", "14 DAY ORDER": the number of a docket's entry before its words; "2049 Century Park East".
    let entry = ["ENTRY", "ORDER", "NOTICE"].contains(&r.str(word + 1)) && r.str(word).chars().all(|c| c.is_ascii_uppercase());
    // "On “60 Minutes”": a programme.
    let programme = r.number(amount_at) == Some(60) && r.str(word) == "Minutes";
    if entry || programme || r.capital(word) && r.capital(word + 1) && matches!(unit, Unit::Century) {
        return None;
    }
    if unit == Unit::Night {
        unit = Unit::Day;
    }
    let mut end = word + 1;
    if is_age(r, end) || r.says(end, "of") && r.says(end + 1, "age") || matches!(r.word(end), Word::Ago | Word::Later | Word::Earlier) {
        return None;
    }
    // "a second", "a quarter", "a half": a rank or a share more often than a time.
    // "The comparable 1988 quarter": a year is no count of quarters.
    // "The 2019 school year" is a year, and counts none.
    let numbered = unit == Unit::Year
        && (r.year(amount_at).is_some_and(|(year, _)| (1900..=2100).contains(&year))
            // "The 2018-19 school year".
            || r.glued(amount_at) && matches!(r.before(amount_at), Word::Punct(b'-' | b'/')) && r.back(amount_at, 2) == Word::Number);
    if numbered || matches!(unit, Unit::Quarter) && r.digits(amount_at) == 4 {
        return None;
    }
    if matches!(unit, Unit::Quarter) && !hyphen && matches!(r.word(amount_at), Word::A | Word::Cardinal(1)) {
        return None;
    }
    // "Will one day be": no day that is counted.
    const MODALS: &[&str] = &["will", "would", "could", "may", "might", "can", "should"];
    if unit == Unit::Day && r.says(amount_at, "one") && amount_at > r.start && MODALS.iter().any(|modal| r.says(amount_at - 1, modal)) {
        return Phrase::read(at, end, Core::Later);
    }
    // "He hopes he one day follows": no time that is told.
    const PRONOUNS: &[&str] = &["he", "she", "they", "we", "i", "you"];
    let behind = matches!(r.word(end), Word::Punct(_) | Word::End | Word::Later | Word::After | Word::Before | Word::Ago);
    if unit == Unit::Day
        && r.says(amount_at, "one")
        && amount_at > r.start
        && PRONOUNS.iter().any(|who| r.says(amount_at - 1, who))
        && !behind
    {
        return None;
    }
    // "Three-quarters of its food": a share.
    if matches!(unit, Unit::Quarter) && hyphen && r.is(end, Word::Of) {
        return None;
    }
    if r.is(amount_at, Word::A) && !pointed && bound == at {
        // "a year" as a rate ("$5 a year") is a set; "a day" and "an hour" in names are neither.
        // "$15 an hour", "358,000 a month": what it comes to by the unit, and no time.
        if r.before(at) == Word::Number {
            return None;
        }
        let rate = r.before(at) == Word::Other
            && at > r.start + 1
            && matches!(r.str(at - 1), "million" | "billion" | "times" | "twice" | "percent" | "barrels" | "share" | "people");
        if rate || matches!(r.before(at), Word::Once) {
            return Phrase::read(at, end, Core::Set(SetValue::Every { count: 1, unit }));
        }
    }
    if r.is(end, Word::And)
        && r.is(end + 1, Word::A)
        && r.is(end + 2, Word::Half)
        && let Amount::Tenths(tenths) = amount
    {
        let (amount, unit) = in_years(Amount::Tenths(tenths + 5), unit);
        return Phrase::read(at, end + 3, Core::Duration { amount, unit });
    }
    if hyphen && r.mark(end, b'-') && r.glued(end) && r.says(end + 1, "long") {
        end += 2;
    }
    let (amount, unit) = in_years(amount, unit);
    Phrase::read(at, end, Core::Duration { amount, unit })
}

/// "Half a century", "a decade and a half": TIMEX3 has no parts of decades and centuries, and years do.
fn in_years(amount: Amount, unit: Unit) -> (Amount, Unit) {
    match (amount, unit) {
        (Amount::Tenths(tenths), Unit::Decade | Unit::Century) if tenths % 10 != 0 => {
            let years = if unit == Unit::Decade { 10 } else { 100 };
            (Amount::Tenths(tenths.saturating_mul(years)), Unit::Year)
        }
        whole => whole,
    }
}

fn plural(r: &Reader, at: usize) -> Option<Phrase> {
    let next = match r.word(at) {
        Word::Coming | Word::Past if matches!(r.word(at + 1), Word::Unit(_)) => at + 1,
        Word::Unit(_) => at,
        _ => return None,
    };
    let Word::Unit(unit) = r.word(next) else { return None };
    if !matches!(r.str(next), "years" | "months" | "weeks" | "days" | "hours" | "minutes" | "decades" | "centuries") || is_age(r, next + 1)
    {
        return None;
    }
    let mut end = next + 1;
    // "Weeks or months": told as the shorter.
    if r.is(end, Word::Or) && matches!(r.word(end + 1), Word::Unit(longer) if longer > unit) && r.str(end + 1).ends_with('s') {
        end += 2;
    }
    match r.word(end) {
        Word::Ago => return Phrase::read(at, end + 1, Core::Past),
        Word::Later => return Phrase::read(at, end + 1, Core::Later),
        Word::Earlier => return Phrase::read(at, end + 1, Core::Past),
        _ => {}
    }
    let alone = next > at
        || matches!(
            r.before(at),
            Word::For
                | Word::In
                | Word::Of
                | Word::Within
                | Word::Over
                | Word::During
                | Word::End
                | Word::Or
                | Word::To
                | Word::Through
                | Word::Punct(_)
                | Word::PastVerb
                | Word::Other
                | Word::And
                | Word::Only
                | Word::Until
        );
    // "Store hours", "billable hours", "the minutes of the meeting" last no time.
    let numbered = r.says(next, "years") && r.year(end).is_some() && next > r.start && YEARS_OF.iter().any(|word| r.says(next - 1, word));
    let of_a_thing =
        numbered || next > r.start && HOURS_OF.iter().any(|word| r.says(next - 1, word)) || r.says(next, "minutes") && r.is(end, Word::Of);
    if !alone || of_a_thing || r.mark(end, b'-') && !r.says(end + 1, "long") {
        return None;
    }
    Phrase::read(at, end, Core::Duration { amount: Amount::Some, unit })
}

/// What stands before hours that are kept or billed, and before minutes that are written.
const HOURS_OF: &[&str] = &[
    "store", "office", "billable", "visiting", "opening", "board", "meeting", "council", "committee", "business", "working", "predawn",
    "evening", "morning", "school", "rush", "peak",
];

/// What stands before years that are named behind: "calendar years 2015 and 2016".
const YEARS_OF: &[&str] = &["calendar", "tax", "fiscal", "school", "model", "plan", "benefit", "academic"];

/// Whether a weekday goes on a list of weekdays that "every" or "each" opens, or that are named in the plural.
pub(super) fn recurs_with(r: &Reader, at: usize) -> bool {
    let mut first = at;
    while first > r.start && matches!(r.word(first - 1), Word::Weekday(_) | Word::And | Word::Or | Word::Punct(b',')) && at - first < 8 {
        first -= 1;
    }
    let joined = first < at && matches!(r.word(first), Word::Weekday(_)) && !matches!(r.word(at - 1), Word::Weekday(_));
    let plural = |at: usize| matches!(r.word(at), Word::Weekday(_)) && r.str(at).len() > 6 && r.str(at).ends_with('s') && r.capital(at);
    joined && (matches!(r.before(first), Word::Each | Word::Every) || plural(at) && plural(first))
}

fn set(r: &Reader, at: usize) -> Option<Phrase> {
    match r.word(at) {
        Word::Adverb(unit) => {
            // "The Daily Mail": a name.
            if r.capital(at) && (r.capital(at + 1) || !r.opens_sentence(at)) {
                return None;
            }
            // "Its average daily volume": a measure.
            if unit == Unit::Day && at > r.start && r.says(at - 1, "average") {
                return None;
            }
            // "Quarterly dividend", "annual report" name kinds of thing more often than times.
            if matches!(unit, Unit::Quarter) && !matches!(r.word(at + 1), Word::Punct(_) | Word::End) {
                return None;
            }
            // "Semi-annually" is twice a year, and "bi-weekly" one of two things.
            if r.mark(at.saturating_sub(1), b'-') && r.glued(at) {
                let twice = at >= r.start + 2 && r.says(at - 2, "semi") && unit == Unit::Year;
                return twice
                    .then_some(())
                    .and_then(|()| Phrase::read(at, at + 1, Core::Set(SetValue::Every { count: 6, unit: Unit::Month })));
            }
            let set = match unit {
                Unit::Night => SetValue::Every { count: 1, unit: Unit::Day },
                Unit::Fortnight => SetValue::Every { count: 2, unit: Unit::Week },
                unit => SetValue::Every { count: 1, unit },
            };
            Phrase::read(at, at + 1, Core::Set(set))
        }
        Word::Each | Word::Every => {
            // "Alternate Wednesdays", "alternating weekends".
            if r.says(at, "alternate") || r.says(at, "alternating") {
                return match r.word(at + 1) {
                    Word::Weekday(_) => Phrase::read(at, at + 2, Core::Set(SetValue::Every { count: 2, unit: Unit::Week })),
                    Word::Unit(unit) => Phrase::read(at, at + 2, Core::Set(SetValue::Every { count: 2, unit })),
                    _ => None,
                };
            }
            if r.says(at, "per") {
                let Word::Unit(unit) = r.word(at + 1) else { return None };
                return Phrase::read(at, at + 2, Core::Set(SetValue::Every { count: 1, unit }));
            }
            // "Each calendar month".
            if (r.says(at + 1, "single") || r.says(at + 1, "calendar"))
                && let Word::Unit(unit) = r.word(at + 2)
            {
                return Phrase::read(at, at + 3, Core::Set(SetValue::Every { count: 1, unit }));
            }
            if r.says(at + 1, "other") {
                return match r.word(at + 2) {
                    Word::Unit(unit) => Phrase::read(at, at + 3, Core::Set(SetValue::Every { count: 2, unit })),
                    Word::Weekday(weekday) => Phrase::read(at, at + 3, Core::Set(SetValue::Weekday(weekday))),
                    _ => None,
                };
            }
            match r.word(at + 1) {
                Word::Unit(unit) => Phrase::read(at, at + 2, Core::Set(SetValue::Every { count: 1, unit })),
                Word::Weekday(weekday) => Phrase::read(at, at + 2, Core::Set(SetValue::Weekday(weekday))),
                Word::DayPart(part) => Phrase::read(at, at + 2, Core::Set(SetValue::DayPart(part))),
                // "Every Fourth of July".
                Word::Ordinal(day @ 1..=31)
                    if r.is(at + 2, Word::Of)
                        && let Word::Month(month) = r.word(at + 3) =>
                {
                    Phrase::read(at, super::calendar::past_month(r, at + 3), Core::Set(SetValue::Yearly { month, day: Some(day) }))
                }
                Word::Ordinal(count) => {
                    let Word::Unit(unit) = r.word(at + 2) else { return None };
                    Phrase::read(at, at + 3, Core::Set(SetValue::Every { count: u32::from(count), unit }))
                }
                Word::Season(_) => Phrase::read(at, at + 2, Core::Set(SetValue::Every { count: 1, unit: Unit::Year })),
                // "Every December 24", "each March".
                Word::Month(month) if r.capital(at + 1) => {
                    let named = super::calendar::past_month(r, at + 1);
                    let (day, end) = r.day(named, false).map_or((None, named), |(day, end)| (Some(day), end));
                    (!r.capital(end)).then_some(()).and_then(|()| Phrase::read(at, end, Core::Set(SetValue::Yearly { month, day })))
                }
                _ => {
                    let (Amount::Tenths(tenths), next) = r.amount(at + 1)? else { return None };
                    let Word::Unit(unit) = r.word(next) else { return None };
                    Phrase::read(at, next + 1, Core::Set(SetValue::Every { count: tenths / 10, unit }))
                }
            }
        }
        // "Every Monday and Thursday": each of the list recurs.
        Word::Weekday(weekday) if recurs_with(r, at) => Phrase::read(at, at + 1, Core::Set(SetValue::Weekday(weekday))),
        Word::Weekday(weekday) => {
            let name = r.str(at);
            (name.len() > 6 && name.ends_with('s') && r.capital(at))
                .then_some(())
                .and_then(|()| Phrase::read(at, at + 1, Core::Set(SetValue::Weekday(weekday))))
        }
        _ => None,
    }
}
