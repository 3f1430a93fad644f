use core::ops::RangeInclusive;

use chrono::NaiveDate;

use super::instant::{DAY, clamped};
use super::{CalendarError, Instant, Interval, day};

/// The offsets that clocks have had, with room: 26 hours.
const OFFSETS: RangeInclusive<i32> = -93_600..=93_600;

/// How far a local clock is ahead of UTC, in seconds; behind is negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UtcOffset(i32);

impl UtcOffset {
    /// An offset of so many seconds.
    ///
    /// # Errors
    ///
    /// When it is more than 26 hours.
    pub fn new(seconds: i32) -> Result<Self, CalendarError> {
        if OFFSETS.contains(&seconds) {
            Ok(Self(seconds))
        } else {
            Err(CalendarError::NotAnOffset { seconds })
        }
    }

    /// Seconds ahead of UTC.
    pub const fn seconds(self) -> i32 {
        self.0
    }
}

/// A time zone as data: its offset from the beginning, and the instants at which it changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneTable {
    name: String,
    initial: UtcOffset,
    transitions: Vec<(Instant, UtcOffset)>,
}

/// A stretch of time with one offset, in UTC seconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Segment {
    pub(super) start: i64,
    pub(super) end: i64,
    pub(super) offset: i64,
}

impl ZoneTable {
    /// A zone of this name with the offset it begins with and, in order, each change with the offset from then on.
    ///
    /// # Errors
    ///
    /// When a change is not later than the one before it.
    pub fn new(
        name: String,
        initial: UtcOffset,
        transitions: Vec<(Instant, UtcOffset)>,
    ) -> Result<Self, CalendarError> {
        match transitions
            .windows(2)
            .position(|pair| pair[1].0 <= pair[0].0)
        {
            Some(before) => Err(CalendarError::UnsortedTransitions {
                zone: name,
                position: before + 1,
            }),
            None => Ok(Self {
                name,
                initial,
                transitions,
            }),
        }
    }

    /// Coordinated universal time.
    pub fn utc() -> Self {
        Self {
            name: "UTC".to_owned(),
            initial: UtcOffset::default(),
            transitions: Vec::new(),
        }
    }

    /// The name, such as `America/New_York`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The offset at an instant.
    pub fn offset_at(&self, instant: Instant) -> UtcOffset {
        self.offset_before(self.changes_until(instant))
    }

    /// The day that the wall clock shows at an instant; `None` past the end of the calendar.
    pub fn day_of(&self, instant: Instant) -> Option<NaiveDate> {
        let shown = instant.unix() + i64::from(self.offset_at(instant).0);
        day::of_number(shown.div_euclid(DAY))
    }

    /// The first instant of a local day: the earliest whose wall clock shows that midnight or anything after it. Where the
    /// clocks skip midnight, that is the instant of the change.
    ///
    /// # Errors
    ///
    /// When the day is too far from the present.
    pub fn first_instant_of(&self, day: NaiveDate) -> Result<Instant, CalendarError> {
        let midnight = day::number_of(day) * DAY;
        // Before this no wall clock, whatever its offset, has reached that midnight.
        let surely_before = Instant::from_unix(midnight - i64::from(*OFFSETS.end()))
            .ok_or(CalendarError::OutOfRange)?;
        self.segments(surely_before, Instant::MAX)
            .find(|segment| midnight < segment.end + segment.offset)
            .and_then(|segment| Instant::from_unix(segment.start.max(midnight - segment.offset)))
            .ok_or(CalendarError::OutOfRange)
    }

    /// The stretches of constant offset that make up the interval.
    pub(super) fn segments_of(&self, interval: Interval) -> impl Iterator<Item = Segment> + '_ {
        self.segments(interval.start(), interval.end())
    }

    fn segments(&self, start: Instant, end: Instant) -> impl Iterator<Item = Segment> + '_ {
        let first = self.changes_until(start);
        (first..=self.transitions.len())
            .map(move |number| {
                let from = number
                    .checked_sub(1)
                    .filter(|_| first < number)
                    .and_then(|change| self.transitions.get(change));
                let to = self.transitions.get(number);
                Segment {
                    start: from.map_or(start, |change| change.0).unix(),
                    end: to.map_or(end, |change| change.0.min(end)).unix(),
                    offset: i64::from(self.offset_before(number).0),
                }
            })
            .take_while(|segment| segment.start < segment.end)
    }

    /// How many changes have happened by then.
    fn changes_until(&self, instant: Instant) -> usize {
        self.transitions
            .partition_point(|change| change.0 <= instant)
    }

    /// The offset after the first so many changes.
    fn offset_before(&self, changes: usize) -> UtcOffset {
        changes
            .checked_sub(1)
            .and_then(|last| self.transitions.get(last))
            .map_or(self.initial, |change| change.1)
    }
}

impl Segment {
    /// The interval whose wall clocks in this segment show from `start` to `end` (seconds of a clock at UTC).
    pub(super) fn at_wall_clock(&self, start: i64, end: i64) -> Option<Interval> {
        let (start, end) = (
            (start - self.offset).max(self.start),
            (end - self.offset).min(self.end),
        );
        (start < end)
            .then(|| Interval::new(clamped(start), clamped(end)).ok())
            .flatten()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::super::fixtures::{at, date, lord_howe, new_york, st_johns};
    use super::*;

    #[test]
    fn local_days_begin_where_the_clock_says() {
        for (zone, day, first) in [
            (new_york(), "2026-03-08", "2026-03-08T05:00:00Z"),
            (new_york(), "2026-03-09", "2026-03-09T04:00:00Z"),
            (new_york(), "2026-11-02", "2026-11-02T05:00:00Z"),
            (lord_howe(), "2026-04-05", "2026-04-04T13:00:00Z"),
            (lord_howe(), "2026-04-06", "2026-04-05T13:30:00Z"),
            (st_johns(), "2026-03-08", "2026-03-08T03:30:00Z"),
        ] {
            assert_eq!(
                zone.first_instant_of(date(day)),
                Ok(at(first)),
                "{} {day}",
                zone.name()
            );
        }
    }

    #[test]
    fn a_skipped_midnight_gives_the_instant_of_the_change() {
        // From 24:00 to 01:00 of the next day, as in Cairo or Beirut.
        let hour = |hours: i32| UtcOffset::new(hours * 3_600).unwrap();
        let spring = ZoneTable::new(
            "spring".into(),
            hour(2),
            vec![(at("2026-04-23T22:00:00Z"), hour(3))],
        )
        .unwrap();
        assert_eq!(
            spring.first_instant_of(date("2026-04-24")),
            Ok(at("2026-04-23T22:00:00Z"))
        );
        // A day that does not exist, as in Samoa at the end of 2011: it begins with the next and has no length.
        let west = ZoneTable::new(
            "west".into(),
            hour(-10),
            vec![(at("2011-12-30T10:00:00Z"), hour(14))],
        )
        .unwrap();
        assert_eq!(
            west.first_instant_of(date("2011-12-30")),
            Ok(at("2011-12-30T10:00:00Z"))
        );
        assert_eq!(
            west.first_instant_of(date("2011-12-31")),
            Ok(at("2011-12-30T10:00:00Z"))
        );
        assert_eq!(
            west.first_instant_of(date("2012-01-01")),
            Ok(at("2011-12-31T10:00:00Z"))
        );
    }

    #[test]
    fn a_midnight_that_comes_twice_is_the_first() {
        // One minute past midnight the clock goes back to 23:01, as in St. John's before 2011.
        let (summer, winter) = (
            UtcOffset::new(-9_000).unwrap(),
            UtcOffset::new(-12_600).unwrap(),
        );
        let zone = ZoneTable::new(
            "old".into(),
            summer,
            vec![(at("2010-11-07T02:31:00Z"), winter)],
        )
        .unwrap();
        assert_eq!(
            zone.first_instant_of(date("2010-11-07")),
            Ok(at("2010-11-07T02:30:00Z"))
        );
    }

    #[test]
    fn refuses_what_is_no_zone() {
        let (one, two) = (at("2026-01-01T00:00:00Z"), at("2026-06-01T00:00:00Z"));
        let zero = UtcOffset::default();
        for transitions in [
            vec![(two, zero), (one, zero)],
            vec![(one, zero), (one, zero)],
        ] {
            assert_eq!(
                ZoneTable::new("odd".into(), zero, transitions),
                Err(CalendarError::UnsortedTransitions {
                    zone: "odd".into(),
                    position: 1
                })
            );
        }
        assert_eq!(
            UtcOffset::new(100_000),
            Err(CalendarError::NotAnOffset { seconds: 100_000 })
        );
        assert_eq!(
            ZoneTable::utc().first_instant_of(NaiveDate::MAX),
            Err(CalendarError::OutOfRange)
        );
        assert_eq!(
            ZoneTable::utc().first_instant_of(NaiveDate::MIN),
            Err(CalendarError::OutOfRange)
        );
    }

    proptest! {
        #[test]
        fn just_before_a_day_the_clock_shows_an_earlier_one(number in 20_454_i64..20_819, zone in 0_usize..3) {
            let zone = [new_york(), lord_howe(), st_johns()][zone].clone();
            let first = zone.first_instant_of(day::of_number(number).unwrap()).unwrap();
            let shown = |unix: i64| (unix + i64::from(zone.offset_at(Instant::from_unix(unix).unwrap()).seconds())).div_euclid(DAY);
            prop_assert_eq!(shown(first.unix()), number);
            prop_assert_eq!(shown(first.unix() - 1), number - 1);
        }
    }
}
