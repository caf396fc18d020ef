//! The date of a judgment that is cited, which closes its citation: "see Doe v. Roe, no. 1204/07, § 45, 14 June 2016". Form
//! after the European Court of Human Rights' "Note explaining the mode of citation"; OSCOLA 2.1 cites so too.

use super::phrase::{Phrase, Reader};
use super::rule::{Cue, Rule};
use super::words::Word;

pub(crate) const RULES: &[Rule] = &[
    Rule {
        name: "not: cited year",
        about: "the year of a report, of a neutral citation, or of revised statutes",
        cues: &[Cue::Number],
        read: cited_year,
        wanted: &[
            ("see [2019 ONSC 2018] there", ""),
            ("Doe v Roe ([1932) AC 562] there", ""),
            ("see ([2001) 206 CLR 650] there", ""),
            ("see [2016 SCC 27] there", ""),
            ("People v. Doe ([2018]) 214 Cal.App.4th 1999", ""),
            ("State v. Doe, [2016-Ohio-1984], ¶ 12", ""),
            ("People v. Doe, [2012 IL App (1st) 101998]-U", ""),
            ("see [2011 NY Slip Op 01984] there", ""),
            ("see [2015 ME 12, ¶] 4", ""),
            ("under R.S.C. [1985], c. C-46", ""),
            ("under SI [2002/1998] it", ""),
            ("[1992-581], and held", ""),
            ("App. E.D. [2010]). He left", ""),
            ("[1991]), aff'd on other grounds", ""),
            ("574, 580 ([1922]), and the dam", ""),
            ("Dorn v. Linden ([1986) 1 S.C.R. 1990] there", ""),
            ("Dorn v. Linden ([1999), 44 O.R. (3d) 1] there", ""),
            ("Dorn v Linden, [1999 CanLII 1998] there", ""),
            ("State v. Dorn, [2014-NMCA-022] there", ""),
            ("See R. [1998]; it stood", ""),
            ("it stood (JA [1984])", ""),
        ],
        unwanted: &[
            "It rained (in May 1991).", "In 580 (and 1922) he left", "(2001) 206 men came", "in 2016 FBI agents came", "In [2019] he left",
            "(2019) He left", "Dorn, R. 1998. On mills",
        ],
    },
    Rule {
        name: "not: cited judgment",
        about: "the date of a judgment that a text cites by its parties, its number or its paragraph",
        cues: &[Cue::Number, Cue::Month],
        read: cited,
        wanted: &[
            ("see Doe v. Roe, no. 1204/07, § 45, [14 June 2016]", ""),
            ("see Doe v. Roe, §§ 45-47, [14 June 2016]", ""),
            ("see Doe v. Roe (dec.), [June 14, 2016]", ""),
            ("Doe v. Roe, [6 September 1978], § 50, Series A no. 28", ""),
            ("Doe v. Roe, § 119, ECHR [2009]", ""),
        ],
        unwanted: &[
            "On 14 June 2016, § 45 was struck out.", "In Doe v. Roe, on 14 June 2016, it ruled.",
            "the judge in Doe v. Roe ruled, 4 May 2016", "Flat no. 5, 14 June 2016", "the ECHR 2009 report",
        ],
    },
];

/// Courts by their short names in neutral citations (OSCOLA 2.1.1; the McGill Guide 3.2; AGLC 2.3), and reports that are
/// cited by their year.
const NEUTRAL: &[&str] = &[
    "UKSC", "UKHL", "UKPC", "EWCA", "EWHC", "EWCOP", "EWFC", "UKUT", "UKFTT", "UKEAT", "CSIH", "CSOH", "HCJAC", "NICA", "NIQB", "IESC",
    "IECA", "IEHC", "SCC", "FCA", "FC", "TCC", "COA", "ONCA", "ONSC", "BCCA", "BCSC", "ABCA", "ABQB", "ABKB", "QCCA", "QCCS", "SKCA",
    "MBCA", "NSCA", "NBCA", "HCA", "FCAFC", "NSWCA", "NSWSC", "NSWCCA", "VSCA", "VSC", "QCA", "QSC", "WASCA", "WASC", "SASC", "NZSC",
    "NZCA", "NZHC", "ZACC", "ZASCA", "AC", "QB", "KB", "WLR", "CLR", "ALR", "SCR", "DLR", "FCR", "CMLR", "ECR", "OJ", "ER", "BCLC", "FLR",
    "RPC", "FSR", "ICR", "IRLR",
];

/// Records of a case that are cited by their page: the record on appeal, the joint appendix, clerk's papers, a party's exhibits.
const RECORDS: &[&str] =
    &["R", "App", "Tr", "JA", "AR", "ROA", "CP", "RP", "ER", "SER", "AA", "RA", "CR", "RR", "PX", "DX", "GX", "JX", "DTX", "PTX", "Bates"];

/// States that number their opinions within a year (The Bluebook, B10.1.4 and T1.3), whose short names are no words.
const STATES: &[&str] =
    &["AR", "AZ", "CO", "IL", "LA", "ME", "MS", "MT", "ND", "NM", "NMCA", "NMSC", "NCSC", "NH", "OK", "SD", "UT", "VT", "WI", "WY"];

/// The end of a public-domain citation that a year opens: "2016-Ohio-1984", "2012 IL App (1st) 101998", "2011 NY Slip Op
/// 01984", "2015 ME 12, ¶ 4".
fn public_domain(r: &Reader, at: usize) -> Option<usize> {
    let ohio = r.mark(at + 1, b'-') && r.str(at + 2) == "Ohio" && r.mark(at + 3, b'-') && r.is(at + 4, Word::Number);
    if ohio {
        return Some(at + 5);
    }
    let slip = r.str(at + 1) == "NY" && r.says(at + 2, "slip") && r.says(at + 3, "op");
    if slip {
        return Some(at + if r.is(at + 4, Word::Number) { 5 } else { 4 });
    }
    if !STATES.contains(&r.str(at + 1)) || !r.spaced(at + 1) {
        return None;
    }
    let mut number = at + 2;
    number += usize::from(r.says(number, "App"));
    // "(1st)": the district.
    if r.mark(number, b'(') && r.is(number + 1, Word::Number) {
        number = (number + 2..number + 5).find(|close| r.mark(*close, b')'))? + 1;
    }
    // "2012 CO 45 people" is no form: the number closes the citation, or its paragraph follows.
    let closed = matches!(r.word(number + 1), Word::End | Word::Punct(_));
    (r.is(number, Word::Number) && closed).then(|| {
        let paragraph = r.mark(number + 1, b',') && r.is(number + 2, Word::Section);
        number + if paragraph { 3 } else { 1 }
    })
}

fn is_record_page(r: &Reader, at: usize) -> bool {
    let name = at.saturating_sub(1 + usize::from(r.before(at) == Word::Punct(b'.')));
    let closed = matches!(r.word(at + 1), Word::Punct(b';' | b',' | b')' | b'.' | b':' | b'-'));
    // "Dorn, R. 1998" is an author.
    name > r.start && closed && r.spaced(at) && r.capital(name) && RECORDS.contains(&r.str(name)) && r.before(name) != Word::Punct(b',')
}

fn cited_year(r: &Reader, at: usize) -> Option<Phrase> {
    // "SI 2002/1998": the instrument's number is glued to its year.
    let instrument = at > r.start && ["SI", "SR", "OJ"].contains(&r.str(at - 1));
    if instrument && r.digits(at) == 4 && r.mark(at + 1, b'/') && r.glued(at + 1) && r.is(at + 2, Word::Number) && r.glued(at + 2) {
        return Phrase::refused(at, at + 3);
    }
    r.year(at)?;
    // "T.C. Memo. 1992-581": three digits are no month and no year.
    if r.mark(at + 1, b'-') && r.glued(at + 1) && r.glued(at + 2) && r.digits(at + 2) == 3 && r.is(at + 2, Word::Number) {
        return Phrase::refused(at, at + 3);
    }
    if closes_a_broken_citation(r, at) {
        return Phrase::refused(at, at + 1);
    }
    let bracketed =
        at > r.start && matches!(r.word(at - 1), Word::Punct(b'[' | b'(')) && matches!(r.word(at + 1), Word::Punct(b']' | b')'));
    // "[2019] UKSC 41", "(2001) 206 CLR 650", "[1998] 2 All ER 1", "[2020] EWCA Civ 12", "2016 SCC 27".
    let mut name = if bracketed { at + 2 } else { at + 1 };
    if bracketed && r.is(name, Word::Number) {
        name += 1;
    }
    name += usize::from(r.says(name, "All"));
    let page = name + 1 + usize::from(["Civ", "Crim", "Admin"].contains(&r.str(name + 1)));
    if r.capital(name) && r.is(page, Word::Number) && r.spaced(name) && NEUTRAL.contains(&r.str(name)) {
        return Phrase::refused(at, page + 1);
    }
    // "See R. 1998; App. 1997; JA 1984": a page of a court's record.
    if is_record_page(r, at) {
        return Phrase::refused(at, at + 1);
    }
    if let Some(end) = dotted_report(r, at, bracketed) {
        return Phrase::refused(at, end);
    }
    // "Cole v Turner, 1999 CanLII 1998".
    if r.says(at + 1, "canlii") && r.is(at + 2, Word::Number) {
        return Phrase::refused(at, at + 3);
    }
    // "2014-NMCA-022".
    let neutral = r.mark(at + 1, b'-') && r.glued(at + 1) && STATES.contains(&r.str(at + 2)) && r.mark(at + 3, b'-');
    if neutral && r.is(at + 4, Word::Number) {
        return Phrase::refused(at, at + 5);
    }
    // "People v. Doe (2018) 214 Cal.App.4th 1999", as California cites (California Style Manual, section 1:1).
    if bracketed && r.mark(at - 1, b'(') && r.is(at + 2, Word::Number) && super::not_a_date::reporter_after(r, at + 2).is_some() {
        return Phrase::refused(at, at + 1);
    }
    if let Some(end) = public_domain(r, at) {
        return Phrase::refused(at, end);
    }
    // "R.S.C. 1985, c. C-46", "S.C. 2001, c. 27".
    let statutes = at > r.start && r.mark(at - 1, b'.') && r.mark(at + 1, b',') && r.says(at + 2, "c") && r.mark(at + 3, b'.');
    statutes.then_some(()).and_then(|()| Phrase::refused(at, at + 1))
}

/// The end of "\[1986] 1 S.C.R. 103", "\[1990] 2 A.C. 605", "(1999), 44 O.R. (3d) 1": a report whose name is capitals with stops,
/// behind a year in brackets.
fn dotted_report(r: &Reader, at: usize, bracketed: bool) -> Option<usize> {
    if !bracketed {
        return None;
    }
    let mut name = at + 2;
    name += usize::from(r.mark(name, b','));
    name += usize::from(r.is(name, Word::Number) && r.digits(name) <= 3);
    name += usize::from(r.says(name, "all"));
    let mut end = name;
    while end < name + 8 && (r.capital(end) && r.str(end).len() <= 2 || r.mark(end, b'.') && r.glued(end)) {
        end += 1;
    }
    let stops = (name..end).filter(|i| r.mark(*i, b'.')).count();
    // "(3d)", "(4th)": the series.
    if r.mark(end, b'(') {
        end = (end + 1..end + 5).find(|close| r.mark(*close, b')'))? + 1;
    }
    (stops >= 2 && r.is(end, Word::Number)).then_some(end + 1)
}

/// Most tokens of a court's name that a line's end has parted from its bracket.
const BROKEN: usize = 8;

/// Whether a year ends a bracket, or a citation, that began in the paragraph before: "\[(Mo.] App. E.D. 2010).", "1991), aff'd",
/// "574, 580 (1922),". Papers set with double space have a paragraph to each line.
fn closes_a_broken_citation(r: &Reader, at: usize) -> bool {
    if at > r.start + BROKEN || !r.mark(at + 1, b')') {
        return false;
    }
    let before = r.start..at;
    let stops = before.clone().filter(|i| r.mark(*i, b'.')).count();
    let open = before.clone().any(|i| r.mark(i, b'('));
    let court = before.clone().all(|i| r.capital(i) || matches!(r.word(i), Word::Punct(b'.' | b'-' | b',' | 0)));
    let pages = before.len() >= 2
        && r.mark(at - 1, b'(')
        && (r.start..at - 1).all(|i| matches!(r.word(i), Word::Number | Word::Punct(b',' | b'-')));
    !open && court && (stops > 0 || at == r.start) || pages
}

/// Tokens over which a citation reaches back to its parties.
const REACH: usize = 60;

fn cited(r: &Reader, at: usize) -> Option<Phrase> {
    if at < r.start + 3 || !r.mark(at - 1, b',') && !r.says(at - 1, "echr") {
        return None;
    }
    if r.year(at).is_some() && r.says(at - 1, "echr") && r.mark(at - 2, b',') {
        return Phrase::refused(at, at + 1);
    }
    let end = date_end(r, at)?;
    let behind = r.mark(end, b',')
        && (r.is(end + 1, Word::Section)
            || ["no", "nos"].iter().any(|word| r.says(end + 1, word)) && r.mark(end + 2, b'.') && r.is(end + 3, Word::Number)
            || r.capital(end + 1) && ["series", "reports", "echr"].iter().any(|word| r.says(end + 1, word)));
    let reach = if closes(r, at - 2) {
        REACH
    } else if behind {
        REACH / 5
    } else {
        return None;
    };
    let first = at.saturating_sub(reach).max(r.start);
    // "See Doe and Others, no. 2947/06" leaves out against whom.
    let cites = |i: usize| r.is(i, Word::Versus) || ["see", "cf", "cited", "compare"].iter().any(|word| r.says(i, word));
    // A verb between tells of a ruling, and cites none.
    let tells = |i: usize| matches!(r.word(i), Word::PastVerb | Word::SaidVerb | Word::PresentVerb);
    let from = (first..at).rev().find(|i| cites(*i)).filter(|from| !(*from..at).any(tells));
    from.and_then(|_| Phrase::refused(at, end))
}

/// The token after a whole date: "14 June 2016", "June 14, 2016".
fn date_end(r: &Reader, at: usize) -> Option<usize> {
    let (month, year) = match r.word(at) {
        Word::Number => (at + 1, r.past_stop(at + 2)),
        _ => (at, r.past_mark(at + 2, b',')),
    };
    let day = r.day(if month == at { at + 1 } else { at }, false).is_some();
    (day && matches!(r.word(month), Word::Month(_))).then_some(())?;
    r.year(year).map(|(_, end)| end)
}

/// Whether what stands before the date's comma belongs to a citation: "[GC]", "(dec.)", "§ 45", "no. 1204/07".
fn closes(r: &Reader, last: usize) -> bool {
    if r.mark(last, b']') {
        return r.says(last - 1, "gc");
    }
    if r.mark(last, b')') {
        return (r.start..last).rev().take(2).any(|at| r.says(at, "dec"));
    }
    let mut at = last;
    while at > r.start && (r.is(at, Word::Number) || matches!(r.word(at), Word::Punct(b'/' | b'-' | b',') | Word::And)) && last - at < 16 {
        at -= 1;
    }
    at < last && (r.is(at, Word::Section) || r.mark(at, b'.') && at > r.start && ["no", "nos"].iter().any(|word| r.says(at - 1, word)))
}
