//! What falls due, for every paper that says it.

use super::subject::Subject;
use crate::model::view::library::of_client;
use crate::text::report as text;
use engine::report::document::{Block, Fact};

/// The dates of the agreement, the earliest first.
pub(super) fn dates(of: &Subject) -> Vec<Fact> {
    let rows = of_client(of.model, &of.model.open.client).into_iter();
    let own = rows.filter(|row| row.agreement == of.record.id);
    own.map(|row| {
        let value = [&*row.date, ", ", &row.away].concat();
        Fact::new(of.say(row.what), value)
    })
    .collect()
}

/// The dates as facts, or that none is known.
pub(super) fn block(of: &Subject) -> Block {
    let facts = dates(of);
    if facts.is_empty() {
        return engine::report::document::Paragraph::new(of.say(text::BOARD_NO_DATES)).into();
    }
    Block::facts(facts)
}
