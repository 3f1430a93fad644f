#![allow(clippy::unwrap_used)]

use super::derived_answers;
use crate::agreement::*;
use crate::assessment::Answer;
use crate::availability::CountingRule;
use crate::calendar::{Convention, WallTime, Weekday, WeeklyWindow, WeeklyWindows};
use crate::quantity::{Currency, Money, Percent, Seconds};

use Stated::{NotLookedAt, Says, Silent};

fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

fn derived(
    organization: &Organization,
    agreement: &Agreement,
    id: &str,
) -> Option<(Answer, &'static str)> {
    let answers = derived_answers(organization, agreement);
    answers
        .get(&id.parse().unwrap())
        .map(|derived| (derived.answer, derived.because.key))
}

fn answer(agreement: &Agreement, id: &str) -> Option<Answer> {
    derived(&Organization::default(), agreement, id).map(|(answer, _)| answer)
}

/// An agreement with so many severities, each changed by `change` with its position.
fn severities(count: usize, change: impl Fn(usize, &mut Severity)) -> Agreement {
    let one = |index| {
        let mut severity = Severity {
            level: [
                SeverityLevel::Critical,
                SeverityLevel::High,
                SeverityLevel::Normal,
                SeverityLevel::Low,
            ][index],
            name: String::new(),
            definition: NotLookedAt,
            response: NotLookedAt,
            resolution: NotLookedAt,
            update_every: NotLookedAt,
        };
        change(index, &mut severity);
        severity
    };
    Agreement {
        severities: (0..count).map(one).collect(),
        ..Agreement::default()
    }
}

fn within(seconds: u64) -> Stated<TimePromise> {
    Says(TimePromise {
        limit: TimeLimit::Time(Seconds::new(seconds)),
        clock: ClockBasis::AroundTheClock,
    })
}

/// An agreement with so many services with a target, each changed by `change` with its position.
fn services(count: usize, change: impl Fn(usize, &mut Service)) -> Agreement {
    let one = |index| {
        let mut service = Service {
            target: Says(percent("99.9")),
            ..Service::default()
        };
        change(index, &mut service);
        service
    };
    Agreement {
        services: (0..count).map(one).collect(),
        ..Agreement::default()
    }
}

fn credits(change: impl Fn(&mut Credits)) -> Agreement {
    let mut agreement = services(1, |_, _| {});
    change(&mut agreement.credits);
    agreement
}

fn hours(from: &str, to: &str) -> WeeklyWindows {
    let row = |day| {
        WeeklyWindow::new(
            day,
            WallTime::parse(from).unwrap(),
            WallTime::parse(to).unwrap(),
        )
        .unwrap()
    };
    [Weekday::Mon, Weekday::Tue].into_iter().map(row).collect()
}

fn tiers(rows: &[(&str, &str)]) -> Stated<CreditScheme> {
    let row = |(below, credit): &(&str, &str)| AvailabilityTier {
        below: percent(below),
        down_to: None,
        credit: percent(credit),
    };
    Says(CreditScheme::ByAvailability(rows.iter().map(row).collect()))
}

#[test]
fn nothing_entered_decides_nothing() {
    assert!(derived_answers(&Organization::default(), &Agreement::default()).is_empty());
    let begun = Agreement {
        services: vec![Service::default()],
        ..severities(3, |_, _| {})
    };
    assert!(derived_answers(&Organization::default(), &begun).is_empty());
}

#[test]
fn questions_for_people_are_never_derived() {
    let mut agreement = severities(3, |_, severity| {
        (severity.definition, severity.response, severity.resolution) = (Silent, Silent, Silent);
    });
    agreement.services = services(6, |_, _| {}).services;
    for id in ["ML-15", "CT-11", "CT-14", "SL-11"] {
        assert_eq!(answer(&agreement, id), None, "{id}");
    }
}

#[test]
fn sc_01_severities() {
    let defined = |_: usize, severity: &mut Severity| {
        severity.definition = Says("A location is down.".to_owned());
    };
    assert_eq!(answer(&severities(1, defined), "SC-01"), None);
    assert_eq!(
        answer(&severities(2, defined), "SC-01"),
        Some(Answer::Partly)
    );
    assert_eq!(answer(&severities(3, defined), "SC-01"), Some(Answer::Yes));
    assert_eq!(answer(&severities(4, defined), "SC-01"), Some(Answer::Yes));
    assert_eq!(
        answer(
            &severities(3, |_, severity| severity.definition = Silent),
            "SC-01"
        ),
        Some(Answer::Partly)
    );
    let one_silent = severities(3, |i, severity| {
        severity.definition = if i == 1 { Silent } else { Says(String::new()) }
    });
    assert_eq!(answer(&one_silent, "SC-01"), Some(Answer::Partly));
    let one_unread = severities(3, |i, severity| {
        severity.definition = if i == 1 {
            NotLookedAt
        } else {
            Says(String::new())
        }
    });
    assert_eq!(answer(&one_unread, "SC-01"), None);
    let all = derived_answers(&Organization::default(), &severities(3, defined));
    assert_eq!(all[&"SC-01".parse().unwrap()].because.values, ["3", "3"]);
}

#[test]
fn sc_02_and_sc_03_times() {
    for (id, set) in [
        (
            "SC-02",
            (|severity, time| severity.response = time) as fn(&mut Severity, Stated<TimePromise>),
        ),
        ("SC-03", |severity, time| severity.resolution = time),
    ] {
        let with = |times: [Stated<TimePromise>; 3]| {
            severities(3, |i, severity| set(severity, times[i].clone()))
        };
        assert_eq!(
            answer(&with([within(1), within(2), within(3)]), id),
            Some(Answer::Yes)
        );
        assert_eq!(
            answer(&with([within(1), within(1), within(2)]), id),
            Some(Answer::Yes)
        );
        assert_eq!(
            answer(&with([within(9), within(9), within(9)]), id),
            Some(Answer::Partly)
        );
        assert_eq!(
            answer(&with([within(1), Silent, NotLookedAt]), id),
            Some(Answer::Partly)
        );
        assert_eq!(
            answer(&with([Silent, Silent, Silent]), id),
            Some(Answer::No)
        );
        assert_eq!(answer(&with([within(1), within(2), NotLookedAt]), id), None);
        assert_eq!(answer(&with([Silent, Silent, NotLookedAt]), id), None);
    }
}

#[test]
fn sc_07_support() {
    let agreement = |hours, zone: Stated<&str>, out_of_hours| Agreement {
        support: Support {
            hours,
            zone: zone.map(|zone| (*zone).to_owned()),
            out_of_hours,
            holidays: Vec::new(),
        },
        ..Agreement::default()
    };
    let office = || Says(hours("08:00", "18:00"));
    let critical = || Says(OutOfHours::CriticalIncluded);
    let at = |zone: &str, open| LocationProfile {
        zone: Some(zone.to_owned()),
        opening_hours: Some(open),
        ..LocationProfile::default()
    };
    let group = |profiles: Vec<LocationProfile>| Organization {
        locations: Locations::Named(
            profiles
                .into_iter()
                .map(|profile| Location {
                    profile,
                    ..Location::default()
                })
                .collect(),
        ),
        ..Organization::default()
    };
    let ny = "America/New_York";
    let key = |organization: &Organization, agreement: &Agreement| {
        derived(organization, agreement, "SC-07")
    };
    let near = group(vec![at(ny, hours("09:00", "17:00"))]);
    assert_eq!(
        key(
            &near,
            &agreement(Says(WeeklyWindows::always()), NotLookedAt, NotLookedAt)
        ),
        Some((Answer::Yes, "support-always"))
    );
    assert_eq!(
        key(&near, &agreement(office(), Says(ny), critical())),
        Some((Answer::Yes, "support-covers"))
    );
    let late = group(vec![
        at(ny, hours("09:00", "17:00")),
        at(ny, hours("09:00", "18:01")),
    ]);
    assert_eq!(
        key(&late, &agreement(office(), Says(ny), critical())),
        Some((Answer::Partly, "support-misses-hours"))
    );
    let far = group(vec![
        at(ny, hours("09:00", "17:00")),
        at("America/Denver", hours("09:00", "17:00")),
    ]);
    assert_eq!(
        key(&far, &agreement(office(), Says(ny), critical())),
        Some((Answer::Partly, "support-other-zone"))
    );
    assert_eq!(
        key(
            &Organization::default(),
            &agreement(office(), Says(ny), critical())
        ),
        None
    );
    assert_eq!(
        key(&near, &agreement(office(), Silent, critical())),
        Some((Answer::Partly, "support-no-zone"))
    );
    assert_eq!(
        key(&near, &agreement(office(), NotLookedAt, critical())),
        None
    );
    for (cover, expected) in [
        (
            Says(OutOfHours::BestEffort),
            Some((Answer::Partly, "support-best-effort")),
        ),
        (
            Says(OutOfHours::ExtraCharge),
            Some((Answer::Partly, "support-extra-charge")),
        ),
        (
            Says(OutOfHours::NoCover),
            Some((Answer::No, "support-no-cover")),
        ),
        (Silent, Some((Answer::No, "support-no-cover"))),
        (NotLookedAt, None),
    ] {
        assert_eq!(key(&near, &agreement(office(), Says(ny), cover)), expected);
    }
    assert_eq!(
        key(&near, &agreement(Silent, NotLookedAt, Silent)),
        Some((Answer::No, "support-silent"))
    );
}

#[test]
fn sc_09_updates() {
    let with =
        |every: Stated<Seconds>| severities(1, |_, severity| severity.update_every = every.clone());
    assert_eq!(
        answer(&with(Says(Seconds::new(1_800))), "SC-09"),
        Some(Answer::Yes)
    );
    assert_eq!(answer(&with(Says(Seconds::new(1_801))), "SC-09"), None);
    assert_eq!(answer(&with(Silent), "SC-09"), Some(Answer::No));
}

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
fn ml_03_and_ct_16_fees() {
    let with = |minor: i64| Agreement {
        fees: Fees {
            new_location: Says(Money::from_minor(minor, Currency::USD)),
            ..Fees::default()
        },
        ..Agreement::default()
    };
    assert_eq!(answer(&with(0), "ML-03"), Some(Answer::Yes));
    assert_eq!(answer(&with(150_000), "ML-03"), Some(Answer::Partly));
    let mut agreement = Agreement {
        fees: Fees {
            new_location: Silent,
            ..Fees::default()
        },
        ..Agreement::default()
    };
    assert_eq!(answer(&agreement, "ML-03"), Some(Answer::No));

    assert_eq!(answer(&agreement, "CT-16"), None);
    agreement.fees.yearly_rise_cap = Silent;
    assert_eq!(answer(&agreement, "CT-16"), None);
    agreement.fees.recurring = Silent;
    assert_eq!(answer(&agreement, "CT-16"), Some(Answer::No));
    agreement.fees.recurring = Says(Charge {
        per_month: Money::from_minor(95_000, Currency::USD),
        basis: ChargeBasis::Location,
    });
    assert_eq!(answer(&agreement, "CT-16"), Some(Answer::Partly));
    agreement.fees.yearly_rise_cap = Says(percent("3"));
    assert_eq!(answer(&agreement, "CT-16"), None);
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

#[test]
fn rm_01_remedies_exist() {
    let check = |agreement: &Agreement, expected| assert_eq!(answer(agreement, "RM-01"), expected);
    check(
        &credits(|c| c.scheme = Says(CreditScheme::FlatOnBreach(percent("10")))),
        Some(Answer::Yes),
    );
    check(
        &credits(|c| c.scheme = Says(CreditScheme::MultipleOfDowntime(100))),
        Some(Answer::Yes),
    );
    check(
        &credits(|c| c.scheme = Says(CreditScheme::FlatOnBreach(percent("0")))),
        None,
    );
    check(
        &credits(|c| c.leave_after_misses = Says(3)),
        Some(Answer::Yes),
    );
    check(
        &services(1, |_, service| service.remedy = Says(Remedy::RightToLeave)),
        Some(Answer::Yes),
    );
    check(
        &services(1, |_, service| {
            service.remedy = Says(Remedy::Other("A meeting.".to_owned()));
        }),
        None,
    );
    check(&credits(|c| c.scheme = Silent), None);
    check(
        &credits(|c| (c.scheme, c.leave_after_misses) = (Silent, Silent)),
        Some(Answer::No),
    );
}

#[test]
fn rm_02_size() {
    let check = |scheme: Stated<CreditScheme>, expected| {
        assert_eq!(
            answer(&credits(|c| c.scheme = scheme.clone()), "RM-02"),
            expected
        );
    };
    check(tiers(&[("99.9", "10"), ("99", "25")]), Some(Answer::Yes));
    check(
        tiers(&[("99.9", "5"), ("99", "9.999999")]),
        Some(Answer::Partly),
    );
    check(tiers(&[("99.9", "10")]), Some(Answer::Partly));
    check(tiers(&[]), None);
    check(
        Says(CreditScheme::FlatOnBreach(percent("50"))),
        Some(Answer::Partly),
    );
    check(
        Says(CreditScheme::MultipleOfDowntime(100)),
        Some(Answer::Partly),
    );
    check(Says(CreditScheme::MultipleOfDowntime(1_000)), None);
    check(Silent, Some(Answer::No));
}

#[test]
fn rm_03_trigger() {
    let check = |scheme: Stated<CreditScheme>, targets: &[&str], expected| {
        let mut agreement = services(targets.len(), |i, service| {
            service.target = Says(percent(targets[i]));
        });
        agreement.credits.scheme = scheme;
        assert_eq!(answer(&agreement, "RM-03"), expected);
    };
    check(
        tiers(&[("99", "25"), ("99.9", "10")]),
        &["99.9", "99.5"],
        Some(Answer::Yes),
    );
    check(
        tiers(&[("99.5", "10")]),
        &["99.9", "99.5"],
        Some(Answer::Partly),
    );
    check(
        tiers(&[("99", "10")]),
        &["99.9", "99.5"],
        Some(Answer::Opposite),
    );
    check(tiers(&[("99", "10")]), &[], None);
    check(
        Says(CreditScheme::FlatOnBreach(percent("10"))),
        &["99.9"],
        Some(Answer::Yes),
    );
    check(Says(CreditScheme::MultipleOfDowntime(100)), &["99.9"], None);
    check(Silent, &["99.9"], Some(Answer::No));
}

#[test]
fn rm_04_to_rm_07() {
    let flat = || Says(CreditScheme::FlatOnBreach(percent("10")));
    for (claim, expected) in [
        (Says(Claim::Automatic), Some(Answer::Yes)),
        (Says(Claim::WithinDays(59)), Some(Answer::No)),
        (Says(Claim::WithinDays(60)), None),
        (Says(Claim::OnRequest), None),
        (Silent, Some(Answer::No)),
        (NotLookedAt, None),
    ] {
        assert_eq!(
            answer(
                &credits(|c| (c.scheme, c.claim) = (flat(), claim.clone())),
                "RM-04"
            ),
            expected
        );
    }
    for (cap, expected) in [
        ("0", Answer::No),
        ("9.99", Answer::Partly),
        ("10", Answer::Yes),
        ("100", Answer::Yes),
    ] {
        assert_eq!(
            answer(
                &credits(|c| (c.scheme, c.cap) = (flat(), Says(percent(cap)))),
                "RM-05"
            ),
            Some(expected)
        );
    }
    assert_eq!(
        answer(&credits(|c| (c.scheme, c.cap) = (flat(), Silent)), "RM-05"),
        None
    );
    for (sole, leave, expected) in [
        (Says(true), Silent, Some(Answer::Opposite)),
        (Says(true), Says(3), Some(Answer::Partly)),
        (Says(true), NotLookedAt, None),
        (Says(false), NotLookedAt, Some(Answer::Yes)),
        (Silent, NotLookedAt, Some(Answer::No)),
    ] {
        let agreement =
            credits(|c| (c.sole_remedy, c.leave_after_misses) = (sole.clone(), leave.clone()));
        assert_eq!(answer(&agreement, "RM-06"), expected);
    }
    assert_eq!(
        answer(&credits(|c| c.leave_after_misses = Says(3)), "RM-07"),
        Some(Answer::Yes)
    );
    assert_eq!(
        answer(&credits(|c| c.leave_after_misses = Says(0)), "RM-07"),
        None
    );
    assert_eq!(
        answer(&credits(|c| c.leave_after_misses = Silent), "RM-07"),
        Some(Answer::No)
    );
}

#[test]
fn ct_10_renewal() {
    let check = |renewal, notice, reminder_days, expected| {
        let term = Term {
            renewal: Says(renewal),
            notice,
            reminder_days,
            ..Term::default()
        };
        assert_eq!(
            answer(
                &Agreement {
                    term,
                    ..Agreement::default()
                },
                "CT-10"
            ),
            expected
        );
    };
    check(Renewal::Ends, NotLookedAt, NotLookedAt, Some(Answer::Yes));
    check(
        Renewal::MonthToMonth,
        NotLookedAt,
        NotLookedAt,
        Some(Answer::Yes),
    );
    check(
        Renewal::Automatic(12),
        Says(Notice::Days(30)),
        Says(60),
        Some(Answer::Yes),
    );
    check(
        Renewal::Automatic(12),
        Says(Notice::Months(1)),
        Says(60),
        Some(Answer::Yes),
    );
    check(
        Renewal::Automatic(12),
        Says(Notice::Days(30)),
        Silent,
        Some(Answer::Partly),
    );
    check(
        Renewal::Automatic(12),
        Says(Notice::Days(30)),
        NotLookedAt,
        None,
    );
    check(
        Renewal::Automatic(12),
        Says(Notice::Days(31)),
        Says(60),
        Some(Answer::Partly),
    );
    check(
        Renewal::Automatic(12),
        Says(Notice::Months(3)),
        NotLookedAt,
        Some(Answer::Partly),
    );
    check(
        Renewal::Automatic(12),
        Says(Notice::Days(91)),
        Says(60),
        Some(Answer::No),
    );
    check(
        Renewal::Automatic(12),
        Says(Notice::Months(4)),
        Silent,
        Some(Answer::No),
    );
    check(
        Renewal::Automatic(12),
        Silent,
        NotLookedAt,
        Some(Answer::No),
    );
    check(Renewal::Automatic(12), NotLookedAt, NotLookedAt, None);
}
