//! The answers below it: locations, periods, opening hours, money, the table.

use super::super::*;
use super::{facts, headline_of, lab, model, section, seed_profile, typed, with_client};
use crate::model::lab::{Field, LabEvent, Window};
use engine::agreement::{Location, LocationProfile, Locations};
use engine::availability::CountingRule;
use engine::quantity::{Currency, Money};

#[test]
fn an_average_lets_one_location_be_down_for_longer() {
    let mut model = model();
    typed(&mut model, Field::Locations, "10");
    lab(&mut model, LabEvent::Counting(CountingRule::Average));
    assert_eq!(facts(&model, "lab-location"), ["33 h 36 min"]);
    typed(&mut model, Field::Locations, "10,000");
    assert_eq!(
        facts(&model, "lab-location"),
        ["The whole period: 14 d (336 h)"]
    );
    assert_eq!(
        section(&model, "lab-location").says[1],
        "From 100 locations on, one may be down all the time while the average still meets 99%."
    );
    lab(
        &mut model,
        LabEvent::Counting(CountingRule::AllLocationsDown),
    );
    assert_eq!(facts(&model, "lab-location"), ["Without limit"]);
    lab(
        &mut model,
        LabEvent::Counting(CountingRule::AnyLocationDown),
    );
    assert_eq!(facts(&model, "lab-location"), ["3 h 21 min 36 s"]);
}

#[test]
fn calendar_periods_have_their_own_lengths_on_both_sides() {
    let mut model = model();
    typed(&mut model, Field::Target, "99.9");
    lab(&mut model, LabEvent::Period(Period::CalendarMonth));
    // February 2026 and the March after it.
    assert_eq!(headline_of(&model), "40 min 19.2 s");
    assert_eq!(facts(&model, "lab-boundary"), ["1 h 24 min 57.6 s"]);
    lab(&mut model, LabEvent::Period(Period::RollingDays));
    assert_eq!(headline_of(&model), "43 min 12 s");
    assert!(section(&model, "lab-boundary").facts.is_empty());
    typed(&mut model, Field::Days, "365");
    assert_eq!(
        headline(&model, &model.question()).of,
        "Target 99.9%. Any run of 365 days. Around the clock."
    );
}

#[test]
fn opening_hours_thin_a_promise_around_the_clock() {
    let mut model = model();
    with_client(&mut model, |client| {
        client.organization.typical = seed_profile();
    });
    assert_eq!(
        facts(&model, "lab-opening"),
        ["90 h", "96.266666% (rounded down)"].map(|text| text.replace("90 h", "3 d 18 h (90 h)"))
    );
    let chart = section(&model, "lab-opening").chart.unwrap();
    assert_eq!(
        chart.title,
        "All 3 h 21 min 36 s of allowed downtime may fall within the 90 h of opening hours"
    );
    let widths: Vec<u32> = chart.bars.iter().map(|bar| bar.width).collect();
    assert_eq!(widths, [1_000, 267, 10]);
    lab(&mut model, LabEvent::Window(Window::OpeningHours));
    assert_eq!(headline_of(&model), "54 min");
    assert_eq!(facts(&model, "lab-opening").len(), 1);
}

#[test]
fn lost_production_needs_the_clients_own_figures() {
    let mut model = model();
    let money = section(&model, "lab-money");
    assert!(money.facts.is_empty() && money.enter.is_some());
    assert!(
        money.says[0].contains("chairs at each location, production per chair-hour"),
        "{}",
        money.says[0]
    );
    with_client(&mut model, |client| {
        client.organization.typical = seed_profile();
        client.organization.locations = Locations::Count(10);
    });
    assert_eq!(facts(&model, "lab-money"), ["$60,480.00", "33 h 36 min"]);
    // A target of nothing cannot cost more than there are opening hours: 90 h × 10 × 6 × $300.
    typed(&mut model, Field::Target, "0");
    assert_eq!(facts(&model, "lab-money")[0], "$1,620,000.00");
}

#[test]
fn each_location_loses_its_own_production() {
    let mut model = model();
    let location = |name: &str, chairs| Location {
        id: name.to_owned(),
        name: name.to_owned(),
        profile: LocationProfile {
            chairs: Some(chairs),
            ..LocationProfile::default()
        },
    };
    with_client(&mut model, |client| {
        client.organization.typical = seed_profile();
        client.organization.locations =
            Locations::Named(vec![location("North", 6), location("South", 4)]);
    });
    // 3.36 h × (6 + 4) × $300.
    assert_eq!(facts(&model, "lab-money")[0], "$10,080.00");
    with_client(&mut model, |client| {
        let Locations::Named(list) = &mut client.organization.locations else {
            return;
        };
        list[1].profile.production_per_chair_hour =
            Some(Money::parse("1", Currency::parse("EUR").unwrap()).unwrap());
    });
    assert!(section(&model, "lab-money").says[0].contains("different currencies"));
}

#[test]
fn the_table_holds_every_convention_and_the_calendar() {
    let model = model();
    let rows = table(&model, &model.question());
    assert_eq!(rows.len(), Convention::ALL.len() + 3);
    let of = |key: &str| rows.iter().find(|row| row.key == key).unwrap();
    assert_eq!(
        of("month-average-gregorian").allowance.text,
        "7 h 18 min 17.46 s"
    );
    assert_eq!(
        of("period-calendar-month").allowance.text,
        "6 h 43 min 12 s"
    );
    assert_eq!(
        rows.iter()
            .filter(|row| row.chosen)
            .map(|row| row.key)
            .collect::<Vec<_>>(),
        ["two-weeks"]
    );
}

#[test]
fn every_derivation_on_the_screen_has_its_words() {
    let mut model = model();
    with_client(&mut model, |client| {
        client.organization.typical = seed_profile();
        let small = LocationProfile {
            chairs: Some(2),
            ..LocationProfile::default()
        };
        let location = |id: &str, profile| Location {
            id: id.to_owned(),
            name: id.to_owned(),
            profile,
        };
        client.organization.locations = Locations::Named(vec![
            location("1", LocationProfile::default()),
            location("2", small),
        ]);
    });
    for window in [Window::AroundTheClock, Window::OpeningHours] {
        lab(&mut model, LabEvent::Window(window));
        for period in Period::OTHERS {
            lab(&mut model, LabEvent::Period(period));
            let question = model.question();
            let head = headline(&model, &question);
            let points = sections(&model, &question);
            let facts = points.into_iter().flat_map(|section| section.facts);
            let mut figures: Vec<Shown> = facts.chain(head.facts).map(|fact| fact.1).collect();
            figures.push(head.allowance);
            for Shown { derivation, .. } in figures {
                let names = derivation.inputs.iter().map(|input| &input.name);
                for words in names
                    .chain([&derivation.formula])
                    .chain(&derivation.convention)
                {
                    assert!(
                        words.starts_with(|c: char| c.is_uppercase() || c == '(' || c == '1'),
                        "{words}"
                    );
                }
            }
        }
    }
}
