//! The ops about what an agreement promises: clocks and credits.

use engine::agreement::TimeLimit;
use engine::clocks::{ClockHours, PromiseClock};
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
