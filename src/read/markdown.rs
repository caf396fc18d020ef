//! Markdown: the text is the file itself; headings, quotations and front matter are told apart by its own marks.

use super::{Block, Failure, Read, candidate, encoding};
use crate::document::{Format, From, Role};
use pulldown_cmark::{Event, HeadingLevel, MetadataBlockKind, Options, Parser, Tag, TagEnd};

pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Read, Failure> {
    let (text, notes) = encoding::decode(file, bytes, None)?;
    let mut read = Read::new(file, Format::Markdown, bytes, text);
    read.notes = notes;
    let mut quoted = 0;
    let mut role: Option<Role> = None;
    let mut front = false;
    let mut start = None;
    let mut title_seen = false;
    let text = read.text.clone();
    for (event, range) in Parser::new_ext(&text, Options::ENABLE_YAML_STYLE_METADATA_BLOCKS).into_offset_iter() {
        match event {
            Event::Start(Tag::BlockQuote(_)) => quoted += 1,
            Event::End(TagEnd::BlockQuote(_)) => quoted -= 1,
            Event::Start(Tag::MetadataBlock(MetadataBlockKind::YamlStyle)) => front = true,
            Event::End(TagEnd::MetadataBlock(_)) => front = false,
            Event::Text(words) if front => front_matter(&words, &mut read),
            Event::Start(Tag::Heading { level, .. }) => {
                role = Some(if level == HeadingLevel::H1 && !title_seen { Role::Headline } else { Role::Heading });
                title_seen |= level == HeadingLevel::H1;
                start = Some(range.start);
            }
            Event::Start(Tag::Paragraph) => {
                role = (quoted > 0).then_some(Role::Quotation);
                start = Some(range.start);
            }
            Event::Start(Tag::Item) => start = Some(range.start),
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item) => {
                if let Some(start) = start.take() {
                    let words = text[start..range.end].trim_end();
                    if !words.trim().is_empty() {
                        read.blocks.push(Block { start, end: start + words.len(), role, ..Block::default() });
                    }
                }
                role = None;
            }
            _ => {}
        }
    }
    // Several whole lines in one Markdown paragraph are several paragraphs to a reader (a post and its sign-off).
    let blocks = std::mem::take(&mut read.blocks);
    for block in blocks {
        if block.role.is_some() {
            read.blocks.push(block);
            continue;
        }
        for inner in super::text::paragraphs(block.span().of(&text)) {
            read.blocks.push(Block { start: block.start + inner.start, end: block.start + inner.end, ..Block::default() });
        }
    }
    if read.blocks.is_empty() {
        read.blocks = super::text::paragraphs(&text);
    }
    Ok(read)
}

/// Reads the lines of a front-matter block that say who and when.
fn front_matter(words: &str, read: &mut Read) {
    for line in words.lines() {
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = value.trim().trim_matches(['"', '\'']).to_owned();
        match key.trim().to_ascii_lowercase().as_str() {
            "title" => read.meta.title = Some(value),
            "publisher" | "outlet" | "site" => read.meta.publisher = Some(value),
            "author" | "by" => read.meta.authors.push(value),
            "url" | "link" => read.meta.url = Some(value),
            "date" | "published" => {
                if let Some(day) = value.get(..10).and_then(|day| day.parse().ok()) {
                    read.meta.published.push(candidate(day, From::Metadata, format!("front matter: {}", line.trim())));
                }
            }
            _ => {}
        }
    }
}
