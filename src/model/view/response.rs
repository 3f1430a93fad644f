//! The response clock: two agreements, one incident, and what each asks for.

mod chart;
mod derived;
mod hours;
mod side;

pub use chart::{Bar, Chart, Row};
pub use side::{Fact, SideView, Verdict};

use crate::format;
use crate::model::lab::{Response, ResponseEvent, ResponseField, Side, parse_after};
use crate::model::{Event, Model, lab::LabEvent};
use crate::text::response as text;
use crate::words::{Text, Words};
use engine::agreement::{Location, SeverityLevel};
use engine::calendar::{WallTime, Weekday, ZoneTable};
use engine::clocks::ResolutionFrom;
use engine::quantity::Seconds;
use hours::Hours;

/// A field that is typed.
pub struct Field {
    /// Which.
    pub field: ResponseField,
    /// Its id.
    pub id: &'static str,
    /// What is asked for.
    pub label: &'static str,
    /// More about it.
    pub hint: &'static str,
    /// What stands in it.
    pub value: String,
    /// What is wrong with it; empty = nothing.
    pub error: String,
}

/// A list to choose from.
pub struct List {
    /// Its id.
    pub id: &'static str,
    /// What is chosen.
    pub label: &'static str,
    /// Key and name of each.
    pub options: Vec<(String, String)>,
    /// The chosen key.
    pub chosen: String,
    /// The event of a key.
    pub event: fn(&str) -> Option<ResponseEvent>,
}

/// An input.
pub enum Control {
    /// To choose from.
    List(List),
    /// To type.
    Field(Field),
}

impl Control {
    /// Its id.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::List(list) => list.id,
            Self::Field(field) => field.id,
        }
    }
}

/// The screen.
pub struct View {
    /// What can be typed and chosen, in the order of the story.
    pub controls: Vec<Control>,
    /// The picture and what it says; absent where the moment lies too far away.
    pub chart: Option<Chart>,
    /// The agreements.
    pub sides: Vec<SideView>,
    /// Whose times these are.
    pub zone: String,
}

/// The event that a change of the response clock is.
pub fn event(event: ResponseEvent) -> Event {
    Event::Lab(LabEvent::Response(event))
}

/// The screen as it is shown.
pub fn view(model: &Model) -> View {
    let words = model.words;
    let hours = Hours::of(model);
    let sides: Vec<SideView> = match &hours {
        Some(hours) => (0..2).map(|at| side::side(model, hours, at)).collect(),
        None => Vec::new(),
    };
    let zone = hours
        .as_ref()
        .filter(|hours| hours.zone != ZoneTable::utc());
    let zone = match zone {
        Some(hours) => words.fill(text::ZONE, &[("zone", hours.zone.name())]),
        None => words.get(text::ZONE_NONE).to_owned(),
    };
    View {
        controls: controls(model),
        chart: hours.map(|hours| chart::chart(model, &hours, &sides)),
        sides,
        zone,
    }
}

const DAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

const LEVELS: [(SeverityLevel, &str, Text); 4] = [
    (SeverityLevel::Critical, "critical", text::LEVEL_CRITICAL),
    (SeverityLevel::High, "high", text::LEVEL_HIGH),
    (SeverityLevel::Normal, "normal", text::LEVEL_NORMAL),
    (SeverityLevel::Low, "low", text::LEVEL_LOW),
];

fn day_key(day: Weekday) -> String {
    day.num_days_from_monday().to_string()
}

fn controls(model: &Model) -> Vec<Control> {
    let [day, severity, first, second, from] = lists(model).map(Control::List);
    let [time, answered, fixed, held_after, held_for] =
        fields(model.words, &model.lab.response).map(Control::Field);
    let mut all = vec![day, time, severity, answered, fixed, held_for];
    if model.lab.response.held_for.value > Seconds::ZERO {
        all.push(held_after);
    }
    all.extend([first, second, from]);
    // Who has named no location has only the typical one.
    if let Some(list) = locations(model) {
        all.insert(2, Control::List(list));
    }
    all
}

fn lists(model: &Model) -> [List; 5] {
    let (words, response) = (model.words, &model.lab.response);
    let names = words.get(crate::text::formats::WEEKDAYS).split(' ');
    let owned = |(key, name): (&str, Text)| (key.to_owned(), words.get(name).to_owned());
    let level = LEVELS
        .iter()
        .find(|(level, ..)| *level == response.severity);
    let from_report = response.from == ResolutionFrom::Report;
    let side = |at: usize, id, label, event| List {
        id,
        label: words.get(label),
        options: side_options(model),
        chosen: model.response_side(at).key(),
        event,
    };
    [
        List {
            id: "clock-day",
            label: words.get(text::DAY),
            options: DAYS
                .into_iter()
                .map(day_key)
                .zip(names.map(str::to_owned))
                .collect(),
            chosen: day_key(response.day),
            event: |key| {
                let day = DAYS.into_iter().find(|day| day_key(*day) == key)?;
                Some(ResponseEvent::Day(day))
            },
        },
        List {
            id: "clock-severity",
            label: words.get(text::SEVERITY),
            options: LEVELS
                .iter()
                .map(|(_, key, name)| owned((key, *name)))
                .collect(),
            chosen: level
                .map(|(_, key, _)| (*key).to_owned())
                .unwrap_or_default(),
            event: |key| {
                let level = LEVELS.iter().find(|(_, known, _)| *known == key)?;
                Some(ResponseEvent::Severity(level.0))
            },
        },
        side(0, "clock-first", text::FIRST, |key| {
            Some(ResponseEvent::Side(0, Side::parse(key)?))
        }),
        side(1, "clock-second", text::SECOND, |key| {
            Some(ResponseEvent::Side(1, Side::parse(key)?))
        }),
        List {
            id: "clock-from",
            label: words.get(text::FROM),
            options: [
                ("report", text::FROM_REPORT),
                ("response", text::FROM_RESPONSE),
            ]
            .map(owned)
            .to_vec(),
            chosen: if from_report { "report" } else { "response" }.to_owned(),
            event: |key| match key {
                "report" => Some(ResponseEvent::From(ResolutionFrom::Report)),
                "response" => Some(ResponseEvent::From(ResolutionFrom::Response)),
                _ => None,
            },
        },
    ]
}

/// The locations with hours of their own.
fn locations(model: &Model) -> Option<List> {
    let words = model.words;
    let named = model.open.client.organization.locations.named();
    let option = |(at, location): (usize, &Location)| {
        let name = match location.name.trim() {
            "" => words.fill(text::LOCATION_UNNAMED, &[("n", &(at + 1).to_string())]),
            name => name.to_owned(),
        };
        (location.id.clone(), name)
    };
    let typical = words.get(text::LOCATION_TYPICAL).to_owned();
    let known = named.iter().any(|of| of.id == model.lab.response.location);
    (!named.is_empty()).then(|| List {
        id: "clock-location",
        label: words.get(text::LOCATION),
        options: std::iter::once((String::new(), typical))
            .chain(named.iter().enumerate().map(option))
            .collect(),
        chosen: if known {
            model.lab.response.location.clone()
        } else {
            String::new()
        },
        event: |key| Some(ResponseEvent::Location(key.to_owned())),
    })
}

fn side_options(model: &Model) -> Vec<(String, String)> {
    let words = model.words;
    let mut options: Vec<(String, String)> = model
        .open
        .client
        .agreements
        .iter()
        .map(|record| {
            let side = Side::Agreement(record.id.clone());
            (
                side.key(),
                side::agreement_name(words, &record.agreement.name),
            )
        })
        .collect();
    for (side, name) in [
        (Side::Baseline, text::SIDE_BASELINE),
        (Side::Usual, text::SIDE_USUAL),
    ] {
        options.push((side.key(), words.get(name).to_owned()));
    }
    options
}

fn fields(words: Words, response: &Response) -> [Field; 5] {
    let wrong = |pattern: Text, bad: bool, value: &str| {
        if bad {
            words.fill(pattern, &[("value", value)])
        } else {
            String::new()
        }
    };
    let after = |field, id, label: Text, hint: Text, typed: &str| Field {
        field,
        id,
        label: words.get(label),
        hint: words.get(hint),
        value: typed.to_owned(),
        error: wrong(text::ERROR_AFTER, parse_after(typed).is_err(), typed),
    };
    let time = &response.time.text;
    [
        Field {
            field: ResponseField::Time,
            id: "clock-time",
            label: words.get(text::TIME),
            hint: words.get(text::TIME_HINT),
            value: time.clone(),
            error: wrong(text::ERROR_TIME, WallTime::parse(time).is_err(), time),
        },
        after(
            ResponseField::Answered,
            "clock-answered",
            text::ANSWERED,
            text::ANSWERED_HINT,
            &response.answered.text,
        ),
        after(
            ResponseField::Fixed,
            "clock-fixed",
            text::FIXED,
            text::FIXED_HINT,
            &response.fixed.text,
        ),
        after(
            ResponseField::HeldAfter,
            "clock-held-after",
            text::HELD_AFTER,
            text::HELD_AFTER_HINT,
            &response.held_after.text,
        ),
        after(
            ResponseField::HeldFor,
            "clock-held-for",
            text::HELD_FOR,
            text::HELD_FOR_HINT,
            &response.held_for.text,
        ),
    ]
}

/// The story in one sentence: which agreement it keeps.
fn finding(model: &Model, sides: &[SideView]) -> String {
    let (words, response) = (model.words, &model.lab.response);
    let name = |at: usize| {
        sides
            .get(at)
            .map(|side| side.name.clone())
            .unwrap_or_default()
    };
    let kept = |at: usize| sides.get(at).is_none_or(|side| side.kept);
    let pattern = match (kept(0), kept(1)) {
        (true, true) => text::FINDING_BOTH_KEPT,
        (true, false) => text::FINDING_FIRST_KEPT,
        (false, true) => text::FINDING_SECOND_KEPT,
        (false, false) => text::FINDING_BOTH_MISSED,
    };
    words.fill(
        pattern,
        &[
            ("answered", &format::seconds(words, response.answered.value)),
            ("fixed", &format::seconds(words, response.fixed.value)),
            ("first", &name(0)),
            ("second", &name(1)),
        ],
    )
}
