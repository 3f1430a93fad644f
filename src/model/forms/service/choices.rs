//! What can be chosen of a service: the keys and what they mean.

use super::super::spec::key_of;
use crate::text::commitments as text;
use crate::words::Text;
use engine::agreement::{
    Coverage, Maintenance, MaintenanceHours, PromisePeriod, Remedy, ServiceKind, ServiceWindow,
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

pub(super) fn period_key(period: &PromisePeriod) -> &'static str {
    match period {
        PromisePeriod::Days(14) => "two-weeks",
        PromisePeriod::Days(_) => "days",
        PromisePeriod::RollingDays(_) => "rolling",
        other => key_of(PERIODS, other),
    }
}

pub(super) fn set_days(period: &mut PromisePeriod, number: u32) {
    if let PromisePeriod::Days(days) | PromisePeriod::RollingDays(days) = period {
        *days = number;
    }
}

pub(super) const WINDOWS: [(&str, Text); 4] = [
    ("all-the-time", text::WINDOW_ALWAYS),
    ("opening-hours", text::WINDOW_OPENING),
    ("support-hours", text::WINDOW_SUPPORT),
    ("weekly", text::WINDOW_WEEKLY),
];

pub(super) fn window_key(window: &ServiceWindow) -> &'static str {
    match window {
        ServiceWindow::AllTheTime => "all-the-time",
        ServiceWindow::OpeningHours => "opening-hours",
        ServiceWindow::SupportHours => "support-hours",
        ServiceWindow::Weekly(_) => "weekly",
    }
}

pub(super) fn make_window(key: &str, before: Option<&ServiceWindow>) -> Option<ServiceWindow> {
    Some(match (key, before) {
        ("all-the-time", _) => ServiceWindow::AllTheTime,
        ("opening-hours", _) => ServiceWindow::OpeningHours,
        ("support-hours", _) => ServiceWindow::SupportHours,
        ("weekly", Some(ServiceWindow::Weekly(_))) => return None,
        ("weekly", _) => ServiceWindow::Weekly(core::iter::empty().collect()),
        _ => return None,
    })
}

pub(super) const COVERAGES: [(&str, Text); 3] = [
    ("all", text::COVERAGE_ALL),
    ("at-signing", text::COVERAGE_SIGNING),
    ("listed", text::COVERAGE_LISTED),
];

pub(super) fn coverage_key(coverage: &Coverage) -> &'static str {
    match coverage {
        Coverage::AllCurrentAndFuture => "all",
        Coverage::AtSigning => "at-signing",
        Coverage::Listed(_) => "listed",
    }
}

pub(super) fn make_coverage(key: &str, before: Option<&Coverage>) -> Option<Coverage> {
    Some(match (key, before) {
        ("all", _) => Coverage::AllCurrentAndFuture,
        ("at-signing", _) => Coverage::AtSigning,
        ("listed", Some(Coverage::Listed(_))) => return None,
        ("listed", _) => Coverage::Listed(Vec::new()),
        _ => return None,
    })
}

pub(super) const COUNTING: &[(&str, Text, CountingRule)] = &[
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

pub(super) const MAINTENANCE: [(&str, Text); 2] = [
    ("leaves", text::MAINTENANCE_LEAVES),
    ("stays", text::MAINTENANCE_STAYS),
];

pub(super) const MAINTENANCE_HOURS: &[(&str, Text, MaintenanceHours)] = &[
    (
        "any-time",
        text::MAINTENANCE_ANY_TIME,
        MaintenanceHours::AnyTime,
    ),
    (
        "outside-opening-hours",
        text::MAINTENANCE_OUTSIDE,
        MaintenanceHours::OutsideOpeningHours,
    ),
];

/// Its hours, or that none are stated.
pub(super) fn maintenance_hours() -> Vec<(&'static str, Text)> {
    let mut all = vec![("", text::MAINTENANCE_HOURS_NONE)];
    all.extend(super::super::spec::keys(MAINTENANCE_HOURS));
    all
}

pub(super) fn make_maintenance(key: &str, before: Option<&Maintenance>) -> Maintenance {
    let blank = Maintenance {
        cap_per_month: None,
        notice: None,
        hours: None,
        leaves_service_time: false,
    };
    Maintenance {
        leaves_service_time: key == "leaves",
        ..before.copied().unwrap_or(blank)
    }
}

pub(super) const REMEDIES: [(&str, Text); 4] = [
    ("credits", text::REMEDY_CREDITS),
    ("leave", text::REMEDY_LEAVE),
    ("both", text::REMEDY_BOTH),
    ("other", text::REMEDY_OTHER),
];

pub(super) fn remedy_key(remedy: &Remedy) -> &'static str {
    match remedy {
        Remedy::Credits => "credits",
        Remedy::RightToLeave => "leave",
        Remedy::CreditsAndRightToLeave => "both",
        Remedy::Other(_) => "other",
    }
}

pub(super) fn make_remedy(key: &str, before: Option<&Remedy>) -> Option<Remedy> {
    Some(match (key, before) {
        ("credits", _) => Remedy::Credits,
        ("leave", _) => Remedy::RightToLeave,
        ("both", _) => Remedy::CreditsAndRightToLeave,
        ("other", Some(Remedy::Other(_))) => return None,
        ("other", _) => Remedy::Other(String::new()),
        _ => return None,
    })
}
