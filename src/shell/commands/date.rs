//! `date`: the virtual time, in UTC.

use crate::base::time::Timestamp;
use crate::shell::call::Call;
use crate::shell::options::Known;
use crate::shell::stop::Stop;
use time::{Date, Duration, Month, OffsetDateTime, PrimitiveDateTime, Time};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// `date [-u] [-d time] [-r file] [-I[what]] [+format]`
pub fn date(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    // `-I` takes what is written at once behind it, and no argument of its own.
    let arguments: Vec<String> = call
        .arguments
        .iter()
        .map(|argument| match argument.strip_prefix("-I").or_else(|| argument.strip_prefix("--iso-8601")) {
            Some(what) => format!("--iso={}", what.trim_start_matches('=')),
            None => argument.clone(),
        })
        .collect();
    let known = Known::new(
        "d:r:uR",
        &[
            ("date", "d"),
            ("reference", "r"),
            ("utc", "u"),
            ("universal", "u"),
            ("rfc-email", "R"),
            ("iso", "I:"),
        ],
    );
    let options = Call::new(call.shell, call.system, call.name, &arguments).options(known)?;
    let now = call.system.now;
    let time = if let Some(text) = options.value('d') {
        match read(text, now) {
            Some(time) => time,
            None => return call.fail(1, format!("invalid date ‘{text}’")),
        }
    } else if let Some(file) = options.value('r') {
        match call.system.files.modified(&call.path(file)) {
            Ok(time) => time,
            Err(error) => return call.fail(1, format!("{file}: {error}")),
        }
    } else {
        now
    };
    let given = options.operands.first().and_then(|operand| operand.strip_prefix('+'));
    if let Some(operand) = options.operands.first().filter(|_| given.is_none()) {
        return call.fail(1, format!("invalid date ‘{operand}’"));
    }
    let pattern = match (given, options.value('I'), options.has('R')) {
        (Some(pattern), ..) => pattern,
        (None, Some("" | "date"), _) => "%Y-%m-%d",
        (None, Some("hours"), _) => "%Y-%m-%dT%H%:z",
        (None, Some("minutes"), _) => "%Y-%m-%dT%H:%M%:z",
        (None, Some("seconds"), _) => "%Y-%m-%dT%H:%M:%S%:z",
        (None, Some("ns"), _) => "%Y-%m-%dT%H:%M:%S,%N%:z",
        (None, Some(other), _) => {
            return call.fail(1, format!("invalid argument ‘{other}’ for ‘--iso-8601’"));
        }
        (None, None, true) => "%a, %d %b %Y %H:%M:%S %z",
        (None, None, false) => "%a %b %e %H:%M:%S %Z %Y",
    };
    let text = format(time, pattern);
    call.line(text)?;
    Ok(0)
}

/// A moment as a calendar has it.
fn calendar(time: Timestamp) -> OffsetDateTime {
    let nanoseconds = i128::from(time.0) * 1_000_000;
    OffsetDateTime::from_unix_timestamp_nanos(nanoseconds).unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

/// A moment by the letters of `strftime`.
pub(super) fn format(time: Timestamp, pattern: &str) -> String {
    let moment = calendar(time);
    let mut output = String::new();
    let mut characters = pattern.chars().peekable();
    while let Some(character) = characters.next() {
        if character != '%' {
            output.push(character);
            continue;
        }
        let pad = characters.next_if(|flag| matches!(flag, '-' | '_' | '0' | '^' | '#'));
        let mut width = String::new();
        while let Some(digit) = characters.next_if(char::is_ascii_digit) {
            width.push(digit);
        }
        let mut colons = 0;
        while characters.next_if_eq(&':').is_some() {
            colons += 1;
        }
        let Some(letter) = characters.next() else {
            output.push('%');
            break;
        };
        let number = |value: i64, wide: usize, fill: char| {
            let fill = match pad {
                Some('-') => return value.to_string(),
                Some('_') => ' ',
                Some('0') => '0',
                _ => fill,
            };
            let wide = width.parse().unwrap_or(wide).min(64);
            if fill == ' ' { format!("{value:>wide$}") } else { format!("{value:0>wide$}") }
        };
        let month = u8::from(moment.month());
        let weekday = moment.weekday().number_days_from_sunday();
        let (year, day) = (i64::from(moment.year()), i64::from(moment.day()));
        let hour = i64::from(moment.hour());
        let hour12 = if hour % 12 == 0 { 12 } else { hour % 12 };
        let text = match letter {
            'Y' => number(year, 4, '0'),
            'y' => number(year.rem_euclid(100), 2, '0'),
            'C' => number(year.div_euclid(100), 2, '0'),
            'm' => number(i64::from(month), 2, '0'),
            'd' => number(day, 2, '0'),
            'e' => number(day, 2, ' '),
            'H' => number(hour, 2, '0'),
            'k' => number(hour, 2, ' '),
            'I' => number(hour12, 2, '0'),
            'l' => number(hour12, 2, ' '),
            'M' => number(i64::from(moment.minute()), 2, '0'),
            'S' => number(i64::from(moment.second()), 2, '0'),
            'N' => {
                let digits = format!("{:09}", moment.nanosecond());
                digits[..width.parse().unwrap_or(9).clamp(1, 9)].to_owned()
            }
            's' => number(moment.unix_timestamp(), 1, '0'),
            'j' => number(i64::from(moment.ordinal()), 3, '0'),
            'u' => moment.weekday().number_from_monday().to_string(),
            'w' => weekday.to_string(),
            'U' => number(i64::from(moment.sunday_based_week()), 2, '0'),
            'W' => number(i64::from(moment.monday_based_week()), 2, '0'),
            'V' => number(i64::from(moment.iso_week()), 2, '0'),
            'G' => number(i64::from(moment.to_iso_week_date().0), 4, '0'),
            'a' => DAYS[usize::from(weekday)][..3].to_owned(),
            'A' => DAYS[usize::from(weekday)].to_owned(),
            'b' | 'h' => MONTHS[usize::from(month) - 1][..3].to_owned(),
            'B' => MONTHS[usize::from(month) - 1].to_owned(),
            'p' => if hour < 12 { "AM" } else { "PM" }.to_owned(),
            'P' => if hour < 12 { "am" } else { "pm" }.to_owned(),
            'F' => format(time, "%Y-%m-%d"),
            'T' | 'X' => format(time, "%H:%M:%S"),
            'R' => format(time, "%H:%M"),
            'r' => format(time, "%I:%M:%S %p"),
            'D' | 'x' => format(time, "%m/%d/%y"),
            'c' => format(time, "%a %b %e %H:%M:%S %Y"),
            'Z' => "UTC".to_owned(),
            'z' => ["+0000", "+00:00", "+00:00:00", "+00"][colons.min(3)].to_owned(),
            'n' => "\n".to_owned(),
            't' => "\t".to_owned(),
            '%' => "%".to_owned(),
            other => format!("%{other}"),
        };
        if pad == Some('^') { output.push_str(&text.to_uppercase()) } else { output.push_str(&text) }
    }
    output
}

/// A time as `ls -l` shows it.
pub(super) fn listed(time: Timestamp, now: Timestamp) -> String {
    const HALF_A_YEAR: i64 = 31_556_952_000 / 2;
    let recent = time <= now && now.0 - time.0 < HALF_A_YEAR;
    format(time, if recent { "%b %e %H:%M" } else { "%b %e  %Y" })
}

/// A moment as people write it: `2024-01-31 12:00`, `@0`, `yesterday`, `2 days ago`, `2024-01-01 +3 weeks`.
pub(super) fn read(text: &str, now: Timestamp) -> Option<Timestamp> {
    if let Some(seconds) = text.trim().strip_prefix('@') {
        let seconds: f64 = seconds.parse().ok()?;
        return Some(Timestamp((seconds * 1000.0) as i64));
    }
    let present = calendar(now);
    let mut day = present.date();
    let mut clock = present.time();
    let mut offset = 0;
    let mut shifts: Vec<(i64, String)> = Vec::new();
    let text = text.replace(',', " ");
    let mut words = text.split_whitespace().map(str::to_owned).peekable();
    while let Some(word) = words.next() {
        let lower = word.to_lowercase();
        match lower.as_str() {
            "now" | "utc" | "z" | "gmt" => {}
            "today" => {}
            "yesterday" => shifts.push((-1, "day".into())),
            "tomorrow" => shifts.push((1, "day".into())),
            "noon" => clock = Time::from_hms(12, 0, 0).ok()?,
            "midnight" => clock = Time::MIDNIGHT,
            "next" | "last" => {
                let unit = words.next()?;
                shifts.push((if lower == "next" { 1 } else { -1 }, unit));
            }
            "ago" => shifts.last_mut()?.0 *= -1,
            _ => {
                if let Some((date, rest)) = date_part(&lower) {
                    (day, clock) = (date, Time::MIDNIGHT);
                    if !rest.is_empty() {
                        (clock, offset) = clock_part(rest)?;
                    }
                } else if lower.contains(':') {
                    (clock, offset) = clock_part(&lower)?;
                } else if let Ok(count) = lower.trim_start_matches('+').parse::<i64>() {
                    let unit = words.next()?;
                    shifts.push((count, unit));
                } else if let Some(split) = lower.find(|c: char| c.is_ascii_alphabetic()).filter(|at| *at > 0)
                {
                    shifts.push((
                        lower[..split].trim_start_matches('+').parse().ok()?,
                        lower[split..].to_owned(),
                    ));
                } else if let Some(month) = month_named(&lower) {
                    let number: u8 = words.next()?.parse().ok()?;
                    let year = match words.peek().and_then(|word| word.parse::<i32>().ok()) {
                        Some(year) if year > 31 => {
                            words.next();
                            year
                        }
                        _ => day.year(),
                    };
                    (day, clock) = (Date::from_calendar_date(year, month, number).ok()?, Time::MIDNIGHT);
                } else if !DAYS.iter().any(|name| name.to_lowercase().starts_with(&lower) && lower.len() >= 3)
                {
                    return None;
                }
            }
        }
    }
    let mut moment = PrimitiveDateTime::new(day, clock);
    for (count, unit) in shifts {
        moment = shifted(moment, count, unit.trim_end_matches('s'))?;
    }
    let moment = moment.assume_utc() - Duration::minutes(offset);
    Some(Timestamp(i64::try_from(moment.unix_timestamp_nanos() / 1_000_000).ok()?))
}

/// `2024-01-31`, perhaps with a time behind a `t`; `20240131`; `01/31/2024`.
fn date_part(text: &str) -> Option<(Date, &str)> {
    let (date, rest) = match text.find('t') {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (text, ""),
    };
    let parts: Vec<&str> = date.split(['-', '/']).collect();
    let (year, month, day) = match parts.as_slice() {
        [year, month, day] if date.contains('-') && year.len() == 4 => (*year, *month, *day),
        [month, day, year] if date.contains('/') && year.len() == 4 => (*year, *month, *day),
        [year, month, day] if date.contains('/') && year.len() == 4 => (*year, *month, *day),
        [only] if only.len() == 8 && only.chars().all(|digit| digit.is_ascii_digit()) => {
            (&only[..4], &only[4..6], &only[6..])
        }
        _ => return None,
    };
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    Some((Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok()?, rest))
}

/// `12:30:15.5+09:00`: the time, and how many minutes it is ahead of UTC.
fn clock_part(text: &str) -> Option<(Time, i64)> {
    let text = text.trim_end_matches('z');
    let (clock, offset) = match text.find(['+', '-']) {
        Some(at) => {
            let digits: String = text[at + 1..].chars().filter(char::is_ascii_digit).collect();
            let (hours, minutes) = digits.split_at_checked(2)?;
            let total = hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().unwrap_or(0);
            (&text[..at], if text[at..].starts_with('-') { -total } else { total })
        }
        None => (text, 0),
    };
    let mut parts = clock.split(':');
    let hour = parts.next()?.parse().ok()?;
    let minute = parts.next()?.parse().ok()?;
    let seconds: f64 = parts.next().unwrap_or("0").parse().ok()?;
    let time = Time::from_hms_milli(hour, minute, seconds as u8, ((seconds.fract() * 1000.0).round()) as u16)
        .ok()?;
    Some((time, offset))
}

fn month_named(word: &str) -> Option<Month> {
    let at = MONTHS.iter().position(|name| word.len() >= 3 && name.to_lowercase().starts_with(word))?;
    Month::try_from(at as u8 + 1).ok()
}

fn shifted(moment: PrimitiveDateTime, count: i64, unit: &str) -> Option<PrimitiveDateTime> {
    let length = match unit {
        "second" | "sec" => Duration::seconds(count),
        "minute" | "min" => Duration::minutes(count),
        "hour" => Duration::hours(count),
        "day" => Duration::days(count),
        "week" => Duration::weeks(count),
        "fortnight" => Duration::weeks(count.checked_mul(2)?),
        "month" | "year" => {
            let months = if unit == "year" { count.checked_mul(12)? } else { count };
            let index = i64::from(moment.year()) * 12 + i64::from(u8::from(moment.month())) - 1 + months;
            let (year, month) = (index.div_euclid(12) as i32, index.rem_euclid(12) as u8 + 1);
            let first = Date::from_calendar_date(year, Month::try_from(month).ok()?, 1).ok()?;
            // The 31st of a shorter month lies in the next one, as in GNU's reckoning.
            let date = first.checked_add(Duration::days(i64::from(moment.day()) - 1))?;
            return Some(moment.replace_date(date));
        }
        _ => return None,
    };
    moment.checked_add(length)
}
