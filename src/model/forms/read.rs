//! Typed texts to checked values; [`crate::format::typed`] is the way back.

use super::trouble::{self, Trouble};
use crate::text::commitments as text;
use engine::agreement::{Notice, TimeLimit};
use engine::archive::limits;
use engine::calendar::{NaiveDate, WeeklyWindows, parse_day};
use engine::order::in_order;
use engine::quantity::{Currency, DurationUnit, Money, Percent, Seconds};

/// A typed text as a value, or what is wrong with it.
pub type Read<T> = Result<T, Trouble>;

/// Any text that a file can hold.
pub fn words(typed: &str) -> Read<String> {
    if typed.chars().count() > limits::TEXT {
        return Err(Trouble::new(text::ERROR_TEXT_LONG, "").limit(limits::TEXT as u64));
    }
    Ok(typed.to_owned())
}

/// `99.9`, `99.9 %`.
pub fn percent(typed: &str) -> Read<Percent> {
    Percent::parse(typed).map_err(|error| trouble::percent(&error, typed))
}

/// `4 h`, `30 min`; a number alone counts hours.
pub fn hours_long(typed: &str) -> Read<Seconds> {
    Seconds::parse_in(typed, DurationUnit::Hour).map_err(|error| trouble::duration(&error, typed))
}

/// The same; a number alone counts minutes.
pub fn minutes_long(typed: &str) -> Read<Seconds> {
    Seconds::parse_in(typed, DurationUnit::Minute).map_err(|error| trouble::duration(&error, typed))
}

/// `4 h`, `2 business days`, `next business day`.
pub fn limit(typed: &str) -> Read<TimeLimit> {
    let plain = typed.trim().to_ascii_lowercase();
    let business = [
        "business days",
        "business day",
        "working days",
        "working day",
        "días hábiles",
        "dias habiles",
        "día hábil",
        "dia habil",
    ];
    let Some(number) = business.iter().find_map(|words| plain.strip_suffix(words)) else {
        return hours_long(typed).map(TimeLimit::Time);
    };
    let days = match number.trim() {
        "next" | "one" | "siguiente" | "próximo" | "proximo" | "un" => 1,
        number => positive(number).map_err(|_| Trouble::new(text::ERROR_BUSINESS_DAYS, typed))?,
    };
    Ok(TimeLimit::BusinessDays(days))
}

/// A whole number from 0; commas may part the thousands.
pub fn count(typed: &str) -> Read<u32> {
    let digits = typed.trim().replace(',', "");
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    match digits.parse() {
        Ok(number) if plain => Ok(number),
        _ if plain => Err(Trouble::new(text::ERROR_COUNT_LARGE, typed).limit(u64::from(u32::MAX))),
        _ => Err(Trouble::new(text::ERROR_COUNT_NUMBER, typed)),
    }
}

/// A whole number from 1.
pub fn positive(typed: &str) -> Read<u32> {
    count(typed).and_then(|number| {
        if number == 0 {
            Err(Trouble::new(text::ERROR_COUNT_ZERO, typed))
        } else {
            Ok(number)
        }
    })
}

/// A number of locations that a file can hold.
pub fn location_count(typed: &str) -> Read<u32> {
    positive(typed).and_then(|number| {
        if number as usize > limits::ENTRIES {
            return Err(Trouble::new(text::ERROR_COUNT_LARGE, typed).limit(limits::ENTRIES as u64));
        }
        Ok(number)
    })
}

/// A number and the word after it.
fn number_and_unit(typed: &str) -> (&str, String) {
    let trimmed = typed.trim();
    let end = trimmed
        .find(|c: char| c.is_alphabetic())
        .unwrap_or(trimmed.len());
    let (number, unit) = trimmed.split_at(end);
    (number.trim(), unit.trim().to_ascii_lowercase())
}

/// `36`, `36 months`, `3 years`.
pub fn months(typed: &str) -> Read<u32> {
    let wrong = || Trouble::new(text::ERROR_MONTHS, typed);
    let (number, unit) = number_and_unit(typed);
    let number = positive(number).map_err(|_| wrong())?;
    let months = match unit.as_str() {
        "" | "m" | "mo" | "month" | "months" | "mes" | "meses" => number,
        "y" | "yr" | "year" | "years" | "año" | "años" => number.saturating_mul(12),
        _ => return Err(wrong()),
    };
    at_most(months, MOST_MONTHS, typed)
}

/// A century: a longer term is a slip of the finger.
const MOST_MONTHS: u32 = 1_200;

/// The same in days.
const MOST_DAYS: u32 = 36_525;

fn at_most(number: u32, most: u32, typed: &str) -> Read<u32> {
    if number > most {
        return Err(Trouble::new(text::ERROR_COUNT_LARGE, typed).limit(u64::from(most)));
    }
    Ok(number)
}

/// `60`, `60 days`, `2 months`, `8 weeks`.
pub fn notice(typed: &str) -> Read<Notice> {
    let wrong = || Trouble::new(text::ERROR_NOTICE, typed);
    let (number, unit) = number_and_unit(typed);
    let number = count(number).map_err(|_| wrong())?;
    match unit.as_str() {
        "" | "d" | "day" | "days" | "calendar days" | "día" | "días" | "dia" | "dias" => {
            at_most(number, MOST_DAYS, typed).map(Notice::Days)
        }
        "w" | "week" | "weeks" | "semana" | "semanas" => {
            at_most(number.saturating_mul(7), MOST_DAYS, typed).map(Notice::Days)
        }
        "m" | "mo" | "month" | "months" | "mes" | "meses" => {
            at_most(number, MOST_MONTHS, typed).map(Notice::Months)
        }
        _ => Err(wrong()),
    }
}

/// `2026-03-01`, `3/1/2026`.
pub fn date(typed: &str) -> Read<NaiveDate> {
    let mut parts = typed.trim().split('/');
    let slashed = match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(month), Some(day), Some(year), None) if year.len() == 4 => {
            let number = |text: &str| text.parse::<u32>().ok();
            year.parse()
                .ok()
                .zip(number(month))
                .zip(number(day))
                .and_then(|((y, m), d)| NaiveDate::from_ymd_opt(y, m, d))
        }
        _ => None,
    };
    slashed
        .or_else(|| parse_day(typed).ok())
        .ok_or_else(|| Trouble::new(text::ERROR_DATE, typed))
}

/// Days parted by commas, semicolons or lines, sorted.
pub fn dates(typed: &str) -> Read<Vec<NaiveDate>> {
    let parts = typed
        .split([',', ';', '\n'])
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let mut days = in_order(parts.map(date).collect::<Read<_>>()?, NaiveDate::cmp);
    days.dedup();
    if days.len() > limits::ENTRIES {
        return Err(Trouble::new(text::ERROR_COUNT_LARGE, "").limit(limits::ENTRIES as u64));
    }
    Ok(days)
}

/// Hours of a week.
pub fn windows(typed: &str) -> Read<WeeklyWindows> {
    WeeklyWindows::parse(typed).map_err(|error| trouble::hours(&error, typed))
}

/// `$300`, `1,200.50`, `300 EUR`; US dollars unless it says otherwise.
pub fn money(typed: &str) -> Read<Money> {
    let wrong = |error| trouble::money(&error, typed);
    let text = typed.trim();
    let (symbol, rest) = match text.chars().next() {
        Some('$') => (Some("USD"), &text[1..]),
        Some('€') => (Some("EUR"), &text['€'.len_utf8()..]),
        Some('£') => (Some("GBP"), &text['£'.len_utf8()..]),
        _ => (None, text),
    };
    let rest = rest.trim();
    let letters = |c: char| c.is_ascii_alphabetic();
    let (code, amount) = match (rest.rfind(|c| !letters(c)), rest.find(|c| !letters(c))) {
        (Some(last), _) if last + 1 < rest.len() && rest.is_char_boundary(last + 1) => {
            (Some(&rest[last + 1..]), &rest[..=last])
        }
        (_, Some(first)) if first > 0 => (Some(&rest[..first]), &rest[first..]),
        _ => (None, rest),
    };
    let currency = match code.or(symbol) {
        Some(code) => Currency::parse(code).map_err(wrong)?,
        None => Currency::USD,
    };
    Money::parse(&without_thousands(amount.trim()), currency).map_err(wrong)
}

/// `1,200,300.50` without its commas; any other use of a comma stays, and is refused.
fn without_thousands(amount: &str) -> String {
    let whole = amount.split('.').next().unwrap_or_default();
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    if grouped {
        amount.replace(',', "")
    } else {
        amount.to_owned()
    }
}

/// US names of zones, and what the database calls them.
const ZONES: [(&str, &str); 7] = [
    ("eastern", "America/New_York"),
    ("central", "America/Chicago"),
    ("mountain", "America/Denver"),
    ("arizona", "America/Phoenix"),
    ("pacific", "America/Los_Angeles"),
    ("alaska", "America/Anchorage"),
    ("hawaii", "Pacific/Honolulu"),
];

/// The zones that a field proposes.
pub fn zone_names() -> impl Iterator<Item = &'static str> {
    ZONES.iter().map(|(_, name)| *name)
}

/// `America/Denver`, or a US name such as `Mountain time`.
pub fn zone(typed: &str) -> Read<String> {
    let plain = typed.trim().to_ascii_lowercase();
    let plain = plain.strip_suffix(" time").unwrap_or(&plain);
    if let Some((_, name)) = ZONES.iter().find(|(word, _)| *word == plain) {
        return Ok((*name).to_owned());
    }
    let name = typed.trim();
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '_' | '-' | '+');
    let whole =
        name.split('/').all(|part| !part.is_empty()) && (name.contains('/') || name == "UTC");
    if whole && name.len() <= limits::ID && name.chars().all(fits) {
        return Ok(name.to_owned());
    }
    Err(Trouble::new(text::ERROR_ZONE, typed))
}

/// `10`, `1.5 times`, `10x` as hundredths.
pub fn multiple(typed: &str) -> Read<u32> {
    let wrong = || Trouble::new(text::ERROR_MULTIPLE, typed);
    let plain = typed.trim().to_ascii_lowercase();
    let number = plain
        .trim_end_matches("times")
        .trim_end_matches(['x', '×'])
        .trim();
    // An amount of dollars has two decimals as well.
    let hundredths = Money::parse(number, Currency::USD)
        .map_err(|_| wrong())?
        .minor();
    u32::try_from(hundredths).map_err(|_| wrong())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::typed;

    /// Reads each text and expects the value's own text to be the second.
    fn round<T>(read: fn(&str) -> Read<T>, text: fn(&T) -> String, pairs: &[(&str, &str)]) {
        for (typed, shown) in pairs {
            let once = read(typed).ok().map(|value| text(&value));
            assert_eq!(once.as_deref(), Some(*shown), "{typed}");
            let again = read(shown).ok().map(|value| text(&value));
            assert_eq!(again.as_deref(), Some(*shown), "{shown} is not read back");
        }
    }

    #[test]
    fn what_a_field_shows_is_read_back() {
        round(
            money,
            typed::money,
            &[
                ("0", "$0"),
                ("$ 0.05", "$0.05"),
                ("300.00", "$300"),
                ("1,200.5", "$1,200.50"),
                ("300 EUR", "300.00 EUR"),
            ],
        );
        round(
            multiple,
            typed::multiple,
            &[
                ("10x", "10"),
                ("1.50 times", "1.5"),
                ("0.05", "0.05"),
                ("1000", "1000"),
            ],
        );
        round(
            limit,
            typed::limit,
            &[
                ("26", "1 d 2 h"),
                ("next business day", "1 business day"),
                ("2 working days", "2 business days"),
                ("siguiente día hábil", "1 business day"),
                ("2 días hábiles", "2 business days"),
            ],
        );
        round(
            notice,
            typed::notice,
            &[
                ("8 weeks", "56 days"),
                ("2 mo", "2 months"),
                ("60 días", "60 days"),
                ("2 meses", "2 months"),
            ],
        );
        round(date, typed::date, &[("3/1/2026", "2026-03-01")]);
        round(percent, typed::percent, &[("99.90 %", "99.9")]);
        round(count, typed::count, &[("1,200", "1200")]);
        round(minutes_long, typed::duration, &[("90", "1 h 30 min")]);
    }
}
