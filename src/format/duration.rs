//! Lengths of time, exact and never rounded up.

use super::{decimal, number, whole};
use crate::text::formats as text;
use crate::words::Words;
use engine::agreement::TimeLimit;
use engine::quantity::{Fraction, Seconds};

/// Up to here people count hours, beyond it days.
const HOURS_UNTIL: u64 = 72 * 3_600;

/// Exact seconds as `3 h 21 min 36 s` or `20 min 9.6 s`: in full when they end within three decimals, else cut there and marked.
pub fn duration(words: Words, seconds: &Fraction) -> String {
    let (thousandths, scale) = match seconds.floor_at(3) {
        Some(units) => (units, 1_000),
        None => (seconds.floor(), 1),
    };
    let exact = Fraction::new(thousandths, scale).as_ref() == Some(seconds);
    let whole_seconds = u64::try_from(thousandths / scale).unwrap_or_default();
    let part = Fraction::new(thousandths % scale, scale).unwrap_or(Fraction::ZERO);
    let value = parts(words, whole_seconds, &part, HOURS_UNTIL);
    number::marked(words, value, exact)
}

/// Whole seconds as `3 h 21 min 36 s`.
pub fn seconds(words: Words, length: Seconds) -> String {
    parts(words, length.get(), &Fraction::ZERO, HOURS_UNTIL)
}

/// A length in hours: `336 h`, `730.485 h`.
pub fn hours(words: Words, length: Seconds) -> String {
    let hours = Fraction::new(i128::from(length.get()), 3_600).unwrap_or(Fraction::ZERO);
    let (number, exact) = decimal(words, &hours, 3);
    number::marked(words, words.fill(text::HOURS, &[("n", &number)]), exact)
}

/// Whole seconds without days, as an agreement counts location-hours: `1,200 h`, `48 h 1 min`.
pub fn in_hours(words: Words, length: Seconds) -> String {
    if length.get() == 0 {
        return words.fill(text::HOURS, &[("n", "0")]);
    }
    parts(words, length.get(), &Fraction::ZERO, u64::MAX)
}

/// How long something may take: `4 h`, `2 business days`.
pub fn limit(words: Words, limit: TimeLimit) -> String {
    match limit {
        TimeLimit::Time(time) => seconds(words, time),
        TimeLimit::BusinessDays(days) => words.count(
            days.into(),
            text::BUSINESS_DAYS_ONE,
            text::BUSINESS_DAYS_MANY,
        ),
    }
}

/// A length below `hours_until` seconds is not counted in days.
fn parts(words: Words, length: u64, part: &Fraction, hours_until: u64) -> String {
    let (days, hours) = if length < hours_until {
        (0, length / 3_600)
    } else {
        (length / 86_400, length / 3_600 % 24)
    };
    let mut out = String::new();
    let mut push = |number: &str, unit| {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&words.fill(unit, &[("n", number)]));
    };
    for (number, unit) in [
        (days, text::DAYS),
        (hours, text::HOURS),
        (length / 60 % 60, text::MINUTES),
    ] {
        if number > 0 {
            push(&whole(words, number), unit);
        }
    }
    let rest = Fraction::whole(i128::from(length % 60))
        .checked_add(part)
        .unwrap_or(Fraction::ZERO);
    if rest > Fraction::ZERO || length < 60 {
        push(&decimal(words, &rest, 3).0, text::SECONDS);
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn shown(exact: &str) -> String {
        duration(Words::english(), &exact.parse().unwrap())
    }

    #[test]
    fn durations_are_exact_or_cut_and_say_so() {
        for (exact, text) in [
            ("0", "0 s"),
            ("12096", "3 h 21 min 36 s"),
            ("1209.6", "20 min 9.6 s"),
            ("120.96", "2 min 0.96 s"),
            ("12.096", "12.096 s"),
            ("1/5", "0.2 s"),
            ("120960", "33 h 36 min"),
            ("259200", "3 d"),
            ("315360", "3 d 15 h 36 min"),
            ("1209600", "14 d"),
            ("1/3", "0.333 s (rounded down)"),
            ("60.9999", "1 min 0.999 s (rounded down)"),
            ("1/10000", "0 s (rounded down)"),
        ] {
            assert_eq!(shown(exact), text, "{exact}");
        }
    }

    #[test]
    fn the_longest_time_has_a_text() {
        let longest = seconds(Words::english(), Seconds::new(u64::MAX));
        assert_eq!(longest, "213,503,982,334,601 d 7 h 15 s");
    }

    #[test]
    fn location_hours_do_not_become_days() {
        for (length, text) in [
            (0, "0 h"),
            (86_400 * 2 + 60, "48 h 1 min"),
            (3_600 * 1_200, "1,200 h"),
            (5, "5 s"),
        ] {
            assert_eq!(in_hours(Words::english(), Seconds::new(length)), text);
        }
    }

    #[test]
    fn limits_count_hours_or_business_days() {
        let shown = |given| limit(Words::english(), given);
        assert_eq!(shown(TimeLimit::Time(Seconds::new(93_600))), "26 h");
        assert_eq!(shown(TimeLimit::BusinessDays(1)), "1 business day");
        assert_eq!(shown(TimeLimit::BusinessDays(2)), "2 business days");
    }

    #[test]
    fn hours_are_decimal() {
        assert_eq!(hours(Words::english(), Seconds::new(1_209_600)), "336 h");
        assert_eq!(
            hours(Words::english(), Seconds::new(2_629_746)),
            "730.485 h"
        );
    }
}
