//! Characters of a page gathered into runs, and runs put into lines in reading order: two columns one after the other, marks
//! of notes in the line they stand on, text on its side apart from the rest.
//!
//! By single characters, two stamps printed over each other would be woven into one another; runs keep them whole.

use super::{Line, Page, usual_size};
use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// Most runs of a page that are kept.
const RUNS: usize = 200_000;

/// A run of characters that go on along one baseline. Lengths in points; `x` and `y` from the upper left of the page as
/// its text is read.
#[derive(Clone, Debug)]
struct Run {
    text: String,
    x: f64,
    end: f64,
    y: f64,
    size: f64,
}

/// Gathers characters into runs.
#[derive(Default)]
pub(super) struct Device {
    /// The runs that are read from left to right, upwards, from right to left, downwards: a page scanned or set on its
    /// side holds its text in another direction than that of the paper.
    turned: [Vec<Run>; 4],
    width: f64,
    height: f64,
    left: f64,
    bottom: f64,
}

impl OutputDev for Device {
    fn begin_page(&mut self, _: u32, media_box: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        (self.left, self.bottom) = (media_box.llx, media_box.lly);
        (self.width, self.height) = (media_box.urx - media_box.llx, media_box.ury - media_box.lly);
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(&mut self, trm: &Transform, width: f64, _spacing: f64, font_size: f64, char: &str) -> Result<(), OutputError> {
        let scale_x = trm.m11.hypot(trm.m12);
        let scale_y = trm.m21.hypot(trm.m22);
        let size = font_size * (scale_x * scale_y).sqrt();
        let (right, up) = (trm.m31 - self.left, trm.m32 - self.bottom);
        let (turn, x, y) = if trm.m11.abs() >= trm.m12.abs() {
            if trm.m11 >= 0.0 { (0, right, self.height - up) } else { (2, self.width - right, up) }
        } else if trm.m12 > 0.0 {
            (1, up, right)
        } else {
            (3, self.height - up, self.width - right)
        };
        let end = x + width * font_size * scale_x;
        let runs = &mut self.turned[turn];
        if !(x.is_finite() && y.is_finite() && end.is_finite()) || runs.len() > RUNS {
            return Ok(());
        }
        if char.trim().is_empty() {
            // A blank ends no run; the gap to the next character says how wide it is.
            return Ok(());
        }
        if let Some(run) = runs.last_mut()
            && (run.y - y).abs() < 0.3 * run.size.max(1.0)
            && x > run.end - 0.35 * size
            && x < run.end + 1.2 * size
            && x >= run.x
        {
            if x > run.end + 0.16 * size {
                run.text.push(' ');
            }
            run.text.push_str(char);
            run.end = end.max(run.end);
            return Ok(());
        }
        runs.push(Run { text: char.to_owned(), x, end, y, size: size.max(0.1) });
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

impl Device {
    /// The page's lines in reading order. The direction that most of the text has is the page's; what stands across it
    /// comes last.
    pub(super) fn page(self) -> Page {
        let letters = |runs: &[Run]| runs.iter().map(|run| run.text.len()).sum::<usize>();
        let main = (0..4).rev().max_by_key(|turn| letters(&self.turned[*turn])).unwrap_or(0);
        let (width, height) = if main % 2 == 0 { (self.width, self.height) } else { (self.height, self.width) };
        let mut across: Vec<Line> = Vec::new();
        let mut lines = Vec::new();
        for (turn, runs) in self.turned.into_iter().enumerate() {
            if turn == main {
                lines = in_reading_order(runs, width);
            } else {
                across.extend(rows(runs).into_iter().map(|line| Line { y: height, across: true, ..line }));
            }
        }
        lines.extend(across);
        Page { lines, width, height, fault: None }
    }
}

/// A stretch of a page that is set in two columns.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Columns {
    top: f64,
    bottom: f64,
    /// Where the gutter between the two is, from the left.
    gutter: f64,
}

/// Fewest lines of a column, fewest characters of a line and fewest small words of a line: what has less is a caption's box,
/// a table or a form, and those are read across. A short column must read the more like prose.
const COLUMN: [(usize, usize, f64); 2] = [(12, 20, 2.0), (5, 28, 3.0)];
/// How near to a gutter a run may come, in points.
const GUTTER: f64 = 4.0;

fn in_reading_order(runs: Vec<Run>, width: f64) -> Vec<Line> {
    let stretches = columns(&runs, width);
    if stretches.is_empty() {
        return rows(runs);
    }
    let mut plain: Vec<Run> = Vec::new();
    let mut sides: Vec<[Vec<Run>; 2]> = stretches.iter().map(|_| [Vec::new(), Vec::new()]).collect();
    for run in runs {
        match stretches.iter().position(|stretch| (stretch.top..=stretch.bottom).contains(&run.y)) {
            Some(at) => sides[at][usize::from(run.x >= stretches[at].gutter)].push(run),
            None => plain.push(run),
        }
    }
    let mut blocks: Vec<(f64, Vec<Line>)> = rows(plain).into_iter().map(|line| (line.y, vec![line])).collect();
    for (stretch, [left, right]) in stretches.iter().zip(sides) {
        let lines = rows(left).into_iter().chain(rows(right)).map(|line| Line { column: true, ..line });
        blocks.push((stretch.top, lines.collect()));
    }
    blocks.sort_by(|a, b| a.0.total_cmp(&b.0));
    blocks.into_iter().flat_map(|(_, lines)| lines).collect()
}

/// The stretches of two columns, by the gutter in the middle of the page that the most lines keep clear.
fn columns(runs: &[Run], width: f64) -> Vec<Columns> {
    let mut by_height: Vec<&Run> = runs.iter().collect();
    by_height.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut best: (usize, Vec<Columns>) = (0, Vec::new());
    for step in 0..=20 {
        let gutter = width * (0.35 + 0.015 * f64::from(step));
        let mut across: Vec<f64> =
            runs.iter().filter(|run| run.x < gutter - GUTTER && run.end > gutter + GUTTER).map(|run| run.y).collect();
        across.extend([f64::MIN, f64::MAX]);
        across.sort_by(f64::total_cmp);
        let mut lines = 0;
        let mut found = Vec::new();
        for pair in across.windows(2) {
            let first = by_height.partition_point(|run| run.y <= pair[0] + 1.0);
            let last = by_height.partition_point(|run| run.y < pair[1] - 1.0);
            if last < first + 2 * COLUMN[1].0 {
                continue;
            }
            let (left, right): (Vec<&Run>, Vec<&Run>) = by_height[first..last].iter().copied().partition(|run| run.x < gutter);
            if let (Some(a), Some(b)) = (column_lines(&left), column_lines(&right)) {
                lines += a + b;
                let ys = || left.iter().chain(&right).map(|run| run.y);
                found.push(Columns { top: ys().fold(f64::MAX, f64::min), bottom: ys().fold(f64::MIN, f64::max), gutter });
            }
        }
        if lines > best.0 {
            best = (lines, found);
        }
    }
    best.1
}

/// How many lines a column has; `None` where the runs are no column of prose.
fn column_lines(runs: &[&Run]) -> Option<usize> {
    if runs.len() < COLUMN[1].0 {
        return None;
    }
    let mut heights: Vec<f64> = runs.iter().map(|run| run.y).collect();
    heights.sort_by(f64::total_cmp);
    let lines = 1 + heights.windows(2).filter(|pair| pair[1] - pair[0] > 3.0).count();
    let chars: usize = runs.iter().map(|run| run.text.len()).sum();
    let small = runs.iter().flat_map(|run| run.text.split(' ')).filter(|word| word.starts_with(char::is_lowercase)).count();
    let enough =
        |(least, letters, words): (usize, usize, f64)| lines >= least && chars >= letters * lines && small as f64 >= words * lines as f64;
    COLUMN.into_iter().any(enough).then_some(lines)
}

/// Runs as lines from top to bottom.
fn rows(mut runs: Vec<Run>) -> Vec<Line> {
    runs.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
    let body = usual_size(runs.iter().map(|run| (run.size, run.text.len())));
    let (marks, runs): (Vec<Run>, Vec<Run>) = runs.into_iter().partition(|run| is_note_mark(run, body));
    let mut rows: Vec<Vec<Run>> = Vec::new();
    for run in runs {
        match rows.last_mut().filter(|row| run.y - row[0].y < 0.45 * row[0].size.min(run.size)) {
            Some(row) => row.push(run),
            None => rows.push(vec![run]),
        }
    }
    for mark in marks {
        // A raised mark belongs to the line whose words it touches.
        let touches = |run: &Run| (mark.x - run.end).abs() < 0.6 * body || (run.x - mark.end).abs() < 0.6 * body;
        let home = rows.iter_mut().find(|row| (0.0..0.8 * body).contains(&(row[0].y - mark.y)) && row.iter().any(touches));
        match home {
            Some(row) => row.push(mark),
            None => {
                let at = rows.partition_point(|row| row[0].y <= mark.y);
                rows.insert(at, vec![mark]);
            }
        }
    }
    rows.into_iter().map(line).collect()
}

/// Whether a run is the raised number or sign of a note.
fn is_note_mark(run: &Run, body: f64) -> bool {
    run.size < 0.8 * body
        && run.text.chars().count() <= 3
        && run.text.chars().all(|c| c.is_ascii_digit() || matches!(c, '*' | '†' | '‡' | ','))
}

/// The runs of one row as a line. A wide gap is a column or a margin; a run that begins inside another is printed over it.
fn line(mut row: Vec<Run>) -> Line {
    let y = row[0].y;
    row.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut text = String::new();
    let mut reach = f64::MIN;
    for run in &row {
        if !text.is_empty() {
            let gap = run.x - reach;
            text.push_str(if gap > 1.8 * run.size {
                "   "
            } else if gap > 0.12 * run.size || gap < -0.5 * run.size {
                " "
            } else {
                ""
            });
        }
        text.push_str(&run.text);
        reach = reach.max(run.end);
    }
    let size = row.iter().map(|run| run.size).fold(0.0, f64::max);
    Line { text, x: row[0].x, end: reach, y, size, across: false, column: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, x: f64, y: f64, size: f64) -> Run {
        Run { text: text.to_owned(), x, end: x + text.len() as f64 * size * 0.5, y, size }
    }

    fn texts(lines: Vec<Line>) -> Vec<String> {
        lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn two_columns_are_read_one_after_the_other_below_their_headline() {
        let mut runs = vec![run("A headline that goes across the whole of the page and both columns", 72.0, 60.0, 14.0)];
        for i in 0..14 {
            let y = 100.0 + 14.0 * f64::from(i);
            runs.push(run(&format!("left {i} goes on in small words"), 72.0, y, 10.0));
            runs.push(run(&format!("right {i} goes on in small words"), 320.0, y + 2.0, 10.0));
        }
        let lines = texts(in_reading_order(runs, 612.0));
        assert!(lines[0].starts_with("A headline") && lines[1].starts_with("left 0") && lines[14].starts_with("left 13"), "{lines:?}");
        assert!(lines[15].starts_with("right 0") && lines.len() == 29, "{lines:?}");
    }

    #[test]
    fn a_captions_box_is_read_across() {
        let mut runs = Vec::new();
        for i in 0..14 {
            let y = 100.0 + 14.0 * f64::from(i);
            runs.push(run("JANE ROE, Plaintiff,", 72.0, y, 12.0));
            runs.push(run("Case No. 21-cv-1", 340.0, y, 12.0));
        }
        assert_eq!(texts(in_reading_order(runs, 612.0))[0], "JANE ROE, Plaintiff,   Case No. 21-cv-1");
    }

    #[test]
    fn the_mark_of_a_note_stays_in_its_line() {
        let runs = vec![run("He was fired.", 72.0, 100.0, 12.0), run("3", 150.0, 95.5, 7.0), run("The firm paid.", 72.0, 114.0, 12.0)];
        assert_eq!(texts(rows(runs)), ["He was fired.3", "The firm paid."]);
    }
}
