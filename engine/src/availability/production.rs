use super::AvailabilityError;
use crate::derivation::{Figure, FormulaId, Sourced};
use crate::quantity::{Count, ExactMoney, Fraction, Money, Percent};

/// Work that stops when a location is down, in the client's own figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoppedWork {
    /// Time lost in opening hours, in seconds, added up over the locations.
    pub location_time: Sourced<Fraction>,
    /// Chairs at each location.
    pub chairs: Sourced<Count>,
    /// What one chair produces in an hour.
    pub production_per_chair_hour: Sourced<Money>,
    /// The share of the work that stops.
    pub share_stopped: Sourced<Percent>,
    /// The share of the stopped work that is done later after all.
    pub share_rebooked: Sourced<Percent>,
}

/// The time lost, in seconds added up over the locations, when an outage of so many seconds stops so many of them.
///
/// # Errors
///
/// When the product is too large.
pub fn location_time(
    outage: Sourced<Fraction>,
    locations: Sourced<Count>,
) -> Result<Figure<Fraction>, AvailabilityError> {
    let times = Fraction::whole(i128::from(locations.value.get()));
    let total = outage
        .value
        .checked_mul(&times)
        .ok_or(AvailabilityError::TooLarge)?;
    Ok(Figure::exact(
        total,
        FormulaId("location-time"),
        vec![outage.named("outage"), locations.named("locations")],
    ))
}

/// The production lost: location-hours × chairs × production per chair-hour × share stopped × (1 − share rebooked), exact.
///
/// # Errors
///
/// When the product is too large.
pub fn lost_production(work: &StoppedWork) -> Result<Figure<ExactMoney>, AvailabilityError> {
    let hours =
        Fraction::new(1, 3_600).and_then(|hour| work.location_time.value.checked_mul(&hour));
    let chairs = Fraction::whole(i128::from(work.chairs.value.get()));
    let factors = [
        chairs,
        work.share_stopped.value.fraction(),
        work.share_rebooked.value.complement().fraction(),
    ];
    let times = factors
        .iter()
        .fold(hours, |product, factor| product?.checked_mul(factor))
        .ok_or(AvailabilityError::TooLarge)?;
    let lost = work
        .production_per_chair_hour
        .value
        .exact()
        .checked_mul(&times)
        .map_err(|_| AvailabilityError::TooLarge)?;
    let inputs = vec![
        work.location_time.named("location-time"),
        work.chairs.named("chairs"),
        work.production_per_chair_hour
            .named("production-per-chair-hour"),
        work.share_stopped.named("share-stopped"),
        work.share_rebooked.named("share-rebooked"),
    ];
    Ok(Figure::exact(lost, FormulaId("lost-production"), inputs))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::quantity::{Currency, MoneyError, MoneyRounding, Seconds};

    fn work(location_time: Fraction, stopped: &str, rebooked: &str) -> StoppedWork {
        StoppedWork {
            location_time: Sourced::computed(location_time),
            chairs: Sourced::typed(Count::new(6)),
            production_per_chair_hour: Sourced::typed(Money::parse("300", Currency::USD).unwrap()),
            share_stopped: Sourced::typed(Percent::parse(stopped).unwrap()),
            share_rebooked: Sourced::typed(Percent::parse(rebooked).unwrap()),
        }
    }

    fn lost(location_time: Fraction, stopped: &str, rebooked: &str) -> Result<Money, MoneyError> {
        lost_production(&work(location_time, stopped, rebooked))
            .unwrap()
            .value
            .rounded(MoneyRounding::Down)
    }

    #[test]
    fn a_just_compliant_outage_of_ten_locations() {
        let time = location_time(
            Sourced::computed(Seconds::new(12_096).fraction()),
            Sourced::typed(Count::new(10)),
        )
        .unwrap();
        assert_eq!(time.value, Fraction::whole(120_960));
        let usd = |text| Money::parse(text, Currency::USD);
        assert_eq!(lost(time.value, "100", "0"), usd("60480"));
        assert_eq!(lost(time.value, "80", "25"), usd("36288"));
        assert_eq!(lost(time.value, "100", "100"), usd("0"));
        assert_eq!(lost(time.value, "0", "0"), usd("0"));
    }

    #[test]
    fn numbers_past_the_end_are_an_error() {
        let endless = Fraction::whole(i128::MAX);
        assert_eq!(
            lost_production(&work(endless, "99.999999", "0.000001")),
            Err(AvailabilityError::TooLarge)
        );
        assert_eq!(
            location_time(Sourced::typed(endless), Sourced::typed(Count::new(2))),
            Err(AvailabilityError::TooLarge)
        );
    }
}
