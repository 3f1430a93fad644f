//! The content linter: everything in `content/` is held to its README, and every failure is listed at once.
//!
//! Another folder than the repository's is linted by naming it in `CONTENT_DIR`.

#![allow(clippy::unwrap_used, clippy::panic)]

mod characters;
mod files;
mod languages;
mod limits;
mod phrases;
mod planted;
mod reading;
mod references;
mod spelling;
mod structure;

use files::{Content, Failures};

/// Every rule over the whole content.
fn lint(content: &Content) -> Vec<String> {
    let mut failures = Failures::default();
    content.report_missing(&mut failures);
    structure::check(content, &mut failures);
    references::check(content, &mut failures);
    limits::check(content, &mut failures);
    phrases::check(content, &mut failures);
    reading::check(content, &mut failures);
    spelling::check(content, &mut failures);
    characters::check(content, &mut failures);
    failures.into_lines()
}

#[test]
fn the_content_keeps_its_rules() {
    let failures = lint(&Content::load());
    assert!(
        failures.is_empty(),
        "{} failures in the content:\n{}",
        failures.len(),
        failures.join("\n")
    );
}

#[test]
fn the_engine_reads_the_content() {
    let pack = Content::load().pack().to_string();
    let catalogue =
        engine::rubric::Catalogue::parse(&pack).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(catalogue.protections().len(), 117);
}
