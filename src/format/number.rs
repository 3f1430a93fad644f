//! Exact numbers as decimals, dates.

use super::locale;
use crate::text::formats as text;
use crate::words::Words;
use chrono::{Datelike, NaiveDate};
use engine::quantity::{Fraction, Percent};

/// A number cut after so many decimals, never rounded up, and whether that is all of it.
pub fn decimal(words: Words, number: &Fraction, places: u32) -> (String, bool) {
    // Past 128 bits there are no decimals to show: the whole part still is.
    let (units, places) = match number.floor_at(places) {
        Some(units) => (units, places),
        None => (number.floor(), 0),
    };
    let scale = 10_i128.pow(places);
    let exact = Fraction::new(units, scale).as_ref() == Some(number);
    let (size, negative) = (units.unsigned_abs(), units < 0);
    let scale = scale.unsigned_abs();
    let mut out = super::grouped(words, &(size / scale).to_string());
    let digits = (scale + size % scale).to_string();
    let part = digits.get(1..).unwrap_or_default().trim_end_matches('0');
    if !part.is_empty() {
        out.push_str(locale::decimal_point(words));
        out.push_str(part);
    }
    (
        if negative {
            words.fill(text::MINUS, &[("value", &out)])
        } else {
            out
        },
        exact,
    )
}

/// A share of one in percent, cut after six decimals and marked if there would be more.
pub fn percent(words: Words, share: &Fraction) -> String {
    let whole = share.checked_mul(&Fraction::whole(100)).unwrap_or(*share);
    let (number, exact) = decimal(words, &whole, 6);
    marked(words, locale::percent_of(words, &number), exact)
}

/// A percentage, which has six decimals at most.
pub fn target(words: Words, percent: Percent) -> String {
    self::percent(words, &percent.fraction())
}

/// Any exact number, cut after six decimals and marked if there would be more.
pub fn number(words: Words, number: &Fraction) -> String {
    let (text, exact) = decimal(words, number, 6);
    marked(words, text, exact)
}

/// A day of the calendar.
pub fn day(words: Words, day: NaiveDate) -> String {
    let values = [
        ("month", locale::month(words, day.month0() as usize)),
        ("day", &*day.day().to_string()),
        ("year", &*day.year().to_string()),
    ];
    crate::words::fill(locale::date_pattern(words), &values)
}

/// The text, with the mark of a cut value if it is one.
pub(super) fn marked(words: Words, value: String, exact: bool) -> String {
    if exact {
        value
    } else {
        words.fill(text::ROUNDED_DOWN, &[("value", &value)])
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    const WORDS: fn() -> Words = Words::english;

    #[test]
    fn percentages_are_cut_never_rounded_up() {
        let shown = |text: &str| percent(WORDS(), &text.parse().unwrap());
        assert_eq!(shown("99/100"), "99%");
        assert_eq!(shown("361/375"), "96.266666% (rounded down)");
        assert_eq!(shown("1197503/1209600"), "98.999917% (rounded down)");
        assert_eq!(shown("0"), "0%");
        assert_eq!(shown("1"), "100%");
        assert_eq!(
            target(WORDS(), Percent::parse("99.999999").unwrap()),
            "99.999999%"
        );
    }

    #[test]
    fn numbers_too_long_for_decimals_keep_their_whole_part() {
        let (text, exact) = decimal(WORDS(), &Fraction::whole(i128::MAX), 3);
        assert!(text.starts_with("170,141,183,") && exact, "{text}");
        assert_eq!(
            number(WORDS(), &"1/3".parse().unwrap()),
            "0.333333 (rounded down)"
        );
        assert_eq!(number(WORDS(), &"-5/2".parse().unwrap()), "−2.5");
    }

    #[test]
    fn days_are_written_out() {
        assert_eq!(
            day(WORDS(), NaiveDate::from_ymd_opt(2026, 3, 8).unwrap()),
            "March 8, 2026"
        );
        assert_eq!(
            day(WORDS(), NaiveDate::from_ymd_opt(2028, 2, 29).unwrap()),
            "February 29, 2028"
        );
    }
}
