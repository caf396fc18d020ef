//! One happening or two: ordered rules, each with its evidence, and what forbids a union.
//!
//! What decides that two mentions are one event must not be the thing compared afterwards: the date is a window here,
//! never equality, or no disagreement about dates could ever appear. How far each reason can be trusted was measured on
//! ECB+ (share of pairs that are truly one event): the same verb in like sentences .87, the same verb and two shared names
//! .86, the same verb alone .80, the same class alone .56, a verb of saying .26.

use super::apart::{figures, is_person};
use super::bench::sits;
use super::look::{DISCOVERY, Look, Times, times};
use super::reading::days;
use crate::date::{Grain, When};
use crate::event::attribution::Stance;
use crate::event::fact::{About, Fact};
use crate::event::{EventMention, actor, kinds};
use chrono::Datelike;
use std::collections::BTreeSet;

/// Verbs that say too little to join on by themselves.
const GENERIC: &[&str] = &[
    "make", "take", "go", "come", "get", "see", "know", "think", "believ", "work", "happen", "occur", "remain", "appear", "seem", "be",
    "have", "do", "was", "were", "is", "are", "had", "has", "base", "relat",
];

/// Kinds of which a case has one of a sort, so that two sources a day apart tell of one: of signing and announcing, of the
/// day and the night after it.
const ONE_DAY: &[&str] =
    &["sanction", "arrest", "death", "verdict", "sentence", "resignation", "dismissal from office", "removal", "settlement", "enactment"];

/// Kinds of which a case has hardly two on one day.
const OF_THE_DAY: &[&str] = &["arrest", "charge", "death", "verdict", "sentence", "resignation", "ruling", "enactment"];

/// Kinds of which one person's life or case has few, so that dates that fit and the person are enough.
pub(super) const MILESTONES: &[&str] =
    &["resignation", "sentence", "plea", "verdict", "death", "arrest", "suspension", "appointment", "birth"];

/// Whether a kind is one of those; one may be hurt more than once, and die of it later.
fn is_milestone(kind: &'static str) -> bool {
    kind != "injury" && MILESTONES.contains(&kinds::family(kind))
}

/// Cosine of two sets of words.
fn likeness(a: &BTreeSet<&str>, b: &BTreeSet<&str>) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    a.intersection(b).count() as f64 / ((a.len() * b.len()) as f64).sqrt()
}

/// Words in a row by which a quotation that one source has altered is still known.
const RUN: usize = 3;

/// Whether two quotations are of one utterance: one holds the other, of five words or more or of one speaker ("this is murder"
/// may be anybody's); or half the runs of the shorter stand in the other, where a source has altered a word.
fn is_quoted_alike(p: &str, q: &str, one_speaker: bool) -> bool {
    let (short, long) = if p.len() < q.len() { (p, q) } else { (q, p) };
    let words: Vec<&str> = short.split(' ').collect();
    if format!(" {long} ").contains(&format!(" {short} ")) {
        return words.len() >= 5 || one_speaker;
    }
    let others: Vec<&str> = long.split(' ').collect();
    let others: BTreeSet<&[&str]> = others.windows(RUN).collect();
    let runs = words.windows(RUN).filter(|run| others.contains(run)).count();
    one_speaker && runs >= 4 && runs * 2 >= words.len() - RUN
}

/// Whether one speaker, by name, speaks in both.
fn one_speaker(x: &EventMention, y: &EventMention) -> bool {
    x.agent.as_ref().zip(y.agent.as_ref()).is_some_and(|(p, q)| p.person && p.key == q.key)
}

/// A reason for one event, with how far it is to be trusted (for the order of the unions only) and its evidence.
pub(super) struct Reason {
    pub rule: &'static str,
    pub trust: u32,
    pub because: String,
    /// It holds even where the days are apart.
    pub over_days: bool,
}

/// The rule for an undated telling and a dated one: of several candidates it takes the best or none.
pub(super) const UNDATED: &str = "one side undated, same telling";

/// The rule for half a date ("Monday", "in March") and a whole one that it can be; it too takes one candidate or none.
pub(super) const HALF_DATED: &str = "same kind, the weekday or month fits";

/// Two tellings in like words of two days: one happening or two, a person must say.
pub(crate) const TOLD_ALIKE: &str = "told alike, of different days";

/// Days by which a hearing that is moved is moved at most, so that another of the same sort is not taken for it.
const MOVED_WITHIN: i64 = 200;

/// Days within which two sources that tell of one person's arrest or sentence tell of one.
const ONE_OF_A_PERSON: i64 = 10;

/// Whether a mention tells of the filing of one suit; "thousands of lawsuits" are not one.
fn is_suit(look: &Look) -> bool {
    let many = look.mention.facts.iter().any(|fact| fact.about == About::Count && fact.low > 1 && fact.unit != "months");
    look.mention.kind == "filing" && !many && (look.mention.stem == "sue" || look.objects.contains("suit"))
}

/// Whether two sources tell of what comes once to a person, or of one suit, and differ over the day.
pub(super) fn is_one(a: &Look, b: &Look) -> bool {
    let (x, y) = (a.mention, b.mention);
    if x.document == y.document || x.unrealised || y.unrealised {
        return false;
    }
    if x.stance == Stance::Planned || y.stance == Stance::Planned {
        return x.stance == y.stance && is_one_sitting_to_come(a, b);
    }
    if is_one_life(a, b) || is_one_discovery(a, b) || is_once(a, b) {
        return true;
    }
    let one_day = |look: &Look| look.window.and_then(|w| w.earliest().filter(|day| w.latest() == Some(*day)));
    let one_month = |look: &Look| look.window.filter(|w| w.grain() == Grain::Month).and_then(When::earliest);
    // Of two months, the one beside the other.
    let months = one_month(a).zip(one_month(b)).filter(|(p, q)| (*p - *q).num_days().abs() <= 31);
    let days = one_day(a).zip(one_day(b));
    let Some((p, q)) = days.or(months) else { return false };
    let gap = (p - q).num_days().abs();
    let slip = (p.month(), p.day()) == (q.month(), q.day()) || p.year() == q.year() && (p.month(), p.day()) == (q.day(), q.month());
    let same_person = x.subject.as_ref().zip(y.subject.as_ref()).is_some_and(|(p, q)| p.named && q.named && p.key == q.key);
    let persons = a.people.intersection(&b.people).filter(|key| is_person(x, key)).count();
    let things = a.objects.intersection(&b.objects).filter(|o| !a.people.contains(*o)).count();
    let suit = is_suit(a) && is_suit(b) && persons >= 1 && a.people.intersection(&b.people).count() >= 2;
    let death = x.kind == "death" && y.kind == "death" && gap <= 60;
    let once = x.kind == y.kind && matches!(x.kind, "death" | "verdict");
    // "She died on Nov. 21": whom a paper speaks of dies once, and another's name beside it would be told.
    let spoken_of = x.subject.as_ref().zip(y.subject.as_ref()).is_some_and(|(p, q)| p.named != q.named && p.key == q.key);
    let same_person = same_person || once && spoken_of && gap <= ONE_OF_A_PERSON;
    let milestone = is_milestone(x.kind) && is_milestone(y.kind) && same_person;
    let numbered = x.ordinal.is_some_and(|n| n > 0 && y.ordinal == Some(n)) && x.kind == y.kind && persons >= 1;
    let near = gap <= ONE_OF_A_PERSON || days.is_none();
    (milestone || suit || numbered) && (near || slip || death) && (things >= 1 || x.stem == y.stem)
}

/// Days by which two papers of the same days may differ over when a trial or a sentencing is to be.
const SET_WITHIN: i64 = 31;

/// Whether two papers of the same days tell of one person's trial or sentencing to come, and differ over its day.
fn is_one_sitting_to_come(a: &Look, b: &Look) -> bool {
    let (x, y) = (a.mention, b.mention);
    let sort = |look: &Look| {
        let names = |stem: &str| look.mention.stem == stem || look.mention.objects.contains(stem);
        ["trial", "sentenc", "arraign", "bail"].into_iter().find(|stem| names(stem))
    };
    let day = |look: &Look| look.window.and_then(When::exact);
    let near = day(a).zip(day(b)).is_some_and(|(p, q)| (p - q).num_days().abs() <= SET_WITHIN);
    let person = a.people.intersection(&b.people).any(|key| is_person(x, key));
    x.kind == y.kind
        && matches!(x.kind, "hearing" | "sentence")
        && near
        && person
        && sort(a).is_some()
        && sort(a) == sort(b)
        && told_apart(a, b).is_none_or(|gap| gap <= SAME_NEWS)
}

/// Days by which two papers may differ over when somebody learned of a thing.
const LEARNED_WITHIN: i64 = 180;

/// Whether two papers tell when one body or person learned of one thing, and differ over the day or the month.
fn is_one_discovery(a: &Look, b: &Look) -> bool {
    let dated = |look: &Look| look.window.filter(|w| w.grain() <= Grain::Month && !w.has_lasted()).and_then(When::earliest);
    let near = dated(a).zip(dated(b)).is_some_and(|(p, q)| (p - q).num_days().abs() <= LEARNED_WITHIN);
    let again = |look: &Look| ["anoth", "second", "new", "also", "separ"].iter().any(|stem| look.has(stem));
    let things = a.objects.intersection(&b.objects).filter(|o| !a.people.contains(*o)).count();
    let learned = |look: &Look| look.doing == DISCOVERY;
    learned(a) && learned(b) && near && !again(a) && !again(b) && things >= 1 && !a.people.is_disjoint(&b.people)
}

/// Doings that come once to a thing, as the stems that stand for them.
const ONCE: &[&str] = &[
    "reveal", "recal", "approv", "buy", "close", "collaps", "burn", "explod", "crash", "merg", "destroy", "evacu", "sink", "derail",
    "found", "unseal", "ruptur", "confirm", "reopen", "ban", "overturn", "deliber", "spill",
];

/// Whether two papers tell of what comes once to one thing, and differ over the day: one verb, one person or body, and little in
/// the one that is not in the other.
fn is_once(a: &Look, b: &Look) -> bool {
    let day = |look: &Look| look.window.and_then(When::exact);
    let near = day(a).zip(day(b)).is_some_and(|(p, q)| (p - q).num_days().abs() <= ONE_OF_A_PERSON);
    let again = |look: &Look| {
        ["anoth", "second", "third", "new", "also", "separ", "again", "more", "preliminari", "final", "tentat", "initi"]
            .iter()
            .any(|stem| look.has(stem))
    };
    let (p, q) = (a.things(), b.things());
    // "Disclosed that the breach was larger" discloses another thing.
    let whole = a.doing != "reveal" || !a.has("that") && !b.has("that");
    // "Dorn's trial began" and "the trial of Dorn opened".
    let opens = |look: &Look| (look.mention.stem == "trial" || look.objects.contains("trial")) && look.has("start");
    let trial = || a.mention.kind == "hearing" && opens(a) && opens(b);
    let measure = a.subject_matter().zip(b.subject_matter()).is_some_and(|(p, q)| !p.is_disjoint(&q));
    let alike = likeness(&p, &q) >= if measure { 0.3 } else { 0.5 };
    // "The Senate confirmed Dorn": whom it is done to is named.
    let named = a.people.intersection(&b.people).count() >= 2 && p.len().max(q.len()) <= 1;
    let thing = !p.is_disjoint(&q) && alike || named;
    let once = a.doing == b.doing && ONCE.contains(&a.doing) && thing && whole;
    near && (once || trial()) && a.mention.kind == b.mention.kind && !again(a) && !again(b) && !a.people.is_disjoint(&b.people)
}

/// Years by which two papers may differ over when somebody was born or a thing was founded.
const YEARS_OFF: i32 = 3;

/// Whether two papers tell of one birth, and give it different years.
fn is_one_life(a: &Look, b: &Look) -> bool {
    let (x, y) = (a.mention, b.mention);
    let year = |look: &Look| look.window.and_then(When::only_year);
    let same = x.subject.as_ref().zip(y.subject.as_ref()).is_some_and(|(p, q)| p.key == q.key);
    x.kind == "birth" && y.kind == "birth" && same && year(a).zip(year(b)).is_some_and(|(p, q)| (p - q).abs() <= YEARS_OFF)
}

/// Days within which two papers report the same news.
const SAME_NEWS: i64 = 3;
/// Days after which a case has gone on: what one paper tells without a day is likely not what the other does.
const ONE_SEASON: i64 = 30;
/// How alike undated tellings of the same news must be, and of papers a season apart, as shares of the usual bar.
const NEAR_BAR: f64 = 0.85;
const FAR_BAR: f64 = 1.25;

/// Days between the papers that tell two mentions, where both are known.
fn told_apart(a: &Look, b: &Look) -> Option<i64> {
    a.told.zip(b.told).map(|(p, q)| (p - q).num_days().abs())
}

/// The first rule that makes two mentions one event.
pub(super) fn reason(a: &Look, b: &Look) -> Option<Reason> {
    let (x, y) = (a.mention, b.mention);
    let times = times(a, b);
    let same_stem = a.doing == b.doing;
    let known = x.kind != kinds::OTHER;
    let same_kind = known && kinds::family(x.kind) == kinds::family(y.kind) || a.is_vote() && b.is_vote();
    if let (Some(p), Some(q)) = (&x.utterance, &y.utterance)
        && is_quoted_alike(p, q, one_speaker(x, y))
        && (x.kind == y.kind && (known || same_stem) || kinds::is_of_speech(x.kind) && kinds::is_of_speech(y.kind))
        && !matches!(times, Times::Apart(gap) if gap > 7)
    {
        let words: Vec<&str> = p.split(' ').take(6).collect();
        return Some(Reason {
            rule: "same quoted utterance",
            trust: 95,
            because: format!("both quote \"{} …\"", words.join(" ")),
            over_days: true,
        });
    }
    if !same_stem && !same_kind {
        return same_deed(a, b, times).or_else(|| same_figure(a, b, times));
    }
    let people: Vec<&str> = a.people.intersection(&b.people).copied().collect();
    // That a court rules is no thing that two rulings share.
    let bench = |object: &str| kinds::family(x.kind) == "ruling" && ["court", "judg", "rule", "feder", "district"].contains(&object);
    let objects: Vec<&str> =
        a.objects.intersection(&b.objects).copied().filter(|o| !a.people.contains(o) && o.len() > 2 && !bench(o)).collect();
    let alike = likeness(&a.objects, &b.objects);
    // A speech or an interview is a happening; who "said" what is one of many.
    let held = |m: &EventMention| matches!(m.stem.as_str(), "speech" | "interview" | "testimoni" | "address" | "confer");
    let saying = (kinds::is_saying(x.kind) || kinds::is_saying(y.kind)) && !(held(x) && held(y));
    let generic = GENERIC.contains(&x.stem.as_str()) || GENERIC.contains(&y.stem.as_str());
    let numbers = x
        .facts
        .iter()
        .any(|f| f.low > 9 && y.facts.iter().any(|g| f.about == g.about && f.of == g.of && (f.low, f.high) == (g.low, g.high)));
    let shared = || {
        let mut list: Vec<&str> = people.iter().chain(&objects).map(|key| a.said(key)).collect();
        list.dedup();
        list.truncate(5);
        if list.is_empty() { "their kind and their days alone".to_owned() } else { list.join(", ") }
    };
    let with = |rule, trust, because: String| Some(Reason { rule, trust, because, over_days: false });
    let apart = matches!(times, Times::Apart(_));
    if kinds::row(x.kind).is_some_and(|kind| kind.once) && same_kind && !apart && x.document != y.document {
        let two = x.subject.as_ref().zip(y.subject.as_ref()).is_some_and(|(p, q)| p.named && q.named && p.key != q.key);
        // Two papers a season apart may tell of two suits, unless both name who sues or the day.
        let one_suit = x.subject.is_some() && x.subject.as_ref().map(|s| &s.key) == y.subject.as_ref().map(|s| &s.key);
        let close = one_suit || a.is_dated() && b.is_dated() || told_apart(a, b).is_some_and(|gap| gap <= ONE_SEASON);
        let suit =
            is_suit(a) && is_suit(b) && !two && close && (objects.contains(&"suit") || people.len() >= 2 && a.is_dated() && b.is_dated());
        // The plea, the verdict, the death is somebody's: the one person of the clause, where no other is told.
        let only = |m: &EventMention| {
            let mut persons = m.people.iter().filter(|name| !actor::is_body(&name.shown));
            persons.next().filter(|_| persons.next().is_none()).map(|name| name.key.clone())
        };
        let whose = |m: &EventMention| m.subject.as_ref().map(|s| s.key.clone()).or_else(|| only(m));
        let person = whose(x).filter(|p| x.kind != "filing" && whose(y).as_ref() == Some(p) && (alike >= 0.1 || same_stem));
        let of = if x.kind == "filing" && suit { Some("the suit".to_owned()) } else { person };
        if let Some(of) = of {
            return with("once in a case, of the same object", 85, format!("{} of {of}", x.kind));
        }
    }
    if let Times::Apart(gap) = times
        && is_one(a, b)
    {
        return Some(Reason {
            rule: "one of a person, days differ",
            trust: 47,
            because: format!("{} of {}; {} apart", x.kind, shared(), days(gap)),
            over_days: true,
        });
    }
    if saying {
        if let Some(intent) = same_intent(a, b, times)
            && !people.is_empty()
        {
            return with("same announced step", 58, format!("both say that one would {intent}; they share {}", shared()));
        }
        let close = alike >= 0.45 || alike >= 0.3 && objects.len() >= 3;
        // "The breach, disclosed Monday, affected 4 million" names nobody: one day, one verb and its things are enough.
        let unnamed = times == Times::SameDay && alike >= 0.5 && objects.len() >= 2 && (a.people.is_empty() || b.people.is_empty());
        if matches!(times, Times::SameDay | Times::Fit) && (!people.is_empty() || unnamed) && close && same_stem {
            return with("same day, same speaker, like words", 60, format!("they share {}", shared()));
        }
        return None;
    }
    match times {
        Times::SameDay if a.signed.is_some() && a.signed == b.signed => {
            return with("same paper, same signing", 88, format!("both tell who signed paper {} and when", a.signed.unwrap_or_default()));
        }
        Times::SameDay => {
            let milestone = is_milestone(x.kind) && same_kind && people.iter().any(|p| is_person(x, p));
            // Nobody is named beside it: two arrests, two verdicts of one day would be told apart by whose they are.
            let of_the_day = same_kind && OF_THE_DAY.contains(&x.kind) && OF_THE_DAY.contains(&y.kind) && x.document != y.document;
            let enough = milestone
                || of_the_day
                || same_kind && (!people.is_empty() && (alike >= 0.12 || same_stem) || objects.len() >= 2 || alike >= 0.3)
                || same_stem && !generic && (!people.is_empty() && alike >= 0.1 || alike >= 0.25)
                || alike >= 0.5;
            if enough {
                return with(
                    if same_stem { "same verb, same day" } else { "same kind, same day" },
                    if same_stem { 84 } else { 74 },
                    format!("they share {}", shared()),
                );
            }
        }
        Times::Fit => {
            let weight = people.len() * 2 + objects.len();
            let short =
                |look: &Look| look.window.is_some_and(|w| w.earliest().zip(w.latest()).is_some_and(|(a, z)| (z - a).num_days() <= 31));
            let both_short = short(a) && short(b) && !people.is_empty();
            let milestone = is_milestone(x.kind) && same_kind && people.iter().any(|p| is_person(x, p));
            // "Was found unconscious in his cell": a verb that says little needs more beside it.
            let little = same_stem && generic && x.document != y.document && !people.is_empty();
            let enough = milestone
                || same_election(x, y)
                || both_short && (same_kind || same_stem && !generic)
                || little && (both_short && objects.len() >= 2 || objects.len() >= 3 && alike >= 0.3)
                || same_kind && same_stem && weight >= 3
                || (same_kind || same_stem && !generic) && !people.is_empty() && !objects.is_empty() && weight >= 3
                || same_kind && (weight >= 4 && alike >= 0.15 || alike >= 0.35)
                || same_stem && !generic && (weight >= 4 && alike >= 0.2 || alike >= 0.4);
            if enough {
                return with(
                    if same_stem { "same verb, dates fit" } else { "same kind, dates fit" },
                    if same_stem { 72 } else { 58 },
                    format!("they share {}", shared()),
                );
            }
        }
        Times::Open | Times::Unknown => {
            let both_undated = !a.is_dated() && !b.is_dated();
            // "Monday" beside a known Monday is half a date: less else is needed.
            if times == Times::Open && same_kind && !people.is_empty() && alike >= 0.22 && objects.len() >= 2 {
                return with(HALF_DATED, 57, format!("they share {}", shared()));
            }
            let weight = people.len() * 2 + objects.len();
            let far = |gap: Option<i64>| gap.is_none_or(|gap| gap > ONE_SEASON);
            let strictness = match told_apart(a, b) {
                Some(gap) if gap <= SAME_NEWS && x.document != y.document => NEAR_BAR,
                gap if far(gap) && x.document != y.document => FAR_BAR,
                _ => 1.0,
            };
            let bar = if both_undated && same_kind && same_stem && people.iter().any(|p| is_person(x, p)) {
                0.33
            } else if both_undated {
                0.5
            } else if same_stem {
                0.3
            } else {
                0.42
            };
            let bar = bar * strictness;
            let enough = (same_stem && !generic || same_kind)
                && (alike >= bar && weight >= 3 || same_stem && !both_undated && people.len() >= 2 && objects.len() >= 2 && alike >= 0.22);
            if enough {
                return with(UNDATED, 40 + (alike * 20.0) as u32, format!("they share {}", shared()));
            }
        }
        Times::Apart(1)
            if ONE_DAY.contains(&x.kind)
                && same_kind
                && x.document != y.document
                && x.people.iter().any(|name| people.contains(&name.key.as_str()) && !actor::is_body(&name.shown))
                && people.len() * 2 + objects.len() >= 3 =>
        {
            return Some(Reason {
                rule: "same kind, a day apart",
                trust: 48,
                because: format!("they share {}; one names the day after the other's", shared()),
                over_days: true,
            });
        }
        // Signed on one day, told as of the next.
        Times::Apart(1)
            if same_kind
                && kinds::family(x.kind) == "ruling"
                && x.document != y.document
                && sits(a).is_some_and(|judge| sits(b) == Some(judge) && people.contains(&judge))
                && !objects.is_empty() =>
        {
            return Some(Reason {
                rule: "one judge, a day apart",
                trust: 48,
                because: format!("they share {}; one names the day after the other's", shared()),
                over_days: true,
            });
        }
        Times::Apart(gap)
            if same_kind
                && (x.moved.is_some() || y.moved.is_some())
                && x.stance == y.stance
                && x.document != y.document
                && gap <= MOVED_WITHIN
                && people.len() * 2 + objects.len() >= 2 =>
        {
            return Some(Reason {
                rule: "moved to another day",
                trust: 54,
                because: format!("they share {}; one says that it was moved", shared()),
                over_days: true,
            });
        }
        Times::Apart(gap) => {
            // Two exact days apart may still be one happening told wrongly; only much else in common says so.
            let strong = same_stem
                && !generic
                && x.document != y.document
                && gap <= 31
                && !people.is_empty()
                && (alike >= 0.5 && objects.len() >= 4 || numbers && alike >= 0.3);
            let alike_enough =
                same_stem && !generic && x.document != y.document && gap <= 31 && alike >= 0.5 && people.len() + objects.len() >= 2;
            if alike_enough && !strong && !y.unrealised && !x.unrealised {
                return Some(Reason {
                    rule: TOLD_ALIKE,
                    trust: 0,
                    because: format!("they share {}; {} apart", shared(), days(gap)),
                    over_days: true,
                });
            }
            if strong {
                return Some(Reason {
                    rule: "same telling, days differ",
                    trust: 50,
                    because: format!("they share {}; {} apart", shared(), days(gap)),
                    over_days: true,
                });
            }
        }
    }
    // A telling of two sums at once is of neither alone.
    let single = figures(x).count() == 1 && figures(y).count() == 1;
    let much = single
        && x.facts.iter().any(|f| f.low >= 1_000_000 && y.facts.iter().any(|g| f.about == g.about && (f.low, f.high) == (g.low, g.high)));
    if same_kind && much && !apart {
        return with("same kind, same amount", 66, format!("they share {}", shared()));
    }
    if same_kind && numbers && !apart && !people.is_empty() {
        return with("same kind, same number", 55, format!("they share {}", shared()));
    }
    same_figure(a, b, times)
}

/// Whether two nouns tell of the election that a year has one of: not one of a primary and one of a general election.
fn same_election(x: &EventMention, y: &EventMention) -> bool {
    const SORTS: &[&str] = &["primari", "midterm", "special", "runoff", "municip", "local", "recal"];
    let noun = |m: &EventMention| m.kind == "election" && m.stem == "elect";
    noun(x) && noun(y) && SORTS.iter().all(|sort| x.objects.contains(*sort) == y.objects.contains(*sort))
}

/// Steps of a case that people announce.
const STEPS: &[&str] = &["appeal", "resign", "sue", "challeng", "contest", "retir", "cooper", "testifi", "plead", "settl"];

/// The step that two papers of the same days have somebody announce: "said it would appeal", "noting that it plans to appeal".
fn same_intent(a: &Look, b: &Look, times: Times) -> Option<&'static str> {
    let of_two = || {
        let named = |look: &Look| look.mention.agent.as_ref().filter(|agent| agent.person).map(|agent| agent.key.clone());
        named(a).zip(named(b)).is_some_and(|(p, q)| p != q)
    };
    let near = matches!(times, Times::SameDay | Times::Fit) || told_apart(a, b).is_none_or(|gap| gap <= SAME_NEWS);
    let apart = matches!(times, Times::Apart(_)) || a.mention.document == b.mention.document;
    let step = STEPS.iter().copied().find(|step| a.is_to(step) && b.is_to(step))?;
    (near && !apart && !of_two()).then_some(step)
}

/// Verbs and nouns by which a thing is made known or resolved on: who "announced his decision to cancel it" cancelled it.
const RESOLVES: &[&str] = &[
    "announc", "announcement", "decid", "decis", "rule", "order", "plan", "move", "action", "act", "effort", "attempt", "sign", "declar",
    "direct", "vote",
];

/// Whether a mention tells that something is made known or resolved on.
pub(super) fn resolves(look: &Look) -> bool {
    RESOLVES.contains(&look.doing) || RESOLVES.contains(&look.mention.stem.as_str())
}

/// One tells a deed, the other that it was announced, decided or ordered, on days that fit and of the same people.
fn same_deed(a: &Look, b: &Look, times: Times) -> Option<Reason> {
    let short = |look: &Look| look.window.is_some_and(|w| w.earliest().zip(w.latest()).is_some_and(|(a, z)| (z - a).num_days() <= 92));
    let told = |one: &Look, other: &Look| {
        let deed = |look: &Look| !GENERIC.contains(&look.doing) && !resolves(look) && !kinds::is_saying(look.mention.kind);
        resolves(one) && (deed(other) && one.objects.contains(other.doing))
    };
    let deed = if told(a, b) {
        b.doing
    } else if told(b, a) {
        a.doing
    } else {
        return None;
    };
    let people: Vec<&str> = a.people.intersection(&b.people).copied().collect();
    let objects = a.objects.intersection(&b.objects).filter(|o| !a.people.contains(*o) && o.len() > 2 && **o != deed).count();
    let fits = matches!(times, Times::SameDay | Times::Fit) && short(a) && short(b);
    (fits && !people.is_empty() && people.len() + objects >= 2).then(|| Reason {
        rule: "announced and done, dates fit",
        trust: 52,
        because: format!("one tells that it was announced or decided: {}; they share {}", a.said(deed), people.join(", ")),
        over_days: false,
    })
}

/// Kinds that tell of one payment, or of one toll, in different words: "agreed to pay $270 million", "a $270 million
/// settlement"; "claimed 400,000 lives", "400,000 overdose deaths". What is said of it, asked for or appealed is another event.
const TOLD_BY_FIGURE: &[&[&str]] = &[
    &["settlement", "payment", "agreement", kinds::OTHER],
    &["ruling", "order", "verdict", "payment", kinds::OTHER],
    &["death", "injury", kinds::OTHER],
];

/// Two tellings of one large figure about the same people or things.
fn same_figure(a: &Look, b: &Look, times: Times) -> Option<Reason> {
    let (x, y) = (a.mention, b.mention);
    let same_kind = x.kind != kinds::OTHER && kinds::family(x.kind) == kinds::family(y.kind);
    let kin = same_kind || TOLD_BY_FIGURE.iter().any(|kinds| kinds.contains(&x.kind) && kinds.contains(&y.kind));
    if !kin || kinds::is_saying(x.kind) || x.document == y.document || matches!(times, Times::Apart(_)) {
        return None;
    }
    // "Settled with one for $270m and another for $85m" is two things told at once.
    let (mut of_x, mut of_y) = (figures(x), figures(y));
    let (f, g) = (of_x.next()?, of_y.next()?);
    if of_x.next().is_some() || of_y.next().is_some() || !same_number(f, g) {
        return None;
    }
    let shared: Vec<&str> = a
        .people
        .union(&a.objects)
        .copied()
        .filter(|w| w.len() > 2 && !is_number(w) && (b.people.contains(w) || b.objects.contains(w)))
        .collect();
    // A count of one thing, in one kind of event, needs less beside it.
    let person = times == Times::SameDay && a.people.iter().any(|key| b.people.contains(key) && is_person(x, key));
    let enough = if same_kind && f.about == About::Count || person { 1 } else { 2 };
    (shared.len() >= enough).then(|| Reason {
        rule: "same figure",
        trust: 62,
        because: format!(
            "both tell of {} {}; they share {}",
            f.said,
            f.of,
            shared.iter().take(5).map(|key| a.said(key)).collect::<Vec<_>>().join(", ")
        ),
        over_days: false,
    })
}

/// Whether two facts give one number of one thing, whatever they say of its bounds.
fn same_number(f: &Fact, g: &Fact) -> bool {
    f.about == g.about && f.unit == g.unit && f.said == g.said && (f.about == About::Amount || f.of == g.of)
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '£' | '€')) || ["million", "billion", "thousand"].contains(&word)
}
