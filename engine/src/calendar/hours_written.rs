//! Weekly hours in one line, the shortest form that is read back as the same hours.

use core::fmt;

use chrono::Weekday;

use super::hours_text::{NOON, in_week};
use super::{WallTime, WeeklyWindows};
use crate::order::in_order;

/// The days of a week in their order, with the names that files and typed hours use.
pub(crate) const WEEK: [(&str, Weekday); 7] = [
    ("Mon", Weekday::Mon),
    ("Tue", Weekday::Tue),
    ("Wed", Weekday::Wed),
    ("Thu", Weekday::Thu),
    ("Fri", Weekday::Fri),
    ("Sat", Weekday::Sat),
    ("Sun", Weekday::Sun),
];

/// The form that [`WeeklyWindows::parse`] reads back: `Mon-Thu 8:00-17:00, Fri 8:00-13:00`; empty without rows.
impl fmt::Display for WeeklyWindows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_always() {
            return f.write_str("24/7");
        }
        let mut rows = in_order(self.rows().to_vec(), in_week);
        rows.dedup();
        let hours_on = |day: Weekday| {
            rows.iter()
                .filter(move |row| row.day() == day)
                .map(|row| (row.from(), row.to()))
        };
        let (mut at, mut gap) = (0, "");
        while let Some((name, day)) = WEEK.get(at) {
            let last = (at..7)
                .take_while(|other| hours_on(WEEK[*other].1).eq(hours_on(*day)))
                .last()
                .unwrap_or(at);
            let mut hours = hours_on(*day).peekable();
            if hours.peek().is_some() {
                f.write_str(gap)?;
                f.write_str(name)?;
                if last > at {
                    f.write_str("-")?;
                    f.write_str(WEEK[last].0)?;
                }
                gap = " ";
                for (from, to) in hours {
                    f.write_str(gap)?;
                    write_hours(f, from, to)?;
                    gap = " and ";
                }
                gap = ", ";
            }
            at = last + 1;
        }
        Ok(())
    }
}

fn write_hours(f: &mut fmt::Formatter<'_>, from: WallTime, to: WallTime) -> fmt::Result {
    write_clock(f, from)?;
    f.write_str("-")?;
    write_clock(f, to)?;
    // Without the words it would be read as the afternoon.
    let afternoon =
        to <= from && to.second() >= 3_600 && to.second() <= NOON && from.second() / 3_600 <= 12;
    if afternoon {
        f.write_str(" next day")
    } else {
        Ok(())
    }
}

fn write_clock(f: &mut fmt::Formatter<'_>, time: WallTime) -> fmt::Result {
    let second = time.second();
    write!(f, "{}:{:02}", second / 3_600, second / 60 % 60)?;
    if second.is_multiple_of(60) {
        Ok(())
    } else {
        write!(f, ":{:02}", second % 60)
    }
}
