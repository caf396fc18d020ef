//! `dateline read`: what the reader saw in a file.

use crate::document::Document;
use crate::export::json::{anchored, note};
use crate::layout;
use crate::note::Note;
use crate::read::{self, Options};
use serde_json::json;
use std::fmt::Write;
use std::path::Path;

/// What was seen in a file, and whether something was lost.
pub(super) fn write(path: &Path, options: &Options, as_json: bool) -> (String, bool) {
    let name = path.to_string_lossy();
    match read::read_file(path, options) {
        Err(failure) if as_json => (
            format!(
                "{}\n",
                json!({"file": name, "error": {"code": failure.code.name(), "message": failure.message, "advice": failure.advice}})
            ),
            true,
        ),
        Err(failure) => (format!("{name}\n  not read: {}; {}\n", failure.message, failure.advice), true),
        Ok(mut read) => {
            let parts = std::mem::take(&mut read.parts);
            let mut out = String::new();
            let mut lost = false;
            for read in std::iter::once(read).chain(parts) {
                let (document, notes) = layout::lay_out(read);
                lost |= notes.iter().any(|n| n.code.is_loss());
                out.push_str(&if as_json { line(&document, &notes) } else { shown(&document, &notes) });
            }
            (out, lost)
        }
    }
}

fn line(d: &Document, notes: &[Note]) -> String {
    let passages: Vec<_> = d
        .passages
        .iter()
        .map(|p| json!({"start": p.span.start(), "end": p.span.end(), "role": p.role.name(), "page": p.pin.page, "paragraph": p.pin.paragraph, "line": p.pin.line, "margin": p.pin.margin, "bates": p.pin.bates, "exhibit": p.pin.exhibit, "entry": p.pin.entry, "day": p.day.map(crate::date::day_text), "author": p.author}))
        .collect();
    let value = json!({
        "file": d.file, "sha256": d.sha256, "format": d.format.name(), "kind": d.kind.name(), "title": d.title, "publisher": d.publisher,
        "authors": d.authors, "url": d.url, "published": anchored(d.published.as_ref()), "modified": anchored(d.modified.as_ref()), "filed": anchored(d.filed.as_ref()),
        "entered": anchored(d.entered.as_ref()), "signed": anchored(d.signed.as_ref()), "court": d.court,
        "parties": d.parties.iter().map(|p| json!({"name": p.name, "role": p.role})).collect::<Vec<_>>(),
        "docket": d.docket, "document": d.number, "pages": d.pages,
        "text": d.text, "passages": passages, "notes": notes.iter().map(note).collect::<Vec<_>>(),
    });
    format!("{value}\n")
}

fn shown(d: &Document, notes: &[Note]) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}", d.file);
    let _ = writeln!(
        out,
        "  {} ({}), {} passages{}",
        d.kind.name(),
        d.format.name(),
        d.passages.len(),
        d.pages.map_or_else(String::new, |p| format!(", {p} pages"))
    );
    for (label, value) in [
        ("title", &d.title),
        ("publisher", &d.publisher),
        ("url", &d.url),
        ("court", &d.court),
        ("case", &d.docket),
        ("document", &d.number),
    ] {
        if let Some(value) = value {
            let _ = writeln!(out, "  {label}: {value}");
        }
    }
    for party in &d.parties {
        let _ = writeln!(out, "  {}: {}", party.role, party.name);
    }
    for (label, day) in
        [("published", &d.published), ("modified", &d.modified), ("filed", &d.filed), ("entered", &d.entered), ("signed", &d.signed)]
    {
        if let Some(day) = day {
            let _ = writeln!(out, "  {label}: {} ({}: {:?})", day.edtf(), day.from.name(), day.phrase);
        }
    }
    if d.anchor().is_none() {
        let _ = writeln!(out, "  its day is unknown; give `published` in case.yaml");
    }
    for note in notes {
        let _ = writeln!(out, "  note: {note}");
    }
    for p in &d.passages {
        let words: String = p.span.of(&d.text).split_whitespace().collect::<Vec<_>>().join(" ").chars().take(88).collect();
        let mut place = String::new();
        if let Some(page) = p.pin.page {
            let _ = write!(place, "p. {page} ");
        }
        if let Some(paragraph) = p.pin.paragraph {
            let _ = write!(place, "¶ {paragraph}");
        }
        let _ = writeln!(out, "  {:>5} {place:<10} {:<10} {words}", p.pin.line, p.role.name());
    }
    out
}
