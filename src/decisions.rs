//! What people decided about events: `decisions.yaml` beside `case.yaml`, one short record a decision, readable, diffable,
//! each one reversible by taking its record out.
//!
//! A record names its event by id, and by the words and the source of one mention. An event's id is that of its first
//! mention, so a record finds its mention even after a new source changed which event it stands in; it then follows the
//! mention, and a note says so. A record that finds neither is kept in the file and reported, never dropped.

use crate::case::CaseError;
use crate::date::{self, AnchorAt};
use crate::event::kinds;
use crate::merge::{Relation, Side};
use crate::note::{Code, Note};
use crate::timeline::{Event, EventDate, Review, Timeline};
use serde::Deserialize;
use serde_yaml::Spanned;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The file's name.
pub const DECISIONS_FILE: &str = "decisions.yaml";

/// What can be decided; the word a record and the command use, what its value is, and what it does.
pub const ACTIONS: &[(&str, &str, &str)] = &[
    ("accept", "", "the event stands as it is"),
    ("reject", "", "the event does not belong; reports leave it out and list it as rejected, data keep it, marked"),
    ("same-as", "another event's id", "the two are one event"),
    ("not-same-as", "another event's id", "the two are not one event"),
    ("date", "a date", "the event's date"),
    ("title", "words", "the event's title"),
    ("kind", "a kind", "the event's kind"),
    ("status", "disputed by us, disputed by them, undisputed, prospective, unsure", "how the parties hold it"),
    ("settle", "the words or the value of one side", "the side of a disagreement that is taken"),
    ("issue", "a tag", "an issue it bears on"),
    ("note", "words", "a note"),
];

/// One decision.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    pub event: Spanned<String>,
    #[serde(rename = "do")]
    pub action: Spanned<String>,
    pub value: Option<String>,
    pub why: Option<String>,
    /// What the sides of a disagreement were when it was settled; a side that comes later opens it again.
    pub among: Option<Vec<String>>,
    /// The source and the words of the event's first mention, by which it is found when ids change.
    pub source: Option<String>,
    pub words: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    decisions: Vec<Decision>,
}

/// Reads a case's decisions; none where there is no file.
///
/// # Errors
/// When the file cannot be read or understood; a slip must not silently undo what was decided.
pub fn read(folder: &Path) -> Result<Vec<Decision>, CaseError> {
    let path = folder.join(DECISIONS_FILE);
    let Ok(text) = fs::read_to_string(&path) else {
        if path.exists() {
            return Err(fault(&path, 1, 1, "", "the decisions cannot be read".to_owned(), "check the file's permissions and encoding"));
        }
        return Ok(Vec::new());
    };
    parse(&path, &text)
}

fn parse(path: &Path, text: &str) -> Result<Vec<Decision>, CaseError> {
    let file: File = serde_yaml::from_str(text).map_err(|e| {
        let (line, column) = e.location().map_or((1, 1), |l| (l.line(), l.column()));
        let message = e.without_snippet().to_string();
        fault(
            path,
            line,
            column,
            text,
            message.lines().next().unwrap_or_default().to_owned(),
            "correct the line; every other decision is kept",
        )
    })?;
    for decision in &file.decisions {
        if !ACTIONS.iter().any(|(name, _, _)| *name == decision.action.value) {
            let at = &decision.action.referenced;
            let names: Vec<&str> = ACTIONS.iter().map(|(name, _, _)| *name).collect();
            return Err(fault(
                path,
                at.line(),
                at.column(),
                text,
                format!("{:?} is nothing that can be decided", decision.action.value),
                &format!("use one of {}", names.join(", ")),
            ));
        }
    }
    Ok(file.decisions)
}

fn fault(path: &Path, line: u64, column: u64, text: &str, message: String, advice: &str) -> CaseError {
    CaseError {
        file: path.to_owned(),
        line,
        column,
        excerpt: text.lines().nth(line.saturating_sub(1) as usize).unwrap_or("").to_owned(),
        message,
        advice: advice.to_owned(),
    }
}

/// How the parties can hold an event (CaseMap's statuses).
const STATUSES: &[&str] = &["disputed by us", "disputed by them", "undisputed", "prospective", "unsure"];

/// Checks what somebody is about to decide, and returns the value as the file should hold it.
///
/// # Errors
/// In words, with what can be given instead.
pub fn checked(timeline: &Timeline, event: &Event, action: &str, value: Option<&str>) -> Result<Option<String>, String> {
    let Some((_, takes, _)) = ACTIONS.iter().find(|(name, _, _)| *name == action) else {
        let names: Vec<&str> = ACTIONS.iter().map(|(name, _, _)| *name).collect();
        return Err(format!("{action:?} is nothing that can be decided; use one of {}, or undo", names.join(", ")));
    };
    let value = match value.map(str::trim).filter(|value| !value.is_empty()) {
        Some(value) if takes.is_empty() => {
            return Err(format!("`{action}` takes no value, so {value:?} was not understood; give a reason with --why"));
        }
        None if !takes.is_empty() => return Err(format!("`{action}` takes a value: {takes}")),
        None => return Ok(None),
        Some(value) => value,
    };
    match action {
        "same-as" | "not-same-as" => {
            // An event is named by its own id, or by that of any of its mentions, by which one is parted from the others.
            let of_events: Vec<String> = timeline.all().map(|other| other.id.clone()).filter(|id| id.starts_with(value)).collect();
            let of_mentions =
                || timeline.mention_ids.iter().map(|id| format!("e{}", &id[1..])).filter(|id| id.starts_with(value)).collect();
            let found: Vec<String> = if of_events.is_empty() { of_mentions() } else { of_events };
            let within = |id: &str| mention_of(id, &timeline.mention_ids).is_some_and(|mention| event.mentions.contains(&mention));
            match found.as_slice() {
                [other] if *other == event.id || action == "same-as" && within(other) => Err("that is the same event".to_owned()),
                [other] => Ok(Some(other.clone())),
                [] => Err(format!("there is no event {value:?}; the ids stand in the table (dateline build)")),
                _ => Err(format!("{value:?} can be several events; give more of the id")),
            }
        }
        "date" => given_date(value).map(|_| Some(value.to_owned())),
        "kind" => given_kind(value).map(|_| Some(value.to_owned())),
        "status" => given_status(value).map(Some),
        "settle" => {
            let sides: Vec<String> =
                event.disagreements.iter().flat_map(|d| &d.sides).map(|s| format!("“{}” ({})", s.says, s.value)).collect();
            let known = event.disagreements.iter().any(|d| d.sides.iter().any(|side| is_side(side, value)));
            match known {
                true => Ok(Some(value.to_owned())),
                false if sides.is_empty() => Err("nothing about this event is in disagreement".to_owned()),
                false => Err(format!("no side says {value:?}; the sides are {}", sides.join(", "))),
            }
        }
        _ => Ok(Some(value.to_owned())),
    }
}

/// The values of all sides of the disagreements of which one side is taken.
pub fn sides_of(event: &Event, taken: &str) -> Vec<String> {
    let among = event.disagreements.iter().filter(|d| d.sides.iter().any(|side| is_side(side, taken)));
    among.flat_map(|d| d.sides.iter().map(|side| side.value.clone())).collect()
}

fn is_side(side: &Side, value: &str) -> bool {
    let wanted = value.to_lowercase();
    side.says.to_lowercase() == wanted || side.value.to_lowercase() == wanted
}

/// A date that is read from its first to its last word.
fn given_date(value: &str) -> Result<date::When, String> {
    let anchors: &[AnchorAt] = &[];
    let whole = |m: &date::DateMention| m.span.start() == 0 && m.span.end() == value.len();
    let read = date::find(value, anchors).mentions.into_iter().find(whole).and_then(|m| m.value.when());
    read.ok_or_else(|| format!("{value:?} is no date that can be read whole; write it as 2021-01-30, January 2021 or late January 2021"))
}

fn given_kind(value: &str) -> Result<&'static str, String> {
    let names = || kinds::KINDS.iter().map(|k| k.name).chain([kinds::OTHER]);
    let known = names().find(|name| *name == value);
    known.ok_or_else(|| format!("{value:?} is no kind of event; use one of {}", names().collect::<Vec<_>>().join(", ")))
}

fn given_status(value: &str) -> Result<String, String> {
    let lower = value.to_lowercase();
    if STATUSES.contains(&lower.as_str()) { Ok(lower) } else { Err(format!("{value:?} is no status; use one of {}", STATUSES.join(", "))) }
}

/// What a record holds.
#[derive(Clone, Copy)]
pub struct Record<'a> {
    pub event: &'a str,
    pub action: &'a str,
    pub value: Option<&'a str>,
    pub why: Option<&'a str>,
    pub among: &'a [String],
    pub source: &'a str,
    pub words: &'a str,
}

/// The record of a decision as the file holds it.
fn record(record: &Record) -> String {
    let quoted = |text: &str| serde_json::to_string(text).expect("a string is always JSON");
    let mut out = format!("  - event: {}\n    do: {}\n", record.event, record.action);
    for (key, text) in [("value", record.value), ("why", record.why)] {
        if let Some(text) = text {
            out.push_str(&format!("    {key}: {}\n", quoted(text)));
        }
    }
    if !record.among.is_empty() {
        let sides: Vec<String> = record.among.iter().map(|side| quoted(side)).collect();
        out.push_str(&format!("    among: [{}]\n", sides.join(", ")));
    }
    for (key, text) in [("source", record.source), ("words", record.words)] {
        out.push_str(&format!("    {key}: {}\n", quoted(text)));
    }
    out
}

/// The file's text with one record more.
///
/// # Errors
/// When the file as it stands, or with the record, cannot be read back.
pub fn with(folder: &Path, old: &str, new: &Record) -> Result<String, CaseError> {
    let head = if old.trim().is_empty() { "# What people decided. Take a record out to take it back.\ndecisions:\n" } else { "" };
    let end = if old.is_empty() || old.ends_with('\n') { "" } else { "\n" };
    // A list that was emptied by hand.
    let old = old.replace("decisions: []", "decisions:");
    let text = format!("{head}{old}{end}{}", record(new));
    parse(&folder.join(DECISIONS_FILE), &text)?;
    Ok(text)
}

/// The file's text without the last record about an event, and what that record decided; `None` where there is none.
pub fn without(old: &str, event: &str) -> Option<(String, String)> {
    let at = old.rfind(&format!("  - event: {event}\n"))?;
    let end = old[at + 4..].find("  - event: ").map_or(old.len(), |next| at + 4 + next);
    let action = old[at..end].lines().find_map(|line| line.trim().strip_prefix("do: ")).unwrap_or_default().to_owned();
    let text = format!("{}{}", &old[..at], &old[end..]);
    let emptied = text.trim_end().strip_suffix("decisions:").map(str::to_owned);
    Some((emptied.unwrap_or(text), action))
}

/// Which mentions a decision joins or parts, as indexes.
#[derive(Clone, Debug, Default)]
pub struct Ties {
    pub same: Vec<(usize, usize)>,
    pub apart: Vec<(usize, usize)>,
}

/// The mention an event's id names, if it is still there.
fn mention_of(event: &str, ids: &[String]) -> Option<usize> {
    let wanted = format!("m{}", event.strip_prefix('e')?);
    ids.iter().position(|id| *id == wanted)
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
                    notes.push(note(earlier, "a later record decides the opposite", "the later one was taken"));
                }
                decided.push((decision, pair));
            }
            (Some(_), Some(_)) => notes.push(note(decision, "that is the same event", "it was kept in the file and has no effect")),
            _ => notes.push(note(decision, "no source tells of one of its two events", "it was kept in the file and has no effect")),
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
            notes.push(note(decision, "other records say that both are one with a third event", "those were followed"));
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

fn note(decision: &Decision, found: &str, done: &str) -> Note {
    let value = decision.value.as_deref().map_or_else(String::new, |v| format!(" {v}"));
    let place = format!("{DECISIONS_FILE}:{}", decision.event.referenced.line());
    Note::new(
        Code::Decision,
        place,
        format!("{} {}{value}: {found}", decision.event.value, decision.action.value),
        done,
        "take the record out, or correct it",
    )
}

/// Applies the decisions about single events.
pub fn apply(timeline: &mut Timeline, decisions: &[Decision]) {
    let mut notes = Vec::new();
    for (i, decision) in decisions.iter().enumerate() {
        let action = decision.action.value.as_str();
        if matches!(action, "same-as" | "not-same-as") {
            continue;
        }
        let asked = question(action);
        let overruled = decisions[i + 1..]
            .iter()
            .any(|later| later.event.value == decision.event.value && asked.is_some() && question(&later.action.value) == asked);
        if overruled {
            notes.push(note(decision, "a later record decides it otherwise", "the later one was taken"));
            continue;
        }
        let Some(mention) = find(timeline, decision) else {
            notes.push(note(decision, "no source tells of the event any more", "it was kept in the file and has no effect"));
            continue;
        };
        let phrases: Vec<(usize, Option<date::When>)> =
            timeline.mentions.iter().enumerate().map(|(i, m)| (i, m.date.as_ref().and_then(|d| d.when))).collect();
        let Some(event) = timeline.events.iter_mut().chain(timeline.undated.iter_mut()).find(|event| event.mentions.contains(&mention))
        else {
            continue;
        };
        if event.id != decision.event.value {
            notes.push(note(decision, &format!("its mention stands in {} now", event.id), "the decision follows the mention"));
        }
        if let Err(why) = decide(event, decision, &phrases) {
            notes.push(note(decision, &why, "it has no effect"));
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

fn decide(event: &mut Event, decision: &Decision, whens: &[(usize, Option<date::When>)]) -> Result<(), String> {
    let value = decision.value.as_deref().unwrap_or("");
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
            event.date = Some(EventDate { when, phrase: format!("{value}, as decided{why}"), derived: false });
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
                event.date = Some(EventDate { when, phrase: says, derived: false });
            }
            if !settled {
                return Err(format!("no side of its disagreements says {value:?}"));
            }
        }
        _ => {}
    }
    Ok(())
}
