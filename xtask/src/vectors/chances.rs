//! The ops about chances: what parts come to together, and how probable an outcome is.

use anyhow::{anyhow, bail};
use engine::composition::{self, Part};
use engine::quantity::Percent;
use serde_json::{Value, json};

use super::input;
use super::zones::Zones;

pub(super) fn composition(inputs: &Value, _: &mut Zones) -> anyhow::Result<Value> {
    let availability = composition::availability(&part(&inputs["tree"])?)?;
    let period = input::seconds(inputs, "period_seconds")?;
    let downtime = composition::expected_downtime(period, &availability);
    Ok(json!({
        "availability": availability.to_string(),
        "expected_downtime_seconds": downtime.to_string(),
    }))
}

/// A percentage, or an object with one group.
fn part(value: &Value) -> anyhow::Result<Part> {
    let parts = |value: &Value| -> anyhow::Result<Vec<Part>> {
        let list = value
            .as_array()
            .ok_or_else(|| anyhow!("{value} is not a list of parts"))?;
        list.iter().map(part).collect()
    };
    match value {
        Value::String(percent) => Ok(Part::Single(Percent::parse(percent)?)),
        Value::Number(percent) => Ok(Part::Single(Percent::parse(&percent.to_string())?)),
        Value::Object(group) => match group.iter().next() {
            Some((kind, of)) if kind == "series" => Ok(Part::Series(parts(of)?)),
            Some((kind, of)) if kind == "parallel" => Ok(Part::Parallel(parts(of)?)),
            Some((kind, of)) if kind == "at_least" => Ok(Part::AtLeast {
                needed: input::number(of, "k")?,
                of: parts(&of["of"])?,
            }),
            _ => bail!("{value} is not a group of parts"),
        },
        _ => bail!("{value} is not a part"),
    }
}
