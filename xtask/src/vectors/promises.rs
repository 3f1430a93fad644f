//! The ops about what an agreement promises: clocks and credits.

use anyhow::{Context, anyhow, bail};
use engine::agreement::{AvailabilityTier, CreditScheme, DowntimeTier, TimeLimit};
use engine::clocks::{ClockHours, PromiseClock};
use engine::credits::{CreditLadder, CreditTerms, GapReading, credit_due};
use engine::derivation::Sourced;
use engine::quantity::{Currency, ExactMoney, Fraction, Percent};
use serde_json::{Value, json};

use super::input;
use super::zones::Zones;

pub(super) fn clock(inputs: &Value, zones: &mut Zones) -> anyhow::Result<Value> {
    let (windows, holidays) = (input::windows(inputs)?, input::holidays(inputs)?);
    let pauses = input::intervals(inputs, "pauses")?;
    let clock = PromiseClock {
        start: input::instant(&inputs["reported"])?,
        hours: ClockHours {
            windows: &windows,
            zone: zones.table(input::text(inputs, "zone")?)?,
            holidays: &holidays,
        },
        pauses: &pauses,
    };
    let limit = TimeLimit::Time(input::seconds(inputs, "target_seconds")?);
    let done = input::instant(&inputs["done"])?;
    let due = clock.due(limit).instant().map(|due| due.to_string());
    Ok(json!({
        "due": due,
        "clock_seconds_at_done": clock.at(done).get(),
        "met": clock.is_met(limit, done),
    }))
}

pub(super) fn credit(inputs: &Value, _: &mut Zones) -> anyhow::Result<Value> {
    let scheme = scheme(inputs)?;
    let optional = |name: &str| -> anyhow::Result<Option<Percent>> {
        let given = !inputs[name].is_null();
        given.then(|| input::percent(inputs, name)).transpose()
    };
    let terms = CreditTerms {
        scheme: &scheme,
        target: optional("target_percent")?,
        cap: optional("cap_percent_of_fee")?,
        gaps: GapReading::default(),
    };
    let (service_time, downtime) = (
        input::seconds(inputs, "period_seconds")?,
        input::seconds(inputs, "downtime_seconds")?,
    );
    // An exact amount in no particular currency: the fee may have any decimals.
    let fee = ExactMoney::from_minor(input::fraction(inputs, "fee")?, Currency::USD);
    let due = credit_due(
        &terms,
        Sourced::computed(service_time),
        Sourced::typed(downtime),
        Sourced::agreed(fee),
    )?;
    let by_ladder = CreditLadder::new(&terms, service_time, &fee)?.credit(downtime.get())?;
    if by_ladder != due.value {
        bail!(
            "the ladder says {}, the rule {}",
            by_ladder.minor(),
            due.value.minor()
        );
    }
    Ok(json!({ "credit": due.value.minor().to_string() }))
}

fn scheme(inputs: &Value) -> anyhow::Result<CreditScheme> {
    let tiers = || input::list(inputs, "tiers").map(<[Value]>::iter);
    Ok(match input::text(inputs, "scheme")? {
        "by_availability" => {
            let tier = |tier: &Value| {
                anyhow::Ok(AvailabilityTier {
                    below: input::percent(tier, "below_percent")?,
                    down_to: None,
                    credit: input::percent(tier, "credit_percent")?,
                })
            };
            CreditScheme::ByAvailability(tiers()?.map(tier).collect::<anyhow::Result<_>>()?)
        }
        "by_downtime" => {
            let tier = |tier: &Value| {
                anyhow::Ok(DowntimeTier {
                    at_least: input::seconds(tier, "at_least_seconds")?,
                    credit: input::percent(tier, "credit_percent")?,
                })
            };
            CreditScheme::ByDowntime(tiers()?.map(tier).collect::<anyhow::Result<_>>()?)
        }
        "flat_on_breach" => CreditScheme::FlatOnBreach(input::percent(inputs, "credit_percent")?),
        "multiple_of_downtime" => CreditScheme::MultipleOfDowntime(hundredths(inputs)?),
        other => bail!("`{other}` is not a scheme of credits"),
    })
}

fn hundredths(inputs: &Value) -> anyhow::Result<u32> {
    let multiple = input::fraction(inputs, "multiple")?;
    multiple
        .checked_mul(&Fraction::whole(100))
        .filter(|hundredths| hundredths.denominator() == 1)
        .and_then(|hundredths| u32::try_from(hundredths.numerator()).ok())
        .ok_or_else(|| anyhow!("{multiple} is not a multiple in hundredths"))
        .context("`multiple`")
}
