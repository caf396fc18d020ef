//! Compares quotations of one statement word by word between sources: one that is altered, cut in the middle or given to
//! another speaker is shown with the words that differ. What a source marks itself, by brackets or dots, is no alteration.

use super::reading::{Disagreement, Relation, Side};
use crate::document::Document;
use crate::event::EventMention;
use crate::span::Span;
use crate::timeline::Event;
use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Words in a row that two quotations must share to be compared.
const SEED: usize = 4;
/// Shortest quotation compared, in words; shorter ones are phrases that anyone may use.
const SHORTEST: usize = 6;
/// Longest, so that the comparison stays small; no newspaper quotes more in one breath.
const LONGEST: usize = 200;
/// Words in a row with which what two quotations share begins and ends.
const ENDS: usize = 3;
/// Most words in which the ends of two quotations may differ.
const TAIL: usize = 2;
/// A run that stands in more quotations than this is a formula.
const TOO_COMMON: usize = 24;

/// The words that somebody is quoted with.
struct Quotation {
    document: usize,
    span: Span,
    words: Vec<String>,
    /// The mention whose sentence it stands in.
    mention: usize,
}

/// Marks quotations of one statement that differ between sources, each on the event that tells of the first.
pub(super) fn weigh(documents: &[Document], mentions: &[EventMention], events: &mut [Event]) {
    let quotations = quotations(documents, mentions);
    let event_of = super::event_of(events);
    for (a, b) in pairs(&quotations) {
        let (one, other) = (&quotations[a], &quotations[b]);
        let Some(reason) = differing(one, other).or_else(|| reattributed(mentions, one, other)) else { continue };
        let side = |quotation: &Quotation| Side {
            says: quotation.span.of(&documents[quotation.document].text).split_whitespace().collect::<Vec<_>>().join(" "),
            value: speaker(&mentions[quotation.mention]).unwrap_or("no speaker named").to_owned(),
            mentions: vec![quotation.mention],
            accounts: 1,
        };
        let disagreement = Disagreement {
            about: "detail",
            kind: Relation::Wording,
            severity: Relation::Wording.severity(),
            reason,
            sides: vec![side(one), side(other)],
            settled: None,
        };
        let held = &mut events[event_of[&one.mention]].disagreements;
        if !held.iter().any(|d| d.reason == disagreement.reason) {
            held.push(disagreement);
        }
    }
}

/// The quotations of all documents that stand in a sentence that tells of something, in order.
fn quotations(documents: &[Document], mentions: &[EventMention]) -> Vec<Quotation> {
    let mut out: Vec<Quotation> = Vec::new();
    for (m, mention) in mentions.iter().enumerate() {
        let text = &documents[mention.document].text;
        for span in quoted(text, mention.sentence) {
            let words = folded(span.of(text));
            let known = out.iter().rev().take(8).any(|q| q.document == mention.document && q.span == span);
            if !known && (SHORTEST..=LONGEST).contains(&words.len()) {
                out.push(Quotation { document: mention.document, span, words, mention: m });
            }
        }
    }
    out
}

/// What stands between quotation marks in a sentence; a quotation that the sentence leaves open ends with it.
fn quoted(text: &str, sentence: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut opened = None;
    for (at, c) in sentence.of(text).char_indices() {
        let at = sentence.start() + at;
        match (c, opened) {
            ('“', _) | ('"', None) => opened = Some(at + c.len_utf8()),
            ('”' | '"', Some(from)) => {
                out.push(Span::new(from, at));
                opened = None;
            }
            _ => {}
        }
    }
    out.extend(opened.map(|from| Span::new(from, sentence.end())));
    out
}

fn folded(words: &str) -> Vec<String> {
    words
        .split_whitespace()
        .map(|word| word.replace('’', "'").trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

/// Quotations of two documents that share some words in a row, each pair once.
fn pairs(quotations: &[Quotation]) -> BTreeSet<(usize, usize)> {
    let mut seeds: HashMap<u64, Vec<usize>> = HashMap::new();
    for (i, quotation) in quotations.iter().enumerate() {
        for run in quotation.words.windows(SEED) {
            let mut hasher = DefaultHasher::new();
            run.hash(&mut hasher);
            let held = seeds.entry(hasher.finish()).or_default();
            if held.last() != Some(&i) {
                held.push(i);
            }
        }
    }
    let mut out = BTreeSet::new();
    for held in seeds.into_values().filter(|held| held.len() <= TOO_COMMON) {
        for (n, &a) in held.iter().enumerate() {
            for &b in held[n + 1..].iter().filter(|b| quotations[**b].document != quotations[a].document) {
                out.insert((a, b));
            }
        }
    }
    out
}

/// Where two quotations stand word by word: the pairs of places that hold the same word, in order (longest common
/// subsequence).
fn common(a: &[String], b: &[String]) -> Vec<(usize, usize)> {
    let mut longest = vec![vec![0u16; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i][j] = if a[i] == b[j] { longest[i + 1][j + 1] + 1 } else { longest[i + 1][j].max(longest[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            out.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}

/// The words that differ within what two quotations share, or `None` where they agree or are not of one statement.
fn differing(one: &Quotation, other: &Quotation) -> Option<String> {
    let all = common(&one.words, &other.words);
    // What they share begins and ends with some words in a row, or where both begin and end: a word here and there is chance.
    let in_row = |at: usize| {
        let run = all.get(at..at + ENDS)?;
        run.windows(2).all(|pair| (pair[0].0 + 1, pair[0].1 + 1) == pair[1]).then_some(at)
    };
    let opens = all.first() == Some(&(0, 0));
    let closes = all.last() == Some(&(one.words.len() - 1, other.words.len() - 1));
    let first = if opens { 0 } else { (0..all.len()).find_map(in_row)? };
    let end = if closes { all.len() } else { (0..all.len()).rev().find_map(in_row)? + ENDS };
    let shared = &all[first..end];
    if shared.len() < SHORTEST {
        return None;
    }
    let mut differences = Vec::new();
    let mut apart = 0;
    for pair in shared.windows(2) {
        let (x, y) = (&one.words[pair[0].0 + 1..pair[1].0], &other.words[pair[0].1 + 1..pair[1].1]);
        let spelling = x.len() == y.len() && x.iter().zip(y).all(|(x, y)| is_spelling(x, y));
        if (!x.is_empty() || !y.is_empty()) && !spelling {
            apart += x.len().max(y.len());
            let shown = |words: &[String]| if words.is_empty() { "nothing".to_owned() } else { format!("“{}”", words.join(" ")) };
            differences.push(format!("{} against {}", shown(x), shown(y)));
        }
    }
    // "Never took a dime from anybody", "from him": the last words of both, where a cut would leave one without.
    if opens && !closes && shared.len() == end && shared.last().is_some_and(|last| *last == (end - 1, end - 1)) {
        let (x, y) = (&one.words[end..], &other.words[end..]);
        if (1..=TAIL).contains(&x.len()) && (1..=TAIL).contains(&y.len()) {
            apart += x.len().max(y.len());
            differences.push(format!("“{}” against “{}”", x.join(" "), y.join(" ")));
        }
    }
    // Much that differs between the ends is another statement with the same formula.
    (apart > 0 && apart * 3 <= shared.len()).then(|| format!("the quotation differs: {}", differences.join(", ")))
}

/// Whether two words are one in two spellings ("adviser", "advisor"; "judgment", "judgement"): long, and one letter apart
/// before their last.
fn is_spelling(x: &str, y: &str) -> bool {
    let (x, y): (Vec<char>, Vec<char>) = (x.chars().collect(), y.chars().collect());
    let same = x.iter().zip(&y).take_while(|(a, b)| a == b).count();
    let tail = x.iter().rev().zip(y.iter().rev()).take_while(|(a, b)| a == b).count();
    x.len().min(y.len()) >= 7 && tail > 0 && same + tail + 1 >= x.len().max(y.len())
}

/// One statement that two sources give to two speakers.
fn reattributed(mentions: &[EventMention], one: &Quotation, other: &Quotation) -> Option<String> {
    let shared = common(&one.words, &other.words).len();
    if shared < SHORTEST * 2 || shared * 10 < one.words.len().min(other.words.len()) * 9 {
        return None;
    }
    let (x, y) = (speaker(&mentions[one.mention])?, speaker(&mentions[other.mention])?);
    let last = |name: &str| name.rsplit(' ').next().unwrap_or(name).to_lowercase();
    (last(x) != last(y)).then(|| format!("the same words are given to {x} and to {y}"))
}

/// The person whom the sentence names as speaking.
fn speaker(mention: &EventMention) -> Option<&str> {
    mention.attribution.iter().find(|link| link.kind == "person" && link.level == 1).map(|link| link.to.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quotation(words: &str) -> Quotation {
        Quotation { document: 0, span: Span::new(0, 0), words: folded(words), mention: 0 }
    }

    #[test]
    fn only_what_differs_inside_is_an_alteration() {
        let rows: &[(&str, &str, Option<&str>)] = &[
            ("I say we have found no violation of our rules", "I say we found no violation of our rules", Some("“have” against nothing")),
            ("He was the adviser of the White House for a year", "He was the advisor of the White House for a year", None),
            ("We have found no violation of our rules", "found no violation of our rules so far", None),
            ("We have found no violation of our rules", "We have found one violation of our rules", Some("“no” against “one”")),
            ("Nobody from there ever called us about it", "Nobody from there ever called about it", Some("“us” against nothing")),
            ("No one warned us of it before that day", "No one clearly warned us of it before that day", Some("nothing against “clearly”")),
            ("I never took a dime from anybody", "I never took a dime from him", Some("“anybody” against “him”")),
            ("We have found no violation of our rules", "The weather was fine on all of our rules", None),
        ];
        for (one, other, wanted) in rows {
            let got = differing(&quotation(one), &quotation(other));
            assert_eq!(got.as_deref().map(|reason| reason.trim_start_matches("the quotation differs: ")), *wanted, "{one} / {other}");
        }
    }
}
