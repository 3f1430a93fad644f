use super::count::{Lane, Outages, Pooling, count, counted_lanes, lanes, limit, served};
use super::periods::Periods;
use super::promise::instant;
use super::rolling::{RollingReport, rolling};
use super::terms::Span;
use super::{ComplianceError, Incident, Measurement, Promise, Site};
use crate::availability::CountingRule;
use crate::calendar::Interval;
use crate::quantity::{Fraction, Seconds};

/// What counted, and whether the promise was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// Period by period.
    Periods(Vec<PeriodReport>),
    /// For a period that moves along with time.
    Rolling(RollingReport),
}

/// One measurement period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodReport {
    /// When it is.
    pub bounds: Interval,
    /// What each location was served, and lost of what counts there, whatever the rule makes of it.
    pub sites: Vec<SiteReport>,
    /// What is held against the target: each location, or one figure for all.
    pub lines: Vec<Line>,
    /// Whether the promise was kept on every line.
    pub met: bool,
}

/// One location in one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SiteReport {
    /// The time of which the availability is a share.
    pub service: Seconds,
    /// The downtime that counts.
    pub downtime: Seconds,
}

/// One verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub of: LineOf,
    /// The service time in seconds; under an average, its mean.
    pub service: Fraction,
    /// The downtime that counts, in seconds; under an average, its mean.
    pub downtime: Fraction,
    /// The share of the service time that was not lost; `None` if there was no service time.
    pub availability: Option<Fraction>,
    /// Whether the target was met. Without service time there is nothing to miss.
    pub met: bool,
}

/// What a verdict is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineOf {
    /// The location at this position, from 0.
    Location(usize),
    /// All locations, by the promise's rule.
    All,
}

impl Report {
    /// Whether the promise was kept all the time.
    pub fn met(&self) -> bool {
        match self {
            Self::Periods(periods) => periods.iter().all(|period| period.met),
            Self::Rolling(report) => report.met,
        }
    }

    /// The periods; none for a period that moves along.
    pub fn periods(&self) -> &[PeriodReport] {
        match self {
            Self::Periods(periods) => periods,
            Self::Rolling(_) => &[],
        }
    }
}

/// Holds incidents against a promise.
///
/// # Errors
///
/// When there are no locations, periods or users to measure by, periods overlap, an incident is impossible, or the numbers are
/// too large.
pub fn evaluate(
    promise: &Promise,
    sites: &[Site],
    incidents: &[Incident],
) -> Result<Report, ComplianceError> {
    let bounds = promise
        .measurement
        .bounds()
        .ok_or(ComplianceError::NoPeriods)?;
    let (lanes, pooling) = lanes(promise, sites, bounds)?;
    let outages = Outages::of(promise, sites.len(), incidents)?;
    match &promise.measurement {
        Measurement::Rolling { length, within } => {
            let counted = counted_lanes(promise, sites, &outages);
            rolling(promise, &lanes, pooling, &counted, *length, *within).map(Report::Rolling)
        }
        Measurement::Periods(periods) => {
            let periods = Periods::new(periods)?;
            let sites_down = sites_down(promise, sites, &periods, &outages);
            let lanes_down = match promise.counting {
                CountingRule::EachLocation
                | CountingRule::Average
                | CountingRule::WeightedByUsers => None,
                _ => Some(counted_lanes(promise, sites, &outages)),
            };
            let report = |(at, span): (usize, &Span)| {
                let of_site = |(site, down): (&Site, &Vec<u64>)| SiteReport {
                    service: Seconds::new(site.serves.seconds(span.start, span.end).unsigned_abs()),
                    downtime: Seconds::new(down.get(at).copied().unwrap_or_default()),
                };
                let of_sites: Vec<SiteReport> =
                    sites.iter().zip(&sites_down).map(of_site).collect();
                let bounds = Interval::new(instant(span.start), instant(span.end))
                    .map_err(|_| ComplianceError::TooLarge)?;
                let down: Vec<Seconds> = match &lanes_down {
                    None => of_sites.iter().map(|site| site.downtime).collect(),
                    Some(sets) => sets.iter().map(|set| set.clip(&bounds).total()).collect(),
                };
                let verdicts = verdicts(promise, &lanes, pooling, *span, &down)?;
                Ok(PeriodReport {
                    bounds,
                    sites: of_sites,
                    met: verdicts.iter().all(|line| line.met),
                    lines: verdicts,
                })
            };
            periods
                .as_slice()
                .iter()
                .enumerate()
                .map(report)
                .collect::<Result<_, _>>()
                .map(Report::Periods)
        }
    }
}

/// Counted downtime of each location in each period.
fn sites_down(
    promise: &Promise,
    sites: &[Site],
    periods: &Periods,
    outages: &Outages,
) -> Vec<Vec<u64>> {
    let of_site = |(site, of): (&Site, &Vec<Span>)| {
        let mut down = vec![0; periods.len()];
        count(
            &promise.terms,
            periods,
            &site.counts,
            of.iter().copied(),
            |period, seconds| {
                if let Some(sum) = down.get_mut(period) {
                    *sum += seconds;
                }
            },
        );
        down
    };
    sites.iter().zip(&outages.sites).map(of_site).collect()
}

/// The verdicts of one period, from what each lane lost in it.
fn verdicts(
    promise: &Promise,
    lanes: &[Lane],
    pooling: Pooling,
    span: Span,
    down: &[Seconds],
) -> Result<Vec<Line>, ComplianceError> {
    let lost = |down: &Seconds| u128::from(down.get());
    match pooling {
        Pooling::Apart => lanes
            .iter()
            .zip(down)
            .enumerate()
            .map(|(at, (lane, down))| {
                let of = match promise.counting {
                    CountingRule::EachLocation => LineOf::Location(at),
                    _ => LineOf::All,
                };
                let service = u128::from(served(lane, span).get());
                verdict(promise, of, service, lost(down), 1)
            })
            .collect(),
        Pooling::Together => {
            let (mut service, mut downtime, mut weights) = (0_u128, 0_u128, 0_u128);
            for (lane, down) in lanes.iter().zip(down) {
                let weight = u128::from(lane.weight);
                // Less than 2^41 seconds, 2^32 users and 2^32 locations.
                service += weight * u128::from(served(lane, span).get());
                downtime += weight * lost(down);
                weights += weight;
            }
            verdict(promise, LineOf::All, service, downtime, weights).map(|line| vec![line])
        }
    }
}

/// One verdict from weighted sums, decided in whole numbers.
pub(super) fn verdict(
    promise: &Promise,
    of: LineOf,
    service: u128,
    downtime: u128,
    weights: u128,
) -> Result<Line, ComplianceError> {
    let mean = |sum: u128| {
        let (sum, weights) = (i128::try_from(sum).ok()?, i128::try_from(weights).ok()?);
        Fraction::new(sum, weights)
    };
    let share = |down: u128| {
        let (up, all) = (service.checked_sub(down)?, i128::try_from(service).ok()?);
        Fraction::new(i128::try_from(up).ok()?, all)
    };
    Ok(Line {
        of,
        service: mean(service).ok_or(ComplianceError::TooLarge)?,
        downtime: mean(downtime).ok_or(ComplianceError::TooLarge)?,
        availability: share(downtime),
        met: downtime <= limit(promise.target, service)?,
    })
}
