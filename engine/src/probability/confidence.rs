//! How far a simulated share or quantile can be trusted.

/// Wilson's score interval for a share of which `successes` of `trials` were seen; `z` is 1.96 for 95 %. Unlike the usual
/// p ± z√(p(1−p)/n) it has a width where nothing, or everything, was seen. `None` without trials, with more successes than
/// trials, or where `z` is not finite and positive.
pub fn wilson(successes: u64, trials: u64, z: f64) -> Option<(f64, f64)> {
    if trials == 0 || trials < successes || !z.is_finite() || z <= 0.0 {
        return None;
    }
    let (n, seen) = (number(trials), number(successes));
    let (share, z2) = (seen / n, z * z);
    let middle = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = z / (1.0 + z2 / n) * libm::sqrt(share * (1.0 - share) / n + z2 / (4.0 * n * n));
    // At the ends the interval begins or ends there; rounding must not say otherwise.
    let low = if successes == 0 {
        0.0
    } else {
        (middle - half).max(0.0)
    };
    let high = if successes == trials {
        1.0
    } else {
        (middle + half).min(1.0)
    };
    Some((low, high))
}

/// Which of the sorted results of a simulation bound a quantile, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuantileRanks {
    /// The lower bound; `None` where there are too few results below.
    pub low: Option<u64>,
    /// The estimate.
    pub middle: u64,
    /// The upper bound; `None` where there are too few results above.
    pub high: Option<u64>,
}

/// The ranks of the estimate of a quantile (0.9 for the ninetieth percentile) and of its bounds among `trials` sorted results:
/// the number below a quantile is binomial, here taken as normal, which needs some ten results on either side. `None` without
/// trials, for a quantile that is not between 0 and 1, or where `z` is not finite and positive.
pub fn quantile_ranks(quantile: f64, trials: u64, z: f64) -> Option<QuantileRanks> {
    let inside = quantile > 0.0 && quantile < 1.0;
    if trials == 0 || !inside || !z.is_finite() || z <= 0.0 {
        return None;
    }
    let n = number(trials);
    let spread = z * libm::sqrt(n * quantile * (1.0 - quantile));
    let (low, high) = (
        libm::floor(n * quantile - spread),
        libm::ceil(n * quantile + spread) + 1.0,
    );
    Some(QuantileRanks {
        low: (low >= 1.0).then(|| whole(low)),
        middle: whole(libm::ceil(n * quantile)).clamp(1, trials),
        high: (high <= n).then(|| whole(high)),
    })
}

#[allow(
    clippy::cast_precision_loss,
    reason = "nobody simulates more than 2^53 times"
)]
fn number(count: u64) -> f64 {
    count as f64
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole, and from 1 to the number of trials"
)]
fn whole(rank: f64) -> u64 {
    rank as u64
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_seen_is_not_nothing() {
        let (low, high) = wilson(0, 10_000, 1.96).unwrap();
        assert!(low.abs() < f64::EPSILON);
        // z² / (n + z²)
        assert!((high - 3.8416 / 10_003.841_6).abs() < 1e-12, "{high}");
        let (low, high) = wilson(10, 10, 1.96).unwrap();
        assert!((high - 1.0).abs() < f64::EPSILON && low < 0.8);
        // A published example: 81 of 263.
        let (low, high) = wilson(81, 263, 1.96).unwrap();
        assert!(
            (low - 0.2553).abs() < 5e-5 && (high - 0.3662).abs() < 5e-5,
            "{low} {high}"
        );
    }

    #[test]
    fn impossible_questions_have_no_answer() {
        assert_eq!(wilson(0, 0, 1.96), None);
        assert_eq!(wilson(2, 1, 1.96), None);
        for z in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(wilson(1, 2, z), None);
            assert_eq!(quantile_ranks(0.5, 2, z), None);
        }
        for quantile in [0.0, 1.0, -0.5, f64::NAN] {
            assert_eq!(quantile_ranks(quantile, 100, 1.96), None);
        }
        assert_eq!(quantile_ranks(0.5, 0, 1.96), None);
    }

    #[test]
    fn ranks_lie_around_the_quantile() {
        let ranks = quantile_ranks(0.5, 100, 1.96).unwrap();
        assert_eq!(
            (ranks.low, ranks.middle, ranks.high),
            (Some(40), 50, Some(61))
        );
        let few = quantile_ranks(0.99, 100, 1.96).unwrap();
        assert_eq!((few.low, few.middle, few.high), (Some(97), 99, None));
    }

    proptest! {
        #[test]
        fn the_interval_holds_the_share_and_narrows(successes in 0_u64..1_000, trials in 1_u64..1_000, z in 0.1..5.0_f64) {
            let successes = successes.min(trials);
            let (low, high) = wilson(successes, trials, z).unwrap();
            let share = number(successes) / number(trials);
            prop_assert!(0.0 <= low && low <= share && share <= high && high <= 1.0);
            let (finer_low, finer_high) = wilson(successes * 10, trials * 10, z).unwrap();
            prop_assert!(finer_high - finer_low < high - low);
        }

        #[test]
        fn ranks_are_in_order(quantile in 0.001..0.999_f64, trials in 1_u64..100_000, z in 0.1..5.0_f64) {
            let ranks = quantile_ranks(quantile, trials, z).unwrap();
            prop_assert!(1 <= ranks.middle && ranks.middle <= trials);
            prop_assert!(ranks.low.is_none_or(|low| 1 <= low && low <= ranks.middle));
            prop_assert!(ranks.high.is_none_or(|high| ranks.middle <= high && high <= trials));
        }
    }
}
