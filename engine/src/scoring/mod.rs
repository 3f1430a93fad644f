//! What the answers add up to: three results kept apart, the gaps in their order, and what is still to be found out.
//!
//! - **The four-gap check**, 0 to 4, unweighted: [`FourGaps`].
//! - **Multi-location protection** and **completeness**: a [`Score`] each, an interval while anything is unknown.
//! - [`rank`] puts the gaps in order and [`to_find_out`] lists what to ask the provider.
//!
//! Everything is whole numbers: a credit is counted in half points (yes 2, partly 1), times the weight.

mod circumstances;
mod findings;
mod floor;
mod four_gaps;
mod fraction;
mod item;
mod rank;
mod score;
mod weights;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;

pub use circumstances::{Circumstances, Growth, Leave, Tri};
pub use findings::{Findings, GroupScore, InSight, Progress, Prompt, score};
pub use floor::Floor;
pub use four_gaps::{Band, FOUR_GAPS, FourGaps, Gate, GateState};
pub use fraction::{Fraction, Interval, Rounding, Shown};
pub use item::{Because, Derived, Item, Mark, Origin, State};
pub use rank::{Coverage, Gap, Hours, Reason, ToFindOut, rank, to_find_out};
pub use score::{Line, Open, Score};
pub use weights::Weights;
