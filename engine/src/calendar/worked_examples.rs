//! Cases as people state them, worked by hand: group B (service windows) and group D (daylight saving, leap years).

#![allow(clippy::unwrap_used)]

use super::fixtures::{at, date, lord_howe, new_york};
use super::{
    Holidays, Interval, IntervalSet, MeasurementPeriod, WallTime, Weekday, WeeklyWindow,
    WeeklyWindows, ZoneTable, local_days, period_bounds, service_time,
};
use crate::availability::largest_compliant_second;
use crate::derivation::Sourced;
use crate::quantity::{Percent, Seconds};

use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};

type Row<'a> = (&'a [Weekday], &'a str, &'a str);

fn windows(rows: &[Row]) -> WeeklyWindows {
    let time = |text| WallTime::parse(text).unwrap();
    rows.iter()
        .flat_map(|(days, from, to)| {
            days.iter()
                .map(move |day| WeeklyWindow::new(*day, time(from), time(to)).unwrap())
        })
        .collect()
}

fn hours(rows: &[Row], zone: &ZoneTable, first: &str, days: u32, holidays: &[&str]) -> u64 {
    let holidays: Holidays = holidays.iter().map(|day| date(day)).collect();
    let range = local_days(zone, date(first), days).unwrap();
    service_time(&Sourced::agreed(&windows(rows)), range, zone, &holidays)
        .value
        .get()
}

fn allowed(seconds: u64, target: &str) -> u64 {
    largest_compliant_second(
        Sourced::computed(Seconds::new(seconds)),
        Sourced::agreed(Percent::parse(target).unwrap()),
    )
    .value
    .get()
}

const OFFICE: Row = (&[Mon, Tue, Wed, Thu, Fri], "08:00", "17:00");

#[test]
fn office_and_dental_weeks() {
    let utc = ZoneTable::utc();
    let office = hours(&[OFFICE], &utc, "2026-01-05", 14, &[]);
    assert_eq!((office, allowed(office, "99")), (324_000, 3_240));
    let dental = hours(
        &[
            (&[Mon, Tue, Wed, Thu], "08:00", "17:00"),
            (&[Fri], "08:00", "13:00"),
        ],
        &utc,
        "2026-01-05",
        14,
        &[],
    );
    assert_eq!((dental, allowed(dental, "99")), (295_200, 2_952));
}

#[test]
fn windows_of_real_agreements() {
    let utc = ZoneTable::utc();
    let workdays = hours(
        &[(&[Mon, Tue, Wed, Thu, Fri], "08:00", "20:00")],
        &utc,
        "2009-02-01",
        28,
        &[],
    );
    assert_eq!((workdays, allowed(workdays, "98")), (864_000, 17_280));
    // From Monday 04:00 through to Friday 19:00, and Saturday morning.
    let bank = [
        (&[Mon][..], "04:00", "24:00"),
        (&[Tue, Wed, Thu], "00:00", "24:00"),
        (&[Fri], "00:00", "19:00"),
        (&[Sat], "08:00", "14:00"),
    ];
    let bank = hours(&bank, &utc, "2026-01-05", 7, &[]);
    assert_eq!((bank, allowed(bank, "99")), (421_200, 4_212));
}

#[test]
fn a_holiday_takes_its_hours() {
    let seconds = hours(&[OFFICE], &new_york(), "2026-05-18", 14, &["2026-05-25"]);
    assert_eq!((seconds, allowed(seconds, "99")), (291_600, 2_916));
}

#[test]
fn most_of_a_weekend_s_outage_is_not_counted() {
    let outage = Interval::new(at("2026-01-09T21:06:00Z"), at("2026-01-12T13:54:00Z")).unwrap();
    assert_eq!(outage.length(), Seconds::new(233_280));
    assert_eq!(
        windows(&[OFFICE])
            .expand(outage, &new_york(), &Holidays::default())
            .total(),
        Seconds::new(6_480)
    );
}

#[test]
fn local_days_and_weeks_have_the_length_that_the_clocks_give_them() {
    let phoenix = ZoneTable::new(
        "America/Phoenix".to_owned(),
        super::UtcOffset::new(-25_200).unwrap(),
        Vec::new(),
    )
    .unwrap();
    for (zone, first, days, seconds, allowance) in [
        (new_york(), "2026-03-08", 1, 82_800, 828),
        (new_york(), "2026-11-01", 1, 90_000, 900),
        (new_york(), "2026-03-02", 14, 1_206_000, 12_060),
        (new_york(), "2026-06-01", 14, 1_209_600, 12_096),
        (phoenix, "2026-03-02", 14, 1_209_600, 12_096),
        (lord_howe(), "2026-04-05", 1, 88_200, 882),
        (lord_howe(), "2026-10-04", 1, 84_600, 846),
    ] {
        let length = local_days(&zone, date(first), days).unwrap().length().get();
        assert_eq!(
            (length, allowed(length, "99")),
            (seconds, allowance),
            "{} {first}",
            zone.name()
        );
    }
}

#[test]
fn calendar_months_and_years() {
    for (period, zone, day, seconds, allowance) in [
        (
            MeasurementPeriod::CalendarMonth,
            new_york(),
            "2026-03-15",
            2_674_800,
            2_674,
        ),
        (
            MeasurementPeriod::CalendarMonth,
            ZoneTable::utc(),
            "2024-02-29",
            2_505_600,
            2_505,
        ),
        (
            MeasurementPeriod::CalendarMonth,
            ZoneTable::utc(),
            "2026-02-01",
            2_419_200,
            2_419,
        ),
        (
            MeasurementPeriod::Year,
            ZoneTable::utc(),
            "2024-07-01",
            31_622_400,
            31_622,
        ),
        (
            MeasurementPeriod::Year,
            ZoneTable::utc(),
            "2025-07-01",
            31_536_000,
            31_536,
        ),
    ] {
        let length = period_bounds(period, &zone, date(day))
            .unwrap()
            .length()
            .get();
        assert_eq!(
            (length, allowed(length, "99.9")),
            (seconds, allowance),
            "{day}"
        );
    }
}

#[test]
fn a_night_window_is_shorter_in_spring_and_longer_in_autumn() {
    let maintenance: Row = (&[Sun], "01:00", "03:00");
    for (day, seconds) in [
        ("2026-03-08", 3_600),
        ("2026-11-01", 10_800),
        ("2026-03-15", 7_200),
    ] {
        assert_eq!(
            hours(&[maintenance], &new_york(), day, 1, &[]),
            seconds,
            "{day}"
        );
    }
    assert_eq!(
        hours(
            &[(&[Sun], "00:00", "06:00")],
            &new_york(),
            "2026-11-01",
            1,
            &[]
        ),
        25_200
    );
    assert_eq!(
        hours(&[OFFICE], &new_york(), "2026-03-02", 14, &[]),
        324_000
    );
}

#[test]
fn a_repeated_hour_counts_in_both_of_its_runs() {
    // 01:15 to 01:45 comes twice on the night in New York when the clocks go back.
    let night = local_days(&new_york(), date("2026-11-01"), 1).unwrap();
    let twice =
        windows(&[(&[Sun], "01:15", "01:45")]).expand(night, &new_york(), &Holidays::default());
    let expected: IntervalSet = [
        ("2026-11-01T05:15:00Z", "2026-11-01T05:45:00Z"),
        ("2026-11-01T06:15:00Z", "2026-11-01T06:45:00Z"),
    ]
    .map(|(start, end)| Interval::new(at(start), at(end)).unwrap())
    .into_iter()
    .collect();
    assert_eq!(twice, expected);
}

#[test]
fn an_outage_over_the_repeated_hour_lasted_four_hours() {
    // Logged as 00:30 to 03:30 on the wall clock.
    let outage = Interval::new(at("2026-11-01T04:30:00Z"), at("2026-11-01T08:30:00Z")).unwrap();
    let offset = |instant| new_york().offset_at(instant).seconds();
    assert_eq!(
        (offset(outage.start()), offset(outage.end())),
        (-14_400, -18_000)
    );
    assert_eq!(outage.length(), Seconds::new(14_400));
}
