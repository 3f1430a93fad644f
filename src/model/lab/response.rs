//! The response clock: what was typed and chosen.

use super::Typed;
use crate::model::{Effect, Model};
use engine::agreement::SeverityLevel;
use engine::calendar::{WallTime, Weekday};
use engine::clocks::ResolutionFrom;
use engine::quantity::{DurationUnit, Seconds};

/// A change of an input.
#[derive(Clone, Debug, PartialEq)]
pub enum ResponseEvent {
    /// Another day of the report.
    Day(Weekday),
    /// A text was typed.
    Typed(ResponseField, String),
    /// Another severity.
    Severity(SeverityLevel),
    /// Another agreement on the first side, 0, or the second, 1.
    Side(usize, Side),
    /// The other reading of when a time to fix begins.
    From(ResolutionFrom),
    /// Another location, by its id; empty = the typical one.
    Location(String),
}

/// An input that is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResponseField {
    /// The time of the report.
    Time,
    /// How long after the report somebody answered.
    Answered,
    /// How long after the report it worked again.
    Fixed,
    /// How long after the report the clock was put on hold.
    HeldAfter,
    /// How long it was on hold.
    HeldFor,
}

/// Whose clocks run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Side {
    /// One of the client's agreements, by its id.
    Agreement(String),
    /// What this tool recommends.
    Baseline,
    /// An answer within four support hours, and no time to fix: the usual small print.
    Usual,
}

impl Side {
    /// Its name in lists.
    pub fn key(&self) -> String {
        match self {
            Self::Agreement(id) => ["agreement:", id].concat(),
            Self::Baseline => "baseline".to_owned(),
            Self::Usual => "usual".to_owned(),
        }
    }

    /// The side of that key.
    pub fn parse(key: &str) -> Option<Self> {
        match (key, key.split_once(':')) {
            ("baseline", _) => Some(Self::Baseline),
            ("usual", _) => Some(Self::Usual),
            (_, Some(("agreement", id))) => Some(Self::Agreement(id.to_owned())),
            _ => None,
        }
    }
}

/// The inputs. The default is the story that the usual small print survives.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// The day of the week on which it was reported.
    pub day: Weekday,
    /// The time of the day, in the client's zone.
    pub time: Typed<WallTime>,
    /// How bad it is.
    pub severity: SeverityLevel,
    /// The agreements that are compared; `None` = nobody has chosen.
    pub sides: [Option<Side>; 2],
    /// How long after the report somebody answered.
    pub answered: Typed<Seconds>,
    /// How long after the report it worked again.
    pub fixed: Typed<Seconds>,
    /// From when a time to fix counts.
    pub from: ResolutionFrom,
    /// The location that is struck, by its id; empty = the typical one.
    pub location: String,
    /// How long after the report the clock was put on hold, for the client's answer or for parts.
    pub held_after: Typed<Seconds>,
    /// How long it was on hold; nothing = not at all.
    pub held_for: Typed<Seconds>,
}

impl Default for Response {
    fn default() -> Self {
        let typed = |text: &str, hours: u64| Typed {
            text: text.to_owned(),
            value: Seconds::new(hours * 3_600),
        };
        Self {
            day: Weekday::Fri,
            time: Typed {
                text: "16:30".to_owned(),
                value: WallTime::parse("16:30").unwrap_or_default(),
            },
            severity: SeverityLevel::Critical,
            sides: [None, None],
            answered: typed("4 h", 4),
            fixed: typed("3 days", 72),
            from: ResolutionFrom::Report,
            location: String::new(),
            held_after: typed("1 h", 1),
            held_for: typed("0 h", 0),
        }
    }
}

/// A length of time after the report; a number alone counts hours.
///
/// # Errors
///
/// When the text is no duration.
pub fn parse_after(text: &str) -> Result<Seconds, engine::quantity::DurationError> {
    Seconds::parse_in(text, DurationUnit::Hour)
}

impl Model {
    pub(super) fn response_changed(&mut self, event: ResponseEvent) -> Vec<Effect> {
        let response = &mut self.lab.response;
        match event {
            ResponseEvent::Day(day) => response.day = day,
            ResponseEvent::Severity(level) => response.severity = level,
            ResponseEvent::From(from) => response.from = from,
            ResponseEvent::Location(id) => response.location = id,
            ResponseEvent::Side(at, side) => {
                if let Some(slot) = response.sides.get_mut(at) {
                    *slot = Some(side);
                }
            }
            ResponseEvent::Typed(ResponseField::Time, text) => {
                let time = WallTime::parse(&text).ok();
                response.time.take(text, time);
            }
            ResponseEvent::Typed(field, text) => {
                let time = parse_after(&text).ok();
                let typed = match field {
                    ResponseField::Time | ResponseField::Answered => &mut response.answered,
                    ResponseField::Fixed => &mut response.fixed,
                    ResponseField::HeldAfter => &mut response.held_after,
                    ResponseField::HeldFor => &mut response.held_for,
                };
                typed.take(text, time);
            }
        }
        Vec::new()
    }

    /// The side at this position: chosen, else the client's own agreement against what is recommended.
    pub fn response_side(&self, at: usize) -> Side {
        let chosen = self.lab.response.sides.get(at).cloned().flatten();
        let known = |side: &Side| match side {
            Side::Agreement(id) => self
                .open
                .client
                .agreements
                .iter()
                .any(|record| record.id == *id),
            Side::Baseline | Side::Usual => true,
        };
        chosen.filter(known).unwrap_or_else(|| {
            let own = self
                .record()
                .filter(|record| !record.agreement.severities.is_empty());
            match (at, own) {
                (0, Some(record)) => Side::Agreement(record.id.clone()),
                (0, None) => Side::Usual,
                _ => Side::Baseline,
            }
        })
    }
}
