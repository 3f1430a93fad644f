//! One promise held against many years: what counted, what was missed, what came back.

use super::SimulationError;
use super::draw::Failure;
use super::histogram::Histogram;
use super::run::{Judged, Place};
use crate::agreement::CreditScheme;
use crate::availability::CountingRule;
use crate::calendar::{IntervalSet, ServiceClock};
use crate::compliance::{
    Cause, ClockStart, ComplianceError, CountingTerms, Lane, Measurement, Outages, Periods,
    Pooling, Promise, Site, Span, count, counted_lanes, lanes, limit, served,
};
use crate::quantity::Percent;

/// What a missed line earns back in one period, in units of money as a floating-point number: a simulation states means, not
/// invoices. Which row of a table applies is decided exactly.
#[derive(Clone, Debug, PartialEq)]
pub struct CreditCurve {
    /// How it is reckoned; `None` = nothing is promised.
    pub scheme: Option<CreditScheme>,
    /// Most credit, as a share of the fee.
    pub cap: Option<Percent>,
    /// The fee of one period for what one line covers.
    pub fee: f64,
}

impl CreditCurve {
    /// No credit is promised.
    pub const NONE: Self = Self {
        scheme: None,
        cap: None,
        fee: 0.0,
    };

    fn amount(&self, target: Percent, service: u128, downtime: u128) -> f64 {
        let below = |bound| limit(bound, service).is_ok_and(|most| most < downtime);
        let share = |credit: Percent| f64::from(credit.millionths()) / 1e8;
        let highest = |credits: &mut dyn Iterator<Item = Percent>| credits.max().map_or(0.0, share);
        let uncapped = match &self.scheme {
            Some(CreditScheme::ByAvailability(tiers)) => {
                let due = tiers.iter().filter(|tier| below(tier.below));
                highest(&mut due.map(|tier| tier.credit))
            }
            Some(CreditScheme::ByDowntime(tiers)) => {
                let due = tiers
                    .iter()
                    .filter(|tier| u128::from(tier.at_least.get()) <= downtime);
                highest(&mut due.map(|tier| tier.credit))
            }
            Some(CreditScheme::FlatOnBreach(credit)) if below(target) => share(*credit),
            None | Some(CreditScheme::FlatOnBreach(_)) => 0.0,
            Some(CreditScheme::MultipleOfDowntime(hundredths)) => {
                #[allow(clippy::cast_precision_loss, reason = "a share of money in a mean")]
                let part = downtime as f64 / service.max(1) as f64;
                part * f64::from(*hundredths) / 100.0
            }
        };
        self.fee * self.cap.map_or(uncapped, |cap| uncapped.min(share(cap)))
    }
}

/// Sums over all years so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sums {
    pub downtime: Histogram,
    /// Lines and periods that missed the target.
    pub missed_lines: u64,
    pub missed_periods: u64,
    pub missed_years: u64,
    /// Opening time lost that the promise never counts, in seconds, over all locations.
    pub uncounted: u64,
    /// Counted downtime in lines that missed the target, and in those that met it.
    pub counted_missed: u128,
    pub counted_met: u128,
    pub credit: f64,
    pub credit_squared: f64,
}

/// A promise made ready, with its sums.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    promise: Promise,
    credit: Vec<CreditCurve>,
    pub periods: Periods,
    pub lanes: Vec<Lane>,
    kind: Kind,
    counts: Vec<ServiceClock>,
    /// Open and counted at once, for what is never counted; empty where everything is.
    both: Vec<ServiceClock>,
    /// The most downtime of a lane in a period that still meets the target, lane after lane; of the pool, period after period.
    limits: Vec<u128>,
    service: Vec<u128>,
    start: i64,
    pub sums: Sums,
    year: Year,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Each,
    Pooled,
    /// Looks at several locations at one instant.
    Joint,
}

/// What one year is worked out in; kept between years so that nothing is allocated.
#[derive(Clone, Debug, Default)]
struct Year {
    spans: Vec<Span>,
    down: Vec<u128>,
    touched: Vec<usize>,
    missed: Vec<usize>,
    outages: Outages,
    credit: f64,
}

impl Tally {
    pub fn new(judged: &Judged, places: &[Place]) -> Result<Self, SimulationError> {
        let Measurement::Periods(list) = &judged.promise.measurement else {
            return Err(SimulationError::Rolling);
        };
        let bounds = judged
            .promise
            .measurement
            .bounds()
            .ok_or(ComplianceError::NoPeriods)?;
        let sites: Vec<Site> = places.iter().map(|place| place.site.clone()).collect();
        let (lanes, pooling) = lanes(&judged.promise, &sites, bounds)?;
        let periods = Periods::new(list)?;
        let kind = match (judged.promise.counting, pooling) {
            (CountingRule::EachLocation, _) => Kind::Each,
            (_, Pooling::Together) => Kind::Pooled,
            (_, Pooling::Apart) => Kind::Joint,
        };
        let of_lane = |lane: &Lane| -> Vec<u128> {
            let weigh =
                |span: &Span| u128::from(lane.weight) * u128::from(served(lane, *span).get());
            periods.as_slice().iter().map(weigh).collect()
        };
        let by_lane: Vec<Vec<u128>> = lanes.iter().map(of_lane).collect();
        let service: Vec<u128> = if kind == Kind::Pooled {
            let sum = |at| by_lane.iter().filter_map(|lane| lane.get(at)).sum();
            (0..periods.len()).map(sum).collect()
        } else {
            by_lane.concat()
        };
        let limits = service
            .iter()
            .map(|service| limit(judged.promise.target, *service))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            credit: judged.credit.clone(),
            both: both(&judged.promise.terms, places, bounds),
            counts: sites.iter().map(|site| site.counts.clone()).collect(),
            year: Year {
                down: vec![0; periods.len()],
                ..Year::default()
            },
            start: bounds.start().unix(),
            promise: judged.promise.clone(),
            periods,
            lanes,
            kind,
            limits,
            service,
            sums: Sums::default(),
        })
    }

    /// Lines that get a verdict in each period.
    pub fn lines(&self) -> usize {
        if self.kind == Kind::Each {
            self.lanes.len()
        } else {
            1
        }
    }

    /// The least and the most downtime of a line in a period that still meets the target, in seconds.
    pub fn allowed(&self) -> (u64, u64) {
        let weights = self.weights();
        let seconds = |limit: Option<&u128>| {
            limit.map_or(0, |limit| {
                u64::try_from(limit / weights).unwrap_or(u64::MAX)
            })
        };
        (
            seconds(self.limits.iter().min()),
            seconds(self.limits.iter().max()),
        )
    }

    pub const fn promise(&self) -> &Promise {
        &self.promise
    }

    pub fn begin_year(&mut self) {
        self.year.missed.clear();
        self.year.credit = 0.0;
        self.year.outages.sites.clear();
        self.year.outages.shared.clear();
    }

    /// One location's outages of the year with those of what all share, and its opening time lost.
    #[inline]
    pub fn location(&mut self, at: usize, failures: &[Failure], lost: u64) {
        let span = spanned(self.start, self.promise.terms.clock_start);
        // Every drawn outage is a failure: a promise that excludes those counts none.
        let counted = if self.promise.terms.excluded.holds(Cause::Failure) {
            &[]
        } else {
            failures
        };
        let spans = &mut self.year.spans;
        spans.clear();
        spans.extend(
            counted
                .iter()
                .map(span)
                .filter(|span| span.start < span.end),
        );
        if !spans.is_sorted() {
            spans.sort_unstable();
        }
        let (Some(clock), terms) = (self.counts.get(at), &self.promise.terms) else {
            return;
        };
        if let Some(both) = self.both.get(at) {
            let mut seen = 0;
            let periods = &self.periods;
            count(terms, periods, both, spans.iter().copied(), |_, seconds| {
                seen += seconds;
            });
            self.sums.uncounted += lost.saturating_sub(seen);
        }
        let weight = self.lanes.get(at).map_or(1, |lane| u128::from(lane.weight));
        let (down, touched) = (&mut self.year.down, &mut self.year.touched);
        match self.kind {
            Kind::Joint => self.year.outages.sites.push(spans.clone()),
            Kind::Each | Kind::Pooled => {
                count(
                    terms,
                    &self.periods,
                    clock,
                    spans.iter().copied(),
                    |period, seconds| {
                        if let Some(sum) = down.get_mut(period) {
                            if *sum == 0 {
                                touched.push(period);
                            }
                            *sum += weight * u128::from(seconds);
                        }
                    },
                );
                if self.kind == Kind::Each {
                    self.judge(at);
                }
            }
        }
    }

    /// The year is over: what needs all locations is judged.
    pub fn end_year(&mut self, shared: &[Failure], sites: &[Site]) {
        if self.kind == Kind::Joint {
            let none = self.promise.terms.excluded.holds(Cause::Failure);
            let spans = shared
                .iter()
                .filter(|_| !none)
                .map(spanned(self.start, self.promise.terms.clock_start));
            self.year.outages.shared = spans.filter(|span| span.start < span.end).collect();
            self.year.outages.shared.sort_unstable();
            let joint: Option<IntervalSet> =
                counted_lanes(&self.promise, sites, &self.year.outages)
                    .into_iter()
                    .next();
            let (down, touched) = (&mut self.year.down, &mut self.year.touched);
            for interval in joint.iter().flat_map(IntervalSet::as_slice) {
                let span = Span {
                    start: interval.start().unix(),
                    end: interval.end().unix(),
                };
                self.periods.split(span, |period, part| {
                    if let Some(sum) = down.get_mut(period) {
                        if *sum == 0 {
                            touched.push(period);
                        }
                        *sum += u128::from((part.end - part.start).unsigned_abs());
                    }
                });
            }
        }
        if self.kind != Kind::Each {
            self.judge(0);
        }
        let missed = &mut self.year.missed;
        missed.sort_unstable();
        missed.dedup();
        self.sums.missed_periods += missed.len() as u64;
        self.sums.missed_years += u64::from(!missed.is_empty());
        self.sums.credit += self.year.credit;
        self.sums.credit_squared += self.year.credit * self.year.credit;
    }

    /// How many times a second of the pool weighs; 1 where each line stands for itself.
    fn weights(&self) -> u128 {
        match self.kind {
            Kind::Pooled => {
                let weigh = |lane: &Lane| u128::from(lane.weight);
                self.lanes.iter().map(weigh).sum::<u128>().max(1)
            }
            Kind::Each | Kind::Joint => 1,
        }
    }

    /// Whether the last year missed the target in some period.
    pub fn missed_last_year(&self) -> bool {
        !self.year.missed.is_empty()
    }

    /// Judges the periods of one line that lost anything, and clears them for the next.
    #[inline]
    fn judge(&mut self, line: usize) {
        let first = line * self.periods.len();
        let weights = self.weights();
        for period in self.year.touched.drain(..) {
            let Some(slot) = self.year.down.get_mut(period) else {
                continue;
            };
            let down = core::mem::take(slot);
            let cell = first + period;
            let (Some(limit), Some(service)) = (self.limits.get(cell), self.service.get(cell))
            else {
                continue;
            };
            let mean = if weights == 1 { down } else { down / weights };
            self.sums
                .downtime
                .add(u64::try_from(mean).unwrap_or(u64::MAX));
            if *limit < down {
                self.sums.missed_lines += 1;
                self.sums.counted_missed += down;
                self.year.missed.push(period);
            } else {
                self.sums.counted_met += down;
            }
            if let Some(credit) = self.credit.get(line)
                && credit.scheme.is_some()
            {
                self.year.credit += credit.amount(self.promise.target, *service, down);
            }
        }
    }
}

/// Where the downtime of an outage lies, from the fault or the report on.
fn spanned(start: i64, from: ClockStart) -> impl Fn(&Failure) -> Span {
    move |failure| Span {
        start: start
            + match from {
                ClockStart::Fault => failure.fault,
                ClockStart::Report => failure.reported,
            },
        end: start + failure.restored,
    }
}

/// When a location is open and its downtime counts; nothing where everything counts from the first second on.
fn both(
    terms: &CountingTerms,
    places: &[Place],
    bounds: crate::calendar::Interval,
) -> Vec<ServiceClock> {
    let everything = *terms == CountingTerms::default()
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
