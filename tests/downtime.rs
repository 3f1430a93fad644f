//! The downtime calculator with the catalogue's templates and published promises.
#![allow(clippy::unwrap_used)]

mod support;

use sla_gap::model::lab::{LabEvent, Window};
use sla_gap::model::view::downtime::{Section, form, headline, sections};
use sla_gap::model::{Event, LibraryEvent, Model, update};
use support::{ready, render};

fn section(model: &Model, id: &str) -> Section {
    sections(model, &model.question())
        .into_iter()
        .find(|section| section.id == id)
        .unwrap()
}

fn allowance(model: &Model) -> String {
    headline(model, &model.question()).allowance.text
}

#[test]
fn an_example_week_stands_in_until_there_are_opening_hours() {
    let model = ready("#/downtime");
    let opening = section(&model, "lab-opening");
    assert_eq!(opening.facts[1].1.text, "96.266666% (rounded down)");
    assert_eq!(
        opening.facts[1].1.derivation.inputs[2].origin,
        "from the catalog"
    );
    assert!(opening.says[1].contains("Mon-Fri 8-17"));
    assert!(opening.enter.is_some());
}

#[test]
fn a_template_of_hours_changes_what_is_measured() {
    let mut model = ready("#/downtime");
    let hours = Window::Template("dental-week".to_owned());
    update(&mut model, Event::Lab(LabEvent::Window(hours)));
    assert_eq!(allowance(&model), "49 min 12 s");
    let gone = Window::Template("no such".to_owned());
    update(&mut model, Event::Lab(LabEvent::Window(gone)));
    assert_eq!(allowance(&model), "3 h 21 min 36 s");
    assert_eq!(form(&model).window.chosen, "always");
}

#[test]
fn every_published_promise_can_be_tried() {
    let model = ready("#/downtime");
    let published = form(&model).published;
    assert!(!published.is_empty());
    for preset in published {
        let mut model = model.clone();
        update(&mut model, Event::Lab(preset.event));
        let head = headline(&model, &model.question());
        assert!(head.stale.is_empty(), "{}", preset.label);
        assert_eq!(
            head.allowance.derivation.inputs[1].origin, "from the catalog",
            "{}",
            preset.label
        );
    }
}

#[tokio::test]
async fn the_sample_is_answered() {
    let mut model = ready("#/downtime");
    update(&mut model, Event::Library(LibraryEvent::Sample));
    let money = section(&model, "lab-money");
    assert!(money.facts[0].1.text.starts_with('$'), "{:?}", money.says);
    assert!(!form(&model).agreed.is_empty());
    let html = render(model).await;
    assert!(html.contains("lab-money"));
}
