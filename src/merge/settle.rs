//! Closes, once, what the joining closes: a gapped date takes the day of the event it joined, and a document without a
//! date of its own is bounded by what it tells, copies and credits. Every change carries its reason; nothing else changes.

use super::joining::Joining;
use crate::date::{Basis, Gap, Value, When, add_days, day_text, weekday_name, weekday_number};
use crate::document::{Anchored, Document, From, Role};
use crate::event::attribution::Stance;
use crate::event::clause::stem;
use crate::event::{EventMention, MentionDate};
use crate::lineage::{Direction, Lineage};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Closes gaps in the mentions' dates and bounds undated documents.
pub fn settle(documents: &mut [Document], lineage: &Lineage, mentions: &mut [EventMention], joining: &Joining) {
    let mut exact: BTreeMap<usize, (NaiveDate, usize)> = BTreeMap::new();
    let mut window: BTreeMap<usize, When> = BTreeMap::new();
    for (i, mention) in mentions.iter().enumerate() {
        let Some(when) = mention.date.as_ref().and_then(|date| date.when) else { continue };
        let cluster = joining.cluster[i];
        if let Some(day) = when.exact() {
            exact.entry(cluster).or_insert((day, i));
        }
        let held = window.entry(cluster).or_insert(when);
        if held.holds(when) {
            *held = when;
        }
    }
    // A weekday, or a month without its year, of an event whose day another source gives.
    for (i, mention) in mentions.iter_mut().enumerate() {
        let cluster = joining.cluster[i];
        let document = mention.document;
        let Some(date) = mention.date.as_mut().filter(|date| date.when.is_none()) else { continue };
        let (Some(&known), day) = (window.get(&cluster), exact.get(&cluster)) else { continue };
        if let Some((when, because)) = fill(&date.value, known, day.map(|(day, _)| *day)) {
            close(date, when, because);
            if let (Value::Gapped(Gap { weekday: Some(_), month: None, .. }), Some((day, _))) = (&date.value, day) {
                bound_by_weekday(&mut documents[document], *day);
            }
        }
    }
    year_by_company(documents, mentions);
    bound_by_company(documents, lineage, mentions);
    bound_by_contents(documents, lineage, mentions);
    // What the bounds close: a day without its year, in a document of one known year.
    for mention in mentions.iter_mut() {
        let document = &documents[mention.document];
        let Some(published) = document.published.as_ref().filter(|anchored| anchored.from == From::Inferred && anchored.when.is_closed())
        else {
            continue;
        };
        let (Some(first), Some(last)) = (published.when.earliest(), published.when.latest()) else { continue };
        let Some(date) = mention.date.as_mut().filter(|date| date.when.is_none()) else { continue };
        if let Value::Gapped(Gap { month: Some(month), day: Some(day), .. }) = date.value
            && (last - first).num_days() < 60
            && let Some(when) = [0, -1].iter().find_map(|step| {
                When::ymd(last.year() + step, u32::from(month), u32::from(day)).filter(|w| w.exact().is_some_and(|d| d <= last))
            })
        {
            close(date, when, format!("the document was written between {} and {}", day_text(first), day_text(last)));
        }
    }
}

fn close(date: &mut MentionDate, when: When, because: String) {
    date.when = Some(when);
    if let Value::Gapped(Gap { time: Some(time), .. }) = &date.value {
        date.value = Value::Time { day: when.exact(), time: time.clone() };
    }
    date.basis = Basis::Settled;
    date.because = Some(because);
}

/// The days of a gapped date, given what is known of its event.
fn fill(value: &Value, known: When, day: Option<NaiveDate>) -> Option<(When, String)> {
    match *value {
        Value::Gapped(Gap { month: None, day: None, weekday: Some(weekday), .. }) => {
            let day = day.filter(|day| weekday_number(*day) == weekday)?;
            Some((When::day(day), format!("another source gives the event's day, {}, a {}", day_text(day), weekday_name(weekday))))
        }
        Value::Gapped(Gap { month: Some(month), day: told, part, .. }) => {
            let of = |year: i32| match told {
                Some(day) => When::ymd(year, u32::from(month), u32::from(day)),
                None => When::month(year, u32::from(month)),
            };
            let first = known.earliest()?;
            let when = [first.year(), first.year() + 1].into_iter().filter_map(of).find(|when| when.meets(known))?;
            let when = part.and_then(|part| when.part(part)).unwrap_or(when);
            Some((when, "another source gives the event's year".to_owned()))
        }
        _ => None,
    }
}

/// "On February 23", in an undated paper, is the February 23 that other sources tell of with its year, where all of them tell
/// of one such day and of one of the same people.
fn year_by_company(documents: &[Document], mentions: &mut [EventMention]) {
    type Told = BTreeMap<NaiveDate, BTreeSet<String>>;
    let mut told: BTreeMap<(u32, u32), Told> = BTreeMap::new();
    for mention in mentions.iter() {
        let strong = mention.date.as_ref().filter(|date| date.strong && documents[mention.document].day().is_some());
        if let Some(day) = strong.and_then(|date| date.when?.exact()) {
            let people = mention.people.iter().map(|name| name.key.clone());
            told.entry((day.month(), day.day())).or_default().entry(day).or_default().extend(people);
        }
    }
    for mention in mentions.iter_mut().filter(|mention| documents[mention.document].day().is_none()) {
        let Some(date) = mention.date.as_mut().filter(|date| date.when.is_none()) else { continue };
        if let Value::Gapped(Gap { month: Some(month), day: Some(day), weekday, .. }) = date.value
            && let Some(days) = told.get(&(u32::from(month), u32::from(day))).filter(|days| days.len() == 1)
            && let Some((&known, people)) = days.first_key_value()
            && weekday.is_none_or(|weekday| weekday_number(known) == weekday)
            && mention.people.iter().any(|name| people.contains(&name.key))
        {
            close(date, When::day(known), format!("other sources tell of {}, and of no such day of another year", day_text(known)));
        }
    }
}

/// A document that calls a known day by its weekday alone was written within the week after it.
fn bound_by_weekday(document: &mut Document, day: NaiveDate) {
    if document.published.is_some() {
        return;
    }
    if let Some(when) = add_days(day, 6).and_then(|last| When::within(Some(day), Some(last))) {
        document.published =
            Some(Anchored { when, from: From::Inferred, phrase: format!("it calls {} by its weekday alone", day_text(day)) });
    }
}

/// What weighs a report of the day whose words an undated document repeats, and the last day that it tells or shows; it is
/// also the least that decides.
const TOLD: usize = 5;

/// An undated document that tells of "Monday" speaks of the Monday on which other sources tell of the same people and
/// things. Each pair of tellings that share a name and two words besides their names votes for its day; so do a report of
/// that Monday, or of the day after, whose words the document repeats, and the last day that it tells by its date. A day
/// whose week has twice the votes of any other bounds the document to the week after it.
fn bound_by_company(documents: &mut [Document], lineage: &Lineage, mentions: &[EventMention]) {
    let exact: Vec<(usize, NaiveDate)> =
        mentions.iter().enumerate().filter_map(|(i, m)| Some((i, m.date.as_ref().filter(|d| d.strong)?.when?.exact()?))).collect();
    let days: Vec<Option<NaiveDate>> = documents.iter().map(Document::day).collect();
    let last = last_told(documents, mentions);
    for (index, document) in documents.iter_mut().enumerate() {
        if document.published.is_some() || document.filed.is_some() {
            continue;
        }
        let mut votes: BTreeMap<NaiveDate, (usize, &str)> = BTreeMap::new();
        let mut vote = |day: NaiveDate, weight: usize, why: &'static str| {
            let held = votes.entry(day).or_insert((0, why));
            held.0 += weight;
        };
        let said: BTreeSet<u8> = mentions.iter().filter(|m| m.document == index).filter_map(weekday_alone).collect();
        let calls = |day: &NaiveDate| said.contains(&weekday_number(*day));
        let mut repeated: Vec<NaiveDate> =
            lineage.of(index).filter(|repeat| repeat.direction != Direction::Unknown).filter_map(|repeat| days[repeat.of]).collect();
        repeated.sort_unstable();
        repeated.dedup();
        for day in repeated.into_iter().flat_map(|day| [Some(day), add_days(day, -1)]).flatten().filter(calls) {
            vote(day, TOLD, OTHERS);
        }
        if let Some((day, _)) = last[index].as_ref().filter(|(day, _)| calls(day)) {
            vote(*day, TOLD, "the last day that it tells by its date");
        }
        for mention in mentions.iter().filter(|m| m.document == index) {
            let Some(weekday) = weekday_alone(mention) else { continue };
            let parts = mention.people.iter().flat_map(|name| name.shown.split_whitespace());
            let named: BTreeSet<String> = parts.map(|part| stem(&part.to_lowercase())).collect();
            for &(other, day) in exact.iter().filter(|(other, day)| mentions[*other].document != index && weekday_number(*day) == weekday) {
                let other = &mentions[other];
                let people = mention.people.iter().filter(|name| other.people.iter().any(|o| o.key == name.key)).count();
                let objects = mention.objects.intersection(&other.objects).filter(|word| !named.contains(*word)).count();
                if people >= 1 && objects >= 2 {
                    vote(day, people + objects, OTHERS);
                }
            }
        }
        // Days of one week bear each other out: what was written on its last day calls them all by their weekdays.
        let week = |last: NaiveDate| votes.iter().filter(|(day, _)| (0..7).contains(&(last - **day).num_days())).map(|(_, (n, _))| n).sum();
        let mut ranked: Vec<(usize, NaiveDate)> = votes.iter().filter(|(_, (n, _))| *n >= TOLD).map(|(&day, _)| (week(day), day)).collect();
        ranked.sort_unstable_by(|a, b| b.cmp(a));
        let Some(&(best, day)) = ranked.first() else { continue };
        let rival = |other: &&NaiveDate| (**other - day).num_days().abs() >= 7;
        let second = votes.keys().filter(rival).map(|other| week(*other)).max().unwrap_or(0);
        if best >= second * 2
            && let Some(when) = add_days(day, 6).and_then(|last| When::within(Some(day), Some(last)))
        {
            let phrase = format!("its {} is {}, {}", weekday_name(weekday_number(day)), day_text(day), votes[&day].1);
            document.published = Some(Anchored { when, from: From::Inferred, phrase });
        }
    }
}

/// What makes a weekday the day of other reports.
const OTHERS: &str = "of which other sources tell the same";

/// The weekday that a mention gives and nothing else.
fn weekday_alone(mention: &EventMention) -> Option<u8> {
    match mention.date.as_ref()?.value {
        Value::Gapped(Gap { weekday, month: None, .. }) => weekday,
        _ => None,
    }
}

/// The last day that each document shows or tells by its date as done, and how.
fn last_told(documents: &[Document], mentions: &[EventMention]) -> Vec<Option<(NaiveDate, String)>> {
    let mut last: Vec<Option<(NaiveDate, String)>> = vec![None; documents.len()];
    for (i, document) in documents.iter().enumerate() {
        for day in document.passages.iter().filter(|p| p.role == Role::Post).filter_map(|passage| passage.day) {
            raise(&mut last[i], day, || format!("it shows a post of {}", day_text(day)));
        }
    }
    for mention in mentions {
        let Some(date) = mention.date.as_ref().filter(|date| date.strong && date.basis == Basis::Stated) else { continue };
        if mention.stance != Stance::Planned
            && let Some(day) = date.when.and_then(When::exact)
        {
            raise(&mut last[mention.document], day, || format!("it tells of {}", day_text(day)));
        }
    }
    last
}

fn raise(bound: &mut Option<(NaiveDate, String)>, day: NaiveDate, why: impl FnOnce() -> String) {
    if bound.as_ref().is_none_or(|(held, _)| day > *held) {
        *bound = Some((day, why()));
    }
}

/// A document without a date is no older than what it copies, credits, or tells of as done.
fn bound_by_contents(documents: &mut [Document], lineage: &Lineage, mentions: &[EventMention]) {
    let mut bounds = last_told(documents, mentions);
    for repeat in &lineage.repeats {
        if let (Direction::Older | Direction::Credit | Direction::Probable, Some(day)) = (repeat.direction, documents[repeat.of].day()) {
            let name = || format!("it copies {} of {}", documents[repeat.of].name(), day_text(day));
            raise(&mut bounds[repeat.document], day, name);
        }
    }
    for (document, bound) in documents.iter_mut().zip(bounds) {
        // A week that the weekdays gave begins no sooner than the last day that the document tells or shows.
        if let (Some(published), Some((day, why))) = (&mut document.published, &bound)
            && published.from == From::Inferred
            && published.when.earliest().is_some_and(|first| first < *day)
            && published.when.latest().is_some_and(|last| *day <= last)
            && let Some(when) = When::within(Some(*day), published.when.latest())
        {
            published.when = when;
            published.phrase = format!("{}; {why}", published.phrase);
        }
        if document.published.is_some() || document.filed.is_some() {
            continue;
        }
        if let Some((day, why)) = bound
            && let Some(when) = When::day(day).from()
        {
            document.published = Some(Anchored { when, from: From::Inferred, phrase: why });
        }
    }
}
