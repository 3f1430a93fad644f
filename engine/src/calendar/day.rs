//! Civil dates: text form, arithmetic as contracts mean it, holidays.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::CalendarError;
use crate::order::in_order;

/// Days from 0000-12-31 to 1970-01-01: the difference between chrono's numbering and the one of instants.
const EPOCH_FROM_CE: i32 = 719_163;

/// Reads `2026-03-08`.
///
/// # Errors
///
/// When the text is not four digits, two and two with hyphens, or the day does not exist.
pub fn parse_day(text: &str) -> Result<NaiveDate, CalendarError> {
    let trimmed = text.trim();
    from_bytes(trimmed.as_bytes()).ok_or_else(|| CalendarError::NotADay {
        text: trimmed.to_owned(),
    })
}

/// The form that [`parse_day`] reads.
pub fn format_day(day: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// The day so many calendar days later; `None` past the end of the calendar.
pub fn days_after(day: NaiveDate, days: u32) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(u64::from(days)))
}

/// The day so many calendar days earlier; `None` before the start of the calendar.
pub fn days_before(day: NaiveDate, days: u32) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(u64::from(days)))
}

/// The same day of the month so many months later, or the last day of a month that is too short.
pub fn months_after(day: NaiveDate, months: u32) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(months))
}

/// The same day of the month so many months earlier, or the last day of a month that is too short.
pub fn months_before(day: NaiveDate, months: u32) -> Option<NaiveDate> {
    day.checked_sub_months(Months::new(months))
}

/// Days on which no service window starts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holidays {
    /// Numbers of days since 1970-01-01, sorted, each once.
    numbers: Vec<i64>,
}

impl Holidays {
    /// Whether it holds the day of this number since 1970-01-01.
    pub(super) fn holds(&self, number: i64) -> bool {
        self.numbers.binary_search(&number).is_ok()
    }

    /// How many days it holds.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }
}

impl FromIterator<NaiveDate> for Holidays {
    fn from_iter<T: IntoIterator<Item = NaiveDate>>(days: T) -> Self {
        let numbers = days.into_iter().map(number_of).collect();
        let mut numbers = in_order(numbers, i64::cmp);
        numbers.dedup();
        Self { numbers }
    }
}

/// Days since 1970-01-01.
pub(super) fn number_of(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce()) - i64::from(EPOCH_FROM_CE)
}

/// The day so many days after 1970-01-01.
pub(super) fn of_number(number: i64) -> Option<NaiveDate> {
    let from_ce = i32::try_from(number).ok()?.checked_add(EPOCH_FROM_CE)?;
    NaiveDate::from_num_days_from_ce_opt(from_ce)
}

/// The number that so many ASCII digits write.
pub(super) fn digits(bytes: &[u8]) -> Option<u32> {
    bytes.iter().try_fold(0, |sum: u32, byte| {
        let digit = byte.is_ascii_digit().then(|| u32::from(byte - b'0'))?;
        sum.checked_mul(10)?.checked_add(digit)
    })
}

/// The day that ten bytes write.
pub(super) fn from_bytes(bytes: &[u8]) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *bytes else {
        return None;
    };
    let year = i32::try_from(digits(&[y1, y2, y3, y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, digits(&[m1, m2])?, digits(&[d1, d2])?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        parse_day(text).unwrap()
    }

    #[test]
    fn refuses_days_that_do_not_exist() {
        for text in [
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-1-1",
            "26-01-01",
            "2026/01/01",
            "",
            "2026-01-01x",
            "+026-01-01",
            "２０２６-01-01",
        ] {
            assert!(
                matches!(parse_day(text), Err(CalendarError::NotADay { .. })),
                "{text}"
            );
        }
        assert_eq!(format_day(day(" 2024-02-29 ")), "2024-02-29");
        assert_eq!(format_day(day("0007-01-02")), "0007-01-02");
    }

    #[test]
    fn short_months_give_their_last_day() {
        assert_eq!(months_after(day("2026-01-31"), 1), Some(day("2026-02-28")));
        assert_eq!(months_after(day("2024-01-31"), 1), Some(day("2024-02-29")));
        assert_eq!(months_before(day("2026-03-31"), 1), Some(day("2026-02-28")));
        assert_eq!(
            months_before(day("2026-01-15"), 13),
            Some(day("2024-12-15"))
        );
        assert_eq!(days_before(day("2026-03-01"), 1), Some(day("2026-02-28")));
        assert_eq!(months_after(day("2026-01-31"), u32::MAX), None);
        assert_eq!(days_after(day("2026-01-31"), u32::MAX), None);
    }

    #[test]
    fn holidays_are_kept_once() {
        let holidays: Holidays = [day("2026-12-25"), day("2026-01-01"), day("2026-12-25")]
            .into_iter()
            .collect();
        assert_eq!(holidays.len(), 2);
        assert!(
            holidays.holds(number_of(day("2026-01-01")))
                && !holidays.holds(number_of(day("2026-01-02")))
        );
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(number in -719_000_i64..2_900_000) {
            let day = of_number(number).unwrap();
            prop_assert_eq!(number_of(day), number);
            prop_assert_eq!(parse_day(&format_day(day)), Ok(day));
        }

        #[test]
        fn there_and_back_never_passes_the_start(number in 0_i64..50_000, months in 0_u32..600) {
            let start = of_number(number).unwrap();
            let back = months_before(months_after(start, months).unwrap(), months).unwrap();
            prop_assert!(back <= start && back.month() == start.month() && start.day() - back.day() <= 3);
        }
    }
}
