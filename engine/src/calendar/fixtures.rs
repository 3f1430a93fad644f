//! Zones for the tests, with their clock changes of 2026 (IANA time-zone database).

#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;

use super::{Instant, UtcOffset, ZoneTable, parse_day};

pub(super) fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

pub(super) fn date(text: &str) -> NaiveDate {
    parse_day(text).unwrap()
}

fn zone(name: &str, winter: i32, changes: [(&str, i32); 2]) -> ZoneTable {
    let minutes = |minutes: i32| UtcOffset::new(minutes * 60).unwrap();
    let transitions = changes
        .map(|(instant, offset)| (at(instant), minutes(offset)))
        .to_vec();
    ZoneTable::new(name.to_owned(), minutes(winter), transitions).unwrap()
}

/// One hour, at 2:00, in March and November.
pub(super) fn new_york() -> ZoneTable {
    zone(
        "America/New_York",
        -300,
        [
            ("2026-03-08T07:00:00Z", -240),
            ("2026-11-01T06:00:00Z", -300),
        ],
    )
}

/// Half an hour only, in the other half of the year.
pub(super) fn lord_howe() -> ZoneTable {
    zone(
        "Australia/Lord_Howe",
        660,
        [("2026-04-04T15:00:00Z", 630), ("2026-10-03T15:30:00Z", 660)],
    )
}

/// One hour, from an offset of half hours.
pub(super) fn st_johns() -> ZoneTable {
    zone(
        "America/St_Johns",
        -210,
        [
            ("2026-03-08T05:30:00Z", -150),
            ("2026-11-01T04:30:00Z", -210),
        ],
    )
}
