//! The questions as they are shown.

use super::answer;
use crate::model::{Filter, Model, ViewEvent};
use crate::text::assess as text;
use crate::words::{Text, Words};
use engine::assessment::{Entry, ProtectionId};
use engine::rubric::{Catalogue, Depth};
use engine::scoring::{self, Circumstances, FOUR_GAPS, FourGaps, GateState, Origin};
use std::rc::Rc;

/// A catalogue that is equal only to itself: comparing two is comparing two addresses.
#[derive(Clone)]
pub struct Shared(pub Rc<Catalogue>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// One question with its answer.
#[derive(Clone, PartialEq)]
pub struct Card {
    /// The protection.
    pub id: ProtectionId,
    /// The catalogue, once it is there; until then the quick check's own texts serve.
    pub catalogue: Option<Shared>,
    /// What the person said.
    pub entry: Entry,
    /// The class of the state's mark, and its name.
    pub mark: (&'static str, &'static str),
    /// What the commitments say, and whether the person overruled it.
    pub derived: Option<String>,
    /// Why it does not count, where a rule took it out.
    pub leaves: Option<&'static str>,
    /// Who has added it, where it is not of the standard catalogue.
    pub added: Option<String>,
    /// Whether its details are open.
    pub details: bool,
    /// The number of locations, for the texts.
    pub locations: Option<u32>,
}

/// One group of questions.
pub struct Group {
    /// Its two letters.
    pub code: String,
    /// Its name.
    pub title: String,
    /// One sentence on it.
    pub intro: String,
    /// How far it is.
    pub progress: String,
    /// The questions that are shown.
    pub cards: Vec<Card>,
}

/// The verdict of the quick check.
pub struct Verdict {
    /// How many gaps are covered, in words: a number or a range.
    pub figure: String,
    /// The verdict, once decided.
    pub decided: Option<VerdictWords>,
    /// What to ask to settle it.
    pub ask: Option<String>,
    /// The state of each of the four, with its name.
    pub gates: Vec<(&'static str, &'static str)>,
}

/// The words of a verdict.
pub struct VerdictWords {
    /// `all`, `some`, `most-missing`.
    pub id: &'static str,
    /// The verdict.
    pub title: &'static str,
    /// What it means.
    pub text: &'static str,
    /// What to do next.
    pub next: &'static str,
}

/// The card of one protection.
pub fn card(model: &Model, id: ProtectionId) -> Card {
    let item = model
        .findings
        .as_ref()
        .and_then(|results| results.findings.item(id));
    let entry = model.answers().get(id).clone();
    let words = model.words;
    let derived = item.and_then(|item| match &item.origin {
        Origin::Person => None,
        Origin::Derived(because) => {
            let said = item.mark().and_then(|mark| match mark {
                scoring::Mark::Answered(answer) => Some(answer::label(words, answer)),
                scoring::Mark::Unanswered => None,
            });
            let sentence = super::because(words, because);
            Some(
                [
                    &words.fill(text::DERIVED, &[("answer", said.unwrap_or_default())]),
                    " ",
                    &sentence,
                ]
                .concat(),
            )
        }
        Origin::Overruled(derived) => {
            let said = answer::label(words, derived.answer);
            let sentence = super::because(words, &derived.because);
            Some(
                [
                    &words.fill(text::DERIVED_OVERRULED, &[("answer", said)]),
                    " ",
                    &sentence,
                ]
                .concat(),
            )
        }
    });
    Card {
        id,
        catalogue: model.catalogue.ready().cloned().map(Shared),
        entry,
        mark: answer::mark(words, item),
        derived,
        leaves: item.and_then(|item| answer::leave(words, item)),
        added: super::brand::tag(model, id),
        details: model.showing.details.contains(&id),
        locations: model.open.client.organization.locations.count(),
    }
}

/// The four cards of the quick check.
pub fn quick(model: &Model) -> Vec<Card> {
    FOUR_GAPS.into_iter().map(|id| card(model, id)).collect()
}

/// The verdict of the quick check.
pub fn verdict(model: &Model) -> Verdict {
    let early;
    let gaps = if let Some(results) = &model.findings {
        &results.findings.four_gaps
    } else {
        let organization = &model.open.client.organization;
        early = FourGaps::from_answers(model.answers(), crate::model::circumstances(organization));
        &early
    };
    verdict_of(
        model.words,
        gaps,
        crate::model::circumstances(&model.open.client.organization),
    )
}

/// The verdict of the quick check in words.
pub fn verdict_of(words: Words, gaps: &FourGaps, circumstances: Circumstances) -> Verdict {
    let untouched = gaps
        .gates
        .iter()
        .all(|gate| gate.state == GateState::Unanswered);
    let figure = if !circumstances.several_locations() {
        words.get(text::VERDICT_ONE_LOCATION).to_owned()
    } else if untouched {
        words.get(text::VERDICT_FIRST).to_owned()
    } else if gaps.low == gaps.high {
        words.fill(text::VERDICT_SAME, &[("n", &gaps.low.to_string())])
    } else {
        words.fill(
            text::VERDICT_RANGE,
            &[
                ("low", &gaps.low.to_string()),
                ("high", &gaps.high.to_string()),
            ],
        )
    };
    let unknown: Vec<&str> = gaps
        .gates
        .iter()
        .filter(|gate| gate.state == GateState::Unknown)
        .filter_map(|gate| quick_title(words, gate.id))
        .collect();
    let ask = (!unknown.is_empty())
        .then(|| words.fill(text::VERDICT_ASK, &[("list", &unknown.join("; "))]));
    Verdict {
        figure,
        decided: gaps.verdict.and_then(|band| {
            let found = words.bands().iter().find(|of| of.id == band.id())?;
            Some(VerdictWords {
                id: found.id,
                title: found.title,
                text: found.text,
                next: found.next,
            })
        }),
        ask,
        gates: gaps
            .gates
            .iter()
            .map(|gate| {
                (
                    gate_class(gate.state),
                    quick_title(words, gate.id).unwrap_or_default(),
                )
            })
            .collect(),
    }
}

fn quick_title(words: Words, id: ProtectionId) -> Option<&'static str> {
    let id = id.to_string();
    words
        .quick()
        .iter()
        .find(|quick| quick.id == id)
        .map(|quick| quick.title)
}

fn gate_class(state: GateState) -> &'static str {
    match state {
        GateState::Closed => "met",
        GateState::Partly => "partly",
        GateState::Gap => "missing",
        GateState::Unknown => "unknown",
        GateState::Unanswered => "open",
        GateState::Leaves => "out",
    }
}

/// The depths with their names and, once the catalogue is there, how many questions each asks.
pub fn depths(model: &Model) -> Vec<(Depth, &'static str, Option<String>)> {
    [Depth::First, Depth::Core, Depth::Full]
        .into_iter()
        .map(|depth| {
            let name = match depth {
                Depth::Quick => text::DEPTH_QUICK,
                Depth::First => text::DEPTH_FIRST,
                Depth::Core => text::DEPTH_CORE,
                Depth::Full => text::DEPTH_FULL,
            };
            let progress = model.findings.as_ref().and_then(|results| {
                let found = results
                    .findings
                    .by_depth
                    .iter()
                    .find(|(of, _)| *of == depth)?;
                Some(progress(model, text::PROGRESS, found.1))
            });
            (depth, model.words.get(name), progress)
        })
        .collect()
}

fn progress(model: &Model, pattern: Text, progress: scoring::Progress) -> String {
    let values = [
        ("answered", &*progress.answered.to_string()),
        ("all", &*progress.applicable.to_string()),
    ];
    model.words.fill(pattern, &values)
}

/// The groups with the questions that the depth, the filter and the search leave.
pub fn groups(model: &Model) -> Vec<Group> {
    let (Some(catalogue), Some(depth)) = (model.catalogue.ready(), model.showing.depth) else {
        return Vec::new();
    };
    let everything = model.showing.filter == Filter::All && model.showing.search.trim().is_empty();
    // The quick check's four stand above on the same page: a second set of their buttons would fight with the first.
    let shown = |id: ProtectionId, of: Depth| {
        of <= depth
            && !FOUR_GAPS.contains(&id)
            && (everything || model.showing.held.contains(&id) || model.matches(id))
    };
    let mut groups = Vec::new();
    for group in catalogue.groups() {
        let cards: Vec<Card> = catalogue
            .protections_of(group)
            .iter()
            .filter(|protection| shown(protection.id, protection.depth))
            .map(|protection| card(model, protection.id))
            .collect();
        if cards.is_empty() {
            continue;
        }
        let done = model.findings.as_ref().and_then(|results| {
            results
                .findings
                .groups
                .iter()
                .find(|score| score.code == group.code)
                .map(|score| score.progress)
        });
        groups.push(Group {
            code: group.code.as_str().to_owned(),
            title: group.title.clone(),
            intro: group.intro.clone(),
            progress: done
                .map(|done| progress(model, text::GROUP_PROGRESS, done))
                .unwrap_or_default(),
            cards,
        });
    }
    groups
}

/// The filters with their keys and names.
pub const FILTERS: [(&str, Filter, Text); 4] = [
    ("all", Filter::All, text::FILTER_ALL),
    ("open", Filter::Open, text::FILTER_OPEN),
    ("gaps", Filter::Gaps, text::FILTER_GAPS),
    ("must", Filter::MustHaves, text::FILTER_MUST),
];

/// The event of a filter's key.
pub fn filter_event(key: &str) -> ViewEvent {
    let found = FILTERS.iter().find(|(of, _, _)| *of == key);
    ViewEvent::Filter(found.map(|(_, filter, _)| *filter).unwrap_or_default())
}
