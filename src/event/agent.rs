//! Who does what a verb tells: its subject, before it or behind a verb of saying, and whether that is a judge, who acts
//! from the bench.

use super::Source;
use super::actor::{self, Aliases, Name};
use super::clause::{self, Part, Sentence, Word};
use crate::document::{Document, Role};
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Who says or does something, as far as the words around the verb tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agent {
    /// The key of the name, or the noun: "prosecutors", "company".
    pub key: String,
    /// Whether it is a judge of this text or a court.
    pub bench: Option<Bench>,
    /// A person's name, for whom "he" and "she" can stand.
    pub person: bool,
    /// Named in the clause, or the only one whom the noun can mean; otherwise taken from the sentences before.
    pub sure: bool,
}

/// Who hands down: a judge, or a court as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bench {
    Judge,
    Court,
}

/// The names of courts, with the words by which one is known from another.
fn court() -> &'static Regex {
    static COURT: OnceLock<Regex> = OnceLock::new();
    COURT.get_or_init(|| {
        let number = r"\d+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|D\.C\.|Federal";
        Regex::new(&format!(
            r"\b(?:((?:[A-Z]\w+ )?Supreme) Court|({number})(?: U\.S\.)? Circuit(?: Court of Appeals)?|([A-Z]\w+) (?:High|Superior|Appeals) Court)"
        ))
        .expect("a valid pattern")
    })
}

/// A court by the word that tells it from others: "supreme court", "9th court".
fn court_key(found: &regex::Captures) -> String {
    let word = found.iter().skip(1).flatten().next().map_or("", |word| word.as_str());
    let word = word.to_lowercase();
    // "The Supreme Court" and "When Supreme Court justices" are of no state.
    let plain = ["the ", "us ", "and ", "but ", "when ", "if ", "while ", "after ", "before ", "in ", "as ", "federal ", "nation "];
    let word = plain.iter().find_map(|open| word.strip_prefix(open)).unwrap_or(&word);
    let number = ORDINALS.iter().find(|(spelt, _)| *spelt == word).map_or(word, |(_, digits)| digits);
    format!("{number} court")
}

/// The circuits by their names in words and in digits.
const ORDINALS: &[(&str, &str)] = &[
    ("first", "1st"),
    ("second", "2nd"),
    ("third", "3rd"),
    ("fourth", "4th"),
    ("fifth", "5th"),
    ("sixth", "6th"),
    ("seventh", "7th"),
    ("eighth", "8th"),
    ("ninth", "9th"),
    ("tenth", "10th"),
    ("eleventh", "11th"),
];

/// Those whom a document calls judge, by key, where it names them.
#[derive(Debug, Default)]
pub(super) struct Judges {
    named: Vec<(usize, String)>,
    keys: BTreeSet<String>,
    courts: Vec<(usize, String)>,
}

/// The key of a judge who is none of those told of.
pub const ANOTHER: &str = "another judge";

/// Bytes within which "the judge" is the one named before, and "a judge" the one named behind.
const NEAR: usize = 2_000;

impl Judges {
    /// Finds the judges of a document: the last word of the name behind the title.
    pub fn of(document: &Document, aliases: &Aliases) -> Judges {
        static TITLED: OnceLock<Regex> = OnceLock::new();
        let titled = TITLED.get_or_init(|| {
            let title = r"\b(?:Judge|Justice|Magistrate|(?:district|circuit|federal|magistrate|county|court) judge)";
            // A name is up to four capital words; a letter with a stop is an initial, another stop ends the sentence.
            Regex::new(&format!(r"{title}((?:[ \n](?:(?:[A-Z]\.)+|[A-Z][\w’'-]+)){{1,4}})")).expect("a valid pattern")
        });
        let bodies = ["department", "dept", "committee", "center", "inspector", "services"];
        let named = titled.captures_iter(document.prose()).filter_map(|found| {
            // "Judge Mary Linden's January order": the name ends with the possessive.
            let name = found.get(1)?;
            let at = name.start();
            let name = name.as_str();
            let name = ["'s", "’s"].iter().find_map(|owns| name.find(owns)).map_or(name, |at| &name[..at]);
            // "A judge Tuesday cleared", "Judge Linden Monday ruled": a weekday is of no name.
            let weekday = |word: &&str| word.ends_with("day") && word.parse::<chrono::Weekday>().is_ok();
            let title = |word: &&str| word.ends_with('.') || ["II", "III", "IV"].contains(word);
            let mut words = name.split_whitespace().take_while(|word| !weekday(word)).filter(|word| !title(word));
            let first = words.next()?;
            let last = words.last().unwrap_or(first);
            let name = Name { shown: name.trim().to_owned(), key: last.trim_end_matches(['\'', '’']).to_lowercase() };
            (!bodies.contains(&first.to_lowercase().as_str())).then(|| (at, aliases.resolve(&name).key))
        });
        // "Judge Denies Motion": a headline names no judge whom the text does not.
        let (heads, named): (Vec<_>, Vec<_>) = named.partition(|(at, _)| {
            document.passage_at(*at).is_some_and(|passage| matches!(passage.role, Role::Headline | Role::Heading | Role::Furniture))
        });
        let told: BTreeSet<&str> = named.iter().map(|(_, key)| key.as_str()).collect();
        let heads: Vec<(usize, String)> = heads.into_iter().filter(|(_, key)| told.contains(key.as_str())).collect();
        let courts = court().captures_iter(document.prose()).map(|found| (found.get(0).map_or(0, |all| all.start()), court_key(&found)));
        let mut named: Vec<(usize, String)> = named.into_iter().chain(heads).collect();
        named.sort_unstable();
        let keys = named.iter().map(|(_, key)| key.clone()).collect();
        Judges { named, keys, courts: courts.collect() }
    }

    /// The court that "the court" or "the justices" means: the one named before it, where it stands near.
    fn court(&self, at: usize) -> Option<&str> {
        let before = &self.courts[..self.courts.partition_point(|(from, _)| *from < at)];
        before.last().filter(|(from, _)| at - from <= NEAR).map(|(_, key)| key.as_str())
    }

    pub(super) fn contains(&self, key: &str) -> bool {
        self.keys.contains(key)
    }

    /// The only judge of the document.
    fn only(&self) -> Option<&str> {
        self.keys.first().filter(|_| self.keys.len() == 1).map(String::as_str)
    }

    /// The judge whom a noun means, and whether it can mean no other: the only one of the document; "the judge" is else the
    /// one named before, "a judge" the one named next.
    fn meant(&self, at: usize, definite: bool) -> Option<(&str, bool)> {
        if let Some(only) = self.only() {
            return Some((only, true));
        }
        let (before, after) = self.named.split_at(self.named.partition_point(|(from, _)| *from < at));
        let near = |(from, _): &&(usize, String)| from.abs_diff(at) <= NEAR;
        let (_, judge) = if definite { before.last() } else { after.first() }.filter(near)?;
        let mut others = before.iter().rev().take_while(near);
        Some((judge, !definite || others.all(|(_, other)| other == judge)))
    }
}

/// Words before a name that make it another's part of the sentence, not its subject.
const OBLIQUE: &[&str] =
    &["of", "in", "with", "against", "for", "from", "to", "by", "about", "on", "at", "as", "under", "over", "between", "than", "into"];
/// Nouns by which a paper speaks of those who say things.
const CALLINGS: &[&str] = &[
    "prosecutors", "prosecutor", "lawyers", "lawyer", "attorneys", "attorney", "police", "officials", "official", "spokesman",
    "spokeswoman", "spokesperson", "company", "firm", "state", "government", "plaintiffs", "plaintiff", "family", "agents", "agent",
    "investigators", "authorities", "defense", "university", "school", "county", "counties", "city", "mother", "father", "son",
    "president", "sheriff", "union", "agency", "department", "administration", "committee", "group", "defendants", "defendant",
];

/// Those of them that are no one person.
const BODIES: &[&str] = &[
    "police", "company", "state", "government", "family", "defense", "university", "school", "county", "city", "union", "agency",
    "department", "administration", "committee", "group", "firm",
];

impl Agent {
    /// Whether "he" can still mean who spoke last, after a sentence that named others.
    pub(super) fn is_still_meant(&self, recent: &[Name]) -> bool {
        let named = !CALLINGS.iter().any(|noun| noun.trim_end_matches('s') == self.key) && self.key != "judge";
        !named || recent.is_empty() || recent.iter().any(|name| name.key == self.key)
    }
}

/// Kinds of noun for what a judge hands down.
pub const HANDED_DOWN: &[&str] = &["ruling", "order", "verdict", "sentence"];

/// The judge of a noun for what is handed down: "a ruling by Judge Linden", "Linden's order"; "the ruling", in a text of one
/// judge, is that judge's.
pub(super) fn of_noun(source: &Source, sentence: &Sentence, trigger: usize, judges: &Judges, pointing: bool) -> Option<Agent> {
    let words = &sentence.words;
    if !HANDED_DOWN.contains(&words[trigger].kind) {
        return None;
    }
    if let Some(by) = by_whom(words, trigger) {
        return of_part(source, by, false, judges, None).filter(|agent| agent.bench.is_some());
    }
    let possessor = words[..trigger].last().filter(|w| w.capital).and_then(|w| owner(w));
    let named = possessor.and_then(|key| judges.keys.iter().find(|judge| judge.split(' ').next_back() == Some(key)));
    // "The jury's verdict", "the appeals court's ruling" are nobody's of the bench that the text names.
    let owned = words[..trigger].last().is_some_and(|w| w.lower.strip_suffix("'s").is_some_and(|owner| owner != "judge"));
    let juries = words[trigger].kind == "verdict" && !words.iter().any(is_judge);
    let only = judges.only().filter(|_| pointing && possessor.is_none() && !owned && !juries);
    let key = named.map(String::as_str).or(only)?;
    Some(Agent { key: key.to_owned(), bench: Some(Bench::Judge), person: true, sure: true })
}

/// Whose a thing is: the name before "'s", or before the mark alone where it ends in s.
fn owner(word: &Word) -> Option<&str> {
    word.lower.strip_suffix("'s").or_else(|| word.lower.strip_suffix('\'').filter(|name| name.ends_with('s')))
}

/// The words behind "by", where a verb or noun of happening is followed by who does it: "was ordered on Monday by a judge".
fn by_whom(words: &[Word], trigger: usize) -> Option<&[Word]> {
    let own = words[trigger].clause;
    let behind = &words[trigger + 1..];
    let by = behind.iter().take(6).take_while(|w| !w.mark && w.clause == own).position(|w| w.lower == "by")?;
    let part = &behind[by + 1..];
    let ends = |at: usize, w: &Word| w.mark && !(w.lower == "." && at > 0 && part[at - 1].lower.len() <= 3) || w.part == Part::Verb;
    let end = part.iter().enumerate().position(|(at, w)| ends(at, w)).unwrap_or(part.len());
    Some(&part[..end]).filter(|part| !part.is_empty())
}

/// The agent of a verb; `last` is who spoke last in the document, for "he said".
pub(super) fn of_verb(source: &Source, sentence: &Sentence, trigger: usize, judges: &Judges, last: Option<&Agent>) -> Option<Agent> {
    let words = &sentence.words;
    if clause::is_passive(words, trigger) {
        return of_part(source, by_whom(words, trigger)?, false, judges, last);
    }
    let own = words[trigger].clause;
    let opens = words.iter().position(|w| w.clause == own)?;
    // Behind a quotation or a comma the verb stands before its subject, and no other verb with it: "…,” said the judge".
    let behind = &words[trigger + 1..];
    let end = behind.iter().position(|w| w.mark && matches!(w.lower.as_str(), "." | ";" | "“" | "\"")).unwrap_or(behind.len());
    let first = behind.iter().position(|w| w.mark).unwrap_or(behind.len());
    let inverted = trigger > 0
        && words[trigger - 1].mark
        && first > 0
        && !behind[..first].iter().any(|w| matches!(w.part, Part::Verb | Part::Auxiliary | Part::Infinitive));
    let part: &[Word] = if inverted {
        &behind[..end]
    } else {
        // The verb's own part of its clause, where another stands between them.
        let from = words[opens..trigger].iter().rposition(|w| w.mark && matches!(w.lower.as_str(), "”" | "\"" | ";"));
        behind_lead(&words[from.map_or(opens, |at| opens + at + 1)..trigger])
    };
    // "Judge Linden's ruling requires it": what is handed down acts for who hands it down.
    if !inverted
        && trigger > opens
        && let Some(agent) = of_noun(source, sentence, trigger - 1, judges, false)
    {
        return Some(agent);
    }
    of_part(source, part, inverted, judges, last)
}

/// What stands before a verb, without a clause that leads it: "the day after Dorn was fired, \[the mayor]". What a relative
/// clause sets in behind its noun leads nothing.
fn behind_lead(part: &[Word]) -> &[Word] {
    let tells = |w: &Word| matches!(w.part, Part::Verb | Part::Auxiliary);
    let relative = |w: &Word| matches!(w.lower.as_str(), "who" | "which" | "whose" | "that");
    // "After Dorn was fired, he": whom the lead names.
    let named = |at: &usize| part.get(at + 1).is_some_and(|w| !matches!(w.lower.as_str(), "he" | "she" | "they"));
    let comma = part.iter().rposition(|w| w.lower == ",").filter(named);
    let leads = |at: &usize| part[..*at].iter().any(tells) && !part[..*at].iter().any(relative) && !part[*at..].iter().any(tells);
    comma.filter(leads).map_or(part, |at| &part[at + 1..])
}

fn is_judge(word: &Word) -> bool {
    matches!(word.lower.as_str(), "judge" | "justice" | "magistrate")
}

/// Whether the words behind a name make it describe another: "an Ohio judge", "Ohio state court judge", "U.S. prosecutors".
fn describes(behind: &[Word]) -> bool {
    let stop = behind.first().is_some_and(|w| w.lower == ".");
    let mut noun = behind[usize::from(stop)..].iter().take(3).take_while(|w| !w.mark && !w.capital && !OBLIQUE.contains(&w.lower.as_str()));
    noun.any(|w| is_judge(w) || CALLINGS.contains(&w.lower.as_str()) || w.lower.ends_with("'s"))
}

/// The court that a part of a sentence begins with: "The Supreme Court on Monday", "the court", "the justices".
fn sitting_court(part: &[Word], text: &str, judges: &Judges) -> Option<Agent> {
    let first = part.iter().position(|w| !w.mark)?;
    let agent = |key: &str, sure| Some(Agent { key: key.to_owned(), bench: Some(Bench::Court), person: false, sure });
    let oblique = |at: usize| part[..at].iter().any(|w| OBLIQUE.contains(&w.lower.as_str()) || w.mark || w.lower.ends_with("'s"));
    let words = part[first].span.cover(part.last()?.span);
    if let Some(found) = court().captures(words.of(text)) {
        let all = found.get(0)?;
        let (from, to) = (words.start() + all.start(), words.start() + all.end());
        let at = part.partition_point(|w| w.span.end() <= from);
        let rest = &part[part.partition_point(|w| w.span.end() <= to)..];
        let owns = text[to..].starts_with(['\'', '’']) || rest.first().is_some_and(|w| is_judge(w) || w.capital && !w.mark);
        return if oblique(at) || owns { None } else { agent(&court_key(&found), true) };
    }
    let at = part.iter().position(|w| matches!(w.lower.as_str(), "court" | "justices") && !w.capital)?;
    let known = judges.court(part[at].span.start()).filter(|_| !oblique(at) && part[at.saturating_sub(1)].lower == "the");
    known.and_then(|key| agent(key, true))
}

fn of_part(source: &Source, part: &[Word], inverted: bool, judges: &Judges, last: Option<&Agent>) -> Option<Agent> {
    let text = source.document.prose();
    // "DOVER (Wire) -": whose report it is.
    let wire = part.iter().take(10).position(|w| w.mark && w.lower == ")").map(|at| at + 1);
    let dash = |w: &Word| matches!(w.lower.as_str(), "-" | "–" | "—");
    let goes_on = |at: &usize| part.get(*at).is_some_and(|w| dash(w) || w.capital) && part[..*at].iter().all(|w| w.mark || w.capital);
    let part = wire.filter(goes_on).map_or(part, |at| &part[at..]);
    let part = &part[usize::from(part.first().is_some_and(dash))..];
    if let Some(court) = sitting_court(part, text, judges) {
        return Some(court);
    }
    let named = actor::names(part, text).into_iter().find_map(|name| {
        let shown = name.shown.split(' ').next_back()?;
        let at = part.iter().position(|w| w.capital && w.span.of(text).starts_with(shown))?;
        let first = part[..at].iter().rposition(|w| !w.capital).map_or(0, |back| back + 1);
        let oblique = first > 0 && OBLIQUE.contains(&part[first - 1].lower.as_str());
        let possessive = part[at].lower.ends_with("'s") || part[at].lower.ends_with('\'');
        (!oblique && !possessive && !describes(&part[at + 1..])).then(|| (at, source.aliases.resolve(&name)))
    });
    let noun = part.iter().enumerate().find_map(|(at, w)| {
        let oblique =
            at > 0 && (OBLIQUE.contains(&part[at - 1].lower.as_str()) || at > 1 && OBLIQUE.contains(&part[at - 2].lower.as_str()));
        // "Justice Department" is no justice.
        let plain = !w.capital || at == 0 && part.get(1).is_none_or(|next| !next.capital);
        (!oblique && plain && (is_judge(w) || CALLINGS.contains(&w.lower.as_str())) && !describes(&part[at + 1..])).then_some((at, w))
    });
    let pronoun = part.iter().enumerate().find(|(_, w)| matches!(w.lower.as_str(), "he" | "she"));
    match (named, noun, pronoun) {
        (Some((at, name)), noun, _) if noun.is_none_or(|(n, _)| at < n || inverted || n + 3 >= at) => {
            // "Judges" by title count where the name is known by it.
            let bench = judges.contains(&name.key).then_some(Bench::Judge);
            Some(Agent { person: !actor::is_body(&name.shown), key: name.key, bench, sure: true })
        }
        (_, Some((at, word)), _) if is_judge(word) => {
            let near = &part[at.saturating_sub(4)..at];
            let before = &near[near.iter().rposition(|w| w.mark && w.lower == ",").map_or(0, |comma| comma + 1)..];
            let has = |words: &[&str]| before.iter().any(|w| words.contains(&w.lower.as_str()));
            // "Another judge" is none of whom the text has told.
            let other = has(&[
                "another", "other", "different", "separate", "previous", "second", "third", "appeals", "appellate", "bankruptcy",
                "immigration", "retired", "former",
            ]);
            let known = judges.meant(word.span.start(), !has(&["a", "an", "one"])).filter(|_| !other);
            let (key, sure) = known.unwrap_or((if other { ANOTHER } else { "judge" }, false));
            Some(Agent { key: key.to_owned(), bench: Some(Bench::Judge), person: true, sure })
        }
        (_, Some((_, word)), _) => {
            let person = !word.lower.ends_with('s') && !BODIES.contains(&word.lower.as_str());
            Some(Agent { key: word.lower.trim_end_matches('s').to_owned(), bench: None, person, sure: true })
        }
        (_, _, Some((at, _))) if at + 3 >= part.len() || at < 3 => {
            last.filter(|agent| agent.person).cloned().map(|agent| Agent { sure: judges.only() == Some(&agent.key), ..agent })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::event::clause::analyse;
    use crate::lineage::Lineage;
    use crate::span::Span;

    #[test]
    fn the_subject_of_a_verb_of_saying_speaks() {
        let rows: &[(&str, &str, Option<&str>)] = &[
            ("Prosecutors in the suit against Harrow said on Monday that he hid it.", "said", Some("prosecutor")),
            ("“The mill stays shut,” said Judge Mary Linden.", "said", Some("linden judge")),
            ("“They came at noon,” said one of the growers, Joe Rowe.", "said", Some("rowe")),
            ("“You will wait,” the judge told Harrow.", "told", Some("linden judge")),
            ("He said the firm would pay.", "said", Some("harrow")),
            ("Harrow's lawyer Anne Dowd said it was over.", "said", Some("dowd")),
            ("Linden, in a long ruling, said the firm had lied.", "said", Some("linden judge")),
            ("An Ohio judge on Monday ordered the maker to pay $5 million.", "ordered", Some("linden judge")),
            ("DOVER (Wire) - A U.S. judge fiercely criticized Joe Rowe on Tuesday.", "criticized", Some("linden judge")),
            ("In a long-awaited ruling Monday, Ohio state court judge Mary Linden said the firm lied.", "said", Some("linden judge")),
            ("On Monday, Adams County Judge Mary Linden made her decision.", "made", Some("linden judge")),
            ("U.S. District Judge Mary Linden gave him a year.", "gave", Some("linden judge")),
            ("Linden, of the Ohio court, later apologized.", "apologized", Some("linden judge")),
            ("The Ohio mill's owner hired Joe Rowe.", "hired", None),
            ("Rowe was told on Monday by Judge Mary Linden to wait.", "told", Some("linden judge")),
            ("The firm was fined last week by a state judge.", "fined", Some("linden judge")),
            ("The mill was closed by Friday.", "closed", None),
            ("The Supreme Court on Monday turned the mill away.", "turned", Some("supreme court judge")),
            ("The 9th U.S. Circuit Court of Appeals heard the case.", "heard", Some("9th court judge")),
            ("The Supreme Court's ruling ended it.", "ended", None),
            ("DOVER (Wire) The Supreme Court said Thursday it would not.", "said", Some("supreme court judge")),
            ("A federal judge Tuesday cleared the mill.", "cleared", Some("linden judge")),
            ("Judge T.S. Rivers III closed the mill.", "closed", Some("rivers judge")),
            ("Judge Ann Rivers Monday closed the mill.", "closed", Some("rivers judge")),
            ("The day after Harrow was fired, the mayor Joe Rowe said it.", "said", Some("rowe")),
            ("Another judge ordered it.", "ordered", Some("another judge judge")),
            ("Justice Department spokesman Carl Dunn welcomed it.", "welcomed", Some("dunn")),
            ("The Linden ruling was read aloud, and the mayor left.", "left", None),
            ("Judge Linden's ruling requires the firm to pay.", "requires", Some("linden judge")),
            ("Judge Rivers’ ruling requires it; Judge Ann Rivers left.", "requires", Some("rivers judge")),
        ];
        for (words, verb, wanted) in rows {
            let document = Document::new("a".to_owned(), Format::Text, format!("{words} Judge Mary Linden will rule."), String::new());
            let lineage = Lineage::default();
            let documents = [document];
            let source = Source {
                index: 0,
                document: &documents[0],
                dates: &[],
                lineage: &lineage,
                documents: &documents,
                aliases: &Aliases::default(),
            };
            let sentence = analyse(words, Span::new(0, words.len()), &[]);
            let trigger = sentence.words.iter().position(|w| w.lower == *verb).unwrap();
            let last = Agent { key: "harrow".to_owned(), bench: None, person: true, sure: true };
            let got = of_verb(&source, &sentence, trigger, &Judges::of(&documents[0], source.aliases), Some(&last))
                .map(|s| if s.bench.is_some() { format!("{} judge", s.key) } else { s.key });
            assert_eq!(got.as_deref(), *wanted, "{words}");
        }
    }
}
