//! The date of a mention: what it is the date of, how far its words reach, and the day of a telling that gives none.

use super::clause::{Part, Sentence};
use super::{Source, kinds, word_at};
use crate::date::{Basis, DateMention, Grain, Part as PartOf, TimeOfDay, Value, When, add_days};
use crate::document::{Document, Kind, Passage, Role};
use crate::span::Span;

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

impl MentionDate {
    /// A day of a happening that no words of its mention give, with the reason; never strong.
    pub(super) fn filled_in(when: When, basis: Basis, rule: &'static str, because: String) -> MentionDate {
        MentionDate {
            index: None,
            span: None,
            when: Some(when),
            value: Value::Days(when),
            of: DateOf::Event,
            basis,
            rule,
            strong: false,
            because: Some(because),
            weekday_said: None,
        }
    }
}

/// Whether a value can date a happening: it has, or may yet get, a place on the calendar.
pub(super) fn can_date(date: &DateMention, text: &str) -> bool {
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
    const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    // "The night of Oct. 23", "5:30 a.m. on Dec. 19".
    let named = |word: &str| MONTHS.iter().any(|month| word.starts_with(month)) && lower.contains(|c: char| c.is_ascii_digit());
    lower
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| named(word) || POINTING.contains(&word) || DAYS.contains(&word) || word.len() == 4 && word.starts_with(['1', '2']))
}

pub(super) fn mention_date(source: &Source, index: usize, same_clause: bool, sentence: &Sentence, trigger: usize) -> MentionDate {
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
    let before = sentence.words[..word].iter().rev().take(3).map(|w| w.lower.as_str());
    let before: Vec<&str> = before.map(|said| if said == "following" { "after" } else { said }).collect();
    // The bounds that the words before the date set, and how many words do. "After Friday's hearing" bounds by the hearing.
    let owned = text[date.span.end()..].starts_with("'s") || text[date.span.end()..].starts_with("’s");
    let behind = sentence.words[word..].iter().find(|w| w.span.start() >= date.span.end());
    let named = behind.is_some_and(|w| !w.mark && matches!(w.part, Part::EventNoun | Part::Other) && w.span.start() == date.span.end() + 1);
    // "Not expected until May", "will not take place before the fall": then or later. "Was not told until May" is told in May.
    let led = || sentence.words[..word].iter().rev().skip(1).take(9).take_while(|w| !w.mark);
    let refused = led().any(|w| w.lower == "not" || w.lower.ends_with("n't") || w.lower == "cannot");
    let to_come = refused
        && led().any(|w| {
            matches!(w.lower.as_str(), "will" | "would" | "shall" | "expected" | "likely" | "can" | "could" | "cannot" | "may" | "might")
                || w.lower.ends_with("n't") && !matches!(w.lower.as_str(), "didn't" | "wasn't" | "weren't" | "hadn't")
        });
    let waits = sentence.words[..word].iter().rev().skip(1).take(2).any(|w| w.stem == "wait");
    let is_limit = !waits
        && sentence.words[trigger].part == Part::Infinitive
        && sentence.words[trigger].span.start() > date.span.end()
        && matches!(before.as_slice(), ["until" | "till", ..]);
    // "The hearing was adjourned until June 15": what puts it off may stand behind the trigger.
    let verb = sentence.words[..word].iter().rposition(|w| w.part == Part::Verb);
    let sets = puts_off(sentence, verb.unwrap_or(trigger)) || sentence.words[trigger].part == Part::Infinitive;
    let after_date = sentence.words[word..].iter().skip_while(|w| w.span.start() < date.span.end());
    let opens_when = sentence.words[trigger].span.start() > date.span.end()
        && after_date.into_iter().find(|w| !w.mark).is_some_and(|w| w.lower == "when");
    let of_noun = behind.is_some_and(|w| w.span == sentence.words[trigger].span);
    let counted = counted(sentence, word, when);
    let (bounded, words) = match before.as_slice() {
        _ if counted.is_some() => counted.map_or((None, 0), |counted| (Some(counted.when), counted.words)),
        _ if owned => (None, 0),
        // "Until August 2, when he asked to leave": the asking is of that day.
        ["until" | "till" | "before" | "by", ..] if opens_when => (None, 0),
        // "Shortly before 8 p.m." is of that day.
        _ if matches!(date.value, Value::Time { time: TimeOfDay::Clock { .. }, .. }) => (None, 0),
        // "On or before July 21" holds that day.
        ["before", "or", "on"] => (when.and_then(When::by), 3),
        ["after", "or", "on"] => (when.and_then(When::from), 3),
        ["before", ..] if to_come => (when.and_then(When::from), 1),
        ["until" | "till", ..] if to_come => (when.and_then(When::from), 1),
        // "Has until Tuesday to sign it" is a limit.
        ["until" | "till", ..] if is_limit => (when.and_then(When::by), 1),
        // "Held until Monday" ends then; "extended until Monday" takes it for its new day.
        ["until" | "till" | "through" | "thru", ..] if !refused && !sets && !waits => (when.and_then(When::by), 1),
        ["least", "at", "until" | "till"] if to_come => (when.and_then(When::from), 3),
        ["than", "earlier" | "sooner", "no" | "not"] => (when.and_then(When::from), 3),
        ["by", ..] if sentence.words[trigger].lower != "filed" => (when.and_then(When::by), 1),
        // "Before the end of 2011" is within its last part.
        ["before", ..] if when.is_some_and(|when| when.which_part() == Some(PartOf::Late)) => (when.and_then(When::by), 1),
        ["before", ..] => (when.and_then(When::before), 1),
        // "Before the October trial": the trial may come on any day of its month.
        // "After the July 5 hearing": the hearing is of that day.
        ["the" | "that" | "his" | "her" | "its" | "their", "before" | "after", ..] if named && of_noun => (None, 0),
        ["the" | "that" | "his" | "her" | "its" | "their", "before", ..] if named => (when.and_then(When::by), 2),
        ["the" | "that" | "his" | "her" | "its" | "their", "after", ..] if named => (when.and_then(When::from), 2),
        ["to", "prior", ..] => (when.and_then(When::before), 2),
        // What has been so since a day is so on the day of the telling.
        ["since", ..] => {
            (when.zip(source.document.day()).and_then(|(from, day)| When::lasting(from, When::day(day))).or(when.and_then(When::from)), 1)
        }
        ["than", "later", "no"] => (when.and_then(When::by), 3),
        ["after", ..] => (when.and_then(When::after), 1),
        _ => (None, 0),
    };
    if bounded.is_some() {
        span = sentence.words[word - words].span.cover(span);
    }
    // "Earlier this week" is no later than the day the text speaks from.
    let narrowed = narrowed(date, when, source.document, text);
    let deadline = is_limit
        || matches!(before.as_slice(), ["than", "later", "no"] | ["before", "or", "on"])
        || counted.is_some_and(|counted| counted.deadline)
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

/// Whether a verb's "until" names the day that a thing is put off to.
pub(super) fn puts_off(sentence: &Sentence, trigger: usize) -> bool {
    const STEMS: &[&str] = &["postpon", "delay", "extend", "adjourn", "defer", "continu", "push", "reschedul", "reset", "move"];
    let word = &sentence.words[trigger];
    STEMS.contains(&word.stem.as_str()) || word.stem == "put" && sentence.words.get(trigger + 1).is_some_and(|w| w.lower == "off")
}

/// Words that leave a count open.
const HEDGES: &[&str] =
    &["than", "about", "some", "nearly", "almost", "roughly", "over", "around", "approximately", "to", "under", "barely", "just"];

/// A day counted from a date in words: "within 14 days of June 10", "thirty (30) days after April 1".
#[derive(Clone, Copy)]
struct Counted {
    when: When,
    /// Words before the date that belong to it.
    words: usize,
    deadline: bool,
}

/// Reads what stands before a date as a count of days or weeks to or from it. Days of business or of court are not
/// counted: their holidays are the court's.
fn counted(sentence: &Sentence, date: usize, when: Option<When>) -> Option<Counted> {
    let words = &sentence.words;
    let day = when?.exact()?;
    let lower = |back: usize| date.checked_sub(back).map_or("", |at| words[at].lower.as_str());
    let (sign, within_only) = match lower(1) {
        "after" | "from" | "following" => (1, false),
        "of" => (1, true),
        "before" => (-1, false),
        _ => return None,
    };
    let unit = match lower(2) {
        "day" | "days" => 1,
        "week" | "weeks" => 7,
        _ => return None,
    };
    // "Thirty (30) days" has its digits in brackets.
    let bracketed = lower(3) == ")" && lower(5) == "(";
    let number = if bracketed { date.checked_sub(4)? } else { date.checked_sub(3)? };
    let (count, money, _) = super::fact::number(words, number)?;
    if money || count.fract() != 0.0 || count > 3_660.0 {
        return None;
    }
    let day = add_days(day, sign * unit * count as i64)?;
    let mut first = if bracketed { number.checked_sub(2)? } else { number };
    let lead = |at: usize, back: usize| at.checked_sub(back).map_or("", |at| words[at].lower.as_str());
    let deadline = match (lead(first, 1), lead(first, 2), lead(first, 3)) {
        ("within", ..) => {
            first -= 1;
            true
        }
        ("than", "later", "no" | "not") => {
            first -= 3;
            true
        }
        ("least", "at", _) => {
            first -= 2;
            true
        }
        // "More than 14 days after", "about two weeks before" count no day.
        (hedge, ..) if within_only || HEDGES.contains(&hedge) => return None,
        _ => false,
    };
    // "At least 30 days after" is no sooner; every other limit is no later.
    let limit = if lead(first + 1, 0) == "least" && sign > 0 { When::from } else { When::by };
    let when = if deadline { limit(When::day(day))? } else { When::day(day) };
    Some(Counted { when, words: date - first, deadline })
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

/// The day of an undated thing done that is told in a post, or in the first paragraph of a day's report: the post's or
/// the report's own. Marked as filled in, and never strong.
pub(super) fn day_of_the_telling(source: &Source, passage: &Passage, sentence: &Sentence, trigger: usize) -> Option<MentionDate> {
    let document = source.document;
    let word = &sentence.words[trigger];
    if word.part != Part::Verb || word.kind == kinds::OTHER || word.quoted {
        return None;
    }
    // A sentence that names another day has told its own time, and "before his arrest, he left" hangs on another happening.
    let first = source.dates.partition_point(|date| date.span.start() < sentence.span.start());
    let own = document.day().map(When::day);
    let mut told = source.dates[first..].iter().take_while(|date| date.span.start() < sentence.span.end());
    let another = told.any(|date| can_date(date, &document.text) && date.value.when().is_some_and(|when| Some(when) != own));
    let hangs = sentence.words.first().is_some_and(|w| matches!(w.lower.as_str(), "after" | "before" | "when" | "since"));
    if passage.role != Role::Post && (another || hangs) {
        return None;
    }
    let (day, basis, rule, because) = if passage.role == Role::Post {
        (passage.day?, Basis::Post, "post", "told in a post of that day")
    } else {
        let lead = document.passages.iter().find(|p| matches!(p.role, Role::Paragraph | Role::Quotation))?;
        // What the main clause of the lead tells as done is the day's news; what had been done before, or is said of
        // somebody in passing, is not.
        const ASIDE: &[&str] = &[
            "had", "who", "which", "whose", "was", "were", "been", "is", "are", "being", "be", "after", "before", "while", "with", "for",
            "to", "allegedly", "moments", "of",
        ];
        let aside = sentence.words[..trigger].iter().rev().take(3).any(|w| ASIDE.contains(&w.lower.as_str()));
        let copied = source.lineage.copied_at(source.index, word.span.start()).is_some();
        if document.kind != Kind::Article || lead.span != passage.span || word.clause != 0 || aside || copied {
            return None;
        }
        (document.day()?, Basis::Dateline, "lead", "told in the lead of a report of that day")
    };
    let when = When::day(day);
    Some(MentionDate::filled_in(when, basis, rule, because.to_owned()))
}
