//! What the screens show: finished words and figures, so that pages compute nothing.

pub mod answer;
pub mod assess;
pub mod brand;
pub mod chain;
pub mod compare;
pub mod contact;
pub mod downtime;
pub mod figure;
pub mod learn;
pub mod library;
pub mod method;
pub mod present;
pub mod report;
pub mod response;
pub mod results;
pub mod schedule;
pub mod share;
pub mod shared;
pub mod shell;

use crate::words::{Words, fill};
use engine::scoring::Because;

/// Why the commitments decide an answer, as a sentence.
pub fn because(words: Words, because: &Because) -> String {
    let Some(pattern) = words.by_name(because.key) else {
        return String::new();
    };
    let names = ["a", "b", "c", "d"];
    let values: Vec<(&str, &str)> = names
        .into_iter()
        .zip(because.values.iter().map(String::as_str))
        .collect();
    fill(pattern, &values)
}
