//! The support hours.

use super::{derived, hours};
use crate::agreement::Stated::{NotLookedAt, Says, Silent};
use crate::agreement::*;
use crate::assessment::Answer;
use crate::calendar::WeeklyWindows;

#[test]
fn sc_07_support() {
    let agreement = |hours, zone: Stated<&str>, out_of_hours| Agreement {
        support: Support {
            hours,
            zone: zone.map(|zone| (*zone).to_owned()),
            out_of_hours,
            holidays: Vec::new(),
        },
        ..Agreement::default()
    };
    let office = || Says(hours("08:00", "18:00"));
    let critical = || Says(OutOfHours::CriticalIncluded);
    let at = |zone: &str, open| LocationProfile {
        zone: Some(zone.to_owned()),
        opening_hours: Some(open),
        ..LocationProfile::default()
    };
    let group = |profiles: Vec<LocationProfile>| Organization {
        locations: Locations::Named(
            profiles
                .into_iter()
                .map(|profile| Location {
                    profile,
                    ..Location::default()
                })
                .collect(),
        ),
        ..Organization::default()
    };
    let ny = "America/New_York";
    let key = |organization: &Organization, agreement: &Agreement| {
        derived(organization, agreement, "SC-07")
    };
    let near = group(vec![at(ny, hours("09:00", "17:00"))]);
    assert_eq!(
        key(
            &near,
            &agreement(Says(WeeklyWindows::always()), NotLookedAt, NotLookedAt)
        ),
        Some((Answer::Yes, "support-always"))
    );
    assert_eq!(
        key(&near, &agreement(office(), Says(ny), critical())),
        Some((Answer::Yes, "support-covers"))
    );
    let late = group(vec![
        at(ny, hours("09:00", "17:00")),
        at(ny, hours("09:00", "18:01")),
    ]);
    assert_eq!(
        key(&late, &agreement(office(), Says(ny), critical())),
        Some((Answer::Partly, "support-misses-hours"))
    );
    let far = group(vec![
        at(ny, hours("09:00", "17:00")),
        at("America/Denver", hours("09:00", "17:00")),
    ]);
    assert_eq!(
        key(&far, &agreement(office(), Says(ny), critical())),
        Some((Answer::Partly, "support-other-zone"))
    );
    assert_eq!(
        key(
            &Organization::default(),
            &agreement(office(), Says(ny), critical())
        ),
        None
    );
    assert_eq!(
        key(&near, &agreement(office(), Silent, critical())),
        Some((Answer::Partly, "support-no-zone"))
    );
    assert_eq!(
        key(&near, &agreement(office(), NotLookedAt, critical())),
        None
    );
    for (cover, expected) in [
        (
            Says(OutOfHours::BestEffort),
            Some((Answer::Partly, "support-best-effort")),
        ),
        (
            Says(OutOfHours::ExtraCharge),
            Some((Answer::Partly, "support-extra-charge")),
        ),
        (
            Says(OutOfHours::NoCover),
            Some((Answer::No, "support-no-cover")),
        ),
        (Silent, Some((Answer::No, "support-no-cover"))),
        (NotLookedAt, None),
    ] {
        assert_eq!(key(&near, &agreement(office(), Says(ny), cover)), expected);
    }
    assert_eq!(
        key(&near, &agreement(Silent, NotLookedAt, Silent)),
        Some((Answer::No, "support-silent"))
    );
}
