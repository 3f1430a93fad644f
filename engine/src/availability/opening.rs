use super::AvailabilityError;
use crate::derivation::{Figure, FormulaId, Sourced};
use crate::quantity::{Fraction, Percent, Seconds};

/// The availability in opening hours that a promise around the clock guarantees, when all the downtime it allows falls into them:
/// 1 − (1 − target) × period / opening, and nothing below nothing. The opening hours are those in the period.
///
/// # Errors
///
/// When there are no opening hours or more than the period holds.
pub fn worst_in_opening_hours(
    period: Sourced<Seconds>,
    target: Sourced<Percent>,
    opening: Sourced<Seconds>,
) -> Result<Figure<Fraction>, AvailabilityError> {
    if period.value < opening.value {
        return Err(AvailabilityError::OpeningExceedsPeriod {
            opening: opening.value,
            period: period.value,
        });
    }
    // 64 bits times 27 stay within 128.
    let open = i128::from(opening.value.get()) * i128::from(Percent::WHOLE.get());
    let lost = i128::from(period.value.get()) * i128::from(target.value.complement().millionths());
    let worst =
        Fraction::new((open - lost).max(0), open).ok_or(AvailabilityError::NoOpeningHours)?;
    let inputs = vec![
        period.named("period"),
        target.named("target"),
        opening.named("opening"),
    ];
    Ok(Figure::exact(
        worst,
        FormulaId("worst-in-opening-hours"),
        inputs,
    ))
}

/// The same for a period of whole weeks, from the opening hours of one: 1 − (1 − target) × 168 h / opening.
///
/// # Errors
///
/// When there are no opening hours or more than a week holds.
pub fn worst_in_opening_week(
    target: Sourced<Percent>,
    opening_per_week: Sourced<Seconds>,
) -> Result<Figure<Fraction>, AvailabilityError> {
    worst_in_opening_hours(Sourced::convention(Seconds::WEEK), target, opening_per_week)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    fn worst(target: &str, hours: u64) -> Result<String, AvailabilityError> {
        let target = Sourced::agreed(Percent::parse(target).unwrap());
        worst_in_opening_week(target, Sourced::typed(Seconds::new(hours * 3_600)))
            .map(|figure| figure.value.to_string())
    }

    #[test]
    fn clips_and_refuses() {
        assert_eq!(worst("99", 45).unwrap(), "361/375");
        assert_eq!(worst("99", 40).unwrap(), "479/500");
        assert_eq!(worst("99", 168).unwrap(), "99/100");
        assert_eq!(worst("99", 1).unwrap(), "0");
        assert_eq!(worst("0", 168).unwrap(), "0");
        assert_eq!(worst("100", 1).unwrap(), "1");
        assert_eq!(worst("99", 0), Err(AvailabilityError::NoOpeningHours));
        assert!(matches!(
            worst("99", 169),
            Err(AvailabilityError::OpeningExceedsPeriod { .. })
        ));
        let nothing = worst_in_opening_hours(
            Sourced::typed(Seconds::ZERO),
            Sourced::typed(Percent::ZERO),
            Sourced::typed(Seconds::ZERO),
        );
        assert_eq!(nothing, Err(AvailabilityError::NoOpeningHours));
    }

    proptest! {
        #[test]
        fn is_never_better_than_the_promise(period in 1..=u64::MAX, opening in 1..=u64::MAX, millionths in 0_u32..=100_000_000) {
            let target = Percent::from_millionths(millionths).unwrap();
            let (period, opening) = (Sourced::typed(Seconds::new(period.max(opening))), Sourced::typed(Seconds::new(period.min(opening))));
            let worst = worst_in_opening_hours(period, Sourced::typed(target), opening).unwrap().value;
            prop_assert!(Fraction::ZERO <= worst && worst <= target.fraction());
        }
    }
}
