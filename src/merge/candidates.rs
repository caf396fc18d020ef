//! Which pairs of mentions are worth comparing, so that a folder of ten thousand papers is joined in near-linear time.

use super::apart::figures;
use super::look::{DISCOVERY, Look};
use super::same::{MILESTONES, is_one, resolves};
use super::synonym;
use crate::date::When;
use crate::event::fact::About;
use crate::event::kinds;
use std::collections::{BTreeSet, HashMap};

/// Largest number of mentions that one is compared with inside a block; the nearest in time come first.
const REACH: usize = 400;

/// Pairs worth comparing: within a kind, or within a verb, near in time; undated ones by a shared person.
pub(super) fn candidates(looks: &[Look]) -> Vec<(usize, usize)> {
    let mut blocks: HashMap<&str, Vec<usize>> = HashMap::new();
    for (i, look) in looks.iter().enumerate() {
        if look.mention.kind != kinds::OTHER {
            blocks.entry(kinds::family(look.mention.kind)).or_default().push(i);
        } else {
            blocks.entry(look.doing).or_default().push(i);
        }
        // A measure may be passed or voted down.
        if look.is_vote() && look.mention.kind != "enactment" {
            blocks.entry("enactment").or_default().push(i);
        }
        // Words of one doing may be of two kinds.
        if let Some(doing) = synonym::doing(&look.mention.stem).filter(|_| look.mention.kind != kinds::OTHER) {
            blocks.entry(doing).or_default().push(i);
        }
    }
    let mut pairs = Vec::new();
    for block in blocks.values_mut() {
        let key = |i: &usize| looks[*i].window.map(When::sort_key);
        block.sort_by_key(|i| (key(i), *i));
        let undated = block.partition_point(|i| key(i).is_none());
        let (undated, dated) = block.split_at(undated);
        for (n, &a) in dated.iter().enumerate() {
            let until = looks[a].window.and_then(When::latest);
            for &b in dated[n + 1..].iter().take(REACH) {
                let starts = looks[b].window.and_then(When::earliest);
                if until.zip(starts).is_some_and(|(until, starts)| (starts - until).num_days() > 40) {
                    break;
                }
                pairs.push((a.min(b), a.max(b)));
            }
        }
        let mut by_person: HashMap<&str, Vec<usize>> = HashMap::new();
        for &i in undated.iter().chain(dated) {
            for person in looks[i].people.iter().copied().chain(looks[i].objects.iter().copied().filter(|o| *o == "suit")) {
                by_person.entry(person).or_default().push(i);
            }
        }
        let mut seen = BTreeSet::new();
        for &a in undated {
            for person in looks[a].people.iter().copied().chain(looks[a].objects.iter().copied().filter(|o| *o == "suit")) {
                for &b in by_person.get(person).into_iter().flatten().take(REACH) {
                    if a != b && seen.insert((a.min(b), a.max(b))) {
                        pairs.push((a.min(b), a.max(b)));
                    }
                }
            }
        }
    }
    // What one speaker is quoted with, whether said or written.
    let mut by_speaker: HashMap<&str, Vec<usize>> = HashMap::new();
    for (i, look) in looks.iter().enumerate().filter(|(_, look)| look.mention.utterance.is_some()) {
        if let Some(agent) = look.mention.agent.as_ref().filter(|agent| agent.person) {
            by_speaker.entry(&agent.key).or_default().push(i);
        }
    }
    for said in by_speaker.values() {
        for (n, &a) in said.iter().enumerate() {
            pairs.extend(said[n + 1..].iter().take(REACH).map(|&b| (a, b)));
        }
    }
    // What comes once to a person is compared whatever its day, for a slip of the year.
    let mut by_subject: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for (i, look) in looks.iter().enumerate().filter(|(_, look)| look.is_dated()) {
        let family = kinds::family(look.mention.kind);
        if let Some(subject) = look.mention.subject.as_ref().filter(|s| s.named && MILESTONES.contains(&family)) {
            by_subject.entry((family, subject.key.as_str())).or_default().push(i);
        }
        for person in look.people.iter().filter(|_| look.doing == DISCOVERY) {
            by_subject.entry((DISCOVERY, person)).or_default().push(i);
        }
    }
    for told in by_subject.values() {
        for (n, &a) in told.iter().enumerate() {
            pairs.extend(told[n + 1..].iter().take(REACH).filter(|b| is_one(&looks[a], &looks[**b])).map(|&b| (a, b)));
        }
    }
    // What announces or resolves on a deed is compared with those that tell the deed.
    let mut by_deed: HashMap<&str, (Vec<usize>, Vec<usize>)> = HashMap::new();
    for (i, look) in looks.iter().enumerate().filter(|(_, look)| look.window.is_some()) {
        by_deed.entry(look.doing).or_default().0.push(i);
        for object in look.objects.iter().filter(|_| resolves(look)) {
            by_deed.entry(object).or_default().1.push(i);
        }
    }
    for (deeds, resolved) in by_deed.values() {
        for &a in resolved {
            pairs.extend(deeds.iter().take(REACH).filter(|b| **b != a).map(|&b| (a.min(b), a.max(b))));
        }
    }
    let mut by_figure: HashMap<(About, i64), Vec<usize>> = HashMap::new();
    for (i, look) in looks.iter().enumerate() {
        let values: BTreeSet<(About, i64)> = figures(look.mention).map(|f| (f.about, f.said)).collect();
        for value in values {
            by_figure.entry(value).or_default().push(i);
        }
    }
    for told in by_figure.values() {
        for (n, &a) in told.iter().enumerate() {
            pairs.extend(told[n + 1..].iter().take(REACH).map(|&b| (a, b)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
