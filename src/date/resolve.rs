//! Fills in what a phrase leaves unsaid, from the time last told or from the day its passage speaks from.
//!
//! The anchor is chosen for each expression, never for the whole document. "Two days later", "that same day" hang on
//! the time last told. A bare weekday hangs on the passage's day, but for one that goes on from an old day told with its
//! weekday and year, whose story names its days so. A day or month without a year takes its year from the
//! telling around it when the telling is *apart* from the passage's day: when a year was told within the last
//! sentences, or when the text tells old years more often than it speaks of its own days. It is then the first such
//! day not before the time last told, and it must not lie after the passage's own day. Everything else hangs on the
//! passage's day, and tense decides which side of it. HeidelTime (Strötgen and Gertz 2013) has to be told "news" or
//! "narrative" and loses 40 points of F1 with the wrong one; the running count of old years does that work here.

use super::phrase::{Core, From, Landmark, Phrase, Reader, Said, Shift, TimeSaid, YearSaid};
use super::tense::{self, Tense};
use super::value::{Gap, TimeOfDay, Value};
use super::when::{Grain, When, add_days, add_months, weekday_number};
use super::words::{Season, Unit, Word};
use super::{Basis, holiday, nth};
use chrono::{Datelike, NaiveDate};

/// The time last told, and where.
#[derive(Clone, Copy, Debug)]
struct Told {
    when: When,
    sentence: u32,
    /// The mention's place in the list, so that a value can name what it hangs on.
    mention: usize,
}

/// What has been told so far in one passage or document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Telling {
    last: Option<Told>,
    /// The year last told in passing ("from 1914 to 1918"), which only "the following year" hangs on where nothing else is told.
    passed: Option<Told>,
    /// The last year told in words, and in which sentence.
    year: Option<(Told, bool)>,
    quarter: Option<Told>,
    old_years: u32,
    own_days: u32,
    /// Old days and months told in words since the text last spoke of its own days.
    run: u32,
    /// Days told with their year, the latest last: "the Jan. 24 interview" is that of "Jan. 24, 2017" before it.
    full: Vec<(NaiveDate, usize)>,
    /// Days told in any way, the latest last: "that Wednesday" is the last of them that was one.
    days: Vec<(NaiveDate, usize)>,
    /// The old day last told with its weekday and its year, or by a weekday from such a day: its story names days so.
    week: Option<Told>,
    /// A year that stands alone over the passage, as a heading.
    heading: Option<Told>,
    /// The day whose hours are being told: "that evening …; shortly before 8 p.m. …; at around 10:30 p.m. …".
    hours: Option<Told>,
    /// The clock time last told, in minutes from its day's midnight: "two hours later" is counted from it.
    clock: Option<(Told, i32)>,
    /// The year that a count of years has just come to, from which the telling does not go on: "two years ago in \[March]".
    aside: Option<Told>,
    /// The day of the report's own clock: "On May 2 at 2115 hours …; at 2140 hours …", whatever days it has others tell of.
    watch: Option<Told>,
    /// The sentence the reader is in.
    pub sentence: u32,
    /// The token that the sentence opens with.
    pub opened: usize,
    /// The first sentence of its paragraph.
    pub paragraph: u32,
}

/// What a phrase is worth, and on what it hangs.
pub(crate) struct Resolved {
    pub value: Value,
    pub basis: Basis,
    /// The mention whose date this one is counted from.
    pub told: Option<usize>,
    /// The value was counted from the passage's own day.
    pub anchored: bool,
    /// The weekday told beside the date, when the calendar has another.
    pub weekday_said: Option<u8>,
    /// It tells an hour of a report's own clock: "2140 hours".
    pub watch: bool,
}

/// A year found in words after the phrase in the same sentence, for "between March 3 and March 9, 2019".
pub(crate) type YearAhead = Option<i32>;

/// Where a phrase stands, as far as it matters to the telling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// It opens a sentence, or stands in a paragraph's first.
    Leading,
    Within,
    /// It stands alone in its paragraph, over what follows.
    Heading,
    /// It only bounds something: "from 2008 to 2016".
    Passing,
    /// "The firm that won the contract in October 2017": it tells of a thing named, not of the story, where it goes back.
    Relative,
    /// "Since June 2007": the telling is at the time up to which it has been so, not at its beginning.
    Since,
}

/// Days by which what a relative clause tells goes back behind the story.
const GLANCE: i64 = 60;

/// Sentences within which a told year still rules a yearless date.
const YEAR_REACH: u32 = 3;

/// Most bytes of a short message.
const MESSAGE: usize = 280;

/// Days behind the text's own from which on a day is one of an old story's week.
const OLD_WEEK: i64 = 30;

/// Sentences within which a weekday goes on with the week of an old day.
const WEEK_REACH: u32 = 2;

/// Days within which the next sentence goes on with a day told with its year.
const GOES_ON: i64 = 120;

/// Sentences within which an hour goes on with the day whose hours were told last.
const HOURS_REACH: u32 = 4;

/// Years behind the text's own from which on a year alone is a history's, and no background of the news.
const LIFETIME: i32 = 40;

/// Days before the text's own within which a yearless date is its news, in days.
const FRESH: i64 = 45;

/// Days behind the text's own from which on a date is history.
const LONG_AGO: i64 = 3_650;

/// Most told days that are kept.
const KEPT: usize = 64;

/// Keeps a told day, the latest last.
fn keep(days: &mut Vec<(NaiveDate, usize)>, day: NaiveDate, mention: usize) {
    if days.len() == KEPT {
        days.remove(0);
    }
    days.push((day, mention));
}

impl Telling {
    /// Whether the text tells old years more often than it speaks of its own days.
    fn is_narrative(&self) -> bool {
        self.old_years > 2 * self.own_days + 1 && self.old_years >= 3
    }

    /// Whether it is a narrative beyond doubt: a background year or two beside news makes none.
    fn is_history(&self) -> bool {
        self.old_years >= 6 && self.old_years > 4 * self.own_days
    }

    /// Takes note of a resolved mention.
    pub(crate) fn note(&mut self, resolved: &Resolved, said: &Said, mention: usize, anchor: Option<NaiveDate>, place: Place) {
        // A weekday alone is press talk of the text's own days, even where those are unknown.
        let bare_weekday = matches!(said.core, Core::Weekday { shift: Shift::Bare, .. });
        if bare_weekday || resolved.anchored && matches!(said.core, Core::Weekday { .. } | Core::Offset { .. } | Core::Period { .. }) {
            self.own_days += 1;
            self.run = 0;
        }
        // "Last month", "next Wednesday": an undated text is back in its own days, and a year told before rules no longer.
        let pointed = matches!(
            said.core,
            Core::Weekday { shift: Shift::Last | Shift::Next | Shift::This, .. }
                | Core::Period { shift: Shift::Last | Shift::Next | Shift::This, .. }
                | Core::Offset { from: From::Anchor, .. }
        );
        if anchor.is_none() && pointed {
            self.own_days += 1;
            self.year = None;
        }
        let Some(when) = resolved.value.when() else { return };
        // "Overnight" and "tonight" say when on a day, and name none that the telling moves to.
        if matches!((said.core, said.time), (Core::Offset { count: 0, .. }, Some(super::phrase::TimeSaid::Part(_)))) {
            return;
        }
        // "A year earlier" is a glance aside; what follows goes on from where the telling was.
        if matches!(said.core, Core::Offset { unit: Unit::Year | Unit::Decade | Unit::Century, .. }) {
            self.aside = Some(Told { when, sentence: self.sentence, mention });
            return;
        }
        if !when.is_closed() || when.grain() > Grain::Year {
            return;
        }
        let goes_back = |last: Told| when.latest().zip(last.when.earliest()).is_some_and(|(end, day)| (day - end).num_days() > GLANCE);
        if place == Place::Relative && self.last.is_some_and(goes_back) {
            return;
        }
        let told = Told { when, sentence: self.sentence, mention };
        let long_past = when.exact().is_some_and(|day| anchor.is_none_or(|anchor| (anchor - day).num_days() > OLD_WEEK));
        let named = said.weekday.is_some() && matches!(said.core, Core::Date { year: YearSaid::Year(_), .. } | Core::Exact(_));
        let goes_on = bare_weekday && resolved.told.is_some();
        if when.exact().is_some() && !bare_weekday || goes_on {
            self.week = (long_past && (named || goes_on)).then_some(told);
        }
        if place == Place::Heading {
            self.heading = Some(told);
        }
        if let Some(day) = when.exact() {
            keep(&mut self.days, day, mention);
            let timed = matches!(resolved.value, Value::Time { .. });
            if let Value::Time { time: TimeOfDay::Clock { hour, minute, .. }, .. } = resolved.value {
                self.clock = Some((told, i32::from(hour) * 60 + i32::from(minute.unwrap_or(0))));
            }
            // An hour by itself, of the text's own day, opens no scene.
            let hour_alone = said.core == Core::TimeOnly && resolved.told.is_none();
            self.hours = if timed && !hour_alone { Some(told) } else { self.hours.filter(|_| hour_alone) };
            if resolved.watch && !hour_alone {
                self.watch = Some(told);
            }
        }
        if place == Place::Since && when.grain() < Grain::Year && !self.is_narrative() {
            self.old_years += 1;
            return;
        }
        // In a narrative, a bare year in passing ("the largest battle since 1813") does not move the telling; one that
        // opens a sentence or a paragraph does.
        let bare_year = matches!(said.core, Core::Year(_));
        if bare_year
            && (self.is_narrative() && self.year.is_some() && place != Place::Leading || matches!(place, Place::Passing | Place::Since))
        {
            self.passed = Some(told);
            return;
        }
        let year_in_words = matches!(
            said.core,
            Core::Date { year: YearSaid::Year(_), .. }
                | Core::Month { year: YearSaid::Year(_), .. }
                | Core::Year(_)
                | Core::Season { year: YearSaid::Year(_), .. }
                | Core::Holiday { year: YearSaid::Year(_), .. }
                | Core::Exact(_)
                | Core::Either(..)
        );
        // "In March of last year", "Jan. 14 of this year", "last October 12": the telling is back in its own years.
        let own_year = anchor.is_some()
            && matches!(
                said.core,
                Core::Date { year: YearSaid::Shifted(Shift::Last | Shift::This | Shift::Next) | YearSaid::Pointed(_), .. }
                    | Core::Month { year: YearSaid::Shifted(Shift::Last | Shift::This | Shift::Next) | YearSaid::Pointed(_), .. }
                    | Core::Month { shift: Shift::Last | Shift::This | Shift::Next, .. }
            );
        if own_year {
            self.own_days += 1;
            self.run = 0;
            self.year = Some((told, false));
        }
        if year_in_words {
            let old = anchor.zip(when.latest()).is_none_or(|(anchor, latest)| (anchor - latest).num_days() > 330);
            // A full date is a stronger sign of a told past than a bare year, which news drops in passing; one of long ago a
            // stronger one yet.
            let long_ago = anchor.zip(when.latest()).is_none_or(|(anchor, latest)| (anchor - latest).num_days() > LONG_AGO);
            self.old_years += u32::from(old) * if when.grain() == Grain::Year { 1 } else { 2 + u32::from(long_ago && self.own_days == 0) };
            self.run = if old && when.grain() < Grain::Year { self.run + 1 } else { self.run };
            self.year = Some((told, old));
            if let Some(day) = when.exact() {
                keep(&mut self.full, day, mention);
            }
        } else if resolved.basis == Basis::YearFromTelling
            && let Some((_, old)) = self.year
        {
            // "On Feb. 6, 2018, … Three months later, on May 17": the story goes on.
            self.run += u32::from(old && self.run > 0);
            self.year = Some((told, old));
        }
        // A forecast does not displace the quarter that results are told of.
        let begun = anchor.is_none_or(|anchor| when.latest().is_some_and(|last| last < anchor));
        if when.grain() == Grain::Quarter && (begun || self.quarter.is_none()) {
            self.quarter = Some(told);
        }
        // A bare year does not displace a finer date of the same year: "In May 2020 ... the 2020 campaign ... two days later".
        let coarser =
            self.last.is_some_and(|last| when.grain() == Grain::Year && when.holds(last.when) && last.sentence + 2 >= told.sentence);
        if !coarser {
            self.last = Some(told);
        }
    }

    /// A telling that starts afresh at the sentence reached.
    pub(crate) fn new_scene(&self) -> Telling {
        Telling { sentence: self.sentence, opened: self.opened, paragraph: self.paragraph, ..Telling::default() }
    }

    /// This telling, gone on after an aside.
    pub(crate) fn gone_on(self, aside: &Telling) -> Telling {
        Telling { sentence: aside.sentence, opened: aside.opened, paragraph: aside.paragraph, ..self }
    }

    /// The year-bearing time whose telling still rules here.
    fn ruling(&self, anchor: Option<NaiveDate>) -> Option<Told> {
        let (told, old) = self.year?;
        if let Some(heading) = self.heading
            && told.when.only_year() == heading.when.only_year()
        {
            return Some(told);
        }
        // An undated text has nothing else to go by, so that a year told in it holds further.
        let reach = match told.when.grain() {
            Grain::Year => 0,
            _ if anchor.is_none() => 3 * YEAR_REACH,
            _ => YEAR_REACH,
        };
        let near = self.sentence.saturating_sub(told.sentence) <= reach;
        // One old date in the news is an aside; two in a row are a story told in its own year.
        (self.is_narrative() || near && (anchor.is_none() || old && self.run >= 2)).then_some(told)
    }
}

/// "Was admitted on May 6, 2017, and discharged on \[May 9]": what "and" joins in one sentence to a date with its year, where no
/// relative clause holds the one date or the other.
fn is_joined(r: &Reader, at: usize, opened: usize) -> bool {
    // "Was born on May 20, 1950, and died on June 9" spans a life.
    const PARTS: &[&str] = &[
        "who", "which", "whose", "that", "when", "while", "after", "before", "since", "until", "as", "if", "born", "founded", "established",
    ];
    let Some(year) = (opened..at).rev().take(REACH).find(|i| r.is(*i, Word::Number) && r.digits(*i) == 4 && r.year(*i).is_some()) else {
        return false;
    };
    // "Opened an inquiry in 2018, but closed it in June": a year alone leaves the month to the paper's own.
    let of_a_month = (year.saturating_sub(4).max(opened)..year).any(|i| matches!(r.word(i), Word::Month(_)));
    let joined = of_a_month && (year + 1..at).any(|i| r.is(i, Word::And) || r.says(i, "then") || r.says(i, "but"));
    joined && !(opened..at).any(|i| PARTS.iter().any(|word| r.says(i, word)))
}

/// "Three months later, on \[May 17]", "a week earlier, on \[June 2]", "two years ago in \[March]".
fn follows_an_offset(r: &Reader, at: usize) -> bool {
    let lead = at.saturating_sub(usize::from(at > r.start && matches!(r.before(at), Word::On | Word::In)));
    let comma = lead.saturating_sub(usize::from(lead > r.start && r.mark(lead - 1, b',')));
    comma > r.start && ["later", "earlier", "afterward", "afterwards", "ago"].iter().any(|word| r.says(comma - 1, word))
}

/// Tokens between a date and one that "and" joins to it.
const REACH: usize = 16;

pub(crate) fn resolve(
    r: &Reader,
    phrase: &Phrase,
    said: &Said,
    (anchor, later): (Option<NaiveDate>, u8),
    telling: &Telling,
    ahead: YearAhead,
) -> Resolved {
    let tense = || tense::of(r, phrase);
    let done = || tense::is_done(r, phrase);
    // Never by the length of the whole text: what follows a paragraph changes nothing in it.
    let message = r.start == 0 && r.tokens[..r.end].last().is_some_and(|last| last.end as usize <= MESSAGE);
    let opens = phrase.first <= telling.opened + 1 && !matches!(r.before(phrase.first), Word::A | Word::The);
    let goes_on = opens
        || is_joined(r, phrase.first, telling.opened)
        || matches!(r.before(phrase.first), Word::On | Word::In | Word::By)
            && matches!(r.str(telling.opened), "He" | "She" | "They" | "It" | "His" | "Her" | "Their" | "Its" | "Then" | "After" | "When");
    let watch = said.time.is_some() && ["hours", "hrs", "Hours", "hr"].contains(&r.str(phrase.end - 1));
    let apposed = follows_an_offset(r, phrase.first);
    let set = || tense::is_set_for(r, phrase);
    let cx = Context { anchor, later, telling, ahead, done: &done, set: &set, goes_on, opens, apposed, message, watch };
    let (value, basis, told) = cx.core(said, &tense);
    let anchored = matches!(basis, Basis::Dateline | Basis::Weekday) && value.when().is_some();
    let mut value = value;
    let mut weekday_said = None;
    if let (Some(weekday), Some(day)) = (said.weekday, value.when().and_then(When::exact))
        && weekday_number(day) != weekday
    {
        // A yearless date whose weekday does not fit this year fits another: the weekday is evidence for the year.
        let other_year = match said.core {
            Core::Date { year: YearSaid::Unsaid, month, day: d } => [-1, 1].iter().find_map(|step| {
                When::ymd(day.year() + step, u32::from(month), u32::from(d))
                    .filter(|w| w.exact().is_some_and(|d| weekday_number(d) == weekday))
            }),
            _ => None,
        };
        match other_year {
            Some(when) => value = Value::Days(when),
            None => weekday_said = Some(weekday),
        }
    }
    if let Value::Either(one, other) = &mut value
        && said.its_week
    {
        for when in [one, other] {
            *when = when.exact().and_then(When::week_of).unwrap_or(*when);
        }
    }
    if let Value::Days(when) = &mut value {
        if said.its_week
            && let Some(week) = when.exact().and_then(When::week_of)
        {
            *when = week;
        }
        if let Some(part) = said.part
            && let Some(narrowed) = when.part(part)
        {
            *when = narrowed;
        }
        if said.approximate {
            *when = when.about();
        }
    }
    if let Value::Gapped(Gap { part, .. }) = &mut value {
        *part = said.part;
    }
    if let Some(time) = said.time {
        let time = time_of_day(r.text, time);
        value = match value {
            Value::Days(when) | Value::Either(when, _) => Value::Time { day: when.earliest().filter(|_| when.grain() == Grain::Day), time },
            Value::Time { day, .. } => Value::Time { day, time },
            Value::Gapped(gap) if gap.weekday.is_some() || gap.day.is_some() => Value::Gapped(Gap { time: Some(time), ..gap }),
            _ => Value::Time { day: None, time },
        };
    }
    Resolved { value, basis, told, anchored, weekday_said, watch }
}

fn time_of_day(text: &str, said: TimeSaid) -> TimeOfDay {
    match said {
        TimeSaid::Clock { hour, minute, second, zone } => {
            TimeOfDay::Clock { hour, minute, second, zone: zone.map(|(start, end)| text[start as usize..end as usize].to_owned()) }
        }
        TimeSaid::Part(part) => TimeOfDay::Part(part),
    }
}

type Answer = (Value, Basis, Option<usize>);

struct Context<'a> {
    anchor: Option<NaiveDate>,
    /// How many days later the passage may speak from.
    later: u8,
    telling: &'a Telling,
    ahead: YearAhead,
    /// A past verb stands close before the phrase: what is dated is done.
    done: &'a dyn Fn() -> bool,
    /// The sentence goes on with the one before: the phrase opens it, or one told of before is its subject.
    goes_on: bool,
    /// The phrase opens its sentence.
    opens: bool,
    /// The phrase stands in a text's first lines, as all of a short message does, which speaks of its own day.
    message: bool,
    /// It tells an hour of a report's own clock.
    watch: bool,
    /// It says the day of a distance told right before it: "three months later, on May 17".
    apposed: bool,
    /// It is what a thing to come is set for: "scheduled the trial for Oct. 26".
    set: &'a dyn Fn() -> bool,
}

impl Context<'_> {
    fn days(&self, when: Option<When>, basis: Basis, or: Value) -> Answer {
        (when.map_or(or, Value::Days), basis, None)
    }

    fn core(&self, said: &Said, tense: &dyn Fn() -> Tense) -> Answer {
        let stated = |value| (value, Basis::Stated, None);
        match said.core {
            Core::Exact(when) => stated(Value::Days(when)),
            Core::Either(one, other) => stated(Value::Either(one, other)),
            Core::Year(year) => self.days(When::year(year), Basis::Stated, Value::Past),
            Core::Decade(first) => self.days(When::decade(first), Basis::Stated, Value::Past),
            Core::Century(first) => self.days(When::century(first), Basis::Stated, Value::Past),
            Core::Duration { amount, unit } => stated(Value::Duration { amount, unit }),
            Core::Set(set) => stated(Value::Set(set)),
            Core::Now => stated(Value::Now),
            Core::Past => stated(Value::Past),
            Core::Later => stated(Value::Later),
            Core::Date { year, month, day } => {
                let gap = Value::Gapped(Gap { month: Some(month), day: Some(day), ..Gap::default() });
                self.yearless(year, gap, tense, said.weekday, |year| When::ymd(year, u32::from(month), u32::from(day)))
            }
            Core::Month { year, month, shift } => {
                let gap = Value::Gapped(Gap { month: Some(month), ..Gap::default() });
                let of = |year| When::month(year, u32::from(month));
                match (shift, self.anchor) {
                    (Shift::That | Shift::Following | Shift::Preceding, _) => self.told_month(shift, gap, of),
                    (Shift::Bare, _) | (_, None) => self.yearless(year, gap, tense, None, of),
                    (shift, Some(anchor)) => {
                        let this = anchor.year();
                        let year = match shift {
                            Shift::Last if u32::from(month) >= anchor.month() => this - 1,
                            Shift::Next if u32::from(month) <= anchor.month() => this + 1,
                            _ => this,
                        };
                        self.days(of(year), Basis::Dateline, gap)
                    }
                }
            }
            Core::Season { season, year } => {
                let of =
                    |year| When::season(year + i32::from(season == Season::Winter && self.anchor.is_some_and(|a| a.month() > 8)), season);
                self.named_period(year, tense, of)
            }
            Core::Quarter { quarter, year } => self.named_period(year, tense, |year| When::quarter(year, u32::from(quarter))),
            Core::QuarterToldIn(year) => match self.telling.quarter {
                Some(told) => {
                    let quarter = told.when.earliest().map_or(1, |day| day.month().div_ceil(3));
                    (When::quarter(year, quarter).map_or(Value::Past, Value::Days), Basis::Relative, Some(told.mention))
                }
                None => self.days(When::year(year), Basis::Stated, Value::Past),
            },
            Core::Half { half, year } => self.named_period(year, tense, |year| When::half(year, u32::from(half))),
            Core::Holiday { holiday, year } => {
                let gap = Value::Gapped(Gap::default());
                let of = |year| holiday::day_of(holiday, year).map(When::day);
                match (year, self.anchor) {
                    (YearSaid::Pointed(Shift::Last), Some(anchor)) => {
                        let this = of(anchor.year()).filter(|w| w.exact().is_some_and(|d| d < anchor));
                        self.days(this.or_else(|| of(anchor.year() - 1)), Basis::Dateline, gap)
                    }
                    (YearSaid::Pointed(Shift::Next | Shift::This), Some(anchor)) => {
                        let this = of(anchor.year()).filter(|w| w.exact().is_some_and(|d| d >= anchor));
                        self.days(this.or_else(|| of(anchor.year() + 1)), Basis::Dateline, gap)
                    }
                    (year, _) => self.yearless(year, gap, tense, None, of),
                }
            }
            Core::DayOfMonth { day, shift } => self.day_of_month(day, shift, said.weekday),
            Core::Weekday { weekday, shift } => self.weekday(weekday, shift, tense),
            Core::NthWeekday { nth, weekday, month, year } => {
                let gap = Value::Gapped(Gap { month: Some(month), weekday: Some(weekday), ..Gap::default() });
                self.yearless(year, gap, tense, None, |year| nth::day_of(year, u32::from(month), weekday, nth).map(When::day))
            }
            Core::WeekdayOf { weekday, week } => {
                let gap = Value::Gapped(Gap { weekday: Some(weekday), ..Gap::default() });
                let told = matches!(week, Shift::That | Shift::Following | Shift::Preceding);
                let base = if told { self.told_day().map(|(day, _)| day) } else { self.anchor };
                let step = match week {
                    Shift::Last | Shift::Preceding => -7,
                    Shift::Next | Shift::Following => 7,
                    _ => 0,
                };
                let day = base.and_then(|base| add_days(base, step + i64::from(weekday) - i64::from(weekday_number(base))));
                self.days(day.map(When::day), if told { Basis::Relative } else { Basis::Weekday }, gap)
            }
            Core::WeekdayAgo { weekday, weeks } => {
                let gap = Value::Gapped(Gap { weekday: Some(weekday), ..Gap::default() });
                let day = self.anchor.and_then(|anchor| {
                    let back = (i64::from(weekday_number(anchor)) - i64::from(weekday)).rem_euclid(7);
                    add_days(anchor, -back - 7 * i64::from(weeks))
                });
                self.days(day.map(When::day), Basis::Weekday, gap)
            }
            Core::Elapsed { minutes } => self.elapsed(minutes),
            Core::WeekdayBeside { weekday, after, day } => {
                let gap = Value::Gapped(Gap { weekday: Some(weekday), ..Gap::default() });
                let (landmark, basis, told) = match day {
                    Landmark::Day(when) => (Value::Days(when), Basis::Stated, None),
                    Landmark::Holiday { holiday, year } => self.core(&Said::new(Core::Holiday { holiday, year }), tense),
                };
                let beside = landmark.when().and_then(When::exact).and_then(|day| {
                    let ahead = (i64::from(weekday) - i64::from(weekday_number(day))).rem_euclid(7);
                    add_days(
                        day,
                        if !after {
                            ahead - 7
                        } else if ahead == 0 {
                            7
                        } else {
                            ahead
                        },
                    )
                });
                (beside.map_or(gap, |day| Value::Days(When::day(day))), basis, told)
            }
            Core::Period { unit, shift } => self.period(unit, shift, tense),
            Core::LastDay(unit) => {
                let when = self.period(unit, Shift::This, tense).0.when();
                let tense = tense();
                let day = when.and_then(When::latest).and_then(|last| {
                    // A year-end just behind the article is meant by a past tense in the first months of a year.
                    let back =
                        tense == Tense::Past && unit == Unit::Year && last.month() == 12 && self.anchor.is_some_and(|a| a.month() <= 3);
                    if back { add_months(last, -12) } else { Some(last) }
                });
                self.days(day.map(When::day), Basis::Dateline, Value::Later)
            }
            Core::Offset { count, unit, from } => self.offset(count, unit, from),
            Core::TimeOnly | Core::TimeOf => {
                let placeholder = TimeOfDay::Clock { hour: 0, minute: None, second: None, zone: None };
                if let Some(watch) = self.telling.watch.filter(|_| self.watch) {
                    return (Value::Time { day: watch.when.exact(), time: placeholder }, Basis::Relative, Some(watch.mention));
                }
                let near = |hours: &Told| self.telling.sentence - hours.sentence <= HOURS_REACH;
                if let Some(hours) = self.telling.hours.filter(|hours| near(hours) && tense() == Tense::Past) {
                    return (Value::Time { day: hours.when.exact(), time: placeholder }, Basis::Relative, Some(hours.mention));
                }
                let since = |told: Told| self.telling.sentence - told.sentence;
                // "It burned in 2015. It began at 4:15 in the morning": an hour of an old story is of no day of the paper's.
                let old =
                    |told: Told| self.anchor.zip(told.when.latest()).is_some_and(|(anchor, day)| (anchor - day).num_days() > OLD_WEEK);
                let day = match self.telling.last {
                    Some(told) if told.when.grain() == Grain::Day && (since(told) <= 1 || self.telling.is_narrative()) => told.when.exact(),
                    Some(told) if told.when.grain() > Grain::Day && since(told) <= 1 && old(told) && tense() == Tense::Past => None,
                    _ => self.anchor.filter(|_| said.core == Core::TimeOnly),
                };
                (Value::Time { day, time: placeholder }, Basis::Dateline, None)
            }
        }
    }

    /// A date that may lack its year.
    fn yearless(
        &self,
        year: YearSaid,
        gap: Value,
        tense: &dyn Fn() -> Tense,
        weekday: Option<u8>,
        of: impl Fn(i32) -> Option<When>,
    ) -> Answer {
        match year {
            YearSaid::Year(year) => return self.days(of(year), Basis::Stated, gap),
            // A day that is a name is of no text older than it.
            YearSaid::Named(year) if of(year).and_then(When::earliest).zip(self.anchor).is_none_or(|(day, anchor)| day <= anchor) => {
                return self.days(of(year), Basis::YearFromTelling, gap);
            }
            YearSaid::Named(_) => {}
            // "Last October 12" is the last one that is over, and "next May 3" the first to come.
            YearSaid::Pointed(shift @ (Shift::Last | Shift::Next)) if self.anchor.is_some() => {
                let anchor = self.anchor.unwrap_or_default();
                let mut days = (-1..=1).filter_map(|step| of(anchor.year() + step));
                let when = if shift == Shift::Last {
                    days.rfind(|when| when.latest().is_some_and(|day| day < anchor))
                } else {
                    days.find(|when| when.earliest().is_some_and(|day| day > anchor))
                };
                return self.days(when, Basis::Dateline, gap);
            }
            YearSaid::Shifted(shift) | YearSaid::Pointed(shift) => {
                let (base, told) = self.base_year(shift);
                let when = base.and_then(&of);
                return (when.map_or(gap, Value::Days), Basis::Relative, told);
            }
            YearSaid::Unsaid => {}
        }
        if let Some(year) = self.ahead {
            return self.days(of(year), Basis::YearFromTelling, gap);
        }
        let here = |told: &Told| self.apposed && told.sentence == self.telling.sentence;
        if let Some(told) = self.telling.aside.filter(here).or(self.telling.last.filter(here))
            && let Some(near) = told.when.earliest()
            && let Some(when) = (-1..=1).filter_map(|step| of(near.year() + step)).min_by_key(|when| when.gap(told.when))
        {
            return (Value::Days(when), Basis::YearFromTelling, Some(told.mention));
        }
        let fits_weekday = |when: &When| weekday.is_none_or(|w| when.exact().is_none_or(|day| weekday_number(day) == w));
        // A day of the last weeks is news, even beside a story of another year; so is the running month, but to a narrative.
        let fresh = |when: When| {
            let Some((anchor, first, last)) = self.anchor.zip(when.earliest()).zip(when.latest()).map(|((a, f), l)| (a, f, l)) else {
                return false;
            };
            let running = first <= anchor && anchor < last && !self.telling.is_narrative();
            running || (0..=FRESH).contains(&(anchor - last).num_days())
        };
        let recent = self.anchor.and_then(|anchor| of(anchor.year())).filter(fits_weekday).is_some_and(fresh);
        // "The court ruled on March 6, 2021. He appealed on April 3": the next sentence goes on with an old day. A year alone, and
        // a paragraph before, do not reach a day that is the paper's news.
        if let Some((told, true)) = self.telling.year
            && self.goes_on
            && self.telling.sentence - told.sentence <= 1
            && self.telling.heading.is_none()
            && (!recent || told.when.grain() < Grain::Year && told.sentence >= self.telling.paragraph)
            && let Some(when) = told.when.only_year().and_then(&of).filter(fits_weekday)
            && let (Some(from), Some(day)) = (told.when.earliest(), when.earliest())
            // A year alone, in the news, is background: "was founded in 1998. It filed on Nov. 14".
            && (told.when.grain() < Grain::Year
                || self.opens
                || self.telling.is_narrative()
                || self.anchor.zip(told.when.only_year()).is_none_or(|(anchor, year)| anchor.year() - year > LIFETIME))
            && (told.when.grain() == Grain::Year || (0..=GOES_ON).contains(&(day - from).num_days()))
            && tense() == Tense::Past
        {
            return (Value::Days(when), Basis::YearFromTelling, Some(told.mention));
        }
        // A narrative comes to the same day of another year; the news comes back to the same day.
        if !self.telling.is_narrative()
            && !recent
            && let Some((when, mention)) = self.telling.full.iter().rev().find_map(|(day, mention)| {
                let same = of(day.year()).filter(|when| when.exact() == Some(*day)).filter(fits_weekday)?;
                Some((same, *mention))
            })
        {
            return (Value::Days(when), Basis::YearFromTelling, Some(mention));
        }
        if let Some(told) = self.telling.ruling(self.anchor)
            && (self.telling.is_history() || !recent)
            // "It was created in 2012": a year alone dates no later day of a paper that speaks of its own days.
            && (self.telling.is_history()
                || told.when.grain() < Grain::Year
                || told.sentence == self.telling.sentence
                || self.telling.heading.is_some())
            && let Some(year) = told.when.only_year()
            && (self.anchor.is_none() || self.telling.is_history() || tense() != Tense::Future)
        {
            let not_ahead = |when: &When| self.anchor.is_none_or(|anchor| when.earliest().is_some_and(|day| day <= anchor));
            let same = of(year).filter(fits_weekday);
            // Forward, not backward: the first such day not before the time last told. A small step back stays within
            // the year where the telling is close or the text is a narrative; a large one has turned the year.
            let last = self.telling.last.filter(|last| last.when.only_year() == Some(year)).unwrap_or(told);
            let back = same.zip(last.when.earliest()).and_then(|(when, day)| Some((day - when.latest()?).num_days())).unwrap_or(0);
            let close = self.telling.is_narrative() || self.telling.sentence - last.sentence <= 1;
            // "In late 2003 ... in February": a part of a year lies nearer to its end than a day does.
            let step = if last.when.grain() > Grain::Month { 150 } else { 200 };
            // "Charged in April 2018, he was acquitted in March", in a paper of 2019: what goes on leads to the paper's own year.
            let own = self.anchor.is_some_and(|anchor| anchor.year() == year + 1) && back > 0 && !self.telling.is_narrative();
            let turned = own || back > if close { step } else { 0 };
            let chosen =
                if turned { of(year + 1).filter(fits_weekday).filter(not_ahead).or(if close { same } else { None }) } else { same };
            if let Some(when) = chosen.filter(not_ahead) {
                return (Value::Days(when), Basis::YearFromTelling, Some(told.mention));
            }
        }
        let Some(anchor) = self.anchor else { return (gap, Basis::Stated, None) };
        let candidates = [-1, 0, 1].into_iter().filter_map(|step| of(anchor.year() + step)).filter(fits_weekday);
        let tense = tense();
        let started = |when: &When| when.earliest().is_some_and(|day| day <= anchor);
        let named = matches!(gap, Value::Gapped(Gap { month: None, .. }));
        let is_day = of(anchor.year()).is_some_and(|when| when.grain() == Grain::Day);
        let chosen = match tense {
            // A day told as done is behind the text, but for a feast whose season is told ("prayed as Easter week began");
            // else the nearer one is meant.
            _ if is_day => candidates.min_by_key(|when| {
                let (past, gap) = (started(when), when.gap(When::day(anchor)));
                match (tense, past) {
                    (Tense::Past, false) if (self.done)() && (!named || gap > 14) => gap + 1000,
                    (Tense::Future, true) if (self.set)() => gap + 1000,
                    (Tense::Past, false) | (Tense::Future, true) => gap * 3,
                    _ => gap,
                }
            }),
            Tense::Future => candidates.into_iter().find(|when| when.latest().is_some_and(|day| day >= anchor)),
            Tense::Past => candidates.into_iter().filter(started).last(),
            Tense::Unknown => candidates.into_iter().min_by_key(|when| (when.gap(When::day(anchor)), !started(when))),
        };
        self.days(chosen, Basis::Dateline, gap)
    }

    /// A quarter, half or season.
    fn named_period(&self, year: YearSaid, tense: &dyn Fn() -> Tense, of: impl Fn(i32) -> Option<When>) -> Answer {
        match year {
            YearSaid::Year(year) | YearSaid::Named(year) => self.days(of(year), Basis::Stated, Value::Past),
            YearSaid::Pointed(shift) => {
                // "The following spring", "that winter": of the time last told.
                if matches!(shift, Shift::That | Shift::Following | Shift::Preceding)
                    && let Some(told) = self.telling.last.or(self.telling.passed)
                    && let Some(day) = told.when.earliest()
                {
                    let years = || (-2..=2).filter_map(|step| of(day.year() + step));
                    let last = told.when.latest().unwrap_or(day);
                    let when = match shift {
                        // After a year the next summer is the next year's; after a month it may be the same one's.
                        Shift::Following => {
                            let from = if told.when.grain() >= Grain::Year { last } else { day };
                            years().find(|when| when.earliest().is_some_and(|first| first > from))
                        }
                        Shift::Preceding => years().filter(|when| when.latest().is_some_and(|end| end < day)).last(),
                        _ => years().find(|when| when.latest().is_some_and(|end| end >= last.min(day))),
                    };
                    return (when.map_or(Value::Past, Value::Days), Basis::Relative, Some(told.mention));
                }
                let Some(anchor) = self.anchor else { return (Value::Past, Basis::Stated, None) };
                let when = match shift {
                    // "Last summer" is the last one that is over; "next spring" the first that has not begun.
                    Shift::Last => {
                        (-2..=0).rev().filter_map(|step| of(anchor.year() + step)).find(|w| w.latest().is_some_and(|z| z < anchor))
                    }
                    Shift::Next => (0..=2).filter_map(|step| of(anchor.year() + step)).find(|w| w.earliest().is_some_and(|a| a > anchor)),
                    _ => of(anchor.year()),
                };
                self.days(when, Basis::Dateline, Value::Past)
            }
            YearSaid::Shifted(shift) => {
                let (base, told) = self.base_year(shift);
                (base.and_then(of).map_or(Value::Past, Value::Days), Basis::Relative, told)
            }
            YearSaid::Unsaid => {
                if let Some(told) = self.telling.ruling(self.anchor)
                    && (self.anchor.is_none() || self.telling.is_narrative())
                    && let Some(when) = told.when.only_year().and_then(&of)
                {
                    return (Value::Days(when), Basis::YearFromTelling, Some(told.mention));
                }
                // "They met in May 2019. By the fall they had left": the next sentence goes on with an old time.
                if let Some((told, true)) = self.telling.year
                    && self.telling.sentence - told.sentence <= 1
                    && (Grain::Day..=Grain::Month).contains(&told.when.grain())
                    && tense() == Tense::Past
                    && let Some(from) = told.when.earliest()
                    && let Some(when) =
                        (0..=1).filter_map(|step| of(from.year() + step)).find(|when| when.latest().is_some_and(|day| day >= from))
                    && self.anchor.is_none_or(|anchor| when.earliest().is_some_and(|day| day <= anchor))
                {
                    return (Value::Days(when), Basis::YearFromTelling, Some(told.mention));
                }
                let Some(anchor) = self.anchor else { return (Value::Past, Basis::Stated, None) };
                let candidates: Vec<When> = [-1, 0, 1].into_iter().filter_map(|step| of(anchor.year() + step)).collect();
                let when = if tense() == Tense::Future {
                    candidates.into_iter().find(|when| when.latest().is_some_and(|day| day >= anchor - chrono::TimeDelta::days(120)))
                } else {
                    candidates.into_iter().rfind(|when| when.earliest().is_some_and(|day| day <= anchor))
                };
                self.days(when, Basis::Dateline, Value::Past)
            }
        }
    }

    /// "The following March", "that July": counted from the time last told.
    fn told_month(&self, shift: Shift, gap: Value, of: impl Fn(i32) -> Option<When>) -> Answer {
        let Some(told) = self.telling.last.or(self.telling.passed) else { return (gap, Basis::Stated, None) };
        let months = told.when.earliest().zip(told.when.latest()).and_then(|(first, last)| {
            let mut years = (first.year() - 1..=last.year() + 1).filter_map(of);
            match shift {
                Shift::Following => years.find(|when| when.earliest().is_some_and(|day| day > last)),
                Shift::Preceding => years.rfind(|when| when.latest().is_some_and(|day| day < first)),
                _ => years.find(|when| when.latest().is_some_and(|day| day >= first)),
            }
        });
        (months.map_or(gap, Value::Days), Basis::Relative, Some(told.mention))
    }

    /// The year that a pointing word names.
    fn base_year(&self, shift: Shift) -> (Option<i32>, Option<usize>) {
        let step = match shift {
            Shift::Last | Shift::Preceding => -1,
            Shift::Next | Shift::Following => 1,
            _ => 0,
        };
        if matches!(shift, Shift::That | Shift::Following | Shift::Preceding)
            && let Some(told) = self.telling.last
        {
            return (told.when.earliest().map(|day| day.year() + step), Some(told.mention));
        }
        (self.anchor.map(|day| day.year() + step), None)
    }

    /// The day last told, where it was told as one.
    fn told_day(&self) -> Option<(NaiveDate, usize)> {
        self.telling.last.filter(|told| told.when.grain() == Grain::Day).and_then(|told| Some((told.when.earliest()?, told.mention)))
    }

    fn day_of_month(&self, day: u8, shift: Shift, weekday: Option<u8>) -> Answer {
        let gap = Value::Gapped(Gap { day: Some(day), weekday, ..Gap::default() });
        if let (Shift::This | Shift::Last, Some(anchor)) = (shift, self.anchor) {
            let month = add_months(anchor.with_day(1).unwrap_or(anchor), if shift == Shift::Last { -1 } else { 0 });
            let when = month.and_then(|first| When::ymd(first.year(), first.month(), u32::from(day)));
            return self.days(when, Basis::Dateline, gap);
        }
        let base = match self.telling.last {
            Some(told) if told.when.grain() <= Grain::Month => Some((told.when.earliest(), Some(told.mention))),
            _ => self.anchor.map(|anchor| (Some(anchor), None)),
        };
        let Some((Some(base), told)) = base else { return (gap, Basis::Stated, None) };
        let of =
            |months: i32| add_months(base.with_day(1)?, months).and_then(|first| When::ymd(first.year(), first.month(), u32::from(day)));
        let fits = |when: &When| weekday.is_none_or(|w| when.exact().is_some_and(|day| weekday_number(day) == w));
        // "Left on March 30. On the 2nd he came back": the next month's is far nearer than the same one's.
        let day_told = told.is_some() && self.telling.last.is_some_and(|told| told.when.grain() == Grain::Day);
        let turned = day_told && base.day() >= 24 && day <= 7;
        let when = of(i32::from(turned))
            .filter(fits)
            .or_else(|| [1, -1].into_iter().filter_map(of).find(|when| weekday.is_some() && fits(when)))
            .or_else(|| of(0));
        (when.map_or(gap, Value::Days), if told.is_some() { Basis::Relative } else { Basis::Dateline }, told)
    }

    fn weekday(&self, weekday: u8, shift: Shift, tense: &dyn Fn() -> Tense) -> Answer {
        let gap = Value::Gapped(Gap { weekday: Some(weekday), ..Gap::default() });
        let step_to = |base: NaiveDate| i64::from(weekday) - i64::from(weekday_number(base));
        let named = self.telling.days.iter().rev().find(|(day, _)| weekday_number(*day) == weekday);
        // "It was a Wednesday", "they met on a Monday": the one just told, or some Monday; "is full on a Sunday" is of the text's.
        let shift = if shift == Shift::The && tense() != Tense::Past { Shift::Bare } else { shift };
        if let Some(&(day, told)) = named.filter(|_| matches!(shift, Shift::That | Shift::The)) {
            return (Value::Days(When::day(day)), Basis::Relative, Some(told));
        }
        if shift == Shift::The {
            return (gap, Basis::Stated, None);
        }
        // "On Sunday, May 1, 2011, they drove out. On Tuesday they turned back": the story's week, not the paper's. Where the
        // paper's own day is not known, its "Tuesday" may be meant, but for the one sentence.
        if shift == Shift::Bare
            && let Some(told) =
                self.telling.week.filter(|told| self.telling.sentence - told.sentence <= if self.anchor.is_some() { WEEK_REACH } else { 0 })
            && let Some(day) = told.when.exact()
            && tense() == Tense::Past
        {
            let step = (step_to(day) + 7) % 7;
            let on = add_days(day, step);
            return (on.map_or(gap, |day| Value::Days(When::day(day))), Basis::Relative, Some(told.mention));
        }
        if matches!(shift, Shift::That | Shift::Following | Shift::Preceding) || shift == Shift::Bare && self.anchor.is_none() {
            let Some((base, told)) = self.told_day().filter(|_| shift != Shift::Bare) else { return (gap, Basis::Stated, None) };
            let step = step_to(base);
            let step = if shift == Shift::Preceding {
                if step >= 0 { step - 7 } else { step }
            } else if step <= 0 {
                step + 7
            } else {
                step
            };
            // What is told as done does not lie ahead of the text.
            let ahead = |day: &NaiveDate| shift == Shift::That && self.anchor.is_some_and(|anchor| *day > anchor) && tense() == Tense::Past;
            let day = add_days(base, step).and_then(|day| if ahead(&day) { add_days(day, -7) } else { Some(day) });
            return (day.map_or(gap, |day| Value::Days(When::day(day))), Basis::Relative, Some(told));
        }
        let Some(anchor) = self.anchor else { return (gap, Basis::Stated, None) };
        let step = step_to(anchor);
        let back = if step > 0 { step - 7 } else { step };
        let on = if step < 0 { step + 7 } else { step };
        let step = match shift {
            Shift::Last => {
                if back == 0 {
                    -7
                } else {
                    back
                }
            }
            Shift::Next => {
                if on == 0 {
                    7
                } else {
                    on
                }
            }
            Shift::This => {
                if tense() == Tense::Past {
                    back
                } else {
                    on
                }
            }
            _ => {
                if tense() == Tense::Future {
                    // "Scheduled the hearing for Monday", told on a Monday.
                    if on == 0 && (self.set)() { 7 } else { on }
                } else if step > 0 && step <= i64::from(self.later) / 2 {
                    // A paper of some day of a week calls by its name the weekday that most of those days look back on.
                    step
                } else {
                    back
                }
            }
        };
        self.days(add_days(anchor, step).map(When::day), Basis::Weekday, gap)
    }

    fn period(&self, unit: Unit, shift: Shift, tense: &dyn Fn() -> Tense) -> Answer {
        let nothing = || match shift {
            Shift::Last | Shift::Preceding => Value::Past,
            Shift::Next | Shift::Following => Value::Later,
            _ => Value::Now,
        };
        if matches!(shift, Shift::That | Shift::Following | Shift::Preceding) {
            let step = match shift {
                Shift::Following => 1,
                Shift::Preceding => -1,
                _ => 0,
            };
            let Some(told) = self.telling.last.or(self.telling.passed.filter(|_| unit == Unit::Year)) else {
                // "He slept that night" where no night is told: not the text's own, unless the text is a short message.
                if unit == Unit::Day && !self.message {
                    return (nothing(), Basis::Stated, None);
                }
                let when = self.anchor.and_then(|anchor| period_of(anchor, unit, step));
                return self.days(when, Basis::Dateline, nothing());
            };
            // "The next day" after a month is no day of the calendar.
            let told_coarser =
                told.when.grain() > Grain::Day && unit == Unit::Day || told.when.grain() > Grain::Month && unit < Unit::Quarter;
            if told_coarser {
                return (nothing(), Basis::Relative, Some(told.mention));
            }
            let base = if step > 0 { told.when.latest() } else { told.when.earliest() };
            let when = base.and_then(|day| period_of(day, unit, step));
            return (when.map_or_else(nothing, Value::Days), Basis::Relative, Some(told.mention));
        }
        if shift == Shift::The {
            if unit == Unit::Quarter
                && let Some(told) = self.telling.quarter
            {
                return (Value::Days(told.when), Basis::Relative, Some(told.mention));
            }
            if unit == Unit::Day
                && let Some(told) =
                    self.telling.last.filter(|told| told.when.grain() == Grain::Day && self.telling.sentence - told.sentence <= 1)
            {
                return (Value::Days(told.when), Basis::Relative, Some(told.mention));
            }
            if matches!(unit, Unit::Year | Unit::Month)
                && let Some(told) = self.telling.last.filter(|told| self.telling.is_narrative() || self.telling.sentence == told.sentence)
            {
                let when = told.when.earliest().and_then(|day| period_of(day, unit, 0));
                return (when.map_or(Value::Now, Value::Days), Basis::Relative, Some(told.mention));
            }
        }
        let Some(anchor) = self.anchor else { return (nothing(), Basis::Stated, None) };
        let step = match (shift, unit) {
            (Shift::Last, _) => -1,
            (Shift::Next, _) => 1,
            // The quarter that results are told of is the one that is over.
            (Shift::The, Unit::Quarter) => -1,
            (Shift::The, Unit::Weekend) => {
                let weekend = weekday_number(anchor) >= 6;
                if weekend || tense() == Tense::Future { 0 } else { -1 }
            }
            (Shift::This, Unit::Weekend) if weekday_number(anchor) <= 2 && tense() == Tense::Past => -1,
            _ => 0,
        };
        self.days(period_of(anchor, unit, step), Basis::Dateline, nothing())
    }

    /// So many minutes from the clock time last told, where that is close; else only that it was before or after.
    fn elapsed(&self, minutes: i32) -> Answer {
        let nothing = if minutes < 0 { Value::Past } else { Value::Later };
        let near = |told: &Told| self.telling.sentence - told.sentence <= HOURS_REACH;
        let Some((told, clock)) = self.telling.clock.filter(|(told, _)| near(told)) else { return (nothing, Basis::Stated, None) };
        let at = clock.saturating_add(minutes);
        let day = told.when.exact().and_then(|day| add_days(day, i64::from(at.div_euclid(24 * 60))));
        let (hour, minute) = (at.rem_euclid(24 * 60) / 60, at.rem_euclid(60));
        let time = TimeOfDay::Clock { hour: hour as u8, minute: Some(minute as u8), second: None, zone: None };
        (day.map_or(nothing, |day| Value::Time { day: Some(day), time }), Basis::Relative, Some(told.mention))
    }

    fn offset(&self, count: i32, unit: Unit, from: From) -> Answer {
        let nothing = match count {
            0 => Value::Now,
            below if below < 0 => Value::Past,
            _ => Value::Later,
        };
        let years = match unit {
            Unit::Year => Some(count),
            Unit::Decade => count.checked_mul(10),
            Unit::Century => count.checked_mul(100),
            _ => None,
        };
        // "A year ago" beside a quarter's figures means that quarter a year before.
        if let (Some(years), Some(told)) = (years, self.telling.quarter)
            && count == -1
            && self.telling.sentence - told.sentence <= 4
        {
            return (told.when.shifted_months(years * 12).map_or(nothing, Value::Days), Basis::Relative, Some(told.mention));
        }
        match from {
            From::Anchor | From::AnchorDay => {
                // A narrative's "today" is its reader's, not a day of the story.
                if self.telling.is_narrative() && self.telling.own_days == 0 && self.telling.old_years > 6 {
                    return (if count == 0 { Value::Now } else { nothing }, Basis::Stated, None);
                }
                let Some(anchor) = self.anchor else { return (nothing, Basis::Stated, None) };
                if from == From::AnchorDay {
                    return self.days(add_months(anchor, count).map(When::day), Basis::Dateline, nothing);
                }
                self.days(
                    count_from(anchor, count, unit, years, Grain::Day)
                        .map(|when| if when.exact().is_none() { when.counted() } else { when }),
                    Basis::Dateline,
                    nothing,
                )
            }
            From::Told => {
                let Some(told) = self.telling.last else {
                    let when = self.anchor.and_then(|anchor| count_from(anchor, count, unit, years, Grain::Day));
                    return self.days(when, Basis::Dateline, nothing);
                };
                let grain = told.when.grain();
                let too_coarse = match unit {
                    Unit::Day | Unit::Week | Unit::Fortnight => grain > Grain::Day,
                    Unit::Month => grain > Grain::Month,
                    _ => false,
                };
                let base = if count < 0 { told.when.earliest() } else { told.when.latest() };
                let when = if too_coarse {
                    weeks_from(told.when, count, unit)
                } else {
                    base.and_then(|day| count_from(day, count, unit, years, grain))
                };
                (when.map_or(nothing, Value::Days), Basis::Relative, Some(told.mention))
            }
        }
    }
}

/// The month that lies some days or weeks from a month: "in September he came; five weeks later he left". Nothing finer can
/// be said, and nothing at all where the count may or may not leave the month.
fn weeks_from(told: When, count: i32, unit: Unit) -> Option<When> {
    let days = match unit {
        Unit::Week => count.checked_mul(7)?,
        Unit::Fortnight => count.checked_mul(14)?,
        _ => count,
    };
    let middle =
        told.earliest()?.checked_add_signed(chrono::TimeDelta::days(i64::from(days) + 14)).filter(|_| told.grain() == Grain::Month)?;
    (days.abs() >= 28).then(|| When::month(middle.year(), middle.month()))?
}

/// So many units from a day, at the grain that such a count is meant at.
fn count_from(day: NaiveDate, count: i32, unit: Unit, years: Option<i32>, told: Grain) -> Option<When> {
    match unit {
        Unit::Day | Unit::Night => add_days(day, i64::from(count)).map(When::day),
        Unit::Week => When::week_of(add_days(day, i64::from(count) * 7)?),
        Unit::Fortnight => When::week_of(add_days(day, i64::from(count) * 14)?),
        Unit::Weekend => When::weekend_of(add_days(day, i64::from(count) * 7)?),
        Unit::Month => {
            let day = add_months(day, count)?;
            When::month(day.year(), day.month())
        }
        Unit::Quarter => {
            let day = add_months(day, count.checked_mul(3)?)?;
            When::quarter(day.year(), day.month().div_ceil(3))
        }
        _ => {
            let day = add_months(day, years?.checked_mul(12)?)?;
            match told {
                Grain::Quarter => When::quarter(day.year(), day.month().div_ceil(3)),
                Grain::Month => When::month(day.year(), day.month()),
                _ => When::year(day.year()),
            }
        }
    }
}

/// The period of a kind that holds `day`, moved by so many periods.
fn period_of(day: NaiveDate, unit: Unit, step: i32) -> Option<When> {
    match unit {
        Unit::Day | Unit::Night => add_days(day, i64::from(step)).map(When::day),
        Unit::Decade => When::decade((day.year() / 10 + step) * 10),
        Unit::Century => When::century((day.year() / 100 + step) * 100),
        Unit::Year => When::year(day.year() + step),
        _ => count_from(day, step, unit, None, Grain::Day),
    }
}
