use core::fmt;
use core::num::NonZeroU64;
use core::str::FromStr;

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub};
use thiserror::Error;

use super::decimal::{self, DecimalFault};

/// An exact fraction in lowest terms, of 128-bit whole numbers. The arithmetic says `None` where they do not suffice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fraction(Ratio<i128>);

/// Why a text or a pair of numbers is not a fraction.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FractionError {
    /// Something else than `a`, `a/b` or a decimal was written.
    #[error("`{text}` is not a fraction; write a/b, a whole number or a decimal")]
    NotANumber {
        /// What was written.
        text: String,
    },
    /// Division by nothing.
    #[error("`{text}` divides by zero")]
    ZeroDenominator {
        /// What was written.
        text: String,
    },
    /// More digits than 128 bits hold.
    #[error("`{text}` has too many digits")]
    TooLarge {
        /// What was written.
        text: String,
    },
}

impl Fraction {
    /// Nothing.
    pub const ZERO: Self = Self(Ratio::new_raw(0, 1));
    /// The whole.
    pub const ONE: Self = Self(Ratio::new_raw(1, 1));

    /// A whole number.
    pub const fn whole(number: i128) -> Self {
        Self(Ratio::new_raw(number, 1))
    }

    /// `numerator / denominator`, in lowest terms.
    pub fn of(numerator: i128, denominator: NonZeroU64) -> Self {
        Self(Ratio::new(numerator, i128::from(denominator.get())))
    }

    /// `numerator / denominator`, in lowest terms; `None` when the denominator is not positive.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        (denominator > 0).then(|| Self(Ratio::new(numerator, denominator)))
    }

    /// The number above the bar; it carries the sign.
    pub const fn numerator(&self) -> i128 {
        *self.0.numer()
    }

    /// The number below the bar, at least 1.
    pub const fn denominator(&self) -> i128 {
        *self.0.denom()
    }

    /// The sum.
    #[must_use]
    pub fn checked_add(&self, other: &Self) -> Option<Self> {
        self.0.checked_add(&other.0).map(Self)
    }

    /// The difference.
    #[must_use]
    pub fn checked_sub(&self, other: &Self) -> Option<Self> {
        self.0.checked_sub(&other.0).map(Self)
    }

    /// The product.
    #[must_use]
    pub fn checked_mul(&self, other: &Self) -> Option<Self> {
        self.0.checked_mul(&other.0).map(Self)
    }

    /// The quotient; `None` also when `other` is zero.
    #[must_use]
    pub fn checked_div(&self, other: &Self) -> Option<Self> {
        self.0.checked_div(&other.0).map(Self)
    }

    /// The greatest whole number that is not above it.
    pub fn floor(&self) -> i128 {
        // The denominator is positive, so that the Euclidean quotient is the floor.
        self.numerator().div_euclid(self.denominator())
    }

    /// The nearest whole number, a half to the even one.
    pub fn round_half_even(&self) -> i128 {
        let (floor, rest) = (
            self.floor(),
            self.numerator().rem_euclid(self.denominator()),
        );
        let to_next = self.denominator() - rest;
        let up = rest > to_next || (rest == to_next && floor % 2 != 0);
        if up { floor.saturating_add(1) } else { floor }
    }

    /// How many units of `10^-places` fit: 1209.6 at two places is 120,960. For showing decimals without rounding up.
    pub fn floor_at(&self, places: u32) -> Option<i128> {
        let scale = Self::whole(10_i128.checked_pow(places)?);
        self.checked_mul(&scale).map(|scaled| scaled.floor())
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.denominator() == 1 {
            write!(f, "{}", self.numerator())
        } else {
            write!(f, "{}/{}", self.numerator(), self.denominator())
        }
    }
}

impl FromStr for Fraction {
    type Err = FractionError;

    /// Reads `a`, `a/b` and decimals, with a minus in front where wanted.
    fn from_str(text: &str) -> Result<Self, FractionError> {
        let owned = || text.to_owned();
        let (sign, magnitude) = match text.trim().strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text.trim()),
        };
        let (above, below) = magnitude.split_once('/').unwrap_or((magnitude, "1"));
        let [above, below] = [above, below].map(|number| {
            let decimal = decimal::parse(number).map_err(|fault| match fault {
                DecimalFault::TooLarge => None,
                _ => Some(FractionError::NotANumber { text: owned() }),
            });
            match decimal {
                Ok(decimal) => i128::try_from(decimal.mantissa)
                    .ok()
                    .and_then(|mantissa| Self::new(mantissa, 10_i128.checked_pow(decimal.places)?))
                    .ok_or_else(|| FractionError::TooLarge { text: owned() }),
                // Exact results of long products have more digits than a typed decimal may.
                Err(None) => number
                    .trim()
                    .parse()
                    .map(Self::whole)
                    .map_err(|_| FractionError::TooLarge { text: owned() }),
                Err(Some(error)) => Err(error),
            }
        });
        let (above, below) = (above?, below?);
        if below == Self::ZERO {
            return Err(FractionError::ZeroDenominator { text: owned() });
        }
        above
            .checked_div(&below)
            .and_then(|value| value.checked_mul(&Self::whole(sign)))
            .ok_or_else(|| FractionError::TooLarge { text: owned() })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn is_shown_in_lowest_terms() {
        assert_eq!(Fraction::new(12_096, 10).unwrap().to_string(), "6048/5");
        assert_eq!(Fraction::new(10, 5).unwrap().to_string(), "2");
        assert_eq!(Fraction::new(1, 0), None);
        assert_eq!(Fraction::new(1, -2), None);
    }

    #[test]
    fn rounds_as_it_says() {
        let half = |numerator| Fraction::new(numerator, 2).unwrap();
        assert_eq!(
            [1, 3, 5, -1, -3].map(|n| half(n).round_half_even()),
            [0, 2, 2, 0, -2]
        );
        assert_eq!([1, 3, -1, -3].map(|n| half(n).floor()), [0, 1, -1, -2]);
        assert_eq!(
            Fraction::new(12_096, 10).unwrap().floor_at(2),
            Some(120_960)
        );
        assert_eq!(Fraction::new(2, 3).unwrap().floor_at(3), Some(666));
        assert_eq!(Fraction::ONE.floor_at(60), None);
    }

    #[test]
    fn reads_its_forms_and_refuses_others() {
        let fraction = |text: &str| text.parse::<Fraction>();
        assert_eq!(fraction("1209.6"), fraction("6048/5"));
        assert_eq!(fraction("-3/6"), Ok(Fraction::new(-1, 2).unwrap()));
        assert!(matches!(
            fraction("1/0"),
            Err(FractionError::ZeroDenominator { .. })
        ));
        assert!(matches!(
            fraction("a/b"),
            Err(FractionError::NotANumber { .. })
        ));
        assert!(matches!(
            fraction("--1"),
            Err(FractionError::NotANumber { .. })
        ));
        assert!(matches!(
            fraction(&"9".repeat(60)),
            Err(FractionError::TooLarge { .. })
        ));
    }

    #[test]
    fn says_when_the_digits_do_not_suffice() {
        let huge = Fraction::whole(i128::MAX);
        assert_eq!(huge.checked_add(&Fraction::ONE), None);
        assert_eq!(huge.checked_mul(&huge), None);
        assert_eq!(Fraction::ONE.checked_div(&Fraction::ZERO), None);
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(numerator: i128, denominator in 1..=i128::MAX) {
            prop_assume!(numerator != i128::MIN);
            let fraction = Fraction::new(numerator, denominator).unwrap();
            prop_assert_eq!(fraction.to_string().parse(), Ok(fraction));
        }

        #[test]
        fn floor_is_the_greatest_below(numerator in -1_000_000_i128..1_000_000, denominator in 1_i128..1000) {
            let fraction = Fraction::new(numerator, denominator).unwrap();
            prop_assert!(Fraction::whole(fraction.floor()) <= fraction);
            prop_assert!(fraction < Fraction::whole(fraction.floor() + 1));
        }
    }
}
