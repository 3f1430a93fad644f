//! From the headline percentage to what one location is really promised in its own opening hours in the worst week, one wording
//! at a time.

#[cfg(test)]
mod tests;

use super::Sampling;
use crate::availability::{Counting, LocationLimit, most_at_one_location};
use crate::derivation::{Figure, FormulaId, Input, Sourced};
use crate::quantity::{Count, Fraction, Percent, Seconds};

/// What the worst week is reckoned from. The week lies within one measurement period, or is made of whole ones.
#[derive(Clone, Debug, PartialEq)]
pub struct WorstWeek {
    /// The availability promised.
    pub target: Sourced<Percent>,
    /// The time that one measurement period counts.
    pub period: Sourced<Seconds>,
    /// The location's opening hours in one measurement period.
    pub opening: Sourced<Seconds>,
    /// The location's opening hours in one week.
    pub opening_week: Sourced<Seconds>,
    /// How many periods can spend their allowance in one week's opening hours: one, unless a period is shorter than a week.
    pub periods: Sourced<Count>,
    /// Opening hours of the week that the promise does not count at all.
    pub uncounted: Sourced<Seconds>,
    /// Planned maintenance in one period that does not count.
    pub planned: Sourced<Seconds>,
    /// Outages shorter than this do not count.
    pub minimum_outage: Sourced<Seconds>,
    /// How many outages in the week are just short of it: an assumption.
    pub short_outages: Sourced<Count>,
    /// How the locations are counted.
    pub counting: Sourced<Counting>,
    /// How long after the fault the clock starts: an assumption; nothing where it starts with the fault.
    pub report_delay: Sourced<Seconds>,
    /// The first seconds of an outage that do not count.
    pub grace: Sourced<Seconds>,
    /// How finely an outage is seen.
    pub sampling: Sourced<Sampling>,
}

/// What a wording does to the promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thinning {
    /// Nothing: the target of the week's own opening hours.
    Headline,
    /// The allowance of the whole period may fall into one week.
    LongPeriod,
    /// Hours in which nobody works earn allowance too, and all of it may fall into opening hours.
    OtherHours,
    /// Opening hours outside the hours that count may be lost whole.
    UncountedHours,
    /// Planned maintenance comes on top.
    Planned,
    /// Short outages come on top.
    ShortOutages,
    /// What all locations are allowed may be spent at one.
    Pooled,
    /// The time until the report comes on top.
    ReportedLate,
    /// The first minutes of the outage come on top.
    Grace,
    /// Steps that are not down from beginning to end, or fall between two looks, come on top.
    Sampled,
}

/// The promise after one more wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The wording.
    pub wording: Thinning,
    /// Opening hours in seconds that may be lost in the week, this wording and those before it used up.
    pub lost: Figure<Fraction>,
    /// The availability that is left of the week's opening hours.
    pub promised: Figure<Fraction>,
}

/// The steps from the headline down; a wording that the promise does not have, or that takes nothing more away, is left out.
/// `None` without opening hours, or where the numbers are too large.
pub fn waterfall(week: &WorstWeek) -> Option<Vec<Step>> {
    let open = Fraction::whole(i128::from(week.opening_week.value.get()));
    if open <= Fraction::ZERO {
        return None;
    }
    let mut steps: Vec<Step> = Vec::new();
    let (mut allowed, mut beside) = (Fraction::ZERO, Fraction::ZERO);
    for wording in ALL {
        let effect = week.effect(wording, &allowed)?;
        match effect.spends {
            Spends::Allowed(seconds) => allowed = seconds,
            Spends::Beside(seconds) => beside = beside.checked_add(&seconds)?,
            Spends::Everything => beside = open,
        }
        let before = steps.last().map_or(Fraction::ZERO, |step| step.lost.value);
        let lost = allowed.checked_add(&beside)?.min(open);
        if wording != Thinning::Headline && lost <= before {
            continue;
        }
        let mut inputs = effect.inputs;
        if wording >= Thinning::UncountedHours {
            inputs.insert(0, Sourced::computed(before).named("lost-before"));
        }
        inputs.push(week.opening_week.named("opening-week"));
        let lost = Figure::exact(lost, FormulaId(wording.formula()), inputs);
        steps.push(Step {
            wording,
            promised: week.promised(&open, &lost)?,
            lost,
        });
    }
    Some(steps)
}

const ALL: [Thinning; 10] = [
    Thinning::Headline,
    Thinning::LongPeriod,
    Thinning::OtherHours,
    Thinning::UncountedHours,
    Thinning::Planned,
    Thinning::ShortOutages,
    Thinning::Pooled,
    Thinning::ReportedLate,
    Thinning::Grace,
    Thinning::Sampled,
];

impl Thinning {
    const fn formula(self) -> &'static str {
        match self {
            Self::Headline => "week-headline",
            Self::LongPeriod => "week-long-period",
            Self::OtherHours => "week-other-hours",
            Self::UncountedHours => "week-uncounted-hours",
            Self::Planned => "week-planned",
            Self::ShortOutages => "week-short-outages",
            Self::Pooled => "week-pooled",
            Self::ReportedLate => "week-reported-late",
            Self::Grace => "week-grace",
            Self::Sampled => "week-sampled",
        }
    }
}

/// What a wording adds to what may be lost.
enum Spends {
    /// The allowance is now so much.
    Allowed(Fraction),
    /// So much beside it.
    Beside(Fraction),
    /// Nothing holds it back.
    Everything,
}

struct Effect {
    spends: Spends,
    inputs: Vec<Input>,
}

impl WorstWeek {
    fn effect(&self, wording: Thinning, allowed: &Fraction) -> Option<Effect> {
        let missing = self.target.value.complement().fraction();
        let periods = Fraction::whole(i128::from(self.periods.value.get()));
        let of = |time: Seconds| missing.checked_mul(&time.fraction());
        let of_all = |time: Seconds| of(time)?.checked_mul(&periods);
        let beside = |time: &Sourced<Seconds>, name| Effect {
            spends: Spends::Beside(time.value.fraction()),
            inputs: vec![time.named(name)],
        };
        let target = self.target.named("target");
        let many = || self.periods.named("periods-in-week");
        Some(match wording {
            Thinning::Headline => Effect {
                spends: Spends::Allowed(of(self.opening_week.value)?),
                inputs: vec![target],
            },
            Thinning::LongPeriod => Effect {
                spends: Spends::Allowed(of_all(self.opening.value.min(self.period.value))?),
                inputs: vec![target, self.opening.named("opening"), many()],
            },
            Thinning::OtherHours => Effect {
                spends: Spends::Allowed(of_all(self.period.value)?),
                inputs: vec![target, self.period.named("period"), many()],
            },
            Thinning::UncountedHours => beside(&self.uncounted, "opening-uncounted"),
            Thinning::Planned => Effect {
                spends: Spends::Beside(self.planned.value.fraction().checked_mul(&periods)?),
                inputs: vec![self.planned.named("planned"), many()],
            },
            Thinning::ShortOutages => self.short_outages()?,
            Thinning::Pooled => self.pooled(&periods)?,
            Thinning::ReportedLate => beside(&self.report_delay, "report-delay"),
            Thinning::Grace => beside(&self.grace, "grace"),
            Thinning::Sampled => self.sampled(allowed)?,
        })
    }

    /// As many outages as assumed, each a second short of what counts.
    fn short_outages(&self) -> Option<Effect> {
        let each = self.minimum_outage.value.get().saturating_sub(1);
        let lost = Fraction::whole(i128::from(each))
            .checked_mul(&Fraction::whole(i128::from(self.short_outages.value.get())))?;
        Some(Effect {
            spends: Spends::Beside(lost),
            inputs: vec![
                self.minimum_outage.named("minimum-outage"),
                self.short_outages.named("short-outages"),
            ],
        })
    }

    fn pooled(&self, periods: &Fraction) -> Option<Effect> {
        let limit = most_at_one_location(self.period, self.target, self.counting);
        let mut inputs = limit.derivation.inputs;
        inputs.push(self.periods.named("periods-in-week"));
        let spends = match limit.value {
            LocationLimit::Unbounded => Spends::Everything,
            LocationLimit::UpTo(seconds) => Spends::Allowed(seconds.checked_mul(periods)?),
            LocationLimit::WholePeriod(period) => {
                Spends::Allowed(period.fraction().checked_mul(periods)?)
            }
        };
        Some(Effect { spends, inputs })
    }

    /// How much longer than what it counts one outage can be, the counted part being a whole number of steps.
    fn sampled(&self, allowed: &Fraction) -> Option<Effect> {
        let (step, longer) = match self.sampling.value {
            Sampling::Continuous => (1, 0),
            Sampling::WholeSteps(step) => (step.get(), 2 * (i128::from(step.get()) - 1)),
            Sampling::Polls(step) => (step.get(), i128::from(step.get()) - 1),
        };
        let whole_steps = allowed.floor() / i128::from(step) * i128::from(step);
        let left = allowed.checked_sub(&Fraction::whole(whole_steps))?;
        let more = Fraction::whole(longer).checked_sub(&left)?;
        let step = Sourced {
            value: Seconds::new(u64::from(step)),
            origin: self.sampling.origin,
        };
        Some(Effect {
            spends: Spends::Beside(if longer == 0 {
                Fraction::ZERO
            } else {
                more.max(Fraction::ZERO)
            }),
            inputs: vec![step.named("sampling-step")],
        })
    }

    fn promised(&self, open: &Fraction, lost: &Figure<Fraction>) -> Option<Figure<Fraction>> {
        let promised = open.checked_sub(&lost.value)?.checked_div(open)?;
        let inputs = vec![
            self.opening_week.named("opening-week"),
            lost.as_input().named("lost-in-week"),
        ];
        Some(Figure::exact(promised, FormulaId("week-promised"), inputs))
    }
}
