//! Credits prepared for many periods of one length: a table lookup in whole seconds instead of fractions.

use super::{Counted, CreditError, CreditTerms};
use crate::agreement::CreditScheme;
use crate::quantity::{ExactMoney, Fraction, MoneyError, Percent, Seconds};

/// The credit of every downtime in a period of one length, exactly as [`CreditTerms::credit`] gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CreditLadder {
    /// A credit that goes in steps.
    Steps(CreditSteps),
    /// A credit that grows with every second, up to the cap.
    Slope(CreditSlope),
}

/// A credit that goes in steps of downtime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditSteps {
    /// The downtime in seconds at which each step but the first begins, rising.
    from: Vec<u64>,
    /// The credit of each step; one more than there are beginnings.
    credits: Vec<ExactMoney>,
}

/// A credit that grows with every second of downtime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditSlope {
    per_second: ExactMoney,
    most: Option<(u64, ExactMoney)>,
}

impl CreditLadder {
    /// The credits of all downtimes in a period with so much service time and such a fee.
    ///
    /// # Errors
    ///
    /// When a flat credit has no target, or the numbers are too large.
    pub fn new(
        terms: &CreditTerms<'_>,
        service_time: Seconds,
        fee: &ExactMoney,
    ) -> Result<Self, CreditError> {
        match terms.scheme {
            CreditScheme::MultipleOfDowntime(hundredths) => {
                CreditSlope::new(*hundredths, terms.cap, service_time, fee).map(Self::Slope)
            }
            _ => CreditSteps::new(terms, service_time, fee).map(Self::Steps),
        }
    }

    /// The credit of a downtime in seconds.
    ///
    /// # Errors
    ///
    /// When a slope makes the amount too large.
    pub fn credit(&self, downtime: u64) -> Result<ExactMoney, CreditError> {
        match self {
            Self::Steps(steps) => Ok(steps.credit(downtime)),
            Self::Slope(slope) => slope.credit(downtime),
        }
    }
}

impl CreditSteps {
    fn new(
        terms: &CreditTerms<'_>,
        service_time: Seconds,
        fee: &ExactMoney,
    ) -> Result<Self, CreditError> {
        let credit = |downtime| {
            let downtime = Seconds::new(downtime);
            terms.credit(
                Counted {
                    service_time,
                    downtime,
                },
                fee,
            )
        };
        let (mut from, mut credits) = (Vec::new(), vec![credit(0)?]);
        for downtime in changes(terms, service_time) {
            let next = credit(downtime)?;
            if credits.last() != Some(&next) {
                from.push(downtime);
                credits.push(next);
            }
        }
        Ok(Self { from, credits })
    }

    /// Which step a downtime in seconds is on, from 0.
    #[inline]
    pub fn step(&self, downtime: u64) -> usize {
        self.from.partition_point(|from| *from <= downtime)
    }

    /// The credit of each step.
    pub fn credits(&self) -> &[ExactMoney] {
        &self.credits
    }

    /// The downtime in seconds at which each step but the first begins.
    pub fn beginnings(&self) -> &[u64] {
        &self.from
    }

    fn credit(&self, downtime: u64) -> ExactMoney {
        self.credits[self.step(downtime)]
    }
}

/// The downtimes above none at which a credit may change, rising, each once.
fn changes(terms: &CreditTerms<'_>, service_time: Seconds) -> Vec<u64> {
    let below = |bound| first_below(service_time, bound);
    let mut all: Vec<u64> = match terms.scheme {
        CreditScheme::ByAvailability(tiers) => tiers
            .iter()
            .flat_map(|tier| [Some(tier.below), tier.down_to])
            .filter_map(|bound| below(bound?))
            .collect(),
        CreditScheme::ByDowntime(tiers) => tiers.iter().map(|tier| tier.at_least.get()).collect(),
        CreditScheme::FlatOnBreach(_) => terms.target.and_then(below).into_iter().collect(),
        CreditScheme::MultipleOfDowntime(_) => Vec::new(),
    };
    all.retain(|downtime| *downtime > 0);
    all.sort_unstable();
    all.dedup();
    all
}

/// The least downtime in seconds that brings the availability strictly below a bound; `None` where none does.
fn first_below(service_time: Seconds, bound: Percent) -> Option<u64> {
    let allowed = u128::from(service_time.get()) * u128::from(bound.complement().millionths())
        / u128::from(Percent::WHOLE.get());
    u64::try_from(allowed).ok()?.checked_add(1)
}

impl CreditSlope {
    fn new(
        hundredths: u32,
        cap: Option<Percent>,
        service_time: Seconds,
        fee: &ExactMoney,
    ) -> Result<Self, CreditError> {
        let below = i128::from(service_time.get()) * 100;
        let share = Fraction::new(i128::from(hundredths), below).unwrap_or(Fraction::ZERO);
        let most = match cap {
            Some(cap) if Fraction::ZERO < share => {
                let mark = cap.fraction().checked_div(&share);
                let whole = mark.ok_or(MoneyError::TooLarge)?.floor();
                let most = fee.checked_mul(&cap.fraction())?;
                // A mark past 64 bits is never reached.
                u64::try_from(whole).ok().map(|mark| (mark, most))
            }
            _ => None,
        };
        let per_second = fee.checked_mul(&share)?;
        Ok(Self { per_second, most })
    }

    /// The credit of one second before the cap. Up to [`CreditSlope::longest_below_cap`], a sum of downtimes times this is
    /// the sum of their credits.
    pub const fn per_second(&self) -> &ExactMoney {
        &self.per_second
    }

    /// The longest downtime in seconds that the cap does not cut; `None` without a cap.
    pub fn longest_below_cap(&self) -> Option<u64> {
        self.most.map(|(mark, _)| mark)
    }

    /// The credit of any longer downtime; `None` without a cap.
    pub fn cap(&self) -> Option<&ExactMoney> {
        self.most.as_ref().map(|(_, most)| most)
    }

    fn credit(&self, downtime: u64) -> Result<ExactMoney, CreditError> {
        match self.most {
            Some((mark, most)) if mark < downtime => Ok(most),
            _ => Ok(self
                .per_second
                .checked_mul(&Fraction::whole(i128::from(downtime)))?),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::option;
    use proptest::prelude::*;

    use super::super::GapReading;
    use super::super::due::tests::{percents, schemes, usd};
    use super::*;

    proptest! {
        #[test]
        fn the_ladder_gives_exactly_the_credit(
            scheme in schemes(), target in percents(), cap in option::of(percents()), letter: bool,
            service_time in prop_oneof![1_u64..3_000_000, Just(0), Just(100)], share in 0.0_f64..=1.0, offset in 0_u64..3
        ) {
            let gaps = if letter { GapReading::NothingDue } else { GapReading::UpperRowGoesOn };
            let terms = CreditTerms { scheme: &scheme, target: Some(target), cap, gaps };
            let fee = usd("293693.50");
            let service_time = Seconds::new(service_time);
            let ladder = CreditLadder::new(&terms, service_time, &fee).unwrap();
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "any downtime will do")]
            let anywhere = (service_time.get() as f64 * share) as u64;
            // Around each change, where an error by one would show.
            let mut downtimes = vec![0, anywhere, service_time.get()];
            match &ladder {
                CreditLadder::Steps(steps) => downtimes.extend(steps.beginnings().iter().map(|from| from - 1 + offset)),
                CreditLadder::Slope(slope) => downtimes.extend(slope.longest_below_cap().map(|mark| mark + offset)),
            }
            for downtime in downtimes {
                let exact = terms.credit(Counted { service_time, downtime: Seconds::new(downtime) }, &fee).unwrap();
                prop_assert_eq!(ladder.credit(downtime).unwrap(), exact, "{}", downtime);
            }
        }
    }

    #[test]
    fn steps_begin_where_the_bound_is_passed() {
        let percent = |text| Percent::parse(text).unwrap();
        let scheme = CreditScheme::FlatOnBreach(percent("10"));
        let terms = CreditTerms {
            scheme: &scheme,
            target: Some(percent("99")),
            cap: None,
            gaps: GapReading::default(),
        };
        let CreditLadder::Steps(steps) =
            CreditLadder::new(&terms, Seconds::new(1_209_600), &usd("300")).unwrap()
        else {
            unreachable!()
        };
        assert_eq!(steps.beginnings(), [12_097]);
        assert_eq!(steps.credits(), [usd("0"), usd("30")]);
        assert_eq!(
            [12_096, 12_097].map(|downtime| steps.step(downtime)),
            [0, 1]
        );
        // Nothing is strictly below 0 %, and a service time of 64 bits has no room past its end.
        assert_eq!(first_below(Seconds::new(u64::MAX), Percent::ZERO), None);
    }
}
