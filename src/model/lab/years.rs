//! Simulated years: the assumptions, the question that follows from them and from the promise, and the answers so far.

mod asked;

use super::{LabEvent, Typed};
use crate::model::{Effect, Event, Model};
use crate::routes::Route;
use crate::workers::{Again, Ask, Found, Law, Rank, Trouble};
use engine::quantity::{DurationUnit, Percent, Seconds};
use std::rc::Rc;

/// The most years that are simulated.
pub const MOST_YEARS: u32 = 10_000;
/// About as many outages and locations as take a browser a few seconds.
const EFFORT: u64 = 10_000_000;
/// How long a change waits for the next one, in milliseconds.
const PAUSE: u32 = 30;

/// A change of the assumptions, or news of the years.
#[derive(Clone, Debug, PartialEq)]
pub enum YearsEvent {
    /// A text was typed.
    Typed(YearsField, String),
    /// Another law of repair times.
    Law(LawKind),
    /// Other random numbers.
    Reseed,
    /// Another year in the picture.
    Look(Rank),
    /// No more years.
    Stop,
    /// Go on after a stop or a failure.
    Again,
    /// Nothing has changed for a moment: ask.
    Due,
    /// The years so far.
    Found {
        /// Of the question.
        id: u32,
        /// The results.
        found: Rc<Found>,
        /// Whether these are all.
        done: bool,
        /// How long it has taken, in milliseconds.
        millis: u32,
    },
    /// There are no years.
    Failed {
        /// Of the question.
        id: u32,
        /// Why.
        trouble: Trouble,
    },
}

/// An assumption that is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearsField {
    /// Outages a year at each location.
    Own,
    /// Outages a year of what all share.
    Shared,
    /// Until an outage is noticed.
    Detection,
    /// Until somebody works on it.
    Response,
    /// How long a repair takes: mean, median or scale.
    Repair,
    /// The spread of a lognormal, or the shape of a Weibull repair time.
    Shape,
    /// The chance that an outage comes back.
    Again,
    /// How soon it comes back.
    After,
    /// The seed of the random numbers.
    Seed,
}

impl YearsField {
    /// Every one, in the order on the page.
    pub const ALL: [Self; 9] = [
        Self::Own,
        Self::Shared,
        Self::Detection,
        Self::Response,
        Self::Repair,
        Self::Shape,
        Self::Again,
        Self::After,
        Self::Seed,
    ];
}

/// A law of repair times.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LawKind {
    /// A long tail.
    #[default]
    Lognormal,
    /// No memory.
    Exponential,
    /// A tail as long as its shape says.
    Weibull,
}

impl LawKind {
    /// Every one with its key.
    pub const ALL: [(&'static str, Self); 3] = [
        ("lognormal", Self::Lognormal),
        ("exponential", Self::Exponential),
        ("weibull", Self::Weibull),
    ];
}

/// Assumptions and answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Years {
    /// What stands in the fields: hundredths of outages, seconds, thousandths, millionths of a percent, the seed.
    fields: [Typed<u64>; 9],
    /// The law of repair times.
    pub law: LawKind,
    /// The year in the picture.
    pub look: Rank,
    /// What was asked last.
    asked: Option<Rc<Ask>>,
    id: u32,
    /// What is shown.
    pub state: State,
}

/// How far it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The latest results; they stay while new ones come.
    pub found: Option<Rc<Found>>,
    /// How long they took, in milliseconds.
    pub millis: u32,
    /// The years asked for.
    pub wanted: u32,
    /// Whether more years are coming.
    pub running: bool,
    /// Whether the person has stopped it.
    pub stopped: bool,
    /// Why there are none.
    pub refusal: Option<Refusal>,
}

/// Why there are no years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The period moves along.
    Rolling,
    /// The period is longer than a year.
    Longer,
    /// The dates are out of reach.
    Dates,
    /// The users are not known.
    Users,
    /// The simulation said so.
    Trouble(Trouble),
}

impl Default for Years {
    /// Assumptions, all of them: the page says so.
    fn default() -> Self {
        let typed = |text: &str, value| Typed {
            text: text.to_owned(),
            value,
        };
        Self {
            fields: [
                typed("2", 200),
                typed("1", 100),
                typed("15 min", 900),
                typed("30 min", 1_800),
                typed("2 h", 7_200),
                typed("1.2", 1_200),
                typed("0", 0),
                typed("4 h", 14_400),
                typed("1", 1),
            ],
            law: LawKind::default(),
            look: Rank::default(),
            asked: None,
            id: 0,
            state: State::default(),
        }
    }
}

impl Years {
    /// What stands in a field.
    pub fn text(&self, field: YearsField) -> &str {
        &self.typed(field).text
    }

    /// Whether it is valid as typed.
    pub fn is_valid(&self, field: YearsField) -> bool {
        parse(field, self.text(field)) == Some(self.value(field))
    }

    fn typed(&self, field: YearsField) -> &Typed<u64> {
        &self.fields[field as usize]
    }

    fn value(&self, field: YearsField) -> u64 {
        self.typed(field).value
    }

    fn take(&mut self, field: YearsField, text: String) {
        let value = parse(field, &text);
        self.fields[field as usize].take(text, value);
    }

    /// The seed.
    pub fn seed(&self) -> u64 {
        self.value(YearsField::Seed)
    }

    fn again(&self, per_year: YearsField) -> Again {
        let (time, shape) = (
            self.value(YearsField::Repair),
            u32::try_from(self.value(YearsField::Shape)).unwrap_or(1_000),
        );
        Again {
            per_year: self.value(per_year),
            again: u32::try_from(self.value(YearsField::Again) / 100).unwrap_or_default(),
            after: self.value(YearsField::After),
            detection: self.value(YearsField::Detection),
            response: self.value(YearsField::Response),
            repair: match self.law {
                LawKind::Exponential => Law::Exponential(time),
                LawKind::Lognormal => Law::Lognormal(time, shape.min(5_000)),
                LawKind::Weibull => Law::Weibull(shape.clamp(100, 5_000), time),
            },
        }
    }
}

/// The value of a text, within what makes sense; `None` otherwise.
fn parse(field: YearsField, text: &str) -> Option<u64> {
    const YEAR: u64 = 365 * 86_400;
    match field {
        YearsField::Own | YearsField::Shared => decimal(text, 2).filter(|rate| *rate <= 10_000_000),
        YearsField::Shape => decimal(text, 3).filter(|shape| (100..=5_000).contains(shape)),
        YearsField::Again => Percent::parse(text)
            .ok()
            .map(|chance| u64::from(chance.millionths()))
            .filter(|chance| *chance <= 99_000_000),
        YearsField::Seed => text.trim().parse().ok(),
        YearsField::Detection | YearsField::Response | YearsField::Repair | YearsField::After => {
            Seconds::parse_in(text, DurationUnit::Minute)
                .ok()
                .map(Seconds::get)
                .filter(|length| *length <= YEAR)
        }
    }
}

/// A number with at most so many decimals, in units of the last.
fn decimal(text: &str, places: usize) -> Option<u64> {
    let (whole, part) = text.trim().split_once('.').unwrap_or((text.trim(), "0"));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if part.len() > places || part.is_empty() || !digits(part) || !digits(whole) {
        return None;
    }
    let zeros = "0".repeat(places - part.len());
    [whole, part, &zeros].concat().parse().ok()
}

impl Event {
    /// Whether the years may look different after it. News of the years themselves change nothing.
    pub fn may_change_the_years(&self) -> bool {
        use YearsEvent::{Due, Failed, Found, Look, Stop};
        !matches!(
            self,
            Self::Lab(LabEvent::Years(
                Due | Failed { .. } | Found { .. } | Look(_) | Stop
            ))
        )
    }
}

impl Model {
    /// Where years are shown, they are asked for when nothing has changed for a moment.
    pub fn years_soon(&self) -> Option<Effect> {
        (self.route == Route::Downtime).then_some(Effect::YearsSoon(PAUSE))
    }

    pub(super) fn years(&mut self, event: YearsEvent) -> Vec<Effect> {
        let years = &mut self.lab.years;
        match event {
            YearsEvent::Typed(field, text) => years.take(field, text),
            YearsEvent::Law(law) => years.law = law,
            YearsEvent::Reseed => {
                let next = years.seed().wrapping_add(1);
                years.take(YearsField::Seed, next.to_string());
            }
            YearsEvent::Look(rank) => years.look = rank,
            YearsEvent::Stop => {
                years.state.running = false;
                years.state.stopped = true;
                return vec![Effect::StopYears];
            }
            YearsEvent::Again => years.asked = None,
            YearsEvent::Due => return self.ask_for_years(),
            YearsEvent::Found {
                id,
                found,
                done,
                millis,
            } => {
                if id == years.id && !years.state.stopped {
                    years.state.found = Some(found);
                    years.state.millis = millis;
                    years.state.running = !done;
                }
            }
            YearsEvent::Failed { id, trouble } => {
                if id == years.id {
                    years.state = State {
                        refusal: Some(Refusal::Trouble(trouble)),
                        ..State::default()
                    };
                }
            }
        }
        Vec::new()
    }

    fn ask_for_years(&mut self) -> Vec<Effect> {
        let ask = self.years_asked();
        let years = &mut self.lab.years;
        match ask {
            Err(refusal) => {
                let running = years.state.running;
                years.asked = None;
                years.state = State {
                    refusal: Some(refusal),
                    ..State::default()
                };
                running.then_some(Effect::StopYears).into_iter().collect()
            }
            Ok(ask) if years.asked.as_deref() == Some(&ask) => Vec::new(),
            Ok(ask) => {
                let ask = Rc::new(ask);
                years.asked = Some(ask.clone());
                years.id += 1;
                years.state = State {
                    found: years.state.found.take(),
                    millis: 0,
                    wanted: ask.years,
                    running: true,
                    stopped: false,
                    refusal: None,
                };
                vec![Effect::StartYears(years.id, ask)]
            }
        }
    }
}
