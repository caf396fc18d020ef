//! What looks like a date and is none. Each refusal has a name that the ledger prints.
//!
//! The vocabulary of citations is the field's own (The Bluebook: reporters B10, statutes B12, pin cites B10.1.2; the
//! Indigo Book, R11-R17), so a finding here is also a finding on a citation.

use super::phrase::{Phrase, Reader};
use super::rule::{Cue, Rule};
use super::weekday;
use super::words::{Unit, Word};

pub(crate) const RULES: &[Rule] = &[
    Rule {
        name: "not: citation",
        about: "a volume, reporter and page with the court and year in brackets",
        cues: &[Cue::Number],
        read: citation,
        wanted: &[
            ("See [410 U.S. 113 (1973)].", ""),
            ("Id. (citing [12 F.3d 1998, 2001 (9th Cir. 2011)]).", ""),
            ("See [2021 WL 3675207, at *3 (N.D. Cal. Aug. 19, 2021)].", ""),
            ("See [2019 U.S. Dist. LEXIS 2020 (D. Or. June 8, 2019)].", ""),
            ("under [47 U.S.C. § 230]", ""),
            ("[110 Stat. 1996 (1996)]", ""),
            ("[84 Fed. Reg. 2019 (Jan. 4, 2019)]", ""),
            ("See [555 U. S. 555, 565-566, n. 3 (2009)].", ""),
            ("See [560 U. S. 330, ___ (2010)].", ""),
            ("See No. 2006-125, [91 T.C.M. (CCH) 1267, 1276 (2006)].", ""),
            ("See [2010 WL 2817220, *4 (WD Okla., July 16, 2010)].", ""),
            ("See Dorn, [477 U.S. at 1998].", ""),
            ("See [127 S. Ct. at 1965] there", ""),
            ("under [29 C.F.R. pt. 1926] there", ""),
            ("under [29 CFR Parts 1926 and 1928] there", ""),
        ],
        unwanted: &["On 4 January 2019 he left.", "In 2019 U.S. troops left.", "by 1998 F. Scott was dead"],
    },
    Rule {
        name: "not: court and year",
        about: "a bracket that gives a citation's court and year",
        cues: &[Cue::Open],
        read: court_year,
        wanted: &[
            ("Smith v. Jones [(9th Cir. 2011)]", ""),
            ("Doe v. Roe [(N.D. Cal. Aug. 19, 2021)]", ""),
            ("Smith v. Jones [(Del. Ch. 1998)]", ""),
            ("Smith v. Jones [(WD Okla., July 16, 2010)]", ""),
            ("2015 TN Wrk. Comp. App. Bd. LEXIS 39, at *6 [(Sept. 29, 2015)]", ""),
            ("H. Res. 1121, 50th Leg., 2d Sess. [(2006)]", ""),
            ("Civ. Code Ann. art. 3045 [(2019)]", ""),
            ("Organizations sec. 33:3 [(2019)]", ""),
        ],
        unwanted: &["It ended (in May 2019).", "the case (Monday)", "He (Smith, 1998) left"],
    },
    Rule {
        name: "not: section",
        about: "a section, rule, title or paragraph number",
        cues: &[Cue::Section],
        read: section,
        wanted: &[("under [Section 1983] of it", ""), ("[§ 2255(a)]", ""), ("[Rule 2004]", ""), ("[¶¶ 2001-2004]", "")],
        unwanted: &["the rule of 1998", "a section in 2004"],
    },
    Rule {
        name: "not: named act",
        about: "an act, a code or amendments with the year in the name",
        cues: &[Cue::Act],
        read: named_act,
        wanted: &[
            ("the Decency [Act of 1996]", ""),
            ("the Protection [Act 2000]", ""),
            ("the [Amendments of 1972]", ""),
            ("the [Code of 1986]", ""),
        ],
        unwanted: &["They act in 1996.", "an act of war in 1996", "code words of 1986"],
    },
    Rule {
        name: "not: docket number",
        about: "a case or docket number, a docket entry, a document number and its pin cite",
        cues: &[Cue::Docket],
        read: docket_number,
        wanted: &[
            ("in [No. 21-cv-00485], filed", ""),
            ("[Case 3:21-cv-00485-JCS] is open", ""),
            ("see [Dkt. 2019 at 12]", ""),
            ("see [ECF No. 1998]", ""),
            ("see [ECF Nos. 2011, 2012, and 2014] there", ""),
            ("see [Doc. 2001-3]", ""),
            ("[Document 69] is", ""),
            ("application [no. 1204/07], lodged", ""),
            ("Law [no. 164 of 1982] said", ""),
        ],
        unwanted: &["the case in 2019", "no 2019 data", "In that case, May 4 stands."],
    },
    Rule {
        name: "not: page or line",
        about: "a page, line or paragraph number",
        cues: &[Cue::Page],
        read: numbered_place,
        wanted: &[("on [page 1998] of it", ""), ("at [lines 3-5]", ""), ("[pp. 1998-2001]", "")],
        unwanted: &["the page of 1998", "lines from 1998"],
    },
    Rule {
        name: "not: pin cite",
        about: "the page of a paper just cited",
        cues: &[Cue::Bounds],
        read: pin_cite,
        wanted: &[("Id. [at 1987].", ""), ("See id. [at 1987-88].", ""), ("Tr. [at 1998] says", "")],
        unwanted: &["He arrived at 1430 hours.", "He died at 80.", "the stand at 2019 prices"],
    },
    Rule {
        name: "not: exhibit",
        about: "an exhibit or Bates number",
        cues: &[Cue::Exhibit],
        read: numbered_place,
        wanted: &[("see [Exhibit 2019] there", ""), ("see [Ex. 12]", ""), ("see [Exhibits 2011, 2012 and 2014] there", "")],
        unwanted: &["the exhibit of 2019"],
    },
    Rule {
        name: "not: suite or box",
        about: "a suite, room, floor or post box",
        cues: &[Cue::Suite],
        read: numbered_place,
        wanted: &[("in [Suite 2000] there", ""), ("[Room 1998] was", ""), ("P.O. [Box 2019]", "")],
        unwanted: &["room in 1998", "the box of 2019"],
    },
    Rule {
        name: "not: telephone",
        about: "a telephone or fax number",
        cues: &[Cue::Phone, Cue::Open, Cue::Number],
        read: telephone,
        wanted: &[("call [(415) 555-2020] now", ""), ("[Tel. 555-1998]", ""), ("at [415-555-2020].", "")],
        unwanted: &["(12) dated 2020", "in 1998-2020"],
    },
    Rule {
        name: "not: postal code",
        about: "a state and its zip code",
        cues: &[Cue::Number],
        read: postal_code,
        wanted: &[("San Francisco, CA [94103-1998]", "")],
        unwanted: &["CA 2019", "in 1998"],
    },
    Rule {
        name: "not: copyright",
        about: "a copyright line",
        cues: &[Cue::Copyright],
        read: copyright,
        wanted: &[("[© 2021] NYP", ""), ("[Copyright 2019] by", ""), ("[Copyright (c) 1998-2021] by", "")],
        unwanted: &["copyright law of 1976", "copyright in 2019"],
    },
    Rule {
        name: "not: money",
        about: "an amount of money",
        cues: &[Cue::Money],
        read: money,
        wanted: &[("paid [$1998] to", ""), ("about [$2,019.50] in", "")],
        unwanted: &["$ in 2019", "a dollar in 1998"],
    },
    Rule {
        name: "not: count",
        about: "a number with its thousands marked or a thing counted",
        cues: &[Cue::Number],
        read: count,
        wanted: &[("[2,223] retweets", ""), ("over [167,000] views", ""), ("[2000 people] came", "")],
        unwanted: &["In 2019, 300 came.", "on May 4, 2019"],
    },
    Rule {
        name: "age",
        about: "an age, which is kept as an age",
        cues: &[Cue::Number, Cue::Cardinal, Cue::A],
        read: age,
        wanted: &[
            ("a [17-year-old] boy", ""),
            ("He is [13 years old].", ""),
            ("a [three-year-old] case", ""),
            ("was [13 years of age]", ""),
            ("attain the age of [eighteen years].", ""),
        ],
        unwanted: &["a 17-year term", "three years later"],
    },
    Rule {
        name: "not: month as a word",
        about: "\"may\", \"march\" and \"august\" as words, months as names of people",
        cues: &[Cue::Month],
        read: month_as_word,
        wanted: &[
            ("It [may] rain.", ""),
            ("They [march] on.", ""),
            ("an [august] body", ""),
            ("[April] Smith said so.", ""),
            ("Judge [August] ruled.", ""),
            ("Ms. [May] testified.", ""),
            ("[April] said so.", ""),
            ("Her sister [June] testified.", ""),
            ("[June] testified that she saw him.", ""),
        ],
        unwanted: &["In May he left.", "On March 4 he left.", "in August 2019"],
    },
    Rule {
        name: "not: weekday as a name",
        about: "a weekday in the name of a paper, a firm or an event",
        cues: &[Cue::Weekday, Cue::Holiday],
        read: weekday_as_name,
        wanted: &[
            ("He lives in [Friday Harbor] there", ""),
            ("It was on a [Tuesday] in March 2019", ""),
            ("It was on a rainy [Monday morning].", ""),
            ("On March 9, 2018, a [Friday], she left.", ""),
            ("The [Sunday Times] said so.", ""),
            ("[Black Friday Inc]. sued.", ""),
            ("Detective [Friday] testified.", ""),
            ("Sgt. [Friday] arrived.", ""),
        ],
        unwanted: &["On Sunday he left.", "on Black Friday"],
    },
    Rule {
        name: "not: second as a word",
        about: "\"second\" as a rank",
        cues: &[Cue::Ordinal],
        read: second_as_word,
        wanted: &[("a [second] chance", "")],
        unwanted: &["the second quarter", "the second day of May", "the first man"],
    },
    Rule {
        name: "not: version",
        about: "a version or model number",
        cues: &[Cue::Versus],
        read: version,
        wanted: &[("see [v. 2019]", ""), ("[v2020.1] is out", "")],
        unwanted: &["Smith v. Jones", "Doe v. Twitter in 2021"],
    },
    Rule {
        name: "not: all relevant times",
        about: "\"at all relevant times\" names no time",
        cues: &[Cue::Bounds],
        read: relevant_times,
        wanted: &[("[At all relevant times], he was there.", ""), ("[at all times material] hereto", "")],
        unwanted: &["at all costs", "at 5 p.m."],
    },
];

/// Reporters and codes by how they are written after a volume number.
const REPORTERS: &[&str] = &[
    "U.S.C.", "U. S. C.", "U.S.", "U. S.", "S. Ct.", "S.Ct.", "L. Ed.", "L.Ed.", "F.2d", "F.3d", "F.4th", "F. Supp.", "F.Supp.", "F. App",
    "Fed. Appx", "Fed. App", "Fed. Reg.", "Fed. Cl.", "Fed. R.", "F.R.D.", "F.", "C.F.R.", "CFR", "I&N", "CLR", "WLR", "All ER", "S.C.R.",
    "D.L.R.", "FR", "USC", "B.R.", "T.C.M.", "T.C.", "Stat.", "Cong. Rec.", "Cal.", "N.Y.", "N.E.", "N.W.", "S.E.", "S.W.", "So. ",
    "So.2d", "P.2d", "P.3d", "P. ", "A.2d", "A.3d", "A. ", "Ill.", "Mass.", "Tex.", "Pa.", "Ohio", "Wash.", "Wis.", "Mich.", "Minn.",
    "Md.", "N.J.", "N.C.", "Va.", "Ga.", "Fla.", "Or.", "Colo.", "Conn.", "Cranch", "Wall.", "Wheat.", "How.", "Pet.", "Dall.", "WL",
    "U.S. Dist. LEXIS", "U.S. App. LEXIS", "LEXIS", "Op. Att", "Comp. Gen.", "M.J.", "Vet. App.", "I. & N.", "U.S.L.W.", "Yale L.J.",
    "Harv. L. Rev.", "L. Rev.", "L.J.",
];

pub(super) fn reporter_after(r: &Reader, at: usize) -> Option<usize> {
    if !r.capital(at + 1) || !r.spaced(at + 1) {
        return None;
    }
    let rest = &r.text[r.tokens[at + 1].start as usize..];
    let first = rest.as_bytes().first();
    let reporter =
        REPORTERS.iter().filter(|name| name.as_bytes().first() == first && rest.starts_with(**name)).max_by_key(|name| name.len())?;
    let until = r.tokens[at + 1].start as usize + reporter.trim_end().len();
    let mut end = at + 1;
    while end < r.end && (r.tokens[end].start as usize) < until {
        end += 1;
    }
    // The series and what belongs to the abbreviation: "2d", "Supp. 3d", "App. 4th", "'x".
    for _ in 0..8 {
        let series =
            r.is(end, Word::Number) && r.digits(end) == 1 && r.glued(end + 1) && matches!(r.str(end + 1), "d" | "th" | "rd" | "nd");
        if series {
            end += 2;
        } else if matches!(
            r.str(end),
            "App" | "Supp" | "Dec" | "x" | "Ct" | "Rptr" | "Ed" | "R" | "Dist" | "LEXIS" | "Misc" | "S" | "Div" | "Super"
        ) || r.mark(end, b'.') && r.glued(end)
            || r.mark(end, b'\'')
        {
            end += 1;
        } else {
            break;
        }
    }
    // "91 T.C.M. (CCH) 1267": who publishes the reporter.
    if r.mark(end, b'(') && ["CCH", "RIA", "BNA", "P-H"].contains(&r.str(end + 1)) && r.mark(end + 2, b')') {
        end += 3;
    }
    // A page number, a section sign or a blank page must follow, or the page cited: "477 U.S. at 1998".
    let at_page = end + usize::from(r.mark(end, b','));
    let pin = || r.is(at_page, Word::At) && r.is(at_page + 1, Word::Number);
    let page = matches!(r.word(end), Word::Number | Word::Section | Word::Punct(b'_' | b'-')) || pin() || past_part(r, end).is_some();
    page.then_some(end)
}

/// Steps over "pt." or "Parts" before its number: "29 C.F.R. pt. 1926".
fn past_part(r: &Reader, at: usize) -> Option<usize> {
    let number = r.past_stop(at + 1);
    let part = r.is(number, Word::Number) && ["pt", "pts", "part", "parts"].iter().any(|word| r.says(at, word));
    part.then_some(number)
}

fn citation(r: &Reader, at: usize) -> Option<Phrase> {
    if r.digits(at) > 4 {
        return None;
    }
    let page = reporter_after(r, at)?;
    // "In 2019 U.S. 5 men": a volume that is a year needs a reporter that has such volumes.
    if r.year(at).is_some()
        && !matches!(r.str(at + 1), "WL" | "LEXIS")
        && !r.text[r.tokens[at].start as usize..].split_whitespace().take(4).any(|w| w == "LEXIS")
        && r.digits(at) == 4
    {
        return None;
    }
    let mut end = page;
    if let Some(number) = past_part(r, page) {
        end = number;
        while r.is(end, Word::Number) || matches!(r.word(end), Word::And | Word::Punct(b',' | b'-')) && r.is(end + 1, Word::Number) {
            end += 1;
        }
        return Phrase::refused(at, end);
    }
    // "565-566, n. 3", "1267, *4", "___, ___", "at 12, § 3".
    let note = |at: usize| {
        (r.says(at, "n") || r.says(at, "nn")) && (r.is(at + 1, Word::Number) || r.mark(at + 1, b'.') && r.is(at + 2, Word::Number))
    };
    let pin = |at: usize| matches!(r.word(at), Word::Number | Word::Section | Word::At | Word::Punct(b'*' | b'_')) || note(at);
    while pin(end)
        || r.mark(end, b'-')
        || r.mark(end, b',') && pin(end + 1)
        || r.mark(end, b'.') && note(end - 1)
        || r.mark(end, b'(') && r.glued(end)
        || r.mark(end, b')') && r.glued(end) && end > page && r.glued(end - 1)
        || r.glued(end) && r.word(end) == Word::Other && r.str(end).len() == 1
    {
        end += 1;
    }
    if let Some(close) = year_bracket(r, end) {
        end = close;
    }
    Phrase::refused(at, end)
}

/// A bracket of at most 24 tokens that ends in a year: the token after it.
fn year_bracket(r: &Reader, at: usize) -> Option<usize> {
    if !r.mark(at, b'(') {
        return None;
    }
    let close = (at + 1..(at + 24).min(r.end)).find(|i| r.mark(*i, b')'))?;
    (r.year(close - 1).is_some() && r.is(close - 1, Word::Number)).then_some(close + 1)
}

fn court_year(r: &Reader, at: usize) -> Option<Phrase> {
    // "§ 1983 (2018 ed.)", "§ 402A (1965)": of which edition, or when, what has just been cited is.
    if r.year(at + 1).is_some() {
        let edition = r.says(at + 2, "ed") || r.says(at + 2, "supp");
        let close = if edition { r.past_stop(at + 3) } else { at + 2 };
        // "50th Leg., 2d Sess. (2006)": of which legislature.
        let session = at > r.start + 1 && r.mark(at - 1, b'.') && ["sess", "leg", "cong"].iter().any(|word| r.says(at - 2, word));
        if r.mark(close, b')') && (edition || session || ends_a_section(r, at)) {
            return Phrase::refused(at, close + 1);
        }
    }
    let end = year_bracket(r, at)?;
    if is_online(r, at) {
        return Phrase::refused(at, end);
    }
    if end > at + 16 || (at + 1..end - 1).any(|i| r.mark(i, b'(')) {
        return None;
    }
    let inside = &r.text[r.tokens[at + 1].start as usize..r.tokens[end - 2].start as usize];
    let court = [
        "Cir.", "Cal.", "N.D.", "S.D.", "E.D.", "W.D.", "C.D.", "D. ", "D.C.", "Ct.", "App.", "Sup.", "Ch.", "Bankr.", "Fed.", "en banc",
        "Del.", "Tex.", "per curiam", "Dist.", " ed.", "West", "BIA", "A.G.", "LexisNexis", "Supp.",
    ];
    // "(WD Okla., July 16, 2010)", "(CA9 2011)": as the Supreme Court writes its courts, without stops.
    let unstopped = ["ND ", "SD ", "ED ", "WD ", "MD ", "CD ", "CADC", "CA Fed"].iter().any(|c| inside.starts_with(c))
        || inside.strip_prefix("CA").is_some_and(|circuit| circuit.starts_with(|c: char| c.is_ascii_digit()));
    let abbreviated = unstopped
        || court.iter().any(|c| inside.contains(c))
        || inside.trim_end().ends_with('.')
            && inside.len() < 12
            && inside.starts_with(|c: char| c.is_uppercase())
            && !matches!(r.word(at + 1), Word::Month(_) | Word::Weekday(_));
    abbreviated.then_some(()).and_then(|()| Phrase::refused(at, end))
}

/// Whether a bracket stands behind the number of an online service: "2015 TN Wrk. Comp. App. Bd. LEXIS 39, at *6 (Sept. 29, 2015)".
fn is_online(r: &Reader, at: usize) -> bool {
    let belongs = |i: &usize| matches!(r.word(*i), Word::Number | Word::At | Word::Punct(b',' | b'*' | b'-'));
    let back = (r.start..at).rev().take(10).find(|i| !belongs(i));
    back.is_some_and(|i| i + 1 < at && matches!(r.str(i), "LEXIS" | "WL"))
}

/// Whether the number of a section, or a page behind "at", ends before a token.
fn ends_a_section(r: &Reader, at: usize) -> bool {
    let belongs = |i: &usize| {
        matches!(r.word(*i), Word::Number | Word::Punct(b'-' | b'.' | b'(' | b')' | b',' | b':'))
            || r.glued(*i) && r.str(*i).len() <= 2 && matches!(r.word(*i), Word::Other | Word::A | Word::Versus)
    };
    let first = (r.start..at).rev().take(12).take_while(belongs).last();
    // "art. 3045 (2019)", "sec. 33:3 (2019)": abbreviated before the stop that `belongs` stepped over, or in full.
    let named =
        |at: usize| matches!(r.word(at), Word::Section | Word::At) || ["art", "sec", "ch", "tit"].iter().any(|word| r.says(at, word));
    first.is_some_and(|first| {
        let number = first + usize::from(r.mark(first, b'.'));
        first > r.start && r.is(number, Word::Number) && named(first - 1)
    })
}

/// Steps over a chain of numbers, hyphens, commas, stops, brackets and single letters, as numbers of places are written.
pub(super) fn number_chain(r: &Reader, at: usize) -> usize {
    let mut end = at;
    loop {
        let chained = match r.word(end) {
            Word::Number => {
                end == at
                    || r.glued(end)
                    || matches!(r.before(end), Word::Punct(b'-' | b',') | Word::And | Word::To | Word::At) && end - at < 6
            }
            Word::Punct(b'-' | b'/' | b':' | b'.' | b'(' | b')') => {
                r.glued(end)
                    && (r.glued(end + 1) && matches!(r.word(end + 1), Word::Number | Word::Other | Word::A | Word::Versus)
                        || r.mark(end, b')') && end > at + 1)
            }
            Word::Other | Word::A | Word::Versus => r.glued(end) && r.str(end).len() <= 6,
            _ => false,
        };
        if !chained {
            return end;
        }
        end += 1;
    }
}

/// Steps over a list of such chains: "1981 and 1985", "2002, 2004, 2014 and 2016".
pub(super) fn number_list(r: &Reader, at: usize) -> usize {
    let mut end = number_chain(r, at);
    loop {
        let comma = r.past_mark(end, b',');
        let joined = if matches!(r.word(comma), Word::And | Word::Or | Word::Through | Word::To | Word::Punct(b'&' | b'-')) {
            comma + 1
        } else {
            comma
        };
        let next = if r.is(joined, Word::Section) { joined + 1 } else { joined };
        // "§§ 49-50, 9 and 10 November 2006": what stands before a month is its day; "2006-125, 91 T.C.M. 1267": what
        // stands before a reporter is its volume.
        if joined == end || !r.is(next, Word::Number) || days_of_a_month(r, next) || reporter_after(r, next).is_some() {
            return end;
        }
        end = number_chain(r, next);
    }
}

/// Whether a number is the day of the month behind it, or one of its days.
fn days_of_a_month(r: &Reader, at: usize) -> bool {
    let mut next = at;
    for _ in 0..4 {
        let Some((_, end)) = r.day(next, false) else { return false };
        if matches!(r.word(end), Word::Month(_)) {
            return true;
        }
        if !matches!(r.word(end), Word::And | Word::To | Word::Punct(b'-')) {
            return false;
        }
        next = end + 1;
    }
    false
}

fn section(r: &Reader, at: usize) -> Option<Phrase> {
    let mut next = at + 1;
    // At most "§§." stands before the number; a line of signs is none.
    while next < at + 4 && (r.is(next, Word::Section) || r.mark(next, b'.') && r.glued(next)) {
        next += 1;
    }
    let several = next > at + 1 && r.is(next - 1, Word::Section) || r.capital(at) && r.str(at).ends_with('s');
    if several && r.is(next, Word::Number) {
        let end = number_list(r, next);
        // "The Insolvency Rules 1986" are of that year; "Bankruptcy Rules 2002 and 2004" are two rules.
        let of_a_year = r.says(at, "rules") && r.year(next).is_some() && end == next + 1;
        return if of_a_year { None } else { Phrase::refused(at, end) };
    }
    if !r.is(next, Word::Number) || r.text.as_bytes()[r.tokens[at].start as usize].is_ascii_lowercase() && r.year(next).is_some() {
        return None;
    }
    Phrase::refused(at, number_chain(r, next))
}

fn named_act(r: &Reader, at: usize) -> Option<Phrase> {
    if !r.capital(at) {
        return None;
    }
    let of = r.past(r.past_mark(at + 1, b','), Word::Of);
    let (_, end) = r.year(of)?;
    Phrase::refused(at, end)
}

fn docket_number(r: &Reader, at: usize) -> Option<Phrase> {
    if !r.capital(at) && !matches!(r.str(at), "no" | "nos") || r.is(at, Word::NumberSign) && r.says(at, "number") && !r.capital(at) {
        return None;
    }
    let mut next = at + 1;
    while r.is(next, Word::NumberSign)
        || r.mark(next, b'.') && r.glued(next)
        || r.mark(next, b'#')
        || r.is(next, Word::Docket)
        || r.mark(next, b':')
    {
        next += 1;
    }
    let stopped = r.mark(next.saturating_sub(1), b'.') || r.capital(at);
    // "Entered on FLSD Docket 07/08/2021": the day of the entry.
    let slashed = |at: usize| r.mark(at, b'/') && r.glued(at) && r.is(at + 1, Word::Number) && r.glued(at + 1);
    if slashed(next + 1) && slashed(next + 3) && r.digits(next + 4) == 4 {
        return None;
    }
    // "Application no. 1204/07": in lower case only a number that is cut by a stroke is a case's.
    let stroke = r.mark(next + 1, b'/') && r.glued(next + 1) && r.is(next + 2, Word::Number) && r.glued(next + 2);
    const LAWS: &[&str] = &["law", "act", "decree", "ordinance", "regulation", "directive", "resolution", "order", "bill", "statute"];
    let is_law = at > r.start && LAWS.iter().any(|word| r.says(at - 1, word));
    if !r.is(next, Word::Number) || !stopped || r.says(at, "no") && !r.capital(at) && !stroke && !is_law {
        return None;
    }
    // "In this Case 2019 was": a word that only happens to stand before a year needs its stop or its sign.
    let several = (at..next).any(|at| r.says(at, "nos"));
    let mut end = if several { number_list(r, next) } else { number_chain(r, next) };
    if r.is(end, Word::At) && r.is(end + 1, Word::Number) {
        end = number_chain(r, end + 1);
    }
    // "Law no. 164 of 1982", "Decree No. 12 of 1999": the year is part of its name.
    if is_law
        && r.is(end, Word::Of)
        && let Some((_, after)) = r.year(end + 1)
    {
        end = after;
    }
    Phrase::refused(at, end)
}

/// "Id. at 1987", "S. Ct. at 1965", "Tr. at 1998".
fn pin_cite(r: &Reader, at: usize) -> Option<Phrase> {
    const CITED: &[&str] =
        &["id", "ibid", "supra", "infra", "ct", "tr", "br", "app", "cir", "dep", "decl", "mem", "op", "slip", "rep", "compl", "aff", "r"];
    let cited = r.is(at, Word::At)
        && r.is(at + 1, Word::Number)
        && r.mark(at.saturating_sub(1), b'.')
        && at >= r.start + 2
        && CITED.iter().any(|word| r.says(at - 2, word));
    if !cited {
        return None;
    }
    let end = number_chain(r, at + 1);
    Phrase::refused(at, if r.mark(end, b'-') && r.is(end + 1, Word::Number) { end + 2 } else { end })
}

fn numbered_place(r: &Reader, at: usize) -> Option<Phrase> {
    let next = r.past_stop(at + 1);
    if !r.is(next, Word::Number) || matches!(r.str(at), "floor" | "lines" | "line") && r.year(next).is_some() {
        return None;
    }
    let several = ["exhibits", "exs", "pages", "paragraphs", "pp"].iter().any(|word| r.says(at, word));
    let end = if several { number_list(r, next) } else { number_chain(r, next) };
    let end = if r.mark(end, b'-') && r.is(end + 1, Word::Number) { end + 2 } else { end };
    Phrase::refused(at, end)
}

fn telephone(r: &Reader, at: usize) -> Option<Phrase> {
    let three = |i: usize| r.is(i, Word::Number) && r.digits(i) == 3;
    let four = |i: usize| r.is(i, Word::Number) && r.digits(i) == 4;
    let dash = |i: usize| (r.mark(i, b'-') || r.mark(i, b'.')) && r.glued(i);
    let local = |i: usize| three(i) && dash(i + 1) && r.glued(i + 2) && four(i + 2);
    match r.word(at) {
        Word::Punct(b'(') if three(at + 1) && r.mark(at + 2, b')') && local(at + 3) => Phrase::refused(at, at + 6),
        Word::Phone => {
            let next = r.past_mark(r.past_stop(at + 1), b':');
            if local(next) {
                return Phrase::refused(at, next + 3);
            }
            (three(next) && dash(next + 1) && local(next + 2)).then_some(()).and_then(|()| Phrase::refused(at, next + 5))
        }
        Word::Number if three(at) && dash(at + 1) && local(at + 2) => Phrase::refused(at, at + 5),
        // "Call 555-2019"; the years "871-1016" are a reign.
        Word::Number if local(at) && r.mark(at + 1, b'-') && !r.glued(at) && r.number(at + 2).is_some_and(|n| n >= 1700) => {
            let goes_on = matches!(r.word(at + 3), Word::Punct(b'-' | b'/')) && r.glued(at + 3);
            (!goes_on).then_some(()).and_then(|()| Phrase::refused(at, at + 3))
        }
        _ => None,
    }
}

fn postal_code(r: &Reader, at: usize) -> Option<Phrase> {
    let state = at > r.start && r.capital(at - 1) && r.str(at - 1).len() == 2 && r.str(at - 1).chars().all(|c| c.is_ascii_uppercase());
    if r.digits(at) != 5 || !state {
        return None;
    }
    let plus_four = r.mark(at + 1, b'-') && r.glued(at + 1) && r.digits(at + 2) == 4;
    Phrase::refused(at, if plus_four { at + 3 } else { at + 1 })
}

fn copyright(r: &Reader, at: usize) -> Option<Phrase> {
    let mut next = at + 1;
    if r.mark(next, b'(') && r.says(next + 1, "c") && r.mark(next + 2, b')') {
        next += 3;
    }
    while r.is(next, Word::Copyright) {
        next += 1;
    }
    let (_, mut end) = r.year(next)?;
    while matches!(r.word(end), Word::Punct(b'-' | b',')) && r.year(end + 1).is_some() {
        end += 2;
    }
    Phrase::refused(at, end)
}

fn money(r: &Reader, at: usize) -> Option<Phrase> {
    if !r.is(at + 1, Word::Number) {
        return None;
    }
    let mut end = at + 2;
    while matches!(r.word(end), Word::Punct(b',' | b'.')) && r.glued(end) && r.glued(end + 1) && r.is(end + 1, Word::Number) {
        end += 2;
    }
    Phrase::refused(at, end)
}

fn count(r: &Reader, at: usize) -> Option<Phrase> {
    let mut end = at + 1;
    let mut thousands = false;
    while r.mark(end, b',') && r.glued(end) && r.glued(end + 1) && r.digits(end + 1) == 3 && r.is(end + 1, Word::Number) {
        end += 2;
        thousands = true;
    }
    if thousands && r.digits(at) <= 3 {
        return Phrase::refused(at, end);
    }
    if r.digits(at) != 4 || !r.spaced(end) {
        return None;
    }
    let counted = matches!(
        r.str(end),
        "people"
            | "men"
            | "women"
            | "words"
            | "shares"
            | "votes"
            | "jobs"
            | "troops"
            | "seats"
            | "views"
            | "retweets"
            | "followers"
            | "workers"
            | "employees"
            | "students"
            | "members"
            | "copies"
            | "grams"
            | "kilograms"
            | "pounds"
            | "feet"
            | "meters"
            | "miles"
            | "acres"
            | "tons"
            | "barrels"
            | "gallons"
            | "pages"
            | "documents"
            | "emails"
            | "calls"
            | "pills"
            | "tablets"
            | "doses"
            | "dollars"
    );
    counted.then_some(()).and_then(|()| Phrase::refused(at, end + 1))
}

fn age(r: &Reader, at: usize) -> Option<Phrase> {
    let (_, next) = r.amount(at)?;
    let hyphen = r.past_mark(next, b'-');
    let Word::Unit(Unit::Year | Unit::Month | Unit::Week | Unit::Day) = r.word(hyphen) else { return None };
    // "The age of eighteen years".
    if at >= r.start + 2 && r.is(at - 1, Word::Of) && r.says(at - 2, "age") {
        return Phrase::refused(at, hyphen + 1);
    }
    let after = r.past_mark(hyphen + 1, b'-');
    if matches!(r.str(after), "old" | "olds") {
        return Phrase::refused(at, after + 1);
    }
    (r.is(hyphen + 1, Word::Of) && r.says(hyphen + 2, "age")).then_some(()).and_then(|()| Phrase::refused(at, hyphen + 3))
}

fn month_as_word(r: &Reader, at: usize) -> Option<Phrase> {
    let Word::Month(month) = r.word(at) else { return None };
    if r.is(at + 1, Word::Number) {
        return None;
    }
    // "Smith Dec. ¶ 12", "(Dec. of John Smith)": a declaration.
    let paper = r.says(at, "dec")
        && r.mark(at + 1, b'.')
        && (matches!(r.word(at + 2), Word::Section | Word::At)
            || r.is(at + 2, Word::Of) && r.capital(at + 3)
            || r.mark(at + 2, b',') && matches!(r.word(at + 3), Word::Exhibit | Word::Section));
    if paper {
        return Phrase::refused(at, at + 2);
    }
    let lower = !r.capital(at) && matches!(month, 3 | 5 | 8) && r.str(at).len() >= 3;
    let titled = matches!(r.before(at), Word::NameTitle);
    let first_name = r.capital(at)
        && matches!(month, 4..=6 | 8)
        && r.str(at).len() > 3
        && r.capital(at + 1)
        && r.word(at + 1) == Word::Other
        && r.opens_sentence(at);
    // "Ms. April August testified"; "April said she was fired".
    let titled = titled
        || r.capital(at) && r.mark(at.saturating_sub(1), b'.') && r.back(at, 2) == Word::NameTitle
        || r.capital(at) && r.opens_sentence(at) && matches!(r.word(at + 1), Word::SaidVerb) && matches!(month, 4..=6 | 8);
    // "March v. June", "In re August": parties; "Officers April and May": people.
    let against = r.before(at) == Word::Versus || r.mark(at.saturating_sub(1), b'.') && r.back(at, 2) == Word::Versus;
    let in_re = at >= r.start + 2 && r.says(at - 1, "re") && r.says(at - 2, "in");
    let party = r.capital(at) && (r.is(at + 1, Word::Versus) || against || in_re);
    let of_people = |at: usize| r.capital(at) && PEOPLE.iter().any(|word| r.says(at, word));
    let listed = at >= r.start + 3 && matches!(r.before(at), Word::And) && matches!(r.back(at, 2), Word::Month(_)) && of_people(at - 3);
    let owned = |at: usize| POSSESSIVES.contains(&r.str(at)) || r.says(at, "s");
    // "Her sister June", "his daughters April, June and Ruth".
    let first = (r.start..at).rev().take(8).take_while(|at| matches!(r.word(*at), Word::Month(_) | Word::And | Word::Punct(b','))).last();
    let first = first.unwrap_or(at);
    let plural = |at: usize| r.str(at).strip_suffix('s').is_some_and(|one| KIN.contains(&one));
    let kin = first >= r.start + 2 && (first == at && KIN.contains(&r.str(at - 1)) || plural(first - 1)) && owned(first - 2);
    // "June testified that she saw him".
    let speaks = matches!(month, 4..=6 | 8) && r.str(at).len() > 2 && r.opens_sentence(at) && HUMAN.contains(&r.str(at + 1));
    let person = r.capital(at) && at > r.start && (of_people(at - 1) || listed || kin) || r.capital(at) && speaks;
    let second_name = r.capital(at)
        && matches!(r.before(at), Word::Month(_))
        && r.spaced(at)
        && (r.back(at, 2) == Word::NameTitle || r.mark(at.saturating_sub(2), b'.') && r.back(at, 3) == Word::NameTitle);
    (lower || titled || second_name || first_name || party || person).then_some(()).and_then(|()| Phrase::refused(at, at + 1))
}

/// Kin before whose names a possessive stands: "her sister June".
const KIN: &[&str] = &[
    "sister", "brother", "wife", "husband", "mother", "father", "daughter", "son", "aunt", "uncle", "cousin", "niece", "nephew",
    "grandmother", "grandfather", "girlfriend", "boyfriend", "fiancee", "friend", "neighbor", "roommate",
];

const POSSESSIVES: &[&str] = &["his", "her", "my", "their", "our", "your", "His", "Her", "My", "Their", "Our"];

/// What people do and months do not.
const HUMAN: &[&str] = &["testified", "asked", "replied", "answered", "recalled", "explained", "insisted", "told", "admitted", "denied"];

/// What people are called by before their names.
const PEOPLE: &[&str] = &[
    "plaintiff", "plaintiffs", "defendant", "defendants", "officer", "officers", "detective", "mayor", "justice", "justices", "sergeant",
    "deputy", "agent", "agents", "attorney", "nurse", "juror", "petitioner", "respondent", "trooper",
];

fn weekday_as_name(r: &Reader, at: usize) -> Option<Phrase> {
    if r.is(at, Word::Holiday) {
        let firm = r.says(at, "black")
            && r.says(at + 1, "friday")
            && ["inc", "llc", "ltd", "corp", "records"].iter().any(|firm| r.says(at + 2, firm));
        return firm.then_some(()).and_then(|()| Phrase::refused(at, at + 3));
    }
    // "Judge Friday", "Sgt. Friday".
    let stop = r.before(at) == Word::Punct(b'.');
    let title = at.checked_sub(if stop { 2 } else { 1 }).filter(|title| *title >= r.start && r.capital(at) && r.capital(*title));
    let person = title.is_some_and(|title| {
        let called = PEOPLE.iter().any(|word| r.says(title, word));
        if stop {
            ["sgt", "det", "mr", "mrs", "ms", "dr", "lt", "capt"].iter().any(|word| r.says(title, word))
        } else {
            called || r.says(title, "judge")
        }
    });
    // "Officer Monday night" is no name, nor is a headline's "Judge Friday orders".
    if person && matches!(r.word(at + 1), Word::PastVerb | Word::SaidVerb | Word::Punct(b',')) {
        return Phrase::refused(at, at + 1);
    }
    let named = r.capital(at) && weekday::NAMES.contains(&r.str(at + 1));
    // "On a Tuesday in March": any such day.
    let any = r.before(at) == Word::A && r.back(at, 2) == Word::On && matches!(r.word(at + 1), Word::In | Word::Of);
    // "On March 9, 2018, a Friday, she left": which day of the week the date was.
    let any = any || r.before(at) == Word::A && r.back(at, 2) == Word::Punct(b',') && r.back(at, 3) == Word::Number;
    // "On a rainy Monday morning": one of a kind.
    let described =
        at >= r.start + 3 && r.word(at - 1) == Word::Other && !r.capital(at - 1) && r.back(at, 2) == Word::A && r.back(at, 3) == Word::On;
    if any || described {
        let end = if matches!(r.word(at + 1), Word::DayPart(_)) { at + 2 } else { at + 1 };
        return Phrase::refused(at, end);
    }
    let shouted = r.str(at).chars().all(|c| c.is_ascii_uppercase())
        && ["times", "express", "mirror", "mail", "telegraph", "herald", "review", "post", "inc"].iter().any(|name| r.says(at + 1, name));
    (named || shouted).then_some(()).and_then(|()| Phrase::refused(at, at + 2))
}

fn second_as_word(r: &Reader, at: usize) -> Option<Phrase> {
    let word = r.says(at, "second") && r.word(at + 1) == Word::Other && r.spaced(at + 1);
    word.then_some(()).and_then(|()| Phrase::refused(at, at + 1))
}

fn version(r: &Reader, at: usize) -> Option<Phrase> {
    let next = r.past_stop(at + 1);
    if !r.is(next, Word::Number) || !r.says(at, "v") {
        return None;
    }
    Phrase::refused(at, number_chain(r, next))
}

fn relevant_times(r: &Reader, at: usize) -> Option<Phrase> {
    if !r.is(at, Word::At) || !r.says(at + 1, "all") {
        return None;
    }
    let window = (at + 2)..(at + 6).min(r.end);
    let times = window.clone().find(|i| r.says(*i, "times"))?;
    let relevant = window.clone().find(|i| matches!(r.str(*i), "relevant" | "material" | "pertinent"))?;
    Phrase::refused(at, times.max(relevant) + 1)
}
