//! Docket sheets saved from PACER (district, bankruptcy, appellate, ACMS) and the Supreme Court: each row with a filing day
//! and a text is an entry.
//!
//! All of them are tables whose rows hold a day, a number where the entry has one, and the longest cell as the text; that
//! is read here, and not the page's own markup, which differs from court to court.

use super::super::{Block, Read, candidate};
use super::{select, words};
use crate::date::{self, Value};
use crate::document::{From, Kind, Pin, Role};
use chrono::NaiveDate;
use regex::Regex;
use scraper::{ElementRef, Html};
use std::sync::OnceLock;

/// A docket sheet as read.
pub(super) struct Sheet {
    court: Option<String>,
    number: Option<String>,
    title: Option<String>,
    filed: Option<NaiveDate>,
    entries: Vec<Entry>,
    /// What stands before the entries: the caption.
    head: Vec<String>,
}

struct Entry {
    day: NaiveDate,
    number: Option<String>,
    text: String,
}

/// Reads a page as a docket sheet, when it is one.
pub(super) fn read(page: &Html, source: &str) -> Option<Sheet> {
    let body = page.select(&select("body")).next()?;
    let all = words(body);
    let says = [
        "Docket Text", "General Docket", "Proceedings and Orders", "Docket Entries", "DOCKET SHEET", "Civil Docket", "CIVIL DOCKET",
        "CRIMINAL DOCKET", "BANKRUPTCY DOCKET", "Docket Number", "Docket #", "PACER Service Center",
    ];
    if !says.iter().any(|phrase| all.contains(phrase)) {
        return None;
    }
    let entries: Vec<Entry> = page.select(&select("tr")).filter_map(entry).collect();
    if entries.is_empty() {
        return None;
    }
    let before = all.find("Docket Text").or_else(|| all.find("Proceedings and Orders")).unwrap_or(all.len().min(4000));
    let head_text = all.get(..before).unwrap_or(&all);
    let find = |pattern: &str| Regex::new(pattern).ok().and_then(|p| p.captures(head_text).map(|c| c[1].trim().to_owned()));
    let court = find(r"(?i)((?:U\.S\.|United States) (?:District Court|Bankruptcy Court|Court of Appeals|Bankruptcy Appellate Panel|Judicial Panel)[^#:()\d]{0,80}?)(?: CIVIL| CRIMINAL| BANKRUPTCY| \(|Docket|Bankruptcy Petition|Court of Appeals Docket|Internal Use|$)")
        .map(|court| tidy_court(&court))
        .filter(|court| court.starts_with(char::is_uppercase))
        .or_else(|| source.contains("Supreme Court of the United States").then(|| "Supreme Court of the United States".to_owned()));
    let number = find(r"(?i)DOCKET (?:FOR CASE )?#\s*:?\s*([\w:.-]+\d[\w-]*)")
        .or_else(|| find(r"(?i)Docket #:\s*([\w:.-]+)"))
        .or_else(|| find(r"(?i)Petition #:\s*([\w:.-]+)"))
        .or_else(|| find(r"No\.\s*([\dA-Z]+-?\d+)"));
    // The case's own name; the page's title names the court's system.
    let title = find(r"(?i)DOCKET FOR CASE #:?\s*[\w:.-]+\s+(.{5,160}?)\s+(?:Assigned to|Referred to|Date [Ff]iled|Case in other)")
        .or_else(|| find(r"Docketed:\s*[\d/]+\s+(?:Termed:\s*[\d/]+\s+)?(?:Nature of Suit:\s*\d*\s*)?([A-Z][^:]{4,160}?)\s+Appeal From"))
        .or_else(|| find(r"Title:\s*([A-Z][^:]{4,200}?)\s+(?:Docketed|Linked|Lower|v\.\s*$)"))
        .map(|title| {
            let title = title.strip_prefix("Case title: ").unwrap_or(&title);
            title.split(" Magistrate judge case number").next().unwrap_or(title).to_owned()
        })
        .or_else(|| page.select(&select("title")).next().map(words).filter(|t| t.len() > 3));
    let filed = find(r"(?:Date [Ff]iled|Docketed):\s*(\d{1,2}/\d{1,2}/\d{4})").and_then(|text| day(&text));
    let mut head = Vec::new();
    if !head_text.trim().is_empty() {
        head.push(head_text.chars().take(3000).collect::<String>().trim().to_owned());
    }
    Some(Sheet { court, number, title, filed, entries, head })
}

/// A court's name without what the page or another program set behind it.
fn tidy_court(court: &str) -> String {
    let end = [" RECAP", " - Live", " - LIVE", " [LIVE]", " (LIVE)", " CourtListener"].iter().filter_map(|mark| court.find(mark)).min();
    let court = court[..end.unwrap_or(court.len())].trim();
    court.strip_prefix("U.S. District Court United").map_or_else(|| court.to_owned(), |rest| format!("United{rest}"))
}

/// A row's own cells, not those of tables inside them.
fn cells(row: ElementRef) -> Vec<ElementRef> {
    row.children().filter_map(ElementRef::wrap).filter(|cell| matches!(cell.value().name(), "td" | "th")).collect()
}

fn entry(row: ElementRef) -> Option<Entry> {
    let cells: Vec<String> = cells(row).into_iter().map(words).collect();
    let at = cells.iter().position(|cell| !cell.is_empty())?;
    // The day stands first, or after a box to tick.
    let (at, day) = (at..(at + 2).min(cells.len())).find_map(|i| Some((i, day(&cells[i])?)))?;
    let rest = &cells[at + 1..];
    let text = rest.iter().max_by_key(|cell| cell.len()).filter(|cell| cell.chars().filter(|c| c.is_alphabetic()).count() >= 3)?;
    static NUMBER: OnceLock<Regex> = OnceLock::new();
    let number = NUMBER.get_or_init(|| Regex::new(r"^(\d{1,6}(?:-\d+)?)\b").expect("a valid pattern"));
    let number =
        rest.iter().filter(|cell| *cell != text && cell.len() < 40).find_map(|cell| number.captures(cell).map(|c| c[1].to_owned()));
    Some(Entry { day, number, text: text.clone() })
}

/// The day that makes up a cell: "09/05/2023", "Apr 7 2017", "03/06/2015 10:11:12".
fn day(cell: &str) -> Option<NaiveDate> {
    if cell.len() > 40 || !cell.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let found = date::find(cell, &[]);
    let first = found.mentions.first()?;
    let day = match &first.value {
        Value::Days(when) | Value::Either(when, _) => when.exact()?,
        Value::Time { day: Some(day), .. } => *day,
        _ => return None,
    };
    (first.span.start() == 0 && first.span.len() * 2 > cell.trim().len()).then_some(day)
}

/// Fills a reading with a sheet: its head, then a line an entry.
pub(super) fn fill(read: &mut Read, sheet: Sheet) {
    let Sheet { court, number, title, filed, entries, head } = sheet;
    for words in head {
        read.push(&words, Block { role: Some(Role::Caption), ..Block::default() });
    }
    for entry in entries {
        let pin = Pin { entry: entry.number.clone(), ..Pin::default() };
        read.push(&entry.text, Block { role: Some(Role::Entry), pin, day: Some(entry.day), ..Block::default() });
    }
    read.meta.kind = Some(Kind::Docket);
    read.meta.court = court;
    read.meta.docket = number;
    read.meta.title = title;
    if let Some(day) = filed {
        read.meta.filed = Some(candidate(day, From::Metadata, "the docket's filing day"));
    }
}
