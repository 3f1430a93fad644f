//! The ops about chances: what parts come to together, and how probable an outcome is.

use anyhow::{anyhow, bail};
use engine::composition::{self, Part};
use engine::probability::{Repair, at_least_one, total_longer};
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

/// Seconds to which rates per 365 days are reckoned.
const YEAR: f64 = 365.0 * 86_400.0;

pub(super) fn probability(inputs: &Value, _: &mut Zones) -> anyhow::Result<Value> {
    let question = input::text(inputs, "question")?;
    // What follows a semicolon says more of the same question.
    match question.split(';').next().unwrap_or_default().trim() {
        "one repair lasts longer" => {
            let repair = repair(&inputs["repair"])?;
            let p = repair.survival(input::floating(inputs, "seconds")?);
            let mut outputs = json!({ "p": p, "mean_seconds": repair.mean() });
            if let Repair::Weibull { scale, .. } = repair {
                outputs["scale_seconds"] = json!(scale);
            }
            Ok(outputs)
        }
        "at least one of n" => {
            let each = input::floating(inputs, "p_each")?;
            Ok(json!({ "p": at_least_one(each, input::number(inputs, "n")?) }))
        }
        "downtime in one period exceeds the allowance" => {
            let Repair::Exponential { mean } = repair(&inputs["repair"])? else {
                bail!("only exponential repairs have a closed form");
            };
            let expected = input::floating(inputs, "outages_per_365_days")?
                * input::floating(inputs, "period_seconds")?
                / YEAR;
            let p = total_longer(expected, mean, input::floating(inputs, "seconds")?);
            Ok(json!({ "p": p.ok_or_else(|| anyhow!("the numbers are out of range"))? }))
        }
        _ => bail!("`{question}` is not a question about probability"),
    }
}

fn repair(value: &Value) -> anyhow::Result<Repair> {
    let of = |kind: &str| value.get(kind);
    if let Some(given) = of("exponential") {
        return Ok(Repair::exponential(input::floating(
            given,
            "mean_seconds",
        )?)?);
    }
    if let Some(given) = of("lognormal") {
        let median = input::floating(given, "median_seconds")?;
        return Ok(Repair::lognormal(median, input::floating(given, "sigma")?)?);
    }
    let given = of("weibull").ok_or_else(|| anyhow!("{value} is not a repair time"))?;
    let shape = input::floating(given, "shape")?;
    Ok(if given.get("scale_seconds").is_some() {
        Repair::weibull(shape, input::floating(given, "scale_seconds")?)?
    } else {
        Repair::weibull_with_mean(shape, input::floating(given, "mean_seconds")?)?
    })
}
