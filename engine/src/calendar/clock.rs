use super::{Instant, Interval, IntervalSet};
use crate::quantity::Seconds;

/// A clock that runs inside some intervals and stands still outside them: the service window of an availability promise, or
/// the hours in which a response or resolution limit runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceClock {
    /// `None` runs all the time.
    runs: Option<Vec<Run>>,
}

/// One stretch in which the clock runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    start: i64,
    end: i64,
    /// What the clock shows at the start.
    before: i64,
}

impl ServiceClock {
    /// Runs all the time.
    pub const fn always() -> Self {
        Self { runs: None }
    }

    /// Runs inside the set only.
    pub fn inside(set: &IntervalSet) -> Self {
        let mut before = 0;
        let run = |interval: &Interval| {
            let (start, end) = (interval.start().unix(), interval.end().unix());
            let run = Run { start, end, before };
            before += end - start;
            run
        };
        Self {
            runs: Some(set.as_slice().iter().map(run).collect()),
        }
    }

    /// Whether it runs all the time.
    pub const fn is_always(&self) -> bool {
        self.runs.is_none()
    }

    /// How long it runs from one instant to another; nothing if that is earlier.
    pub fn between(&self, from: Instant, to: Instant) -> Seconds {
        Seconds::new(self.seconds(from.unix(), to.unix()).unsigned_abs())
    }

    /// The same in seconds since 1970, for the counting of many outages.
    #[inline]
    pub(crate) fn seconds(&self, from: i64, to: i64) -> i64 {
        let Some(runs) = &self.runs else {
            return (to - from).max(0);
        };
        (shown(runs, to) - shown(runs, from)).max(0)
    }

    /// The first instant at which it has run `target` since `from`; `None` if it stops for good before. A target of nothing is
    /// reached at once.
    pub fn first_after(&self, from: Instant, target: Seconds) -> Option<Instant> {
        if target.get() == 0 {
            return Some(from);
        }
        let Some(runs) = &self.runs else {
            return from.checked_add(target);
        };
        let mark = shown(runs, from.unix()).checked_add_unsigned(target.get())?;
        // The first run at whose end the mark is reached.
        let at = runs.partition_point(|run| run.before + (run.end - run.start) < mark);
        let run = runs.get(at)?;
        Instant::from_unix(run.start + (mark - run.before))
    }

    /// The latest instant up to which it has run no more than `most` since `from`: past the mark, to the next start. `None` if
    /// it never runs more than that.
    pub fn last_within(&self, from: Instant, most: Seconds) -> Option<Instant> {
        let Some(runs) = &self.runs else {
            return from.checked_add(most);
        };
        let mark = shown(runs, from.unix()).checked_add_unsigned(most.get())?;
        // The first run that passes the mark.
        let at = runs.partition_point(|run| run.before + (run.end - run.start) <= mark);
        let run = runs.get(at)?;
        Instant::from_unix((run.start + (mark - run.before)).max(from.unix()))
    }

    /// The earliest instant from which it runs no more than `most` until `to`: before the mark, back to the last stop. `None` if
    /// it has never run more than that.
    pub fn first_within(&self, to: Instant, most: Seconds) -> Option<Instant> {
        let Some(runs) = &self.runs else {
            return to
                .unix()
                .checked_sub_unsigned(most.get())
                .and_then(Instant::from_unix);
        };
        let mark = shown(runs, to.unix()).checked_sub_unsigned(most.get())?;
        // The last run that begins before the mark.
        let at = runs
            .partition_point(|run| run.before < mark)
            .checked_sub(1)?;
        let run = runs.get(at)?;
        Instant::from_unix(
            (run.start + (mark - run.before))
                .min(run.end)
                .min(to.unix()),
        )
    }

    /// The stretches in which it runs, between two instants.
    pub fn runs_between(&self, bounds: Interval) -> Vec<Interval> {
        let Some(runs) = &self.runs else {
            return vec![bounds];
        };
        let first = runs.partition_point(|run| run.end <= bounds.start().unix());
        runs.iter()
            .skip(first)
            .take_while(|run| run.start < bounds.end().unix())
            .filter_map(|run| {
                let [start, end] = [run.start, run.end].map(Instant::from_unix);
                Interval::new(start?, end?).ok()?.overlap(&bounds)
            })
            .collect()
    }
}

/// What the clock shows at an instant: how long it has run since its first start.
#[inline]
fn shown(runs: &[Run], at: i64) -> i64 {
    let after = runs.partition_point(|run| run.start < at);
    after
        .checked_sub(1)
        .and_then(|last| runs.get(last))
        .map_or(0, |run| run.before + at.min(run.end) - run.start)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn at(second: i64) -> Instant {
        Instant::from_unix(second).unwrap()
    }

    fn set(intervals: &[(i64, i64)]) -> IntervalSet {
        intervals
            .iter()
            .map(|(start, end)| Interval::new(at(*start), at(*end)).unwrap())
            .collect()
    }

    fn clock() -> ServiceClock {
        ServiceClock::inside(&set(&[(10, 20), (30, 40), (50, 60)]))
    }

    #[test]
    fn it_runs_inside_only() {
        let clock = clock();
        let between = |from, to| clock.between(at(from), at(to)).get();
        assert_eq!(between(0, 100), 30);
        assert_eq!(between(15, 35), 10);
        assert_eq!(between(20, 30), 0);
        assert_eq!(between(35, 15), 0);
        assert_eq!(between(15, 16), 1);
        assert_eq!(ServiceClock::always().between(at(3), at(10)).get(), 7);
    }

    #[test]
    fn marks_are_reached_at_the_first_instant_and_passed_after_the_last() {
        let clock = clock();
        let first = |from, target| {
            clock
                .first_after(at(from), Seconds::new(target))
                .map(Instant::unix)
        };
        assert_eq!(first(12, 0), Some(12));
        assert_eq!(first(12, 8), Some(20), "not 30: at 20 it has run that long");
        assert_eq!(first(12, 9), Some(31));
        assert_eq!(first(0, 30), Some(60));
        assert_eq!(first(0, 31), None);
        let last = |from, most| {
            clock
                .last_within(at(from), Seconds::new(most))
                .map(Instant::unix)
        };
        assert_eq!(last(12, 8), Some(30), "the gap is free");
        assert_eq!(last(12, 7), Some(19));
        assert_eq!(last(22, 0), Some(30));
        assert_eq!(last(12, 0), Some(12));
        assert_eq!(last(0, 30), None);
        let early = |to, most| {
            clock
                .first_within(at(to), Seconds::new(most))
                .map(Instant::unix)
        };
        assert_eq!(early(38, 8), Some(20), "the gap before is free");
        assert_eq!(early(38, 9), Some(19));
        assert_eq!(early(25, 0), Some(20));
        assert_eq!(early(15, 5), None);
        assert_eq!(early(15, 4), Some(11));
        let always = ServiceClock::always();
        assert_eq!(always.first_within(at(9), Seconds::new(4)), Some(at(5)));
        assert_eq!(always.last_within(at(9), Seconds::new(4)), Some(at(13)));
    }

    #[test]
    fn its_runs_can_be_seen() {
        let bounds = Interval::new(at(15), at(50)).unwrap();
        let seen: Vec<_> = clock()
            .runs_between(bounds)
            .iter()
            .map(|run| (run.start().unix(), run.end().unix()))
            .collect();
        assert_eq!(seen, [(15, 20), (30, 40)]);
        assert_eq!(ServiceClock::always().runs_between(bounds), [bounds]);
    }

    proptest! {
        #[test]
        fn it_agrees_with_sets(
            pairs in vec((0_i64..500, 0_i64..60), 0..12), from in 0_i64..600, length in 0_i64..300, most in 0_u64..200
        ) {
            let set: IntervalSet = pairs
                .into_iter()
                .map(|(start, length)| Interval::new(at(start), at(start + length)).unwrap())
                .collect();
            let clock = ServiceClock::inside(&set);
            let span = Interval::new(at(from), at(from + length)).unwrap();
            prop_assert_eq!(clock.between(span.start(), span.end()), set.clip(&span).total());
            if let Some(first) = clock.first_after(at(from), Seconds::new(most)) {
                prop_assert_eq!(clock.between(at(from), first).get(), most);
                if most > 0 {
                    prop_assert!(clock.between(at(from), at(first.unix() - 1)).get() < most);
                }
            } else {
                prop_assert!(clock.between(at(from), at(10_000)).get() < most);
            }
            if let Some(last) = clock.last_within(at(from), Seconds::new(most)) {
                prop_assert_eq!(clock.between(at(from), last).get(), most);
                prop_assert_eq!(clock.between(at(from), at(last.unix() + 1)).get(), most + 1);
            } else {
                prop_assert!(clock.between(at(from), at(10_000)).get() <= most);
            }
            if let Some(first) = clock.first_within(at(from), Seconds::new(most)) {
                prop_assert_eq!(clock.between(first, at(from)).get(), most);
                prop_assert_eq!(clock.between(at(first.unix() - 1), at(from)).get(), most + 1);
            } else {
                prop_assert!(clock.between(at(-10_000), at(from)).get() <= most);
            }
        }
    }
}
