//! Transcripts of depositions and hearings: the lines of each page, who asks and who answers, whose testimony it is and
//! the day it was taken. Cited by page and line (The Bluebook B17.1.1: "Smith Dep. 30:4-18").

use crate::date::{self, Value};
use crate::document::{Anchored, Document, Format, From, Mark, Passage, Pin, Role};
use crate::read::candidate;
use crate::span::Span;
use regex::Regex;
use std::sync::OnceLock;

/// Most lines on a transcript page.
const LINES: u32 = 28;
/// How far into a transcript its title page goes, in characters.
const HEAD: usize = 3_000;

/// How a line of testimony begins, after its number.
enum Opening {
    Question,
    Answer,
    /// "THE COURT:", "MR. LEE:"
    Speaker(String),
}

fn opening(words: &str) -> Option<(Opening, usize)> {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    let pattern = PATTERN.get_or_init(|| {
        Regex::new(r"^(?:(Q)|(A)|((?:THE|MR|MS|MRS|DR)\.? [A-Z][A-Z.'’ -]{1,30}))[.:]?(?:[ \t]+|$)").expect("a valid pattern")
    });
    let found = pattern.captures(words)?;
    let (all, whole) = (&found[0], found[0].len());
    if let Some(speaker) = found.get(3) {
        return all.contains(':').then(|| (Opening::Speaker(speaker.as_str().trim().to_owned()), whole));
    }
    // "A man" is no answer: the letter has a stop, or stands well apart.
    let marked = all.contains(['.', ':']) || all.ends_with("  ") || all.ends_with('\t');
    let opening = if found.get(1).is_some() { Opening::Question } else { Opening::Answer };
    marked.then_some((opening, whole))
}

/// A line of the page: its number in the margin, if it has one, and where its words begin.
struct Line {
    start: usize,
    end: usize,
    number: Option<u32>,
}

fn lines(text: &str) -> Vec<Line> {
    let mut out = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_end();
        let lead = body.len() - body.trim_start_matches(|c: char| c.is_whitespace()).len();
        let words = &body[lead..];
        let digits = words.bytes().take_while(u8::is_ascii_digit).count();
        let number = words[..digits].parse().ok().filter(|n| (1..=LINES).contains(n));
        let rest = &words[digits..];
        let number = number.filter(|_| rest.is_empty() || rest.starts_with([' ', '\t']));
        let skip = if number.is_some() { digits + rest.len() - rest.trim_start().len() } else { 0 };
        out.push(Line { start: at + lead + skip, end: at + body.len(), number });
        at += line.len();
    }
    out
}

fn head(text: &str) -> &str {
    &text[..text.char_indices().nth(HEAD).map_or(text.len(), |(at, _)| at)]
}

/// Whether a text is testimony: its title says so, or questions and answers alternate in it.
pub(super) fn is_transcript(text: &str) -> bool {
    let head = head(text).to_uppercase();
    let titled = ["DEPOSITION OF", "TRANSCRIPT OF", "REPORTER'S TRANSCRIPT", "EXAMINATION BY"].iter().any(|title| head.contains(title));
    let (mut asked, mut answered, mut spoken) = (0, 0, 0);
    for line in lines(text) {
        match opening(&text[line.start..line.end.max(line.start)]) {
            Some((Opening::Question, _)) => asked += 1,
            Some((Opening::Answer, _)) => answered += 1,
            Some((Opening::Speaker(_), _)) => spoken += 1,
            None => {}
        }
    }
    let testimony = asked.min(answered);
    testimony >= 6 || titled && (testimony >= 2 || spoken >= 3)
}

/// Lays testimony out: a passage a turn, with its speaker, and a mark where each numbered line begins.
pub(super) fn lay_out(document: &mut Document) {
    let witness = witness(&document.text);
    document.title = Some(witness.as_ref().map_or_else(|| "Transcript of proceedings".to_owned(), |name| format!("Deposition of {name}")));
    if document.format == Format::Text {
        document.marks.clear();
        turns(document, witness.as_deref());
    } else {
        speakers(document, witness.as_deref());
    }
}

/// The turns of a text whose margin numbers are part of it. The numbers are blanked, byte for byte, so that every offset
/// holds and no sentence that goes over a line has a number in it: "in\n12  January" is no January 12.
fn turns(document: &mut Document, witness: Option<&str>) {
    let text = document.text.clone();
    let mut blanked = text.clone().into_bytes();
    let lines = lines(&text);
    // Numbers that count up are the margin's; else they are the text's own.
    let numbers: Vec<u32> = lines.iter().filter_map(|line| line.number).collect();
    let rising = numbers.windows(2).filter(|pair| pair[1] == pair[0] + 1 || pair[1] == 1).count();
    let numbered = numbers.len() > 5 && rising * 5 >= numbers.len() * 4;
    let mut passages: Vec<Passage> = Vec::new();
    let mut page = 1;
    let mut from = 0;
    let mut expected = 1;
    let mut open: Option<usize> = None;
    for line in &lines {
        let breaks = text[from..line.start.min(line.end)].matches('\x0c').count() as u32;
        from = line.start.min(line.end);
        page += breaks;
        if line.start >= line.end {
            continue;
        }
        let words = &text[line.start..line.end];
        let shown = if numbered { line.number.filter(|n| *n == expected || *n == 1) } else { None };
        // A number by itself, or "Page 30", above line 1 is the page's own.
        if shown.is_none()
            && let Some(number) = page_number(text[..line.end].rsplit('\n').next().unwrap_or(words))
        {
            page = number;
            expected = 1;
            passages.push(furniture(line));
            continue;
        }
        if let Some(number) = shown {
            let margin = text[..line.start].rfind('\n').map_or(0, |at| at + 1)..line.start;
            blanked[margin].iter_mut().filter(|byte| byte.is_ascii_digit()).for_each(|byte| *byte = b' ');
            document.marks.push(Mark { at: line.start, page, line: number });
            expected = number + 1;
        }
        let pin = Pin { page: Some(page), margin: shown, ..Pin::default() };
        match opening(words) {
            Some((opened, skip)) => {
                let (role, author) = speaks(opened, &words[skip.min(words.len())..], witness);
                let start = (line.start + skip).min(line.end);
                open = Some(passages.len());
                passages.push(Passage { span: Span::new(start, line.end), role, pin, day: None, author: Some(author) });
            }
            None => match open.filter(|at| *at + 1 == passages.len() || passages[*at + 1..].iter().all(|p| p.role == Role::Furniture)) {
                // A turn goes on over the foot of a page only as a passage of its own.
                Some(at) if at + 1 == passages.len() => {
                    passages[at].span = Span::new(passages[at].span.start(), line.end);
                }
                Some(at) => {
                    let (role, author) = (passages[at].role, passages[at].author.clone());
                    open = Some(passages.len());
                    passages.push(Passage { span: Span::new(line.start, line.end), role, pin, day: None, author });
                }
                None => passages.push(Passage { span: Span::new(line.start, line.end), role: Role::Caption, pin, day: None, author: None }),
            },
        }
    }
    passages.retain(|passage| !passage.span.is_empty());
    document.passages = passages;
    document.text = String::from_utf8(blanked).expect("digits are blanked with spaces");
    document.pages = Some(page);
}

fn furniture(line: &Line) -> Passage {
    let span = Span::new(line.start.min(line.end), line.end);
    Passage { span, role: Role::Furniture, pin: Pin::default(), day: None, author: None }
}

/// The number of a page that is all a line holds.
fn page_number(line: &str) -> Option<u32> {
    let words = line.trim_matches(|c: char| c.is_whitespace() || c == '\x0c');
    let words = words.strip_prefix("Page ").or(words.strip_prefix("PAGE ")).unwrap_or(words);
    (!words.is_empty() && words.len() <= 4 && words.bytes().all(|b| b.is_ascii_digit())).then(|| words.parse().ok())?
}

/// Speakers of a paper whose reader has taken the margin numbers off: each paragraph is a turn or goes on with one.
fn speakers(document: &mut Document, witness: Option<&str>) {
    let text = document.text.clone();
    // Testimony is cited by the page that is printed on it, not by the page of the file that holds it.
    let printed: Vec<(u32, u32)> = document
        .passages
        .iter()
        .filter(|p| p.role == Role::Furniture)
        .filter_map(|p| Some((p.pin.page?, page_number(p.span.of(&text))?)))
        .collect();
    let told = |page: u32| printed.iter().find(|(of, _)| *of == page).map_or(page, |(_, number)| *number);
    for passage in &mut document.passages {
        passage.pin.page = passage.pin.page.map(told);
    }
    for mark in &mut document.marks {
        mark.page = told(mark.page);
    }
    let mut current: Option<(Role, String)> = None;
    for passage in document.passages.iter_mut().filter(|p| p.role != Role::Furniture) {
        let words = passage.span.of(&text);
        // "BY MS. LEE:" says who asks next.
        if words.starts_with("BY ") && words.len() < 40 && words.trim_end().ends_with(':') {
            passage.role = Role::Caption;
            continue;
        }
        if let Some((opened, skip)) = opening(words) {
            current = Some(speaks(opened, &words[skip.min(words.len())..], witness));
            passage.span = Span::new((passage.span.start() + skip).min(passage.span.end()), passage.span.end());
        }
        match &current {
            Some((role, author)) => {
                passage.role = *role;
                passage.author = Some(author.clone());
            }
            None => passage.role = Role::Caption,
        }
    }
    document.passages.retain(|passage| !passage.span.is_empty());
}

/// Who speaks, and how what he says is read: what counsel objects to tells nothing, and parts no question from its answer.
fn speaks(opening: Opening, said: &str, witness: Option<&str>) -> (Role, String) {
    const OBJECTS: &[&str] = &["Objection", "Object ", "Object.", "Same objection", "Form.", "Foundation."];
    let said = said.trim_start();
    match opening {
        Opening::Speaker(name) if name != "THE WITNESS" && OBJECTS.iter().any(|lead| said.starts_with(lead)) => {
            (Role::Furniture, titled(&name))
        }
        Opening::Question => (Role::Question, "counsel's question".to_owned()),
        Opening::Answer => (Role::Answer, witness.unwrap_or("the witness").to_owned()),
        Opening::Speaker(name) if name == "THE WITNESS" => (Role::Answer, witness.unwrap_or("the witness").to_owned()),
        Opening::Speaker(name) => (Role::Answer, titled(&name)),
    }
}

/// "MR. LEE" as "Mr. Lee".
fn titled(name: &str) -> String {
    let word = |word: &str| {
        let mut chars = word.chars();
        chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars.flat_map(char::to_lowercase)).collect())
    };
    name.split_whitespace().map(word).collect::<Vec<String>>().join(" ")
}

/// Whose deposition it is, by its title.
fn witness(text: &str) -> Option<String> {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    let pattern = PATTERN.get_or_init(|| {
        Regex::new(r"(?i:deposition\s+of)\s*:?[\s\d]*((?:[A-Z][\w.'’-]*[ \t]+){1,3}[A-Z][\w'’-]+)").expect("a valid pattern")
    });
    pattern.captures(head(text)).map(|found| titled(&found[1]))
}

/// The day the testimony was taken: the first full date of the title page, which ends where somebody speaks.
pub(super) fn taken(document: &Document) -> Option<Anchored> {
    let spoken = document.passages.iter().find(|p| matches!(p.role, Role::Question | Role::Answer)).map(|p| p.span.start());
    let head = head(&document.text[..spoken.unwrap_or(document.text.len())]);
    date::find(head, &[]).mentions.into_iter().find_map(|mention| match mention.value {
        Value::Days(when) => {
            let words = mention.span.of(head).split_whitespace().collect::<Vec<_>>().join(" ");
            Some(candidate(when.exact()?, From::Printed, format!("taken {words}")))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_answers_and_speakers_are_told_from_prose() {
        let kind = |words: &str| match opening(words) {
            Some((Opening::Question, _)) => "question".to_owned(),
            Some((Opening::Answer, _)) => "answer".to_owned(),
            Some((Opening::Speaker(name), _)) => name,
            None => "prose".to_owned(),
        };
        let rows = [
            ("Q.   Did you write it?", "question"),
            ("A.   Yes.", "answer"),
            ("Q  Did you?", "question"),
            ("A man came in.", "prose"),
            ("THE COURT:  Sustained.", "THE COURT"),
            ("MR. LEE: Objection.", "MR. LEE"),
            ("THE MOTION IS DENIED", "prose"),
        ];
        for (words, wanted) in rows {
            assert_eq!(kind(words), wanted, "{words}");
        }
    }
}
