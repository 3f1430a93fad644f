//! The locations: how many, or each by its name, a page at a time.

use super::super::path::{List, Place};
use super::super::spec::fields;
use super::super::{Field, FieldKind, FormEvent, organization};
use super::{Button, Item, Paging, Section, add, is_fresh, plain, remove};
use crate::model::Model;
use crate::text::commitments as text;
use engine::agreement::{Location, Locations, Organization};

/// Named locations that are shown at once.
pub const PAGE: usize = 50;

/// The three facts that decide what counts.
pub fn essentials(model: &Model) -> Vec<Field> {
    let organization = &model.open.client.organization;
    let mut list = fields(
        &organization::specs(),
        organization,
        Place::Organization,
        model.words,
        &model.drafts,
    );
    if let (Locations::Named(_), Some(count)) = (&organization.locations, list.first_mut()) {
        count.kind = FieldKind::Fixed;
        model
            .words
            .get(text::LOCATIONS_NAMED_HINT)
            .clone_into(&mut count.hint);
    }
    list
}

pub(super) fn locations(model: &Model, organization: &Organization) -> Section {
    let words = model.words;
    let named = organization.locations.named();
    let from = if model.drafts.from < named.len() {
        model.drafts.from
    } else {
        0
    };
    let items = named
        .iter()
        .enumerate()
        .skip(from)
        .take(PAGE)
        .map(|(at, of)| location_item(model, at, of))
        .collect();
    let mut buttons = vec![add(model, text::ADD_LOCATION, List::Locations)];
    buttons.push(if named.is_empty() {
        Button {
            label: words.get(text::NAME_LOCATIONS).to_owned(),
            event: FormEvent::NameLocations,
        }
    } else {
        Button {
            label: words.get(text::COUNT_LOCATIONS).to_owned(),
            event: FormEvent::CountLocations,
        }
    });
    Section {
        items,
        paging: paging(model, from, named.len()),
        buttons,
        ..plain(model, "locations", essentials(model))
    }
}

fn location_item(model: &Model, at: usize, of: &Location) -> Item {
    let (words, drafts) = (model.words, &model.drafts);
    let mut list = fields(organization::NAME, of, Place::Location(at), words, drafts);
    list.extend(fields(
        organization::PROFILE,
        &of.profile,
        Place::Location(at),
        words,
        drafts,
    ));
    let title = match of.name.trim() {
        "" => words.fill(text::LOCATION_NUMBERED, &[("n", &(at + 1).to_string())]),
        name => name.to_owned(),
    };
    Item {
        figures: Vec::new(),
        remove: remove(model, List::Locations, at, &title),
        open: is_fresh(model, &of.id),
        key: of.id.clone(),
        title,
        fields: list,
    }
}

fn paging(model: &Model, from: usize, all: usize) -> Option<Paging> {
    if all <= PAGE {
        return None;
    }
    let words = model.words;
    let number = |n: usize| crate::format::whole(words, n as u64);
    let shown = words.fill(
        text::PAGING,
        &[
            ("from", &number(from + 1)),
            ("to", &number((from + PAGE).min(all))),
            ("all", &number(all)),
        ],
    );
    let mut buttons = Vec::new();
    let mut go = |label, to| {
        buttons.push(Button {
            label: words.get(label).to_owned(),
            event: FormEvent::ShowFrom(to),
        });
    };
    if from > 0 {
        go(text::PAGING_BACK, from.saturating_sub(PAGE));
    }
    if from + PAGE < all {
        go(text::PAGING_ON, from + PAGE);
    }
    Some(Paging { shown, buttons })
}
