//! Finds what each source says happened: one trigger, quoted by its clause, with its date tied by clause and not by
//! nearness, its people, its facts, whose word it is and how that is held.
//!
//! Every clause that ties a day to a happening becomes a mention, of a known kind or not. A clause with a verb or noun of
//! a known kind and no day becomes a mention without a date: it may join a dated one, it never invents a day.

pub mod actor;
pub mod attribution;
pub mod clause;
pub mod fact;
pub mod kinds;

use crate::date::{Basis, DateMention, Grain, Type, Value, When};
use crate::document::{Document, Kind, Passage, Role};
use crate::lineage::Lineage;
use crate::sentence;
use crate::span::Span;
use actor::{Aliases, Name};
use attribution::{Attribution, Stance};
use clause::{Part, Sentence, Word};
use fact::Fact;
use std::collections::BTreeSet;

/// What a mention's date is the date of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateOf {
    Event,
    Filed,
    Entered,
    Signed,
    Published,
    Deadline,
}

impl DateOf {
    /// The name in the fixed interface.
    pub fn name(self) -> &'static str {
        match self {
            DateOf::Event => "event",
            DateOf::Filed => "filed",
            DateOf::Entered => "entered",
            DateOf::Signed => "signed",
            DateOf::Published => "published",
            DateOf::Deadline => "deadline",
        }
    }
}

/// The date that a mention gives.
#[derive(Clone, Debug, PartialEq)]
pub struct MentionDate {
    /// The date mention it rests on, by its index in the document's list; `None` where the day was filled in.
    pub index: Option<usize>,
    /// The words, from the first to the last; `None` where no words of this mention give the day.
    pub span: Option<Span>,
    /// The days; `None` while the words leave a gap (a weekday alone, a month without its year).
    pub when: Option<When>,
    /// What the words give where `when` is unknown.
    pub value: Value,
    pub of: DateOf,
    pub basis: Basis,
    pub rule: &'static str,
    /// An explicit day, or one counted from a known anchor, in the trigger's own clause.
    pub strong: bool,
    /// Why a filled-in day is what it is, in words.
    pub because: Option<String>,
    /// A weekday told beside the date that the calendar does not give it.
    pub weekday_said: Option<u8>,
}

/// One source, once, says that something happened.
///
/// Invariant: the trigger lies within the span, and the span within one passage.
#[derive(Clone, Debug)]
pub struct EventMention {
    pub document: usize,
    pub span: Span,
    pub trigger: Span,
    pub kind: &'static str,
    /// The stem of the trigger, by which other tellings are found.
    pub stem: String,
    pub date: Option<MentionDate>,
    pub people: Vec<Name>,
    /// Stems of the clause's other content words.
    pub objects: BTreeSet<String>,
    pub facts: Vec<Fact>,
    /// A quotation of five words or more inside the sentence, folded.
    pub utterance: Option<String>,
    pub attribution: Vec<Attribution>,
    pub stance: Stance,
    /// The sentence it stands in, for telling a list from two tellings.
    pub sentence: Span,
    /// It says that the thing did not happen.
    pub negated: bool,
    /// It is asked for, owed or wished ("need to be taken down"), and no day says that it came about.
    pub unrealised: bool,
}

/// What `find` needs to know of a document beside its text.
pub struct Source<'a> {
    pub index: usize,
    pub document: &'a Document,
    pub dates: &'a [DateMention],
    pub lineage: &'a Lineage,
    pub documents: &'a [Document],
    pub aliases: &'a Aliases,
}

/// How a link begins that a sentence takes over from those before it.
const CARRIED: &str = "carried on from: ";

/// Words that carry no content of their own.
const STOP: &[&str] = &[
    "the", "and", "that", "this", "with", "from", "were", "was", "been", "have", "has", "had", "they", "them", "their", "there", "which",
    "who", "whom", "when", "what", "where", "while", "would", "could", "should", "about", "after", "before", "into", "over", "under",
    "only", "also", "than", "then", "some", "such", "more", "most", "other", "just", "will", "very", "because", "until", "being", "said",
    "says", "does", "did", "not", "for", "his", "her", "him", "its", "she", "our", "your", "you", "are", "but", "all", "any", "one", "two",
    "out", "off", "own", "how", "why", "by", "to", "of", "in", "on", "at", "as", "it", "he", "we", "is", "be", "or", "an", "if", "so",
    "no", "up",
];

/// Finds the event mentions of one document, in the order of its text.
pub fn find(source: &Source) -> Vec<EventMention> {
    let document = source.document;
    let mut out = Vec::new();
    let mut carried: Vec<Attribution> = Vec::new();
    let mut carried_for = 0u32;
    let mut carried_of: Vec<Name> = Vec::new();
    let mut recent: Vec<Name> = Vec::new();
    for passage in &document.passages {
        if !passage.role.tells() {
            continue;
        }
        if passage.role == Role::Entry {
            docket_entry(source, passage, &mut out);
            continue;
        }
        let in_passage = between(source.dates, passage.span);
        for span in sentence::sentences(&document.text, body(document, passage)) {
            let dates = between(source.dates, span);
            let spans: Vec<Span> = source.dates[in_passage.clone()]
                .iter()
                .filter(|d| span.contains(d.span) && d.value.type_of() != Type::Duration)
                .map(|d| d.span)
                .collect();
            let sentence = clause::analyse(&document.text, span, &spans);
            let mut chain = attribution::chain(&sentence, &document.text);
            // A story told on a paper's word goes on being told on it for some paragraphs, while it speaks of the same
            // people and no other cue stands in it.
            let named: Vec<Name> = actor::names(&sentence.words, &document.text).iter().map(|name| source.aliases.resolve(name)).collect();
            let own = chain.iter().find(|link| link.kind == "document" && link.level == 1).cloned();
            match own {
                Some(link) => {
                    carried = vec![link];
                    carried_for = 4;
                    carried_of.clone_from(&named);
                }
                None if chain.is_empty()
                    && carried_for > 0
                    && passage.role != Role::Post
                    && named.iter().any(|name| carried_of.contains(name)) =>
                {
                    chain = carried
                        .iter()
                        .map(|link| Attribution { cue: format!("{CARRIED}{}", link.cue.trim_start_matches(CARRIED)), ..link.clone() })
                        .collect();
                }
                None => {}
            }
            if let Some(author) = &passage.author {
                let (kind, level) = match passage.role {
                    Role::Question => ("question", 2),
                    Role::Answer | Role::Quotation => ("person", 1),
                    _ => ("post", 4),
                };
                chain.push(Attribution { to: author.clone(), kind, cue: author.clone(), level });
            }
            if let Some(repeat) = source.lineage.copied_at(source.index, span.start()) {
                let name = source.documents[repeat.of].name().to_owned();
                if !chain.iter().any(|link| link.to == name) {
                    chain.push(Attribution { to: name, kind: "copy", cue: "the passage is copied".to_owned(), level: 3 });
                }
            }
            let around = Around { chain: &chain, named: &named, recent: &recent };
            sentence_mentions(source, passage, &sentence, dates, &around, &mut out);
            if !named.is_empty() {
                recent = named;
            }
        }
        carried_for = carried_for.saturating_sub(1);
    }
    out
}

/// A passage without the sign-off of a post, which dates and signs it and tells nothing.
fn body(document: &Document, passage: &Passage) -> Span {
    if passage.role != Role::Post {
        return passage.span;
    }
    let words = passage.span.of(&document.text);
    match words.rfind('\n') {
        Some(at) if words[at..].contains("(@") => Span::new(passage.span.start(), passage.span.start() + at),
        _ => passage.span,
    }
}

/// The range of mentions that lie within a span.
fn between(dates: &[DateMention], span: Span) -> std::ops::Range<usize> {
    let first = dates.partition_point(|date| date.span.start() < span.start());
    let last = dates.partition_point(|date| date.span.start() < span.end());
    first..last
}

/// Whether a value can date a happening: it has, or may yet get, a place on the calendar.
fn can_date(date: &DateMention, text: &str) -> bool {
    match &date.value {
        Value::Days(_) | Value::Either(..) | Value::Gapped { .. } => true,
        // "At 3 a.m.", "the morning he died" say the time of a day that is told elsewhere: the report's own day would be
        // an invented one. "This morning", "tonight" and "last night" do point at it.
        Value::Time { day, .. } => day.is_some() && (date.basis != Basis::Dateline || points_at_a_day(date.span.of(text))),
        _ => false,
    }
}

/// Whether words that name a time of day say which day's.
fn points_at_a_day(words: &str) -> bool {
    const POINTING: &[&str] = &["this", "last", "today", "tonight", "yesterday", "tomorrow", "next"];
    const DAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let lower = words.to_lowercase();
    lower
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| POINTING.contains(&word) || DAYS.contains(&word) || word.len() == 4 && word.starts_with(['1', '2']))
}

/// The word of a sentence that a byte falls in or before.
fn word_at(sentence: &Sentence, at: usize) -> usize {
    sentence.words.partition_point(|w| w.span.end() <= at).min(sentence.words.len().saturating_sub(1))
}

struct Tie {
    trigger: usize,
    date: Option<usize>,
    same_clause: bool,
}

/// What a sentence's mentions share: whose word it is, whom it names, and whom the last sentence that named anyone did.
struct Around<'a> {
    chain: &'a [Attribution],
    named: &'a [Name],
    recent: &'a [Name],
}

fn sentence_mentions(
    source: &Source,
    passage: &Passage,
    sentence: &Sentence,
    dates: std::ops::Range<usize>,
    around: &Around,
    out: &mut Vec<EventMention>,
) {
    if sentence.words.iter().filter(|w| !w.mark).count() < 2 {
        return;
    }
    let text = &source.document.text;
    let mut ties: Vec<Tie> = Vec::new();
    let usable: Vec<usize> = dates.clone().filter(|i| can_date(&source.dates[*i], text) && !ends_a_stretch(source.dates, *i)).collect();
    for &i in &usable {
        if let Some((trigger, same_clause)) = trigger_for(sentence, &source.dates[i]) {
            match ties.iter_mut().find(|tie| tie.trigger == trigger) {
                // Two dates on one trigger: the finer one dates it, the other is the telling's frame.
                Some(tie) => {
                    let held = tie.date.expect("ties so far are dated");
                    if finer(&source.dates[i], &source.dates[held]) {
                        tie.date = Some(i);
                    }
                }
                None => ties.push(Tie { trigger, date: Some(i), same_clause }),
            }
        }
    }
    // A question without a day tells nothing.
    let asks = sentence.span.of(text).trim_end_matches(['"', '”', '’', '\'', ')']).ends_with('?');
    // Known kinds without a day of their own: one to a clause, the first.
    for clause in 0..if asks { 0 } else { sentence.clauses } {
        let dated: Vec<usize> = ties.iter().map(|tie| tie.trigger).filter(|t| sentence.words[*t].clause == clause).collect();
        if !dated.is_empty() {
            // A second happening of a known kind beside a dated one is told without a day.
            let more = sentence.words.iter().enumerate().filter(|(i, w)| {
                w.clause == clause
                    && w.part == Part::Verb
                    && w.kind != kinds::OTHER
                    && !kinds::is_saying(w.kind)
                    && dated.iter().all(|t| t.abs_diff(*i) > 2)
            });
            let more: Vec<usize> = more.map(|(i, _)| i).take(2).collect();
            ties.extend(more.into_iter().map(|trigger| Tie { trigger, date: None, same_clause: false }));
            continue;
        }
        let candidate = sentence
            .words
            .iter()
            .enumerate()
            .filter(|(_, w)| w.clause == clause && matches!(w.part, Part::Verb | Part::Infinitive))
            .find(|(_, w)| w.kind != kinds::OTHER && !(kinds::is_saying(w.kind) && sentence.clauses > 1))
            .or_else(|| {
                sentence
                    .words
                    .iter()
                    .enumerate()
                    .find(|(_, w)| w.clause == clause && w.part == Part::EventNoun && !kinds::is_saying(w.kind))
            })
            .or_else(|| sentence.words.iter().enumerate().find(|(_, w)| w.clause == clause && w.part == Part::Verb));
        if let Some((trigger, word)) = candidate
            && !is_attribution_verb(sentence, trigger, around.chain)
            && (word.kind != kinds::OTHER || passage.role == Role::Post || sentence.clauses == 1)
        {
            ties.push(Tie { trigger, date: None, same_clause: false });
        }
    }
    ties.sort_by_key(|tie| tie.trigger);
    for tie in &ties {
        out.push(mention(source, passage, sentence, tie, around));
    }
}

/// Whether a date is the second half of "from 1999 to 2017", which its first half carries.
fn ends_a_stretch(dates: &[DateMention], index: usize) -> bool {
    index > 0 && dates[index - 1].until == Some(index)
}

fn finer(a: &DateMention, b: &DateMention) -> bool {
    // A clock time on a day is finer than the day.
    let grain = |date: &DateMention| {
        let clock = matches!(date.value, Value::Time { day: Some(_), .. });
        (date.value.when().map_or(Grain::Century, When::grain), !clock)
    };
    let same_day = || a.value.when().and_then(When::exact) == b.value.when().and_then(When::exact);
    grain(a).0 < grain(b).0 || grain(a) < grain(b) && same_day()
}

/// "…, the suit states": a verb that only says whose word the rest is.
fn is_attribution_verb(sentence: &Sentence, trigger: usize, chain: &[Attribution]) -> bool {
    let word = &sentence.words[trigger];
    kinds::is_saying(word.kind) && chain.iter().any(|link| link.cue.to_lowercase().contains(&word.lower)) && sentence.clauses > 1
}

/// The trigger that a date is tied to, and whether it stands in the date's own clause.
fn trigger_for(sentence: &Sentence, date: &DateMention) -> Option<(usize, bool)> {
    let words = &sentence.words;
    let first = word_at(sentence, date.span.start());
    let last = word_at(sentence, date.span.end().saturating_sub(1));
    let clause = words[first].clause;
    // "the August ruling", "the January 2017 interview": a date before a noun that is a happening.
    let bare = first > 0
        && !words[first - 1].mark
        && matches!(words[first - 1].lower.as_str(), "the" | "a" | "an" | "his" | "her" | "its" | "their" | "that" | "this");
    let attributive = words.get(last + 1).is_some_and(|w| w.part == Part::EventNoun)
        && first > 0
        && !matches!(words[first - 1].lower.as_str(), "on" | "in" | "at" | "by" | "since" | "until");
    if attributive {
        return Some((last + 1, true));
    }
    if bare && let Some(noun) = (last + 1..(last + 4).min(words.len())).find(|i| words[*i].part == Part::EventNoun) {
        return Some((noun, true));
    }
    // "The prosecutor of the 2008 agreement resigned": a year before a noun dates that noun, not the clause; before a name
    // it is part of it.
    if bare && date.value.when().is_some_and(|when| when.grain() >= Grain::Year) {
        let is_noun = |w: &&Word| !w.mark && w.part == Part::Other && !STOP.contains(&w.lower.as_str()) && !w.lower.ends_with("ly");
        let count = words[last + 1..].iter().take_while(is_noun).take(4).count();
        if count > 0 {
            let head = last + count;
            return words[last + 1..=head].iter().all(|w| !w.capital).then_some((head, true));
        }
    }
    let initial = words[..first].iter().filter(|w| w.clause == clause && !w.mark).count() <= 1;
    let mut best: Option<(f64, usize)> = None;
    for (i, word) in words.iter().enumerate() {
        let weight = match word.part {
            Part::Verb => 3.0,
            Part::EventNoun => 1.6,
            // "Will rule on the motion on April 20": the verb of the plan, not its object.
            Part::Infinitive if i > 0 && matches!(words[i - 1].lower.as_str(), "will" | "shall") => 2.8,
            Part::Infinitive => 2.0,
            Part::Auxiliary => 0.2,
            Part::Other => continue,
        };
        let kind = if word.kind == kinds::OTHER {
            0.0
        } else if kinds::is_saying(word.kind) {
            0.2
        } else {
            0.8
        };
        let marks = |range: std::ops::Range<usize>| {
            words[range].iter().filter(|w| w.mark && matches!(w.lower.as_str(), "," | "(" | "—" | "–" | ";" | ":")).count() as f64
        };
        let (distance, crossing) = if i < first {
            ((first - i) as f64, marks(i..first))
        } else if i > last {
            ((i - last) as f64 * if initial { 0.7 } else { 1.6 }, marks(last + 1..i) * if initial { 0.3 } else { 1.0 })
        } else {
            continue;
        };
        let apart = if word.clause == clause { 0.0 } else { 3.0 };
        // "…, the company said": it says whose word the clause before it is.
        let tail = if kinds::is_saying(word.kind) && i > last && crossing > 0.0 { 1.5 } else { 0.0 };
        // A participle between a noun and the date beats the main verb further off.
        let score =
            weight + kind - tail - distance * 0.28 - crossing * 0.7 - apart - if word.quoted != words[first].quoted { 1.0 } else { 0.0 };
        if best.is_none_or(|(held, _)| score > held) {
            best = Some((score, i));
        }
    }
    let (_, trigger) = best?;
    // "is", "was" alone: the clause says something was so; its noun or the word after is the trigger.
    Some((trigger, words[trigger].clause == clause))
}

fn mention(source: &Source, passage: &Passage, sentence: &Sentence, tie: &Tie, around: &Around) -> EventMention {
    let text = &source.document.text;
    let word = &sentence.words[tie.trigger];
    let mut span = quote(sentence, tie.trigger, text);
    let date = tie.date.map(|i| mention_date(source, i, tie.same_clause, sentence, tie.trigger));
    if let Some(date) = date.as_ref().and_then(|date| date.span) {
        span = span.cover(Span::new(date.start().max(sentence.span.start()), date.end().min(sentence.span.end())));
    }
    let first = sentence.words.partition_point(|w| w.span.start() < span.start());
    let after = sentence.words.partition_point(|w| w.span.end() <= span.end());
    let inside: &[Word] = &sentence.words[first.min(after)..after];
    let date_spans: Vec<Span> = source.dates[between(source.dates, sentence.span)].iter().map(|d| d.span).collect();
    let mut people: Vec<Name> = source.aliases.found_in(&span.of(text).to_lowercase());
    let of_clause = if inside.len() < sentence.words.len() { actor::names(inside, text) } else { Vec::new() };
    for name in of_clause.iter().map(|name| source.aliases.resolve(name)).chain(around.named.iter().cloned()) {
        if !people.iter().any(|p| p.key == name.key) {
            people.push(name);
        }
    }
    // A clause without a name of its own speaks of the one before.
    if people.is_empty() {
        people.extend(around.recent.iter().cloned());
    }
    let objects = inside
        .iter()
        .filter(|w| {
            !w.mark
                && w.lower.len() > 2
                && !STOP.contains(&w.lower.as_str())
                && w.span != word.span
                && !date_spans.iter().any(|d| d.meets(w.span))
                && w.part != Part::Auxiliary
        })
        .map(|w| w.stem.clone())
        .collect();
    let date = date.or_else(|| day_of_the_telling(source, passage, sentence, tie.trigger));
    let dated = date.is_some();
    // What an outlet tells of its own days is told on its own word.
    let own_days = date.as_ref().is_some_and(|date| matches!(date.basis, Basis::Dateline | Basis::Weekday | Basis::Copied));
    let chain: Vec<Attribution> = around.chain.iter().filter(|link| !(own_days && link.cue.starts_with(CARRIED))).cloned().collect();
    let stance = match attribution::stance(sentence, word.clause, tie.trigger, &chain) {
        Stance::Stated if source.document.kind.is_courts_own() => Stance::Found,
        // What counsel puts to a witness is not yet anybody's word.
        Stance::Stated if passage.role == Role::Question => Stance::Alleged,
        // A complaint alleges; that is what it is.
        Stance::Stated if source.document.kind == Kind::Complaint => Stance::Alleged,
        stance => stance,
    };
    EventMention {
        document: source.index,
        span,
        trigger: word.span,
        kind: kind_of(sentence, tie.trigger),
        stem: word.stem.clone(),
        date,
        people,
        objects,
        facts: fact::facts(inside, &date_spans),
        utterance: utterance(sentence.span.of(text)),
        attribution: chain,
        stance,
        sentence: sentence.span,
        negated: is_negated(sentence, tie.trigger),
        // What counsel asks is no telling, and joins none.
        unrealised: word.part == Part::Infinitive && !dated || passage.role == Role::Question,
    }
}

/// The day of an undated thing done that is told in a post, or in the first paragraph of a day's report: the post's or
/// the report's own. Marked as filled in, and never strong.
fn day_of_the_telling(source: &Source, passage: &Passage, sentence: &Sentence, trigger: usize) -> Option<MentionDate> {
    let document = source.document;
    let word = &sentence.words[trigger];
    if word.part != Part::Verb || word.kind == kinds::OTHER {
        return None;
    }
    let (day, basis, rule, because) = if passage.role == Role::Post {
        (passage.day?, Basis::Post, "post", "told in a post of that day")
    } else {
        let lead = document.passages.iter().find(|p| matches!(p.role, Role::Paragraph | Role::Quotation))?;
        // What the main clause of the lead tells as done is the day's news; what had been done before, or is said of
        // somebody in passing, is not.
        let aside = sentence.words[..trigger]
            .iter()
            .rev()
            .take(3)
            .any(|w| matches!(w.lower.as_str(), "had" | "who" | "which" | "whose" | "was" | "were" | "been"));
        let copied = source.lineage.copied_at(source.index, word.span.start()).is_some();
        if document.kind != Kind::Article || lead.span != passage.span || word.clause != 0 || aside || copied {
            return None;
        }
        (document.day()?, Basis::Dateline, "lead", "told in the lead of a report of that day")
    };
    let when = When::day(day);
    Some(MentionDate {
        index: None,
        span: None,
        when: Some(when),
        value: Value::Days(when),
        of: DateOf::Event,
        basis,
        rule,
        strong: false,
        because: Some(because.to_owned()),
        weekday_said: None,
    })
}

/// Whether the words just before a trigger deny it: "was not charged", "no charge"; "did not mention the charge" denies
/// the mentioning.
fn is_negated(sentence: &Sentence, trigger: usize) -> bool {
    // "Pleaded not guilty" is another plea than "pleaded guilty".
    if sentence.words[trigger].stem == "plead" && sentence.words.get(trigger + 1).is_some_and(|w| w.lower == "not") {
        return true;
    }
    let noun = sentence.words[trigger].part == Part::EventNoun;
    let mut before = sentence.words[..trigger].iter().rev().filter(|w| !w.mark).take(if noun { 2 } else { 3 });
    before.any(|w| match w.lower.as_str() {
        "no" | "without" => true,
        "not" | "never" | "cannot" => !noun,
        other => !noun && other.ends_with("n't"),
    })
}

/// Verbs that are of their kind only with what the trade does with them: papers are served, and so are breakfasts.
const NEEDS: &[(&str, &[&str])] = &[
    (
        "serv",
        &["summons", "papers", "subpoena", "subpoenas", "complaint", "lawsuit", "suit", "notice", "warrant", "process", "petition", "with"],
    ),
    (
        "move",
        &[
            "dismiss", "withdraw", "strike", "compel", "quash", "vacate", "stay", "suppress", "intervene", "seal", "disqualify", "court",
            "judge", "injunction",
        ],
    ),
];

/// Verbs that say of a happening only when it is to be.
const MOVES: &[&str] = &[
    "scheduled", "set", "held", "postponed", "delayed", "adjourned", "continued", "canceled", "cancelled", "rescheduled", "moved",
    "slated", "due",
];

/// The kind of a trigger. "Filed a complaint with the company" is a report: only a court takes a suit.
fn kind_of(sentence: &Sentence, trigger: usize) -> &'static str {
    let word = &sentence.words[trigger];
    if word.kind == "filing" {
        let after = &sentence.words[trigger + 1..];
        let complaint = after.iter().take(5).position(|w| matches!(w.lower.as_str(), "complaint" | "complaints" | "report" | "reports"));
        if let Some(at) = complaint
            && after.get(at + 1).is_some_and(|w| matches!(w.lower.as_str(), "with" | "to"))
            && !after[at..].iter().take(6).any(|w| w.lower == "court")
        {
            return "report";
        }
    }
    let clause: Vec<&str> = sentence.words.iter().filter(|w| w.clause == word.clause && !w.mark).map(|w| w.lower.as_str()).collect();
    let names = |list: &[&str]| clause.iter().any(|w| list.contains(w));
    if let Some((_, needs)) = NEEDS.iter().find(|(stem, _)| *stem == word.stem) {
        let passive = trigger > 0 && matches!(sentence.words[trigger - 1].lower.as_str(), "was" | "were" | "been" | "be");
        let of_clause = |w: &Word| w.clause == word.clause && needs.contains(&w.lower.as_str());
        if word.part != Part::EventNoun && !(passive && word.stem == "serv") && !sentence.words.iter().any(of_clause) {
            return kinds::OTHER;
        }
    }
    // "A hearing is scheduled for", "the trial was postponed": the verb only moves what its subject names.
    if MOVES.contains(&word.lower.as_str())
        && let Some(noun) = sentence.words[..trigger].iter().find(|w| w.clause == word.clause && w.part == Part::EventNoun)
    {
        return noun.kind;
    }
    // A court that denies a motion rules; a case is dismissed by a ruling, a man from his office.
    if word.kind == "refusal"
        && names(&["motion", "motions", "petition", "injunction", "appeal"])
        && names(&["judge", "court", "justice", "panel", "justices"])
    {
        return "ruling";
    }
    if word.stem == "dismiss"
        && !names(&[
            "case", "cases", "suit", "lawsuit", "charge", "charges", "complaint", "claim", "claims", "motion", "appeal", "indictment",
            "counts", "petition", "action",
        ])
    {
        return "dismissal from office";
    }
    word.kind
}

/// The quotation of a trigger: its clause; the whole sentence where that is short, or where the clause has no subject.
fn quote(sentence: &Sentence, trigger: usize, text: &str) -> Span {
    if sentence.clauses == 1 || sentence.span.len() <= 140 && sentence.clauses <= 2 && sentence.words[trigger].part == Part::Verb {
        return sentence.span;
    }
    let clause = sentence.words[trigger].clause;
    let span = sentence.clause_span(clause, text);
    // "… and was served on Monday": the subject stands in the clause before.
    let short = span.len() < 40;
    if short && clause > 0 { sentence.clause_span(clause - 1, text).cover(span) } else { span }
}

fn mention_date(source: &Source, index: usize, same_clause: bool, sentence: &Sentence, trigger: usize) -> MentionDate {
    let date = &source.dates[index];
    let mut span = date.span;
    let mut when = date.value.when();
    if let Some(until) = date.until {
        let end = &source.dates[until];
        span = span.cover(end.span);
        when = when.zip(end.value.when()).and_then(|(a, b)| When::lasting(a, b));
    }
    let text = &source.document.text;
    let word = word_at(sentence, date.span.start());
    let before: Vec<&str> = sentence.words[..word].iter().rev().take(3).map(|w| w.lower.as_str()).collect();
    let bounded = match before.as_slice() {
        ["by", ..] if sentence.words[trigger].lower != "filed" => when.and_then(When::by),
        ["before", ..] | ["to", "prior", ..] => when.and_then(When::before),
        ["since", ..] => when
            .zip(source.document.day().and_then(|day| When::year(chrono::Datelike::year(&day))))
            .and_then(|(from, year)| When::lasting(from, year))
            .or(when.and_then(When::from)),
        ["than", "later", "no"] => when.and_then(When::by),
        ["after", ..] => when.and_then(When::after),
        _ => None,
    };
    // "Earlier this week" is no later than the day the text speaks from.
    let narrowed = narrowed(date, when, source.document, text);
    let deadline = matches!(before.as_slice(), ["than", "later", "no"])
        || matches!(before.as_slice(), ["by", ..]) && sentence.words[trigger].part == Part::Infinitive;
    let copied = source.lineage.copied_at(source.index, date.span.start()).is_some();
    let basis = match date.basis {
        Basis::Weekday | Basis::Dateline if copied => Basis::Copied,
        basis => basis,
    };
    let entered = matches!(sentence.words[trigger].stem.as_str(), "enter") && source.document.kind.is_filing();
    let signed = source.document.passage_at(span.start()).is_some_and(|passage| passage.role == Role::Signature);
    MentionDate {
        index: Some(index),
        span: Some(span),
        when: bounded.or(narrowed).or(when),
        value: date.value.clone(),
        of: if deadline {
            DateOf::Deadline
        } else if signed {
            DateOf::Signed
        } else if entered {
            DateOf::Entered
        } else {
            DateOf::Event
        },
        basis,
        rule: date.rule,
        strong: same_clause && when.is_some_and(|w| w.grain() == Grain::Day),
        because: None,
        weekday_said: date.weekday_said,
    }
}

/// "This week", "earlier this month": nothing told as done lies after the text's own day.
fn narrowed(date: &DateMention, when: Option<When>, document: &Document, text: &str) -> Option<When> {
    let when = when?;
    let own = document.day()?;
    let words = date.span.of(text).to_lowercase();
    let this = words.contains("this week") || words.starts_with("earlier this");
    (this && when.grain() == Grain::Week && when.earliest()? <= own && when.latest()? > own)
        .then(|| When::within(when.earliest(), Some(own)))?
}

/// A quotation of five words or more, folded, by which two tellings of one statement are known.
fn utterance(words: &str) -> Option<String> {
    let start = words.find(['“', '"'])?;
    let open = words[start..].chars().next()?;
    let rest = &words[start + open.len_utf8()..];
    let end = rest.find(if open == '“' { '”' } else { '"' }).unwrap_or(rest.len());
    let folded: Vec<String> = rest[..end]
        .split_whitespace()
        .map(|w| w.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase())
        .filter(|w| !w.is_empty())
        .collect();
    (folded.len() >= 5).then(|| folded.join(" "))
}

/// A docket entry is quoted whole and dated on its filing day; days inside it are planned mentions of their own.
fn docket_entry(source: &Source, passage: &Passage, out: &mut Vec<EventMention>) {
    let text = &source.document.text;
    let span = passage.span;
    let dates: Vec<Span> = source.dates[between(source.dates, span)].iter().map(|d| d.span).collect();
    let sentence = clause::analyse(text, span, &dates);
    let Some(first) = sentence.words.iter().position(|w| !w.mark && w.lower.chars().any(char::is_alphabetic)) else { return };
    let trigger = sentence.words.iter().position(|w| w.kind != kinds::OTHER && !kinds::is_saying(w.kind)).unwrap_or(first);
    let day = passage.day.map(When::day);
    let tie = Tie { trigger, date: None, same_clause: true };
    let named: Vec<Name> = actor::names(&sentence.words, text).iter().map(|name| source.aliases.resolve(name)).collect();
    let around = Around { chain: &[], named: &named, recent: &[] };
    let mut entry = mention(source, passage, &sentence, &tie, &around);
    entry.span = span;
    entry.stance = Stance::Stated;
    entry.kind = docket_kind(span.of(text)).unwrap_or(entry.kind);
    entry.date = day.map(|when| MentionDate {
        index: None,
        span: None,
        when: Some(when),
        value: Value::Days(when),
        of: DateOf::Filed,
        basis: Basis::Stated,
        rule: "docket entry",
        strong: true,
        because: Some("the docket's own filing day".to_owned()),
        weekday_said: None,
    });
    out.push(entry);
    planned_in_entry(source, passage, &sentence, &around, out);
}

/// Hearing dates and deadlines inside an entry: planned, each a dated mention of its own.
fn planned_in_entry(source: &Source, passage: &Passage, sentence: &Sentence, around: &Around, out: &mut Vec<EventMention>) {
    for index in between(source.dates, passage.span) {
        let date = &source.dates[index];
        let Some(when) = date.value.when().filter(|when| when.exact().is_some() && when.earliest() > passage.day) else { continue };
        let at = word_at(sentence, date.span.start());
        let from = at.saturating_sub(9);
        let Some(trigger) = (from..at).rev().find(|i| {
            matches!(
                sentence.words[*i].lower.as_str(),
                "due"
                    | "deadline"
                    | "hearing"
                    | "conference"
                    | "trial"
                    | "set"
                    | "scheduled"
                    | "continued"
                    | "reset"
                    | "argument"
                    | "noticed"
            )
        }) else {
            continue;
        };
        let word = &sentence.words[trigger];
        let deadline = matches!(word.lower.as_str(), "due" | "deadline");
        let tie = Tie { trigger, date: Some(index), same_clause: true };
        let mut planned = mention(source, passage, sentence, &tie, around);
        planned.span = sentence.words[from].span.cover(date.span);
        planned.kind = if deadline { "deadline" } else { "hearing" };
        planned.stance = Stance::Planned;
        if let Some(date) = &mut planned.date {
            date.of = if deadline { DateOf::Deadline } else { DateOf::Event };
            date.when = Some(when);
        }
        out.push(planned);
    }
}

/// The kind of a docket entry, by the word it opens with.
fn docket_kind(words: &str) -> Option<&'static str> {
    let lower = words.to_lowercase();
    let opens = |list: &[&str]| list.iter().any(|word| lower.trim_start_matches(|c: char| !c.is_alphabetic()).starts_with(word));
    if opens(&["order", "minute order", "text order"]) {
        Some("order")
    } else if opens(&["motion", "ex parte", "unopposed motion"]) {
        Some("motion")
    } else if opens(&["judgment", "clerk's judgment"]) {
        Some("ruling")
    } else if opens(&["notice of appeal"]) {
        Some("appeal")
    } else if opens(&[
        "complaint", "answer", "brief", "reply", "response", "memorandum", "declaration", "affidavit", "notice", "stipulation",
        "certificate",
    ]) {
        Some("filing")
    } else {
        None
    }
}
