use super::CountingTerms;
use crate::availability::CountingRule;
use crate::calendar::{Instant, Interval, IntervalSet, ServiceClock};
use crate::quantity::{Count, Percent, Seconds};

/// An availability promise, ready to hold incidents against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The id of the service it is about; empty = whatever is down.
    pub service: String,
    /// The availability promised.
    pub target: Percent,
    /// How several locations make one figure.
    pub counting: CountingRule,
    /// How one outage becomes counted downtime.
    pub terms: CountingTerms,
    /// Over what it is measured.
    pub measurement: Measurement,
}

/// Over what a promise is measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measurement {
    /// Each of these periods by itself; in order, without overlaps.
    Periods(Vec<Interval>),
    /// Every stretch of this length that lies within the bounds, wherever it begins.
    Rolling {
        /// The length.
        length: Seconds,
        /// What is looked at.
        within: Interval,
    },
}

/// A location as a promise sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The people who work there.
    pub users: Count,
    /// When downtime counts: in the service window, outside excluded maintenance.
    pub counts: ServiceClock,
    /// The time of which the availability is a share.
    pub serves: ServiceClock,
}

impl Site {
    /// A location that is served all the time, without excluded maintenance.
    pub const fn always(users: Count) -> Self {
        Self {
            users,
            counts: ServiceClock::always(),
            serves: ServiceClock::always(),
        }
    }

    /// A location with its service windows and the planned maintenance that does not count as downtime. The maintenance stays in
    /// the time of which the availability is a share, or leaves it.
    pub fn new(
        users: Count,
        windows: &IntervalSet,
        maintenance: &IntervalSet,
        stays_in_service_time: bool,
    ) -> Self {
        let counts = ServiceClock::inside(&windows.difference(maintenance));
        let serves = if stays_in_service_time {
            ServiceClock::inside(windows)
        } else {
            counts.clone()
        };
        Self {
            users,
            counts,
            serves,
        }
    }
}

impl Measurement {
    /// From the first instant that is measured to the last; `None` if nothing is.
    pub fn bounds(&self) -> Option<Interval> {
        match self {
            Self::Periods(periods) => {
                let (first, last) = (periods.first()?, periods.last()?);
                Interval::new(first.start(), last.end()).ok()
            }
            Self::Rolling { within, .. } => Some(*within),
        }
    }
}

/// Seconds since 1970 that are known to lie between two instants.
pub(crate) fn instant(seconds: i64) -> Instant {
    Instant::from_unix(seconds).unwrap_or(if seconds < 0 {
        Instant::MIN
    } else {
        Instant::MAX
    })
}
