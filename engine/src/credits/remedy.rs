//! What caps, claims and earn-backs make of the credits of several levels and periods.

use core::num::NonZeroU32;

use super::fee::sum;
use super::{Counted, CreditError};
use crate::agreement::Claim;
use crate::availability::is_met;
use crate::calendar::{NaiveDate, days_after};
use crate::quantity::{ExactMoney, Fraction, Percent};

/// What falls due when several levels are missed in one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SeveralMisses {
    /// The credit of each missed level.
    EachMiss,
    /// The highest of them only.
    HighestOnly,
}

/// The credit of one period in which several levels were missed, under the cap of the period. A level that was met has a
/// credit of nothing.
///
/// # Errors
///
/// When there is no level, the currencies differ or the sum is too large.
pub fn credit_for_misses(
    credits: &[ExactMoney],
    rule: SeveralMisses,
    cap: Option<&ExactMoney>,
) -> Result<ExactMoney, CreditError> {
    let total = sum(credits.iter().copied())?;
    let due = match rule {
        SeveralMisses::EachMiss => total,
        SeveralMisses::HighestOnly => {
            let minor = credits.iter().map(|credit| *credit.minor()).max();
            ExactMoney::from_minor(minor.unwrap_or(Fraction::ZERO), total.currency())
        }
    };
    Ok(cap.map_or(Ok(due), |cap| due.at_most(cap))?)
}

/// What is paid of the credits of a year's periods, in their order, until the cap of the year is used up.
///
/// # Errors
///
/// When the currencies differ or an amount is too large.
pub fn under_yearly_cap(
    credits: &[ExactMoney],
    cap: &ExactMoney,
) -> Result<Vec<ExactMoney>, CreditError> {
    let mut left = *cap;
    let mut pay = |credit: &ExactMoney| {
        let paid = credit.at_most(&left)?;
        left = left.less(&paid)?;
        Ok(paid)
    };
    credits.iter().map(&mut pay).collect()
}

/// Until when a credit has to be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClaimBy {
    /// It comes by itself.
    Automatic,
    /// Up to this day.
    Day(NaiveDate),
    /// It has to be asked for; no deadline is stated.
    NoDeadline,
}

/// Until when the credit of a period has to be asked for, from the last day of the period. `None` past the end of the
/// calendar.
pub fn claim_by(claim: Claim, last_day: NaiveDate) -> Option<ClaimBy> {
    Some(match claim {
        Claim::Automatic => ClaimBy::Automatic,
        Claim::WithinDays(days) => ClaimBy::Day(days_after(last_day, days)?),
        Claim::OnRequest => ClaimBy::NoDeadline,
    })
}

/// A clause by which the provider earns a credit back: it is returned if the periods that follow reach a level. The saved
/// agreement has no such clause; it is asked for where a story needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EarnBack {
    /// How many of the following periods have to reach the level, one after the other.
    pub periods: NonZeroU32,
    /// The level, which may lie above the target.
    pub level: Percent,
}

/// What became of a credit under an [`EarnBack`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EarnedBack {
    /// The provider has it back.
    Returned,
    /// The customer keeps it.
    Kept,
    /// The periods that decide are not over yet.
    Open,
}

impl EarnBack {
    /// What became of a credit, from the periods that followed the miss, in their order, as far as they are over.
    pub fn outcome(&self, following: &[Counted]) -> EarnedBack {
        let periods = usize::try_from(self.periods.get()).unwrap_or(usize::MAX);
        let reached = |period: &Counted| is_met(period.service_time, self.level, period.downtime);
        if !following.iter().take(periods).all(reached) {
            EarnedBack::Kept
        } else if following.len() < periods {
            EarnedBack::Open
        } else {
            EarnedBack::Returned
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::super::due::tests::usd;
    use super::*;
    use crate::calendar::parse_day;
    use crate::quantity::{Currency, MoneyError, Seconds};

    #[test]
    fn each_miss_or_the_highest_then_the_cap() {
        let credits = [usd("10"), usd("0"), usd("25")];
        let due = |rule, cap: Option<&str>| {
            credit_for_misses(&credits, rule, cap.map(usd).as_ref()).unwrap()
        };
        assert_eq!(due(SeveralMisses::EachMiss, None), usd("35"));
        assert_eq!(due(SeveralMisses::HighestOnly, None), usd("25"));
        assert_eq!(due(SeveralMisses::EachMiss, Some("30")), usd("30"));
        assert_eq!(due(SeveralMisses::HighestOnly, Some("30")), usd("25"));
        let none = credit_for_misses(&[], SeveralMisses::EachMiss, None);
        assert_eq!(none, Err(CreditError::NothingToAdd));
        let euro = ExactMoney::from_minor(Fraction::ONE, Currency::parse("EUR").unwrap());
        for rule in [SeveralMisses::EachMiss, SeveralMisses::HighestOnly] {
            let mixed = credit_for_misses(&[usd("1"), euro], rule, None);
            assert!(matches!(
                mixed,
                Err(CreditError::Money(MoneyError::CurrencyMismatch { .. }))
            ));
        }
    }

    #[test]
    fn a_claim_has_a_last_day_or_none() {
        let march = parse_day("2026-03-31").unwrap();
        let day = |text| Some(ClaimBy::Day(parse_day(text).unwrap()));
        assert_eq!(claim_by(Claim::WithinDays(7), march), day("2026-04-07"));
        assert_eq!(claim_by(Claim::WithinDays(0), march), day("2026-03-31"));
        assert_eq!(claim_by(Claim::Automatic, march), Some(ClaimBy::Automatic));
        assert_eq!(claim_by(Claim::OnRequest, march), Some(ClaimBy::NoDeadline));
        assert_eq!(claim_by(Claim::WithinDays(1), NaiveDate::MAX), None);
    }

    #[test]
    fn a_credit_is_earned_back_by_periods_in_a_row() {
        let clause = EarnBack {
            periods: NonZeroU32::new(2).unwrap(),
            level: Percent::parse("99").unwrap(),
        };
        let period = |downtime| Counted {
            service_time: Seconds::new(1_000),
            downtime: Seconds::new(downtime),
        };
        assert_eq!(clause.outcome(&[]), EarnedBack::Open);
        assert_eq!(clause.outcome(&[period(10)]), EarnedBack::Open);
        assert_eq!(clause.outcome(&[period(11)]), EarnedBack::Kept);
        assert_eq!(
            clause.outcome(&[period(10), period(0)]),
            EarnedBack::Returned
        );
        assert_eq!(
            clause.outcome(&[period(10), period(0), period(900)]),
            EarnedBack::Returned
        );
        assert_eq!(clause.outcome(&[period(10), period(900)]), EarnedBack::Kept);
    }

    proptest! {
        #[test]
        fn a_year_never_pays_more_than_its_cap(minors in vec(0_i128..100_000, 0..30), cap in 0_i128..1_000_000) {
            let of = |minor| ExactMoney::from_minor(Fraction::whole(minor), Currency::USD);
            let credits: Vec<_> = minors.iter().copied().map(of).collect();
            let paid = under_yearly_cap(&credits, &of(cap)).unwrap();
            let total: i128 = paid.iter().map(|paid| paid.minor().floor()).sum();
            prop_assert_eq!(total, minors.iter().sum::<i128>().min(cap));
            prop_assert!(paid.iter().zip(&credits).all(|(paid, credit)| paid.minor() <= credit.minor()));
        }
    }
}
