//! What people decided holds when documents are added, can be taken back, and slips in the file are shown.

mod common;

use common::{build, dateline, events};
use proptest::prelude::*;
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
    assert!(err.contains("there is no event of this id"), "{err}");
    fs::write(path.join("decisions.yaml"), "decisions:\n  - event: e0000000000\n    do: acept\n").unwrap();
    let output = dateline().arg("build").arg(path).output().unwrap();
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2));
    assert!(err.contains("decisions.yaml:3:9") && err.contains("\"acept\" is nothing that can be decided") && err.contains('^'), "{err}");
}

/// Two papers that tell of two happenings each, and the ids of the events with the words that name them.
fn matter() -> (TempDir, impl Fn(&str) -> String) {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("case.yaml"), "title: A\nsources:\n  - file: a.txt\n  - file: b.txt\n").unwrap();
    for (name, words) in [
        ("a.txt", "Roe was fired on Feb. 3, 2020. The alarm was repaired on Feb. 9, 2020."),
        ("b.txt", "The firm fired Roe on Feb. 3, 2020. Workers repaired the alarm on Feb. 20, 2020."),
    ] {
        fs::write(folder.path().join(name), format!("Orchard news\n\nBy Ann Author\n\nMarch 4, 2021\n\n{words}\n")).unwrap();
    }
    let path = folder.path().to_owned();
    let id = move |words: &str| {
        let found = events(&build(&[&path]))
            .into_iter()
            .find(|e| e["mentions"].as_array().unwrap().iter().any(|m| m["quote"].as_str().unwrap().contains(words)));
        found.unwrap_or_else(|| panic!("{words}"))["id"].as_str().unwrap().to_owned()
    };
    (folder, id)
}

#[test]
fn two_events_that_are_said_to_be_one_go_over_whole() {
    let (folder, id) = matter();
    let (fired, repaired, workers) = (id("was fired"), id("was repaired"), id("Workers repaired"));
    assert_ne!(repaired, workers);
    // A short id is enough, and the file holds the whole one.
    assert_eq!(decide(folder.path(), &[&repaired, "same-as", &workers[..6]]).0, 0);
    assert!(fs::read_to_string(folder.path().join("decisions.yaml")).unwrap().contains(&workers));
    let timeline = build(&[folder.path()]);
    let all = events(&timeline);
    let joined = all.iter().find(|e| e["mentions"].as_array().unwrap().len() == 2 && e["id"].as_str() != Some(&fired)).unwrap();
    assert!(joined["disagreements"].as_array().unwrap().iter().any(|d| d["about"] == "date"), "{joined}");
    assert_eq!(all.iter().map(|e| e["mentions"].as_array().unwrap().len()).sum::<usize>(), 4);
    let (status, said) = decide(folder.path(), &[&fired, "same-as", &fired]);
    assert!(status == 2 && said.contains("the same event"), "{said}");
}

#[test]
fn what_cannot_be_decided_is_refused_and_nothing_is_written() {
    let (folder, id) = matter();
    let fired = id("was fired");
    for (action, value, said) in [
        ("date", "2021-02-30", "no date that can be read whole"),
        ("kind", "banana", "use one of filing"),
        ("status", "banana", "disputed by us"),
        ("settle", "Feb. 9", "nothing about this event is in disagreement"),
        ("same-as", "zzz", "there is no event"),
        ("title", " ", "takes a value"),
        ("accept", "extra", "takes no value"),
    ] {
        let (status, err) = decide(folder.path(), &[&fired, action, value]);
        assert!(status == 2 && err.contains(said), "{action} {value}: {err}");
    }
    assert!(!folder.path().join("decisions.yaml").exists());
    // An emptied list takes a record again.
    fs::write(folder.path().join("decisions.yaml"), "decisions: []\n").unwrap();
    assert_eq!(decide(folder.path(), &[&fired, "accept"]).0, 0);
    assert_eq!(decide(folder.path(), &[&fired, "undo"]).0, 0);
}

#[test]
fn of_two_records_about_one_thing_the_later_holds_and_a_note_says_so() {
    let (folder, id) = matter();
    let fired = id("was fired");
    for args in [vec![fired.as_str(), "accept"], vec![fired.as_str(), "reject", "--why", "another firm"]] {
        assert_eq!(decide(folder.path(), &args).0, 0);
    }
    let output = dateline().args(["build", "--to", "markdown"]).arg(folder.path()).output().unwrap();
    let (report, notes) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(notes.contains("a later record decides it otherwise"), "{notes}");
    // The change is told in words, against a timeline of before.
    let old = folder.path().join("old.json");
    fs::rename(folder.path().join("decisions.yaml"), folder.path().join("kept.yaml")).unwrap();
    fs::write(&old, dateline().args(["build", "-q", "--to", "json"]).arg(folder.path()).output().unwrap().stdout).unwrap();
    fs::rename(folder.path().join("kept.yaml"), folder.path().join("decisions.yaml")).unwrap();
    let changes = dateline().args(["diff", "-q"]).arg(&old).arg(folder.path()).output().unwrap();
    let changes = String::from_utf8_lossy(&changes.stdout).into_owned();
    assert!(changes.contains("decided: ") && changes.contains("rejected (another firm) now, nothing before"), "{changes}");
    fs::write(&old, "{}").unwrap();
    let foreign = dateline().args(["diff", "-q"]).arg(&old).arg(folder.path()).output().unwrap();
    assert!(foreign.status.code() == Some(2) && String::from_utf8_lossy(&foreign.stderr).contains("no timeline of this program"));
    let (told, rejected) = report.split_once("## Rejected").unwrap();
    assert!(!told.contains(&fired) && rejected.contains(&fired) && rejected.contains("another firm"), "{report}");
}

#[test]
fn a_side_that_comes_after_settling_opens_the_disagreement_again() {
    let (folder, id) = matter();
    let (repaired, workers) = (id("was repaired"), id("Workers repaired"));
    assert_eq!(decide(folder.path(), &[&repaired, "same-as", &workers]).0, 0);
    let settled = decide(folder.path(), &[&repaired, "settle", "Feb. 9, 2020"]);
    assert_eq!(settled.0, 0, "{}", settled.1);
    let open = || dateline().args(["check", "-q"]).arg(folder.path()).output().unwrap().status.code();
    assert_eq!(open(), Some(0));
    fs::write(folder.path().join("case.yaml"), "title: A\nsources:\n  - file: a.txt\n  - file: b.txt\n  - file: c.txt\n").unwrap();
    fs::write(
        folder.path().join("c.txt"),
        "Orchard news\n\nBy Ben Author\n\nMarch 5, 2021\n\nThe alarm was repaired on Feb. 27, 2020, by a smith.\n",
    )
    .unwrap();
    let third = id("by a smith");
    assert_eq!(decide(folder.path(), &[&third, "same-as", &repaired]).0, 0);
    assert_eq!(open(), Some(1));
}

#[test]
fn a_folder_without_a_case_file_keeps_its_decisions_too() {
    let (folder, id) = matter();
    fs::remove_file(folder.path().join("case.yaml")).unwrap();
    let fired = id("was fired");
    assert_eq!(decide(folder.path(), &[&fired, "accept"]).0, 0);
    assert_eq!(event(folder.path(), "was fired")["review"]["state"], "accepted");
    let (status, err) = decide(&folder.path().join("a.txt"), &[&fired, "accept"]);
    assert!(status == 2 && err.contains("is no folder"), "{err}");
}

#[test]
fn a_file_laid_out_by_hand_is_carried_on() {
    let (folder, id) = matter();
    let (fired, repaired) = (id("was fired"), id("was repaired"));
    let file = folder.path().join("decisions.yaml");
    for laid_out in [
        format!("# Ours.\ndecisions:\n- event: {fired}\n  do: note\n  value: seen\n"),
        format!("# Ours.\ndecisions: [{{event: {fired}, do: note, value: seen}}]\n"),
        // The first characters of an id name an event here as they do in a command.
        format!("# Ours.\ndecisions:\n  - event: {}\n    do: note\n    value: seen\n", &fired[..7]),
        format!("# Ours.\ndecisions:\n    - do: note\n      event: {fired}\n      value: seen"),
    ] {
        fs::write(&file, &laid_out).unwrap();
        let (status, err) = decide(folder.path(), &[&repaired, "accept"]);
        assert_eq!(status, 0, "{laid_out}: {err}");
        assert_eq!(event(folder.path(), "was fired")["review"]["note"], "seen", "{laid_out}");
        assert_eq!(event(folder.path(), "was repaired")["review"]["state"], "accepted", "{laid_out}");
        assert!(fs::read_to_string(&file).unwrap().starts_with("# Ours.\n"), "{laid_out}");
        assert_eq!(decide(folder.path(), &[&fired, "undo", "note"]).0, 0);
        assert_eq!(decide(folder.path(), &[&repaired, "undo"]).0, 0);
        assert_eq!(event(folder.path(), "was fired")["review"], serde_json::Value::Null, "{laid_out}");
    }
    // The file's own advice: taking the last record out by hand.
    fs::write(&file, "# Ours.\ndecisions:\n").unwrap();
    assert_eq!(decide(folder.path(), &[&fired, "accept"]).0, 0);
    // A record of an event that is gone can be taken back by its id.
    fs::write(&file, "decisions:\n  - event: e123456789a\n    do: reject\n").unwrap();
    assert_eq!(decide(folder.path(), &["e123456789a", "undo"]).0, 0);
    assert!(!fs::read_to_string(&file).unwrap().contains("e123456789a"));
    // A value that is missing, or that belongs to nothing, is told.
    fs::write(&file, format!("decisions:\n  - event: {fired}\n    do: title\n  - event: {fired}\n    do: accept\n    value: x\n")).unwrap();
    let output = dateline().arg("build").arg(folder.path()).output().unwrap();
    let notes = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(notes.contains("it needs a value: words") && notes.contains("it takes no value"), "{notes}");
}

/// Happenings of a generated matter, each told in its own words.
const HAPPENINGS: &[&str] = &[
    "The council dismissed its treasurer, Ida Moss, on {}.", "Ida Moss filed a complaint against the council on {}.",
    "The county fined Brook Mills $40,000 on {}.", "A jury convicted Karl Stein of fraud on {}.",
    "Judge Ann Field ordered the release of the minutes on {}.", "The bridge at Lower Ashby was closed on {}.",
    "Police searched the house of Peter Lund on {}.", "The bank settled the suit of its tellers on {}.",
];

fn told(happenings: &[(usize, u32)]) -> String {
    let sentences: Vec<String> =
        happenings.iter().map(|(which, day)| HAPPENINGS[*which].replace("{}", &format!("May {day}, 2019"))).collect();
    format!("Valley notes\n\nBy Ann Author\n\nJune 3, 2019\n\n{}\n", sentences.join("\n\n"))
}

fn happenings() -> impl Strategy<Value = Vec<(usize, u32)>> {
    proptest::sample::subsequence((0..HAPPENINGS.len()).collect::<Vec<_>>(), 3..=HAPPENINGS.len())
        .prop_flat_map(|which| (Just(which.clone()), proptest::collection::vec(1u32..28, which.len())))
        .prop_map(|(which, days)| which.into_iter().zip(days).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 40, ..ProptestConfig::default() })]

    /// The round trip of the mission: what people decided holds, all of it, when a document comes.
    #[test]
    fn every_decision_of_a_generated_matter_survives_a_new_document(
        first in happenings(),
        second in happenings(),
        actions in proptest::collection::vec(0usize..6, 8),
    ) {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("a.txt"), told(&first)).unwrap();
        let before = build(&[folder.path()]);
        let mut records = String::from("decisions:\n");
        let mut wanted = Vec::new();
        for (event, action) in events(&before).iter().zip(actions.iter().cycle()) {
            let id = event["id"].as_str().unwrap();
            let (action, value, key, held) = match action {
                0 => ("accept", None, "state", "accepted"),
                1 => ("reject", None, "state", "rejected"),
                2 => ("title", Some("As decided"), "title", "As decided"),
                3 => ("status", Some("undisputed"), "status", "undisputed"),
                4 => ("note", Some("Ask: counsel"), "note", "Ask: counsel"),
                _ => ("date", Some("2019-04-30"), "date", "2019-04-30"),
            };
            records.push_str(&format!("  - event: {id}\n    do: {action}\n"));
            if let Some(value) = value {
                records.push_str(&format!("    value: {value:?}\n"));
            }
            wanted.push((event["mentions"][0]["id"].clone(), key, held));
        }
        prop_assert!(!wanted.is_empty());
        fs::write(folder.path().join("decisions.yaml"), records).unwrap();
        fs::write(folder.path().join("b.txt"), told(&second).replace("Ann", "Ben").replace("Valley notes", "The Lower Ashby Sun")).unwrap();
        let after = build(&[folder.path()]);
        for (mention, key, held) in wanted {
            let home = events(&after).into_iter().find(|e| e["mentions"].as_array().unwrap().iter().any(|m| m["id"] == mention)).unwrap();
            prop_assert_eq!(home["review"][key].as_str(), Some(held), "{}", home);
        }
    }
}

#[test]
fn control_characters_and_comments_are_kept_and_do_no_harm() {
    let (folder, id) = matter();
    let fired = id("was fired");
    assert_eq!(decide(folder.path(), &[&fired, "note", "seen\u{7f}\u{85}"]).0, 0);
    assert_eq!(decide(folder.path(), &[&fired, "accept"]).0, 0);
    let file = folder.path().join("decisions.yaml");
    let text = fs::read_to_string(&file).unwrap().replace("  - event", "  # kept\n  - event");
    fs::write(&file, &text).unwrap();
    assert_eq!(decide(folder.path(), &[&fired, "undo", "note"]).0, 0);
    let left = fs::read_to_string(&file).unwrap();
    assert_eq!(left.matches("# kept").count(), 2, "{left}");
    assert_eq!(event(folder.path(), "was fired")["review"]["state"], "accepted");
}
