//! Violence, its victims, and what police do about it.

use super::{ARMED, Sense};
use crate::event::kinds;

/// Senses of violence and police.
pub(super) const SENSES: &[Sense] = &[
    // A test, or a range, fires no one.
    Sense {
        words: &["fire"],
        kind: Some(kinds::OTHER),
        when: |a| a.behind(&["test", "test-", "dry"]),
        wanted: &["The lab test fired the rifle on Monday."],
        unwanted: &["He was fired in February 2017."],
    },
    Sense {
        words: &["fire"],
        kind: Some(kinds::OTHER),
        when: |a| a.next(&["back", "off", "up"]),
        wanted: &["The mayor fired back on Monday."],
        unwanted: &["He was fired in February 2017."],
    },
    // Who is shot to death dies.
    Sense {
        words: &["shoot", "stab", "beat", "chok", "strangl", "punch"],
        kind: Some("death"),
        when: |a| {
            let behind = |n: usize| a.words.get(a.at + n).map_or("", |w| w.lower.as_str());
            let to_death = (1..=4).any(|n| behind(n) == "to" && behind(n + 1) == "death");
            !a.is_noun() && (to_death || a.behind(&["fatally"]) || (1..=3).any(|n| behind(n) == "dead"))
        },
        wanted: &["He was shot to death on Monday.", "An officer fatally shot him.", "A deputy shot him dead in May."],
        unwanted: &["He was shot on Monday."],
    },
    Sense {
        words: &["fire"],
        kind: Some("injury"),
        when: |a| {
            // "Was fired at the end of June", "at a meeting", "at 4 p.m." is no shot at anybody.
            let aimed = a.next(&["at"]) && !a.is_passive();
            let armed = ["shot", "shots", "round", "rounds", "bullet", "bullets", "gun", "weapon", "rifle", "pistol", "times", "into"];
            aimed
                || a.soon(&armed)
                || a.before(&["shot", "shots", "round", "rounds", "gun", "weapon"])
                || a.words[..a.at].iter().any(|w| ARMED.contains(&w.lower.as_str())) && !a.is_passive()
        },
        wanted: &["The gunman rose and fired.", "The agent fired four shots.", "Shots were fired on Monday.", "He fired at the car."],
        unwanted: &["He was fired in February 2017.", "The mayor fired the chief on Monday.", "He was fired at the end of June."],
    },
    Sense {
        words: &["pronounc", "declar"],
        kind: Some("death"),
        when: |a| a.next(&["dead", "deceased"]) || a.soon_behind(&["dead"]) && a.is("pronounced"),
        wanted: &["She was pronounced dead at 9:40 p.m.", "A medic pronounced him dead."],
        unwanted: &["He pronounced himself ready."],
    },
    Sense {
        words: &["strike", "hit", "kick"],
        kind: Some("injury"),
        when: |a| {
            const BODY: &[&str] =
                &["face", "head", "chest", "neck", "eye", "stomach", "back", "mouth", "jaw", "leg", "arm", "ribs", "groin"];
            !a.is_noun() && a.soon(&["in", "on", "across"]) && a.soon(BODY)
        },
        wanted: &["Dorn struck her in the face on June 30.", "He hit the guard in the head."],
        unwanted: &["The truck struck a wall.", "He struck a plea deal in May."],
    },
    Sense {
        words: &["execut"],
        kind: Some("search"),
        when: |a| {
            const WARRANTS: &[&str] = &["warrant", "warrants"];
            a.soon(WARRANTS) && a.soon(&["search"]) || a.is_passive() && a.led_by(WARRANTS) && a.led_by(&["search"])
        },
        wanted: &["Deputies executed a search warrant on May 4.", "A search warrant was executed on May 4."],
        unwanted: &["The lease was executed on May 1."],
    },
    Sense {
        words: &["assault"],
        kind: Some("abuse"),
        when: |a| a.behind(&["sexually", "sexual"]),
        wanted: &["He sexually assaulted her in 2003."],
        unwanted: &["He assaulted an officer on Jan. 6."],
    },
    Sense {
        words: &["pass"],
        kind: Some("death"),
        when: |a| a.next(&["away"]),
        wanted: &["He passed away on May 3."],
        unwanted: &["The bill passed in May."],
    },
];
