//! What is asked, with everything resolved that the open client and the calendar decide.

use super::{Model, Period, Window};
use engine::agreement::{LocationProfile, Organization};
use engine::availability::{Counting, CountingRule, UserShare};
use engine::calendar::{
    Holidays, MeasurementPeriod, NaiveDate, WallTime, WeeklyWindow, WeeklyWindows, ZoneTable,
    period_bounds, period_days, period_length, service_time,
};
use engine::derivation::{Figure, FormulaId, Input, Origin, Quantity, Rounding, Sourced};
use engine::quantity::{Count, Percent, Seconds};
use engine::rubric::OpeningHours;
use std::num::NonZeroU32;

/// The question.
#[derive(Clone, Debug)]
pub struct Question {
    /// The target.
    pub target: Sourced<Percent>,
    /// The lengths of the period.
    pub period: Asked,
    /// The hours that count; always when around the clock.
    pub windows: WeeklyWindows,
    /// Who says them.
    pub windows_origin: Origin,
    /// How many locations there are.
    pub locations: Sourced<NonZeroU32>,
    /// How they are counted; nothing while the users are not known.
    pub counting: Option<Sourced<Counting>>,
}

/// The lengths of a period.
#[derive(Clone, Debug)]
pub struct Asked {
    /// How long it is.
    pub length: Figure<Seconds>,
    /// How much of it counts.
    pub measured: Figure<Seconds>,
}

/// A client's opening hours, or an example week until there are any.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The hours.
    pub windows: WeeklyWindows,
    /// The location that they were taken from, where the typical one has none.
    pub location: Option<String>,
    /// The template that stands in for them, while the client has none.
    pub example: Option<String>,
}

impl Opening {
    /// Who says the hours.
    pub fn origin(&self) -> Origin {
        if self.example.is_some() {
            Origin::Catalogue
        } else {
            Origin::Typed
        }
    }
}

impl Model {
    /// The question that the inputs ask.
    pub fn question(&self) -> Question {
        let lab = &self.lab;
        let (windows, windows_origin) = match self.windows(&lab.window) {
            Some(windows) => (windows, lab.window_origin),
            None => (WeeklyWindows::always(), Origin::Convention),
        };
        let locations = self.locations();
        Question {
            target: Sourced {
                value: lab.target.value,
                origin: lab.target_origin,
            },
            period: self.asked(
                lab.period,
                &Sourced {
                    value: &windows,
                    origin: windows_origin,
                },
            ),
            counting: self.counting(locations),
            windows,
            windows_origin,
            locations,
        }
    }

    /// A period that contains today, with its lengths.
    pub fn asked(&self, period: Sourced<Period>, windows: &Sourced<&WeeklyWindows>) -> Asked {
        self.asked_on(period, windows, self.today)
    }

    /// The period after the one that contains today; for all but the calendar's that is the same.
    pub fn asked_next(&self, period: Sourced<Period>, windows: &Sourced<&WeeklyWindows>) -> Asked {
        let next = calendar(period.value).and_then(|kind| period_days(kind, self.today).ok());
        self.asked_on(period, windows, next.map_or(self.today, |(_, next)| next))
    }

    fn asked_on(
        &self,
        period: Sourced<Period>,
        windows: &Sourced<&WeeklyWindows>,
        day: NaiveDate,
    ) -> Asked {
        let by_calendar = calendar(period.value).and_then(|kind| {
            let zone = self.zone();
            let length = period_length(
                Sourced {
                    value: kind,
                    origin: period.origin,
                },
                &zone,
                day,
            )
            .ok()?;
            let bounds = period_bounds(kind, &zone, day).ok()?;
            let measured = service_time(windows, bounds, &zone, &Holidays::default());
            Some((length, measured))
        });
        let (length, measured) = by_calendar.unwrap_or_else(|| {
            let length = self.fixed_length(period);
            let measured = by_weeks(&length, windows);
            (length, measured)
        });
        let measured = if windows.value.is_always() {
            length.clone()
        } else {
            measured
        };
        Asked { length, measured }
    }

    fn fixed_length(&self, period: Sourced<Period>) -> Figure<Seconds> {
        let input = |name, value| Input {
            name,
            value,
            origin: period.origin,
        };
        if let Period::Fixed(convention) = period.value {
            let length = convention.seconds();
            let inputs = vec![input("length", Quantity::Seconds(length))];
            return Figure::exact(length, FormulaId("period-fixed"), inputs)
                .by_convention(convention.key());
        }
        let days = self.lab.days.value;
        // 32 bits of days fit into 64 bits of seconds.
        let length = Seconds::new(u64::from(days.get()) * Seconds::DAY.get());
        let inputs = vec![input("days", Quantity::Count(Count::new(days.get())))];
        Figure::exact(length, FormulaId("period-of-days"), inputs).by_convention("24-hour-days")
    }

    /// The time zone of the client's calendar, as far as it is known; UTC, which has no clock changes, otherwise.
    pub(in crate::model) fn zone(&self) -> ZoneTable {
        let organization = &self.open.client.organization;
        let profiles = organization
            .locations
            .named()
            .iter()
            .map(|location| &location.profile);
        let mut zones = std::iter::once(&organization.typical)
            .chain(profiles)
            .filter_map(|p| p.zone.as_ref());
        zones
            .find_map(|name| self.zone_named(name))
            .cloned()
            .unwrap_or_else(ZoneTable::utc)
    }

    /// The hours of a window, if it is there.
    pub fn windows(&self, window: &Window) -> Option<WeeklyWindows> {
        let agreement = self.record().map(|record| &record.agreement);
        match window {
            Window::AroundTheClock => Some(WeeklyWindows::always()),
            Window::Typed => Some(self.lab.hours.value.clone()),
            Window::Template(id) => self
                .templates()
                .iter()
                .find(|hours| hours.id == *id)
                .map(template),
            Window::OpeningHours => self.clients_hours().map(|opening| opening.windows),
            Window::SupportHours => agreement?.support.hours.says().cloned(),
            Window::Agreed(id) => {
                let service = agreement?
                    .services
                    .iter()
                    .find(|service| service.id == *id)?;
                match service.window.says()? {
                    engine::agreement::ServiceWindow::Weekly(windows) => Some(windows.clone()),
                    _ => None,
                }
            }
        }
    }

    /// The templates of opening hours that are not all the time.
    pub fn templates(&self) -> &[OpeningHours] {
        self.catalogue
            .ready()
            .map_or(&[], |catalogue| &catalogue.presets().opening_hours)
    }

    /// The client's own opening hours: the typical ones, else those of the first location that has any.
    pub fn clients_hours(&self) -> Option<Opening> {
        let organization = &self.open.client.organization;
        if let Some(windows) = organization.typical.opening_hours.clone() {
            return Some(Opening {
                windows,
                location: None,
                example: None,
            });
        }
        organization.locations.named().iter().find_map(|location| {
            let windows = location.profile.opening_hours.clone()?;
            Some(Opening {
                windows,
                location: Some(location.name.clone()),
                example: None,
            })
        })
    }

    /// The client's opening hours or, until there are any, the usual office week as an example.
    pub fn opening(&self) -> Option<Opening> {
        self.clients_hours().or_else(|| {
            let hours = self
                .templates()
                .iter()
                .find(|hours| hours.id == "weekdays")?;
            Some(Opening {
                windows: template(hours),
                location: None,
                example: Some(hours.title.clone()),
            })
        })
    }

    fn locations(&self) -> Sourced<NonZeroU32> {
        let typed = self.lab.locations.as_ref().and_then(|typed| typed.value);
        let known = || {
            self.open
                .client
                .organization
                .locations
                .count()
                .and_then(NonZeroU32::new)
        };
        match typed.or_else(known) {
            Some(locations) => Sourced::typed(locations),
            None => Sourced::convention(NonZeroU32::MIN),
        }
    }

    fn counting(&self, locations: Sourced<NonZeroU32>) -> Option<Sourced<Counting>> {
        let Sourced {
            value: rule,
            origin,
        } = self.lab.counting;
        let locations = locations.value;
        let value = match rule {
            CountingRule::EachLocation => Counting::EachLocation,
            CountingRule::Average => Counting::Average { locations },
            CountingRule::AnyLocationDown => Counting::AnyLocationDown,
            CountingRule::AllLocationsDown => Counting::AllLocationsDown { locations },
            CountingRule::OrganizationOnly => Counting::OrganizationOnly,
            CountingRule::WeightedByUsers => {
                let (here, total) = self.users();
                Counting::WeightedByUsers(UserShare::new(here?, total?).ok()?)
            }
        };
        Some(Sourced { value, origin })
    }

    /// Users at the location in question and in all: typed, else the client's smallest location and its sum.
    pub fn users(&self) -> (Option<Count>, Option<Count>) {
        let (here, total) = users(&self.open.client.organization).unzip();
        let typed = |field: &Option<super::Typed<Option<Count>>>| {
            field.as_ref().and_then(|typed| typed.value)
        };
        (
            typed(&self.lab.users_here).or(here),
            typed(&self.lab.users_in_all).or(total),
        )
    }
}

fn calendar(period: Period) -> Option<MeasurementPeriod> {
    match period {
        Period::CalendarMonth => Some(MeasurementPeriod::CalendarMonth),
        Period::CalendarQuarter => Some(MeasurementPeriod::Quarter),
        Period::CalendarYear => Some(MeasurementPeriod::Year),
        Period::Fixed(_) | Period::Days | Period::RollingDays => None,
    }
}

/// The weekly hours in a length that no calendar places: as many as its share of a week, never rounded up.
pub fn by_weeks(length: &Figure<Seconds>, windows: &Sourced<&WeeklyWindows>) -> Figure<Seconds> {
    let per_week = windows.value.per_week();
    let product = u128::from(per_week.get()) * u128::from(length.value.get());
    let week = u128::from(Seconds::WEEK.get());
    // No more than the length itself, so that 64 bits hold it.
    let total = u64::try_from(product / week).map_or(length.value, Seconds::new);
    let inputs = vec![
        Input {
            name: "opening-per-week",
            value: Quantity::Seconds(per_week),
            origin: windows.origin,
        },
        Input {
            name: "length",
            value: Quantity::Seconds(length.value),
            origin: Origin::Computed,
        },
    ];
    let rounding = if product.is_multiple_of(week) {
        Rounding::Exact
    } else {
        Rounding::Down
    };
    let mut figure =
        Figure::exact(total, FormulaId("service-time-by-weeks"), inputs).rounded(rounding);
    figure.derivation.convention = length.derivation.convention;
    figure
}

fn template(hours: &OpeningHours) -> WeeklyWindows {
    let time = |minutes: u16| WallTime::from_second(u32::from(minutes) * 60);
    let window = |row: &engine::rubric::OpenWindow| {
        WeeklyWindow::new(row.day, time(row.from)?, time(row.to)?).ok()
    };
    hours.windows.iter().filter_map(window).collect()
}

fn users(organization: &Organization) -> Option<(Count, Count)> {
    let of = |profile: &LocationProfile| profile.users.or(organization.typical.users);
    let named = organization.locations.named();
    if named.is_empty() {
        let (here, locations) = (organization.typical.users?, organization.locations.count()?);
        return Some((Count::new(here), Count::new(here.checked_mul(locations)?)));
    }
    let each = named
        .iter()
        .map(|location| of(&location.profile))
        .collect::<Option<Vec<u32>>>()?;
    let total = each
        .iter()
        .try_fold(0_u32, |sum, users| sum.checked_add(*users))?;
    Some((Count::new(each.into_iter().min()?), Count::new(total)))
}
