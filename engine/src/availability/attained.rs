use super::AvailabilityError;
use crate::derivation::{Figure, FormulaId, Rounding, Sourced};
use crate::quantity::{Fraction, Percent, Seconds};

/// The availability that was reached, as a share of one: (period − downtime) / period, exact.
///
/// # Errors
///
/// When the period is empty or shorter than the downtime.
pub fn attained(
    period: Sourced<Seconds>,
    downtime: Sourced<Seconds>,
) -> Result<Figure<Fraction>, AvailabilityError> {
    let up = time_up(period.value, downtime.value)?;
    let share = Fraction::new(i128::from(up.get()), i128::from(period.value.get()))
        .ok_or(AvailabilityError::EmptyPeriod)?;
    Ok(Figure::exact(
        share,
        FormulaId("attained"),
        vec![period.named("period"), downtime.named("downtime")],
    ))
}

/// The highest target with at most six decimals that still permits so much downtime: what is attained, rounded down.
///
/// # Errors
///
/// When the period is empty or shorter than the downtime.
pub fn target_permitting(
    period: Sourced<Seconds>,
    downtime: Sourced<Seconds>,
) -> Result<Figure<Percent>, AvailabilityError> {
    let up = time_up(period.value, downtime.value)?;
    let whole = u128::from(Percent::WHOLE.get());
    let millionths = (u128::from(up.get()) * whole)
        .checked_div(u128::from(period.value.get()))
        .ok_or(AvailabilityError::EmptyPeriod)?;
    let percent = u32::try_from(millionths)
        .ok()
        .and_then(Percent::from_millionths)
        .ok_or(AvailabilityError::TooLarge)?;
    let rounding = if millionths * u128::from(period.value.get()) == u128::from(up.get()) * whole {
        Rounding::Exact
    } else {
        Rounding::Down
    };
    let inputs = vec![period.named("period"), downtime.named("downtime")];
    Ok(Figure::exact(percent, FormulaId("target-permitting"), inputs).rounded(rounding))
}

fn time_up(period: Seconds, downtime: Seconds) -> Result<Seconds, AvailabilityError> {
    if period == Seconds::ZERO {
        return Err(AvailabilityError::EmptyPeriod);
    }
    period
        .checked_sub(downtime)
        .ok_or(AvailabilityError::DowntimeExceedsPeriod { downtime, period })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::super::is_met;
    use super::*;

    fn reached(period: u64, downtime: u64) -> Result<String, AvailabilityError> {
        attained(
            Sourced::typed(Seconds::new(period)),
            Sourced::typed(Seconds::new(downtime)),
        )
        .map(|figure| figure.value.to_string())
    }

    fn permitting(period: u64, downtime: u64) -> Figure<Percent> {
        target_permitting(
            Sourced::typed(Seconds::new(period)),
            Sourced::typed(Seconds::new(downtime)),
        )
        .unwrap()
    }

    #[test]
    fn impossible_questions_are_errors() {
        assert_eq!(reached(0, 0), Err(AvailabilityError::EmptyPeriod));
        assert!(matches!(
            reached(10, 11),
            Err(AvailabilityError::DowntimeExceedsPeriod { .. })
        ));
        assert_eq!(reached(10, 10).unwrap(), "0");
        assert_eq!(reached(u64::MAX, 0).unwrap(), "1");
        let empty = target_permitting(Sourced::typed(Seconds::ZERO), Sourced::typed(Seconds::ZERO));
        assert_eq!(empty, Err(AvailabilityError::EmptyPeriod));
    }

    #[test]
    fn says_whether_it_rounded() {
        let exact = permitting(1_209_600, 12_096);
        assert_eq!(
            (exact.value.to_string().as_str(), exact.derivation.rounding),
            ("99", Rounding::Exact)
        );
        let down = permitting(1_209_600, 12_097);
        assert_eq!(
            (down.value.to_string().as_str(), down.derivation.rounding),
            ("98.999917", Rounding::Down)
        );
    }

    proptest! {
        #[test]
        fn the_target_permits_and_the_next_higher_does_not(period in 1..=u64::MAX, share in 0.0_f64..=1.0) {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "any downtime will do")]
            let downtime = Seconds::new(((period as f64 * share) as u64).min(period));
            let period = Seconds::new(period);
            let target = permitting(period.get(), downtime.get()).value;
            prop_assert!(is_met(period, target, downtime));
            if let Some(next) = Percent::from_millionths(target.millionths() + 1) {
                prop_assert!(!is_met(period, next, downtime));
            }
        }

        #[test]
        fn more_downtime_never_attains_more(period in 1_u64..1_000_000, one in 0_u64..1_000_000, two in 0_u64..1_000_000) {
            let share = |downtime: u64| attained(Sourced::typed(Seconds::new(period)), Sourced::typed(Seconds::new(downtime.min(period)))).unwrap().value;
            prop_assert!(share(one.max(two)) <= share(one.min(two)));
        }
    }
}
