//! Commitments as a form.

use super::{Effect, Model};

/// A change of a commitment.
#[derive(Clone, Debug, PartialEq)]
pub enum FormEvent {}

/// Commitments being typed that are not valid yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drafts;

impl Drafts {
    /// Forgets all.
    pub fn clear(&mut self) {}
}

/// A field as it is shown.
pub struct Field {
    /// Unique on the page.
    pub id: String,
}

/// The fields that decide what applies.
pub fn essentials(_model: &Model) -> Vec<Field> {
    Vec::new()
}

impl Model {
    pub(super) fn form(&mut self, event: FormEvent) -> Vec<Effect> {
        match event {}
    }
}
