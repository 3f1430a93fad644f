use super::CreditError;
use crate::agreement::{AvailabilityTier, CreditScheme};
use crate::availability::is_met;
use crate::derivation::{Figure, FormulaId, Input, Sourced};
use crate::quantity::{ExactMoney, Fraction, MoneyError, Percent, Seconds};

/// What a measurement period came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Counted {
    /// The service time of the period.
    pub service_time: Seconds,
    /// The downtime that counts in it.
    pub downtime: Seconds,
}

/// What the agreement says about the credit of one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CreditTerms<'a> {
    /// How the credit is reckoned.
    pub scheme: &'a CreditScheme,
    /// The target whose miss earns a flat credit; the other schemes do not look at it.
    pub target: Option<Percent>,
    /// Most credit in the period, as a share of its fee.
    pub cap: Option<Percent>,
    /// What holds between the rows of a table that leaves gaps.
    pub gaps: GapReading,
}

/// What holds between two rows of a table by availability, where the upper one prints an end and the lower begins later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum GapReading {
    /// The upper row goes on, as if it had no end.
    #[default]
    UpperRowGoesOn,
    /// Nothing falls due, by the letter.
    NothingDue,
}

impl GapReading {
    /// The key of its name in the content.
    pub const fn key(self) -> &'static str {
        match self {
            Self::UpperRowGoesOn => "credit-gap-upper-row-goes-on",
            Self::NothingDue => "credit-gap-nothing-due",
        }
    }
}

impl CreditTerms<'_> {
    /// The credit as a share of the period's fee, before the cap.
    ///
    /// # Errors
    ///
    /// When a flat credit has no target, or the numbers are too large.
    pub fn uncapped_share(&self, counted: Counted) -> Result<Fraction, CreditError> {
        match self.scheme {
            CreditScheme::MultipleOfDowntime(hundredths) => {
                Ok(multiple_of_downtime(counted, *hundredths).ok_or(MoneyError::TooLarge)?)
            }
            _ => Ok(self.step(counted)?.fraction()),
        }
    }

    /// The same for the schemes that go in steps, as the percentage that the agreement prints; nothing for a multiple.
    fn step(&self, counted: Counted) -> Result<Percent, CreditError> {
        let highest =
            |credits: &mut dyn Iterator<Item = Percent>| credits.max().unwrap_or(Percent::ZERO);
        Ok(match self.scheme {
            CreditScheme::ByAvailability(tiers) => highest(
                &mut tiers
                    .iter()
                    .filter(|tier| self.earns(tier, counted))
                    .map(|tier| tier.credit),
            ),
            CreditScheme::ByDowntime(tiers) => highest(
                &mut tiers
                    .iter()
                    .filter(|tier| tier.at_least <= counted.downtime)
                    .map(|tier| tier.credit),
            ),
            CreditScheme::FlatOnBreach(credit) => {
                let target = self.target.ok_or(CreditError::NoTarget)?;
                let met = is_met(counted.service_time, target, counted.downtime);
                if met { Percent::ZERO } else { *credit }
            }
            CreditScheme::MultipleOfDowntime(_) => Percent::ZERO,
        })
    }

    /// The credit as a share of the period's fee: what the scheme gives, and no more than the cap.
    ///
    /// # Errors
    ///
    /// As [`CreditTerms::uncapped_share`].
    pub fn share(&self, counted: Counted) -> Result<Fraction, CreditError> {
        let share = self.uncapped_share(counted)?;
        Ok(self.cap.map_or(share, |cap| share.min(cap.fraction())))
    }

    /// The credit in money: its share of the fee.
    ///
    /// # Errors
    ///
    /// As [`CreditTerms::uncapped_share`].
    pub fn credit(&self, counted: Counted, fee: &ExactMoney) -> Result<ExactMoney, CreditError> {
        Ok(fee.checked_mul(&self.share(counted)?)?)
    }

    /// Whether a row applies: the availability is strictly below its bound and, by the letter, not below its end.
    fn earns(&self, tier: &AvailabilityTier, counted: Counted) -> bool {
        let reaches = |bound| is_met(counted.service_time, bound, counted.downtime);
        let ends_above = match (self.gaps, tier.down_to) {
            (GapReading::NothingDue, Some(end)) => !reaches(end),
            _ => false,
        };
        !reaches(tier.below) && !ends_above
    }

    const fn formula(&self) -> FormulaId {
        FormulaId(match self.scheme {
            CreditScheme::ByAvailability(_) => "credit-by-availability",
            CreditScheme::ByDowntime(_) => "credit-by-downtime",
            CreditScheme::FlatOnBreach(_) => "credit-flat-on-breach",
            CreditScheme::MultipleOfDowntime(_) => "credit-multiple-of-downtime",
        })
    }

    /// What goes into the share of the fee.
    fn inputs(&self, counted: Counted) -> Result<Vec<Input>, CreditError> {
        let mut inputs = match self.scheme {
            CreditScheme::MultipleOfDowntime(hundredths) => {
                let multiple = Fraction::new(i128::from(*hundredths), 100);
                vec![Sourced::agreed(multiple.unwrap_or(Fraction::ZERO)).named("credit-multiple")]
            }
            _ => vec![Sourced::computed(self.step(counted)?).named("credit-share")],
        };
        if let (CreditScheme::FlatOnBreach(_), Some(target)) = (self.scheme, self.target) {
            inputs.insert(0, Sourced::agreed(target).named("target"));
        }
        let cap = self.cap.map(|cap| Sourced::agreed(cap).named("credit-cap"));
        inputs.extend(cap);
        Ok(inputs)
    }

    /// The figure with the reading that was chosen, where it matters.
    fn read<T>(&self, figure: Figure<T>) -> Figure<T> {
        if self.prints_ends() {
            figure.by_convention(self.gaps.key())
        } else {
            figure
        }
    }

    /// Whether some row prints an end, so that the reading of gaps matters.
    fn prints_ends(&self) -> bool {
        match self.scheme {
            CreditScheme::ByAvailability(tiers) => tiers.iter().any(|tier| tier.down_to.is_some()),
            _ => false,
        }
    }
}

/// downtime / service time × multiple; nothing where nothing was promised. 64 and 32 bits stay within 128.
fn multiple_of_downtime(counted: Counted, hundredths: u32) -> Option<Fraction> {
    let above = i128::from(counted.downtime.get()) * i128::from(hundredths);
    let below = i128::from(counted.service_time.get()) * 100;
    if below == 0 {
        return Some(Fraction::ZERO);
    }
    Fraction::new(above, below)
}

/// The credit due for one period, exact, with its derivation. The terms are those of the agreement.
///
/// # Errors
///
/// When a flat credit has no target, or the numbers are too large.
pub fn credit_due(
    terms: &CreditTerms<'_>,
    service_time: Sourced<Seconds>,
    downtime: Sourced<Seconds>,
    fee: Sourced<ExactMoney>,
) -> Result<Figure<ExactMoney>, CreditError> {
    let counted = Counted {
        service_time: service_time.value,
        downtime: downtime.value,
    };
    let credit = terms.credit(counted, &fee.value)?;
    let mut inputs = vec![
        service_time.named("period"),
        downtime.named("downtime"),
        fee.named("fee"),
    ];
    inputs.extend(terms.inputs(counted)?);
    Ok(terms.read(Figure::exact(credit, terms.formula(), inputs)))
}

/// The credit due for one period as a share of its fee, exact, with its derivation. The terms are those of the agreement.
///
/// # Errors
///
/// When a flat credit has no target, or the numbers are too large.
pub fn credit_share(
    terms: &CreditTerms<'_>,
    service_time: Sourced<Seconds>,
    downtime: Sourced<Seconds>,
) -> Result<Figure<Fraction>, CreditError> {
    let counted = Counted {
        service_time: service_time.value,
        downtime: downtime.value,
    };
    let mut inputs = vec![service_time.named("period"), downtime.named("downtime")];
    inputs.extend(terms.inputs(counted)?);
    let share = terms.share(counted)?;
    Ok(terms.read(Figure::exact(
        share,
        FormulaId("credit-share-of-fee"),
        inputs,
    )))
}

#[cfg(test)]
pub(super) mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::*;

    use super::GapReading::{NothingDue, UpperRowGoesOn};
    use super::*;
    use crate::agreement::DowntimeTier;
    use crate::quantity::{Currency, Money};

    pub(in crate::credits) fn percents() -> impl Strategy<Value = Percent> {
        prop_oneof![
            (0_u32..=100_000_000)
                .prop_map(|millionths| Percent::from_millionths(millionths).unwrap()),
            Just(Percent::ZERO),
            Just(Percent::HUNDRED),
        ]
    }

    pub(in crate::credits) fn schemes() -> impl Strategy<Value = CreditScheme> {
        let tier = (percents(), option::of(percents()), percents());
        let by_availability = vec(tier, 0..5).prop_map(|tiers| {
            let tier = |(below, down_to, credit)| AvailabilityTier {
                below,
                down_to,
                credit,
            };
            CreditScheme::ByAvailability(tiers.into_iter().map(tier).collect())
        });
        let by_downtime = vec((0_u64..2_000_000, percents()), 0..5).prop_map(|tiers| {
            let tier = |(at_least, credit)| DowntimeTier {
                at_least: Seconds::new(at_least),
                credit,
            };
            CreditScheme::ByDowntime(tiers.into_iter().map(tier).collect())
        });
        prop_oneof![
            by_availability,
            by_downtime,
            percents().prop_map(CreditScheme::FlatOnBreach),
            (0_u32..5_000).prop_map(CreditScheme::MultipleOfDowntime),
        ]
    }

    pub(in crate::credits) fn usd(text: &str) -> ExactMoney {
        Money::parse(text, Currency::USD).unwrap().exact()
    }

    fn terms(scheme: &CreditScheme) -> CreditTerms<'_> {
        CreditTerms {
            scheme,
            target: None,
            cap: None,
            gaps: GapReading::default(),
        }
    }

    fn counted(service_time: u64, downtime: u64) -> Counted {
        Counted {
            service_time: Seconds::new(service_time),
            downtime: Seconds::new(downtime),
        }
    }

    #[test]
    fn a_gap_in_a_table_has_two_readings() {
        let percent = |text| Percent::parse(text).unwrap();
        let row = |below, down_to, credit| AvailabilityTier {
            below: percent(below),
            down_to: Some(percent(down_to)),
            credit: percent(credit),
        };
        let scheme =
            CreditScheme::ByAvailability(vec![row("99.9", "99", "10"), row("98", "95", "25")]);
        let share = |gaps, downtime| {
            let terms = CreditTerms {
                gaps,
                ..terms(&scheme)
            };
            terms.share(counted(10_000, downtime)).unwrap().to_string()
        };
        // 99 % exactly, then 98.5 %, 97 % and 90 %.
        assert_eq!(
            [100, 150, 300, 1_000].map(|down| share(UpperRowGoesOn, down)),
            ["1/10", "1/10", "1/4", "1/4"]
        );
        assert_eq!(
            [100, 150, 300, 1_000].map(|down| share(NothingDue, down)),
            ["1/10", "0", "1/4", "0"]
        );
        let figure = credit_due(
            &terms(&scheme),
            Sourced::computed(Seconds::new(10_000)),
            Sourced::typed(Seconds::new(150)),
            Sourced::agreed(usd("300")),
        )
        .unwrap();
        assert_eq!(figure.value, usd("30"));
        assert_eq!(
            figure.derivation.convention,
            Some("credit-gap-upper-row-goes-on")
        );
    }

    #[test]
    fn the_ends_are_right() {
        let flat = CreditScheme::FlatOnBreach(Percent::HUNDRED);
        assert_eq!(
            terms(&flat).share(counted(10, 1)),
            Err(CreditError::NoTarget)
        );
        let multiple = CreditScheme::MultipleOfDowntime(100);
        assert_eq!(terms(&multiple).share(counted(0, 0)), Ok(Fraction::ZERO));
        assert_eq!(terms(&multiple).share(counted(10, 10)), Ok(Fraction::ONE));
        let none = CreditScheme::ByDowntime(Vec::new());
        assert_eq!(terms(&none).share(counted(10, 10)), Ok(Fraction::ZERO));
        let at_once = CreditScheme::ByDowntime(vec![DowntimeTier {
            at_least: Seconds::ZERO,
            credit: Percent::HUNDRED,
        }]);
        assert_eq!(terms(&at_once).share(counted(10, 0)), Ok(Fraction::ONE));
        let endless = ExactMoney::from_minor(Fraction::whole(i128::MAX), Currency::USD);
        let third = CreditScheme::MultipleOfDowntime(u32::MAX);
        assert_eq!(
            terms(&third).credit(counted(u64::MAX, u64::MAX - 1), &endless),
            Err(CreditError::Money(MoneyError::TooLarge))
        );
    }

    proptest! {
        #[test]
        fn more_downtime_never_earns_less_and_never_more_than_the_cap(
            scheme in schemes(), target in percents(), cap in option::of(percents()), service_time in 1_u64..3_000_000,
            one in 0_u64..3_000_000, two in 0_u64..3_000_000
        ) {
            let terms = CreditTerms { target: Some(target), cap, ..terms(&scheme) };
            let share = |downtime: u64| terms.share(counted(service_time, downtime)).unwrap();
            prop_assert!(share(one.min(two)) <= share(one.max(two)));
            prop_assert!(Fraction::ZERO <= share(one));
            if let Some(cap) = cap {
                prop_assert!(share(one) <= cap.fraction());
            }
        }

        #[test]
        fn the_order_of_the_rows_does_not_matter(scheme in schemes(), service_time in 1_u64..3_000_000, downtime in 0_u64..3_000_000) {
            let mut turned = scheme.clone();
            match &mut turned {
                CreditScheme::ByAvailability(tiers) => { tiers.reverse(); tiers.extend_from_within(..); }
                CreditScheme::ByDowntime(tiers) => { tiers.reverse(); tiers.extend_from_within(..); }
                _ => {}
            }
            let share = |scheme| CreditTerms { target: Some(Percent::HUNDRED), ..terms(scheme) }.share(counted(service_time, downtime));
            prop_assert_eq!(share(&scheme), share(&turned));
        }
    }
}
