//! What a provider may do and still comply.

use super::{Due, Incident, Promise, ResolutionFrom};
use crate::calendar::Instant;
use crate::quantity::Seconds;

/// The latest that a provider may be without missing a promise: acknowledged and fixed in the last second that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LatestStory {
    /// When somebody begins, at the latest with the fix; `None` if nobody ever has to.
    pub acknowledged: Option<Instant>,
    /// When it works again; `None` if it never has to.
    pub fixed: Option<Instant>,
    /// The time by the wall from the report until it works; `None` without end.
    pub elapsed: Option<Seconds>,
    /// The location's opening hours from the report until it works; `None` without end.
    pub opening_lost: Option<Seconds>,
}

impl<'a> Incident<'a> {
    /// The latest story that still complies. Without a resolution promise it is never fixed.
    pub fn latest_story(&self) -> LatestStory {
        let last = |promise: Option<Promise<'a>>, start: Option<Instant>| {
            let promise = promise?;
            let clock = self.clock(&promise, start?);
            clock.last_in_time(promise.limit).instant()
        };
        let acknowledged = last(self.response, Some(self.reported));
        let fixed = last(self.resolution, self.resolution_starts(acknowledged));
        LatestStory {
            acknowledged: acknowledged
                .zip(fixed)
                .map(|(acknowledged, fixed)| acknowledged.min(fixed))
                .or(acknowledged),
            fixed,
            elapsed: fixed.map(|fixed| self.elapsed(fixed)),
            opening_lost: fixed.map(|fixed| self.opening_lost(fixed)),
        }
    }

    /// Whether the response was in time; `None` if none is promised. What never happens is in time only where nothing can be
    /// too late.
    pub fn is_response_met(&self, acknowledged: Option<Instant>) -> Option<bool> {
        self.response
            .map(|promise| self.is_met(&promise, Some(self.reported), acknowledged))
    }

    /// Whether the resolution was in time; `None` if none is promised. One that counts from a response that never came cannot
    /// be late: its clock has not started.
    pub fn is_resolution_met(
        &self,
        acknowledged: Option<Instant>,
        fixed: Option<Instant>,
    ) -> Option<bool> {
        let starts = self.resolution_starts(acknowledged);
        self.resolution
            .map(|promise| self.is_met(&promise, starts, fixed))
    }

    fn resolution_starts(&self, acknowledged: Option<Instant>) -> Option<Instant> {
        match self.resolution_from {
            ResolutionFrom::Report => Some(self.reported),
            ResolutionFrom::Response => acknowledged,
        }
    }

    fn is_met(
        &self,
        promise: &Promise<'a>,
        starts: Option<Instant>,
        done: Option<Instant>,
    ) -> bool {
        let Some(clock) = starts.map(|start| self.clock(promise, start)) else {
            return true;
        };
        match done {
            Some(done) => clock.is_met(promise.limit, done),
            None => clock.last_in_time(promise.limit) == Due::Never,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use chrono::Weekday::Sat;
    use proptest::prelude::*;

    use super::super::clock::tests::{WORKDAYS, at, pauses, weekly};
    use super::super::{BasisHours, ClockHours};
    use super::*;
    use crate::agreement::{ClockBasis, TimeLimit, TimePromise};
    use crate::calendar::{Holidays, IntervalSet, WeeklyWindows, ZoneTable};

    const HOUR: u64 = 3_600;

    /// Asks about an incident: support Monday to Friday 8 to 17, doors open 9 to 18 and on Saturday.
    fn with<T>(
        reported: Instant,
        response: Option<TimePromise>,
        resolution: Option<TimePromise>,
        resolution_from: ResolutionFrom,
        pauses: &IntervalSet,
        ask: impl FnOnce(Incident<'_>) -> T,
    ) -> T {
        let (zone, holidays) = (ZoneTable::utc(), Holidays::default());
        let (support, always) = (weekly(&WORKDAYS, "08:00", "17:00"), WeeklyWindows::always());
        let opening: WeeklyWindows = weekly(&WORKDAYS, "09:00", "18:00")
            .rows()
            .iter()
            .chain(weekly(&[Sat], "09:00", "12:00").rows())
            .copied()
            .collect();
        let hours = |windows| ClockHours {
            windows,
            zone: &zone,
            holidays: &holidays,
        };
        let (support, opening, around_the_clock) =
            (hours(&support), hours(&opening), hours(&always));
        let bases = BasisHours {
            support: Some(support),
            opening: None,
            around_the_clock,
        };
        ask(Incident {
            reported,
            response: response.and_then(|promise| Promise::of(promise, &bases)),
            resolution: resolution.and_then(|promise| Promise::of(promise, &bases)),
            resolution_from,
            pauses,
            opening,
        })
    }

    fn promise(seconds: u64, clock: ClockBasis) -> TimePromise {
        TimePromise {
            limit: TimeLimit::Time(Seconds::new(seconds)),
            clock,
        }
    }

    #[test]
    fn without_a_resolution_promise_it_is_never_fixed() {
        let response = Some(promise(4 * HOUR, ClockBasis::AroundTheClock));
        let none = IntervalSet::default();
        // A Friday evening.
        let reported = at("2026-01-09T16:30:00Z");
        with(
            reported,
            response,
            None,
            ResolutionFrom::Report,
            &none,
            |incident| {
                let story = incident.latest_story();
                assert_eq!(story.acknowledged, Some(at("2026-01-09T20:30:00Z")));
                assert_eq!(
                    (story.fixed, story.elapsed, story.opening_lost),
                    (None, None, None)
                );
                assert_eq!(incident.is_response_met(story.acknowledged), Some(true));
                assert_eq!(incident.is_resolution_met(story.acknowledged, None), None);
                assert_eq!(incident.is_response_met(None), Some(false));
                assert_eq!(incident.timeline().resolution, None);
            },
        );
    }

    #[test]
    fn hours_that_nobody_has_said_make_no_promise() {
        let response = Some(promise(HOUR, ClockBasis::OpeningHours));
        let none = IntervalSet::default();
        with(
            at("2026-01-09T16:30:00Z"),
            response,
            None,
            ResolutionFrom::Report,
            &none,
            |incident| {
                assert!(incident.response.is_none());
                assert_eq!(incident.timeline().response, None);
            },
        );
    }

    #[test]
    fn a_resolution_from_a_response_that_is_not_promised_never_starts() {
        let resolution = Some(promise(HOUR, ClockBasis::AroundTheClock));
        let none = IntervalSet::default();
        with(
            at("2026-01-09T16:30:00Z"),
            None,
            resolution,
            ResolutionFrom::Response,
            &none,
            |incident| {
                let stage = incident.timeline().resolution.unwrap();
                assert_eq!((stage.starts, stage.due), (None, Due::Never));
                let story = incident.latest_story();
                assert_eq!((story.acknowledged, story.fixed), (None, None));
                assert_eq!(incident.is_resolution_met(None, None), Some(true));
            },
        );
    }

    #[test]
    fn a_fix_before_the_response_is_due_is_a_response() {
        let response = Some(promise(8 * HOUR, ClockBasis::SupportHours));
        let resolution = Some(promise(4 * HOUR, ClockBasis::AroundTheClock));
        let none = IntervalSet::default();
        with(
            at("2026-01-09T16:30:00Z"),
            response,
            resolution,
            ResolutionFrom::Report,
            &none,
            |incident| {
                let story = incident.latest_story();
                assert_eq!(story.acknowledged, story.fixed);
                assert_eq!(story.fixed, Some(at("2026-01-09T20:30:00Z")));
                // Open from 9 to 18: an hour and a half of it was left.
                assert_eq!(story.opening_lost, Some(Seconds::new(5_400)));
            },
        );
    }

    proptest! {
        #[test]
        fn the_latest_story_complies_and_a_second_later_does_not(
            reported in 0_i64..2_000_000, response in 0_u64..200_000, resolution in 0_u64..400_000,
            support: (bool, bool), from_response: bool, hold in (0_i64..3_000_000, 0_i64..200_000)
        ) {
            let basis = |support| if support { ClockBasis::SupportHours } else { ClockBasis::AroundTheClock };
            let from = if from_response { ResolutionFrom::Response } else { ResolutionFrom::Report };
            let (response, resolution) = (promise(response, basis(support.0)), promise(resolution, basis(support.1)));
            with(Instant::from_unix(reported).unwrap(), Some(response), Some(resolution), from, &pauses(&[hold]), |incident| {
                let story = incident.latest_story();
                let fixed = story.fixed.unwrap();
                prop_assert_eq!(incident.is_response_met(story.acknowledged), Some(true));
                prop_assert_eq!(incident.is_resolution_met(story.acknowledged, story.fixed), Some(true));
                let later = Instant::from_unix(fixed.unix() + 1);
                prop_assert_eq!(incident.is_resolution_met(story.acknowledged, later), Some(false));

                let timeline = incident.timeline();
                for stage in [timeline.response.unwrap(), timeline.resolution.unwrap()] {
                    let both = stage.runs.union(&stage.stands);
                    let due = stage.due.instant().unwrap();
                    prop_assert_eq!(Some(both.total()), due.since(stage.starts.unwrap()));
                    prop_assert!(stage.runs.intersection(&stage.stands).is_empty());
                    prop_assert!(due <= fixed || !from_response);
                    prop_assert!(stage.opening_lost <= stage.elapsed);
                }
                Ok(())
            })?;
        }
    }
}
