//! The fields of the credits and their table.

use super::read::{self, Read};
use super::spec::{
    Given, Kind, Shown, Spec, choose, chosen, key_of, keys, maybe, meaning, plain, put, put_maybe,
    refine, stated,
};
use crate::format::typed;
use crate::text::commitments as text;
use crate::words::Text;
use engine::agreement::{AvailabilityTier, Claim, CreditScheme, Credits, DowntimeTier};
use engine::quantity::{Percent, Seconds};

const SCHEMES: [(&str, Text); 4] = [
    ("availability", text::SCHEME_AVAILABILITY),
    ("downtime", text::SCHEME_DOWNTIME),
    ("flat", text::SCHEME_FLAT),
    ("multiple", text::SCHEME_MULTIPLE),
];

fn scheme_key(scheme: &CreditScheme) -> &'static str {
    match scheme {
        CreditScheme::ByAvailability(_) => "availability",
        CreditScheme::ByDowntime(_) => "downtime",
        CreditScheme::FlatOnBreach(_) => "flat",
        CreditScheme::MultipleOfDowntime(_) => "multiple",
    }
}

/// A scheme without any row or share yet; choosing the one that is there keeps what it holds.
fn make_scheme(key: &str, before: Option<&CreditScheme>) -> Option<CreditScheme> {
    if before.map(scheme_key) == Some(key) {
        return None;
    }
    Some(match key {
        "availability" => CreditScheme::ByAvailability(Vec::new()),
        "downtime" => CreditScheme::ByDowntime(Vec::new()),
        "flat" => CreditScheme::FlatOnBreach(Percent::ZERO),
        "multiple" => CreditScheme::MultipleOfDowntime(100),
        _ => return None,
    })
}

const CLAIMS: [(&str, Text); 3] = [
    ("automatic", text::CLAIM_AUTOMATIC),
    ("within", text::CLAIM_WITHIN),
    ("on-request", text::CLAIM_REQUEST),
];

fn claim_key(claim: &Claim) -> &'static str {
    match claim {
        Claim::Automatic => "automatic",
        Claim::WithinDays(_) => "within",
        Claim::OnRequest => "on-request",
    }
}

fn make_claim(key: &str, before: Option<&Claim>) -> Option<Claim> {
    Some(match (key, before) {
        ("automatic", _) => Claim::Automatic,
        ("on-request", _) => Claim::OnRequest,
        ("within", Some(Claim::WithinDays(days))) => Claim::WithinDays(*days),
        ("within", _) => Claim::WithinDays(30),
        _ => return None,
    })
}

const SOLE: &[(&str, Text, bool)] = &[
    ("yes", text::CHOICE_YES, true),
    ("no", text::CHOICE_NO, false),
];

/// The credits apart from their table.
pub const SPECS: &[Spec<Credits>] = &[
    Spec {
        key: "scheme",
        label: text::CREDITS_SCHEME,
        hint: None,
        kind: Kind::Select(|| super::with_unknown(&SCHEMES)),
        get: |credits| chosen(&credits.scheme, scheme_key),
        put: |credits, given| choose(&mut credits.scheme, given, make_scheme),
    },
    Spec {
        key: "scheme-flat",
        label: text::CREDITS_FLAT,
        hint: Some(text::CREDITS_SHARE_HINT),
        kind: Kind::Line,
        get: |credits| match credits.scheme.says() {
            Some(CreditScheme::FlatOnBreach(share)) => plain(typed::percent(share)),
            _ => None,
        },
        put: |credits, given| {
            refine(
                &mut credits.scheme,
                given,
                read::percent,
                |scheme, share| *scheme = CreditScheme::FlatOnBreach(share),
            )
        },
    },
    Spec {
        key: "scheme-multiple",
        label: text::CREDITS_MULTIPLE,
        hint: Some(text::CREDITS_MULTIPLE_HINT),
        kind: Kind::Line,
        get: |credits| match credits.scheme.says() {
            Some(CreditScheme::MultipleOfDowntime(hundredths)) => {
                plain(typed::multiple(hundredths))
            }
            _ => None,
        },
        put: |credits, given| {
            refine(
                &mut credits.scheme,
                given,
                read::multiple,
                |scheme, number| *scheme = CreditScheme::MultipleOfDowntime(number),
            )
        },
    },
    Spec {
        key: "cap",
        label: text::CREDITS_CAP,
        hint: Some(text::CREDITS_CAP_HINT),
        kind: Kind::Line,
        get: |credits| stated(&credits.cap, typed::percent),
        put: |credits, given| put(&mut credits.cap, given, read::percent),
    },
    Spec {
        key: "claim",
        label: text::CREDITS_CLAIM,
        hint: None,
        kind: Kind::Select(|| super::with_unknown(&CLAIMS)),
        get: |credits| chosen(&credits.claim, claim_key),
        put: |credits, given| choose(&mut credits.claim, given, make_claim),
    },
    Spec {
        key: "claim-days",
        label: text::CREDITS_CLAIM_DAYS,
        hint: Some(text::CREDITS_CLAIM_DAYS_HINT),
        kind: Kind::Line,
        get: |credits| match credits.claim.says() {
            Some(Claim::WithinDays(days)) => plain(typed::count(days)),
            _ => None,
        },
        put: |credits, given| {
            refine(&mut credits.claim, given, read::count, |claim, days| {
                *claim = Claim::WithinDays(days);
            })
        },
    },
    Spec {
        key: "sole",
        label: text::CREDITS_SOLE,
        hint: None,
        kind: Kind::Select(|| super::with_unknown(&keys(SOLE))),
        get: |credits| chosen(&credits.sole_remedy, |sole| key_of(SOLE, sole)),
        put: |credits, given| choose(&mut credits.sole_remedy, given, |key, _| meaning(SOLE, key)),
    },
    Spec {
        key: "misses",
        label: text::CREDITS_MISSES,
        hint: Some(text::CREDITS_MISSES_HINT),
        kind: Kind::Line,
        get: |credits| stated(&credits.leave_after_misses, typed::count),
        put: |credits, given| put(&mut credits.leave_after_misses, given, read::positive),
    },
];

/// One row of the credit table, whichever table it is.
pub struct Row<'a> {
    credits: &'a mut Credits,
    at: usize,
}

impl<'a> Row<'a> {
    /// The row at a position.
    pub fn of(credits: &'a mut Credits, at: usize) -> Self {
        Self { credits, at }
    }

    /// Puts a value into one of the row's fields.
    pub fn put(self, key: &str, given: &Given) -> Read<()> {
        let Given::Text(typed) = given else {
            return Ok(());
        };
        let engine::agreement::Stated::Says(scheme) = &mut self.credits.scheme else {
            return Ok(());
        };
        match scheme {
            CreditScheme::ByAvailability(tiers) => {
                let Some(tier) = tiers.get_mut(self.at) else {
                    return Ok(());
                };
                match key {
                    "below" => tier.below = read::percent(typed)?,
                    "down-to" => put_maybe(&mut tier.down_to, given, read::percent)?,
                    _ => tier.credit = read::percent(typed)?,
                }
            }
            CreditScheme::ByDowntime(tiers) => {
                let Some(tier) = tiers.get_mut(self.at) else {
                    return Ok(());
                };
                match key {
                    "at-least" => tier.at_least = read::hours_long(typed)?,
                    _ => tier.credit = read::percent(typed)?,
                }
            }
            CreditScheme::FlatOnBreach(_) | CreditScheme::MultipleOfDowntime(_) => {}
        }
        Ok(())
    }
}

/// A row of a table by availability, as fields; they are put in through [`Row`].
pub const BY_AVAILABILITY: &[Spec<AvailabilityTier>] = &[
    shown("below", text::TIER_BELOW, None, |tier| {
        plain(typed::percent(&tier.below))
    }),
    shown(
        "down-to",
        text::TIER_DOWN_TO,
        Some(text::TIER_DOWN_TO_HINT),
        |tier| maybe(tier.down_to.as_ref(), typed::percent),
    ),
    shown("credit", text::TIER_CREDIT, None, |tier| {
        plain(typed::percent(&tier.credit))
    }),
];

/// A row of a table by downtime, as fields; they are put in through [`Row`].
pub const BY_DOWNTIME: &[Spec<DowntimeTier>] = &[
    shown(
        "at-least",
        text::TIER_AT_LEAST,
        Some(text::TIER_AT_LEAST_HINT),
        |tier| plain(typed::duration(&tier.at_least)),
    ),
    shown("credit", text::TIER_CREDIT, None, |tier| {
        plain(typed::percent(&tier.credit))
    }),
];

const fn shown<T>(
    key: &'static str,
    label: Text,
    hint: Option<Text>,
    get: fn(&T) -> Option<Shown>,
) -> Spec<T> {
    Spec {
        key,
        label,
        hint,
        kind: Kind::Line,
        get,
        put: |_, _| Ok(()),
    }
}

/// Adds a row that changes nothing yet: no credit below the last bound.
pub fn add_row(credits: &mut Credits, target: Option<Percent>) {
    let engine::agreement::Stated::Says(scheme) = &mut credits.scheme else {
        return;
    };
    match scheme {
        CreditScheme::ByAvailability(tiers) => {
            let below = tiers
                .last()
                .map_or(target.unwrap_or(Percent::HUNDRED), |last| {
                    last.down_to.unwrap_or(last.below)
                });
            tiers.push(AvailabilityTier {
                below,
                down_to: None,
                credit: Percent::ZERO,
            });
        }
        CreditScheme::ByDowntime(tiers) => {
            let at_least = tiers.last().map_or(Seconds::HOUR, |last| last.at_least);
            tiers.push(DowntimeTier {
                at_least,
                credit: Percent::ZERO,
            });
        }
        CreditScheme::FlatOnBreach(_) | CreditScheme::MultipleOfDowntime(_) => {}
    }
}

/// Takes a row out.
pub fn remove_row(credits: &mut Credits, at: usize) {
    match &mut credits.scheme {
        engine::agreement::Stated::Says(CreditScheme::ByAvailability(tiers))
            if at < tiers.len() =>
        {
            tiers.remove(at);
        }
        engine::agreement::Stated::Says(CreditScheme::ByDowntime(tiers)) if at < tiers.len() => {
            tiers.remove(at);
        }
        _ => {}
    }
}
