//! The full report: every result with its figures, every gap, every answer, and what is still open.

mod agreement;
mod answers;
mod gaps;

pub(super) use agreement::how;

use super::dates;
use super::results::{self, Three};
use super::subject::{Subject, small};
use crate::model::papers::Paper;
use crate::model::view::brand::differs;
use crate::model::view::results::{chart, floors};
use crate::text::{brand, report as text, results as words};
use engine::report::document::{Align, Document, Heading, List, Paragraph, Row, Span, Table};
use engine::rubric::{Kind, Source};

pub(super) fn paper(of: &Subject) -> Document {
    let title = of.words.fill(text::FULL_TITLE, &[("name", &of.name())]);
    let mut document = of.start(Paper::Full, title);
    document.push(of.facts());
    let three = results::three(of);
    scores(of, &three, &mut document);
    groups(of, &mut document);
    agreement::allows(of, &mut document);
    gaps::gaps(of, &mut document);
    answers::open(of, &mut document);
    agreement::contradictions(of, &mut document);
    agreement::promises(of, &mut document);
    answers::answers(of, &mut document);
    section(&mut document, of.say(text::FULL_DATES));
    document.push(dates::block(of));
    basis(of, &mut document);
    document
}

/// A part with a number.
fn section(document: &mut Document, title: &str) {
    document.push(Heading::new(1, title).numbered());
}

fn scores(of: &Subject, three: &Three, document: &mut Document) {
    section(document, of.say(text::SCORES_TITLE));
    document.push(three.verdict(of));
    document.push(three.table(of));
    document.push(three.gates(of));
    document.heading(2, of.say(text::FULL_SUMS));
    for score in three.all() {
        let mut says = vec![
            Span::strong([score.label, ". "].concat()),
            Span::text(score.rule),
        ];
        if !score.breakdown.sum.is_empty() {
            says.push(Span::text([" ", &score.breakdown.sum].concat()));
        }
        document.push(Paragraph::new(says));
    }
    document.push(small(of.say(words::SCORES_FORMULA)));
    document.push(small(of.catalogue.verdicts().weights_note.as_str()));
    let changed = differs(of.model);
    if !changed.is_empty() {
        document.heading(3, of.say(brand::DIFFERS_TITLE));
        document.push(List::bullets(changed));
    }
    let floors = floors(of.model, of.catalogue, of.found);
    if floors.is_empty() {
        return;
    }
    document.heading(2, of.say(text::FULL_FLOORS));
    for floor in floors {
        let says = [
            Span::strong([&floor.title, ". "].concat()),
            Span::text(floor.text),
        ];
        document.push(Paragraph::new(says));
        if !floor.own.is_empty() {
            document.push(List::bullets(floor.own));
        }
    }
}

fn groups(of: &Subject, document: &mut Document) {
    document.heading(2, of.say(text::FULL_GROUPS));
    let chart = chart(of.words, of.catalogue, of.found);
    document.paragraph([&chart.title, "."].concat());
    let mut table = Table::new(of.say(text::FULL_GROUPS_CAPTION))
        .column(of.say(text::FULL_GROUP), Align::Start, 5)
        .column(of.say(text::FULL_GROUP_SCORE), Align::End, 2)
        .column(of.say(text::FULL_GROUP_ANSWERED), Align::End, 2);
    for bar in chart.bars {
        table = table.row(Row::new([bar.title, bar.figure, bar.answered]));
    }
    document.push(table);
}

/// Which catalogue, which sources, and what this is not.
fn basis(of: &Subject, document: &mut Document) {
    section(document, of.say(text::FULL_BASIS));
    for line in of.basis() {
        document.paragraph(line);
    }
    document.heading(2, of.say(text::FULL_SOURCES));
    // Firms are named on the page about the method only: a paper is sent on, and is no list of vendors.
    let public = |of: &&Source| !matches!(of.kind, Kind::PublishedTerms | Kind::Practice);
    let sources = of.catalogue.sources().iter().filter(public).map(|source| {
        vec![
            Span::text([&*source.publisher, ", "].concat()),
            Span::link(source.title.clone(), &source.url),
        ]
    });
    document.push(List::bullets(sources));
}
