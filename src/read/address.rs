//! The day that a page's address names.

use crate::date::When;
use crate::document::{Anchored, From};
use chrono::{DateTime, Datelike, Duration, NaiveDate};
use regex::Regex;
use std::sync::OnceLock;

/// Hours by which a newsroom's clock may be behind and ahead of universal time: from Hawaii to Paris.
const BEHIND: i64 = 10;
const AHEAD: i64 = 2;

/// The day in an address's path ("/2021/mar/04/"), else the day or two of the Unix time, in seconds, that its last part
/// ends with ("-1614816000", "-11614816000": some outlets put a 1 before it).
pub(crate) fn day(url: &str) -> Option<Anchored> {
    let url = url.split(['?', '#']).next()?.trim_end_matches('/').to_lowercase();
    in_path(&url).or_else(|| of_seconds(&url))
}

/// A year, a month and a day that follow each other in the path.
fn in_path(url: &str) -> Option<Anchored> {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let pattern = PATTERN.get_or_init(|| {
        Regex::new(&format!(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2]|{})[a-z]*[/-](0?[1-9]|[12]\d|3[01])(?:[/-]|$)", MONTHS.join("|")))
            .expect("a valid pattern")
    });
    let found = pattern.captures(url)?;
    let month = found[2].parse().ok().or_else(|| MONTHS.iter().position(|m| *m == &found[2]).map(|m| m as u32 + 1))?;
    let day = NaiveDate::from_ymd_opt(found[1].parse().ok()?, month, found[3].parse().ok()?)?;
    is_of_the_web(day).then(|| super::candidate(day, From::Metadata, format!("the address {}", &found[0])))
}

/// The days that a time in seconds can be, in the newsrooms that the clock's bounds allow.
fn of_seconds(url: &str) -> Option<Anchored> {
    let last = url.rsplit('/').next()?;
    let number = last.rsplit('-').next().filter(|number| number.len() < last.len() && number.bytes().all(|b| b.is_ascii_digit()))?;
    let seconds = match number.len() {
        10 => number,
        11 => number.strip_prefix('1')?,
        _ => return None,
    };
    let at = DateTime::from_timestamp(seconds.parse().ok()?, 0)?;
    let (first, last) = ((at - Duration::hours(BEHIND)).date_naive(), (at + Duration::hours(AHEAD)).date_naive());
    let when = if first == last { When::day(first) } else { When::within(Some(first), Some(last))? };
    is_of_the_web(first).then(|| Anchored { when, from: From::Inferred, phrase: format!("its address ends in the time {number}") })
}

fn is_of_the_web(day: NaiveDate) -> bool {
    (1995..=2040).contains(&day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_its_day_in_its_path_or_by_the_second() {
        for (url, wanted) in [
            ("https://example.org/2021/03/04/story-name/", Some("2021-03-04")),
            ("https://example.org/us-news/2021/mar/04/story-name", Some("2021-03-04")),
            ("https://example.org/2021-03-04/story", Some("2021-03-04")),
            ("https://example.org/articles/judge-rules-1614888000?mod=x", Some("2021-03-04")),
            ("https://example.org/articles/judge-rules-11614888000", Some("2021-03-04")),
            ("https://example.org/articles/judge-rules-1614826800", Some("[2021-03-03..2021-03-04]")),
            ("https://example.org/articles/judge-rules-21614888000", None),
            ("https://example.org/articles/1614888000", None),
            ("https://example.org/articles/judge-rules-65603423", None),
            ("https://example.org/2021/13/04/story", None),
            ("https://example.org/1893/03/04/story", None),
        ] {
            assert_eq!(day(url).map(|found| found.edtf()).as_deref(), wanted, "{url}");
        }
    }
}
