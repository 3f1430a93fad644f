//! What falls due when a level is missed: exact credits, the fees they are reckoned from, and what caps, claims and
//! earn-backs make of them.

mod due;
mod error;
mod fee;
mod ladder;
mod remedy;

#[cfg(test)]
mod worked_examples;

pub use due::{Counted, CreditTerms, GapReading, credit_due, credit_share};
pub use error::CreditError;
pub use fee::{
    CreditBase, FeeConvention, FeeSchedule, RecurringFee, fee_of_period, full_year_of_days,
};
pub use ladder::{CreditLadder, CreditSlope, CreditSteps};
pub use remedy::{
    ClaimBy, EarnBack, EarnedBack, SeveralMisses, claim_by, credit_for_misses, under_yearly_cap,
};
