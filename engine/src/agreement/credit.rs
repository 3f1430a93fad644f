//! Service credits.

use super::Stated;
use crate::quantity::{Percent, Seconds};

/// What falls due when a level is missed, and on what conditions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credits {
    /// How a credit is reckoned.
    pub scheme: Stated<CreditScheme>,
    /// Most credit per measurement period, as a share of that period's fee.
    pub cap: Stated<Percent>,
    /// How a credit is claimed.
    pub claim: Stated<Claim>,
    /// Whether credits are the only remedy.
    pub sole_remedy: Stated<bool>,
    /// Misses within twelve months after which the customer may leave.
    pub leave_after_misses: Stated<u32>,
}

/// How a credit is reckoned. Percentages are of the period's fee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CreditScheme {
    /// The highest credit whose bound the availability is strictly below.
    ByAvailability(Vec<AvailabilityTier>),
    /// The highest credit whose downtime is reached.
    ByDowntime(Vec<DowntimeTier>),
    /// One credit for any miss.
    FlatOnBreach(Percent),
    /// Downtime / period × multiple × fee; the multiple in hundredths (1000 = tenfold).
    MultipleOfDowntime(u32),
}

/// One row of a table by availability.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AvailabilityTier {
    /// Availability strictly below this earns the credit.
    pub below: Percent,
    /// Where the row ends, if the agreement prints an end: a table may leave gaps.
    pub down_to: Option<Percent>,
    /// The credit.
    pub credit: Percent,
}

/// One row of a table by downtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DowntimeTier {
    /// Downtime of at least this earns the credit.
    pub at_least: Seconds,
    /// The credit.
    pub credit: Percent,
}

/// How a credit is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// It comes by itself.
    Automatic,
    /// It has to be asked for within so many days after the period's end.
    WithinDays(u32),
    /// It has to be asked for; no deadline is stated.
    OnRequest,
}
