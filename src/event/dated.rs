//! The date of a mention: what it is the date of, how far its words reach, and the day of a telling that gives none.

use super::bound::{UNITS, bounds};
use super::clause::{Part, Sentence, Word};
use super::moved::is_move;
use super::{Source, kinds, word_at};
use crate::date::{Amount, Basis, DateMention, Grain, Unit, Value, When, is_month};
use crate::document::{Document, Kind, Passage, Role};
use crate::span::Span;
use chrono::Datelike;

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
    pub(crate) fn filled_in(when: When, basis: Basis, rule: &'static str, because: String) -> MentionDate {
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
        Value::Days(_) | Value::Either(..) | Value::Gapped(_) => true,
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
    // "The night of Oct. 23", "5:30 a.m. on Dec. 19".
    let named = |word: &str| is_month(word) && lower.contains(|c: char| c.is_ascii_digit());
    lower
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| named(word) || POINTING.contains(&word) || DAYS.contains(&word) || word.len() == 4 && word.starts_with(['1', '2']))
}

pub(super) fn mention_date(source: &Source, index: usize, same_clause: bool, sentence: &Sentence, trigger: usize) -> MentionDate {
    let date = &source.dates[index];
    let mut span = date.span;
    let mut when = date.value.when();
    // "Postponed on May 3 until June 7" lasted for no time.
    if let Some(until) = date.until.filter(|_| !is_move(&sentence.words, trigger)) {
        let end = &source.dates[until];
        span = span.cover(end.span);
        // "From 2014 to the present" lasts to the day that the text speaks from.
        let present = || source.document.day().map(When::day).filter(|_| end.value == Value::Now);
        when = when.and_then(|from| end.value.when().or_else(present).map_or_else(|| When::from(from), |to| When::lasting(from, to)));
    }
    let text = source.document.prose();
    let word = word_at(sentence, date.span.start());
    let bounds = bounds(source.document, sentence, date, when, trigger);
    if bounds.when.is_some() {
        span = sentence.words[word - bounds.words].span.cover(span);
    }
    // "Earlier this week" is no later than the day the text speaks from.
    let narrowed = narrowed(date, when, source.document, text).or_else(|| long_ago(date, when, source.document, text));
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
        when: bounds.when.or(narrowed).or(when),
        value: date.value.clone(),
        of: if bounds.deadline {
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

/// Bytes from a verb within which a date can be its own; no more of an endless sentence is looked through for each verb.
const BESIDE: usize = 240;

/// "Was recently delayed", "had already paid", "in recent months": some day up to the text's own. What is said so has no better
/// date, and nothing more is known of it.
pub(super) fn lately(source: &Source, sentence: &Sentence, trigger: usize) -> Option<MentionDate> {
    let own = source.document.day()?;
    let words = &sentence.words;
    let word = &words[trigger];
    if word.part != Part::Verb || word.quoted {
        return None;
    }
    // No other verb of the clause stands between.
    let near = |at: usize| {
        let between = &words[at.min(trigger)..at.max(trigger)];
        words[at].clause == word.clause && between.len() <= 8 && between.iter().all(|w| w.part != Part::Verb || w.span == word.span)
    };
    let lead = || words[..trigger].iter().rev().take(4);
    let is = |w: &Word, list: &[&str]| list.contains(&w.lower.as_str());
    let perfect = || lead().any(|w| is(w, &["has", "have", "had", "was", "were", "been"]));
    // "Those already approved" are described, and "is already spreading" goes on.
    let before = || (trigger.saturating_sub(2)..trigger).rev().find(|at| is(&words[*at], &["previously", "already"]));
    let finite =
        |at: usize| perfect() || words[at].lower == "previously" && at > 0 && (words[at - 1].capital || words[at - 1].lower == "who");
    let text = source.document.prose();
    let recent = || {
        let from = sentence.span.start().max(word.span.start().saturating_sub(BESIDE));
        let to = sentence.span.end().min(word.span.end() + BESIDE);
        let first = source.dates.partition_point(|date| date.span.start() < from);
        let dates = source.dates[first..].iter().take_while(|date| date.span.start() < to);
        let mut recent = dates.filter(|date| date.span.of(text).to_lowercase().starts_with("recent"));
        recent.find(|date| near(word_at(sentence, date.span.start()))).map(|date| date.span)
    };
    // "Two others settled earlier."
    let dated = |w: &Word| source.dates[super::between(source.dates, sentence.span)].iter().any(|date| date.span.meets(w.span));
    let earlier = || {
        let ends = |at: usize| words.get(at + 1).is_none_or(|w| w.mark);
        (trigger + 1..words.len()).take(8).find(|at| words[*at].lower == "earlier" && ends(*at) && near(*at) && !dated(&words[*at]))
    };
    let span = before().filter(|at| near(*at) && finite(*at)).or_else(earlier).map(|at| words[at].span).or_else(recent)?;
    let when = When::within(None, Some(own))?;
    Some(MentionDate { span: Some(span), because: None, ..MentionDate::filled_in(when, Basis::Dateline, "lately", String::new()) })
}

/// "Has been indicted, prosecutors said Tuesday": what is told on a day as done was done by then.
pub(super) fn done_by_then(source: &Source, sentence: &Sentence, trigger: usize) -> Option<MentionDate> {
    let words = &sentence.words;
    let word = &words[trigger];
    let perfect = words[..trigger].iter().rev().take(3).any(|w| matches!(w.lower.as_str(), "has" | "have"));
    if word.part != Part::Verb || word.quoted || !perfect || word.kind == kinds::OTHER {
        return None;
    }
    let says = |at: usize| {
        let verb = if words[at].lower == "on" { at.checked_sub(1)? } else { at };
        Some(words[verb].part == Part::Verb && kinds::is_saying(words[verb].kind))
    };
    let dates = &source.dates[super::between(source.dates, sentence.span)];
    let day = dates.iter().filter(|date| date.span.start() > word.span.end()).find_map(|date| {
        let at = word_at(sentence, date.span.start()).checked_sub(1)?;
        date.value.when()?.exact().filter(|_| says(at) == Some(true))
    })?;
    let because = format!("told on {} as done", crate::date::day_text(day));
    Some(MentionDate::filled_in(When::within(None, Some(day))?, Basis::Dateline, "done by then", because))
}

/// "More than a year ago": the same day so many years or months before, or earlier.
fn long_ago(date: &DateMention, when: Option<When>, document: &Document, text: &str) -> Option<When> {
    let (own, when) = (document.day()?, when?);
    let words = date.span.of(text).to_lowercase();
    if !(words.starts_with("more than ") || words.starts_with("over ")) || !words.ends_with(" ago") {
        return None;
    }
    let first = when.earliest()?;
    let back = (own.year() - first.year()) * 12 + if when.grain() == Grain::Year { 0 } else { own.month() as i32 - first.month() as i32 };
    let day = if when.grain() <= Grain::Week { when.latest() } else { crate::date::add_months(own, -back) };
    When::within(None, day)
}

/// "Has worked there for two decades", "has cost millions in the last four years": from so long before the text's own day up to
/// it, at the grain that the words count in.
pub(super) fn so_far(source: &Source, sentence: &Sentence, trigger: usize) -> Option<MentionDate> {
    let own = source.document.day()?;
    let words = &sentence.words;
    let word = &words[trigger];
    let perfect = words[..trigger].iter().rev().take(3).any(|w| matches!(w.lower.as_str(), "has" | "have"));
    // "Could have led to decades in prison".
    let supposed =
        words[..trigger].iter().rev().take(4).any(|w| matches!(w.lower.as_str(), "could" | "would" | "might" | "may" | "should" | "must"));
    if word.part != Part::Verb || word.quoted || !perfect || supposed || super::is_supposed(sentence, trigger) {
        return None;
    }
    let text = source.document.prose();
    let to = sentence.span.end().min(word.span.end() + BESIDE);
    let first = source.dates.partition_point(|date| date.span.start() < word.span.end());
    let dates = source.dates[first..].iter().take_while(|date| date.span.start() < to);
    let (date, count, unit) = dates.filter(|date| words[word_at(sentence, date.span.start())].clause == word.clause).find_map(|date| {
        let Value::Duration { amount: Amount::Tenths(tenths), unit } = date.value else { return None };
        let led = ["for ", "over ", "in ", "during ", "than "].iter().any(|lead| text[..date.span.start()].ends_with(lead));
        // "The first two years" are not the last, and a "decade-long" thing is described.
        let words = date.span.of(text);
        let other = words.contains("first") || words.contains("long") || text[date.span.end()..].starts_with('-');
        (led && !other && tenths % 10 == 0).then_some((date, i32::try_from(tenths / 10).ok()?, unit))
    })?;
    let (from, to) = match unit {
        Unit::Year => (When::year(own.year() - count)?, When::year(own.year())?),
        Unit::Decade => (When::year(own.year() - count.checked_mul(10)?)?, When::year(own.year())?),
        Unit::Month => {
            let begun = crate::date::add_months(own, -count)?;
            (When::month(begun.year(), begun.month())?, When::month(own.year(), own.month())?)
        }
        _ => return None,
    };
    let when = When::lasting(from, to)?;
    Some(MentionDate { span: Some(date.span), because: None, ..MentionDate::filled_in(when, Basis::Dateline, "so far", String::new()) })
}

/// "The motion is GRANTED", "it is hereby ordered": what a court's paper orders it orders on its own day.
fn ordered(document: &Document, sentence: &Sentence, trigger: usize) -> Option<MentionDate> {
    const ORDERS: &[&str] = &["grant", "deni", "dismiss", "order", "affirm", "revers", "vacat", "remand", "overrul", "sustain", "adjudg"];
    let word = &sentence.words[trigger];
    let is_own = matches!(document.kind, Kind::Order | Kind::Opinion) && ORDERS.contains(&word.stem.as_str());
    let mut before = sentence.words[..trigger].iter().rev().take(3).take_while(|w| !w.mark);
    let present = before.any(|w| matches!(w.lower.as_str(), "is" | "are" | "hereby"));
    // A rule of law is told in the same words: "a motion is granted where …".
    let told_so = sentence.words[trigger + 1..].iter().take(3).any(|w| matches!(w.lower.as_str(), "if" | "when" | "where" | "unless"));
    let day = document.day().filter(|_| is_own && present && !told_so)?;
    Some(MentionDate::filled_in(
        When::day(day),
        Basis::Dateline,
        "ordered",
        "what a court's paper orders, it orders on its own day".to_owned(),
    ))
}

/// The day of an undated thing done that is told in a post, or in the first paragraph of a day's report: the post's or
/// the report's own. Marked as filled in, and never strong.
pub(super) fn day_of_the_telling(source: &Source, passage: &Passage, sentence: &Sentence, trigger: usize) -> Option<MentionDate> {
    let document = source.document;
    let word = &sentence.words[trigger];
    if word.part != Part::Verb || word.kind == kinds::OTHER || word.quoted {
        return None;
    }
    if let Some(date) = ordered(document, sentence, trigger) {
        return Some(date);
    }
    // A sentence that names another day has told its own time, and "before his arrest, he left" hangs on another happening.
    let first = source.dates.partition_point(|date| date.span.start() < sentence.span.start());
    let own = document.day().map(When::day);
    let mut told = source.dates[first..].iter().take_while(|date| date.span.start() < sentence.span.end());
    let another = told.any(|date| can_date(date, document.prose()) && date.value.when().is_some_and(|when| Some(when) != own));
    let hangs = sentence.words.first().is_some_and(|w| matches!(w.lower.as_str(), "after" | "before" | "when" | "since"));
    // "He resigned a week after the indictment": how far from another day.
    let measured = sentence
        .words
        .windows(2)
        .any(|w| UNITS.contains(&w[0].lower.as_str()) && matches!(w[1].lower.as_str(), "after" | "later" | "earlier"));
    if passage.role != Role::Post && (another || hangs || measured) {
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
        // A lead that gives its own day, in any of its sentences, tells of that one.
        let from = source.dates.partition_point(|date| date.span.start() < lead.span.start());
        let given = source.dates[from..].iter().take_while(|date| date.span.start() < lead.span.end());
        let given = given.filter(|date| can_date(date, document.prose())).filter_map(|date| date.value.when()?.exact());
        let another = given.into_iter().any(|day| Some(day) != document.day());
        if another {
            return None;
        }
        (document.day()?, Basis::Dateline, "lead", "told in the lead of a report of that day")
    };
    let when = When::day(day);
    Some(MentionDate::filled_in(when, basis, rule, because.to_owned()))
}
