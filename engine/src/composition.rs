//! The availability of what is made of parts: needed together, standing in for each other, or so many of a group. Exact, for
//! parts that fail independently; shared power, lines and passwords make the truth worse.

mod chain;

pub use chain::{Chain, Group, Link, chain};

use thiserror::Error;

use crate::quantity::{BigFraction, Fraction, Percent, Seconds};

/// A service made of parts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// One part with its availability.
    Single(Percent),
    /// All are needed.
    Series(Vec<Part>),
    /// Any one suffices.
    Parallel(Vec<Part>),
    /// So many suffice.
    AtLeast {
        /// How many have to work; at least one and at most all.
        needed: u32,
        /// The group.
        of: Vec<Part>,
    },
}

/// Why a composition has no availability. Each kind has its own remedy.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CompositionError {
    /// A group without members.
    #[error("a group has no parts; add at least one")]
    EmptyGroup,
    /// A group that works without any member, or cannot work with all.
    #[error("{needed} of {parts} parts are needed; name a number from 1 to {parts}")]
    ImpossibleNumber {
        /// How many are needed.
        needed: u32,
        /// How many there are.
        parts: usize,
    },
    /// Neither up nor down for any time.
    #[error("both times are zero; enter how long it works and how long a repair takes")]
    NoTime,
}

/// The share of time in which the whole works, exact: the product of its parts in series, what is left when all are down in
/// parallel.
///
/// # Errors
///
/// When a group is empty or needs an impossible number of parts.
pub fn availability(part: &Part) -> Result<BigFraction, CompositionError> {
    match part {
        Part::Single(percent) => Ok(BigFraction::from(*percent)),
        Part::Series(parts) => {
            let each = each(parts)?;
            Ok(each
                .iter()
                .fold(BigFraction::one(), |all, one| all.times(one)))
        }
        Part::Parallel(parts) => {
            let each = each(parts)?;
            let down = |all: BigFraction, one: &BigFraction| all.times(&one.complement());
            Ok(each.iter().fold(BigFraction::one(), down).complement())
        }
        Part::AtLeast { needed, of } => {
            let each = each(of)?;
            match usize::try_from(*needed) {
                Ok(number) if 0 < number && number <= each.len() => Ok(at_least(number, &each)),
                _ => Err(CompositionError::ImpossibleNumber {
                    needed: *needed,
                    parts: each.len(),
                }),
            }
        }
    }
}

/// The time in seconds that the whole is down on average in a period: period × (1 − availability), exact.
pub fn expected_downtime(period: Seconds, availability: &BigFraction) -> BigFraction {
    BigFraction::from(&period.fraction()).times(&availability.complement())
}

/// The long-run availability of what works for one time on average and then is repaired for another: up / (up + repair).
/// `up` is the time from the end of a repair to the next failure (MTBF, where that means time up), not from failure to failure.
///
/// # Errors
///
/// When both times are zero.
pub fn steady_state(up: Seconds, repair: Seconds) -> Result<Fraction, CompositionError> {
    let (up, repair) = (i128::from(up.get()), i128::from(repair.get()));
    Fraction::new(up, up + repair).ok_or(CompositionError::NoTime)
}

fn each(parts: &[Part]) -> Result<Vec<BigFraction>, CompositionError> {
    if parts.is_empty() {
        return Err(CompositionError::EmptyGroup);
    }
    parts.iter().map(availability).collect()
}

/// The chance that at least so many work: the chances that exactly 0, 1, 2 … work, carried on from part to part, and added up.
fn at_least(needed: usize, each: &[BigFraction]) -> BigFraction {
    let mut exactly = vec![BigFraction::one()];
    for up in each {
        let down = up.complement();
        let mut next: Vec<BigFraction> = exactly.iter().map(|chance| chance.times(&down)).collect();
        // One more works than before: every chance moves up by one place.
        let moved = exactly.iter().map(|chance| chance.times(up));
        for (place, chance) in moved.enumerate() {
            match next.get_mut(place + 1) {
                Some(there) => *there = there.plus(&chance),
                None => next.push(chance),
            }
        }
        exactly = next;
    }
    let enough = exactly.iter().skip(needed);
    enough.fold(BigFraction::zero(), |sum, chance| sum.plus(chance))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn single(text: &str) -> Part {
        Part::Single(Percent::parse(text).unwrap())
    }

    fn singles(texts: &[&str]) -> Vec<Part> {
        texts.iter().map(|text| single(text)).collect()
    }

    fn of(part: &Part) -> String {
        availability(part).unwrap().to_string()
    }

    fn down(part: &Part, period: u64) -> String {
        expected_downtime(Seconds::new(period), &availability(part).unwrap()).to_string()
    }

    /// Cases worked by hand: group C.
    #[test]
    fn worked_examples() {
        let chain = Part::Series(singles(&["99.9", "99.9", "99.9"]));
        assert_eq!(of(&chain), "997002999/1000000000");
        assert_eq!(down(&chain, 1_209_600), "566433189/156250");

        let two = Part::Series(singles(&["99", "99.9"]));
        assert_eq!(of(&two), "98901/100000");
        assert_eq!(down(&two, 2_592_000), "712152/25");

        let lines = Part::Parallel(singles(&["99", "99"]));
        assert_eq!(of(&lines), "9999/10000");
        assert_eq!(down(&lines, 1_209_600), "3024/25");

        let voting = Part::AtLeast {
            needed: 2,
            of: singles(&["99", "99", "99"]),
        };
        assert_eq!(of(&voting), "499851/500000");

        let mixed = Part::Series(vec![single("99.9"), lines]);
        assert_eq!(of(&mixed), "9989001/10000000");
        assert_eq!(down(&mixed, 2_592_000), "1781838/625");
    }

    #[test]
    fn up_for_a_year_and_down_for_four_hours() {
        let share = |up, repair| {
            steady_state(Seconds::new(up), Seconds::new(repair)).map(|share| share.to_string())
        };
        assert_eq!(share(996, 4).unwrap(), "249/250");
        assert_eq!(share(0, 4).unwrap(), "0");
        assert_eq!(share(4, 0).unwrap(), "1");
        assert_eq!(share(0, 0), Err(CompositionError::NoTime));
        assert_eq!(share(u64::MAX, u64::MAX).unwrap(), "1/2");
    }

    #[test]
    fn impossible_groups_are_refused() {
        for empty in [
            Part::Series(vec![]),
            Part::Parallel(vec![]),
            Part::AtLeast {
                needed: 0,
                of: vec![],
            },
        ] {
            assert_eq!(availability(&empty), Err(CompositionError::EmptyGroup));
            assert_eq!(
                availability(&Part::Series(vec![single("99"), empty])),
                Err(CompositionError::EmptyGroup)
            );
        }
        for needed in [0, 3, u32::MAX] {
            let group = Part::AtLeast {
                needed,
                of: singles(&["99", "99"]),
            };
            assert_eq!(
                availability(&group),
                Err(CompositionError::ImpossibleNumber { needed, parts: 2 })
            );
        }
    }

    fn parts() -> impl Strategy<Value = Vec<Part>> {
        let percent = prop_oneof![
            8 => (0_u32..=100_000_000).prop_map(|millionths| Percent::from_millionths(millionths).unwrap()),
            1 => Just(Percent::ZERO),
            1 => Just(Percent::HUNDRED),
        ];
        vec(percent.prop_map(Part::Single), 1..7)
    }

    /// The chance of every state by itself, added up over those in which enough work.
    fn by_enumeration(needed: u32, parts: &[Part]) -> num_rational::BigRational {
        let rational = |one: &BigFraction| {
            one.to_string()
                .parse::<num_rational::BigRational>()
                .unwrap()
        };
        let each: Vec<_> = parts
            .iter()
            .map(|part| availability(part).unwrap())
            .collect();
        (0_u32..1 << each.len())
            .filter(|state| state.count_ones() >= needed)
            .map(|state| {
                each.iter().enumerate().fold(
                    num_rational::BigRational::from_integer(1.into()),
                    |chance, (place, one)| {
                        let works = state >> place & 1 == 1;
                        chance
                            * if works {
                                rational(one)
                            } else {
                                rational(&one.complement())
                            }
                    },
                )
            })
            .sum()
    }

    proptest! {
        #[test]
        fn a_chain_is_no_better_than_its_weakest_and_a_group_no_worse_than_its_best(parts in parts()) {
            let each: Vec<_> = parts.iter().map(|part| availability(part).unwrap()).collect();
            let (series, parallel) = (Part::Series(parts.clone()), Part::Parallel(parts.clone()));
            let (series, parallel) = (availability(&series).unwrap(), availability(&parallel).unwrap());
            prop_assert!(&series <= each.iter().min().unwrap() && BigFraction::zero() <= series);
            prop_assert!(each.iter().max().unwrap() <= &parallel && parallel <= BigFraction::one());
        }

        #[test]
        fn needing_more_is_never_better(parts in parts()) {
            let count = u32::try_from(parts.len()).unwrap();
            let at_least = |needed| availability(&Part::AtLeast { needed, of: parts.clone() }).unwrap();
            for needed in 1..count {
                prop_assert!(at_least(needed + 1) <= at_least(needed));
            }
            prop_assert_eq!(at_least(1), availability(&Part::Parallel(parts.clone())).unwrap());
            prop_assert_eq!(at_least(count), availability(&Part::Series(parts.clone())).unwrap());
        }

        #[test]
        fn so_many_of_a_group_is_the_sum_over_all_states(parts in parts(), needed in 1_u32..7) {
            let needed = needed.min(u32::try_from(parts.len()).unwrap());
            let found = availability(&Part::AtLeast { needed, of: parts.clone() }).unwrap();
            prop_assert_eq!(found.to_string(), by_enumeration(needed, &parts).to_string());
        }
    }
}
