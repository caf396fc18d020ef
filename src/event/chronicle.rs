//! Entries of a chronology, "June 14, 2019: The board fires Dorn.", which tell in the present what happened on the day before
//! the colon or dash. Elsewhere the present in -s is too often a plural to be read as a verb.

use super::attribution::Stance;
use super::clause::{Part, Sentence, Word, kind_of_verb};
use super::dated::MentionDate;
use super::{EventMention, Source, between, kinds, word_at};
use crate::date::{Basis, DateMention, Grain, day_text};
use crate::document::{Document, Passage, Role};
use std::collections::HashMap;

/// Most words of a day that opens an entry, its marks among them.
const LEAD: usize = 12;
/// Most words of what stands between commas behind a subject.
const ASIDE: usize = 14;
/// Most words of a subject.
const SUBJECT: usize = 16;

/// Verbs of chronologies beyond those of the kinds, as stems.
const VERBS: &[&str] = &[
    "accept", "add", "adopt", "aim", "allow", "anger", "attend", "bar", "becom", "begin", "block", "bring", "build", "buy", "cancel",
    "cast", "caus", "chang", "clear", "close", "collaps", "come", "complet", "confront", "consid", "continu", "creat", "crash", "cut",
    "defeat", "defend", "delay", "detail", "develop", "discov", "discuss", "drop", "emerg", "encount", "end", "endors", "enter", "erupt",
    "escap", "evacu", "expand", "expel", "explod", "expos", "extend", "face", "fail", "fall", "fill", "find", "finish", "flee", "fli",
    "flood", "follow", "forc", "form", "found", "free", "gain", "get", "give", "go", "grow", "halt", "happen", "hit", "hold", "ignit",
    "impos", "impeach", "includ", "increas", "invest", "investig", "issu", "join", "kick", "land", "launch", "lay", "lead", "learn",
    "leav", "lift", "lose", "lower", "make", "march", "marri", "merg", "move", "occur", "offer", "open", "overrid", "own", "plan", "plung",
    "pull", "push", "put", "quash", "question", "rais", "reach", "receiv", "recal", "recommend", "reinstat", "reject", "reopen", "resum",
    "reveal", "revis", "revok", "rise", "roll", "ruptur", "scrap", "see", "sell", "send", "set", "show", "shut", "sink", "spread", "stand",
    "start", "steal", "step", "stop", "stun", "suffer", "take", "threaten", "throw", "toss", "transfer", "travel", "trigger", "turn",
    "unveil", "urg", "veto", "visit", "warn", "win", "work", "protest", "ralli", "demonstr",
];

/// Words that end no subject: what stands behind them is a noun.
const LEADS_A_NOUN: &[&str] = &[
    "the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "of", "in", "on", "at", "by", "for", "from", "with",
    "to", "and", "or", "as", "until", "since", "after", "before", "no", "not", "all", "some", "whose", "new", "first", "second", "third",
];

/// Subjects that are many without an s.
const MANY: &[&str] = &["they", "we", "i", "you", "people", "men", "women", "children", "police"];

/// Headings of a day or a month alone from which on a text is a chronology.
const HEADINGS: usize = 3;

/// The first paragraphs under headings that are a day or a month and nothing else.
#[derive(Debug, Default)]
pub(super) struct Entries {
    /// The index of the date in the heading, by where the paragraph begins.
    days: HashMap<usize, usize>,
}

impl Entries {
    pub(super) fn of(document: &Document, dates: &[DateMention]) -> Entries {
        let mut entries = Entries::default();
        let mut heading: Option<usize> = None;
        for passage in &document.passages {
            let day = only_date(document, passage, dates);
            if passage.role == Role::Heading || day.is_some() && passage.role.tells() {
                heading = day;
            } else if let Some(day) = heading.take_if(|_| passage.role == Role::Paragraph) {
                entries.days.insert(passage.span.start(), day);
            }
        }
        if entries.days.len() < HEADINGS {
            entries.days.clear();
        }
        entries
    }

    /// The date in the heading above a paragraph.
    pub(super) fn day_of(&self, passage: &Passage) -> Option<usize> {
        self.days.get(&passage.span.start()).copied()
    }
}

/// The date that is all of a passage but for marks.
fn only_date(document: &Document, passage: &Passage, dates: &[DateMention]) -> Option<usize> {
    /// Bytes of a heading at most.
    const SHORT: usize = 60;
    let range = between(dates, passage.span);
    let date = dates.get(range.start).filter(|_| range.len() == 1 && passage.span.len() <= SHORT)?;
    let text = document.prose();
    let rest = [&text[passage.span.start()..date.span.start()], text.get(date.span.end()..passage.span.end())?];
    let alone = rest.iter().all(|part| part.chars().all(|c| !c.is_alphanumeric()));
    let dated = date.value.when().is_some_and(|when| when.grain() <= Grain::Month && !when.has_lasted());
    (alone && dated).then_some(range.start)
}

/// Gives the day in the heading to what the `first` sentence under it tells first, as its own date; to what the sentences behind
/// that one tell without a day, as filled in.
pub(super) fn date_entry(source: &Source, day: usize, sentence: &Sentence, first: bool, told: &mut [EventMention]) {
    const ASIDE: &[&str] = &["had", "later", "earlier", "previously", "since", "then", "afterward", "eventually", "will", "would"];
    let heading = &source.dates[day];
    let Some(when) = heading.value.when() else { return };
    if sentence.words.iter().any(|w| ASIDE.contains(&w.lower.as_str())) {
        return;
    }
    let open = |m: &&mut EventMention| {
        let verb = sentence.words[word_at(sentence, m.trigger.start())].part == Part::Verb;
        m.date.is_none() && m.stance != Stance::Planned && !m.unrealised && (verb || first)
    };
    let Some(mention) = told.iter_mut().find(open) else { return };
    let shown = when.exact().map_or_else(|| heading.span.of(source.document.prose()).to_owned(), day_text);
    let because = format!("told under the heading {shown}");
    let filled = MentionDate::filled_in(when, Basis::Relative, "heading", because);
    mention.date = Some(if first {
        MentionDate { index: Some(day), span: Some(heading.span), strong: when.exact().is_some(), ..filled }
    } else {
        filled
    });
}

/// Makes a verb of the main verb of an entry, where it tells in the present: behind the day that opens it, or from its first
/// word where it is the `entry` under a heading.
pub(super) fn tell(words: &mut [Word], in_date: &impl Fn(&Word) -> bool, entry: bool) {
    let open = if entry { words.iter().position(|w| !w.mark) } else { opens(words, in_date) };
    let Some(from) = open else { return };
    let mut last = from;
    let mut i = from + 1;
    while i < words.len().min(from + SUBJECT) {
        let word = &words[i];
        // "The suit, which names 12, moves": what stands between commas is no part of the subject.
        if word.mark && word.lower == "," {
            let close = (i + 1..words.len()).take(ASIDE).find(|at| words[*at].lower == ",");
            let Some(close) = close else { return };
            i = close + 1;
            continue;
        }
        // The stop of "Harrow Corp." ends no sentence here: another word goes on.
        if word.mark && word.lower == "." && words.get(i + 1).is_some_and(|w| !w.mark) {
            i += 1;
            continue;
        }
        if word.mark || matches!(word.part, Part::Verb | Part::Auxiliary | Part::Infinitive) {
            return;
        }
        if is_main_verb(words, last, i) {
            (words[i].part, words[i].kind) = (Part::Verb, kind_of_verb(words, i));
            return;
        }
        last = i;
        i += 1;
    }
}

/// The first word behind the day, and its colon or dash, that open an entry.
fn opens(words: &[Word], in_date: &impl Fn(&Word) -> bool) -> Option<usize> {
    let first = words.iter().position(|w| !w.mark)?;
    // "In July 2017, Harrow buys the mill": where the sentence has no other verb.
    if matches!(words[first].lower.as_str(), "in" | "on") && words.iter().all(|w| matches!(w.part, Part::Other | Part::EventNoun)) {
        let close = (first + 1..words.len()).take(LEAD).find(|at| !in_date(&words[*at]))?;
        return (close > first + 1 && words[close].lower == "," && close + 1 < words.len()).then_some(close + 1);
    }
    let dated = in_date(words.get(first)?);
    let close = (first..words.len()).take(LEAD).find(|at| matches!(words[*at].lower.as_str(), ":" | "—" | "–" | "-" | "|"))?;
    let date = words[first..close].iter().all(|w| w.mark || in_date(w));
    (dated && date && close + 1 < words.len()).then_some(close + 1)
}

/// Whether a word is the verb of the subject that ends with its `last` word.
fn is_main_verb(words: &[Word], last: usize, i: usize) -> bool {
    let (word, before) = (&words[i], &words[last]);
    let verb = |w: &Word| kinds::of_verb(&w.stem).is_some() || VERBS.contains(&w.stem.as_str());
    let plural = before.lower.ends_with('s') && !before.lower.ends_with("ss");
    let many = MANY.contains(&before.lower.as_str()) || plural;
    let one = !many || before.capital;
    let in_s = word.lower.ends_with('s') && !word.lower.ends_with("ss");
    let agrees = in_s && one || !in_s && many;
    // "Charges are dropped": what another verb follows is its subject.
    let followed = words.get(i + 1).is_some_and(|w| matches!(w.part, Part::Verb | Part::Auxiliary));
    let noun = LEADS_A_NOUN.contains(&before.lower.as_str()) || before.mark;
    agrees && !noun && !followed && !word.capital && word.lower.chars().all(char::is_alphabetic) && verb(word)
}

#[cfg(test)]
mod tests {
    use crate::event::clause::{Part, analyse};
    use crate::span::Span;

    fn verb(text: &str) -> Option<String> {
        let date = Span::new(0, text.find([':', '—']).unwrap_or(0));
        let sentence = analyse(text, Span::new(0, text.len()), &[date]);
        sentence.words.iter().find(|w| w.part == Part::Verb).map(|w| w.lower.clone())
    }

    #[test]
    fn an_entry_tells_in_the_present() {
        let rows = [
            ("June 14, 2019: The board fires Dorn.", Some("fires")),
            ("June 14, 2019: Harrow Corp. recalls 2,000 heaters.", Some("recalls")),
            ("June 14, 2019: Protesters march on City Hall.", Some("march")),
            ("June 14, 2019 — A judge in Linden sentences Dorn to a year.", Some("sentences")),
            ("June 14, 2019: Charges are dropped.", Some("dropped")),
            ("June 14, 2019: The board fired Dorn.", Some("fired")),
            ("June 14, 2019: Sales of heaters in Linden.", None),
            ("June 14, 2019: A list of mills.", None),
        ];
        for (text, wanted) in rows {
            assert_eq!(verb(text).as_deref(), wanted, "{text}");
        }
    }
}
