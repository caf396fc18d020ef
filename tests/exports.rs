//! Every format, read back by another reader, says what the JSON says.

mod common;

use calamine::{Data, Reader, Xlsx, open_workbook};
use common::{build, dateline, root};
use dateline::read::{Options, read_file};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

const MATTER: &str = "cases/doe-v-twitter";

fn written(names: &[&str]) -> (TempDir, Vec<PathBuf>) {
    let folder = TempDir::new().unwrap();
    let paths: Vec<PathBuf> = names.iter().map(|name| folder.path().join(name)).collect();
    let mut command = dateline();
    command.args(["build", MATTER, "-q", "--header", "Attorney work product"]);
    for path in &paths {
        command.arg("-o").arg(path);
    }
    assert!(command.status_ok(), "{names:?}");
    (folder, paths)
}

trait StatusOk {
    fn status_ok(&mut self) -> bool;
}

impl StatusOk for assert_cmd::Command {
    fn status_ok(&mut self) -> bool {
        self.output().unwrap().status.success()
    }
}

fn json() -> serde_json::Value {
    build(&[Path::new(MATTER)])
}

fn titles(timeline: &serde_json::Value) -> Vec<String> {
    timeline["events"].as_array().unwrap().iter().map(|e| e["title"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_workbook_holds_every_event_with_typed_dates() {
    let (_folder, paths) = written(&["t.xlsx"]);
    let mut book: Xlsx<_> = open_workbook(&paths[0]).unwrap();
    assert_eq!(book.sheet_names(), ["Timeline", "Disagreements", "Undated", "Sources", "Ledger"]);
    let sheet = book.worksheet_range("Timeline").unwrap();
    let timeline = json();
    let rows: Vec<_> = sheet.rows().skip(1).collect();
    assert_eq!(rows.iter().map(|row| row[4].to_string()).collect::<Vec<_>>(), titles(&timeline));
    for (row, event) in rows.iter().zip(timeline["events"].as_array().unwrap()) {
        let exact = event["date"]["grain"] == "day" && event["date"]["approximate"] == false;
        assert_eq!(matches!(row[0], Data::DateTime(_)), exact, "{row:?}");
        assert_eq!(row[3].to_string(), event["date"]["edtf"].as_str().unwrap());
    }
    assert!(book.worksheet_range("Ledger").unwrap().height() > 10);
}

#[test]
fn the_word_file_holds_every_title_and_the_header() {
    let (_folder, paths) = written(&["t.docx"]);
    let read = read_file(&paths[0], &Options::default()).unwrap();
    for title in titles(&json()) {
        assert!(read.text.contains(&title), "{title}");
    }
}

/// The events that a person reads: all but undated clauses of no known kind that one account tells.
fn told(timeline: &serde_json::Value) -> Vec<&serde_json::Value> {
    let dated = timeline["events"].as_array().unwrap().iter();
    let undated = timeline["undated"].as_array().unwrap().iter();
    let told: Vec<_> = dated.chain(undated.filter(|e| e["kind"] != "other" || e["accounts"].as_u64() > Some(1))).collect();
    assert!(told.len() < common::events(timeline).len(), "the matter has such clauses");
    told
}

#[test]
fn csv_is_read_back_by_a_strict_reader_and_formulas_are_harmless() {
    let (_folder, paths) = written(&["t.csv"]);
    let mut reader = csv::ReaderBuilder::new().flexible(false).from_path(&paths[0]).unwrap();
    assert_eq!(reader.headers().unwrap().len(), 21);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let timeline = json();
    assert_eq!(rows.len(), told(&timeline).len());
    assert!(rows.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@'])));
}

#[test]
fn timelinejs_keeps_the_words_of_vague_dates() {
    let output = dateline().args(["build", MATTER, "-q", "--to", "timelinejs-json"]).output().unwrap();
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let timeline = json();
    for (slide, event) in told["events"].as_array().unwrap().iter().zip(timeline["events"].as_array().unwrap()) {
        assert_eq!(slide["unique_id"], event["id"]);
        let vague = event["date"]["grain"] != "day";
        assert_eq!(slide["start_date"].get("day").is_none(), vague, "{slide}");
        assert_eq!(slide["start_date"].get("display_date").is_some(), vague, "{slide}");
    }
    let output = dateline().args(["build", MATTER, "-q", "--to", "timelinejs"]).output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("Year,Month,Day,Time,End Year,"));
}

#[test]
fn casemap_and_the_statement_of_facts_print_no_made_up_day() {
    let output = dateline().args(["build", MATTER, "-q", "--to", "casemap"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("Date & Time\tFact Text\tSource(s)\t") && text.contains("12/??/2019\t"), "{text}");
    let output = dateline().args(["build", MATTER, "-q", "--to", "facts"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("1. As alleged by the complaint, in December 2019, the posts"), "{text}");
}

#[test]
fn the_page_shows_every_event_in_a_browser() {
    let (folder, paths) = written(&["t.html"]);
    let page = fs::read_to_string(&paths[0]).unwrap();
    let start = page.find("id=\"data\">").unwrap() + "id=\"data\">".len();
    let end = start + page[start..].find("</script>").unwrap();
    let data: serde_json::Value = serde_json::from_str(&page[start..end]).unwrap();
    let timeline = json();
    let all: Vec<_> = told(&timeline).iter().map(|e| e["id"].clone()).collect();
    assert_eq!(data["events"].as_array().unwrap().iter().map(|e| e["id"].clone()).collect::<Vec<_>>(), all);
    assert!(!page.contains("http://") || page.contains("http://www.w3.org/2000/svg"), "the page needs no network");
    let Some(browser) =
        ["chromium", "chromium-browser", "google-chrome"].iter().find(|name| Command::new(name).arg("--version").output().is_ok())
    else {
        eprintln!("skipped: no Chromium is installed, so the page was not driven");
        return;
    };
    let profile = folder.path().join("profile");
    let output = Command::new(browser)
        .args([
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run",
            "--virtual-time-budget=3000", "--dump-dom",
        ])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("file://{}", paths[0].display()))
        .output()
        .unwrap();
    let dom = String::from_utf8_lossy(&output.stdout);
    let dated = timeline["events"].as_array().unwrap().len();
    assert_eq!(dom.matches("<li class=\"event\">").count(), dated, "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(dom.matches("class=\"event\" tabindex=\"0\"").count(), dated);
    let _ = root();
}

/// Word and Excel files opened by LibreOffice and printed: every event is on the paper. Says so where it is not installed.
#[test]
fn libreoffice_prints_what_the_word_and_excel_files_hold() {
    let folder = TempDir::new().unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    for name in ["t.docx", "t.xlsx"] {
        let path = folder.path().join(name);
        assert!(dateline().args(["build", MATTER, "-q", "-o"]).arg(&path).status_ok());
        let mut soffice = Command::new("soffice");
        soffice.args([profile.as_str(), "--headless", "--convert-to", "pdf", "--outdir"]).arg(folder.path()).arg(&path);
        let Ok(done) = soffice.output() else {
            eprintln!("skipped: LibreOffice is not installed, so nothing was printed");
            return;
        };
        assert!(done.status.success(), "{name}: {}", String::from_utf8_lossy(&done.stderr));
        let printed = read_file(&folder.path().join("t.pdf"), &Options::default()).unwrap().text;
        let folded = |text: &str| text.split_whitespace().collect::<String>();
        let printed = folded(&printed);
        for title in titles(&json()) {
            assert!(title.split_whitespace().all(|word| printed.contains(&folded(word))), "{name}: {title}");
        }
    }
}
