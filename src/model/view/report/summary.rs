//! One page for anyone: the verdict, the gaps that weigh most, what the promises allow.

use super::subject::{Subject, small};
use super::{dates, results};
use crate::model::papers::Paper;
use crate::model::view::results::card;
use crate::text::report as text;
use crate::words::fill;
use engine::report::document::{
    Align, Block, Callout, Document, Heading, Paragraph, Span, Spans, Table,
};

/// As many gaps stand on it.
const GAPS: usize = 3;
/// As many services.
const SERVICES: usize = 4;

pub(super) fn paper(of: &Subject) -> Document {
    let title = of.words.fill(text::SUMMARY_TITLE, &[("name", &of.name())]);
    let mut document = of.start(Paper::Summary, title);
    document.dense = true;
    document.subtitle = of.in_short();
    let three = results::three(of);
    document.push(three.verdict(of));
    document.push(three.table(of));
    document.push(Heading::new(1, of.say(text::SUMMARY_GAPS)));
    gaps(of, &mut document);
    document.push(Heading::new(1, of.say(text::SUMMARY_ALLOWS)));
    document.push(allows(of));
    document.push(Heading::new(1, of.say(text::SUMMARY_NEXT)));
    document.push(dates::block(of));
    for line in of.basis() {
        document.push(small(line));
    }
    document
}

fn gaps(of: &Subject, document: &mut Document) {
    let all = &of.found.gaps;
    if all.is_empty() {
        document.paragraph(of.say(text::SUMMARY_NO_GAPS));
    }
    for (at, gap) in all.iter().take(GAPS).enumerate() {
        let Some(protection) = of.catalogue.protection(gap.id) else {
            continue;
        };
        let card = card(of.model, of.found, gap, at + 1, of.catalogue);
        let mut says = vec![
            Span::strong([&protection.title, ". "].concat()),
            Span::text(fill(&protection.exposure, &[("n", &card.locations)])),
        ];
        if let Some(time) = card.incident {
            let lasts = [" ", of.say(text::SUMMARY_INCIDENT), " "].concat();
            says.extend([Span::text(lasts), Span::strong(time.text), Span::text(".")]);
        }
        let mark = of.mark(gap);
        let mut callout = Callout::new(mark.tone(), mark.text(), says);
        callout = callout.with(protection.ask.as_str());
        document.push(callout);
    }
    let more = all.len().saturating_sub(GAPS) as u64;
    if more > 0 {
        let words = of.words;
        document.paragraph(words.count(more, text::SUMMARY_MORE_ONE, text::SUMMARY_MORE_MANY));
    }
}

/// A row a figure, a column a service.
fn allows(of: &Subject) -> Block {
    let mut services = of.allowed_alike();
    services.truncate(SERVICES);
    let Some((.., first)) = services.first() else {
        return Paragraph::new(of.say(text::SUMMARY_NO_TARGET)).into();
    };
    let mut table = Table::new("").column(of.say(text::ALLOWS_FIGURE), Align::Start, 3);
    for (names, ..) in &services {
        table = table.column(names, Align::Start, 2);
    }
    for (at, figure) in first.iter().enumerate() {
        let mut cells = vec![Spans::from(of.say(figure.name))];
        for (.., figures) in &services {
            let cell = figures.get(at).map(|figure| figure.cell.words());
            cells.push(cell.unwrap_or_default().into());
        }
        table = table.row(engine::report::document::Row::new(cells));
    }
    table.into()
}
