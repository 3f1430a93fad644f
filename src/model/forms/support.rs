//! The fields of the agreement itself and of the support hours.

use super::organization::{HOURS_LIST, ZONES_LIST};
use super::read;
use super::spec::{Given, Kind, Spec, choose, chosen, key_of, keys, meaning, plain, put, stated};
use crate::format::typed;
use crate::text::commitments as text;
use crate::words::Text;
use engine::agreement::{Agreement, OutOfHours, Support};

const OUT_OF_HOURS: &[(&str, Text, OutOfHours)] = &[
    (
        "critical-included",
        text::OUT_INCLUDED,
        OutOfHours::CriticalIncluded,
    ),
    ("extra-charge", text::OUT_EXTRA, OutOfHours::ExtraCharge),
    ("best-effort", text::OUT_BEST, OutOfHours::BestEffort),
    ("no-cover", text::OUT_NONE, OutOfHours::NoCover),
];

/// The agreement's name and the provider's.
pub const AGREEMENT: &[Spec<Agreement>] = &[
    Spec {
        key: "name",
        label: text::AGREEMENT_NAME,
        hint: Some(text::AGREEMENT_NAME_HINT),
        kind: Kind::Line,
        get: |agreement| plain(agreement.name.clone()),
        put: |agreement, given| super::put_text(&mut agreement.name, given),
    },
    Spec {
        key: "provider",
        label: text::AGREEMENT_PROVIDER,
        hint: None,
        kind: Kind::Line,
        get: |agreement| plain(agreement.provider.clone()),
        put: |agreement, given| super::put_text(&mut agreement.provider, given),
    },
];

/// The support hours.
pub const SUPPORT: &[Spec<Support>] = &[
    Spec {
        key: "hours",
        label: text::SUPPORT_HOURS,
        hint: Some(text::LOCATION_HOURS_HINT),
        kind: Kind::Proposed(HOURS_LIST),
        get: |support| stated(&support.hours, ToString::to_string),
        put: |support, given| put(&mut support.hours, given, read::windows),
    },
    Spec {
        key: "zone",
        label: text::SUPPORT_ZONE,
        hint: Some(text::SUPPORT_ZONE_HINT),
        kind: Kind::Proposed(ZONES_LIST),
        get: |support| stated(&support.zone, String::clone),
        put: |support, given| put(&mut support.zone, given, read::zone),
    },
    Spec {
        key: "out",
        label: text::SUPPORT_OUT,
        hint: None,
        kind: Kind::Select(|| super::with_unknown(&keys(OUT_OF_HOURS))),
        get: |support| chosen(&support.out_of_hours, |cover| key_of(OUT_OF_HOURS, cover)),
        put: |support, given| {
            choose(&mut support.out_of_hours, given, |key, _| {
                meaning(OUT_OF_HOURS, key)
            })
        },
    },
    Spec {
        key: "holidays",
        label: text::SUPPORT_HOLIDAYS,
        hint: Some(text::SUPPORT_HOLIDAYS_HINT),
        kind: Kind::Area,
        get: |support| {
            let days: Vec<String> = support.holidays.iter().map(typed::date).collect();
            plain(days.join(", "))
        },
        put: |support, given| {
            if let Given::Text(typed) = given {
                support.holidays = read::dates(typed)?;
            }
            Ok(())
        },
    },
];
