//! What people decided about events: `decisions.yaml` beside `case.yaml`, one short record a decision, readable, diffable,
//! each one reversible by taking its record out.
//!
//! A record names its event by id, and by the words and the source of one mention. An event's id is that of its first
//! mention, so a record finds its mention even after a new source changed which event it stands in; it then follows the
//! mention, and a note says so. A record that finds neither is kept in the file and reported, never dropped.

mod apply;
mod file;

pub use apply::{Ties, apply, ties};
pub use file::{Record, read, with, without};

use crate::date::{self, AnchorAt};
use crate::event::kinds;
use crate::merge::Side;
use crate::timeline::{Event, Timeline};
use serde::Deserialize;
use serde_yaml::Spanned;

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
            let within = |id: &str| apply::mention_of(id, &timeline.mention_ids).is_some_and(|mention| event.mentions.contains(&mention));
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

impl Decision {
    /// What was decided, in the words of the command.
    pub fn told(&self) -> String {
        format!("{}{}", self.action.value, self.value.as_ref().map_or_else(String::new, |value| format!(" {value}")))
    }
}

/// Which record a person takes back: the last one about an event, or the last one of that action.
///
/// # Errors
/// In words, when there is none.
pub fn taken_back(decisions: &[Decision], event: &str, action: Option<&str>) -> Result<usize, String> {
    let about = |decision: &Decision| {
        let id = decision.event.value.as_str();
        (id.starts_with(event) || event.starts_with(id)) && action.is_none_or(|action| decision.action.value == action)
    };
    decisions.iter().rposition(about).ok_or_else(|| {
        let what = action.map_or_else(|| "decision".to_owned(), |action| format!("`{action}`"));
        format!("there is no {what} about {event} to take back")
    })
}
