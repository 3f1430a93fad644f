//! The promises of one agreement, as types that cannot hold nonsense.
//!
//! Nothing here judges: a credit table with a gap, or a notice longer than the term, can be written down, because
//! real contracts contain them. Judging is the work of `lint` and `scoring`.

mod answers;
mod availability;
mod credit;
mod hours;
mod location;
mod severity;
mod stated;
mod support;
mod term;

pub use crate::scoring::{Because, Derived as DerivedAnswer, Tri};
pub use answers::derived_answers;
pub use availability::{
    Coverage, Maintenance, MaintenanceHours, PromisePeriod, Remedy, Service, ServiceKind,
    ServiceWindow,
};
pub use credit::{AvailabilityTier, Claim, CreditScheme, Credits, DowntimeTier};
pub use hours::hours_per_incident;
pub use location::{Location, LocationProfile, Locations, Organization};
pub use severity::{ClockBasis, Severity, SeverityLevel, TimeLimit, TimePromise};
pub use stated::Stated;
pub use support::{OutOfHours, Support};
pub use term::{Charge, ChargeBasis, Fees, Notice, Renewal, Term, TermDates};

/// One agreement with a provider: who, what is promised, and on what terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// What the organization calls it, such as "Managed services agreement 2026".
    pub name: String,
    /// The provider's name.
    pub provider: String,
    /// The contracted services, each with its level.
    pub services: Vec<Service>,
    /// The severities, most severe first.
    pub severities: Vec<Severity>,
    /// When people can be reached.
    pub support: Support,
    /// What falls due when a level is missed.
    pub credits: Credits,
    /// Start, length, renewal and notice.
    pub term: Term,
    /// What it costs.
    pub fees: Fees,
}
