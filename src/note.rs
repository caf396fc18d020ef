//! What the program has to tell its user beside the results: a closed list of notes, each with a place, what was found,
//! what was done about it, and what to do.

use std::cmp::Ordering;
use std::fmt;

/// Everything a note can be about. The name is what the JSON and the tests use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A file could not be read at all; its content is not in the result.
    NotRead,
    /// A file of a format that is not read.
    FormatNotRead,
    /// A file without text.
    Empty,
    /// A page without a text layer.
    PageNotRead,
    /// The encoding was assumed.
    EncodingAssumed,
    /// Two days compete for a document's date.
    TwoDates,
    /// A document has no date of its own.
    NoDate,
    /// The text speaks of days after its own date.
    AfterItsDate,
    /// A weekday and a date disagree in one source.
    WeekdayMismatch,
    /// A numeric date can be read in two orders.
    TwoReadings,
    /// The direction of copying is not known.
    DirectionUnknown,
    /// Two sources hold the same text.
    SameText,
    /// Two saved versions of one page differ, or a page names its own correction.
    Corrected,
    /// A paper amends another.
    Amended,
    /// The documents seem to be of more than one case.
    TwoCases,
    /// Tracked changes or comments in a document.
    Changes,
    /// An attachment was read as a source of its own, or could not be.
    Attachment,
    /// A decision no longer applies, or could not be applied.
    Decision,
    /// A part of a document was left out and why.
    LeftOut,
}

impl Code {
    /// Every code, for the tests that check none is forgotten.
    pub const ALL: &[Code] = &[
        Code::NotRead,
        Code::FormatNotRead,
        Code::Empty,
        Code::PageNotRead,
        Code::EncodingAssumed,
        Code::TwoDates,
        Code::NoDate,
        Code::AfterItsDate,
        Code::WeekdayMismatch,
        Code::TwoReadings,
        Code::DirectionUnknown,
        Code::SameText,
        Code::Corrected,
        Code::Amended,
        Code::TwoCases,
        Code::Changes,
        Code::Attachment,
        Code::Decision,
        Code::LeftOut,
    ];

    /// The code's name in the JSON.
    pub fn name(self) -> &'static str {
        match self {
            Code::NotRead => "not-read",
            Code::FormatNotRead => "format-not-read",
            Code::Empty => "empty",
            Code::PageNotRead => "page-not-read",
            Code::EncodingAssumed => "encoding-assumed",
            Code::TwoDates => "two-dates",
            Code::NoDate => "no-date",
            Code::AfterItsDate => "after-its-date",
            Code::WeekdayMismatch => "weekday-mismatch",
            Code::TwoReadings => "two-readings",
            Code::DirectionUnknown => "direction-unknown",
            Code::SameText => "same-text",
            Code::Corrected => "corrected",
            Code::Amended => "amended",
            Code::TwoCases => "two-cases",
            Code::Changes => "changes",
            Code::Attachment => "attachment",
            Code::Decision => "decision",
            Code::LeftOut => "left-out",
        }
    }

    /// Whether something of the user's was lost, so that the exit status must say so.
    pub fn is_loss(self) -> bool {
        matches!(self, Code::NotRead | Code::FormatNotRead | Code::Empty)
    }
}

/// Something to tell the user. Notes are in the order of their places, lines of one file by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The file, and the place in it where there is one.
    pub place: String,
    pub code: Code,
    /// What was found.
    pub found: String,
    /// What was done about it.
    pub done: String,
    /// What the user can do.
    pub advice: String,
}

impl Note {
    pub fn new(code: Code, place: impl Into<String>, found: impl Into<String>, done: impl Into<String>, advice: impl Into<String>) -> Note {
        Note { place: place.into(), code, found: found.into(), done: done.into(), advice: advice.into() }
    }
}

impl Ord for Note {
    fn cmp(&self, other: &Note) -> Ordering {
        let key = |note: &Note| {
            let (file, line) = note.place.rsplit_once(':').unwrap_or((&note.place, ""));
            (file.to_owned(), line.parse::<u64>().unwrap_or(0))
        };
        let rest = |note: &Note| (note.code, note.place.clone(), note.found.clone(), note.done.clone(), note.advice.clone());
        key(self).cmp(&key(other)).then_with(|| rest(self).cmp(&rest(other)))
    }
}

impl PartialOrd for Note {
    fn partial_cmp(&self, other: &Note) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}; {}", self.place, self.found, self.done)?;
        if !self.advice.is_empty() {
            write!(f, " ({})", self.advice)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_distinct() {
        let mut names: Vec<_> = Code::ALL.iter().map(|code| code.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
    }
}
