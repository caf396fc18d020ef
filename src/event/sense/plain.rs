//! Ordinary doings by verbs that elsewhere are of a kind: a truck that struck a wall is no ruling.

use super::{BENCH, PLEADED, PREPOSITIONS, Sense};
use crate::event::clause::Part;
use crate::event::kinds;

/// Senses of doings of no kind.
pub(super) const SENSES: &[Sense] = &[
    // "Presented to the clinic complaining of chest pain": of what ails somebody nobody is told.
    Sense {
        words: &["complain"],
        kind: Some(kinds::OTHER),
        when: |a| {
            const AILS: &[&str] = &["pain", "pains", "numbness", "dizziness", "headache", "headaches", "nausea", "weakness", "tingling"];
            a.soon(AILS)
        },
        wanted: &["He came in complaining of chest pain."],
        unwanted: &["He complained of harassment on Monday."],
    },
    Sense {
        words: &["call"],
        kind: Some(kinds::OTHER),
        when: |a| {
            let sent_for = a.is_passive() && a.next(&["to", "in", "out"]);
            a.next(&["off"]) || sent_for && a.words.get(a.at + 2).is_some_and(|w| w.part != Part::Infinitive)
        },
        wanted: &["The talks were called off.", "Officers were called to the home on Jan. 9."],
        unwanted: &["He called his mother."],
    },
    // A road is blocked and a post is; only the second is a measure of a platform.
    Sense {
        words: &["block"],
        kind: Some(kinds::OTHER),
        when: |a| {
            const OF_A_SITE: &[&str] = &[
                "account", "accounts", "user", "users", "post", "posts", "tweet", "tweets", "page", "channel", "him", "her", "them",
                "access",
            ];
            !a.beside(OF_A_SITE) && !a.led_by(BENCH)
        },
        wanted: &["Protesters blocked the highway on Monday."],
        unwanted: &["The site blocked his account on Monday.", "A judge blocked the order on Monday."],
    },
    Sense {
        words: &["appear"],
        kind: Some(kinds::OTHER),
        when: |a| !a.beside(BENCH) && !a.beside(&["courtroom", "hearing", "arraignment", "congress", "committee", "grand"]),
        wanted: &["The name appeared in the file.", "The mood appeared to shift."],
        unwanted: &["He appeared in court on Monday.", "She appeared before a judge."],
    },
    Sense {
        words: &["appear"],
        kind: Some(kinds::OTHER),
        when: |a| a.next(&["to", "that", "ready", "likely", "as"]),
        wanted: &["The judge appeared to agree.", "The judge appeared ready to send him to prison."],
        unwanted: &["He appeared in court on Monday."],
    },
    Sense {
        words: &["hear"],
        kind: Some(kinds::OTHER),
        when: |a| {
            !a.is_noun()
                && !a.beside(BENCH)
                && !a.beside(PLEADED)
                && !a.beside(&["argument", "arguments", "testimony", "witness", "witnesses", "evidence"])
        },
        wanted: &["Neighbors heard shots."],
        unwanted: &["The court heard the case on Monday.", "It will hear arguments in May."],
    },
    Sense {
        words: &["let"],
        kind: Some(kinds::OTHER),
        when: |a| {
            !a.is_passive() && (a.soon(&["home", "free"]) || a.led_by(&["police", "officer", "officers", "deputies", "judge", "court"]))
        },
        wanted: &["The clerk let him go home.", "Officers let him go on Monday."],
        unwanted: &["She was let go in 2014.", "The mill let him go in April."],
    },
    // A state of things that is declared is more than a word.
    Sense {
        words: &["declar"],
        kind: Some(kinds::OTHER),
        when: |a| {
            const STATES: &[&str] = &["emergency", "war", "bankruptcy", "disaster", "holiday", "independence", "default", "victory"];
            a.soon_behind(STATES) || a.is_passive() && a.led_by(STATES)
        },
        wanted: &["The governor declared an emergency on June 4.", "An emergency was declared on June 4."],
        unwanted: &["He declared that he was ill."],
    },
    Sense {
        words: &["die"],
        kind: Some(kinds::OTHER),
        when: |a| {
            const BILLS: &[&str] = &["bill", "bills", "measure", "legislation", "amendment", "proposal", "motion"];
            a.led_by(BILLS) || a.next(&["in"]) && a.soon(&["committee"])
        },
        wanted: &["The bill died in committee in March."],
        unwanted: &["He died in March."],
    },
    // What a test, a scan or a search reveals is found, not said.
    Sense {
        words: &["reveal", "disclos"],
        kind: Some(kinds::OTHER),
        when: |a| {
            const TESTS: &[&str] = &[
                "mri", "x-ray", "x-rays", "scan", "ct", "ultrasound", "biopsy", "test", "tests", "autopsy", "search", "inspection", "exam",
                "examination", "imaging", "analysis", "audit", "bloodwork",
            ];
            let clause = a.word().clause;
            let subject = a.words[..a.at].iter().filter(|w| w.clause == clause && !w.mark).take(4);
            subject.into_iter().any(|w| TESTS.contains(&w.lower.as_str()))
        },
        wanted: &["An MRI performed on March 6 revealed a tear."],
        unwanted: &["The firm revealed its plan in May."],
    },
    // Who beats a rival at the polls hurts nobody.
    Sense {
        words: &["beat", "defeat"],
        kind: Some(kinds::OTHER),
        when: |a| a.soon(&["votes", "vote", "percent", "points", "democrat", "republican", "incumbent", "election", "record", "estimates"]),
        wanted: &["He beat the Democrat by 1,900 votes."],
        unwanted: &["They beat him on Monday."],
    },
    // A prisoner who is released is no publication.
    Sense {
        words: &["releas"],
        kind: Some(kinds::OTHER),
        when: |a| {
            const FREED: &[&str] = &[
                "prisoners", "prisoner", "inmate", "inmates", "suspect", "suspects", "detainees", "hostages", "hostage", "protesters",
                "he", "she", "they", "all",
            ];
            !a.is_noun() && a.is_passive() && a.led_by(FREED)
        },
        wanted: &["The prisoners were released on Monday."],
        unwanted: &["The report was released on Monday."],
    },
    Sense {
        words: &["shoot"],
        kind: Some(kinds::OTHER),
        when: |a| {
            a.soon(&["video", "film", "footage", "photos", "pictures", "scene"])
                || a.behind(&["appear", "appears", "being"]) && a.soon(&["from"])
        },
        wanted: &["He shot a video of it."],
        unwanted: &["A deputy shot him on May 6."],
    },
    Sense {
        words: &["name"],
        kind: Some(kinds::OTHER),
        when: |a| a.next(&["as", "after"]) || !a.is_passive() && a.words.get(a.at + 1).is_some_and(|w| w.capital) && !a.soon(&["as", "to"]),
        wanted: &["A man named Harrow left.", "It was named after her."],
        unwanted: &["He was named chairman in May."],
    },
    Sense {
        words: &["elect"],
        kind: Some(kinds::OTHER),
        when: |a| a.next(&["official", "officials", "representatives", "leaders", "members", "lawmakers"]),
        wanted: &["He said elected officials knew it."],
        unwanted: &["She was elected in 2018."],
    },
    // Who elects care, or to wait, chooses.
    Sense {
        words: &["elect"],
        kind: Some(kinds::OTHER),
        when: |a| {
            !a.is_passive() && (a.next(&["not"]) || a.soon_behind(&["care", "treatment", "surgery", "option", "coverage", "benefits"]))
        },
        wanted: &["The family elected comfort care on May 3."],
        unwanted: &["They elected him in 2018.", "She was elected in 2018."],
    },
    Sense {
        words: &["hang"],
        kind: Some(kinds::OTHER),
        when: |a| a.next(&["up", "on", "out", "over", "around", "in"]) || a.soon_behind(&["sign", "signs", "banner", "flag", "picture"]),
        wanted: &["He hung up on her on Monday.", "They hung a banner in May."],
        unwanted: &["He hanged himself on Monday."],
    },
    // Heaters are withdrawn from sale, troops from a town; only who withdraws himself leaves.
    Sense {
        words: &["withdraw"],
        kind: Some(kinds::OTHER),
        when: |a| {
            let whom = &["his", "her", "their", "its", "himself", "herself", "from", "as"];
            let thing = a.words[a.at + 1..].iter().take(4).take_while(|w| !w.mark && !PREPOSITIONS.contains(&w.lower.as_str()));
            !a.is_noun()
                && !a.is_passive()
                && !a.next(whom)
                && thing.into_iter().any(|w| w.lower.ends_with('s') || w.lower.starts_with(['$', '£']))
                && !a.soon(&[
                    "plea", "pleas", "motion", "motions", "complaint", "petition", "appeal", "request", "charges", "claims", "application",
                ])
        },
        wanted: &["The firm withdrew the heaters on Monday."],
        unwanted: &["He withdrew on Monday.", "She withdrew from the race in May.", "He withdrew his motions on Monday."],
    },
    // Whom somebody reports to is his chief.
    Sense {
        words: &["report"],
        kind: Some(kinds::OTHER),
        when: |a| {
            a.is("reported")
                && !a.is_passive()
                && a.next(&["to", "directly"])
                && a.soon(&["from", "since", "until"])
                && !a.soon(&["that", "police"])
        },
        wanted: &["He reported to Dorn from 2012 until 2017."],
        unwanted: &["He reported it to police on May 3."],
    },
    Sense {
        words: &["strike"],
        kind: Some(kinds::OTHER),
        when: |a| !a.soon(&["down"]) && !a.beside(BENCH) && !a.soon(&["motion", "record", "testimony", "answer", "law"]),
        wanted: &["The truck struck a wall."],
        unwanted: &["The judge struck his testimony.", "It struck down the law."],
    },
    Sense {
        words: &["file"],
        kind: Some(kinds::OTHER),
        when: |a| !a.is_noun() && (a.soon(&["returns", "taxes"]) || a.led_by(&["returns", "taxes"])),
        wanted: &["He filed false tax returns from 2006 to 2015."],
        unwanted: &["The firm filed a suit on May 3."],
    },
    Sense {
        words: &["seek"],
        kind: Some(kinds::OTHER),
        when: |a| a.next(&["to"]) && !a.words.get(a.at + 2).is_some_and(|w| matches!(w.lower.as_str(), "have" | "get")),
        wanted: &["He sought to distance himself from it."],
        unwanted: &["They sought records in May 2019.", "He sought to have them pay."],
    },
    Sense {
        words: &["respond"],
        kind: Some(kinds::OTHER),
        when: |a| {
            const PLACES: &[&str] = &[
                "scene", "residence", "address", "home", "house", "apartment", "location", "area", "hospital", "school", "store", "street",
                "block", "emergency", "disturbance", "911", "alarm",
            ];
            // "Responded to 12 Mill Road", "responded to a call of a fight".
            let behind = |n: usize| a.words.get(a.at + n).map_or("", |w| w.lower.as_str());
            let numbered = behind(2).starts_with(|c: char| c.is_ascii_digit());
            let called = matches!(behind(2), "a" | "the" | "several") && matches!(behind(3), "call" | "calls");
            a.next(&["to"]) && (a.soon(PLACES) || numbered || called)
        },
        wanted: &["Officers responded to the residence at 9 p.m.", "He responded to a 911 call."],
        unwanted: &["The firm responded to the letter on Monday."],
    },
    Sense {
        words: &["seek"],
        kind: Some(kinds::OTHER),
        when: |a| a.soon_behind(&["treatment", "help", "care", "shelter", "refuge", "counseling", "therapy", "work", "employment"]),
        wanted: &["She first sought treatment on July 5, 2016."],
        unwanted: &["They sought records in May 2019."],
    },
    // A case that moves to another court is transferred.
    Sense {
        words: &["move"],
        kind: Some(kinds::OTHER),
        when: |a| {
            let to = a.words[a.at + 1..].iter().take(2).position(|w| w.lower == "to");
            let place = to.and_then(|to| a.words.get(a.at + 2 + to)).is_some_and(|w| w.part != Part::Infinitive);
            place && a.soon(&["court", "courts", "county", "district"])
        },
        wanted: &["The suit moved to federal court in May."],
        unwanted: &["The defendant moved to dismiss in federal court."],
    },
    Sense {
        words: &["post"],
        kind: Some(kinds::OTHER),
        when: |a| !a.is_noun() && a.soon_behind(&["bail", "bond", "notice", "guard", "guards", "loss", "profit", "gains"]),
        wanted: &["Dorn posted bail on June 4."],
        unwanted: &["Dorn posted a photo on June 4."],
    },
    Sense {
        words: &["vacat"],
        kind: Some(kinds::OTHER),
        when: |a| a.soon(&["premises", "home", "house", "apartment", "property", "building", "unit", "office", "post", "seat"]),
        wanted: &["The tenant vacated the premises in May."],
        unwanted: &["The panel vacated the order in May."],
    },
    Sense {
        words: &["admit"],
        kind: Some(kinds::OTHER),
        when: |a| a.is_passive() && !a.next(&["that", "by"]),
        wanted: &["She was admitted to the hospital on May 6.", "He was admitted on May 6."],
        unwanted: &["He admitted the theft.", "She admitted that she lied."],
    },
    Sense {
        words: &["sustain"],
        kind: Some(kinds::OTHER),
        when: |a| !a.beside(BENCH) && !a.soon(&["objection", "objections", "verdict", "ruling"]),
        wanted: &["She sustained burns in the fire."],
        unwanted: &["The judge sustained the objection."],
    },
    Sense {
        words: &["revers"],
        kind: Some(kinds::OTHER),
        when: |a| a.next(&["course", "itself"]),
        wanted: &["The office decided to reverse course."],
        unwanted: &["The panel reversed the ruling."],
    },
    Sense {
        words: &["conclud", "decid"],
        kind: Some(kinds::OTHER),
        when: |a| {
            // "The appeal was argued in March and decided in May".
            let pleaded = || a.words[..a.at].iter().any(|w| PLEADED.contains(&w.lower.as_str()));
            let decided = (a.is_passive() || a.behind(&["and", "then"])) && pleaded();
            !a.beside(BENCH) && !decided && !a.beside(&["ruling", "verdict", "trial", "hearing"]) || a.next(&["to"]) && !a.beside(BENCH)
        },
        wanted: &["The agents concluded that he lied.", "She decided to resign."],
        unwanted: &["A court has decided on Aug. 19 that it goes on.", "The jury decided for him."],
    },
    Sense {
        words: &["decis"],
        kind: Some(kinds::OTHER),
        when: |a| a.next(&["to"]) && !a.beside(BENCH),
        wanted: &["The mayor's decision to leave came on Monday."],
        unwanted: &["The decision came on Monday.", "The court's decision to vacate it came on Monday."],
    },
    Sense {
        words: &["ad"],
        kind: Some(kinds::OTHER),
        when: |a| !a.next(&["that", ",", ":", "\"", "“"]) && !a.stands_by_a_quotation(),
        wanted: &["The report added pressure on the firm.", "He added a clause in May."],
        unwanted: &["“It is over,” he added.", "She added that it was over."],
    },
    Sense {
        words: &["quit"],
        kind: Some(kinds::OTHER),
        when: |a| a.words.get(a.at + 1).is_some_and(|w| w.lower.ends_with("ing") && w.lower.len() > 4),
        wanted: &["They would not quit making money."],
        unwanted: &["He quit in May."],
    },
    Sense {
        words: &["captur", "seiz"],
        kind: Some(kinds::OTHER),
        when: |a| {
            a.next(&["on", "upon"])
                || a.beside(&[
                    "video", "camera", "cameras", "footage", "tape", "recording", "seats", "attention", "calls", "power", "control",
                    "imagination",
                ])
        },
        wanted: &["The party captured seven seats.", "Lawmakers seized on the deal.", "The shooting was captured on video."],
        unwanted: &["Police captured him on Monday.", "Agents seized his papers."],
    },
    Sense {
        words: &["releas"],
        kind: Some(kinds::OTHER),
        when: |a| {
            a.beside(&["bail", "bond", "custody", "prison", "jail", "parole", "detention", "recognizance"])
                || a.is_noun() && a.behind(&["his", "her", "their"])
        },
        wanted: &["He was released on bail.", "She was released from custody on Monday."],
        unwanted: &["The report was released on Monday."],
    },
    Sense {
        words: &["pass"],
        kind: Some(kinds::OTHER),
        when: |a| {
            a.next(&["by", "on", "through", "along", "over"])
                || !a.beside(&[
                    "bill", "bills", "law", "laws", "act", "legislation", "congress", "senate", "house", "legislature", "assembly",
                    "measure", "resolution", "amendment", "ordinance", "council", "lawmakers", "ban", "budget", "statute", "parliament",
                    "voters",
                ])
        },
        wanted: &["A year had passed.", "He passed by the crowd on Monday."],
        unwanted: &["The bill passed in May 2018.", "Congress passed it in 1996."],
    },
    Sense {
        words: &["appli"],
        kind: Some(kinds::OTHER),
        when: |a| !a.soon(&["for"]),
        wanted: &["The law applied to all."],
        unwanted: &["He applied for a visa in May."],
    },
    Sense {
        words: &["inform"],
        kind: Some(kinds::OTHER),
        when: |a| a.next(&["his", "her", "their", "its"]) && a.soon(&["view", "views", "opinion", "thinking", "understanding", "decision"]),
        wanted: &["It informed his view of the war."],
        unwanted: &["He informed his team on Monday."],
    },
    Sense {
        words: &["serv"],
        kind: Some(kinds::OTHER),
        when: |a| a.beside(&["breakfast", "lunch", "dinner", "meal", "meals", "food", "drinks", "coffee"]),
        wanted: &["Breakfast was served at dawn."],
        unwanted: &["The summons was served on May 3."],
    },
    Sense {
        words: &["serv"],
        kind: Some(kinds::OTHER),
        when: |a| {
            !a.is_noun()
                && (!a.is_passive() || a.next(&["as", "in"]))
                && !a.beside(&[
                    "summons", "papers", "subpoena", "subpoenas", "complaint", "lawsuit", "suit", "notice", "warrant", "process",
                    "petition", "with", "responses", "answers", "objections", "interrogatories", "discovery", "requests", "demand",
                ])
        },
        wanted: &["He served as an aide in 2017.", "They served breakfast."],
        unwanted: &["The order was served on the tenant.", "He was served with papers.", "He was served on Feb. 20, 2018."],
    },
    Sense {
        words: &["serv"],
        kind: Some(kinds::OTHER),
        when: |a| a.soon(&["sentence", "sentences", "term", "terms", "time", "prison", "jail", "life"]) && a.word().lower.ends_with("ing"),
        wanted: &["He is serving a life sentence."],
        unwanted: &["The summons was served on May 3."],
    },
    Sense {
        words: &["gather"],
        kind: Some(kinds::OTHER),
        when: |a| {
            a.soon(&[
                "evidence", "information", "data", "signatures", "proof", "facts", "material", "samples", "statements", "intelligence",
            ]) && !a.soon(&["to", "at", "outside"])
        },
        wanted: &["They gathered evidence against him."],
        unwanted: &["Hundreds gathered on Monday."],
    },
    Sense {
        words: &["name"],
        kind: Some(kinds::OTHER),
        when: |a| a.soon(&["suspect", "suspects", "defendant", "defendants", "witness", "victim", "victims"]),
        wanted: &["Police named a suspect.", "He was named a defendant."],
        unwanted: &["He was named chairman in May."],
    },
    Sense {
        words: &["move"],
        kind: Some(kinds::OTHER),
        when: |a| {
            let asks = a.beside(&[
                "dismiss", "withdraw", "strike", "compel", "quash", "vacate", "stay", "suppress", "intervene", "seal", "disqualify",
                "court", "judge", "injunction", "drop",
            ]);
            // "Moved to have the indictment thrown out".
            let has_done = a.soon(&["have"]) && a.words.iter().any(|w| PLEADED.contains(&w.lower.as_str()));
            // "Moved for summary judgment".
            const SOUGHT: &[&str] = &[
                "trial", "judgment", "leave", "certification", "sanctions", "order", "continuance", "dismissal", "reconsideration",
                "acquittal", "mistrial", "default", "rehearing", "discovery", "severance", "extension", "release", "bail",
            ];
            let sought = a.next(&["for"]) && a.soon(SOUGHT);
            !a.is_noun() && !asks && !has_done && !sought
        },
        wanted: &["He moved to Ohio in May."],
        unwanted: &["The defendant moved to dismiss on March 3.", "The defendant moved for summary judgment on March 3."],
    },
];
