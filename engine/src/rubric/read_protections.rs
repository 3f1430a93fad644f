//! The structure and the words of protections, read apart and joined by id.

use crate::assessment::{GroupCode, ProtectionId};

use super::error::Problem;
use super::node::Node;
use super::protection::{
    Applies, AskedOf, Benchmark, Depth, Group, Protection, Shape, Views, Weight,
};

/// The order in which the groups are read; any other group follows in the order of the pack.
const READING_ORDER: [&str; 12] = [
    "SC", "ML", "ES", "SL", "RM", "CT", "GV", "EX", "BR", "LI", "SE", "HC",
];

/// What no translation changes about a protection.
struct Structure {
    id: ProtectionId,
    weight: Weight,
    applies: Applies,
    depth: Depth,
    shape: Shape,
    asked_of: AskedOf,
    benchmark_sources: Vec<Option<String>>,
    sources: Vec<String>,
    schedule: Option<String>,
    terms: Vec<String>,
    related: Vec<ProtectionId>,
}

/// What one language says about a protection.
struct Words {
    id: ProtectionId,
    title: String,
    question: String,
    where_to_look: String,
    standard: String,
    strong: String,
    partly: String,
    exposure: String,
    why: String,
    benchmarks: Vec<String>,
    ask: String,
    clause: String,
    weight_reason: String,
    views: Option<Views>,
}

struct GroupStructure {
    code: GroupCode,
    protections: Vec<Structure>,
}

struct GroupWords {
    code: GroupCode,
    title: String,
    intro: String,
    protections: Vec<Words>,
}

/// Groups and protections in the order in which they are read.
pub(super) fn read_groups(pack: &Node) -> (Vec<Group>, Vec<Protection>) {
    let mut structures = pack.list("structure", read_group_structure);
    let mut words = pack.list("words", read_group_words);
    let mut groups: Vec<Group> = Vec::with_capacity(structures.len());
    let mut protections: Vec<Protection> = Vec::new();
    for rank in 0..=READING_ORDER.len() {
        for structure in structures.extract_if(.., |group| rank_of(group.code) == rank) {
            let code = structure.code;
            if groups.iter().any(|group| group.code == code) {
                let value = code.to_string();
                pack.refuse_at("structure".to_owned(), Problem::Duplicate { value });
            }
            let Some(at) = words.iter().position(|words| words.code == code) else {
                pack.refuse_at(format!("words/{code}"), Problem::Missing);
                continue;
            };
            let words = words.swap_remove(at);
            let start = protections.len();
            join_group(
                pack,
                structure.protections,
                words.protections,
                &mut protections,
            );
            groups.push(Group {
                code,
                title: words.title,
                intro: words.intro,
                span: start..protections.len(),
            });
        }
    }
    if let Some(left) = words.first() {
        pack.refuse_at(format!("structure/{}", left.code), Problem::Missing);
    }
    (groups, protections)
}

/// Where a group stands in the reading order.
fn rank_of(code: GroupCode) -> usize {
    let known = READING_ORDER
        .iter()
        .position(|known| *known == code.as_str());
    known.unwrap_or(READING_ORDER.len())
}

/// Joins the two halves of a group's protections; each must have exactly one of both.
fn join_group(
    pack: &Node,
    structures: Vec<Structure>,
    mut words: Vec<Words>,
    protections: &mut Vec<Protection>,
) {
    for structure in structures {
        let id = structure.id;
        if protections.iter().any(|protection| protection.id == id) {
            let value = id.to_string();
            pack.refuse_at(place("structure", id), Problem::Duplicate { value });
        }
        let Some(at) = words.iter().position(|words| words.id == id) else {
            pack.refuse_at(place("words", id), Problem::Missing);
            continue;
        };
        protections.push(join(pack, structure, words.swap_remove(at)));
    }
    if let Some(Words { id, .. }) = words.first() {
        if protections.iter().any(|protection| protection.id == *id) {
            let value = id.to_string();
            pack.refuse_at(place("words", *id), Problem::Duplicate { value });
        }
        pack.refuse_at(place("structure", *id), Problem::Missing);
    }
}

fn join(pack: &Node, structure: Structure, words: Words) -> Protection {
    let (here, there) = (structure.benchmark_sources.len(), words.benchmarks.len());
    if here != there {
        let path = place("structure", structure.id) + "/benchmarks";
        pack.refuse_at(path, Problem::UnequalLengths { here, there });
    }
    let benchmarks = words
        .benchmarks
        .into_iter()
        .zip(structure.benchmark_sources)
        .map(|(text, source)| Benchmark { text, source })
        .collect();
    Protection {
        id: structure.id,
        weight: structure.weight,
        applies: structure.applies,
        depth: structure.depth,
        shape: structure.shape,
        asked_of: structure.asked_of,
        sources: structure.sources,
        schedule: structure.schedule,
        terms: structure.terms,
        related: structure.related,
        title: words.title,
        question: words.question,
        where_to_look: words.where_to_look,
        standard: words.standard,
        strong: words.strong,
        partly: words.partly,
        exposure: words.exposure,
        why: words.why,
        benchmarks,
        ask: words.ask,
        clause: words.clause,
        weight_reason: words.weight_reason,
        views: words.views,
    }
}

fn read_group_structure(node: &Node) -> Option<GroupStructure> {
    let code = read_code(node)?;
    Some(GroupStructure {
        code,
        protections: node.list("protections", |node| read_structure(node, code)),
    })
}

fn read_group_words(node: &Node) -> Option<GroupWords> {
    let code = read_code(node)?;
    Some(GroupWords {
        code,
        title: node.text("title"),
        intro: node.text("intro"),
        protections: node.list("protections", |node| read_words(node, code)),
    })
}

/// The words of the files for it.
pub(crate) const APPLIES: [(&str, Applies); 3] = [
    ("all", Applies::All),
    ("multi", Applies::Multi),
    ("health", Applies::Health),
];

const DEPTHS: [(&str, Depth); 4] = [
    ("quick", Depth::Quick),
    ("first", Depth::First),
    ("core", Depth::Core),
    ("full", Depth::Full),
];

/// The words of the files for it.
pub(crate) const SHAPES: [(&str, Shape); 4] = [
    ("shared", Shape::Shared),
    ("silent", Shape::Silent),
    ("local", Shape::Local),
    ("housekeeping", Shape::Housekeeping),
];

/// The words of the files for it.
pub(crate) const ASKED_OF: [(&str, AskedOf); 2] =
    [("text", AskedOf::Text), ("person", AskedOf::Person)];

fn read_structure(node: &Node, code: GroupCode) -> Option<Structure> {
    Some(Structure {
        id: read_id(node, code)?,
        weight: read_weight(node)?,
        applies: node.word("applies", &APPLIES, "all, multi, health")?,
        depth: node.word("depth", &DEPTHS, "quick, first, core, full")?,
        shape: node.word("shape", &SHAPES, "shared, local, silent, housekeeping")?,
        asked_of: node.word("asked_of", &ASKED_OF, "text, person")?,
        benchmark_sources: node.list("benchmarks", |node| Some(node.text_or_null("source"))),
        sources: node.texts("sources"),
        schedule: node.text_or_null("schedule"),
        terms: node.texts("terms"),
        related: node.list("related", |node| node.own_parse(PROTECTION)),
    })
}

fn read_words(node: &Node, code: GroupCode) -> Option<Words> {
    Some(Words {
        id: read_id(node, code)?,
        title: node.text("title"),
        question: node.text("question"),
        where_to_look: node.text("where"),
        standard: node.text("standard"),
        strong: node.text("strong"),
        partly: node.text("partly"),
        exposure: node.text("exposure"),
        why: node.text("why"),
        benchmarks: node.texts("benchmarks"),
        ask: node.text("ask"),
        clause: node.text("clause"),
        weight_reason: node.text("weight_reason"),
        views: node.optional("views").map(|node| Views {
            customer: node.text("customer"),
            provider: node.text("provider"),
        }),
    })
}

/// What an id of a protection looks like, for errors.
pub(super) const PROTECTION: &str = "the id of a protection, such as SC-01";

fn read_code(node: &Node) -> Option<GroupCode> {
    node.parse("group", "two capital letters, such as SC")
}

fn read_id(node: &Node, code: GroupCode) -> Option<ProtectionId> {
    let id: ProtectionId = node.parse("id", PROTECTION)?;
    if id.group() != code {
        node.field("id").expect("an id of this group");
    }
    Some(id)
}

fn read_weight(node: &Node) -> Option<Weight> {
    const RANGE: &str = "a whole number from 1 to 5";
    let weight = Weight::new(node.number("weight", 5, RANGE));
    if weight.is_none() {
        node.field("weight").expect(RANGE);
    }
    weight
}

/// The place of a protection in one of the two halves.
fn place(half: &str, id: ProtectionId) -> String {
    format!("{half}/{}/{id}", id.group())
}
