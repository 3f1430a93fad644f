//! What is wrong with a typed text: which sentence says so, and what goes into it.

use crate::text::commitments as text;
use crate::words::{Text, Words};
use engine::calendar::HoursError;
use engine::quantity::{DurationError, MoneyError, PercentError};

/// Why a text was not taken: what is wrong, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    sentence: Text,
    value: String,
    limit: Option<u64>,
}

/// Characters of a wrong text that are shown.
const SHOWN: usize = 40;

impl Trouble {
    /// The sentence with the part of the text that it is about.
    pub fn new(sentence: Text, value: &str) -> Self {
        let mut shown: String = value.trim().chars().take(SHOWN).collect();
        if shown.len() < value.trim().len() {
            shown.push('…');
        }
        Self {
            sentence,
            value: shown,
            limit: None,
        }
    }

    /// The same with the number that was passed.
    #[must_use]
    pub fn limit(mut self, limit: u64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// The finished sentence.
    pub fn words(&self, words: Words) -> String {
        let limit = self.limit.map(|limit| crate::format::whole(words, limit));
        let limit = limit.unwrap_or_default();
        words.fill(self.sentence, &[("value", &self.value), ("limit", &limit)])
    }
}

/// What is wrong with a percentage.
pub fn percent(error: &PercentError, typed: &str) -> Trouble {
    let sentence = match error {
        PercentError::Empty | PercentError::NotANumber { .. } => text::ERROR_PERCENT_NUMBER,
        PercentError::DecimalComma { .. } => text::ERROR_PERCENT_COMMA,
        PercentError::Negative { .. } => text::ERROR_PERCENT_NEGATIVE,
        PercentError::AboveHundred { .. } => text::ERROR_PERCENT_ABOVE,
        PercentError::TooManyDecimals { .. } => text::ERROR_PERCENT_DECIMALS,
    };
    Trouble::new(sentence, typed)
}

/// What is wrong with a length of time.
pub fn duration(error: &DurationError, typed: &str) -> Trouble {
    let (sentence, value) = match error {
        DurationError::Negative { .. } => (text::ERROR_DURATION_NEGATIVE, typed),
        DurationError::UnknownUnit { unit } => (text::ERROR_DURATION_UNIT, unit.as_str()),
        DurationError::UnitMissing { .. } => (text::ERROR_DURATION_UNIT_MISSING, typed),
        DurationError::OutOfOrder { unit } => (text::ERROR_DURATION_ORDER, unit.as_str()),
        DurationError::NotWhole { .. } => (text::ERROR_DURATION_WHOLE, typed),
        DurationError::TooLarge { .. } => (text::ERROR_DURATION_LARGE, typed),
        DurationError::DecimalComma { .. } => (text::ERROR_DURATION_COMMA, typed),
        DurationError::Empty | DurationError::NotANumber { .. } => {
            (text::ERROR_DURATION_NUMBER, typed)
        }
    };
    Trouble::new(sentence, value)
}

/// What is wrong with an amount.
pub fn money(error: &MoneyError, typed: &str) -> Trouble {
    let sentence = match error {
        MoneyError::NotACurrency { .. } => text::ERROR_MONEY_CURRENCY,
        MoneyError::Comma { .. } => text::ERROR_MONEY_COMMA,
        MoneyError::Negative { .. } => text::ERROR_MONEY_NEGATIVE,
        MoneyError::TooManyDecimals { .. } => text::ERROR_MONEY_DECIMALS,
        MoneyError::TooLarge => text::ERROR_MONEY_LARGE,
        MoneyError::Empty | MoneyError::NotANumber { .. } | MoneyError::CurrencyMismatch { .. } => {
            text::ERROR_MONEY_NUMBER
        }
    };
    Trouble::new(sentence, typed)
}

/// What is wrong with hours of a week.
pub fn hours(error: &HoursError, typed: &str) -> Trouble {
    let (sentence, value) = match error {
        HoursError::Empty => (text::ERROR_HOURS_UNKNOWN, typed),
        HoursError::Unknown { text } => (text::ERROR_HOURS_UNKNOWN, text.as_str()),
        HoursError::NotATime { text } => (text::ERROR_HOURS_TIME, text.as_str()),
        HoursError::DayMissing { text } => (text::ERROR_HOURS_DAY, text.as_str()),
        HoursError::HoursMissing { text } => (text::ERROR_HOURS_MISSING, text.as_str()),
        HoursError::EndMissing { text } => (text::ERROR_HOURS_END, text.as_str()),
        HoursError::TooLong { text } => (text::ERROR_HOURS_LONG, text.as_str()),
    };
    Trouble::new(sentence, value)
}
