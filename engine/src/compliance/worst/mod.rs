//! The worst single outage that a promise still lets pass: found from what is allowed, proved by the evaluation path.

mod budget;
mod search;
#[cfg(test)]
mod tests;

use self::search::Search;
use super::terms::Span;
use super::{ComplianceError, Incident, Promise, Site};
use crate::calendar::{Interval, ServiceClock};
use crate::quantity::Seconds;

/// What the worst outage is asked for.
#[derive(Clone, Copy, Debug)]
pub struct WorstCase<'a> {
    /// The promise.
    pub promise: &'a Promise,
    /// Its locations.
    pub sites: &'a [Site],
    /// The location that is struck, alone, by position from 0.
    pub location: usize,
    /// How long after the fault somebody reports it: an assumption, used where the clock starts with the report.
    pub report_delay: Seconds,
    /// Planned maintenance that does not count and may stand right before the outage; used where the promise excludes it.
    pub planned: Seconds,
    /// Hours that planned maintenance has to keep out of; `None` = it may be at any time.
    pub planned_outside: Option<&'a ServiceClock>,
}

/// The worst outage that complies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorstOutage {
    /// There is none: an outage of any length complies.
    Unbounded,
    /// This one.
    Bounded(ProvenOutage),
}

/// An outage with the log that proves it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProvenOutage {
    /// From the beginning of the planned work before it, if any, to its end.
    pub down: Interval,
    /// The incidents that it consists of.
    pub log: Vec<Incident>,
}

impl ProvenOutage {
    /// How long it lasts by the wall clock.
    pub fn length(&self) -> Seconds {
        self.down.length()
    }
}

/// Where an outage may lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Within one measurement period.
    OnePeriod,
    /// Across the end of one period, using up what is left of it and what the next allows.
    AcrossBoundary,
}

/// The longest outage of one location that keeps the promise, if nothing else goes wrong. Of several equally long ones the
/// earliest; without any boundary, or where it is shorter, what fits into one period.
///
/// # Errors
///
/// As [`evaluate`](super::evaluate).
pub fn longest_outage(case: &WorstCase, reach: Reach) -> Result<WorstOutage, ComplianceError> {
    let search = Search::new(case)?;
    let mut candidates = search.candidates(reach);
    if reach == Reach::OnePeriod {
        // Planned work that keeps out of some hours ends where they begin, or has just found its whole length after them.
        let ends = search
            .quiet
            .iter()
            .flat_map(|run| [run.start, run.end + search.planned]);
        candidates.extend(ends.filter_map(|end| search.beginning(end)).map(Some));
    }
    let length = |span: Span| span.end - search.begin(span);
    Ok(search.choose(candidates, length))
}

/// The outage of one location within one period that costs it the most of its opening hours.
///
/// # Errors
///
/// As [`evaluate`](super::evaluate).
pub fn most_opening_hours_lost(
    case: &WorstCase,
    opening: &ServiceClock,
    reach: Reach,
) -> Result<WorstOutage, ComplianceError> {
    let search = Search::new(case)?;
    let mut candidates = search.candidates(reach);
    // The best of equal counted length begins when a location opens, or ends when it closes.
    for run in opening.runs_between(search.bounds) {
        let (start, end) = (run.start().unix(), run.end().unix());
        let both = [search.beginning(start), search.ending(end)];
        candidates.extend(both.into_iter().flatten().map(Some));
    }
    let lost = |span: Span| opening.seconds(search.begin(span), span.end);
    Ok(search.choose(candidates, lost))
}
