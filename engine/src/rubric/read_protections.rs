//! The structure and the words of protections, read apart and joined by id.

use crate::assessment::{GroupCode, ProtectionId};

use super::error::{CatalogueError, Problem};
use super::node::{Node, Read};
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
pub(super) fn read_groups(pack: &Node) -> Read<(Vec<Group>, Vec<Protection>)> {
    let mut structures = pack.list("structure", read_group_structure)?;
    let mut words = pack.list("words", read_group_words)?;
    structures.sort_by_key(|group| {
        let code = group.code.as_str();
        READING_ORDER
            .iter()
            .position(|known| *known == code)
            .unwrap_or(READING_ORDER.len())
    });
    let mut groups: Vec<Group> = Vec::with_capacity(structures.len());
    let mut protections: Vec<Protection> = Vec::new();
    for structure in structures {
        let code = structure.code;
        if groups.iter().any(|group| group.code == code) {
            return Err(problem_at(
                "structure",
                Problem::Duplicate {
                    value: code.to_string(),
                },
            ));
        }
        let Some(at) = words.iter().position(|words| words.code == code) else {
            return Err(problem_at(&format!("words/{code}"), Problem::Missing));
        };
        let words = words.swap_remove(at);
        let start = protections.len();
        join_group(structure.protections, words.protections, &mut protections)?;
        groups.push(Group {
            code,
            title: words.title,
            intro: words.intro,
            span: start..protections.len(),
        });
    }
    match words.first() {
        Some(left) => Err(problem_at(
            &format!("structure/{}", left.code),
            Problem::Missing,
        )),
        None => Ok((groups, protections)),
    }
}

/// Joins the two halves of a group's protections; each must have exactly one of both.
fn join_group(
    structures: Vec<Structure>,
    mut words: Vec<Words>,
    protections: &mut Vec<Protection>,
) -> Read<()> {
    for structure in structures {
        let id = structure.id;
        if protections.iter().any(|protection| protection.id == id) {
            return Err(problem_at(
                &structure_path(id),
                Problem::Duplicate {
                    value: id.to_string(),
                },
            ));
        }
        let Some(at) = words.iter().position(|words| words.id == id) else {
            return Err(problem_at(&words_path(id), Problem::Missing));
        };
        protections.push(join(structure, words.swap_remove(at))?);
    }
    match words.first() {
        Some(left)
            if protections
                .iter()
                .any(|protection| protection.id == left.id) =>
        {
            let value = left.id.to_string();
            Err(problem_at(
                &words_path(left.id),
                Problem::Duplicate { value },
            ))
        }
        Some(left) => Err(problem_at(&structure_path(left.id), Problem::Missing)),
        None => Ok(()),
    }
}

fn join(structure: Structure, words: Words) -> Read<Protection> {
    let (here, there) = (structure.benchmark_sources.len(), words.benchmarks.len());
    if here != there {
        let path = structure_path(structure.id) + "/benchmarks";
        return Err(problem_at(&path, Problem::UnequalLengths { here, there }));
    }
    let benchmarks = words
        .benchmarks
        .into_iter()
        .zip(structure.benchmark_sources)
        .map(|(text, source)| Benchmark { text, source })
        .collect();
    Ok(Protection {
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
    })
}

fn read_group_structure(node: &Node) -> Read<GroupStructure> {
    let code = read_code(node)?;
    Ok(GroupStructure {
        code,
        protections: node.list("protections", |node| read_structure(node, code))?,
    })
}

fn read_group_words(node: &Node) -> Read<GroupWords> {
    let code = read_code(node)?;
    Ok(GroupWords {
        code,
        title: node.text("title")?,
        intro: node.text("intro")?,
        protections: node.list("protections", |node| read_words(node, code))?,
    })
}

fn read_structure(node: &Node, code: GroupCode) -> Read<Structure> {
    Ok(Structure {
        id: read_id(node, code)?,
        weight: read_weight(node)?,
        applies: node.word(
            "applies",
            &[
                ("all", Applies::All),
                ("multi", Applies::Multi),
                ("health", Applies::Health),
            ],
            "all, multi, health",
        )?,
        depth: node.word(
            "depth",
            &[
                ("quick", Depth::Quick),
                ("first", Depth::First),
                ("core", Depth::Core),
                ("full", Depth::Full),
            ],
            "quick, first, core, full",
        )?,
        shape: node.word(
            "shape",
            &[
                ("shared", Shape::Shared),
                ("silent", Shape::Silent),
                ("local", Shape::Local),
                ("housekeeping", Shape::Housekeeping),
            ],
            "shared, local, silent, housekeeping",
        )?,
        asked_of: node.word(
            "asked_of",
            &[("text", AskedOf::Text), ("person", AskedOf::Person)],
            "text, person",
        )?,
        benchmark_sources: node.list("benchmarks", |node| node.text_or_null("source"))?,
        sources: node.texts("sources")?,
        schedule: node.text_or_null("schedule")?,
        terms: node.texts("terms")?,
        related: node.list("related", |node| node.own_parse(PROTECTION))?,
    })
}

fn read_words(node: &Node, code: GroupCode) -> Read<Words> {
    let views = match node.optional("views") {
        None => None,
        Some(node) => Some(Views {
            customer: node.text("customer")?,
            provider: node.text("provider")?,
        }),
    };
    Ok(Words {
        id: read_id(node, code)?,
        title: node.text("title")?,
        question: node.text("question")?,
        where_to_look: node.text("where")?,
        standard: node.text("standard")?,
        strong: node.text("strong")?,
        partly: node.text("partly")?,
        exposure: node.text("exposure")?,
        why: node.text("why")?,
        benchmarks: node.texts("benchmarks")?,
        ask: node.text("ask")?,
        clause: node.text("clause")?,
        weight_reason: node.text("weight_reason")?,
        views,
    })
}

/// What an id of a protection looks like, for errors.
pub(super) const PROTECTION: &str = "the id of a protection, such as SC-01";

fn read_code(node: &Node) -> Read<GroupCode> {
    node.parse("group", "two capital letters, such as SC")
}

fn read_id(node: &Node, code: GroupCode) -> Read<ProtectionId> {
    let id: ProtectionId = node.parse("id", PROTECTION)?;
    if id.group() == code {
        Ok(id)
    } else {
        Err(node
            .field("id")?
            .error(Problem::Expected("an id of this group")))
    }
}

fn read_weight(node: &Node) -> Read<Weight> {
    const RANGE: &str = "a whole number from 1 to 5";
    match Weight::new(node.number("weight", 5, RANGE)?) {
        Some(weight) => Ok(weight),
        None => Err(node.field("weight")?.error(Problem::Expected(RANGE))),
    }
}

fn structure_path(id: ProtectionId) -> String {
    format!("structure/{}/{id}", id.group())
}

fn words_path(id: ProtectionId) -> String {
    format!("words/{}/{id}", id.group())
}

fn problem_at(path: &str, problem: Problem) -> CatalogueError {
    CatalogueError {
        path: path.to_owned(),
        problem,
    }
}
