//! Moments as whole microseconds since 1970, and their fields in the calendar.

/// The number of a missing moment or duration.
pub const NAT: i64 = i64::MIN;
/// Microseconds of a second.
pub const SECOND: i64 = 1_000_000;
/// Microseconds of a day.
pub const DAY: i64 = 86_400 * SECOND;

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The year.
    pub year: i64,
    /// The month, from 1.
    pub month: i64,
    /// The day of the month, from 1.
    pub day: i64,
}

/// The day of a number of days since 1970.
pub fn date(days: i64) -> Date {
    // Years begin in March here, so that the day that leap years add is their last.
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    Date {
        year: year_of_era + era * 400 + i64::from(month <= 2),
        month,
        day: of_year - (153 * shifted_month + 2) / 5 + 1,
    }
}

/// Days since 1970; nothing for a day that is not in the calendar.
pub fn days(date: Date) -> Option<i64> {
    let Date { year, month, day } = date;
    if !(1..=9999).contains(&year)
        || !(1..=12).contains(&month)
        || !(1..=days_in_month(year, month)).contains(&day)
    {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    Some(era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year - 719_468)
}

/// Whether a year has 366 days.
pub fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The days of a month.
pub fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 => 28 + i64::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The day of the week of a day, Monday being 0.
pub fn weekday(days: i64) -> i64 {
    (days + 3).rem_euclid(7)
}

/// The day of the year, from 1.
pub fn day_of_year(days_since: i64) -> i64 {
    let first = Date { month: 1, day: 1, ..date(days_since) };
    days_since - days(first).unwrap_or(days_since) + 1
}

/// The year and week of ISO 8601.
pub fn iso_week(days_since: i64) -> (i64, i64) {
    // A week belongs to the year of its Thursday.
    let thursday = days_since - weekday(days_since) + 3;
    (date(thursday).year, (day_of_year(thursday) + 6) / 7)
}

/// A field by pandas' name, flags as 0 or 1; nothing for a name that is none. Missing moments give 0.
pub fn field(moments: &[i64], name: &str) -> Option<Vec<i64>> {
    let field = field_of(name)?;
    Some(moments.iter().map(|moment| if *moment == NAT { 0 } else { field(*moment) }).collect())
}

fn field_of(name: &str) -> Option<fn(i64) -> i64> {
    fn day_of(moment: i64) -> i64 {
        moment.div_euclid(DAY)
    }
    fn calendar(moment: i64) -> Date {
        date(day_of(moment))
    }
    fn clock(moment: i64, unit: i64, of: i64) -> i64 {
        moment.rem_euclid(DAY) / unit % of
    }
    fn is_last(moment: i64) -> bool {
        let Date { year, month, day } = calendar(moment);
        day == days_in_month(year, month)
    }
    Some(match name {
        "year" => |moment| calendar(moment).year,
        "month" => |moment| calendar(moment).month,
        "day" => |moment| calendar(moment).day,
        "hour" => |moment| clock(moment, 3_600 * SECOND, 24),
        "minute" => |moment| clock(moment, 60 * SECOND, 60),
        "second" => |moment| clock(moment, SECOND, 60),
        "microsecond" => |moment| clock(moment, 1, SECOND),
        "nanosecond" => |_| 0,
        "dayofweek" => |moment| weekday(day_of(moment)),
        "dayofyear" => |moment| day_of_year(day_of(moment)),
        "quarter" => |moment| (calendar(moment).month + 2) / 3,
        "days_in_month" => |moment| days_in_month(calendar(moment).year, calendar(moment).month),
        "iso_year" => |moment| iso_week(day_of(moment)).0,
        "iso_week" => |moment| iso_week(day_of(moment)).1,
        "iso_day" => |moment| weekday(day_of(moment)) + 1,
        "is_leap_year" => |moment| i64::from(is_leap(calendar(moment).year)),
        "is_month_start" => |moment| i64::from(calendar(moment).day == 1),
        "is_month_end" => |moment| i64::from(is_last(moment)),
        "is_quarter_start" => {
            |moment| i64::from(calendar(moment).day == 1 && calendar(moment).month % 3 == 1)
        }
        "is_quarter_end" => |moment| i64::from(is_last(moment) && calendar(moment).month % 3 == 0),
        "is_year_start" => |moment| i64::from(calendar(moment).day == 1 && calendar(moment).month == 1),
        "is_year_end" => |moment| i64::from(is_last(moment) && calendar(moment).month == 12),
        _ => return None,
    })
}
