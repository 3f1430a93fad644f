use core::ops::Range;

use super::credit::CreditCurve;
use super::draw::{Failure, Source, random};
use super::histogram::Histogram;
use super::outcome::{Outcome, PromiseOutcome, YearLost};
use super::tally::Tally;
use super::{Scenario, SimulationError};
use crate::calendar::ServiceClock;
use crate::compliance::{Cause, Incident, Promise, Scope, Site, instant};

/// A location with what a lost hour means there.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// As the promises see it; the windows of one promise may differ from another's, see [`Judged`].
    pub site: Site,
    /// When it is open.
    pub opening: ServiceClock,
    /// Production lost with each second of opening time.
    pub loss: f64,
}

/// A promise that every year is held against.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The promise. Its first period begins the year, its last one ends it.
    pub promise: Promise,
    /// The locations as this promise sees them.
    pub sites: Vec<Site>,
    /// What comes back for a miss: for each location where each is judged by itself, else one for all.
    pub credit: Vec<CreditCurve>,
}

/// Years held against promises. All promises see the same years, so that what differs between them is the wording alone.
#[derive(Clone, Debug)]
pub struct Simulation {
    seed: u64,
    own: Source,
    shared: Source,
    places: Vec<Place>,
    sites: Vec<Vec<Site>>,
    tallies: Vec<Tally>,
    start: i64,
    end: i64,
    years: u32,
    outages: u64,
    lost: Vec<YearLost>,
    longest: Histogram,
    loss: f64,
    loss_squared: f64,
    /// Years that only the first, or only the second promise missed.
    only: [u64; 2],
    drawn: Vec<Failure>,
    common: Vec<Failure>,
}

impl Simulation {
    /// Makes it ready; no year is drawn yet.
    ///
    /// # Errors
    ///
    /// When a number of the scenario is impossible, there is no promise, or one of them cannot be evaluated.
    pub fn new(
        scenario: &Scenario,
        places: &[Place],
        promises: &[Judged],
        seed: u64,
    ) -> Result<Self, SimulationError> {
        scenario.own.check()?;
        scenario.shared.check()?;
        let first = promises.first().ok_or(SimulationError::NoPromise)?;
        let bounds = first
            .promise
            .measurement
            .bounds()
            .ok_or(crate::compliance::ComplianceError::NoPeriods)?;
        let tallies = promises
            .iter()
            .map(|judged| {
                let as_seen = |(place, site): (&Place, &Site)| Place {
                    site: site.clone(),
                    ..place.clone()
                };
                let of_promise: Vec<Place> =
                    places.iter().zip(&judged.sites).map(as_seen).collect();
                Tally::new(judged, &of_promise)
            })
            .collect::<Result<_, _>>()?;
        Ok(Self {
            seed,
            own: Source::new(&scenario.own),
            shared: Source::new(&scenario.shared),
            places: places.to_vec(),
            sites: promises.iter().map(|judged| judged.sites.clone()).collect(),
            tallies,
            start: bounds.start().unix(),
            end: bounds.end().unix() - bounds.start().unix(),
            years: 0,
            outages: 0,
            lost: Vec::new(),
            longest: Histogram::default(),
            loss: 0.0,
            loss_squared: 0.0,
            only: [0; 2],
            drawn: Vec::new(),
            common: Vec::new(),
        })
    }

    /// Draws and judges the years with these numbers. Any split of the numbers over any calls gives the same sums.
    pub fn run(&mut self, years: Range<u32>) {
        for year in years {
            self.year(year);
        }
    }

    fn year(&mut self, year: u32) {
        let mut random = random(self.seed, year);
        self.tallies.iter_mut().for_each(Tally::begin_year);
        self.shared.draw(&mut random, self.end, &mut self.common);
        self.outages += self.common.len() as u64;
        let clustered = self.own.is_clustered();
        let (mut lost_in_all, mut longest, mut worth_in_all) = (0, 0, 0.0);
        for (at, place) in self.places.iter().enumerate() {
            self.own.draw(&mut random, self.end, &mut self.drawn);
            self.outages += self.drawn.len() as u64;
            self.drawn.extend_from_slice(&self.common);
            // Alone, and each for itself, they come in order.
            if clustered || !self.common.is_empty() {
                self.drawn.sort_unstable_by_key(|failure| failure.fault);
            }
            let (lost, most) = lost(place, self.start, self.end, &self.drawn);
            #[allow(
                clippy::cast_precision_loss,
                reason = "seconds of a year are exact in a double"
            )]
            let worth = lost as f64 * place.loss;
            worth_in_all += worth;
            lost_in_all += lost;
            longest = most.max(longest);
            for tally in &mut self.tallies {
                tally.location(at, &self.drawn, lost);
            }
        }
        for (tally, sites) in self.tallies.iter_mut().zip(&self.sites) {
            tally.end_year(&self.common, sites);
        }
        if let [first, second, ..] = self.tallies.as_slice() {
            let (first, second) = (first.missed_last_year(), second.missed_last_year());
            self.only[0] += u64::from(first && !second);
            self.only[1] += u64::from(second && !first);
        }
        self.longest.add(longest);
        self.loss += worth_in_all;
        self.loss_squared += worth_in_all * worth_in_all;
        self.lost.push(YearLost {
            year,
            seconds: lost_in_all,
        });
        self.years += 1;
    }

    /// The results so far.
    pub fn outcome(&self) -> Outcome {
        let promises = self
            .tallies
            .iter()
            .map(|tally| PromiseOutcome::new(tally, self.years))
            .collect();
        Outcome {
            years: self.years,
            outages: self.outages,
            lost: self.lost.clone(),
            longest: self.longest.clone(),
            loss: self.loss,
            loss_squared: self.loss_squared,
            only: self.only,
            promises,
        }
    }

    /// The first promise, with the locations as it sees them.
    pub(super) fn first(&self) -> Option<(&Promise, &[Site])> {
        let tally = self.tallies.first()?;
        Some((tally.promise(), self.sites.first()?))
    }

    pub(super) fn periods(&self) -> Option<&crate::compliance::Periods> {
        self.tallies.first().map(Tally::periods)
    }

    /// Where the year starts, in seconds since 1970, and its length.
    pub const fn span(&self) -> (i64, i64) {
        (self.start, self.end)
    }

    /// The outages of one year as an incident log, for a picture of it.
    pub fn log(&self, year: u32) -> Vec<Incident> {
        self.log_of(year, self.places.len())
    }

    /// The same for the first locations only.
    pub(super) fn log_of(&self, year: u32, locations: usize) -> Vec<Incident> {
        let mut random = random(self.seed, year);
        let (mut log, mut drawn) = (Vec::new(), Vec::new());
        let incident = |failure: &Failure, scope: Scope| Incident {
            scope,
            service: String::new(),
            fault: instant(self.start + failure.fault),
            reported: Some(instant(self.start + failure.reported)),
            restored: instant(self.start + failure.restored),
            cause: Cause::Failure,
        };
        self.shared.draw(&mut random, self.end, &mut drawn);
        log.extend(
            drawn
                .iter()
                .map(|failure| incident(failure, Scope::Organization)),
        );
        for at in 0..locations {
            self.own.draw(&mut random, self.end, &mut drawn);
            log.extend(
                drawn
                    .iter()
                    .map(|failure| incident(failure, Scope::Locations(vec![at]))),
            );
        }
        log
    }
}

/// Opening time that a location loses in a year by its own and the shared outages, in order of their faults, and the length of its longest outage.
#[inline]
fn lost(place: &Place, start: i64, end: i64, failures: &[Failure]) -> (u64, u64) {
    let (mut sum, mut longest, mut until) = (0, 0, i64::MIN);
    for failure in failures {
        // In order of their beginning: what an earlier one covers is not lost twice.
        let (from, to) = (failure.fault.max(until), failure.restored.min(end));
        longest = longest.max(failure.restored - failure.fault);
        if from < to {
            sum += place.opening.seconds(start + from, start + to);
            until = to;
        }
    }
    (sum.unsigned_abs(), longest.unsigned_abs())
}
