//! Cases as people state them, by hand.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::fixtures::*;
use super::*;
use crate::availability::CountingRule;
use crate::quantity::{Count, Fraction, Seconds};

const HOUR: i64 = 3_600;
const TWO_WEEKS: i64 = 1_209_600;

fn each(target: &str, periods: Measurement) -> Promise {
    promise(target, CountingRule::EachLocation, periods)
}

#[test]
fn the_allowance_itself_is_met_and_one_second_more_is_not() {
    let promise = each("99", periods(TWO_WEEKS, 2));
    let met = |length: i64| {
        evaluate(&promise, &sites(&[1]), &[outage(0, 100, 100 + length)])
            .unwrap()
            .met()
    };
    assert!(met(12_096));
    assert!(!met(12_097));
}

#[test]
fn an_outage_across_the_boundary_counts_on_both_sides() {
    let promise = each("99", periods(TWO_WEEKS, 2));
    let twice = [outage(0, TWO_WEEKS - 12_096, TWO_WEEKS + 12_096)];
    let report = evaluate(&promise, &sites(&[1]), &twice).unwrap();
    assert!(report.met(), "6 h 43 min 12 s in one piece");
    let moving = Promise {
        measurement: Measurement::Rolling {
            length: Seconds::new(1_209_600),
            within: interval(0, 2 * TWO_WEEKS),
        },
        ..promise
    };
    let Report::Rolling(report) = evaluate(&moving, &sites(&[1]), &twice).unwrap() else {
        panic!("not a rolling report");
    };
    assert!(!report.met);
    assert_eq!(report.missed.len(), 1);
    assert_eq!(report.worst[0].1.availability.unwrap().to_string(), "49/50");
}

#[test]
fn ten_locations_hide_a_day_and_a_half_of_one() {
    let average = promise("99", CountingRule::Average, periods(TWO_WEEKS, 1));
    let ten = sites(&[1; 10]);
    let met = |length: i64| {
        evaluate(&average, &ten, &[outage(3, 0, length)])
            .unwrap()
            .met()
    };
    assert!(met(120_960), "33 h 36 min at one of ten");
    assert!(!met(120_961));
}

#[test]
fn five_of_two_hundred_users_weigh_little() {
    let month = 30 * 24 * HOUR;
    let by_users = promise("99.9", CountingRule::WeightedByUsers, periods(month, 1));
    let met = |length: i64| {
        evaluate(&by_users, &sites(&[5, 195]), &[outage(0, 0, length)])
            .unwrap()
            .met()
    };
    assert!(met(28 * HOUR + 48 * 60));
    assert!(!met(28 * HOUR + 48 * 60 + 1));
}

#[test]
fn what_all_share_is_measured_apart_from_what_one_loses() {
    let shared = promise("99", CountingRule::OrganizationOnly, periods(TWO_WEEKS, 1));
    let two = sites(&[1, 1]);
    assert!(
        evaluate(&shared, &two, &[outage(0, 0, TWO_WEEKS)])
            .unwrap()
            .met()
    );
    let all = Incident {
        scope: Scope::Organization,
        ..outage(0, 0, 12_097)
    };
    assert!(!evaluate(&shared, &two, &[all]).unwrap().met());
}

#[test]
fn a_weekend_is_free_where_only_office_hours_count() {
    // Friday 16:06 to Monday 08:54 with hours from 8 to 17: 54 minutes on each side.
    let day = 24 * HOUR;
    let hours: Vec<(i64, i64)> = (0..14)
        .filter(|number| number % 7 < 5)
        .map(|number| (number * day + 8 * HOUR, number * day + 17 * HOUR))
        .collect();
    let site = Site::new(Count::new(1), &set(&hours), &set(&[]), true);
    let promise = each("99", periods(TWO_WEEKS, 1));
    let log = [outage(
        0,
        4 * day + 16 * HOUR + 360,
        7 * day + 8 * HOUR + 3_240,
    )];
    let report = evaluate(&promise, &[site], &log).unwrap();
    assert_eq!(report.periods()[0].sites[0].downtime, Seconds::new(6_480));
    assert_eq!(report.periods()[0].sites[0].service, Seconds::new(324_000));
}

#[test]
fn maintenance_leaves_the_denominator_or_stays() {
    let month = 30 * 24 * HOUR;
    let promise = each("99.9", periods(month, 1));
    let met = |stays, down| {
        let site = Site::new(
            Count::new(1),
            &set(&[(0, month)]),
            &set(&[(0, 4 * HOUR)]),
            stays,
        );
        // It runs into the maintenance window, where it stops counting.
        evaluate(&promise, &[site], &[outage(0, 3 * HOUR, 4 * HOUR + down)])
            .unwrap()
            .met()
    };
    assert!(met(true, 2_592) && !met(true, 2_593), "43 min 12 s");
    assert!(met(false, 2_577) && !met(false, 2_578), "42 min 57.6 s");
}

#[test]
fn the_clock_starts_with_the_fault_or_with_the_ticket() {
    let counted = |clock_start, reported: Option<i64>| {
        let promise = Promise {
            terms: CountingTerms {
                clock_start,
                ..CountingTerms::default()
            },
            ..each("99", periods(24 * HOUR, 1))
        };
        let log = Incident {
            reported: reported.map(at),
            ..outage(0, 7 * HOUR + 600, 10 * HOUR)
        };
        let report = evaluate(&promise, &sites(&[1]), &[log]).unwrap();
        report.periods()[0].sites[0].downtime.get()
    };
    let ticket = Some(8 * HOUR + 1_500);
    assert_eq!(counted(ClockStart::Fault, ticket), 2 * 3_600 + 50 * 60);
    assert_eq!(counted(ClockStart::Report, ticket), 3_600 + 35 * 60);
    assert_eq!(counted(ClockStart::Report, None), 0);
}

#[test]
fn fifteen_short_outages_count_nothing() {
    let promise = Promise {
        terms: CountingTerms {
            minimum_outage: Seconds::new(300),
            ..CountingTerms::default()
        },
        ..each("100", periods(TWO_WEEKS, 1))
    };
    let log: Vec<Incident> = (0..15)
        .map(|number| outage(0, number * 1_000, number * 1_000 + 299))
        .collect();
    let report = evaluate(&promise, &sites(&[1]), &log).unwrap();
    assert!(report.met());
    assert_eq!(report.periods()[0].lines[0].downtime, Fraction::ZERO);
}

#[test]
fn only_the_promised_service_counts() {
    let promise = Promise {
        service: "internet".to_owned(),
        ..each("99.9", periods(TWO_WEEKS, 1))
    };
    let of = |service: &str| Incident {
        service: service.to_owned(),
        ..outage(0, 0, 50_000)
    };
    let met = |incident: Incident| evaluate(&promise, &sites(&[1]), &[incident]).unwrap().met();
    assert!(met(of("phones")));
    assert!(!met(of("internet")));
    assert!(!met(of("")), "what is not said counts");
}

#[test]
fn what_cannot_be_is_refused() {
    let one = each("99", periods(100, 2));
    assert_eq!(evaluate(&one, &[], &[]), Err(ComplianceError::NoLocations));
    let overlapping = each(
        "99",
        Measurement::Periods(vec![interval(0, 10), interval(9, 20)]),
    );
    assert_eq!(
        evaluate(&overlapping, &sites(&[1]), &[]),
        Err(ComplianceError::PeriodsOverlap { number: 2 })
    );
    let backwards = Incident {
        restored: at(3),
        ..outage(0, 5, 9)
    };
    assert_eq!(
        evaluate(&one, &sites(&[1]), &[outage(0, 1, 2), backwards]),
        Err(ComplianceError::EndBeforeStart { number: 2 })
    );
    assert!(matches!(
        evaluate(&one, &sites(&[1]), &[outage(1, 1, 2)]),
        Err(ComplianceError::UnknownLocation {
            number: 1,
            location: 2,
            locations: 1
        })
    ));
    let by_users = promise("99", CountingRule::WeightedByUsers, periods(100, 1));
    assert_eq!(
        evaluate(&by_users, &sites(&[0]), &[]),
        Err(ComplianceError::NoUsers)
    );
}

#[test]
fn without_service_time_there_is_nothing_to_miss() {
    let closed = Site::new(Count::new(1), &set(&[]), &set(&[]), true);
    let report = evaluate(
        &each("100", periods(100, 1)),
        &[closed],
        &[outage(0, 0, 100)],
    )
    .unwrap();
    assert!(report.met());
    assert_eq!(report.periods()[0].lines[0].availability, None);
}
