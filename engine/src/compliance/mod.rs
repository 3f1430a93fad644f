//! The one evaluation path: incidents × promise × locations → what counted, period by period, and whether the promise was
//! kept. The downtime picture, the worst outage that still complies, and every simulated year go through it.

mod count;
mod error;
mod incident;
mod periods;
mod promise;
mod report;
mod rolling;
mod terms;
mod waterfall;
mod worst;

#[cfg(test)]
pub(crate) mod fixtures;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod worked_examples;

pub(crate) use count::{Lane, Outages, Pooling, count, counted_lanes, lanes, limit, served};
pub use error::ComplianceError;
pub use incident::{Cause, CauseSet, Incident, Scope};
pub(crate) use periods::Periods;
pub(crate) use promise::instant;
pub use promise::{Measurement, Promise, Site};
pub use report::{Line, LineOf, PeriodReport, Report, SiteReport, evaluate};
pub use rolling::RollingReport;
pub(crate) use terms::Span;
pub use terms::{ClockStart, CountingTerms, Sampling};
pub use waterfall::{Step, Thinning, WorstWeek, waterfall};
pub use worst::{
    ProvenOutage, Reach, WorstCase, WorstOutage, longest_outage, most_opening_hours_lost,
};
