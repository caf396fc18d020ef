//! PDF: pages, lines and their places, read in a child process with limits on memory and time.
//!
//! The best crates still panic, abort or balloon on broken files, so the parsing runs in the program's own child
//! (`dateline parse-pdf`), which sends lines back as JSON.

use super::{Block, Failure, Options, Read, stamp};
use crate::document::{Format, Mark, Pin};
use crate::note::{Code, Note};
use device::Device;
use pdf_extract::Document as Pdf;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::{self, Read as _, Write};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

mod device;
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

/// One page as lines in reading order.
#[derive(Serialize, Deserialize, Debug, Default)]
struct Page {
    lines: Vec<Line>,
    width: f64,
    height: f64,
    /// The page could not be parsed, and why.
    fault: Option<String>,
}

/// One line: its words, its edges, its place from the top, and its type size, in points.
#[derive(Serialize, Deserialize, Debug, Clone, PartialEq)]
struct Line {
    text: String,
    x: f64,
    end: f64,
    y: f64,
    size: f64,
    /// It stands across the page's own direction: a stamp or a label on its side.
    across: bool,
    /// It stands in a column, whose edges are not the page's.
    column: bool,
}

/// The type size, in points, that the most letters have, of sizes with their letters.
fn usual_size(sizes: impl Iterator<Item = (f64, usize)>) -> f64 {
    // Half points: sizes come out of a transform and are never round.
    let mut count: BTreeMap<i64, usize> = BTreeMap::new();
    for (size, letters) in sizes {
        *count.entry((size * 2.0).round() as i64).or_default() += letters;
    }
    count.into_iter().max_by_key(|(_, letters)| *letters).map_or(0.0, |(size, _)| size as f64 / 2.0)
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
            read.push(&paragraph.text, Block { role: paragraph.role, pin, ..Block::default() });
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
