//! A weighted score: the credit earned over the credit possible, line by line.

use crate::assessment::{Answer, ProtectionId};
use crate::rubric::{Protection, Weight};

use super::{Fraction, Interval, Item, Mark, Weights};

/// One protection in a score.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Line {
    /// The protection.
    pub id: ProtectionId,
    /// Its weight in force.
    pub weight: Weight,
    /// The least it earns, in half points: weight times 0, 1 or 2.
    pub low_halves: u32,
    /// The most it earns, in half points: weight times 0, 1 or 2.
    pub high_halves: u32,
    /// What is known about it.
    pub mark: Mark,
}

impl Line {
    /// What full credit would be, in half points.
    pub fn full_halves(&self) -> u32 {
        2 * u32::from(self.weight.get())
    }
}

/// How much of a score is open.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Open {
    /// Answered with "don't know".
    pub unknown: usize,
    /// Not answered.
    pub unanswered: usize,
}

/// A weighted score over the protections that apply: the sum of weight times value over the sum of weights.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Score {
    /// The protections that count, in the catalogue's order.
    pub lines: Vec<Line>,
    /// Where the score would lie with the standard catalogue and its weights, when other weights are in force or a brand
    /// has added protections.
    pub standard: Option<Interval>,
}

impl Score {
    /// Adds up the protections that count.
    pub(super) fn new<'a>(
        counted: impl Iterator<Item = (&'a Protection, &'a Item)>,
        weights: &Weights,
        set: Set,
    ) -> Self {
        let mut lines = Vec::new();
        let mut standard = Vec::new();
        for (protection, item) in counted {
            if let Some(mark) = item.mark() {
                lines.push(line(protection.id, weights.of(protection), mark));
                if !protection.id.is_added() {
                    standard.push(line(protection.id, protection.weight, mark));
                }
            }
        }
        Self {
            lines,
            standard: match set {
                Set::Standard => None,
                Set::Changed => interval(&standard),
            },
        }
    }

    /// The low end: everything unknown counts as no credit. `None` where nothing applies.
    pub fn low(&self) -> Option<Fraction> {
        self.interval().map(|interval| interval.low)
    }

    /// The high end: everything unknown counts as full credit. `None` where nothing applies.
    pub fn high(&self) -> Option<Fraction> {
        self.interval().map(|interval| interval.high)
    }

    /// Where the score lies, over the full credit in half points. `None` where nothing applies.
    pub fn interval(&self) -> Option<Interval> {
        interval(&self.lines)
    }

    /// How many lines are open.
    pub fn open(&self) -> Open {
        let count = |mark| self.lines.iter().filter(|line| line.mark == mark).count();
        Open {
            unknown: count(Mark::Answered(Answer::Unknown)),
            unanswered: count(Mark::Unanswered),
        }
    }

    /// The protections of which the agreement says the opposite.
    pub fn red_flags(&self) -> impl Iterator<Item = ProtectionId> {
        let opposite = |line: &&Line| line.mark == Mark::Answered(Answer::Opposite);
        self.lines.iter().filter(opposite).map(|line| line.id)
    }
}

/// Whether what counts is the standard catalogue with its weights.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Set {
    Standard,
    Changed,
}

fn line(id: ProtectionId, weight: Weight, mark: Mark) -> Line {
    let times = u32::from(weight.get());
    Line {
        id,
        weight,
        low_halves: times * mark.low_halves(),
        high_halves: times * mark.high_halves(),
        mark,
    }
}

fn interval(lines: &[Line]) -> Option<Interval> {
    let (mut low, mut high, mut full) = (0, 0, 0);
    for line in lines {
        low += line.low_halves;
        high += line.high_halves;
        full += line.full_halves();
    }
    Some(Interval {
        low: Fraction::new(low, full)?,
        high: Fraction::new(high, full)?,
    })
}
