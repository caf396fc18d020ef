//! Who is meant by a description: "the 66-year-old financier" is he whom the text has called "financier Joe Rowe" or
//! "Joe Rowe, 66,".
//!
//! A description is taken for a name only where the document ties it to one person; what could be two people is nobody.

use super::actor::{self, Aliases, Name};
use super::clause::Word;
use crate::document::Document;
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Nouns for persons that end like no noun of an agent.
const PERSONS: &[&str] = &[
    "general", "chief", "boss", "aide", "teen", "teenager", "nurse", "tycoon", "magnate", "executive", "millionaire", "billionaire",
    "jogger", "cleric", "priest", "bishop", "mogul", "guard", "pilot", "athlete", "star", "spy", "operative", "veteran", "student",
    "recruit", "heir", "chef", "coach", "surgeon", "sergeant", "colonel", "captain", "lieutenant", "envoy", "clerk", "widow", "diplomat",
];
/// Nouns in -er, -or, -man of which every text has many, or that are no persons.
const COMMON: &[&str] = &[
    "lawyer", "prosecutor", "officer", "member", "leader", "reporter", "spokesman", "spokeswoman", "matter", "paper", "letter", "order",
    "number", "water", "power", "center", "summer", "winter", "october", "september", "november", "december", "newspaper", "former",
    "father", "mother", "brother", "sister", "daughter", "computer", "quarter", "dinner", "offer", "answer", "error", "minor", "major",
    "favor", "labor", "behavior", "chapter", "color", "honor", "director", "doctor", "senator", "governor", "congressman", "woman", "man",
    "investigator", "minister", "supporter", "whether", "after", "under", "other", "another", "later", "earlier", "however", "never",
    "rather", "either", "neither", "together", "further", "longer", "older", "younger", "higher", "lower", "better", "greater", "larger",
    "smaller", "latter", "prior", "their", "sector", "factor", "manner", "corner", "border", "disorder", "murder", "river", "chamber",
    "user", "customer", "worker", "consumer", "helicopter", "tower", "outer", "inner",
];

/// A noun for one person, as descriptions use it.
fn is_person_noun(word: &str) -> bool {
    let agent = ["er", "ist", "eer", "ian", "eur"].iter().any(|end| word.ends_with(end)) && word.len() > 4;
    PERSONS.contains(&word) || agent && !COMMON.contains(&word)
}

/// The descriptions of a document: a noun, or an age in years, with the one person whom it has been said of.
#[derive(Debug, Default)]
pub(super) struct Described {
    of: BTreeMap<String, Option<Name>>,
}

impl Described {
    /// Reads who is called what in a document.
    pub fn of(document: &Document, aliases: &Aliases) -> Described {
        static SAID: OnceLock<[Regex; 3]> = OnceLock::new();
        let name = r"((?:[A-Z][\w’'-]+|[A-Z]\.)(?:[ \n](?:[A-Z][\w’'-]+|[A-Z]\.)){1,3})";
        let [age, beside, before] = SAID.get_or_init(|| {
            let pattern = |pattern: String| Regex::new(&pattern).expect("a valid pattern");
            [
                pattern(format!(r"{name}, (\d\d),")),
                // "Joe Rowe, a wealthy financier who …": up to what says more of the noun.
                pattern(format!(r"{name}, (?:\d\d, )?(?:an?|the) ((?:[a-z][a-z-]+ ){{0,4}}[a-z][a-z-]+)")),
                pattern(format!(r"\b([a-z][a-z-]{{3,}}) {name}")),
            ]
        });
        let mut described = Described::default();
        let text = document.prose();
        for found in age.captures_iter(text) {
            described.say(&found[2], &found[1], aliases);
        }
        for found in beside.captures_iter(text) {
            // The noun is the last word before one that goes on from it.
            let words = found[2].split(' ').take_while(|w| {
                !matches!(*w, "who" | "of" | "for" | "in" | "at" | "with" | "from" | "and" | "to" | "was" | "is" | "on" | "whose" | "by")
            });
            if let Some(noun) = words.last().filter(|noun| is_person_noun(noun)) {
                described.say(noun, &found[1], aliases);
            }
        }
        for found in before.captures_iter(text) {
            if is_person_noun(&found[1]) {
                described.say(&found[1], &found[2], aliases);
            }
        }
        described
    }

    fn say(&mut self, what: &str, name: &str, aliases: &Aliases) {
        let Some(name) = actor::as_a_name(name).filter(|name| !actor::is_body(name)) else { return };
        let Some(last) = name.split_whitespace().next_back() else { return };
        let name = aliases.resolve(&Name { shown: name.to_owned(), key: last.to_lowercase() });
        let held = self.of.entry(what.to_owned()).or_insert_with(|| Some(name.clone()));
        if held.as_ref().is_some_and(|held| held.key != name.key) {
            *held = None;
        }
    }

    /// Whom words describe, where they name nobody beside it: "the 66-year-old hedge fund manager".
    pub fn meant(&self, words: &[Word]) -> Option<&Name> {
        if self.of.is_empty() {
            return None;
        }
        let known = |word: &Word| {
            // "The 66 victims" are no man of 66.
            let number = word.lower.starts_with(|c: char| c.is_ascii_digit());
            let what = word.lower.strip_suffix("-year-old").or(Some(word.lower.as_str()).filter(|_| !number))?;
            self.of.get(what)?.as_ref()
        };
        let starts = words.iter().enumerate().filter(|(_, w)| w.lower == "the").map(|(i, _)| i + 1);
        starts.into_iter().find_map(|at| {
            let group = words[at..].iter().take(5).take_while(|w| !w.mark && !w.capital && !super::STOP.contains(&w.lower.as_str()));
            let group: Vec<&Word> = group.collect();
            // "The financier Joe Rowe" names him, "the manager's wife" is another.
            let names = words.get(at + group.len()).is_some_and(|w| w.capital) || group.iter().any(|w| w.lower.ends_with("'s"));
            if names { None } else { group.into_iter().find_map(known) }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::event::clause::analyse;
    use crate::span::Span;

    #[test]
    fn a_description_is_of_the_one_person_who_bears_it() {
        let rows: &[(&str, &str, Option<&str>)] = &[
            ("Joe Rowe, 66, left the bank.", "The 66-year-old hedge fund manager was arrested.", Some("rowe")),
            ("Joe Rowe, a wealthy financier who lives in Ohio, left.", "The financier was arrested.", Some("rowe")),
            ("They met financier Joe Rowe.", "The disgraced financier died on Monday.", Some("rowe")),
            ("They met financier Joe Rowe and financier Carl Dunn.", "The financier died on Monday.", None),
            ("They met financier Joe Rowe.", "The financier Carl Dunn died on Monday.", None),
            ("They met financier Joe Rowe.", "The financier's wife died on Monday.", None),
            ("They met financier Joe Rowe.", "A financier died on Monday.", None),
            ("The lawyer Anne Dowd spoke for lawyer Anne Dowd.", "The lawyer left.", None),
            ("In October Joe Rowe left the paper Dowd Hall.", "The paper was sold.", None),
        ];
        for (text, words, wanted) in rows {
            let document = Document::new("a".to_owned(), Format::Text, (*text).to_owned(), String::new());
            let described = Described::of(&document, &Aliases::default());
            let sentence = analyse(words, Span::new(0, words.len()), &[]);
            let meant = described.meant(&sentence.words).map(|name| name.key.as_str());
            assert_eq!(meant, *wanted, "{text} {words}");
        }
    }
}
