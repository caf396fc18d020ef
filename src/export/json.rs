//! The fixed interface: the whole timeline as one JSON object.

use super::Context;
use crate::AnchorSource;
use crate::date::{Grain, Value, When, day_text};
use crate::document::{Anchored, Document, Pin};
use crate::merge::{Order, Pair};
use crate::timeline::{Event, Fate, Timeline};
use anyhow::Result;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;

pub(super) fn write(timeline: &Timeline, _context: &Context) -> Result<Vec<u8>> {
    let mut out = serde_json::to_vec_pretty(&whole(timeline))?;
    out.push(b'\n');
    Ok(out)
}

/// The timeline as JSON.
pub fn whole(timeline: &Timeline) -> Json {
    let fates = fates(timeline);
    json!({
        "schema": 1,
        "program": format!("dateline {}", env!("CARGO_PKG_VERSION")),
        "fingerprint": timeline.fingerprint,
        "case": timeline.case,
        "sources": (0..timeline.documents.len()).map(|i| source(timeline, i)).collect::<Vec<_>>(),
        "events": timeline.events.iter().map(|e| event(timeline, e)).collect::<Vec<_>>(),
        "undated": timeline.undated.iter().map(|e| event(timeline, e)).collect::<Vec<_>>(),
        "dates": dates(timeline, &fates),
        "leads": timeline.leads.iter().map(|lead| json!({"what": lead.what, "why": lead.why})).collect::<Vec<_>>(),
        "notes": timeline.notes.iter().map(note).collect::<Vec<_>>(),
    })
}

/// A note as JSON.
pub fn note(note: &crate::note::Note) -> Json {
    json!({"code": note.code.name(), "place": note.place, "found": note.found, "done": note.done, "advice": note.advice})
}

/// A document's day as JSON.
pub fn anchored(anchored: Option<&Anchored>) -> Json {
    match anchored {
        Some(a) => json!({"edtf": a.edtf(), "from": a.from.name(), "phrase": a.phrase}),
        None => Json::Null,
    }
}

fn source(timeline: &Timeline, index: usize) -> Json {
    let d = &timeline.documents[index];
    let repeats: Vec<Json> = timeline
        .lineage
        .of(index)
        .map(|r| {
            json!({
                "start": r.span.start(), "end": r.span.end(), "source": timeline.documents[r.of].id,
                "of_start": r.of_span.map(|s| s.start()), "of_end": r.of_span.map(|s| s.end()),
                "words": r.words, "kind": r.kind.name(), "direction": format!("{:?}", r.direction).to_lowercase(),
            })
        })
        .collect();
    json!({
        "id": d.id, "file": d.file, "sha256": d.sha256, "kind": d.kind.name(), "format": d.format.name(), "title": d.title,
        "publisher": d.publisher, "authors": d.authors, "url": d.url,
        "published": anchored(d.published.as_ref()), "filed": anchored(d.filed.as_ref()), "entered": anchored(d.entered.as_ref()),
        "signed": anchored(d.signed.as_ref()),
        "court": d.court, "docket": d.docket, "document": d.number, "pages": d.pages, "repeats": repeats,
    })
}

fn window(when: Option<When>) -> (Json, Json) {
    let day = |day: Option<chrono::NaiveDate>| day.map_or(Json::Null, |day| Json::String(day_text(day)));
    (day(when.and_then(When::earliest)), day(when.and_then(When::latest)))
}

fn event(timeline: &Timeline, event: &Event) -> Json {
    let date = event.date.as_ref().map(|date| {
        let (earliest, latest) = window(Some(date.when));
        json!({
            "edtf": date.when.edtf(), "earliest": earliest, "latest": latest, "phrase": date.phrase,
            "grain": date.when.grain().name(), "approximate": date.when.is_approximate() || date.when.grain() == Grain::Part, "derived": date.derived,
        })
    });
    let pairs = |pairs: &[Pair]| -> Vec<Json> {
        pairs
            .iter()
            .map(|p| json!({"a": timeline.mention_ids[p.a], "b": timeline.mention_ids[p.b], "rule": p.rule, "because": p.because}))
            .collect()
    };
    let disagreements: Vec<Json> = event
        .disagreements
        .iter()
        .map(|d| {
            let sides: Vec<Json> = d
                .sides
                .iter()
                .map(|s| json!({"says": s.says, "value": s.value, "mentions": s.mentions.iter().map(|i| &timeline.mention_ids[*i]).collect::<Vec<_>>(), "accounts": s.accounts}))
                .collect();
            json!({"about": d.about, "kind": d.kind.name(), "severity": d.severity.name(), "reason": d.reason, "sides": sides, "open": d.is_open(), "settled": d.settled})
        })
        .collect();
    let review = event.review.as_ref().map(|r| json!({"state": r.state, "title": r.title, "kind": r.kind, "date": r.date, "status": r.status, "issues": r.issues, "note": r.note}));
    json!({
        "id": event.id, "kind": event.kind, "title": event.title, "date": date, "stance": event.stance.name(), "people": event.people,
        "accounts": event.accounts, "origins": event.origins,
        "mentions": event.mentions.iter().map(|i| mention(timeline, *i)).collect::<Vec<_>>(),
        "disagreements": disagreements, "joined": pairs(&event.joined), "refused": pairs(&event.refused), "possible": pairs(&event.possible),
        "order": event.order.iter().map(|o| order(timeline, o)).collect::<Vec<_>>(),
        "review": review,
    })
}

fn order(timeline: &Timeline, order: &Order) -> Json {
    let text = &timeline.document_of(order.mention).text;
    json!({
        "says": order.words.of(text), "start": order.words.start(), "end": order.words.end(),
        "relation": if order.after { "after" } else { "before" }, "mention": timeline.mention_ids[order.mention],
        "other": timeline.mention_ids[order.other], "event": timeline.event_of(order.other).map(|event| &event.id),
    })
}

fn pin(document: &Document, pin: &Pin) -> Json {
    json!({"page": pin.page, "paragraph": pin.paragraph, "line": pin.line, "entry": pin.entry, "bates": pin.bates, "exhibit": pin.exhibit, "margin": pin.margin,
        "to": pin.to.map(|(page, line)| json!({"page": page, "margin": line})), "display": document.cite(pin)})
}

fn mention(timeline: &Timeline, index: usize) -> Json {
    let m = &timeline.mentions[index];
    let d = &timeline.documents[m.document];
    let place = d
        .passage_at(m.span.start())
        .map_or_else(|| pin(d, &Pin { line: d.line(m.span.start()), ..Pin::default() }), |passage| pin(d, &timeline.pin(index, passage)));
    let date = m.date.as_ref().map(|date| {
        let (earliest, latest) = window(date.when);
        let mut out = Map::new();
        let phrase = date.span.map(|span| span.of(&d.text).to_owned()).or_else(|| date.because.clone());
        out.insert("phrase".into(), json!(phrase));
        out.insert("start".into(), json!(date.span.map(|s| s.start())));
        out.insert("end".into(), json!(date.span.map(|s| s.end())));
        out.insert("edtf".into(), json!(date.when.and_then(When::edtf).or_else(|| date.value.edtf())));
        out.insert("earliest".into(), earliest);
        out.insert("latest".into(), latest);
        out.insert("of".into(), json!(date.of.name()));
        out.insert("basis".into(), json!(date.basis.name()));
        out.insert("rule".into(), json!(date.rule));
        out.insert("anchor".into(), date.index.map_or(Json::Null, |i| anchor(timeline, m.document, i)));
        out.insert("strength".into(), json!(if date.strong { "strong" } else { "weak" }));
        out.insert("because".into(), json!(date.because));
        Json::Object(out)
    });
    let facts: Vec<Json> = m
        .facts
        .iter()
        .map(|f| json!({"about": f.about.name(), "of": f.of, "says": f.span.of(&d.text), "low": f.low, "high": f.high, "unit": f.unit, "as_of": d.published.as_ref().map(|p| p.edtf())}))
        .collect();
    let chain: Vec<Json> = m.attribution.iter().map(|a| json!({"to": a.to, "kind": a.kind, "cue": a.cue, "level": a.level})).collect();
    json!({
        "id": timeline.mention_ids[index], "source": d.id, "start": m.span.start(), "end": m.span.end(), "quote": m.span.of(&d.text),
        "trigger": {"start": m.trigger.start(), "end": m.trigger.end()}, "pin": place, "date": date, "facts": facts,
        "attribution": chain, "stance": m.stance.name(), "negated": m.negated, "repeats": timeline.repeats[index].map(|i| &timeline.mention_ids[i]),
        "link": super::text_fragment(d, m.span.of(&d.text)),
    })
}

/// What a date hangs on.
fn anchor(timeline: &Timeline, document: usize, index: usize) -> Json {
    let ledger = &timeline.ledgers[document];
    let d = &timeline.documents[document];
    let mention = &ledger.dates[index];
    if let Some(told) = mention.told {
        let told = &ledger.dates[told];
        return json!({"from": "telling", "phrase": told.span.of(&d.text), "start": told.span.start(), "end": told.span.end(), "edtf": told.value.edtf()});
    }
    match mention.anchor.map(|i| ledger.anchors[i]) {
        Some(AnchorSource::Document) => match d.anchor() {
            Some(a) => json!({"from": a.from.name(), "phrase": a.phrase, "edtf": a.edtf()}),
            None => Json::Null,
        },
        Some(AnchorSource::Copied(of)) => {
            let of = &timeline.documents[of];
            json!({"from": "copied", "phrase": of.id, "edtf": of.anchor().map(Anchored::edtf)})
        }
        Some(AnchorSource::Post(passage)) => {
            let passage = &d.passages[passage];
            json!({"from": "printed", "phrase": passage.author, "edtf": passage.day.map(day_text)})
        }
        None => Json::Null,
    }
}

/// What became of each date: the fate, and the event it dates.
pub(crate) fn fates(timeline: &Timeline) -> BTreeMap<(usize, usize), (Fate, Option<String>)> {
    let mut out = BTreeMap::new();
    for (document, ledger) in timeline.ledgers.iter().enumerate() {
        for date in &ledger.dates {
            if let Some(told) = date.told {
                out.insert((document, told), (Fate::Anchor, None));
            }
        }
        // The date printed at the head of a document is what everything hangs on.
        let d = &timeline.documents[document];
        for (i, date) in ledger.dates.iter().enumerate() {
            let at_head = d.passage_at(date.span.start()).is_some_and(|p| !p.role.tells());
            if at_head && d.day().is_some() && date.value.when().and_then(When::exact) == d.day() {
                out.insert((document, i), (Fate::Anchor, None));
            }
        }
    }
    for event in timeline.all() {
        for &m in &event.mentions {
            let mention = &timeline.mentions[m];
            if let Some(index) = mention.date.as_ref().and_then(|date| date.index) {
                out.insert((mention.document, index), (Fate::Event, Some(event.id.clone())));
                if let Some(until) = timeline.ledgers[mention.document].dates[index].until {
                    out.insert((mention.document, until), (Fate::Event, Some(event.id.clone())));
                }
            }
        }
    }
    out
}

fn dates(timeline: &Timeline, fates: &BTreeMap<(usize, usize), (Fate, Option<String>)>) -> Vec<Json> {
    let mut out = Vec::new();
    for (document, ledger) in timeline.ledgers.iter().enumerate() {
        let d = &timeline.documents[document];
        let mut rows: Vec<(usize, Json)> = Vec::new();
        for (i, date) in ledger.dates.iter().enumerate() {
            let default = if matches!(date.value, Value::Duration { .. }) { Fate::Fact } else { Fate::Unused };
            let (fate, event) = fates.get(&(document, i)).cloned().unwrap_or((default, None));
            rows.push((
                date.span.start(),
                json!({
                    "source": d.id, "start": date.span.start(), "end": date.span.end(), "text": date.span.of(&d.text), "edtf": date.value.edtf(),
                    "type": date.value.type_of().name(), "value": date.value.timex(), "rule": date.rule, "anchor": anchor(timeline, document, i),
                    "fate": fate.name(), "event": event,
                }),
            ));
        }
        for refusal in &ledger.refusals {
            rows.push((
                refusal.span.start(),
                json!({
                    "source": d.id, "start": refusal.span.start(), "end": refusal.span.end(), "text": refusal.span.of(&d.text), "edtf": null,
                    "type": null, "value": null, "rule": refusal.rule, "anchor": null,
                    "fate": if refusal.rule == "age" { Fate::Fact.name() } else { Fate::Refused.name() }, "event": null,
                }),
            ));
        }
        rows.sort_by_key(|row| row.0);
        out.extend(rows.into_iter().map(|row| row.1));
    }
    out
}
