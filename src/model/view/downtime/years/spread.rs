//! How long counted downtime is, as bars with the limit among them.

use super::figures::{length, percent, ratio};
use crate::text::years as text;
use crate::words::Words;
use crate::workers::{Fared, SHORTEST_CLASS};

/// How long counted downtime is, among the periods that have any.
pub struct Spread {
    /// The finding.
    pub title: String,
    /// The whole in a sentence.
    pub label: String,
    /// What stands below.
    pub says: Vec<String>,
    /// Lengths with their share in words and in thousandths of the largest.
    pub bars: Vec<(String, String, u32)>,
    /// Where the limit is, in thousandths of the width.
    pub limit: u32,
}

pub(super) fn spread(words: Words, asked: Option<&Fared>, each: bool) -> Spread {
    let Some(asked) = asked else {
        return Spread {
            title: String::new(),
            label: String::new(),
            says: Vec::new(),
            bars: Vec::new(),
            limit: 0,
        };
    };
    let title = finding(words, asked, each);
    let any: u64 = asked.classes.iter().sum();
    let without = percent(words, ratio(asked.without, asked.without + any));
    let allowed = allowed(words, asked);
    let values = [
        ("title", &*title),
        ("without", &without),
        ("allowed", &allowed),
    ];
    let label = words.fill(text::SPREAD_LABEL, &values);
    let quiet = if each {
        text::WITHOUT
    } else {
        text::WITHOUT_ALL
    };
    let quiet = words.fill(quiet, &[("share", &without)]);
    let largest = asked.classes.iter().copied().max().unwrap_or(0).max(1);
    let last = asked.classes.len().saturating_sub(1);
    let bar = |(class, count): (usize, &u64)| {
        let height = u32::try_from(u128::from(*count) * 1_000 / u128::from(largest));
        let name = class_name(words, class, class == last);
        let share = percent(words, ratio(*count, any));
        (name, share, height.unwrap_or(0))
    };
    Spread {
        title,
        label,
        says: vec![quiet, allowed, words.get(text::ROUNDING).to_owned()],
        limit: limit(asked),
        bars: asked.classes.iter().enumerate().map(bar).collect(),
    }
}

/// The lengths of a class.
fn class_name(words: Words, class: usize, last: bool) -> String {
    let edge = |class: usize| length(words, SHORTEST_CLASS << class);
    match (class, last) {
        (0, _) => words.fill(text::UP_TO, &[("to", &edge(0))]),
        (_, true) => words.fill(text::MORE_THAN, &[("from", &edge(class - 1))]),
        _ => {
            let values = [("from", &*edge(class - 1)), ("to", &edge(class))];
            words.fill(text::FROM_TO, &values)
        }
    }
}

/// Where the limit stands among classes that double: in thousandths of the width.
fn limit(fared: &Fared) -> u32 {
    let classes = u32::try_from(fared.classes.len().max(1)).unwrap_or(1);
    #[allow(clippy::cast_precision_loss, reason = "seconds of a year")]
    let doublings = (fared.allowed.1.max(1) as f64 / SHORTEST_CLASS as f64).log2();
    let at = (doublings + 1.0).clamp(0.0, f64::from(classes)) / f64::from(classes);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 0 to 1000"
    )]
    let at = (at * 1_000.0).round() as u32;
    at
}

fn allowed(words: Words, fared: &Fared) -> String {
    let (low, high) = fared.allowed;
    let (least, most) = (length(words, low), length(words, high));
    if low == high {
        words.fill(text::ALLOWED, &[("value", &most)])
    } else {
        words.fill(text::ALLOWED_RANGE, &[("low", &least), ("high", &most)])
    }
}

fn finding(words: Words, fared: &Fared, each: bool) -> String {
    let share = fared.period.estimate();
    let pattern = match (fared.period.hits, each) {
        (0, _) => text::FINDING_NONE,
        _ if share < 0.01 => text::FINDING_LESS,
        (_, true) => text::FINDING,
        (_, false) => text::FINDING_ALL,
    };
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 0 to 100"
    )]
    let n = (share * 100.0).round() as u64;
    words.fill(pattern, &[("n", &n.to_string())])
}
