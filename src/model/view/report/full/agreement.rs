//! The agreement itself: what it allows, what contradicts what, and the promises as they were entered.

use super::super::subject::Subject;
use super::section;
use crate::model::forms::{contradictions as found, promises as all};
use crate::model::view::figure::{Cell, InputView};
use crate::text::report as text;
use engine::report::document::{Align, Document, List, Row, Spans, Table};

/// What each service with a target allows, with how every figure was worked out.
pub(super) fn allows(of: &Subject, document: &mut Document) {
    section(document, of.say(text::FULL_ALLOWS));
    let services = of.allowed_alike();
    if services.is_empty() {
        document.paragraph(of.say(text::SUMMARY_NO_TARGET));
        return;
    }
    let mut table = Table::new(of.say(text::ALLOWS_CAPTION))
        .column(of.say(text::ALLOWS_FIGURE), Align::Start, 4)
        .column(of.say(text::ALLOWS_VALUE), Align::Start, 3)
        .column(of.say(text::ALLOWS_HOW), Align::Start, 6);
    for (names, _, figures) in services {
        table = table.row(Row::group(names));
        for figure in figures {
            let how = match &figure.cell {
                Cell::Figure(shown) => {
                    let formula = &shown.derivation.formula;
                    [formula, ". ", &how(of, &shown.derivation.inputs)].concat()
                }
                Cell::Text(_) => String::new(),
            };
            table = table.row([
                Spans::from(of.say(figure.name)),
                figure.cell.words().into(),
                how.into(),
            ]);
        }
    }
    document.push(table);
}

/// What went into a figure, in one line.
pub(in super::super) fn how(of: &Subject, inputs: &[InputView]) -> String {
    let inputs: Vec<String> = inputs
        .iter()
        .map(|input| {
            let values = [
                ("name", &*input.name),
                ("value", &*input.value),
                ("origin", &*input.origin),
            ];
            of.words.fill(text::CSV_INPUT, &values)
        })
        .collect();
    inputs.join("; ")
}

pub(super) fn contradictions(of: &Subject, document: &mut Document) {
    section(document, of.say(text::FULL_CONTRADICTIONS));
    let organization = &of.model.open.client.organization;
    let notes = found(of.words, organization, &of.record.agreement);
    if notes.is_empty() {
        document.paragraph(of.say(text::FULL_CONTRADICTIONS_NONE));
        return;
    }
    document.push(List::bullets(notes.into_iter().map(|(_, note)| note)));
}

/// Every promise as it was entered; what is not known is left out.
pub(super) fn promises(of: &Subject, document: &mut Document) {
    section(document, of.say(text::FULL_PROMISES));
    let mut lines = all(of.words, &of.record.agreement);
    lines.retain(|line| !line.value.is_empty());
    if lines.is_empty() {
        document.paragraph(of.say(text::FULL_PROMISES_NONE));
        return;
    }
    let mut table = Table::new("")
        .column(of.say(text::FULL_PROMISE), Align::Start, 2)
        .column(of.say(text::FULL_VALUE), Align::Start, 3);
    let mut group = String::new();
    for line in lines {
        if line.group != group {
            table = table.row(Row::group(line.group_name));
            group = line.group;
        }
        table = table.row([Spans::from(line.label), line.value.into()]);
    }
    document.push(table);
}
