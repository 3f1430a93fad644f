//! One mapping for each op, from its inputs through the engine to its outputs.

use std::num::NonZeroU32;

use anyhow::{anyhow, bail};
use engine::availability::{self, Counting, LocationLimit};
use engine::calendar::{self, MeasurementPeriod};
use engine::derivation::Sourced;
use engine::quantity::{Fraction, Percent, Seconds};
use serde_json::{Value, json};

use super::zones::Zones;
use super::{chances, counted, input, promises};

/// What computes the outputs of an op.
pub(super) type Run = fn(&Value, &mut Zones) -> anyhow::Result<Value>;

/// The mapping of an op, if there is one.
pub(super) fn of(op: &str) -> Option<Run> {
    Some(match op {
        "allowance" => allowance,
        "availability" => attained,
        "period" => period,
        "service_time" => service_time,
        "dates" => dates,
        "downtime" => counted::downtime,
        "locations" => counted::locations,
        "worst_outage" => worst_outage,
        "clock" => promises::clock,
        "credit" => promises::credit,
        "composition" => chances::composition,
        "probability" => chances::probability,
        _ => return None,
    })
}

/// How far a number may be from the expected one, as a part of it; `None` where it is exact.
pub(super) fn tolerance(op: &str) -> Option<f64> {
    (op == "probability").then_some(1e-9)
}

fn allowance(inputs: &Value, _: &mut Zones) -> anyhow::Result<Value> {
    let (period, target) = (
        input::seconds(inputs, "period_seconds")?,
        input::percent(inputs, "target_percent")?,
    );
    let probe = |value: &Value| {
        input::whole(value)
            .map(Seconds::new)
            .ok_or_else(|| anyhow!("{value} is not a probe in seconds"))
    };
    let met = |downtime: Seconds| availability::is_met(period, target, downtime);
    let verdicts = input::list(inputs, "probe_seconds")?
        .iter()
        .map(|value| probe(value).map(met))
        .collect::<anyhow::Result<Vec<_>>>()?;
    let (period, target) = (Sourced::typed(period), Sourced::agreed(target));
    Ok(json!({
        "allowance_seconds": availability::allowance(period, target).value.to_string(),
        "largest_compliant_whole_second": availability::largest_compliant_second(period, target).value.get(),
        "met": verdicts,
    }))
}

fn attained(inputs: &Value, _: &mut Zones) -> anyhow::Result<Value> {
    let [period, downtime] = ["period_seconds", "downtime_seconds"]
        .map(|name| input::seconds(inputs, name).map(Sourced::typed));
    Ok(json!({ "availability": availability::attained(period?, downtime?)?.value.to_string() }))
}

fn period(inputs: &Value, zones: &mut Zones) -> anyhow::Result<Value> {
    let zone = zones.table(input::text(inputs, "zone")?)?;
    let containing = |period| {
        anyhow::Ok(calendar::period_bounds(
            period,
            zone,
            input::day(inputs, "containing_day")?,
        )?)
    };
    let bounds = match input::text(inputs, "kind")? {
        "days" => {
            let (anchor, days) = (
                input::day(inputs, "first_day")?,
                input::number(inputs, "days")?,
            );
            match NonZeroU32::new(days) {
                Some(days) => {
                    calendar::period_bounds(MeasurementPeriod::Days { anchor, days }, zone, anchor)?
                }
                None => calendar::local_days(zone, anchor, 0)?,
            }
        }
        "month" => containing(MeasurementPeriod::CalendarMonth)?,
        "quarter" => containing(MeasurementPeriod::Quarter)?,
        "year" => containing(MeasurementPeriod::Year)?,
        other => bail!("`{other}` is not a kind of period"),
    };
    Ok(
        json!({ "start": bounds.start().to_string(), "end": bounds.end().to_string(), "seconds": bounds.length().get() }),
    )
}

fn service_time(inputs: &Value, zones: &mut Zones) -> anyhow::Result<Value> {
    let zone = zones.table(input::text(inputs, "zone")?)?;
    let range = calendar::local_days(
        zone,
        input::day(inputs, "first_day")?,
        input::number(inputs, "days")?,
    )?;
    let (windows, holidays) = (input::windows(inputs)?, input::holidays(inputs)?);
    Ok(
        json!({ "seconds": calendar::service_time(&Sourced::agreed(&windows), range, zone, &holidays).value.get() }),
    )
}

fn dates(inputs: &Value, _: &mut Zones) -> anyhow::Result<Value> {
    let (day, count) = (input::day(inputs, "day")?, input::number(inputs, "count")?);
    let found = match input::text(inputs, "rule")? {
        "days_after" => calendar::days_after(day, count),
        "days_before" => calendar::days_before(day, count),
        "months_after" => calendar::months_after(day, count),
        "months_before" => calendar::months_before(day, count),
        other => bail!("`{other}` is not a rule for dates"),
    };
    let found = found.ok_or_else(|| anyhow!("the day is past the end of the calendar"))?;
    Ok(json!({ "day": calendar::format_day(found) }))
}

fn worst_outage(inputs: &Value, _: &mut Zones) -> anyhow::Result<Value> {
    let target = input::percent(inputs, "target_percent")?;
    let periods = (
        input::seconds(inputs, "period_seconds")?,
        input::seconds(inputs, "next_period_seconds")?,
    );
    let locations = NonZeroU32::new(input::number(inputs, "locations")?)
        .ok_or_else(|| anyhow!("there are no locations"))?;
    let (each_inside, each_across) = inside_and_across(Counting::EachLocation, periods, target)?;
    let (average_inside, average_across) =
        inside_and_across(Counting::Average { locations }, periods, target)?;
    Ok(json!({
        "each": { "inside_one_period": seconds_of(&each_inside)?, "across_the_boundary": each_across.to_string() },
        "average": {
            "one_location_inside_one_period": seconds_of(&average_inside)?,
            "whole_period_may_be_down": matches!(average_inside, LocationLimit::WholePeriod(_)),
            "one_location_across_the_boundary": average_across.to_string(),
        },
    }))
}

fn inside_and_across(
    counting: Counting,
    periods: (Seconds, Seconds),
    target: Percent,
) -> anyhow::Result<(LocationLimit, Fraction)> {
    let limit = |period| {
        availability::most_at_one_location(
            Sourced::typed(period),
            Sourced::agreed(target),
            Sourced::agreed(counting),
        )
        .value
    };
    let (first, next) = (limit(periods.0), limit(periods.1));
    let across = availability::across_the_boundary(&first, &next)
        .ok_or_else(|| anyhow!("the outage is unbounded"))?;
    Ok((first, across))
}

fn seconds_of(limit: &LocationLimit) -> anyhow::Result<String> {
    limit
        .seconds()
        .map(|seconds| seconds.to_string())
        .ok_or_else(|| anyhow!("the outage is unbounded"))
}
