//! Cases as people state them, worked by hand: group R.

#![allow(clippy::unwrap_used)]

use super::clock::tests::{WORKDAYS, at, pauses, weekly};
use super::{ClockHours, Incident, Promise, PromiseClock, ResolutionFrom};
use crate::agreement::TimeLimit;
use crate::availability::attained;
use crate::calendar::{Holidays, Instant, IntervalSet, WeeklyWindows, ZoneTable};
use crate::derivation::Sourced;
use crate::quantity::Seconds;

fn time(seconds: u64) -> TimeLimit {
    TimeLimit::Time(Seconds::new(seconds))
}

/// The instant in UTC and the time by the wall until a limit is due, in hours of that zone.
fn due(
    windows: &WeeklyWindows,
    reported: &str,
    seconds: u64,
    pauses: &IntervalSet,
) -> (String, u64) {
    let (zone, holidays) = (ZoneTable::utc(), Holidays::default());
    let hours = ClockHours {
        windows,
        zone: &zone,
        holidays: &holidays,
    };
    let clock = PromiseClock {
        start: at(reported),
        hours,
        pauses,
    };
    let due = clock.due(time(seconds)).instant().unwrap();
    (due.to_string(), due.since(clock.start).unwrap().get())
}

fn incident<T>(
    response: u64,
    resolution: Option<u64>,
    from: ResolutionFrom,
    ask: impl FnOnce(Incident<'_>) -> T,
) -> T {
    let (zone, holidays, always, none) = (
        ZoneTable::utc(),
        Holidays::default(),
        WeeklyWindows::always(),
        IntervalSet::default(),
    );
    let hours = ClockHours {
        windows: &always,
        zone: &zone,
        holidays: &holidays,
    };
    let promise = |seconds| Promise {
        limit: time(seconds),
        hours,
    };
    ask(Incident {
        reported: Instant::EPOCH,
        response: Some(promise(response)),
        resolution: resolution.map(promise),
        resolution_from: from,
        pauses: &none,
        opening: hours,
    })
}

#[test]
fn acknowledged_in_four_hours_and_fixed_after_three_days() {
    incident(14_400, None, ResolutionFrom::Report, |incident| {
        let [acknowledged, fixed] = [14_400, 259_200].map(Instant::from_unix);
        assert_eq!(incident.is_response_met(acknowledged), Some(true));
        assert_eq!(incident.is_resolution_met(acknowledged, fixed), None);
    });
    let reached = attained(
        Sourced::typed(Seconds::new(1_209_600)),
        Sourced::typed(Seconds::new(259_200)),
    );
    assert_eq!(reached.unwrap().value.to_string(), "11/14");
}

#[test]
fn a_resolution_counts_from_the_report_or_from_the_response() {
    for (response, resolution, from_report, from_response) in [
        (3_600, 14_400, 14_400, 18_000),
        (1_800, 7_200, 7_200, 9_000),
    ] {
        let elapsed = |from| {
            incident(response, Some(resolution), from, |incident| {
                assert_eq!(
                    incident.latest_story().elapsed,
                    incident.timeline().resolution.unwrap().elapsed
                );
                incident.latest_story().elapsed.unwrap().get()
            })
        };
        assert_eq!(elapsed(ResolutionFrom::Report), from_report);
        assert_eq!(elapsed(ResolutionFrom::Response), from_response);
    }
}

#[test]
fn an_office_clock_waits_for_the_morning_and_over_the_weekend() {
    let office = weekly(&WORKDAYS, "09:00", "17:30");
    let hour = |reported| due(&office, reported, 3_600, &IntervalSet::default());
    let is = |text: &str, seconds| (text.to_owned(), seconds);
    assert_eq!(
        hour("2026-01-07T17:00:00Z"),
        is("2026-01-08T09:30:00Z", 59_400)
    );
    assert_eq!(
        hour("2026-01-09T17:00:00Z"),
        is("2026-01-12T09:30:00Z", 232_200)
    );
    assert_eq!(
        hour("2026-01-10T11:00:00Z"),
        is("2026-01-12T10:00:00Z", 169_200)
    );
}

#[test]
fn fourteen_hours_of_an_office_from_a_friday_end_on_tuesday() {
    let office = weekly(&WORKDAYS, "08:00", "18:00");
    // Two hours on Friday, ten on Monday, two on Tuesday.
    let (instant, _) = due(
        &office,
        "2026-01-09T16:00:00Z",
        14 * 3_600,
        &IntervalSet::default(),
    );
    assert_eq!(instant, "2026-01-13T10:00:00Z");
}

#[test]
fn a_hold_of_twenty_six_hours_makes_four_hours_thirty() {
    let start = at("2026-01-07T12:00:00Z").unix();
    let (_, elapsed) = due(
        &WeeklyWindows::always(),
        "2026-01-07T12:00:00Z",
        14_400,
        &pauses(&[(start + 3_600, 93_600)]),
    );
    assert_eq!(elapsed, 108_000);
}
