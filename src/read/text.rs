//! Plain text: the text is the file itself, cut into paragraphs at blank lines, or at every line where each line is one.

use super::{Block, Failure, Read, encoding, sheet, stamp};
use crate::document::{Format, Pin, Role};

pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Read, Failure> {
    let (text, notes) = encoding::decode(file, bytes, None)?;
    let mut read = Read::new(file, Format::Text, bytes, text);
    read.notes = notes;
    read.blocks = paragraphs(&read.text);
    let pages = read.text.matches('\x0c').count() as u32;
    read.pages = (pages > 0).then_some(pages + 1);
    if !sheet::lay_out(&mut read) {
        stamps(&mut read);
    }
    Ok(read)
}

/// The stamps of a court paper saved as text: a line at the head or foot of each page.
fn stamps(read: &mut Read) {
    let edge = |page: &str| {
        let lines: Vec<&str> = page.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let (head, foot) = (lines.iter().take(3), lines.iter().skip(3).rev().take(2));
        head.chain(foot).filter(|line| stamp::is_stamp(line)).map(|line| (*line).to_owned()).collect::<Vec<String>>()
    };
    let edges: Vec<Vec<String>> = read.text.split('\x0c').map(edge).collect();
    if edges.iter().all(Vec::is_empty) {
        return;
    }
    stamp::fill(read, edges, "");
    for block in &mut read.blocks {
        if stamp::is_stamp(block.span().of(&read.text)) {
            block.role = Some(Role::Furniture);
        }
    }
}

/// A line of text without its end.
#[derive(Clone, Copy)]
struct Line {
    start: usize,
    end: usize,
    page: u32,
}

/// Cuts text into paragraphs; form feeds count pages.
pub(crate) fn paragraphs(text: &str) -> Vec<Block> {
    let paged = text.contains('\x0c');
    let mut page = 1;
    let mut run: Vec<Line> = Vec::new();
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let breaks = line.matches('\x0c').count() as u32;
        let body = line.trim_end_matches(['\n', '\r']);
        let lead = body.len() - body.trim_start_matches(['\x0c', ' ', '\t', '\u{feff}']).len();
        if breaks > 0 {
            flush(text, &mut run, &mut blocks, paged);
            page += breaks;
        }
        if body.trim_matches(['\x0c', '\u{feff}']).trim().is_empty() {
            flush(text, &mut run, &mut blocks, paged);
        } else {
            run.push(Line { start: start + lead, end: start + body.trim_end().len(), page });
        }
        start += line.len();
    }
    flush(text, &mut run, &mut blocks, paged);
    blocks
}

fn flush(text: &str, run: &mut Vec<Line>, blocks: &mut Vec<Block>, paged: bool) {
    if run.is_empty() {
        return;
    }
    let apart = blocks.is_empty() && is_heading(text, run);
    let mut block = |first: Line, last: Line| {
        if first.start < last.end {
            blocks.push(Block {
                start: first.start,
                end: last.end,
                pin: Pin { page: paged.then_some(first.page), ..Pin::default() },
                ..Block::default()
            });
        }
    };
    if !apart && is_wrapped(text, run) {
        block(run[0], run[run.len() - 1]);
    } else {
        for line in run.iter() {
            block(*line, *line);
        }
    }
    run.clear();
}

/// Whether the lines at the top of a text are a headline, an outlet and a day, each on its line, and no sentence.
fn is_heading(text: &str, run: &[Line]) -> bool {
    let words = |line: &Line| &text[line.start..line.end];
    let dated =
        |line: &Line| words(line).len() < 50 && crate::date::find(words(line), &[]).mentions.iter().any(|m| m.value.when().is_some());
    (2..=6).contains(&run.len())
        && run.iter().all(|line| words(line).len() < 100 && !words(line).ends_with('.'))
        && run[1..].iter().any(dated)
}

/// Whether the lines of a run are one wrapped paragraph: all within a page's width and most broken off in mid-sentence.
fn is_wrapped(text: &str, run: &[Line]) -> bool {
    let inner = &run[..run.len() - 1];
    if inner.is_empty() {
        return false;
    }
    let widest = run.iter().map(|line| text[line.start..line.end].chars().count()).max().unwrap_or(0);
    let broken = inner
        .iter()
        .filter(|line| {
            !text[line.start..line.end].ends_with(['.', '!', '?', '"', '”', ':', ')', ';', '*']) && (line.end - line.start) * 2 > widest
        })
        .count();
    widest <= 110 && broken * 2 > inner.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        paragraphs(text).iter().map(|block| block.span().of(text)).collect()
    }

    #[test]
    fn wrapped_lines_are_one_paragraph_and_whole_lines_are_several() {
        assert_eq!(
            cut("The suit was filed on a day in\nJanuary by the teen and his\nmother.\n\nNext."),
            ["The suit was filed on a day in\nJanuary by the teen and his\nmother.", "Next."]
        );
        assert_eq!(
            cut("Fire at a mill\nThe Mill Times\nMarch 6, 2021\n\nIt burned."),
            ["Fire at a mill", "The Mill Times", "March 6, 2021", "It burned."]
        );
        assert_eq!(cut("The suit was filed.\nIt was served.\nIt was heard."), ["The suit was filed.", "It was served.", "It was heard."]);
    }

    #[test]
    fn form_feeds_count_pages() {
        let blocks = paragraphs("one\n\x0ctwo\n");
        assert_eq!(blocks.iter().map(|b| b.pin.page).collect::<Vec<_>>(), [Some(1), Some(2)]);
    }
}
