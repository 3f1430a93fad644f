//! Credits and other remedies.

use super::{answer, percent, services};
use crate::agreement::Stated::{NotLookedAt, Says, Silent};
use crate::agreement::*;
use crate::assessment::Answer;

fn credits(change: impl Fn(&mut Credits)) -> Agreement {
    let mut agreement = services(1, |_, _| {});
    change(&mut agreement.credits);
    agreement
}

fn tiers(rows: &[(&str, &str)]) -> Stated<CreditScheme> {
    let row = |(below, credit): &(&str, &str)| AvailabilityTier {
        below: percent(below),
        down_to: None,
        credit: percent(credit),
    };
    Says(CreditScheme::ByAvailability(rows.iter().map(row).collect()))
}

#[test]
fn rm_01_remedies_exist() {
    let check = |agreement: &Agreement, expected| assert_eq!(answer(agreement, "RM-01"), expected);
    check(
        &credits(|c| c.scheme = Says(CreditScheme::FlatOnBreach(percent("10")))),
        Some(Answer::Yes),
    );
    check(
        &credits(|c| c.scheme = Says(CreditScheme::MultipleOfDowntime(100))),
        Some(Answer::Yes),
    );
    check(
        &credits(|c| c.scheme = Says(CreditScheme::FlatOnBreach(percent("0")))),
        None,
    );
    check(
        &credits(|c| c.leave_after_misses = Says(3)),
        Some(Answer::Yes),
    );
    check(
        &services(1, |_, service| service.remedy = Says(Remedy::RightToLeave)),
        Some(Answer::Yes),
    );
    check(
        &services(1, |_, service| {
            service.remedy = Says(Remedy::Other("A meeting.".to_owned()));
        }),
        None,
    );
    check(&credits(|c| c.scheme = Silent), None);
    check(
        &credits(|c| (c.scheme, c.leave_after_misses) = (Silent, Silent)),
        Some(Answer::No),
    );
}

#[test]
fn rm_02_size() {
    let check = |scheme: Stated<CreditScheme>, expected| {
        assert_eq!(
            answer(&credits(|c| c.scheme = scheme.clone()), "RM-02"),
            expected
        );
    };
    check(tiers(&[("99.9", "10"), ("99", "25")]), Some(Answer::Yes));
    check(
        tiers(&[("99.9", "5"), ("99", "9.999999")]),
        Some(Answer::Partly),
    );
    check(tiers(&[("99.9", "10")]), Some(Answer::Partly));
    check(tiers(&[]), None);
    check(
        Says(CreditScheme::FlatOnBreach(percent("50"))),
        Some(Answer::Partly),
    );
    check(
        Says(CreditScheme::MultipleOfDowntime(100)),
        Some(Answer::Partly),
    );
    check(Says(CreditScheme::MultipleOfDowntime(1_000)), None);
    check(Silent, Some(Answer::No));
}

#[test]
fn rm_03_trigger() {
    let check = |scheme: Stated<CreditScheme>, targets: &[&str], expected| {
        let mut agreement = services(targets.len(), |i, service| {
            service.target = Says(percent(targets[i]));
        });
        agreement.credits.scheme = scheme;
        assert_eq!(answer(&agreement, "RM-03"), expected);
    };
    check(
        tiers(&[("99", "25"), ("99.9", "10")]),
        &["99.9", "99.5"],
        Some(Answer::Yes),
    );
    check(
        tiers(&[("99.5", "10")]),
        &["99.9", "99.5"],
        Some(Answer::Partly),
    );
    check(
        tiers(&[("99", "10")]),
        &["99.9", "99.5"],
        Some(Answer::Opposite),
    );
    check(tiers(&[("99", "10")]), &[], None);
    check(
        Says(CreditScheme::FlatOnBreach(percent("10"))),
        &["99.9"],
        Some(Answer::Yes),
    );
    check(Says(CreditScheme::MultipleOfDowntime(100)), &["99.9"], None);
    check(Silent, &["99.9"], Some(Answer::No));
}

#[test]
fn rm_04_to_rm_07() {
    let flat = || Says(CreditScheme::FlatOnBreach(percent("10")));
    for (claim, expected) in [
        (Says(Claim::Automatic), Some(Answer::Yes)),
        (Says(Claim::WithinDays(59)), Some(Answer::No)),
        (Says(Claim::WithinDays(60)), None),
        (Says(Claim::OnRequest), None),
        (Silent, Some(Answer::No)),
        (NotLookedAt, None),
    ] {
        assert_eq!(
            answer(
                &credits(|c| (c.scheme, c.claim) = (flat(), claim.clone())),
                "RM-04"
            ),
            expected
        );
    }
    for (cap, expected) in [
        ("0", Answer::No),
        ("9.99", Answer::Partly),
        ("10", Answer::Yes),
        ("100", Answer::Yes),
    ] {
        assert_eq!(
            answer(
                &credits(|c| (c.scheme, c.cap) = (flat(), Says(percent(cap)))),
                "RM-05"
            ),
            Some(expected)
        );
    }
    assert_eq!(
        answer(&credits(|c| (c.scheme, c.cap) = (flat(), Silent)), "RM-05"),
        None
    );
    for (sole, leave, expected) in [
        (Says(true), Silent, Some(Answer::Opposite)),
        (Says(true), Says(3), Some(Answer::Partly)),
        (Says(true), NotLookedAt, None),
        (Says(false), NotLookedAt, Some(Answer::Yes)),
        (Silent, NotLookedAt, Some(Answer::No)),
    ] {
        let agreement =
            credits(|c| (c.sole_remedy, c.leave_after_misses) = (sole.clone(), leave.clone()));
        assert_eq!(answer(&agreement, "RM-06"), expected);
    }
    assert_eq!(
        answer(&credits(|c| c.leave_after_misses = Says(3)), "RM-07"),
        Some(Answer::Yes)
    );
    assert_eq!(
        answer(&credits(|c| c.leave_after_misses = Says(0)), "RM-07"),
        None
    );
    assert_eq!(
        answer(&credits(|c| c.leave_after_misses = Silent), "RM-07"),
        Some(Answer::No)
    );
}
