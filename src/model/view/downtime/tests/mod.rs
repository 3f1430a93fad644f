#![allow(clippy::unwrap_used)]

use super::*;
use crate::model::lab::{Field, LabEvent, Window};
use crate::model::{Event, Start, update};
use engine::agreement::{
    Location, LocationProfile, Locations, PromisePeriod, Service, ServiceWindow, Stated,
};
use engine::availability::CountingRule;
use engine::calendar::{NaiveDate, WallTime, Weekday, WeeklyWindow, WeeklyWindows};
use engine::client::Client;
use engine::quantity::{Currency, Money, Percent};
use std::rc::Rc;

fn model() -> Model {
    Model::new(Start {
        today: NaiveDate::from_ymd_opt(2026, 2, 10).unwrap(),
        seed: 7,
        theme: None,
        last_open: None,
        address: "#/downtime".to_owned(),
        version: "test".to_owned(),
        ..Start::default()
    })
}

fn lab(model: &mut Model, event: LabEvent) {
    assert!(update(model, Event::Lab(event)).is_empty());
}

fn typed(model: &mut Model, field: Field, text: &str) {
    lab(model, LabEvent::Typed(field, text.to_owned()));
}

fn with_client(model: &mut Model, edit: impl FnOnce(&mut Client)) {
    let mut client = (*model.open.client).clone();
    edit(&mut client);
    model.open.client = Rc::new(client);
}

fn office_week() -> WeeklyWindows {
    let time = |hour: u32| WallTime::from_second(hour * 3_600).unwrap();
    let days = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
    ];
    days.into_iter()
        .map(|day| WeeklyWindow::new(day, time(8), time(17)).unwrap())
        .collect()
}

fn seed_profile() -> LocationProfile {
    LocationProfile {
        opening_hours: Some(office_week()),
        chairs: Some(6),
        production_per_chair_hour: Some(Money::parse("300", Currency::USD).unwrap()),
        share_stopped: Some(Percent::HUNDRED),
        share_rebooked: Some(Percent::ZERO),
        users: Some(20),
        ..LocationProfile::default()
    }
}

fn headline_of(model: &Model) -> String {
    headline(model, &model.question()).allowance.text
}

fn section(model: &Model, id: &str) -> Section {
    sections(model, &model.question())
        .into_iter()
        .find(|section| section.id == id)
        .unwrap()
}

fn facts(model: &Model, id: &str) -> Vec<String> {
    section(model, id)
        .facts
        .into_iter()
        .map(|(_, shown)| shown.text)
        .collect()
}

#[test]
fn opens_with_the_answer() {
    let model = model();
    let head = headline(&model, &model.question());
    assert_eq!(head.allowance.text, "3 h 21 min 36 s");
    assert_eq!(
        head.of,
        "Target 99%. Two weeks of 336 hours. Around the clock."
    );
    assert_eq!(
        head.allowance.derivation.convention.as_deref(),
        Some("Two weeks of 336 hours")
    );
    assert_eq!(head.facts[0].1.text, "14 d (336 h)");
    assert!(head.stale.is_empty());
    assert_eq!(
        facts(&model, "lab-edge"),
        ["3 h 21 min 36 s", "98.999917% (rounded down): missed"]
    );
    let edge = section(&model, "lab-edge");
    assert_eq!(
        edge.facts[1].1.derivation.rounding,
        "Rounded down, never up"
    );
    assert_eq!(
        edge.facts[0].1.derivation.rounding,
        "Rounded down, never up"
    );
    assert_eq!(head.allowance.derivation.rounding, "Exact, not rounded");
    assert_eq!(facts(&model, "lab-boundary"), ["6 h 43 min 12 s"]);
    assert_eq!(facts(&model, "lab-reverse"), ["98.809523% (rounded down)"]);
}

#[test]
fn the_customary_rounding_up_is_not_made() {
    let mut model = model();
    typed(&mut model, Field::Target, "99.9");
    assert_eq!(headline_of(&model), "20 min 9.6 s");
    assert_eq!(facts(&model, "lab-edge")[0], "20 min 9 s");
}

#[test]
fn a_wrong_text_stays_and_the_last_valid_value_is_shown_as_such() {
    let mut model = model();
    typed(&mut model, Field::Target, "99.5");
    typed(&mut model, Field::Target, "100.0001");
    let target = form(&model).target;
    assert_eq!(target.value, "100.0001");
    assert_eq!(
        target.error,
        "\"100.0001\" is above 100. A percentage is from 0 to 100."
    );
    assert_eq!(headline_of(&model), "1 h 40 min 48 s");
    assert_eq!(
        headline(&model, &model.question()).stale,
        ["\"Target in percent\" is not valid as typed, so the figures still use 99.5%."]
    );
    typed(&mut model, Field::Target, "");
    assert_eq!(
        form(&model).target.error,
        "Type a percentage, such as 99.9."
    );
    typed(&mut model, Field::Target, "95 %");
    assert_eq!(headline_of(&model), "16 h 48 min");
    assert!(headline(&model, &model.question()).stale.is_empty());
    typed(&mut model, Field::Downtime, "4 parsecs");
    assert_eq!(
        section(&model, "lab-reverse").field.unwrap().error,
        "\"parsecs\" is not a unit of time. Use s, min, h, days or weeks."
    );
}

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
fn no_location_is_no_question() {
    let mut model = model();
    typed(&mut model, Field::Locations, "12");
    typed(&mut model, Field::Locations, "0");
    let view = form(&model);
    assert_eq!(
        (view.locations.value.as_str(), view.locations.error.as_str()),
        ("0", "Type at least 1.")
    );
    assert_eq!(model.question().locations.value.get(), 12);
    for text in ["-1", "1.5", "many", "99999999999"] {
        typed(&mut model, Field::Locations, text);
        assert!(!form(&model).locations.error.is_empty(), "{text}");
    }
}

#[test]
fn users_come_from_the_client_or_are_asked_for() {
    let mut model = model();
    lab(
        &mut model,
        LabEvent::Counting(CountingRule::WeightedByUsers),
    );
    assert!(section(&model, "lab-location").facts.is_empty());
    assert!(section(&model, "lab-location").says[0].starts_with("Enter how many users"));
    assert!(
        form(&model)
            .users
            .iter()
            .all(|field| field.error.is_empty())
    );
    typed(&mut model, Field::UsersHere, "5");
    typed(&mut model, Field::UsersInAll, "200");
    lab(
        &mut model,
        LabEvent::Period(Period::Fixed(Convention::Month30)),
    );
    typed(&mut model, Field::Target, "99.9");
    assert_eq!(facts(&model, "lab-location"), ["28 h 48 min"]);
    typed(&mut model, Field::UsersHere, "201");
    assert!(section(&model, "lab-location").facts.is_empty());
    typed(&mut model, Field::UsersHere, "0");
    assert_eq!(facts(&model, "lab-location"), ["Without limit"]);
}

#[test]
fn the_ends_of_the_scale_have_plain_answers() {
    let mut model = model();
    typed(&mut model, Field::Target, "100");
    assert_eq!(headline_of(&model), "0 s");
    assert!(
        section(&model, "lab-edge")
            .says
            .contains(&"100% allows nothing: one second of downtime misses it.".to_owned())
    );
    typed(&mut model, Field::Target, "0");
    assert_eq!(headline_of(&model), "14 d");
    assert_eq!(
        section(&model, "lab-edge").says,
        ["Nothing can miss a target of 0%. The service may be down all the time."]
    );
    assert!(section(&model, "lab-boundary").facts.is_empty());
    typed(&mut model, Field::Downtime, "20 days");
    assert!(
        section(&model, "lab-reverse").says[0].starts_with("That is longer than the 14 d (336 h)")
    );
    with_client(&mut model, |client| {
        client.organization.typical.opening_hours = Some(std::iter::empty().collect());
    });
    lab(&mut model, LabEvent::Window(Window::OpeningHours));
    assert_eq!(headline_of(&model), "0 s");
    assert!(section(&model, "lab-edge").says[0].starts_with("These hours hold no time"));
    assert_eq!(
        section(&model, "lab-opening").says[0],
        "There are no opening hours in this period."
    );
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
fn a_service_of_the_agreement_fills_in_the_question() {
    let mut model = model();
    with_client(&mut model, |client| {
        client.organization.typical = seed_profile();
        client.agreements[0].agreement.services = vec![Service {
            id: "v1".to_owned(),
            name: "Network".to_owned(),
            target: Stated::Says(Percent::parse("99.5").unwrap()),
            period: Stated::Says(PromisePeriod::Days(14)),
            window: Stated::Says(ServiceWindow::OpeningHours),
            counting: Stated::Silent,
            ..Service::default()
        }];
    });
    assert_eq!(form(&model).agreed[0].label, "Network: 99.5%");
    lab(&mut model, LabEvent::Agreed("v1".to_owned()));
    let head = headline(&model, &model.question());
    assert_eq!(
        head.of,
        "Target 99.5%. Two weeks of 336 hours. This client's opening hours."
    );
    assert_eq!(head.allowance.text, "27 min");
    assert_eq!(
        head.allowance.derivation.inputs[1].origin,
        "from the agreement"
    );
    lab(&mut model, LabEvent::Agreed("no such".to_owned()));
    assert_eq!(headline_of(&model), "27 min");
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
fn keys_of_lists_lead_back_to_their_events() {
    let model = model();
    let view = form(&model);
    let keys = |select: Select| {
        select
            .groups
            .into_iter()
            .flat_map(|(_, options)| options)
            .map(|(key, _)| key)
    };
    assert!(keys(view.period).all(|key| period_event(&key).is_some()));
    assert!(keys(view.window).all(|key| window_event(&key).is_some()));
    assert!(keys(view.counting).all(|key| counting_event(&key).is_some()));
    assert_eq!(window_event("nonsense"), None);
}

#[test]
fn an_emptied_number_of_locations_is_the_clients_again() {
    let mut model = model();
    with_client(&mut model, |client| {
        client.organization.locations = Locations::Count(7);
    });
    assert_eq!(form(&model).locations.value, "7");
    typed(&mut model, Field::Locations, "10");
    assert_eq!(model.question().locations.value.get(), 10);
    typed(&mut model, Field::Locations, "");
    assert_eq!(model.question().locations.value.get(), 7);
    assert_eq!(
        headline(&model, &model.question()).stale,
        ["\"Locations\" is not valid as typed, so the figures still use 7."]
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
