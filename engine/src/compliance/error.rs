use thiserror::Error;

/// Why incidents cannot be held against a promise. Each kind has its own remedy.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ComplianceError {
    /// There is nothing that could be down.
    #[error("there are no locations; enter at least one")]
    NoLocations,
    /// Nothing is measured.
    #[error("there is no measurement period; enter at least one")]
    NoPeriods,
    /// Two measurement periods overlap, or stand in the wrong order.
    #[error("measurement period {number} begins before the one before it ends")]
    PeriodsOverlap {
        /// Which one, from 1.
        number: usize,
    },
    /// The promise weighs by users, and there are none.
    #[error("there are no users; enter at least one")]
    NoUsers,
    /// A period that moves along with time needs a length.
    #[error("the rolling period has no length; enter at least one second")]
    EmptyRollingPeriod,
    /// An incident names a location that is not there.
    #[error("incident {number} names location {location}, but there are {locations}")]
    UnknownLocation {
        /// Which incident, from 1.
        number: usize,
        /// The location that it names, from 1.
        location: usize,
        /// How many there are.
        locations: usize,
    },
    /// An incident is over before it has begun.
    #[error("incident {number} ends before it begins")]
    EndBeforeStart {
        /// Which incident, from 1.
        number: usize,
    },
    /// More locations, periods or users than numbers can hold.
    #[error("the numbers are too large")]
    TooLarge,
}
