//! Who says, asks, writes, meets and is told.

use super::{PLEADED, Sense};
use crate::event::clause::Part;

/// Senses of words between people.
pub(super) const SENSES: &[Sense] = &[
    Sense {
        words: &["call"],
        kind: Some("request"),
        when: |a| a.next(&["for", "on", "upon"]) && !a.is_noun() || a.is("calls") && a.next(&["for"]),
        wanted: &["He called for an inquiry.", "She called on the mayor to resign.", "There were calls for a ban."],
        unwanted: &["He called the ambassador on Dec. 29."],
    },
    Sense {
        words: &["call"],
        kind: Some("statement"),
        when: |a| !a.is_noun() && a.gives_a_name(),
        wanted: &[
            "He called it unfair.", "She called the ruling a mistake.", "The judge called him “weak”.", "He was called a friend.",
            "The firm called the shooting tragic.", "She called the report false on Friday.",
        ],
        unwanted: &["He called the ambassador on Dec. 29.", "She called police after the crash.", "He called it in on Monday."],
    },
    Sense {
        words: &["argu"],
        kind: Some("statement"),
        when: |a| {
            // "The motion was briefed and argued on May 3."
            let told = |list: &[&str]| a.words[..a.at].iter().any(|w| list.contains(&w.lower.as_str()));
            let brought = a.next(&["on", "at"]) && told(PLEADED) && told(&["was", "were", "been"]);
            let heard = a.is_passive() && a.beside(PLEADED) || brought || a.beside(&["oral"]);
            !a.is_noun() && !a.soon(&["case", "cases", "appeal", "appeals", "motion", "motions"]) && !a.next(&["before", "in"]) && !heard
        },
        wanted: &["Prosecutors argued that he lied.", "The firm argued it was immune."],
        unwanted: &["Lawyers argued the case on Monday.", "They argued before the panel."],
    },
    Sense {
        words: &["report"],
        kind: Some("statement"),
        when: |a| {
            const PRESS: &[&str] = &[
                "times", "post", "press", "news", "journal", "reuters", "cnn", "npr", "ap", "nbc", "abc", "cbs", "bbc", "guardian",
                "herald", "tribune", "globe", "fox", "politico", "outlet", "outlets", "newspaper", "media", "paper", "magazine", "website",
                "site",
            ];
            !a.is_noun() && (a.next(&["that"]) || a.before(PRESS) && !a.behind(&["post"]) && !a.is_passive())
        },
        wanted: &["The Associated Press reported a deal.", "The paper reported on Monday that he left."],
        unwanted: &["The mother reported the post on Dec. 25.", "The post was reported to the firm."],
    },
    Sense {
        words: &["appointment", "appoint"],
        kind: Some("meeting"),
        when: |a| a.is_noun() && a.next(&["with", "at"]),
        wanted: &["She has an appointment with the prosecutor on June 18."],
        unwanted: &["The appointment of the judge came in May."],
    },
    Sense {
        words: &["receiv", "got", "get"],
        kind: Some("message"),
        when: |a| {
            a.word().part == Part::Verb
                && a.soon_behind(&["email", "e-mail", "text", "letter", "message", "note", "fax"])
                && a.soon(&["from"])
        },
        wanted: &["Dorn received a text from Harrow on June 4."],
        unwanted: &["Dorn received a check from Harrow on June 4."],
    },
    Sense {
        words: &["recommend"],
        kind: Some("request"),
        when: |a| {
            !a.is_noun()
                && (a.soon(&["prison", "jail", "sentence", "months", "years", "probation", "leniency", "penalty"]) || a.next(&["that"]))
        },
        wanted: &["Prosecutors recommended up to six months in prison.", "The board recommended that he go."],
        unwanted: &["She recommended the book on Monday."],
    },
    Sense {
        words: &["make"],
        kind: Some("request"),
        when: |a| a.soon_behind(&["plea", "pleas", "appeal"]) && a.soon(&["for"]),
        wanted: &["He made a public plea for help."],
        unwanted: &["He made a plea in court."],
    },
    Sense {
        words: &["send"],
        kind: Some("message"),
        when: |a| {
            a.soon(&["email", "emails", "e-mail", "e-mails", "letter", "letters", "text", "texts", "message", "messages", "memo", "tweet"])
                && !a.is_passive()
        },
        wanted: &["He sent an email to the mayor in May.", "She sent two letters on Monday."],
        unwanted: &["They sent him home on Monday."],
    },
    Sense {
        words: &["swear"],
        kind: Some("statement"),
        when: |a| !a.next(&["in", "into", "him", "her", "them"]) && !a.soon(&["in", "office"]),
        wanted: &["He swore out an affidavit on May 4.", "She swore that it was so."],
        unwanted: &["He was sworn in on Monday."],
    },
    Sense {
        words: &["plea"],
        kind: Some("request"),
        when: |a| a.is_noun() && (a.next(&["for"]) || a.behind(&["public", "emotional", "desperate", "impassioned", "urgent"])),
        wanted: &["She made a public plea for help on Monday.", "His plea for mercy came in May."],
        unwanted: &["His guilty plea came in December 2017.", "He entered a plea on Monday."],
    },
    Sense {
        words: &["file"],
        kind: Some("report"),
        when: |a| {
            let rest = &a.words[a.at + 1..];
            let complaint = rest.iter().take(5).position(|w| matches!(w.lower.as_str(), "complaint" | "complaints" | "report" | "reports"));
            complaint.is_some_and(|at| {
                rest.get(at + 1).is_some_and(|w| matches!(w.lower.as_str(), "with" | "to"))
                    && !rest[at..].iter().take(6).any(|w| w.lower == "court")
            })
        },
        wanted: &["He filed a complaint with the firm."],
        unwanted: &["He filed a complaint with the district court."],
    },
];
