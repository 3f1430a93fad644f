use super::Repair;

/// The chance that at least one of so many independent events happens, each with the chance `each`: 1 − (1 − each)ⁿ. Sites in
/// one period, or periods of one site.
pub fn at_least_one(each: f64, of: u32) -> f64 {
    if of == 0 {
        return 0.0;
    }
    // Through logarithms, so that small chances keep their digits.
    let none = f64::from(of) * libm::log1p(-each.clamp(0.0, 1.0));
    -libm::expm1(none)
}

/// The chance that at least one outage of a period lasts longer than so many seconds, where `expected` outages begin in it on
/// average: 1 − exp(−expected × survival). The chance that the total is longer is above it.
pub fn some_longer(expected: f64, repair: &Repair, seconds: f64) -> f64 {
    -libm::expm1(-expected.max(0.0) * repair.survival(seconds))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::repair::tests::{near, repairs};
    use super::*;

    #[test]
    fn the_ends_are_right() {
        let is =
            |found: f64, expected: f64| assert!(near(found, expected, 0.0), "{found} {expected}");
        is(at_least_one(0.3, 0), 0.0);
        is(at_least_one(0.0, 10), 0.0);
        is(at_least_one(1.0, 1), 1.0);
        is(at_least_one(2.0, 3), 1.0);
        is(at_least_one(-1.0, 3), 0.0);
        assert!(near(at_least_one(1e-15, 1), 1e-15, 1e-12));
        assert!(at_least_one(0.0, 10).is_sign_positive());
    }

    proptest! {
        #[test]
        fn more_chances_are_never_fewer(each in 0.0..=1.0_f64, one in 0_u32..500, two in 0_u32..500) {
            prop_assert!(at_least_one(each, one.min(two)) <= at_least_one(each, one.max(two)));
            prop_assert!((0.0..=1.0).contains(&at_least_one(each, one)));
        }

        #[test]
        fn more_outages_are_never_better(repair in repairs(), one in 0.0..50.0_f64, two in 0.0..50.0_f64, seconds in 0.0..1e6_f64) {
            let chance = |expected| some_longer(expected, &repair, seconds);
            prop_assert!(chance(one.min(two)) <= chance(one.max(two)));
            prop_assert!((0.0..=1.0).contains(&chance(one)));
        }
    }
}
