//! The whole form: every choice, every odd text, what contradicts itself.

use super::super::*;
use super::{TARGET, agreement, all_fields, chosen, field, form, model, path, typed};
use crate::model::{Loading, Model};

/// Odd texts for every field.
const ODD: [&str; 14] = [
    "",
    " ",
    "0",
    "-1",
    "100.0001",
    "1,5",
    "99999999999999999999999",
    "<b>x</b>",
    "\u{202e}abc",
    "é",
    "$",
    "€",
    "1 é",
    "\"",
];

#[test]
fn contradictions_stand_in_their_section_and_figures_open() {
    let mut model = model();
    form(&mut model, FormEvent::AddService(ServiceKind::Network));
    typed(&mut model, TARGET, "99");
    chosen(&mut model, path(Place::Service(0), "period"), "silent");
    let section = |model: &Model| view(model).remove(1);
    assert_eq!(
        section(&model).notes,
        ["Network: 99% of what? The target has no measurement period."]
    );
    chosen(
        &mut model,
        path(Place::Service(0), "period"),
        "calendar-month",
    );
    let shown = section(&model);
    assert!(shown.notes.is_empty());
    let figures: Vec<_> = shown.items[0]
        .figures
        .iter()
        .map(|of| of.text.as_str())
        .collect();
    assert_eq!(
        figures,
        [
            "6 h 43 min 12 s of 672 h may be lost",
            "7 h 26 min 24 s of 744 h may be lost"
        ]
    );
    assert!(!shown.items[0].figures[0].derivation.formula.is_empty());
}

/// An agreement with every list and every refinement open.
fn full() -> Model {
    let mut model = model();
    form(&mut model, FormEvent::AddService(ServiceKind::Network));
    for (key, choice) in [
        ("period", "days"),
        ("window", "weekly"),
        ("coverage", "listed"),
        ("maintenance", "stays"),
        ("remedy", "other"),
    ] {
        chosen(&mut model, path(Place::Service(0), key), choice);
    }
    typed(
        &mut model,
        path(Place::Service(0), "window-hours"),
        "Mon-Fri 9-12",
    );
    form(&mut model, FormEvent::Add(List::Severities));
    typed(&mut model, path(Place::Severity(0), "response"), "4 h");
    chosen(&mut model, path(Place::Credits, "scheme"), "downtime");
    chosen(&mut model, path(Place::Credits, "claim"), "within");
    form(&mut model, FormEvent::Add(List::Tiers));
    chosen(&mut model, path(Place::Term, "renewal"), "automatic");
    typed(&mut model, path(Place::Fees, "recurring"), "$4,800");
    form(&mut model, FormEvent::Add(List::Locations));
    model
}

#[test]
fn every_choice_can_be_made_and_is_shown() {
    let model = full();
    for shown in all_fields(&model) {
        if let FieldKind::Select(options) | FieldKind::Radio(options) = &shown.kind {
            for (key, label) in options {
                let mut model = model.clone();
                chosen(&mut model, shown.path, key);
                assert_eq!(
                    field(&model, shown.path).value,
                    *key,
                    "{label} of {}",
                    shown.id
                );
            }
        }
    }
}

#[test]
fn whatever_is_typed_can_be_saved_and_opened_again() {
    let base = full();
    let mut ids = std::collections::BTreeSet::new();
    for shown in all_fields(&base) {
        assert!(
            ids.insert(shown.id.clone()),
            "{} stands twice on the page",
            shown.id
        );
        for text in ODD.into_iter().chain([
            "2",
            "99.5",
            "4 h",
            "Mon-Fri 8-17",
            "2026-12-25",
            "America/Denver",
            "300.50 EUR",
        ]) {
            let mut model = base.clone();
            typed(&mut model, shown.path, text);
            form(&mut model, FormEvent::Left(shown.path));
            let client = &model.open.client;
            let file = engine::archive::export(client, "test", model.today);
            let again = engine::archive::import(&file)
                .unwrap_or_else(|error| unreachable!("{} = {text}: {error}", shown.id));
            assert_eq!(again.client, **client, "{} = {text}", shown.id);
            if !matches!(shown.kind, FieldKind::Fixed) && field(&model, shown.path).error.is_empty()
            {
                let value = field(&model, shown.path).value;
                let before = client.clone();
                typed(&mut model, shown.path, &value);
                assert_eq!(
                    model.open.client, before,
                    "{}: {value} is read back",
                    shown.id
                );
            }
        }
    }
}

#[test]
fn a_usual_service_is_offered_once() {
    let mut model = model();
    assert!(matches!(model.catalogue, Loading::Waiting));
    form(&mut model, FormEvent::AddService(ServiceKind::HelpDesk));
    assert_eq!(agreement(&model).services[0].name, "Help desk");
    let labels: Vec<String> = view(&model)
        .remove(1)
        .buttons
        .into_iter()
        .map(|button| button.label)
        .collect();
    assert!(
        !labels.contains(&"Add: Help desk".to_owned())
            && labels.contains(&"Add: Another service".to_owned())
    );
}
