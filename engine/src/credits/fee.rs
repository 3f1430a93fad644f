//! The fee from which a credit is reckoned: what one period costs, and at which locations.

use core::num::NonZeroU32;

use super::CreditError;
use crate::derivation::{Figure, FormulaId, Sourced};
use crate::quantity::{Count, ExactMoney, Fraction, Money, MoneyError};

/// A fee as the agreement states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecurringFee {
    /// For a year.
    PerYear(Money),
    /// For a month: a twelfth of a year.
    PerMonth(Money),
}

impl RecurringFee {
    /// Months that the stated amount pays for.
    const fn months(self) -> i128 {
        match self {
            Self::PerYear(_) => 12,
            Self::PerMonth(_) => 1,
        }
    }

    const fn amount(self) -> Money {
        match self {
            Self::PerYear(amount) | Self::PerMonth(amount) => amount,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::PerYear(_) => "fee-per-year",
            Self::PerMonth(_) => "fee-per-month",
        }
    }
}

/// How much of a year's fee falls to one period. Agreements seldom say; two weeks as a part of 26 and as 14 days of 365
/// differ by a quarter of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FeeConvention {
    /// One of so many equal parts of a year: 26 for two weeks, 52 for a week.
    EqualParts(NonZeroU32),
    /// So many months, however long: 1, or 3 for a quarter.
    Months(u32),
    /// By days.
    ByDays {
        /// Days in the period.
        days: u32,
        /// Days to which the year is reckoned, see [`full_year_of_days`].
        year: NonZeroU32,
    },
}

/// The year of 365 days, to which fees by days are usually reckoned.
pub const fn full_year_of_days() -> NonZeroU32 {
    match NonZeroU32::new(365) {
        Some(days) => days,
        None => NonZeroU32::MIN,
    }
}

impl FeeConvention {
    /// The key of its name in the content.
    pub const fn key(self) -> &'static str {
        match self {
            Self::EqualParts(_) => "fee-equal-parts",
            Self::Months(_) => "fee-months",
            Self::ByDays { .. } => "fee-by-days",
        }
    }

    /// The equal part of a year that a period of whole weeks is, the year counted as 52 weeks; `None` for any other number of
    /// days.
    pub fn equal_parts_of_days(days: u32) -> Option<Self> {
        let parts = (days > 0 && 364 % days == 0 && days.is_multiple_of(7)).then(|| 364 / days);
        parts.and_then(NonZeroU32::new).map(Self::EqualParts)
    }

    /// Years in the period.
    fn years(self) -> Option<Fraction> {
        let (above, below) = match self {
            Self::EqualParts(parts) => (1, parts.get()),
            Self::Months(months) => (months, 12),
            Self::ByDays { days, year } => (days, year.get()),
        };
        Fraction::new(i128::from(above), i128::from(below))
    }

    fn inputs(self) -> Vec<crate::derivation::Input> {
        let count = |count, name| Sourced::convention(Count::new(count)).named(name);
        match self {
            Self::EqualParts(parts) => vec![count(parts.get(), "parts-of-a-year")],
            Self::Months(months) => vec![count(months, "months")],
            Self::ByDays { days, year } => {
                vec![count(days, "days"), count(year.get(), "days-in-a-year")]
            }
        }
    }
}

/// The fee of one period, exact: two weeks of 24,000 a year are 12000/13.
///
/// # Errors
///
/// When the amount is too large.
pub fn fee_of_period(
    fee: Sourced<RecurringFee>,
    convention: FeeConvention,
) -> Result<Figure<ExactMoney>, CreditError> {
    let yearly = Fraction::new(12, fee.value.months());
    let share = yearly
        .zip(convention.years())
        .and_then(|(yearly, years)| yearly.checked_mul(&years))
        .ok_or(MoneyError::TooLarge)?;
    let amount = fee.value.amount();
    let stated = Sourced {
        value: amount,
        origin: fee.origin,
    };
    let mut inputs = vec![stated.named(fee.value.name())];
    inputs.extend(convention.inputs());
    let of_period = amount.exact().checked_mul(&share)?;
    let formula = FormulaId(match fee.value {
        RecurringFee::PerYear(_) => "fee-of-period-from-year",
        RecurringFee::PerMonth(_) => "fee-of-period-from-month",
    });
    Ok(Figure::exact(of_period, formula, inputs).by_convention(convention.key()))
}

/// What the locations pay for one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeeSchedule {
    /// One fee for all, of which each location bears the same part.
    Shared {
        /// The fee for all.
        total: ExactMoney,
        /// How many bear it.
        locations: NonZeroU32,
    },
    /// A fee for each location.
    Each(Vec<ExactMoney>),
}

/// Of which fees a credit is a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CreditBase {
    /// Of the fees of the locations that missed their level.
    FailingLocations,
    /// Of all fees.
    AllFees,
}

impl FeeSchedule {
    /// The amount of which a credit is a share. `failing` says for each location whether it missed its level.
    ///
    /// # Errors
    ///
    /// When there are more or fewer locations than fees, or the sum is too large.
    pub fn base(&self, base: CreditBase, failing: &[bool]) -> Result<ExactMoney, CreditError> {
        let each = self.each(failing.len())?;
        let counted = each.iter().zip(failing).map(|(fee, fails)| {
            if *fails || base == CreditBase::AllFees {
                *fee
            } else {
                ExactMoney::from_minor(Fraction::ZERO, fee.currency())
            }
        });
        sum(counted)
    }

    fn each(&self, locations: usize) -> Result<Vec<ExactMoney>, CreditError> {
        let fees = match self {
            Self::Shared { locations, .. } => {
                usize::try_from(locations.get()).unwrap_or(usize::MAX)
            }
            Self::Each(fees) => fees.len(),
        };
        if fees != locations {
            return Err(CreditError::WrongNumberOfLocations { fees, locations });
        }
        match self {
            Self::Shared {
                total,
                locations: bearing,
            } => {
                let part = Fraction::of(1, (*bearing).into());
                Ok(vec![total.checked_mul(&part)?; fees])
            }
            Self::Each(fees) => Ok(fees.clone()),
        }
    }
}

/// The sum of amounts in one currency.
pub(super) fn sum(
    amounts: impl IntoIterator<Item = ExactMoney>,
) -> Result<ExactMoney, CreditError> {
    let mut amounts = amounts.into_iter();
    let first = amounts.next().ok_or(CreditError::NothingToAdd)?;
    Ok(amounts.try_fold(first, |total, amount| total.checked_add(&amount))?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::due::tests::usd;
    use super::*;
    use crate::quantity::Currency;

    fn money(text: &str) -> Money {
        Money::parse(text, Currency::USD).unwrap()
    }

    #[test]
    fn the_fee_of_a_month_stays_a_month() {
        let month = Sourced::agreed(RecurringFee::PerMonth(money("2000")));
        let fee = |convention| fee_of_period(month, convention).unwrap().value;
        assert_eq!(fee(FeeConvention::Months(1)), usd("2000"));
        assert_eq!(fee(FeeConvention::Months(3)), usd("6000"));
        assert_eq!(
            fee(FeeConvention::equal_parts_of_days(14).unwrap())
                .minor()
                .to_string(),
            "1200000/13"
        );
        assert_eq!(
            fee(FeeConvention::equal_parts_of_days(28).unwrap())
                .minor()
                .to_string(),
            "2400000/13"
        );
        assert_eq!(
            [0, 1, 10, 30, 21].map(FeeConvention::equal_parts_of_days),
            [None; 5]
        );
    }

    #[test]
    fn a_credit_is_of_the_failing_fees_or_of_all() {
        let each = FeeSchedule::Each(vec![usd("100"), usd("200"), usd("300")]);
        let failing = [false, true, false];
        assert_eq!(
            each.base(CreditBase::FailingLocations, &failing),
            Ok(usd("200"))
        );
        assert_eq!(each.base(CreditBase::AllFees, &failing), Ok(usd("600")));
        assert_eq!(
            each.base(CreditBase::FailingLocations, &[false; 3]),
            Ok(usd("0"))
        );
        let shared = FeeSchedule::Shared {
            total: usd("600"),
            locations: NonZeroU32::new(3).unwrap(),
        };
        assert_eq!(
            shared.base(CreditBase::FailingLocations, &failing),
            Ok(usd("200"))
        );
        assert_eq!(shared.base(CreditBase::AllFees, &failing), Ok(usd("600")));
        let wrong = CreditError::WrongNumberOfLocations {
            fees: 3,
            locations: 2,
        };
        assert_eq!(each.base(CreditBase::AllFees, &[true; 2]), Err(wrong));
        assert_eq!(
            FeeSchedule::Each(Vec::new()).base(CreditBase::AllFees, &[]),
            Err(CreditError::NothingToAdd)
        );
    }
}
