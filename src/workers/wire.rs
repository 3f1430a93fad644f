//! What page and worker say to each other, as JSON. Whole numbers throughout, so that a question can be compared with the last.

use super::found::Found;
use serde::{Deserialize, Serialize};

/// Which words these are: a worker of another release is not asked.
pub const VERSION: u32 = 1;

/// To the worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// Simulate; whatever is being simulated is dropped.
    Run {
        /// See [`VERSION`].
        version: u32,
        /// Comes back with every answer.
        id: u32,
        /// What.
        ask: Box<Ask>,
    },
    /// Stop.
    Stop,
}

/// From the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Response {
    /// It listens.
    Ready {
        /// See [`VERSION`].
        version: u32,
    },
    /// The years so far, or all of them.
    Found {
        /// Of the request.
        id: u32,
        /// The results.
        found: Found,
        /// Whether these are all years.
        done: bool,
    },
    /// It cannot be simulated.
    Failed {
        /// Of the request.
        id: u32,
        /// Why.
        trouble: Trouble,
    },
}

/// Why there are no years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trouble {
    /// The assumptions or the promise cannot be simulated.
    Impossible,
    /// More outages in one year than a browser can go through.
    TooMany,
    /// The simulation broke.
    Broken,
}

/// Years to simulate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// Of the random numbers.
    pub seed: u64,
    /// How many years.
    pub years: u32,
    /// What goes wrong at each location.
    pub own: Again,
    /// What goes wrong at what all share.
    pub shared: Again,
    /// When things are open or count; named by their position.
    pub clocks: Vec<Clock>,
    /// The locations.
    pub places: Vec<Place>,
    /// The promises; the first is the one that is asked about.
    pub promises: Vec<Promised>,
}

/// How often something fails and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Again {
    /// Hundredths of outages a year.
    pub per_year: u64,
    /// Millionths: the chance that an outage is followed by another soon after.
    pub again: u32,
    /// Mean seconds until then.
    pub after: u64,
    /// Mean seconds until an outage is noticed.
    pub detection: u64,
    /// Mean seconds from then until somebody works on it.
    pub response: u64,
    /// How long the repair takes.
    pub repair: Law,
}

/// How long a repair takes; times in seconds, shapes in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Law {
    /// Its mean.
    Exponential(u64),
    /// Its median and sigma.
    Lognormal(u64, u32),
    /// Its shape and scale.
    Weibull(u32, u64),
}

/// From and to in seconds since 1970; nothing is all the time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock(pub Option<Vec<(i64, i64)>>);

/// A location.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The clock of its opening hours.
    pub open: usize,
    /// Production lost in an hour, in minor units of money.
    pub loss: u64,
}

/// A promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promised {
    /// In millionths of a percent.
    pub target: u32,
    /// Position in the list of ways of counting.
    pub counting: usize,
    /// How one outage becomes counted downtime.
    pub terms: Terms,
    /// The periods.
    pub periods: Vec<(i64, i64)>,
    /// The locations as it sees them.
    pub sites: Vec<Seen>,
    /// What comes back.
    pub credit: Credit,
}

/// How one outage becomes counted downtime; times in seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// It begins with the report, not with the fault.
    pub from_report: bool,
    /// Outages less than this apart are one.
    pub joined: u64,
    /// Shorter outages do not count.
    pub minimum: u64,
    /// The first so many seconds do not count.
    pub grace: u64,
    /// Only whole steps of this length count; 0 = each second counts.
    pub whole_steps: u32,
    /// Looked at once in each step of this length; 0 = all the time.
    pub polls: u32,
    /// Failures are left out altogether.
    pub no_failures: bool,
}

/// A location as a promise sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// The people there.
    pub users: u32,
    /// The clock of what counts.
    pub counts: usize,
    /// The clock of what is promised.
    pub serves: usize,
}

/// What comes back for a miss; percentages in millionths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credit {
    /// The fee of one line in one period, in minor units of money.
    pub fee: u64,
    /// Most of it that comes back.
    pub cap: Option<u32>,
    /// Bounds below which, and what for.
    pub availability: Vec<(u32, u32)>,
    /// Seconds from which on, and what for.
    pub downtime: Vec<(u64, u32)>,
    /// For any miss.
    pub flat: Option<u32>,
    /// A multiple of the lost time, in hundredths.
    pub multiple: Option<u32>,
}
