//! Answering: edits of the open assessment, and what follows from them.

use super::update::step_key;
use super::{Edit, Effect, Filter, Loading, Model, Results};
use crate::routes::Route;
use crate::text::common;
use engine::agreement::{Agreement, Organization, derived_answers, hours_per_incident};
use engine::archive::limits;
use engine::assessment::{Answer, Evidence, ProtectionId, Response};
use engine::calendar::ZoneTable;
use engine::client::Assessment;
use engine::rubric::{Catalogue, Depth, Weight};
use engine::scoring::{self, Circumstances, Growth, Hours, Mark, Weights};
use std::num::NonZeroU32;
use std::rc::Rc;

impl Model {
    /// Changes the open assessment.
    pub(super) fn edit(&mut self, edit: Edit) -> Vec<Effect> {
        let mut edit = edit;
        let long = edit.shorten();
        let key = step_key(&edit);
        let today = self.today;
        let standard = self.standard_weight(&edit);
        let chosen = self.open.chosen.clone();
        let mut effects = self.change(key, |client| match edit {
            Edit::ClientName(name) => client.name = name,
            edit => {
                if let Some(assessment) = chosen.assessment_mut(client) {
                    apply(assessment, edit, today, standard);
                }
            }
        });
        if long {
            let most = crate::format::whole(self.words, limits::TEXT as u64);
            let said = self.words.fill(common::TEXT_CUT, &[("limit", &most)]);
            effects.extend(self.say(said, None));
        }
        effects
    }

    /// The weight that would take a changed weight back.
    fn standard_weight(&self, edit: &Edit) -> Option<Weight> {
        let Edit::Weight(id, _) = edit else {
            return None;
        };
        self.catalogue
            .ready()?
            .protection(*id)
            .map(|protection| self.given_weight(protection))
    }

    /// Works out everything that follows from the open assessment.
    pub(super) fn evaluate(&mut self) {
        let Loading::Ready(catalogue) = &self.catalogue else {
            return;
        };
        let catalogue = catalogue.clone();
        let client = self.open.client.clone();
        let blank = Agreement::default();
        let agreement = self.record().map_or(&blank, |record| &record.agreement);
        let weights = self.weights(&catalogue);
        let findings = scoring::score(
            &catalogue,
            self.answers(),
            &derived_answers(&client.organization, agreement),
            &circumstances(&client.organization),
            &weights,
        );
        let incidents = hours_per_incident(&client.organization, agreement);
        let hours: Vec<_> = incidents
            .iter()
            .map(|(id, time)| (*id, Hours::from_seconds(time.value.get())))
            .collect();
        let gaps = scoring::rank(&catalogue, &findings, &hours);
        self.findings = Some(Rc::new(Results {
            findings,
            gaps,
            incidents,
        }));
    }

    fn weights(&self, catalogue: &Catalogue) -> Weights {
        let changed = self.assessment().map(|assessment| &assessment.weights);
        let mut weights = self.brand.overlay.weights.clone();
        let own = changed.is_some_and(|changed| !changed.is_empty());
        for (id, weight) in changed.into_iter().flatten() {
            if let (Some(_), Some(weight)) = (catalogue.protection(*id), Weight::new(*weight)) {
                weights.insert(*id, weight);
            }
        }
        if weights.is_empty() {
            return Weights::Standard;
        }
        Weights::Changed {
            name: if own {
                let name = crate::text::results::CHANGED_WEIGHTS;
                self.words.get(name).to_owned()
            } else {
                self.brand.name.clone()
            },
            weights,
        }
    }

    /// Remembers which questions match the filter now, so that answering one does not make it jump away.
    pub(super) fn hold(&mut self) {
        let Loading::Ready(catalogue) = &self.catalogue else {
            return;
        };
        let mut held: Vec<ProtectionId> = catalogue.protections().iter().map(|p| p.id).collect();
        held.retain(|id| self.matches(*id));
        self.showing.held = held;
    }

    /// Makes sure that the question which the address names is on the screen.
    pub(super) fn reveal(&mut self) {
        let named = self
            .place
            .as_deref()
            .and_then(|place| place.parse::<ProtectionId>().ok());
        let (Some(id), Route::Assess) = (named, self.route) else {
            return;
        };
        let depth = self
            .catalogue
            .ready()
            .and_then(|catalogue| catalogue.protection(id))
            .map(|found| found.depth);
        let Some(depth) = depth.filter(|depth| *depth > Depth::Quick) else {
            return;
        };
        self.showing.depth = self.showing.depth.max(Some(depth));
        if !self.matches(id) {
            self.showing.filter = Filter::All;
            self.showing.search.clear();
        }
        self.hold();
    }

    /// Whether a question passes the filter and the search at this moment.
    pub fn matches(&self, id: ProtectionId) -> bool {
        let Some(protection) = self
            .catalogue
            .ready()
            .and_then(|catalogue| catalogue.protection(id))
        else {
            return false;
        };
        let mark = self
            .findings
            .as_ref()
            .and_then(|results| results.findings.item(id)?.mark());
        let passes = match self.showing.filter {
            Filter::All => true,
            Filter::Open => mark == Some(Mark::Unanswered),
            Filter::Gaps => {
                mark.is_some_and(|mark| mark.is_absent() || mark == Mark::Answered(Answer::Partly))
            }
            Filter::MustHaves => {
                let weight = match &self.findings {
                    Some(results) => results.findings.weights.of(protection),
                    None => protection.weight,
                };
                weight == Weight::MUST_HAVE
            }
        };
        let search = self.showing.search.trim().to_ascii_lowercase();
        passes
            && (search.is_empty()
                || protection.question.to_ascii_lowercase().contains(&search)
                || protection.title.to_ascii_lowercase().contains(&search)
                || id.to_string().to_ascii_lowercase() == search)
    }

    /// The offsets of a zone, if they are here.
    pub(super) fn zone_named(&self, name: &str) -> Option<&ZoneTable> {
        self.zones.iter().find(|zone| zone.name() == name)
    }

    /// Whether a zone was not looked up yet.
    pub(super) fn is_new_zone(&self, name: &str) -> bool {
        self.zone_named(name).is_none() && !self.unknown_zones.iter().any(|of| of == name)
    }

    /// Time zones that the open client names and that are not here yet.
    pub(super) fn wanted_zones(&self) -> Option<Effect> {
        let client = &self.open.client;
        let organization = &client.organization;
        let mut names: Vec<String> = Vec::new();
        let mut want = |name: Option<&String>| {
            if let Some(name) = name
                && !name.is_empty()
                && self.is_new_zone(name)
                && !names.contains(name)
            {
                names.push(name.clone());
            }
        };
        want(organization.typical.zone.as_ref());
        for location in organization.locations.named() {
            want(location.profile.zone.as_ref());
        }
        want(
            self.record()
                .and_then(|record| record.agreement.support.zone.says()),
        );
        (!names.is_empty()).then_some(Effect::LoadZones(names))
    }
}

/// What decides which protections concern an organization.
pub fn circumstances(organization: &Organization) -> Circumstances {
    Circumstances {
        locations: organization.locations.count().and_then(NonZeroU32::new),
        growth: match organization.plans_more_locations {
            engine::agreement::Tri::Yes => Growth::Planned,
            _ => Growth::NotPlanned,
        },
        reaches_patient_data: organization.provider_reaches_patient_data,
    }
}

fn apply(
    assessment: &mut Assessment,
    edit: Edit,
    today: chrono::NaiveDate,
    standard: Option<Weight>,
) {
    let answers = &mut assessment.answers;
    match edit {
        Edit::ClientName(_) => {}
        Edit::PreparedBy(text) => assessment.prepared_by = text,
        Edit::Reason(text) => assessment.reason = text,
        Edit::Response(id, response) => {
            answers.change(id, |entry| entry.response = response);
        }
        Edit::NotApplicableBecause(id, reason) => {
            answers.change(id, |entry| {
                entry.response = Response::NotApplicable { reason }
            });
        }
        Edit::Note(id, note) => {
            answers.change(id, |entry| entry.note = note);
        }
        Edit::Quote(id, quote) => {
            answers.change(id, |entry| {
                with_evidence(&mut entry.evidence, |evidence| evidence.quote = quote);
            });
        }
        Edit::QuotePlace(id, place) => {
            answers.change(id, |entry| {
                with_evidence(&mut entry.evidence, |evidence| evidence.place = place);
            });
        }
        Edit::AskState(id, state) => {
            answers.change(id, |entry| {
                entry.ask.state = state;
                entry.ask.on = Some(today);
            });
        }
        Edit::AskOwner(id, owner) => {
            answers.change(id, |entry| entry.ask.owner = owner);
        }
        Edit::AskCounter(id, wording) => {
            answers.change(id, |entry| entry.ask.counter_wording = wording);
        }
        Edit::Weight(id, weight) => {
            if standard.map(Weight::get) == Some(weight) {
                assessment.weights.remove(&id);
            } else {
                assessment.weights.insert(id, weight);
            }
        }
    }
}

/// Changes the first piece of evidence; one that says nothing any more is dropped.
fn with_evidence(list: &mut Vec<Evidence>, edit: impl FnOnce(&mut Evidence)) {
    if list.is_empty() {
        list.push(Evidence::default());
    }
    if let Some(first) = list.first_mut() {
        edit(first);
        if *first == Evidence::default() {
            list.remove(0);
        }
    }
}
