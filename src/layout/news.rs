//! The parts of an article: headline, byline, paragraphs, and the furniture around them.

use crate::date::When;
use crate::document::{Document, Passage, Role};
use regex::Regex;
use std::sync::OnceLock;

/// Lines after which nothing belongs to the article: comments, biographies, networks' footers.
const ENDS: &[&str] = &[
    "submit a correction", "truth and accuracy", "about the author", "join the conversation", "leave a comment", "leave a reply",
    "post a comment", "one response to", "responses to", "comments are closed", "sources for this article include", "sources include:",
    "read our editorial standards", "you need to be a member", "please share your thoughts", "copyright ©", "all rights reserved",
    "conversation", "view comments", "show comments",
];

/// Lines that stand at an article's end or between its paragraphs.
const BREAKS: &[&str] = &[
    "more from", "recommended stories", "recommended for you", "most popular", "trending now", "sign up for our", "subscribe to our",
    "filed under", "tags:", "share this article", "advertise with",
];

/// Bytes of a paragraph that goes on with the article behind such a line.
const BODY: usize = 120;

/// Whether a line is one of these. A sentence is one only by what it opens with: "they spoke of those conversations." is prose.
fn marks_end(words: &str, lower: &str, marks: &[&str]) -> bool {
    let sentence = words.trim_end_matches(['"', '”', '’']).ends_with(['.', '!', '?']);
    let says = |mark: &&str| {
        let opens = lower.starts_with(*mark) && lower[mark.len()..].chars().next().is_none_or(|c| !c.is_alphabetic());
        opens && (!sentence || mark.contains(' ')) || !sentence && words.len() < 60 && lower.contains(*mark)
    };
    words.len() < 120 && marks.iter().any(says)
}

/// Lines that are furniture themselves, when they are the whole line.
const WHOLE: &[&str] = &[
    "share", "news", "advertisement", "ad", "subscribe", "tweet", "email", "print", "comment", "comments", "getty images", "conversation",
    "follow us", "read more", "related", "menu", "search", "home", "opinion", "politics", "sign in", "log in", "share this", "facebook",
    "twitter", "reddit", "linkedin", "whatsapp", "copy link", "save", "close", "next", "previous", "advertise", "story continues below",
    "story continues below advertisement", "continue reading", "photos", "video", "more", "editor's picks", "related stories",
    "related articles", "related content", "top stories", "breaking", "local", "us news", "world",
];

/// Beginnings of furniture lines.
const STARTS: &[&str] = &[
    "updated:", "related:", "read more:", "see also", "also read:", "more:", "click here", "follow ", "subscribe ", "sign up ", "get the ",
    "photo by ", "image credit", "photo credit", "file photo", "©", "copyright", "share on", "tags:", "topics:", "filed under",
    "posted in", "powered by", "download the", "watch:", "listen:", "(function", "window.", "cookie", "we use cookies", "this site uses",
    "skip to", "story continues",
];

/// What papers say of the making of a story, in short lines of their own.
const CREDITS: &[&str] = &[
    "this story has been updated", "this story was updated", "this article has been updated", "this article was updated",
    "this is a developing story", "contributed to this", "contributing to this", "contributing:", "video provided by", "reporting by ",
    "editing by ", "additional reporting", "follow him on", "follow her on", "follow them on", "can be reached at", "email the author",
];

/// Gives roles to the passages of an article that its format left open.
pub(super) fn roles(document: &mut Document) {
    let text = document.text.clone();
    let count = document.passages.len();
    let total = text.len().max(1);
    let body = |p: &Passage| {
        let words = p.span.of(&text).trim();
        p.role == Role::Paragraph && words.len() > BODY && words.ends_with(['.', '!', '?', '"', '”'])
    };
    let bodies: Vec<bool> = document.passages.iter().map(body).collect();
    let mut ended = false;
    let mut prose = 0;
    let mut skip_next = false;
    for i in 0..count {
        let next_is_short = document.passages.get(i + 1).is_some_and(|p| is_title_like(p.span.of(&text)));
        let titled = has_headline_before(&document.passages[..i]);
        let passage = &mut document.passages[i];
        let words = passage.span.of(&text).trim();
        let lower = words.to_lowercase();
        if ended && passage.role != Role::Post {
            passage.role = Role::Furniture;
            continue;
        }
        if !matches!(passage.role, Role::Paragraph | Role::Quotation) {
            prose += usize::from(passage.role != Role::Headline);
            continue;
        }
        if is_caption(&lower) && bears_a_day(words) {
            passage.role = Role::Photo;
            continue;
        }
        if skip_next {
            skip_next = false;
            if is_title_like(words) {
                passage.role = Role::Furniture;
                continue;
            }
        }
        if is_correction(&lower) {
            passage.role = Role::Correction;
            continue;
        }
        // An end mark counts only after the article's own prose, and never inside a long sentence.
        let late = passage.span.start() * 2 > total && prose >= 3;
        if late && (marks_end(words, &lower, ENDS) || marks_end(words, &lower, BREAKS)) {
            passage.role = Role::Furniture;
            // What only breaks an article ends it where hardly any prose follows.
            ended = marks_end(words, &lower, ENDS) || bodies[i + 1..].iter().filter(|body| **body).count() < 2;
            continue;
        }
        if is_furniture(words, &lower) {
            passage.role = Role::Furniture;
            skip_next = (lower.starts_with("related") || lower.starts_with("read more") || lower.starts_with("see also")) && next_is_short;
            continue;
        }
        if is_form_row(words) {
            prose += 1;
            continue;
        }
        if prose == 0 && is_byline(words, &lower) {
            passage.role = Role::Byline;
            continue;
        }
        if prose == 0 && is_title_like(words) {
            passage.role = if titled { Role::Heading } else { Role::Headline };
            continue;
        }
        if is_title_like(words) && !words.ends_with(':') && words.len() < 100 && passage.role == Role::Paragraph {
            passage.role = Role::Heading;
            continue;
        }
        prose += 1;
    }
    drop_biographies(document);
}

/// The outlet that an article names itself: in a line of its own between the byline and the date, or in the bracket that
/// opens its lead ("LINDEN, Ohio (Reuters) -", "(Natural News)").
pub(super) fn outlet(document: &Document) -> Option<String> {
    let text = &document.text;
    let lead = document.passages.iter().find(|p| p.role == Role::Paragraph)?;
    let is_name = |words: &str| {
        let count = words.split_whitespace().count();
        (1..=5).contains(&count)
            && words.len() <= 40
            && !words.ends_with(['.', ':', '!', '?'])
            && words.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '&' | '-' | '\'' | '’' | '.'))
            && words.split_whitespace().all(|word| word.starts_with(char::is_uppercase) || matches!(word, "of" | "the" | "and" | "&"))
    };
    let header: Vec<&str> = text[..lead.span.start()].lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let between =
        header.windows(3).find(|lines| lines[0].to_lowercase().starts_with("by ") && is_name(lines[1]) && is_only_a_date(lines[2]));
    if let Some(lines) = between {
        return Some(lines[1].to_owned());
    }
    let words = lead.span.of(text);
    let (before, rest) = words.split_once('(')?;
    let (name, after) = rest.split_once(')')?;
    let placed = before.len() <= 40
        && before.split(|c: char| !c.is_alphabetic()).all(|word| word.is_empty() || word.starts_with(char::is_uppercase));
    let opens = after.trim_start_matches([' ', '-', '–', '—']).starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“'));
    let listed = before.is_empty()
        || before.chars().any(|c| c.is_uppercase()) && before.trim_end().chars().next_back().is_some_and(char::is_alphabetic);
    // "Sen. Jane Doe (R) told": a letter is a party, and a name told again is its own short form.
    let own = name.len() > 1 && !before.contains(name);
    (placed && opens && listed && own && is_name(name) && !name.eq_ignore_ascii_case("photo")).then(|| name.to_owned())
}

/// "Correction: An earlier version of this article misstated …".
fn is_correction(lower: &str) -> bool {
    const OPENS: &[&str] = &["correction:", "corrections:", "correction ", "clarification:", "editor's note:", "editor’s note:"];
    const SAYS: &[&str] = &[
        "earlier version of this", "previous version of this", "original version of this", "has been corrected", "been updated to correct",
        "was corrected to", "misstated", "misidentified", "incorrectly stated", "incorrectly said",
    ];
    let opens = OPENS.iter().any(|open| lower.starts_with(open));
    let says = SAYS.iter().any(|say| lower.contains(say));
    let of_itself = lower.contains("version of this")
        || ["this article", "this story", "this post", "this report"].iter().any(|own| lower.contains(own));
    lower.len() < 900 && says && (opens || of_itself)
}

fn has_headline_before(passages: &[Passage]) -> bool {
    passages.iter().any(|p| p.role == Role::Headline)
}

/// The line under a picture: its date is the picture's, and dates nothing around it.
pub(crate) fn is_caption(lower: &str) -> bool {
    const MARKS: &[&str] = &[
        "file photo", "file image", "image copyright", "image caption", "photograph:", "photo:", "(ap photo", "ap photo/", "/getty images",
        "/afp", "/reuters", "reuters/", "courtesy of", "handout photo", "via getty", "/shutterstock",
    ];
    lower.len() < 500 && MARKS.iter().any(|mark| lower.contains(mark)) && !lower.contains(" said ")
}

fn bears_a_day(words: &str) -> bool {
    crate::date::find(words, &[]).mentions.iter().any(|date| date.value.when().and_then(When::exact).is_some())
}

/// How many bytes of a caption only say that it is one: "FILE PHOTO: ", "Image copyright AFP Image caption ".
pub(crate) fn caption_lead(words: &str) -> usize {
    static LEAD: OnceLock<Regex> = OnceLock::new();
    let lead = LEAD.get_or_init(|| {
        Regex::new(
            r"(?i)^(?:facebook twitter pinterest |(?:image copyright .{1,80}? )?image caption )?(?:file(?: photo| image)?\s*[:–—-]\s*)?",
        )
        .expect("a valid pattern")
    });
    lead.find(words).map_or(0, |found| found.end())
}

fn is_furniture(words: &str, lower: &str) -> bool {
    if words.len() > 200 {
        return false;
    }
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    WHOLE.contains(&lower.trim_end_matches([':', '.', '→', '»', ' ']))
        // A teaser of another article breaks off.
        || STARTS.iter().any(|start| lower.starts_with(start)) && (!words.ends_with('.') || words.ends_with("..."))
        || words.len() < 160 && CREDITS.iter().any(|credit| lower.contains(credit))
        || letters == 0
        || words.starts_with('|')
        || lower.contains("getty images") && words.len() < 80
        || is_shout(words)
}

/// A line all in capitals that is short: an outlet's name or a banner.
fn is_shout(words: &str) -> bool {
    words.len() < 40
        && words.chars().any(char::is_alphabetic)
        && !words.chars().any(char::is_lowercase)
        && !words.ends_with(['.', '?', '!', '"', '”'])
}

/// A short line without a sentence's end: a headline or a heading between paragraphs.
fn is_title_like(words: &str) -> bool {
    let words = words.trim_start_matches(['#', ' ', '*']).trim_end_matches('*');
    words.len() < 200
        && !words.contains('\n')
        && words.split_whitespace().count() >= 2
        && !words.trim_end_matches(['"', '”', '’']).ends_with(['.', '!', ',', ';', ':', '…'])
        && words.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric() || matches!(c, '"' | '“' | '‘' | '\''))
}

/// "By Jane Doe", "Published January 21, 2021", "January 21, 2021 10:35am Updated".
fn is_byline(words: &str, lower: &str) -> bool {
    if words.len() > 160 || words.contains(". ") && words.len() > 90 {
        return false;
    }
    let starts =
        ["by ", "published", "updated", "posted", "last updated", "first published", "written by", "from ", "date:", "filed ", "story by"];
    starts.iter().any(|start| lower.starts_with(start)) && !words.ends_with('.') || is_only_a_date(words)
}

/// Whether a line is a row of a form's fields, two or more with their labels: "DOB: 02/08/1963 Age: 58 Admit Date: 11/12/2021".
pub(super) fn is_form_row(words: &str) -> bool {
    const DATED: &[&str] = &[
        "DOB:", "Date of Birth:", "Date of Death:", "Admit Date:", "Admission Date:", "Discharge Date:", "Date of Injury:", "Date of Hire:",
    ];
    words.matches(": ").count() >= 2 && DATED.iter().any(|label| words.contains(label))
}

/// Whether a date makes up most of a short line.
pub(super) fn is_only_a_date(words: &str) -> bool {
    if is_form_row(words) {
        return false;
    }
    if words.len() > 70 {
        return false;
    }
    let dates = crate::date::find(words, &[]);
    let covered: usize = dates.mentions.iter().filter(|m| m.value.when().is_some()).map(|m| m.span.len()).sum();
    covered * 2 > words.len()
}

/// Biographies of authors at the end: sentences about who writes, after the last attribution to the case.
fn drop_biographies(document: &mut Document) {
    let text = document.text.clone();
    let from = document.passages.len() * 2 / 3;
    for passage in &mut document.passages[from..] {
        if passage.role == Role::Paragraph && is_biography(&passage.span.of(&text).to_lowercase()) {
            passage.role = Role::Furniture;
        }
    }
}

/// Whether a paragraph tells of its author: a short one by one sure sign, any by two signs. What is said of a life ("joining
/// the militia") may be said of a party too.
fn is_biography(lower: &str) -> bool {
    const SURE: &[&str] = &[
        "is a staff writer", "is a reporter", "is a freelance", "can be reached at", "follow him on", "follow her on", "is a journalist",
        "contributed to this report", "is a contributor", "is a correspondent",
    ];
    const LIFE: &[&str] =
        &["is an editor", "is a senior", "is the editor", "managing editor", "graduated from", "joining the", "hired on as", "covers the"];
    let signs = |list: &[&str]| list.iter().filter(|sign| lower.contains(**sign)).count();
    lower.len() < 250 && signs(SURE) > 0 || signs(SURE) + signs(LIFE) >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_apart() {
        assert!(is_byline("By Jane Doe", "by jane doe"));
        assert!(is_byline("January 21, 2021 10:35am Updated", "january 21, 2021 10:35am updated"));
        assert!(!is_byline("He left on January 21, 2021, and nobody has seen him since that day in town.", "x"));
        assert!(is_title_like("Company faces suit over posts"));
        assert!(!is_title_like("The company faces suit."));
        assert!(is_caption("file photo: a seal hangs at the office on may 3, 2012. reuters/a. b."));
        assert!(!is_caption("the paper was filed on may 3, 2012, in court."));
        assert!(is_correction("correction: an earlier version of this article misstated the day of the hearing."));
        assert!(!is_correction("the clerk said the earlier filing misstated the day of the hearing."));
        let ends = |words: &str| marks_end(words, &words.to_lowercase(), ENDS);
        assert!(ends("Join the conversation"));
        assert!(ends("Copyright © 2020 The Ledger. All rights reserved."));
        assert!(ends("5 responses to “Mill closes”"));
        assert!(!ends("Dorn then lied to the clerk about those conversations."));
        assert!(!ends("Conversations went on for weeks."));
        assert!(marks_end("More from the Ledger", "more from the ledger", BREAKS));
        assert!(is_biography("jane doe is a staff writer at the ledger."));
        assert!(!is_biography("dorn was charged with joining the raid on the mill."));
        assert!(is_furniture("Share", "share"));
        assert!(is_furniture("see also Mill closes A dam broke on Friday...", "see also mill closes a dam broke on friday..."));
        assert!(!is_furniture("Share prices fell on Monday.", "share prices fell on monday."));
    }
}
