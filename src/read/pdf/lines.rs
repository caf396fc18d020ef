//! Lines of pages put into paragraphs: margin numbers of pleading paper become pins, headers and footers are kept apart,
//! footnotes apart from the text, words broken at a line's end are joined where the hyphen is the break's own.

use super::{Line, Page, usual_size};
use crate::document::Role;
use regex::Regex;
use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

/// What recurs from page to page.
pub(super) struct Frame {
    /// Lines of the top and bottom of pages, numbers folded, that stand on more than half of them.
    recurring: Vec<String>,
    /// The type size of the text, in points.
    body: f64,
    /// The words of all pages, by which a hyphen at a line's end is judged.
    words: HashSet<String>,
}

/// A paragraph of a page.
pub(super) struct Paragraph {
    pub text: String,
    /// The margin's numbers, each with the byte of the text where its line begins.
    pub margins: Vec<(usize, u32)>,
    /// Furniture, a footnote or a block quotation; `None` for the text itself.
    pub role: Option<Role>,
    /// Every line stands away from both edges.
    set_in: bool,
}

fn folded(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a line is a stamp of a court's system, wherever it stands.
fn is_stamp(text: &str) -> bool {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    let pattern = PATTERN.get_or_init(|| {
        Regex::new(r"(?i)^\s*(?:(?:appellate )?case|usca\w*(?: case| appeal)?)\s*[:#]?\s*\d.*(?:document|doc|dktentry|filed|page)")
            .expect("a valid pattern")
    });
    text.len() < 260 && pattern.is_match(text)
}

/// Whether a line is only a page number.
fn is_page_number(text: &str) -> bool {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    PATTERN
        .get_or_init(|| Regex::new(r"(?i)^\s*(?:-\s*)?(?:page\s*)?\d{1,4}(?:\s*of\s*\d+)?(?:\s*-)?\s*$").expect("a valid pattern"))
        .is_match(text)
}

impl Frame {
    pub(super) fn of(pages: &[Page]) -> Frame {
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for page in pages {
            let mut seen: Vec<String> = page.lines.iter().filter(|line| at_edge(line, page)).map(|line| folded(&line.text)).collect();
            seen.sort_unstable();
            seen.dedup();
            for line in seen {
                *count.entry(line).or_default() += 1;
            }
        }
        let recurring = count.into_iter().filter(|(_, n)| pages.len() > 2 && *n * 2 > pages.len()).map(|(line, _)| line).collect();
        let mut words = HashSet::new();
        for line in pages.iter().flat_map(|page| &page.lines) {
            let inner = line.text.trim_end_matches('-');
            let cut = if inner.len() < line.text.len() { inner.rfind(' ').map_or(0, |at| at + 1) } else { inner.len() };
            words.extend(inner[..cut].split(|c: char| !c.is_alphabetic() && c != '-').filter(|word| word.len() > 3).map(str::to_lowercase));
        }
        let body = usual_size(pages.iter().flat_map(|page| &page.lines).map(|line| (line.size, line.text.len())));
        Frame { recurring, body, words }
    }

    /// How many of a page's lines stand above its footnotes: those are the last lines, in smaller type, from the first that
    /// begins with a note's mark.
    fn text_lines(&self, page: &Page) -> usize {
        static MARK: OnceLock<Regex> = OnceLock::new();
        let mark = MARK.get_or_init(|| Regex::new(r"^\s*(?:\d{1,3}|[*†‡]{1,3})\s?[\p{Lu}“\x22(\[]").expect("a valid pattern"));
        let small = |line: &&Line| line.size < self.body - 0.6 || self.is_furniture(line, page);
        let first = page.lines.len() - page.lines.iter().rev().take_while(small).count();
        let noted = page.lines[first..].iter().position(|line| mark.is_match(&line.text) && !self.is_furniture(line, page));
        noted.map_or(page.lines.len(), |at| first + at)
    }

    /// Whether a word broken at a line's end is written with the hyphen: as the paper writes it elsewhere, else by what its
    /// first half is. Most halves at a break are no words with hyphens.
    fn keeps_hyphen(&self, first: &str, rest: &str) -> bool {
        const COMPOUND: &[&str] = &[
            "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "self", "cross", "well", "long", "short", "high",
            "low", "full", "half", "third", "first", "second", "ex", "vice", "mid", "post", "pre", "anti", "quasi", "two", "three", "four",
            "five", "ten", "non",
        ];
        let (first, rest) = (first.to_lowercase(), rest.to_lowercase());
        let known = |word: &str| self.words.contains(word);
        known(&format!("{first}-{rest}"))
            || !known(&format!("{first}{rest}")) && known(&rest) && (known(&first) || COMPOUND.contains(&first.as_str()))
    }

    fn is_furniture(&self, line: &Line, page: &Page) -> bool {
        is_stamp(&line.text) || at_edge(line, page) && (is_page_number(&line.text) || self.recurring.contains(&folded(&line.text)))
    }

    /// A Bates number at a page's edge: a prefix of capitals and at least five digits.
    pub(super) fn bates(&self, page: &Page) -> Option<String> {
        static PATTERN: OnceLock<Regex> = OnceLock::new();
        let pattern = PATTERN.get_or_init(|| Regex::new(r"^\s*([A-Z]{2,}[A-Z_.-]*\s?-?\d{5,9})\s*$").expect("a valid pattern"));
        page.lines.iter().filter(|line| at_edge(line, page)).find_map(|line| pattern.captures(&line.text).map(|found| found[1].to_owned()))
    }
}

/// Whether a line stands at the top or the bottom of its page: by its place, or as one of the first or last two lines.
fn at_edge(line: &Line, page: &Page) -> bool {
    // The first numbered line of pleading paper or of testimony is its text.
    let text = split_margin(&line.text).is_some_and(|(_, rest)| !rest.is_empty());
    let near = |other: &Line| !text && std::ptr::eq(other, line);
    line.y < page.height * 0.09
        || line.y > page.height * 0.91
        || page.lines.iter().take(2).any(near)
        || page.lines.iter().rev().take(2).any(near)
}

/// The margin number of pleading paper: 1 to 28 down the left, apart from the text (C.D. Cal. L.R. 11-3.2, for instance).
fn margin_numbers(page: &Page) -> bool {
    let numbers: Vec<u32> = page.lines.iter().filter_map(|line| split_margin(&line.text).map(|(n, _)| n)).collect();
    let rising = numbers.windows(2).filter(|pair| pair[1] == pair[0] + 1).count();
    // A short last page is numbered from 1 and has hardly a line without its number.
    let short =
        numbers.first() == Some(&1) && numbers.len() >= 6 && rising + 1 == numbers.len() && numbers.len() * 4 > page.lines.len() * 3;
    short || numbers.len() >= 15 && rising * 3 > numbers.len() * 2
}

/// A line's leading number of 1 to 28 and the rest of the line.
fn split_margin(text: &str) -> Option<(u32, &str)> {
    let trimmed = text.trim_start();
    let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
    let number: u32 = trimmed[..digits].parse().ok().filter(|n| (1..=28).contains(n))?;
    let rest = &trimmed[digits..];
    (rest.is_empty() || rest.starts_with(' ')).then_some((number, rest.trim_start()))
}

/// The paragraphs of a page, from top to bottom.
pub(super) fn paragraphs(page: &Page, frame: &Frame) -> Vec<Paragraph> {
    let numbered = margin_numbers(page);
    let mut out: Vec<Paragraph> = Vec::new();
    let body: Vec<&Line> = page.lines.iter().filter(|line| !line.across && !frame.is_furniture(line, page)).collect();
    let leading = usual_leading(&body);
    let edges = Edges::of(&body);
    let noted = frame.text_lines(page);
    let mut last: Option<&Line> = None;
    let mut gap = 0.0;
    for (at, line) in page.lines.iter().enumerate() {
        if frame.is_furniture(line, page) {
            out.push(Paragraph { text: line.text.trim().to_owned(), margins: Vec::new(), role: Some(Role::Furniture), set_in: false });
            continue;
        }
        let role = (at >= noted).then_some(Role::Footnote);
        let (margin, words) = match split_margin(&line.text).filter(|_| numbered) {
            Some((number, rest)) => (Some(number), rest),
            None => (None, line.text.trim()),
        };
        if words.is_empty() {
            continue;
        }
        let joined = out.last().is_some_and(|p| p.text.contains('\n'));
        let set = Setting { leading, gap, joined, edges };
        let goes_on = last.is_some_and(|before| continues(before, line, words, &set)) && out.last().is_some_and(|p| p.role == role);
        match out.last_mut().filter(|_| goes_on) {
            Some(paragraph) => {
                append(&mut paragraph.text, words, frame);
                paragraph.set_in &= edges.set_in(line);
                paragraph.margins.extend(margin.map(|number| (paragraph.text.len() - words.len(), number)));
            }
            None => {
                let margins = margin.map(|number| (0, number)).into_iter().collect();
                out.push(Paragraph { text: words.to_owned(), margins, role, set_in: edges.set_in(line) });
            }
        }
        gap = last.map_or(0.0, |before| line.y - before.y);
        last = Some(line);
    }
    for paragraph in out.iter_mut().filter(|p| p.role.is_none() && p.set_in && p.text.contains('\n')) {
        let small = paragraph.text.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
        if small > 8 {
            paragraph.role = Some(Role::Quotation);
        }
    }
    out
}

/// How far the lines of a page reach to the left and to the right, in points.
#[derive(Clone, Copy)]
struct Edges {
    left: f64,
    right: f64,
}

impl Edges {
    fn of(body: &[&Line]) -> Edges {
        Edges { left: body.iter().map(|line| line.x).fold(f64::MAX, f64::min), right: body.iter().map(|line| line.end).fold(0.0, f64::max) }
    }

    /// As far from the one edge as from the other, and well away from both.
    fn centred(&self, line: &Line) -> bool {
        let (before, behind) = (line.x - self.left, self.right - line.end);
        let narrow = line.end - line.x < 0.6 * (self.right - self.left);
        !line.column && narrow && before > 3.0 * line.size && (before - behind).abs() < 2.5 * line.size
    }

    /// Away from both edges, as a block quotation is set.
    fn set_in(&self, line: &Line) -> bool {
        !line.column && line.x - self.left > 2.2 * line.size && self.right - line.end > 1.2 * line.size
    }
}

/// How a page is set where a line stands.
struct Setting {
    /// The usual distance from line to line.
    leading: f64,
    /// The distance to the line before, of the line before.
    gap: f64,
    /// The paragraph has more than one line already.
    joined: bool,
    edges: Edges,
}

/// The usual distance from line to line, in points.
fn usual_leading(body: &[&Line]) -> f64 {
    let mut gaps: Vec<f64> = body.windows(2).map(|pair| pair[1].y - pair[0].y).filter(|gap| *gap > 1.0).collect();
    gaps.sort_by(f64::total_cmp);
    // A page with few lines has few gaps; lines of one paragraph stand no further apart than their type allows.
    let widest = body.iter().map(|line| line.size).fold(0.0, f64::max).max(6.0) * if gaps.len() < 12 { 1.35 } else { 2.4 };
    gaps.get(gaps.len() / 3).copied().unwrap_or(14.0).min(widest)
}

/// Whether a line goes on with the paragraph of the line before it.
fn continues(before: &Line, line: &Line, words: &str, set: &Setting) -> bool {
    static STARTS: OnceLock<Regex> = OnceLock::new();
    let starts = STARTS.get_or_init(|| {
        Regex::new(
            r"^(?:\(?\d{1,3}[.)]\s|\([a-z]\)\s|[•●▪–-]\s|[IVX]+\.\s|¶|[QA]\.\s|\d{1,3}\s?[“\x22(\[]?\p{Lu}|(?:THE|MR|MS|MRS|DR)\b[A-Z. ]{2,30}:\s|BY (?:MR|MS|MRS|DR)\b|(?:IT IS )?SO ORDERED|DATED|Dated:|Respectfully submitted|/s/)",
        )
        .expect("a valid pattern")
    });
    let other_size = (line.size - before.size).abs() > 1.5 || before.across != line.across;
    let ended = before.text.trim_end().ends_with(['.', ':', '”', '"', '!', '?', ';']);
    // A number in the middle of a sentence begins nothing.
    let numbered = words.starts_with(|c: char| c.is_ascii_digit());
    if other_size || (ended || !numbered) && starts.is_match(words) {
        return false;
    }
    let step = line.y - before.y;
    // The head of the next column: a sentence goes over.
    if step < -set.leading {
        return !ended;
    }
    // A heading in the middle of the page is no part of what follows it, nor of what it follows.
    if set.edges.centred(before) != set.edges.centred(line) && (set.edges.centred(before) || ended) {
        return false;
    }
    let indented = line.x > before.x + 1.6 * line.size;
    let full = before.end > set.edges.left + (set.edges.right - set.edges.left) * 0.85;
    // A short line before an indented one is a heading, or the last of its paragraph.
    let short = before.end < set.edges.left + (set.edges.right - set.edges.left) * 0.72 && words.starts_with(char::is_uppercase);
    let near = step < set.leading * 1.45 + 1.0;
    // Double spacing on a page that is single-spaced elsewhere: a full line goes on at the same distance.
    let spaced = full && step < 2.6 * line.size && (!ended || set.joined && (step - set.gap).abs() < 2.0);
    (near || spaced) && !(short && (step > set.leading * 1.2 || indented)) && !(indented && ended)
}

/// Joins a line to a paragraph. A hyphen at the break is undone where both halves are lower-case letters and the paper does
/// not write the word with it.
fn append(text: &mut String, words: &str, frame: &Frame) {
    let broken = text.ends_with('-') && text.chars().rev().nth(1).is_some_and(char::is_lowercase) && words.starts_with(char::is_lowercase);
    if broken {
        let letters = |c: char| !c.is_alphabetic();
        let whole = text.trim_end_matches('-');
        let first = whole.rsplit(letters).next().unwrap_or_default();
        let rest = words.split(letters).next().unwrap_or_default();
        if !frame.keeps_hyphen(first, rest) {
            text.truncate(whole.len());
        }
    } else {
        text.push('\n');
    }
    text.push_str(words);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, y: f64) -> Line {
        Line { text: text.to_owned(), x: 72.0, end: 500.0, y, size: 12.0, across: false, column: false }
    }

    #[test]
    fn margin_numbers_become_pins() {
        let lines = (1..=28).map(|n| line(&format!("{n}   words of the line {n} go on"), 80.0 + f64::from(n) * 24.0)).collect();
        let page = Page { lines, width: 612.0, height: 792.0, fault: None };
        let frame = Frame::of(std::slice::from_ref(&page));
        let paragraphs = paragraphs(&page, &frame);
        assert_eq!(paragraphs[0].margins[..2], [(0, 1), (26, 2)]);
        assert!(paragraphs[0].text.starts_with("words of the line 1"), "{}", paragraphs[0].text);
    }

    fn at(text: &str, x: f64, end: f64, y: f64, size: f64) -> Line {
        Line { text: text.to_owned(), x, end, y, size, across: false, column: false }
    }

    #[test]
    fn headings_quotations_and_footnotes_stand_apart_from_the_text() {
        let lines = vec![
            at("The court held a hearing on May 3, 2021, and heard both of the parties on it", 72.0, 540.0, 100.0, 12.0),
            at("for the whole of the day.1", 72.0, 220.0, 114.0, 12.0),
            at("II. Discussion of the Motion", 210.0, 400.0, 142.0, 12.0),
            at("The rule is told in the cases that the court named in its first order of the year", 108.0, 540.0, 170.0, 12.0),
            at("and it is the rule that holds here:", 72.0, 250.0, 184.0, 12.0),
            at("a party that comes late to a hearing is heard as the others are, and", 130.0, 480.0, 210.0, 12.0),
            at("loses nothing by it but the time that it was late.", 130.0, 430.0, 224.0, 12.0),
            at("1 The hearing was public, as all of them are.", 72.0, 380.0, 600.0, 9.5),
        ];
        let page = Page { lines, width: 612.0, height: 792.0, fault: None };
        let told: Vec<(String, Option<Role>)> =
            paragraphs(&page, &Frame::of(std::slice::from_ref(&page))).into_iter().map(|p| (p.text, p.role)).collect();
        let starts: Vec<(&str, Option<Role>)> = told.iter().map(|(text, role)| (text.split(' ').next().unwrap(), *role)).collect();
        let wanted = [("The", None), ("II.", None), ("The", None), ("a", Some(Role::Quotation)), ("1", Some(Role::Footnote))];
        assert_eq!(starts, wanted, "{told:#?}");
    }

    #[test]
    fn stamps_and_page_numbers_are_furniture() {
        assert!(is_stamp("Case 3:21-cv-00485-JCS   Document 69   Filed 08/19/21   Page 1 of 61"));
        assert!(is_page_number("- 12 -") && !is_page_number("12 men"));
    }

    #[test]
    fn words_broken_at_a_line_are_joined() {
        let page = Page {
            lines: vec![line("a cross-border sale, over the border, of the plaintiff", 80.0)],
            width: 612.0,
            height: 792.0,
            fault: None,
        };
        let frame = Frame::of(&[page]);
        for (before, after, joined) in [
            ("the plain-", "tiff left", "the plaintiff left"),
            ("the Smith-", "Jones case", "the Smith-\nJones case"),
            ("a cross-", "border sale", "a cross-border sale"),
            ("pro-", "ceeding", "proceeding"),
        ] {
            let mut text = before.to_owned();
            append(&mut text, after, &frame);
            assert_eq!(text, joined);
        }
    }
}
