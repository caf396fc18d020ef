//! What documents say of one another before anything is compared: one text twice, two saved versions of one page, a paper
//! that amends another, papers of more than one case in a folder. Told as notes; every document stays.

use crate::document::{Document, Kind};
use crate::event::EventMention;
use crate::lineage::Lineage;
use crate::note::{Code, Note};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Names that two documents of one case share at least.
const SHARED: usize = 2;
/// How many of a document's names are paired: those it tells most of.
const PAIRED: usize = 12;
/// Words that a note shows of a change.
const SHOWN: usize = 12;

/// The notes, over documents in their order.
pub fn notes(documents: &[Document], lineage: &Lineage, mentions: &[EventMention]) -> Vec<Note> {
    let mut out = same_texts(documents);
    out.extend(versions(documents, lineage));
    out.extend(amended(documents));
    out.extend(cases(documents, mentions));
    out
}

fn same_texts(documents: &[Document]) -> Vec<Note> {
    let twice = documents.windows(2).filter(|pair| pair[0].sha256 == pair[1].sha256);
    twice
        .map(|pair| {
            Note::new(
                Code::SameText,
                pair[1].file.clone(),
                format!("it is the same file as {}", pair[0].file),
                "both are kept as sources and counted as one account",
                "leave one out if that was not meant",
            )
        })
        .collect()
}

fn versions(documents: &[Document], lineage: &Lineage) -> Vec<Note> {
    let mut out = Vec::new();
    for (i, document) in documents.iter().enumerate() {
        let older = &documents[lineage.pages[i]];
        if older.sha256 == document.sha256 {
            continue;
        }
        out.push(Note::new(
            Code::Corrected,
            document.file.clone(),
            format!("it is another saved version of {}: {}", older.file, changes(&older.text, &document.text)),
            "both are kept and counted as one account; what differs is shown as a correction, not as a disagreement",
            "cite the version that you mean",
        ));
    }
    out
}

/// The first words that two texts do not share, from either side.
fn changes(old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split_whitespace().collect(), new.split_whitespace().collect());
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[same..].iter().rev().zip(new[same..].iter().rev()).take_while(|(a, b)| a == b).count();
    let shown = |words: &[&str]| match words {
        [] => "nothing".to_owned(),
        words if words.len() <= SHOWN => format!("“{}”", words.join(" ")),
        words => format!("“{} …”", words[..SHOWN].join(" ")),
    };
    format!("where it had {}, it has {}", shown(&old[same..old.len() - tail]), shown(&new[same..new.len() - tail]))
}

/// An amended complaint says what it amends.
fn amended(documents: &[Document]) -> Vec<Note> {
    let is_amended = |document: &Document| document.title.as_deref().is_some_and(|title| title.to_uppercase().contains("AMENDED"));
    let mut out = Vec::new();
    for (i, document) in documents.iter().enumerate().filter(|(_, d)| d.kind == Kind::Complaint && is_amended(d)) {
        let before = documents[..i].iter().rev().find(|other| other.kind == Kind::Complaint && other.docket == document.docket);
        let Some(before) = before else { continue };
        out.push(Note::new(
            Code::Amended,
            document.file.clone(),
            format!(
                "{} amends {} ({})",
                document.title.as_deref().unwrap_or("it"),
                before.file,
                before.title.as_deref().unwrap_or("complaint")
            ),
            "both stay; what both allege has one origin, the complaint",
            "cite the amended one for what is alleged now",
        ));
    }
    out
}

/// Papers of more than one case: two groups of documents that share no names, or two case numbers.
fn cases(documents: &[Document], mentions: &[EventMention]) -> Option<Note> {
    let mut strangers: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, case) in case_of(documents, mentions).into_iter().enumerate() {
        if let Some(case) = case {
            strangers.entry(case).or_default().push(i);
        }
    }
    let mut numbered: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, document) in documents.iter().enumerate() {
        if let Some(number) = &document.docket {
            numbered.entry(case_number(number)).or_default().push(i);
        }
    }
    let (groups, done): (Vec<Vec<usize>>, _) = if strangers.len() > 1 {
        (strangers.into_values().collect(), "they are told in one timeline; nothing is joined from one to another")
    } else {
        (numbered.into_values().collect(), "they are told in one timeline, and as one matter, since they name the same people")
    };
    if groups.len() < 2 {
        return None;
    }
    let listed: Vec<String> = groups
        .iter()
        .map(|list| {
            let files: Vec<&str> = list.iter().map(|i| documents[*i].file.as_str()).collect();
            format!("{} ({})", about(documents, mentions, list), files.join(", "))
        })
        .collect();
    Some(Note::new(
        Code::TwoCases,
        "the documents".to_owned(),
        format!("they seem to be of {} cases: {}", groups.len(), listed.join("; ")),
        done,
        "give each case a folder of its own if they do not belong together",
    ))
}

/// What a group of documents is called: by its case number, else by the name that it tells most of.
fn about(documents: &[Document], mentions: &[EventMention], list: &[usize]) -> String {
    if let Some(number) = list.iter().find_map(|i| documents[*i].docket.as_deref()) {
        return format!("case {}", case_number(number));
    }
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for name in mentions.iter().filter(|m| list.binary_search(&m.document).is_ok()).flat_map(|m| &m.people) {
        *count.entry(&name.key).or_default() += 1;
    }
    format!("about {}", count.into_iter().max_by_key(|(name, n)| (*n, std::cmp::Reverse(*name))).map_or("", |(name, _)| name))
}

/// A case's number without its judges: "3:21-cv-00485-JCS" and "3:21-cv-485" are one.
fn case_number(docket: &str) -> String {
    let parts: Vec<&str> = docket.split('-').collect();
    match parts.as_slice() {
        [year, sort, number, ..] => format!("{year}-{}-{}", sort.to_lowercase(), number.trim_start_matches('0')),
        _ => docket.to_owned(),
    }
}

/// The first document of a group.
fn root(parent: &[usize], mut at: usize) -> usize {
    while parent[at] != at {
        at = parent[at];
    }
    at
}

/// The case of each document, by a number of its own; `None` for every document of a folder that holds one case, and for
/// what may belong to any.
///
/// Two documents are of one case when they bear one case number, or share two of the names that they tell most of: a matter
/// that is removed or appealed changes its number and keeps its people.
pub fn case_of(documents: &[Document], mentions: &[EventMention]) -> Vec<Option<usize>> {
    let mut names: Vec<BTreeMap<&str, usize>> = vec![BTreeMap::new(); documents.len()];
    for mention in mentions {
        for name in &mention.people {
            *names[mention.document].entry(&name.key).or_default() += 1;
        }
    }
    let numbers: Vec<Option<String>> = documents.iter().map(|document| document.docket.as_deref().map(case_number)).collect();
    let mut parent: Vec<usize> = (0..documents.len()).collect();
    let mut unite = |a: usize, b: usize| {
        let (x, y) = (root(&parent, a), root(&parent, b));
        parent[x.max(y)] = x.min(y);
    };
    let mut by_number: HashMap<&str, usize> = HashMap::new();
    let mut first: HashMap<(&str, &str), usize> = HashMap::new();
    for (document, names) in names.iter().enumerate() {
        if let Some(number) = &numbers[document] {
            unite(*by_number.entry(number).or_insert(document), document);
        }
        // Documents that share two names share a pair of them; only the names that a document tells most of are paired.
        let mut most: Vec<(&str, usize)> = names.iter().map(|(name, n)| (*name, *n)).collect();
        most.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        most.truncate(PAIRED);
        most.sort_unstable();
        for (i, (a, _)) in most.iter().enumerate() {
            for (b, _) in &most[i + 1..] {
                let other = *first.entry((a, b)).or_insert(document);
                unite(other, document);
            }
        }
    }
    let group: Vec<usize> = (0..documents.len()).map(|document| root(&parent, document)).collect();
    // A single article that stands apart is no second case.
    let (mut numbered, mut known) = (BTreeSet::new(), BTreeMap::new());
    for (document, case) in group.iter().enumerate() {
        if numbers[document].is_some() {
            numbered.insert(*case);
        }
        *known.entry(*case).or_insert(0) += usize::from(names[document].len() > SHARED);
    }
    let cases: BTreeSet<usize> = group.iter().copied().filter(|case| numbered.contains(case) || known[case] >= 2).collect();
    group.into_iter().map(|case| (cases.len() > 1 && cases.contains(&case)).then_some(case)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_numbers_are_one_whatever_follows_them() {
        assert_eq!(case_number("3:21-cv-00485-JCS"), case_number("3:21-CV-485"));
        assert_ne!(case_number("3:21-cv-00485"), case_number("3:22-cv-00485"));
    }

    #[test]
    fn a_change_shows_only_what_differs() {
        let told = changes("He was fired on Jan. 3 by the firm.", "He was fired on Jan. 5 by the firm.");
        assert_eq!(told, "where it had “3”, it has “5”");
    }
}
