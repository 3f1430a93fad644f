use super::ComplianceError;
use super::terms::Span;
use crate::calendar::Interval;

/// The measurement periods, in order.
#[derive(Clone, Debug)]
pub(crate) struct Periods {
    bounds: Vec<Span>,
    /// The length of each, if they are equal and without gaps: then the one of an instant is found by a division.
    step: Option<i64>,
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
        Ok(Self {
            bounds,
            step: equal.then_some(step),
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
        match (self.step, self.bounds.first()) {
            (Some(step), Some(first)) => {
                let into = at - first.start;
                if into <= 0 {
                    0
                } else {
                    usize::try_from(into / step).unwrap_or(usize::MAX)
                }
            }
            _ => self.bounds.partition_point(|period| period.end <= at),
        }
    }
}
