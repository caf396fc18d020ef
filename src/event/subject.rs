//! Whose doing or lot a happening is: who was arrested, whose plea it is, so that two people's are two happenings.

use super::actor::{self, Name};
use super::clause::{Part, Sentence, Word, is_adverb, is_passive};
use super::{Around, STOP, Source};

/// Whose doing or lot a happening is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The key of the name.
    pub key: String,
    /// The name stands in the clause; otherwise "he" or "she" was taken for it, which can be wrong.
    pub named: bool,
    /// Grammar leaves no other: the object of "fired", the subject of "was fired", the name behind "the firing of".
    pub sure: bool,
}

/// Kinds that are somebody's: whose they are is asked, so that two people's are two happenings.
const SOMEBODYS: &[&str] = &[
    "plea", "verdict", "death", "injury", "arrest", "charge", "sentence", "resignation", "dismissal from office", "suspension",
    "appointment", "filing", "birth",
];
/// Those of them whose active verb has the one concerned behind it: "police arrested Carl Dunn".
const DONE_TO: &[&str] =
    &["verdict", "death", "injury", "arrest", "charge", "sentence", "dismissal from office", "suspension", "appointment"];

/// Kinds that befall who is tried, and no judge.
const TRIED: &[&str] = &["plea", "verdict", "sentence", "charge", "arrest"];

/// Relatives, who own what befalls them.
const KIN: &[&str] = &[
    "father", "mother", "brother", "sister", "son", "daughter", "wife", "husband", "uncle", "aunt", "cousin", "friend", "partner",
    "grandfather", "grandmother", "nephew", "niece", "girlfriend", "boyfriend",
];

/// Whose doing or lot a happening is.
///
/// The last name before the trigger in its clause ("Trump's former adviser George Papadopoulos pleaded guilty" is of the
/// second; behind "who" it is the name that stands before the clause), or the first behind an active verb of doing
/// something to somebody.
pub(super) fn of(source: &Source, sentence: &Sentence, trigger: usize, around: &Around) -> Option<Subject> {
    let word = &sentence.words[trigger];
    if !SOMEBODYS.contains(&word.kind) {
        return None;
    }
    let text = source.document.prose();
    let person = |names: Vec<Name>, last: bool| {
        let persons: Vec<Name> = names.into_iter().filter(|name| !actor::is_body(&name.shown)).collect();
        let name = if last { persons.last() } else { persons.first() }?;
        // Of two it may be either's, or both's.
        Some(Subject { key: source.aliases.resolve(name).key, named: true, sure: persons.len() == 1 })
    };
    let unsure = |subject: Subject| Subject { sure: false, ..subject };
    // "The firing of Paul Reed".
    let behind = sentence.words.get(trigger + 1..).unwrap_or_default();
    if DONE_TO.contains(&word.kind) && word.part == Part::EventNoun && behind.first().is_some_and(|w| w.lower == "of") {
        let ends = |w: &Word| w.mark && w.lower != "." || w.part == Part::Verb || matches!(w.lower.as_str(), "by" | "in" | "on" | "at");
        let end = behind.iter().take(9).position(ends).unwrap_or(behind.len().min(9));
        if let Some(of) = person(actor::names(&behind[1..end], text), false) {
            return Some(of);
        }
    }
    if DONE_TO.contains(&word.kind)
        && word.part == Part::Verb
        && !is_passive(&sentence.words, trigger)
        && !matches!(word.stem.as_str(), "die" | "hang")
    {
        let end = behind
            .iter()
            .position(|w| {
                w.mark && w.lower != "."
                    || w.clause != word.clause
                    || matches!(
                        w.lower.as_str(),
                        "of" | "for"
                            | "on"
                            | "with"
                            | "to"
                            | "in"
                            | "at"
                            | "as"
                            | "over"
                            | "by"
                            | "from"
                            | "after"
                            | "during"
                            | "inside"
                            | "outside"
                            | "near"
                            | "own"
                    )
            })
            .unwrap_or(behind.len());
        // "Fired its general counsel, Paul Reed": the name may stand beside what he is.
        let beside = behind.get(end).filter(|w| w.lower == ",").map(|_| {
            let rest = &behind[end + 1..];
            &rest[..rest.iter().position(|w| w.mark || w.part == Part::Verb).unwrap_or(rest.len()).min(5)]
        });
        // "Jurors convicted him".
        let whom = behind.first().filter(|w| TRIED.contains(&word.kind) && matches!(w.lower.as_str(), "him" | "her"));
        let whom = whom.and_then(|_| he(word, around));
        return person(actor::names(&behind[..end.min(8)], text), false)
            .or_else(|| person(actor::names(beside?, text), false).map(unsure))
            .or_else(|| whom.map(|name| Subject { key: name.key, named: false, sure: false }));
    }
    // "Her father's death": of another than whom she is, and of nobody by name.
    let owner =
        sentence.words[..trigger].iter().rev().take(3).take_while(|w| !w.mark).find(|w| w.lower.ends_with("'s") || w.lower.ends_with("’s"));
    if let Some(kin) =
        owner.filter(|w| word.part == Part::EventNoun && KIN.contains(&w.lower.trim_end_matches("'s").trim_end_matches("’s")))
    {
        return Some(Subject { key: kin.lower.clone(), named: true, sure: false });
    }
    let clause = word.clause;
    let opens = sentence.words.iter().position(|w| w.clause == clause)?;
    let pronoun = |w: &Word| matches!(w.lower.as_str(), "he" | "she" | "his" | "her");
    let theirs = word.part == Part::EventNoun && sentence.words[..trigger].iter().rev().take(3).any(pronoun);
    // "A Trump aide pleaded": a name before a noun of its own is not whom the clause is of.
    let last = |words: &[Word]| {
        let noun = words.iter().rposition(|w| w.capital).and_then(|at| words.get(at + 1));
        let owned = noun.is_some_and(|w| !w.mark && w.part == Part::Other && !STOP.contains(&w.lower.as_str()) && !is_adverb(&w.lower));
        if owned { None } else { person(actor::names(words, text), true) }
    };
    if matches!(sentence.words[opens].lower.as_str(), "who" | "whom" | "which") && !theirs {
        return last(&sentence.words[..opens]).map(unsure);
    }
    // The clause may stand in parts, with another set in between them; the nearest part that has a name gives it.
    let parts = sentence.words[opens..trigger].chunk_by(|a, b| a.clause == b.clause);
    let own = parts.rev().filter(|part| part[0].clause == clause);
    if !theirs && let Some(named) = own.clone().find_map(last) {
        let passive = word.part == Part::Verb && is_passive(&sentence.words, trigger);
        return Some(if passive { named } else { unsure(named) });
    }
    // "The 66-year-old financier was arrested": described in the clause, and nobody named in it.
    if !theirs && let Some(meant) = around.meant.filter(|_| sentence.words[opens..trigger].iter().any(|w| w.lower == "the")) {
        return Some(Subject { key: meant.key.clone(), named: false, sure: false });
    }
    // "He" is whom the sentence began with, or the one before it.
    if !own.flatten().any(pronoun) && !has_no_subject(sentence, opens, trigger) {
        return None;
    }
    let names = actor::names(&sentence.words[behind_dateline(sentence)..trigger], text);
    let first = names.iter().find(|name| !actor::is_body(&name.shown)).map(|name| source.aliases.resolve(name));
    let spoken_of = first.or_else(|| he(word, around))?;
    Some(Subject { key: spoken_of.key, named: false, sure: false })
}

/// Whom "he" or "him" means who is charged, convicted or dies: the one spoken of before, and no judge; else whom the paper has
/// told of most.
fn he(word: &Word, around: &Around) -> Option<Name> {
    let tried = TRIED.contains(&word.kind);
    let judge = |name: &Name| around.judges.contains(&name.key);
    let person = |name: &&Name| !(actor::is_body(&name.shown) || tried && judge(name));
    around.recent.iter().find(person).or(around.most).cloned()
}

/// "Lasted 24 days before being fired", "and was arrested": a verb whose subject is that of the sentence.
fn has_no_subject(sentence: &Sentence, opens: usize, trigger: usize) -> bool {
    const LEADS: &[&str] = &["and", "but", "then", "later", "before", "after", "since", "while", "eventually", "subsequently"];
    let words = &sentence.words;
    let is_verb = |w: &Word| matches!(w.part, Part::Verb | Part::Auxiliary) || w.part == Part::Infinitive && w.lower.ends_with("ing");
    let first = words[opens..=trigger].iter().find(|w| !w.mark && !LEADS.contains(&w.lower.as_str()));
    opens > 0 && words[trigger].part != Part::EventNoun && first.is_some_and(is_verb)
}

/// The first word behind a dateline: "WASHINGTON (Reuters) -", "LINDEN, Ohio —".
fn behind_dateline(sentence: &Sentence) -> usize {
    let dash = |w: &Word| w.mark && matches!(w.lower.as_str(), "—" | "–" | "-");
    let at = sentence.words.iter().take(9).position(dash);
    let placed = |at: &usize| sentence.words[..*at].iter().all(|w| w.mark || w.capital);
    at.filter(|at| *at > 0).filter(placed).map_or(0, |at| at + 1)
}
