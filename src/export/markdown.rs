//! The report that a person reads: the timeline, each disagreement with both sides, undated events, the sources with
//! their days and how those are known, who repeats whom, and what to get next.

use super::row::plural;
use super::{Context, row};
use crate::lineage::{Direction, RunKind};
use crate::merge::TOLD_ALIKE;
use crate::timeline::{Event, EventDate, Timeline};
use anyhow::Result;
use std::collections::BTreeMap;
use std::fmt::Write;

pub(super) fn write(timeline: &Timeline, context: &Context) -> Result<Vec<u8>> {
    let mut out = String::new();
    if let Some(header) = &context.header {
        writeln!(out, "**{header}**\n")?;
    }
    writeln!(out, "# {}\n", if timeline.case.is_empty() { "Chronology" } else { &timeline.case })?;
    writeln!(
        out,
        "{} from {}; {} open. Sorted by the earliest day, then the latest; undated statements have a section of their own. Fingerprint `{}`.\n",
        plural(timeline.standing().count(), "dated event"),
        plural(timeline.documents.len(), "source"),
        plural(timeline.open().count(), "disagreement"),
        &timeline.fingerprint[..12]
    )?;
    writeln!(out, "## Timeline\n")?;
    for event in timeline.standing() {
        entry(&mut out, timeline, event)?;
    }
    disagreements(&mut out, timeline)?;
    possible(&mut out, timeline)?;
    undated(&mut out, timeline)?;
    rejected(&mut out, timeline)?;
    sources(&mut out, timeline)?;
    repeats(&mut out, timeline)?;
    leads(&mut out, timeline)?;
    if !timeline.notes.is_empty() {
        writeln!(out, "## Notes\n")?;
        for note in &timeline.notes {
            writeln!(out, "- `{}` {note}", note.code.name())?;
        }
    }
    Ok(out.into_bytes())
}

fn entry(out: &mut String, timeline: &Timeline, event: &Event) -> Result<()> {
    let date = event.date.as_ref();
    let phrase = date.map_or("", |d| d.phrase.as_str());
    let shown = row::shown_date(event);
    let words = if phrase.is_empty() || phrase == shown {
        String::new()
    } else {
        format!(" ({})", escape(&date.map_or_else(String::new, EventDate::words)))
    };
    writeln!(out, "### {shown}{words}: {}\n", escape(&event.title))?;
    let who = if event.people.is_empty() { String::new() } else { format!(" · {}", escape(&event.people.join(", "))) };
    writeln!(
        out,
        "{} · {} · {}, {}{who} · `{}`\n",
        event.kind,
        event.stance.name(),
        plural(event.accounts, "account"),
        plural_origins(&event.origins),
        event.id
    )?;
    for line in row::decided(event) {
        writeln!(out, "> {}\n", escape(&line))?;
    }
    for disagreement in &event.disagreements {
        writeln!(out, "> **{}** {}\n", disagreement.severity.name(), escape(&row::brief(disagreement)))?;
    }
    quotes(out, timeline, event)?;
    Ok(())
}

fn plural_origins(origins: &[String]) -> String {
    match origins {
        [one] => format!("1 origin ({})", escape(one)),
        many => format!("{} origins ({})", many.len(), escape(&many.join(", "))),
    }
}

fn quotes(out: &mut String, timeline: &Timeline, event: &Event) -> Result<()> {
    for &m in &event.mentions {
        let document = timeline.document_of(m);
        let copy = timeline.repeats[m].map_or_else(String::new, |of| format!(" (repeats {})", timeline.document_of(of).id));
        let filled =
            timeline.mentions[m].date.as_ref().and_then(|d| d.because.as_ref()).map_or_else(String::new, |because| format!(" — {because}"));
        writeln!(out, "- “{}” — {} [{}]{copy}{filled}", escape(&row::flat(timeline.quote(m))), escape(&place(timeline, m)), document.id)?;
    }
    out.push('\n');
    Ok(())
}

/// Where a mention stands, with its line, which is a paper's own pin where it has no other.
fn place(timeline: &Timeline, mention: usize) -> String {
    let cite = timeline.cite(mention);
    let line = format!("line {}", timeline.document_of(mention).line(timeline.mentions[mention].span.start()));
    if cite.ends_with(&line) { cite } else { format!("{cite}, {line}") }
}

fn disagreements(out: &mut String, timeline: &Timeline) -> Result<()> {
    writeln!(out, "## Where the sources differ\n")?;
    let mut any = false;
    for event in timeline.all().filter(|event| !event.is_rejected()) {
        for d in &event.disagreements {
            any = true;
            writeln!(out, "### {}: {} ({}, {})\n", escape(&event.title), d.about, d.kind.name(), d.severity.name())?;
            writeln!(
                out,
                "{} `{}`{}\n",
                escape(&d.reason),
                event.id,
                d.settled.as_ref().map_or_else(String::new, |s| format!(" Settled: {}.", escape(s)))
            )?;
            let heads: Vec<String> = d.sides.iter().map(|s| format!("“{}”", cell(&s.says))).collect();
            writeln!(out, "| {} |", heads.join(" | "))?;
            writeln!(out, "|{}", " --- |".repeat(heads.len()))?;
            writeln!(
                out,
                "| {} |",
                d.sides.iter().map(|s| format!("{}; {}", cell(&s.value), plural(s.accounts, "account"))).collect::<Vec<_>>().join(" | ")
            )?;
            let quoted = |s: &crate::merge::Side| {
                s.mentions
                    .iter()
                    .map(|m| format!("“{}” ({})", cell(&row::flat(timeline.quote(*m))), cell(&timeline.cite(*m))))
                    .collect::<Vec<_>>()
                    .join("<br>")
            };
            writeln!(out, "| {} |\n", d.sides.iter().map(quoted).collect::<Vec<_>>().join(" | "))?;
        }
    }
    if !any {
        writeln!(out, "No disagreement was found.\n")?;
    }
    Ok(())
}

/// Events that are told alike and of different days: one happening or two, which only a person can say.
fn possible(out: &mut String, timeline: &Timeline) -> Result<()> {
    let mut lines: Vec<String> = Vec::new();
    for event in timeline.standing() {
        for pair in event.possible.iter().filter(|pair| pair.rule == TOLD_ALIKE && event.mentions.contains(&pair.a)) {
            let Some(other) = timeline.event_of(pair.b).filter(|other| !other.is_rejected()) else { continue };
            lines.push(format!(
                "- {}: {} `{}` and {}: {} `{}` ({})",
                row::shown_date(event),
                escape(&event.title),
                event.id,
                row::shown_date(other),
                escape(&other.title),
                other.id,
                escape(&pair.because)
            ));
        }
    }
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "## Possibly the same\n\nTold in like words, of different days; `dateline decide` says whether they are one (same-as) or two (not-same-as).\n"
    )?;
    writeln!(out, "{}\n", lines.join("\n"))?;
    Ok(())
}

fn undated(out: &mut String, timeline: &Timeline) -> Result<()> {
    if timeline.undated.is_empty() {
        return Ok(());
    }
    writeln!(out, "## Undated\n")?;
    for event in timeline.undated_told().filter(|event| !event.is_rejected()) {
        let placed: Vec<String> = event.order.iter().map(|order| format!(" · {}", escape(&row::placed(timeline, order)))).collect();
        writeln!(out, "- {} · {} · {}{} `{}`", escape(&event.title), event.kind, event.stance.name(), placed.concat(), event.id)?;
        for &m in &event.mentions {
            writeln!(out, "  - “{}” — {}", escape(&row::flat(timeline.quote(m))), escape(&place(timeline, m)))?;
        }
    }
    if let more @ 1.. = timeline.background() {
        writeln!(out, "- {} of no known kind, each of one account, in the JSON (`--to json`)", row::plural(more, "more undated clause"))?;
    }
    out.push('\n');
    Ok(())
}

/// What a person took out, with the reason, so that nothing is hidden.
fn rejected(out: &mut String, timeline: &Timeline) -> Result<()> {
    let list: Vec<&Event> = timeline.all().filter(|event| event.is_rejected()).collect();
    if list.is_empty() {
        return Ok(());
    }
    writeln!(out, "## Rejected\n")?;
    for event in list {
        let date = event.date.as_ref().map_or_else(String::new, |_| format!("{}: ", row::shown_date(event)));
        writeln!(out, "- {date}{} · {} `{}`", escape(&event.title), escape(&row::decided(event).join("; ")), event.id)?;
    }
    out.push('\n');
    Ok(())
}

fn sources(out: &mut String, timeline: &Timeline) -> Result<()> {
    writeln!(out, "## Sources\n")?;
    writeln!(out, "| id | source | kind | day | how the day is known |\n| --- | --- | --- | --- | --- |")?;
    for d in &timeline.documents {
        let title = d.title.as_deref().map_or_else(String::new, |t| format!("{}, ", t));
        let name = format!("{title}{}", d.publisher.as_deref().unwrap_or(&d.file));
        let (day, how) = match d.anchor() {
            Some(a) => (a.edtf(), format!("{}: {}", a.from.name(), a.phrase)),
            None => ("unknown".to_owned(), "nothing in it says; give `published` in case.yaml".to_owned()),
        };
        writeln!(out, "| {} | {} | {} | {} | {} |", cell(&d.id), cell(&row::flat(&name)), d.kind.name(), day, cell(&how))?;
    }
    out.push('\n');
    Ok(())
}

fn repeats(out: &mut String, timeline: &Timeline) -> Result<()> {
    let mut pairs: BTreeMap<(usize, usize), (usize, usize, Direction)> = BTreeMap::new();
    for r in &timeline.lineage.repeats {
        let entry = pairs.entry((r.document, r.of)).or_insert((0, 0, r.direction));
        match r.kind {
            RunKind::Copied => entry.0 += r.words,
            RunKind::Quoted => entry.1 += r.words,
        }
        if r.direction == Direction::Unknown {
            entry.2 = Direction::Unknown;
        }
    }
    writeln!(out, "## Who repeats whom\n")?;
    if pairs.is_empty() {
        writeln!(
            out,
            "No copied passage of twelve words or more was found. Paraphrase is not detected: independence is not established.\n"
        )?;
        return Ok(());
    }
    for ((copy, of), (copied, quoted, direction)) in pairs {
        let arrow = match direction {
            Direction::Unknown => "shares passages with",
            Direction::Probable => "probably repeats",
            _ => "repeats",
        };
        let mut what = Vec::new();
        if copied > 0 {
            what.push(format!("{copied} words copied"));
        }
        if quoted > 0 {
            what.push(format!("{quoted} words in shared quotations"));
        }
        let verb = if copied == 0 { "quotes the same words as" } else { arrow };
        writeln!(out, "- {} {verb} {}: {}", timeline.documents[copy].id, timeline.documents[of].id, what.join(", "))?;
    }
    writeln!(out, "\nWhere nothing is copied, independence is not established: paraphrase is not detected.\n")?;
    Ok(())
}

fn leads(out: &mut String, timeline: &Timeline) -> Result<()> {
    if timeline.leads.is_empty() {
        return Ok(());
    }
    writeln!(out, "## What to get next\n")?;
    for lead in &timeline.leads {
        writeln!(out, "- {}: {}", escape(&lead.what), escape(&lead.why))?;
    }
    out.push('\n');
    Ok(())
}

/// Keeps Markdown's own marks from being read in quoted words.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '|' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn cell(text: &str) -> String {
    escape(text).replace('\n', " ")
}
