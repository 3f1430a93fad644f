//! A contracted service and its level.

use super::Stated;
use crate::availability::CountingRule;
use crate::calendar::{Convention, WeeklyWindows};
use crate::quantity::{Percent, Seconds};

/// Which service: six that managed-service agreements usually hold, or another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ServiceKind {
    /// Network management.
    Network,
    /// E-mail.
    Email,
    /// Break/fix.
    BreakFix,
    /// Management of the applications.
    Applications,
    /// Help desk.
    HelpDesk,
    /// Batch services.
    Batch,
    /// Anything else; its name says what.
    #[default]
    Other,
}

/// One contracted service with its level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Service {
    /// Stable within the agreement; never reused.
    pub id: String,
    /// Which of the usual services it is.
    pub kind: ServiceKind,
    /// What the agreement calls it.
    pub name: String,
    /// What the service is.
    pub definition: Stated<String>,
    /// How it is measured.
    pub measurement: Stated<String>,
    /// The availability promised.
    pub target: Stated<Percent>,
    /// The period over which it is measured.
    pub period: Stated<PromisePeriod>,
    /// The hours that count.
    pub window: Stated<ServiceWindow>,
    /// The locations that it covers.
    pub coverage: Stated<Coverage>,
    /// How several locations make one figure.
    pub counting: Stated<CountingRule>,
    /// Planned maintenance.
    pub maintenance: Stated<Maintenance>,
    /// Outages shorter than this do not count.
    pub minimum_outage: Stated<Seconds>,
    /// What else is excluded, in words.
    pub exclusions: Stated<String>,
    /// What falls due when the level is missed.
    pub remedy: Stated<Remedy>,
}

/// The period of an availability promise, as the agreement words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromisePeriod {
    /// A fixed number of days; 14 for "every two weeks". At least one.
    Days(u32),
    /// Any run of so many days. At least one.
    RollingDays(u32),
    /// The calendar month.
    CalendarMonth,
    /// The calendar quarter.
    CalendarQuarter,
    /// The calendar year.
    CalendarYear,
    /// A named convention of fixed length.
    Fixed(Convention),
}

impl PromisePeriod {
    /// The longest that such a period can be: 31 days for a month, 366 for a year. `None` past what a number holds.
    pub fn longest(self) -> Option<Seconds> {
        let days = match self {
            Self::Days(days) | Self::RollingDays(days) => days,
            Self::CalendarMonth => 31,
            Self::CalendarQuarter => 92,
            Self::CalendarYear => 366,
            Self::Fixed(convention) => return Some(convention.seconds()),
        };
        Seconds::DAY.checked_mul(u64::from(days))
    }
}

/// The hours that count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServiceWindow {
    /// 24 hours, seven days.
    AllTheTime,
    /// Each location's own opening hours.
    OpeningHours,
    /// The provider's support hours.
    SupportHours,
    /// Hours of its own.
    Weekly(WeeklyWindows),
}

/// The locations that a promise covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// All, and those to come.
    AllCurrentAndFuture,
    /// Those at signing only.
    AtSigning,
    /// Only the listed ones, by location id.
    Listed(Vec<String>),
}

/// When planned maintenance may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MaintenanceHours {
    /// At any time.
    AnyTime,
    /// Only while the location is closed.
    OutsideOpeningHours,
}

/// How planned maintenance is treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Maintenance {
    /// Most planned maintenance per month that may be excluded; absent = no limit stated.
    pub cap_per_month: Option<Seconds>,
    /// Notice that has to be given; absent = none stated.
    pub notice: Option<Seconds>,
    /// When it may be; absent = not stated, and so at any time.
    pub hours: Option<MaintenanceHours>,
    /// Whether the excluded time also leaves the time that is measured.
    pub leaves_service_time: bool,
}

/// What falls due for one service when its level is missed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// The agreement's credits.
    Credits,
    /// The right to leave after repeated misses.
    RightToLeave,
    /// Credits and the right to leave.
    CreditsAndRightToLeave,
    /// Something else, in words.
    Other(String),
}
