//! All outages of a period together.

/// The most outages per period that [`total_longer`] reckons with.
pub const MOST_EXPECTED: f64 = 1e5;

/// The chance that the outages which begin in a period last longer than so many seconds together, where `expected` of them begin
/// on average, independently of each other, and their repairs are exponential with a mean in seconds. An outage counts whole in
/// the period in which it begins: cut at the period's end, the chance is a little lower. `None` where a number is negative,
/// infinite or none, the mean is zero, or more than [`MOST_EXPECTED`] outages are expected.
///
/// The sum over k of Poisson(k; expected) × P(Erlang(k) > seconds), where the second is the chance that a Poisson variable with
/// the mean seconds / mean is below k.
pub fn total_longer(expected: f64, mean_repair: f64, seconds: f64) -> Option<f64> {
    let given = [expected, mean_repair, seconds];
    let usable = given
        .iter()
        .all(|number| number.is_finite() && *number >= 0.0);
    let repairs_allowed = seconds / mean_repair;
    if !usable || mean_repair == 0.0 || expected > MOST_EXPECTED || !repairs_allowed.is_finite() {
        return None;
    }
    if expected == 0.0 {
        return Some(0.0);
    }
    if repairs_allowed == 0.0 {
        return Some(-libm::expm1(-expected));
    }
    Some(sum_over_outages(expected, repairs_allowed))
}

/// Below this exponent a chance is less than any number holds.
const NOTHING: f64 = -800.0;

fn sum_over_outages(expected: f64, allowed: f64) -> f64 {
    // Chernoff's bound for a total beyond its mean: the sum need not be begun where it comes to nothing.
    let apart = libm::sqrt(allowed) - libm::sqrt(expected);
    if apart > 0.0 && -apart * apart < NOTHING {
        return 0.0;
    }
    // From here on the terms only fall: fewer and fewer periods have so many outages, and almost all of those are too long.
    let past_the_peak = expected + allowed;
    let (mut total, mut fits, mut outages) = (0.0, 0.0, 0.0);
    loop {
        // The chance that fewer than `outages + 1` repairs end within the allowance.
        fits += poisson(outages, allowed);
        outages += 1.0;
        let term = poisson(outages, expected) * fits.min(1.0);
        total += term;
        if outages > past_the_peak && term <= total * f64::EPSILON / 64.0 {
            return total.min(1.0);
        }
    }
}

/// The chance of exactly so many where `mean` are expected.
fn poisson(number: f64, mean: f64) -> f64 {
    libm::exp(number * libm::log(mean) - mean - libm::lgamma(number + 1.0))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::super::repair::tests::near;
    use super::super::{Repair, some_longer};
    use super::*;

    #[test]
    fn the_ends_are_right() {
        let is = |found: Option<f64>, expected: f64| assert!(near(found.unwrap(), expected, 1e-12));
        is(total_longer(0.0, 10.0, 5.0), 0.0);
        is(total_longer(2.0, 10.0, 0.0), 1.0 - libm::exp(-2.0));
        is(total_longer(2.0, 10.0, 1e12), 0.0);
        is(total_longer(2.0, 10.0, 1e6), 0.0);
        // Far more outages than fit: a thousand of an hour in a day.
        is(total_longer(1_000.0, 3_600.0, 86_400.0), 1.0);
        for (expected, mean, seconds) in [
            (-1.0, 1.0, 1.0),
            (1.0, 0.0, 1.0),
            (1.0, -1.0, 1.0),
            (1.0, 1.0, -1.0),
            (f64::NAN, 1.0, 1.0),
            (1.0, f64::INFINITY, 1.0),
            (1e6, 1.0, 1.0),
            (1.0, 1e-300, 1e300),
        ] {
            assert_eq!(total_longer(expected, mean, seconds), None);
        }
    }

    #[test]
    fn half_of_many_outages_is_half_likely() {
        // The total of 10,000 expected repairs has the mean 10,000 and the variance 20,000; normal to within the skewness.
        let chance = total_longer(10_000.0, 1.0, 10_000.0).unwrap();
        assert!((chance - 0.5).abs() < 0.01, "{chance}");
    }

    proptest! {
        #[test]
        fn it_agrees_with_the_sum_by_its_definition(expected in 0.01..20.0_f64, allowed in 0.01..20.0_f64) {
            // Poisson(k) × exp(−x) × the sum of x^j / j! below k, term by term.
            let (mut weight, mut by_definition) = (libm::exp(-expected), 0.0);
            for outages in 1..200_u32 {
                weight *= expected / f64::from(outages);
                let mut step = libm::exp(-allowed);
                let mut below = step;
                for repairs in 1..outages {
                    step *= allowed / f64::from(repairs);
                    below += step;
                }
                by_definition += weight * below;
            }
            let found = total_longer(expected, 1.0, allowed).unwrap();
            prop_assert!(near(found, by_definition, 1e-11), "{found} {by_definition}");
        }

        #[test]
        fn it_is_monotone_and_above_one_outage_alone(
            expected in (0.0..30.0_f64, 0.0..30.0_f64), mean in 1.0..1e5_f64, seconds in (0.0..1e6_f64, 0.0..1e6_f64)
        ) {
            let chance = |expected, seconds| total_longer(expected, mean, seconds).unwrap();
            // Sums of rounded terms may differ in the last digits.
            let above = |high: f64, low: f64| high >= low * (1.0 - 1e-12);
            let (few, many) = (expected.0.min(expected.1), expected.0.max(expected.1));
            let (short, long) = (seconds.0.min(seconds.1), seconds.0.max(seconds.1));
            prop_assert!(above(chance(many, short), chance(few, short)));
            prop_assert!(above(chance(few, short), chance(few, long)));
            let repair = Repair::exponential(mean).unwrap();
            prop_assert!(above(chance(few, short), some_longer(few, &repair, short)));
        }
    }
}
