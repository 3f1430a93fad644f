//! The service level schedule: the clauses that are asked for, numbered by group, with the templates that they point at.

use super::subject::{Subject, small};
use super::wording::clause;
use crate::format;
use crate::model::papers::Paper;
use crate::model::view::brand::from_brand;
use crate::text::report as text;
use crate::words::Text;
use engine::assessment::AskState;
use engine::report::document::{
    Align, Block, Document, Fact, Heading, List, Paragraph, Row, Signature, Span, Spans, Style,
    Table,
};
use engine::rubric::{Protection, Schedule};

/// The template without which no clause can be read.
const DEFINITIONS: &str = "definitions";

pub(super) fn paper(of: &Subject) -> Document {
    let words = of.words;
    let mut document = of.start(Paper::Schedule, of.say(text::SCHEDULE_TITLE).to_owned());
    document.subtitle = words.fill(text::SCHEDULE_SUBTITLE, &[("date", &of.today())]);
    document.push(small(of.say(text::SCHEDULE_ADVICE)));
    if let Some(says) = from_brand(of.model) {
        document.push(small(says));
    }
    parties(of, &mut document);
    let requests = of.requests(of.model.papers.reach);
    let asked: Vec<&Protection> = requests.into_iter().map(|(_, of)| of).collect();
    if asked.is_empty() {
        document.paragraph(of.say(text::SCHEDULE_NONE));
        return document;
    }
    part(of, &mut document);
    for group in of.catalogue.groups() {
        let mut own = of.catalogue.protections_of(group).iter();
        if own.any(|one| asked.iter().any(|asked| asked.id == one.id)) {
            document.push(Heading::new(1, group.title.as_str()).numbered());
        }
        for protection in of.catalogue.protections_of(group) {
            if asked.iter().any(|asked| asked.id == protection.id) {
                one(of, &mut document, protection);
            }
        }
    }
    signatures(of, &mut document);
    annexes(of, &mut document, &asked);
    document
}

fn parties(of: &Subject, document: &mut Document) {
    let agreement = &of.record.agreement;
    let facts = [
        (
            text::SCHEDULE_CUSTOMER,
            of.blank_or(&of.model.open.client.name, text::SCHEDULE_CUSTOMER_BLANK),
        ),
        (
            text::SCHEDULE_PROVIDER,
            of.blank_or(&agreement.provider, text::SCHEDULE_PROVIDER_BLANK),
        ),
        (
            text::SCHEDULE_AGREEMENT,
            of.blank_or(&agreement.name, text::SCHEDULE_AGREEMENT_BLANK),
        ),
    ];
    document.push(Block::facts(
        facts
            .into_iter()
            .map(|(name, value)| Fact::new(of.say(name), value)),
    ));
}

/// How the schedule stands to the agreement.
fn part(of: &Subject, document: &mut Document) {
    document.push(Heading::new(1, of.say(text::SCHEDULE_PART)).numbered());
    let clauses = [
        Spans::from(of.say(text::SCHEDULE_PART_BODY)),
        of.say(text::SCHEDULE_TERMS).into(),
        Spans(vec![
            Span::text([of.say(text::SCHEDULE_EFFECT), " "].concat()),
            Span::placeholder(of.say(text::SCHEDULE_EFFECT_DATE)),
            Span::text("."),
        ]),
    ];
    for clause in clauses {
        document.push(Paragraph::numbered_clause(clause));
    }
}

/// One clause: the agreed wording where there is one, else the sample with what was offered in its place below it.
fn one(of: &Subject, document: &mut Document, protection: &Protection) {
    let ask = &of.entry(protection.id).ask;
    let counter = ask.counter_wording.trim();
    let agreed = ask.state == AskState::Agreed;
    let wording = if agreed && !counter.is_empty() {
        Spans::from(counter)
    } else {
        clause(&protection.clause)
    };
    let mut spans = vec![Span::strong([&protection.title, ". "].concat())];
    spans.extend(wording.0);
    document.push(Paragraph::numbered_clause(spans));
    let note = |words: String| Paragraph::styled(Style::Small, Span::emphasis(words));
    if agreed {
        let says = match ask.on {
            Some(on) => {
                let values = [("date", &*format::day(of.words, on))];
                of.words.fill(text::SCHEDULE_AGREED, &values)
            }
            None => of.say(text::SCHEDULE_AGREED_UNDATED).to_owned(),
        };
        document.push(note(says));
        if !counter.is_empty() {
            document.push(note(of.say(text::SCHEDULE_AGREED_WORDING).to_owned()));
        }
    } else if !counter.is_empty() {
        document.push(note(of.say(text::SCHEDULE_OFFERED).to_owned()));
        document.push(Paragraph::styled(Style::Quote, counter));
    }
}

fn signatures(of: &Subject, document: &mut Document) {
    document.push(Heading::new(1, of.say(text::SCHEDULE_SIGNATURES)));
    let labels = [
        text::SCHEDULE_SIGNATURE,
        text::SCHEDULE_NAME,
        text::SCHEDULE_ROLE,
        text::SCHEDULE_DATE,
    ];
    let party = |name: Text| Signature::new(of.say(name), labels.map(|label| of.say(label)));
    document.push(Block::Signatures(vec![
        party(text::SCHEDULE_CUSTOMER),
        party(text::SCHEDULE_PROVIDER),
    ]));
}

/// The definitions, then every template that a clause names, in the catalogue's order.
fn annexes(of: &Subject, document: &mut Document, asked: &[&Protection]) {
    let named = |schedule: &&Schedule| {
        let pointed = [&*schedule.title, " (Schedule)"].concat();
        asked.iter().any(|one| {
            one.schedule.as_deref() == Some(&*schedule.id) || one.clause.contains(&pointed)
        })
    };
    let all = of.catalogue.schedules();
    let definitions = all.iter().filter(|one| one.id == DEFINITIONS);
    let others = all.iter().filter(|one| one.id != DEFINITIONS).filter(named);
    for (at, schedule) in definitions.chain(others).enumerate() {
        document.push(Block::PageBreak);
        annex(of, document, at + 1, schedule);
    }
}

fn annex(of: &Subject, document: &mut Document, number: usize, schedule: &Schedule) {
    let values = [("n", &*number.to_string()), ("title", &*schedule.title)];
    document.push(Heading::new(
        1,
        of.words.fill(text::SCHEDULE_ANNEX, &values),
    ));
    document.paragraph(schedule.purpose.as_str());
    let mut table = Table::new("");
    for (at, column) in schedule.columns.iter().enumerate() {
        let cells = schedule.rows.iter().filter_map(|row| row.get(at));
        let texts: Vec<&str> = cells.map(String::as_str).chain([column.as_str()]).collect();
        table = table.column(column, Align::Start, share(&texts));
    }
    for row in &schedule.rows {
        table = table.row(Row::new(row.iter().map(|cell| clause(cell))));
    }
    document.push(table);
    if !schedule.notes.is_empty() {
        document.push(List::bullets(
            schedule.notes.iter().map(|note| clause(note)),
        ));
    }
}

/// A column's part of the width: room for its longest word, and more where much stands in a cell.
fn share(texts: &[&str]) -> u16 {
    let letters = |text: &str| text.chars().count();
    let words = texts.iter().flat_map(|text| text.split(' '));
    let word = words.map(letters).max().unwrap_or(0);
    let longest = texts.iter().map(|text| letters(text)).max().unwrap_or(0);
    u16::try_from((word * 3 / 2 + 2).max(longest / 4).clamp(6, 44)).unwrap_or(44)
}
