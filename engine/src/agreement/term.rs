//! Start, length, renewal, notice and fees, and the dates that follow.

use super::Stated;
use crate::quantity::{Money, Percent};
use chrono::{Days, Months, NaiveDate};

/// Start, length, renewal and notice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// First day.
    pub starts: Stated<NaiveDate>,
    /// Length of the first term in months; at least one.
    pub initial_months: Stated<u32>,
    /// What happens at its end.
    pub renewal: Stated<Renewal>,
    /// Notice the customer must give not to renew.
    pub notice: Stated<Notice>,
    /// Days before the notice deadline on which the provider must send a reminder.
    pub reminder_days: Stated<u32>,
    /// When the organization wants to look at the agreement again.
    pub review_on: Option<NaiveDate>,
}

/// What happens at the end of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renewal {
    /// It ends.
    Ends,
    /// It goes on from month to month.
    MonthToMonth,
    /// It renews by itself for so many months; at least one.
    Automatic(u32),
}

/// A length of notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Calendar days.
    Days(u32),
    /// Calendar months; a month that is too short gives its last day.
    Months(u32),
}

/// The dates that follow from a term on a given day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermDates {
    /// The last day of the term that is running on, or will next start after, the given day.
    pub ends: NaiveDate,
    /// The last day on which notice still counts, if a notice is stated.
    pub notice_by: Option<NaiveDate>,
}

impl Term {
    /// The end of the term that runs on `today`, and the last day for notice. `None` while the start or the length is
    /// unknown, or a date falls outside the calendar. A term from 1 March for 12 months ends on the last day of February.
    pub fn dates(&self, today: NaiveDate) -> Option<TermDates> {
        let starts = *self.starts.says()?;
        let months = *self.initial_months.says()?;
        let mut total = months;
        let mut next = starts.checked_add_months(Months::new(total))?;
        if let Some(renewal) = self.renewal.says() {
            let step = match renewal {
                Renewal::Ends => 0,
                Renewal::MonthToMonth => 1,
                Renewal::Automatic(months) => (*months).max(1),
            };
            // Counted from the start each time: 31 January plus one month twice is 31 March, not 28.
            while step > 0 && next <= today {
                total = total.checked_add(step)?;
                next = starts.checked_add_months(Months::new(total))?;
            }
        }
        let ends = next.checked_sub_days(Days::new(1))?;
        let notice_by = match self.notice.says() {
            Some(Notice::Days(days)) => ends.checked_sub_days(Days::new(u64::from(*days))),
            Some(Notice::Months(months)) => ends.checked_sub_months(Months::new(*months)),
            None => None,
        };
        Some(TermDates { ends, notice_by })
    }
}

/// What the agreement costs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fees {
    /// The recurring charge.
    pub recurring: Stated<Charge>,
    /// One-time charge for each new location; zero = none.
    pub new_location: Stated<Money>,
    /// Most by which fees may rise in a year.
    pub yearly_rise_cap: Stated<Percent>,
}

/// A recurring charge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charge {
    /// Per month.
    pub per_month: Money,
    /// For the whole organization, or for each location.
    pub basis: ChargeBasis,
}

/// What a charge is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChargeBasis {
    /// The whole organization.
    Organization,
    /// Each location.
    Location,
}
