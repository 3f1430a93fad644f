//! What the agreement leaves out of the count, as typed, and the assumptions that give it a length.

use super::{Model, Typed, Wording, parse_count, parse_downtime};
use engine::agreement::{MaintenanceHours, Service};
use engine::compliance::{Cause, CauseSet, ClockStart, CountingTerms, Sampling};
use engine::derivation::Origin;
use engine::quantity::{Count, Seconds};
use std::num::NonZeroU32;

/// A change of the wording.
#[derive(Clone, Debug, PartialEq)]
pub enum WordingEvent {
    /// A text was typed.
    Typed(WordingField, String),
    /// When the downtime of an outage begins.
    Clock(ClockStart),
    /// How finely an outage is seen.
    Seen(Seen),
    /// When planned maintenance may be.
    Maintenance(MaintenanceHours),
}

/// What is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordingField {
    /// The shortest outage that counts.
    Minimum,
    /// The first part of each outage that does not count.
    Grace,
    /// Planned maintenance in each period that does not count.
    Planned,
    /// The step of sampling.
    Step,
    /// An assumption: the time until an outage is reported.
    Delay,
    /// An assumption: short outages in each opening day.
    Short,
}

/// How finely an outage is seen, apart from the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// To the second.
    Second,
    /// Only steps that are down from beginning to end.
    WholeSteps,
    /// One look in each step.
    Polls,
}

/// The wording as it stands in the form.
#[derive(Clone, Debug, PartialEq)]
pub struct WordingInputs {
    /// When the downtime of an outage begins.
    pub clock: ClockStart,
    /// How finely an outage is seen.
    pub seen: Seen,
    /// The step of sampling; more than nothing.
    pub step: Typed<Seconds>,
    /// The shortest outage that counts.
    pub minimum: Typed<Seconds>,
    /// The first part of each outage that does not count.
    pub grace: Typed<Seconds>,
    /// Planned maintenance in each period that does not count.
    pub planned: Typed<Seconds>,
    /// When that may be.
    pub maintenance: MaintenanceHours,
    /// The time until an outage is reported.
    pub delay: Typed<Seconds>,
    /// Short outages in each opening day.
    pub short: Typed<Count>,
    /// Who says the wording.
    pub origin: Origin,
    /// Whether the agreement excludes planned maintenance without a limit.
    pub unlimited: bool,
}

impl Default for WordingInputs {
    /// Nothing is left out.
    fn default() -> Self {
        let time = |text: &str, seconds| Typed {
            text: text.to_owned(),
            value: Seconds::new(seconds),
        };
        Self {
            clock: ClockStart::Fault,
            seen: Seen::Second,
            step: time("5 min", 300),
            minimum: time("0 min", 0),
            grace: time("0 min", 0),
            planned: time("0 h", 0),
            maintenance: MaintenanceHours::AnyTime,
            delay: time("1 h", 3_600),
            short: Typed {
                text: "1".to_owned(),
                value: Count::new(1),
            },
            origin: Origin::Convention,
            unlimited: false,
        }
    }
}

impl WordingInputs {
    pub(super) fn take(&mut self, event: WordingEvent) {
        self.origin = Origin::Typed;
        match event {
            WordingEvent::Clock(clock) => self.clock = clock,
            WordingEvent::Seen(seen) => self.seen = seen,
            WordingEvent::Maintenance(hours) => self.maintenance = hours,
            WordingEvent::Typed(WordingField::Short, text) => {
                let short = parse_count(&text).ok().map(Count::new);
                self.short.take(text, short);
            }
            WordingEvent::Typed(field, text) => {
                let length = parse_downtime(&text).ok();
                match field {
                    WordingField::Step => {
                        let length = length.filter(|step| {
                            *step > Seconds::ZERO && u32::try_from(step.get()).is_ok()
                        });
                        self.step.take(text, length);
                    }
                    WordingField::Planned => {
                        self.unlimited &= length.is_none();
                        self.planned.take(text, length);
                    }
                    WordingField::Minimum => self.minimum.take(text, length),
                    WordingField::Grace => self.grace.take(text, length),
                    WordingField::Delay | WordingField::Short => self.delay.take(text, length),
                }
            }
        }
    }

    /// Takes over what a service of an agreement leaves out of the count; where it is silent, nothing is.
    pub(super) fn take_service(&mut self, service: &Service, origin: Origin) {
        let before = std::mem::take(self);
        self.delay = before.delay;
        self.short = before.short;
        let seconds = |length: Seconds| Typed {
            text: [&length.get().to_string(), " s"].concat(),
            value: length,
        };
        if let Some(maintenance) = service.maintenance.says() {
            self.planned = seconds(maintenance.cap_per_month.unwrap_or_default());
            self.maintenance = maintenance.hours.unwrap_or(MaintenanceHours::AnyTime);
            self.unlimited = maintenance.cap_per_month.is_none();
        }
        if let Some(minimum) = service.minimum_outage.says() {
            self.minimum = seconds(*minimum);
        }
        self.origin = origin;
    }

    /// How an outage is seen.
    pub fn sampling(&self) -> Sampling {
        let step = u32::try_from(self.step.value.get())
            .ok()
            .and_then(NonZeroU32::new)
            .unwrap_or(NonZeroU32::MIN);
        match self.seen {
            Seen::Second => Sampling::Continuous,
            Seen::WholeSteps => Sampling::WholeSteps(step),
            Seen::Polls => Sampling::Polls(step),
        }
    }

    /// Planned maintenance in each period that may fall into opening hours.
    pub fn planned_in_opening(&self) -> Seconds {
        match self.maintenance {
            MaintenanceHours::AnyTime => self.planned.value,
            MaintenanceHours::OutsideOpeningHours => Seconds::ZERO,
        }
    }

    /// Whether planned maintenance may take opening hours without a limit.
    pub fn unlimited_in_opening(&self) -> bool {
        self.unlimited && self.maintenance == MaintenanceHours::AnyTime
    }

    /// As the evaluation path takes it.
    pub fn wording(&self) -> Wording {
        let planned = self.planned.value;
        Wording {
            terms: CountingTerms {
                clock_start: self.clock,
                minimum_outage: self.minimum.value,
                grace: self.grace.value,
                sampling: self.sampling(),
                excluded: if planned > Seconds::ZERO {
                    CauseSet::NONE.with(Cause::PlannedMaintenance)
                } else {
                    CauseSet::NONE
                },
                ..CountingTerms::default()
            },
            planned,
            planned_outside: self.maintenance == MaintenanceHours::OutsideOpeningHours,
            report_delay: self.delay.value,
        }
    }
}

impl Model {
    /// What the wording in the form leaves out of the count.
    pub fn wording(&self) -> Wording {
        self.lab.wording.wording()
    }
}
