//! Response and resolution times against each other.

use super::{Finding, FindingKind, Place, report};
use crate::agreement::{Agreement, ClockBasis, Severity, Stated, TimeLimit, TimePromise};
use crate::derivation::Quantity;
use crate::quantity::Count;

pub(super) fn check(agreement: &Agreement, findings: &mut Vec<Finding>) {
    let severities = &agreement.severities;
    for (at, severity) in severities.iter().enumerate() {
        if let (Some(response), Some(resolution)) =
            (severity.response.says(), severity.resolution.says())
            && is_surely_no_later(resolution, response)
        {
            let values = vec![shown(response), shown(resolution)];
            report(
                findings,
                FindingKind::ResolutionNotAfterResponse,
                Place::Severity(at),
                values,
            );
        }
        check_order(
            severities,
            at,
            |severity| &severity.response,
            FindingKind::ResponseOutOfOrder,
            findings,
        );
        check_order(
            severities,
            at,
            |severity| &severity.resolution,
            FindingKind::ResolutionOutOfOrder,
            findings,
        );
    }
}

/// Whether the severity at a position is surely slower than a lesser one; the first such pair is enough.
fn check_order(
    severities: &[Severity],
    at: usize,
    pick: fn(&Severity) -> &Stated<TimePromise>,
    kind: FindingKind,
    findings: &mut Vec<Finding>,
) {
    let Some(own) = pick(&severities[at]).says() else {
        return;
    };
    let lesser = severities
        .iter()
        .filter(|other| other.level > severities[at].level)
        .filter_map(|other| pick(other).says());
    if let Some(faster) = lesser
        .into_iter()
        .find(|other| is_surely_earlier(other, own))
    {
        report(
            findings,
            kind,
            Place::Severity(at),
            vec![shown(own), shown(faster)],
        );
    }
}

/// Whether `one` is due earlier than `other` whenever both start together. A clock that pauses is never ahead of one
/// that runs all the time; two clocks that pause at different hours are not compared.
fn is_surely_earlier(one: &TimePromise, other: &TimePromise) -> bool {
    match (one.limit, other.limit) {
        (TimeLimit::Time(a), TimeLimit::Time(b)) => is_comparable(one, other) && a < b,
        (TimeLimit::BusinessDays(a), TimeLimit::BusinessDays(b)) => a < b,
        _ => false,
    }
}

/// The same for a time that is due at the same moment as well. The n-th business day may hold both a response and its
/// resolution: equal days are no contradiction.
fn is_surely_no_later(one: &TimePromise, other: &TimePromise) -> bool {
    match (one.limit, other.limit) {
        (TimeLimit::Time(a), TimeLimit::Time(b)) => is_comparable(one, other) && a <= b,
        _ => is_surely_earlier(one, other),
    }
}

fn is_comparable(one: &TimePromise, other: &TimePromise) -> bool {
    one.clock == other.clock || one.clock == ClockBasis::AroundTheClock
}

fn shown(promise: &TimePromise) -> Quantity {
    match promise.limit {
        TimeLimit::Time(time) => time.into(),
        TimeLimit::BusinessDays(days) => Count::new(days).into(),
    }
}
