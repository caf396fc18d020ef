//! Every command as a user runs it, and what it says to bad input.

mod common;

use common::{dateline, root};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const ARTICLE: &str = "Firm sued over posts\n\nBy Ann Author\n\nMarch 4, 2021\n\nThe firm was sued on Monday by Jane Roe in a federal court.\n\nRoe reported the posts to the firm on Feb. 3, 2020, the suit says.\n";

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, bytes) in files {
        fs::create_dir_all(folder.path().join(name).parent().unwrap()).unwrap();
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

/// Runs and returns the exit status, standard output and standard error.
fn run(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let output = dateline().current_dir(folder).args(args).output().unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8_lossy(&output.stdout).into_owned(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
    )
}

#[test]
fn build_works_on_a_loose_file() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    let (status, out, err) = run(folder.path(), &["build", "a.txt", "--width", "100"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.contains("2021-03-01") && out.contains("“Monday”") && out.contains("2020-02-03"), "{out}");
    assert!(out.lines().all(|line| line.chars().count() <= 100), "{out}");
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let folder =
        folder(&[("a.txt", ARTICLE.as_bytes()), ("empty.txt", b""), ("b.bin", &[0, 1, 2, 0, 0, 3]), ("old.doc", b"\xD0\xCF\x11\xE0abc")]);
    let (status, out, err) = run(folder.path(), &["build", "a.txt", "empty.txt", "b.bin", "old.doc", "gone.txt"]);
    assert_eq!(status, 2, "{err}");
    assert!(out.contains("2021-03-01"));
    for said in [
        "empty.txt: the file is empty", "b.bin: the file is not text", "old.doc: the old Word format (.doc) is not read",
        "gone.txt: the file is not there",
    ] {
        assert!(err.contains(said), "{said}\n{err}");
    }
}

#[test]
fn a_folder_with_nothing_readable_says_so() {
    let folder = TempDir::new().unwrap();
    let (status, out, err) = run(folder.path(), &["build", "."]);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.contains("nothing could be read"), "{err}");
}

#[test]
fn a_wrong_case_file_is_shown_with_its_line_and_a_caret() {
    let rows: &[(&str, &str, &str)] = &[
        ("title: [", "case.yaml:", "^"),
        ("title: A\nsuorces: []\n", "case.yaml:2:1", "suorces"),
        ("title: A\ntitle: B\n", "case.yaml:2:1", "^"),
        ("sources:\n  - file: gone.txt\n", "case.yaml:2:11", "there is no file \"gone.txt\""),
        ("sources:\n  - file: a.txt\n    id: x\n  - file: b.txt\n    id: x\n", "case.yaml:5:9", "two sources have the id \"x\""),
        ("sources:\n  - file: a.txt\n    published: 2021-02-30\n", "case.yaml:3:16", "no day of the calendar"),
        ("sources:\n  - file: a.txt\n    kind: poem\n", "case.yaml:3:11", "no kind of source"),
    ];
    for (yaml, place, said) in rows {
        let folder = folder(&[("case.yaml", yaml.as_bytes()), ("a.txt", ARTICLE.as_bytes()), ("b.txt", ARTICLE.as_bytes())]);
        let (status, out, err) = run(folder.path(), &["build", ".", "-o", "t.md"]);
        assert_eq!((status, out.as_str()), (2, ""), "{yaml}\n{err}");
        assert!(err.contains(place) && err.contains(said) && err.contains('^') && err.contains("nothing was written"), "{yaml}\n{err}");
        assert!(!folder.path().join("t.md").exists());
    }
}

#[test]
fn a_given_date_outranks_a_detected_one() {
    let yaml = "sources:\n  - file: a.txt\n    published: 2021-03-05\n";
    let folder = folder(&[("case.yaml", yaml.as_bytes()), ("a.txt", ARTICLE.as_bytes())]);
    let (status, out, _) = run(folder.path(), &["build", ".", "--to", "json"]);
    assert_eq!(status, 0);
    assert!(out.contains("\"from\": \"given\"") && out.contains("2021-03-05"), "{out}");
}

#[test]
fn output_is_replaced_whole_and_its_ending_picks_the_format() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes()), ("t.csv", b"old")]);
    let (status, out, err) = run(folder.path(), &["build", "a.txt", "-o", "t.csv", "-o", "t.md", "-o", "t.json"]);
    assert_eq!((status, out.as_str(), err.as_str()), (0, "", ""));
    let csv = fs::read_to_string(folder.path().join("t.csv")).unwrap();
    assert!(csv.starts_with("event_id,date_text,edtf,"), "{csv}");
    assert!(fs::read_to_string(folder.path().join("t.md")).unwrap().starts_with("# Chronology"));
    let (status, _, err) = run(folder.path(), &["build", "a.txt", "-o", "no/such/folder/t.csv"]);
    assert_eq!(status, 2);
    assert!(err.contains("cannot be written"), "{err}");
    let (status, _, err) = run(folder.path(), &["build", "a.txt", "-o", "t.xyz"]);
    assert_eq!(status, 2);
    assert!(err.contains("names no format"), "{err}");
}

#[test]
fn check_and_strict_exit_with_one_while_disagreements_are_open() {
    let matter = "cases/doe-v-twitter";
    assert_eq!(run(&root(), &["check", matter]).0, 1);
    assert_eq!(run(&root(), &["build", matter, "--strict", "-q"]).0, 1);
    assert_eq!(run(&root(), &["build", matter, "-q"]).0, 0);
}

#[test]
fn explain_shows_the_proof_and_names_unknown_events() {
    let (_, out, _) = run(&root(), &["build", "cases/doe-v-twitter", "-q", "--to", "json"]);
    let timeline: serde_json::Value = serde_json::from_str(&out).unwrap();
    let id = timeline["events"][0]["id"].as_str().unwrap();
    let (status, out, err) = run(&root(), &["explain", "cases/doe-v-twitter", id]);
    assert_eq!(status, 0, "{err}");
    for part in ["WHO SAYS IT", "WHY THIS DATE", "WHY IT IS MARKED", "WHY JOINED", "on the word of"] {
        assert!(out.contains(part), "{part}\n{out}");
    }
    let (status, _, err) = run(&root(), &["explain", "cases/doe-v-twitter", "ezzz"]);
    assert_eq!(status, 2);
    assert!(err.contains("there is no event \"ezzz\""), "{err}");
}

#[test]
fn new_writes_a_case_file_once() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    let (status, out, err) = run(folder.path(), &["new", "."]);
    assert_eq!(status, 0, "{err}");
    assert!(out.contains("next: dateline build"), "{out}");
    let yaml = fs::read_to_string(folder.path().join("case.yaml")).unwrap();
    assert!(yaml.contains("published: \"2021-03-04\""), "{yaml}");
    assert_eq!(run(folder.path(), &["build", "."]).0, 0);
    let (status, _, err) = run(folder.path(), &["new", "."]);
    assert_eq!(status, 2);
    assert!(err.contains("never overwritten"), "{err}");
    assert_eq!(fs::read_to_string(folder.path().join("case.yaml")).unwrap(), yaml);
}

#[test]
fn json_lines_go_on_after_a_bad_line() {
    let input = "{\"id\":\"a\",\"text\":\"He left Monday.\",\"published\":\"2021-03-04\"}\nnot json\n{\"id\":3,\"text\":\"In 2019.\",\"published\":null}\n{\"id\":4,\"text\":\"x\",\"published\":\"2021-99-04\"}\n";
    let output = dateline().args(["dates", "--jsonl"]).write_stdin(input).output().unwrap();
    let lines: Vec<serde_json::Value> =
        String::from_utf8(output.stdout).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[0]["dates"][0]["value"], "2021-03-01");
    assert_eq!(lines[0]["dates"][0]["anchor"]["day"], "2021-03-04");
    assert!(lines[1]["error"].is_string());
    assert_eq!(lines[2]["dates"][0]["value"], "2019");
    assert!(lines[3]["error"].as_str().unwrap().contains("published"));
}

#[test]
fn the_ledger_shows_words_under_carets_and_refusals() {
    let folder = folder(&[("a.txt", b"Paid on Jan. 30, 2020 under Section 230 of the Act of 1996.\n")]);
    let (_, out, _) = run(folder.path(), &["dates", "--all", "a.txt"]);
    assert!(out.contains("^^^^^^^^^^^^^ DATE 2020-01-30 · month-day-year"), "{out}");
    assert!(out.contains("refused · not: section") && out.contains("refused · not: named act"), "{out}");
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    use std::process::{Command, Stdio};
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("dateline"))
        .current_dir(root())
        .args(["build", "cases/doe-v-twitter", "--to", "json", "-q"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_line_of_fifty_megabytes_is_read_like_any_other() {
    let mut long = vec![b'x'; 50_000_000];
    long.extend_from_slice(b" The firm was sued on Feb. 3, 2020.\n");
    let folder = folder(&[("a.txt", ARTICLE.as_bytes()), ("long.txt", &long)]);
    let (status, out, err) = run(folder.path(), &["build", "a.txt", "long.txt", "--to", "csv"]);
    assert_eq!(status, 0, "{err}");
    assert!(out.contains("2021-03-01") && out.contains("Feb. 3, 2020"), "both sources are told");
}

/// What a folder's listing names and the reader then does not find, as when it is deleted between the two.
#[cfg(unix)]
#[test]
fn a_file_that_goes_away_after_the_listing_is_named() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    std::os::unix::fs::symlink(folder.path().join("deleted.txt"), folder.path().join("gone.txt")).unwrap();
    let (status, out, err) = run(folder.path(), &["build", "."]);
    assert_eq!(status, 2, "{err}");
    assert!(out.contains("2021-03-01"), "{out}");
    assert!(err.contains("gone.txt"), "{err}");
}

/// An output that cannot be written leaves what stood there as it was.
#[cfg(unix)]
#[test]
fn an_output_that_cannot_be_replaced_stays_whole() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    fs::create_dir(folder.path().join("t.csv")).unwrap();
    fs::write(folder.path().join("t.csv/kept.txt"), "kept").unwrap();
    let (status, _, err) = run(folder.path(), &["build", "a.txt", "-o", "t.csv", "-o", "t.md"]);
    assert_eq!(status, 2);
    assert!(err.contains("t.csv") && err.contains("cannot be written"), "{err}");
    assert_eq!(fs::read_to_string(folder.path().join("t.csv/kept.txt")).unwrap(), "kept");
    assert!(fs::read_to_string(folder.path().join("t.md")).unwrap().starts_with("# Chronology"), "the other output is still written");
}

#[test]
fn two_saved_versions_of_a_page_are_a_correction() {
    let page = |day: &str, notice: &str| {
        format!(
            "<html><head><link rel=\"canonical\" href=\"https://paper.example/firm-sued\"><title>Firm sued</title></head><body><article><h1>Firm sued</h1><p>March 4, 2021</p><p>The firm was sued by Jane Roe in a federal court of Ohio on {day}, 2021, over the posts that it left up.</p><p>Roe reported the posts to the firm a year ago, and it did nothing for a month, she said.</p>{notice}</article></body></html>"
        )
    };
    let notice = "<p>Correction: An earlier version of this article misstated the day on which the firm was sued.</p>";
    let folder = folder(&[("old.html", page("March 1", "").as_bytes()), ("new.html", page("March 2", notice).as_bytes())]);
    let (status, out, err) = run(folder.path(), &["build", ".", "--to", "json"]);
    assert_eq!(status, 0, "{err}");
    let timeline: serde_json::Value = serde_json::from_str(&out).unwrap();
    let kinds: Vec<&str> = timeline["events"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|e| e["disagreements"].as_array().unwrap().iter().map(|d| d["kind"].as_str().unwrap()).collect::<Vec<_>>())
        .collect();
    assert!(kinds.contains(&"corrected") && !kinds.contains(&"conflict") && !kinds.contains(&"adjacent"), "{kinds:?}");
    assert!(timeline["events"].as_array().unwrap().iter().all(|e| e["accounts"] == 1), "versions of one page are one account");
    assert!(err.contains("another saved version") && err.contains("the page says that it was corrected"), "{err}");
}

#[test]
fn papers_of_two_cases_in_one_folder_are_noted() {
    let stamped = |number: &str, name: &str| {
        format!(
            "Case {number} Document 1 Filed 03/04/21 Page 1 of 1\n\nUNITED STATES DISTRICT COURT\n\n{name}, Plaintiff, v. FIRM INC., Defendant.\n\nCOMPLAINT\n\n1. The firm was told of the posts on Feb. 3, 2020.\n"
        )
    };
    let folder = folder(&[
        ("a.txt", stamped("3:21-cv-00485-AAA", "JANE ROE").as_bytes()),
        ("b.txt", stamped("3:21-cv-00777-BBB", "JOHN POE").as_bytes()),
    ]);
    let (_, _, err) = run(folder.path(), &["build", "."]);
    assert!(err.contains("they seem to be of 2 cases"), "{err}");
    let amended = stamped("3:21-cv-00485-AAA", "JANE ROE").replace("COMPLAINT", "FIRST AMENDED COMPLAINT").replace("03/04/21", "05/04/21");
    let folder = self::folder(&[("a.txt", stamped("3:21-cv-00485-AAA", "JANE ROE").as_bytes()), ("b.txt", amended.as_bytes())]);
    let (_, _, err) = run(folder.path(), &["build", "."]);
    assert!(err.contains("FIRST AMENDED COMPLAINT amends") && !err.contains("cases"), "{err}");
}

#[test]
fn a_source_is_never_written_over_and_a_report_is_no_source() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    let (status, _, err) = run(folder.path(), &["build", ".", "-o", "a.txt"]);
    assert!(status == 2 && err.contains("is one of the sources"), "{err}");
    assert_eq!(fs::read_to_string(folder.path().join("a.txt")).unwrap(), ARTICLE);
    let (status, ..) = run(folder.path(), &["build", ".", "-o", "t.md", "-o", "t.html", "-o", "facts.txt"]);
    assert_eq!(status, 0);
    let (status, out, err) = run(folder.path(), &["build", ".", "--width", "100"]);
    assert!(status == 0 && out.contains("from 1 source"), "{out}{err}");
    assert_eq!(err.matches("a report that dateline wrote").count(), 3, "{err}");
}

#[test]
fn a_format_that_contradicts_the_ending_is_refused() {
    let folder = folder(&[("a.txt", b"Published March 1, 2020\n\nAcme fired its director on Jan. 30, 2020.\n")]);
    for (args, said) in [
        (vec!["build", "a.txt", "--to", "csv", "-o", "t.json"], "the ending means json, and --to says csv"),
        (vec!["build", "a.txt", "--to", "csv", "-o", "t.csv", "-o", "u.csv"], "their endings pick"),
        (vec!["build", "a.txt", "-o", "t.csv", "-o", "t.csv"], "is given twice"),
        (vec!["build", "a.txt", "-o", "t.banana"], "the ending names no format"),
        (vec!["build", "a.txt", "-o", "nowhere/t.csv"], "its folder is not there"),
        (vec!["build", "a.txt", "-o", "a.txt/t.csv"], "what should be its folder is a file"),
        (vec!["check", "nothing.txt"], "nothing could be read"),
    ] {
        let (status, out, err) = run(folder.path(), &args);
        assert!(status == 2 && err.contains(said), "{args:?}: {out}{err}");
    }
    let (status, out, err) = run(folder.path(), &["build", "a.txt", "--to", "csv", "-o", "-", "-q"]);
    assert!(status == 0 && out.starts_with("event_id,"), "{out}{err}");
    assert_eq!(run(folder.path(), &["build", "a.txt", "--to", "timelinejs", "-o", "t.csv"]).0, 0);
}

#[cfg(unix)]
#[test]
fn a_report_that_is_a_link_stays_one() {
    let folder = folder(&[("a.txt", b"Published March 1, 2020\n\nAcme fired its director on Jan. 30, 2020.\n"), ("real/t.csv", b"old")]);
    std::os::unix::fs::symlink("real/t.csv", folder.path().join("t.csv")).unwrap();
    assert_eq!(run(folder.path(), &["build", "a.txt", "-q", "-o", "t.csv"]).0, 0);
    assert!(folder.path().join("t.csv").is_symlink());
    assert!(fs::read_to_string(folder.path().join("real/t.csv")).unwrap().starts_with("event_id,"));
}

#[test]
fn a_day_in_a_files_name_is_offered_and_not_taken() {
    let words = b"The council met on Monday, and it voted for the bridge.\n";
    let folder = folder(&[("2021-03-03 council.txt", words), ("other.txt", b"The bridge was closed on Friday by the county.\n")]);
    let (_, out, notes) = run(folder.path(), &["build", ".", "--to", "json"]);
    assert!(notes.contains("its name says 2021-03-03") && !out.contains("2021-03-01"), "{notes}{out}");
    let (_, out, _) = run(folder.path(), &["new", "."]);
    let file = fs::read_to_string(folder.path().join("case.yaml")).unwrap();
    assert!(file.contains("published: 2021-03-03  # the file's name") && out.contains("other"), "{file}{out}");
    let (_, out, _) = run(folder.path(), &["build", ".", "--to", "json", "-q"]);
    assert!(out.contains("2021-03-01"), "{out}");
}

#[test]
fn words_repeated_without_end_do_not_exhaust_the_stack() {
    for words in ["the week of ", "the quarter ended ", "Monday, ", "midnight "] {
        let line = format!("{{\"id\":\"a\",\"text\":\"{}\",\"published\":null}}\n", words.repeat(20_000));
        let output = common::dateline().args(["dates", "--jsonl"]).write_stdin(line).output().unwrap();
        assert!(output.status.success(), "{words}: {:?}", output.status);
    }
}
