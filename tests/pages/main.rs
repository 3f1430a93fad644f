//! Every screen, rendered without a browser, in every state that it can be met in: its structure holds together.
#![allow(clippy::unwrap_used, clippy::panic)]

mod brand;
mod framed;
mod links;
mod structure;
#[path = "../support/mod.rs"]
mod support;
mod words;

use engine::brand::ContactLink;
use engine::rubric::Depth;
use sla_gap::model::{
    Event, LibraryEvent, Model, SaveOutcome, StoreProblem, Stored, ViewEvent, update,
};
use sla_gap::routes::Route;
use std::collections::{BTreeMap, BTreeSet};
use support::html::{Element, parse};
use support::{answered, blank, catalogue, ready, render, sample, sample_link, with_contact};

/// The states in which every screen is looked at.
fn states(address: &str) -> Vec<(&'static str, Model)> {
    let after = |mut model: Model, events: Vec<Event>| {
        for event in events {
            update(&mut model, event);
        }
        model
    };
    let first = catalogue().protections()[0].id;
    let all = vec![
        Event::View(ViewEvent::Depth(Depth::Full)),
        Event::View(ViewEvent::Details(first)),
        Event::View(ViewEvent::Details("ML-06".parse().unwrap())),
    ];
    let id = ready(address).open.client.id.clone();
    let conflict = SaveOutcome::Conflict(Stored {
        id: id.clone(),
        revision: 9,
        file: "{".to_owned(),
    });
    let mut states = vec![
        ("blank", blank(address)),
        (
            "no catalogue",
            after(
                blank(address),
                vec![Event::CatalogueArrived(Err("<404>".to_owned()))],
            ),
        ),
        ("nothing answered", ready(address)),
        ("20 answers", answered(address)),
        ("every question open", after(answered(address), all)),
        (
            "not kept",
            after(
                answered(address),
                vec![Event::StoreFailed(StoreProblem::Full)],
            ),
        ),
        (
            "two tabs",
            after(
                answered(address),
                vec![
                    Event::SaveDue,
                    Event::Saved {
                        id: id.clone(),
                        outcome: conflict,
                    },
                ],
            ),
        ),
        (
            "a firm to reach",
            with_contact(
                sample(address),
                ContactLink::Web("https://harbor.example/".to_owned()),
            ),
        ),
        (
            "a message",
            after(
                answered(address),
                vec![Event::Library(LibraryEvent::Delete(id))],
            ),
        ),
    ];
    if address == Route::Shared.hash() {
        let came = vec![Event::RouteChanged(sample_link())];
        states.push(("what came with a link", after(sample("#/"), came)));
    }
    states
}

/// Runs a check on every screen in every state; what it finds is listed together.
async fn everywhere(check: impl Fn(&[Element]) -> Vec<String>) {
    let mut problems = BTreeMap::<String, BTreeSet<String>>::new();
    for route in Route::ALL {
        for (state, model) in states(route.hash()) {
            for problem in check(&parse(&render(model).await)) {
                problems
                    .entry([route.hash(), ": ", &problem].concat())
                    .or_default()
                    .insert(state.to_owned());
            }
        }
    }
    let list: Vec<String> = problems
        .iter()
        .map(|(problem, states)| format!("{problem} {states:?}"))
        .collect();
    assert!(list.is_empty(), "{}", list.join("\n"));
}
