//! Writes a timeline: one record in, bytes out. An exporter knows nothing but the record.
//!
//! A new format is one file and two lines here: its module and its row in `FORMATS`.

mod casemap;
mod csv;
mod docx;
mod facts;
mod html;
pub mod json;
mod markdown;
pub mod row;
mod table;
mod timelinejs;
mod xlsx;

pub use facts::DRAFT;

use crate::document::Document;
use crate::timeline::Timeline;
use anyhow::Result;
use std::fmt::Write;

/// What a format may ask of its surroundings.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// Columns of the terminal, or of the page.
    pub width: usize,
    /// Whether colour may be used.
    pub colour: bool,
    /// A header for every page, for instance a work-product label.
    pub header: Option<String>,
    /// Begin CSV with a byte order mark.
    pub bom: bool,
}

/// A format: its name, the endings of files that choose it, and what writes it.
pub struct Format {
    pub name: &'static str,
    pub endings: &'static [&'static str],
    /// Endings of its kind of file, which it may have where it is named.
    pub kin: &'static [&'static str],
    /// It is no text.
    pub binary: bool,
    pub about: &'static str,
    pub write: fn(&Timeline, &Context) -> Result<Vec<u8>>,
}

/// Every format.
pub const FORMATS: &[Format] = &[
    Format { name: "table", endings: &[], kin: &[], binary: false, about: "a table as wide as the terminal", write: table::write },
    Format { name: "markdown", endings: &["md", "markdown"], kin: &[], binary: false, about: "a report to read", write: markdown::write },
    Format { name: "csv", endings: &["csv"], kin: &[], binary: false, about: "one row an event, for a spreadsheet", write: csv::write },
    Format { name: "json", endings: &["json"], kin: &[], binary: false, about: "everything, for programs", write: json::write },
    Format {
        name: "html",
        endings: &["html", "htm"],
        kin: &[],
        binary: false,
        about: "a page to read: a drawn timeline, filters, the passages",
        write: html::write,
    },
    Format { name: "xlsx", endings: &["xlsx"], kin: &[], binary: true, about: "an Excel workbook", write: xlsx::write },
    Format { name: "docx", endings: &["docx"], kin: &[], binary: true, about: "a Word document", write: docx::write },
    Format {
        name: "timelinejs",
        endings: &[],
        kin: &["csv"],
        binary: false,
        about: "TimelineJS's spreadsheet as CSV",
        write: timelinejs::write_csv,
    },
    Format {
        name: "timelinejs-json",
        endings: &[],
        kin: &["json"],
        binary: false,
        about: "TimelineJS's JSON",
        write: timelinejs::write_json,
    },
    Format { name: "casemap", endings: &["tsv"], kin: &["txt"], binary: false, about: "CaseMap's text import", write: casemap::write },
    Format {
        name: "facts",
        endings: &["txt"],
        kin: &[],
        binary: false,
        about: "a statement of facts, numbered and cited",
        write: facts::write,
    },
];

/// The format of a name, or of a file's ending.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name || format.endings.contains(&name))
}

/// A link to the very passage of a web page (the text fragments of the URL specification's WICG draft), where the source has a URL.
pub(crate) fn text_fragment(document: &Document, quote: &str) -> Option<String> {
    let url = document.url.as_deref()?;
    let words: Vec<&str> = quote.split_whitespace().collect();
    let encode = |words: &[&str]| {
        let mut out = String::new();
        for byte in words.join(" ").bytes() {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
                out.push(byte as char);
            } else {
                let _ = write!(out, "%{byte:02X}");
            }
        }
        out
    };
    let fragment = if words.len() <= 8 { encode(&words) } else { format!("{},{}", encode(&words[..4]), encode(&words[words.len() - 4..])) };
    let base = url.split('#').next().unwrap_or(url);
    Some(format!("{base}#:~:text={fragment}"))
}
