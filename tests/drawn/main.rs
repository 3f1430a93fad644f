//! What the parts of the screens and the main screens look like as HTML, kept as files to compare with: a change that
//! nobody meant is seen in the review. See CONTRIBUTING.md for accepting one that was meant.
#![allow(clippy::unwrap_used, clippy::panic)]

mod answers;
mod fields;
mod screens;
#[path = "../support/mod.rs"]
mod support;
mod values;

use support::pretty::pretty;

/// Hostile and awkward texts: markup, another direction, length.
const MARKUP: &str = "<b>Smile</b> & \"Co\"";
const RIGHT_TO_LEFT: &str = "עברית \u{202e}abc";

fn long() -> String {
    "a".repeat(300)
}

/// Compares with the kept file of that name; `of` is the attribute of the element that matters, nothing for all.
fn same(name: &str, html: &str, of: Option<(&str, &str)>) {
    let text = pretty(html, of);
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn every_kept_file_is_asked_for() {
    let cases = [
        include_str!("answers.rs"),
        include_str!("fields.rs"),
        include_str!("screens.rs"),
        include_str!("values.rs"),
    ];
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/drawn/snapshots");
    let mut left_over = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let file = file.unwrap().file_name().into_string().unwrap();
        let name = ["\"", file.trim_end_matches(".snap"), "\""].concat();
        if !cases.iter().any(|case| case.contains(&name)) {
            left_over.push(file);
        }
    }
    assert!(
        left_over.is_empty(),
        "no case asks for {left_over:?}: delete them"
    );
}
