//! The figures of a promise that are held against those of another.

use super::super::figure::{self, Cell};
use super::{money, period_name, time, with_convention};
use crate::format;
use crate::model::Model;
use crate::model::lab::{AGREED, Extreme, NoFall, Period, Question, longest};
use crate::text::ask as text;
use crate::words::{Text, Words};
use engine::agreement::Stated;
use engine::availability::{LocationLimit, allowance, most_at_one_location};
use engine::calendar::Convention;
use engine::credits::{CreditTerms, GapReading, credit_share};
use engine::derivation::{Figure, Sourced};
use engine::quantity::{Fraction, Seconds};

/// A working day.
const LOST_DAY: Seconds = Seconds::new(8 * 3_600);

/// A figure that can be subtracted.
pub(super) struct Measure {
    /// As it is shown.
    pub cell: Cell,
    /// As a number, where it is one.
    pub value: Option<Fraction>,
}

/// The names of the figures, in their order.
pub(super) const ROWS: [Text; 8] = [
    text::ROW_ALLOWANCE,
    text::ROW_YEAR,
    text::ROW_ONE,
    text::ROW_ACROSS,
    text::ROW_LOCATION,
    text::ROW_WEEK,
    text::ROW_MONEY,
    text::ROW_CREDIT,
];

/// The figures of one promise, in the order of the rows, its period first.
pub(super) fn measures(model: &Model, question: &Question) -> Vec<Measure> {
    let words = model.words;
    let figure = |figure: &Figure<Fraction>| Measure {
        cell: Cell::Figure(time(words, figure)),
        value: Some(figure.value),
    };
    let windows = Sourced {
        value: &question.windows,
        origin: question.windows_origin,
    };
    let year = model.asked(
        Sourced::convention(Period::Fixed(Convention::Year365)),
        &windows,
    );
    let week = model.worst_week(question).and_then(|mut steps| steps.pop());
    vec![
        figure(&super::allowed(question)),
        figure(&with_convention(
            allowance(super::as_input(&year.measured), question.target),
            &year.length,
        )),
        outage(words, longest(model, question, Extreme::OnePeriod)),
        outage(words, longest(model, question, Extreme::AcrossBoundary)),
        at_one_location(words, question),
        week.map_or_else(
            || unknown(words),
            |step| {
                let percent = format::percent(words, &step.promised.value);
                Measure {
                    cell: Cell::Figure(figure::shown(words, &step.promised, percent)),
                    value: Some(step.promised.value),
                }
            },
        ),
        money(model, question),
        credit(model, question),
        Measure {
            cell: Cell::Text(period_name(model)),
            value: None,
        },
    ]
}

/// One of the figures that tell most.
pub struct AllowedFigure {
    /// Its name.
    pub name: Text,
    /// As it is shown.
    pub cell: Cell,
    /// As a number, where it is one: seconds, or a share of one.
    pub value: Option<Fraction>,
}

/// What a service of the agreement that is being worked on allows, figure by figure; empty where it has no target.
pub fn allowed_by(model: &Model, service: &str) -> Vec<AllowedFigure> {
    let services = model
        .record()
        .map_or(&[][..], |record| &record.agreement.services);
    let found = services.iter().find(|of| of.id == service);
    if found.is_none_or(|service| service.target.says().is_none()) {
        return Vec::new();
    }
    let model = model.with_promise(&[AGREED, service].concat());
    figures(&model, &model.question())
}

/// The figures of the promise in the form that tell most.
pub fn telling(model: &Model, question: &Question) -> Vec<(Text, Cell)> {
    let all = figures(model, question).into_iter();
    all.map(|figure| (figure.name, figure.cell)).collect()
}

fn figures(model: &Model, question: &Question) -> Vec<AllowedFigure> {
    let mut all = Vec::new();
    for (name, Measure { cell, value }) in ROWS.into_iter().zip(measures(model, question)) {
        if COMPARED.contains(&name.key()) {
            all.push(AllowedFigure { name, cell, value });
        }
    }
    all
}

/// The figures that differ from agreement to agreement most tellingly.
const COMPARED: [u16; 5] = [
    text::ROW_ALLOWANCE.key(),
    text::ROW_YEAR.key(),
    text::ROW_ONE.key(),
    text::ROW_WEEK.key(),
    text::ROW_CREDIT.key(),
];

fn unknown(words: Words) -> Measure {
    Measure {
        cell: Cell::Text(words.get(text::UNKNOWN).to_owned()),
        value: None,
    }
}

fn outage(words: Words, found: Result<Option<Figure<Seconds>>, NoFall>) -> Measure {
    match found {
        Ok(Some(length)) => Measure {
            cell: Cell::Figure(figure::shown(
                words,
                &length,
                format::seconds(words, length.value),
            )),
            value: Some(length.value.fraction()),
        },
        Ok(None) => Measure {
            cell: Cell::Text(words.get(text::NO_LIMIT).to_owned()),
            value: None,
        },
        Err(_) => unknown(words),
    }
}

fn at_one_location(words: Words, question: &Question) -> Measure {
    let Some(counting) = question.counting else {
        return unknown(words);
    };
    let limit = most_at_one_location(super::measured(question), question.target, counting);
    let text = match &limit.value {
        LocationLimit::UpTo(seconds) => format::duration(words, seconds),
        LocationLimit::WholePeriod(period) => format::seconds(words, *period),
        LocationLimit::Unbounded => words.get(text::NO_LIMIT).to_owned(),
    };
    Measure {
        value: limit.value.seconds(),
        cell: Cell::Figure(figure::shown(words, &limit, text)),
    }
}

fn money(model: &Model, question: &Question) -> Measure {
    let facts = money::section(model, question).facts;
    match facts.into_iter().next() {
        Some((_, shown)) => Measure {
            cell: Cell::Figure(shown),
            value: None,
        },
        None => unknown(model.words),
    }
}

/// What comes back for a working day lost at one location, as a share of the fee of its period.
fn credit(model: &Model, question: &Question) -> Measure {
    let words = model.words;
    let terms = model.credits().and_then(|credits| {
        Some(CreditTerms {
            scheme: credits.scheme.says()?,
            target: Some(question.target.value),
            cap: credits.cap.says().copied(),
            gaps: GapReading::default(),
        })
    });
    let counted = question
        .counting
        .map(|counting| counting.value.counted_of(LOST_DAY));
    let (Some(terms), Some(counted)) = (terms, counted) else {
        return match model.credits().map(|credits| &credits.scheme) {
            Some(Stated::Silent) => Measure {
                cell: Cell::Text(words.get(text::NO_CREDIT).to_owned()),
                value: Some(Fraction::ZERO),
            },
            _ => unknown(words),
        };
    };
    let service = question.period.measured.as_input();
    let counted = Sourced::computed(counted.min(service.value));
    credit_share(&terms, service, counted).map_or_else(
        |_| unknown(words),
        |share| Measure {
            cell: Cell::Figure(figure::shown(
                words,
                &share,
                format::percent(words, &share.value),
            )),
            value: Some(share.value),
        },
    )
}
