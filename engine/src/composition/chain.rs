//! A chain of groups that are all needed: what the whole gives, and what one more of each would make of it.

use super::{CompositionError, at_least};
use crate::quantity::{BigFraction, Fraction};

/// So many parts alike, of which so many have to work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The share of time in which one of them works.
    pub each: Fraction,
    /// How many there are.
    pub count: u32,
    /// How many have to work; at least one and at most all.
    pub needed: u32,
}

/// One group within its chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The share of time in which enough of the group work.
    pub availability: BigFraction,
    /// What the whole would give with one more of them, and as many needed.
    pub with_one_more: BigFraction,
}

/// What a chain gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The share of time in which every group works.
    pub whole: BigFraction,
    /// The groups, in the order of the chain.
    pub links: Vec<Link>,
}

impl Group {
    fn availability(&self, count: u32) -> Result<BigFraction, CompositionError> {
        let each = vec![BigFraction::from(&self.each); count as usize];
        match self.needed as usize {
            needed if 0 < needed && needed <= each.len() => Ok(at_least(needed, &each)),
            _ => Err(CompositionError::ImpossibleNumber {
                needed: self.needed,
                parts: each.len(),
            }),
        }
    }
}

/// The whole and its groups, exact, for parts that fail independently. The work grows with the square of a group's count.
///
/// # Errors
///
/// When there is no group, or one needs an impossible number.
pub fn chain(groups: &[Group]) -> Result<Chain, CompositionError> {
    if groups.is_empty() {
        return Err(CompositionError::EmptyGroup);
    }
    let each = groups
        .iter()
        .map(|group| group.availability(group.count))
        .collect::<Result<Vec<_>, _>>()?;
    // What stands before each group and, from the end, after it: all but one without a division, which a zero would forbid.
    let mut before = vec![BigFraction::one()];
    for one in &each {
        let last = before
            .last()
            .map_or_else(BigFraction::one, |all| all.times(one));
        before.push(last);
    }
    let whole = before.pop().unwrap_or_else(BigFraction::one);
    let mut after = BigFraction::one();
    let mut links = Vec::with_capacity(groups.len());
    for ((group, availability), before) in groups.iter().zip(each).zip(before).rev() {
        let more = group.availability(group.count.saturating_add(1))?;
        let with_one_more = before.times(&after).times(&more);
        after = after.times(&availability);
        links.push(Link {
            availability,
            with_one_more,
        });
    }
    links.reverse();
    Ok(Chain { whole, links })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::super::{Part, availability};
    use super::*;
    use crate::quantity::Percent;

    fn group(percent: &str, needed: u32, count: u32) -> Group {
        Group {
            each: Percent::parse(percent).unwrap().fraction(),
            count,
            needed,
        }
    }

    #[test]
    fn four_parts_at_three_nines() {
        let found = chain(&vec![group("99.9", 1, 1); 4]).unwrap();
        assert_eq!(found.whole.to_string(), "996005996001/1000000000000");
        // A second of one kind: 0.999³ × 0.999999.
        assert_eq!(
            found.links[2].with_one_more.to_string(),
            "997002001997001/1000000000000000"
        );
    }

    #[test]
    fn either_of_two_lines_and_two_of_three_servers() {
        let found = chain(&[group("99", 1, 2), group("99", 2, 3)]).unwrap();
        let each: Vec<_> = found
            .links
            .iter()
            .map(|link| link.availability.to_string())
            .collect();
        assert_eq!(each, ["9999/10000", "499851/500000"]);
        assert_eq!(
            found.whole,
            found.links[0]
                .availability
                .times(&found.links[1].availability)
        );
    }

    #[test]
    fn never_and_always() {
        let found = chain(&[group("0", 1, 1), group("100", 1, 1), group("0", 1, 1)]).unwrap();
        assert_eq!(found.whole, BigFraction::zero());
        assert!(
            found
                .links
                .iter()
                .all(|link| link.with_one_more == BigFraction::zero())
        );
        assert_eq!(
            chain(&[group("100", 2, 2)]).unwrap().whole,
            BigFraction::one()
        );
    }

    #[test]
    fn impossible_chains_are_refused() {
        assert_eq!(chain(&[]), Err(CompositionError::EmptyGroup));
        for (needed, count) in [(0, 3), (4, 3), (1, 0)] {
            assert_eq!(
                chain(&[group("99", 1, 1), group("99", needed, count)]),
                Err(CompositionError::ImpossibleNumber {
                    needed,
                    parts: count as usize
                })
            );
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_tree_of_parts(groups in vec((0_u32..=100_000_000, 1_u32..5, 0_u32..4), 1..6), more in 0_usize..6) {
            let groups: Vec<Group> = groups
                .into_iter()
                .map(|(millionths, needed, spare)| Group {
                    each: Percent::from_millionths(millionths).unwrap().fraction(),
                    count: needed + spare,
                    needed,
                })
                .collect();
            let tree = |groups: &[Group]| {
                let part = |group: &Group| {
                    let each = group.each.checked_mul(&Fraction::whole(100_000_000)).unwrap().floor();
                    let percent = Percent::from_millionths(u32::try_from(each).unwrap()).unwrap();
                    Part::AtLeast { needed: group.needed, of: vec![Part::Single(percent); group.count as usize] }
                };
                availability(&Part::Series(groups.iter().map(part).collect())).unwrap()
            };
            let found = chain(&groups).unwrap();
            prop_assert_eq!(&found.whole, &tree(&groups));
            let more = more % groups.len();
            let mut grown = groups.clone();
            grown[more].count += 1;
            prop_assert_eq!(&found.links[more].with_one_more, &tree(&grown));
            prop_assert!(found.whole <= found.links[more].with_one_more);
            prop_assert!(found.whole <= found.links[more].availability);
        }
    }
}
