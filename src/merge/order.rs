//! Reads what a text says of the order of two happenings: "after the ruling", "before he was served". That is evidence
//! and no date: it places an undated event between dated ones, and contradicts dates that go the other way. With a count
//! of days it dates the one by the other's day, whichever of the two has one: "two days after he was fired". Without one it
//! gives what nobody dates the days between which it lies, from the other's day to its telling's.

use super::joining::Joining;
use super::reading::{Disagreement, Relation, Side};
use crate::date::{Basis, When, add_days, add_months, day_text};
use crate::document::Document;
use crate::event::attribution::Stance;
use crate::event::clause::{self, Part, Word};
use crate::event::{EventMention, MentionDate, kinds};
use crate::span::Span;
use crate::timeline::Event;
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// What a source says of the order of two happenings.
///
/// Invariant: the mentions are of one document and belong to two events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The mention that is placed.
    pub mention: usize,
    /// It came after the other; else before it.
    pub after: bool,
    /// It came about in the course of the other, on its day: "during the hearing".
    during: bool,
    /// The mention that it is placed by.
    pub other: usize,
    /// The source's own words, from the connecting word on.
    pub words: Span,
    /// How far apart the two are, and the words that tell it with the connecting ones.
    distance: Option<(Distance, Span)>,
}

/// How far one happening is told to lie from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Distance {
    /// "Immediately after": the same day.
    Moments,
    /// "Hours after": the same day, or nearly.
    Hours,
    Days(i64),
    Weeks(i64),
    Months(i64),
    Years(i64),
}

impl Distance {
    /// What lies so far after a day, at the grain that the words count in; before it with a sign of -1.
    fn from(self, day: NaiveDate, sign: i64) -> Option<When> {
        let months = |count: i64| add_months(day, i32::try_from(sign * count).ok()?);
        match self {
            Distance::Moments => Some(When::day(day)),
            Distance::Hours => Some(When::day(day).about()),
            Distance::Days(count) => add_days(day, sign * count).map(When::day),
            Distance::Weeks(count) => When::week_of(add_days(day, sign * 7 * count)?),
            Distance::Months(count) => months(count).and_then(|day| When::month(day.year(), day.month())),
            Distance::Years(count) => months(count.checked_mul(12)?).and_then(|day| When::year(day.year())),
        }
    }
}

/// The distance told before a connecting word, and how many words tell it: "the day after", "just four days before".
/// "More than two weeks after" and "days after" count nothing, and "talked for two days before" tells how long.
fn distance(words: &[Word], connective: usize) -> Option<(Distance, usize)> {
    const OPEN: &[&str] =
        &["than", "about", "some", "nearly", "almost", "roughly", "over", "around", "approximately", "least", "under", "many", "for"];
    let lower = |back: usize| connective.checked_sub(back).map_or("", |at| words[at].lower.as_str());
    let unit = lower(1);
    let short = match unit {
        "immediately" | "minutes" | "moments" | "seconds" => Some(Distance::Moments),
        "hours" | "shortly" => Some(Distance::Hours),
        _ => None,
    };
    if let Some(short) = short {
        let count = usize::from(crate::event::fact::number(words, connective.checked_sub(2)?).is_some());
        return (lower(2 + count) != "for").then_some((short, 1 + count));
    }
    let (count, length) = match lower(2) {
        "the" if unit == "day" => (1, 2),
        "a" | "an" | "one" => (1, 2),
        _ => {
            let (count, money, _) = crate::event::fact::number(words, connective.checked_sub(2)?)?;
            let whole = !money && count.fract() == 0.0 && (1.0..1000.0).contains(&count);
            (if whole { count as i64 } else { return None }, 2)
        }
    };
    if OPEN.contains(&lower(length + 1)) {
        return None;
    }
    // "Two years and two months after".
    if lower(length + 1) == "and" && is_unit(lower(length + 2)) {
        let (years, _, _) = crate::event::fact::number(words, connective.checked_sub(length + 3)?)?;
        let both = matches!(lower(length + 2), "year" | "years") && matches!(unit, "month" | "months") && years.fract() == 0.0;
        return (both && (1.0..100.0).contains(&years)).then(|| (Distance::Months(years as i64 * 12 + count), length + 3));
    }
    let distance = match unit {
        "day" | "days" => Distance::Days(count),
        "week" | "weeks" => Distance::Weeks(count),
        "month" | "months" => Distance::Months(count),
        "year" | "years" => Distance::Years(count),
        _ => return None,
    };
    Some((distance, length))
}

/// Words between a connecting word and the noun that it places by: "after the first public hearing".
const WITHIN: usize = 4;
/// A court or a body that one stands before, so that "before the judge" is a place.
const BODIES: &[&str] = &[
    "judge", "court", "panel", "committee", "jury", "magistrate", "congress", "house", "senate", "board", "commission", "justices",
    "tribunal", "council", "parliament",
];

/// Finds them, in the order of the mentions. `cluster` is the event of each mention.
pub(super) fn find(documents: &[Document], mentions: &[EventMention], cluster: &[usize]) -> Vec<Order> {
    // The events that some source dates.
    let dated: BTreeSet<usize> =
        (0..mentions.len()).filter(|i| mentions[*i].date.as_ref().is_some_and(|date| date.when.is_some())).map(|i| cluster[i]).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < mentions.len() {
        let first = &mentions[at];
        let count = mentions[at..].iter().take_while(|m| m.document == first.document && m.sentence == first.sentence).count();
        let sentence: Vec<usize> = (at..at + count).collect();
        let text = &documents[first.document].text;
        for connective in connectives(text, first.sentence) {
            if let Some(order) = placed(mentions, (cluster, &dated), &sentence, &connective) {
                out.push(order);
            }
        }
        at += count;
    }
    out
}

/// A noun that is a happening: its kind, its stem, and where it stands.
struct Noun {
    kind: &'static str,
    stem: String,
    span: Span,
}

/// A word that puts one happening before or after another, and what it governs.
struct Connective {
    word: Span,
    after: bool,
    during: bool,
    /// It opens its sentence, so that what it governs comes first.
    opens: bool,
    /// The words that it governs, up to the next comma.
    governed: Span,
    /// Those of them up to their verb: "after he said that the death", of the saying and not of the death.
    head: Span,
    /// From the verb of the clause that it places to that clause's other end: what lies beyond is another's.
    main: Span,
    /// The kind of the noun that it governs, where it is a happening.
    noun: Option<Noun>,
    /// The distance told before it, from which word on.
    distance: Option<(Distance, Span)>,
}

fn connectives(text: &str, sentence: Span) -> Vec<Connective> {
    // Few sentences have one, and cutting a sentence into words is slow.
    if !["fter ", "efore ", "ollowing ", "rior to", "ince ", "math of ", "wake of ", "uring ", "t the "]
        .iter()
        .any(|part| sentence.of(text).contains(part))
    {
        return Vec::new();
    }
    let words = clause::analyse(text, sentence, &[]).words;
    let mut out = Vec::new();
    for (i, word) in words.iter().enumerate() {
        let after = match word.lower.as_str() {
            "after" | "following" => true,
            "before" => false,
            "prior" if words.get(i + 1).is_some_and(|w| w.lower == "to") => false,
            "wake" | "aftermath" if words.get(i + 1).is_some_and(|w| w.lower == "of") => true,
            "since" | "during" | "at" => true,
            _ => continue,
        };
        let during = matches!(word.lower.as_str(), "during" | "at");
        let from = i + if matches!(word.lower.as_str(), "prior" | "wake" | "aftermath") { 2 } else { 1 };
        let governed: Vec<&Word> = words[from.min(words.len())..].iter().take_while(|w| !is_stop(w)).take(16).collect();
        let (Some(first), Some(last)) = (governed.first(), governed.last()) else { continue };
        // "After Jan. 6" and "the following month" are dates, "before the judge" is a place.
        let dated = first.lower.starts_with(|c: char| c.is_ascii_digit()) || first.capital && is_calendar(&first.lower);
        let adjective = word.lower == "following" && !is_determiner(&first.lower) && !first.capital;
        let body = governed.iter().take(3).any(|w| BODIES.contains(&w.lower.as_str())) && !after;
        // "In the weeks before he took office" tells when the thing before it was, not what the sentence tells.
        let distance = distance(&words, i).map(|(distance, length)| (distance, words[i - length].span));
        let unit = distance.is_none()
            && i > 1
            && is_unit(&words[i - 1].lower)
            && matches!(words[i - 2].lower.as_str(), "the" | "few" | "these" | "those" | "final" | "last");
        // "After that, he left"; "after that hearing" is of the hearing.
        let points = matches!(first.lower.as_str(), "that" | "this") && governed.get(1).is_some_and(|w| w.part == Part::EventNoun);
        let all = unit || !points && matches!(first.lower.as_str(), "all" | "that" | "this" | "then" | "which");
        if dated || adjective || body || all {
            continue;
        }
        let noun = governed
            .iter()
            .take(WITHIN)
            .take_while(|w| !matches!(w.part, Part::Verb | Part::Auxiliary))
            .find(|w| w.part == Part::EventNoun)
            .map(|w| Noun { kind: w.kind, stem: w.stem.clone(), span: w.span });
        // "During the hearing", and no hearing of several.
        let sat = |noun: &Noun| SITTINGS.contains(&noun.kind) && noun.stem != "trial" && !noun.span.of(text).ends_with('s');
        if during && (!is_determiner(&first.lower) || matches!(first.lower.as_str(), "a" | "an") || !noun.as_ref().is_some_and(sat)) {
            continue;
        }
        let is_verb = |w: &&Word| w.part == Part::Verb;
        // "On May 3, the day after he was fired, Dorn wrote": nothing happens before it.
        let placed = words[..i].iter().rev().find(is_verb).or_else(|| words[..i].iter().rev().find(|w| w.part == Part::EventNoun));
        let opens = words[..i].iter().filter(|w| !w.mark).count() <= 2 || placed.is_none();
        // "Has met him nine times since he pleaded"; "since the arrest came late, many asked" and "is no obstacle since he
        // sought it" tell why, and not when.
        let perfect = || words[..i].iter().rev().take(12).any(|w| matches!(w.lower.as_str(), "has" | "have" | "had"));
        if word.lower == "since" && (opens || !perfect()) {
            continue;
        }
        // "After he ruled, they argued it": up to the first verb behind. "Said he tried it before": from the last verb on.
        let main = if opens {
            words.iter().filter(|w| w.span.start() >= last.span.end()).find(is_verb).map(|w| last.span.cover(w.span))
        } else {
            placed.map(|w| w.span.cover(word.span))
        };
        let Some(main) = main else { continue };
        let verb = governed.iter().find(|w| w.part == Part::Verb).unwrap_or(last);
        out.push(Connective {
            word: word.span,
            after,
            during,
            opens,
            governed: first.span.cover(last.span),
            head: first.span.cover(verb.span),
            main,
            noun,
            distance: if during { Some((Distance::Moments, word.span)) } else { distance },
        });
    }
    out
}

/// Kinds of which one sits for a day at most, so that what came about in its course came about on its day.
const SITTINGS: &[&str] = &["hearing", "sentence", "meeting", "call", "interview", "testimony", "plea"];

fn is_stop(word: &Word) -> bool {
    word.mark && matches!(word.lower.as_str(), "." | "!" | "?" | "," | ";" | ":" | "—" | "–" | "(" | ")" | "\"" | "“" | "”")
}

fn is_unit(word: &str) -> bool {
    matches!(word, "hours" | "days" | "weeks" | "months" | "years" | "day" | "week" | "month" | "year" | "moments")
}

fn is_determiner(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "his" | "her" | "its" | "their" | "this" | "that" | "these" | "those") || word.ends_with("'s")
}

fn is_calendar(word: &str) -> bool {
    const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    word.ends_with("day") || word.get(..3).is_some_and(|start| MONTHS.contains(&start)) && word.len() <= 9
}

fn placed(
    mentions: &[EventMention],
    (cluster, dated): (&[usize], &BTreeSet<usize>),
    sentence: &[usize],
    connective: &Connective,
) -> Option<Order> {
    let trigger = |i: usize| mentions[i].trigger;
    let governed = sentence.iter().copied().find(|i| connective.head.contains(trigger(*i)));
    let mention = if connective.opens {
        sentence.iter().copied().find(|i| trigger(*i).start() >= connective.governed.end())
    } else {
        sentence.iter().copied().rev().find(|i| trigger(*i).end() <= connective.word.start())
    }
    .filter(|i| connective.main.contains(trigger(*i)))?;
    let other = match &connective.noun {
        Some(noun) if governed.is_none_or(|i| trigger(i) == noun.span || mentions[i].date.is_none()) => {
            told_of(mentions, (cluster, dated), mention, noun)
        }
        _ => governed,
    }
    .or(governed)?;
    let apart = cluster[mention] != cluster[other] && mention != other;
    let told = mentions[other].negated || mentions[other].unrealised || mentions[mention].negated;
    let words = connective.word.cover(connective.governed);
    let distance = connective.distance.map(|(distance, first)| (distance, first.cover(words)));
    (apart && !told).then_some(Order { mention, after: connective.after, during: connective.during, other, words, distance })
}

/// The happening that a noun names again, where the document tells of one such only that some source dates.
fn told_of(mentions: &[EventMention], (cluster, known): (&[usize], &BTreeSet<usize>), mention: usize, noun: &Noun) -> Option<usize> {
    let document = mentions[mention].document;
    let dated: Vec<usize> = (0..mentions.len())
        .filter(|i| {
            let other = &mentions[*i];
            other.document == document
                && (kinds::family(other.kind) == kinds::family(noun.kind) || other.stem == noun.stem)
                // A trial is no hearing.
                && !(noun.stem == "hear" && (other.stem == "trial" || other.objects.contains("trial")))
                && known.contains(&cluster[*i])
                && cluster[*i] != cluster[mention]
        })
        .collect();
    let events: BTreeSet<usize> = dated.iter().map(|i| cluster[*i]).collect();
    if events.len() == 1 { dated.into_iter().next() } else { None }
}

/// Tellings of one day, to each of another, that make it the day of an event.
const NEARLY_ALL: usize = 4;

/// Dates what is told so many days from a happening whose day is known, or the happening by what is told so: "four days
/// after he took office". The day is filled in, with its reason, and never strong.
pub fn count(documents: &[Document], mentions: &mut [EventMention], joining: &Joining) {
    let mut days: BTreeMap<usize, BTreeMap<NaiveDate, usize>> = BTreeMap::new();
    for (i, mention) in mentions.iter().enumerate() {
        if let Some(day) = mention.date.as_ref().filter(|date| date.strong).and_then(|date| date.when?.exact()) {
            *days.entry(joining.cluster[i]).or_default().entry(day).or_default() += 1;
        }
    }
    // The only day that the sources give it, or the one that nearly all of them do.
    let known = |mention: usize| {
        let days = days.get(&joining.cluster[mention])?;
        let (day, most) = days.iter().max_by_key(|(day, count)| (**count, std::cmp::Reverse(**day)))?;
        ((days.values().sum::<usize>() - most) * NEARLY_ALL <= *most).then_some(*day)
    };
    let dated: BTreeSet<usize> = (0..mentions.len()).filter(|i| mentions[*i].date.is_some()).map(|i| joining.cluster[i]).collect();
    let mut counted = Vec::new();
    let mut windows: BTreeMap<usize, Vec<(Order, NaiveDate)>> = BTreeMap::new();
    for order in find(documents, mentions, &joining.cluster) {
        let Some((distance, words)) = order.distance else {
            let done = mentions[order.mention].stance != Stance::Planned && !mentions[order.mention].unrealised;
            if let Some(day) = known(order.other).filter(|_| done && !dated.contains(&joining.cluster[order.mention])) {
                windows.entry(order.mention).or_default().push((order, day));
            }
            continue;
        };
        let sign = if order.after { 1 } else { -1 };
        let (open, by, sign) = match (known(order.mention), known(order.other)) {
            (None, Some(day)) => (order.mention, (day, order.other), sign),
            (Some(day), None) => (order.other, (day, order.mention), -sign),
            _ => continue,
        };
        if mentions[open].date.is_none()
            && let Some(when) = distance.from(by.0, sign)
            // What is told as done does not lie ahead of its telling.
            && documents[mentions[open].document].day().is_none_or(|own| when.earliest().is_some_and(|first| first <= own))
        {
            let said = words.of(&documents[mentions[open].document].text).split_whitespace().collect::<Vec<_>>().join(" ");
            let of = mentions[by.1].span.of(&documents[mentions[by.1].document].text);
            let of: String = of.split_whitespace().take(8).collect::<Vec<_>>().join(" ");
            let because = format!("“{said}”, and the day of “{of} …” is {}", day_text(by.0));
            counted.push((open, MentionDate::filled_in(when, Basis::Relative, "counted", because)));
        }
    }
    for (mention, orders) in windows {
        counted.extend(window(documents, mentions, mention, &orders).map(|date| (mention, date)));
    }
    for (mention, date) in counted {
        mentions[mention].date = Some(date);
    }
}

/// The days between which a happening lies that is told only as after or before dated ones: no later than its telling.
fn window(documents: &[Document], mentions: &[EventMention], mention: usize, orders: &[(Order, NaiveDate)]) -> Option<MentionDate> {
    let document = &documents[mentions[mention].document];
    let after = orders.iter().filter(|(order, _)| order.after).map(|(_, day)| *day).max();
    let before = orders.iter().filter(|(order, _)| !order.after).map(|(_, day)| *day).min();
    let own = document.day();
    if after.zip(own).is_some_and(|(after, own)| own < after) {
        return None;
    }
    let when = When::within(after, before.into_iter().chain(own).min())?;
    let because: Vec<String> = orders
        .iter()
        .map(|(order, day)| {
            let words = order.words.of(&document.text).split_whitespace().collect::<Vec<_>>().join(" ");
            format!("“{words}”, and that was on {}", day_text(*day))
        })
        .collect();
    Some(MentionDate::filled_in(when, Basis::Settled, "ordered", because.join("; ")))
}

/// Gives each event what is said of its order, and marks where that contradicts the days.
pub(super) fn weigh(documents: &[Document], mentions: &[EventMention], orders: Vec<Order>, events: &mut [Event]) {
    let event_of = super::event_of(events);
    for order in orders.into_iter().filter(|order| !order.during) {
        let (placed, by) = (event_of[&order.mention], event_of[&order.other]);
        if let Some(disagreement) = contradiction(documents, mentions, &order, &events[placed], &events[by]) {
            events[placed].disagreements.push(disagreement);
        }
        events[placed].order.push(order);
    }
}

/// "After the ruling", of a thing that the sources date before it. Only days that are given in words can contradict.
fn contradiction(documents: &[Document], mentions: &[EventMention], order: &Order, placed: &Event, by: &Event) -> Option<Disagreement> {
    let days = |event: &Event| {
        let date = event.date.as_ref()?;
        let giving: Vec<usize> = event
            .mentions
            .iter()
            .copied()
            .filter(|m| mentions[*m].date.as_ref().is_some_and(|d| d.strong && d.when == Some(date.when)))
            .collect();
        (!giving.is_empty()).then_some((date.when.earliest()?, date.when.latest()?, giving))
    };
    let ((first, last, giving), (other_first, other_last, other_giving)) = (days(placed)?, days(by)?);
    let wrong = if order.after { last < other_first } else { first > other_last };
    if !wrong {
        return None;
    }
    let words = order.words.of(&documents[mentions[order.mention].document].text).split_whitespace().collect::<Vec<_>>().join(" ");
    let side = if order.after { "after" } else { "before" };
    let of_other = by.date.as_ref().map(|d| d.phrase.clone()).unwrap_or_default();
    Some(Disagreement {
        about: "order",
        kind: Relation::Order,
        severity: Relation::Order.severity(),
        reason: format!(
            "“{words}” puts it {side} “{}” ({}, {of_other}), and the day given is {}",
            by.title,
            day_text(if order.after { other_first } else { other_last }),
            day_text(first),
        ),
        sides: vec![
            Side { says: words, value: format!("{side} {}", day_text(other_first)), mentions: vec![order.mention], accounts: 1 },
            Side {
                says: placed.date.as_ref().map(|d| d.phrase.clone()).unwrap_or_default(),
                value: day_text(first),
                mentions: giving.into_iter().chain(other_giving).collect(),
                accounts: 1,
            },
        ],
        settled: None,
    })
}
