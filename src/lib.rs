//! Reconstructs one sourced chronology from the articles and filings of a case, and marks where the sources disagree.
//!
//! # The line
//!
//! ```text
//! files --read--> Read --layout--> Document --lineage--> who repeats whom --date::find--> DateMention
//!       --event::find--> EventMention --merge--> Event --export--> bytes
//! ```
//!
//! `chronology` is the whole of it. No stage looks back but one: `merge::settle`, after the joining, closes the gaps that
//! the joining closes and bounds documents that gave no date of their own. Where that bounds an undated document to one
//! week, its telling is read once more from there, since "this month" in it has a meaning now, and what it then tells may
//! bound another; no document is read a third time, so this ends. `merge::count` then dates what is told so many days from a
//! happening whose day the joining knows, or only as before, after or during it; it joins nothing more. References are indexes and ids, tables hold `fn`
//! pointers, there is no global state but caches of constant tables and of stems. Content never fails: a stage returns its result and
//! notes. Only reading and writing files can fail, and one bad file never stops the others.
//!
//! # Rooms
//!
//! `read` turns files into text, `layout` says what each block is and which day the document speaks from, `lineage` finds
//! copies, `date` reads phrases that name a time, `event` finds what happened and on whose word, `merge` joins and
//! compares, `export` writes. `date` knows nothing of events, `export` nothing of regular expressions, only `cli` and
//! `main` know the command line, only `read`, `case` and `main` touch the file system.
//!
//! # Decisions that the design left open
//!
//! * Documents are put in order of their day and then of their content's hash, so that neither the order nor the names of
//!   files change anything but names.
//! * A date that several readings share is compared once for each kind of disagreement, with every side that takes part,
//!   not once for each pair: three papers that differ make one row to read, not three.
//! * A story told on a paper's word ("the suit states") goes on being told on it for four paragraphs, while it tells what
//!   was done, of the same people, without a cue of their own and without a step that everybody knows (a plea, a hearing).
//!   That is how news is written; the link says "carried on from".
//! * Every clause with a finite verb tells something, of a known kind or not, and so does what a person says. A clause
//!   without a day and of no known kind that one account tells is background: JSON and `explain` have it, and what people
//!   read counts it, since most of any article is such.
//! * What was done "recently" or "previously" is dated up to the text's own day, and "has worked there for two decades" by
//!   the two decades: no more is known, and the rows say so. Neither is ever strong.
//! * The night or the morning of a happening ("the night of the fire") has no day of the text's own, nor has "that night"
//!   where no day was told: such a day would be invented.
//! * A file's name is no evidence of its day, since to rename a source changes nothing but names; `dateline new` offers it.
//! * What a report of a ruling tells as done "after the ruling" is dated by the two days, the ruling's and the report's,
//!   where they are the same or next to each other: the order is evidence, and the report's own day closes it. The day is
//!   marked as filled in, with its reason, and never weighs in a disagreement.
//! * What nobody dates but a source puts after a dated thing ("he registered after he was fired") lies between that day and
//!   its telling's, and the row says between which days and why. Such days are filled in and weigh in no disagreement.
//! * Counsel's question is nobody's word: what it tells stays alleged until the witness says yes to it. A question and an
//!   answer that make sense only together ("when were you hired?", "March 3") are one row, quoted whole.
//! * One old date in the news is an aside; a text is a story of other years from three on. "Last September", "of this year"
//!   bring its telling back to its own years.
//! * Who did a thing is compared on one day only: on two days two doers are two happenings.
//! * Within one source, what a speaker goes on saying, what a judge says from the bench of the sitting just told, and a noun
//!   that points back are one event with what they go on from: the design's rules compare sources, these one telling.
//! * What one judge does on one day in one case is one sitting, whichever act a source finds telling; two judges' rulings,
//!   and one ruling and several, are kept apart.
//! * A day belongs to the verb that it dates, or to the noun that it names: "upheld the order of Feb. 8" is of the order,
//!   "fired in a letter dated Feb. 3" of the firing. The one day that opens a sentence is that of all that "and" joins to
//!   its verb; a side clause keeps its own. What came about "when" another thing did is of that thing's day, if the verb is a
//!   plain past: not "had left when", "was working when".
//! * What somebody says on paper ("in a court filing Thursday, his lawyer said") is one happening, told by its verb, of the
//!   paper's kind; a noun whose verb says only that it came ("the trial began") is told by the noun.
//! * A day before a noun of happening is that noun's ("the October slaying"); a list of days is one happening for each; what
//!   "when" opens behind a date is of that date. What is only supposed ("if convicted"), or is a noun or an infinitive of a
//!   day to come, is told as planned: the interface has no other word for what nobody tells as done.
//! * A caption that bears its day tells what its picture shows, on that day; one without a day tells nothing.
//! * Links that a page runs into a sentence are no part of it: the quotation shows them, nothing is read from them.
//! * An undated paper is placed in a week by its weekdays: of what the others tell of the same people and things (names by
//!   themselves say nothing), of reports that it copies, of the last day that it tells by its date.
//! * "Not before June" is June or later; "was not told until May 5" is May 5; "held until May 5" ends then; "put off until
//!   June 2" plans that day. What a text tells of a later day by a modal or an infinitive is planned.
//! * A day within fourteen days of another is counted from it; "more than", "about" and days of business are not counted.
//! * "The day after X", "four days before X" are counted from X's day, or X from theirs: in its sentence where X has its day
//!   there ("a week after the flood of June 1"), else after the joining, from the one exact day that the sources give X. Such
//!   a day is filled in with its reason and never weighs in a disagreement.
//! * A message that a text shows (the head of an e-mail, a quoted reply's introduction, a row of a chat) speaks from its own
//!   day; its "yesterday" hangs on the mention that gives that day.
//! * The line that a court stamps on each page gives its day to the paper; what the page tells counts nothing from it.
//! * A date without its year in the next sentence goes on with an old day told with its year, if the sentence goes on with
//!   the one before (it opens with the date, or with "he" or "they"); a year alone does not outweigh the paper's news.
//! * Words that papers use for each other are one doing to the joining (`merge::synonym`), and what was announced or ordered
//!   is one with what was done; what would tell two happenings of a case apart is in no row.
//! * The time in an address's last part bounds a page by the clocks of newsrooms from Hawaii to Paris, and dates only what
//!   nothing else dates.
//! * A quotation that one source has altered is known by its runs of words, where both name the speaker: only joined can the
//!   two be compared. What two papers of the same days have a party announce ("would appeal") is one.
//! * "The 66-year-old financier" is the one person of whom the document says so, or nobody.
//! * Two sources that tell of one person's arrest, sentence or death on different days tell of one, where the days are
//!   close or differ by a slip of the year or of day and month, and no source tells of both: else no such conflict could
//!   ever be shown.
//! * Nothing is joined between two cases of one folder, told apart by their numbers or by the names they share.
//! * An event's id comes from its first mention (its words and its source's content), so it holds while that stands.

pub mod between;
pub mod case;
pub mod cli;
pub mod date;
pub mod decisions;
pub mod diff;
pub mod document;
pub mod event;
pub mod export;
pub mod jsonl;
pub mod layout;
pub mod leads;
pub mod lineage;
pub mod merge;
pub mod note;
pub mod read;
pub mod sentence;
pub mod span;
pub mod timeline;
pub mod yaml;

use chrono::NaiveDate;
use date::{AnchorAt, Scene, Value, weekday_name};
use document::{Document, Kind, Role};
use event::actor::Aliases;
use lineage::{Direction, Lineage, RunKind};
use note::{Code, Note};
use rayon::prelude::*;
use std::collections::BTreeMap;
use timeline::{Ledger, Timeline};

/// Where an anchor of a document comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnchorSource {
    /// The document's own day.
    Document,
    /// The day of the document that the passage was copied from, by its index.
    Copied(usize),
    /// A post's day, by its passage's index.
    Post(usize),
}

/// What a case file gives beside the documents.
#[derive(Clone, Debug, Default)]
pub struct Matter {
    pub title: String,
    pub aliases: Aliases,
    pub decisions: Vec<decisions::Decision>,
}

/// Reconstructs the chronology of some documents.
///
/// The result does not depend on the order of `documents`.
pub fn chronology(matter: &Matter, documents: Vec<Document>, mut notes: Vec<Note>) -> Timeline {
    let mut documents = in_order(documents);
    let (lineage, found) = lineage::trace(&documents);
    notes.extend(found);
    let mut tellings: Vec<Telling> = (0..documents.len()).into_par_iter().map(|i| tell(matter, &documents, &lineage, i)).collect();
    let mut undated: Vec<usize> = (0..documents.len()).filter(|i| documents[*i].anchor().is_none()).collect();
    let mut told = loop {
        let mut told = join(matter, &documents, &lineage, &tellings);
        merge::settle(&mut documents, &lineage, &mut told.mentions, &told.joining);
        // A document whose own days the joining bounded to a week speaks from them: it is told once more, and what copies it.
        let (bounded, open): (Vec<usize>, Vec<usize>) = undated.into_iter().partition(|i| documents[*i].speaks_from().is_some());
        undated = open;
        if bounded.is_empty() {
            break told;
        }
        tellings.par_iter_mut().enumerate().for_each(|(i, telling)| {
            if bounded.contains(&i) || lineage.of(i).any(|repeat| bounded.contains(&repeat.of)) {
                *telling = tell(matter, &documents, &lineage, i);
            }
        });
    };
    merge::count(&documents, &mut told.mentions, &told.joining);
    let ledgers: Vec<Ledger> = tellings.into_iter().map(|telling| telling.ledger).collect();
    notes.extend(told.notes);
    let Told { mentions, mention_ids, repeats, joining, .. } = told;
    let scene = merge::Scene { documents: &documents, lineage: &lineage };
    let (events, undated) = merge::events(&scene, &mentions, &repeats, &joining, &mention_ids);
    notes.extend(between::notes(&documents, &lineage, &mentions));
    notes.extend(about_documents(&documents, &ledgers, &mentions));
    notes.sort();
    notes.dedup();
    let leads = leads::find(&documents, &mentions, &events);
    let fingerprint = fingerprint(matter, &documents);
    let mut timeline = Timeline {
        case: matter.title.clone(),
        fingerprint,
        documents,
        lineage,
        ledgers,
        mentions,
        mention_ids,
        repeats,
        events,
        undated,
        leads,
        notes,
    };
    decisions::apply(&mut timeline, &matter.decisions);
    timeline
}

/// What one document tells: its dates and its mentions of events.
struct Telling {
    ledger: Ledger,
    mentions: Vec<event::EventMention>,
}

/// Reads dates and events of one document.
fn tell(matter: &Matter, documents: &[Document], lineage: &Lineage, index: usize) -> Telling {
    let ledger = ledger(documents, lineage, index);
    let source = event::Source { index, document: &documents[index], dates: &ledger.dates, lineage, documents, aliases: &matter.aliases };
    let mentions = event::find(&source);
    Telling { ledger, mentions }
}

/// What all documents tell, joined, before it is settled.
struct Told {
    mentions: Vec<event::EventMention>,
    mention_ids: Vec<String>,
    repeats: Vec<Option<usize>>,
    joining: merge::Joining,
    notes: Vec<Note>,
}

/// Joins the mentions of every document.
fn join(matter: &Matter, documents: &[Document], lineage: &Lineage, tellings: &[Telling]) -> Told {
    let mentions: Vec<event::EventMention> = tellings.iter().flat_map(|telling| telling.mentions.iter().cloned()).collect();
    let mention_ids = mention_ids(documents, &mentions);
    let scene = merge::Scene { documents, lineage };
    let repeats = merge::repeats(&scene, &mentions);
    let (ties, notes) = decisions::ties(&matter.decisions, &mention_ids);
    let joining = merge::join(&scene, &mentions, &repeats, &ties);
    Told { mentions, mention_ids, repeats, joining, notes }
}

/// Puts documents in order of their day and content, and gives those without an id one from their name.
fn in_order(mut documents: Vec<Document>) -> Vec<Document> {
    documents.sort_by(|a, b| {
        (a.day().unwrap_or(NaiveDate::MAX), &a.sha256, &a.file).cmp(&(b.day().unwrap_or(NaiveDate::MAX), &b.sha256, &b.file))
    });
    let mut taken: BTreeMap<String, usize> = documents.iter().filter(|d| !d.id.is_empty()).map(|d| (d.id.clone(), 1)).collect();
    for document in &mut documents {
        if !document.id.is_empty() {
            continue;
        }
        let stem = std::path::Path::new(&document.file)
            .file_stem()
            .map_or_else(|| document.file.clone(), |stem| stem.to_string_lossy().into_owned());
        let count = taken.entry(stem.clone()).or_insert(0);
        *count += 1;
        document.id = if *count == 1 { stem } else { format!("{stem}-{count}") };
    }
    documents
}

/// Reads the dates of one document, each passage from the day it speaks from.
fn ledger(documents: &[Document], lineage: &Lineage, index: usize) -> Ledger {
    let document = &documents[index];
    let (at, anchors) = anchors(documents, lineage, index);
    let date::Dates { mentions, refusals } = date::find(document.prose(), &at);
    Ledger { dates: mentions, refusals, anchors }
}

/// From which byte on a document speaks from which day, and where each day comes from.
fn anchors(documents: &[Document], lineage: &Lineage, index: usize) -> (Vec<AnchorAt>, Vec<AnchorSource>) {
    let document = &documents[index];
    let own = document.speaks_from();
    let later = document.may_be_later();
    let mut at = vec![AnchorAt { from: 0, day: own, scene: Scene::Same, later }];
    let mut sources = vec![AnchorSource::Document];
    // Runs and posts in order; posts are set apart from the telling around them.
    let mut parts: Vec<(usize, usize, Option<NaiveDate>, AnchorSource, Scene)> = Vec::new();
    for repeat in lineage.of(index).filter(|r| r.kind == RunKind::Copied && r.direction != Direction::Unknown) {
        if let Some(day) = documents[repeat.of].day() {
            parts.push((repeat.span.start(), repeat.span.end(), Some(day), AnchorSource::Copied(repeat.of), Scene::Same));
        }
    }
    for (i, passage) in document.passages.iter().enumerate().filter(|(_, p)| matches!(p.role, Role::Post | Role::Entry | Role::Quotation)) {
        if passage.day.is_some() {
            parts.push((passage.span.start(), passage.span.end(), passage.day, AnchorSource::Post(i), Scene::New));
        }
    }
    for passage in document.passages.iter().filter(|p| p.role != Role::Post && document.kind == Kind::Article) {
        if layout::news::is_caption(&passage.span.of(&document.text).to_lowercase()) {
            parts.push((passage.span.start(), passage.span.end(), own, AnchorSource::Document, Scene::Aside));
        }
    }
    parts.sort_by_key(|part| (part.0, part.1));
    let mut end = 0;
    for (start, stop, day, source, scene) in parts {
        if start < end {
            continue;
        }
        let here = if matches!(source, AnchorSource::Document) { later } else { 0 };
        at.push(AnchorAt { from: start, day, scene, later: here });
        sources.push(source);
        at.push(AnchorAt { from: stop, day: own, scene, later });
        sources.push(AnchorSource::Document);
        end = stop;
    }
    (at, sources)
}

/// Ids of mentions: from the content of the source and the place in it, so that no file's name is part of them.
fn mention_ids(documents: &[Document], mentions: &[event::EventMention]) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    mentions
        .iter()
        .map(|mention| {
            let document = &documents[mention.document];
            let key = format!("{}:{}:{}", document.sha256, mention.trigger.start(), mention.trigger.end());
            let id = format!("m{}", &read::sha256(key.as_bytes())[..10]);
            let count = seen.entry(id.clone()).or_insert(0);
            *count += 1;
            if *count == 1 { id } else { format!("{id}x{count}") }
        })
        .collect()
}

/// Notes on what the documents say of themselves.
fn about_documents(documents: &[Document], ledgers: &[Ledger], mentions: &[event::EventMention]) -> Vec<Note> {
    let mut notes = Vec::new();
    for (i, document) in documents.iter().enumerate() {
        if document.anchor().is_none() {
            notes.push(Note::new(
                Code::NoDate,
                document.file.clone(),
                "no date of its own was found",
                "weekdays and days without a year keep their gaps unless another source closes them",
                match layout::anchor::named(&document.file) {
                    Some(day) => format!("its name says {day}: give that as `published` in case.yaml; `dateline new` writes it"),
                    None => "give `published` in case.yaml".to_owned(),
                },
            ));
        }
        let told = mentions.iter().filter(|m| m.document == i && m.stance != event::attribution::Stance::Planned).filter_map(|m| {
            let date = m.date.as_ref().filter(|d| d.strong && d.basis == date::Basis::Stated)?;
            Some((date.when?.exact()?, date.span?.of(&document.text).to_owned()))
        });
        // A docket goes on for years after its case was filed.
        if document.kind != Kind::Docket {
            notes.extend(layout::anchor::after_its_date(document, told));
        }
        // Other dates of the paper, or the court it comes from, settle which number is the month.
        let settled =
            document.kind.is_filing() || ledgers[i].dates.iter().any(|m| m.rule == "slashes" && matches!(m.value, Value::Days(_)));
        for mention in &ledgers[i].dates {
            if let Value::Either(one, other) = mention.value
                && !settled
            {
                let place = format!("{}:{}", document.file, document.line(mention.span.start()));
                notes.push(Note::new(
                    Code::TwoReadings,
                    place,
                    format!(
                        "{:?} can be {} or {}",
                        mention.span.of(&document.text),
                        one.edtf().unwrap_or_default(),
                        other.edtf().unwrap_or_default()
                    ),
                    "it was read month first, as US papers write it",
                    "set the date in decisions.yaml if the paper writes the day first",
                ));
            }
            if let Some(weekday) = mention.weekday_said {
                let place = format!("{}:{}", document.file, document.line(mention.span.start()));
                notes.push(Note::new(
                    Code::WeekdayMismatch,
                    place,
                    format!("{:?}: that day was no {}", mention.span.of(&document.text), weekday_name(weekday)),
                    "the date was taken and both are shown",
                    "look the day up",
                ));
            }
        }
    }
    notes
}

/// A fingerprint over the inputs, the rules and the program.
fn fingerprint(matter: &Matter, documents: &[Document]) -> String {
    let mut all = format!("dateline {} {}\n", env!("CARGO_PKG_VERSION"), matter.title);
    for (name, _) in date::rules() {
        all.push_str(name);
    }
    for decision in &matter.decisions {
        all.push_str(&format!("{} {} {:?} {:?}", decision.event.value, decision.action.value, decision.value, decision.why));
    }
    for document in documents {
        all.push_str(&document.sha256);
        all.push_str(&document.published.as_ref().map(|p| p.edtf()).unwrap_or_default());
    }
    read::sha256(all.as_bytes())
}
