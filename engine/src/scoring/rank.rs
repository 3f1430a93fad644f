//! The order of the gaps, and what is still to be found out.

use std::cmp::Reverse;

use crate::assessment::{Answer, ProtectionId};
use crate::order::in_order;
use crate::rubric::{Catalogue, Protection, Shape, Weight};

use super::{Findings, Item, Mark};

/// How long one incident can last at the locations it strikes, as far as the commitments say: location-hours, exact.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Hours {
    seconds: u64,
}

impl Hours {
    /// So many location-seconds.
    pub fn from_seconds(seconds: u64) -> Self {
        Self { seconds }
    }

    /// The location-seconds.
    pub fn seconds(self) -> u64 {
        self.seconds
    }
}

/// How much of a protection is missing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Coverage {
    /// The agreement says the opposite.
    Opposite,
    /// The agreement says nothing.
    Missing,
    /// Half of it is there.
    Partly,
}

/// Why a gap stands where it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// It is a red flag: first of all.
    RedFlag,
    /// It is a must-have: weight 5.
    MustHave,
    /// The commitments give hours per incident: the more, the earlier.
    Hours(Hours),
    /// The commitments give no hours; it stands after those that have them.
    NoHours,
    /// How its absence strikes: shared, silent, local, housekeeping.
    Shape(Shape),
    /// Its weight: the heavier, the earlier.
    Weight(Weight),
    /// Half of it is there: after those that are wholly missing and otherwise alike.
    PartlyThere,
}

/// A protection that the agreement does not give, or gives by half.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Gap {
    /// The protection.
    pub id: ProtectionId,
    /// How much of it is missing.
    pub coverage: Coverage,
    /// Why it stands where it stands, the strongest reason first.
    pub reasons: Vec<Reason>,
}

/// A protection of which nobody knows whether the agreement gives it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ToFindOut {
    /// The protection.
    pub id: ProtectionId,
    /// Answered with "don't know", or not answered.
    pub mark: Mark,
}

/// What a gap is ranked by; the smallest comes first. The last field is unique, so the order is total.
type Key = (
    bool,
    bool,
    Reverse<Option<Hours>>,
    Shape,
    Reverse<Weight>,
    Coverage,
    usize,
);

/// The gaps in their order: red flags; must-haves; hours per incident where `hours` gives them; shape; weight; wholly missing
/// before half there; the catalogue's order.
///
/// A protection without hours stands behind those that have them and carries [`Reason::NoHours`]: no duration is invented.
/// Must-haves and weights are those in force. Half a must-have still stands before anything that is not a must-have.
pub fn rank(
    catalogue: &Catalogue,
    findings: &Findings,
    hours: &[(ProtectionId, Hours)],
) -> Vec<Gap> {
    let mut ranked: Vec<(Key, Gap)> = Vec::new();
    for (position, item) in findings.items.iter().enumerate() {
        let (Some(coverage), Some(protection)) = (coverage(item), catalogue.protection(item.id))
        else {
            continue;
        };
        let flagged = findings.red_flags.contains(&item.id);
        let weight = findings.weights.of(protection);
        let hours = hours.iter().find(|(id, _)| *id == item.id);
        let hours = hours.map(|(_, hours)| *hours);
        let must_have = weight == Weight::MUST_HAVE;
        let key = (
            !flagged,
            !must_have,
            Reverse(hours),
            protection.shape,
            Reverse(weight),
            coverage,
            position,
        );
        ranked.push((key, gap(item.id, &key)));
    }
    let ranked = in_order(ranked, |(a, _), (b, _)| a.cmp(b));
    ranked.into_iter().map(|(_, gap)| gap).collect()
}

/// What nobody knows yet, in the order in which it is worth asking: must-haves; shape; weight; the catalogue's order.
pub fn to_find_out(catalogue: &Catalogue, findings: &Findings) -> Vec<ToFindOut> {
    let mut open = Vec::new();
    for (position, item) in findings.items.iter().enumerate() {
        let (Some(mark), Some(protection)) = (item.mark(), catalogue.protection(item.id)) else {
            continue;
        };
        if mark.is_open() {
            open.push((
                order(protection, findings, position),
                ToFindOut { id: item.id, mark },
            ));
        }
    }
    let open = in_order(open, |(a, _), (b, _)| a.cmp(b));
    open.into_iter().map(|(_, entry)| entry).collect()
}

fn order(
    protection: &Protection,
    findings: &Findings,
    position: usize,
) -> (bool, Shape, Reverse<Weight>, usize) {
    let weight = findings.weights.of(protection);
    (
        weight != Weight::MUST_HAVE,
        protection.shape,
        Reverse(weight),
        position,
    )
}

fn coverage(item: &Item) -> Option<Coverage> {
    match item.mark()? {
        Mark::Answered(Answer::Opposite) => Some(Coverage::Opposite),
        Mark::Answered(Answer::No) => Some(Coverage::Missing),
        Mark::Answered(Answer::Partly) => Some(Coverage::Partly),
        Mark::Answered(Answer::Yes | Answer::Unknown) | Mark::Unanswered => None,
    }
}

fn gap(id: ProtectionId, key: &Key) -> Gap {
    let (unflagged, optional, Reverse(hours), shape, Reverse(weight), coverage, _) = *key;
    let mut reasons = Vec::with_capacity(6);
    if !unflagged {
        reasons.push(Reason::RedFlag);
    }
    if !optional {
        reasons.push(Reason::MustHave);
    }
    reasons.push(hours.map_or(Reason::NoHours, Reason::Hours));
    reasons.push(Reason::Shape(shape));
    reasons.push(Reason::Weight(weight));
    if coverage == Coverage::Partly {
        reasons.push(Reason::PartlyThere);
    }
    Gap {
        id,
        coverage,
        reasons,
    }
}
