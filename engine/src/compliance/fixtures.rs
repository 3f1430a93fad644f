//! What the tests of this module share.

#![allow(clippy::unwrap_used)]

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::availability::CountingRule;
use crate::calendar::{Instant, Interval, IntervalSet};
use crate::quantity::{Count, Percent, Seconds};

pub fn at(second: i64) -> Instant {
    Instant::from_unix(second).unwrap()
}

pub fn interval(start: i64, end: i64) -> Interval {
    Interval::new(at(start), at(end)).unwrap()
}

pub fn set(intervals: &[(i64, i64)]) -> IntervalSet {
    intervals
        .iter()
        .map(|(start, end)| interval(*start, *end))
        .collect()
}

/// Periods of equal length, one after the other from the epoch on.
pub fn periods(length: i64, count: i64) -> Measurement {
    Measurement::Periods(
        (0..count)
            .map(|at| interval(at * length, (at + 1) * length))
            .collect(),
    )
}

pub fn promise(target: &str, counting: CountingRule, measurement: Measurement) -> Promise {
    Promise {
        service: String::new(),
        target: Percent::parse(target).unwrap(),
        counting,
        terms: CountingTerms::default(),
        measurement,
    }
}

pub fn outage(location: usize, start: i64, end: i64) -> Incident {
    Incident {
        scope: Scope::Locations(vec![location]),
        service: String::new(),
        fault: at(start),
        reported: Some(at(start)),
        restored: at(end),
        cause: Cause::Failure,
    }
}

pub fn sites(users: &[u32]) -> Vec<Site> {
    users
        .iter()
        .map(|users| Site::always(Count::new(*users)))
        .collect()
}

pub fn rules() -> impl Strategy<Value = CountingRule> {
    (0..CountingRule::ALL.len()).prop_map(|at| CountingRule::ALL[at])
}

/// Up to a dozen outages at up to four locations within some 3,000 seconds.
pub fn logs() -> impl Strategy<Value = Vec<Incident>> {
    let incident = (
        0..5_usize,
        -50_i64..3_000,
        0_i64..500,
        0_i64..80,
        0..6_usize,
    )
        .prop_map(|(location, start, length, delay, cause)| Incident {
            scope: if location == 4 {
                Scope::Organization
            } else {
                Scope::Locations(vec![location])
            },
            reported: (delay < 70).then(|| at(start + delay)),
            cause: Cause::ALL[cause],
            ..outage(0, start, start + length)
        });
    vec(incident, 0..12)
}

/// Ways of counting an outage.
pub fn terms() -> impl Strategy<Value = CountingTerms> {
    (
        any::<bool>(),
        0_u64..40,
        0_u64..120,
        0_u64..60,
        0_u32..3,
        0..6_usize,
    )
        .prop_map(
            |(report, joined, minimum, grace, sampling, excluded)| CountingTerms {
                clock_start: if report {
                    ClockStart::Report
                } else {
                    ClockStart::Fault
                },
                joined_within: Seconds::new(joined),
                minimum_outage: Seconds::new(minimum),
                grace: Seconds::new(grace),
                sampling: match sampling {
                    0 => Sampling::Continuous,
                    1 => Sampling::WholeSteps(60.try_into().unwrap()),
                    _ => Sampling::Polls(45.try_into().unwrap()),
                },
                excluded: CauseSet::NONE.with(Cause::ALL[excluded]),
            },
        )
}

/// Four locations with windows of their own.
pub fn windowed() -> impl Strategy<Value = Vec<Site>> {
    let windows = vec((-20_i64..3_200, 1_i64..700), 0..6);
    let maintenance = vec((0_i64..3_000, 1_i64..200), 0..3);
    let site = (windows, maintenance, any::<bool>(), 0_u32..50).prop_map(
        |(windows, maintenance, stays, users)| {
            let set = |pairs: Vec<(i64, i64)>| {
                pairs
                    .iter()
                    .map(|(start, length)| interval(*start, start + length))
                    .collect()
            };
            let windows: IntervalSet = set(windows);
            Site::new(Count::new(users + 1), &windows, &set(maintenance), stays)
        },
    );
    vec(site, 4)
}
