//! What councils, companies and offices do: who is let go, what is signed, paid, voted on and made public.

use super::{BENCH, COURTS, PLEADED, PREPOSITIONS, Sense};
use crate::event::clause::Part;

/// Senses of acts of councils, companies and offices.
pub(super) const SENSES: &[Sense] = &[
    Sense {
        words: &["dismiss"],
        kind: Some("refusal"),
        when: |a| {
            !a.beside(BENCH)
                && (a.soon(&[
                    "allegation", "allegations", "suggestion", "suggestions", "criticism", "idea", "notion", "report", "reports",
                    "concern", "concerns",
                ]) || !a.is_passive() && a.soon(&["as"]))
        },
        wanted: &["He dismissed the allegations on Monday.", "She dismissed the story as gossip."],
        unwanted: &["The judge dismissed the case.", "He was dismissed in May."],
    },
    Sense {
        words: &["award"],
        kind: Some("agreement"),
        when: |a| !a.is_noun() && (a.soon_behind(&["contract", "contracts"]) || a.is_passive() && a.led_by(&["contract", "contracts"])),
        wanted: &["The contract was awarded to the firm in 2014.", "The city awarded it a contract in 2014."],
        unwanted: &["A jury awarded Dorn $3 million."],
    },
    Sense {
        words: &["make", "made"],
        kind: Some("publication"),
        when: |a| {
            let behind = &a.words[a.at + 1..];
            let public = behind.iter().take(6).take_while(|w| !w.mark).position(|w| w.lower == "public");
            let ends = |at: usize| behind.get(at + 1).is_none_or(|w| w.mark || w.capital || PREPOSITIONS.contains(&w.lower.as_str()));
            !a.is_noun() && public.is_some_and(ends) && !a.soon(&["in", "to"])
        },
        wanted: &["The report, made public on Friday, was long.", "The city made the video public on Friday."],
        unwanted: &["He made a public apology on Friday.", "He made his debut on Friday."],
    },
    // Jobs that are cut are people let go.
    Sense {
        words: &["cut", "elimin", "slash", "shed", "axe"],
        kind: Some("dismissal from office"),
        when: |a| !a.is_noun() && a.soon_behind(&["jobs", "positions", "workers", "employees", "staff", "staffers", "workforce"]),
        wanted: &["The mill cut 300 jobs on Monday.", "It eliminated 40 positions in May."],
        unwanted: &["The mill cut prices on Monday."],
    },
    Sense {
        words: &["lay"],
        kind: Some("dismissal from office"),
        when: |a| a.is("laid") && a.next(&["off"]),
        wanted: &["The mill laid off 40 workers in May.", "He was laid off on Monday."],
        unwanted: &["He laid a wreath on Monday."],
    },
    Sense {
        words: &["strike"],
        kind: Some("agreement"),
        when: |a| {
            const DEALS: &[&str] = &["deal", "deals", "agreement", "bargain", "accord"];
            a.soon(DEALS) || a.before(DEALS) && !a.next(&["down"])
        },
        wanted: &["He struck a plea deal in May.", "Under the deal struck in May, he went free."],
        unwanted: &["The court struck down the law."],
    },
    // A vote by its outcome.
    Sense {
        words: &["reject", "approv", "pass", "defeat", "adopt", "fail"],
        kind: Some("election"),
        when: |a| {
            const PUT: &[&str] = &[
                "measure", "proposition", "referendum", "initiative", "amendment", "levy", "recall", "bond", "proposal", "issue",
                "question",
            ];
            let voters = a.led_by(&["voters", "electorate", "residents"]);
            voters && !a.is_noun() || a.is("failed") && a.led_by(PUT) && !a.next(&["to"])
        },
        wanted: &["Linden voters rejected the measure on June 4.", "The measure failed on June 4."],
        unwanted: &["The council approved the plan.", "The measure failed to please him."],
    },
    // Who leaves a post resigns or is let go.
    Sense {
        words: &["left", "leav"],
        kind: Some("resignation"),
        when: |a| {
            const POSTS: &[&str] = &[
                "company", "firm", "post", "job", "agency", "department", "university", "board", "position", "role", "campaign",
                "administration", "force", "service", "faculty", "bank", "bureau", "organization", "commission",
            ];
            let object = a.words[a.at + 1..].iter().take(4).take_while(|w| !w.mark && !PREPOSITIONS.contains(&w.lower.as_str()));
            let post = object.into_iter().any(|w| POSTS.contains(&w.lower.as_str()));
            let at_work = a.soon(&["building", "party", "early", "meeting", "a.m.", "p.m.", "night", "noon"]);
            a.word().part == Part::Verb && !a.is_passive() && (post && !at_work || a.next(&["office"]))
        },
        wanted: &["Harrow left the company in March 2017.", "She left her post on June 4."],
        unwanted: &["He left a note.", "He left the office building at noon.", "He left the office at 5 p.m."],
    },
    Sense {
        words: &["won", "win", "receiv", "get", "got", "gain", "secur", "obtain"],
        kind: Some("enactment"),
        when: |a| !a.is_noun() && a.soon_behind(&["approval", "clearance"]),
        wanted: &["The drug won approval from the agency on June 4."],
        unwanted: &["She won the race.", "The plan won praise."],
    },
    Sense {
        words: &["sign"],
        kind: Some("enactment"),
        when: |a| {
            const LAWS: &[&str] = &["bill", "bills", "law", "legislation", "act", "measure", "ordinance", "budget"];
            !a.is_noun() && (a.soon_behind(LAWS) || a.is_passive() && a.led_by(LAWS) || a.next(&["into"]) && a.soon(&["law"]))
        },
        wanted: &["The governor signed the bill on June 4.", "The measure was signed into law."],
        unwanted: &["They signed the contract on May 3."],
    },
    Sense {
        words: &["amend"],
        kind: Some("agreement"),
        when: |a| a.beside(&["agreement", "contract", "lease", "deal", "note", "bylaws", "policy"]),
        wanted: &["The lease was amended on May 2."],
        unwanted: &["Congress amended the law in May."],
    },
    Sense {
        words: &["execut", "enter"],
        kind: Some("agreement"),
        when: |a| {
            const CONTRACTS: &[&str] = &[
                "lease", "contract", "agreement", "agreements", "contracts", "note", "mortgage", "guaranty", "deed", "amendment",
                "addendum", "settlement", "release", "stipulation",
            ];
            (a.is("executed") || a.next(&["into"])) && (a.soon(CONTRACTS) || a.is_passive() && a.led_by(CONTRACTS))
        },
        wanted: &["The parties executed a lease on May 1.", "They entered into a contract on May 1.", "The lease was executed on May 1."],
        unwanted: &["He was executed on May 1.", "She entered the mill on May 1."],
    },
    Sense {
        words: &["termin"],
        kind: Some("dismissal from office"),
        when: |a| {
            let thing = [
                "contract", "agreement", "lease", "program", "rights", "pregnancy", "service", "deal", "probe", "call", "policy", "access",
                "investigation", "account", "subscription",
            ];
            // "The mill terminated Dorn on May 3".
            let behind = &a.words[a.at + 1..];
            let person = a.next(&["him", "her", "them", "me", "plaintiff"])
                || behind.first().is_some_and(|w| w.capital && w.lower.starts_with(char::is_alphabetic))
                    && behind.get(1).is_none_or(|w| w.capital || w.mark || PREPOSITIONS.contains(&w.lower.as_str()))
                    && behind.iter().take(3).take_while(|w| w.capital).all(|w| w.lower.chars().all(char::is_alphabetic));
            !a.is_noun() && !a.beside(&thing) && (a.is_passive() || a.beside(&["employee", "employees", "employment"]) || person)
        },
        wanted: &[
            "Plaintiff was terminated on August 4.", "The mill terminated his employment in May.", "The mill terminated Dorn on May 3.",
        ],
        unwanted: &["The lease was terminated in May.", "The firm terminated the talks."],
    },
    Sense {
        words: &["promot"],
        kind: Some("appointment"),
        when: |a| {
            let behind = &a.words[a.at + 1..];
            let whom =
                behind.iter().take(4).take_while(|w| w.capital || w.lower == "." || matches!(w.lower.as_str(), "him" | "her")).count();
            a.next(&["to", "from"]) || whom > 0 && behind.get(whom).is_some_and(|w| matches!(w.lower.as_str(), "to" | "from"))
        },
        wanted: &["He was promoted to manager in June.", "The mill promoted Ms. Dorn to foreman."],
        unwanted: &["She promoted the plan in June."],
    },
    Sense {
        words: &["join"],
        kind: Some("appointment"),
        when: |a| {
            a.soon(&[
                "campaign", "firm", "company", "staff", "administration", "board", "department", "office", "force", "faculty", "bureau",
                "army", "navy", "team", "cabinet", "agency",
            ]) && !a.next(&["in", "with"])
                || a.word().part == Part::Verb && a.soon(&["as"]) && !a.next(&["in", "with"])
        },
        wanted: &["He joined the campaign in March 2016.", "She joined the law firm as a partner."],
        unwanted: &["They joined in the protest.", "He joined the suit in May."],
    },
    Sense {
        words: &["dismiss"],
        kind: Some("dismissal from office"),
        when: |a| !a.beside(PLEADED) && (a.is_passive() || !a.led_by(COURTS)),
        wanted: &["He was dismissed in May 2017."],
        unwanted: &["The case was dismissed in May 2017.", "The court dismissed it in May 2017."],
    },
];
