//! Credits that do not fit together.

use super::super::{FindingKind as Kind, Place, lint};
use super::{found, percent, service};
use crate::agreement::Stated::{Says, Silent};
use crate::agreement::*;
use crate::quantity::Seconds;

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
