//! Support hours, term, renewal and notice.

use super::{Finding, FindingKind, Place, report};
use crate::agreement::{Agreement, Notice, Renewal};
use crate::derivation::Quantity;
use crate::quantity::{Count, Seconds};

/// The days of the longest month: so many days are surely longer than a month.
const LONGEST_MONTH: u32 = 31;

pub(super) fn check(agreement: &Agreement, findings: &mut Vec<Finding>) {
    let (support, term) = (&agreement.support, &agreement.term);
    if support.hours.says().is_some_and(|hours| !hours.is_always()) && support.zone.is_silent() {
        report(
            findings,
            FindingKind::HoursWithoutZone,
            Place::Support,
            Vec::new(),
        );
    }
    let Some(notice) = term.notice.says() else {
        return;
    };
    let mut hold_against = |months: u32, kind| {
        if is_longer(*notice, months) {
            report(
                findings,
                kind,
                Place::Term,
                vec![shown(*notice), Count::new(months).into()],
            );
        }
    };
    if let Some(months) = term.initial_months.says() {
        hold_against(*months, FindingKind::NoticeBeyondTerm);
    }
    if let Some(Renewal::Automatic(months)) = term.renewal.says() {
        hold_against(*months, FindingKind::NoticeBeyondRenewal);
    }
}

/// Whether a notice is longer than so many months, however long these are.
fn is_longer(notice: Notice, months: u32) -> bool {
    match notice {
        Notice::Months(notice) => notice > months,
        Notice::Days(days) => days > months.saturating_mul(LONGEST_MONTH),
    }
}

/// A notice in months is a number, one in days a length of time.
fn shown(notice: Notice) -> Quantity {
    match notice {
        Notice::Months(months) => Count::new(months).into(),
        Notice::Days(days) => Seconds::new(u64::from(days) * Seconds::DAY.get()).into(),
    }
}
