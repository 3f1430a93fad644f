use crate::agreement::ClockBasis;
use crate::calendar::{Holidays, Instant, Interval, IntervalSet, WeeklyWindows, ZoneTable};
use crate::quantity::Seconds;

/// The hours in which a clock runs: weekly windows by the wall clock of a zone, without the holidays.
#[derive(Clone, Copy, Debug)]
pub struct ClockHours<'a> {
    /// The windows; [`WeeklyWindows::always`] for a clock that runs around the clock.
    pub windows: &'a WeeklyWindows,
    /// The zone in which the windows are stated, and whose midnights end the days.
    pub zone: &'a ZoneTable,
    /// Days on which no window starts. They do not stop a clock that runs around the clock.
    pub holidays: &'a Holidays,
}

/// What the bases of the clocks stand for at one location of one client.
#[derive(Clone, Copy, Debug)]
pub struct BasisHours<'a> {
    /// The provider's support hours, if they are known.
    pub support: Option<ClockHours<'a>>,
    /// The location's opening hours, if they are known.
    pub opening: Option<ClockHours<'a>>,
    /// All the time, in the location's zone.
    pub around_the_clock: ClockHours<'a>,
}

impl<'a> BasisHours<'a> {
    /// The hours of a basis; `None` if nobody has said them.
    pub const fn of(&self, basis: ClockBasis) -> Option<ClockHours<'a>> {
        match basis {
            ClockBasis::AroundTheClock => Some(self.around_the_clock),
            ClockBasis::SupportHours => self.support,
            ClockBasis::OpeningHours => self.opening,
        }
    }
}

/// The first look ahead: eight weeks hold almost every deadline.
const FIRST_SPAN: u64 = 8 * 604_800;
/// No single look is longer than about eight years, so that a far deadline costs time and not memory.
const LONGEST_SPAN: u64 = 417 * 604_800;
/// How far ahead anybody looks: four centuries. What is not due by then is never due.
const HORIZON: u64 = 400 * 31_556_952;

impl ClockHours<'_> {
    /// The instants in the range at which the clock runs.
    pub fn inside(&self, range: Interval) -> IntervalSet {
        self.windows.expand(range, self.zone, self.holidays)
    }

    /// The last instant that anybody looks at, from a start.
    pub(super) fn horizon(start: Instant) -> Instant {
        start
            .checked_add(Seconds::new(HORIZON))
            .unwrap_or(Instant::MAX)
    }

    /// The time between two instants in adjoining stretches that grow, each to be expanded by itself.
    pub(super) fn looks(start: Instant, end: Instant) -> impl Iterator<Item = Interval> {
        let (mut from, mut span) = (start, FIRST_SPAN);
        core::iter::from_fn(move || {
            let to = from
                .checked_add(Seconds::new(span))
                .map_or(end, |to| to.min(end));
            let look = Interval::new(from, to).ok()?;
            (from, span) = (to, (span * 4).min(LONGEST_SPAN));
            (look.length() > Seconds::ZERO).then_some(look)
        })
    }
}
