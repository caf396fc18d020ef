//! The invented matter's papers, and that what is cited stands at the page it is cited to.

mod common;
#[path = "common/pdf.rs"]
mod pdf;

use common::{build, dateline, events, root};
use pdf::{pdf, stamped};
use std::fs;

fn complaint() -> Vec<u8> {
    let stamp = |page: u32| format!("Case 9:22-cv-90001-ZZZ   Document 1   Filed 06/13/22   Page {page} of 2");
    pdf(&[
        stamped(
            &stamp(1),
            &[
                "UNITED STATES DISTRICT COURT",
                "",
                "MARA HARROW, Plaintiff, v. LINDEN ORCHARDS, Defendant.",
                "",
                "COMPLAINT",
                "",
                "1. Plaintiff Mara Harrow picked apples for Linden Orchards.",
                "",
                "2. On or about March 4, 2022, the frost alarm was reported broken by Plain-",
                "tiff to the foreman of Linden Orchards.",
            ],
        ),
        stamped(&stamp(2), &["3. Linden Orchards dismissed her on April 19, 2022, without a reason.", "", "Dated: June 13, 2022"]),
    ])
}

fn order() -> Vec<u8> {
    let stamp = "Case 9:22-cv-90001-ZZZ   Document 12   Filed 10/05/22   Page 1 of 1";
    pdf(&[stamped(
        stamp,
        &[
            "UNITED STATES DISTRICT COURT",
            "",
            "MARA HARROW, Plaintiff, v. LINDEN ORCHARDS, Defendant.",
            "",
            "ORDER",
            "",
            "The motion to dismiss is denied. The complaint was filed on June 13, 2022.",
            "",
            "SO ORDERED this 4th day of October, 2022.",
        ],
    )])
}

#[test]
fn the_invented_papers_are_what_their_source_makes() {
    for (name, bytes) in [("complaint.pdf", complaint()), ("order.pdf", order())] {
        let path = root().join("cases/harrow-v-linden/sources").join(name);
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &bytes).unwrap();
        }
        assert!(fs::read(&path).unwrap() == bytes, "{name} is not what its source makes; run with UPDATE=1");
    }
}

#[test]
fn a_stamp_gives_case_number_document_and_filing_day() {
    let output = dateline().args(["read", "--json", "cases/harrow-v-linden/sources/order.pdf"]).output().unwrap();
    let read: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (read["docket"].as_str(), read["document"].as_str(), read["filed"]["edtf"].as_str()),
        (Some("9:22-cv-90001-ZZZ"), Some("12"), Some("2022-10-05"))
    );
    assert_eq!(read["kind"], "order");
    assert_eq!(read["filed"]["from"], "stamp");
}

#[test]
fn quotes_of_a_paper_are_cited_to_their_paragraph_and_page() {
    let timeline = build(&[&root().join("cases/harrow-v-linden")]);
    let find = |words: &str| {
        events(&timeline)
            .into_iter()
            .flat_map(|e| e["mentions"].as_array().unwrap().clone())
            .find(|m| m["quote"].as_str().unwrap().contains(words))
            .unwrap_or_else(|| panic!("{words}"))
    };
    let alarm = find("frost alarm was reported broken");
    assert_eq!((alarm["pin"]["page"].as_u64(), alarm["pin"]["paragraph"].as_u64()), (Some(1), Some(2)));
    assert!(
        alarm["quote"].as_str().unwrap().contains("Plaintiff to the foreman") || alarm["quote"].as_str().unwrap().contains("by Plaintiff"),
        "{alarm}"
    );
    assert_eq!(alarm["pin"]["display"], "Compl. ¶ 2");
    assert_eq!(find("dismissed her on April 19")["pin"]["page"].as_u64(), Some(2));
    assert_eq!(find("MOTION to Dismiss")["pin"]["display"], "Dkt. 7");
}

#[test]
fn hostile_papers_end_in_a_clear_error() {
    let folder = tempfile::TempDir::new().unwrap();
    let truncated = complaint()[..400].to_vec();
    let no_text = pdf(&[Vec::new()]);
    let deep = format!("<html><body>{}text of March 3, 2020{}</body></html>", "<div>".repeat(2_000), "</div>".repeat(2_000)).into_bytes();
    let rows: Vec<(&str, Vec<u8>, bool)> = vec![
        ("truncated.pdf", truncated, false),
        ("scan.pdf", no_text, false),
        ("deep.html", deep, true),
        ("nul.html", b"<html><body>a\0b on March 3, 2020 he left</body></html>".to_vec(), true),
        ("mixed.txt", b"caf\xe9 on March 3, 2020 \xe2\x80\x94 he left".to_vec(), true),
        ("bad.docx", b"PK\x03\x04rubbish".to_vec(), false),
        (
            "claims.docx",
            {
                let mut b = b"PK\x03\x04".to_vec();
                b.extend([0xff; 60]);
                b
            },
            false,
        ),
    ];
    for (name, bytes, readable) in rows {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let output = dateline().args(["read", "--json"]).arg(&path).output().unwrap();
        let read: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(read["error"].is_null(), readable, "{name}: {read}");
        assert_eq!(output.status.code(), Some(if readable { 0 } else { 2 }), "{name}");
    }
}

/// A deposition of two pages as a reporter's text file: page numbers, numbered lines, questions and answers.
fn deposition() -> String {
    let title = [
        "UNITED STATES DISTRICT COURT", "MARA HARROW, Plaintiff, v. LINDEN ORCHARDS, Defendant.", "DEPOSITION OF JONAS PELL",
        "Taken on Tuesday, May 3, 2022", "Reported by A. Scrivener",
    ];
    let testimony = [
        "BY MR. LEE:", "Q.   When did you first hear of the alarm?", "A.   Harrow told me about it on March 4, 2022, in the",
        "morning.  I wrote it down.", "Q.   And you repaired it on March 9, 2022?", "A.   No.", "MS. QUILL:  Objection.",
        "Q.   Did the owner answer you?", "A.   He called me on March 10, 2022.  He had seen it in", "January 2022 too.",
        "Q.   What did he say?", "A.   Nothing of use.",
    ];
    let page = |number: u32, lines: &[&str]| {
        let lines: Vec<String> = lines.iter().enumerate().map(|(i, line)| format!("{:>2}    {line}\n", i + 1)).collect();
        format!("{number:>60}\n\n{}", lines.concat())
    };
    format!("{}\x0c{}", page(1, &title), page(30, &testimony))
}

fn mention_quoting(timeline: &serde_json::Value, words: &str) -> serde_json::Value {
    events(timeline)
        .into_iter()
        .flat_map(|e| e["mentions"].as_array().unwrap().clone())
        .find(|m| m["quote"].as_str().unwrap().contains(words))
        .unwrap_or_else(|| panic!("{words}"))
}

#[test]
fn a_paper_tells_its_title_its_signing_and_its_exhibits() {
    let stamp = "Case 9:22-cv-90001-ZZZ   Document 14   Filed 10/06/22   Page 1 of 2";
    let bytes = pdf(&[
        stamped(
            stamp,
            &[
                "UNITED STATES DISTRICT COURT",
                "",
                "MARA HARROW, Plaintiff, v. LINDEN ORCHARDS, Defendant.",
                "",
                "ORDER GRANTING MOTION TO COMPEL",
                "AND EXTENDING TIME",
                "",
                "The defendant was served on June 20, 2022, and has not answered the plaintiff.",
                "",
                "SO ORDERED this 5th day of October, 2022.",
            ],
        ),
        stamped(
            "Case 9:22-cv-90001-ZZZ   Document 14   Filed 10/06/22   Page 2 of 2",
            &["EXHIBIT A", "", "Linden Orchards dismissed Harrow on April 19, 2022, by letter."],
        ),
    ]);
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("order.pdf");
    fs::write(&path, bytes).unwrap();
    let timeline = build(&[&path]);
    let source = &timeline["sources"][0];
    assert_eq!(
        (source["kind"].as_str(), source["title"].as_str()),
        (Some("order"), Some("ORDER GRANTING MOTION TO COMPEL AND EXTENDING TIME"))
    );
    assert_eq!((source["signed"]["edtf"].as_str(), source["filed"]["edtf"].as_str()), (Some("2022-10-05"), Some("2022-10-06")));
    let signed = mention_quoting(&timeline, "SO ORDERED");
    assert_eq!((signed["date"]["of"].as_str(), signed["date"]["edtf"].as_str()), (Some("signed"), Some("2022-10-05")));
    assert_eq!(mention_quoting(&timeline, "was served")["pin"]["display"], "Dkt. 14 at 1");
    assert_eq!(mention_quoting(&timeline, "dismissed Harrow")["pin"]["display"], "Dkt. 14 Ex. A at 2");
}

#[test]
fn testimony_is_cited_by_page_and_line_and_its_speaker() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("pell.txt");
    fs::write(&path, deposition()).unwrap();
    let timeline = build(&[&path]);
    let source = &timeline["sources"][0];
    assert_eq!((source["kind"].as_str(), source["title"].as_str()), (Some("transcript"), Some("Deposition of Jonas Pell")));
    assert_eq!(source["published"]["edtf"], "2022-05-03");
    let told = mention_quoting(&timeline, "told me about it");
    assert_eq!(told["pin"]["display"], "Pell Dep. 30:3-4");
    assert_eq!((told["date"]["edtf"].as_str(), told["attribution"][1]["to"].as_str()), (Some("2022-03-04"), Some("Jonas Pell")));
    let asked = mention_quoting(&timeline, "repaired it");
    assert_eq!((asked["stance"].as_str(), asked["attribution"][0]["to"].as_str()), (Some("denied"), Some("Jonas Pell")));
    assert_eq!(asked["pin"]["display"], "Pell Dep. 30:5-6");
    assert_eq!(mention_quoting(&timeline, "He called me")["pin"]["display"], "Pell Dep. 30:9");
    // The margin's number is no day of the month.
    assert_eq!(mention_quoting(&timeline, "He had seen it")["date"]["edtf"], "2022-01");
}

#[test]
fn a_question_and_its_answer_tell_together() {
    let turns = [
        "Q.   When were you terminated?", "A.   December 3rd, 2017.", "Q.   What happened on May 5, 2017?", "A.   He fired Ms. Lee.",
        "Q.   Do you recall when you first met him?", "MR. LEE:  Objection.", "A.   I believe it was in June of 2015.",
        "Q.   Did you delete the files on May 9, 2017?", "A.   No, I did not.", "Q.   You emailed him on May 3, 2017, correct?",
        "A.   Yes.", "Q.   Did you call her on May 10, 2017?", "A.   I don't recall.", "Q.   And that was on May 14, 2017?", "A.   Yes.",
    ];
    let body: String = turns.iter().enumerate().map(|(n, turn)| format!("{:>2}   {turn}\n", n + 1)).collect();
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("dorn.txt");
    fs::write(&path, format!("DEPOSITION OF PETER DORN\n\nMay 4, 2019\n\n{body}")).unwrap();
    let timeline = build(&[&path]);
    let row = |mention: &serde_json::Value| {
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        (text(&mention["date"]["edtf"]), text(&mention["stance"]), text(&mention["pin"]["display"]))
    };
    let told = |quote: &str, edtf: &str, stance: &str, pin: &str| {
        let pin = format!("Dorn Dep. {pin}");
        assert_eq!(row(&mention_quoting(&timeline, quote)), (edtf.to_owned(), stance.to_owned(), pin), "{quote}");
    };
    told("were you terminated", "2017-12-03", "stated", "1:1-2");
    told("fired Ms. Lee", "2017-05-05", "stated", "1:3-4");
    told("first met him", "2015-06", "stated", "1:5-7");
    told("delete the files", "2017-05-09", "denied", "1:8-9");
    told("emailed him", "2017-05-03", "stated", "1:10-11");
    told("call her", "2017-05-10", "alleged", "1:12");
    assert_eq!(timeline["events"].as_array().unwrap().len(), 6);
}

#[test]
fn an_affidavit_without_a_caption_is_of_the_day_of_its_oath() {
    let text = "AFFIDAVIT OF MARA DORN\n\nState of Ohio\n\nI, Mara Dorn, being duly sworn, depose and say:\n\n1. I worked at the mill.\n\n2. On March 3, 2016, Mr. Harrow fired me.\n\nSworn to before me this 4th day of May, 2019.\n\nAnn Lee\nNotary Public\n\nMy commission expires June 1, 2022.\n";
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("dorn.txt");
    fs::write(&path, text).unwrap();
    let timeline = build(&[&path]);
    let source = &timeline["sources"][0];
    assert_eq!((source["kind"].as_str(), source["published"]["edtf"].as_str()), (Some("filing"), Some("2019-05-04")));
    assert_eq!(mention_quoting(&timeline, "Sworn to")["date"]["of"], "signed");
    assert!(events(&timeline).iter().all(|event| event["date"]["edtf"] != "2022-06-01"));
}

#[test]
fn the_frames_of_an_answer_are_no_happenings() {
    let text = "UNITED STATES DISTRICT COURT\n\nMARA DORN, Plaintiff, v. LINDEN MILLS, INC., Defendant.\n\nDEFENDANT'S ANSWER\n\n1. Defendant admits that it terminated Plaintiff on March 3, 2016.\n\n2. Defendant denies the remaining allegations of the complaint.\n\nDated: June 4, 2019\n";
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("answer.txt");
    fs::write(&path, text).unwrap();
    let timeline = build(&[&path]);
    let told: Vec<String> = events(&timeline).iter().map(|event| event["kind"].as_str().unwrap().to_owned()).collect();
    assert_eq!(told, ["dismissal from office"]);
}

#[test]
fn what_a_brief_tells_of_cited_cases_is_not_of_this_one() {
    let text = "UNITED STATES DISTRICT COURT\n\nMARA DORN, Plaintiff, v. LINDEN MILLS, INC., Defendant.\n\nPLAINTIFF'S RESPONSE\n\nDorn left the mill on March 3, 2016. See Pell v. Harrow, 12 F.3d 17 (9th Cir. 1994); United States v. Brannick, No. 1 (Ohio App. June 14, 2016). In Brannick, officers arrested the defendant on March 3, 2005. In Pell, the mill closed in 1990.\n\nDated: June 4, 2019\n";
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("brief.txt");
    fs::write(&path, text).unwrap();
    let told: Vec<String> = events(&build(&[&path])).iter().map(|event| event["date"]["edtf"].as_str().unwrap_or("").to_owned()).collect();
    assert_eq!(told, ["2016-03-03"]);
}

#[test]
fn a_forms_dates_are_told_by_their_labels() {
    let text = "Linden Hospital\n\nPatient: DORN, MARA DOB: 02/08/1963 Age: 58 Admit Date: 11/12/2021 Date of Death: 11/22/2021 04:15 Attending: B. Pell\n\nThe patient was brought in by a van. She had been walking to the mill.\n";
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("record.txt");
    fs::write(&path, text).unwrap();
    let timeline = build(&[&path]);
    assert_eq!(timeline["sources"][0]["published"]["edtf"], "[2021-11-22..]");
    let dated = events(&timeline).into_iter().filter(|event| event["date"]["edtf"].is_string());
    let rows: Vec<String> = dated
        .map(|event| {
            format!("{} {} {}", event["date"]["edtf"].as_str().unwrap(), event["kind"].as_str().unwrap(), event["title"].as_str().unwrap())
        })
        .collect();
    assert_eq!(rows, ["1963-02-08 birth DORN, MARA, date of birth", "2021-11-12 other Admit date", "2021-11-22 death Date of death"]);
}

#[test]
fn testimony_in_a_pdf_has_the_lines_of_its_margin() {
    let lines: Vec<String> = deposition().lines().filter(|line| line.len() > 6 && !line.contains("  30")).map(str::to_owned).collect();
    let page: pdf::Page = lines.iter().enumerate().map(|(i, line)| (72.0, 100.0 + 24.0 * i as f64, line.clone())).collect();
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("pell.pdf");
    fs::write(&path, pdf(&[page])).unwrap();
    let timeline = build(&[&path]);
    assert_eq!(timeline["sources"][0]["kind"], "transcript");
    let told = mention_quoting(&timeline, "told me about it");
    assert_eq!(told["attribution"][1]["to"], "Jonas Pell");
    assert_eq!(told["pin"]["display"], "Pell Dep. 1:3-4");
}

#[test]
fn two_columns_of_a_pdf_are_quoted_as_they_are_read() {
    let left = [
        "The council of the town met here on", "June 3, 2020, and it heard the mayor,", "who told it that she had sold the old",
        "mill by the river to the county, which", "was to make a school of it by the end", "of that year, at a cost that was not",
    ];
    let right = [
        "told to anyone. The county closed the", "bridge on July 9, 2021, after a pier of", "it was found to be cracked from the",
        "water up to the road, so that none of", "the people there could go over it any", "longer than they had been used to do.",
    ];
    let column = |lines: &[&str], x: f64| -> pdf::Page {
        lines.iter().enumerate().map(|(i, line)| (x, 100.0 + 15.0 * i as f64, (*line).to_owned())).collect()
    };
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("paper.pdf");
    fs::write(&path, pdf(&[[column(&left, 72.0), column(&right, 330.0)].concat()])).unwrap();
    let quotes: Vec<String> = events(&build(&[&path]))
        .iter()
        .flat_map(|e| e["mentions"].as_array().unwrap().clone())
        .map(|m| m["quote"].as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    assert!(quotes.iter().any(|q| q.contains("The council of the town met here on June 3, 2020")), "{quotes:#?}");
    assert!(quotes.iter().any(|q| q.contains("The county closed the bridge on July 9, 2021")), "{quotes:#?}");
}
