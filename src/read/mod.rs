//! Turns files into text with blocks: what each format tells of itself, before anything is understood.
//!
//! A reader decides no more than its format does. Which block is a headline, a post or a page's furniture is decided in
//! `layout`, unless the format says so. Only this module, `case` and `main` touch the file system.

pub(crate) mod address;
mod docx;
mod email;
pub mod encoding;
mod html;
mod markdown;
pub mod pdf;
mod sheet;
mod stamp;
mod text;

use crate::date::When;
use crate::document::{Anchored, Format, From, Kind, Mark, Pin, Role};
use crate::note::{Code, Note};
use crate::span::Span;
use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A run of text that the format sets apart.
#[derive(Clone, Debug, Default)]
pub struct Block {
    pub start: usize,
    pub end: usize,
    /// What the format says it is, if it does.
    pub role: Option<Role>,
    pub pin: Pin,
    pub day: Option<NaiveDate>,
    pub author: Option<String>,
}

impl Block {
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// What a format says of the whole document.
#[derive(Clone, Debug, Default)]
pub struct Meta {
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub authors: Vec<String>,
    pub url: Option<String>,
    /// Days of publication, the most trusted first.
    pub published: Vec<Anchored>,
    /// The day on which it was changed, by its own account.
    pub modified: Option<Anchored>,
    pub filed: Option<Anchored>,
    pub entered: Option<Anchored>,
    pub court: Option<String>,
    pub docket: Option<String>,
    pub number: Option<String>,
    pub kind: Option<Kind>,
}

/// A file as read.
#[derive(Debug)]
pub struct Read {
    pub file: String,
    pub format: Format,
    pub sha256: String,
    pub text: String,
    pub blocks: Vec<Block>,
    /// Where the numbered lines of pages begin.
    pub marks: Vec<Mark>,
    pub pages: Option<u32>,
    pub meta: Meta,
    pub notes: Vec<Note>,
    /// Attachments, each a document of its own.
    pub parts: Vec<Read>,
}

impl Read {
    fn new(file: &str, format: Format, bytes: &[u8], text: String) -> Read {
        Read {
            file: file.to_owned(),
            format,
            sha256: sha256(bytes),
            text,
            blocks: Vec::new(),
            marks: Vec::new(),
            pages: None,
            meta: Meta::default(),
            notes: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// Adds words as a block of their own, a blank line after the last.
    fn push(&mut self, words: &str, block: Block) {
        if words.trim().is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(words);
        self.blocks.push(Block { start, end: self.text.len(), ..block });
    }

    /// Where the last block begins.
    fn last_start(&self) -> usize {
        self.blocks.last().map_or(0, |block| block.start)
    }
}

/// Why a file was not read.
#[derive(Clone, Debug)]
pub struct Failure {
    pub code: Code,
    pub message: String,
    pub advice: String,
}

impl Failure {
    pub fn new(code: Code, message: impl Into<String>, advice: impl Into<String>) -> Failure {
        Failure { code, message: message.into(), advice: advice.into() }
    }

    /// The failure as a note on a file.
    pub fn note(&self, file: &str) -> Note {
        Note::new(self.code, file, self.message.clone(), "it is left out; the other sources are still built", self.advice.clone())
    }
}

/// What the readers are allowed to do.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The running program, for readers that work in a child process.
    pub program: Option<PathBuf>,
    /// For encrypted papers.
    pub password: Option<String>,
}

/// Largest file that is read: spans are 32 bits wide, and nothing a person cites is larger.
const LARGEST: u64 = 1 << 30;

/// Reads one file by its name's ending and its first bytes.
///
/// # Errors
/// When the file cannot be opened, is empty, or is of no format that is read.
pub fn read_file(path: &Path, options: &Options) -> Result<Read, Failure> {
    let file = path.to_string_lossy().into_owned();
    let size = fs::metadata(path).map_err(|e| unreadable(&e))?.len();
    if size > LARGEST {
        return Err(Failure::new(
            Code::NotRead,
            format!("the file has {} MB, more than the {} MB that are read", size >> 20, LARGEST >> 20),
            "split it",
        ));
    }
    let bytes = fs::read(path).map_err(|e| unreadable(&e))?;
    read_bytes(&file, &bytes, options)
}

/// Whether a file is one of the program's own reports, by the marks that they bear near their heads.
fn is_own_report(bytes: &[u8]) -> bool {
    const MARKS: &[&str] = &[
        "undated statements have a section of their own. Fingerprint `",
        "\"program\": \"dateline ",
        "content=\"dateline\"",
        crate::export::DRAFT,
    ];
    let head = &bytes[..bytes.len().min(4096)];
    MARKS.iter().any(|mark| memchr::memmem::find(head, mark.as_bytes()).is_some())
}

fn unreadable(error: &io::Error) -> Failure {
    let message = match error.kind() {
        io::ErrorKind::NotFound => "the file is not there (any more)".to_owned(),
        io::ErrorKind::PermissionDenied => "the file may not be read".to_owned(),
        _ => format!("the file cannot be read: {error}"),
    };
    Failure::new(Code::NotRead, message, "check the path and its permissions")
}

/// Reads one file's bytes; `file` names them in messages and tells the format by its ending.
///
/// # Errors
/// As `read_file`.
pub fn read_bytes(file: &str, bytes: &[u8], options: &Options) -> Result<Read, Failure> {
    if is_own_report(bytes) {
        return Err(Failure::new(
            Code::LeftOut,
            "it is a report that dateline wrote, and no source",
            "keep reports outside the folder of the sources",
        ));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Failure::new(Code::Empty, "the file is empty", "save it again from where it came"));
    }
    match sniff(file, bytes)? {
        Format::Markdown => markdown::read(file, bytes),
        Format::Html if is_archive(file, bytes) => html::read_archive(file, bytes),
        Format::Html => html::read(file, bytes),
        Format::Pdf => pdf::read(file, bytes, options),
        Format::Docx => docx::read(file, bytes),
        Format::Email => email::read(file, bytes, options),
        Format::Text => text::read(file, bytes),
    }
}

const SAVE_AS: &str = "open it in its program and save it as .docx, .pdf or text";
const RECOGNISE: &str = "run it through text recognition (OCR) and save the text or a searchable PDF";

/// A format that is not read: its endings, the bytes it begins with, what it is, and what to do about it.
type NotRead = (&'static [&'static str], &'static [&'static [u8]], &'static str, &'static str);

/// What is named instead of being read as text.
const NOT_READ: &[NotRead] = &[
    (&["msg"], &[], "an Outlook message (.msg)", "save it as .eml"),
    (&["pst", "ost", "mbox"], &[], "a mailbox", "export its messages as .eml"),
    (&["doc", "dot"], &[b"\xD0\xCF\x11\xE0"], "the old Word format (.doc)", SAVE_AS),
    (&["wpd"], &[b"\xFFWPC"], "the WordPerfect format (.wpd)", SAVE_AS),
    (&["rtf"], &[b"{\\rtf"], "Rich Text (.rtf)", SAVE_AS),
    (&["odt", "ods", "odp", "pages", "epub", "mobi"], &[], "a document of another program", SAVE_AS),
    (&["xls", "xlsx", "numbers", "ppt", "pptx", "key"], &[], "a spreadsheet or a presentation", "save what matters as .pdf or text"),
    (&["zip", "rar", "7z", "tar", "gz", "tgz"], &[b"\x1F\x8B", b"7z\xBC\xAF", b"Rar!"], "an archive", "unpack it and give the folder"),
    (
        &["png", "jpg", "jpeg", "gif", "tif", "tiff", "bmp", "heic", "webp", "svg"],
        &[b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"II*\0", b"MM\0*"],
        "a picture",
        RECOGNISE,
    ),
    (&["mp3", "mp4", "m4a", "wav", "mov", "avi", "mkv", "ogg"], &[b"ID3", b"RIFF"], "a recording", "give a transcript of it"),
    (&["exe", "dll", "so", "db", "sqlite"], &[b"\x7FELF", b"SQLite format"], "a program or a database", "take it out of the folder"),
];

/// Tells the format of a file; the first bytes outrank the name.
fn sniff(file: &str, bytes: &[u8]) -> Result<Format, Failure> {
    let ending = Path::new(file).extension().map(|e| e.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let not_read = |what: &str, advice: &str| Err(Failure::new(Code::FormatNotRead, format!("{what} is not read"), advice));
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    let refused =
        NOT_READ.iter().find(|(endings, magic, ..)| endings.contains(&ending.as_str()) || magic.iter().any(|magic| starts(magic)));
    if let Some((_, _, what, advice)) = refused {
        return not_read(what, advice);
    }
    let head = &bytes[..bytes.len().min(2048)];
    if head[..head.len().min(1024)].windows(5).any(|w| w == b"%PDF-") || ending == "pdf" {
        return Ok(Format::Pdf);
    }
    if starts(b"PK\x03\x04") {
        return Ok(Format::Docx);
    }
    let lower: Vec<u8> = head.iter().map(u8::to_ascii_lowercase).collect();
    let tagged =
        [&b"<!doctype html"[..], b"<html", b"<head", b"<body", b"<table"].iter().any(|tag| lower.windows(tag.len()).any(|w| w == *tag));
    match ending.as_str() {
        "md" | "markdown" => Ok(Format::Markdown),
        "html" | "htm" | "xhtml" | "mhtml" | "mht" | "shtml" => Ok(Format::Html),
        "eml" => Ok(Format::Email),
        "docx" => not_read("a .docx that is no archive", "save it again from the word processor"),
        "txt" | "text" => Ok(Format::Text),
        _ if tagged => Ok(Format::Html),
        _ => Ok(Format::Text),
    }
}

/// Whether a file is a web archive: a page as a MIME message.
fn is_archive(file: &str, bytes: &[u8]) -> bool {
    let named = Path::new(file).extension().is_some_and(|e| e.eq_ignore_ascii_case("mhtml") || e.eq_ignore_ascii_case("mht"));
    named && !bytes.trim_ascii_start().starts_with(b"<")
}

/// The lower-case hexadecimal SHA-256 of some bytes.
pub fn sha256(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

/// A day as a candidate for a document's date.
pub fn candidate(day: NaiveDate, from: From, phrase: impl Into<String>) -> Anchored {
    Anchored { when: When::day(day), from, phrase: phrase.into() }
}

/// Lists the files under the paths given, in order of their names; a folder is walked, hidden files are passed over.
pub fn list(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<Note>) {
    let mut files = Vec::new();
    let mut notes = Vec::new();
    for path in paths {
        if path.is_dir() {
            let before = files.len();
            let walk = ignore::WalkBuilder::new(path).standard_filters(false).hidden(true).sort_by_file_name(Ord::cmp).build();
            for entry in walk {
                match entry {
                    // A link is read as the file it names; one that names a folder could lead in a circle.
                    Ok(entry) if entry.path_is_symlink() && entry.path().is_dir() => notes.push(Note::new(
                        Code::NotRead,
                        entry.path().to_string_lossy(),
                        "it is a link to a folder",
                        "it is left out",
                        "name that folder on the command line",
                    )),
                    Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file() || kind.is_symlink()) => {
                        if !is_ours(entry.path()) {
                            files.push(entry.into_path());
                        }
                    }
                    Ok(_) => {}
                    Err(error) => notes.push(Note::new(
                        Code::NotRead,
                        path.to_string_lossy(),
                        error.to_string(),
                        "it is left out",
                        "check its permissions",
                    )),
                }
            }
            if files.len() == before {
                notes.push(Note::new(
                    Code::Empty,
                    path.to_string_lossy(),
                    "the folder holds no file that could be read",
                    "nothing was taken from it",
                    "give a folder with articles or filings",
                ));
            }
        } else {
            files.push(path.clone());
        }
    }
    (files, notes)
}

/// Files of the case itself, and the locks that Word and LibreOffice put beside an open file, which are no sources.
fn is_ours(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    matches!(name.as_ref(), "case.yaml" | "decisions.yaml" | "gold.csv") || name.starts_with("~$") || name.starts_with(".~lock.")
}
