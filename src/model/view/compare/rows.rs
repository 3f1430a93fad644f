//! The rows of the comparison: each part asks every column the same, and puts the answers side by side.

use super::super::downtime::{AllowedFigure, allowed_by};
use super::super::figure::{self, Cell};
use super::super::{answer, results};
use super::kept::kept;
use super::{CompareCell, CompareRow, SectionView};
use crate::format;
use crate::model::Model;
use crate::model::forms::{promises, service_name};
use crate::text::{common, compare as text};
use crate::words::{Text, Words};
use engine::assessment::AskState;
use engine::order::caseless;
use engine::scoring::{Findings, Score};

/// All parts.
pub(super) fn sections(columns: &[Model]) -> Vec<SectionView> {
    let Some(words) = columns.first().map(|model| model.words) else {
        return Vec::new();
    };
    let section = |id, title: Text, rows| SectionView {
        id,
        title: words.get(title),
        rows,
    };
    vec![
        section("scores", text::SECTION_SCORES, scores(words, columns)),
        section("exposure", text::SECTION_EXPOSURE, exposure(words, columns)),
        section("allows", text::SECTION_ALLOWS, allows(words, columns)),
        section("promises", text::SECTION_PROMISES, promised(words, columns)),
        section("answers", text::SECTION_ANSWERS, answers(words, columns)),
        section("progress", text::SECTION_PROGRESS, progress(words, columns)),
        section("kept", text::SECTION_KEPT, kept(words, columns)),
    ]
}

/// What one column says: the row's key, the names of its group and of itself, and what stands in it.
pub(super) type Line<K> = (K, (String, String), CompareCell);

/// Puts what the columns say side by side: the lines of each, by group and key, in the order in which they first appear.
pub(super) fn side_by_side<K: PartialEq + Clone>(
    columns: Vec<Vec<Line<K>>>,
    missing: impl Fn() -> CompareCell,
) -> Vec<CompareRow> {
    let width = columns.len();
    let mut found: Vec<(K, CompareRow)> = Vec::new();
    for (at, lines) in columns.into_iter().enumerate() {
        let mut after = 0;
        for (key, (group, name), cell) in lines {
            let place = found.iter().position(|(of, _)| *of == key);
            let place = place.unwrap_or_else(|| {
                let row = CompareRow {
                    group,
                    name,
                    cells: (0..width).map(|_| missing()).collect(),
                };
                found.insert(after, (key, row));
                after
            });
            if let Some(slot) = found
                .get_mut(place)
                .and_then(|(_, row)| row.cells.get_mut(at))
            {
                *slot = cell;
            }
            after = place + 1;
        }
    }
    found.into_iter().map(|(_, row)| row).collect()
}

pub(super) fn say(text: impl Into<String>) -> CompareCell {
    CompareCell::Cell(Cell::Text(text.into()))
}

fn row(name: &str, cells: Vec<CompareCell>) -> CompareRow {
    CompareRow {
        group: String::new(),
        name: name.to_owned(),
        cells,
    }
}

fn scores(words: Words, columns: &[Model]) -> Vec<CompareRow> {
    let each = |say: &dyn Fn(&Model) -> Option<String>| {
        let unknown = || words.get(text::UNKNOWN).to_owned();
        let cell = |model: &Model| self::say(say(model).unwrap_or_else(unknown));
        columns.iter().map(cell).collect::<Vec<_>>()
    };
    let figure = |score: &Score| format::score(words, score.interval()).2;
    let four = each(&|model| {
        Some(results::four(model, model.catalogue.ready()?, model.findings.as_ref()?).figure)
    });
    let multi = each(&|model| Some(figure(&model.findings.as_ref()?.findings.multi_location)));
    let complete = each(&|model| Some(figure(&model.findings.as_ref()?.findings.completeness)));
    let standard = |of: fn(&Findings) -> &Score| {
        each(&move |model| {
            let score = of(&model.findings.as_ref()?.findings);
            let interval = score.standard.or(score.interval());
            Some(format::score(words, interval).2)
        })
    };
    let own = columns.iter().filter_map(|model| model.findings.as_ref());
    let differs = own
        .into_iter()
        .any(|of| of.findings.completeness.standard.is_some());
    let gaps = each(&|model| Some(model.findings.as_ref()?.gaps.len().to_string()));
    let open = each(&|model| {
        let findings = &model.findings.as_ref()?.findings;
        let open = engine::scoring::to_find_out(model.catalogue.ready()?, findings);
        Some(open.len().to_string())
    });
    let mut rows = vec![
        row(words.get(text::SCORE_FOUR), four),
        row(words.get(common::SCORE_MULTI), multi),
        row(words.get(common::SCORE_COMPLETE), complete),
    ];
    if differs {
        let multi = standard(|of| &of.multi_location);
        rows.push(row(words.get(text::SCORE_MULTI_STANDARD), multi));
        let complete = standard(|of| &of.completeness);
        rows.push(row(words.get(text::SCORE_COMPLETE_STANDARD), complete));
    }
    rows.push(row(words.get(text::SCORE_GAPS), gaps));
    rows.push(row(words.get(text::SCORE_OPEN), open));
    rows
}

fn exposure(words: Words, columns: &[Model]) -> Vec<CompareRow> {
    let lines = |model: &Model| {
        let incidents = model.findings.as_ref().map(|results| &results.incidents);
        let catalogue = model.catalogue.ready();
        let line = |(id, time): &(_, engine::derivation::Figure<engine::quantity::Seconds>)| {
            let title = catalogue.map_or_else(String::new, |of| results::title(of, *id));
            let shown = figure::shown(words, time, format::hours(words, time.value));
            let cell = CompareCell::Cell(Cell::Figure(shown));
            (*id, (String::new(), title), cell)
        };
        incidents.into_iter().flatten().map(line).collect()
    };
    // A column without a figure may be safe, or not filled in: the scores and the protections say which.
    let none = || say(words.get(text::NO_HOURS));
    side_by_side(columns.iter().map(lines).collect(), none)
}

fn allows(words: Words, columns: &[Model]) -> Vec<CompareRow> {
    let lines = |model: &Model| {
        let services = model
            .record()
            .map_or(&[][..], |record| &record.agreement.services);
        let of_service = |service: &engine::agreement::Service| {
            let name = service_name(words, service);
            let key = (service.kind, caseless(&name));
            let line = |AllowedFigure { name: of, cell, .. }: AllowedFigure| {
                let group = if service.kind == engine::agreement::ServiceKind::Other {
                    key.1.clone()
                } else {
                    String::new()
                };
                let id = (service.kind, group, of.key());
                (
                    id,
                    (name.clone(), words.get(of).to_owned()),
                    CompareCell::Cell(cell),
                )
            };
            allowed_by(model, &service.id)
                .into_iter()
                .map(line)
                .collect::<Vec<_>>()
        };
        services.iter().flat_map(of_service).collect()
    };
    let none = || say(words.get(text::NOT_THERE));
    side_by_side(columns.iter().map(lines).collect(), none)
}

fn promised(words: Words, columns: &[Model]) -> Vec<CompareRow> {
    let lines = |model: &Model| {
        let record = model.record();
        let all = record.map_or_else(Vec::new, |record| promises(words, &record.agreement));
        let line = |line: crate::model::forms::PromiseLine| {
            let value = if line.value.is_empty() {
                words.get(text::UNKNOWN).to_owned()
            } else {
                line.value
            };
            let names = (line.group_name, line.label.to_owned());
            ((line.group, line.key), names, say(value))
        };
        all.into_iter().map(line).collect()
    };
    let none = || say(words.get(text::NOT_THERE));
    side_by_side(columns.iter().map(lines).collect(), none)
}

fn answers(words: Words, columns: &[Model]) -> Vec<CompareRow> {
    let lines = |model: &Model| {
        let Some((catalogue, found)) = model.catalogue.ready().zip(model.findings.as_ref()) else {
            return Vec::new();
        };
        let line = |item: &engine::scoring::Item| {
            let (state, name) = answer::mark(words, Some(item));
            let title = results::title(catalogue, item.id);
            (
                item.id,
                (item.id.to_string(), title),
                CompareCell::Mark(state, name),
            )
        };
        found.findings.items.iter().map(line).collect()
    };
    let none = || say(words.get(text::UNKNOWN));
    side_by_side(columns.iter().map(lines).collect(), none)
}

fn progress(words: Words, columns: &[Model]) -> Vec<CompareRow> {
    let states = [
        (text::PROGRESS_ASKED, AskState::Asked),
        (text::PROGRESS_OFFERED, AskState::Offered),
        (text::PROGRESS_AGREED, AskState::Agreed),
        (text::PROGRESS_REFUSED, AskState::Refused),
    ];
    let count = |model: &Model, state| {
        let asks = model.answers().iter();
        asks.filter(|(_, entry)| entry.ask.state == state).count()
    };
    let cells = |state| {
        let cell = |model| say(count(model, state).to_string());
        columns.iter().map(cell).collect()
    };
    states
        .into_iter()
        .map(|(name, state)| row(words.get(name), cells(state)))
        .collect()
}
