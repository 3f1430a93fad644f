//! Promises to start from: those of the open agreement, and published ones.

use super::{Model, Period, Window};
use engine::agreement::{PromisePeriod, Service, ServiceWindow};
use engine::availability::CountingRule;
use engine::calendar::Convention;
use engine::derivation::{Origin, Sourced};
use engine::quantity::Percent;
use std::num::NonZeroU32;

impl Model {
    /// Takes over what a service of the open agreement promises; where it is silent, the convention stands.
    pub(super) fn take_agreed(&mut self, id: &str) {
        let Some(record) = self.record() else { return };
        let Some(service) = record
            .agreement
            .services
            .iter()
            .find(|service| service.id == id)
        else {
            return;
        };
        let service = service.clone();
        self.take_service(&service, Origin::Agreement);
    }

    /// Takes over what a service promises, and who says so.
    pub(super) fn take_service(&mut self, service: &Service, origin: Origin) {
        let Some(target) = service.target.says().copied() else {
            return;
        };
        let period = service.period.says().copied();
        let window = service.window.says().map(|window| match window {
            ServiceWindow::AllTheTime => Window::AroundTheClock,
            ServiceWindow::OpeningHours => Window::OpeningHours,
            ServiceWindow::SupportHours => Window::SupportHours,
            ServiceWindow::Weekly(_) => Window::Agreed(service.id.clone()),
        });
        self.take_target(target, origin);
        let default = Sourced::convention(Period::Fixed(Convention::TwoWeeks));
        self.lab.period = period.map_or(default, |period| Sourced {
            value: self.period_of(period),
            origin,
        });
        let counting = service.counting.says().copied();
        self.lab.counting = counting
            .map_or(Sourced::convention(CountingRule::EachLocation), |value| {
                Sourced { value, origin }
            });
        self.lab.window_origin = if window.is_some() {
            origin
        } else {
            Origin::Convention
        };
        self.lab.window = window.unwrap_or(Window::AroundTheClock);
        self.lab.wording.take_service(service, origin);
    }

    /// Takes over a published promise, all of which are measured around the clock.
    pub(super) fn take_published(&mut self, id: &str) {
        let Some(catalogue) = self.catalogue.ready().cloned() else {
            return;
        };
        let Some(level) = catalogue
            .presets()
            .published
            .iter()
            .find(|level| level.id == id)
        else {
            return;
        };
        let Ok(target) = Percent::parse(&level.target_percent) else {
            return;
        };
        self.lab.wording = super::WordingInputs::default();
        self.lab.counting = Sourced::convention(CountingRule::EachLocation);
        self.take_target(target, Origin::Catalogue);
        let period = match rolling_days(&level.period) {
            Some(days) => self.in_days(Period::RollingDays, days),
            // A billing month is a calendar month that may begin on another day.
            None => Period::CalendarMonth,
        };
        self.lab.period = Sourced {
            value: period,
            origin: Origin::Catalogue,
        };
        self.lab.window = Window::AroundTheClock;
        self.lab.window_origin = Origin::Catalogue;
    }

    pub(super) fn take_target(&mut self, target: Percent, origin: Origin) {
        self.lab.target.take(target.to_string(), Some(target));
        self.lab.target_origin = origin;
    }

    fn period_of(&mut self, period: PromisePeriod) -> Period {
        match period {
            PromisePeriod::CalendarMonth => Period::CalendarMonth,
            PromisePeriod::CalendarQuarter => Period::CalendarQuarter,
            PromisePeriod::CalendarYear => Period::CalendarYear,
            PromisePeriod::Fixed(convention) => Period::Fixed(convention),
            PromisePeriod::Days(1) => Period::Fixed(Convention::Day),
            PromisePeriod::Days(7) => Period::Fixed(Convention::Week),
            PromisePeriod::Days(14) => Period::Fixed(Convention::TwoWeeks),
            PromisePeriod::Days(days) => self.in_days(Period::Days, days),
            PromisePeriod::RollingDays(days) => self.in_days(Period::RollingDays, days),
        }
    }

    fn in_days(&mut self, period: Period, days: u32) -> Period {
        self.lab.days.take(days.to_string(), NonZeroU32::new(days));
        period
    }
}

fn rolling_days(period: &str) -> Option<u32> {
    period
        .strip_prefix("rolling-")?
        .strip_suffix("-days")?
        .parse()
        .ok()
}
