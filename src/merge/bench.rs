//! What a judge does on one day is one sitting: "ordered", "told the defendant", "Monday's ruling". Sources tell it by
//! whichever act they find telling, so neither verb nor kind can be asked for.

use super::look::{Look, Times, times};
use super::same::Reason;
use crate::date::When;
use crate::event::attribution::Stance;
use crate::event::kinds;
use crate::event::{ANOTHER, Bench, HANDED_DOWN};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Acts of one day that each is compared with, the latest before it.
const REACH: usize = 24;

/// How a judge without a name is known.
const NAMELESS: &str = "judge";

/// The judge who acts, where the telling is of something done.
pub(super) fn sits<'a>(look: &Look<'a>) -> Option<&'a str> {
    let mention = look.mention;
    // Others bring suits and charges, and plead.
    let others = matches!(mention.kind, "filing" | "charge" | "motion" | "appeal" | "plea");
    let done = mention.stance != Stance::Planned && !mention.unrealised && !others;
    mention.agent.as_ref().filter(|agent| agent.bench.is_some() && done).map(|agent| agent.key.as_str())
}

/// Whether one sentence tells two acts of one sitting, or the sitting and an act at it: "dismissed the suit on Monday and
/// ordered the firm to pay", "at the hearing, the judge scolded him".
pub(super) fn one_sitting(a: &Look, b: &Look) -> bool {
    let judge = |look| sits(look).filter(|judge| *judge != NAMELESS && *judge != ANOTHER);
    let acts = judge(a).is_some() && judge(a) == judge(b);
    let at_it = sits(a).is_some() && is_sitting(b) || sits(b).is_some() && is_sitting(a);
    (acts || at_it) && !matches!(times(a, b), Times::Apart(_))
}

/// Whether two judges, each named, do what is told.
pub(super) fn two_judges(a: &Look, b: &Look) -> bool {
    let judge = |look: &Look| look.mention.agent.as_ref().is_some_and(|agent| agent.sure && agent.bench == Some(Bench::Judge));
    let named = |look| sits(look).filter(|judge| *judge != NAMELESS);
    judge(a) && judge(b) && named(a).zip(named(b)).is_some_and(|(p, q)| p != q && !a.people.contains(q) && !b.people.contains(p))
}

fn day(look: &Look) -> Option<NaiveDate> {
    look.window.and_then(When::exact)
}

/// "Monday's ruling", "the decision Tuesday": what was handed down, by no one named.
fn handed_down(look: &Look) -> bool {
    look.mention.pointing && HANDED_DOWN.contains(&look.mention.kind) && look.mention.agent.is_none()
}

/// "His sentencing on Tuesday", "the hearing was held on May 3": a sitting that no one is said to hold.
fn is_sitting(look: &Look) -> bool {
    let done = look.mention.stance != Stance::Planned && !look.mention.unrealised;
    done && matches!(look.mention.kind, "hearing" | "sentence") && look.mention.stem != "trial" && look.mention.agent.is_none()
}

/// Pairs of mentions that are one sitting, with the reason.
pub(super) fn pairs(looks: &[Look]) -> Vec<(Reason, usize, usize)> {
    let mut out = Vec::new();
    let mut by_day: BTreeMap<NaiveDate, Vec<usize>> = BTreeMap::new();
    for (i, look) in looks.iter().enumerate() {
        if let Some(day) = day(look).filter(|_| sits(look).is_some() || handed_down(look) || is_sitting(look)) {
            by_day.entry(day).or_default().push(i);
        }
    }
    for acts in by_day.values() {
        for (n, &b) in acts.iter().enumerate() {
            for &a in &acts[n.saturating_sub(REACH)..n] {
                if let Some(because) = same_day(&looks[a], &looks[b]) {
                    out.push((Reason { rule: "one judge, one day", trust: 70, because, over_days: false }, a, b));
                }
            }
        }
    }
    out.extend(in_one_telling(looks));
    out
}

fn is_court(look: &Look) -> bool {
    look.mention.agent.as_ref().is_some_and(|agent| agent.bench == Some(Bench::Court))
}

fn sure(look: &Look) -> bool {
    look.mention.agent.as_ref().is_some_and(|agent| agent.sure)
}

/// How many people and things two mentions share.
fn shared(a: &Look, b: &Look) -> usize {
    let things = a.objects.intersection(&b.objects).filter(|o| o.len() > 2 && !a.people.contains(*o)).count();
    a.people.intersection(&b.people).count() + things
}

fn same_day(a: &Look, b: &Look) -> Option<String> {
    let people = a.people.intersection(&b.people).count();
    match (sits(a), sits(b)) {
        // A court hands down a list of orders on one day.
        (Some(p), Some(q)) if p == q && is_court(a) => (shared(a, b) >= 2).then(|| format!("{p} acts in both")),
        (Some(p), Some(q)) if p == q && p != NAMELESS && p != ANOTHER => Some(format!("{p} acts in both")),
        // A court acts by its judges.
        (Some(p), Some(q)) if is_court(a) != is_court(b) => (shared(a, b) >= 2).then(|| format!("{p} and {q} act on one day")),
        // "A federal judge" may be any: what the act is about must agree.
        (Some(p), Some(q)) if (p == NAMELESS || q == NAMELESS) && p != ANOTHER && q != ANOTHER => {
            let name = if p == NAMELESS { q } else { p };
            (people >= 1 && shared(a, b) >= 2).then(|| format!("a judge acts in both ({name})"))
        }
        (Some(p), None) | (None, Some(p)) if handed_down(a) || handed_down(b) => {
            (shared(a, b) >= 1).then(|| format!("a ruling of the day on which {p} acts"))
        }
        (Some(p), None) | (None, Some(p)) => (people >= 1 && shared(a, b) >= 2).then(|| format!("a sitting of the day on which {p} acts")),
        _ => None,
    }
}

/// Days before its source's own within which an act is what the source reports.
const FRESH: i64 = 3;

/// Stems beside a judge who speaks for the court, and not against it.
const FOR_THE_COURT: &[&str] = &["major", "court", "unanim"];

/// Stems by which a judge decides, in the paper that is handed down rather than from the bench.
const DECIDES: &[&str] = &[
    "write", "wrote", "find", "found", "conclud", "determin", "rule", "hold", "reject", "agre", "disagre", "side", "caution", "stress",
    "emphas", "emphasiz", "recommend", "dismiss", "credit", "reason", "uphold", "declin", "turn",
];

/// Whether a mention tells what a judge decides.
pub(super) fn decides(look: &Look) -> bool {
    DECIDES.contains(&look.mention.stem.as_str())
}

/// What a judge does in a telling that gives one day to the judge's acts is done on that day, and so is what any bench does
/// in the report of one ruling. A noun that may be either of two judges is neither.
fn in_one_telling(looks: &[Look]) -> Vec<(Reason, usize, usize)> {
    let mut out = Vec::new();
    let mut first = 0;
    for document in looks.chunk_by(|a, b| a.mention.document == b.mention.document) {
        let acts = |look: &Look| sits(look).is_some() && sure(look) || handed_down(look);
        let dated: Vec<usize> = (0..document.len()).filter(|&i| document[i].is_dated() && acts(&document[i])).collect();
        let fresh = |day: NaiveDate, look: &Look| look.told.is_some_and(|told| (0..=FRESH).contains(&(told - day).num_days()));
        let reported = one_day(document, dated.iter().copied().filter(|&i| day(&document[i]).is_some_and(|day| fresh(day, &document[i]))));
        let mut reported_of: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for &i in dated.iter().filter(|&&i| HANDED_DOWN.contains(&document[i].mention.kind)) {
            if let Some(judge) = sits(&document[i]).filter(|_| day(&document[i]).is_some_and(|day| fresh(day, &document[i]))) {
                reported_of.entry(judge).or_default().push(i);
            }
        }
        let reported_of: BTreeMap<&str, Option<usize>> =
            reported_of.into_iter().map(|(judge, acts)| (judge, one_day(document, acts.into_iter()))).collect();
        let mut own: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for &i in &dated {
            if let Some(judge) = sits(&document[i]) {
                own.entry(judge).or_default().push(i);
            }
        }
        let own: BTreeMap<&str, Option<usize>> =
            own.into_iter().map(|(judge, acts)| (judge, one_day(document, acts.into_iter()))).collect();
        let speaks_for = |act: &&Look| FOR_THE_COURT.iter().any(|word| act.objects.contains(word));
        let for_the_court: BTreeSet<&str> = document.iter().filter(speaks_for).filter_map(sits).collect();
        for (i, look) in document.iter().enumerate() {
            let undated = |_: &&str| !look.is_dated() && sure(look) && (look.mention.kind != kinds::OTHER || decides(look));
            let Some(judge) = sits(look).filter(undated) else { continue };
            let at = match own.get(judge) {
                Some(Some(day)) => Some(*day),
                // Of several days, what a judge decides in writing is of the ruling that the paper reports.
                Some(None) => reported_of.get(judge).copied().flatten().filter(|_| decides(look)),
                None => reported.filter(|_| is_court(look) || for_the_court.contains(judge)),
            };
            if let Some(at) = at.filter(|&at| judge != NAMELESS || shared(look, &document[at]) >= 2) {
                let because = format!("all that {judge} does here is of one day");
                let reason = Reason { rule: "one judge, one telling", trust: 68, because, over_days: false };
                out.push((reason, first + at.min(i), first + at.max(i)));
            }
        }
        first += document.len();
    }
    out
}

/// The first of some mentions, where all are of one exact day.
fn one_day(document: &[Look], mut of: impl Iterator<Item = usize>) -> Option<usize> {
    let first = of.next()?;
    let known = day(&document[first])?;
    of.all(|i| day(&document[i]) == Some(known)).then_some(first)
}
