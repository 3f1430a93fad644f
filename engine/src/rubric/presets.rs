//! Ready-made values: opening hours, published service levels, services.

use chrono::{NaiveDate, Weekday};

/// One stretch of opening hours.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OpenWindow {
    /// The day on which it begins.
    pub day: Weekday,
    /// Minutes after midnight, 0 to 1439.
    pub from: u16,
    /// Minutes after midnight, 0 to 1439; not later than `from` means on the next day, so equal means around the clock.
    pub to: u16,
}

/// A template of a week's opening hours.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OpeningHours {
    /// Stable id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// The week.
    pub windows: Vec<OpenWindow>,
}

/// A service level that somebody has published, as an example.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PublishedLevel {
    /// Stable id.
    pub id: String,
    /// What it is for and of which year, without the firm's name.
    pub title: String,
    /// The availability target in percent: decimal digits, at most six after the point, more than 0 and at most 100.
    pub target_percent: String,
    /// The measurement period, such as `calendar-month`.
    pub period: String,
    /// What is counted.
    pub counting: String,
    /// Credits, claims and what else to know.
    pub note: String,
    /// The day of the text.
    pub dated: NaiveDate,
    /// Where it was seen.
    pub url: String,
}

/// A service that an agreement may cover.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ServicePreset {
    /// Stable id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// When it works.
    pub definition: String,
    /// How that is measured.
    pub measurement: String,
}

/// Ready-made values.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Presets {
    /// Templates of opening hours.
    pub opening_hours: Vec<OpeningHours>,
    /// Published service levels.
    pub published: Vec<PublishedLevel>,
    /// Services.
    pub services: Vec<ServicePreset>,
}
