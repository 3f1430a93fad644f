//! The downtime calculator.

use super::{Effect, Model};

/// A change of an input.
#[derive(Clone, Debug, PartialEq)]
pub enum LabEvent {}

/// The inputs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lab;

impl Model {
    pub(super) fn lab(&mut self, event: LabEvent) -> Vec<Effect> {
        match event {}
    }
}
