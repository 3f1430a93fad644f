use thiserror::Error;

use crate::quantity::MoneyError;

/// Why a credit cannot be reckoned. Each kind has its own remedy.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CreditError {
    /// A credit for any miss, and nothing that could be missed.
    #[error("no target is stated that could be missed; enter one")]
    NoTarget,
    /// There is nothing to add up.
    #[error("there are no amounts; enter at least one")]
    NothingToAdd,
    /// Fees and locations do not match.
    #[error("there are fees for {fees} locations and results for {locations}; enter one for each")]
    WrongNumberOfLocations {
        /// Locations with a fee.
        fees: usize,
        /// Locations with a result.
        locations: usize,
    },
    /// The amounts do not go together or are too large.
    #[error(transparent)]
    Money(#[from] MoneyError),
}
