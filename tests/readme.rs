//! The README's own sessions, run as written. UPDATE=1 rewrites their output.

mod common;

use common::{dateline, matches_file, root};

#[test]
fn sessions_in_the_readme_give_what_it_shows() {
    let path = root().join("README.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let mut out = String::new();
    let mut run = 0;
    let mut rest = text.as_str();
    while let Some(at) = rest.find("```console\n") {
        let (before, session) = rest.split_at(at + "```console\n".len());
        out.push_str(before);
        let end = session.find("```").expect("a session ends");
        for line in session[..end].lines().filter_map(|line| line.strip_prefix("$ dateline ")) {
            let args = shlex(line);
            let output = dateline().args(&args).env("COLUMNS", "100").output().unwrap();
            out.push_str(&format!("$ dateline {line}\n{}", String::from_utf8(output.stdout).unwrap()));
            run += 1;
        }
        rest = &session[end..];
    }
    out.push_str(rest);
    assert!(run >= 3, "the README shows {run} commands");
    matches_file(&path, &out);
}

/// Words of a command line; quotation marks hold words together.
fn shlex(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words
}
