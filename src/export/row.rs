//! The row that tables share: one event, with its cells as every table words them.

use crate::date::{TimeOfDay, Value};
use crate::merge::{Disagreement, Order, Severity};
use crate::timeline::{Event, Timeline};

/// One event as cells.
#[derive(Clone, Debug)]
pub struct Row {
    pub id: String,
    /// The source's words for the date.
    pub date_text: String,
    /// The time of day as 24 hours, where a source gives one with the leading day.
    pub time: String,
    pub edtf: String,
    pub earliest: String,
    pub latest: String,
    pub grain: String,
    pub event: String,
    pub kind: String,
    pub people: String,
    pub stance: String,
    pub attributed_to: String,
    pub disagreement: String,
    pub accounts: String,
    pub origins: String,
    pub sources: String,
    pub pin_cites: String,
    pub quotes: String,
    pub issues: String,
    pub party_status: String,
    pub review: String,
    pub note: String,
}

/// A column: its name, and the cell it takes from a row.
pub type Column = (&'static str, fn(&Row) -> &str);

/// The CSV's and the workbook's column names, in order, with their cells.
pub const COLUMNS: &[Column] = &[
    ("event_id", |r| &r.id),
    ("date_text", |r| &r.date_text),
    ("edtf", |r| &r.edtf),
    ("earliest", |r| &r.earliest),
    ("latest", |r| &r.latest),
    ("grain", |r| &r.grain),
    ("event", |r| &r.event),
    ("kind", |r| &r.kind),
    ("people", |r| &r.people),
    ("stance", |r| &r.stance),
    ("attributed_to", |r| &r.attributed_to),
    ("disagreement", |r| &r.disagreement),
    ("accounts", |r| &r.accounts),
    ("origins", |r| &r.origins),
    ("sources", |r| &r.sources),
    ("pin_cites", |r| &r.pin_cites),
    ("quotes", |r| &r.quotes),
    ("issues", |r| &r.issues),
    ("party_status", |r| &r.party_status),
    ("review", |r| &r.review),
    ("note", |r| &r.note),
];

/// The row of an event.
pub fn of(timeline: &Timeline, event: &Event) -> Row {
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, crate::date::day_text);
    let date = event.date.as_ref();
    let mut sources: Vec<&str> = Vec::new();
    let mut cites: Vec<String> = Vec::new();
    let mut quotes: Vec<String> = Vec::new();
    let mut attributed: Vec<&str> = Vec::new();
    for &m in &event.mentions {
        let document = timeline.document_of(m);
        if !sources.contains(&document.id.as_str()) {
            sources.push(&document.id);
        }
        let cite = timeline.cite(m);
        if !cites.contains(&cite) {
            cites.push(cite);
        }
        quotes.push(format!("[{}] “{}”", document.id, flat(timeline.quote(m))));
        for link in &timeline.mentions[m].attribution {
            if !attributed.contains(&link.to.as_str()) {
                attributed.push(&link.to);
            }
        }
    }
    let review = event.review.clone().unwrap_or_default();
    Row {
        id: event.id.clone(),
        date_text: date.map_or_else(String::new, |d| d.phrase.clone()),
        time: time(timeline, event),
        edtf: date.and_then(|d| d.when.edtf()).unwrap_or_default(),
        earliest: date.map_or_else(String::new, |d| day(d.when.earliest())),
        latest: date.map_or_else(String::new, |d| day(d.when.latest())),
        grain: date.map_or_else(String::new, |d| d.when.grain().name().to_owned()),
        event: event.title.clone(),
        kind: event.kind.to_owned(),
        people: event.people.join("; "),
        stance: event.stance.name().to_owned(),
        attributed_to: attributed.join("; "),
        disagreement: event.disagreements.iter().map(brief).collect::<Vec<_>>().join("; "),
        accounts: event.accounts.to_string(),
        origins: event.origins.join("; "),
        sources: sources.join("; "),
        pin_cites: cites.join("; "),
        quotes: quotes.join(" | "),
        issues: review.issues.join("; "),
        party_status: review.status.unwrap_or_default(),
        review: review.state,
        note: review.note.unwrap_or_default(),
    }
}

/// A disagreement in a few words: "date, finer: “Jan. 30” / “late January”".
pub fn brief(disagreement: &Disagreement) -> String {
    let sides: Vec<String> = disagreement.sides.iter().map(|side| format!("“{}”", side.says)).collect();
    let mark = match disagreement.severity {
        Severity::Check if disagreement.is_open() => "CHECK ",
        Severity::Conflict if disagreement.is_open() => "CONFLICT ",
        _ => "",
    };
    let settled = disagreement.settled.as_ref().map_or_else(String::new, |taken| format!(" (settled: {taken})"));
    format!("{mark}{}, {}: {}{settled}", disagreement.about, disagreement.kind.name(), sides.join(" / "))
}

/// The time of day of the leading date, "15:40", where a source gives it by the clock.
pub fn time(timeline: &Timeline, event: &Event) -> String {
    let Some(day) = event.date.as_ref().and_then(|date| date.when.exact()) else { return String::new() };
    let clock = |m: &usize| match timeline.mentions[*m].date.as_ref().map(|date| &date.value) {
        Some(Value::Time { day: Some(of), time: TimeOfDay::Clock { hour, minute, .. } }) if *of == day => {
            Some(format!("{hour:02}:{:02}", minute.unwrap_or(0)))
        }
        _ => None,
    };
    event.mentions.iter().find_map(clock).unwrap_or_default()
}

/// White space folded, as a cell or a quotation wants it.
pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A day as a person reads it, with its weekday where it is one day; vague dates as the window they are.
pub fn shown_date(event: &Event) -> String {
    let Some(date) = &event.date else { return "undated".to_owned() };
    let when = date.when;
    match when.exact() {
        Some(day) => format!("{} {}", &crate::date::weekday_name(crate::date::weekday_number(day))[..3], crate::date::day_text(day)),
        None => when.words(),
    }
}

/// Makes a spreadsheet's cell harmless: one that begins like a formula gets an apostrophe.
pub fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

/// Where an event stands by what a source says of its order: "after “The court ruled” (2019-08-26)".
pub fn placed(timeline: &Timeline, order: &Order) -> String {
    let relation = if order.after { "after" } else { "before" };
    match timeline.event_of(order.other) {
        Some(event) if event.date.is_some() => format!("{relation} “{}” ({})", event.title, shown_date(event)),
        Some(event) => format!("{relation} “{}” (undated, {})", event.title, event.id),
        None => relation.to_owned(),
    }
}

/// What a person decided about an event, a line each.
pub fn decided(event: &Event) -> Vec<String> {
    let Some(review) = &event.review else { return Vec::new() };
    let mut out: Vec<String> = Vec::new();
    if !review.state.is_empty() {
        out.push(review.state.clone());
    }
    out.extend(review.status.as_ref().map(|status| format!("status: {status}")));
    if !review.issues.is_empty() {
        out.push(format!("issues: {}", review.issues.join(", ")));
    }
    out.extend(review.note.as_ref().map(|note| format!("note: {note}")));
    out
}

/// "1 account", "2 accounts".
pub fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
