//! A promise and its locations, made ready to count many logs: what one period served, and what it may lose, is worked out
//! once.

use super::periods::Periods;
use super::promise::instant;
use super::terms::{CountingTerms, Span};
use super::{ComplianceError, Incident, Promise, Scope, Site};
use crate::availability::CountingRule;
use crate::calendar::{Interval, IntervalSet, ServiceClock};
use crate::quantity::{Percent, Seconds};

/// The outages of each location in order of their start, and those of what all share apart.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outages {
    pub sites: Vec<Vec<Span>>,
    pub shared: Vec<Span>,
}

impl Outages {
    /// What of the incidents the promise is about, each from where its downtime begins.
    ///
    /// # Errors
    ///
    /// When an incident ends before it begins or names a location that is not there.
    pub fn of(
        promise: &Promise,
        locations: usize,
        incidents: &[Incident],
    ) -> Result<Self, ComplianceError> {
        let mut outages = Self {
            sites: vec![Vec::new(); locations],
            shared: Vec::new(),
        };
        for (at, incident) in incidents.iter().enumerate() {
            let number = at + 1;
            if incident.restored < incident.fault {
                return Err(ComplianceError::EndBeforeStart { number });
            }
            if let Scope::Locations(of) = &incident.scope
                && let Some(location) = of.iter().find(|location| **location >= locations)
            {
                return Err(ComplianceError::UnknownLocation {
                    number,
                    location: location + 1,
                    locations,
                });
            }
            let Some(span) = span(promise, incident) else {
                continue;
            };
            if incident.scope == Scope::Organization {
                outages.shared.push(span);
            }
            for (site, of) in outages.sites.iter_mut().enumerate() {
                if incident.scope.strikes(site) {
                    of.push(span);
                }
            }
        }
        outages.sites.iter_mut().for_each(|of| of.sort_unstable());
        outages.shared.sort_unstable();
        Ok(outages)
    }
}

/// The incident's downtime, if the promise is about it.
fn span(promise: &Promise, incident: &Incident) -> Option<Span> {
    let other = !promise.service.is_empty()
        && !incident.service.is_empty()
        && promise.service != incident.service;
    if other || promise.terms.excluded.holds(incident.cause) {
        return None;
    }
    let start = match promise.terms.clock_start {
        super::ClockStart::Fault => incident.fault,
        // A report before the fault is a warning, not downtime.
        super::ClockStart::Report => incident.reported?.max(incident.fault),
    };
    let (start, end) = (start.unix(), incident.restored.unix());
    (start < end).then_some(Span { start, end })
}

/// What is measured as one: a location by itself, or what a rule makes of all.
#[derive(Clone, Debug)]
pub(crate) struct Lane {
    /// The time of which the availability is a share.
    pub serves: ServiceClock,
    /// How often its seconds weigh in a common figure.
    pub weight: u64,
}

/// How lanes become verdicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pooling {
    /// Each lane is held against the target by itself.
    Apart,
    /// All lanes together, by their weights.
    Together,
}

/// The lanes of a promise: one for each location where each counts, or one for all.
pub(crate) fn lanes(
    promise: &Promise,
    sites: &[Site],
    bounds: Interval,
) -> Result<(Vec<Lane>, Pooling), ComplianceError> {
    if sites.is_empty() {
        return Err(ComplianceError::NoLocations);
    }
    let lane = |site: &Site, weight| Lane {
        serves: site.serves.clone(),
        weight,
    };
    let one = |join| {
        let serves = joined(sites.iter().map(|site| &site.serves), bounds, join);
        Ok((vec![Lane { serves, weight: 1 }], Pooling::Apart))
    };
    match promise.counting {
        CountingRule::EachLocation => Ok((
            sites.iter().map(|site| lane(site, 1)).collect(),
            Pooling::Apart,
        )),
        CountingRule::Average => Ok((
            sites.iter().map(|site| lane(site, 1)).collect(),
            Pooling::Together,
        )),
        CountingRule::WeightedByUsers => {
            if sites.iter().all(|site| site.users.get() == 0) {
                return Err(ComplianceError::NoUsers);
            }
            let by_users = |site: &Site| lane(site, u64::from(site.users.get()));
            Ok((sites.iter().map(by_users).collect(), Pooling::Together))
        }
        // Served while any location is, or all are; the downtime is worked out beforehand.
        CountingRule::AnyLocationDown | CountingRule::OrganizationOnly => one(IntervalSet::union),
        CountingRule::AllLocationsDown => one(IntervalSet::intersection),
    }
}

fn joined<'a>(
    clocks: impl Iterator<Item = &'a ServiceClock>,
    bounds: Interval,
    join: fn(&IntervalSet, &IntervalSet) -> IntervalSet,
) -> ServiceClock {
    let mut distinct: Vec<&ServiceClock> = Vec::new();
    for clock in clocks {
        if !distinct.contains(&clock) {
            distinct.push(clock);
        }
    }
    match distinct.as_slice() {
        [] => ServiceClock::always(),
        [same] => (*same).clone(),
        [first, rest @ ..] => {
            let set = |clock: &ServiceClock| clock.runs_between(bounds).into_iter().collect();
            let first: IntervalSet = set(first);
            let all = rest
                .iter()
                .fold(first, |all, clock| join(&all, &set(clock)));
            ServiceClock::inside(&all)
        }
    }
}

/// One location's downtime that counts, as a set.
pub(crate) fn counted_set(
    terms: &CountingTerms,
    clock: &ServiceClock,
    outages: &[Span],
) -> IntervalSet {
    let mut parts = Vec::new();
    terms.counted(outages.iter().copied(), |span| {
        if let Ok(span) = Interval::new(instant(span.start), instant(span.end)) {
            parts.extend(clock.runs_between(span));
        }
    });
    parts.into_iter().collect()
}

/// What each lane lost, as sets: the general way, for rules that look at several locations at one instant and for periods that
/// move along.
pub(crate) fn counted_lanes(
    promise: &Promise,
    sites: &[Site],
    outages: &Outages,
) -> Vec<IntervalSet> {
    let each = || {
        let of_site =
            |(site, of): (&Site, &Vec<Span>)| counted_set(&promise.terms, &site.counts, of);
        sites
            .iter()
            .zip(&outages.sites)
            .map(of_site)
            .collect::<Vec<_>>()
    };
    match promise.counting {
        CountingRule::EachLocation | CountingRule::Average | CountingRule::WeightedByUsers => {
            each()
        }
        CountingRule::AnyLocationDown => vec![crate::availability::any_down(&each())],
        CountingRule::AllLocationsDown => vec![crate::availability::all_down(&each())],
        CountingRule::OrganizationOnly => {
            let anywhere: IntervalSet = sites
                .iter()
                .flat_map(|site| {
                    let set = counted_set(&promise.terms, &site.counts, &outages.shared);
                    set.as_slice().to_vec()
                })
                .collect();
            vec![anywhere]
        }
    }
}

/// Says how much of one location's outages counts in which period, in order: the quick way, without a set.
#[inline]
pub(crate) fn count(
    terms: &CountingTerms,
    periods: &Periods,
    clock: &ServiceClock,
    outages: impl IntoIterator<Item = Span>,
    mut each: impl FnMut(usize, u64),
) {
    terms.counted(outages, |span| {
        periods.split(span, |period, part| {
            let seconds = clock.seconds(part.start, part.end);
            if seconds > 0 {
                each(period, seconds.unsigned_abs());
            }
        });
    });
}

/// The most weighted downtime in whole seconds that still meets the target, of so much weighted service time.
pub(crate) fn limit(target: Percent, service: u128) -> Result<u128, ComplianceError> {
    service
        .checked_mul(u128::from(target.complement().millionths()))
        .map(|product| product / u128::from(Percent::WHOLE.get()))
        .ok_or(ComplianceError::TooLarge)
}

/// The service time of a lane in a span.
pub(crate) fn served(lane: &Lane, span: Span) -> Seconds {
    Seconds::new(lane.serves.seconds(span.start, span.end).unsigned_abs())
}
