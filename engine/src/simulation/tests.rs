//! Years that are drawn are judged as any log is, and come to what the closed forms say.

#![allow(clippy::unwrap_used, clippy::cast_precision_loss)]

use proptest::prelude::*;

use super::*;
use crate::availability::CountingRule;
use crate::calendar::ServiceClock;
use crate::compliance::fixtures::{periods, promise, rules, sites, terms, windowed};
use crate::compliance::{ComplianceError, Promise, Site, evaluate};
use crate::probability::Repair;
use crate::quantity::Fraction;

const TWO_WEEKS: i64 = 1_209_600;

fn process(per_year: f64, mean: f64) -> Process {
    Process {
        per_year,
        repair: RepairTime::Random(Repair::Exponential { mean }),
        ..Process::NEVER
    }
}

fn places(sites: &[Site]) -> Vec<Place> {
    let place = |site: &Site| Place {
        site: site.clone(),
        opening: ServiceClock::always(),
        loss: 1.0,
    };
    sites.iter().map(place).collect()
}

fn judged(promise: &Promise, sites: &[Site]) -> Judged {
    Judged {
        promise: promise.clone(),
        sites: sites.to_vec(),
        credit: vec![CreditCurve::NONE; sites.len()],
    }
}

fn simulation(scenario: &Scenario, promise: &Promise, sites: &[Site], seed: u64) -> Simulation {
    Simulation::new(scenario, &places(sites), &[judged(promise, sites)], seed).unwrap()
}

fn own(process: Process) -> Scenario {
    Scenario {
        own: process,
        shared: Process::NEVER,
    }
}

#[test]
fn the_breach_chance_is_the_compound_poisson_one() {
    // Four outages a year of four hours on average at 99 % every two weeks: 0.0653 if an outage counts whole where it starts,
    // 0.0644 cut at the period's end, found by another program; what runs over from the period before comes on top of it.
    let chance = |count, years| {
        let promise = promise("99", CountingRule::EachLocation, periods(TWO_WEEKS, count));
        let mut simulation =
            simulation(&own(process(4.0, 14_400.0)), &promise, &sites(&[1; 10]), 1);
        simulation.run(0..years);
        simulation.outcome()
    };
    let alone = chance(1, 100_000).promises[0].missed_line;
    let (low, high) = alone.interval();
    assert!(
        low - 0.0008 < 0.0644 && 0.0644 < high + 0.0008,
        "{low} to {high}"
    );
    let outcome = chance(26, 4_000);
    let year = outcome.promises[0].missed_line;
    assert_eq!(year.of, 4_000 * 26 * 10);
    assert!(alone.interval().1 < year.interval().0 && year.estimate() < 0.068);
    let mean =
        (outcome.promises[0].counted_met + outcome.promises[0].counted_missed) as f64 / 40_000.0;
    let expected = 4.0 * 14_400.0 * 364.0 / 365.0;
    assert!(
        (mean / expected - 1.0).abs() < 0.01,
        "{mean} against {expected}"
    );
    assert!((outcome.loss / 40_000.0 / expected - 1.0).abs() < 0.01);
}

#[test]
fn repairs_last_as_their_closed_forms_say() {
    // The mean of one outage, from a hundred thousand: the formulas are those of the distributions.
    let mean = |repair: RepairTime| {
        let scenario = own(Process {
            repair,
            ..process(0.02, 0.0)
        });
        let promise = promise("99", CountingRule::EachLocation, periods(TWO_WEEKS * 26, 1));
        let mut simulation = simulation(&scenario, &promise, &sites(&[1; 100]), 7);
        simulation.run(0..50_000);
        let outcome = simulation.outcome();
        outcome.loss / outcome.outages as f64
    };
    let close = |found: f64, expected: f64| {
        assert!(
            (found / expected - 1.0).abs() < 0.03,
            "{found} against {expected}"
        );
    };
    close(
        mean(RepairTime::Random(Repair::Exponential { mean: 14_400.0 })),
        14_400.0,
    );
    close(
        mean(RepairTime::Random(Repair::Lognormal {
            median: 7_200.0,
            sigma: 1.0,
        })),
        7_200.0 * (0.5_f64).exp(),
    );
    // Γ(1 + 1/2) = √π / 2.
    close(
        mean(RepairTime::Random(Repair::Weibull {
            shape: 2.0,
            scale: 10_000.0,
        })),
        10_000.0 * core::f64::consts::PI.sqrt() / 2.0,
    );
    close(mean(RepairTime::Resampled(vec![60, 60, 6_000])), 2_040.0);
}

#[test]
fn clusters_do_not_change_how_many_there_are() {
    let many = |arrivals| {
        let scenario = own(Process {
            arrivals,
            ..process(6.0, 600.0)
        });
        let promise = promise("99.9", CountingRule::EachLocation, periods(TWO_WEEKS, 26));
        let mut simulation = simulation(&scenario, &promise, &sites(&[1]), 3);
        simulation.run(0..20_000);
        simulation.outcome()
    };
    let apart = many(Arrivals::Poisson);
    let clustered = many(Arrivals::Clustered {
        again: 0.4,
        after: 7_200.0,
    });
    let ratio = clustered.outages as f64 / apart.outages as f64;
    assert!((ratio - 1.0).abs() < 0.02, "{ratio}");
    assert!(clustered.promises[0].missed_year.hits < apart.promises[0].missed_year.hits * 2);
}

#[test]
fn impossible_numbers_are_refused() {
    let promise = promise("99", CountingRule::EachLocation, periods(TWO_WEEKS, 26));
    let refused = |process: Process| {
        let sites = sites(&[1]);
        Simulation::new(
            &own(process),
            &places(&sites),
            &[judged(&promise, &sites)],
            1,
        )
        .err()
    };
    for wrong in [-1.0, f64::NAN, f64::INFINITY, 1e9] {
        assert!(
            matches!(
                refused(process(wrong, 1.0)),
                Some(SimulationError::Impossible { .. })
            ),
            "{wrong}"
        );
    }
    assert!(matches!(
        refused(process(1.0, -1.0)),
        Some(SimulationError::Impossible { .. })
    ));
    assert_eq!(
        refused(Process {
            repair: RepairTime::Resampled(Vec::new()),
            ..process(1.0, 1.0)
        }),
        Some(SimulationError::NoRepairTimes)
    );
    assert!(refused(process(0.0, 0.0)).is_none(), "nothing ever happens");
    assert!(
        refused(process(4.0, 365.0 * 86_400.0)).is_none(),
        "a repair of a year"
    );
}

#[test]
fn a_year_that_weighs_too_much_is_refused() {
    let heavy = |locations: usize| {
        let sites = sites(&vec![u32::MAX; locations]);
        let promise = promise("99", CountingRule::WeightedByUsers, periods(TWO_WEEKS, 26));
        let places = places(&sites);
        Simulation::new(
            &own(process(4.0, 60.0)),
            &places,
            &[judged(&promise, &sites)],
            1,
        )
        .err()
    };
    // 2^64 seconds of weight 2^32 are 136 years of 364 days, and a half.
    assert_eq!(heavy(136), None);
    let refused = SimulationError::Compliance(ComplianceError::TooLarge);
    assert_eq!(heavy(137), Some(refused));
}

#[test]
fn wilson_is_honest_at_the_ends() {
    let (low, high) = Share { hits: 0, of: 100 }.interval();
    assert!(low < 1e-12 && (high - 0.036_993_498).abs() < 1e-5, "{high}");
    let (low, high) = Share { hits: 50, of: 100 }.interval();
    assert!((low - 0.403_831).abs() < 1e-5 && (high - 0.596_169).abs() < 1e-5);
    assert_eq!(Share { hits: 0, of: 0 }.interval(), (0.0, 1.0));
}

fn processes() -> impl Strategy<Value = Process> {
    let repair = prop_oneof![
        (0.0..2_000.0).prop_map(|mean| RepairTime::Random(Repair::Exponential { mean })),
        ((0.0..500.0), (0.0..2.0))
            .prop_map(|(median, sigma)| RepairTime::Random(Repair::Lognormal { median, sigma })),
        proptest::collection::vec(0_u32..900, 1..5).prop_map(RepairTime::Resampled),
    ];
    let arrivals = prop_oneof![
        Just(Arrivals::Poisson),
        (0.0..0.9, 0.0..300.0).prop_map(|(again, after)| Arrivals::Clustered { again, after }),
    ];
    (0.0..60_000.0, arrivals, 0.0..100.0, 0.0..100.0, repair).prop_map(
        |(per_year, arrivals, detection, response, repair)| Process {
            per_year,
            arrivals,
            detection,
            response,
            repair,
        },
    )
}

proptest! {
    #[test]
    fn every_year_is_judged_as_its_log_is(
        sites in windowed(), terms in terms(), rule in rules(), own in processes(), shared in processes(), seed: u64, year in 0_u32..1_000
    ) {
        let promise = Promise { terms, ..promise("80", rule, periods(700, 4)) };
        let mut simulation = simulation(&Scenario { own, shared }, &promise, &sites, seed);
        simulation.run(year..year + 1);
        let outcome = &simulation.outcome().promises[0];
        let report = evaluate(&promise, &sites, &simulation.log(year)).unwrap();
        let lines = || report.periods().iter().flat_map(|period| &period.lines);
        prop_assert_eq!(outcome.missed_line.hits, lines().filter(|line| !line.met).count() as u64);
        let missed = report.periods().iter().filter(|period| !period.met).count() as u64;
        prop_assert_eq!(outcome.missed_period.hits, missed);
        prop_assert_eq!(outcome.missed_year.hits, u64::from(missed > 0));
        prop_assert_eq!(outcome.downtime.total(), lines().filter(|line| line.downtime != Fraction::ZERO).count() as u64);
    }

    #[test]
    fn years_can_be_drawn_in_any_split(own in processes(), shared in processes(), seed: u64, cut in 0_u32..40) {
        let scenario = Scenario { own, shared };
        let promise = promise("95", CountingRule::EachLocation, periods(700, 4));
        let sites = sites(&[1, 2]);
        let (mut one, mut two) = (
            simulation(&scenario, &promise, &sites, seed),
            simulation(&scenario, &promise, &sites, seed),
        );
        one.run(0..40);
        two.run(0..cut);
        two.run(cut..40);
        prop_assert_eq!(one.outcome(), two.outcome());
    }

    #[test]
    fn two_promises_see_the_same_years(own in processes(), seed: u64) {
        let sites = sites(&[1, 1, 1]);
        let strict = promise("99", CountingRule::EachLocation, periods(700, 4));
        let loose = promise("90", CountingRule::EachLocation, periods(700, 4));
        let both = [judged(&strict, &sites), judged(&loose, &sites)];
        let scenario = Scenario { own, shared: Process::NEVER };
        let mut simulation = Simulation::new(&scenario, &places(&sites), &both, seed).unwrap();
        simulation.run(0..20);
        let outcome = simulation.outcome();
        prop_assert_eq!(outcome.only[1], 0, "the looser promise never misses alone");
        let missed = |at: usize| outcome.promises[at].missed_year.hits;
        prop_assert_eq!(missed(0), missed(1) + outcome.only[0]);
    }
}
