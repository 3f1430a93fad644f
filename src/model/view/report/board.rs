//! One page for a board: three results, the worst day, what we ask, who owns it.

use super::subject::{Subject, small};
use super::{dates, results};
use crate::model::lab::{AGREED, Extreme, longest};
use crate::model::papers::{Paper, Reach};
use crate::model::view::downtime::week_in_short;
use crate::model::view::figure;
use crate::model::view::results::{card, state_name};
use crate::text::report as text;
use crate::words::fill;
use engine::agreement::Service;
use engine::report::document::{Align, Block, Document, Heading, List, Row, Spans, Table};

/// As many requests stand on it.
const REQUESTS: usize = 5;
/// As many promises, where services differ.
const PROMISES: usize = 2;

pub(super) fn paper(of: &Subject) -> Document {
    let words = of.words;
    let title = words.fill(text::BOARD_TITLE, &[("name", &of.name())]);
    let mut document = of.start(Paper::Board, title);
    document.subtitle = words.fill(text::BOARD_SUBTITLE, &[("date", &of.today())]);
    document.dense = true;
    let three = results::three(of);
    document.push(Heading::new(1, of.say(text::BOARD_RESULTS)));
    document.push(three.table(of));
    document.push(Heading::new(1, of.say(text::BOARD_WORST)));
    document.push(List::bullets(worst(of)));
    document.push(Heading::new(1, of.say(text::BOARD_ASK)));
    requests(of, &mut document);
    document.push(Heading::new(1, of.say(text::BOARD_DATES)));
    document.push(dates::block(of));
    document.push(Heading::new(1, of.say(text::BOARD_DECISION)));
    document.paragraph(of.say(text::BOARD_DECISION_BODY));
    document.push(Block::blanks([
        of.say(text::BOARD_DECIDED),
        of.say(text::BOARD_REPORT_BACK),
        of.say(text::BOARD_SIGNED),
    ]));
    for line in of.basis() {
        document.push(small(line));
    }
    document
}

/// What a worst day may look like, a sentence each.
fn worst(of: &Subject) -> Vec<Spans> {
    let mut says = vec![incident(of)];
    for (names, service, _) in of.allowed_alike().iter().take(PROMISES) {
        says.extend(promise(of, names, service));
    }
    says.into_iter().map(Spans::from).collect()
}

/// The gap that can cost the most hours.
fn incident(of: &Subject) -> String {
    let words = of.words;
    let costliest = of.found.incidents.iter().max_by_key(|(_, time)| time.value);
    if let Some((id, time)) = costliest {
        let time = crate::format::in_hours(words, time.value);
        let values = [("title", &*of.title(*id)), ("time", &time)];
        return words.fill(text::BOARD_WORST_INCIDENT, &values);
    }
    let Some(gap) = of.found.gaps.first() else {
        return of.say(text::BOARD_WORST_NO_GAP).to_owned();
    };
    let says = words.fill(text::BOARD_WORST_NONE, &[("title", &of.title(gap.id))]);
    let card = card(of.model, of.found, gap, 1, of.catalogue);
    let exposure = of.catalogue.protection(gap.id).map(|of| &of.exposure);
    let exposure = exposure.map(|text| fill(text, &[("n", &card.locations)]));
    [&says, " ", &exposure.unwrap_or_default()].concat()
}

/// What the promise for a service still allows.
fn promise(of: &Subject, name: &str, service: &Service) -> Vec<String> {
    let words = of.words;
    let model = of.model.with_promise(&[AGREED, &service.id].concat());
    let question = model.question();
    let mut says = Vec::new();
    match longest(&model, &question, Extreme::AcrossBoundary) {
        Ok(Some(length)) => {
            let shown = figure::shown(words, &length, crate::format::seconds(words, length.value));
            let values = [("service", name), ("time", &shown.text)];
            says.push(words.fill(text::BOARD_WORST_OUTAGE, &values));
        }
        Ok(None) => says.push(words.fill(text::BOARD_WORST_NO_LIMIT, &[("service", name)])),
        Err(_) => {}
    }
    if let Some(week) = week_in_short(&model, &question) {
        let values = [("service", name), ("percent", &week.text)];
        says.push(words.fill(text::BOARD_WORST_WEEK, &values));
    }
    says
}

fn requests(of: &Subject, document: &mut Document) {
    let words = of.words;
    let all = of.requests(Reach::All);
    if all.is_empty() {
        document.paragraph(of.say(text::BOARD_NOTHING));
        return;
    }
    let mut table = Table::new("")
        .column(of.say(text::BOARD_REQUEST), Align::Start, 5)
        .column(of.say(text::BOARD_STATE), Align::Start, 2)
        .column(of.say(text::BOARD_OWNER), Align::Start, 2);
    for (gap, protection) in all.iter().take(REQUESTS) {
        let ask = &of.entry(gap.id).ask;
        table = table.row(Row::new([
            Spans::from(protection.title.as_str()),
            state_name(words, ask.state).into(),
            of.blank_or(&ask.owner, text::BOARD_NO_OWNER),
        ]));
    }
    document.push(table);
    let more = all.len().saturating_sub(REQUESTS) as u64;
    if more > 0 {
        document.paragraph(words.count(more, text::BOARD_MORE_ONE, text::BOARD_MORE_MANY));
    }
}
