//! A statement of facts in the manner of Local Civil Rule 56.1: short numbered paragraphs, each followed by its citations.

use super::{Context, row};
use crate::timeline::Timeline;
use anyhow::Result;
use std::fmt::Write;

pub(super) fn write(timeline: &Timeline, context: &Context) -> Result<Vec<u8>> {
    let mut out = String::new();
    if let Some(header) = &context.header {
        writeln!(out, "{header}\n")?;
    }
    writeln!(out, "STATEMENT OF FACTS{}\n", if timeline.case.is_empty() { String::new() } else { format!(": {}", timeline.case) })?;
    for (i, event) in timeline.standing().enumerate() {
        let date = event.date.as_ref();
        let words = date.map_or_else(String::new, |d| match d.when.exact() {
            Some(day) => format!("On {}", day.format("%B %-d, %Y")),
            None => format!("“{}” ({})", d.phrase, d.when.edtf().unwrap_or_default()),
        });
        let held = match event.stance.name() {
            "alleged" => format!(" it is alleged ({})", event.origins.join(", ")),
            "planned" => " it was planned".to_owned(),
            "denied" => " it is denied".to_owned(),
            _ => String::new(),
        };
        let mut cites: Vec<String> = Vec::new();
        for m in &event.mentions {
            let cite = timeline.cite(*m);
            if !cites.contains(&cite) {
                cites.push(cite);
            }
        }
        writeln!(
            out,
            "{}. {words},{held} {}{}. ({})",
            i + 1,
            if held.is_empty() { "" } else { "that: " },
            event.title.trim_end_matches(['.', '…', ' ']),
            cites.join("; ")
        )?;
        for d in event.disagreements.iter().filter(|d| d.is_open()) {
            writeln!(out, "   [Sources differ: {}]", row::brief(d))?;
        }
        out.push('\n');
    }
    Ok(out.into_bytes())
}
