use super::{ClockHours, Due, PromiseClock};
use crate::agreement::{TimeLimit, TimePromise};
use crate::calendar::{Instant, Interval, IntervalSet};
use crate::quantity::Seconds;

/// From when a resolution limit counts. Where an agreement is silent, the two readings differ by the response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ResolutionFrom {
    /// From the report.
    Report,
    /// From the response.
    Response,
}

/// A limit and the hours in which its clock runs.
#[derive(Clone, Copy, Debug)]
pub struct Promise<'a> {
    /// How long at most.
    pub limit: TimeLimit,
    /// The hours in which the clock runs.
    pub hours: ClockHours<'a>,
}

impl<'a> Promise<'a> {
    /// A promise of an agreement in the hours of one location; `None` if the hours of its clock are not known.
    pub fn of(promise: TimePromise, hours: &super::BasisHours<'a>) -> Option<Self> {
        let limit = promise.limit;
        hours.of(promise.clock).map(|hours| Self { limit, hours })
    }
}

/// One incident at one location, with what is promised for its severity.
#[derive(Clone, Copy, Debug)]
pub struct Incident<'a> {
    /// When it was reported.
    pub reported: Instant,
    /// Until somebody has begun, if that is promised.
    pub response: Option<Promise<'a>>,
    /// Until it works again, if that is promised.
    pub resolution: Option<Promise<'a>>,
    /// From when the resolution counts.
    pub resolution_from: ResolutionFrom,
    /// The times on hold, for both clocks.
    pub pauses: &'a IntervalSet,
    /// When the location is open.
    pub opening: ClockHours<'a>,
}

/// What falls when: each promise from its start until it is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// When it was reported.
    pub reported: Instant,
    /// The response, if one is promised.
    pub response: Option<Stage>,
    /// The resolution, if one is promised. One that counts from the response begins when the response is due.
    pub resolution: Option<Stage>,
}

/// One promise from the start of its clock until it is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// When the clock starts; `None` if it counts from a response that never has to come.
    pub starts: Option<Instant>,
    /// When the promise is due.
    pub due: Due,
    /// The stretches between start and due in which the clock runs; none where it is never due.
    pub runs: IntervalSet,
    /// The stretches between start and due in which it stands still.
    pub stands: IntervalSet,
    /// The time by the wall from the report until due; `None` without end.
    pub elapsed: Option<Seconds>,
    /// The location's opening hours from the report until due; `None` without end.
    pub opening_lost: Option<Seconds>,
}

impl<'a> Incident<'a> {
    /// When each promise is due, and what happens until then.
    pub fn timeline(&self) -> Timeline {
        let response = self
            .response
            .map(|promise| self.stage(&promise, Some(self.reported)));
        let starts = match self.resolution_from {
            ResolutionFrom::Report => Some(self.reported),
            ResolutionFrom::Response => response.as_ref().and_then(|stage| stage.due.instant()),
        };
        let resolution = self.resolution.map(|promise| self.stage(&promise, starts));
        Timeline {
            reported: self.reported,
            response,
            resolution,
        }
    }

    /// The clock of a promise, started at an instant.
    pub(super) fn clock(&self, promise: &Promise<'a>, start: Instant) -> PromiseClock<'a> {
        PromiseClock {
            start,
            hours: promise.hours,
            pauses: self.pauses,
        }
    }

    /// The time by the wall from the report to an instant.
    pub(super) fn elapsed(&self, until: Instant) -> Seconds {
        until.since(self.reported).unwrap_or_default()
    }

    /// The location's opening hours from the report to an instant. A ticket on hold opens no doors: pauses do not matter.
    pub(super) fn opening_lost(&self, until: Instant) -> Seconds {
        let doors = PromiseClock {
            start: self.reported,
            hours: self.opening,
            pauses: &IntervalSet::default(),
        };
        doors.at(until)
    }

    fn stage(&self, promise: &Promise<'a>, starts: Option<Instant>) -> Stage {
        let clock = starts.map(|start| self.clock(promise, start));
        let due = clock.map_or(Due::Never, |clock| clock.due(promise.limit));
        let (runs, stands) = match (clock, due) {
            (Some(clock), Due::At(due)) => runs_and_stands(&clock, due),
            _ => (IntervalSet::default(), IntervalSet::default()),
        };
        Stage {
            starts,
            due,
            runs,
            stands,
            elapsed: due.instant().map(|due| self.elapsed(due)),
            opening_lost: due.instant().map(|due| self.opening_lost(due)),
        }
    }
}

fn runs_and_stands(clock: &PromiseClock<'_>, due: Instant) -> (IntervalSet, IntervalSet) {
    let runs = clock.runs_until(due);
    let whole = Interval::new(clock.start, due).map_or_else(|_| IntervalSet::default(), Into::into);
    let stands = whole.difference(&runs);
    (runs, stands)
}
