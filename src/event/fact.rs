//! Counts, amounts and ages that a clause states, as intervals, so that they can be compared like dates.

use super::clause::{Part, Word};
use crate::span::Span;

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    Count,
    Amount,
    Age,
}

impl About {
    /// The name in the fixed interface.
    pub fn name(self) -> &'static str {
        match self {
            About::Count => "count",
            About::Amount => "amount",
            About::Age => "age",
        }
    }
}

/// A count, amount or age, in its words, as an interval of whole units (dollars, years, things counted).
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    pub about: About,
    /// What is counted, as a stem.
    pub of: String,
    pub span: Span,
    /// The number that is said, whatever bounds it: 400,000 in "more than 400,000".
    pub said: i64,
    pub low: i64,
    /// `None` is no upper end.
    pub high: Option<i64>,
    pub unit: String,
}

const SMALL: &[(&str, i64)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("dozen", 12),
];
const TIMES: &[&str] = &[
    "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minute", "minutes", "decade", "decades", "a.m",
    "p.m", "am", "pm", "percent", "%",
];
/// Words between a number and the thing counted.
const BETWEEN: &[&str] = &[
    "separate", "different", "other", "more", "new", "federal", "former", "additional", "known", "young", "alleged", "such", "of", "the",
    "his", "her", "its", "their", "law", "user", "opioid", "overdose", "previous",
];

/// Stems of what reports mostly count.
const COUNTED: &[&str] = &[
    "peopl", "death", "live", "victim", "person", "man", "woman", "children", "lawsuit", "suit", "case", "complaint", "count", "charg",
    "plaintiff", "employe", "worker", "state", "counti", "citi", "account", "imag", "photo", "video", "page", "document", "employee",
];

/// The facts that a run of words states; `dates` are no numbers.
pub fn facts(words: &[Word], dates: &[Span]) -> Vec<Fact> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < words.len() {
        let dated = dates.iter().any(|date| date.meets(words[i].span));
        if let Some(votes) = tally(words, i).filter(|_| !dated) {
            let new = |vote: &Fact| !out.iter().any(|told: &Fact| told.of == vote.of && told.said == vote.said);
            let votes: Vec<Fact> = votes.into_iter().filter(new).collect();
            out.extend(votes);
            i += 1;
            continue;
        }
        // A term is a stretch of time, and a fact all the same.
        let counted = || {
            let number = || age(words, i).or_else(|| share(words, i)).or_else(|| compound(words, i)).or_else(|| read(words, i));
            number().filter(|_| !dated)
        };
        match term(words, i).or_else(|| lasted(words, i)).or_else(counted) {
            Some((fact, next)) => {
                out.push(fact);
                i = next;
            }
            None => i += 1,
        }
    }
    out
}

/// "Voted 5-2", "a 6-3 ruling", "approved it on Monday, 6-1": the votes for and against; "unanimously", that nobody was against.
fn tally(words: &[Word], at: usize) -> Option<Vec<Fact>> {
    const VOTES: &[&str] = &["vote", "voted", "votes", "voting", "ruling", "decision", "ruled", "majority", "split", "margin"];
    const RESOLVED: &[&str] = &["approv", "reject", "pass", "adopt", "deni", "confirm", "back", "vote", "rule", "uphold", "overturn"];
    let fact = |of: &str, votes: i64| Fact {
        about: About::Count,
        of: of.to_owned(),
        span: words[at].span,
        said: votes,
        low: votes,
        high: Some(votes),
        unit: String::new(),
    };
    const PLAYED: &[&str] = &["won", "beat", "lost", "defeated", "game", "games", "season", "record"];
    let resolved = |reach: usize| {
        let near = &words[at.saturating_sub(reach)..(at + 4).min(words.len())];
        let played = near.iter().any(|w| PLAYED.contains(&w.lower.as_str()));
        !played && near.iter().any(|w| RESOLVED.contains(&w.stem.as_str()) && w.part == Part::Verb || VOTES.contains(&w.lower.as_str()))
    };
    if matches!(words[at].lower.as_str(), "unanimously" | "unanimous") && resolved(4) {
        return Some(vec![fact("votes against", 0)]);
    }
    let (ayes, nays) = words[at].lower.split_once(['-', '–'])?;
    let count = |digits: &str| digits.parse::<i64>().ok().filter(|count| (0..=999).contains(count));
    let (ayes, nays) = (count(ayes)?, count(nays)?);
    resolved(12).then(|| vec![fact("votes for", ayes), fact("votes against", nays)])
}

/// Verbs by which a thing grows or shrinks by a share, as stems, and which way.
const GROWS: &[(&str, &str)] = &[
    ("rise", "up"),
    ("rose", "up"),
    ("climb", "up"),
    ("jump", "up"),
    ("surg", "up"),
    ("gain", "up"),
    ("soar", "up"),
    ("increas", "up"),
    ("fall", "down"),
    ("fell", "down"),
    ("drop", "down"),
    ("declin", "down"),
    ("plung", "down"),
    ("tumbl", "down"),
    ("sink", "down"),
    ("sank", "down"),
    ("slid", "down"),
    ("slide", "down"),
    ("cut", "down"),
    ("reduc", "down"),
    ("lost", "down"),
    ("lose", "down"),
    ("plummet", "down"),
    ("shed", "down"),
];

/// By what share a thing rose or fell: "fell 31 percent", "plunged by nearly 12%". Whole percents, a part of one as what lies
/// around it.
fn share(words: &[Word], at: usize) -> Option<(Fact, usize)> {
    let lower = |i: usize| words.get(i).map_or("", |w| w.lower.as_str());
    let digits = lower(at);
    let (digits, end) = match digits.strip_suffix('%') {
        Some(digits) => (digits, at + 1),
        None if matches!(lower(at + 1), "percent" | "%") => (digits, at + 2),
        None => return None,
    };
    let value = digits.parse::<f64>().ok().filter(|value| (0.0..=1000.0).contains(value))?;
    let before = words[..at].iter().rev().take(4).take_while(|w| !w.mark);
    let way = before.into_iter().find_map(|w| GROWS.iter().find(|(stem, _)| *stem == w.stem))?.1;
    let slack =
        if matches!(lower(at.wrapping_sub(1)), "about" | "nearly" | "almost" | "roughly" | "around" | "some") { value / 10.0 } else { 0.0 };
    let (low, high) = ((value - slack).floor() as i64, (value + slack).ceil() as i64);
    let span = spanned(words, at, end);
    Some((
        Fact { about: About::Count, of: format!("percent {way}"), span, said: low, low, high: Some(high), unit: "percent".to_owned() },
        end,
    ))
}

/// "A 180-page report", "a 12-count indictment": what a thing is made of, in one word.
fn compound(words: &[Word], at: usize) -> Option<(Fact, usize)> {
    let (digits, thing) = words[at].lower.split_once('-')?;
    let of = match thing {
        "page" => "page",
        "count" => "count",
        "member" => "member",
        _ => return None,
    };
    let count = digits.replace(',', "").parse::<i64>().ok().or_else(|| SMALL.iter().find(|(word, _)| *word == digits).map(|(_, n)| *n))?;
    let fact = Fact {
        about: About::Count,
        of: of.to_owned(),
        span: words[at].span,
        said: count,
        low: count,
        high: Some(count),
        unit: String::new(),
    };
    Some((fact, at + 1))
}

/// How long somebody was suspended or held, or a thing lasted: "suspended for two weeks", "a 30-day suspension".
fn lasted(words: &[Word], at: usize) -> Option<(Fact, usize)> {
    const HELD: &[&str] = &[
        "suspend", "ban", "bar", "jail", "detain", "held", "hold", "last", "deliber", "clos", "testifi", "question", "interrog",
        "interview", "serv", "work", "employ", "sleep", "asleep",
    ];
    let lower = |i: usize| words.get(i).map_or("", |w| w.lower.as_str());
    let fact = |(low, high): (i64, Option<i64>), count: i64, unit: &str, to: usize| Fact {
        about: About::Count,
        of: "time".to_owned(),
        span: spanned(words, at, to),
        said: count,
        low,
        high,
        unit: unit.to_owned(),
    };
    let exact = |count: i64, slack: i64| (count - slack, Some(count + slack));
    if let Some((count, unit)) = lower(at).split_once('-').filter(|_| lower(at + 1) == "suspension" || lower(at + 1) == "ban") {
        let (days, slack) = days_of(unit)?;
        let count = count.parse::<i64>().ok().or_else(|| SMALL.iter().find(|(word, _)| *word == count).map(|(_, count)| *count))?;
        return Some((fact(exact(count * days, count * slack), count * days, "days", at + 1), at + 1));
    }
    // "After 11 hours of deliberations".
    if let Some((count, _, next)) =
        number(words, at).filter(|(count, money, _)| !money && (1.0..1000.0).contains(count) && count.fract() == 0.0)
        && lower(next + 1) == "of"
        && lower(next + 2).starts_with("deliberat")
    {
        let hours = matches!(lower(next), "hour" | "hours");
        let (days, slack) = if hours { (1, 0) } else { days_of(lower(next))? };
        let count = count as i64;
        let unit = if hours { "hours" } else { "days" };
        return Some((fact(exact(count * days, count * slack), count * days, unit, next + 3), next + 3));
    }
    let before = &words[at.saturating_sub(10)..at];
    let verb = before.iter().rposition(|w| HELD.contains(&w.stem.as_str()))?;
    // "For less than a month", "lasted only 24 days".
    let (bound, start) = bound(words, at);
    let near = before.len() - verb <= 6 || before[verb].stem == "serv" || before[verb].stem == "hold";
    let lasts = before[verb].stem == "last" && before[verb + 1..].iter().all(|w| w.lower == "only" || w.lower == "just");
    if !near || !(lower(at.wrapping_sub(1)) == "for" || lasts) || before[verb..].iter().any(|w| w.mark) {
        return None;
    }
    let (count, next) = match lower(start) {
        "a" | "an" => (1.0, start + 1),
        _ => number(words, start).filter(|(_, money, _)| !money).map(|(count, _, next)| (count, next))?,
    };
    let count = Some(count).filter(|count| (1.0..1000.0).contains(count) && count.fract() == 0.0)? as i64;
    let (unit, days, slack) = match lower(next) {
        "hour" | "hours" => ("hours", 1, 0),
        unit => days_of(unit).map(|(days, slack)| ("days", days, slack))?,
    };
    let (low, high) = bound.interval(count * days);
    let (low, high) = if matches!(bound, Bound::Exactly) { exact(low, count * slack) } else { (low, high) };
    Some((fact((low, high), count * days, unit, next + 1), next + 1))
}

/// The days of a unit, and by how many it may be longer or shorter.
fn days_of(unit: &str) -> Option<(i64, i64)> {
    match unit.trim_end_matches('s') {
        "day" => Some((1, 0)),
        "week" => Some((7, 0)),
        "month" => Some((30, 1)),
        "year" => Some((365, 1)),
        _ => None,
    }
}

/// "41-year-old Paul Reed" and "Paul Reed, 41,": somebody's age on the day of the telling, by the last word of the name.
fn age(words: &[Word], at: usize) -> Option<(Fact, usize)> {
    const OLDEST: i64 = 115;
    let word = &words[at];
    let named = |w: &Word| !w.mark && w.capital && w.lower.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '-'));
    let fact = |years: i64, of: &Word, from: usize, to: usize| Fact {
        about: About::Age,
        of: of.lower.trim_end_matches("'s").to_owned(),
        span: spanned(words, from, to),
        said: years,
        low: years,
        high: Some(years),
        unit: "years".to_owned(),
    };
    if let Some(years) = word.lower.strip_suffix("-year-old").and_then(|digits| digits.parse::<i64>().ok()) {
        let end = at + 1 + words[at + 1..].iter().take_while(|w| named(w)).count();
        // "Paul Reed, a 41-year-old clerk".
        let set_off = at >= 3 && matches!(words[at - 1].lower.as_str(), "a" | "an" | "the") && words[at - 2].lower == ",";
        // "A 41-year-old man": whom no name tells of.
        const WHOM: &[&str] = &["man", "woman", "boy", "girl", "driver", "teenager", "student", "officer"];
        let nameless = || (at + 1..words.len().min(at + 3)).find(|at| WHOM.contains(&words[*at].lower.as_str()));
        let of = if end > at + 1 { Some(end - 1) } else { Some(at).filter(|at| set_off && named(&words[at - 3])).map(|at| at - 3) };
        let of = of.or_else(nameless);
        return of.filter(|_| years <= OLDEST).map(|of| (fact(years, &words[of], at, at + 1), at + 1));
    }
    let years = word.lower.parse::<i64>().ok().filter(|years| (1..=OLDEST).contains(years) && word.lower.len() <= 3)?;
    let set_off = at >= 2 && words[at - 1].lower == "," && named(&words[at - 2]);
    let closes = words.get(at + 1).is_none_or(|w| w.mark && matches!(w.lower.as_str(), "," | "." | ";" | ")"));
    (set_off && closes).then(|| (fact(years, &words[at - 2], at, at + 1), at + 1))
}

/// A term of prison or probation, in months: "sentenced to 12 years", "47 months in prison".
fn term(words: &[Word], at: usize) -> Option<(Fact, usize)> {
    const SERVED: &[&str] = &["prison", "jail", "bars", "probation", "custody", "imprisonment", "incarceration"];
    // "A 12-year sentence", "a 30-month prison term".
    if let Some((digits, unit)) = words[at].lower.split_once('-')
        && let Some(months) = [("year", 12), ("month", 1)].iter().find(|(name, _)| *name == unit).map(|(_, months)| *months)
        && words[at + 1..].iter().take(3).take_while(|w| !w.mark).any(|w| matches!(w.lower.as_str(), "sentence" | "term"))
        && words[at + 1..].iter().take(2).any(|w| matches!(w.lower.as_str(), "sentence" | "prison" | "jail" | "federal" | "state"))
    {
        let count = digits.parse::<i64>().ok().or_else(|| SMALL.iter().find(|(word, _)| *word == digits).map(|(_, n)| *n));
        let whole = count.filter(|count| (1..1000).contains(count))? * months;
        let span = words[at].span;
        let of = "prison".to_owned();
        let fact = Fact { about: About::Count, of, span, said: whole, low: whole, high: Some(whole), unit: "months".to_owned() };
        return Some((fact, at + 1));
    }
    // "Life in prison", "sentenced him to life": longer than any term of years.
    const LIFE: i64 = 1200;
    let sentenced = || words[..at].iter().rev().take(9).any(|w| matches!(w.lower.as_str(), "sentenced" | "sentence"));
    if words[at].lower == "life"
        && at > 0
        && words[at - 1].lower == "to"
        && !(at > 1 && words[at - 2].lower.starts_with("year"))
        && sentenced()
    {
        let of = "prison".to_owned();
        let fact = Fact { about: About::Count, of, span: words[at].span, said: LIFE, low: LIFE, high: None, unit: "months".to_owned() };
        return Some((fact, at + 1));
    }
    let (value, money, next) = number(words, at)?;
    let months = match words.get(next).map(|w| w.lower.as_str())? {
        "years" | "year" => 12,
        "months" | "month" => 1,
        _ => return None,
    };
    let lower = |i: usize| words.get(i).map_or("", |w| w.lower.as_str());
    let served = (next + 1..next + 4).find(|i| SERVED.contains(&lower(*i)));
    let given = at >= 2 && lower(at - 1) == "to" && words[..at - 1].iter().rev().take(12).any(|w| w.lower == "sentenced")
        || at >= 2
            && matches!(lower(at - 1), "about" | "nearly" | "least" | "almost" | "just")
            && words[..at].iter().rev().take(4).any(|w| w.lower == "sentenced");
    if matches!(lower(next + 1), "after" | "later" | "ago" | "before" | "earlier") {
        return None;
    }
    if money || value > 1e4 || served.is_none() && !given {
        return None;
    }
    let of = if served.is_some_and(|i| lower(i) == "probation") { "probation" } else { "prison" };
    let whole = (value * f64::from(months)).round() as i64;
    let about = match lower(at.wrapping_sub(1)) {
        "to" if at >= 2 && lower(at - 2) == "up" => (0, Some(whole)),
        "than" if at >= 2 && lower(at - 2) == "more" => (whole + 1, None),
        "least" => (whole, None),
        "nearly" | "almost" => (whole - whole / 10, Some(whole)),
        "about" | "around" => (whole - whole / 10, Some(whole + whole / 10)),
        _ => (whole, Some(whole)),
    };
    // "25 years to life".
    let about = if lower(next + 1) == "to" && lower(next + 2) == "life" { (whole, None) } else { about };
    let span = spanned(words, at, next + 1);
    let fact = Fact { about: About::Count, of: of.to_owned(), span, said: whole, low: about.0, high: about.1, unit: "months".to_owned() };
    Some((fact, next + 1))
}

/// A number and the word after it: its value, and whether it is money.
pub(crate) fn number(words: &[Word], at: usize) -> Option<(f64, bool, usize)> {
    let word = words.get(at).filter(|w| !w.mark)?;
    let lower = word.lower.as_str();
    let money = lower.starts_with(['$', '£', '€']);
    let digits = lower.trim_start_matches(['$', '£', '€']);
    let mut next = at + 1;
    let mut value = if digits.starts_with(|c: char| c.is_ascii_digit()) {
        let tail = digits.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
        let head = &digits[..digits.len() - tail.len()];
        let scale = match tail {
            "" => 1.0,
            "bn" | "b" => 1e9,
            "m" | "mn" => 1e6,
            "k" => 1e3,
            _ => return None,
        };
        head.trim_end_matches(['.', ',']).replace(',', "").parse::<f64>().ok()? * scale
    } else {
        SMALL.iter().find(|(word, _)| *word == lower)?.1 as f64
    };
    if let Some(scale) = words.get(next).filter(|w| !w.mark) {
        let factor = match scale.lower.as_str() {
            "hundred" => 1e2,
            "thousand" => 1e3,
            "million" => 1e6,
            "billion" => 1e9,
            "dozen" => 12.0,
            _ => 1.0,
        };
        if factor > 1.0 {
            value *= factor;
            next += 1;
        }
    }
    Some((value, money, next))
}

fn read(words: &[Word], at: usize) -> Option<(Fact, usize)> {
    let lower = |i: usize| words.get(i).map_or("", |w| w.lower.as_str());
    // "hundreds of thousands of views", "thousands of retweets"
    if let Some((low, high, next)) = vague(words, at) {
        let (of, end) = counted(words, next)?;
        let unit = rate(words, end);
        return Some((Fact { about: About::Count, of, span: spanned(words, at, end), said: low, low, high: Some(high), unit }, end));
    }
    let (bound, start) = bound(words, at);
    let start = if lower(start) == "a" { start + 1 } else { start };
    let (value, money, next) = number(words, start)?;
    if value > 9e15 {
        return None;
    }
    let (about, of, end, unit) = if money {
        (About::Amount, nearest_amount_noun(words, start), next, "dollars".to_owned())
    } else if lower(start).ends_with("-year-old") {
        return None;
    } else if matches!(lower(next), "dollars" | "dollar") {
        (About::Amount, nearest_amount_noun(words, start), next + 1, "dollars".to_owned())
    } else {
        let (of, end) = counted(words, next)?;
        // "Fired four times", "shot him four times" and "fired four rounds" count shots.
        let fired = words[at.saturating_sub(5)..at].iter().any(|w| matches!(w.stem.as_str(), "fire" | "shoot" | "shot"));
        let of = if fired && matches!(of.as_str(), "time" | "round" | "bullet") { "shot".to_owned() } else { of };
        (About::Count, of, end, rate(words, end))
    };
    let whole = value.round() as i64;
    let (low, high) = bound.interval(whole);
    Some((Fact { about, of, span: spanned(words, at, end), said: whole, low, high, unit }, end))
}

/// How the words before a number bound it.
#[derive(Clone, Copy)]
enum Bound {
    Exactly,
    AtLeast,
    AtMost,
    Over,
    Under,
    Nearly,
    About,
}

impl Bound {
    /// The least and the most that a number so bounded can be.
    fn interval(self, whole: i64) -> (i64, Option<i64>) {
        match self {
            Bound::Exactly => (whole, Some(whole)),
            Bound::AtLeast => (whole, None),
            Bound::AtMost => (0, Some(whole)),
            Bound::Over => (whole + 1, None),
            Bound::Under => (0, Some(whole - 1)),
            Bound::Nearly => (whole - whole / 10, Some(whole)),
            Bound::About => (whole - whole / 10, Some(whole + whole / 10)),
        }
    }
}

/// The bound that stands at a word, and the word of the number behind it.
fn bound(words: &[Word], at: usize) -> (Bound, usize) {
    let lower = |i: usize| words.get(i).map_or("", |w| w.lower.as_str());
    let (bound, start) = match (lower(at), lower(at + 1)) {
        ("at", "least") | ("no", "fewer") | ("no", "less") => (Bound::AtLeast, at + 2),
        ("at", "most") | ("up", "to") => (Bound::AtMost, at + 2),
        ("more" | "greater", "than") => (Bound::Over, at + 2),
        ("less" | "fewer", "than") => (Bound::Under, at + 2),
        ("over" | "above", _) => (Bound::Over, at + 1),
        ("under" | "nearly" | "almost", _) => (Bound::Nearly, at + 1),
        ("about" | "around" | "roughly" | "approximately" | "some", _) => (Bound::About, at + 1),
        _ => return (Bound::Exactly, at),
    };
    (bound, if lower(start) == "than" { start + 1 } else { start })
}

fn spanned(words: &[Word], from: usize, to: usize) -> Span {
    words[from].span.cover(words[to - 1].span)
}

/// "Each year", where a number is told of every year, and no total is.
fn rate(words: &[Word], after: usize) -> String {
    let said: Vec<&str> = words[after.min(words.len())..].iter().take(5).take_while(|w| !w.mark).map(|w| w.lower.as_str()).collect();
    let yearly = said.iter().any(|w| matches!(*w, "annually" | "yearly"))
        || said.windows(2).any(|w| matches!(w, ["a" | "per" | "each" | "every", "year" | "month" | "week" | "day"]));
    if yearly { "each".to_owned() } else { String::new() }
}

/// "thousands of", "hundreds of thousands of": the interval and the word after.
fn vague(words: &[Word], at: usize) -> Option<(i64, i64, usize)> {
    let lower = |i: usize| words.get(i).map_or("", |w| w.lower.as_str());
    let scale = |word: &str| match word {
        "tens" => Some((20, 99)),
        "dozens" => Some((24, 99)),
        // "Thousands" may be tens of them.
        "hundreds" => Some((200, 999)),
        "thousands" => Some((2_000, 999_999)),
        "millions" => Some((2_000_000, 999_999_999)),
        "billions" => Some((2_000_000_000, 999_999_999_999)),
        _ => None,
    };
    let (low, high) = scale(lower(at))?;
    if lower(at + 1) == "of"
        && let Some(factor) = match lower(at + 2) {
            "thousands" => Some(1_000),
            "millions" => Some(1_000_000),
            "billions" => Some(1_000_000_000),
            _ => None,
        }
    {
        let next = if lower(at + 3) == "of" { at + 4 } else { at + 3 };
        return Some((low * factor, (high.min(999) + 1) * factor - 1, next));
    }
    (lower(at + 1) == "of" && lower(at) != "tens").then_some((low, high, at + 2))
}

/// The stem of the noun that a number counts, and the word after it.
fn counted(words: &[Word], at: usize) -> Option<(String, usize)> {
    let mut i = at;
    while words.get(i).is_some_and(|w| !w.mark && (BETWEEN.contains(&w.lower.as_str()) || w.lower.ends_with("ed") && i == at)) && i < at + 4
    {
        i += 1;
    }
    // "400,000 OD deaths", "1,500 similar lawsuits": one word of any sort may stand before what is mostly counted.
    let known = |i: usize| words.get(i).is_some_and(|w| !w.mark && COUNTED.contains(&w.stem.as_str()));
    if words.get(i).is_some_and(|w| !w.mark) && !known(i) && known(i + 1) {
        i += 1;
    }
    // "Fourteen U.S. states", "1.2 million EmberGlow heaters": one name before what is counted.
    let named = |w: &Word| w.capital && !w.lower.ends_with("ns") && w.lower.chars().all(|c| c.is_alphabetic() || c == '.');
    if i > 0 && words.get(i).is_some_and(|w| !w.mark && named(w)) {
        let stop = usize::from(words.get(i + 1).is_some_and(|w| w.mark && w.lower == "."));
        let counts = |w: &Word| !w.mark && !w.capital && w.lower.len() > 4 && w.lower.ends_with('s') && !w.lower.ends_with("ss");
        if words.get(i + 1 + stop).is_some_and(counts) {
            i += 1 + stop;
        }
    }
    let noun = words.get(i).filter(|w| !w.mark)?;
    let plural = noun.lower.ends_with('s') && noun.lower.len() > 3 && !noun.lower.ends_with("ss") && !noun.lower.ends_with("'s")
        || matches!(noun.lower.as_str(), "people" | "men" | "women" | "children");
    let singular_one = words.get(at.wrapping_sub(1)).is_some_and(|w| w.lower == "one") && noun.lower.chars().all(char::is_alphabetic);
    let demonym = noun.capital && noun.lower.ends_with("ns");
    if TIMES.contains(&noun.lower.as_str()) || !(plural || singular_one) || noun.capital && i > 0 && !demonym {
        return None;
    }
    if singular_one && !plural {
        return None;
    }
    Some((thing(noun), i + 1))
}

/// What is counted, with the words for one thing folded: people who died are people, deaths and lives alike.
fn thing(noun: &Word) -> String {
    match noun.stem.as_str() {
        "peopl" | "death" | "live" | "victim" | "person" | "american" | "man" | "men" | "woman" | "women" => "people".to_owned(),
        "lawsuit" | "suit" | "case" | "complaint" => "suit".to_owned(),
        "job" | "posit" | "worker" | "employe" | "employee" | "staffer" => "worker".to_owned(),
        stem => stem.to_owned(),
    }
}

/// What an amount of money is of: the nearest noun of paying, fining or asking in the clause.
fn nearest_amount_noun(words: &[Word], at: usize) -> String {
    const NOUNS: &[&str] = &[
        "fine", "settlement", "judgment", "judgement", "award", "payment", "damages", "fee", "bail", "bond", "penalty", "loan", "donation",
        "speech", "deal", "verdict", "salary", "ransom", "debt", "profit", "revenue", "budget",
    ];
    let distance = |i: usize| i.abs_diff(at);
    /// Words between them at most: "a fine of $50,000", "$25 million in damages".
    const NEAR: usize = 4;
    let near = |(i, w): &(usize, &Word)| NOUNS.contains(&w.lower.as_str()) && distance(*i) <= NEAR;
    words.iter().enumerate().filter(near).min_by_key(|(i, _)| distance(*i)).map_or_else(
        || "money".to_owned(),
        |(_, w)| match w.lower.as_str() {
            // One bargain's money under its several names.
            "settlement" | "deal" | "payment" => "money".to_owned(),
            "bail" | "bond" => "bail".to_owned(),
            "judgment" | "judgement" | "award" | "verdict" => "judgment".to_owned(),
            _ => w.stem.clone(),
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::clause::analyse;

    fn read(text: &str) -> Vec<(String, i64, Option<i64>)> {
        facts(&analyse(text, Span::new(0, text.len()), &[]).words, &[]).into_iter().map(|f| (f.of, f.low, f.high)).collect()
    }

    #[test]
    fn counts_are_intervals() {
        let rows: &[(&str, &str, i64, Option<i64>)] = &[
            ("It surfaced under two accounts that were known.", "account", 2, Some(2)),
            ("It appeared in at least three separate accounts.", "account", 3, None),
            ("It had over 167,000 views.", "view", 167_001, None),
            ("It received hundreds of thousands of views.", "view", 200_000, Some(999_999)),
            ("About 400 people came.", "people", 360, Some(440)),
            ("He was sentenced to 12 years.", "prison", 144, Some(144)),
            ("A jury sentenced Paul Dorn to 12 years.", "prison", 144, Some(144)),
            ("He received a 12-year sentence on Monday.", "prison", 144, Some(144)),
            ("He was convicted after 11 hours of deliberations.", "time", 11, Some(11)),
            ("She sentenced him to life in prison.", "prison", 1200, None),
            ("He was sentenced to 25 years to life.", "prison", 300, None),
            ("A 41-year-old man died.", "man", 41, Some(41)),
            ("She testified for three hours.", "time", 3, Some(3)),
            ("He served as its chief for less than a month.", "time", 0, Some(29)),
            ("She worked there for six years.", "time", 2184, Some(2196)),
            ("Its shares fell 31 percent.", "percent down", 31, Some(31)),
            ("Profit rose 3.1% in May.", "percent up", 3, Some(4)),
            ("The 180-page report came out.", "page", 180, Some(180)),
            ("They voted unanimously to fire him.", "votes against", 0, Some(0)),
            ("The mill cut 300 jobs.", "worker", 300, Some(300)),
            ("She got 47 months in prison.", "prison", 47, Some(47)),
            ("He faces up to five years in prison.", "prison", 0, Some(60)),
            ("A deputy shot 41-year-old Paul Reed.", "reed", 41, Some(41)),
            ("Paul Reed, 44, was shot.", "reed", 44, Some(44)),
            ("The firm recalled 1.2 million EmberGlow heaters.", "heater", 1_200_000, Some(1_200_000)),
            ("Fourteen U.S. states sued.", "state", 14, Some(14)),
            ("Paul Reed, a 41-year-old clerk, was shot.", "reed", 41, Some(41)),
            ("The guard fired four times at him.", "shot", 4, Some(4)),
            ("The board suspended her for two weeks.", "time", 14, Some(14)),
            ("She got a 30-day suspension.", "time", 30, Some(30)),
            ("It paid $572 million in damages.", "damag", 572_000_000, Some(572_000_000)),
        ];
        for (text, of, low, high) in rows {
            assert_eq!(read(text), [((*of).to_owned(), *low, *high)], "{text}");
        }
        assert!(read("It took two weeks.").is_empty());
        let votes = [("votes for".to_owned(), 5, Some(5)), ("votes against".to_owned(), 2, Some(2))];
        assert_eq!(read("The board voted 5-2 to fire him."), votes);
        assert_eq!(read("The board approved the plan on Monday, 5-2."), votes);
        assert!(read("The home team won 5-2 on Monday.").is_empty());
    }
}
