//! Weekly hours as people write them: `Mon-Thu 8:00-17:00, Fri 8-13`.

use core::cmp::Ordering;

use chrono::Weekday;
use thiserror::Error;

use super::hours_token::{self, Clock, Meridiem, Token};
use super::{WallTime, WeeklyWindow, WeeklyWindows};
use crate::order::in_order;

/// Why a text does not name the hours of a week. Each kind has its own remedy.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum HoursError {
    /// Nothing was written.
    #[error("no hours are given; write some such as Mon-Fri 8:00-17:00")]
    Empty,
    /// A part that is neither a day nor a time.
    #[error("`{text}` is neither a day nor a time; write hours such as Mon-Fri 8:00-17:00")]
    Unknown {
        /// The part.
        text: String,
    },
    /// A time that no clock shows.
    #[error("`{text}` is not a time of day; write one from 0:00 to 24:00")]
    NotATime {
        /// The part.
        text: String,
    },
    /// A time without a day before it.
    #[error("`{text}` has no day before it; write one such as Mon or Mon-Fri")]
    DayMissing {
        /// The time.
        text: String,
    },
    /// A day without a time after it.
    #[error("`{text}` has no hours after it; write them such as {text} 8:00-17:00")]
    HoursMissing {
        /// The day.
        text: String,
    },
    /// A start without an end.
    #[error("`{text}` has no end; write both, such as 8:00-17:00")]
    EndMissing {
        /// The start.
        text: String,
    },
    /// Longer than 24 hours, or from the end of a day.
    #[error("`{text}` is longer than a day; end it within 24 hours of its start")]
    TooLong {
        /// The start and the end.
        text: String,
    },
}

/// Seconds from midnight to noon.
pub(super) const NOON: u32 = 12 * 3_600;
const DAY: u32 = 86_400;

impl WeeklyWindows {
    /// Reads `Mon-Thu 8:00-17:00, Fri 8-13`, `weekdays 8am-5pm`, `Mon-Fri 8-12 and 13-17`, `24/7`. The rows come out sorted.
    /// An end without am, pm or a leading zero that would lie before its start is taken for the afternoon: `8-5` ends at 17:00.
    ///
    /// # Errors
    ///
    /// [`HoursError`] with the part that is not understood.
    pub fn parse(text: &str) -> Result<Self, HoursError> {
        let tokens = hours_token::read(text)?;
        match tokens[..] {
            [] => return Err(HoursError::Empty),
            [Token::Always] => return Ok(Self::always()),
            _ => {}
        }
        let mut reader = Reader {
            tokens: &tokens,
            at: 0,
            days: Vec::new(),
            used: true,
            named: String::new(),
        };
        let mut rows = Vec::new();
        while let Some(token) = reader.next() {
            match token {
                Token::Days(first, last) => reader.take_days(*first, *last)?,
                Token::Time(clock) => reader.take_hours(clock, &mut rows)?,
                Token::Closed => reader.used = true,
                Token::Comma => {}
                Token::Dash | Token::NextDay | Token::Always => {
                    return Err(HoursError::Unknown {
                        text: token.to_string(),
                    });
                }
            }
        }
        if !reader.used {
            return Err(HoursError::HoursMissing { text: reader.named });
        }
        let mut rows = in_order(rows, in_week);
        rows.dedup();
        Ok(rows.into_iter().collect())
    }
}

/// The order of two rows in a week: by day, then by their start and their end.
pub(super) fn in_week(a: &WeeklyWindow, b: &WeeklyWindow) -> Ordering {
    let key = |row: &WeeklyWindow| (row.day().num_days_from_monday(), row.from(), row.to());
    key(a).cmp(&key(b))
}

struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    /// The days that the next hours are for.
    days: Vec<Weekday>,
    /// Whether they have got hours.
    used: bool,
    /// The last day that was named, as it would be written.
    named: String,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<&'a Token> {
        let token = self.tokens.get(self.at)?;
        self.at += 1;
        Some(token)
    }

    fn eat(&mut self, wanted: &Token) -> bool {
        let found = self.tokens.get(self.at) == Some(wanted);
        self.at += usize::from(found);
        found
    }

    fn take_days(&mut self, first: Weekday, last: Weekday) -> Result<(), HoursError> {
        let mut last = last;
        if first == last && self.eat(&Token::Dash) {
            match self.next() {
                Some(Token::Days(end, same)) if end == same => last = *end,
                other => {
                    return Err(HoursError::Unknown {
                        text: other.map_or_else(|| "-".to_owned(), ToString::to_string),
                    });
                }
            }
        }
        if self.used {
            self.days.clear();
        }
        self.used = false;
        let mut day = first;
        loop {
            self.days.push(day);
            if day == last {
                break;
            }
            day = day.succ();
        }
        self.named = Token::Days(first, last).to_string();
        Ok(())
    }

    fn take_hours(&mut self, from: &Clock, rows: &mut Vec<WeeklyWindow>) -> Result<(), HoursError> {
        if self.days.is_empty() {
            return Err(HoursError::DayMissing {
                text: from.text.clone(),
            });
        }
        let unfinished = || HoursError::EndMissing {
            text: from.text.clone(),
        };
        if !self.eat(&Token::Dash) {
            return Err(unfinished());
        }
        let Some(Token::Time(to)) = self.next() else {
            return Err(unfinished());
        };
        let next_day = self.eat(&Token::NextDay);
        let (start, end) = settle(from, to, next_day).ok_or_else(|| HoursError::TooLong {
            text: [&from.text, "-", &to.text].concat(),
        })?;
        for day in &self.days {
            rows.push(
                WeeklyWindow::new(*day, start, end).map_err(|_| HoursError::NotATime {
                    text: from.text.clone(),
                })?,
            );
        }
        self.used = true;
        Ok(())
    }
}

/// Start and end on the clock, with the half of the day that was meant.
fn settle(from: &Clock, to: &Clock, next_day: bool) -> Option<(WallTime, WallTime)> {
    let (mut start, mut end) = (from.second(), to.second());
    match (from.meridiem, to.meridiem) {
        (None, Some(_)) if from.is_bare() => {
            // "1-5 pm" begins at 1 pm, "8-5 pm" at 8 am.
            let same = from.second_in(to.meridiem);
            let other = if to.meridiem == Some(Meridiem::Pm) {
                Meridiem::Am
            } else {
                Meridiem::Pm
            };
            start = if same < end {
                same
            } else {
                from.second_in(Some(other))
            };
        }
        (half, None)
            if !next_day
                && (half.is_some() || from.is_bare())
                && to.is_bare()
                && end <= start
                && end <= NOON
                && end + NOON > start =>
        {
            end += NOON;
        }
        _ => {}
    }
    // The end of a day is the start of the next.
    start %= DAY;
    if next_day && end > start {
        return None;
    }
    Some((WallTime::from_second(start)?, WallTime::from_second(end)?))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::super::hours_written::WEEK;
    use super::*;

    fn shown(text: &str) -> String {
        WeeklyWindows::parse(text).map_or_else(
            |error| ["error: ", &error.to_string()].concat(),
            |hours| hours.to_string(),
        )
    }

    #[test]
    fn reads_what_people_write() {
        for (text, expected) in [
            (
                "Mon-Thu 8:00-17:00, Fri 8-13",
                "Mon-Thu 8:00-17:00, Fri 8:00-13:00",
            ),
            (
                "mon – thu 08:00 – 17:00; friday 8am-1pm",
                "Mon-Thu 8:00-17:00, Fri 8:00-13:00",
            ),
            (
                "Monday through Friday, 8 a.m. to 5 p.m.",
                "Mon-Fri 8:00-17:00",
            ),
            ("Mon-Fri 8-5", "Mon-Fri 8:00-17:00"),
            ("Mon-Fri 8a-5p", "Mon-Fri 8:00-17:00"),
            (
                "lun-jue 8:00-17:00, vie 8-13",
                "Mon-Thu 8:00-17:00, Fri 8:00-13:00",
            ),
            ("lunes a viernes de 8 a 17", "Mon-Fri 8:00-17:00"),
            ("sábado 9:00 a mediodía", "Sat 9:00-12:00"),
            ("M-F 8-5pm", "Mon-Fri 8:00-17:00"),
            ("Sat 1-5pm", "Sat 13:00-17:00"),
            (
                "Mon, Wed, Fri 9:30-18",
                "Mon 9:30-18:00, Wed 9:30-18:00, Fri 9:30-18:00",
            ),
            ("Tu/Th 9-6", "Tue 9:00-18:00, Thu 9:00-18:00"),
            (
                "weekdays 8:00-12:00 and 13:00-17:00",
                "Mon-Fri 8:00-12:00 and 13:00-17:00",
            ),
            ("Mon-Fri 8-12, 13-17", "Mon-Fri 8:00-12:00 and 13:00-17:00"),
            ("Mon 10pm-6, Tue 10 pm to 6am", "Mon-Tue 22:00-6:00"),
            (
                "midnight",
                "error: `midnight` has no day before it; write one such as Mon or Mon-Fri",
            ),
            ("Sun midnight-6am", "Sun 0:00-6:00"),
            ("daily 22:00-06:00", "Mon-Sun 22:00-6:00"),
            ("Mon-Fri 8-17\nSat closed", "Mon-Fri 8:00-17:00"),
            ("weekend noon-midnight", "Sat-Sun 12:00-24:00"),
            ("Fri-Mon 10-14", "Mon 10:00-14:00, Fri-Sun 10:00-14:00"),
            ("24/7", "24/7"),
            ("24 x 7", "24/7"),
            ("Around the clock", "24/7"),
            ("Mon 10:00-6:00 next day", "Mon 10:00-6:00 next day"),
            ("Mon 0:00-0:00", "Mon 0:00-0:00"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn names_the_part_that_is_wrong() {
        let wrong = |text: &str| WeeklyWindows::parse(text).unwrap_err();
        let part = String::from;
        assert_eq!(wrong(" "), HoursError::Empty);
        assert_eq!(
            wrong("Mon-Fry 8-17"),
            HoursError::Unknown { text: part("fry") }
        );
        assert_eq!(wrong("8-17"), HoursError::DayMissing { text: part("8") });
        assert_eq!(
            wrong("Mon-Fri"),
            HoursError::HoursMissing {
                text: part("Mon-Fri")
            }
        );
        assert_eq!(
            wrong("Mon 8-17, Fri"),
            HoursError::HoursMissing { text: part("Fri") }
        );
        assert_eq!(wrong("Mon 8"), HoursError::EndMissing { text: part("8") });
        assert_eq!(wrong("Mon 8-25"), HoursError::NotATime { text: part("25") });
        assert_eq!(
            wrong("Mon 8:60-9"),
            HoursError::NotATime { text: part("8:60") }
        );
        assert_eq!(
            wrong("Mon 13pm-14"),
            HoursError::NotATime { text: part("13pm") }
        );
        assert_eq!(
            wrong("Mon 8:00-17:00 next day"),
            HoursError::TooLong {
                text: part("8:00-17:00")
            }
        );
        assert!(matches!(
            wrong("<b>Mon</b> 8-17"),
            HoursError::Unknown { .. }
        ));
    }

    fn any_windows() -> impl Strategy<Value = Vec<WeeklyWindow>> {
        let window = (0_usize..7, 0_u32..86_400, 0_u32..=86_400, prop::bool::ANY).prop_map(
            |(day, from, to, whole)| {
                // Half of them on full hours, where the half of the day is in doubt.
                let of = |second: u32| {
                    WallTime::from_second(if whole {
                        second / 3_600 * 3_600
                    } else {
                        second
                    })
                    .unwrap()
                };
                WeeklyWindow::new(WEEK[day].1, of(from), of(to)).unwrap()
            },
        );
        prop::collection::vec(window, 1..12)
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(mut rows in any_windows()) {
            let windows: WeeklyWindows = rows.iter().copied().collect();
            rows.sort_by(in_week);
            rows.dedup();
            prop_assert_eq!(WeeklyWindows::parse(&windows.to_string()), Ok(rows.into_iter().collect::<WeeklyWindows>()));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "(mon|fri|-|,| |8|13|:|00|pm|to|next day){0,9}|.{0,20}") {
            let _ = WeeklyWindows::parse(&text);
        }
    }
}
