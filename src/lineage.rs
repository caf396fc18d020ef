//! Finds which passages repeat which, and from where, so that accounts are counted and not documents.
//!
//! Words are folded (case, quotation marks, punctuation), runs of eight shared words are found and extended as far as
//! they go, and runs of twelve words or more are kept (twenty where a court paper is one side, since captions and
//! formulas recur). Measured on unrelated news pairs, no run of ten words or more was shared by chance. Under nine tenths
//! inside quotation marks a run is copied narrative; else both quote one statement. The root is the oldest document
//! that holds the run; an undated one never outranks a dated one; a credit beside the run decides between equals; else the
//! direction is unknown and said to be.

use crate::document::{Document, Role};
use crate::note::{Code, Note};
use crate::span::Span;
use chrono::NaiveDate;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

const SEED: usize = 8;
const SHORTEST: usize = 12;
const SHORTEST_IN_FILINGS: usize = 20;
/// A seed that stands in more places than this is a formula, not a copy.
const TOO_COMMON: usize = 64;

/// Whether a run is narrative or somebody's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RunKind {
    Copied,
    Quoted,
}

impl RunKind {
    /// The name in the fixed interface.
    pub fn name(self) -> &'static str {
        match self {
            RunKind::Copied => "copied",
            RunKind::Quoted => "quoted",
        }
    }
}

/// How the direction of copying is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The source is older.
    Older,
    /// The copy names the source.
    Credit,
    /// The run touches one that comes from that source, which lacks it as stored.
    Probable,
    Unknown,
}

/// A run of words that one document repeats from another.
#[derive(Clone, Debug)]
pub struct Repeat {
    pub document: usize,
    pub span: Span,
    pub of: usize,
    /// Where it stands in the source; `None` where the stored source lacks it.
    pub of_span: Option<Span>,
    pub words: usize,
    pub kind: RunKind,
    pub direction: Direction,
}

/// Everything that the documents repeat from each other, by document and place.
#[derive(Clone, Debug, Default)]
pub struct Lineage {
    pub repeats: Vec<Repeat>,
    /// For each document the first saved version of the same page, or itself.
    pub pages: Vec<usize>,
}

/// For each document the first with the same address, but for what a browser adds to one.
fn pages(documents: &[Document]) -> Vec<usize> {
    let mut first: HashMap<&str, usize> = HashMap::new();
    documents.iter().enumerate().map(|(i, document)| document.page().map_or(i, |page| *first.entry(page).or_insert(i))).collect()
}

impl Lineage {
    /// Whether two documents are saved versions of one page.
    pub fn same_page(&self, a: usize, b: usize) -> bool {
        a != b && self.pages[a] == self.pages[b]
    }

    /// The copied run that holds a place, when its direction is known well enough to hang on the source's day.
    pub fn copied_at(&self, document: usize, at: usize) -> Option<&Repeat> {
        self.of(document).find(|repeat| repeat.kind == RunKind::Copied && repeat.span.holds(at))
    }

    /// The runs that a document repeats.
    pub fn of(&self, document: usize) -> impl Iterator<Item = &Repeat> {
        let first = self.repeats.partition_point(|repeat| repeat.document < document);
        self.repeats[first..].iter().take_while(move |repeat| repeat.document == document)
    }
}

/// The byte in the source that answers to a byte inside a run: the words of a run are the same on both sides, so the
/// nth word here is the nth word there.
pub fn counterpart(documents: &[Document], repeat: &Repeat, at: usize) -> Option<usize> {
    let of_span = repeat.of_span?;
    if !repeat.span.holds(at) {
        return None;
    }
    let nth = words_of(&documents[repeat.document].text[repeat.span.start()..at]).count();
    words_of(of_span.of(&documents[repeat.of].text)).nth(nth).map(|start| of_span.start() + start)
}

/// The beginnings of the words of a text, as folding cuts it.
fn words_of(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut inside = false;
    text.char_indices().filter_map(move |(i, c)| {
        let apostrophe = matches!(c, '\'' | '’') && inside && text[i + c.len_utf8()..].starts_with(char::is_alphabetic);
        let starts = c.is_alphanumeric() && !inside;
        inside = c.is_alphanumeric() || apostrophe;
        starts.then_some(i)
    })
}

/// One folded word.
struct Folded {
    hash: u64,
    start: u32,
    end: u32,
    quoted: bool,
}

fn fold(document: &Document) -> Vec<Folded> {
    let mut out = Vec::new();
    for passage in &document.passages {
        if matches!(passage.role, Role::Furniture | Role::Caption | Role::Byline | Role::Entry) {
            continue;
        }
        let words = passage.span.of(&document.text);
        let mut quoted = passage.role == Role::Quotation || passage.role == Role::Post;
        let opened = quoted;
        let base = passage.span.start();
        let mut start = None;
        let mut word = String::new();
        for (i, c) in words.char_indices() {
            if c.is_alphanumeric() {
                start.get_or_insert(i);
                word.extend(c.to_lowercase());
                continue;
            }
            // An apostrophe inside a word is nothing, straight or curly.
            if matches!(c, '\'' | '’') && start.is_some() && words[i + c.len_utf8()..].starts_with(char::is_alphabetic) {
                continue;
            }
            if let Some(from) = start.take() {
                out.push(folded(&word, base + from, base + i, quoted));
                word.clear();
            }
            match c {
                '“' => quoted = true,
                '”' => quoted = opened,
                '"' => quoted = !quoted,
                _ => {}
            }
        }
        if let Some(from) = start {
            out.push(folded(&word, base + from, base + words.len(), quoted));
        }
    }
    out
}

fn folded(word: &str, start: usize, end: usize, quoted: bool) -> Folded {
    let mut hasher = DefaultHasher::new();
    word.hash(&mut hasher);
    Folded { hash: hasher.finish(), start: start as u32, end: end as u32, quoted }
}

/// A maximal run that two documents share, in words.
struct Run {
    a: usize,
    b: usize,
    at_a: usize,
    at_b: usize,
    len: usize,
}

/// Finds what repeats what.
pub fn trace(documents: &[Document]) -> (Lineage, Vec<Note>) {
    let words: Vec<Vec<Folded>> = documents.iter().map(fold).collect();
    let mut repeats = Vec::new();
    let mut notes = Vec::new();
    for run in shared_runs(documents, &words) {
        let (a, b) = (&documents[run.a], &documents[run.b]);
        let (wa, wb) = (&words[run.a][run.at_a..run.at_a + run.len], &words[run.b][run.at_b..run.at_b + run.len]);
        let span = |words: &[Folded]| Span::new(words[0].start as usize, words[words.len() - 1].end as usize);
        let (span_a, span_b) = (span(wa), span(wb));
        let quoted = |words: &[Folded]| words.iter().filter(|word| word.quoted).count() as f64 / words.len() as f64;
        let kind = if quoted(wa).min(quoted(wb)) >= 0.9 { RunKind::Quoted } else { RunKind::Copied };
        let (copy_is_b, direction) = direct(a, span_a, b, span_b);
        let (document, of, span, of_span) = if copy_is_b { (run.b, run.a, span_b, span_a) } else { (run.a, run.b, span_a, span_b) };
        repeats.push(Repeat { document, span, of, of_span: Some(of_span), words: run.len, kind, direction });
    }
    prefer_roots(documents, &mut repeats);
    adopt_probable(documents, &mut repeats);
    repeats.sort_by_key(|r| (r.document, r.span, r.of));
    let unknown: std::collections::BTreeSet<_> =
        repeats.iter().filter(|r| r.direction == Direction::Unknown && r.kind == RunKind::Copied).map(|r| (r.document, r.of)).collect();
    for (copy, of) in unknown {
        notes.push(Note::new(
            Code::DirectionUnknown,
            documents[copy].file.clone(),
            format!("it shares copied passages with {}, and neither a date nor a credit tells which came first", documents[of].file),
            "the two are counted as one account",
            "give `published` for both in case.yaml",
        ));
    }
    (Lineage { repeats, pages: pages(documents) }, notes)
}

/// All maximal runs that pairs of documents share, in a fixed order.
fn shared_runs(documents: &[Document], words: &[Vec<Folded>]) -> Vec<Run> {
    let mut seeds: Vec<(u64, u32, u32)> = Vec::new();
    for (document, words) in words.iter().enumerate() {
        for (at, window) in words.windows(SEED).enumerate() {
            let hash = window.iter().fold(0u64, |hash, word| hash.rotate_left(7).wrapping_mul(0x100_0000_01B3) ^ word.hash);
            seeds.push((hash, document as u32, at as u32));
        }
    }
    seeds.sort_unstable();
    // Runs already read, by the pair and its diagonal, so that each is extended once.
    let mut read: HashMap<(u32, u32, i64), Vec<(usize, usize)>> = HashMap::new();
    let mut runs = Vec::new();
    for group in seeds.chunk_by(|a, b| a.0 == b.0) {
        if group.len() < 2 || group.len() > TOO_COMMON {
            continue;
        }
        for (i, &(_, a, at_a)) in group.iter().enumerate() {
            for &(_, b, at_b) in &group[i + 1..] {
                if a == b {
                    continue;
                }
                let (wa, wb) = (&words[a as usize], &words[b as usize]);
                let (mut first_a, mut first_b) = (at_a as usize, at_b as usize);
                let known = read.entry((a, b, i64::from(at_a) - i64::from(at_b))).or_default();
                if known.iter().any(|(start, end)| (*start..*end).contains(&first_a)) {
                    continue;
                }
                while first_a > 0 && first_b > 0 && wa[first_a - 1].hash == wb[first_b - 1].hash {
                    first_a -= 1;
                    first_b -= 1;
                }
                let mut len = 0;
                while first_a + len < wa.len() && first_b + len < wb.len() && wa[first_a + len].hash == wb[first_b + len].hash {
                    len += 1;
                }
                known.push((first_a, first_a + len));
                let filing = documents[a as usize].kind.is_filing() || documents[b as usize].kind.is_filing();
                if len >= if filing { SHORTEST_IN_FILINGS } else { SHORTEST } {
                    runs.push(Run { a: a as usize, b: b as usize, at_a: first_a, at_b: first_b, len });
                }
            }
        }
    }
    runs.sort_by_key(|run| (run.a, run.b, run.at_a, run.at_b));
    runs
}

/// Whether `b` is the copy, and how that is known.
fn direct(a: &Document, span_a: Span, b: &Document, span_b: Span) -> (bool, Direction) {
    let day = |document: &Document| -> Option<NaiveDate> {
        document.anchor().filter(|anchored| anchored.when.is_closed()).and_then(|anchored| anchored.when.earliest())
    };
    match (day(a), day(b)) {
        (Some(x), Some(y)) if x != y => return (x < y, Direction::Older),
        (Some(_), None) => return (true, Direction::Older),
        (None, Some(_)) => return (false, Direction::Older),
        _ => {}
    }
    match (credits(b, span_b, a), credits(a, span_a, b)) {
        (true, false) => (true, Direction::Credit),
        (false, true) => (false, Direction::Credit),
        _ => (a.sha256 < b.sha256, Direction::Unknown),
    }
}

/// Whether a document names another's publisher within a few lines before a run.
pub(crate) fn credits(copy: &Document, span: Span, source: &Document) -> bool {
    let Some(publisher) = source.publisher.as_deref() else { return false };
    let mut from = span.start().saturating_sub(400);
    while !copy.text.is_char_boundary(from) {
        from -= 1;
    }
    copy.text[from..span.start()].contains(publisher)
}

/// Of several sources that hold one run, keeps the oldest: the root.
fn prefer_roots(documents: &[Document], repeats: &mut Vec<Repeat>) {
    let age = |of: usize| (documents[of].day().unwrap_or(NaiveDate::MAX), documents[of].sha256.clone());
    repeats.sort_by_key(|r| (r.document, age(r.of), r.span));
    let mut kept: Vec<Repeat> = Vec::new();
    for repeat in repeats.drain(..) {
        // A run that an older source covers for the most part adds nothing.
        let covered: usize = kept.iter().rev().take_while(|k| k.document == repeat.document).map(|k| overlap(k.span, repeat.span)).sum();
        if covered * 5 < repeat.span.len() * 4 {
            kept.push(repeat);
        }
    }
    *repeats = kept;
}

fn overlap(a: Span, b: Span) -> usize {
    a.end().min(b.end()).saturating_sub(a.start().max(b.start()))
}

/// A run that two copies share, of unknown direction, and that touches runs of both from one source, probably comes from
/// that source too.
fn adopt_probable(documents: &[Document], repeats: &mut [Repeat]) {
    let touching = |document: usize, span: Span, repeats: &[Repeat]| -> Vec<usize> {
        repeats
            .iter()
            .filter(|r| {
                r.document == document
                    && r.direction != Direction::Unknown
                    && r.kind == RunKind::Copied
                    && near(&documents[document].text, r.span, span)
            })
            .map(|r| r.of)
            .collect()
    };
    for i in 0..repeats.len() {
        if repeats[i].direction != Direction::Unknown || repeats[i].kind != RunKind::Copied {
            continue;
        }
        let Some(of_span) = repeats[i].of_span else { continue };
        let here = touching(repeats[i].document, repeats[i].span, repeats);
        let there = touching(repeats[i].of, of_span, repeats);
        if let Some(source) = here.iter().find(|source| there.contains(source)) {
            repeats[i].of = *source;
            repeats[i].of_span = None;
            repeats[i].direction = Direction::Probable;
        }
    }
}

/// Whether two spans overlap or stand with only marks and white space between them.
fn near(text: &str, a: Span, b: Span) -> bool {
    let (first, second) = if a <= b { (a, b) } else { (b, a) };
    first.end() >= second.start() || !text[first.end()..second.start()].chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, From, Passage, Pin};

    fn document(file: &str, text: &str, day: Option<&str>) -> Document {
        let mut document = Document::new(file.to_owned(), Format::Text, text.to_owned(), file.to_owned());
        document.passages.push(Passage {
            span: Span::new(0, text.len()),
            role: Role::Paragraph,
            pin: Pin::default(),
            day: None,
            author: None,
        });
        document.published = day.map(|day| crate::read::candidate(day.parse().unwrap(), From::Given, "given"));
        document
    }

    #[test]
    fn the_older_document_is_the_source_of_copied_narrative() {
        let passage = "The company refused to take down the pictures because its own review had found no breach of its rules";
        let old = document("old", &format!("{passage}, the suit says."), Some("2021-01-21"));
        let new = document("new", &format!("He wrote this. {}", passage.replace("its own", "its “own”")), None);
        let (lineage, _) = trace(&[new, old]);
        let repeat = &lineage.repeats[0];
        assert_eq!((repeat.document, repeat.of, repeat.kind, repeat.direction), (0, 1, RunKind::Copied, Direction::Older));
        assert_eq!(repeat.words, 19);
    }

    #[test]
    fn a_shared_quotation_is_no_copy() {
        let quote = "“We have reviewed the content and did not find any violation of our policies so no action will be taken”";
        let a = document("a", &format!("It said: {quote} on that day."), Some("2021-01-21"));
        let b = document("b", &format!("The firm wrote {quote} to him."), Some("2021-01-22"));
        let (lineage, _) = trace(&[a, b]);
        assert_eq!(lineage.repeats[0].kind, RunKind::Quoted);
    }

    #[test]
    fn short_runs_are_chance() {
        let a = document("a", "life in prison without the possibility of parole was asked", Some("2021-01-21"));
        let b = document("b", "he got life in prison without the possibility of parole today", None);
        assert!(trace(&[a, b]).0.repeats.is_empty());
    }
}
