//! Both agreements on one time line.

use super::hours::Hours;
use super::{SideView, finding};
use crate::format;
use crate::model::Model;
use crate::text::response as text;
use engine::calendar::{Instant, Interval, IntervalSet};
use engine::clocks::Stage;
use engine::quantity::Seconds;

/// The picture.
pub struct Chart {
    /// What it says.
    pub title: String,
    /// What is drawn.
    pub measure: String,
    /// The rows.
    pub rows: Vec<Row>,
    /// The first and the last moment of the line.
    pub ends: [String; 2],
}

/// One line of the picture.
pub struct Row {
    /// What it is.
    pub name: String,
    /// The same with its moments, for those who do not see it.
    pub says: String,
    /// Its bars.
    pub bars: Vec<Bar>,
}

/// A stretch, in thousandths of the line.
pub struct Bar {
    /// Where it begins.
    pub from: i64,
    /// How long it is; at least 2, so that it is seen.
    pub width: i64,
    /// Class: `open`, `down`, `run`, `stand`, `due`.
    pub class: &'static str,
}

/// No line is longer.
const LONGEST: Seconds = Seconds::new(100 * 86_400);

/// The picture of both sides.
pub(super) fn chart(model: &Model, hours: &Hours, sides: &[SideView]) -> Chart {
    let (words, response) = (model.words, &model.lab.response);
    let start = hours.reported;
    let fixed = start.checked_add(response.fixed.value).unwrap_or(start);
    let dues = sides.iter().flat_map(|side| side.stages.iter().flatten());
    let last = dues
        .filter_map(|stage| stage.due.instant())
        .chain([fixed])
        .max()
        .unwrap_or(start);
    let longest = start.checked_add(LONGEST).unwrap_or(start);
    // A little beyond the last moment, so that its mark stands inside.
    let beyond = last
        .since(start)
        .map_or(0, |whole| whole.get() / 20 + 3_600);
    let end = last
        .checked_add(Seconds::new(beyond))
        .unwrap_or(last)
        .min(longest);
    let line = Line { start, end };
    let mut rows = Vec::new();
    let whole = Interval::new(start, end);
    let open = whole.as_ref().map_or_else(
        |_| IntervalSet::default(),
        |whole| hours.open().inside(*whole),
    );
    rows.push(Row {
        name: words.get(text::ROW_OPEN).to_owned(),
        says: words.get(text::ROW_OPEN).to_owned(),
        bars: line.bars(&open, "open"),
    });
    let down: IntervalSet = Interval::new(start, fixed).into_iter().collect();
    rows.push(Row {
        name: words.get(text::ROW_STORY).to_owned(),
        says: finding(model, sides),
        bars: line.bars(&down, "down"),
    });
    if !hours.held.is_empty() {
        rows.push(Row {
            name: words.get(text::ROW_HELD).to_owned(),
            says: words.get(text::ROW_HELD).to_owned(),
            bars: line.bars(&hours.held, "held"),
        });
    }
    for side in sides {
        let kinds = [text::ROW_RESPONSE, text::ROW_RESOLUTION];
        for (kind, stage) in kinds.into_iter().zip(&side.stages) {
            let name = words.fill(kind, &[("name", &side.name)]);
            let Some(stage) = stage else {
                let none = [&name, ": ", words.get(text::NONE)].concat();
                rows.push(Row {
                    says: none.clone(),
                    name: none,
                    bars: Vec::new(),
                });
                continue;
            };
            let due = match stage.due.instant() {
                Some(due) => format::moment(words, &hours.zone, due),
                None => words.get(text::NEVER).to_owned(),
            };
            rows.push(Row {
                says: [&name, ": ", words.get(text::DUE), " ", &due].concat(),
                bars: line.stage(stage),
                name,
            });
        }
    }
    let moment = |at| format::moment(words, &hours.zone, at);
    Chart {
        title: finding(model, sides),
        measure: words.fill(text::MEASURE, &[("from", &moment(start))]),
        rows,
        ends: [moment(start), moment(end)],
    }
}

/// From the first moment to the last.
struct Line {
    start: Instant,
    end: Instant,
}

impl Line {
    fn at(&self, instant: Instant) -> i64 {
        let whole = (self.end.unix() - self.start.unix()).max(1);
        ((instant.unix() - self.start.unix()) * 1_000 / whole).clamp(0, 1_000)
    }

    fn bars(&self, set: &IntervalSet, class: &'static str) -> Vec<Bar> {
        let bar = |interval: &Interval| {
            let (from, to) = (self.at(interval.start()), self.at(interval.end()));
            Bar {
                from: from.min(998),
                width: (to - from).max(2),
                class,
            }
        };
        let seen = set
            .as_slice()
            .iter()
            .filter(|interval| interval.start() < self.end);
        seen.map(bar).collect()
    }

    fn stage(&self, stage: &Stage) -> Vec<Bar> {
        let mut bars = self.bars(&stage.stands, "stand");
        bars.extend(self.bars(&stage.runs, "run"));
        if let Some(due) = stage.due.instant().filter(|due| *due <= self.end) {
            let from = self.at(due).min(996);
            bars.push(Bar {
                from,
                width: 4,
                class: "due",
            });
        }
        bars
    }
}
