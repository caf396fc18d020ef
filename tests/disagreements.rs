//! Every class of disagreement on a matter of two invented articles: what one says against the other, and what is marked.

mod common;

use common::{build, events};
use std::fs;
use tempfile::TempDir;

/// Builds two articles of one day and returns every disagreement as "about kind severity: side / side".
fn marked(one: &str, other: &str) -> Vec<String> {
    let folder = TempDir::new().unwrap();
    for (name, words) in [("one.txt", one), ("other.txt", other)] {
        fs::write(folder.path().join(name), format!("Orchard news\n\nBy Ann Author\n\nMarch 11, 2021\n\n{words}\n")).unwrap();
    }
    let timeline = build(&[folder.path()]);
    let mut out: Vec<String> = Vec::new();
    for event in events(&timeline) {
        for d in event["disagreements"].as_array().unwrap() {
            let says: Vec<&str> = d["sides"].as_array().unwrap().iter().map(|s| s["says"].as_str().unwrap()).collect();
            let word = |key: &str| d[key].as_str().unwrap().to_owned();
            out.push(format!("{} {} {}: {}", word("about"), word("kind"), word("severity"), says.join(" / ")));
        }
    }
    out.sort();
    out
}

#[test]
fn each_class_is_marked_as_its_table_says() {
    let rows: &[(&str, &str, &str)] = &[
        (
            "Leland Dorn spoke. Dorn left. Judge Ann Lee let him go. On Jan. 31, 2021, jurors convicted him of seven counts.",
            "A jury found Leland Dorn guilty on Feb. 1, 2021, of seven of the nine counts against him.",
            "date adjacent check",
        ),
        (
            "Linden Orchards dismissed Mara Harrow on Feb. 2, 2021.",
            "Linden Orchards dismissed Mara Harrow in early February 2021.",
            "date finer info",
        ),
        (
            "Linden Orchards dismissed Mara Harrow from the packing house by letter on Feb. 2, 2021.",
            "Linden Orchards dismissed Mara Harrow from the packing house by letter on Feb. 12, 2021.",
            "date copied-error check",
        ),
        (
            "Linden Orchards dismissed Mara Harrow from the packing house on Feb. 2, 2021.",
            "On Feb. 12, 2021, Linden Orchards dismissed picker Mara Harrow from its packing house.",
            "date conflict conflict",
        ),
        (
            "The judge heard Mara Harrow and the owner of Linden Orchards on March 3, 2021, at 9 a.m.",
            "The judge heard Mara Harrow and the owner of Linden Orchards on March 3, 2021, at 3:30 p.m.",
            "time conflict check",
        ),
        (
            "Linden Orchards paid Mara Harrow for 12 boxes of apples on Feb. 2, 2021.",
            "Linden Orchards paid Mara Harrow for 15 boxes of apples on Feb. 2, 2021.",
            "count conflict check",
        ),
        (
            "Linden Orchards dismissed Mara Harrow on Feb. 2, 2021.",
            "Linden Orchards never dismissed Mara Harrow on Feb. 2, 2021.",
            "outcome conflict check",
        ),
        (
            "Mara Harrow was shot by Deputy Dorn on Feb. 2, 2021.", "Mara Harrow was shot by Deputy Roe on Feb. 2, 2021.",
            "actor conflict check",
        ),
        (
            "The board voted 5-2 on Feb. 2, 2021, to close Linden Orchards.",
            "The board voted 6-1 on Feb. 2, 2021, to close Linden Orchards.",
            "count conflict check",
        ),
        (
            "The guard fired six shots at Mara Harrow on Feb. 2, 2021.", "The guard fired four times at Mara Harrow on Feb. 2, 2021.",
            "count conflict check",
        ),
        (
            "A jury sentenced Mara Harrow on Feb. 2, 2021, to 12 years.", "Mara Harrow received a 10-year sentence on Feb. 2, 2021.",
            "count conflict check",
        ),
        (
            "The council voted unanimously on Feb. 2, 2021, to close Linden Orchards.",
            "The council voted 5-2 on Feb. 2, 2021, to close Linden Orchards.",
            "count conflict check",
        ),
        (
            "Shares of Linden Orchards fell 31 percent on Feb. 2, 2021.", "Linden Orchards shares fell 38% on Feb. 2, 2021.",
            "count conflict check",
        ),
        (
            "A jury found Mara Harrow guilty on Feb. 2, 2021.", "A jury found Mara Harrow not guilty on Feb. 2, 2021.",
            "outcome conflict check",
        ),
        ("Mara Harrow pleaded guilty on Feb. 2, 2021.", "Mara Harrow pleaded not guilty on Feb. 2, 2021.", "outcome conflict check"),
        (
            "A jury convicted Mara Harrow of murder on Feb. 2, 2021.",
            "A jury convicted Mara Harrow of manslaughter on Feb. 2, 2021.",
            "outcome conflict check",
        ),
        (
            "The Supreme Court agreed on Feb. 2, 2021, to hear the Linden case.",
            "The Supreme Court declined on Feb. 2, 2021, to hear the Linden case.",
            "outcome conflict check",
        ),
        (
            "The governor vetoed the orchard bill in Linden on Feb. 2, 2021.",
            "The governor signed the orchard bill in Linden on Feb. 2, 2021.",
            "outcome conflict check",
        ),
        (
            "The Linden council approved the orchard plan on Feb. 2, 2021.",
            "The Linden council rejected the orchard plan on Feb. 2, 2021.",
            "outcome conflict check",
        ),
        (
            "Judge Ann Lee dismissed the suit on Feb. 2, 2021.", "Judge Ann Lee allowed the suit to proceed on Feb. 2, 2021.",
            "outcome conflict check",
        ),
        (
            "Linden Orchards learned of the blight on Jan. 3, 2021.", "Linden Orchards discovered the blight on Feb. 24, 2021.",
            "date conflict",
        ),
        ("Mara Harrow's trial is set for May 4, 2021.", "The judge set Mara Harrow's trial for May 11, 2021.", "date"),
        (
            "A judge set bail at $50,000 for Mara Harrow on Feb. 2, 2021.",
            "A judge set Mara Harrow's bond at $75,000 on Feb. 2, 2021.",
            "amount conflict check",
        ),
        (
            "Mara Harrow worked for Linden Orchards for six years from 2012.",
            "Mara Harrow worked for Linden Orchards for eight years from 2012.",
            "count conflict check",
        ),
        ("Mara Harrow's trial began on Feb. 2, 2021.", "The trial of Mara Harrow opened on Feb. 8, 2021.", "date conflict conflict"),
        (
            "Linden Orchards recalled its cider on Feb. 2, 2021.",
            "Linden Orchards issued the recall of its cider on Feb. 8, 2021.",
            "date conflict conflict",
        ),
        (
            "The council approved the Harrow settlement on Feb. 2, 2021.",
            "The council approved the settlement with Mara Harrow on Feb. 8, 2021.",
            "date conflict conflict",
        ),
        (
            "The fire in Linden started about 2 a.m. on Feb. 2, 2021, killing three.",
            "The fire in Linden broke out at 4:30 a.m. on Feb. 2, 2021, and killed three.",
            "time conflict check",
        ),
        (
            "The school suspended Mara Harrow for two weeks on Feb. 2, 2021.",
            "The school suspended Mara Harrow for a month on Feb. 2, 2021.",
            "count conflict check",
        ),
        (
            "Mara Harrow, a 19-year-old picker, was found dead on Feb. 2, 2021.",
            "Mara Harrow, 20, was found dead on Feb. 2, 2021.",
            "age conflict check",
        ),
        (
            "Linden Orchards agreed to pay $4.2 million to settle the suit on Feb. 2, 2021.",
            "Linden Orchards agreed on Feb. 2, 2021, to a $4.5 million settlement of the suit.",
            "amount conflict check",
        ),
        (
            "A grand jury decided on Feb. 2, 2021, not to indict Mara Harrow.",
            "On Feb. 2, 2021, a grand jury indicted Mara Harrow.",
            "outcome conflict check",
        ),
        (
            "Linden Orchards recalled 1.2 million GreenLeaf baskets on Feb. 2, 2021.",
            "Linden Orchards recalled 2.1 million GreenLeaf baskets on Feb. 2, 2021.",
            "count conflict check",
        ),
        (
            "A jury awarded Mara Harrow $25.2 million on Feb. 2, 2021, and a lawyer's fee of $5 million.",
            "On Feb. 2, 2021, a jury awarded Mara Harrow $22.5 million.",
            "amount conflict check",
        ),
        (
            "\"I never took a dime from anybody,\" Harrow said on Feb. 2, 2021.",
            "\"I never took a dime from Roe,\" Harrow said on Feb. 2, 2021.",
            "detail wording info",
        ),
        ("Mara Harrow was born on March 3, 1960.", "Mara Harrow, born March 5, 1960, grew up in Linden.", "date"),
        ("Mara Harrow was fired on Feb. 2, 2021.", "Mara Harrow resigned on Feb. 2, 2021.", "outcome wording info"),
        (
            "Mara Harrow was arrested in January 2021 on theft charges.",
            "Mara Harrow was arrested in February 2021 on theft charges.",
            "date",
        ),
        (
            "\"We never saw a frost alarm that worked in all those years,\" Harrow said on Feb. 2, 2021.",
            "\"We never saw a frost alarm that failed in all those years,\" Harrow said on Feb. 2, 2021.",
            "detail wording info",
        ),
        ("Harrow was arrested on Feb. 2, 2021, after she was charged on Feb. 9, 2021.", "The orchard was closed.", "order order check"),
        ("Linden Orchards dismissed Mara Harrow on Wednesday, Feb. 2, 2021.", "The orchard was closed.", "date weekday-mismatch check"),
    ];
    for (one, other, wanted) in rows {
        let got = marked(one, other);
        assert!(got.iter().any(|row| row.starts_with(wanted)), "{wanted}\n{one}\n{other}\n{got:#?}");
    }
}

#[test]
fn what_does_not_differ_is_not_marked() {
    let rows: &[(&str, &str)] = &[
        ("Linden Orchards dismissed Mara Harrow on Feb. 2, 2021.", "Linden Orchards dismissed Mara Harrow on Feb. 2."),
        ("Linden Orchards dismissed Mara Harrow on Feb. 2, 2021.", "Linden Orchards sued Mara Harrow on Feb. 12, 2021."),
        ("Deputy Dorn and Deputy Roe shot Mara Harrow on Feb. 2, 2021.", "Mara Harrow was shot by Deputy Roe on Feb. 2, 2021."),
        ("The judge denied a motion to dismiss on Feb. 2, 2021.", "The judge granted a motion to seal on Feb. 2, 2021."),
        ("Lawmakers approved the orchard bill on Feb. 2, 2021.", "The Legislature approved the orchard bill on Feb. 2, 2021."),
        ("Dorn was convicted of murder and manslaughter on Feb. 2, 2021.", "Dorn was convicted of murder on Feb. 2, 2021."),
        ("The council approved the budget on Feb. 2, 2021.", "The council rejected the tax on Feb. 2, 2021."),
        ("Linden Orchards recalled its cider on Feb. 2, 2021.", "Linden Orchards issued a second recall of cider on Feb. 8, 2021."),
        ("The committee passed the orchard bill 12-3 on Feb. 2, 2021.", "The full Senate passed the orchard bill 40-10 on Feb. 2, 2021."),
        ("Judge Ann Reed granted the motion in part on Feb. 2, 2021.", "Judge Ann Reed denied the motion in part on Feb. 2, 2021."),
        ("Dorn pleaded not guilty to murder on Feb. 2, 2021.", "Dorn pleaded guilty to a weapons charge on Feb. 2, 2021."),
        ("Linden Orchards recalled its cider on Feb. 2, 2021.", "Linden Orchards recalled its vinegar on Feb. 8, 2021."),
        ("The home team won 5-2 on Feb. 2, 2021.", "The home team won 6-1 on Feb. 2, 2021."),
        ("A hearing was held on Feb. 2, 2021.", "A second hearing was held on Feb. 12, 2021."),
        ("\"We saw the alarm,\" Harrow said on Feb. 2, 2021.", "\"We left the house,\" Harrow said on Feb. 2, 2021."),
        ("Harrow hired a lawyer after the frost.", "Barr did not mention the dismissal of Harrow."),
    ];
    for (one, other) in rows {
        assert_eq!(marked(one, other), Vec::<String>::new(), "{one}\n{other}");
    }
}

#[test]
fn a_hedged_day_and_the_same_day_are_one_date() {
    let folder = TempDir::new().unwrap();
    let rows = [
        ("one.txt", "On or about Feb. 2, 2021, Harrow was arrested in Linden."),
        ("two.txt", "Harrow was arrested in Linden on Feb. 2, 2021."),
    ];
    for (name, words) in rows {
        fs::write(folder.path().join(name), format!("Orchard news\n\nBy Ann Author\n\nMarch 11, 2021\n\n{words}\n")).unwrap();
    }
    let timeline = build(&[folder.path()]);
    let dated: Vec<&str> = timeline["events"].as_array().unwrap().iter().filter_map(|event| event["date"]["edtf"].as_str()).collect();
    assert_eq!(dated, ["2021-02-02"]);
}

#[test]
fn like_words_of_two_days_are_shown_as_possibly_one() {
    let folder = TempDir::new().unwrap();
    for (name, day) in [("one.txt", "March 2"), ("other.txt", "March 5")] {
        let words = format!("Orchard news\n\nBy Ann Author\n\nMarch 11, 2021\n\nThe fire broke out at the warehouse on {day}, 2021.\n");
        fs::write(folder.path().join(name), words).unwrap();
    }
    let report = common::dateline().args(["build", "-q", "--to", "markdown"]).arg(folder.path()).output().unwrap();
    let report = String::from_utf8_lossy(&report.stdout).into_owned();
    let (_, possible) = report.split_once("## Possibly the same").unwrap_or_else(|| panic!("{report}"));
    assert!(possible.contains("3 days apart"), "{report}");
}
