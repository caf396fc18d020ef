//! What always holds, over arbitrary text and over generated matters.

mod common;

use common::{build, events};
use dateline::date::{AnchorAt, Scene, find};
use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn anchor() -> [AnchorAt; 1] {
    [AnchorAt { from: 0, day: chrono::NaiveDate::from_ymd_opt(2021, 1, 21), scene: Scene::Same, later: 0 }]
}

/// Words that dates are made of, with noise between, so that arbitrary text meets the rules.
fn wordy() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("January".to_owned()),
        Just("Jan.".to_owned()),
        Just("May".to_owned()),
        Just("the".to_owned()),
        Just("last".to_owned()),
        Just("year".to_owned()),
        Just("two".to_owned()),
        Just("days".to_owned()),
        Just("later".to_owned()),
        Just("Monday".to_owned()),
        Just("early".to_owned()),
        Just("of".to_owned()),
        Just(",".to_owned()),
        Just("-".to_owned()),
        Just("(".to_owned()),
        Just(")".to_owned()),
        Just("§".to_owned()),
        Just("’".to_owned()),
        Just("third".to_owned()),
        Just("quarter".to_owned()),
        Just("\n".to_owned()),
        Just("a.m.".to_owned()),
        Just("BC".to_owned()),
        "[0-9]{1,5}",
        "[a-zé]{1,6}",
        Just("F.3d".to_owned()),
        Just("No.".to_owned()),
    ];
    proptest::collection::vec((word, prop_oneof![Just(" "), Just("")]), 0..40)
        .prop_map(|words| words.into_iter().map(|(w, s)| format!("{w}{s}")).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn spans_lie_in_the_text_and_do_not_overlap(text in prop_oneof![wordy(), ".{0,200}"]) {
        let dates = find(&text, &anchor());
        let mut end = 0;
        for mention in &dates.mentions {
            prop_assert!(mention.span.start() >= end && mention.span.end() <= text.len());
            prop_assert!(text.is_char_boundary(mention.span.start()) && text.is_char_boundary(mention.span.end()));
            prop_assert!(!mention.value.timex().is_empty());
            end = mention.span.end();
        }
    }

    #[test]
    fn a_paragraph_that_follows_changes_nothing_before_it(text in wordy()) {
        let before = find(&text, &anchor());
        let longer = format!("{text}\n\nThey met on March 3, 2019 in the spring.");
        let after = find(&longer, &anchor());
        let early: Vec<_> = after.mentions.iter().filter(|m| m.span.end() <= text.len()).cloned().collect();
        prop_assert_eq!(before.mentions, early);
    }
}

/// A matter of some sources, each on a day.
fn matter(sources: &[(&str, &str, Option<&str>)]) -> (TempDir, Vec<PathBuf>) {
    let folder = TempDir::new().unwrap();
    let mut paths = Vec::new();
    for (name, text, day) in sources {
        let path = folder.path().join(name);
        let head = day.map_or_else(String::new, |day| format!("Published {day}\n\n"));
        fs::write(&path, format!("{head}{text}\n")).unwrap();
        paths.push(path);
    }
    (folder, paths)
}

fn timeline(sources: &[(&str, &str, Option<&str>)]) -> serde_json::Value {
    let (_folder, paths) = matter(sources);
    build(&paths.iter().map(|p| p.as_path()).collect::<Vec<&Path>>())
}

/// The event that quotes some words.
fn quoting(timeline: &serde_json::Value, words: &str) -> serde_json::Value {
    events(timeline)
        .into_iter()
        .find(|e| e["mentions"].as_array().unwrap().iter().any(|m| m["quote"].as_str().unwrap().contains(words)))
        .unwrap_or_else(|| panic!("no event quotes {words:?}: {timeline:#}"))
}

const FIRST: &str = "Acme Corporation fired its director, Jane Roe, on Jan. 30, 2020, the company said in a letter to its staff.";

fn second(date: &str) -> String {
    format!("The director of Acme Corporation, Jane Roe, was fired {date}, people who work there told this paper.")
}

fn kinds(event: &serde_json::Value) -> Vec<String> {
    event["disagreements"].as_array().unwrap().iter().map(|d| d["kind"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn coarsening_a_date_gives_only_a_finer_one() {
    for coarse in ["in January 2020", "in 2020", "in late January 2020"] {
        let timeline = timeline(&[("a.txt", FIRST, Some("March 1, 2020")), ("b.txt", &second(coarse), Some("March 2, 2020"))]);
        let event = quoting(&timeline, "fired its director");
        assert_eq!(event["mentions"].as_array().unwrap().len(), 2, "{coarse}: {event:#}");
        assert_eq!(kinds(&event), ["finer"], "{coarse}");
        assert_eq!(event["date"]["edtf"], "2020-01-30");
    }
}

#[test]
fn shifting_an_exact_date_of_a_joined_pair_gives_a_conflict() {
    let other = FIRST.replace("Jan. 30", "Jan. 21").replace("staff", "workers");
    let timeline = timeline(&[("a.txt", FIRST, Some("March 1, 2020")), ("b.txt", &other, Some("March 2, 2020"))]);
    let event = quoting(&timeline, "Jan. 30, 2020");
    assert!(
        event["disagreements"]
            .as_array()
            .unwrap()
            .iter()
            .any(|d| matches!(d["kind"].as_str().unwrap(), "conflict" | "copied-error") && d["sides"].as_array().unwrap().len() == 2),
        "{event:#}"
    );
}

#[test]
fn an_undated_copy_adds_no_account_and_moves_no_date() {
    let long = format!("{FIRST} Her desk was cleared by two guards before the end of that same working day, the letter goes on.");
    let alone = timeline(&[("a.txt", &long, Some("March 1, 2020"))]);
    let copied = timeline(&[("a.txt", &long, Some("March 1, 2020")), ("z.txt", &long, None)]);
    let (before, after) = (quoting(&alone, "fired its director"), quoting(&copied, "fired its director"));
    assert_eq!(before["accounts"], after["accounts"]);
    assert_eq!(before["date"], after["date"]);
    assert_eq!(after["mentions"].as_array().unwrap().len(), 2);
}

#[test]
fn an_unrelated_matter_changes_no_event_of_this_one() {
    let other = "Zenith Limited opened a harbour in Norway on May 3, 2018, and its owner, Olaf Berg, sang.";
    let alone = timeline(&[("a.txt", FIRST, Some("March 1, 2020")), ("b.txt", &second("in January 2020"), Some("March 2, 2020"))]);
    let mixed = timeline(&[
        ("a.txt", FIRST, Some("March 1, 2020")),
        ("b.txt", &second("in January 2020"), Some("March 2, 2020")),
        ("c.txt", other, Some("June 1, 2018")),
    ]);
    let ids = |t: &serde_json::Value| {
        events(t)
            .iter()
            .filter(|e| !e.to_string().contains("Zenith"))
            .map(|e| e["id"].to_string())
            .collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(ids(&alone), ids(&mixed));
}

#[test]
fn deleting_the_oldest_source_keeps_what_the_others_tell() {
    let two = timeline(&[("b.txt", &second("on Jan. 30, 2020"), Some("March 2, 2020"))]);
    assert_eq!(quoting(&two, "was fired")["date"]["edtf"], "2020-01-30");
}

#[test]
fn a_plea_of_somebody_called_he_joins_without_a_fault() {
    let plea = |end: &str| format!("John Smith came to court. On March 4, 2021, he pleaded guilty to wire fraud {end}.");
    let timeline = timeline(&[
        ("a.txt", &plea("before Ann Moss"), Some("March 5, 2021")),
        ("b.txt", &plea("beside Robert Lee"), Some("March 6, 2021")),
    ]);
    assert_eq!(quoting(&timeline, "before Ann Moss")["mentions"].as_array().unwrap().len(), 2);
}
