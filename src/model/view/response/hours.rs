//! When the clocks run at the client's location, and the moment of the report.

use crate::model::Model;
use crate::model::lab::{Side, Window};
use chrono::Datelike;
use engine::agreement::Agreement;
use engine::calendar::{
    Holidays, Instant, Interval, IntervalSet, NaiveDate, WallTime, WeeklyWindow, WeeklyWindows,
    ZoneTable, days_after, local_days,
};
use engine::clocks::{BasisHours, ClockHours};

/// The client's side of the clocks.
pub(super) struct Hours {
    /// The zone of the client's calendar.
    pub zone: ZoneTable,
    /// When it was reported.
    pub reported: Instant,
    /// When the location is open.
    pub opening: WeeklyWindows,
    /// The usual office week, for a side that has no agreement.
    pub office: WeeklyWindows,
    /// When the clocks are on hold.
    pub held: IntervalSet,
    none: Holidays,
}

impl Hours {
    /// `None` where the moment lies too far from the present, or does not exist on that day.
    pub fn of(model: &Model) -> Option<Self> {
        let locations = model.open.client.organization.locations.named();
        let chosen = locations
            .iter()
            .find(|of| of.id == model.lab.response.location);
        let profile = chosen.map(|location| &location.profile);
        let zone = profile
            .and_then(|profile| model.zone_named(profile.zone.as_ref()?).cloned())
            .unwrap_or_else(|| model.zone());
        let response = &model.lab.response;
        let office = model
            .windows(&Window::Template("weekdays".to_owned()))
            .unwrap_or_else(WeeklyWindows::always);
        let opening = profile
            .and_then(|profile| profile.opening_hours.clone())
            .or_else(|| model.opening().map(|opening| opening.windows))
            .unwrap_or_else(|| office.clone());
        // The next such day, today included.
        let today = model.today.weekday().num_days_from_monday();
        let ahead = (response.day.num_days_from_monday() + 7 - today) % 7;
        let day = days_after(model.today, ahead)?;
        let reported = instant(&zone, day, response.time.value)?;
        let held = reported.checked_add(response.held_after.value)?;
        let until = held.checked_add(response.held_for.value)?;
        Some(Self {
            reported,
            held: Interval::new(held, until).into_iter().collect(),
            zone,
            opening,
            office,
            none: Holidays::default(),
        })
    }

    /// When the location is open.
    pub fn open(&self) -> ClockHours<'_> {
        self.basis(&self.opening)
    }

    /// Hours in the client's zone, without holidays.
    pub fn basis<'a>(&'a self, windows: &'a WeeklyWindows) -> ClockHours<'a> {
        ClockHours {
            windows,
            zone: &self.zone,
            holidays: &self.none,
        }
    }
}

/// The moment of a wall time on a local day; where the clocks skip it, the moment after.
fn instant(zone: &ZoneTable, day: NaiveDate, time: WallTime) -> Option<Instant> {
    // A window from then to the end of the day begins at that moment, whatever the clocks do.
    let midnight = WallTime::from_second(0)?;
    let row = WeeklyWindow::new(day.weekday(), time, midnight).ok()?;
    let windows: WeeklyWindows = [row].into_iter().collect();
    let range = local_days(zone, day, 1).ok()?;
    let inside = windows.expand(range, zone, &Holidays::default());
    inside.as_slice().first().map(Interval::start)
}

/// What one side promises, and the hours of its clocks.
pub(super) struct SideHours {
    /// The agreement; `None` for the usual small print.
    pub agreement: Option<Agreement>,
    support: Option<WeeklyWindows>,
    support_zone: ZoneTable,
    holidays: Holidays,
    always: WeeklyWindows,
}

impl SideHours {
    pub fn of(model: &Model, hours: &Hours, side: &Side) -> Self {
        let agreement = match side {
            Side::Usual => None,
            Side::Baseline => model.baseline().cloned(),
            Side::Agreement(id) => model
                .open
                .client
                .agreements
                .iter()
                .find(|record| record.id == *id)
                .map(|record| record.agreement.clone()),
        };
        let support = agreement.as_ref().map(|agreement| &agreement.support);
        let zone = support
            .and_then(|support| support.zone.says())
            .and_then(|name| model.zone_named(name).cloned());
        Self {
            support: match (side, support) {
                (Side::Usual, _) => Some(hours.office.clone()),
                (_, support) => support.and_then(|support| support.hours.says().cloned()),
            },
            support_zone: zone.unwrap_or_else(|| hours.zone.clone()),
            holidays: support
                .map(|support| support.holidays.iter().copied().collect())
                .unwrap_or_default(),
            always: WeeklyWindows::always(),
            agreement,
        }
    }

    /// What the bases of this side's clocks stand for.
    pub fn bases<'a>(&'a self, hours: &'a Hours) -> BasisHours<'a> {
        BasisHours {
            support: self.support.as_ref().map(|windows| ClockHours {
                windows,
                zone: &self.support_zone,
                holidays: &self.holidays,
            }),
            opening: Some(hours.open()),
            around_the_clock: hours.basis(&self.always),
        }
    }
}
