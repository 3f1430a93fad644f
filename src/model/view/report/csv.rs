//! The answers and the figures as tables for a spreadsheet.

use super::full::how;
use super::subject::Subject;
use crate::model::Model;
use crate::model::forms::service_name;
use crate::model::view::answer;
use crate::model::view::figure::{Cell as ShownCell, DerivationView, shown};
use crate::model::view::results::state_name;
use crate::text::{common, report as text};
use crate::words::Text;
use engine::quantity::Fraction;
use engine::report::csv::{Cell, Number};
use engine::rubric::Protection;

/// Rows of a table.
type Rows = Vec<Vec<Cell>>;

fn heads(of: &Subject, names: &[Text]) -> Rows {
    vec![names.iter().map(|name| Cell::text(of.say(*name))).collect()]
}

/// Every protection with its answer, its points, and how far its request has come; `None` until the catalogue is there.
pub fn answers_table(model: &Model) -> Option<Rows> {
    let of = Subject::of(model)?;
    let mut rows = heads(
        &of,
        &[
            text::CSV_ID,
            text::CSV_GROUP,
            text::CSV_TITLE,
            text::CSV_QUESTION,
            text::CSV_ANSWER,
            text::CSV_WEIGHT,
            text::CSV_EARNED_LEAST,
            text::CSV_EARNED_MOST,
            text::CSV_POSSIBLE,
            text::CSV_ASK_STATE,
            text::CSV_ASK_ON,
            text::CSV_ASK_OWNER,
            text::CSV_COUNTER,
            text::CSV_NOTE,
            text::CSV_QUOTE,
            text::CSV_PLACE,
        ],
    );
    for group in of.catalogue.groups() {
        for protection in of.catalogue.protections_of(group) {
            rows.push(answer_row(&of, &group.title, protection));
        }
    }
    Some(rows)
}

fn answer_row(of: &Subject, group: &str, protection: &Protection) -> Vec<Cell> {
    let findings = &of.found.findings;
    let entry = of.entry(protection.id);
    let lines = &findings.completeness.lines;
    let line = lines.iter().find(|line| line.id == protection.id);
    let points = |halves: Option<u32>| {
        let halves = halves.map(|n| halved(n.into()));
        halves.map_or_else(|| Cell::text(""), Cell::Number)
    };
    let noted = of.model.papers.notes;
    let private = |words: &str| Cell::text(if noted { words } else { "" });
    let evidence = entry.evidence.first();
    vec![
        Cell::text(protection.id.to_string()),
        Cell::text(group),
        Cell::text(&protection.title),
        Cell::text(&protection.question),
        Cell::text(answer::mark(of.words, findings.item(protection.id)).1),
        Cell::from(u64::from(findings.weights.of(protection).get())),
        points(line.map(|line| line.low_halves)),
        points(line.map(|line| line.high_halves)),
        points(line.map(engine::scoring::Line::full_halves)),
        Cell::text(state_name(of.words, entry.ask.state)),
        Cell::text(entry.ask.on.map_or_else(String::new, |on| on.to_string())),
        Cell::text(&entry.ask.owner),
        Cell::text(&entry.ask.counter_wording),
        private(&entry.note),
        private(evidence.map_or("", |of| &of.quote)),
        private(evidence.map_or("", |of| &of.place)),
    ]
}

/// Half points as points.
fn halved(halves: u64) -> Number {
    let whole = Number::from(halves / 2);
    if halves.is_multiple_of(2) {
        return whole;
    }
    let text = [&(halves / 2).to_string(), ".5"].concat();
    Number::parse(&text).unwrap_or(whole)
}

/// One figure of the table.
pub(super) struct FigureRow {
    /// Its part.
    pub part: Text,
    /// What it is a figure of.
    pub of: String,
    /// Its name.
    pub name: String,
    /// As it is shown.
    pub shown: String,
    /// As a number.
    pub number: Option<Number>,
    /// The unit of the number.
    pub unit: Option<Text>,
    /// How it came about.
    pub derivation: DerivationView,
}

/// Every figure of the results; `None` until the catalogue is there.
pub fn figures_table(model: &Model) -> Option<Rows> {
    let of = Subject::of(model)?;
    let mut rows = heads(
        &of,
        &[
            text::CSV_PART,
            text::CSV_OF,
            text::CSV_FIGURE,
            text::CSV_SHOWN,
            text::CSV_NUMBER,
            text::CSV_UNIT,
            text::CSV_FORMULA,
            text::CSV_INPUTS,
            text::CSV_CONVENTION,
            text::CSV_ROUNDING,
        ],
    );
    rows.extend(figures(&of).into_iter().map(|row| cells(&of, row)));
    Some(rows)
}

fn cells(of: &Subject, row: FigureRow) -> Vec<Cell> {
    let number = row.number.map_or_else(|| Cell::text(""), Cell::Number);
    let unit = row.unit.map_or("", |unit| of.say(unit));
    let inputs = how(of, &row.derivation.inputs);
    vec![
        Cell::text(of.say(row.part)),
        Cell::text(row.of),
        Cell::text(row.name),
        Cell::text(row.shown),
        number,
        Cell::text(unit),
        Cell::text(row.derivation.formula),
        Cell::text(inputs),
        Cell::text(row.derivation.convention.unwrap_or_default()),
        Cell::text(row.derivation.rounding),
    ]
}

/// Every figure of the results.
pub(super) fn figures(of: &Subject) -> Vec<FigureRow> {
    let mut all = scores(of);
    all.extend(allowed(of));
    all.extend(incidents(of));
    all
}

fn scores(of: &Subject) -> Vec<FigureRow> {
    let words = of.words;
    let findings = &of.found.findings;
    let four = &findings.four_gaps;
    let row = |name: Text, label: &str, n: u32, unit| FigureRow {
        part: text::CSV_PART_SCORES,
        of: of.name(),
        name: words.fill(name, &[("label", label)]),
        shown: n.to_string(),
        number: Some(Number::from(u64::from(n))),
        unit: Some(unit),
        derivation: DerivationView::default(),
    };
    let gaps = of.say(crate::text::results::SCORES_FOUR);
    let mut rows = vec![
        row(text::CSV_LEAST, gaps, four.low.into(), text::CSV_UNIT_GAPS),
        row(text::CSV_MOST, gaps, four.high.into(), text::CSV_UNIT_GAPS),
    ];
    for (label, score) in [
        (common::SCORE_MULTI, &findings.multi_location),
        (common::SCORE_COMPLETE, &findings.completeness),
    ] {
        if let Some(interval) = score.interval() {
            let label = of.say(label);
            let (low, high) = (interval.low.percent_down(), interval.high.percent_up());
            rows.push(row(text::CSV_LEAST, label, low, text::CSV_UNIT_PERCENT));
            rows.push(row(text::CSV_MOST, label, high, text::CSV_UNIT_PERCENT));
        }
    }
    rows
}

fn allowed(of: &Subject) -> Vec<FigureRow> {
    let mut rows = Vec::new();
    for (service, figures) in of.allowed() {
        for figure in figures {
            let (number, unit) = match figure.value {
                // A share of one never reaches two seconds; a time of less is none that anybody promises.
                Some(value) if is_share(figure.name) => {
                    let percent = value.checked_mul(&Fraction::whole(100));
                    (percent.and_then(|of| decimal(&of)), text::CSV_UNIT_PERCENT)
                }
                Some(value) => (decimal(&value), text::CSV_UNIT_SECONDS),
                None => (None, text::CSV_UNIT_SECONDS),
            };
            let derivation = match &figure.cell {
                ShownCell::Figure(shown) => shown.derivation.clone(),
                ShownCell::Text(_) => DerivationView::default(),
            };
            rows.push(FigureRow {
                part: text::CSV_PART_ALLOWS,
                of: service_name(of.words, service),
                name: of.say(figure.name).to_owned(),
                shown: figure.cell.words().to_owned(),
                unit: number.as_ref().map(|_| unit),
                number,
                derivation,
            });
        }
    }
    rows
}

/// Whether a figure is a share of one and no time.
fn is_share(name: Text) -> bool {
    [crate::text::ask::ROW_WEEK, crate::text::ask::ROW_CREDIT].contains(&name)
}

fn incidents(of: &Subject) -> Vec<FigureRow> {
    let row = |(id, time): &(_, engine::derivation::Figure<engine::quantity::Seconds>)| {
        let in_words = crate::format::in_hours(of.words, time.value);
        let shown = shown(of.words, time, in_words);
        FigureRow {
            part: text::CSV_PART_INCIDENTS,
            of: of.title(*id),
            name: of.say(text::SUMMARY_INCIDENT).to_owned(),
            shown: shown.text,
            number: Some(Number::from(time.value.get())),
            unit: Some(text::CSV_UNIT_LOCATION_SECONDS),
            derivation: shown.derivation,
        }
    };
    of.found.incidents.iter().map(row).collect()
}

/// An exact number with at most six decimals, cut and never rounded up.
fn decimal(value: &Fraction) -> Option<Number> {
    let millionths = value.floor_at(6)?;
    let sign = if millionths < 0 { "-" } else { "" };
    let size = millionths.unsigned_abs();
    let decimals = format!("{:06}", size % 1_000_000);
    let decimals = decimals.trim_end_matches('0');
    let dot = if decimals.is_empty() { "" } else { "." };
    let whole = (size / 1_000_000).to_string();
    Number::parse(&[sign, &whole, dot, decimals].concat())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn numbers_are_cut_after_six_decimals() {
        let number = |n, d| decimal(&Fraction::new(n, d).unwrap()).unwrap();
        let parsed = |text| Number::parse(text).unwrap();
        assert_eq!(number(12_096, 1), parsed("12096"));
        assert_eq!(number(200, 3), parsed("66.666666"));
        assert_eq!(number(1, 2), parsed("0.5"));
        assert_eq!(halved(5), parsed("2.5"));
        assert_eq!(halved(4), parsed("2"));
    }
}
