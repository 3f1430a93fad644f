//! The results page: what it says for given answers, and that it is sound HTML.

#![allow(clippy::unwrap_used)]

mod gaps;
mod page;
mod plan;
mod scores;
#[path = "../support/mod.rs"]
mod support;

use engine::assessment::{Answer, ProtectionId, Response};
use engine::client::Client;
use sla_gap::model::view::results::{self as view, Stage};
use sla_gap::model::{Edit, Event, Model, Results, update};
use std::rc::Rc;
use support::{blank, catalogue};

fn id(text: &str) -> ProtectionId {
    text.parse().unwrap()
}

/// A model on the results page with these answers.
fn answered(answers: &[(&str, Answer)]) -> Model {
    let mut model = blank("#/results");
    update(&mut model, Event::CatalogueArrived(Ok(catalogue())));
    for (of, answer) in answers {
        say(&mut model, id(of), *answer);
    }
    model
}

fn say(model: &mut Model, of: ProtectionId, answer: Answer) {
    let response = Response::Answered(answer);
    update(model, Event::Edited(Edit::Response(of, response)));
}

/// Changes the client behind the model's back, as a file or the commitments would, and evaluates again.
fn with_client(model: &mut Model, edit: impl FnOnce(&mut Client)) {
    let mut client = (*model.open.client).clone();
    edit(&mut client);
    model.open.client = Rc::new(client);
    update(model, Event::Edited(Edit::Reason("changed".into())));
}

fn results(model: &Model) -> Rc<Results> {
    model.findings.clone().unwrap()
}

#[test]
fn nothing_answered_is_not_zero_percent() {
    let model = blank("#/results");
    assert!(matches!(view::stage(&model), Stage::Waiting));
    let model = answered(&[]);
    assert!(matches!(view::stage(&model), Stage::Empty));
    let model = answered(&[("SC-01", Answer::Unknown)]);
    assert!(matches!(view::stage(&model), Stage::Ready(..)));
}
