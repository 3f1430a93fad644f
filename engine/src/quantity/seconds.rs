use core::fmt;

use super::Fraction;
use super::duration::{self, DurationError, DurationUnit};

/// A length of time in whole seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seconds(u64);

/// A length of time split for showing: hours below 24, minutes and seconds below 60.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DurationParts {
    /// Days of 24 hours.
    pub days: u64,
    /// Hours, 0 to 23.
    pub hours: u64,
    /// Minutes, 0 to 59.
    pub minutes: u64,
    /// Seconds, 0 to 59.
    pub seconds: u64,
}

impl Seconds {
    /// No time.
    pub const ZERO: Self = Self(0);
    /// Sixty minutes.
    pub const HOUR: Self = Self(3_600);
    /// Twenty-four hours.
    pub const DAY: Self = Self(86_400);
    /// Seven days of twenty-four hours.
    pub const WEEK: Self = Self(604_800);

    /// `seconds` of them.
    pub const fn new(seconds: u64) -> Self {
        Self(seconds)
    }

    /// The number of seconds.
    pub const fn get(self) -> u64 {
        self.0
    }

    /// Reads `4 h`, `1 h 30 min`, `2 days`, `1.5 h`; a number alone means seconds.
    ///
    /// # Errors
    ///
    /// When the text is no duration, negative, not whole seconds or too large.
    pub fn parse(text: &str) -> Result<Self, DurationError> {
        Self::parse_in(text, DurationUnit::Second)
    }

    /// The same for a field whose label names the unit: a number alone means so many of `bare`.
    ///
    /// # Errors
    ///
    /// As [`Seconds::parse`].
    pub fn parse_in(text: &str, bare: DurationUnit) -> Result<Self, DurationError> {
        duration::parse(text, bare).map(Self)
    }

    /// The whole seconds in an exact length, rounded down; `None` below zero or past 64 bits.
    pub fn floor_of(exact: &Fraction) -> Option<Self> {
        u64::try_from(exact.floor()).ok().map(Self)
    }

    /// The same length as an exact number.
    pub const fn fraction(self) -> Fraction {
        Fraction::whole(self.0 as i128)
    }

    /// The sum, if 64 bits hold it.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, if it is not below zero.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// So many times the length, if 64 bits hold it.
    #[must_use]
    pub fn checked_mul(self, times: u64) -> Option<Self> {
        self.0.checked_mul(times).map(Self)
    }

    /// Days, hours, minutes and seconds.
    pub const fn parts(self) -> DurationParts {
        DurationParts {
            days: self.0 / 86_400,
            hours: self.0 / 3_600 % 24,
            minutes: self.0 / 60 % 60,
            seconds: self.0 % 60,
        }
    }
}

/// The plain form, which [`Seconds::parse`] reads back: `1 d 4 h 30 min 5 s`.
impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == 0 {
            return f.write_str("0 s");
        }
        let DurationParts {
            days,
            hours,
            minutes,
            seconds,
        } = self.parts();
        let mut gap = "";
        for (number, unit) in [(days, "d"), (hours, "h"), (minutes, "min"), (seconds, "s")] {
            if number > 0 {
                write!(f, "{gap}{number} {unit}")?;
                gap = " ";
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn splits_without_rounding_up() {
        assert_eq!(
            Seconds::new(315_569).parts(),
            DurationParts {
                days: 3,
                hours: 15,
                minutes: 39,
                seconds: 29
            }
        );
        assert_eq!(
            Seconds::floor_of(&"1209.6".parse().unwrap()),
            Some(Seconds::new(1_209))
        );
        assert_eq!(Seconds::floor_of(&"-1/2".parse().unwrap()), None);
        assert_eq!(Seconds::new(12_096).to_string(), "3 h 21 min 36 s");
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(seconds: u64) {
            prop_assert_eq!(Seconds::parse(&Seconds::new(seconds).to_string()), Ok(Seconds::new(seconds)));
        }

        #[test]
        fn parts_add_up(seconds: u64) {
            let DurationParts { days, hours, minutes, seconds: rest } = Seconds::new(seconds).parts();
            prop_assert!(hours < 24 && minutes < 60 && rest < 60);
            prop_assert_eq!(days * 86_400 + hours * 3_600 + minutes * 60 + rest, seconds);
        }
    }
}
