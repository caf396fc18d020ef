//! Word documents: paragraphs, footnotes, and a note on tracked changes and comments. Deleted words are left out and
//! named.

use super::{Block, Failure, Read};
use crate::document::{Format, Pin, Role};
use crate::note::{Code, Note};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// Most bytes that one part of the archive may unpack to: a bomb ends here.
const LARGEST_PART: u64 = 64 << 20;

pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Read, Failure> {
    let broken = |what: String| Failure::new(Code::NotRead, what, "open it in a word processor and save it again as .docx");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(format!("the .docx is a broken archive: {e}")))?;
    let main =
        part(&mut archive, "word/document.xml").map_err(broken)?.ok_or_else(|| broken("the archive holds no Word document".to_owned()))?;
    let mut read = Read::new(file, Format::Docx, bytes, String::new());
    let mut changes = Changes::default();
    paragraphs(&main, &mut read, None, &mut changes).map_err(broken)?;
    if let Ok(Some(notes)) = part(&mut archive, "word/footnotes.xml") {
        paragraphs(&notes, &mut read, Some(Role::Footnote), &mut changes).map_err(broken)?;
    }
    if let Ok(Some(core)) = part(&mut archive, "docProps/core.xml") {
        read.meta.title = element(&core, "title").filter(|t| !t.trim().is_empty());
        if let Some(author) = element(&core, "creator").filter(|a| !a.trim().is_empty()) {
            read.meta.authors.push(author);
        }
    }
    let comments = archive.file_names().any(|name| name.is_ok_and(|name| name == "word/comments.xml"));
    if changes.inserted + changes.deleted > 0 || comments {
        let mut found = Vec::new();
        if changes.inserted + changes.deleted > 0 {
            found.push(format!("{} tracked insertions and {} deletions", changes.inserted, changes.deleted));
        }
        if comments {
            found.push("comments".to_owned());
        }
        read.notes.push(Note::new(
            Code::Changes,
            file,
            format!("it holds {}", found.join(" and ")),
            "the text was read with the insertions and without the deletions and the comments",
            "accept or reject the changes if that is not the version you mean",
        ));
    }
    if read.text.trim().is_empty() {
        return Err(Failure::new(
            Code::Empty,
            "the document holds no text",
            "it may hold pictures only; run them through text recognition (OCR)",
        ));
    }
    Ok(read)
}

#[derive(Default)]
struct Changes {
    inserted: usize,
    deleted: usize,
}

/// The text of a part of the archive, `None` where there is no such part.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, String> {
    let Ok(file) = archive.by_name(name) else { return Ok(None) };
    let mut bytes = Vec::new();
    file.take(LARGEST_PART + 1).read_to_end(&mut bytes).map_err(|e| format!("{name} cannot be unpacked: {e}"))?;
    if bytes.len() as u64 > LARGEST_PART {
        return Err(format!("{name} unpacks to more than {} MB", LARGEST_PART >> 20));
    }
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// The text of the first element of a local name.
fn element(xml: &str, name: &str) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    let mut inside = false;
    let mut out = String::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(e) if e.local_name().as_ref() == name => inside = true,
            Event::End(e) if e.local_name().as_ref() == name => return Some(out),
            Event::Text(text) if inside => out.push_str(&text),
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn paragraphs(xml: &str, read: &mut Read, role: Option<Role>, changes: &mut Changes) -> Result<(), String> {
    let mut reader = Reader::from_str(xml);
    let mut words = String::new();
    let (mut in_text, mut deleted) = (false, 0u32);
    let mut style = String::new();
    let mut page = 1;
    let mut place = 0;
    loop {
        let event = reader.read_event().map_err(|e| format!("the document's XML is broken: {e}"))?;
        match &event {
            Event::Start(e) | Event::Empty(e) => {
                let empty = matches!(event, Event::Empty(_));
                match e.local_name().as_ref() {
                    "t" if !empty => in_text = true,
                    "tab" => words.push(' '),
                    "br" | "cr" => {
                        words.push('\n');
                        if e.attributes().flatten().any(|a| a.value.as_ref() == "page") {
                            page += 1;
                        }
                    }
                    "lastRenderedPageBreak" => page += 1,
                    "ins" if !empty => changes.inserted += 1,
                    "del" if !empty => {
                        changes.deleted += 1;
                        deleted += 1;
                    }
                    "pStyle" => style = e.attributes().flatten().next().map(|a| a.value.to_string()).unwrap_or_default(),
                    _ => {}
                }
            }
            Event::End(e) => match e.local_name().as_ref() {
                "t" => in_text = false,
                "del" => deleted = deleted.saturating_sub(1),
                "p" => {
                    let told = words.trim();
                    if !told.is_empty() {
                        place += 1;
                        let heading = style.to_lowercase();
                        let kind = role.or(match heading.as_str() {
                            "title" => Some(Role::Headline),
                            _ if heading.starts_with("heading") => Some(Role::Heading),
                            _ if heading.contains("quote") => Some(Role::Quotation),
                            _ => None,
                        });
                        let pin = Pin { page: (page > 1).then_some(page), paragraph: Some(place), ..Pin::default() };
                        read.push(told, Block { role: kind, pin, ..Block::default() });
                    }
                    words.clear();
                    style.clear();
                }
                _ => {}
            },
            Event::Text(text) if in_text && deleted == 0 => words.push_str(text),
            // "AT&amp;T" arrives in three events; without this one the "&" is lost.
            Event::GeneralRef(entity) if in_text && deleted == 0 => {
                words.push_str(&resolved(entity));
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// The character that an entity stands for; an unknown one keeps its own spelling.
fn resolved(name: &str) -> String {
    match name {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        _ => {
            let number = name.strip_prefix("#x").map(|hex| u32::from_str_radix(hex, 16)).or_else(|| name.strip_prefix('#').map(str::parse));
            match number.and_then(Result::ok).and_then(char::from_u32) {
                Some(c) => c.to_string(),
                None => format!("&{name};"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    fn docx(document: &str) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
        writer.write_all(document.as_bytes()).unwrap();
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn paragraphs_keep_their_ampersands_and_lose_deleted_words() {
        let xml = "<w:document xmlns:w=\"x\"><w:body><w:p><w:r><w:t>AT&amp;T met on </w:t></w:r><w:del><w:r><w:delText>May 3</w:delText><w:t>May 3</w:t></w:r></w:del><w:ins><w:r><w:t>May 4, 2020.</w:t></w:r></w:ins></w:p><w:p/></w:body></w:document>";
        let read = read("a.docx", &docx(xml)).unwrap();
        assert_eq!(read.text, "AT&T met on May 4, 2020.");
        assert_eq!(read.notes[0].code, Code::Changes);
    }

    #[test]
    fn broken_archives_and_bombs_are_refused() {
        assert!(read("a.docx", b"PK\x03\x04 not a zip").is_err());
        let bomb = docx(&format!("<w:p><w:t>{}</w:t></w:p>", " ".repeat((LARGEST_PART + 10) as usize)));
        assert!(read("a.docx", &bomb).unwrap_err().message.contains("unpacks to more than"));
    }
}
