//! The record that every report is written from.

use crate::date::{DateMention, Refusal, When};
use crate::document::Document;
use crate::event::{EventMention, kinds};
use crate::lineage::Lineage;
use crate::merge::{Disagreement, Order, Pair};
use crate::note::Note;

/// One happening, with every mention of it.
///
/// Invariant: each mention of the timeline is in exactly one event; n mentions carry n-1 reasons for joining.
#[derive(Clone, Debug)]
pub struct Event {
    /// Stable while its first evidence stands.
    pub id: String,
    pub kind: &'static str,
    pub title: String,
    pub date: Option<EventDate>,
    pub stance: crate::event::attribution::Stance,
    pub people: Vec<String>,
    /// Independent accounts: sources that do not repeat each other.
    pub accounts: usize,
    /// Who asserts it.
    pub origins: Vec<String>,
    /// Indexes into the timeline's mentions, in the order of the sources.
    pub mentions: Vec<usize>,
    pub disagreements: Vec<Disagreement>,
    pub joined: Vec<Pair>,
    pub refused: Vec<Pair>,
    pub possible: Vec<Pair>,
    /// What the sources say of its place before or after other events.
    pub order: Vec<Order>,
    pub review: Option<Review>,
}

impl Event {
    /// Whether a person decided that it does not belong.
    pub fn is_rejected(&self) -> bool {
        self.review.as_ref().is_some_and(|review| review.state.starts_with("rejected"))
    }

    /// Whether it is only a clause without a day and of no known kind that one account tells, and nobody has decided on it. Such
    /// clauses are most of any article; JSON and `explain` have them, and what people read counts them.
    pub fn is_background(&self) -> bool {
        self.date.is_none() && self.kind == kinds::OTHER && self.accounts <= 1 && self.disagreements.is_empty() && self.review.is_none()
    }
}

/// The date that leads an event's row.
#[derive(Clone, Debug, PartialEq)]
pub struct EventDate {
    pub when: When,
    /// The source's own words, or how the day was filled in.
    pub phrase: String,
    /// The phrase is the source's own.
    pub quoted: bool,
    /// The days are where several windows meet, and no source gives them so.
    pub derived: bool,
}

impl EventDate {
    /// The phrase as a report shows it: a source's words in quotation marks, the program's or a person's without.
    pub fn words(&self) -> String {
        if self.quoted { format!("“{}”", self.phrase) } else { self.phrase.clone() }
    }
}

/// What a person decided about an event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    pub state: String,
    pub title: Option<String>,
    pub kind: Option<String>,
    pub date: Option<String>,
    pub status: Option<String>,
    pub issues: Vec<String>,
    pub note: Option<String>,
}

/// What became of a date expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    Event,
    Anchor,
    Fact,
    Refused,
    Unused,
}

impl Fate {
    /// The name in the fixed interface.
    pub fn name(self) -> &'static str {
        match self {
            Fate::Event => "event",
            Fate::Anchor => "anchor",
            Fate::Fact => "fact",
            Fate::Refused => "refused",
            Fate::Unused => "unused",
        }
    }
}

/// The dates of one document, with what became of each.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    pub dates: Vec<DateMention>,
    pub refusals: Vec<Refusal>,
    pub anchors: Vec<crate::AnchorSource>,
}

/// Something to get: a paper that sources lean on and that is not among them, a date that would settle a disagreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    pub what: String,
    pub why: String,
}

/// A whole chronology.
///
/// Invariant: the same set of inputs gives the same record, whatever the order of files, threads or machine.
#[derive(Clone, Debug)]
pub struct Timeline {
    pub case: String,
    pub fingerprint: String,
    /// In the order of their days, then of their content.
    pub documents: Vec<Document>,
    pub lineage: Lineage,
    /// One for each document.
    pub ledgers: Vec<Ledger>,
    pub mentions: Vec<EventMention>,
    /// The id of each mention.
    pub mention_ids: Vec<String>,
    /// The mention that each one repeats.
    pub repeats: Vec<Option<usize>>,
    /// In order of their days.
    pub events: Vec<Event>,
    pub undated: Vec<Event>,
    pub leads: Vec<Lead>,
    pub notes: Vec<Note>,
}

impl Timeline {
    /// All events, the dated ones first.
    pub fn all(&self) -> impl Iterator<Item = &Event> {
        self.events.iter().chain(&self.undated)
    }

    /// Undated events that reports list: all but the background.
    pub fn undated_told(&self) -> impl Iterator<Item = &Event> {
        self.undated.iter().filter(|event| !event.is_background())
    }

    /// Events that reports list, the dated ones first.
    pub fn told(&self) -> impl Iterator<Item = &Event> {
        self.events.iter().chain(self.undated_told())
    }

    /// How many undated clauses are left to JSON and `explain`.
    pub fn background(&self) -> usize {
        self.undated.iter().filter(|event| event.is_background()).count()
    }

    /// Disagreements that are open: nothing has settled them and they are more than information.
    pub fn open(&self) -> impl Iterator<Item = (&Event, &Disagreement)> {
        self.all()
            .filter(|event| !event.is_rejected())
            .flat_map(|event| event.disagreements.iter().filter(|d| d.is_open()).map(move |d| (event, d)))
    }

    /// The dated events that nobody rejected, which is what a report tells.
    pub fn standing(&self) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(|event| !event.is_rejected())
    }

    /// The event that an id names, or its first characters: its own id, or that of any of its mentions, which was an
    /// event's own before it was joined.
    ///
    /// # Errors
    /// In words, when there is none or more than one.
    pub fn named(&self, id: &str) -> Result<&Event, String> {
        let mut found: Vec<&Event> = self.all().filter(|event| event.id.starts_with(id)).collect();
        if found.is_empty() && id.starts_with('e') {
            let holds = |event: &&Event| event.mentions.iter().any(|m| self.mention_ids[*m][1..].starts_with(&id[1..]));
            found = self.all().filter(holds).collect();
        }
        match found.as_slice() {
            [event] => Ok(event),
            [] => Err(format!("there is no event {id:?}; the ids stand in the table (dateline build)")),
            many => {
                let ids: Vec<&str> = many.iter().map(|event| event.id.as_str()).collect();
                Err(format!("{id:?} can be {}; give more of the id", ids.join(", ")))
            }
        }
    }

    /// The event of a mention.
    pub fn event_of(&self, mention: usize) -> Option<&Event> {
        self.all().find(|event| event.mentions.contains(&mention))
    }

    /// The document of a mention.
    pub fn document_of(&self, mention: usize) -> &Document {
        &self.documents[self.mentions[mention].document]
    }

    /// The words of a mention.
    pub fn quote(&self, mention: usize) -> &str {
        let mention = &self.mentions[mention];
        mention.span.of(&self.documents[mention.document].text)
    }

    /// The pin cite of a mention.
    pub fn cite(&self, mention: usize) -> String {
        let document = self.document_of(mention);
        let at = self.mentions[mention].span.start();
        match document.passage_at(at) {
            Some(passage) => document.cite(&self.pin(mention, passage)),
            None => document.name().to_owned(),
        }
    }

    /// A mention's place: its passage's, with the lines of its own first and last words.
    pub fn pin(&self, mention: usize, passage: &crate::document::Passage) -> crate::document::Pin {
        let document = self.document_of(mention);
        let span = self.mentions[mention].span;
        let mut pin = crate::document::Pin { line: document.line(span.start()), ..passage.pin.clone() };
        if let Some(first) = document.mark(span.start()).filter(|mark| Some(mark.page) == pin.page) {
            pin.margin = Some(first.line);
            let last = document.mark(span.end().saturating_sub(1));
            pin.to = last.map(|last| (last.page, last.line)).filter(|last| *last != (first.page, first.line));
        }
        pin
    }
}
