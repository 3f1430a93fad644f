//! What is still to be found out, and every answer.

use super::super::subject::Subject;
use super::section;
use crate::model::view::answer;
use crate::model::view::results::{find_out, taken_out};
use crate::text::report as text;
use engine::report::document::{Align, Document, List, Row, Spans, Table};

pub(super) fn open(of: &Subject, document: &mut Document) {
    section(document, of.say(text::FULL_OPEN));
    let (unknown, unanswered) = find_out(of.words, of.catalogue, of.found);
    let parts = [
        (text::FULL_OPEN_UNKNOWN, unknown),
        (text::FULL_OPEN_UNANSWERED, unanswered),
    ];
    if parts.iter().all(|(_, of)| of.rows.is_empty()) {
        document.paragraph(of.say(text::FULL_OPEN_NONE));
    }
    for (title, list) in parts {
        if list.rows.is_empty() {
            continue;
        }
        document.heading(2, of.say(title));
        let ids = list.rows.iter().filter_map(|(id, _)| id.parse().ok());
        let questions = ids.filter_map(|id| of.catalogue.protection(id));
        document.push(List::ordered(questions.map(|of| of.question.as_str())));
    }
}

/// Every answer, group by group; then what was left out by hand.
pub(super) fn answers(of: &Subject, document: &mut Document) {
    section(document, of.say(text::FULL_ANSWERS));
    let mut table = Table::new(of.say(text::FULL_ANSWERS_CAPTION))
        .column(of.say(text::FULL_ID), Align::Start, 2)
        .column(of.say(text::FULL_PROTECTION), Align::Start, 6)
        .column(of.say(text::FULL_ANSWER), Align::Start, 3)
        .column(of.say(text::FULL_WEIGHT), Align::End, 2);
    for group in of.catalogue.groups() {
        table = table.row(Row::group(group.title.as_str()));
        for protection in of.catalogue.protections_of(group) {
            let item = of.found.findings.item(protection.id);
            let weight = of.found.findings.weights.of(protection).get();
            table = table.row([
                Spans::from(protection.id.to_string()),
                protection.title.as_str().into(),
                answer::mark(of.words, item).1.into(),
                weight.to_string().into(),
            ]);
        }
    }
    document.push(table);
    let out = taken_out(of.words, of.catalogue, of.found);
    if !out.is_empty() {
        document.heading(2, of.say(text::FULL_OUT));
        let line =
            |of: crate::model::view::results::TakenOut| [&of.title, ": ", &of.reason].concat();
        document.push(List::bullets(out.into_iter().map(line)));
    }
}
