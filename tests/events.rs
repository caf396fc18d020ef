//! Prose with carets: the words that are happenings, with their kind, stance, day and whose word they are, under each
//! line. UPDATE=1 rewrites the carets.

mod common;

use common::{build, events, matches_file, root};
use std::fmt::Write;

/// The report of one section: its lines as the paragraphs of an article of the anchor's day.
fn told(anchor: &str, lines: &[&str]) -> String {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("told.txt");
    std::fs::write(&file, lines.join("\n\n")).unwrap();
    let case = format!("title: Told\nsources:\n  - file: told.txt\n    published: {anchor}\n    publisher: The Paper\n");
    std::fs::write(folder.path().join("case.yaml"), case).unwrap();
    let timeline = build(&[folder.path()]);
    let text = std::fs::read_to_string(&file).unwrap();
    let mut rows: Vec<(u64, u64, String)> = Vec::new();
    for event in events(&timeline) {
        let placed = event["order"].as_array().unwrap().clone();
        for mention in event["mentions"].as_array().unwrap() {
            let at = |key: &str| mention["trigger"][key].as_u64().unwrap();
            let day = mention["date"]["edtf"].as_str().or(mention["date"]["phrase"].as_str()).unwrap_or("no day");
            let words: Vec<&str> = mention["attribution"].as_array().unwrap().iter().map(|a| a["to"].as_str().unwrap()).collect();
            let not = if mention["negated"] == true { "not " } else { "" };
            let mut row = format!("{not}{}, {}, {day}", event["kind"].as_str().unwrap(), mention["stance"].as_str().unwrap());
            if !words.is_empty() {
                let _ = write!(row, " <- {}", words.join(" <- "));
            }
            for order in placed.iter().filter(|order| order["mention"] == mention["id"]) {
                let _ = write!(row, " [{}: {}]", order["relation"].as_str().unwrap(), order["says"].as_str().unwrap());
            }
            rows.push((at("start"), at("end"), row));
        }
    }
    rows.sort();
    let mut out = String::new();
    let mut from = 0;
    for line in lines {
        let start = from + text[from..].find(line).unwrap();
        let end = start + line.len();
        let _ = writeln!(out, "{line}");
        for (first, last, row) in rows.iter().filter(|row| (start..end).contains(&(row.0 as usize))) {
            let indent = " ".repeat(text[start..*first as usize].chars().count());
            let carets = "^".repeat(text[*first as usize..*last as usize].chars().count());
            let _ = writeln!(out, "{indent}{carets} {row}");
        }
        from = end;
    }
    out
}

#[test]
fn every_caret_file_is_what_the_reader_finds() {
    let mut files: Vec<_> = std::fs::read_dir(root().join("tests/events")).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 3);
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let mut out = String::new();
        for section in text.split("\n# ") {
            let mut lines = section.lines();
            let title = lines.next().unwrap().trim_start_matches("# ");
            let anchor = lines.next().and_then(|line| line.strip_prefix("anchor: ")).unwrap_or_else(|| panic!("{title}: no anchor"));
            let prose: Vec<&str> = lines.filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('^')).collect();
            let _ = write!(out, "{}# {title}\nanchor: {anchor}\n{}", if out.is_empty() { "" } else { "\n" }, told(anchor, &prose));
        }
        matches_file(&file, &out);
    }
}
