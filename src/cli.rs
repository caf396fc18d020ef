//! The command line: what a paralegal or a journalist types, and the flow of each command.

use crate::case::{self, Input};
use crate::export::{self, Context, Format};
use crate::note::Note;
use crate::read::Options;
use crate::timeline::Timeline;
use crate::{decisions, jsonl, note};
use anyhow::{Context as _, Result, bail};
use clap::{Args, CommandFactory, Parser, Subcommand};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

mod explain;
mod ledger;
mod seen;

/// Reconstructs one sourced timeline from the articles and filings of a case, and marks where the sources disagree.
#[derive(Parser)]
#[command(
    name = "dateline",
    version,
    max_term_width = 100,
    after_help = "Exit status: 0 done; 1 disagreements are open (check, build --strict); 2 something could not be read, written or understood.\nEverything runs on this machine; nothing is sent anywhere."
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the timeline of a case folder, or of loose files and folders
    #[command(
        after_help = "Examples:\n  dateline build cases/doe-v-twitter\n  dateline build article1.txt article2.txt\n  dateline build cases/doe-v-twitter -o timeline.md -o timeline.csv\n  dateline build folder --to json > timeline.json"
    )]
    Build(Build),
    /// Say whether disagreements are open (exit status 1 while they are)
    #[command(after_help = "Example:\n  dateline check cases/doe-v-twitter && echo \"nothing is open\"")]
    Check(Paths),
    /// Show the whole proof of one row: quotes, dates, who repeats whom, why joined
    #[command(
        after_help = "Example:\n  dateline explain cases/doe-v-twitter e3f2a91c07\n\nThe id stands in the table under the event's title; its first characters are enough."
    )]
    Explain(Explain),
    /// Show every date in a text: how it was read, or why it was refused
    #[command(
        after_help = "Examples:\n  dateline dates article.txt\n  dateline dates --all filing.txt\n  dateline dates --jsonl < documents.jsonl"
    )]
    Dates(Dates),
    /// Show what was read in a file: its parts, its day and how that is known
    #[command(after_help = "Examples:\n  dateline read article.txt\n  dateline read --json *.txt")]
    Read(Read),
    /// Write a first case.yaml for a folder, from what is found in it
    #[command(after_help = "Example:\n  dateline new cases/my-case\n\nAn existing case.yaml is never overwritten.")]
    New(New),
    /// Record a decision about an event in the case's decisions.yaml
    #[command(after_help = DECIDE_HELP)]
    Decide(Decide),
    /// Say in words what changed since an older timeline
    #[command(
        after_help = "Example:\n  dateline build cases/my-case --to json > old.json\n  (add a document)\n  dateline diff old.json cases/my-case"
    )]
    Diff(Diff),
    /// Write completions for a shell (bash, zsh, fish, elvish, powershell)
    Completions { shell: clap_complete::Shell },
    /// Write a manual page
    Man,
    /// Parse a PDF on standard input; used by the program itself
    #[command(hide = true)]
    ParsePdf,
}

#[derive(Args)]
struct Paths {
    /// A case folder, or files and folders
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Args)]
struct Reading {
    /// Do not print notes
    #[arg(short, long)]
    quiet: bool,
    /// The password of encrypted papers
    #[arg(long, value_name = "WORD")]
    password: Option<String>,
}

#[derive(Args)]
struct Build {
    #[command(flatten)]
    input: Paths,
    /// Write to a file; its ending picks the format (may be given several times)
    #[arg(short, long, value_name = "FILE")]
    output: Vec<PathBuf>,
    /// The format: table, markdown, csv, json, html, xlsx, docx, timelinejs, timelinejs-json, casemap, facts
    #[arg(long, value_name = "FORMAT")]
    to: Option<String>,
    /// Exit with status 1 while disagreements are open
    #[arg(long)]
    strict: bool,
    /// Only events that name this person or body
    #[arg(long, value_name = "NAME")]
    about: Option<String>,
    /// Only events of this kind
    #[arg(long)]
    kind: Option<String>,
    /// Only events on or after this day, month or year
    #[arg(long, value_name = "DAY", value_parser = |text: &str| given_days(text).map(|days| days.0))]
    from: Option<chrono::NaiveDate>,
    /// Only events on or before this day, month or year
    #[arg(long, value_name = "DAY", value_parser = |text: &str| given_days(text).map(|days| days.1))]
    until: Option<chrono::NaiveDate>,
    /// Only events that this source tells of
    #[arg(long, value_name = "ID")]
    source: Option<String>,
    /// Only events with disagreements: --only disagreements
    #[arg(long, value_name = "WHAT", value_parser = ["disagreements"])]
    only: Option<String>,
    /// A header for the report, for instance "Attorney work product"
    #[arg(long, value_name = "TEXT")]
    header: Option<String>,
    /// Begin CSV with a byte order mark, as old versions of Excel want it
    #[arg(long)]
    bom: bool,
    /// Columns of the table (default: the terminal's)
    #[arg(long, value_name = "COLUMNS")]
    width: Option<usize>,
}

#[derive(Args)]
struct Explain {
    /// A case folder, or a file
    #[arg(required = true, num_args = 1..)]
    paths: Vec<PathBuf>,
    /// The event's id, or its first characters
    event: String,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Args)]
struct Dates {
    /// Files to read
    paths: Vec<PathBuf>,
    /// Read JSON Lines on standard input and write JSON Lines
    #[arg(long, conflicts_with = "paths")]
    jsonl: bool,
    /// Show what was refused too
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Args)]
struct Read {
    /// Files to read
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Write one JSON line a file
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Args)]
struct New {
    /// The folder
    folder: PathBuf,
    #[command(flatten)]
    reading: Reading,
}

const DECIDE_HELP: &str = "What can be decided: accept, reject, same-as EVENT, not-same-as EVENT, date DATE, title WORDS, kind KIND, status STATUS, settle SIDE, issue TAG, note WORDS, undo [ACTION] (takes out the event's last record, or the last of that action).\n\nExamples:\n  dateline decide cases/my-case e3f2a91c07 accept\n  dateline decide cases/my-case e3f2a91c07 settle \"Jan. 30\" --why \"the order says so\"\n  dateline decide cases/my-case e3f2a91c07 same-as e11ab66af3";

#[derive(Args)]
struct Decide {
    /// The case folder
    case: PathBuf,
    /// The event's id, or its first characters
    event: String,
    /// What is decided
    action: String,
    /// Its value, where it takes one
    value: Option<String>,
    /// The reason, kept with the decision
    #[arg(long)]
    why: Option<String>,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Args)]
struct Diff {
    /// The older timeline, as JSON
    old: PathBuf,
    /// The case folder, or files
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    Done,
    /// Disagreements are open.
    Open,
    /// Something could not be read, written or understood; the rest was done.
    Lost,
}

/// Carries out a command line.
///
/// # Errors
/// When nothing could be done at all, or writing failed.
pub fn run(cli: Cli) -> Result<Outcome> {
    match cli.command {
        Command::Build(build) => run_build(&build),
        Command::Check(paths) => run_check(&paths),
        Command::Explain(explain) => run_explain(&explain),
        Command::Dates(dates) => run_dates(&dates),
        Command::Read(read) => run_read(&read),
        Command::New(new) => run_new(&new),
        Command::Decide(decide) => run_decide(&decide),
        Command::Diff(diff) => run_diff(&diff),
        Command::Completions { shell } => {
            let mut out = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "dateline", &mut out);
            print(&out).map(|()| Outcome::Done)
        }
        Command::Man => {
            let mut out = Vec::new();
            clap_mangen::Man::new(Cli::command()).render(&mut out)?;
            print(&out).map(|()| Outcome::Done)
        }
        Command::ParsePdf => crate::read::pdf::child().map(|()| Outcome::Done).context("the PDF could not be passed on"),
    }
}

fn options(reading: &Reading) -> Options {
    Options { program: std::env::current_exe().ok(), password: reading.password.clone() }
}

/// A progress bar on a terminal where the work is long; none in a pipe.
fn progress(count: usize) -> ProgressBar {
    let target = if count > 20 && io::stderr().is_terminal() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let style = ProgressStyle::with_template("reading {wide_bar} {pos}/{len}").unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::with_draw_target(Some(count as u64), target).with_style(style)
}

fn timeline(input: &Input, reading: &Reading) -> Result<Timeline> {
    let bar = progress(input.len());
    let timeline = case::build(input, &options(reading), &|| bar.inc(1));
    bar.finish_and_clear();
    Ok(timeline?)
}

/// Prints an error with its causes on standard error.
pub fn complain(error: &anyhow::Error) {
    // A closed standard error is no reason to lose the result.
    let _ = writeln!(anstream::stderr(), "error: {error:#}");
}

/// Prints notes on standard error, never among results.
fn tell(notes: &[Note], quiet: bool) {
    if quiet {
        return;
    }
    let mut err = anstream::stderr().lock();
    for note in notes {
        // A closed standard error is no reason to lose the result.
        let _ = writeln!(err, "note: {note}");
    }
}

fn lost(notes: &[Note]) -> bool {
    notes.iter().any(|note| note.code.is_loss())
}

fn run_build(build: &Build) -> Result<Outcome> {
    let input = case::open(&build.input.paths)?;
    let mut writes: Vec<(Option<&Path>, &Format)> = Vec::new();
    for path in &build.output {
        let ending = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
        if writes.iter().any(|(other, _)| *other == Some(path.as_path())) {
            bail!("{} is given twice; give each report a name of its own", path.display());
        }
        let by_ending = export::format(&ending).filter(|_| !ending.is_empty());
        let format = match (&build.to, by_ending) {
            (Some(name), None) => named(name)?,
            // CaseMap's text and TimelineJS's CSV may have the ending of their kind.
            (Some(name), Some(other)) => {
                let wanted = named(name)?;
                let kin = wanted.endings.contains(&ending.as_str()) || wanted.kin.contains(&ending.as_str());
                if !kin {
                    bail!(
                        "{}: the ending means {}, and --to says {name}; leave out --to, or give the file another ending",
                        path.display(),
                        other.name
                    );
                }
                wanted
            }
            (None, Some(format)) => format,
            (None, None) if path.as_os_str() == "-" => named("table")?,
            (None, None) => bail!("{}: the ending names no format; use one of {}, or --to", path.display(), endings()),
        };
        if let Some(source) = input.files().find(|file| same_file(file, path)) {
            bail!("{} is one of the sources and is not written over; give the report another name", source.display());
        }
        // "-" is standard output, as everywhere.
        writes.push((Some(path.as_path()).filter(|path| path.as_os_str() != "-"), format));
    }
    if build.to.is_some() && build.output.len() > 1 {
        bail!("--to names one format, and there are several outputs; their endings pick");
    }
    if writes.is_empty() {
        writes.push((None, named(build.to.as_deref().unwrap_or("table"))?));
    }
    if writes.iter().any(|(path, format)| path.is_none() && format.binary) && io::stdout().is_terminal() {
        bail!("this format is no text for a terminal; give a file with -o");
    }
    let mut timeline = timeline(&input, &build.input.reading)?;
    check_filters(build, &timeline)?;
    filter(build, &mut timeline);
    tell(&timeline.notes, build.input.reading.quiet);
    something_read(&timeline)?;
    let mut failed = false;
    for (path, format) in writes {
        let to_terminal = path.is_none() && io::stdout().is_terminal();
        let context = Context {
            width: build.width.unwrap_or_else(|| terminal_width().unwrap_or(120)),
            colour: to_terminal && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty()),
            header: build.header.clone(),
            bom: build.bom,
        };
        let written = (format.write)(&timeline, &context).and_then(|bytes| match path {
            Some(path) => replace(path, &bytes),
            None => print(&bytes),
        });
        // One output that cannot be written does not stop the others.
        if let Err(error) = written {
            complain(&error);
            failed = true;
        }
    }
    if failed || lost(&timeline.notes) {
        Ok(Outcome::Lost)
    } else if build.strict && timeline.open().next().is_some() {
        Ok(Outcome::Open)
    } else {
        Ok(Outcome::Done)
    }
}

/// # Errors
/// When no source could be read: an empty result would look like a finding.
fn something_read(timeline: &Timeline) -> Result<()> {
    if timeline.documents.is_empty() {
        bail!("nothing could be read, so there is no timeline; give articles or filings, or a folder with them");
    }
    Ok(())
}

/// Whether two paths name one file that is there.
fn same_file(a: &Path, b: &Path) -> bool {
    a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b))
}

/// The first and last day of a day, month or year as an option gives it.
fn given_days(text: &str) -> Result<(chrono::NaiveDate, chrono::NaiveDate), String> {
    let read = crate::date::find(text, &[]).mentions.into_iter().find(|m| m.span.start() == 0 && m.span.end() == text.len());
    let days = read.and_then(|mention| mention.value.when()).and_then(|when| when.earliest().zip(when.latest()));
    days.ok_or_else(|| "write a day as 2021-01-30, a month as 2021-01, a year as 2021".to_owned())
}

/// Says when a filter can let nothing through.
///
/// # Errors
/// In words, with what there is.
fn check_filters(build: &Build, timeline: &Timeline) -> Result<()> {
    let kinds: Vec<&str> = crate::event::kinds::KINDS.iter().map(|k| k.name).chain([crate::event::kinds::OTHER]).collect();
    if let Some(kind) = build.kind.as_ref().filter(|kind| !kinds.contains(&kind.as_str())) {
        bail!("there is no kind {kind:?}; the kinds are {}", kinds.join(", "));
    }
    let ids: Vec<&str> = timeline.documents.iter().map(|d| d.id.as_str()).collect();
    if let Some(source) = build.source.as_ref().filter(|source| !ids.contains(&source.as_str())) {
        bail!("there is no source {source:?}; the sources are {}", ids.join(", "));
    }
    if build.from.zip(build.until).is_some_and(|(from, until)| from > until) {
        bail!("--from is after --until, so no event can be shown");
    }
    Ok(())
}

/// Leaves only the events that the filters ask for; ids stay as they are.
fn filter(build: &Build, timeline: &mut Timeline) {
    let ids: Vec<Vec<String>> = timeline.mentions.iter().map(|m| vec![timeline.documents[m.document].id.clone()]).collect();
    let keep = |event: &crate::timeline::Event| {
        let day = event.date.as_ref().map(|date| date.when);
        build.about.as_ref().is_none_or(|name| event.people.iter().any(|p| p.to_lowercase().contains(&name.to_lowercase())))
            && build.kind.as_ref().is_none_or(|kind| event.kind == kind)
            && build.from.is_none_or(|from| day.is_some_and(|when| when.latest().is_none_or(|z| z >= from)))
            && build.until.is_none_or(|until| day.is_some_and(|when| when.earliest().is_none_or(|a| a <= until)))
            && build.source.as_ref().is_none_or(|source| event.mentions.iter().any(|m| ids[*m].contains(source)))
            && (build.only.is_none() || !event.disagreements.is_empty())
    };
    timeline.events.retain(keep);
    timeline.undated.retain(keep);
}

fn named(name: &str) -> Result<&'static Format> {
    let names: Vec<&str> = export::FORMATS.iter().map(|f| f.name).collect();
    export::format(name).with_context(|| format!("there is no format {name:?}; the formats are {}", names.join(", ")))
}

fn endings() -> String {
    export::FORMATS.iter().flat_map(|f| f.endings).map(|e| format!(".{e}")).collect::<Vec<_>>().join(", ")
}

fn terminal_width() -> Option<usize> {
    std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).or_else(|| {
        let table = comfy_table::Table::new();
        table.width().map(usize::from)
    })
}

/// Writes bytes to standard output; a reader that has gone away is no error.
fn print(bytes: &[u8]) -> Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.context("standard output cannot be written"),
    }
}

/// Replaces a file whole or not at all. A link stays a link, and what it names is replaced.
fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let cannot = |error: io::Error| {
        let why = match error.kind() {
            io::ErrorKind::NotFound => "its folder is not there".to_owned(),
            io::ErrorKind::NotADirectory => "what should be its folder is a file".to_owned(),
            io::ErrorKind::PermissionDenied => "permission is denied".to_owned(),
            io::ErrorKind::StorageFull => "the disk is full".to_owned(),
            kind => kind.to_string(),
        };
        anyhow::anyhow!("{} cannot be written: {why}; the old file, if any, is as it was", path.display())
    };
    let old = fs::metadata(&target).ok();
    if old.as_ref().is_some_and(|old| old.permissions().readonly()) {
        return Err(cannot(io::ErrorKind::PermissionDenied.into()));
    }
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".dateline").tempfile_in(folder).map_err(cannot)?;
    file.write_all(bytes).map_err(cannot)?;
    // A temporary file is private; a report is as readable as any file the user makes.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = old.map_or(0o644, |old| old.permissions().mode() & 0o777);
        fs::set_permissions(file.path(), fs::Permissions::from_mode(mode)).map_err(cannot)?;
    }
    file.persist(&target).map_err(|e| cannot(e.error))?;
    Ok(())
}

fn run_check(paths: &Paths) -> Result<Outcome> {
    let input = case::open(&paths.paths)?;
    let timeline = timeline(&input, &paths.reading)?;
    tell(&timeline.notes, paths.reading.quiet);
    something_read(&timeline)?;
    let mut out = String::new();
    for (event, d) in timeline.open() {
        out.push_str(&format!(
            "{}  {}  {}\n    {}\n    {}\n",
            event.id,
            export::row::shown_date(event),
            event.title,
            export::row::brief(d),
            d.reason
        ));
    }
    let open = timeline.open().count();
    out.push_str(&match open {
        0 => "no disagreement is open\n".to_owned(),
        1 => "1 disagreement is open\n".to_owned(),
        n => format!("{n} disagreements are open\n"),
    });
    print(out.as_bytes())?;
    Ok(match (lost(&timeline.notes), open) {
        (true, _) => Outcome::Lost,
        (false, 0) => Outcome::Done,
        _ => Outcome::Open,
    })
}

fn run_explain(explain: &Explain) -> Result<Outcome> {
    let input = case::open(&explain.paths)?;
    let timeline = timeline(&input, &explain.reading)?;
    let event = timeline.named(&explain.event).map_err(anyhow::Error::msg)?;
    print(explain::write(&timeline, event).as_bytes())?;
    Ok(if lost(&timeline.notes) { Outcome::Lost } else { Outcome::Done })
}

fn run_dates(dates: &Dates) -> Result<Outcome> {
    if dates.jsonl {
        let out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
        return match jsonl::run(io::BufReader::with_capacity(1 << 16, io::stdin().lock()), out) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Outcome::Done),
            Err(error) => Err(error).context("the JSON Lines cannot be read or written"),
            Ok(()) => Ok(Outcome::Done),
        };
    }
    if dates.paths.is_empty() {
        bail!("give files to read, or --jsonl to read JSON Lines on standard input");
    }
    let input = case::open(&dates.paths)?;
    let timeline = timeline(&input, &dates.reading)?;
    tell(&timeline.notes.iter().filter(|n| n.code.is_loss()).cloned().collect::<Vec<_>>(), dates.reading.quiet);
    print(ledger::write(&timeline, dates.all).as_bytes())?;
    Ok(if lost(&timeline.notes) { Outcome::Lost } else { Outcome::Done })
}

fn run_read(read: &Read) -> Result<Outcome> {
    let mut outcome = Outcome::Done;
    let options = options(&read.reading);
    let (files, notes) = crate::read::list(&read.paths);
    for note in &notes {
        tell(std::slice::from_ref(note), read.reading.quiet);
        outcome = outcome.max(if note.code.is_loss() { Outcome::Lost } else { Outcome::Done });
    }
    for path in files {
        let (text, lost) = seen::write(&path, &options, read.json);
        print(text.as_bytes())?;
        if lost {
            outcome = Outcome::Lost;
        }
    }
    Ok(outcome)
}

fn run_decide(decide: &Decide) -> Result<Outcome> {
    if !decide.case.is_dir() {
        bail!("{} is no folder; decisions are kept in the folder of a case", decide.case.display());
    }
    let file = decide.case.join(decisions::DECISIONS_FILE);
    let old = fs::read_to_string(&file).unwrap_or_default();
    let input = case::open(std::slice::from_ref(&decide.case))?;
    let timeline = timeline(&input, &decide.reading)?;
    let (text, done) = if decide.action == "undo" {
        // A record can be taken back even when no source tells of its event any more.
        let id = timeline.named(&decide.event).map_or_else(|_| decide.event.clone(), |event| event.id.clone());
        let kept = decisions::read(&decide.case)?;
        let at = decisions::taken_back(&kept, &id, decide.value.as_deref()).map_err(anyhow::Error::msg)?;
        (decisions::without(&decide.case, &old, at)?, format!("took back: {} {}", kept[at].event.value, kept[at].told()))
    } else {
        let event = timeline.named(&decide.event).map_err(anyhow::Error::msg)?;
        let value = decisions::checked(&timeline, event, &decide.action, decide.value.as_deref()).map_err(anyhow::Error::msg)?;
        let first = event.mentions[0];
        let among = match (&value, decide.action.as_str()) {
            (Some(taken), "settle") => decisions::sides_of(event, taken),
            _ => Vec::new(),
        };
        let record = decisions::Record {
            event: &event.id,
            action: &decide.action,
            value: value.as_deref(),
            why: decide.why.as_deref(),
            among: &among,
            source: Some(&timeline.document_of(first).id),
            words: Some(&export::row::flat(timeline.quote(first))),
        };
        let text = decisions::with(&decide.case, &old, &record)?;
        let value = value.map_or_else(String::new, |value| format!(" {value}"));
        (text, format!("recorded: {} {}{value} ({})", event.id, decide.action, event.title))
    };
    replace(&file, text.as_bytes())?;
    print(format!("{done}, in {}\n", file.display()).as_bytes())?;
    Ok(Outcome::Done)
}

fn run_diff(diff: &Diff) -> Result<Outcome> {
    let text = fs::read_to_string(&diff.old).with_context(|| format!("{} cannot be read", diff.old.display()))?;
    let old: serde_json::Value = serde_json::from_str(&text).with_context(|| format!("{} is no timeline as JSON", diff.old.display()))?;
    if old["schema"].is_null() || !old["events"].is_array() {
        bail!("{} is no timeline of this program; write one with `dateline build CASE --to json`", diff.old.display());
    }
    let input = case::open(&diff.paths)?;
    let timeline = timeline(&input, &diff.reading)?;
    tell(&timeline.notes, diff.reading.quiet);
    let lines = crate::diff::tell(&old, &timeline);
    let out = if lines.is_empty() { "nothing changed\n".to_owned() } else { lines.join("\n") + "\n" };
    print(out.as_bytes())?;
    Ok(if lost(&timeline.notes) { Outcome::Lost } else { Outcome::Done })
}

fn run_new(new: &New) -> Result<Outcome> {
    if !new.folder.is_dir() {
        bail!("{} is no folder; make it and put the sources in it", new.folder.display());
    }
    let file = new.folder.join(case::CASE_FILE);
    if file.exists() {
        bail!("{} is there already and is never overwritten; edit it, or take it away first", file.display());
    }
    let input = case::open(std::slice::from_ref(&new.folder))?;
    let bar = progress(input.len());
    let (documents, mut notes) = case::documents(&input, &options(&new.reading), &|| bar.inc(1));
    bar.finish_and_clear();
    let documents = crate::in_order(documents);
    notes.sort();
    tell(&notes, new.reading.quiet);
    if documents.is_empty() {
        bail!("nothing in {} could be read; put articles or filings in it", new.folder.display());
    }
    let name = new.folder.canonicalize().ok().and_then(|f| f.file_name().map(|n| n.to_string_lossy().into_owned())).unwrap_or_default();
    let text = case::draft(&name, &new.folder, &documents, &notes);
    // Written only where nothing stands, even if another program was quicker.
    let mut out =
        fs::OpenOptions::new().write(true).create_new(true).open(&file).with_context(|| format!("{} cannot be written", file.display()))?;
    out.write_all(text.as_bytes()).with_context(|| format!("{} cannot be written", file.display()))?;
    let undated: Vec<&str> =
        documents.iter().filter(|d| d.day().is_none() && crate::layout::anchor::named(&d.file).is_none()).map(|d| d.id.as_str()).collect();
    let mut told = format!("wrote {} with {} sources\n", file.display(), documents.len());
    if !undated.is_empty() {
        told.push_str(&format!("first fill in `published` where no day was found: {}\n", undated.join(", ")));
    }
    let lost = notes.iter().filter(|note| note.code.is_loss()).count();
    if lost > 0 {
        told.push_str(&format!("{lost} could not be read and stand in the file as comments; see the notes\n"));
    }
    told.push_str(&format!("next: dateline build {}\n", new.folder.display()));
    print(told.as_bytes())?;
    Ok(if notes.iter().any(|n: &note::Note| n.code.is_loss()) { Outcome::Lost } else { Outcome::Done })
}
