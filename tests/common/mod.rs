//! What the tests share: running the program, and the sample matters.
#![allow(dead_code, reason = "each test file uses its own part")]

use assert_cmd::Command;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The program, run from the repository's root.
pub fn dateline() -> Command {
    let mut command = Command::cargo_bin("dateline").unwrap();
    command.current_dir(root());
    command
}

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The timeline of some paths as JSON.
pub fn build(paths: &[&Path]) -> Value {
    let output = dateline().arg("build").args(paths).args(["--to", "json", "--quiet"]).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("no JSON ({e}): {}", String::from_utf8_lossy(&output.stderr)))
}

/// All events of a timeline, the undated ones too.
pub fn events(timeline: &Value) -> Vec<Value> {
    ["events", "undated"].iter().flat_map(|part| timeline[*part].as_array().unwrap().clone()).collect()
}

/// The folder of shared measuring data beside the repository, when it is there.
pub fn shared() -> Option<PathBuf> {
    let path = root().join("../shared");
    if path.is_dir() {
        return Some(path);
    }
    eprintln!("skipped: there is no ../shared beside the repository");
    None
}

/// Compares text with a file, or rewrites the file where UPDATE=1 is set.
pub fn matches_file(path: &Path, text: &str) {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, text).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        kept == text,
        "{} is not what the program writes; look at the difference and run with UPDATE=1\n--- kept\n{kept}\n--- written\n{text}",
        path.display()
    );
}
