//! `dateline dates --jsonl`: the filter that reads dates in documents that stand a line each, for existing engines to map.
//!
//! Each line is a document alone, so nothing here knows of lineage. A line that cannot be read becomes an error line in
//! the same place, and the run goes on. Memory grows with the longest line, not with the input.

use crate::date::{self, AnchorAt, Basis, DateMention, Dates, Scene, Value, day_text};
use chrono::NaiveDate;
use serde::Deserialize;
use std::borrow::Cow;
use std::io::{self, BufRead, Write};

#[derive(Deserialize)]
struct Asked<'a> {
    #[serde(borrow)]
    id: Option<&'a serde_json::value::RawValue>,
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(borrow, default)]
    published: Option<Cow<'a, str>>,
}

/// Reads lines from `input` until it ends and writes a line for each.
///
/// # Errors
/// Only when reading or writing itself fails.
pub fn run(mut input: impl BufRead, mut output: impl Write) -> io::Result<()> {
    let mut line = Vec::new();
    let mut out = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            return output.flush();
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        out.clear();
        match std::str::from_utf8(&line)
            .map_err(|e| e.to_string())
            .and_then(|text| serde_json::from_str::<Asked>(text).map_err(|e| e.to_string()))
        {
            Ok(asked) => answer(&asked, &mut out),
            Err(message) => fail(&line, &message, &mut out),
        }
        out.push(b'\n');
        output.write_all(&out)?;
    }
}

fn fail(line: &[u8], message: &str, out: &mut Vec<u8>) {
    // The id is kept where the line is JSON at all, so that the answer can be matched with its question.
    let id = serde_json::from_slice::<serde_json::Value>(line)
        .ok()
        .and_then(|value| value.get("id").cloned())
        .unwrap_or(serde_json::Value::Null);
    let error = serde_json::json!({"id": id, "error": format!("this line is not a document: {message}")});
    out.extend_from_slice(error.to_string().as_bytes());
}

fn answer(asked: &Asked, out: &mut Vec<u8>) {
    out.extend_from_slice(b"{\"id\":");
    out.extend_from_slice(asked.id.map_or("null", serde_json::value::RawValue::get).as_bytes());
    let published = asked.published.as_deref().map(|text| text.get(..10).unwrap_or(text).parse::<NaiveDate>());
    let day = match published {
        Some(Err(_)) => {
            out.extend_from_slice(b",\"error\":\"`published` is not a day; write it as 2021-01-30\"}");
            return;
        }
        Some(Ok(day)) => Some(day),
        None => None,
    };
    let dates = date::find(&asked.text, &[AnchorAt { from: 0, day, scene: Scene::Same, later: 0 }]);
    out.extend_from_slice(b",\"dates\":[");
    for (i, mention) in dates.mentions.iter().enumerate() {
        if i > 0 {
            out.push(b',');
        }
        write_date(&asked.text, mention, &dates, day, out);
    }
    out.extend_from_slice(b"]}");
}

/// Writes one date as the fixed interface has it.
fn write_date(text: &str, mention: &DateMention, dates: &Dates, day: Option<NaiveDate>, out: &mut Vec<u8>) {
    let when = mention.value.when();
    out.extend_from_slice(b"{\"start\":");
    write_number(mention.span.start(), out);
    out.extend_from_slice(b",\"end\":");
    write_number(mention.span.end(), out);
    out.extend_from_slice(b",\"text\":");
    write_string(mention.span.of(text), out);
    out.extend_from_slice(b",\"type\":\"");
    out.extend_from_slice(mention.value.type_of().name().as_bytes());
    out.extend_from_slice(b"\",\"value\":\"");
    out.extend_from_slice(mention.value.timex().as_bytes());
    out.extend_from_slice(b"\",\"mod\":");
    optional(mention.value.modifier(), out);
    out.extend_from_slice(b",\"edtf\":");
    optional(mention.value.edtf().as_deref(), out);
    out.extend_from_slice(b",\"earliest\":");
    optional(when.and_then(|w| w.earliest()).map(day_text).as_deref(), out);
    out.extend_from_slice(b",\"latest\":");
    optional(when.and_then(|w| w.latest()).map(day_text).as_deref(), out);
    out.extend_from_slice(b",\"rule\":\"");
    out.extend_from_slice(mention.rule.as_bytes());
    out.extend_from_slice(b"\",\"anchor\":");
    match (mention.basis, mention.told, mention.anchor.and(day)) {
        (Basis::YearFromTelling | Basis::Relative, Some(told), _) => {
            let told = &dates.mentions[told];
            out.extend_from_slice(b"{\"basis\":\"");
            out.extend_from_slice(mention.basis.name().as_bytes());
            out.extend_from_slice(b"\",\"start\":");
            write_number(told.span.start(), out);
            out.extend_from_slice(b",\"end\":");
            write_number(told.span.end(), out);
            out.push(b'}');
        }
        (basis, _, Some(day)) if !matches!(mention.value, Value::Duration { .. }) => {
            out.extend_from_slice(b"{\"basis\":\"");
            out.extend_from_slice(basis.name().as_bytes());
            out.extend_from_slice(b"\",\"day\":\"");
            out.extend_from_slice(day_text(day).as_bytes());
            out.extend_from_slice(b"\",\"from\":\"given\"}");
        }
        _ => out.extend_from_slice(b"null"),
    }
    out.push(b'}');
}

fn optional(text: Option<&str>, out: &mut Vec<u8>) {
    match text {
        Some(text) => {
            out.push(b'"');
            out.extend_from_slice(text.as_bytes());
            out.push(b'"');
        }
        None => out.extend_from_slice(b"null"),
    }
}

/// Writes a number without the formatter, which costs more than reading the date.
fn write_number(number: usize, out: &mut Vec<u8>) {
    if number >= 10 {
        write_number(number / 10, out);
    }
    out.push(b'0' + (number % 10) as u8);
}

fn write_string(text: &str, out: &mut Vec<u8>) {
    if text.bytes().all(|b| b >= b' ' && b != b'"' && b != b'\\') {
        out.push(b'"');
        out.extend_from_slice(text.as_bytes());
        out.push(b'"');
    } else {
        out.extend_from_slice(serde_json::to_string(text).expect("a string is always JSON").as_bytes());
    }
}
