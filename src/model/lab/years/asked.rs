//! The question about simulated years that the assumptions and the promise ask.

use super::super::{Case, Period, Question};
use super::{EFFORT, MOST_YEARS, Refusal, YearsField};
use crate::model::Model;
use crate::workers::{Ask, Clock, Credit, Place, Promised, Seen, Terms};
use chrono::{Datelike, NaiveDate};
use engine::agreement::{ChargeBasis, LocationProfile, ServiceKind};
use engine::availability::CountingRule;
use engine::calendar::{Interval, ServiceClock};
use engine::compliance::Measurement;
use engine::quantity::{Currency, Fraction, Percent};

impl Model {
    /// The question that the inputs ask.
    ///
    /// # Errors
    ///
    /// When it cannot be simulated.
    pub fn years_asked(&self) -> Result<Ask, Refusal> {
        let question = self.question();
        if self.lab.period.value == Period::RollingDays {
            return Err(Refusal::Rolling);
        }
        let periods = periods_in_a_year(self.lab.period.value, &question)?;
        let case = self.case(&question, &self.wording(), periods);
        let case = case.ok_or(Refusal::Dates)?;
        let no_users = case.places.iter().all(|place| place.site.users.get() == 0);
        if case.promise.counting == CountingRule::WeightedByUsers && no_users {
            return Err(Refusal::Users);
        }
        let years = &self.lab.years;
        let mut clocks = Clocks::new(case.horizon);
        let place = |place: &super::super::CasePlace| Place {
            open: clocks.of(&place.opening),
            loss: place.loss.map_or(0, minor_an_hour),
        };
        let places = case.places.iter().map(place).collect();
        let asked = self.promised(&case, &mut clocks);
        let other = self.baseline_target();
        let other = other.map(|target| baseline(&case, target, &asked, &mut clocks));
        let mut ask = Ask {
            seed: years.seed(),
            years: 0,
            own: years.again(YearsField::Own),
            shared: years.again(YearsField::Shared),
            clocks: clocks.list,
            places,
            promises: std::iter::once(asked).chain(other).collect(),
        };
        // What all share strikes each location.
        let places = ask.places.len() as u64;
        let strikes = (ask.own.per_year + ask.shared.per_year).saturating_mul(places) / 100;
        let effort = strikes.saturating_add(places + 1);
        let affordable = u32::try_from(EFFORT / effort).unwrap_or(MOST_YEARS);
        ask.years = affordable.clamp(1, MOST_YEARS);
        Ok(ask)
    }

    /// What the recommended baseline promises for the network.
    pub fn baseline_target(&self) -> Option<Percent> {
        let mut services = self.baseline_services().iter();
        let network = services.find(|service| service.kind == ServiceKind::Network)?;
        network.target.says().copied()
    }

    /// The day on which the simulated year begins.
    pub fn years_start(&self) -> Option<NaiveDate> {
        match self.lab.period.value {
            Period::CalendarMonth => Some(self.today.with_day(1)?),
            Period::CalendarQuarter => {
                let month = self.today.month0() / 3 * 3;
                Some(self.today.with_day(1)?.with_month0(month)?)
            }
            Period::CalendarYear => NaiveDate::from_ymd_opt(self.today.year(), 1, 1),
            _ => super::super::case::monday(self.today),
        }
    }

    /// The currency in which production is stated, if it is one and the same.
    pub fn lab_currency(&self) -> Option<Currency> {
        let organization = &self.open.client.organization;
        let named = organization.locations.named().iter();
        let profiles = named
            .map(|location| location.profile.or(&organization.typical))
            .chain(std::iter::once(organization.typical.clone()));
        let known = |profile: LocationProfile| {
            profile.chairs?;
            Some(profile.production_per_chair_hour?.currency())
        };
        let mut currencies = profiles.filter_map(known);
        let first = currencies.next()?;
        currencies.all(|other| other == first).then_some(first)
    }

    fn promised(&self, case: &Case, clocks: &mut Clocks) -> Promised {
        let promise = &case.promise;
        let position = CountingRule::ALL
            .iter()
            .position(|rule| *rule == promise.counting);
        Promised {
            target: promise.target.millionths(),
            counting: position.unwrap_or_default(),
            terms: Terms::from(&promise.terms),
            periods: match &promise.measurement {
                Measurement::Periods(list) => list
                    .iter()
                    .map(|period| (period.start().unix(), period.end().unix()))
                    .collect(),
                Measurement::Rolling { .. } => Vec::new(),
            },
            sites: case
                .places
                .iter()
                .map(|place| Seen {
                    users: place.site.users.get(),
                    counts: clocks.of(&place.site.counts),
                    serves: clocks.of(&place.site.serves),
                })
                .collect(),
            credit: self.credit(case).unwrap_or(Credit::NONE),
        }
    }

    /// What the agreement pays back of the fee of one period; nothing where it does not say both.
    fn credit(&self, case: &Case) -> Option<Credit> {
        let agreement = &self.record()?.agreement;
        let credits = self.credits()?;
        let scheme = credits.scheme.says()?;
        let charge = agreement.fees.recurring.says()?;
        let locations = i128::try_from(case.places.len()).ok()?;
        let each = case.promise.counting == CountingRule::EachLocation;
        let per_month = i128::from(charge.per_month.minor());
        // The part of one line: a location, or all of them.
        let (above, below) = match (charge.basis, each) {
            (ChargeBasis::Location, true) | (ChargeBasis::Organization, false) => (1, 1),
            (ChargeBasis::Location, false) => (locations, 1),
            (ChargeBasis::Organization, true) => (1, locations),
        };
        let Measurement::Periods(periods) = &case.promise.measurement else {
            return None;
        };
        let parts = i128::try_from(periods.len()).ok()?;
        // The periods are a year, or as many as fit: each is an equal part of twelve months.
        let fee = Fraction::new(per_month * 12 * above, below * parts)?;
        let fee = u64::try_from(fee.floor()).ok()?;
        Some(Credit::of(scheme, credits.cap.says().copied(), fee))
    }
}

/// The recommended baseline's promise over the periods of the question: so much of the opening hours, at each location. Maintenance
/// is left out of both.
fn baseline(case: &Case, target: Percent, asked: &Promised, clocks: &mut Clocks) -> Promised {
    let seen = |place: &super::super::CasePlace| {
        let open = clocks.of(&place.opening);
        Seen {
            users: place.site.users.get(),
            counts: open,
            serves: open,
        }
    };
    Promised {
        target: target.millionths(),
        counting: 0,
        terms: Terms::default(),
        periods: asked.periods.clone(),
        sites: case.places.iter().map(seen).collect(),
        credit: Credit::NONE,
    }
}

/// As many periods as come nearest to a year.
fn periods_in_a_year(period: Period, question: &Question) -> Result<u32, Refusal> {
    const YEAR: u64 = 365 * 86_400;
    let by_length = |length: u64| {
        // A leap year, or 365.2425 days, is a year.
        if length == 0 || length > YEAR + 86_400 {
            return Err(Refusal::Longer);
        }
        let nearest = (YEAR + length / 2) / length;
        u32::try_from(nearest.max(1)).map_err(|_| Refusal::Longer)
    };
    match period {
        Period::CalendarMonth => Ok(12),
        Period::CalendarQuarter => Ok(4),
        Period::CalendarYear => Ok(1),
        Period::RollingDays => Err(Refusal::Rolling),
        Period::Fixed(_) | Period::Days => by_length(question.period.length.value.get()),
    }
}

/// Production lost in a second, as minor units of money in an hour.
fn minor_an_hour(loss: f64) -> u64 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an amount of money; out of range is cut"
    )]
    let minor = (loss * 360_000.0).round().max(0.0) as u64;
    minor
}

/// Each clock once: most locations have the same hours.
struct Clocks {
    bounds: Interval,
    seen: Vec<ServiceClock>,
    list: Vec<Clock>,
}

impl Clocks {
    const fn new(bounds: Interval) -> Self {
        Self {
            bounds,
            seen: Vec::new(),
            list: Vec::new(),
        }
    }

    fn of(&mut self, clock: &ServiceClock) -> usize {
        // The same as the last one, most often.
        if let Some(at) = self.seen.iter().rposition(|known| known == clock) {
            return at;
        }
        self.seen.push(clock.clone());
        self.list.push(Clock::of(clock, self.bounds));
        self.list.len() - 1
    }
}
