//! Prose with carets: the words that are dates, their value and the rule, under each line. UPDATE=1 rewrites the carets.

mod common;

use common::{matches_file, root};
use dateline::date::{AnchorAt, Scene, find};

#[test]
fn every_caret_file_is_what_the_reader_reads() {
    let mut files: Vec<_> = std::fs::read_dir(root().join("tests/dates")).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 2);
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let mut out = String::new();
        let mut day = None;
        for line in text.lines() {
            if line.trim_start().starts_with('^') {
                continue;
            }
            out.push_str(line);
            out.push('\n');
            if let Some(anchor) = line.strip_prefix("anchor: ") {
                day = anchor.parse().ok();
            } else if !line.starts_with('#') && !line.trim().is_empty() {
                for mention in find(line, &[AnchorAt { from: 0, day, scene: Scene::Same, later: 0 }]).mentions {
                    let indent = " ".repeat(line[..mention.span.start()].chars().count());
                    let carets = "^".repeat(mention.span.of(line).chars().count());
                    out.push_str(&format!("{indent}{carets} {} {}\n", mention.value.timex(), mention.rule));
                }
            }
        }
        matches_file(&file, &out);
    }
}
