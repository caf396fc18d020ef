//! CaseMap's text import: tab-separated, with its own spelling of vague dates.

use super::{Context, row};
use crate::date::Grain;
use crate::timeline::{Event, Timeline};
use anyhow::Result;
use chrono::Datelike;

const COLUMNS: &[&str] =
    &["Date & Time", "Fact Text", "Source(s)", "Source Quote", "Material", "Status", "Key", "Linked Issues", "Attorney Notes"];

/// `01/30/2026`, `01/??/2026`, `??/??/2026`, `<01/30/2026`, `>01/30/2026`.
fn fuzzy(event: &Event) -> String {
    let Some(when) = event.date.as_ref().map(|date| date.when) else { return "TBD".to_owned() };
    match (when.earliest(), when.latest()) {
        (Some(day), Some(_)) if when.grain() == Grain::Day => format!("{:02}/{:02}/{}", day.month(), day.day(), day.year()),
        (Some(a), Some(z)) if a.year() == z.year() && a.month() == z.month() => format!("{:02}/??/{}", a.month(), a.year()),
        (Some(a), Some(z)) if a.year() == z.year() => format!("??/??/{}", a.year()),
        (None, Some(z)) => format!("<{:02}/{:02}/{}", z.month(), z.day(), z.year()),
        (Some(a), _) => format!(">{:02}/{:02}/{}", a.month(), a.day(), a.year()),
        (None, None) => "TBD".to_owned(),
    }
}

pub(super) fn write(timeline: &Timeline, _context: &Context) -> Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().delimiter(b'\t').from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for event in timeline.all().filter(|event| !event.is_rejected()) {
        let r = row::of(timeline, event);
        let words = event.date.as_ref().map_or(String::new(), |d| format!("Date in the sources' words: {}. ", d.phrase));
        let status = match (r.party_status.as_str(), event.stance.name()) {
            ("", "planned") => "Prospective".to_owned(),
            ("", _) => "Unsure".to_owned(),
            (status, _) => status.to_owned(),
        };
        let record = [
            fuzzy(event),
            row::harmless(&r.event),
            row::harmless(&r.pin_cites),
            row::harmless(&r.quotes),
            String::new(),
            status,
            String::new(),
            r.issues,
            row::harmless(
                &[words.trim(), &r.disagreement, &r.note].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" "),
            ),
        ];
        writer.write_record(&record)?;
    }
    Ok(writer.into_inner()?)
}
