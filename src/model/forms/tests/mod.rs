//! The form as a person uses it: events in, the stored client and the shown fields out.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::model::{Effect, Event, Loading, Model, Start, update};
use engine::agreement::{Agreement, ClockBasis, CreditScheme, Locations, Stated, TimeLimit};
use engine::calendar::NaiveDate;
use engine::quantity::{Percent, Seconds};

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

fn model() -> Model {
    Model::new(Start {
        today: NaiveDate::from_ymd_opt(2026, 6, 1).unwrap(),
        seed: 7,
        theme: None,
        last_open: None,
        address: "#/commitments".to_owned(),
        version: "test".to_owned(),
        focus: None,
        quick: engine::assessment::Answers::default(),
        ..Start::default()
    })
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

#[test]
fn a_service_says_what_its_target_allows() {
    let mut model = model();
    form(&mut model, FormEvent::AddService(ServiceKind::Network));
    typed(&mut model, TARGET, "99");
    chosen(&mut model, path(Place::Service(0), "period"), "two-weeks");
    chosen(
        &mut model,
        path(Place::Service(0), "window"),
        "all-the-time",
    );
    let row = |model: &Model| view(model).remove(1).table.unwrap().rows.remove(0).1;
    assert_eq!(
        row(&model),
        [
            "Network",
            "99%",
            "Every two weeks",
            "3 h 21 min 36 s of 336 h"
        ]
    );
    chosen(&mut model, path(Place::Service(0), "window"), "weekly");
    typed(
        &mut model,
        path(Place::Service(0), "window-hours"),
        "Mon-Thu 8-17, Fri 8-13",
    );
    // 1 % of 2 × 41 h.
    assert_eq!(row(&model)[3], "49 min 12 s of 82 h");
    chosen(
        &mut model,
        path(Place::Service(0), "period"),
        "calendar-month",
    );
    assert_eq!(row(&model)[3], "Depends on the dates: see Downtime");
    chosen(&mut model, path(Place::Service(0), "window"), "");
    assert_eq!(
        row(&model)[3],
        "6 h 43 min 12 s to 7 h 26 min 24 s of 672 h to 744 h, if every hour counts"
    );
}

#[test]
fn a_wrong_text_stays_beside_what_is_stored() {
    let mut model = model();
    form(&mut model, FormEvent::AddService(ServiceKind::Other));
    typed(&mut model, TARGET, "99.9");
    typed(&mut model, TARGET, "100.0001");
    assert_eq!(field(&model, TARGET).value, "100.0001");
    assert_eq!(
        field(&model, TARGET).error,
        "",
        "nobody is told while typing"
    );
    let said = form(&mut model, FormEvent::Left(TARGET));
    assert!(matches!(&said[..], [Effect::Announce(_)]));
    assert_eq!(form(&mut model, FormEvent::Left(TARGET)), [], "said once");
    assert_eq!(
        field(&model, TARGET).error,
        "100.0001 is above 100. Type a percentage from 0 to 100, such as 99.9."
    );
    assert_eq!(
        agreement(&model).services[0].target,
        Stated::Says(Percent::parse("99.9").unwrap())
    );
    typed(&mut model, TARGET, "99.950");
    assert_eq!(
        field(&model, TARGET).error,
        "",
        "but at once when it is right"
    );
    assert_eq!(field(&model, TARGET).value, "99.950");
    form(&mut model, FormEvent::Left(TARGET));
    assert_eq!(field(&model, TARGET).value, "99.95");
}

#[test]
fn silent_is_not_the_same_as_not_looked_at() {
    let mut model = model();
    form(&mut model, FormEvent::AddService(ServiceKind::Other));
    typed(&mut model, TARGET, "99");
    form(&mut model, FormEvent::Silent(TARGET, true));
    assert_eq!(agreement(&model).services[0].target, Stated::Silent);
    assert_eq!(
        (
            field(&model, TARGET).value.as_str(),
            field(&model, TARGET).silence
        ),
        ("", Silence::Said)
    );
    form(&mut model, FormEvent::Silent(TARGET, false));
    assert_eq!(agreement(&model).services[0].target, Stated::NotLookedAt);
    chosen(&mut model, path(Place::Service(0), "counting"), "silent");
    assert!(agreement(&model).services[0].counting.is_silent());
}

#[test]
fn letters_of_one_field_are_one_step_back() {
    let mut model = model();
    form(&mut model, FormEvent::AddService(ServiceKind::Other));
    for text in ["9", "99", "99.", "99.9"] {
        typed(&mut model, TARGET, text);
    }
    let effects = update(&mut model, Event::Undo);
    assert!(effects.contains(&Effect::SaveSoon));
    assert_eq!(agreement(&model).services[0].target, Stated::NotLookedAt);
    assert_eq!(field(&model, TARGET).value, "");
}

#[test]
fn times_keep_their_clock() {
    let mut model = model();
    form(&mut model, FormEvent::Add(List::Severities));
    let of = |key| path(Place::Severity(0), key);
    typed(&mut model, of("response"), "30 min");
    let promise = |model: &Model| *agreement(model).severities[0].response.says().unwrap();
    assert_eq!(promise(&model).clock, ClockBasis::SupportHours);
    chosen(&mut model, of("response-clock"), "around-the-clock");
    typed(&mut model, of("response"), "1");
    assert_eq!(
        (promise(&model).limit, promise(&model).clock),
        (TimeLimit::Time(Seconds::HOUR), ClockBasis::AroundTheClock)
    );
    typed(&mut model, of("resolution"), "Next business day");
    assert_eq!(
        agreement(&model).severities[0]
            .resolution
            .says()
            .unwrap()
            .limit,
        TimeLimit::BusinessDays(1)
    );
    assert!(
        all_fields(&model)
            .iter()
            .all(|field| field.path != of("resolution-clock"))
    );
    form(&mut model, FormEvent::Add(List::Severities));
    form(&mut model, FormEvent::Add(List::Severities));
    form(&mut model, FormEvent::Remove(List::Severities, 1));
    form(&mut model, FormEvent::Add(List::Severities));
    let levels: Vec<_> = agreement(&model)
        .severities
        .iter()
        .map(|of| of.level)
        .collect();
    assert!(
        levels.is_sorted() && levels.len() == 3,
        "the gap is filled in its place"
    );
}

#[test]
fn a_credit_table_may_have_gaps() {
    let mut model = model();
    chosen(&mut model, path(Place::Credits, "scheme"), "availability");
    form(&mut model, FormEvent::Add(List::Tiers));
    form(&mut model, FormEvent::Add(List::Tiers));
    for (at, below, end, credit) in [(0, "99.9", "99", "5"), (1, "98", "", "10")] {
        typed(&mut model, path(Place::Tier(at), "below"), below);
        typed(&mut model, path(Place::Tier(at), "down-to"), end);
        typed(&mut model, path(Place::Tier(at), "credit"), credit);
    }
    let Some(CreditScheme::ByAvailability(tiers)) = agreement(&model).credits.scheme.says() else {
        unreachable!()
    };
    assert_eq!(tiers[0].down_to, Percent::parse("99").ok());
    assert_eq!(
        (tiers[1].below, tiers[1].down_to),
        (Percent::parse("98").unwrap(), None)
    );
    chosen(&mut model, path(Place::Credits, "scheme"), "availability");
    form(&mut model, FormEvent::Remove(List::Tiers, 0));
    let Some(CreditScheme::ByAvailability(tiers)) = agreement(&model).credits.scheme.says() else {
        unreachable!()
    };
    assert_eq!(tiers.len(), 1);
}

#[test]
fn the_term_shows_its_dates() {
    let mut model = model();
    typed(&mut model, path(Place::Term, "starts"), "3/1/2024");
    typed(&mut model, path(Place::Term, "months"), "3 years");
    chosen(&mut model, path(Place::Term, "renewal"), "automatic");
    typed(&mut model, path(Place::Term, "notice"), "60");
    let facts = view(&model)
        .into_iter()
        .find(|section| section.id == "term")
        .unwrap()
        .facts;
    let dates: Vec<&str> = facts.iter().map(|(_, date)| date.as_str()).collect();
    assert_eq!(dates, ["February 28, 2027", "December 30, 2026"]);
}

#[test]
fn locations_go_from_a_number_to_names_and_back() {
    let mut model = model();
    let count = path(Place::Organization, "count");
    typed(&mut model, count, "0");
    assert_eq!(model.open.client.organization.locations, Locations::NotSaid);
    typed(&mut model, count, "3");
    form(&mut model, FormEvent::NameLocations);
    assert_eq!(model.open.client.organization.locations.named().len(), 3);
    assert_eq!(essentials(&model)[0].kind, FieldKind::Fixed);
    let effects = form(&mut model, FormEvent::CountLocations);
    assert!(effects.contains(&Effect::SaveSoon));
    assert_eq!(
        model.open.client.organization.locations,
        Locations::Count(3)
    );
    update(&mut model, Event::NoticeUndone);
    assert_eq!(model.open.client.organization.locations.named().len(), 3);
}

#[test]
fn a_listed_location_goes_from_the_list_when_it_is_removed() {
    let mut model = model();
    typed(&mut model, path(Place::Organization, "count"), "2");
    form(&mut model, FormEvent::NameLocations);
    form(&mut model, FormEvent::AddService(ServiceKind::Email));
    chosen(&mut model, path(Place::Service(0), "coverage"), "listed");
    let list = path(Place::Service(0), "coverage-list");
    typed(&mut model, list, "location 2; Nowhere");
    form(&mut model, FormEvent::Left(list));
    assert!(field(&model, list).error.starts_with("\"Nowhere\" is not"));
    typed(&mut model, list, "location 2; Location 1");
    form(&mut model, FormEvent::Left(list));
    assert_eq!(field(&model, list).value, "Location 2; Location 1");
    form(&mut model, FormEvent::Remove(List::Locations, 0));
    assert_eq!(field(&model, list).value, "Location 2");
}

#[test]
fn rows_of_a_spreadsheet_become_locations() {
    let mut model = model();
    typed(&mut model, path(Place::Organization, "count"), "1");
    form(&mut model, FormEvent::NameLocations);
    let id = model.open.client.organization.locations.named()[0]
        .id
        .clone();
    let rows = "Chairs,Site,Opening hours,Notes\r\n8,Location 1,\"Mon-Thu 8-17, Fri 8-13\",x\r\nmany,\"The \"\"Mill\"\"\",Mon 8,\r\n,,,\r\n4,,,";
    form(&mut model, FormEvent::PasteTyped(rows.to_owned()));
    let shown = paste(&model);
    assert_eq!(shown.found, "2 locations found.");
    assert_eq!(
        shown.troubles,
        [
            "Row 3, Chairs: \"many\" is not a whole number. Type digits, such as 12.",
            "Row 3, Opening hours: \"8\" has no end. Type both times, such as 8:00-17:00.",
            "Row 5, Name: There is no name. Type one to keep this row.",
        ]
    );
    assert_eq!(
        model.open.client.organization.locations.named().len(),
        1,
        "nothing before the button"
    );
    form(&mut model, FormEvent::PasteUsed(PasteUse::Replace));
    let named = model.open.client.organization.locations.named();
    assert_eq!(named.len(), 2);
    assert_eq!(
        (named[0].id.as_str(), named[0].profile.chairs),
        (id.as_str(), Some(8))
    );
    assert_eq!(
        named[0].profile.opening_hours.as_ref().unwrap().to_string(),
        "Mon-Thu 8:00-17:00, Fri 8:00-13:00"
    );
    assert_eq!(
        (named[1].name.as_str(), named[1].profile.chairs),
        ("The \"Mill\"", None)
    );
    update(&mut model, Event::NoticeUndone);
    assert_eq!(model.open.client.organization.locations.named().len(), 1);
}

#[test]
fn ten_thousand_locations_are_shown_by_pages() {
    let mut model = model();
    let rows: String = (0..10_001)
        .map(|at| {
            [
                "Site ",
                &at.to_string(),
                "\tMountain\tMon-Fri 8-17\t4\t$300\t80\t50\t9\n",
            ]
            .concat()
        })
        .collect();
    form(&mut model, FormEvent::PasteTyped(rows));
    assert_eq!(paste(&model).found, "10,000 locations found.");
    form(&mut model, FormEvent::PasteUsed(PasteUse::Replace));
    form(&mut model, FormEvent::ShowFrom(9_950));
    let section = view(&model).pop().unwrap();
    assert_eq!(section.items.len(), 50);
    assert_eq!(
        section.paging.unwrap().shown,
        "Locations 9,951 to 10,000 of 10,000"
    );
    assert_eq!(section.items[0].fields[1].value, "America/Denver");
    form(&mut model, FormEvent::Add(List::Locations));
    assert_eq!(
        model.open.client.organization.locations.named().len(),
        10_000
    );
}

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
