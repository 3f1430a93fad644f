//! What holds for every log, every promise and every set of locations.

#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;

use super::fixtures::*;
use super::*;
use crate::availability::CountingRule;
use crate::quantity::{Fraction, Percent, Seconds};

fn downtimes(report: &Report) -> Vec<Fraction> {
    let lines = report.periods().iter().flat_map(|period| &period.lines);
    lines.map(|line| line.downtime).collect()
}

fn counted(promise: &Promise, sites: &[Site], log: &[Incident]) -> Report {
    evaluate(promise, sites, log).unwrap()
}

proptest! {
    #[test]
    fn the_order_of_the_log_and_outages_written_twice_change_nothing(
        sites in windowed(), log in logs(), terms in terms(), rule in rules()
    ) {
        let promise = Promise { terms, ..promise("95", rule, periods(700, 4)) };
        let report = counted(&promise, &sites, &log);
        let mut twice: Vec<Incident> = log.iter().rev().cloned().collect();
        twice.extend(log);
        prop_assert_eq!(report, counted(&promise, &sites, &twice));
    }

    #[test]
    fn one_more_outage_never_counts_less(
        sites in windowed(), log in logs(), terms in terms(), rule in rules(), more in logs()
    ) {
        // A long second outage that merges with the grace of a first one takes no grace of its own: never less.
        let promise = Promise { terms, ..promise("95", rule, periods(700, 4)) };
        let before = downtimes(&counted(&promise, &sites, &log));
        let all: Vec<Incident> = log.into_iter().chain(more).collect();
        let after = downtimes(&counted(&promise, &sites, &all));
        for (before, after) in before.iter().zip(&after) {
            prop_assert!(before <= after);
        }
    }

    #[test]
    fn any_down_is_at_least_each_and_all_down_at_most_and_the_average_lies_between(
        log in logs(), terms in terms()
    ) {
        let sites = sites(&[1, 2, 3, 4]);
        let with = |rule| {
            let promise = Promise { terms: terms.clone(), ..promise("95", rule, periods(700, 4)) };
            counted(&promise, &sites, &log)
        };
        let each = with(CountingRule::EachLocation);
        let [average, users, any, all] = [
            CountingRule::Average,
            CountingRule::WeightedByUsers,
            CountingRule::AnyLocationDown,
            CountingRule::AllLocationsDown,
        ]
        .map(|rule| downtimes(&with(rule)));
        for (at, period) in each.periods().iter().enumerate() {
            let worst = period.lines.iter().map(|line| line.downtime).max().unwrap();
            let best = period.lines.iter().map(|line| line.downtime).min().unwrap();
            prop_assert!(all[at] <= best && best <= average[at]);
            prop_assert!(average[at] <= worst && users[at] <= worst && worst <= any[at]);
        }
    }

    #[test]
    fn a_higher_target_is_never_easier(
        sites in windowed(), log in logs(), terms in terms(), rule in rules(),
        low in 0_u32..=100_000_000, high in 0_u32..=100_000_000
    ) {
        let met = |millionths: u32| {
            let target = Percent::from_millionths(millionths).unwrap();
            let promise = Promise { target, terms: terms.clone(), ..promise("95", rule, periods(700, 4)) };
            counted(&promise, &sites, &log).met()
        };
        prop_assert!(!met(low.max(high)) || met(low.min(high)));
        prop_assert!(met(0), "nothing is promised");
    }

    #[test]
    fn what_is_kept_away_from_the_count_never_adds_to_it(
        sites in windowed(), log in logs(), terms in terms(), rule in rules()
    ) {
        // Looking in steps can round up, and joined outages add the time between: both stay out here.
        let strict = CountingTerms { sampling: Sampling::Continuous, joined_within: Seconds::ZERO, ..terms };
        let plain = Promise { ..promise("95", rule, periods(700, 4)) };
        let all = downtimes(&counted(&plain, &sites, &log));
        let some = downtimes(&counted(&Promise { terms: strict, ..plain }, &sites, &log));
        for (some, all) in some.iter().zip(&all) {
            prop_assert!(some <= all);
        }
    }

    #[test]
    fn periods_cut_a_log_without_losing_a_second(sites in windowed(), log in logs(), terms in terms(), rule in rules()) {
        let with = |length, count| {
            let promise = Promise { terms: terms.clone(), ..promise("95", rule, periods(length, count)) };
            downtimes(&counted(&promise, &sites, &log))
                .iter()
                .fold(Fraction::ZERO, |sum, down| sum.checked_add(down).unwrap())
        };
        prop_assert_eq!(with(2_800, 1), with(700, 4));
        prop_assert_eq!(with(2_800, 1), with(350, 8));
    }

    #[test]
    fn a_rolling_period_is_never_kinder_than_the_calendar(
        sites in windowed(), log in logs(), terms in terms(), rule in rules()
    ) {
        let calendar = Promise { terms, ..promise("90", rule, periods(700, 4)) };
        let moving = Promise {
            measurement: Measurement::Rolling { length: Seconds::new(700), within: interval(0, 2_800) },
            ..calendar.clone()
        };
        let rolling = counted(&moving, &sites, &log);
        prop_assert!(!rolling.met() || counted(&calendar, &sites, &log).met());
    }

    #[test]
    fn the_worst_rolling_stretch_is_worse_than_any_other(
        sites in windowed(), log in logs(), terms in terms(), rule in rules(), start in 0_i64..2_100
    ) {
        let moving = Promise {
            terms,
            measurement: Measurement::Rolling { length: Seconds::new(700), within: interval(0, 2_800) },
            ..promise("90", rule, periods(700, 4))
        };
        let Report::Rolling(report) = counted(&moving, &sites, &log) else { panic!("not a rolling report") };
        let one = Promise { measurement: Measurement::Periods(vec![interval(start, start + 700)]), ..moving };
        let stretch = counted(&one, &sites, &log);
        let over = |line: &Line| {
            let allowed = line.service.checked_div(&Fraction::whole(10)).unwrap();
            line.downtime.checked_sub(&allowed).unwrap()
        };
        for (line, (_, worst)) in stretch.periods()[0].lines.iter().zip(&report.worst) {
            prop_assert!(over(line) <= over(worst));
        }
    }
}
