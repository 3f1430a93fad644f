//! Limits by business days: by the end of the n-th business day after the report.

use super::{ClockHours, PromiseClock};
use crate::calendar::{
    Instant, Interval, IntervalSet, NaiveDate, WeeklyWindow, WeeklyWindows, days_after,
};
use chrono::Datelike;

/// The end of the n-th business day after the day of the start; the start itself for none. A business day is a local day on
/// which a window starts, unless it is a holiday or on hold throughout; it ends with the last of its windows. Where the
/// clock runs all the time, every local day is one.
pub(super) fn end_of(clock: &PromiseClock<'_>, count: u32) -> Option<Instant> {
    let hours = &clock.hours;
    if count == 0 {
        return Some(clock.start);
    }
    if !hours.windows.is_always() && hours.windows.rows().is_empty() {
        return None;
    }
    let horizon = ClockHours::horizon(clock.start);
    let (mut day, mut left) = (hours.zone.day_of(clock.start)?, count);
    loop {
        day = days_after(day, 1)?;
        if horizon < hours.zone.first_instant_of(day).ok()? {
            return None;
        }
        let open = windows_of(hours, day)?;
        if open.difference(clock.pauses).is_empty() {
            continue;
        }
        left -= 1;
        if left == 0 {
            return open.as_slice().last().map(Interval::end);
        }
    }
}

/// The windows that start on a day, in full: one that begins in the evening may end on the next.
fn windows_of(hours: &ClockHours<'_>, day: NaiveDate) -> Option<IntervalSet> {
    let midnight = |ahead| {
        let day = days_after(day, ahead)?;
        hours.zone.first_instant_of(day).ok()
    };
    if hours.windows.is_always() {
        return Some(Interval::new(midnight(0)?, midnight(1)?).ok()?.into());
    }
    let of_the_day: Vec<WeeklyWindow> = hours
        .windows
        .rows()
        .iter()
        .filter(|row| row.day() == day.weekday())
        .copied()
        .collect();
    if of_the_day.is_empty() {
        return Some(IntervalSet::default());
    }
    // A window lasts a day at most; the third midnight leaves room for clocks that go back over the second.
    let range = Interval::new(midnight(0)?, midnight(3)?).ok()?;
    let windows: WeeklyWindows = of_the_day.into_iter().collect();
    Some(windows.expand(range, hours.zone, hours.holidays))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use chrono::Weekday::Fri;

    use super::super::clock::tests::{WORKDAYS, at, pauses, weekly};
    use super::super::{Due, PromiseClock};
    use super::*;
    use crate::agreement::TimeLimit;
    use crate::calendar::{Holidays, ZoneTable, parse_day};

    fn due(
        windows: &WeeklyWindows,
        holidays: &[&str],
        pauses: &IntervalSet,
        count: u32,
    ) -> Option<String> {
        let (zone, holidays): (_, Holidays) = (
            ZoneTable::utc(),
            holidays.iter().map(|day| parse_day(day).unwrap()).collect(),
        );
        let hours = ClockHours {
            windows,
            zone: &zone,
            holidays: &holidays,
        };
        // A Thursday.
        let clock = PromiseClock {
            start: at("2026-01-08T10:00:00Z"),
            hours,
            pauses,
        };
        clock
            .due(TimeLimit::BusinessDays(count))
            .instant()
            .map(|due| due.to_string())
    }

    #[test]
    fn counts_from_the_day_after_the_report() {
        let office = weekly(&WORKDAYS, "08:00", "17:00");
        let none = IntervalSet::default();
        let is = |text: &str| Some(text.to_owned());
        assert_eq!(due(&office, &[], &none, 0), is("2026-01-08T10:00:00Z"));
        assert_eq!(due(&office, &[], &none, 1), is("2026-01-09T17:00:00Z"));
        assert_eq!(due(&office, &[], &none, 2), is("2026-01-12T17:00:00Z"));
        assert_eq!(
            due(&office, &["2026-01-09"], &none, 1),
            is("2026-01-12T17:00:00Z")
        );
        assert_eq!(
            due(&WeeklyWindows::always(), &["2026-01-09"], &none, 3),
            is("2026-01-12T00:00:00Z")
        );
    }

    #[test]
    fn a_night_belongs_to_the_day_on_which_it_starts() {
        let nights = weekly(&[Fri], "22:00", "06:00");
        assert_eq!(
            due(&nights, &[], &IntervalSet::default(), 1),
            Some("2026-01-10T06:00:00Z".to_owned())
        );
    }

    #[test]
    fn a_day_on_hold_throughout_does_not_count() {
        let office = weekly(&WORKDAYS, "08:00", "17:00");
        let friday = at("2026-01-09T00:00:00Z").unix();
        let hold = |length: i64| due(&office, &[], &pauses(&[(friday, length)]), 1);
        assert_eq!(hold(86_400), Some("2026-01-12T17:00:00Z".to_owned()));
        assert_eq!(hold(12 * 3_600), Some("2026-01-09T17:00:00Z".to_owned()));
    }

    #[test]
    fn days_that_never_come_are_never_due() {
        let office = weekly(&WORKDAYS, "08:00", "17:00");
        assert_eq!(
            due(&office, &[], &IntervalSet::default(), 200_000),
            Due::Never.instant().map(|due: Instant| due.to_string())
        );
    }
}
