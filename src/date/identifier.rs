//! Numbers that name a thing: an invoice, a page of a deed book, a serial number. A year's digits among them are no year.

use super::not_a_date::number_chain;
use super::phrase::{Phrase, Reader};
use super::rule::{Cue, Rule};
use super::words::Word;

pub(crate) const RULES: &[Rule] = &[
    Rule {
        name: "not: numbered thing",
        about: "the number of an invoice, a book, a unit, a claim, a form",
        cues: &[Cue::Number],
        read: numbered,
        wanted: &[
            ("Invoice [2015-06] was paid", ""),
            ("Deed Book [2001], Page 14", ""),
            ("in Volume [2014] of it", ""),
            ("Commission # [2020-1998] ends", ""),
            ("Parcel ID [19-2013-0405] is", ""),
            ("see para [2018] of it", ""),
            ("the serial number [1987]", ""),
            ("Tr. [2001:3-9] says", ""),
            ("PageID #: [2001]", ""),
            ("off Interstate [1998]", ""),
            ("version [2004] of it", ""),
            ("part no. [12-31-99] is", ""),
            ("with firmware [10.1.2018] on it", ""),
            ("near mile marker [2015] of it", ""),
            ("in Standing Order [2015-3] it", ""),
            ("in IRS Notice [2014-21] it", ""),
        ],
        unwanted: &["the invoice of 2015", "a claim in 2020", "the book, 2001", "the unit left in 2012", "a new form 2019 saw"],
    },
    Rule {
        name: "not: model year",
        about: "the year of a car's make",
        cues: &[Cue::Number],
        read: model_year,
        wanted: &[("a black [2015] Toyota Camry", ""), ("his [1999] Harley-Davidson", ""), ("the [2018] white Ford pickup", "")],
        unwanted: &["In 2015, Toyota sued.", "in 2012 Ford sued", "since 2008 Tesla sold cars", "in 2010 white men"],
    },
    Rule {
        name: "not: standard",
        about: "the number of a technical standard",
        cues: &[Cue::Number],
        read: standard,
        wanted: &[
            ("under BS EN [1992-1-1] it", ""),
            ("under ISO [14001-2004] it", ""),
            ("under ISO [9001:2015] it", ""),
            ("meets ANSI Z[87.1-2010] there", ""),
            ("by NFPA [70-2017], the", ""),
        ],
        unwanted: &["ISO met in 2015", "the ANSI committee of 2010"],
    },
    Rule {
        name: "not: number in parts",
        about: "a number in three parts, or in two of which the second is no later year",
        cues: &[Cue::Number],
        read: in_parts,
        wanted: &[("is [1987-0412-2003] there", ""), ("under [2018-1205] it", ""), ("from [0800-1630] daily", "")],
        unwanted: &["in 1998-2001", "on 2020-01-15", "in 2018-19", "in 2019-20"],
    },
];

/// Things that bear a number: after their name alone where it is capitalised, else after "no.", "number" or "#".
const NUMBERED: &[&str] = &[
    "account", "apartment", "apt", "badge", "batch", "beat", "book", "catalog", "check", "cheque", "claim", "commission", "dep", "dept",
    "exit", "file", "flight", "folder", "folio", "form", "highway", "id", "instrument", "interstate", "invoice", "isbn", "issn", "item",
    "licence", "license", "lot", "model", "mrn", "pageid", "parcel", "part", "patent", "permit", "plate", "policy", "receipt", "ref",
    "reference", "reg", "registration", "route", "serial", "sku", "tab", "ticket", "tr", "tract", "unit", "vol", "volume", "zip",
];

/// Papers that an office numbers by the year.
const PAPERS: &[&str] =
    &["Order", "Notice", "Announcement", "Resolution", "Ordinance", "Bulletin", "Circular", "Directive", "Advisory", "Release"];

/// Makes of cars and trucks.
const MAKES: &[&str] = &[
    "Acura", "Audi", "BMW", "Buick", "Cadillac", "Chevrolet", "Chevy", "Chrysler", "Dodge", "Ford", "Freightliner", "GMC", "Harley",
    "Honda", "Hyundai", "Infiniti", "Jeep", "Kawasaki", "Kenworth", "Kia", "Lexus", "Mazda", "Mercedes", "Mitsubishi", "Nissan",
    "Peterbilt", "Pontiac", "Porsche", "Subaru", "Suzuki", "Tesla", "Toyota", "Volkswagen", "Volvo", "Yamaha",
];
const COLOURS: &[&str] = &["black", "white", "silver", "gray", "grey", "red", "blue", "green", "gold", "tan", "maroon", "beige"];

/// What a maker puts a year on.
const VEHICLES: &[&str] = &[
    "car", "sedan", "coupe", "pickup", "truck", "suv", "van", "minivan", "motorcycle", "motorbike", "hatchback", "convertible", "trailer",
    "tractor", "bus", "limousine",
];
/// What happens to them, or is made or done of them.
const OF_VEHICLES: &[&str] = &[
    "crash", "crashes", "accident", "accidents", "bomb", "bombs", "bombing", "bombings", "attack", "attacks", "chase", "theft", "thefts",
    "sales", "show", "collision", "race", "wreck", "fire", "recall", "plant", "maker", "makers", "industry", "rally", "ramming", "strike",
    "boycott", "season", "tax", "registration", "loan", "market",
];

/// "A black 2015 Toyota Camry", "her 2014 sedan": behind a preposition the year is a year, and the make does something.
fn model_year(r: &Reader, at: usize) -> Option<Phrase> {
    if r.digits(at) != 4 || !r.number(at).is_some_and(|year| (1900..=2100).contains(&year)) {
        return None;
    }
    let make = at + 1 + usize::from(COLOURS.contains(&r.str(at + 1)));
    let made = r.capital(make) && MAKES.contains(&r.str(make));
    let vehicle = at > r.start && VEHICLES.iter().any(|word| r.says(make, word)) && !OF_VEHICLES.iter().any(|word| r.says(make + 1, word));
    let dates =
        matches!(r.before(at), Word::In | Word::Since | Word::By | Word::Until | Word::From | Word::Before | Word::After | Word::End);
    (r.spaced(make) && (made || vehicle) && !dates).then_some(()).and_then(|()| Phrase::refused(at, at + 1))
}

/// Bodies that number their standards, often with the year behind a hyphen or a colon.
const STANDARDS: &[&str] =
    &["ISO", "IEC", "EN", "BS", "DIN", "ASTM", "ANSI", "NFPA", "IEEE", "ASME", "ASHRAE", "UL", "SAE", "AWS", "ACI", "CSA", "FIPS"];

fn standard(r: &Reader, at: usize) -> Option<Phrase> {
    let mut first = at;
    let part = |at: usize| matches!(r.word(at), Word::Number | Word::Other | Word::Punct(b'-' | b':' | b'.' | b'/'));
    while first > r.start && r.glued(first) && part(first - 1) {
        first -= 1;
    }
    let named = first > r.start && r.spaced(first) && STANDARDS.contains(&r.str(first - 1));
    // A year by itself behind such a name is a year: "since ISO 2015".
    let end = number_chain(r, at);
    (named && (first < at || end > at + 1)).then_some(()).and_then(|()| Phrase::refused(at, end))
}

/// Those whose small name needs no sign: "see para 2018".
const ALWAYS: &[&str] =
    &["para", "paras", "clause", "clauses", "interstate", "version", "isbn", "pageid", "marker", "firmware", "build", "ios"];

fn numbered(r: &Reader, at: usize) -> Option<Phrase> {
    let goes_on = matches!(r.word(at + 1), Word::Punct(b'-' | b'.')) && r.glued(at + 1) && r.glued(at + 2) && r.is(at + 2, Word::Number);
    // A day, a month or a count has digits of its own.
    if at == r.start || !goes_on && !(3..=4).contains(&r.digits(at)) {
        return None;
    }
    // "Standing Order 2015-3", "IRS Notice 2014-21".
    let paper = r.capital(at - 1) && PAPERS.contains(&r.str(at - 1)) && r.digits(at) == 4 && r.digits(at + 2) <= 3;
    if goes_on && paper && r.mark(at + 1, b'-') {
        return Phrase::refused(at, at + 3);
    }
    // The parts before: "19-" of "19-2013-0405".
    let mut lead = at;
    while lead >= r.start + 2 && r.glued(lead) && matches!(r.before(lead), Word::Punct(b'-' | b'/')) && r.back(lead, 2) == Word::Number {
        lead -= 2;
    }
    let mut noun = lead.checked_sub(1)?;
    let mut signed = false;
    while noun > r.start
        && (matches!(r.word(noun), Word::Punct(b'#' | b':' | b'.') | Word::NumberSign) || r.says(noun, "number") || r.says(noun, "no"))
    {
        signed = true;
        noun -= 1;
    }
    let named = |list: &[&str]| list.iter().any(|word| r.says(noun, word));
    // "It was filed. 2019 saw": a full stop is a sign only of an abbreviation.
    let stopped = signed && r.mark(noun + 1, b'.') && noun + 2 == lead;
    let is = if stopped {
        r.capital(noun) && r.str(noun).len() <= 6 && named(NUMBERED)
    } else {
        (signed || r.capital(noun)) && named(NUMBERED) || named(ALWAYS)
    };
    is.then_some(()).and_then(|()| Phrase::refused(at, number_chain(r, at)))
}

fn in_parts(r: &Reader, at: usize) -> Option<Phrase> {
    let part = |from: usize| r.mark(from, b'-') && r.glued(from) && r.glued(from + 1) && r.is(from + 1, Word::Number);
    if r.digits(at) != 4 || !part(at + 1) || r.digits(at + 2) != 4 {
        return None;
    }
    let second = r.number(at + 2)?;
    let three = part(at + 3) && r.digits(at + 4) >= 3;
    let hours = r.number(at)? < 1000;
    (three || hours || second < 1500).then_some(()).and_then(|()| Phrase::refused(at, if part(at + 3) { at + 5 } else { at + 3 }))
}
