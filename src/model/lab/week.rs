//! What the worst week at one location is reckoned from.

use super::{Model, Opening, Question};
use engine::calendar::{Holidays, Instant, Interval, WeeklyWindow, WeeklyWindows, ZoneTable};
use engine::compliance::{ClockStart, Step, WorstWeek, waterfall};
use engine::derivation::{Origin, Sourced};
use engine::quantity::{Count, Seconds};

impl Model {
    /// From the headline down to what the worst week keeps, wording by wording; `None` without opening hours or users.
    pub fn worst_week(&self, question: &Question) -> Option<Vec<Step>> {
        waterfall(&self.week(question)?)
    }

    fn week(&self, question: &Question) -> Option<WorstWeek> {
        let opening = self.opening()?;
        let per_week = opening.windows.per_week();
        let inputs = &self.lab.wording;
        let wording = |value| Sourced {
            value,
            origin: inputs.origin,
        };
        let own = |value| Sourced {
            value,
            origin: opening.origin(),
        };
        let days = open_days(&opening.windows);
        let delay = match inputs.clock {
            ClockStart::Fault => Seconds::ZERO,
            ClockStart::Report => inputs.delay.value,
        };
        Some(WorstWeek {
            target: question.target,
            period: question.period.measured.as_input(),
            opening: self.opening_time(question, &opening),
            opening_week: own(per_week),
            periods: Sourced::computed(periods(question.period.length.value, days)),
            uncounted: Sourced::computed(outside(&opening.windows, &question.windows)),
            planned: wording(inputs.planned_in_opening()),
            minimum_outage: wording(inputs.minimum.value),
            short_outages: Sourced {
                value: Count::new(inputs.short.value.get().saturating_mul(days)),
                origin: Origin::Typed,
            },
            counting: question.counting?,
            report_delay: Sourced::typed(delay),
            grace: wording(inputs.grace.value),
            sampling: Sourced {
                value: inputs.sampling(),
                origin: inputs.origin,
            },
        })
    }

    fn opening_time(&self, question: &Question, opening: &Opening) -> Sourced<Seconds> {
        if question.windows == opening.windows {
            return question.period.measured.as_input();
        }
        let windows = Sourced {
            value: &opening.windows,
            origin: opening.origin(),
        };
        let asked = self.asked(self.lab.period, &windows);
        asked.measured.as_input()
    }
}

/// How many days of the week have opening hours.
fn open_days(windows: &WeeklyWindows) -> u32 {
    let mut days: Vec<_> = windows.rows().iter().map(WeeklyWindow::day).collect();
    days.dedup();
    u32::try_from(days.len()).unwrap_or(7).clamp(1, 7)
}

/// How many periods can spend their allowance in one week's opening hours.
fn periods(length: Seconds, open_days: u32) -> Count {
    if length >= Seconds::WEEK || length == Seconds::ZERO {
        return Count::new(1);
    }
    let many = u32::try_from(Seconds::WEEK.get().div_ceil(length.get())).unwrap_or(u32::MAX);
    Count::new(if length == Seconds::DAY {
        open_days
    } else {
        many
    })
}

/// The opening hours of a week outside the hours that count.
fn outside(opening: &WeeklyWindows, counted: &WeeklyWindows) -> Seconds {
    if counted.is_always() {
        return Seconds::ZERO;
    }
    // Any week will do without a clock change: from Monday, January 5, 1970, in universal time.
    let day = |number: i64| Instant::from_unix(number * 86_400);
    let (Some(from), Some(to)) = (day(4), day(11)) else {
        return Seconds::ZERO;
    };
    let Ok(week) = Interval::new(from, to) else {
        return Seconds::ZERO;
    };
    let set =
        |windows: &WeeklyWindows| windows.expand(week, &ZoneTable::utc(), &Holidays::default());
    set(opening).difference(&set(counted)).total()
}
