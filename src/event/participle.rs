//! Participles that describe the subject of another verb: "a truck driven by Dorn struck a rail".

use super::clause::{Part, Word, is_adverb};

/// What a firm's name ends with behind a comma.
const FIRMS: &[&str] = &["llc", "inc", "ltd", "corp", "lp", "llp", "co"];

/// Words that open a clause, or another phrase of the sentence, behind such a participle.
const OPENS: &[&str] =
    &["and", "or", "but", "who", "which", "that", "when", "while", "after", "before", "because", "if", "to", "as", "until", "since"];

/// What a participle never stands right behind.
const PRONOUNS: &[&str] = &["he", "she", "it", "they", "we", "i", "you", "who", "which", "that"];

/// Words behind a participle within which the verb of its subject stands.
const REACH: usize = 18;

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
    let mut behind = at + 2;
    while behind < words.len().min(at + REACH) {
        let word = &words[behind];
        if word.lower == "," && words.get(behind + 1).is_some_and(|w| says(w, FIRMS)) {
            behind += 2;
            continue;
        }
        // "Driven by its clerk, Paul Reed, struck": the verb stands right behind the name.
        if word.lower == "," {
            let close = (behind + 1..words.len()).take(6).find(|at| words[*at].mark);
            let name = |close: &usize| words[*close].lower == "," && words[behind + 1..*close].iter().all(|w| w.capital);
            return close.filter(name).and_then(|close| words.get(close + 1)).is_some_and(|w| w.part == Part::Verb);
        }
        if word.mark && word.lower != "." || says(word, OPENS) && !is_one(words, behind + 1) {
            return false;
        }
        if matches!(word.part, Part::Verb | Part::Auxiliary) && !is_one(words, behind) {
            return words[behind - 1].part == Part::Other && !says(&words[behind - 1], &["and", "or", "by"]);
        }
        behind += 1;
    }
    false
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
        assert_eq!(of("A van owned by Linden, LLC and driven by its clerk, Paul Reed, struck a rail."), ["owned", "driven"]);
        for text in ["The truck was driven by Dorn and struck a rail.", "He sued the mill owned by Dorn.", "Dorn, hired by Linden, left."] {
            assert!(of(text).is_empty(), "{text}");
        }
    }
}
