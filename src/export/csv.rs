//! CSV (RFC 4180): one row an event, undated events last, cells made harmless for spreadsheets.

use super::{Context, row};
use crate::timeline::Timeline;
use anyhow::Result;

pub(super) fn write(timeline: &Timeline, context: &Context) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    if context.bom {
        out.extend_from_slice("\u{feff}".as_bytes());
    }
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(row::COLUMNS.iter().map(|(name, _)| *name))?;
    for event in timeline.told() {
        let cells = row::of(timeline, event);
        writer.write_record(row::COLUMNS.iter().map(|(_, cell)| row::harmless(cell(&cells))))?;
    }
    Ok(writer.into_inner()?)
}
