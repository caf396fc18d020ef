//! Times told from another time: yesterday, last week, two days later, the third quarter.

use super::phrase::{Core, From, Phrase, Reader, Said, Shift, TimeSaid, YearSaid, full_year};
use super::rule::{Cue, Rule};
use super::value::Amount;
use super::weekday::days_from_anchor;
use super::words::{DayPart, Season, Unit, Word};

pub(crate) const RULES: &[Rule] = &[
    Rule {
        name: "day-word",
        about: "yesterday, today, tomorrow, tonight",
        cues: &[Cue::DayWord],
        read: day_word,
        wanted: &[
            ("He left [yesterday].", "2021-01-20"),
            ("He is out [today].", "2021-01-21"),
            ("He comes [tomorrow].", "2021-01-22"),
            ("It airs [tonight].", "2021-01-21TNI"),
        ],
        unwanted: &["in today's world", "USA Today reported it.", "The Today Show aired it."],
    },
    Rule {
        name: "period",
        about: "a week, month, quarter or year that is pointed at",
        cues: &[Cue::Pointing, Cue::The],
        read: period,
        wanted: &[
            ("He left [last week].", "2021-W02"),
            ("He left [last month].", "2020-12"),
            ("He leaves [next year].", "2022"),
            ("He paid [this quarter].", "2021-Q1"),
            ("It came [last weekend].", "2021-W02-WE"),
            ("Over [the past decade] it grew.", "P10Y"),
        ],
        unwanted: &["On “This Week,” he said so.", "the last of the weeks", "this long", "last in the year's list", "next door"],
    },
    Rule {
        name: "weekend",
        about: "a weekend that nothing points at: that of the week the text speaks from",
        cues: &[Cue::Unit],
        read: weekend,
        wanted: &[("Happy [weekend]!", "2021-W03-WE"), ("All the best [weekend] yet.", "2021-W03-WE")],
        unwanted: &["a weekend-long fair", "Weekend Edition aired it.", "on Memorial Day weekend"],
    },
    Rule {
        name: "period-told",
        about: "a day, month or year pointed at from the one last told: that day, the following month",
        cues: &[Cue::Pointing, Cue::The, Cue::Same],
        read: period_told,
        wanted: &[
            ("He wrote on Jan. 4, 2020. [That same day] they replied.", "2020-01-04"),
            ("He wrote on Jan. 4, 2020. [The next day] they replied.", "2020-01-05"),
            ("He wrote in May 2020. [The following month] they replied.", "2020-06"),
            ("He wrote in 2018. [The previous year] he slept.", "2017"),
            ("He wrote on Jan. 4, 2020. [The day before], he slept.", "2020-01-03"),
            ("He wrote on Jan. 4, 2020. [The night before], he slept.", "2020-01-03TNI"),
            ("It ends [the week after next].", "2021-W05"),
            ("It ended [the month before last].", "2020-11"),
        ],
        unwanted: &["that the day is long", "the same people", "following the day he died"],
    },
    Rule {
        name: "ago",
        about: "so many units before the day the text speaks from",
        cues: &[Cue::Amount],
        read: ago,
        wanted: &[
            ("He left [two months ago].", "2020-11"),
            ("He left [10 years ago].", "2011"),
            ("He left [three days ago].", "2021-01-18"),
            ("He left [a week ago].", "2021-W02"),
            ("He left [two years and six months ago].", "2018-07"),
            ("He left [a year and a day ago].", "PAST_REF"),
            ("He left [two years ago today].", "2019-01-21"),
            ("He left [two years ago this month].", "2019-01"),
            ("He left [two weeks ago Monday].", "2021-01-04"),
        ],
        unwanted: &["long ago", "two men ago"],
    },
    Rule {
        name: "later",
        about: "so many units after or before the time last told",
        cues: &[Cue::Amount],
        read: later,
        wanted: &[
            ("He wrote on Jan. 28, 2020. [Two days later], they replied.", "2020-01-30"),
            ("He wrote in May 2020. [Three months earlier] he slept.", "2020-02"),
            ("The contract of Jan. 4, 2020 ends [thirty (30) days after] that.", "2020-02-03"),
            ("He came in June 2015. [Two years and two months later] he left.", "2017-08"),
            ("He left at 11 p.m. on May 4, 2019. [Two hours later] she called.", "2019-05-05T01:00"),
        ],
        unwanted: &["two people later said", "two days", "no later than noon"],
    },
    Rule {
        name: "quarter",
        about: "a quarter or half of a year",
        cues: &[Cue::Ordinal, Cue::The, Cue::Fiscal, Cue::QuarterMark, Cue::Pointing, Cue::Number, Cue::Unit],
        read: quarter,
        wanted: &[
            ("Profit fell in [the third quarter].", "2020-Q3"),
            ("Profit fell in [the first quarter of 2019].", "2019-Q1"),
            ("[Third-quarter] profit fell.", "2020-Q3"),
            ("It grew in [Q3 2019].", "2019-Q3"),
            ("It grew in [Q2'17].", "2017-Q2"),
            ("It grew in [1Q16].", "2016-Q1"),
            ("It grew in [Q2FY18].", "2018-Q2"),
            ("It grew in [the second half of 2019].", "2019-H2"),
            ("It grew in [last year's fourth quarter].", "2020-Q4"),
        ],
        unwanted: &["a quarter of the men", "the second half was lost at home", "the French Quarter", "third quarter-final"],
    },
    Rule {
        name: "season",
        about: "a season, with its year or from the telling",
        cues: &[Cue::Season, Cue::The, Cue::Pointing],
        read: season,
        wanted: &[
            ("It fell in [the summer of 2019].", "2019-SU"),
            ("It fell [last summer].", "2020-SU"),
            ("It comes [next spring].", "2021-SP"),
            ("[Spring 2019] was cold.", "2019-SP"),
            ("He left in [the spring of '42].", "1942-SP"),
            ("They met in [autumn of 512 BC].", "BC0512-FA"),
            ("He wrote over [the summer] to the bank.", "2020-SU"),
            ("In her [fall 2016] term she left.", "2016-FA"),
        ],
        unwanted: &["to spring from", "prices fall", "the fall of Rome", "they fall down", "a spring in his step", "the Spring Street"],
    },
    Rule {
        name: "reference",
        about: "now, recently, soon: a time without a place on the calendar",
        cues: &[Cue::Reference, Cue::The, Cue::Pointing],
        read: reference,
        wanted: &[
            ("He is [now] 17.", "PRESENT_REF"),
            ("He [currently] lives there.", "PRESENT_REF"),
            ("He [recently] moved.", "PAST_REF"),
            ("In [the past], he ran.", "PAST_REF"),
            ("He will do it in [the future].", "FUTURE_REF"),
            ("He is out [right now].", "PRESENT_REF"),
            ("It ran from 2011 through [the present].", "PRESENT_REF"),
            ("between 2015 and [the present].", "PRESENT_REF"),
            ("from 2009 to [present], he", "PRESENT_REF"),
            ("made between 1/1/15 and [the present] are wanted", "PRESENT_REF"),
        ],
        unwanted: &[
            "electric current flows", "futures rose", "he walked past the house", "at all relevant times", "soon-to-be ex",
            "the complaint and the present motion", "to present evidence",
        ],
    },
];

fn day_word(r: &Reader, at: usize) -> Option<Phrase> {
    let end = at + 1;
    if r.glued(at) && matches!(r.before(at), Word::Punct(b'/' | b'.' | b'@' | b'_')) {
        return None;
    }
    match r.word(at) {
        Word::Yesterday => Phrase::read(at, end, days_from_anchor(-1)),
        Word::Tomorrow if at >= r.start + 2 && r.before(at) == Word::After && r.is(at - 2, Word::Unit(Unit::Day)) => {
            let first = if r.back(at, 3) == Word::The { at - 3 } else { at - 2 };
            Phrase::read(first, end, days_from_anchor(2))
        }
        Word::Tomorrow => Phrase::read(at, end, days_from_anchor(1)),
        Word::Today => {
            // "USA Today", "The Today Show": names.
            let shouted = r.str(at).chars().all(|c| c.is_ascii_uppercase()) && !r.says(at.saturating_sub(1), "USA");
            let quoted_name = at >= r.start + 3 && (at - 3..at).any(|back| r.str(back) == "USA");
            // "Today's world": no day.
            let age = r.mark(end, b'\'')
                && r.says(end + 1, "s")
                && ["world", "youth", "society", "generation", "climate"].iter().any(|word| r.says(end + 2, word));
            let named = age
                || quoted_name
                || r.capital(at) && !shouted && at > r.start && r.capital(at - 1) && !r.opens_sentence(at) && r.before(at) != Word::End
                || r.capital(at) && r.capital(end) && matches!(r.str(end), "Show" | "FM");
            (!named).then_some(()).and_then(|()| Phrase::read(at, end, days_from_anchor(0)))
        }
        Word::Tonight | Word::Overnight => {
            if r.capital(at) && r.capital(end) && r.str(end) == "Show" {
                return None;
            }
            let mut said = Said::new(days_from_anchor(0));
            said.time = Some(TimeSaid::Part(DayPart::Night));
            Phrase::said(at, end, said)
        }
        _ => None,
    }
}

/// What a pointing word does, and the token after it; "the" may stand before it.
fn pointing(r: &Reader, at: usize) -> Option<(Shift, usize)> {
    let the = r.past(at, Word::The);
    // "The very next day".
    let the = if the > at && r.says(the, "very") { the + 1 } else { the };
    let shift = match r.word(the) {
        Word::Last | Word::Past => Shift::Last,
        Word::Next if the > at => Shift::Following,
        Word::Next | Word::Coming => Shift::Next,
        Word::This | Word::Currently => Shift::This,
        Word::Latest => Shift::The,
        Word::That | Word::Same => Shift::That,
        Word::Following => Shift::Following,
        Word::Previous => Shift::Preceding,
        _ => return None,
    };
    let mut next = the + 1;
    if shift == Shift::That {
        next = r.past(next, Word::Same);
    }
    Some((shift, next))
}

fn unit_at(r: &Reader, at: usize) -> Option<Unit> {
    match r.word(at) {
        // "On the same date", as papers write of a day.
        _ if r.says(at, "date") && (r.is(at - 1, Word::Same) || r.is(at - 1, Word::That) && r.back(at, 2) == Word::On) => Some(Unit::Day),
        Word::Unit(unit)
            if !matches!(
                r.str(at),
                "days"
                    | "weeks"
                    | "months"
                    | "years"
                    | "quarters"
                    | "decades"
                    | "hours"
                    | "minutes"
                    | "weekends"
                    | "centuries"
                    | "min"
                    | "sec"
            ) =>
        {
            Some(unit)
        }
        _ => None,
    }
}

fn period(r: &Reader, at: usize) -> Option<Phrase> {
    let the = r.past(at, Word::The);
    // "The fiscal year ended Jan. 31" is a stretch; its end is told by itself.
    let fiscal = r.past(the, Word::Fiscal);
    if the > at && r.is(fiscal, Word::Unit(Unit::Year)) && matches!(r.str(fiscal + 1), "ended" | "ending") {
        return Phrase::read(at, fiscal + 1, Core::Duration { amount: Amount::Tenths(10), unit: Unit::Year });
    }
    if fiscal > the && the > at && r.is(fiscal, Word::Unit(Unit::Year)) {
        return Phrase::read(at, fiscal + 1, Core::Period { unit: Unit::Year, shift: Shift::The });
    }
    // "The quarter ended March 31, 2016" is that of its last day.
    if the > at
        && r.is(fiscal, Word::Unit(Unit::Quarter))
        && matches!(r.str(fiscal + 1), "ended" | "ending")
        && matches!(r.word(fiscal + 2), Word::Month(_) | Word::Number)
    {
        let ends = super::rule::best_of(r, fiscal + 2, |core| matches!(core, Core::Date { year: YearSaid::Year(_), .. }));
        if let Some(Core::Date { year, month, .. }) = ends.and_then(|ends| ends.said).map(|said| said.core) {
            return Phrase::read(at, fiscal + 1, Core::Quarter { quarter: month.div_ceil(3), year });
        }
    }
    // "the year", "the quarter", "the weekend": only where nothing narrows it.
    if the > at
        && let Some(unit) = unit_at(r, the)
    {
        let follows_number =
            matches!(r.word(the + 1), Word::Number | Word::Of | Word::After | Word::Before) || r.mark(the + 1, b'-') && r.glued(the + 1);
        let told = match unit {
            Unit::Weekend | Unit::Quarter => true,
            Unit::Year | Unit::Month | Unit::Week => {
                matches!(r.before(at), Word::In | Word::For | Word::During | Word::Of | Word::Earlier | Word::Later | Word::Over)
            }
            _ => false,
        };
        // "later in the day": press talk of the day being told.
        if unit == Unit::Day
            && matches!(r.before(at), Word::In)
            && matches!(r.back(at, 2), Word::Later | Word::Earlier | Word::Early | Word::Late)
        {
            return Phrase::read(at, the + 1, Core::Period { unit, shift: Shift::The });
        }
        if !told || r.mark(the + 1, b'\'') || follows_number && unit != Unit::Quarter || r.capital(the) && !r.opens_sentence(the) {
            return None;
        }
        return Phrase::read(at, the + 1, Core::Period { unit, shift: Shift::The });
    }
    if the > at && matches!(r.word(the), Word::Full) && r.is(the + 1, Word::Unit(Unit::Year)) && !r.is(the + 2, Word::Of) {
        return Phrase::read(at, the + 2, Core::Period { unit: Unit::Year, shift: Shift::The });
    }
    let (shift, mut next) = pointing(r, at)?;
    if matches!(shift, Shift::That | Shift::Following | Shift::Preceding) {
        return None;
    }
    next = r.past(next, Word::Fiscal);
    if shift == Shift::The && r.is(next, Word::Period) {
        return Phrase::read(at, next + 1, Core::Period { unit: Unit::Quarter, shift: Shift::The });
    }
    let unit = match r.word(next) {
        Word::DayPart(part) if matches!(shift, Shift::This | Shift::Last) && the == at => {
            let mut said = Said::new(days_from_anchor(if shift == Shift::Last { -1 } else { 0 }));
            if shift == Shift::Last && part != DayPart::Night && part != DayPart::Evening {
                return None;
            }
            said.time = Some(TimeSaid::Part(part));
            return Phrase::said(at, next + 1, said);
        }
        _ => unit_at(r, next)?,
    };
    if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Millennium | Unit::Fortnight) {
        return None;
    }
    // "this day" and "last day" count something else unless they stand alone.
    if unit == Unit::Day {
        return (shift == Shift::This && !r.is(next + 1, Word::Of))
            .then_some(())
            .and_then(|()| Phrase::read(at, next + 1, days_from_anchor(0)));
    }
    let end = next + 1;
    // "On ABC's “This Week,” he said": a programme.
    let quoted = r.before(at) == Word::Punct(b'"') && (r.mark(r.past_mark(end, b','), b'"') || r.says(end, "with"));
    if r.capital(at) && r.capital(next) && quoted {
        return None;
    }
    // "Over the past decade": ten years that end now, and none of the calendar's decades.
    if matches!(unit, Unit::Decade | Unit::Century) && the > at && r.is(the, Word::Past) {
        return Phrase::read(at, end, Core::Duration { amount: Amount::Tenths(10), unit });
    }
    // "last year's third quarter" belongs to the quarter.
    if r.mark(end, b'-') && r.glued(end) && r.glued(end + 1) && !matches!(r.str(end + 1), "old") {
        return None;
    }
    Phrase::read(at, end, Core::Period { unit, shift })
}

fn weekend(r: &Reader, at: usize) -> Option<Phrase> {
    let named = r.capital(at) && (r.capital(at + 1) || at > r.start && r.capital(at - 1));
    let hyphened = r.mark(at + 1, b'-') && r.glued(at + 1);
    // "Weekend visits", "weekend visitation": a weekend that only describes.
    let next = r.str(at + 1);
    let describes = r.is(at + 1, Word::Other)
        && r.spaced(at + 1)
        && (next.ends_with('s') && next.len() > 3
            || next.ends_with("tion")
            || next.ends_with("ing")
            || matches!(next, "visit" | "custody" | "shift" | "trip" | "leave"));
    if describes
        || !r.says(at, "weekend")
        || named
        || hyphened
        || matches!(r.before(at), Word::Unit(_) | Word::Holiday | Word::Each | Word::Every)
    {
        return None;
    }
    Phrase::read(at, at + 1, Core::Period { unit: Unit::Weekend, shift: Shift::This })
}

fn period_told(r: &Reader, at: usize) -> Option<Phrase> {
    let the = r.past(at, Word::The);
    // "The night before", "the morning after".
    if the > at
        && let Word::DayPart(part) = r.word(the)
        && let count @ (-1 | 1) = match r.word(the + 1) {
            Word::Before => -1,
            Word::After => 1,
            _ => 0,
        }
        && matches!(r.word(the + 2), Word::Punct(_) | Word::End | Word::And)
    {
        let mut said = Said::new(Core::Offset { count, unit: Unit::Day, from: From::Told });
        said.time = Some(TimeSaid::Part(part));
        return Phrase::said(at, the + 2, said);
    }
    // "The week after next", "the month before last", "the night before last": counted from the text's own day.
    let from_own = match (r.word(the + 1), r.word(the + 2)) {
        (Word::Before, Word::Last) => Some(-2),
        (Word::After, Word::Next) => Some(2),
        _ => None,
    };
    if the > at
        && let Some(count) = from_own
        && !matches!(r.word(the + 3), Word::Unit(_) | Word::Weekday(_) | Word::Month(_) | Word::Season(_) | Word::DayPart(_))
    {
        let unit = match r.word(the) {
            Word::DayPart(_) => Some(Unit::Day),
            _ => unit_at(r, the).filter(|unit| (Unit::Week..=Unit::Year).contains(unit)),
        };
        let mut said = Said::new(Core::Offset { count, unit: unit?, from: From::Anchor });
        if let Word::DayPart(part) = r.word(the) {
            said.time = Some(TimeSaid::Part(part));
        }
        return Phrase::said(at, the + 3, said);
    }
    // "the day before", "the week after", "a day earlier" is a count.
    if the > at
        && let Some(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year)) = unit_at(r, the)
    {
        let count = match r.word(the + 1) {
            Word::Before => -1,
            Word::After => 1,
            _ => return None,
        };
        let ends = matches!(r.word(the + 2), Word::Punct(_) | Word::End | Word::And);
        if !ends && !matches!(r.word(the + 2), Word::Today | Word::Yesterday) {
            return None;
        }
        if r.is(the + 2, Word::Yesterday) && unit == Unit::Day {
            return Phrase::read(at, the + 3, days_from_anchor(-2));
        }
        if r.is(the + 2, Word::Today) {
            return None;
        }
        return Phrase::read(at, the + 2, Core::Offset { count, unit, from: From::Told });
    }
    let (shift, next) = pointing(r, at)?;
    if !matches!(shift, Shift::That | Shift::Following | Shift::Preceding) {
        return None;
    }
    if let Word::DayPart(part) = r.word(next) {
        let mut said = Said::new(Core::Period { unit: Unit::Day, shift });
        said.time = Some(TimeSaid::Part(part));
        return Phrase::said(at, next + 1, said);
    }
    let unit = unit_at(r, next).filter(|unit| *unit >= Unit::Day && *unit != Unit::Night)?;
    if r.mark(next + 1, b'-') && r.glued(next + 1) {
        return None;
    }
    // "following the day": a preposition, not a pointing word.
    Phrase::read(at, next + 1, Core::Period { unit, shift })
}

/// The whole count of an amount of units; vague ones have none.
fn count_of(amount: Amount) -> Option<i32> {
    match amount {
        Amount::Tenths(tenths) => Some((tenths / 10) as i32),
        Amount::Some => None,
    }
}

/// Steps over "more than", "nearly", "about", "at least" before an amount.
fn past_bounds(r: &Reader, at: usize) -> usize {
    match r.word(at) {
        Word::More | Word::Less if r.is(at + 1, Word::Than) => at + 2,
        Word::At if matches!(r.word(at + 1), Word::Least | Word::Most) => at + 2,
        Word::Nearly | Word::About | Word::Only | Word::Over => at + 1,
        _ => at,
    }
}

/// Two units that are counted together.
struct Compound {
    /// Their sum in one unit, where one fits both: years and months, weeks and days.
    sum: Option<(i32, Unit)>,
    end: usize,
}

/// "Two years \[and six months]": the second of two counts.
fn compound(r: &Reader, amount: Amount, unit: Unit, and: usize) -> Option<Compound> {
    if !r.is(and, Word::And) {
        return None;
    }
    let (second, next) = r.amount(and + 1)?;
    let Word::Unit(smaller) = r.word(next) else { return None };
    let counts = count_of(amount).zip(count_of(second));
    let sum = match (unit, smaller, counts) {
        (Unit::Year, Unit::Month, Some((years, months))) => Some((years.checked_mul(12)?.checked_add(months)?, Unit::Month)),
        (Unit::Week, Unit::Day, Some((weeks, days))) => Some((weeks.checked_mul(7)?.checked_add(days)?, Unit::Day)),
        _ => None,
    };
    (smaller < unit).then_some(Compound { sum, end: next + 1 })
}

fn ago(r: &Reader, at: usize) -> Option<Phrase> {
    let (amount, next) = r.amount(past_bounds(r, at))?;
    let next = r.past_mark(next, b'-');
    let Word::Unit(unit) = r.word(next) else { return None };
    // "Two years and six months ago"; of units that no one unit fits, only that it is past.
    if let Some(both) = compound(r, amount, unit, next + 1).filter(|both| r.is(both.end, Word::Ago)) {
        let core = both.sum.map_or(Core::Past, |(count, unit)| Core::Offset { count: -count, unit, from: From::Anchor });
        return Phrase::read(at, both.end + 1, core);
    }
    // "A year and a half ago", "two and a half years ago": to the month.
    let half = r.is(next + 1, Word::And) && r.is(next + 2, Word::A) && r.is(next + 3, Word::Half) && r.is(next + 4, Word::Ago);
    if let (Unit::Year, Amount::Tenths(tenths)) = (unit, amount)
        && (half || tenths % 10 == 5 && r.is(next + 1, Word::Ago))
    {
        let months = (tenths + if half { 5 } else { 0 }) * 12 / 10;
        let end = if half { next + 5 } else { next + 2 };
        return Phrase::read(at, end, Core::Offset { count: -(months as i32), unit: Unit::Month, from: From::Anchor });
    }
    let dash = r.past_mark(next + 1, b'-');
    if !r.is(dash, Word::Ago) || dash > next + 1 && !r.glued(dash) {
        return None;
    }
    let end = dash + 1;
    if let Some(phrase) = count_of(amount).and_then(|count| ago_and_when(r, at, end, count, unit)) {
        return Some(phrase);
    }
    match count_of(amount) {
        Some(count) if !matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) => {
            Phrase::read(at, end, Core::Offset { count: -count, unit, from: From::Anchor })
        }
        _ => Phrase::read(at, end, Core::Past),
    }
}

/// What tells a count of units ago more closely: "a week ago today", "two years ago this month", "two weeks ago Monday".
fn ago_and_when(r: &Reader, at: usize, end: usize, count: i32, unit: Unit) -> Option<Phrase> {
    let months = match unit {
        Unit::Month => count,
        Unit::Year => count.checked_mul(12)?,
        _ => 0,
    };
    match (r.word(end), unit) {
        (Word::Today, Unit::Week) => {
            Phrase::read(at, end + 1, Core::Offset { count: count.checked_mul(-7)?, unit: Unit::Day, from: From::Anchor })
        }
        (Word::Today, Unit::Month | Unit::Year) => {
            Phrase::read(at, end + 1, Core::Offset { count: -months, unit: Unit::Month, from: From::AnchorDay })
        }
        (Word::This, Unit::Year) if r.is(end + 1, Word::Unit(Unit::Month)) => {
            Phrase::read(at, end + 2, Core::Offset { count: -months, unit: Unit::Month, from: From::Anchor })
        }
        (Word::Weekday(weekday), Unit::Week) if count < 5 => Phrase::read(at, end + 1, Core::WeekdayAgo { weekday, weeks: count }),
        _ => None,
    }
}

fn later(r: &Reader, at: usize) -> Option<Phrase> {
    let (amount, next) = r.amount(past_bounds(r, at))?;
    let next = r.past_mark(next, b'-');
    let Word::Unit(unit) = r.word(next) else { return None };
    let mut end = r.past_mark(next + 1, b'-');
    if end > next + 1 && !r.glued(end) {
        return None;
    }
    if let Some(both) = compound(r, amount, unit, end) {
        let direction = match r.word(both.end) {
            Word::Later | Word::Hence => 1,
            Word::Earlier => -1,
            _ => return None,
        };
        let vague = if direction > 0 { Core::Later } else { Core::Past };
        let core = both.sum.map_or(vague, |(count, unit)| Core::Offset { count: count * direction, unit, from: From::Told });
        return Phrase::read(at, both.end + 1, core);
    }
    let alone = |at: usize| matches!(r.word(at), Word::Punct(b'.' | b',' | b';') | Word::End);
    // "Two days from now".
    if r.is(end, Word::From)
        && matches!(r.word(end + 1), Word::Now | Word::Today)
        && let Some(count) = count_of(amount)
        && !matches!(unit, Unit::Second | Unit::Minute | Unit::Hour)
    {
        return Phrase::read(at, end + 2, Core::Offset { count, unit, from: From::Anchor });
    }
    let direction = match r.word(end) {
        Word::Later | Word::Hence => 1,
        Word::Earlier => -1,
        _ if r.says(end, "thereafter") => 1,
        _ if r.says(end, "prior") && (alone(end + 1) || r.is(end + 1, Word::To) && r.is(end + 2, Word::That) && alone(end + 3)) => -1,
        Word::Before if r.is(end + 1, Word::That) && alone(end + 2) => -1,
        Word::Before if matches!(r.word(end + 1), Word::Punct(b'.' | b',' | b';') | Word::End) => -1,
        Word::After if matches!(r.word(end + 1), Word::Punct(b'.' | b',' | b';') | Word::End | Word::That) => 1,
        _ => return None,
    };
    end += 1;
    match count_of(amount) {
        Some(count) if !matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) => {
            Phrase::read(at, end, Core::Offset { count: count * direction, unit, from: From::Told })
        }
        _ => {
            let tenths = match amount {
                Amount::Tenths(tenths) => i32::try_from(tenths).ok(),
                Amount::Some => None,
            };
            let minutes = match unit {
                Unit::Hour => tenths.and_then(|tenths| tenths.checked_mul(6)),
                Unit::Minute => tenths.map(|tenths| tenths / 10),
                _ => None,
            };
            let vague = if direction > 0 { Core::Later } else { Core::Past };
            Phrase::read(at, end, minutes.map_or(vague, |minutes| Core::Elapsed { minutes: minutes * direction }))
        }
    }
}

/// The year that a quarter, half or season belongs to: "of 1990", "1990", "of last year", "this year".
fn year_of(r: &Reader, at: usize) -> (YearSaid, usize) {
    let of = r.past(r.past(at, Word::Of), Word::In);
    let the = r.past(of, Word::The);
    let fiscal = r.past(the, Word::Fiscal);
    if let Some((year, end)) = r.year(fiscal)
        && (matches!(r.word(fiscal), Word::Number | Word::Cardinal(19 | 20)) || r.mark(fiscal, b'\'') && of > at)
    {
        return (YearSaid::Year(year), end);
    }
    if of > at
        && let Some((year, end)) = super::year::era_year(r, of)
    {
        return (YearSaid::Year(year), end);
    }
    if let Some((shift, next)) = pointing(r, of)
        && r.is(r.past(next, Word::Fiscal), Word::Unit(Unit::Year))
    {
        return (YearSaid::Shifted(shift), r.past(next, Word::Fiscal) + 1);
    }
    (YearSaid::Unsaid, at)
}

fn quarter(r: &Reader, at: usize) -> Option<Phrase> {
    // "last year's third quarter", "1989's fourth quarter" (the number cue is not asked: rare)
    if let Some((shift @ (Shift::Last | Shift::This | Shift::Next), next)) = pointing(r, at)
        && r.is(next, Word::Unit(Unit::Year))
        && r.mark(next + 1, b'\'')
        && r.says(next + 2, "s")
    {
        let (core, end) = quarter_core(r, next + 3)?;
        let core = match core {
            Core::Quarter { quarter, .. } => Core::Quarter { quarter, year: YearSaid::Shifted(shift) },
            Core::Half { half, .. } => Core::Half { half, year: YearSaid::Shifted(shift) },
            other => other,
        };
        return Phrase::read(at, end, core);
    }
    let mut next = r.past(at, Word::The);
    if r.is(next, Word::Unit(Unit::Year)) && r.mark(next + 1, b'-') {
        // "the year-earlier quarter", "the year-ago period"
        let word = next + 2;
        if matches!(r.word(word), Word::Earlier | Word::Ago) {
            // "The year-ago third quarter"
            if let Some((Core::Quarter { quarter, .. }, end)) = quarter_core(r, word + 1) {
                return Phrase::read(at, end, Core::Quarter { quarter, year: YearSaid::Shifted(Shift::Preceding) });
            }
            let tail = match r.word(word + 1) {
                Word::Unit(Unit::Quarter) | Word::Period => word + 2,
                _ if next == at => word + 1,
                _ => word + 1,
            };
            return Phrase::read(at, tail, Core::Offset { count: -1, unit: Unit::Year, from: From::Told });
        }
        return None;
    }
    next = r.past(next, Word::Fiscal);
    // "The 1989 third quarter", "the 1988 period"
    if r.is(next, Word::Number)
        && let Some((year, after)) = r.year(next)
    {
        if let Some((Core::Quarter { quarter, .. }, end)) = quarter_core(r, after) {
            return Phrase::read(at, end, Core::Quarter { quarter, year: YearSaid::Year(year) });
        }
        if next > at && matches!(r.word(after), Word::Period | Word::Unit(Unit::Quarter)) {
            return Phrase::read(at, after + 1, Core::QuarterToldIn(year));
        }
        return None;
    }
    // "1Q16": the quarter, its mark and the year in one.
    if r.digits(next) == 1
        && r.word(next + 1) == Word::QuarterMark
        && r.glued(next + 1)
        && let Some((year, end)) = glued_year(r, next + 2)
    {
        let quarter = r.number(next).filter(|q| (1..=4).contains(q))? as u8;
        return Phrase::read(at, end, Core::Quarter { quarter, year: YearSaid::Year(year) });
    }
    if r.word(next) == Word::QuarterMark {
        // "Q3 2019"
        if r.str(next) == "Q" && r.glued(next + 1) && r.digits(next + 1) == 1 {
            let quarter = r.number(next + 1).filter(|q| (1..=4).contains(q))? as u8;
            if let Some((year, end)) = glued_year(r, next + 2) {
                return Phrase::read(at, end, Core::Quarter { quarter, year: YearSaid::Year(year) });
            }
            let (year, end) = year_of(r, next + 2);
            return Phrase::read(at, end, Core::Quarter { quarter, year });
        }
        return None;
    }
    let (core, end) = quarter_core(r, next)?;
    Phrase::read(at, end, core)
}

/// The year that is written into the short name of a quarter: "Q2'17", "Q2FY18", "1Q16".
fn glued_year(r: &Reader, at: usize) -> Option<(i32, usize)> {
    if !r.glued(at) {
        return None;
    }
    let number = if r.mark(at, b'\'') || r.says(at, "fy") { at + 1 } else { at };
    (r.glued(number) && r.is(number, Word::Number)).then_some(())?;
    match r.digits(number) {
        2 => Some((full_year(r.number(number)? as i32), number + 1)),
        4 => r.year(number),
        _ => None,
    }
}

fn quarter_core(r: &Reader, at: usize) -> Option<(Core, usize)> {
    let fiscal = r.past(at, Word::Fiscal);
    let (number, after) = match r.word(fiscal) {
        Word::Ordinal(n @ 1..=4) => (n, fiscal + 1),
        Word::Number => r.day(fiscal, false).filter(|(n, end)| (1..=4).contains(n) && *end == fiscal + 2)?,
        _ => return None,
    };
    let word = r.past(r.past_mark(after, b'-'), Word::Fiscal);
    match r.word(word) {
        Word::Unit(Unit::Quarter) if r.str(word) == "quarter" || r.str(word) == "Quarter" => {
            if r.mark(word + 1, b'-') && r.glued(word + 1) && !matches!(r.str(word + 2), "end") {
                return None;
            }
            let (year, end) = year_of(r, word + 1);
            Some((Core::Quarter { quarter: number, year }, end))
        }
        // A half of a game is a half too: it needs its year.
        Word::Half if number <= 2 => {
            let (year, end) = year_of(r, word + 1);
            (year != YearSaid::Unsaid || r.is(at, Word::Fiscal)).then_some((Core::Half { half: number, year }, end))
        }
        _ => None,
    }
}

/// Whether somebody fell: "slip and fall", "her fall in 2016", "as a result of the fall", "this fall caused".
fn is_a_fall(r: &Reader, word: usize) -> bool {
    let says = |at: usize, words: &[&str]| at >= r.start && words.iter().any(|word| r.says(at, word));
    let before = word.saturating_sub(1);
    let whose =
        says(before, &["her", "his", "my", "their", "your", "plaintiff", "s", "a"]) && !matches!(r.word(word + 1), Word::Of | Word::Number);
    let slipped = r.is(before, Word::And) && says(before.saturating_sub(1), &["slip", "slipped", "trip", "tripped"]);
    let of_it = r.is(before, Word::The)
        && says(before.saturating_sub(1), &["of"])
        && says(before.saturating_sub(2), &["result", "time", "day", "date", "moment", "because", "site", "location", "scene", "cause"]);
    let did = !r.mark(word + 2, b'-') && says(word + 1, &["caused", "resulted", "injured", "broke", "occurred", "happened", "left"]);
    whose || slipped || of_it || did
}

fn season(r: &Reader, at: usize) -> Option<Phrase> {
    let pointed = pointing(r, at).filter(|(_, next)| matches!(r.word(*next), Word::Season(_)));
    let the = r.past(at, Word::The);
    let (shift, word) = match pointed {
        Some((shift, next)) => (Some(shift), next),
        None => (None, the),
    };
    let Word::Season(season) = r.word(word) else { return None };
    let (year, mut end) = year_of(r, word + 1);
    // "In the spring and summer of 2017": the second tells the year of both.
    let other = word + 2;
    let year = match (year, r.word(word + 1), r.word(other)) {
        (YearSaid::Unsaid, Word::And | Word::Or | Word::To, Word::Season(_)) => match year_of(r, other + 1).0 {
            both @ YearSaid::Year(_) => both,
            _ => year,
        },
        _ => year,
    };
    // "The winter of 1939-40" begins in the first.
    let second = end + 1;
    let year = match year {
        YearSaid::Year(first)
            if r.mark(end, b'-')
                && r.glued(end)
                && r.glued(second)
                && (r.digits(second) == 2 && r.number(second) == Some((first + 1).rem_euclid(100) as u32)
                    || r.number(second) == Some((first + 1) as u32)) =>
        {
            end += 2;
            YearSaid::Year(first)
        }
        year => year,
    };
    let year = match (year, shift) {
        (YearSaid::Unsaid, Some(shift)) => YearSaid::Pointed(shift),
        (year, _) => year,
    };
    if season == Season::Autumn && is_a_fall(r, word) {
        return None;
    }
    if year == YearSaid::Unsaid {
        // "fall", "spring" and "summer" are verbs and names too.
        let licensed = the > at
            && matches!(
                r.before(at),
                Word::In
                    | Word::During
                    | Word::Since
                    | Word::Of
                    | Word::Until
                    | Word::Before
                    | Word::After
                    | Word::By
                    | Word::Over
                    | Word::On
                    | Word::For
            )
            || the == at
                && matches!(
                    r.before(at),
                    Word::In
                        | Word::During
                        | Word::Since
                        | Word::Until
                        | Word::By
                        | Word::Each
                        | Word::Every
                        | Word::Early
                        | Word::Mid
                        | Word::Late
                        | Word::From
                );
        let verb = matches!(r.word(word + 1), Word::Of | Word::Number)
            || r.capital(word) && !r.opens_sentence(word)
            || r.mark(word + 1, b'-') && r.glued(word + 1);
        // "A white winter", "last days of spring": what is no verb and no name.
        let cold = !r.capital(word) && matches!(r.str(word), "winter" | "summer") && the == at;
        let spring = r.says(word, "spring") && r.before(at) == Word::Of && the == at;
        if !(licensed || (cold || spring) && !matches!(r.word(word + 1), Word::Other))
            || verb
            || matches!(r.str(word + 1), "season" | "break" | "training" | "term" | "from" | "to" | "into" | "down" | "back")
                && r.str(word + 1) != "term"
                // "Wrote over the summer to the banks".
                && !(matches!(r.before(at), Word::Over | Word::During) && r.is(word + 1, Word::To))
        {
            return None;
        }
    }
    Phrase::read(at, end, Core::Season { season, year })
}

fn reference(r: &Reader, at: usize) -> Option<Phrase> {
    let the = r.past(at, Word::The);
    let one = |core| Phrase::read(at, the + 1, core);
    if the > at {
        return match r.word(the) {
            Word::Past
                if !matches!(
                    r.word(the + 1),
                    Word::Unit(_)
                        | Word::Number
                        | Word::Cardinal(_)
                        | Word::Few
                        | Word::Several
                        | Word::Couple
                        | Word::Decade(_)
                        | Word::Season(_)
                ) && matches!(r.before(at), Word::In | Word::Of | Word::From | Word::To | Word::Than | Word::On | Word::About) =>
            {
                one(Core::Past)
            }
            Word::Future if !matches!(r.word(the + 1), Word::Other) || r.is(the + 1, Word::Of) => one(Core::Later),
            // "Through the present", "between 2015 and the present"; "and the present motion" is another thing.
            Word::Present
                if matches!(r.before(at), Word::To | Word::At | Word::In | Word::For | Word::Until | Word::Through)
                    || r.says(at.saturating_sub(1), "including")
                    || r.before(at) == Word::And
                        && (matches!(r.word(the + 1), Word::End | Word::Punct(_))
                            || (r.start..at).rev().take(12).take_while(|at| !r.stops(*at)).any(|at| r.is(at, Word::Between))
                                && !matches!(r.word(the + 1), Word::Other)) =>
            {
                one(Core::Now)
            }
            _ => None,
        };
    }
    let hyphened = r.mark(at + 1, b'-') && r.glued(at + 1);
    if hyphened || r.mark(at + 1, b'@') {
        return None;
    }
    match r.word(at) {
        // "2009 to present", "through present".
        Word::Present
            if matches!(r.before(at), Word::To | Word::Through | Word::Until | Word::Punct(b'-'))
                && matches!(r.word(at + 1), Word::End | Word::Punct(_) | Word::And | Word::In) =>
        {
            one(Core::Now)
        }
        Word::Now => {
            if r.capital(at)
                && r.capital(at + 1)
                && !r.opens_sentence(at)
                && r.str(at) == "Now"
                && r.before(at) == Word::Other
                && r.capital(at - 1)
            {
                return None;
            }
            let first = if r.says(at.saturating_sub(1), "right") && at > r.start { at - 1 } else { at };
            Phrase::read(first, at + 1, Core::Now)
        }
        Word::Currently if r.says(at, "current") => {
            let noun = matches!(
                r.word(at + 1),
                Word::Other | Word::Fiscal | Word::Unit(_) | Word::Act | Word::Number | Word::NameTitle | Word::Time | Word::PastVerb
            ) && !matches!(r.str(at + 1), "flows" | "affairs");
            (noun && !r.capital(at)).then_some(()).and_then(|()| one(Core::Now))
        }
        Word::Currently => one(Core::Now),
        Word::Recently => one(Core::Past),
        Word::Recent => {
            // "A recent SEC filing" is no second.
            if let Word::Unit(unit) = r.word(at + 1)
                && r.str(at + 1).ends_with('s')
            {
                return match unit {
                    Unit::Year => Phrase::read(at, at + 2, Core::Past),
                    _ => Phrase::read(at, at + 2, Core::Duration { amount: Amount::Some, unit }),
                };
            }
            None
        }
        Word::Future
            if r.before(at) == Word::In
                || matches!(r.str(at.saturating_sub(1)), "my" | "your" | "our" | "near" | "foreseeable") && !r.is(at + 1, Word::Other) =>
        {
            one(Core::Later)
        }
        _ => None,
    }
}
