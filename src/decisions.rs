//! What people decided about events: `decisions.yaml` beside `case.yaml`, one short record a decision, readable, diffable,
//! each one reversible by taking its record out.
//!
//! A record names its event by id, and by the words and the source of one mention. An event's id is that of its first
//! mention, so a record finds its mention even after a new source changed which event it stands in; it then follows the
//! mention, and a note says so. A record that finds neither is kept in the file and reported, never dropped.

use crate::case::CaseError;
use crate::date::{self, AnchorAt};
use crate::merge::Relation;
use crate::note::{Code, Note};
use crate::timeline::{Event, EventDate, Review, Timeline};
use serde::Deserialize;
use serde_yaml::Spanned;
use std::fs;
use std::path::Path;

/// The file's name.
pub const DECISIONS_FILE: &str = "decisions.yaml";

/// What can be decided; the word a record and the command use, what its value is, and what it does.
pub const ACTIONS: &[(&str, &str, &str)] = &[
    ("accept", "", "the event stands as it is"),
    ("reject", "", "the event does not belong; it is kept and marked"),
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
    let file: File = serde_yaml::from_str(&text).map_err(|e| {
        let (line, column) = e.location().map_or((1, 1), |l| (l.line(), l.column()));
        let message = e.without_snippet().to_string();
        fault(
            &path,
            line,
            column,
            &text,
            message.lines().next().unwrap_or_default().to_owned(),
            "correct the line; every other decision is kept",
        )
    })?;
    for decision in &file.decisions {
        if !ACTIONS.iter().any(|(name, _, _)| *name == decision.action.value) {
            let at = &decision.action.referenced;
            let names: Vec<&str> = ACTIONS.iter().map(|(name, _, _)| *name).collect();
            return Err(fault(
                &path,
                at.line(),
                at.column(),
                &text,
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

/// The record of a decision as the file holds it.
pub fn record(event: &str, action: &str, value: Option<&str>, why: Option<&str>, source: &str, words: &str) -> String {
    let quoted = |text: &str| serde_json::to_string(text).expect("a string is always JSON");
    let mut out = format!("  - event: {event}\n    do: {action}\n");
    for (key, text) in [("value", value), ("why", why), ("source", Some(source)), ("words", Some(words))] {
        if let Some(text) = text {
            out.push_str(&format!("    {key}: {}\n", quoted(text)));
        }
    }
    out
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
    for decision in decisions.iter().filter(|d| matches!(d.action.value.as_str(), "same-as" | "not-same-as")) {
        let other = decision.value.as_deref().unwrap_or("");
        match (mention_of(&decision.event.value, ids), mention_of(other, ids)) {
            (Some(a), Some(b)) if a != b => {
                let (list, against) =
                    if decision.action.value == "same-as" { (&mut ties.same, &ties.apart) } else { (&mut ties.apart, &ties.same) };
                if against.contains(&(a, b)) || against.contains(&(b, a)) {
                    notes.push(note(decision, "it contradicts an earlier decision about the same two events", "the earlier one was kept"));
                } else {
                    list.push((a, b));
                }
            }
            _ => notes.push(note(decision, "one of its two events is no longer there", "it was kept in the file and has no effect")),
        }
    }
    (ties, notes)
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
    for decision in decisions {
        let action = decision.action.value.as_str();
        if matches!(action, "same-as" | "not-same-as") {
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
            let kind = crate::event::kinds::KINDS
                .iter()
                .map(|k| k.name)
                .chain([crate::event::kinds::OTHER])
                .find(|name| *name == value)
                .ok_or_else(|| format!("{value:?} is no kind of event"))?;
            review.kind = Some(value.to_owned());
            event.kind = kind;
        }
        "date" => {
            let anchors: &[AnchorAt] = &[];
            let when = date::find(value, anchors)
                .mentions
                .into_iter()
                .find_map(|m| m.value.when())
                .ok_or_else(|| format!("{value:?} is no date that can be read"))?;
            review.date = Some(value.to_owned());
            event.date = Some(EventDate { when, phrase: format!("{value}, as decided{why}"), derived: false });
        }
        "status" => {
            const STATUSES: &[&str] = &["disputed by us", "disputed by them", "undisputed", "prospective", "unsure"];
            if !STATUSES.contains(&value.to_lowercase().as_str()) {
                return Err(format!("{value:?} is no status; use one of {}", STATUSES.join(", ")));
            }
            review.status = Some(value.to_lowercase());
        }
        "issue" if !review.issues.iter().any(|issue| issue == value) => review.issues.push(value.to_owned()),
        "note" => review.note = Some(review.note.take().map_or_else(|| value.to_owned(), |old| format!("{old}; {value}"))),
        "settle" => {
            let wanted = value.to_lowercase();
            let mut taken = None;
            for d in &mut event.disagreements {
                if let Some(side) = d.sides.iter().find(|s| s.says.to_lowercase() == wanted || s.value.to_lowercase() == wanted) {
                    d.settled = Some(format!("“{}” is taken{why}", side.says));
                    if d.about == "date" && d.kind != Relation::WeekdayMismatch {
                        taken = side.mentions.first().and_then(|m| whens[*m].1.map(|when| (when, side.says.clone())));
                    }
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
