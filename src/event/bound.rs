//! What bounds a date sets: a day, a limit, all before or after it; and dates that something is only measured against.

use super::clause::{Part, Sentence, Word};
use super::word_at;
use crate::date::{DateMention, Part as PartOf, TimeOfDay, Value, When, add_days, add_months};
use crate::document::Document;
use chrono::Datelike;
use std::ops::Range;

/// The bounds that the words before a date set.
pub(super) struct Bounds {
    /// The window that they leave; `None` where they set none.
    pub when: Option<When>,
    /// How many words before the date belong to it.
    pub words: usize,
    /// It is a limit that a paper or a person sets.
    pub deadline: bool,
}

/// Reads what the words before a date make of it for a trigger: a day, a limit, or all that lies before or after.
pub(super) fn bounds(document: &Document, sentence: &Sentence, date: &DateMention, when: Option<When>, trigger: usize) -> Bounds {
    let word = word_at(sentence, date.span.start());
    let before = sentence.words[..word].iter().rev().take(3).map(|w| w.lower.as_str());
    let before: Vec<&str> = before.map(|said| if said == "following" { "after" } else { said }).collect();
    // "After Friday's hearing" bounds by the hearing.
    let behind_it = &document.prose()[date.span.end()..];
    let owned = behind_it.starts_with("'s") || behind_it.starts_with("’s");
    let behind = sentence.words[word..].iter().find(|w| w.span.start() >= date.span.end());
    let named = behind.is_some_and(|w| !w.mark && matches!(w.part, Part::EventNoun | Part::Other) && w.span.start() == date.span.end() + 1);
    // "Not expected until May", "will not take place before the fall": then or later. "Was not told until May" is told in May.
    let led = || sentence.words[..word].iter().rev().skip(1).take(9).take_while(|w| !w.mark);
    let refused = led().any(|w| w.lower == "not" || w.lower.ends_with("n't") || w.lower == "cannot");
    let to_come = refused
        && led().any(|w| {
            matches!(w.lower.as_str(), "will" | "would" | "shall" | "expected" | "likely" | "can" | "could" | "cannot" | "may" | "might")
                || w.lower.ends_with("n't") && !matches!(w.lower.as_str(), "didn't" | "wasn't" | "weren't" | "hadn't")
        });
    let waits = sentence.words[..word].iter().rev().skip(1).take(2).any(|w| w.stem == "wait");
    let is_limit = !waits
        && sentence.words[trigger].part == Part::Infinitive
        && sentence.words[trigger].span.start() > date.span.end()
        && matches!(before.as_slice(), ["until" | "till", ..]);
    // "The hearing was adjourned until June 15": what puts it off may stand behind the trigger.
    let verb = sentence.words[..word].iter().rposition(|w| w.part == Part::Verb);
    // "Could last until 2021" ends then.
    let lasts = LASTS.contains(&sentence.words[trigger].lower.as_str());
    let sets = puts_off(sentence, verb.unwrap_or(trigger)) || sentence.words[trigger].part == Part::Infinitive && !lasts;
    let opens_when = when_clause(sentence, date).is_some_and(|clause| clause.contains(&trigger));
    let of_noun = behind.is_some_and(|w| w.span == sentence.words[trigger].span);
    let counted = counted(sentence, word, when, trigger);
    let measured = happening_dated(sentence, word).filter(|border| trigger < *border && counted.is_none()).and_then(|border| {
        let told = border > 0 && UNITS.contains(&sentence.words[border - 1].lower.as_str());
        let side = if sentence.words[border].lower == "after" { When::after } else { When::before };
        Some((border, when.filter(|_| told).and_then(side)?))
    });
    let (when, words) = match before.as_slice() {
        _ if counted.is_some() => counted.map_or((None, 0), |counted| (Some(counted.when), counted.words)),
        // "About two weeks after the flood of June 1": not of that day, and no day is counted.
        _ if measured.is_some() => measured.map_or((None, 0), |(border, when)| (Some(when), word - border)),
        _ if owned => (None, 0),
        // "Until August 2, when he asked to leave": the asking is of that day.
        _ if opens_when => (None, 0),
        // "Shortly before 8 p.m." is of that day.
        _ if matches!(date.value, Value::Time { time: TimeOfDay::Clock { .. }, .. }) => (None, 0),
        // "On or before July 21" holds that day.
        ["before", "or", "on"] => (when.and_then(When::by), 3),
        ["after", "or", "on"] => (when.and_then(When::from), 3),
        ["before" | "until" | "till", ..] if to_come => (when.and_then(When::from), 1),
        // "Has until Tuesday to sign it" is a limit.
        ["until" | "till", ..] if is_limit => (when.and_then(When::by), 1),
        // "Held until Monday" ends then; "extended until Monday" takes it for its new day.
        ["until" | "till" | "through" | "thru", ..] if !refused && !sets && !waits => (when.and_then(When::by), 1),
        ["least", "at", "until" | "till"] if to_come => (when.and_then(When::from), 3),
        ["than", "earlier" | "sooner", "no" | "not"] => (when.and_then(When::from), 3),
        ["by", ..] if sentence.words[trigger].lower != "filed" => (when.and_then(When::by), 1),
        // "Before the end of 2011" is within its last part.
        ["before", ..] if when.is_some_and(|when| when.which_part() == Some(PartOf::Late)) => (when.and_then(When::by), 1),
        ["before", ..] => (when.and_then(When::before), 1),
        // "Before the October trial": the trial may come on any day of its month.
        // "After the July 5 hearing": the hearing is of that day.
        ["the" | "that" | "his" | "her" | "its" | "their", "before" | "after", ..] if named && of_noun => (None, 0),
        ["the" | "that" | "his" | "her" | "its" | "their", "before", ..] if named => (when.and_then(When::by), 2),
        ["the" | "that" | "his" | "her" | "its" | "their", "after", ..] if named => (when.and_then(When::from), 2),
        ["to", "prior", ..] => (when.and_then(When::before), 2),
        // What has been so since a day is so on the day of the telling; what had been so ended nobody knows when.
        ["since", ..] if had_been(sentence, trigger) => (when.and_then(When::from), 1),
        ["since", ..] => {
            (when.zip(document.day()).and_then(|(from, day)| When::lasting(from, When::day(day))).or(when.and_then(When::from)), 1)
        }
        // "From 2014 until he was fired": then and later.
        ["from", ..] if date.until.is_none() && behind.is_some_and(|w| matches!(w.lower.as_str(), "until" | "till")) => {
            (when.and_then(When::from), 1)
        }
        // "Starting from 2003": then and later.
        ["from" | "in" | "on" | "with", start, ..] if date.until.is_none() && super::tie::STARTS.contains(start) => {
            (when.and_then(When::from), 2)
        }
        ["than", "later", "no"] => (when.and_then(When::by), 3),
        ["after", ..] => (when.and_then(When::after), 1),
        _ => (None, 0),
    };
    let deadline = is_limit
        || matches!(before.as_slice(), ["than", "later", "no"] | ["before", "or", "on"])
        || counted.is_some_and(|counted| counted.deadline)
        || matches!(before.as_slice(), ["by", ..]) && sentence.words[trigger].part == Part::Infinitive;
    Bounds { when, words, deadline }
}

/// Whether a trigger is told in the past perfect: "had worked", "had been".
fn had_been(sentence: &Sentence, trigger: usize) -> bool {
    let clause = sentence.words[trigger].clause;
    sentence.words[..trigger].iter().rev().take(4).any(|w| w.clause == clause && matches!(w.lower.as_str(), "had" | "'d" | "’d"))
}

/// The words of the clause that "when" opens behind a date: "since 2018, when a judge ordered".
pub(super) fn when_clause(sentence: &Sentence, date: &DateMention) -> Option<Range<usize>> {
    let words = &sentence.words;
    let behind = words.iter().position(|w| w.span.start() >= date.span.end())?;
    let when = if words[behind].lower == "," { behind + 1 } else { behind };
    words.get(when).filter(|w| w.lower == "when")?;
    let ends = |w: &Word| w.mark && matches!(w.lower.as_str(), "," | ";" | "—" | "–" | "(");
    let length = words[when + 1..].iter().take(16).take_while(|w| !ends(w)).count();
    Some(when + 1..when + 1 + length)
}

/// Verbs of what goes on until a day.
const LASTS: &[&str] = &["last", "stay", "remain", "run", "serve", "live", "work"];

/// Whether a verb's "until" names the day that a thing is put off to.
pub(super) fn puts_off(sentence: &Sentence, trigger: usize) -> bool {
    const STEMS: &[&str] = &["postpon", "delay", "extend", "adjourn", "defer", "continu", "push", "reschedul", "reset", "move"];
    let word = &sentence.words[trigger];
    STEMS.contains(&word.stem.as_str()) || word.stem == "put" && sentence.words.get(trigger + 1).is_some_and(|w| w.lower == "off")
}

/// Words that leave a count open, or make it one of how long.
const HEDGES: &[&str] = &["than", "about", "some", "nearly", "almost", "roughly", "over", "around", "approximately", "to", "under", "for"];

/// A day counted from a date in words: "within 14 days of June 10", "thirty (30) days after April 1".
#[derive(Clone, Copy)]
struct Counted {
    when: When,
    /// Words before the date that belong to it.
    words: usize,
    deadline: bool,
}

/// Reads what stands before a date as a count of days, weeks, months or years to or from it, or from the happening that it
/// dates ("a week after the flood of June 1"). Days of business or of court are not counted: their holidays are the court's.
fn counted(sentence: &Sentence, date: usize, when: Option<When>, trigger: usize) -> Option<Counted> {
    let words = &sentence.words;
    let day = when?.exact()?;
    let end = happening_dated(sentence, date).filter(|border| trigger < *border).map_or(date, |border| border + 1);
    let lower = |back: usize| end.checked_sub(back).map_or("", |at| words[at].lower.as_str());
    let (sign, within_only) = match lower(1) {
        "after" | "from" | "following" => (1, false),
        "of" => (1, true),
        "before" => (-1, false),
        _ => return None,
    };
    // "The day after March 3".
    if lower(2) == "day" && lower(3) == "the" && !within_only {
        let when = When::day(add_days(day, sign)?);
        return Some(Counted { when, words: date - (end - 3), deadline: false });
    }
    let unit = lower(2);
    // "Thirty (30) days" has its digits in brackets.
    let bracketed = lower(3) == ")" && lower(5) == "(";
    let number = if bracketed { end.checked_sub(4)? } else { end.checked_sub(3)? };
    let count = if matches!(words[number].lower.as_str(), "a" | "an") {
        1
    } else {
        let (count, money, _) = super::fact::number(words, number)?;
        if money || count.fract() != 0.0 || count > 3_660.0 {
            return None;
        }
        count as i64
    };
    let months = |each: i64| add_months(day, i32::try_from(sign * each * count).ok()?);
    // "Two years and two months after": other units do not add up to one grain.
    let joined = number.checked_sub(2).filter(|_| words[number - 1].lower == "and" && UNITS.contains(&words[number - 2].lower.as_str()));
    if let Some(joined) = joined {
        let years = super::fact::number(words, joined.checked_sub(1)?).filter(|(years, money, _)| !money && years.fract() == 0.0)?.0 as i64;
        let of_years = matches!(words[joined].lower.as_str(), "year" | "years") && matches!(unit, "month" | "months");
        let day = add_months(day, i32::try_from(sign * (12 * years + count)).ok()?).filter(|_| of_years && years < 100)?;
        return Some(Counted { when: When::month(day.year(), day.month())?, words: date - (joined - 1), deadline: false });
    }
    let day = match unit {
        "day" | "days" => add_days(day, sign * count)?,
        "week" | "weeks" => add_days(day, sign * 7 * count)?,
        "month" | "months" => months(1)?,
        "year" | "years" => months(12)?,
        _ => return None,
    };
    let mut first = if bracketed { number.checked_sub(2)? } else { number };
    let lead = |at: usize, back: usize| at.checked_sub(back).map_or("", |at| words[at].lower.as_str());
    let deadline = match (lead(first, 1), lead(first, 2), lead(first, 3)) {
        ("within", ..) => {
            first -= 1;
            true
        }
        ("than", "later", "no" | "not") => {
            first -= 3;
            true
        }
        ("least", "at", _) => {
            first -= 2;
            true
        }
        // "More than 14 days after", "about two weeks before" count no day.
        (hedge, ..) if within_only || HEDGES.contains(&hedge) => return None,
        _ => false,
    };
    // "At least 30 days after" is no sooner; every other limit is no later.
    let limit = if lead(first + 1, 0) == "least" && sign > 0 { When::from } else { When::by };
    let when = match unit {
        _ if deadline => limit(When::day(day))?,
        // A count of months or years is told to the month.
        "month" | "months" | "year" | "years" => When::month(day.year(), day.month())?,
        _ => When::day(day),
    };
    Some(Counted { when, words: date - first, deadline })
}

/// The border of "after the flood of June 1", "before his trial on March 3": the word on which a happening hangs that the
/// date is of.
fn happening_dated(sentence: &Sentence, date: usize) -> Option<usize> {
    let words = &sentence.words;
    if date == 0 || !matches!(words[date - 1].lower.as_str(), "of" | "on") {
        return None;
    }
    let open = |w: &Word| !w.mark && w.part != Part::Verb && w.part != Part::Infinitive;
    let named = words[..date - 1].iter().rev().take(5).take_while(|w| open(w) && !is_border(w)).count();
    let border = (date - 1).checked_sub(named + 1)?;
    let determined = matches!(words[border + 1].lower.as_str(), "the" | "a" | "an" | "his" | "her" | "its" | "their" | "that");
    (named > 1 && is_border(&words[border]) && determined).then_some(border)
}

/// Units of which a distance to another happening is told: "two months after he was shot".
pub(super) const UNITS: &[&str] = &[
    "second", "seconds", "minute", "minutes", "moment", "moments", "hour", "hours", "day", "days", "night", "week", "weeks", "month",
    "months", "year", "years", "decade", "decades",
];

pub(super) fn is_border(word: &Word) -> bool {
    matches!(word.lower.as_str(), "before" | "after")
}

/// Whether a date only bounds what is told from one side: "months before Election Day".
pub(super) fn is_bound(sentence: &Sentence, date: &DateMention) -> bool {
    const WEEKDAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let first = word_at(sentence, date.span.start());
    let led = |back: usize| first.checked_sub(back).map_or("", |at| sentence.words[at].lower.as_str());
    let by_weekday = matches!(led(1), "before" | "after" | "following") && WEEKDAYS.contains(&led(2));
    by_weekday || first > 1 && is_border(&sentence.words[first - 1]) && UNITS.contains(&led(2))
}

/// Whether a date only names what something is measured against: "up from 18 the week before", "compared with 2018", "a
/// change from last June".
pub(super) fn is_baseline(sentence: &Sentence, date: &DateMention) -> bool {
    let first = word_at(sentence, date.span.start());
    let near = |back: usize| first.checked_sub(back).map(|at| &sentence.words[at]).filter(|w| !w.mark).map_or("", |w| w.lower.as_str());
    let span = (1..=5).take_while(|back| !near(*back).is_empty());
    span.into_iter().any(|back| match near(back) {
        "than" => !matches!(near(back + 1), "later" | "earlier" | "sooner") && (1..back).all(|n| LINKS.contains(&near(n))),
        "compared" => back <= 4,
        "from" => {
            matches!(near(back + 1), "up" | "down") && is_count(near(back - 1))
                || matches!(near(back + 1), "change" | "reversal" | "departure" | "shift" | "turnabout")
        }
        _ => false,
    })
}

/// Whether a date only tells of a citation: "(last visited May 4, 2021)", "(as amended Dec. 1, 2010)".
pub(super) fn is_of_citation(sentence: &Sentence, date: &DateMention) -> bool {
    const SAYS: &[&str] = &[
        "last", "visited", "accessed", "viewed", "as", "amended", "eff", "effective", "rev", "revised", "updated", "codified", "repealed",
        ".", "and", "decided", "archived",
    ];
    let first = word_at(sentence, date.span.start());
    let lead = sentence.words[..first].iter().rev().take_while(|w| SAYS.contains(&w.lower.as_str())).count();
    let opens = |at: usize| sentence.words[at].lower == "(";
    (1..=4).contains(&lead) && first > lead && opens(first - lead - 1)
}

/// Words between "than" and the date that it compares with.
const LINKS: &[&str] = &["in", "on", "at", "the", "a", "of", "during", "for", "same", "it", "they", "was", "were", "did"];

/// Whether a word is a number or an amount.
fn is_count(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '£' | '€'))
}

/// "PARIS, April 8 (Wire) — The race will take place in July": a place and a day before a dash say whence and when the text was
/// sent.
pub(super) fn is_place_line(sentence: &Sentence, date: &DateMention, text: &str) -> bool {
    let lead = &text[sentence.span.start()..date.span.start().max(sentence.span.start())];
    let place = lead.trim_end().strip_suffix(',').unwrap_or("");
    let capitals = place.len() > 2 && place.split(',').next().is_some_and(|name| !name.chars().any(char::is_lowercase));
    let tail: String = text[date.span.end()..].chars().take(30).collect();
    // "July 12 (Wire) - The chief was fired on Thursday": the day alone, before who sent it.
    let bracket = tail.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')'));
    if lead.trim().is_empty() && bracket.is_some_and(|(_, rest)| rest.trim_start().starts_with(['—', '–', '-'])) {
        return true;
    }
    capitals && lead.len() <= 40 && tail.trim_start().starts_with(['—', '–', '-', '(']) && tail.contains(['—', '–', '-'])
}

/// Whether a date says until when something waited: "was not told until May" tells of its telling.
pub(super) fn waits_until(sentence: &Sentence, date: &DateMention) -> bool {
    let first = word_at(sentence, date.span.start());
    let mut before =
        sentence.words[..first].iter().rev().map(|w| w.lower.as_str()).filter(|w| !matches!(*w, "at" | "least" | "late" | "early"));
    before.next().is_some_and(|w| matches!(w, "until" | "till"))
}
