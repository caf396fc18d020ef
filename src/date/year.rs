//! Years, decades and centuries: what gives four digits the licence to be a year, and what takes it.

use super::phrase::{Core, Phrase, Reader};
use super::rule::{Cue, Rule};
use super::words::{Unit, Word};

pub(crate) const RULES: &[Rule] = &[
    Rule {
        name: "year",
        about: "a bare year with a licence: a preposition, a bracket, or another year beside it",
        cues: &[Cue::Number, Cue::The, Cue::Quote, Cue::Cardinal, Cue::Fiscal],
        read: year_alone,
        wanted: &[
            ("It was passed in [1998].", "1998"),
            ("Since [2016], nothing.", "2016"),
            ("The [2016] campaign was long.", "2016"),
            ("He won in [the year 2000].", "2000"),
            ("It happened in [nineteen ninety-six].", "1996"),
            ("The plan for [fiscal 1990] is out.", "1990"),
        ],
        unwanted: &[
            "It has 2000 seats.", "He lives at 1600 Pennsylvania Avenue.", "about $1998 was paid", "1,998 retweets", "Room 2020",
            "in 2000 words", "a 1500-word letter", "It had 1998.5 points", "It runs Windows Server 2016.", "They read “1984” aloud.",
            "It was signed by 2019 voters.", "It lies at 2014 ELM ST.", "The Russell 2000 fell.", "It went to 2000 customers.",
        ],
    },
    Rule {
        name: "year-bc",
        about: "a year with its era",
        cues: &[Cue::Number],
        read: year_era,
        wanted: &[("He died in [241 BC].", "BC0241"), ("It fell in [476 A.D.].", "0476")],
        unwanted: &["the 12 ad campaigns", "CBC 241", "see t.co/Xk4Lm2BCq9"],
    },
    Rule {
        name: "decade",
        about: "a decade",
        cues: &[Cue::Number, Cue::The, Cue::Quote, Cue::Decade],
        read: decade,
        wanted: &[("In [the 1980s] it grew.", "198"), ("Back in [the '90s] it fell.", "199"), ("It was [the nineties].", "199")],
        unwanted: &["It has 1980 seats.", "his thirties", "in her twenties"],
    },
    Rule {
        name: "century",
        about: "a century",
        cues: &[Cue::Number, Cue::The, Cue::Ordinal, Cue::Cardinal],
        read: century,
        wanted: &[("In [the 19th century] it stood.", "18"), ("It is [the twenty-first century].", "20")],
        unwanted: &["The 19th Century Fox", "half a century"],
    },
];

/// Steps over "A.D." or "in the year of our Lord" before a year.
pub(super) fn past_lord(r: &Reader, at: usize) -> usize {
    let words = |words: &[&str]| words.iter().enumerate().all(|(n, word)| r.says(at + n, word)).then_some(at + words.len());
    let lord: &[&[&str]] = &[&["A", ".", "D", "."], &["AD"], &["in", "the", "year", "of", "our", "Lord"], &["in", "the", "year"]];
    let era = lord.iter().find_map(|phrase| words(phrase));
    era.filter(|end| r.year(*end).is_some()).unwrap_or(at)
}

/// Whether the four digits just read count something ("2020 people").
pub(super) fn year_is_amount(r: &Reader, after: usize) -> bool {
    r.mark(after, b'%')
        || (matches!(r.word(after), Word::Unit(_)) && r.spaced(after))
        || matches!(
            r.str(after),
            "people"
                | "percent"
                | "men"
                | "women"
                | "words"
                | "dollars"
                | "shares"
                | "times"
                | "miles"
                | "votes"
                | "jobs"
                | "troops"
                | "soldiers"
                | "points"
                | "feet"
                | "pages"
                | "seats"
                | "views"
                | "retweets"
                | "followers"
                | "workers"
                | "employees"
                | "students"
                | "members"
                | "copies"
                | "units"
                | "lb"
                | "psi"
                | "cc"
                | "kg"
                | "km"
                | "yards"
                | "meters"
                | "metres"
                | "homes"
                | "acres"
                | "mg"
                | "mL"
                | "ml"
                | "lbs"
                | "sq"
                | "square"
                | "rpm"
                | "mph"
                | "calories"
                | "watts"
                | "volts"
                | "gallons"
                | "protesters"
                | "residents"
                | "tons"
                | "million"
                | "billion"
        )
}

/// "Windows Server 2016", "Excel 2013": the year of an edition, in the name of a thing that is sold.
fn is_product(r: &Reader, at: usize) -> bool {
    const PRODUCTS: &[&str] = &[
        "Windows", "Office", "Excel", "Word", "Outlook", "PowerPoint", "Access", "Exchange", "SharePoint", "QuickBooks", "AutoCAD",
        "Acrobat", "Photoshop", "Studio", "SQL",
    ];
    let named = |back: usize| at >= r.start + back && PRODUCTS.contains(&r.str(at - back));
    at > r.start && r.is(at, Word::Number) && (named(1) || named(2) && r.says(at - 1, "server"))
}

/// "Signed by 2019 voters", "went to 2000 customers": those who did it, or to whom it was done, are counted.
fn counts_people(r: &Reader, at: usize, end: usize) -> bool {
    let noun = r.str(end);
    let plural = r.word(end) == Word::Other && r.spaced(end) && noun.len() > 4 && noun.ends_with('s') && !r.capital(end);
    let doers = r.before(at) == Word::By && matches!(r.back(at, 2), Word::PastVerb);
    let reached = r.before(at) == Word::To
        && !(r.start..at).rev().take(8).any(|at| matches!(r.word(at), Word::From | Word::Between) || r.year(at).is_some());
    plural && (doers || reached) && !matches!(r.word(end + 1), Word::PastVerb | Word::Perfect | Word::PresentVerb)
}

/// What the name of a street ends in.
pub(super) const STREETS: &[&str] =
    &["Avenue", "Street", "Road", "Ave", "St", "Blvd", "Boulevard", "Drive", "Lane", "Way", "Court", "Place", "Plaza", "Parkway"];

fn year_alone(r: &Reader, at: usize) -> Option<Phrase> {
    if r.is(at, Word::Fiscal) {
        let word = r.past(at + 1, Word::Unit(Unit::Year));
        // "FY18", "FY '18".
        if r.says(at, "fy") && r.digits(word) == 2 && r.is(word, Word::Number) {
            return Phrase::read(at, word + 1, Core::Year(super::phrase::full_year(r.number(word)? as i32)));
        }
        let (year, end) = r.year(word)?;
        return Phrase::read(at, end, Core::Year(year));
    }
    if r.is(at, Word::The) {
        let mut next = at + 1;
        if r.is(next, Word::Fiscal) {
            next += 1;
            let (year, end) = r.year(r.past(next, Word::Unit(Unit::Year)))?;
            return Phrase::read(at, end, Core::Year(year));
        }
        if !r.is(next, Word::Unit(Unit::Year)) {
            return None;
        }
        next += 1;
        let (year, end) = r.year(next)?;
        return Phrase::read(at, end, Core::Year(year));
    }
    let (year, end) = r.year(at)?;
    if !(1400..=2100).contains(&year) && !matches!(r.before(at), Word::In) {
        return None;
    }
    if r.is(at, Word::Number)
        && (r.glued(at) && !matches!(r.before(at), Word::Punct(b'(' | b'"' | b'\'' | b'-' | b'[' | b'/' | b'*' | 0) | Word::End))
    {
        return None;
    }
    if r.mark(at, b'\'') {
        // "'98" is a year only where something says so; else it is a quotation mark.
        let list = matches!(r.before(at), Word::Or | Word::And | Word::To | Word::Until) && r.back(at, 2) == Word::Number;
        let from = matches!(r.before(at), Word::From | Word::Between) && r.spaced(end);
        return (list || from || matches!(r.before(at), Word::In | Word::Since | Word::Of | Word::By | Word::Month(_) | Word::Season(_)))
            .then_some(())
            .and_then(|()| Phrase::read(at, end, Core::Year(year)));
    }
    let spoken = [
        Word::In,
        Word::By,
        Word::Unit(Unit::Year),
        Word::Since,
        Word::Until,
        Word::To,
        Word::Through,
        Word::From,
        Word::Before,
        Word::After,
    ];
    // "The crowd grew to two thousand."
    let grown = matches!(r.before(at), Word::To) && end == at + 2;
    if r.is(at, Word::Cardinal(2)) && (!spoken.contains(&r.before(at)) || grown) {
        return None;
    }
    if year_is_amount(r, end) || matches!(r.word(end), Word::Hundred | Word::Thousand) {
        return None;
    }
    if r.is(at, Word::Number) && super::clock::packed(r, at).is_some() {
        return None;
    }
    // "They read “1984” aloud": a year within its own quotation marks is a title.
    if r.before(at) == Word::Punct(b'"') && r.mark(r.past_mark(end, b','), b'"') {
        return None;
    }
    if is_product(r, at) || counts_people(r, at, end) {
        return None;
    }
    // A hyphen makes it an adjective of measure ("1500-word"), unless another year follows ("1965-66").
    if r.mark(end, b'-')
        && r.glued(end)
        && r.glued(end + 1)
        && r.is(end + 1, Word::Other)
        && r.str(end + 1).chars().all(|c| c.is_ascii_lowercase())
        && !matches!(r.str(end + 1), "style" | "present" | "era" | "vintage" | "model")
    {
        return None;
    }
    // "The 1964 Civil Rights Act": the year is part of a law's name.
    let law =
        (end..(end + 6).min(r.end)).take_while(|at| r.capital(*at) && r.spaced(*at)).find(|at| r.is(*at, Word::Act) && r.says(*at, "act"));
    if r.is(at, Word::Number) && r.before(at) == Word::The && law.is_some_and(|law| law > end) {
        return None;
    }
    // "The 2000 block of Main Street": an address.
    if r.says(end, "block")
        && (r.is(end + 1, Word::Of) || matches!(r.word(end + 1), Word::Punct(_) | Word::End) && r.before(at) == Word::The)
    {
        return None;
    }
    // "Certified mail 7012 2010 0001": one group of a long number.
    let group = |at: usize| r.is(at, Word::Number) && r.digits(at) == 4 && r.spaced(at);
    let likely = |at: usize| r.number(at).is_some_and(|n| (1900..2100).contains(&n));
    let long = |a: usize, b: usize| group(a) && group(b) && !(likely(a) && likely(b));
    if r.is(at, Word::Number) && (at >= r.start + 2 && long(at - 2, at - 1) || at > r.start && long(at - 1, end) || long(end, end + 1)) {
        return None;
    }
    // "1901 Avenue of the Stars", "1999 Broadway", "2015 N. Main Avenue".
    let way = matches!(r.str(end), "Avenue" | "Boulevard")
        || r.is(at, Word::Number) && r.says(end, "Broadway") && !r.spaced(end + 1)
        || matches!(r.str(end), "N" | "S" | "E" | "W") && r.mark(end + 1, b'.') && r.capital(end + 2);
    if way && r.spaced(end) && !matches!(r.before(at), Word::In | Word::Since | Word::Of | Word::Month(_)) {
        return None;
    }
    let street = r.capital(end) && STREETS.iter().any(|street| r.says(end + 1, street)) && r.capital(end + 1);
    // "The Russell 2000": an index of so many shares.
    let index = at > r.start && r.str(at - 1) == "Russell" && year % 1000 == 0;
    if street || index {
        return None;
    }
    let licensed = match r.before(at) {
        Word::In
        | Word::Since
        | Word::By
        | Word::Of
        | Word::From
        | Word::Until
        | Word::During
        | Word::Before
        | Word::After
        | Word::Through
        | Word::To
        | Word::Between
        | Word::Early
        | Word::Mid
        | Word::Late
        | Word::Fiscal
        | Word::Unit(Unit::Year)
        | Word::About
        | Word::The
        | Word::This
        | Word::For
        | Word::Season(_)
        | Word::Month(_)
        | Word::Beginning
        | Word::EndOf
        | Word::A
        | Word::That
        | Word::As
        | Word::On
        | Word::Next
        | Word::Last
        | Word::Previous
        | Word::Only
        | Word::Than
        | Word::Effective => true,
        Word::And | Word::Or => {
            let before = at - if r.back(at, 2) == Word::Punct(b',') { 3.min(at) } else { 2.min(at) };
            before >= r.start && r.is(before, Word::Number) && r.year(before).is_some()
        }
        Word::Punct(b',') => {
            // A list of years, or a clause of its own: "in 1996, 1997", "In Seattle, 1998".
            r.back(at, 2) == Word::Number || matches!(r.word(end), Word::Punct(b',' | b')' | b'.' | b'-') | Word::And | Word::End)
        }
        Word::Punct(b'(') => true,
        Word::Punct(b'-') => {
            r.glued(at)
                && (at >= r.start + 2
                    && (r.year(at - 2).is_some()
                        || matches!(r.back(at, 2), Word::Mid | Word::Late | Word::Early | Word::Season(_) | Word::Number))
                    || matches!(r.str(at.saturating_sub(2)), "post" | "pre"))
        }
        Word::End => true,
        Word::Punct(b'.' | b'"' | b';' | b':' | b'!' | b'?') => true,
        // "The Insolvency Rules 1986".
        Word::Section if r.says(at - 1, "rules") => true,
        Word::Section
        | Word::Page
        | Word::NumberSign
        | Word::Docket
        | Word::Exhibit
        | Word::Suite
        | Word::Phone
        | Word::Punct(b'$' | b'#' | b'+') => false,
        // "the Copenhagen 2009 summit", "Coalition 2000": a name with its year, for years of living memory.
        Word::Other | Word::Holiday | Word::Act => (1900..=2035).contains(&year) && at > r.start,
        _ => (1900..=2035).contains(&year),
    };
    if !licensed {
        return None;
    }
    Phrase::read(at, end, Core::Year(year))
}

/// A year that bears its era, and the token after it: "241 BC", "A.D." behind the number.
pub(super) fn era_year(r: &Reader, at: usize) -> Option<(i32, usize)> {
    // "t.co/Xk4Lm2BCq9": a part of an address.
    if r.glued(at) && matches!(r.before(at), Word::Other | Word::A | Word::Versus) {
        return None;
    }
    let number = r.number(at).filter(|n| (1..=9999).contains(n) && r.digits(at) <= 4)? as i32;
    let mut next = at + 1;
    // "the 5th century BC" is read with the century.
    if matches!(r.word(next), Word::To | Word::And | Word::Punct(b'-') | Word::Until)
        && r.is(next + 1, Word::Number)
        && matches!(r.word(next + 2), Word::Era(-1))
    {
        return Some((1 - number, next));
    }
    let (sign, end) = match r.word(next) {
        Word::Era(sign) if r.str(next).chars().all(|c| c.is_ascii_uppercase()) && !(sign == 1 && r.str(next) == "CE" && r.glued(next)) => {
            (sign, next + 1)
        }
        Word::Other if matches!(r.str(next), "B" | "A") && r.mark(next + 1, b'.') => {
            let sign = if r.str(next) == "B" { -1 } else { 1 };
            next += 2;
            if !matches!((sign, r.str(next)), (-1, "C") | (1, "D")) {
                return None;
            }
            (sign, r.past_stop(next + 1))
        }
        Word::A if r.str(next) == "A" && r.mark(next + 1, b'.') && r.str(next + 2) == "D" => (1, r.past_stop(next + 3)),
        _ => return None,
    };
    Some((if sign < 0 { 1 - number } else { number }, end))
}

fn year_era(r: &Reader, at: usize) -> Option<Phrase> {
    let (year, end) = era_year(r, at)?;
    Phrase::read(at, end, Core::Year(year))
}

/// "In the late \[80s]", "the mid-\[70s]", where no heat is told.
fn of_its_part(r: &Reader, at: usize) -> bool {
    let dash = usize::from(r.before(at) == Word::Punct(b'-') && at > r.start + 1);
    let part = at.saturating_sub(1 + dash);
    part > r.start
        && matches!(r.word(part), Word::Early | Word::Mid | Word::Late)
        && r.is(part - 1, Word::The)
        && !r.says(at + 2, "degrees")
}

fn decade(r: &Reader, at: usize) -> Option<Phrase> {
    let the = r.past(at, Word::The);
    let first = match r.word(the) {
        Word::Number if r.digits(the) == 4 => r.number(the)? as i32,
        Word::Number if r.digits(the) == 2 && (the > at || matches!(r.before(at), Word::Punct(b'\'')) || of_its_part(r, at)) => {
            1900 + r.number(the)? as i32
        }
        Word::Punct(b'\'') if r.digits(the + 1) == 2 && r.glued(the + 1) => {
            let ok = r.number(the + 1)? % 10 == 0 && r.glued(the + 2) && r.says(the + 2, "s");
            let short = r.number(the + 1)? as i32;
            return ok
                .then_some(())
                .and_then(|()| Phrase::read(at, the + 3, Core::Decade(if short < 30 { 2000 + short } else { 1900 + short })));
        }
        Word::Decade(tens) => {
            // "His thirties" are years of a life.
            if the == at {
                return None;
            }
            return Phrase::read(at, the + 1, Core::Decade(1900 + i32::from(tens)));
        }
        _ => return None,
    };
    if first % 10 != 0 || !(1000..=2090).contains(&first) {
        return None;
    }
    let mut end = the + 1;
    if r.mark(end, b'\'') && r.glued(end) {
        end += 1;
    }
    if !(r.glued(end) && r.says(end, "s")) {
        return None;
    }
    Phrase::read(at, end + 1, Core::Decade(first))
}

fn century(r: &Reader, at: usize) -> Option<Phrase> {
    let the = r.past(at, Word::The);
    let (number, after) = match r.word(the) {
        Word::Number if r.digits(the) <= 2 => r.day(the, false).filter(|(_, end)| *end == the + 2)?,
        _ => r.day(the, true)?,
    };
    let hyphen = r.past_mark(after, b'-');
    if !r.is(hyphen, Word::Unit(Unit::Century)) || r.capital(hyphen) {
        return None;
    }
    let mut end = hyphen + 1;
    let mut first = (i32::from(number) - 1) * 100;
    if let Word::Era(-1) = r.word(end) {
        first = -(first + 99);
        end += 1;
    }
    Phrase::read(at, end, Core::Century(first))
}
