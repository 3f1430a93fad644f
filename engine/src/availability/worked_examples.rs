//! Cases as people state them, worked by hand: group A (plain) and the fleets of group L.

#![allow(clippy::unwrap_used)]

use core::num::NonZeroU32;

use super::{
    Counting, LocationLimit, UserShare, allowance, attained, is_met, largest_compliant_second,
    most_at_one_location, smallest_fleet_hiding_one, worst_in_opening_hours,
};
use crate::calendar::Convention;
use crate::derivation::Sourced;
use crate::quantity::{Count, DurationParts, Fraction, Percent, Seconds};

fn target(text: &str) -> Sourced<Percent> {
    Sourced::agreed(Percent::parse(text).unwrap())
}

fn typed(seconds: u64) -> Sourced<Seconds> {
    Sourced::typed(Seconds::new(seconds))
}

fn allowed(percent: &str, seconds: u64) -> String {
    allowance(typed(seconds), target(percent)).value.to_string()
}

#[test]
fn two_weeks_by_target() {
    for (percent, exact) in [
        ("95", "60480"),
        ("98", "24192"),
        ("99", "12096"),
        ("99.5", "6048"),
        ("99.9", "6048/5"),
        ("99.95", "3024/5"),
        ("99.99", "3024/25"),
        ("99.999", "1512/125"),
    ] {
        assert_eq!(allowed(percent, 1_209_600), exact, "{percent}");
    }
}

#[test]
fn almost_three_and_a_half_hours_is_eight_minutes_less() {
    let parts = largest_compliant_second(typed(1_209_600), target("99"))
        .value
        .parts();
    assert_eq!(
        parts,
        DurationParts {
            days: 0,
            hours: 3,
            minutes: 21,
            seconds: 36
        }
    );
}

#[test]
fn the_customary_twenty_minutes_and_ten_seconds_is_a_breach() {
    let weeks = Seconds::new(1_209_600);
    assert_eq!(
        largest_compliant_second(typed(1_209_600), target("99.9")).value,
        Seconds::new(1_209)
    );
    assert!(!is_met(weeks, target("99.9").value, Seconds::new(1_210)));
}

#[test]
fn ninety_nine_percent_by_convention() {
    for (convention, exact) in [
        (Convention::Day, "864"),
        (Convention::Week, "6048"),
        (Convention::TwoWeeks, "12096"),
        (Convention::Month28, "24192"),
        (Convention::Month29, "25056"),
        (Convention::Month30, "25920"),
        (Convention::Month31, "26784"),
        (Convention::MonthGregorian, "1314873/50"),
        (Convention::MonthJulian, "26298"),
        (Convention::Quarter90, "77760"),
        (Convention::Quarter91, "78624"),
        (Convention::Quarter92, "79488"),
        (Convention::Year365, "315360"),
        (Convention::Year366, "316224"),
        (Convention::YearGregorian, "7889238/25"),
    ] {
        assert_eq!(
            allowed("99", convention.seconds().get()),
            exact,
            "{}",
            convention.key()
        );
    }
}

#[test]
fn exactly_at_the_target_is_met_and_a_second_more_is_not() {
    let reached = |downtime| attained(typed(1_209_600), typed(downtime)).unwrap().value;
    assert_eq!(reached(12_096).to_string(), "99/100");
    assert_eq!(reached(12_097).to_string(), "1197503/1209600");
    // Two decimals round the miss away; the exact share does not.
    let percent = reached(12_097)
        .checked_mul(&Fraction::whole(10_000))
        .unwrap();
    assert_eq!(percent.round_half_even(), 9_900);
    assert!(percent < Fraction::whole(9_900));
    let met = |downtime| {
        is_met(
            Seconds::new(1_209_600),
            target("99").value,
            Seconds::new(downtime),
        )
    };
    assert!(met(12_096) && !met(12_097));
}

#[test]
fn a_promise_around_the_clock_is_thinner_when_the_doors_are_open() {
    let worst = |hours: u64| {
        worst_in_opening_hours(typed(1_209_600), target("99"), typed(2 * hours * 3_600))
            .unwrap()
            .value
    };
    assert_eq!(worst(45).to_string(), "361/375");
    assert_eq!(worst(40).to_string(), "479/500");
}

#[test]
fn an_average_hides_one_location() {
    let most = |percent, seconds, locations| {
        let counting = Counting::Average {
            locations: NonZeroU32::new(locations).unwrap(),
        };
        most_at_one_location(typed(seconds), target(percent), Sourced::agreed(counting)).value
    };
    assert_eq!(
        most("99", 1_209_600, 10),
        LocationLimit::UpTo(Fraction::whole(120_960))
    );
    assert_eq!(
        most("99.9", 2_592_000, 12),
        LocationLimit::UpTo(Fraction::whole(31_104))
    );
    assert_eq!(
        most("99", 1_209_600, 100),
        LocationLimit::WholePeriod(Seconds::new(1_209_600))
    );
    let smallest = ["95", "99", "99.5", "99.9", "100"]
        .map(|percent| smallest_fleet_hiding_one(target(percent).value));
    assert_eq!(
        smallest,
        [Some(20), Some(100), Some(200), Some(1_000), None]
    );
}

#[test]
fn five_users_among_two_hundred_weigh_little() {
    let share = UserShare::new(Count::new(5), Count::new(200)).unwrap();
    let most = most_at_one_location(
        typed(2_592_000),
        target("99.9"),
        Sourced::agreed(Counting::WeightedByUsers(share)),
    );
    assert_eq!(most.value, LocationLimit::UpTo(Fraction::whole(103_680)));
    let names: Vec<_> = most
        .derivation
        .inputs
        .iter()
        .map(|input| input.name)
        .collect();
    assert_eq!(names, ["period", "target", "users-here", "users-in-all"]);
}
