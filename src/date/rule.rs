//! The table of rules: one row a phrase, with sentences it must and must not read, and the search for the best row.

use super::phrase::{Core, Phrase, Reader};
use super::words::Word;
use super::{
    calendar, cited, clock, day_list, duration, holiday, identifier, label, legal, not_a_date, nth, numeric, relative, weekday, year,
};
use std::sync::OnceLock;

/// A rule that reads one kind of phrase, or refuses it.
///
/// The examples are run by one test over the whole table, speaking from Thursday, 21 January 2021. In a wanted example
/// the phrase stands in square brackets beside its TIMEX3 value; a refusal has an empty value.
pub(crate) struct Rule {
    pub name: &'static str,
    pub about: &'static str,
    /// What the first word of the phrase can be.
    pub cues: &'static [Cue],
    pub read: fn(&Reader, usize) -> Option<Phrase>,
    #[cfg_attr(not(test), expect(dead_code, reason = "examples run by the table's test"))]
    pub wanted: &'static [(&'static str, &'static str)],
    #[cfg_attr(not(test), expect(dead_code, reason = "examples run by the table's test"))]
    pub unwanted: &'static [&'static str],
}

/// What a word is to the search: only rules that list a word's cue are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    Nothing,
    Number,
    Cardinal,
    Ordinal,
    Month,
    Weekday,
    Unit,
    Season,
    DayPart,
    Decade,
    Holiday,
    DayWord,
    Reference,
    The,
    A,
    Pointing,
    Same,
    Vague,
    Bounds,
    About,
    On,
    Part,
    Fiscal,
    Set,
    ClockWord,
    Quote,
    Open,
    Money,
    Section,
    Act,
    Docket,
    Page,
    Exhibit,
    Suite,
    Phone,
    Copyright,
    Versus,
    QuarterMark,
    /// Stands in a rule's list for every cue that can begin an amount.
    Amount,
}

const CUES: usize = Cue::Amount as usize;
const AMOUNT: &[Cue] = &[Cue::Number, Cue::Cardinal, Cue::A, Cue::Vague, Cue::Bounds, Cue::About];

#[inline]
fn cue(word: Word) -> Cue {
    match word {
        Word::Number => Cue::Number,
        Word::Cardinal(_) => Cue::Cardinal,
        Word::Ordinal(_) => Cue::Ordinal,
        Word::Month(_) => Cue::Month,
        Word::Weekday(_) => Cue::Weekday,
        Word::Unit(_) => Cue::Unit,
        Word::Season(_) => Cue::Season,
        Word::DayPart(_) => Cue::DayPart,
        Word::Decade(_) => Cue::Decade,
        Word::Holiday => Cue::Holiday,
        Word::Today | Word::Yesterday | Word::Tomorrow | Word::Tonight | Word::Overnight => Cue::DayWord,
        Word::Now | Word::Currently | Word::Recently | Word::Recent | Word::Soon | Word::Future | Word::Previously | Word::Present => {
            Cue::Reference
        }
        Word::The => Cue::The,
        Word::A => Cue::A,
        Word::This
        | Word::That
        | Word::These
        | Word::Last
        | Word::Next
        | Word::Previous
        | Word::Following
        | Word::Coming
        | Word::Latest
        | Word::Past => Cue::Pointing,
        Word::Same => Cue::Same,
        Word::Few | Word::Several | Word::Couple | Word::Many | Word::Half | Word::Dozen | Word::Hundred => Cue::Vague,
        Word::Nearly | Word::More | Word::Less | Word::At | Word::Over | Word::Only => Cue::Bounds,
        Word::About => Cue::About,
        Word::On => Cue::On,
        Word::Early | Word::Mid | Word::Late | Word::Beginning | Word::EndOf | Word::Earlier | Word::Later => Cue::Part,
        Word::Fiscal => Cue::Fiscal,
        Word::Each | Word::Every | Word::Adverb(_) | Word::Annual => Cue::Set,
        Word::Noon | Word::Midnight => Cue::ClockWord,
        Word::Punct(b'\'') => Cue::Quote,
        Word::Punct(b'(') => Cue::Open,
        Word::Punct(b'$') => Cue::Money,
        Word::Section => Cue::Section,
        Word::Act => Cue::Act,
        Word::Docket | Word::NumberSign => Cue::Docket,
        Word::Page => Cue::Page,
        Word::Exhibit => Cue::Exhibit,
        Word::Suite => Cue::Suite,
        Word::Phone => Cue::Phone,
        Word::Copyright => Cue::Copyright,
        Word::Versus => Cue::Versus,
        Word::QuarterMark => Cue::QuarterMark,
        _ => Cue::Nothing,
    }
}

/// Every table of rules. Refusals stand first, so that of two phrases of one length the refusal wins.
pub(crate) const TABLES: &[&[Rule]] = &[
    not_a_date::RULES,
    label::RULES,
    cited::RULES,
    identifier::RULES,
    day_list::RULES,
    calendar::RULES,
    year::RULES,
    numeric::RULES,
    legal::RULES,
    nth::RULES,
    weekday::RULES,
    holiday::RULES,
    relative::RULES,
    clock::RULES,
    duration::RULES,
];

/// The rules that begin at one cue, in the order of the tables.
#[derive(Clone, Default)]
struct AtCue {
    all: Vec<&'static Rule>,
    /// Those but for the ones that count units, for where no unit follows.
    uncounted: Vec<&'static Rule>,
}

/// Rules by the cue they begin at.
fn by_cue() -> &'static [AtCue] {
    static BY_CUE: OnceLock<Vec<AtCue>> = OnceLock::new();
    BY_CUE.get_or_init(|| {
        let mut table: Vec<AtCue> = vec![AtCue::default(); CUES];
        for rule in TABLES.iter().flat_map(|rules| rules.iter()) {
            for &cue in rule.cues {
                let members = if cue == Cue::Amount { AMOUNT } else { std::slice::from_ref(&cue) };
                for &member in members {
                    table[member as usize].all.push(rule);
                    if cue != Cue::Amount {
                        table[member as usize].uncounted.push(rule);
                    }
                }
            }
        }
        table
    })
}

/// A handle on the rules by cue, taken once a text.
#[derive(Clone, Copy)]
pub(crate) struct Rules(&'static [AtCue]);

impl Rules {
    pub(crate) fn get() -> Rules {
        Rules(by_cue())
    }

    /// The longest phrase that begins at a token and the rule that reads it; of equals, the first in the tables.
    #[inline]
    pub(crate) fn read(self, r: &Reader, at: usize) -> Option<(Phrase, &'static Rule)> {
        let cue = cue(r.word(at));
        if cue == Cue::Nothing || dead_end(r, at, cue) {
            return None;
        }
        self.longest(r, at, cue, |_| true)
    }

    fn longest(self, r: &Reader, at: usize, cue: Cue, fits: impl Fn(&Phrase) -> bool) -> Option<(Phrase, &'static Rule)> {
        let mut best: Option<(Phrase, &'static Rule)> = None;
        let at_cue = &self.0[cue as usize];
        let rules = if AMOUNT.contains(&cue) && !counts(r, at) { &at_cue.uncounted } else { &at_cue.all };
        for rule in rules {
            if let Some(mut phrase) = (rule.read)(r, at) {
                clock::attach_time(r, &mut phrase);
                if fits(&phrase) && best.is_none_or(|(held, _)| phrase.end > held.end) {
                    best = Some((phrase, rule));
                }
            }
        }
        best
    }
}

/// Tokens from the first of an amount to its unit at most: "more than two hundred and twenty-eight full business days".
const TO_THE_UNIT: usize = 12;

/// Whether a unit stands near enough behind a token for an amount of it to begin there.
#[inline]
fn counts(r: &Reader, at: usize) -> bool {
    let near = r.end.min(at + TO_THE_UNIT);
    r.tokens[at..near].iter().any(|token| matches!(token.word, Word::Unit(_)))
}

/// Whether a small word leads to no phrase because of the word after it. "The", "a" and "at" are every tenth word of a
/// text, and this one look spares them every rule.
#[inline]
fn dead_end(r: &Reader, at: usize, cue: Cue) -> bool {
    // An apostrophe begins only a short year.
    if cue == Cue::Quote {
        return !r.is(at + 1, Word::Number);
    }
    if cue == Cue::Number {
        // "5 %", and ".25" of "1.25", which no rule reads but with what stands before it.
        let fraction = r.glued(at) && r.before(at) == Word::Punct(b'.') && r.glued(at - 1) && r.back(at, 2) == Word::Number;
        return r.mark(at + 1, b'%') || fraction;
    }
    let small = matches!(cue, Cue::The | Cue::A | Cue::Bounds | Cue::On | Cue::About | Cue::Pointing | Cue::Same | Cue::Set);
    small
        && matches!(r.word(at + 1), Word::Other | Word::PastVerb | Word::The | Word::A | Word::In | Word::Of | Word::End)
        && !matches!(r.word(at), Word::At | Word::Adverb(_) | Word::Past | Word::Last)
        && !r.says(at + 1, "upcoming")
        && !r.says(at + 1, "calendar")
        && !r.says(at + 1, "other")
        && !r.says(at + 1, "very")
}

/// The best phrase that begins at a token, for rules that wrap another.
pub(crate) fn best(r: &Reader, at: usize) -> Option<Phrase> {
    Rules::get().read(r, at).map(|(phrase, _)| phrase)
}

/// The best phrase whose core passes a test.
pub(crate) fn best_of(r: &Reader, at: usize, fits: impl Fn(&Core) -> bool) -> Option<Phrase> {
    let cue = cue(r.word(at));
    if cue == Cue::Nothing {
        return None;
    }
    Rules::get().longest(r, at, cue, |phrase| phrase.said.as_ref().is_some_and(|said| fits(&said.core))).map(|(phrase, _)| phrase)
}
