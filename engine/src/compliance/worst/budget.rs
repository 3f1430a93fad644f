//! What a promise lets the struck location lose while nothing else is down.

use super::WorstCase;
use crate::availability::CountingRule;
use crate::calendar::Interval;
use crate::compliance::ComplianceError;
use crate::compliance::count::{Lane, Pooling, limit, served};
use crate::compliance::rolling::starts;
use crate::compliance::terms::Span;
use crate::quantity::Seconds;

/// The seconds that the struck location may lose in a span if nothing else is down; `None` without limit.
pub(super) fn allowed(
    case: &WorstCase,
    lanes: &[Lane],
    pooling: Pooling,
    span: Span,
) -> Result<Option<i64>, ComplianceError> {
    let served = |lane: &Lane| u128::from(served(lane, span).get());
    let own = case
        .sites
        .get(case.location)
        .map_or(0, |site| u128::from(site.users.get()));
    let target = case.promise.target;
    let seconds = match (case.promise.counting, pooling) {
        (CountingRule::OrganizationOnly, _) => None,
        (CountingRule::AllLocationsDown, _) if case.sites.len() > 1 => None,
        (CountingRule::EachLocation, _) => {
            let lane = lanes
                .get(case.location)
                .ok_or(ComplianceError::NoLocations)?;
            Some(limit(target, served(lane))?)
        }
        (_, Pooling::Apart) => {
            let lane = lanes.first().ok_or(ComplianceError::NoLocations)?;
            Some(limit(target, served(lane))?)
        }
        (rule, Pooling::Together) => {
            let all = lanes
                .iter()
                .map(|lane| u128::from(lane.weight) * served(lane))
                .sum();
            let weight = if rule == CountingRule::WeightedByUsers {
                own
            } else {
                1
            };
            limit(target, all)?.checked_div(weight)
        }
    };
    Ok(seconds.map(|seconds| i64::try_from(seconds).unwrap_or(i64::MAX / 4)))
}

/// The least that any stretch of a moving period allows, looking where windows begin and end.
pub(super) fn least_of_rolling(
    case: &WorstCase,
    lanes: &[Lane],
    pooling: Pooling,
    length: Seconds,
    within: Interval,
) -> Result<Option<i64>, ComplianceError> {
    let length = i64::try_from(length.get()).map_err(|_| ComplianceError::TooLarge)?;
    let all: Vec<usize> = (0..lanes.len()).collect();
    let (first, last) = (within.start().unix(), within.end().unix() - length);
    let mut smallest: Option<i64> = None;
    for start in starts(&all, lanes, &[], first, last, length, within) {
        match allowed(
            case,
            lanes,
            pooling,
            Span {
                start,
                end: start + length,
            },
        )? {
            None => return Ok(None),
            Some(seconds) => smallest = Some(smallest.map_or(seconds, |than| than.min(seconds))),
        }
    }
    Ok(smallest)
}
