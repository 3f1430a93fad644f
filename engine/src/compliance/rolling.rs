use super::ComplianceError;
use super::Promise;
use super::count::{Lane, Pooling};
use super::promise::instant;
use super::report::{Line, LineOf, verdict};
use super::terms::Span;
use crate::availability::CountingRule;
use crate::calendar::{Interval, IntervalSet, ServiceClock};
use crate::quantity::Seconds;

/// A period that moves along with time: every stretch of its length is held against the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollingReport {
    /// The worst stretch of each line, where the most is lost beyond what is allowed or the least is left of it.
    pub worst: Vec<(Interval, Line)>,
    /// Stretches that miss the target and do not overlap within a line, earliest first; each begins or ends where an outage or a
    /// window does. A credit for each miss would fall due so often.
    pub missed: Vec<Interval>,
    /// Whether every stretch meets the target.
    pub met: bool,
}

/// Judges every stretch of `length` within the bounds. What a stretch loses and what it is served both change at a constant rate
/// between the ends of outages and windows, so that it is enough to look at stretches that begin or end at one of these.
pub(super) fn rolling(
    promise: &Promise,
    lanes: &[Lane],
    pooling: Pooling,
    counted: &[IntervalSet],
    length: Seconds,
    within: Interval,
) -> Result<RollingReport, ComplianceError> {
    let length = i64::try_from(length.get()).map_err(|_| ComplianceError::TooLarge)?;
    if length == 0 {
        return Err(ComplianceError::EmptyRollingPeriod);
    }
    let (first, last) = (within.start().unix(), within.end().unix() - length);
    if last < first {
        return Err(ComplianceError::NoPeriods);
    }
    let down: Vec<ServiceClock> = counted.iter().map(ServiceClock::inside).collect();
    let groups: Vec<Vec<usize>> = match pooling {
        Pooling::Apart => (0..lanes.len()).map(|lane| vec![lane]).collect(),
        Pooling::Together => vec![(0..lanes.len()).collect()],
    };
    let mut report = RollingReport {
        worst: Vec::new(),
        missed: Vec::new(),
        met: true,
    };
    for group in groups {
        let of = match (promise.counting, group.as_slice()) {
            (CountingRule::EachLocation, [location]) => LineOf::Location(*location),
            _ => LineOf::All,
        };
        let line = |start: i64| {
            let span = Span {
                start,
                end: start + length,
            };
            line(promise, of, &group, lanes, &down, span)
        };
        let mut worst: Option<(i128, i64)> = None;
        let mut missed_until = i64::MIN;
        for start in starts(&group, lanes, &down, first, last, length, within) {
            let (over, _) = line(start)?;
            if worst.is_none_or(|(most, _)| most < over) {
                worst = Some((over, start));
            }
            if over > 0 && missed_until <= start {
                missed_until = start + length;
                report
                    .missed
                    .extend(Interval::new(instant(start), instant(start + length)));
            }
        }
        if let Some((over, start)) = worst {
            report.met &= over <= 0;
            let bounds = Interval::new(instant(start), instant(start + length))
                .map_err(|_| ComplianceError::TooLarge)?;
            report.worst.push((bounds, line(start)?.1));
        }
    }
    report.missed.sort_unstable();
    Ok(report)
}

/// The stretch's verdict, and by how much it is over the limit, in hundred-millionths of a second.
fn line(
    promise: &Promise,
    of: LineOf,
    group: &[usize],
    lanes: &[Lane],
    down: &[ServiceClock],
    span: Span,
) -> Result<(i128, Line), ComplianceError> {
    let (mut service, mut downtime, mut weights) = (0_u128, 0_u128, 0_u128);
    for at in group {
        if let (Some(lane), Some(down)) = (lanes.get(*at), down.get(*at)) {
            let weight = u128::from(lane.weight);
            service += weight * u128::from(super::count::served(lane, span).get());
            downtime += weight * u128::from(down.seconds(span.start, span.end).unsigned_abs());
            weights += weight;
        }
    }
    let missing = u128::from(promise.target.complement().millionths());
    let whole = u128::from(crate::quantity::Percent::WHOLE.get());
    let over = (|| {
        let allowed = i128::try_from(service.checked_mul(missing)?).ok()?;
        i128::try_from(downtime.checked_mul(whole)?)
            .ok()?
            .checked_sub(allowed)
    })();
    Ok((
        over.ok_or(ComplianceError::TooLarge)?,
        verdict(promise, of, service, downtime, weights)?,
    ))
}

/// The starts that can be the worst, in order.
pub(super) fn starts(
    group: &[usize],
    lanes: &[Lane],
    down: &[ServiceClock],
    first: i64,
    last: i64,
    length: i64,
    within: Interval,
) -> Vec<i64> {
    let mut starts = vec![first, last];
    for at in group {
        let clocks = [lanes.get(*at).map(|lane| &lane.serves), down.get(*at)];
        for clock in clocks
            .into_iter()
            .flatten()
            .filter(|clock| !clock.is_always())
        {
            for run in clock.runs_between(within) {
                for edge in [run.start().unix(), run.end().unix()] {
                    starts.extend([edge, edge - length]);
                }
            }
        }
    }
    starts.retain(|start| (first..=last).contains(start));
    starts.sort_unstable();
    starts.dedup();
    starts
}
