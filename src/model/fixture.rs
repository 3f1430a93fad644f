//! Models for the tests beside the code.
#![allow(clippy::unwrap_used)]

use super::{Model, Start};
use engine::calendar::parse_day;

/// A model before its first event, at an address, on a day written as in a file.
///
/// # Panics
/// That is no day.
pub fn blank(address: &str, today: &str) -> Model {
    Model::new(Start {
        today: parse_day(today).unwrap(),
        seed: 7,
        address: address.to_owned(),
        version: "test".to_owned(),
        ..Start::default()
    })
}
