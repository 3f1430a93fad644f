//! The files of words beside the protections.

use crate::assessment::ProtectionId;

use super::error::Problem;
use super::guides::{
    Card, FloorText, Leverage, Listening, Method, MethodSection, Negotiation, NegotiationItem,
    Question, Readiness, ReadinessBand, ResponseResolution, Schedule, Step, Term, VerdictBand,
    Verdicts,
};
use super::node::{Node, Read, distinct};
use super::read_protections::PROTECTION;
use super::source::{Kind, Source};

pub(super) fn read_sources(pack: &Node) -> Read<Vec<Source>> {
    let file = pack.field("sources")?;
    let sources = file.list("sources", |node| {
        Ok(Source {
            key: node.text("key")?,
            publisher: node.text("publisher")?,
            title: node.text("title")?,
            url: read_address(node)?,
            seen: node.parse("seen", "a day, such as 2026-11-21")?,
            jurisdiction: node.text("jurisdiction")?,
            kind: node.word(
                "kind",
                &[
                    ("law", Kind::Law),
                    ("standard", Kind::Standard),
                    ("guidance", Kind::Guidance),
                    ("published terms", Kind::PublishedTerms),
                    ("practice", Kind::Practice),
                    ("research", Kind::Research),
                ],
                "law, standard, guidance, published terms, practice, research",
            )?,
            note: node.text_or_null("note")?,
        })
    })?;
    distinct(&file, &sources, |source| &source.key)?;
    Ok(sources)
}

/// Addresses become links: nothing but http and https may get there.
pub(super) fn read_address(node: &Node) -> Read<String> {
    let url = node.text("url")?;
    let web = url.starts_with("https://") || url.starts_with("http://");
    if web && !url.contains(|c: char| c.is_whitespace() || c.is_control()) {
        Ok(url)
    } else {
        Err(node
            .field("url")?
            .error(Problem::Expected("a web address: https://...")))
    }
}

pub(super) fn read_cards(pack: &Node) -> Read<Vec<Card>> {
    let file = pack.field("cards")?;
    let cards = file.list("cards", |node| {
        Ok(Card {
            id: node.text("id")?,
            title: node.text("title")?,
            standard: node.text("standard")?,
            strong: node.text("strong")?,
            why: node.text("why")?,
            protections: read_protections(node)?,
        })
    })?;
    distinct(&file, &cards, |card| &card.id)?;
    Ok(cards)
}

pub(super) fn read_response_resolution(pack: &Node) -> Read<ResponseResolution> {
    let file = pack.field("response_resolution")?;
    Ok(ResponseResolution {
        title: file.text("title")?,
        lead: file.text("lead")?,
        points: file.list("points", read_step)?,
        example: file.text("example")?,
    })
}

pub(super) fn read_negotiation(pack: &Node) -> Read<Negotiation> {
    let file = pack.field("negotiation")?;
    let leverage = file.field("leverage")?;
    let items = file.list("items", |node| {
        Ok(NegotiationItem {
            id: node.text("id")?,
            title: node.text("title")?,
            say: node.text("say")?,
            why: node.text("why")?,
            protections: read_protections(node)?,
        })
    })?;
    distinct(&file, &items, |item| &item.id)?;
    Ok(Negotiation {
        leverage: Leverage {
            title: leverage.text("title")?,
            paragraphs: leverage.texts("paragraphs")?,
        },
        items,
        steps: file.list("steps", read_step)?,
    })
}

pub(super) fn read_readiness(pack: &Node) -> Read<Readiness> {
    let file = pack.field("readiness")?;
    let listen_for = file.list("listen_for", |node| {
        Ok(Listening {
            id: node.text("id")?,
            title: node.text("title")?,
            good: node.text("good")?,
            weak: node.text("weak")?,
            points: node.number("points", 3, "a whole number from 0 to 3")?,
        })
    })?;
    distinct(&file, &listen_for, |entry| &entry.id)?;
    let mut bands = file.list("bands", |node| {
        Ok(ReadinessBand {
            id: node.text("id")?,
            from: node
                .number("from", 255, "a whole number from 0 to 255")?
                .into(),
            title: node.text("title")?,
            text: node.text("text")?,
        })
    })?;
    distinct(&file, &bands, |band| &band.id)?;
    bands.sort_by_key(|band| band.from);
    if bands.first().is_none_or(|band| band.from != 0) {
        return Err(file
            .field("bands")?
            .error(Problem::Expected("a list with a band from 0")));
    }
    Ok(Readiness {
        question: file.text("question")?,
        intro: file.text("intro")?,
        listen_for,
        bands,
    })
}

pub(super) fn read_questions(pack: &Node) -> Read<Vec<Question>> {
    let file = pack.field("faq")?;
    let questions = file.list("questions", |node| {
        Ok(Question {
            id: node.text("id")?,
            question: node.text("question")?,
            answer: node.texts("answer")?,
            protections: read_protections(node)?,
        })
    })?;
    distinct(&file, &questions, |question| &question.id)?;
    Ok(questions)
}

pub(super) fn read_terms(pack: &Node) -> Read<Vec<Term>> {
    let file = pack.field("glossary")?;
    let terms = file.list("terms", |node| {
        Ok(Term {
            id: node.text("id")?,
            term: node.text("term")?,
            also: node.texts("also")?,
            definition: node.text("definition")?,
            see: node.texts("see")?,
        })
    })?;
    distinct(&file, &terms, |term| &term.id)?;
    Ok(terms)
}

pub(super) fn read_verdicts(pack: &Node) -> Read<Verdicts> {
    let file = pack.field("verdicts")?;
    let bands = file.list("bands", |node| {
        Ok(VerdictBand {
            id: node.text("id")?,
            from: node.number("from", 4, "a whole number from 0 to 4")?,
            to: node.number("to", 4, "a whole number from 0 to 4")?,
            title: node.text("title")?,
            text: node.text("text")?,
            next: node.text("next")?,
        })
    })?;
    distinct(&file, &bands, |band| &band.id)?;
    let floors = file.list("floors", |node| {
        Ok(FloorText {
            id: node.text("id")?,
            title: node.text("title")?,
            text: node.text("text")?,
        })
    })?;
    distinct(&file, &floors, |floor| &floor.id)?;
    Ok(Verdicts {
        bands,
        range: file.text("range")?,
        floors,
        disclaimer: file.text("disclaimer")?,
        weights_note: file.text("weights_note")?,
    })
}

pub(super) fn read_schedules(pack: &Node) -> Read<Vec<Schedule>> {
    let file = pack.field("schedules")?;
    let schedules = file.list("schedules", |node| {
        let columns = node.texts("columns")?;
        Ok(Schedule {
            id: node.text("id")?,
            title: node.text("title")?,
            purpose: node.text("purpose")?,
            rows: node.list("rows", |row| read_row(row, columns.len()))?,
            columns,
            notes: node.texts("notes")?,
        })
    })?;
    distinct(&file, &schedules, |schedule| &schedule.id)?;
    Ok(schedules)
}

/// A row of a template; its cells may be empty, to be filled in.
fn read_row(row: &Node, there: usize) -> Read<Vec<String>> {
    let cells = row.own_cells()?;
    match cells.len() {
        here if here == there => Ok(cells),
        here => Err(row.error(Problem::UnequalLengths { here, there })),
    }
}

pub(super) fn read_method(pack: &Node) -> Read<Method> {
    let file = pack.field("method")?;
    let sections = file.list("sections", |node| {
        Ok(MethodSection {
            id: node.text("id")?,
            title: node.text("title")?,
            paragraphs: node.texts("paragraphs")?,
        })
    })?;
    distinct(&file, &sections, |section| &section.id)?;
    Ok(Method {
        title: file.text("title")?,
        sections,
    })
}

fn read_step(node: &Node) -> Read<Step> {
    Ok(Step {
        title: node.text("title")?,
        body: node.text("body")?,
    })
}

fn read_protections(node: &Node) -> Read<Vec<ProtectionId>> {
    node.list("protections", |node| node.own_parse(PROTECTION))
}
