//! One happening or two: ordered rules, each with its evidence, and what forbids a union.
//!
//! What decides that two mentions are one event must not be the thing compared afterwards: the date is a window here,
//! never equality, or no disagreement about dates could ever appear. How far each reason can be trusted was measured on
//! ECB+ (share of pairs that are truly one event): the same verb in like sentences .87, the same verb and two shared names
//! .86, the same verb alone .80, the same class alone .56, a verb of saying .26.

use super::apart::{APART, figures, forbidden, is_person, look_alike, ordinal};
use super::look::{Look, Times, times};
use super::unions::Unions;
use super::{Pair, telling};
use crate::between;
use crate::date::When;
use crate::decisions::Ties;
use crate::document::Document;
use crate::event::attribution::Stance;
use crate::event::fact::{About, Fact};
use crate::event::{EventMention, actor, kinds};
use chrono::Datelike;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Verbs that say too little to join on by themselves.
const GENERIC: &[&str] = &[
    "make", "take", "go", "come", "get", "give", "use", "see", "begin", "start", "continu", "includ", "becom", "hold", "put", "set",
    "find", "look", "show", "help", "tri", "want", "need", "work", "move", "run", "leav", "keep", "turn", "follow", "lead", "bring",
    "know", "think", "believ", "expect", "happen", "occur", "remain", "receiv", "provid", "allow", "caus", "creat", "appear", "seem",
    "call", "ask", "be", "have", "do", "was", "were", "is", "are", "had", "has", "involv", "serv", "base", "relat",
];

/// Kinds of which a case has one of a sort, so that two sources a day apart tell of one: of signing and announcing, of the
/// day and the night after it.
const ONE_DAY: &[&str] =
    &["sanction", "arrest", "death", "verdict", "sentence", "resignation", "dismissal from office", "removal", "settlement", "enactment"];

/// Kinds of which one person's life or case has few, so that dates that fit and the person are enough.
const MILESTONES: &[&str] = &["resignation", "sentence", "plea", "verdict", "death", "arrest", "suspension", "appointment"];

/// Cosine of two sets of words.
fn likeness(a: &BTreeSet<&str>, b: &BTreeSet<&str>) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    a.intersection(b).count() as f64 / ((a.len() * b.len()) as f64).sqrt()
}

/// A reason for one event, with how far it is to be trusted (for the order of the unions only) and its evidence.
pub(super) struct Reason {
    pub rule: &'static str,
    pub trust: u32,
    pub because: String,
    /// It holds even where the days are apart.
    pub over_days: bool,
}

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
fn is_one(a: &Look, b: &Look) -> bool {
    let (x, y) = (a.mention, b.mention);
    if x.document == y.document || x.unrealised || y.unrealised || x.stance == Stance::Planned || y.stance == Stance::Planned {
        return false;
    }
    let one_day = |look: &Look| look.window.and_then(|w| w.earliest().filter(|day| w.latest() == Some(*day)));
    let (Some(p), Some(q)) = (one_day(a), one_day(b)) else { return false };
    let gap = (p - q).num_days().abs();
    let slip = (p.month(), p.day()) == (q.month(), q.day()) || p.year() == q.year() && (p.month(), p.day()) == (q.day(), q.month());
    let same_person = x.subject.as_ref().zip(y.subject.as_ref()).is_some_and(|(p, q)| p.named && q.named && p.key == q.key);
    let persons = a.people.intersection(&b.people).filter(|key| is_person(x, key)).count();
    let things = a.objects.intersection(&b.objects).filter(|o| !a.people.contains(*o)).count();
    let suit = is_suit(a) && is_suit(b) && persons >= 1 && a.people.intersection(&b.people).count() >= 2;
    let death = x.kind == "death" && y.kind == "death" && gap <= 60;
    let milestone = MILESTONES.contains(&kinds::family(x.kind)) && same_person;
    let numbered = ordinal(x).is_some_and(|n| n > 0 && ordinal(y) == Some(n)) && x.kind == y.kind && persons >= 1;
    (milestone || suit || numbered) && (gap <= ONE_OF_A_PERSON || slip || death) && (things >= 1 || x.stem == y.stem)
}

/// The first rule that makes two mentions one event.
fn reason(a: &Look, b: &Look) -> Option<Reason> {
    let (x, y) = (a.mention, b.mention);
    let times = times(a, b);
    let same_stem = x.stem == y.stem;
    let known = x.kind != kinds::OTHER;
    let same_kind = known && kinds::family(x.kind) == kinds::family(y.kind);
    if !same_stem && !same_kind {
        return same_figure(a, b, times);
    }
    let people: Vec<&str> = a.people.intersection(&b.people).copied().collect();
    let objects: Vec<&str> = a.objects.intersection(&b.objects).copied().filter(|o| !a.people.contains(o) && o.len() > 2).collect();
    let alike = likeness(&a.objects, &b.objects);
    let saying = kinds::is_saying(x.kind) || kinds::is_saying(y.kind);
    let generic = GENERIC.contains(&x.stem.as_str()) || GENERIC.contains(&y.stem.as_str());
    let numbers = x
        .facts
        .iter()
        .any(|f| f.low > 9 && y.facts.iter().any(|g| f.about == g.about && f.of == g.of && (f.low, f.high) == (g.low, g.high)));
    let shared = || {
        let mut list: Vec<&str> = people.iter().chain(&objects).copied().collect();
        list.truncate(5);
        list.join(", ")
    };
    let with = |rule, trust, because: String| Some(Reason { rule, trust, because, over_days: false });
    if let (Some(p), Some(q)) = (&x.utterance, &y.utterance)
        && (p.contains(q.as_str()) || q.contains(p.as_str()))
        && x.kind == y.kind
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
    let apart = matches!(times, Times::Apart(_));
    if kinds::row(x.kind).is_some_and(|kind| kind.once) && same_kind && !apart && x.document != y.document {
        let suit = is_suit(a) && is_suit(b) && (objects.contains(&"suit") || people.len() >= 2 && a.is_dated() && b.is_dated());
        // The plea, the verdict, the death is somebody's: the first named of each clause.
        let whose = |m: &EventMention| m.subject.as_ref().map(|s| s.key.clone()).or_else(|| m.people.first().map(|name| name.key.clone()));
        let person = whose(x).filter(|p| x.kind != "filing" && whose(y).as_ref() == Some(p) && (alike >= 0.1 || same_stem));
        let of = if x.kind == "filing" && suit { Some("the suit".to_owned()) } else { person };
        if let Some(of) = of {
            return with("once in a case, of the same object", 85, format!("{} of {of}", x.kind));
        }
    }
    if saying {
        let close = alike >= 0.45 || alike >= 0.3 && objects.len() >= 3;
        if matches!(times, Times::SameDay | Times::Fit) && !people.is_empty() && close && same_stem {
            return with("same day, same speaker, like words", 60, format!("they share {}", shared()));
        }
        return None;
    }
    match times {
        Times::SameDay => {
            let milestone = MILESTONES.contains(&kinds::family(x.kind)) && same_kind && people.iter().any(|p| is_person(x, p));
            let enough = milestone
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
            let milestone = MILESTONES.contains(&kinds::family(x.kind)) && same_kind && people.iter().any(|p| is_person(x, p));
            let enough = milestone
                || both_short && (same_kind || same_stem && !generic)
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
                return with("same kind, the weekday or month fits", 57, format!("they share {}", shared()));
            }
            let weight = people.len() * 2 + objects.len();
            let bar = if both_undated && same_kind && same_stem && people.iter().any(|p| is_person(x, p)) {
                0.33
            } else if both_undated {
                0.5
            } else if same_stem {
                0.3
            } else {
                0.42
            };
            let enough = (same_stem && !generic || same_kind)
                && (alike >= bar && weight >= 3 || same_stem && !both_undated && people.len() >= 2 && objects.len() >= 2 && alike >= 0.22);
            if enough {
                return with("one side undated, same telling", 40 + (alike * 20.0) as u32, format!("they share {}", shared()));
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
        Times::Apart(gap) if same_kind && is_one(a, b) => {
            return Some(Reason {
                rule: "one of a person, days differ",
                trust: 47,
                because: format!("{} of {}; the days are {gap} apart", x.kind, shared()),
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
                    because: format!("they share {}; the days are {gap} apart", shared()),
                    over_days: true,
                });
            }
            if strong {
                return Some(Reason {
                    rule: "same telling, days differ",
                    trust: 50,
                    because: format!("they share {}; the days are {gap} apart", shared()),
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
    let enough = if same_kind && f.about == About::Count { 1 } else { 2 };
    (shared.len() >= enough).then(|| Reason {
        rule: "same figure",
        trust: 62,
        because: format!("both tell of {} {}; they share {}", f.said, f.of, shared[..shared.len().min(5)].join(", ")),
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

/// Which mentions are one event, and why.
pub struct Joining {
    /// The cluster of each mention.
    pub cluster: Vec<usize>,
    pub joined: Vec<Pair>,
    pub refused: Vec<Pair>,
    pub possible: Vec<Pair>,
}

/// Largest number of mentions that one is compared with inside a block; the nearest in time come first.
const REACH: usize = 400;

/// Joins mentions. `repeats` says which mention each one repeats word for word.
pub fn join(documents: &[Document], mentions: &[EventMention], repeats: &[Option<usize>], ties: &Ties) -> Joining {
    let cases = between::case_of(documents, mentions);
    let looks: Vec<Look> = mentions.iter().map(|mention| Look::new(mention, documents, &cases)).collect();
    let mut unions = Unions::new(&looks, &ties.apart);
    let mut joining = Joining { cluster: Vec::new(), joined: Vec::new(), refused: Vec::new(), possible: Vec::new() };
    for (i, of) in repeats.iter().enumerate() {
        if let Some(of) = of
            && unions.unite(i, *of, true)
        {
            joining.joined.push(Pair { a: *of, b: i, rule: "same copied passage", because: "the words are copied".to_owned() });
        }
    }
    let mut found: Vec<(Reason, usize, usize)> = Vec::new();
    for (a, b) in candidates(&looks) {
        if repeats[a].is_some() && repeats[b].is_some() && unions.find(a) == unions.find(b) {
            continue;
        }
        let reason = reason(&looks[a], &looks[b]);
        if reason.is_none() && !look_alike(&looks[a], &looks[b]) {
            continue;
        }
        match (forbidden(&looks[a], &looks[b]), reason) {
            (Some(why), reason) => {
                // What only one source keeps apart is no news; what a reader might take for one is.
                if APART.contains(&why) || reason.is_some_and(|reason| reason.trust >= 60) {
                    joining.refused.push(Pair { a, b, rule: "cannot be one", because: why.to_owned() });
                }
            }
            (None, Some(reason)) => found.push((reason, a, b)),
            (None, None) => {}
        }
    }
    found.extend(telling::pairs(&looks).into_iter().filter(|(_, a, b)| forbidden(&looks[*a], &looks[*b]).is_none()));
    found.sort_by(|x, y| y.0.trust.cmp(&x.0.trust).then((x.1, x.2).cmp(&(y.1, y.2))));
    // An undated mention joins one event or none: candidates that it cannot choose between are shown, not joined.
    let mut undated: BTreeMap<usize, Vec<(usize, Reason)>> = BTreeMap::new();
    let mut told_alike: Vec<Pair> = Vec::new();
    for (reason, a, b) in found {
        if reason.rule == TOLD_ALIKE {
            told_alike.push(Pair { a, b, rule: TOLD_ALIKE, because: reason.because });
            continue;
        }
        let loose = reason.rule == "one side undated, same telling";
        if loose && looks[a].is_dated() != looks[b].is_dated() {
            let (free, dated) = if looks[a].is_dated() { (b, a) } else { (a, b) };
            undated.entry(free).or_default().push((dated, reason));
            continue;
        }
        if unions.unite(a, b, reason.over_days) {
            joining.joined.push(Pair { a, b, rule: reason.rule, because: reason.because });
        } else if unions.find(a) != unions.find(b) {
            joining.refused.push(Pair {
                a,
                b,
                rule: "the ends would refuse",
                because: format!("{}: their other tellings have days that do not go together", reason.because),
            });
        }
    }
    for (free, options) in undated {
        let best = options.iter().map(|(_, reason)| reason.trust).max().unwrap_or(0);
        let clusters: BTreeSet<usize> =
            options.iter().filter(|(_, reason)| reason.trust + 6 >= best).map(|(dated, _)| unions.find(*dated)).collect();
        if clusters.len() == 1 {
            let (dated, reason) =
                options.into_iter().max_by_key(|(dated, reason)| (reason.trust, usize::MAX - dated)).expect("a cluster has an option");
            if unions.unite(free, dated, reason.over_days) {
                joining.joined.push(Pair { a: dated, b: free, rule: reason.rule, because: reason.because });
            }
        } else {
            let mut seen = BTreeSet::new();
            for (dated, reason) in options {
                if seen.insert(unions.find(dated)) && seen.len() <= 4 {
                    joining.possible.push(Pair { a: dated, b: free, rule: "too close to call", because: reason.because });
                }
            }
        }
    }
    for (free, dated) in best_known(&looks, &unions) {
        if unions.unite(free, dated, false) {
            let because = format!("the sources tell most of this {} of theirs", looks[dated].mention.kind);
            joining.joined.push(Pair { a: dated, b: free, rule: "the one told most", because });
        }
    }
    // What people decided comes last, so that each event goes over with all its mentions.
    for &(a, b) in &ties.same {
        if unions.force(a, b) {
            joining.joined.push(Pair { a, b, rule: "decided", because: "a person decided that they are one".to_owned() });
        }
    }
    let parted = |pair: &Pair| ties.apart.contains(&(pair.a.min(pair.b), pair.a.max(pair.b)));
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    for pair in told_alike {
        let (a, b) = (unions.find(pair.a), unions.find(pair.b));
        if a != b && !parted(&pair) && pairs.insert((a.min(b), a.max(b))) {
            joining.possible.push(pair);
        }
    }
    joining.cluster = (0..mentions.len()).map(|i| unions.find(i)).collect();
    joining
}

/// Undated tellings of somebody's arrest, plea or firing, each with the dated one that the sources tell of most: "after he
/// was fired" means the firing that everybody writes of, where none other comes near it.
fn best_known(looks: &[Look], unions: &Unions) -> Vec<(usize, usize)> {
    type Whose<'a> = (&'a str, &'a str);
    let whose = |look: &Look| -> Option<(&'static str, String)> {
        let family = kinds::family(look.mention.kind);
        let subject = look.mention.subject.as_ref().filter(|_| MILESTONES.contains(&family))?;
        Some((family, subject.key.clone()))
    };
    let told: Vec<Option<(&'static str, String)>> = looks.iter().map(whose).collect();
    let mut dated: HashMap<Whose, BTreeMap<usize, BTreeSet<usize>>> = HashMap::new();
    for (i, look) in looks.iter().enumerate().filter(|(_, look)| look.window.is_some()) {
        if let Some((family, key)) = &told[i] {
            dated.entry((family, key)).or_default().entry(unions.find(i)).or_default().insert(look.mention.document);
        }
    }
    let mut out = Vec::new();
    for (i, look) in looks.iter().enumerate().filter(|(_, look)| !look.is_dated() && !look.mention.unrealised) {
        let Some((family, key)) = &told[i] else { continue };
        let Some(clusters) = dated.get(&(*family, key.as_str())) else { continue };
        if clusters.contains_key(&unions.find(i)) || look.mention.stance == Stance::Planned {
            continue;
        }
        let mut count: Vec<(usize, usize)> = clusters.iter().map(|(cluster, documents)| (documents.len(), *cluster)).collect();
        count.sort_unstable_by(|a, b| b.cmp(a));
        let second = count.get(1).map_or(0, |(documents, _)| *documents);
        let Some(dated) = unions.members[count[0].1].iter().copied().find(|at| looks[*at].window.is_some()) else { continue };
        // The only one that is told of needs one name more in common.
        let only = count.len() == 1 && look.people.intersection(&looks[dated].people).any(|name| name != key);
        if only || count[0].0 >= 3 && count[0].0 >= second * 3 {
            out.push((i, dated));
        }
    }
    out
}

/// Pairs worth comparing: within a kind, or within a verb, near in time; undated ones by a shared person.
fn candidates(looks: &[Look]) -> Vec<(usize, usize)> {
    let mut blocks: HashMap<&str, Vec<usize>> = HashMap::new();
    for (i, look) in looks.iter().enumerate() {
        if look.mention.kind != kinds::OTHER {
            blocks.entry(kinds::family(look.mention.kind)).or_default().push(i);
        } else {
            blocks.entry(look.mention.stem.as_str()).or_default().push(i);
        }
    }
    let mut pairs = Vec::new();
    for block in blocks.values_mut() {
        let key = |i: &usize| looks[*i].window.map(When::sort_key);
        block.sort_by_key(|i| (key(i), *i));
        let undated = block.partition_point(|i| key(i).is_none());
        let (undated, dated) = block.split_at(undated);
        for (n, &a) in dated.iter().enumerate() {
            let until = looks[a].window.and_then(When::latest);
            for &b in dated[n + 1..].iter().take(REACH) {
                let starts = looks[b].window.and_then(When::earliest);
                if until.zip(starts).is_some_and(|(until, starts)| (starts - until).num_days() > 40) {
                    break;
                }
                pairs.push((a.min(b), a.max(b)));
            }
        }
        let mut by_person: HashMap<&str, Vec<usize>> = HashMap::new();
        for &i in undated.iter().chain(dated) {
            for person in looks[i].people.iter().copied().chain(looks[i].objects.iter().copied().filter(|o| *o == "suit")) {
                by_person.entry(person).or_default().push(i);
            }
        }
        let mut seen = BTreeSet::new();
        for &a in undated {
            for person in looks[a].people.iter().copied().chain(looks[a].objects.iter().copied().filter(|o| *o == "suit")) {
                for &b in by_person.get(person).into_iter().flatten().take(REACH) {
                    if a != b && seen.insert((a.min(b), a.max(b))) {
                        pairs.push((a.min(b), a.max(b)));
                    }
                }
            }
        }
    }
    // What comes once to a person is compared whatever its day, for a slip of the year.
    let mut by_subject: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for (i, look) in looks.iter().enumerate().filter(|(_, look)| look.is_dated()) {
        let family = kinds::family(look.mention.kind);
        if let Some(subject) = look.mention.subject.as_ref().filter(|s| s.named && MILESTONES.contains(&family)) {
            by_subject.entry((family, subject.key.as_str())).or_default().push(i);
        }
    }
    for told in by_subject.values() {
        for (n, &a) in told.iter().enumerate() {
            pairs.extend(told[n + 1..].iter().take(REACH).filter(|b| is_one(&looks[a], &looks[**b])).map(|&b| (a, b)));
        }
    }
    let mut by_figure: HashMap<(About, i64), Vec<usize>> = HashMap::new();
    for (i, look) in looks.iter().enumerate() {
        let values: BTreeSet<(About, i64)> = figures(look.mention).map(|f| (f.about, f.said)).collect();
        for value in values {
            by_figure.entry(value).or_default().push(i);
        }
    }
    for told in by_figure.values() {
        for (n, &a) in told.iter().enumerate() {
            pairs.extend(told[n + 1..].iter().take(REACH).map(|&b| (a, b)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
