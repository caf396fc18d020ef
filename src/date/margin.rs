//! The line numbers of pleading and transcript paper, which stand before the words of their lines and belong to none of
//! them: "on June 5,⏎13 2019" is one date.
//!
//! Pleading paper numbers its lines 1 to 28 (C.D. Cal. L.R. 11-3.2), transcripts 1 to 25. A number is taken for one only
//! where the line before or behind it bears the number before or behind it.

use super::token::Token;
use super::words::Word;

/// Most lines that a numbered page has.
const LINES: u32 = 30;

/// Lines that count up before their numbers are believed where months stand behind them, as in a diary: "3 June".
const SURE: usize = 12;

/// Takes the numbers of lines out of tokens. `heads` are the short numbers that begin lines.
pub(crate) fn without_numbers(tokens: Vec<Token>, heads: &[usize]) -> Vec<Token> {
    let heads: Vec<usize> = heads.iter().copied().filter(|&at| is_head(&tokens, at)).collect();
    let mut numbers: Vec<usize> = Vec::new();
    for run in heads.chunk_by(|&a, &b| goes_on(&tokens, a, b)) {
        let months = run.iter().filter(|&&at| matches!(tokens.get(at + 1).map(|t| t.word), Some(Word::Month(_)))).count();
        // "1 cup, 2 eggs, 5 minutes": a list counts what stands behind its numbers.
        let counts = |&&at: &&usize| {
            let unit = matches!(tokens.get(at + 1).map(|t| t.word), Some(Word::Unit(_)));
            unit && !(at > 0 && matches!(tokens[at - 1].word, Word::Cardinal(_)))
        };
        if run.iter().any(|at| counts(&at)) && run.len() < SURE {
            continue;
        }
        if run.len() >= 2 && (months == 0 || run.len() >= SURE && months * 2 < run.len() || broken_date(&tokens, run, months)) {
            numbers.extend(run);
        }
    }
    if numbers.is_empty() {
        return tokens;
    }
    let mut out = Vec::with_capacity(tokens.len());
    let mut next = numbers.into_iter().peekable();
    let mut taken: Option<Token> = None;
    for (at, mut token) in tokens.into_iter().enumerate() {
        if next.next_if_eq(&at).is_some() {
            token.new_paragraph |= taken.is_some_and(|before| before.new_paragraph);
            taken = Some(token);
            continue;
        }
        if let Some(number) = taken.take() {
            token.new_line = true;
            token.new_paragraph |= number.new_paragraph;
        }
        out.push(token);
    }
    out
}

/// Whether a short number stands apart at the head of its line.
fn is_head(tokens: &[Token], at: usize) -> bool {
    let apart = tokens.get(at + 1).is_none_or(|next| next.spaced);
    apart && (1..=LINES).contains(&tokens[at].number)
}

/// Whether one line's number goes on from that of the line just before it; a page begins at 1.
fn goes_on(tokens: &[Token], a: usize, b: usize) -> bool {
    let next_line = !tokens[(a + 2).min(b)..b].iter().any(|token| token.new_line);
    let (one, other) = (tokens[a].number, tokens[b].number);
    next_line && (other == one + 1 || other == 1 && one >= 20)
}

/// Whether the month behind each number goes on from "day of" on the line before.
fn broken_date(tokens: &[Token], run: &[usize], months: usize) -> bool {
    let broken =
        |&&at: &&usize| matches!(tokens.get(at + 1).map(|t| t.word), Some(Word::Month(_))) && at > 0 && tokens[at - 1].word == Word::Of;
    run.iter().filter(broken).count() == months
}

#[cfg(test)]
mod tests {
    use crate::date::{AnchorAt, Scene, find};
    use chrono::NaiveDate;

    #[test]
    fn the_numbers_of_lines_belong_to_no_date() {
        let rows: &[(&str, &[&str])] = &[
            ("12 2018, and moved to the mill on June 5,\n13 2019. She left.", &["2018", "2019-06-05"]),
            ("13 served his\n14 answer on March 12,\n15 2018.", &["2018-03-12"]),
            ("14 left on the 5th\n15 of August, 2019", &["2019-08-05"]),
            ("2 signed this 5th day of\n3 June, 2017", &["2017-06-05"]),
            ("20 He waited two\n21 years for it.", &["P2Y"]),
            ("28 on November 6\n1 and November 7, 2019", &["2019-11-06", "2019-11-07"]),
            ("1 year of it\n2 years of it", &["P1Y", "P2Y"]),
            // A diary, a list and a lone number are no margin.
            ("3 June 2019 rain\n4 June 2019 sun", &["2019-06-03", "2019-06-04"]),
            ("1. On May 3\n2. On May 4", &["2021-05-03", "2021-05-04"]),
            ("It came on May\n4, 2020 or so.", &["2020-05-04"]),
        ];
        for (text, wanted) in rows {
            let anchor = AnchorAt { from: 0, day: NaiveDate::from_ymd_opt(2021, 6, 21), scene: Scene::Same, later: 0 };
            let got: Vec<String> = find(text, &[anchor]).mentions.iter().map(|m| m.value.timex()).collect();
            assert_eq!(got, *wanted, "{text}");
        }
    }
}
