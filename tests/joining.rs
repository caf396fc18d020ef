//! One happening or two: what is joined by which rule, and what is kept apart, on matters of one or two invented articles.

mod common;

use common::{build, events};
use serde_json::Value;
use std::fs;
use tempfile::TempDir;

const LEAD: &str = "A state judge on Wednesday ordered Linden Orchards to clear the creek.";

/// Builds articles of March 11, 2021, and returns their events.
fn told(articles: &[&str]) -> Vec<Value> {
    let folder = TempDir::new().unwrap();
    for (i, words) in articles.iter().enumerate() {
        let head = format!("Paper {i}\n\nBy Ann Author\n\nMarch 11, 2021\n\n");
        fs::write(folder.path().join(format!("{i}.txt")), format!("{head}{words}\n")).unwrap();
    }
    events(&build(&[folder.path()]))
}

/// The id of the mention whose quotation has these words, and its event.
fn mention<'a>(events: &'a [Value], words: &str) -> (String, &'a Value) {
    let holds = |m: &&Value| {
        let (quote, start) = (m["quote"].as_str().unwrap(), m["start"].as_u64().unwrap());
        let trigger = &m["trigger"];
        let word = &quote[(trigger["start"].as_u64().unwrap() - start) as usize..(trigger["end"].as_u64().unwrap() - start) as usize];
        words.split_once('|').is_some_and(|(verb, rest)| word == verb && quote.contains(rest))
    };
    events
        .iter()
        .find_map(|event| event["mentions"].as_array().unwrap().iter().find(holds).map(|m| (m["id"].as_str().unwrap().to_owned(), event)))
        .unwrap_or_else(|| panic!("no mention of {words} in {events:#?}"))
}

#[test]
fn each_rule_joins_what_it_is_for() {
    let judge = "Judge Mary Linden made her order in Dover.";
    let rows: &[(&[&str], &str, &str, &str)] = &[
        // The articles, the trigger and some words of each telling, the rule.
        (
            &[&format!("{LEAD} {judge}"), "Judge Mary Linden told the owners on Wednesday that the creek was dying."],
            "ordered|clear the creek",
            "told|creek was dying",
            "one judge, one day",
        ),
        (
            &[&format!("{LEAD}\n\n{judge}\n\n“The creek needs clear water,” Linden wrote.")],
            "ordered|clear the creek",
            "wrote|clear water",
            "one judge, one telling",
        ),
        (
            &[
                "The Supreme Court on Wednesday turned the orchard away.\n\nThe frost came late.\n\nThe justices rejected every claim about the creek.",
            ],
            "turned|orchard away",
            "rejected|every claim",
            "one judge, one telling",
        ),
        (
            &["Carl Dunn was arrested on March 9 in Dover.", "Police said the 44-year-old picker was arrested on March 9."],
            "arrested|Carl Dunn",
            "arrested|44-year-old",
            "same verb, same day",
        ),
        (
            &["“We lost the crop,” Anne Dowd said on Wednesday.\n\nCarl Dunn said he was sorry.\n\n“It will not come back,” Dowd said."],
            "said|lost the crop",
            "said|not come back",
            "goes on speaking",
        ),
        // Two words of one doing.
        (
            &["On March 9, the board of Linden scrapped the levy.", "Linden’s board rescinded the levy on March 9."],
            "scrapped|levy",
            "rescinded|levy",
            "same verb, same day",
        ),
        (
            &["Mayor Anne Dowd announced in February her decision to cancel the levy.", "Dowd scrapped the levy in February."],
            "announced|levy",
            "scrapped|levy",
            "announced and done, dates fit",
        ),
        // A quotation that one paper has altered, and the short one of one speaker.
        (
            &[
                "“The board failed utterly to mend the dam before the thaw came,” Anne Dowd said.",
                "“The board utterly failed to mend the dam before the thaw came,” the mayor, Anne Dowd, said.",
            ],
            "said|board failed utterly",
            "said|board utterly failed",
            "same quoted utterance",
        ),
        (
            &["“This is theft,” Anne Dowd said.", "“This is theft,” wrote Anne Dowd in a letter."],
            "said|This is theft",
            "wrote|This is theft",
            "same quoted utterance",
        ),
        (
            &["Linden Mills said it would appeal the ruling.", "Linden Mills said that the county erred and that it plans to appeal."],
            "said|would appeal",
            "said|plans to appeal",
            "same announced step",
        ),
        // The sitting, and what the judge does at it.
        (
            &["Judge Mary Linden scolded Carl Dunn on March 9 in Dover.", "Carl Dunn left Dover after his sentencing on March 9."],
            "scolded|Dunn",
            "sentencing|March 9",
            "one judge, one day",
        ),
        (
            &["DOVER (Wire) - A federal judge Tuesday cleared the orchard.", "Judge Mary Linden cleared the orchard on Tuesday."],
            "cleared|federal judge",
            "cleared|Mary Linden",
            "same verb, same day",
        ),
        (
            &["The county formed the water board in 2012.", "The water board was created by the county in 2012."],
            "formed|water board",
            "created|water board",
            "same verb, dates fit",
        ),
        // The one dismissal that a paper dates, told again without its day.
        (
            &["Carl Dunn was fired on March 3 by the board.

The crew left town.

Anne Dowd resigned four days after Dunn was fired."],
            "fired|March 3",
            "fired|four days",
            "the one told most",
        ),
    ];
    for (articles, one, other, rule) in rows {
        let events = told(articles);
        let ((a, event), (b, _)) = (mention(&events, one), mention(&events, other));
        let joined = event["joined"].as_array().unwrap();
        let by: Vec<&str> = joined.iter().map(|pair| pair["rule"].as_str().unwrap()).collect();
        let together = event["mentions"].as_array().unwrap().iter().any(|m| m["id"] == b.as_str());
        assert!(together && by.contains(rule), "{one} and {other} are not one by {rule}: {a} {b} {event:#}");
    }
}

#[test]
fn what_may_not_be_one_is_kept_apart() {
    let rows: &[(&[&str], &str, &str)] = &[
        // Two judges rule on one day.
        (
            &["Judge Mary Linden ruled against the orchard on Wednesday.", "Judge Paul Reed ruled against the orchard on Wednesday."],
            "ruled|Linden",
            "ruled|Reed",
        ),
        // Another judge than the one named.
        (
            &["Judge Mary Linden on Wednesday ordered the orchard to pay.\n\nAnother judge rejected the same claim.", "The creek rose."],
            "ordered|to pay",
            "rejected|same claim",
        ),
        // Several rulings are not the one.
        (
            &["Judge Mary Linden ruled against the orchard on Wednesday.", "Lower courts ruled against the orchard before."],
            "ruled|Linden",
            "ruled|Lower courts",
        ),
        // A guilty plea and a plea of not guilty.
        (&["Carl Dunn pleaded guilty in Dover.", "Carl Dunn pleaded not guilty in Dover."], "pleaded|ded guilty", "pleaded|not guilty"),
        // A relative's death is another's than whom the story is of.
        (
            &["Carl Dunn died in Dover on Wednesday.", "Dunn wept over the death.\n\nMary Linden spoke of her father's recent death."],
            "died|Dover",
            "death|father",
        ),
        // The firing of one is not another's, though both are named.
        (
            &["Carl Dunn was fired on March 3 by Mayor Anne Dowd.", "Carl Dunn spoke of the firing of Joe Rowe by Mayor Anne Dowd."],
            "fired|Carl Dunn",
            "firing|Joe Rowe",
        ),
        // A bankruptcy is no paper filed against another.
        (
            &["Linden Mills filed for bankruptcy on Wednesday.", "Linden Mills filed a suit against Dover on Wednesday."],
            "filed|bankruptcy",
            "filed|a suit",
        ),
        // "Earlier this year" is not this week.
        (
            &["Judge Mary Linden ruled against Dover on Wednesday.", "Earlier this year, Judge Mary Linden ruled against Dover."],
            "ruled|Wednesday",
            "ruled|Earlier",
        ),
        // What a paper tells as done did not come after its own day.
        (
            &["Carl Dunn pleaded guilty earlier this year.", "Carl Dunn will be sentenced on May 3.\n\nDunn pleads guilty on May 3, 2021."],
            "pleaded|earlier",
            "pleads|May 3",
        ),
        // A trial is no hearing before it.
        (
            &["The trial of Carl Dunn is set for May 2021 in Dover.", "A hearing for Carl Dunn is set for May 3 in Dover."],
            "set|The trial",
            "set|A hearing",
        ),
        // What was announced months ago is not where he speaks now.
        (
            &["Anne Dowd announced in September that the levy would end.

The frost came late.

Dowd said the creek needs clear water."],
            "announced|levy",
            "said|clear water",
        ),
        // What a speaker had said before is another time.
        (
            &["“We lost the crop,” Anne Dowd said on Wednesday.\n\nDowd previously said that the frost alarm had failed."],
            "said|lost the crop",
            "said|frost alarm",
        ),
    ];
    for (articles, one, other) in rows {
        let events = told(articles);
        let ((_, event), (b, _)) = (mention(&events, one), mention(&events, other));
        let together = event["mentions"].as_array().unwrap().iter().any(|m| m["id"] == b.as_str());
        assert!(!together, "{one} and {other} are one: {:#}", event["joined"]);
    }
}
