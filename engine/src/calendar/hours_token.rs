//! The words and marks of which people make weekly hours.

use core::fmt;

use chrono::Weekday;

use super::hours_text::HoursError;

/// One word or mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A day, or a run of days that one word names.
    Days(Weekday, Weekday),
    /// A time of day.
    Time(Clock),
    /// "to".
    Dash,
    /// What parts two entries.
    Comma,
    /// No hours on the days before it.
    Closed,
    /// The end lies on the day after.
    NextDay,
    /// Around the clock, every day.
    Always,
}

/// A time of day as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    hour: u32,
    rest: u32,
    /// Which half of the day was written.
    pub(super) meridiem: Option<Meridiem>,
    /// What was written.
    pub(super) text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meridiem {
    Am,
    Pm,
}

impl Clock {
    /// Seconds after midnight.
    pub(super) fn second(&self) -> u32 {
        self.second_in(self.meridiem)
    }

    /// Seconds after midnight if this half of the day was meant.
    pub(super) fn second_in(&self, meridiem: Option<Meridiem>) -> u32 {
        let hour = match meridiem {
            None => self.hour,
            Some(Meridiem::Am) => self.hour % 12,
            Some(Meridiem::Pm) => self.hour % 12 + 12,
        };
        hour * 3_600 + self.rest
    }

    /// Whether it may mean either half of the day: 1 to 12 without a leading zero.
    pub(super) fn is_bare(&self) -> bool {
        self.meridiem.is_none() && (1..=12).contains(&self.hour) && !self.text.starts_with('0')
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Days(first, last) if first == last => first.fmt(f),
            Self::Days(first, last) => write!(f, "{first}-{last}"),
            Self::Time(clock) => f.write_str(&clock.text),
            Self::Dash => f.write_str("-"),
            Self::Comma => f.write_str(","),
            Self::Closed => f.write_str("closed"),
            Self::NextDay => f.write_str("next day"),
            Self::Always => f.write_str("24/7"),
        }
    }
}

const ALWAYS: [&str; 9] = [
    "24/7",
    "24x7",
    "24 x 7",
    "24x7x365",
    "always",
    "around the clock",
    "siempre",
    "las 24 horas",
    "24 horas",
];

/// The words and marks of a text, in order; in English and in Spanish, whatever the language of the page.
pub(super) fn read(text: &str) -> Result<Vec<Token>, HoursError> {
    let text = text
        .trim()
        .to_ascii_lowercase()
        .replace("a.m.", "am")
        .replace("p.m.", "pm")
        .replace("next day", "nextday")
        .replace("día siguiente", "nextday")
        .replace("dia siguiente", "nextday");
    if ALWAYS.contains(&text.as_str()) {
        return Ok(vec![Token::Always]);
    }
    let mut tokens = Vec::new();
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        let length = if first.is_ascii_digit() {
            length_of(rest, |c| c.is_ascii_digit() || c == ':')
        } else if first.is_alphabetic() {
            length_of(rest, char::is_alphabetic)
        } else {
            first.len_utf8()
        };
        let (word, after) = rest.split_at(length);
        rest = after;
        if first.is_ascii_digit() {
            // "8 am" is one time.
            let (clock, after) = with_meridiem(word, rest);
            rest = after;
            tokens.push(Token::Time(time(clock.0, clock.1)?));
        } else if !(first.is_whitespace() || word == ".") {
            tokens.push(named(word).ok_or_else(|| HoursError::Unknown {
                text: word.to_owned(),
            })?);
        }
    }
    Ok(tokens)
}

fn length_of(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

fn with_meridiem<'a>(digits: &'a str, rest: &'a str) -> ((&'a str, Option<Meridiem>), &'a str) {
    let trimmed = rest.trim_start();
    let (word, after) = trimmed.split_at(length_of(trimmed, char::is_alphabetic));
    // "8 a 17" and "8 a mediodía" are Spanish for a stretch of time; "8a-5p" has two times.
    let next = after.trim_start();
    let stretch = next.starts_with(|c: char| c.is_ascii_digit()) || next.starts_with("med");
    match word {
        "a" if stretch => ((digits, None), rest),
        "am" | "a" => ((digits, Some(Meridiem::Am)), after),
        "pm" | "p" => ((digits, Some(Meridiem::Pm)), after),
        _ => ((digits, None), rest),
    }
}

fn time(digits: &str, meridiem: Option<Meridiem>) -> Result<Clock, HoursError> {
    let suffix = match meridiem {
        None => "",
        Some(Meridiem::Am) => "am",
        Some(Meridiem::Pm) => "pm",
    };
    let text = [digits, suffix].concat();
    let mut parts = digits
        .split(':')
        .map(|part| part.parse::<u32>().ok().filter(|_| part.len() <= 2));
    let clock = (|| {
        let hour = parts.next()??;
        let minute = parts.next().unwrap_or(Some(0))?;
        let second = parts.next().unwrap_or(Some(0))?;
        let fits = if meridiem.is_some() {
            (1..=12).contains(&hour)
        } else {
            hour <= 24
        };
        let rest = minute * 60 + second;
        (fits && minute < 60 && second < 60 && (hour < 24 || rest == 0) && parts.next().is_none())
            .then(|| Clock {
                hour,
                rest,
                meridiem,
                text: text.clone(),
            })
    })();
    clock.ok_or(HoursError::NotATime { text })
}

fn named(word: &str) -> Option<Token> {
    let sharp = |hour, meridiem| {
        Token::Time(Clock {
            hour,
            rest: 0,
            meridiem,
            text: word.to_owned(),
        })
    };
    Some(match word {
        "-" | "\u{2013}" | "\u{2014}" | "\u{2212}" | "to" | "through" | "thru" | "until"
        | "till" | "a" | "al" | "hasta" => Token::Dash,
        "," | ";" | "/" | "&" | "+" | ":" | "and" | "from" | "y" | "de" | "desde" => Token::Comma,
        "closed" | "cerrado" => Token::Closed,
        "nextday" => Token::NextDay,
        "noon" | "mediodía" | "mediodia" => sharp(12, Some(Meridiem::Pm)),
        "midnight" | "medianoche" => sharp(24, None),
        "weekdays" | "weekday" => Token::Days(Weekday::Mon, Weekday::Fri),
        "weekend" | "weekends" => Token::Days(Weekday::Sat, Weekday::Sun),
        "daily" | "diario" => Token::Days(Weekday::Mon, Weekday::Sun),
        _ => {
            let day = day(word)?;
            Token::Days(day, day)
        }
    })
}

fn day(word: &str) -> Option<Weekday> {
    Some(match word {
        "m" | "mo" | "mon" | "monday" | "mondays" | "lun" | "lunes" => Weekday::Mon,
        "tu" | "tue" | "tues" | "tuesday" | "tuesdays" | "mar" | "martes" => Weekday::Tue,
        "w" | "we" | "wed" | "wednesday" | "wednesdays" | "mié" | "mie" | "miércoles"
        | "miercoles" => Weekday::Wed,
        "th" | "thu" | "thur" | "thurs" | "thursday" | "thursdays" | "jue" | "jueves" => {
            Weekday::Thu
        }
        "f" | "fr" | "fri" | "friday" | "fridays" | "vie" | "viernes" => Weekday::Fri,
        "sa" | "sat" | "saturday" | "saturdays" | "sáb" | "sab" | "sábado" | "sabado"
        | "sábados" | "sabados" => Weekday::Sat,
        "su" | "sun" | "sunday" | "sundays" | "dom" | "domingo" | "domingos" => Weekday::Sun,
        _ => return None,
    })
}
