//! The stamp that a court's filing system prints on every page: case number, document number, filing and entry day.
//!
//! District: "Case 3:21-cv-00485-JCS Document 69 Filed 08/19/21 Page 1 of 61". Bankruptcy adds "Entered 08/19/21 10:11:12".
//! The courts of appeals each have their own order and marks; what they share is the words before the values.

use super::{Read, candidate};
use crate::document::From;
use chrono::NaiveDate;
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::OnceLock;

struct Patterns {
    case: Regex,
    document: Regex,
    filed: Regex,
    bare_day: Regex,
    entered: Regex,
    file_mark: Regex,
}

fn patterns() -> &'static Patterns {
    static PATTERNS: OnceLock<Patterns> = OnceLock::new();
    PATTERNS.get_or_init(|| {
        let compile = |pattern: &str| Regex::new(pattern).expect("a valid pattern");
        Patterns {
            case: compile(r"(?i)\b(?:appellate case|usca\w*\s*(?:case|appeal)|case|appeal)\s*[:#]?\s*#?\s*((?:\d{1,2}:)?\d{2,4}-(?:[a-z]{2,5}-)?\d{2,7}(?:-[A-Za-z]{1,5})*)"),
            document: compile(r"(?i)\b(?:document|dktentry|doc|ecf no|dkt)\b\s*[:#.]*\s*#?\s*:?\s*(\d+(?:-\d+)?)"),
            filed: compile(r"(?i)\bfiled\s*:?\s*(\d{1,2}/\d{1,2}/\d{2,4})"),
            bare_day: compile(r",\s*(\d{1,2}/\d{1,2}/\d{4})\s*,"),
            entered: compile(r"(?i)\bentered\s*:?\s*(\d{1,2}/\d{1,2}/\d{2,4})"),
            file_mark: compile(r"(?i)\bFILED:?\s+((?:[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+\d{4})|(?:\d{1,2}/\d{1,2}/\d{2,4}))"),
        }
    })
}

/// A stamp as read.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Stamp {
    case: String,
    document: Option<String>,
    filed: Option<NaiveDate>,
    entered: Option<NaiveDate>,
    words: String,
}

/// What two pages' stamps share when they are of one paper: case, document and filing day.
type Key = (String, Option<String>, Option<NaiveDate>);

fn day(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('/');
    let (month, day, year) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse::<i32>().ok()?);
    NaiveDate::from_ymd_opt(if year < 100 { 2000 + year } else { year }, month, day)
}

/// The stamp in a line, read whole: a line may hold two that are printed over each other, and the first counts.
fn stamp(line: &str) -> Option<Stamp> {
    let p = patterns();
    let case = p.case.captures(line)?;
    let from = case.get(0)?.start();
    let rest = &line[from..];
    // A second stamp begins at the next case number.
    let until = p.case.find_iter(rest).nth(1).map_or(rest.len(), |next| next.start());
    let rest = &rest[..until];
    let filed = p.filed.captures(rest).or_else(|| p.bare_day.captures(rest)).and_then(|found| day(&found[1]));
    let document = p.document.captures(rest).map(|found| found[1].to_owned());
    filed?;
    Some(Stamp {
        case: case[1].to_owned(),
        document,
        filed,
        entered: p.entered.captures(rest).and_then(|found| day(&found[1])),
        words: rest.split_whitespace().collect::<Vec<_>>().join(" "),
    })
}

/// Whether a line is a stamp, by itself.
pub(super) fn is_stamp(line: &str) -> bool {
    line.len() < 260 && line.contains("iled") && stamp(line).is_some()
}

/// Takes the stamp that most pages bear into the document's metadata. `edges` are the lines at the head and foot of each
/// page, `first` the words of the first page.
pub(super) fn fill(read: &mut Read, edges: Vec<Vec<String>>, first: &str) {
    let mut count: BTreeMap<Key, (usize, Stamp)> = BTreeMap::new();
    for mut lines in edges {
        // Some systems break the stamp over two lines.
        let pairs: Vec<String> = lines.windows(2).map(|pair| format!("{} {}", pair[0], pair[1])).collect();
        lines.extend(pairs);
        if let Some(found) = lines.iter().find_map(|line| stamp(line)) {
            let entry = count.entry((found.case.clone(), found.document.clone(), found.filed)).or_insert((0, found));
            entry.0 += 1;
        }
    }
    let best = count.into_values().max_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1))).map(|(_, stamp)| stamp);
    if let Some(stamp) = best {
        read.meta.docket = Some(stamp.case.clone());
        read.meta.number.clone_from(&stamp.document);
        read.meta.filed = stamp.filed.map(|day| candidate(day, From::Stamp, stamp.words.clone()));
        read.meta.entered = stamp.entered.map(|day| candidate(day, From::Stamp, stamp.words.clone()));
        return;
    }
    // A clerk's mark: "FILED Oct 02, 2019", in one line or two.
    if let Some(found) = patterns().file_mark.captures(first) {
        let dated = crate::date::find(&found[1], &[]).mentions.into_iter().find_map(|m| m.value.when().and_then(crate::date::When::exact));
        read.meta.filed = dated.map(|day| candidate(day, From::Stamp, found[0].to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_of_many_courts_are_read_whole() {
        let rows: &[(&str, &str, Option<&str>, &str)] = &[
            ("Case 3:21-cv-00485-JCS   Document 69   Filed 08/19/21   Page 1 of 61", "3:21-cv-00485-JCS", Some("69"), "2021-08-19"),
            ("Case: 1:18-cv-05587 Document #: 1000 Filed: 06/01/21 Page 1 of 2 PageID #:12", "1:18-cv-05587", Some("1000"), "2021-06-01"),
            ("Case 09-00429 Doc 83 Filed 03/09/10 Entered 03/09/10 12:13:14 Desc Main", "09-00429", Some("83"), "2010-03-09"),
            ("Case: 20-16276, 08/05/2020, ID: 11778722, DktEntry: 19, Page 1 of 3", "20-16276", Some("19"), "2020-08-05"),
            ("Case 17-3510, Document 1-1, 10/31/2017, 2162111, Page1 of 3", "17-3510", Some("1-1"), "2017-10-31"),
            ("USCA4 Appeal: 21-1234 Doc: 12 Filed: 01/02/2021 Pg: 1 of 3", "21-1234", Some("12"), "2021-01-02"),
            ("USCA Case #21-5001 Document #1881234 Filed: 01/02/2021 Page 1 of 3", "21-5001", Some("1881234"), "2021-01-02"),
            (
                "Appellate Case: 13-1234 Document: 010110462922 Date Filed: 01/11/2021 Page: 1",
                "13-1234",
                Some("010110462922"),
                "2021-01-11",
            ),
        ];
        for (line, case, document, filed) in rows {
            let found = stamp(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(
                (found.case.as_str(), found.document.as_deref(), found.filed.unwrap().to_string().as_str()),
                (*case, *document, *filed),
                "{line}"
            );
        }
        assert_eq!(stamp("the case 12-1234 was long"), None);
    }
}
