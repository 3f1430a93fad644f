use core::num::NonZeroU32;

use super::CauseSet;
use crate::quantity::Seconds;

/// How one outage becomes counted downtime, as the agreement words it. The default counts everything from the fault on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountingTerms {
    /// When the downtime of an outage begins.
    pub clock_start: ClockStart,
    /// Outages that lie less than this apart are one outage, the time between them included.
    pub joined_within: Seconds,
    /// Outages shorter than this do not count at all. Measured on the whole merged outage, before anything is cut off.
    pub minimum_outage: Seconds,
    /// The first so many seconds of each outage do not count.
    pub grace: Seconds,
    /// How finely the outage is seen.
    pub sampling: Sampling,
    /// Causes that do not count.
    pub excluded: CauseSet,
}

/// When the downtime of an outage begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClockStart {
    /// When it stops working.
    #[default]
    Fault,
    /// When the provider is told. What nobody reports never counts.
    Report,
}

/// How finely an outage is seen. Steps begin at the full step of universal time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sampling {
    /// To the second.
    #[default]
    Continuous,
    /// Only steps that are down from beginning to end count: an outage shorter than two of them can count nothing.
    WholeSteps(NonZeroU32),
    /// The service is looked at once in each step: it counts as down from the first look that fails until the next that does not.
    Polls(NonZeroU32),
}

/// Seconds since 1970, from `start` up to, not including, `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Span {
    pub start: i64,
    pub end: i64,
}

impl CountingTerms {
    /// Every second counts, from the fault on; the default.
    pub const EVERYTHING: Self = Self {
        clock_start: ClockStart::Fault,
        joined_within: Seconds::new(0),
        minimum_outage: Seconds::new(0),
        grace: Seconds::new(0),
        sampling: Sampling::Continuous,
        excluded: CauseSet::NONE,
    };

    /// Says each counted span of one location's outages, which come in order of their start. What comes out neither overlaps nor
    /// touches, but for sampling.
    #[inline]
    pub(crate) fn counted(
        &self,
        outages: impl IntoIterator<Item = Span>,
        mut each: impl FnMut(Span),
    ) {
        // "Less than so far apart" in whole seconds; what touches is one outage anyway.
        let joined =
            i64::try_from(self.joined_within.get()).map_or(i64::MAX, |gap| (gap - 1).max(0));
        let mut outages = outages.into_iter();
        let Some(mut open) = outages.next() else {
            return;
        };
        // One place where an outage is counted, so that the compiler puts all of it here and drops what the terms never ask.
        loop {
            let next = outages.next();
            match next {
                Some(next) if next.start - open.end <= joined => open.end = open.end.max(next.end),
                _ => {
                    self.count(open, &mut each);
                    let Some(next) = next else { return };
                    open = next;
                }
            }
        }
    }

    #[inline]
    fn count(&self, merged: Span, each: &mut impl FnMut(Span)) {
        let length = (merged.end - merged.start).unsigned_abs();
        if length < self.minimum_outage.get() || length <= self.grace.get() {
            return;
        }
        // Shorter than the outage, so that it fits.
        let grace = self.grace.get().cast_signed();
        let span = self.sampling.seen(Span {
            start: merged.start + grace,
            end: merged.end,
        });
        if span.start < span.end {
            each(span);
        }
    }
}

impl Sampling {
    #[inline]
    fn seen(self, span: Span) -> Span {
        let up = |at: i64, step: NonZeroU32| down(at + i64::from(step.get()) - 1, step);
        match self {
            Self::Continuous => span,
            Self::WholeSteps(step) => Span {
                start: up(span.start, step),
                end: down(span.end, step),
            },
            Self::Polls(step) => Span {
                start: up(span.start, step),
                end: up(span.end, step),
            },
        }
    }
}

fn down(at: i64, step: NonZeroU32) -> i64 {
    at - at.rem_euclid(i64::from(step.get()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn counted(terms: &CountingTerms, outages: &[(i64, i64)]) -> Vec<(i64, i64)> {
        let mut spans = Vec::new();
        let outages = outages.iter().map(|(start, end)| Span {
            start: *start,
            end: *end,
        });
        terms.counted(outages, |span| spans.push((span.start, span.end)));
        spans
    }

    #[test]
    fn overlapping_and_touching_outages_are_one() {
        let all = CountingTerms::default();
        let outages = [(0, 5), (3, 4), (5, 7), (8, 9)];
        assert_eq!(counted(&all, &outages), [(0, 7), (8, 9)]);
        let joined = CountingTerms {
            joined_within: Seconds::new(2),
            ..all
        };
        assert_eq!(counted(&joined, &outages), [(0, 9)]);
        assert_eq!(counted(&joined, &[(0, 5), (7, 9)]), [(0, 5), (7, 9)]);
    }

    #[test]
    fn short_ones_fall_out_whole_and_grace_cuts_each() {
        let short = CountingTerms {
            minimum_outage: Seconds::new(300),
            ..CountingTerms::default()
        };
        assert_eq!(counted(&short, &[(0, 299), (400, 700)]), [(400, 700)]);
        assert_eq!(
            counted(&short, &[(0, 299), (299, 300)]),
            [(0, 300)],
            "merged before they are measured"
        );
        let grace = CountingTerms {
            grace: Seconds::new(60),
            ..CountingTerms::default()
        };
        assert_eq!(counted(&grace, &[(0, 60), (100, 161)]), [(160, 161)]);
    }

    #[test]
    fn sampling_sees_steps() {
        let step = NonZeroU32::new(300).unwrap();
        let terms = |sampling| CountingTerms {
            sampling,
            ..CountingTerms::default()
        };
        let whole = terms(Sampling::WholeSteps(step));
        assert_eq!(
            counted(&whole, &[(1, 599)]),
            [],
            "just under ten minutes, nothing seen"
        );
        assert_eq!(counted(&whole, &[(1, 600)]), [(300, 600)]);
        assert_eq!(counted(&whole, &[(-301, 1)]), [(-300, 0)]);
        let polls = terms(Sampling::Polls(step));
        assert_eq!(counted(&polls, &[(1, 299)]), []);
        assert_eq!(counted(&polls, &[(299, 301)]), [(300, 600)]);
    }
}
