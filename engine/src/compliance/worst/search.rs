//! Where the worst outage lies: it begins or ends where the clock does, and spends what is allowed in between.

use super::budget::{allowed, least_of_rolling};
use super::{ProvenOutage, Reach, WorstCase, WorstOutage};
use crate::calendar::{Instant, Interval, ServiceClock};
use crate::compliance::count::lanes;
use crate::compliance::promise::instant;
use crate::compliance::terms::Span;
use crate::compliance::{
    Cause, ClockStart, ComplianceError, Incident, Measurement, Sampling, Scope,
};
use crate::quantity::Seconds;

/// Where downtime of the struck location may be spent.
pub(super) struct Search<'a> {
    case: &'a WorstCase<'a>,
    clock: &'a ServiceClock,
    pub bounds: Interval,
    /// The periods, and the seconds that the location may lose in each; `None` without limit.
    budgets: Vec<(Span, Option<i64>)>,
    /// How long an outage lasts before its first second counts.
    before: i64,
    /// The report's part of it, which comes before the outage is measured against the shortest that counts.
    delay: i64,
    pub planned: i64,
    /// The stretches that planned work has to keep out of.
    pub quiet: Vec<Span>,
}

/// An outage, or the finding that there is no end to it.
pub(super) type Found = Option<Span>;

impl<'a> Search<'a> {
    pub fn new(case: &'a WorstCase<'a>) -> Result<Self, ComplianceError> {
        let site = case
            .sites
            .get(case.location)
            .ok_or(ComplianceError::NoLocations)?;
        let bounds = case
            .promise
            .measurement
            .bounds()
            .ok_or(ComplianceError::NoPeriods)?;
        let (lanes, pooling) = lanes(case.promise, case.sites, bounds)?;
        let budget = |span: Span| allowed(case, &lanes, pooling, span);
        let mut budgets = match &case.promise.measurement {
            Measurement::Periods(periods) => periods
                .iter()
                .map(|period| {
                    let span = Span {
                        start: period.start().unix(),
                        end: period.end().unix(),
                    };
                    Ok((span, budget(span)?))
                })
                .collect::<Result<Vec<_>, ComplianceError>>()?,
            Measurement::Rolling { length, within } => {
                vec![(
                    Span {
                        start: within.start().unix(),
                        end: within.end().unix(),
                    },
                    least_of_rolling(case, &lanes, pooling, *length, *within)?,
                )]
            }
        };
        let terms = &case.promise.terms;
        let unlimited = terms.excluded.holds(Cause::Failure);
        let whole =
            |seconds: Seconds| i64::try_from(seconds.get()).map_err(|_| ComplianceError::TooLarge);
        let delay = match terms.clock_start {
            ClockStart::Fault => 0,
            ClockStart::Report => whole(case.report_delay)?,
        };
        if unlimited {
            for (_, budget) in &mut budgets {
                *budget = None;
            }
        }
        let excluded = terms.excluded.holds(Cause::PlannedMaintenance);
        let span = |run: &Interval| Span {
            start: run.start().unix(),
            end: run.end().unix(),
        };
        let planned = if excluded { whole(case.planned)? } else { 0 };
        // Planned work before the first period has to keep out of hours too.
        let looked_at = Interval::new(instant(bounds.start().unix() - planned), bounds.end());
        let quiet = case.planned_outside.zip(looked_at.ok());
        let quiet = quiet.map_or_else(Vec::new, |(clock, range)| {
            clock.runs_between(range).iter().map(span).collect()
        });
        Ok(Self {
            case,
            quiet,
            clock: &site.counts,
            bounds,
            budgets,
            before: delay + whole(terms.grace)?,
            delay,
            planned,
        })
    }

    pub fn candidates(&self, reach: Reach) -> Vec<Found> {
        match reach {
            Reach::OnePeriod => (0..self.budgets.len())
                .flat_map(|at| self.inside(at))
                .collect(),
            Reach::AcrossBoundary => (1..self.budgets.len()).map(|at| self.across(at)).collect(),
        }
    }

    /// The longest outages within one period: each begins where the clock stops or the period begins, or ends where the clock
    /// starts again or the period ends.
    fn inside(&self, at: usize) -> Vec<Found> {
        let Some((period, budget)) = self.budgets.get(at) else {
            return Vec::new();
        };
        let Ok(bounds) = Interval::new(instant(period.start), instant(period.end)) else {
            return Vec::new();
        };
        let Some(budget) = budget else {
            return vec![None];
        };
        let counts = self.clock.seconds(period.start, period.end);
        if counts <= *budget
            && self
                .budgets
                .iter()
                .all(|(span, most)| self.covers(*span, *most))
        {
            return vec![None];
        }
        // What is seen in steps can begin and end at the step on either side.
        let step = self.step() - 1;
        let mut found = Vec::new();
        let mut from = |at: i64| {
            found
                .extend([at - step, at, at + step].map(|at| Some(self.from(*period, *budget, at))));
        };
        from(period.start + self.before);
        self.clock
            .runs_between(bounds)
            .iter()
            .for_each(|run| from(run.end().unix()));
        let mut until = |at: i64| {
            found.extend([at - step, at].map(|at| Some(self.until(*period, *budget, at))));
        };
        until(period.end);
        self.clock
            .runs_between(bounds)
            .iter()
            .for_each(|run| until(run.start().unix()));
        found.push(Some(self.uncounted(*period)));
        found
    }

    /// Whether the location may be dead for all that counts there.
    fn covers(&self, span: Span, most: Option<i64>) -> bool {
        most.is_none_or(|most| self.clock.seconds(span.start, span.end) <= most)
    }

    /// The longest outage whose first counted second is `start` or the next that sampling sees.
    fn from(&self, period: Span, budget: i64, start: i64) -> Span {
        let first = self.up(start).max(self.up(period.start + self.before));
        // What is seen in steps must also be seen to end within the period.
        let end = self.last_within(first, budget).unwrap_or(period.end);
        let end = self.stretch_end(end.min(period.end));
        let start = self.stretch_start(first) - self.before;
        within(period, Span { start, end })
    }

    /// The longest outage that ends at `end`.
    fn until(&self, period: Span, budget: i64, end: i64) -> Span {
        let last = self.down(end);
        let first = self
            .first_within(last, budget)
            .map_or(period.start + self.before, |first| {
                first.max(period.start + self.before)
            });
        self.from(period, budget, first)
    }

    /// The longest outage that is too short to count.
    fn uncounted(&self, period: Span) -> Span {
        let start = period.start;
        let end = start + self.uncounted_length();
        within(period, Span { start, end })
    }

    /// The longest outage that is too short to count, wherever it lies.
    fn uncounted_length(&self) -> i64 {
        let minimum = self.case.promise.terms.minimum_outage.get();
        let minimum = i64::try_from(minimum).unwrap_or(i64::MAX / 4);
        self.delay + (minimum - 1).max(0)
    }

    /// The longest outage across the end of the period before `at`.
    fn across(&self, at: usize) -> Found {
        let mut begin = at;
        let first = loop {
            begin = begin.checked_sub(1)?;
            let Some((period, Some(budget))) = self.budgets.get(begin) else {
                return None;
            };
            if !self.covers(*period, Some(*budget)) {
                break self.up(self.first_within(period.end, *budget)?);
            }
        };
        let mut end = at;
        let last = loop {
            let Some((period, Some(budget))) = self.budgets.get(end) else {
                return None;
            };
            // What is seen in steps may be seen only after the boundary.
            let from = period.start.max(first);
            if *budget < self.clock.seconds(from, period.end) {
                break self.stretch_end(self.last_within(from, *budget)?);
            }
            end += 1;
        };
        let start = self.stretch_start(first) - self.before;
        // Shorter than what counts at all, it can grow until it would.
        let end = last.max(start + self.uncounted_length());
        Some(Span { start, end })
    }

    /// The longest outage in one period that begins to be seen at `start`; for the opening hours.
    pub fn beginning(&self, start: i64) -> Option<Span> {
        let (period, budget) = self.period_of(start)?;
        Some(self.from(period, budget?, start + self.before))
    }

    pub fn ending(&self, end: i64) -> Option<Span> {
        let (period, budget) = self.period_of(end - 1)?;
        Some(self.until(period, budget?, end))
    }

    fn period_of(&self, at: i64) -> Option<(Span, Option<i64>)> {
        let found = self
            .budgets
            .iter()
            .find(|(span, _)| span.start <= at && at < span.end);
        found.copied()
    }

    fn last_within(&self, from: i64, most: i64) -> Option<i64> {
        let most = Seconds::new(most.unsigned_abs());
        self.clock
            .last_within(instant(from), most)
            .map(Instant::unix)
    }

    fn first_within(&self, to: i64, most: i64) -> Option<i64> {
        let most = Seconds::new(most.unsigned_abs());
        self.clock
            .first_within(instant(to), most)
            .map(Instant::unix)
    }

    fn step(&self) -> i64 {
        match self.case.promise.terms.sampling {
            Sampling::Continuous => 1,
            Sampling::WholeSteps(step) | Sampling::Polls(step) => i64::from(step.get()),
        }
    }

    /// The first instant from here on at which something can begin to be seen.
    fn up(&self, at: i64) -> i64 {
        self.down(at + self.step() - 1)
    }

    fn down(&self, at: i64) -> i64 {
        at - at.rem_euclid(self.step())
    }

    /// The earliest beginning that is seen from `first` on.
    fn stretch_start(&self, first: i64) -> i64 {
        first - self.step() + 1
    }

    /// The latest end that is seen no longer than until `end`.
    fn stretch_end(&self, end: i64) -> i64 {
        match self.case.promise.terms.sampling {
            Sampling::Continuous => end,
            Sampling::WholeSteps(step) => self.down(end) + i64::from(step.get()) - 1,
            Sampling::Polls(_) => self.down(end),
        }
    }

    pub fn choose(&self, candidates: Vec<Found>, value: impl Fn(Span) -> i64) -> WorstOutage {
        let mut best: Option<Span> = None;
        for found in candidates {
            let Some(span) = found else {
                return WorstOutage::Unbounded;
            };
            if best.is_none_or(|best| value(best) < value(span)) {
                best = Some(span);
            }
        }
        let span = best.unwrap_or(Span {
            start: self.bounds.start().unix(),
            end: self.bounds.start().unix(),
        });
        WorstOutage::Bounded(self.log(span))
    }

    /// Where the planned work before an outage begins: as much of it as lies outside the hours that it keeps out of.
    pub fn begin(&self, span: Span) -> i64 {
        let after = self.quiet.partition_point(|run| run.start < span.start);
        let free = after.checked_sub(1).and_then(|at| self.quiet.get(at));
        let free = free.map_or(i64::MAX, |run| (span.start - run.end).max(0));
        span.start - self.planned.min(free)
    }

    fn log(&self, span: Span) -> ProvenOutage {
        let incident = |start: i64, end: i64, cause| Incident {
            scope: Scope::Locations(vec![self.case.location]),
            service: self.case.promise.service.clone(),
            fault: instant(start),
            reported: Some(instant((start + self.delay).min(end))),
            restored: instant(end),
            cause,
        };
        let begin = self.begin(span);
        let mut log = vec![incident(span.start, span.end, Cause::Failure)];
        if begin < span.start {
            log.insert(0, incident(begin, span.start, Cause::PlannedMaintenance));
        }
        let down = Interval::new(instant(begin), instant(span.end)).unwrap_or(self.bounds);
        ProvenOutage { down, log }
    }
}

/// As much of the span as lies in the period.
fn within(period: Span, span: Span) -> Span {
    let start = span.start.max(period.start);
    Span {
        start,
        end: span.end.min(period.end).max(start),
    }
}
