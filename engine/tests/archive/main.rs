//! The saved file: round trips, refusals with their places, and its schema against both the writer and the reader.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    missing_docs
)]

mod content;
mod fixtures;
mod refusals;
mod schema;
mod schema_and_reader;

use chrono::NaiveDate;
use engine::archive::{Imported, export, import};

pub const FULL: &str = include_str!("../fixtures/v1-full.json");
pub const MINIMAL: &str = include_str!("../fixtures/v1-minimal.json");
pub const LIBRARY: &str = include_str!("../fixtures/v1-library.json");

pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()
}

pub fn opened(text: &str) -> Imported {
    import(text).unwrap_or_else(|error| panic!("{error}"))
}

/// The file that this program would write for a file that it has opened.
pub fn written_again(text: &str) -> String {
    export(&opened(text).client, "0.1.0", day())
}
