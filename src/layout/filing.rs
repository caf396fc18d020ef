//! Court papers: what sort of paper it is, its numbered paragraphs, headings, caption, signature.

use crate::date;
use crate::document::{Document, From, Kind, Party, Role};
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
    // A court of appeals names its judges where a trial court's paper has its title.
    if upper.contains("COURT OF APPEALS") && ["CIRCUIT JUDGES", "CIRCUIT JUDGE.", "PER CURIAM"].iter().any(|words| upper.contains(words)) {
        return Kind::Opinion;
    }
    if !captioned {
        return if is_sworn(&head) { Kind::Filing } else { Kind::Article };
    }
    let line =
        |word: &str| head.lines().any(|line| line.trim().trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ').starts_with(word));
    // A party's memorandum argues, a court's decides.
    let argues = ["MEMORANDUM IN ", "MEMORANDUM OF ", "SUPPORT OF", "OPPOSITION TO"].iter().any(|words| upper.contains(words));
    if line("COMPLAINT") || line("FIRST AMENDED COMPLAINT") || line("AMENDED COMPLAINT") || line("CLASS ACTION COMPLAINT") {
        Kind::Complaint
    } else if line("ORDER") || line("MEMORANDUM AND ORDER") || line("JUDGMENT") {
        Kind::Order
    } else if line("OPINION") || line("MEMORANDUM OPINION") || line("MEMORANDUM") && !upper.contains("MOTION") && !argues {
        Kind::Opinion
    } else if upper.contains("MOTION") {
        Kind::Motion
    } else {
        Kind::Filing
    }
}

/// Whether a paper without a caption is sworn: it is headed as an affidavit or a declaration, and has the words of an oath
/// (28 U.S.C. 1746; a notary's jurat).
fn is_sworn(head: &str) -> bool {
    let mut lines = head.lines().map(str::trim).filter(|line| !line.is_empty()).take(8);
    let titled =
        lines.any(|line| is_capital(line) && ["AFFIDAVIT", "DECLARATION OF", "SWORN STATEMENT"].iter().any(|name| line.starts_with(name)));
    let lower = head.to_lowercase();
    titled
        && ["duly sworn", "under penalty of perjury", "under penalties of perjury", "sworn to before me"]
            .iter()
            .any(|oath| lower.contains(oath))
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
    ("RULING", Kind::Order),
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
            // The right side of a caption's box.
            .map(|line| line.rsplit_once([')', '§', ']', '│']).map_or(line, |(_, right)| if right.trim().len() > 4 { right } else { line }))
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
    let pleaded = is_pleaded(document);
    document.court = document.court.take().or_else(|| court(document));
    document.parties = parties(document);
    let mut last = 0;
    let mut current: Option<u32> = None;
    let mut exhibit: Option<String> = None;
    let service = service_from(document).unwrap_or(usize::MAX);
    for (i, passage) in document.passages.iter_mut().enumerate() {
        let words = passage.span.of(&text);
        if let Some(name) = exhibit_cover(words).filter(|_| passage.role != Role::Furniture) {
            exhibit = Some(name);
            current = None;
            passage.role = Role::Heading;
        }
        passage.pin.exhibit.clone_from(&exhibit);
        // Who was sent the paper, and how, is no part of what it says.
        if i >= service && matches!(passage.role, Role::Paragraph | Role::Quotation) {
            passage.role = if signature().is_match(words) { Role::Signature } else { Role::Service };
            continue;
        }
        if passage.role == Role::Heading || passage.role == Role::Caption {
            current = None;
        }
        if passage.role == Role::Quotation {
            passage.pin.paragraph = passage.pin.paragraph.or(current);
        }
        if passage.role != Role::Paragraph {
            continue;
        }
        if let Some(found) = paragraph_number().captures(words).filter(|_| pleaded)
            && let Ok(number) = found[1].parse::<u32>()
            && follows(number, last)
        {
            passage.role = Role::Numbered;
            passage.pin.paragraph = Some(number);
            last = number;
            current = Some(number);
        } else if is_heading(words) {
            passage.role = Role::Heading;
            current = None;
        } else if signature().is_match(words) {
            passage.role = Role::Signature;
            current = None;
        } else if words.trim_start().to_lowercase().starts_with("my commission expires") {
            passage.role = Role::Service;
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
        Regex::new(r"^\s*(?:/s/|(?i:respectfully submitted)|(?i:dated)(?:\s*:|\s+this|\s+at|\s+on)|(?i:it is )?(?:SO ORDERED|so ordered)|(?i:signed|executed)(?:\s+this|\s+on|\s+at|\s*:)|(?i:done|entered) (?i:this)\b|(?i:subscribed and sworn|sworn to|sworn and subscribed)\b)")
            .expect("a valid pattern")
    })
}

/// Whether a number goes on with the paragraphs before it; a few may be lost in the reading.
fn follows(number: u32, last: u32) -> bool {
    (last + 1..last + 4).contains(&number)
}

/// Whether a paper is pleaded in numbered paragraphs, by which it is cited: they rise from 1 and make up much of it. A list
/// of three in an opinion makes no paragraph of what follows it.
fn is_pleaded(document: &Document) -> bool {
    let (mut last, mut numbered, mut others) = (0, 0, 0);
    for passage in &document.passages {
        let words = passage.span.of(&document.text);
        if exhibit_cover(words).is_some() || is_service(words) {
            break;
        }
        if passage.role != Role::Paragraph || is_heading(words) || signature().is_match(words) {
            continue;
        }
        let number = paragraph_number().captures(words).and_then(|found| found[1].parse::<u32>().ok());
        match number.filter(|number| follows(*number, last)) {
            Some(number) => {
                numbered += 1;
                last = number;
            }
            None if last > 0 => others += 1,
            None => {}
        }
    }
    numbered >= 2 && numbered >= others || numbered >= 12 && numbered * 4 >= others
}

/// "CERTIFICATE OF SERVICE", "PROOF OF SERVICE": the heading of what closes a paper, by itself. A line of a table of
/// contents has a page number, and a sentence about service goes on.
fn is_service(words: &str) -> bool {
    const NAMES: &[&str] = &["CERTIFICATE OF SERVICE", "PROOF OF SERVICE", "CERTIFICATE OF COMPLIANCE", "CERTIFICATE OF MAILING"];
    let first = words.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim().trim_end_matches([':', '.']);
    NAMES.iter().any(|name| first.to_uppercase().starts_with(name))
        && first.len() < 60
        && is_capital(first)
        && !first.contains(['.', '…'])
        && !first.ends_with(|c: char| c.is_ascii_digit())
}

/// Where what closes a paper begins: its last heading of service, if no title and no numbered paragraph comes after it.
fn service_from(document: &Document) -> Option<usize> {
    let text = &document.text;
    let told = |i: usize| document.passages[i].role != Role::Furniture;
    let at = (0..document.passages.len()).rfind(|i| told(*i) && is_service(document.passages[*i].span.of(text)))?;
    let goes_on = (at + 1..document.passages.len()).any(|i| {
        let words = document.passages[i].span.of(text);
        told(i) && (paragraph_number().is_match(words) || exhibit_cover(words).is_some())
    });
    (!goes_on && at * 2 > document.passages.len()).then_some(at)
}

/// The court whose paper it is, by the lines at its head.
fn court(document: &Document) -> Option<String> {
    let head = document.passages.iter().filter(|p| p.role != Role::Furniture).take(HEAD);
    let found = head.filter(|p| p.span.len() < 600).find_map(|p| court_name().find(p.span.of(&document.text)))?;
    let shown = found.as_str().split_whitespace().collect::<Vec<_>>().join(" ");
    Some(titled(shown.strip_prefix("IN THE ").or(shown.strip_prefix("In the ")).unwrap_or(&shown)))
}

fn court_name() -> &'static Regex {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    PATTERN.get_or_init(|| {
        Regex::new(
            r"(?i)\b((?:in the )?(?:united states (?:district|bankruptcy|tax) court|united states court of (?:appeals|federal claims|international trade)|supreme court of (?:the )?[a-z]+(?: [a-z]+)?|superior court of (?:the )?[a-z]+(?: of [a-z]+)?|[a-z]+ court of appeals|court of [a-z' ’]+? claims|court of common pleas)(?:[\s,]+(?:for the )?(?:[a-z]+ )?(?:(?:northern|southern|eastern|western|middle|central) )?district(?: of(?: the)? [a-z]+(?: [a-z]+)?)?|[\s,]+for the [a-z]+ circuit)?)",
        )
        .expect("a valid pattern")
    })
}

/// Words in capitals as a name is written: "UNITED STATES COURT OF APPEALS" as "United States Court of Appeals".
fn titled(words: &str) -> String {
    const SMALL: &[&str] = &["of", "the", "for", "and", "in", "de", "van"];
    const KEPT: &[&str] = &["LLC", "LLP", "L.P.", "LP", "N.A.", "U.S.", "USA", "II", "III", "IV"];
    words
        .split(' ')
        .enumerate()
        .map(|(n, word)| {
            let initials = word.len() <= 4 && !word.contains(['A', 'E', 'I', 'O', 'U', 'Y']) && !word.ends_with('.');
            if KEPT.contains(&word.trim_end_matches(',')) || initials {
                return word.to_owned();
            }
            let lower = word.to_lowercase();
            let mut chars = lower.chars();
            match chars.next() {
                Some(first) if n == 0 || !SMALL.contains(&lower.as_str()) => first.to_uppercase().collect::<String>() + chars.as_str(),
                _ => lower,
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// The parties of a caption, each with what it is called there: "JANE ROE, Plaintiff, v. ACME CORP., Defendant."
fn parties(document: &Document) -> Vec<Party> {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    let pattern = PATTERN.get_or_init(|| {
        Regex::new(
            r"([A-Z][^\n;:]{2,120}?),?\s+((?i:plaintiff|defendant|petitioner|respondent|appellant|appellee|debtor|intervenor|movant)s?)\b",
        )
        .expect("a valid pattern")
    });
    let text = &document.text;
    let mut caption = String::new();
    for passage in document.passages.iter().filter(|p| p.role == Role::Caption).take(HEAD) {
        // The boxes' strokes, and what stands behind them: the right side of a caption is its number and title.
        for line in passage.span.of(text).lines().filter(|line| !is_of_court(line)) {
            let left = line.split([')', '§', ']', '│', '|']).next().unwrap_or(line);
            let left = left.split("   ").next().unwrap_or(left);
            caption.push_str(left.trim());
            caption.push(' ');
        }
    }
    let sides = caption.split(" v. ").flat_map(|side| side.split(" vs. ")).flat_map(|side| side.split(" versus "));
    let mut out: Vec<Party> = Vec::new();
    for side in sides {
        let Some(found) = pattern.captures(side) else { continue };
        let name = found[1].trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '*' | '†'));
        let name = name.trim_matches([' ', ',', '-', '—']);
        let name =
            name.strip_suffix(", et al.").or(name.strip_suffix(", et al")).or(name.strip_suffix(", ET AL.")).unwrap_or(name).to_owned();
        let role = found[2].to_lowercase();
        let name = if is_capital(&name) { titled(&name) } else { name };
        // An address of counsel is no party.
        let named = name.len() > 2 && name.starts_with(char::is_uppercase) && !name.contains(|c: char| c.is_ascii_digit());
        if named && !out.iter().any(|party| party.name == name) {
            out.push(Party { name, role });
        }
    }
    out
}

/// Whether a line of a caption names the court or the case, and no party.
fn is_of_court(line: &str) -> bool {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    let pattern = PATTERN.get_or_init(|| {
        Regex::new(r"^\s*(?:(?i:nos?\.|(?:case|civil|docket|for the|in the|filed|appeal)\b)|(?:[A-Z]+ )*DISTRICT OF\b|.*\bDIVISION\s*$)")
            .expect("a valid pattern")
    });
    let number = line.len() < 40 && line.contains(|c: char| c.is_ascii_digit()) && !line.contains(',');
    number || court_name().is_match(line) || pattern.is_match(line)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Passage, Pin};
    use crate::span::Span;

    /// A document whose passages are its lines.
    fn paper(lines: &[&str]) -> Document {
        let text = lines.join("\n");
        let mut document = Document::new("a.pdf".to_owned(), Format::Pdf, text, String::new());
        let mut start = 0;
        for line in lines {
            let span = Span::new(start, start + line.len());
            document.passages.push(Passage { span, role: Role::Paragraph, pin: Pin::default(), day: None, author: None });
            start += line.len() + 1;
        }
        document.kind = Kind::Filing;
        roles(&mut document);
        document
    }

    #[test]
    fn a_caption_gives_the_court_and_the_parties() {
        let document = paper(&[
            "UNITED STATES DISTRICT COURT FOR THE WESTERN DISTRICT OF TEXAS",
            "JANE ROE, Plaintiff, v. ACME FRUIT LLC, et al., Defendants.",
            "FIRST AMENDED COMPLAINT",
            "1. Roe picked apples.",
            "2. Acme fired her.",
        ]);
        assert_eq!(document.court.as_deref(), Some("United States District Court for the Western District of Texas"));
        let named: Vec<(&str, &str)> = document.parties.iter().map(|p| (p.name.as_str(), p.role.as_str())).collect();
        assert_eq!(named, [("Jane Roe", "plaintiff"), ("Acme Fruit LLC", "defendants")]);
        assert_eq!(document.cite(&document.passages[4].pin), "First Am. Compl. ¶ 2");
    }

    #[test]
    fn a_partys_name_is_whole() {
        let document = paper(&[
            "UNITED STATES DISTRICT COURT",
            "NORTHERN DISTRICT OF TEXAS, DALLAS DIVISION",
            "THE NEW YORK TIMES COMPANY and GEORGE P. ROBERTSON, Plaintiffs, v. TEXAS INSTRUMENTS INC., Defendant.",
            "ORDER",
        ]);
        let named: Vec<&str> = document.parties.iter().map(|p| p.name.as_str()).collect();
        assert_eq!(named, ["The New York Times Company and George P. Robertson", "Texas Instruments Inc."]);
    }

    #[test]
    fn a_list_in_an_opinion_makes_no_numbered_paragraphs() {
        let mut lines = vec![
            "UNITED STATES DISTRICT COURT", "ROE, Plaintiff, v. ACME, Defendant.", "OPINION", "1. Whether she may sue.",
            "2. Whether she did.",
        ];
        lines.extend(["The court takes the first question first, and then the second one."; 6]);
        let document = paper(&lines);
        assert!(document.passages.iter().all(|p| p.pin.paragraph.is_none()), "{:?}", document.passages);
    }

    #[test]
    fn what_follows_the_heading_of_service_is_service() {
        let document = paper(&[
            "UNITED STATES DISTRICT COURT",
            "ROE, Plaintiff, v. ACME, Defendant.",
            "MOTION TO STAY",
            "CERTIFICATE OF SERVICE .......... 9",
            "Acme asks the court to stay the case. Proof of service was filed on March 3, 2021.",
            "Proof of service was filed again on March 4, 2021, by mail.",
            "CERTIFICATE OF SERVICE",
            "I certify that on May 3, 2021, I mailed this paper to every party.",
        ]);
        assert_eq!(document.passages[4].role, Role::Paragraph);
        assert_eq!(document.passages[5].role, Role::Paragraph);
        assert_eq!(document.passages[7].role, Role::Service);
    }
}
