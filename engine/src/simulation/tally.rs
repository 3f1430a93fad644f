//! One promise held against many years: what counted, was it where, in which period.

use super::SimulationError;
use super::book::{Book, Sums};
use super::draw::Failure;
use super::run::{Judged, Place};
use crate::availability::CountingRule;
use crate::calendar::{Interval, IntervalSet, ServiceClock};
use crate::compliance::{
    Cause, ClockStart, ComplianceError, CountingTerms, Lane, Measurement, Outages, Periods,
    Pooling, Promise, Site, Span, count, counted_lanes, lanes, served,
};

/// A promise made ready, with its verdicts.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    promise: Promise,
    counts: Vec<ServiceClock>,
    /// Open and counted at once, for what is never counted; empty where everything is.
    both: Vec<ServiceClock>,
    start: i64,
    spans: Vec<Span>,
    counting: Counting,
}

/// Where counted downtime goes.
#[derive(Clone, Debug)]
struct Counting {
    periods: Periods,
    lanes: Vec<Lane>,
    kind: Kind,
    book: Book,
    /// Of this year, by period, for a line that several locations make together.
    down: Vec<u64>,
    /// Of this year, for rules that look at several locations at one instant.
    outages: Outages,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Each,
    Pooled,
    /// Looks at several locations at one instant.
    Joint,
}

impl Tally {
    pub fn new(judged: &Judged, places: &[Place]) -> Result<Self, SimulationError> {
        let promise = &judged.promise;
        let Measurement::Periods(list) = &promise.measurement else {
            return Err(SimulationError::Rolling);
        };
        let bounds = promise
            .measurement
            .bounds()
            .ok_or(ComplianceError::NoPeriods)?;
        let sites: Vec<Site> = places.iter().map(|place| place.site.clone()).collect();
        let (lanes, pooling) = lanes(promise, &sites, bounds)?;
        let periods = Periods::new(list)?;
        let kind = match (promise.counting, pooling) {
            (CountingRule::EachLocation, _) => Kind::Each,
            (_, Pooling::Together) => Kind::Pooled,
            (_, Pooling::Apart) => Kind::Joint,
        };
        let all = fitting_weights(&lanes, bounds)?;
        let weights = if kind == Kind::Pooled { all.max(1) } else { 1 };
        let service = service(&lanes, &periods, kind == Kind::Pooled);
        let book = Book::new(
            promise.target,
            &judged.credit,
            &service,
            periods.len(),
            weights,
        )?;
        Ok(Self {
            both: both(&promise.terms, places, bounds),
            counts: sites.into_iter().map(|site| site.counts).collect(),
            start: bounds.start().unix(),
            spans: Vec::new(),
            promise: promise.clone(),
            counting: Counting {
                down: vec![0; periods.len()],
                outages: Outages::default(),
                periods,
                lanes,
                kind,
                book,
            },
        })
    }

    /// Lines that get a verdict in each period.
    pub fn lines(&self) -> usize {
        if self.counting.kind == Kind::Each {
            self.counting.lanes.len()
        } else {
            1
        }
    }

    pub const fn periods(&self) -> &Periods {
        &self.counting.periods
    }

    /// The least and the most downtime of a line in a period that still meets the target, in seconds.
    pub fn allowed(&self) -> (u64, u64) {
        self.counting.book.allowed()
    }

    pub const fn promise(&self) -> &Promise {
        &self.promise
    }

    pub const fn sums(&self) -> &Sums {
        &self.counting.book.sums
    }

    /// Whether the last year missed the target in some period.
    pub const fn missed_last_year(&self) -> bool {
        self.counting.book.missed_last_year()
    }

    pub fn begin_year(&mut self) {
        let counting = &mut self.counting;
        counting.book.begin_year();
        counting.outages.sites.clear();
        counting.outages.shared.clear();
    }

    /// One location's outages of the year with those of what all share, in order of their faults, and its opening time lost.
    #[inline]
    pub fn location(&mut self, at: usize, failures: &[Failure], lost: u64) {
        if self.both.is_empty() {
            // By far the commonest promise has a loop of its own, from which all that its terms never ask is gone.
            let (terms, clock) = (&CountingTerms::EVERYTHING, &ServiceClock::always());
            let spans = spans(failures, self.start, ClockStart::Fault);
            self.counting.location(at, terms, clock, spans);
        } else {
            self.worded(at, failures, lost);
        }
    }

    fn worded(&mut self, at: usize, failures: &[Failure], lost: u64) {
        let (terms, counting) = (&self.promise.terms, &mut self.counting);
        let (Some(clock), Some(both)) = (self.counts.get(at), self.both.get(at)) else {
            return;
        };
        let drawn = &mut self.spans;
        drawn.clear();
        // Every drawn outage is a failure: a promise that excludes those counts none.
        if !terms.excluded.holds(Cause::Failure) {
            drawn.extend(spans(failures, self.start, terms.clock_start));
        }
        if !drawn.is_sorted() {
            drawn.sort_unstable();
        }
        let spans = || drawn.iter().copied();
        let mut seen = 0;
        count(terms, &counting.periods, both, spans(), |_, seconds| {
            seen += seconds;
        });
        counting.book.sums.uncounted += lost.saturating_sub(seen);
        counting.location(at, terms, clock, spans());
    }

    /// The year is over: what needs all locations is judged.
    pub fn end_year(&mut self, shared: &[Failure], sites: &[Site]) {
        let counting = &mut self.counting;
        if counting.kind == Kind::Joint {
            if !self.promise.terms.excluded.holds(Cause::Failure) {
                let from = self.promise.terms.clock_start;
                let shared = spans(shared, self.start, from);
                counting.outages.shared.extend(shared);
                counting.outages.shared.sort_unstable();
            }
            counting.joint(&self.promise, sites);
        }
        counting.end_year();
    }
}

impl Counting {
    #[inline]
    fn location(
        &mut self,
        at: usize,
        terms: &CountingTerms,
        clock: &ServiceClock,
        spans: impl Iterator<Item = Span>,
    ) {
        match self.kind {
            Kind::Joint => self.outages.sites.push(spans.collect()),
            Kind::Each => {
                let (book, mut open, mut down) = (&mut self.book, 0, 0);
                // What counts comes in order, so that a period is over when the next one begins.
                count(terms, &self.periods, clock, spans, |period, seconds| {
                    if period != open {
                        if down > 0 {
                            book.judge(at, open, down);
                        }
                        (open, down) = (period, 0);
                    }
                    down += seconds;
                });
                if down > 0 {
                    book.judge(at, open, down);
                }
            }
            Kind::Pooled => {
                let weight = self.lanes.get(at).map_or(1, |lane| lane.weight);
                let sums = &mut self.down;
                count(terms, &self.periods, clock, spans, |period, seconds| {
                    if let Some(sum) = sums.get_mut(period) {
                        *sum += weight * seconds;
                    }
                });
            }
        }
    }

    /// What several locations lost at one instant.
    fn joint(&mut self, promise: &Promise, sites: &[Site]) {
        let lanes = counted_lanes(promise, sites, &self.outages);
        let down = &mut self.down;
        for interval in lanes.first().map_or(&[][..], IntervalSet::as_slice) {
            let span = Span {
                start: interval.start().unix(),
                end: interval.end().unix(),
            };
            self.periods.split(span, |period, part| {
                if let Some(sum) = down.get_mut(period) {
                    *sum += (part.end - part.start).unsigned_abs();
                }
            });
        }
    }

    fn end_year(&mut self) {
        if self.kind != Kind::Each {
            for (period, down) in self.down.iter_mut().enumerate() {
                let down = core::mem::take(down);
                if down > 0 {
                    self.book.judge(0, period, down);
                }
            }
        }
        self.book.end_year();
    }
}

/// Where the downtime of outages lies, from the fault or the report on.
#[inline]
fn spans(failures: &[Failure], start: i64, from: ClockStart) -> impl Iterator<Item = Span> + '_ {
    let span = move |failure: &Failure| Span {
        start: start
            + match from {
                ClockStart::Fault => failure.fault,
                ClockStart::Report => failure.reported,
            },
        end: start + failure.restored,
    };
    failures
        .iter()
        .map(span)
        .filter(|span| span.start < span.end)
}

/// The weights of all lanes together, if a whole year of them fits into 64 bits of weighted seconds: then so does whatever is
/// summed up within a year.
fn fitting_weights(lanes: &[Lane], bounds: Interval) -> Result<u64, ComplianceError> {
    let all: u128 = lanes.iter().map(|lane| u128::from(lane.weight)).sum();
    let length = (bounds.end().unix() - bounds.start().unix()).unsigned_abs();
    let fits = all
        .checked_mul(u128::from(length))
        .is_some_and(|seconds| u64::try_from(seconds).is_ok());
    let all = u64::try_from(all).ok().filter(|_| fits);
    all.ok_or(ComplianceError::TooLarge)
}

/// The weighted service time of each line in each period, line after line; of the pool, period after period.
fn service(lanes: &[Lane], periods: &Periods, pooled: bool) -> Vec<u64> {
    let of_lane = |lane: &Lane| -> Vec<u64> {
        let weigh = |span: &Span| lane.weight * served(lane, *span).get();
        periods.as_slice().iter().map(weigh).collect()
    };
    let by_lane: Vec<Vec<u64>> = lanes.iter().map(of_lane).collect();
    if pooled {
        let sum = |at| by_lane.iter().filter_map(|lane| lane.get(at)).sum();
        (0..periods.len()).map(sum).collect()
    } else {
        by_lane.concat()
    }
}

/// When a location is open and its downtime counts; nothing where everything counts from the first second on.
fn both(terms: &CountingTerms, places: &[Place], bounds: Interval) -> Vec<ServiceClock> {
    let everything = *terms == CountingTerms::EVERYTHING
        && places.iter().all(|place| place.site.counts.is_always());
    if everything {
        return Vec::new();
    }
    let set = |clock: &ServiceClock| {
        clock
            .runs_between(bounds)
            .into_iter()
            .collect::<IntervalSet>()
    };
    places
        .iter()
        .map(|place| {
            ServiceClock::inside(&set(&place.site.counts).intersection(&set(&place.opening)))
        })
        .collect()
}
