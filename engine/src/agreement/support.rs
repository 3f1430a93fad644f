//! When people can be reached.

use super::Stated;
use crate::calendar::WeeklyWindows;
use chrono::NaiveDate;

/// The provider's support hours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Support {
    /// The hours.
    pub hours: Stated<WeeklyWindows>,
    /// The time zone in which they are stated (IANA name). A time without a zone is half a promise.
    pub zone: Stated<String>,
    /// What happens outside them for critical incidents.
    pub out_of_hours: Stated<OutOfHours>,
    /// Days without support.
    pub holidays: Vec<NaiveDate>,
}

/// Cover outside the support hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutOfHours {
    /// Critical incidents are worked on around the clock at no extra charge.
    CriticalIncluded,
    /// At a premium.
    ExtraCharge,
    /// Only as somebody is found.
    BestEffort,
    /// None.
    NoCover,
}
