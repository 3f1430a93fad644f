//! The response clock: what a person sees first, and what the controls change.

use crate::support::ready;
use sla_gap::model::lab::{ResponseEvent, ResponseField};
use sla_gap::model::view::figure::{Cell, Shown};
use sla_gap::model::view::response::{Bar, Control, Field, List, SideView, View, event, view};
use sla_gap::model::{Event, LibraryEvent, Model, update};

fn model() -> Model {
    ready("#/response")
}

fn lists(view: View) -> Vec<List> {
    let list = |control| match control {
        Control::List(list) => Some(list),
        Control::Field(_) => None,
    };
    view.controls.into_iter().filter_map(list).collect()
}

fn fields(view: View) -> Vec<Field> {
    let field = |control| match control {
        Control::Field(field) => Some(field),
        Control::List(_) => None,
    };
    view.controls.into_iter().filter_map(field).collect()
}

fn say(model: &mut Model, what: ResponseEvent) {
    update(model, event(what));
}

#[test]
fn four_hours_to_answer_and_three_days_to_fix_keep_one_and_break_the_other() {
    let model = model();
    let view = view(&model);
    let [usual, baseline] = view.sides.as_slice() else {
        panic!("there are {} sides", view.sides.len())
    };
    assert!(usual.kept && !baseline.kept);
    let title = view.chart.unwrap().title;
    assert!(
        title.starts_with("Answered after 4 h, fixed after 72 h")
            || title.starts_with("Answered after 4 h, fixed after 3 d"),
        "{title}"
    );
    assert!(
        title.contains("kept under \"The usual small print\""),
        "{title}"
    );
    assert_eq!(
        due(usual, "Answer: Due"),
        "Monday, November 30, 2026, 11:30"
    );
    assert_eq!(
        due(baseline, "Repair: Due"),
        "Friday, November 27, 2026, 20:30"
    );
}

/// A moment or a time that opens to its derivation.
fn figure(side: &SideView, name: &str) -> Shown {
    let fact = side.facts.iter().find(|fact| fact.name == name).unwrap();
    match &fact.value {
        Cell::Figure(shown) => shown.clone(),
        Cell::Text(text) => panic!("{text} cannot be opened"),
    }
}

fn due(side: &SideView, name: &str) -> String {
    figure(side, name).text
}

#[test]
fn a_clock_on_hold_is_due_later_and_says_for_how_long() {
    let mut model = model();
    let typed = |model: &mut Model, field, text: &str| {
        say(model, ResponseEvent::Typed(field, text.to_owned()));
    };
    typed(&mut model, ResponseField::HeldAfter, "2 h");
    typed(&mut model, ResponseField::HeldFor, "3 h");
    let view = view(&model);
    let baseline = &view.sides[1];
    assert_eq!(
        due(baseline, "Repair: Due"),
        "Friday, November 27, 2026, 23:30"
    );
    let derived = figure(baseline, "Repair: Due").derivation;
    let input = |name: &str| {
        let input = derived.inputs.iter().find(|input| input.name == name);
        input.unwrap().value.clone()
    };
    assert_eq!(
        input("The clock starts"),
        "Friday, November 27, 2026, 16:30"
    );
    assert_eq!(input("The clock runs for"), "4 h");
    assert_eq!(input("Of that on hold"), "3 h");
    let rows = view.chart.unwrap().rows;
    assert!(
        rows.iter()
            .any(|row| row.name == "On hold" && row.bars.len() == 1)
    );
}

#[test]
fn a_location_has_its_own_hours() {
    let mut model = ready("#/response");
    update(&mut model, Event::Library(LibraryEvent::Sample));
    let shown = lists(view(&model));
    let location = shown.iter().find(|list| list.id == "clock-location");
    let keys: Vec<String> = location
        .unwrap()
        .options
        .iter()
        .map(|(key, _)| key.clone())
        .collect();
    assert!(keys.len() > 1);
    let own = |model: &Model| view(model).chart.unwrap().rows[0].bars.len();
    let typical = own(&model);
    say(&mut model, ResponseEvent::Location(keys[1].clone()));
    assert!(own(&model) > 0 && typical > 0);
    say(&mut model, ResponseEvent::Location("gone".to_owned()));
    let chosen = lists(view(&model))
        .into_iter()
        .find(|list| list.id == "clock-location");
    assert_eq!(chosen.unwrap().chosen, "");
}

#[test]
fn wrong_texts_are_said_and_change_nothing() {
    let mut model = model();
    say(
        &mut model,
        ResponseEvent::Typed(ResponseField::HeldFor, "1 h".to_owned()),
    );
    let before = view(&model).chart.unwrap().title;
    for field in [
        ResponseField::Time,
        ResponseField::Answered,
        ResponseField::Fixed,
        ResponseField::HeldAfter,
        ResponseField::HeldFor,
    ] {
        say(&mut model, ResponseEvent::Typed(field, "soon".to_owned()));
    }
    assert_eq!(view(&model).chart.unwrap().title, before);
    let all = fields(view(&model));
    assert!(all.len() == 5 && all.iter().all(|field| field.error.contains("\"soon\"")));
}

#[test]
fn every_option_leads_somewhere() {
    let mut model = model();
    let events: Vec<_> = lists(view(&model))
        .iter()
        .flat_map(|list| {
            list.options
                .iter()
                .map(|(key, _)| (list.event)(key).unwrap())
        })
        .collect();
    for what in events {
        say(&mut model, what);
        let shown = view(&model);
        assert_eq!(shown.sides.len(), 2);
        for row in &shown.chart.as_ref().unwrap().rows {
            let inside = |bar: &Bar| bar.from >= 0 && bar.from + bar.width <= 1_002;
            assert!(row.bars.iter().all(inside), "{}", row.name);
        }
        for list in lists(shown) {
            assert!(
                list.options.iter().any(|(key, _)| *key == list.chosen),
                "{}",
                list.id
            );
        }
    }
}
