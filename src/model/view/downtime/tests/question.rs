//! The question: what is typed, chosen, taken from the client.

use super::super::*;
use super::{facts, headline_of, lab, model, section, seed_profile, typed, with_client};
use crate::model::lab::{Field, LabEvent, Window};
use engine::agreement::{Locations, PromisePeriod, Service, ServiceWindow, Stated};
use engine::availability::CountingRule;
use engine::quantity::Percent;

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
    assert_eq!(form(&model).presets[0].1[0].label, "Network: 99.5%");
    lab(&mut model, LabEvent::Promise("agreed:v1".to_owned()));
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
    lab(&mut model, LabEvent::Promise("agreed:no such".to_owned()));
    assert_eq!(headline_of(&model), "27 min");
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
fn hours_can_be_typed_and_wrong_ones_change_nothing() {
    let mut model = model();
    assert!(form(&model).hours.is_none());
    lab(&mut model, window_event("typed").unwrap());
    let field = form(&model).hours.unwrap();
    assert_eq!(field.error, "");
    typed(&mut model, Field::Hours, "Mon-Fri 8:00-17:00");
    // 90 hours in two weeks, of which 1 % is 54 minutes.
    assert_eq!(headline_of(&model), "54 min");
    typed(&mut model, Field::Hours, "Mon-Fri 8:00-");
    assert_eq!(headline_of(&model), "54 min");
    assert!(form(&model).hours.unwrap().error.contains("has no end"));
    let stale = headline(&model, &model.question()).stale;
    assert!(stale.iter().any(|note| note.contains("8:00")), "{stale:?}");
    lab(&mut model, window_event("always").unwrap());
    assert_eq!(headline_of(&model), "3 h 21 min 36 s");
}
