//! Docket sheets as plain text, as a clerk's screen or a PDF leaves them: a line that opens with a day, the entry's number where it
//! has one, and its text, which may go on in the lines below.
//!
//! ```text
//! Date Filed    #    Docket Text
//! 10/29/2020    1    COMPLAINT as to Peter Dorn. (mw) (Entered: 10/29/2020)
//! ```

use super::{Block, Read, candidate};
use crate::document::{From, Kind, Pin, Role};
use chrono::NaiveDate;
use regex::Regex;
use std::sync::OnceLock;

/// Fewest entries that make a sheet.
const FEWEST: usize = 3;

/// A line that opens an entry: its day, its number, where its words begin.
fn opening() -> &'static Regex {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    PATTERN.get_or_init(|| {
        Regex::new(r"(?m)^[ \t]*(\d{1,2}/\d{1,2}/\d{4})(?:[ \t|]+(\d{1,5}))?[ \t|]{2,}(?P<words>[A-Z][^\n]*[a-z][^\n]*)$")
            .expect("a valid pattern")
    })
}

fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%m/%d/%Y").ok()
}

/// Cuts a text into the entries of a docket sheet, where it is one; whether it is.
pub(super) fn lay_out(read: &mut Read) -> bool {
    const SAYS: &[&str] = &[
        "DOCKET FOR CASE", "Docket Text", "DOCKET TEXT", "General Docket", "Docket Entries", "DOCKET SHEET", "Docket Sheet",
        "Docket Report",
    ];
    let text = &read.text;
    if !SAYS.iter().any(|words| text.contains(words)) {
        return false;
    }
    let entries: Vec<(usize, NaiveDate, Option<String>, usize)> = opening()
        .captures_iter(text)
        .filter_map(|found| {
            let words = found.name("words")?;
            Some((found.get(0)?.start(), day(&found[1])?, found.get(2).map(|number| number.as_str().to_owned()), words.start()))
        })
        .collect();
    if entries.len() < FEWEST {
        return false;
    }
    let paged = text.contains('\x0c');
    let page = |at: usize| paged.then(|| text[..at].matches('\x0c').count() as u32 + 1);
    let head = entries[0].0;
    let mut blocks: Vec<Block> = read.blocks.drain(..).filter(|block| block.end <= head).collect();
    for block in &mut blocks {
        block.role = Some(Role::Caption);
    }
    for (n, (_, day, number, start)) in entries.iter().enumerate() {
        let until = entries.get(n + 1).map_or(text.len(), |next| next.0);
        // An entry goes on to the next, or to a blank line.
        let whole = &text[*start..until];
        let end = start + whole.find("\n\n").or_else(|| whole.find('\x0c')).unwrap_or(whole.len());
        let end = start + text[*start..end].trim_end().len();
        let pin = Pin { entry: number.clone(), page: page(*start), ..Pin::default() };
        blocks.push(Block { start: *start, end, role: Some(Role::Entry), pin, day: Some(*day), author: None });
    }
    let find = |pattern: &str| Regex::new(pattern).ok().and_then(|p| p.captures(&text[..head]).map(|c| c[1].trim().to_owned()));
    let filed = find(r"(?i)Date filed:\s*(\d{1,2}/\d{1,2}/\d{4})").and_then(|text| day(&text)).or(Some(entries[0].1));
    let court = find(r"(?m)^\s*((?:U\.S\.|United States) (?:District Court|Bankruptcy Court|Court of Appeals)[^\n]{0,60})$");
    let number = find(r"(?i)DOCKET FOR CASE #:?\s*([\w:.-]+\d[\w-]*)");
    let title = find(r"(?im)^\s*(?:Case title|Title):\s*([^\n]{4,160})$");
    read.meta.kind = Some(Kind::Docket);
    read.meta.court = read.meta.court.take().or(court);
    read.meta.docket = read.meta.docket.take().or(number);
    read.meta.title = read.meta.title.take().or(title);
    read.meta.filed = read.meta.filed.take().or_else(|| filed.map(|day| candidate(day, From::Metadata, "the docket's filing day")));
    read.blocks = blocks;
    true
}

#[cfg(test)]
mod tests {
    use super::super::{Options, read_bytes};
    use super::*;

    const SHEET: &str = "U.S. District Court\nCRIMINAL DOCKET FOR CASE #: 1:21-cr-00087-TWM\n\nCase title: USA v. Dorn\nDate Filed: 06/16/2021\n\n\
                         Date Filed    #    Docket Text\n06/16/2021    1    INDICTMENT returned as to Peter Dorn.\n06/24/2021    3    Minute \
                         Entry: Arraignment held.\n     Plea of not guilty entered.\n02/02/2022         NOTATION ORDER granting 2.\n\nEnd of sheet\n";

    #[test]
    fn a_line_with_a_day_opens_an_entry_and_those_below_go_on_with_it() {
        let read = read_bytes("sheet.txt", SHEET.as_bytes(), &Options::default()).unwrap();
        let entries: Vec<(Option<&str>, &str)> = read
            .blocks
            .iter()
            .filter(|block| block.role == Some(Role::Entry))
            .map(|block| (block.pin.entry.as_deref(), block.span().of(&read.text)))
            .collect();
        assert_eq!(
            entries,
            [
                (Some("1"), "INDICTMENT returned as to Peter Dorn."),
                (Some("3"), "Minute Entry: Arraignment held.\n     Plea of not guilty entered."),
                (None, "NOTATION ORDER granting 2."),
            ]
        );
        assert_eq!(read.meta.kind, Some(Kind::Docket));
        assert_eq!(read.meta.docket.as_deref(), Some("1:21-cr-00087-TWM"));
    }

    #[test]
    fn a_letter_with_days_is_no_sheet() {
        let letter = "Docket Text is late.\n\n06/16/2021    We met.\n\n06/17/2021    We spoke.\n";
        assert_eq!(read_bytes("letter.txt", letter.as_bytes(), &Options::default()).unwrap().meta.kind, None);
    }
}
