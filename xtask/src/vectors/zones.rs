//! Offset tables of IANA zones, as the engine takes them.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use anyhow::anyhow;
use chrono::{DateTime, Offset, TimeZone};
use chrono_tz::Tz;
use engine::calendar::{Instant, UtcOffset, ZoneTable};

/// 1850-01-01 and 2150-01-01: before the first and after the last change in the database.
const YEARS: (i64, i64) = (-3_786_825_600, 5_680_281_600);

/// No two changes of a zone lie closer together and cancel each other.
const STEP: i64 = 86_400;

/// The zones seen so far.
#[derive(Default)]
pub(super) struct Zones {
    tables: BTreeMap<String, ZoneTable>,
}

impl Zones {
    /// The table of a zone by its IANA name.
    pub(super) fn table(&mut self, name: &str) -> anyhow::Result<&ZoneTable> {
        match self.tables.entry(name.to_owned()) {
            Entry::Occupied(found) => Ok(found.into_mut()),
            Entry::Vacant(empty) => Ok(empty.insert(table(name)?)),
        }
    }
}

fn table(name: &str) -> anyhow::Result<ZoneTable> {
    let zone: Tz = name
        .parse()
        .map_err(|_| anyhow!("the time-zone database has no zone `{name}`"))?;
    let (start, end) = YEARS;
    let initial = offset(zone, start)?;
    let (mut transitions, mut last) = (Vec::new(), (start, initial));
    for day in (start..=end).step_by(usize::try_from(STEP)?) {
        let now = (day, offset(zone, day)?);
        if now.1 != last.1 {
            let change = first_with(zone, last.0, now)?;
            transitions.push((instant(change)?, UtcOffset::new(now.1)?));
        }
        last = now;
    }
    Ok(ZoneTable::new(
        name.to_owned(),
        UtcOffset::new(initial)?,
        transitions,
    )?)
}

/// The first second after `before` that has the offset of `found`, by halving.
fn first_with(zone: Tz, mut before: i64, found: (i64, i32)) -> anyhow::Result<i64> {
    let mut after = found.0;
    while after - before > 1 {
        let middle = before + (after - before) / 2;
        if offset(zone, middle)? == found.1 {
            after = middle;
        } else {
            before = middle;
        }
    }
    Ok(after)
}

fn offset(zone: Tz, unix: i64) -> anyhow::Result<i32> {
    let utc = DateTime::from_timestamp(unix, 0).ok_or_else(|| anyhow!("{unix} is out of range"))?;
    Ok(zone
        .offset_from_utc_datetime(&utc.naive_utc())
        .fix()
        .local_minus_utc())
}

fn instant(unix: i64) -> anyhow::Result<Instant> {
    Instant::from_unix(unix).ok_or_else(|| anyhow!("{unix} is out of range"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn changes_stand_at_their_second() {
        let mut zones = Zones::default();
        for (name, before, after) in [
            (
                "America/New_York",
                ("2026-03-08T06:59:59Z", -18_000),
                ("2026-03-08T07:00:00Z", -14_400),
            ),
            (
                "Australia/Lord_Howe",
                ("2026-04-04T14:59:59Z", 39_600),
                ("2026-04-04T15:00:00Z", 37_800),
            ),
            (
                "Pacific/Apia",
                ("2011-12-30T09:59:59Z", -36_000),
                ("2011-12-30T10:00:00Z", 50_400),
            ),
        ] {
            for (instant, offset) in [before, after] {
                let instant = Instant::parse(instant).unwrap();
                assert_eq!(
                    zones.table(name).unwrap().offset_at(instant).seconds(),
                    offset,
                    "{name} {instant}"
                );
            }
        }
        assert!(
            zones
                .table("Mars/Olympus")
                .unwrap_err()
                .to_string()
                .contains("Mars/Olympus")
        );
    }
}
