//! What a word means where it stands: a verb or noun of several senses, told apart by the words beside it. "Called him" is
//! a call and "called it a sham" a statement; "struck a deal" is no ruling, and an appeals court is no appeal.

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

pub const SENSES: &[Sense] = &[
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
            a.is("rules") && !a.before(BENCH) && !a.next(&["that", "on", "in", "against", "for", "out"])
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
        words: &["award"],
        kind: Some("agreement"),
        when: |a| !a.is_noun() && (a.soon_behind(&["contract", "contracts"]) || a.is_passive() && a.led_by(&["contract", "contracts"])),
        wanted: &["The contract was awarded to the firm in 2014.", "The city awarded it a contract in 2014."],
        unwanted: &["A jury awarded Dorn $3 million."],
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
        words: &["got", "get", "receiv", "drew", "draw"],
        kind: Some("sentence"),
        when: |a| a.soon(&["months", "years", "life"]) && a.soon(&["prison", "jail", "probation", "bars"]) && !a.is_noun(),
        wanted: &["Harrow got five years in prison on May 14.", "He received 30 months in prison."],
        unwanted: &["She got two months of leave."],
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
    // Who is shot to death dies.
    Sense {
        words: &["shoot", "stab", "beat", "chok", "strangl", "punch"],
        kind: Some("death"),
        when: |a| {
            let behind = |n: usize| a.words.get(a.at + n).map_or("", |w| w.lower.as_str());
            let to_death = (1..=4).any(|n| behind(n) == "to" && behind(n + 1) == "death");
            !a.is_noun() && (to_death || a.behind(&["fatally"]) || (1..=3).any(|n| behind(n) == "dead"))
        },
        wanted: &["He was shot to death on Monday.", "An officer fatally shot him.", "A deputy shot him dead in May."],
        unwanted: &["He was shot on Monday."],
    },
    // A test, or a range, fires no one.
    Sense {
        words: &["fire"],
        kind: Some(kinds::OTHER),
        when: |a| a.behind(&["test", "test-", "dry"]),
        wanted: &["The lab test fired the rifle on Monday."],
        unwanted: &["He was fired in February 2017."],
    },
    Sense {
        words: &["fire"],
        kind: Some("injury"),
        when: |a| {
            // "Was fired at the end of June", "at a meeting", "at 4 p.m." is no shot at anybody.
            let aimed = a.next(&["at"]) && !a.is_passive();
            let armed = ["shot", "shots", "round", "rounds", "bullet", "bullets", "gun", "weapon", "rifle", "pistol", "times", "into"];
            aimed
                || a.soon(&armed)
                || a.before(&["shot", "shots", "round", "rounds", "gun", "weapon"])
                || a.words[..a.at].iter().any(|w| ARMED.contains(&w.lower.as_str())) && !a.is_passive()
        },
        wanted: &["The gunman rose and fired.", "The agent fired four shots.", "Shots were fired on Monday.", "He fired at the car."],
        unwanted: &["He was fired in February 2017.", "The mayor fired the chief on Monday.", "He was fired at the end of June."],
    },
    // Who beats a rival at the polls hurts nobody.
    Sense {
        words: &["beat", "defeat"],
        kind: Some(kinds::OTHER),
        when: |a| a.soon(&["votes", "vote", "percent", "points", "democrat", "republican", "incumbent", "election", "record", "estimates"]),
        wanted: &["He beat the Democrat by 1,900 votes."],
        unwanted: &["They beat him on Monday."],
    },
    // Who is found not guilty has a verdict too.
    Sense {
        words: &["find", "found"],
        kind: Some("verdict"),
        when: |a| a.word().part == Part::Verb && a.soon(&["guilty"]) && a.soon(&["not"]),
        wanted: &["He was found not guilty of murder on Monday."],
        unwanted: &["He was found in the river."],
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
        words: &["fire"],
        kind: Some(kinds::OTHER),
        when: |a| a.next(&["back", "off", "up"]),
        wanted: &["The mayor fired back on Monday."],
        unwanted: &["He was fired in February 2017."],
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
        words: &["name"],
        kind: Some("filing"),
        when: |a| a.next(&["in"]) && a.soon(&["lawsuit", "suit", "complaint"]),
        wanted: &["He was named in the lawsuit on May 3."],
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
        words: &["pronounc", "declar"],
        kind: Some("death"),
        when: |a| a.next(&["dead", "deceased"]) || a.soon_behind(&["dead"]) && a.is("pronounced"),
        wanted: &["She was pronounced dead at 9:40 p.m.", "A medic pronounced him dead."],
        unwanted: &["He pronounced himself ready."],
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
    // What a paper asks for is not given.
    Sense {
        words: &["judgment"],
        kind: None,
        when: |a| a.before(&["prays", "pray", "demands", "demand", "seeks"]),
        wanted: &["The plaintiff prays for judgment with interest."],
        unwanted: &["The judgment was entered on May 3."],
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
    Sense {
        words: &["strike", "hit", "kick"],
        kind: Some("injury"),
        when: |a| {
            const BODY: &[&str] =
                &["face", "head", "chest", "neck", "eye", "stomach", "back", "mouth", "jaw", "leg", "arm", "ribs", "groin"];
            !a.is_noun() && a.soon(&["in", "on", "across"]) && a.soon(BODY)
        },
        wanted: &["Dorn struck her in the face on June 30.", "He hit the guard in the head."],
        unwanted: &["The truck struck a wall.", "He struck a plea deal in May."],
    },
    Sense {
        words: &["strike"],
        kind: Some(kinds::OTHER),
        when: |a| !a.soon(&["down"]) && !a.beside(BENCH) && !a.soon(&["motion", "record", "testimony", "answer", "law"]),
        wanted: &["The truck struck a wall."],
        unwanted: &["The judge struck his testimony.", "It struck down the law."],
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
        kind: Some(kinds::OTHER),
        when: |a| !a.is_noun() && (a.soon(&["returns", "taxes"]) || a.led_by(&["returns", "taxes"])),
        wanted: &["He filed false tax returns from 2006 to 2015."],
        unwanted: &["The firm filed a suit on May 3."],
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
        words: &["seek"],
        kind: Some(kinds::OTHER),
        when: |a| a.next(&["to"]) && !a.words.get(a.at + 2).is_some_and(|w| matches!(w.lower.as_str(), "have" | "get")),
        wanted: &["He sought to distance himself from it."],
        unwanted: &["They sought records in May 2019.", "He sought to have them pay."],
    },
    Sense {
        words: &["impos"],
        kind: Some("sentence"),
        when: |a| a.soon_behind(&["sentence", "sentences"]) || a.is_passive() && a.led_by(&["sentence", "sentences"]),
        wanted: &["The court imposed a sentence of 36 months.", "The sentence was imposed on Monday."],
        unwanted: &["The state imposed a tax on Monday."],
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
        words: &["commenc", "institut", "initi"],
        kind: Some("filing"),
        when: |a| {
            const SUITS: &[&str] = &["action", "suit", "lawsuit", "case", "proceeding", "proceedings", "litigation", "petition"];
            a.word().part == Part::Verb && (a.soon_behind(SUITS) || a.is_passive() && a.led_by(SUITS))
        },
        wanted: &["This action was commenced on July 28, 2017.", "Dorn commenced a proceeding in May."],
        unwanted: &["Construction commenced on July 28, 2017.", "He initiated a call."],
    },
    Sense {
        words: &["seek"],
        kind: Some(kinds::OTHER),
        when: |a| a.soon_behind(&["treatment", "help", "care", "shelter", "refuge", "counseling", "therapy", "work", "employment"]),
        wanted: &["She first sought treatment on July 5, 2016."],
        unwanted: &["They sought records in May 2019."],
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
    Sense {
        words: &["appointment", "appoint"],
        kind: Some("meeting"),
        when: |a| a.is_noun() && a.next(&["with", "at"]),
        wanted: &["She has an appointment with the prosecutor on June 18."],
        unwanted: &["The appointment of the judge came in May."],
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
        words: &["post"],
        kind: Some(kinds::OTHER),
        when: |a| !a.is_noun() && a.soon_behind(&["bail", "bond", "notice", "guard", "guards", "loss", "profit", "gains"]),
        wanted: &["Dorn posted bail on June 4."],
        unwanted: &["Dorn posted a photo on June 4."],
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
    // What is asked of a court is moved for.
    Sense {
        words: &["ask", "urg"],
        kind: Some("motion"),
        when: |a| !a.is_passive() && a.soon_behind(COURTS) && a.soon(&["to"]) && a.beside(PLEADED),
        wanted: &["The state asked Judge Dorn on May 7 to drop the charges.", "He urged the court to dismiss the suit."],
        unwanted: &["The judge asked him to drop the suit.", "He asked the mayor to go to court.", "He asked the court to act."],
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
    // "His conviction made him the first", "Monday's arrest marked a turn": the noun before it is what happened.
    Sense {
        words: &["make", "mark", "repres", "constitut", "signal", "underscor"],
        kind: None,
        when: |a| a.word().part == Part::Verb && !a.is_passive() && !a.next(&["by"]) && a.happening_for_its_subject().is_some(),
        wanted: &["In August, his conviction made him the first to go.", "The arrest on Monday marked a turn."],
        unwanted: &["The judge made a ruling on Monday.", "After his arrest he made a call."],
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
        words: &["send"],
        kind: Some("message"),
        when: |a| {
            a.soon(&["email", "emails", "e-mail", "e-mails", "letter", "letters", "text", "texts", "message", "messages", "memo", "tweet"])
                && !a.is_passive()
        },
        wanted: &["He sent an email to the mayor in May.", "She sent two letters on Monday."],
        unwanted: &["They sent him home on Monday."],
    },
    // "Did not respond to a request for comment Thursday": what came was no request.
    Sense {
        words: &["request"],
        kind: None,
        when: |a| a.is_noun() && a.next(&["for"]) && a.soon(&["comment", "comments"]),
        wanted: &["She did not respond to a request for comment."],
        unwanted: &["The request for records came on Monday."],
    },
    Sense {
        words: &["vacat"],
        kind: Some(kinds::OTHER),
        when: |a| a.soon(&["premises", "home", "house", "apartment", "property", "building", "unit", "office", "post", "seat"]),
        wanted: &["The tenant vacated the premises in May."],
        unwanted: &["The panel vacated the order in May."],
    },
    Sense {
        words: &["amend"],
        kind: Some("agreement"),
        when: |a| a.beside(&["agreement", "contract", "lease", "deal", "note", "bylaws", "policy"]),
        wanted: &["The lease was amended on May 2."],
        unwanted: &["Congress amended the law in May."],
    },
    Sense {
        words: &["amend"],
        kind: Some("filing"),
        when: |a| a.beside(&["complaint", "petition", "answer", "pleading", "pleadings"]),
        wanted: &["She amended her complaint on May 2."],
        unwanted: &["Congress amended the law in May."],
    },
    Sense {
        words: &["admit"],
        kind: Some(kinds::OTHER),
        when: |a| a.is_passive() && !a.next(&["that", "by"]),
        wanted: &["She was admitted to the hospital on May 6.", "He was admitted on May 6."],
        unwanted: &["He admitted the theft.", "She admitted that she lied."],
    },
    Sense {
        words: &["execut"],
        kind: Some("search"),
        when: |a| a.soon(&["warrant", "warrants"]) && a.soon(&["search"]),
        wanted: &["Deputies executed a search warrant on May 4."],
        unwanted: &["The lease was executed on May 1."],
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
        words: &["swear"],
        kind: Some("statement"),
        when: |a| !a.next(&["in", "into", "him", "her", "them"]) && !a.soon(&["in", "office"]),
        wanted: &["He swore out an affidavit on May 4.", "She swore that it was so."],
        unwanted: &["He was sworn in on Monday."],
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
        words: &["dismiss"],
        kind: Some("dismissal from office"),
        when: |a| !a.beside(PLEADED) && (a.is_passive() || !a.led_by(COURTS)),
        wanted: &["He was dismissed in May 2017."],
        unwanted: &["The case was dismissed in May 2017.", "The court dismissed it in May 2017."],
    },
    Sense {
        words: &["withdraw"],
        kind: Some("motion"),
        when: |a| a.soon(&["plea", "motion", "complaint", "suit", "lawsuit", "petition", "appeal", "request", "application"]),
        wanted: &["He asked to withdraw his guilty plea."],
        unwanted: &["The lawyer withdrew on Monday."],
    },
    Sense {
        words: &["ad"],
        kind: Some(kinds::OTHER),
        when: |a| !a.next(&["that", ",", ":", "\"", "“"]) && !a.stands_by_a_quotation(),
        wanted: &["The report added pressure on the firm.", "He added a clause in May."],
        unwanted: &["“It is over,” he added.", "She added that it was over."],
    },
    Sense {
        words: &["assault"],
        kind: Some("abuse"),
        when: |a| a.behind(&["sexually", "sexual"]),
        wanted: &["He sexually assaulted her in 2003."],
        unwanted: &["He assaulted an officer on Jan. 6."],
    },
    Sense {
        words: &["plea"],
        kind: Some("request"),
        when: |a| a.is_noun() && (a.next(&["for"]) || a.behind(&["public", "emotional", "desperate", "impassioned", "urgent"])),
        wanted: &["She made a public plea for help on Monday.", "His plea for mercy came in May."],
        unwanted: &["His guilty plea came in December 2017.", "He entered a plea on Monday."],
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
        kind: Some("death"),
        when: |a| a.next(&["away"]),
        wanted: &["He passed away on May 3."],
        unwanted: &["The bill passed in May."],
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
        let sense = SENSES.iter().find(|sense| sense.is_of(&words[at]) && (sense.when)(&beside));
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
        for sense in SENSES {
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
