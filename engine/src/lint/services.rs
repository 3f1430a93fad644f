//! Services: names, locations, periods, and whether a repair in time can keep the target.

use super::{Finding, FindingKind, Place, report};
use crate::agreement::{
    Agreement, ClockBasis, Coverage, Locations, Organization, PromisePeriod, Service,
    ServiceWindow, SeverityLevel, TimeLimit, TimePromise,
};
use crate::availability::allowance;
use crate::calendar::WeeklyWindows;
use crate::derivation::{Quantity, Sourced};
use crate::quantity::Seconds;

pub(super) fn check(
    organization: &Organization,
    agreement: &Agreement,
    findings: &mut Vec<Finding>,
) {
    for (at, service) in agreement.services.iter().enumerate() {
        let place = || Place::Service(service.id.clone());
        if let Some(target) = service.target.says()
            && service.period.is_silent()
        {
            report(
                findings,
                FindingKind::TargetWithoutPeriod,
                place(),
                vec![(*target).into()],
            );
        }
        if agreement.services[..at]
            .iter()
            .any(|earlier| is_same_name(&earlier.name, &service.name))
        {
            report(
                findings,
                FindingKind::DuplicateServiceName,
                place(),
                vec![Quantity::Name(service.name.clone())],
            );
        }
        if let (Some(Coverage::Listed(ids)), Locations::Named(known)) =
            (service.coverage.says(), &organization.locations)
        {
            for id in ids
                .iter()
                .filter(|id| known.iter().all(|location| location.id != **id))
            {
                report(
                    findings,
                    FindingKind::UnknownLocation,
                    place(),
                    vec![Quantity::Name(id.clone())],
                );
            }
        }
        check_repair(organization, agreement, service, findings);
    }
}

/// Names that a reader would take for one. An empty name is none.
fn is_same_name(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim(), other.trim());
    !one.is_empty() && one.eq_ignore_ascii_case(other)
}

/// Whether an outage at all locations that is repaired just in time breaks the target. All locations at once, because
/// then every way of counting gives the same figure.
fn check_repair(
    organization: &Organization,
    agreement: &Agreement,
    service: &Service,
    findings: &mut Vec<Finding>,
) {
    let critical = agreement
        .severities
        .iter()
        .find(|severity| severity.level == SeverityLevel::Critical);
    let (Some(repair), Some(target), Some(period), Some(window)) = (
        critical.and_then(|severity| severity.resolution.says()),
        service.target.says(),
        service.period.says(),
        service.window.says(),
    ) else {
        return;
    };
    let Some((limit, service_time)) = comparable(organization, agreement, repair, window, *period)
    else {
        return;
    };
    let allowed = allowance(Sourced::computed(service_time), Sourced::agreed(*target)).value;
    if limit.fraction() > allowed {
        let values = vec![limit.into(), Quantity::Fraction(allowed), (*target).into()];
        report(
            findings,
            FindingKind::ResolutionBeyondAllowance,
            Place::Service(service.id.clone()),
            values,
        );
    }
}

/// The service time that such an outage can cost at most, and the most service time that a period can have; `None`
/// where the repair's clock and the service's hours cannot be compared.
fn comparable(
    organization: &Organization,
    agreement: &Agreement,
    repair: &TimePromise,
    window: &ServiceWindow,
    period: PromisePeriod,
) -> Option<(Seconds, Seconds)> {
    let TimeLimit::Time(limit) = repair.limit else {
        return None;
    };
    let days = period.longest()?;
    let hours = match (window, repair.clock) {
        // Whatever its clock, the outage lasts at least as long as its limit.
        (ServiceWindow::AllTheTime, _) => return Some((limit, days)),
        (ServiceWindow::OpeningHours, ClockBasis::AroundTheClock | ClockBasis::OpeningHours) => {
            longest_hours(organization)?
        }
        (ServiceWindow::SupportHours, ClockBasis::AroundTheClock | ClockBasis::SupportHours) => {
            agreement.support.hours.says()?
        }
        (ServiceWindow::Weekly(hours), ClockBasis::AroundTheClock) => hours,
        _ => return None,
    };
    // Begun weeks count whole: more service time than there is allows more, so that what is still too long surely is.
    let weeks = days.get().div_ceil(Seconds::WEEK.get());
    let service_time = hours.per_week().checked_mul(weeks)?;
    // On its own hours the clock runs through service time alone; around the clock the outage fits into one opening.
    let lost = if repair.clock == ClockBasis::AroundTheClock {
        limit.min(longest_row(hours))
    } else {
        limit
    };
    Some((lost, service_time))
}

/// The opening hours of the location that is open longest: its allowance is the largest.
fn longest_hours(organization: &Organization) -> Option<&WeeklyWindows> {
    let typical = organization.typical.opening_hours.as_ref();
    match &organization.locations {
        Locations::Named(list) => {
            let own = list
                .iter()
                .filter_map(|location| location.profile.opening_hours.as_ref().or(typical));
            own.max_by_key(|hours| hours.per_week())
        }
        Locations::NotSaid | Locations::Count(_) => typical,
    }
}

/// The longest single row: time that surely passes without a pause.
fn longest_row(hours: &WeeklyWindows) -> Seconds {
    if hours.is_always() {
        return Seconds::WEEK;
    }
    let length = |from: u32, to: u32| {
        if to > from {
            to - from
        } else {
            to + 86_400 - from
        }
    };
    let rows = hours
        .rows()
        .iter()
        .map(|row| length(row.from().second(), row.to().second()));
    Seconds::new(u64::from(rows.max().unwrap_or(0)))
}
