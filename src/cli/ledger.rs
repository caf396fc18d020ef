//! `dateline dates`: the ledger, for a person: the words in their line with carets, the value, the rule, and what it
//! hangs on.

use crate::AnchorSource;
use crate::date::{Basis, DateMention, day_text};
use crate::document::Document;
use crate::span::Span;
use crate::timeline::{Ledger, Timeline};
use std::fmt::Write;

/// Longest stretch of a line shown around a phrase, in characters.
const AROUND: usize = 44;

pub(super) fn write(timeline: &Timeline, all: bool) -> String {
    let mut out = String::new();
    for (document, ledger) in timeline.documents.iter().zip(&timeline.ledgers) {
        let day = document
            .anchor()
            .map_or_else(|| "its day is unknown".to_owned(), |a| format!("speaks from {} ({}: {})", a.edtf(), a.from.name(), a.phrase));
        let _ = writeln!(out, "{}: {day}", document.file);
        let mut rows: Vec<(Span, String)> = ledger
            .dates
            .iter()
            .map(|date| {
                (
                    date.span,
                    format!("{} {} · {}{}", date.value.type_of().name(), value(date), date.rule, hangs(timeline, document, ledger, date)),
                )
            })
            .collect();
        if all {
            rows.extend(ledger.refusals.iter().map(|refusal| (refusal.span, format!("refused · {}", refusal.rule))));
        }
        rows.sort_by_key(|row| row.0);
        for (span, told) in rows {
            excerpt(&mut out, document, span, &told);
        }
        if !all && !ledger.refusals.is_empty() {
            let _ = writeln!(out, "  {} candidates were refused; --all shows them\n", ledger.refusals.len());
        }
    }
    out
}

fn value(date: &DateMention) -> String {
    let timex = date.value.timex();
    match date.value.edtf() {
        Some(edtf) if edtf != timex => format!("{timex} (EDTF {edtf})"),
        _ => timex,
    }
}

/// What a value was counted from.
fn hangs(timeline: &Timeline, document: &Document, ledger: &Ledger, date: &DateMention) -> String {
    if let Some(told) = date.told {
        let how = if date.basis == Basis::YearFromTelling { "year from" } else { "counted from" };
        return format!(" · {how} “{}”", ledger.dates[told].span.of(&document.text));
    }
    match date.anchor.map(|i| ledger.anchors[i]) {
        Some(AnchorSource::Document) => {
            document.anchor().map_or_else(String::new, |a| format!(" · counted from the document's day, {}", a.edtf()))
        }
        Some(AnchorSource::Copied(of)) => {
            format!(" · counted from the day of {}, which the passage is copied from", timeline.documents[of].id)
        }
        Some(AnchorSource::Post(passage)) => {
            format!(" · counted from the post's day, {}", document.passages[passage].day.map_or_else(String::new, day_text))
        }
        None => String::new(),
    }
}

fn excerpt(out: &mut String, document: &Document, span: Span, told: &str) {
    let text = &document.text;
    let line_start = text[..span.start()].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[span.end()..].find('\n').map_or(text.len(), |at| span.end() + at);
    let (before, after) = (&text[line_start..span.start()], &text[span.end()..line_end]);
    let from = before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(at, _)| at);
    let (lead, shown_before) = (if from > 0 { "…" } else { "" }, &before[from..]);
    let to = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let (shown_after, tail) = (&after[..to], if to < after.len() { "…" } else { "" });
    let words = span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let number = document.line(span.start());
    let _ = writeln!(out, "{number:>6} | {lead}{shown_before}{words}{shown_after}{tail}");
    let indent = " ".repeat(lead.chars().count() + shown_before.chars().count());
    let _ = writeln!(out, "       | {indent}{} {told}", "^".repeat(words.chars().count().max(1)));
}
