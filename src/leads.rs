//! What to get next: papers that the sources lean on and that are not among them, dates that one source could settle,
//! claims with a single account.

use crate::date::Grain;
use crate::document::{Document, Kind};
use crate::event::EventMention;
use crate::merge::TOLD_ALIKE;
use crate::timeline::{Event, Lead};
use std::collections::{BTreeMap, BTreeSet};

/// Most leads of one sort; a list that is longer is not read.
const MOST: usize = 5;

/// Finds them, the most useful first.
pub fn find(documents: &[Document], mentions: &[EventMention], events: &[Event]) -> Vec<Lead> {
    let mut out = missing_papers(documents, mentions);
    out.extend(settling_dates(events));
    out.extend(told_alike(events));
    out.extend(single_accounts(documents, events));
    out
}

fn missing_papers(documents: &[Document], mentions: &[EventMention]) -> Vec<Lead> {
    let mut cited: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for mention in mentions {
        for link in &mention.attribution {
            let paper = link.kind == "document" || link.kind == "outlet" && link.level == 3;
            let held = documents
                .iter()
                .any(|d| d.publisher.as_deref() == Some(&link.to) || link.to == "the complaint" && d.kind == Kind::Complaint);
            if paper && !held {
                cited.entry(&link.to).or_default().insert(mention.document);
            }
        }
    }
    let mut list: Vec<_> = cited.into_iter().collect();
    list.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then(a.0.cmp(b.0)));
    list.into_iter()
        .take(MOST)
        .map(|(paper, by)| Lead {
            what: paper.to_owned(),
            why: format!(
                "{} source{} cite{} it, and it is not among the sources",
                by.len(),
                if by.len() == 1 { "" } else { "s" },
                if by.len() == 1 { "s" } else { "" }
            ),
        })
        .collect()
}

fn settling_dates(events: &[Event]) -> Vec<Lead> {
    let open = events.iter().flat_map(|event| event.disagreements.iter().filter(|d| d.is_open()).map(move |d| (event, d)));
    open.take(MOST)
        .map(|(event, d)| {
            let sides: Vec<String> = d.sides.iter().map(|s| format!("“{}”", s.says)).collect();
            Lead {
                what: format!("a source that settles the {} of “{}”", d.about, event.title),
                why: format!("{} ({})", sides.join(" against "), event.id),
            }
        })
        .collect()
}

fn told_alike(events: &[Event]) -> Option<Lead> {
    let mut pairs: Vec<(usize, usize)> =
        events.iter().flat_map(|e| &e.possible).filter(|pair| pair.rule == TOLD_ALIKE).map(|pair| (pair.a, pair.b)).collect();
    pairs.sort_unstable();
    pairs.dedup();
    (!pairs.is_empty()).then(|| Lead {
        what: "a source that says whether they are one".to_owned(),
        why: format!("{} pairs of events are told alike, of different days; see “Possibly the same”", pairs.len()),
    })
}

fn single_accounts(documents: &[Document], events: &[Event]) -> Vec<Lead> {
    if documents.len() < 2 {
        return Vec::new();
    }
    let near = || events.iter().filter(|e| e.date.as_ref().is_some_and(|d| d.when.grain() <= Grain::Month));
    let single = near().filter(|e| e.accounts == 1).count();
    if single == 0 {
        return Vec::new();
    }
    vec![Lead {
        what: "a second account".to_owned(),
        why: format!("{single} of {} events dated to a month or closer rest on one account", near().count()),
    }]
}
