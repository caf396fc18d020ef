//! What is told as done after a happening of the day, in the report of that day: "he said after the ruling".

use super::clause::{Part, Sentence};
use super::dated::MentionDate;
use super::{EventMention, kinds};
use crate::date::{Basis, When, day_text};
use crate::document::{Document, Kind};

/// Happenings of a day that people react to on it.
const REACTED_TO: &[&str] =
    &["ruling", "order", "verdict", "sentence", "plea", "hearing", "settlement", "agreement", "arrest", "charge", "appeal"];

/// The noun of happening that a sentence puts what it tells behind: the "ruling" of "after the ruling".
pub(super) fn noun(sentence: &Sentence) -> Option<usize> {
    let words = &sentence.words;
    let link = words.iter().position(|w| matches!(w.lower.as_str(), "after" | "following") && !w.quoted)?;
    let pointed = words.get(link + 1).is_some_and(|w| matches!(w.lower.as_str(), "the" | "this" | "that") || w.lower.ends_with("'s"));
    if !pointed {
        return None;
    }
    let nouns = words.iter().enumerate().skip(link + 2).take(3).take_while(|(_, w)| !w.mark && w.part != Part::Verb);
    nouns.filter(|(_, w)| w.part == Part::EventNoun && REACTED_TO.contains(&w.kind)).map(|(i, _)| i).next()
}

/// The day of what is told as done after a happening that the same report dates on its own day, or on the day before.
///
/// `told` are the mentions of the document so far. A report of a ruling tells what people said of it before it went to print: between the two days, and on the one where
/// they are one.
pub(super) fn day(document: &Document, sentence: &Sentence, noun: usize, told: &[EventMention]) -> Option<MentionDate> {
    if document.kind != Kind::Article {
        return None;
    }
    let own = document.day()?;
    let kind = kinds::family(sentence.words[noun].kind);
    let decides = |kind: &'static str| matches!(kinds::family(kind), "ruling" | "verdict");
    let kin = |other: &'static str| kinds::family(other) == kind || decides(other) && decides(sentence.words[noun].kind);
    let mut days: Vec<_> = told
        .iter()
        .filter(|mention| kin(mention.kind) && !mention.negated)
        .filter_map(|mention| mention.date.as_ref()?.when?.exact())
        .collect();
    days.sort_unstable();
    days.dedup();
    let [day] = days.as_slice() else { return None };
    let when = match (own - *day).num_days() {
        0 => When::day(own),
        1 => When::within(Some(*day), Some(own))?,
        _ => return None,
    };
    let noun = &sentence.words[noun].lower;
    let because = format!("told as after the {noun} of {}, in the report of {}", day_text(*day), day_text(own));
    Some(MentionDate::filled_in(when, Basis::Settled, "after the day's event", because))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::clause::analyse;
    use crate::span::Span;

    #[test]
    fn a_reaction_names_what_it_follows() {
        let rows: &[(&str, Option<&str>)] = &[
            ("He called it a victory after the ruling.", Some("ruling")),
            ("Following Monday's verdict, shares rose.", Some("verdict")),
            ("He left after a hearing.", None),
            ("He spoke after the war.", None),
            ("“It came after the ruling,” he said.", None),
        ];
        for (words, wanted) in rows {
            let sentence = analyse(words, Span::new(0, words.len()), &[]);
            assert_eq!(noun(&sentence).map(|i| sentence.words[i].lower.as_str()), *wanted, "{words}");
        }
    }
}
