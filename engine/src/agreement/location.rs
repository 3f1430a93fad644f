//! The places that the agreement should protect, and what a lost hour means at each.

use crate::calendar::WeeklyWindows;
use crate::quantity::{Money, Percent};
use crate::scoring::Tri;

/// The organization that the agreement serves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organization {
    /// Its locations.
    pub locations: Locations,
    /// What holds for every location that says nothing else.
    pub typical: LocationProfile,
    /// Whether it plans to add locations: one location today may need multi-location protection tomorrow.
    pub plans_more_locations: Tri,
    /// Whether the provider can reach patient data (then the healthcare protections apply).
    pub provider_reaches_patient_data: Tri,
}

/// How many locations there are, or which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Locations {
    /// Nobody has said.
    #[default]
    NotSaid,
    /// Only their number is known; at least one.
    Count(u32),
    /// Each by name.
    Named(Vec<Location>),
}

impl Locations {
    /// The named locations; none where only a number is known.
    pub fn named(&self) -> &[Location] {
        match self {
            Self::Named(list) => list,
            Self::NotSaid | Self::Count(_) => &[],
        }
    }

    /// The number of locations, if known.
    pub fn count(&self) -> Option<u32> {
        match self {
            Self::NotSaid => None,
            Self::Count(count) => Some(*count),
            Self::Named(list) => u32::try_from(list.len()).ok().filter(|count| *count > 0),
        }
    }
}

/// One named location.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// Stable within the client's file; never reused.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What is known of it; anything absent falls back to the organization's typical location.
    pub profile: LocationProfile,
}

/// What a lost hour means at a location. Absent = use the organization's typical value, or unknown there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocationProfile {
    /// IANA time zone name, such as `America/Denver`.
    pub zone: Option<String>,
    /// Opening hours, local time.
    pub opening_hours: Option<WeeklyWindows>,
    /// Treatment chairs (operatories), or whatever unit earns the money.
    pub chairs: Option<u32>,
    /// Production per chair and hour.
    pub production_per_chair_hour: Option<Money>,
    /// Share of the work that stops in an outage.
    pub share_stopped: Option<Percent>,
    /// Share of the stopped work that is rebooked and so not lost.
    pub share_rebooked: Option<Percent>,
    /// People who work there: the weight of the location when users are counted.
    pub users: Option<u32>,
}

impl LocationProfile {
    /// This profile with what it lacks taken from `typical`.
    #[must_use]
    pub fn or(&self, typical: &Self) -> Self {
        Self {
            zone: self.zone.clone().or_else(|| typical.zone.clone()),
            opening_hours: self
                .opening_hours
                .clone()
                .or_else(|| typical.opening_hours.clone()),
            chairs: self.chairs.or(typical.chairs),
            production_per_chair_hour: self
                .production_per_chair_hour
                .or(typical.production_per_chair_hour),
            share_stopped: self.share_stopped.or(typical.share_stopped),
            share_rebooked: self.share_rebooked.or(typical.share_rebooked),
            users: self.users.or(typical.users),
        }
    }
}
