//! The values that fields propose.

use super::super::{organization, read};
use crate::model::Model;
use engine::calendar::{WallTime, WeeklyWindow, WeeklyWindows};
use engine::rubric::OpeningHours;

/// The values that fields propose: the id of each list, and its values with their names.
pub fn proposals(model: &Model) -> [(&'static str, Vec<(String, String)>); 2] {
    let presets = model
        .catalogue
        .ready()
        .map(|catalogue| catalogue.presets().opening_hours.as_slice())
        .unwrap_or_default();
    let hours = presets
        .iter()
        .map(|template| (template_text(template), template.title.clone()))
        .collect();
    let zones = read::zone_names()
        .map(|name| (name.to_owned(), String::new()))
        .collect();
    [
        (organization::HOURS_LIST, hours),
        (organization::ZONES_LIST, zones),
    ]
}

/// The hours of a template as a person would type them; a week without a gap is around the clock.
fn template_text(template: &OpeningHours) -> String {
    let time = |minutes: u16| WallTime::from_second(u32::from(minutes) * 60);
    let row = |of: &engine::rubric::OpenWindow| {
        WeeklyWindow::new(of.day, time(of.from)?, time(of.to)?).ok()
    };
    let hours: WeeklyWindows = template.windows.iter().filter_map(row).collect();
    let hours = if hours.per_week() == engine::quantity::Seconds::WEEK {
        WeeklyWindows::always()
    } else {
        hours
    };
    hours.to_string()
}
