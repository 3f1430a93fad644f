//! The steps only go down, end at the last bar, and what they say may be lost complies.

#![allow(clippy::unwrap_used)]

use core::num::NonZeroU32;

use proptest::prelude::*;

use super::*;
use crate::calendar::{Interval, IntervalSet, ServiceClock};
use crate::compliance::fixtures::{at, outage, periods, promise, set, sites};
use crate::compliance::{Cause, CauseSet, CountingTerms, Incident, Promise, Site, evaluate};

const DAY: i64 = 86_400;
const WEEK: i64 = 7 * DAY;

fn plain(target: Percent, opening_week: u64, weeks: u64) -> WorstWeek {
    let nothing = Sourced::convention(Seconds::ZERO);
    let one = Sourced::convention(Count::new(1));
    WorstWeek {
        target: Sourced::agreed(target),
        period: Sourced::agreed(Seconds::new(opening_week * weeks)),
        opening: Sourced::agreed(Seconds::new(opening_week * weeks)),
        opening_week: Sourced::agreed(Seconds::new(opening_week)),
        periods: one,
        uncounted: nothing,
        planned: nothing,
        minimum_outage: nothing,
        short_outages: one,
        counting: Sourced::agreed(Counting::EachLocation),
        report_delay: nothing,
        grace: nothing,
        sampling: Sourced::convention(Sampling::Continuous),
    }
}

fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

fn last(week: &WorstWeek) -> Fraction {
    waterfall(week).unwrap().last().unwrap().promised.value
}

#[test]
fn two_weeks_around_the_clock_in_a_week_of_45_hours() {
    let week = WorstWeek {
        period: Sourced::agreed(Seconds::new(1_209_600)),
        ..plain(percent("99"), 162_000, 2)
    };
    let steps = waterfall(&week).unwrap();
    let found: Vec<_> = steps
        .iter()
        .map(|step| (step.wording, step.lost.value.to_string()))
        .collect();
    assert_eq!(
        found,
        [
            (Thinning::Headline, "1620".to_owned()),
            (Thinning::LongPeriod, "3240".to_owned()),
            (Thinning::OtherHours, "12096".to_owned()),
        ]
    );
    assert_eq!(
        last(&week),
        Fraction::new(162_000 - 12_096, 162_000).unwrap()
    );
}

#[test]
fn without_any_wording_the_headline_stands() {
    let steps = waterfall(&plain(percent("99.9"), 162_000, 1)).unwrap();
    assert_eq!(steps.len(), 1);
    assert_eq!(steps[0].promised.value, Fraction::new(999, 1_000).unwrap());
    assert_eq!(waterfall(&plain(percent("99.9"), 0, 1)), None);
}

#[test]
fn what_is_not_held_back_at_all_loses_the_week() {
    let week = WorstWeek {
        counting: Sourced::agreed(Counting::OrganizationOnly),
        ..plain(percent("100"), 162_000, 2)
    };
    assert_eq!(last(&week), Fraction::ZERO);
    let outside = WorstWeek {
        period: Sourced::agreed(Seconds::new(144_000)),
        uncounted: Sourced::agreed(Seconds::new(18_000)),
        ..plain(percent("99"), 162_000, 1)
    };
    assert_eq!(
        waterfall(&outside).unwrap().last().unwrap().lost.value,
        Fraction::whole(19_440)
    );
}

#[test]
fn steps_of_sampling_hide_almost_two() {
    let step = NonZeroU32::new(300).unwrap();
    let sampled = |sampling| {
        let week = WorstWeek {
            sampling: Sourced::agreed(sampling),
            ..plain(percent("99"), 162_000, 1)
        };
        waterfall(&week).unwrap().last().unwrap().lost.value
    };
    // 1,620 s are five steps and 120 s that no step can use.
    assert_eq!(
        sampled(Sampling::WholeSteps(step)),
        Fraction::whole(1_500 + 598)
    );
    assert_eq!(sampled(Sampling::Polls(step)), Fraction::whole(1_500 + 299));
}

fn weeks() -> impl Strategy<Value = WorstWeek> {
    let times = (1_u64..600_000, 1_u64..5, 1_u64..3_000_000, 0_u64..40_000);
    let wording = (
        0_u64..20_000,
        0_u64..900,
        0_u32..40,
        0_u64..9_000,
        0_u64..900,
        0_u32..3,
    );
    (0_u32..=100_000_000, times, wording, 0_u32..4).prop_map(|(target, times, wording, rule)| {
        let (opening_week, weeks, period, uncounted) = times;
        let (planned, minimum, short, report, grace, sampling) = wording;
        let agreed = |seconds| Sourced::agreed(Seconds::new(seconds));
        let step = NonZeroU32::new(300).unwrap();
        WorstWeek {
            period: agreed(period),
            uncounted: agreed(uncounted),
            planned: agreed(planned),
            minimum_outage: agreed(minimum),
            short_outages: Sourced::typed(Count::new(short)),
            counting: Sourced::agreed(match rule {
                0 => Counting::EachLocation,
                1 => Counting::OrganizationOnly,
                _ => Counting::Average {
                    locations: NonZeroU32::new(rule * 3).unwrap(),
                },
            }),
            report_delay: agreed(report),
            grace: agreed(grace),
            sampling: Sourced::agreed(match sampling {
                0 => Sampling::Continuous,
                1 => Sampling::WholeSteps(step),
                _ => Sampling::Polls(step),
            }),
            ..plain(
                Percent::from_millionths(target).unwrap(),
                opening_week,
                weeks,
            )
        }
    })
}

/// An outage of so many opening seconds of one location from the second Monday on, after planned work that does not count.
fn log(opening: &ServiceClock, planned: u64, lost: u64) -> Vec<Incident> {
    let mut left = [
        (Cause::PlannedMaintenance, planned),
        (Cause::Failure, lost - planned.min(lost)),
    ];
    left[0].1 = planned.min(lost);
    let mut incidents = Vec::new();
    let mut from = at(WEEK);
    for (cause, seconds) in left {
        if seconds == 0 {
            continue;
        }
        let until = opening.first_after(from, Seconds::new(seconds)).unwrap();
        for run in opening.runs_between(Interval::new(from, until).unwrap()) {
            incidents.push(Incident {
                cause,
                ..outage(0, run.start().unix(), run.end().unix())
            });
        }
        from = until;
    }
    incidents
}

proptest! {
    #[test]
    fn no_wording_ever_raises_the_promise(week in weeks()) {
        let steps = waterfall(&week).unwrap();
        prop_assert_eq!(steps[0].wording, Thinning::Headline);
        prop_assert_eq!(steps[0].promised.value, week.target.value.fraction());
        for pair in steps.windows(2) {
            prop_assert!(pair[1].promised.value < pair[0].promised.value);
            prop_assert!(pair[0].lost.value < pair[1].lost.value);
        }
        let end = steps.last().unwrap();
        prop_assert!(Fraction::ZERO <= end.promised.value);
        let open = week.opening_week.value.fraction();
        prop_assert_eq!(open.checked_sub(&end.lost.value).unwrap().checked_div(&open).unwrap(), end.promised.value);
    }

    #[test]
    fn a_week_that_loses_so_much_complies_and_a_second_more_does_not(
        millionths in 90_000_000_u32..=100_000_000, weeks in 2_i64..5, around in any::<bool>(), planned in 0_u64..20_000,
        locations in 1_u32..8
    ) {
        let hours: Vec<(i64, i64)> = (0..14 * weeks)
            .filter(|day| day % 7 < 5)
            .map(|day| (day * DAY + 8 * 3_600, day * DAY + 17 * 3_600))
            .collect();
        let opening = set(&hours);
        let clock = ServiceClock::inside(&opening);
        let target = Percent::from_millionths(millionths).unwrap();
        let measured = if around { weeks * WEEK } else { weeks * 162_000 };
        let week = WorstWeek {
            period: Sourced::agreed(Seconds::new(measured.unsigned_abs())),
            planned: Sourced::agreed(Seconds::new(planned)),
            counting: Sourced::agreed(Counting::Average { locations: NonZeroU32::new(locations).unwrap() }),
            ..plain(target, 162_000, weeks.unsigned_abs())
        };
        let lost = waterfall(&week).unwrap().last().unwrap().lost.value;
        let seconds = u64::try_from(lost.floor()).unwrap();
        let terms = CountingTerms {
            excluded: CauseSet::NONE.with(Cause::PlannedMaintenance),
            ..CountingTerms::default()
        };
        let of_sites: Vec<Site> = if around {
            sites(&vec![1; locations as usize])
        } else {
            vec![Site::new(Count::new(1), &opening, &IntervalSet::default(), true); locations as usize]
        };
        let promise = Promise {
            target,
            terms,
            ..promise("99", crate::availability::CountingRule::Average, periods(weeks * WEEK, 1))
        };
        let met = |seconds: u64| evaluate(&promise, &of_sites, &log(&clock, planned, seconds)).unwrap().met();
        prop_assert!(met(seconds));
        if seconds < 162_000 {
            prop_assert!(!met(seconds + 1), "{seconds}");
        }

    }
}
