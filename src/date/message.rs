//! The day of a message that a text shows: the head of an e-mail, the line that introduces a quoted reply, a row of a chat.
//! What is written below counts from that day, not from the text's own. The fields are those of RFC 5322, section 3.6, and
//! "Sent" as Outlook prints it.

use super::phrase::Reader;

/// Tokens about a "Date:" within which another field of the head stands.
const HEAD: usize = 48;
/// Most tokens between the day of a quoted reply and its "wrote:".
const NAME: usize = 24;

/// Whether the date at `first..end` is the day of the message that follows it.
pub(super) fn dates_a_message(r: &Reader, first: usize, end: usize) -> bool {
    is_field(r, first) || introduces_a_reply(r, first, end) || opens_a_chat_row(r, first, end)
}

/// Whether a line begins with a token, past the marks of a quoted reply.
fn opens_line(r: &Reader, at: usize) -> bool {
    let mut at = at;
    while at > 0 && r.text[r.tokens[at - 1].start as usize..].starts_with('>') && !r.tokens[at].new_line {
        at -= 1;
    }
    at == 0 || r.tokens[at].new_line || r.tokens[at].new_paragraph
}

fn words<'a>(r: &Reader<'a>, at: usize) -> &'a str {
    r.tokens.get(at).map_or("", |token| &r.text[token.start as usize..token.end as usize])
}

/// A field's name at the beginning of a line, with its colon.
fn names_field(r: &Reader, at: usize, names: &[&str]) -> bool {
    names.contains(&words(r, at)) && words(r, at + 1) == ":" && opens_line(r, at)
}

/// "Sent: Tuesday, September 13, 2022 4:15 PM", beside "From:", "To:" or "Subject:".
fn is_field(r: &Reader, first: usize) -> bool {
    if first < 2 || !names_field(r, first - 2, &["Sent", "Date"]) {
        return false;
    }
    let near = first.saturating_sub(HEAD)..(first + HEAD).min(r.tokens.len());
    near.into_iter().any(|at| names_field(r, at, &["From", "To", "Subject", "Cc", "CC"]))
}

/// "On Tue, Sep 13, 2022 at 4:15 PM, Ann Dorn <ann@dorn.example> wrote:".
fn introduces_a_reply(r: &Reader, first: usize, end: usize) -> bool {
    let opens = first > 0 && words(r, first - 1) == "On" && opens_line(r, first - 1);
    let wrote = || (end..r.tokens.len()).take(NAME).find(|at| words(r, *at) == "wrote");
    opens
        && wrote().is_some_and(|at| words(r, at + 1) == ":" && r.tokens.get(at + 2).is_none_or(|next| next.new_line || next.new_paragraph))
}

/// "[14/06/2022, 22:41:09] Dorn: hello", "14/06/2022, 22:41 - Dorn: hello".
fn opens_a_chat_row(r: &Reader, first: usize, end: usize) -> bool {
    let bracketed = first > 0 && words(r, first - 1) == "[" && words(r, end) == "]" && opens_line(r, first - 1);
    let dashed = words(r, end) == "-" && r.tokens[end].spaced && opens_line(r, first);
    let name = || (end + 1..r.tokens.len()).take(6).take_while(|at| !r.tokens[*at].new_line).skip(1).any(|at| words(r, at) == ":");
    (bracketed || dashed) && name()
}

#[cfg(test)]
mod tests {
    use crate::date::{AnchorAt, Scene, find};
    use chrono::NaiveDate;

    #[test]
    fn what_a_message_says_counts_from_its_own_day() {
        let rows: &[(&str, &[&str])] = &[
            (
                "From: A. Dorn\nSent: Tuesday, September 13, 2022 4:15 PM\nTo: B. Linden\nSubject: dam\n\nI met him yesterday. Let us talk Friday.",
                &["2022-09-13T16:15", "2022-09-12", "2022-09-16"],
            ),
            (
                "On Tue, Sep 13, 2022 at 4:15 PM A. Dorn <a@dorn.example> wrote:\n> I met him yesterday and will call tomorrow.",
                &["2022-09-13T16:15", "2022-09-12", "2022-09-14"],
            ),
            ("[14/06/2022, 22:41:09] Dorn: see you tomorrow", &["2022-06-14T22:41:09", "2022-06-15"]),
            ("14/06/2022, 22:41 - Dorn: see you tomorrow", &["2022-06-14T22:41", "2022-06-15"]),
            // A date alone is no head of a message, and a letter's day that stands alone is the text's own.
            ("Date: June 14, 2022\n\nThe mill burned yesterday.", &["2022-06-14", "2023-02-28"]),
            ("On June 14, 2022, he wrote: the mill burned yesterday.", &["2022-06-14", "2023-02-28"]),
        ];
        for (text, wanted) in rows {
            let anchor = AnchorAt { from: 0, day: NaiveDate::from_ymd_opt(2023, 3, 1), scene: Scene::Same, later: 0 };
            let got: Vec<String> = find(text, &[anchor]).mentions.iter().map(|m| m.value.timex()).collect();
            assert_eq!(got, *wanted, "{text}");
        }
    }
}
