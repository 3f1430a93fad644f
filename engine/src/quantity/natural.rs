use core::cmp::Ordering;
use core::fmt;

/// A whole number from zero on, of any length.
///
/// Only what exact fractions need, by the plain methods: a library's faster ones for thousands of digits weigh ten kilobytes in
/// the browser, and a chain of parts has hundreds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Natural {
    /// Digits to the base 2³², the lowest first; none of zero on top.
    digits: Vec<u32>,
}

const BITS: usize = 32;

impl Natural {
    pub(super) fn of(mut number: u128) -> Self {
        let mut digits = Vec::new();
        while number > 0 {
            digits.push(low(u64::try_from(number & 0xFFFF_FFFF).unwrap_or_default()));
            number >>= BITS;
        }
        Self { digits }
    }

    /// The number, if 128 bits hold it.
    pub(super) fn small(&self) -> Option<u128> {
        let fold = |number: u128, digit: &u32| number << BITS | u128::from(*digit);
        (self.digits.len() <= 4).then(|| self.digits.iter().rev().fold(0, fold))
    }

    pub(super) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    fn trimmed(mut digits: Vec<u32>) -> Self {
        while digits.last() == Some(&0) {
            digits.pop();
        }
        Self { digits }
    }

    fn digit(&self, at: usize) -> u64 {
        self.digits.get(at).copied().unwrap_or_default().into()
    }

    pub(super) fn plus(&self, other: &Self) -> Self {
        let length = self.digits.len().max(other.digits.len()) + 1;
        let mut carry = 0;
        let sum = (0..length).map(|at| {
            carry += self.digit(at) + other.digit(at);
            let digit = low(carry);
            carry >>= BITS;
            digit
        });
        Self::trimmed(sum.collect())
    }

    /// The difference; zero where the other is larger.
    pub(super) fn minus(&self, other: &Self) -> Self {
        if *self < *other {
            return Self::of(0);
        }
        let mut borrowed = 0;
        let difference = (0..self.digits.len()).map(|at| {
            let digit = (1 << BITS) + self.digit(at) - other.digit(at) - borrowed;
            borrowed = 1 - (digit >> BITS);
            low(digit)
        });
        Self::trimmed(difference.collect())
    }

    pub(super) fn times(&self, other: &Self) -> Self {
        let mut digits = vec![0; self.digits.len() + other.digits.len()];
        for at in 0..self.digits.len() {
            let mut carry = 0;
            for (place, digit) in digits.iter_mut().skip(at).enumerate() {
                carry += u64::from(*digit) + self.digit(at) * other.digit(place);
                *digit = low(carry);
                carry >>= BITS;
            }
        }
        Self::trimmed(digits)
    }

    /// Half of it, without the rest.
    fn half(&self) -> Self {
        let half = (0..self.digits.len())
            .map(|at| low(self.digit(at) >> 1 | self.digit(at + 1) << (BITS - 1)));
        Self::trimmed(half.collect())
    }

    fn bits(&self) -> usize {
        let top = self.digits.last().map_or(0, |top| top.leading_zeros());
        self.digits.len() * BITS - top as usize
    }

    /// The number followed by so many zero bits.
    fn moved(&self, bits: usize) -> Self {
        let mut digits = vec![0; bits / BITS];
        digits.push(1 << (bits % BITS));
        self.times(&Self { digits })
    }

    /// How often a number goes into it, and what is left; for nothing, never and all. As many steps as the answer has bits.
    pub(super) fn divided(&self, by: &Self) -> (Self, Self) {
        let (mut often, mut left) = (Self::of(0), self.clone());
        if by.is_zero() || *self < *by {
            return (often, left);
        }
        let steps = self.bits() - by.bits();
        let mut part = by.moved(steps);
        for _ in 0..=steps {
            often = often.plus(&often);
            if part <= left {
                left = left.minus(&part);
                often = often.plus(&Self::of(1));
            }
            part = part.half();
        }
        (often, left)
    }
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "the lowest digit is what is meant"
)]
fn low(number: u64) -> u32 {
    number as u32
}

impl Ord for Natural {
    fn cmp(&self, other: &Self) -> Ordering {
        let length = self.digits.len().cmp(&other.digits.len());
        length.then_with(|| self.digits.iter().rev().cmp(other.digits.iter().rev()))
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// In decimal digits.
impl fmt::Display for Natural {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let billion = Self::of(1_000_000_000);
        let (mut left, mut parts) = (self.clone(), Vec::new());
        loop {
            let (rest, part) = left.divided(&billion);
            parts.push(part.small().unwrap_or_default());
            if rest.is_zero() {
                break;
            }
            left = rest;
        }
        let mut parts = parts.iter().rev();
        write!(f, "{}", parts.next().copied().unwrap_or_default())?;
        parts.try_for_each(|part| write!(f, "{part:09}"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use num_bigint::BigUint;
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn number() -> impl Strategy<Value = Natural> {
        let digit = prop_oneof![3 => any::<u32>(), 1 => Just(0), 1 => Just(u32::MAX)];
        vec(digit, 0..12).prop_map(Natural::trimmed)
    }

    fn known(number: &Natural) -> BigUint {
        BigUint::new(number.digits.clone())
    }

    proptest! {
        #[test]
        fn counts_as_a_known_library_does(a in number(), b in number(), c in number()) {
            let (x, y) = (known(&a), known(&b));
            prop_assert_eq!(known(&a.plus(&b)), &x + &y);
            prop_assert_eq!(known(&a.times(&b)), &x * &y);
            prop_assert_eq!(a.cmp(&b), x.cmp(&y));
            let (more, less) = if x < y { (&b, &a) } else { (&a, &b) };
            prop_assert_eq!(known(&more.minus(less)), known(more) - known(less));
            prop_assert!(less.minus(more).is_zero());
            prop_assert_eq!(a.to_string(), x.to_string());
            // Also what divides without a rest, and nearly so.
            for whole in [a.clone(), a.times(&b), a.times(&b).plus(&c)] {
                let (often, left) = whole.divided(&b);
                if b.is_zero() {
                    prop_assert!(often.is_zero() && left == whole);
                } else {
                    prop_assert_eq!(known(&often), known(&whole) / &y);
                    prop_assert_eq!(known(&left), known(&whole) % &y);
                }
            }
        }

        #[test]
        fn small_ones_come_back(number: u128) {
            prop_assert_eq!(Natural::of(number).small(), Some(number));
            prop_assert_eq!(Natural::of(u128::MAX).plus(&Natural::of(number)).small().is_some(), number == 0);
        }
    }
}
