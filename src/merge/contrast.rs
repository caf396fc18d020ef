//! Contrasts that are neither of days nor of figures: the clock times of one event, and whether it happened at all.

use super::reading::{Disagreement, Relation, Severity, Side};
use super::{Accounts, Pair, Scene, phrase};
use crate::date::{DayPart, TimeOfDay, Value, When};
use crate::event::EventMention;
use crate::event::attribution::Stance;
use crate::timeline::Event;
use std::collections::BTreeMap;

/// Minutes by which "about nine" and "9:10" may differ.
const SLACK: u32 = 15;
/// Whole hours that lie between the zones of one country.
const ZONES: u32 = 3;

/// The times of day that the mentions of one event give for one day, where they are not the same.
pub(super) fn times(scene: &Scene, mentions: &[EventMention], members: &[usize], accounts: &Accounts) -> Option<Disagreement> {
    let mut readings: BTreeMap<(u32, u32), Vec<usize>> = BTreeMap::new();
    let mut day: Option<When> = None;
    for &i in members {
        let Some(date) = &mentions[i].date else { continue };
        let Value::Time { day: Some(on), time } = &date.value else { continue };
        // Times of two days say nothing of each other.
        if day.is_some_and(|day| day != When::day(*on)) {
            return None;
        }
        day = Some(When::day(*on));
        readings.entry(minutes(time)).or_default().push(i);
    }
    let windows: Vec<(u32, u32)> = readings.keys().copied().collect();
    let relation = windows
        .iter()
        .enumerate()
        .flat_map(|(n, a)| windows[n + 1..].iter().map(move |b| relate(*a, *b)))
        .max_by_key(|relation| (relation.severity(), *relation))?;
    let sides = readings
        .into_iter()
        .map(|((from, to), list)| Side {
            says: phrase(scene, &mentions[list[0]]),
            value: if from == to { clock(from) } else { format!("{} to {}", clock(from), clock(to)) },
            accounts: accounts.count_of(&list),
            mentions: list,
        })
        .collect();
    let reason = match relation {
        Relation::Finer => "one time of day lies within the other",
        Relation::Approximate => "the times differ by a quarter of an hour or less",
        Relation::Adjacent => "the times differ by whole hours: two time zones?",
        Relation::Overlap => "the times of day overlap",
        _ => "no time of day fits both",
    };
    let severity = relation.severity().min(Severity::Check);
    Some(Disagreement { about: "time", kind: relation, severity, reason: reason.to_owned(), sides, settled: None })
}

fn relate(a: (u32, u32), b: (u32, u32)) -> Relation {
    let holds = |outer: (u32, u32), inner: (u32, u32)| outer.0 <= inner.0 && inner.1 <= outer.1;
    if holds(a, b) || holds(b, a) {
        return Relation::Finer;
    }
    if a.0 <= b.1 && b.0 <= a.1 {
        return Relation::Overlap;
    }
    let gap = if a.1 < b.0 { b.0 - a.1 } else { a.0 - b.1 };
    let (one, other) = (a.0.abs_diff(b.0), a.1.abs_diff(b.1));
    if gap <= SLACK {
        Relation::Approximate
    } else if one == other && one % 60 == 0 && one / 60 <= ZONES {
        Relation::Adjacent
    } else {
        Relation::Conflict
    }
}

/// The first and last minute of the day that a time allows.
fn minutes(time: &TimeOfDay) -> (u32, u32) {
    match time {
        TimeOfDay::Clock { hour, minute, .. } => {
            let at = u32::from(*hour) * 60 + u32::from(minute.unwrap_or(0));
            (at, at)
        }
        TimeOfDay::Part(part) => match part {
            DayPart::Morning => (4 * 60, 12 * 60),
            DayPart::Midday => (11 * 60, 14 * 60),
            DayPart::Afternoon => (12 * 60, 18 * 60),
            DayPart::Evening => (17 * 60, 24 * 60),
            DayPart::Night => (18 * 60, 30 * 60),
            DayPart::Daytime => (6 * 60, 20 * 60),
        },
    }
}

fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

/// Marks an event that another source says did not happen, told of the same day or written in the same week. Two pleas
/// are two happenings.
pub(super) fn outcomes(scene: &Scene, mentions: &[EventMention], refused: &[Pair], events: &mut [Event]) {
    let event_of = super::event_of(events);
    for pair in refused.iter().filter(|pair| pair.because == super::apart::NEGATED) {
        let (x, y) = (&mentions[pair.a], &mentions[pair.b]);
        let when = |m: &EventMention| m.date.as_ref().and_then(|date| date.when).and_then(When::exact);
        let written = |m: &EventMention| scene.documents[m.document].day();
        let near = match (when(x), when(y)) {
            (Some(a), Some(b)) => a == b,
            _ => written(x).zip(written(y)).is_some_and(|(a, b)| (a - b).num_days().abs() <= 7),
        };
        if x.document == y.document || x.unrealised || y.unrealised || x.stem != y.stem || x.kind != y.kind || x.kind == "plea" || !near {
            continue;
        }
        let told = if x.negated { pair.b } else { pair.a };
        let side = |i: usize| Side {
            says: mentions[i].span.of(&scene.documents[mentions[i].document].text).split_whitespace().collect::<Vec<_>>().join(" "),
            value: if mentions[i].negated { "did not happen" } else { "happened" }.to_owned(),
            mentions: vec![i],
            accounts: 1,
        };
        events[event_of[&told]].disagreements.push(Disagreement {
            about: "outcome",
            kind: Relation::Conflict,
            severity: Severity::Check,
            reason: "one source says that it happened, another that it did not".to_owned(),
            sides: vec![side(pair.a), side(pair.b)],
            settled: None,
        });
    }
}

/// Verbs of which only one can be true of one happening.
const OPPOSED: &[(&[&str], &[&str])] = &[
    (&["convict", "find"], &["acquit"]),
    (&["grant", "allow", "approv"], &["deni", "reject", "refus"]),
    (&["affirm", "uphold"], &["revers", "overturn", "vacat", "strike"]),
];

/// Marks an event of which two sources tell opposite outcomes in one kind: convicted and acquitted, granted and denied.
pub(super) fn opposed(scene: &Scene, mentions: &[EventMention], members: &[usize], accounts: &Accounts) -> Option<Disagreement> {
    const DECIDED: &[&str] = &["verdict", "ruling", "order"];
    let decided: Vec<usize> = members
        .iter()
        .copied()
        .filter(|i| {
            let mention = &mentions[*i];
            DECIDED.contains(&mention.kind) && !mention.negated && !mention.unrealised && mention.stance != Stance::Planned
        })
        .collect();
    let of = |stems: &[&str]| -> Vec<usize> { decided.iter().copied().filter(|i| stems.contains(&mentions[*i].stem.as_str())).collect() };
    let (one, other) = OPPOSED.iter().map(|(one, other)| (of(one), of(other))).find(|(one, other)| {
        // A court can grant one motion and deny another in one sitting, and a source that tells of both says so.
        one.iter().any(|a| other.iter().any(|b| mentions[*a].document != mentions[*b].document))
            && !one.iter().any(|a| other.iter().any(|b| mentions[*a].document == mentions[*b].document))
    })?;
    let side = |list: Vec<usize>| Side {
        says: mentions[list[0]].span.of(&scene.documents[mentions[list[0]].document].text).split_whitespace().collect::<Vec<_>>().join(" "),
        value: mentions[list[0]].trigger.of(&scene.documents[mentions[list[0]].document].text).to_lowercase(),
        accounts: accounts.count_of(&list),
        mentions: list,
    };
    Some(Disagreement {
        about: "outcome",
        kind: Relation::Conflict,
        severity: Severity::Check,
        reason: "the sources tell opposite outcomes".to_owned(),
        sides: vec![side(one), side(other)],
        settled: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_stand_to_each_other_as_windows() {
        let at = |hour: u32, minute: u32| (hour * 60 + minute, hour * 60 + minute);
        let morning = minutes(&TimeOfDay::Part(DayPart::Morning));
        assert_eq!(relate(at(9, 40), morning), Relation::Finer);
        assert_eq!(relate(at(9, 0), at(9, 10)), Relation::Approximate);
        assert_eq!(relate(at(9, 40), at(12, 40)), Relation::Adjacent);
        assert_eq!(relate(at(9, 40), at(15, 0)), Relation::Conflict);
    }
}
