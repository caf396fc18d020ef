//! What a new document changed, in words: events that came and went, dates that moved, disagreements, joined and parted.

use crate::export::json;
use crate::timeline::Timeline;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The differences between an older timeline's JSON and this one, a line each; empty where there are none.
pub fn tell(old: &Value, timeline: &Timeline) -> Vec<String> {
    let new = json::whole(timeline);
    let (before, after) = (events(old), events(&new));
    let home = |events: &[Value]| -> BTreeMap<String, usize> {
        events.iter().enumerate().flat_map(|(i, e)| mentions(e).into_iter().map(move |m| (m, i))).collect()
    };
    let (old_home, new_home) = (home(&before), home(&after));
    let mut out = Vec::new();
    let sources =
        |whole: &Value| -> BTreeSet<String> { whole["sources"].as_array().into_iter().flatten().map(|s| text(&s["id"])).collect() };
    for id in sources(&new).difference(&sources(old)) {
        out.push(format!("new source: {id}"));
    }
    for id in sources(old).difference(&sources(&new)) {
        out.push(format!("source gone: {id}"));
    }
    for event in &after {
        let homes: BTreeSet<usize> = mentions(event).iter().filter_map(|m| old_home.get(m).copied()).collect();
        let name = format!("{} {}", text(&event["id"]), text(&event["title"]));
        if homes.is_empty() {
            out.push(format!("new event: {name} ({})", shown(event)));
            continue;
        }
        if homes.len() > 1 {
            let ids: Vec<String> = homes.iter().map(|i| text(&before[*i]["id"])).collect();
            out.push(format!("joined: {} are one event now: {name}", ids.join(" and ")));
        }
        let first = &before[*homes.first().expect("not empty")];
        if homes.len() == 1 && shown(first) != shown(event) {
            out.push(format!("date moved: {name}: {} was {}", shown(event), shown(first)));
        }
        let kinds = |e: &Value| -> BTreeSet<String> {
            e["disagreements"].as_array().into_iter().flatten().map(|d| format!("{}, {}", text(&d["about"]), text(&d["kind"]))).collect()
        };
        for kind in kinds(event).difference(&kinds(first)) {
            out.push(format!("new disagreement: {name}: {kind}"));
        }
        if homes.len() > 1 {
            continue;
        }
        if event["accounts"] != first["accounts"] {
            out.push(format!("accounts: {name}: {} now, {} before", event["accounts"], first["accounts"]));
        }
        for (key, word) in [("title", "title"), ("kind", "kind")] {
            if event[key] != first[key] {
                out.push(format!("{word}: {name}: {:?} now, {:?} before", text(&event[key]), text(&first[key])));
            }
        }
        if decided(event) != decided(first) {
            out.push(format!("decided: {name}: {} now, {} before", decided(event), decided(first)));
        }
        for settled in settled(event).difference(&settled(first)) {
            out.push(format!("settled: {name}: {settled}"));
        }
        for opened in settled(first).difference(&settled(event)) {
            out.push(format!("open again: {name}: {opened}"));
        }
    }
    for event in &before {
        let homes: BTreeSet<usize> = mentions(event).iter().filter_map(|m| new_home.get(m).copied()).collect();
        let name = format!("{} {}", text(&event["id"]), text(&event["title"]));
        if homes.is_empty() {
            out.push(format!("event gone: {name} ({})", shown(event)));
        } else if homes.len() > 1 {
            let ids: Vec<String> = homes.iter().map(|i| text(&after[*i]["id"])).collect();
            out.push(format!("parted: {name} is {} now", ids.join(" and ")));
        }
    }
    out
}

/// What people decided about an event, in one line.
fn decided(event: &Value) -> String {
    let review = &event["review"];
    let mut out: Vec<String> = ["state", "status", "note"].iter().map(|key| text(&review[*key])).filter(|part| !part.is_empty()).collect();
    out.extend(review["issues"].as_array().into_iter().flatten().map(|issue| format!("issue {}", text(issue))));
    if out.is_empty() { "nothing".to_owned() } else { out.join(", ") }
}

fn settled(event: &Value) -> BTreeSet<String> {
    event["disagreements"].as_array().into_iter().flatten().map(|d| text(&d["settled"])).filter(|words| !words.is_empty()).collect()
}

fn events(whole: &Value) -> Vec<Value> {
    ["events", "undated"].iter().flat_map(|part| whole[*part].as_array().cloned().unwrap_or_default()).collect()
}

fn mentions(event: &Value) -> Vec<String> {
    event["mentions"].as_array().into_iter().flatten().map(|m| text(&m["id"])).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn shown(event: &Value) -> String {
    event["date"]["edtf"].as_str().unwrap_or("undated").to_owned()
}
