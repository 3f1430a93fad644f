//! Promises to start from.

use super::form::service_name;
use crate::format;
use crate::model::Model;
use crate::model::lab::{AGREED, BASELINE, LabEvent, PUBLISHED, TWO_WEEKS};
use crate::text::{ask, downtime as text};
use crate::words::Text;
use engine::agreement::Service;
use engine::quantity::Percent;

/// A promise to start from.
pub struct Preset {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// More about it.
    pub hint: String,
    /// What choosing it means.
    pub event: LabEvent,
}

/// All of them, by where they come from.
pub(super) fn presets(model: &Model) -> [(Text, Vec<Preset>); 4] {
    let usual = Preset {
        id: TWO_WEEKS.to_owned(),
        label: model.words.get(ask::TWO_WEEKS).to_owned(),
        hint: String::new(),
        event: LabEvent::Promise(TWO_WEEKS.to_owned()),
    };
    [
        (text::PRESETS_AGREED, agreed(model)),
        (ask::GROUP_USUAL, vec![usual]),
        (
            ask::GROUP_BASELINE,
            of_services(model, model.baseline_services(), BASELINE),
        ),
        (text::PRESETS_PUBLISHED, published(model)),
    ]
}

/// The targets of the open agreement, by the ids of their services.
pub fn agreed(model: &Model) -> Vec<Preset> {
    let own = model
        .record()
        .map_or(&[][..], |record| &record.agreement.services);
    of_services(model, own, AGREED)
}

fn of_services(model: &Model, services: &[Service], prefix: &str) -> Vec<Preset> {
    let words = model.words;
    let preset = |(at, service): (usize, &engine::agreement::Service)| {
        let target = format::target(words, *service.target.says()?);
        let name = service_name(words, at, &service.name);
        Some(Preset {
            id: service.id.clone(),
            label: words.fill(text::PRESET, &[("name", &name), ("target", &target)]),
            hint: String::new(),
            event: LabEvent::Promise([prefix, &service.id].concat()),
        })
    };
    services.iter().enumerate().filter_map(preset).collect()
}

fn published(model: &Model) -> Vec<Preset> {
    let words = model.words;
    let Some(catalogue) = model.catalogue.ready() else {
        return Vec::new();
    };
    let preset = |level: &engine::rubric::PublishedLevel| {
        let target = format::target(words, Percent::parse(&level.target_percent).ok()?);
        let dated = format::day(words, level.dated);
        Some(Preset {
            id: level.id.clone(),
            label: words.fill(text::PRESET, &[("name", &level.title), ("target", &target)]),
            hint: words.fill(
                text::PRESETS_SOURCE,
                &[("date", &dated), ("counting", &level.counting)],
            ),
            event: LabEvent::Promise([PUBLISHED, &level.id].concat()),
        })
    };
    catalogue
        .presets()
        .published
        .iter()
        .filter_map(preset)
        .collect()
}
