//! Lines of pages put into paragraphs: margin numbers of pleading paper become pins, headers and footers are kept apart,
//! words broken at a line's end are joined where the hyphen is the break's own.

use super::{Line, Page};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What recurs from page to page.
pub(super) struct Frame {
    /// Lines of the top and bottom of pages, numbers folded, that stand on more than half of them.
    recurring: Vec<String>,
}

/// A paragraph of a page.
pub(super) struct Paragraph {
    pub text: String,
    /// The margin's numbers, each with the byte of the text where its line begins.
    pub margins: Vec<(usize, u32)>,
    pub furniture: bool,
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
        Frame { recurring }
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

fn at_edge(line: &Line, page: &Page) -> bool {
    line.y < page.height * 0.09 || line.y > page.height * 0.91
}

/// The margin number of pleading paper: 1 to 28 down the left, apart from the text (C.D. Cal. L.R. 11-3.2, for instance).
fn margin_numbers(page: &Page) -> bool {
    let numbers: Vec<u32> = page.lines.iter().filter_map(|line| split_margin(&line.text).map(|(n, _)| n)).collect();
    let rising = numbers.windows(2).filter(|pair| pair[1] == pair[0] + 1).count();
    numbers.len() >= 15 && rising * 3 > numbers.len() * 2
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
    let body: Vec<&Line> = page.lines.iter().filter(|line| !frame.is_furniture(line, page)).collect();
    let leading = usual_leading(&body);
    let mut last: Option<&Line> = None;
    for line in &page.lines {
        if frame.is_furniture(line, page) {
            out.push(Paragraph { text: line.text.trim().to_owned(), margins: Vec::new(), furniture: true });
            continue;
        }
        let (margin, words) = match split_margin(&line.text).filter(|_| numbered) {
            Some((number, rest)) => (Some(number), rest),
            None => (None, line.text.trim()),
        };
        if words.is_empty() {
            continue;
        }
        let goes_on = last.is_some_and(|before| continues(before, line, words, leading)) && out.last().is_some_and(|p| !p.furniture);
        match out.last_mut().filter(|_| goes_on) {
            Some(paragraph) => {
                append(&mut paragraph.text, words);
                paragraph.margins.extend(margin.map(|number| (paragraph.text.len() - words.len(), number)));
            }
            None => {
                let margins = margin.map(|number| (0, number)).into_iter().collect();
                out.push(Paragraph { text: words.to_owned(), margins, furniture: false });
            }
        }
        last = Some(line);
    }
    out
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
fn continues(before: &Line, line: &Line, words: &str, leading: f64) -> bool {
    static STARTS: OnceLock<Regex> = OnceLock::new();
    let starts = STARTS.get_or_init(|| {
        Regex::new(r"^(?:\(?\d{1,3}[.)]\s|\([a-z]\)\s|[•●▪–-]\s|[IVX]+\.\s|¶|[QA]\.\s|(?:THE|MR|MS|MRS|DR)\b[A-Z. ]{2,30}:\s)")
            .expect("a valid pattern")
    });
    let near = line.y - before.y < leading * 1.45 + 1.0;
    let indented = line.x > before.x + 1.6 * line.size && before.text.trim_end().ends_with(['.', ':', '”', '"']);
    let other_size = (line.size - before.size).abs() > 1.5;
    near && !indented && !other_size && !starts.is_match(words)
}

/// Joins a line to a paragraph. A hyphen at the break is undone where both halves are lower-case letters: compounds that
/// keep theirs ("well-known") mostly do not break there, and a wrong join is seen where a lost hyphen is not.
fn append(text: &mut String, words: &str) {
    let broken = text.ends_with('-') && text.chars().rev().nth(1).is_some_and(char::is_lowercase) && words.starts_with(char::is_lowercase);
    if broken {
        text.pop();
    } else {
        text.push('\n');
    }
    text.push_str(words);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, y: f64) -> Line {
        Line { text: text.to_owned(), x: 72.0, y, size: 12.0 }
    }

    #[test]
    fn margin_numbers_become_pins() {
        let lines = (1..=28).map(|n| line(&format!("{n}   words of the line {n} go on"), 80.0 + f64::from(n) * 24.0)).collect();
        let page = Page { lines, width: 612.0, height: 792.0, fault: None };
        let frame = Frame { recurring: Vec::new() };
        let paragraphs = paragraphs(&page, &frame);
        assert_eq!(paragraphs[0].margins[..2], [(0, 1), (26, 2)]);
        assert!(paragraphs[0].text.starts_with("words of the line 1"), "{}", paragraphs[0].text);
    }

    #[test]
    fn stamps_and_page_numbers_are_furniture() {
        assert!(is_stamp("Case 3:21-cv-00485-JCS   Document 69   Filed 08/19/21   Page 1 of 61"));
        assert!(is_page_number("- 12 -") && !is_page_number("12 men"));
    }

    #[test]
    fn words_broken_at_a_line_are_joined() {
        let mut text = "the plain-".to_owned();
        append(&mut text, "tiff left");
        assert_eq!(text, "the plaintiff left");
        let mut text = "the Smith-".to_owned();
        append(&mut text, "Jones case");
        assert_eq!(text, "the Smith-\nJones case");
    }
}
