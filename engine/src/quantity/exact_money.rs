use super::{Currency, Fraction, Money, MoneyError, MoneyRounding};

/// An amount before rounding: an exact number of minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ExactMoney {
    minor: Fraction,
    currency: Currency,
}

impl ExactMoney {
    /// An exact number of minor units.
    pub const fn from_minor(minor: Fraction, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Minor units, exact.
    pub const fn minor(&self) -> &Fraction {
        &self.minor
    }

    /// The currency.
    pub const fn currency(&self) -> Currency {
        self.currency
    }

    /// So many times the amount.
    ///
    /// # Errors
    ///
    /// When the product is too large.
    pub fn checked_mul(&self, times: &Fraction) -> Result<Self, MoneyError> {
        let minor = self.minor.checked_mul(times).ok_or(MoneyError::TooLarge)?;
        Ok(Self {
            minor,
            currency: self.currency,
        })
    }

    /// The sum.
    ///
    /// # Errors
    ///
    /// When the currencies differ or the sum is too large.
    pub fn checked_add(&self, other: &Self) -> Result<Self, MoneyError> {
        let minor = self.in_one_currency(other)?.checked_add(&other.minor);
        Ok(Self::from_minor(
            minor.ok_or(MoneyError::TooLarge)?,
            self.currency,
        ))
    }

    /// The smaller of the two.
    ///
    /// # Errors
    ///
    /// When the currencies differ.
    pub fn at_most(&self, other: &Self) -> Result<Self, MoneyError> {
        let minor = *self.in_one_currency(other)?.min(&other.minor);
        Ok(Self::from_minor(minor, self.currency))
    }

    /// The difference, and nothing below nothing.
    ///
    /// # Errors
    ///
    /// When the currencies differ or the difference is too large.
    pub fn less(&self, other: &Self) -> Result<Self, MoneyError> {
        let minor = self.in_one_currency(other)?.checked_sub(&other.minor);
        let minor = minor.ok_or(MoneyError::TooLarge)?.max(Fraction::ZERO);
        Ok(Self::from_minor(minor, self.currency))
    }

    fn in_one_currency(&self, other: &Self) -> Result<&Fraction, MoneyError> {
        if self.currency == other.currency {
            Ok(&self.minor)
        } else {
            Err(MoneyError::CurrencyMismatch {
                left: self.currency,
                right: other.currency,
            })
        }
    }

    /// The amount in whole minor units.
    ///
    /// # Errors
    ///
    /// When the amount is too large.
    pub fn rounded(&self, rounding: MoneyRounding) -> Result<Money, MoneyError> {
        let minor = match rounding {
            MoneyRounding::Down => self.minor.floor(),
            MoneyRounding::HalfEven => self.minor.round_half_even(),
        };
        let minor = i64::try_from(minor).map_err(|_| MoneyError::TooLarge)?;
        Ok(Money::from_minor(minor, self.currency))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn usd(minor: i128) -> ExactMoney {
        ExactMoney::from_minor(Fraction::whole(minor), Currency::USD)
    }

    #[test]
    fn amounts_of_one_currency_add_and_compare() {
        assert_eq!(usd(3).checked_add(&usd(4)), Ok(usd(7)));
        assert_eq!(usd(3).at_most(&usd(4)), Ok(usd(3)));
        assert_eq!(usd(4).at_most(&usd(3)), Ok(usd(3)));
        assert_eq!(usd(4).less(&usd(3)), Ok(usd(1)));
        assert_eq!(usd(3).less(&usd(4)), Ok(usd(0)));
        let most = usd(i128::MAX);
        assert_eq!(most.checked_add(&usd(1)), Err(MoneyError::TooLarge));
        let euro = ExactMoney::from_minor(Fraction::ONE, Currency::parse("EUR").unwrap());
        for mixed in [
            usd(1).checked_add(&euro),
            usd(1).at_most(&euro),
            usd(1).less(&euro),
        ] {
            assert!(matches!(mixed, Err(MoneyError::CurrencyMismatch { .. })));
        }
    }
}
