//! The inputs of a vector by name, each parsed as the engine parses it.

use anyhow::{Context, anyhow};
use engine::calendar::{
    Holidays, Instant, Interval, IntervalSet, NaiveDate, WallTime, Weekday, WeeklyWindow,
    WeeklyWindows, parse_day,
};
use engine::quantity::{Fraction, Percent, Seconds};
use serde_json::Value;

pub(super) fn text<'a>(inputs: &'a Value, name: &str) -> anyhow::Result<&'a str> {
    inputs[name]
        .as_str()
        .ok_or_else(|| anyhow!("`{name}` is not a text"))
}

pub(super) fn list<'a>(inputs: &'a Value, name: &str) -> anyhow::Result<&'a [Value]> {
    inputs[name]
        .as_array()
        .map(Vec::as_slice)
        .ok_or_else(|| anyhow!("`{name}` is not a list"))
}

/// A whole number, zero or more, as a number or as text.
pub(super) fn whole(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.parse().ok())
}

pub(super) fn number<T: TryFrom<u64>>(inputs: &Value, name: &str) -> anyhow::Result<T> {
    whole(&inputs[name])
        .and_then(|number| T::try_from(number).ok())
        .ok_or_else(|| anyhow!("`{name}` is not a whole number in range"))
}

pub(super) fn seconds(inputs: &Value, name: &str) -> anyhow::Result<Seconds> {
    number(inputs, name).map(Seconds::new)
}

pub(super) fn percent(inputs: &Value, name: &str) -> anyhow::Result<Percent> {
    let number = inputs[name].as_number().map(ToString::to_string);
    let text = number.as_deref().map_or_else(|| text(inputs, name), Ok)?;
    Percent::parse(text).with_context(|| format!("`{name}`"))
}

/// An exact number, as a number or as text.
pub(super) fn fraction(inputs: &Value, name: &str) -> anyhow::Result<Fraction> {
    let number = inputs[name].as_number().map(ToString::to_string);
    let text = number.as_deref().map_or_else(|| text(inputs, name), Ok)?;
    text.parse().with_context(|| format!("`{name}`"))
}

/// A number in floating point, as a number or as text.
pub(super) fn floating(inputs: &Value, name: &str) -> anyhow::Result<f64> {
    let value = &inputs[name];
    value
        .as_f64()
        .or_else(|| value.as_str()?.parse().ok())
        .ok_or_else(|| anyhow!("`{name}` is not a number"))
}

pub(super) fn day(inputs: &Value, name: &str) -> anyhow::Result<NaiveDate> {
    parse_day(text(inputs, name)?).with_context(|| format!("`{name}`"))
}

pub(super) fn holidays(inputs: &Value) -> anyhow::Result<Holidays> {
    let day = |value: &Value| {
        Ok(parse_day(
            value
                .as_str()
                .ok_or_else(|| anyhow!("a holiday is not a text"))?,
        )?)
    };
    list(inputs, "holidays")?.iter().map(day).collect()
}

/// Rows of weekday, from and to; null is all the time.
pub(super) fn windows(inputs: &Value) -> anyhow::Result<WeeklyWindows> {
    if inputs.get("windows").is_some_and(Value::is_null) {
        return Ok(WeeklyWindows::always());
    }
    let row = |row: &Value| {
        let name = text(row, "day")?;
        let day: Weekday = name
            .parse()
            .map_err(|_| anyhow!("`{name}` is not a weekday"))?;
        let time = |name| WallTime::parse(text(row, name)?).with_context(|| format!("`{name}`"));
        Ok(WeeklyWindow::new(day, time("from")?, time("to")?)?)
    };
    list(inputs, "windows")?.iter().map(row).collect()
}

/// A list of pairs of seconds from the start of a period, clipped to it.
pub(super) fn outages(value: &Value, period: Interval) -> anyhow::Result<IntervalSet> {
    let outage = |pair: &Value| {
        let end = |position: usize| pair[position].as_i64().and_then(Instant::from_unix);
        let (start, end) = end(0)
            .zip(end(1))
            .ok_or_else(|| anyhow!("{pair} is not a pair of seconds"))?;
        Ok(Interval::new(start, end)?)
    };
    let outages = value
        .as_array()
        .ok_or_else(|| anyhow!("the outages of a location are not a list"))?;
    let set: IntervalSet = outages.iter().map(outage).collect::<anyhow::Result<_>>()?;
    Ok(set.clip(&period))
}

/// The instant that a text names.
pub(super) fn instant(value: &Value) -> anyhow::Result<Instant> {
    let text = value
        .as_str()
        .ok_or_else(|| anyhow!("{value} is not an instant"))?;
    Ok(Instant::parse(text)?)
}

/// A list of pairs of instants.
pub(super) fn intervals(inputs: &Value, name: &str) -> anyhow::Result<IntervalSet> {
    let pair = |pair: &Value| Ok(Interval::new(instant(&pair[0])?, instant(&pair[1])?)?);
    list(inputs, name)?.iter().map(pair).collect()
}
