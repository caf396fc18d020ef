//! Participles that describe the subject of another verb: "a truck driven by Dorn struck a rail".

use super::clause::{Part, Word, is_adverb};

/// What a firm's name ends with behind a comma.
const FIRMS: &[&str] = &["llc", "inc", "ltd", "corp", "lp", "llp", "co"];

/// Words that open a clause, or another phrase of the sentence, behind such a participle.
const OPENS: &[&str] =
    &["and", "or", "but", "who", "which", "that", "when", "while", "after", "before", "because", "if", "to", "as", "until", "since"];

/// What a participle never stands right behind.
const PRONOUNS: &[&str] = &["he", "she", "it", "they", "we", "i", "you", "who", "which", "that"];

fn says(word: &Word, list: &[&str]) -> bool {
    list.contains(&word.lower.as_str())
}

/// Whether a participle with "by" stands here, with a noun or "and" right before it.
fn is_one(words: &[Word], at: usize) -> bool {
    at > 0
        && words[at].part == Part::Verb
        && words.get(at + 1).is_some_and(|w| says(w, &["by"]))
        && !words[at - 1].mark
        && words[at - 1].part == Part::Other
        && !is_adverb(&words[at - 1].lower)
        && !says(&words[at - 1], PRONOUNS)
}

/// Whether the verb at `at` is a participle that describes the subject of a verb behind it: "the van owned by Linden, LLC and
/// \[driven by Dorn] struck a rail". Nothing may stand between the two that would open a clause of its own.
pub(super) fn describes_a_subject(words: &[Word], at: usize) -> bool {
    if !is_one(words, at) {
        return false;
    }
    // "Was owned by Linden and driven by Dorn": the second has a subject only where the first describes it.
    if says(&words[at - 1], &["and", "or"]) {
        return (0..at - 1).rev().take(8).find(|at| words[*at].part != Part::Other).is_some_and(|first| describes_a_subject(words, first));
    }
    let opens = |at: usize| {
        let firm = words[at].lower == "," && words.get(at + 1).is_some_and(|w| says(w, FIRMS));
        words[at].mark && !firm || says(&words[at], OPENS) && !is_one(words, at + 1)
    };
    let verb = (at + 2..words.len())
        .take(16)
        .take_while(|at| !opens(*at))
        .find(|at| matches!(words[*at].part, Part::Verb | Part::Auxiliary) && !is_one(words, *at));
    verb.is_some_and(|verb| words[verb - 1].part == Part::Other && !says(&words[verb - 1], &["and", "or", "by"]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::clause::analyse;
    use crate::span::Span;

    #[test]
    fn a_participle_that_describes_is_told_from_a_verb() {
        let of = |text: &str| -> Vec<String> {
            let words = analyse(text, Span::new(0, text.len()), &[]).words;
            (0..words.len()).filter(|at| describes_a_subject(&words, *at)).map(|at| words[at].lower.clone()).collect()
        };
        assert_eq!(of("A truck driven by Dorn struck a rail."), ["driven"]);
        assert_eq!(of("A van owned by Linden, LLC and driven by Dorn struck a rail."), ["owned", "driven"]);
        assert_eq!(of("The mill operated by Dorn was closed."), ["operated"]);
        for text in ["The truck was driven by Dorn and struck a rail.", "He sued the mill owned by Dorn.", "Dorn, hired by Linden, left."] {
            assert!(of(text).is_empty(), "{text}");
        }
    }
}
