//! What is wrong with an input, and which value serves instead.

use super::form;
use crate::format;
use crate::model::Model;
use crate::model::forms::trouble;
use crate::model::lab::{CountFault, Field, Lab, Period, Window, parse_count, parse_downtime};
use crate::text::downtime as text;
use crate::words::{Text, Words};
use engine::availability::CountingRule;
use engine::calendar::WeeklyWindows;
use engine::quantity::{DurationError, Percent, PercentError};

/// What is wrong with a field.
pub fn fault(words: Words, lab: &Lab, field: Field, typed: &str) -> Option<String> {
    let (problem, part) = match field {
        Field::Target => percent_fault(&Percent::parse(typed).err()?),
        Field::Downtime => duration_fault(parse_downtime(typed).err()?),
        Field::Hours => {
            let error = WeeklyWindows::parse(typed).err()?;
            return Some(trouble::hours(&error, typed).words(words));
        }
        // Nobody has typed there yet: nothing is wrong.
        Field::UsersHere if lab.users_here.is_none() => return None,
        Field::UsersInAll if lab.users_in_all.is_none() => return None,
        Field::Days | Field::Locations | Field::UsersHere | Field::UsersInAll => {
            let may_be_zero = matches!(field, Field::UsersHere | Field::UsersInAll);
            let problem = match parse_count(typed) {
                Ok(0) if !may_be_zero => text::ERROR_COUNT_ZERO,
                Ok(_) => return None,
                Err(fault) => count_fault(fault),
            };
            (problem, None)
        }
    };
    Some(words.fill(
        problem,
        &[("text", part.as_deref().unwrap_or(typed.trim()))],
    ))
}

pub fn count_fault(fault: CountFault) -> Text {
    match fault {
        CountFault::Empty => text::ERROR_COUNT_EMPTY,
        CountFault::NotWhole => text::ERROR_COUNT_NOT_WHOLE,
        CountFault::TooLarge => text::ERROR_COUNT_LARGE,
    }
}

pub fn percent_fault(error: &PercentError) -> (Text, Option<String>) {
    let problem = match error {
        PercentError::Empty => text::ERROR_PERCENT_EMPTY,
        PercentError::NotANumber { .. } => text::ERROR_PERCENT_NOT_A_NUMBER,
        PercentError::DecimalComma { .. } => text::ERROR_PERCENT_COMMA,
        PercentError::Negative { .. } => text::ERROR_PERCENT_NEGATIVE,
        PercentError::AboveHundred { .. } => text::ERROR_PERCENT_ABOVE,
        PercentError::TooManyDecimals { .. } => text::ERROR_PERCENT_DECIMALS,
    };
    (problem, None)
}

pub fn duration_fault(error: DurationError) -> (Text, Option<String>) {
    match error {
        DurationError::Empty => (text::ERROR_DURATION_EMPTY, None),
        DurationError::NotANumber { text: part } => (text::ERROR_DURATION_NOT_A_NUMBER, Some(part)),
        DurationError::DecimalComma { text: part } => (text::ERROR_DURATION_COMMA, Some(part)),
        DurationError::Negative { text: part } => (text::ERROR_DURATION_NEGATIVE, Some(part)),
        DurationError::UnknownUnit { unit } => (text::ERROR_DURATION_UNIT, Some(unit)),
        DurationError::UnitMissing { text: part } => {
            (text::ERROR_DURATION_UNIT_MISSING, Some(part))
        }
        DurationError::OutOfOrder { unit } => (text::ERROR_DURATION_ORDER, Some(unit)),
        DurationError::NotWhole { text: part } => (text::ERROR_DURATION_NOT_WHOLE, Some(part)),
        DurationError::TooLarge { text: part } => (text::ERROR_DURATION_LARGE, Some(part)),
    }
}

/// Which inputs are not valid as typed, with the value that serves instead.
pub fn stale(model: &Model) -> Vec<String> {
    let (words, lab) = (model.words, &model.lab);
    let shown = |field: Field| match field {
        Field::Days => matches!(lab.period.value, Period::Days | Period::RollingDays),
        Field::UsersHere | Field::UsersInAll => lab.counting.value == CountingRule::WeightedByUsers,
        Field::Hours => lab.window == Window::Typed,
        _ => true,
    };
    let note = |field: Field| {
        let view = form::field(model, field);
        if view.error.is_empty() {
            return None;
        }
        let count = |number: u32| Some(format::whole(words, number.into()));
        let (here, in_all) = model.users();
        let value = match field {
            Field::Target => Some(format::target(words, lab.target.value)),
            Field::Downtime => Some(format::seconds(words, lab.downtime.value)),
            Field::Hours => Some(lab.hours.value.to_string()),
            Field::Days => count(lab.days.value.get()),
            Field::Locations => count(model.question().locations.value.get()),
            Field::UsersHere => here.and_then(|users| count(users.get())),
            Field::UsersInAll => in_all.and_then(|users| count(users.get())),
        };
        Some(match value {
            Some(value) => words.fill(text::STALE, &[("label", view.label), ("value", &value)]),
            None => words.fill(text::STALE_NONE, &[("label", view.label)]),
        })
    };
    Field::ALL
        .into_iter()
        .filter(|field| shown(*field))
        .filter_map(note)
        .collect()
}
