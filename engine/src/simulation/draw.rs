//! Drawing the outages of one year.

use rand_distr::{Distribution, Exp1, StandardNormal};
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

use super::scenario::{Arrivals, Process, RepairTime};
use crate::probability::Repair;

/// Small, fast, and the same on every machine.
pub(super) type Random = Xoshiro256PlusPlus;

/// The generator of one year: any year can be drawn without those before it.
pub(super) fn random(seed: u64, year: u32) -> Random {
    // An odd multiplier keeps different years apart; seeding mixes the bits.
    Random::seed_from_u64(
        seed ^ u64::from(year)
            .wrapping_add(1)
            .wrapping_mul(0x9E37_79B9_7F4A_7C15),
    )
}

/// One outage in seconds from the year's start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Failure {
    pub fault: i64,
    pub reported: i64,
    pub restored: i64,
}

/// A process made ready to be drawn from.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// Mean seconds between first outages; nothing ever happens without it.
    every: Option<f64>,
    again: f64,
    after: f64,
    detection: f64,
    response: f64,
    repair: RepairTime,
}

const YEAR: f64 = 365.0 * 86_400.0;

impl Source {
    pub fn new(process: &Process) -> Self {
        let (again, after) = match process.arrivals {
            Arrivals::Poisson => (0.0, 0.0),
            Arrivals::Clustered { again, after } => (again, after),
        };
        // Followed again and again with this chance, one outage is 1 / (1 - chance) of them.
        let first = process.per_year * (1.0 - again);
        Self {
            every: (first > 0.0).then(|| YEAR / first),
            again,
            after,
            detection: process.detection,
            response: process.response,
            repair: process.repair.clone(),
        }
    }

    /// Whether outages may come out of order: one of a cluster may begin after the first of the next.
    pub fn is_clustered(&self) -> bool {
        self.again > 0.0
    }

    /// Draws the outages that begin before `end`, in order of their first outages.
    pub fn draw(&self, random: &mut Random, end: i64, into: &mut Vec<Failure>) {
        into.clear();
        let Some(every) = self.every else {
            return;
        };
        // A loop for each law, so that none waits for the others.
        match &self.repair {
            RepairTime::Random(Repair::Exponential { mean }) => {
                self.each(every, random, end, into, |random| {
                    exponential(random) * mean
                });
            }
            RepairTime::Random(Repair::Lognormal { median, sigma }) => {
                self.each(every, random, end, into, |random| {
                    let normal: f64 = StandardNormal.sample(random);
                    median * exp(sigma * normal)
                });
            }
            RepairTime::Random(Repair::Weibull { shape, scale }) => {
                self.each(every, random, end, into, |random| {
                    scale * libm::pow(exponential(random), shape.recip())
                });
            }
            RepairTime::Resampled(times) => {
                self.each(every, random, end, into, |random| one_of(times, random));
            }
        }
    }

    #[inline]
    fn each(
        &self,
        every: f64,
        random: &mut Random,
        end: i64,
        into: &mut Vec<Failure>,
        repair: impl Fn(&mut Random) -> f64,
    ) {
        // A copy of its own stays in registers.
        let mut own = random.clone();
        #[allow(
            clippy::cast_precision_loss,
            reason = "seconds of a year are exact in a double"
        )]
        let limit = end as f64;
        let mut at = 0.0;
        loop {
            at += exponential(&mut own) * every;
            if at >= limit {
                break;
            }
            let mut begin = at;
            loop {
                let fault = whole(begin);
                let (noticed, reported) = if self.detection == 0.0 {
                    (begin, fault)
                } else {
                    let noticed = begin + exponential(&mut own) * self.detection;
                    (noticed, whole(noticed))
                };
                let waits = if self.response == 0.0 {
                    0.0
                } else {
                    exponential(&mut own) * self.response
                };
                let restored = whole(noticed + waits + repair(&mut own));
                into.push(Failure {
                    fault,
                    reported,
                    restored,
                });
                if self.again == 0.0 || uniform(&mut own) >= self.again {
                    break;
                }
                #[allow(clippy::cast_precision_loss, reason = "as above")]
                let restored = restored as f64;
                begin = restored + exponential(&mut own) * self.after;
                if begin >= limit {
                    break;
                }
            }
        }
        *random = own;
    }
}

fn one_of(times: &[u32], random: &mut Random) -> f64 {
    let below = u64::try_from(times.len()).unwrap_or(u64::MAX);
    // The high half of the product is even enough: the bias is below 2^-40 for any log that fits into a file.
    let at = (u128::from(random.next_u64()) * u128::from(below)) >> 64;
    let drawn = usize::try_from(at).ok().and_then(|at| times.get(at));
    drawn.copied().map_or(0.0, f64::from)
}

#[inline]
fn exponential(random: &mut Random) -> f64 {
    Exp1.sample(random)
}

/// e to the power of anything a repair time needs, within two units of the last place and without a branch to guess wrong: half of
/// all powers are above 1, so that a function which tells cases apart waits for every other one.
#[inline]
fn exp(x: f64) -> f64 {
    /// The natural logarithm of 2 in two parts: the first has zeros at its end, so that its multiples are exact.
    const LN_2: (f64, f64) = (6.931_471_803_691_238e-1, 1.908_214_929_270_587_7e-10);
    /// One and a half times 2^52: a number added to it is rounded to a whole one, which stands in the last bits of the sum.
    const WHOLE: f64 = 6_755_399_441_055_744.0;
    let x = x.clamp(-700.0, 700.0);
    let shifted = x * core::f64::consts::LOG2_E + WHOLE;
    let twos = shifted - WHOLE;
    // At most half of the logarithm of 2: the series is at its end after 13 terms.
    let r = (x - twos * LN_2.0) - twos * LN_2.1;
    let (r2, r4) = (r * r, (r * r) * (r * r));
    let low = (1.0 / 2.0 + r * (1.0 / 6.0)) + r2 * (1.0 / 24.0 + r * (1.0 / 120.0));
    let middle =
        (1.0 / 720.0 + r * (1.0 / 5_040.0)) + r2 * (1.0 / 40_320.0 + r * (1.0 / 362_880.0));
    let high = (1.0 / 3_628_800.0 + r * (1.0 / 39_916_800.0))
        + r2 * (1.0 / 479_001_600.0 + r * (1.0 / 6_227_020_800.0));
    let part = 1.0 + (r + r2 * (low + r4 * (middle + r4 * high)));
    // Times two to that power: added to the exponent.
    f64::from_bits(part.to_bits().wrapping_add(shifted.to_bits() << 52))
}

/// From 0 up to, not including, 1.
#[inline]
fn uniform(random: &mut Random) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "53 bits are exact in a double")]
    let bits = (random.next_u64() >> 11) as f64;
    bits / 9_007_199_254_740_992.0
}

/// The whole second, at most some thousand years away.
#[inline]
fn whole(seconds: f64) -> i64 {
    const FARTHEST: f64 = 1e11;
    #[allow(clippy::cast_possible_truncation, reason = "bounded just here")]
    let whole = seconds.min(FARTHEST) as i64;
    whole
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn powers_are_those_of_the_closed_forms(x in -60.0..60.0_f64, far in -700.0..700.0_f64) {
            for x in [x, x / 100.0, far, 0.0] {
                let (found, expected) = (super::exp(x), libm::exp(x));
                prop_assert!((found / expected - 1.0).abs() < 4.5e-16, "{found} against {expected}");
            }
        }
    }
}
