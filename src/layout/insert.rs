//! Lists of links that a page runs into its sentences, behind a name: "Senator Harrow Ann B. HarrowMill reopens after storm
//! Five things to watch MORE said". They end in a capital "MORE", and no space parts them from the name.

use regex::Regex;
use std::sync::OnceLock;

/// The text with such lists blanked, byte for byte; `None` where there are none.
pub(super) fn blanked(text: &str) -> Option<String> {
    static LIST: OnceLock<Regex> = OnceLock::new();
    let list = LIST.get_or_init(|| Regex::new(r"\p{Ll}{2}(\p{Lu}[^\n]{8,700}? MORE)\b").expect("a valid pattern"));
    if !text.contains(" MORE") {
        return None;
    }
    let mut bytes = text.as_bytes().to_vec();
    let mut found = false;
    for list in list.captures_iter(text).filter_map(|found| found.get(1)) {
        found = true;
        bytes[name_again(text, list.start())..list.end()].fill(b' ');
    }
    found.then(|| String::from_utf8(bytes).expect("whole characters were blanked"))
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
        for plain in ["McHenry wants MORE of it.", "Harrow said it.", "LinkedIn said so. They want more.", "It was MORE than Harrow asked."]
        {
            assert_eq!(blanked(plain), None, "{plain}");
        }
    }
}
