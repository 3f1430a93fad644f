//! Random years: outages are drawn, each year becomes an incident log, and every log goes through the one evaluation path.
//!
//! The model: outages arrive at each location, and at what all locations share, as a Poisson process or in clusters; each lasts
//! as long as it takes to notice it, to begin and to repair. No source gives failure rates for offices such as these: every rate
//! is an assumption of the person who asks. A year's outages are cut at its end, and at the end of each measurement period.
//!
//! The same seed gives the same years in every browser and natively: the generator and every function that it needs are the
//! same Rust code everywhere.

mod book;
mod credit;
mod draw;
mod error;
mod histogram;
mod outcome;
mod picture;
mod run;
mod scenario;
mod tally;

#[cfg(test)]
mod tests;

pub use credit::CreditCurve;
pub use error::SimulationError;
pub use histogram::{Histogram, Quantile};
pub use outcome::{Outcome, PromiseOutcome, Share, YearLost};
pub use picture::{Mark, Verdict};
pub use run::{Judged, Place, Simulation};
pub use scenario::{Arrivals, Process, RepairTime, Scenario};
