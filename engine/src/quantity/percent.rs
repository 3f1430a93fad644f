use core::fmt;
use core::num::NonZeroU64;

use thiserror::Error;

use super::Fraction;
use super::decimal::{self, DecimalFault};

/// Millionths of a percent in the whole.
const WHOLE: u32 = 100_000_000;

/// The decimals that a percentage may have.
const PLACES: u32 = 6;

/// An exact percentage from 0 to 100 with at most six decimals, such as a target of 99.95 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent {
    millionths: u32,
}

/// Why a text is not a percentage. Each kind has its own remedy.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PercentError {
    /// Nothing was written.
    #[error("no percentage is given; write one such as 99.9")]
    Empty,
    /// Something else than a number was written.
    #[error("`{text}` is not a percentage; write digits with a decimal point, such as 99.9")]
    NotANumber {
        /// What was written.
        text: String,
    },
    /// A comma stands where the point should.
    #[error("`{text}` has a comma; write the decimals after a point, such as 99.9")]
    DecimalComma {
        /// What was written.
        text: String,
    },
    /// Less than nothing.
    #[error("`{text}` is negative; a percentage is from 0 to 100")]
    Negative {
        /// What was written.
        text: String,
    },
    /// More than the whole.
    #[error("`{text}` is above 100; a percentage is from 0 to 100")]
    AboveHundred {
        /// What was written.
        text: String,
    },
    /// Finer than any agreement, and than this tool, measures.
    #[error("`{text}` has more than six decimals; write at most six")]
    TooManyDecimals {
        /// What was written.
        text: String,
    },
}

impl Percent {
    /// Nothing.
    pub const ZERO: Self = Self { millionths: 0 };
    /// The whole.
    pub const HUNDRED: Self = Self { millionths: WHOLE };
    /// Millionths of a percent in the whole: the denominator of [`Percent::fraction`] before it is reduced.
    pub const WHOLE: NonZeroU64 = match NonZeroU64::new(WHOLE as u64) {
        Some(whole) => whole,
        None => NonZeroU64::MIN,
    };

    /// The percentage of so many millionths of a percent; `None` above 100 %.
    pub const fn from_millionths(millionths: u32) -> Option<Self> {
        if millionths <= WHOLE {
            Some(Self { millionths })
        } else {
            None
        }
    }

    /// Reads `99.9` or `99.9 %`.
    ///
    /// # Errors
    ///
    /// When the text is empty, no number, negative, above 100, has more than six decimals, or a decimal comma.
    pub fn parse(text: &str) -> Result<Self, PercentError> {
        let trimmed = text.trim();
        let number = trimmed.strip_suffix('%').unwrap_or(trimmed);
        let owned = || trimmed.to_owned();
        let decimal = decimal::parse(number).map_err(|fault| match fault {
            DecimalFault::Empty if trimmed.is_empty() => PercentError::Empty,
            DecimalFault::Empty | DecimalFault::NotANumber => {
                PercentError::NotANumber { text: owned() }
            }
            DecimalFault::Negative => PercentError::Negative { text: owned() },
            DecimalFault::Comma => PercentError::DecimalComma { text: owned() },
            DecimalFault::TooLarge if is_above_hundred(number) => {
                PercentError::AboveHundred { text: owned() }
            }
            DecimalFault::TooLarge => PercentError::TooManyDecimals { text: owned() },
        })?;
        if is_above_hundred(number) {
            return Err(PercentError::AboveHundred { text: owned() });
        }
        if decimal.places > PLACES {
            return Err(PercentError::TooManyDecimals { text: owned() });
        }
        decimal
            .in_units(PLACES)
            .and_then(|millionths| u32::try_from(millionths).ok())
            .and_then(Self::from_millionths)
            .ok_or_else(|| PercentError::AboveHundred { text: owned() })
    }

    /// Millionths of a percent, 0 to 100,000,000.
    pub const fn millionths(self) -> u32 {
        self.millionths
    }

    /// The share of one: 99.9 % is 999/1000.
    pub fn fraction(self) -> Fraction {
        Fraction::of(i128::from(self.millionths), Self::WHOLE)
    }

    /// What is missing to the whole: 0.1 % for 99.9 %.
    #[must_use]
    pub const fn complement(self) -> Self {
        Self {
            millionths: WHOLE - self.millionths,
        }
    }
}

/// Whether the digits name more than 100, however many decimals follow.
fn is_above_hundred(number: &str) -> bool {
    let (whole, part) = number.trim().split_once('.').unwrap_or((number.trim(), ""));
    let whole = whole.trim_start_matches('0');
    match whole.len() {
        0..=2 => false,
        3 => whole != "100" || part.bytes().any(|b| b != b'0'),
        _ => true,
    }
}

/// The shortest form, without the sign: `99.9`.
impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, mut part) = (self.millionths / 1_000_000, self.millionths % 1_000_000);
        if part == 0 {
            return write!(f, "{whole}");
        }
        let mut width = 6;
        while part % 10 == 0 {
            part /= 10;
            width -= 1;
        }
        write!(f, "{whole}.{part:0width$}")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    fn refused(text: &str) -> PercentError {
        Percent::parse(text).unwrap_err()
    }

    #[test]
    fn reads_what_agreements_print() {
        for (text, millionths) in [
            ("99.9", 99_900_000),
            ("99.9 %", 99_900_000),
            (" 100% ", WHOLE),
            ("0", 0),
            ("100.000000", WHOLE),
            ("0.000001", 1),
            ("099.5", 99_500_000),
        ] {
            assert_eq!(
                Percent::parse(text).unwrap().millionths(),
                millionths,
                "{text}"
            );
        }
    }

    #[test]
    fn names_what_is_wrong() {
        let text = |text: &str| text.to_owned();
        assert_eq!(refused("  "), PercentError::Empty);
        assert_eq!(refused("%"), PercentError::NotANumber { text: text("%") });
        assert_eq!(
            refused("99,9"),
            PercentError::DecimalComma { text: text("99,9") }
        );
        assert_eq!(refused("-1"), PercentError::Negative { text: text("-1") });
        assert_eq!(
            refused("\u{2212}0.5"),
            PercentError::Negative {
                text: text("\u{2212}0.5")
            }
        );
        assert_eq!(
            refused("100.0001 %"),
            PercentError::AboveHundred {
                text: text("100.0001 %")
            }
        );
        assert_eq!(
            refused("100.00000001"),
            PercentError::AboveHundred {
                text: text("100.00000001")
            }
        );
        assert_eq!(
            refused("99.9999999"),
            PercentError::TooManyDecimals {
                text: text("99.9999999")
            }
        );
        for odd in [
            "1e2", "99.", ".5", "+5", "99.9.9", "nan", "٩٩", "99 .9", "0x10", "99.9%%", "--5",
        ] {
            assert!(
                matches!(refused(odd), PercentError::NotANumber { .. }),
                "{odd}"
            );
        }
        let long = "9".repeat(5_000);
        assert!(matches!(refused(&long), PercentError::AboveHundred { .. }));
        assert!(matches!(
            refused(&format!("0.{long}")),
            PercentError::TooManyDecimals { .. }
        ));
    }

    #[test]
    fn complement_and_share() {
        let target = Percent::parse("99.9").unwrap();
        assert_eq!(target.fraction().to_string(), "999/1000");
        assert_eq!(target.complement().to_string(), "0.1");
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(millionths in 0..=WHOLE) {
            let percent = Percent::from_millionths(millionths).unwrap();
            prop_assert_eq!(Percent::parse(&percent.to_string()), Ok(percent));
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".*") {
            let _ = Percent::parse(&text);
        }
    }
}
