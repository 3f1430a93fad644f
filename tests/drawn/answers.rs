//! Questions and gaps, the quick check and its verdict.

use crate::support::{answered, blank, draw, ready};
use crate::{MARKUP, RIGHT_TO_LEFT, same};
use engine::assessment::{Answer, AskState, ProtectionId, Response};
use sla_gap::components::{self, GapEntry, Question};
use sla_gap::model::view::assess::{card, verdict};
use sla_gap::model::view::results::gaps;
use sla_gap::model::{Edit, Event, Model, ViewEvent, update};
use yew::prelude::*;

fn id(text: &str) -> ProtectionId {
    text.parse().unwrap()
}

fn edited(mut model: Model, edits: Vec<Edit>) -> Model {
    for edit in edits {
        update(&mut model, Event::Edited(edit));
    }
    model
}

async fn question(name: &str, model: Model) {
    let card = card(&model, id("ML-05"));
    let html = draw(move || html! { <Question card={card.clone()} /> });
    same(name, &html.await, None);
}

#[tokio::test]
async fn questions() {
    question("question_before_the_catalogue", blank("#/")).await;
    question("question_open", ready("#/")).await;
    let partly = Edit::Response(id("ML-05"), Response::Answered(Answer::Partly));
    question("question_partly", edited(ready("#/"), vec![partly])).await;
    let reason = MARKUP.to_owned();
    let out = Edit::Response(id("ML-05"), Response::NotApplicable { reason });
    let mut model = edited(
        ready("#/"),
        vec![
            out,
            Edit::Quote(id("ML-05"), RIGHT_TO_LEFT.to_owned()),
            Edit::Note(id("ML-05"), MARKUP.to_owned()),
        ],
    );
    update(&mut model, Event::View(ViewEvent::Details(id("ML-05"))));
    question("question_not_applicable_with_details", model).await;
}

#[tokio::test]
async fn gap() {
    let model = edited(
        answered("#/results"),
        vec![
            Edit::Response(id("ML-05"), Response::Answered(Answer::No)),
            Edit::AskState(id("ML-05"), AskState::Offered),
            Edit::AskOwner(id("ML-05"), RIGHT_TO_LEFT.to_owned()),
            Edit::AskCounter(id("ML-05"), MARKUP.to_owned()),
        ],
    );
    let cards = gaps(&model, model.findings.as_ref().unwrap()).cards;
    let card = cards.into_iter().find(|card| card.id == id("ML-05"));
    let card = card.unwrap();
    let html = draw(move || html! { <GapEntry card={card.clone()} /> });
    same("gap_offered", &html.await, None);
}

/// The verdict beside the questions, after these answers to the four.
async fn after(name: &str, answers: [Option<Answer>; 4]) {
    let four = ["ML-06", "ML-05", "ML-02", "SC-01"];
    let given = four.into_iter().zip(answers);
    let edits = given
        .filter_map(|(of, answer)| Some(Edit::Response(id(of), Response::Answered(answer?))))
        .collect();
    let model = edited(ready("#/"), edits);
    let html = draw(move || components::verdict(model.words, verdict(&model), &Callback::noop()));
    same(name, &html.await, None);
}

#[tokio::test]
async fn verdicts() {
    let (yes, no, unknown) = (Some(Answer::Yes), Some(Answer::No), Some(Answer::Unknown));
    after("verdict_nothing_said", [None; 4]).await;
    after("verdict_range", [yes, unknown, None, None]).await;
    after("verdict_decided", [no, no, yes, no]).await;
}
