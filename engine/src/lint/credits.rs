//! The table of credits by itself, against the targets, and against the ceiling.

use super::{Finding, FindingKind, Place, report};
use crate::agreement::{Agreement, AvailabilityTier, CreditScheme, DowntimeTier, Remedy};
use crate::order::in_order;
use crate::quantity::Percent;

pub(super) fn check(agreement: &Agreement, findings: &mut Vec<Finding>) {
    let credits = &agreement.credits;
    if credits.scheme.is_silent() {
        for service in &agreement.services {
            if let Some(Remedy::Credits | Remedy::CreditsAndRightToLeave) = service.remedy.says() {
                report(
                    findings,
                    FindingKind::CreditsWithoutScheme,
                    Place::Service(service.id.clone()),
                    Vec::new(),
                );
            }
        }
    }
    let Some(scheme) = credits.scheme.says() else {
        return;
    };
    let sizes: Vec<Percent> = match scheme {
        CreditScheme::ByAvailability(tiers) => {
            check_availability(tiers, findings);
            check_trigger(agreement, tiers, findings);
            tiers.iter().map(|tier| tier.credit).collect()
        }
        CreditScheme::ByDowntime(tiers) => {
            check_downtime(tiers, findings);
            tiers.iter().map(|tier| tier.credit).collect()
        }
        CreditScheme::FlatOnBreach(credit) => vec![*credit],
        CreditScheme::MultipleOfDowntime(_) => return,
    };
    let (Some(lowest), Some(highest)) = (sizes.iter().min(), sizes.iter().max()) else {
        return report(
            findings,
            FindingKind::CreditTableEmpty,
            Place::Credits,
            Vec::new(),
        );
    };
    let Some(cap) = credits.cap.says() else {
        return;
    };
    if cap < lowest {
        report(
            findings,
            FindingKind::CapBelowFirstTier,
            Place::Credits,
            vec![(*cap).into(), (*lowest).into()],
        );
    } else if cap < highest {
        report(
            findings,
            FindingKind::CapBelowTopTier,
            Place::Credits,
            vec![(*cap).into(), (*highest).into()],
        );
    }
}

/// A row holds the results from `down_to` up to, but not including, `below`.
fn check_availability(tiers: &[AvailabilityTier], findings: &mut Vec<Finding>) {
    for (at, tier) in tiers.iter().enumerate() {
        if let Some(end) = tier.down_to
            && end >= tier.below
        {
            report(
                findings,
                FindingKind::CreditOrder,
                Place::CreditTier(at),
                vec![end.into(), tier.below.into()],
            );
        }
    }
    for (at, pair) in tiers.windows(2).enumerate() {
        if pair[1].below > pair[0].below {
            let values = vec![pair[1].below.into(), pair[0].below.into()];
            report(
                findings,
                FindingKind::CreditOrder,
                Place::CreditTier(at + 1),
                values,
            );
        }
    }
    let rows: Vec<(usize, &AvailabilityTier)> = tiers.iter().enumerate().collect();
    let rows = in_order(rows, |(_, a), (_, b)| b.below.cmp(&a.below));
    for pair in rows.windows(2) {
        let ((_, upper), (at, lower)) = (pair[0], pair[1]);
        if lower.credit < upper.credit {
            let values = vec![lower.credit.into(), upper.credit.into()];
            report(
                findings,
                FindingKind::CreditShrinks,
                Place::CreditTier(at),
                values,
            );
        }
        if lower.below == upper.below {
            let values = vec![upper.below.into(), lower.below.into()];
            report(
                findings,
                FindingKind::CreditOverlap,
                Place::CreditTier(at),
                values,
            );
            continue;
        }
        let Some(end) = upper.down_to.filter(|end| *end < upper.below) else {
            continue;
        };
        if end > lower.below {
            report(
                findings,
                FindingKind::CreditGap,
                Place::CreditTier(at),
                vec![end.into(), lower.below.into()],
            );
        } else if end < lower.below {
            report(
                findings,
                FindingKind::CreditOverlap,
                Place::CreditTier(at),
                vec![lower.below.into(), end.into()],
            );
        }
    }
    if let Some((at, last)) = rows.last()
        && let Some(end) = last.down_to
        && end > Percent::ZERO
    {
        report(
            findings,
            FindingKind::CreditGap,
            Place::CreditTier(*at),
            vec![end.into(), Percent::ZERO.into()],
        );
    }
}

fn check_downtime(tiers: &[DowntimeTier], findings: &mut Vec<Finding>) {
    for (at, pair) in tiers.windows(2).enumerate() {
        let (before, after) = (&pair[0], &pair[1]);
        let place = Place::CreditTier(at + 1);
        if after.at_least == before.at_least {
            report(
                findings,
                FindingKind::CreditOverlap,
                place,
                vec![after.at_least.into(), before.at_least.into()],
            );
        } else if after.at_least < before.at_least {
            report(
                findings,
                FindingKind::CreditOrder,
                place,
                vec![after.at_least.into(), before.at_least.into()],
            );
        } else if after.credit < before.credit {
            report(
                findings,
                FindingKind::CreditShrinks,
                place,
                vec![after.credit.into(), before.credit.into()],
            );
        }
    }
}

/// A result that misses the target and earns nothing. A service with another remedy than credits is left out.
fn check_trigger(agreement: &Agreement, tiers: &[AvailabilityTier], findings: &mut Vec<Finding>) {
    let Some(begins) = tiers.iter().map(|tier| tier.below).max() else {
        return;
    };
    for service in &agreement.services {
        let Some(target) = service.target.says() else {
            continue;
        };
        let by_credits = !matches!(
            service.remedy.says(),
            Some(Remedy::RightToLeave | Remedy::Other(_))
        );
        if by_credits && begins < *target {
            let values = vec![(*target).into(), begins.into()];
            report(
                findings,
                FindingKind::TriggerBelowTarget,
                Place::Service(service.id.clone()),
                values,
            );
        }
    }
}
