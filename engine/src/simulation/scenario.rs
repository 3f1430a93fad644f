use super::SimulationError;
use crate::probability::Repair;

/// What goes wrong, on average.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// At each location by itself.
    pub own: Process,
    /// In what all locations share.
    pub shared: Process,
}

/// Outages of one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Process {
    /// Outages in 365 days on average, all of them: also those in clusters.
    pub per_year: f64,
    /// How they come.
    pub arrivals: Arrivals,
    /// Seconds until somebody reports an outage, on average; exponential.
    pub detection: f64,
    /// Seconds from the report until somebody works on it, on average; exponential.
    pub response: f64,
    /// How long the repair takes from then on.
    pub repair: RepairTime,
}

/// How outages come.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Arrivals {
    /// Each without regard to the others.
    #[default]
    Poisson,
    /// An outage is followed by another with this chance, after its end and so many seconds on average. The fault was not
    /// really gone.
    Clustered {
        /// The chance, from 0 to less than 1.
        again: f64,
        /// The mean time until then.
        after: f64,
    },
}

/// How long a repair takes.
#[derive(Clone, Debug, PartialEq)]
pub enum RepairTime {
    /// By a distribution. Lengths of nothing are possible here: then every repair takes no time.
    Random(Repair),
    /// As in the client's own log, in seconds: each of these is equally likely.
    Resampled(Vec<u32>),
}

/// As often as this nobody lives through; it keeps a slip of the finger from freezing the browser.
const MOST_PER_YEAR: f64 = 100_000.0;

/// A repair of a thousand years.
const LONGEST: f64 = 1000.0 * 365.0 * 86_400.0;

fn check(
    what: &'static str,
    value: f64,
    possible: bool,
    remedy: &'static str,
) -> Result<(), SimulationError> {
    if possible && value.is_finite() {
        Ok(())
    } else {
        Err(SimulationError::Impossible {
            what,
            value,
            remedy,
        })
    }
}

fn time(what: &'static str, value: f64) -> Result<(), SimulationError> {
    check(
        what,
        value,
        (0.0..=LONGEST).contains(&value),
        "0 or more seconds",
    )
}

impl Process {
    /// Nothing ever happens.
    pub const NEVER: Self = Self {
        per_year: 0.0,
        arrivals: Arrivals::Poisson,
        detection: 0.0,
        response: 0.0,
        repair: RepairTime::Random(Repair::Exponential { mean: 0.0 }),
    };

    /// # Errors
    ///
    /// When a number is impossible; the error says which.
    pub(super) fn check(&self) -> Result<(), SimulationError> {
        let rate = (0.0..=MOST_PER_YEAR).contains(&self.per_year);
        check(
            "the number of outages a year",
            self.per_year,
            rate,
            "0 to 100,000",
        )?;
        time("the time until an outage is noticed", self.detection)?;
        time("the time until somebody works on it", self.response)?;
        if let Arrivals::Clustered { again, after } = self.arrivals {
            check(
                "the chance of another outage",
                again,
                (0.0..=0.99).contains(&again),
                "0 to 99 %",
            )?;
            time("the time until the next outage of a cluster", after)?;
        }
        match &self.repair {
            RepairTime::Random(Repair::Exponential { mean }) => time("the mean repair time", *mean),
            RepairTime::Random(Repair::Lognormal { median, sigma }) => {
                time("the median repair time", *median)?;
                check(
                    "the spread of the repair time",
                    *sigma,
                    (0.0..=5.0).contains(sigma),
                    "0 to 5",
                )
            }
            RepairTime::Random(Repair::Weibull { shape, scale }) => {
                time("the scale of the repair time", *scale)?;
                check(
                    "the shape of the repair time",
                    *shape,
                    (0.1..=20.0).contains(shape),
                    "0.1 to 20",
                )
            }
            RepairTime::Resampled(times) if times.is_empty() => Err(SimulationError::NoRepairTimes),
            RepairTime::Resampled(_) => Ok(()),
        }
    }
}
