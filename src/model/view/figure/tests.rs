//! Every derivation that the engine makes has its words.
#![allow(clippy::unwrap_used)]

use super::*;
use engine::agreement::{
    Agreement, AvailabilityTier, ClockBasis, CreditScheme, Locations, Organization, OutOfHours,
    Severity, SeverityLevel, Stated, Support, TimeLimit, TimePromise, hours_per_incident,
};
use engine::availability::{
    Counting, StoppedWork, UserShare, allowance, attained, in_every_convention,
    largest_compliant_second, location_time, lost_production, most_at_one_location,
    target_permitting, worst_in_opening_hours,
};
use engine::calendar::{
    Holidays, MeasurementPeriod, NaiveDate, WeeklyWindows, ZoneTable, period_bounds, period_length,
    service_time,
};
use engine::credits::{
    CreditTerms, FeeConvention, GapReading, RecurringFee, credit_due, credit_share, fee_of_period,
    full_year_of_days,
};
use engine::derivation::Sourced;
use engine::quantity::{Count, Currency, Money, Percent, Seconds};
use std::num::NonZeroU32;
use std::path::Path;

fn weeks() -> Sourced<Seconds> {
    Sourced::convention(Seconds::new(1_209_600))
}

fn target() -> Sourced<Percent> {
    Sourced::agreed(Percent::parse("99").unwrap())
}

/// One derivation of every kind that the fees and credits make.
fn every_credit() -> Vec<Derivation> {
    let amount = Money::parse("24000", Currency::USD).unwrap();
    let parts = FeeConvention::equal_parts_of_days(14).unwrap();
    let by_days = FeeConvention::ByDays {
        days: 14,
        year: full_year_of_days(),
    };
    let mut all = Vec::new();
    for fee in [
        RecurringFee::PerYear(amount),
        RecurringFee::PerMonth(amount),
    ] {
        for convention in [parts, by_days, FeeConvention::Months(1)] {
            all.push(
                fee_of_period(Sourced::agreed(fee), convention)
                    .unwrap()
                    .derivation,
            );
        }
    }
    let row = AvailabilityTier {
        below: target().value,
        down_to: Some(Percent::ZERO),
        credit: Percent::HUNDRED,
    };
    for scheme in [
        CreditScheme::ByAvailability(vec![row]),
        CreditScheme::ByDowntime(Vec::new()),
        CreditScheme::FlatOnBreach(Percent::HUNDRED),
        CreditScheme::MultipleOfDowntime(250),
    ] {
        for gaps in [GapReading::UpperRowGoesOn, GapReading::NothingDue] {
            let terms = CreditTerms {
                scheme: &scheme,
                target: Some(target().value),
                cap: Some(Percent::HUNDRED),
                gaps,
            };
            let (down, fee) = (Seconds::new(12_097), Sourced::agreed(amount.exact()));
            let due = credit_due(&terms, weeks(), Sourced::typed(down), fee);
            all.push(due.unwrap().derivation);
            let share = credit_share(&terms, weeks(), Sourced::typed(down));
            all.push(share.unwrap().derivation);
        }
    }
    all
}

/// One derivation of every kind that the calendar, availability and credits make.
fn every_derivation() -> Vec<Derivation> {
    let down = Sourced::typed(Seconds::new(12_097));
    let many = NonZeroU32::new(10).unwrap();
    let share = UserShare::new(Count::new(5), Count::new(200)).unwrap();
    let mut all: Vec<Derivation> = in_every_convention(target())
        .into_iter()
        .map(|row| row.allowance.derivation)
        .collect();
    let allowed = allowance(weeks(), target());
    let time = location_time(allowed.as_input(), Sourced::typed(Count::new(10))).unwrap();
    let work = StoppedWork {
        location_time: time.as_input(),
        chairs: Sourced::typed(Count::new(6)),
        production_per_chair_hour: Sourced::typed(Money::parse("300", Currency::USD).unwrap()),
        share_stopped: Sourced::typed(Percent::HUNDRED),
        share_rebooked: Sourced::typed(Percent::ZERO),
    };
    all.push(lost_production(&work).unwrap().derivation);
    all.extend([allowed.derivation, time.derivation]);
    all.push(largest_compliant_second(weeks(), target()).derivation);
    all.push(attained(weeks(), down).unwrap().derivation);
    all.push(target_permitting(weeks(), down).unwrap().derivation);
    let opening = Sourced::typed(Seconds::new(324_000));
    all.push(
        worst_in_opening_hours(weeks(), target(), opening)
            .unwrap()
            .derivation,
    );
    for counting in [
        Counting::EachLocation,
        Counting::Average { locations: many },
        Counting::WeightedByUsers(share),
        Counting::AnyLocationDown,
        Counting::AllLocationsDown { locations: many },
        Counting::OrganizationOnly,
    ] {
        all.push(most_at_one_location(weeks(), target(), Sourced::agreed(counting)).derivation);
    }
    let (zone, today) = (
        ZoneTable::utc(),
        NaiveDate::from_ymd_opt(2026, 1, 5).unwrap(),
    );
    for period in [
        MeasurementPeriod::Days {
            anchor: today,
            days: many,
        },
        MeasurementPeriod::CalendarMonth,
        MeasurementPeriod::Quarter,
        MeasurementPeriod::Year,
        MeasurementPeriod::RollingDays(many),
    ] {
        all.push(
            period_length(Sourced::agreed(period), &zone, today)
                .unwrap()
                .derivation,
        );
    }
    let range = period_bounds(MeasurementPeriod::CalendarMonth, &zone, today).unwrap();
    let windows = WeeklyWindows::always();
    all.push(
        service_time(
            &Sourced::agreed(&windows),
            range,
            &zone,
            &Holidays::default(),
        )
        .derivation,
    );
    all.extend(every_credit());
    all.extend(every_incident());
    all
}

/// The location-hours of the sample: a shared fault, an outage that an average hides, a weekend without support.
fn every_incident() -> Vec<Derivation> {
    let typed = |text: &str| WeeklyWindows::parse(text).unwrap();
    let four_hours = TimePromise {
        limit: TimeLimit::Time(Seconds::new(14_400)),
        clock: ClockBasis::AroundTheClock,
    };
    let agreement = Agreement {
        severities: vec![Severity {
            level: SeverityLevel::Critical,
            name: String::new(),
            definition: Stated::NotLookedAt,
            response: Stated::NotLookedAt,
            resolution: Stated::Says(four_hours),
            update_every: Stated::NotLookedAt,
        }],
        support: Support {
            hours: Stated::Says(typed("Mon-Fri 8:00-17:00")),
            out_of_hours: Stated::Says(OutOfHours::BestEffort),
            ..Support::default()
        },
        ..Agreement::default()
    };
    let organization = Organization {
        locations: Locations::Count(12),
        ..Organization::default()
    };
    let found = hours_per_incident(&organization, &agreement);
    assert_eq!(found.len(), 2);
    found.into_iter().map(|(_, time)| time.derivation).collect()
}

#[test]
fn every_key_of_the_engine_has_its_words() {
    let words = Words::english();
    for made in every_derivation() {
        let key = |kind: &str, key: &str| words.by_name(&[kind, key].concat()).is_some();
        assert!(key("formula-", made.formula.0), "{}", made.formula.0);
        if let Some(convention) = made.convention {
            assert!(key("convention-", convention), "{convention}");
        }
        for input in &made.inputs {
            assert!(key("input-", input.name), "{}", input.name);
            if let Quantity::Text(text) = input.value {
                assert!(key("text-", text), "{text}");
            }
        }
        let view = derivation(words, &made);
        assert!(
            view.inputs.iter().all(|input| !input.value.is_empty()),
            "{}",
            made.formula.0
        );
    }
}

#[test]
fn no_formula_of_the_engine_was_missed_above() {
    let made: Vec<&str> = every_derivation()
        .iter()
        .map(|made| made.formula.0)
        .collect();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("engine/src");
    for folder in ["agreement", "availability", "calendar", "credits"] {
        let files = std::fs::read_dir(source.join(folder)).unwrap();
        let files = files.map(|file| file.unwrap().path());
        for file in files.filter(|path| path.is_file()) {
            let code = std::fs::read_to_string(file).unwrap();
            for call in code.split("FormulaId(").skip(1) {
                let arguments = call.split_once(')').unwrap().0;
                for key in arguments.split('"').skip(1).step_by(2) {
                    assert!(made.contains(&key), "{key} is not walked");
                }
            }
        }
    }
}

#[test]
fn a_figure_opens_to_its_formula_inputs_and_who_says_so() {
    let words = Words::english();
    let figure = allowance(weeks(), target()).by_convention("two-weeks");
    let view = shown(words, &figure, format::duration(words, &figure.value));
    assert_eq!(view.text, "3 h 21 min 36 s");
    let inputs: Vec<_> = view
        .derivation
        .inputs
        .iter()
        .map(|i| (&*i.name, &*i.value, &*i.origin))
        .collect();
    assert_eq!(
        inputs,
        [
            ("Measured time", "14 d", "convention"),
            ("Target", "99%", "from the agreement")
        ]
    );
    assert_eq!(
        view.derivation.convention.as_deref(),
        Some("Two weeks of 336 hours")
    );
    assert_eq!(view.derivation.rounding, "Exact, not rounded");
}
