//! Contradictions inside one agreement. Each is a finding, never an error: real contracts contain them.
//!
//! Only what is stated is held against what is stated. Where two statements cannot be compared (clocks of different
//! hours, periods of unknown length) nothing is claimed.

mod credits;
mod services;
mod term;
mod times;

#[cfg(test)]
mod tests;

use crate::agreement::{Agreement, Organization};
use crate::derivation::Quantity;

/// One contradiction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What contradicts what.
    pub kind: FindingKind,
    /// Where.
    pub place: Place,
    /// The values at odds, in the order in which [`FindingKind`] names them.
    pub values: Vec<Quantity>,
}

/// Where a finding stands. Positions count from 0, in the order of the agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A service, by its id.
    Service(String),
    /// A severity, by its position.
    Severity(usize),
    /// A row of the table of credits, by its position.
    CreditTier(usize),
    /// The credits as a whole.
    Credits,
    /// The support hours.
    Support,
    /// Term, renewal and notice.
    Term,
}

/// What contradicts what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// Results between two rows, or below the last one, earn nothing: upper bound, lower bound.
    CreditGap,
    /// Two rows claim the same results: upper bound, lower bound.
    CreditOverlap,
    /// The rows are not in order, or a row ends where it begins: the bound, the one that it should be below (downtime: above).
    CreditOrder,
    /// A worse result earns less: its credit, the credit of the better result.
    CreditShrinks,
    /// The table of credits has no rows.
    CreditTableEmpty,
    /// Credits begin below the target: target, where they begin.
    TriggerBelowTarget,
    /// The ceiling is below the first credit, so that no credit is ever paid whole: ceiling, first credit.
    CapBelowFirstTier,
    /// The ceiling cuts the highest credit off: ceiling, highest credit.
    CapBelowTopTier,
    /// A service promises credits and the agreement is silent on them.
    CreditsWithoutScheme,
    /// A resolution is due no later than the response: response, resolution.
    ResolutionNotAfterResponse,
    /// A severity has a longer response time than a lesser one: its own, the lesser one's.
    ResponseOutOfOrder,
    /// A severity has a longer resolution time than a lesser one: its own, the lesser one's.
    ResolutionOutOfOrder,
    /// A repair within its limit breaks the availability target: resolution limit, allowance in seconds, target.
    ResolutionBeyondAllowance,
    /// A target without a period: the target. "99 % of what?"
    TargetWithoutPeriod,
    /// Two services have one name: the name.
    DuplicateServiceName,
    /// A list of covered locations names one that does not exist: its id.
    UnknownLocation,
    /// Support hours without a time zone.
    HoursWithoutZone,
    /// The notice is longer than the first term: notice and term, in months, or days and months.
    NoticeBeyondTerm,
    /// The notice is longer than the term by which the agreement renews itself: as above.
    NoticeBeyondRenewal,
}

impl FindingKind {
    /// All of them.
    pub const ALL: [Self; 19] = [
        Self::CreditGap,
        Self::CreditOverlap,
        Self::CreditOrder,
        Self::CreditShrinks,
        Self::CreditTableEmpty,
        Self::TriggerBelowTarget,
        Self::CapBelowFirstTier,
        Self::CapBelowTopTier,
        Self::CreditsWithoutScheme,
        Self::ResolutionNotAfterResponse,
        Self::ResponseOutOfOrder,
        Self::ResolutionOutOfOrder,
        Self::ResolutionBeyondAllowance,
        Self::TargetWithoutPeriod,
        Self::DuplicateServiceName,
        Self::UnknownLocation,
        Self::HoursWithoutZone,
        Self::NoticeBeyondTerm,
        Self::NoticeBeyondRenewal,
    ];

    /// The key of its sentence in `content/en/ui/lint.json` (there with `_` for `-`); the values fill the places `{a}`, `{b}`,
    /// `{c}`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::CreditGap => "credit-gap",
            Self::CreditOverlap => "credit-overlap",
            Self::CreditOrder => "credit-order",
            Self::CreditShrinks => "credit-shrinks",
            Self::CreditTableEmpty => "credit-table-empty",
            Self::TriggerBelowTarget => "trigger-below-target",
            Self::CapBelowFirstTier => "cap-below-first-tier",
            Self::CapBelowTopTier => "cap-below-top-tier",
            Self::CreditsWithoutScheme => "credits-without-scheme",
            Self::ResolutionNotAfterResponse => "resolution-not-after-response",
            Self::ResponseOutOfOrder => "response-out-of-order",
            Self::ResolutionOutOfOrder => "resolution-out-of-order",
            Self::ResolutionBeyondAllowance => "resolution-beyond-allowance",
            Self::TargetWithoutPeriod => "target-without-period",
            Self::DuplicateServiceName => "duplicate-service-name",
            Self::UnknownLocation => "unknown-location",
            Self::HoursWithoutZone => "hours-without-zone",
            Self::NoticeBeyondTerm => "notice-beyond-term",
            Self::NoticeBeyondRenewal => "notice-beyond-renewal",
        }
    }
}

/// The contradictions inside an agreement: services first, then severities, credits, support, term.
pub fn lint(organization: &Organization, agreement: &Agreement) -> Vec<Finding> {
    let mut findings = Vec::new();
    services::check(organization, agreement, &mut findings);
    times::check(agreement, &mut findings);
    credits::check(agreement, &mut findings);
    term::check(agreement, &mut findings);
    findings
}

/// Adds a finding.
fn report(findings: &mut Vec<Finding>, kind: FindingKind, place: Place, values: Vec<Quantity>) {
    findings.push(Finding {
        kind,
        place,
        values,
    });
}
