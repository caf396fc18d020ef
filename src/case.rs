//! The case file: `case.yaml`, what a person says of the sources and the people, and the sources themselves.
//!
//! An error in it shows the place with the line and a caret, says what is wrong and what to do, and nothing is written.

use crate::document::{Anchored, Document, From, Kind, Party};
use crate::event::actor::Aliases;
use crate::layout;
use crate::note::{Code, Note};
use crate::read::{self, Options, candidate};
use crate::yaml::{self, Fault};
use crate::{Matter, chronology, decisions, timeline::Timeline};
use chrono::NaiveDate;
use rayon::prelude::*;
use serde::Deserialize;
use serde_yaml::Spanned;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The file that makes a folder a case.
pub const CASE_FILE: &str = "case.yaml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseFile {
    title: Option<String>,
    #[serde(default)]
    sources: Vec<SourceEntry>,
    #[serde(default)]
    people: Vec<Person>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceEntry {
    file: Spanned<String>,
    id: Option<Spanned<String>>,
    title: Option<String>,
    publisher: Option<String>,
    published: Option<Spanned<String>>,
    kind: Option<Spanned<String>>,
    url: Option<String>,
    court: Option<String>,
    docket: Option<String>,
    document: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    name: String,
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    #[expect(dead_code, reason = "read and checked; reports use it once roles are shown")]
    role: Option<String>,
}

/// What the user named: a case, or loose files and folders.
#[derive(Debug, Default)]
pub struct Input {
    pub title: String,
    pub aliases: Aliases,
    /// Files with what the case file says of each.
    files: Vec<(PathBuf, Option<Given>)>,
    pub notes: Vec<Note>,
    /// The folder of the case, with a case file or without, where decisions live.
    pub folder: Option<PathBuf>,
}

/// What a case file says of one source.
#[derive(Clone, Debug, Default)]
struct Given {
    id: Option<String>,
    title: Option<String>,
    publisher: Option<String>,
    published: Option<NaiveDate>,
    kind: Option<Kind>,
    url: Option<String>,
    court: Option<String>,
    docket: Option<String>,
    document: Option<String>,
}

/// Finds what the paths name.
///
/// # Errors
/// When a case file is wrong.
pub fn open(paths: &[PathBuf]) -> Result<Input, Fault> {
    if let [path] = paths {
        let file = if path.is_dir() { path.join(CASE_FILE) } else { path.clone() };
        if file.file_name().is_some_and(|name| name == CASE_FILE) && file.exists() {
            return open_case(&file);
        }
    }
    let (files, notes) = read::list(paths);
    // A folder has its decisions even before it has a case file.
    let folder = match paths {
        [path] if path.is_dir() => Some(path.clone()),
        _ => None,
    };
    Ok(Input { files: files.into_iter().map(|file| (file, None)).collect(), notes, folder, ..Input::default() })
}

fn open_case(file: &Path) -> Result<Input, Fault> {
    let folder = file.parent().unwrap_or(Path::new(".")).to_owned();
    let advice = "correct the line and run it again; the README shows the keys there are";
    let bytes =
        fs::read(file).map_err(|e| Fault::new(file, (1, 1), "", format!("the case file cannot be read: {e}"), "check its permissions"))?;
    let text = String::from_utf8(bytes)
        .map_err(|e| Fault::new(file, (1, 1), "", format!("the case file is not UTF-8: {e}"), "save it as UTF-8"))?;
    let plain = text.trim_start_matches('\u{feff}');
    let case: CaseFile = yaml::parse(file, plain, advice)?;
    let mut input = Input { title: case.title.unwrap_or_default(), folder: Some(folder.clone()), ..Input::default() };
    for person in case.people {
        input.aliases.add(&person.name, &person.also);
    }
    let mut ids: BTreeMap<String, u64> = BTreeMap::new();
    let mut listed: Vec<PathBuf> = Vec::new();
    let fault = |spanned: &Spanned<String>, message: String, advice: &str| {
        Fault::new(file, (spanned.referenced.line(), spanned.referenced.column()), plain, message, advice)
    };
    for entry in case.sources {
        let path = [folder.join(&entry.file.value), folder.join("sources").join(&entry.file.value)].into_iter().find(|path| path.exists());
        let Some(path) = path else {
            return Err(fault(
                &entry.file,
                format!("there is no file {:?} in the case's folder", entry.file.value),
                "correct the name, or take the source out",
            ));
        };
        if listed.contains(&path) {
            return Err(fault(&entry.file, format!("{:?} is listed twice", entry.file.value), "take one of the two out"));
        }
        if let Some(id) = &entry.id
            && let Some(line) = ids.insert(id.value.clone(), id.referenced.line())
        {
            return Err(fault(
                id,
                format!("two sources have the id {:?}; the other stands in line {line}", id.value),
                "give each source an id of its own",
            ));
        }
        let published = match &entry.published {
            Some(day) => Some(
                day.value
                    .get(..10)
                    .unwrap_or(&day.value)
                    .parse::<NaiveDate>()
                    .map_err(|_| fault(day, format!("{:?} is no day of the calendar", day.value), "write the day as 2021-01-30"))?,
            ),
            None => None,
        };
        let kind = match &entry.kind {
            Some(kind) => Some(*Kind::ALL.iter().find(|k| k.name() == kind.value).ok_or_else(|| {
                let names: Vec<&str> = Kind::ALL.iter().map(|k| k.name()).collect();
                fault(kind, format!("{:?} is no kind of source", kind.value), &format!("the kinds are {}", names.join(", ")))
            })?),
            None => None,
        };
        listed.push(path.clone());
        let given = Given {
            id: entry.id.map(|id| id.value),
            title: entry.title,
            publisher: entry.publisher,
            published,
            kind,
            url: entry.url,
            court: entry.court,
            docket: entry.docket,
            document: entry.document.map(|d| d.value),
        };
        input.files.push((path, Some(given)));
    }
    let within = if folder.join("sources").is_dir() { folder.join("sources") } else { folder.clone() };
    let (found, notes) = read::list(&[within]);
    if listed.is_empty() {
        input.files = found.into_iter().filter(|path| !is_report(path)).map(|path| (path, None)).collect();
        input.notes.extend(notes);
    } else {
        for path in found.into_iter().filter(|path| !listed.contains(path) && !is_report(path)) {
            input.notes.push(Note::new(
                Code::LeftOut,
                path.to_string_lossy(),
                "the case file does not list it",
                "it was left out",
                "add it under `sources` if it belongs to the case",
            ));
        }
    }
    Ok(input)
}

/// Reports that the program itself wrote into the case's folder.
fn is_report(path: &Path) -> bool {
    path.file_stem().is_some_and(|stem| stem == "timeline")
}

/// Reads and lays out every source, in parallel; what cannot be read becomes a note and the rest goes on.
pub fn documents(input: &Input, options: &Options, tick: &(dyn Fn() + Sync)) -> (Vec<Document>, Vec<Note>) {
    let read: Vec<(Vec<Document>, Vec<Note>)> = input
        .files
        .par_iter()
        .map(|(path, given)| {
            let out = one(path, given.as_ref(), options);
            tick();
            out
        })
        .collect();
    let mut documents = Vec::new();
    let mut notes = input.notes.clone();
    for (some, told) in read {
        documents.extend(some);
        notes.extend(told);
    }
    (documents, notes)
}

fn one(path: &Path, given: Option<&Given>, options: &Options) -> (Vec<Document>, Vec<Note>) {
    let mut read = match read::read_file(path, options) {
        Ok(read) => read,
        Err(failure) => return (Vec::new(), vec![failure.note(&path.to_string_lossy())]),
    };
    let parts = std::mem::take(&mut read.parts);
    if let Some(given) = given {
        let meta = &mut read.meta;
        let set = |to: &mut Option<String>, from: &Option<String>| {
            if from.is_some() {
                to.clone_from(from);
            }
        };
        set(&mut meta.title, &given.title);
        set(&mut meta.publisher, &given.publisher);
        set(&mut meta.url, &given.url);
        set(&mut meta.court, &given.court);
        set(&mut meta.docket, &given.docket);
        set(&mut meta.number, &given.document);
        meta.kind = given.kind.or(meta.kind);
        if let Some(day) = given.published {
            // A given date outranks every other, so no other competes with it.
            meta.published = vec![candidate(day, From::Given, "case.yaml")];
            meta.filed = meta.filed.take().map(|_| candidate(day, From::Given, "case.yaml"));
        }
    }
    let (mut document, mut notes) = layout::lay_out(read);
    if let Some(given) = given {
        document.id = given.id.clone().unwrap_or_default();
        if let Some(day) = given.published {
            let given: Anchored = candidate(day, From::Given, "case.yaml");
            document.published = Some(given);
            notes.retain(|note| note.code != Code::TwoDates);
        }
    }
    let mut documents = vec![document];
    for part in parts {
        let (document, told) = layout::lay_out(part);
        documents.push(document);
        notes.extend(told);
    }
    (documents, notes)
}

/// Builds the chronology of what the user named.
///
/// # Errors
/// When the case's decisions cannot be understood.
pub fn build(input: &Input, options: &Options, tick: &(dyn Fn() + Sync)) -> Result<Timeline, Fault> {
    let decisions = match &input.folder {
        Some(folder) => decisions::read(folder)?,
        None => Vec::new(),
    };
    let (documents, notes) = documents(input, options, tick);
    let matter = Matter { title: input.title.clone(), aliases: input.aliases.clone(), decisions };
    Ok(chronology(&matter, documents, notes))
}

impl Input {
    /// How many files there are to read.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The files, in the order given.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(|(path, _)| path.as_path())
    }
}

/// The text of a first `case.yaml` for some documents, for a person to correct; what could not be read stands as comments.
pub fn draft(title: &str, folder: &Path, documents: &[Document], notes: &[Note]) -> String {
    use std::fmt::Write;
    let quoted =
        |text: &str| serde_json::to_string(&text.split_whitespace().collect::<Vec<_>>().join(" ")).expect("a string is always JSON");
    let mut out = String::from("# Written by `dateline new` from what it found. Correct it by hand; it is never overwritten.\n");
    let _ = writeln!(out, "title: {}\n\nsources:", quoted(title));
    for document in documents {
        let file = Path::new(&document.file).strip_prefix(folder).unwrap_or(Path::new(&document.file));
        let _ = writeln!(out, "  - file: {}", quoted(&file.to_string_lossy()));
        let _ = writeln!(out, "    id: {}", quoted(&document.id));
        for (key, value) in [
            ("title", &document.title),
            ("publisher", &document.publisher),
            ("url", &document.url),
            ("court", &document.court),
            ("docket", &document.docket),
            ("document", &document.number),
        ] {
            if let Some(value) = value {
                let _ = writeln!(out, "    {key}: {}", quoted(value));
            }
        }
        let _ = writeln!(out, "    kind: {}", document.kind.name());
        match document.anchor() {
            Some(anchored) if anchored.when.exact().is_some() => {
                let _ = writeln!(
                    out,
                    "    published: {}  # {}: {}",
                    quoted(&anchored.edtf()),
                    anchored.from.name(),
                    anchored.phrase.replace('\n', " ")
                );
            }
            _ => match layout::anchor::named(&document.file) {
                Some(day) => {
                    let _ = writeln!(out, "    published: {day}  # the file's name; nothing in the file says");
                }
                None => {
                    let _ = writeln!(out, "    # published: 2021-01-30  # nothing in the file says; fill it in");
                }
            },
        }
    }
    for note in notes.iter().filter(|note| note.code.is_loss()) {
        let file = Path::new(&note.place).strip_prefix(folder).unwrap_or(Path::new(&note.place));
        let _ = writeln!(out, "# not read: {} ({})", file.display(), note.found.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    let mut people: Vec<&Party> = Vec::new();
    for party in documents.iter().flat_map(|document| &document.parties) {
        if !people.iter().any(|known| known.name.eq_ignore_ascii_case(&party.name)) {
            people.push(party);
        }
    }
    let example =
        "# Other names of a person go under `also`, so that one person is one:\n#   - name: John Doe\n#     also: [Doe, the teen]\n";
    out.push_str(if people.is_empty() { "\n# people:\n" } else { "\npeople:\n" });
    for party in people {
        let _ = writeln!(out, "  - name: {}\n    role: {}", quoted(&party.name), party.role);
    }
    out.push_str(example);
    out
}
