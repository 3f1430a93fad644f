//! Drawing the outages of one year.

use rand_distr::{Distribution, Exp1, StandardNormal, num_traits::Float};
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

    /// Draws the outages that begin before `end`, in order of their first outages.
    #[inline]
    pub fn draw(&self, random: &mut Random, end: i64, into: &mut Vec<Failure>) {
        into.clear();
        let Some(every) = self.every else {
            return;
        };
        #[allow(
            clippy::cast_precision_loss,
            reason = "seconds of a year are exact in a double"
        )]
        let limit = end as f64;
        let mut at = 0.0;
        loop {
            at += exponential(random) * every;
            if at >= limit {
                return;
            }
            let mut begin = at;
            loop {
                let failure = self.failure(random, begin);
                into.push(failure);
                if self.again == 0.0 || uniform(random) >= self.again {
                    break;
                }
                #[allow(clippy::cast_precision_loss, reason = "as above")]
                let restored = failure.restored as f64;
                begin = restored + exponential(random) * self.after;
                if begin >= limit {
                    break;
                }
            }
        }
    }

    #[inline]
    fn failure(&self, random: &mut Random, fault: f64) -> Failure {
        let reported = fault + later(random, self.detection);
        let restored = reported + later(random, self.response) + repair(&self.repair, random);
        Failure {
            fault: whole(fault),
            reported: whole(reported),
            restored: whole(restored),
        }
    }
}

/// A delay of this mean; none is drawn where there is none.
#[inline]
fn later(random: &mut Random, mean: f64) -> f64 {
    if mean == 0.0 {
        0.0
    } else {
        exponential(random) * mean
    }
}

#[inline]
fn repair(time: &RepairTime, random: &mut Random) -> f64 {
    match time {
        RepairTime::Random(Repair::Exponential { mean }) => exponential(random) * mean,
        RepairTime::Random(Repair::Lognormal { median, sigma }) => {
            let normal: f64 = StandardNormal.sample(random);
            median * Float::exp(sigma * normal)
        }
        RepairTime::Random(Repair::Weibull { shape, scale }) => {
            scale * Float::powf(exponential(random), shape.recip())
        }
        RepairTime::Resampled(times) => {
            let below = u64::try_from(times.len()).unwrap_or(u64::MAX);
            // The high half of the product is even enough: the bias is below 2^-40 for any log that fits into a file.
            let at = (u128::from(random.next_u64()) * u128::from(below)) >> 64;
            let drawn = usize::try_from(at).ok().and_then(|at| times.get(at));
            drawn.copied().map_or(0.0, f64::from)
        }
    }
}

#[inline]
fn exponential(random: &mut Random) -> f64 {
    Exp1.sample(random)
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
