//! A protection: one thing that an agreement can promise, with the words around it.

use crate::assessment::{GroupCode, ProtectionId};
use std::ops::Range;

/// Whom a protection concerns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Applies {
    /// Every customer.
    All,
    /// Customers with two or more locations, now or planned.
    Multi,
    /// Customers whose provider can reach patient data.
    Health,
}

/// How thorough a pass through the questions is. A pass asks its own questions and those of every shallower one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Depth {
    /// The four-gap check.
    Quick,
    /// The first look at an agreement.
    First,
    /// What matters most: weight 4 and 5.
    Core,
    /// Everything.
    Full,
}

impl Depth {
    /// Every depth, shallowest first.
    pub const ALL: [Self; 4] = [Self::Quick, Self::First, Self::Core, Self::Full];
}

/// How the absence of a protection strikes. The order is the order in which gaps are ranked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Shape {
    /// All locations at once.
    Shared,
    /// Nobody notices until it is needed.
    Silent,
    /// One location at a time, the more often the more locations there are.
    Local,
    /// Order and paper: costs argument, seldom hours.
    Housekeeping,
}

/// Who can answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AskedOf {
    /// The text of an agreement can show it.
    Text,
    /// Only people know.
    Person,
}

/// How much a protection counts, 1 (housekeeping) to 5 (must-have). This catalogue's judgment: no source gives weights.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Weight(u8);

impl Weight {
    /// The weight of a must-have: its absence alone can make the agreement fail on the worst day.
    pub const MUST_HAVE: Self = Self(5);

    /// A weight, if the number is one from 1 to 5.
    pub fn new(weight: u8) -> Option<Self> {
        (1..=5).contains(&weight).then_some(Self(weight))
    }

    /// The number, 1 to 5.
    pub fn get(self) -> u8 {
        self.0
    }
}

/// A figure or practice that was seen somewhere, or our own suggestion.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Benchmark {
    /// What was seen, without the firm's name.
    pub text: String,
    /// The key of its source; `None` is our own suggestion.
    pub source: Option<String>,
}

/// Both sides' view, where a provider would fairly differ.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Views {
    /// Why a customer wants it.
    pub customer: String,
    /// Why a provider hesitates.
    pub provider: String,
}

/// One thing that an agreement can promise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Protection {
    /// Its stable name.
    pub id: ProtectionId,
    /// How much it counts in a score.
    pub weight: Weight,
    /// Whom it concerns.
    pub applies: Applies,
    /// The shallowest pass that asks it.
    pub depth: Depth,
    /// How its absence strikes.
    pub shape: Shape,
    /// Who can answer.
    pub asked_of: AskedOf,
    /// Keys of the sources that it rests on; empty is our own suggestion.
    pub sources: Vec<String>,
    /// The id of the schedule that the sample clause points at.
    pub schedule: Option<String>,
    /// Ids of the glossary's terms whose words occur in the texts.
    pub terms: Vec<String>,
    /// Other protections worth reading beside it.
    pub related: Vec<ProtectionId>,
    /// A noun phrase.
    pub title: String,
    /// The question; "yes" means protected.
    pub question: String,
    /// Where in a contract to look.
    pub where_to_look: String,
    /// What a standard contract typically says.
    pub standard: String,
    /// What a strong contract says.
    pub strong: String,
    /// What earns half credit.
    pub partly: String,
    /// What its absence means; `{n}` stands for the number of locations.
    pub exposure: String,
    /// Why it matters to an organization with several locations; may hold `{n}` too.
    pub why: String,
    /// Figures and practices that were seen.
    pub benchmarks: Vec<Benchmark>,
    /// What to say to the provider.
    pub ask: String,
    /// A sample clause.
    pub clause: String,
    /// Why it has this weight.
    pub weight_reason: String,
    /// Both sides' view.
    pub views: Option<Views>,
}

/// A group of protections.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// Its two letters.
    pub code: GroupCode,
    /// Its name.
    pub title: String,
    /// One sentence on what the group decides.
    pub intro: String,
    /// Where its protections stand in the catalogue's own list.
    pub(super) span: Range<usize>,
}
