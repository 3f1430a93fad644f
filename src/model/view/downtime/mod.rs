//! The downtime calculator as it is shown.

mod ask;
mod chart;
mod fall;
mod faults;
mod form;
mod measures;
mod money;
mod presets;
mod sections;
mod wording;
mod years;

#[cfg(test)]
mod tests;

pub use ask::{AskRow, AskView, ask};
pub use chart::{Bar, Chart};
pub use fall::{Drawing, FallView, RowView, Stretch, TableRow, WIDTH, extreme, fall};
pub(super) use faults::{count_fault, duration_fault, percent_fault};
pub use form::{FieldView, Form, Select, counting_event, form, period_event, window_event};
pub use measures::{AllowedFigure, allowed_by, telling};
pub use presets::{Preset, agreed};
pub use sections::{Section, picture, sections};
pub use wording::{CLOCKS, MAINTENANCE, SEEN, StepView, WordingFieldView, WordingView, wording};
pub use years::{
    Picture, PictureRow, Results, Spread, YearsInput, YearsView, law_event, look_event, years,
};

use super::figure::{self, Shown};
use crate::format;
use crate::model::Model;
use crate::model::lab::{Period, Question};
use crate::text::downtime as text;
use crate::words::Words;
use engine::availability::allowance;
use engine::calendar::{Convention, WeeklyWindows};
use engine::derivation::{Figure, Sourced};
use engine::quantity::{Fraction, Seconds};

/// The answer that stands above all others.
pub struct Headline {
    /// The allowance.
    pub allowance: Shown,
    /// Target, period and hours in words.
    pub of: String,
    /// The lengths that it was worked out from.
    pub facts: Vec<(&'static str, Shown)>,
    /// Inputs that are not valid as typed.
    pub stale: Vec<String>,
}

/// One period of the table.
pub struct Row {
    /// Its key.
    pub key: &'static str,
    /// Its name.
    pub name: String,
    /// How much of it counts.
    pub measured: String,
    /// The allowance.
    pub allowance: Shown,
    /// Whether it is the chosen one.
    pub chosen: bool,
}

/// The measured time on its way into a formula: as a convention where it is one, else as worked out.
fn measured(question: &Question) -> Sourced<Seconds> {
    as_input(&question.period.measured)
}

fn as_input(length: &Figure<Seconds>) -> Sourced<Seconds> {
    let derivation = &length.derivation;
    match derivation.inputs.first() {
        Some(input) if derivation.formula.0 == "period-fixed" => Sourced {
            value: length.value,
            origin: input.origin,
        },
        _ => length.as_input(),
    }
}

/// The allowance of the question.
fn allowed(question: &Question) -> Figure<Fraction> {
    with_convention(
        allowance(measured(question), question.target),
        &question.period.length,
    )
}

/// The figure, with the convention of the period that it is about.
fn with_convention<T>(mut figure: Figure<T>, period: &Figure<Seconds>) -> Figure<T> {
    figure.derivation.convention = figure
        .derivation
        .convention
        .or(period.derivation.convention);
    figure
}

/// A figure in seconds with its text.
fn time(words: Words, figure: &Figure<Fraction>) -> Shown {
    figure::shown(words, figure, format::duration(words, &figure.value))
}

/// A figure in whole seconds with its text: also in hours where it has days.
fn length(words: Words, figure: &Figure<Seconds>) -> Shown {
    figure::shown(words, figure, long(words, figure.value))
}

fn long(words: Words, length: Seconds) -> String {
    let text = format::seconds(words, length);
    let hours = format::hours(words, length);
    if length < Seconds::new(72 * 3_600) {
        text
    } else {
        [&text, " (", &hours, ")"].concat()
    }
}

/// The name of the chosen period.
fn period_name(model: &Model) -> String {
    let words = model.words;
    let days = format::whole(words, model.lab.days.value.get().into());
    match model.lab.period.value {
        Period::Fixed(convention) => figure::convention(words, convention.key()),
        Period::Days => words.fill(text::PERIOD_DAYS, &[("n", &days)]),
        Period::RollingDays => words.fill(text::PERIOD_ROLLING, &[("n", &days)]),
        other => form::calendar_name(words, other),
    }
}

/// What the worst week keeps, with two decimals: what a slide has room for.
pub fn week_in_short(model: &Model, question: &Question) -> Option<Shown> {
    let words = model.words;
    let kept = model.worst_week(question)?.pop()?.promised;
    let text = wording::short(words, &kept.value);
    let exact = text == format::percent(words, &kept.value);
    let mut shown = figure::shown(words, &kept, text);
    if !exact {
        words
            .get(crate::text::figures::ROUNDING_DOWN)
            .clone_into(&mut shown.derivation.rounding);
    }
    Some(shown)
}

/// The headline.
pub fn headline(model: &Model, question: &Question) -> Headline {
    let words = model.words;
    let values = [
        ("target", &*format::target(words, question.target.value)),
        ("period", &period_name(model)),
        ("window", &form::window_name(model, question)),
    ];
    let mut facts = vec![(
        words.get(text::HEADLINE_LENGTH),
        length(words, &question.period.length),
    )];
    if !question.windows.is_always() {
        facts.push((
            words.get(text::HEADLINE_MEASURED),
            length(words, &question.period.measured),
        ));
    }
    Headline {
        allowance: time(words, &allowed(question)),
        of: words.fill(text::HEADLINE_OF, &values),
        facts,
        stale: faults::stale(model),
    }
}

/// The same target in every period.
pub fn table(model: &Model, question: &Question) -> Vec<Row> {
    let words = model.words;
    let windows = Sourced {
        value: &question.windows,
        origin: question.windows_origin,
    };
    let calendar = [
        Period::CalendarMonth,
        Period::CalendarQuarter,
        Period::CalendarYear,
    ];
    let periods = Convention::ALL
        .into_iter()
        .map(Period::Fixed)
        .chain(calendar);
    periods
        .map(|period| row(model, words, question, period, &windows))
        .collect()
}

fn row(
    model: &Model,
    words: Words,
    question: &Question,
    period: Period,
    windows: &Sourced<&WeeklyWindows>,
) -> Row {
    let asked = model.asked(Sourced::convention(period), windows);
    let figure = with_convention(
        allowance(as_input(&asked.measured), question.target),
        &asked.length,
    );
    Row {
        key: period.key(),
        name: match period {
            Period::Fixed(convention) => figure::convention(words, convention.key()),
            other => form::calendar_name(words, other),
        },
        measured: format::hours(words, asked.measured.value),
        allowance: time(words, &figure),
        chosen: model.lab.period.value == period,
    }
}
