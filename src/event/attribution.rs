//! Whose word a clause is: the chain of who says so, from the cues of the trade, and the stance it gives.

use super::actor;
use super::clause::{Part, Sentence, Word, is_adverb};
use crate::date::is_month;
use crate::span::Span;
use regex::Regex;
use std::sync::OnceLock;

/// One link of a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Who says it, in the source's words or as the trade names the paper.
    pub to: String,
    /// What sort of link: document, person, outlet, copy, post.
    pub kind: &'static str,
    /// The words that show it.
    pub cue: String,
    /// 0 a court's own paper, 1 a named document or the actor's own words, 2 the outlet itself, 3 the press quoting the
    /// press, 4 a post.
    pub level: u8,
}

/// How a source holds what it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    Stated,
    Alleged,
    Denied,
    Planned,
    Found,
}

impl Stance {
    /// The name in the fixed interface.
    pub fn name(self) -> &'static str {
        match self {
            Stance::Stated => "stated",
            Stance::Alleged => "alleged",
            Stance::Denied => "denied",
            Stance::Planned => "planned",
            Stance::Found => "found",
        }
    }
}

/// Papers that a text can lean on: the words for it, and the name that reports give it.
const PAPERS: &[(&str, &str)] = &[
    ("indictment", "the indictment"),
    ("affidavit", "the affidavit"),
    ("warrant", "the warrant"),
    ("complaint", "the complaint"),
    ("lawsuit", "the complaint"),
    ("suit", "the complaint"),
    ("court papers", "the complaint"),
    ("court records", "the complaint"),
    ("court documents", "court documents"),
    ("court filing", "a court filing"),
    ("court filings", "court documents"),
    ("filing", "a court filing"),
    ("plaintiffs", "the complaint"),
    ("plaintiff", "the complaint"),
    ("petition", "the petition"),
    ("motion", "the motion"),
    ("transcript", "the transcript"),
    ("police report", "the police report"),
    ("family", "the family"),
    ("prosecutors", "prosecutors"),
    ("authorities", "authorities"),
    ("police", "police"),
    ("investigators", "investigators"),
    ("officials", "officials"),
];

/// Verbs by which a paper or a person is given as the word behind a clause.
const SAYS: &[&str] = &[
    "say", "says", "said", "state", "states", "stated", "allege", "alleges", "alleged", "claim", "claims", "claimed", "show", "shows",
    "showed", "contend", "contends", "contended", "assert", "asserts", "asserted", "argue", "argues", "argued", "reads", "read", "note",
    "notes", "noted", "describes", "described", "added", "adds", "wrote", "told", "according",
];

/// Those of them that a named person takes: "Florida state charges" and "Epstein's alleged ring" name no speaker.
const PERSON_SAYS: &str = "reports|reported|says|said|states|stated|alleges|claims|claimed|contends|contended|asserts|asserted|argues|argued|notes|noted|describes|described|added|adds|wrote|told";

/// Words that open the other cues.
const OTHER_CUES: &[&str] = &["per", "citing", "reported", "reports", "words", "tweeted", "obtained", "announced", "testified"];

/// Words that hold a clause at arm's length; "the alleged ring" and "the accused man" do not.
fn is_hedge(words: &[Word], at: usize) -> bool {
    let next = words.get(at + 1).map(|word| word.lower.as_str());
    match words[at].lower.as_str() {
        "allegedly" | "reportedly" | "purportedly" => true,
        "accuse" | "accused" | "accuses" => {
            let of = words[at + 1..].iter().take(8).take_while(|w| !w.mark).any(|w| w.lower == "of");
            of || matches!(next, Some("him" | "her" | "them" | "the"))
        }
        "allege" | "alleges" | "alleged" => matches!(next, Some("that" | "he" | "she" | "they" | "it")),
        _ => false,
    }
}

/// Last words of the names of outlets, and outlets that have none of them.
const OUTLETS: &[&str] = &[
    "times", "post", "news", "journal", "press", "herald", "tribune", "globe", "guardian", "gazette", "chronicle", "star", "examiner",
    "observer", "telegraph", "mail", "sun", "reuters", "cnn", "npr", "ap", "nbc", "abc", "cbs", "bbc", "msnbc", "politico", "axios",
    "bloomberg", "beast", "today", "magazine", "inquirer", "sentinel", "dispatch", "courier",
];

fn is_outlet(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or(name).to_lowercase();
    OUTLETS.contains(&last.as_str())
        && (name.contains(' ')
            || last.len() <= 5 && name.chars().all(char::is_uppercase)
            || matches!(last.as_str(), "reuters" | "politico" | "axios" | "bloomberg"))
}

fn opens_with_a_month(to: &str) -> bool {
    is_month(to.split(|c: char| !c.is_alphabetic()).next().unwrap_or(to))
}

/// Whether nothing follows that a name could be the subject of: "said Jane Smith." but not "said Manafort laundered".
fn ends_a_clause(rest: &str) -> bool {
    let rest = rest.trim_start();
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    word.is_empty()
        || matches!(word, "of" | "in" | "on" | "at" | "to" | "for" | "from" | "who" | "and" | "after" | "during" | "when" | "as" | "with")
        || word.starts_with(char::is_uppercase)
}

/// A name: words with capitals, and the small ones that link them ("Bureau of Investigation").
const NAME: &str = "[A-Z][A-Za-zÀ-ÿ0-9'’-]+(?: (?:(?:of|for)(?: the)? )?[A-Z][A-Za-zÀ-ÿ0-9'’-]+){0,6}";

/// Who speaks without a name: people by what they are, and bodies by what they are.
const UNNAMED: &str = "sources?|persons?|people|lawyers?|attorneys?|spokes(?:man|woman|person|people)|representatives?|officials?|aides?|witness(?:es)?|neighbou?rs?|relatives?|experts?|analysts?|critics|advocates|lawmakers|regulators|investigators|prosecutors|agents?|detectives?|deput(?:y|ies)|officers?|jurors?|father|mother|brother|sister|son|daughter|wife|husband|widow|friends?|company|firm|group|agency|office|department|bureau|union|school|university|commission|board|state|government|administration|campaign|coroner|sheriff|mayor|governor|statement";

/// What joins a clause to another, and begins no name.
const LINKS: &[&str] = &[
    "when", "that", "as", "after", "before", "while", "if", "because", "since", "until", "where", "which", "who", "and", "but", "though",
    "although", "what", "how", "why", "whether", "to", "of", "in", "on", "for", "with", "by", "at", "from",
];

struct Patterns {
    according: Regex,
    obtained: Regex,
    person_says: Regex,
    /// "A source familiar with the matter said", "…, his father said", "the office, which prosecuted the case, alleged".
    unnamed_says: Regex,
    /// "According to lawyers for the state".
    according_unnamed: Regex,
}

fn patterns() -> &'static Patterns {
    static PATTERNS: OnceLock<Patterns> = OnceLock::new();
    PATTERNS.get_or_init(|| {
        let says = PERSON_SAYS;
        let compile = |pattern: String| Regex::new(&pattern).expect("a valid pattern");
        Patterns {
            obtained: compile(
                r"(?:obtained|seen|reviewed|viewed|first reported) by (?:the |The )?([A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3})".to_owned(),
            ),
            according: compile(r"(?-u:\b)(?:[Aa]ccording to|[Pp]er|[Aa]s reported by|[Cc]iting|[Ii]n the words of)[ \n]+(?:the |a |an )?([A-Za-z][A-Za-zÀ-ÿ0-9'’.&-]*(?: (?:[A-Z][A-Za-zÀ-ÿ0-9'’.&-]*|of|the|and|for|[a-z]+))?(?: [A-Z][A-Za-zÀ-ÿ0-9'’.&-]*)*)".to_owned()),
            unnamed_says: compile(format!(
                r"(?:^|[,;:”\x22] (?:and |but )?)((?:[Tt]he |[Aa]n? |[Hh]is |[Hh]er |[Tt]heir |[Tt]wo |[Tt]hree |[Ss]everal |[Ss]ome |[Oo]ne |[Oo]ther )?(?:[A-Za-z.'’-]+ ){{0,3}}(?:{UNNAMED})(?: (?:for|of|at|with|in|familiar|briefed|close|who)(?: [A-Za-z.'’-]+){{1,7}}?)?)(?:, ([^,;“”\x22]{{1,70}}),)? (?:also |later |previously |then )?(?:said|says|told|alleges?|alleged|claims|claimed|wrote|argues|argued|testified|announced|added|states|stated)\b"
            )),
            according_unnamed: compile(
                r"[Aa]ccording to ((?:the |a |an |his |her |their |two |three |several |some )?[a-z][A-Za-z.'’-]*(?: [A-Za-z.'’-]+){0,7})".to_owned(),
            ),
            person_says: compile(format!(r"(?:({NAME})(?:, [^,;]{{1,90}},)? (?:{says})\b)|(?:\b(?:said|says|wrote|tweeted) ({NAME}))")),
        }
    })
}

/// The paper that the words from `at` on name, as reports call it, and how many words name it.
fn paper_at(words: &[Word], at: usize) -> Option<(&'static str, usize)> {
    let one = words.get(at)?.lower.as_str();
    let two = words.get(at + 1).map(|next| format!("{one} {}", next.lower));
    let named = |shown: &str| PAPERS.iter().find(|(paper, _)| *paper == shown).map(|(_, name)| *name);
    two.and_then(|two| named(&two)).map(|name| (name, 2)).or_else(|| named(one).map(|name| (name, 1)))
}

/// "The suit states", "the complaint goes on to allege", "states in the complaint": the papers, and the words from first to
/// last that show it.
fn papers_that_say(words: &[Word]) -> Vec<(&'static str, Span)> {
    let says = |at: usize| words.get(at).is_some_and(|word| SAYS.contains(&word.lower.as_str()));
    let is = |at: usize, list: &[&str]| words.get(at).is_some_and(|word| list.contains(&word.lower.as_str()));
    let mut out = Vec::new();
    for at in 0..words.len() {
        let Some((name, length)) = paper_at(words, at) else { continue };
        let next = at + length;
        // "The suit, filed in June by his mother, says".
        let inserted = is(next, &[","])
            .then(|| (next + 1..words.len().min(next + 16)).find(|i| is(*i, &[","])))
            .flatten()
            .map(|comma| comma + 1)
            .filter(|verb| says(*verb));
        let verb = match inserted {
            Some(verb) => verb,
            None => match words.get(next).map(|word| word.lower.as_str()) {
                Some("also") => next + 1,
                Some("goes") if is(next + 1, &["on"]) && is(next + 2, &["to"]) => next + 3,
                _ => next,
            },
        };
        // Up to an article and one word more stand before the paper's name.
        let article = |at: usize| is(at, &["the", "a", "an", "his", "her", "their", "its"]);
        // "The complaint adds weight to it" says nothing; "adds that" and "adds:" do.
        let adds = is(verb, &["adds", "added"]);
        let tells = !adds || words.get(verb + 1).is_none_or(|word| word.mark || word.quoted || word.lower == "that");
        if says(verb) && tells {
            let first = match at {
                _ if at >= 1 && article(at - 1) => at - 1,
                _ if at >= 2 && !words[at - 1].mark && article(at - 2) => at - 2,
                _ => at,
            };
            out.push((name, words[first].span.cover(words[verb].span)));
            continue;
        }
        let article = (1..=2).find(|back| at >= *back && is(at - back, &["the", "a", "an"])).map(|back| at - back);
        let verb = article.and_then(|at| if at >= 1 && is(at - 1, &["in"]) { at.checked_sub(2) } else { at.checked_sub(1) });
        if let Some(verb) = verb.filter(|verb| says(*verb)) {
            out.push((name, words[verb].span.cover(words[next - 1].span)));
        }
    }
    out
}

/// The chain that a sentence's own words give a clause, nearest first.
pub fn chain(sentence: &Sentence, text: &str) -> Vec<Attribution> {
    let mut out: Vec<Attribution> = Vec::new();
    // Few sentences have a cue, and what follows is slow.
    if !sentence.words.iter().any(|word| SAYS.contains(&word.lower.as_str()) || OTHER_CUES.contains(&word.lower.as_str())) {
        return out;
    }
    let words = sentence.span.of(text);
    let patterns = patterns();
    let push = |out: &mut Vec<Attribution>, to: &str, kind: &'static str, cue: &str, level: u8| {
        if !out.iter().any(|link: &Attribution| link.to == to) {
            out.push(Attribution { to: to.to_owned(), kind, cue: cue.trim().trim_start_matches([',', ' ']).to_owned(), level });
        }
    };
    let is_person = |name: &str| matches!(name, "prosecutors" | "authorities" | "police" | "investigators" | "officials" | "the family");
    for (name, cue) in papers_that_say(&sentence.words) {
        push(&mut out, name, if is_person(name) { "person" } else { "document" }, cue.of(text), 1);
    }
    for found in patterns.according.captures_iter(words) {
        let to = found[1].trim().trim_end_matches(['.', ',', '\'', '’']);
        match PAPERS.iter().find(|(paper, _)| to.to_lowercase().split(' ').any(|w| w == *paper) || to.to_lowercase().starts_with(paper)) {
            Some((_, name)) => push(&mut out, name, if is_person(name) { "person" } else { "document" }, &found[0], 1),
            // "According to a Feb. 23 police report" names no one.
            None if opens_with_a_month(to) => {}
            None if to.starts_with(char::is_uppercase) => push(&mut out, to, "outlet", &found[0], 3),
            None => {}
        }
    }
    // "A suit obtained by the New York Post": who brought the paper to light is in the chain behind it.
    if let Some(found) = patterns.obtained.captures(words)
        && let Some(name) = actor::as_a_name(&found[1])
        && is_outlet(name)
    {
        push(&mut out, name, "outlet", &found[0], 3);
    }
    // "In Washington, D.C., said" names a place.
    let placed =
        |at: usize| words[..at].trim_end().rsplit(' ').next().is_some_and(|word| matches!(word, "in" | "near" | "outside" | "from"));
    let mut speakers = patterns.person_says.captures_iter(words).filter_map(|found| {
        let name = found.get(1).filter(|name| !placed(name.start()));
        let name = name.or(found.get(2).filter(|name| ends_a_clause(&words[name.end()..])))?;
        Some((found.get(0)?.as_str(), actor::as_a_name(name.as_str())?))
    });
    if out.is_empty()
        && let Some((cue, name)) = speakers.next()
    {
        // A person who reports a thing to somebody is no source of the telling.
        match is_outlet(name) {
            true => push(&mut out, name, "outlet", cue, 3),
            false if cue.trim_end().ends_with("reported") || cue.trim_end().ends_with("reports") => {}
            false => push(&mut out, name, "person", cue, 1),
        }
    }
    if out.is_empty() {
        let article = |to: &str| ["The ", "A ", "An "].iter().any(|article| to.starts_with(article));
        let lowered = |to: &str| if article(to) { to[..1].to_lowercase() + &to[1..] } else { to.to_owned() };
        // "Testimony in the case", "a paper filed on Friday": who or what says it, and not where it did.
        const ENDS: &[&str] = &["in", "who", "which", "that", "filed", "released", "obtained", "on", "at", "during"];
        // "The agency.Director Reed": a page may run one sentence into the next.
        let run_in = |to: &str| {
            let at = to.match_indices('.').find(|(at, _)| {
                let small = to[..*at].chars().next_back().is_some_and(char::is_lowercase);
                small && to[at + 1..].starts_with(char::is_uppercase)
            });
            at.map_or(to.len(), |(at, _)| at)
        };
        let short = |to: &str| to[..run_in(to)].split(' ').take_while(|word| !ENDS.contains(word)).collect::<Vec<_>>().join(" ");
        const PLANS: &[&str] = &["plan", "plans", "schedule", "custom", "need", "taste", "law"];
        let opens = |to: &str| !LINKS.contains(&to.split(' ').next().unwrap_or_default());
        let said = patterns.unnamed_says.captures_iter(words).find_map(|found| {
            let (all, who) = (found.get(0)?, found.get(1)?);
            // "His mother wrote to the mill" gives nobody's word.
            let writes = all.as_str().ends_with("wrote") && words[all.end()..].starts_with(" to ");
            // "The mill's lawyer, Ann Reed, said": she has a name.
            let name = found.get(2).map(|beside| beside.as_str()).filter(|beside| {
                let mut parts = beside.split(' ');
                parts.clone().count() >= 2 && parts.all(|part| part.starts_with(char::is_uppercase))
            });
            let to = name.map_or_else(|| lowered(who.as_str().trim()), str::to_owned);
            (opens(who.as_str()) && !writes).then(|| (to, words[who.start()..all.end()].to_owned()))
        });
        let told = || {
            let found = patterns.according_unnamed.captures(words)?;
            let to = found[1].trim_end_matches(['.', ' ']);
            (!PLANS.contains(&to) && !to.split(' ').any(is_month))
                .then(|| (to.to_owned(), found[0].trim_end_matches(['.', ' ']).to_owned()))
        };
        if let Some((to, cue)) = said.or_else(told) {
            push(&mut out, &short(&to), "person", &cue, 1);
        }
    }
    out
}

/// Longest sentence, in bytes, whose cues are placed among its clauses.
const LONGEST: usize = 4000;

/// Whether a link of a sentence's own words is of a clause: what "Dorn was held, and the warrant said he lied" puts before the
/// cue is not on the warrant's word; what a cue closes is ("he lied, the warrant said").
pub(super) fn governs(link: &Attribution, sentence: &Sentence, trigger: Span, text: &str) -> bool {
    let words = sentence.span.of(text);
    // What goes on without an end has no clauses that could be told apart.
    if words.len() > LONGEST {
        return true;
    }
    let Some(at) = words.find(link.cue.as_str()) else { return true };
    let (first, end) = (sentence.span.start() + at, sentence.span.start() + at + link.cue.len());
    let behind = text[end..sentence.span.end()].trim_start_matches(' ');
    // "…, Dorn told the court." and "…, the mill said in a statement" close; "said he lied", "says that" open.
    let opens = behind.starts_with("that ")
        || ["he ", "she ", "they ", "it ", "his ", "her ", "the ", "there "].iter().any(|word| behind.starts_with(word))
            && link.cue.ends_with(|c: char| c.is_alphabetic())
            && behind.contains(' ');
    let leads = at == 0;
    leads || !opens || trigger.end() > first || link.cue.to_lowercase().starts_with("according")
}

/// Kinds of step that a court, an office or an outlet knows by itself.
const PUBLIC: &[&str] = &[
    "motion", "hearing", "order", "ruling", "verdict", "plea", "charge", "sentence", "appeal", "statement", "testimony", "appointment",
    "dismissal from office", "election", "interview", "arrest", "filing", "agreement", "sanction", "settlement", "enactment",
];

/// Whether a sentence goes on with the story of a paper: it tells what was done, not what is; it gives no one else the word; and
/// it tells of no step that a court or an outlet knows by itself.
pub(super) fn goes_on_telling(sentence: &Sentence) -> bool {
    const PRESENT: &[&str] = &["is", "are", "has", "have", "will", "faces", "face", "says", "can", "may", "isn't", "hasn't"];
    const ANOTHERS: &[&str] = &["according", "comment", "comments", "respond", "tweeted", "recently", "spokesman", "spokeswoman"];
    let own = |word: &str| !PRESENT.contains(&word) && (!ANOTHERS.contains(&word));
    sentence.words.iter().all(|w| own(&w.lower) && (w.part == Part::Other || !PUBLIC.contains(&w.kind)))
}

/// How a clause holds what it tells, from its own words and its chain.
pub fn stance(sentence: &Sentence, clause: usize, trigger: usize, chain: &[Attribution]) -> Stance {
    let trigger_word = &sentence.words[trigger];
    // "“It will come back,” Dowd said" plans nothing: what is quoted does not govern the saying.
    let own = sentence.words[..trigger].iter().rev().filter(|w| !w.mark && w.quoted == trigger_word.quoted);
    let before: Vec<&str> = own.take(5).map(|w| w.lower.as_str()).collect();
    let near = |word: &str| before.contains(&word);
    // "Would" is the future of the past, a plan; but "would be reported ... in 2019" tells what then came about.
    // "The will, executed in May, left it to her": a noun.
    let noun = sentence.words[..trigger].windows(2).any(|pair| {
        pair[1].lower == "will" && matches!(pair[0].lower.as_str(), "the" | "a" | "his" | "her" | "this" | "that" | "last" | "living")
    });
    let future = near("will") && !noun
        || near("shall")
        || before.windows(2).any(|w| {
            matches!(
                w,
                [
                    "to",
                    "expected"
                        | "scheduled"
                        | "set"
                        | "slated"
                        | "due"
                        | "plans"
                        | "planned"
                        | "likely"
                        | "intend"
                        | "intends"
                        | "intended"
                        | "hopes"
                        | "hope"
                        | "vowed"
                        | "vows"
                        | "promised"
                        | "promises"
                        | "pledged"
                        | "threatened"
                        | "threatens"
                        | "supposed"
                        | "meant"
                        | "poised"
                        | "wants"
                        | "wanted"
                        | "aims"
                        | "hoping"
                        | "planning"
                ]
            )
        })
        || matches!(before.as_slice(), ["to", "was" | "were" | "is" | "are", ..])
        || matches!(before.first(), Some(&"scheduled" | &"expected" | &"won't"));
    // "A ruling is expected next week", "could be fired as early as June".
    let awaited = matches!(trigger_word.lower.as_str(), "expected" | "planning" | "intended" | "meant" | "supposed" | "poised")
        && matches!(before.first(), Some(&"is" | &"are" | &"was" | &"were" | &"be" | &"been"));
    let planned = awaited || trigger_word.lower == "planned" && matches!(before.first(), Some(&"is" | &"are" | &"was" | &"were"));
    let set_for = matches!(trigger_word.lower.as_str(), "set" | "slated" | "due")
        && sentence.words.get(trigger + 1).is_some_and(|w| matches!(w.lower.as_str(), "for" | "to"));
    // "Was cancelled on Feb. 18" is done that day; "the hearing of Feb. 18 was cancelled" was to come.
    let called_off = matches!(trigger_word.lower.as_str(), "canceled" | "cancelled")
        && !(trigger_word.kind == super::kinds::OTHER
            && sentence.words.get(trigger + 1).is_some_and(|w| matches!(w.lower.as_str(), "on" | "in" | "last" | "late" | "early" | "by")));
    // "Will remain in jail until his hearing on July 11".
    let until = trigger_word.part == Part::EventNoun
        && near("until")
        && sentence.words[..trigger].iter().any(|w| w.lower == "will" && w.quoted == trigger_word.quoted);
    if until || future || set_for || planned || called_off || trigger_word.lower == "scheduled" {
        return Stance::Planned;
    }
    // "Denied removing it", "denied that it removed it": the denial stands in the clause or governs it.
    let opened_by_that = sentence.words.iter().find(|w| w.clause == clause).is_some_and(|w| w.lower == "that");
    let is_denial = |word: &str| matches!(word, "denied" | "denies" | "deny" | "denying");
    // A motion denied is a ruling, and says of nothing that it did not happen.
    let rules = |at: usize| {
        // The motion is what is denied, not what somebody denied having filed.
        let whose =
            |w: &&Word| !w.mark && !matches!(w.lower.as_str(), "that" | "he" | "she" | "it" | "they" | "ever") && w.part != Part::Verb;
        sentence.words[at + 1..].iter().take(8).take_while(whose).any(|w| {
            matches!(
                w.lower.as_str(),
                "motion" | "motions" | "petition" | "request" | "requests" | "bid" | "appeal" | "application" | "plea"
            )
        })
    };
    let mut within = (0..trigger).filter(|at| {
        let w = &sentence.words[*at];
        w.clause == clause || opened_by_that && w.clause + 1 == clause
    });
    // "After denying it, he resigned": what a participle denied is not the resigning.
    let beside = |at: usize| {
        sentence.words[at].lower == "denying" && sentence.words[at..trigger].iter().any(|w| matches!(w.lower.as_str(), "," | ";"))
    };
    if within.any(|at| is_denial(&sentence.words[at].lower) && !rules(at) && !beside(at)) && !is_denial(&trigger_word.lower) {
        return Stance::Denied;
    }
    // An adverb holds its own clause at arm's length, and of that what it stands with: "whose house was allegedly a factory was
    // arrested" alleges no arrest.
    let near = |at: usize| {
        let word = &sentence.words[at];
        if !is_adverb(&word.lower) {
            // "Resigned after an aide accused him" and "Dorn, accused of fraud, was fired": only what stands behind the accusing,
            // and in what it says, is alleged.
            let aside = at > 0 && sentence.words[at - 1].lower == ",";
            let closed = aside && at < trigger && sentence.words[at..trigger].iter().any(|w| w.lower == ",");
            return at <= trigger && !closed && word.clause.abs_diff(clause) <= 1;
        }
        let tied = |range: &[Word]| range.iter().any(|w| matches!(w.lower.as_str(), "who" | "whose" | "which"));
        // What is said of it in passing ends before the trigger; "it was reportedly Smith who was arrested" does not.
        let passing = at > 0
            && at < trigger
            && tied(&sentence.words[..at])
            && !tied(&sentence.words[at..trigger])
            && sentence.words[at - 1].part == Part::Auxiliary
            && sentence.words.get(at + 1).is_some_and(|w| !matches!(w.part, Part::Verb | Part::Auxiliary));
        (word.clause == clause || at < trigger && word.clause + 1 == clause) && !passing
    };
    // Who was arrested or sentenced is no accusation of the prosecutors'.
    let public = PUBLIC.contains(&trigger_word.kind);
    let accuses = |link: &Attribution| match link.to.as_str() {
        "the complaint" | "a court filing" | "the indictment" | "the petition" => true,
        "prosecutors" | "the family" => !public,
        _ => false,
    };
    if (0..sentence.words.len()).any(|at| near(at) && is_hedge(&sentence.words, at)) || chain.iter().any(accuses) {
        return Stance::Alleged;
    }
    Stance::Stated
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::clause::analyse;

    #[test]
    fn cues_name_who_says_so() {
        let rows: &[(&str, &[&str])] = &[
            ("The clips were sold, the suit states.", &["the complaint"]),
            ("The posts were taken down, court papers allege.", &["the complaint"]),
            ("The firm replied, the lawsuit claims, according to the New York Post.", &["the complaint", "New York Post"]),
            ("According to the suit, he left.", &["the complaint"]),
            ("He was seen on Friday, prosecutors said.", &["prosecutors"]),
            ("The case is over, Jane Smith said.", &["Jane Smith"]),
            ("The posts were taken down in January.", &[]),
            ("He was paid, the Morning Star reported.", &["Morning Star"]),
            ("He was paid, according to a suit obtained by the New York Post.", &["the complaint", "New York Post"]),
            ("It came from a Feb. 23 paper, according to a Feb. 23 police report.", &[]),
            ("The office said Harrow laundered it.", &["the office"]),
            ("A source familiar with the matter said he left.", &["a source familiar with the matter"]),
            ("He left, according to lawyers for the mill.", &["lawyers for the mill"]),
            ("He left, his father said.", &["his father"]),
            ("The mill's lawyer, Ann Reed, said he left.", &["Ann Reed"]),
            ("The county attorney's office, which heard the case, alleged that he left.", &["the county attorney's office"]),
            ("It closed when the board said so.", &[]),
            ("Harrow and his mother wrote to the mill.", &[]),
            ("It went according to plan.", &[]),
            ("Harrow reported a broken alarm.", &[]),
            ("The suit, filed in June, says that he was fired.", &["the complaint"]),
        ];
        for (words, wanted) in rows {
            let sentence = analyse(words, Span::new(0, words.len()), &[]);
            let got: Vec<String> = chain(&sentence, words).into_iter().map(|link| link.to).collect();
            assert_eq!(got, *wanted, "{words}");
        }
    }
}
