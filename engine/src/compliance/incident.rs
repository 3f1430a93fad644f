use crate::calendar::Instant;

/// One outage as it happened. Nothing here is judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// What was down.
    pub scope: Scope,
    /// The id of the service; empty = not said, which every promise counts.
    pub service: String,
    /// When it stopped working.
    pub fault: Instant,
    /// When the provider was told; `None` = never.
    pub reported: Option<Instant>,
    /// When it worked again.
    pub restored: Instant,
    /// Why.
    pub cause: Cause,
}

/// What an outage takes down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Something that all locations share.
    Organization,
    /// These locations, by position, from 0.
    Locations(Vec<usize>),
}

impl Scope {
    /// Whether it takes this location down.
    pub fn strikes(&self, location: usize) -> bool {
        match self {
            Self::Organization => true,
            Self::Locations(locations) => locations.contains(&location),
        }
    }
}

/// Why something was down, in the classes that agreements tell apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// It failed.
    #[default]
    Failure,
    /// Planned maintenance, announced in time.
    PlannedMaintenance,
    /// Maintenance that could not wait.
    EmergencyMaintenance,
    /// A supplier of the provider's, or of the customer's.
    ThirdParty,
    /// The customer.
    Customer,
    /// Beyond anybody's control.
    ForceMajeure,
}

impl Cause {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Failure,
        Self::PlannedMaintenance,
        Self::EmergencyMaintenance,
        Self::ThirdParty,
        Self::Customer,
        Self::ForceMajeure,
    ];
}

/// Causes that a promise does not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CauseSet(u8);

impl CauseSet {
    /// None: everything counts.
    pub const NONE: Self = Self(0);

    /// Whether it holds the cause.
    pub const fn holds(self, cause: Cause) -> bool {
        self.0 & (1 << cause as u8) != 0
    }

    /// The set with this cause too.
    #[must_use]
    pub const fn with(self, cause: Cause) -> Self {
        Self(self.0 | (1 << cause as u8))
    }
}

impl FromIterator<Cause> for CauseSet {
    fn from_iter<T: IntoIterator<Item = Cause>>(causes: T) -> Self {
        causes.into_iter().fold(Self::NONE, Self::with)
    }
}
