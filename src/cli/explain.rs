//! `dateline explain`: the whole proof of one row on a screen.

use crate::AnchorSource;
use crate::export::row::{self, brief, flat, plural, shown_date};
use crate::merge::Pair;
use crate::timeline::{Event, Timeline};
use std::collections::BTreeSet;
use std::fmt::Write;

pub(super) fn write(timeline: &Timeline, event: &Event) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}  {}", event.id, event.title);
    let _ = writeln!(out, "{} · {} · {}", shown_date(event), event.kind, event.stance.name());
    if !event.people.is_empty() {
        let _ = writeln!(out, "people: {}", event.people.join(", "));
    }
    for line in row::decided(event) {
        let _ = writeln!(out, "decided: {line}");
    }
    let _ = writeln!(out, "\nWHO SAYS IT  {}, origin: {}", plural(event.accounts, "account"), event.origins.join(", "));
    for &m in &event.mentions {
        mention(&mut out, timeline, m);
    }
    if let Some(date) = &event.date {
        let windows: BTreeSet<_> = event.mentions.iter().filter_map(|m| timeline.mentions[*m].date.as_ref()?.when?.edtf()).collect();
        let why = match (event.mentions.iter().filter(|m| timeline.mentions[**m].date.is_some()).count(), windows.len()) {
            (0 | 1, _) => "the only day told",
            (_, 1) => "every day told is this one",
            _ => "of the windows that agree it is the narrowest, of most accounts, then of the best source",
        };
        let _ = writeln!(out, "\nWHY THIS DATE\n  “{}” gives {}: {why}", date.phrase, date.when.edtf().unwrap_or_default());
    }
    if !event.disagreements.is_empty() {
        let _ = writeln!(out, "\nWHY IT IS MARKED");
        for d in &event.disagreements {
            let _ = writeln!(out, "  {} ({})\n    {}", brief(d), d.severity.name(), d.reason);
            for side in &d.sides {
                let ids: Vec<&str> = side.mentions.iter().map(|m| timeline.mention_ids[*m].as_str()).collect();
                let _ = writeln!(out, "    “{}” = {} · {} · {}", side.says, side.value, plural(side.accounts, "account"), ids.join(", "));
            }
        }
    }
    if !event.order.is_empty() {
        let _ = writeln!(out, "\nBEFORE AND AFTER");
        for order in &event.order {
            let words = flat(order.words.of(&timeline.document_of(order.mention).text));
            let _ = writeln!(out, "  {}: “{words}”", row::placed(timeline, order));
        }
    }
    pairs(&mut out, timeline, "WHY JOINED", &event.joined);
    pairs(&mut out, timeline, "NOT JOINED", &event.refused);
    pairs(&mut out, timeline, "POSSIBLY THE SAME", &event.possible);
    out
}

fn mention(out: &mut String, timeline: &Timeline, index: usize) {
    let m = &timeline.mentions[index];
    let d = &timeline.documents[m.document];
    let _ = writeln!(out, "\n  {}  {} [{}], line {}", timeline.mention_ids[index], timeline.cite(index), d.id, d.line(m.span.start()));
    let _ = writeln!(out, "    “{}”", flat(m.span.of(&d.text)));
    let _ = writeln!(out, "    happening: “{}” ({}), {}", m.trigger.of(&d.text), m.kind, m.stance.name());
    match &m.date {
        Some(date) => {
            let words = date.span.map_or_else(|| "filled in".to_owned(), |span| format!("“{}”", flat(span.of(&d.text))));
            let value = date.when.and_then(|w| w.edtf()).or_else(|| date.value.edtf()).unwrap_or_else(|| date.value.timex());
            let _ = writeln!(
                out,
                "    date: {words} = {value} · rule {} · {} · {}{}",
                date.rule,
                date.basis.name(),
                if date.strong { "strong" } else { "weak" },
                date.because.as_ref().map_or_else(String::new, |b| format!(" · {b}"))
            );
            if let Some(i) = date.index {
                let ledger = &timeline.ledgers[m.document];
                let mention = &ledger.dates[i];
                if let Some(told) = mention.told {
                    let _ = writeln!(
                        out,
                        "      counted from “{}” in line {}",
                        ledger.dates[told].span.of(&d.text),
                        d.line(ledger.dates[told].span.start())
                    );
                } else if let Some(anchor) = mention.anchor {
                    let what = match ledger.anchors[anchor] {
                        AnchorSource::Document => d
                            .anchor()
                            .map_or_else(String::new, |a| format!("the document's day, {} ({}: {})", a.edtf(), a.from.name(), a.phrase)),
                        AnchorSource::Copied(of) => format!("the day of {}, which the passage is copied from", timeline.documents[of].id),
                        AnchorSource::Post(p) => format!("the post's day, signed {}", d.passages[p].author.as_deref().unwrap_or("")),
                    };
                    if !what.is_empty() {
                        let _ = writeln!(out, "      counted from {what}");
                    }
                }
            }
        }
        None => {
            let _ = writeln!(out, "    date: none told");
        }
    }
    for link in &m.attribution {
        let _ = writeln!(out, "    on the word of {} ({}, level {}): “{}”", link.to, link.kind, link.level, flat(&link.cue));
    }
    for fact in &m.facts {
        let _ = writeln!(out, "    {}: “{}”", fact.about.name(), flat(fact.span.of(&d.text)));
    }
    if let Some(of) = timeline.repeats[index] {
        let _ = writeln!(out, "    repeats {} of {}", timeline.mention_ids[of], timeline.document_of(of).id);
    }
}

/// Pairs shown of one rule and reason, before the rest is only counted.
const SHOWN: usize = 3;

/// Pairs of mentions under the rules and reasons that joined them or kept them apart.
fn pairs(out: &mut String, timeline: &Timeline, title: &str, pairs: &[Pair]) {
    if pairs.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{title}");
    if title == "WHY JOINED" {
        for p in pairs {
            let _ = writeln!(out, "  {} + {}: {} ({})", timeline.mention_ids[p.a], timeline.mention_ids[p.b], p.rule, p.because);
        }
        return;
    }
    let mut reasons: Vec<(&str, &str)> = pairs.iter().map(|p| (p.rule, p.because.as_str())).collect();
    let mut seen = BTreeSet::new();
    reasons.retain(|reason| seen.insert(*reason));
    for (rule, because) in reasons {
        let of_it: Vec<&Pair> = pairs.iter().filter(|p| (p.rule, p.because.as_str()) == (rule, because)).collect();
        let _ = writeln!(out, "  {rule}: {because}");
        for p in of_it.iter().take(SHOWN) {
            for m in [p.a, p.b] {
                let _ = writeln!(out, "    {}  “{}”", timeline.mention_ids[m], flat(timeline.quote(m)));
            }
            let _ = writeln!(out);
        }
        if of_it.len() > SHOWN {
            let _ = writeln!(out, "    and {} more\n", plural(of_it.len() - SHOWN, "pair"));
        }
    }
}
