//! Docket entries: each an event on its filing day, quoted whole; the hearings and deadlines inside it planned events of
//! their own.

use super::actor::Name;
use super::attribution::Stance;
use super::clause::{self, Sentence};
use super::dated::{DateOf, MentionDate};
use super::{Around, EventMention, Source, Tie, actor, between, kinds, mention, word_at};
use crate::date::{Basis, Value, When};
use crate::document::Passage;
use crate::sentence::sentences;
use crate::span::Span;

/// A docket entry is quoted whole and dated on its filing day; days inside it are planned mentions of their own.
pub(super) fn docket_entry(source: &Source, passage: &Passage, out: &mut Vec<EventMention>) {
    let text = &source.document.text;
    let span = passage.span;
    let dates: Vec<Span> = source.dates[between(source.dates, span)].iter().map(|d| d.span).collect();
    let sentence = clause::analyse(text, span, &dates);
    let Some(first) = sentence.words.iter().position(|w| !w.mark && w.lower.chars().any(char::is_alphabetic)) else { return };
    let trigger = sentence.words.iter().position(|w| w.kind != kinds::OTHER && !kinds::is_saying(w.kind)).unwrap_or(first);
    let day = passage.day.map(When::day);
    let tie = Tie { trigger, date: None, same_clause: true };
    let named: Vec<Name> = actor::names(&sentence.words, text).iter().map(|name| source.aliases.resolve(name)).collect();
    let around = Around { chain: &[], named: &named, recent: &[] };
    let mut entry = mention(source, passage, &sentence, &tie, &around);
    entry.span = span;
    entry.stance = Stance::Stated;
    entry.kind = docket_kind(span.of(text)).unwrap_or(entry.kind);
    entry.date = day.map(|when| MentionDate {
        index: None,
        span: None,
        when: Some(when),
        value: Value::Days(when),
        of: DateOf::Filed,
        basis: Basis::Stated,
        rule: "docket entry",
        strong: true,
        because: Some("the docket's own filing day".to_owned()),
        weekday_said: None,
    });
    out.push(entry);
    planned_in_entry(source, passage, &sentence, &around, out);
}

/// Hearing dates and deadlines inside an entry: planned, each a dated mention of its own.
fn planned_in_entry(source: &Source, passage: &Passage, sentence: &Sentence, around: &Around, out: &mut Vec<EventMention>) {
    let parts = sentences(&source.document.text, passage.span);
    for index in between(source.dates, passage.span) {
        let date = &source.dates[index];
        let Some(when) = date.value.when().filter(|when| when.exact().is_some() && when.earliest() > passage.day) else { continue };
        let at = word_at(sentence, date.span.start());
        // Its own sentence of the entry, and no more than a few words of it.
        let start = parts.iter().find(|part| part.contains(date.span)).map_or(passage.span.start(), |part| part.start());
        let from = word_at(sentence, start).max(at.saturating_sub(9));
        let Some(trigger) = (from..at).rev().find(|i| {
            matches!(
                sentence.words[*i].lower.as_str(),
                "due"
                    | "deadline"
                    | "hearing"
                    | "conference"
                    | "trial"
                    | "set"
                    | "scheduled"
                    | "continued"
                    | "reset"
                    | "argument"
                    | "noticed"
            )
        }) else {
            continue;
        };
        let word = &sentence.words[trigger];
        let deadline = matches!(word.lower.as_str(), "due" | "deadline");
        let tie = Tie { trigger, date: Some(index), same_clause: true };
        let mut planned = mention(source, passage, sentence, &tie, around);
        planned.span = sentence.words[from].span.cover(date.span);
        planned.kind = if deadline { "deadline" } else { "hearing" };
        planned.stance = Stance::Planned;
        if let Some(date) = &mut planned.date {
            date.of = if deadline { DateOf::Deadline } else { DateOf::Event };
            date.when = Some(when);
        }
        out.push(planned);
    }
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
