//! Who does what a verb tells: its subject, before it or behind a verb of saying, and whether that is a judge, who acts
//! from the bench.

use super::Source;
use super::actor;
use super::clause::{self, Part, Sentence, Word};
use crate::document::Document;
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Who says or does something, as far as the words around the verb tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agent {
    /// The key of the name, or the noun: "prosecutors", "company".
    pub key: String,
    /// A judge of this text.
    pub judge: bool,
}

/// The keys of those whom a document calls judge: the last word of the name behind the title.
pub(super) fn judges(document: &Document) -> BTreeSet<String> {
    static TITLED: OnceLock<Regex> = OnceLock::new();
    let titled = TITLED.get_or_init(|| {
        let title = r"\b(?:Judge|Justice|Magistrate|(?:district|circuit|federal|magistrate|county|court) judge)";
        // A name is up to four capital words; a letter with a stop is an initial, another stop ends the sentence.
        Regex::new(&format!(r"{title}((?:[ \n](?:[A-Z]\.|[A-Z][\w’'-]+)){{1,4}})")).expect("a valid pattern")
    });
    let bodies = ["department", "committee", "center", "inspector"];
    titled
        .captures_iter(&document.text)
        .filter_map(|found| {
            let mut words = found.get(1)?.as_str().split_whitespace().filter(|word| !word.ends_with('.'));
            let first = words.next()?;
            let last = words.next_back().unwrap_or(first);
            let key = |word: &str| word.trim_end_matches("'s").trim_end_matches("’s").to_lowercase();
            (!bodies.contains(&key(first).as_str())).then(|| key(last))
        })
        .collect()
}

/// Words before a name that make it another's part of the sentence, not its subject.
const OBLIQUE: &[&str] =
    &["of", "in", "with", "against", "for", "from", "to", "by", "about", "on", "at", "as", "under", "over", "between", "than", "into"];
/// Nouns by which a paper speaks of those who say things.
const CALLINGS: &[&str] = &[
    "prosecutors", "prosecutor", "lawyers", "lawyer", "attorneys", "attorney", "police", "officials", "official", "spokesman",
    "spokeswoman", "spokesperson", "company", "firm", "state", "government", "plaintiffs", "plaintiff", "family", "agents", "agent",
    "investigators", "authorities", "defense", "university", "school", "county", "counties", "city", "mother", "father", "son",
    "president", "sheriff", "union", "agency", "department", "administration", "committee", "group", "defendants", "defendant",
];

/// The agent of a verb in the active voice; `last` is who spoke last in the document, for "he said".
pub(super) fn of_verb(
    source: &Source,
    sentence: &Sentence,
    trigger: usize,
    judges: &BTreeSet<String>,
    last: Option<&Agent>,
) -> Option<Agent> {
    let words = &sentence.words;
    if clause::is_passive(words, trigger) || words[trigger].part == Part::EventNoun {
        return None;
    }
    let own = words[trigger].clause;
    let opens = words.iter().position(|w| w.clause == own)?;
    // Behind a quotation or a comma the verb stands before its subject, and no other verb with it: "…,” said the judge".
    let behind = &words[trigger + 1..];
    let end = behind.iter().position(|w| w.mark && matches!(w.lower.as_str(), "." | ";" | "“" | "\"")).unwrap_or(behind.len());
    let first = behind.iter().position(|w| w.mark).unwrap_or(behind.len());
    let inverted = trigger > 0
        && words[trigger - 1].mark
        && first > 0
        && !behind[..first].iter().any(|w| matches!(w.part, Part::Verb | Part::Auxiliary | Part::Infinitive));
    let part: &[Word] = if inverted {
        &behind[..end]
    } else {
        // The verb's own part of its clause, where another stands between them.
        let from = words[opens..trigger].iter().rposition(|w| w.mark && matches!(w.lower.as_str(), "”" | "\"" | ";"));
        &words[from.map_or(opens, |at| opens + at + 1)..trigger]
    };
    of_part(source, part, inverted, judges, last)
}

fn of_part(source: &Source, part: &[Word], inverted: bool, judges: &BTreeSet<String>, last: Option<&Agent>) -> Option<Agent> {
    let text = &source.document.text;
    let named = actor::names(part, text).into_iter().find_map(|name| {
        let shown = name.shown.split(' ').next_back()?;
        let at = part.iter().position(|w| w.capital && w.span.of(text).starts_with(shown))?;
        let first = part[..at].iter().rposition(|w| !w.capital).map_or(0, |back| back + 1);
        let oblique = first > 0 && OBLIQUE.contains(&part[first - 1].lower.as_str());
        let possessive = part[at].lower.ends_with("'s") || part[at].lower.ends_with('\'');
        (!oblique && !possessive).then(|| (at, source.aliases.resolve(&name)))
    });
    let is_judge = |w: &Word| matches!(w.lower.as_str(), "judge" | "justice" | "magistrate");
    let noun = part.iter().enumerate().find_map(|(at, w)| {
        let oblique =
            at > 0 && (OBLIQUE.contains(&part[at - 1].lower.as_str()) || at > 1 && OBLIQUE.contains(&part[at - 2].lower.as_str()));
        (!oblique && (!w.capital || at == 0) && (is_judge(w) || CALLINGS.contains(&w.lower.as_str()))).then_some((at, w))
    });
    let pronoun = part.iter().enumerate().find(|(_, w)| matches!(w.lower.as_str(), "he" | "she"));
    match (named, noun, pronoun) {
        (Some((at, name)), noun, _) if noun.is_none_or(|(n, _)| at < n || inverted || n + 3 >= at) => {
            // "Judges" by title count where the name is known by it.
            let judge = judges.contains(&name.key);
            Some(Agent { key: name.key, judge })
        }
        (_, Some((_, word)), _) if is_judge(word) => {
            let known = if judges.len() == 1 { judges.first().cloned() } else { last.filter(|s| s.judge).map(|s| s.key.clone()) };
            Some(Agent { key: known.unwrap_or_else(|| "judge".to_owned()), judge: true })
        }
        (_, Some((_, word)), _) => Some(Agent { key: word.lower.trim_end_matches('s').to_owned(), judge: false }),
        (_, _, Some((at, _))) if at + 3 >= part.len() || at < 3 => last.cloned(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::event::actor::Aliases;
    use crate::event::clause::analyse;
    use crate::lineage::Lineage;
    use crate::span::Span;

    #[test]
    fn the_subject_of_a_verb_of_saying_speaks() {
        let rows: &[(&str, &str, Option<&str>)] = &[
            ("Prosecutors in the suit against Harrow said on Monday that he hid it.", "said", Some("prosecutor")),
            ("“The mill stays shut,” said Judge Mary Linden.", "said", Some("linden judge")),
            ("“They came at noon,” said one of the growers, Joe Rowe.", "said", Some("rowe")),
            ("“You will wait,” the judge told Harrow.", "told", Some("linden judge")),
            ("He said the firm would pay.", "said", Some("harrow")),
            ("Harrow's lawyer Anne Dowd said it was over.", "said", Some("dowd")),
            ("Linden, in a long ruling, said the firm had lied.", "said", Some("linden judge")),
        ];
        for (words, verb, wanted) in rows {
            let document = Document::new("a".to_owned(), Format::Text, format!("{words} Judge Mary Linden will rule."), String::new());
            let lineage = Lineage::default();
            let documents = [document];
            let source = Source {
                index: 0,
                document: &documents[0],
                dates: &[],
                lineage: &lineage,
                documents: &documents,
                aliases: &Aliases::default(),
            };
            let sentence = analyse(words, Span::new(0, words.len()), &[]);
            let trigger = sentence.words.iter().position(|w| w.lower == *verb).unwrap();
            let last = Agent { key: "harrow".to_owned(), judge: false };
            let got = of_verb(&source, &sentence, trigger, &judges(&documents[0]), Some(&last))
                .map(|s| if s.judge { format!("{} judge", s.key) } else { s.key });
            assert_eq!(got.as_deref(), *wanted, "{words}");
        }
    }
}
