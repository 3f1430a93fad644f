use super::{CalendarError, day};

/// A time of day on the wall clock, from 00:00 to 24:00, to the second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WallTime {
    second: u32,
}

impl WallTime {
    /// The time so many seconds after midnight; `None` after 24:00.
    pub const fn from_second(second: u32) -> Option<Self> {
        if second <= 86_400 {
            Some(Self { second })
        } else {
            None
        }
    }

    /// Reads `08:00`, `8:00`, `08:00:30`, and `24:00` for the end of the day.
    ///
    /// # Errors
    ///
    /// When the text has another form or the time does not exist.
    pub fn parse(text: &str) -> Result<Self, CalendarError> {
        let trimmed = text.trim();
        let second = match *trimmed.as_bytes() {
            [h, b':', m1, m2] => second_of(&[h], &[m1, m2], b"00"),
            [h1, h2, b':', m1, m2] => second_of(&[h1, h2], &[m1, m2], b"00"),
            [h1, h2, b':', m1, m2, b':', s1, s2] => second_of(&[h1, h2], &[m1, m2], &[s1, s2]),
            _ => None,
        };
        second
            .and_then(Self::from_second)
            .ok_or_else(|| CalendarError::NotATime {
                text: trimmed.to_owned(),
            })
    }

    /// Seconds after midnight, 0 to 86,400.
    pub const fn second(self) -> u32 {
        self.second
    }
}

fn second_of(hour: &[u8], minute: &[u8], second: &[u8]) -> Option<u32> {
    let (minute, second) = (day::digits(minute)?, day::digits(second)?);
    (minute < 60 && second < 60).then_some(day::digits(hour)? * 3_600 + minute * 60 + second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_times_and_refuses_others() {
        let second = |text| WallTime::parse(text).map(WallTime::second);
        assert_eq!(
            [
                second("08:00"),
                second("8:00"),
                second("24:00"),
                second("23:59:59")
            ],
            [Ok(28_800), Ok(28_800), Ok(86_400), Ok(86_399)]
        );
        for text in [
            "24:01", "25:00", "12:60", "12:00:60", "12", "noon", "", "-1:00", "12:0", "99:99",
            "1２:0",
        ] {
            assert!(
                matches!(second(text), Err(CalendarError::NotATime { .. })),
                "{text}"
            );
        }
    }
}
