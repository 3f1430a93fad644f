use super::{CalendarError, Instant};
use crate::order::in_order;
use crate::quantity::Seconds;

/// The instants from `start` up to, not including, `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    start: Instant,
    end: Instant,
}

impl Interval {
    /// The instants from `start` up to, not including, `end`; none if they are equal.
    ///
    /// # Errors
    ///
    /// When `end` lies before `start`.
    pub fn new(start: Instant, end: Instant) -> Result<Self, CalendarError> {
        if start <= end {
            Ok(Self { start, end })
        } else {
            Err(CalendarError::EndBeforeStart)
        }
    }

    /// The first instant.
    pub const fn start(&self) -> Instant {
        self.start
    }

    /// The first instant after it.
    pub const fn end(&self) -> Instant {
        self.end
    }

    /// Its length.
    pub fn length(&self) -> Seconds {
        Seconds::new(self.end.unix().abs_diff(self.start.unix()))
    }

    /// Whether the instant lies in it.
    pub fn contains(&self, instant: Instant) -> bool {
        self.start <= instant && instant < self.end
    }

    /// What both have in common; `None` if that is nothing.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> Option<Self> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Self { start, end })
    }
}

/// A set of instants, as intervals in order that neither overlap nor touch and are never empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IntervalSet {
    intervals: Vec<Interval>,
}

/// Merges what overlaps or touches and drops what is empty.
impl FromIterator<Interval> for IntervalSet {
    fn from_iter<T: IntoIterator<Item = Interval>>(intervals: T) -> Self {
        let intervals = intervals
            .into_iter()
            .filter(|interval| interval.start < interval.end)
            .collect();
        let mut intervals = in_order(intervals, Interval::cmp);
        intervals.dedup_by(|next, last| {
            let joins = next.start <= last.end;
            if joins {
                last.end = last.end.max(next.end);
            }
            joins
        });
        Self { intervals }
    }
}

impl From<Interval> for IntervalSet {
    fn from(interval: Interval) -> Self {
        Self::from_iter([interval])
    }
}

impl IntervalSet {
    /// The intervals, in order.
    pub fn as_slice(&self) -> &[Interval] {
        &self.intervals
    }

    /// Whether it holds no instant.
    pub fn is_empty(&self) -> bool {
        self.intervals.is_empty()
    }

    /// The time that it covers. The longest set that fits between two instants fits into 64 bits.
    pub fn total(&self) -> Seconds {
        Seconds::new(
            self.intervals
                .iter()
                .map(|interval| interval.length().get())
                .sum(),
        )
    }

    /// Whether the instant is in it.
    pub fn contains(&self, instant: Instant) -> bool {
        let after = self
            .intervals
            .partition_point(|interval| interval.end <= instant);
        self.intervals
            .get(after)
            .is_some_and(|interval| interval.contains(instant))
    }

    /// What is in one of the two or in both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        self.intervals
            .iter()
            .chain(&other.intervals)
            .copied()
            .collect()
    }

    /// What is in both.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        let mut common = Vec::new();
        let (mut left, mut right) = (
            self.intervals.iter().peekable(),
            other.intervals.iter().peekable(),
        );
        while let (Some(one), Some(two)) = (left.peek(), right.peek()) {
            common.extend(one.overlap(two));
            // The one that ends first meets nothing of the other any more.
            if one.end < two.end {
                left.next();
            } else {
                right.next();
            }
        }
        Self { intervals: common }
    }

    /// What is in this one and not in the other.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        let mut left = Vec::new();
        let mut removed = other.intervals.iter().peekable();
        for interval in &self.intervals {
            let mut start = interval.start;
            while let Some(cut) = removed.peek() {
                if cut.start < interval.end && start < cut.end {
                    if start < cut.start {
                        left.push(Interval {
                            start,
                            end: cut.start,
                        });
                    }
                    start = cut.end;
                }
                if interval.end < cut.end {
                    break;
                }
                removed.next();
            }
            if start < interval.end {
                left.push(Interval {
                    start,
                    end: interval.end,
                });
            }
        }
        Self { intervals: left }
    }

    /// What lies inside the bounds.
    #[must_use]
    pub fn clip(&self, bounds: &Interval) -> Self {
        Self {
            intervals: self
                .intervals
                .iter()
                .filter_map(|interval| interval.overlap(bounds))
                .collect(),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn interval((start, end): (i64, i64)) -> Interval {
        Interval::new(
            Instant::from_unix(start).unwrap(),
            Instant::from_unix(end).unwrap(),
        )
        .unwrap()
    }

    fn set(pairs: &[(i64, i64)]) -> IntervalSet {
        pairs.iter().copied().map(interval).collect()
    }

    /// Sets on a short line, so that everything overlaps, touches and repeats.
    pub(crate) fn any_set() -> impl Strategy<Value = IntervalSet> {
        vec((0_i64..60, 0_i64..20), 0..8).prop_map(|pairs| {
            pairs
                .into_iter()
                .map(|(start, length)| interval((start, start + length)))
                .collect()
        })
    }

    fn at(set: &IntervalSet, second: i64) -> bool {
        set.contains(Instant::from_unix(second).unwrap())
    }

    #[test]
    fn merges_what_overlaps_or_touches() {
        assert_eq!(
            set(&[(5, 9), (0, 5), (20, 30), (22, 25), (40, 40)]),
            set(&[(0, 9), (20, 30)])
        );
        assert_eq!(set(&[(5, 9), (0, 5)]).as_slice().len(), 1);
        assert!(set(&[(40, 40)]).is_empty());
        let (early, late) = (
            Instant::from_unix(1).unwrap(),
            Instant::from_unix(2).unwrap(),
        );
        assert_eq!(
            Interval::new(late, early),
            Err(CalendarError::EndBeforeStart)
        );
    }

    #[test]
    fn difference_cuts_holes() {
        assert_eq!(
            set(&[(0, 10), (20, 30)]).difference(&set(&[(2, 4), (8, 22), (29, 40)])),
            set(&[(0, 2), (4, 8), (22, 29)])
        );
    }

    proptest! {
        #[test]
        fn merging_again_changes_nothing(one in any_set()) {
            let again: IntervalSet = one.as_slice().iter().copied().collect();
            prop_assert_eq!(&again, &one);
            prop_assert!(one.as_slice().windows(2).all(|pair| pair[0].end < pair[1].start));
        }

        #[test]
        fn operations_are_those_of_sets_of_seconds(one in any_set(), two in any_set()) {
            let (union, common, rest) = (one.union(&two), one.intersection(&two), one.difference(&two));
            for second in -1..90 {
                prop_assert_eq!(at(&union, second), at(&one, second) || at(&two, second));
                prop_assert_eq!(at(&common, second), at(&one, second) && at(&two, second));
                prop_assert_eq!(at(&rest, second), at(&one, second) && !at(&two, second));
            }
            for result in [&union, &common, &rest] {
                let merged: IntervalSet = result.as_slice().iter().copied().collect();
                prop_assert_eq!(&merged, result);
            }
            prop_assert!(union.total() >= one.total().max(two.total()));
            prop_assert_eq!(union.total().get() + common.total().get(), one.total().get() + two.total().get());
        }

        #[test]
        fn clipping_is_meeting_one_interval(one in any_set(), start in 0_i64..60, length in 0_i64..30) {
            let bounds = interval((start, start + length));
            prop_assert_eq!(one.clip(&bounds), one.intersection(&bounds.into()));
        }
    }
}
