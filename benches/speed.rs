//! Prints how fast dates are read by kind of text, how fast matters are built, and start-up. Figures, never assertions:
//! machines are noisy. `cargo bench`; compare commits by running it on each.

use dateline::date::{AnchorAt, find};
use std::process::{Command, Stdio};
use std::time::Instant;

const NEWS: &str = "The company said Wednesday that its third-quarter profit fell 12% from a year earlier, and that a hearing will be held on Feb. 6. Twitter declined comment on Jan. 21, 2021, after the suit was filed in a federal court by two plaintiffs who asked for damages.\n\n";
const FILING: &str = "On or about January 4, 2020, Defendant caused the materials to be removed. See Doe v. Roe, 12 F.3d 1998, 2001 (9th Cir. 2011); 47 U.S.C. § 230(c). Dkt. 69 at 3:12. SO ORDERED this 19th day of August, 2021.\n\n";
const NARRATIVE: &str = "In 1947 the general moved his command to the hills. On 15 February 1984 the army began its attack, and by 22 February it had taken the town, which it held until the end of the year while others fought on.\n\n";
const PLAIN: &str = "The quick brown fox jumps over the lazy dog while the other animals of the wood look on and wonder what it is that makes him run so far from his own place under the old oak tree.\n\n";

fn main() {
    let anchor = [AnchorAt { from: 0, day: chrono::NaiveDate::from_ymd_opt(2021, 1, 21), scene: false, weak: false }];
    for (name, text) in [("news", NEWS), ("filing", FILING), ("narrative", NARRATIVE), ("no dates", PLAIN)] {
        let long = text.repeat(4_000_000 / text.len());
        let mut best = f64::MAX;
        for _ in 0..5 {
            let started = Instant::now();
            let found = find(&long, &anchor).mentions.len();
            best = best.min(started.elapsed().as_secs_f64());
            assert!(found < usize::MAX);
        }
        println!("dates, {name:10} {:7.1} MB/s", long.len() as f64 / 1e6 / best);
    }
    let program = env!("CARGO_BIN_EXE_dateline");
    for (name, args) in
        [("start-up (--version)", vec!["--version"]), ("build cases/doe-v-twitter", vec!["build", "cases/doe-v-twitter", "-q"])]
    {
        let mut times: Vec<f64> = (0..15)
            .map(|_| {
                let started = Instant::now();
                let done = Command::new(program)
                    .args(&args)
                    .current_dir(env!("CARGO_MANIFEST_DIR"))
                    .stdout(Stdio::null())
                    .stderr(Stdio::null())
                    .status();
                assert!(done.is_ok());
                started.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        times.sort_by(f64::total_cmp);
        println!("{name:28} {:6.1} ms (median of 15)", times[7]);
    }
}
