//! Pages nested out of all reason are made flat before they are parsed: a parser looks through every open element for each
//! tag, so that the time would grow with the square of the depth.

use std::borrow::Cow;

/// Deepest nesting that is kept. Real pages have some dozens; the HTML standard sets no limit.
const DEEPEST: usize = 2_000;

/// Elements without content, and those whose end tag may be left out (HTML, section 13.1.2.4): they say nothing of depth.
const UNCOUNTED: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p", "li", "dt", "dd", "option",
    "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "rp", "rt",
];

/// Elements whose content is no markup.
const RAW: &[&str] = &["script", "style", "textarea", "title", "svg"];

/// The page without the tags that stand deeper than the deepest, their words kept; and whether there were such.
pub(super) fn flat(page: &str) -> (Cow<'_, str>, bool) {
    let mut depth = 0usize;
    let mut out = String::new();
    let (mut kept, mut at) = (0, 0);
    while let Some(open) = memchr::memchr(b'<', &page.as_bytes()[at..]).map(|found| at + found) {
        at = open + 1;
        let rest = &page[at..];
        if rest.starts_with("!--") {
            let Some(end) = rest.find("-->") else { break };
            at += end + 3;
            continue;
        }
        let closes = rest.starts_with('/');
        let name = rest.trim_start_matches('/');
        let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let named = |list: &[&str]| list.iter().any(|tag| tag.eq_ignore_ascii_case(&name[..length]));
        if length == 0 {
            continue;
        }
        let Some(end) = memchr::memchr(b'>', rest.as_bytes()) else { break };
        let tag = &rest[..end];
        let after = at + end + 1;
        if named(UNCOUNTED) || tag.ends_with('/') {
            at = after;
            continue;
        }
        if !closes && named(RAW) {
            let closing = format!("</{}", &name[..length]);
            at = page[after..].find(closing.as_str()).map_or(after, |found| after + found + closing.len());
            continue;
        }
        let deep = depth > DEEPEST;
        depth = if closes { depth.saturating_sub(1) } else { depth + 1 };
        // A closing tag goes with the opening one that it closes.
        if deep && (!closes || depth >= DEEPEST) {
            out.push_str(&page[kept..open]);
            out.push(' ');
            kept = after;
        }
        at = after;
    }
    if kept == 0 {
        return (Cow::Borrowed(page), false);
    }
    out.push_str(&page[kept..]);
    (Cow::Owned(out), true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_nested_too_deep_is_made_flat() {
        let page = "<html><body><ul><li>one<li>two</ul><p>three<br></body></html>";
        assert_eq!(flat(page), (Cow::Borrowed(page), false));
        let drawn = format!("<p>a</p><svg>{}</svg><script>{}</script>", "<path/>".repeat(5_000), "i<n; ".repeat(5_000));
        assert!(!flat(&drawn).1);
        let unclosed = "<p>a".repeat(10_000);
        assert!(!flat(&unclosed).1);
        let deep = format!("{}words{}", "<div>".repeat(50_000), "</div>".repeat(50_000));
        let (shallow, changed) = flat(&deep);
        assert!(changed && shallow.contains("words"));
        let opened = shallow.matches("<div>").count();
        assert!(opened < 2 * DEEPEST && shallow.matches("</div>").count().abs_diff(opened) <= 1, "{opened}");
    }
}
