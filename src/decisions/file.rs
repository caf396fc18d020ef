//! `decisions.yaml` as text: reading it, putting a record in, taking one out.

use super::{ACTIONS, DECISIONS_FILE, Decision};
use crate::yaml::{self, Fault};
use serde::Deserialize;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// None where the last record was taken out by hand.
    decisions: Option<Vec<Decision>>,
}

/// Reads a case's decisions; none where there is no file.
///
/// # Errors
/// When the file cannot be read or understood; a slip must not silently undo what was decided.
pub fn read(folder: &Path) -> Result<Vec<Decision>, Fault> {
    let path = folder.join(DECISIONS_FILE);
    let Ok(text) = fs::read_to_string(&path) else {
        if path.exists() {
            let found = "the decisions cannot be read".to_owned();
            return Err(Fault::new(&path, (1, 1), "", found, "check the file's permissions and encoding"));
        }
        return Ok(Vec::new());
    };
    parse(&path, &text)
}

const ADVICE: &str = "correct the line; the decisions hold again once the file can be read";

fn parse(path: &Path, text: &str) -> Result<Vec<Decision>, Fault> {
    let file: File = if text.trim().is_empty() { File { decisions: None } } else { yaml::parse(path, text, ADVICE)? };
    let decisions = file.decisions.unwrap_or_default();
    for decision in &decisions {
        if !ACTIONS.iter().any(|(name, _, _)| *name == decision.action.value) {
            let at = &decision.action.referenced;
            let names: Vec<&str> = ACTIONS.iter().map(|(name, _, _)| *name).collect();
            return Err(Fault::new(
                path,
                (at.line(), at.column()),
                text,
                format!("{:?} is nothing that can be decided", decision.action.value),
                &format!("use one of {}", names.join(", ")),
            ));
        }
    }
    Ok(decisions)
}

/// What a record holds.
#[derive(Clone, Copy)]
pub struct Record<'a> {
    pub event: &'a str,
    pub action: &'a str,
    pub value: Option<&'a str>,
    pub why: Option<&'a str>,
    pub among: &'a [String],
    pub source: Option<&'a str>,
    pub words: Option<&'a str>,
}

/// The record of a decision as the file holds it.
fn record(record: &Record) -> String {
    // JSON leaves some control characters as they are, which YAML does not allow.
    let quoted = |text: &str| {
        let json = serde_json::to_string(text).expect("a string is always JSON");
        json.chars()
            .map(|c| if matches!(c, '\u{7f}'..='\u{9f}') { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() })
            .collect::<String>()
    };
    let mut out = format!("  - event: {}\n    do: {}\n", record.event, record.action);
    let add = |out: &mut String, key: &str, text: Option<&str>| {
        if let Some(text) = text {
            out.push_str(&format!("    {key}: {}\n", quoted(text)));
        }
    };
    add(&mut out, "value", record.value);
    add(&mut out, "why", record.why);
    if !record.among.is_empty() {
        let sides: Vec<String> = record.among.iter().map(|side| quoted(side)).collect();
        out.push_str(&format!("    among: [{}]\n", sides.join(", ")));
    }
    add(&mut out, "source", record.source);
    add(&mut out, "words", record.words);
    out
}

/// The comment that a new file begins with.
const HEAD: &str = "# What people decided. Take a record out to take it back.\n";

/// The file's text with one record more. A file that people laid out in another way keeps its records, and is laid out anew
/// where the record cannot be put behind them.
///
/// # Errors
/// When the file as it stands cannot be read.
pub fn with(folder: &Path, old: &str, new: &Record) -> Result<String, Fault> {
    let path = folder.join(DECISIONS_FILE);
    let kept = parse(&path, old)?;
    let end = if old.is_empty() || old.ends_with('\n') { "" } else { "\n" };
    let text = format!("{old}{end}{}", record(new));
    let grew = parse(&path, &text).is_ok_and(|decisions| decisions.len() == kept.len() + 1);
    if grew {
        return Ok(text);
    }
    let text = written(old, &kept) + &record(new);
    parse(&path, &text)?;
    Ok(text)
}

/// Records as the program lays them out, under the comments that stood at the file's head.
fn written(old: &str, decisions: &[Decision]) -> String {
    let comments: String = old.lines().take_while(|line| line.starts_with('#')).map(|line| format!("{line}\n")).collect();
    let head = if comments.is_empty() { HEAD } else { &comments };
    let records: String = decisions
        .iter()
        .map(|decision| {
            record(&Record {
                event: &decision.event.value,
                action: &decision.action.value,
                value: decision.value.as_deref(),
                why: decision.why.as_deref(),
                among: decision.among.as_deref().unwrap_or_default(),
                source: decision.source.as_deref(),
                words: decision.words.as_deref(),
            })
        })
        .collect();
    format!("{head}decisions:\n{records}")
}

/// The file's text without a record, counted from 0.
///
/// # Errors
/// When the file as it stands cannot be read.
pub fn without(folder: &Path, old: &str, record: usize) -> Result<String, Fault> {
    let path = folder.join(DECISIONS_FILE);
    let mut decisions = parse(&path, old)?;
    // In the layout that the program writes, the lines of the record are taken out and every other byte stays.
    let lines: Vec<&str> = old.split_inclusive('\n').collect();
    let starts: Vec<usize> = (0..lines.len()).filter(|i| lines[*i].starts_with("  - event: ")).collect();
    let text = (starts.len() == decisions.len()).then(|| {
        // Its own lines are those set in below its first; comments after them belong to what follows.
        let own = |line: &&str| line.starts_with("    ") && !line.trim_start().starts_with('#');
        let end = starts[record] + 1 + lines[starts[record] + 1..].iter().take_while(|line| own(line)).count();
        [&lines[..starts[record]], &lines[end..]].concat().concat()
    });
    decisions.remove(record);
    let same = |text: &String| {
        let told = |list: &[Decision]| list.iter().map(|d| (d.event.value.clone(), d.told())).collect::<Vec<_>>();
        parse(&path, text).is_ok_and(|left| told(&left) == told(&decisions))
    };
    Ok(text.filter(same).unwrap_or_else(|| written(old, &decisions)))
}
