//! The verdicts of one promise, line by line and period by period, and their sums.

use super::SimulationError;
use super::credit::CreditCurve;
use super::histogram::Histogram;
use crate::compliance::{ComplianceError, limit};
use crate::quantity::Percent;

/// Sums over all years so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sums {
    pub downtime: Histogram,
    /// Lines and periods that missed the target.
    pub missed_lines: u64,
    pub missed_periods: u64,
    pub missed_years: u64,
    /// Opening time lost that the promise never counts, in seconds, over all locations.
    pub uncounted: u64,
    /// Counted downtime in lines that missed the target, and in those that met it.
    pub counted_missed: u128,
    pub counted_met: u128,
    pub credit: f64,
    pub credit_squared: f64,
}

/// What one line in one period serves and may lose, in weighted seconds.
#[derive(Clone, Copy, Debug)]
struct Cell {
    service: u64,
    /// The most downtime that still meets the target.
    limit: u64,
}

/// What each line in each period may lose, and what came of it.
#[derive(Clone, Debug)]
pub(super) struct Book {
    target: Percent,
    credit: Vec<CreditCurve>,
    pays: bool,
    /// Line after line.
    cells: Vec<Cell>,
    periods: usize,
    /// How many times a second of the line weighs.
    weights: u64,
    pub sums: Sums,
    year: Year,
}

/// One year; its sums fit, since all of its service time does.
#[derive(Clone, Debug, Default)]
struct Year {
    number: u64,
    /// The last year in which a period was missed.
    missed_in: Vec<u64>,
    missed: u64,
    counted_missed: u64,
    counted_met: u64,
    credit: f64,
}

impl Book {
    pub fn new(
        target: Percent,
        credit: &[CreditCurve],
        service: &[u64],
        periods: usize,
        weights: u64,
    ) -> Result<Self, SimulationError> {
        let cell = |service: &u64| {
            let limit = limit(target, u128::from(*service))?;
            let limit = u64::try_from(limit).map_err(|_| ComplianceError::TooLarge)?;
            Ok(Cell {
                service: *service,
                limit,
            })
        };
        let cells: Result<_, ComplianceError> = service.iter().map(cell).collect();
        Ok(Self {
            target,
            credit: credit.to_vec(),
            pays: credit.iter().any(|curve| curve.scheme.is_some()),
            cells: cells?,
            periods,
            weights,
            sums: Sums::default(),
            year: Year {
                missed_in: vec![0; periods],
                ..Year::default()
            },
        })
    }

    /// The least and the most downtime of a line in a period that still meets the target, in seconds.
    pub fn allowed(&self) -> (u64, u64) {
        let limits = || self.cells.iter().map(|cell| cell.limit / self.weights);
        (
            limits().min().unwrap_or_default(),
            limits().max().unwrap_or_default(),
        )
    }

    pub fn begin_year(&mut self) {
        self.year.number += 1;
        self.year.missed = 0;
        self.year.credit = 0.0;
    }

    /// What one line lost in one period, all of it.
    #[inline]
    pub fn judge(&mut self, line: usize, period: usize, down: u64) {
        let Some(cell) = self.cells.get(line * self.periods + period) else {
            return;
        };
        let mean = if self.weights == 1 {
            down
        } else {
            down / self.weights
        };
        self.sums.downtime.add(mean);
        if cell.limit < down {
            self.sums.missed_lines += 1;
            self.year.counted_missed += down;
            if let Some(last) = self.year.missed_in.get_mut(period) {
                self.year.missed += u64::from(*last != self.year.number);
                *last = self.year.number;
            }
        } else {
            self.year.counted_met += down;
        }
        if self.pays
            && let Some(curve) = self.credit.get(line)
        {
            self.year.credit += curve.amount(self.target, cell.service, down);
        }
    }

    pub fn end_year(&mut self) {
        let (year, sums) = (&mut self.year, &mut self.sums);
        sums.missed_periods += year.missed;
        sums.missed_years += u64::from(year.missed > 0);
        sums.counted_missed += u128::from(core::mem::take(&mut year.counted_missed));
        sums.counted_met += u128::from(core::mem::take(&mut year.counted_met));
        sums.credit += year.credit;
        sums.credit_squared += year.credit * year.credit;
    }

    /// Whether the last year missed the target in some period.
    pub const fn missed_last_year(&self) -> bool {
        self.year.missed > 0
    }
}
