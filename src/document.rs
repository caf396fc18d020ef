//! One source as it was read: frozen text, its passages with their places, and the days it speaks from.

use crate::date::{When, day_text};
use crate::span::Span;
use chrono::NaiveDate;

/// What a passage is to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    Headline,
    Byline,
    Heading,
    Paragraph,
    /// A numbered paragraph of a pleading.
    Numbered,
    Quotation,
    /// A social post with its sign-off.
    Post,
    /// A question of a deposition or hearing: what it puts to the witness is nobody's word.
    Question,
    /// What a witness, a lawyer or the court says in a transcript.
    Answer,
    /// A docket entry.
    Entry,
    Caption,
    /// The line under a picture that bears its day.
    Photo,
    Signature,
    /// A certificate of service or compliance.
    Service,
    Footnote,
    /// A notice that the page was corrected: what it says was wrong is told nowhere else.
    Correction,
    /// Navigation, share bars, comments, biographies of authors, page headers.
    Furniture,
}

impl Role {
    /// The name in the fixed interface.
    pub fn name(self) -> &'static str {
        match self {
            Role::Headline => "headline",
            Role::Byline => "byline",
            Role::Heading => "heading",
            Role::Paragraph => "paragraph",
            Role::Numbered => "numbered",
            Role::Quotation => "quotation",
            Role::Post => "post",
            Role::Question => "question",
            Role::Answer => "answer",
            Role::Entry => "entry",
            Role::Caption | Role::Photo => "caption",
            Role::Signature => "signature",
            Role::Service => "service",
            Role::Footnote => "footnote",
            Role::Correction => "correction",
            Role::Furniture => "furniture",
        }
    }

    /// Whether the passage tells of the case, so that events are looked for in it.
    pub fn tells(self) -> bool {
        !matches!(self, Role::Byline | Role::Furniture | Role::Caption | Role::Heading | Role::Correction | Role::Service)
    }
}

/// Where a passage stands, as a reader would cite it. The line is always known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pin {
    pub line: u32,
    pub page: Option<u32>,
    /// The paragraph's own number in a pleading, or its place among an article's paragraphs.
    pub paragraph: Option<u32>,
    /// The docket entry's number.
    pub entry: Option<String>,
    pub bates: Option<String>,
    /// The exhibit of the paper that the passage stands in.
    pub exhibit: Option<String>,
    /// The line number in the margin of a pleading or transcript page.
    pub margin: Option<u32>,
    /// The page and the margin's line where a quotation ends, when that is another line.
    pub to: Option<(u32, u32)>,
}

impl Pin {
    /// The end of a range of numbered lines, as it is cited after its first: "-18", or "-31:3" on another page.
    fn range(&self) -> String {
        match self.to {
            Some((page, line)) if Some(page) == self.page => format!("-{line}"),
            Some((page, line)) => format!("-{page}:{line}"),
            None => String::new(),
        }
    }
}

/// Where a numbered line of a page begins: a pleading's or a transcript's, whose numbers stand in the margin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub at: usize,
    pub page: u32,
    pub line: u32,
}

/// What a reader would point to.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    pub span: Span,
    pub role: Role,
    pub pin: Pin,
    /// A post's or a docket entry's own day.
    pub day: Option<NaiveDate>,
    /// A post's author, a speaker.
    pub author: Option<String>,
}

/// How a document's day is known, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum From {
    Given,
    Stamp,
    Metadata,
    Printed,
    Copied,
    Inferred,
}

impl From {
    /// The name in the fixed interface.
    pub fn name(self) -> &'static str {
        match self {
            From::Given => "given",
            From::Stamp => "stamp",
            From::Metadata => "metadata",
            From::Printed => "printed",
            From::Copied => "copied",
            From::Inferred => "inferred",
        }
    }
}

/// The window of days a document speaks from, and how we know.
///
/// Invariant: never today, unless the document says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Anchored {
    pub when: When,
    pub from: From,
    /// The words, the tag or the reasoning that it rests on.
    pub phrase: String,
}

impl Anchored {
    /// The day, when it is one.
    pub fn day(&self) -> Option<NaiveDate> {
        self.when.earliest().filter(|_| self.when.earliest() == self.when.latest())
    }

    /// The spelling for reports.
    pub fn edtf(&self) -> String {
        self.when.edtf().unwrap_or_else(|| self.when.sort_key().0.to_string())
    }
}

/// The format of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Markdown,
    Html,
    Pdf,
    Docx,
    Email,
}

impl Format {
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Markdown => "markdown",
            Format::Html => "html",
            Format::Pdf => "pdf",
            Format::Docx => "docx",
            Format::Email => "eml",
        }
    }
}

/// What sort of paper a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Article,
    Complaint,
    Order,
    Opinion,
    Motion,
    Filing,
    Docket,
    Transcript,
    Letter,
    Email,
}

impl Kind {
    pub const ALL: &[Kind] = &[
        Kind::Article,
        Kind::Complaint,
        Kind::Order,
        Kind::Opinion,
        Kind::Motion,
        Kind::Filing,
        Kind::Docket,
        Kind::Transcript,
        Kind::Letter,
        Kind::Email,
    ];

    /// The name in the JSON and in `case.yaml`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Article => "article",
            Kind::Complaint => "complaint",
            Kind::Order => "order",
            Kind::Opinion => "opinion",
            Kind::Motion => "motion",
            Kind::Filing => "filing",
            Kind::Docket => "docket",
            Kind::Transcript => "transcript",
            Kind::Letter => "letter",
            Kind::Email => "email",
        }
    }

    /// Whether a court itself speaks in it.
    pub fn is_courts_own(self) -> bool {
        matches!(self, Kind::Order | Kind::Opinion | Kind::Docket)
    }

    /// Whether it was filed with a court.
    pub fn is_filing(self) -> bool {
        matches!(self, Kind::Complaint | Kind::Order | Kind::Opinion | Kind::Motion | Kind::Filing | Kind::Docket | Kind::Transcript)
    }
}

/// A party as a caption names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    pub name: String,
    /// "plaintiff", "defendants", "appellant".
    pub role: String,
}

/// One source as read.
///
/// Invariant: the text is frozen once it is laid out (a transcript's margin numbers are blanked then, byte for byte); every
/// later value is a span of it. Passages are in order and do not overlap.
#[derive(Clone, Debug)]
pub struct Document {
    /// The name by which reports and decisions call it.
    pub id: String,
    /// The path as the user gave it.
    pub file: String,
    pub sha256: String,
    pub format: Format,
    pub kind: Kind,
    pub text: String,
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub authors: Vec<String>,
    pub url: Option<String>,
    pub published: Option<Anchored>,
    /// The day on which a page says that it was changed, where that is after its first.
    pub modified: Option<Anchored>,
    pub filed: Option<Anchored>,
    pub entered: Option<Anchored>,
    /// The day it was signed, by its own words.
    pub signed: Option<Anchored>,
    pub court: Option<String>,
    /// Who its caption names.
    pub parties: Vec<Party>,
    /// The case's number.
    pub docket: Option<String>,
    /// The document's number on its docket.
    pub number: Option<String>,
    pub pages: Option<u32>,
    pub passages: Vec<Passage>,
    /// The text without what the page runs into its sentences, byte for byte, where there is such.
    pub(crate) blanked: Option<String>,
    /// Where the numbered lines of pages begin, in order; empty where pages have none.
    pub marks: Vec<Mark>,
    line_starts: Vec<u32>,
}

impl Document {
    /// A document with its text and nothing else known of it.
    pub fn new(file: String, format: Format, text: String, sha256: String) -> Document {
        let line_starts =
            std::iter::once(0).chain(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i as u32 + 1)).collect();
        Document {
            id: String::new(),
            file,
            sha256,
            format,
            kind: Kind::Article,
            blanked: None,
            text,
            title: None,
            publisher: None,
            authors: Vec::new(),
            url: None,
            published: None,
            modified: None,
            filed: None,
            entered: None,
            signed: None,
            court: None,
            parties: Vec::new(),
            docket: None,
            number: None,
            pages: None,
            passages: Vec::new(),
            marks: Vec::new(),
            line_starts,
        }
    }

    /// The line that holds a byte, counted from 1.
    pub fn line(&self, at: usize) -> u32 {
        self.line_starts.partition_point(|start| *start as usize <= at) as u32
    }

    /// The page's address without what a browser adds to it, by which saved versions of one page are known.
    pub fn page(&self) -> Option<&str> {
        let url = self.url.as_deref()?;
        let bare = url.split(['?', '#']).next().unwrap_or(url).trim_end_matches('/');
        let bare = bare.strip_prefix("https://").or(bare.strip_prefix("http://")).unwrap_or(bare);
        Some(bare.strip_prefix("www.").unwrap_or(bare))
    }

    /// The numbered line of a page that holds a byte.
    pub fn mark(&self, at: usize) -> Option<&Mark> {
        self.marks[..self.marks.partition_point(|mark| mark.at <= at)].last()
    }

    /// The window of days the document speaks from: the filing day of a court paper, the day testimony was taken, else the
    /// day it was published.
    pub fn anchor(&self) -> Option<&Anchored> {
        if self.kind.is_filing() && self.kind != Kind::Transcript {
            self.filed.as_ref().or(self.published.as_ref())
        } else {
            self.published.as_ref().or(self.filed.as_ref())
        }
    }

    /// The day the document speaks from, when it is one.
    pub fn day(&self) -> Option<NaiveDate> {
        self.anchor().and_then(Anchored::day)
    }

    /// The text as it is read for what it tells: without what is no part of its sentences.
    pub fn prose(&self) -> &str {
        self.blanked.as_deref().unwrap_or(&self.text)
    }

    /// The day to count from: the document's own, or the first day of a week that the other sources bound it to.
    pub fn speaks_from(&self) -> Option<NaiveDate> {
        self.day().or_else(|| {
            let when = self.anchor().filter(|a| a.from == From::Inferred)?.when;
            let (first, last) = (when.earliest()?, when.latest()?);
            ((last - first).num_days() <= 7).then_some(first)
        })
    }

    /// How many days after the day it speaks from it may have been written: the length of the week that bounds it.
    pub fn may_be_later(&self) -> u8 {
        let window = self.anchor().filter(|a| a.from == From::Inferred && self.speaks_from().is_some()).map(|a| a.when);
        let length = window.and_then(|when| Some((when.latest()? - when.earliest()?).num_days()));
        length.and_then(|days| u8::try_from(days).ok()).unwrap_or(0)
    }

    /// The passage that holds a byte.
    pub fn passage_at(&self, at: usize) -> Option<&Passage> {
        let next = self.passages.partition_point(|passage| passage.span.start() <= at);
        self.passages[..next].last().filter(|passage| passage.span.holds(at))
    }

    /// How reports name the source: its publisher, or its title, or its file; a docket by what it is.
    pub fn name(&self) -> &str {
        if self.kind == Kind::Docket {
            return "the docket";
        }
        self.publisher.as_deref().or(self.title.as_deref().filter(|title| title.len() < 60)).unwrap_or(&self.id)
    }

    /// How a complaint is cited: an amended one by which it is (The Bluebook BT1: "First Am. Compl.").
    fn complaint(&self) -> String {
        const COUNTS: &[&str] = &["First", "Second", "Third", "Fourth", "Fifth", "Sixth"];
        let title = self.title.as_deref().unwrap_or_default().to_uppercase();
        let amended = if title.contains("AMENDED") { "Am. " } else { "" };
        let count = COUNTS.iter().find(|count| title.contains(&format!("{} AMENDED", count.to_uppercase())));
        let paper = if title.contains("PETITION") {
            "Pet."
        } else if title.contains("INDICTMENT") {
            "Indictment"
        } else {
            "Compl."
        };
        format!("{}{amended}{paper}", count.map_or_else(String::new, |count| format!("{count} ")))
    }

    /// A pin cite in the court's form (The Bluebook B17), or outlet, day and paragraph for news.
    pub fn cite(&self, pin: &Pin) -> String {
        use std::fmt::Write;
        let mut out = String::new();
        match (&self.number, self.kind) {
            (_, Kind::Docket) => {
                if let Some(entry) = &pin.entry {
                    let _ = write!(out, "Dkt. {entry}");
                    return out;
                }
                out.push_str("Docket");
            }
            (_, Kind::Transcript) => match self.title.as_deref().and_then(|title| title.strip_prefix("Deposition of ")) {
                Some(witness) => {
                    let _ = write!(out, "{} Dep.", witness.rsplit(' ').next().unwrap_or(witness));
                }
                None => out.push_str("Hr'g Tr."),
            },
            (_, Kind::Complaint) if pin.paragraph.is_some() => out.push_str(&self.complaint()),
            (Some(number), _) => {
                let _ = write!(out, "Dkt. {number}");
            }
            (None, Kind::Complaint) => out.push_str(&self.complaint()),
            _ => out.push_str(self.name()),
        }
        if let Some(exhibit) = &pin.exhibit {
            let _ = write!(out, " Ex. {exhibit}");
        }
        let court_paper = self.kind.is_filing();
        if !court_paper && let Some(day) = self.day() {
            let _ = write!(out, ", {}", day_text(day));
        }
        match (pin.page, pin.margin, pin.paragraph) {
            (Some(page), Some(line), _) if court_paper && self.kind == Kind::Transcript => {
                let _ = write!(out, " {page}:{line}{}", pin.range());
            }
            (_, _, Some(paragraph)) if court_paper => {
                let _ = write!(out, " ¶ {paragraph}");
            }
            (Some(page), Some(line), _) if court_paper => {
                let _ = write!(out, " at {page}:{line}{}", pin.range());
            }
            (Some(page), _, _) => {
                let _ = write!(out, " at {page}");
            }
            (None, _, Some(paragraph)) => {
                let _ = write!(out, " ¶ {paragraph}");
            }
            (None, _, None) => {
                let _ = write!(out, " line {}", pin.line);
            }
        }
        if let Some(bates) = &pin.bates {
            let _ = write!(out, " ({bates})");
        }
        out
    }
}
