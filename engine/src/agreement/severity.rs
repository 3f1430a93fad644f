//! Severities and the clocks that run on them.

use super::Stated;
use crate::quantity::Seconds;

/// Where a severity stands among the usual three; a fourth is `Low`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SeverityLevel {
    /// A server, a whole location or a shared system is unusable.
    Critical,
    /// Several people or one essential function.
    High,
    /// Anything else.
    Normal,
    /// Questions and wishes.
    Low,
}

/// One severity with its promises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Severity {
    /// Where it stands.
    pub level: SeverityLevel,
    /// What the agreement calls it, such as "P1".
    pub name: String,
    /// What puts an incident here.
    pub definition: Stated<String>,
    /// Until somebody able to work on it has begun.
    pub response: Stated<TimePromise>,
    /// Until the service works again.
    pub resolution: Stated<TimePromise>,
    /// How often news is given while it is broken.
    pub update_every: Stated<Seconds>,
}

/// A limit and the clock it runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimePromise {
    /// How long at most.
    pub limit: TimeLimit,
    /// When the clock runs.
    pub clock: ClockBasis,
}

/// How long at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeLimit {
    /// So much time on the clock.
    Time(Seconds),
    /// By the end of the n-th business day after the report. At least one.
    BusinessDays(u32),
}

/// When a clock runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockBasis {
    /// All the time.
    AroundTheClock,
    /// In the provider's support hours.
    SupportHours,
    /// In the location's opening hours.
    OpeningHours,
}
