//! The clocks of a severity: when a response or a resolution is due, whether it came in time, and what a provider may do
//! and still comply.

mod business_days;
mod clock;
mod hours;
mod story;
mod timeline;

#[cfg(test)]
mod worked_examples;

pub use clock::{Due, PromiseClock};
pub use hours::{BasisHours, ClockHours};
pub use story::LatestStory;
pub use timeline::{Incident, Promise, ResolutionFrom, Stage, Timeline};
