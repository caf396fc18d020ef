//! CaseMap's text import: tab-separated, with its own spelling of vague dates.

use super::{Context, row};
use crate::date::{Grain, When};
use crate::timeline::Timeline;
use anyhow::Result;
use chrono::Datelike;

const COLUMNS: &[&str] =
    &["Date & Time", "Fact Text", "Source(s)", "Source Quote", "Material", "Status", "Key", "Linked Issues", "Attorney Notes"];

/// `01/30/2026`, `01/??/2026`, `??/??/2026`, `<01/30/2026`, `>01/30/2026`; `TBD` for a window that CaseMap cannot spell, whose
/// words stand in the notes.
fn fuzzy(when: Option<When>, time: &str) -> String {
    let Some(when) = when else { return "TBD".to_owned() };
    let Some(day) = when.earliest().or(when.latest()) else { return "TBD".to_owned() };
    let plain = format!("{:02}/{:02}/{}", day.month(), day.day(), day.year());
    match (when.earliest(), when.latest(), when.finest()) {
        (Some(_), Some(_), Some(Grain::Day)) if time.is_empty() => plain,
        (Some(_), Some(_), Some(Grain::Day)) => format!("{plain} {time}"),
        (Some(_), Some(_), Some(Grain::Month)) => format!("{:02}/??/{}", day.month(), day.year()),
        (Some(_), Some(_), Some(_)) => format!("??/??/{}", day.year()),
        (None, Some(_), Some(Grain::Day)) => format!("<{plain}"),
        (Some(_), None, Some(Grain::Day)) => format!(">{plain}"),
        _ => "TBD".to_owned(),
    }
}

pub(super) fn write(timeline: &Timeline, _context: &Context) -> Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().delimiter(b'\t').from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for event in timeline.told().filter(|event| !event.is_rejected()) {
        let r = row::of(timeline, event);
        let words =
            event.date.as_ref().map_or(String::new(), |d| format!("Date: {}, in the sources' words: {}. ", d.when.words(), d.phrase));
        let status = match (r.party_status.as_str(), event.stance.name()) {
            ("", "planned") => "Prospective".to_owned(),
            ("", _) => "Unsure".to_owned(),
            (status, _) => status.to_owned(),
        };
        let record = [
            fuzzy(event.date.as_ref().map(|date| date.when), &r.time),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vague_dates_are_spelt_without_a_day_that_no_source_gives() {
        let day = When::ymd(2022, 3, 4).unwrap();
        let rows = [
            (Some(day), "03/04/2022"),
            (Some(day.about()), "03/??/2022"),
            (When::month(2022, 3), "03/??/2022"),
            (When::year(2022), "??/??/2022"),
            (day.by(), "<03/04/2022"),
            (day.from(), ">03/04/2022"),
            (When::year(2016).unwrap().by(), "TBD"),
            (When::decade(2000), "TBD"),
            (When::lasting(When::year(1994).unwrap(), When::year(2006).unwrap()), "??/??/1994"),
            (None, "TBD"),
        ];
        for (when, spelt) in rows {
            assert_eq!(fuzzy(when, ""), spelt);
        }
        assert_eq!(fuzzy(Some(day), "15:40"), "03/04/2022 15:40");
    }
}
