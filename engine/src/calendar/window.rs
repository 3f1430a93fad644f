use chrono::Weekday;

use super::instant::DAY;
use super::{CalendarError, Holidays, Instant, Interval, IntervalSet, WallTime, ZoneTable};
use crate::derivation::{Figure, FormulaId, Input, Origin, Quantity, Sourced};
use crate::quantity::{Count, Seconds};

/// Seconds in a week of seven plain days.
const WEEK: i64 = 7 * DAY;

/// One row of a weekly schedule: from a time of a weekday to a time of the same or, if that is not later, of the next day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WeeklyWindow {
    day: Weekday,
    from: WallTime,
    to: WallTime,
}

impl WeeklyWindow {
    /// A window that belongs to the day on which it starts. `to` at or before `from` lies on the next day: 22:00 to 06:00 is a
    /// night, 00:00 to 00:00 a whole day.
    ///
    /// # Errors
    ///
    /// When it starts at 24:00.
    pub fn new(day: Weekday, from: WallTime, to: WallTime) -> Result<Self, CalendarError> {
        if from.second() < 86_400 {
            Ok(Self { day, from, to })
        } else {
            Err(CalendarError::StartsAtDayEnd)
        }
    }

    /// The day on which it starts.
    pub const fn day(&self) -> Weekday {
        self.day
    }

    /// The time at which it starts.
    pub const fn from(&self) -> WallTime {
        self.from
    }

    /// The time at which it ends.
    pub const fn to(&self) -> WallTime {
        self.to
    }

    /// Start and end in seconds from the midnight before the start.
    fn seconds(&self) -> (i64, i64) {
        let next_day = if self.to <= self.from { DAY } else { 0 };
        (
            i64::from(self.from.second()),
            i64::from(self.to.second()) + next_day,
        )
    }
}

/// When a service is promised, week by week, by the wall clock. Rows may overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeeklyWindows {
    /// `None` is all the time.
    rows: Option<Vec<WeeklyWindow>>,
}

impl FromIterator<WeeklyWindow> for WeeklyWindows {
    fn from_iter<T: IntoIterator<Item = WeeklyWindow>>(rows: T) -> Self {
        Self {
            rows: Some(rows.into_iter().collect()),
        }
    }
}

impl WeeklyWindows {
    /// Around the clock, every day, holidays or not.
    pub const fn always() -> Self {
        Self { rows: None }
    }

    /// Whether it is [`WeeklyWindows::always`].
    pub const fn is_always(&self) -> bool {
        self.rows.is_none()
    }

    /// The rows; none for [`WeeklyWindows::always`].
    pub fn rows(&self) -> &[WeeklyWindow] {
        self.rows.as_deref().unwrap_or_default()
    }

    /// The time covered in a week without clock changes and holidays, overlaps counted once.
    pub fn per_week(&self) -> Seconds {
        let Some(rows) = &self.rows else {
            return Seconds::WEEK;
        };
        let pieces = rows.iter().flat_map(|row| {
            let midnight = i64::from(row.day.num_days_from_monday()) * DAY;
            let (from, to) = row.seconds();
            let (from, to) = (midnight + from, midnight + to);
            // What runs past Sunday belongs to the Monday of the same week.
            [(from, to.min(WEEK)), (0, to - WEEK)]
        });
        let in_week =
            |(from, to)| Interval::new(Instant::from_unix(from)?, Instant::from_unix(to)?).ok();
        pieces.filter_map(in_week).collect::<IntervalSet>().total()
    }

    /// The instants inside `range` at which the wall clock of the zone stands inside a window. An hour that the clocks skip does not
    /// exist, one that they repeat counts twice. A holiday removes the windows that start on it.
    pub fn expand(&self, range: Interval, zone: &ZoneTable, holidays: &Holidays) -> IntervalSet {
        let Some(rows) = &self.rows else {
            return range.into();
        };
        let mut inside = Vec::new();
        for segment in zone.segments_of(range) {
            // From the day before: its windows may run into the first one.
            let first = (segment.start + segment.offset).div_euclid(DAY) - 1;
            let last = (segment.end - 1 + segment.offset).div_euclid(DAY);
            for number in first..=last {
                if holidays.holds(number) {
                    continue;
                }
                for row in rows.iter().filter(|row| falls_on(row.day, number)) {
                    let (from, to) = row.seconds();
                    inside.extend(segment.at_wall_clock(number * DAY + from, number * DAY + to));
                }
            }
        }
        inside.into_iter().collect()
    }
}

/// Whether the day of this number since 1970-01-01, a Thursday, is such a weekday.
fn falls_on(day: Weekday, number: i64) -> bool {
    (number + 3).rem_euclid(7) == i64::from(day.num_days_from_monday())
}

/// The service time in a range: the time at which the service is promised.
pub fn service_time(
    windows: &Sourced<&WeeklyWindows>,
    range: Interval,
    zone: &ZoneTable,
    holidays: &Holidays,
) -> Figure<Seconds> {
    let total = windows.value.expand(range, zone, holidays).total();
    let input = |name, value, origin| Input {
        name,
        value,
        origin,
    };
    let count = u32::try_from(holidays.len()).unwrap_or(u32::MAX);
    let inputs = vec![
        input(
            "period",
            Quantity::Seconds(range.length()),
            Origin::Computed,
        ),
        input(
            "opening-per-week",
            Quantity::Seconds(windows.value.per_week()),
            windows.origin,
        ),
        input(
            "holidays",
            Quantity::Count(Count::new(count)),
            windows.origin,
        ),
        input(
            "time-zone",
            Quantity::Name(zone.name().to_owned()),
            windows.origin,
        ),
    ];
    Figure::exact(total, FormulaId("service-time"), inputs)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::super::fixtures::{date, lord_howe, new_york, st_johns};
    use super::super::{Instant, day, local_days};
    use super::*;

    fn windows(days: &[Weekday], from: &str, to: &str) -> WeeklyWindows {
        let [from, to] = [from, to].map(|text| WallTime::parse(text).unwrap());
        days.iter()
            .map(|day| WeeklyWindow::new(*day, from, to).unwrap())
            .collect()
    }

    const WEEKDAYS: [Weekday; 5] = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
    ];

    fn seconds(
        windows: &WeeklyWindows,
        zone: &ZoneTable,
        first: &str,
        days: u32,
        holidays: &[&str],
    ) -> u64 {
        let holidays = holidays.iter().map(|day| date(day)).collect();
        let range = local_days(zone, date(first), days).unwrap();
        service_time(&Sourced::agreed(windows), range, zone, &holidays)
            .value
            .get()
    }

    #[test]
    fn a_window_cannot_start_when_its_day_is_over() {
        let (end, noon) = (
            WallTime::parse("24:00").unwrap(),
            WallTime::parse("12:00").unwrap(),
        );
        assert_eq!(
            WeeklyWindow::new(Weekday::Mon, end, noon),
            Err(CalendarError::StartsAtDayEnd)
        );
    }

    #[test]
    fn overlaps_count_once_and_nights_belong_to_their_first_day() {
        let utc = ZoneTable::utc();
        let twice: WeeklyWindows = windows(&WEEKDAYS, "08:00", "17:00")
            .rows()
            .iter()
            .chain(windows(&[Weekday::Mon], "12:00", "18:00").rows())
            .copied()
            .collect();
        assert_eq!(twice.per_week(), Seconds::new(46 * 3_600));
        assert_eq!(seconds(&twice, &utc, "2026-01-05", 7, &[]), 46 * 3_600);
        let sunday_night = windows(&[Weekday::Sun], "22:00", "06:00");
        assert_eq!(sunday_night.per_week(), Seconds::new(8 * 3_600));
        // Monday begins with six hours of Sunday's window, and a holiday on Sunday takes them away; one on Monday does not.
        assert_eq!(
            seconds(&sunday_night, &utc, "2026-01-05", 1, &[]),
            6 * 3_600
        );
        assert_eq!(
            seconds(&sunday_night, &utc, "2026-01-05", 1, &["2026-01-04"]),
            0
        );
        assert_eq!(
            seconds(&sunday_night, &utc, "2026-01-05", 1, &["2026-01-05"]),
            6 * 3_600
        );
        let all_week = windows(
            &[&WEEKDAYS[..], &[Weekday::Sat, Weekday::Sun]].concat(),
            "00:00",
            "00:00",
        );
        assert_eq!(all_week.per_week(), Seconds::WEEK);
        assert_eq!(WeeklyWindows::always().per_week(), Seconds::WEEK);
        assert_eq!(windows(&[], "08:00", "17:00").per_week(), Seconds::ZERO);
        assert_eq!(
            seconds(&windows(&[], "08:00", "17:00"), &utc, "2026-01-05", 7, &[]),
            0
        );
    }

    #[test]
    fn always_ignores_holidays() {
        assert_eq!(
            seconds(
                &WeeklyWindows::always(),
                &new_york(),
                "2026-11-01",
                1,
                &["2026-11-01"]
            ),
            90_000
        );
    }

    #[test]
    fn holidays_may_cover_everything() {
        let all = [
            "2026-01-05",
            "2026-01-06",
            "2026-01-07",
            "2026-01-08",
            "2026-01-09",
        ];
        assert_eq!(
            seconds(
                &windows(&WEEKDAYS, "08:00", "17:00"),
                &new_york(),
                "2026-01-05",
                7,
                &all
            ),
            0
        );
    }

    fn any_windows() -> impl Strategy<Value = WeeklyWindows> {
        vec((0_u8..7, 0_u32..96, 0_u32..=96), 0..8).prop_map(|rows| {
            let time = |quarter: u32| WallTime::from_second(quarter * 900).unwrap();
            rows.into_iter()
                .map(|(day, from, to)| {
                    WeeklyWindow::new(Weekday::try_from(day).unwrap(), time(from), time(to))
                        .unwrap()
                })
                .collect()
        })
    }

    proptest! {
        #[test]
        fn adjacent_ranges_add_up(windows in any_windows(), first in 20_454_i64..20_800, one in 0_u32..9, two in 0_u32..9, zone in 0_usize..3) {
            let zone = [new_york(), lord_howe(), st_johns()][zone].clone();
            let first = day::of_number(first).unwrap();
            let none = Holidays::default();
            let total = |start, days| windows.expand(local_days(&zone, start, days).unwrap(), &zone, &none).total().get();
            let middle = super::super::days_after(first, one).unwrap();
            prop_assert_eq!(total(first, one) + total(middle, two), total(first, one + two));
        }

        #[test]
        fn a_plain_week_holds_what_a_week_holds(windows in any_windows(), first in 0_i64..5_000) {
            let zone = ZoneTable::utc();
            let week = local_days(&zone, day::of_number(first).unwrap(), 7).unwrap();
            prop_assert_eq!(windows.expand(week, &zone, &Holidays::default()).total(), windows.per_week());
        }

        #[test]
        fn an_instant_is_inside_if_its_wall_clock_is(windows in any_windows(), hour in 0_i64..26_280, zone in 0_usize..3) {
            let zone = [new_york(), lord_howe(), st_johns()][zone].clone();
            // A day around every third of an hour of 2026, the clock changes among them.
            let unix = 1_767_225_600 + hour * 1_200;
            let instant = Instant::from_unix(unix).unwrap();
            let range = Interval::new(Instant::from_unix(unix - DAY).unwrap(), Instant::from_unix(unix + DAY).unwrap()).unwrap();
            let wall = unix + i64::from(zone.offset_at(instant).seconds());
            let (number, second) = (wall.div_euclid(DAY), wall.rem_euclid(DAY));
            let expected = windows.rows().iter().any(|row| {
                let (from, to) = row.seconds();
                (falls_on(row.day, number) && from <= second && second < to) || (falls_on(row.day, number - 1) && second + DAY < to)
            });
            prop_assert_eq!(windows.expand(range, &zone, &Holidays::default()).contains(instant), expected);
        }
    }
}
