use thiserror::Error;

/// Why a text or a value is not part of a calendar. Each kind has its own remedy.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CalendarError {
    /// Not a day of the Gregorian calendar in ISO form.
    #[error("`{text}` is not a day; write year-month-day, such as 2026-03-08")]
    NotADay {
        /// What was written.
        text: String,
    },
    /// Not an instant in UTC.
    #[error("`{text}` is not an instant; write it in UTC, such as 2026-03-08T07:00:00Z")]
    NotAnInstant {
        /// What was written.
        text: String,
    },
    /// Not a time of day.
    #[error("`{text}` is not a time of day; write hours and minutes from 00:00 to 24:00")]
    NotATime {
        /// What was written.
        text: String,
    },
    /// A window that starts when its day is over.
    #[error("a window cannot start at 24:00; let it start at 00:00 of the next day")]
    StartsAtDayEnd,
    /// An end before its start.
    #[error("the end lies before the start")]
    EndBeforeStart,
    /// Transitions of a zone that do not go forward.
    #[error("the clock changes of zone {zone} are not in order at position {position}")]
    UnsortedTransitions {
        /// The zone.
        zone: String,
        /// The position in the list, from 0, of the transition that is not later than the one before it.
        position: usize,
    },
    /// An offset that no clock has.
    #[error("{seconds} seconds is no offset from UTC; it is within a day")]
    NotAnOffset {
        /// The offset.
        seconds: i32,
    },
    /// Too far from the present.
    #[error("the date is too far from the present")]
    OutOfRange,
}
