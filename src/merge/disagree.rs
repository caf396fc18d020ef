//! Marks where the mentions of one event disagree, with both sides' words, accounts and the reason.

use super::reading::{Disagreement, Relation, Severity, Side, relate, relate_numbers};
use super::{Accounts, Scene, contrast, phrase};
use crate::date::{When, weekday_name};
use crate::event::attribution::Stance;
use crate::event::fact::{About, Fact};
use crate::event::{DateOf, EventMention};
use crate::span::Span;
use std::collections::BTreeMap;

/// A distinct answer to "when".
struct Reading {
    when: When,
    of: DateOf,
    mentions: Vec<usize>,
    /// The words that tell it, where they are not those that date the first mention.
    words: Option<Span>,
}

pub(super) fn find(
    scene: &Scene,
    mentions: &[EventMention],
    repeats: &[Option<usize>],
    members: &[usize],
    accounts: &Accounts,
) -> Vec<Disagreement> {
    let mut out = dates(scene, mentions, repeats, members, accounts);
    out.extend(weekdays(scene, mentions, members));
    out.extend(contrast::times(scene, mentions, members, accounts));
    out.extend(contrast::opposed(scene, mentions, members, accounts));
    out.extend(contrast::denied(scene, mentions, members, accounts));
    out.extend(contrast::actors(scene, mentions, members, accounts));
    out.extend(numbers(scene, mentions, members, accounts));
    out
}

fn dates(scene: &Scene, mentions: &[EventMention], repeats: &[Option<usize>], members: &[usize], accounts: &Accounts) -> Vec<Disagreement> {
    let mut readings: Vec<Reading> = Vec::new();
    for &i in members {
        let Some(date) = &mentions[i].date else { continue };
        let Some(when) = date.when else { continue };
        // A day that was filled in says nothing against another.
        if date.index.is_none() && members.len() > 1 && date.rule != "docket entry" {
            continue;
        }
        match readings.iter_mut().find(|r| r.when == when && r.of == date.of) {
            Some(reading) => reading.mentions.push(i),
            None => readings.push(Reading { when, of: date.of, mentions: vec![i], words: None }),
        }
    }
    // The day that a thing was moved from is the plan that the new day took the place of.
    let moved: Vec<(usize, When, Span)> = members
        .iter()
        .filter_map(|i| {
            let (when, words) = mentions[*i].moved?.from?;
            Some((*i, when, words))
        })
        .collect();
    for (i, when, words) in moved {
        match readings.iter_mut().find(|r| r.when == when) {
            Some(reading) => reading.mentions.push(i),
            None => readings.push(Reading { when, of: DateOf::Event, mentions: vec![i], words: Some(words) }),
        }
    }
    let is_moved = |r: &Reading| r.mentions.iter().any(|i| mentions[*i].moved.is_some());
    // Each kind of disagreement is shown once, with every reading that takes part in it.
    let mut by_kind: BTreeMap<Relation, (Vec<usize>, Vec<String>, bool)> = BTreeMap::new();
    for a in 0..readings.len() {
        for b in a + 1..readings.len() {
            let (x, y) = (&readings[a], &readings[b]);
            let Some((mut kind, mut reason)) = relate(x.when, y.when) else { continue };
            let disjoint = !x.when.meets(y.when);
            let planned = |r: &Reading| r.mentions.iter().all(|i| mentions[*i].stance == Stance::Planned);
            if disjoint && x.of != y.of {
                kind = Relation::KindOfDate;
                reason = format!("one is the day of the {}, the other of the {}", x.of.name(), y.of.name());
            } else if disjoint && (is_moved(x) || is_moved(y)) {
                kind = Relation::PlanChanged;
                reason = format!("the planned day was moved: {reason}");
            } else if disjoint && planned(x) != planned(y) && kind != Relation::Approximate {
                kind = Relation::PlanChanged;
                reason = format!("a planned day and the day it came to: {reason}");
            } else if disjoint && kind == Relation::Conflict && (only_copies_of(x, y, repeats) || only_copies_of(y, x, repeats)) {
                kind = Relation::CopiedError;
                reason = format!("one day stands only in copies of a source that has the other: {reason}");
            }
            if disjoint && one_page(scene, mentions, &x.mentions, &y.mentions) {
                kind = Relation::Corrected;
                reason = format!("two saved versions of one page: {reason}");
            }
            let strong = |r: &Reading| r.mentions.iter().any(|i| mentions[*i].date.as_ref().is_some_and(|d| d.strong));
            let entry = by_kind.entry(kind).or_insert_with(|| (Vec::new(), Vec::new(), false));
            for n in [a, b] {
                if !entry.0.contains(&n) {
                    entry.0.push(n);
                }
            }
            entry.1.push(reason);
            entry.2 |= strong(x) && strong(y);
        }
    }
    by_kind
        .into_iter()
        .map(|(kind, (which, reasons, strong))| {
            let severity = match kind.severity() {
                Severity::Conflict if !strong => Severity::Check,
                severity => severity,
            };
            let mut sides: Vec<Side> = which
                .into_iter()
                .map(|n| {
                    let reading = &readings[n];
                    Side {
                        says: match reading.words {
                            Some(words) => words.of(&scene.documents[mentions[reading.mentions[0]].document].text).to_owned(),
                            None => phrase(scene, &mentions[reading.mentions[0]]),
                        },
                        value: reading.when.edtf().unwrap_or_default(),
                        mentions: reading.mentions.clone(),
                        accounts: accounts.count_of(&reading.mentions),
                    }
                })
                .collect();
            sides.sort_by(|a, b| (a.value.as_str(), &a.mentions).cmp(&(b.value.as_str(), &b.mentions)));
            Disagreement { about: "date", kind, severity, reason: reasons.join("; "), sides, settled: None }
        })
        .collect()
}

/// Whether all mentions of two sides stand in saved versions of one page.
fn one_page(scene: &Scene, mentions: &[EventMention], one: &[usize], other: &[usize]) -> bool {
    one.iter().all(|a| other.iter().all(|b| scene.lineage.same_page(mentions[*a].document, mentions[*b].document)))
}

/// Whether every mention of `odd` repeats one of `other`: the value was changed in copying.
fn only_copies_of(odd: &Reading, other: &Reading, repeats: &[Option<usize>]) -> bool {
    odd.mentions.iter().all(|i| repeats[*i].is_some_and(|of| other.mentions.contains(&of)))
}

/// A source that gives a weekday which its own date does not have.
fn weekdays(scene: &Scene, mentions: &[EventMention], members: &[usize]) -> Vec<Disagreement> {
    members
        .iter()
        .filter_map(|&i| {
            let mention = &mentions[i];
            let date = mention.date.as_ref()?;
            let said = weekday_name(date.weekday_said?);
            let when = date.when?;
            let day = when.exact()?;
            let has = weekday_name(crate::date::weekday_number(day));
            let words = phrase(scene, mention);
            Some(Disagreement {
                about: "date",
                kind: Relation::WeekdayMismatch,
                severity: Severity::Check,
                reason: format!("{} was a {has}, not a {said}", crate::date::day_text(day)),
                sides: vec![
                    Side { says: words.clone(), value: when.edtf().unwrap_or_default(), mentions: vec![i], accounts: 1 },
                    Side { says: words, value: said.to_owned(), mentions: vec![i], accounts: 1 },
                ],
                settled: None,
            })
        })
        .collect()
}

/// Days within which a birthday between two tellings is left out of account.
const SEASON: i64 = 60;

/// Counts and amounts of one thing, compared as intervals.
fn numbers(scene: &Scene, mentions: &[EventMention], members: &[usize], accounts: &Accounts) -> Vec<Disagreement> {
    struct Value {
        low: i64,
        high: Option<i64>,
        says: String,
        mentions: Vec<usize>,
    }
    // A yearly rate is no total, so that the unit is part of what is compared.
    let mut facts: BTreeMap<(&'static str, String, String), Vec<Value>> = BTreeMap::new();
    // An age is that of the day of the telling, and is carried over to the day of the first: by the years between, and one more
    // where a birthday may lie between.
    let written = |i: usize| scene.documents[mentions[i].document].day();
    let first = members.iter().find_map(|i| written(*i));
    let years = |i: usize| {
        let days = written(i).zip(first).map_or(0, |(day, first)| (day - first).num_days());
        let whole = days.abs() / 365;
        let (least, most) = if days.abs() <= SEASON { (0, 0) } else { (whole, whole + 1) };
        if days < 0 { (-most, -least) } else { (least, most) }
    };
    for &i in members {
        for fact in &mentions[i].facts {
            // Of several such things a telling gives the one that it tells of first, where no other of its figures, nor their
            // sum, is another telling's.
            let alike = |other: &&Fact| (other.about, &other.of, &other.unit) == (fact.about, &fact.of, &fact.unit);
            let own: Vec<&Fact> = mentions[i].facts.iter().filter(alike).collect();
            let sum: i64 = own.iter().map(|fact| fact.said).sum();
            let told = |value: i64| {
                let others = members.iter().filter(|j| **j != i).flat_map(|j| mentions[*j].facts.iter().filter(alike));
                others.into_iter().any(|other| other.low <= value && other.high.is_none_or(|high| value <= high))
            };
            let behind = |fact: &Fact| fact.span.start() > mentions[i].trigger.start();
            let first = own.iter().find(|fact| behind(fact)).is_some_and(|first| first.span == fact.span);
            let of_none = !first || fact.about != About::Amount || told(sum) || own.iter().any(|fact| told(fact.said));
            if own.len() > 1 && of_none {
                continue;
            }
            let values = facts.entry((fact.about.name(), fact.of.clone(), fact.unit.clone())).or_default();
            let (least, most) = if fact.about == About::Age { years(i) } else { (0, 0) };
            let (low, high) = (fact.low - most, fact.high.map(|high| high - least));
            match values.iter_mut().find(|value| (value.low, value.high) == (low, high)) {
                Some(value) => value.mentions.push(i),
                None => values.push(Value {
                    low,
                    high,
                    says: fact.span.of(&scene.documents[mentions[i].document].text).split_whitespace().collect::<Vec<_>>().join(" "),
                    mentions: vec![i],
                }),
            }
        }
    }
    let mut out = Vec::new();
    for ((about, ..), values) in facts {
        let mut worst: Option<Relation> = None;
        for a in 0..values.len() {
            for b in a + 1..values.len() {
                if let Some(relation) = relate_numbers((values[a].low, values[a].high), (values[b].low, values[b].high)) {
                    worst = worst.max(Some(relation));
                }
            }
        }
        let Some(kind) = worst else { continue };
        // Two ages that a birthday lies between are one.
        if about == About::Age.name() && kind != Relation::Conflict {
            continue;
        }
        let kind = match kind {
            Relation::Conflict if values.windows(2).all(|pair| one_page(scene, mentions, &pair[0].mentions, &pair[1].mentions)) => {
                Relation::Corrected
            }
            kind => kind,
        };
        let severity = kind.severity().min(Severity::Check);
        let sides = values
            .iter()
            .map(|v| Side {
                says: v.says.clone(),
                value: spelt(v.low, v.high),
                mentions: v.mentions.clone(),
                accounts: accounts.count_of(&v.mentions),
            })
            .collect();
        let said = values.iter().map(|v| format!("“{}”", v.says)).collect::<Vec<_>>().join(" and ");
        let reason = match kind {
            Relation::Conflict => format!("{said} of one thing: no number fits both"),
            Relation::Finer => format!("{said}: one is told more exactly than the other"),
            _ => format!("{said}: the numbers overlap"),
        };
        out.push(Disagreement { about, kind, severity, reason, sides, settled: None });
    }
    out
}

fn spelt(low: i64, high: Option<i64>) -> String {
    match high {
        Some(high) if high == low => low.to_string(),
        Some(high) => format!("{low} to {high}"),
        None => format!("{low} or more"),
    }
}
