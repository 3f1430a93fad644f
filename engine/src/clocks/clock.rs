use super::{ClockHours, business_days};
use crate::agreement::TimeLimit;
use crate::calendar::{Instant, Interval, IntervalSet, ServiceClock};
use crate::quantity::Seconds;

/// When something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Due {
    /// At this instant; done then is in time.
    At(Instant),
    /// Never: the clock does not get there, as where no hours are agreed.
    Never,
}

impl Due {
    /// The instant, if there is one.
    pub const fn instant(self) -> Option<Instant> {
        match self {
            Self::At(instant) => Some(instant),
            Self::Never => None,
        }
    }
}

impl From<Option<Instant>> for Due {
    fn from(instant: Option<Instant>) -> Self {
        instant.map_or(Self::Never, Self::At)
    }
}

/// The clock of one promise, started at one instant: it runs inside its hours and stands still while it is on hold.
#[derive(Clone, Copy, Debug)]
pub struct PromiseClock<'a> {
    /// The instant at which it starts: the report, or the response.
    pub start: Instant,
    /// The hours in which it runs.
    pub hours: ClockHours<'a>,
    /// The times at which it is on hold, such as while waiting for the customer.
    pub pauses: &'a IntervalSet,
}

impl PromiseClock<'_> {
    /// How long it has run at an instant; nothing before its start.
    pub fn at(&self, instant: Instant) -> Seconds {
        let run = ClockHours::looks(self.start, instant)
            .map(|look| self.inside(look).total().get())
            .sum();
        Seconds::new(run)
    }

    /// The first instant at which so much is reached: the clock has run a time, or the n-th business day is over.
    pub fn due(&self, limit: TimeLimit) -> Due {
        match limit {
            TimeLimit::Time(target) => self.first_after(target).into(),
            TimeLimit::BusinessDays(count) => business_days::end_of(self, count).into(),
        }
    }

    /// The last instant that is still in time. On a clock that stands still when the limit is reached, that is the second
    /// before it runs again (Monday morning for a Friday evening); `Never` where nothing can be too late.
    pub fn last_in_time(&self, limit: TimeLimit) -> Due {
        match limit {
            TimeLimit::Time(target) => target
                .checked_add(Seconds::new(1))
                .and_then(|over| self.first_after(over))
                .and_then(|too_late| Instant::from_unix(too_late.unix() - 1))
                .into(),
            TimeLimit::BusinessDays(_) => self.due(limit),
        }
    }

    /// Whether what was done at an instant was in time: the clock was not past the limit.
    pub fn is_met(&self, limit: TimeLimit, done: Instant) -> bool {
        match limit {
            TimeLimit::Time(target) => self.at(done) <= target,
            TimeLimit::BusinessDays(_) => match self.due(limit) {
                Due::At(due) => done <= due,
                Due::Never => true,
            },
        }
    }

    /// The stretches in which it runs from its start to an instant; it stands still in between.
    pub fn runs_until(&self, end: Instant) -> IntervalSet {
        ClockHours::looks(self.start, end)
            .flat_map(|look| self.inside(look).as_slice().to_vec())
            .collect()
    }

    /// What of the range is inside the hours and not on hold.
    pub(super) fn inside(&self, range: Interval) -> IntervalSet {
        self.hours.inside(range).difference(self.pauses)
    }

    /// The first instant at which it has run so long.
    fn first_after(&self, target: Seconds) -> Option<Instant> {
        if target == Seconds::ZERO {
            return Some(self.start);
        }
        if self.hours.windows.per_week() == Seconds::ZERO {
            return None;
        }
        let mut left = target;
        for look in ClockHours::looks(self.start, ClockHours::horizon(self.start)) {
            let open = self.inside(look);
            match left.checked_sub(open.total()) {
                Some(rest) if rest > Seconds::ZERO => left = rest,
                _ => return ServiceClock::inside(&open).first_after(look.start(), left),
            }
        }
        None
    }
}

#[cfg(test)]
pub(super) mod tests {
    #![allow(clippy::unwrap_used)]

    use chrono::Weekday::{self, Fri, Mon, Sun, Thu, Tue, Wed};
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::{Holidays, WallTime, WeeklyWindow, WeeklyWindows, ZoneTable};

    pub(in crate::clocks) fn at(text: &str) -> Instant {
        Instant::parse(text).unwrap()
    }

    pub(in crate::clocks) fn weekly(days: &[Weekday], from: &str, to: &str) -> WeeklyWindows {
        let [from, to] = [from, to].map(|text| WallTime::parse(text).unwrap());
        days.iter()
            .map(|day| WeeklyWindow::new(*day, from, to).unwrap())
            .collect()
    }

    pub(in crate::clocks) const WORKDAYS: [Weekday; 5] = [Mon, Tue, Wed, Thu, Fri];

    pub(in crate::clocks) fn pauses(pairs: &[(i64, i64)]) -> IntervalSet {
        let instant = |second| Instant::from_unix(second).unwrap();
        pairs
            .iter()
            .map(|(start, length)| Interval::new(instant(*start), instant(start + length)).unwrap())
            .collect()
    }

    fn with<T>(
        windows: &WeeklyWindows,
        start: Instant,
        pauses: &IntervalSet,
        ask: impl Fn(PromiseClock<'_>) -> T,
    ) -> T {
        let (zone, holidays) = (ZoneTable::utc(), Holidays::default());
        let hours = ClockHours {
            windows,
            zone: &zone,
            holidays: &holidays,
        };
        ask(PromiseClock {
            start,
            hours,
            pauses,
        })
    }

    fn time(seconds: u64) -> TimeLimit {
        TimeLimit::Time(Seconds::new(seconds))
    }

    #[test]
    fn a_clock_without_hours_is_never_due_and_always_met() {
        let never = weekly(&[], "08:00", "17:00");
        with(
            &never,
            at("2026-01-05T10:00:00Z"),
            &IntervalSet::default(),
            |clock| {
                assert_eq!(clock.due(time(1)), Due::Never);
                assert_eq!(clock.due(time(0)), Due::At(clock.start));
                assert_eq!(clock.last_in_time(time(0)), Due::Never);
                assert!(clock.is_met(time(0), at("2030-01-01T00:00:00Z")));
                assert_eq!(clock.due(TimeLimit::BusinessDays(1)), Due::Never);
                assert!(clock.is_met(TimeLimit::BusinessDays(1), at("2030-01-01T00:00:00Z")));
            },
        );
    }

    #[test]
    fn a_limit_of_years_is_found_and_one_of_centuries_is_not() {
        let one_hour = weekly(&[Sun], "08:00", "09:00");
        let start = at("2026-01-05T10:00:00Z");
        with(&one_hour, start, &IntervalSet::default(), |clock| {
            // 1,000 Sundays.
            assert_eq!(
                clock.due(time(3_600_000)),
                Due::At(at("2045-03-05T09:00:00Z"))
            );
            assert_eq!(clock.due(time(3_600 * 30_000)), Due::Never);
            assert_eq!(clock.due(time(u64::MAX)), Due::Never);
            assert_eq!(clock.last_in_time(time(u64::MAX)), Due::Never);
        });
    }

    #[test]
    fn done_before_the_start_is_in_time() {
        let office = weekly(&WORKDAYS, "08:00", "17:00");
        with(
            &office,
            at("2026-01-05T10:00:00Z"),
            &IntervalSet::default(),
            |clock| {
                assert_eq!(clock.at(at("2026-01-04T10:00:00Z")), Seconds::ZERO);
                assert!(clock.is_met(time(0), at("2026-01-04T10:00:00Z")));
            },
        );
    }

    #[test]
    fn a_clock_that_stands_still_at_its_limit_is_met_until_it_runs_again() {
        let office = weekly(&WORKDAYS, "08:00", "17:00");
        // Friday 16:00, one hour.
        with(
            &office,
            at("2026-01-09T16:00:00Z"),
            &IntervalSet::default(),
            |clock| {
                assert_eq!(clock.due(time(3_600)), Due::At(at("2026-01-09T17:00:00Z")));
                let last = at("2026-01-12T08:00:00Z");
                assert_eq!(clock.last_in_time(time(3_600)), Due::At(last));
                assert!(clock.is_met(time(3_600), last));
                assert!(!clock.is_met(time(3_600), at("2026-01-12T08:00:01Z")));
            },
        );
    }

    fn schedules() -> impl Strategy<Value = WeeklyWindows> {
        let row = (0_u8..7, 0_u32..86_400, 0_u32..=86_400);
        let rows = vec(row, 0..6).prop_map(|rows| {
            rows.into_iter()
                .map(|(day, from, to)| {
                    let [from, to] =
                        [from, to].map(|second| WallTime::from_second(second).unwrap());
                    WeeklyWindow::new(Weekday::try_from(day).unwrap(), from, to).unwrap()
                })
                .collect()
        });
        prop_oneof![4 => rows, 1 => Just(WeeklyWindows::always())]
    }

    proptest! {
        #[test]
        fn due_is_the_inverse_of_the_clock(
            windows in schedules(), start in 0_i64..2_000_000, target in 0_u64..1_000_000,
            holds in vec((-100_000_i64..3_000_000, 0_i64..400_000), 0..4)
        ) {
            let holds = pauses(&holds);
            let start = Instant::from_unix(start).unwrap();
            with(&windows, start, &holds, |clock| {
                let limit = time(target);
                let Due::At(due) = clock.due(limit) else {
                    // Not within the four centuries that anybody looks ahead.
                    prop_assert!(clock.at(ClockHours::horizon(start)).get() < target);
                    return Ok(());
                };
                prop_assert_eq!(clock.at(due).get(), target);
                prop_assert!(clock.is_met(limit, due));
                if target > 0 {
                    let before = Instant::from_unix(due.unix() - 1).unwrap();
                    prop_assert_eq!(clock.at(before).get(), target - 1);
                }
                if let Due::At(last) = clock.last_in_time(limit) {
                    prop_assert!(due <= last);
                    prop_assert!(clock.is_met(limit, last));
                    prop_assert!(!clock.is_met(limit, Instant::from_unix(last.unix() + 1).unwrap()));
                }
                prop_assert_eq!(clock.runs_until(due).total().get(), target);
                Ok(())
            })?;
        }

        #[test]
        fn more_time_is_never_due_earlier_and_a_pause_never_helps_the_customer(
            start in 0_i64..2_000_000, one in 0_u64..500_000, two in 0_u64..500_000, hold in (0_i64..3_000_000, 0_i64..400_000)
        ) {
            let office = weekly(&WORKDAYS, "08:00", "17:00");
            let start = Instant::from_unix(start).unwrap();
            let due = |target: u64, holds: &IntervalSet| with(&office, start, holds, |clock| clock.due(time(target)));
            let none = IntervalSet::default();
            prop_assert!(due(one.min(two), &none) <= due(one.max(two), &none));
            prop_assert!(due(one, &none) <= due(one, &pauses(&[hold])));
        }
    }
}
