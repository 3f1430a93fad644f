//! What is kept beside promises and answers: the organization, who assessed it and why, notes, quotations, and requests.

use super::CompareRow;
use super::rows::{Line, say, side_by_side};
use crate::format;
use crate::model::Model;
use crate::text::{commitments, common, compare as text, library, report};
use crate::words::{Text, Words};
use engine::agreement::{Locations, Tri};
use engine::assessment::{Entry, ProtectionId};

/// A row: of the client as a whole, or of one protection.
type Key = (Option<ProtectionId>, u16);

/// The rows; a column that says nothing has an empty cell.
pub(super) fn kept(words: Words, columns: &[Model]) -> Vec<CompareRow> {
    let lines = columns.iter().map(|model| lines(words, model)).collect();
    side_by_side(lines, || say(words.get(text::UNKNOWN)))
}

fn lines(words: Words, model: &Model) -> Vec<Line<Key>> {
    let organization = &model.open.client.organization;
    let assessment = model.assessment();
    let facts = [
        (
            commitments::LOCATIONS_COUNT,
            locations(words, &organization.locations),
        ),
        (
            commitments::PLANS_MORE,
            tri(words, organization.plans_more_locations),
        ),
        (
            commitments::PATIENT_DATA,
            tri(words, organization.provider_reaches_patient_data),
        ),
        (
            library::REASON,
            assessment.map_or_else(String::new, |of| of.reason.clone()),
        ),
        (
            library::PREPARED_BY,
            assessment.map_or_else(String::new, |of| of.prepared_by.clone()),
        ),
    ];
    let of_client = facts.into_iter();
    let mut all: Vec<Line<Key>> = of_client
        .filter_map(|(name, value)| line(words, None, String::new(), name, &value))
        .collect();
    for (id, entry) in model.answers().iter() {
        for (name, value) in of_entry(entry) {
            all.extend(line(words, Some(id), id.to_string(), name, &value));
        }
    }
    all
}

fn line(
    words: Words,
    id: Option<ProtectionId>,
    group: String,
    name: Text,
    value: &str,
) -> Option<Line<Key>> {
    let names = (group, words.get(name).to_owned());
    (!value.trim().is_empty()).then(|| ((id, name.key()), names, say(value.trim())))
}

fn of_entry(entry: &Entry) -> [(Text, String); 4] {
    let quotes: Vec<&str> = entry.evidence.iter().map(|of| &*of.quote).collect();
    [
        (report::FULL_NOTE, entry.note.clone()),
        (report::FULL_QUOTE, quotes.join(" … ")),
        (report::FULL_OWNER, entry.ask.owner.clone()),
        (report::FULL_COUNTER, entry.ask.counter_wording.clone()),
    ]
}

fn locations(words: Words, locations: &Locations) -> String {
    match locations {
        Locations::NotSaid => String::new(),
        Locations::Count(_) => locations
            .count()
            .map_or_else(String::new, |n| format::whole(words, n.into())),
        Locations::Named(all) => {
            let names: Vec<&str> = all.iter().map(|of| &*of.name).collect();
            let n = format::whole(words, all.len() as u64);
            [&n, ": ", &names.join(", ")].concat()
        }
    }
}

fn tri(words: Words, value: Tri) -> String {
    match value {
        Tri::Yes => words.get(common::YES).to_owned(),
        Tri::No => words.get(common::NO).to_owned(),
        Tri::NotSaid => String::new(),
    }
}
