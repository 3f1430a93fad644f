//! One part's inputs.

use super::super::figure::InputView;
use super::{input, percent};
use crate::format;
use crate::model::Model;
use crate::model::lab::{
    ChainFault, ChainField, ChainPart, MOST_ALIKE, Source, entry_id, mover_id, part_name,
};
use crate::model::view::downtime;
use crate::text::{chain as text, downtime as lab, figures};
use crate::words::{Text, Words};
use engine::composition::{Group, Link};
use engine::quantity::BigFraction;

/// A field that is typed.
pub struct FieldView {
    /// Which.
    pub field: ChainField,
    /// Its id.
    pub id: String,
    /// What is asked for.
    pub label: &'static str,
    /// More about it; empty = nothing.
    pub hint: &'static str,
    /// As it was typed.
    pub value: String,
    /// What is wrong with it; empty = nothing.
    pub error: String,
    /// Which keyboard a phone shows.
    pub mode: &'static str,
}

/// A part.
pub struct PartView {
    /// Its number.
    pub id: u32,
    /// The id of what opens it, and the start of the ids within.
    pub key: String,
    /// Its name.
    pub name: String,
    /// How available it is.
    pub says: String,
    /// Who says so.
    pub origin: &'static str,
    /// Whether it stands open.
    pub open: bool,
    /// The name.
    pub first: FieldView,
    /// Whether its times are asked for, or a percentage.
    pub by_times: bool,
    /// What is asked for.
    pub fields: Vec<FieldView>,
    /// The targets of the agreement, by the ids of their services; none = nothing to choose.
    pub agreed: Vec<(String, String)>,
    /// The chosen one.
    pub chosen: String,
    /// The buttons that move it: id, name, and whether there is a place to go to; up, then down.
    pub movers: [(String, String, bool); 2],
    /// The name of the button that removes it.
    pub remove: String,
}

/// The origin of a part's availability. What came from an agreement is that agreement's only while it says the same.
pub(super) fn origin(model: &Model, part: &ChainPart) -> &'static str {
    let assumed = if part.by_times {
        !part.times_typed
    } else {
        part.source == Source::Assumed
    };
    model.words.get(if assumed {
        text::ASSUMPTION
    } else if part.by_times || agreed(model, part).is_empty() {
        figures::ORIGIN_TYPED
    } else {
        figures::ORIGIN_AGREEMENT
    })
}

/// The id of the service whose target the part has; empty = none.
fn agreed(model: &Model, part: &ChainPart) -> String {
    match &part.source {
        Source::Agreed(id) => model
            .agreed_target(id)
            .filter(|target| target.to_string() == part.percent)
            .map_or_else(String::new, |_| id.clone()),
        Source::Assumed | Source::Typed => String::new(),
    }
}

/// How available a part is, in a line.
pub(super) fn says(words: Words, group: &Group, availability: &BigFraction) -> String {
    let share = percent(words, availability);
    if group.count == 1 {
        return share;
    }
    let values = [
        ("n", &*group.count.to_string()),
        ("k", &*group.needed.to_string()),
        ("share", &*share),
    ];
    words.fill(text::GROUP, &values)
}

/// What went into a part's availability.
pub(super) fn inputs(model: &Model, part: &ChainPart) -> Vec<InputView> {
    let words = model.words;
    let origin = origin(model, part);
    let typed = words.get(figures::ORIGIN_TYPED);
    let mut inputs = Vec::new();
    if part.by_times && !part.is_stale() {
        for (name, time) in [text::WORKS, text::REPAIR].into_iter().zip(&part.times) {
            inputs.push(input(words, name, time.clone(), origin));
        }
    } else {
        let one = format::percent(words, &part.used.each);
        inputs.push(input(words, text::INPUT_ONE, one, origin));
    }
    if part.used.count > 1 {
        let numbers = [part.used.count, part.used.needed];
        for (name, number) in [text::COUNT, text::NEEDED].into_iter().zip(numbers) {
            inputs.push(input(words, name, number.to_string(), typed));
        }
    }
    inputs
}

/// The formula of a part's availability.
pub(super) fn formula(part: &ChainPart) -> Text {
    match part.used {
        Group { count: 1, .. } if part.by_times && !part.is_stale() => text::FORMULA_TIMES,
        Group { count: 1, .. } => text::FORMULA_ONE,
        Group { count, needed, .. } if count == needed => text::FORMULA_ALL,
        Group { needed: 1, .. } => text::FORMULA_ANY,
        Group { .. } => text::FORMULA_SOME,
    }
}

/// A part as it is shown.
pub(super) fn part(model: &Model, at: usize, part: &ChainPart, link: &Link) -> PartView {
    let words = model.words;
    let name = part_name(words, at, part);
    let named = |pattern| words.fill(pattern, &[("name", &name)]);
    let last = at + 1 == model.lab.chain.parts.len();
    let field = |field| self::field(words, part, field);
    let shown: &[ChainField] = if part.by_times {
        &[ChainField::Up, ChainField::Repair]
    } else {
        &[ChainField::Percent]
    };
    let mut agreed_targets: Vec<(String, String)> = downtime::agreed(model)
        .into_iter()
        .map(|preset| (preset.id, preset.label))
        .collect();
    if part.by_times {
        agreed_targets.clear();
    } else if !agreed_targets.is_empty() {
        let none = words.get(text::AGREED_NONE).to_owned();
        agreed_targets.insert(0, (String::new(), none));
    }
    PartView {
        id: part.id,
        key: entry_id(part.id),
        says: says(words, &part.used, &link.availability),
        origin: origin(model, part),
        open: model.lab.chain.fresh == Some(part.id),
        first: field(ChainField::Name),
        by_times: part.by_times,
        fields: shown
            .iter()
            .chain(&[ChainField::Count, ChainField::Needed])
            .map(|of| field(*of))
            .collect(),
        agreed: agreed_targets,
        chosen: agreed(model, part),
        movers: [
            (mover_id(part.id, true), named(text::UP_NAMED), at > 0),
            (mover_id(part.id, false), named(text::DOWN_NAMED), !last),
        ],
        remove: named(text::REMOVE_NAMED),
        name,
    }
}

fn field(words: Words, part: &ChainPart, field: ChainField) -> FieldView {
    let (label, hint, mode) = match field {
        ChainField::Name => (text::NAME, None, "text"),
        ChainField::Percent => (text::PERCENT, Some(lab::TARGET_HINT), "decimal"),
        ChainField::Up => (text::WORKS, Some(text::WORKS_HINT), "text"),
        ChainField::Repair => (text::REPAIR, Some(text::REPAIR_HINT), "text"),
        ChainField::Count => (text::COUNT, None, "numeric"),
        ChainField::Needed => (text::NEEDED, Some(text::NEEDED_HINT), "numeric"),
    };
    let value = part.typed(field).to_owned();
    FieldView {
        field,
        id: field.id(part.id),
        label: words.get(label),
        hint: hint.map(|hint| words.get(hint)).unwrap_or_default(),
        error: part
            .fault(field)
            .map(|fault| trouble(words, fault, value.trim()))
            .unwrap_or_default(),
        value,
        mode,
    }
}

fn trouble(words: Words, fault: ChainFault, typed: &str) -> String {
    let most = |pattern, n: u32| words.fill(pattern, &[("n", &n.to_string())]);
    let (problem, part) = match fault {
        ChainFault::Percent(error) => downtime::percent_fault(&error),
        ChainFault::Time(error) => downtime::duration_fault(error),
        ChainFault::NoTime => (text::ERROR_NO_TIME, None),
        ChainFault::Count(fault) => (downtime::count_fault(fault), None),
        ChainFault::Zero => (lab::ERROR_COUNT_ZERO, None),
        ChainFault::TooMany => return most(text::ERROR_MANY, MOST_ALIKE),
        ChainFault::Beyond(count) => return most(text::ERROR_BEYOND, count),
    };
    words.fill(problem, &[("text", part.as_deref().unwrap_or(typed))])
}
