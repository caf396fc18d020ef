//! A page to read: one self-contained file that works from a mail attachment, with no network and no tracking.
//!
//! The page's own script only draws what stands in its data; without scripts the table is still there.

use super::{Context, json, row};
use crate::timeline::{EventDate, Timeline};
use anyhow::Result;
use serde_json::{Value, json};

const TEMPLATE: &str = include_str!("page.html");
/// Characters of a source's passage that are shown around a quote, on either side.
const AROUND: usize = 400;

pub(super) fn write(timeline: &Timeline, context: &Context) -> Result<Vec<u8>> {
    let title = if timeline.case.is_empty() { "Chronology" } else { &timeline.case };
    let data = json!({"case": title, "header": context.header, "events": events(timeline), "leads": timeline.leads.iter().map(|l| json!([l.what, l.why])).collect::<Vec<_>>()});
    // "</script>" inside a quotation must not end the script that holds it.
    let data = serde_json::to_string(&data)?.replace('<', "\\u003c");
    let page = TEMPLATE
        .replace("{{title}}", &escape(title))
        .replace("{{header}}", &escape(context.header.as_deref().unwrap_or("")))
        .replace("{{rows}}", &rows(timeline))
        .replace("{{data}}", &data);
    Ok(page.into_bytes())
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The table as plain HTML, for readers without scripts and for print.
fn rows(timeline: &Timeline) -> String {
    let mut out = String::new();
    for event in timeline.standing() {
        let r = row::of(timeline, event);
        out.push_str(&format!(
            "<tr><td>{}<br>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
            escape(&row::shown_date(event)),
            escape(&event.date.as_ref().map_or_else(String::new, EventDate::words)),
            [r.event.clone()].into_iter().chain(row::decided(event)).map(|line| escape(&line)).collect::<Vec<_>>().join("<br>"),
            escape(&r.pin_cites),
            escape(&r.disagreement)
        ));
    }
    out
}

fn events(timeline: &Timeline) -> Vec<Value> {
    let whole = json::whole(timeline);
    let part = |name: &str| whole[name].as_array().cloned().unwrap_or_default();
    part("events").into_iter().chain(part("undated")).zip(timeline.all()).filter(|(_, event)| !event.is_background()).map(|(full, event)| {
        let mentions: Vec<Value> = event.mentions.iter().zip(full["mentions"].as_array().into_iter().flatten()).map(|(m, mention)| {
            let document = timeline.document_of(*m);
            let span = timeline.mentions[*m].span;
            let passage = document.passage_at(span.start()).map_or(span, |p| p.span);
            let before = clip(&document.text[passage.start().min(span.start())..span.start()], true);
            let after = clip(&document.text[span.end()..passage.end().max(span.end())], false);
            json!({
                "id": mention["id"], "source": document.id, "cite": timeline.cite(*m), "line": document.line(span.start()), "before": before, "quote": mention["quote"], "after": after,
                "date": mention["date"], "stance": mention["stance"], "attribution": mention["attribution"], "repeats": mention["repeats"], "link": mention["link"],
            })
        }).collect();
        json!({
            "id": event.id, "title": event.title, "kind": event.kind, "stance": event.stance.name(), "people": event.people, "accounts": event.accounts, "origins": event.origins,
            "date": full["date"], "words": event.date.as_ref().map(EventDate::words), "shown": row::shown_date(event), "disagreements": full["disagreements"], "joined": full["joined"], "refused": full["refused"], "possible": full["possible"],
            "review": full["review"], "mentions": mentions,
        })
    }).collect()
}

fn clip(text: &str, tail: bool) -> String {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() <= AROUND {
        return text.to_owned();
    }
    if tail {
        format!("…{}", chars[chars.len() - AROUND..].iter().collect::<String>())
    } else {
        format!("{}…", chars[..AROUND].iter().collect::<String>())
    }
}
