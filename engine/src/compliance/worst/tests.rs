//! The worst outage is proved by the evaluation path: it complies, and a second more does not.

#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;

use super::*;
use crate::availability::CountingRule;
use crate::calendar::{Interval, ServiceClock};
use crate::compliance::fixtures::*;
use crate::compliance::*;
use crate::quantity::{Count, Percent, Seconds};

const TWO_WEEKS: i64 = 1_209_600;

fn case<'a>(promise: &'a Promise, sites: &'a [Site]) -> WorstCase<'a> {
    WorstCase {
        promise,
        sites,
        location: 0,
        report_delay: Seconds::ZERO,
        planned: Seconds::ZERO,
        planned_outside: None,
    }
}

fn length(worst: &WorstOutage) -> Option<u64> {
    match worst {
        WorstOutage::Unbounded => None,
        WorstOutage::Bounded(outage) => Some(outage.length().get()),
    }
}

fn longest(promise: &Promise, sites: &[Site], reach: Reach) -> Option<u64> {
    length(&longest_outage(&case(promise, sites), reach).unwrap())
}

#[test]
fn inside_a_period_one_allowance_and_across_its_end_two() {
    let promise = promise("99", CountingRule::EachLocation, periods(TWO_WEEKS, 4));
    assert_eq!(
        longest(&promise, &sites(&[1]), Reach::OnePeriod),
        Some(12_096)
    );
    assert_eq!(
        longest(&promise, &sites(&[1]), Reach::AcrossBoundary),
        Some(24_192)
    );
}

#[test]
fn a_rolling_period_has_no_boundary_to_use() {
    let rolling = Measurement::Rolling {
        length: Seconds::new(1_209_600),
        within: interval(0, 4 * TWO_WEEKS),
    };
    let promise = promise("99", CountingRule::EachLocation, rolling);
    assert_eq!(
        longest(&promise, &sites(&[1]), Reach::OnePeriod),
        Some(12_096)
    );
    assert_eq!(
        longest(&promise, &sites(&[1]), Reach::AcrossBoundary),
        Some(0)
    );
}

#[test]
fn an_average_hides_one_location_and_a_large_one_hides_it_for_ever() {
    let average = promise("99", CountingRule::Average, periods(TWO_WEEKS, 4));
    assert_eq!(
        longest(&average, &sites(&[1; 10]), Reach::OnePeriod),
        Some(120_960)
    );
    assert_eq!(
        longest(&average, &sites(&[1; 99]), Reach::OnePeriod),
        Some(1_197_504)
    );
    assert_eq!(longest(&average, &sites(&[1; 100]), Reach::OnePeriod), None);
    assert_eq!(
        longest(&average, &sites(&[1; 100]), Reach::AcrossBoundary),
        None
    );
    for rule in [
        CountingRule::AllLocationsDown,
        CountingRule::OrganizationOnly,
    ] {
        let promise = promise("100", rule, periods(TWO_WEEKS, 4));
        assert_eq!(
            longest(&promise, &sites(&[1, 1]), Reach::OnePeriod),
            None,
            "{rule:?}"
        );
    }
    let nothing = promise("0", CountingRule::EachLocation, periods(TWO_WEEKS, 4));
    assert_eq!(longest(&nothing, &sites(&[1]), Reach::OnePeriod), None);
    let all = promise("100", CountingRule::EachLocation, periods(TWO_WEEKS, 4));
    assert_eq!(longest(&all, &sites(&[1]), Reach::OnePeriod), Some(0));
}

#[test]
fn a_weekend_lengthens_it_for_nothing() {
    let (day, hour) = (86_400, 3_600);
    let hours: Vec<(i64, i64)> = (0..28)
        .filter(|number| number % 7 < 5)
        .map(|number| (number * day + 8 * hour, number * day + 17 * hour))
        .collect();
    let site = [Site::new(Count::new(1), &set(&hours), &set(&[]), true)];
    let promise = promise("99", CountingRule::EachLocation, periods(TWO_WEEKS, 2));
    let worst = longest_outage(&case(&promise, &site), Reach::OnePeriod).unwrap();
    // 54 minutes count; Friday 16:06 to Monday 8:00, or Friday 17:00 to Monday 8:54: 63 h and 54 min.
    assert_eq!(length(&worst), Some(63 * 3_600 + 54 * 60));
    let opening = ServiceClock::inside(&set(&hours));
    let around = promise_around_the_clock();
    let lost =
        most_opening_hours_lost(&case(&around, &sites(&[1])), &opening, Reach::OnePeriod).unwrap();
    let WorstOutage::Bounded(lost) = lost else {
        panic!("unbounded")
    };
    assert_eq!(
        opening.between(lost.down.start(), lost.down.end()).get(),
        12_096,
        "all of it while open"
    );
}

fn promise_around_the_clock() -> Promise {
    promise("99", CountingRule::EachLocation, periods(TWO_WEEKS, 2))
}

#[test]
fn every_exclusion_is_used() {
    let promise = Promise {
        terms: CountingTerms {
            clock_start: ClockStart::Report,
            grace: Seconds::new(600),
            excluded: CauseSet::NONE.with(Cause::PlannedMaintenance),
            ..CountingTerms::default()
        },
        ..promise_around_the_clock()
    };
    let sites = sites(&[1]);
    let case = WorstCase {
        report_delay: Seconds::new(4_500),
        planned: Seconds::new(14_400),
        ..case(&promise, &sites)
    };
    let worst = longest_outage(&case, Reach::AcrossBoundary).unwrap();
    assert_eq!(length(&worst), Some(14_400 + 4_500 + 600 + 24_192));
    let short = Promise {
        terms: CountingTerms {
            minimum_outage: Seconds::new(20_000),
            ..CountingTerms::default()
        },
        ..promise_around_the_clock()
    };
    assert_eq!(
        longest(&short, &sites, Reach::OnePeriod),
        Some(19_999),
        "nobody counts it"
    );
    let sampled = Promise {
        terms: CountingTerms {
            sampling: Sampling::WholeSteps(300.try_into().unwrap()),
            ..CountingTerms::default()
        },
        ..crate::compliance::fixtures::promise(
            "100",
            CountingRule::EachLocation,
            periods(TWO_WEEKS, 2),
        )
    };
    assert_eq!(longest(&sampled, &sites, Reach::OnePeriod), Some(598));
}

/// The log with the outage longer by so much on either side.
fn longer(outage: &ProvenOutage, before: i64, after: i64) -> Vec<Incident> {
    let mut log = outage.log.clone();
    let last = log.last_mut().unwrap();
    last.fault = at(last.fault.unix() - before);
    last.reported = last.reported.map(|reported| at(reported.unix() - before));
    last.restored = at(last.restored.unix() + after);
    log
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    #[test]
    fn it_complies_and_a_second_more_breaches(
        sites in windowed(), terms in terms(), rule in rules(), millionths in 0_u32..=100_000_000,
        delay in 0_u64..60, planned in 0_u64..100, across in any::<bool>()
    ) {
        let promise = Promise {
            target: Percent::from_millionths(millionths).unwrap(),
            terms,
            ..promise("0", rule, periods(700, 4))
        };
        let case = WorstCase {
            report_delay: Seconds::new(delay),
            planned: Seconds::new(planned),
            ..case(&promise, &sites)
        };
        let reach = if across { Reach::AcrossBoundary } else { Reach::OnePeriod };
        match longest_outage(&case, reach).unwrap() {
            WorstOutage::Unbounded => {
                let all = Incident { reported: Some(at(-100_000)), ..outage(0, -100_000, 100_000) };
                if !across {
                    prop_assert!(evaluate(&promise, &sites, &[all]).unwrap().met());
                }
            }
            WorstOutage::Bounded(worst) => {
                let met = |log: &[Incident]| evaluate(&promise, &sites, log).unwrap().met();
                prop_assert!(met(&worst.log), "{:?}", worst);
                let down = worst.log.last().unwrap();
                let outage = Interval::new(down.fault, down.restored).unwrap();
                // What is seen in steps must also be seen to end inside.
                let inside = |at: i64| (1..640).contains(&at.rem_euclid(700));
                if inside(outage.end().unix()) || across {
                    prop_assert!(!met(&longer(&worst, 0, 1)), "ends too early: {:?}", worst);
                }
                if across {
                    prop_assert!(!met(&longer(&worst, 1, 0)), "begins too late: {:?}", worst);
                }
            }
        }
    }

    #[test]
    fn planned_work_keeps_out_of_its_hours_and_is_used_as_far_as_that_allows(
        open in windowed(), sites in windowed(), millionths in 0_u32..=100_000_000, planned in 1_u64..100,
        fault in 0_i64..2_800, more in 1_i64..700
    ) {
        let promise = Promise {
            target: Percent::from_millionths(millionths).unwrap(),
            terms: CountingTerms { excluded: CauseSet::NONE.with(Cause::PlannedMaintenance), ..CountingTerms::default() },
            ..promise("0", CountingRule::EachLocation, periods(700, 4))
        };
        let opening = &open[0].counts;
        let case = WorstCase { planned: Seconds::new(planned), planned_outside: Some(opening), ..case(&promise, &sites) };
        let WorstOutage::Bounded(worst) = longest_outage(&case, Reach::OnePeriod).unwrap() else { return Ok(()) };
        let in_hours = |log: &[Incident]| log.iter().filter(|each| each.cause == Cause::PlannedMaintenance)
            .map(|each| opening.seconds(each.fault.unix(), each.restored.unix())).sum::<i64>();
        prop_assert_eq!(in_hours(&worst.log), 0);
        // Elsewhere as much planned work as fits before the fault, and then so long a failure that the whole lasts longer.
        let free = (0..i64::try_from(planned).unwrap()).find(|before| opening.seconds(fault - before - 1, fault - before) > 0);
        let before = free.unwrap_or(i64::try_from(planned).unwrap());
        let end = fault - before + i64::try_from(worst.length().get()).unwrap() + more;
        if fault / 700 == (end - 1) / 700 && fault < end && 0 <= fault - before {
            prop_assert!(!evaluate(&promise, &sites, &[outage(0, fault, end)]).unwrap().met(), "{:?}", worst);
        }
    }

    #[test]
    fn no_other_place_in_a_period_gives_a_longer_one(
        sites in windowed(), terms in terms(), rule in rules(), millionths in 0_u32..=100_000_000,
        start in 0_i64..2_800, more in 1_i64..700
    ) {
        let promise = Promise {
            target: Percent::from_millionths(millionths).unwrap(),
            terms: CountingTerms { clock_start: ClockStart::Fault, ..terms },
            ..promise("0", rule, periods(700, 4))
        };
        if let WorstOutage::Bounded(worst) = longest_outage(&case(&promise, &sites), Reach::OnePeriod).unwrap() {
            let end = start + i64::try_from(worst.length().get()).unwrap() + more;
            // What is seen in steps must also be seen to end inside.
            if start / 700 == (end + 44) / 700 {
                prop_assert!(!evaluate(&promise, &sites, &[outage(0, start, end)]).unwrap().met(), "{:?}", worst);
            }
        }
    }
}
