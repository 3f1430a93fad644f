use core::fmt;

use chrono::Datelike;

use super::{CalendarError, day};
use crate::quantity::Seconds;

/// Seconds in a day of the UTC scale, which knows no leap seconds.
pub(super) const DAY: i64 = 86_400;

/// How far from 1970 an instant may lie, in seconds: some 31,000 years, so that no sum of two overflows.
const FARTHEST: i64 = 1_000_000_000_000;

/// A point on the time line, in whole seconds of UTC since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    /// 1970-01-01T00:00:00Z.
    pub const EPOCH: Self = Self(0);
    /// The earliest instant.
    pub const MIN: Self = Self(-FARTHEST);
    /// The latest instant.
    pub const MAX: Self = Self(FARTHEST);

    /// The instant so many seconds after 1970-01-01T00:00:00Z; `None` some 31,000 years away.
    pub const fn from_unix(seconds: i64) -> Option<Self> {
        if -FARTHEST <= seconds && seconds <= FARTHEST {
            Some(Self(seconds))
        } else {
            None
        }
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    pub const fn unix(self) -> i64 {
        self.0
    }

    /// Reads `2026-03-08T07:00:00Z` (RFC 3339, UTC, whole seconds).
    ///
    /// # Errors
    ///
    /// When the text has another form, a day that does not exist or a leap second.
    pub fn parse(text: &str) -> Result<Self, CalendarError> {
        let trimmed = text.trim();
        from_bytes(trimmed.as_bytes()).ok_or_else(|| CalendarError::NotAnInstant {
            text: trimmed.to_owned(),
        })
    }

    /// The instant so much later; `None` too far away.
    #[must_use]
    pub fn checked_add(self, seconds: Seconds) -> Option<Self> {
        self.0
            .checked_add_unsigned(seconds.get())
            .and_then(Self::from_unix)
    }

    /// The time from `earlier` to here; `None` if that is later.
    pub fn since(self, earlier: Self) -> Option<Seconds> {
        (earlier <= self).then(|| Seconds::new(self.0.abs_diff(earlier.0)))
    }
}

/// The nearest instant there is: for bounds that are known to lie between two instants.
pub(super) const fn clamped(seconds: i64) -> Instant {
    if seconds < -FARTHEST {
        Instant::MIN
    } else if seconds > FARTHEST {
        Instant::MAX
    } else {
        Instant(seconds)
    }
}

fn from_bytes(bytes: &[u8]) -> Option<Instant> {
    let (date, time) = bytes.split_at_checked(10)?;
    let [b'T' | b't', h1, h2, b':', m1, m2, b':', s1, s2, b'Z' | b'z'] = *time else {
        return None;
    };
    let [hour, minute, second] = [[h1, h2], [m1, m2], [s1, s2]].map(|pair| day::digits(&pair));
    let (hour, minute, second) = (hour?, minute?, second?);
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let day = day::number_of(day::from_bytes(date)?);
    Instant::from_unix(day * DAY + i64::from(hour * 3_600 + minute * 60 + second))
}

/// The form that [`Instant::parse`] reads, in the years 0 to 9999.
impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, second) = (self.0.div_euclid(DAY), self.0.rem_euclid(DAY));
        let day = day::of_number(number).unwrap_or_default();
        let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
        write!(
            f,
            "{:04}-{:02}-{:02}T{hour:02}:{minute:02}:{second:02}Z",
            day.year(),
            day.month(),
            day.day()
        )
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn refuses_other_forms() {
        for text in [
            "2026-03-08",
            "2026-03-08T07:00Z",
            "2026-03-08T07:00:00",
            "2026-03-08T07:00:00+00:00",
            "2026-03-08T07:00:00.5Z",
            "2026-03-08T24:00:00Z",
            "2026-03-08T07:00:60Z",
            "2026-02-29T07:00:00Z",
            "２026-03-08T07:00:0",
            "",
        ] {
            assert!(
                matches!(
                    Instant::parse(text),
                    Err(CalendarError::NotAnInstant { .. })
                ),
                "{text}"
            );
        }
        assert_eq!(
            Instant::parse("1970-01-02t00:00:01z").unwrap().unix(),
            86_401
        );
    }

    #[test]
    fn has_an_end() {
        assert_eq!(Instant::from_unix(i64::MIN), None);
        assert_eq!(Instant::MAX.checked_add(Seconds::new(1)), None);
        assert_eq!(Instant::MIN.checked_add(Seconds::new(u64::MAX)), None);
        assert_eq!(
            Instant::MAX.since(Instant::MIN),
            Some(Seconds::new(2_000_000_000_000))
        );
        assert_eq!(Instant::MIN.since(Instant::MAX), None);
        assert!(Instant::MAX.to_string().starts_with("33658-"));
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(unix in -62_167_219_200_i64..253_402_300_800) {
            let instant = Instant::from_unix(unix).unwrap();
            prop_assert_eq!(Instant::parse(&instant.to_string()), Ok(instant));
        }
    }
}
