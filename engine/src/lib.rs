//! What SLA Gap knows, as a pure library: no browser, no clock, no I/O, no global state.

pub mod agreement;
pub mod archive;
pub mod assessment;
pub mod availability;
pub mod brand;
pub mod calendar;
mod checksum;
pub mod client;
pub mod clocks;
pub mod compliance;
pub mod composition;
pub mod credits;
pub mod derivation;
pub mod link;
pub mod lint;
pub mod order;
pub mod probability;
pub mod quantity;
pub mod report;
pub mod rubric;
pub mod scoring;
pub mod simulation;
