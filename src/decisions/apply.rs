//! Decisions at work: which mentions they join and part, and what they make of single events.

use super::{ACTIONS, DECISIONS_FILE, Decision, given_date, given_kind, given_status, is_side};
use crate::date;
use crate::merge::Relation;
use crate::note::{Code, Note};
use crate::timeline::{Event, EventDate, Review, Timeline};
use std::collections::BTreeSet;

/// Which mentions a decision joins or parts, as indexes.
#[derive(Clone, Debug, Default)]
pub struct Ties {
    pub same: Vec<(usize, usize)>,
    pub apart: Vec<(usize, usize)>,
}

/// The mention that an event's id names, or its first characters where no other id begins so; if it is still there.
pub(super) fn mention_of(event: &str, ids: &[String]) -> Option<usize> {
    let wanted = event.strip_prefix('e').filter(|rest| !rest.is_empty())?;
    if let Some(exact) = ids.iter().position(|id| id[1..] == *wanted) {
        return Some(exact);
    }
    let mut begin = (0..ids.len()).filter(|i| ids[*i][1..].starts_with(wanted));
    begin.next().filter(|_| begin.next().is_none())
}

/// The decisions about what is one event, for the joining.
pub fn ties(decisions: &[Decision], ids: &[String]) -> (Ties, Vec<Note>) {
    let mut ties = Ties::default();
    let mut notes = Vec::new();
    // Of two records about one pair the later one holds, as everywhere.
    let mut decided: Vec<(&Decision, (usize, usize))> = Vec::new();
    for decision in decisions.iter().filter(|d| matches!(d.action.value.as_str(), "same-as" | "not-same-as")) {
        let other = decision.value.as_deref().unwrap_or("");
        match (mention_of(&decision.event.value, ids), mention_of(other, ids)) {
            (Some(a), Some(b)) if a != b => {
                let pair = (a.min(b), a.max(b));
                if let Some(at) = decided.iter().position(|(earlier, held)| *held == pair && earlier.action.value != decision.action.value)
                {
                    let (earlier, _) = decided.remove(at);
                    notes.push(note(earlier, "a later record decides the opposite", "the later one was taken", MEND));
                }
                decided.push((decision, pair));
            }
            (Some(_), Some(_)) => notes.push(note(decision, "that is the same event", NO_EFFECT, MEND)),
            _ => notes.push(note(decision, "no source tells of one of its two events", NO_EFFECT, MEND)),
        }
    }
    let (same, apart): (Vec<_>, Vec<_>) = decided.into_iter().partition(|(decision, _)| decision.action.value == "same-as");
    ties.same = same.iter().map(|(_, pair)| *pair).collect();
    for (decision, pair) in apart {
        // A chain of same-as records can join what this one parts.
        let mut reached = BTreeSet::from([pair.0]);
        while let Some(next) = ties.same.iter().find(|(a, b)| reached.contains(a) != reached.contains(b)) {
            reached.extend([next.0, next.1]);
        }
        if reached.contains(&pair.1) {
            notes.push(note(decision, "other records say that both are one with a third event", "those were followed", MEND));
        } else {
            ties.apart.push(pair);
        }
    }
    (ties, notes)
}

/// What a record is about, where only one record about it can hold.
fn question(action: &str) -> Option<&str> {
    match action {
        "accept" | "reject" => Some("accept"),
        "date" | "title" | "kind" | "status" => Some(action),
        _ => None,
    }
}

const NO_EFFECT: &str = "it was kept in the file and has no effect";
const MEND: &str = "take the record out, or correct it";

fn note(decision: &Decision, found: &str, done: &str, advice: &str) -> Note {
    let value = decision.value.as_deref().map_or_else(String::new, |v| format!(" {v}"));
    let place = format!("{DECISIONS_FILE}:{}", decision.event.referenced.line());
    Note::new(Code::Decision, place, format!("{} {}{value}: {found}", decision.event.value, decision.action.value), done, advice)
}

/// Applies the decisions about single events.
pub fn apply(timeline: &mut Timeline, decisions: &[Decision]) {
    let mut notes = Vec::new();
    for (i, decision) in decisions.iter().enumerate() {
        let action = decision.action.value.as_str();
        if matches!(action, "same-as" | "not-same-as") {
            continue;
        }
        let Some(mention) = find(timeline, decision) else {
            let found = if decision.words.is_some() { "no source tells of the event any more" } else { "there is no event of this id" };
            notes.push(note(decision, found, NO_EFFECT, MEND));
            continue;
        };
        let asked = question(action);
        let same_question = |later: &&Decision| asked.is_some() && question(&later.action.value) == asked;
        let overruled = decisions[i + 1..].iter().filter(same_question).find(|later| find(timeline, later) == Some(mention));
        if let Some(later) = overruled {
            let repeated = later.action.value == action && later.value == decision.value;
            let found = if repeated { "a later record says the same" } else { "a later record decides it otherwise" };
            notes.push(note(decision, found, "the later one was taken", "take one of the two out"));
            continue;
        }
        let phrases: Vec<(usize, Option<date::When>)> =
            timeline.mentions.iter().enumerate().map(|(i, m)| (i, m.date.as_ref().and_then(|d| d.when))).collect();
        let Some(event) = timeline.events.iter_mut().chain(timeline.undated.iter_mut()).find(|event| event.mentions.contains(&mention))
        else {
            continue;
        };
        if !event.id.starts_with(&decision.event.value) {
            let found = format!("its mention stands in {} now", event.id);
            notes.push(note(decision, &found, "the decision follows the mention", ""));
        }
        if let Err(why) = decide(event, decision, &phrases) {
            notes.push(note(decision, &why, NO_EFFECT, MEND));
        }
    }
    // A date that was set can move an event among the dated ones.
    let (dated, undated): (Vec<Event>, Vec<Event>) =
        timeline.events.drain(..).chain(timeline.undated.drain(..)).partition(|event| event.date.is_some());
    timeline.events = dated;
    timeline.undated = undated;
    timeline.events.sort_by_key(|event| (event.date.as_ref().map(|date| date.when.sort_key()), event.mentions[0]));
    timeline.undated.sort_by_key(|event| event.mentions[0]);
    timeline.notes.extend(notes);
    timeline.notes.sort();
}

/// The mention a decision is about: by its id, else by its words in its source.
fn find(timeline: &Timeline, decision: &Decision) -> Option<usize> {
    mention_of(&decision.event.value, &timeline.mention_ids).or_else(|| {
        let (source, words) = (decision.source.as_deref()?, decision.words.as_deref()?);
        let fold = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        (0..timeline.mentions.len()).find(|m| timeline.document_of(*m).id == source && fold(timeline.quote(*m)) == fold(words))
    })
}

/// The value of a record, as far as its action takes one.
fn taken_value(decision: &Decision) -> Result<&str, String> {
    let value = decision.value.as_deref().map(str::trim).filter(|value| !value.is_empty());
    let takes = ACTIONS.iter().find(|(name, _, _)| *name == decision.action.value).map_or("", |(_, takes, _)| takes);
    match value {
        None if !takes.is_empty() => Err(format!("it needs a value: {takes}")),
        Some(_) if takes.is_empty() => Err("it takes no value; a reason stands under `why`".to_owned()),
        value => Ok(value.unwrap_or("")),
    }
}

fn decide(event: &mut Event, decision: &Decision, whens: &[(usize, Option<date::When>)]) -> Result<(), String> {
    let value = taken_value(decision)?;
    let why = decision.why.as_deref().map_or_else(String::new, |why| format!(" ({why})"));
    let review = event.review.get_or_insert_with(Review::default);
    match decision.action.value.as_str() {
        "accept" => "accepted".clone_into(&mut review.state),
        "reject" => review.state = format!("rejected{why}"),
        "title" => {
            review.title = Some(value.to_owned());
            value.clone_into(&mut event.title);
        }
        "kind" => {
            event.kind = given_kind(value)?;
            review.kind = Some(value.to_owned());
        }
        "date" => {
            let when = given_date(value)?;
            review.date = Some(value.to_owned());
            event.date = Some(EventDate { when, phrase: format!("{value}, as decided{why}"), quoted: false, derived: false });
        }
        "status" => review.status = Some(given_status(value)?),
        "issue" if !review.issues.iter().any(|issue| issue == value) => review.issues.push(value.to_owned()),
        "note" => {
            let value = format!("{value}{why}");
            review.note = Some(review.note.take().map_or_else(|| value.clone(), |old| format!("{old}; {value}")));
        }
        "settle" => {
            let mut taken = None;
            for d in &mut event.disagreements {
                let Some(side) = d.sides.iter().find(|side| is_side(side, value)) else { continue };
                let new: Vec<&str> = match &decision.among {
                    Some(among) => d.sides.iter().map(|side| side.value.as_str()).filter(|v| !among.iter().any(|a| a == v)).collect(),
                    None => Vec::new(),
                };
                if !new.is_empty() {
                    return Err(format!("it was settled before a source said {}", new.join(", ")));
                }
                d.settled = Some(format!("“{}” is taken{why}", side.says));
                if d.about == "date" && d.kind != Relation::WeekdayMismatch {
                    taken = side.mentions.first().and_then(|m| whens[*m].1.map(|when| (when, side.says.clone())));
                }
            }
            let settled = event.disagreements.iter().any(|d| d.settled.is_some());
            if let Some((when, says)) = taken {
                event.date = Some(EventDate { when, phrase: says, quoted: true, derived: false });
            }
            if !settled {
                return Err(format!("no side of its disagreements says {value:?}"));
            }
        }
        _ => {}
    }
    Ok(())
}
