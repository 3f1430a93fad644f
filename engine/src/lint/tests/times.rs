//! Times that contradict each other or the target.

use super::super::{FindingKind as Kind, Place};
use super::{found, found_for, hours, percent, service, severity, time, with_severities};
use crate::agreement::Stated::{NotLookedAt, Says, Silent};
use crate::agreement::*;
use crate::calendar::Weekday;
use crate::derivation::Quantity;
use crate::quantity::{Count, Fraction, Seconds};

fn business_days(days: u32) -> Stated<TimePromise> {
    Says(TimePromise {
        limit: TimeLimit::BusinessDays(days),
        clock: ClockBasis::SupportHours,
    })
}

#[test]
fn a_resolution_no_later_than_the_response() {
    use ClockBasis::{AroundTheClock, SupportHours};
    let kinds = |response, resolution| {
        let agreement = with_severities(vec![severity(
            SeverityLevel::Critical,
            response,
            resolution,
        )]);
        found(&agreement)
            .into_iter()
            .map(|(kind, ..)| kind)
            .collect::<Vec<_>>()
    };
    let wrong = [Kind::ResolutionNotAfterResponse];
    assert_eq!(
        kinds(time(3_600, SupportHours), time(3_600, SupportHours)),
        wrong
    );
    assert_eq!(
        kinds(time(3_600, SupportHours), time(3_601, SupportHours)),
        []
    );
    assert_eq!(
        kinds(time(7_200, SupportHours), time(3_600, AroundTheClock)),
        wrong
    );
    // An hour of support may take until Monday: nothing is sure.
    assert_eq!(
        kinds(time(7_200, AroundTheClock), time(3_600, SupportHours)),
        []
    );
    assert_eq!(kinds(business_days(2), business_days(1)), wrong);
    assert_eq!(kinds(business_days(1), business_days(1)), []);
    assert_eq!(kinds(time(3_600, SupportHours), business_days(1)), []);
    assert_eq!(kinds(time(3_600, SupportHours), Silent), []);
}

#[test]
fn a_severity_slower_than_a_lesser_one() {
    use ClockBasis::{AroundTheClock, OpeningHours, SupportHours};
    let check = |critical, normal| {
        found(&with_severities(vec![
            severity(SeverityLevel::Normal, normal, NotLookedAt),
            severity(SeverityLevel::Critical, critical, NotLookedAt),
        ]))
    };
    let expected = |own: u64, lesser: u64| {
        vec![(
            Kind::ResponseOutOfOrder,
            Place::Severity(1),
            vec![Seconds::new(own).into(), Seconds::new(lesser).into()],
        )]
    };
    assert_eq!(
        check(time(7_200, SupportHours), time(3_600, SupportHours)),
        expected(7_200, 3_600)
    );
    assert_eq!(
        check(time(7_200, SupportHours), time(3_600, AroundTheClock)),
        expected(7_200, 3_600)
    );
    assert_eq!(
        check(time(7_200, AroundTheClock), time(3_600, SupportHours)),
        []
    );
    assert_eq!(
        check(time(7_200, OpeningHours), time(3_600, SupportHours)),
        []
    );
    assert_eq!(
        check(time(3_600, SupportHours), time(3_600, SupportHours)),
        []
    );
    let agreement = with_severities(vec![
        severity(SeverityLevel::Critical, NotLookedAt, business_days(3)),
        severity(SeverityLevel::High, NotLookedAt, business_days(2)),
    ]);
    let days = vec![Count::new(3).into(), Count::new(2).into()];
    assert_eq!(
        found(&agreement),
        [(Kind::ResolutionOutOfOrder, Place::Severity(0), days)]
    );
}

/// One service and a critical repair within so many hours on a clock.
fn repair(
    target: &str,
    period: PromisePeriod,
    window: ServiceWindow,
    hours: u64,
    clock: ClockBasis,
) -> Agreement {
    let mut agreement = with_severities(vec![severity(
        SeverityLevel::Critical,
        NotLookedAt,
        time(hours * 3_600, clock),
    )]);
    let mut one = service("a", target);
    (one.period, one.window) = (Says(period), Says(window));
    agreement.services = vec![one];
    agreement
}

#[test]
fn a_repair_in_time_that_breaks_the_target() {
    use ClockBasis::{AroundTheClock, SupportHours};
    let month = PromisePeriod::CalendarMonth;
    let agreement = repair("99.9", month, ServiceWindow::AllTheTime, 4, AroundTheClock);
    // 0.1 % of 31 days is 44 min 38.4 s.
    let allowed = Quantity::Fraction("2678.4".parse::<Fraction>().unwrap());
    let values = vec![Seconds::new(14_400).into(), allowed, percent("99.9").into()];
    assert_eq!(
        found(&agreement),
        [(
            Kind::ResolutionBeyondAllowance,
            Place::Service("a".to_owned()),
            values
        )]
    );
    // 1 % of 31 days is 7 h 26 min 24 s.
    assert_eq!(
        found(&repair(
            "99",
            month,
            ServiceWindow::AllTheTime,
            7,
            AroundTheClock
        )),
        []
    );
    assert_eq!(
        found(&repair(
            "99",
            month,
            ServiceWindow::AllTheTime,
            8,
            SupportHours
        ))
        .len(),
        1
    );
    // Equal is met: 1 % of 100 hours is one hour, and 100 days allow 24.
    assert_eq!(
        found(&repair(
            "99",
            PromisePeriod::Days(100),
            ServiceWindow::AllTheTime,
            24,
            AroundTheClock
        )),
        []
    );
    assert_eq!(
        found(&repair(
            "99",
            PromisePeriod::Days(99),
            ServiceWindow::AllTheTime,
            24,
            AroundTheClock
        ))
        .len(),
        1
    );
}

#[test]
fn a_repair_against_opening_hours() {
    use ClockBasis::{AroundTheClock, OpeningHours, SupportHours};
    let days = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
    ];
    let typical = LocationProfile {
        opening_hours: Some(hours(&days, "08:00", "18:00")),
        ..LocationProfile::default()
    };
    let organization = Organization {
        typical,
        ..Organization::default()
    };
    let two_weeks = PromisePeriod::Days(14);
    let count = |target, limit, clock| {
        found_for(
            &organization,
            &repair(target, two_weeks, ServiceWindow::OpeningHours, limit, clock),
        )
        .len()
    };
    // Two weeks have 100 opening hours; 96 % allows four of them.
    assert_eq!(count("96", 4, OpeningHours), 0);
    assert_eq!(count("96.000001", 4, OpeningHours), 1);
    assert_eq!(count("96.000001", 4, AroundTheClock), 1);
    // Ten opening hours are the most that an outage of 24 hours surely takes.
    assert_eq!(count("90", 24, AroundTheClock), 0);
    assert_eq!(count("99.9", 4, SupportHours), 0);
    let unknown = repair(
        "99.9",
        two_weeks,
        ServiceWindow::OpeningHours,
        4,
        OpeningHours,
    );
    assert_eq!(found(&unknown), []);
}
