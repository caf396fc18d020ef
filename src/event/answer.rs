//! What a question and its answer tell together: "Q. When were you hired? A. March 3, 2014." The question says what, and the
//! answer when; or the question says when, and the answer what; or the answer only says that it is so.
//!
//! Counsel's question alone is nobody's word (Federal Rules of Evidence 601-603: testimony is the witness's), so what it tells
//! stays alleged until the witness says yes to it.

use super::attribution::{Attribution, Stance};
use super::clause::{Part, Sentence, Word, is_adverb};
use super::dated::{can_date, mention_date};
use super::{Around, EventMention, Source, between, kinds, mention, share::Tie};
use crate::document::Passage;
use crate::span::Span;
use std::ops::Range;

/// A question that waits for its answer.
pub(super) struct Asked {
    what: What,
    /// The question's sentence.
    span: Span,
    /// Where its mentions stand among those found.
    mentions: Range<usize>,
}

enum What {
    /// "When were you hired?": what is asked about.
    Day(Box<EventMention>),
    /// "What happened on May 5?"
    Happening,
    /// "Did you call him in May?"
    Whether,
}

/// What a witness puts around a day: "I believe it was in January".
const AROUND: &[&str] = &[
    "it", "was", "that", "would", "have", "been", "be", "i", "believe", "think", "guess", "in", "on", "at", "about", "around",
    "approximately", "roughly", "sometime", "maybe", "probably", "the", "of", "early", "late", "mid", "yes", "sir", "ma'am", "well", "so",
    "as", "best", "can", "recall", "my", "recollection", "like", "say", "i'd", "to", "or", "end", "beginning", "middle", "and", "is",
];
const YES: &[&str] = &["yes", "yeah", "yep", "correct", "right", "true", "absolutely", "certainly", "sure", "exactly"];
const NO: &[&str] = &["no", "nope", "never", "incorrect", "false"];
/// What a witness who does not know says.
const UNSURE: &[&str] =
    &["recall", "remember", "know", "sure", "certain", "recollect", "recollection", "idea", "speculate", "guess", "understand", "maybe"];

fn says(word: &Word, list: &[&str]) -> bool {
    list.contains(&word.lower.as_str())
}

/// Reads a sentence of a question, whose mentions begin at `from`; `None` where it asks for nothing that an answer would tell
/// in a word.
pub(super) fn asked(
    source: &Source,
    passage: &Passage,
    sentence: &Sentence,
    around: &Around,
    from: usize,
    out: &mut Vec<EventMention>,
) -> Option<Asked> {
    let words = &sentence.words;
    // "And that was on May 14, 2017?": what it was is told elsewhere.
    if !words.iter().any(|w| matches!(w.part, Part::Verb | Part::Infinitive | Part::EventNoun)) {
        out.truncate(from);
        return None;
    }
    let mentions = from..out.len();
    if !words.iter().rev().take(3).any(|w| w.lower == "?") {
        return None;
    }
    let of = |what| Some(Asked { what, span: sentence.span, mentions: mentions.clone() });
    if let Some(at) = asks_when(words) {
        let trigger = (at + 1..words.len()).find(|at| matches!(words[*at].part, Part::Verb | Part::Infinitive | Part::EventNoun))?;
        let tie = Tie { trigger, date: None, same_clause: false };
        return of(What::Day(Box::new(mention(source, passage, sentence, &tie, around))));
    }
    let first = words.iter().position(|w| !w.mark && !says(w, &["and", "so", "okay", "ok", "now", "then", "well", "all", "right"]))?;
    if says(&words[first], &["what"]) {
        const HAPPENS: &[&str] = &["happened", "happen", "occurred", "occur", "transpired", "do", "did"];
        return if words[first..].iter().take(8).any(|w| says(w, HAPPENS)) { of(What::Happening) } else { None };
    }
    // "Did you call him?", "you met him on May 3, correct?", "and you repaired it?": but for who, where, why and how.
    let open = says(&words[first], &["who", "whom", "whose", "which", "where", "why", "how", "when"]);
    (!open).then_some(()).and_then(|()| of(What::Whether))
}

/// Where a question asks for a day: "when did", "do you recall when", "on what date".
fn asks_when(words: &[Word]) -> Option<usize> {
    let content = |at: &usize| !words[*at].mark;
    let when = (0..words.len()).filter(content).take(12).find(|at| says(&words[*at], &["when"]));
    if let Some(at) = when {
        const ASKS: &[&str] = &["recall", "remember", "know", "me", "us", "about", "approximately", "exactly", "and", "so", "okay", "now"];
        let before = words[..at].iter().rev().find(|w| !w.mark);
        // "You had your surgery when?"
        if words[at + 1..].iter().all(|w| w.mark) {
            return Some(0);
        }
        return before.is_none_or(|w| says(w, ASKS) || is_adverb(&w.lower)).then_some(at);
    }
    const OF_DAYS: &[&str] = &["date", "day", "year", "month", "time"];
    (1..words.len()).take(14).find(|at| says(&words[*at], OF_DAYS) && says(&words[at - 1], &["what", "which"]))
}

/// Puts a question and the first sentence of its answer together; `from` is where the answer's own mentions begin.
pub(super) fn answered(
    question: Asked,
    source: &Source,
    sentence: &Sentence,
    chain: &[Attribution],
    from: usize,
    out: &mut Vec<EventMention>,
) {
    let words = &sentence.words;
    let span = question.span.cover(sentence.span);
    match question.what {
        What::Day(told) => {
            if let Some(date) = bare_day(source, sentence) {
                let date = mention_date(source, date, false, sentence, 0);
                out.truncate(from);
                let again = (question.mentions.start..question.mentions.end.min(out.len())).find(|at| out[*at].trigger == told.trigger);
                again.map(|at| out.remove(at));
                let attribution = chain.to_vec();
                out.push(EventMention { date: Some(date), span, stance: Stance::Stated, unrealised: false, attribution, ..*told });
            }
        }
        What::Happening => {
            let dated = question.mentions.clone().find(|at| out[*at].date.is_some() && is_empty_verb(&out[*at]));
            let unsure = words.iter().any(|w| says(w, UNSURE) || says(w, &["nothing"]));
            let told = (from..out.len()).find(|at| out[*at].date.is_none() && !out[*at].negated);
            if let (Some(asked), Some(told), false) = (dated, told, unsure) {
                let date = out[asked].date.clone();
                out[told].date = date;
                out[told].span = question.span.cover(out[told].span);
                out.remove(asked);
            }
        }
        What::Whether => {
            let opens = |list: &[&str]| words.iter().filter(|w| !w.mark).take(3).any(|w| says(w, list));
            if words.iter().any(|w| says(w, UNSURE)) {
                return;
            }
            let denies = opens(NO) || opens(&["not", "didn't", "wasn't"]) && !opens(YES);
            if !denies && !opens(YES) && !opens(&["did", "was", "have"]) {
                return;
            }
            for told in out[question.mentions].iter_mut().filter(|told| told.date.is_some()) {
                told.stance = if denies { Stance::Denied } else { Stance::Stated };
                told.negated ^= denies;
                told.unrealised = denies;
                told.span = span;
                chain.clone_into(&mut told.attribution);
            }
        }
    }
}

/// Whether a question's verb only asks what there was.
fn is_empty_verb(told: &EventMention) -> bool {
    told.kind == kinds::OTHER && matches!(told.stem.as_str(), "happen" | "occur" | "do" | "transpir" | "take" | "was" | "did" | "be")
}

/// The one day that is all an answer tells.
fn bare_day(source: &Source, sentence: &Sentence) -> Option<usize> {
    let text = source.document.prose();
    let dates = between(source.dates, sentence.span);
    let mut days = dates.clone().filter(|i| can_date(&source.dates[*i], text) && source.dates[*i].value.when().is_some());
    let day = days.next().filter(|_| days.next().is_none())?;
    let told = |w: &Word| w.mark || says(w, AROUND) || dates.clone().any(|i| source.dates[i].span.meets(w.span));
    sentence.words.iter().all(told).then_some(day)
}
