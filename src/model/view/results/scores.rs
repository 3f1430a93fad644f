//! The three results, each with its figure, its bar, what is open, and the lines behind it.

use super::super::answer;
use crate::model::{Model, Results, view::assess::verdict};
use crate::text::{assess, brand, common, results as text};
use crate::words::{Text, Words};
use engine::assessment::ProtectionId;
use engine::rubric::Catalogue;
use engine::scoring::{Fraction, GateState, Open, Prompt, Score};

/// One result.
#[derive(Clone, PartialEq)]
pub struct ScoreView {
    /// Unique on the page.
    pub id: &'static str,
    /// Its name.
    pub label: &'static str,
    /// What it counts.
    pub rule: &'static str,
    /// The figure, or the range.
    pub figure: String,
    /// Whole percent of the low end.
    pub low: u32,
    /// Whole percent of the high end.
    pub high: u32,
    /// What is open.
    pub open: String,
    /// What the bar shows of it; empty where nothing is open.
    pub bar: &'static str,
    /// The verdict and what to do next, where there is one.
    pub verdict: Option<(&'static str, &'static str, &'static str)>,
    /// The standard score, where other weights are in force.
    pub standard: Option<String>,
    /// The lines behind it.
    pub breakdown: Breakdown,
}

/// The lines behind a result.
#[derive(Clone, PartialEq)]
pub struct Breakdown {
    /// How it is computed, in words.
    pub formula: &'static str,
    /// The sums and the exact fraction; empty where nothing is summed.
    pub sum: String,
    /// Every line.
    pub lines: Vec<LineRow>,
}

/// One line of a result.
#[derive(Clone, PartialEq)]
pub struct LineRow {
    /// The protection.
    pub id: String,
    /// Its name.
    pub title: String,
    /// The class of the state's mark, and its name.
    pub mark: (&'static str, &'static str),
    /// Its weight; empty where weights do not count.
    pub weight: String,
    /// What it earns, of what it could.
    pub points: String,
}

/// A protection that was taken out by hand.
pub struct TakenOut {
    /// The protection.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Why.
    pub reason: String,
}

/// The four-gap check.
pub fn four(model: &Model, catalogue: &Catalogue, results: &Results) -> ScoreView {
    let words = model.words;
    let gaps = &results.findings.four_gaps;
    let found = verdict(model);
    let several = crate::model::circumstances(&model.open.client.organization).several_locations();
    // Out of four, as on the first screen: what was taken out by hand is no tick.
    let all = gaps.gates.len();
    let (low, high, figure) = if several && gaps.applicable > 0 {
        let figure = if gaps.low == gaps.high {
            words.fill(
                text::SCORES_FOUR_FIGURE,
                &[("n", &gaps.low.to_string()), ("all", &all.to_string())],
            )
        } else {
            let ends = [
                ("low", &*gaps.low.to_string()),
                ("high", &*gaps.high.to_string()),
                ("all", &*all.to_string()),
            ];
            words.fill(text::SCORES_FOUR_RANGE, &ends)
        };
        let percent = |n: u8| u32::from(n) * 25;
        (percent(gaps.low), percent(gaps.high), figure)
    } else {
        (0, 0, words.get(assess::SHORT_NOT_APPLICABLE).to_owned())
    };
    let row = |id: ProtectionId, pattern: Option<Text>| {
        let title = title(catalogue, id);
        LineRow {
            id: id.to_string(),
            title: pattern.map_or_else(
                || title.clone(),
                |pattern| words.fill(pattern, &[("title", &title)]),
            ),
            mark: answer::mark(words, results.findings.item(id)),
            weight: String::new(),
            points: String::new(),
        }
    };
    let mut lines: Vec<LineRow> = gaps.gates.iter().map(|gate| row(gate.id, None)).collect();
    lines.push(row(gaps.beside.id, Some(text::SCORES_BESIDE)));
    let unanswered = |gate: &&engine::scoring::Gate| gate.state == GateState::Unanswered;
    let waiting = gaps.gates.iter().filter(unanswered).count();
    let open = if several {
        let parts = [still_open(words, waiting, 0), found.ask.unwrap_or_default()];
        parts.join(" ").trim().to_owned()
    } else {
        words.get(assess::VERDICT_ONE_LOCATION).to_owned()
    };
    ScoreView {
        id: "four",
        label: words.get(text::SCORES_FOUR),
        rule: words.get(text::SCORES_FOUR_RULE),
        figure,
        low,
        high,
        open,
        bar: bar(words, several && waiting > 0),
        verdict: found
            .decided
            .map(|decided| (decided.title, decided.text, decided.next)),
        standard: None,
        breakdown: Breakdown {
            formula: words.get(text::SCORES_FOUR_RULE),
            sum: String::new(),
            lines,
        },
    }
}

/// Multi-location protection and completeness.
pub fn scores(model: &Model, catalogue: &Catalogue, results: &Results) -> [ScoreView; 2] {
    let findings = &results.findings;
    [
        (
            "multi",
            common::SCORE_MULTI,
            text::SCORES_MULTI_RULE,
            &findings.multi_location,
        ),
        (
            "complete",
            common::SCORE_COMPLETE,
            text::SCORES_COMPLETE_RULE,
            &findings.completeness,
        ),
    ]
    .map(|(id, label, rule, score)| weighted(model, catalogue, (id, label, rule), score))
}

fn weighted(
    model: &Model,
    catalogue: &Catalogue,
    name: (&'static str, Text, Text),
    score: &Score,
) -> ScoreView {
    let words = model.words;
    let (low, high, figure) = crate::format::score(words, score.interval());
    let beside = if model.has_standard_catalogue() {
        text::SCORES_OWN_WEIGHTS
    } else {
        brand::STANDARD_SCORE
    };
    let standard = score.standard.map(|interval| {
        let (_, _, figure) = crate::format::score(words, Some(interval));
        words.fill(beside, &[("figure", &figure)])
    });
    ScoreView {
        id: name.0,
        label: words.get(name.1),
        rule: words.get(name.2),
        figure,
        low,
        high,
        open: open(words, score),
        bar: bar(
            words,
            !score.lines.is_empty() && score.open() != Open::default(),
        ),
        verdict: None,
        standard,
        breakdown: Breakdown {
            formula: words.get(text::SCORES_FORMULA),
            sum: sum(words, score),
            lines: score
                .lines
                .iter()
                .map(|line| {
                    let full = points(line.full_halves());
                    let (low, high) = (points(line.low_halves), points(line.high_halves));
                    LineRow {
                        id: line.id.to_string(),
                        title: title(catalogue, line.id),
                        mark: answer::mark_of(words, line.mark),
                        weight: line.weight.get().to_string(),
                        points: if low == high {
                            words.fill(text::SCORES_POINTS, &[("n", &low), ("full", &full)])
                        } else {
                            words.fill(
                                text::SCORES_POINTS_RANGE,
                                &[("low", &low), ("high", &high), ("full", &full)],
                            )
                        },
                    }
                })
                .collect(),
        },
    }
}

fn bar(words: Words, open: bool) -> &'static str {
    if open {
        words.get(text::SCORES_BAR)
    } else {
        ""
    }
}

fn open(words: Words, score: &Score) -> String {
    if score.lines.is_empty() {
        return words.get(text::SCORES_NOTHING).to_owned();
    }
    let open = score.open();
    if open == Open::default() {
        return words.get(text::SCORES_SETTLED).to_owned();
    }
    still_open(words, open.unanswered, open.unknown)
}

/// How much is open, in words; empty where nothing is.
fn still_open(words: Words, unanswered: usize, unknown: usize) -> String {
    let counts = [
        (
            unanswered,
            text::SCORES_OPEN_UNANSWERED_ONE,
            text::SCORES_OPEN_UNANSWERED_MANY,
        ),
        (
            unknown,
            text::SCORES_OPEN_UNKNOWN_ONE,
            text::SCORES_OPEN_UNKNOWN_MANY,
        ),
    ];
    let some = counts.into_iter().filter(|(n, _, _)| *n > 0);
    let parts: Vec<String> = some
        .map(|(n, one, many)| words.count(n as u64, one, many))
        .collect();
    if parts.is_empty() {
        return String::new();
    }
    words.fill(text::SCORES_OPEN, &[("list", &parts.join(", "))])
}

/// The sums behind a score, with the exact fraction.
fn sum(words: Words, score: &Score) -> String {
    let Some(interval) = score.interval() else {
        return String::new();
    };
    let (down, up) = (interval.low.percent_down(), interval.high.percent_up());
    if interval.low == interval.high {
        let sum = end(words, interval.low, down, text::SCORES_DOWN);
        return words.fill(text::SCORES_SUM_SETTLED, &[("sum", &sum)]);
    }
    let low = end(words, interval.low, down, text::SCORES_DOWN);
    let high = end(words, interval.high, up, text::SCORES_UP);
    words.fill(text::SCORES_SUM_RANGE, &[("low", &low), ("high", &high)])
}

fn end(words: Words, at: Fraction, percent: u32, rounded: Text) -> String {
    let by = common_divisor(at.num(), at.den());
    let fraction = [(at.num() / by).to_string(), (at.den() / by).to_string()].join("/");
    let pattern = if at.percent_down() == at.percent_up() {
        text::SCORES_EXACT
    } else {
        rounded
    };
    let values = [
        ("points", &*points(at.num())),
        ("full", &*points(at.den())),
        ("fraction", &*fraction),
        ("percent", &*percent.to_string()),
    ];
    words.fill(pattern, &values)
}

fn common_divisor(a: u32, b: u32) -> u32 {
    if b == 0 {
        a.max(1)
    } else {
        common_divisor(b, a % b)
    }
}

/// Half points as points: 5 is `2.5`.
fn points(halves: u32) -> String {
    let whole = (halves / 2).to_string();
    if halves.is_multiple_of(2) {
        whole
    } else {
        [&whole, ".5"].concat()
    }
}

/// What has to be asked of the person, because it decides what counts.
pub fn prompts(words: Words, results: &Results) -> Vec<&'static str> {
    let name = |prompt: &Prompt| match prompt {
        Prompt::Locations => text::PROMPTS_LOCATIONS,
        Prompt::PatientData => text::PROMPTS_PATIENT_DATA,
    };
    results
        .findings
        .prompts
        .iter()
        .map(|prompt| words.get(name(prompt)))
        .collect()
}

/// What was taken out by hand, with the reasons.
pub fn taken_out(words: Words, catalogue: &Catalogue, results: &Results) -> Vec<TakenOut> {
    let out = results.findings.taken_out().map(|(id, reason)| TakenOut {
        id: id.to_string(),
        title: title(catalogue, id),
        reason: if reason.trim().is_empty() {
            words.get(text::OUT_NO_REASON).to_owned()
        } else {
            reason.to_owned()
        },
    });
    out.collect()
}

/// Each weight that differs from the standard one, in words.
pub fn changed_weights(words: Words, catalogue: &Catalogue, results: &Results) -> Vec<String> {
    let weights = &results.findings.weights;
    let changed = catalogue.protections().iter().filter_map(|protection| {
        let own = weights.of(protection);
        (own != protection.weight).then(|| {
            let values = [
                ("id", &*protection.id.to_string()),
                ("title", &*protection.title),
                ("own", &*own.get().to_string()),
                ("standard", &*protection.weight.get().to_string()),
            ];
            words.fill(text::SCORES_CHANGED, &values)
        })
    });
    changed.collect()
}

/// The name of a protection.
pub(in crate::model::view) fn title(catalogue: &Catalogue, id: ProtectionId) -> String {
    catalogue
        .protection(id)
        .map(|protection| protection.title.clone())
        .unwrap_or_default()
}
