//! Social posts embedded in an article: the sign-off line dates and signs the lines above it.

use crate::date::{self, Value};
use crate::document::{Document, Passage, Role};
use crate::span::Span;
use chrono::NaiveDate;
use regex::Regex;
use std::sync::OnceLock;

/// Longest post, in bytes, that a sign-off reaches back over.
const LONGEST: usize = 1200;

/// A sign-off: a dash, a name, a handle in brackets, a day.
fn sign_off(line: &str) -> Option<(String, NaiveDate)> {
    if !line.contains("(@") {
        return None;
    }
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    let pattern = PATTERN.get_or_init(|| {
        Regex::new(r"^ *(?:&mdash;|[—–-]+) *([^\n]{1,80}?) *\(@([A-Za-z0-9_]{1,30})\) *([^\n]{6,40}?) *$").expect("a valid pattern")
    });
    let found = pattern.captures(line)?;
    let day = date::find(&found[3], &[]).mentions.into_iter().find_map(|mention| match mention.value {
        Value::Days(when) => when.exact(),
        Value::Time { day, .. } => day,
        _ => None,
    })?;
    Some((format!("@{}", &found[2]), day))
}

/// Joins the lines of each post with its sign-off into one passage of its own.
pub(super) fn join(document: &mut Document) {
    let text = &document.text;
    let words = |p: &Passage| p.span.of(text).to_owned();
    let mut out: Vec<Passage> = Vec::with_capacity(document.passages.len());
    let mut last_sign_off = None;
    for passage in std::mem::take(&mut document.passages) {
        // The sign-off may be the last line of a block that holds the post itself.
        let last_line_at = passage.span.of(text).rfind('\n').map_or(0, |at| at + 1);
        let line = &passage.span.of(text)[last_line_at..];
        let Some((author, day)) = sign_off(line).filter(|_| passage.role == Role::Paragraph || passage.role == Role::Quotation) else {
            out.push(passage);
            continue;
        };
        let mut first = out.len();
        if last_line_at == 0 {
            let floor = last_sign_off.map_or(0, |at: usize| at + 1);
            let cluster = last_sign_off.is_some_and(|at| out.len() - at <= 8);
            let mut size = 0;
            while first > floor {
                let above = words(&out[first - 1]);
                size += above.len();
                let leads_in = above.trim_end().ends_with(':')
                    && !out.get(first).is_some_and(|next| words(next).starts_with(['–', '—', '-', '•', '*']));
                let first_line = first == out.len();
                // What the page itself sets apart as quoted above a sign-off is the post.
                let quoted = out[first - 1].role == Role::Quotation;
                let posted = quoted
                    || above.len() < 300
                        && (cluster
                            || above.starts_with(['"', '“', '@', '–', '—', '•'])
                            || above.contains("pic.twitter.com")
                            || above.contains("https://t.co"));
                if leads_in && !first_line || !quoted && out[first - 1].role != Role::Paragraph || size > LONGEST || !(first_line || posted)
                {
                    break;
                }
                first -= 1;
            }
        }
        let start = out.get(first).map_or(passage.span.start(), |p| p.span.start());
        let pin = out.get(first).map_or_else(|| passage.pin.clone(), |p| p.pin.clone());
        out.truncate(first);
        out.push(Passage { span: Span::new(start, passage.span.end()), role: Role::Post, pin, day: Some(day), author: Some(author) });
        last_sign_off = Some(out.len() - 1);
    }
    document.passages = out;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sign_offs_name_the_author_and_the_day() {
        assert_eq!(
            sign_off("— A. Reader (@areader) August 19, 2021"),
            Some(("@areader".to_owned(), NaiveDate::from_ymd_opt(2021, 8, 19).unwrap()))
        );
        assert_eq!(sign_off("— A. Reader"), None);
        assert_eq!(sign_off("He wrote (@areader) on August 19, 2021 that it was over, and went home to sleep"), None);
    }
}
