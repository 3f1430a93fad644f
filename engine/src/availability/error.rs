use thiserror::Error;

use crate::quantity::{Count, Seconds};

/// Why a question about availability has no answer. Each kind has its own remedy.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AvailabilityError {
    /// Nothing was promised in the period, so that no share of it can be stated.
    #[error("the period has no service time; choose a longer one")]
    EmptyPeriod,
    /// More downtime than there was time.
    #[error("the downtime of {downtime} is longer than the period of {period}")]
    DowntimeExceedsPeriod {
        /// The downtime.
        downtime: Seconds,
        /// The period.
        period: Seconds,
    },
    /// Nobody is ever there.
    #[error("there are no opening hours; enter at least one")]
    NoOpeningHours,
    /// Open for longer than the period lasts.
    #[error("the opening hours of {opening} are longer than the period of {period}")]
    OpeningExceedsPeriod {
        /// The opening hours in the period.
        opening: Seconds,
        /// The period.
        period: Seconds,
    },
    /// There is nothing to average over.
    #[error("there are no locations; enter at least one")]
    NoLocations,
    /// There is nothing to weight by.
    #[error("there are no users; enter at least one")]
    NoUsers,
    /// More users at one location than in all.
    #[error("{here} users at one location are more than the {total} in all")]
    MoreUsersHereThanInAll {
        /// Users at the location.
        here: Count,
        /// Users at all locations.
        total: Count,
    },
    /// The result needs more than 128 bits.
    #[error("the numbers are too large")]
    TooLarge,
}
