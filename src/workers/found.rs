//! What the years came to, small enough to be sent ten times a second.

use engine::simulation::{self as years, Outcome, PromiseOutcome, Simulation};
use serde::{Deserialize, Serialize};

/// Results of the years so far.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// Years that were drawn.
    pub years: u32,
    /// Outages in them.
    pub outages: u64,
    /// Opening time lost in all of them over all locations, in seconds.
    pub lost: u64,
    /// Production lost in a year, in minor units: the mean and its standard error.
    pub loss: (f64, f64),
    /// Years that only the first, or only the second promise missed.
    pub only: [u64; 2],
    /// By promise.
    pub promises: Vec<Fared>,
    /// The year in the middle, the one that nine in ten are better than, and the worst.
    pub chosen: Vec<Chosen>,
    /// Length of the year that was simulated, in seconds.
    pub length: i64,
}

/// How often something happened of how many times it could.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// How often it happened.
    pub hits: u64,
    /// How often it could.
    pub of: u64,
}

/// A number of seconds with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seconds95 {
    /// The estimate.
    pub value: u64,
    /// The interval's lower end.
    pub low: u64,
    /// The interval's upper end.
    pub high: u64,
}

/// How one promise fared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fared {
    /// One line in one period misses the target.
    pub line: Share,
    /// Some line in one period does.
    pub period: Share,
    /// Some line in some period of a year does.
    pub year: Share,
    /// Lines and periods with counted downtime, by its length: up to [`SHORTEST_CLASS`] seconds, then doubling.
    pub classes: Vec<u64>,
    /// Lines and periods without any.
    pub without: u64,
    /// Counted downtime of a line in a period that 50, 90 and 99 % stay at or below.
    pub quantiles: Vec<Seconds95>,
    /// The least and the most that a line may lose in a period, in seconds.
    pub allowed: (u64, u64),
    /// Opening time lost that it never counts, in seconds.
    pub uncounted: u64,
    /// Credit of a year, in minor units: the mean and its standard error.
    pub credit: (f64, f64),
}

/// A year to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// Its number.
    pub year: u32,
    /// Opening time lost over all locations, in seconds.
    pub lost: u64,
    /// Its outages at the first locations.
    pub marks: Vec<Mark>,
}

/// One outage at one location.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The location.
    pub location: u32,
    /// Seconds from the year's start to the fault.
    pub from: u32,
    /// Seconds from the year's start to the repair.
    pub to: u32,
    /// What it meant.
    pub verdict: Verdict,
}

/// What an outage meant for the promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// No second of it counts.
    Never,
    /// It counts, and the target is met.
    Met,
    /// It counts where the target is missed.
    Missed,
}

/// Which of the years to look at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rank {
    /// Half of the years are worse.
    #[default]
    Typical,
    /// One in ten is worse.
    Bad,
    /// None is worse.
    Worst,
}

impl Rank {
    /// All of them, in the order of [`Found::chosen`].
    pub const ALL: [Self; 3] = [Self::Typical, Self::Bad, Self::Worst];

    const fn share(self) -> f64 {
        match self {
            Self::Typical => 0.5,
            Self::Bad => 0.9,
            Self::Worst => 1.0,
        }
    }
}

/// The longest downtime of the first class, in seconds; each class reaches twice as far as the one before.
pub const SHORTEST_CLASS: u64 = 900;
const CLASSES: usize = 11;

/// Rows and outages of a picture.
const LOCATIONS: usize = 12;
const MARKS: usize = 400;

impl Found {
    pub(super) fn of(simulation: &Simulation) -> Self {
        let outcome = simulation.outcome();
        let chosen = |lost: years::YearLost| {
            let marks = simulation.picture(lost.year, LOCATIONS, MARKS);
            Chosen {
                year: lost.year,
                lost: lost.seconds,
                marks: marks.into_iter().map(Mark::from).collect(),
            }
        };
        Self {
            years: outcome.years,
            outages: outcome.outages,
            lost: outcome.lost.iter().map(|year| year.seconds).sum(),
            loss: outcome.loss_a_year(),
            only: outcome.only,
            chosen: outcome
                .years_at(&Rank::ALL.map(Rank::share))
                .into_iter()
                .map(chosen)
                .collect(),
            promises: fared(&outcome),
            length: simulation.span().1,
        }
    }
}

fn fared(outcome: &Outcome) -> Vec<Fared> {
    let share = |share: years::Share| Share {
        hits: share.hits,
        of: share.of,
    };
    let quantile = |promise: &PromiseOutcome, p| {
        let found = promise.quantile(p)?;
        Some(Seconds95 {
            value: found.value,
            low: found.low,
            high: found.high,
        })
    };
    let fared = |promise: &PromiseOutcome| Fared {
        line: share(promise.missed_line),
        period: share(promise.missed_period),
        year: share(promise.missed_year),
        classes: classes(promise),
        without: promise.without,
        quantiles: [0.5, 0.9, 0.99]
            .into_iter()
            .filter_map(|p| quantile(promise, p))
            .collect(),
        allowed: promise.allowed,
        uncounted: promise.uncounted,
        credit: promise.credit,
    };
    outcome.promises.iter().map(fared).collect()
}

fn classes(promise: &PromiseOutcome) -> Vec<u64> {
    let mut classes = vec![0; CLASSES];
    for (from, _, count) in promise.downtime.bins() {
        let class = (0..CLASSES - 1).find(|class| from <= SHORTEST_CLASS << class);
        if let Some(slot) = classes.get_mut(class.unwrap_or(CLASSES - 1)) {
            *slot += count;
        }
    }
    classes
}

impl From<years::Mark> for Mark {
    fn from(mark: years::Mark) -> Self {
        let second = |at: i64| u32::try_from(at).unwrap_or_default();
        Self {
            location: u32::try_from(mark.location).unwrap_or_default(),
            from: second(mark.from),
            to: second(mark.to),
            verdict: match mark.verdict {
                years::Verdict::NeverCounted => Verdict::Never,
                years::Verdict::Met => Verdict::Met,
                years::Verdict::Missed => Verdict::Missed,
            },
        }
    }
}

impl Share {
    /// The share; 0 of nothing.
    pub fn estimate(self) -> f64 {
        self.engine().estimate()
    }

    /// Its 95 % interval.
    pub fn interval(self) -> (f64, f64) {
        self.engine().interval()
    }

    const fn engine(self) -> years::Share {
        years::Share {
            hits: self.hits,
            of: self.of,
        }
    }
}
