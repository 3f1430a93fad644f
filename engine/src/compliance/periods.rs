use super::ComplianceError;
use super::terms::Span;
use crate::calendar::Interval;

/// The measurement periods, in order.
#[derive(Clone, Debug)]
pub(crate) struct Periods {
    bounds: Vec<Span>,
    /// If they are equal and without gaps: then the one of an instant is found by its distance from the first.
    pace: Option<Pace>,
}

#[derive(Clone, Copy, Debug)]
struct Pace {
    first: i64,
    /// How many periods go by in a second.
    a_second: f64,
}

impl Periods {
    pub fn new(periods: &[Interval]) -> Result<Self, ComplianceError> {
        let bounds: Vec<Span> = periods
            .iter()
            .map(|period| Span {
                start: period.start().unix(),
                end: period.end().unix(),
            })
            .collect();
        let first = bounds.first().ok_or(ComplianceError::NoPeriods)?;
        let step = first.end - first.start;
        let mut equal = step > 0;
        for (at, pair) in bounds.windows(2).enumerate() {
            if let [one, two] = pair {
                if two.start < one.end {
                    return Err(ComplianceError::PeriodsOverlap { number: at + 2 });
                }
                equal &= two.start == one.end && two.end - two.start == step;
            }
        }
        #[allow(clippy::cast_precision_loss, reason = "need not be exact")]
        let pace = Pace {
            first: first.start,
            a_second: 1.0 / step as f64,
        };
        Ok(Self {
            pace: equal.then_some(pace),
            bounds,
        })
    }

    pub fn len(&self) -> usize {
        self.bounds.len()
    }

    pub fn as_slice(&self) -> &[Span] {
        &self.bounds
    }

    /// Says what lies in each period, in order.
    #[inline]
    pub fn split(&self, span: Span, mut each: impl FnMut(usize, Span)) {
        let mut at = self.first_after(span.start);
        while let Some(period) = self.bounds.get(at) {
            if span.end <= period.start {
                return;
            }
            each(
                at,
                Span {
                    start: span.start.max(period.start),
                    end: span.end.min(period.end),
                },
            );
            at += 1;
        }
    }

    /// The first period that ends after the instant.
    #[inline]
    fn first_after(&self, at: i64) -> usize {
        let Some(pace) = self.pace else {
            return self.bounds.partition_point(|period| period.end <= at);
        };
        // A division takes longer than all the rest: a product is one off at most, which the bounds put right.
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_precision_loss,
            clippy::cast_sign_loss,
            reason = "before the first is the first; put right below"
        )]
        let guess = ((at - pace.first) as f64 * pace.a_second) as u32 as usize;
        let guess = guess.min(self.bounds.len() - 1);
        match self.bounds.get(guess) {
            Some(period) if period.end <= at => guess + 1,
            Some(period) if at < period.start => guess.saturating_sub(1),
            _ => guess,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;
    use crate::compliance::instant;

    proptest! {
        #[test]
        fn equal_periods_are_found_as_any_others(
            start in -4_000_000_000_i64..4_000_000_000, step in 1_i64..40_000_000, count in 1_i64..400, around in -2_i64..402, off in -2_i64..=2
        ) {
            let bounds = |at| Interval::new(instant(start + at * step), instant(start + (at + 1) * step)).unwrap();
            let periods = Periods::new(&(0..count).map(bounds).collect::<Vec<_>>()).unwrap();
            let at = start + around * step + off;
            prop_assert!(periods.pace.is_some());
            prop_assert_eq!(periods.first_after(at), periods.bounds.partition_point(|period| period.end <= at));
        }
    }
}
