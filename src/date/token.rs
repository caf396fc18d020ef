//! A paragraph cut into words, numbers and marks, with what each can mean for a date.

use super::words::{Lexicon, Word};

/// One word, number or mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub start: u32,
    pub end: u32,
    pub word: Word,
    /// The value of a number; numbers over nine digits are not numbers a date can hold and stay `u32::MAX`.
    pub number: u32,
    /// White space stands before it.
    pub spaced: bool,
    /// Its first letter is a capital.
    pub capital: bool,
    /// A line ends between the token before and this one.
    pub new_line: bool,
    /// A paragraph ends between the token before and this one.
    pub new_paragraph: bool,
}

impl Token {
    /// Bytes in it: the digits of a number, the letters of a word.
    pub fn length(&self) -> u32 {
        self.end - self.start
    }
}

/// Cuts `text` into tokens, appending to `tokens`; the places of those that are short numbers at the head of a line.
pub(crate) fn tokenize(text: &str, lexicon: Lexicon, tokens: &mut Vec<Token>) -> Vec<usize> {
    let mut heads = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    let (mut spaced, mut lines) = (true, 2u8);
    while at < bytes.len() {
        let byte = bytes[at];
        let start = at;
        match CLASS[byte as usize] {
            Class::Space => {
                spaced = true;
                if byte == b'\n' || byte == 0x0c {
                    lines = lines.saturating_add(if byte == 0x0c { 2 } else { 1 });
                }
                at += 1;
                continue;
            }
            Class::Letter => {
                at += letters(&bytes[at..]);
                // An apostrophe inside a word belongs to it where the lexicon knows the whole ("o'clock", "didn't").
                let mut word = lexicon.look_up(&bytes[start..], at - start);
                if at + 1 < bytes.len() && bytes[at] == b'\'' && CLASS[bytes[at + 1] as usize] == Class::Letter {
                    let end = at + 1 + letters(&bytes[at + 1..]);
                    let whole = lexicon.look_up(&bytes[start..], end - start);
                    if whole != Word::Other {
                        (word, at) = (whole, end);
                    }
                }
                let ends_in_ed = at - start > 4 && bytes[at - 2] | 0x20 == b'e' && bytes[at - 1] | 0x20 == b'd';
                if word == Word::Other && ends_in_ed && !is_no_past(&bytes[start..at]) {
                    // The regular past: a participle too, which is as good a sign of the past.
                    word = Word::PastVerb;
                }
                let capital = byte.is_ascii_uppercase();
                tokens.push(Token {
                    start: start as u32,
                    end: at as u32,
                    word,
                    number: 0,
                    spaced,
                    capital,
                    new_line: lines > 0,
                    new_paragraph: lines > 1,
                });
            }
            Class::Digit => {
                let mut number = 0u32;
                while at < bytes.len() && bytes[at].is_ascii_digit() {
                    if at - start < 9 {
                        number = number * 10 + u32::from(bytes[at] - b'0');
                    }
                    at += 1;
                }
                if at - start > 9 {
                    number = u32::MAX;
                }
                if lines > 0 && at - start <= 2 {
                    heads.push(tokens.len());
                }
                tokens.push(Token {
                    start: start as u32,
                    end: at as u32,
                    word: Word::Number,
                    number,
                    spaced,
                    capital: false,
                    new_line: lines > 0,
                    new_paragraph: lines > 1,
                });
            }
            Class::Mark => {
                at += 1;
                tokens.push(mark(start, at, byte, spaced, lines));
            }
            Class::High => {
                // Typographic marks become their plain form; a letter beyond ASCII belongs to a word of no interest here.
                let width = text[at..].chars().next().map_or(1, char::len_utf8);
                let character = text[at..].chars().next().unwrap_or(' ');
                at += width;
                match character {
                    '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2003}' | '\u{2002}' | '\u{feff}' | '\u{3000}' => {
                        spaced = true;
                        continue;
                    }
                    '\u{2028}' | '\u{2029}' | '\u{85}' => {
                        spaced = true;
                        lines = lines.saturating_add(1);
                        continue;
                    }
                    '\u{2010}'..='\u{2015}' | '\u{2212}' => tokens.push(mark(start, at, b'-', spaced, lines)),
                    '\u{2018}' | '\u{2019}' => tokens.push(mark(start, at, b'\'', spaced, lines)),
                    '\u{201c}' | '\u{201d}' => tokens.push(mark(start, at, b'"', spaced, lines)),
                    '§' | '¶' => tokens.push(Token { word: Word::Section, ..mark(start, at, b'S', spaced, lines) }),
                    '©' => tokens.push(Token { word: Word::Copyright, ..mark(start, at, b'C', spaced, lines) }),
                    character if character.is_alphabetic() => {
                        while at < bytes.len() {
                            let Some(next) = text[at..].chars().next() else { break };
                            if !next.is_alphanumeric() {
                                break;
                            }
                            at += next.len_utf8();
                        }
                        let capital = character.is_uppercase();
                        tokens.push(Token { capital, word: Word::Other, ..mark(start, at, 0, spaced, lines) });
                    }
                    _ => tokens.push(mark(start, at, 0, spaced, lines)),
                }
            }
        }
        lines = 0;
        // One space follows most words; here it costs no turn of the loop.
        spaced = bytes.get(at) == Some(&b' ');
        at += usize::from(spaced);
    }
    heads
}

/// Whether a word that ends in "ed" is no verb of the past: "succeed", "hundred", "United".
fn is_no_past(word: &[u8]) -> bool {
    const PAST: &[&str] = &["agreed", "disagreed", "freed", "decreed", "guaranteed", "refereed"];
    const OTHERS: &[&str] = &["hundred", "united", "limited", "sacred", "naked", "wicked", "rugged", "mohammed", "muhammed", "alfred"];
    let is = |list: &[&str]| list.iter().any(|other| word.eq_ignore_ascii_case(other.as_bytes()));
    if word[word.len() - 3] | 0x20 == b'e' { !is(PAST) } else { is(OTHERS) }
}

/// How many letters stand at the head of `bytes`: eight are looked at together, because the length of a word is what a
/// processor cannot foresee, and a loop over its letters asks it to at each of them.
#[inline]
fn letters(bytes: &[u8]) -> usize {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    const ONES: u64 = 0x0101_0101_0101_0101;
    let mut at = 0;
    while let Some(eight) = bytes[at..].first_chunk::<8>() {
        let eight = u64::from_le_bytes(*eight);
        let small = (eight | (0x20 * ONES)) & !HIGH;
        // The high bit of each byte: from "a" on, beyond "z". No sum of two bytes below 128 reaches the next.
        let (from_a, beyond_z) = (small + (0x80 - u64::from(b'a')) * ONES, small + (0x7f - u64::from(b'z')) * ONES);
        let others = !(from_a & !beyond_z & !eight) & HIGH;
        if others != 0 {
            return at + others.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    at + bytes[at..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count()
}

fn mark(start: usize, end: usize, byte: u8, spaced: bool, lines: u8) -> Token {
    Token {
        start: start as u32,
        end: end as u32,
        word: Word::Punct(byte),
        number: 0,
        spaced,
        capital: false,
        new_line: lines > 0,
        new_paragraph: lines > 1,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Letter,
    Digit,
    Mark,
    High,
}

const CLASS: [Class; 256] = {
    let mut table = [Class::Mark; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            0..=b' ' | 0x7f => Class::Space,
            0x80..=0xff => Class::High,
            _ => Class::Mark,
        };
        byte += 1;
    }
    table
};
