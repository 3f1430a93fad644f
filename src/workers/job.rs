//! One question on its way: years are drawn a few at a time, so that whoever runs it can stop, show and go on.

use super::found::Found;
use super::wire::{Ask, Trouble};
use engine::simulation::Simulation;

/// More outages in one year than this nobody waits for.
const MOST_A_YEAR: u64 = 2_000_000;
/// More locations times periods than this do not fit.
const MOST_CELLS: usize = 1_000_000;
/// About a millisecond's worth of outages, after which the clock is looked at.
const AT_ONCE: u64 = 10_000;

/// A simulation with the years that are still to be drawn.
pub struct Job {
    simulation: Simulation,
    drawn: u32,
    years: u32,
    at_once: u32,
}

impl Job {
    /// Makes it ready.
    ///
    /// # Errors
    ///
    /// When it cannot be simulated.
    pub fn new(ask: &Ask) -> Result<Self, Trouble> {
        let periods = ask.promises.iter().map(|promise| promise.periods.len());
        let cells = ask.places.len().saturating_mul(periods.sum());
        let a_year = ask.outages_a_year();
        if a_year > MOST_A_YEAR || cells > MOST_CELLS {
            return Err(Trouble::TooMany);
        }
        let (places, judged) = ask.simulated().ok_or(Trouble::Impossible)?;
        let simulation = Simulation::new(&ask.scenario(), &places, &judged, ask.seed)
            .map_err(|_| Trouble::Impossible)?;
        let effort = a_year + ask.places.len() as u64 + 1;
        Ok(Self {
            simulation,
            drawn: 0,
            years: ask.years,
            at_once: u32::try_from(AT_ONCE / effort).unwrap_or(1).max(1),
        })
    }

    /// Draws years until `enough` says so, or all are drawn. At least a few are.
    pub fn run(&mut self, mut enough: impl FnMut() -> bool) {
        while self.drawn < self.years {
            let next = self.drawn.saturating_add(self.at_once).min(self.years);
            self.simulation.run(self.drawn..next);
            self.drawn = next;
            if enough() {
                return;
            }
        }
    }

    /// Whether all years are drawn.
    pub const fn is_done(&self) -> bool {
        self.drawn >= self.years
    }

    /// The results so far.
    pub fn found(&self) -> Found {
        Found::of(&self.simulation)
    }
}
