//! The quantities an agreement is made of, each a type of its own and each exact.

mod big_fraction;
mod count;
mod decimal;
mod duration;
mod exact_money;
mod fraction;
mod money;
mod natural;
mod percent;
mod seconds;

pub use big_fraction::BigFraction;
pub use count::Count;
pub use duration::{DurationError, DurationUnit};
pub use exact_money::ExactMoney;
pub use fraction::{Fraction, FractionError};
pub use money::{Currency, Money, MoneyError, MoneyRounding};
pub use percent::{Percent, PercentError};
pub use seconds::{DurationParts, Seconds};
