//! Dates that the edge of a page breaks: the foot of one page and the head of the next stand between their parts.

use super::phrase::Reader;
use super::token::Token;
use super::words::Word;

/// Most lines that the foot of a page and the head of the next have together.
const LINES: usize = 4;

/// Most tokens of such a line.
const LENGTH: usize = 24;

/// What `reads` finds where a text goes on behind the edge of the page that its paragraph ends at.
pub(super) fn over_the_edge<T>(r: &Reader, reads: impl Fn(&Reader, usize) -> Option<T>) -> Option<T> {
    let mut at = r.end;
    for _ in 0..=LINES {
        if at >= r.tokens.len() {
            return None;
        }
        let beyond = Reader { start: at, end: (at + 8).min(r.tokens.len()), ..*r };
        if let Some(found) = reads(&beyond, at) {
            return Some(found);
        }
        let end = (at + 1..r.tokens.len()).take(LENGTH).find(|next| r.tokens[*next].new_line)?;
        if !is_edge(r.text, &r.tokens[at..end]) {
            return None;
        }
        at = end;
    }
    None
}

/// Whether a token stands in the line that a court stamps on each page: "Case: 20-16276, 08/05/2020, DktEntry: 19, Page 4 of
/// 15", "FILED: ADAMS COUNTY CLERK 05/06/2020 INDEX NO. 123". Its day is the paper's, and no part of what the page tells.
pub(super) fn is_stamped(r: &Reader, at: usize) -> bool {
    let first = (0..=at).rev().take(LENGTH).find(|i| r.tokens[*i].new_line).unwrap_or(0);
    let end = (at + 1..r.tokens.len()).take(LENGTH).find(|i| r.tokens[*i].new_line).unwrap_or(r.tokens.len().min(at + 1 + LENGTH));
    let line = &r.tokens[first..end];
    let word = |token: &Token| &r.text[token.start as usize..token.end as usize];
    let docket = |token: &&Token| token.word == Word::Docket;
    let filed = |token: &Token| ["filed", "received", "entered"].iter().any(|stamp| word(token).eq_ignore_ascii_case(stamp));
    // What tells has small words.
    let tells = |token: &Token| word(token).len() > 2 && word(token).starts_with(|c: char| c.is_ascii_lowercase());
    line.len() < LENGTH
        && (line[0].word == Word::Docket || line.iter().take(3).any(|token| docket(&token) || filed(token)))
        && (line.iter().filter(docket).count() > 1 || line.iter().any(|token| token.word == Word::Page) || filed(&line[0]))
        && !line.iter().any(tells)
}

/// Whether a line is one of a page's edge: its number, a court's stamp, the title of the paper.
fn is_edge(text: &str, line: &[Token]) -> bool {
    let numbered = line.iter().all(|token| matches!(token.word, Word::Number | Word::Punct(_) | Word::Page | Word::Of));
    let stamp = line[0].word == Word::Docket && line.iter().any(|token| token.word == Word::Number);
    let titled = |token: &Token| {
        let small = matches!(token.word, Word::Of | Word::In | Word::To | Word::The | Word::A | Word::And | Word::For);
        token.capital || small || matches!(token.word, Word::Number | Word::Punct(_))
    };
    let sentence = text[..line[line.len() - 1].end as usize].ends_with(['.', '!', '?', ';']);
    numbered || stamp || !sentence && line.len() <= 12 && line.iter().all(titled)
}

#[cfg(test)]
mod tests {
    use crate::date::{AnchorAt, Scene, find};
    use chrono::NaiveDate;

    #[test]
    fn the_edge_of_a_page_breaks_no_date() {
        let rows: &[(&str, &[&str])] = &[
            ("left the mill on December\n\n- 7 -\nCOMPLAINT FOR DAMAGES\n\n9, 2018, in the rain.", &["2018-12-09"]),
            ("left the mill on December\n\n7\n\n9, 2018.", &["2018-12-09"]),
            ("left on December\n\nPage 7 of 12\n\u{c}9, 2018.", &["2018-12-09"]),
            (
                "left on December 9,\n\nCase 3:19-cv-00123 Document 45 Filed 06/01/20 Page 8 of 12\n\n2018 with her brother.",
                &["2018-12-09"],
            ),
            ("[April 29,\n\n2020]", &["2020-04-29"]),
            // The stamp's day is no part of what the pages tell.
            (
                "On April 23, 2020, it ruled.\n\nCase: 20-162, 08/05/2020, DktEntry: 19, Page 4 of 15\n\nThe next day, the mill closed.",
                &["2020-04-23", "2020-08-05", "2020-04-24"],
            ),
            (
                "On April 23, 2020, it ruled.\n\nFILED: ADAMS COUNTY CLERK 05/06/2020 INDEX NO. 123\n\nThe next day, the mill closed.",
                &["2020-04-23", "2020-05-06", "2020-04-24"],
            ),
            (
                "Case No. 20-162, Docket Entry No. 7. On April 25, 2020, this court ruled.\n\nThe next day, the mill closed.",
                &["2020-04-25", "2020-04-26"],
            ),
            // A new paragraph is no page's edge, and a page's number no day.
            ("It closed in December.\n\n9, 2018 and other numbers", &["2020-12", "2018"]),
            ("It rained in December\n\nThe mill closed. 9, 2018", &["2020-12", "2018"]),
        ];
        for (text, wanted) in rows {
            let anchor = AnchorAt { from: 0, day: NaiveDate::from_ymd_opt(2021, 6, 21), scene: Scene::Same, later: 0 };
            let got: Vec<String> = find(text, &[anchor]).mentions.iter().map(|m| m.value.timex()).collect();
            assert_eq!(got, *wanted, "{text}");
        }
    }
}
