//! Locations: counted, named, pasted, by the thousand.

use super::super::*;
use super::{chosen, field, form, model, path, typed};
use crate::model::{Effect, Event, update};
use engine::agreement::Locations;

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
fn a_pasted_name_is_the_same_location_whatever_its_capitals() {
    let mut model = model();
    let paste = |model: &mut Model, rows: &str| {
        form(model, FormEvent::PasteTyped(rows.to_owned()));
        form(model, FormEvent::PasteUsed(PasteUse::Replace));
        let named = model.open.client.organization.locations.named();
        named.iter().map(|of| of.id.clone()).collect::<Vec<_>>()
    };
    let before = paste(&mut model, "Name\tChairs\nÉcully\t4\nÖstermalm\t5\n");
    let after = paste(&mut model, "Name\tChairs\nÖSTERMALM\t5\nÉCULLY\t4\n");
    assert_eq!(after, [before[1].clone(), before[0].clone()]);
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
