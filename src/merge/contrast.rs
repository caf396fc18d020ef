//! Contrasts that are neither of days nor of figures: the clock times of one event, and whether it happened at all.

use super::apart::{NEGATED, PLEAS};
use super::reading::{Disagreement, Relation, Severity, Side};
use super::{Accounts, Pair, Scene, phrase, synonym};
use crate::date::{DayPart, Grain, TimeOfDay, Value, When};
use crate::event::attribution::Stance;
use crate::event::{EventMention, kinds};
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
            // "The early morning hours" begin at midnight.
            DayPart::Morning => (0, 12 * 60),
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
    for pair in refused.iter().filter(|pair| [NEGATED, PLEAS].contains(&pair.because.as_str())) {
        let (x, y) = (&mentions[pair.a], &mentions[pair.b]);
        let exact = |when: &When| when.exact().is_some() || x.kind == "charge" && when.grain() <= Grain::Month;
        let when = |m: &EventMention| m.date.as_ref().and_then(|date| date.when).filter(exact);
        let written = |m: &EventMention| scene.documents[m.document].day();
        let near = match (when(x), when(y)) {
            (Some(a), Some(b)) => a.meets(b),
            _ => written(x).zip(written(y)).is_some_and(|(a, b)| (a - b).num_days().abs() <= 7),
        };
        if x.document == y.document || x.unrealised || y.unrealised || x.kind != y.kind || !near {
            continue;
        }
        // Two pleas of two days, or to two charges, are two happenings.
        if x.kind == "plea" && (when(x).is_none() || when(y).is_none() || !of_one_matter(x, y)) {
            continue;
        }
        // Who is charged is told of in many words, "indicted" and "declined to indict", and of many people.
        let charged = x.kind == "charge";
        if !charged && x.stem != y.stem || charged && (when(x).is_none() || when(y).is_none()) {
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

/// Verbs of which only one can be true of one happening, and the kinds of happening of which they are told.
struct Opposed {
    kinds: &'static [&'static str],
    one: &'static [&'static str],
    other: &'static [&'static str],
}

const OPPOSED: &[Opposed] = &[
    Opposed { kinds: DECIDED, one: &["convict", "find"], other: &["acquit", "clear"] },
    Opposed { kinds: DECIDED, one: &["grant", "allow", "approv"], other: &["deni", "reject", "refus"] },
    Opposed { kinds: DECIDED, one: &["dismiss", "toss", "throw", "threw"], other: &["allow", "let", "permit"] },
    Opposed { kinds: DECIDED, one: &["affirm", "uphold"], other: &["revers", "overturn", "vacat", "strike"] },
    // What a high court does with a case that it is asked to hear.
    Opposed { kinds: DECIDED, one: &["agre", "take", "took", "accept"], other: &["refus", "declin", "reject", "deni"] },
    // What a council, a legislature or those who hold shares do with what is before them.
    Opposed {
        kinds: RESOLVED,
        one: &["approv", "pass", "adopt", "sign", "enact", "back"],
        other: &["reject", "deni", "veto", "kill", "defeat"],
    },
    Opposed { kinds: SPOKEN, one: &["admit", "acknowledg", "conced", "confirm"], other: &["deni", "disput"] },
];
const DECIDED: &[&str] = &["verdict", "ruling", "order"];
const RESOLVED: &[&str] = &["enactment", "refusal", kinds::OTHER];
const SPOKEN: &[&str] = &["statement", "refusal"];

/// Marks an event that one court paper alleges or tells and another denies: a complaint and its answer.
pub(super) fn denied(scene: &Scene, mentions: &[EventMention], members: &[usize], accounts: &Accounts) -> Option<Disagreement> {
    let paper = |i: usize| scene.documents[mentions[i].document].kind.is_filing();
    let is_denied = |i: usize| mentions[i].stance == Stance::Denied;
    let told = |i: usize| matches!(mentions[i].stance, Stance::Stated | Stance::Alleged | Stance::Found) && !mentions[i].unrealised;
    let of = |fits: &dyn Fn(usize) -> bool| -> Vec<usize> { members.iter().copied().filter(|i| paper(*i) && fits(*i)).collect() };
    let (one, other) = (of(&told), of(&is_denied));
    if one.is_empty() || other.is_empty() || one.iter().any(|a| other.iter().any(|b| mentions[*a].document == mentions[*b].document)) {
        return None;
    }
    let side = |list: Vec<usize>, value: &str| Side {
        says: mentions[list[0]].span.of(&scene.documents[mentions[list[0]].document].text).split_whitespace().collect::<Vec<_>>().join(" "),
        value: value.to_owned(),
        accounts: accounts.count_of(&list),
        mentions: list,
    };
    Some(Disagreement {
        about: "outcome",
        kind: Relation::Conflict,
        severity: Severity::Check,
        reason: "one paper tells it, another denies it".to_owned(),
        sides: vec![side(one, "told"), side(other, "denied")],
        settled: None,
    })
}

/// What somebody is tried for, and what a court is asked for, as stems: of two that are told, each has its own outcome.
const MATTERS: &[&[&str]] = &[
    &[
        "murder", "manslaught", "homicid", "assault", "batteri", "rape", "robberi", "theft", "fraud", "briberi", "perjuri", "conspiraci",
        "arson", "burglari", "kidnap", "launder", "obstruct", "weapon", "firearm", "drug", "traffick", "possess",
    ],
    &["suit", "lawsuit", "case", "count", "claim", "charg"],
    &["injunct", "motion", "petit", "appeal", "bail", "bond", "stay", "class"],
];

/// Offences of which a verdict mostly finds one or the other of one killing, as stems.
const EITHER: [&str; 2] = ["murder", "manslaught"];

/// The tellings of one verdict by which of two offences it found, where no source has both.
fn found_of(mentions: &[EventMention], told: &[usize]) -> Option<(Vec<usize>, Vec<usize>)> {
    let of = |i: usize, offence: &str| mentions[i].stem == offence || mentions[i].objects.contains(offence);
    let verdicts = |document: usize| mentions.iter().enumerate().filter(move |(_, m)| m.kind == "verdict" && m.document == document);
    let only = |this: &str, other: &str| -> Vec<usize> {
        let convicts = |i: &usize| matches!(mentions[*i].stem.as_str(), "convict" | "find" | "guilti") && of(*i, this);
        let alone = |i: &usize| !verdicts(mentions[*i].document).any(|(j, _)| of(j, other));
        told.iter().copied().filter(convicts).filter(alone).collect()
    };
    let sides = (only(EITHER[0], EITHER[1]), only(EITHER[1], EITHER[0]));
    (!sides.0.is_empty() && !sides.1.is_empty()).then_some(sides)
}

/// Whether two outcomes can be of one matter: "acquitted of murder" and "convicted of manslaughter" are not, nor is what a court
/// does with "a separate request".
fn of_one_matter(x: &EventMention, y: &EventMention) -> bool {
    let separate = |m: &EventMention| m.objects.contains("separ") || m.objects.contains("anoth");
    let differ = |row: &[&str]| {
        let of =
            |m: &EventMention| -> Vec<String> { row.iter().filter(|stem| m.objects.contains(**stem)).map(|s| (*s).to_owned()).collect() };
        let (p, q) = (of(x), of(y));
        !p.is_empty() && !q.is_empty() && !p.iter().any(|stem| q.contains(stem))
    };
    !separate(x) && !separate(y) && !MATTERS.iter().any(|row| differ(row))
}

/// Words by which one source has somebody go and another has him sent away.
const FIRED: &[&str] = &["fire", "oust", "sack", "dismiss", "let", "terminat", "push", "forc", "remov"];
const GONE: &[&str] = &["resignation", "dismissal from office"];
const WENT: &[&str] = &["resign", "quit", "retir", "step", "left", "leav"];

/// Marks an event of which two sources tell opposite outcomes in one kind: convicted and acquitted, granted and denied; and
/// one that they tell in words that do not say the same: fired and resigned.
pub(super) fn opposed(scene: &Scene, mentions: &[EventMention], members: &[usize], accounts: &Accounts) -> Option<Disagreement> {
    let told: Vec<usize> = members
        .iter()
        .copied()
        .filter(|i| {
            let mention = &mentions[*i];
            !mention.negated && !mention.unrealised && mention.stance != Stance::Planned
        })
        .collect();
    // Who is found not guilty is acquitted.
    let stem = |i: usize| {
        let mention = &mentions[i];
        let not_guilty = || mention.span.of(&scene.documents[mention.document].text).to_lowercase().contains("not guilty");
        if mention.kind == "verdict" && not_guilty() { "acquit" } else { mention.stem.as_str() }
    };
    // "Granted in part and denied in part" is both.
    let in_part = |i: usize| mentions[i].sentence.of(&scene.documents[mentions[i].document].text).contains(" in part");
    let of = |stems: &[&str], kinds: &[&str]| -> Vec<usize> {
        let fits = |i: &usize| kinds.contains(&mentions[*i].kind) && stems.contains(&stem(*i)) && !in_part(*i);
        told.iter().copied().filter(fits).collect()
    };
    // A court can grant one motion and deny another in one sitting, and a source that tells of both says so.
    let apart = |(one, other): &(Vec<usize>, Vec<usize>)| {
        let same = |a: usize, b: usize| mentions[a].document == mentions[b].document;
        !one.is_empty() && !other.is_empty() && !one.iter().any(|a| other.iter().any(|b| same(*a, *b)))
    };
    let one_matter =
        |(one, other): &(Vec<usize>, Vec<usize>)| one.iter().any(|a| other.iter().any(|b| of_one_matter(&mentions[*a], &mentions[*b])));
    let sides_of = |row: &Opposed| (of(row.one, row.kinds), of(row.other, row.kinds));
    let decided = OPPOSED.iter().map(sides_of).find(|sides| apart(sides) && one_matter(sides));
    let decided = decided.or_else(|| found_of(mentions, &told));
    let (kind, reason, (one, other)) = match decided {
        Some(sides) => (Relation::Conflict, "the sources tell opposite outcomes", sides),
        None => {
            let sides = Some((of(FIRED, GONE), of(WENT, GONE))).filter(apart)?;
            (Relation::Wording, "one source has somebody go, another has him sent away", sides)
        }
    };
    let side = |list: Vec<usize>| Side {
        says: mentions[list[0]].span.of(&scene.documents[mentions[list[0]].document].text).split_whitespace().collect::<Vec<_>>().join(" "),
        value: mentions[list[0]].trigger.of(&scene.documents[mentions[list[0]].document].text).to_lowercase(),
        accounts: accounts.count_of(&list),
        mentions: list,
    };
    Some(Disagreement {
        about: "outcome",
        kind,
        severity: kind.severity().min(Severity::Check),
        reason: reason.to_owned(),
        sides: vec![side(one), side(other)],
        settled: None,
    })
}

/// Marks an event that two sources say different people did: "shot by Officer Dorn", "Officer Harrow shot him". A source that
/// names both tells of both; what is only said has its own comparison, by the words.
pub(super) fn actors(scene: &Scene, mentions: &[EventMention], members: &[usize], accounts: &Accounts) -> Option<Disagreement> {
    let doers: Vec<(usize, &str)> = members
        .iter()
        .filter_map(|&i| {
            let mention = &mentions[i];
            let agent = mention.agent.as_ref().filter(|agent| agent.person && agent.sure)?;
            let speaks = kinds::is_of_speech(mention.kind) && mention.kind != "message";
            let done = !speaks && !mention.negated && !mention.unrealised && !mention.pointing;
            done.then_some((i, agent.key.as_str()))
        })
        .collect();
    let names = |i: usize, key: &str| mentions[i].people.iter().any(|name| name.key == key);
    let apart = |&(i, p): &(usize, &str), &(j, q): &(usize, &str)| {
        let one_doing = synonym::folded(&mentions[i].stem) == synonym::folded(&mentions[j].stem);
        let day = |i: usize| mentions[i].date.as_ref().and_then(|date| date.when).and_then(When::exact);
        let one_day = day(i).is_some() && day(i) == day(j);
        p != q && one_doing && one_day && mentions[i].document != mentions[j].document && !names(i, q) && !names(j, p)
    };
    let (one, other) = doers.iter().enumerate().find_map(|(n, a)| doers[n + 1..].iter().find(|b| apart(a, b)).map(|b| (a.1, b.1)))?;
    let of = |key: &str| -> Vec<usize> { doers.iter().filter(|(_, doer)| *doer == key).map(|(i, _)| *i).collect() };
    let (one_side, other_side) = (of(one), of(other));
    // "Ms. Harrow" and "Mara" are one where some source says "Mara Harrow".
    let one_name = mentions.iter().flat_map(|mention| &mention.people).any(|name| {
        let shown = name.shown.to_lowercase();
        let has = |key: &str| shown.split_whitespace().any(|word| word == key.rsplit(' ').next().unwrap_or(key));
        has(one) && has(other)
    });
    if one_name {
        return None;
    }
    if one_side.iter().any(|a| other_side.iter().any(|b| mentions[*a].document == mentions[*b].document)) {
        return None;
    }
    let side = |key: &str, list: Vec<usize>| {
        let shown = mentions[list[0]].people.iter().find(|name| name.key == key).map_or(key, |name| name.shown.as_str());
        Side {
            says: mentions[list[0]]
                .span
                .of(&scene.documents[mentions[list[0]].document].text)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
            value: shown.to_owned(),
            accounts: accounts.count_of(&list),
            mentions: list,
        }
    };
    Some(Disagreement {
        about: "actor",
        kind: Relation::Conflict,
        severity: Severity::Check,
        reason: "the sources name different people who did it".to_owned(),
        sides: vec![side(one, one_side), side(other, other_side)],
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
