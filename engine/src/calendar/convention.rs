use crate::quantity::Seconds;

/// A length that tools and contracts give to a period whose calendar they do not look at. All are whole seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Convention {
    /// 24 hours.
    Day,
    /// 7 days.
    Week,
    /// 14 days.
    TwoWeeks,
    /// 28 days: the shortest month, and four weeks.
    Month28,
    /// 29 days.
    Month29,
    /// 30 days: the month of most calculators.
    Month30,
    /// 31 days.
    Month31,
    /// A twelfth of 365 days.
    MonthTwelfthOf365,
    /// A twelfth of 365.2425 days, 30.436875 days: the average month of the Gregorian calendar.
    MonthGregorian,
    /// A twelfth of 365.25 days, 30.4375 days: the average month of the Julian calendar.
    MonthJulian,
    /// 90 days: the first quarter of a common year.
    Quarter90,
    /// 91 days: the second quarter, or the first of a leap year.
    Quarter91,
    /// 92 days: the third and the fourth quarter.
    Quarter92,
    /// A quarter of 365.2425 days.
    QuarterGregorian,
    /// 365 days.
    Year365,
    /// 366 days.
    Year366,
    /// 365.2425 days: the average year of the Gregorian calendar.
    YearGregorian,
    /// 365.25 days: the average year of the Julian calendar.
    YearJulian,
}

impl Convention {
    /// All of them, from the shortest kind of period to the longest.
    pub const ALL: [Self; 18] = [
        Self::Day,
        Self::Week,
        Self::TwoWeeks,
        Self::Month28,
        Self::Month29,
        Self::Month30,
        Self::Month31,
        Self::MonthTwelfthOf365,
        Self::MonthGregorian,
        Self::MonthJulian,
        Self::Quarter90,
        Self::Quarter91,
        Self::Quarter92,
        Self::QuarterGregorian,
        Self::Year365,
        Self::Year366,
        Self::YearGregorian,
        Self::YearJulian,
    ];

    /// Its exact length.
    pub const fn seconds(self) -> Seconds {
        match self {
            Self::Day => Seconds::DAY,
            Self::Week => Seconds::WEEK,
            Self::TwoWeeks => days(14),
            Self::Month28 => days(28),
            Self::Month29 => days(29),
            Self::Month30 => days(30),
            Self::Month31 => days(31),
            Self::MonthTwelfthOf365 => Seconds::new(2_628_000),
            Self::MonthGregorian => Seconds::new(2_629_746),
            Self::MonthJulian => Seconds::new(2_629_800),
            Self::Quarter90 => days(90),
            Self::Quarter91 => days(91),
            Self::Quarter92 => days(92),
            Self::QuarterGregorian => Seconds::new(7_889_238),
            Self::Year365 => days(365),
            Self::Year366 => days(366),
            Self::YearGregorian => Seconds::new(31_556_952),
            Self::YearJulian => Seconds::new(31_557_600),
        }
    }

    /// The key of its name in the content.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::TwoWeeks => "two-weeks",
            Self::Month28 => "month-28-days",
            Self::Month29 => "month-29-days",
            Self::Month30 => "month-30-days",
            Self::Month31 => "month-31-days",
            Self::MonthTwelfthOf365 => "month-twelfth-of-365-days",
            Self::MonthGregorian => "month-average-gregorian",
            Self::MonthJulian => "month-average-julian",
            Self::Quarter90 => "quarter-90-days",
            Self::Quarter91 => "quarter-91-days",
            Self::Quarter92 => "quarter-92-days",
            Self::QuarterGregorian => "quarter-average-gregorian",
            Self::Year365 => "year-365-days",
            Self::Year366 => "year-366-days",
            Self::YearGregorian => "year-average-gregorian",
            Self::YearJulian => "year-average-julian",
        }
    }
}

const fn days(number: u64) -> Seconds {
    Seconds::new(number * 86_400)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::quantity::Fraction;

    #[test]
    fn averages_are_exact_parts_of_their_year() {
        for (convention, days) in [
            (Convention::MonthTwelfthOf365, "365/12"),
            (Convention::MonthGregorian, "30.436875"),
            (Convention::MonthJulian, "30.4375"),
            (Convention::QuarterGregorian, "91.310625"),
            (Convention::YearGregorian, "365.2425"),
            (Convention::YearJulian, "365.25"),
        ] {
            let exact = days
                .parse::<Fraction>()
                .unwrap()
                .checked_mul(&Fraction::whole(86_400));
            assert_eq!(exact, Some(convention.seconds().fraction()), "{days}");
        }
    }

    #[test]
    fn all_are_there_once() {
        let mut keys = Convention::ALL.map(Convention::key).to_vec();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), Convention::ALL.len());
    }
}
