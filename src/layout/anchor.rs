//! Chooses the day that a document speaks from, and says how it is known.
//!
//! In order of trust: given by the case file; a court's stamp; the page's or file's own metadata; the page's address;
//! printed at its head.
//! Two that differ make a note and the more trusted wins. Today's date is never used. What a copied or inferred day
//! adds comes later, from the other sources.

use crate::date::{self, Value, day_text};
use crate::document::{Anchored, Document, From, Kind, Role};
use crate::note::{Code, Note};
use crate::read::{address, candidate};
use chrono::NaiveDate;
use regex::Regex;
use std::path::Path;
use std::sync::OnceLock;

/// How many passages from the top a printed date is looked for in.
const HEAD: usize = 14;

pub(super) fn choose(document: &mut Document, metadata: Vec<Anchored>, notes: &mut Vec<Note>) {
    let mut candidates = metadata;
    let named = document.url.as_deref().and_then(address::day);
    candidates.extend(named.clone().filter(|named| named.from == From::Metadata));
    let printed = printed(document);
    if let Some((day, phrase)) = printed.filter(|_| document.filed.is_none()) {
        candidates.push(candidate(day, From::Printed, phrase));
    }
    // A paper that bears no day of filing speaks from the day it was signed.
    candidates.extend(document.signed.clone().filter(|_| document.filed.is_none()));
    if document.kind.is_filing() && document.kind != Kind::Transcript && document.filed.is_none() {
        document.filed = candidates.first().cloned();
    }
    // A time in the address may be that of a later change, and bounds only what nothing else dates.
    let Some(chosen) = candidates.first().cloned().or(named) else { return };
    if let Some(other) = candidates.iter().find(|other| other.day().zip(chosen.day()).is_some_and(|(a, b)| (a - b).num_days().abs() > 1)) {
        notes.push(Note::new(
            Code::TwoDates,
            document.file.clone(),
            format!(
                "two days compete for its date: {} ({}, {:?}) and {} ({}, {:?})",
                chosen.edtf(),
                chosen.from.name(),
                chosen.phrase,
                other.edtf(),
                other.from.name(),
                other.phrase
            ),
            format!("{} was taken", chosen.edtf()),
            "if that is wrong, give `published` in case.yaml",
        ));
    }
    document.published = Some(chosen);
}

/// The day that a file's name begins or ends with, year first: "2021-03-04 letter.pdf", "letter_20210304.docx". Other orders
/// can be read in two ways, and are left alone. A name is no evidence of its own, since to rename a source changes nothing
/// but names; it is offered to the person who keeps the case file.
pub(crate) fn named(file: &str) -> Option<NaiveDate> {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    let pattern = PATTERN.get_or_init(|| {
        Regex::new(r"(?:^|[ _.-])((?:19[5-9]|20[0-4])\d)([-_.]?)(0[1-9]|1[0-2])([-_.]?)(0[1-9]|[12]\d|3[01])(?:[ _.-]|$)")
            .expect("a valid pattern")
    });
    let stem = Path::new(file).file_stem()?.to_string_lossy().into_owned();
    let found = pattern.captures(&stem).filter(|found| found[2] == found[4])?;
    let at = found.get(1)?.start();
    let edge = at == 0 || found.get(5)?.end() == stem.len();
    let day = NaiveDate::from_ymd_opt(found[1].parse().ok()?, found[3].parse().ok()?, found[5].parse().ok()?)?;
    edge.then_some(day)
}

/// How much prose may stand before a date that is printed at a document's head: a lead, not a body.
const LEAD: usize = 2;

/// A full date in the byline or by itself at the head of the document; else the one by which it says that it is dated.
fn printed(document: &Document) -> Option<(NaiveDate, String)> {
    let text = &document.text;
    let mut prose = 0;
    for passage in document.passages.iter().filter(|p| p.role != Role::Post).take(HEAD) {
        let words = passage.span.of(text);
        prose += usize::from(matches!(passage.role, Role::Paragraph | Role::Numbered) && words.trim_end().ends_with('.'));
        let short = words.len() < 160 && matches!(passage.role, Role::Byline | Role::Furniture | Role::Headline | Role::Heading)
            || super::news::is_only_a_date(words);
        let listed = words.trim_start().starts_with(['-', '*', '•']);
        // Nobody's birthday is a paper's day.
        let birth = words.contains("DOB") || words.to_lowercase().contains("date of birth");
        if !short || listed || birth || prose > LEAD || words.contains('©') || super::news::is_caption(&words.to_lowercase()) {
            continue;
        }
        if let Some(found) = first_day(words) {
            return Some(found);
        }
    }
    // A report's form has its day in a line of its own.
    const LABELS: &[&str] = &["dated:", "date:", "date of report:", "report date:", "date prepared:", "date of this report:"];
    let lines = document.passages.iter().flat_map(|passage| passage.span.of(text).lines()).map(str::trim);
    lines.filter(|line| line.len() < 80 && LABELS.iter().any(|label| line.to_lowercase().starts_with(label))).find_map(first_day)
}

/// The first full day of a line, and the line, or the day's own words where the line is long.
fn first_day(words: &str) -> Option<(NaiveDate, String)> {
    let (day, span) = date::find(words, &[]).mentions.into_iter().find_map(|mention| match mention.value {
        Value::Days(when) | Value::Either(when, _) => Some((when.exact()?, mention.span)),
        Value::Time { day: Some(day), .. } => Some((day, mention.span)),
        _ => None,
    })?;
    let line = words.trim();
    Some((day, if line.len() <= 80 { line.to_owned() } else { span.of(words).to_owned() }))
}

/// Notes that a text speaks of days after its own date ("updated").
pub(crate) fn after_its_date(document: &Document, told: impl Iterator<Item = (NaiveDate, String)>) -> Option<Note> {
    let own = document.day()?;
    let (day, words) = told.filter(|(day, _)| *day > own).max()?;
    Some(Note::new(
        Code::AfterItsDate,
        document.file.clone(),
        format!("it is dated {} but tells of {} ({words:?}) as done", day_text(own), day_text(day)),
        "its own date was kept",
        "it may have been updated later; give `published` in case.yaml if you know the day",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_files_name_gives_its_day_only_year_first_and_at_an_edge() {
        let day = |file: &str| named(file).map(day_text);
        for (file, wanted) in [
            ("papers/2021-03-04 letter.pdf", Some("2021-03-04")),
            ("letter_20210304.docx", Some("2021-03-04")),
            ("2021.03.04_reuters.txt", Some("2021-03-04")),
            ("03-04-2021 letter.pdf", None),
            ("2021-03_04.pdf", None),
            ("case 3-20210304-x9.pdf", None),
            ("2021-02-30.txt", None),
            ("order.pdf", None),
        ] {
            assert_eq!(day(file).as_deref(), wanted, "{file}");
        }
    }
}
