//! What is shown and not filled in: figures, scores, marks, messages, tables to attach.

use crate::support::{catalogue, draw};
use crate::{MARKUP, RIGHT_TO_LEFT, same};
use engine::rubric::Schedule;
use sla_gap::components::{Send, banner, copy, figure, meter, schedule, state_mark};
use sla_gap::model::view::figure::{DerivationView, InputView, Shown};
use sla_gap::words::Words;
use yew::prelude::*;

#[tokio::test]
async fn figures() {
    let derivation = DerivationView {
        formula: "Measured time × (100% − target)".to_owned(),
        inputs: vec![
            InputView {
                name: "Target".to_owned(),
                value: "99%".to_owned(),
                origin: "the agreement says".to_owned(),
            },
            InputView {
                name: MARKUP.to_owned(),
                value: RIGHT_TO_LEFT.to_owned(),
                origin: "typed".to_owned(),
            },
        ],
        convention: Some("Two weeks".to_owned()),
        rounding: "Rounded down".to_owned(),
    };
    let full = Shown {
        words: Words::english(),
        text: "3 h 21 min 36 s".to_owned(),
        derivation,
    };
    let html = draw(move || {
        let none = Shown::default();
        html! { <>{ figure(&full, "figure figure--headline") }{ figure(&none, "figure") }</> }
    });
    same("figure", &html.await, None);
}

#[tokio::test]
async fn scores_and_marks() {
    let marks = [
        ("met", "It is met"),
        ("partly", "It is partly"),
        ("missing", "It is missing"),
        ("opposite", "It is opposite"),
        ("unknown", "It is unknown"),
        ("open", "It is open"),
        ("out", "It is out"),
    ];
    let html = draw(move || {
        html! {
            <>
                { meter("Coverage", "42–58%".to_owned(), 42, 58) }
                { meter(MARKUP, "100%".to_owned(), 100, 250) }
                for mark in marks {
                    { state_mark(mark) }
                }
            </>
        }
    });
    same("score", &html.await, None);
}

#[tokio::test]
async fn messages_and_buttons() {
    let send = || Send(Callback::noop());
    let html = draw(move || {
        html! {
            <>
                { banner(MARKUP, RIGHT_TO_LEFT.to_owned(), Html::default()) }
                { banner("Not saved", "The disk is full.".to_owned(), copy(&send(), "button", "Copy", None, "text".to_owned())) }
                { copy(&send(), "button button--primary", "Copy", Some(["Copy ", MARKUP].concat()), String::new()) }
            </>
        }
    });
    same("banner_and_copy", &html.await, None);
}

#[tokio::test]
async fn tables_to_attach() {
    let words = |list: &[&str]| list.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
    let awkward = Schedule {
        id: "awkward".to_owned(),
        title: MARKUP.to_owned(),
        purpose: RIGHT_TO_LEFT.to_owned(),
        columns: words(&["Level", "Name"]),
        rows: vec![words(&["1", MARKUP]), words(&["", "left to fill in"])],
        notes: Vec::new(),
    };
    let real = catalogue().schedules()[0].clone();
    let html = draw(move || {
        let table =
            |of: &Schedule| schedule(&Send(Callback::noop()), Words::english(), of, of.id.clone());
        html! { <><div>{ table(&awkward) }</div><div>{ table(&real) }</div></> }
    });
    same("schedule", &html.await, None);
}
