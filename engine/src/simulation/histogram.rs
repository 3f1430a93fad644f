/// Seconds counted in bins that are at most 1/32 of their value wide: exact below 64 seconds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram {
    bins: Vec<u64>,
    total: u64,
}

/// A quantile with the error of the simulation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantile {
    /// The value in seconds; the lower end of its bin.
    pub value: u64,
    /// The lower end of its 95 % interval.
    pub low: u64,
    /// The upper end of its 95 % interval.
    pub high: u64,
}

/// Bits of a value that its bin keeps.
const KEPT: u32 = 5;

impl Histogram {
    #[inline]
    pub(super) fn add(&mut self, seconds: u64) {
        self.add_many(seconds, 1);
    }

    pub(super) fn add_many(&mut self, seconds: u64, times: u64) {
        let bin = bin_of(seconds);
        if self.bins.len() <= bin {
            self.bins.resize(bin + 1, 0);
        }
        if let Some(count) = self.bins.get_mut(bin) {
            *count += times;
        }
        self.total += times;
    }

    /// How many values there are.
    pub const fn total(&self) -> u64 {
        self.total
    }

    /// The bins that hold something: from, up to and not including, how many.
    pub fn bins(&self) -> impl Iterator<Item = (u64, u64, u64)> + '_ {
        self.bins
            .iter()
            .enumerate()
            .filter(|(_, count)| **count > 0)
            .map(|(bin, count)| (start_of(bin), start_of(bin + 1), *count))
    }

    /// How many values are at least this, to the width of a bin.
    pub fn at_least(&self, seconds: u64) -> u64 {
        self.bins.iter().skip(bin_of(seconds)).sum()
    }

    /// The value that the share `p` of all stays at or below, with a 95 % interval from the order of the values: the ranks
    /// p·n ± 1.96·√(n·p·(1−p)). `None` of nothing.
    pub fn quantile(&self, p: f64) -> Option<Quantile> {
        if self.total == 0 {
            return None;
        }
        #[allow(clippy::cast_precision_loss, reason = "counts below 2^53")]
        let total = self.total as f64;
        let spread = 1.96 * (total * p * (1.0 - p)).sqrt();
        let at = |rank: f64| {
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "bounded from 1 to the total"
            )]
            let rank = rank.ceil().clamp(1.0, total) as u64;
            self.at_rank(rank)
        };
        Some(Quantile {
            value: at(total * p),
            low: at(total * p - spread),
            high: at(total * p + spread),
        })
    }

    fn at_rank(&self, rank: u64) -> u64 {
        let mut passed = 0;
        let bin = self.bins.iter().position(|count| {
            passed += count;
            rank <= passed
        });
        start_of(bin.unwrap_or(0))
    }
}

#[inline]
fn bin_of(seconds: u64) -> usize {
    let shift = (63 - KEPT).saturating_sub((seconds | 1).leading_zeros());
    // At most 59 · 32 + 63.
    usize::try_from((u64::from(shift) << KEPT) + (seconds >> shift)).unwrap_or(usize::MAX)
}

fn start_of(bin: usize) -> u64 {
    let bin = bin as u64;
    let shift = (bin >> KEPT).saturating_sub(1);
    (bin - (shift << KEPT)) << shift
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn quantiles_are_ranks() {
        let mut histogram = Histogram::default();
        (1..=60).for_each(|value| histogram.add(value));
        assert_eq!(histogram.quantile(0.5).unwrap().value, 30);
        assert_eq!(histogram.quantile(1.0).unwrap().value, 60);
        assert_eq!(histogram.quantile(0.0).unwrap().value, 1);
        assert_eq!(histogram.at_least(51), 10);
        assert_eq!(Histogram::default().quantile(0.5), None);
        let middle = histogram.quantile(0.5).unwrap();
        assert!(middle.low < 30 && 30 < middle.high);
    }

    proptest! {
        #[test]
        fn a_value_lies_in_its_bin(value in 0_u64..(1 << 50)) {
            let bin = bin_of(value);
            prop_assert!(start_of(bin) <= value && value < start_of(bin + 1));
            prop_assert!(start_of(bin + 1) - start_of(bin) <= 1.max(value / 32));
            prop_assert_eq!(bin_of(start_of(bin)), bin);
        }
    }
}
