//! Reads the YAML files that people write, and says what is wrong with one: the place, the line with a caret, and plain
//! words instead of a parser's.

use serde::de::DeserializeOwned;
use serde_yaml::{MessageFormatter, UserMessageFormatter};
use std::fmt;
use std::path::{Path, PathBuf};

/// What is wrong with a file that a person writes, and where. Lines and columns count from 1.
#[derive(Debug)]
pub struct Fault {
    pub file: PathBuf,
    pub line: u64,
    pub column: u64,
    /// The line, or the part of a long one around the place.
    pub excerpt: String,
    pub message: String,
    pub advice: String,
}

/// Characters of a long line that are shown on each side of the place.
const AROUND: usize = 60;

impl Fault {
    /// A fault at a place of a file's text.
    pub fn new(file: &Path, (line, column): (u64, u64), text: &str, message: String, advice: &str) -> Fault {
        let excerpt = text.lines().nth(line.saturating_sub(1) as usize).unwrap_or("").to_owned();
        Fault { file: file.to_owned(), line, column, excerpt, message, advice: advice.to_owned() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        writeln!(f, "{}:{}:{}: {}", self.file.display(), self.line, self.column, self.message)?;
        if !self.excerpt.trim().is_empty() {
            let margin = self.line.to_string();
            let blank = " ".repeat(margin.len());
            let at = self.column.saturating_sub(1) as usize;
            let skipped = at.saturating_sub(AROUND);
            let shown: Vec<char> = self.excerpt.chars().skip(skipped).take(2 * AROUND).collect();
            let before: String = shown.iter().take(at - skipped).map(|c| if *c == '\t' { '\t' } else { ' ' }).collect();
            writeln!(f, "{blank} |")?;
            writeln!(f, "{margin} | {}", shown.iter().collect::<String>())?;
            writeln!(f, "{blank} | {before}^")?;
        }
        write!(f, "nothing was written; {}", self.advice)
    }
}

impl std::error::Error for Fault {}

/// Reads a file's text.
///
/// # Errors
/// When it is no YAML, or not of the shape that `T` has.
pub fn parse<T: DeserializeOwned>(file: &Path, text: &str, advice: &str) -> Result<T, Fault> {
    serde_yaml::from_str(text).map_err(|error| {
        let place = error.location().map_or((1, 1), |at| (at.line(), at.column()));
        let message = UserMessageFormatter.format_message(error.without_snippet()).into_owned();
        Fault::new(file, place, text, plain(&message), advice)
    })
}

/// What a parser's message means to the person who wrote the file.
fn plain(message: &str) -> String {
    const MEANINGS: &[(&str, &str)] = &[
        ("sequence start", "a list belongs here, each item behind a hyphen"),
        ("mapping start", "lines of `key: value` belong here"),
        ("mapping values are not allowed", "a value that has a colon in it must stand in quotation marks"),
        ("tab", "lines are indented with spaces, not with tabs"),
        ("string scalar", "one value belongs here"),
        ("quoted scalar", "a quotation mark is not closed, or words stand behind a closed one"),
        ("unexpected character", "a value that begins with this mark must stand in quotation marks"),
        ("unclosed", "a bracket is not closed"),
        ("simple key expected", "a key must be followed by a colon and a space"),
        ("did not find expected", "the indentation does not fit that of the lines above"),
        ("indentation", "the indentation does not fit that of the lines above"),
    ];
    let line = message.lines().next().unwrap_or_default();
    let line = line.rsplit_once(" at line ").map_or(line, |(before, _)| before);
    if let Some(rest) = line.strip_prefix("duplicate mapping key ") {
        return format!("{} is given twice", rest.split(' ').next().unwrap_or(rest));
    }
    if let Some((key, names)) = line.strip_prefix("unknown field ").and_then(|rest| rest.split_once(", expected ")) {
        return format!("{key} is no key here; the keys are {}", names.trim_start_matches("one of "));
    }
    if let Some(field) = line.strip_prefix("missing field ") {
        return format!("{field} is missing");
    }
    MEANINGS.iter().find(|(words, _)| line.contains(words)).map_or_else(|| line.to_owned(), |(_, meaning)| (*meaning).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only its shape matters")]
    struct Shape {
        items: Vec<Item>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only its shape matters")]
    struct Item {
        name: String,
        day: String,
    }

    #[test]
    fn faults_are_told_in_plain_words_with_their_place() {
        let rows = [
            ("items: 3\n", 1, "a list belongs here"),
            ("items:\n  - name: a\n", 2, "`day` is missing"),
            ("items:\n  - name: a: b\n", 2, "a colon in it"),
            ("items:\n\t- name: a\n", 2, "not with tabs"),
            ("items:\n  - name: a\n    wy: b\n", 3, "`wy` is no key here; the keys are name, day"),
            ("items:\n  - name: a\n    name: b\n", 3, "`name` is given twice"),
            ("items:\n  - name: @a\n", 2, "quotation marks"),
            ("items: [{name: a}\n", 1, "a bracket is not closed"),
            ("items:\n  - name\n", 2, "lines of `key: value`"),
            ("- name: a\n", 1, "lines of `key: value`"),
            ("items:\n  - name: \"a\n    day: b\n", 3, "a quotation mark is not closed"),
        ];
        for (text, line, words) in rows {
            let fault = parse::<Shape>(Path::new("x.yaml"), text, "mend it").unwrap_err();
            assert!(fault.message.contains(words) && fault.line == line, "{text:?}: {}:{}", fault.line, fault.message);
            assert!(fault.to_string().contains("nothing was written; mend it"), "{fault}");
        }
    }

    #[test]
    fn a_long_line_is_shown_around_the_place() {
        let text = format!("items: [{}", "{name: a, day: b}, ".repeat(200));
        let shown = parse::<Shape>(Path::new("x.yaml"), &text, "mend it").unwrap_err().to_string();
        assert!(shown.len() < 500, "{shown}");
    }
}
