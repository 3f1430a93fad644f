//! The fields of a service.

mod choices;

pub use choices::{KINDS, PERIODS};

use super::read;
use super::spec::{
    Kind, Shown, Silence, Spec, choose, chosen, key_of, keys, meaning, plain, put, put_maybe,
    refine, stated,
};
use crate::format::typed;
use crate::text::commitments as text;
use choices::{
    COUNTING, COVERAGES, MAINTENANCE, MAINTENANCE_HOURS, REMEDIES, WINDOWS, coverage_key,
    maintenance_hours, make_coverage, make_maintenance, make_remedy, make_window, period_key,
    remedy_key, set_days, window_key,
};
use engine::agreement::{Maintenance, PromisePeriod, Remedy, Service, ServiceWindow, Stated};

fn period_days(service: &Service) -> Option<Shown> {
    match service.period.says()? {
        PromisePeriod::Days(days) | PromisePeriod::RollingDays(days) => plain(typed::count(days)),
        _ => None,
    }
}

/// The field of the listed locations, which needs their names and is made apart.
pub const LISTED: &str = "coverage-list";

/// The fields of a service, in the order in which they are shown.
pub const SPECS: &[Spec<Service>] = &[
    Spec {
        key: "name",
        label: text::SERVICE_NAME,
        hint: None,
        kind: Kind::Line,
        get: |service| plain(service.name.clone()),
        put: |service, given| super::put_text(&mut service.name, given),
    },
    Spec {
        key: "definition",
        label: text::SERVICE_DEFINITION,
        hint: Some(text::SERVICE_DEFINITION_HINT),
        kind: Kind::Area,
        get: |service| stated(&service.definition, String::clone),
        put: |service, given| put(&mut service.definition, given, read::words),
    },
    Spec {
        key: "measurement",
        label: text::SERVICE_MEASUREMENT,
        hint: Some(text::SERVICE_MEASUREMENT_HINT),
        kind: Kind::Area,
        get: |service| stated(&service.measurement, String::clone),
        put: |service, given| put(&mut service.measurement, given, read::words),
    },
    Spec {
        key: "target",
        label: text::SERVICE_TARGET,
        hint: Some(text::SERVICE_TARGET_HINT),
        kind: Kind::Line,
        get: |service| stated(&service.target, typed::percent),
        put: |service, given| put(&mut service.target, given, read::percent),
    },
    Spec {
        key: "period",
        label: text::SERVICE_PERIOD,
        hint: Some(text::SERVICE_PERIOD_HINT),
        kind: Kind::Select(|| super::with_unknown(&keys(PERIODS))),
        get: |service| chosen(&service.period, period_key),
        put: |service, given| choose(&mut service.period, given, |key, _| meaning(PERIODS, key)),
    },
    Spec {
        key: "period-days",
        label: text::SERVICE_PERIOD_DAYS,
        hint: None,
        kind: Kind::Line,
        get: period_days,
        put: |service, given| refine(&mut service.period, given, read::positive, set_days),
    },
    Spec {
        key: "window",
        label: text::SERVICE_WINDOW,
        hint: Some(text::SERVICE_WINDOW_HINT),
        kind: Kind::Select(|| super::with_unknown(&WINDOWS)),
        get: |service| chosen(&service.window, window_key),
        put: |service, given| choose(&mut service.window, given, make_window),
    },
    Spec {
        key: "window-hours",
        label: text::SERVICE_WINDOW_HOURS,
        hint: Some(text::LOCATION_HOURS_HINT),
        kind: Kind::Proposed(super::organization::HOURS_LIST),
        get: |service| match service.window.says() {
            Some(ServiceWindow::Weekly(hours)) => plain(hours.to_string()),
            _ => None,
        },
        put: |service, given| {
            refine(
                &mut service.window,
                given,
                read::windows,
                |window, hours| *window = ServiceWindow::Weekly(hours),
            )
        },
    },
    Spec {
        key: "coverage",
        label: text::SERVICE_COVERAGE,
        hint: None,
        kind: Kind::Select(|| super::with_unknown(&COVERAGES)),
        get: |service| chosen(&service.coverage, coverage_key),
        put: |service, given| choose(&mut service.coverage, given, make_coverage),
    },
    Spec {
        key: "counting",
        label: text::SERVICE_COUNTING,
        hint: Some(text::SERVICE_COUNTING_HINT),
        kind: Kind::Select(|| super::with_unknown(&keys(COUNTING))),
        get: |service| chosen(&service.counting, |rule| key_of(COUNTING, rule)),
        put: |service, given| {
            choose(&mut service.counting, given, |key, _| {
                meaning(COUNTING, key)
            })
        },
    },
    Spec {
        key: "maintenance",
        label: text::SERVICE_MAINTENANCE,
        hint: None,
        kind: Kind::Select(|| super::with_unknown(&MAINTENANCE)),
        get: |service| {
            chosen(&service.maintenance, |maintenance| {
                if maintenance.leaves_service_time {
                    "leaves"
                } else {
                    "stays"
                }
            })
        },
        put: |service, given| {
            choose(&mut service.maintenance, given, |key, before| {
                Some(make_maintenance(key, before))
            })
        },
    },
    Spec {
        key: "maintenance-cap",
        label: text::SERVICE_MAINTENANCE_CAP,
        hint: Some(text::SERVICE_MAINTENANCE_CAP_HINT),
        kind: Kind::Line,
        get: |service| of_maintenance(service, |maintenance| maintenance.cap_per_month.as_ref()),
        put: |service, given| match &mut service.maintenance {
            Stated::Says(maintenance) => {
                put_maybe(&mut maintenance.cap_per_month, given, read::hours_long)
            }
            _ => Ok(()),
        },
    },
    Spec {
        key: "maintenance-notice",
        label: text::SERVICE_MAINTENANCE_NOTICE,
        hint: Some(text::SERVICE_MAINTENANCE_NOTICE_HINT),
        kind: Kind::Line,
        get: |service| of_maintenance(service, |maintenance| maintenance.notice.as_ref()),
        put: |service, given| match &mut service.maintenance {
            Stated::Says(maintenance) => {
                put_maybe(&mut maintenance.notice, given, read::hours_long)
            }
            _ => Ok(()),
        },
    },
    Spec {
        key: "maintenance-hours",
        label: text::SERVICE_MAINTENANCE_HOURS,
        hint: None,
        kind: Kind::Select(maintenance_hours),
        get: |service| {
            let hours = service.maintenance.says()?.hours;
            plain(
                hours
                    .map_or("", |hours| key_of(MAINTENANCE_HOURS, &hours))
                    .to_owned(),
            )
        },
        put: |service, given| {
            if let Stated::Says(maintenance) = &mut service.maintenance {
                maintenance.hours = given.text().and_then(|key| meaning(MAINTENANCE_HOURS, key));
            }
            Ok(())
        },
    },
    Spec {
        key: "minimum-outage",
        label: text::SERVICE_MINIMUM,
        hint: Some(text::SERVICE_MINIMUM_HINT),
        kind: Kind::Line,
        get: |service| stated(&service.minimum_outage, typed::duration),
        put: |service, given| put(&mut service.minimum_outage, given, read::minutes_long),
    },
    Spec {
        key: "exclusions",
        label: text::SERVICE_EXCLUSIONS,
        hint: Some(text::SERVICE_EXCLUSIONS_HINT),
        kind: Kind::Area,
        get: |service| stated(&service.exclusions, String::clone),
        put: |service, given| put(&mut service.exclusions, given, read::words),
    },
    Spec {
        key: "remedy",
        label: text::SERVICE_REMEDY,
        hint: None,
        kind: Kind::Select(|| super::with_unknown(&REMEDIES)),
        get: |service| chosen(&service.remedy, remedy_key),
        put: |service, given| choose(&mut service.remedy, given, make_remedy),
    },
    Spec {
        key: "remedy-words",
        label: text::SERVICE_REMEDY_WORDS,
        hint: None,
        kind: Kind::Area,
        get: |service| match service.remedy.says() {
            Some(Remedy::Other(words)) => plain(words.clone()),
            _ => None,
        },
        put: |service, given| match &mut service.remedy {
            Stated::Says(Remedy::Other(words)) => super::put_text(words, given),
            _ => Ok(()),
        },
    },
];

fn of_maintenance(
    service: &Service,
    part: fn(&Maintenance) -> Option<&engine::quantity::Seconds>,
) -> Option<Shown> {
    let maintenance = service.maintenance.says()?;
    Some(Shown {
        text: part(maintenance).map(typed::duration).unwrap_or_default(),
        silence: Silence::Never,
    })
}
