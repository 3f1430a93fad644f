//! Remedies: RM-01 to RM-07.

use super::Found;
use crate::agreement::{Agreement, Claim, CreditScheme, Credits, Remedy, Stated};
use crate::assessment::Answer;
use crate::quantity::Percent;

const RM: [u8; 2] = *b"RM";

/// Ten percent of the period's charges: the least that the questions on size and ceiling ask for.
const TEN_PERCENT: Percent = match Percent::from_millionths(10_000_000) {
    Some(percent) => percent,
    None => Percent::HUNDRED,
};

/// Days in which a claim that is not automatic may still earn half credit.
const LONG_CLAIM: u32 = 60;

pub(super) fn derive(agreement: &Agreement, found: &mut Found) {
    let credits = &agreement.credits;
    derive_existence(agreement, found);
    match &credits.scheme {
        Stated::Says(scheme) => {
            derive_size(scheme, found);
            derive_trigger(agreement, scheme, found);
            derive_claim(credits, found);
            derive_cap(credits, found);
        }
        Stated::Silent => {
            found.say(RM, 2, Answer::No, "credit-none", Vec::new());
            found.say(RM, 3, Answer::No, "credit-none", Vec::new());
        }
        Stated::NotLookedAt => {}
    }
    derive_other_rights(agreement, found);
    match &credits.leave_after_misses {
        Stated::Says(misses) if *misses > 0 => {
            found.say(RM, 7, Answer::Yes, "leave-after", vec![misses.to_string()]);
        }
        Stated::Silent => found.say(RM, 7, Answer::No, "leave-none", Vec::new()),
        _ => {}
    }
}

/// RM-01: a credit or the right to leave is a remedy; silence on both, and no service with one, is none.
fn derive_existence(agreement: &Agreement, found: &mut Found) {
    let credits = &agreement.credits;
    let pays = credits
        .scheme
        .says()
        .is_some_and(|scheme| highest(scheme).is_none_or(|credit| credit > Percent::ZERO));
    if pays || keeps_right_to_leave(agreement) {
        return found.say(RM, 1, Answer::Yes, "remedy-exists", Vec::new());
    }
    let services_silent = agreement
        .services
        .iter()
        .all(|service| service.remedy.says().is_none());
    if credits.scheme.is_silent() && credits.leave_after_misses.is_silent() && services_silent {
        found.say(RM, 1, Answer::No, "remedy-none", Vec::new());
    }
}

/// RM-02: at least 10 % and growing is full credit; less than 10 %, not growing, or the price of the lost time, half.
fn derive_size(scheme: &CreditScheme, found: &mut Found) {
    let values = || {
        highest(scheme)
            .map(|credit| credit.to_string())
            .into_iter()
            .collect::<Vec<_>>()
    };
    match (scheme, highest(scheme)) {
        (CreditScheme::MultipleOfDowntime(hundredths), _) if *hundredths <= 100 => {
            found.say(RM, 2, Answer::Partly, "credit-pro-rata", Vec::new());
        }
        (_, Some(credit)) if credit < TEN_PERCENT => {
            found.say(RM, 2, Answer::Partly, "credit-small", values());
        }
        (CreditScheme::FlatOnBreach(_), Some(_)) => {
            found.say(RM, 2, Answer::Partly, "credit-flat", values());
        }
        (_, Some(credit)) if lowest(scheme).is_some_and(|lowest| lowest < credit) => {
            found.say(RM, 2, Answer::Yes, "credit-grows", values());
        }
        (_, Some(_)) => found.say(RM, 2, Answer::Partly, "credit-flat", values()),
        (_, None) => {}
    }
}

/// RM-03: the credit starts at the target, at once for every target, for some, or for none.
fn derive_trigger(agreement: &Agreement, scheme: &CreditScheme, found: &mut Found) {
    let starts = match scheme {
        CreditScheme::FlatOnBreach(_) => {
            return found.say(RM, 3, Answer::Yes, "trigger-any-miss", Vec::new());
        }
        CreditScheme::ByAvailability(tiers) => tiers.iter().map(|tier| tier.below).max(),
        // Whether a length of downtime is the target depends on the period; whether a multiple needs a miss, on words.
        CreditScheme::ByDowntime(_) | CreditScheme::MultipleOfDowntime(_) => None,
    };
    let targets: Vec<Percent> = agreement
        .services
        .iter()
        .filter_map(|service| service.target.says())
        .copied()
        .collect();
    let (Some(starts), Some(lowest), Some(highest)) =
        (starts, targets.iter().min(), targets.iter().max())
    else {
        return;
    };
    let values = vec![starts.to_string(), highest.to_string()];
    if starts >= *highest {
        found.say(RM, 3, Answer::Yes, "trigger-at-target", values);
    } else if starts >= *lowest {
        found.say(RM, 3, Answer::Partly, "trigger-some-targets", values);
    } else {
        found.say(RM, 3, Answer::Opposite, "trigger-below-target", values);
    }
}

/// RM-04: automatic is full credit; a claim within less than 60 days none. A longer time, or none stated, is left open:
/// whose data counts is not among the commitments.
fn derive_claim(credits: &Credits, found: &mut Found) {
    match &credits.claim {
        Stated::Says(Claim::Automatic) => {
            found.say(RM, 4, Answer::Yes, "claim-automatic", Vec::new());
        }
        Stated::Says(Claim::WithinDays(days)) if *days < LONG_CLAIM => {
            found.say(RM, 4, Answer::No, "claim-within", vec![days.to_string()]);
        }
        Stated::Silent => found.say(RM, 4, Answer::No, "claim-silent", Vec::new()),
        _ => {}
    }
}

/// RM-05: a ceiling of at least 10 % is full credit, a lower one half, zero none. No stated ceiling decides nothing: it
/// may mean that there is none.
fn derive_cap(credits: &Credits, found: &mut Found) {
    let Some(cap) = credits.cap.says() else {
        return;
    };
    let (answer, key) = match *cap {
        Percent::ZERO => (Answer::No, "cap-zero"),
        cap if cap < TEN_PERCENT => (Answer::Partly, "cap-low"),
        _ => (Answer::Yes, "cap-high"),
    };
    found.say(RM, 5, answer, key, vec![cap.to_string()]);
}

/// RM-06: credits as the sole remedy are the opposite of the question, or half credit beside the right to leave.
fn derive_other_rights(agreement: &Agreement, found: &mut Found) {
    let credits = &agreement.credits;
    match &credits.sole_remedy {
        Stated::Says(false) => found.say(RM, 6, Answer::Yes, "not-sole-remedy", Vec::new()),
        Stated::Says(true) if keeps_right_to_leave(agreement) => {
            found.say(RM, 6, Answer::Partly, "sole-remedy-but-leave", Vec::new());
        }
        Stated::Says(true) if credits.leave_after_misses.is_silent() => {
            found.say(RM, 6, Answer::Opposite, "sole-remedy", Vec::new());
        }
        Stated::Silent => found.say(RM, 6, Answer::No, "other-rights-silent", Vec::new()),
        _ => {}
    }
}

fn keeps_right_to_leave(agreement: &Agreement) -> bool {
    agreement
        .credits
        .leave_after_misses
        .says()
        .is_some_and(|misses| *misses > 0)
        || agreement.services.iter().any(|service| {
            matches!(
                service.remedy.says(),
                Some(Remedy::RightToLeave | Remedy::CreditsAndRightToLeave)
            )
        })
}

/// The credits that a scheme names; none for a multiple of the downtime.
fn credits_of(scheme: &CreditScheme) -> Vec<Percent> {
    match scheme {
        CreditScheme::ByAvailability(tiers) => tiers.iter().map(|tier| tier.credit).collect(),
        CreditScheme::ByDowntime(tiers) => tiers.iter().map(|tier| tier.credit).collect(),
        CreditScheme::FlatOnBreach(credit) => vec![*credit],
        CreditScheme::MultipleOfDowntime(_) => Vec::new(),
    }
}

fn highest(scheme: &CreditScheme) -> Option<Percent> {
    credits_of(scheme).into_iter().max()
}

fn lowest(scheme: &CreditScheme) -> Option<Percent> {
    credits_of(scheme).into_iter().min()
}
