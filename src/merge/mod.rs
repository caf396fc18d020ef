//! Joins what sources tell into events, closes what the joining closes, counts accounts and origins, and marks where the
//! sources disagree.

mod apart;
mod bench;
mod candidates;
mod contrast;
mod disagree;
mod joining;
mod look;
mod order;
mod reading;
mod same;
mod settle;
mod synonym;
mod telling;
mod title;
mod unions;
mod wording;

pub use joining::Joining;
pub use order::{Order, count};
pub use reading::{Disagreement, Relation, Severity, Side, relate, slack};
pub(crate) use same::TOLD_ALIKE;
pub use settle::settle;

use crate::date::{When, day_text};
use crate::document::Document;
use crate::event::attribution::Stance;
use crate::event::{EventMention, kinds};
use crate::lineage::{self, Direction, Lineage};
use crate::timeline::{Event, EventDate};
use std::collections::{BTreeMap, BTreeSet};

/// Two mentions and why they are, or are not, one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    pub a: usize,
    pub b: usize,
    pub rule: &'static str,
    pub because: String,
}

/// What the joining needs beside the mentions.
pub struct Scene<'a> {
    pub documents: &'a [Document],
    pub lineage: &'a Lineage,
}

/// For each mention, the mention in an older source that it repeats word for word.
pub fn repeats(scene: &Scene, mentions: &[EventMention]) -> Vec<Option<usize>> {
    let mut by_document: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, mention) in mentions.iter().enumerate() {
        by_document.entry(mention.document).or_default().push(i);
    }
    mentions
        .iter()
        .map(|mention| {
            let repeat = scene.lineage.copied_at(mention.document, mention.trigger.start())?;
            let at = lineage::counterpart(scene.documents, repeat, mention.trigger.start())?;
            by_document.get(&repeat.of)?.iter().copied().find(|i| mentions[*i].trigger.holds(at))
        })
        .collect()
}

/// Joins mentions into clusters; see `same` for the rules.
pub fn join(scene: &Scene, mentions: &[EventMention], repeats: &[Option<usize>], ties: &crate::decisions::Ties) -> Joining {
    joining::join(scene.documents, mentions, repeats, ties)
}

/// Builds the events of a joining.
pub fn events(
    scene: &Scene,
    mentions: &[EventMention],
    repeats: &[Option<usize>],
    joining: &joining::Joining,
    ids: &[String],
) -> (Vec<Event>, Vec<Event>) {
    let mut clusters: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, cluster) in joining.cluster.iter().enumerate() {
        clusters.entry(*cluster).or_default().push(i);
    }
    let pairs_of = |pairs: &[Pair]| {
        let mut out: BTreeMap<usize, Vec<Pair>> = BTreeMap::new();
        for pair in pairs {
            let (a, b) = (joining.cluster[pair.a], joining.cluster[pair.b]);
            out.entry(a).or_default().push(pair.clone());
            if b != a {
                out.entry(b).or_default().push(pair.clone());
            }
        }
        out
    };
    let (mut joined, mut refused, mut possible) = (pairs_of(&joining.joined), pairs_of(&joining.refused), pairs_of(&joining.possible));
    let mut events: Vec<Event> = Vec::new();
    for (cluster, members) in clusters {
        let accounts = Accounts::of(scene, mentions, repeats, &members);
        let mut disagreements = disagree::find(scene, mentions, repeats, &members, &accounts);
        disagreements.sort_by(|a, b| (a.about, a.kind, &a.reason).cmp(&(b.about, b.kind, &b.reason)));
        let date = leading_date(scene, mentions, &members, &accounts);
        let kind = kind_of(mentions, &members);
        let shown = leading_mention(scene, mentions, &members, kind, date.as_ref());
        let mut people: Vec<(String, String)> = Vec::new();
        for &i in &members {
            for name in &mentions[i].people {
                match people.iter().position(|(key, _)| *key == name.key) {
                    // "Roy" is "Ellen Roy" where one source gives her whole name.
                    Some(at) if name.shown.len() > people[at].1.len() && name.shown.ends_with(&people[at].1) => {
                        people[at].1.clone_from(&name.shown);
                    }
                    Some(_) => {}
                    None if people.len() < 8 => people.push((name.key.clone(), name.shown.clone())),
                    None => {}
                }
            }
        }
        let origins: BTreeSet<String> = members.iter().map(|i| origin(scene, mentions, *i)).collect();
        let take = |from: &mut BTreeMap<usize, Vec<Pair>>| {
            let mut pairs = from.remove(&cluster).unwrap_or_default();
            pairs.retain(|pair| joining.cluster[pair.a] != joining.cluster[pair.b]);
            pairs.truncate(12);
            pairs
        };
        let joined = joined.remove(&cluster).unwrap_or_default();
        events.push(Event {
            id: format!("e{}", &ids[members[0]][1..]),
            kind,
            title: title::of(scene, &mentions[shown]),
            date,
            stance: stance_of(mentions, &members),
            people: people.into_iter().map(|(_, shown)| shown).collect(),
            accounts: accounts.count(),
            origins: origins.into_iter().collect(),
            mentions: members,
            disagreements,
            joined,
            refused: take(&mut refused),
            possible: take(&mut possible),
            order: Vec::new(),
            review: None,
        });
    }
    contrast::outcomes(scene, mentions, &joining.refused, &mut events);
    wording::weigh(scene.documents, mentions, &mut events);
    order::weigh(scene.documents, mentions, order::find(scene.documents, mentions, &joining.cluster), &mut events);
    let (mut dated, mut undated): (Vec<Event>, Vec<Event>) = events.into_iter().partition(|event| event.date.is_some());
    let first = |event: &Event| event.mentions[0];
    dated.sort_by_key(|event| (event.date.as_ref().map(|date| date.when.sort_key()), first(event)));
    undated.sort_by_key(first);
    (dated, undated)
}

/// The event of each mention, by its place in the list.
fn event_of(events: &[Event]) -> BTreeMap<usize, usize> {
    events.iter().enumerate().flat_map(|(e, event)| event.mentions.iter().map(move |m| (*m, e))).collect()
}

/// Which mentions are one account: copies, mentions credited to one source of the case, and mentions of one source.
pub struct Accounts {
    key: BTreeMap<usize, usize>,
}

impl Accounts {
    fn of(scene: &Scene, mentions: &[EventMention], repeats: &[Option<usize>], members: &[usize]) -> Accounts {
        // Documents first; then a copy or a credit moves a document's mention to the document it comes from.
        let mut key = BTreeMap::new();
        for &i in members {
            let mut at = i;
            while let Some(of) = repeats[at] {
                at = of;
            }
            let mut document = mentions[at].document;
            if let Some(repeat) = scene.lineage.copied_at(document, mentions[at].trigger.start())
                && repeat.direction != Direction::Unknown
            {
                document = repeat.of;
            }
            for link in &mentions[i].attribution {
                if let Some(other) =
                    scene.documents.iter().position(|d| d.publisher.as_deref() == Some(link.to.as_str()) && link.level == 3)
                {
                    document = other;
                }
            }
            // Saved versions of one page are one account.
            document = scene.lineage.pages[document];
            key.insert(i, document);
        }
        // Two documents that share this passage in an unknown direction are one account too.
        let mut accounts = Accounts { key };
        for &i in members {
            if let Some(repeat) = scene.lineage.copied_at(mentions[i].document, mentions[i].trigger.start())
                && repeat.direction == Direction::Unknown
            {
                let (from, to) = (accounts.key[&i], repeat.of);
                for value in accounts.key.values_mut().filter(|value| **value == from) {
                    *value = to;
                }
            }
        }
        accounts
    }

    /// How many accounts there are.
    pub fn count(&self) -> usize {
        self.key.values().collect::<BTreeSet<_>>().len()
    }

    /// How many accounts some of the mentions are.
    pub fn count_of(&self, mentions: &[usize]) -> usize {
        mentions.iter().filter_map(|i| self.key.get(i)).collect::<BTreeSet<_>>().len()
    }
}

/// Who asserts a mention: a named paper or person, a court in its own paper, or the outlet itself.
fn origin(scene: &Scene, mentions: &[EventMention], index: usize) -> String {
    let mention = &mentions[index];
    let document = &scene.documents[mention.document];
    if document.kind.is_filing() {
        return match document.kind {
            crate::document::Kind::Complaint => "the complaint".to_owned(),
            _ => document.title.clone().unwrap_or_else(|| document.id.clone()),
        };
    }
    let nearest = mention.attribution.iter().find(|link| link.level <= 1);
    match nearest {
        Some(link) => link.to.clone(),
        None => match mention.attribution.iter().find(|link| link.level >= 3) {
            Some(link) => link.to.clone(),
            None => document.name().to_owned(),
        },
    }
}

/// The level of the best source of a mention.
fn level(scene: &Scene, mention: &EventMention) -> u8 {
    let document = &scene.documents[mention.document];
    if document.kind.is_courts_own() {
        return 0;
    }
    if document.kind.is_filing() {
        return 1;
    }
    mention.attribution.iter().map(|link| link.level).min().unwrap_or(2)
}

fn kind_of(mentions: &[EventMention], members: &[usize]) -> &'static str {
    let mut count: BTreeMap<&'static str, usize> = BTreeMap::new();
    for &i in members {
        *count.entry(mentions[i].kind).or_default() += if mentions[i].kind == kinds::OTHER { 1 } else { 4 };
    }
    count.into_iter().max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(a.0))).map_or(kinds::OTHER, |(kind, _)| kind)
}

/// The stance of an event: a finding of a court stands; else the stance that most mentions hold, alleged before stated.
fn stance_of(mentions: &[EventMention], members: &[usize]) -> Stance {
    let count = |stance: Stance| members.iter().filter(|i| mentions[**i].stance == stance).count();
    if count(Stance::Found) > 0 {
        return Stance::Found;
    }
    let planned = count(Stance::Planned);
    if planned == members.len() {
        return Stance::Planned;
    }
    [Stance::Alleged, Stance::Stated, Stance::Denied]
        .into_iter()
        .rev()
        .max_by_key(|stance| (count(*stance), *stance == Stance::Alleged))
        .unwrap_or(Stance::Stated)
}

/// The date that leads: of the exact or narrowest windows that agree, that of most accounts, then of the best source, then
/// the finer, then the earlier. Never an average, never a day that no source gives.
fn leading_date(scene: &Scene, mentions: &[EventMention], members: &[usize], accounts: &Accounts) -> Option<EventDate> {
    struct Choice {
        when: When,
        mentions: Vec<usize>,
    }
    let mut choices: Vec<Choice> = Vec::new();
    for &i in members {
        let Some(when) = mentions[i].date.as_ref().and_then(|date| date.when) else { continue };
        match choices.iter_mut().find(|choice| choice.when == when) {
            Some(choice) => choice.mentions.push(i),
            None => choices.push(Choice { when, mentions: vec![i] }),
        }
    }
    // A coarser window that holds a finer one supports it; the finer leads.
    let support = |choice: &Choice| {
        let backing: Vec<usize> =
            choices.iter().filter(|other| other.when.holds(choice.when)).flat_map(|other| other.mentions.iter().copied()).collect();
        accounts.count_of(&backing)
    };
    let best = choices
        .iter()
        // "On or about May 3" and "May 3" hold each other: neither is the finer.
        .filter(|choice| !choices.iter().any(|other| choice.when.holds(other.when) && !other.when.holds(choice.when)))
        .max_by_key(|choice| {
            let own = choice.mentions.iter().any(|i| mentions[*i].date.as_ref().is_some_and(|date| date.index.is_some()));
            // The newest plan is the one that stands.
            let moved = choice.mentions.iter().any(|i| mentions[*i].moved.is_some());
            let level = choice.mentions.iter().map(|i| level(scene, &mentions[*i])).min().unwrap_or(9);
            (
                own,
                moved,
                support(choice),
                std::cmp::Reverse(level),
                std::cmp::Reverse(choice.when.grain()),
                !choice.when.is_approximate(),
                std::cmp::Reverse(choice.when.sort_key()),
            )
        })?;
    // The words of the mention that gives the date itself, its own before a copy's.
    let giving = best
        .mentions
        .iter()
        .copied()
        .find(|i| mentions[*i].date.as_ref().is_some_and(|date| date.span.is_some()))
        .unwrap_or(best.mentions[0]);
    let filled_in = mentions[giving].date.as_ref().filter(|date| date.span.is_none()).and_then(|date| date.because.clone());
    let quoted = filled_in.is_none();
    let phrase = filled_in.unwrap_or_else(|| phrase(scene, &mentions[giving]));
    Some(EventDate { when: best.when, phrase, quoted, derived: false })
}

/// The words by which a mention gives its date.
pub fn phrase(scene: &Scene, mention: &EventMention) -> String {
    let Some(date) = &mention.date else { return String::new() };
    match (date.span, &date.because) {
        (Some(span), _) => span.of(&scene.documents[mention.document].text).split_whitespace().collect::<Vec<_>>().join(" "),
        (None, Some(because)) => format!("{} ({because})", date.when.map_or_else(String::new, |when| day_text(when.sort_key().0))),
        (None, None) => String::new(),
    }
}

/// The mention that an event is shown by: one that gives the leading date, dated in words, of the event's kind, whose clause
/// tells it by a verb behind its subject; the first such.
fn leading_mention(scene: &Scene, mentions: &[EventMention], members: &[usize], kind: &str, date: Option<&EventDate>) -> usize {
    let own = |i: usize| mentions[i].date.as_ref().and_then(|d| d.when);
    let gives = |i: usize| date.is_some_and(|date| own(i) == Some(date.when));
    // "Pleaded guilty earlier this month" says more than "as part of a plea on Oct. 5".
    let fits = |i: usize| date.is_some_and(|date| own(i).is_some_and(|when| when.holds(date.when)));
    members
        .iter()
        .copied()
        .max_by_key(|&i| {
            let length = mentions[i].span.len();
            (
                gives(i) || fits(i),
                mentions[i].date.as_ref().is_some_and(|d| d.span.is_some()),
                mentions[i].kind == kind,
                tells(scene, &mentions[i]),
                gives(i),
                (30..220).contains(&length),
                std::cmp::Reverse(i),
            )
        })
        .expect("an event has a mention")
}

/// Whether a clause tells its happening as a sentence does: a subject first, then the verb.
fn tells(scene: &Scene, mention: &EventMention) -> bool {
    const NO_SUBJECT: &[&str] = &[
        "as", "while", "though", "although", "if", "when", "because", "after", "before", "in", "at", "on", "during", "to", "for", "from",
        "with", "by", "including", "according", "despite", "following", "which", "that", "also", "than", "not",
    ];
    let text = &scene.documents[mention.document].text;
    let clause = mention.span.of(text);
    let trigger = mention.trigger.of(text).to_lowercase();
    let before = text.get(mention.span.start()..mention.trigger.start()).unwrap_or_default();
    let first = clause.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default().to_lowercase();
    let noun = kinds::of_noun(&trigger).or_else(|| kinds::of_noun(trigger.strip_suffix('s')?));
    // "In a long ruling, Judge Linden found": what leads the clause ends at its comma.
    let led = NO_SUBJECT.contains(&first.as_str());
    let subject = if led { before.rsplit_once(',').map_or("", |(_, subject)| subject) } else { before };
    noun.is_none() && subject.chars().any(char::is_uppercase)
}
