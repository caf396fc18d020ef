//! A sentence cut into words and clauses, and the verbs and nouns in it that can be happenings.

use super::kinds::{self, IRREGULAR, OTHER, PHRASAL};
use super::{chronicle, sense};
use crate::span::Span;
use rust_stemmers::{Algorithm, Stemmer};
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::OnceLock;

/// What a word does in its clause, as far as closed lists and endings tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A verb in a finite past form or a participle.
    Verb,
    /// A verb behind "will", "to" or a modal.
    Infinitive,
    /// A form of to be, to have or to do.
    Auxiliary,
    /// A noun that is a happening.
    EventNoun,
    Other,
}

/// One word of a sentence.
#[derive(Clone, Debug)]
pub struct Word {
    pub span: Span,
    pub lower: String,
    pub stem: String,
    pub capital: bool,
    pub part: Part,
    /// The kind of happening it can be.
    pub kind: &'static str,
    /// The clause it stands in.
    pub clause: usize,
    /// It stands within quotation marks.
    pub quoted: bool,
    /// A mark, not a word.
    pub mark: bool,
}

/// A sentence as words and clauses.
#[derive(Debug)]
pub struct Sentence {
    pub span: Span,
    pub words: Vec<Word>,
    pub clauses: usize,
}

fn irregular() -> &'static HashMap<&'static str, &'static str> {
    static MAP: OnceLock<HashMap<&'static str, &'static str>> = OnceLock::new();
    MAP.get_or_init(|| IRREGULAR.iter().copied().collect())
}

/// Most stems that a thread keeps: the words of a large matter.
const KEPT: usize = 50_000;

/// The Porter2 stem of a lower-case word, or the stem of the verb whose irregular form it is. The same words come again and
/// again, so each thread keeps the stems it has found.
pub fn stem(lower: &str) -> String {
    thread_local! {
        static STEMMER: Stemmer = Stemmer::create(Algorithm::English);
        static FOUND: RefCell<HashMap<String, String>> = RefCell::default();
    }
    if let Some(stem) = irregular().get(lower) {
        return (*stem).to_owned();
    }
    FOUND.with_borrow_mut(|found| {
        if let Some(stem) = found.get(lower) {
            return stem.clone();
        }
        let stem = STEMMER.with(|stemmer| stemmer.stem(lower).into_owned());
        if found.len() < KEPT {
            found.insert(lower.to_owned(), stem.clone());
        }
        stem
    })
}

/// No word of English is longer, in bytes; what is has no stem.
const LONGEST_STEMMED: usize = 40;

const AUXILIARIES: &[&str] =
    &["is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "do", "does", "did", "'s", "'re", "'ve"];
const MODALS: &[&str] = &[
    "will", "would", "shall", "should", "can", "could", "may", "might", "must", "to", "didn't", "won't", "wouldn't", "couldn't", "can't",
    "cannot", "don't", "doesn't", "not",
];
/// Words in -ed that are no verbs.
const NOT_VERBS: &[&str] = &[
    "united", "alleged", "hundred", "indeed", "red", "bed", "so-called", "sacred", "wicked", "naked", "unprecedented", "beloved",
    "kindred", "speed", "need", "feed", "seed", "weed", "breed", "creed", "greed", "exceed", "proceed", "succeed", "embed", "shed", "sled",
    "ted", "fred", "med", "limited", "wanted", "detailed", "heated", "armed", "retired", "interested", "related", "scheduled", "expected",
    "aged", "based", "dated", "combined", "unidentified", "repeated", "continued", "increased", "controlled", "redacted", "involved",
    "aforementioned", "advanced", "aggravated", "experienced", "educated", "married", "divorced", "accused", "distinguished",
];
/// Base forms that end in -ing and are nouns.
const FINITE_PRESENT: &[&str] = &[
    "sues", "rules", "orders", "finds", "faces", "says", "files", "charges", "pleads", "denies", "refuses", "dies", "resigns", "appeals",
    "settles", "meets", "agrees", "announces", "admits", "vows", "upholds", "dismisses", "indicts", "convicts", "acquits", "testifies",
    "apologizes", "withdraws", "unseals", "overturns", "rejects",
];

/// Words in -ing that are prepositions or nouns.
const NO_PARTICIPLES: &[&str] = &[
    "building", "housing", "clothing", "ceiling", "evening", "morning", "nothing", "anything", "something", "everything", "wedding",
    "sibling", "during", "including", "following", "according", "regarding", "concerning", "pending", "notwithstanding", "excluding",
    "barring",
];

/// Words behind "to" or a modal that are no infinitive: "moved to federal court", "sold to his brother".
const NO_INFINITIVES: &[&str] = &[
    "the", "a", "an", "and", "or", "this", "that", "be", "his", "her", "its", "their", "him", "them", "it", "which", "whom", "neither",
    "than", "either", "both", "only", "even", "at", "about", "more", "less", "fewer", "least", "most", "nearly", "almost", "federal",
    "state", "local", "new", "former", "public", "private", "international", "foreign", "civil", "criminal", "medical", "military",
    "social", "other", "another", "many", "several", "some", "all", "any", "police", "prison", "jail", "school", "college", "court",
    "customers", "investors", "reporters", "people", "those", "these", "your", "our", "my", "you", "us", "me",
];

/// Words behind which "of" opens what somebody is charged with.
const CHARGES: &[&str] = &["accused", "convicted", "suspected", "guilty", "acquitted", "cleared"];

/// Prepositions behind which a form in -ed describes the noun after it: "according to unconfirmed reports".
const LEADING: &[&str] = &["of", "in", "with", "from", "for", "on", "to", "about", "into", "over", "under", "against", "amid"];

/// Words behind a participle that leave it a verb: "Arrested on Monday", "Charged with theft".
const IN_FRONT: &[&str] = &[
    "by", "in", "on", "to", "from", "with", "at", "for", "a", "the", "an", "his", "her", "their", "its", "last", "after", "before", "as",
    "and", "of", "that", "early", "late", "this", "over", "under", "during", "into", "not", "only", "again", "he", "she", "it", "they",
];

/// Whether a word behind a form in -ed or an irregular past leaves it a verb even where "that" or "the" stands before it: "acts
/// that occurred during the sale", but "the accused and the judge".
fn leaves_a_verb(lower: &str) -> bool {
    IN_FRONT.contains(&lower) && !matches!(lower, "and" | "of" | "not" | "only")
}

/// Words that open a clause of their own.
const OPENERS: &[&str] = &[
    "while", "because", "although", "though", "whereas", "but", "who", "which", "when", "after", "before", "until", "where", "whose", "if",
    "unless", "since", "that", "as", "and", "or", "so", "nor", "yet", "despite", "following",
];

/// Cuts a sentence into words and clauses. `dates` are the spans that name a time: they are no verbs.
pub fn analyse(text: &str, span: Span, dates: &[Span]) -> Sentence {
    analyse_as(text, span, dates, false)
}

/// The same, for a sentence that may be the `entry` of a chronology whose day stands in the heading above it.
pub(super) fn analyse_as(text: &str, span: Span, dates: &[Span], entry: bool) -> Sentence {
    let mut words = tokens(text, span);
    let in_date = |word: &Word| dates.iter().any(|date| date.meets(word.span));
    for i in 0..words.len() {
        if words[i].mark || in_date(&words[i]) {
            continue;
        }
        // "The Jan. 20 suit", "Thursday's complaint": with a day of its own it is the filing.
        let dated = i > 0 && in_date(&words[i - 1]) && matches!(words[i].lower.as_str(), "suit" | "complaint");
        let (part, kind) = if dated { (Part::EventNoun, "filing") } else { classify(&words, i) };
        words[i].part = part;
        words[i].kind = kind;
    }
    if entry || !dates.is_empty() {
        chronicle::tell(&mut words, &in_date, entry);
    }
    let clauses = cut(&mut words, &in_date);
    if !dates.is_empty() {
        tell_present(&mut words, &in_date);
    }
    sense::tell_apart(&mut words);
    Sentence { span, words, clauses }
}

/// Verbs by which papers and contracts tell in the present what is to come: "the lease expires in June", "takes effect on
/// July 1". Their forms are nouns too ("ends", "votes", "starts"), so that only a clause without another verb is looked at.
const PRESENT: &[&str] = &[
    "accrue", "air", "apply", "appear", "arrive", "become", "begin", "celebrate", "close", "come", "commence", "conclude", "continue",
    "convene", "elapse", "end", "enter", "expire", "extend", "fall", "finish", "get", "give", "go", "hear", "hold", "host", "kick",
    "lapse", "last", "launch", "leave", "lift", "mature", "meet", "move", "open", "premiere", "reconvene", "remain", "renew", "reopen",
    "resume", "retire", "return", "run", "sit", "start", "stop", "switch", "take", "terminate", "travel", "turn", "vest", "visit", "vote",
];

/// Whether a word is one of them as it stands behind one, or behind many: "expires", "expire".
fn is_present(lower: &str, many: bool) -> bool {
    if many {
        return PRESENT.contains(&lower);
    }
    let one = lower.strip_suffix('s').filter(|base| PRESENT.contains(base));
    one.or_else(|| lower.strip_suffix("es").filter(|base| PRESENT.contains(base))).is_some() || lower == "applies"
}

/// Makes a verb of the present in each clause that names a time and has no verb or noun of happening.
fn tell_present(words: &mut [Word], in_date: &impl Fn(&Word) -> bool) {
    const NO_SUBJECTS: &[&str] = &[
        "the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "of", "in", "on", "at", "by", "for", "from",
        "with", "to", "and", "or", "as", "until", "since", "after", "before", "no", "not", "all", "some", "whose",
    ];
    const MANY: &[&str] = &["they", "we", "i", "you", "people", "men", "women", "children", "police"];
    let tells = |w: &Word| matches!(w.part, Part::Verb | Part::Infinitive | Part::EventNoun);
    // "Dorn, whose permit expires in June, told the paper": from what opens its clause to its day no other verb may stand.
    let told = |words: &[Word], i: usize, day: usize| {
        let opens = |w: &Word| w.mark || matches!(w.lower.as_str(), "who" | "which" | "whose" | "that" | "when" | "and");
        let from = words[..i].iter().rposition(opens).map_or(0, |at| at + 1);
        words[from..day].iter().any(tells)
    };
    for i in 1..words.len() {
        let (before, word) = (&words[i - 1], &words[i]);
        if word.mark || word.capital || word.part != Part::Other || in_date(word) || before.mark || in_date(before) {
            continue;
        }
        let many = MANY.contains(&before.lower.as_str()) || before.lower.ends_with('s') && !before.lower.ends_with("ss");
        let relative = matches!(before.lower.as_str(), "who" | "which" | "that");
        let subject =
            relative || !NO_SUBJECTS.contains(&before.lower.as_str()) && before.clause == word.clause && before.part == Part::Other;
        let day = (i + 1..words.len()).take(8).find(|at| in_date(&words[*at]));
        if subject
            && (is_present(&word.lower, many) || relative && is_present(&word.lower, true))
            && day.is_some_and(|day| !told(words, i, day))
        {
            words[i].part = Part::Verb;
            words[i].kind = kinds::of_verb(&words[i].stem).map_or(OTHER, |kind| kind.name);
        }
    }
}

/// Whether a verb tells in the present: what it dates ahead is to come.
pub(super) fn is_of_present(word: &Word) -> bool {
    word.part == Part::Verb && (is_present(&word.lower, false) || is_present(&word.lower, true))
}

fn tokens(text: &str, span: Span) -> Vec<Word> {
    let words = span.of(text);
    let mut out: Vec<Word> = Vec::with_capacity(words.len() / 5);
    let mut start = None;
    let mut quoted = false;
    let base = span.start();
    let push = |out: &mut Vec<Word>, from: usize, to: usize, quoted: bool, mark: bool| {
        let shown = &words[from..to];
        let lower = shown.to_lowercase().replace('’', "'");
        let stem = if mark || lower.len() > LONGEST_STEMMED { lower.clone() } else { stem(lower.trim_end_matches("'s")) };
        out.push(Word {
            span: Span::new(base + from, base + to),
            capital: shown.chars().next().is_some_and(char::is_uppercase),
            lower,
            stem,
            part: Part::Other,
            kind: OTHER,
            clause: 0,
            quoted,
            mark,
        });
    };
    for (i, c) in words.char_indices() {
        let joins = c.is_alphanumeric()
            || (matches!(c, '\'' | '’' | '-' | '@' | '&')
                || matches!(c, '.' | ',' | ':') && words[..i].ends_with(|c: char| c.is_ascii_digit())
                || c == '.' && is_initial(&words[..i]))
                && start.is_some()
                && words[i + c.len_utf8()..].starts_with(|next: char| next.is_alphanumeric());
        if joins || start.is_none() && matches!(c, '$' | '@' | '#' | '£' | '€') {
            start.get_or_insert(i);
            continue;
        }
        if let Some(from) = start.take() {
            push(&mut out, from, i, quoted, false);
        }
        match c {
            '“' => quoted = true,
            '”' => quoted = false,
            '"' => quoted = !quoted,
            _ => {}
        }
        if !c.is_whitespace() {
            push(&mut out, i, i + c.len_utf8(), quoted, true);
        }
    }
    if let Some(from) = start {
        push(&mut out, from, words.len(), quoted, false);
    }
    out
}

/// Whether the text ends in a single letter, as in "U.S.".
fn is_initial(before: &str) -> bool {
    let mut back = before.chars().rev();
    back.next().is_some_and(char::is_uppercase) && back.next().is_none_or(|c| !c.is_alphanumeric())
}

/// Stems of verbs that leave it to their object to say what happens: "impose sanctions", "enter a plea".
const LIGHT: &[&str] = &[
    "impos", "levi", "place", "issu", "deliv", "deliver", "return", "enter", "hold", "give", "make", "conduct", "launch", "reach",
    "strike", "render", "announc", "undergo", "undertak", "stage", "slap", "offer", "submit",
];

/// The kind of the first noun of happening in a verb's object.
fn object_kind(words: &[Word]) -> &'static str {
    let object = words
        .iter()
        .take(6)
        .take_while(|w| !w.mark && !OPENERS.contains(&w.lower.as_str()) && !matches!(w.lower.as_str(), "to" | "in" | "on" | "at" | "by"));
    let mut kinds: Vec<&'static str> = object
        .filter_map(|w| kinds::of_noun(&w.lower).or_else(|| kinds::of_noun(w.lower.strip_suffix('s')?)))
        .map(|kind| kind.name)
        .collect();
    // "Gave a speech on the arrest"; "issued a statement".
    kinds.sort_by_key(|kind| kinds::is_saying(kind));
    kinds.first().copied().unwrap_or(OTHER)
}

/// Whether every longer word is capitalised.
fn is_headline(words: &[Word]) -> bool {
    words.iter().filter(|w| !w.mark && w.lower.len() > 3).all(|w| w.capital)
}

/// "To Florida state charges": a form that a verb and a noun share is the noun behind a preposition, a number or a
/// determiner, with at most two words between that are neither verbs nor marks.
fn is_noun_phrase(words: &[Word], i: usize) -> bool {
    const LEADS: &[&str] =
        &["to", "of", "on", "with", "for", "against", "by", "in", "from", "over", "several", "many", "all", "these", "those"];
    for (at, word) in words[..i].iter().enumerate().rev().take(3) {
        if LEADS.contains(&word.lower.as_str()) || super::fact::number(words, at).is_some() {
            return true;
        }
        if word.mark || word.part != Part::Other {
            return false;
        }
    }
    false
}

/// Those of the words in -ed that are verbs where somebody stands before them: "she married him", "Dorn retired in May".
const DONE: &[&str] =
    &["married", "divorced", "retired", "continued", "increased", "accused", "wanted", "repeated", "advanced", "combined"];

/// Whether such a word tells what somebody did: a name, a noun or a pronoun right before it, and an object, a preposition or a
/// day behind.
fn does(words: &[Word], i: usize) -> bool {
    const PRONOUNS: &[&str] = &["he", "she", "they", "it", "we", "i", "who", "you"];
    const BEHIND: &[&str] = &[
        "him", "her", "them", "it", "me", "us", "the", "a", "an", "his", "their", "in", "on", "at", "to", "from", "by", "and", "with",
        "until", "after", "before", "as",
    ];
    let Some(before) = i.checked_sub(1).map(|at| &words[at]).filter(|w| !w.mark) else { return false };
    let behind = words
        .get(i + 1)
        .is_none_or(|w| w.mark || w.capital || BEHIND.contains(&w.lower.as_str()) || w.lower.starts_with(|c: char| c.is_ascii_digit()));
    let noun =
        before.part == Part::Other && before.lower.len() > 3 && !is_adverb(&before.lower) && !OPENERS.contains(&before.lower.as_str());
    let determined = matches!(
        before.lower.as_str(),
        "this" | "that" | "these" | "those" | "their" | "some" | "such" | "with" | "from" | "more" | "most" | "former" | "being"
    );
    DONE.contains(&words[i].lower.as_str())
        && behind
        && (PRONOUNS.contains(&before.lower.as_str()) || before.capital || noun && !determined)
}

/// The kind of what a verb tells, by itself, with its particle, or where it says little by itself by its object.
pub(super) fn kind_of_verb(words: &[Word], i: usize) -> &'static str {
    let stem = words[i].stem.as_str();
    let phrasal = words[i + 1..]
        .iter()
        .take(5)
        .take_while(|w| !w.mark)
        .enumerate()
        // "Found not guilty" is found otherwise.
        .take_while(|(_, w)| w.lower != "not")
        // "Heard of", but not "heard in front of".
        .find_map(|(n, w)| {
            PHRASAL.iter().find(|(verb, particle, _)| *verb == stem && *particle == w.lower && (n == 0 || *particle != "of"))
        });
    let own = phrasal.map_or_else(|| kinds::of_verb(stem).map_or(OTHER, |kind| kind.name), |row| row.2);
    if own == OTHER && LIGHT.contains(&stem) { object_kind(&words[i + 1..]) } else { own }
}

/// The auxiliary before the subject of a question, whose verb stands at `i`: "when \[did] you leave?", "\[was] the mill sold?"
fn asked_by(words: &[Word], i: usize) -> Option<usize> {
    const ASKS: &[&str] =
        &["did", "do", "does", "was", "were", "is", "are", "has", "have", "had", "will", "would", "could", "can", "should"];
    const SUBJECTS: &[&str] = &["you", "he", "she", "it", "they", "we", "i", "anyone", "anybody", "someone", "that", "there"];
    if !words.iter().rev().take(2).any(|w| w.lower == "?") {
        return None;
    }
    let adverbs =
        (0..i).rev().take_while(|at| is_adverb(&words[*at].lower) || matches!(words[*at].lower.as_str(), "ever" | "first" | "not")).count();
    let end = i - adverbs;
    let last = words[..end].last()?;
    let subject = if SUBJECTS.contains(&last.lower.as_str()) {
        1
    } else if last.capital {
        words[..end].iter().rev().take(4).take_while(|w| w.capital || w.lower == ".").count()
    } else if end >= 2 && matches!(words[end - 2].lower.as_str(), "the" | "your" | "his" | "her" | "their" | "its" | "this") {
        2
    } else {
        return None;
    };
    let asks = (end - subject).checked_sub(1)?;
    ASKS.contains(&words[asks].lower.as_str()).then_some(asks)
}

fn classify(words: &[Word], i: usize) -> (Part, &'static str) {
    let word = &words[i];
    let lower = word.lower.as_str();
    let before = (0..i).rev().map(|j| &words[j]).find(|w| {
        !w.mark
            && !is_adverb(&w.lower)
            && !matches!(
                w.lower.as_str(),
                "also" | "then" | "never" | "ever" | "been" | "already" | "still" | "later" | "first" | "again" | "now" | "just"
            )
    });
    let asked = asked_by(words, i).map(|at| &words[at]);
    let before = asked.or(before);
    let next = words.get(i + 1).filter(|w| !w.mark);
    if AUXILIARIES.contains(&lower) {
        return (Part::Auxiliary, OTHER);
    }
    // "Executed her will on May 4": a paper.
    let testament = before.is_some_and(|w| w.lower == "will")
        && words[..i].iter().rev().skip_while(|w| w.lower != "will").nth(1).is_some_and(|w| {
            matches!(w.lower.as_str(), "his" | "her" | "a" | "the" | "their" | "last" | "this" | "s") || w.lower.ends_with("'s")
        });
    // "The defendant did knowingly conspire", as indictments say.
    let manner = |w: &&Word| is_adverb(&w.lower) || matches!(w.lower.as_str(), "and" | ",");
    let did = i > 0
        && is_adverb(&words[i - 1].lower)
        && !is_adverb(lower)
        && words[..i].iter().rev().find(|w| !manner(w)).is_some_and(|w| w.lower == "did");
    // "He'll resign", "we'd all meet again": "he'd resigned" has the other form behind it.
    let short =
        |w: &Word| w.lower.ends_with("'ll") || w.lower.ends_with("'d") && !lower.ends_with("ed") && !irregular().contains_key(lower);
    let all = i > 1 && matches!(words[i - 1].lower.as_str(), "all" | "both") && short(&words[i - 2]);
    let after_modal = did
        || all
        || before.is_some_and(short)
        || !testament && before.is_some_and(|w| MODALS.contains(&w.lower.as_str()))
        || asked.is_some_and(|w| matches!(w.lower.as_str(), "did" | "do" | "does"));
    let after_auxiliary = before.is_some_and(|w| AUXILIARIES.contains(&w.lower.as_str()) || w.part == Part::Auxiliary);
    let determined = before.is_some_and(|w| {
        matches!(
            w.lower.as_str(),
            "the"
                | "a"
                | "an"
                | "his"
                | "her"
                | "its"
                | "their"
                | "this"
                | "that"
                | "any"
                | "no"
                | "my"
                | "our"
                | "of"
                | "some"
                | "each"
                | "every"
        ) || w.lower.ends_with("'s")
    });
    let adjective = NOT_VERBS.contains(&lower) && !does(words, i);
    let past_form = irregular().contains_key(lower) || lower.len() > 4 && lower.ends_with("ed") && !adjective;
    let participle = matches!(
        lower,
        "expected"
            | "scheduled"
            | "wanted"
            | "limited"
            | "involved"
            | "convicted"
            | "accused"
            | "retired"
            | "married"
            | "increased"
            | "continued"
            | "redacted"
            | "arrested"
            | "charged"
    ) && after_auxiliary
        // "Who retired from the office in April": behind its subject and before what a verb takes.
        || lower.ends_with("ed")
            && before.is_some_and(|w| matches!(w.lower.as_str(), "who" | "which" | "he" | "she" | "they" | "it" | "we" | "i"))
            && next.is_some_and(|w| IN_FRONT.contains(&w.lower.as_str()) || w.capital);
    // "The petition accused six men of hiding it": behind its subject and before whom it names.
    let accuses = lower == "accused"
        && before.is_some_and(|w| !w.mark)
        && !determined
        && words[i + 1..].iter().take(8).take_while(|w| !w.mark).any(|w| w.lower == "of");
    let participle = participle || accuses;
    if lower == "dob" {
        return (Part::EventNoun, "birth");
    }
    if word.capital && i > 0 && !past_form && !FINITE_PRESENT.contains(&lower) {
        // A name, unless a headline.
        // A form's "Date of Death:" too.
        let label = i >= 2 && words[i - 1].lower == "of" && words[i - 2].lower == "date";
        return match kinds::of_noun(lower) {
            Some(kind) if label || is_headline(words) => (Part::EventNoun, kind.name),
            _ => (Part::Other, OTHER),
        };
    }
    // "The Deferred Action program": a participle before a capital is part of a name, where not every word has one.
    let in_name = word.capital && i > 0 && past_form && !after_auxiliary && next.is_some_and(|w| w.capital) && !is_headline(words);
    // "Reports of increased violence".
    let attributive = lower.ends_with("ed")
        && i > 0
        && !words[i - 1].mark
        && LEADING.contains(&words[i - 1].lower.as_str())
        && next.is_some_and(|w| !w.capital && !IN_FRONT.contains(&w.lower.as_str()) && w.lower.chars().all(char::is_alphabetic));
    // "Convicted fraudster Jane Doe died": a participle that opens a sentence before a noun is no verb.
    let opens = words[..i].iter().all(|w| w.mark);
    let describes = opens
        && past_form
        && next.is_some_and(|w| !w.capital && !IN_FRONT.contains(&w.lower.as_str()) && w.lower.chars().all(char::is_alphabetic));
    // "On paid leave".
    let earned = lower == "paid"
        && next.is_some_and(|w| matches!(w.lower.as_str(), "leave" | "vacation" | "holiday" | "time" | "sick" | "administrative"));
    // "A written employment agreement".
    let on_paper = lower == "written" && determined && next.is_some();
    if describes || in_name || attributive || earned || on_paper {
        return (Part::Other, OTHER);
    }
    if (past_form || participle)
        && !(determined && !after_auxiliary && next.is_some_and(|w| w.part == Part::Other && !w.capital && !leaves_a_verb(&w.lower)))
    {
        return (Part::Verb, kind_of_verb(words, i));
    }
    // "Guilty to contempt", "subject to change": a preposition.
    const LED: &[&str] = &["guilty", "subject", "pursuant", "prior", "according", "contrary", "respect", "response", "addition"];
    let to = (0..i).rev().find(|j| words[*j].lower == "to").filter(|_| before.is_some_and(|w| w.lower == "to"));
    let to_noun = to.is_some_and(|j| j > 0 && LED.contains(&words[j - 1].lower.as_str()));
    if after_modal && !determined && !to_noun && !is_adverb(lower) {
        let listed = kinds::of_verb(&word.stem).is_some();
        if listed
            || before.is_some_and(|w| w.lower != "to" || next.is_some())
                && !NO_INFINITIVES.contains(&lower)
                && super::fact::number(words, i).is_none()
                && !word.capital
                && lower.chars().all(char::is_alphabetic)
        {
            return (Part::Infinitive, kind_of_verb(words, i));
        }
    }
    // "Downloaded customer files": what a verb right before it is done to.
    let object = matches!(lower, "files" | "charges" | "orders" | "rules" | "appeals")
        && words[..i]
            .iter()
            .rev()
            .take(3)
            .take_while(|w| !w.mark && !OPENERS.contains(&w.lower.as_str()))
            .any(|w| w.part == Part::Verb && !FINITE_PRESENT.contains(&w.lower.as_str()));
    // "Charges are dropped."
    let subject = next.is_some_and(|w| AUXILIARIES.contains(&w.lower.as_str()));
    if FINITE_PRESENT.contains(&lower) && !determined && !object && !subject && !is_noun_phrase(words, i)
        || after_auxiliary && lower.ends_with("ing") && !NO_PARTICIPLES.contains(&lower)
        || matches!(
            lower,
            "put" | "set" | "cut" | "hit" | "quit" | "let" | "shut" | "split" | "spread" | "hurt" | "burst" | "beat" | "thrust"
        ) && !determined
        || after_auxiliary
            && matches!(lower, "run" | "come" | "become" | "cost" | "burst" | "cast" | "broadcast" | "upset" | "read" | "bid")
    {
        return (Part::Verb, kind_of_verb(words, i));
    }
    // "Motions are due on June 2", "is due within 14 days", but "due to the rules".
    // "Making her answer due March 13": a noun stands before it, and the day behind.
    let noun_before = i > 0 && !words[i - 1].mark && words[i - 1].part == Part::Other && words[i - 1].lower.len() > 3;
    let owed = lower == "due"
        && (after_auxiliary || noun_before)
        && words.get(i + 1).is_some_and(|w| matches!(w.lower.as_str(), "on" | "by" | "within" | "no" | "not" | "before") || w.capital);
    if owed {
        return (Part::EventNoun, "deadline");
    }
    // "The mayor is due back in court on Aug. 4."
    if lower == "due" && after_auxiliary && words[i + 1..].iter().take(4).any(|w| w.lower == "court") {
        return (Part::EventNoun, "hearing");
    }
    if NO_PARTICIPLES.contains(&lower) && kinds::of_noun(lower).is_none() {
        return (Part::Other, OTHER);
    }
    // "Accused of hiding income": what somebody is charged with is a deed.
    let deed = i >= 2 && words[i - 1].lower == "of" && CHARGES.contains(&words[i - 2].lower.as_str())
        || i >= 3
            && words[i - 1].lower == "of"
            && words[..i - 1].iter().rev().take(6).take_while(|w| !w.mark).any(|w| w.lower == "accused");
    // "A written warning on May 4": a word between, and no object behind.
    let named = i >= 2
        && matches!(words[i - 2].lower.as_str(), "a" | "an" | "his" | "her" | "another" | "this" | "that")
        && !words[i - 1].mark
        && words[i - 1].lower.chars().all(char::is_alphabetic)
        && words.get(i + 1).is_none_or(|w| w.mark || LEADING.contains(&w.lower.as_str()));
    // "Manning left", "Fleming was": a surname that opens a sentence, with its verb right behind it.
    let finite =
        |w: &Word| AUXILIARIES.contains(&w.lower.as_str()) || irregular().contains_key(w.lower.as_str()) || w.lower.ends_with("ed");
    let surname = word.capital && words.get(i + 1).is_some_and(|w| !w.mark && !w.capital && finite(w));
    let named = named || surname;
    if lower.ends_with("ing") && lower.len() > 5 && (!determined || deed) && !named && kinds::of_noun(lower).is_none() {
        return (Part::Infinitive, kind_of_verb(words, i));
    }
    let singular = lower.trim_end_matches("'s");
    if let Some(kind) = kinds::of_noun(singular).or_else(|| kinds::of_noun(singular.strip_suffix('s').unwrap_or(singular))) {
        return (Part::EventNoun, kind.name);
    }
    (Part::Other, OTHER)
}

/// Numbers the clauses: an opener, a semicolon or a dash begins one where the part so far has a verb of its own and the
/// part to come has one too.
fn cut(words: &mut [Word], in_date: &dyn Fn(&Word) -> bool) -> usize {
    let is_verb = |w: &Word| matches!(w.part, Part::Verb | Part::Auxiliary);
    let mut clauses = 1;
    let mut clause = 0;
    let mut has_verb = false;
    // The clause that a relative one between commas interrupts: "Epstein, who once counted …, was arrested".
    let mut interrupted: Option<(usize, bool)> = None;
    for i in 0..words.len() {
        let opens = if words[i].mark {
            matches!(words[i].lower.as_str(), ";" | "—" | "–" | ":")
        } else {
            OPENERS.contains(&words[i].lower.as_str())
                && !in_date(&words[i])
                && i > 0
                && !is_pointing(words, i)
                && !leads_a_day(words, i, in_date)
        };
        let relative = matches!(words[i].lower.as_str(), "who" | "which" | "whose" | "where") && i > 0 && words[i - 1].lower == ",";
        // "On May 5, after the tape came out, the sheriff asked": what stands between the day and its verb.
        let inserted = !has_verb && matches!(words[i].lower.as_str(), "after" | "when" | "while" | "before" | "because") && {
            let lead =
                |w: &&Word| in_date(w) || matches!(w.lower.as_str(), "more" | "less" | "than" | "just" | "nearly" | "about" | "only");
            let back = words[..i].iter().rev().take_while(lead).count();
            i > back + 1 && words[i - back - 1].lower == "," && words[..i - back - 1].iter().any(in_date)
        };
        if words[i].mark
            && words[i].lower == ","
            && has_verb
            && let Some((outer, verb)) = interrupted
            && words[i + 1..]
                .iter()
                .take(if verb { 4 } else { 8 })
                .any(|w| is_verb(w) || matches!(w.lower.as_str(), "will" | "would" | "may" | "could"))
        {
            (clause, has_verb, interrupted) = (outer, verb, None);
        } else if ends_lead(words, i, clause, has_verb) {
            clause = clauses;
            clauses += 1;
            has_verb = false;
        } else if (relative || inserted) && words[i + 1..].iter().take(14).any(is_verb) {
            interrupted = Some((clause, has_verb));
            clause = clauses;
            clauses += 1;
            has_verb = false;
        } else if opens && has_verb {
            // "As friends, was arrested": between nouns it opens nothing; its verb stands before the next comma.
            let link = words[i].lower == "as" || interrupted.is_some() && matches!(words[i].lower.as_str(), "and" | "or");
            // "Resigned as secretary in July as the deal came out": the first "as" opens nothing up to the next.
            let again = |w: &Word| words[i].lower == "as" && OPENERS.contains(&w.lower.as_str());
            // "Filed in May after reaching a deal": a verb in -ing behind it will do.
            let doing = matches!(words[i].lower.as_str(), "after" | "before" | "while" | "when" | "since")
                && words.get(i + 1).is_some_and(|w| w.part == Part::Infinitive && w.lower.ends_with("ing"));
            // "In Linden and Dover on Thursday and called": "and" joins nouns where no verb stands before the next joint.
            let joins = matches!(words[i].lower.as_str(), "and" | "or");
            // "Who argued before the court, said": where no verb stands before the comma, it leads a noun.
            let leads = matches!(words[i].lower.as_str(), "before" | "after" | "until" | "since" | "following" | "despite");
            // "Said after the hearing that he was sorry": what was said is no clause of the hearing.
            let joint =
                |w: &Word| joins && matches!(w.lower.as_str(), "and" | "or" | "but") || leads && matches!(w.lower.as_str(), "," | "that");
            let goes_on = |w: &&Word| !(matches!(w.lower.as_str(), ";" | "—" | "–") || link && w.lower == "," || again(w) || joint(w));
            // "after" and "before" open a clause only before a subject with a verb, else they are prepositions.
            if doing || words[i + 1..].iter().take_while(goes_on).take(14).any(is_verb) {
                clause = clauses;
                clauses += 1;
                has_verb = false;
                // "When clerks asked last year, Dorn and Harrow sent it": the clause opens with the first of the two who act.
                if joins && let Some(first) = joined_from(words, i, in_date) {
                    words[first..i].iter_mut().for_each(|w| w.clause = clause);
                }
            }
        }
        words[i].clause = clause;
        // "While driving his truck" has the verb that it needs.
        has_verb |= is_verb(&words[i]) || interrupted.is_some() && words[i].part == Part::Infinitive && words[i].lower.ends_with("ing");
    }
    clauses
}

/// Whether a comma ends the clause that leads a sentence: "When Dorn took office in May, Harrow \[left]", "After he was fired, the
/// mill \[closed]".
fn ends_lead(words: &[Word], comma: usize, clause: usize, has_verb: bool) -> bool {
    const LEADS: &[&str] = &["when", "after", "while", "because", "although", "though", "as", "if", "before", "since", "until", "once"];
    let mut own = words[..comma].iter().filter(|w| w.clause == clause && !w.mark);
    let leads = has_verb && words[comma].lower == "," && own.next().is_some_and(|w| LEADS.contains(&w.lower.as_str()));
    let behind = words[comma + 1..].iter().take(10).take_while(|w| !w.mark && !OPENERS.contains(&w.lower.as_str()));
    leads && behind.into_iter().skip(1).any(|w| w.part == Part::Verb)
}

/// Most words of the first of two who act.
const JOINED: usize = 6;

/// Where the first of two who act begins, behind the comma that ends what leads the sentence: "…, Dorn and \[Harrow sent]",
/// "…, the mayor and \[the clerk said]". `None` where what stands before "and" is no one.
fn joined_from(words: &[Word], and: usize, in_date: &dyn Fn(&Word) -> bool) -> Option<usize> {
    const LEADS: &[&str] = &["the", "a", "an", "his", "her", "its", "their", "two", "three", "both", "he", "she", "they", "we", "i", "you"];
    let comma = words[..and].iter().rposition(|w| w.mark)?;
    let before = &words[comma + 1..and];
    let who = before.first().is_some_and(|w| w.capital && !in_date(w) || LEADS.contains(&w.lower.as_str()));
    let plain = before.iter().all(|w| w.part == Part::Other && !in_date(w) && w.clause == words[comma].clause);
    // "Dorn, Harrow and Linden left": a list, or an aside, has a comma before it too.
    let listed = words[..comma].iter().rev().take(JOINED).take_while(|w| !matches!(w.part, Part::Verb | Part::Auxiliary)).any(|w| w.mark);
    let ends = words[comma].lower == "," && (1..=JOINED).contains(&before.len());
    (ends && who && plain && !listed).then_some(comma + 1)
}

/// Whether a word that can open a clause only leads a day, before the next clause: "worked there since 2009 \[until he left]".
fn leads_a_day(words: &[Word], at: usize, in_date: &dyn Fn(&Word) -> bool) -> bool {
    if !matches!(words[at].lower.as_str(), "since" | "until" | "before" | "after") {
        return false;
    }
    let day = words[at + 1..].iter().take_while(|w| in_date(w)).count();
    day > 0 && words.get(at + 1 + day).is_some_and(|w| !w.mark && OPENERS.contains(&w.lower.as_str()))
}

/// "Dismissed that application on April 11", "found in that connection that": "that" before a noun and what follows a noun
/// opens no clause, and so it is behind a preposition; "in that he lied" gives a reason.
fn is_pointing(words: &[Word], that: usize) -> bool {
    const PREPOSITIONS: &[&str] = &["in", "on", "at", "of", "for", "with", "during", "to", "from", "by", "under", "into", "about"];
    const SUBJECTS: &[&str] = &["he", "she", "it", "they", "we", "i", "you", "the", "a", "an", "his", "her", "its", "their", "there"];
    let behind = |w: &Word| !w.mark && !w.capital && w.part != Part::Verb && !SUBJECTS.contains(&w.lower.as_str());
    if words[that].lower == "that" && PREPOSITIONS.contains(&words[that - 1].lower.as_str()) && words.get(that + 1).is_some_and(behind) {
        return true;
    }
    const LEADS: &[&str] = &["from", "with", "during", "since", "between", "before", "after", "when", "while", "until", "both", "each"];
    let noun = |w: &Word| {
        !w.mark && !w.capital && matches!(w.part, Part::EventNoun | Part::Other) && w.lower.len() > 3 && !LEADS.contains(&w.lower.as_str())
    };
    words[that].lower == "that"
        && words[that - 1].part == Part::Verb
        && !kinds::is_saying(words[that - 1].kind)
        && words[that - 1].kind != OTHER
        && words.get(that + 1).is_some_and(noun)
        && words
            .get(that + 2)
            .is_none_or(|w| w.mark || matches!(w.lower.as_str(), "on" | "in" | "at" | "by" | "as" | "for" | "and" | "after"))
}

/// Whether a word in small letters is an adverb by its ending: "formally" is, "the family" and "to supply" are not.
pub(crate) fn is_adverb(lower: &str) -> bool {
    const OTHERS: &[&str] = &[
        "family", "supply", "reply", "ally", "assembly", "rally", "july", "italy", "bully", "monopoly", "anomaly", "butterfly", "jelly",
        "belly", "lily", "fly", "tally", "apply", "comply", "rely", "multiply", "imply", "reapply", "oligopoly", "stepfamily", "homily",
        "folly", "holly", "molly", "sally", "emily", "billy", "kelly", "reilly", "sicily", "beverly", "polly", "willy", "philly",
    ];
    lower.ends_with("ly") && !OTHERS.contains(&lower)
}

/// Whether the verb at a word is in the passive voice: "was arrested", "had been fired", "were later charged".
pub(super) fn is_passive(words: &[Word], verb: usize) -> bool {
    let mut before = words[..verb].iter().rev().filter(|w| !is_adverb(&w.lower) && w.lower != "later" && w.lower != "not");
    let asked = asked_by(words, verb).map(|at| &words[at]);
    asked
        .or_else(|| before.next())
        .is_some_and(|w| matches!(w.lower.as_str(), "was" | "were" | "been" | "be" | "being" | "is" | "are" | "got"))
}

impl Sentence {
    /// The bytes of a clause, without marks and connecting words at its ends.
    pub fn clause_span(&self, clause: usize, text: &str) -> Span {
        let mut inside = self.words.iter().filter(|w| w.clause == clause);
        let Some(first) = inside.next() else { return self.span };
        let last = inside.next_back().unwrap_or(first);
        let mut span = Span::new(first.span.start(), last.span.end());
        // Leading connectives and marks belong to no clause.
        let words = self.words.iter().filter(|w| w.clause == clause);
        for word in words {
            if word.mark && !matches!(word.lower.as_str(), "\"" | "“" | "(" | "‘" | "[")
                || matches!(word.lower.as_str(), "and" | "but" | "or" | "that") && word.span.start() == span.start()
            {
                span = Span::new(word.span.end().min(span.end()), span.end());
            } else {
                break;
            }
        }
        span.trimmed(text)
    }
}

/// What a caption shows: its first verb in the present ("Dorn leaves the court", "growers march up the hill"), or its first
/// finite verb where that stands before it.
pub fn shown(words: &[Word]) -> Option<usize> {
    const LEADS: &[&str] = &[
        "in", "on", "at", "for", "up", "down", "over", "past", "by", "during", "with", "from", "to", "outside", "inside", "into", "after",
        "before", "as", "near", "along", "through", "across", "the", "a", "an", "his", "her", "their", "out", "around", "between",
    ];
    let plain = |w: &Word| !w.mark && !w.capital && w.part == Part::Other && w.lower.len() > 2 && w.lower.chars().all(char::is_alphabetic);
    let many =
        |w: &Word| w.lower.ends_with('s') && !w.lower.ends_with("ss") || matches!(w.lower.as_str(), "people" | "men" | "women" | "police");
    let present = |i: usize| {
        let (before, word) = (&words[i - 1], &words[i]);
        let behind = words.get(i + 1).is_some_and(|w| LEADS.contains(&w.lower.as_str()) || w.capital && word.lower.ends_with('s'));
        let agrees = if many(before) { !word.lower.ends_with('s') } else { word.lower.ends_with('s') };
        plain(word) && behind && agrees && !before.mark && !LEADS.contains(&before.lower.as_str())
    };
    (1..words.len()).find(|i| words[*i].part == Part::Verb || present(*i))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verbs(text: &str) -> Vec<String> {
        analyse(text, Span::new(0, text.len()), &[])
            .words
            .into_iter()
            .filter(|w| matches!(w.part, Part::Verb | Part::Infinitive | Part::EventNoun))
            .map(|w| w.lower)
            .collect()
    }

    #[test]
    fn every_kind_reads_its_wanted_sentences_and_no_unwanted_one() {
        let mut faults = Vec::new();
        for kind in kinds::KINDS {
            let reads = |text: &str| {
                let sentence = analyse(text, Span::new(0, text.len()), &[]);
                sentence.words.iter().any(|w| w.kind == kind.name && !matches!(w.part, Part::Other | Part::Auxiliary))
            };
            faults.extend(kind.wanted.iter().filter(|text| !reads(text)).map(|text| format!("{}: not read in {text:?}", kind.name)));
            faults.extend(kind.unwanted.iter().filter(|text| reads(text)).map(|text| format!("{}: read in {text:?}", kind.name)));
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn verbs_are_told_from_names_and_adjectives() {
        assert_eq!(verbs("The suit, filed Wednesday by the victim, alleges abuse."), ["filed"]);
        assert_eq!(verbs("He was arrested on Friday and indicted a day earlier."), ["arrested", "indicted"]);
        assert_eq!(verbs("The United States will appeal."), ["appeal"]);
    }

    #[test]
    fn a_relative_clause_does_not_part_a_verb_from_its_subject() {
        let text = "Harrow, who once counted the mayor and the judge as friends, was arrested on July 6.";
        let sentence = analyse(text, Span::new(0, text.len()), &[]);
        let clause = |word: &str| sentence.words.iter().find(|w| w.lower == word).unwrap().clause;
        assert_eq!(clause("harrow"), clause("arrested"));
        assert_ne!(clause("counted"), clause("arrested"));
        let text = "On May 5, after the tape was shown to the press, the sheriff of the county asked for help.";
        let sentence = analyse(text, Span::new(0, text.len()), &[Span::new(3, 8)]);
        let clause = |word: &str| sentence.words.iter().find(|w| w.lower == word).unwrap().clause;
        assert_eq!(clause("may"), clause("asked"));
        assert_ne!(clause("shown"), clause("asked"));
        let text = "Judge Moss, who was appointed in 1994 by the president, will determine whether to drop it.";
        let sentence = analyse(text, Span::new(0, text.len()), &[]);
        assert_eq!(sentence.clause_span(1, text).of(text), "who was appointed in 1994 by the president");
    }

    #[test]
    fn clauses_part_at_connectives() {
        let text = "He was arrested on Friday morning and indicted a day earlier.";
        let sentence = analyse(text, Span::new(0, text.len()), &[]);
        assert_eq!(sentence.clauses, 2);
        assert_eq!(sentence.clause_span(1, text).of(text), "indicted a day earlier.");
    }
}
