//! Dates that only bound what is told, or that something is measured against.

use super::clause::{Sentence, Word};
use super::word_at;
use crate::date::DateMention;

/// Units of which a distance to another happening is told: "two months after he was shot".
pub(super) const UNITS: &[&str] = &[
    "second", "seconds", "minute", "minutes", "moment", "moments", "hour", "hours", "day", "days", "night", "week", "weeks", "month",
    "months", "year", "years", "decade", "decades",
];

pub(super) fn is_border(word: &Word) -> bool {
    matches!(word.lower.as_str(), "before" | "after")
}

/// Whether a date only bounds what is told from one side: "months before Election Day".
pub(super) fn is_bound(sentence: &Sentence, date: &DateMention) -> bool {
    let first = word_at(sentence, date.span.start());
    first > 1 && is_border(&sentence.words[first - 1]) && UNITS.contains(&sentence.words[first - 2].lower.as_str())
}

/// Whether a date only names what something is measured against: "up from 18 the week before", "compared with 2018".
pub(super) fn is_baseline(sentence: &Sentence, date: &DateMention) -> bool {
    let first = word_at(sentence, date.span.start());
    let near = |back: usize| first.checked_sub(back).map(|at| &sentence.words[at]).filter(|w| !w.mark).map_or("", |w| w.lower.as_str());
    let span = (1..=5).take_while(|back| !near(*back).is_empty());
    span.into_iter().any(|back| match near(back) {
        "than" => !matches!(near(back + 1), "later" | "earlier" | "sooner") && (1..back).all(|n| LINKS.contains(&near(n))),
        "compared" => back <= 4,
        "from" => matches!(near(back + 1), "up" | "down") && is_count(near(back - 1)),
        _ => false,
    })
}

/// Words between "than" and the date that it compares with.
const LINKS: &[&str] = &["in", "on", "at", "the", "a", "of", "during", "for", "same", "it", "they", "was", "were", "did"];

/// Whether a word is a number or an amount.
fn is_count(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '£' | '€'))
}

/// Whether a date says until when something waited: "was not told until May" tells of its telling.
pub(super) fn waits_until(sentence: &Sentence, date: &DateMention) -> bool {
    let first = word_at(sentence, date.span.start());
    let mut before =
        sentence.words[..first].iter().rev().map(|w| w.lower.as_str()).filter(|w| !matches!(*w, "at" | "least" | "late" | "early"));
    before.next().is_some_and(|w| matches!(w, "until" | "till"))
}
