//! The results: scores, floors, groups, gaps, what to find out, how to negotiate.

mod advice;
mod chart;
mod floors;
mod gaps;
mod scores;

pub use advice::{Readiness, Say, advice_items, given_for, readiness};
pub use chart::{Bar, Chart, chart};
pub use floors::{FloorView, floors};
pub use gaps::{
    FIRST_GAPS, FindOut, GapCard, Gaps, STATES, card, find_out, gaps, state_key, state_name,
    state_of,
};
pub(super) use scores::title;
pub use scores::{
    Breakdown, LineRow, ScoreView, TakenOut, changed_weights, four, prompts, scores, taken_out,
};

use crate::model::{Model, Results};
use engine::rubric::{Catalogue, Depth};

/// What there is to show.
pub enum Stage<'a> {
    /// The catalogue is not here.
    Waiting,
    /// Nothing is answered.
    Empty,
    /// Something follows.
    Ready(&'a Catalogue, &'a Results),
}

/// What there is to show.
pub fn stage(model: &Model) -> Stage<'_> {
    let (Some(catalogue), Some(results)) = (model.catalogue.ready(), &model.findings) else {
        return Stage::Waiting;
    };
    let full = results
        .findings
        .by_depth
        .iter()
        .find(|(depth, _)| *depth == Depth::Full);
    let touched = full.is_some_and(|(_, progress)| progress.answered > 0)
        || results.findings.taken_out().next().is_some();
    if touched {
        Stage::Ready(catalogue, results)
    } else {
        Stage::Empty
    }
}
