//! Calendar dates as days since 1970-01-01. Knows no time of day and no time zone.

use std::fmt;
use time::{Date, Month};

/// The Julian day number of 1970-01-01.
const EPOCH: i32 = 2_440_588;

/// A day, counted from 1970-01-01; shown as `2012-01-31`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i32);

impl Day {
    /// The day written as `YYYY-MM-DD` (ISO 8601, years 0001 to 9999), or `None` when it is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let &[a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else { return None };
        let year = number(&[a, b, c, d])?;
        let month = Month::try_from(u8::try_from(number(&[e, f])?).ok()?).ok()?;
        let day = u8::try_from(number(&[g, h])?).ok()?;
        if year == 0 {
            return None;
        }
        let date = Date::from_calendar_date(year, month, day).ok()?;
        Some(Self(date.to_julian_day() - EPOCH))
    }

    /// Its month, counted from January of the year 0.
    pub fn month(self) -> Option<i32> {
        let (year, month, _) = self.date()?.to_calendar_date();
        Some(year * 12 + i32::from(u8::from(month)) - 1)
    }

    /// The first day of a month that is counted so.
    pub fn of_month(month: i32) -> Option<Self> {
        let name = Month::try_from(u8::try_from(month.rem_euclid(12) + 1).ok()?).ok()?;
        let date = Date::from_calendar_date(month.div_euclid(12), name, 1).ok()?;
        Some(Self(date.to_julian_day() - EPOCH))
    }

    fn date(self) -> Option<Date> {
        self.0.checked_add(EPOCH).and_then(|day| Date::from_julian_day(day).ok())
    }

    /// Whether the day lies in the years 0001 to 9999, those that [`Day::parse`] reads.
    pub fn is_in_range(self) -> bool {
        const FIRST: i32 = -719_162;
        const LAST: i32 = 2_932_896;
        (FIRST..=LAST).contains(&self.0)
    }
}

/// The number that ASCII digits write.
fn number(digits: &[u8]) -> Option<i32> {
    digits
        .iter()
        .try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + i32::from(digit - b'0')))
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.date() {
            Some(date) => {
                let (year, month, day) = date.to_calendar_date();
                write!(out, "{year:04}-{:02}-{day:02}", u8::from(month))
            }
            None => write!(out, "{} days", self.0),
        }
    }
}
