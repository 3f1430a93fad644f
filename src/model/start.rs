//! How the model begins: from what the browser knows before the first event.

use super::Newer;
use super::history::History;
use super::ids::Ids;
use super::present;
use super::{Chosen, Listing, Loading, Model, Open, Showing, Start, Storage, Theme};
use super::{brand, compare, contact, device, embed, forms, lab, papers, share, view};
use crate::routes::Route;
use engine::assessment::Answers;
use engine::client::{AgreementRecord, Assessment, Client};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

impl Model {
    /// The state before the first event.
    pub fn new(start: Start) -> Self {
        let mut ids = Ids::new(start.seed);
        let mut client = blank_client(&mut ids, start.today);
        let changed = !start.quick.is_empty();
        if let Some(assessment) = Chosen::default().assessment_mut(&mut client) {
            assessment.answers = start.quick;
        }
        let (route, place) = Route::parse(&start.address);
        let mut presenting = present::Presenting::default();
        if route == Route::Present {
            presenting.at(place);
        }
        let mut model = Self {
            words: start.words,
            brand: start.brand.clone().unwrap_or_default(),
            branding: brand::Branding {
                is_here: start.brand.is_some(),
                ..brand::Branding::default()
            },
            embed: start.embed,
            hosted: embed::Hosted::at(&start.address),
            version: start.version,
            on_a_disk: start.on_a_disk,
            today: start.today,
            route,
            place: None,
            theme: start.theme.as_deref().map(Theme::parse).unwrap_or_default(),
            catalogue: Loading::Waiting,
            open: Open {
                client: Rc::new(client),
                changed,
                ..Open::default()
            },
            shelf: BTreeMap::new(),
            aside: Vec::new(),
            storage: Storage::Opening,
            newer: Newer::None,
            device: device::Device::default(),
            findings: None,
            zones: Vec::new(),
            unknown_zones: Vec::new(),
            notice: None,
            showing: Showing::default(),
            drafts: forms::Drafts::default(),
            twins: Vec::new(),
            locked: None,
            presenting,
            comparing: compare::Comparing::default(),
            papers: papers::Papers::default(),
            sharing: share::Sharing::default(),
            visiting: None,
            contacting: contact::Contacting::default(),
            page_address: start.page_address,
            hands_over: start.hands_over,
            listing: Listing::default(),
            statuses: view::library::Statuses::default(),
            lab: lab::Lab::new(start.words),
            lab_before: None,
            revision: 0,
            history: History::default(),
            ids,
            language_by: start.language_by,
            last_open: start.last_open,
            focus_first: start.focus,
            saving: BTreeSet::new(),
            removed: BTreeSet::new(),
            left: start.left,
            sample_wanted: false,
        };
        model.arrive(route, place);
        model
    }
}

/// A client about whom nothing is known yet, with the one agreement and the one assessment that the screens work on.
pub(crate) fn blank_client(ids: &mut Ids, today: chrono::NaiveDate) -> Client {
    Client {
        id: ids.next('c'),
        agreements: vec![AgreementRecord {
            id: ids.next('a'),
            assessments: vec![blank_assessment(ids, today)],
            ..AgreementRecord::default()
        }],
        ..Client::default()
    }
}

/// An assessment without answers.
pub(super) fn blank_assessment(ids: &mut Ids, today: chrono::NaiveDate) -> Assessment {
    Assessment {
        id: ids.next('s'),
        on: today,
        reason: String::new(),
        prepared_by: String::new(),
        catalogue_version: String::new(),
        answers: Answers::default(),
        weights: BTreeMap::new(),
    }
}
