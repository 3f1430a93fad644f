//! The results in words: chances, lengths, money, each with what the simulation leaves open.

use crate::format;
use crate::model::Model;
use crate::text::years as text;
use crate::words::{Text, Words};
use crate::workers::{Fared, Found, Seconds95, Share};
use engine::quantity::{Currency, Fraction, Money, Seconds};

/// A share of one in percent: two decimals below one, none above ten.
pub(super) fn percent(words: Words, share: f64) -> String {
    rounded(words, share, f64::round)
}

/// The same, cut by `whole`: the ends of an interval go outward, so that nothing certain is claimed that is not.
fn rounded(words: Words, share: f64, whole: fn(f64) -> f64) -> String {
    let places = match share {
        share if share >= 0.1 => 1,
        share if share >= 0.01 => 2,
        _ => 3,
    };
    #[allow(clippy::cast_possible_truncation, reason = "a share of one")]
    let units = whole(share * f64::from(10_u32.pow(places)) * 100.0) as i128;
    let number = Fraction::new(units, 10_i128.pow(places)).unwrap_or(Fraction::ZERO);
    let text = format::decimal(words, &number, places).0;
    format::percent_of(words, &text)
}

fn interval(words: Words, share: Share) -> String {
    let (low, high) = share.interval();
    let values = [
        ("value", &*percent(words, share.estimate())),
        ("low", &rounded(words, low, f64::floor)),
        ("high", &rounded(words, high, f64::ceil)),
    ];
    words.fill(text::WITH_INTERVAL, &values)
}

pub(super) fn length(words: Words, seconds: u64) -> String {
    format::seconds(words, Seconds::new(seconds))
}

fn quantile(words: Words, found: Option<&Seconds95>) -> String {
    let Some(found) = found else {
        return String::new();
    };
    let values = [
        ("value", &*length(words, found.value)),
        ("low", &length(words, found.low)),
        ("high", &length(words, found.high)),
    ];
    words.fill(text::WITH_INTERVAL, &values)
}

pub(super) fn figures(
    words: Words,
    found: &Found,
    asked: Option<&Fared>,
    other: Option<&Fared>,
    each: bool,
) -> Vec<[String; 3]> {
    let row = |name: Text, value: &dyn Fn(&Fared) -> String| {
        let cell = |fared: Option<&Fared>| fared.map_or_else(String::new, value);
        [words.get(name).to_owned(), cell(asked), cell(other)]
    };
    let line = if each {
        text::ROW_LINE
    } else {
        text::ROW_LINE_ALL
    };
    let mut rows = vec![row(line, &|fared| interval(words, fared.line))];
    if each {
        rows.push(row(text::ROW_PERIOD, &|fared| {
            interval(words, fared.period)
        }));
    }
    rows.push(row(text::ROW_YEAR, &|fared| interval(words, fared.year)));
    let quantiles = [text::ROW_HALF, text::ROW_NINETY, text::ROW_NINETY_NINE];
    for (at, name) in quantiles.into_iter().enumerate() {
        rows.push(row(name, &|fared| quantile(words, fared.quantiles.get(at))));
    }
    if found.lost > 0 {
        let never = |fared: &Fared| percent(words, ratio(fared.uncounted, found.lost));
        rows.push(row(text::ROW_UNCOUNTED, &never));
    }
    rows
}

pub(super) fn ratio(part: u64, of: u64) -> f64 {
    let (hits, of) = (part, of.max(1));
    Share { hits, of }.estimate()
}

pub(super) fn says(
    words: Words,
    found: &Found,
    asked: Option<&Fared>,
    other: Option<&Fared>,
) -> Vec<String> {
    let mut says = vec![words.get(text::INTERVAL).to_owned()];
    if found.lost == 0 {
        says.push(words.get(text::NOTHING_LOST).to_owned());
    }
    if let (Some(asked), Some(other)) = (asked, other) {
        let years = u64::from(found.years);
        let of_hundred = |years_missed: u64| hundredth(words, ratio(years_missed, years));
        let difference = (other.year.estimate() - asked.year.estimate()).abs();
        let values = [
            ("first", &*of_hundred(found.only[0])),
            ("second", &of_hundred(found.only[1])),
            ("difference", &hundredth(words, difference)),
        ];
        says.push(words.fill(text::COMPARED, &values));
        says.push(words.get(text::SAME_PERIODS).to_owned());
    }
    says
}

/// A share as so many of a hundred, with one decimal.
fn hundredth(words: Words, share: f64) -> String {
    #[allow(clippy::cast_possible_truncation, reason = "a share of one")]
    let units = (share * 1_000.0).round() as i128;
    let number = Fraction::new(units, 10).unwrap_or(Fraction::ZERO);
    format::decimal(words, &number, 1).0
}

pub(super) fn money(
    model: &Model,
    found: &Found,
    asked: Option<&Fared>,
) -> (Vec<(&'static str, String)>, Vec<String>) {
    let words = model.words;
    let production = model.lab_currency();
    let agreement = model.record().map(|record| &record.agreement);
    let charge = agreement
        .filter(|agreement| agreement.credits.scheme.says().is_some())
        .and_then(|agreement| agreement.fees.recurring.says());
    let (mut facts, mut says) = (Vec::new(), Vec::new());
    let loss = production.map(|currency| (found.loss, currency));
    let credit = charge
        .zip(asked)
        .map(|(charge, fared)| (fared.credit, charge.per_month.currency()));
    for (name, amount, missing) in [
        (text::MONEY_LOSS, loss, text::MONEY_NO_LOSS),
        (text::MONEY_CREDIT, credit, text::MONEY_NO_CREDIT),
    ] {
        match amount {
            Some(((mean, error), currency)) => {
                let values = [
                    ("value", &*whole_money(words, mean, currency)),
                    ("error", &whole_money(words, error, currency)),
                ];
                facts.push((words.get(name), words.fill(text::MONEY_ERROR, &values)));
            }
            None => says.push(words.get(missing).to_owned()),
        }
    }
    if let (Some(((lost, _), one)), Some(((back, _), other))) = (loss, credit) {
        if one == other && lost > 0.0 {
            let share = percent(words, back / lost);
            says.push(words.fill(text::MONEY_SHARE, &[("share", &share)]));
        } else if one != other {
            says.push(words.get(text::MONEY_CURRENCIES).to_owned());
        }
        says.push(words.get(text::MONEY_ASSUMED).to_owned());
    }
    (facts, says)
}

fn whole_money(words: Words, minor: f64, currency: Currency) -> String {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a mean of money; cut where it is out of range"
    )]
    let minor = (minor / 100.0).round() as i64 * 100;
    format::money(words, Money::from_minor(minor, currency))
}
