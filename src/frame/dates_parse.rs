//! Moments and durations from text.

use super::dates::{DAY, Date, NAT, SECOND, days};
use super::dates_format::{MONTHS, WEEKDAYS};

/// Texts that say that a moment is missing.
const MISSING: [&str; 7] = ["", "NaT", "nat", "NaN", "nan", "None", "null"];

/// What came of reading a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// Microseconds since 1970; [`NAT`] for what is missing or was not understood.
    pub moments: Vec<i64>,
    /// The place of the first text that was not understood.
    pub failed: Option<usize>,
    /// The format that the first text told, when none was given.
    pub guessed: Option<String>,
}

/// Reads texts in one format: the given one, or the one that the first text is in.
pub fn parse(texts: &[Option<&str>], format: Option<&str>, day_first: bool) -> Parsed {
    let is_missing = |text: &str| MISSING.contains(&text.trim());
    let first = texts.iter().flatten().copied().find(|text| !is_missing(text));
    let guessed = match (format, first) {
        (None, Some(first)) => guess(first, day_first),
        _ => None,
    };
    let used = format.or(guessed.as_deref());
    let mut failed = None;
    let moments = texts
        .iter()
        .enumerate()
        .map(|(place, text)| {
            let Some(text) = text.filter(|text| !is_missing(text)) else { return NAT };
            used.and_then(|format| strptime(text.trim(), format)).unwrap_or_else(|| {
                failed.get_or_insert(place);
                NAT
            })
        })
        .collect();
    Parsed { moments, failed, guessed }
}

const DATES: [&str; 22] = [
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%Y%m%d",
    "%Y-%m",
    "%Y/%m",
    "%m/%d/%Y",
    "%d/%m/%Y",
    "%m-%d-%Y",
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%m/%d/%y",
    "%d/%m/%y",
    "%B %d, %Y",
    "%b %d, %Y",
    "%d %B %Y",
    "%d %b %Y",
    "%d-%b-%Y",
    "%d-%b-%y",
    "%B %d %Y",
    "%b %d %Y",
    "%B %Y",
];
const DAYS_FIRST: [&str; 5] = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y", "%Y-%m-%d"];
const TIMES: [&str; 9] = [
    "",
    " %H:%M:%S",
    "T%H:%M:%S",
    " %H:%M",
    "T%H:%M",
    " %H:%M:%S.%f",
    "T%H:%M:%S.%f",
    " %I:%M %p",
    " %I:%M:%S %p",
];

/// The format that a text is in, of those that are common.
pub fn guess(text: &str, day_first: bool) -> Option<String> {
    let text = text.trim();
    let first: &[&str] = if day_first { &DAYS_FIRST } else { &[] };
    let mut formats =
        first.iter().chain(&DATES).flat_map(|date| TIMES.iter().map(move |time| format!("{date}{time}")));
    let year_alone = (text.len() == 4).then(|| "%Y".to_owned());
    formats
        .find(|format| strptime(text, format).is_some())
        .or(year_alone.filter(|format| strptime(text, format).is_some()))
}

/// What is left to read of a text.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn number(&mut self, most: usize) -> Option<i64> {
        let length = self.rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        digits.parse().ok()
    }

    /// So many digits, not fewer.
    fn digits(&mut self, count: usize) -> Option<i64> {
        let before = self.rest.len();
        let number = self.number(count)?;
        (before - self.rest.len() == count).then_some(number)
    }

    /// One of some names, from 1; of the first three letters of each with `short`.
    fn name(&mut self, names: &[&str], short: bool) -> Option<i64> {
        let place = names.iter().position(|name| {
            let wanted = if short { name.get(..3).unwrap_or(name) } else { name };
            self.rest.get(..wanted.len()).is_some_and(|head| head.eq_ignore_ascii_case(wanted))
        })?;
        let length = if short { 3 } else { names.get(place)?.len() };
        self.rest = self.rest.get(length..)?;
        Some(place as i64 + 1)
    }
}

/// A moment in a format of `strptime`; nothing when the text is in another one.
pub fn strptime(text: &str, format: &str) -> Option<i64> {
    let mut reader = Reader { rest: text };
    let (mut date, mut of_year) = (Date { year: 1900, month: 1, day: 1 }, None);
    let (mut hour, mut minute, mut second, mut micros, mut afternoon) = (0, 0, 0, 0, None);
    let mut marks = format.chars();
    while let Some(mark) = marks.next() {
        if mark != '%' {
            reader.rest = reader.rest.strip_prefix(mark)?;
            continue;
        }
        match marks.next()? {
            'Y' => date.year = reader.digits(4)?,
            'y' => {
                let short = reader.digits(2)?;
                date.year = short + if short < 69 { 2000 } else { 1900 };
            }
            'm' => date.month = reader.number(2)?,
            'd' => date.day = reader.number(2)?,
            'H' => hour = reader.number(2).filter(|hour| *hour < 24)?,
            'I' => hour = reader.number(2).filter(|hour| (1..=12).contains(hour))?,
            'M' => minute = reader.number(2).filter(|minute| *minute < 60)?,
            'S' => second = reader.number(2).filter(|second| *second < 60)?,
            'f' => {
                let before = reader.rest.len();
                let number = reader.number(6)?;
                let digits = u32::try_from(before - reader.rest.len()).ok()?;
                reader.rest = reader.rest.trim_start_matches(|one: char| one.is_ascii_digit());
                micros = number * 10_i64.pow(6 - digits);
            }
            'p' => afternoon = Some(reader.name(&["AM", "PM"], false)? == 2),
            'B' => date.month = reader.name(&MONTHS, false)?,
            'b' | 'h' => date.month = reader.name(&MONTHS, true)?,
            'A' => drop(reader.name(&WEEKDAYS, false)?),
            'a' => drop(reader.name(&WEEKDAYS, true)?),
            'j' => of_year = Some(reader.number(3).filter(|day| (1..=366).contains(day))?),
            '%' => reader.rest = reader.rest.strip_prefix('%')?,
            _ => return None,
        }
    }
    if !reader.rest.is_empty() {
        return None;
    }
    if let Some(afternoon) = afternoon {
        hour = hour % 12 + if afternoon { 12 } else { 0 };
    }
    let day = days(date)? + of_year.map_or(0, |day| day - 1);
    Some(day * DAY + ((hour * 60 + minute) * 60 + second) * SECOND + micros)
}

/// A part of a date (a year, a month, a day): from where to where it goes, and what it is.
pub fn span(text: &str) -> Option<(i64, i64, &'static str)> {
    if let Some(start) = strptime(text, "%Y-%m-%d").or_else(|| strptime(text, "%Y/%m/%d")) {
        return Some((start, start + DAY, "day"));
    }
    if let Some(start) = strptime(text, "%Y-%m") {
        let found = super::dates::date(start.div_euclid(DAY));
        let month = if found.month == 12 {
            Date { year: found.year + 1, month: 1, day: 1 }
        } else {
            Date { month: found.month + 1, ..found }
        };
        return Some((start, days(month)? * DAY, "month"));
    }
    let start = strptime(text, "%Y")?;
    let year = super::dates::date(start.div_euclid(DAY)).year + 1;
    Some((start, days(Date { year, month: 1, day: 1 })? * DAY, "year"))
}

/// A duration in words and digits: `1 days 02:00:00`, `90min`, `1h 30m`; [`NAT`] for a missing one.
pub fn duration(text: &str) -> Option<i64> {
    let text = text.trim();
    if MISSING.contains(&text) {
        return Some(NAT);
    }
    let (sign, mut rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest.trim_start()),
        None => (1, text),
    };
    let mut total = 0_i64;
    let mut found = false;
    while !rest.is_empty() {
        let end =
            rest.find(|one: char| !(one.is_ascii_digit() || one == '.' || one == ':')).unwrap_or(rest.len());
        let (number, after) = rest.split_at(end);
        if number.is_empty() {
            return None;
        }
        if number.contains(':') {
            total = total.checked_add(clock(number)?)?;
            rest = after.trim_start();
        } else {
            let after = after.trim_start();
            let end = after.find(|one: char| !one.is_alphabetic()).unwrap_or(after.len());
            let (unit, after) = after.split_at(end);
            total = total.checked_add((number.parse::<f64>().ok()? * unit_of(unit)? as f64).round() as i64)?;
            rest = after.trim_start().trim_start_matches([',', '+']).trim_start();
        }
        found = true;
    }
    found.then_some(sign * total)
}

fn clock(text: &str) -> Option<i64> {
    let mut parts = text.split(':');
    let (hours, minutes) = (parts.next()?.parse::<i64>().ok()?, parts.next()?.parse::<i64>().ok()?);
    let seconds = parts.next().map_or(Some(0.0), |seconds| seconds.parse::<f64>().ok())?;
    Some(
        (hours.checked_mul(3_600)? + minutes.checked_mul(60)?).checked_mul(SECOND)?
            + (seconds * SECOND as f64).round() as i64,
    )
}

fn unit_of(name: &str) -> Option<i64> {
    Some(match name {
        "W" | "w" | "week" | "weeks" => 7 * DAY,
        "D" | "d" | "day" | "days" => DAY,
        "h" | "hr" | "hrs" | "hour" | "hours" => 3_600 * SECOND,
        "m" | "min" | "mins" | "minute" | "minutes" => 60 * SECOND,
        "s" | "sec" | "secs" | "second" | "seconds" => SECOND,
        "ms" | "milli" | "millis" | "millisecond" | "milliseconds" => 1_000,
        "us" | "micro" | "micros" | "microsecond" | "microseconds" => 1,
        _ => return None,
    })
}
