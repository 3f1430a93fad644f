//! How probable a miss is, in closed forms: one repair that lasts too long, one of many, all outages of a period together; and
//! how far a simulated share can be trusted. Floating point of one library in every build, so that every machine prints the same.

mod chance;
mod confidence;
mod repair;
mod total;

#[cfg(test)]
mod worked_examples;

pub use chance::{at_least_one, some_longer};
pub use confidence::{QuantileRanks, quantile_ranks, wilson};
pub use repair::{Repair, RepairError};
pub use total::{MOST_EXPECTED, total_longer};
