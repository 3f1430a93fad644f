//! The form as a person uses it: events in, the stored client and the shown fields out.

#![allow(clippy::unwrap_used)]

mod fields;
mod locations;
mod whole;

use super::*;
use crate::model::fixture::blank;
use crate::model::{Effect, Event, Model, update};
use engine::agreement::Agreement;

fn model() -> Model {
    blank("#/commitments", "2026-06-01")
}

fn form(model: &mut Model, event: FormEvent) -> Vec<Effect> {
    update(model, Event::Form(event))
}

const fn path(place: Place, key: &'static str) -> FieldPath {
    FieldPath { place, key }
}

fn typed(model: &mut Model, path: FieldPath, text: &str) {
    form(model, FormEvent::Typed(path, text.to_owned()));
}

fn chosen(model: &mut Model, path: FieldPath, key: &'static str) {
    form(model, FormEvent::Chosen(path, key));
}

fn agreement(model: &Model) -> &Agreement {
    &model.record().unwrap().agreement
}

fn all_fields(model: &Model) -> Vec<Field> {
    view(model)
        .into_iter()
        .flat_map(|section| {
            section
                .fields
                .into_iter()
                .chain(section.items.into_iter().flat_map(|item| item.fields))
        })
        .collect()
}

fn field(model: &Model, path: FieldPath) -> Field {
    all_fields(model)
        .into_iter()
        .find(|field| field.path == path)
        .unwrap()
}

const TARGET: FieldPath = path(Place::Service(0), "target");
