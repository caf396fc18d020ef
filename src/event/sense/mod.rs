//! What a word means where it stands: a verb or noun of several senses, told apart by the words beside it. "Called him" is
//! a call and "called it a sham" a statement; "struck a deal" is no ruling, and an appeals court is no appeal.

mod court;
mod crime;
mod nothing;
mod office;
mod plain;
mod speech;

use super::clause::{self, Part, Word};
use super::{kinds, moved};
use crate::date::is_month;

/// One sense of a word, or of every noun of happening where no words are given.
///
/// Rows are tried in order, and the first whose test holds decides; a word that none fits keeps the kind of its stem.
pub struct Sense {
    /// Stems of the words that have it.
    pub words: &'static [&'static str],
    /// The kind it makes of them; `None` where nothing happens at all.
    pub kind: Option<&'static str>,
    when: fn(&At) -> bool,
    pub wanted: &'static [&'static str],
    pub unwanted: &'static [&'static str],
}

/// A word among those beside it.
pub struct At<'a> {
    words: &'a [Word],
    at: usize,
}

/// Who rules.
const BENCH: &[&str] = &[
    "judge", "judges", "justice", "justices", "court", "courts", "panel", "magistrate", "jury", "juror", "jurors", "circuit", "tribunal",
    "arbitrator", "examiner", "commission", "board", "judge's", "court's", "panel's", "jury's",
];
/// The courts among them.
const COURTS: &[&str] = &["judge", "judges", "justice", "justices", "court", "courts", "panel", "magistrate", "circuit", "tribunal"];
/// What is brought before who rules.
const PLEADED: &[&str] = &[
    "case", "cases", "suit", "lawsuit", "lawsuits", "charge", "charges", "complaint", "claim", "claims", "motion", "motions", "appeal",
    "appeals", "indictment", "count", "counts", "petition", "action", "challenge",
];
/// Nouns that a noun of happening before them only describes: a plea deal is a deal, election meddling no election.
const HEADS: &[&str] = &[
    "agreement", "agreements", "deal", "deals", "bargain", "offer", "talks", "negotiations", "hearing", "hearings", "guidelines", "rules",
    "memo", "memorandum", "memos", "recommendation", "recommendations", "papers", "documents", "filing", "filings", "date", "dates",
    "range", "commission", "judge", "judges", "court", "courts", "lawyer", "lawyers", "attorney", "attorneys", "warrant", "warrants",
    "penalty", "threat", "threats", "row", "certificate", "charge", "charges", "case", "cases", "conviction", "convictions", "suspect",
    "suspects", "weapon", "victim", "victims", "watch", "note", "rifle", "campaign", "law", "laws", "interference", "meddling", "fraud",
    "results", "official", "officials", "process", "team", "season", "cycle", "security", "integrity", "system", "terms", "fee", "fees",
    "framework", "fund", "proposal", "proposals", "writer", "head", "heads",
];
/// Words that open the rest of a sentence, not an object.
const PREPOSITIONS: &[&str] =
    &["on", "in", "at", "by", "to", "from", "with", "after", "before", "and", "about", "again", "back", "that", "when", "late", "early"];

/// What people call what they do not like.
const EPITHETS: &[&str] = &[
    "false", "untrue", "unfair", "baseless", "wrong", "absurd", "ridiculous", "misleading", "unconstitutional", "unlawful", "illegal",
    "fake", "inaccurate", "outrageous", "disgraceful", "shameful", "meritless", "frivolous", "unacceptable", "irresponsible", "premature",
];

/// Who fires shots, not men.
const ARMED: &[&str] = &["sniper", "snipers", "gunman", "gunmen", "shooter", "troops", "soldiers"];

/// Whether a word is a month with a capital or a number, as dates are made of.
fn is_of_date(word: &Word) -> bool {
    word.capital && is_month(&word.lower) || matches!(word.lower.len(), 1 | 2 | 4) && word.lower.chars().all(|c| c.is_ascii_digit())
}

/// Whether a mark belongs to a date: the stop of "Feb.", the commas around a year.
fn is_in_date(before: &Word, mark: &Word) -> bool {
    matches!(mark.lower.as_str(), "." | ",") && is_of_date(before)
}

impl Sense {
    fn is_of(&self, word: &Word) -> bool {
        self.words.is_empty() || self.words.contains(&word.stem.as_str())
    }
}

impl At<'_> {
    fn word(&self) -> &Word {
        &self.words[self.at]
    }

    /// The next word is one of these.
    fn next(&self, list: &[&str]) -> bool {
        self.words[self.at + 1..].first().is_some_and(|w| list.contains(&w.lower.as_str()))
    }

    /// One of these stands among the next seven words, before a mark; the marks of a date are none.
    fn soon(&self, list: &[&str]) -> bool {
        let behind = &self.words[self.at + 1..];
        let open = behind.iter().enumerate().take_while(|(at, w)| !w.mark || *at > 0 && is_in_date(&behind[at - 1], w));
        let words = open.map(|(_, w)| w).filter(|w| !w.mark && !is_of_date(w));
        words.take(7).any(|w| list.contains(&w.lower.as_str()))
    }

    /// One of these is the object: no preposition stands before it.
    fn soon_behind(&self, list: &[&str]) -> bool {
        let object = self.words[self.at + 1..].iter().take(6).take_while(|w| !w.mark && !PREPOSITIONS.contains(&w.lower.as_str()));
        object.into_iter().any(|w| list.contains(&w.lower.as_str()))
    }

    /// One of these stands among the three words before.
    fn before(&self, list: &[&str]) -> bool {
        self.words[..self.at].iter().rev().take_while(|w| !w.mark).take(3).any(|w| list.contains(&w.lower.as_str()))
    }

    /// One of these stands in the clause before it, no mark between.
    fn led_by(&self, list: &[&str]) -> bool {
        let clause = self.word().clause;
        let before = self.words[..self.at].iter().rev().take_while(|w| !w.mark && w.clause == clause).take(8);
        before.take_while(|w| !matches!(w.part, Part::Verb)).any(|w| list.contains(&w.lower.as_str()))
    }

    /// The word before is one of these.
    fn behind(&self, list: &[&str]) -> bool {
        self.words[..self.at].last().is_some_and(|w| list.contains(&w.lower.as_str()))
    }

    /// One of these stands in the clause.
    fn beside(&self, list: &[&str]) -> bool {
        let clause = self.word().clause;
        self.words.iter().any(|w| w.clause == clause && list.contains(&w.lower.as_str()))
    }

    /// A quotation ends or begins within a few words: "“…,” the mayor added".
    fn stands_by_a_quotation(&self) -> bool {
        let quote = |w: &&Word| w.mark && matches!(w.lower.as_str(), "\"" | "“" | "”");
        self.words[..self.at].iter().rev().take(7).find(quote).is_some() || self.words[self.at + 1..].iter().take(4).find(quote).is_some()
    }

    fn is(&self, lower: &str) -> bool {
        self.word().lower == lower
    }

    fn is_noun(&self) -> bool {
        self.word().part == Part::EventNoun
    }

    fn is_passive(&self) -> bool {
        clause::is_passive(self.words, self.at)
    }

    /// The happening that is its subject: the nearest noun before it, with nothing but a phrase of time or place between ("the
    /// arrest on Monday marked"), or before its "which".
    fn happening_for_its_subject(&self) -> Option<usize> {
        let clause = self.word().clause;
        let words = self.words;
        let relative =
            self.behind(&["which", "that"]).then(|| self.at - if self.at > 2 && words[self.at - 2].lower == "," { 3 } else { 2 });
        if let Some(noun) = relative.and_then(|at| words.get(at)).filter(|w| w.part == Part::EventNoun) {
            return words.iter().position(|w| w.span == noun.span);
        }
        // "The settlement, worth $12 million, was announced": what stands between two commas only describes.
        let verb = (0..self.at).rev().find(|at| words[*at].part != Part::Auxiliary).filter(|at| words[*at].lower == ",");
        let aside = verb.and_then(|comma| (0..comma).rev().take(8).find(|at| words[*at].mark).filter(|at| words[*at].lower == ","));
        if let Some(noun) = aside.and_then(|comma| comma.checked_sub(1)).filter(|at| words[*at].part == Part::EventNoun) {
            let told = words[noun + 2..self.at].iter().any(|w| matches!(w.part, Part::Verb | Part::Infinitive));
            return (!told).then_some(noun);
        }
        let own = || (0..self.at).rev().take_while(|at| words[*at].clause == clause && words[*at].part != Part::Verb);
        let noun = own().take(6).find(|at| words[*at].part == Part::EventNoun)?;
        let phrase = |w: &Word| {
            w.capital
                || w.part == Part::Auxiliary
                || w.lower == "of"
                || w.lower.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '£' | '€'))
                || PREPOSITIONS.contains(&w.lower.as_str())
        };
        let between = words[noun + 1..self.at].iter().all(|w| !w.mark && phrase(w));
        let led = own().skip_while(|at| *at >= noun).take(4).map(|at| &words[at]).take_while(|w| !w.mark);
        (between && !led.into_iter().any(|w| PREPOSITIONS.contains(&w.lower.as_str()))).then_some(noun)
    }

    /// The happening that is "set to begin", "scheduled to open", "to start": the noun right before what leads to it.
    fn set_to_begin(&self) -> Option<usize> {
        const LEADS: &[&str] =
            &["set", "scheduled", "slated", "due", "expected", "is", "are", "was", "were", "will", "to", "currently", "now"];
        let clause = self.word().clause;
        let noun = (0..self.at).rev().find(|at| self.words[*at].mark || !LEADS.contains(&self.words[*at].lower.as_str()))?;
        (self.words[noun].part == Part::EventNoun && self.words[noun].clause == clause && noun + 1 < self.at).then_some(noun)
    }

    /// The sitting that a court sets a day for: "set his trial for May 4", "scheduled sentencing for June".
    fn sets_a_sitting(&self) -> Option<usize> {
        if !matches!(self.word().stem.as_str(), "set" | "schedul" | "reschedul") || self.word().part != Part::Verb || self.is_passive() {
            return None;
        }
        let object = (self.at + 1..self.words.len()).take(6).take_while(|at| !self.words[*at].mark && self.words[*at].lower != "for");
        let sitting = object.into_iter().find(|at| {
            self.words[*at].part == Part::EventNoun && matches!(self.words[*at].kind, "hearing" | "sentence" | "plea" | "testimony")
        })?;
        self.words[sitting + 1..].iter().take(4).any(|w| w.lower == "for").then_some(sitting)
    }

    /// What is named stands behind: an article or an opening quotation mark behind an object, "it a sham", "him “weak”".
    fn gives_a_name(&self) -> bool {
        let rest = &self.words[self.at + 1..];
        let thing = |w: &Word| matches!(w.lower.as_str(), "it" | "this" | "that" | "them" | "those" | "these");
        let mut object =
            rest.iter().take(9).take_while(|w| !matches!(w.lower.as_str(), "," | "." | ";" | "to" | "after" | "before" | "at" | "on"));
        rest.first().is_some_and(|w| thing(w) && rest.get(1).is_some_and(|w| !w.mark && !PREPOSITIONS.contains(&w.lower.as_str())))
            || self.is_passive() && self.next(&["a", "an", "the"])
            || object.any(|w| matches!(w.lower.as_str(), "\"" | "“" | "a" | "an") || EPITHETS.contains(&w.lower.as_str()))
            || self.next(&["the", "his", "her", "their", "its"])
                && rest.iter().skip(1).take(3).take_while(|w| w.lower != "since").any(|w| w.part == Part::EventNoun)
    }
}

/// Every table of senses, in the order in which they are asked.
pub const TABLES: &[&[Sense]] = &[nothing::SENSES, office::SENSES, crime::SENSES, court::SENSES, speech::SENSES, plain::SENSES];

/// Verbs that say of a happening only when it is to be.
const MOVES: &[&str] = &[
    "scheduled", "set", "held", "postponed", "delayed", "adjourned", "continued", "canceled", "cancelled", "rescheduled", "moved",
    "slated", "due",
];

/// Verbs that say of a happening only that it came; that it ended is another day.
const COMES: &[&str] =
    &["began", "begins", "begin", "opened", "opens", "started", "starts", "occurred", "happened", "came", "comes", "conducted"];

/// What is done with a paper.
const GIVEN: &[&str] = &[
    "issued", "released", "delivered", "brought", "announced", "signed", "entered", "handed", "written", "granted", "sent", "posted",
    "returned", "filed",
];
/// What is told in one.
const PAPERS: &[&str] =
    &["ruling", "order", "verdict", "filing", "charge", "motion", "appeal", "settlement", "sentence", "message", "statement"];

/// The kind of what somebody known to be a judge does by a verb; its own where a judge too may do just that.
pub(super) fn of_bench(verb: &Word) -> &'static str {
    const RULES: &[&str] = &[
        "find", "found", "clear", "side", "determin", "block", "halt", "invalid", "void", "reinstat", "restor", "reject", "deni",
        "conclud", "toss", "throw", "allow", "permit",
    ];
    match verb.stem.as_str() {
        "award" => "order",
        stem if RULES.contains(&stem) => "ruling",
        _ => verb.kind,
    }
}

/// Gives each word of a sentence the kind of its sense.
pub(super) fn tell_apart(words: &mut [Word]) {
    for at in 0..words.len() {
        if matches!(words[at].part, Part::Other | Part::Auxiliary) {
            continue;
        }
        // "A hearing is scheduled for", "the trial was postponed": the verb only moves what its subject names.
        let moved = MOVES.contains(&words[at].lower.as_str())
            || words[at].lower == "put" && moved::is_move(words, at)
            || words[at].lower == "expected" && words.get(at + 1).is_some_and(|w| matches!(w.lower.as_str(), "on" | "in" | "by" | "at"));
        // "Making her answer due March 13" is of no hearing told before it.
        let moved = moved && (words[at].kind != "deadline" || At { words, at }.happening_for_its_subject().is_some());
        if moved && let Some(noun) = words[..at].iter().find(|w| w.clause == words[at].clause && w.part == Part::EventNoun) {
            words[at].kind = noun.kind;
            continue;
        }
        // "Set Dorn's sentencing for May 4": the day is that of the sitting.
        let beside = At { words, at };
        if let Some(sitting) = beside.sets_a_sitting() {
            words[at].kind = words[sitting].kind;
            continue;
        }
        // "Trial is set to begin on Monday": the noun tells what is to come.
        if words[at].part == Part::Infinitive
            && matches!(words[at].lower.as_str(), "begin" | "start" | "commence" | "open" | "resume")
            && let Some(noun) = beside.set_to_begin()
        {
            words[at].kind = words[noun].kind;
            continue;
        }
        // "The trial began on Monday", "the trial, which opens in May".
        let comes = COMES.contains(&words[at].lower.as_str())
            || words[at].lower == "made" && beside.is_passive()
            || matches!(words[at].lower.as_str(), "took" | "takes") && beside.next(&["place"])
            || words[at].lower == "followed" && beside.next(&["on", "in", "at", "late", "early", "last"]);
        if comes
            && words[at].part == Part::Verb
            && let Some(noun) = beside.happening_for_its_subject()
        {
            let kind = words[noun].kind;
            // Where it stands in the verb's own clause, the noun tells what came; "said the raid came on May 3" keeps its verb.
            let own = words[noun].clause == words[at].clause
                && words[..noun].iter().all(|w| w.clause != words[at].clause || !matches!(w.part, Part::Verb | Part::Infinitive));
            (words[at].part, words[at].kind) = if own { (Part::Other, kinds::OTHER) } else { (Part::Verb, kind) };
            continue;
        }
        // "The decision, issued on Tuesday", "the suit, brought in 2014": what is done with a paper is told of the paper.
        let behind = if at > 1 && words[at - 1].lower == "," { at - 2 } else { at.saturating_sub(1) };
        if words[at].lower == "brought"
            && at > 0
            && ["suit", "case", "complaint", "petition", "action"].contains(&words[behind].lower.as_str())
        {
            words[at].kind = "filing";
            continue;
        }
        let beside = At { words, at };
        if GIVEN.contains(&words[at].lower.as_str()) && at > 0 {
            let behind = Some(behind).filter(|at| words[*at].part == Part::EventNoun);
            // "Judgment was entered", "a ruling had been issued".
            let noun = behind.or_else(|| beside.happening_for_its_subject().filter(|_| beside.is_passive()));
            if let Some(noun) = noun.filter(|at| PAPERS.contains(&words[*at].kind)) {
                words[at].kind = words[noun].kind;
                continue;
            }
        }
        // "His deposition, taken on May 8".
        let behind = if at > 1 && words[behind].part == Part::Auxiliary { at - 2 } else { behind };
        if ["taken", "given", "held"].contains(&words[at].lower.as_str())
            && at > 0
            && words[behind].part == Part::EventNoun
            && matches!(words[behind].kind, "testimony" | "interview" | "hearing" | "meeting" | "statement")
        {
            words[at].kind = words[behind].kind;
            continue;
        }
        let sense = TABLES.iter().flat_map(|table| table.iter()).find(|sense| sense.is_of(&words[at]) && (sense.when)(&beside));
        match sense.map(|sense| sense.kind) {
            Some(Some(kind)) => words[at].kind = kind,
            Some(None) => (words[at].part, words[at].kind) = (Part::Other, kinds::OTHER),
            None => {}
        }
    }
    tell_on_paper(words);
}

/// What somebody says on.
const ON_PAPER: &[&str] =
    &["filing", "letter", "email", "e-mail", "statement", "memo", "tweet", "brief", "motion", "message", "testimony", "interview", "post"];

/// "In a court filing Thursday, his lawyer said": one happening, told by its verb, of the kind of the paper.
fn tell_on_paper(words: &mut [Word]) {
    if words.first().is_none_or(|w| w.lower != "in") {
        return;
    }
    let Some(paper) = words.iter().take(12).position(|w| ON_PAPER.contains(&w.lower.as_str())) else { return };
    let Some(comma) = words.iter().skip(paper).position(|w| w.mark).map(|at| paper + at) else { return };
    // "In his March 3, 2020, letter": the commas of a day stand behind numbers.
    let number = |w: &Word| w.lower.starts_with(|c: char| c.is_ascii_digit());
    if words[comma].lower != "," || words[..paper].windows(2).any(|pair| pair[1].mark && !number(&pair[0])) {
        return;
    }
    let told = words[..comma].iter().any(|w| matches!(w.part, Part::Verb | Part::Infinitive | Part::Auxiliary));
    let main = words[comma..].iter().take(14).take_while(|w| !w.quoted).position(|w| w.part == Part::Verb);
    let Some(verb) = main.map(|at| comma + at).filter(|at| words[*at].kind == "statement" && !told) else { return };
    if words[paper].kind != kinds::OTHER {
        words[verb].kind = words[paper].kind;
    }
    (words[paper].part, words[paper].kind) = (Part::Other, kinds::OTHER);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::clause::analyse;
    use crate::span::Span;

    #[test]
    fn every_sense_is_told_in_its_wanted_sentences_and_in_no_unwanted_one() {
        let mut faults = Vec::new();
        for sense in TABLES.iter().flat_map(|table| table.iter()) {
            let has = |text: &str| {
                let sentence = analyse(text, Span::new(0, text.len()), &[]);
                let of_noun = |w: &Word| !sense.words.is_empty() || kinds::of_noun(&w.lower).is_some();
                sentence.words.iter().filter(|w| sense.is_of(w) && of_noun(w)).any(|w| match sense.kind {
                    Some(kind) => w.kind == kind && !matches!(w.part, Part::Other | Part::Auxiliary),
                    None => w.part == Part::Other,
                })
            };
            faults.extend(
                sense.wanted.iter().filter(|text| !has(text)).map(|text| format!("{:?} {:?}: not in {text:?}", sense.words, sense.kind)),
            );
            faults.extend(
                sense.unwanted.iter().filter(|text| has(text)).map(|text| format!("{:?} {:?}: in {text:?}", sense.words, sense.kind)),
            );
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
