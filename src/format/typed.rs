//! Values as the text that a field shows: the short form, which is read back as the same value.

use crate::words::Words;
use engine::agreement::{Notice, TimeLimit};
use engine::calendar::{NaiveDate, format_day};
use engine::quantity::{Currency, Money, Percent, Seconds};

/// `99.9`.
pub fn percent(percent: &Percent) -> String {
    percent.to_string()
}

/// `4 h 30 min`.
pub fn duration(length: &Seconds) -> String {
    length.to_string()
}

/// `4 h`, `2 business days`.
pub fn limit(limit: &TimeLimit) -> String {
    match limit {
        TimeLimit::Time(time) => duration(time),
        TimeLimit::BusinessDays(1) => "1 business day".to_owned(),
        TimeLimit::BusinessDays(days) => [&count(days), " business days"].concat(),
    }
}

/// `1200`.
pub fn count(count: &u32) -> String {
    count.to_string()
}

/// `60 days`, `2 months`.
pub fn notice(notice: &Notice) -> String {
    match notice {
        Notice::Days(days) => [&count(days), " days"].concat(),
        Notice::Months(months) => [&count(months), " months"].concat(),
    }
}

/// `2026-03-01`.
pub fn date(date: &NaiveDate) -> String {
    format_day(*date)
}

/// `$1,200.50`, `$300`, `300.50 EUR`.
pub fn money(money: &Money) -> String {
    if money.currency() != Currency::USD {
        return money.to_string();
    }
    let sign = if money.minor() < 0 { "-$" } else { "$" };
    let amount = super::fixed(Words::english(), money.minor().unsigned_abs(), 2);
    [sign, amount.strip_suffix(".00").unwrap_or(&amount)].concat()
}

/// Hundredths as a number of times: `1.5`.
pub fn multiple(hundredths: &u32) -> String {
    let (whole, part) = (hundredths / 100, 100 + hundredths % 100);
    let digits = part.to_string();
    let part = digits.get(1..).unwrap_or_default().trim_end_matches('0');
    let point = if part.is_empty() { "" } else { "." };
    [&whole.to_string(), point, part].concat()
}
