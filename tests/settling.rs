//! What the joining closes: the days of papers that bear none, and the gaps in what they tell, on invented matters.

mod common;

use common::build;
use serde_json::Value;
use std::fs;
use tempfile::TempDir;

/// Builds dated articles ("day|words") beside one that bears no date.
fn timeline(dated: &[&str], undated: &str) -> Value {
    let folder = TempDir::new().unwrap();
    for (i, article) in dated.iter().enumerate() {
        let (day, words) = article.split_once('|').unwrap();
        fs::write(folder.path().join(format!("{i}.txt")), format!("Paper {i}\n\nBy Ann Author\n\n{day}\n\n{words}\n")).unwrap();
    }
    fs::write(folder.path().join("undated.txt"), format!("The creek\n\nBy Ben Byline\n\n{undated}\n")).unwrap();
    build(&[folder.path()])
}

/// The window of the article without a date, and how it is known.
fn window(timeline: &Value) -> (String, String) {
    let source = timeline["sources"].as_array().unwrap().iter().find(|s| s["id"] == "undated").unwrap();
    let published = &source["published"];
    (published["edtf"].as_str().unwrap_or("").to_owned(), published["phrase"].as_str().unwrap_or("").to_owned())
}

/// The EDTF date that the undated article's mention with these words is given.
fn date_of(timeline: &Value, words: &str) -> Option<String> {
    let events = ["events", "undated"].iter().flat_map(|list| timeline[*list].as_array().unwrap());
    let mention = events
        .flat_map(|event| event["mentions"].as_array().unwrap())
        .find(|m| m["source"] == "undated" && m["quote"].as_str().unwrap().contains(words))
        .unwrap_or_else(|| panic!("no mention of {words:?} in {timeline:#}"));
    mention["date"]["edtf"].as_str().map(str::to_owned)
}

const HEARING: &str = "March 12, 2021|Olga Harrow warned the town council on Thursday of a burst weir by the mill.";

#[test]
fn an_undated_paper_is_placed_by_what_it_tells() {
    let rows: &[(&[&str], &str, &str, &str)] = &[
        // Dated articles, the undated one, its window, how it is known.
        (
            &[HEARING],
            "Olga Harrow warned the town council of the weir by the mill on Thursday evening.",
            "[2021-03-11..2021-03-17]",
            "its Thursday is 2021-03-11, of which other sources tell the same",
        ),
        (
            &[],
            "The council shut the weir Monday. It had warned of the weir on March 8, 2021, by letter.",
            "[2021-03-08..2021-03-14]",
            "its Monday is 2021-03-08, the last day that it tells by its date",
        ),
        // The Friday and the Monday of one week bear each other out.
        (
            &[HEARING],
            "Olga Harrow warned the council of the weir on Thursday. The weir broke Wednesday, and on March 10, 2021, it was shut.",
            "[2021-03-10..2021-03-16]",
            "its Wednesday is 2021-03-10, the last day that it tells by its date",
        ),
        // A name, however often, says nothing of the day.
        (&[HEARING], "Olga Harrow smiled on Thursday.", "", ""),
        // What is told by its date alone is only a bound.
        (&[], "The council shut the weir on March 8, 2021.", "[2021-03-08..]", "it tells of 2021-03-08"),
        (&[], "The council shut the weir Tuesday. It had warned of it on March 8, 2021.", "[2021-03-08..]", "it tells of 2021-03-08"),
    ];
    for (dated, undated, wanted, why) in rows {
        let (edtf, phrase) = window(&timeline(dated, undated));
        assert_eq!((edtf.as_str(), phrase.as_str()), (*wanted, *why), "{undated}");
    }
}

#[test]
fn what_a_placed_paper_leaves_open_is_closed() {
    let undated = "Olga Harrow warned the town council of the weir by the mill on Thursday evening. The owners sued last year.";
    let timeline = timeline(&[HEARING], undated);
    assert_eq!(date_of(&timeline, "warned the town").as_deref(), Some("2021-03-11"));
    assert_eq!(date_of(&timeline, "owners sued").as_deref(), Some("2020"));
}

#[test]
fn a_day_of_one_year_in_the_other_sources_is_of_that_year() {
    let flood = "June 2, 2021|Olga Harrow was hurt by the flood of March 8, 2021, in Linden.";
    let other = "June 2, 2021|On March 8, 2019, Olga Harrow opened the mill.";
    let undated = "On March 8, Olga Harrow was walking by the weir.";
    assert_eq!(date_of(&timeline(&[flood], undated), "walking by").as_deref(), Some("2021-03-08"));
    assert_eq!(date_of(&timeline(&[flood, other], undated), "walking by").as_deref(), Some("XXXX-03-08"));
    assert_eq!(date_of(&timeline(&[flood], "On March 8, Ben Dorn was walking by."), "walking by").as_deref(), Some("XXXX-03-08"));
}

#[test]
fn what_is_told_right_after_a_happening_of_another_papers_day_is_of_that_day() {
    let ruling = "March 12, 2021|Judge Olga Harrow ordered Linden Mills on Thursday to mend the weir.";
    let undated = "Judge Olga Harrow ordered Linden Mills to mend the weir.\n\nThe owners left the town immediately after the ruling.\n\nThe crew left in the days after the ruling.";
    let timeline = timeline(&[ruling], undated);
    assert_eq!(date_of(&timeline, "owners left").as_deref(), Some("2021-03-11"));
    assert_eq!(date_of(&timeline, "crew left"), None);
}

#[test]
fn the_day_before_a_told_one_is_counted() {
    let paper = "March 12, 2021|On March 3, 2021, the day after Olga Harrow was fired, Ben Dorn wrote to the mill.";
    let undated = "Olga Harrow was fired by the mill.";
    assert_eq!(date_of(&timeline(&[paper], undated), "was fired").as_deref(), None);
    let events = timeline(&[paper], undated)["events"].as_array().unwrap().clone();
    let fired = events.iter().find(|event| event["kind"] == "dismissal from office").expect("the dismissal has a day");
    assert_eq!(fired["date"]["edtf"], "2021-03-02");
}

/// The days that are given to what no kind of the field names, by words of its quotation, and why.
fn other_days(paper: &str, words: &str) -> Option<(String, String)> {
    let timeline = timeline(&[paper], "Nobody came.");
    let lists = ["events", "undated"].iter().flat_map(|list| timeline[*list].as_array().unwrap().clone());
    let mentions = lists.filter(|event| event["kind"] == "other").flat_map(|event| event["mentions"].as_array().unwrap().clone());
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let told: Option<Value> = mentions.into_iter().find(|mention| text(&mention["quote"]).contains(words));
    told.map(|mention| (text(&mention["date"]["edtf"]), text(&mention["date"]["because"])))
}

#[test]
fn what_is_told_only_as_after_or_before_a_dated_thing_lies_between() {
    let paper = "June 2, 2021|Olga Harrow was fired by the mill on March 3, 2021. Ben Dorn sold the weir after Harrow was fired. Carl Linden left the town before Harrow was fired. Ann Lee will sell the mill after Harrow was fired.";
    let because = "“after Harrow was fired”, and that was on 2021-03-03";
    assert_eq!(other_days(paper, "sold the weir"), Some(("[2021-03-03..2021-06-02]".to_owned(), because.to_owned())));
    assert_eq!(other_days(paper, "left the town").map(|told| told.0).as_deref(), Some("[..2021-03-03]"));
    assert_eq!(other_days(paper, "sell the mill"), None);
}

#[test]
fn what_came_about_during_a_hearing_came_about_on_its_day() {
    let paper = "June 2, 2021|The hearing was held in Linden on May 4, 2021. Olga Harrow collapsed during the hearing. Ben Dorn spoke during a hearing.";
    assert_eq!(other_days(paper, "collapsed").map(|told| told.0).as_deref(), Some("2021-05-04"));
    assert_eq!(other_days(paper, "Dorn spoke").map(|told| told.0).as_deref(), Some(""));
}
