//! What one source tells in several sentences: a speaker who goes on speaking, a judge who speaks from the bench of the
//! hearing just told, a noun that points back ("the ruling", "Monday's trial").

use super::look::{Look, Times, times};
use super::same::Reason;
use crate::date::When;
use crate::event::attribution::Stance;
use crate::event::{ANOTHER, Bench, HANDED_DOWN, kinds};

/// Bytes between two sentences of one statement: a few paragraphs of a news text.
const ONE_STATEMENT: usize = 2_500;
/// Days behind a paper's own day within which what it dates is its news.
const NEWS: i64 = 14;
/// Bytes over which a hearing is still the scene of what its judge says.
const ONE_SCENE: usize = 2_500;
/// Bytes over which a noun points back.
const POINTS_BACK: usize = 4_000;

/// Mentions over which anything is looked for, so that a paper of a thousand pages is read in one pass.
const WITHIN: usize = 80;

/// What a judge says is said at one of these.
const SITTINGS: &[&str] = &["hearing", "sentence", "ruling", "order", "plea", "verdict"];

/// Kinds that one noun can point back at: a decision is a ruling or an order, a deal a settlement or an agreement.
const POINTED_AT: &[&[&str]] = &[&["ruling", "order", "verdict"], &["settlement", "agreement"]];

fn can_be(pointing: &'static str, told: &'static str) -> bool {
    kinds::family(pointing) == kinds::family(told) || POINTED_AT.iter().any(|row| row.contains(&pointing) && row.contains(&told))
}

/// The pairs of mentions that are one event because one source tells them in one go, with the reason.
pub(super) fn pairs(looks: &[Look]) -> Vec<(Reason, usize, usize)> {
    let mut out = Vec::new();
    let mut first = 0;
    for document in looks.chunk_by(|a, b| a.mention.document == b.mention.document) {
        for at in 1..document.len() {
            let from = at.saturating_sub(WITHIN);
            let (near, at) = (&document[from..], at - from);
            let found = goes_on(near, at).or_else(|| from_the_bench(near, at)).or_else(|| points_back(near, at));
            if let Some((back, reason)) = found {
                out.push((reason, first + from + back, first + from + at));
            }
        }
        first += document.len();
    }
    out
}

fn apart(a: &Look, b: &Look) -> usize {
    b.mention.sentence.start().saturating_sub(a.mention.sentence.end())
}

fn fits(a: &Look, b: &Look) -> bool {
    let planned = |look: &Look| look.mention.stance == Stance::Planned;
    !matches!(times(a, b), Times::Apart(_)) && planned(a) == planned(b) && a.mention.sentence != b.mention.sentence
}

fn reason(rule: &'static str, trust: u32, because: String) -> Reason {
    Reason { rule, trust, because, over_days: false }
}

/// Who spoke last says more.
fn goes_on(document: &[Look], at: usize) -> Option<(usize, Reason)> {
    let here = &document[at];
    let agent = here.mention.agent.as_ref()?;
    let said = |look: &Look| matches!(look.mention.kind, "statement" | "message");
    // "Dismissed the claim. “It is over,” he said": what a speaker goes on from may be a denial.
    let spoke = |look: &Look| said(look) || matches!(look.mention.kind, "refusal" | "reply") && look.mention.stem != "declin";
    let speaks = |look: &Look| look.mention.agent.as_ref().is_some_and(|other| other.key == agent.key);
    let back = document[..at].iter().rposition(|look| spoke(look) && speaks(look))?;
    let before = &document[back];
    // "Told the paper recently", "had said before": another time.
    let elsewhere = |look: &Look| ["previous", "recent", "earlier"].iter().any(|stem| look.objects.contains(stem));
    let posted = |look: &Look| matches!(look.mention.stem.as_str(), "tweet" | "post");
    // "He announced it in September" is no news of a paper of January: what he says further down is said elsewhere.
    let old = before.window.and_then(When::latest).zip(before.told).is_some_and(|(day, told)| (told - day).num_days() > NEWS);
    let once = posted(here) == posted(before) && elsewhere(here) == elsewhere(before) && (!old || apart(before, here) <= 2);
    let same_day = here.window.is_some() && here.window == before.window;
    (said(here) && (!here.is_dated() || same_day) && once && apart(before, here) <= ONE_STATEMENT && fits(before, here))
        .then(|| (back, reason("goes on speaking", 46, format!("{} speaks in both", agent.key))))
}

/// What a judge says with no day of its own is said at the sitting that the source has told of last.
fn from_the_bench(document: &[Look], at: usize) -> Option<(usize, Reason)> {
    let here = &document[at];
    let agent = here.mention.agent.as_ref().filter(|agent| agent.bench == Some(Bench::Judge) && agent.key != ANOTHER)?;
    let in_court = kinds::is_of_speech(here.mention.kind) || matches!(here.mention.kind, kinds::OTHER | "hearing" | "sentence");
    if here.is_dated() || !in_court {
        return None;
    }
    // What a judge writes or concludes is of what was handed down, not of a hearing.
    let decides = super::bench::decides(here);
    let sits = |look: &Look| {
        (if decides { HANDED_DOWN } else { SITTINGS }).contains(&look.mention.kind)
            && !look.mention.several
            && (look.people.contains(agent.key.as_str()) || look.objects.contains("judg") && !super::bench::two_judges(look, here))
    };
    let back = document[..at].iter().rposition(|look| sits(look) && fits(look, here))?;
    (apart(&document[back], here) <= ONE_SCENE).then(|| {
        (back, reason("from the bench", 45, format!("judge {} speaks at the {} told before", agent.key, document[back].mention.kind)))
    })
}

/// "The ruling", "Monday's trial": the last such happening that the source has told of.
fn points_back(document: &[Look], at: usize) -> Option<(usize, Reason)> {
    let here = &document[at];
    if !here.mention.pointing || here.mention.kind == kinds::OTHER || kinds::is_saying(here.mention.kind) {
        return None;
    }
    let back = document[..at].iter().rposition(|look| can_be(here.mention.kind, look.mention.kind) && fits(look, here))?;
    (apart(&document[back], here) <= POINTS_BACK)
        .then(|| (back, reason("points back", 47, format!("{} was told of before", kinds::with_article(document[back].mention.kind)))))
}
