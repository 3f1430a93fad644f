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
    FIRST_GAPS, FindOut, GapCard, Gaps, STATES, find_out, gaps, schedule_text, state_key, state_of,
};
pub use scores::{
    Breakdown, LineRow, ScoreView, TakenOut, changed_weights, four, prompts, scores, taken_out,
};

use crate::model::{Model, Results};
use crate::text::results as text;
use crate::words::{Text, Words};
use chrono::{Datelike, NaiveDate};
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

/// The names of the months, January first.
const MONTHS: [Text; 12] = [
    text::MONTH_M1,
    text::MONTH_M2,
    text::MONTH_M3,
    text::MONTH_M4,
    text::MONTH_M5,
    text::MONTH_M6,
    text::MONTH_M7,
    text::MONTH_M8,
    text::MONTH_M9,
    text::MONTH_M10,
    text::MONTH_M11,
    text::MONTH_M12,
];

/// A day in words.
pub fn day(words: Words, day: NaiveDate) -> String {
    let month = MONTHS
        .get(day.month0() as usize)
        .map(|month| words.get(*month))
        .unwrap_or_default();
    words.fill(
        text::DATE,
        &[
            ("month", month),
            ("day", &day.day().to_string()),
            ("year", &day.year().to_string()),
        ],
    )
}

/// A length of time as location-hours are written: hours, not days, because an agreement counts in hours.
pub fn hours(seconds: u64) -> String {
    let parts = [
        (seconds / 3600, " h"),
        (seconds / 60 % 60, " min"),
        (seconds % 60, " s"),
    ];
    let shown: Vec<String> = parts
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, unit)| [&crate::format::whole(*number), *unit].concat())
        .collect();
    if shown.is_empty() {
        "0 h".to_owned()
    } else {
        shown.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_do_not_become_days() {
        assert_eq!(hours(0), "0 h");
        assert_eq!(hours(86_400 * 2 + 60), "48 h 1 min");
        assert_eq!(hours(3600 * 1200), "1,200 h");
        assert_eq!(hours(5), "5 s");
    }

    #[test]
    fn a_day_is_written_out() {
        let words = Words::english();
        assert_eq!(
            NaiveDate::from_ymd_opt(2026, 11, 1)
                .map(|on| day(words, on))
                .as_deref(),
            Some("November 1, 2026")
        );
        assert_eq!(
            NaiveDate::from_ymd_opt(2028, 2, 29)
                .map(|on| day(words, on))
                .as_deref(),
            Some("February 29, 2028")
        );
    }
}
