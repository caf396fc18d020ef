//! TimelineJS, as CSV (the columns of its spreadsheet) and as JSON. A vague date keeps its words in the display date.

use super::{Context, row};
use crate::date::Grain;
use crate::timeline::{Event, Timeline};
use anyhow::Result;
use chrono::Datelike;
use serde_json::{Map, Value, json};

const COLUMNS: &[&str] = &[
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text", "Media",
    "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background",
];

/// Year, month and day, each only where the source gave it.
fn parts(event: &Event, end: bool) -> [String; 3] {
    let none = [String::new(), String::new(), String::new()];
    let Some(when) = event.date.as_ref().map(|date| date.when) else { return none };
    if end && !when.has_lasted() {
        return none;
    }
    let Some(day) = (if end { when.latest() } else { when.earliest().or(when.latest()) }) else { return none };
    let finest = when.finest().unwrap_or(Grain::Year);
    let month = if finest <= Grain::Month { day.month().to_string() } else { String::new() };
    let date = if finest == Grain::Day { day.day().to_string() } else { String::new() };
    [day.year().to_string(), month, date]
}

/// The words that the timeline shows for the date.
fn display(event: &Event) -> String {
    event.date.as_ref().map_or_else(String::new, |date| if date.when.exact().is_some() { String::new() } else { date.phrase.clone() })
}

fn text(timeline: &Timeline, event: &Event) -> String {
    let mut out: Vec<String> =
        event.mentions.iter().take(6).map(|m| format!("“{}” ({})", row::flat(timeline.quote(*m)), timeline.cite(*m))).collect();
    out.extend(event.disagreements.iter().map(row::brief));
    out.extend(row::decided(event));
    out.join("<br>")
}

pub(super) fn write_csv(timeline: &Timeline, context: &Context) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    if context.bom {
        out.extend_from_slice("\u{feff}".as_bytes());
    }
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(COLUMNS)?;
    for event in timeline.standing() {
        let [year, month, day] = parts(event, false);
        let [end_year, end_month, end_day] = parts(event, true);
        let empty = String::new;
        let record = [
            year,
            month,
            day,
            row::time(timeline, event),
            end_year,
            end_month,
            end_day,
            empty(),
            display(event),
            row::harmless(&event.title),
            row::harmless(&text(timeline, event)),
            empty(),
            empty(),
            empty(),
            empty(),
            empty(),
            event.kind.to_owned(),
            empty(),
        ];
        writer.write_record(&record)?;
    }
    Ok(writer.into_inner()?)
}

pub(super) fn write_json(timeline: &Timeline, _context: &Context) -> Result<Vec<u8>> {
    let date = |event: &Event, end: bool| -> Option<Value> {
        let [year, month, day] = parts(event, end);
        if year.is_empty() {
            return None;
        }
        let mut map = Map::new();
        for (key, value) in [("year", year), ("month", month), ("day", day)] {
            if !value.is_empty() {
                map.insert(key.to_owned(), json!(value.parse::<i64>().unwrap_or_default()));
            }
        }
        let display = display(event);
        if !display.is_empty() && !end {
            map.insert("display_date".to_owned(), json!(display));
        }
        Some(Value::Object(map))
    };
    let events: Vec<Value> = timeline
        .events
        .iter()
        .map(|event| {
            let mut map = Map::new();
            map.insert("start_date".to_owned(), json!(date(event, false)));
            if let Some(end) = date(event, true) {
                map.insert("end_date".to_owned(), end);
            }
            map.insert("text".to_owned(), json!({"headline": event.title, "text": text(timeline, event)}));
            map.insert("group".to_owned(), json!(event.kind));
            map.insert("unique_id".to_owned(), json!(event.id));
            Value::Object(map)
        })
        .collect();
    let whole = json!({"title": {"text": {"headline": timeline.case, "text": ""}}, "events": events});
    let mut out = serde_json::to_vec_pretty(&whole)?;
    out.push(b'\n');
    Ok(out)
}
