//! Tells what each block of a document is to its reader (headline, paragraph, post, furniture) and which day the
//! document speaks from.

pub(crate) mod anchor;
mod filing;
mod insert;
pub(crate) mod news;
mod post;
mod transcript;

use crate::document::{Document, From, Kind, Passage, Role};
use crate::note::{Code, Note};
use crate::read::Read;

/// Lays a document out. Content never fails here: what is not understood is a paragraph.
pub fn lay_out(read: Read) -> (Document, Vec<Note>) {
    let Read { file, format, sha256, text, blocks, marks, pages, mut meta, mut notes, parts: _ } = read;
    let mut document = Document::new(file, format, text, sha256);
    document.pages = pages;
    document.marks = marks;
    document.title = meta.title.clone();
    document.publisher = meta.publisher.clone();
    document.authors = meta.authors.clone();
    document.url = meta.url.clone();
    document.court = meta.court.clone();
    document.docket = meta.docket.clone();
    document.number = meta.number.clone();
    document.modified = meta.modified.clone();
    document.filed = meta.filed.clone();
    document.entered = meta.entered.clone();
    document.kind = meta.kind.unwrap_or_else(|| filing::kind(&document.text));
    // What bears a court's stamp was filed with it, whatever it looks like.
    if document.kind == Kind::Article && meta.filed.as_ref().is_some_and(|filed| filed.from == From::Stamp) {
        document.kind = Kind::Filing;
    }
    document.passages = blocks
        .into_iter()
        .map(|block| Passage {
            span: block.span(),
            role: block.role.unwrap_or(Role::Paragraph),
            pin: block.pin,
            day: block.day,
            author: block.author,
        })
        .collect();
    let readable = !matches!(document.kind, Kind::Docket | Kind::Email | Kind::Letter);
    if document.kind == Kind::Transcript || readable && document.url.is_none() && transcript::is_transcript(&document.text) {
        document.kind = Kind::Transcript;
        transcript::lay_out(&mut document);
        meta.published.splice(0..0, transcript::taken(&document));
    } else if document.kind.is_filing() || document.kind == Kind::Letter {
        filing::roles(&mut document);
    } else {
        post::join(&mut document);
        news::roles(&mut document);
        document.blanked = insert::blanked(&document.text);
        if document.publisher.is_none() {
            document.publisher = news::outlet(&document);
        }
    }
    number(&mut document);
    if document.title.is_none() {
        document.title = document
            .passages
            .iter()
            .find(|p| p.role == Role::Headline)
            .map(|p| p.span.of(&document.text).trim_start_matches(['#', ' ']).to_owned());
    }
    anchor::choose(&mut document, meta.published, &mut notes);
    let corrections = document.passages.iter().filter(|passage| passage.role == Role::Correction);
    notes.extend(
        corrections
            .map(|passage| {
                Note::new(
                    Code::Corrected,
                    format!("{}:{}", document.file, document.line(passage.span.start())),
                    format!(
                        "the page says that it was corrected: “{}”",
                        passage.span.of(&document.text).split_whitespace().collect::<Vec<_>>().join(" ")
                    ),
                    "the notice is no event and no disagreement",
                    "look for the earlier version where it matters",
                )
            })
            .collect::<Vec<_>>(),
    );
    (document, notes)
}

/// Gives every passage its line, and an article's paragraphs their place.
fn number(document: &mut Document) {
    let mut place = 0;
    let court_paper = document.kind.is_filing();
    let lines: Vec<u32> = document.passages.iter().map(|p| document.line(p.span.start())).collect();
    for (passage, line) in document.passages.iter_mut().zip(lines) {
        passage.pin.line = line;
        if matches!(passage.role, Role::Paragraph | Role::Quotation | Role::Post) && !court_paper {
            place += 1;
            passage.pin.paragraph = Some(place);
        }
    }
}
