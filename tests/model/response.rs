//! The response clock: what a person sees first, and what the controls change.

use crate::support::ready;
use sla_gap::model::lab::{ResponseEvent, ResponseField};
use sla_gap::model::view::response::{Bar, Control, Field, List, SideView, View, event, view};
use sla_gap::model::{Model, update};

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
    let due = |side: &SideView, name: &str| {
        let fact = side.facts.iter().find(|fact| fact.name == name).unwrap();
        fact.value.clone()
    };
    assert_eq!(
        due(usual, "Answer: Due"),
        "Monday, November 30, 2026, 11:30"
    );
    assert_eq!(
        due(baseline, "Repair: Due"),
        "Friday, November 27, 2026, 20:30"
    );
}

#[test]
fn wrong_texts_are_said_and_change_nothing() {
    let mut model = model();
    let before = view(&model).chart.unwrap().title;
    for field in [
        ResponseField::Time,
        ResponseField::Answered,
        ResponseField::Fixed,
    ] {
        say(&mut model, ResponseEvent::Typed(field, "soon".to_owned()));
    }
    assert_eq!(view(&model).chart.unwrap().title, before);
    let all = fields(view(&model));
    assert!(all.len() == 3 && all.iter().all(|field| field.error.contains("\"soon\"")));
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
