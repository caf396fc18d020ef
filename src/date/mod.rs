//! Reads phrases that name a time: finds candidates in one pass, reads each by a named rule, and fills in what it leaves
//! unsaid from the time last told or from the day the passage speaks from.
//!
//! What was *said* (`phrase::Said`) is kept apart from what was *filled in* (`resolve`). A rule is one row of a table,
//! with sentences it must and must not read. What is refused is kept with the name of the rule that refused it, so that
//! "what did it miss?" has an answer.

mod calendar;
mod cited;
mod clock;
mod day_list;
mod duration;
mod holiday;
mod identifier;
mod label;
mod legal;
mod margin;
mod message;
mod not_a_date;
mod nth;
mod numeric;
mod page;
mod phrase;
mod relative;
mod resolve;
mod rule;
mod spelling;
mod tense;
mod token;
mod value;
mod weekday;
mod when;
mod words;
mod year;

pub use spelling::day_text;
pub use value::{Amount, Gap, SetValue, TimeOfDay, Type, Value};
pub use when::{Grain, Part, When, add_days, add_months, weekday_name, weekday_number};
pub(crate) use words::is_month;
pub use words::{DayPart, Season, Unit};

use crate::span::Span;
use chrono::NaiveDate;
use phrase::{Core, Phrase, Reader, YearSaid};
use resolve::{Place, Telling};
use rule::Rules;
use token::Token;
use words::{Lexicon, Word};

/// How a date came to its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// All of it is in the words.
    Stated,
    /// The year is from the telling around it.
    YearFromTelling,
    /// Counted from the time last told.
    Relative,
    /// A weekday, counted from the day the passage speaks from.
    Weekday,
    /// Counted from the day of the source that the passage was copied from.
    Copied,
    /// Counted from the day the passage speaks from.
    Dateline,
    /// A post's own day.
    Post,
    /// Closed after the joining, from the joined events.
    Settled,
}

impl Basis {
    /// The name in the fixed interface.
    pub fn name(self) -> &'static str {
        match self {
            Basis::Stated => "stated",
            Basis::YearFromTelling => "year-from-telling",
            Basis::Relative => "relative",
            Basis::Weekday => "weekday",
            Basis::Copied => "copied",
            Basis::Dateline => "dateline",
            Basis::Post => "post",
            Basis::Settled => "settled",
        }
    }
}

/// A phrase that names a time.
///
/// Invariant: the span covers exactly its words, and no two mentions of one reading overlap.
#[derive(Clone, Debug, PartialEq)]
pub struct DateMention {
    pub span: Span,
    pub value: Value,
    /// The name of the rule that read it.
    pub rule: &'static str,
    pub basis: Basis,
    /// The index of the mention it was counted from.
    pub told: Option<usize>,
    /// The index into the anchors given, when it was counted from the passage's own day.
    pub anchor: Option<usize>,
    /// A weekday told beside the date that the calendar does not give it.
    pub weekday_said: Option<u8>,
    /// The index of the mention that ends the stretch this one begins ("from 1999 to 2017").
    pub until: Option<usize>,
}

/// A candidate that is no date, and the rule that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub span: Span,
    pub rule: &'static str,
}

/// Everything a reading found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dates {
    /// In the order of the text.
    pub mentions: Vec<DateMention>,
    /// In the order of the text.
    pub refusals: Vec<Refusal>,
}

/// Dates with the day before the month's name that show how a text writes its dates.
const SPELT_DAY_FIRST: usize = 3;

impl Dates {
    /// "04/03/2019" beside "13/02/2019": a text that writes one day first writes all so.
    fn settle_digits(&mut self, text: &str) {
        let either = |mention: &DateMention| matches!(mention.value, Value::Either(..));
        if !self.mentions.iter().any(either) {
            return;
        }
        let parts = |mention: &DateMention| -> Option<(u32, u32)> {
            let mut numbers = mention.span.of(text).split(['/', '.', '-']).map(|n| n.trim().parse::<u32>().ok());
            Some((numbers.next()??, numbers.next()??))
        };
        let in_digits = || self.mentions.iter().filter(|mention| mention.rule == "slashes").filter_map(parts);
        let (day_first, month_first) = (in_digits().any(|(a, b)| a > 12 && b <= 12), in_digits().any(|(a, b)| a <= 12 && b > 12));
        // "April 5, 2018" is how those write who write the month first; one who writes "5 April 2018" throughout writes so
        // in digits too.
        let spelt = |rule: &str| self.mentions.iter().filter(|mention| mention.rule == rule).count();
        let (american, european) = (spelt("month-day-year"), spelt("day-month-year"));
        if month_first || american > 0 || !day_first && european < SPELT_DAY_FIRST {
            return;
        }
        for mention in &mut self.mentions {
            if let Value::Either(_, day_first) = mention.value {
                mention.value = Value::Days(day_first);
            }
        }
    }
}

/// How the telling before an anchor carries over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// It goes on.
    Same,
    /// It ends here: another's words begin, or have ended.
    New,
    /// It is interrupted here, and goes on where the aside ends: the line under a picture.
    Aside,
}

/// From which byte on a text speaks from which day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnchorAt {
    pub from: usize,
    pub day: Option<NaiveDate>,
    pub scene: Scene,
    /// How many days later it may speak from, where only a week is known; 0 where the day is.
    pub later: u8,
}

/// Reads every phrase of `text` that names a time. `anchors` are in the order of the text; before the first, nothing is
/// known of the day.
pub fn find(text: &str, anchors: &[AnchorAt]) -> Dates {
    let mut tokens = Vec::with_capacity(text.len() / 5 + 8);
    let heads = token::tokenize(text, Lexicon::get(), &mut tokens);
    let tokens = margin::without_numbers(tokens, &heads);
    Reading {
        text,
        tokens: &tokens,
        anchors,
        anchor: None,
        rules: Rules::get(),
        telling: Telling::default(),
        outside: None,
        message: None,
        found: Dates::default(),
    }
    .run()
}

struct Reading<'a> {
    text: &'a str,
    tokens: &'a [Token],
    anchors: &'a [AnchorAt],
    /// The index of the anchor in force.
    anchor: Option<usize>,
    rules: Rules,
    telling: Telling,
    /// The telling that an aside interrupts.
    outside: Option<Telling>,
    /// The day of the message that the text shows here, and the mention that gives it.
    message: Option<(NaiveDate, usize)>,
    found: Dates,
}

impl Reading<'_> {
    fn run(mut self) -> Dates {
        let text = self.text;
        let mut start = 0;
        while start < self.tokens.len() {
            let mut end = start + 1;
            while end < self.tokens.len() && !self.breaks(end) {
                end += 1;
            }
            start = self.paragraph(start, end);
        }
        self.found.settle_digits(text);
        self.found
    }

    /// Whether a paragraph ends before a token: at a blank line, or at a line's end that is a sentence's end too.
    fn breaks(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        if token.new_paragraph || !token.new_line {
            return token.new_paragraph;
        }
        let month = at >= 2 && matches!(self.tokens[at - 2].word, Word::Month(_)) && self.tokens[at - 2].end == self.tokens[at - 1].start;
        matches!(self.tokens[at - 1].word, Word::Punct(b'.' | b'!' | b'?' | b'"')) && !month
    }

    /// Whether a line ends before a token without a stop, and a paragraph begins.
    fn opens_section(&self, end: usize) -> bool {
        end < self.tokens.len() && self.tokens[end].new_paragraph
    }

    /// Reads one paragraph; the token to go on at, which lies beyond `end` only where a date breaks over a page.
    fn paragraph(&mut self, start: usize, end: usize) -> usize {
        let r = Reader { text: self.text, tokens: self.tokens, start, end };
        self.telling.sentence += 1;
        let mut at = start;
        let mut free = start;
        // Whether the sentence is the paragraph's first.
        (self.telling.opened, self.telling.paragraph) = (start, self.telling.sentence);
        let mut first_sentence = true;
        // Phrases wait until their sentence is known, so that a year told after them can be seen.
        while at < end {
            // Most words are of no interest to any rule.
            if matches!(self.tokens[at].word, Word::Other | Word::PastVerb | Word::Of | Word::And | Word::In | Word::To) {
                at += 1;
                continue;
            }
            if matches!(r.word(at), Word::Punct(b'.' | b'!' | b'?')) && r.spaced(at + 1) && r.capital(at + 1) && !r.abbreviates(at) {
                self.telling.sentence += 1;
                (self.telling.opened, first_sentence) = (at + 1, false);
            }
            // A tag or an address is no telling.
            if r.glued(at) && matches!(r.before(at), Word::Punct(b'#' | b'@' | b'=' | b'_')) && at > start {
                at += 1;
                continue;
            }
            let Some((phrase, rule)) = self.rules.read(&r, at) else {
                at += 1;
                continue;
            };
            let first = phrase.first.max(free);
            let span = Span::new(self.tokens[first].start as usize, self.tokens[phrase.end - 1].end as usize);
            match &phrase.said {
                None => self.found.refusals.push(Refusal { span, rule: rule.name }),
                Some(said) => {
                    self.enter(span.start());
                    let at = self.anchor.map(|i| &self.anchors[i]);
                    let anchor = at.and_then(|at| at.day);
                    let later = at.map_or(0, |at| at.later);
                    let (anchor, later) = self.message.map_or((anchor, later), |(day, _)| (Some(day), 0));
                    let ahead = self.year_ahead(&r, &phrase);
                    let mut resolved = resolve::resolve(&r, &phrase, said, (anchor, later), &self.telling, ahead);
                    let index = self.found.mentions.len();
                    if let (Some((_, head)), Basis::Dateline | Basis::Weekday, None) = (self.message, resolved.basis, resolved.told) {
                        (resolved.basis, resolved.told) = (Basis::Relative, Some(head));
                    }
                    if let Some(day) =
                        resolved.value.when().and_then(When::exact).filter(|_| message::dates_a_message(&r, first, phrase.end))
                    {
                        self.message = Some((day, index));
                        self.telling = self.telling.new_scene();
                    }
                    // "A 2015 lawsuit", "the 1964 Civil Rights Act": a year that is part of a name moves no telling.
                    let named = matches!(said.core, Core::Year(_))
                        && matches!(r.before(first), Word::The | Word::A | Word::This | Word::That)
                        && r.spaced(phrase.end)
                        && !matches!(r.word(phrase.end), Word::Punct(_));
                    let passing = named
                        || matches!(
                            r.before(first),
                            Word::From
                                | Word::To
                                | Word::Between
                                | Word::By
                                | Word::Until
                                | Word::Through
                                | Word::Than
                                | Word::Before
                                | Word::After
                        );
                    let heading = matches!(said.core, Core::Year(_)) && phrase.end == end && first <= start + 3 && self.opens_section(end);
                    let place = if heading {
                        Place::Heading
                    } else if !named && r.before(first) == Word::Since {
                        Place::Since
                    } else if passing {
                        Place::Passing
                    } else if in_relative(&r, first) {
                        Place::Relative
                    } else if first_sentence || first <= self.telling.opened + 2 {
                        Place::Leading
                    } else {
                        Place::Within
                    };
                    if !page::is_stamped(&r, first) && !is_date_of_birth(&r, first) {
                        self.telling.note(&resolved, said, index, anchor, place);
                    }
                    self.link_range(&r, first, index, &resolved.value);
                    self.found.mentions.push(DateMention {
                        span,
                        value: resolved.value,
                        rule: rule.name,
                        basis: resolved.basis,
                        told: resolved.told,
                        anchor: if matches!(resolved.basis, Basis::Dateline | Basis::Weekday) { self.anchor } else { None },
                        weekday_said: resolved.weekday_said,
                        until: None,
                    });
                }
            }
            at = phrase.end;
            free = phrase.end;
        }
        at.max(end)
    }

    /// Takes up the anchor in force at a byte.
    fn enter(&mut self, at: usize) {
        let mut next = self.anchor.map_or(0, |i| i + 1);
        while next < self.anchors.len() && self.anchors[next].from <= at {
            match self.anchors[next].scene {
                Scene::Same => {}
                Scene::New => {
                    self.telling = self.telling.new_scene();
                    self.message = None;
                }
                Scene::Aside => {
                    self.telling = match self.outside.take() {
                        Some(outside) => outside.gone_on(&self.telling),
                        None => {
                            let aside = self.telling.new_scene();
                            self.outside = Some(std::mem::replace(&mut self.telling, aside.clone()));
                            aside
                        }
                    }
                }
            }
            self.anchor = Some(next);
            next += 1;
        }
    }

    /// The year of a yearless date that begins a stretch whose end tells its year: "between March 3 and March 9, 2019",
    /// "from December to March 2019", "between his election in November and his inauguration in January 2017".
    fn year_ahead(&self, r: &Reader, phrase: &Phrase) -> Option<i32> {
        let begins = yearless_month(phrase)?;
        let between = (r.start..phrase.first).rev().take(8).take_while(|at| !r.stops(*at)).any(|at| r.is(at, Word::Between));
        let (year, ends) = self.list_ahead(r, phrase).or_else(|| if between { self.end_ahead(r, phrase) } else { None })?;
        let stretch = between || matches!(r.word(phrase.end), Word::To | Word::Through | Word::Until | Word::Punct(b'-'));
        Some(if stretch && ends.is_some_and(|month| month < begins) { year - 1 } else { year })
    }

    /// The year, and the month, told after the dates that follow a phrase directly.
    fn list_ahead(&self, r: &Reader, phrase: &Phrase) -> Option<(i32, Option<u8>)> {
        let mut next = phrase.end;
        let day = phrase.said.is_some_and(|said| matches!(said.core, Core::Date { .. }));
        for _ in 0..6 {
            // "July 15-24 in 2022".
            if day
                && r.is(next, Word::In)
                && r.digits(next + 1) == 4
                && let Some((year, after)) = r.year(next + 1)
                && matches!(r.word(after), Word::Punct(_) | Word::End | Word::And | Word::Or | Word::PastVerb)
            {
                return Some((year, None));
            }
            if !matches!(r.word(next), Word::To | Word::Through | Word::Until | Word::And | Word::Or | Word::Punct(b'-' | b',')) {
                return None;
            }
            next += 1;
            next = r.past(next, Word::On);
            if r.is(next, Word::And) || r.is(next, Word::Or) {
                next += 1;
            }
            if let Some((year, end)) = r.year(next)
                && r.is(next, Word::Number)
                && r.mark(next - 1, b',')
                && !r.is(end, Word::Month(1))
            {
                return Some((year, None));
            }
            // "May 4, 5 and 6, 2019": bare days go on.
            if let Some((_, end)) = r.day(next, false)
                && !matches!(r.word(end), Word::Month(_))
            {
                if let Some((year, _)) = r.year(r.past_mark(end, b',')).filter(|_| r.mark(end, b',')) {
                    return Some((year, None));
                }
                next = end;
                continue;
            }
            let (other, _) = self.rules.read(r, next)?;
            match said_year(&other) {
                Some((year, month)) => return Some((year, Some(month))),
                None if yearless_month(&other).is_some() => next = other.end,
                None => return None,
            }
        }
        None
    }

    /// The year and month that end what "between" began, with words between the two.
    fn end_ahead(&self, r: &Reader, phrase: &Phrase) -> Option<(i32, Option<u8>)> {
        let and = (phrase.end..r.end).take(12).take_while(|at| !r.stops(*at)).find(|at| r.is(*at, Word::And))?;
        let ended = (and + 1..r.end).take(8).take_while(|at| !r.stops(*at)).find_map(|at| {
            let dated = matches!(r.word(at), Word::Month(_));
            self.rules.read(r, at).filter(|_| dated).map(|(other, _)| other)
        })?;
        said_year(&ended).map(|(year, month)| (year, Some(month)))
    }

    /// Ties the mention about to be added to the one before it when the words between them make a stretch.
    fn link_range(&mut self, r: &Reader, first: usize, index: usize, value: &Value) {
        let Some(before) = index.checked_sub(1) else { return };
        let last_end = self.found.mentions[before].span.end();
        let between = &self.text[last_end..self.tokens[first].start as usize];
        if between.len() > 48 {
            return;
        }
        // "From 2006 to at least 2016", "from Monday until about Friday".
        let mut words = between.trim();
        for hedge in ["at least", "about", "approximately", "roughly", "around", "on or", "in or", "in", "on", "and including"] {
            words = words.strip_suffix(hedge).map_or(words, str::trim_end);
        }
        // "Commencing on May 1 and continuing through June 3", "beginning in 2014 and ending in 2016", "up to May 3".
        const GOES_ON: &[&str] = &["continuing", "running", "lasting", "going on", "extending", "up"];
        let joined = words == "and";
        words = words.strip_prefix(", ").unwrap_or(words);
        words = words.strip_prefix("and ").unwrap_or(words);
        for verb in GOES_ON {
            words = words.strip_prefix(verb).map_or(words, str::trim_start);
        }
        let opened = {
            let start = self.found.mentions[before].span.start();
            let token = self.tokens[r.start..r.end].partition_point(|t| (t.start as usize) < start) + r.start;
            // "Between at least 2006 and 2015", "between about May and July".
            let hedges = (r.start..token)
                .rev()
                .take_while(|at| {
                    matches!(r.str(*at), "at" | "least" | "about" | "approximately" | "roughly" | "in" | "on" | "or" | "around")
                })
                .count();
            r.before(token - hedges)
        };
        // "Between June 2014 and her termination in July 2016".
        let to_event = || {
            let whose = ["her ", "his ", "its ", "their ", "the "].iter().any(|whose| words.starts_with(whose));
            whose && opened == Word::Between && between.trim().starts_with("and ") && words.split(' ').count() <= 4 && !words.contains(',')
        };
        let makes_stretch = match words {
            "to" | "until" | "till" | "through" | "thru" | "ending" => true,
            "-" | "–" | "—" => true,
            _ => joined && opened == Word::Between || to_event(),
        };
        // "May 7 — two days after the leak" is no stretch.
        let measures = matches!(value, Value::Duration { .. } | Value::Set(_));
        let dated = |mention: &DateMention| matches!(mention.value, Value::Days(_) | Value::Gapped(_));
        if makes_stretch && !measures && dated(&self.found.mentions[before]) {
            self.found.mentions[before].until = Some(index);
        }
    }
}

/// Whether a date closes a relative clause that no comma sets off: "the firm that won the contract in \[October 2017]".
fn in_relative(r: &Reader, first: usize) -> bool {
    let mut back = (r.start..first).rev().take(12).take_while(|at| !r.stops(*at) && !r.mark(*at, b','));
    back.any(|at| ["that", "who", "which"].iter().any(|word| r.says(at, word)) && at > r.start && r.word(at - 1) == Word::Other)
}

/// Whether a date is a form's date of birth, "(DOB 03/14/1979)": it says who somebody is, and tells of no day.
fn is_date_of_birth(r: &Reader, first: usize) -> bool {
    let lead = (r.start..first).rev().find(|at| !matches!(r.word(*at), Word::Punct(_)));
    lead.is_some_and(|at| {
        let spelt = r.str(at).eq_ignore_ascii_case("b") && at >= r.start + 4 && r.says(at - 2, "o") && r.says(at - 4, "d");
        let of = at >= r.start + 2 && r.says(at, "birth") && r.says(at - 2, "date");
        r.says(at, "dob") || r.says(at, "d.o.b") || spelt || of
    })
}

/// The month of a date or month without its year.
fn yearless_month(phrase: &Phrase) -> Option<u8> {
    match phrase.said?.core {
        Core::Date { year: YearSaid::Unsaid, month, .. } | Core::Month { year: YearSaid::Unsaid, month, .. } => Some(month),
        _ => None,
    }
}

/// The year and month of a date or month with its year.
fn said_year(phrase: &Phrase) -> Option<(i32, u8)> {
    match phrase.said?.core {
        Core::Date { year: YearSaid::Year(year), month, .. } | Core::Month { year: YearSaid::Year(year), month, .. } => Some((year, month)),
        _ => None,
    }
}

/// The name and purpose of every rule, for the manual and the ledger.
pub fn rules() -> impl Iterator<Item = (&'static str, &'static str)> {
    rule::TABLES.iter().flat_map(|rules| rules.iter()).map(|rule| (rule.name, rule.about))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(sentence: &str) -> Dates {
        let anchor = AnchorAt { from: 0, day: NaiveDate::from_ymd_opt(2021, 1, 21), scene: Scene::Same, later: 0 };
        find(sentence, &[anchor])
    }

    /// The sentence without its brackets, and the place of the bracketed phrase.
    fn marked(sentence: &str) -> (String, Span) {
        let start = sentence.find('[').expect("a wanted example marks its phrase");
        let end = sentence.rfind(']').expect("a wanted example marks its phrase");
        let plain = format!("{}{}{}", &sentence[..start], &sentence[start + 1..end], &sentence[end + 1..]);
        (plain, Span::new(start, end - 1))
    }

    #[test]
    fn every_rule_reads_its_wanted_examples_and_no_unwanted_one() {
        let mut faults = Vec::new();
        for rule in rule::TABLES.iter().flat_map(|rules| rules.iter()) {
            assert!(!rule.about.is_empty());
            for (sentence, value) in rule.wanted {
                let (plain, span) = marked(sentence);
                let dates = read(&plain);
                let hit = if value.is_empty() {
                    dates.refusals.iter().any(|refusal| refusal.span == span && refusal.rule == rule.name)
                } else {
                    dates.mentions.iter().any(|mention| {
                        mention.span == span
                            && mention.rule == rule.name
                            && (mention.value.timex() == *value || mention.value.edtf().as_deref() == Some(value))
                    })
                };
                if !hit {
                    let got: Vec<_> = dates.mentions.iter().map(|m| (m.span.of(&plain), m.rule, m.value.timex())).collect();
                    let refused: Vec<_> = dates.refusals.iter().map(|m| (m.span.of(&plain), m.rule)).collect();
                    faults.push(format!("{}: wanted {value} in {sentence:?}, got {got:?}, refused {refused:?}", rule.name));
                }
            }
            for sentence in rule.unwanted {
                let dates = read(sentence);
                let hit = dates
                    .mentions
                    .iter()
                    .map(|m| (m.span, m.rule))
                    .chain(dates.refusals.iter().map(|m| (m.span, m.rule)))
                    .find(|(_, name)| *name == rule.name);
                if let Some((span, _)) = hit {
                    faults.push(format!("{}: reads {:?} in {sentence:?}", rule.name, span.of(sentence)));
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn a_year_that_stands_over_a_passage_rules_it() {
        let rows: &[(&str, &[&str])] = &[
            ("1974\n\nOn August 8, the mill closed. The next day it rained.", &["1974", "1974-08-08", "1974-08-09"]),
            ("Chapter 3: 1987\n\nIn May she left.", &["1987", "1987-05"]),
            ("It was sold in 1974.\n\nOn January 8, the mill closed.", &["1974", "2021-01-08"]),
        ];
        for (text, wanted) in rows {
            let got: Vec<String> = read(text).mentions.iter().map(|mention| mention.value.timex()).collect();
            assert_eq!(got, *wanted, "{text}");
        }
    }

    #[test]
    fn there_are_as_many_refused_examples_as_read_ones() {
        let rows = || rule::TABLES.iter().flat_map(|rules| rules.iter());
        let read: usize = rows().flat_map(|rule| rule.wanted).filter(|(_, value)| !value.is_empty()).count();
        let refused: usize =
            rows().map(|rule| rule.unwanted.len() + rule.wanted.iter().filter(|(_, value)| value.is_empty()).count()).sum();
        assert!(refused >= read, "{refused} refused, {read} read");
    }
}
