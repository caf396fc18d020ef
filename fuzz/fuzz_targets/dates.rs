//! Any text gives spans in bounds, on character boundaries, not overlapping, and no panic.
//!
//! Run it with `cargo install cargo-fuzz`, then `cargo +nightly fuzz run dates` from the repository's root.
#![no_main]

use dateline::date::{AnchorAt, Scene, find};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let anchor = AnchorAt { from: 0, day: chrono::NaiveDate::from_ymd_opt(2021, 1, 21), scene: Scene::Same, later: 0 };
    let mut end = 0;
    for mention in find(text, &[anchor]).mentions {
        assert!(mention.span.start() >= end && mention.span.end() <= text.len());
        assert!(text.is_char_boundary(mention.span.start()) && text.is_char_boundary(mention.span.end()));
        let _ = (mention.value.timex(), mention.value.edtf());
        end = mention.span.end();
    }
});
