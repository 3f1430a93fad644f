//! What the words between page and worker mean to the engine, and the engine in these words.

use super::wire::{Again, Ask, Clock, Credit, Law, Place, Promised, Seen, Terms};
use engine::agreement::{AvailabilityTier, CreditScheme, DowntimeTier};
use engine::availability::CountingRule;
use engine::calendar::{Instant, Interval, IntervalSet, ServiceClock};
use engine::compliance::{
    Cause, CauseSet, ClockStart, CountingTerms, Measurement, Promise, Sampling, Site,
};
use engine::probability::Repair;
use engine::quantity::{Count, Percent, Seconds};
use engine::simulation::{
    Arrivals, CreditCurve, Judged, Place as Simulated, Process, RepairTime, Scenario,
};
use std::num::NonZeroU32;

impl Clock {
    /// The clock between two instants.
    pub fn of(clock: &ServiceClock, bounds: Interval) -> Self {
        let run = |run: &Interval| (run.start().unix(), run.end().unix());
        Self((!clock.is_always()).then(|| clock.runs_between(bounds).iter().map(run).collect()))
    }

    fn clock(&self) -> Option<ServiceClock> {
        match &self.0 {
            None => Some(ServiceClock::always()),
            Some(runs) => {
                let set: Option<IntervalSet> = runs.iter().map(interval).collect();
                Some(ServiceClock::inside(&set?))
            }
        }
    }
}

fn interval((from, to): &(i64, i64)) -> Option<Interval> {
    Interval::new(Instant::from_unix(*from)?, Instant::from_unix(*to)?).ok()
}

impl From<&CountingTerms> for Terms {
    fn from(terms: &CountingTerms) -> Self {
        let (whole_steps, polls) = match terms.sampling {
            Sampling::Continuous => (0, 0),
            Sampling::WholeSteps(step) => (step.get(), 0),
            Sampling::Polls(step) => (0, step.get()),
        };
        Self {
            from_report: terms.clock_start == ClockStart::Report,
            joined: terms.joined_within.get(),
            minimum: terms.minimum_outage.get(),
            grace: terms.grace.get(),
            whole_steps,
            polls,
            no_failures: terms.excluded.holds(Cause::Failure),
        }
    }
}

impl Terms {
    fn terms(self) -> CountingTerms {
        let steps = NonZeroU32::new(self.whole_steps).map(Sampling::WholeSteps);
        let polls = NonZeroU32::new(self.polls).map(Sampling::Polls);
        CountingTerms {
            clock_start: if self.from_report {
                ClockStart::Report
            } else {
                ClockStart::Fault
            },
            joined_within: Seconds::new(self.joined),
            minimum_outage: Seconds::new(self.minimum),
            grace: Seconds::new(self.grace),
            sampling: steps.or(polls).unwrap_or_default(),
            excluded: if self.no_failures {
                CauseSet::NONE.with(Cause::Failure)
            } else {
                CauseSet::NONE
            },
        }
    }
}

impl Again {
    fn process(self) -> Process {
        Process {
            per_year: number(self.per_year) / 100.0,
            arrivals: match self.again {
                0 => Arrivals::Poisson,
                again => Arrivals::Clustered {
                    again: f64::from(again) / 1e6,
                    after: number(self.after),
                },
            },
            detection: number(self.detection),
            response: number(self.response),
            repair: RepairTime::Random(match self.repair {
                Law::Exponential(mean) => Repair::Exponential { mean: number(mean) },
                Law::Lognormal(median, sigma) => Repair::Lognormal {
                    median: number(median),
                    sigma: f64::from(sigma) / 1e3,
                },
                Law::Weibull(shape, scale) => Repair::Weibull {
                    shape: f64::from(shape) / 1e3,
                    scale: number(scale),
                },
            }),
        }
    }
}

#[allow(
    clippy::cast_precision_loss,
    reason = "an assumption below 2^53 by far"
)]
fn number(value: u64) -> f64 {
    value as f64
}

impl Credit {
    /// Nothing comes back.
    pub const NONE: Self = Self {
        fee: 0,
        cap: None,
        availability: Vec::new(),
        downtime: Vec::new(),
        flat: None,
        multiple: None,
    };

    /// What the agreement says, for a fee in minor units.
    pub fn of(scheme: &CreditScheme, cap: Option<Percent>, fee: u64) -> Self {
        let mut credit = Self {
            fee,
            cap: cap.map(Percent::millionths),
            ..Self::NONE
        };
        match scheme {
            CreditScheme::ByAvailability(tiers) => {
                let row =
                    |tier: &AvailabilityTier| (tier.below.millionths(), tier.credit.millionths());
                credit.availability = tiers.iter().map(row).collect();
            }
            CreditScheme::ByDowntime(tiers) => {
                let row = |tier: &DowntimeTier| (tier.at_least.get(), tier.credit.millionths());
                credit.downtime = tiers.iter().map(row).collect();
            }
            CreditScheme::FlatOnBreach(share) => credit.flat = Some(share.millionths()),
            CreditScheme::MultipleOfDowntime(multiple) => credit.multiple = Some(*multiple),
        }
        credit
    }

    fn curve(&self) -> Option<CreditCurve> {
        let percent = Percent::from_millionths;
        let scheme = if let Some(flat) = self.flat {
            Some(CreditScheme::FlatOnBreach(percent(flat)?))
        } else if let Some(multiple) = self.multiple {
            Some(CreditScheme::MultipleOfDowntime(multiple))
        } else if !self.downtime.is_empty() {
            let row = |(seconds, credit): &(u64, u32)| {
                Some(DowntimeTier {
                    at_least: Seconds::new(*seconds),
                    credit: percent(*credit)?,
                })
            };
            let rows: Option<Vec<_>> = self.downtime.iter().map(row).collect();
            Some(CreditScheme::ByDowntime(rows?))
        } else if self.availability.is_empty() {
            None
        } else {
            let row = |(below, credit): &(u32, u32)| {
                Some(AvailabilityTier {
                    below: percent(*below)?,
                    down_to: None,
                    credit: percent(*credit)?,
                })
            };
            let rows: Option<Vec<_>> = self.availability.iter().map(row).collect();
            Some(CreditScheme::ByAvailability(rows?))
        };
        Some(CreditCurve {
            scheme,
            cap: match self.cap {
                Some(cap) => Some(percent(cap)?),
                None => None,
            },
            fee: number(self.fee),
        })
    }
}

impl Ask {
    /// Outages in a year on average, over all locations.
    pub fn outages_a_year(&self) -> u64 {
        let own = self.own.per_year.saturating_mul(self.places.len() as u64);
        own.saturating_add(self.shared.per_year) / 100
    }

    /// What goes wrong.
    pub(super) fn scenario(&self) -> Scenario {
        Scenario {
            own: self.own.process(),
            shared: self.shared.process(),
        }
    }

    /// The locations and the promises; `None` if a number or a position is impossible.
    pub(super) fn simulated(&self) -> Option<(Vec<Simulated>, Vec<Judged>)> {
        let clocks: Option<Vec<ServiceClock>> = self.clocks.iter().map(Clock::clock).collect();
        let clocks = clocks?;
        let judged = |promised: &Promised| judged(promised, &clocks);
        let judged: Option<Vec<Judged>> = self.promises.iter().map(judged).collect();
        let judged = judged?;
        let sites = &judged.first()?.sites;
        let place = |(place, site): (&Place, &Site)| {
            Some(Simulated {
                site: site.clone(),
                opening: clocks.get(place.open)?.clone(),
                loss: number(place.loss) / 3600.0,
            })
        };
        let places: Option<Vec<Simulated>> = self.places.iter().zip(sites).map(place).collect();
        Some((places?, judged))
    }
}

fn judged(promised: &Promised, clocks: &[ServiceClock]) -> Option<Judged> {
    let periods: Option<Vec<Interval>> = promised.periods.iter().map(interval).collect();
    let site = |seen: &Seen| {
        Some(Site {
            users: Count::new(seen.users),
            counts: clocks.get(seen.counts)?.clone(),
            serves: clocks.get(seen.serves)?.clone(),
        })
    };
    let sites: Option<Vec<Site>> = promised.sites.iter().map(site).collect();
    let sites = sites?;
    let counting = *CountingRule::ALL.get(promised.counting)?;
    let lines = if counting == CountingRule::EachLocation {
        sites.len()
    } else {
        1
    };
    Some(Judged {
        promise: Promise {
            service: String::new(),
            target: Percent::from_millionths(promised.target)?,
            counting,
            terms: promised.terms.terms(),
            measurement: Measurement::Periods(periods?),
        },
        credit: vec![promised.credit.curve()?; lines],
        sites,
    })
}
