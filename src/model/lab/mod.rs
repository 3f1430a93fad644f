//! The downtime calculator: what was typed and chosen.

mod baseline;
mod case;
mod chain;
mod compare;
mod fall;
mod keys;
mod longest;
mod presets;
mod question;
mod response;
mod week;
mod wording;
mod years;

pub use case::{Case, CasePlace, Wording};
pub use chain::{
    Chain, ChainEvent, ChainFault, ChainField, ChainPart, LIST, MOST_ALIKE, MOST_PARTS, Source,
    entry_id, mover_id, part_name,
};
pub use compare::{AGREED, BASELINE, CreditsOf, PUBLISHED, TWO_WEEKS};
pub use fall::{Extreme, Fall, FallEvent, FallInputs, NoFall, Placed, ROWS, SHOWN, STEP};
pub(crate) use longest::longest;
pub use question::{Asked, Opening, Question};
pub use response::{Response, ResponseEvent, ResponseField, Side, parse_after};
pub use wording::{Seen, WordingEvent, WordingField, WordingInputs};
pub use years::{
    LawKind, MOST_YEARS, Refusal as YearsRefusal, State as YearsState, Years, YearsEvent,
    YearsField,
};

use super::{Effect, Model};
use crate::words::Words;
use engine::availability::CountingRule;
use engine::calendar::{Convention, WeeklyWindows};
use engine::client::AgreementRecord;
use engine::derivation::{Origin, Sourced};
use engine::quantity::{Count, DurationUnit, Percent, Seconds};
use std::cell::OnceCell;
use std::num::NonZeroU32;

/// A change of an input.
#[derive(Clone, Debug, PartialEq)]
pub enum LabEvent {
    /// A text was typed.
    Typed(Field, String),
    /// Another period.
    Period(Period),
    /// Other hours that count.
    Window(Window),
    /// Another way of counting locations.
    Counting(CountingRule),
    /// Another promise in the form, by its key: a service of the agreement or of the baseline, a published or the usual one.
    Promise(String),
    /// The response clock.
    Response(ResponseEvent),
    /// The chain of parts.
    Chain(ChainEvent),
    /// Another wording of what counts.
    Wording(WordingEvent),
    /// Another place of the outage.
    Fall(FallEvent),
    /// Another promise to compare with, by its key.
    Compare(String),
    /// About the simulated years.
    Years(YearsEvent),
}

/// An input that is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The target in percent.
    Target,
    /// The days of a period that is counted in days.
    Days,
    /// The number of locations.
    Locations,
    /// Users at the location in question.
    UsersHere,
    /// Users at all locations.
    UsersInAll,
    /// The downtime whose percentage is sought.
    Downtime,
    /// The hours that count, where they are typed.
    Hours,
}

impl Field {
    /// Every one.
    pub const ALL: [Self; 7] = [
        Self::Target,
        Self::Days,
        Self::Locations,
        Self::UsersHere,
        Self::UsersInAll,
        Self::Downtime,
        Self::Hours,
    ];
}

/// The measurement period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// A named length.
    Fixed(Convention),
    /// The calendar month that contains today.
    CalendarMonth,
    /// The calendar quarter that contains today.
    CalendarQuarter,
    /// The calendar year that contains today.
    CalendarYear,
    /// So many days, one period after the other.
    Days,
    /// Any run of so many days.
    RollingDays,
}

/// The hours that count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Window {
    /// All.
    AroundTheClock,
    /// A template of the catalogue, by its id.
    Template(String),
    /// The client's opening hours.
    OpeningHours,
    /// The provider's support hours.
    SupportHours,
    /// The hours of one of this agreement's services, by its id.
    Agreed(String),
    /// Hours that are typed.
    Typed,
}

/// What stands in a field, and the last valid value that stood there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed<T> {
    /// As it was typed.
    pub text: String,
    /// The last valid value.
    pub value: T,
}

impl<T> Typed<T> {
    fn take(&mut self, text: String, value: Option<T>) {
        self.text = text;
        if let Some(value) = value {
            self.value = value;
        }
    }
}

/// The inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Lab {
    /// The target.
    pub target: Typed<Percent>,
    /// Who says the target.
    pub target_origin: Origin,
    /// The period.
    pub period: Sourced<Period>,
    /// The days of a period that is counted in days.
    pub days: Typed<NonZeroU32>,
    /// The hours that count.
    pub window: Window,
    /// Who says them.
    pub window_origin: Origin,
    /// The hours that are typed, used where [`Window::Typed`] is chosen.
    pub hours: Typed<WeeklyWindows>,
    /// How locations are counted.
    pub counting: Sourced<CountingRule>,
    /// How many there are; `None` = as many as the client has.
    pub locations: Option<Typed<Option<NonZeroU32>>>,
    /// Users at the location in question; `None` = as the client says.
    pub users_here: Option<Typed<Option<Count>>>,
    /// Users in all; `None` = as the client says.
    pub users_in_all: Option<Typed<Option<Count>>>,
    /// The downtime whose percentage is sought.
    pub downtime: Typed<Seconds>,
    /// The response clock.
    pub response: Response,
    /// The chain of parts.
    pub chain: Chain,
    /// What the agreement leaves out of the count.
    pub wording: WordingInputs,
    /// Where the outage lies.
    pub fall: FallInputs,
    /// Whose credits go with the promise in the form.
    pub credits: CreditsOf,
    /// The key of the promise to compare with; `None` = not chosen yet.
    pub compare: Option<String>,
    /// The recommended baseline, once it was read.
    pub baseline: OnceCell<Option<AgreementRecord>>,
    /// The simulated years.
    pub years: Years,
}

impl Default for Lab {
    fn default() -> Self {
        Self::new(Words::english())
    }
}

impl Lab {
    /// 99% every two weeks, around the clock: the promise that the whole calculator is about.
    pub fn new(words: Words) -> Self {
        Self {
            target: Typed {
                text: "99".to_owned(),
                value: parse_target("99").unwrap_or(Percent::HUNDRED),
            },
            target_origin: Origin::Typed,
            period: Sourced::convention(Period::Fixed(Convention::TwoWeeks)),
            days: Typed {
                text: "30".to_owned(),
                value: NonZeroU32::MIN.saturating_add(29),
            },
            window: Window::AroundTheClock,
            window_origin: Origin::Convention,
            hours: Typed {
                text: EXAMPLE_HOURS.to_owned(),
                value: WeeklyWindows::parse(EXAMPLE_HOURS)
                    .unwrap_or_else(|_| WeeklyWindows::always()),
            },
            counting: Sourced::convention(CountingRule::EachLocation),
            locations: None,
            users_here: None,
            users_in_all: None,
            downtime: Typed {
                text: "4 h".to_owned(),
                value: Seconds::new(4 * 3_600),
            },
            response: Response::default(),
            chain: Chain::new(words),
            wording: WordingInputs::default(),
            fall: FallInputs::default(),
            credits: CreditsOf::default(),
            compare: None,
            baseline: OnceCell::new(),
            years: Years::default(),
        }
    }
}

/// What stands in the field of typed hours until somebody types there.
const EXAMPLE_HOURS: &str = "Mon-Thu 8:00-17:00, Fri 8:00-13:00";

fn parse_target(text: &str) -> Option<Percent> {
    Percent::parse(text).ok()
}

/// A downtime; a number alone counts minutes.
///
/// # Errors
///
/// When the text is no duration.
pub fn parse_downtime(text: &str) -> Result<Seconds, engine::quantity::DurationError> {
    Seconds::parse_in(text, DurationUnit::Minute)
}

/// Why a text is not a number of things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountFault {
    /// Nothing was typed.
    Empty,
    /// Not a whole number.
    NotWhole,
    /// More than 32 bits.
    TooLarge,
}

/// A whole number, with or without thousands apart.
///
/// # Errors
///
/// When the text is empty, no whole number, or too large.
pub fn parse_count(text: &str) -> Result<u32, CountFault> {
    let digits: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != ',')
        .collect();
    if digits.is_empty() {
        Err(CountFault::Empty)
    } else if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        Err(CountFault::NotWhole)
    } else {
        digits.parse().map_err(|_| CountFault::TooLarge)
    }
}

impl Model {
    pub(super) fn lab(&mut self, event: LabEvent) -> Vec<Effect> {
        let lab = &mut self.lab;
        let same_promise = matches!(
            event,
            LabEvent::Fall(_)
                | LabEvent::Compare(_)
                | LabEvent::Years(_)
                | LabEvent::Response(_)
                | LabEvent::Chain(_)
        );
        if !same_promise {
            // Another promise has another worst outage.
            lab.fall.moved = None;
        }
        match event {
            LabEvent::Typed(field, text) => lab.typed(field, text),
            LabEvent::Period(period) => lab.period = Sourced::typed(period),
            LabEvent::Window(window) => {
                lab.window = window;
                lab.window_origin = Origin::Typed;
            }
            LabEvent::Counting(rule) => lab.counting = Sourced::typed(rule),
            LabEvent::Promise(key) => self.take_promise(&key),
            LabEvent::Response(event) => return self.response_changed(event),
            LabEvent::Chain(event) => return self.chain_changed(event),
            LabEvent::Wording(event) => lab.wording.take(event),
            LabEvent::Fall(event) => self.take_fall(&event),
            LabEvent::Compare(key) => lab.compare = Some(key),
            LabEvent::Years(event) => return self.years(event),
        }
        Vec::new()
    }
}

impl Lab {
    /// Another language: what the tool itself has named gets its name there; what was typed stays.
    pub(super) fn speak(&mut self, before: Words, now: Words) {
        self.chain.speak(before, now);
        self.baseline = OnceCell::new();
    }

    fn typed(&mut self, field: Field, text: String) {
        let count = parse_count(&text).ok();
        let positive = count.and_then(NonZeroU32::new);
        match field {
            Field::Target => {
                let target = parse_target(&text);
                self.target.take(text, target);
                self.target_origin = Origin::Typed;
            }
            Field::Days => self.days.take(text, positive),
            Field::Locations => take_optional(&mut self.locations, text, positive),
            Field::UsersHere => take_optional(&mut self.users_here, text, count.map(Count::new)),
            Field::UsersInAll => take_optional(&mut self.users_in_all, text, count.map(Count::new)),
            Field::Downtime => {
                let downtime = parse_downtime(&text).ok();
                self.downtime.take(text, downtime);
            }
            Field::Hours => {
                let hours = WeeklyWindows::parse(&text).ok();
                self.hours.take(text, hours);
            }
        }
    }
}

fn take_optional<T>(field: &mut Option<Typed<Option<T>>>, text: String, value: Option<T>) {
    let typed = field.get_or_insert_with(|| Typed {
        text: String::new(),
        value: None,
    });
    // An emptied field leaves the question to what the client says.
    if value.is_some() || text.trim().is_empty() {
        typed.value = value;
    }
    typed.text = text;
}
