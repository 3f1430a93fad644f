//! What is known about the organization, as far as it decides which protections concern it.

use std::num::NonZeroU32;

use crate::rubric::Applies;

/// An answer that need not be given.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Tri {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// Nobody has said.
    #[default]
    NotSaid,
}

/// Whether more locations are planned.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Growth {
    /// No more locations are planned, as far as anybody has said.
    #[default]
    NotPlanned,
    /// More locations are planned.
    Planned,
}

/// What is known about the organization.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Circumstances {
    /// How many locations there are; `None`: not said, treated as many.
    pub locations: Option<NonZeroU32>,
    /// Whether more are planned.
    pub growth: Growth,
    /// Whether the provider can reach patient data.
    pub reaches_patient_data: Tri,
}

/// Why a protection does not count.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Leave {
    /// There is one location, and no more are planned.
    OneLocation,
    /// The provider cannot reach patient data.
    NoPatientData,
    /// Nobody has said whether the provider can reach patient data: the protection waits outside the score, and
    /// [`super::Prompt::PatientData`] asks.
    PatientDataNotSaid,
    /// Taken out by hand.
    ByHand {
        /// Why; the report lists it.
        reason: String,
    },
}

impl Circumstances {
    /// Whether there are several locations, or will be, or may be.
    pub fn several_locations(self) -> bool {
        self.growth == Growth::Planned || self.locations.is_none_or(|locations| locations.get() > 1)
    }

    /// Why protections of that kind do not count here; `None` where they count.
    pub(super) fn leave(self, applies: Applies) -> Option<Leave> {
        match applies {
            Applies::All => None,
            Applies::Multi if self.several_locations() => None,
            Applies::Multi => Some(Leave::OneLocation),
            Applies::Health => match self.reaches_patient_data {
                Tri::Yes => None,
                Tri::No => Some(Leave::NoPatientData),
                Tri::NotSaid => Some(Leave::PatientDataNotSaid),
            },
        }
    }
}
