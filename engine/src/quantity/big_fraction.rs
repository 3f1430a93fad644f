use core::fmt;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive, Zero};

use super::{Fraction, Percent};

/// An exact fraction in lowest terms, of whole numbers of any length: for products of many percentages, which soon pass the
/// 128 bits of a [`Fraction`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BigFraction(BigRational);

impl BigFraction {
    /// Nothing.
    pub fn zero() -> Self {
        Self(BigRational::zero())
    }

    /// The whole.
    pub fn one() -> Self {
        Self(BigRational::one())
    }

    /// `numerator / denominator`, in lowest terms; `None` when the denominator is zero.
    pub fn new(numerator: BigInt, denominator: BigInt) -> Option<Self> {
        (!denominator.is_zero()).then(|| Self(BigRational::new(numerator, denominator)))
    }

    /// The number above the bar; it carries the sign.
    pub fn numerator(&self) -> &BigInt {
        self.0.numer()
    }

    /// The number below the bar, at least 1.
    pub fn denominator(&self) -> &BigInt {
        self.0.denom()
    }

    /// The product.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        Self(&self.0 * &other.0)
    }

    /// What is missing to the whole.
    #[must_use]
    pub fn complement(&self) -> Self {
        Self(BigRational::one() - &self.0)
    }

    /// The same number in 128 bits above and below the bar, if they suffice.
    pub fn fraction(&self) -> Option<Fraction> {
        Fraction::new(self.numerator().to_i128()?, self.denominator().to_i128()?)
    }

    /// How many units of `10^-places` fit: 1209.6 at two places is 120,960. For showing decimals without rounding up.
    pub fn floor_at(&self, places: u32) -> Option<i128> {
        let scale = BigRational::from_integer(BigInt::from(10).pow(places));
        (&self.0 * scale).floor().to_integer().to_i128()
    }
}

impl From<&Fraction> for BigFraction {
    fn from(fraction: &Fraction) -> Self {
        let (above, below) = (fraction.numerator(), fraction.denominator());
        // A fraction is in lowest terms already.
        Self(BigRational::new_raw(above.into(), below.into()))
    }
}

impl From<Percent> for BigFraction {
    fn from(percent: Percent) -> Self {
        Self::from(&percent.fraction())
    }
}

/// `a/b`, or `a` for a whole number.
impl fmt::Display for BigFraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn holds_what_a_fraction_cannot() {
        let tiny = BigFraction::from(Percent::from_millionths(1).unwrap());
        let product = (0..9).fold(tiny.clone(), |product, _| product.times(&tiny));
        assert_eq!(product.to_string(), format!("1/1{}", "0".repeat(80)));
        assert_eq!(product.fraction(), None);
        assert_eq!(product.complement().floor_at(10), Some(9_999_999_999));
        assert_eq!(BigFraction::one().complement(), BigFraction::zero());
        assert_eq!(BigFraction::new(1.into(), 0.into()), None);
        let negative = BigFraction::new((-1).into(), 3.into()).unwrap();
        assert_eq!(negative.floor_at(1), Some(-4));
    }

    proptest! {
        #[test]
        fn agrees_with_fractions(above in -1_000_000_i128..1_000_000, below in 1_i128..1_000_000, places in 0_u32..8) {
            let small = Fraction::new(above, below).unwrap();
            let big = BigFraction::from(&small);
            prop_assert_eq!(big.fraction(), Some(small));
            prop_assert_eq!(big.to_string(), small.to_string());
            prop_assert_eq!(big.floor_at(places), small.floor_at(places));
            prop_assert_eq!(big.times(&big).fraction(), small.checked_mul(&small));
        }
    }
}
