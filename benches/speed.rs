//! Prints how fast dates are read by kind of text, how fast and in how much memory matters are built, how building grows
//! with the number of articles, and how fast papers are read. Figures, never assertions: machines are noisy.
//! `cargo bench`; compare commits by running it on each.

#[path = "../tests/common/pdf.rs"]
mod pdf;

use dateline::date::{AnchorAt, Scene, find};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

const NEWS: &str = "The company said Wednesday that its third-quarter profit fell 12% from a year earlier, and that a hearing will be held on Feb. 6. Twitter declined comment on Jan. 21, 2021, after the suit was filed in a federal court by two plaintiffs who asked for damages.\n\n";
const FILING: &str = "On or about January 4, 2020, Defendant caused the materials to be removed. See Doe v. Roe, 12 F.3d 1998, 2001 (9th Cir. 2011); 47 U.S.C. § 230(c). Dkt. 69 at 3:12. SO ORDERED this 19th day of August, 2021.\n\n";
const NARRATIVE: &str = "In 1947 the general moved his command to the hills. On 15 February 1984 the army began its attack, and by 22 February it had taken the town, which it held until the end of the year while others fought on.\n\n";
const PLAIN: &str = "The quick brown fox jumps over the lazy dog while the other animals of the wood look on and wonder what it is that makes him run so far from his own place under the old oak tree.\n\n";

const RUNS: usize = 15;

fn main() {
    // `cargo test` builds and runs benchmarks too, with no wish for figures.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    dates();
    let folder = tempfile::tempdir().expect("a folder for generated papers");
    start_up_and_builds(folder.path());
    papers(folder.path());
    growth(folder.path());
}

/// Megabytes a second of the date reader alone, best of five.
fn dates() {
    let anchor = [AnchorAt { from: 0, day: chrono::NaiveDate::from_ymd_opt(2021, 1, 21), scene: Scene::Same, later: 0 }];
    for (name, text) in [("news", NEWS), ("filing", FILING), ("narrative", NARRATIVE), ("no dates", PLAIN)] {
        let long = text.repeat(4_000_000 / text.len());
        let mut best = f64::MAX;
        for _ in 0..5 {
            let started = Instant::now();
            std::hint::black_box(find(&long, &anchor));
            best = best.min(started.elapsed().as_secs_f64());
        }
        println!("dates, {name:31} {:8.1} MB/s", long.len() as f64 / 1e6 / best);
    }
}

/// Start-up, the sample matter, and five articles of some 5,500 bytes each.
fn start_up_and_builds(folder: &Path) {
    measure("start-up (--version)", RUNS, &[], &["--version"]);
    measure("build cases/doe-v-twitter", RUNS, &[PathBuf::from("cases/doe-v-twitter")], &["build", "-q"]);
    let five: Vec<PathBuf> = (0..5)
        .map(|i| {
            let path = folder.join(format!("five-{i}.txt"));
            let text: String = (0..10).map(|part| article(i * 10 + part, part == 0)).collect();
            std::fs::write(&path, text).expect("a writable folder");
            path
        })
        .collect();
    measure("build five articles of 5,500 bytes", RUNS, &five, &["build", "-q"]);
}

/// A PDF of a thousand pages and a web page of some 100 KB, beside `pdftotext` where it is installed.
fn papers(folder: &Path) {
    let line = "12. On January 4, 2020, the defendant was told of the posts by the plaintiff and did nothing.";
    let page = pdf::stamped("Case 3:21-cv-00485-JCS Document 69 Filed 08/19/21 Page 1 of 1000", &[line; 40]);
    let path = folder.join("thousand.pdf");
    std::fs::write(&path, pdf::pdf(&vec![page; 1000])).expect("a writable folder");
    measure("read a PDF of 1,000 pages", 3, std::slice::from_ref(&path), &["read", "--json", "-q"]);
    if Command::new("pdftotext").arg("-v").stderr(Stdio::null()).status().is_ok() {
        let mut command = Command::new("pdftotext");
        command.args(["-layout".as_ref(), path.as_os_str(), "-".as_ref()]);
        println!("{:38} {:8.1} ms", "  pdftotext -layout, the same", times(3, &mut command).0);
    }
    let mut html = "<html><head><title>Firm sued</title></head><body><nav><a href=x>Home</a></nav><article><h1>Firm sued</h1>".to_owned();
    for i in 0..400 {
        let _ = write!(html, "<p>{}</p><aside><a href=\"{i}\">Read more</a></aside>", NEWS.trim());
    }
    html.push_str("</article></body></html>");
    let path = folder.join("page.html");
    std::fs::write(&path, html).expect("a writable folder");
    measure("read a web page of 140 KB", RUNS, &[path], &["read", "--json", "-q"]);
}

/// One case of 100, 1,000 and 10,000 generated articles.
fn growth(folder: &Path) {
    for count in [100, 1_000, 10_000] {
        let case = folder.join(format!("case-{count}"));
        std::fs::create_dir(&case).expect("a writable folder");
        for i in 0..count {
            std::fs::write(case.join(format!("{i}.txt")), article(i, true)).expect("a writable folder");
        }
        measure(&format!("build {count} articles"), 1, &[case], &["build", "-q", "--to", "json"]);
    }
}

/// An article on one of many suits, a day apart, told by four papers each.
fn article(i: usize, headed: bool) -> String {
    let suit = i / 4;
    let day = chrono::NaiveDate::from_ymd_opt(2015, 1, 5).expect("a day") + chrono::Days::new(suit as u64);
    let (firm, person) = (format!("{}corp", syllables(suit)), format!("{}son", syllables(suit * 7 + 3)));
    let told = (day - chrono::Days::new(30)).format("%B %-d");
    let head = format!("{firm} sued over posts\n\nBy Ann Author\n\n{}\n\n", day.format("%B %-d, %Y"));
    let body = format!(
        "{person} sued {firm} on {} in a federal court in Ohio.\n\nThe suit says {person} reported the posts to the firm on {told}, and that {firm} removed two of them {} days later.\n\n{firm} declined to comment. A hearing is set for next month, the court's calendar of paper {i} shows.\n\n",
        (day - chrono::Days::new(1)).format("%A"),
        i % 4 + 2
    );
    if headed { head + &body } else { body }
}

/// A name spelt from a number.
fn syllables(mut number: usize) -> String {
    let mut out = String::new();
    loop {
        let part = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu"][number % 10];
        out.push_str(part);
        number /= 10;
        if number == 0 {
            break;
        }
    }
    out[..1].to_uppercase() + &out[1..]
}

/// Prints the median time of some runs of the program, and the most memory that one held.
fn measure(name: &str, runs: usize, paths: &[PathBuf], arguments: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).args(paths);
    let (median, memory) = times(runs, &mut command);
    let memory = memory.map_or_else(|| "memory not known here".to_owned(), |bytes| format!("{:6.1} MB", bytes as f64 / 1e6));
    println!("{name:38} {median:8.1} ms (median of {runs}), {memory}");
}

/// The median of some runs in milliseconds, and the largest resident set seen, in bytes, where `/proc` tells it.
fn times(runs: usize, command: &mut Command) -> (f64, Option<u64>) {
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut took: Vec<f64> = Vec::new();
    for _ in 0..runs {
        let started = Instant::now();
        command.status().expect("the program runs");
        took.push(started.elapsed().as_secs_f64() * 1e3);
    }
    took.sort_by(f64::total_cmp);
    // One run more for the memory, watched until it ends, so that the watching costs the timed runs nothing.
    let mut child = command.spawn().expect("the program runs");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    while child.try_wait().expect("a child to wait for").is_none() {
        let held = std::fs::read_to_string(&status).unwrap_or_default();
        let high = held.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix("kB")?.trim().parse::<u64>().ok());
        peak = high.map(|kb| kb * 1024).max(peak);
    }
    (took[took.len() / 2], peak)
}
