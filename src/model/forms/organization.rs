//! The fields of the organization and its locations.

use super::read;
use super::spec::{Given, Kind, Shown, Spec, key_of, keys, maybe, meaning, plain, put_maybe};
use crate::format::typed;
use crate::text::commitments as text;
use crate::words::Text;
use engine::agreement::{Location, LocationProfile, Locations, Organization, Tri};

const TRI: &[(&str, Text, Tri)] = &[
    ("yes", text::CHOICE_YES, Tri::Yes),
    ("no", text::CHOICE_NO, Tri::No),
    ("not-said", text::CHOICE_NOT_SAID, Tri::NotSaid),
];

fn tri() -> Kind {
    Kind::Radio(|| keys(TRI))
}

fn tri_shown(value: Tri) -> Option<Shown> {
    plain(key_of(TRI, &value).to_owned())
}

fn tri_given(slot: &mut Tri, given: &Given) {
    if let Given::Text(key) = given {
        *slot = meaning(TRI, key).unwrap_or_default();
    }
}

/// The number of locations, and the two facts that decide which protections count.
pub fn specs() -> [Spec<Organization>; 3] {
    [
        Spec {
            key: "count",
            label: text::LOCATIONS_COUNT,
            hint: Some(text::LOCATIONS_COUNT_HINT),
            kind: Kind::Line,
            get: |organization| {
                plain(
                    organization
                        .locations
                        .count()
                        .as_ref()
                        .map(typed::count)
                        .unwrap_or_default(),
                )
            },
            put: |organization, given| {
                // A list of names has its own number.
                if matches!(organization.locations, Locations::Named(_)) {
                    return Ok(());
                }
                let mut count = organization.locations.count();
                put_maybe(&mut count, given, read::location_count)?;
                organization.locations = count.map_or(Locations::NotSaid, Locations::Count);
                Ok(())
            },
        },
        Spec {
            key: "plans-more",
            label: text::PLANS_MORE,
            hint: None,
            kind: tri(),
            get: |organization| tri_shown(organization.plans_more_locations),
            put: |organization, given| {
                tri_given(&mut organization.plans_more_locations, given);
                Ok(())
            },
        },
        Spec {
            key: "patient-data",
            label: text::PATIENT_DATA,
            hint: Some(text::PATIENT_DATA_HINT),
            kind: tri(),
            get: |organization| tri_shown(organization.provider_reaches_patient_data),
            put: |organization, given| {
                tri_given(&mut organization.provider_reaches_patient_data, given);
                Ok(())
            },
        },
    ]
}

/// A location's name.
pub const NAME: &[Spec<Location>] = &[Spec {
    key: "name",
    label: text::LOCATION_NAME,
    hint: None,
    kind: Kind::Line,
    get: |location| plain(location.name.clone()),
    put: |location, given| super::put_text(&mut location.name, given),
}];

/// The list of hours that a field proposes.
pub const HOURS_LIST: &str = "hours-proposed";

/// The list of zones that a field proposes.
pub const ZONES_LIST: &str = "zones-proposed";

/// What a lost hour means at a location.
pub const PROFILE: &[Spec<LocationProfile>] = &[
    Spec {
        key: "zone",
        label: text::LOCATION_ZONE,
        hint: Some(text::LOCATION_ZONE_HINT),
        kind: Kind::Proposed(ZONES_LIST),
        get: |profile| maybe(profile.zone.as_ref(), String::clone),
        put: |profile, given| put_maybe(&mut profile.zone, given, read::zone),
    },
    Spec {
        key: "hours",
        label: text::LOCATION_HOURS,
        hint: Some(text::LOCATION_HOURS_HINT),
        kind: Kind::Proposed(HOURS_LIST),
        get: |profile| maybe(profile.opening_hours.as_ref(), ToString::to_string),
        put: |profile, given| put_maybe(&mut profile.opening_hours, given, read::windows),
    },
    Spec {
        key: "chairs",
        label: text::LOCATION_CHAIRS,
        hint: None,
        kind: Kind::Line,
        get: |profile| maybe(profile.chairs.as_ref(), typed::count),
        put: |profile, given| put_maybe(&mut profile.chairs, given, read::count),
    },
    Spec {
        key: "production",
        label: text::LOCATION_PRODUCTION,
        hint: Some(text::LOCATION_PRODUCTION_HINT),
        kind: Kind::Line,
        get: |profile| maybe(profile.production_per_chair_hour.as_ref(), typed::money),
        put: |profile, given| put_maybe(&mut profile.production_per_chair_hour, given, read::money),
    },
    Spec {
        key: "stopped",
        label: text::LOCATION_STOPPED,
        hint: Some(text::LOCATION_STOPPED_HINT),
        kind: Kind::Line,
        get: |profile| maybe(profile.share_stopped.as_ref(), typed::percent),
        put: |profile, given| put_maybe(&mut profile.share_stopped, given, read::percent),
    },
    Spec {
        key: "rebooked",
        label: text::LOCATION_REBOOKED,
        hint: Some(text::LOCATION_REBOOKED_HINT),
        kind: Kind::Line,
        get: |profile| maybe(profile.share_rebooked.as_ref(), typed::percent),
        put: |profile, given| put_maybe(&mut profile.share_rebooked, given, read::percent),
    },
    Spec {
        key: "users",
        label: text::LOCATION_USERS,
        hint: None,
        kind: Kind::Line,
        get: |profile| maybe(profile.users.as_ref(), typed::count),
        put: |profile, given| put_maybe(&mut profile.users, given, read::count),
    },
];
