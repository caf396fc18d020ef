//! Which side of its day a text looks at: the tense of the clause that a phrase stands in, and whether what it dates is done.

use super::phrase::{Core, Phrase, Reader};
use super::words::Word;

/// Whether a clause tells what was, or what is to come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tense {
    Past,
    Future,
    Unknown,
}

/// Verbs whose infinitive tells what is to come when it stands nearest to the phrase ("set to resume Monday").
const TO_COME: &[&str] = &[
    "resume", "begin", "start", "expire", "close", "open", "leave", "acquire", "purchase", "join", "conclude", "meet", "vote", "hold",
    "take", "return", "arrive", "visit", "appear", "speak", "testify", "go", "decide", "issue", "release", "announce", "complete", "buy",
    "sell", "end", "run", "be",
];

/// Verbs that give a thing another day, or its first, by "to", "for" or "until" ("was moved to June 7").
const MOVES: &[&str] = &[
    "set", "reset", "scheduled", "rescheduled", "moved", "postponed", "pushed", "delayed", "continued", "adjourned", "deferred", "bumped",
    "extended", "slated", "planned", "booked",
];

/// Verbs in the present whose day lies ahead ("the trial begins Monday").
const BEGINS: &[&str] = &[
    "begin", "begins", "start", "starts", "resumes", "continues", "opens", "reopens", "closes", "ends", "expires", "reconvenes", "effect",
    "drops", "airs", "kicks", "premieres", "launches", "arrives", "meets", "convenes", "adjourns", "votes",
];

/// What is said of a day that lies ahead, before it ("see you Saturday", "can't wait for Sunday").
const AWAITED: &[&[&str]] = &[
    &["how", "about"],
    &["see", "you"],
    &["see", "ya"],
    &["see", "u"],
    &["wait", "for"],
    &["wait", "till"],
    &["wait", "til"],
    &["wait", "until"],
    &["forward", "to"],
    &["roll", "on"],
    &["on", "sale"],
    &["join", "us"],
    &["join", "me"],
    &["come", "see"],
    &["back", "to"],
    &["back", "in", "court"],
    &["back", "at", "work"],
    &["going", "to"],
    &["gonna"],
    &["gna"],
    &["tune", "in"],
    &["have", "a", "good"],
    &["have", "a", "great"],
    &["have", "a", "nice"],
    &["have", "a", "lovely"],
];

/// What is told in the present of a day to come.
const GOES: &[&str] =
    &["travels", "visits", "arrives", "departs", "returns", "leaves", "meets", "votes", "convenes", "reconvenes", "resumes", "reopens"];

/// Whether a word gives a thing another day: "postponed", "put off".
fn moves(r: &Reader, at: usize) -> bool {
    MOVES.iter().any(|verb| r.says(at, verb)) || r.says(at, "put") && (r.says(at + 1, "off") || r.says(at + 1, "back"))
}

/// Whether one of the `near` words before `at`, or further off a verb of calendars, gives a thing another day: "scheduled Mr.
/// Dorn's bail hearing for".
fn is_moved_before(r: &Reader, at: usize, near: usize) -> bool {
    const CALENDARS: &[&str] = &["scheduled", "rescheduled", "postponed", "adjourned"];
    const FAR: usize = 8;
    let mut words = (r.start..at).rev().take(FAR).take_while(|at| !r.stops(*at)).enumerate();
    words.any(|(n, at)| if n < near { moves(r, at) } else { CALENDARS.iter().any(|verb| r.says(at, verb)) })
}

/// Whether a phrase is what a thing to come is set for: "scheduled the trial for Oct. 26", "put off until May 3".
pub(super) fn is_set_for(r: &Reader, phrase: &Phrase) -> bool {
    let first = phrase.first;
    let past = |at: usize| ["had", "initially", "originally", "previously", "was", "were"].iter().any(|word| r.says(at, word));
    let sets = matches!(r.before(first), Word::For | Word::Until | Word::To) && is_moved_before(r, first.saturating_sub(1), 5);
    sets && !(r.start..first).rev().take(9).take_while(|at| !r.stops(*at)).any(past)
}

/// Whether the words before a phrase aim it at a day to come.
fn is_aimed(r: &Reader, phrase: &Phrase) -> bool {
    let (start, first) = (r.start, phrase.first);
    let lower = |at: usize| r.str(at).to_ascii_lowercase();
    let back = |at: usize, words: &[&str]| at > start && words.iter().any(|word| r.says(at - 1, word));
    // "Moved to (at least) June 7", "set for Monday", "a hearing for which a day was set".
    let mut lead = first;
    while back(lead, &["at", "least", "early", "late", "about", "around", "on"]) {
        lead -= 1;
    }
    let moved = back(lead, &["to", "for", "until", "till"]) && is_moved_before(r, lead - 1, 4);
    let present = back(lead, &["is", "are"]) && !(phrase.end..r.end).take(2).any(|at| r.is(at, Word::The));
    let begins = (start..first).rev().take(2).any(|at| BEGINS.contains(&lower(at).as_str()))
        && !(start..first)
            .rev()
            .take(6)
            .take_while(|at| !r.mark(*at, b',') && !r.stops(*at))
            .any(|at| matches!(r.word(at), Word::PastVerb | Word::SaidVerb));
    // What was, or has been, is not awaited.
    let past = |at: usize| matches!(r.word(at), Word::PastVerb | Word::SaidVerb);
    let awaited =
        || {
            !(start..first).rev().take(12).take_while(|at| !r.stops(*at)).any(past)
                && (start..first).rev().take(6).take_while(|at| !r.stops(*at)).any(|at| {
                    AWAITED.iter().any(|cue| at + cue.len() <= first && cue.iter().enumerate().all(|(n, word)| r.says(at + n, word)))
                })
        };
    // "The mayor travels to Dover on Thursday".
    let goes = || {
        let clause = || (start..first).rev().take(8).take_while(|at| !r.stops(*at) && !r.mark(*at, b','));
        clause().any(|at| GOES.iter().any(|word| r.says(at, word))) && !clause().any(past)
    };
    moved || present || begins || awaited() || goes()
}

/// "Jailed until his trial in September", "she faces sentencing on May 4": what is awaited at a sitting lies ahead.
fn is_awaited(r: &Reader, phrase: &Phrase) -> bool {
    let says = |at: usize, words: &[&str]| words.iter().any(|word| r.says(at, word));
    let past = |at: usize| matches!(r.word(at), Word::PastVerb | Word::SaidVerb);
    const SITTINGS: &[&str] = &["trial", "hearing", "sentencing", "arraignment"];
    let mut before = (r.start..phrase.first).rev().take(12).take_while(|at| !r.stops(*at) && !past(*at));
    // "She faces a separate September trial" has the day before the sitting.
    let named = || (phrase.end..phrase.end + 2).any(|at| says(at, SITTINGS)).then_some(phrase.first);
    let Some(sitting) = before.find(|at| says(*at, SITTINGS)).or_else(named) else { return false };
    let waits = |at: usize| r.is(at, Word::Until) || says(at, &["await", "awaits", "awaiting", "faces", "face", "facing"]);
    (r.start..sitting).rev().take(6).take_while(|at| !r.stops(*at) && !past(*at)).any(waits)
}

/// "Let us talk Friday", "please call me Monday", "are you free Thursday?", "we need it Thursday": what somebody asks for in so
/// many words, or says of himself as of now.
fn is_asked(r: &Reader, first: usize) -> bool {
    const ASKS: &[&str] = &["let", "let's", "please", "don't"];
    const BIDS: &[&str] = &["talk", "call", "meet", "send", "come", "bring", "see", "sign", "remind", "join"];
    const WHOM: &[&str] = &["me", "us", "you", "to", "him", "her", "them", "it", "the"];
    let count = (r.start..first).rev().take(14).take_while(|at| !r.stops(*at) && !matches!(r.word(*at), Word::Punct(b'"'))).count();
    let open = first - count;
    let says = |at: usize, list: &[&str]| list.iter().any(|word| r.says(at, word));
    // "Don't", "I'm" are three tokens where no list of words holds the whole.
    let short = |word: &str, rest: &str| r.says(open, word) && r.mark(open + 1, b'\'') && r.says(open + 2, rest);
    let past = (open..first).any(|at| matches!(r.word(at), Word::PastVerb | Word::SaidVerb | Word::Perfect));
    let bids = says(open, BIDS) && says(open + 1, WHOM) || says(open, ASKS) || short("don", "t") || short("let", "s");
    let asks = says(open, &["are", "is"]) && says(open + 1, &["you", "he", "she", "it", "there", "that"]) && ends_in_a_question(r, first);
    let of_himself = short("i", "m") || short("we", "re") || says(open, &["i", "we"]) && says(open + 1, &["need", "want"]);
    count > 0 && !past && (bids || asks || of_himself)
}

fn ends_in_a_question(r: &Reader, at: usize) -> bool {
    (at..r.end).take(12).find(|at| matches!(r.word(*at), Word::Punct(b'.' | b'!' | b'?'))).is_some_and(|at| r.mark(at, b'?'))
}

/// The tense of the clause a phrase stands in: by a preposition that looks ahead, else by the nearest finite verb of the
/// closed lists, those before it first.
pub(super) fn of(r: &Reader, phrase: &Phrase) -> Tense {
    let first = phrase.first;
    let lower = |at: usize| r.str(at).to_ascii_lowercase();
    // "Wednesday's ruling" is out already.
    if r.mark(phrase.end, b'\'') && r.says(phrase.end + 1, "s") && !(phrase.end + 2..phrase.end + 4).any(|at| may_lie_ahead(r, at)) {
        return Tense::Past;
    }
    // "Crude for December delivery fell": what is traded is of the next such month, whatever the price did.
    if matches!(r.str(phrase.end), "delivery" | "futures" | "contract" | "contracts" | "settlement") && r.before(first) != Word::The {
        return Tense::Future;
    }
    let before = r.before(first);
    // "The October trial": a thing that a day can name while it lies ahead has no tense of its clause.
    if first > r.start
        && matches!(before, Word::The | Word::A)
        && r.spaced(phrase.end)
        && (phrase.end..phrase.end + 2).any(|at| may_lie_ahead(r, at))
    {
        // "Voters will choose a governor in the Nov. 8 election" has it all the same where that is told as to come.
        let mut clause = (r.start..first).rev().take(12).take_while(|at| !r.stops(*at));
        let to_come = clause.any(|at| r.says(at, "will")) || (phrase.end..phrase.end + 3).any(|at| r.says(at, "will"));
        return if to_come { Tense::Future } else { Tense::Unknown };
    }
    if before == Word::Since {
        return Tense::Past;
    }
    let bare_weekday = matches!(phrase.said.map(|said| said.core), Some(Core::Weekday { shift: super::phrase::Shift::Bare, .. }));
    let led = matches!(before, Word::To | Word::Until | Word::For | Word::Least | Word::Early | Word::Late | Word::About);
    // "His permit expires in June".
    let verb = if matches!(before, Word::In | Word::On) { first.saturating_sub(2) } else { first.saturating_sub(1) };
    // "Starts Jan. 1", "takes effect in June".
    let ends = verb >= r.start && verb < first && BEGINS.contains(&lower(verb).as_str());
    if first > r.start && (bare_weekday || led || ends) && is_aimed(r, phrase) {
        // "Initially set for February": that day may be past by now.
        let once = ["initially", "originally", "previously"];
        let given_up = (r.start..first).rev().take(6).take_while(|at| !r.stops(*at)).any(|at| once.iter().any(|word| r.says(at, word)));
        return if given_up { Tense::Unknown } else { Tense::Future };
    }
    if first > r.start && matches!(before, Word::In | Word::On | Word::A | Word::Other) && is_awaited(r, phrase) {
        return Tense::Future;
    }
    if bare_weekday && is_asked(r, first) {
        return Tense::Future;
    }
    // "It could have come as early as January": what did not come about lies behind.
    let modal = |at: usize| ["could", "would", "might", "should"].iter().any(|word| r.says(at, word)) && r.says(at + 1, "have");
    if (r.start..first).rev().take(12).take_while(|at| !r.stops(*at)).any(modal) {
        return Tense::Past;
    }
    let had = || (r.start..first).rev().take(12).any(|at| r.says(at, "had"));
    if first > r.start {
        let as_soon = before == Word::As && first >= r.start + 2 && matches!(lower(first - 2).as_str(), "early" | "soon" | "late");
        let by_month = before == Word::By
            && !r.opens_sentence(first - 1)
            && matches!(phrase.said.map(|said| said.core), Some(Core::Month { .. } | Core::Date { .. }))
            && !had();
        // "He was not found until Aug. 10" looks back.
        let past = |at: usize| matches!(r.word(at), Word::PastVerb) && !r.says(at, "set");
        let mut verbs = (r.start..first - 1).rev().take(14).take_while(|at| !r.stops(*at)).filter(|at| past(*at));
        // "Gave her until mid-March": what is granted reaches on.
        let granted = |at: usize| ["gave", "given", "granted", "extended", "agreed", "allowed"].iter().any(|word| r.says(at, word));
        let told = verbs.next().is_some_and(|at| !granted(at));
        // "Asked him to finish by Friday": what somebody is to do.
        let to_do = (r.start..first - 1).rev().take(5).take_while(|at| !r.stops(*at) && !past(*at)).any(|at| {
            let left_undone =
                ["failed", "refused", "declined", "neglected", "forgot"].iter().any(|verb| r.says(at.saturating_sub(1), verb));
            r.is(at, Word::To) && r.word(at + 1) == Word::Other && !r.capital(at + 1) && at + 2 < first && !left_undone
        });
        let by_weekday = before == Word::By && bare_weekday && !had() && (!told || to_do) && !r.opens_sentence(first - 1);
        let until = matches!(before, Word::Until | Word::Through) && !had() && !told && !r.opens_sentence(first - 1);
        // "Not expected before May".
        let awaited = before == Word::Before
            && (r.start..first - 1)
                .rev()
                .take(12)
                .take_while(|at| !r.stops(*at))
                .any(|at| ["expected", "likely", "until"].iter().any(|word| r.says(at, word)));
        // "Did not pay by Oct. 5", "those who signed by October": done, or not, by then.
        let done = by_month && (r.start..first - 1).rev().take(4).take_while(|at| !r.stops(*at)).any(|at| past(at) || r.says(at, "did"));
        if done {
            return Tense::Unknown;
        }
        if as_soon || by_month || by_weekday || awaited || until || matches!(before, Word::Effective) {
            return Tense::Future;
        }
    }
    // "A June agreement": what is named by its day is made already.
    let attributive = first > r.start
        && matches!(before, Word::The | Word::A | Word::This | Word::That)
        && r.word(phrase.end) == Word::Other
        && r.spaced(phrase.end);
    let told = |at: usize| match r.word(at) {
        Word::PastVerb if at > r.start && r.word(at - 1) == Word::PresentVerb => None,
        Word::PastVerb if r.says(at, "set") && matches!(r.word(at + 1), Word::For | Word::To) => Some(Tense::Future),
        // "They were planning to leave": the word behind decides.
        Word::PastVerb if matches!(r.word(at + 1), Word::FutureVerb) && (r.says(at, "was") || r.says(at, "were")) => None,
        // "The expected ruling", "a still unspecified date": participles that stand before a noun.
        Word::PastVerb
            if at > r.start && r.str(at).ends_with("ed") && matches!(r.word(at - 1), Word::The | Word::A | Word::This | Word::That) =>
        {
            None
        }
        Word::PastVerb | Word::SaidVerb | Word::Perfect => Some(Tense::Past),
        // "Approved the plan on Monday", "announced plans Sunday": a noun.
        Word::FutureVerb
            if at > r.start
                && (r.says(at, "plan") || r.says(at, "plans"))
                && (matches!(r.word(at - 1), Word::The | Word::A | Word::This | Word::PastVerb | Word::SaidVerb)
                    // "The stadium plan on Monday": one of whom a singular noun tells "plans".
                    || r.word(at - 1) == Word::Other && r.says(at, "plan") && !r.is(at + 1, Word::To) && is_one_thing(r, at - 1)) =>
        {
            None
        }
        // "Motions were due in August": they may have been made by now.
        Word::FutureVerb if r.says(at, "due") && at > r.start && (r.says(at - 1, "was") || r.says(at - 1, "were")) && !bare_weekday => {
            Some(Tense::Unknown)
        }
        // "It had been due to end Friday": that day is past.
        Word::FutureVerb if at >= r.start + 2 && r.says(at - 1, "been") && r.says(at - 2, "had") => Some(Tense::Past),
        Word::FutureVerb => Some(Tense::Future),
        // "The judge may rule Monday", "he should know by June".
        _ if r.says(at, "ll") && at < first => Some(Tense::Future),
        _ if at < first
            && (r.str(at) == "may" || ["might", "should", "must", "cannot", "can"].iter().any(|word| r.says(at, word)))
            && !r.says(at + 1, "have") =>
        {
            Some(Tense::Future)
        }
        Word::To if at < first && !attributive && TO_COME.contains(&lower(at + 1).as_str()) => {
            // "Was to be served on July 4" lay ahead once; "was to march on Friday" is news of this Friday.
            let once = !bare_weekday && at > r.start && (r.says(at - 1, "was") || r.says(at - 1, "were"));
            // "It had been due to end Friday": that day is past.
            let given_up = at >= r.start + 3 && r.says(at - 2, "been") && r.says(at - 3, "had");
            Some(match (given_up, once) {
                (true, _) => Tense::Past,
                (_, true) => Tense::Unknown,
                _ => Tense::Future,
            })
        }
        _ => None,
    };
    // "Will sell the promised barrels on Oct. 31": "will" rules its clause, and a participle in it is no finite verb.
    let ruled = |at: usize| {
        let clause = |at: &usize| !matches!(r.word(*at), Word::And | Word::Or | Word::That | Word::Punct(_));
        r.str(at).ends_with("ed")
            && (r.start..at).rev().take(8).take_while(clause).any(|at| ["will", "would", "shall"].iter().any(|word| r.says(at, word)))
    };
    let before = (r.start..first).rev().take(30).take_while(|at| !r.stops(*at)).enumerate().find_map(|(distance, at)| {
        // "Will be held": the participle of a future clause.
        let tense = told(at).filter(|_| !r.says(at.saturating_sub(1), "be"))?;
        let tense = if tense == Tense::Past && r.is(at, Word::PastVerb) && ruled(at) { Tense::Future } else { tense };
        Some((distance + if matches!(r.word(at), Word::Perfect) { 3 } else { 0 }, tense))
    });
    // "Will open in early May, a clerk said": who says so is behind a comma, and tells of no day before it.
    let attributes = |at: usize| {
        let lead = (phrase.end..at).rev().take(6).take_while(|at| !matches!(r.word(*at), Word::PastVerb | Word::FutureVerb)).last();
        r.is(at, Word::SaidVerb) && before.is_some() && lead.is_some_and(|lead| (lead..at).any(|at| r.mark(at, b',')))
    };
    let after = (phrase.end..r.end).take(30).take_while(|at| !r.stops(*at)).enumerate().find_map(|(distance, at)| {
        let tense = told(at).filter(|_| !attributes(at))?;
        Some((distance + 2, tense))
    });
    match (before, after) {
        (Some((b, tense)), Some((a, other))) => {
            if b <= a {
                tense
            } else {
                other
            }
        }
        (Some((_, tense)), None) | (None, Some((_, tense))) => tense,
        // "Flying out on Sunday": no verb but a participle that opens the sentence.
        (None, None) => {
            let opens = (r.start..first).rev().take(12).take_while(|at| !r.stops(*at)).last();
            let doing = |at: usize| r.str(at).len() > 5 && lower(at).ends_with("ing");
            let participle = bare_weekday && opens.is_some_and(|opens| (opens..first).take(4).any(doing));
            if participle { Tense::Future } else { Tense::Unknown }
        }
    }
}

/// Whether a noun is of one thing, by its form: no plural, and none of the few that act in the plural without one.
fn is_one_thing(r: &Reader, at: usize) -> bool {
    !r.str(at).ends_with('s') && !["they", "we", "you", "i", "police", "people", "who", "that", "which"].iter().any(|who| r.says(at, who))
}

/// Past verbs that set a day still to come ("has set Nov. 10 as the deadline").
const SETTING: &[&str] = &["set", "scheduled", "slated", "fixed", "named", "picked", "chose", "expected"];

/// What a day can name while it still lies ahead ("gave no reason for the Jan. 14 deadline").
const STILL_AHEAD: &[&str] = &[
    "deadline", "hearing", "trial", "sentencing", "arraignment", "argument", "arguments", "conference", "election", "elections", "vote",
    "primary", "runoff", "referendum", "ballot", "summit", "meeting", "convention", "debate", "inauguration", "launch", "release",
    "opening", "premiere", "date", "expiration", "maturity", "game", "match", "race", "concert", "wedding", "ceremony", "execution",
    "closing", "start", "target", "cutoff", "visit", "event", "session",
];

fn may_lie_ahead(r: &Reader, at: usize) -> bool {
    STILL_AHEAD.contains(&r.str(at).to_ascii_lowercase().as_str())
}

/// "On June 3, the judge denied it": a day that opens its sentence is that of the verb behind it.
fn opens_what_was_done(r: &Reader, phrase: &Phrase) -> bool {
    let first = phrase.first;
    if first == r.start || r.before(first) != Word::On {
        return false;
    }
    // "Four days later, on Feb. 14, she left", "Then, on Feb. 14, she left".
    let led = || r.before(first - 1) == Word::Punct(b',') && (r.start..first - 1).rev().take(6).any(|at| r.opens_sentence(at));
    if !r.opens_sentence(first - 1) && !led() {
        return false;
    }
    let clause = (phrase.end..r.end).take(10).take_while(|at| !r.stops(*at));
    let verb = clause.into_iter().find(|at| {
        matches!(r.word(*at), Word::PastVerb | Word::SaidVerb | Word::FutureVerb | Word::PresentVerb | Word::Perfect | Word::To)
    });
    verb.is_some_and(|at| {
        let set = (at..at + 3).any(|at| r.is(at, Word::To) || r.says(at, "due") || SETTING.iter().any(|word| r.says(at, word)));
        matches!(r.word(at), Word::PastVerb | Word::SaidVerb) && !set
    })
}

/// Whether a past verb that does something stands within five words before a phrase, in its own clause, and the phrase
/// tells when it was done, or names a thing that was ("lied about a Jan. 24 interview"), not of which day a thing to come is.
pub(super) fn is_done(r: &Reader, phrase: &Phrase) -> bool {
    if opens_what_was_done(r, phrase) {
        return true;
    }
    if matches!(r.before(phrase.first), Word::The | Word::A)
        && r.word(phrase.end) == Word::Other
        && r.spaced(phrase.end)
        && !(phrase.end..phrase.end + 2).any(|at| may_lie_ahead(r, at))
    {
        let within = |at: &usize| !matches!(r.word(*at), Word::Punct(_));
        let past = |at: usize| matches!(r.word(at), Word::PastVerb | Word::SaidVerb) && !r.says(at.saturating_sub(1), "be");
        return (r.start..phrase.first).rev().take(9).take_while(within).any(past)
            || (phrase.end..r.end).take(6).take_while(within).any(past);
    }
    // "Lied to agents during an interview on Jan. 24": what a doing took place in is as past as the doing.
    let scene = |at: usize| {
        let lead = at > r.start && ["during", "in", "at", "after", "about", "from"].iter().any(|word| r.says(at - 1, word));
        lead && (matches!(r.word(at), Word::The | Word::A) || ["an", "his", "her"].iter().any(|word| r.says(at, word)))
    };
    let named = r.before(phrase.first) == Word::On
        && phrase.first >= r.start + 3
        && !may_lie_ahead(r, phrase.first - 2)
        && (r.start..phrase.first - 2).rev().take(3).any(scene);
    if named && of(r, phrase) == Tense::Past {
        return true;
    }
    // "Was extended to Nov. 20": where a thing goes to is not when it was done.
    if matches!(
        r.before(phrase.first),
        Word::The | Word::A | Word::This | Word::That | Word::To | Word::Until | Word::Through | Word::For | Word::By | Word::From
    ) {
        return false;
    }
    let done = |at: usize| {
        matches!(r.word(at), Word::PastVerb | Word::SaidVerb)
            && !r.says(at.saturating_sub(1), "be")
            && !SETTING.contains(&r.str(at).to_ascii_lowercase().as_str())
    };
    let clause = || (r.start..phrase.first).rev().take_while(|at| !matches!(r.word(*at), Word::Punct(_)));
    if clause().take(NEAR).any(done) {
        return true;
    }
    // "Disclosed the breach on its website on Sept. 7": further off, where nothing between looks ahead.
    let ahead = |at: &usize| {
        let verb =
            matches!(r.word(*at), Word::To | Word::FutureVerb | Word::PresentVerb | Word::That | Word::For | Word::Before | Word::Until);
        verb || may_lie_ahead(r, *at) || r.str(*at).ends_with("ing")
    };
    let reach = (r.start..phrase.first).rev().take_while(|at| !matches!(r.word(*at), Word::Punct(mark) if mark != b'-'));
    matches!(r.before(phrase.first), Word::On | Word::In) && reach.take(FAR).take_while(|at| !ahead(at)).any(done)
}

/// Words before a phrase among which the verb that it dates stands, and further off where nothing between looks ahead.
const NEAR: usize = 5;
const FAR: usize = 11;
