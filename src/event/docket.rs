//! Docket entries: each an event on its filing day, quoted whole; the hearings and deadlines inside it planned events of
//! their own, and so what it says was done on another day.

use super::actor::Name;
use super::agent::Judges;
use super::attribution::Stance;
use super::clause::{self, Sentence};
use super::dated::{DateOf, MentionDate};
use super::{Around, EventMention, Moved, Source, Tie, actor, between, kinds, mention, word_at};
use crate::date::{Basis, When};
use crate::document::Passage;
use crate::sentence::sentences;
use crate::span::Span;

/// A docket entry is quoted whole and dated on its filing day; days inside it are mentions of their own.
pub(super) fn docket_entry(source: &Source, passage: &Passage, out: &mut Vec<EventMention>) {
    let text = source.document.prose();
    let span = passage.span;
    let dates: Vec<Span> = source.dates[between(source.dates, span)].iter().map(|d| d.span).collect();
    let sentence = clause::analyse(text, span, &dates);
    let Some(first) = sentence.words.iter().position(|w| !w.mark && w.lower.chars().any(char::is_alphabetic)) else { return };
    let trigger = sentence.words.iter().position(|w| w.kind != kinds::OTHER && !kinds::is_saying(w.kind)).unwrap_or(first);
    let day = passage.day.map(When::day);
    let tie = Tie { trigger, date: None, same_clause: true };
    let named: Vec<Name> = actor::names(&sentence.words, text).iter().map(|name| source.aliases.resolve(name)).collect();
    let around = Around { chain: &[], named: &named, recent: &[], judges: &Judges::default(), meant: None, spoke: None, most: None };
    let mut entry = mention(source, passage, &sentence, &tie, &around);
    entry.span = span;
    entry.stance = Stance::Stated;
    entry.kind = docket_kind(span.of(text)).unwrap_or(entry.kind);
    entry.date = day.map(|when| MentionDate {
        of: DateOf::Filed,
        strong: true,
        ..MentionDate::filled_in(when, Basis::Stated, "docket entry", "the docket's own filing day".to_owned())
    });
    out.push(entry);
    days_in_entry(source, passage, &sentence, &around, out);
}

/// Words inside an entry that a hearing or a deadline hangs on.
const TO_COME: &[&str] = &[
    "due", "deadline", "hearing", "conference", "trial", "set", "scheduled", "continued", "reset", "resetting", "rescheduling",
    "continuing", "argument", "noticed", "meeting", "held", "sentencing", "mediation", "expires",
];
/// Verbs inside an entry that tell of something done on a day before it.
const DONE: &[&str] = &[
    "served", "held", "argued", "signed", "executed", "heard", "mailed", "arrested", "sentenced", "convicted", "dismissed", "settled",
    "closed",
];

/// The days inside an entry, each a dated mention of its own: hearings and deadlines, planned; what was done before it.
fn days_in_entry(source: &Source, passage: &Passage, sentence: &Sentence, around: &Around, out: &mut Vec<EventMention>) {
    let parts = sentences(source.document.prose(), passage.span);
    let mut old: Option<(When, Span)> = None;
    for index in between(source.dates, passage.span) {
        let date = &source.dates[index];
        let Some(when) = date.value.when().filter(|when| when.exact().is_some()) else { continue };
        let at = word_at(sentence, date.span.start());
        // Its own sentence of the entry, and no more than a few words of it.
        let start = parts.iter().find(|part| part.contains(date.span)).map_or(passage.span.start(), |part| part.start());
        let first = word_at(sentence, start);
        let before = |words: &[&str], reach: usize| {
            (first.max(at.saturating_sub(reach))..at).rev().find(|i| words.contains(&sentence.words[*i].lower.as_str()))
        };
        let later = when.earliest() > passage.day;
        // "From 1/15/2025 to 2/5/2025": the first is the day that the second takes the place of.
        if at > first
            && sentence.words[at - 1].lower == "from"
            && before(&["resetting", "rescheduling", "continuing", "moved", "reset"], 9).is_some()
        {
            old = Some((when, date.span));
            continue;
        }
        // A day for which something was due may have gone by when the entry was made.
        let planned = before(TO_COME, 9).filter(|i| later || matches!(sentence.words[*i].lower.as_str(), "due" | "deadline"));
        // "Signed by Judge Mary Linden on 5/3/2006", "Order dated 3/4/2006".
        let on = at > first && sentence.words[at - 1].lower == "on";
        let signed = || before(&["signed", "entered"], 9).filter(|_| on);
        let dated = || (at > first + 1 && sentence.words[at - 1].lower == "dated" && !sentence.words[at - 2].mark).then(|| at - 2);
        let done = before(DONE, 3).or_else(signed).or_else(dated).filter(|_| !later);
        let (trigger, planned) = match (planned, done) {
            (Some(trigger), _) => (trigger, true),
            (None, Some(trigger)) => (trigger, false),
            (None, None) => continue,
        };
        let word = &sentence.words[trigger];
        let deadline = matches!(word.lower.as_str(), "due" | "deadline" | "expires");
        let tie = Tie { trigger, date: Some(index), same_clause: true };
        let mut mention = mention(source, passage, sentence, &tie, around);
        mention.span = sentence.words[phrase_start(sentence, first, trigger)].span.cover(date.span);
        // Who signs an order makes it.
        let signs = !planned && word.lower == "signed";
        if signs && let Some(kind) = docket_kind(passage.span.of(source.document.prose())) {
            mention.kind = kind;
        }
        if planned {
            mention.kind = if deadline { "deadline" } else { "hearing" };
            mention.stance = Stance::Planned;
            mention.moved = old.take().map(|from| Moved { from: Some(from) });
        } else {
            mention.stance = Stance::Stated;
        }
        if let Some(date) = &mut mention.date {
            date.of = match (deadline, signs) {
                (true, _) => DateOf::Deadline,
                (_, true) => DateOf::Signed,
                _ => DateOf::Event,
            };
            // "Trial held May 23 - 26" keeps its stretch.
            date.when = date.when.filter(|held| held.earliest() == when.earliest()).or(Some(when));
        }
        out.push(mention);
    }
}

/// Where the phrase of a trigger begins: after the last mark before it, or the last day.
fn phrase_start(sentence: &Sentence, first: usize, trigger: usize) -> usize {
    let ends = |i: &usize| {
        let word = &sentence.words[*i];
        word.mark && matches!(word.lower.as_str(), "." | "," | ";" | ":" | "(" | ")") || word.lower.contains('/')
    };
    (first.max(trigger.saturating_sub(12))..trigger).rev().find(ends).map_or(first.max(trigger.saturating_sub(12)), |i| i + 1)
}

/// The kind of a docket entry, by the word it opens with.
fn docket_kind(words: &str) -> Option<&'static str> {
    let lower = words.to_lowercase();
    let opens = |list: &[&str]| list.iter().any(|word| lower.trim_start_matches(|c: char| !c.is_alphabetic()).starts_with(word));
    if opens(&["order", "minute order", "text order"]) {
        Some("order")
    } else if opens(&["motion", "ex parte", "unopposed motion"]) {
        Some("motion")
    } else if opens(&["judgment", "clerk's judgment"]) {
        Some("ruling")
    } else if opens(&["notice of appeal"]) {
        Some("appeal")
    } else if opens(&[
        "complaint", "answer", "brief", "reply", "response", "memorandum", "declaration", "affidavit", "notice", "stipulation",
        "certificate",
    ]) {
        Some("filing")
    } else {
        None
    }
}
