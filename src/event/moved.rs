//! Plans that were changed: a hearing moved, reset, postponed or continued from one day to another.

use super::clause::{Part, Sentence, Word, is_passive};
use super::word_at;
use crate::date::{DateMention, When};
use crate::span::Span;

/// What a telling says of an earlier plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    /// The day that the thing was planned for before, where it is told, and the words that tell it.
    pub from: Option<(When, Span)>,
}

/// A sentence that moves a thing: the happening, its new day and its old one, by their place among the dates.
pub(super) struct Move {
    pub trigger: usize,
    pub new: usize,
    pub old: Option<usize>,
}

/// Verbs that give a planned thing another day.
const MOVES: &[&str] = &[
    "moved", "moving", "rescheduled", "rescheduling", "reset", "resetting", "postponed", "postponing", "delayed", "delaying", "continued",
    "continuing", "pushed", "adjourned", "adjourning", "bumped", "deferred",
];
/// Whether a verb gives a planned thing another day: "postponed", "put off".
pub(super) fn is_move(words: &[Word], at: usize) -> bool {
    let put_off = words[at].lower == "put" && words.get(at + 1).is_some_and(|w| matches!(w.lower.as_str(), "off" | "back"));
    put_off || MOVES.contains(&words[at].lower.as_str())
}

/// Kinds of which a day can be planned and moved.
const PLANNED: &[&str] = &["hearing", "sentence", "deadline", "plea", "testimony", "interview", "meeting", "election", "verdict"];

/// Finds what a sentence moves, by a verb of moving with "to", "until" or "for" before the new day.
pub(super) fn find(sentence: &Sentence, dates: &[DateMention], range: std::ops::Range<usize>) -> Option<Move> {
    let words = &sentence.words;
    // "The trial continued until March 20" lasted; "was continued until March 20" was put off.
    let active = |i: usize| {
        matches!(words[i].lower.as_str(), "continued" | "delayed" | "adjourned" | "moved")
            && !is_passive(words, i)
            && !takes_object(words, i)
    };
    let verb = (0..words.len()).find(|i| is_move(words, *i) && !active(*i))?;
    let led_by = |i: usize, list: &[&str]| {
        let first = word_at(sentence, dates[i].span.start());
        let lead = words[..first].iter().rev().find(|w| !matches!(w.lower.as_str(), "least" | "at" | "on" | "early" | "late" | "about"));
        lead.is_some_and(|w| list.contains(&w.lower.as_str()))
    };
    let at = |i: usize| word_at(sentence, dates[i].span.start());
    let placed = |i: &usize| dates[*i].value.when().is_some();
    let new = range.clone().filter(placed).find(|i| at(*i) > verb && led_by(*i, &["to", "until", "till", "for"]))?;
    let old = range.filter(placed).find(|i| *i != new && (led_by(*i, &["from"]) || at(*i) < verb && led_by(*i, &["for"])));
    let planned = |w: usize| words[w].part == Part::EventNoun && PLANNED.contains(&words[w].kind);
    let noun = (0..verb).rev().find(|w| planned(*w)).or_else(|| (verb..at(new)).find(|w| planned(*w)))?;
    Some(Move { trigger: noun, new, old })
}

/// Whether a verb has an object of its own: "moved it to", "moved the hearing to".
fn takes_object(words: &[Word], verb: usize) -> bool {
    words.get(verb + 1).is_some_and(|w| matches!(w.lower.as_str(), "it" | "the" | "a" | "his" | "her" | "their" | "that" | "this" | "its"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::AnchorAt;
    use crate::date::Scene;
    use crate::event::clause::analyse;
    use chrono::NaiveDate;

    #[test]
    fn a_moved_hearing_has_an_old_day_and_a_new_one() {
        type Days<'a> = Option<(&'a str, Option<&'a str>)>;
        let rows: &[(&str, Days)] = &[
            ("A hearing was moved from March 6 to March 20.", Some(("2025-03-20", Some("2025-03-06")))),
            ("The trial, which was scheduled for March 10, has been postponed to May 12.", Some(("2025-05-12", Some("2025-03-10")))),
            ("The sentencing was postponed until July 8.", Some(("2025-07-08", None))),
            ("The sentencing was put off until July 8.", Some(("2025-07-08", None))),
            ("ORDER resetting hearing from 1/15/2025 to 2/5/2025.", Some(("2025-02-05", Some("2025-01-15")))),
            ("The trial continued until March 20.", None),
            ("He moved from Ohio to Texas on March 6.", None),
            ("The trial ran from March 6 to March 20.", None),
        ];
        let anchor = AnchorAt { from: 0, day: NaiveDate::from_ymd_opt(2025, 3, 1), scene: Scene::Same, later: 0 };
        for (words, wanted) in rows {
            let dates = crate::date::find(words, &[anchor]).mentions;
            let spans: Vec<Span> = dates.iter().map(|date| date.span).collect();
            let sentence = analyse(words, Span::new(0, words.len()), &spans);
            let edtf = |i: usize| dates[i].value.when().and_then(|when| when.edtf());
            let got = find(&sentence, &dates, 0..dates.len()).map(|found| (edtf(found.new), found.old.map(edtf)));
            let wanted = wanted.map(|(new, old)| (Some(new.to_owned()), old.map(|old| Some(old.to_owned()))));
            assert_eq!(got, wanted, "{words}");
        }
    }
}
