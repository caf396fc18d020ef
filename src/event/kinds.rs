//! The kinds of happening that the field tells of: one row a kind, with its verbs, its nouns, and sentences that must and
//! must not be of it.

use std::collections::HashMap;
use std::sync::OnceLock;

/// A kind of happening.
///
/// Verbs are stems (English Porter2), so that one entry stands for its forms; irregular forms stand in `IRREGULAR`.
pub struct Kind {
    pub name: &'static str,
    pub verbs: &'static [&'static str],
    /// Nouns that are the happening themselves ("the takedown", "her arrest").
    pub nouns: &'static [&'static str],
    /// It happens once in a case for one object, so that two tellings of it are one event.
    pub once: bool,
    pub wanted: &'static [&'static str],
    pub unwanted: &'static [&'static str],
}

/// Kinds that tell of one happening in different words: a man who resigned was, to another outlet, fired.
pub const FAMILIES: &[&[&str]] = &[
    &["resignation", "dismissal from office"],
    &["ruling", "order"],
    &["motion", "request"],
    &["settlement", "agreement"],
    &["death", "injury"],
];

/// The family of a kind: the first of its row, or the kind itself.
pub fn family(kind: &'static str) -> &'static str {
    FAMILIES.iter().find(|row| row.contains(&kind)).map_or(kind, |row| row[0])
}

/// The kind of every happening that no row names.
pub const OTHER: &str = "other";

pub const KINDS: &[Kind] = &[
    Kind {
        name: "filing",
        verbs: &["file", "sue", "lodg", "refil"],
        nouns: &["filing", "lawsuit"],
        once: true,
        wanted: &["The suit was filed Wednesday.", "He sued the company in May 2020."],
        unwanted: &["He followed the file.", "The rank and file met on Monday."],
    },
    Kind {
        name: "report",
        verbs: &["report", "complain", "flag", "notifi", "alert", "inform"],
        nouns: &["tip"],
        once: false,
        wanted: &["The post was reported on Dec. 25, 2019.", "She notified the school on Monday."],
        unwanted: &["He slept on Monday."],
    },
    Kind {
        name: "reply",
        verbs: &["repli", "respond", "answer"],
        nouns: &["reply", "response"],
        once: false,
        wanted: &["On Jan. 28 the company replied.", "He responded on Friday."],
        unwanted: &["He ran on Friday."],
    },
    Kind {
        name: "request",
        verbs: &["ask", "request", "urg", "seek", "demand", "petit", "appli"],
        nouns: &["request", "demand", "petition"],
        once: false,
        wanted: &["He asked the court on Monday to act.", "They sought records in May 2019."],
        unwanted: &["He sang on Monday."],
    },
    Kind {
        name: "refusal",
        verbs: &["refus", "declin", "reject", "deni", "rebuf"],
        nouns: &["refusal", "denial", "rejection"],
        once: false,
        wanted: &["On Thursday the company declined comment.", "It refused on Jan. 3."],
        unwanted: &["He agreed on Monday."],
    },
    Kind {
        name: "removal",
        verbs: &["remov", "delet", "purg", "eras"],
        nouns: &["takedown", "removal", "deletion"],
        once: false,
        wanted: &["The posts were taken down on Jan. 30.", "It removed the videos in January 2020."],
        unwanted: &["He took a train on Jan. 30."],
    },
    Kind {
        name: "suspension",
        verbs: &["suspend", "ban", "block", "deactiv"],
        nouns: &["suspension", "ban"],
        once: false,
        wanted: &["It suspended the account on Jan. 8.", "He was banned in 2021."],
        unwanted: &["He ran on Jan. 8."],
    },
    Kind {
        name: "service",
        verbs: &["serv", "subpoena"],
        nouns: &["subpoena", "summons"],
        once: false,
        wanted: &["The summons was served on May 3.", "He was subpoenaed in June 2019."],
        unwanted: &["He slept in June 2019."],
    },
    Kind {
        name: "motion",
        verbs: &["move"],
        nouns: &["motion"],
        once: false,
        wanted: &["The defendant moved to dismiss on March 3.", "The motion of May 4 was long."],
        unwanted: &["He left on March 3."],
    },
    Kind {
        name: "hearing",
        verbs: &["argu", "conven", "adjourn", "postpon", "appear", "hear"],
        nouns: &["hearing", "argument", "trial", "arraignment", "conference"],
        once: false,
        wanted: &["The hearing was held on Feb. 6.", "Lawyers argued the case on Monday."],
        unwanted: &["He was heard of in May."],
    },
    Kind {
        name: "testimony",
        verbs: &["testifi", "depos"],
        nouns: &["testimony", "deposition"],
        once: false,
        wanted: &["She testified on Tuesday.", "He was deposed in March 2020."],
        unwanted: &["He slept on Tuesday."],
    },
    Kind {
        name: "order",
        verbs: &["order", "enjoin", "direct", "instruct"],
        nouns: &["order", "injunction"],
        once: false,
        wanted: &["The judge ordered a stay on Friday.", "The order of May 3 stands."],
        unwanted: &["He stayed on Friday."],
    },
    Kind {
        name: "ruling",
        verbs: &[
            "rule", "decid", "grant", "dismiss", "uphold", "overturn", "revers", "affirm", "vacat", "remand", "strike", "conclud", "quash",
            "overrul", "sustain",
        ],
        nouns: &["ruling", "decision", "judgment", "judgement", "dismissal"],
        once: false,
        wanted: &["A court has decided on Aug. 19 that it goes on.", "The judge dismissed the case in May 2020."],
        unwanted: &["He walked on Aug. 19."],
    },
    Kind {
        name: "verdict",
        verbs: &["convict", "acquit"],
        nouns: &["verdict", "conviction", "acquittal"],
        once: true,
        wanted: &["The jury convicted him on Monday.", "He was acquitted in 2018."],
        unwanted: &["He was hired in 2018."],
    },
    Kind {
        name: "plea",
        verbs: &["plead"],
        nouns: &["plea"],
        once: true,
        wanted: &["He pleaded guilty on Dec. 1, 2017.", "His plea came in December 2017."],
        unwanted: &["He pleased them in 2017."],
    },
    Kind {
        name: "charge",
        verbs: &["charg", "indict", "accus", "arraign"],
        nouns: &["indictment", "charges"],
        once: false,
        wanted: &["He was indicted on Thursday.", "Prosecutors charged her in May 2018."],
        unwanted: &["He was paid on Thursday."],
    },
    Kind {
        name: "arrest",
        verbs: &["arrest", "detain", "apprehend", "bust", "nab", "captur", "jail", "imprison", "surrend"],
        nouns: &["arrest", "detention"],
        once: false,
        wanted: &["He was arrested on Friday.", "Police detained her on May 3."],
        unwanted: &["He rested on Friday."],
    },
    Kind {
        name: "search",
        verbs: &["search", "raid", "seiz"],
        nouns: &["raid", "seizure"],
        once: false,
        wanted: &["Agents searched the house on Monday.", "The raid came on May 3."],
        unwanted: &["He slept on Monday."],
    },
    Kind {
        name: "sentence",
        verbs: &["sentenc", "pardon", "parol"],
        nouns: &["sentencing", "pardon"],
        once: false,
        wanted: &["He was sentenced on Tuesday.", "His sentencing is set for Feb. 3."],
        unwanted: &["He sent it on Tuesday."],
    },
    Kind {
        name: "appeal",
        verbs: &["appeal"],
        nouns: &["appeal"],
        once: false,
        wanted: &["The state appealed on Monday.", "The appeal came in May 2019."],
        unwanted: &["He left on Monday."],
    },
    Kind {
        name: "settlement",
        verbs: &["settl"],
        nouns: &["settlement"],
        once: false,
        wanted: &["The firm settled in March 2019.", "The settlement came on Monday."],
        unwanted: &["He sat on Monday."],
    },
    Kind {
        name: "payment",
        verbs: &["pay", "repay", "reimburs", "donat", "funnel", "award"],
        nouns: &["payment", "payout", "donation"],
        once: false,
        wanted: &["It paid $3 million in May 2018.", "The payment came on Monday."],
        unwanted: &["He played on Monday."],
    },
    Kind {
        name: "agreement",
        verbs: &["agre", "sign", "negoti"],
        nouns: &["agreement", "deal", "accord"],
        once: false,
        wanted: &["They signed the contract on May 3.", "The deal came on Monday."],
        unwanted: &["He sang on Monday."],
    },
    Kind {
        name: "meeting",
        verbs: &["meet", "gather", "dine"],
        nouns: &["meeting", "summit", "gathering", "dinner"],
        once: false,
        wanted: &["They met on Monday.", "The meeting of May 3 was short."],
        unwanted: &["He ran on Monday."],
    },
    Kind {
        name: "call",
        verbs: &["call", "phone", "telephon"],
        nouns: &["phone call", "call", "conversation", "communication", "contact", "interaction"],
        once: false,
        wanted: &["He called the ambassador on Dec. 29.", "The call of May 3 was short."],
        unwanted: &["He ran on Dec. 29."],
    },
    Kind {
        name: "message",
        verbs: &["email", "text", "wrote", "tweet", "messag", "post"],
        nouns: &["email", "letter", "tweet", "message", "memo"],
        once: false,
        wanted: &["She emailed him on Monday.", "He wrote to the firm on May 3."],
        unwanted: &["He ran on Monday."],
    },
    Kind {
        name: "publication",
        verbs: &["publish", "surfac", "resurfac", "circul", "leak", "releas", "air", "broadcast", "unseal", "upload"],
        nouns: &["publication", "release"],
        once: false,
        wanted: &["The video surfaced in 2019.", "The report was published on Monday."],
        unwanted: &["He ran on Monday."],
    },
    Kind {
        name: "statement",
        verbs: &[
            "say", "state", "announc", "declar", "claim", "alleg", "tell", "insist", "acknowledg", "admit", "confirm", "comment", "testif",
            "explain", "opin", "warn", "argue", "contend", "assert", "note", "ad", "describ", "reiter", "disclos", "reveal",
        ],
        nouns: &["statement", "announcement", "apology", "speech"],
        once: false,
        wanted: &["She said on Monday that it was over.", "The firm announced it on May 3."],
        unwanted: &["He ran on Monday."],
    },
    Kind {
        name: "appointment",
        verbs: &["appoint", "nomin", "hire", "name", "elect", "inaugur", "swear", "confirm"],
        nouns: &["appointment", "nomination", "inauguration", "swearing-in"],
        once: false,
        wanted: &["He was appointed to the bench in 1994.", "She was hired in May 2018."],
        unwanted: &["He ran in 1994."],
    },
    Kind {
        name: "resignation",
        verbs: &["resign", "quit", "retir", "withdraw"],
        nouns: &["resignation", "retirement", "withdrawal"],
        once: false,
        wanted: &["He resigned on Feb. 13.", "She quit in May 2018."],
        unwanted: &["He ran on Feb. 13."],
    },
    Kind {
        name: "dismissal from office",
        verbs: &["fire", "oust", "sack", "dismiss"],
        nouns: &["firing", "ouster"],
        once: false,
        wanted: &["He was fired in February 2017.", "They ousted him on Monday."],
        unwanted: &["He ran on Monday."],
    },
    Kind {
        name: "injury",
        verbs: &["injur", "wound", "hurt", "shoot", "stab", "attack", "assault", "beat", "punch", "slap", "chok", "strangl"],
        nouns: &["shooting", "attack", "assault", "injury", "stabbing", "bombing"],
        once: false,
        wanted: &["He was shot on Feb. 23.", "Two men were hurt on Monday.", "The attack came on Monday."],
        unwanted: &["He ran on Monday."],
    },
    Kind {
        name: "abuse",
        verbs: &["rape", "abus", "harass", "molest"],
        nouns: &["rape", "harassment"],
        once: false,
        wanted: &["He abused her in 2003.", "The rape came to light in May 2018."],
        unwanted: &["He absorbed it in 2003."],
    },
    Kind {
        name: "birth",
        verbs: &["born"],
        nouns: &["birth"],
        once: true,
        wanted: &["He was born on March 3, 1960.", "Harrow, born March 5, 1960, left."],
        unwanted: &["He bore the costs in March."],
    },
    Kind {
        name: "death",
        verbs: &["die", "kill", "murder", "drown", "hang", "slay"],
        nouns: &["death", "killing", "murder", "suicide", "slaying", "assassination", "massacre"],
        once: true,
        wanted: &["He died on Aug. 10, 2019.", "The killing came in February 2020."],
        unwanted: &["He dined on Aug. 10."],
    },
    Kind {
        name: "interview",
        verbs: &["interview", "question", "interrog"],
        nouns: &["interview"],
        once: false,
        wanted: &["Agents interviewed him on Jan. 24.", "The Jan. 24 interview was short."],
        unwanted: &["He ran on Jan. 24."],
    },
    Kind {
        name: "election",
        verbs: &["vote"],
        nouns: &["election"],
        once: false,
        wanted: &["The election came in November 2016.", "They voted on Tuesday."],
        unwanted: &["He slept on Tuesday."],
    },
    Kind {
        name: "sanction",
        verbs: &["sanction", "fine", "penal"],
        nouns: &["sanction", "penalty"],
        once: false,
        wanted: &["The sanctions were imposed on Dec. 29.", "It was fined in May 2019."],
        unwanted: &["He is fine on Monday."],
    },
    Kind {
        name: "enactment",
        verbs: &["enact", "legisl", "repeal", "amend", "pass", "approv", "ratifi", "rescind"],
        nouns: &["enactment", "repeal"],
        once: false,
        wanted: &["Congress enacted it in 1996.", "The bill passed in May 2018."],
        unwanted: &["He ran in 1996."],
    },
    Kind {
        name: "deadline",
        verbs: &["expir", "laps"],
        nouns: &["deadline"],
        once: false,
        wanted: &["The permit expired on March 5.", "The deadline is May 3."],
        unwanted: &["He ran on March 5."],
    },
];

/// Nouns of happenings of no kind of the field, which a date before them dates: "last month's discovery".
pub const HAPPENINGS: &[&str] = &[
    "abduction", "accession", "accident", "airing", "ambush", "anniversary", "bankruptcy", "battle", "blast", "break-in", "broadcast",
    "burglary", "ceremony", "closure", "collapse", "collision", "concert", "coup", "crash", "cyclone", "debate", "declaration",
    "demonstration", "derailment", "disappearance", "discovery", "earthquake", "escape", "eviction", "eruption", "exchange", "execution",
    "explosion", "fight", "flood", "funeral", "graduation", "heist", "hijacking", "hurricane", "incident", "inspection", "invasion",
    "kidnapping", "launch", "march", "merger", "opening", "outbreak", "party", "protest", "quake", "rally", "recall", "riot", "robbery",
    "rupture", "sale", "siege", "spill", "storm", "strike", "surgery", "takeover", "theft", "tour", "transfer", "trip", "uprising",
    "visit", "walkout", "wedding",
];

/// Irregular forms: the form, and the stem it stands for.
pub const IRREGULAR: &[(&str, &str)] = &[
    ("said", "say"),
    ("says", "say"),
    ("told", "tell"),
    ("tells", "tell"),
    ("met", "meet"),
    ("paid", "pay"),
    ("pled", "plead"),
    ("sought", "seek"),
    ("shot", "shoot"),
    ("struck", "strike"),
    ("upheld", "uphold"),
    ("overturned", "overturn"),
    ("swore", "swear"),
    ("sworn", "swear"),
    ("withdrew", "withdraw"),
    ("withdrawn", "withdraw"),
    ("wrote", "wrote"),
    ("written", "wrote"),
    ("writes", "wrote"),
    ("hung", "hang"),
    ("hanged", "hang"),
    ("died", "die"),
    ("dies", "die"),
    ("dying", "die"),
    ("beaten", "beat"),
    ("suing", "sue"),
    ("sues", "sue"),
    ("sued", "sue"),
    ("began", "begin"),
    ("begun", "begin"),
    ("became", "becom"),
    ("came", "come"),
    ("went", "go"),
    ("gone", "go"),
    ("took", "take"),
    ("taken", "take"),
    ("gave", "give"),
    ("given", "give"),
    ("made", "make"),
    ("held", "hold"),
    ("left", "leav"),
    ("found", "find"),
    ("sent", "send"),
    ("got", "get"),
    ("gotten", "get"),
    ("saw", "see"),
    ("seen", "see"),
    ("knew", "know"),
    ("known", "know"),
    ("led", "lead"),
    ("brought", "bring"),
    ("bought", "buy"),
    ("sold", "sell"),
    ("lost", "lose"),
    ("won", "win"),
    ("kept", "keep"),
    ("spent", "spend"),
    ("stood", "stand"),
    ("built", "build"),
    ("caught", "catch"),
    ("grew", "grow"),
    ("grown", "grow"),
    ("drew", "draw"),
    ("drawn", "draw"),
    ("threw", "throw"),
    ("thrown", "throw"),
    ("flew", "fli"),
    ("flown", "fli"),
    ("fell", "fall"),
    ("fallen", "fall"),
    ("rose", "rise"),
    ("risen", "rise"),
    ("ran", "run"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("broke", "break"),
    ("broken", "break"),
    ("chose", "choos"),
    ("chosen", "choos"),
    ("fought", "fight"),
    ("taught", "teach"),
    ("thought", "think"),
    ("felt", "feel"),
    ("dealt", "deal"),
    ("drove", "drive"),
    ("driven", "drive"),
    ("sat", "sit"),
    ("stole", "steal"),
    ("stolen", "steal"),
    ("wore", "wear"),
    ("hid", "hide"),
    ("hidden", "hide"),
    ("lay", "lie"),
    ("lied", "lie"),
    ("laid", "lay"),
    ("underwent", "undergo"),
    ("overthrew", "overthrow"),
    ("forgot", "forget"),
    ("arose", "aris"),
    ("heard", "hear"),
    ("understood", "understand"),
    ("undertook", "undertak"),
    ("undertaken", "undertak"),
    ("misled", "mislead"),
    ("fled", "flee"),
    ("froze", "freez"),
    ("frozen", "freez"),
    ("slept", "sleep"),
    ("swept", "sweep"),
    ("woke", "wake"),
    ("ate", "eat"),
    ("rode", "ride"),
    ("tore", "tear"),
    ("torn", "tear"),
    ("bore", "bear"),
    ("bound", "bind"),
    ("blew", "blow"),
    ("blown", "blow"),
    ("shook", "shake"),
    ("shaken", "shake"),
    ("meant", "mean"),
    ("forbade", "forbid"),
    ("oversaw", "overse"),
    ("repaid", "repay"),
    ("undid", "undo"),
    ("undone", "undo"),
    ("sank", "sink"),
    ("drank", "drink"),
    ("dug", "dig"),
    ("awoke", "awak"),
    ("bore", "bear"),
    ("born", "born"),
    ("fled", "flee"),
    ("rode", "ride"),
    ("rang", "ring"),
    ("sang", "sing"),
    ("sank", "sink"),
    ("shook", "shake"),
    ("slept", "sleep"),
    ("swept", "sweep"),
    ("tore", "tear"),
    ("undertook", "undertak"),
    ("won't", "will"),
    ("forgave", "forgiv"),
    ("forgotten", "forget"),
    ("overthrown", "overthrow"),
    ("overthrew", "overthrow"),
    ("rewritten", "rewrit"),
    ("redrawn", "redraw"),
    ("redrew", "redraw"),
    ("slain", "slay"),
    ("slew", "slay"),
    ("bitten", "bite"),
    ("ridden", "ride"),
    ("overseen", "overse"),
    ("lent", "lend"),
    ("shown", "show"),
    ("bled", "bleed"),
    ("clung", "cling"),
    ("crept", "creep"),
    ("fed", "feed"),
    ("forbidden", "forbid"),
    ("knelt", "kneel"),
    ("lit", "light"),
    ("mistook", "mistak"),
    ("mistaken", "mistak"),
    ("overcame", "overcom"),
    ("overrode", "overrid"),
    ("overridden", "overrid"),
    ("overtook", "overtak"),
    ("slid", "slide"),
    ("sped", "speed"),
    ("spun", "spin"),
    ("sprang", "spring"),
    ("stuck", "stick"),
    ("swam", "swim"),
    ("withheld", "withhold"),
    ("wept", "weep"),
    ("rewrote", "rewrit"),
    ("retook", "retak"),
    ("rebuilt", "rebuild"),
    ("resold", "resel"),
    ("foresaw", "forese"),
    ("outbid", "outbid"),
    ("overran", "overrun"),
    ("overpaid", "overpay"),
    ("used", "use"),
    ("owed", "owe"),
    ("cast", "cast"),
    ("shed", "shed"),
    ("wed", "wed"),
    ("undergone", "undergo"),
];

/// Verb and particle pairs whose meaning is the pair's, with the kind they are.
pub const PHRASAL: &[(&str, &str, &str)] = &[
    ("take", "down", "removal"),
    ("took", "down", "removal"),
    ("pull", "down", "removal"),
    ("turn", "over", "other"),
    ("hear", "of", "other"),
    ("step", "down", "resignation"),
    ("find", "dead", "death"),
    ("find", "guilty", "verdict"),
    ("find", "liable", "ruling"),
    ("turn", "himself", "arrest"),
    ("turn", "herself", "arrest"),
    ("turn", "themselves", "arrest"),
    ("take", "custody", "arrest"),
    ("took", "custody", "arrest"),
    ("becam", "law", "enactment"),
    ("become", "law", "enactment"),
    ("place", "leave", "suspension"),
    ("put", "leave", "suspension"),
    ("take", "life", "death"),
    ("claim", "lives", "death"),
    ("claim", "life", "death"),
    ("commit", "suicide", "death"),
    ("bring", "suit", "filing"),
    ("bring", "lawsuit", "filing"),
    ("succumb", "to", "death"),
    ("let", "go", "dismissal from office"),
    ("push", "out", "dismissal from office"),
    ("forc", "out", "dismissal from office"),
    ("hand", "down", "ruling"),
    ("throw", "out", "ruling"),
    ("toss", "out", "ruling"),
    ("begin", "appearing", "publication"),
    ("start", "appearing", "publication"),
    ("swear", "in", "appointment"),
    ("swear", "into", "appointment"),
    ("sworn", "into", "appointment"),
    ("take", "office", "appointment"),
    ("assum", "office", "appointment"),
    ("assum", "presidency", "appointment"),
];

/// The row of a kind.
pub fn row(name: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.name == name)
}

/// The kind of a verb's stem; the first row that lists it.
pub fn of_verb(stem: &str) -> Option<&'static Kind> {
    static VERBS: OnceLock<HashMap<&'static str, &'static Kind>> = OnceLock::new();
    VERBS.get_or_init(|| first_rows(|kind| kind.verbs)).get(stem).copied()
}

/// The kind of a noun in lower case.
pub fn of_noun(noun: &str) -> Option<&'static Kind> {
    static NOUNS: OnceLock<HashMap<&'static str, &'static Kind>> = OnceLock::new();
    NOUNS.get_or_init(|| first_rows(|kind| kind.nouns)).get(noun).copied()
}

/// A kind with its article: "an arrest", "a ruling".
pub fn with_article(kind: &str) -> String {
    let article = if kind.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {kind}")
}

/// Whether a noun in lower case tells a happening of no kind of the field.
pub fn is_happening(noun: &str) -> bool {
    let singular = noun.trim_end_matches("'s");
    HAPPENINGS.contains(&singular) || singular.strip_suffix('s').is_some_and(|one| HAPPENINGS.contains(&one))
}

/// Every word of a column, with the first row that lists it.
fn first_rows(column: fn(&Kind) -> &'static [&'static str]) -> HashMap<&'static str, &'static Kind> {
    KINDS.iter().rev().flat_map(|kind| column(kind).iter().map(move |word| (*word, kind))).collect()
}

/// Verbs of saying, which never join two mentions by themselves (measured: right one time in four).
pub fn is_saying(kind: &str) -> bool {
    kind == "statement"
}

/// Kinds whose happening is somebody's words.
pub fn is_of_speech(kind: &str) -> bool {
    matches!(kind, "statement" | "message" | "reply" | "request" | "refusal")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_examples_both_ways_and_a_name_of_its_own() {
        let mut names: Vec<_> = KINDS.iter().map(|kind| kind.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), KINDS.len());
        for kind in KINDS {
            assert!(!kind.wanted.is_empty() && !kind.unwanted.is_empty(), "{}", kind.name);
        }
    }
}
