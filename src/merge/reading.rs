//! The distinct answers to one question, and how they stand to each other: finer, overlapping, adjacent, in conflict.
//!
//! No side is dropped and none preferred. Slack for hedges (two days at day grain, seven at month grain), for parts of a
//! month (three days) and for what is counted in whole years or months (half of one) is used where days are compared, is
//! named in the reason when it decides, and is never stored in a window.

use crate::date::{Grain, When, day_text};

/// How two readings stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    Finer,
    Approximate,
    Overlap,
    Adjacent,
    Conflict,
    WeekdayMismatch,
    KindOfDate,
    Order,
    CopiedError,
    Wording,
    PlanChanged,
    /// Two saved versions of one page: the later one corrects the earlier.
    Corrected,
}

impl Relation {
    /// The name in the fixed interface.
    pub fn name(self) -> &'static str {
        match self {
            Relation::Finer => "finer",
            Relation::Approximate => "approximate",
            Relation::Overlap => "overlap",
            Relation::Adjacent => "adjacent",
            Relation::Conflict => "conflict",
            Relation::WeekdayMismatch => "weekday-mismatch",
            Relation::KindOfDate => "kind-of-date",
            Relation::Order => "order",
            Relation::CopiedError => "copied-error",
            Relation::Wording => "wording",
            Relation::PlanChanged => "plan-changed",
            Relation::Corrected => "corrected",
        }
    }

    /// How grave it is before the strength of the ties is weighed.
    pub fn severity(self) -> Severity {
        match self {
            Relation::Finer
            | Relation::Approximate
            | Relation::Overlap
            | Relation::Wording
            | Relation::PlanChanged
            | Relation::Corrected => Severity::Info,
            Relation::Conflict => Severity::Conflict,
            _ => Severity::Check,
        }
    }
}

/// How grave a disagreement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Info,
    Check,
    Conflict,
}

impl Severity {
    /// The name in the fixed interface.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Check => "check",
            Severity::Conflict => "conflict",
        }
    }
}

/// One side of a disagreement.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// The source's own words.
    pub says: String,
    pub value: String,
    /// Indexes of mentions.
    pub mentions: Vec<usize>,
    pub accounts: usize,
}

/// A disagreement about one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Disagreement {
    /// date, time, count, amount, age, actor, outcome, detail, order.
    pub about: &'static str,
    pub kind: Relation,
    pub severity: Severity,
    pub reason: String,
    pub sides: Vec<Side>,
    /// The side that a decision took, and why.
    pub settled: Option<String>,
}

impl Disagreement {
    /// Whether it waits for a decision.
    pub fn is_open(&self) -> bool {
        self.severity > Severity::Info && self.settled.is_none()
    }
}

/// Days of slack that a window's hedge and its grain bring to a comparison.
pub fn slack(when: When) -> i64 {
    let hedge = match when.grain() {
        _ if !when.is_approximate() => 0,
        Grain::Day => 2,
        _ => 7,
    };
    // "Two years ago" is right within half a year.
    let counted = match when.grain() {
        _ if !when.is_counted() => 0,
        Grain::Month => 15,
        Grain::Year => 183,
        _ => 3,
    };
    hedge.max(counted).max(when.grain().slack())
}

/// How two windows stand to each other and why; `None` when they say the same.
pub fn relate(a: When, b: When) -> Option<(Relation, String)> {
    let same = (a.earliest(), a.latest()) == (b.earliest(), b.latest());
    if same {
        return None;
    }
    if a.holds(b) || b.holds(a) {
        let (fine, coarse) = if a.holds(b) { (b, a) } else { (a, b) };
        return Some((Relation::Finer, format!("{} lies within {}", shown(fine), shown(coarse))));
    }
    if a.meets(b) {
        let meeting = a.meeting(b).map_or_else(String::new, |m| format!("; they meet on {}", shown(m)));
        return Some((Relation::Overlap, format!("{} and {} overlap{meeting}", shown(a), shown(b))));
    }
    let gap = a.gap(b);
    let allowed = slack(a).max(slack(b));
    if gap <= allowed {
        return Some((Relation::Approximate, format!("{} apart, within the {} that the looser words allow", days(gap), days(allowed))));
    }
    if gap == 1 && a.exact().is_some() && b.exact().is_some() {
        return Some((Relation::Adjacent, "one day apart: a time zone, a late filing, or the day of entry".to_owned()));
    }
    Some((
        Relation::Conflict,
        format!(
            "{} apart{}{}",
            days(gap),
            if allowed > 0 { format!(", more than the {} of slack", days(allowed)) } else { String::new() },
            hint(a, b).map_or_else(String::new, |hint| format!("; {hint}"))
        ),
    ))
}

/// A count of days in words.
pub(super) fn days(count: i64) -> String {
    if count == 1 { "one day".to_owned() } else { format!("{count} days") }
}

/// The usual slips: another year, day and month swapped, a week apart.
fn hint(a: When, b: When) -> Option<&'static str> {
    use chrono::Datelike;
    let (x, y) = (a.exact()?, b.exact()?);
    if (x.month(), x.day()) == (y.month(), y.day()) {
        Some("the same day of another year: a slip of the year?")
    } else if x.year() == y.year() && (x.month(), x.day()) == (y.day(), y.month()) {
        Some("day and month may be swapped")
    } else if (x - y).num_days().abs() == 7 {
        Some("a week apart: a weekday counted from the wrong week?")
    } else {
        None
    }
}

fn shown(when: When) -> String {
    when.edtf().unwrap_or_else(|| day_text(when.sort_key().0))
}

/// How two intervals of numbers stand to each other; `None` when they say the same.
pub fn relate_numbers(a: (i64, Option<i64>), b: (i64, Option<i64>)) -> Option<Relation> {
    if a == b {
        return None;
    }
    let high = |x: Option<i64>| x.unwrap_or(i64::MAX);
    if a.0 > high(b.1) || b.0 > high(a.1) {
        // "400,000" beside "more than 400,000": a round number is told roughly.
        let round = |open: (i64, Option<i64>), exact: (i64, Option<i64>)| {
            open.1.is_none() && exact.1 == Some(open.0 - 1) && open.0 > 1_000 && (open.0 - 1) % 100 == 0
        };
        return Some(if round(a, b) || round(b, a) { Relation::Approximate } else { Relation::Conflict });
    }
    let holds = |outer: (i64, Option<i64>), inner: (i64, Option<i64>)| outer.0 <= inner.0 && high(inner.1) <= high(outer.1);
    Some(if holds(a, b) || holds(b, a) { Relation::Finer } else { Relation::Overlap })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Part;

    fn day(text: &str) -> When {
        When::day(text.parse().unwrap())
    }

    #[test]
    fn a_round_number_is_told_roughly() {
        assert_eq!(relate_numbers((400_001, None), (400_000, Some(400_000))), Some(Relation::Approximate));
        assert_eq!(relate_numbers((3, None), (2, Some(2))), Some(Relation::Conflict));
        assert_eq!(relate_numbers((200_001, None), (360_000, Some(400_000))), Some(Relation::Finer));
    }

    #[test]
    fn windows_stand_to_each_other_as_the_table_says() {
        let january = When::month(2020, 1).unwrap();
        let late = january.part(Part::Late).unwrap();
        let early = january.part(Part::Early).unwrap();
        let rows = [
            (day("2020-01-30"), late, Some(Relation::Finer)),
            (day("2020-01-30"), day("2020-01-30"), None),
            (late, january, Some(Relation::Finer)),
            (day("2020-01-19"), late, Some(Relation::Approximate)),
            (day("2020-01-10"), late, Some(Relation::Conflict)),
            (day("2021-01-20"), day("2021-01-21"), Some(Relation::Adjacent)),
            (day("2021-01-20"), day("2021-01-23"), Some(Relation::Conflict)),
            (day("2021-01-20").about(), day("2021-01-22"), Some(Relation::Approximate)),
            (day("2021-01-20").about(), day("2021-01-20"), None),
            (early, late, Some(Relation::Conflict)),
            (day("2020-02-02"), late, Some(Relation::Approximate)),
            (When::year(2019).unwrap(), When::month(2019, 12).unwrap(), Some(Relation::Finer)),
            (day("2020-01-30").by().unwrap(), day("2020-01-28"), Some(Relation::Finer)),
            (
                When::within(Some("2020-01-01".parse().unwrap()), Some("2020-01-20".parse().unwrap())).unwrap(),
                When::within(Some("2020-01-15".parse().unwrap()), Some("2020-02-20".parse().unwrap())).unwrap(),
                Some(Relation::Overlap),
            ),
        ];
        for (a, b, wanted) in rows {
            assert_eq!(relate(a, b).map(|r| r.0), wanted, "{} / {}", shown(a), shown(b));
            assert_eq!(relate(b, a).map(|r| r.0), wanted, "{} / {}", shown(b), shown(a));
        }
    }

    #[test]
    fn usual_slips_are_hinted_at() {
        assert!(relate(day("2020-01-30"), day("2021-01-30")).unwrap().1.contains("another year"));
        assert!(relate(day("2020-03-04"), day("2020-04-03")).unwrap().1.contains("swapped"));
        assert!(relate(day("2020-03-04"), day("2020-03-11")).unwrap().1.contains("week"));
    }

    #[test]
    fn numbers_stand_to_each_other_as_intervals() {
        assert_eq!(relate_numbers((2, Some(2)), (3, None)), Some(Relation::Conflict));
        assert_eq!(relate_numbers((167_001, None), (200_000, Some(999_999))), Some(Relation::Finer));
        assert_eq!(relate_numbers((5, Some(5)), (5, Some(5))), None);
    }
}
