//! Court papers: what sort of paper it is, its numbered paragraphs, headings, caption, signature.

use crate::date;
use crate::document::{Document, From, Kind, Role};
use crate::read::candidate;
use regex::Regex;
use std::sync::OnceLock;

/// Tells what sort of paper a text is by its caption and title; an article where nothing says otherwise.
pub(super) fn kind(text: &str) -> Kind {
    let head: String = text.chars().take(4000).collect();
    let upper = head.to_uppercase();
    let has = |words: &str| head.contains(words);
    let court = [
        "UNITED STATES DISTRICT COURT", "UNITED STATES COURT OF APPEALS", "UNITED STATES BANKRUPTCY COURT", "SUPREME COURT OF",
        "SUPERIOR COURT", "IN THE CIRCUIT COURT", "IN THE DISTRICT COURT", "COURT OF APPEALS FOR", "EUROPEAN COURT OF HUMAN RIGHTS",
        "COURT OF COMMON PLEAS",
    ];
    let parties = upper.contains("PLAINTIFF")
        || upper.contains("DEFENDANT")
        || upper.contains("APPELLANT")
        || upper.contains("PETITIONER")
        || upper.contains("APPELLEE")
        || upper.contains("DEBTOR");
    let captioned = court.iter().any(|name| has(name)) && parties;
    let human_rights = (upper.contains("CASE OF ") && upper.contains("APPLICATION NO"))
        || upper.contains("THE FACTS") && upper.contains("APPLICANT") && numbered(text) > 5
        || numbered(text) > 15 && upper.contains("APPLICANT");
    if human_rights {
        return Kind::Opinion;
    }
    if !captioned {
        return Kind::Article;
    }
    let line =
        |word: &str| head.lines().any(|line| line.trim().trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ').starts_with(word));
    if line("COMPLAINT") || line("FIRST AMENDED COMPLAINT") || line("AMENDED COMPLAINT") || line("CLASS ACTION COMPLAINT") {
        Kind::Complaint
    } else if line("ORDER") || line("MEMORANDUM AND ORDER") || line("JUDGMENT") {
        Kind::Order
    } else if line("OPINION") || line("MEMORANDUM OPINION") || line("MEMORANDUM") {
        Kind::Opinion
    } else if upper.contains("MOTION") {
        Kind::Motion
    } else {
        Kind::Filing
    }
}

fn paragraph_number() -> &'static Regex {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    PATTERN.get_or_init(|| Regex::new(r"^[ \t]*([0-9]{1,4})\.[ \t\n]+[^ \t\n]").expect("a valid pattern"))
}

fn numbered(text: &str) -> usize {
    text.lines().filter(|line| paragraph_number().is_match(line)).count()
}

/// Words that name a court paper, and the kind they make it; the first that stands in a title decides.
const TITLES: &[(&str, Kind)] = &[
    ("COMPLAINT", Kind::Complaint),
    ("PETITION", Kind::Complaint),
    ("INDICTMENT", Kind::Complaint),
    ("MOTION", Kind::Motion),
    ("APPLICATION", Kind::Motion),
    ("ORDER", Kind::Order),
    ("JUDGMENT", Kind::Order),
    ("DECREE", Kind::Order),
    ("OPINION", Kind::Opinion),
    ("FINDINGS", Kind::Opinion),
    ("MEMORANDUM", Kind::Filing),
    ("BRIEF", Kind::Filing),
    ("NOTICE", Kind::Filing),
    ("DECLARATION", Kind::Filing),
    ("AFFIDAVIT", Kind::Filing),
    ("ANSWER", Kind::Filing),
    ("REPLY", Kind::Filing),
    ("RESPONSE", Kind::Filing),
    ("OPPOSITION", Kind::Filing),
    ("STIPULATION", Kind::Filing),
    ("STATEMENT", Kind::Filing),
    ("ENTRY", Kind::Filing),
    ("CERTIFICATE", Kind::Filing),
    ("SUMMONS", Kind::Filing),
    ("SUBPOENA", Kind::Filing),
];
/// How many passages from the top a title is looked for in.
const HEAD: usize = 25;

/// The title of a court paper in its capitals, with the kind it makes the paper, and the passage it stands in.
fn title(document: &Document) -> Option<(String, Kind, usize)> {
    let text = &document.text;
    let told: Vec<usize> = (0..document.passages.len()).filter(|i| document.passages[*i].role != Role::Furniture).take(HEAD).collect();
    let first = told.iter().copied().find_map(|i| named(document.passages[i].span.of(text)).map(|(words, kind)| (i, words, kind)))?;
    let (at, mut words, kind) = first;
    // A title of two lines goes on with the next one in capitals.
    if let Some(next) = document.passages.get(at + 1).map(|p| p.span.of(text)).filter(|next| next.len() < 120)
        && ["AND ", "OF ", "FOR ", "TO ", "GRANTING ", "DENYING ", "WITH "].iter().any(|open| next.starts_with(open))
        && is_capital(next)
    {
        words = format!("{words} {}", next.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    Some((words, kind, at))
}

/// The words of a passage that is a title, and the kind of paper it names.
fn named(words: &str) -> Option<(String, Kind)> {
    // A caption's box may share the title's passage: the lines in capitals that begin with a title's word are the title.
    let spaced = |line: &str| line.split_whitespace().all(|word| word.chars().count() == 1) && line.split_whitespace().count() > 3;
    let lines: Vec<String> =
        words
            .lines()
            .map(|line| {
                if spaced(line) {
                    line.split_whitespace().collect::<String>()
                } else {
                    line.split_whitespace().collect::<Vec<_>>().join(" ")
                }
            })
            .collect();
    let from = lines.iter().position(|line| is_capital(line) && line.len() < 160 && title_word(line).is_some())?;
    let to = lines[from..].iter().take_while(|line| is_capital(line)).count();
    let shown = lines[from..from + to].join(" ");
    let kind = title_word(&shown)?;
    (shown.len() < 300).then_some((shown, kind))
}

/// The kind of the first title's word; what is only proposed is no order yet.
fn title_word(line: &str) -> Option<Kind> {
    let words: Vec<&str> = line.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let (at, kind) = words.iter().enumerate().find_map(|(at, word)| {
        let row = TITLES.iter().find(|(title, _)| word == title || word.strip_suffix('S') == Some(title))?;
        Some((at, row.1))
    })?;
    // A running footer repeats the title before the page's number.
    let footer = line.rsplit(' ').next().is_some_and(|last| last.len() <= 3 && last.bytes().all(|b| b.is_ascii_digit()));
    let proposed = words.first() == Some(&"PROPOSED") || line.contains("CLERK OF");
    (at <= 6 && !proposed && !footer).then_some(kind)
}

/// Whether a block holds whole sentences, as no caption does.
fn is_prose(words: &str) -> bool {
    words.len() > 80
        && words.trim_end().ends_with(['.', ';', '”'])
        && words.split_whitespace().filter(|w| w.starts_with(char::is_lowercase)).count() > 8
}

fn is_capital(line: &str) -> bool {
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 4 && line.chars().filter(|c| c.is_lowercase()).count() * 8 <= letters
}

/// Gives roles to the passages of a court paper, and its title and signing day.
pub(super) fn roles(document: &mut Document) {
    if let Some((words, kind, at)) = title(document) {
        // The case's heading stands before the title, and tells of nothing.
        let text = &document.text;
        for passage in document.passages[..at].iter_mut().filter(|p| p.role == Role::Paragraph && !is_prose(p.span.of(text))) {
            passage.role = Role::Caption;
        }
        document.passages[at].role = Role::Heading;
        if document.kind == Kind::Filing {
            document.kind = kind;
        }
        document.title.get_or_insert(words);
    }
    let text = document.text.clone();
    let mut last = 0;
    let mut current: Option<u32> = None;
    let mut exhibit: Option<String> = None;
    for passage in &mut document.passages {
        let words = passage.span.of(&text);
        if let Some(name) = exhibit_cover(words).filter(|_| passage.role != Role::Furniture) {
            exhibit = Some(name);
            current = None;
            passage.role = Role::Heading;
        }
        passage.pin.exhibit.clone_from(&exhibit);
        if passage.role != Role::Paragraph {
            continue;
        }
        if let Some(found) = paragraph_number().captures(words)
            && let Ok(number) = found[1].parse::<u32>()
            && (number == last + 1 || last == 0 || number > last && number < last + 4)
        {
            passage.role = Role::Numbered;
            passage.pin.paragraph = Some(number);
            last = number;
            current = Some(number);
        } else if is_heading(words) {
            passage.role = Role::Heading;
        } else if signature().is_match(words) {
            passage.role = Role::Signature;
        } else {
            // What follows a numbered paragraph without a number of its own still stands in it.
            passage.pin.paragraph = passage.pin.paragraph.or(current);
        }
    }
    document.signed = document.passages.iter().filter(|p| p.role == Role::Signature && p.pin.exhibit.is_none()).find_map(|passage| {
        let words = passage.span.of(&text);
        date::find(words, &[]).mentions.into_iter().find_map(|mention| {
            let phrase = words.split_whitespace().take(14).collect::<Vec<_>>().join(" ");
            Some(candidate(mention.value.when()?.exact()?, From::Printed, phrase))
        })
    });
}

/// "Dated: August 19, 2021", "DATED this 19th day of August", "SO ORDERED", "Executed on": the words by which papers are
/// signed.
fn signature() -> &'static Regex {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    PATTERN.get_or_init(|| {
        Regex::new(r"^\s*(?:(?i:dated)(?:\s*:|\s+this|\s+at|\s+on)|(?i:it is )?(?:SO ORDERED|so ordered)|(?i:signed|executed)(?:\s+this|\s+on|\s+at|\s*:)|(?i:done|entered) (?i:this)\b)")
            .expect("a valid pattern")
    })
}

/// The name of an exhibit on its cover sheet, which holds nothing else.
fn exhibit_cover(words: &str) -> Option<String> {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    let pattern = PATTERN.get_or_init(|| Regex::new(r"^\s*(?:EXHIBIT|Exhibit)\s+([A-Z]{1,2}|[0-9]{1,3})\s*$").expect("a valid pattern"));
    pattern.captures(words).map(|found| found[1].to_owned())
}

fn is_heading(words: &str) -> bool {
    let words = words.trim();
    words.len() < 120
        && !words.ends_with(['.', ';', ',', ':'])
        && words.chars().filter(|c| c.is_lowercase()).count() * 3 < words.chars().filter(|c| c.is_alphabetic()).count()
        && !words.contains(|c: char| c.is_ascii_digit())
}
