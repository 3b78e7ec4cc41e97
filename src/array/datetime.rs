//! Points and spans of time: units, reading and writing. All are whole numbers of their unit since 1970.

use super::error::{Result, value};

/// What is stored for "not a time".
pub const NAT: i64 = i64::MIN;

/// What a time counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// No unit yet.
    Generic,
    /// `Y`
    Year,
    /// `M`
    Month,
    /// `W`
    Week,
    /// `D`
    Day,
    /// `h`
    Hour,
    /// `m`
    Minute,
    /// `s`
    Second,
    /// `ms`
    Milli,
    /// `us`
    Micro,
    /// `ns`
    Nano,
}

const UNITS: [(&str, Unit); 10] = [
    ("Y", Unit::Year),
    ("M", Unit::Month),
    ("W", Unit::Week),
    ("D", Unit::Day),
    ("h", Unit::Hour),
    ("m", Unit::Minute),
    ("s", Unit::Second),
    ("ms", Unit::Milli),
    ("us", Unit::Micro),
    ("ns", Unit::Nano),
];

impl Unit {
    /// numpy's name: `ns`.
    pub fn name(self) -> &'static str {
        UNITS.iter().find(|(_, unit)| *unit == self).map_or("generic", |(name, _)| name)
    }

    /// The unit of a name.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "μs" => Some(Self::Micro),
            "generic" => Some(Self::Generic),
            _ => UNITS.iter().find(|(known, _)| *known == name).map(|(_, unit)| *unit),
        }
    }

    /// `[ns]`, or nothing.
    pub fn bracketed(self) -> String {
        if self == Self::Generic { String::new() } else { format!("[{}]", self.name()) }
    }

    /// The unit of `[ns]` or nothing.
    pub fn parse_bracketed(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::Generic);
        }
        Self::parse(text.strip_prefix('[')?.strip_suffix(']')?)
    }

    /// The one that tells more.
    pub fn finer(self, other: Self) -> Self {
        self.max(other)
    }

    /// Nanoseconds, for units that are always equally long.
    pub fn nanos(self) -> Option<i64> {
        Some(match self {
            Self::Week => 604_800_000_000_000,
            Self::Day => 86_400_000_000_000,
            Self::Hour => 3_600_000_000_000,
            Self::Minute => 60_000_000_000,
            Self::Second => 1_000_000_000,
            Self::Milli => 1_000_000,
            Self::Micro => 1_000,
            Self::Nano => 1,
            _ => return None,
        })
    }
}

/// Days since 1970 of a date of the Gregorian calendar.
pub fn days_of_date(year: i64, month: i64, day: i64) -> i64 {
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let year_of_era = shifted.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The year, month and day of days since 1970.
pub fn date_of_days(days: i64) -> (i64, i64, i64) {
    let shifted = days.saturating_add(719_468);
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let part = (5 * day_of_year + 2) / 153;
    let month = if part < 10 { part + 3 } else { part - 9 };
    (era * 400 + year_of_era + i64::from(month <= 2), month, day_of_year - (153 * part + 2) / 5 + 1)
}

/// A point in time in another unit, rounded down; what does not fit is not a time.
pub fn convert_point(ticks: i64, from: Unit, to: Unit) -> i64 {
    if ticks == NAT || from == to || from == Unit::Generic || to == Unit::Generic {
        return ticks;
    }
    match (from, to) {
        (Unit::Year, Unit::Month) => ticks.checked_mul(12).unwrap_or(NAT),
        (Unit::Month, Unit::Year) => ticks.div_euclid(12),
        (Unit::Year | Unit::Month, _) => {
            let months = if from == Unit::Year { ticks.saturating_mul(12) } else { ticks };
            let days = days_of_date(1970 + months.div_euclid(12), months.rem_euclid(12) + 1, 1);
            convert_span(days, Unit::Day, to)
        }
        (_, Unit::Year | Unit::Month) => {
            let (year, month, _) = date_of_days(convert_span(ticks, from, Unit::Day));
            if to == Unit::Year { year - 1970 } else { (year - 1970) * 12 + month - 1 }
        }
        _ => convert_span(ticks, from, to),
    }
}

/// A span of time in another unit, rounded down; what does not fit is not a time.
pub fn convert_span(ticks: i64, from: Unit, to: Unit) -> i64 {
    if ticks == NAT || from == to {
        return ticks;
    }
    match (from, to) {
        (Unit::Year, Unit::Month) => return ticks.checked_mul(12).unwrap_or(NAT),
        (Unit::Month, Unit::Year) => return ticks.div_euclid(12),
        _ => {}
    }
    let (Some(from), Some(to)) = (from.nanos(), to.nanos()) else { return ticks };
    if from >= to { ticks.checked_mul(from / to).unwrap_or(NAT) } else { ticks.div_euclid(to / from) }
}

/// A point in time as numpy writes it: `2024-01-31T08:00:00`.
pub fn show_point(ticks: i64, unit: Unit) -> String {
    if ticks == NAT {
        return "NaT".into();
    }
    let day = |days: i64| {
        let (year, month, day) = date_of_days(days);
        format!("{}-{month:02}-{day:02}", show_year(year))
    };
    match unit {
        Unit::Year => return show_year(ticks.saturating_add(1970)),
        Unit::Month => {
            return format!("{}-{:02}", show_year(1970 + ticks.div_euclid(12)), ticks.rem_euclid(12) + 1);
        }
        Unit::Generic | Unit::Week | Unit::Day => return day(convert_span(ticks, unit, Unit::Day)),
        _ => {}
    }
    let size = unit.nanos().unwrap_or(1);
    let per_day = 86_400_000_000_000 / size;
    let rest = ticks.rem_euclid(per_day);
    let per_second = 1_000_000_000 / size.min(1_000_000_000);
    let seconds = if size > 1_000_000_000 { rest * (size / 1_000_000_000) } else { rest / per_second };
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    let mut text = format!("{}T{hours:02}", day(ticks.div_euclid(per_day)));
    if unit >= Unit::Minute {
        text += &format!(":{minutes:02}");
    }
    if unit >= Unit::Second {
        text += &format!(":{:02}", seconds % 60);
    }
    let digits = match unit {
        Unit::Milli => 3,
        Unit::Micro => 6,
        Unit::Nano => 9,
        _ => return text,
    };
    text + &format!(".{:0digits$}", rest % per_second)
}

fn show_year(year: i64) -> String {
    if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") }
}

/// A point in time from ISO 8601 text, with the unit that the text tells.
///
/// # Errors
/// When it is none.
pub fn parse_point(text: &str) -> Result<(i64, Unit)> {
    let trimmed = text.trim();
    if trimmed.is_empty() || trimmed.eq_ignore_ascii_case("nat") {
        return Ok((NAT, Unit::Generic));
    }
    match read_point(trimmed) {
        Some(found) => Ok(found),
        None if !fits(trimmed, 1, 12) => value(format!("Month out of range in datetime string \"{text}\"")),
        None if !fits(trimmed, 2, 28) => value(format!("Day out of range in datetime string \"{text}\"")),
        None => value(format!(
            "Error parsing datetime string \"{text}\" at position {}",
            trimmed.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(0)
        )),
    }
}

/// Whether a part of a date, if it is a number, is one that there is.
fn fits(text: &str, part: usize, highest: i64) -> bool {
    let date = text.split(['T', ' ']).next().unwrap_or(text);
    let found = date.split('-').nth(part).and_then(number);
    found.is_none_or(|found| (1..=highest).contains(&found))
}

fn read_point(text: &str) -> Option<(i64, Unit)> {
    let (date, clock) = match text.find(['T', ' ']) {
        Some(place) => (text.get(..place)?, text.get(place + 1..)?),
        None => (text, ""),
    };
    let parts = date.split('-').map(number).collect::<Option<Vec<_>>>()?;
    let (year, month, day) = match parts.as_slice() {
        [year] => return clock.is_empty().then_some((*year - 1970, Unit::Year)),
        [year, month] if (1..=12).contains(month) => {
            return clock.is_empty().then_some(((*year - 1970) * 12 + month - 1, Unit::Month));
        }
        [year, month, day] if (1..=12).contains(month) => (*year, *month, *day),
        _ => return None,
    };
    let last = days_of_date(year, month + 1, 1).max(days_of_date(year + month / 12, month % 12 + 1, 1));
    let days = days_of_date(year, month, day);
    if day < 1 || days >= last {
        return None;
    }
    read_clock(days, clock.trim_end_matches('Z'))
}

/// The point at a time of the day.
fn read_clock(days: i64, clock: &str) -> Option<(i64, Unit)> {
    if clock.is_empty() {
        return Some((days, Unit::Day));
    }
    let (whole, fraction) = clock.split_once('.').unwrap_or((clock, ""));
    let parts = whole.split(':').map(number).collect::<Option<Vec<_>>>()?;
    let part = |place: usize| parts.get(place).copied().unwrap_or(0);
    let (hour, minute, second) = (part(0), part(1), part(2));
    if parts.len() > 3 || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let hours = days * 24 + hour;
    match parts.len() {
        1 => return Some((hours, Unit::Hour)),
        2 => return Some((hours * 60 + minute, Unit::Minute)),
        _ => {}
    }
    let seconds = (hours * 60 + minute) * 60 + second;
    let (unit, digits) = match fraction.len() {
        0 => return Some((seconds, Unit::Second)),
        1..=3 => (Unit::Milli, 3),
        4..=6 => (Unit::Micro, 6),
        _ => (Unit::Nano, 9),
    };
    let padded: String = fraction.chars().chain("000000000".chars()).take(digits).collect();
    let ticks = seconds.checked_mul(10_i64.pow(digits as u32))?.checked_add(number(&padded)?)?;
    Some((ticks, unit))
}

fn number(digits: &str) -> Option<i64> {
    let fine = !digits.is_empty() && digits.len() < 12 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if fine { digits.parse().ok() } else { None }
}
