//! The files of words beside the protections.

use crate::assessment::ProtectionId;

use super::error::Problem;
use super::guides::{
    Card, FloorText, Leverage, Listening, Method, MethodSection, Negotiation, NegotiationItem,
    Question, Readiness, ReadinessBand, ResponseResolution, Schedule, Step, Term, VerdictBand,
    Verdicts,
};
use super::node::Node;
use super::read_protections::PROTECTION;
use super::source::{Kind, Source};

const KINDS: [(&str, Kind); 6] = [
    ("law", Kind::Law),
    ("standard", Kind::Standard),
    ("guidance", Kind::Guidance),
    ("published terms", Kind::PublishedTerms),
    ("practice", Kind::Practice),
    ("research", Kind::Research),
];

pub(super) fn read_sources(pack: &Node) -> Vec<Source> {
    let file = pack.field("sources");
    file.distinct("sources", "key");
    file.list("sources", |node| {
        let allowed = "law, standard, guidance, published terms, practice, research";
        Some(Source {
            seen: node.day("seen")?,
            kind: node.word("kind", &KINDS, allowed)?,
            key: node.text("key"),
            publisher: node.text("publisher"),
            title: node.text("title"),
            url: read_address(node),
            jurisdiction: node.text("jurisdiction"),
            note: node.text_or_null("note"),
        })
    })
}

/// Addresses become links: nothing but http and https may get there.
pub(super) fn read_address(node: &Node) -> String {
    let node = node.field("url");
    let url = node.own_text();
    let web = url.starts_with("https://") || url.starts_with("http://");
    if !web || url.contains(|c: char| c.is_whitespace() || c.is_control()) {
        node.expect("a web address: https://...");
    }
    url.to_owned()
}

pub(super) fn read_cards(pack: &Node) -> Vec<Card> {
    let file = pack.field("cards");
    file.distinct("cards", "id");
    file.list("cards", |node| {
        Some(Card {
            id: node.text("id"),
            title: node.text("title"),
            standard: node.text("standard"),
            strong: node.text("strong"),
            why: node.text("why"),
            protections: read_protections(node),
        })
    })
}

pub(super) fn read_response_resolution(pack: &Node) -> ResponseResolution {
    let file = pack.field("response_resolution");
    ResponseResolution {
        title: file.text("title"),
        lead: file.text("lead"),
        points: read_steps(&file, "points"),
        example: file.text("example"),
    }
}

pub(super) fn read_negotiation(pack: &Node) -> Negotiation {
    let file = pack.field("negotiation");
    let leverage = file.field("leverage");
    file.distinct("items", "id");
    Negotiation {
        leverage: Leverage {
            title: leverage.text("title"),
            paragraphs: leverage.texts("paragraphs"),
        },
        items: file.list("items", |node| {
            Some(NegotiationItem {
                id: node.text("id"),
                title: node.text("title"),
                say: node.text("say"),
                why: node.text("why"),
                protections: read_protections(node),
            })
        }),
        steps: read_steps(&file, "steps"),
    }
}

pub(super) fn read_readiness(pack: &Node) -> Readiness {
    let file = pack.field("readiness");
    file.distinct("listen_for", "id");
    file.distinct("bands", "id");
    Readiness {
        question: file.text("question"),
        intro: file.text("intro"),
        listen_for: file.list("listen_for", |node| {
            Some(Listening {
                id: node.text("id"),
                title: node.text("title"),
                good: node.text("good"),
                weak: node.text("weak"),
                points: node.number("points", 3, "a whole number from 0 to 3"),
            })
        }),
        bands: read_readiness_bands(&file),
    }
}

/// The bands by rising points; the first begins at 0.
fn read_readiness_bands(file: &Node) -> Vec<ReadinessBand> {
    let mut bands: Vec<ReadinessBand> = Vec::new();
    for band in file.list("bands", |node| {
        Some(ReadinessBand {
            id: node.text("id"),
            from: node
                .number("from", 255, "a whole number from 0 to 255")
                .into(),
            title: node.text("title"),
            text: node.text("text"),
        })
    }) {
        bands.insert(bands.partition_point(|other| other.from <= band.from), band);
    }
    if bands.first().is_none_or(|band| band.from != 0) {
        file.field("bands").expect("a list with a band from 0");
    }
    bands
}

pub(super) fn read_questions(pack: &Node) -> Vec<Question> {
    let file = pack.field("faq");
    file.distinct("questions", "id");
    file.list("questions", |node| {
        Some(Question {
            id: node.text("id"),
            question: node.text("question"),
            answer: node.texts("answer"),
            protections: read_protections(node),
        })
    })
}

pub(super) fn read_terms(pack: &Node) -> Vec<Term> {
    let file = pack.field("glossary");
    file.distinct("terms", "id");
    file.list("terms", |node| {
        Some(Term {
            id: node.text("id"),
            term: node.text("term"),
            also: node.texts("also"),
            definition: node.text("definition"),
            see: node.texts("see"),
        })
    })
}

pub(super) fn read_verdicts(pack: &Node) -> Verdicts {
    let file = pack.field("verdicts");
    file.distinct("bands", "id");
    file.distinct("floors", "id");
    Verdicts {
        bands: file.list("bands", |node| {
            Some(VerdictBand {
                id: node.text("id"),
                from: node.number("from", 4, "a whole number from 0 to 4"),
                to: node.number("to", 4, "a whole number from 0 to 4"),
                title: node.text("title"),
                text: node.text("text"),
                next: node.text("next"),
            })
        }),
        range: file.text("range"),
        floors: file.list("floors", |node| {
            Some(FloorText {
                id: node.text("id"),
                title: node.text("title"),
                text: node.text("text"),
            })
        }),
        disclaimer: file.text("disclaimer"),
        weights_note: file.text("weights_note"),
    }
}

pub(super) fn read_schedules(pack: &Node) -> Vec<Schedule> {
    let file = pack.field("schedules");
    file.distinct("schedules", "id");
    file.list("schedules", |node| {
        let columns = node.texts("columns");
        Some(Schedule {
            id: node.text("id"),
            title: node.text("title"),
            purpose: node.text("purpose"),
            rows: node.list("rows", |row| Some(read_row(row, columns.len()))),
            columns,
            notes: node.texts("notes"),
        })
    })
}

/// A row of a template; its cells may be empty, to be filled in.
fn read_row(row: &Node, there: usize) -> Vec<String> {
    let cells = row.own_cells();
    let here = cells.len();
    if here != there {
        row.refuse(Problem::UnequalLengths { here, there });
    }
    cells
}

pub(super) fn read_method(pack: &Node) -> Method {
    let file = pack.field("method");
    file.distinct("sections", "id");
    Method {
        title: file.text("title"),
        sections: file.list("sections", |node| {
            Some(MethodSection {
                id: node.text("id"),
                title: node.text("title"),
                paragraphs: node.texts("paragraphs"),
            })
        }),
    }
}

fn read_steps(file: &Node, name: &str) -> Vec<Step> {
    file.list(name, |node| {
        Some(Step {
            title: node.text("title"),
            body: node.text("body"),
        })
    })
}

fn read_protections(node: &Node) -> Vec<ProtectionId> {
    node.list("protections", |node| node.own_parse(PROTECTION))
}
