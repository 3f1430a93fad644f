//! What falls due, as a calendar file.

use super::view::library::{DateRow, dates};
use super::{Download, Model};
use crate::text::dates as text;
use engine::calendar::{WallTime, ZoneTable};
use engine::report::ics::{self, Calendar, Event, Reminder};

/// Days ahead on which a calendar reminds.
const REMINDERS: [u32; 2] = [30, 7];
/// The hour at which it does, in seconds of the day.
const AT: u32 = 9 * 3_600;

/// The dates of all clients, as a file for any calendar; `None` on a day that no calendar has.
pub(super) fn file(model: &Model) -> Option<Download> {
    let (today, words) = (model.today, model.words);
    let calendar = Calendar {
        program: ["-//SLA Gap//SLA Gap ", &model.version, "//EN"].concat(),
        name: words.fill(text::CALENDAR, &[("name", &model.brand.name)]),
        written: ZoneTable::utc().first_instant_of(today).ok()?,
        today,
        events: dates(model)
            .into_iter()
            .map(|row| event(model, &row))
            .collect(),
    };
    Some(Download::text(
        ["sla-gap-dates-", &today.to_string(), ".ics"].concat(),
        "text/calendar",
        ics::write(&calendar),
    ))
}

fn event(model: &Model, row: &DateRow) -> Event {
    let words = model.words;
    let what = words.get(row.what);
    let reminder = |days_before| {
        Some(Reminder {
            days_before,
            at: WallTime::from_second(AT)?,
        })
    };
    Event {
        // The same date of the same agreement keeps its place in a calendar that takes the file again.
        uid: ics::uid(&[&row.client, &row.agreement, row.kind], "sla-gap"),
        day: row.on,
        summary: words.fill(text::EVENT, &[("what", what), ("name", &row.name)]),
        description: words.fill(
            text::EVENT_ABOUT,
            &[
                ("agreement", &row.agreement_name),
                ("name", &model.brand.name),
            ],
        ),
        reminders: REMINDERS.into_iter().filter_map(reminder).collect(),
    }
}
