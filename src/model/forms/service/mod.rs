//! The fields of a service.

use super::read;
use super::spec::{
    Kind, Shown, Silence, Spec, choose, chosen, key_of, keys, meaning, plain, put, put_maybe,
    refine, stated,
};
use crate::format::typed;
use crate::text::commitments as text;
use crate::words::Text;
use engine::agreement::{
    Coverage, Maintenance, PromisePeriod, Remedy, Service, ServiceKind, ServiceWindow, Stated,
};
use engine::availability::CountingRule;
use engine::calendar::Convention;

/// The usual services: their key in the presets, their name.
pub const KINDS: &[(&str, Text, ServiceKind)] = &[
    ("network", text::SERVICE_NETWORK, ServiceKind::Network),
    ("e-mail", text::SERVICE_EMAIL, ServiceKind::Email),
    ("break-fix", text::SERVICE_BREAK_FIX, ServiceKind::BreakFix),
    (
        "applications",
        text::SERVICE_APPLICATIONS,
        ServiceKind::Applications,
    ),
    ("help-desk", text::SERVICE_HELP_DESK, ServiceKind::HelpDesk),
    ("batch", text::SERVICE_BATCH, ServiceKind::Batch),
    ("other", text::SERVICE_OTHER, ServiceKind::Other),
];

/// Periods; those with a number of days are made with the one given here.
pub const PERIODS: &[(&str, Text, PromisePeriod)] = &[
    ("two-weeks", text::PERIOD_TWO_WEEKS, PromisePeriod::Days(14)),
    (
        "calendar-month",
        text::PERIOD_MONTH,
        PromisePeriod::CalendarMonth,
    ),
    (
        "calendar-quarter",
        text::PERIOD_QUARTER,
        PromisePeriod::CalendarQuarter,
    ),
    (
        "calendar-year",
        text::PERIOD_YEAR,
        PromisePeriod::CalendarYear,
    ),
    ("days", text::PERIOD_DAYS, PromisePeriod::Days(30)),
    (
        "rolling",
        text::PERIOD_ROLLING,
        PromisePeriod::RollingDays(30),
    ),
    (
        "fixed-day",
        text::PERIOD_FIXED_DAY,
        PromisePeriod::Fixed(Convention::Day),
    ),
    (
        "fixed-week",
        text::PERIOD_FIXED_WEEK,
        PromisePeriod::Fixed(Convention::Week),
    ),
    (
        "fixed-two-weeks",
        text::PERIOD_FIXED_TWO_WEEKS,
        PromisePeriod::Fixed(Convention::TwoWeeks),
    ),
    (
        "fixed-28",
        text::PERIOD_FIXED_28,
        PromisePeriod::Fixed(Convention::Month28),
    ),
    (
        "fixed-29",
        text::PERIOD_FIXED_29,
        PromisePeriod::Fixed(Convention::Month29),
    ),
    (
        "fixed-30",
        text::PERIOD_FIXED_30,
        PromisePeriod::Fixed(Convention::Month30),
    ),
    (
        "fixed-31",
        text::PERIOD_FIXED_31,
        PromisePeriod::Fixed(Convention::Month31),
    ),
    (
        "fixed-twelfth",
        text::PERIOD_FIXED_TWELFTH,
        PromisePeriod::Fixed(Convention::MonthTwelfthOf365),
    ),
    (
        "fixed-month-gregorian",
        text::PERIOD_FIXED_MONTH_GREGORIAN,
        PromisePeriod::Fixed(Convention::MonthGregorian),
    ),
    (
        "fixed-month-julian",
        text::PERIOD_FIXED_MONTH_JULIAN,
        PromisePeriod::Fixed(Convention::MonthJulian),
    ),
    (
        "fixed-90",
        text::PERIOD_FIXED_90,
        PromisePeriod::Fixed(Convention::Quarter90),
    ),
    (
        "fixed-91",
        text::PERIOD_FIXED_91,
        PromisePeriod::Fixed(Convention::Quarter91),
    ),
    (
        "fixed-92",
        text::PERIOD_FIXED_92,
        PromisePeriod::Fixed(Convention::Quarter92),
    ),
    (
        "fixed-quarter-gregorian",
        text::PERIOD_FIXED_QUARTER_GREGORIAN,
        PromisePeriod::Fixed(Convention::QuarterGregorian),
    ),
    (
        "fixed-365",
        text::PERIOD_FIXED_365,
        PromisePeriod::Fixed(Convention::Year365),
    ),
    (
        "fixed-366",
        text::PERIOD_FIXED_366,
        PromisePeriod::Fixed(Convention::Year366),
    ),
    (
        "fixed-year-gregorian",
        text::PERIOD_FIXED_YEAR_GREGORIAN,
        PromisePeriod::Fixed(Convention::YearGregorian),
    ),
    (
        "fixed-year-julian",
        text::PERIOD_FIXED_YEAR_JULIAN,
        PromisePeriod::Fixed(Convention::YearJulian),
    ),
];

fn period_key(period: &PromisePeriod) -> &'static str {
    match period {
        PromisePeriod::Days(14) => "two-weeks",
        PromisePeriod::Days(_) => "days",
        PromisePeriod::RollingDays(_) => "rolling",
        other => key_of(PERIODS, other),
    }
}

fn period_days(service: &Service) -> Option<Shown> {
    match service.period.says()? {
        PromisePeriod::Days(days) | PromisePeriod::RollingDays(days) => plain(days.to_string()),
        _ => None,
    }
}

fn set_days(period: &mut PromisePeriod, number: u32) {
    if let PromisePeriod::Days(days) | PromisePeriod::RollingDays(days) = period {
        *days = number;
    }
}

const WINDOWS: [(&str, Text); 4] = [
    ("all-the-time", text::WINDOW_ALWAYS),
    ("opening-hours", text::WINDOW_OPENING),
    ("support-hours", text::WINDOW_SUPPORT),
    ("weekly", text::WINDOW_WEEKLY),
];

fn window_key(window: &ServiceWindow) -> &'static str {
    match window {
        ServiceWindow::AllTheTime => "all-the-time",
        ServiceWindow::OpeningHours => "opening-hours",
        ServiceWindow::SupportHours => "support-hours",
        ServiceWindow::Weekly(_) => "weekly",
    }
}

fn make_window(key: &str, before: Option<&ServiceWindow>) -> Option<ServiceWindow> {
    Some(match (key, before) {
        ("all-the-time", _) => ServiceWindow::AllTheTime,
        ("opening-hours", _) => ServiceWindow::OpeningHours,
        ("support-hours", _) => ServiceWindow::SupportHours,
        ("weekly", Some(ServiceWindow::Weekly(_))) => return None,
        ("weekly", _) => ServiceWindow::Weekly(core::iter::empty().collect()),
        _ => return None,
    })
}

const COVERAGES: [(&str, Text); 3] = [
    ("all", text::COVERAGE_ALL),
    ("at-signing", text::COVERAGE_SIGNING),
    ("listed", text::COVERAGE_LISTED),
];

fn coverage_key(coverage: &Coverage) -> &'static str {
    match coverage {
        Coverage::AllCurrentAndFuture => "all",
        Coverage::AtSigning => "at-signing",
        Coverage::Listed(_) => "listed",
    }
}

fn make_coverage(key: &str, before: Option<&Coverage>) -> Option<Coverage> {
    Some(match (key, before) {
        ("all", _) => Coverage::AllCurrentAndFuture,
        ("at-signing", _) => Coverage::AtSigning,
        ("listed", Some(Coverage::Listed(_))) => return None,
        ("listed", _) => Coverage::Listed(Vec::new()),
        _ => return None,
    })
}

const COUNTING: &[(&str, Text, CountingRule)] = &[
    (
        "each-location",
        text::COUNTING_EACH,
        CountingRule::EachLocation,
    ),
    ("average", text::COUNTING_AVERAGE, CountingRule::Average),
    (
        "weighted-by-users",
        text::COUNTING_USERS,
        CountingRule::WeightedByUsers,
    ),
    (
        "any-location-down",
        text::COUNTING_ANY,
        CountingRule::AnyLocationDown,
    ),
    (
        "all-locations-down",
        text::COUNTING_ALL,
        CountingRule::AllLocationsDown,
    ),
    (
        "organization-only",
        text::COUNTING_ORGANIZATION,
        CountingRule::OrganizationOnly,
    ),
];

const MAINTENANCE: [(&str, Text); 2] = [
    ("leaves", text::MAINTENANCE_LEAVES),
    ("stays", text::MAINTENANCE_STAYS),
];

fn make_maintenance(key: &str, before: Option<&Maintenance>) -> Maintenance {
    let blank = Maintenance {
        cap_per_month: None,
        notice: None,
        leaves_service_time: false,
    };
    Maintenance {
        leaves_service_time: key == "leaves",
        ..before.copied().unwrap_or(blank)
    }
}

const REMEDIES: [(&str, Text); 4] = [
    ("credits", text::REMEDY_CREDITS),
    ("leave", text::REMEDY_LEAVE),
    ("both", text::REMEDY_BOTH),
    ("other", text::REMEDY_OTHER),
];

fn remedy_key(remedy: &Remedy) -> &'static str {
    match remedy {
        Remedy::Credits => "credits",
        Remedy::RightToLeave => "leave",
        Remedy::CreditsAndRightToLeave => "both",
        Remedy::Other(_) => "other",
    }
}

fn make_remedy(key: &str, before: Option<&Remedy>) -> Option<Remedy> {
    Some(match (key, before) {
        ("credits", _) => Remedy::Credits,
        ("leave", _) => Remedy::RightToLeave,
        ("both", _) => Remedy::CreditsAndRightToLeave,
        ("other", Some(Remedy::Other(_))) => return None,
        ("other", _) => Remedy::Other(String::new()),
        _ => return None,
    })
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
