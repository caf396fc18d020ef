//! What forbids that two mentions are one event, whatever they have in common.

use super::bench;
use super::look::{Look, Times, times};
use super::reading::slack;
use crate::date::When;
use crate::event::attribution::Stance;
use crate::event::fact::{About, Fact};
use crate::event::{EventMention, actor, kinds};
use chrono::Datelike;

/// The reason for keeping apart what one source says happened and another says did not.
pub(super) const NEGATED: &str = "one says that it did not happen";
/// The reason for keeping a plea of guilty from one of not guilty.
pub(super) const PLEAS: &str = "one pleads guilty and one does not";

/// Whether a mention's name of this key is a person's.
pub(super) fn is_person(mention: &EventMention, key: &str) -> bool {
    mention.people.iter().any(|name| name.key == key && !actor::is_body(&name.shown))
}

/// Days by which a source may be older than what it tells: printed the evening before, or dated by its own zone.
const AHEAD: i64 = 2;

/// Whether a source tells as done what came about only after its own day.
fn foretold(teller: &Look, dated: &Look) -> bool {
    // "Earlier this year" of a paper of August is no day of September, whatever the year leaves open.
    let open = teller.window.and_then(When::exact).is_none();
    let done = teller.mention.stance != Stance::Planned && !teller.mention.unrealised && open;
    let loose = dated.window.map_or(0, slack);
    done && teller.told.zip(dated.window.and_then(When::earliest)).is_some_and(|(told, day)| (day - told).num_days() > AHEAD + loose)
}

/// Days before its own within which a source calls a thing "last week" or by its weekday, and not "earlier this year".
const RECENT: i64 = 10;

/// Whether a source puts a thing "earlier this year" that another tells of the first one's own last days.
fn recent(teller: &Look, dated: &Look) -> bool {
    let day = dated.window.and_then(When::exact);
    teller.far && teller.told.zip(day).is_some_and(|(told, day)| (told - day).num_days() <= RECENT)
}

/// What keeps two happenings apart that a reader might take for one.
pub(super) const APART: &[&str] = &[TWO_CASES, TWO_PEOPLE, TWO_JUDGES, TWO_SUMS, NUMBERED];
const TWO_CASES: &str = "their sources are of two cases";
const TWO_PEOPLE: &str = "they are of different people";
const TWO_JUDGES: &str = "they are of different judges";
const TWO_SUMS: &str = "they are of different sums and different people";
const TWO_MATTERS: &str = "they are of different motions, measures or chambers";
const NUMBERED: &str = "they are numbered differently";

/// Whether a reader might take two mentions for one: one kind, in two sources, within a month, with a name in common.
pub(super) fn look_alike(a: &Look, b: &Look) -> bool {
    let (x, y) = (a.mention, b.mention);
    x.document != y.document
        && x.kind != kinds::OTHER
        && !kinds::is_saying(x.kind)
        && x.kind == y.kind
        && !a.people.is_disjoint(&b.people)
        && a.is_dated()
        && b.is_dated()
        && !matches!(times(a, b), Times::Apart(gap) if gap > 31)
}

/// Whether a sitting is a trial; `None` where the telling names no sort of sitting, or two.
fn is_trial(look: &Look) -> Option<bool> {
    const HEARINGS: &[&str] = &["hear", "arraign", "confer", "argument"];
    let names = |stem: &str| look.mention.stem == stem || look.mention.objects.contains(stem);
    let (trial, hearing) = (names("trial"), HEARINGS.iter().any(|stem| names(stem)));
    (look.mention.kind == "hearing" && trial != hearing).then_some(trial)
}

/// What forbids that two mentions are one event.
pub(super) fn forbidden(a: &Look, b: &Look) -> Option<&'static str> {
    let (x, y) = (a.mention, b.mention);
    if x.document == y.document && x.sentence == y.sentence && !bench::one_sitting(a, b) {
        return Some("one sentence tells both");
    }
    if a.case.zip(b.case).is_some_and(|(a, b)| a != b) {
        return Some(TWO_CASES);
    }
    if x.negated != y.negated {
        return Some(if x.kind == "plea" && y.kind == "plea" { PLEAS } else { NEGATED });
    }
    if foretold(a, b) || foretold(b, a) {
        return Some("one source is older than the other's day");
    }
    if recent(a, b) || recent(b, a) {
        return Some("one source puts it long before its own days, and the other into them");
    }
    // Who files for bankruptcy files no paper against another.
    let bankrupt = |look: &Look| ["bankruptci", "bankrupt", "chapter"].iter().any(|stem| look.has(stem));
    if kinds::family(x.kind) == "filing" && kinds::family(y.kind) == "filing" && bankrupt(a) != bankrupt(b) && a.is_dated() && b.is_dated()
    {
        return Some("one is of a bankruptcy");
    }
    // A motion to dismiss is no motion to seal, nor is a budget a water bill.
    if a.subject_matter().zip(b.subject_matter()).is_some_and(|(p, q)| p.is_disjoint(&q)) {
        return Some(TWO_MATTERS);
    }
    if a.is_vote() && b.is_vote() && a.bodies().zip(b.bodies()).is_some_and(|(p, q)| p.is_disjoint(&q)) {
        return Some(TWO_MATTERS);
    }
    // "Has also sued the town", "that suit, also filed in 2014": another suit, unless those sued are told in both.
    let another = |look: &Look| ["also", "separ", "anoth"].iter().any(|stem| look.has(stem));
    if x.kind == "filing" && y.kind == "filing" && another(a) != another(b) {
        let files = |key: &str| [x, y].iter().any(|m| m.subject.as_ref().is_some_and(|subject| subject.key == key));
        if !a.people.intersection(&b.people).any(|key| !files(key)) {
            return Some("one is another suit");
        }
    }
    if x.several != y.several && kinds::family(x.kind) == kinds::family(y.kind) {
        return Some("one tells of several");
    }
    if x.unrealised != y.unrealised {
        return Some("one is only asked for");
    }
    // "He is confident that he will be acquitted" tells of no verdict that came.
    let hoped = |m: &EventMention| m.stance == Stance::Planned && m.date.is_none() && kinds::row(m.kind).is_some_and(|kind| kind.once);
    if hoped(x) != hoped(y) {
        return Some("one is only to come");
    }
    if (x.stance == Stance::Planned) != (y.stance == Stance::Planned) && x.document == y.document {
        return Some("one is planned, the other done");
    }
    // A trial is no hearing before it, unless one day holds both.
    if is_trial(a).zip(is_trial(b)).is_some_and(|(p, q)| p != q) && times(a, b) != Times::SameDay {
        return Some("one is a trial, the other a hearing");
    }
    let of_one = |m: &EventMention| kinds::family(m.kind) != "filing";
    let names = |m: &EventMention, key: &str| m.people.iter().any(|name| name.key == key);
    if of_one(x)
        && of_one(y)
        && let (Some(p), Some(q)) = (&x.subject, &y.subject)
        && p.named
        && q.named
        && p.key != q.key
        && (p.sure && q.sure || !names(x, &q.key) && !names(y, &p.key))
    {
        return Some(TWO_PEOPLE);
    }
    if bench::two_judges(a, b) {
        return Some(TWO_JUDGES);
    }
    // What one person agreed to is not what another did, unless one day is told of both. Who files and who rules is told of by
    // many names.
    let doer = |m: &EventMention| {
        let told = !kinds::is_of_speech(m.kind) && !["filing", "ruling", "order"].contains(&kinds::family(m.kind));
        let agent = m.agent.as_ref().filter(|agent| agent.person && agent.sure && told)?;
        m.people.iter().any(|name| name.key == agent.key).then(|| agent.key.clone())
    };
    if let (Some(p), Some(q)) = (doer(x), doer(y))
        && p != q
        && !names(x, &q)
        && !names(y, &p)
        && times(a, b) != Times::SameDay
    {
        return Some(TWO_PEOPLE);
    }
    // Two sums of two payers are two payments.
    let sum = |m: &EventMention| {
        let mut sums = figures(m).filter(|f| f.about == About::Amount);
        sums.next().map(|f| f.said).filter(|_| sums.next().is_none())
    };
    let nobody = (a.people.is_empty() || b.people.is_empty()) && times(a, b) == Times::SameDay;
    if sum(x).zip(sum(y)).is_some_and(|(p, q)| p != q) && a.people.is_disjoint(&b.people) && !nobody {
        return Some(TWO_SUMS);
    }
    if let (Some(i), Some(j)) = (x.ordinal, y.ordinal)
        && i != j
    {
        return Some(NUMBERED);
    }
    let stretch = |look: &Look| look.window.filter(|w| w.has_lasted() || w.latest().is_none());
    // Two sources may round a stretch, but not begin it in another year: a toll since 2000 is no toll since 2007.
    let begins = |w: When| w.earliest().map(|day| day.year());
    if let (Some(p), Some(q)) = (stretch(a), stretch(b))
        && p != q
        && (x.document == y.document || begins(p).zip(begins(q)).is_some_and(|(p, q)| (p - q).abs() > 1))
    {
        return Some("they went on for different stretches");
    }
    if x.document == y.document
        && let (Some(p), Some(q)) = (a.window.and_then(When::exact), b.window.and_then(When::exact))
        && p != q
    {
        return Some("one source tells them on two days");
    }
    None
}

/// Facts whose figure is large enough to be told of one thing only; "millions of dollars" is no figure.
pub(super) fn figures(mention: &EventMention) -> impl Iterator<Item = &Fact> {
    let vague = |f: &&Fact| f.said == f.low && f.high.is_some_and(|high| high != f.low);
    mention.facts.iter().filter(move |f| !vague(f) && f.said >= if f.about == About::Amount { 1_000_000 } else { 10_000 })
}
