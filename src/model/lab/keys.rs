//! The names that periods and windows have in lists and in the content.

use super::{Period, Window};
use engine::calendar::Convention;

impl Period {
    /// The calendar's periods and those counted in days; the named lengths come from [`Convention::ALL`].
    pub const OTHERS: [Self; 5] = [
        Self::CalendarMonth,
        Self::CalendarQuarter,
        Self::CalendarYear,
        Self::Days,
        Self::RollingDays,
    ];

    /// Its name in lists and in the content.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Fixed(convention) => convention.key(),
            Self::CalendarMonth => "period-calendar-month",
            Self::CalendarQuarter => "period-calendar-quarter",
            Self::CalendarYear => "period-calendar-year",
            Self::Days => "period-days",
            Self::RollingDays => "period-rolling-days",
        }
    }

    /// The period of that key.
    pub fn parse(key: &str) -> Option<Self> {
        let fixed = Convention::ALL.into_iter().map(Self::Fixed);
        fixed.chain(Self::OTHERS).find(|period| period.key() == key)
    }
}

impl Window {
    /// Its name in lists.
    pub fn key(&self) -> String {
        match self {
            Self::AroundTheClock => "always".to_owned(),
            Self::OpeningHours => "opening".to_owned(),
            Self::SupportHours => "support".to_owned(),
            Self::Template(id) => ["template:", id].concat(),
            Self::Agreed(id) => ["service:", id].concat(),
            Self::Typed => "typed".to_owned(),
        }
    }

    /// The window of that key.
    pub fn parse(key: &str) -> Option<Self> {
        match (key, key.split_once(':')) {
            ("always", _) => Some(Self::AroundTheClock),
            ("opening", _) => Some(Self::OpeningHours),
            ("support", _) => Some(Self::SupportHours),
            ("typed", _) => Some(Self::Typed),
            (_, Some(("template", id))) => Some(Self::Template(id.to_owned())),
            (_, Some(("service", id))) => Some(Self::Agreed(id.to_owned())),
            _ => None,
        }
    }
}
