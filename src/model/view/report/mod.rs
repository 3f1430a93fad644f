//! Papers made of the open assessment: one model of a document, shown on the page, printed, and written into files.

mod board;
mod csv;
mod dates;
mod full;
mod json;
mod letter;
mod results;
mod schedule;
mod subject;
mod summary;
mod wording;

pub use csv::{answers_table, figures_table};
pub use json::results_json;

use crate::model::Model;
use crate::model::papers::Paper;
use engine::report::document::Document;
use subject::Subject;

/// A paper of the open assessment; `None` until the catalogue is there.
pub fn paper(model: &Model, paper: Paper) -> Option<Document> {
    let of = Subject::of(model)?;
    Some(match paper {
        Paper::Summary => summary::paper(&of),
        Paper::Full => full::paper(&of),
        Paper::Board => board::paper(&of),
        Paper::Letter => letter::paper(&of),
        Paper::Schedule => schedule::paper(&of),
    })
}
