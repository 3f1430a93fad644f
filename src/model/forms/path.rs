//! Where a field of the form stands in the client's file.

/// The part of the file that a field belongs to; numbers are positions in its lists, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The organization.
    Organization,
    /// What holds for every location that says nothing else.
    Typical,
    /// One named location.
    Location(usize),
    /// The agreement itself.
    Agreement,
    /// One service.
    Service(usize),
    /// One severity.
    Severity(usize),
    /// The support hours.
    Support,
    /// The credits.
    Credits,
    /// One row of the credit table.
    Tier(usize),
    /// The term.
    Term,
    /// The fees.
    Fees,
}

/// One field: its part of the file, and its name there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldPath {
    /// The part of the file.
    pub place: Place,
    /// The field's name within it. A field that refines another begins with that one's name and a hyphen.
    pub key: &'static str,
}

/// A list that grows and shrinks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// The services.
    Services,
    /// The severities.
    Severities,
    /// The rows of the credit table.
    Tiers,
    /// The named locations.
    Locations,
}

impl Place {
    /// Its name in the page, and its position in a list.
    fn name(self) -> (&'static str, Option<usize>) {
        match self {
            Self::Organization => ("organization", None),
            Self::Typical => ("typical", None),
            Self::Location(at) => ("location", Some(at)),
            Self::Agreement => ("agreement", None),
            Self::Service(at) => ("service", Some(at)),
            Self::Severity(at) => ("severity", Some(at)),
            Self::Support => ("support", None),
            Self::Credits => ("credits", None),
            Self::Tier(at) => ("tier", Some(at)),
            Self::Term => ("term", None),
            Self::Fees => ("fees", None),
        }
    }

    /// The list that it is an entry of.
    pub fn list(self) -> Option<List> {
        match self {
            Self::Location(_) => Some(List::Locations),
            Self::Service(_) => Some(List::Services),
            Self::Severity(_) => Some(List::Severities),
            Self::Tier(_) => Some(List::Tiers),
            _ => None,
        }
    }
}

impl FieldPath {
    /// A name that is unique on the page, such as `service-1-target`.
    pub fn id(self) -> String {
        match self.place.name() {
            (name, None) => [name, "-", self.key].concat(),
            (name, Some(at)) => [name, "-", &at.to_string(), "-", self.key].concat(),
        }
    }
}
