use crate::calendar::Convention;
use crate::derivation::{Figure, FormulaId, Rounding, Sourced};
use crate::quantity::{Fraction, Percent, Seconds};

/// An allowance in a period of conventional length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InConvention {
    /// The length of the period.
    pub convention: Convention,
    /// The downtime that the target allows in it, in seconds.
    pub allowance: Figure<Fraction>,
}

/// The downtime in seconds that a target allows: period × (1 − target), exact.
pub fn allowance(period: Sourced<Seconds>, target: Sourced<Percent>) -> Figure<Fraction> {
    let inputs = vec![period.named("period"), target.named("target")];
    Figure::exact(
        seconds_allowed(period.value, target.value),
        FormulaId("allowance"),
        inputs,
    )
}

/// The longest downtime in whole seconds that still meets the target: the allowance rounded down, never up.
pub fn largest_compliant_second(
    period: Sourced<Seconds>,
    target: Sourced<Percent>,
) -> Figure<Seconds> {
    // The allowance is at most the period, so that 64 bits hold it.
    let whole =
        Seconds::floor_of(&seconds_allowed(period.value, target.value)).unwrap_or(period.value);
    let inputs = vec![period.named("period"), target.named("target")];
    Figure::exact(whole, FormulaId("largest-compliant-second"), inputs).rounded(Rounding::Down)
}

/// Whether so much downtime in the period meets the target; downtime equal to the allowance does. Decided in whole numbers.
pub fn is_met(period: Seconds, target: Percent, downtime: Seconds) -> bool {
    u128::from(downtime.get()) * u128::from(Percent::WHOLE.get())
        <= u128::from(period.get()) * u128::from(target.complement().millionths())
}

/// The same for downtime that is a fraction, as an average over locations is.
pub fn is_met_by_exact(period: Seconds, target: Percent, downtime: &Fraction) -> bool {
    *downtime <= seconds_allowed(period, target)
}

/// What the same target allows in a period of each conventional length.
pub fn in_every_convention(target: Sourced<Percent>) -> Vec<InConvention> {
    let row = |convention: Convention| InConvention {
        convention,
        allowance: allowance(Sourced::convention(convention.seconds()), target)
            .by_convention(convention.key()),
    };
    Convention::ALL.into_iter().map(row).collect()
}

/// period × (1 − target). 64 bits times 27 stay within 128.
pub(super) fn seconds_allowed(period: Seconds, target: Percent) -> Fraction {
    Fraction::of(
        i128::from(period.get()) * i128::from(target.complement().millionths()),
        Percent::WHOLE,
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;
    use crate::derivation::{Origin, Quantity};

    fn percents() -> impl Strategy<Value = Percent> {
        (0_u32..=100_000_000).prop_map(|millionths| Percent::from_millionths(millionths).unwrap())
    }

    fn allowed(period: u64, target: Percent) -> Fraction {
        allowance(
            Sourced::typed(Seconds::new(period)),
            Sourced::agreed(target),
        )
        .value
    }

    fn whole(period: u64, target: Percent) -> u64 {
        largest_compliant_second(
            Sourced::typed(Seconds::new(period)),
            Sourced::agreed(target),
        )
        .value
        .get()
    }

    #[test]
    fn the_ends_are_right() {
        for period in [0, 1, 1_209_600, u64::MAX] {
            assert_eq!(allowed(period, Percent::HUNDRED), Fraction::ZERO);
            assert_eq!(
                allowed(period, Percent::ZERO),
                Fraction::whole(i128::from(period))
            );
            assert_eq!(whole(period, Percent::ZERO), period);
            assert!(is_met(
                Seconds::new(period),
                Percent::ZERO,
                Seconds::new(period)
            ));
            assert!(is_met(
                Seconds::new(period),
                Percent::HUNDRED,
                Seconds::ZERO
            ));
            assert!(!is_met(
                Seconds::new(period),
                Percent::HUNDRED,
                Seconds::new(1)
            ));
        }
        assert!(!is_met(Seconds::ZERO, Percent::ZERO, Seconds::new(1)));
    }

    #[test]
    fn the_verdict_is_right_where_floating_point_is_not() {
        // 99.9 % of 30 days with exactly 43 min 12 s down: each of the usual comparisons in doubles says "missed".
        let target = Percent::parse("99.9").unwrap();
        assert!(is_met(Seconds::new(2_592_000), target, Seconds::new(2_592)));
        assert!(!is_met(
            Seconds::new(2_592_000),
            target,
            Seconds::new(2_593)
        ));
    }

    #[test]
    fn the_derivation_names_the_inputs_and_who_says_so() {
        let target = Percent::parse("99").unwrap();
        let figure = allowance(Sourced::convention(Seconds::WEEK), Sourced::agreed(target));
        let [period, promised] = &figure.derivation.inputs[..] else {
            unreachable!()
        };
        assert_eq!((period.name, period.origin), ("period", Origin::Convention));
        assert_eq!(
            (promised.value.clone(), promised.origin),
            (Quantity::Percent(target), Origin::Agreement)
        );
        assert_eq!(figure.derivation.rounding, Rounding::Exact);
        assert_eq!(
            largest_compliant_second(Sourced::typed(Seconds::WEEK), Sourced::agreed(target))
                .derivation
                .rounding,
            Rounding::Down
        );
    }

    #[test]
    fn every_convention_has_its_row() {
        let rows = in_every_convention(Sourced::agreed(Percent::parse("99.9").unwrap()));
        let find = |convention| {
            rows.iter()
                .find(|row| row.convention == convention)
                .unwrap()
        };
        assert_eq!(rows.len(), Convention::ALL.len());
        assert_eq!(
            find(Convention::Month30).allowance.value,
            Fraction::whole(2_592)
        );
        assert_eq!(
            find(Convention::Year366).allowance.value.to_string(),
            "158112/5"
        );
        assert_eq!(
            find(Convention::Month30).allowance.derivation.convention,
            Some("month-30-days")
        );
    }

    proptest! {
        #[test]
        fn the_largest_second_complies_and_the_next_does_not(period: u64, target in percents()) {
            let longest = whole(period, target);
            prop_assert!(is_met(Seconds::new(period), target, Seconds::new(longest)));
            if let Some(next) = longest.checked_add(1) {
                prop_assert!(!is_met(Seconds::new(period), target, Seconds::new(next)));
            }
        }

        #[test]
        fn both_verdicts_agree(period in 0_u64..4_000_000, down in 0_u64..40_000, target in percents()) {
            let down = Seconds::new(down);
            prop_assert_eq!(is_met(Seconds::new(period), target, down), is_met_by_exact(Seconds::new(period), target, &down.fraction()));
        }

        #[test]
        fn a_longer_period_allows_no_less_and_a_higher_target_no_more(one: u64, two: u64, low in percents(), high in percents()) {
            prop_assert!(allowed(one.min(two), low) <= allowed(one.max(two), low));
            prop_assert!(allowed(one, low.max(high)) <= allowed(one, low.min(high)));
        }
    }
}
