//! The sample matters: what a person wrote down before the program ran, the report beside it, and the places of quotes.

mod common;

use common::{build, dateline, events, matches_file, root};
use serde_json::Value;
use std::fs;
use std::path::Path;

fn matters() -> Vec<std::path::PathBuf> {
    let mut list: Vec<_> = fs::read_dir(root().join("cases")).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect();
    list.sort();
    assert!(!list.is_empty());
    list
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether an event is what a row of the gold says.
fn faults(event: &Value, row: &csv::StringRecord) -> Vec<String> {
    let mut out = Vec::new();
    let mut sources: Vec<&str> = event["mentions"].as_array().unwrap().iter().map(|m| m["source"].as_str().unwrap()).collect();
    sources.sort_unstable();
    sources.dedup();
    for wanted in row[3].split(' ') {
        if !sources.contains(&wanted) {
            out.push(format!("source {wanted} is missing from {sources:?}"));
        }
    }
    if event["stance"] != row[4] {
        out.push(format!("stance {} instead of {}", event["stance"], &row[4]));
    }
    if event["accounts"].as_u64() != row[5].parse().ok() {
        out.push(format!("{} accounts instead of {}", event["accounts"], &row[5]));
    }
    for wanted in row[6].split("; ").filter(|w| !w.is_empty()) {
        let (about, kind) = wanted.split_once(' ').unwrap();
        if !event["disagreements"].as_array().unwrap().iter().any(|d| d["about"] == about && d["kind"] == kind) {
            out.push(format!("no disagreement {wanted}"));
        }
    }
    out
}

#[test]
fn every_row_of_the_gold_is_in_the_timeline() {
    let mut all = Vec::new();
    for matter in matters() {
        let timeline = build(&[&matter]);
        let mut reader = csv::Reader::from_path(matter.join("gold.csv")).unwrap();
        let mut rows = 0;
        for row in reader.records() {
            let row = row.unwrap();
            rows += 1;
            let best = events(&timeline)
                .iter()
                .filter(|e| {
                    e["date"]["edtf"] == row[1]
                        && e["mentions"].as_array().unwrap().iter().any(|m| fold(m["quote"].as_str().unwrap()).contains(&fold(&row[2])))
                })
                .map(|e| faults(e, &row))
                .min_by_key(Vec::len);
            match best {
                None => all.push(format!("{}: no event {} on {} quoting {:?}", matter.display(), &row[0], &row[1], &row[2])),
                Some(faults) => all.extend(faults.into_iter().map(|f| format!("{}: {}: {f}", matter.display(), &row[0]))),
            }
        }
        assert!(rows > 5, "{}: a gold of {rows} rows", matter.display());
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn the_report_beside_each_matter_is_what_the_program_writes() {
    for matter in matters() {
        let relative = matter.strip_prefix(root()).unwrap();
        let output = dateline().arg("build").arg(relative).args(["--to", "markdown", "--quiet"]).output().unwrap();
        matches_file(&matter.join("timeline.md"), &String::from_utf8(output.stdout).unwrap());
    }
}

#[test]
fn every_quote_stands_word_for_word_at_its_place() {
    for matter in matters() {
        let timeline = build(&[&matter]);
        let texts: std::collections::HashMap<String, String> = timeline["sources"]
            .as_array()
            .unwrap()
            .iter()
            .map(|s| {
                let output = dateline().args(["read", "--json", s["file"].as_str().unwrap()]).output().unwrap();
                let read: Value = serde_json::from_slice(output.stdout.split(|b| *b == b'\n').next().unwrap()).unwrap();
                (s["id"].as_str().unwrap().to_owned(), read["text"].as_str().unwrap_or_default().to_owned())
            })
            .collect();
        let mut checked = 0;
        for event in events(&timeline) {
            for mention in event["mentions"].as_array().unwrap() {
                let text = &texts[mention["source"].as_str().unwrap()];
                let (start, end) = (mention["start"].as_u64().unwrap() as usize, mention["end"].as_u64().unwrap() as usize);
                assert_eq!(&text[start..end], mention["quote"].as_str().unwrap());
                let line = text[..start].matches('\n').count() as u64 + 1;
                assert_eq!(mention["pin"]["line"], line, "{mention}");
                checked += 1;
            }
        }
        assert!(checked > 10, "{}", matter.display());
    }
}

#[test]
fn the_order_of_files_changes_nothing() {
    let folder = root().join("cases/doe-v-twitter/sources");
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    let forward: Vec<&Path> = files.iter().map(|p| p.as_path()).collect();
    let backward: Vec<&Path> = files.iter().rev().map(|p| p.as_path()).collect();
    assert_eq!(build(&forward), build(&backward));
}
