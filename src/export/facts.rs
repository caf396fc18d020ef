//! A statement of facts in the manner of Local Civil Rule 56.1: short numbered paragraphs, each followed by its citations.
//!
//! A paragraph tells the event by its title, or quotes the source whole where the title had to be cut; it tells a vague date
//! in prose and gives the source's words for it.

use super::{Context, row};
use crate::event::attribution::Stance;
use crate::timeline::{Event, Timeline};
use anyhow::Result;
use std::fmt::Write;

/// How a draft says where it comes from: by it the program knows its own reports from the sources.
pub const DRAFT: &str = "Drafted by dateline from";

pub(super) fn write(timeline: &Timeline, context: &Context) -> Result<Vec<u8>> {
    let mut out = String::new();
    if let Some(header) = &context.header {
        writeln!(out, "{header}\n")?;
    }
    writeln!(out, "STATEMENT OF FACTS{}\n", if timeline.case.is_empty() { String::new() } else { format!(": {}", timeline.case) })?;
    writeln!(
        out,
        "{DRAFT} {}; fingerprint {}. Each paragraph is to be checked against its citations.\n",
        row::plural(timeline.documents.len(), "source"),
        &timeline.fingerprint[..12]
    )?;
    let undated = timeline.undated_told().filter(|event| !event.is_rejected());
    let dated = timeline.standing().count();
    for (i, event) in timeline.standing().chain(undated).enumerate() {
        if i == dated {
            writeln!(out, "WITHOUT A DATE\n")?;
        }
        let mut cites: Vec<String> = Vec::new();
        for m in &event.mentions {
            let cite = timeline.cite(*m);
            if !cites.contains(&cite) {
                cites.push(cite);
            }
        }
        writeln!(out, "{}. {}. ({})", i + 1, capital(&sentence(timeline, event)), cites.join("; "))?;
        for d in event.disagreements.iter().filter(|d| d.is_open()) {
            writeln!(out, "   [Sources differ: {}]", row::brief(d))?;
        }
        for line in row::decided(event) {
            writeln!(out, "   [{line}]")?;
        }
        out.push('\n');
    }
    Ok(out.into_bytes())
}

/// The event as one sentence, without its full stop.
fn sentence(timeline: &Timeline, event: &Event) -> String {
    let phrase = event.date.as_ref().map_or("", |date| date.phrase.as_str());
    // A title that was cut, or that names its own date ("the Jan. 30 call"), makes no sentence: the source speaks instead.
    let told = if event.title.contains('…') || !phrase.is_empty() && event.title.contains(phrase) {
        format!("“{}”", row::flat(timeline.quote(event.mentions[0])).trim_end_matches(['.', ',']))
    } else {
        begun(event.title.trim_end_matches('.'))
    };
    let when = event.date.as_ref().map_or_else(String::new, |date| {
        let prose = date.when.prose();
        let prose = if date.when.exact().is_some() || says(&prose, phrase) { prose } else { format!("{prose} ({})", date.words()) };
        format!("{prose}, ")
    });
    let origins = match event.origins.as_slice() {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        one => one.concat(),
    };
    match event.stance {
        Stance::Stated => format!("{when}{told}"),
        Stance::Alleged => format!("as alleged by {origins}, {when}{told}"),
        Stance::Found => format!("as the court's own papers say, {when}{told}"),
        Stance::Denied => format!("it is denied that {when}{told}"),
        Stance::Planned => format!("it was planned that {when}{told}"),
    }
}

/// Whether prose has all the words of a source's phrase, so that to give the phrase as well tells nothing.
fn says(prose: &str, phrase: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let told = words(prose);
    words(phrase).iter().all(|word| ["the", "of", "in", "on"].contains(&word.as_str()) || told.contains(word))
}

/// A title inside a sentence: its first word is small where it is no name.
fn begun(title: &str) -> String {
    const SMALL: &[&str] = &[
        "a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "he", "she", "it", "they", "we", "in", "on",
        "at", "as", "by", "from", "to", "for", "after", "before", "when", "while", "where", "was", "were", "is", "are", "has", "had",
        "been", "some", "several", "two", "three", "four", "no", "one", "both", "all", "more", "who", "which", "there", "during", "about",
    ];
    let first = title.split(' ').next().unwrap_or_default();
    if SMALL.contains(&first.to_lowercase().as_str()) { first.to_lowercase() + &title[first.len()..] } else { title.to_owned() }
}

fn capital(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + chars.as_str())
}
