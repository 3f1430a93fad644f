//! Civil dates, instants, time zones given as data, weekly service windows and measurement periods: to exact seconds.

mod clock;
mod convention;
mod day;
mod error;
mod hours_text;
mod hours_token;
mod hours_written;
mod instant;
mod interval;
mod period;
mod wall_time;
mod window;
mod zone;

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod worked_examples;

pub use chrono::{NaiveDate, Weekday};
pub use clock::ServiceClock;
pub use convention::Convention;
pub use day::{
    Holidays, days_after, days_before, format_day, months_after, months_before, parse_day,
};
pub use error::CalendarError;
pub use hours_text::HoursError;
pub(crate) use hours_written::WEEK;
pub use instant::Instant;
pub use interval::{Interval, IntervalSet};
pub use period::{MeasurementPeriod, local_days, period_bounds, period_days, period_length};
pub use wall_time::WallTime;
pub use window::{WeeklyWindow, WeeklyWindows, service_time};
pub use zone::{UtcOffset, ZoneTable};
