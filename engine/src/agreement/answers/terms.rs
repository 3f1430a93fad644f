//! Term and fees: CT-10, CT-16, ML-03.

use super::Found;
use crate::agreement::{Agreement, Fees, Notice, Renewal, Stated, Term};
use crate::assessment::Answer;

const CT: [u8; 2] = *b"CT";
const ML: [u8; 2] = *b"ML";

/// The longest notice, in days, that still earns full credit beside a reminder.
const SHORT_NOTICE: u32 = 30;

/// The longest notice, in days, that still earns half credit.
const LONGEST_NOTICE: u32 = 90;

pub(super) fn derive(agreement: &Agreement, found: &mut Found) {
    derive_renewal(&agreement.term, found);
    derive_fees(&agreement.fees, found);
}

/// CT-10: no automatic renewal, or one after a reminder with at most 30 days' notice, is full credit; up to 90 days half.
fn derive_renewal(term: &Term, found: &mut Found) {
    let renews = match term.renewal.says() {
        Some(Renewal::Ends) => return found.say(CT, 10, Answer::Yes, "renewal-ends", Vec::new()),
        Some(Renewal::MonthToMonth) => {
            return found.say(CT, 10, Answer::Yes, "renewal-monthly", Vec::new());
        }
        Some(Renewal::Automatic(months)) => months.to_string(),
        None => return,
    };
    let days = match &term.notice {
        Stated::Says(notice) => about_days(*notice),
        Stated::Silent => return found.say(CT, 10, Answer::No, "renewal-no-notice", vec![renews]),
        Stated::NotLookedAt => return,
    };
    let values = vec![renews, days.to_string()];
    if days > LONGEST_NOTICE {
        found.say(CT, 10, Answer::No, "renewal-long-notice", values);
    } else if days > SHORT_NOTICE || term.reminder_days.is_silent() {
        found.say(CT, 10, Answer::Partly, "renewal-half", values);
    } else if term.reminder_days.is_known() {
        found.say(CT, 10, Answer::Yes, "renewal-reminded", values);
    }
}

/// Contracts use 30 days and a month, 90 days and three months alike.
fn about_days(notice: Notice) -> u32 {
    match notice {
        Notice::Days(days) => days,
        Notice::Months(months) => months.saturating_mul(30),
    }
}

/// CT-16 and ML-03. A cap on the yearly rise alone leaves open whether the extras are fixed.
fn derive_fees(fees: &Fees, found: &mut Found) {
    match (&fees.yearly_rise_cap, &fees.recurring) {
        (Stated::Silent, Stated::Says(_)) => {
            found.say(CT, 16, Answer::Partly, "rise-free", Vec::new());
        }
        (Stated::Silent, Stated::Silent) => {
            found.say(CT, 16, Answer::No, "fees-silent", Vec::new());
        }
        _ => {}
    }
    match &fees.new_location {
        Stated::Says(fee) if fee.minor() == 0 => {
            found.say(ML, 3, Answer::Yes, "new-location-free", Vec::new());
        }
        Stated::Says(fee) => found.say(
            ML,
            3,
            Answer::Partly,
            "new-location-fee",
            vec![fee.to_string()],
        ),
        Stated::Silent => found.say(ML, 3, Answer::No, "new-location-silent", Vec::new()),
        Stated::NotLookedAt => {}
    }
}
