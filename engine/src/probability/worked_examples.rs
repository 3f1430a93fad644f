//! Cases as people state them: group P. Four outages a year of four hours each, and 99 % of two weeks.

#![allow(clippy::unwrap_used)]

use super::repair::tests::near;
use super::{Repair, at_least_one, some_longer, total_longer};

const ALLOWANCE: f64 = 12_096.0;
const EXPECTED: f64 = 4.0 * 14.0 / 365.0;

fn is(found: f64, expected: f64) {
    assert!(near(found, expected, 1e-9), "{found} {expected}");
}

#[test]
fn one_repair_longer_than_the_allowance() {
    let four_hours = Repair::exponential(14_400.0).unwrap();
    is(four_hours.survival(ALLOWANCE), 0.431_710_523_429);
    let long_tail = Repair::weibull_with_mean(0.7, 14_400.0).unwrap();
    is(long_tail.survival(ALLOWANCE), 0.352_080_744_917);
    let Repair::Weibull { scale, .. } = long_tail else {
        unreachable!()
    };
    is(scale, 11_375.993_518_1);
    let mostly_short = Repair::lognormal(7_200.0, 1.2).unwrap();
    assert!((mostly_short.survival(ALLOWANCE) - 0.3328).abs() < 5e-5);
    assert!((mostly_short.mean() / 3_600.0 - 4.11).abs() < 5e-3);
}

#[test]
fn a_period_that_misses_its_target() {
    let four_hours = Repair::exponential(14_400.0).unwrap();
    is(
        some_longer(EXPECTED, &four_hours, ALLOWANCE),
        0.064_089_137_312_6,
    );
    is(
        total_longer(EXPECTED, 14_400.0, ALLOWANCE).unwrap(),
        0.065_342_449_159_9,
    );
}

#[test]
fn once_in_many_periods_or_sites() {
    let each = total_longer(EXPECTED, 14_400.0, ALLOWANCE).unwrap();
    for (number, expected) in [
        (26, 0.827_429_923_902),
        (5, 0.286_715_815_925),
        (25, 0.815_365_450_22),
    ] {
        is(at_least_one(each, number), expected);
    }
}
