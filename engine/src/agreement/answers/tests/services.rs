//! Services: where they count, their targets, periods, windows and exclusions.

use super::{answer, derived, hours, percent, services};
use crate::agreement::Stated::{NotLookedAt, Says, Silent};
use crate::agreement::*;
use crate::assessment::Answer;
use crate::availability::CountingRule;
use crate::calendar::Convention;
use crate::quantity::{Percent, Seconds};

#[test]
fn ml_01_coverage() {
    let with = |coverages: Vec<Stated<Coverage>>| {
        services(coverages.len(), |i, service| {
            service.coverage = coverages[i].clone();
        })
    };
    let named = |ids: &[&str]| Organization {
        locations: Locations::Named(
            ids.iter()
                .map(|id| Location {
                    id: (*id).to_owned(),
                    ..Location::default()
                })
                .collect(),
        ),
        ..Organization::default()
    };
    let (all, signing) = (
        || Says(Coverage::AllCurrentAndFuture),
        || Says(Coverage::AtSigning),
    );
    let listed = |ids: &[&str]| {
        Says(Coverage::Listed(
            ids.iter().map(|id| (*id).to_owned()).collect(),
        ))
    };
    let two = named(&["a", "b"]);
    let check = |coverages, expected| {
        assert_eq!(
            derived(&two, &with(coverages), "ML-01").map(|found| found.0),
            expected
        );
    };
    check(vec![all(), all()], Some(Answer::Yes));
    check(vec![all(), signing()], Some(Answer::Opposite));
    check(vec![signing(), NotLookedAt], Some(Answer::Opposite));
    check(vec![listed(&["a", "b"]), all()], Some(Answer::Partly));
    check(vec![listed(&["a"]), all()], Some(Answer::No));
    check(vec![Silent, Silent], Some(Answer::No));
    check(vec![all(), Silent], None);
    check(vec![all(), NotLookedAt], None);
}

#[test]
fn ml_10_counting() {
    let with = |rules: Vec<Stated<CountingRule>>| {
        services(rules.len(), |i, service| {
            service.counting = rules[i].clone();
        })
    };
    let check = |rules, expected| assert_eq!(answer(&with(rules), "ML-10"), expected);
    check(
        vec![
            Says(CountingRule::EachLocation),
            Says(CountingRule::EachLocation),
        ],
        Some(Answer::Yes),
    );
    check(
        vec![
            Says(CountingRule::Average),
            Says(CountingRule::OrganizationOnly),
        ],
        Some(Answer::No),
    );
    check(
        vec![
            Says(CountingRule::WeightedByUsers),
            Says(CountingRule::AllLocationsDown),
        ],
        Some(Answer::No),
    );
    check(vec![Silent, Silent], Some(Answer::No));
    check(
        vec![
            Says(CountingRule::EachLocation),
            Says(CountingRule::Average),
        ],
        None,
    );
    check(vec![Says(CountingRule::AnyLocationDown)], None);
    let no_target = services(1, |_, service| {
        (service.target, service.counting) = (Silent, Says(CountingRule::EachLocation));
    });
    assert_eq!(answer(&no_target, "ML-10"), None);
}

#[test]
fn sl_01_sl_02_words_are_never_a_yes() {
    for (id, set) in [
        (
            "SL-01",
            (|service, text| service.definition = text) as fn(&mut Service, Stated<String>),
        ),
        ("SL-02", |service, text| service.measurement = text),
    ] {
        let with =
            |words: [Stated<String>; 2]| services(2, |i, service| set(service, words[i].clone()));
        assert_eq!(
            answer(&with([Says(String::new()), Says(String::new())]), id),
            None
        );
        assert_eq!(
            answer(&with([Says(String::new()), Silent]), id),
            Some(Answer::Partly)
        );
        assert_eq!(answer(&with([Silent, Silent]), id), Some(Answer::No));
    }
}

#[test]
fn sl_03_and_sl_06_targets() {
    let with = |targets: Vec<Stated<Percent>>| {
        services(targets.len(), |i, service| {
            service.target = targets[i].clone();
        })
    };
    let some = || Says(percent("99"));
    for (targets, expected, level) in [
        (vec![some(), some()], Some(Answer::Yes), Some(Answer::Yes)),
        (
            vec![some(), Silent, NotLookedAt],
            Some(Answer::Partly),
            Some(Answer::Partly),
        ),
        (vec![Silent, Silent], Some(Answer::No), Some(Answer::No)),
        (vec![some(), NotLookedAt], None, None),
        (vec![some()], Some(Answer::Yes), None),
    ] {
        let agreement = with(targets);
        assert_eq!(
            (answer(&agreement, "SL-03"), answer(&agreement, "SL-06")),
            (expected, level)
        );
    }
}

#[test]
fn sl_04_period() {
    let with = |periods: Vec<Stated<PromisePeriod>>| {
        services(periods.len(), |i, service| {
            service.period = periods[i].clone();
        })
    };
    let check = |periods, expected| assert_eq!(answer(&with(periods), "SL-04"), expected);
    check(
        vec![
            Says(PromisePeriod::Days(14)),
            Says(PromisePeriod::CalendarMonth),
        ],
        Some(Answer::Yes),
    );
    check(
        vec![
            Says(PromisePeriod::RollingDays(31)),
            Says(PromisePeriod::Fixed(Convention::MonthGregorian)),
        ],
        Some(Answer::Yes),
    );
    for long in [
        PromisePeriod::Days(32),
        PromisePeriod::CalendarQuarter,
        PromisePeriod::CalendarYear,
        PromisePeriod::Fixed(Convention::Quarter90),
    ] {
        check(
            vec![Says(PromisePeriod::Days(14)), Says(long)],
            Some(Answer::Partly),
        );
    }
    check(vec![Silent, Silent], Some(Answer::No));
    check(
        vec![Says(PromisePeriod::Days(14)), Silent],
        Some(Answer::Partly),
    );
    check(vec![Says(PromisePeriod::Days(14)), NotLookedAt], None);
    let no_target = services(1, |_, service| {
        (service.target, service.period) = (Silent, Silent);
    });
    assert_eq!(answer(&no_target, "SL-04"), None);
}

#[test]
fn sl_05_window() {
    let with = |windows: Vec<Stated<ServiceWindow>>| {
        services(windows.len(), |i, service| {
            service.window = windows[i].clone();
        })
    };
    let check = |windows, expected| assert_eq!(answer(&with(windows), "SL-05"), expected);
    check(
        vec![
            Says(ServiceWindow::OpeningHours),
            Says(ServiceWindow::OpeningHours),
        ],
        Some(Answer::Yes),
    );
    check(
        vec![
            Says(ServiceWindow::AllTheTime),
            Says(ServiceWindow::AllTheTime),
        ],
        Some(Answer::No),
    );
    check(
        vec![
            Says(ServiceWindow::SupportHours),
            Says(ServiceWindow::Weekly(hours("08:00", "17:00"))),
        ],
        Some(Answer::Partly),
    );
    check(
        vec![
            Says(ServiceWindow::OpeningHours),
            Says(ServiceWindow::AllTheTime),
        ],
        None,
    );
    check(vec![Says(ServiceWindow::OpeningHours), NotLookedAt], None);
    check(vec![Silent], None);
    let mut silent = with(vec![Silent]);
    silent.support.hours = Says(hours("08:00", "17:00"));
    assert_eq!(answer(&silent, "SL-05"), Some(Answer::Partly));
    silent.support.hours = Silent;
    assert_eq!(answer(&silent, "SL-05"), Some(Answer::No));
}

#[test]
fn sl_07_maintenance() {
    let some = Some(Seconds::HOUR);
    let with = |cap_per_month, notice| {
        services(2, |_, service| {
            service.maintenance = Says(Maintenance {
                cap_per_month,
                notice,
                hours: None,
                leaves_service_time: true,
            });
        })
    };
    assert_eq!(answer(&with(some, some), "SL-07"), None);
    assert_eq!(answer(&with(some, None), "SL-07"), Some(Answer::Partly));
    assert_eq!(answer(&with(None, some), "SL-07"), Some(Answer::Partly));
    assert_eq!(answer(&with(None, None), "SL-07"), Some(Answer::No));
    assert_eq!(
        answer(
            &services(2, |_, service| service.maintenance = Silent),
            "SL-07"
        ),
        Some(Answer::No)
    );
    let mixed = services(2, |i, service| {
        service.maintenance = if i == 0 { Silent } else { NotLookedAt }
    });
    assert_eq!(answer(&mixed, "SL-07"), None);
}

#[test]
fn sl_09_minimum_outage() {
    let with = |seconds| {
        services(1, |_, service| {
            service.minimum_outage = Says(Seconds::new(seconds));
        })
    };
    assert_eq!(answer(&with(60), "SL-09"), Some(Answer::No));
    assert_eq!(answer(&with(0), "SL-09"), None);
    assert_eq!(
        answer(
            &services(1, |_, service| service.minimum_outage = Silent),
            "SL-09"
        ),
        None
    );
}
