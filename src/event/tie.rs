//! Which happening a date belongs to: tied by clause and grammar, not by nearness.
//!
//! First the date's own noun is looked for ("the order of Feb. 8", "the August ruling"); where there is none, every verb and
//! noun of happening that grammar does not exclude is weighed by its part of speech, its distance and its clause.

use super::bound::{UNITS, is_border};
use super::clause::{Part, Sentence, Word, is_adverb};
use super::participle::describes_a_subject;
use super::{STOP, kinds, word_at};
use crate::date::{Basis, DateMention, Grain, Value, When};
use chrono::NaiveDate;
use std::ops::Range;

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

/// The trigger that a date is tied to, and whether it stands in the date's own clause. `told` is the day that the text speaks
/// from.
pub(super) fn trigger_for(sentence: &Sentence, date: &DateMention, told: Option<NaiveDate>) -> Option<(usize, bool)> {
    let place = Place::of(sentence, date, told);
    match place.own_word() {
        Own::Word(trigger) => return Some((trigger, true)),
        Own::Nothing => return None,
        Own::Open => {}
    }
    let mut best: Option<(f64, usize)> = None;
    for i in (0..sentence.words.len()).filter(|i| !place.excludes(*i)) {
        if let Some(score) = place.score(i)
            && best.is_none_or(|(held, _)| score > held)
        {
            best = Some((score, i));
        }
    }
    let (_, trigger) = best?;
    Some((trigger, sentence.words[trigger].clause == place.clause))
}

/// What a date's nearest words say of what it dates.
enum Own {
    /// The word that it dates.
    Word(usize),
    /// It is part of a name, and dates nothing.
    Nothing,
    /// They leave it to the clause.
    Open,
}

/// Where a date stands in its sentence.
struct Place<'a> {
    words: &'a [Word],
    date: &'a DateMention,
    /// The date's first word and its last.
    first: usize,
    last: usize,
    clause: usize,
    /// It opens its clause.
    initial: bool,
    /// What stands between commas behind an opening date and is of another day, or says only where.
    aside: Range<usize>,
    scene: Range<usize>,
    /// A verb of its clause stands before it.
    told_before: bool,
    /// It closes a relative clause that no comma ends.
    relative: bool,
    /// It lies after the day that the text speaks from, or all before it.
    to_come: bool,
    gone: bool,
}

impl<'a> Place<'a> {
    fn of(sentence: &'a Sentence, date: &'a DateMention, told: Option<NaiveDate>) -> Place<'a> {
        let words: &[Word] = &sentence.words;
        let first = word_at(sentence, date.span.start());
        let last = word_at(sentence, date.span.end().saturating_sub(1));
        let clause = words[first].clause;
        let of_clause = |w: &&Word| w.clause == clause;
        let opener = words[..first].iter().rposition(|w| of_clause(&w) && says(w, &["who", "which"]));
        let mut place = Place {
            words,
            date,
            first,
            last,
            clause,
            initial: words[..first].iter().filter(|w| of_clause(w) && !w.mark).count() <= 1,
            aside: 0..0,
            scene: 0..0,
            told_before: words[..first].iter().any(|w| of_clause(&w) && w.part == Part::Verb),
            relative: opener.is_some_and(|who| words[who..first].iter().any(|w| w.part == Part::Verb)),
            gone: told.zip(date.value.when().and_then(When::latest)).is_some_and(|(told, day)| day < told),
            to_come: told.zip(date.value.when().and_then(When::earliest)).is_some_and(|(told, day)| day > told),
        };
        place.aside = place.aside();
        place.scene = place.scene();
        place
    }

    fn comma(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| w.lower == ",")
    }

    /// Whether the word `back` words before the date is one of these.
    fn behind(&self, back: usize, list: &[&str]) -> bool {
        self.first >= back && says(&self.words[self.first - back], list)
    }

    fn is_verb_of_clause(&self, word: &Word) -> bool {
        word.clause == self.clause && word.part == Part::Verb
    }

    /// The word that the date's nearest words make its own.
    fn own_word(&self) -> Own {
        if self.is_demanded() || self.is_of_figures() {
            return Own::Nothing;
        }
        let own = self
            .of_form()
            .or_else(|| self.of_cleft())
            .or_else(|| self.of_subject())
            .or_else(|| self.of_cause())
            .or_else(|| self.of_paper())
            .or_else(|| self.waited_for());
        if let Some(word) = own.or_else(|| self.decided()).or_else(|| self.of_noun()) {
            return Own::Word(word);
        }
        match self.year_of_noun() {
            Own::Open => self.behind_participle().or_else(|| self.of_reduced()).map_or(Own::Open, Own::Word),
            own => own,
        }
    }

    /// "Did not respond to the letter until Nov. 4": what was not done before the day was done on it.
    fn waited_for(&self) -> Option<usize> {
        if !self.gone || !self.behind(1, &["until", "till"]) {
            return None;
        }
        let negates = |w: &Word| says(w, &["not", "didn't", "wasn't", "weren't"]);
        let not = self.words[..self.first].iter().rposition(negates).filter(|at| self.words[*at].clause == self.clause)?;
        let verb = (not + 1..self.first).take(4).find(|at| matches!(self.words[*at].part, Part::Verb | Part::Infinitive))?;
        let another = (verb + 1..self.first).any(|at| matches!(self.words[at].part, Part::Verb | Part::Infinitive));
        (!another && self.words[verb].clause == self.clause).then_some(verb)
    }

    /// "Restated its results for 2015 and 2016": the year is that of the figures.
    fn is_of_figures(&self) -> bool {
        const FIGURES: &[&str] = &[
            "results", "earnings", "sales", "revenue", "revenues", "profit", "profits", "budget", "figures", "numbers", "taxes",
            "statements",
        ];
        let long = self.date.value.when().is_some_and(|when| when.grain() >= Grain::Quarter);
        let led = self.words[..self.first].iter().rev().take(4).take_while(|w| !w.mark && w.part == Part::Other);
        let led: Vec<&Word> = led.collect();
        long && led.windows(2).any(|pair| says(pair[0], &["for"]) && says(pair[1], FIGURES))
    }

    /// "Peter Dorn (DOB 03/14/1979)", "Date of Death: 11/22/2021", "Admit Date: 11/12/2021": a form's label.
    fn of_form(&self) -> Option<usize> {
        const LABELS: &[&str] = &["admit", "admission", "discharge", "hire", "termination", "injury", "loss", "accident", "incident"];
        let words = self.words;
        let noun = words[..self.first].iter().rposition(|w| !w.mark)?;
        let colon = words[noun + 1..self.first].iter().any(|w| w.lower == ":");
        // "Date of Report" is the paper's own.
        let of = noun >= 2
            && !says(&words[noun], &["report", "service", "review", "transcription"])
            && says(&words[noun - 1], &["of"])
            && says(&words[noun - 2], &["date"]);
        if says(&words[noun], &["dob"]) || of && colon {
            return Some(noun);
        }
        (noun > 0 && colon && says(&words[noun], &["date"]) && says(&words[noun - 1], LABELS)).then(|| noun - 1)
    }

    /// "It was on March 3 that he was fired", "it wasn't until May 7 — two days later — that they were arrested": the day of
    /// what "that" tells.
    fn of_cleft(&self) -> Option<usize> {
        const LEADS: &[&str] = &["not", "only", "until", "on", "in", "at", "about", "around"];
        let words = self.words;
        let it = words[..self.first].iter().rposition(|w| w.lower == "it")?;
        let was = words.get(it + 1).is_some_and(|w| says(w, &["was", "is", "wasn't", "isn't", "wasn’t", "isn’t"]));
        if !was || !words[it + 2..self.first.max(it + 2)].iter().all(|w| says(w, LEADS)) {
            return None;
        }
        let behind = words.get(self.last + 1)?;
        let that = (self.last + 1..words.len()).take(if behind.mark { 18 } else { 1 }).find(|at| words[*at].lower == "that")?;
        (that + 1..words.len()).take(14).find(|at| words[*at].part == Part::Verb)
    }

    /// "The hearing on Tuesday was called off", "his calls with the envoy in May had been taped": the day of what the subject
    /// names.
    fn of_subject(&self) -> Option<usize> {
        if self.first < 2 || !self.behind(1, &["on", "in", "of"]) || self.told_before {
            return None;
        }
        let tells = self.words.get(self.last + 1).is_some_and(|w| matches!(w.part, Part::Auxiliary | Part::Verb));
        let noun = self.words[..self.first - 1].iter().rposition(|w| w.mark || w.part != Part::Other)?;
        if !tells || self.words[noun].part != Part::EventNoun {
            return None;
        }
        // Whom it was with, of or against stands between, and nothing that leads away from it.
        const WITH: &[&str] = &["with", "of", "to", "by", "between", "against", "from"];
        let between = &self.words[noun + 1..self.first - 1];
        let whom = between.first().is_none_or(|w| says(w, WITH)) && between.len() <= 6;
        let led = self.words[..noun].iter().any(|w| !w.mark && says(w, &["after", "before", "in", "on", "at", "during", "since", "under"]));
        (between.is_empty() || whom && !led).then_some(noun)
    }

    /// "Fled as a result of the ruling Wednesday": the day is that of the cause, which is told before it.
    fn of_cause(&self) -> Option<usize> {
        let noun = self.first.checked_sub(1).map(|at| if says(&self.words[at], &["on", "of"]) { at.saturating_sub(1) } else { at })?;
        let cause = noun >= 3
            && self.words[noun].part == Part::EventNoun
            && says(&self.words[noun - 1], &["the", "a", "an", "this", "his", "her"])
            && (says(&self.words[noun - 2], &["of"]) && says(&self.words[noun - 3], &["result", "because", "wake"]));
        cause.then_some(noun)
    }

    /// "Upheld the order of March 18", "the trial date of June 2": the day of what the noun names. "In its judgment of April 4,
    /// the court denied" and "fired in a letter dated April 3" are told by their verbs.
    fn of_paper(&self) -> Option<usize> {
        let words = self.words;
        // "The agreement dated as of March 1".
        if self.first > 3 && self.behind(1, &["of"]) && self.behind(2, &["as"]) && self.behind(3, &["dated"]) {
            // "The agreement, dated as of March 1".
            let noun = self.first - 4 - usize::from(self.first > 4 && self.comma(self.first - 4));
            // "The parties executed a lease dated as of March 1".
            let made = (0..noun).rev().take(6).take_while(|at| !words[*at].mark).find(|at| self.is_verb_of_clause(&words[*at]));
            if let Some(verb) = made.filter(|at| words[*at].kind == "agreement") {
                return Some(verb);
            }
            return (words[noun].part == Part::EventNoun || says(&words[noun], PAPERS)).then_some(noun);
        }
        if self.first < 2 || !self.behind(1, &["of", "dated"]) {
            return None;
        }
        let date_of = self.first > 2 && self.behind(2, &["date"]) && words[self.first - 3].part == Part::EventNoun;
        let set_off = self.first > 2 && self.comma(self.first - 2);
        let noun = if date_of || set_off { self.first - 3 } else { self.first - 2 };
        if words[noun].part != Part::EventNoun && !says(&words[noun], PAPERS) {
            return None;
        }
        let subject = |w: &Word| says(w, &[",", "the", "it", "he", "she", "they", "a", "an"]) || w.capital;
        let fronted = words.get(self.last + 1).is_some_and(subject)
            && words[..noun].iter().all(|w| !w.mark && w.part != Part::Verb)
            && words.first().is_some_and(|w| says(w, &["in", "by", "through", "under"]));
        let told = if fronted {
            // "By a judgment of March 6, deposited on May 17, the court dismissed it".
            let aside =
                |i: usize| words[i - 1].lower == "," && words.get(i + 1).is_some_and(|w| says(w, &["on", "in", "by", "at", "under"]));
            (self.last + 2..words.len()).find(|i| self.is_verb_of_clause(&words[*i]) && !aside(*i))
        } else if noun > 1
            && (says(&words[noun - 2], &["in", "by", "through", "via", "during", "at"]) || says(&words[noun - 1], &["by", "via", "in"]))
        {
            words[..noun].iter().rposition(|w| self.is_verb_of_clause(w) && w.kind != kinds::OTHER)
        } else {
            None
        };
        told.or(Some(noun))
    }

    /// "Defended his decision on Saturday to go": the day of what was decided.
    fn decided(&self) -> Option<usize> {
        let decided = self.first > 1
            && self.behind(1, &["on", "in"])
            && self.behind(2, RESOLVES)
            && self.words.get(self.last + 1).is_some_and(|w| w.lower == "to")
            && self.words.get(self.last + 2).is_some_and(|w| w.part == Part::Infinitive);
        decided.then_some(self.last + 2)
    }

    /// Whether a determiner or an owner stands before the date: it describes what follows.
    fn is_bare(&self) -> bool {
        self.first > 0 && {
            let before = &self.words[self.first - 1];
            !before.mark
                && (says(before, &["the", "a", "an", "his", "her", "its", "their", "that", "this", "whose"])
                    || before.lower.ends_with("'s"))
        }
    }

    /// Whether it owns what follows: "last month's discovery".
    fn owns(&self) -> bool {
        self.words[self.last].lower.ends_with("'s")
    }

    /// "The August ruling", "the January 2017 interview", "following the Jan. 6 riot", "last year's embassy blasts": the noun
    /// behind the date.
    fn of_noun(&self) -> Option<usize> {
        let words = self.words;
        let happens = |i: usize| words.get(i).is_some_and(|w| w.part == Part::EventNoun);
        // "The Jan. 24, 2017, interview": the year's second comma parts nothing.
        let head = self.last + if self.comma(self.last + 1) && self.is_bare() && happens(self.last + 2) { 2 } else { 1 };
        let placed = self.behind(1, &["on", "in", "at", "by", "since", "until"]);
        if happens(head) && self.first > 0 && !placed {
            return Some(head);
        }
        // "Last month's bombing was a crime", "Monday's charges add to his troubles": "was" and the present tell of no day.
        let told_of = || {
            let tells = |w: &&Word| matches!(w.part, Part::Verb | Part::Auxiliary) || says(w, EFFECTS);
            words[head..].iter().find(tells).is_some_and(|w| says(w, COPULAS) || says(w, EFFECTS))
        };
        let owns = self.owns() && !placed && (self.first > 0 || told_of());
        if !self.is_bare() && !owns {
            return None;
        }
        let behind = (head..(self.last + 4).min(words.len())).take_while(|i| !words[*i].mark || words[*i].lower == ".");
        let unknown = |i: &usize| kinds::is_happening(&words[*i].lower) && !matches!(words[*i].part, Part::Verb | Part::Infinitive);
        // "Shot him during the Feb. 5 protest": the verb tells what happened then.
        let amid = self.first > 1 && self.behind(2, &["during", "at", "amid", "in"]) || self.behind(1, &["during", "amid"]);
        if let Some(noun) = behind.clone().find(|i| happens(*i)).or_else(|| behind.clone().find(unknown).filter(|_| !amid)) {
            return Some(noun);
        }
        let plain = |w: &Word| {
            !w.mark
                && !w.capital
                && w.part == Part::Other
                && w.lower.len() > 2
                && w.lower.chars().all(char::is_alphabetic)
                && !is_adverb(&w.lower)
                && !STOP.contains(&w.lower.as_str())
        };
        let led = self.first > 1 && self.behind(2, &["after", "before", "following", "since", "over", "despite"]);
        let day = self.date.value.when().is_some_and(|when| when.grain() == Grain::Day);
        (led && day && words.get(head).is_some_and(plain)).then_some(head)
    }

    /// "The prosecutor of the 2008 agreement resigned": a year before a noun dates that noun, not the clause; before a name it
    /// is part of it, but for one that lasted: "called for it during the 2016 Republican convention".
    fn year_of_noun(&self) -> Own {
        if !self.is_bare() || self.date.value.when().is_none_or(|when| when.grain() < Grain::Year) {
            return Own::Open;
        }
        let behind = &self.words[self.last + 1..];
        let is_noun = |w: &&Word| !w.mark && w.part == Part::Other && !STOP.contains(&w.lower.as_str()) && !is_adverb(&w.lower);
        let count = behind.iter().take_while(is_noun).take(4).count();
        let lasted = self.first > 1 && self.behind(2, &["during"]);
        if count == 0 || lasted && behind[count - 1].lower.starts_with(char::is_alphabetic) {
            return Own::Open;
        }
        if behind[..count].iter().any(|w| w.capital) { Own::Nothing } else { Own::Word(self.last + count) }
    }

    /// "Appearing in court on Monday, Harrow pleaded guilty": what opens with a participle is told by the verb behind it.
    fn behind_participle(&self) -> Option<usize> {
        let words = self.words;
        let opening = words.first().is_some_and(|w| w.part == Part::Infinitive && w.lower.ends_with("ing"))
            && words[..self.first].iter().all(|w| !w.mark)
            && self.comma(self.last + 1);
        let mut behind = (self.last + 2..words.len()).take(12).take_while(|i| !self.comma(*i));
        behind.find(|i| words[*i].part == Part::Verb).filter(|_| opening)
    }

    /// "The letter released by the mayor on Tuesday said": the participle that describes the subject, not its verb.
    fn of_reduced(&self) -> Option<usize> {
        let words = self.words;
        words.get(self.last + 1).filter(|w| w.clause == self.clause && matches!(w.part, Part::Verb | Part::Auxiliary))?;
        let by = words[..self.first].iter().rposition(|w| w.mark || w.lower == "by").filter(|by| !words[*by].mark)?;
        let told = by.checked_sub(1).filter(|i| self.is_verb_of_clause(&words[*i]))?;
        words[..told].iter().all(|w| w.clause != self.clause || w.part != Part::Auxiliary).then_some(told)
    }

    /// "On May 9, the day before he fell ill, his guard left": what stands between the commas is of another day, or of this one
    /// ("the day he fell ill"), but not what the date is tied to.
    fn aside(&self) -> Range<usize> {
        let from = self.last + 2;
        if !self.comma(self.last + 1) || from > self.words.len() {
            return 0..0;
        }
        let behind = &self.words[from..];
        let beside = behind.windows(2).take(6).any(|pair| says(&pair[0], UNITS) && is_border(&pair[1]));
        let same = behind.first().is_some_and(|w| w.lower == "the") && behind.get(1).is_some_and(|w| says(w, &["day", "date"]));
        behind.iter().position(|w| w.lower == ",").filter(|_| beside || same).map_or(0..0, |end| from..from + end)
    }

    /// "In August, in a separate trial in Ohio, a jury found": the trial is where, and the verb behind it what, where one is.
    fn scene(&self) -> Range<usize> {
        let words = self.words;
        let from = self.last + 2;
        let placed = |w: &Word| says(w, PLACED) || w.part == Part::Infinitive && w.lower.ends_with("ing");
        let near = |w: &Word| says(w, &["just", "shortly", "soon", "right", "immediately", "not", "long", "even"]);
        let opens = from + words.iter().skip(from).take(2).take_while(|w| near(w)).count();
        if !self.initial || !self.comma(self.last + 1) || !words.get(opens).is_some_and(placed) {
            return 0..0;
        }
        let end = (from..words.len()).find(|at| self.comma(*at)).unwrap_or(from);
        if words[end..].iter().any(|w| self.is_verb_of_clause(w)) { from..end } else { 0..0 }
    }

    /// Whether grammar keeps the date from a word.
    fn excludes(&self, i: usize) -> bool {
        (self.first..=self.last).contains(&i)
            || self.scene.contains(&i)
            || self.aside.contains(&i)
            || self.is_paper(i)
            || self.is_source(i)
            || self.is_start(i)
            || self.is_end(i)
            || self.is_bracketed(i)
            || self.is_aimed_at(i)
            || self.is_charged_with(i)
            || self.is_ruled_on(i)
            || self.is_going_on(i)
            || self.is_wrapped(i)
            || self.is_inserted(i)
            || self.describes(i)
            || self.is_reduced(i)
            || self.is_outer(i)
            || self.is_beyond(i)
            || self.is_prior(i)
    }

    /// "On Aug. 19, the indictment alleges, he wrote": neither the paper nor what it does is what came about.
    fn is_paper(&self, i: usize) -> bool {
        const SAYING: &[&str] = &["indictment", "complaint", "suit", "lawsuit", "affidavit", "filing", "petition", "report"];
        const SAID: &[&str] = &["alleges", "alleged", "claims", "claimed", "states", "stated", "says", "said", "contends", "adds"];
        let paper = |i: usize| self.words.get(i).is_some_and(|w| says(w, SAYING)) && self.words.get(i + 1).is_some_and(|w| says(w, SAID));
        paper(i) || i > 0 && paper(i - 1) && self.words.get(i + 1).is_some_and(|w| w.mark)
    }

    /// "On June 10 (when he filed his notice), the court ruled": what stands in brackets that the date does not.
    fn is_bracketed(&self, i: usize) -> bool {
        let marks = |range: Range<usize>, mark: &str| self.words[range].iter().filter(|w| w.lower == mark).count();
        if i > self.last {
            marks(self.last + 1..i, "(") > marks(self.last + 1..i, ")")
        } else {
            i < self.first && marks(i + 1..self.first, ")") > marks(i + 1..self.first, "(")
        }
    }

    /// "Starting from 2003, he had visits", "commencing May 1 and continuing through June 3": from when to when, and no
    /// happening.
    fn is_start(&self, i: usize) -> bool {
        let word = &self.words[i];
        const LEADS: &[&str] = &["from", "in", "on", "with", "at", "or", "about", "around", "least", "as", "early", "no", "later", "than"];
        let starts = STARTS.contains(&word.lower.as_str())
            && i < self.first
            && self.first - i <= 8
            && self.words[i + 1..self.first].iter().all(|w| says(w, LEADS));
        let goes_on = (self.last + 1..self.last + 4).contains(&i)
            && (says(word, &["continuing"]) && says(&self.words[i - 1], &["and", ","])
                || self.date.until.is_some() && says(word, &["ending"]));
        starts || goes_on
    }

    /// "From 2014 until his arrest in May 2016, he hid it": the end of what began on the date.
    fn is_end(&self, i: usize) -> bool {
        let until = self.words.get(self.last + 1).is_some_and(|w| says(w, &["until", "till"]));
        let close = || (self.last + 1..self.words.len()).find(|at| self.comma(*at));
        until && self.initial && self.behind(1, &["from", "since", "in"]) && i > self.last && close().is_some_and(|close| i < close)
    }

    /// "According to the indictment, read by the paper, in 2015 they": whose word it is, and what was done with that.
    fn is_source(&self, i: usize) -> bool {
        let words = &self.words[..i];
        let Some(according) = words.iter().rposition(|w| w.lower == "according") else { return false };
        let described = self.words.get(i + 1).is_some_and(|w| w.lower == "by");
        let marks = words[according..].iter().filter(|w| w.mark).count();
        i < according + 8
            && !(according..i).contains(&self.first)
            && words[according..].iter().all(|w| w.part != Part::Verb)
            && (marks == 0 && self.words[i].part == Part::EventNoun || marks <= 1 && described)
    }

    /// "Denied the motion to dismiss on April 3": what a noun aims at is no happening of that day.
    fn is_aimed_at(&self, i: usize) -> bool {
        self.words[i].part == Part::Infinitive && i > 1 && self.words[i - 1].lower == "to" && self.words[i - 2].part == Part::EventNoun
    }

    /// "Charged with hiding income between 2012 and 2015": the years are those of the conduct.
    fn is_charged_with(&self, i: usize) -> bool {
        // "The grand jury charges that from 2015 to 2019 he".
        let that = i < self.first && self.words[i].kind == "charge" && self.words.get(i + 1).is_some_and(|w| w.lower == "that");
        // "Was convicted of killing Reed on March 18, 2016": a day with its year, behind the deed, is the deed's.
        let deed = (i + 1..self.first).take(3).any(|at| {
            says(&self.words[at], &["of", "with", "for"])
                && self.words.get(at + 1).is_some_and(|w| w.lower.ends_with("ing") && at + 1 < self.first)
        });
        let year = self.date.basis == Basis::Stated && self.date.value.when().is_some_and(|when| when.grain() <= Grain::Month);
        let charged = matches!(self.words[i].kind, "charge" | "plea" | "verdict" | "dismissal from office") && i < self.first;
        that || charged && deed && year && !self.words[i..self.first].iter().any(|w| w.mark && w.lower == ",")
            || i < self.first
                && matches!(self.words[i].kind, "charge" | "plea" | "verdict")
                && self.date.until.is_some()
                && self.date.value.when().is_some_and(|when| when.grain() >= Grain::Year)
                && self.words[i..self.first].iter().any(|w| says(w, &["of", "for", "involving", "with"]))
    }

    /// "Denied the district's motion on Dec. 9": the day is that of the ruling, not of what it rules on.
    fn is_ruled_on(&self, i: usize) -> bool {
        let word = &self.words[i];
        let rules =
            |w: &Word| w.clause == word.clause && w.part == Part::Verb && matches!(w.kind, "ruling" | "refusal" | "order" | "filing");
        i < self.first
            && word.part == Part::EventNoun
            && matches!(word.kind, "motion" | "request" | "appeal" | "filing")
            && self.words[i.saturating_sub(24)..i].iter().any(rules)
    }

    /// "Is weighing a request made last week": what goes on now is of no day gone by.
    fn is_going_on(&self, i: usize) -> bool {
        let helped = self.words[..i].iter().rev().take(3).take_while(|w| !w.mark).find(|w| w.part != Part::Other || says(w, PRESENT));
        self.gone && self.words[i].lower.ends_with("ing") && self.words[i].part == Part::Verb && helped.is_some_and(|w| says(w, PRESENT))
    }

    /// "Found the ledger on Friday hidden in a stove": a participle right behind the date tells in what state.
    fn is_wrapped(&self, i: usize) -> bool {
        i == self.last + 1
            && self.told_before
            && ["ed", "en", "wn"].iter().any(|end| self.words[i].lower.ends_with(end))
            && self.words.get(i + 1).is_some_and(|w| says(w, &["in", "with", "by", "to", "from", "at", "of"]))
    }

    /// "In May, growers who had been waiting gave up": what a relative clause tells of the subject.
    fn is_inserted(&self, i: usize) -> bool {
        let words = self.words;
        let verb = |at: &usize| words[*at].clause == words[i].clause && words[*at].part == Part::Verb;
        let who = |at: &usize| says(&words[*at], &["who", "which", "that", "whose"]);
        self.initial
            && i > self.last
            && (self.last + 1..i)
                .find(who)
                .is_some_and(|who| !(self.last + 1..i).any(|at| verb(&at)) && !words[who..i].iter().any(|w| w.mark))
            && words[i].part == Part::Verb
            && (i + 1..words.len()).take(8).take_while(|at| !words[*at].mark).any(|at| verb(&at))
    }

    /// "Friday, the growers, joined by lawyers, flew", "on May 2, agents, fearing a leak, searched": what stands between
    /// the commas describes.
    fn describes(&self, i: usize) -> bool {
        let words = self.words;
        let shape = match words[i].part {
            Part::Verb => words.get(i + 1).is_some_and(|w| says(w, &["by", "with", "in", "of", "from", "as"])),
            Part::Infinitive => words[i].lower.ends_with("ing"),
            _ => false,
        };
        let goes_on = |close: usize| words[i + close..].iter().any(|w| w.clause == words[i].clause && w.part == Part::Verb);
        self.initial
            && shape
            && i > self.last + 1
            && words[i - 1].lower == ","
            && words[i..].iter().position(|w| w.lower == ",").is_some_and(goes_on)
    }

    /// "On March 3, a truck driven by Dorn struck a rail": an opening day is that of the verb.
    fn is_reduced(&self, i: usize) -> bool {
        self.initial && i > self.last && describes_a_subject(self.words, i)
    }

    /// "The judge who approved it on Monday resigned on Tuesday": the first day is that of the relative clause.
    fn is_outer(&self, i: usize) -> bool {
        self.relative
            && i > self.last
            && self.words[i].clause == self.clause
            && self.words[self.last + 1..i].iter().all(|w| !w.mark && !says(w, &["and", "or"]))
    }

    /// "Dorn, whose lease ends in June, told the court": what is set in between commas keeps its day.
    fn is_beyond(&self, i: usize) -> bool {
        let words = self.words;
        let relative = |at: &usize| words[*at].clause == self.clause && says(&words[*at], &["who", "which", "whose"]);
        let Some(opener) =
            (self.first.saturating_sub(INSERTED)..self.first).rev().find(relative).filter(|at| *at > 0 && self.comma(at - 1))
        else {
            return false;
        };
        let inside = !words[opener..self.first].iter().any(|w| w.mark);
        let close = (self.last + 1..words.len()).take(INSERTED).find(|at| self.comma(*at));
        inside
            && words[self.last + 1..close.unwrap_or(self.last + 1)].iter().all(|w| !w.mark)
            && (i < opener || close.is_some_and(|close| i > close))
    }

    /// "On Tuesday, the clerk announced the guards had not opened it": what had been done before is not what was done that day.
    fn is_prior(&self, i: usize) -> bool {
        let words = self.words;
        let had = words[..=i].iter().rev().take(4).take_while(|w| w.span == words[i].span || w.part != Part::Verb && !w.mark);
        let had = had.into_iter().any(|w| w.lower == "had");
        let told = |at: usize| {
            words[at].part == Part::Verb && kinds::is_saying(words[at].kind) && !words[..at].iter().rev().take(2).any(|w| w.lower == "had")
        };
        // "On Oct. 29, Dorn, knowing he had been convicted in 2006, possessed": what he knew of is older.
        let known = (self.last + 1..i.max(self.last + 1)).any(|at| words[at].lower == "knowing");
        self.initial && had && i > self.last && (known || (self.last + 1..i).rev().take(INSERTED).any(told))
    }

    /// "Demanded that the mill mend its dam by November": a day to come is not that of the asking, and dates nothing told.
    fn is_demanded(&self) -> bool {
        let asks = |pair: &[Word]| pair[0].part == Part::Verb && pair[0].kind == "request" && pair[1].lower == "that";
        self.to_come && self.words[self.first.saturating_sub(INSERTED)..self.first].windows(2).any(asks)
    }

    /// How likely a word is what the date dates; `None` for words that are no happening.
    fn score(&self, i: usize) -> Option<f64> {
        let word = &self.words[i];
        let weight = self.weight(i)?;
        let kind = match word.kind {
            kinds::OTHER => 0.0,
            kind if kinds::is_saying(kind) => 0.2,
            _ => 0.8,
        };
        let marks =
            |range: Range<usize>| self.words[range].iter().filter(|w| w.mark && says(w, &[",", "(", "—", "–", ";", ":"])).count() as f64;
        let (distance, crossing) = if i < self.first {
            ((self.first - i) as f64, marks(i..self.first))
        } else {
            let (slope, toll) = if self.initial { (0.7, 0.3) } else { (1.6, 2.0) };
            ((i - self.last) as f64 * slope, marks(self.last + 1..i) * toll)
        };
        let apart = if word.clause == self.clause { 0.0 } else { 3.5 };
        // "…, the company said": it says whose word the clause before it is.
        let opened = self.initial && self.words[self.last + 1..i.max(self.last + 1)].iter().skip(1).all(|w| !w.mark);
        // "On Wednesday, Harrow, the mayor, said": what stands between the commas is no clause before it.
        let first = self.initial && i > self.last && self.comma(i - 1) && self.words[self.last + 1..i].iter().all(|w| w.part != Part::Verb);
        let tail = if kinds::is_saying(word.kind) && i > self.last && crossing > 0.0 && !(opened || first) { 1.5 } else { 0.0 };
        let quoted = if word.quoted == self.words[self.first].quoted { 0.0 } else { 1.0 };
        // A participle between a noun and the date beats the main verb further off.
        Some(weight + kind - tail - distance * 0.28 - crossing * 0.7 - apart - quoted)
    }

    /// What a word's part of speech weighs.
    fn weight(&self, i: usize) -> Option<f64> {
        let before = |list: &[&str]| i > 0 && says(&self.words[i - 1], list);
        Some(match self.words[i].part {
            Part::Verb if self.obliges(i) => 1.5,
            Part::Verb => 3.0,
            // "Pleaded guilty to state charges in 2008": what the verb is about.
            Part::EventNoun if i < self.first && is_about(self.words, i) => 1.0,
            Part::EventNoun => 1.6,
            // "Will rule on the motion on April 20": the verb of the plan, not its object.
            Part::Infinitive if before(&["will", "shall"]) => 2.8,
            // "Asked them to pay two weeks ago": the day gone by is that of the asking.
            Part::Infinitive if i < self.first && self.gone && before(&["to"]) && self.is_asked(i) => 1.0,
            // "Gathered Friday to demand": what a thing done on the day aims at.
            Part::Infinitive if i > self.last && before(&["to"]) && self.told_before => 1.0,
            // "Rested its case on Tuesday without calling anyone": how it was done.
            Part::Infinitive if i > self.last && before(&["without", "by", "despite", "instead"]) && self.told_before => 1.0,
            // "Came in on April 12 complaining of chest pain": how he came.
            Part::Infinitive if i == self.last + 1 && self.words[i].lower.ends_with("ing") && self.told_before => 1.0,
            Part::Infinitive => 2.0,
            Part::Auxiliary => 0.2,
            Part::Other => return None,
        })
    }

    /// Whether an infinitive is what a verb before it asks for.
    fn is_asked(&self, i: usize) -> bool {
        self.words[..i]
            .iter()
            .rev()
            .find(|w| w.clause == self.words[i].clause && w.part == Part::Verb)
            .is_some_and(|w| ASKS.contains(&w.stem.as_str()))
    }

    /// "Was subpoenaed to testify on June 10", told in May: a day to come is that of what is to be done.
    fn obliges(&self, i: usize) -> bool {
        self.to_come
            && i < self.first
            && self.words[i].part == Part::Verb
            && OBLIGES.contains(&self.words[i].stem.as_str())
            && self.words[i + 1..self.first].windows(2).any(|w| w[0].lower == "to" && w[1].part == Part::Infinitive)
    }
}

/// Most words of what is set in between commas, and of what a verb asks for.
const INSERTED: usize = 24;

/// Words that open a stretch which has no end.
pub(super) const STARTS: &[&str] = &["starting", "beginning", "commencing"];

/// Verbs that only link.
const COPULAS: &[&str] = &["was", "were", "is", "are", "has", "remains", "remained"];

/// Verbs of the present that tell what a happening has led to.
const EFFECTS: &[&str] = &[
    "add", "adds", "mark", "marks", "make", "makes", "come", "comes", "represent", "represents", "leave", "leaves", "bring", "brings",
    "raise", "raises", "give", "gives", "mean", "means", "show", "shows", "put", "puts", "follow", "follows", "signal", "signals", "cap",
    "caps",
];

/// The present of "be".
const PRESENT: &[&str] = &["is", "are", "am"];

fn says(word: &Word, list: &[&str]) -> bool {
    list.contains(&word.lower.as_str())
}

/// Whether a noun stands behind a preposition in what a verb of a known kind before it, in its clause, is about.
fn is_about(words: &[Word], noun: usize) -> bool {
    let told = |w: &Word| w.part == Part::Verb && w.kind != kinds::OTHER && !kinds::is_saying(w.kind);
    let Some(verb) = words[..noun].iter().rposition(|w| w.part == Part::Verb) else { return false };
    told(&words[verb])
        && words[verb].clause == words[noun].clause
        && words[verb + 1..noun].iter().any(|w| matches!(w.lower.as_str(), "to" | "of" | "on" | "with" | "for"))
}

/// Stems of verbs that lay on somebody what the infinitive behind them tells.
const OBLIGES: &[&str] =
    &["order", "subpoena", "summon", "requir", "expect", "schedul", "invit", "plan", "set", "direct", "agre", "promis", "vow", "ask"];

/// Stems of verbs that ask for, allow or refuse what the infinitive behind them tells.
const ASKS: &[&str] = &[
    "ask", "invit", "urg", "order", "request", "tell", "advis", "offer", "demand", "appeal", "petit", "plead", "beg", "allow", "permit",
    "authoriz", "vote", "decid", "refus", "declin",
];

/// Papers that are named by their day.
const PAPERS: &[&str] = &[
    "date", "letter", "email", "e-mail", "memo", "memorandum", "report", "notice", "deed", "lease", "contract", "invoice", "voucher",
    "law", "decree", "act", "resolution", "minutes", "warrant", "affidavit", "declaration", "opinion", "submission", "submissions", "form",
    "note", "will", "certificate", "recommendation", "statement", "receipt", "policy", "check", "circular", "regulation", "ordinance",
    "directive",
];

/// Nouns behind which an infinitive tells what was done.
const RESOLVES: &[&str] = &["decision", "move", "attempt", "effort", "refusal", "vote", "choice", "bid"];

/// Words that begin where or amid what a thing happened.
const PLACED: &[&str] = &["while", "when", "in", "at", "during", "amid", "after", "before", "following", "with", "as"];
