//! What comes back for a miss, in the mean over many years.

use crate::agreement::CreditScheme;
use crate::quantity::Percent;

/// What a missed line earns back in one period, in units of money as a floating-point number: a simulation states means, not
/// invoices. Which row of a table applies is decided exactly.
#[derive(Clone, Debug, PartialEq)]
pub struct CreditCurve {
    /// How it is reckoned; `None` = nothing is promised.
    pub scheme: Option<CreditScheme>,
    /// Most credit, as a share of the fee.
    pub cap: Option<Percent>,
    /// The fee of one period for what one line covers.
    pub fee: f64,
}

impl CreditCurve {
    /// No credit is promised.
    pub const NONE: Self = Self {
        scheme: None,
        cap: None,
        fee: 0.0,
    };

    pub(super) fn amount(&self, target: Percent, service: u64, downtime: u64) -> f64 {
        let below = |bound| is_below(bound, service, downtime);
        let uncapped = match &self.scheme {
            Some(CreditScheme::ByAvailability(tiers)) => {
                let due = tiers.iter().filter(|tier| below(tier.below));
                due.map(|tier| tier.credit).max().map_or(0.0, share)
            }
            Some(CreditScheme::ByDowntime(tiers)) => {
                let due = tiers.iter().filter(|tier| tier.at_least.get() <= downtime);
                due.map(|tier| tier.credit).max().map_or(0.0, share)
            }
            Some(CreditScheme::FlatOnBreach(credit)) if below(target) => share(*credit),
            None | Some(CreditScheme::FlatOnBreach(_)) => 0.0,
            Some(CreditScheme::MultipleOfDowntime(hundredths)) => {
                #[allow(clippy::cast_precision_loss, reason = "a share of money in a mean")]
                let part = downtime as f64 / service.max(1) as f64;
                part * f64::from(*hundredths) / 100.0
            }
        };
        self.fee * self.cap.map_or(uncapped, |cap| uncapped.min(share(cap)))
    }
}

fn share(credit: Percent) -> f64 {
    f64::from(credit.millionths()) / 1e8
}

/// Whether so much downtime is more than a bound allows: compared as products, for a division takes longer and says the same.
fn is_below(bound: Percent, service: u64, downtime: u64) -> bool {
    let allowed = u128::from(service) * u128::from(bound.complement().millionths());
    allowed < u128::from(downtime) * u128::from(Percent::WHOLE.get())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::compliance::limit;

    proptest! {
        #[test]
        fn a_bound_is_passed_where_its_limit_is(millionths in 0_u32..=100_000_000, service: u64, part in 0.0..=1.0_f64, off in 0_u64..3) {
            let bound = Percent::from_millionths(millionths).ok_or_else(|| TestCaseError::fail("no percentage"))?;
            let limit = limit(bound, u128::from(service)).map_err(|error| TestCaseError::fail(error.to_string()))?;
            let at = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(off).saturating_sub(1);
            #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "any value will do")]
            let anywhere = (service as f64 * part) as u64;
            for downtime in [at, anywhere] {
                prop_assert_eq!(is_below(bound, service, downtime), limit < u128::from(downtime));
            }
        }
    }
}
