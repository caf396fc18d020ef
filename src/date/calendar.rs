//! Dates that name their month or year: full dates, months, years, decades, centuries.

use super::page;
use super::phrase::{Core, Phrase, Reader, Shift, YearSaid};
use super::rule::{Cue, Rule};
use super::when::Part;
use super::words::{Unit, Word};

pub(crate) const RULES: &[Rule] = &[
    Rule {
        name: "month-day-year",
        about: "a month, a day and a year, in the American order",
        cues: &[Cue::Month],
        read: month_day_year,
        wanted: &[
            ("The complaint was filed on [August 19, 2021].", "2021-08-19"),
            ("It was [Dec. 25, 2019], the suit says.", "2019-12-25"),
            ("On [January 3rd, 1998] it rained.", "1998-01-03"),
            ("[April 29,\n\n2020]", "2020-04-29"),
            ("It ended on [Sept. 9 2001].", "2001-09-09"),
        ],
        unwanted: &["On August 19 he left.", "Smith, April 1900 pages long", "March 45, 2020"],
    },
    Rule {
        name: "day-month-year",
        about: "a day, a month and a year, in the European order",
        cues: &[Cue::Number, Cue::The],
        read: day_month_year,
        wanted: &[
            ("On [19 August 2021] the court sat.", "2021-08-19"),
            ("It fell on [the 3rd of March, 2021].", "2021-03-03"),
            ("[26-Nov-2015] was a Thursday.", "2015-11-26"),
            ("Signed [19-Nov-12].", "2012-11-19"),
        ],
        unwanted: &["He paid 19 May bills.", "12 March 14 Street"],
    },
    Rule {
        name: "month-day",
        about: "a month and a day without a year",
        cues: &[Cue::Month],
        read: month_day,
        wanted: &[
            ("Twitter replied on [Jan. 18].", "2021-01-18"),
            ("He left on [January 3rd].", "2021-01-03"),
            ("since the [Sept. 11] attacks", "2001-09-11"),
            ("It was before the [Jan. 6] attack on the Capitol.", "2021-01-06"),
        ],
        unwanted: &["He may 3 times", "In march 4 men came", "June 2019 was warm.", "April 45"],
    },
    Rule {
        name: "day-month",
        about: "a day and a month without a year",
        cues: &[Cue::Number, Cue::The],
        read: day_month,
        wanted: &[("On [18 January] they met.", "2021-01-18"), ("It was [the 4th of December].", "2020-12-04")],
        unwanted: &["Some 18 may come.", "In 20 march out", "at 12 May Court, Linden"],
    },
    Rule {
        name: "month-year",
        about: "a month of a year",
        cues: &[Cue::Month],
        read: month_year,
        wanted: &[
            ("He learned of it in [January 2020].", "2020-01"),
            ("In [December of 2019] it began.", "2019-12"),
            ("In [June, 1982] it ended.", "1982-06"),
            ("It was [March of last year].", "2020-03"),
            ("In [November last year] he won.", "2020-11"),
            ("Dated: [March __, 2020].", "2020-03"),
            ("as of [August ____, 2020], it", "2020-08"),
            ("on [June XX, 2019] he", "2019-06"),
        ],
        unwanted: &["In January, 2020 people came to 5 shows and 300 left", "it may 2020"],
    },
    Rule {
        name: "month",
        about: "a month alone",
        cues: &[Cue::Month],
        read: month_alone,
        wanted: &[("The suit came in [November].", "2020-11"), ("Since [May] he has waited.", "2020-05")],
        unwanted: &["It may rain.", "They march on.", "April Smith said so.", "Judge August ruled.", "An august body.", "Mar a Lago"],
    },
    Rule {
        name: "months-shared",
        about: "a month whose year or day stands with the next one (\"July 4 and 5\" is read by the range rules)",
        cues: &[Cue::Pointing],
        read: shifted_month,
        wanted: &[
            ("Dated [this March 5th, 2015].", "2015-03-05"),
            ("It closed [last March].", "2020-03"),
            ("They meet [next April].", "2021-04"),
            ("It opened [this January].", "2021-01"),
        ],
        unwanted: &["They march on.", "this may work", "the last may be first"],
    },
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
            "It was signed by 2019 voters.", "It went to 2000 customers.",
        ],
    },
    Rule {
        name: "year-bc",
        about: "a year with its era",
        cues: &[Cue::Number],
        read: year_era,
        wanted: &[("He died in [241 BC].", "BC0241"), ("It fell in [476 A.D.].", "0476")],
        unwanted: &["the 12 ad campaigns", "CBC 241", "see t.co/Gt9Yg2BC6O"],
    },
    Rule {
        name: "day-range",
        about: "a bare day whose month stands with the other end of its stretch",
        cues: &[Cue::Number, Cue::The],
        read: day_of_range,
        wanted: &[
            ("It ran from [15] to 22 February 1984.", "1984-02-15"),
            ("They fought on April 6-[7, 1915].", "1915-04-07"),
            ("On May 3, [5], and 9, 2011, they met.", "2011-05-05"),
            ("On [the 12th] and 15th of March 2009 they met.", "2009-03-12"),
        ],
        unwanted: &[
            "15 to 22 men in February", "page 6-7", "a 3-2 win in April", "It ruled on May 3, 5-4.", "On May 3, 5 men came.",
            "It was 8.5 on Oct. 31, 8.6% on Monday.",
        ],
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
    Rule {
        name: "part-of",
        about: "an early, middle or late part, or the beginning or end, of a month, season, year or decade",
        cues: &[Cue::Part, Cue::The, Cue::Number],
        read: part_of,
        wanted: &[
            ("It was removed in [late January].", "2021-01"),
            ("By [mid-November] it was over.", "2020-11"),
            ("At [the end of 1990] he left.", "1990"),
            ("[Earlier this year] he left.", "2021"),
            ("[late last week] he left.", "2021-W02"),
            ("in [the early 1990s] it was", "199"),
        ],
        unwanted: &["He was late.", "the end of the road", "early mornings", "mid-size cars"],
    },
    Rule {
        name: "about",
        about: "a date with a hedge: on or about, around, approximately, circa",
        cues: &[Cue::About, Cue::On],
        read: hedged,
        wanted: &[
            ("[On or about January 4, 2020], he wrote.", "2020-01-04"),
            ("It came [around Dec. 29].", "2020-12-29"),
            ("a coin of [circa 1850]", "1850"),
        ],
        unwanted: &["to get around Wednesday's ruling", "about 300 people", "around the year he slept", "on Monday"],
    },
    Rule {
        name: "day-of-month",
        about: "a day whose month was told before: \"the 9th\"",
        cues: &[Cue::The],
        read: day_of_month,
        wanted: &[
            ("They met on Jan. 4, 2020. On [the 9th] they parted.", "2020-01-09"),
            ("Yours of [the 5th inst.] came.", "2021-01-05"),
            ("Yours of [the 28th ult.] came.", "2020-12-28"),
        ],
        unwanted: &[
            "It is paid on the 1st and 15th of every month.", "the 9th Circuit held", "the 9th man", "the 5th Amendment",
            "the 18th century",
        ],
    },
    Rule {
        name: "year-end",
        about: "the end of a year or month",
        cues: &[Cue::Unit],
        read: year_end,
        wanted: &[("It will be sold by [year-end].", "2021-12-31"), ("It will be sold by [year end].", "2021-12-31")],
        unwanted: &["the year ends", "a year end-user"],
    },
];

/// Whether a month's name is meant, and not a verb, a surname or a first name.
fn is_month(r: &Reader, at: usize) -> Option<u8> {
    let Word::Month(month) = r.word(at) else { return None };
    let name = r.str(at);
    // "State v. March, 2016-Ohio-1984": a party.
    if r.before(at) == Word::Versus || r.before(at) == Word::Punct(b'.') && r.back(at, 2) == Word::Versus {
        return None;
    }
    if !r.capital(at) {
        // Lower case is a month only for names that are nothing else, as tweets write them.
        let sure = name.len() > 3 && !matches!(month, 3 | 5 | 8);
        // "apr 4", "26nov", "4 dec": a short form beside a number.
        let numbered = |at: usize| r.is(at, Word::Number) && matches!(r.digits(at), 1 | 2 | 4);
        let short = name.len() == 3 && month != 5 && (numbered(at + 1) || at > r.start && numbered(at - 1));
        return (sure || short).then_some(month);
    }
    Some(month)
}

/// The token after a month's name and the full stop of its abbreviation.
fn past_month(r: &Reader, at: usize) -> usize {
    // "May.", "June." and "July." are whole names at a sentence's end.
    let whole = ["may", "june", "july"].iter().any(|name| r.says(at, name)) && !r.is(at + 2, Word::Number);
    if r.str(at).len() <= 4 && !whole { r.past_stop(at + 1) } else { at + 1 }
}

/// Steps over "A.D." or "in the year of our Lord" before a year.
pub(super) fn past_lord(r: &Reader, at: usize) -> usize {
    let words = |words: &[&str]| words.iter().enumerate().all(|(n, word)| r.says(at + n, word)).then_some(at + words.len());
    let era = words(&["A", ".", "D", "."]).or_else(|| words(&["AD"])).or_else(|| words(&["in", "the", "year", "of", "our", "Lord"]));
    era.filter(|end| r.year(*end).is_some()).unwrap_or(at)
}

/// The year that follows a month or a day: ", 2021", "2021", "of 2021", "of last year", "last year".
fn year_after(r: &Reader, at: usize) -> Option<(YearSaid, usize)> {
    let plain = past_lord(r, r.past_mark(at, b','));
    // "[August] 2016": an editor's bracket.
    let plain = if r.mark(plain, b']') && at >= r.start + 2 && r.mark(at - 2, b'[') { plain + 1 } else { plain };
    if matches!(r.word(plain), Word::Number | Word::Cardinal(2 | 19 | 20))
        && let Some((year, end)) = r.year(plain)
        && !year_is_amount(r, end)
    {
        return Some((YearSaid::Year(year), end));
    }
    if let Some(Phrase { end, said: Some(said), .. }) = year_era(r, plain)
        && let Core::Year(year) = said.core
    {
        return Some((YearSaid::Year(year), end));
    }
    let of = r.past(plain, Word::Of);
    if of > plain
        && let Some((year, end)) = r.year(of)
    {
        return Some((YearSaid::Year(year), end));
    }
    if r.mark(plain, b'\'')
        && r.spaced(plain)
        && let Some((year, end)) = r.year(plain)
    {
        return Some((YearSaid::Year(year), end));
    }
    let the = r.past(of, Word::The);
    let shift = match r.word(the) {
        Word::Last => Shift::Last,
        Word::This if the == of => Shift::This,
        Word::Next => Shift::Next,
        Word::That | Word::Same => Shift::That,
        Word::Following => Shift::Following,
        Word::Previous => Shift::Preceding,
        _ => return None,
    };
    if !r.is(the + 1, Word::Unit(Unit::Year)) || plain > at && of == plain && the == of && shift != Shift::Last {
        return None;
    }
    let shift = if the > of && shift == Shift::Next { Shift::Following } else { shift };
    Some((YearSaid::Shifted(shift), the + 2))
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

/// Steps over the blank or the crosses that a form or a censor leaves for a day before its year: "August __, 2020".
fn past_blank(r: &Reader, at: usize) -> usize {
    let mut next = at + usize::from(r.mark(at, b'['));
    let crosses = r.str(next).len() <= 2 && !r.str(next).is_empty() && r.str(next).chars().all(|c| matches!(c, 'x' | 'X'));
    let first = next;
    while r.mark(next, b'_') || next == first && crosses {
        next += 1;
    }
    if r.mark(at, b'[') && r.mark(next, b']') {
        next += 1;
    } else if next == first {
        return at;
    }
    // Without its year there is a month and nothing more.
    if r.year(r.past_mark(next, b',')).is_some() { next } else { at }
}

/// The year behind "July 4," where a page's edge stands before it.
fn broken_year(r: &Reader, at: usize) -> Option<(i32, usize)> {
    (r.mark(at, b',') && at + 1 == r.end).then_some(())?;
    page::over_the_edge(r, |beyond, at| beyond.year(at).filter(|_| beyond.is(at, Word::Number)))
}

fn month_day_year(r: &Reader, at: usize) -> Option<Phrase> {
    let month = is_month(r, at)?;
    if past_month(r, at) == r.end {
        let (day, year, end) = page::over_the_edge(r, |beyond, at| {
            let (day, after) = beyond.day(at, false).filter(|(_, after)| beyond.mark(*after, b','))?;
            let (year, end) = beyond.year(after + 1)?;
            Some((day, YearSaid::Year(year), end))
        })?;
        return Phrase::read(at, end, Core::Date { year, month, day });
    }
    // "March the 3rd, 2017", as it is spoken.
    let (day, after) = r.day(r.past(r.past_mark(past_month(r, at), b','), Word::The), true)?;
    if let Some((year, end)) = broken_year(r, after) {
        return Phrase::read(at, end, Core::Date { year: YearSaid::Year(year), month, day });
    }
    let (year, end) = year_after(r, r.past_stop_before_year(after))?;
    Phrase::read(at, end, Core::Date { year, month, day })
}

fn month_day(r: &Reader, at: usize) -> Option<Phrase> {
    let month = is_month(r, at)?;
    let day_at = past_month(r, at);
    // "March the 3rd", as it is spoken, where no "3rd Army" or "3rd Circuit" can be meant.
    let spoken = |at: usize| {
        let end = r.day(at, true).map(|(_, end)| end).filter(|end| *end > at + 1 || matches!(r.word(at), Word::Ordinal(_)));
        end.is_some_and(|end| {
            matches!(r.word(end), Word::Punct(_) | Word::End | Word::And | Word::Or | Word::To | Word::Through | Word::At)
        })
    };
    let day_at = if r.is(day_at, Word::The) && spoken(day_at + 1) { day_at + 1 } else { day_at };
    let (day, end) = r.day(day_at, r.is(day_at, Word::Ordinal(1)) || matches!(r.word(day_at), Word::Ordinal(_)))?;
    // "Jan. 3.5" and "March 30,000" are amounts; "May 4:30" is a clock time.
    let tail = matches!(r.word(end), Word::Punct(b'.' | b',')) && r.glued(end) && r.glued(end + 1) && r.is(end + 1, Word::Number);
    if tail || r.mark(end, b'%') || r.mark(end, b':') && r.glued(end) && r.glued(end + 1) && r.is(end + 1, Word::Number) {
        return None;
    }
    if !r.capital(at) && matches!(month, 3 | 5 | 8) {
        return None;
    }
    let year = named_day(r, at, end, month, day).map_or(YearSaid::Unsaid, YearSaid::Named);
    Phrase::read(at, end, Core::Date { year, month, day })
}

/// The year of a day that is a name: "the Sept. 11 attacks" and "the Jan. 6 riot" are of one year, in whatever year they
/// are told.
fn named_day(r: &Reader, at: usize, end: usize, month: u8, day: u8) -> Option<i32> {
    let says = |at: usize, words: &[&str]| words.iter().any(|word| r.says(at, word));
    let near = |words: &[&str]| (end..end + 6).take_while(|at| !r.stops(*at)).any(|at| says(at, words));
    match (month, day) {
        (9, 11) => {
            let attacks = |at: usize| says(at, &["attacks", "hijackers", "hijackings"]);
            let terror = says(end, &["terror", "terrorist"]);
            let led = at >= r.start + 2 && attacks(at - 2) && matches!(r.before(at), Word::Of | Word::On);
            (attacks(end) || terror && attacks(end + 1) || led).then_some(2001)
        }
        (1, 6) => {
            let told = says(end, &["insurrection", "insurrectionists", "riot", "rioters", "rioter"])
                || says(end, &["defendant", "defendants", "committee", "cases", "prosecutions"])
                || says(end, &["attack", "attacks", "siege", "breach", "assault"]) && near(&["Capitol"]);
            told.then_some(2021)
        }
        _ => None,
    }
}

/// "19 August", "the 19th of August", "19-Nov": the day, the month and the token after the month.
fn day_then_month(r: &Reader, at: usize) -> Option<(u8, u8, usize)> {
    let the = r.past(at, Word::The);
    let (day, mut next) = r.day(the, the > at)?;
    if r.is(next, Word::Unit(Unit::Day)) && r.is(next + 1, Word::Of) {
        next += 2;
        // "The third day of March" in words is the court's own formula.
        if the > at && r.is(the, Word::Ordinal(day)) {
            return None;
        }
    } else {
        let of = r.past(next, Word::Of);
        next = if of == next && r.mark(next, b'-') && r.glued(next) { next + 1 } else { of };
    }
    let month = is_month(r, next)?;
    if the > at && !matches!(r.word(next - 1), Word::Of) && !r.capital(next) {
        return None;
    }
    Some((day, month, next))
}

fn day_month_year(r: &Reader, at: usize) -> Option<Phrase> {
    let (day, month, month_at) = day_then_month(r, at)?;
    let after = past_month(r, month_at);
    if r.mark(after, b'-') && r.glued(after) && r.glued(after + 1) && r.is(after + 1, Word::Number) {
        let short = r.number(after + 1)? as i32;
        let year = match r.digits(after + 1) {
            2 => super::phrase::full_year(short),
            4 => short,
            _ => return None,
        };
        return Phrase::read(at, after + 2, Core::Date { year: YearSaid::Year(year), month, day });
    }
    // "04MAR21", as travel papers and police write it.
    if r.glued(month_at) && r.glued(after) && r.is(after, Word::Number) && r.digits(after) == 2 && after == month_at + 1 {
        let year = super::phrase::full_year(r.number(after)? as i32);
        return Phrase::read(at, after + 1, Core::Date { year: YearSaid::Year(year), month, day });
    }
    let (year, end) = year_after(r, after)?;
    Phrase::read(at, end, Core::Date { year, month, day })
}

fn day_month(r: &Reader, at: usize) -> Option<Phrase> {
    let (day, month, month_at) = day_then_month(r, at)?;
    if !r.capital(month_at) && matches!(month, 3 | 5 | 8) {
        return None;
    }
    // "12 March 14" is a list of something else; "17 May Street" a place.
    let end = past_month(r, month_at);
    if r.spaced(end) && STREETS.contains(&r.str(end)) {
        return None;
    }
    if r.is(end, Word::Number) && r.digits(end) < 4 && r.spaced(end) && !r.mark(end + 1, b':') {
        return None;
    }
    Phrase::read(at, end, Core::Date { year: YearSaid::Unsaid, month, day })
}

/// A month, and its year where one is told; and the token after them.
pub(super) fn month_and_year(r: &Reader, at: usize) -> Option<(u8, YearSaid, usize)> {
    let month = is_month(r, at).filter(|_| r.capital(at))?;
    let after = past_month(r, at);
    let (year, end) = year_after(r, after).unwrap_or((YearSaid::Unsaid, after));
    Some((month, year, end))
}

fn month_year(r: &Reader, at: usize) -> Option<Phrase> {
    let month = is_month(r, at)?;
    let (year, end) = year_after(r, past_blank(r, past_month(r, at)))?;
    if !r.capital(at) && !matches!(year, YearSaid::Year(_)) {
        return None;
    }
    Phrase::read(at, end, Core::Month { year, month, shift: Shift::Bare })
}

fn month_alone(r: &Reader, at: usize) -> Option<Phrase> {
    let month = is_month(r, at)?;
    if !r.capital(at) {
        return None;
    }
    let name = r.str(at);
    let end = past_month(r, at);
    let before = r.before(at);
    let licensed = matches!(
        before,
        Word::In
            | Word::Since
            | Word::Until
            | Word::By
            | Word::From
            | Word::To
            | Word::Through
            | Word::During
            | Word::Of
            | Word::Last
            | Word::Next
            | Word::This
            | Word::And
            | Word::Or
            | Word::Between
            | Word::Before
            | Word::After
            | Word::For
            | Word::Early
            | Word::Mid
            | Word::Late
            | Word::EndOf
            | Word::Beginning
            | Word::Each
            | Word::Every
            | Word::As
    );
    if matches!(before, Word::NameTitle) || matches!(before, Word::Section) {
        return None;
    }
    // A first name, a surname, a ship, a rank in a name: a capital beside it and no preposition before it.
    let beside_name = (r.capital(end) && !matches!(r.word(end), Word::Month(_) | Word::Weekday(_)) && r.spaced(end) && end == at + 1)
        || (at > r.start && r.capital(at - 1) && r.before(at) == Word::Other && !r.opens_sentence(at - 1));
    // "And Jan Kavan": a first name.
    if name.len() <= 3 && name != "May" && end == at + 1 && r.capital(end) && r.word(end) == Word::Other {
        return None;
    }
    if beside_name && (!licensed || matches!(month, 4..=6 | 8) && r.capital(end)) {
        return None;
    }
    // "The March hearing", "the May order".
    let attributive = before == Word::The && r.spaced(end) && DATED_NOUNS.contains(&r.str(end));
    if matches!(month, 3 | 5) && !licensed && !attributive {
        return None;
    }
    // Short forms are words too; they need a full stop or a preposition.
    if name.len() <= 3 && end == at + 1 && name != "May" && !licensed {
        return None;
    }
    if r.glued(end) && matches!(r.word(end), Word::Number | Word::Other | Word::Punct(b'@' | b'_' | b'/')) {
        return None;
    }
    Phrase::read(at, end, Core::Month { year: YearSaid::Unsaid, month, shift: Shift::Bare })
}

/// What a month that is a word too may stand before.
const DATED_NOUNS: &[&str] = &[
    "hearing", "order", "ruling", "trial", "letter", "meeting", "email", "deadline", "election", "primary", "report", "decision",
    "verdict", "vote", "conference", "memo", "statement", "interview", "filing", "motion", "agreement", "indictment", "arrest", "incident",
    "shooting", "attack", "protest", "raid", "call", "visit", "session", "payment", "invoice", "contract", "settlement", "judgment",
    "injunction",
];

/// "last March", "this January".
fn shifted_month(r: &Reader, at: usize) -> Option<Phrase> {
    let shift = match r.word(at) {
        Word::Last => Shift::Last,
        Word::Next => Shift::Next,
        Word::This => Shift::This,
        _ => return None,
    };
    let month = is_month(r, at + 1).filter(|_| r.capital(at + 1))?;
    let end = past_month(r, at + 1);
    if let Some((day, end)) = r.day(end, false) {
        // "Dated this March 5th, 2015".
        let told = year_after(r, end).filter(|(year, _)| matches!(year, YearSaid::Year(_)));
        let (year, end) = told.unwrap_or((YearSaid::Unsaid, end));
        return Phrase::read(at, end, Core::Date { year, month, day });
    }
    if let Some((year @ YearSaid::Year(_), end)) = year_after(r, end) {
        return Phrase::read(at, end, Core::Month { year, month, shift: Shift::Bare });
    }
    Phrase::read(at, end, Core::Month { year: YearSaid::Unsaid, month, shift })
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
const STREETS: &[&str] =
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
    // "Standing Order 2015-3": the number of a court's own order.
    let order = at > r.start && r.says(at - 1, "Order") && r.capital(at - 1) && r.mark(end, b'-') && r.glued(end);
    if order && r.is(end + 1, Word::Number) && r.digits(end + 1) <= 3 && r.glued(end + 1) {
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
    let street = r.capital(end) && STREETS.contains(&r.str(end + 1));
    if street {
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

/// "15 to 22 February 1984", "April 6-7", "May 3, 5, and 9, 2011": the other days of a stretch or a list take its month and
/// year.
fn day_of_range(r: &Reader, at: usize) -> Option<Phrase> {
    // "No. 39277/06, 8 January 2007": a number's tail is no day.
    if r.mark(at.saturating_sub(1), b'/') && r.glued(at) {
        return None;
    }
    // "1990-94": the second year is told by its last two digits.
    if r.digits(at) == 2
        && r.mark(at.saturating_sub(1), b'-')
        && r.glued(at)
        && at >= r.start + 2
        && let Some((year, _)) = r.year(at - 2)
        && let Some(short) = r.number(at).map(|n| n as i32)
        && short > year % 100
        && (!r.glued(at + 1) || matches!(r.word(at + 1), Word::Punct(b'.' | b',' | b')' | b';')))
    {
        return Phrase::read(at, at + 1, Core::Year(year / 100 * 100 + short));
    }
    let (day, end) = r.day(r.past(at, Word::The), false)?;
    // The month stands behind the last day of the list: "15 to 22 February 1984", "the 12th and 15th of March".
    let named = at > r.start && r.capital(at - 1) && r.before(at) == Word::Other;
    if let Some(last) = list_end(r, end).filter(|_| !named)
        && let Some((_, month, month_at)) = day_then_month(r, last)
        && r.capital(month_at)
    {
        let year = year_after(r, past_month(r, month_at)).map_or(YearSaid::Unsaid, |(year, _)| year);
        return Phrase::read(at, end, Core::Date { year, month, day });
    }
    if r.is(at, Word::The) {
        return None;
    }
    // The month stands before the first: "April 6-7", "Jan. 4 and 5", "May 3, 5, and 9, 2011".
    let first = list_start(r, at)?;
    let month_at = if r.mark(first - 1, b'.') { first.checked_sub(2).filter(|m| *m >= r.start)? } else { first - 1 };
    let month = is_month(r, month_at).filter(|_| r.capital(month_at))?;
    let hyphen = r.mark(at - 1, b'-');
    // "8.5% on Oct. 31, 8.6% Oct. 30": a number with a fraction or a percent sign is no day.
    let fraction =
        matches!(r.word(end), Word::Punct(b'.' | b',' | b':')) && r.glued(end) && r.glued(end + 1) && r.is(end + 1, Word::Number);
    if fraction || r.mark(end, b'%') || r.mark(at - 1, b'$') {
        return None;
    }
    // "May 3, 5 and 9 men left": what is counted stands behind the last.
    let mut tail = end;
    for _ in 0..LONGEST_LIST {
        let Some((_, after)) = past_join(r, tail).and_then(|next| r.day(next, false)) else { break };
        tail = after;
    }
    if (matches!(r.word(end), Word::Unit(_) | Word::Other) || matches!(r.word(tail), Word::Unit(_) | Word::Other) && !r.capital(tail))
        && !hyphen
    {
        return None;
    }
    // The days of a list ascend.
    if let Some(before) = r.number(first).filter(|_| first != at)
        && u32::from(day) <= before
    {
        return None;
    }
    // "Ruled on May 3, 5-4": after a comma only what goes on as a list of days does.
    let score = r.mark(end, b'-') && r.glued(end) && !(at >= 4 && r.mark(at - 3, b'-'));
    if hyphen && r.glued(at) && at >= r.start + 5 && r.mark(at - 3, b',') && !r.mark(at - 5, b'-') {
        return None;
    }
    if r.mark(at - 1, b',')
        && (score || !matches!(r.word(end), Word::Punct(b',' | b'.' | b'-' | b')' | b';' | b'&') | Word::And | Word::End))
    {
        return None;
    }
    // The year stands behind the last.
    let mut last = end;
    for _ in 0..LONGEST_LIST {
        let Some((_, after)) = past_join(r, last).and_then(|next| r.day(next, false)) else { break };
        if r.is(after, Word::Unit(Unit::Year)) {
            break;
        }
        last = after;
    }
    match year_after(r, last) {
        Some((year, after)) => Phrase::read(at, if last == end { after } else { end }, Core::Date { year, month, day }),
        None => Phrase::read(at, end, Core::Date { year: YearSaid::Unsaid, month, day }),
    }
}

/// Most days of a list that share a month and a year.
const LONGEST_LIST: usize = 12;

/// Steps over what joins two days of a list: "to", "-", "and", ",", ", and", "&".
fn past_join(r: &Reader, at: usize) -> Option<usize> {
    let joins =
        |at: usize| matches!(r.word(at), Word::To | Word::And | Word::Through | Word::Until | Word::Or | Word::Punct(b'-' | b',' | b'&'));
    if !joins(at) {
        return None;
    }
    let next = if r.mark(at, b',') && matches!(r.word(at + 1), Word::And | Word::Or | Word::Punct(b'&')) { at + 2 } else { at + 1 };
    Some(r.past(next, Word::The))
}

/// The last day of a list that goes on at `at`, where a month stands behind it.
fn list_end(r: &Reader, at: usize) -> Option<usize> {
    let mut next = past_join(r, at)?;
    for _ in 0..LONGEST_LIST {
        let (_, end) = r.day(next, false)?;
        if matches!(r.word(end), Word::Month(_) | Word::Of)
            || matches!(r.word(end), Word::Unit(Unit::Day))
            || r.glued(end) && r.mark(end, b'-')
        {
            return Some(next);
        }
        next = past_join(r, end)?;
    }
    None
}

/// The first day of the list that a bare day goes on, where a month stands before it.
fn list_start(r: &Reader, at: usize) -> Option<usize> {
    let mut first = at;
    for _ in 0..LONGEST_LIST {
        // One joining word or mark, or a comma with "and"; then the day before, whose ordinal ending may stand apart.
        let mut back = first.checked_sub(1).filter(|back| *back > r.start)?;
        if r.is(back, Word::The) {
            back -= 1;
        }
        if !matches!(r.word(back), Word::To | Word::And | Word::Through | Word::Until | Word::Or | Word::Punct(b'-' | b',' | b'&')) {
            return None;
        }
        if matches!(r.word(back), Word::And | Word::Or) && back > r.start && r.mark(back - 1, b',') {
            back -= 1;
        }
        let before = [1, 2].into_iter().find_map(|step| {
            let at = back.checked_sub(step).filter(|at| *at > r.start)?;
            r.day(at, false).filter(|(_, end)| *end == back).map(|_| at)
        })?;
        first = before;
        if matches!(r.word(first - 1), Word::Month(_))
            || r.mark(first - 1, b'.') && matches!(r.word(first.saturating_sub(2)), Word::Month(_))
        {
            return Some(first);
        }
    }
    None
}

pub(super) fn year_era(r: &Reader, at: usize) -> Option<Phrase> {
    // "t.co/Gt9Yg2BC6O": a part of an address.
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
        return Phrase::read(at, next, Core::Year(1 - number));
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
    Phrase::read(at, end, Core::Year(if sign < 0 { 1 - number } else { number }))
}

fn decade(r: &Reader, at: usize) -> Option<Phrase> {
    let the = r.past(at, Word::The);
    let first = match r.word(the) {
        Word::Number if r.digits(the) == 4 => r.number(the)? as i32,
        Word::Number if r.digits(the) == 2 && (the > at || matches!(r.before(at), Word::Punct(b'\''))) => 1900 + r.number(the)? as i32,
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

/// "late January", "the end of 1990", "earlier this year", "mid-2019", "early in the week".
fn part_of(r: &Reader, at: usize) -> Option<Phrase> {
    let mut next = r.past(at, Word::The);
    if r.is(next, Word::Number) {
        return None;
    }
    let (part, needs_of) = match r.word(next) {
        Word::Early => (Some(Part::Early), false),
        Word::Mid => (Some(Part::Mid), r.says(next, "middle")),
        Word::Late => (Some(Part::Late), false),
        Word::Earlier | Word::Later if next == at => (None, false),
        Word::Beginning => (Some(Part::Early), true),
        Word::EndOf => (Some(Part::Late), true),
        _ => return None,
    };
    next += 1;
    if needs_of {
        if !r.is(next, Word::Of) {
            return None;
        }
        next += 1;
    } else {
        next = r.past_mark(next, b'-');
        next = r.past(next, Word::In);
        next = r.past(next, Word::On);
    }
    let inner = super::rule::best(r, next)?;
    let mut said = inner.said?;
    let fits = match said.core {
        Core::Month { .. } | Core::Year(_) | Core::Decade(_) | Core::Century(_) | Core::Season { .. } | Core::Quarter { .. } => true,
        Core::Period { unit, .. } => unit >= Unit::Day && (part.is_some() || unit > Unit::Day),
        Core::Weekday { .. } | Core::Offset { unit: Unit::Day, .. } => part.is_some() && !needs_of,
        Core::Date { .. } => part.is_some() && !needs_of,
        Core::TimeOnly => false,
        _ => false,
    };
    if !fits || said.part.is_some() {
        return None;
    }
    said.part = part;
    Phrase::said(at, inner.end, said)
}

fn hedged(r: &Reader, at: usize) -> Option<Phrase> {
    // "How about Friday?" hedges nothing.
    if r.is(at, Word::About) && at > r.start && (r.says(at - 1, "how") || r.says(at - 1, "what")) {
        return None;
    }
    let mut next = at;
    let word = at;
    if r.is(next, Word::On) {
        if !(r.is(next + 1, Word::Or) && r.is(next + 2, Word::About)) {
            return None;
        }
        next += 3;
    } else {
        if !r.is(next, Word::About) {
            return None;
        }
        next += 1;
        if r.is(next, Word::Or) && (r.is(next + 1, Word::On)) {
            next += 2;
        }
    }
    next = r.past_mark(next, b'.');
    let inner = super::rule::best(r, next)?;
    let mut said = inner.said?;
    let dated = matches!(
        said.core,
        Core::Date { .. }
            | Core::Month { .. }
            | Core::Year(_)
            | Core::Exact(_)
            | Core::Either(..)
            | Core::Holiday { .. }
            | Core::Weekday { .. }
            | Core::TimeOnly
    );
    // "To get around Wednesday's ruling" hedges nothing.
    let aside = r.says(word, "around") && r.mark(inner.end, b'\'') && r.says(inner.end + 1, "s");
    if !dated || said.approximate || aside {
        return None;
    }
    said.approximate = true;
    // A hedge leaves the words it stands before as a phrase of their own unless it is the field's own formula.
    Phrase::said(at, inner.end, said)
}

fn day_of_month(r: &Reader, at: usize) -> Option<Phrase> {
    let (day, end) = r.day(at + 1, false)?;
    if end != at + 3 {
        return None;
    }
    // "The 5th inst.", "the 28th ult.", as old letters and deeds name the month they are written in and the one before.
    let letters: [(&str, Shift); 4] = [("inst", Shift::This), ("instant", Shift::This), ("ult", Shift::Last), ("ultimo", Shift::Last)];
    if let Some((word, shift)) = letters.into_iter().find(|(word, _)| r.says(end, word)) {
        let last = if word.len() < 5 { r.past_stop(end + 1) } else { end + 1 };
        return Phrase::read(at, last, Core::DayOfMonth { day, shift });
    }
    // "On the 1st and 15th of every month" is no day.
    let recurs = |of: usize| r.is(of, Word::Of) && matches!(r.word(of + 1), Word::Each | Word::Every);
    let other = r.is(end, Word::And).then(|| r.day(r.past(end + 1, Word::The), false)).flatten();
    if other.is_some_and(|(_, end)| recurs(end)) {
        return None;
    }
    // "the 9th" alone: nothing that it could count may follow.
    let alone = matches!(
        r.word(end),
        Word::Punct(b'.' | b',' | b';' | b')' | b'-')
            | Word::End
            | Word::And
            | Word::To
            | Word::Of
            | Word::At
            | Word::PastVerb
            | Word::SaidVerb
            | Word::The
    ) || matches!(r.str(end), "he" | "she" | "they" | "it" | "we" | "when" | "with");
    let licensed = matches!(
        r.before(at),
        Word::On | Word::By | Word::Until | Word::From | Word::Of | Word::To | Word::Weekday(_) | Word::Since | Word::DayPart(_)
    );
    if !(alone && licensed) || r.is(end, Word::Of) && !matches!(r.word(end + 1), Word::This | Word::That | Word::Unit(Unit::Month)) {
        return None;
    }
    Phrase::read(at, end, Core::DayOfMonth { day, shift: Shift::Bare })
}

fn year_end(r: &Reader, at: usize) -> Option<Phrase> {
    let Word::Unit(unit @ (Unit::Year | Unit::Month)) = r.word(at) else { return None };
    if r.mark(at + 1, b'\'') && r.says(at + 2, "s") && r.says(at + 3, "end") {
        return Phrase::read(at, at + 4, Core::Period { unit, shift: Shift::That });
    }
    // "By year end", without its hyphen.
    let apart = r.says(at + 1, "end")
        && matches!(r.before(at), Word::By | Word::At | Word::Before | Word::Until | Word::About | Word::Since)
        && matches!(r.word(at + 2), Word::Punct(_) | Word::End | Word::And);
    if apart {
        return Phrase::read(at, at + 2, Core::LastDay(unit));
    }
    if !(r.mark(at + 1, b'-') && r.glued(at + 1) && r.glued(at + 2) && r.str(at + 2) == "end") || r.mark(at + 3, b'-') {
        return None;
    }
    Phrase::read(at, at + 3, Core::LastDay(unit))
}

impl Reader<'_> {
    /// "Sept. 9. 2001": a stray full stop between the day and the year.
    fn past_stop_before_year(&self, at: usize) -> usize {
        if self.mark(at, b'.') && self.glued(at) && self.digits(at + 1) == 4 { at + 1 } else { at }
    }
}
