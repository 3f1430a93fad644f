//! One simulated year as a picture: which outages counted, and which belong to a miss.

use super::run::Simulation;
use crate::availability::CountingRule;
use crate::compliance::{Cause, ClockStart, Incident, Promise, Scope, Site, Span, count, evaluate};

/// One outage at one location.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The location.
    pub location: usize,
    /// Seconds from the year's start to the fault.
    pub from: i64,
    /// Seconds from the year's start to the repair, at most to its end.
    pub to: i64,
    /// What it meant for the promise.
    pub verdict: Verdict,
}

/// What an outage meant for the promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// No second of it counts.
    NeverCounted,
    /// It counts, and the target is met all the same.
    Met,
    /// It counts in a period that misses the target.
    Missed,
}

impl Simulation {
    /// The outages of a year at the first locations, as the first promise sees them, and how many periods miss its target at one
    /// of those locations, or at all of them where they are judged together. At most `most` outages are drawn.
    ///
    /// An outage is looked at by itself: one that counts only because it is joined to another is shown as not counted.
    pub fn picture(&self, year: u32, locations: usize, most: usize) -> Vec<Mark> {
        let Some((promise, sites)) = self.first() else {
            return Vec::new();
        };
        let shown = locations.min(sites.len());
        // Where each location is judged by itself, the others change nothing.
        let judged = if promise.counting == CountingRule::EachLocation {
            shown
        } else {
            sites.len()
        };
        let sites = sites.get(..judged).unwrap_or_default();
        let log = self.log_of(year, judged);
        let Ok(report) = evaluate(promise, sites, &log) else {
            return Vec::new();
        };
        let missed: Vec<Vec<bool>> = report
            .periods()
            .iter()
            .map(|period| period.lines.iter().map(|line| !line.met).collect())
            .collect();
        let mut marks = Vec::new();
        for incident in &log {
            for (location, site) in sites.iter().enumerate().take(shown) {
                let strikes = match &incident.scope {
                    Scope::Organization => true,
                    Scope::Locations(of) => of.contains(&location),
                };
                if strikes && marks.len() < most {
                    let verdict = self.verdict(promise, site, location, incident, &missed);
                    marks.push(self.mark(location, incident, verdict));
                }
            }
        }
        marks
    }

    fn mark(&self, location: usize, incident: &Incident, verdict: Verdict) -> Mark {
        let (start, length) = self.span();
        Mark {
            location,
            from: incident.fault.unix() - start,
            to: (incident.restored.unix() - start).min(length),
            verdict,
        }
    }

    fn verdict(
        &self,
        promise: &Promise,
        site: &Site,
        location: usize,
        incident: &Incident,
        missed: &[Vec<bool>],
    ) -> Verdict {
        let own = matches!(incident.scope, Scope::Locations(_));
        let only_shared = matches!(
            promise.counting,
            CountingRule::OrganizationOnly | CountingRule::AllLocationsDown
        );
        let start = match promise.terms.clock_start {
            ClockStart::Fault => incident.fault,
            ClockStart::Report => incident.reported.unwrap_or(incident.restored),
        };
        let span = Span {
            start: start.unix(),
            end: incident.restored.unix(),
        };
        let left_out = promise.terms.excluded.holds(Cause::Failure) || (own && only_shared);
        let Some(periods) = self.periods() else {
            return Verdict::NeverCounted;
        };
        let mut verdict = Verdict::NeverCounted;
        if left_out || span.start >= span.end {
            return verdict;
        }
        count(
            &promise.terms,
            periods,
            &site.counts,
            [span],
            |period, seconds| {
                let of_period = missed.get(period).map_or(&[][..], Vec::as_slice);
                let line = of_period.get(location).or(of_period.first());
                if seconds > 0 && verdict != Verdict::Missed {
                    verdict = match line {
                        Some(true) => Verdict::Missed,
                        _ => Verdict::Met,
                    };
                }
            },
        );
        verdict
    }
}
