use thiserror::Error;

use crate::compliance::ComplianceError;

/// Why a scenario cannot be simulated. Each kind has its own remedy.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum SimulationError {
    /// A rate, a mean or a shape is negative, not a number, or too large.
    #[error("{what} is {value}, which is not possible; enter {remedy}")]
    Impossible {
        /// What it is.
        what: &'static str,
        /// The value.
        value: f64,
        /// What would be possible.
        remedy: &'static str,
    },
    /// Repair times are to be taken from a log, and there are none in it.
    #[error("there are no repair times to draw from; enter at least one")]
    NoRepairTimes,
    /// The promise cannot be evaluated.
    #[error(transparent)]
    Compliance(#[from] ComplianceError),
    /// A period that moves along is not simulated.
    #[error("a rolling period cannot be simulated; choose one of the calendar or of fixed length")]
    Rolling,
    /// There is no promise to hold the years against.
    #[error("there is no promise; enter at least one")]
    NoPromise,
}
