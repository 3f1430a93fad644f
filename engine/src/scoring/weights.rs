//! The weights in force.

use std::collections::BTreeMap;

use crate::assessment::ProtectionId;
use crate::rubric::{Catalogue, Protection, Weight};

/// The weights in force: the catalogue's, or a person's own set.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub enum Weights {
    /// The catalogue's weights.
    #[default]
    Standard,
    /// A changed set. Wherever a score with it is shown, its name and the standard score stand beside.
    Changed {
        /// What the person calls it.
        name: String,
        /// The protections whose weight differs from the standard; any other keeps its own.
        weights: BTreeMap<ProtectionId, Weight>,
    },
}

impl Weights {
    /// The weight in force for a protection.
    pub fn of(&self, protection: &Protection) -> Weight {
        match self {
            Self::Standard => protection.weight,
            Self::Changed { weights, .. } => weights
                .get(&protection.id)
                .copied()
                .unwrap_or(protection.weight),
        }
    }

    /// Whether a weight in force differs from the catalogue's. A changed set that changes nothing is standard.
    pub fn differ(&self, catalogue: &Catalogue) -> bool {
        let mut protections = catalogue.protections().iter();
        protections.any(|protection| self.of(protection) != protection.weight)
    }
}
