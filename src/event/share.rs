//! Days that several happenings of a sentence share: by "and", by a list, by "when", by a moment's distance, by the violence
//! that struck somebody, by a picture.

use super::clause::{self, Part, Sentence, Word};
use super::{bound, kinds, word_at};
use crate::date::{Basis, DateMention, Grain, When};

/// A happening of a sentence, by its trigger, and the date that it is tied to.
pub(super) struct Tie {
    pub trigger: usize,
    pub date: Option<usize>,
    pub same_clause: bool,
}

/// Gives to happenings without a day the days of those beside them: `usable` dates have been tied, `open` ones may be a bound
/// of what they were tied to.
pub(super) fn days(sentence: &Sentence, dates: &[DateMention], usable: &[usize], open: &[usize], ties: &mut Vec<Tie>) {
    share_opening_day(sentence, dates, usable, ties);
    share_occasion(sentence, ties);
    share_beside(sentence, dates, ties);
    share_with_victims(sentence, ties);
    share_moments(sentence, dates, ties);
    share_when(sentence, dates, ties);
    for &i in open {
        share_apposition(sentence, &dates[i], i, ties);
        date_when_clause(sentence, &dates[i], i, ties);
    }
}

/// "Dorn leaves the court after the hearing, March 3, 2021": the day of a picture is that of what it shows, which its caption
/// tells in the present.
pub(super) fn date_picture(sentence: &Sentence, dates: &[DateMention], usable: &[usize], ties: &mut Vec<Tie>) {
    let is_day = |i: &&usize| dates[**i].value.when().and_then(When::exact).is_some();
    let (Some(&day), Some(shown)) = (usable.iter().find(is_day), clause::shown(&sentence.words)) else { return };
    let known = |tie: &Tie| sentence.words[tie.trigger].kind != kinds::OTHER && sentence.words[tie.trigger].part == Part::Verb;
    ties.retain(|tie| tie.trigger != shown && (tie.date != Some(day) || known(tie)));
    ties.push(Tie { trigger: shown, date: Some(day), same_clause: true });
}

/// "On April 2, Dorn was convicted and sentenced", "the blast on April 2 killed 12 and hurt 50": the one day before a
/// sentence's verb is that of what "and" or "or" adds to it.
fn share_opening_day(sentence: &Sentence, dates: &[DateMention], usable: &[usize], ties: &mut [Tie]) {
    // What parts two verbs, or sets the second at another time: "and sued the city months afterward".
    const PARTS: &[&str] = &[
        "later", "then", "subsequently", "who", "which", "that", "when", "after", "before", "while", "but", "as", "because", "since",
        "until", "if", ";", "where", "whose", "to", "eventually", "finally", "ultimately", "soon", "have", "has", "had",
    ];
    const AFTER: &[&str] = &["later", "afterward", "afterwards", "after", "earlier", "before", "twice"];
    let words = &sentence.words;
    let [day] = usable else { return };
    if dates[*day].value.when().is_none_or(|when| when.grain() > Grain::Month) {
        return;
    }
    let Some(led) = ties.iter().position(|tie| tie.date == Some(*day)) else { return };
    let (opening, verb) = (word_at(sentence, dates[*day].span.start()), ties[led].trigger);
    let first = words[..verb.max(opening)].iter().all(|w| w.part != Part::Verb);
    if words[verb].part != Part::Verb || verb < opening || !first {
        return;
    }
    for tie in ties[led + 1..].iter_mut().filter(|tie| tie.date.is_none()) {
        let Some(between) = words.get(verb + 1..tie.trigger) else { continue };
        let says = |w: &Word, list: &[&str]| list.contains(&w.lower.as_str());
        let Some(joint) = between.iter().rposition(|w| says(w, &["and", "or"])) else { continue };
        let own = words[tie.trigger + 1..].iter().take(6).all(|w| !says(w, AFTER));
        // "An agreement signed before a notary" is no act of that day.
        let reduced = tie.trigger > 0
            && words[tie.trigger - 1].part == Part::Other
            && words.get(tie.trigger + 1).is_some_and(|w| says(w, &["by", "before", "in", "on", "at", "with", "under"]));
        // "Denounced the plan, and said": behind a comma only what the same subject does.
        let same = between[joint + 1..].iter().all(|w| w.part == Part::Auxiliary || says(w, &["also", "he", "she", "it", "they"]));
        let comma = between.iter().rposition(|w| w.lower == ",");
        let parted = comma.is_some_and(|comma| comma + 1 != joint || !same);
        // "Went to the court and obtained it": a way, and no aim.
        let aims = |at: usize| words.get(verb + 2 + at).is_some_and(|w| w.part == Part::Infinitive);
        // "Arraigned before Judge Dorn and": before whom, not when.
        let bench = |at: usize| {
            let whom = between[at + 1..].iter().take(3).take_while(|w| !w.mark);
            between[at].lower == "before"
                && whom.into_iter().any(|w| says(w, &["judge", "magistrate", "justice", "court", "hon", "honorable"]))
        };
        let other = between.iter().enumerate().any(|(at, w)| says(w, PARTS) && !bench(at) && (w.lower != "to" || aims(at)));
        // "Replied and said it had found nothing" is one telling.
        let again = kinds::is_saying(words[tie.trigger].kind) && kinds::is_of_speech(words[verb].kind);
        if words[tie.trigger].part == Part::Verb && own && !reduced && !parted && !other && !again {
            tie.date = Some(*day);
        }
    }
}

/// What somebody does in by speaking or writing: the day of the one is that of the other.
const OCCASIONS: &[&str] = &[
    "statement", "letter", "interview", "email", "e-mail", "memo", "tweet", "post", "op-ed", "filing", "brief", "hearing", "speech",
    "message", "ceremony", "conference", "call", "meeting", "session", "address", "testimony", "video", "motion", "ruling", "opinion",
];

/// "In a statement sent on Monday, Dorn asked for calm", "in a Jan. 6 letter, the union opposed the sale": what the main
/// clause tells was done on the day of the occasion that opens the sentence.
fn share_occasion(sentence: &Sentence, ties: &mut Vec<Tie>) {
    let words = &sentence.words;
    let says = |w: &Word, list: &[&str]| list.contains(&w.lower.as_str());
    if !words.first().is_some_and(|w| says(w, &["in", "at", "during"])) {
        return;
    }
    // The commas of a day end no lead: "in his March 3, 2020, court filing, Dorn refused".
    let goes_on = |at: usize| {
        let mut behind = words[at + 1..].iter().take(3).take_while(|w| !w.mark && !w.capital);
        behind.any(|w| says(w, OCCASIONS) || w.lower.starts_with(|c: char| c.is_ascii_digit()))
    };
    let Some(comma) = (0..words.len()).find(|at| words[*at].lower == "," && !goes_on(*at)) else { return };
    let lead = &words[..comma];
    let only =
        lead.iter().filter(|w| w.part == Part::Verb).count() <= 1 && !lead.iter().any(|w| says(w, &["who", "which", "that", "when"]));
    if !only || !lead.iter().any(|w| says(w, OCCASIONS)) {
        return;
    }
    let Some(day) = ties.iter().find(|tie| tie.trigger < comma && tie.date.is_some()).and_then(|tie| tie.date) else { return };
    let main = (comma + 1..words.len()).take(14).take_while(|i| !words[*i].quoted && words[*i].lower != ";");
    let Some(verb) = main.into_iter().find(|i| words[*i].part == Part::Verb) else { return };
    match ties.iter_mut().find(|tie| tie.trigger == verb) {
        Some(tie) if tie.date.is_none() => tie.date = Some(day),
        Some(_) => {}
        None => ties.insert(ties.partition_point(|tie| tie.trigger < verb), Tie { trigger: verb, date: Some(day), same_clause: true }),
    }
}

/// Verbs of one subject that "and" or "then" joins: "was arrested and charged on Thursday" is of one day, and so is "resigned
/// Friday and took another post", told in a report of those days. "On Monday, as the court sat, Dorn stood outside" is too.
fn share_beside(sentence: &Sentence, dates: &[DateMention], ties: &mut [Tie]) {
    let words = &sentence.words;
    let says = |w: &Word, list: &[&str]| list.contains(&w.lower.as_str());
    let is_day = |day: usize| dates[day].value.when().is_some_and(|when| when.grain() == Grain::Day);
    // A day that only bounds a thing is no day of another.
    let bounds = |day: usize| {
        let at = word_at(sentence, dates[day].span.start());
        at > 0 && says(&words[at - 1], &["until", "till", "since", "by", "before", "after", "from", "through", "to", "for", "this"])
    };
    for at in 1..ties.len() {
        let (one, other) = (ties[at - 1].trigger, ties[at].trigger);
        if words[one].part != Part::Verb || words[other].part != Part::Verb || words[one].quoted != words[other].quoted {
            continue;
        }
        // A list of days has ties on one trigger.
        let Some(between) = words.get(one + 1..other) else { continue };
        match (ties[at - 1].date, ties[at].date) {
            (None, Some(day)) if is_day(day) && !bounds(day) => {
                let opening = word_at(sentence, dates[day].span.start());
                let joined = between.len() == 1 && says(&between[0], &["and"]);
                if joined && opening > other {
                    ties[at - 1].date = Some(day);
                }
            }
            (Some(day), None) if is_day(day) && !bounds(day) => {
                let reported = dates[day].basis == Basis::Weekday;
                let Some(joint) = between.iter().rposition(|w| says(w, &["and", "then"])) else { continue };
                let alone = between[joint + 1..].iter().all(|w| says(w, &["then", "also"]));
                // Who is arrested on one day pleads on another.
                let alone = alone && !(matches!(words[one].kind, "arrest" | "charge") && words[other].kind == "plea");
                let parted = between.iter().any(|w| says(w, &["who", "which", "that", "later", "had", "will", "would", ";", "or"]));
                if reported && alone && !parted {
                    ties[at].date = Some(day);
                }
            }
            _ => {}
        }
    }
    // "On Monday, as the court sat, …".
    for at in 0..ties.len() {
        let Some(day) = ties[at].date.filter(|day| is_day(*day) && !bounds(*day)) else { continue };
        let end = word_at(sentence, dates[day].span.end().saturating_sub(1));
        let opens = words[..end].iter().filter(|w| !w.mark).take(4).count() <= 3;
        let as_clause = words.get(end + 1).is_some_and(|w| w.lower == ",") && words.get(end + 2).is_some_and(|w| w.lower == "as");
        let Some(close) = words.iter().enumerate().skip(end + 3).find(|(_, w)| w.lower == ",").map(|(i, _)| i) else { continue };
        if opens && as_clause {
            for tie in ties.iter_mut().filter(|tie| tie.date.is_none() && (end + 3..close).contains(&tie.trigger)) {
                tie.date = Some(day);
            }
        }
    }
}

/// "The 2005 stabbing of a guard, who was hurt", "the May bombing that killed two": whom a dated violence struck, it struck
/// on its day.
fn share_with_victims(sentence: &Sentence, ties: &mut [Tie]) {
    let words = &sentence.words;
    let violent = |i: usize| matches!(words[i].kind, "injury" | "death") || kinds::is_happening(&words[i].lower);
    for at in 1..ties.len() {
        let (noun, verb) = (ties[at - 1].trigger, ties[at].trigger);
        let struck = words[verb].part == Part::Verb && matches!(words[verb].kind, "injury" | "death");
        let between = words.get(noun + 1..verb).unwrap_or_default();
        let relative = between.iter().take(8).any(|w| matches!(w.lower.as_str(), "that" | "which" | "who"));
        let told = between.iter().any(|w| w.part == Part::Verb || w.lower == ";");
        if ties[at].date.is_none() && words[noun].part != Part::Verb && violent(noun) && struck && relative && !told {
            ties[at].date = ties[at - 1].date;
        }
    }
}

/// "Was stabbed shortly after he came home on May 9", "moments before the fire broke out on May 2": of one day; so is
/// "was hurt by agents who broke into his barn on May 3".
fn share_moments(sentence: &Sentence, dates: &[DateMention], ties: &mut [Tie]) {
    const MOMENTS: &[&str] = &["shortly", "moments", "minutes", "seconds", "immediately", "just", "right"];
    let words = &sentence.words;
    for at in 1..ties.len() {
        let Some(day) = ties[at].date.filter(|day| dates[*day].value.when().and_then(When::exact).is_some()) else { continue };
        let (first, second) = (ties[at - 1].trigger, ties[at].trigger);
        let between = words.get(first + 1..second).unwrap_or_default();
        let near = between
            .windows(2)
            .any(|pair| MOMENTS.contains(&pair[0].lower.as_str()) && matches!(pair[1].lower.as_str(), "after" | "before"));
        let says = |list: &[&str]| between.iter().position(|w| list.contains(&w.lower.as_str()));
        let by_whom = says(&["by"]).zip(says(&["who"])).is_some_and(|(by, who)| by < who);
        let parted = between.iter().any(|w| w.lower == ";" || w.quoted != words[first].quoted);
        let behind = word_at(sentence, dates[day].span.start()) > second;
        if ties[at - 1].date.is_none() && words[first].part == Part::Verb && (near || by_whom) && behind && !parted {
            ties[at - 1].date = Some(day);
        }
    }
}

/// "The dam failed when the county cut its funds in March", "when Harrow took office in May, Dorn left": what is told as
/// done when another thing was is of that thing's day. "Had left when" tells of one before, "was working when" of one that lasts.
fn share_when(sentence: &Sentence, dates: &[DateMention], ties: &mut [Tie]) {
    let words = &sentence.words;
    // "As the rain fell on Monday, they left"; not "as part of a deal struck in May".
    let phrase = |at: usize| words.get(at + 1).is_none_or(|w| matches!(w.lower.as_str(), "part" | "a" | "an" | "of" | "for" | "one"));
    let leads = |at: usize| words[..at].iter().all(|w| w.mark) && (words[at].lower == "while" || words[at].lower == "as" && !phrase(at));
    let Some(when) = (0..words.len()).find(|at| (words[*at].lower == "when" || leads(*at)) && !words[*at].quoted) else { return };
    let clause = words[when].clause;
    let of_when = |tie: &Tie| words[tie.trigger].clause == clause && tie.trigger > when && words[tie.trigger].part == Part::Verb;
    let Some(day) = ties.iter().filter(|tie| of_when(tie)).find_map(|tie| tie.date) else { return };
    // A stretch, or what only bounds, is no moment.
    let at = word_at(sentence, dates[day].span.start());
    let bounds =
        at > 0 && matches!(words[at - 1].lower.as_str(), "until" | "till" | "since" | "by" | "before" | "after" | "from" | "through");
    if bounds || dates[day].until.is_some() || at < when || words[at].clause != clause {
        return;
    }
    let plain = |w: &Word| w.part == Part::Verb && !w.quoted && !w.lower.ends_with("ing");
    // Its main clause stands right before it, no mark between, or right behind the comma that ends it.
    let main = if words[..when].iter().all(|w| w.mark) {
        (when + 1..words.len()).find(|i| words[*i].clause != clause && !words[*i].mark)
    } else {
        let marked = |w: &Word| w.mark || matches!(w.lower.as_str(), "or" | "especially" | "even" | "only" | "particularly" | "that");
        let back = words[..when].last().filter(|w| !marked(w)).map(|w| w.clause);
        back.and_then(|clause| words[..when].iter().position(|w| w.clause == clause))
    };
    let Some(main) = main.map(|i| words[i].clause) else { return };
    let verbs = || (0..words.len()).filter(|i| words[*i].clause == main && plain(&words[*i]));
    let helped = |i: usize| words[..i].iter().rev().take(3).any(|w| matches!(w.lower.as_str(), "had" | "has" | "have" | "would" | "will"));
    // Two verbs of the main clause leave it open which is meant.
    let (Some(verb), None) = (verbs().next(), verbs().nth(1)) else { return };
    // "Said that he was away when it failed": the saying is of no such day.
    let says = kinds::is_of_speech(words[verb].kind) && verb < when;
    if helped(verb) || says {
        return;
    }
    if let Some(tie) = ties.iter_mut().find(|tie| tie.trigger == verb && tie.date.is_none()) {
        tie.date = Some(day);
    }
}

/// "June 10 (the date the firm filed its notice)", "May 3, the day he was fired": what came about on the day that a date is.
fn share_apposition(sentence: &Sentence, date: &DateMention, index: usize, ties: &mut [Tie]) {
    let words = &sentence.words;
    let Some(mark) = words.iter().position(|w| w.span.start() >= date.span.end()) else { return };
    let said = |at: usize| words.get(at).map_or("", |w| w.lower.as_str());
    let day = matches!(said(mark), "," | "(" | "—" | "–") && said(mark + 1) == "the" && matches!(said(mark + 2), "date" | "day");
    // "The day after he was fired" is another.
    if !day || matches!(said(mark + 3), "after" | "before" | "following" | "set" | "for") {
        return;
    }
    let ends = |w: &Word| w.mark && matches!(w.lower.as_str(), "," | ")" | ";" | "—" | "–");
    let close = words[mark + 1..].iter().position(ends).map_or(words.len(), |at| mark + 1 + at);
    if let Some(tie) = ties.iter_mut().find(|tie| (mark + 3..close).contains(&tie.trigger) && tie.date.is_none()) {
        tie.date = Some(index);
    }
}

/// Whether a date goes on with a list that another is of: "on March 2, 3 and 4", "in 1994 and in 1995".
pub(super) fn lists(sentence: &Sentence, dates: &[DateMention], held: usize, next: usize) -> bool {
    let (one, other) = (&dates[held], &dates[next]);
    let (Some(a), Some(b)) = (one.value.when(), other.value.when()) else { return false };
    let between = sentence.words.iter().filter(|w| w.span.start() >= one.span.end() && w.span.end() <= other.span.start());
    let (mut count, mut again) = (0, false);
    let joins = between
        .inspect(|w| (count, again) = (count + 1, again || w.lower == "again"))
        .all(|w| matches!(w.lower.as_str(), "," | "and" | "&" | "in" | "on" | "again"));
    joins && count > 0 && (again || a.grain() == b.grain()) && a != b && held < next
}

/// "Has stalled since 2018, when a judge ordered a new map": what a clause that opens with "when" behind a date tells is of
/// that date, whatever else the date bounds.
fn date_when_clause(sentence: &Sentence, date: &DateMention, index: usize, ties: &mut Vec<Tie>) {
    let words = &sentence.words;
    let Some(clause) = bound::when_clause(sentence, date) else { return };
    let verbal = |i: usize| matches!(words[i].part, Part::Verb | Part::Infinitive);
    if ties.iter().any(|tie| clause.contains(&tie.trigger) && tie.date.is_some()) {
        return;
    }
    if let Some(told) = ties.iter_mut().find(|tie| clause.contains(&tie.trigger) && verbal(tie.trigger)) {
        *told = Tie { trigger: told.trigger, date: Some(index), same_clause: true };
    } else if let Some(verb) = clause.clone().find(|i| words[*i].part == Part::Verb) {
        // One mention to a clause that had no day: the noun that stood for it gives way to its verb.
        ties.retain(|tie| !clause.contains(&tie.trigger));
        let at = ties.partition_point(|tie| tie.trigger < verb);
        ties.insert(at, Tie { trigger: verb, date: Some(index), same_clause: true });
    }
}
