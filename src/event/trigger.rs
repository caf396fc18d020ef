//! What the words around a trigger say of it: that it did not come about or is only supposed, that it points back at what has
//! been told, which of several it is.

use super::clause::{Part, Sentence, Word, is_adverb};
use crate::span::Span;

/// The number that a happening bears: of its own noun ("the second hearing"), of the bench that acts ("a second judge"), or of
/// the time ("for the first time"); "his first trial" in a sentence of a verdict numbers the trial.
pub(super) fn ordinal(sentence: &Sentence, trigger: usize) -> Option<usize> {
    const ORDINALS: &[&str] = &["first", "second", "third", "fourth", "fifth"];
    let (words, word) = (&sentence.words, &sentence.words[trigger]);
    let own = |at: usize| {
        let behind = words[at + 1..].iter().take(3).take_while(|w| !w.mark && w.clause == word.clause);
        behind.into_iter().any(|w| {
            w.span == word.span
                || w.part == Part::EventNoun && w.kind == word.kind
                || matches!(w.lower.as_str(), "judge" | "court" | "time" | "suit" | "lawsuit")
        })
    };
    let numbered =
        (0..words.len()).find(|&at| words[at].clause == word.clause && ORDINALS.contains(&words[at].lower.as_str()) && own(at))?;
    ORDINALS.iter().position(|o| *o == words[numbered].lower)
}

/// Whether a trigger tells of several happenings: "the earlier rulings"; "lower courts ruled", "two judges blocked it".
pub(super) fn tells_of_several(sentence: &Sentence, trigger: usize) -> bool {
    let word = &sentence.words[trigger];
    if word.part == Part::EventNoun {
        return SEVERAL.contains(&word.kind) && word.lower.ends_with('s');
    }
    // "Gates, Rowe and Dunn have all pleaded guilty".
    let all =
        word.part == Part::Verb && sentence.words[..trigger].iter().rev().take(3).any(|w| w.lower == "all" && w.clause == word.clause);
    if all {
        return true;
    }
    let benches = |w: &Word| w.clause == word.clause && matches!(w.lower.as_str(), "courts" | "judges");
    matches!(word.kind, "ruling" | "order") && sentence.words[..trigger].iter().rev().take(8).any(benches)
}

/// Kinds whose noun in the plural tells of several; "charges" and "convictions" are brought at once.
const SEVERAL: &[&str] = &["ruling", "order", "hearing", "settlement", "agreement", "appeal", "motion", "meeting"];

/// Whether a noun of happening points back at what has been told: behind "the", "this", "that", or a day of its own.
pub(super) fn points_back(sentence: &Sentence, trigger: usize, dates: &[Span]) -> bool {
    let mut before = sentence.words[..trigger].iter().rev().take(3).take_while(|w| !w.mark);
    let plural = sentence.words[trigger].lower.ends_with('s');
    let dated = |w: &Word| w.lower.ends_with("'s") && dates.iter().any(|d| d.meets(w.span));
    !plural && before.any(|w| matches!(w.lower.as_str(), "the" | "this" | "that") || dated(w))
}

/// Whether a clause says of its noun only that it came about: "the interview was conducted", "Monday's ruling came".
pub(super) fn came_about(sentence: &Sentence, trigger: usize) -> bool {
    const COMES: &[&str] = &[
        "came", "comes", "happened", "occurred", "began", "ended", "lasted", "took", "conducted", "held", "issued", "made", "reached",
        "filed", "signed", "entered", "delivered", "handed", "announced",
    ];
    let clause = sentence.words[trigger].clause;
    let comes = |w: &Word| COMES.contains(&w.lower.as_str());
    let mut verbs = sentence.words[trigger + 1..].iter().take(4).filter(|w| w.clause == clause && (w.part == Part::Verb || comes(w)));
    verbs.next().is_some_and(comes)
}

/// Whether a trigger is only supposed: "if convicted", "would have convicted him", "whether he is acquitted". "It would
/// take weeks" tells what then came about.
pub(super) fn is_supposed(sentence: &Sentence, trigger: usize) -> bool {
    let words = &sentence.words;
    if words[trigger].part == Part::EventNoun {
        return false;
    }
    let own = |w: &&Word| !w.mark && w.clause == words[trigger].clause;
    // "Had he given notice, she would have renewed": a condition without its "if".
    let mut opening = words.iter().filter(|w| !w.mark);
    let inverted = opening.next().is_some_and(|w| w.lower == "had" && w.clause == words[trigger].clause)
        && opening.next().is_some_and(|w| w.part == Part::Other);
    if inverted {
        return true;
    }
    let mut before = words[..trigger].iter().rev().filter(own).take(6);
    if before.any(|w| matches!(w.lower.as_str(), "if" | "unless" | "whether")) {
        return true;
    }
    // "The court typically only bypasses it": a habit is no happening.
    let habit = |w: &Word| matches!(w.lower.as_str(), "typically" | "usually" | "generally" | "rarely" | "normally" | "ordinarily");
    if words[..trigger].iter().rev().filter(own).take(4).any(habit) {
        return true;
    }
    let helps = |w: &&Word| w.part == Part::Auxiliary || is_adverb(&w.lower) || matches!(w.lower.as_str(), "not" | "also" | "never");
    let group: Vec<&str> = words[..trigger].iter().rev().take_while(helps).map(|w| w.lower.as_str()).collect();
    let modal = words[..trigger - group.len()].last().map_or("", |w| w.lower.as_str());
    matches!(modal, "could" | "might")
        || modal == "may" && words[..trigger - group.len()].last().is_some_and(|w| !w.capital)
        || modal == "would" && group.contains(&"have")
}

/// Whether what is supposed may yet come about: "if convicted", "may rule"; not "would have convicted him", "whether he paid".
pub(super) fn is_open(sentence: &Sentence, trigger: usize) -> bool {
    const CLOSES: &[&str] = &["have", "has", "had", "whether", "even", "never"];
    let own = |w: &&Word| !w.mark && w.clause == sentence.words[trigger].clause;
    let mut before = sentence.words[..trigger].iter().rev().filter(own).take(6);
    is_supposed(sentence, trigger) && !before.any(|w| CLOSES.contains(&w.lower.as_str()))
}

/// Whether the words just before a trigger deny it: "was not charged", "no charge"; "did not mention the charge" denies
/// the mentioning.
pub(super) fn is_negated(sentence: &Sentence, trigger: usize) -> bool {
    // "Pleaded not guilty", "entered a not-guilty plea" is another plea than "pleaded guilty".
    let words = &sentence.words;
    let not_guilty =
        |at: usize| words[at].lower == "not-guilty" || words[at].lower == "not" && words.get(at + 1).is_some_and(|w| w.lower == "guilty");
    if words[trigger].kind == "plea" && (trigger.saturating_sub(4)..words.len().min(trigger + 7)).any(not_guilty) {
        return true;
    }
    // "Declined to indict him": see the sense of the verb.
    let word = &words[trigger];
    if word.kind == "charge" && matches!(word.stem.as_str(), "decid" | "declin" | "refus" | "vote" | "chose" | "choos") {
        return true;
    }
    let noun = words[trigger].part == Part::EventNoun;
    let quoted = words[trigger].quoted;
    let own = (0..trigger).rev().take_while(|at| words[*at].quoted == quoted && !matches!(words[*at].lower.as_str(), ":" | ";"));
    let mut before = own.filter(|at| !words[*at].mark).take(if noun { 2 } else { 3 });
    let denied = before.any(|at| {
        let behind = words.get(at + 1).map_or("", |w| w.lower.as_str());
        match words[at].lower.as_str() {
            // "Law no. 5275 was repealed": a number's sign denies nothing; "not later than June 10" is a limit.
            "no" => behind != "." && !behind.starts_with(|c: char| c.is_ascii_digit()) && !FIXED.contains(&behind),
            "without" => true,
            "not" => !noun && !FIXED.contains(&behind),
            "never" | "cannot" => !noun,
            other => !noun && other.ends_with("n't"),
        }
    });
    denied || !noun && has_no_subject(sentence, trigger)
}

/// Words behind "no" or "not" that make a phrase which denies nothing: "no fewer than", "no doubt", "not later than".
const FIXED: &[&str] = &["fewer", "less", "later", "sooner", "earlier", "more", "doubt", "wonder", "matter", "longer"];

/// "No payment has been made", "neither party objected", "at no time did he call": a clause that opens with a denial.
fn has_no_subject(sentence: &Sentence, trigger: usize) -> bool {
    let words = &sentence.words;
    let mut own = (0..trigger).filter(|at| words[*at].clause == words[trigger].clause && !words[*at].mark);
    let Some(first) = own.next() else { return false };
    let next = |back: usize| words.get(first + back).map_or("", |w| w.lower.as_str());
    let opens = match next(0) {
        "no" if FIXED.contains(&next(1)) || next(1) == "one" && matches!(next(2), "but" | "other") => false,
        "no" => {
            next(1) != "."
                && words.get(first + 1).is_some_and(|w| w.part != Part::Verb && !w.lower.starts_with(|c: char| c.is_ascii_digit()))
        }
        "neither" | "nobody" | "none" => true,
        "at" | "under" => next(1) == "no" && matches!(next(2), "time" | "point" | "circumstances"),
        _ => false,
    };
    // The denial reaches the first verb of its clause.
    opens && words[first..trigger].iter().all(|w| w.part != Part::Verb && w.lower != ",")
}
