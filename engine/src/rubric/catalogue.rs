//! The whole catalogue, checked.

use serde_json::Value;

use crate::assessment::{GroupCode, ProtectionId};

use super::error::{CatalogueError, Problem};
use super::guides::{
    Card, Method, Negotiation, Question, Readiness, ResponseResolution, Schedule, Term, Verdicts,
};
use super::node::{Node, Refusal};
use super::presets::Presets;
use super::protection::{Group, Protection};
use super::read_guides as guides;
use super::read_presets::read_presets;
use super::read_protections::read_groups;
use super::source::Source;

/// The catalogue of protections in one language, with the words around it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Catalogue {
    version: String,
    language: String,
    pub(super) groups: Vec<Group>,
    pub(super) protections: Vec<Protection>,
    sources: Vec<Source>,
    cards: Vec<Card>,
    response_resolution: ResponseResolution,
    negotiation: Negotiation,
    readiness: Readiness,
    questions: Vec<Question>,
    terms: Vec<Term>,
    verdicts: Verdicts,
    schedules: Vec<Schedule>,
    method: Method,
    presets: Presets,
    sample: Option<Value>,
    baseline: Option<Value>,
}

impl Catalogue {
    /// Reads a pack: one JSON object with `version`, the files of structure and words, and the other word files by name.
    ///
    /// # Errors
    ///
    /// [`CatalogueError`] names the first place that is missing, of the wrong form, doubled or pointing nowhere.
    pub fn parse(pack: &str) -> Result<Self, CatalogueError> {
        let value: Value = serde_json::from_str(pack).map_err(|error| CatalogueError {
            path: String::from("pack"),
            problem: Problem::NotJson {
                line: error.line(),
                column: error.column(),
            },
        })?;
        let refusal = Refusal::new();
        let mut catalogue = Self::read(&Node::root(&value, &refusal));
        if let Some(Value::String(language)) = value.get("language") {
            catalogue.language.clone_from(language);
        }
        refusal.into_inner().map_or(Ok(catalogue), Err)
    }

    fn read(pack: &Node) -> Self {
        let (groups, protections) = read_groups(pack);
        let catalogue = Self {
            version: pack.text("version"),
            language: String::new(),
            groups,
            protections,
            sources: guides::read_sources(pack),
            cards: guides::read_cards(pack),
            response_resolution: guides::read_response_resolution(pack),
            negotiation: guides::read_negotiation(pack),
            readiness: guides::read_readiness(pack),
            questions: guides::read_questions(pack),
            terms: guides::read_terms(pack),
            verdicts: guides::read_verdicts(pack),
            schedules: guides::read_schedules(pack),
            method: guides::read_method(pack),
            presets: read_presets(pack),
            sample: pack.file("sample"),
            baseline: pack.file("baseline"),
        };
        catalogue.check_references(pack);
        catalogue
    }

    /// Changes whenever the content does, and is the same in all languages; kept with what was scored.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The code of its language; empty where the pack does not say.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The sample client, as the JSON of a saved file: [`archive::import_value`](crate::archive::import_value) reads it.
    pub fn sample(&self) -> Option<&Value> {
        self.sample.as_ref()
    }

    /// The recommended baseline, in the same form.
    pub fn baseline(&self) -> Option<&Value> {
        self.baseline.as_ref()
    }

    /// The groups in the order in which they are read.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The group of that code.
    pub fn group(&self, code: GroupCode) -> Option<&Group> {
        self.groups.iter().find(|group| group.code == code)
    }

    /// Every protection in the order in which they are read.
    pub fn protections(&self) -> &[Protection] {
        &self.protections
    }

    /// The protections of a group of this catalogue.
    pub fn protections_of(&self, group: &Group) -> &[Protection] {
        self.protections.get(group.span.clone()).unwrap_or_default()
    }

    /// The protection of that id.
    pub fn protection(&self, id: ProtectionId) -> Option<&Protection> {
        let group = self.group(id.group())?;
        self.protections_of(group)
            .iter()
            .find(|protection| protection.id == id)
    }

    /// The sources.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The source of that key.
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.key == key)
    }

    /// The comparison cards.
    pub fn cards(&self) -> &[Card] {
        &self.cards
    }

    /// Why a response is not a resolution.
    pub fn response_resolution(&self) -> &ResponseResolution {
        &self.response_resolution
    }

    /// How to negotiate.
    pub fn negotiation(&self) -> &Negotiation {
        &self.negotiation
    }

    /// The readiness question.
    pub fn readiness(&self) -> &Readiness {
        &self.readiness
    }

    /// Questions often asked.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The glossary.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The term of that id.
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }

    /// The words of the verdicts.
    pub fn verdicts(&self) -> &Verdicts {
        &self.verdicts
    }

    /// The templates of schedules.
    pub fn schedules(&self) -> &[Schedule] {
        &self.schedules
    }

    /// The template of that id.
    pub fn schedule(&self, id: &str) -> Option<&Schedule> {
        self.schedules.iter().find(|schedule| schedule.id == id)
    }

    /// How the tool counts.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// Ready-made values.
    pub fn presets(&self) -> &Presets {
        &self.presets
    }

    /// Every reference of the structure and the words leads somewhere.
    fn check_references(&self, pack: &Node) {
        for protection in &self.protections {
            self.check_protection(pack, protection);
        }
        for card in &self.cards {
            self.check_protections(pack, "cards", &card.id, &card.protections);
        }
        for item in &self.negotiation.items {
            self.check_protections(pack, "negotiation", &item.id, &item.protections);
        }
        for question in &self.questions {
            self.check_protections(pack, "faq", &question.id, &question.protections);
        }
        for term in &self.terms {
            for see in &term.see {
                if self.term(see).is_none() || *see == term.id {
                    let place = ["glossary/", &term.id, "/see"].concat();
                    lost(pack, place, see, "other terms of the glossary");
                }
            }
        }
    }

    fn check_protection(&self, pack: &Node, protection: &Protection) {
        let id = protection.id;
        let lost = |field: &str, value: &str, to| {
            let place = format!("structure/{}/{id}/{field}", id.group());
            lost(pack, place, value, to);
        };
        for key in &protection.sources {
            if self.source(key).is_none() {
                lost("sources", key, "sources");
            }
        }
        for benchmark in &protection.benchmarks {
            if let Some(key) = &benchmark.source
                && self.source(key).is_none()
            {
                lost("benchmarks", key, "sources");
            }
        }
        for term in &protection.terms {
            if self.term(term).is_none() {
                lost("terms", term, "terms of the glossary");
            }
        }
        if let Some(schedule) = &protection.schedule
            && self.schedule(schedule).is_none()
        {
            lost("schedule", schedule, "schedules");
        }
        for related in &protection.related {
            if self.protection(*related).is_none() || *related == id {
                lost("related", &related.to_string(), "other protections");
            }
        }
    }

    fn check_protections(&self, pack: &Node, file: &str, id: &str, protections: &[ProtectionId]) {
        for unknown in protections {
            if self.protection(*unknown).is_none() {
                let place = [file, "/", id, "/protections"].concat();
                lost(pack, place, &unknown.to_string(), "protections");
            }
        }
    }
}

/// Refuses the pack for a reference that leads nowhere.
fn lost(pack: &Node, place: String, value: &str, to: &'static str) {
    let value = value.chars().take(40).collect();
    pack.refuse_at(place, Problem::UnknownReference { value, to });
}
