//! The frame around every screen: where one can go, the score in sight, how keeping goes.

use crate::model::{Model, Storage, StoreProblem};
use crate::routes::Route;
use crate::text::{common, routes, storage};
use crate::words::Text;
use engine::brand::Brand;
use engine::scoring::InSight;

/// The score that stays in sight.
pub struct InSightView {
    /// Its name.
    pub label: &'static str,
    /// The figure.
    pub figure: String,
    /// Whole percent of the low end.
    pub low: u32,
    /// Whole percent of the high end.
    pub high: u32,
}

/// The places of the main menu.
pub const PLACES: [(Route, Text); 3] = [
    (Route::Assess, routes::ASSESS),
    (Route::Downtime, routes::DOWNTIME),
    (Route::Library, routes::LIBRARY),
];

/// The parts of the first place.
const ASSESS: [(Route, Text); 5] = [
    (Route::Assess, routes::QUESTIONS),
    (Route::Commitments, routes::COMMITMENTS),
    (Route::Results, routes::RESULTS),
    (Route::Compare, routes::COMPARE),
    (Route::Report, routes::REPORT),
];

/// The parts of the second.
const DOWNTIME: [(Route, Text); 3] = [
    (Route::Downtime, routes::ALLOWANCE),
    (Route::Response, routes::RESPONSE),
    (Route::Chain, routes::CHAIN),
];

/// The parts of the place that a screen belongs to; none where it stands alone.
pub fn parts_of(route: Route) -> &'static [(Route, Text)] {
    [ASSESS.as_slice(), &DOWNTIME]
        .into_iter()
        .find(|parts| parts.iter().any(|(part, _)| *part == route))
        .unwrap_or_default()
}

/// Those of the places that the brand has.
pub fn shown(brand: &Brand, places: &[(Route, Text)]) -> Vec<(Route, Text)> {
    let places = places.iter().copied();
    places.filter(|(route, _)| route.is_of(brand)).collect()
}

/// The place of the main menu that a screen belongs to: the first of its parts.
pub fn place_of(route: Route) -> Route {
    parts_of(route).first().map_or(route, |(first, _)| *first)
}

/// Whose screen it is. What came with a link is not the open client's.
pub fn client(model: &Model) -> String {
    if model.route == Route::Shared {
        return String::new();
    }
    crate::model::library::shown_name(model.words, &model.open.client.name)
}

/// The score that stays in sight, once there is one: the open client's, and so not beside somebody else's.
pub fn in_sight(model: &Model) -> Option<InSightView> {
    if model.route == Route::Shared {
        return None;
    }
    let findings = &model.findings.as_ref()?.findings;
    let (score, label) = match findings.always_in_sight {
        InSight::MultiLocation => (&findings.multi_location, common::SCORE_MULTI),
        InSight::Completeness => (&findings.completeness, common::SCORE_COMPLETE),
    };
    let (low, high, figure) = crate::format::score(model.words, score.interval());
    // "0-100%" would be true before the first answer, and tell nothing.
    let figure = if (low, high) == (0, 100) {
        model.words.get(common::SCORE_NOTHING).to_owned()
    } else {
        super::brand::beside(model, figure, score)
    };
    Some(InSightView {
        label: model.words.get(label),
        figure,
        low,
        high,
    })
}

/// Something that the person should know about keeping.
pub enum StorageView {
    /// Kept, or being kept: a quiet word.
    Quiet(&'static str),
    /// Not kept.
    Failing(&'static str, &'static str),
    /// Two tabs.
    Conflict(&'static str, &'static str),
}

/// Two states of one client that wait for a decision, in words.
pub fn twins(model: &Model) -> Option<String> {
    let twins = model.twins()?;
    let name = crate::model::library::shown_name(model.words, &twins.name);
    let values = [("file", &*twins.file), ("name", &name)];
    Some(model.words.fill(storage::TWINS_BODY, &values))
}

/// How keeping goes, in words.
pub fn storage(model: &Model) -> StorageView {
    let words = model.words;
    match &model.storage {
        Storage::Opening => StorageView::Quiet(""),
        Storage::Saving => StorageView::Quiet(words.get(common::SAVING)),
        Storage::Good if model.open.changed => StorageView::Quiet(words.get(common::SAVING)),
        Storage::Good if model.open.revision == 0 => StorageView::Quiet(""),
        Storage::Good => StorageView::Quiet(words.get(common::SAVED)),
        Storage::Failing(StoreProblem::Refused) => StorageView::Failing(
            words.get(storage::REFUSED_TITLE),
            words.get(storage::REFUSED_BODY),
        ),
        Storage::Failing(StoreProblem::Full) => StorageView::Failing(
            words.get(storage::FULL_TITLE),
            words.get(storage::FULL_BODY),
        ),
        Storage::Conflict(_) => StorageView::Conflict(
            words.get(storage::CONFLICT_TITLE),
            words.get(storage::CONFLICT_BODY),
        ),
    }
}
