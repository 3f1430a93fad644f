//! Severities and support: SC-01, SC-02, SC-03, SC-07, SC-09.

use super::{Found, Share, ShareKeys};
use crate::agreement::{
    Agreement, Organization, OutOfHours, Severity, SeverityLevel, Stated, Support, TimePromise,
};
use crate::assessment::Answer;
use crate::calendar::WeeklyWindows;
use crate::quantity::Seconds;

const SC: [u8; 2] = *b"SC";

/// An update is due this long after the report at the latest (the question of SC-09).
const FIRST_UPDATE: Seconds = Seconds::new(1_800);

pub(super) fn derive(agreement: &Agreement, found: &mut Found) {
    let severities = agreement.severities.as_slice();
    if let Some(critical) = severities
        .iter()
        .find(|severity| severity.level == SeverityLevel::Critical)
    {
        derive_updates(&critical.update_every, found);
    }
    // A single severity may be the beginning of a list that somebody is typing.
    if severities.len() < 2 {
        return;
    }
    derive_tiers(severities, found);
    let times = |pick: fn(&Severity) -> &Stated<TimePromise>| {
        severities.iter().map(pick).collect::<Vec<_>>()
    };
    let response = ShareKeys {
        all: Some("response-all"),
        some: Some("response-some"),
        none: Some("response-none"),
    };
    derive_times(
        2,
        &times(|severity| &severity.response),
        &response,
        "response-same",
        found,
    );
    let resolution = ShareKeys {
        all: Some("resolution-all"),
        some: Some("resolution-some"),
        none: Some("resolution-none"),
    };
    derive_times(
        3,
        &times(|severity| &severity.resolution),
        &resolution,
        "resolution-same",
        found,
    );
}

/// SC-01: three levels, each defined, are full credit; two levels or levels without a definition half.
fn derive_tiers(severities: &[Severity], found: &mut Found) {
    let count = severities.len();
    if count == 2 {
        return found.say(
            SC,
            1,
            Answer::Partly,
            "severities-two",
            vec![count.to_string()],
        );
    }
    let keys = ShareKeys {
        all: Some("severities-defined"),
        some: Some("severities-some-defined"),
        none: None,
    };
    match Share::of(severities.iter().map(|severity| &severity.definition)) {
        Share::None(_) => found.say(
            SC,
            1,
            Answer::Partly,
            "severities-undefined",
            vec![count.to_string()],
        ),
        share => found.share(SC, 1, share, &keys),
    }
}

/// SC-02 and SC-03: a time for each severity is full credit; for some, or the same for all, half.
fn derive_times(
    number: u8,
    promises: &[&Stated<TimePromise>],
    keys: &ShareKeys,
    same: &'static str,
    found: &mut Found,
) {
    let share = Share::of(promises.iter().copied());
    let one_for_all = promises.windows(2).all(|pair| pair[0] == pair[1]);
    if matches!(share, Share::All(_)) && one_for_all {
        found.say(
            SC,
            number,
            Answer::Partly,
            same,
            vec![promises.len().to_string()],
        );
    } else {
        found.share(SC, number, share, keys);
    }
}

/// SC-09: an interval within which the first update is due as well, or none at all. A longer one leaves the first open.
fn derive_updates(every: &Stated<Seconds>, found: &mut Found) {
    match every {
        Stated::Says(every) if *every <= FIRST_UPDATE => {
            found.say(SC, 9, Answer::Yes, "updates-soon", vec![every.to_string()]);
        }
        Stated::Silent => found.say(SC, 9, Answer::No, "updates-none", Vec::new()),
        _ => {}
    }
}

/// SC-07: hours that cover every location in its own time, and critical problems at any hour.
pub(super) fn derive_support(
    organization: &Organization,
    agreement: &Agreement,
    found: &mut Found,
) {
    let support = &agreement.support;
    let mut say = |answer, key| found.say(SC, 7, answer, key, Vec::new());
    match (&support.hours, &support.out_of_hours) {
        (Stated::Says(hours), _) if hours.is_always() => say(Answer::Yes, "support-always"),
        (Stated::Says(_), Stated::Silent | Stated::Says(OutOfHours::NoCover)) => {
            say(Answer::No, "support-no-cover");
        }
        (Stated::Says(_), Stated::Says(OutOfHours::ExtraCharge)) => {
            say(Answer::Partly, "support-extra-charge");
        }
        (Stated::Says(_), Stated::Says(OutOfHours::BestEffort)) => {
            say(Answer::Partly, "support-best-effort");
        }
        (Stated::Says(_), Stated::Says(OutOfHours::CriticalIncluded))
            if support.zone.is_silent() =>
        {
            say(Answer::Partly, "support-no-zone");
        }
        (Stated::Says(hours), Stated::Says(OutOfHours::CriticalIncluded)) => {
            match fit(organization, support, hours) {
                Fit::Covered => say(Answer::Yes, "support-covers"),
                Fit::OtherZone => say(Answer::Partly, "support-other-zone"),
                Fit::NotCovered => say(Answer::Partly, "support-misses-hours"),
                Fit::Unknown => {}
            }
        }
        (Stated::Silent, Stated::Silent) => say(Answer::No, "support-silent"),
        _ => {}
    }
}

/// How the support hours lie to the locations' opening hours.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Covered,
    Unknown,
    OtherZone,
    NotCovered,
}

/// The worst over all locations; without any known location it is not known.
fn fit(organization: &Organization, support: &Support, hours: &WeeklyWindows) -> Fit {
    use crate::agreement::Locations;
    let typical = &organization.typical;
    let one = |profile: &crate::agreement::LocationProfile| match (
        support.zone.says(),
        &profile.zone,
        &profile.opening_hours,
    ) {
        // Without a table of offsets the hours of two zones cannot be laid side by side; that they are not stated in
        // the location's own time is plain all the same.
        (Some(stated), Some(own), _) if stated != own => Fit::OtherZone,
        (Some(_), Some(_), Some(open)) if covers(hours, open) => Fit::Covered,
        (Some(_), Some(_), Some(_)) => Fit::NotCovered,
        _ => Fit::Unknown,
    };
    match &organization.locations {
        Locations::Named(list) => list
            .iter()
            .map(|location| one(&location.profile.or(typical)))
            .max()
            .unwrap_or(Fit::Unknown),
        Locations::NotSaid | Locations::Count(_) => one(typical),
    }
}

/// Whether all of `inner` lies within `outer`: adding it to the hours adds no time.
fn covers(outer: &WeeklyWindows, inner: &WeeklyWindows) -> bool {
    if inner.is_always() {
        return outer.per_week() == Seconds::WEEK;
    }
    let both: WeeklyWindows = outer.rows().iter().chain(inner.rows()).copied().collect();
    both.per_week() == outer.per_week()
}
