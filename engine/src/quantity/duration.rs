//! Durations as people write them.

use thiserror::Error;

use super::decimal::{self, DecimalFault};

/// A unit in which people write durations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DurationUnit {
    /// One second.
    Second,
    /// Sixty seconds.
    Minute,
    /// Sixty minutes.
    Hour,
    /// Twenty-four hours.
    Day,
    /// Seven days.
    Week,
}

/// Why a text is not a duration. Each kind has its own remedy.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DurationError {
    /// Nothing was written.
    #[error("no duration is given; write one such as 4 h or 30 min")]
    Empty,
    /// Something else than numbers and units was written.
    #[error("`{text}` is not a duration; write one such as 4 h or 1 h 30 min")]
    NotANumber {
        /// The part that is not understood.
        text: String,
    },
    /// A comma stands where the point should.
    #[error("`{text}` has a comma; write decimals after a point, such as 1.5 h")]
    DecimalComma {
        /// The number.
        text: String,
    },
    /// Less than no time.
    #[error("`{text}` is negative; a duration is zero or more")]
    Negative {
        /// What was written.
        text: String,
    },
    /// A word that is no unit here; months and years differ in length.
    #[error("`{unit}` is not a unit of duration; use s, min, h, days or weeks")]
    UnknownUnit {
        /// The word.
        unit: String,
    },
    /// A number without a unit beside others that have one.
    #[error("`{text}` has a number without a unit; write s, min, h, days or weeks after it")]
    UnitMissing {
        /// What was written.
        text: String,
    },
    /// Units from small to large, or one twice.
    #[error("`{unit}` stands out of order; write each unit once, the larger first")]
    OutOfOrder {
        /// The unit that comes too late.
        unit: String,
    },
    /// A part of a second remains.
    #[error("`{text}` is not a whole number of seconds")]
    NotWhole {
        /// The number with its unit.
        text: String,
    },
    /// More than 64 bits of seconds.
    #[error("`{text}` is too long a time")]
    TooLarge {
        /// What was written.
        text: String,
    },
}

impl DurationUnit {
    /// Seconds in one of it.
    pub const fn seconds(self) -> u64 {
        match self {
            Self::Second => 1,
            Self::Minute => 60,
            Self::Hour => 3_600,
            Self::Day => 86_400,
            Self::Week => 604_800,
        }
    }

    /// In English and in Spanish: what a person writes does not depend on the language of the page.
    fn named(word: &str) -> Option<Self> {
        let names: [(Self, &[&str]); 5] = [
            (
                Self::Second,
                &[
                    "s", "sec", "secs", "second", "seconds", "seg", "segundo", "segundos",
                ],
            ),
            (
                Self::Minute,
                &["m", "min", "mins", "minute", "minutes", "minuto", "minutos"],
            ),
            (
                Self::Hour,
                &["h", "hr", "hrs", "hour", "hours", "hora", "horas"],
            ),
            (
                Self::Day,
                &["d", "day", "days", "día", "días", "dia", "dias"],
            ),
            (
                Self::Week,
                &[
                    "w", "wk", "wks", "week", "weeks", "sem", "semana", "semanas",
                ],
            ),
        ];
        names
            .iter()
            .find(|(_, words)| words.iter().any(|name| name.eq_ignore_ascii_case(word)))
            .map(|(unit, _)| *unit)
    }
}

/// Whole seconds of a written duration; a number alone counts in `bare`.
pub(crate) fn parse(text: &str, bare: DurationUnit) -> Result<u64, DurationError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(DurationError::Empty);
    }
    if text.starts_with(['-', '\u{2212}']) {
        return Err(DurationError::Negative {
            text: text.to_owned(),
        });
    }
    let too_large = || DurationError::TooLarge {
        text: text.to_owned(),
    };
    let (mut rest, mut total, mut smallest) = (text, 0_u64, None);
    while !rest.is_empty() {
        let (number, after) = split_where(rest, |c| !(c.is_ascii_digit() || c == '.' || c == ','));
        let (word, after) = split_where(after.trim_start(), |c| !c.is_alphabetic());
        let unit = match (word, smallest) {
            ("", None) if after.is_empty() => bare,
            ("", _) => return Err(stray(text, number, after)),
            _ => DurationUnit::named(word).ok_or_else(|| DurationError::UnknownUnit {
                unit: word.to_owned(),
            })?,
        };
        if smallest.is_some_and(|smallest| unit >= smallest) {
            return Err(DurationError::OutOfOrder {
                unit: word.to_owned(),
            });
        }
        smallest = Some(unit);
        total = total
            .checked_add(in_seconds(number, unit)?)
            .ok_or_else(too_large)?;
        rest = skip_joint(after);
    }
    Ok(total)
}

/// Splits before the first character that ends a token.
fn split_where(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(ends).unwrap_or(text.len()))
}

/// Passes what stands between two parts: spaces, a comma, "and".
fn skip_joint(text: &str) -> &str {
    let trimmed = text.trim_start();
    let trimmed = trimmed.strip_prefix(", ").unwrap_or(trimmed).trim_start();
    let joint = ["and ", "y "]
        .iter()
        .find_map(|word| trimmed.strip_prefix(word));
    joint.unwrap_or(trimmed).trim_start()
}

/// What is wrong where a unit should stand and does not.
fn stray(text: &str, number: &str, after: &str) -> DurationError {
    if number.is_empty() || !after.is_empty() {
        DurationError::NotANumber {
            text: text.to_owned(),
        }
    } else {
        DurationError::UnitMissing {
            text: text.to_owned(),
        }
    }
}

fn in_seconds(number: &str, unit: DurationUnit) -> Result<u64, DurationError> {
    let text = number.to_owned();
    let decimal = match decimal::parse(number) {
        Ok(decimal) => decimal,
        Err(DecimalFault::Comma) => return Err(DurationError::DecimalComma { text }),
        Err(DecimalFault::TooLarge) => return Err(DurationError::TooLarge { text }),
        Err(_) => return Err(DurationError::NotANumber { text }),
    };
    // At most 30 digits times 604,800 stays within 128 bits.
    let scaled = decimal::Decimal {
        mantissa: decimal.mantissa * u128::from(unit.seconds()),
        places: decimal.places,
    };
    let Some(seconds) = scaled.in_units(0) else {
        return Err(DurationError::NotWhole { text });
    };
    u64::try_from(seconds).map_err(|_| DurationError::TooLarge { text })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    fn seconds(text: &str) -> Result<u64, DurationError> {
        parse(text, DurationUnit::Second)
    }

    #[test]
    fn reads_what_people_write() {
        for (text, expected) in [
            ("4 h", 14_400),
            ("30 min", 1_800),
            ("1 h 30 min", 5_400),
            ("1h30m", 5_400),
            ("2 days", 172_800),
            ("90", 90),
            ("1.5 Hours", 5_400),
            ("1 day, 4 hours and 5 seconds", 100_805),
            ("2 weeks", 1_209_600),
            ("0", 0),
            ("0.5 min", 30),
        ] {
            assert_eq!(seconds(text), Ok(expected), "{text}");
        }
        assert_eq!(parse("90", DurationUnit::Minute), Ok(5_400));
    }

    #[test]
    fn names_what_is_wrong() {
        assert_eq!(seconds(" "), Err(DurationError::Empty));
        assert_eq!(seconds("2 días y 3 horas"), seconds("2 days and 3 hours"));
        assert_eq!(seconds("1 hora 30 minutos"), seconds("90 min"));
        assert!(matches!(
            seconds("-4 h"),
            Err(DurationError::Negative { .. })
        ));
        assert!(matches!(
            seconds("1,5 h"),
            Err(DurationError::DecimalComma { .. })
        ));
        assert_eq!(
            seconds("2 months"),
            Err(DurationError::UnknownUnit {
                unit: "months".to_owned()
            })
        );
        assert!(matches!(
            seconds("4 business hours"),
            Err(DurationError::UnknownUnit { .. })
        ));
        assert!(matches!(
            seconds("1 h 30"),
            Err(DurationError::UnitMissing { .. })
        ));
        assert!(matches!(
            seconds("30 min 1 h"),
            Err(DurationError::OutOfOrder { .. })
        ));
        assert!(matches!(
            seconds("1 h 1 h"),
            Err(DurationError::OutOfOrder { .. })
        ));
        assert!(matches!(
            seconds("0.5"),
            Err(DurationError::NotWhole { .. })
        ));
        assert!(matches!(
            seconds("99999999999999999999"),
            Err(DurationError::TooLarge { .. })
        ));
        assert!(matches!(
            seconds("18446744073709551615 h"),
            Err(DurationError::TooLarge { .. })
        ));
        for odd in [
            "4-6 h",
            "h",
            "4 h!",
            "1:30",
            "..",
            ", 4 h",
            "4 h ,",
            "<b>4 h</b>",
        ] {
            assert!(seconds(odd).is_err(), "{odd}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[0-9a-z., -]{0,24}|.*") {
            let _ = seconds(&text);
        }
    }
}
