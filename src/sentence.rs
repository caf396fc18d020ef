//! Cuts a passage into sentences, knowing the abbreviations of law and press.
//!
//! No splitter of the crates survives "v.", "U.S.C." and "Dkt."; a rule and a closed list do.

use crate::date::is_month;
use crate::span::Span;

/// Abbreviations whose full stop ends no sentence, in lower case without the stop.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "det", "mt", "ft", "ptl", "supt", "dr", "prof", "rev", "hon", "st", "sen", "rep", "gov", "gen", "col", "lt", "capt",
    "sgt", "maj", "cpl", "adm", "cmdr", "pres", "atty", "messrs", "esq", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
    "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "v", "vs", "no", "nos", "art", "arts",
    "sec", "secs", "ch", "cl", "para", "paras", "p", "pp", "ed", "eds", "vol", "fig", "figs", "ex", "exh", "app", "dkt", "doc", "docs",
    "ecf", "cf", "id", "ibid", "e.g", "i.e", "viz", "al", "etc", "inc", "corp", "co", "ltd", "llc", "bros", "assn", "dept", "dist", "div",
    "supp", "cir", "ct", "cal", "fla", "ill", "mass", "mich", "minn", "tex", "wash", "wis", "ariz", "colo", "conn", "del", "ga", "ind",
    "kan", "ky", "la", "md", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "va", "vt", "wyo", "ala", "ark", "fed",
    "reg", "stat", "compl", "decl", "dep", "tr", "mem", "opp", "mot", "resp", "pl", "def", "plf", "dft", "ave", "blvd", "rd", "approx",
    "est", "ca", "u.s", "u.n", "u.k", "d.c", "n.y", "l.a", "a.m", "p.m", "ph.d", "j.d", "b.a", "m.d", "jr", "sr", "bankr", "admin", "cont",
    "info", "tel", "ret", "sup",
];

/// No writer's sentence is longer, in bytes: text that goes on so is a table, a list of names or no prose at all, and is cut
/// between two words, so that the work on one sentence stays small.
const LONGEST: usize = 4_000;

/// The sentences of `span`, in order, without the white space between them.
pub fn sentences(text: &str, span: Span) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut start = span.start();
    let mut at = span.start();
    while at < span.end() {
        let byte = bytes[at];
        let ends = match byte {
            b'!' | b'?' => true,
            b'.' => {
                (!is_abbreviation(text, start, at) || is_initial_at_end(text, at))
                    && !bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric)
            }
            b'\n' => line_ends_sentence(text, start, at, span.end()),
            b' ' if at - start >= LONGEST => {
                push(text, &mut out, start, at);
                start = at;
                false
            }
            _ => false,
        };
        at += 1;
        if !ends {
            continue;
        }
        // Closing quotation marks and brackets belong to the sentence they close.
        while at < span.end() {
            let rest = &text[at..span.end()];
            let Some(mark) = rest.chars().next().filter(|c| matches!(c, '"' | '\'' | ')' | ']' | '”' | '’' | '.' | '!' | '?')) else {
                break;
            };
            at += mark.len_utf8();
        }
        // "On July 15, 2019.[1] Discovery closed": a note's mark belongs to what it notes.
        let rest = &text[at..span.end()];
        let digits = rest.strip_prefix('[').map_or(0, |mark| mark.bytes().take_while(u8::is_ascii_digit).count());
        if digits > 0 && digits <= 3 && rest[1 + digits..].starts_with("] ") {
            at += digits + 2;
        }
        let rest = &text[at..span.end()];
        let next =
            rest.trim_start().chars().find(|c| !matches!(c, '"' | '“' | '‘' | '(' | '[' | '\'' | '—' | '–' | '-' | '*' | '•' | '#' | '>'));
        let spaced = rest.starts_with(char::is_whitespace) || rest.is_empty();
        // A sentence opens with a capital, a digit after a full line, or a quotation.
        let opens = next.is_none_or(|c| c.is_uppercase() || c.is_numeric() || !c.is_alphabetic()) || byte == b'\n';
        if spaced && opens {
            push(text, &mut out, start, at);
            start = at;
        }
    }
    push(text, &mut out, start, span.end());
    out
}

fn push(text: &str, out: &mut Vec<Span>, start: usize, end: usize) {
    let span = Span::new(start, end).trimmed(text);
    if !span.is_empty() {
        out.push(span);
    }
}

fn is_abbreviation(text: &str, start: usize, stop: usize) -> bool {
    let before = &text[start..stop];
    let word = before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '"' | '“' | '—' | '/' | '§')).next().unwrap_or("");
    let plain = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    if plain.is_empty() {
        return false;
    }
    let single = plain.chars().count() == 1 && plain.chars().all(char::is_alphabetic) && plain != "I";
    // "U.S.", "N.D.": letters between stops.
    let initials = plain.contains('.')
        && plain.split('.').all(|part| part.chars().count() <= 1 || part.chars().all(|c| c.is_ascii_digit()) && part.len() <= 1);
    if plain.len() > 6 {
        return single;
    }
    single || initials || ABBREVIATIONS.contains(&plain.to_ascii_lowercase().as_str())
}

/// "He married M. They divorced", "the last at 11:52 p.m. She kept it": an initial, an hour or a firm before a word that opens
/// a sentence and is no name ends one.
fn is_initial_at_end(text: &str, stop: usize) -> bool {
    const OPENING: &[&str] = &[
        "He", "She", "They", "It", "We", "I", "His", "Her", "Their", "The", "This", "That", "These", "On", "In", "At", "A", "An", "After",
        "When", "There", "Defendant", "Plaintiff", "Mr.", "Mrs.", "Ms.", "Dr.", "No", "But", "And", "Its", "Our", "My", "If", "By", "As",
        "Another", "Some", "Several", "Many", "Then", "Later", "Meanwhile", "However", "While", "Since", "For", "From", "With", "Under",
    ];
    // What stands behind an hour in one sentence: a day or a zone.
    const BEHIND_AN_HOUR: &[&str] = &["ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "PT", "PST", "PDT", "GMT", "UTC", "BST"];
    const ZONES: &[&str] = &["Eastern", "Central", "Mountain", "Pacific", "Greenwich", "Atlantic", "Alaska", "Hawaii"];
    const CLOSING: &[&str] = &["a.m", "p.m", "inc", "corp", "co", "ltd", "llc", "jr", "sr", "etc"];
    let closes = |word: &str| word.len() == 1 && word != "I" || CLOSING.contains(&word.to_ascii_lowercase().as_str());
    let initial = text[..stop].rsplit(char::is_whitespace).next().is_some_and(closes);
    let next = text[stop + 1..].split_whitespace().next().unwrap_or("");
    let hour = text[..stop].ends_with("a.m") || text[..stop].ends_with("p.m");
    let name = next.trim_end_matches(|c: char| !c.is_alphabetic());
    let of_hour = is_month(name) || name.parse::<chrono::Weekday>().is_ok() || BEHIND_AN_HOUR.contains(&name) || ZONES.contains(&name);
    let opens = OPENING.contains(&next) || hour && name.len() > 1 && name.starts_with(char::is_uppercase) && !of_hour;
    initial && opens && text[stop + 1..].starts_with(' ')
}

/// A line's end is a sentence's end only before a blank line or a list mark; wrapped prose goes on.
fn line_ends_sentence(text: &str, start: usize, at: usize, end: usize) -> bool {
    let rest = &text[at + 1..end];
    let next_line = rest.lines().next().unwrap_or("").trim_start();
    let this_line = text[start..at].lines().next_back().unwrap_or("").trim_end();
    next_line.is_empty() || next_line.starts_with(['–', '—', '•', '*', '-']) || this_line.ends_with(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text, Span::new(0, text.len())).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn abbreviations_of_law_and_press_end_no_sentence() {
        let rows: &[(&str, usize)] = &[
            ("Doe v. Roe was filed on Jan. 30. It was dismissed.", 2),
            ("See 47 U.S.C. § 230. The claim falls.", 2),
            ("He met Mr. Smith at 5 p.m. Friday. They left.", 2),
            ("He called at 11:52 p.m. She kept it.", 2),
            ("It ended at 10:12 p.m. Mr. Dorn left.", 2),
            ("He died at 11:12 p.m. No weapon was found.", 2),
            ("He died at 11:12 p.m. Officers found no weapon.", 2),
            ("It began at 9 a.m. Eastern time. It ended at noon.", 2),
            ("It began at 9 a.m. Jan. 5 and went on.", 1),
            ("He answered on July 15, 2019.[1] Discovery closed.", 2),
            ("He sued Linden Mills Inc. The firm paid.", 2),
            ("\"We saw it.\" Then he left.", 2),
            ("Twitter Inc. declined comment. Dkt. 69 at 3 says so.", 2),
            ("He lives in the U.S. and works.", 1),
            ("What do you mean? We both are minors.", 2),
            ("one\n\ntwo", 2),
            ("wrapped prose goes\non here. Yes.", 2),
        ];
        for (text, count) in rows {
            assert_eq!(split(text).len(), *count, "{:?}", split(text));
        }
    }
}
