//! Exact parts of a whole, and how they are shown.

use std::cmp::Ordering;

/// A part of a whole between 0 and 1, exact.
///
/// Two fractions are equal when they are worth the same: 1/2 and 2/4.
#[derive(Clone, Copy, Debug)]
pub struct Fraction {
    num: u32,
    den: u32,
}

impl Fraction {
    /// `num / den`, if that is a part of a whole.
    pub fn new(num: u32, den: u32) -> Option<Self> {
        (den > 0 && num <= den).then_some(Self { num, den })
    }

    /// The numerator.
    pub fn num(self) -> u32 {
        self.num
    }

    /// The denominator, never 0.
    pub fn den(self) -> u32 {
        self.den
    }

    /// Whole percent, rounded down.
    pub fn percent_down(self) -> u32 {
        small(u64::from(self.num) * 100 / u64::from(self.den))
    }

    /// Whole percent, rounded up.
    pub fn percent_up(self) -> u32 {
        small((u64::from(self.num) * 100).div_ceil(u64::from(self.den)))
    }
}

/// At most 100 by construction, so the fallback is never taken.
fn small(percent: u64) -> u32 {
    u32::try_from(percent).unwrap_or(100)
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        let cross = |a: u32, b: u32| u64::from(a) * u64::from(b);
        cross(self.num, other.den).cmp(&cross(other.num, self.den))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Fraction {}

/// Where a score lies: `low` counts everything unknown as no credit, `high` as full credit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Interval {
    /// The low end.
    pub low: Fraction,
    /// The high end, never below `low`.
    pub high: Fraction,
}

/// Whether a whole percent is the exact value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rounding {
    /// It is.
    Exact,
    /// The value is a little more: it was rounded down.
    Down,
}

/// An interval in whole percent, never better than it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shown {
    /// Both ends are the same: one number.
    Settled {
        /// Whole percent.
        percent: u32,
        /// Whether that is exact.
        rounding: Rounding,
    },
    /// Something is still open: the low end rounded down, the high end rounded up.
    Between {
        /// Whole percent, rounded down.
        low: u32,
        /// Whole percent, rounded up.
        high: u32,
    },
}

impl Interval {
    /// The interval in whole percent.
    pub fn shown(&self) -> Shown {
        let low = self.low.percent_down();
        if self.low < self.high {
            return Shown::Between {
                low,
                high: self.high.percent_up(),
            };
        }
        let rounding = if low == self.low.percent_up() {
            Rounding::Exact
        } else {
            Rounding::Down
        };
        Shown::Settled {
            percent: low,
            rounding,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn interval(low: (u32, u32), high: (u32, u32)) -> Interval {
        Interval {
            low: Fraction::new(low.0, low.1).unwrap(),
            high: Fraction::new(high.0, high.1).unwrap(),
        }
    }

    #[test]
    fn more_than_a_whole_is_no_part_of_it() {
        assert!(Fraction::new(1, 0).is_none());
        assert!(Fraction::new(3, 2).is_none());
        assert_eq!(Fraction::new(1, 2), Fraction::new(2, 4));
        assert!(Fraction::new(u32::MAX - 1, u32::MAX) < Fraction::new(1, 1));
    }

    #[test]
    fn one_hundred_percent_is_shown_for_all_only() {
        let almost = interval((999, 1000), (999, 1000)).shown();
        let (percent, rounding) = (99, Rounding::Down);
        assert_eq!(almost, Shown::Settled { percent, rounding });
        let (percent, rounding) = (100, Rounding::Exact);
        assert_eq!(
            interval((7, 7), (7, 7)).shown(),
            Shown::Settled { percent, rounding }
        );
    }

    #[test]
    fn an_open_interval_is_rounded_outward() {
        assert_eq!(
            interval((1, 3), (2, 3)).shown(),
            Shown::Between { low: 33, high: 67 }
        );
        assert_eq!(
            interval((1, 300), (2, 300)).shown(),
            Shown::Between { low: 0, high: 1 }
        );
    }
}
