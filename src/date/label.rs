//! Numbers that a label makes no years: the short names of codes, rules, records and bills.

use super::not_a_date::number_list;
use super::phrase::{Phrase, Reader};
use super::rule::{Cue, Rule};
use super::words::Word;

pub(crate) const RULES: &[Rule] = &[Rule {
    name: "not: label",
    about: "a number behind the short name of a code, a bill, a record, an account",
    cues: &[Cue::Number],
    read: labelled,
    wanted: &[
        ("735 ILCS [5/2-1401] gives it.", ""),
        ("under CPLR [2004] he moved", ""),
        ("See A.R.S. [12-2001] there.", ""),
        ("Senate Bill [2001] passed.", ""),
        ("It passed S. [1984] that day.", ""),
        ("Rev. Rul. [2001-62] says", ""),
        ("J.A. [2014-2016] shows", ""),
        ("See AR [1999-2003] there.", ""),
        ("Appeal: [21-1408] was heard", ""),
        ("a [1983] claim was made", ""),
        ("Recommendation Rec([2010])5 says", ""),
    ],
    unwanted: &[
        "The U.S. 2020 election came.", "In D.C. 2019 was hot.", "The bill of 1999 passed.", "Little Rock, AR 2016", "Volvo AB 2016",
        "the Companies Bill 2012", "a fact check 2020", "a 1983 action film", "By 1985 claims had doubled.", "the HR 2018 survey",
    ],
}];

/// Short names of codes and rules of court, without their stops.
const CODES: &[&str] = &[
    "ILCS", "CCP", "CPLR", "ARS", "LBR", "IRC", "RCW", "ORS", "NRS", "CRS", "OCGA", "KRS", "RSMO", "NYCRR", "FRCP", "FRAP", "USCA", "RCP",
    "PARCP", "HR", "AB", "SB", "HB", "AJR", "SJR", "HJR", "CFR", "NJSA", "KSA", "JA",
];
/// Those of them, and the short names of records that briefs cite by page, which stand without stops too.
const UNSTOPPED: &[&str] =
    &["ILCS", "CCP", "CPLR", "RCW", "OCGA", "NRS", "ORS", "KRS", "NYCRR", "FRCP", "USCA", "AR", "CP", "PX", "DX", "JX", "GX", "ROA", "SER"];
/// A number that only a label before it, or "claim" behind it, makes no year.
fn labelled(r: &Reader, at: usize) -> Option<Phrase> {
    if at <= r.start || r.digits(at) > 4 || r.digits(at) == 0 || r.tokens[at].new_line {
        return None;
    }
    // "Under § 1983" is refused with its sign; "a 1983 claim" is the same section.
    let section = matches!(r.number(at), Some(1981 | 1983 | 1985)) && r.digits(at) == 4;
    let hers = r.before(at) == Word::A || matches!(r.str(at - 1), "his" | "her" | "their");
    if section && hers && matches!(r.str(at + 1), "claim" | "claims") {
        return Phrase::refused(at, at + 1);
    }
    // "CM/Rec(2010)5": the year stands in the number of a recommendation.
    let bracketed = r.mark(at - 1, b'(') && r.glued(at - 1) && r.mark(at + 1, b')') && r.glued(at + 2) && r.is(at + 2, Word::Number);
    if bracketed && at >= r.start + 2 && r.capital(at - 2) {
        return Phrase::refused(at, at + 1);
    }
    let stop = r.mark(at - 1, b'.') || r.mark(at - 1, b':');
    let label = if stop { at.checked_sub(2).filter(|label| *label >= r.start)? } else { at - 1 };
    let word = r.str(label);
    if !word.starts_with(|c: char| c.is_ascii_alphabetic()) || !r.spaced(at) {
        return None;
    }
    let before = |back: usize| if label >= r.start + back { r.str(label - back) } else { "" };
    let hyphened = r.mark(at + 1, b'-') && r.glued(at + 1) && r.glued(at + 2) && r.is(at + 2, Word::Number);
    let capital = r.capital(label);
    let lower = word.to_ascii_lowercase();
    let refused = match lower.as_str() {
        // "S. 1984": a bill of the Senate.
        "s" if stop && word == "S" && before(1).chars().all(|c| c.is_ascii_lowercase() || c == ',') && !before(1).is_empty() => true,
        // "A.R.S. 12-2001", "Pa.R.C.P. 1910", "Fed. R. Civ. P. 2002".
        _ if stop && word.len() == 1 => CODES.contains(&initials(r, label).as_str()) || word == "P" && RULES_OF.contains(&before(2)),
        "bill" => matches!(before(1), "Senate" | "House" | "Assembly"),
        "part" => before(1) == "." || before(1) == "CFR",
        "resolution" | "ordinance" | "memo" | "rul" | "proc" => capital && hyphened && !r.mark(at + 3, b'-') && !r.mark(at - 1, b':'),
        "appeal" => r.mark(at - 1, b':') && hyphened && !r.mark(at + 3, b'-'),
        "nos" | "exs" => stop && capital,
        "badge" | "sbn" => true,
        "ext" => stop,
        "in" => before(1) == "ending" && matches!(before(2), "account" | "card" | "number" | "phone" | "loan"),
        "fm" => word == "FM",
        "op" => before(1) == "Slip",
        "app" => before(1).len() == 2 && before(1).chars().all(|c| c.is_ascii_uppercase()) && r.back(label, 2) == Word::Number,
        // "Little Rock, AR 2016" and "Volvo AB 2016" are places and firms, "the CCP 2007" a party.
        _ if UNSTOPPED.contains(&word) && !stop => {
            let beside = label > r.start && r.capital(label - 1) && !r.opens_sentence(label - 1);
            let defines = r.before(label) == Word::Punct(b'(') && r.mark(at + 1, b')');
            !beside && !defines && !matches!(r.before(label), Word::Punct(b',') | Word::The)
        }
        _ => false,
    };
    if refused { Phrase::refused(at, number_list(r, at)) } else { None }
}

/// What stands before "P." in the name of a set of rules.
const RULES_OF: &[&str] = &["Civ", "Crim", "Bankr", "App"];

/// Letters with their stops, read back to the first: "A.R.S." as "ARS".
fn initials(r: &Reader, last: usize) -> String {
    let mut letters: Vec<&str> = vec![r.str(last)];
    let mut back = last;
    while back >= r.start + 2 && r.mark(back - 1, b'.') && r.glued(back) && r.glued(back - 1) && r.str(back - 2).len() <= 2 {
        back -= 2;
        letters.push(r.str(back));
    }
    letters.reverse();
    letters.concat().to_ascii_uppercase()
}
