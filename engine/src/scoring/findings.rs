//! Everything that follows from the answers, apart from the order of the gaps.

use std::collections::BTreeMap;

use crate::assessment::{Answer, Answers, GroupCode, ProtectionId};
use crate::rubric::{Catalogue, Depth, Protection};

use super::floor::{BUSINESS_ASSOCIATE_AGREEMENT, floors};
use super::item::item;
use super::score::Set;
use super::{
    Circumstances, Derived, Floor, FourGaps, Item, Leave, Mark, Score, State, Tri, Weights,
};

/// The protections beside the ML group that make up multi-location protection.
const MULTI_LOCATION: [ProtectionId; 7] = [
    ProtectionId::known(*b"SC", 1),
    ProtectionId::known(*b"SC", 3),
    ProtectionId::known(*b"SC", 5),
    ProtectionId::known(*b"ES", 1),
    ProtectionId::known(*b"ES", 2),
    ProtectionId::known(*b"SL", 5),
    ProtectionId::known(*b"SL", 10),
];

/// The group whose every protection is about several locations.
const MULTI_LOCATION_GROUP: &str = "ML";

/// The score that stays in sight while answering.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InSight {
    /// Multi-location protection: two or more locations, now, planned or not said.
    MultiLocation,
    /// Completeness.
    Completeness,
}

/// Something to ask the person, because the answer decides what counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Prompt {
    /// How many locations are there? Many are assumed.
    Locations,
    /// Can the provider reach patient data? The healthcare protections wait outside the score.
    PatientData,
}

/// How far a person has come.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Progress {
    /// Protections with an answer, be it "don't know" or a derived one.
    pub answered: usize,
    /// Protections that apply.
    pub applicable: usize,
}

/// One group by itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GroupScore {
    /// The group.
    pub code: GroupCode,
    /// Its score; empty where nothing of it counts.
    pub score: Score,
    /// How far the person has come in it.
    pub progress: Progress,
}

/// Everything that follows from the answers. The three results are kept apart; there is no total and no grade.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Findings {
    /// The version of the catalogue that was used.
    pub catalogue_version: String,
    /// The weights that were used. [`Score::standard`] is given exactly where they differ from the
    /// catalogue's, or a brand has added protections.
    pub weights: Weights,
    /// Where each protection stands, in the catalogue's order.
    pub items: Vec<Item>,
    /// The four-gap check.
    pub four_gaps: FourGaps,
    /// Multi-location protection.
    pub multi_location: Score,
    /// Everything that applies, without HC-01, which is a flag outside the score.
    pub completeness: Score,
    /// Each group by itself, in the catalogue's order, without HC-01.
    pub groups: Vec<GroupScore>,
    /// Sentences that stand beside the scores.
    pub floors: Vec<Floor>,
    /// Protections of which the agreement says the opposite, and HC-01 where it is absent, in the catalogue's order.
    pub red_flags: Vec<ProtectionId>,
    /// The score that stays in sight while answering.
    pub always_in_sight: InSight,
    /// What to ask the person, because it decides what counts.
    pub prompts: Vec<Prompt>,
    /// Progress by depth, shallowest first; each pass includes the shallower ones.
    pub by_depth: [(Depth, Progress); 4],
}

impl Findings {
    /// Where a protection stands.
    pub fn item(&self, id: ProtectionId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The protections that were taken out by hand, with the reasons, in the catalogue's order.
    pub fn taken_out(&self) -> impl Iterator<Item = (ProtectionId, &str)> {
        self.items.iter().filter_map(|item| match &item.state {
            State::Leaves(Leave::ByHand { reason }) => Some((item.id, reason.as_str())),
            _ => None,
        })
    }
}

/// What the answers add up to.
///
/// `derived` holds the answers that the commitments decide; a person's own answer overrules them.
pub fn score(
    catalogue: &Catalogue,
    answers: &Answers,
    derived: &BTreeMap<ProtectionId, Derived>,
    circumstances: &Circumstances,
    weights: &Weights,
) -> Findings {
    let protections = catalogue.protections();
    let items: Vec<Item> = protections
        .iter()
        .map(|protection| item(protection, answers, derived, *circumstances))
        .collect();
    let added = protections.iter().any(|of| of.id.is_added());
    let set = if added || weights.differ(catalogue) {
        Set::Changed
    } else {
        Set::Standard
    };
    let sum = |counts: &dyn Fn(ProtectionId) -> bool| {
        let both = protections.iter().zip(&items);
        let counted = both.filter(|(protection, _)| {
            protection.id != BUSINESS_ASSOCIATE_AGREEMENT && counts(protection.id)
        });
        Score::new(counted, weights, set)
    };
    let groups = catalogue.groups().iter().map(|group| GroupScore {
        code: group.code,
        score: sum(&|id| id.group() == group.code),
        progress: progress(protections, &items, &|protection| {
            protection.id.group() == group.code
        }),
    });
    Findings {
        catalogue_version: catalogue.version().to_owned(),
        weights: weights.clone(),
        four_gaps: FourGaps::new(&items, *circumstances),
        multi_location: sum(&is_multi_location),
        completeness: sum(&|_| true),
        groups: groups.collect(),
        floors: floors(&items),
        red_flags: items
            .iter()
            .filter(|item| is_red_flag(item))
            .map(|item| item.id)
            .collect(),
        always_in_sight: if circumstances.several_locations() {
            InSight::MultiLocation
        } else {
            InSight::Completeness
        },
        prompts: prompts(*circumstances),
        by_depth: Depth::ALL.map(|depth| {
            (
                depth,
                progress(protections, &items, &|protection| protection.depth <= depth),
            )
        }),
        items,
    }
}

fn is_multi_location(id: ProtectionId) -> bool {
    id.group().as_str() == MULTI_LOCATION_GROUP || MULTI_LOCATION.contains(&id)
}

fn is_red_flag(item: &Item) -> bool {
    match item.mark() {
        Some(Mark::Answered(Answer::Opposite)) => true,
        Some(mark) => item.id == BUSINESS_ASSOCIATE_AGREEMENT && mark.is_absent(),
        None => false,
    }
}

fn prompts(circumstances: Circumstances) -> Vec<Prompt> {
    let mut prompts = Vec::new();
    if circumstances.locations.is_none() {
        prompts.push(Prompt::Locations);
    }
    if circumstances.reaches_patient_data == Tri::NotSaid {
        prompts.push(Prompt::PatientData);
    }
    prompts
}

fn progress(
    protections: &[Protection],
    items: &[Item],
    of: &dyn Fn(&Protection) -> bool,
) -> Progress {
    let mut progress = Progress::default();
    for (protection, item) in protections.iter().zip(items) {
        if let Some(mark) = item.mark().filter(|_| of(protection)) {
            progress.applicable += 1;
            progress.answered += usize::from(mark != Mark::Unanswered);
        }
    }
    progress
}
