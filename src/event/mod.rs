//! Finds what each source says happened: one trigger, quoted by its clause, with its date tied by clause and not by
//! nearness, its people, its facts, whose word it is and how that is held.
//!
//! Every clause that ties a day to a happening becomes a mention, of a known kind or not. A clause with a verb or noun of
//! a known kind and no day becomes a mention without a date: it may join a dated one, it never invents a day.

pub mod actor;
mod agent;
mod answer;
pub mod attribution;
mod bound;
mod chronicle;
pub mod clause;
mod dated;
mod described;
mod docket;
pub mod fact;
pub mod kinds;
mod moved;
mod participle;
mod reaction;
pub mod sense;
mod share;
mod subject;
mod tie;
mod trigger;

pub use agent::{ANOTHER, Agent, Bench, HANDED_DOWN};
pub use dated::{DateOf, MentionDate};
pub use moved::Moved;
pub use subject::Subject;

use crate::date::{Basis, DateMention, Type};
use crate::document::{Document, Kind, Passage, Role};
use crate::lineage::Lineage;
use crate::sentence;
use crate::span::Span;
use actor::{Aliases, Name};
use agent::Judges;
use attribution::{Attribution, Stance};
use bound::{is_baseline, is_bound, is_of_citation, is_place_line, puts_off, waits_until};
use clause::{Part, Sentence, Word};
use dated::{can_date, day_of_the_telling, done_by_then, lately, mention_date, so_far};
use fact::{About, Fact};
use share::{Tie, date_picture, lists};
use std::collections::{BTreeMap, BTreeSet};
use tie::{ends_a_stretch, finer, trigger_for};
use trigger::{came_about, is_negated, is_open, is_supposed, ordinal, points_back, tells_of_several};

/// One source, once, says that something happened.
///
/// Invariant: the trigger lies within the span, and the span within one passage.
#[derive(Clone, Debug)]
pub struct EventMention {
    pub document: usize,
    pub span: Span,
    pub trigger: Span,
    pub kind: &'static str,
    /// The stem of the trigger, by which other tellings are found.
    pub stem: String,
    pub date: Option<MentionDate>,
    pub people: Vec<Name>,
    /// Whose doing or lot it is, as far as the words before the trigger tell.
    pub subject: Option<Subject>,
    /// It gives a planned thing another day.
    pub moved: Option<Moved>,
    /// Who does it; of a noun, the judge who hands it down.
    pub agent: Option<Agent>,
    /// The trigger is a noun that points back at what has been told: "the ruling", "Monday's trial".
    pub pointing: bool,
    /// The trigger is a noun that tells of several: "the earlier rulings".
    pub several: bool,
    /// The number that it bears: 1 for "the second hearing".
    pub ordinal: Option<usize>,
    /// Stems of the clause's other content words.
    pub objects: BTreeSet<String>,
    pub facts: Vec<Fact>,
    /// A quotation of three words or more inside the sentence, folded.
    pub utterance: Option<String>,
    pub attribution: Vec<Attribution>,
    pub stance: Stance,
    /// The sentence it stands in, for telling a list from two tellings.
    pub sentence: Span,
    /// It says that the thing did not happen.
    pub negated: bool,
    /// It is asked for, owed, wished or only supposed ("need to be taken down", "if convicted"), and no day says that it came
    /// about.
    pub unrealised: bool,
}

/// What `find` needs to know of a document beside its text.
pub struct Source<'a> {
    pub index: usize,
    pub document: &'a Document,
    pub dates: &'a [DateMention],
    pub lineage: &'a Lineage,
    pub documents: &'a [Document],
    pub aliases: &'a Aliases,
}

/// How a link begins that a sentence takes over from those before it.
const CARRIED: &str = "carried on from: ";

/// Words that carry no content of their own.
const STOP: &[&str] = &[
    "the", "and", "that", "this", "with", "from", "were", "was", "been", "have", "has", "had", "they", "them", "their", "there", "which",
    "who", "whom", "when", "what", "where", "while", "would", "could", "should", "about", "after", "before", "into", "over", "under",
    "only", "also", "than", "then", "some", "such", "more", "most", "other", "just", "will", "very", "because", "until", "being", "said",
    "says", "does", "did", "not", "for", "his", "her", "him", "its", "she", "our", "your", "you", "are", "but", "all", "any", "one", "two",
    "out", "off", "own", "how", "why", "by", "to", "of", "in", "on", "at", "as", "it", "he", "we", "is", "be", "or", "an", "if", "so",
    "no", "up",
];

/// Finds the event mentions of one document, in the order of its text.
pub fn find(source: &Source) -> Vec<EventMention> {
    let document = source.document;
    let mut out = Vec::new();
    let mut carried: Vec<Attribution> = Vec::new();
    let mut carried_for = 0u32;
    let mut carried_of: Vec<Name> = Vec::new();
    let mut recent: Vec<Name> = Vec::new();
    let judges = Judges::of(document, source.aliases);
    let described = described::Described::of(document, source.aliases);
    let mut spoke: Option<Agent> = None;
    let mut asked: Option<answer::Asked> = None;
    let cited = cited_cases(document);
    let entries = chronicle::Entries::of(document, source.dates);
    let mut counted = Named::default();
    for passage in &document.passages {
        if !passage.role.tells() {
            continue;
        }
        if passage.role == Role::Entry {
            docket::docket_entry(source, passage, &mut out);
            continue;
        }
        let in_passage = between(source.dates, passage.span);
        for (place, span) in sentence::sentences(document.prose(), body(document, passage)).into_iter().enumerate() {
            let words = span.of(document.prose());
            if is_formula(document, words) || cited.iter().any(|case| opens_in(words, case)) {
                continue;
            }
            let dates = between(source.dates, span);
            let spans: Vec<Span> = source.dates[in_passage.clone()]
                .iter()
                .filter(|d| span.contains(d.span) && d.value.type_of() != Type::Duration)
                .map(|d| d.span)
                .collect();
            let entry = entries.day_of(passage).filter(|_| dates.is_empty());
            let sentence = clause::analyse_as(document.prose(), span, &spans, entry.is_some() && place == 0);
            let mut chain = attribution::chain(&sentence, document.prose());
            // A story told on a paper's word goes on being told on it for some paragraphs, while it speaks of the same
            // people, tells what was done, and no other cue stands in it.
            let mut named: Vec<Name> =
                actor::names(&sentence.words, document.prose()).iter().map(|name| source.aliases.resolve(name)).collect();
            let meant = described.meant(&sentence.words);
            if let Some(name) = meant.filter(|name| named.iter().all(|other| other.key != name.key)) {
                named.push(name.clone());
            }
            let own = chain.iter().find(|link| link.kind == "document" && link.level == 1).cloned();
            match own {
                Some(link) => {
                    carried = vec![link];
                    carried_for = 4;
                    carried_of.clone_from(&named);
                }
                None if chain.is_empty()
                    && carried_for > 0
                    && passage.role != Role::Post
                    && named.iter().any(|name| carried_of.contains(name))
                    && attribution::goes_on_telling(&sentence) =>
                {
                    chain = carried
                        .iter()
                        .map(|link| Attribution { cue: format!("{CARRIED}{}", link.cue.trim_start_matches(CARRIED)), ..link.clone() })
                        .collect();
                }
                None => {}
            }
            if let Some(author) = &passage.author {
                let (kind, level) = match passage.role {
                    Role::Question => ("question", 2),
                    Role::Answer | Role::Quotation => ("person", 1),
                    _ => ("post", 4),
                };
                chain.push(Attribution { to: author.clone(), kind, cue: author.clone(), level });
            }
            if let Some(repeat) = source.lineage.copied_at(source.index, span.start()) {
                let name = source.documents[repeat.of].name().to_owned();
                if !chain.iter().any(|link| link.to == name) {
                    chain.push(Attribution { to: name, kind: "copy", cue: "the passage is copied".to_owned(), level: 3 });
                }
            }
            counted.count(&named, &judges);
            let (most, spoke_last) = (counted.most(), spoke.as_ref());
            let around = Around { chain: &chain, named: &named, recent: &recent, judges: &judges, meant, spoke: spoke_last, most };
            let from = out.len();
            sentence_mentions(source, passage, &sentence, dates, &around, &mut out);
            if let Some(day) = entry {
                chronicle::date_entry(source, day, &sentence, place == 0, &mut out[from..]);
            }
            asked = match passage.role {
                Role::Question => answer::asked(source, passage, &sentence, &around, from, &mut out),
                _ => {
                    if let Some(question) = asked.filter(|_| passage.role == Role::Answer && place == 0) {
                        answer::answered(question, source, &sentence, &chain, from, &mut out);
                    }
                    None
                }
            };
            let says = sentence.words.iter().position(|w| kinds::is_of_speech(w.kind) && w.part == Part::Verb);
            let last = spoke.as_ref().filter(|agent| agent.is_still_meant(&recent));
            if let Some(agent) = says.and_then(|verb| agent::of_verb(source, &sentence, verb, &judges, last)) {
                spoke = Some(agent);
            }
            // What has initials for its name is no "she": who was told of before is still meant.
            if !named.is_empty() {
                if named.iter().all(|name| actor::is_body(&name.shown)) {
                    named.extend(recent.into_iter().filter(|name| !actor::is_body(&name.shown)).take(1));
                }
                recent = named;
            }
        }
        carried_for = carried_for.saturating_sub(1);
    }
    out
}

/// The names by which the cases that a court paper cites are called, but for its own: "Castaneda v. Hollowell", "United States v.
/// Brannick".
fn cited_cases(document: &Document) -> BTreeSet<&str> {
    if !document.kind.is_filing() {
        return BTreeSet::new();
    }
    let text = document.prose();
    let own = |name: &str| {
        document.parties.iter().any(|party| party.name.contains(name)) || document.title.as_ref().is_some_and(|t| t.contains(name))
    };
    let party = |at: usize| text[..at].rsplit(char::is_whitespace).next().filter(|name| name.starts_with(char::is_uppercase));
    let against =
        |at: usize| text[at + " v. ".len()..].split(char::is_whitespace).next().filter(|name| name.starts_with(char::is_uppercase));
    let cases = text.match_indices(" v. ").flat_map(|(at, _)| [party(at), against(at)]).flatten();
    cases.map(|name| name.trim_matches(|c: char| !c.is_alphanumeric())).filter(|name| name.len() > 2 && !own(name)).collect()
}

/// "In Castaneda, the patient died": a sentence that tells of a cited case, and not of this one.
fn opens_in(words: &str, case: &str) -> bool {
    let rest = words.trim_start().strip_prefix("In ").and_then(|rest| rest.strip_prefix(case));
    rest.is_some_and(|rest| rest.starts_with(','))
}

/// Whether a sentence tells nothing by its form: the prayer of a pleading, a citation sentence (The Bluebook, B1.1: it opens with
/// a signal), the head of an e-mail that a paper shows.
fn is_formula(document: &Document, words: &str) -> bool {
    const SIGNALS: &[&str] = &["See ", "See, e.g.,", "Cf. ", "But see ", "Accord ", "E.g., ", "Compare "];
    let opens = words.trim_start();
    let cites = SIGNALS.iter().any(|signal| opens.starts_with(signal)) && opens.contains(" v. ");
    let prays = document.kind.is_filing() && (opens.starts_with("WHEREFORE") || cites);
    let heads = ["From:", "Sent:", "To:", "Subject:", "Cc:"].iter().filter(|field| words.contains(**field)).count();
    prays || heads >= 3
}

/// A passage without the sign-off of a post, which dates and signs it, or the words that only say that it is a caption.
fn body(document: &Document, passage: &Passage) -> Span {
    let span = passage.span;
    let words = span.of(document.prose());
    match (passage.role, words.rfind('\n')) {
        (Role::Post, Some(at)) if words[at..].contains("(@") => Span::new(span.start(), span.start() + at),
        // A caption that bears no day is a paragraph that begins as one.
        (role, _) if role == Role::Photo || words.starts_with("Image c") => {
            Span::new(span.start() + crate::layout::news::caption_lead(words), span.end())
        }
        _ => span,
    }
}

/// The range of mentions that lie within a span.
fn between(dates: &[DateMention], span: Span) -> std::ops::Range<usize> {
    let first = dates.partition_point(|date| date.span.start() < span.start());
    let last = dates.partition_point(|date| date.span.start() < span.end());
    first..last
}

/// The word of a sentence that a byte falls in or before.
fn word_at(sentence: &Sentence, at: usize) -> usize {
    sentence.words.partition_point(|w| w.span.end() <= at).min(sentence.words.len().saturating_sub(1))
}

/// What a sentence's mentions share: whose word it is, whom it names, and whom the last sentence that named anyone did.
struct Around<'a> {
    chain: &'a [Attribution],
    named: &'a [Name],
    recent: &'a [Name],
    judges: &'a Judges,
    /// Whom the sentence describes without a name: "the 66-year-old financier".
    meant: Option<&'a Name>,
    /// Who spoke last.
    spoke: Option<&'a Agent>,
    /// Whom the paper has told of most by far, up to here.
    most: Option<&'a Name>,
}

/// How often a paper has named each person.
#[derive(Default)]
struct Named {
    counts: BTreeMap<String, (usize, Name)>,
}

impl Named {
    fn count(&mut self, names: &[Name], judges: &Judges) {
        for name in names.iter().filter(|name| !actor::is_body(&name.shown) && !judges.contains(&name.key)) {
            self.counts.entry(name.key.clone()).or_insert_with(|| (0, name.clone())).0 += 1;
        }
    }

    /// Who is named twice, and twice as often as anybody else.
    fn most(&self) -> Option<&Name> {
        let mut counts: Vec<&(usize, Name)> = self.counts.values().collect();
        counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        let (count, name) = counts.first()?;
        (*count >= 2 && counts.get(1).is_none_or(|(second, _)| second * 2 <= *count)).then_some(name)
    }
}

fn sentence_mentions(
    source: &Source,
    passage: &Passage,
    sentence: &Sentence,
    dates: std::ops::Range<usize>,
    around: &Around,
    out: &mut Vec<EventMention>,
) {
    if sentence.words.iter().filter(|w| !w.mark).count() < 2 {
        return;
    }
    let text = source.document.prose();
    let mut ties: Vec<Tie> = Vec::new();
    let moves = moved::find(sentence, source.dates, dates.clone());
    let of_move = |i: usize| moves.as_ref().is_some_and(|moves| i == moves.new || Some(i) == moves.old);
    let usable: Vec<usize> =
        dates.clone().filter(|i| !of_move(*i) && can_date(&source.dates[*i], text) && !ends_a_stretch(source.dates, *i)).collect();
    // A day in the place line is the news's own where no other is told.
    let several = usable.len() > 1;
    let usable: Vec<usize> = usable
        .into_iter()
        .filter(|i| !is_restated(text, source.dates, *i))
        .filter(|i| !is_of_citation(sentence, &source.dates[*i]))
        .filter(|i| !(is_baseline(sentence, &source.dates[*i]) || several && is_place_line(sentence, &source.dates[*i], text)))
        .collect();
    for &i in &usable {
        if let Some((trigger, same_clause)) = trigger_for(sentence, &source.dates[i], source.document.day()) {
            // "Fined in 1994, 1995 and 1997": one happening for each.
            let listed = |tie: &Tie| tie.trigger == trigger && tie.date.is_some_and(|held| lists(sentence, source.dates, held, i));
            if ties.iter().any(listed) {
                ties.push(Tie { trigger, date: Some(i), same_clause });
                continue;
            }
            match ties.iter_mut().find(|tie| tie.trigger == trigger) {
                // Two dates on one trigger: the finer one dates it, the other is the telling's frame.
                // One that another happening bounds ("months before the election") is no finer.
                Some(tie) => {
                    let held = tie.date.expect("ties so far are dated");
                    let bounds = |i: usize| is_bound(sentence, &source.dates[i]);
                    if !bounds(i) && (bounds(held) || finer(&source.dates[i], &source.dates[held])) {
                        tie.date = Some(i);
                    }
                }
                None => ties.push(Tie { trigger, date: Some(i), same_clause }),
            }
        }
    }
    // "Pleaded guilty at a plea hearing on Friday": one happening, told by its verb.
    let taken: Vec<usize> = ties.iter().map(|tie| tie.trigger).collect();
    for tie in &mut ties {
        let noun = &sentence.words[tie.trigger];
        // Who sets a hearing holds none yet.
        let arranges = |w: &Word| matches!(w.stem.as_str(), "set" | "schedul" | "reschedul" | "slate" | "fix" | "cancel" | "postpon");
        let tells =
            |w: &Word| w.clause == noun.clause && w.part == Part::Verb && w.kind == noun.kind && w.kind != kinds::OTHER && !arranges(w);
        if noun.part == Part::EventNoun
            && let Some(verb) = sentence.words[..tie.trigger].iter().rposition(tells)
            && !taken.contains(&verb)
        {
            tie.trigger = verb;
        }
    }
    if let Some(moves) = &moves {
        ties.retain(|tie| tie.trigger != moves.trigger);
        ties.push(Tie { trigger: moves.trigger, date: Some(moves.new), same_clause: true });
    }
    let follows = reaction::noun(sentence);
    // A question without a day tells nothing.
    let asks = sentence.span.of(text).trim_end_matches(['"', '”', '’', '\'', ')']).ends_with('?');
    // Known kinds without a day of their own: one to a clause, the first.
    for clause in 0..if asks { 0 } else { sentence.clauses } {
        let dated: Vec<usize> = ties.iter().map(|tie| tie.trigger).filter(|t| sentence.words[*t].clause == clause).collect();
        if !dated.is_empty() {
            // A second happening of a known kind beside a dated one is told without a day.
            // "Harrow, whose lease ends in June, told it": what stands between commas is not all that is told.
            // So is "told it after Friday's hearing" more than the hearing.
            let bounds = |w: &Word| matches!(w.lower.as_str(), "after" | "before" | "following");
            let set_in = dated.iter().all(|t| {
                let word = &sentence.words[*t];
                clause::is_of_present(word)
                    || word.part == Part::EventNoun
                        && sentence.words[..*t].iter().rev().take(4).take_while(|w| !w.mark && w.part != Part::Verb).any(bounds)
            });
            let more = sentence.words.iter().enumerate().filter(|(i, w)| {
                w.clause == clause
                    && w.part == Part::Verb
                    && w.kind != kinds::OTHER
                    && (!kinds::is_saying(w.kind) || set_in)
                    && dated.iter().all(|t| t.abs_diff(*i) > 2 && sentence.words[*t].kind != w.kind)
            });
            let more: Vec<usize> = more.map(|(i, _)| i).take(2).collect();
            ties.extend(more.into_iter().map(|trigger| Tie { trigger, date: None, same_clause: false }));
            continue;
        }
        let candidate = sentence
            .words
            .iter()
            .enumerate()
            .filter(|(_, w)| w.clause == clause && matches!(w.part, Part::Verb | Part::Infinitive))
            .find(|(i, w)| {
                w.kind != kinds::OTHER
                    && !(kinds::is_saying(w.kind) && sentence.clauses > 1)
                    && !is_attribution_verb(sentence, *i, around.chain)
            })
            .or_else(|| {
                sentence.words.iter().enumerate().find(|(i, w)| {
                    let tells = w.clause == clause && w.part == Part::EventNoun && !kinds::is_saying(w.kind);
                    tells && !is_cue(w, around.chain, text) && !is_scene(sentence, *i)
                })
            })
            .filter(|(i, _)| Some(*i) != follows)
            .or_else(|| {
                sentence
                    .words
                    .iter()
                    .enumerate()
                    .filter(|(i, _)| !participle::describes_a_subject(&sentence.words, *i))
                    .find(|(i, w)| w.clause == clause && w.part == Part::Verb && !is_attribution_verb(sentence, *i, around.chain))
            });
        if let Some((trigger, _)) = candidate {
            ties.push(Tie { trigger, date: None, same_clause: false });
            // "Was moved to Linden and kept there": the next verb of the clause tells another happening.
            let told = |i: usize| sentence.words[i].clause == clause && sentence.words[i].part == Part::Verb;
            let next = (trigger + 3..sentence.words.len()).find(|i| told(*i) && !participle::describes_a_subject(&sentence.words, *i));
            let next = next.filter(|next| !is_attribution_verb(sentence, *next, around.chain));
            ties.extend(next.map(|next| Tie { trigger: next, date: None, same_clause: false }));
        }
    }
    if passage.role == Role::Photo {
        date_picture(sentence, source.dates, &usable, &mut ties);
    }
    ties.retain(|tie| tie.date.is_some() || !is_frame(source.document, &sentence.words[tie.trigger]));
    ties.sort_by_key(|tie| tie.trigger);
    let open: Vec<usize> = dates.clone().filter(|i| !of_move(*i) && can_date(&source.dates[*i], text)).collect();
    share::days(sentence, source.dates, &usable, &open, &mut ties);
    for tie in &ties {
        let mut told = mention(source, passage, sentence, tie, around);
        let word = &sentence.words[tie.trigger];
        let done = told.date.is_none() && told.stance != Stance::Planned && !told.unrealised && word.part == Part::Verb && !word.quoted;
        if let Some(noun) = follows.filter(|noun| done && sentence.words[*noun].clause == word.clause) {
            told.date = reaction::day(source.document, sentence, noun, out);
        }
        if let Some(moves) = moves.as_ref().filter(|moves| moves.trigger == tie.trigger) {
            told.moved = Some(Moved { from: moves.old.and_then(|old| Some((source.dates[old].value.when()?, source.dates[old].span))) });
            told.stance = Stance::Planned;
        }
        out.push(told);
    }
}

/// "Some five years later, in August 2014, she": what is counted and then told by its date is dated by that.
fn is_restated(text: &str, dates: &[DateMention], date: usize) -> bool {
    let Some(next) = dates.get(date + 1).filter(|_| dates[date].basis == Basis::Relative) else { return false };
    let between = text.get(dates[date].span.end()..next.span.start()).unwrap_or_default();
    next.basis != Basis::Relative && [", in ", ", on ", " (", ", ", " — "].contains(&between)
}

/// Whether a mention tells of a day after the document's own by a modal, or as the new day of what is put off.
fn is_ahead(source: &Source, sentence: &Sentence, trigger: usize, date: &MentionDate) -> bool {
    let (Some(own), Some(when), Some(span)) = (source.document.day(), date.when, date.span) else { return false };
    if when.latest().is_none_or(|last| last <= own) || when.earliest().is_some_and(|first| first <= own) {
        return false;
    }
    let words = &sentence.words;
    let says = |w: &Word, list: &[&str]| list.contains(&w.lower.as_str());
    let modal = |w: &Word| says(w, &["must", "should", "could", "may", "might", "can", "would"]);
    let open = words[..trigger].iter().rev().take(4).take_while(|w| !w.mark).any(modal);
    // "To begin presenting the case next week", "a vote on April 24": only a finite verb tells a day to come as gone.
    let aimed = matches!(words[trigger].part, Part::Infinitive | Part::EventNoun | Part::Other) || clause::is_of_present(&words[trigger]);
    // "When she is sentenced on Sept. 4".
    let is = trigger > 0 && words[trigger].part == Part::Verb && says(&words[trigger - 1], &["is", "are"]);
    // The words of a date may hold what led to it.
    let lead = |w: &Word| says(w, &["until", "till", "to", "for", "through"]);
    let date = word_at(sentence, span.start());
    let led = lead(&words[date]) || date > 0 && lead(&words[date - 1]);
    // "Set his trial for May 4".
    let sets = matches!(words[trigger].stem.as_str(), "set" | "schedul" | "reschedul") && words[trigger].kind != kinds::OTHER;
    open || aimed || is || date > trigger && led && (sets || puts_off(sentence, trigger))
}

/// Whether a noun of happening is only where or when its clause's verb was done: "collapsed during the hearing".
fn is_scene(sentence: &Sentence, noun: usize) -> bool {
    let words = &sentence.words;
    let leads = |w: &Word| matches!(w.lower.as_str(), "during" | "after" | "before" | "following");
    let led = words[..noun].iter().rev().take(4).take_while(|w| !w.mark && w.part != Part::Verb).any(leads);
    led && words.iter().any(|w| w.clause == words[noun].clause && w.part == Part::Verb)
}

/// Whether a verb is the frame of a pleading: "Defendant denies the allegations", "Plaintiff alleges that". Papers of a case
/// say so of every paragraph (Federal Rules of Civil Procedure 8(b)), and nothing happens by it.
fn is_frame(document: &Document, word: &Word) -> bool {
    const FRAMES: &[&str] = &[
        "admits", "denies", "avers", "states", "alleges", "realleges", "re-alleges", "contends", "responds", "asserts", "submits",
        "argues", "maintains", "claims", "incorporates", "repeats", "lacks", "answers", "objects",
    ];
    document.kind.is_filing() && FRAMES.contains(&word.lower.as_str())
}

/// Whether a noun only names the paper whose word the rest is: "the lawsuit claims".
fn is_cue(word: &Word, chain: &[Attribution], text: &str) -> bool {
    let shown = word.span.of(text);
    let cited = |link: &Attribution| {
        !link.cue.starts_with(CARRIED)
            && link.kind == "document"
            && link.cue.len() <= 60
            && link.cue.split(' ').any(|part| part.trim_matches(',') == shown)
    };
    chain.iter().any(cited)
}

/// "…, the suit states": a verb that only says which paper's word the rest is. What a person says is a happening too.
fn is_attribution_verb(sentence: &Sentence, trigger: usize, chain: &[Attribution]) -> bool {
    let word = &sentence.words[trigger];
    (kinds::is_saying(word.kind) || word.stem == "report")
        && chain.iter().any(|link| link.kind == "document" && link.cue.to_lowercase().contains(&word.lower))
}

fn mention(source: &Source, passage: &Passage, sentence: &Sentence, tie: &Tie, around: &Around) -> EventMention {
    let text = source.document.prose();
    let word = &sentence.words[tie.trigger];
    let mut span = quote(sentence, tie.trigger, text);
    let date = tie.date.map(|i| mention_date(source, i, tie.same_clause, sentence, tie.trigger));
    if let Some(date) = date.as_ref().and_then(|date| date.span) {
        span = span.cover(Span::new(date.start().max(sentence.span.start()), date.end().min(sentence.span.end())));
    }
    span = span.cover(word.span);
    let first = sentence.words.partition_point(|w| w.span.start() < span.start());
    let after = sentence.words.partition_point(|w| w.span.end() <= span.end());
    let inside: &[Word] = &sentence.words[first.min(after)..after];
    let date_spans: Vec<Span> = source.dates[between(source.dates, sentence.span)].iter().map(|d| d.span).collect();
    let mut people: Vec<Name> = source.aliases.found_in(&span.of(text).to_lowercase());
    let of_clause = if inside.len() < sentence.words.len() { actor::names(inside, text) } else { Vec::new() };
    for name in of_clause.iter().map(|name| source.aliases.resolve(name)).chain(around.named.iter().cloned()) {
        if !people.iter().any(|p| p.key == name.key) {
            people.push(name);
        }
    }
    // A clause without a name of its own speaks of the one before.
    if people.is_empty() {
        people.extend(around.recent.iter().cloned());
    }
    let objects = inside
        .iter()
        .filter(|w| {
            !w.mark
                && w.lower.len() > 2
                && !STOP.contains(&w.lower.as_str())
                && w.span != word.span
                && !date_spans.iter().any(|d| d.meets(w.span))
                && w.part != Part::Auxiliary
        })
        .map(|w| w.stem.clone())
        .collect();
    let date = date.or_else(|| lately(source, sentence, tie.trigger)).or_else(|| so_far(source, sentence, tie.trigger));
    let date = date.or_else(|| done_by_then(source, sentence, tie.trigger));
    let date = date.or_else(|| day_of_the_telling(source, passage, sentence, tie.trigger));
    let dated = date.is_some();
    // What an outlet tells of its own days is told on its own word.
    let own_days = date.as_ref().is_some_and(|date| matches!(date.basis, Basis::Dateline | Basis::Weekday | Basis::Copied));
    let on_its_word =
        |link: &&Attribution| !(own_days && link.cue.starts_with(CARRIED)) && attribution::governs(link, sentence, word.span, text);
    let chain: Vec<Attribution> = around.chain.iter().filter(on_its_word).cloned().collect();
    let stance = match attribution::stance(sentence, word.clause, tie.trigger, &chain) {
        Stance::Stated if source.document.kind.is_courts_own() => Stance::Found,
        // What counsel puts to a witness is not yet anybody's word.
        Stance::Stated if passage.role == Role::Question => Stance::Alleged,
        // A complaint alleges; that is what it is.
        Stance::Stated if source.document.kind == Kind::Complaint => Stance::Alleged,
        // "Must be returned by May 14", "extended until June 8": what a text tells of a later day and leaves open is a plan.
        Stance::Stated if date.as_ref().is_some_and(|date| is_ahead(source, sentence, tie.trigger, date)) => Stance::Planned,
        // "If he were convicted", "may seek an indictment": nobody tells it as done.
        Stance::Stated if date.is_none() && is_open(sentence, tie.trigger) => Stance::Planned,
        stance => stance,
    };
    let mut facts = fact::facts(inside, &date_spans);
    // "Deliberated for nine hours before convicting him": how long is told of the verdict too.
    if word.kind == "verdict" && inside.len() < sentence.words.len() {
        let deliberated = fact::facts(&sentence.words, &date_spans).into_iter().filter(|fact| fact.of == "time" && fact.unit == "hours");
        facts.extend(deliberated.filter(|_| sentence.words.iter().any(|w| w.stem == "deliber")));
    }
    let noun = word.part == Part::EventNoun;
    let agent_of = |pointing| {
        if noun {
            return agent::of_noun(source, sentence, tie.trigger, around.judges, pointing);
        }
        let last = around.spoke.filter(|agent| agent.is_still_meant(around.recent));
        agent::of_verb(source, sentence, tie.trigger, around.judges, last)
    };
    let pointing = noun && points_back(sentence, tie.trigger, &date_spans) && (dated || came_about(sentence, tie.trigger));
    let agent = agent_of(pointing);
    // "Linden awarded the mill $4 million": what a judge by name decides is a ruling, as what "the judge" does.
    let rules = !noun && agent.as_ref().is_some_and(|agent| agent.bench.is_some() && agent.sure);
    EventMention {
        document: source.index,
        span,
        trigger: word.span,
        kind: if rules { sense::of_bench(word) } else { word.kind },
        stem: word.stem.clone(),
        date,
        people,
        // A toll is of nobody by name; nine counts are of one man's case.
        subject: if facts.iter().any(|fact| {
            let of_a_case = matches!(fact.of.as_str(), "count" | "charg" | "feloni" | "shot" | "time" | "hour" | "day" | "year");
            fact.about == About::Count && fact.low > 1 && fact.unit != "months" && !of_a_case
        }) {
            None
        } else {
            subject::of(source, sentence, tie.trigger, around)
        },
        moved: None,
        agent,
        ordinal: ordinal(sentence, tie.trigger),
        several: tells_of_several(sentence, tie.trigger),
        pointing,
        objects,
        facts,
        utterance: utterance(sentence.span.of(text)),
        attribution: chain,
        stance,
        sentence: sentence.span,
        negated: is_negated(sentence, tie.trigger) && !tie.date.is_some_and(|i| waits_until(sentence, &source.dates[i])),
        // What counsel asks is no telling, and joins none.
        unrealised: word.part == Part::Infinitive && !dated || is_supposed(sentence, tie.trigger) || passage.role == Role::Question,
    }
}

/// The quotation of a trigger: its clause; the whole sentence where that is short, or where the clause has no subject.
fn quote(sentence: &Sentence, trigger: usize, text: &str) -> Span {
    if sentence.clauses == 1 || sentence.span.len() <= 140 && sentence.clauses <= 2 && sentence.words[trigger].part == Part::Verb {
        return sentence.span;
    }
    let clause = sentence.words[trigger].clause;
    let span = sentence.clause_span(clause, text);
    // "… and was served on Monday", "after he was fired": the clause before says who, or when.
    let of_clause = |w: &&Word| w.clause == clause && !w.mark;
    let bare = sentence.words.iter().filter(of_clause).find(|w| !matches!(w.lower.as_str(), "and" | "but" | "or" | "then" | "later"));
    let short = span.len() < 25 || span.len() < 40 && bare.is_none_or(|w| w.part != Part::Other);
    let span = if short && clause > 0 { sentence.clause_span(clause - 1, text).cover(span) } else { span };
    complement(sentence, trigger, text).map_or(span, |complement| span.cover(complement))
}

/// Bytes of a complement that is quoted with its verb.
const COMPLEMENT: usize = 240;

/// What was said, ruled or found, where the verb's own clause ends with it: "the examiner ruled \[that he took his own life]".
fn complement(sentence: &Sentence, trigger: usize, text: &str) -> Option<Span> {
    let word = &sentence.words[trigger];
    let tells = kinds::is_of_speech(word.kind) || matches!(word.kind, "ruling" | "order" | "statement") || word.stem == "find";
    if word.part != Part::Verb || !tells {
        return None;
    }
    let rest = sentence.words[trigger + 1..].iter().take_while(|w| w.clause == word.clause);
    if rest.filter(|w| !w.mark).count() > 4 {
        return None;
    }
    let next = sentence.words[trigger + 1..].iter().find(|w| w.clause != word.clause && !w.mark)?;
    let mut out: Option<Span> = None;
    for clause in next.clause..sentence.clauses {
        let span = sentence.clause_span(clause, text);
        let told = out.map_or(word.span.end(), Span::end);
        let far = span.end().saturating_sub(word.span.end()) > COMPLEMENT;
        // Behind a mark another clause begins.
        const MARKS: &[char] = &[',', ';', ':', '—', '–'];
        let parted = |from: usize| text[..from].ends_with(MARKS) || Span::new(from, span.start()).of(text).contains(MARKS);
        if span.start() < told || far || parted(told) {
            break;
        }
        out = Some(out.map_or(span, |out| out.cover(span)));
    }
    out
}

/// The quotation in a sentence, folded, by which two tellings of one statement are known: the first that opens in it, or what
/// closes in it of one that opened before ("… is over,” Dorn said"). One of fewer than three words is none.
fn utterance(words: &str) -> Option<String> {
    let first = words.find(['“', '”', '"'])?;
    let mark = words[first..].chars().next()?;
    let closes = mark == '”' || mark == '"' && words[..first].ends_with([',', '.', '?', '!']) && !words[first + 1..].contains('"');
    let said = if closes {
        &words[..first]
    } else {
        let rest = &words[first + mark.len_utf8()..];
        &rest[..rest.find(if mark == '“' { '”' } else { '"' }).unwrap_or(rest.len())]
    };
    let folded: Vec<String> = said
        .split_whitespace()
        .map(|w| w.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase())
        .filter(|w| !w.is_empty())
        .collect();
    (folded.len() >= 3).then(|| folded.join(" "))
}
