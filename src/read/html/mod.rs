//! Saved web pages: the words in reading order with their blocks, what the page says of itself, and docket sheets.
//!
//! The text is the page's visible words, one block a line; furniture (navigation, share bars, comments, footers) is kept
//! as furniture, so that nothing that was on the page is lost.

mod depth;
mod docket;
mod meta;

use super::{Block, Failure, Read, encoding};
use crate::document::{Format, Kind, Role};
use crate::note::{Code, Note};
use ego_tree::iter::Edge;
use regex::Regex;
use scraper::{ElementRef, Html, Node, Selector};
use std::sync::OnceLock;

/// Elements that begin a line of their own.
const BLOCKS: &[&str] = &[
    "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section", "article", "header", "footer",
    "main", "aside", "nav", "table", "tr", "td", "th", "tbody", "thead", "caption", "figure", "figcaption", "dl", "dt", "dd", "form",
    "fieldset", "address", "hr", "br", "body", "details", "summary", "center", "title", "option",
];
/// Elements whose words are not shown.
const HIDDEN: &[&str] =
    &["script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select", "button", "textarea", "math"];
/// Elements that hold a page's furniture.
const FURNITURE: &[&str] = &["nav", "footer", "aside", "form"];

pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Read, Failure> {
    page(file, bytes, None)
}

/// A page, and the address it is known to have been saved from.
fn page(file: &str, bytes: &[u8], saved_from: Option<String>) -> Result<Read, Failure> {
    let declared = declared_charset(bytes);
    let (text, notes) = encoding::decode(file, bytes, declared.as_deref())?;
    let (text, flattened) = depth::flat(&text);
    let page = Html::parse_document(&text);
    let mut read = Read::new(file, Format::Html, bytes, String::new());
    read.notes = notes;
    if flattened {
        let found = "the page's elements are nested deeper than any program shows";
        read.notes.push(Note::new(
            Code::LeftOut,
            file,
            found,
            "its words were read without the deepest of them",
            "check the quotes against the page",
        ));
    }
    if let Some(sheet) = docket::read(&page, &text) {
        docket::fill(&mut read, sheet);
        return Ok(read);
    }
    let (words, blocks) = visible(&page);
    read.text = words;
    read.blocks = blocks;
    meta::fill(&mut read, &page, &text, saved_from);
    if read.text.trim().is_empty() {
        read.text = read.meta.title.clone().unwrap_or_default();
        let found = "the page has no visible words of its own; they may be drawn by a script";
        read.notes.push(Note::new(
            Code::LeftOut,
            file,
            found,
            "only what its head says was taken",
            "save the page again as complete, or as text",
        ));
    }
    read.meta.kind = Some(Kind::Article).filter(|_| !read.text.contains("UNITED STATES DISTRICT COURT"));
    Ok(read)
}

/// The encoding that a page declares in its first kilobytes.
fn declared_charset(bytes: &[u8]) -> Option<String> {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    let pattern = PATTERN.get_or_init(|| Regex::new(r#"(?i)charset\s*=\s*["']?\s*([\w-]+)"#).expect("a valid pattern"));
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    pattern.captures(&head).map(|found| found[1].to_owned())
}

pub(super) fn select(selector: &str) -> Selector {
    Selector::parse(selector).expect("a valid selector")
}

fn in_script(node: ego_tree::NodeRef<Node>) -> bool {
    let parent = node.parent().and_then(|parent| parent.value().as_element().map(|e| e.name()));
    matches!(parent, Some("script" | "style" | "noscript"))
}

/// Collapsed words of an element.
pub(super) fn words(element: ElementRef) -> String {
    let mut out = String::new();
    for edge in element.traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                // What a script or a style says is shown to nobody.
                Node::Text(text) if !in_script(node) => out.push_str(text),
                Node::Element(e) if BLOCKS.contains(&e.name()) => out.push(' '),
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(e) = node.value()
                    && BLOCKS.contains(&e.name())
                {
                    out.push(' ');
                }
            }
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether an element's class or id says that it is no part of the article.
fn named_furniture(element: &scraper::node::Element) -> bool {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    let pattern = PATTERN.get_or_init(|| {
        Regex::new(r"(?i)(^|[\s_-])(comments?|share|sharing|social|related|recommend\w*|promo|sidebar|newsletter|cookie|consent|footer|navigation|nav|navbar|menu|breadcrumbs?|subscribe|advert\w*|ads?|sponsor\w*|author-?bio|bio|widget|popup|modal|trending|most-?read|most-?popular|tags?|taglist|pagination|skip|toolbar|signup|disqus|banner|masthead)([\s_-]|$)").expect("a valid pattern")
    });
    if matches!(element.name(), "body" | "html" | "main" | "article") {
        return false;
    }
    let class = element.attr("class").unwrap_or("");
    let id = element.attr("id").unwrap_or("");
    class.len() < 200 && pattern.is_match(class) || pattern.is_match(id)
}

/// A block under construction.
#[derive(Default)]
struct Open {
    words: String,
    linked: usize,
    heading: Option<u8>,
    quoted: bool,
    furniture: bool,
    inside_article: bool,
    paragraph: bool,
}

/// The visible words with their blocks.
fn visible(page: &Html) -> (String, Vec<Block>) {
    let mut done: Vec<Open> = Vec::new();
    let mut open = Open::default();
    // What the open elements say of the words inside them; a count each, since elements nest.
    let (mut hidden, mut furniture, mut article, mut links, mut quotes, mut paragraphs) = (0u32, 0u32, 0u32, 0u32, 0u32, 0u32);
    let mut heading: Vec<u8> = Vec::new();
    let is_article = |e: &scraper::node::Element| {
        e.name() == "article" || e.name() == "main" || e.attr("itemprop") == Some("articleBody") || e.attr("role") == Some("main")
    };
    for edge in page.tree.root().traverse() {
        let (node, opens) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Element(e) => {
                let name = e.name();
                if BLOCKS.contains(&name) {
                    flush(&mut open, &mut done);
                }
                let step = |count: &mut u32| *count = if opens { *count + 1 } else { count.saturating_sub(1) };
                if HIDDEN.contains(&name)
                    || e.attr("hidden").is_some()
                    || e.attr("style").is_some_and(|s| s.replace(' ', "").contains("display:none"))
                {
                    step(&mut hidden);
                }
                if FURNITURE.contains(&name) || named_furniture(e) {
                    step(&mut furniture);
                }
                if is_article(e) {
                    step(&mut article);
                }
                match name {
                    "a" => step(&mut links),
                    "blockquote" => step(&mut quotes),
                    "p" => step(&mut paragraphs),
                    "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                        if opens {
                            heading.push(name.as_bytes()[1] - b'0');
                        } else {
                            heading.pop();
                        }
                    }
                    _ => {}
                }
            }
            Node::Text(text) if opens && hidden == 0 => {
                let before = open.words.len();
                for (i, word) in text.split_whitespace().enumerate() {
                    let glued = i == 0 && !text.starts_with(char::is_whitespace);
                    if !open.words.is_empty() && !glued && !open.words.ends_with(' ') {
                        open.words.push(' ');
                    }
                    open.words.push_str(word);
                }
                if text.ends_with(char::is_whitespace) && !open.words.is_empty() && !open.words.ends_with(' ') {
                    open.words.push(' ');
                }
                if open.words.len() > before {
                    if links > 0 {
                        open.linked += open.words.len() - before;
                    }
                    open.heading = open.heading.or(heading.last().copied());
                    open.quoted |= quotes > 0;
                    open.furniture |= furniture > 0;
                    open.inside_article |= article > 0;
                    open.paragraph |= paragraphs > 0;
                }
            }
            _ => {}
        }
    }
    flush(&mut open, &mut done);
    laid_out(done)
}

fn flush(open: &mut Open, done: &mut Vec<Open>) {
    let block = std::mem::take(open);
    if !block.words.trim().is_empty() {
        done.push(block);
    }
}

fn laid_out(done: Vec<Open>) -> (String, Vec<Block>) {
    // The article is what the page marks as such, where that holds a fair share of its prose.
    let prose = |b: &&Open| !b.furniture && b.words.len() > 80 && b.linked * 2 < b.words.len();
    let all: usize = done.iter().filter(prose).map(|b| b.words.len()).sum();
    let marked: usize = done.iter().filter(prose).filter(|b| b.inside_article).map(|b| b.words.len()).sum();
    let use_mark = marked * 2 > all;
    let first_prose = done.iter().position(|b| prose(&b) && (!use_mark || b.inside_article)).unwrap_or(0);
    let mut text = String::new();
    let mut blocks = Vec::new();
    let mut headline = false;
    for (i, block) in done.iter().enumerate() {
        let words = block.words.trim();
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(words);
        let outside = use_mark && !block.inside_article && i > first_prose;
        let mostly_links = block.linked * 2 > block.words.len() && !block.paragraph;
        let role = if block.heading == Some(1) && !headline && !block.furniture {
            headline = true;
            Some(Role::Headline)
        } else if block.furniture || outside || mostly_links {
            Some(Role::Furniture)
        } else if block.heading.is_some() {
            Some(Role::Heading)
        } else if block.quoted {
            Some(Role::Quotation)
        } else {
            None
        };
        blocks.push(Block { start, end: text.len(), role, ..Block::default() });
    }
    (text, blocks)
}

/// A page inside a web archive file (.mhtml): the first HTML part, and where it was saved from.
pub(super) fn read_archive(file: &str, bytes: &[u8]) -> Result<Read, Failure> {
    let refuse = || Failure::new(Code::NotRead, "the web archive holds no page that can be read", "save the page again as HTML");
    let message = mail_parser::MessageParser::default().parse(bytes).ok_or_else(refuse)?;
    let part = message.parts.iter().find(|part| {
        use mail_parser::MimeHeaders;
        part.content_type().is_some_and(|t| t.ctype() == "text" && t.subtype() == Some("html"))
    });
    let part = part.ok_or_else(refuse)?;
    // Where a page was saved from stands in the archive, not in the page.
    let saved_from = {
        use mail_parser::MimeHeaders;
        part.content_location().or_else(|| message.header_raw("Snapshot-Content-Location").map(str::trim)).map(str::to_owned)
    };
    let mut read = page(file, part.contents(), saved_from.filter(|url| url.starts_with("http")))?;
    read.sha256 = super::sha256(bytes);
    Ok(read)
}
