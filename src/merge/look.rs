//! What is compared of a mention: its window of days, its people, the words for its things; and how two windows go together.

use super::synonym::{self, folded};
use crate::date::{Gap, Value, When, weekday_number};
use crate::document::Document;
use crate::event::{DateOf, EventMention, clause, kinds};
use crate::merge::reading::slack;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// What is compared of a mention.
pub(super) struct Look<'a> {
    pub mention: &'a EventMention,
    /// The words of its quotation with their stems.
    words: Vec<(String, &'a str)>,
    pub window: Option<When>,
    /// The day its source speaks from.
    pub told: Option<NaiveDate>,
    /// Its source puts it "earlier this year": not into its own last weeks.
    pub far: bool,
    /// The case that its source belongs to, in a folder of several.
    pub case: Option<usize>,
    pub people: BTreeSet<&'a str>,
    pub objects: BTreeSet<&'a str>,
    /// The stem of its trigger, or the one that stands for it.
    pub doing: &'a str,
    /// The number on the docket of the paper whose signing it tells: the entry's, or the paper's own.
    pub signed: Option<&'a str>,
}

impl<'a> Look<'a> {
    pub fn new(mention: &'a EventMention, documents: &'a [Document], cases: &[Option<usize>]) -> Look<'a> {
        let document = &documents[mention.document];
        let entry = || document.passage_at(mention.trigger.start()).and_then(|passage| passage.pin.entry.as_deref());
        let signs = mention.date.as_ref().is_some_and(|date| date.of == DateOf::Signed);
        let words = words(mention.span.of(&document.text));
        Look {
            signed: if signs { entry().or(document.number.as_deref()) } else { None },
            mention,
            told: documents[mention.document].day(),
            far: mention.date.as_ref().and_then(|date| date.span).is_some_and(|span| {
                ["earlier this year", "earlier in the year"].contains(&span.of(document.prose()).to_lowercase().as_str())
            }),
            case: cases[mention.document],
            window: mention.date.as_ref().and_then(|date| date.when),
            people: mention.people.iter().map(|name| name.key.as_str()).collect(),
            // Who is terminated is no program that ends.
            doing: told_with_particle(mention, &words)
                .or_else(|| synonym::doing(&mention.stem))
                .filter(|_| mention.kind != "dismissal from office")
                .or_else(|| told_by_object(mention))
                .unwrap_or(&mention.stem),
            objects: mention.objects.iter().map(|stem| folded(stem)).collect(),
            words,
        }
    }

    /// The word of the source for a name's key or a thing's stem.
    pub fn said<'b>(&'b self, key: &'b str) -> &'b str {
        if let Some(name) = self.mention.people.iter().find(|name| name.key == key) {
            return &name.shown;
        }
        self.words.iter().find(|(stem, _)| stem == key).map_or(key, |(_, word)| word)
    }

    /// Whether one of its words has this stem.
    pub fn has(&self, stem: &str) -> bool {
        self.words.iter().any(|(held, _)| held == stem)
    }

    /// Whether it says that somebody will do what this stem tells: "it would appeal", "plans to appeal".
    pub fn is_to(&self, step: &str) -> bool {
        let leads = |stem: &str| ["would", "will", "plan", "intend", "vow", "expect"].contains(&stem);
        self.words
            .iter()
            .enumerate()
            .any(|(at, (stem, _))| leads(stem) && self.words[at + 1..].iter().take(2).any(|(held, _)| held == step))
    }

    /// What a court is asked to do, or what is voted on, where the telling says which.
    pub fn subject_matter(&self) -> Option<BTreeSet<&'a str>> {
        let sorts = match kinds::family(self.mention.kind) {
            "ruling" | "motion" if self.objects.contains("motion") || self.objects.contains("request") => MOTIONS,
            "enactment" | "refusal" => MEASURES,
            _ => return None,
        };
        let named: BTreeSet<&str> = self.objects.iter().copied().filter(|stem| sorts.contains(stem)).collect();
        (!named.is_empty()).then_some(named)
    }

    /// Who votes or rules, where the telling says which body: a committee is no full senate.
    pub fn bodies(&self) -> Option<BTreeSet<&'a str>> {
        let decides = matches!(kinds::family(self.mention.kind), "enactment" | "refusal" | "ruling");
        let named: BTreeSet<&str> = self.objects.iter().copied().filter(|stem| CHAMBERS.contains(stem)).collect();
        (decides && !named.is_empty()).then_some(named)
    }

    /// The words for its things, without those of its names.
    pub fn things(&self) -> BTreeSet<&'a str> {
        let named = |stem: &str| {
            let mut words = self.mention.people.iter().flat_map(|name| name.shown.split_whitespace());
            words.any(|word| folded(&clause::stem(&word.trim_end_matches('.').to_lowercase())) == stem)
        };
        self.objects.iter().copied().filter(|stem| !named(stem)).collect()
    }

    /// Whether it tells how those who vote decided on a measure.
    pub fn is_vote(&self) -> bool {
        let measure = || self.objects.iter().any(|stem| MEASURES.contains(stem) || *stem == "plan" || *stem == "propos");
        self.mention.kind == "enactment" || measure() && (self.mention.kind == "refusal" || self.mention.stem == "veto")
    }

    pub fn is_dated(&self) -> bool {
        self.mention.date.is_some()
    }
}

/// The stem for learning of a thing, whatever verb tells it.
pub(super) const DISCOVERY: &str = "discov";

/// Verbs whose particle makes them say what another verb does: the stem, the particle, the stem of the other's row.
const WITH_PARTICLES: &[(&str, &str, &str)] = &[
    ("break", "out", "start"),
    ("find", "out", DISCOVERY),
    ("hear", "about", DISCOVERY),
    ("take", "place", "occur"),
    ("shut", "down", "close"),
    ("call", "off", "end"),
    ("put", "off", "delay"),
    ("push", "back", "delay"),
    ("set", "up", "creat"),
    ("pull", "out", "withdraw"),
    ("give", "way", "collaps"),
    ("carri", "out", "conduct"),
    ("turn", "over", "give"),
    ("tear", "down", "destroy"),
    ("bring", "down", "destroy"),
    ("strike", "down", "invalid"),
    ("wind", "down", "end"),
    ("blow", "up", "explod"),
    ("go", "off", "explod"),
];

/// The doing of a verb and its particle: a fire that "broke out" started.
fn told_with_particle(mention: &EventMention, words: &[(String, &str)]) -> Option<&'static str> {
    let row = |pair: &[(String, &str)]| {
        let held = WITH_PARTICLES.iter().filter(|(stem, ..)| *stem == mention.stem && folded(stem) == pair[0].0);
        held.into_iter().find(|(_, particle, _)| pair[1].1.eq_ignore_ascii_case(particle)).map(|row| row.2)
    };
    words.windows(2).find_map(row)
}

/// What a court is asked to do, as stems.
const MOTIONS: &[&str] = &[
    "dismiss", "seal", "unseal", "suppress", "compel", "interven", "remand", "sever", "certifi", "summari", "stay", "reconsider", "recus",
    "disqualifi", "amend", "exclud", "venu", "injunct", "quash", "consolid", "bail", "acquit",
];

/// Bodies that vote one after the other, as stems.
const CHAMBERS: &[&str] = &["hous", "senat", "committe", "subcommitte", "council", "board", "commiss", "voter", "sharehold"];

/// What is voted on, as stems; words for any of them ("plan", "measure") are none.
const MEASURES: &[&str] = &["budget", "law", "contract", "deal", "merger", "ordin", "resolut", "amend", "tax", "nomin", "appoint"];

/// Things that light verbs leave it to their object to tell: "had surgery", "underwent surgery".
const OF_OBJECTS: &[&str] =
    &["surgeri", "oper", "treatment", "transplant", "mri", "biopsi", "exam", "therapi", "vacat", "leav", "train", "oath", "polygraph"];

/// The doing of a verb that says little by itself: who "held the post of mayor" served, and who "came back" returned.
fn told_by_object(mention: &EventMention) -> Option<&'static str> {
    if mention.kind != kinds::OTHER {
        return None;
    }
    let has = |stems: &'static [&'static str]| stems.iter().copied().find(|stem| mention.objects.contains(*stem));
    match mention.stem.as_str() {
        "hold" | "occupi" | "fill" | "had" if has(&["post", "job", "posit", "role", "offic", "seat"]).is_some() => Some("serv"),
        "come" | "go" | "get" if has(&["back"]).is_some() => Some("return"),
        "becom" | "made" | "was" if has(&["awar"]).is_some() => Some(DISCOVERY),
        "issu" | "announc" | "order" | "begin" | "expand" if has(&["recal"]).is_some() => Some("recal"),
        "had" | "have" | "undergo" | "take" | "go" | "receiv" | "get" | "undertak" | "perform" => has(OF_OBJECTS),
        _ => None,
    }
}

/// The words of a quotation with their stems.
fn words(quote: &str) -> Vec<(String, &str)> {
    let words = quote.split(|c: char| !c.is_alphanumeric() && !matches!(c, '$' | '-')).filter(|word| word.len() > 2);
    words.map(|word| (folded(&clause::stem(&word.to_lowercase())).to_owned(), word)).collect()
}

/// How the times of two mentions go together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Times {
    /// Both exact, and the same day.
    SameDay,
    /// The windows meet, or miss each other by no more than their slack.
    Fit,
    /// One or both leave a gap that the other can fill.
    Open,
    /// At least one has no time at all.
    Unknown,
    Apart(i64),
}

pub(super) fn times(a: &Look, b: &Look) -> Times {
    match (a.window, b.window) {
        (Some(x), Some(y)) => {
            if x.exact().is_some() && x.exact() == y.exact() {
                return Times::SameDay;
            }
            let gap = x.gap(y);
            // The day that one was moved from is the day that the other is planned for.
            let was = |look: &Look, when: When| look.mention.moved.is_some_and(|moved| moved.from.is_some_and(|(from, _)| from == when));
            if gap <= slack(x).max(slack(y)) || was(a, y) || was(b, x) { Times::Fit } else { Times::Apart(gap) }
        }
        (Some(x), None) => gap_fits(b, x),
        (None, Some(y)) => gap_fits(a, y),
        (None, None) => match (&a.mention.date, &b.mention.date) {
            (Some(x), Some(y)) if gaps_fit(&x.value, &y.value) => Times::Open,
            (Some(_), Some(_)) => Times::Apart(i64::MAX),
            _ => Times::Unknown,
        },
    }
}

/// Whether two gapped dates can be one: "Wednesday" and "January" can, "Wednesday" and "Friday" cannot.
fn gaps_fit(a: &Value, b: &Value) -> bool {
    fn agree(x: Option<u8>, y: Option<u8>) -> bool {
        x.is_none() || y.is_none() || x == y
    }
    match (a, b) {
        (Value::Gapped(Gap { month, day, weekday, .. }), Value::Gapped(Gap { month: m, day: d, weekday: w, .. })) => {
            agree(*month, *m) && agree(*day, *d) && agree(*weekday, *w)
        }
        _ => a == b,
    }
}

/// Whether a gapped date ("Wednesday", "January") can be the days of a window.
fn gap_fits(gapped: &Look, window: When) -> Times {
    let Some(date) = &gapped.mention.date else { return Times::Unknown };
    let Value::Gapped(Gap { month, day, weekday, .. }) = date.value else { return Times::Unknown };
    let (Some(first), Some(last)) = (window.earliest(), window.latest()) else { return Times::Open };
    let long = (last - first).num_days() > 40;
    let month_fits = month.is_none_or(|m| long || (first.month()..=last.month().max(first.month())).contains(&u32::from(m)));
    let day_fits = day.is_none_or(|d| first != last || first.day() == u32::from(d));
    let weekday_fits = weekday.is_none_or(|w| first != last || weekday_number(first) == w);
    if month_fits && day_fits && weekday_fits { Times::Open } else { Times::Apart(i64::MAX) }
}
