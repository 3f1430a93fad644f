//! The fields of the term and the fees.

use super::read::{self, Read};
use super::spec::{
    Given, Kind, Spec, choose, chosen, key_of, keys, maybe, meaning, plain, put, put_maybe, refine,
    stated,
};
use crate::format::typed;
use crate::text::commitments as text;
use crate::words::Text;
use engine::agreement::{Charge, ChargeBasis, Fees, Renewal, Stated, Term};

const RENEWALS: [(&str, Text); 3] = [
    ("ends", text::RENEWAL_ENDS),
    ("monthly", text::RENEWAL_MONTHLY),
    ("automatic", text::RENEWAL_AUTOMATIC),
];

fn renewal_key(renewal: &Renewal) -> &'static str {
    match renewal {
        Renewal::Ends => "ends",
        Renewal::MonthToMonth => "monthly",
        Renewal::Automatic(_) => "automatic",
    }
}

fn make_renewal(key: &str, before: Option<&Renewal>) -> Option<Renewal> {
    Some(match (key, before) {
        ("ends", _) => Renewal::Ends,
        ("monthly", _) => Renewal::MonthToMonth,
        ("automatic", Some(Renewal::Automatic(months))) => Renewal::Automatic(*months),
        ("automatic", _) => Renewal::Automatic(12),
        _ => return None,
    })
}

const BASES: &[(&str, Text, ChargeBasis)] = &[
    (
        "organization",
        text::BASIS_ORGANIZATION,
        ChargeBasis::Organization,
    ),
    ("location", text::BASIS_LOCATION, ChargeBasis::Location),
];

fn put_charge(slot: &mut Stated<Charge>, given: &Given) -> Read<()> {
    let basis = slot
        .says()
        .map_or(ChargeBasis::Organization, |charge| charge.basis);
    put(slot, given, |typed| {
        read::money(typed).map(|per_month| Charge {
            per_month,
            basis: ChargeBasis::Organization,
        })
    })?;
    if let Stated::Says(charge) = slot {
        charge.basis = basis;
    }
    Ok(())
}

/// Start, length, renewal and notice.
pub const TERM: &[Spec<Term>] = &[
    Spec {
        key: "starts",
        label: text::TERM_STARTS,
        hint: Some(text::DATE_HINT),
        kind: Kind::Line,
        get: |term| stated(&term.starts, typed::date),
        put: |term, given| put(&mut term.starts, given, read::date),
    },
    Spec {
        key: "months",
        label: text::TERM_MONTHS,
        hint: Some(text::TERM_MONTHS_HINT),
        kind: Kind::Line,
        get: |term| stated(&term.initial_months, typed::count),
        put: |term, given| put(&mut term.initial_months, given, read::months),
    },
    Spec {
        key: "renewal",
        label: text::TERM_RENEWAL,
        hint: None,
        kind: Kind::Select(|| super::with_unknown(&RENEWALS)),
        get: |term| chosen(&term.renewal, renewal_key),
        put: |term, given| choose(&mut term.renewal, given, make_renewal),
    },
    Spec {
        key: "renewal-months",
        label: text::TERM_RENEWAL_MONTHS,
        hint: None,
        kind: Kind::Line,
        get: |term| match term.renewal.says() {
            Some(Renewal::Automatic(months)) => plain(months.to_string()),
            _ => None,
        },
        put: |term, given| {
            refine(&mut term.renewal, given, read::months, |renewal, months| {
                *renewal = Renewal::Automatic(months);
            })
        },
    },
    Spec {
        key: "notice",
        label: text::TERM_NOTICE,
        hint: Some(text::TERM_NOTICE_HINT),
        kind: Kind::Line,
        get: |term| stated(&term.notice, typed::notice),
        put: |term, given| put(&mut term.notice, given, read::notice),
    },
    Spec {
        key: "reminder",
        label: text::TERM_REMINDER,
        hint: Some(text::TERM_REMINDER_HINT),
        kind: Kind::Line,
        get: |term| stated(&term.reminder_days, typed::count),
        put: |term, given| put(&mut term.reminder_days, given, read::count),
    },
    Spec {
        key: "review",
        label: text::TERM_REVIEW,
        hint: Some(text::TERM_REVIEW_HINT),
        kind: Kind::Line,
        get: |term| maybe(term.review_on.as_ref(), typed::date),
        put: |term, given| put_maybe(&mut term.review_on, given, read::date),
    },
];

/// The fees.
pub const FEES: &[Spec<Fees>] = &[
    Spec {
        key: "recurring",
        label: text::FEES_RECURRING,
        hint: Some(text::FEES_RECURRING_HINT),
        kind: Kind::Line,
        get: |fees| stated(&fees.recurring, |charge| typed::money(&charge.per_month)),
        put: |fees, given| put_charge(&mut fees.recurring, given),
    },
    Spec {
        key: "recurring-basis",
        label: text::FEES_BASIS,
        hint: None,
        kind: Kind::Select(|| keys(BASES)),
        get: |fees| {
            fees.recurring
                .says()
                .and_then(|charge| plain(key_of(BASES, &charge.basis).to_owned()))
        },
        put: |fees, given| {
            refine(
                &mut fees.recurring,
                given,
                |key| Ok(meaning(BASES, key)),
                |charge, basis| {
                    charge.basis = basis.unwrap_or(charge.basis);
                },
            )
        },
    },
    Spec {
        key: "new-location",
        label: text::FEES_NEW_LOCATION,
        hint: Some(text::FEES_NEW_LOCATION_HINT),
        kind: Kind::Line,
        get: |fees| stated(&fees.new_location, typed::money),
        put: |fees, given| put(&mut fees.new_location, given, read::money),
    },
    Spec {
        key: "rise",
        label: text::FEES_RISE,
        hint: Some(text::FEES_RISE_HINT),
        kind: Kind::Line,
        get: |fees| stated(&fees.yearly_rise_cap, typed::percent),
        put: |fees, given| put(&mut fees.yearly_rise_cap, given, read::percent),
    },
];
