//! The results for a program: what follows from the assessment, not the assessment itself, which has its own file.

use super::csv::{FigureRow, figures};
use super::subject::Subject;
use crate::model::Model;
use crate::model::view::answer;
use crate::model::view::brand::differs;
use crate::model::view::results::state_key;
use engine::rubric::Protection;
use engine::scoring::{Fraction, Gap, Interval, Score};
use serde::Serialize;

/// What the file is, for whoever reads it.
const KIND: &str = "sla-gap-results";
/// The version of its form; see `docs/results-format.md`.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct File {
    kind: &'static str,
    version: u32,
    program: String,
    catalogue: String,
    made_on: String,
    client: String,
    agreement: String,
    provider: String,
    locations: Option<u32>,
    assessed_on: String,
    standard_weights: bool,
    standard_catalog: bool,
    brand: Brand,
    differs: Vec<String>,
    results: Results,
    gaps: Vec<GapEntry>,
    answers: Vec<AnswerEntry>,
    figures: Vec<FigureEntry>,
}

#[derive(Serialize)]
struct Brand {
    id: String,
    name: String,
}

#[derive(Serialize)]
struct Results {
    four_gaps: FourGaps,
    multi_location: Option<Range>,
    completeness: Option<Range>,
}

#[derive(Serialize)]
struct FourGaps {
    low: u8,
    high: u8,
    of: u8,
}

#[derive(Serialize)]
struct Range {
    low: Share,
    high: Share,
    unanswered: usize,
    unknown: usize,
    standard_low: Option<Share>,
    standard_high: Option<Share>,
}

#[derive(Serialize)]
struct Share {
    numerator: u32,
    denominator: u32,
}

#[derive(Serialize)]
struct GapEntry {
    rank: usize,
    id: String,
    title: String,
    location_seconds: Option<u64>,
    ask: &'static str,
    ask_on: Option<String>,
    owner: String,
}

#[derive(Serialize)]
struct AnswerEntry {
    id: String,
    title: String,
    answer: &'static str,
    weight: u8,
    #[serde(skip_serializing_if = "String::is_empty")]
    note: String,
}

#[derive(Serialize)]
struct FigureEntry {
    part: &'static str,
    of: String,
    figure: String,
    shown: String,
    number: Option<String>,
    unit: Option<&'static str>,
}

/// The file; `None` until the catalogue is there.
pub fn results_json(model: &Model) -> Option<String> {
    let of = Subject::of(model)?;
    serde_json::to_string_pretty(&file(&of))
        .ok()
        .map(|text| [&text, "\n"].concat())
}

fn file(of: &Subject) -> File {
    let findings = &of.found.findings;
    let four = &findings.four_gaps;
    let gaps = of.found.gaps.iter().enumerate();
    File {
        kind: KIND,
        version: VERSION,
        program: of.model.version.clone(),
        catalogue: of.catalogue.version().to_owned(),
        made_on: of.model.today.to_string(),
        client: of.model.open.client.name.clone(),
        agreement: of.record.agreement.name.clone(),
        provider: of.record.agreement.provider.clone(),
        locations: of.model.open.client.organization.locations.count(),
        assessed_on: of.assessment.on.to_string(),
        standard_weights: !findings.weights.differ(of.catalogue),
        standard_catalog: of.model.has_standard_catalogue(),
        brand: Brand {
            id: of.model.brand.id.clone(),
            name: of.model.brand.name.clone(),
        },
        differs: differs(of.model),
        results: Results {
            four_gaps: FourGaps {
                low: four.low,
                high: four.high,
                of: four.applicable,
            },
            multi_location: range(&findings.multi_location),
            completeness: range(&findings.completeness),
        },
        gaps: gaps.map(|(at, gap)| self::gap(of, at + 1, gap)).collect(),
        answers: of
            .catalogue
            .protections()
            .iter()
            .map(|one| answered(of, one))
            .collect(),
        figures: figures(of).into_iter().map(|row| figure(of, row)).collect(),
    }
}

fn share(of: Fraction) -> Share {
    Share {
        numerator: of.num(),
        denominator: of.den(),
    }
}

fn range(score: &Score) -> Option<Range> {
    let Interval { low, high } = score.interval()?;
    let open = score.open();
    Some(Range {
        low: share(low),
        high: share(high),
        unanswered: open.unanswered,
        unknown: open.unknown,
        standard_low: score.standard.map(|of| share(of.low)),
        standard_high: score.standard.map(|of| share(of.high)),
    })
}

fn gap(of: &Subject, rank: usize, gap: &Gap) -> GapEntry {
    let ask = &of.entry(gap.id).ask;
    let incident = of.found.incidents.iter().find(|(id, _)| *id == gap.id);
    GapEntry {
        rank,
        id: gap.id.to_string(),
        title: of.title(gap.id),
        location_seconds: incident.map(|(_, time)| time.value.get()),
        ask: state_key(ask.state),
        ask_on: ask.on.map(|on| on.to_string()),
        owner: ask.owner.clone(),
    }
}

fn answered(of: &Subject, protection: &Protection) -> AnswerEntry {
    let entry = of.entry(protection.id);
    let item = of.found.findings.item(protection.id);
    AnswerEntry {
        id: protection.id.to_string(),
        title: protection.title.clone(),
        answer: answer::mark(of.words, item).0,
        weight: of.found.findings.weights.of(protection).get(),
        note: if of.model.papers.notes {
            entry.note.clone()
        } else {
            String::new()
        },
    }
}

fn figure(of: &Subject, row: FigureRow) -> FigureEntry {
    FigureEntry {
        part: of.say(row.part),
        of: row.of,
        figure: row.name,
        shown: row.shown,
        number: row.number.map(|number| number.as_str().to_owned()),
        unit: row.unit.map(|unit| of.say(unit)),
    }
}
