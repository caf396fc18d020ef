//! Which happening a date belongs to: tied by clause and grammar, not by nearness.

use super::clause::{Part, Sentence, Word};
use super::{STOP, kinds, word_at};
use crate::date::{DateMention, Grain, Value, When};
use chrono::NaiveDate;

/// Whether a date is the second half of "from 1999 to 2017", which its first half carries.
pub(super) fn ends_a_stretch(dates: &[DateMention], index: usize) -> bool {
    index > 0 && dates[index - 1].until == Some(index)
}

pub(super) fn finer(a: &DateMention, b: &DateMention) -> bool {
    // A clock time on a day is finer than the day.
    let grain = |date: &DateMention| {
        let clock = matches!(date.value, Value::Time { day: Some(_), .. });
        (date.value.when().map_or(Grain::Century, When::grain), !clock)
    };
    let same_day = || a.value.when().and_then(When::exact) == b.value.when().and_then(When::exact);
    grain(a).0 < grain(b).0 || grain(a) < grain(b) && same_day()
}

/// Units of which a distance to another happening is told: "two months after he was shot".
const UNITS: &[&str] = &[
    "second", "seconds", "minute", "minutes", "moment", "moments", "hour", "hours", "day", "days", "night", "week", "weeks", "month",
    "months", "year", "years", "decade", "decades",
];

fn is_border(word: &Word) -> bool {
    matches!(word.lower.as_str(), "before" | "after")
}

/// Whether a date only bounds what is told from one side: "months before Election Day".
pub(super) fn is_bound(sentence: &Sentence, date: &DateMention) -> bool {
    let first = word_at(sentence, date.span.start());
    first > 1 && is_border(&sentence.words[first - 1]) && UNITS.contains(&sentence.words[first - 2].lower.as_str())
}

/// Whether a date only names what something is measured against: "up from 18 the week before", "compared with 2018".
pub(super) fn is_baseline(sentence: &Sentence, date: &DateMention) -> bool {
    let first = word_at(sentence, date.span.start());
    let near = |back: usize| first.checked_sub(back).map(|at| &sentence.words[at]).filter(|w| !w.mark).map_or("", |w| w.lower.as_str());
    let span = (1..=5).take_while(|back| !near(*back).is_empty());
    span.into_iter().any(|back| match near(back) {
        "than" => !matches!(near(back + 1), "later" | "earlier" | "sooner") && (1..back).all(|n| LINKS.contains(&near(n))),
        "compared" => back <= 4,
        "from" => matches!(near(back + 1), "up" | "down") && is_count(near(back - 1)),
        _ => false,
    })
}

/// Words between "than" and the date that it compares with.
const LINKS: &[&str] = &["in", "on", "at", "the", "a", "of", "during", "for", "same", "it", "they", "was", "were", "did"];

/// Whether a word is a number or an amount.
fn is_count(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '£' | '€'))
}

/// Whether a date says until when something waited: "was not told until May" tells of its telling.
pub(super) fn waits_until(sentence: &Sentence, date: &DateMention) -> bool {
    let first = word_at(sentence, date.span.start());
    let mut before =
        sentence.words[..first].iter().rev().map(|w| w.lower.as_str()).filter(|w| !matches!(*w, "at" | "least" | "late" | "early"));
    before.next().is_some_and(|w| matches!(w, "until" | "till"))
}

/// Stems of verbs that lay on somebody what the infinitive behind them tells.
const OBLIGES: &[&str] =
    &["order", "subpoena", "summon", "requir", "expect", "schedul", "invit", "plan", "set", "direct", "agre", "promis", "vow", "ask"];

/// Papers that are named by their day.
const PAPERS: &[&str] = &[
    "date", "letter", "email", "e-mail", "memo", "memorandum", "report", "notice", "deed", "lease", "contract", "invoice", "voucher",
    "law", "decree", "act", "resolution", "minutes", "warrant", "affidavit", "declaration", "opinion", "submission", "submissions", "form",
    "note", "will", "certificate", "statement", "receipt", "policy", "check", "circular", "regulation", "ordinance", "directive",
];

/// Nouns behind which an infinitive tells what was done.
const RESOLVES: &[&str] = &["decision", "move", "attempt", "effort", "refusal", "vote", "choice", "bid"];

/// Words that begin where or amid what a thing happened.
const PLACED: &[&str] = &["while", "when", "in", "at", "during", "amid", "after", "before", "following", "with", "as"];

/// Whether a noun stands behind a preposition in what a verb of a known kind before it, in its clause, is about.
fn is_about(words: &[Word], noun: usize) -> bool {
    let told = |w: &Word| w.part == Part::Verb && w.kind != kinds::OTHER && !kinds::is_saying(w.kind);
    let Some(verb) = words[..noun].iter().rposition(|w| w.part == Part::Verb) else { return false };
    told(&words[verb])
        && words[verb].clause == words[noun].clause
        && words[verb + 1..noun].iter().any(|w| matches!(w.lower.as_str(), "to" | "of" | "on" | "with" | "for"))
}

/// The trigger that a date is tied to, and whether it stands in the date's own clause.
pub(super) fn trigger_for(sentence: &Sentence, date: &DateMention, told: Option<NaiveDate>) -> Option<(usize, bool)> {
    let words = &sentence.words;
    let first = word_at(sentence, date.span.start());
    let last = word_at(sentence, date.span.end().saturating_sub(1));
    let clause = words[first].clause;
    let comma = |at: usize| words.get(at).is_some_and(|w| w.lower == ",");
    // "the August ruling", "the January 2017 interview": a date before a noun that is a happening.
    let bare = first > 0
        && !words[first - 1].mark
        && (matches!(words[first - 1].lower.as_str(), "the" | "a" | "an" | "his" | "her" | "its" | "their" | "that" | "this")
            || words[first - 1].lower.ends_with("'s"));
    // "The hearing on Tuesday was called off": the day of what the subject names.
    let of_subject = first > 1
        && matches!(words[first - 1].lower.as_str(), "on" | "in" | "of")
        && words[first - 2].part == Part::EventNoun
        && words.get(last + 1).is_some_and(|w| matches!(w.part, Part::Auxiliary | Part::Verb))
        && words[..first].iter().all(|w| w.clause != clause || w.part != Part::Verb);
    if of_subject {
        return Some((first - 2, true));
    }
    // "Upheld the order of March 18", "the trial date of June 2": the day of what the noun names; "in its judgment of April 4,
    // the court denied" is told by its verb.
    if first > 1 && matches!(words[first - 1].lower.as_str(), "of" | "dated") {
        let date_of = words[first - 2].lower == "date" && first > 2 && words[first - 3].part == Part::EventNoun;
        let noun = if date_of { first - 3 } else { first - 2 };
        let paper = words[noun].part == Part::EventNoun || PAPERS.contains(&words[noun].lower.as_str());
        let subject = |w: &Word| matches!(w.lower.as_str(), "the" | "it" | "he" | "she" | "they" | "a" | "an") || w.capital;
        let fronted = words.get(last + 1).is_some_and(|w| w.lower == "," || subject(w))
            && words[..noun].iter().all(|w| !w.mark && w.part != Part::Verb)
            && words.first().is_some_and(|w| matches!(w.lower.as_str(), "in" | "by" | "through" | "under"));
        // "By a judgment of March 6, deposited on May 17, the court dismissed it".
        let aside = |i: usize| {
            words[i - 1].lower == "," && words.get(i + 1).is_some_and(|w| matches!(w.lower.as_str(), "on" | "in" | "by" | "at" | "under"))
        };
        let acts = (last + 2..words.len()).find(|i| words[*i].clause == clause && words[*i].part == Part::Verb && !aside(*i));
        // "Fired in a letter dated April 3", "killed in the attack of Sept. 11".
        let placed = noun > 1 && matches!(words[noun - 2].lower.as_str(), "in" | "by" | "through" | "via" | "during" | "at");
        let told = |w: &Word| w.clause == clause && w.part == Part::Verb && w.kind != kinds::OTHER;
        let by_way = words[..noun].iter().rposition(told).filter(|_| placed && paper && !fronted);
        match acts.filter(|_| fronted && paper).or(by_way) {
            Some(verb) => return Some((verb, true)),
            None if paper => return Some((noun, true)),
            None => {}
        }
    }
    // "Defended his decision on Saturday to go": the day of what was decided.
    let decided = first > 1
        && matches!(words[first - 1].lower.as_str(), "on" | "in")
        && RESOLVES.contains(&words[first - 2].lower.as_str())
        && words.get(last + 1).is_some_and(|w| w.lower == "to")
        && words.get(last + 2).is_some_and(|w| w.part == Part::Infinitive);
    if decided {
        return Some((last + 2, true));
    }
    let attributive = words.get(last + 1).is_some_and(|w| w.part == Part::EventNoun)
        && first > 0
        && !matches!(words[first - 1].lower.as_str(), "on" | "in" | "at" | "by" | "since" | "until");
    if attributive {
        return Some((last + 1, true));
    }
    if bare && let Some(noun) = (last + 1..(last + 4).min(words.len())).find(|i| words[*i].part == Part::EventNoun) {
        return Some((noun, true));
    }
    // "Closed accounts following the Jan. 6 riot": the day is the riot's.
    let led = first > 1 && matches!(words[first - 2].lower.as_str(), "after" | "before" | "following" | "since" | "over" | "despite");
    let head = words.get(last + 1).filter(|w| bare && led && !w.mark && !w.capital && w.part == Part::Other && w.lower.len() > 2);
    if let Some(head) = head
        && date.value.when().is_some_and(|when| when.grain() == Grain::Day)
        && head.lower.chars().all(char::is_alphabetic)
        && !STOP.contains(&head.lower.as_str())
        && !head.lower.ends_with("ly")
    {
        return Some((last + 1, true));
    }
    // "The prosecutor of the 2008 agreement resigned": a year before a noun dates that noun, not the clause; before a name
    // it is part of it.
    if bare && date.value.when().is_some_and(|when| when.grain() >= Grain::Year) {
        let is_noun = |w: &&Word| !w.mark && w.part == Part::Other && !STOP.contains(&w.lower.as_str()) && !w.lower.ends_with("ly");
        let count = words[last + 1..].iter().take_while(is_noun).take(4).count();
        if count > 0 {
            let head = last + count;
            // "Called for it during the 2016 Republican convention": a name that lasted dates what was done in it.
            let lasted = first > 1 && words[first - 2].lower == "during" && words[head].lower.starts_with(char::is_alphabetic);
            if !lasted {
                return words[last + 1..=head].iter().all(|w| !w.capital).then_some((head, true));
            }
        }
    }
    // "Appearing in court on Monday, Harrow pleaded guilty": what opens with a participle is told by the verb behind it.
    let opening = words.first().is_some_and(|w| w.part == Part::Infinitive && w.lower.ends_with("ing"))
        && words[..first].iter().all(|w| !w.mark)
        && comma(last + 1);
    if opening && let Some(verb) = (last + 2..words.len()).take(12).take_while(|i| !comma(*i)).find(|i| words[*i].part == Part::Verb) {
        return Some((verb, true));
    }
    let initial = words[..first].iter().filter(|w| w.clause == clause && !w.mark).count() <= 1;
    let mut best: Option<(f64, usize)> = None;
    // "Denied the motion to dismiss on April 3": what a noun aims at is no happening of that day.
    let aimed = |i: usize| words[i].part == Part::Infinitive && i > 1 && words[i - 1].lower == "to" && words[i - 2].part == Part::EventNoun;
    // "On May 9, the day before he fell ill, his guard left": what stands between the commas is of another day.
    let beside =
        comma(last + 1) && words[last + 2..].windows(2).take(6).any(|pair| UNITS.contains(&pair[0].lower.as_str()) && is_border(&pair[1]));
    let aside = if beside { words[last + 2..].iter().position(|w| w.lower == ",").map(|end| last + 2..last + 2 + end) } else { None };
    // "In August, in a separate trial in Ohio, a jury found": the trial is where, and the verb behind it what, where one is.
    let placed = |w: &Word| PLACED.contains(&w.lower.as_str()) || w.part == Part::Infinitive && w.lower.ends_with("ing");
    let scene = if initial && comma(last + 1) && words.get(last + 2).is_some_and(placed) {
        let end = (last + 2..words.len()).find(|at| comma(*at)).unwrap_or(last + 2);
        let told = words[end..].iter().any(|w| w.clause == clause && w.part == Part::Verb);
        if told { last + 2..end } else { 0..0 }
    } else {
        0..0
    };
    // "Charged with hiding income between 2012 and 2015": the years are those of the conduct.
    let conduct = |i: usize| {
        i < first
            && matches!(words[i].kind, "charge" | "plea" | "verdict")
            && date.until.is_some()
            && date.value.when().is_some_and(|when| when.grain() >= Grain::Year)
            && words[i..first].iter().any(|w| matches!(w.lower.as_str(), "of" | "for" | "involving" | "with"))
    };
    // "On Aug. 19, the indictment alleges, he wrote": neither the paper nor what it does is what came about.
    let paper = |i: usize| {
        words.get(i).is_some_and(|w| {
            matches!(w.lower.as_str(), "indictment" | "complaint" | "suit" | "lawsuit" | "affidavit" | "filing" | "petition" | "report")
        }) && words.get(i + 1).is_some_and(|w| {
            matches!(
                w.lower.as_str(),
                "alleges" | "alleged" | "claims" | "claimed" | "states" | "stated" | "says" | "said" | "contends" | "adds"
            )
        })
    };
    let told_before = words[..first].iter().any(|w| w.clause == clause && w.part == Part::Verb);
    // "Friday, the mayors, accompanied by lawyers, flew", "on April 8, agents, wondering how, searched": what stands between
    // the commas describes.
    let describes = |i: usize| {
        let shape = match words[i].part {
            Part::Verb => words.get(i + 1).is_some_and(|w| matches!(w.lower.as_str(), "by" | "with" | "in" | "of" | "from" | "as")),
            Part::Infinitive => words[i].lower.ends_with("ing"),
            _ => false,
        };
        initial && shape && i > last + 1 && words[i - 1].lower == "," && {
            let close = words[i..].iter().position(|w| w.lower == ",");
            close.is_some_and(|close| words[i + close..].iter().any(|w| w.clause == words[i].clause && w.part == Part::Verb))
        }
    };
    // "The judge who approved it on Monday resigned on Tuesday": the first day is that of the relative clause.
    let opener = words[..first].iter().rposition(|w| w.clause == clause && matches!(w.lower.as_str(), "who" | "which"));
    let relative = opener.is_some_and(|who| words[who..first].iter().any(|w| w.part == Part::Verb));
    let outer = |i: usize| {
        relative
            && i > last
            && words[i].clause == clause
            && words[last + 1..i].iter().all(|w| !w.mark && w.lower != "and" && w.lower != "or")
    };
    // "Was subpoenaed to testify on June 10", told in May: a day to come is that of what is to be done.
    let to_come = told.zip(date.value.when().and_then(When::earliest)).is_some_and(|(told, day)| day > told);
    let aims = |i: usize| {
        to_come
            && i < first
            && words[i].part == Part::Verb
            && OBLIGES.contains(&words[i].stem.as_str())
            && words[i + 1..first].windows(2).any(|w| w[0].lower == "to" && w[1].part == Part::Infinitive)
    };
    for (i, word) in words.iter().enumerate() {
        if paper(i) || i > 0 && paper(i - 1) && words.get(i + 1).is_some_and(|w| w.mark) {
            continue;
        }
        if aimed(i)
            || conduct(i)
            || describes(i)
            || outer(i)
            || scene.contains(&i)
            || aside.as_ref().is_some_and(|aside| aside.contains(&i))
        {
            continue;
        }
        let weight = match word.part {
            Part::Verb if aims(i) => 1.5,
            Part::Verb => 3.0,
            // "Pleaded guilty to state charges in 2008": what the verb is about.
            Part::EventNoun if i < first && is_about(words, i) => 1.0,
            Part::EventNoun => 1.6,
            // "Will rule on the motion on April 20": the verb of the plan, not its object.
            Part::Infinitive if i > 0 && matches!(words[i - 1].lower.as_str(), "will" | "shall") => 2.8,
            // "Rallied Friday night to demand": what a thing done on the day aims at.
            Part::Infinitive if i > last && i > 0 && words[i - 1].lower == "to" && told_before => 1.0,
            Part::Infinitive => 2.0,
            Part::Auxiliary => 0.2,
            Part::Other => continue,
        };
        // "Denied the district's motion on Dec. 9": the day is that of the ruling, not of what it rules on.
        let ruled_on = i < first
            && word.part == Part::EventNoun
            && matches!(word.kind, "motion" | "request" | "appeal" | "filing")
            && words[i.saturating_sub(24)..i]
                .iter()
                .any(|w| w.clause == word.clause && w.part == Part::Verb && matches!(w.kind, "ruling" | "refusal" | "order" | "filing"));
        if ruled_on {
            continue;
        }
        let kind = if word.kind == kinds::OTHER {
            0.0
        } else if kinds::is_saying(word.kind) {
            0.2
        } else {
            0.8
        };
        let marks = |range: std::ops::Range<usize>| {
            words[range].iter().filter(|w| w.mark && matches!(w.lower.as_str(), "," | "(" | "—" | "–" | ";" | ":")).count() as f64
        };
        let (distance, crossing) = if i < first {
            ((first - i) as f64, marks(i..first))
        } else if i > last {
            ((i - last) as f64 * if initial { 0.7 } else { 1.6 }, marks(last + 1..i) * if initial { 0.3 } else { 2.0 })
        } else {
            continue;
        };
        let apart = if word.clause == clause { 0.0 } else { 3.0 };
        // "…, the company said": it says whose word the clause before it is.
        let opened = initial && words[last + 1..i.max(last + 1)].iter().skip(1).all(|w| !w.mark);
        let tail = if kinds::is_saying(word.kind) && i > last && crossing > 0.0 && !opened { 1.5 } else { 0.0 };
        // A participle between a noun and the date beats the main verb further off.
        let score =
            weight + kind - tail - distance * 0.28 - crossing * 0.7 - apart - if word.quoted != words[first].quoted { 1.0 } else { 0.0 };
        if best.is_none_or(|(held, _)| score > held) {
            best = Some((score, i));
        }
    }
    let (_, trigger) = best?;
    // "is", "was" alone: the clause says something was so; its noun or the word after is the trigger.
    Some((trigger, words[trigger].clause == clause))
}
