//! The table for a terminal: date, event, sources with accounts, and disagreements in a column of their own.

use super::row::plural;
use super::{Context, row};
use crate::merge::Severity;
use crate::timeline::{Event, EventDate, Timeline};
use anyhow::Result;
use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{Attribute, Cell, Color, ContentArrangement, Table};

pub(super) fn write(timeline: &Timeline, context: &Context) -> Result<Vec<u8>> {
    let mut out = String::new();
    if let Some(header) = &context.header {
        out.push_str(header);
        out.push('\n');
    }
    let mut table = Table::new();
    table
        .load_style(UTF8_HORIZONTAL_ONLY)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(context.width.max(40)).unwrap_or(u16::MAX));
    if context.colour {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    table.set_header(["Date", "Event", "Sources", "Disagreement"]);
    for event in timeline.standing() {
        table.add_row(cells(timeline, event));
    }
    out.push_str(&table.to_string());
    out.push('\n');
    let undated: usize = timeline.undated_told().map(|event| event.mentions.len()).sum();
    let open = timeline.open().count();
    out.push_str(&format!(
        "{} from {}; {} open\n",
        plural(timeline.standing().count(), "event"),
        plural(timeline.documents.len(), "source"),
        plural(open, "disagreement")
    ));
    if undated > 0 {
        let verb = if undated == 1 { "stands" } else { "stand" };
        out.push_str(&format!("{} {verb} in the report (--to markdown)\n", plural(undated, "undated statement")));
    }
    let rejected = timeline.all().filter(|event| event.is_rejected()).count();
    if rejected > 0 {
        let verb = if rejected == 1 { "is" } else { "are" };
        out.push_str(&format!("{} {verb} left out as rejected\n", plural(rejected, "event")));
    }
    Ok(out.into_bytes())
}

fn cells(timeline: &Timeline, event: &Event) -> Vec<Cell> {
    let mut sources: Vec<String> = Vec::new();
    for &m in &event.mentions {
        let cite = timeline.cite(m);
        if !sources.contains(&cite) {
            sources.push(cite);
        }
    }
    let shown = if sources.len() > 4 { format!("{}\nand {} more", sources[..3].join("\n"), sources.len() - 3) } else { sources.join("\n") };
    let accounts = format!("{shown}\n{}; {}", plural(event.accounts, "account"), plural(event.origins.len(), "origin"));
    let worst = event.disagreements.iter().map(|d| d.severity).max();
    let colour = match worst {
        Some(Severity::Conflict) => Color::Red,
        Some(Severity::Check) => Color::Yellow,
        _ => Color::Reset,
    };
    let stance = match event.stance.name() {
        "stated" => String::new(),
        stance => format!(" [{stance}]"),
    };
    let date = format!("{}\n{}", row::shown_date(event), event.date.as_ref().map_or_else(String::new, EventDate::words));
    vec![
        Cell::new(date).add_attribute(Attribute::Bold),
        Cell::new(
            [format!("{}{stance}\n{} · {}", event.title, event.kind, event.id)]
                .into_iter()
                .chain(row::decided(event))
                .collect::<Vec<_>>()
                .join("\n"),
        ),
        Cell::new(accounts),
        Cell::new(event.disagreements.iter().map(row::brief).collect::<Vec<_>>().join("\n")).fg(colour),
    ]
}
