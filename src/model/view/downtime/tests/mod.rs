//! The calculator as a person uses it.

#![allow(clippy::unwrap_used)]

mod answers;
mod question;

use super::*;
use crate::model::fixture::blank;
use crate::model::lab::{Field, LabEvent};
use crate::model::{Event, update};
use engine::agreement::LocationProfile;
use engine::calendar::{WallTime, Weekday, WeeklyWindow, WeeklyWindows};
use engine::client::Client;
use engine::quantity::{Currency, Money, Percent};
use std::rc::Rc;

fn model() -> Model {
    blank("#/downtime", "2026-02-10")
}

fn lab(model: &mut Model, event: LabEvent) {
    assert!(update(model, Event::Lab(event)).is_empty());
}

fn typed(model: &mut Model, field: Field, text: &str) {
    lab(model, LabEvent::Typed(field, text.to_owned()));
}

fn with_client(model: &mut Model, edit: impl FnOnce(&mut Client)) {
    let mut client = (*model.open.client).clone();
    edit(&mut client);
    model.open.client = Rc::new(client);
}

fn office_week() -> WeeklyWindows {
    let time = |hour: u32| WallTime::from_second(hour * 3_600).unwrap();
    let days = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
    ];
    days.into_iter()
        .map(|day| WeeklyWindow::new(day, time(8), time(17)).unwrap())
        .collect()
}

fn seed_profile() -> LocationProfile {
    LocationProfile {
        opening_hours: Some(office_week()),
        chairs: Some(6),
        production_per_chair_hour: Some(Money::parse("300", Currency::USD).unwrap()),
        share_stopped: Some(Percent::HUNDRED),
        share_rebooked: Some(Percent::ZERO),
        users: Some(20),
        ..LocationProfile::default()
    }
}

fn headline_of(model: &Model) -> String {
    headline(model, &model.question()).allowance.text
}

fn section(model: &Model, id: &str) -> Section {
    sections(model, &model.question())
        .into_iter()
        .find(|section| section.id == id)
        .unwrap()
}

fn facts(model: &Model, id: &str) -> Vec<String> {
    section(model, id)
        .facts
        .into_iter()
        .map(|(_, shown)| shown.text)
        .collect()
}
