//! The chain that one location's work depends on: what was typed and chosen.

mod list;

use super::{CountFault, parse_count};
use crate::text::chain as text;
use crate::words::{Text, Words};
use engine::composition::{Group, steady_state};
use engine::quantity::{DurationError, DurationUnit, Fraction, Percent, PercentError, Seconds};

/// Most parts of a chain.
pub const MOST_PARTS: usize = 12;
/// Most of one part.
pub const MOST_ALIKE: u32 = 20;

/// A change of the chain; a part is named by its number.
#[derive(Clone, Debug, PartialEq)]
pub enum ChainEvent {
    /// A text was typed.
    Typed(u32, ChainField, String),
    /// The part is told by its times, or by a percentage.
    ByTimes(u32, bool),
    /// The target of this service of the agreement, by its id; empty = no service's.
    Agreed(u32, String),
    /// One more part.
    Add,
    /// One part less.
    Remove(u32),
    /// One place up, or down.
    Move(u32, bool),
    /// The parts that it began with.
    Usual,
}

/// An input of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChainField {
    /// What it is called.
    Name,
    /// The availability of one.
    Percent,
    /// The time from a repair to the next failure.
    Up,
    /// The time that a repair takes.
    Repair,
    /// How many there are.
    Count,
    /// How many have to work.
    Needed,
}

/// Who says a part's availability.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Nobody: it is assumed.
    Assumed,
    /// The person.
    Typed,
    /// The agreement, for the service with this id.
    Agreed(String),
}

/// What is wrong with an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChainFault {
    /// No percentage.
    Percent(PercentError),
    /// No length of time.
    Time(DurationError),
    /// Both times are zero.
    NoTime,
    /// No number.
    Count(CountFault),
    /// None is too few.
    Zero,
    /// More than are counted here.
    TooMany,
    /// More are needed than there are: so many.
    Beyond(u32),
}

/// A part, as it was typed.
#[derive(Clone, Debug, PartialEq)]
pub struct ChainPart {
    /// Its number, which no other part has had.
    pub id: u32,
    /// What it is called.
    pub name: String,
    /// Whether its times tell how available it is.
    pub by_times: bool,
    /// The availability of one.
    pub percent: String,
    /// Who says it.
    pub source: Source,
    /// The times, up and repair.
    pub times: [String; 2],
    /// Whether somebody typed them.
    pub times_typed: bool,
    /// How many there are.
    pub count: String,
    /// How many have to work.
    pub needed: String,
    /// What all of it meant when it was last valid.
    pub used: Group,
}

/// The inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// The parts, in order.
    pub parts: Vec<ChainPart>,
    /// The part that was added last, whose inputs stand open.
    pub fresh: Option<u32>,
    next: u32,
}

impl Default for Chain {
    fn default() -> Self {
        Self::new(Words::english())
    }
}

impl Chain {
    /// What the work of a location usually depends on, each at the same assumed percentage.
    pub fn new(words: Words) -> Self {
        let mut chain = Self {
            parts: Vec::new(),
            fresh: None,
            next: 0,
        };
        chain.usual(words);
        chain
    }
}

const USUAL: [Text; 4] = [
    text::USUAL_INTERNET,
    text::USUAL_FIREWALL,
    text::USUAL_CLOUD,
    text::USUAL_SERVER,
];

/// What is assumed of every part, in millionths of a percent: 99.9%.
const ASSUMED: u32 = 99_900_000;

impl Chain {
    pub(super) fn speak(&mut self, before: Words, now: Words) {
        for part in &mut self.parts {
            let usual = USUAL
                .into_iter()
                .find(|name| part.name == before.get(*name));
            if let Some(name) = usual {
                now.get(name).clone_into(&mut part.name);
            }
        }
    }

    fn usual(&mut self, words: Words) {
        for name in USUAL {
            self.add(words.get(name).to_owned());
        }
    }

    fn add(&mut self, name: String) -> u32 {
        let id = self.next;
        self.next += 1;
        let assumed = Percent::from_millionths(ASSUMED).unwrap_or(Percent::HUNDRED);
        let one = || "1".to_owned();
        self.parts.push(ChainPart {
            id,
            name,
            by_times: false,
            percent: assumed.to_string(),
            source: Source::Assumed,
            times: ["999 h".to_owned(), "1 h".to_owned()],
            times_typed: false,
            count: one(),
            needed: one(),
            used: Group {
                each: assumed.fraction(),
                count: 1,
                needed: 1,
            },
        });
        id
    }

    fn at(&self, id: u32) -> Option<usize> {
        self.parts.iter().position(|part| part.id == id)
    }
}

/// A length of time of a part; a number alone counts hours.
fn time(text: &str) -> Result<Seconds, ChainFault> {
    Seconds::parse_in(text, DurationUnit::Hour).map_err(ChainFault::Time)
}

fn number(text: &str) -> Result<u32, ChainFault> {
    match parse_count(text) {
        Ok(0) => Err(ChainFault::Zero),
        Ok(number) if number > MOST_ALIKE => Err(ChainFault::TooMany),
        Err(CountFault::TooLarge) => Err(ChainFault::TooMany),
        other => other.map_err(ChainFault::Count),
    }
}

impl ChainPart {
    /// What stands in an input.
    pub fn typed(&self, field: ChainField) -> &str {
        match field {
            ChainField::Name => &self.name,
            ChainField::Percent => &self.percent,
            ChainField::Up => &self.times[0],
            ChainField::Repair => &self.times[1],
            ChainField::Count => &self.count,
            ChainField::Needed => &self.needed,
        }
    }

    fn put(&mut self, field: ChainField, text: String) {
        let place = match field {
            ChainField::Name => &mut self.name,
            ChainField::Percent => {
                self.source = Source::Typed;
                &mut self.percent
            }
            ChainField::Up | ChainField::Repair => {
                self.times_typed = true;
                &mut self.times[usize::from(field == ChainField::Repair)]
            }
            ChainField::Count => &mut self.count,
            ChainField::Needed => &mut self.needed,
        };
        *place = text;
    }

    /// The share of time in which one of it works.
    fn each(&self) -> Result<Fraction, ChainFault> {
        if !self.by_times {
            let percent = Percent::parse(&self.percent).map_err(ChainFault::Percent)?;
            return Ok(percent.fraction());
        }
        let [up, repair] = &self.times;
        steady_state(time(up)?, time(repair)?).map_err(|_| ChainFault::NoTime)
    }

    fn needed(&self) -> Result<u32, ChainFault> {
        let needed = number(&self.needed)?;
        match number(&self.count) {
            Ok(count) if count < needed => Err(ChainFault::Beyond(count)),
            _ => Ok(needed),
        }
    }

    fn read(&self) -> Result<Group, ChainFault> {
        Ok(Group {
            each: self.each()?,
            count: number(&self.count)?,
            needed: self.needed()?,
        })
    }

    /// What is wrong with an input.
    pub fn fault(&self, field: ChainField) -> Option<ChainFault> {
        match field {
            ChainField::Name => None,
            ChainField::Percent => self.each().err(),
            ChainField::Up => time(&self.times[0]).err(),
            ChainField::Repair => match time(&self.times[1]) {
                Ok(_) => self
                    .each()
                    .err()
                    .filter(|fault| *fault == ChainFault::NoTime),
                Err(fault) => Some(fault),
            },
            ChainField::Count => number(&self.count).err(),
            ChainField::Needed => self.needed().err(),
        }
    }

    /// Whether something is wrong, so that the figures use what was valid before.
    pub fn is_stale(&self) -> bool {
        self.read().is_err()
    }
}

/// The id of the list of parts.
pub const LIST: &str = "chain-parts";

/// The id of what opens a part's inputs.
pub fn entry_id(part: u32) -> String {
    ["chain-", &part.to_string()].concat()
}

/// The id of the button that moves a part.
pub fn mover_id(part: u32, up: bool) -> String {
    [&*entry_id(part), if up { "-up" } else { "-down" }].concat()
}

impl ChainField {
    /// The id of the input.
    pub fn id(self, part: u32) -> String {
        let end = match self {
            Self::Name => "-name",
            Self::Percent => "-percent",
            Self::Up => "-works",
            Self::Repair => "-repair",
            Self::Count => "-count",
            Self::Needed => "-needed",
        };
        [&entry_id(part), end].concat()
    }
}

/// What a part is called: by its place, while it has no name.
pub fn part_name(words: Words, at: usize, part: &ChainPart) -> String {
    match part.name.trim() {
        "" => words.fill(text::UNNAMED, &[("n", &(at + 1).to_string())]),
        name => name.to_owned(),
    }
}
