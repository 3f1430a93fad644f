use core::num::NonZeroU32;

use chrono::{Datelike, NaiveDate};

use super::{CalendarError, Interval, ZoneTable, day, days_after, days_before, months_after};
use crate::derivation::{Figure, FormulaId, Input, Origin, Quantity, Sourced};
use crate::quantity::{Count, Seconds};

/// How an agreement divides time into the periods over which a target is measured. Days are those of its time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MeasurementPeriod {
    /// So many days each, one after the other, one of them beginning on the anchor.
    Days {
        /// A day on which one of the periods begins.
        anchor: NaiveDate,
        /// Local days in each.
        days: NonZeroU32,
    },
    /// The calendar month.
    CalendarMonth,
    /// The calendar quarter: from January, April, July and October.
    Quarter,
    /// The calendar year.
    Year,
    /// The so many days that end with the day in question.
    RollingDays(NonZeroU32),
}

impl MeasurementPeriod {
    /// The key of its name in the content.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Days { .. } => "period-days",
            Self::CalendarMonth => "period-calendar-month",
            Self::Quarter => "period-calendar-quarter",
            Self::Year => "period-calendar-year",
            Self::RollingDays(_) => "period-rolling-days",
        }
    }
}

/// The first day of the period that contains `day`, and the first day after it.
///
/// # Errors
///
/// When the period is too far from the present.
pub fn period_days(
    period: MeasurementPeriod,
    day: NaiveDate,
) -> Result<(NaiveDate, NaiveDate), CalendarError> {
    both(period, day).ok_or(CalendarError::OutOfRange)
}

fn both(period: MeasurementPeriod, day: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let of_months = |first_month: u32, months: u32| {
        let first = NaiveDate::from_ymd_opt(day.year(), first_month, 1)?;
        Some((first, months_after(first, months)?))
    };
    match period {
        MeasurementPeriod::CalendarMonth => of_months(day.month(), 1),
        MeasurementPeriod::Quarter => of_months(day.month0() / 3 * 3 + 1, 3),
        MeasurementPeriod::Year => of_months(1, 12),
        MeasurementPeriod::RollingDays(days) => {
            let after = days_after(day, 1)?;
            Some((days_before(after, days.get())?, after))
        }
        MeasurementPeriod::Days { anchor, days } => {
            let into =
                (day::number_of(day) - day::number_of(anchor)).rem_euclid(i64::from(days.get()));
            let first = days_before(day, u32::try_from(into).ok()?)?;
            Some((first, days_after(first, days.get())?))
        }
    }
}

/// The instants of the period that contains `day`: from its first local midnight to the first one after it.
///
/// # Errors
///
/// When the period is too far from the present.
pub fn period_bounds(
    period: MeasurementPeriod,
    zone: &ZoneTable,
    day: NaiveDate,
) -> Result<Interval, CalendarError> {
    let (first, after) = period_days(period, day)?;
    Interval::new(zone.first_instant_of(first)?, zone.first_instant_of(after)?)
}

/// The instants of so many local days from `first` on.
///
/// # Errors
///
/// When they are too far from the present.
pub fn local_days(
    zone: &ZoneTable,
    first: NaiveDate,
    days: u32,
) -> Result<Interval, CalendarError> {
    let after = days_after(first, days).ok_or(CalendarError::OutOfRange)?;
    Interval::new(zone.first_instant_of(first)?, zone.first_instant_of(after)?)
}

/// The length of the period that contains `day`, with the clock changes in it.
///
/// # Errors
///
/// When the period is too far from the present.
pub fn period_length(
    period: Sourced<MeasurementPeriod>,
    zone: &ZoneTable,
    day: NaiveDate,
) -> Result<Figure<Seconds>, CalendarError> {
    let length = period_bounds(period.value, zone, day)?.length();
    let (first, after) = period_days(period.value, day)?;
    let input = |name, value| Input {
        name,
        value,
        origin: period.origin,
    };
    let mut inputs = vec![input(
        "measurement-period",
        Quantity::Text(period.value.key()),
    )];
    if let MeasurementPeriod::Days { days, .. } | MeasurementPeriod::RollingDays(days) =
        period.value
    {
        inputs.push(input("days", Quantity::Count(Count::new(days.get()))));
    }
    inputs.push(input("time-zone", Quantity::Name(zone.name().to_owned())));
    for (name, day) in [("first-day", first), ("first-day-after", after)] {
        inputs.push(Input {
            name,
            value: Quantity::Day(day),
            origin: Origin::Computed,
        });
    }
    Ok(Figure::exact(length, FormulaId("period-length"), inputs))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::super::fixtures::{date, lord_howe, new_york};
    use super::*;

    fn days(anchor: &str, days: u32) -> MeasurementPeriod {
        MeasurementPeriod::Days {
            anchor: date(anchor),
            days: NonZeroU32::new(days).unwrap(),
        }
    }

    #[test]
    fn contains_its_day() {
        let both = |period, day| period_days(period, date(day)).unwrap();
        let pair = |first, after| (date(first), date(after));
        assert_eq!(
            both(MeasurementPeriod::CalendarMonth, "2026-12-31"),
            pair("2026-12-01", "2027-01-01")
        );
        assert_eq!(
            both(MeasurementPeriod::Quarter, "2026-02-28"),
            pair("2026-01-01", "2026-04-01")
        );
        assert_eq!(
            both(MeasurementPeriod::Quarter, "2026-10-01"),
            pair("2026-10-01", "2027-01-01")
        );
        assert_eq!(
            both(MeasurementPeriod::Year, "2024-02-29"),
            pair("2024-01-01", "2025-01-01")
        );
        assert_eq!(
            both(
                MeasurementPeriod::RollingDays(NonZeroU32::new(30).unwrap()),
                "2026-03-01"
            ),
            pair("2026-01-31", "2026-03-02")
        );
        assert_eq!(
            both(days("2026-01-05", 14), "2026-01-18"),
            pair("2026-01-05", "2026-01-19")
        );
        assert_eq!(
            both(days("2026-01-05", 14), "2026-01-19"),
            pair("2026-01-19", "2026-02-02")
        );
        assert_eq!(
            both(days("2026-01-05", 14), "2026-01-04"),
            pair("2025-12-22", "2026-01-05")
        );
    }

    #[test]
    fn the_derivation_names_what_was_used() {
        let figure = period_length(
            Sourced::agreed(days("2026-03-02", 14)),
            &new_york(),
            date("2026-03-08"),
        )
        .unwrap();
        assert_eq!(figure.value, Seconds::new(1_206_000));
        let names: Vec<_> = figure
            .derivation
            .inputs
            .iter()
            .map(|input| input.name)
            .collect();
        assert_eq!(
            names,
            [
                "measurement-period",
                "days",
                "time-zone",
                "first-day",
                "first-day-after"
            ]
        );
        assert_eq!(
            figure.derivation.inputs[2].value,
            Quantity::Name("America/New_York".to_owned())
        );
        assert_eq!(
            figure.derivation.inputs[3].value,
            Quantity::Day(date("2026-03-02"))
        );
    }

    #[test]
    fn the_ends_of_the_calendar_are_errors() {
        let zone = new_york();
        for period in [
            MeasurementPeriod::CalendarMonth,
            MeasurementPeriod::Year,
            days("2026-01-05", u32::MAX),
        ] {
            for day in [NaiveDate::MIN, NaiveDate::MAX] {
                assert_eq!(
                    period_bounds(period, &zone, day),
                    Err(CalendarError::OutOfRange)
                );
            }
        }
        assert_eq!(
            local_days(&zone, date("2026-01-01"), u32::MAX),
            Err(CalendarError::OutOfRange)
        );
        assert_eq!(
            local_days(&zone, date("2026-01-01"), 0).unwrap().length(),
            Seconds::ZERO
        );
    }

    proptest! {
        #[test]
        fn every_day_of_a_period_gives_that_period(number in 20_000_i64..21_000, length in 1_u32..40, kind in 0_usize..4) {
            let period = [days("2026-01-05", length), MeasurementPeriod::CalendarMonth, MeasurementPeriod::Quarter, MeasurementPeriod::Year][kind];
            let day = day::of_number(number).unwrap();
            let (first, after) = period_days(period, day).unwrap();
            prop_assert!(first <= day && day < after);
            prop_assert_eq!(period_days(period, first), Ok((first, after)));
            prop_assert_eq!(period_days(period, after).unwrap().0, after);
        }

        #[test]
        fn neighbours_join_without_gap(number in 20_454_i64..20_818) {
            let day = day::of_number(number).unwrap();
            let zone = lord_howe();
            let (one, both) = (local_days(&zone, day, 1).unwrap(), local_days(&zone, day, 2).unwrap());
            let next = local_days(&zone, days_after(day, 1).unwrap(), 1).unwrap();
            prop_assert_eq!(one.end(), next.start());
            prop_assert_eq!(one.length().checked_add(next.length()), Some(both.length()));
        }
    }
}
