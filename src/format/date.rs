//! Days of the calendar in words.

use crate::text::formats as text;
use crate::words::Words;
use chrono::{Datelike, NaiveDate};

/// A day of the calendar: "March 8, 2026".
pub fn day(words: Words, day: NaiveDate) -> String {
    let month = words
        .get(text::MONTHS)
        .split(' ')
        .nth(day.month0() as usize)
        .unwrap_or_default();
    let values = [
        ("month", month),
        ("day", &*day.day().to_string()),
        ("year", &*day.year().to_string()),
    ];
    words.fill(text::DATE, &values)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn days_are_written_out_in_american_order() {
        let shown = |y, m, d| day(Words::english(), NaiveDate::from_ymd_opt(y, m, d).unwrap());
        assert_eq!(shown(2026, 3, 8), "March 8, 2026");
        assert_eq!(shown(2024, 2, 29), "February 29, 2024");
        assert_eq!(shown(2026, 12, 31), "December 31, 2026");
    }
}
