//! An Excel workbook: one row an event with typed dates where a day is certain and the words beside them, and a sheet
//! each for disagreements, undated statements, sources and the ledger.

use super::{Context, json, row};
use crate::timeline::{Event, Timeline};
use anyhow::Result;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};

const COLUMNS: &[(&str, f64)] = &[
    ("Date", 12.0),
    ("Time", 7.0),
    ("Date in words", 17.0),
    ("Window", 15.0),
    ("Event", 50.0),
    ("Kind", 12.0),
    ("Source with pin cite", 32.0),
    ("People", 22.0),
    ("Stance", 10.0),
    ("Accounts", 9.0),
    ("Origins", 26.0),
    ("Issues", 16.0),
    ("Status", 16.0),
    ("Disagreement", 44.0),
    ("Quotes", 70.0),
    ("Notes", 24.0),
    ("Review", 12.0),
    ("Event id", 14.0),
];

const DISAGREEMENTS: &[(&str, f64)] = &[
    ("Event", 50.0),
    ("About", 10.0),
    ("Kind", 16.0),
    ("Severity", 10.0),
    ("Open", 8.0),
    ("Reason", 50.0),
    ("Says", 30.0),
    ("Value", 24.0),
    ("Accounts", 9.0),
    ("Quotes", 70.0),
    ("Event id", 14.0),
];

const UNDATED: &[(&str, f64)] =
    &[("Event", 60.0), ("Kind", 14.0), ("Stance", 10.0), ("Source with pin cite", 44.0), ("Quotes", 80.0), ("Event id", 14.0)];

const SOURCES: &[(&str, f64)] = &[
    ("Id", 24.0),
    ("Title", 50.0),
    ("Publisher", 24.0),
    ("Kind", 12.0),
    ("Day", 14.0),
    ("How it is known", 50.0),
    ("File", 50.0),
    ("SHA-256", 66.0),
];

const LEDGER: &[(&str, f64)] =
    &[("Source", 24.0), ("Line", 8.0), ("Words", 30.0), ("Value", 22.0), ("Rule", 22.0), ("Fate", 10.0), ("Event id", 14.0)];

/// The last column of the timeline that is printed.
const PRINTED: u16 = 7;

pub(super) fn write(timeline: &Timeline, context: &Context) -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    // A fixed creation day: the same timeline gives the same bytes.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(&timeline.case).set_creation_datetime(&created));
    let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let wrap = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let day = Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Top);

    let sheet = book.add_worksheet().set_name("Timeline")?;
    head(sheet, context, COLUMNS, &bold)?;
    for (i, event) in timeline.events.iter().enumerate() {
        event_row(sheet, i as u32 + 1, timeline, event, &wrap, &day)?;
    }
    // What fits a page and can still be read: up to the people. The rest is for the screen.
    sheet.set_print_area(0, 0, timeline.events.len() as u32, PRINTED)?;
    sheet.autofilter(0, 0, timeline.events.len().max(1) as u32, COLUMNS.len() as u16 - 1)?;

    let sheet = book.add_worksheet().set_name("Disagreements")?;
    head(sheet, context, DISAGREEMENTS, &bold)?;
    let mut at = 1;
    for event in timeline.all() {
        for d in &event.disagreements {
            for side in &d.sides {
                let quotes: Vec<String> =
                    side.mentions.iter().map(|m| format!("“{}” ({})", row::flat(timeline.quote(*m)), timeline.cite(*m))).collect();
                let cells = [
                    event.title.clone(),
                    d.about.to_owned(),
                    d.kind.name().to_owned(),
                    d.severity.name().to_owned(),
                    if d.is_open() { "open" } else { "" }.to_owned(),
                    d.reason.clone(),
                    side.says.clone(),
                    side.value.clone(),
                    side.accounts.to_string(),
                    quotes.join("\n"),
                    event.id.clone(),
                ];
                texts(sheet, at, DISAGREEMENTS, &cells, &wrap)?;
                at += 1;
            }
        }
    }

    let sheet = book.add_worksheet().set_name("Undated")?;
    head(sheet, context, UNDATED, &bold)?;
    for (i, event) in timeline.undated_told().enumerate() {
        let cells = row::of(timeline, event);
        texts(sheet, i as u32 + 1, UNDATED, &[cells.event, cells.kind, cells.stance, cells.pin_cites, cells.quotes, cells.id], &wrap)?;
    }

    let sheet = book.add_worksheet().set_name("Sources")?;
    head(sheet, context, SOURCES, &bold)?;
    for (i, d) in timeline.documents.iter().enumerate() {
        let (day, how) = d.anchor().map_or((String::new(), String::new()), |a| (a.edtf(), format!("{}: {}", a.from.name(), a.phrase)));
        let cells = [
            d.id.clone(),
            d.title.clone().unwrap_or_default(),
            d.publisher.clone().unwrap_or_default(),
            d.kind.name().to_owned(),
            day,
            how,
            d.file.clone(),
            d.sha256.clone(),
        ];
        texts(sheet, i as u32 + 1, SOURCES, &cells, &wrap)?;
    }

    let sheet = book.add_worksheet().set_name("Ledger")?;
    head(sheet, context, LEDGER, &bold)?;
    let fates = json::fates(timeline);
    let mut at = 1;
    for (document, ledger) in timeline.ledgers.iter().enumerate() {
        let d = &timeline.documents[document];
        for (i, date) in ledger.dates.iter().enumerate() {
            let (fate, event) = fates.get(&(document, i)).map_or(("unused", None), |(fate, event)| (fate.name(), event.clone()));
            let cells = [
                d.id.clone(),
                d.line(date.span.start()).to_string(),
                row::flat(date.span.of(&d.text)),
                date.value.timex(),
                date.rule.to_owned(),
                fate.to_owned(),
                event.unwrap_or_default(),
            ];
            texts(sheet, at, LEDGER, &cells, &wrap)?;
            at += 1;
        }
        for refusal in &ledger.refusals {
            let cells = [
                d.id.clone(),
                d.line(refusal.span.start()).to_string(),
                row::flat(refusal.span.of(&d.text)),
                String::new(),
                refusal.rule.to_owned(),
                "refused".to_owned(),
                String::new(),
            ];
            texts(sheet, at, LEDGER, &cells, &wrap)?;
            at += 1;
        }
    }
    Ok(book.save_to_buffer()?)
}

fn head(sheet: &mut Worksheet, context: &Context, columns: &[(&str, f64)], bold: &Format) -> Result<()> {
    for (i, (name, width)) in columns.iter().enumerate() {
        sheet.write_string_with_format(0, i as u16, *name, bold)?;
        sheet.set_column_width(i as u16, *width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    // On paper: the columns on one page's width, their names on every page.
    sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    if let Some(header) = &context.header {
        sheet.set_header(format!("&C{}", header.replace('&', "&&")));
    }
    Ok(())
}

/// The longest text that a cell of the format holds.
const LONGEST: usize = 32_000;

/// Height of a line and most lines of a row, so that one long quotation does not fill the window.
const LINE: f64 = 15.0;
const LINES: usize = 24;

/// Writes a row of strings and gives it the height that its longest cell needs: not every program fits rows when it opens
/// a workbook.
fn texts(sheet: &mut Worksheet, row: u32, columns: &[(&str, f64)], cells: &[String], format: &Format) -> Result<()> {
    let lines = |(cell, (_, width)): (&String, &(&str, f64))| {
        cell.lines().map(|line| (line.chars().count() as f64 * 1.1 / width).ceil().max(1.0) as usize).sum::<usize>()
    };
    let tallest = cells.iter().zip(columns).map(lines).max().unwrap_or(1).clamp(1, LINES);
    sheet.set_row_height(row, tallest as f64 * LINE)?;
    for (i, cell) in cells.iter().enumerate() {
        // Written as strings, so that no cell is a formula.
        let shown: String =
            if cell.len() > LONGEST { cell.chars().take(LONGEST / 4).chain(" …".chars()).collect() } else { cell.clone() };
        sheet.write_string_with_format(row, i as u16, shown, format)?;
    }
    Ok(())
}

fn event_row(sheet: &mut Worksheet, at: u32, timeline: &Timeline, event: &Event, wrap: &Format, day: &Format) -> Result<()> {
    let r = row::of(timeline, event);
    let cells = [
        String::new(),
        r.time,
        r.date_text,
        r.edtf,
        r.event,
        r.kind,
        r.pin_cites,
        r.people,
        r.stance,
        r.accounts,
        r.origins,
        r.issues,
        r.party_status,
        r.disagreement,
        r.quotes.replace(" | ", "\n"),
        r.note,
        r.review,
        r.id,
    ];
    texts(sheet, at, COLUMNS, &cells, wrap)?;
    // A typed date only where a day is certain; the words stand beside it either way.
    if let Some(exact) = event.date.as_ref().and_then(|date| date.when.exact())
        && let Ok(typed) = ExcelDateTime::parse_from_str(&crate::date::day_text(exact))
    {
        sheet.write_datetime_with_format(at, 0, &typed, day)?;
    }
    Ok(())
}
