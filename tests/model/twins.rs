//! A file with a client that is here already: the same state brings nothing, another one stands beside it until somebody
//! decides.

use crate::support::ready;
use crate::{answer, file, id, name, opened, response, settle};
use engine::assessment::{Answer, Response};
use sla_gap::model::compare::OTHER;
use sla_gap::model::twins::TwinEvent;
use sla_gap::model::view::compare::view;
use sla_gap::model::view::shell;
use sla_gap::model::{Edit, Effect, Event, Model, update};
use sla_gap::routes::Route;

fn twin(model: &mut Model, event: TwinEvent) -> Vec<Effect> {
    update(model, Event::Twin(event))
}

fn names(model: &Model) -> Vec<String> {
    let shelf = model.shelf.values().map(|of| of.client.name.clone());
    let mut all: Vec<_> = shelf.chain([model.open.client.name.clone()]).collect();
    all.sort();
    all
}

/// A client that was saved with one answer, and changed since.
fn changed() -> Model {
    let mut model = ready("#/");
    name(&mut model, "Smile");
    answer(&mut model, "SC-01", Answer::Yes);
    let note = Edit::Note(id("SC-01"), "from the file".to_owned());
    update(&mut model, Event::Edited(note));
    settle(&mut model);
    let text = file(&model);
    answer(&mut model, "SC-01", Answer::No);
    settle(&mut model);
    update(&mut model, opened("smile.json", &text));
    settle(&mut model);
    model
}

#[test]
fn the_same_state_brings_nothing() {
    let mut model = ready("#/");
    name(&mut model, "Smile");
    settle(&mut model);
    let (text, before) = (file(&model), model.open.client.clone());
    let effects = update(&mut model, opened("smile.json", &text));
    assert_eq!(model.open.client, before);
    assert!(model.shelf.is_empty() && model.twins().is_none());
    assert!(!effects.iter().any(|of| matches!(of, Effect::Save(_))));
    let said = model.notice.as_ref().unwrap().text.clone();
    assert!(
        said.contains("already") && said.contains("smile.json"),
        "{said}"
    );
}

#[test]
fn another_state_stands_beside_until_somebody_decides() {
    let mut model = changed();
    assert_eq!(names(&model), ["Smile", "Smile (from a file)"]);
    let body = shell::twins(&model).unwrap();
    assert!(
        body.contains("smile.json") && body.contains("Smile"),
        "{body}"
    );
    let effects = twin(&mut model, TwinEvent::Look);
    assert!(effects.contains(&Effect::GoTo(Route::Compare)));
    let shown = view(&model);
    assert!(shown.picks[0].1.starts_with(OTHER), "{:?}", shown.picks);
    assert!(shown.heads[0].starts_with("Smile: "), "{:?}", shown.heads);
    assert!(shown.heads[1].starts_with("Smile (from a file): "));
    let answers = shown.sections.iter().find(|of| of.id == "answers").unwrap();
    assert_eq!(answers.rows.len(), 1);
    // Notes are part of a state too, and the same in both here.
    assert!(shown.sections.iter().all(|of| of.id != "kept"));
    assert!(shown.same.contains("Notes and details"), "{}", shown.same);
    // Looking decides nothing.
    assert!(model.twins().is_some());
    twin(&mut model, TwinEvent::Both);
    assert!(model.twins().is_none() && names(&model).len() == 2);
}

#[test]
fn one_of_them_can_be_kept_and_the_other_taken_back() {
    let mut model = changed();
    let yes = Response::Answered(Answer::Yes);
    twin(&mut model, TwinEvent::Brought);
    assert_eq!(names(&model), ["Smile"]);
    assert_eq!(response(&model, "SC-01"), yes);
    // It says what was kept, not only what is gone.
    let said = model.notice.as_ref().unwrap().text.clone();
    assert!(said.contains("the file brought is kept"), "{said}");
    update(&mut model, Event::NoticeUndone);
    assert_eq!(names(&model), ["Smile", "Smile"]);

    let mut model = changed();
    twin(&mut model, TwinEvent::Here);
    assert_eq!(names(&model), ["Smile"]);
    assert_eq!(response(&model, "SC-01"), Response::Answered(Answer::No));
}

#[test]
fn a_client_that_is_gone_waits_for_no_decision() {
    let mut model = changed();
    let other = model.shelf.keys().next().unwrap().clone();
    crate::library(&mut model, sla_gap::model::LibraryEvent::Delete(other));
    assert!(model.twins().is_none() && shell::twins(&model).is_none());
    assert_eq!(twin(&mut model, TwinEvent::Here), []);
}
