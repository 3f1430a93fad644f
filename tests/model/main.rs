//! The app without a browser, as scripts: what happened, and exactly what it asks for.
#![allow(clippy::unwrap_used, clippy::panic)]

mod answering;
mod brand;
mod chain;
mod clients;
mod compare;
mod conflicts;
mod contact;
mod device;
mod embed;
mod files;
mod languages;
mod library;
mod locked;
mod messages;
mod newer;
mod present;
mod present_keys;
mod report;
mod response;
mod saving;
mod share;
#[path = "../support/mod.rs"]
mod support;
mod trouble;
mod twins;
mod undo;
mod versions;

use engine::archive;
use engine::assessment::{Answer, ProtectionId, Response};
use sla_gap::model::{
    Edit, Effect, Event, LibraryEvent, Model, OpenedFile, Record, SaveOutcome, update,
};
use support::today;

fn id(text: &str) -> ProtectionId {
    text.parse().unwrap()
}

fn answer(model: &mut Model, protection: &str, answer: Answer) -> Vec<Effect> {
    update(
        model,
        Event::Edited(Edit::Response(id(protection), Response::Answered(answer))),
    )
}

fn name(model: &mut Model, name: &str) -> Vec<Effect> {
    update(model, Event::Edited(Edit::ClientName(name.to_owned())))
}

fn response(model: &Model, protection: &str) -> Response {
    model.answers().get(id(protection)).response.clone()
}

fn library(model: &mut Model, event: LibraryEvent) -> Vec<Effect> {
    update(model, Event::Library(event))
}

fn saves(effects: &[Effect]) -> Vec<&Record> {
    effects
        .iter()
        .filter_map(|effect| {
            if let Effect::Save(record) = effect {
                Some(record)
            } else {
                None
            }
        })
        .collect()
}

fn done(model: &mut Model, record: &Record) -> Vec<Effect> {
    update(
        model,
        Event::Saved {
            id: record.id.clone(),
            outcome: SaveOutcome::Done(record.revision),
        },
    )
}

/// Lets typing pause and the database answer.
fn settle(model: &mut Model) -> Vec<Record> {
    let effects = update(model, Event::SaveDue);
    let records: Vec<Record> = saves(&effects).into_iter().cloned().collect();
    for record in &records {
        done(model, record);
    }
    records
}

fn file(model: &Model) -> String {
    archive::export(&model.open.client, "0.1.0", today())
}

fn opened(name: &str, text: &str) -> Event {
    Event::FileOpened(OpenedFile {
        name: name.to_owned(),
        text: Ok(text.to_owned()),
    })
}
