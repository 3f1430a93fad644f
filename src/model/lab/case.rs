//! The promise and the client's locations in the form in which the evaluation path takes them, over some periods.

use super::{Period, Question, Window};
use crate::model::Model;
use engine::agreement::LocationProfile;
use engine::availability::CountingRule;
use engine::calendar::{
    Holidays, Interval, IntervalSet, MeasurementPeriod, NaiveDate, ServiceClock, WeeklyWindows,
    ZoneTable, period_bounds, period_days,
};
use engine::compliance::{CountingTerms, Measurement, Promise, Site};
use engine::quantity::{Count, Percent, Seconds};

/// What the wording leaves out of the count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// How one outage becomes counted downtime.
    pub terms: CountingTerms,
    /// Planned maintenance in each period that may be excluded.
    pub planned: Seconds,
    /// Whether that has to be outside opening hours.
    pub planned_outside: bool,
    /// How long it takes on average until an outage is reported: an assumption.
    pub report_delay: Seconds,
}

/// A promise over some periods, with the locations that it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// The promise.
    pub promise: Promise,
    /// The locations, in the order in which the promise counts them.
    pub places: Vec<CasePlace>,
    /// From the beginning of the first period to the end of the last.
    pub horizon: Interval,
    /// The zone in which times are shown.
    pub zone: ZoneTable,
}

/// One location.
#[derive(Clone, Debug, PartialEq)]
pub struct CasePlace {
    /// Its name; empty = it has none, only a number.
    pub name: String,
    /// As the promise sees it.
    pub site: Site,
    /// When it is open.
    pub opening: ServiceClock,
    /// Production lost in a second of opening time, in the client's currency; `None` = not said.
    pub loss: Option<f64>,
}

impl Case {
    /// The hours of a location that planned maintenance has to keep out of; `None` = it may be at any time.
    pub fn keeps_out(&self, wording: &Wording, location: usize) -> Option<&ServiceClock> {
        let place = self
            .places
            .get(location)
            .filter(|_| wording.planned_outside);
        place.map(|place| &place.opening)
    }

    /// The locations as the promise sees them.
    pub fn sites(&self) -> Vec<Site> {
        self.places.iter().map(|place| place.site.clone()).collect()
    }
}

impl Model {
    /// The question's promise over `count` periods from the one that contains today, which begins on a Monday where no calendar
    /// says otherwise. `None` where the periods lie too far from the present.
    pub fn case(&self, question: &Question, wording: &Wording, count: u32) -> Option<Case> {
        self.case_with(
            question,
            question.target.value,
            self.lab.counting.value,
            wording,
            count,
        )
    }

    /// The same with another target and another way of counting.
    pub fn case_with(
        &self,
        question: &Question,
        target: Percent,
        counting: CountingRule,
        wording: &Wording,
        count: u32,
    ) -> Option<Case> {
        let zone = self.zone();
        let measurement = self.measurement(question, &zone, count)?;
        let horizon = measurement.bounds()?;
        Some(Case {
            places: self.places(question, horizon),
            promise: Promise {
                service: String::new(),
                target,
                counting,
                terms: wording.terms.clone(),
                measurement,
            },
            horizon,
            zone,
        })
    }

    fn measurement(
        &self,
        question: &Question,
        zone: &ZoneTable,
        count: u32,
    ) -> Option<Measurement> {
        let calendar = match self.lab.period.value {
            Period::CalendarMonth => Some(MeasurementPeriod::CalendarMonth),
            Period::CalendarQuarter => Some(MeasurementPeriod::Quarter),
            Period::CalendarYear => Some(MeasurementPeriod::Year),
            Period::Fixed(_) | Period::Days | Period::RollingDays => None,
        };
        if let Some(kind) = calendar {
            let (mut list, mut day) = (Vec::new(), self.today);
            for _ in 0..count {
                list.push(period_bounds(kind, zone, day).ok()?);
                day = period_days(kind, day).ok()?.1;
            }
            return Some(Measurement::Periods(list));
        }
        let start = zone.first_instant_of(monday(self.today)?).ok()?;
        let length = question.period.length.value;
        let end = |number: u32| start.checked_add(length.checked_mul(u64::from(number))?);
        if self.lab.period.value == Period::RollingDays {
            let within = Interval::new(start, end(count)?).ok()?;
            return Some(Measurement::Rolling { length, within });
        }
        let period = |number: u32| Interval::new(end(number)?, end(number + 1)?).ok();
        (0..count)
            .map(period)
            .collect::<Option<Vec<_>>>()
            .map(Measurement::Periods)
    }

    fn places(&self, question: &Question, horizon: Interval) -> Vec<CasePlace> {
        let organization = &self.open.client.organization;
        let count = question.locations.value.get() as usize;
        let named = organization.locations.named();
        if named.len() == count {
            let place = |location: &engine::agreement::Location| {
                self.place(
                    question,
                    &location.profile.or(&organization.typical),
                    &location.name,
                    horizon,
                )
            };
            return named.iter().map(place).collect();
        }
        vec![self.place(question, &organization.typical, "", horizon); count]
    }

    fn place(
        &self,
        question: &Question,
        profile: &LocationProfile,
        name: &str,
        horizon: Interval,
    ) -> CasePlace {
        let zone = profile
            .zone
            .as_ref()
            .and_then(|name| self.zone_named(name).cloned())
            .unwrap_or_else(|| self.zone());
        let own = profile
            .opening_hours
            .clone()
            .or_else(|| self.opening().map(|opening| opening.windows))
            .unwrap_or_else(WeeklyWindows::always);
        let (windows, their_zone) = match &self.lab.window {
            Window::OpeningHours => (own.clone(), zone.clone()),
            Window::SupportHours => (question.windows.clone(), self.support_zone()),
            _ => (question.windows.clone(), zone.clone()),
        };
        let clock = |windows: &WeeklyWindows, zone: &ZoneTable| {
            if windows.is_always() {
                return ServiceClock::always();
            }
            ServiceClock::inside(&windows.expand(horizon, zone, &Holidays::default()))
        };
        let users = Count::new(profile.users.unwrap_or_default());
        let site = if windows.is_always() {
            Site::always(users)
        } else {
            let set = windows.expand(horizon, &their_zone, &Holidays::default());
            Site::new(users, &set, &IntervalSet::default(), true)
        };
        CasePlace {
            name: name.to_owned(),
            site,
            opening: clock(&own, &zone),
            loss: loss(profile),
        }
    }

    /// The zone of the provider's support hours.
    fn support_zone(&self) -> ZoneTable {
        let stated = self
            .record()
            .and_then(|record| record.agreement.support.zone.says());
        stated
            .and_then(|name| self.zone_named(name).cloned())
            .unwrap_or_else(|| self.zone())
    }
}

/// The Monday of the day's week.
pub(super) fn monday(day: NaiveDate) -> Option<NaiveDate> {
    use chrono::Datelike;
    engine::calendar::days_before(day, day.weekday().num_days_from_monday())
}

/// Production lost in a second of opening time: chairs × production an hour × what stops × what is not rebooked. In floating point,
/// for the means of a simulation only.
fn loss(profile: &LocationProfile) -> Option<f64> {
    let share = |percent: Option<Percent>, otherwise: f64| {
        percent.map_or(otherwise, |percent| f64::from(percent.millionths()) / 1e8)
    };
    #[allow(clippy::cast_precision_loss, reason = "an amount of money in a mean")]
    let production = profile.production_per_chair_hour?.minor() as f64 / 100.0;
    let an_hour = f64::from(profile.chairs?)
        * production
        * share(profile.share_stopped, 1.0)
        * (1.0 - share(profile.share_rebooked, 0.0));
    Some(an_hour / 3600.0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]

    use super::*;
    use crate::model::Start;
    use engine::calendar::Instant;

    #[test]
    fn the_first_question_is_two_weeks_from_a_monday() {
        let model = Model::new(Start {
            today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
            ..Start::default()
        });
        let case = model
            .case(&model.question(), &Wording::default(), 26)
            .unwrap();
        let Measurement::Periods(periods) = &case.promise.measurement else {
            panic!("a moving period")
        };
        assert_eq!(periods.len(), 26);
        assert_eq!(
            periods[0].start(),
            Instant::parse("2026-11-16T00:00:00Z").unwrap()
        );
        assert_eq!(periods[25].end(), case.horizon.end());
        assert_eq!(case.places.len(), 1);
        assert!(case.places[0].site.counts.is_always());
        assert_eq!(case.places[0].loss, None);
    }
}
