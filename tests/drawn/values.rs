//! What is shown and not filled in: figures, scores, marks, messages, tables to attach.

use crate::support::{catalogue, draw};
use crate::{MARKUP, RIGHT_TO_LEFT, same};
use engine::rubric::Schedule;
use sla_gap::components::{Banner, FigureView, Meter, Send, StateMark, copy, schedule};
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
        text: "3 h 21 min 36 s".to_owned(),
        derivation,
    };
    let html = draw(move || {
        html! { <><FigureView class="figure--headline" shown={full.clone()} /><FigureView shown={Shown::default()} /></> }
    });
    same("figure", &html.await, None);
}

#[tokio::test]
async fn scores_and_marks() {
    let html = draw(|| {
        html! {
            <>
                <Meter label="Coverage" figure="42–58%" low={42} high={58} />
                <Meter label={MARKUP} figure="100%" low={100} high={250} />
                for state in ["met", "partly", "missing", "opposite", "unknown", "open", "out"] {
                    <StateMark key={state} {state} label={["It is ", state].concat()} />
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
                <Banner title={MARKUP} body={RIGHT_TO_LEFT} />
                <Banner title="Not saved" body="The disk is full.">{ copy(&send(), "button", "Copy", None, "text".to_owned()) }</Banner>
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
