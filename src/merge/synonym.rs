//! Words that tell of one doing or one thing, so that "rescinded the program" and "cancelled it" are compared as one verb.
//!
//! Only words that papers use for each other are here; what would tell two happenings of a case apart ("charged" and
//! "convicted") never is.

use crate::event::clause;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Each row is one thing; its first word stands for all.
const THINGS: &[&[&str]] = &[
    &["suit", "lawsuit", "complaint", "litigation"],
    &["image", "picture", "photo", "photograph", "video", "clip", "material", "post", "tweet", "content", "footage"],
    &["rule", "ruling", "decision", "judgment", "judgement"],
    &["firm", "company", "corporation"],
    &["lawyer", "attorney"],
    &["money", "fund", "cash"],
    &["law", "bill", "measure", "legislation"],
    &["prison", "jail"],
    &["job", "position", "worker", "employee", "staff", "workforce"],
    &["bankruptcy", "bankrupt", "chapter"],
    &["probe", "inquiry"],
    &["kid", "child", "children"],
    &["deal", "settlement", "accord"],
];

/// Each row is one doing; its first word stands for all.
const DOINGS: &[&[&str]] = &[
    &["end", "terminate", "rescind", "rescission", "cancel", "cancellation", "revoke", "scrap", "repeal", "abolish", "discontinue"],
    &["dismiss", "drop", "dismissal"],
    &["murder", "kill", "slay", "slain"],
    &["buy", "bought", "purchase", "acquire"],
    &["start", "begin", "began", "launch", "commence", "open"],
    &["close", "shut", "shutter"],
    &["create", "form", "establish", "implement", "introduce", "institute", "creation"],
    &["rise", "rose", "climb", "jump", "surge", "increase"],
    &["fall", "fell", "decline", "plunge", "decrease"],
    &["travel", "fly", "flew", "visit", "trip"],
    &["marry", "wed"],
    &["attack", "assault"],
    &["seize", "confiscate", "impound"],
    &["block", "halt", "stop", "bar", "prevent", "enjoin", "freeze"],
    &["warn", "caution", "alert"],
    &["praise", "laud", "hail", "applaud"],
    &["criticize", "slam", "blast", "condemn", "denounce", "lambast", "castigate", "rebuke"],
    &["reveal", "disclose", "uncover", "expose"],
    &["discover", "learn", "detect"],
    &["hire", "recruit", "retain"],
    &["mislead", "misled", "deceive"],
    &["support", "back", "endorse"],
    &["release", "free", "freed"],
    &["flee", "fled", "escape"],
    &["crash", "collide", "collision"],
    &["recommend", "urge", "suggest"],
    &["promise", "pledge", "vow"],
    &["depart", "quit"],
    &["reduce", "cut", "slash", "lower", "trim"],
    &["delay", "postpone", "adjourn", "defer"],
    &["threaten", "threat"],
    &["destroy", "raze", "demolish"],
    &["win", "won", "victory"],
    &["transfer", "reassign", "relocate"],
    &["chase", "pursue", "pursuit"],
    &["confront", "accost"],
    &["film", "record", "videotape"],
    &["hide", "hid", "conceal"],
    &["steal", "stole", "theft"],
    &["build", "built", "construct", "erect"],
    &["rescue", "save"],
    &["ban", "prohibit", "outlaw", "forbid"],
    &["restrict", "limit", "curb"],
    &["expire", "lapse"],
    &["violate", "breach"],
    &["admit", "acknowledge", "concede"],
    &["overturn", "reverse", "vacate"],
    &["uphold", "upheld", "affirm"],
    &["redraw", "redrew", "redistrict"],
    &["invalidate", "nullify", "void"],
    &["donate", "contribute", "donation", "contribution"],
    &["collapse", "crumble"],
    &["burn", "torch"],
    &["search", "raid"],
    &["protest", "demonstrate", "demonstration", "rally", "march"],
];

/// The stem that stands for a stem of a thing or a doing: the first of its row's, or itself.
pub(super) fn folded(stem: &str) -> &str {
    static HEADS: OnceLock<HashMap<String, String>> = OnceLock::new();
    HEADS.get_or_init(|| heads(THINGS)).get(stem).map(String::as_str).or_else(|| doing(stem)).unwrap_or(stem)
}

/// The stem that stands for the stem of a doing that other words say too.
pub(super) fn doing(stem: &str) -> Option<&'static str> {
    static HEADS: OnceLock<HashMap<String, String>> = OnceLock::new();
    HEADS.get_or_init(|| heads(DOINGS)).get(stem).map(String::as_str)
}

fn heads(rows: &[&[&str]]) -> HashMap<String, String> {
    rows.iter().flat_map(|row| row.iter().map(|word| (clause::stem(word), clause::stem(row[0])))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_in_one_row_and_folds_to_its_head() {
        let mut seen = HashMap::new();
        for row in THINGS.iter().chain(DOINGS) {
            for word in *row {
                let head = clause::stem(row[0]);
                let earlier = seen.insert(clause::stem(word), head.clone());
                assert!(earlier.is_none_or(|other| other == head), "{word} stands in two rows");
                assert_eq!(folded(&clause::stem(word)), head, "{word}");
            }
        }
        assert_eq!(folded("indict"), "indict");
        assert_ne!(folded(&clause::stem("convicted")), folded(&clause::stem("charged")));
    }
}
