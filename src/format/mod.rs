//! Figures as text, in pure code: the screen, the report and the tests read the same.

mod apart;
mod bytes;
mod duration;
mod locale;
mod moment;
mod money;
mod number;
mod quantity;
pub mod typed;

pub use apart::apart;
pub use bytes::bytes;
pub use duration::{duration, hours, in_hours, limit, seconds};
pub use locale::{Formats, percent_of, weekday_name};
pub use moment::{moment, wall_time, weekday};
pub use money::{exact_money, money};
pub use number::{day, decimal, number, percent, target};
pub use quantity::quantity;

use crate::words::Words;
use engine::scoring::{Interval, Shown};

/// A whole number with thousands apart.
pub fn whole(words: Words, n: u64) -> String {
    grouped(words, &n.to_string())
}

/// Digits with thousands apart.
fn grouped(words: Words, digits: &str) -> String {
    let (group, from) = locale::grouping(words);
    if digits.len() < from {
        return digits.to_owned();
    }
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push_str(group);
        }
        out.push(digit);
    }
    out
}

/// Units of a decimal place as a number: 123,456 at two places is `1,234.56`.
fn fixed(words: Words, units: u64, places: u32) -> String {
    let scale = 10_u64.pow(places);
    let whole = grouped(words, &(units / scale).to_string());
    if places == 0 {
        return whole;
    }
    let digits = (scale + units % scale).to_string();
    let point = locale::decimal_point(words);
    [&whole, point, digits.get(1..).unwrap_or_default()].concat()
}

/// The ends of a score in whole percent, never better than it is, and the figure in words.
pub fn score(words: Words, interval: Option<Interval>) -> (u32, u32, String) {
    use crate::text::common as text;
    match interval.map(|interval| interval.shown()) {
        None => (0, 0, words.get(text::NOT_SAID).to_owned()),
        Some(Shown::Settled { percent, .. }) => (
            percent,
            percent,
            words.fill(text::PERCENT, &[("n", &percent.to_string())]),
        ),
        Some(Shown::Between { low, high }) => {
            let values = [("low", &*low.to_string()), ("high", &*high.to_string())];
            (low, high, words.fill(text::PERCENT_RANGE, &values))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        let whole = |n| whole(Words::english(), n);
        assert_eq!(whole(0), "0");
        assert_eq!(whole(999), "999");
        assert_eq!(whole(1000), "1,000");
        assert_eq!(whole(1_209_600), "1,209,600");
    }
}
