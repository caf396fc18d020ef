//! Lists of links that a page runs into its sentences, behind a name: "Senator Harrow Ann B. HarrowMill reopens after storm
//! Five things to watch MORE said". They end in a capital "MORE", and no space parts them from the name.

/// What such a list ends with.
const END: &str = " MORE";
/// The longest list, in bytes, and the shortest.
const LONGEST: usize = 700;
const SHORTEST: usize = 10;

/// The text with such lists blanked, byte for byte; `None` where there are none.
pub(super) fn blanked(text: &str) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    let mut from = 0;
    for (at, _) in text.match_indices(END) {
        let end = at + END.len();
        if text[end..].starts_with(char::is_alphanumeric) {
            continue;
        }
        let line = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let first = (at.saturating_sub(LONGEST).max(line).max(from)..at).find(|at| text.is_char_boundary(*at)).unwrap_or(at);
        if let Some(start) = run_in(&text[first..at]).map(|start| first + start).filter(|start| at - start >= SHORTEST) {
            bytes[name_again(text, start).max(from)..end].fill(b' ');
            from = end;
        }
    }
    (from > 0).then(|| String::from_utf8(bytes).expect("whole characters were blanked"))
}

/// Where a word begins right behind another: the M of "HarrowMill", the 2 of "Harrow2020".
fn run_in(words: &str) -> Option<usize> {
    let mut small = 0;
    words.char_indices().find_map(|(at, c)| {
        let begins = small >= 2 && (c.is_uppercase() || c.is_ascii_digit());
        small = if c.is_lowercase() { small + 1 } else { 0 };
        begins.then_some(at)
    })
}

/// Where the name that the list repeats begins: behind its last word's first telling, "Harrow[ Ann B. Harrow]Mill reopens".
fn name_again(text: &str, end: usize) -> usize {
    /// How far back the first telling may stand, in words.
    const REACH: usize = 7;
    let line = text[..end].rfind('\n').map_or(0, |at| at + 1);
    let before = &text[line..end];
    let last = before.rsplit(' ').next().unwrap_or(before);
    let head = &before[..before.len() - last.len()];
    let words = head.split_inclusive(' ').rev().take(REACH);
    let mut at = head.len();
    for word in words {
        if word.trim() == last {
            return line + at - usize::from(word.ends_with(' '));
        }
        at -= word.len();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_links_is_blanked_with_the_name_that_it_repeats() {
        let text = "Senator Harrow Ann B. HarrowMill reopens in 2020 Five things to watch MORE (D) sued.\nThe end.";
        let blank = blanked(text).unwrap();
        assert_eq!(blank.len(), text.len());
        assert_eq!(blank.split_whitespace().collect::<Vec<_>>().join(" "), "Senator Harrow (D) sued. The end.");
        let numbered = "Ann Harrow Ann B. Harrow2020 hopefuls meet Five things to watch MORE sued.";
        assert_eq!(blanked(numbered).unwrap().split_whitespace().collect::<Vec<_>>().join(" "), "Ann Harrow sued.");
        for plain in ["McHenry wants MORE of it.", "Harrow said it.", "LinkedIn said so. They want more.", "It was MORE than Harrow asked."]
        {
            assert_eq!(blanked(plain), None, "{plain}");
        }
    }
}
