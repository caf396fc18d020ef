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
