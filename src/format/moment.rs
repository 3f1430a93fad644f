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
    let values = [
        ("weekday", &*weekday(words, zone, at)),
        ("date", &*super::day(words, day)),
        ("time", &*wall_time(zone, at)),
    ];
    words.fill(text::MOMENT, &values)
}

/// The day of the week at a point in time: "Friday".
pub fn weekday(words: Words, zone: &ZoneTable, at: Instant) -> String {
    let Some(day) = zone.day_of(at) else {
        return String::new();
    };
    super::weekday_name(words, day.weekday().num_days_from_monday() as usize).to_owned()
}

/// The time on the wall clock: "16:30", with seconds only where there are some.
pub fn wall_time(zone: &ZoneTable, at: Instant) -> String {
    let wall = at.unix() + i64::from(zone.offset_at(at).seconds());
    let second = wall.rem_euclid(86_400);
    let two = |number: i64| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    let minute = [&(second / 3_600).to_string(), ":", &two(second / 60 % 60)].concat();
    if second % 60 == 0 {
        minute
    } else {
        [&minute, ":", &two(second % 60)].concat()
    }
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
        let at = Instant::parse("2026-11-28T01:05:00Z").unwrap();
        assert_eq!(
            moment(Words::english(), &zone, at),
            "Friday, November 27, 2026, 18:05"
        );
        let later = Instant::parse("2026-11-28T01:05:09Z").unwrap();
        assert_eq!(wall_time(&zone, later), "18:05:09");
    }
}
