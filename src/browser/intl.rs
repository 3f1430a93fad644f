//! How the browser's `Intl` writes numbers, money and dates: read once for a locale, and handed over as data.

use crate::format::Formats;
use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// What a formatter makes of a value: the kind and the text of each part.
type Parts = Vec<(String, String)>;

/// The currencies whose amounts are written the browser's way. Any other stands with its code.
const CURRENCIES: [&str; 14] = [
    "USD", "EUR", "GBP", "CAD", "AUD", "NZD", "CHF", "MXN", "BRL", "COP", "CLP", "JPY", "INR",
    "ZAR",
];

/// A Monday, and the fifteenth of January: any day of a year would do.
const MONDAY: f64 = 1_795_392_000_000.0;
const JANUARY: f64 = 1_768_435_200_000.0;
const DAY: f64 = 86_400_000.0;
const MONTH: f64 = 30.5 * DAY;

/// The locale's ways; `None` where the browser has none that can be used.
pub fn formats(locale: &str) -> Option<Formats> {
    let number = formatter("NumberFormat", locale, &[])?;
    let thousands = |value: f64| number(&value.into());
    let short = thousands(1_234.5)?;
    let long = thousands(12_345.5)?;
    let part = |parts: &[(String, String)], kind: &str| {
        let found = parts.iter().find(|(of, _)| of == kind);
        found.map(|(_, value)| value.clone())
    };
    let formats = Formats {
        decimal: part(&long, "decimal")?,
        group: part(&long, "group")?,
        group_from: if part(&short, "group").is_some() {
            4
        } else {
            5
        },
        percent: pattern(&formatter(
            "NumberFormat",
            locale,
            &[("style", "percent")],
        )?(&0.12.into())?),
        date: date_pattern(locale)?,
        months: names(locale, &DATE, "month", JANUARY, MONTH, 12)?,
        weekdays: names(locale, &WEEKDAY, "weekday", MONDAY, DAY, 7)?,
        money: CURRENCIES
            .iter()
            .map(|code| {
                let options = [("style", "currency"), ("currency", code)];
                let parts = formatter("NumberFormat", locale, &options)?(&1.into())?;
                Some(((*code).to_owned(), pattern(&parts)))
            })
            .collect::<Option<_>>()?,
    };
    formats.is_whole().then_some(formats)
}

/// The parts of a number: what belongs to its digits is one place, the rest stays as it is.
fn pattern(parts: &[(String, String)]) -> String {
    let mut out = String::new();
    for (kind, value) in parts {
        match kind.as_str() {
            "integer" => out.push_str("{n}"),
            "group" | "decimal" | "fraction" => {}
            _ => out.push_str(value),
        }
    }
    out
}

const DATE: [(&str, &str); 4] = [
    ("year", "numeric"),
    ("month", "long"),
    ("day", "numeric"),
    ("timeZone", "UTC"),
];

fn date_pattern(locale: &str) -> Option<String> {
    let parts = formatter("DateTimeFormat", locale, &DATE)?(&Date::new(&JANUARY.into()))?;
    let mut out = String::new();
    for (kind, value) in parts {
        match kind.as_str() {
            "literal" => out.push_str(&value),
            kind => {
                out.push('{');
                out.push_str(kind);
                out.push('}');
            }
        }
    }
    Some(out)
}

const WEEKDAY: [(&str, &str); 2] = [("weekday", "long"), ("timeZone", "UTC")];

/// One part of several dates, in the form that it has there.
fn names(
    locale: &str,
    options: &[(&str, &str)],
    part: &str,
    first: f64,
    step: f64,
    count: u8,
) -> Option<Vec<String>> {
    // One formatter for all: each costs a browser a millisecond.
    let parts = formatter("DateTimeFormat", locale, options)?;
    let name = |at: u8| {
        let date = Date::new(&(first + f64::from(at) * step).into());
        let mut found = parts(&date)?.into_iter();
        found.find_map(|(kind, value)| (kind == part).then_some(value))
    };
    (0..count).map(name).collect()
}

/// What a formatter of `Intl` makes of a value.
fn formatter(
    class: &str,
    locale: &str,
    options: &[(&str, &str)],
) -> Option<impl Fn(&JsValue) -> Option<Parts> + use<>> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class: Function = Reflect::get(&intl, &class.into()).ok()?.dyn_into().ok()?;
    let wishes = Object::new();
    for (name, value) in options {
        Reflect::set(&wishes, &(*name).into(), &(*value).into()).ok()?;
    }
    let made = Reflect::construct(&class, &Array::of2(&locale.into(), &wishes)).ok()?;
    let to_parts: Function = Reflect::get(&made, &"formatToParts".into())
        .ok()?
        .dyn_into()
        .ok()?;
    Some(move |value: &JsValue| {
        let parts: Array = to_parts.call1(&made, value).ok()?.dyn_into().ok()?;
        let text = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok()?.as_string();
        parts
            .iter()
            .map(|part| Some((text(&part, "type")?, text(&part, "value")?)))
            .collect()
    })
}
