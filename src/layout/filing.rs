//! Court papers: what sort of paper it is, its numbered paragraphs, headings, caption, signature.

use crate::document::{Document, Kind, Role};
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

/// Gives roles to the passages of a court paper.
pub(super) fn roles(document: &mut Document) {
    let text = document.text.clone();
    let mut last = 0;
    let mut current: Option<u32> = None;
    for passage in &mut document.passages {
        if passage.role != Role::Paragraph {
            continue;
        }
        let words = passage.span.of(&text);
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
        } else {
            // What follows a numbered paragraph without a number of its own still stands in it.
            passage.pin.paragraph = passage.pin.paragraph.or(current);
        }
    }
}

fn is_heading(words: &str) -> bool {
    let words = words.trim();
    words.len() < 120
        && !words.ends_with(['.', ';', ',', ':'])
        && words.chars().filter(|c| c.is_lowercase()).count() * 3 < words.chars().filter(|c| c.is_alphabetic()).count()
        && !words.contains(|c: char| c.is_ascii_digit())
}
