//! What SLA Gap knows, as a pure library: no browser, no clock, no I/O, no global state.

pub mod availability;
pub mod calendar;
pub mod derivation;
pub mod quantity;
