//! How long one incident can last, as far as the commitments say.

use super::{
    Agreement, ClockBasis, Locations, Organization, OutOfHours, Service, Severity, SeverityLevel,
    Support, TimeLimit,
};
use crate::assessment::ProtectionId;
use crate::availability::{Counting, CountingRule, most_at_one_location};
use crate::calendar::{Holidays, Instant, Interval, WeeklyWindows, ZoneTable};
use crate::derivation::{Figure, FormulaId, Input, Origin, Quantity, Rounding, Sourced};
use crate::quantity::{Count, Seconds};
use core::num::NonZeroU32;

/// The organization-wide incident: a shared fault lasts as long as a critical one may, at every location.
const ORGANIZATION_WIDE: ProtectionId = ProtectionId::known(*b"ML", 4);
/// Measured per location: what one location may lose while the pooled figure is met.
const PER_LOCATION: ProtectionId = ProtectionId::known(*b"ML", 10);
/// Support hours: the longest time in a week in which nobody is there.
const SUPPORT_HOURS: ProtectionId = ProtectionId::known(*b"SC", 7);

/// Location-hours of one incident, in seconds, by the protection whose absence allows it. Nothing is invented: a protection
/// without hours in the commitments has no entry.
pub fn hours_per_incident(
    organization: &Organization,
    agreement: &Agreement,
) -> Vec<(ProtectionId, Figure<Seconds>)> {
    let locations = organization.locations.count();
    let found = [
        (
            ORGANIZATION_WIDE,
            shared_fault(locations, &agreement.severities),
        ),
        (
            PER_LOCATION,
            hidden_outage(&organization.locations, &agreement.services),
        ),
        (SUPPORT_HOURS, longest_absence(&agreement.support)),
    ];
    found
        .into_iter()
        .filter_map(|(id, time)| Some((id, time?)))
        .collect()
}

/// The resolution limit of a critical incident, at every location at once. Only a limit that runs around the clock is a
/// length of time; any other depends on the moment.
fn shared_fault(locations: Option<u32>, severities: &[Severity]) -> Option<Figure<Seconds>> {
    let critical = severities
        .iter()
        .find(|severity| severity.level == SeverityLevel::Critical)?;
    let promise = critical.resolution.says()?;
    match (promise.limit, promise.clock) {
        (TimeLimit::Time(limit), ClockBasis::AroundTheClock) => {
            let locations = locations?;
            let time = limit.checked_mul(u64::from(locations))?;
            let inputs = vec![
                Sourced::agreed(limit).named("resolution-limit"),
                Sourced::typed(Count::new(locations)).named("locations"),
            ];
            Some(Figure::exact(
                time,
                FormulaId("incident-everywhere"),
                inputs,
            ))
        }
        _ => None,
    }
}

/// The most that one location may be down while a figure that pools the locations is met; of several services the worst.
/// Where it has no limit at all, the length of the period.
fn hidden_outage(locations: &Locations, services: &[Service]) -> Option<Figure<Seconds>> {
    let count = NonZeroU32::new(locations.count()?)?;
    services
        .iter()
        .filter_map(|service| hidden_by(count, service))
        .max_by_key(|figure| figure.value)
}

fn hidden_by(locations: NonZeroU32, service: &Service) -> Option<Figure<Seconds>> {
    let (target, period) = (*service.target.says()?, service.period.says()?.longest()?);
    let counting = match service.counting.says()? {
        CountingRule::Average => Counting::Average { locations },
        CountingRule::AllLocationsDown => Counting::AllLocationsDown { locations },
        CountingRule::OrganizationOnly => Counting::OrganizationOnly,
        // Users are counted per location, which the agreement need not say; the other rules hide nothing.
        CountingRule::WeightedByUsers
        | CountingRule::EachLocation
        | CountingRule::AnyLocationDown => return None,
    };
    let limit = most_at_one_location(
        Sourced::agreed(period),
        Sourced::agreed(target),
        Sourced::agreed(counting),
    );
    let exact = limit.value.seconds();
    let value = exact.map_or(Some(period), |seconds| Seconds::floor_of(&seconds))?;
    let whole = Figure {
        value,
        derivation: limit.derivation,
    };
    let cut = exact.is_some_and(|seconds| seconds != value.fraction());
    Some(if cut {
        whole.rounded(Rounding::Down)
    } else {
        whole
    })
}

/// The longest stretch of a week without support, where critical incidents wait for it.
fn longest_absence(support: &Support) -> Option<Figure<Seconds>> {
    if matches!(
        support.out_of_hours.says(),
        Some(OutOfHours::CriticalIncluded)
    ) || !support.out_of_hours.is_known()
    {
        return None;
    }
    let hours = support.hours.says()?;
    let input = Input {
        name: "support-hours",
        value: Quantity::Name(hours.to_string()),
        origin: Origin::Agreement,
    };
    let gap = longest_gap(hours)?;
    Some(Figure::exact(
        gap,
        FormulaId("longest-absence"),
        vec![input],
    ))
}

/// The longest stretch outside the hours; `None` where there is none, or where there are no hours at all.
fn longest_gap(hours: &WeeklyWindows) -> Option<Seconds> {
    // Two weeks of a calendar without clock changes hold every gap whole.
    let start = Instant::from_unix(0)?;
    let end = Instant::from_unix(2 * i64::try_from(Seconds::WEEK.get()).ok()?)?;
    let open = hours.expand(
        Interval::new(start, end).ok()?,
        &ZoneTable::utc(),
        &Holidays::default(),
    );
    let pieces = open.as_slice();
    let gaps = pieces
        .windows(2)
        .map(|pair| pair[1].start().unix() - pair[0].end().unix());
    gaps.max()
        .and_then(|gap| u64::try_from(gap).ok())
        .map(Seconds::new)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::agreement::{PromisePeriod, Stated, TimePromise};
    use crate::quantity::Percent;

    fn organization(count: u32) -> Organization {
        Organization {
            locations: Locations::Count(count),
            ..Organization::default()
        }
    }

    fn hours(found: &[(ProtectionId, Figure<Seconds>)], id: ProtectionId) -> Option<u64> {
        let of = found.iter().find(|(of, _)| *of == id);
        of.map(|(_, time)| time.value.get())
    }

    #[test]
    fn nothing_is_invented() {
        assert!(hours_per_incident(&organization(12), &Agreement::default()).is_empty());
    }

    #[test]
    fn a_shared_fault_lasts_as_long_as_a_critical_one_may_everywhere() {
        let promise = TimePromise {
            limit: TimeLimit::Time(Seconds::new(4 * 3600)),
            clock: ClockBasis::AroundTheClock,
        };
        let critical = Severity {
            level: SeverityLevel::Critical,
            name: String::new(),
            definition: Stated::NotLookedAt,
            response: Stated::NotLookedAt,
            resolution: Stated::Says(promise),
            update_every: Stated::NotLookedAt,
        };
        let mut agreement = Agreement {
            severities: vec![critical],
            ..Agreement::default()
        };
        assert_eq!(
            hours(
                &hours_per_incident(&organization(12), &agreement),
                ORGANIZATION_WIDE
            ),
            Some(48 * 3600)
        );
        assert_eq!(
            hours(
                &hours_per_incident(&Organization::default(), &agreement),
                ORGANIZATION_WIDE
            ),
            None
        );
        // "Business hours" has no length until the moment is known.
        agreement.severities[0].resolution = Stated::Says(TimePromise {
            clock: ClockBasis::SupportHours,
            ..promise
        });
        assert_eq!(
            hours(
                &hours_per_incident(&organization(12), &agreement),
                ORGANIZATION_WIDE
            ),
            None
        );
    }

    #[test]
    fn an_average_hides_ten_allowances_at_one_of_ten_locations() {
        let service = Service {
            target: Stated::Says(Percent::parse("99").unwrap()),
            period: Stated::Says(PromisePeriod::Days(14)),
            counting: Stated::Says(CountingRule::Average),
            ..Service::default()
        };
        let agreement = Agreement {
            services: vec![service],
            ..Agreement::default()
        };
        // 33 h 36 min, the worked example L01.
        assert_eq!(
            hours(
                &hours_per_incident(&organization(10), &agreement),
                PER_LOCATION
            ),
            Some(120_960)
        );
        assert_eq!(
            hours(
                &hours_per_incident(&organization(200), &agreement),
                PER_LOCATION
            ),
            Some(14 * 86_400)
        );
    }

    #[test]
    fn a_weekend_without_support_is_the_longest_absence() {
        use crate::calendar::{WallTime, WeeklyWindow};
        use chrono::Weekday::{Fri, Mon, Thu, Tue, Wed};
        let (from, to) = (
            WallTime::parse("08:00").unwrap(),
            WallTime::parse("18:00").unwrap(),
        );
        let week = [Mon, Tue, Wed, Thu, Fri].map(|day| WeeklyWindow::new(day, from, to).unwrap());
        let mut support = Support {
            hours: Stated::Says(week.into_iter().collect()),
            out_of_hours: Stated::Says(OutOfHours::BestEffort),
            ..Support::default()
        };
        let of = |support: &Support| {
            let agreement = Agreement {
                support: support.clone(),
                ..Agreement::default()
            };
            hours(
                &hours_per_incident(&organization(1), &agreement),
                SUPPORT_HOURS,
            )
        };
        // Friday 18:00 to Monday 8:00.
        assert_eq!(of(&support), Some(62 * 3600));
        support.out_of_hours = Stated::Says(OutOfHours::CriticalIncluded);
        assert_eq!(of(&support), None);
    }
}
