use super::histogram::Histogram;
use super::tally::Tally;
use crate::probability::wilson;

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
    /// The sum of the squares of each year's lost production.
    pub loss_squared: f64,
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
    /// The least and the most counted downtime that a line may have in a period, in seconds: periods differ in length, lines in
    /// their hours.
    pub allowed: (u64, u64),
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

    /// Wilson's 95 % interval, which is honest at 0 and at 1 too. From 0 to 1 of nothing.
    pub fn interval(self) -> (f64, f64) {
        wilson(self.hits, self.of, Z).unwrap_or((0.0, 1.0))
    }
}

fn ratio(part: u64, of: u64) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "counts below 2^53")]
    let ratio = part as f64 / of as f64;
    ratio
}

/// The mean of a year and its standard error, from the sum and the sum of squares of all years.
fn mean_and_error(sum: f64, squares: f64, years: u64) -> (f64, f64) {
    #[allow(clippy::cast_precision_loss, reason = "counts below 2^53")]
    let n = years.max(1) as f64;
    let mean = sum / n;
    let variance = (squares / n - mean * mean).max(0.0);
    (mean, (variance / n).sqrt())
}

impl Outcome {
    /// Production lost in a year on average, and the standard error of that mean.
    pub fn loss_a_year(&self) -> (f64, f64) {
        mean_and_error(self.loss, self.loss_squared, u64::from(self.years))
    }

    /// For each share the year that it loses no more opening time than; the earlier one of equals. Nothing of nothing.
    pub fn years_at(&self, shares: &[f64]) -> Vec<YearLost> {
        let mut years = self.lost.clone();
        let mut year_at = |share: &f64| {
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss,
                reason = "a rank from 1 to the number of years"
            )]
            let rank = (years.len() as f64 * share).ceil().max(1.0) as usize;
            let at = rank.min(years.len()).checked_sub(1)?;
            let (_, year, _) =
                years.select_nth_unstable_by_key(at, |lost| (lost.seconds, lost.year));
            Some(*year)
        };
        shares.iter().filter_map(&mut year_at).collect()
    }
}

impl PromiseOutcome {
    pub(super) fn new(tally: &Tally, years: u32) -> Self {
        let (sums, periods, lines) = (tally.sums(), tally.periods().len(), tally.lines());
        let years = u64::from(years);
        let cells = years * periods as u64 * lines as u64;
        let share = |hits, of| Share { hits, of };
        Self {
            downtime: sums.downtime.clone(),
            without: cells.saturating_sub(sums.downtime.total()),
            missed_line: share(sums.missed_lines, cells),
            missed_period: share(sums.missed_periods, years * periods as u64),
            missed_year: share(sums.missed_years, years),
            uncounted: sums.uncounted,
            counted_missed: sums.counted_missed,
            counted_met: sums.counted_met,
            credit: mean_and_error(sums.credit, sums.credit_squared, years),
            allowed: tally.allowed(),
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
