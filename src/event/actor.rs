//! Who is named in a clause: parties, courts, agencies, companies, outlets, people.

use super::clause::Word;
use crate::span::Span;
use std::collections::BTreeMap;

/// Words with a capital that are no names by themselves.
const NOT_NAMES: &[&str] = &[
    "the", "a", "an", "he", "she", "they", "it", "we", "i", "you", "his", "her", "their", "its", "our", "my", "this", "that", "these",
    "those", "in", "on", "at", "by", "for", "from", "to", "with", "of", "and", "but", "or", "as", "if", "when", "while", "after", "before",
    "since", "until", "because", "although", "though", "however", "meanwhile", "there", "here", "what", "who", "which", "why", "how",
    "where", "no", "not", "yes", "so", "also", "then", "now", "later", "earlier", "early", "late", "finally", "eventually", "only", "even",
    "both", "all", "some", "many", "most", "more", "one", "two", "three", "during", "under", "over", "around", "about", "according",
    "despite", "following", "last", "next", "once", "still", "yet", "just", "initially", "breaking", "update", "photo", "video", "read",
    "share", "news", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
    "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
    "sept", "sep", "oct", "nov", "dec", "mr", "mrs", "ms", "dr", "judge", "justice", "president", "former", "sen", "rep", "gov", "mon",
    "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun", "complaint", "motion", "order", "ordered", "filed", "entered", "signed",
    "responses", "response", "reply", "answer", "dismiss", "granting", "denying", "notice", "hearing", "judgment", "docket", "so", "dated",
    "attorney", "general", "section", "act", "exhibit", "plaintiff", "plaintiffs", "defendant", "defendants", "court", "several",
    "another", "unlike", "among", "amid", "against", "between", "without", "citing", "asked",
];
/// Small words that stand inside a name.
const LINKS: &[&str] = &["of", "the", "and", "for", "on", "de", "van", "von", "bin", "al", "&"];
/// Titles before a name that are no part of it.
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "dr", "judge", "justice", "president", "sen", "rep", "gov", "former", "attorney", "general", "senator", "secretary",
    "director", "special", "counsel", "chief", "lt", "gen", "col", "capt", "officer", "detective", "sheriff", "mayor", "professor", "vice",
    "deputy", "acting", "justices", "judges", "presidents", "senators",
];
/// Words that end what somebody is, before the name: "Ohio Attorney General Jane Doe", "Senate Majority Leader Joe Dorn".
const RANKS: &[&str] = &[
    "attorney", "general", "governor", "adviser", "advisor", "leader", "secretary", "director", "president", "chairman", "chairwoman",
    "counsel", "judge", "justice", "commissioner", "minister", "ambassador", "spokesman", "spokeswoman", "examiner", "sheriff", "mayor",
    "senator", "congressman", "congresswoman", "representative", "prosecutor", "agent", "chief", "ceo", "speaker", "councilor",
];

/// Words that open sentences with a capital, and are no names by themselves.
const OPENERS: &[&str] = &[
    "much", "such", "given", "thousands", "hundreds", "dozens", "students", "prosecutors", "lawyers", "officials", "police", "people",
    "critics", "experts", "within", "nobody", "somebody", "everyone", "everybody", "man", "woman", "men", "women", "parents", "residents",
    "neighbors", "officers", "workers", "first", "second", "third", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "twenty", "briefs", "attorneys", "investigators", "authorities", "agents", "deputies", "jurors", "protesters", "democrats",
    "republicans", "another", "several", "instead", "asked", "none", "each", "whether", "without", "until", "unless", "though", "did",
    "does", "isn't", "is", "was", "were", "upon", "still", "since", "well", "nevertheless", "nonetheless", "moreover", "furthermore",
    "therefore", "thus", "hence", "indeed", "otherwise", "besides", "likewise", "among", "amid", "unlike", "like", "per", "given",
    "between", "against", "throughout", "beyond", "inside", "outside", "behind", "meantime", "overall", "perhaps", "maybe", "ironically",
    "federal", "state", "local", "national", "public", "fear", "millions", "thirty", "forty", "fifty", "today", "yesterday", "tomorrow",
    "tonight", "nor", "yet", "soon", "again", "rather", "too", "such", "either", "neither", "please", "thank", "thanks", "sure", "wow",
    "sorry", "aside", "out", "additional", "known", "above", "part", "stop", "hours", "aides", "stumped",
];

/// A name as it is written, and the key by which its other forms are found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name {
    pub shown: String,
    /// Its last word in lower case, or all of it for a company of several words.
    pub key: String,
}

/// Whether a name is that of a body rather than of a person, by its last word or as initials.
pub fn is_body(shown: &str) -> bool {
    const BODIES: &[&str] = &[
        "house", "department", "court", "committee", "office", "agency", "bureau", "senate", "congress", "administration", "company",
        "corp", "inc", "llc", "ltd", "council", "commission", "board", "police", "government", "party", "circuit", "times", "post", "news",
        "university", "school", "bank", "union", "association", "division", "service", "states", "ministry", "city", "county", "island",
        "beach", "valley", "river",
    ];
    let last = shown.rsplit(' ').next().unwrap_or(shown).trim_end_matches('.');
    let initials = last.len() <= 5 && last.len() > 1 && last.chars().all(|c| c.is_uppercase() || c == '.');
    initials || BODIES.contains(&last.to_lowercase().as_str())
}

/// Somebody's name among words with capitals, without what only opens a sentence; `None` where nothing else is left, or
/// where a possessive makes it another's thing.
pub fn as_a_name(words: &str) -> Option<&str> {
    let opener = |word: &str| matches!(word, "But" | "And" | "So" | "Yet" | "The" | "In" | "On" | "At" | "When" | "While" | "As");
    let mut name = words;
    while let Some((_, rest)) = name.split_once(' ').filter(|(first, _)| opener(first)) {
        name = rest;
    }
    let possessive = name.ends_with("'s") || name.ends_with("’s");
    let opens = |word: &str| OPENERS.contains(&word.to_lowercase().as_str());
    let named = name.split_whitespace().any(|word| !NOT_NAMES.contains(&word.to_lowercase().as_str())) && !opens(name);
    (named && !possessive).then_some(name)
}

/// The names among words, in order, each once.
pub fn names(words: &[Word], text: &str) -> Vec<Name> {
    let words = &words[place_line(words)..];
    let mut out: Vec<Name> = Vec::new();
    let opens = words.iter().find(|word| !word.mark).map_or(0, |word| word.span.start());
    let mut i = 0;
    while i < words.len() {
        let word = &words[i];
        if word.mark || !word.capital || describes(&word.lower) || word.lower.chars().all(|c| !c.is_alphabetic()) {
            i += 1;
            continue;
        }
        let mut parts: Vec<&Word> = Vec::new();
        let mut j = i;
        while j < words.len() {
            let word = &words[j];
            if !word.mark && word.capital && !describes(&word.lower) {
                parts.push(word);
                j += 1;
                if word.lower.ends_with("'s") {
                    break;
                }
                continue;
            }
            // "Department of Homeland Security": small words only between capitals; "U.S." has its own stops.
            let links = !word.mark && LINKS.contains(&word.lower.as_str()) && !parts.is_empty();
            let next_capital = words[j + 1..]
                .iter()
                .position(|w| w.mark || !LINKS.contains(&w.lower.as_str()))
                .map(|k| &words[j + 1 + k])
                .is_some_and(|w| !w.mark && w.capital);
            let joins_by_and = word.lower == "and" || word.lower == "for" || word.lower == "on";
            if links
                && next_capital
                && (!joins_by_and
                    || parts.len() >= 2
                        && matches!(parts[0].lower.as_str(), "department" | "center" | "bureau" | "national" | "office" | "committee"))
            {
                parts.push(word);
                j += 1;
                continue;
            }
            if word.mark
                && word.lower == "."
                && parts.last().is_some_and(|p| is_initials(&p.lower))
                && words.get(j + 1).is_some_and(|w| w.capital)
            {
                j += 1;
                continue;
            }
            break;
        }
        i = j.max(i + 1);
        // "U.S. District Judge", "U.S. Attorney": whose office it is.
        let country = parts.len() == 1 && parts[0].lower == "u.s" && words.get(j).is_some_and(|w| w.lower == ".");
        if country && words.get(j + 1).is_some_and(|w| w.capital) {
            continue;
        }
        if let Some(name) = name_of(&parts, opens, text)
            && !out.iter().any(|other| other.key == name.key)
        {
            out.push(name);
        }
    }
    out
}

/// "J" and "t.s" of a person; "u.s" and "d.c" are of places.
fn is_initials(lower: &str) -> bool {
    lower.split('.').all(|letter| letter.len() == 1)
        && !["u.s", "u.k", "u.n", "d.c", "e.u", "l.a", "n.y", "n.j", "n.c", "s.c"].contains(&lower)
}

/// Whether a name only describes what stands behind it: "Obama-era", "Richmond-based".
fn describes(lower: &str) -> bool {
    ["-era", "-based", "-led", "-backed", "-born", "-style", "-controlled", "-appointed", "-area"].iter().any(|tail| lower.ends_with(tail))
}

/// How many words of a sentence say only where it was sent from and by whom: "LINDEN, Ohio (Wire) — ".
fn place_line(words: &[Word]) -> usize {
    let dash = words.iter().take(14).position(|w| w.mark && matches!(w.lower.as_str(), "—" | "–" | "-" | "--"));
    let sent = |dash: &usize| words[..*dash].iter().any(|w| w.mark && w.lower == "(") && words[..*dash].iter().all(|w| w.mark || w.capital);
    dash.filter(sent).map_or(0, |dash| dash + 1)
}

fn name_of(parts: &[&Word], sentence_start: usize, text: &str) -> Option<Name> {
    let mut parts: Vec<&&Word> = parts.iter().collect();
    // "Justice Department", "Supreme Court": what is a title or a common noun elsewhere is part of a body's name.
    let body = |first: &str, second: &str| {
        matches!(
            (first, second),
            ("justice", "department") | ("attorney", "general's") | ("general", "assembly" | "motors" | "electric" | "mills" | "dynamics")
        )
    };
    let bench = |first: &str, second: &str| {
        matches!(first, "district" | "circuit" | "magistrate" | "county" | "superior" | "appellate")
            && matches!(second, "judge" | "justice" | "magistrate")
    };
    while let Some(first) = parts.first()
        && (parts.get(1).is_some_and(|second| bench(&first.lower, &second.lower))
            || NOT_NAMES.contains(&first.lower.as_str())
            || TITLES.contains(&first.lower.as_str()))
        && !parts.get(1).is_some_and(|second| body(&first.lower, second.lower.trim_end_matches("'s")))
    {
        parts.remove(0);
    }
    // What somebody is stands before the name: "Brunswick District Attorney Jane Doe".
    let rank = parts.iter().rposition(|part| RANKS.contains(&part.lower.as_str())).filter(|at| (1..=3).contains(&(parts.len() - at - 1)));
    if let Some(rank) = rank
        && !parts[rank + 1..].iter().any(|part| LINKS.contains(&part.lower.as_str()) || is_body(part.span.of(text)))
    {
        parts.drain(..=rank);
    }
    while let Some(last) = parts.last()
        && (LINKS.contains(&last.lower.as_str()) || NOT_NAMES.contains(&last.lower.trim_end_matches("'s")))
        && !(parts.len() >= 2 && last.lower.trim_end_matches("'s") == "court")
    {
        parts.pop();
    }
    // A participle or adverb with a capital only opens its sentence, and so does what the text writes small elsewhere.
    if let [only] = parts.as_slice()
        && only.span.start() == sentence_start
        && (["ing", "ed", "ly"].iter().any(|end| only.lower.ends_with(end))
            || OPENERS.contains(&only.lower.as_str())
            || stands_small(around(text, only.span), &only.lower))
    {
        return None;
    }
    if let [only] = parts.as_slice()
        && COMMON.contains(&only.lower.trim_end_matches("'s"))
    {
        return None;
    }
    // A headline in capitals names nobody that can be told from its other words.
    let capitals = |part: &&&&Word| part.span.of(text).chars().all(|c| !c.is_lowercase());
    if parts.iter().filter(capitals).count() > 2 {
        return None;
    }
    parts.retain(|part| !is_noise(part.span.of(text), around(text, part.span)));
    if parts.is_empty() {
        return None;
    }
    let clean = |word: &Word| word.lower.trim_end_matches("'s").trim_end_matches('\'').to_owned();
    let shown: Vec<&str> = parts.iter().map(|p| shown_word(p, text)).collect();
    // "T. S. Linden III" is Linden in what follows; "Joe Dorn Jr." is told from his father.
    let numeral = |word: &str| matches!(word, "ii" | "iii" | "iv");
    let own = parts.iter().rposition(|part| !numeral(&part.lower)).unwrap_or(parts.len() - 1);
    let last = match clean(parts[own]) {
        junior if own > 0 && matches!(junior.as_str(), "jr" | "sr") => format!("{} {junior}", clean(parts[own - 1])),
        last => last,
    };
    if last.len() < 2 {
        return None;
    }
    let key = if parts.len() > 2 && parts.iter().any(|p| LINKS.contains(&p.lower.as_str())) { acronym(&parts) } else { last };
    Some(Name { shown: shown.join(" "), key })
}

/// Words with a capital that say by themselves what, and not who: parts of longer names, parties, peoples.
const COMMON: &[&str] = &[
    "department", "committee", "office", "inspector", "warden", "ambassador", "assistant", "counsel", "defense", "federal", "civil",
    "secret", "states", "social", "native", "democratic", "other", "legal", "grand", "great", "new", "san", "jr", "edt", "est", "pdt",
    "pst", "god", "million", "billion", "prop", "proposition", "image", "asian", "black", "white", "hispanic", "jewish", "muslim",
    "centers", "metropolitan", "congressional", "palm", "bureau", "administration", "agency", "division", "request", "memo", "lawmakers",
    "legislators", "legislature", "senators", "shareholders", "investors", "stockholders", "voters", "residents", "prosecutors", "police",
    "officials", "investigators", "detectives", "deputies", "officers", "firefighters", "jurors", "regulators", "authorities", "council",
    "commissioners", "councilors", "attorneys", "lawyers", "students", "workers", "employees", "protesters", "neighbors", "parents",
];

/// Whether a word with a capital is no part of a name: a contraction, a member's party and state, a part of an address, a word
/// that is shouted and stands nowhere else in small letters.
fn is_noise(word: &str, text: &str) -> bool {
    let contracted =
        ["m", "ll", "re", "ve", "d"].iter().any(|end| word.ends_with(&format!("'{end}")) || word.ends_with(&format!("’{end}")));
    let member = word.len() > 2 && word.starts_with(['D', 'R', 'I']) && word[1..].starts_with('-');
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    let mixed = word.contains(|c: char| c.is_ascii_digit()) && letters().any(char::is_lowercase);
    // Names of more than five letters that are written in capitals alone are few, and headlines and place lines many.
    let shouted = letters().count() > 5 && letters().all(char::is_uppercase) && {
        let mut chars = word.chars();
        let first: String = chars.next().into_iter().collect();
        !text.contains(&(first + &chars.as_str().to_lowercase()))
    };
    contracted || member || mixed || shouted
}

/// Bytes before and behind a word in which its other spellings are looked for: an article's length, and no more of a long
/// text for each of its words.
const AROUND: usize = 16_000;

/// The text around a word.
fn around(text: &str, word: Span) -> &str {
    let boundary = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    &text[boundary(word.start().saturating_sub(AROUND))..boundary((word.end() + AROUND).min(text.len()))]
}

/// Whether a text writes a word small somewhere.
fn stands_small(text: &str, lower: &str) -> bool {
    text.match_indices(lower).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        before && text[at + lower.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric())
    })
}

/// A word of a name as the source writes it, without a possessive.
fn shown_word<'a>(word: &Word, text: &'a str) -> &'a str {
    word.span.of(text).trim_end_matches("'s").trim_end_matches("’s").trim_end_matches(['\'', '’'])
}

/// The first letters of a name's capital words, by which an agency is known: "dhs".
fn acronym(parts: &[&&Word]) -> String {
    parts.iter().filter(|p| !LINKS.contains(&p.lower.as_str())).filter_map(|p| p.lower.chars().next()).collect()
}

/// Other names by which the case file knows people: every form in lower case, to the name.
#[derive(Clone, Debug, Default)]
pub struct Aliases {
    forms: BTreeMap<String, String>,
}

impl Aliases {
    /// Takes a name and its other forms.
    pub fn add(&mut self, name: &str, also: &[String]) {
        for form in also.iter().map(String::as_str).chain([name]) {
            self.forms.insert(form.to_lowercase(), name.to_owned());
        }
    }

    /// The case file's name for a name as written, or the name itself.
    pub fn resolve(&self, name: &Name) -> Name {
        if self.forms.is_empty() {
            return name.clone();
        }
        let known = self.forms.get(&name.shown.to_lowercase()).or_else(|| self.forms.get(&name.key));
        match known {
            Some(known) => Name { shown: known.clone(), key: known.to_lowercase() },
            None => name.clone(),
        }
    }

    /// Names that stand in a text in any of their forms, the common nouns of the case file too ("the teen").
    pub fn found_in(&self, lower_text: &str) -> Vec<Name> {
        let mut out: Vec<Name> = Vec::new();
        for (form, name) in &self.forms {
            let found = lower_text.match_indices(form.as_str()).any(|(at, _)| {
                let before = lower_text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
                let after = lower_text[at + form.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric());
                before && after
            });
            if found && !out.iter().any(|o| o.shown == *name) {
                out.push(Name { shown: name.clone(), key: name.to_lowercase() });
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::clause::analyse;
    use crate::span::Span;

    fn keys(text: &str) -> Vec<String> {
        names(&analyse(text, Span::new(0, text.len()), &[]).words, text).into_iter().map(|name| name.key).collect()
    }

    #[test]
    fn names_are_found_with_their_keys() {
        assert_eq!(keys("On Friday, Judge Emmet Sullivan met Mr. Flynn."), ["sullivan", "flynn"]);
        assert_eq!(keys("An agent of the Department of Homeland Security called Twitter."), ["dhs", "twitter"]);
        assert_eq!(keys("Within a week, U.S. District Judge Karen Volk ruled."), ["volk"]);
        assert_eq!(keys("Ten days later he left."), Vec::<String>::new());
        assert_eq!(keys("The suit was filed."), Vec::<String>::new());
        assert_eq!(keys("Opioids kill. They said that opioids kill."), Vec::<String>::new());
        assert_eq!(keys("He wrote: WE'RE ON OUR WAY TO LINDEN"), Vec::<String>::new());
        assert_eq!(keys("Dorn, D-Ohio, sat on the Committee."), ["dorn"]);
        let shown = |text: &str| {
            names(&analyse(text, Span::new(0, text.len()), &[]).words, text).into_iter().map(|name| name.shown).collect::<Vec<_>>()
        };
        assert_eq!(shown("He met Linden District Attorney Jane Doe and Attorney General Joe Dorn."), ["Jane Doe", "Joe Dorn"]);
        assert_eq!(shown("The General Motors Company sued."), ["General Motors Company"]);
        assert_eq!(keys("Mark Linden III met Joe Dorn Jr. at noon."), ["linden", "dorn jr"]);
    }
}
