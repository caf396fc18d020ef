//! What people decided holds when documents are added, can be taken back, and slips in the file are shown.

mod common;

use common::{build, dateline, events};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const FIRST: &str = "Published March 1, 2020\n\nAcme Corporation fired its director, Jane Roe, on Jan. 30, 2020, the company said in a letter to its staff.\n\nThe company paid $3 million to the state on Feb. 3, 2020.\n";
const SECOND: &str = "Published March 2, 2020\n\nThe director of Acme Corporation, Jane Roe, was fired in January 2020, people who work there told this paper.\n";

fn case() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("case.yaml"), "title: Roe v. Acme\n").unwrap();
    fs::write(folder.path().join("a.txt"), FIRST).unwrap();
    folder
}

fn decide(folder: &Path, args: &[&str]) -> (i32, String) {
    let output = dateline().arg("decide").arg(folder).args(args).output().unwrap();
    (output.status.code().unwrap(), String::from_utf8_lossy(&output.stderr).into_owned())
}

fn event(folder: &Path, words: &str) -> serde_json::Value {
    events(&build(&[folder]))
        .into_iter()
        .find(|e| e["mentions"].as_array().unwrap().iter().any(|m| m["quote"].as_str().unwrap().contains(words)))
        .expect("the event is there")
}

#[test]
fn decisions_hold_after_a_document_is_added_and_can_be_taken_back() {
    let case = case();
    let path = case.path();
    let id = event(path, "fired its director")["id"].as_str().unwrap().to_owned();
    for args in [
        vec![id.as_str(), "accept"],
        vec![id.as_str(), "title", "Acme fires Jane Roe"],
        vec![id.as_str(), "status", "disputed by us"],
        vec![id.as_str(), "issue", "retaliation"],
        vec![id.as_str(), "note", "see the letter", "--why", "asked by counsel"],
    ] {
        assert_eq!(decide(path, &args).0, 0, "{args:?}");
    }
    let old = path.join("old.json");
    let output = dateline().arg("build").arg(path).args(["--to", "json", "-q"]).output().unwrap();
    fs::write(&old, &output.stdout).unwrap();
    let old_elsewhere = TempDir::new().unwrap();
    fs::rename(&old, old_elsewhere.path().join("old.json")).unwrap();
    fs::write(path.join("b.txt"), SECOND).unwrap();
    let after = event(path, "fired its director");
    assert_eq!(after["title"], "Acme fires Jane Roe");
    assert_eq!(after["review"]["status"], "disputed by us");
    assert_eq!(after["review"]["issues"][0], "retaliation");
    assert_eq!(after["review"]["state"], "accepted");
    assert_eq!(after["mentions"].as_array().unwrap().len(), 2);
    let told = dateline().arg("diff").arg(old_elsewhere.path().join("old.json")).arg(path).arg("-q").output().unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    assert!(told.contains("new source: b") && told.contains("new disagreement"), "{told}");
    for _ in 0..5 {
        assert_eq!(decide(path, &[&id, "undo"]).0, 0);
    }
    assert_eq!(event(path, "fired its director")["review"], serde_json::Value::Null);
    assert_eq!(decide(path, &[&id, "undo"]).0, 2);
}

#[test]
fn a_settled_disagreement_is_closed_and_two_events_can_be_parted() {
    let case = case();
    let path = case.path();
    fs::write(path.join("b.txt"), SECOND).unwrap();
    let joined = event(path, "fired its director");
    let id = joined["id"].as_str().unwrap();
    assert_eq!(decide(path, &[id, "settle", "Jan. 30, 2020", "--why", "the letter says so"]).0, 0);
    let settled = event(path, "fired its director");
    assert!(settled["disagreements"][0]["settled"].as_str().unwrap().contains("the letter says so"), "{settled:#}");
    let other = joined["mentions"][1]["id"].as_str().unwrap().replacen('m', "e", 1);
    assert_eq!(decide(path, &[id, "not-same-as", &other]).0, 0);
    assert_eq!(event(path, "fired its director")["mentions"].as_array().unwrap().len(), 1);
}

#[test]
fn slips_and_decisions_that_no_longer_apply_are_shown() {
    let case = case();
    let path = case.path();
    fs::write(path.join("decisions.yaml"), "decisions:\n  - event: e0000000000\n    do: accept\n").unwrap();
    let output = dateline().arg("build").arg(path).output().unwrap();
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{err}");
    assert!(err.contains("no source tells of the event any more"), "{err}");
    fs::write(path.join("decisions.yaml"), "decisions:\n  - event: e0000000000\n    do: acept\n").unwrap();
    let output = dateline().arg("build").arg(path).output().unwrap();
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2));
    assert!(err.contains("decisions.yaml:3:9") && err.contains("\"acept\" is nothing that can be decided") && err.contains('^'), "{err}");
}
