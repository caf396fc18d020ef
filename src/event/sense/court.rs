//! What is brought before a court and what it does with it.

use super::{BENCH, COURTS, PLEADED, Sense};
use crate::event::clause::{Part, Word};

/// Senses of acts of courts and before them.
pub(super) const SENSES: &[Sense] = &[
    Sense {
        words: &["hear"],
        kind: Some("sentence"),
        when: |a| a.behind(&["sentencing"]),
        wanted: &["The sentencing hearing was on Monday."],
        unwanted: &["The bail hearing was on Monday."],
    },
    Sense {
        words: &["hear"],
        kind: Some("plea"),
        when: |a| a.behind(&["plea"]),
        wanted: &["The plea hearing was on Monday."],
        unwanted: &["The bail hearing was on Monday."],
    },
    Sense {
        words: &["got", "get", "receiv", "drew", "draw"],
        kind: Some("sentence"),
        when: |a| a.soon(&["months", "years", "life"]) && a.soon(&["prison", "jail", "probation", "bars"]) && !a.is_noun(),
        wanted: &["Harrow got five years in prison on May 14.", "He received 30 months in prison."],
        unwanted: &["She got two months of leave."],
    },
    // Who faces counts is charged with them.
    Sense {
        words: &["face"],
        kind: Some("charge"),
        when: |a| {
            const COUNTS: &[&str] = &["charge", "charges", "count", "counts", "indictment"];
            a.word().part == Part::Verb && (a.soon_behind(COUNTS) || a.next(&["with"]) && a.soon(COUNTS))
        },
        wanted: &["He faces two counts of fraud.", "She was faced with charges of theft."],
        unwanted: &["He faces up to ten years.", "He faced the court."],
    },
    // A court stays an order; others stay where they are.
    Sense {
        words: &["stay"],
        kind: Some("ruling"),
        when: |a| {
            const STAYED: &[&str] = &[
                "order", "orders", "ruling", "rulings", "judgment", "injunction", "execution", "deportation", "proceedings", "case",
                "decision", "mandate", "enforcement", "sentence", "law",
            ];
            a.word().part == Part::Verb && (a.soon_behind(STAYED) || a.is_passive() && a.led_by(STAYED))
        },
        wanted: &["The appeals court on Tuesday stayed the order.", "The ruling was stayed on Monday."],
        unwanted: &["He stayed at the mill on Monday.", "She stayed in Dover."],
    },
    // Who is found not guilty has a verdict too.
    Sense {
        words: &["find", "found"],
        kind: Some("verdict"),
        when: |a| a.word().part == Part::Verb && a.soon(&["guilty"]) && a.soon(&["not"]),
        wanted: &["He was found not guilty of murder on Monday."],
        unwanted: &["He was found in the river."],
    },
    Sense {
        words: &["name"],
        kind: Some("filing"),
        when: |a| a.next(&["in"]) && a.soon(&["lawsuit", "suit", "complaint"]),
        wanted: &["He was named in the lawsuit on May 3."],
        unwanted: &["He was named chairman in May."],
    },
    // Who signs a warrant orders it.
    Sense {
        words: &["sign"],
        kind: Some("order"),
        when: |a| {
            !a.is_noun()
                && (a.soon_behind(&["warrant", "warrants", "order", "orders"]) || a.is_passive() && a.led_by(&["warrant", "warrants"]))
        },
        wanted: &["Judge Pell signed the warrant on May 3.", "A warrant was signed on May 3."],
        unwanted: &["They signed the contract on May 3."],
    },
    // What is said of a happening is that it came: "the trial began", "his arrest came".
    Sense {
        words: &["go"],
        kind: Some("hearing"),
        when: |a| a.next(&["to", "on"]) && a.words.get(a.at + 2).is_some_and(|w| w.lower == "trial"),
        wanted: &["The case went to trial in October.", "He went on trial on Monday."],
        unwanted: &["He went to the trial in October.", "He went to town."],
    },
    Sense {
        words: &["file"],
        kind: Some("motion"),
        when: |a| !a.is_noun() && a.soon_behind(&["motion", "motions"]),
        wanted: &["The firm filed a motion to dismiss on May 3."],
        unwanted: &["The firm filed a suit on May 3.", "He filed a response to the motion."],
    },
    Sense {
        words: &["file"],
        kind: Some("appeal"),
        when: |a| !a.is_noun() && (a.soon_behind(&["appeal", "appeals"]) || a.soon(&["notice"]) && a.soon(&["appeal"])),
        wanted: &["He filed an appeal on Monday.", "She filed a notice of appeal in May."],
        unwanted: &["The firm filed a suit on May 3."],
    },
    // "Sought to withdraw his plea" is a motion, "sought to distance himself" an attempt.
    Sense {
        words: &["seek"],
        kind: Some("motion"),
        when: |a| {
            a.next(&["to"])
                && a.words.get(a.at + 2).is_some_and(|w| {
                    matches!(
                        w.stem.as_str(),
                        "withdraw" | "dismiss" | "suppress" | "compel" | "quash" | "vacat" | "interven" | "stay" | "block"
                    ) || matches!(w.stem.as_str(), "drop" | "abandon" | "toss" | "overturn") && a.soon(PLEADED)
                })
        },
        wanted: &["He sought to withdraw his plea.", "The state sought to drop the case."],
        unwanted: &["They sought records in May 2019."],
    },
    Sense {
        words: &["impos"],
        kind: Some("sentence"),
        when: |a| a.soon_behind(&["sentence", "sentences"]) || a.is_passive() && a.led_by(&["sentence", "sentences"]),
        wanted: &["The court imposed a sentence of 36 months.", "The sentence was imposed on Monday."],
        unwanted: &["The state imposed a tax on Monday."],
    },
    Sense {
        words: &["commenc", "institut", "initi"],
        kind: Some("filing"),
        when: |a| {
            const SUITS: &[&str] = &["action", "suit", "lawsuit", "case", "proceeding", "proceedings", "litigation", "petition"];
            a.word().part == Part::Verb && (a.soon_behind(SUITS) || a.is_passive() && a.led_by(SUITS))
        },
        wanted: &["This action was commenced on July 28, 2017.", "Dorn commenced a proceeding in May."],
        unwanted: &["Construction commenced on July 28, 2017.", "He initiated a call."],
    },
    // Who decides not to charge somebody tells of a charge that was not brought.
    Sense {
        words: &["decid", "declin", "refus", "vote", "chose", "choos"],
        kind: Some("charge"),
        when: |a| {
            let behind = || a.words[a.at + 1..].iter().take(12).take_while(|w| w.lower != ";");
            let turned_down = matches!(a.word().stem.as_str(), "declin" | "refus") || behind().any(|w| w.lower == "not");
            let to = behind().position(|w| w.lower == "to").map(|at| a.at + 2 + at);
            let charges = to.and_then(|at| a.words.get(at)).is_some_and(|w| matches!(w.lower.as_str(), "indict" | "charge" | "prosecute"));
            !a.is_noun() && turned_down && charges
        },
        wanted: &["A grand jury on Thursday declined to indict him.", "Prosecutors decided not to charge Dorn."],
        unwanted: &["The firm declined to comment on it.", "A grand jury decided to indict him."],
    },
    // "The court said it would hear the case": what a court says that it will do with a case, it rules.
    Sense {
        words: &["say", "announc", "agre"],
        kind: Some("ruling"),
        when: |a| {
            const TAKES: &[&str] = &["hear", "review", "consider", "take"];
            let takes = a.words[a.at + 1..].iter().take(10).any(|w| TAKES.contains(&w.lower.as_str()));
            !a.is_noun()
                && a.led_by(COURTS)
                && a.soon(&["would", "will", "to"])
                && takes
                && a.words.iter().any(|w| PLEADED.contains(&w.lower.as_str()))
        },
        wanted: &["The Supreme Court said it would take up the case.", "The justices agreed on June 4 to hear the appeal."],
        unwanted: &["The court said that he lied.", "He said the court would hear the case."],
    },
    // A mistrial is declared from the bench.
    Sense {
        words: &["declar"],
        kind: Some("ruling"),
        when: |a| a.beside(&["mistrial"]),
        wanted: &["A mistrial was declared on Monday.", "The judge declared a mistrial."],
        unwanted: &["He declared it over."],
    },
    // Who takes the stand testifies.
    Sense {
        words: &["take"],
        kind: Some("testimony"),
        when: |a| !a.is_noun() && a.next(&["the"]) && a.words.get(a.at + 2).is_some_and(|w| w.lower == "stand"),
        wanted: &["Dorn took the stand in May."],
        unwanted: &["She took a stand against the mill.", "He took a walk."],
    },
    // What a high court takes up, it has decided to hear.
    Sense {
        words: &["take"],
        kind: Some("ruling"),
        when: |a| !a.is_noun() && a.next(&["up"]) && a.led_by(COURTS) && a.soon(PLEADED),
        wanted: &["The Supreme Court took up the case on Monday."],
        unwanted: &["He took up the case on Monday.", "The court took a break."],
    },
    // Who gets a term is sentenced to it.
    Sense {
        words: &["receiv", "get", "got", "hand", "given", "give", "drew"],
        kind: Some("sentence"),
        when: |a| {
            let term = |w: &Word| ["year", "month"].iter().any(|unit| w.lower.ends_with(&format!("-{unit}")));
            let behind = a.words[a.at + 1..].iter().take(6).take_while(|w| !w.mark);
            let given = a.soon_behind(&["sentence"]) && behind.into_iter().any(term);
            !a.is_noun() && given
        },
        wanted: &["Dorn received a 12-year sentence on Monday.", "He got a six-month jail sentence in May."],
        unwanted: &["She received a 12-page letter.", "He got a ticket on Monday."],
    },
    // Who seeks a court's protection from creditors files for it.
    Sense {
        words: &["seek"],
        kind: Some("filing"),
        when: |a| a.soon(&["bankruptcy", "chapter"]),
        wanted: &["The mill sought bankruptcy protection on June 4.", "It sought Chapter 11 protection."],
        unwanted: &["They sought records in May 2019."],
    },
    // Who speaks under oath testifies.
    Sense {
        words: &["say", "tell", "state", "admit", "acknowledg", "claim", "insist"],
        kind: Some("testimony"),
        when: |a| {
            let all = |list: &[&str]| a.words.iter().any(|w| list.contains(&w.lower.as_str()));
            let stand = all(&["stand"])
                && all(&["witness", "the"])
                && a.words.windows(3).any(|w| {
                    matches!(w[0].lower.as_str(), "on") && (w[1].lower == "the") && matches!(w[2].lower.as_str(), "stand" | "witness")
                });
            !a.is_noun() && (stand || a.words.windows(2).any(|w| w[0].lower == "under" && w[1].lower == "oath"))
        },
        wanted: &["On the witness stand on June 4, Harrow said he never saw it.", "He said under oath on June 4 that he was ill."],
        unwanted: &["The mayor said on June 4 that he took a stand."],
    },
    // What is asked of a court is moved for.
    Sense {
        words: &["ask", "urg"],
        kind: Some("motion"),
        when: |a| !a.is_passive() && a.soon_behind(COURTS) && a.soon(&["to"]) && a.beside(PLEADED),
        wanted: &["The state asked Judge Dorn on May 7 to drop the charges.", "He urged the court to dismiss the suit."],
        unwanted: &["The judge asked him to drop the suit.", "He asked the mayor to go to court.", "He asked the court to act."],
    },
    // What a grand jury returns or approves, it charges.
    Sense {
        words: &["return", "approv", "hand"],
        kind: Some("charge"),
        when: |a| a.beside(&["indictment", "indictments", "charges", "bill"]) && a.beside(&["jury", "juries", "jurors"]),
        wanted: &["The charges were approved by a grand jury on Friday.", "Indictments were returned by a grand jury."],
        unwanted: &["A panel approved the plan on Friday.", "He returned on Friday."],
    },
    Sense {
        words: &["amend"],
        kind: Some("filing"),
        when: |a| a.beside(&["complaint", "petition", "answer", "pleading", "pleadings"]),
        wanted: &["She amended her complaint on May 2."],
        unwanted: &["Congress amended the law in May."],
    },
    // A case removed to a federal court (28 U.S.C. 1446) is filed there.
    Sense {
        words: &["remov"],
        kind: Some("filing"),
        when: |a| {
            let case = &["action", "case", "suit", "lawsuit", "matter"];
            let to_court = (a.next(&["to"]) || a.beside(case) && a.soon(&["to"])) && a.soon(&["court"]);
            to_court || !a.is_noun() && !a.is_passive() && a.soon_behind(case) && !a.soon(&["from"])
        },
        wanted: &[
            "The action was removed to this court in May.", "The firm removed the case to federal court.",
            "Defendant removed the action on July 1.",
        ],
        unwanted: &["The posts were removed in May.", "He was removed from the court."],
    },
    Sense {
        words: &["withdraw"],
        kind: Some("motion"),
        when: |a| a.soon(&["plea", "motion", "complaint", "suit", "lawsuit", "petition", "appeal", "request", "application"]),
        wanted: &["He asked to withdraw his guilty plea."],
        unwanted: &["The lawyer withdrew on Monday."],
    },
    Sense {
        words: &["approv"],
        kind: Some("ruling"),
        when: |a| a.led_by(COURTS) || a.is_passive() && a.soon(COURTS),
        wanted: &["A judge approved the deal on Monday.", "The deal was approved by a judge on Monday."],
        unwanted: &["Congress approved it in May.", "The council approved it after she sued in federal court."],
    },
    Sense {
        words: &["award"],
        kind: Some("order"),
        when: |a| a.beside(BENCH),
        wanted: &["A jury awarded her $3 million."],
        unwanted: &["The firm was awarded a contract."],
    },
    // What a court finds, clears or blocks, it rules.
    Sense {
        words: &[
            "find", "found", "hold", "clear", "side", "agre", "determin", "block", "halt", "invalid", "void", "enjoin", "reinstat",
            "restor",
        ],
        kind: Some("ruling"),
        when: |a| {
            let decides = !matches!(a.word().stem.as_str(), "hold" | "side") || a.next(&["that", "with"]);
            decides && a.word().part == Part::Verb && !a.is_passive() && !a.soon(&["guilty", "dead"]) && a.led_by(COURTS)
        },
        wanted: &[
            "A federal judge in Dover on Tuesday cleared the mill of it.",
            "The judge also found that the plan is narrow.",
            "The court sided with Harrow.",
            "The panel held that the law stands.",
            "A judge blocked the order on Monday.",
        ],
        unwanted: &[
            "The mayor cleared the road.", "The judge held a gavel.", "The judge was cleared by a panel.", "Police found that he lied.",
            "The jury found him guilty.",
        ],
    },
    // A court that denies a motion rules.
    Sense {
        words: &["refus", "declin", "reject", "deni", "rebuf"],
        kind: Some("ruling"),
        when: |a| {
            const SOUGHT: &[&str] = &["motion", "motions", "petition", "injunction", "appeal", "rehearing", "review", "request"];
            const TO_DO: &[&str] = &["hear", "take", "consider", "reconsider", "review", "intervene", "block", "revive", "rehear", "halt"];
            a.beside(SOUGHT) && a.beside(&["judge", "court", "justice", "panel", "justices", "circuit"])
                || a.soon(&["to"]) && a.soon(TO_DO) && a.led_by(COURTS)
        },
        wanted: &[
            "The judge denied the motion on Monday.", "The Supreme Court declined to hear the case.",
            "The full circuit refused to reconsider it.",
        ],
        unwanted: &["The firm denied the claim on Monday.", "The judge declined to comment."],
    },
];
