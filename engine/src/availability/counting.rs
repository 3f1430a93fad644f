//! How locations are counted together.

use core::num::NonZeroU32;

use super::AvailabilityError;
use crate::quantity::{Count, Seconds};

/// How an agreement counts the downtime of several locations against one target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CountingRule {
    /// The target holds at every location by itself.
    EachLocation,
    /// The target holds for the mean over the locations.
    Average,
    /// The target holds for the mean over the users.
    WeightedByUsers,
    /// It counts as down while any location is.
    AnyLocationDown,
    /// It counts as down only while all locations are.
    AllLocationsDown,
    /// Only what the whole organization shares is measured; a location's own outage does not count.
    OrganizationOnly,
}

impl CountingRule {
    /// All of them. A saved question may name one by its position: new ones come last.
    pub const ALL: [Self; 6] = [
        Self::EachLocation,
        Self::Average,
        Self::WeightedByUsers,
        Self::AnyLocationDown,
        Self::AllLocationsDown,
        Self::OrganizationOnly,
    ];
}

/// A counting rule with the numbers that it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counting {
    /// See [`CountingRule::EachLocation`].
    EachLocation,
    /// See [`CountingRule::Average`].
    Average {
        /// The locations averaged over.
        locations: NonZeroU32,
    },
    /// See [`CountingRule::WeightedByUsers`].
    WeightedByUsers(UserShare),
    /// See [`CountingRule::AnyLocationDown`].
    AnyLocationDown,
    /// See [`CountingRule::AllLocationsDown`].
    AllLocationsDown {
        /// The locations that must be down together.
        locations: NonZeroU32,
    },
    /// See [`CountingRule::OrganizationOnly`].
    OrganizationOnly,
}

/// The users at one location among all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UserShare {
    pub(super) here: Count,
    pub(super) total: Count,
}

impl UserShare {
    /// `here` users of `total`.
    ///
    /// # Errors
    ///
    /// When there are none in all, or more here than in all.
    pub fn new(here: Count, total: Count) -> Result<Self, AvailabilityError> {
        if total.get() == 0 {
            Err(AvailabilityError::NoUsers)
        } else if total < here {
            Err(AvailabilityError::MoreUsersHereThanInAll { here, total })
        } else {
            Ok(Self { here, total })
        }
    }
}

impl Counting {
    /// The rule without the numbers.
    pub const fn rule(self) -> CountingRule {
        match self {
            Self::EachLocation => CountingRule::EachLocation,
            Self::Average { .. } => CountingRule::Average,
            Self::WeightedByUsers(_) => CountingRule::WeightedByUsers,
            Self::AnyLocationDown => CountingRule::AnyLocationDown,
            Self::AllLocationsDown { .. } => CountingRule::AllLocationsDown,
            Self::OrganizationOnly => CountingRule::OrganizationOnly,
        }
    }

    /// How much the promise counts of an outage of one location alone, down to whole seconds.
    pub fn counted_of(self, outage: Seconds) -> Seconds {
        self.share().map_or(Seconds::ZERO, |(times, part)| {
            let counted =
                u128::from(outage.get()) * u128::from(part.get()) / u128::from(times.get());
            u64::try_from(counted).map_or(outage, Seconds::new)
        })
    }

    /// How many times one allowance a location may use up, as a numerator and a denominator; `None` without limit.
    pub(super) const fn share(self) -> Option<(NonZeroU32, NonZeroU32)> {
        const ONE: NonZeroU32 = NonZeroU32::MIN;
        match self {
            Self::EachLocation
            | Self::AnyLocationDown
            | Self::AllLocationsDown { locations: ONE } => Some((ONE, ONE)),
            Self::Average { locations } => Some((locations, ONE)),
            Self::WeightedByUsers(UserShare { here, total }) => {
                match (NonZeroU32::new(total.get()), NonZeroU32::new(here.get())) {
                    (Some(total), Some(here)) => Some((total, here)),
                    // Nobody works there, so that its outages weigh nothing.
                    _ => None,
                }
            }
            Self::AllLocationsDown { .. } | Self::OrganizationOnly => None,
        }
    }
}
