//! Time-zone offsets, read from the browser's `Intl`: the app ships no zone database.

use engine::calendar::{Instant, UtcOffset, ZoneTable};
use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

/// The first and last year for which changes of the clocks are looked up.
const YEARS: std::ops::RangeInclusive<u32> = 2020..=2036;
const DAY: i64 = 86_400;

/// A table for every zone that the browser knows; unknown names are left out.
pub fn tables(names: &[String]) -> Vec<ZoneTable> {
    names.iter().filter_map(|name| table(name)).collect()
}

fn table(name: &str) -> Option<ZoneTable> {
    let format = formatter(name)?;
    #[allow(
        clippy::cast_possible_truncation,
        reason = "milliseconds of a year in this century"
    )]
    let start = (Date::utc(f64::from(*YEARS.start()), 0.0) / 1000.0) as i64;
    let days = i64::from(YEARS.end() - YEARS.start() + 1) * 366;
    let first = offset(&format, start)?;
    let (mut changes, mut before) = (Vec::new(), first);
    // Clocks change at most twice a year: a look every three weeks finds each, a bisection places it to the second.
    let step = 21 * DAY;
    let mut at = start;
    while at < start + days * DAY {
        let after = offset(&format, at + step)?;
        if after != before {
            changes.push((
                Instant::from_unix(bisect(&format, at, at + step, before)?)?,
                UtcOffset::new(after).ok()?,
            ));
            before = after;
        }
        at += step;
    }
    ZoneTable::new(name.to_owned(), UtcOffset::new(first).ok()?, changes).ok()
}

/// The first instant in `(low, high]` whose offset is no longer `before`.
fn bisect(format: &Intl::DateTimeFormat, mut low: i64, mut high: i64, before: i32) -> Option<i64> {
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if offset(format, middle)? == before {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(high)
}

fn formatter(name: &str) -> Option<Intl::DateTimeFormat> {
    let options = Object::new();
    let set = |key: &str, value: &str| {
        Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value)).ok()
    };
    set("timeZone", name)?;
    set("hourCycle", "h23")?;
    for part in ["year", "month", "day", "hour", "minute", "second"] {
        set(part, "numeric")?;
    }
    // The constructor throws on an unknown zone, which the binding cannot catch: ask the runtime through Reflect.
    let class = Reflect::get(&js_sys::global(), &JsValue::from_str("Intl")).ok()?;
    let class = Reflect::get(&class, &JsValue::from_str("DateTimeFormat")).ok()?;
    let arguments = Array::of2(&JsValue::from_str("en-US"), &options);
    Reflect::construct(&class.into(), &arguments)
        .ok()
        .map(wasm_bindgen::JsCast::unchecked_into)
}

/// Seconds east of UTC at an instant.
fn offset(format: &Intl::DateTimeFormat, at: i64) -> Option<i32> {
    #[allow(
        clippy::cast_precision_loss,
        reason = "seconds of this century are exact in a double"
    )]
    let date = Date::new(&JsValue::from_f64(at as f64 * 1000.0));
    let parts = format.format_to_parts(&date);
    let mut wall = [0_u32; 6];
    for part in parts.iter() {
        let text = |key: &str| {
            Reflect::get(&part, &JsValue::from_str(key))
                .ok()?
                .as_string()
        };
        let names = ["year", "month", "day", "hour", "minute", "second"];
        if let Some(slot) =
            text("type").and_then(|kind| names.iter().position(|name| *name == kind))
        {
            wall[slot] = text("value")?.parse().ok()?;
        }
    }
    let [year, month, day, hour, minute, second] = wall;
    let date = chrono::NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    let time = date.and_hms_opt(hour, minute, second)?;
    i32::try_from(time.and_utc().timestamp() - at).ok()
}
