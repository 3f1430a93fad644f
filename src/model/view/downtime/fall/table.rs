//! The drawing as a table: what each location loses in each period that the outage touches.

use super::super::super::figure::{self, Shown};
use super::{date, name};
use crate::format;
use crate::model::lab::Fall;
use crate::text::fall as text;
use crate::words::Words;
use engine::availability::attained;
use engine::calendar::{Instant, Interval};
use engine::compliance::{Line, LineOf, Report};
use engine::derivation::Sourced;
use engine::quantity::Seconds;

/// One location in one period.
pub struct TableRow {
    /// The location.
    pub name: String,
    /// The period.
    pub period: String,
    /// The opening hours that are lost.
    pub lost: String,
    /// The downtime that counts.
    pub counted: String,
    /// The availability in its own opening hours.
    pub share: Option<Shown>,
    /// What the promise makes of it.
    pub line: String,
}

pub(super) fn table(words: Words, fall: &Fall) -> Vec<TableRow> {
    let struck = fall.placed.row;
    let mut rows: Vec<TableRow> = match &fall.report {
        Report::Periods(periods) => periods
            .iter()
            .filter(|period| period.bounds.overlap(&fall.down).is_some())
            .filter_map(|period| {
                let counted = period.sites.get(struck)?.downtime;
                let line = line_of(period.lines.iter(), struck)?;
                Some(table_row(words, fall, period.bounds, counted, line))
            })
            .collect(),
        Report::Rolling(report) => {
            let worst = report.worst.iter();
            worst
                .filter(|(_, line)| concerns(line, struck))
                .map(|(bounds, line)| {
                    let counted = Seconds::floor_of(&line.downtime).unwrap_or_default();
                    table_row(words, fall, *bounds, counted, line)
                })
                .collect()
        }
    };
    if fall.case.places.len() > 1 {
        let nothing = || words.get(text::NONE).to_owned();
        rows.push(TableRow {
            name: words.get(text::OTHERS).to_owned(),
            period: String::new(),
            lost: nothing(),
            counted: nothing(),
            share: None,
            line: String::new(),
        });
    }
    rows
}

fn concerns(line: &Line, struck: usize) -> bool {
    line.of == LineOf::All || line.of == LineOf::Location(struck)
}

fn line_of<'a>(mut lines: impl Iterator<Item = &'a Line>, struck: usize) -> Option<&'a Line> {
    lines.find(|line| concerns(line, struck))
}

fn table_row(
    words: Words,
    fall: &Fall,
    bounds: Interval,
    counted: Seconds,
    line: &Line,
) -> TableRow {
    let zone = &fall.case.zone;
    let opening = fall.case.places.get(fall.placed.row).map(|of| &of.opening);
    let open = |of: Interval| opening.map_or(Seconds::ZERO, |it| it.between(of.start(), of.end()));
    let lost = bounds.overlap(&fall.down).map_or(Seconds::ZERO, open);
    let share = attained(Sourced::computed(open(bounds)), Sourced::computed(lost))
        .ok()
        .map(|figure| figure::shown(words, &figure, format::percent(words, &figure.value)));
    // The last day of the period, not the midnight after it.
    let final_day = Instant::from_unix(bounds.end().unix() - 1).unwrap_or(bounds.end());
    let (from, to) = (
        date(words, zone, bounds.start()),
        date(words, zone, final_day),
    );
    let percent = line
        .availability
        .map_or_else(String::new, |share| format::percent(words, &share));
    let verdict = if line.met {
        text::LINE_KEPT
    } else {
        text::LINE_MISSED
    };
    TableRow {
        name: name(words, fall, fall.placed.row),
        period: words.fill(text::PERIOD, &[("from", &from), ("to", &to)]),
        lost: format::seconds(words, lost),
        counted: format::seconds(words, counted),
        share,
        line: words.fill(verdict, &[("percent", &percent)]),
    }
}
