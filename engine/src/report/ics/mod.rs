//! Dates for calendars (RFC 5545): whole days, with reminders before them.

use chrono::{Datelike, NaiveDate};

use crate::calendar::{Instant, WallTime, days_after, days_before, format_day};
use crate::report::text::clean;

/// The octets that a line may have, without its end.
const LINE: usize = 75;

/// The days of a calendar file, and when it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The program that writes it, as the format asks for it: `-//owner//product//language`.
    pub program: String,
    /// What the calendar is called; empty = not said.
    pub name: String,
    /// When it is written.
    pub written: Instant,
    /// The day it is written: reminders before it are left out.
    pub today: NaiveDate,
    /// The days.
    pub events: Vec<Event>,
}

/// One day to be remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// What it is recognized by when it is imported again; see [`uid`].
    pub uid: String,
    /// The day. One outside the years 0 to 9999 cannot be written, and the event is left out.
    pub day: NaiveDate,
    /// What it is, in a few words.
    pub summary: String,
    /// More about it; empty = nothing.
    pub description: String,
    /// The reminders.
    pub reminders: Vec<Reminder>,
}

/// A reminder some days before a day, at a time of day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reminder {
    /// How many days before; 0 = on the day.
    pub days_before: u32,
    /// The time of that day.
    pub at: WallTime,
}

/// An identity made of stable ids and the domain that gives them, the same for the same ids and different for others.
pub fn uid(ids: &[&str], domain: &str) -> String {
    let mut uid = String::new();
    for (at, id) in ids.iter().enumerate() {
        if at > 0 {
            uid.push('.');
        }
        for byte in id.bytes() {
            if byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_' {
                uid.push(char::from(byte));
            } else {
                add!(uid, "%{byte:02X}");
            }
        }
    }
    format!("{uid}@{domain}")
}

/// The file of a calendar.
pub fn write(calendar: &Calendar) -> String {
    let mut lines = Lines::default();
    lines.line("BEGIN:VCALENDAR");
    lines.line("VERSION:2.0");
    lines.text("PRODID", &calendar.program);
    lines.line("CALSCALE:GREGORIAN");
    lines.line("METHOD:PUBLISH");
    if !calendar.name.is_empty() {
        lines.text("NAME", &calendar.name);
        // What most programs read instead.
        lines.text("X-WR-CALNAME", &calendar.name);
    }
    let written: String = calendar.written.to_string().replace(['-', ':'], "");
    for event in &calendar.events {
        if (0..=9999).contains(&event.day.year()) {
            push_event(&mut lines, event, &written, calendar.today);
        }
    }
    lines.line("END:VCALENDAR");
    lines.out
}

fn push_event(lines: &mut Lines, event: &Event, written: &str, today: NaiveDate) {
    lines.line("BEGIN:VEVENT");
    lines.text("UID", &event.uid);
    lines.line(&format!("DTSTAMP:{written}"));
    lines.line(&format!("DTSTART;VALUE=DATE:{}", date(event.day)));
    // The end is not part of it. Without one it lasts that one day, too.
    if let Some(next) = days_after(event.day, 1).filter(|next| next.year() <= 9999) {
        lines.line(&format!("DTEND;VALUE=DATE:{}", date(next)));
    }
    lines.text("SUMMARY", &event.summary);
    if !event.description.is_empty() {
        lines.text("DESCRIPTION", &event.description);
    }
    // A date to remember makes nobody busy.
    lines.line("TRANSP:TRANSPARENT");
    for reminder in &event.reminders {
        if days_before(event.day, reminder.days_before).is_some_and(|day| day >= today) {
            lines.line("BEGIN:VALARM");
            lines.line("ACTION:DISPLAY");
            lines.text("DESCRIPTION", &event.summary);
            lines.line(&format!("TRIGGER:{}", trigger(*reminder)));
            lines.line("END:VALARM");
        }
    }
    lines.line("END:VEVENT");
}

fn date(day: NaiveDate) -> String {
    format_day(day).replace('-', "")
}

/// How far from the start of the day the reminder lies.
fn trigger(reminder: Reminder) -> String {
    let offset = i64::from(reminder.at.second()) - i64::from(reminder.days_before) * 86_400;
    let sign = if offset < 0 { "-" } else { "" };
    let (days, rest) = (
        offset.unsigned_abs() / 86_400,
        offset.unsigned_abs() % 86_400,
    );
    let (hours, minutes, seconds) = (rest / 3_600, rest / 60 % 60, rest % 60);
    let mut text = format!("{sign}P");
    if days > 0 {
        add!(text, "{days}D");
    }
    // The grammar wants each unit down to the last one that counts.
    match (hours, minutes, seconds) {
        (0, 0, 0) if days > 0 => {}
        (_, 0, 0) => add!(text, "T{hours}H"),
        (_, _, 0) => add!(text, "T{hours}H{minutes}M"),
        _ => add!(text, "T{hours}H{minutes}M{seconds}S"),
    }
    text
}

/// Lines of a calendar file in the making.
#[derive(Default)]
struct Lines {
    out: String,
}

impl Lines {
    /// A property with words as its value.
    fn text(&mut self, name: &str, text: &str) {
        let mut line = format!("{name}:");
        for c in clean(text).chars() {
            match c {
                '\n' => line.push_str("\\n"),
                '\\' | ';' | ',' => line.extend(['\\', c]),
                c => line.push(c),
            }
        }
        self.line(&line);
    }

    /// A line, folded where it is too long, but never inside a character.
    fn line(&mut self, line: &str) {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > LINE {
                self.out.push_str("\r\n ");
                length = 1;
            }
            self.out.push(c);
            length += c.len_utf8();
        }
        self.out.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests;
