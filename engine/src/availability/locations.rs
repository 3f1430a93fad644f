use super::{AvailabilityError, Counting, UserShare};
use crate::calendar::IntervalSet;
use crate::derivation::{Figure, FormulaId, Input, Quantity, Sourced};
use crate::quantity::{Count, Fraction, Percent, Seconds};

/// The most downtime that one location may have in a period while the target is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocationLimit {
    /// So many seconds, less than the period.
    UpTo(Fraction),
    /// The whole period: the location may be dead in this one, and in the next.
    WholePeriod(Seconds),
    /// Without limit: an outage of one location alone is not counted.
    Unbounded,
}

impl LocationLimit {
    /// The seconds; `None` if there is no limit.
    pub const fn seconds(&self) -> Option<Fraction> {
        match self {
            Self::UpTo(seconds) => Some(*seconds),
            Self::WholePeriod(period) => Some(period.fraction()),
            Self::Unbounded => None,
        }
    }
}

impl Counting {
    const fn formula(self) -> FormulaId {
        FormulaId(match self {
            Self::EachLocation => "location-limit-each",
            Self::Average { .. } => "location-limit-average",
            Self::WeightedByUsers(_) => "location-limit-weighted-by-users",
            Self::AnyLocationDown => "location-limit-any-down",
            Self::AllLocationsDown { .. } => "location-limit-all-down",
            Self::OrganizationOnly => "location-limit-organization-only",
        })
    }
}

/// The most downtime that one location may have in the period while the target is met, everything allowed being spent there:
/// the allowance, under an average as often as there are locations, by users as often as its share fits into all; never more than
/// the period.
pub fn most_at_one_location(
    period: Sourced<Seconds>,
    target: Sourced<Percent>,
    counting: Sourced<Counting>,
) -> Figure<LocationLimit> {
    let limit = counting
        .value
        .share()
        .map_or(LocationLimit::Unbounded, |(times, parts)| {
            // 64, 27 and 32 bits stay within 128, and so do 27 and 32 below the bar.
            let above = i128::from(period.value.get())
                * i128::from(target.value.complement().millionths())
                * i128::from(times.get());
            let below = i128::from(Percent::WHOLE.get()) * i128::from(parts.get());
            match Fraction::new(above, below) {
                Some(seconds) if seconds < period.value.fraction() => LocationLimit::UpTo(seconds),
                _ => LocationLimit::WholePeriod(period.value),
            }
        });
    let mut inputs = vec![period.named("period"), target.named("target")];
    let count = |name, value| Input {
        name,
        value: Quantity::Count(value),
        origin: counting.origin,
    };
    match counting.value {
        Counting::Average { locations } | Counting::AllLocationsDown { locations } => {
            inputs.push(count("locations", Count::new(locations.get())));
        }
        Counting::WeightedByUsers(UserShare { here, total }) => {
            inputs.extend([count("users-here", here), count("users-in-all", total)]);
        }
        Counting::EachLocation | Counting::AnyLocationDown | Counting::OrganizationOnly => {}
    }
    Figure::exact(limit, counting.value.formula(), inputs)
}

/// The longest outage that uses up what is left of one period at its end and what the next allows at its start; `None` without limit.
pub fn across_the_boundary(before: &LocationLimit, after: &LocationLimit) -> Option<Fraction> {
    before.seconds()?.checked_add(&after.seconds()?)
}

/// The fewest locations of which one may be down for the whole period while the average meets the target: 1 / (1 − target) rounded
/// up. `None` at 100 %, where none may.
pub fn smallest_fleet_hiding_one(target: Percent) -> Option<u64> {
    match u64::from(target.complement().millionths()) {
        0 => None,
        missing => Some(Percent::WHOLE.get().div_ceil(missing)),
    }
}

/// The mean downtime in seconds over locations with equal service time.
///
/// # Errors
///
/// When there is none, or the sum is too large.
pub fn average_downtime(each: &[Seconds]) -> Result<Fraction, AvailabilityError> {
    let sum = each
        .iter()
        .map(|downtime| i128::from(downtime.get()))
        .try_fold(0, i128::checked_add)
        .ok_or(AvailabilityError::TooLarge)?;
    let locations = i128::try_from(each.len()).map_err(|_| AvailabilityError::TooLarge)?;
    Fraction::new(sum, locations).ok_or(AvailabilityError::NoLocations)
}

/// The mean downtime in seconds over users, from each location's downtime and users.
///
/// # Errors
///
/// When there are no users, or the sum is too large.
pub fn weighted_downtime(each: &[(Seconds, Count)]) -> Result<Fraction, AvailabilityError> {
    let weigh = |(sum, users): (i128, i128), (downtime, count): &(Seconds, Count)| {
        let weighed = i128::from(downtime.get()) * i128::from(count.get());
        Some((
            i128::checked_add(sum, weighed)?,
            i128::checked_add(users, i128::from(count.get()))?,
        ))
    };
    let (sum, users) = each
        .iter()
        .try_fold((0, 0), weigh)
        .ok_or(AvailabilityError::TooLarge)?;
    Fraction::new(sum, users).ok_or(AvailabilityError::NoUsers)
}

/// When any of the locations is down.
pub fn any_down(outages: &[IntervalSet]) -> IntervalSet {
    outages
        .iter()
        .flat_map(IntervalSet::as_slice)
        .copied()
        .collect()
}

/// When all of the locations are down; never, if there are none.
pub fn all_down(outages: &[IntervalSet]) -> IntervalSet {
    let mut outages = outages.iter();
    let first = outages.next().cloned().unwrap_or_default();
    outages.fold(first, |common, location| common.intersection(location))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use core::num::NonZeroU32;

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::super::allowance::seconds_allowed;
    use super::*;
    use crate::calendar::{Instant, Interval};

    fn limit(period: u64, target: &str, counting: Counting) -> LocationLimit {
        let target = Percent::parse(target).unwrap();
        most_at_one_location(
            Sourced::typed(Seconds::new(period)),
            Sourced::agreed(target),
            Sourced::agreed(counting),
        )
        .value
    }

    fn average(locations: u32) -> Counting {
        Counting::Average {
            locations: NonZeroU32::new(locations).unwrap(),
        }
    }

    fn by_users(here: u32, total: u32) -> Result<UserShare, AvailabilityError> {
        UserShare::new(Count::new(here), Count::new(total))
    }

    #[test]
    fn every_rule_has_its_limit() {
        const WEEKS: u64 = 1_209_600;
        let all = |locations| Counting::AllLocationsDown {
            locations: NonZeroU32::new(locations).unwrap(),
        };
        let one = LocationLimit::UpTo(Fraction::whole(12_096));
        assert_eq!(limit(WEEKS, "99", Counting::EachLocation), one);
        assert_eq!(limit(WEEKS, "99", Counting::AnyLocationDown), one);
        assert_eq!(limit(WEEKS, "99", average(1)), one);
        assert_eq!(
            limit(WEEKS, "99", average(99)),
            LocationLimit::UpTo(Fraction::whole(1_197_504))
        );
        assert_eq!(
            limit(WEEKS, "99", average(100)),
            LocationLimit::WholePeriod(Seconds::new(WEEKS))
        );
        assert_eq!(limit(WEEKS, "99", all(1)), one);
        assert_eq!(limit(WEEKS, "99", all(2)), LocationLimit::Unbounded);
        assert_eq!(
            limit(WEEKS, "99", Counting::OrganizationOnly),
            LocationLimit::Unbounded
        );
        assert_eq!(
            limit(
                WEEKS,
                "99",
                Counting::WeightedByUsers(by_users(0, 9).unwrap())
            ),
            LocationLimit::Unbounded
        );
        assert_eq!(
            limit(WEEKS, "0", Counting::EachLocation),
            LocationLimit::WholePeriod(Seconds::new(WEEKS))
        );
        assert_eq!(
            limit(WEEKS, "100", average(u32::MAX)),
            LocationLimit::UpTo(Fraction::ZERO)
        );
        assert_eq!(
            limit(u64::MAX, "0", average(u32::MAX)),
            LocationLimit::WholePeriod(Seconds::new(u64::MAX))
        );
        assert_eq!(
            limit(0, "99", average(3)),
            LocationLimit::WholePeriod(Seconds::ZERO)
        );
    }

    #[test]
    fn users_are_checked() {
        assert_eq!(by_users(0, 0), Err(AvailabilityError::NoUsers));
        assert!(matches!(
            by_users(2, 1),
            Err(AvailabilityError::MoreUsersHereThanInAll { .. })
        ));
        assert_eq!(weighted_downtime(&[]), Err(AvailabilityError::NoUsers));
        assert_eq!(average_downtime(&[]), Err(AvailabilityError::NoLocations));
    }

    #[test]
    fn the_boundary_adds_both_sides() {
        let (january, february) = (
            limit(2_678_400, "99.9", Counting::EachLocation),
            limit(2_419_200, "99.9", Counting::EachLocation),
        );
        assert_eq!(
            across_the_boundary(&january, &february)
                .unwrap()
                .to_string(),
            "25488/5"
        );
        assert_eq!(
            across_the_boundary(&january, &LocationLimit::Unbounded),
            None
        );
    }

    fn fleets() -> impl Strategy<Value = Vec<IntervalSet>> {
        let outage = (0_i64..5_000, 0_i64..900).prop_map(|(start, length)| {
            let [start, end] =
                [start, start + length].map(|second| Instant::from_unix(second).unwrap());
            Interval::new(start, end).unwrap()
        });
        vec(
            vec(outage, 0..5).prop_map(|outages| outages.into_iter().collect()),
            1..6,
        )
    }

    proptest! {
        #[test]
        fn all_down_is_rarer_than_the_average_and_that_than_any_down(fleet in fleets()) {
            let each: Vec<Seconds> = fleet.iter().map(IntervalSet::total).collect();
            let mean = average_downtime(&each).unwrap();
            let users: Vec<_> = each.iter().map(|downtime| (*downtime, Count::new(7))).collect();
            prop_assert_eq!(weighted_downtime(&users).unwrap(), mean);
            prop_assert!(all_down(&fleet).total().fraction() <= mean);
            prop_assert!(mean <= each.iter().max().unwrap().fraction());
            prop_assert!(*each.iter().max().unwrap() <= any_down(&fleet).total());
        }

        #[test]
        fn what_the_limit_allows_keeps_the_average(period in 1_u64..10_000_000, millionths in 0_u32..=100_000_000, locations in 1_u32..300) {
            let target = Percent::from_millionths(millionths).unwrap();
            let spent = limit(period, &target.to_string(), average(locations)).seconds().unwrap();
            let mean = spent.checked_div(&Fraction::whole(i128::from(locations))).unwrap();
            prop_assert!(mean <= seconds_allowed(Seconds::new(period), target));
            let hides = smallest_fleet_hiding_one(target).is_some_and(|fewest| fewest <= u64::from(locations));
            prop_assert_eq!(hides, spent == Fraction::whole(i128::from(period)));
        }
    }
}
