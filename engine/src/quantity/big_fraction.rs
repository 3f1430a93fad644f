use core::cmp::Ordering;
use core::fmt;

use super::natural::Natural;
use super::{Fraction, Percent};

/// An exact fraction from zero on, of whole numbers of any length: for products of many percentages, which soon pass the 128
/// bits of a [`Fraction`]. It is brought to lowest terms where it is written, not at every step.
#[derive(Clone, Debug)]
pub struct BigFraction {
    above: Natural,
    /// Never zero.
    below: Natural,
}

impl BigFraction {
    /// Nothing.
    pub fn zero() -> Self {
        Self::whole(0)
    }

    /// The whole.
    pub fn one() -> Self {
        Self::whole(1)
    }

    fn whole(number: u128) -> Self {
        Self {
            above: Natural::of(number),
            below: Natural::of(1),
        }
    }

    /// The product.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        Self {
            above: self.above.times(&other.above),
            below: self.below.times(&other.below),
        }
    }

    /// The sum.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        self.over_one_bar(other, Natural::plus)
    }

    /// The difference; nothing where the other is larger.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        self.over_one_bar(other, Natural::minus)
    }

    /// What is missing to the whole, if it is not more.
    #[must_use]
    pub fn complement(&self) -> Self {
        Self {
            above: self.below.minus(&self.above),
            below: self.below.clone(),
        }
    }

    fn over_one_bar(&self, other: &Self, join: fn(&Natural, &Natural) -> Natural) -> Self {
        // Sums over the same states have the same number below the bar, and must not grow with each step.
        if self.below == other.below {
            return Self {
                above: join(&self.above, &other.above),
                below: self.below.clone(),
            };
        }
        Self {
            above: join(
                &self.above.times(&other.below),
                &other.above.times(&self.below),
            ),
            below: self.below.times(&other.below),
        }
    }

    fn in_lowest_terms(&self) -> (Natural, Natural) {
        let (mut common, mut rest) = (self.below.clone(), self.above.clone());
        while !rest.is_zero() {
            (common, rest) = (rest.clone(), common.divided(&rest).1);
        }
        (self.above.divided(&common).0, self.below.divided(&common).0)
    }

    /// The same number in 128 bits above and below the bar, if they suffice.
    pub fn fraction(&self) -> Option<Fraction> {
        let (above, below) = self.in_lowest_terms();
        let number = |natural: Natural| natural.small()?.try_into().ok();
        Fraction::new(number(above)?, number(below)?)
    }

    /// How many units of `10^-places` fit: 1209.6 at two places is 120,960. For showing decimals without rounding up.
    pub fn floor_at(&self, places: u32) -> Option<i128> {
        let scale = Natural::of(10_u128.checked_pow(places)?);
        let units = self.above.times(&scale).divided(&self.below).0;
        units.small()?.try_into().ok()
    }

    /// The nearest whole number, a half to the greater one: for what is expected, which is neither a promise nor an allowance.
    pub fn nearest(&self) -> Option<i128> {
        let half = Self {
            above: Natural::of(1),
            below: Natural::of(2),
        };
        self.plus(&half).floor_at(0)
    }
}

impl Ord for BigFraction {
    fn cmp(&self, other: &Self) -> Ordering {
        let (own, others) = (
            self.above.times(&other.below),
            other.above.times(&self.below),
        );
        own.cmp(&others)
    }
}

impl PartialOrd for BigFraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for BigFraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for BigFraction {}

/// The fraction; nothing for one below zero.
impl From<&Fraction> for BigFraction {
    fn from(fraction: &Fraction) -> Self {
        let above = u128::try_from(fraction.numerator()).unwrap_or_default();
        Self {
            above: Natural::of(above),
            below: Natural::of(fraction.denominator().unsigned_abs()),
        }
    }
}

impl From<Percent> for BigFraction {
    fn from(percent: Percent) -> Self {
        Self::from(&percent.fraction())
    }
}

/// `a/b` in lowest terms, or `a` for a whole number.
impl fmt::Display for BigFraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (above, below) = self.in_lowest_terms();
        write!(f, "{above}")?;
        if below.small() == Some(1) {
            return Ok(());
        }
        write!(f, "/{below}")
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
    }

    #[test]
    fn a_half_goes_up() {
        let nearest = |text: &str| BigFraction::from(&text.parse::<Fraction>().unwrap()).nearest();
        for (text, whole) in [
            ("0", 0),
            ("1/2", 1),
            ("1", 1),
            ("4/3", 1),
            ("3/2", 2),
            ("5/3", 2),
        ] {
            assert_eq!(nearest(text), Some(whole), "{text}");
        }
    }

    proptest! {
        #[test]
        fn agrees_with_fractions(a in 0_i128..1_000_000, b in 1_i128..1_000_000, c in 0_i128..1_000_000, places in 0_u32..8) {
            let (small, other) = (Fraction::new(a, b).unwrap(), Fraction::new(c, b.max(7)).unwrap());
            let (big, more) = (BigFraction::from(&small), BigFraction::from(&other));
            prop_assert_eq!(big.fraction(), Some(small));
            prop_assert_eq!(big.to_string(), small.to_string());
            prop_assert_eq!(big.floor_at(places), small.floor_at(places));
            prop_assert_eq!(big.times(&more).fraction(), small.checked_mul(&other));
            prop_assert_eq!(big.plus(&more).fraction(), small.checked_add(&other));
            prop_assert_eq!(big.cmp(&more), small.cmp(&other));
            let less = small.checked_sub(&other).unwrap().max(Fraction::ZERO);
            prop_assert_eq!(big.minus(&more).fraction(), Some(less));
            let rest = Fraction::ONE.checked_sub(&small).unwrap().max(Fraction::ZERO);
            prop_assert_eq!(big.complement().fraction(), Some(rest));
        }
    }
}
