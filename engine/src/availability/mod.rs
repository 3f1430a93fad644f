//! What an availability target allows, exactly: in seconds, in other periods, in opening hours, at one location, in money.

mod allowance;
mod attained;
mod counting;
mod error;
mod locations;
mod opening;
mod production;

#[cfg(test)]
mod worked_examples;

pub use allowance::{
    InConvention, allowance, in_every_convention, is_met, is_met_by_exact, largest_compliant_second,
};
pub use attained::{attained, target_permitting};
pub use counting::{Counting, CountingRule, UserShare};
pub use error::AvailabilityError;
pub use locations::{
    LocationLimit, across_the_boundary, all_down, any_down, average_downtime, most_at_one_location,
    smallest_fleet_hiding_one, weighted_downtime,
};
pub use opening::{worst_in_opening_hours, worst_in_opening_week};
pub use production::{StoppedWork, location_time, lost_production};
