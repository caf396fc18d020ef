//! The joining: candidates and their reasons, the surest first, clusters that refuse what they cannot hold, and what is left
//! for a person to say.

use super::apart::{APART, NEGATED, forbidden, look_alike};
use super::candidates::candidates;
use super::look::Look;
use super::same::{HALF_DATED, MILESTONES, Reason, TOLD_ALIKE, UNDATED, reason};
use super::unions::Unions;
use super::{Pair, bench, telling};
use crate::between;
use crate::decisions::Ties;
use crate::document::Document;
use crate::event::attribution::Stance;
use crate::event::{EventMention, kinds};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Which mentions are one event, and why.
pub struct Joining {
    /// The cluster of each mention.
    pub cluster: Vec<usize>,
    pub joined: Vec<Pair>,
    pub refused: Vec<Pair>,
    pub possible: Vec<Pair>,
}

/// Joins mentions. `repeats` says which mention each one repeats word for word.
pub fn join(documents: &[Document], mentions: &[EventMention], repeats: &[Option<usize>], ties: &Ties) -> Joining {
    let cases = between::case_of(documents, mentions);
    let looks: Vec<Look> = mentions.iter().map(|mention| Look::new(mention, documents, &cases)).collect();
    let mut unions = Unions::new(&looks, &ties.apart);
    let mut joining = Joining { cluster: Vec::new(), joined: Vec::new(), refused: Vec::new(), possible: Vec::new() };
    for (i, of) in repeats.iter().enumerate() {
        if let Some(of) = of
            && unions.unite(i, *of, true).is_ok()
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
                if APART.contains(&why)
                    || reason.is_some_and(|reason| reason.trust >= 60 || why == NEGATED && looks[a].mention.kind == "charge")
                {
                    joining.refused.push(Pair { a, b, rule: "cannot be one", because: why.to_owned() });
                }
            }
            (None, Some(reason)) => found.push((reason, a, b)),
            (None, None) => {}
        }
    }
    let tellings = telling::pairs(&looks).into_iter().chain(bench::pairs(&looks));
    found.extend(tellings.filter(|(_, a, b)| forbidden(&looks[*a], &looks[*b]).is_none()));
    found.sort_by(|x, y| y.0.trust.cmp(&x.0.trust).then((x.1, x.2).cmp(&(y.1, y.2))));
    // An undated mention joins one event or none: candidates that it cannot choose between are shown, not joined.
    let mut undated: BTreeMap<usize, Vec<(usize, Reason)>> = BTreeMap::new();
    let mut told_alike: Vec<Pair> = Vec::new();
    for (reason, a, b) in found {
        if reason.rule == TOLD_ALIKE {
            told_alike.push(Pair { a, b, rule: TOLD_ALIKE, because: reason.because });
            continue;
        }
        let loose = reason.rule == UNDATED && looks[a].is_dated() != looks[b].is_dated();
        let half = reason.rule == HALF_DATED && looks[a].window.is_some() != looks[b].window.is_some();
        if loose || half {
            let (free, dated) = if looks[a].window.is_some() || loose && looks[a].is_dated() { (b, a) } else { (a, b) };
            undated.entry(free).or_default().push((dated, reason));
            continue;
        }
        match unions.unite(a, b, reason.over_days) {
            Ok(()) => joining.joined.push(Pair { a, b, rule: reason.rule, because: reason.because }),
            Err(Some(why)) => {
                let because = format!("{}, but of other tellings of the two: {why}", reason.because);
                joining.refused.push(Pair { a, b, rule: "the ends would refuse", because });
            }
            Err(None) => {}
        }
    }
    for (free, options) in undated {
        let best = options.iter().map(|(_, reason)| reason.trust).max().unwrap_or(0);
        let clusters: BTreeSet<usize> =
            options.iter().filter(|(_, reason)| reason.trust + 6 >= best).map(|(dated, _)| unions.find(*dated)).collect();
        if clusters.len() == 1 {
            let (dated, reason) =
                options.into_iter().max_by_key(|(dated, reason)| (reason.trust, usize::MAX - dated)).expect("a cluster has an option");
            if unions.unite(free, dated, reason.over_days).is_ok() {
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
        if unions.unite(free, dated, false).is_ok() {
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
    // "His death", in a paper that tells of one man's, is that man's.
    let mut named: HashMap<(usize, &str), BTreeSet<&str>> = HashMap::new();
    for look in looks {
        if let Some(subject) = look.mention.subject.as_ref().filter(|s| s.named) {
            named.entry((look.mention.document, kinds::family(look.mention.kind))).or_default().insert(&subject.key);
        }
    }
    let whose = |look: &Look| -> Option<(&'static str, String)> {
        let family = kinds::family(look.mention.kind);
        if !MILESTONES.contains(&family) {
            return None;
        }
        let subject = look.mention.subject.as_ref()?;
        let only = || named.get(&(look.mention.document, family)).filter(|keys| keys.len() == 1)?.first().copied();
        let key = if subject.named { &subject.key } else { only().unwrap_or(&subject.key) };
        Some((family, key.to_owned()))
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
        // The only one that is told of needs one name more in common, or a place in the same paper.
        let here = || clusters[&count[0].1].contains(&look.mention.document);
        let only = count.len() == 1 && (here() || look.people.intersection(&looks[dated].people).any(|name| name != key));
        if only || count[0].0 >= 3 && count[0].0 >= second * 3 {
            out.push((i, dated));
        }
    }
    out
}
