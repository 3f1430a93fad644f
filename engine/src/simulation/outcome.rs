use super::histogram::Histogram;
use super::tally::Sums;

/// What many years came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Years that were drawn.
    pub years: u32,
    /// Outages in them.
    pub outages: u64,
    /// Opening time lost over all locations, year by year in the order in which they were drawn.
    pub lost: Vec<YearLost>,
    /// The longest single outage of each year, in seconds by the wall clock.
    pub longest: Histogram,
    /// Production lost in all years.
    pub loss: f64,
    /// Years that only the first, or only the second promise missed, with two of them.
    pub only: [u64; 2],
    /// By promise.
    pub promises: Vec<PromiseOutcome>,
}

/// What one year cost in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearLost {
    /// Its number.
    pub year: u32,
    /// Opening time lost over all locations, in seconds.
    pub seconds: u64,
}

/// How one promise fared.
#[derive(Clone, Debug, PartialEq)]
pub struct PromiseOutcome {
    /// Counted downtime of each line in each period in which there was any, in seconds.
    pub downtime: Histogram,
    /// Lines and periods without any.
    pub without: u64,
    /// The chance that one line misses the target in one period.
    pub missed_line: Share,
    /// The chance that some line misses it in one period.
    pub missed_period: Share,
    /// The chance that it is missed at least once in a year.
    pub missed_year: Share,
    /// Opening time lost that the promise never counts, in seconds.
    pub uncounted: u64,
    /// Counted downtime where the target was missed, in weighted seconds.
    pub counted_missed: u128,
    /// Counted downtime where it was met, in weighted seconds.
    pub counted_met: u128,
    /// Mean credit of a year, and its standard error.
    pub credit: (f64, f64),
}

/// 97.5 % of the standard normal distribution lie below it.
const Z: f64 = 1.959_963_984_540_054;

/// How often something happened of how many times it could.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// How often it happened.
    pub hits: u64,
    /// How often it could.
    pub of: u64,
}

impl Share {
    /// The share; 0 of nothing.
    pub fn estimate(self) -> f64 {
        if self.of == 0 {
            0.0
        } else {
            ratio(self.hits, self.of)
        }
    }

    /// Wilson's 95 % interval, which is honest at 0 and at 1 too (E. B. Wilson, Probable inference, the law of succession, and
    /// statistical inference, 1927). From 0 to 1 of nothing.
    pub fn interval(self) -> (f64, f64) {
        if self.of == 0 {
            return (0.0, 1.0);
        }
        #[allow(clippy::cast_precision_loss, reason = "counts below 2^53")]
        let n = self.of as f64;
        let p = self.estimate();
        let centre = p + Z * Z / (2.0 * n);
        let spread = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        let scale = 1.0 + Z * Z / n;
        (
            ((centre - spread) / scale).max(0.0),
            ((centre + spread) / scale).min(1.0),
        )
    }
}

fn ratio(part: u64, of: u64) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "counts below 2^53")]
    let ratio = part as f64 / of as f64;
    ratio
}

impl PromiseOutcome {
    pub(super) fn new(sums: &Sums, years: u32, periods: usize, lines: usize) -> Self {
        let years = u64::from(years);
        let cells = years * periods as u64 * lines as u64;
        let share = |hits, of| Share { hits, of };
        #[allow(clippy::cast_precision_loss, reason = "counts below 2^53")]
        let n = years.max(1) as f64;
        let mean = sums.credit / n;
        let variance = (sums.credit_squared / n - mean * mean).max(0.0);
        Self {
            downtime: sums.downtime.clone(),
            without: cells.saturating_sub(sums.downtime.total()),
            missed_line: share(sums.missed_lines, cells),
            missed_period: share(sums.missed_periods, years * periods as u64),
            missed_year: share(sums.missed_years, years),
            uncounted: sums.uncounted,
            counted_missed: sums.counted_missed,
            counted_met: sums.counted_met,
            credit: (mean, (variance / n).sqrt()),
        }
    }

    /// The downtime in one period at one line that the share `p` of all stays at or below, those without any included, in
    /// seconds with its 95 % interval.
    pub fn quantile(&self, p: f64) -> Option<super::Quantile> {
        let mut all = self.downtime.clone();
        all.add_many(0, self.without);
        all.quantile(p)
    }
}
