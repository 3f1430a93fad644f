//! Sentences that stand beside a score, whatever the score. They are no caps: nothing is taken off.

use crate::assessment::{Answer, ProtectionId};

use super::{Item, Mark};

/// A shortcoming that a good score must not hide.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Floor {
    /// No remedy (RM-01): the agreement is a statement of intent.
    NoRemedy,
    /// A response time (SC-02) without a resolution time (SC-03).
    ResponseWithoutResolution,
    /// An availability standard (SL-03) without a measurement period (SL-04).
    StandardWithoutPeriod,
    /// The agreement excludes locations (ML-01 says the opposite).
    LocationsExcluded,
    /// Patient data without a business associate agreement (HC-01).
    NoBusinessAssociateAgreement,
}

/// The business associate agreement: a flag outside the score.
pub(super) const BUSINESS_ASSOCIATE_AGREEMENT: ProtectionId = ProtectionId::known(*b"HC", 1);

impl Floor {
    /// Every floor.
    pub const ALL: [Self; 5] = [
        Self::NoRemedy,
        Self::ResponseWithoutResolution,
        Self::StandardWithoutPeriod,
        Self::LocationsExcluded,
        Self::NoBusinessAssociateAgreement,
    ];

    /// The floor's id in `verdicts.json`.
    pub fn id(self) -> &'static str {
        match self {
            Self::NoRemedy => "no-remedy",
            Self::ResponseWithoutResolution => "response-without-resolution",
            Self::StandardWithoutPeriod => "standard-without-period",
            Self::LocationsExcluded => "locations-excluded",
            Self::NoBusinessAssociateAgreement => "no-business-associate-agreement",
        }
    }

    /// Whether the answers show it. What is open or does not apply shows nothing.
    fn is_shown(self, items: &[Item]) -> bool {
        let mark = |group: &[u8; 2], number| {
            let id = ProtectionId::known(*group, number);
            items.iter().find(|item| item.id == id).and_then(Item::mark)
        };
        let absent = |mark: Option<Mark>| mark.is_some_and(Mark::is_absent);
        let present = |mark: Option<Mark>| mark.is_some_and(Mark::is_present);
        match self {
            Self::NoRemedy => absent(mark(b"RM", 1)),
            Self::ResponseWithoutResolution => present(mark(b"SC", 2)) && absent(mark(b"SC", 3)),
            Self::StandardWithoutPeriod => present(mark(b"SL", 3)) && absent(mark(b"SL", 4)),
            Self::LocationsExcluded => mark(b"ML", 1) == Some(Mark::Answered(Answer::Opposite)),
            Self::NoBusinessAssociateAgreement => absent(mark(b"HC", 1)),
        }
    }
}

/// The floors that the answers show.
pub(super) fn floors(items: &[Item]) -> Vec<Floor> {
    Floor::ALL
        .into_iter()
        .filter(|floor| floor.is_shown(items))
        .collect()
}
