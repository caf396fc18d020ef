//! The kind of a happening as its sentence makes it: a verb's row in the table, and what its objects and subject change.

use super::clause::{Part, Sentence, Word};
use super::kinds;

/// Verbs that are of their kind only with what the trade does with them: papers are served, and so are breakfasts.
const NEEDS: &[(&str, &[&str])] = &[
    (
        "serv",
        &["summons", "papers", "subpoena", "subpoenas", "complaint", "lawsuit", "suit", "notice", "warrant", "process", "petition", "with"],
    ),
    (
        "move",
        &[
            "dismiss", "withdraw", "strike", "compel", "quash", "vacate", "stay", "suppress", "intervene", "seal", "disqualify", "court",
            "judge", "injunction",
        ],
    ),
];

/// Verbs that say of a happening only when it is to be.
const MOVES: &[&str] = &[
    "scheduled", "set", "held", "postponed", "delayed", "adjourned", "continued", "canceled", "cancelled", "rescheduled", "moved",
    "slated", "due",
];

/// The kind of a trigger. "Filed a complaint with the company" is a report: only a court takes a suit.
pub(super) fn kind_of(sentence: &Sentence, trigger: usize) -> &'static str {
    let word = &sentence.words[trigger];
    if word.kind == "filing" {
        let after = &sentence.words[trigger + 1..];
        let complaint = after.iter().take(5).position(|w| matches!(w.lower.as_str(), "complaint" | "complaints" | "report" | "reports"));
        if let Some(at) = complaint
            && after.get(at + 1).is_some_and(|w| matches!(w.lower.as_str(), "with" | "to"))
            && !after[at..].iter().take(6).any(|w| w.lower == "court")
        {
            return "report";
        }
    }
    let clause: Vec<&str> = sentence.words.iter().filter(|w| w.clause == word.clause && !w.mark).map(|w| w.lower.as_str()).collect();
    let names = |list: &[&str]| clause.iter().any(|w| list.contains(w));
    if let Some((_, needs)) = NEEDS.iter().find(|(stem, _)| *stem == word.stem) {
        let passive = trigger > 0 && matches!(sentence.words[trigger - 1].lower.as_str(), "was" | "were" | "been" | "be");
        let of_clause = |w: &Word| w.clause == word.clause && needs.contains(&w.lower.as_str());
        if word.part != Part::EventNoun && !(passive && word.stem == "serv") && !sentence.words.iter().any(of_clause) {
            return kinds::OTHER;
        }
    }
    // "A hearing is scheduled for", "the trial was postponed": the verb only moves what its subject names.
    if MOVES.contains(&word.lower.as_str())
        && let Some(noun) = sentence.words[..trigger].iter().find(|w| w.clause == word.clause && w.part == Part::EventNoun)
    {
        return noun.kind;
    }
    // A court that denies a motion rules; a case is dismissed by a ruling, a man from his office.
    if word.kind == "refusal"
        && names(&["motion", "motions", "petition", "injunction", "appeal"])
        && names(&["judge", "court", "justice", "panel", "justices"])
    {
        return "ruling";
    }
    if word.stem == "dismiss"
        && !names(&[
            "case", "cases", "suit", "lawsuit", "charge", "charges", "complaint", "claim", "claims", "motion", "appeal", "indictment",
            "counts", "petition", "action",
        ])
    {
        return "dismissal from office";
    }
    word.kind
}
