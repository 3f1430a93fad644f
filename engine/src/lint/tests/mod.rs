#![allow(clippy::unwrap_used)]

use super::{FindingKind, Place, lint};
use crate::agreement::*;
use crate::calendar::{WallTime, Weekday, WeeklyWindow, WeeklyWindows};
use crate::derivation::Quantity;
use crate::quantity::{Count, Fraction, Percent, Seconds};

use FindingKind as Kind;
use Stated::{NotLookedAt, Says, Silent};

fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

fn found(agreement: &Agreement) -> Vec<(Kind, Place, Vec<Quantity>)> {
    found_for(&Organization::default(), agreement)
}

fn found_for(
    organization: &Organization,
    agreement: &Agreement,
) -> Vec<(Kind, Place, Vec<Quantity>)> {
    lint(organization, agreement)
        .into_iter()
        .map(|finding| (finding.kind, finding.place, finding.values))
        .collect()
}

fn with_scheme(scheme: CreditScheme) -> Agreement {
    Agreement {
        credits: Credits {
            scheme: Says(scheme),
            ..Credits::default()
        },
        ..Agreement::default()
    }
}

/// Rows of below, printed end, credit.
fn table(rows: &[(&str, Option<&str>, &str)]) -> Agreement {
    let row = |(below, end, credit): &(&str, Option<&str>, &str)| AvailabilityTier {
        below: percent(below),
        down_to: end.map(percent),
        credit: percent(credit),
    };
    with_scheme(CreditScheme::ByAvailability(rows.iter().map(row).collect()))
}

fn downtime(rows: &[(u64, &str)]) -> Agreement {
    let row = |(at_least, credit): &(u64, &str)| DowntimeTier {
        at_least: Seconds::new(*at_least),
        credit: percent(credit),
    };
    with_scheme(CreditScheme::ByDowntime(rows.iter().map(row).collect()))
}

fn service(id: &str, target: &str) -> Service {
    Service {
        id: id.to_owned(),
        target: Says(percent(target)),
        ..Service::default()
    }
}

fn time(seconds: u64, clock: ClockBasis) -> Stated<TimePromise> {
    Says(TimePromise {
        limit: TimeLimit::Time(Seconds::new(seconds)),
        clock,
    })
}

fn business_days(days: u32) -> Stated<TimePromise> {
    Says(TimePromise {
        limit: TimeLimit::BusinessDays(days),
        clock: ClockBasis::SupportHours,
    })
}

fn severity(
    level: SeverityLevel,
    response: Stated<TimePromise>,
    resolution: Stated<TimePromise>,
) -> Severity {
    Severity {
        level,
        name: String::new(),
        definition: NotLookedAt,
        response,
        resolution,
        update_every: NotLookedAt,
    }
}

fn with_severities(severities: Vec<Severity>) -> Agreement {
    Agreement {
        severities,
        ..Agreement::default()
    }
}

fn hours(days: &[Weekday], from: &str, to: &str) -> WeeklyWindows {
    let (from, to) = (WallTime::parse(from).unwrap(), WallTime::parse(to).unwrap());
    days.iter()
        .map(|day| WeeklyWindow::new(*day, from, to).unwrap())
        .collect()
}

#[test]
fn an_empty_agreement_contradicts_nothing() {
    assert_eq!(found(&Agreement::default()), []);
}

#[test]
fn a_sound_table_has_no_findings() {
    assert_eq!(
        found(&table(&[
            ("99.9", Some("99"), "10"),
            ("99", Some("95"), "25"),
            ("95", None, "50")
        ])),
        []
    );
    assert_eq!(
        found(&table(&[("99.9", None, "10"), ("99", Some("0"), "25")])),
        []
    );
    assert_eq!(found(&downtime(&[(3_600, "5"), (7_200, "10")])), []);
}

#[test]
fn a_gap_between_rows_and_below_the_last() {
    let gap = |at, upper: &str, lower: &str| {
        (
            Kind::CreditGap,
            Place::CreditTier(at),
            vec![percent(upper).into(), percent(lower).into()],
        )
    };
    assert_eq!(
        found(&table(&[("99.9", Some("99.5"), "10"), ("99", None, "25")])),
        [gap(1, "99.5", "99")]
    );
    assert_eq!(
        found(&table(&[
            ("99.9", Some("99"), "10"),
            ("99", Some("95"), "25")
        ])),
        [gap(1, "95", "0")]
    );
}

#[test]
fn an_overlap_of_rows() {
    let overlap = |upper: &str, lower: &str| {
        (
            Kind::CreditOverlap,
            Place::CreditTier(1),
            vec![percent(upper).into(), percent(lower).into()],
        )
    };
    assert_eq!(
        found(&table(&[("99.9", Some("98"), "10"), ("99", None, "25")])),
        [overlap("99", "98")]
    );
    assert_eq!(
        found(&table(&[("99", None, "10"), ("99", None, "25")])),
        [overlap("99", "99")]
    );
    let twice = (
        Kind::CreditOverlap,
        Place::CreditTier(1),
        vec![Seconds::HOUR.into(), Seconds::HOUR.into()],
    );
    assert_eq!(found(&downtime(&[(3_600, "5"), (3_600, "10")])), [twice]);
}

#[test]
fn rows_out_of_order_and_credits_that_shrink() {
    let order = (
        Kind::CreditOrder,
        Place::CreditTier(1),
        vec![percent("99.9").into(), percent("99").into()],
    );
    assert_eq!(
        found(&table(&[("99", None, "25"), ("99.9", None, "10")])),
        [order]
    );
    let turned = (
        Kind::CreditOrder,
        Place::CreditTier(0),
        vec![percent("99.5").into(), percent("99").into()],
    );
    assert!(found(&table(&[("99", Some("99.5"), "10")])).contains(&turned));
    let shrinks = (
        Kind::CreditShrinks,
        Place::CreditTier(1),
        vec![percent("5").into(), percent("10").into()],
    );
    assert_eq!(
        found(&table(&[("99.9", None, "10"), ("99", None, "5")])),
        std::slice::from_ref(&shrinks)
    );
    assert_eq!(found(&downtime(&[(3_600, "10"), (7_200, "5")])), [shrinks]);
    let order = (
        Kind::CreditOrder,
        Place::CreditTier(1),
        vec![Seconds::HOUR.into(), Seconds::new(7_200).into()],
    );
    assert_eq!(found(&downtime(&[(7_200, "5"), (3_600, "10")])), [order]);
    assert_eq!(
        found(&table(&[])),
        [(Kind::CreditTableEmpty, Place::Credits, vec![])]
    );
}

#[test]
fn credits_that_begin_below_the_target() {
    let mut agreement = table(&[("99", None, "10")]);
    agreement.services = vec![
        service("a", "99.9"),
        service("b", "99"),
        service("c", "99.9"),
    ];
    agreement.services[2].remedy = Says(Remedy::RightToLeave);
    let expected = (
        Kind::TriggerBelowTarget,
        Place::Service("a".to_owned()),
        vec![percent("99.9").into(), percent("99").into()],
    );
    assert_eq!(found(&agreement), [expected]);
}

#[test]
fn a_ceiling_below_the_credits() {
    let kinds = |cap: &str| {
        let mut agreement = table(&[("99.9", None, "10"), ("99", None, "25")]);
        agreement.credits.cap = Says(percent(cap));
        lint(&Organization::default(), &agreement)
            .into_iter()
            .map(|finding| finding.kind)
            .collect::<Vec<_>>()
    };
    assert_eq!(kinds("9"), [Kind::CapBelowFirstTier]);
    assert_eq!(kinds("10"), [Kind::CapBelowTopTier]);
    assert_eq!(kinds("25"), []);
}

#[test]
fn credits_promised_and_never_set() {
    let mut agreement = Agreement {
        services: vec![service("a", "99")],
        ..Agreement::default()
    };
    agreement.services[0].remedy = Says(Remedy::Credits);
    assert_eq!(found(&agreement), []);
    agreement.credits.scheme = Silent;
    assert_eq!(
        found(&agreement),
        [(
            Kind::CreditsWithoutScheme,
            Place::Service("a".to_owned()),
            vec![]
        )]
    );
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

#[test]
fn a_target_of_what() {
    let mut agreement = Agreement {
        services: vec![service("a", "99")],
        ..Agreement::default()
    };
    assert_eq!(found(&agreement), []);
    agreement.services[0].period = Silent;
    assert_eq!(
        found(&agreement),
        [(
            Kind::TargetWithoutPeriod,
            Place::Service("a".to_owned()),
            vec![percent("99").into()]
        )]
    );
}

#[test]
fn one_name_for_two_services() {
    let named = |id: &str, name: &str| Service {
        id: id.to_owned(),
        name: name.to_owned(),
        ..Service::default()
    };
    let agreement = Agreement {
        services: vec![
            named("a", "E-mail"),
            named("b", " e-MAIL "),
            named("c", ""),
            named("d", ""),
        ],
        ..Agreement::default()
    };
    let values = vec![Quantity::Name(" e-MAIL ".to_owned())];
    assert_eq!(
        found(&agreement),
        [(
            Kind::DuplicateServiceName,
            Place::Service("b".to_owned()),
            values
        )]
    );
}

#[test]
fn a_list_of_locations_that_do_not_exist() {
    let location = |id: &str| Location {
        id: id.to_owned(),
        ..Location::default()
    };
    let organization = Organization {
        locations: Locations::Named(vec![location("l1")]),
        ..Organization::default()
    };
    let mut agreement = Agreement {
        services: vec![Service {
            id: "a".to_owned(),
            ..Service::default()
        }],
        ..Agreement::default()
    };
    agreement.services[0].coverage = Says(Coverage::Listed(vec!["l1".to_owned(), "l2".to_owned()]));
    let values = vec![Quantity::Name("l2".to_owned())];
    assert_eq!(
        found_for(&organization, &agreement),
        [(
            Kind::UnknownLocation,
            Place::Service("a".to_owned()),
            values
        )]
    );
    assert_eq!(found(&agreement), []);
}

#[test]
fn hours_without_a_zone() {
    let mut agreement = Agreement::default();
    agreement.support.hours = Says(hours(&[Weekday::Mon], "08:00", "18:00"));
    assert_eq!(found(&agreement), []);
    agreement.support.zone = Silent;
    assert_eq!(
        found(&agreement),
        [(Kind::HoursWithoutZone, Place::Support, vec![])]
    );
    agreement.support.hours = Says(WeeklyWindows::always());
    assert_eq!(found(&agreement), []);
}

#[test]
fn a_notice_longer_than_the_term() {
    let kinds = |months, renewal, notice| {
        let term = Term {
            initial_months: Says(months),
            renewal: Says(renewal),
            notice: Says(notice),
            ..Term::default()
        };
        found(&Agreement {
            term,
            ..Agreement::default()
        })
        .into_iter()
        .map(|(kind, ..)| kind)
        .collect::<Vec<_>>()
    };
    assert_eq!(kinds(12, Renewal::Automatic(12), Notice::Months(12)), []);
    assert_eq!(
        kinds(12, Renewal::Automatic(12), Notice::Months(13)),
        [Kind::NoticeBeyondTerm, Kind::NoticeBeyondRenewal]
    );
    assert_eq!(
        kinds(36, Renewal::Automatic(1), Notice::Days(90)),
        [Kind::NoticeBeyondRenewal]
    );
    assert_eq!(kinds(36, Renewal::Automatic(3), Notice::Days(93)), []);
    assert_eq!(
        kinds(1, Renewal::Ends, Notice::Days(32)),
        [Kind::NoticeBeyondTerm]
    );
}
