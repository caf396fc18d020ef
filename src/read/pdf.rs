//! PDF: pages, lines and their places, read in a child process with limits on memory and time.
//!
//! The best crates still panic, abort or balloon on broken files, so the parsing runs in the program's own child
//! (`dateline parse-pdf`), which sends lines back as JSON. Characters are gathered into runs while they go on along one
//! baseline, and runs are then put in order: by single characters, two stamps printed over each other would be woven
//! into one another.

use super::{Block, Failure, Options, Read, stamp};
use crate::document::{Format, Mark, Pin, Role};
use crate::note::{Code, Note};
use pdf_extract::{Document as Pdf, MediaBox, OutputDev, OutputError, Transform};
use serde::{Deserialize, Serialize};
use std::io::{self, Read as _, Write};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

mod lines;

/// Longest time a file may take.
const TIME: Duration = Duration::from_secs(15);
/// Most memory the child may take, in bytes.
const MEMORY: u64 = 1900 << 20;
/// Most pages that are read.
const PAGES: usize = 5000;

/// What the child found.
#[derive(Serialize, Deserialize, Debug)]
enum Parsed {
    Pages(Vec<Page>),
    Encrypted,
    WrongPassword,
    Broken(String),
}

/// One page as lines from top to bottom.
#[derive(Serialize, Deserialize, Debug, Default)]
struct Page {
    lines: Vec<Line>,
    width: f64,
    height: f64,
    /// The page could not be parsed, and why.
    fault: Option<String>,
}

/// One line: its words, its left edge and its place from the top, and its type size, in points.
#[derive(Serialize, Deserialize, Debug, Clone, PartialEq)]
struct Line {
    text: String,
    x: f64,
    y: f64,
    size: f64,
}

pub(super) fn read(file: &str, bytes: &[u8], options: &Options) -> Result<Read, Failure> {
    let parsed = in_child(bytes, options)?;
    let pages = match parsed {
        Parsed::Pages(pages) => pages,
        Parsed::Encrypted => {
            return Err(Failure::new(Code::NotRead, "the PDF is encrypted", "give its password with --password, or save an open copy"));
        }
        Parsed::WrongPassword => {
            return Err(Failure::new(Code::NotRead, "the PDF is encrypted and the password does not open it", "check the password"));
        }
        Parsed::Broken(why) => {
            return Err(Failure::new(
                Code::NotRead,
                format!("the PDF cannot be parsed: {why}"),
                "open it in a viewer and print it to a new PDF",
            ));
        }
    };
    if pages.is_empty() {
        return Err(Failure::new(
            Code::NotRead,
            "the PDF has no pages that could be found",
            "open it in a viewer and print it to a new PDF",
        ));
    }
    let mut read = Read::new(file, Format::Pdf, bytes, String::new());
    read.pages = Some(pages.len() as u32);
    let mut unread: Vec<usize> = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        let letters: usize = page.lines.iter().map(|line| line.text.chars().filter(|c| c.is_alphanumeric()).count()).sum();
        if page.fault.is_some() || letters < 20 && !page.lines.iter().any(|line| line.text.split_whitespace().count() > 2) && letters < 3 {
            unread.push(number + 1);
        }
    }
    if !unread.is_empty() {
        let list = ranges(&unread);
        let why = pages
            .iter()
            .find_map(|p| p.fault.clone())
            .map_or_else(|| "no text layer: a scan or a picture".to_owned(), |f| format!("it could not be parsed ({f})"));
        read.notes.push(Note::new(
            Code::PageNotRead,
            file,
            format!("page {list} has {why}"),
            "not read",
            "run it through text recognition (OCR) and use the searchable copy",
        ));
    }
    if unread.len() == pages.len() {
        return Err(Failure::new(
            Code::NotRead,
            "no page of the PDF has a text layer: a scan, or broken",
            "run it through text recognition (OCR) and use the searchable copy",
        ));
    }
    fill(&mut read, &pages);
    if read.text.trim().is_empty() {
        return Err(Failure::new(
            Code::NotRead,
            "the PDF holds no text that could be read",
            "run it through text recognition (OCR) and use the searchable copy",
        ));
    }
    let edge = |page: &Page| {
        let at_edge = |line: &&Line| line.y < page.height * 0.14 || line.y > page.height * 0.86;
        page.lines.iter().filter(at_edge).map(|line| line.text.clone()).collect()
    };
    let first = pages.first().map(|page| page.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" "));
    stamp::fill(&mut read, pages.iter().map(edge).collect(), &first.unwrap_or_default());
    Ok(read)
}

/// Numbers as "1-3, 7".
fn ranges(numbers: &[usize]) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut at = 0;
    while at < numbers.len() {
        let mut end = at;
        while end + 1 < numbers.len() && numbers[end + 1] == numbers[end] + 1 {
            end += 1;
        }
        out.push(if end == at { numbers[at].to_string() } else { format!("{}-{}", numbers[at], numbers[end]) });
        at = end + 1;
    }
    out.join(", ")
}

/// Puts pages into text with blocks: a paragraph a block, furniture apart, margin numbers as pins.
fn fill(read: &mut Read, pages: &[Page]) {
    let frame = lines::Frame::of(pages);
    for (number, page) in pages.iter().enumerate() {
        for paragraph in lines::paragraphs(page, &frame) {
            let number = number as u32 + 1;
            let margin = paragraph.margins.first().map(|(_, line)| *line);
            let pin = Pin { page: Some(number), margin, bates: frame.bates(page), ..Pin::default() };
            read.push(&paragraph.text, Block { role: paragraph.furniture.then_some(Role::Furniture), pin, ..Block::default() });
            let start = read.last_start();
            read.marks.extend(paragraph.margins.iter().map(|(at, line)| Mark { at: start + at, page: number, line: *line }));
        }
    }
}

/// Parses in a child process; in this process only where no program is known (the library's own tests).
fn in_child(bytes: &[u8], options: &Options) -> Result<Parsed, Failure> {
    let broken = |what: String| Failure::new(Code::NotRead, what, "open it in a viewer and print it to a new PDF");
    let Some(program) = &options.program else {
        return Ok(parse(bytes, options.password.as_deref()));
    };
    let mut command = Command::new(program);
    command.arg("parse-pdf").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    if let Some(password) = &options.password {
        // Not as an argument: those can be seen by every user of the machine.
        command.env("DATELINE_PASSWORD", password);
    }
    let mut child = command.spawn().map_err(|e| broken(format!("the PDF reader could not be started: {e}")))?;
    let mut input = child.stdin.take().expect("the child's input is piped");
    let mut output = child.stdout.take().expect("the child's output is piped");
    let copy = bytes.to_vec();
    let writer = thread::spawn(move || {
        // A child that died early closes its end; its exit status tells.
        let _ = input.write_all(&copy);
    });
    let (send, receive) = mpsc::channel();
    thread::spawn(move || {
        let mut out = Vec::new();
        let done = output.read_to_end(&mut out).map(|_| out);
        let _ = send.send(done);
    });
    let answer = receive.recv_timeout(TIME);
    if answer.is_err() {
        let _ = child.kill();
    }
    let status = child.wait();
    let _ = writer.join();
    match answer {
        Err(_) => Err(broken(format!("the PDF took more than {} seconds and was given up", TIME.as_secs()))),
        Ok(Err(e)) => Err(broken(format!("the PDF reader's answer was lost: {e}"))),
        Ok(Ok(out)) => serde_json::from_slice(&out).map_err(|_| {
            let how = status.map_or_else(|e| e.to_string(), |s| s.to_string());
            broken(format!("the PDF reader gave up on it (memory over {} MB, or a fault: {how})", MEMORY >> 20))
        }),
    }
}

/// The child's work: standard input to standard output.
///
/// # Errors
/// When the input cannot be read or the output cannot be written.
pub fn child() -> io::Result<()> {
    // Where the system has no such limit, the time limit alone holds.
    let _ = rlimit::setrlimit(rlimit::Resource::AS, MEMORY, MEMORY);
    std::panic::set_hook(Box::new(|_| {}));
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    let password = std::env::var("DATELINE_PASSWORD").ok();
    // A deep stack for deeply nested objects.
    let parsed = thread::Builder::new()
        .stack_size(256 << 20)
        .spawn(move || parse(&bytes, password.as_deref()))?
        .join()
        .unwrap_or_else(|_| Parsed::Broken("a fault in the parser".to_owned()));
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, &parsed)?;
    out.flush()
}

fn parse(bytes: &[u8], password: Option<&str>) -> Parsed {
    let loaded = std::panic::catch_unwind(|| Pdf::load_mem(bytes));
    let mut pdf = match loaded {
        Ok(Ok(pdf)) => pdf,
        Ok(Err(error)) => {
            let said = error.to_string();
            return if said.to_lowercase().contains("password") || said.to_lowercase().contains("decrypt") {
                Parsed::Encrypted
            } else {
                Parsed::Broken(said)
            };
        }
        Err(_) => return Parsed::Broken("a fault in the parser".to_owned()),
    };
    if pdf.is_encrypted() {
        let tried = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| pdf.decrypt(password.unwrap_or(""))));
        if !matches!(tried, Ok(Ok(_))) {
            return if password.is_some() { Parsed::WrongPassword } else { Parsed::Encrypted };
        }
    }
    let numbers: Vec<u32> = match std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| pdf.get_pages().into_keys().collect())) {
        Ok(numbers) => numbers,
        Err(_) => return Parsed::Broken("a fault in the list of pages".to_owned()),
    };
    let pages = numbers
        .into_iter()
        .take(PAGES)
        .map(|number| {
            let mut device = Device::default();
            let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| pdf_extract::output_doc_page(&pdf, &mut device, number)));
            let mut page = device.page();
            match done {
                Ok(Ok(())) => {}
                Ok(Err(error)) if page.lines.is_empty() => page.fault = Some(error.to_string()),
                Err(_) if page.lines.is_empty() => page.fault = Some("a fault in the parser".to_owned()),
                _ => {}
            }
            page
        })
        .collect();
    Parsed::Pages(pages)
}

/// A run of characters that go on along one baseline.
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
struct Device {
    runs: Vec<Run>,
    width: f64,
    height: f64,
    left: f64,
    top: f64,
}

impl OutputDev for Device {
    fn begin_page(&mut self, _: u32, media_box: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        (self.left, self.top) = (media_box.llx, media_box.ury);
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
        let (x, y) = (trm.m31 - self.left, self.top - trm.m32);
        let end = x + width * font_size * scale_x;
        if !(x.is_finite() && y.is_finite() && end.is_finite()) || self.runs.len() > 200_000 {
            return Ok(());
        }
        if char.trim().is_empty() {
            // A blank ends no run; the gap to the next character says how wide it is.
            return Ok(());
        }
        if let Some(run) = self.runs.last_mut()
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
        self.runs.push(Run { text: char.to_owned(), x, end, y, size: size.max(0.1) });
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
    /// The page's runs as lines from top to bottom.
    fn page(mut self) -> Page {
        self.runs.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
        let mut lines: Vec<Line> = Vec::new();
        let mut at = 0;
        while at < self.runs.len() {
            let mut end = at + 1;
            while end < self.runs.len() && self.runs[end].y - self.runs[at].y < 0.45 * self.runs[at].size.min(self.runs[end].size) {
                end += 1;
            }
            let mut row: Vec<&Run> = self.runs[at..end].iter().collect();
            row.sort_by(|a, b| a.x.total_cmp(&b.x));
            let mut text = String::new();
            let mut reach = f64::MIN;
            for run in &row {
                if !text.is_empty() {
                    let gap = run.x - reach;
                    // A wide gap is a column or a margin; a run that begins inside another is printed over it.
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
            lines.push(Line { text, x: row[0].x, y: self.runs[at].y, size });
            at = end;
        }
        Page { lines, width: self.width, height: self.height, fault: None }
    }
}
