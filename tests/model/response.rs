//! The response clock: what a person sees first, and what the controls change.

use crate::support::ready;
use sla_gap::model::lab::{ResponseEvent, ResponseField};
use sla_gap::model::view::response::{SideView, event, view};
use sla_gap::model::{Model, update};

fn model() -> Model {
    ready("#/response")
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
    let after = view(&model);
    assert_eq!(after.chart.unwrap().title, before);
    assert!(
        after
            .fields
            .iter()
            .all(|field| field.error.contains("\"soon\""))
    );
}

#[test]
fn every_option_leads_somewhere() {
    let mut model = model();
    let keys: Vec<_> = view(&model)
        .lists
        .iter()
        .flat_map(|list| {
            list.options
                .iter()
                .map(|(key, _)| (list.event)(key).unwrap())
        })
        .collect();
    for event in keys {
        say(&mut model, event);
        let view = view(&model);
        assert_eq!(view.sides.len(), 2);
        for list in view.lists {
            assert!(
                list.options.iter().any(|(key, _)| *key == list.chosen),
                "{}",
                list.id
            );
        }
        for row in view.chart.unwrap().rows {
            assert!(
                row.bars
                    .iter()
                    .all(|bar| bar.from >= 0 && bar.from + bar.width <= 1_002)
            );
        }
    }
}
