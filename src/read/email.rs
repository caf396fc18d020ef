//! Mail (.eml): the headers, the new words apart from quoted replies, and attachments as sources of their own.

use super::{Block, Failure, Options, Read, candidate};
use crate::date::day_text;
use crate::document::{Format, From, Kind, Role};
use crate::note::{Code, Note};
use chrono::NaiveDate;
use mail_parser::{MessageParser, MimeHeaders, PartType};

pub(super) fn read(file: &str, bytes: &[u8], options: &Options) -> Result<Read, Failure> {
    let broken = || Failure::new(Code::NotRead, "the message cannot be read as mail", "save it again from the mail program as .eml");
    let message = MessageParser::default().parse(bytes).ok_or_else(broken)?;
    let mut read = Read::new(file, Format::Email, bytes, String::new());
    read.meta.kind = Some(Kind::Email);
    read.meta.title = message.subject().map(str::to_owned);
    let person =
        |address: Option<&mail_parser::Address>| address.and_then(|a| a.first()).and_then(|a| a.name().or(a.address()).map(str::to_owned));
    if let Some(from) = person(message.from()) {
        read.meta.publisher = Some(from.clone());
        read.meta.authors.push(from);
    }
    let mut head = String::new();
    for (label, value) in
        [("From", person(message.from())), ("To", person(message.to())), ("Cc", person(message.cc())), ("Subject", read.meta.title.clone())]
    {
        if let Some(value) = value {
            head.push_str(&format!("{label}: {value}\n"));
        }
    }
    if let Some(date) = message.date() {
        // The day is the one that the sender's own clock names.
        let day = NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day));
        let zone = format!("{}{:02}:{:02}", if date.tz_before_gmt { '-' } else { '+' }, date.tz_hour, date.tz_minute);
        if let Some(day) = day {
            let phrase = format!("Date: {} {:02}:{:02} {zone}", day_text(day), date.hour, date.minute);
            head.push_str(&phrase);
            head.push('\n');
            read.meta.published.push(candidate(day, From::Metadata, phrase));
        }
    }
    read.push(head.trim_end(), Block { role: Some(Role::Byline), ..Block::default() });
    let body = (0..message.text_body_count()).filter_map(|i| message.body_text(i)).collect::<Vec<_>>().join("\n\n");
    for part in replies(&body) {
        for block in super::text::paragraphs(&part.words) {
            let paragraph = block.span().of(&part.words).to_owned();
            let role = if part.header { Some(Role::Byline) } else { part.quoted.then_some(Role::Quotation) };
            read.push(&paragraph, Block { role, day: part.day, author: part.author.clone(), ..Block::default() });
        }
    }
    for attachment in message.attachments() {
        attach(file, attachment, options, &mut read);
    }
    if read.text.trim().is_empty() && read.parts.is_empty() {
        return Err(Failure::new(
            Code::Empty,
            "the message has no headers, no words and no attachments",
            "save it again from the mail program",
        ));
    }
    Ok(read)
}

/// A stretch of a body: the sender's new words, or another message's with its own day and author.
#[derive(Default)]
struct Part {
    words: String,
    quoted: bool,
    /// The lines that name the other message's sender and day.
    header: bool,
    day: Option<NaiveDate>,
    author: Option<String>,
}

/// The day and the author that a line gives for the message quoted below it: "On Wed, Jan 29, 2020, Bob wrote:".
fn introduction(line: &str) -> (Option<NaiveDate>, Option<String>) {
    let found = crate::date::find(line, &[]).mentions;
    let day = found.iter().find_map(|mention| mention.value.when()?.exact());
    let after = found.last().map_or(0, |mention| mention.span.end());
    let name = line[after..].trim_end().trim_end_matches("wrote:").split('<').next().unwrap_or_default();
    let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '"' | ':'));
    let name = name.strip_prefix("at ").map_or(name, |rest| rest.trim_start_matches(|c: char| !c.is_alphabetic()));
    (day, (!name.is_empty()).then(|| name.to_owned()))
}

/// A body cut into new words and quoted replies.
fn replies(body: &str) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    let mut forwarded = false;
    // Headers stand together below what divides two messages; "To: all of you" further down is what somebody wrote.
    let mut heading = false;
    let mut of: (Option<NaiveDate>, Option<String>) = (None, None);
    for line in body.lines() {
        let trimmed = line.trim_start();
        let divides = trimmed.starts_with("-----Original Message")
            || trimmed.starts_with("---------- Forwarded message")
            || trimmed.starts_with("________________________________");
        forwarded |= divides;
        heading |= divides;
        let introduces = trimmed.starts_with("On ") && trimmed.trim_end().ends_with("wrote:");
        let quoted = forwarded || introduces || trimmed.starts_with('>');
        let words = trimmed.trim_start_matches(['>', ' ']);
        let line = if quoted { words } else { line };
        if introduces {
            of = introduction(trimmed);
        } else if forwarded && let Some(sent) = words.strip_prefix("Sent:").or(words.strip_prefix("Date:")) {
            of.0 = introduction(sent).0.or(of.0);
        } else if forwarded && let Some(from) = words.strip_prefix("From:") {
            of = (None, introduction(from).1);
        }
        let named = ["From:", "Sent:", "Date:", "To:", "Cc:", "CC:", "Bcc:", "Subject:"].iter().any(|name| words.starts_with(name));
        // "On March 4, Ann wrote:" tells of a message as a sentence does; a block of headers does not.
        let header = divides || heading && named;
        heading = header || heading && words.is_empty();
        let (day, author) = if quoted && !introduces { of.clone() } else { (None, None) };
        match out.last_mut() {
            Some(part) if (part.quoted, part.header) == (quoted, header) && (&part.day, &part.author) == (&day, &author) => {
                part.words.push('\n');
                part.words.push_str(line);
            }
            _ => out.push(Part { words: line.to_owned(), quoted, header, day, author }),
        }
    }
    out
}

fn attach(file: &str, part: &mail_parser::MessagePart, options: &Options, read: &mut Read) {
    let name = part.attachment_name().unwrap_or("attachment").to_owned();
    let place = format!("{file}/{name}");
    let bytes: &[u8] = match &part.body {
        PartType::Text(text) | PartType::Html(text) => text.as_bytes(),
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes,
        PartType::Message(message) => message.raw_message(),
        PartType::Multipart(_) => return,
    };
    // A message inside a message may hold one too; only so many are opened.
    if place.matches('/').count() > file.matches('/').count() + 3 || place.len() > 2000 {
        read.notes.push(Note::new(Code::Attachment, place, "it is attached too deep", "it was left out", "save it as a file of its own"));
        return;
    }
    match super::read_bytes(&place, bytes, options) {
        Ok(mut part) => {
            let parts = std::mem::take(&mut part.parts);
            read.notes.push(Note::new(Code::Attachment, place, "it is attached to the message", "it was read as a source of its own", ""));
            read.parts.push(part);
            read.parts.extend(parts);
        }
        Err(failure) => read.notes.push(Note::new(Code::Attachment, place, failure.message, "the attachment is left out", failure.advice)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MESSAGE: &str = "From: Ann Author <ann@example.org>\r\nTo: Bob <bob@example.org>\r\nSubject: The posts\r\nDate: Thu, 30 Jan 2020 23:40:00 -0800\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nThey were taken down today.\r\n\r\nOn Wed, Jan 29, 2020, Bob wrote:\r\n> When will it be done?\r\n\r\n--x\r\nContent-Type: text/plain; name=\"log.txt\"\r\nContent-Disposition: attachment; filename=\"log.txt\"\r\n\r\nRemoved on Jan. 30, 2020.\r\n--x--\r\n";

    #[test]
    fn the_senders_own_day_and_the_new_words_are_told_apart() {
        let read = read("a.eml", MESSAGE.as_bytes(), &Options::default()).unwrap();
        assert_eq!(read.meta.published[0].edtf(), "2020-01-30");
        assert!(read.meta.published[0].phrase.ends_with("-08:00"));
        let quoted: Vec<&str> = read.blocks.iter().filter(|b| b.role == Some(Role::Quotation)).map(|b| b.span().of(&read.text)).collect();
        assert!(quoted.iter().any(|words| words.contains("When will it be done?")), "{quoted:?}");
        assert!(!quoted.iter().any(|words| words.contains("taken down")));
        // What is quoted speaks from its own day, in its author's name.
        let asked = read.blocks.iter().find(|b| b.span().of(&read.text).contains("When will it be done?")).unwrap();
        assert_eq!((asked.day, asked.author.as_deref()), (NaiveDate::from_ymd_opt(2020, 1, 29), Some("Bob")));
        assert_eq!(read.parts.len(), 1);
        assert!(read.parts[0].text.contains("Removed on Jan. 30, 2020."));
    }
}
