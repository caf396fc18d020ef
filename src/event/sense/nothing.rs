//! Words that tell of nothing where they stand: titles, names of things, forms of papers.

use super::{BENCH, HEADS, Sense};
use crate::event::clause::Part;

/// Senses of words that tell of nothing.
pub(super) const SENSES: &[Sense] = &[
    Sense {
        words: &[],
        kind: None,
        when: |a| a.is_noun() && a.next(HEADS),
        wanted: &["He took a plea deal.", "It looked into election meddling.", "She was on suicide watch.", "The trial court met."],
        unwanted: &["His plea came in December 2017.", "The trial began on Monday.", "The election came in November 2016."],
    },
    Sense {
        words: &["confer"],
        kind: None,
        when: |a| {
            a.is_noun()
                && !a.behind(&["status", "scheduling", "settlement", "pretrial", "management", "telephone", "discovery", "mediation"])
        },
        wanted: &["She spoke at a news conference.", "The conference was long."],
        unwanted: &["The status conference is set for May 5."],
    },
    Sense {
        words: &["appeal"],
        kind: None,
        when: |a| {
            a.next(&["court", "courts", "court's", "panel", "judge", "judges", "council"])
                || a.behind(&["of"]) && a.before(&["court", "courts"])
        },
        wanted: &["The appeals court ruled on Monday.", "The court of appeals met."],
        unwanted: &["The appeal was heard in court.", "The state appealed on Monday."],
    },
    Sense {
        words: &["order"],
        kind: None,
        when: |a| a.is("order") && a.behind(&["in"]) && a.next(&["to", "that", "for"]),
        wanted: &["He lied in order to win."],
        unwanted: &["He signed the order to stay."],
    },
    Sense {
        words: &["affirm", "quit"],
        kind: None,
        when: |a| matches!(a.word().lower.as_str(), "affirmative" | "quite"),
        wanted: &["The group is opposed to affirmative action.", "He was not quite done."],
        unwanted: &["The panel affirmed it.", "He quit on Monday."],
    },
    Sense {
        words: &["rule"],
        kind: None,
        when: |a| {
            a.is("rules") && !a.before(BENCH) && !a.next(&["that", "on", "in", "against", "for", "out", "the", "his", "her", "it"])
                || a.behind(&["of"]) && a.is("rule")
        },
        wanted: &["He faces six months under federal sentencing rules.", "The rules changed."],
        unwanted: &["The judge rules for the state.", "The court ruled on Monday."],
    },
    Sense {
        words: &["email"],
        kind: None,
        when: |a| a.is_noun() && a.next(&["server", "servers", "account", "accounts", "address", "addresses"]),
        wanted: &["She kept a private email server."],
        unwanted: &["The email of May 3 was long."],
    },
    Sense {
        words: &["penalti"],
        kind: None,
        when: |a| a.behind(&["under"]) && a.next(&["of"]) || a.behind(&["death"]),
        wanted: &["He signed it under penalty of perjury."],
        unwanted: &["The penalty came in May."],
    },
    // Who is on call is called by no one.
    Sense {
        words: &["call"],
        kind: None,
        when: |a| a.is("call") && a.behind(&["on"]) && !a.next(&["to", "with", "on", "from"]),
        wanted: &["Dr. Pell was on call at the hospital."],
        unwanted: &["He was on a call with her on May 3."],
    },
    // What a paper asks for is not given.
    Sense {
        words: &["judgment"],
        kind: None,
        when: |a| a.before(&["prays", "pray", "demands", "demand", "seeks"]),
        wanted: &["The plaintiff prays for judgment with interest."],
        unwanted: &["The judgment was entered on May 3."],
    },
    // "Used to work there", "a used car", "the van used in it".
    Sense {
        words: &["use"],
        kind: None,
        when: |a| {
            const BEHIND: &[&str] = &["to", "by", "in", "as", "for", "car", "cars", "against", "during"];
            // What is used to do a thing is told by the thing done.
            let means = a.words[a.at + 1..].windows(2).take(8).any(|w| w[0].lower == "to" && w[1].part == Part::Infinitive);
            a.is("used") && (means || !a.is_passive() && a.next(BEHIND))
        },
        wanted: &["She used to work there.", "The van used in the heist was found.", "He used a card to open it."],
        unwanted: &["Police used tear gas on Saturday."],
    },
    // "Amy Dorn, being duly sworn, deposes and says:" opens a paper and tells nothing.
    Sense {
        words: &["swear", "sworn", "depos", "say"],
        kind: None,
        when: |a| {
            let oath = a.words.windows(2).any(|w| w[0].lower == "duly" && w[1].lower == "sworn");
            oath && (a.behind(&["duly"]) || a.next(&["and", ":", "that", "as", "under"]) && a.words.iter().any(|w| w.lower == "deposes"))
        },
        wanted: &["Amy Dorn, being duly sworn, deposes and says:"],
        unwanted: &["He was sworn in on May 3.", "She was deposed on May 4."],
    },
    // "His conviction made him the first", "Monday's arrest marked a turn": the noun before it is what happened.
    Sense {
        words: &["make", "mark", "repres", "constitut", "signal", "underscor"],
        kind: None,
        when: |a| a.word().part == Part::Verb && !a.is_passive() && !a.next(&["by"]) && a.happening_for_its_subject().is_some(),
        wanted: &["In August, his conviction made him the first to go.", "The arrest on Monday marked a turn."],
        unwanted: &["The judge made a ruling on Monday.", "After his arrest he made a call."],
    },
    // "Did not respond to a request for comment Thursday": what came was no request.
    Sense {
        words: &["request"],
        kind: None,
        when: |a| a.is_noun() && a.next(&["for"]) && a.soon(&["comment", "comments"]),
        wanted: &["She did not respond to a request for comment."],
        unwanted: &["The request for records came on Monday."],
    },
];
