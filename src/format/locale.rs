//! How a locale writes numbers, money and dates: as data, so that figures stay pure code. A page has them from the
//! browser's `Intl`; tests, and the first screen that is drawn while the release is built, from the language's own texts.

use crate::text::formats as text;
use crate::words::Words;

/// A locale's ways, as the browser has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Formats {
    /// Between whole and part.
    pub decimal: String,
    /// Between thousands.
    pub group: String,
    /// Thousands stand apart from as many digits on: 4, or 5 where four digits stay together.
    pub group_from: usize,
    /// A percentage: `{n}%`.
    pub percent: String,
    /// A day: `{month} {day}, {year}`.
    pub date: String,
    /// The months as they stand in a date, January first.
    pub months: Vec<String>,
    /// The days of the week, Monday first.
    pub weekdays: Vec<String>,
    /// Amounts by the code of their currency: `${n}`.
    pub money: Vec<(String, String)>,
}

impl Formats {
    /// Whether every part is there and can be used: what comes from outside may be anything.
    pub fn is_whole(&self) -> bool {
        let holds = |pattern: &str, places: &[&str]| {
            places
                .iter()
                .all(|place| pattern.matches(place).count() == 1)
        };
        !self.decimal.is_empty()
            && self.decimal != self.group
            && (4..=5).contains(&self.group_from)
            && holds(&self.percent, &["{n}"])
            && holds(&self.date, &["{day}", "{month}", "{year}"])
            && self.months.len() == 12
            && self.weekdays.len() == 7
            && self
                .money
                .iter()
                .all(|(_, pattern)| holds(pattern, &["{n}"]))
    }
}

/// Between whole and part.
pub(super) fn decimal_point(words: Words) -> &'static str {
    words
        .formats()
        .map_or(words.get(text::DECIMAL), |own| &own.decimal)
}

/// Between thousands, and the number of digits from which on they stand apart.
pub(super) fn grouping(words: Words) -> (&'static str, usize) {
    words.formats().map_or((words.get(text::GROUP), 4), |own| {
        (&own.group, own.group_from)
    })
}

/// A number as a percentage, which is already text.
pub fn percent_of(words: Words, number: &str) -> String {
    let pattern = words
        .formats()
        .map_or(words.get(text::PERCENT), |own| &own.percent);
    crate::words::fill(pattern, &[("n", number)])
}

/// How a day is written.
pub(super) fn date_pattern(words: Words) -> &'static str {
    words
        .formats()
        .map_or(words.get(text::DATE), |own| &own.date)
}

/// The name of a month, from 0.
pub(super) fn month(words: Words, at: usize) -> &'static str {
    match words.formats() {
        Some(own) => own.months.get(at).map_or("", String::as_str),
        None => words.get(text::MONTHS).split(' ').nth(at).unwrap_or(""),
    }
}

/// The name of a day of the week, from Monday.
pub fn weekday_name(words: Words, at: usize) -> &'static str {
    match words.formats() {
        Some(own) => own.weekdays.get(at).map_or("", String::as_str),
        None => words.get(text::WEEKDAYS).split(' ').nth(at).unwrap_or(""),
    }
}

/// How an amount of a currency is written.
pub(super) fn money_pattern(words: Words, code: &str) -> &'static str {
    let own = words.formats().and_then(|own| {
        let mut known = own.money.iter();
        known.find_map(|(of, pattern)| (of == code).then_some(pattern))
    });
    if let Some(pattern) = own {
        return pattern;
    }
    words.get(match code {
        "USD" => text::MONEY_USD,
        "EUR" => text::MONEY_EUR,
        "GBP" => text::MONEY_GBP,
        "CAD" => text::MONEY_CAD,
        "AUD" => text::MONEY_AUD,
        _ => text::MONEY_OTHER,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::format;
    use engine::quantity::{Currency, Money};

    fn german() -> Formats {
        let names = |list: &str| list.split(' ').map(str::to_owned).collect();
        Formats {
            decimal: ",".to_owned(),
            group: ".".to_owned(),
            group_from: 5,
            percent: "{n}\u{a0}%".to_owned(),
            date: "{day}. {month} {year}".to_owned(),
            months: names(
                "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
            ),
            weekdays: names("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
            money: vec![("EUR".to_owned(), "{n}\u{a0}€".to_owned())],
        }
    }

    #[test]
    fn what_the_browser_says_is_used_everywhere() {
        assert!(german().is_whole());
        let words = Words::english().with_formats(german());
        assert_eq!(format::whole(words, 1_234), "1234");
        assert_eq!(format::whole(words, 12_345), "12.345");
        assert_eq!(
            format::percent(words, &"199/200".parse().unwrap()),
            "99,5\u{a0}%"
        );
        let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 8).unwrap();
        assert_eq!(format::day(words, day), "8. März 2026");
        let amount = |code| Money::from_minor(1_234_567, Currency::parse(code).unwrap());
        assert_eq!(format::money(words, amount("EUR")), "12.345,67\u{a0}€");
        // A currency that nobody asked the browser about is written as the texts say.
        assert_eq!(format::money(words, amount("USD")), "$12.345,67");
    }

    #[test]
    fn what_cannot_be_used_is_seen() {
        let broken: [fn(&mut Formats); 6] = [
            |of| of.decimal.clear(),
            |of| of.group = ",".to_owned(),
            |of| of.percent = "%".to_owned(),
            |of| of.date = "{day} {year}".to_owned(),
            |of| of.months.truncate(11),
            |of| of.money.push(("X".to_owned(), "{n}{n}".to_owned())),
        ];
        for spoil in broken {
            let mut formats = german();
            spoil(&mut formats);
            assert!(!formats.is_whole(), "{formats:?}");
        }
        assert!(!Formats::default().is_whole());
    }
}
