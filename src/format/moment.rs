//! Points in time in words.

use crate::text::formats as text;
use crate::words::Words;
use chrono::Datelike;
use engine::calendar::{Instant, ZoneTable};

/// A point in time by the wall clock of a zone: "Friday, November 27, 2026, 16:30".
pub fn moment(words: Words, zone: &ZoneTable, at: Instant) -> String {
    let Some(day) = zone.day_of(at) else {
        return at.to_string();
    };
    let weekday = words
        .get(text::WEEKDAYS)
        .split(' ')
        .nth(day.weekday().num_days_from_monday() as usize)
        .unwrap_or_default();
    let wall = at.unix() + i64::from(zone.offset_at(at).seconds());
    let minutes = wall.rem_euclid(86_400) / 60;
    let two = |number: i64| {
        let digits = number.to_string();
        if digits.len() < 2 {
            ["0", &digits].concat()
        } else {
            digits
        }
    };
    let time = [&(minutes / 60).to_string(), ":", &two(minutes % 60)].concat();
    let values = [
        ("weekday", weekday),
        ("date", &*super::day(words, day)),
        ("time", &*time),
    ];
    words.fill(text::MOMENT, &values)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use engine::calendar::UtcOffset;

    #[test]
    fn a_moment_is_told_by_the_clock_of_its_zone() {
        let zone = ZoneTable::new(
            "x".to_owned(),
            UtcOffset::new(-7 * 3_600).unwrap(),
            Vec::new(),
        )
        .unwrap();
        let at = Instant::parse("2026-11-28T01:05:59Z").unwrap();
        assert_eq!(
            moment(Words::english(), &zone, at),
            "Friday, November 27, 2026, 18:05"
        );
    }
}
