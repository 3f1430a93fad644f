//! What runs beside the page: the years of the downtime lab. The same code runs in the worker, in slices on the page where there
//! are no workers, and natively in the tests.

mod found;
mod job;
mod reading;
mod wire;

pub use found::{Chosen, Fared, Found, Mark, Rank, SHORTEST_CLASS, Seconds95, Share, Verdict};
pub use job::Job;
pub use wire::{
    Again, Ask, Clock, Credit, Law, Place, Promised, Request, Response, Seen, Terms, Trouble,
    VERSION,
};
