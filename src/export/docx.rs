//! A Word document: a table of the timeline with pin cites, a row for each disagreement, and the sources.

use super::row::plural;
use super::{Context, row};
use crate::timeline::{Event, EventDate, Timeline};
use anyhow::Result;
use docx_rs::{
    AlignmentType, Docx, Header, PageMargin, PageOrientationType, Paragraph, Run, Shading, Table, TableCell, TableRow, WidthType,
};
use std::io::Cursor;

/// Column widths in twentieths of a point.
const WIDTHS: [usize; 6] = [1900, 4900, 3100, 1700, 1300, 1500];

pub(super) fn write(timeline: &Timeline, context: &Context) -> Result<Vec<u8>> {
    let title = if timeline.case.is_empty() { "Chronology" } else { &timeline.case };
    let mut document = Docx::new()
        .page_size(15840, 12240)
        .page_orient(PageOrientationType::Landscape)
        .page_margin(PageMargin::new().top(900).bottom(900).left(720).right(720))
        .add_paragraph(Paragraph::new().add_run(Run::new().add_text(title).bold().size(32)))
        .add_paragraph(paragraph(&format!(
            "{} dated events from {} sources; {} open disagreements. Sorted by the earliest day, then the latest. Fingerprint {}.",
            timeline.standing().count(),
            timeline.documents.len(),
            timeline.open().count(),
            &timeline.fingerprint[..12]
        )));
    if let Some(label) = &context.header {
        document = document
            .header(Header::new().add_paragraph(Paragraph::new().add_run(Run::new().add_text(label).bold()).align(AlignmentType::Center)));
    }
    let mut rows = vec![TableRow::new(
        ["Date", "Event", "Sources", "People", "Status", "Notes and review"]
            .iter()
            .zip(WIDTHS)
            .map(|(name, width)| {
                TableCell::new()
                    .width(width, WidthType::Dxa)
                    .shading(Shading::new().fill("E7E6E6"))
                    .add_paragraph(Paragraph::new().add_run(Run::new().add_text(*name).bold().size(18)))
            })
            .collect(),
    )];
    for event in timeline.standing() {
        rows.push(event_row(timeline, event));
        for d in &event.disagreements {
            let text = format!("{}. {}", row::brief(d), d.reason);
            let cell = TableCell::new().grid_span(WIDTHS.len()).shading(Shading::new().fill("FFF4CE")).add_paragraph(paragraph(&text));
            rows.push(TableRow::new(vec![cell]));
        }
    }
    document = document.add_table(Table::new(rows).set_grid(WIDTHS.to_vec()).width(WIDTHS.iter().sum(), WidthType::Dxa));
    if timeline.undated_told().next().is_some() {
        document = document.add_paragraph(heading("Undated"));
        for event in timeline.undated_told().filter(|event| !event.is_rejected()) {
            let first = event.mentions[0];
            document = document.add_paragraph(paragraph(&format!(
                "{} — “{}” ({})",
                event.title,
                row::flat(timeline.quote(first)),
                timeline.cite(first)
            )));
        }
    }
    let rejected: Vec<&Event> = timeline.all().filter(|event| event.is_rejected()).collect();
    if !rejected.is_empty() {
        document = document.add_paragraph(heading("Rejected"));
        for event in rejected {
            let line = format!("{}: {} — {}", row::shown_date(event), event.title, row::decided(event).join("; "));
            document = document.add_paragraph(paragraph(&line));
        }
    }
    document = document.add_paragraph(heading("Sources"));
    for d in &timeline.documents {
        let day = d.anchor().map_or_else(|| "day unknown".to_owned(), |a| format!("{} ({}: {})", a.edtf(), a.from.name(), a.phrase));
        document = document.add_paragraph(paragraph(&format!(
            "{}: {}, {}, {day}",
            d.id,
            d.title.as_deref().unwrap_or(&d.file),
            d.publisher.as_deref().unwrap_or(d.kind.name())
        )));
    }
    let mut out = Cursor::new(Vec::new());
    document.build().pack(&mut out)?;
    Ok(out.into_inner())
}

fn heading(text: &str) -> Paragraph {
    Paragraph::new().add_run(Run::new().add_text(text).bold().size(26))
}

/// Control characters are no text of XML.
fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

fn paragraph(text: &str) -> Paragraph {
    Paragraph::new().add_run(Run::new().add_text(clean(text)).size(18))
}

fn event_row(timeline: &Timeline, event: &Event) -> TableRow {
    let r = row::of(timeline, event);
    let words = event.date.as_ref().map_or_else(String::new, EventDate::words);
    let quote = event.mentions.first().map(|m| format!("“{}”", row::flat(timeline.quote(*m)))).unwrap_or_default();
    let cells = [
        vec![row::shown_date(event), r.time, words],
        vec![event.title.clone(), quote],
        vec![r.pin_cites, format!("{}; {}", plural(event.accounts, "account"), r.origins)],
        vec![r.people],
        vec![r.stance, r.party_status, r.issues],
        vec![r.note, r.review],
    ];
    TableRow::new(
        cells
            .into_iter()
            .zip(WIDTHS)
            .map(|(lines, width)| {
                lines
                    .iter()
                    .filter(|line| !line.is_empty())
                    .fold(TableCell::new().width(width, WidthType::Dxa), |cell, line| cell.add_paragraph(paragraph(line)))
            })
            .collect(),
    )
}
