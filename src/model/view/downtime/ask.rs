//! Two promises side by side: the one in the form, and what to ask for instead.

use super::super::figure::Cell;
use super::Select;
use super::measures::{Measure, ROWS, measures};
use crate::format;
use crate::model::Model;
use crate::model::lab::{AGREED, BASELINE, LabEvent, PUBLISHED, Question, TWO_WEEKS};
use crate::text::{ask as text, formats};
use crate::words::{Text, Words};
use engine::availability::CountingRule;
use engine::compliance::ClockStart;
use engine::quantity::{Fraction, Percent, Seconds};

/// The section.
pub struct AskView {
    /// What the comparison shows, as a sentence.
    pub title: String,
    /// The promises to compare with.
    pub against: Select,
    /// Figure by figure.
    pub rows: Vec<AskRow>,
    /// Rule by rule: its name, whether the form's promise keeps it, whether the other does.
    pub rules: Vec<(&'static str, bool, bool)>,
    /// How many of them the other keeps.
    pub judged: String,
    /// What planned maintenance does to the other.
    pub planned: Option<String>,
    /// What puts the other promise in the form.
    pub take: LabEvent,
}

/// One figure of both promises.
pub struct AskRow {
    /// Its name.
    pub name: &'static str,
    /// In the form.
    pub own: Cell,
    /// In the other.
    pub other: Cell,
    /// The difference.
    pub difference: String,
}

/// The section of the question.
pub fn ask(model: &Model, question: &Question) -> AskView {
    let words = model.words;
    let key = model.compared();
    let other = model.with_promise(&key);
    let other_question = other.question();
    let (own, others) = (measures(model, question), measures(&other, &other_question));
    let (own_rules, other_rules) = (rules(model, question), rules(&other, &other_question));
    let kept = other_rules.iter().filter(|kept| **kept).count();
    AskView {
        title: title(words, own.get(5), others.get(5)),
        rows: rows(words, own, others),
        rules: RULES
            .iter()
            .zip(own_rules.into_iter().zip(other_rules))
            .map(|(name, (own, other))| (words.get(*name), own, other))
            .collect(),
        judged: judged(words, kept),
        planned: planned(words, other.lab.wording.planned_in_opening()),
        take: LabEvent::Promise(key.clone()),
        against: against(model, key),
    }
}

const RULES: [Text; 6] = [
    text::RULE_EACH,
    text::RULE_HOURS,
    text::RULE_PERIOD,
    text::RULE_PLANNED,
    text::RULE_SHORT,
    text::RULE_CLOCK,
];

/// What makes a promise hold, in the order of the names.
fn rules(model: &Model, question: &Question) -> [bool; 6] {
    let inputs = &model.lab.wording;
    let month = Seconds::new(31 * 86_400);
    [
        matches!(
            model.lab.counting.value,
            CountingRule::EachLocation | CountingRule::AnyLocationDown
        ),
        model
            .opening()
            .is_some_and(|opening| opening.windows == question.windows),
        question.period.length.value <= month,
        !inputs.unlimited_in_opening() && inputs.planned_in_opening() == Seconds::ZERO,
        inputs.minimum.value <= Seconds::new(1) && inputs.grace.value == Seconds::ZERO,
        inputs.clock == ClockStart::Fault,
    ]
}

fn judged(words: Words, kept: usize) -> String {
    let all = RULES.len().to_string();
    if kept == RULES.len() {
        words.fill(text::PASSES, &[("n", &all)])
    } else {
        words.fill(text::FAILS, &[("some", &kept.to_string()), ("n", &all)])
    }
}

fn planned(words: Words, most: Seconds) -> Option<String> {
    let time = format::seconds(words, most);
    (most > Seconds::ZERO).then(|| words.fill(text::PLANNED, &[("time", &time)]))
}

fn against(model: &Model, chosen: String) -> Select {
    let words = model.words;
    let service = |prefix: &str, service: &engine::agreement::Service| {
        let target = format::target(words, *service.target.says()?);
        let values = [("name", service.name.trim()), ("target", &*target)];
        Some((
            [prefix, &service.id].concat(),
            words.fill(text::PROMISE, &values),
        ))
    };
    let agreed = model
        .record()
        .map_or(&[][..], |record| &record.agreement.services);
    let published = model
        .catalogue
        .ready()
        .map_or(&[][..], |catalogue| &catalogue.presets().published);
    let level = |level: &engine::rubric::PublishedLevel| {
        let target = format::target(words, Percent::parse(&level.target_percent).ok()?);
        let date = format::day(words, level.dated);
        let values = [
            ("name", &*level.title),
            ("target", &target),
            ("date", &date),
        ];
        let key = [PUBLISHED, &level.id].concat();
        Some((key, words.fill(text::DATED, &values)))
    };
    let usual = (TWO_WEEKS.to_owned(), words.get(text::TWO_WEEKS).to_owned());
    let baseline = model.baseline_services().iter();
    let groups = [
        (
            text::GROUP_BASELINE,
            baseline.filter_map(|of| service(BASELINE, of)).collect(),
        ),
        (text::GROUP_USUAL, vec![usual]),
        (
            text::GROUP_AGREED,
            agreed.iter().filter_map(|of| service(AGREED, of)).collect(),
        ),
        (
            text::GROUP_PUBLISHED,
            published.iter().filter_map(level).collect::<Vec<_>>(),
        ),
    ];
    let groups = groups
        .into_iter()
        .filter(|(_, options)| !options.is_empty());
    Select {
        groups: groups
            .map(|(name, options)| (words.get(name), options))
            .collect(),
        chosen,
    }
}

fn rows(words: Words, own: Vec<Measure>, other: Vec<Measure>) -> Vec<AskRow> {
    let names = ROWS.iter().chain([&text::ROW_PERIOD]);
    let mut rows: Vec<AskRow> = own
        .into_iter()
        .zip(other)
        .zip(names)
        .map(|((own, other), name)| AskRow {
            name: words.get(*name),
            difference: match (&own.value, &other.value) {
                (Some(own), Some(other)) => {
                    let points = *name == text::ROW_WEEK || *name == text::ROW_CREDIT;
                    difference(words, own, other, points)
                }
                _ => words.get(text::NO_DIFFERENCE).to_owned(),
            },
            own: own.cell,
            other: other.cell,
        })
        .collect();
    rows.rotate_right(1);
    rows
}

/// What the other has more or less: time, or percentage points.
fn difference(words: Words, own: &Fraction, other: &Fraction, points: bool) -> String {
    if own == other {
        return words.get(text::SAME).to_owned();
    }
    let (less, more) = if own < other {
        (own, other)
    } else {
        (other, own)
    };
    let Some(by) = more.checked_sub(less) else {
        return words.get(text::NO_DIFFERENCE).to_owned();
    };
    let value = if points {
        let hundred = by.checked_mul(&Fraction::whole(100)).unwrap_or(by);
        let (number, exact) = format::decimal(words, &hundred, 3);
        let value = words.fill(text::POINTS, &[("n", &number)]);
        if exact {
            value
        } else {
            words.fill(formats::ROUNDED_DOWN, &[("value", &value)])
        }
    } else {
        format::duration(words, &by)
    };
    let pattern = if own < other { text::MORE } else { text::LESS };
    words.fill(pattern, &[("value", &value)])
}

fn title(words: Words, own: Option<&Measure>, other: Option<&Measure>) -> String {
    let percent = |measure: Option<&Measure>| {
        let value = measure?.value?;
        Some(super::wording::short(words, &value))
    };
    match (percent(own), percent(other)) {
        (Some(own), Some(other)) => words.fill(text::FINDING, &[("own", &own), ("other", &other)]),
        _ => words.get(text::FINDING_NONE).to_owned(),
    }
}
