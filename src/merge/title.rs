//! Short titles in the source's own words: the clause without its date, its attribution and its asides.

use super::Scene;
use crate::document::Kind;
use crate::event::{DateOf, EventMention, clause, kinds};
use crate::span::Span;
use regex::Regex;
use std::sync::OnceLock;

/// Longest title, in characters.
const LONGEST: usize = 120;

pub(super) fn of(scene: &Scene, mention: &EventMention) -> String {
    let document = &scene.documents[mention.document];
    let text = document.prose();
    // A signature's own words say nothing of what is signed.
    if document.kind != Kind::Docket && mention.date.as_ref().is_some_and(|date| date.of == DateOf::Signed) {
        let paper = document.title.as_deref().filter(|title| title.len() < 80).unwrap_or(document.kind.name());
        return tidy(&format!("{paper} signed"), "");
    }
    if let Some(label) = label(mention, text) {
        return of_form(mention, &label, text);
    }
    let (told, answer) = if document.kind == Kind::Transcript { asked(mention, text) } else { (told(mention, text), None) };
    let mut words = antecedent(mention, text).map_or_else(String::new, |name| format!("{name} "));
    // The date stands in the row's own column.
    let date = mention.date.as_ref().and_then(|date| date.span).filter(|span| told.contains(*span));
    // "The 2008 agreement": what the date is part of is the happening.
    if let Some(date) = date
        && !stands_free(told, date, text)
        && date.end() < mention.trigger.start()
        && is_part_of(Span::new(date.end(), mention.trigger.start()).of(text))
    {
        return tidy(Span::new(date.start(), complement_end(mention, text)).of(text), "");
    }
    let mut cut = false;
    match date.filter(|date| stands_free(told, *date, text) && !waits_for(told, *date, text)) {
        Some(date) => {
            let before = Span::new(told.start(), date.start()).of(text).trim_end();
            let before = strip_preposition(before, date.of(text));
            words.push_str(relative(before, &words).unwrap_or(before));
            let after = Span::new(date.end(), told.end()).of(text);
            let after = if before.trim().is_empty() { after.trim_start_matches([',', ' ', '—', '–']) } else { after };
            words.push_str(after);
            cut = !after.contains(char::is_alphabetic) && !is_adverb(date.of(text));
        }
        None => words.push_str(relative(told.of(text), &words).unwrap_or(told.of(text))),
    }
    if let Some(answer) = answer {
        words.push(' ');
        words.push_str(answer);
    }
    tidy_cut(&words, mention.trigger.of(text), cut)
}

/// The words of a question or of its answer, whichever tells it, and what else the answer says in a few words: "did you call
/// him?" and "Yes."
fn asked<'a>(mention: &EventMention, text: &'a str) -> (Span, Option<&'a str>) {
    let whole = mention.span.of(text);
    let Some(question) = whole.find('?').map(|at| mention.span.start() + at + 1).filter(|end| end + 3 < mention.span.end()) else {
        return (told(mention, text), None);
    };
    if mention.trigger.start() > question {
        return (Span::new(mention.sentence.start(), mention.span.end()), None);
    }
    let last = whole.rsplit('\n').next().unwrap_or_default().trim();
    let answer = ["A.", "A:", "A ", "A\t"].iter().find_map(|label| last.strip_prefix(label)).unwrap_or(last).trim();
    let day = mention.date.as_ref().and_then(|date| date.span).is_some_and(|date| date.start() > question);
    (Span::new(mention.span.start(), question), Some(answer).filter(|answer| !day && answer.len() < 40))
}

/// What a form calls its date: "DOB", "Date of Death:", "Admit Date:".
fn label(mention: &EventMention, text: &str) -> Option<String> {
    let trigger = mention.trigger.of(text);
    if trigger.eq_ignore_ascii_case("dob") {
        return Some("date of birth".to_owned());
    }
    let before = text[..mention.trigger.start()].trim_end();
    let behind = text[mention.trigger.end()..].trim_start();
    let ends =
        |words: &str, part: &str| words.get(words.len().saturating_sub(part.len())..).is_some_and(|end| end.eq_ignore_ascii_case(part));
    if ends(before, "date of") && behind.starts_with(':') {
        return Some(format!("date of {}", trigger.to_lowercase()));
    }
    let date = behind.get(..5).is_some_and(|word| word.eq_ignore_ascii_case("date:"));
    date.then(|| format!("{} date", trigger.to_lowercase()))
}

/// "Peter Dorn (DOB 03/14/1979)": whose date a form gives, by the name before it.
fn of_form(mention: &EventMention, label: &str, text: &str) -> String {
    let before = Span::new(mention.sentence.start(), mention.trigger.start()).of(text);
    let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = before.split_whitespace().collect();
    let name = words.iter().rev().take(4).take_while(|word| word.starts_with(char::is_uppercase) && !word.ends_with([':', ';'])).count();
    match name {
        count if count > 0 && label == "date of birth" => format!("{}, {label}", words[words.len() - count..].join(" ")),
        _ => format!("{}{}", label[..1].to_uppercase(), &label[1..]),
    }
}

/// Whether the words between a date and a trigger leave the date a part of the happening's name: "the 2008 \[plea] agreement".
fn is_part_of(between: &str) -> bool {
    let words = || between.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic));
    const FINITE: &[&str] = &["he", "she", "it", "they", "who", "that", "which", "was", "is", "has", "had", "and"];
    !between.contains([',', ';', ':', '—', '–']) && words().count() <= 3 && !words().any(|word| FINITE.contains(&word))
}

/// Where the words end that belong to a noun of happening: "the Jan. 9 ruling \[that the map was void]".
fn complement_end(mention: &EventMention, text: &str) -> usize {
    let after = Span::new(mention.trigger.end(), mention.span.end().max(mention.trigger.end())).of(text);
    let first = after.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let belongs = ["of", "by", "against", "on", "that", "for", "to", "from", "over"].contains(&first);
    if belongs && after.starts_with(' ') { mention.span.end() } else { mention.trigger.end() }
}

/// Whether a date stands without a preposition, so that one before it belongs to the verb: "moved her to chip in earlier
/// this week".
fn is_adverb(date: &str) -> bool {
    const ALONE: &[&str] = &["earlier", "later", "last", "this", "next", "today", "yesterday", "tomorrow", "tonight", "recently"];
    let first = date.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    date.starts_with("the same ")
        || ALONE.contains(&first.as_str())
        || date.ends_with(" ago")
        || date.ends_with(" later")
        || date.ends_with(" earlier")
}

/// The words that a title is made of: the mention's clause, or its whole sentence where the clause only says that somebody
/// said or found something ("a federal judge found on Wednesday").
fn told(mention: &EventMention, text: &str) -> Span {
    // "Has largely favored one side", "saying that it was over": whose doing it is stands before the clause.
    const HEADLESS: &[&str] =
        &["has", "had", "have", "is", "was", "were", "are", "would", "will", "could", "can", "may", "might", "did", "does", "do"];
    let first = mention.span.of(text).split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
    let headless = HEADLESS.contains(&first) || first.len() > 5 && first.ends_with("ing") && first.starts_with(char::is_lowercase);
    if headless && mention.sentence.start() < mention.span.start() && mention.span.end() - mention.sentence.start() < 300 {
        return Span::new(mention.sentence.start(), mention.span.end());
    }
    // "An officer shot \[and wounded a guard]": whom it was done to stands behind the next verb.
    let behind = Span::new(mention.trigger.end(), mention.sentence.end().max(mention.trigger.end())).of(text);
    if mention.span.end() == mention.trigger.end() && behind.starts_with(" and ") && !kinds::is_saying(mention.kind) {
        let rest = behind.find([',', ';', '.', '—', '–', '“', '"']).unwrap_or(behind.len());
        if rest <= LONGEST / 2 {
            return Span::new(mention.span.start(), mention.trigger.end() + rest);
        }
    }
    let says = kinds::is_of_speech(mention.kind) || matches!(mention.kind, "ruling" | "order") || mention.stem == "find";
    let bare = |words: &str| words.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count() <= 2;
    let dated = mention.date.as_ref().and_then(|date| date.span).filter(|span| span.start() >= mention.trigger.end());
    let from = dated.map_or(mention.trigger.end(), |date| date.end().clamp(mention.trigger.end(), mention.span.end()));
    let between =
        Span::new(mention.trigger.end(), dated.map_or(from, |date| date.start().clamp(mention.trigger.end(), mention.span.end())));
    let empty = bare(Span::new(from, mention.span.end()).of(text)) && bare(between.of(text));
    let alone = mention.trigger.start() - mention.span.start() < 60;
    if says && empty && alone && mention.sentence.contains(mention.span) {
        // What is said stands behind the verb, or before it in quotation marks.
        if mention.sentence.end() - mention.span.end() > 8 {
            return Span::new(mention.span.start(), mention.sentence.end());
        }
        return mention.sentence;
    }
    mention.span
}

/// A clause without the pronoun that ties it to the name before it, where that name is told and is whose doing it is: "the
/// official who they said helped" keeps it.
fn relative<'a>(clause: &'a str, name: &str) -> Option<&'a str> {
    const SUBJECTS: &[&str] = &["he", "she", "it", "they", "we", "i", "you", "the", "a", "an", "his", "her", "their", "its", "this"];
    let rest = ["who ", "which "].iter().find_map(|pronoun| clause.strip_prefix(pronoun))?;
    let next = rest.split(' ').next()?;
    let own = SUBJECTS.contains(&next.to_lowercase().as_str()) || next.starts_with(char::is_uppercase);
    (!name.is_empty() && !own).then_some(rest)
}

/// Whom "…, who was appointed" speaks of: the name that stands whole before the comma; without one, the noun right before it
/// from its article on, "the lawyer who \[has negotiated]".
fn antecedent<'a>(mention: &EventMention, text: &'a str) -> Option<&'a str> {
    /// Words of such a noun.
    const WORDS: usize = 6;
    const ARTICLES: &[&str] = &[
        "a", "an", "the", "his", "her", "their", "its", "one", "two", "three", "four", "several", "another", "many", "some", "other",
        "those", "both",
    ];
    if !["who ", "which "].iter().any(|pronoun| mention.span.of(text).starts_with(pronoun))
        || mention.sentence.start() >= mention.span.start()
    {
        return None;
    }
    let before = Span::new(mention.sentence.start(), mention.span.start()).of(text).trim_end();
    let part = |before: &'a str| before.rsplit([',', ';', ':', '—', '–', '(', '“', '"', '”']).next().map(str::trim);
    if let Some(before) = before.strip_suffix(',') {
        let name = part(before)?;
        let words = name.split_whitespace();
        let is_name = words.clone().count() <= WORDS && words.clone().all(|word| word.starts_with(char::is_uppercase));
        return (is_name && !name.is_empty()).then_some(name);
    }
    let noun = part(before)?;
    // "The interview in which he denied it".
    let led = ["in", "of", "with", "to", "for", "by", "on", "from", "at", "about", "under", "during", "and", "or", "but"];
    if noun.rsplit(' ').next().is_some_and(|last| led.contains(&last)) {
        return None;
    }
    let mut at = noun.len();
    for (n, word) in noun.rsplit(' ').take(WORDS).enumerate() {
        at -= word.len() + usize::from(n > 0);
        if n > 0 && ARTICLES.contains(&word.to_lowercase().as_str()) {
            return Some(&noun[at..]);
        }
    }
    None
}

/// Whether a date can be taken out of its words and leave a sentence: "the 2008 agreement" and "Friday's ruling" cannot.
fn stands_free(words: Span, date: Span, text: &str) -> bool {
    const DETERMINERS: &[&str] = &["a", "an", "the", "his", "her", "its", "their", "this", "that", "next", "last", "early", "late", "mid"];
    // "Would be June", "go beyond Monday", "the notice, dated June 2, says": what they say is the date.
    const HOLDERS: &[&str] = &["be", "is", "was", "beyond", "past", "dated", "than", "called", "named"];
    let before = Span::new(words.start(), date.start()).of(text).trim_end();
    let last = before.rsplit(|c: char| c.is_whitespace() || c == '-').next().unwrap_or("").to_lowercase();
    let after = Span::new(date.end(), words.end()).of(text);
    let attached = after.starts_with(['-', '/']) || after.starts_with("'s") || after.starts_with("’s") || after.starts_with('’');
    // "On a sunny Sunday": the date is the noun of what stands before it.
    let second = before.rsplit_once(' ').map_or("", |(rest, _)| rest.rsplit(' ').next().unwrap_or(""));
    let described = matches!(second, "a" | "an") && !last.is_empty();
    // "June or July", "on May 3 and June 5": one of two.
    let calendar = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) || word.parse::<chrono::Month>().is_ok();
    let next = after.trim_start().strip_prefix("and ").and_then(|rest| rest.split_whitespace().next());
    let joins = before.strip_suffix(" and").is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
    let one_of_two = after.trim_start().starts_with("or ") || next.is_some_and(calendar) || joins;
    let held = DETERMINERS.contains(&last.as_str()) || HOLDERS.contains(&last.as_str());
    !held && !attached && !described && !one_of_two && !before.ends_with('-')
}

/// "Is not expected until 2022", "did not come before May": without its date the clause would say that it never came.
fn waits_for(words: Span, date: Span, text: &str) -> bool {
    let before = Span::new(words.start(), date.start()).of(text).to_lowercase();
    let led = Span::new(words.start(), date.end()).of(text).to_lowercase();
    let bound = |word: &str| before.trim_end().ends_with(word) || date.of(text).to_lowercase().starts_with(word);
    (led.contains(" not ") || led.contains("n't ") || led.contains("n’t "))
        && ["until", "till", "before", "least"].iter().any(|word| bound(word))
}

/// "… was filed on" loses its "on"; before an adverb ("earlier this week"), "in" and "on" are the verb's, and so is the first of
/// two ("was sworn in on") and the "in" before a day ("turned himself in Monday").
fn strip_preposition<'a>(before: &'a str, date: &str) -> &'a str {
    const VERBS_OWN: &[&str] = &["on", "in", "at", "of", "for", "that"];
    const HEDGES: &[&str] = &["shortly", "just", "soon", "sometime", "immediately"];
    let adverb = is_adverb(date);
    let first = date.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let names_a_day = first.parse::<chrono::Weekday>().is_ok()
        || first.parse::<chrono::Month>().is_ok()
            && date[first.len()..]
                .trim_start_matches(['.', ' '])
                .split(' ')
                .next()
                .is_some_and(|day| (1..=2).contains(&day.trim_end_matches(',').len()) && day.starts_with(|c: char| c.is_ascii_digit()));
    const PREPOSITIONS: &[&str] = &[
        "on", "in", "at", "by", "since", "during", "from", "until", "around", "about", "of", "or", "late", "early", "before", "after",
        "between", "for", "that", "through", "approximately", "effective",
    ];
    // "As recently as last month, he praised him": what led up to the date goes with it.
    let lead = before.trim().trim_end_matches('[').trim().to_lowercase();
    const LEADS: &[&str] = &[
        "as recently as", "as late as", "as early as", "until at least", "since at least", "as of", "as far back as", "back in",
        "no later than", "it wasn't until", "it was not until", "by as early as",
    ];
    if LEADS.contains(&lead.as_str()) {
        return "";
    }
    let before = before.trim_end_matches('[').trim_end();
    let led = LEADS.iter().find_map(|lead| before.strip_suffix(lead)).filter(|rest| rest.ends_with(' '));
    let mut out = led.unwrap_or(before).trim_end();
    let mut stripped = led.is_some();
    loop {
        let last = out.rsplit(|c: char| c.is_whitespace()).next().unwrap_or("");
        let lower = last.trim_start_matches(['"', '“', '‘', '(', '[']).to_lowercase();
        let verbs_own = adverb && VERBS_OWN.contains(&lower.as_str()) || lower == "in" && (stripped || names_a_day);
        let of_stretch = lower == "over" && date.starts_with("the ");
        let hedges = stripped && HEDGES.contains(&lower.as_str());
        if !last.is_empty() && (PREPOSITIONS.contains(&lower.as_str()) || of_stretch || hedges) && !verbs_own {
            out = out[..out.len() - last.len()].trim_end();
            stripped = true;
        } else {
            return out;
        }
    }
}

/// Whether the end of a sentence only says whose word it is: "the suit states", "according to the police".
fn is_attribution(end: &str) -> bool {
    const WHO: &[&str] = &[
        "the", "court", "his", "her", "suit", "lawsuit", "complaint", "papers", "records", "filing", "documents", "family", "police",
        "prosecutors", "officials", "authorities",
    ];
    const SAYS: &[&str] = &["state", "states", "said", "says", "allege", "alleges", "claim", "claims", "show", "shows"];
    let lower = end.trim().trim_end_matches(['.', ',']).trim_end().to_lowercase();
    let words: Vec<&str> = lower.split(' ').collect();
    lower.starts_with("according to ") && !lower.contains('.')
        || words.split_last().is_some_and(|(last, before)| SAYS.contains(last) && before.iter().all(|word| WHO.contains(word)))
}

/// Words made a title; one that must be cut keeps its trigger.
fn tidy(words: &str, trigger: &str) -> String {
    tidy_cut(words, trigger, false)
}

/// As `tidy`; `cut` says that a date was taken off the end, so that what it was the end of goes too.
fn tidy_cut(words: &str, trigger: &str, cut: bool) -> String {
    static LINK: OnceLock<Regex> = OnceLock::new();
    let flat = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let flat = if ["http", "pic.twitter", "(@"].iter().any(|mark| flat.contains(mark)) {
        let link = LINK.get_or_init(|| {
            Regex::new(r"https?://[^ \n]+|pic\.twitter\.com/[^ \n]+|[—–-] ?[^—–\n]{1,60}\(@[A-Za-z0-9_]+\)[^\n]*$")
                .expect("a valid pattern")
        });
        link.replace_all(&flat, "").into_owned()
    } else {
        flat
    };
    // "LINDEN, Ohio (Reuters) -" says where and by whom, not what.
    static DATELINE: OnceLock<Regex> = OnceLock::new();
    let dateline = DATELINE.get_or_init(|| {
        // Alone, a city is told from initials by its length.
        let city = r"[A-Z][A-Z'’.]{2,}(?: [A-Z][A-Z'’.]+){0,3}";
        let state = r", [A-Z][a-z]+\.?(?: [A-Z][a-z]+)?";
        let agency = r" ?\([A-Z][^)]{1,30}\)";
        Regex::new(&format!(r"^(?:(?:{city}{state}(?:{agency})?|{city}(?:, [A-Z][a-z]{{2,8}}\.? [0-9]{{1,2}})?{agency}|[A-Z]{{5,}}(?: [A-Z]+){{0,2}}) ?[—–-]{{1,2}} |[A-Z][a-z]{{2,8}}\.? [0-9]{{1,2}}{agency} ?[—–-]{{1,2}} |\([A-Z][A-Za-z ]{{1,24}}\) (?:[—–-]{{1,2}} )?)"))
            .expect("a valid pattern")
    });
    let flat = flat.trim();
    let flat = dateline.find(flat).map_or(flat, |found| &flat[found.end()..]);
    let flat = flat.rfind(',').filter(|at| is_attribution(&flat[at + 1..])).map_or(flat, |at| &flat[..at]);
    let mut out = flat
        .replace(" 's ", "'s ")
        .replace(" ’s ", "’s ")
        .replace(" ,", ",")
        .replace(",,", ",")
        .replace(";,", ";")
        .replace(" .", ".")
        .replace("( ", "(")
        .replace(" )", ")");
    out = out.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '—' | '–' | '-' | '.' | '*' | '•')).to_owned();
    for mark in ['"', '“', '”'] {
        if out.matches(mark).count() == 1 && (out.starts_with(mark) || out.ends_with(mark)) {
            out = out.trim_matches(mark).trim().to_owned();
        }
    }
    const LEADS: &[&str] = &["finally", "and", "but", "eventually", "then", "meanwhile", "which", "who", "that", "so", "yet"];
    while let Some((word, rest)) = out.split_once(' ')
        && LEADS.contains(&word.trim_end_matches(',').to_lowercase().as_str())
    {
        out = rest.to_owned();
    }
    // "As the justices heard it": what opens a side clause leads nowhere without the main one. "Before" and "if" say more.
    const SIDE: &[&str] = &["as", "when", "while", "because", "although", "though", "after", "since", "once"];
    const SUBJECTS: &[&str] = &["a", "an", "the", "he", "she", "it", "they", "his", "her", "its", "their", "these", "those"];
    if let Some((word, rest)) = out.split_once(' ')
        && SIDE.contains(&word.to_lowercase().as_str())
        && !out.contains(',')
        && rest.split(' ').next().is_some_and(|next| {
            // "After news broke": a noun that begins the clause; "after gaining two seats" has no subject of its own.
            let bare = word.eq_ignore_ascii_case("after") && !next.ends_with("ing") && next != "that" && rest.contains(trigger);
            rest.split(' ').nth(2).is_some() && (SUBJECTS.contains(&next) || next.starts_with(char::is_uppercase))
                || bare && !trigger.is_empty() && !rest.starts_with(trigger)
        })
    {
        out = rest.to_owned();
    }
    // "… three times, first" has lost the date that its last word belongs to.
    while let Some((rest, word)) = out.rsplit_once(", ")
        && ["first", "only", "both", "once", "most recently", "as recently as", "as early as"].contains(&word)
    {
        out = rest.to_owned();
    }
    // What the date was the end of: "until at least", "as recently as".
    while let Some((rest, word)) = out.rsplit_once(' ')
        && cut
        && ["until", "least", "since", "recently", "before", "after", "during", "of", "on", "at", "by", "from", "than", "even", "as", "and"]
            .contains(&word)
    {
        out = rest.trim_end_matches([',', ' ']).to_owned();
    }
    // "In a statement released [on Friday], he said": without its day the lead says nothing.
    let emptied = out.split_once(", ").is_some_and(|(lead, _)| {
        let last = lead.rsplit(' ').next().unwrap_or_default();
        ["released", "issued", "filed", "public", "published", "posted", "unsealed", "made", "dated"].contains(&last)
    });
    if out.chars().count() > LONGEST / 2 || emptied {
        out = without_lead(&out, trigger).unwrap_or(&out).to_owned();
    }
    if out.chars().count() > LONGEST
        && let Some(shorter) = without_aside(&out, trigger)
    {
        out = shorter;
    }
    if out.chars().count() > LONGEST {
        let cut = |words: &str| words.chars().take(LONGEST).collect::<String>();
        // The clause that tells the happening matters more than what leads up to it.
        let lost = |words: &str| words.find(trigger).is_none_or(|at| at + trigger.len() > phrase_end(&cut(words)));
        let mut led = "";
        // A trigger that stands in the tail only says whose word the rest is: "…, the authorities announced".
        let says = kinds::of_verb(&clause::stem(&trigger.to_lowercase())).is_some_and(|kind| kinds::is_saying(kind.name));
        let tail = |at: usize| says && out[..at].rfind([',', '”', '"']).is_some_and(|mark| out.len() - mark < 60);
        if let Some(at) = out.find(trigger).filter(|at| lost(&out) && !tail(*at)) {
            let openers = [", ", "; ", " and ", " who ", " which ", " that ", " to "];
            let start = openers.iter().filter_map(|opener| Some(out[..at].rfind(opener)? + 1)).max().unwrap_or(0);
            let rest = out[start..].trim_start();
            // Whose doing it is stands first, and what is set in between is left out.
            let head = head(&out[..start]).filter(|head| head.len() + rest.len() < out.len());
            (out, led) = match head {
                Some(head) => (format!("{head} … {rest}"), ""),
                None => {
                    // As much of what leads up to the trigger as there is room for.
                    let room = |start: &usize| at + trigger.len() - start < LONGEST - 12;
                    let starts = openers.iter().flat_map(|opener| out[..at].match_indices(opener)).map(|(start, _)| start + 1);
                    let start = starts.filter(room).min().unwrap_or(start);
                    (out[start..].trim_start().to_owned(), if start > 0 { "… " } else { "" })
                }
            };
        }
        if out.chars().count() > LONGEST {
            let cut = cut(&out);
            out = format!("{} …", cut[..phrase_end(&cut)].trim_end_matches([',', ';', ':', ' ']));
        }
        out.insert_str(0, led);
    }
    let mut chars = out.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().collect::<String>() + chars.as_str(),
        None => "(no words)".to_owned(),
    }
}

/// "The office, which prosecuted the case, alleged it": the words without what is set in between commas, where the happening
/// is not told there.
fn without_aside(words: &str, trigger: &str) -> Option<String> {
    const VERBS: &[&str] = &[
        "said", "says", "told", "wrote", "has", "have", "had", "is", "was", "were", "will", "would", "made", "took", "gave", "used", "also",
    ];
    let (at, open) = [", which ", ", who ", ", whose "].iter().filter_map(|open| Some((words.find(open)?, open.len()))).min()?;
    let close = at + open + words[at + open..].find(", ")?;
    let next = words[close + 2..].split(' ').next()?;
    let goes_on = VERBS.contains(&next) || next.len() > 4 && next.ends_with("ed");
    let told = words.find(trigger).is_some_and(|told| told > close);
    let plain = !words[..at].contains(',') && !words[at..close].contains(['"', '“', '”']);
    (at > 0 && told && plain && goes_on).then(|| format!("{}{}", &words[..at], &words[close + 1..]))
}

/// The words that open a sentence, up to what is set in behind them, where they are whose doing it is.
fn head(before: &str) -> Option<&str> {
    let marks = [", ", " who ", " which ", " that ", " — ", " – ", " (", " -- "];
    let end = marks.iter().filter_map(|mark| before.find(mark)).min()?;
    let head = &before[..end];
    let first = head.split(' ').next()?.to_lowercase();
    let whole = head.chars().count() <= 48 && !SUBORDINATE.contains(&first.as_str()) && !head.contains(['"', '“', '”']);
    // "Two days later, …", "However, …" say when or how, and not who.
    let last = head.rsplit(' ').next()?.to_lowercase();
    let day = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "late", "early"].contains(&first.as_str());
    let aside = ["later", "earlier", "ago", "before", "after", "however", "meanwhile", "instead", "still", "now", "then"];
    let who = head.starts_with(char::is_alphabetic) && !aside.contains(&last.as_str()) && !clause::is_adverb(&last);
    (whole && who && !day).then_some(head)
}

/// What opens words that lead up to a clause.
const SUBORDINATE: &[&str] = &[
    "after", "though", "although", "given", "in", "on", "at", "by", "to", "for", "with", "from", "as", "when", "while", "before", "during",
    "since", "despite", "amid", "because", "if", "unless", "without", "once", "following", "speaking", "writing", "asked", "among",
    "under", "over", "and", "but", "that",
];

/// Those of them whose words only lead up: without them the clause says no other thing.
const LEADING: &[&str] = &["after", "given", "in", "at", "as", "while", "during", "amid", "following", "speaking", "writing", "on"];

/// A sentence from its main clause on, where words before it lead up to it: "After the fire, \[Dorn sold the mill]".
fn without_lead<'a>(out: &'a str, trigger: &str) -> Option<&'a str> {
    let first = out.split(|c: char| !c.is_alphabetic()).next()?.to_lowercase();
    if !LEADING.contains(&first.as_str()) {
        return None;
    }
    let (lead, rest) = out.split_once(", ")?;
    const OPENS: &[&str] = &["the", "a", "an", "he", "she", "it", "they", "his", "her", "its", "their", "we", "two", "three"];
    let next = rest.split(' ').next()?;
    let subject = OPENS.contains(&next) || next.starts_with(char::is_uppercase);
    // "After the mill, the dam and the creek were sold, he left": a list, whose end cannot be told.
    let listed = rest.split(", ").next().is_some_and(|piece| piece.contains(" and ") && !piece.contains(trigger));
    let tells_a_day = lead.contains(|c: char| c.is_ascii_digit());
    (subject
        && !listed
        && !tells_a_day
        && !lead.contains(trigger)
        && !trigger.is_empty()
        && rest.contains(trigger)
        && lead.split(' ').count() > 2)
        .then_some(rest)
}

/// Where words that must be cut are best cut: before the last phrase that begins in their second half, so that no phrase
/// stands half told.
fn phrase_end(cut: &str) -> usize {
    const BEGIN: &[&str] = &[
        "and", "or", "but", "as", "after", "before", "while", "when", "where", "which", "who", "that", "because", "if", "to", "for",
        "with", "from", "about", "on", "in", "at", "by", "into", "over", "under", "against", "during", "until", "of",
    ];
    let mut end = None;
    let mut at = 0;
    for word in cut.split(' ') {
        let opens = BEGIN.contains(&word) || cut[..at].trim_end().ends_with([',', ';', ':', '—', '–']);
        if opens && at > cut.len() / 2 {
            // "According to" is one word.
            let lead = cut[..at].trim_end();
            end = Some(lead.strip_suffix("according").map_or(at, str::len));
        }
        at += word.len() + 1;
    }
    end.or_else(|| cut.rfind(' ')).unwrap_or(cut.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_until_a_day_keeps_it() {
        let waits = |text: &str| waits_for(Span::new(0, text.len()), Span::new(text.len() - 4, text.len()), text);
        assert!(waits("A ruling is not expected until 2022"));
        assert!(!waits("A ruling was held up until 2022"));
        assert!(!waits("He did not come in 2022"));
    }

    #[test]
    fn titles_leave_out_who_says_so() {
        assert_eq!(tidy("the posts were taken down, the suit claims.", ""), "The posts were taken down");
        assert_eq!(strip_preposition("The posts were taken down on", "Jan. 30"), "The posts were taken down");
        assert_eq!(strip_preposition("It moved her to chip in", "earlier this week"), "It moved her to chip in");
        assert_eq!(strip_preposition("As recently as", "last month"), "");
        assert_eq!(strip_preposition("He turned himself in", "Monday"), "He turned himself in");
        assert_eq!(strip_preposition("She was sworn in on", "Jan. 4"), "She was sworn in");
        assert_eq!(strip_preposition("It will sell the mill as early as", "August"), "It will sell the mill");
        assert_eq!(tidy("LINDEN, Ohio (Reuters) - A judge ruled for him", ""), "A judge ruled for him");
        assert_eq!(tidy("(CNN) A judge ruled for him", ""), "A judge ruled for him");
        assert_eq!(tidy("ATLANTA — A judge ruled for him", ""), "A judge ruled for him");
        assert_eq!(tidy("FBI — so he said — fired him", ""), "FBI — so he said — fired him");
        assert_eq!(tidy("U.S. marshals - two of them - came", ""), "U.S. marshals - two of them - came");
        assert_eq!(tidy("as the justices heard the case", ""), "The justices heard the case");
        assert_eq!(tidy("after gaining two seats", ""), "After gaining two seats");
        assert_eq!(tidy("when he left, she came", ""), "When he left, she came");
        assert_eq!(tidy("Finally, they replied to him three times, first", ""), "They replied to him three times");
        let long = "He gave a false account of a talk which he had had with the envoy to the southern provinces about a vote on a \
                    long-delayed resolution";
        assert_eq!(
            tidy(long, ""),
            "He gave a false account of a talk which he had had with the envoy to the southern provinces about a vote …"
        );
        let aside = "The clerk of the court at Linden, who kept the books of the mill for the owners of the dam in those years, said \
                     that the posts were removed by an agent";
        assert_eq!(tidy(aside, "said"), "The clerk of the court at Linden said that the posts were removed by an agent");
        let late = "Two days later, the mother of the boy, a clerk of the mill at Linden, reached an agent of the department for the \
                    safety of the country and of its dams, who removed the posts";
        assert_eq!(
            tidy(late, "removed"),
            "… reached an agent of the department for the safety of the country and of its dams, who removed the posts"
        );
        let between = "Carl Dorn, executive director of the Committee for the Rights of Those Who Live and Work below the Upper Dam of \
                       the Harrow, left the court by its back door";
        assert_eq!(tidy(between, "left"), "Carl Dorn … left the court by its back door");
        assert_eq!(tidy("In a statement released, the mill denied it", "denied"), "The mill denied it");
        assert_eq!(tidy("after news broke", "broke"), "News broke");
        assert!(tidy(&"word ".repeat(60), "").chars().count() <= LONGEST + 2);
    }
}
