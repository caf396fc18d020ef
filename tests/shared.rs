//! Measures that need the shared data beside the repository; they say so when it is not there.

mod common;

use common::{build, events, shared};
use std::path::Path;

#[test]
fn the_seeds_keep_their_expected_events() {
    let Some(shared) = shared() else { return };
    let expected: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(shared.join("seeds/expected.json")).unwrap()).unwrap();
    let mut files: Vec<_> = std::fs::read_dir(shared.join("seeds"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    let timeline = build(&files.iter().map(|p| p.as_path()).collect::<Vec<&Path>>());
    let fold = |s: &str| s.replace('’', "'").replace(['“', '”'], "\"").to_lowercase();
    let quoting = |words: &str| {
        events(&timeline)
            .into_iter()
            .filter(|e| e["mentions"].as_array().unwrap().iter().any(|m| fold(m["quote"].as_str().unwrap()).contains(&fold(words))))
            .collect::<Vec<_>>()
    };
    for want in expected["events"].as_array().unwrap() {
        let hit = quoting(want["words"].as_str().unwrap()).iter().any(|e| e["date"]["edtf"] == want["edtf"]);
        assert!(hit, "{want}");
    }
    for never in expected["never"].as_array().unwrap() {
        let prefix = never["edtf"].as_str().unwrap();
        let hit = quoting(never["words"].as_str().unwrap()).iter().any(|e| e["date"]["edtf"].as_str().unwrap_or("").starts_with(prefix));
        assert!(!hit, "{never}");
    }
}

#[test]
fn date_relations_are_those_of_the_shared_vectors() {
    use chrono::NaiveDate;
    use dateline::date::{Part, When};
    let Some(shared) = shared() else { return };
    let text = std::fs::read_to_string(shared.join("corpora/merging/date_relation_vectors.jsonl")).unwrap();
    let mut checked = 0;
    for line in text.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let window = |side: &serde_json::Value| -> Option<When> {
            let day = |key: &str| side[key].as_str().and_then(|d| d.parse::<NaiveDate>().ok());
            if !side["alt"].is_null() {
                return None;
            }
            let (lo, hi) = (day("lo"), day("hi"));
            let grain = side["grain"].as_str().unwrap();
            let base = When::within(lo, hi)?;
            Some(match grain {
                "part" => {
                    let month = When::month(chrono::Datelike::year(&lo?), chrono::Datelike::month(&lo?))?;
                    [Part::Early, Part::Mid, Part::Late]
                        .into_iter()
                        .filter_map(|p| month.part(p))
                        .find(|w| (w.earliest(), w.latest()) == (lo, hi))?
                }
                _ if side["tol"].as_i64().unwrap_or(0) > 0 => base.about(),
                _ => base,
            })
        };
        let (Some(a), Some(b)) = (window(&row["a"]), window(&row["b"])) else { continue };
        let got = dateline::merge::relate(a, b).map_or("same", |r| r.0.name());
        assert_eq!(got, row["relation"].as_str().unwrap(), "{line}");
        checked += 1;
    }
    assert!(checked > 8, "only {checked} vectors could be read");
}
