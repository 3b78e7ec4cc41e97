//! Moments and durations as text.

use super::dates::{DAY, Date, NAT, SECOND, date, day_of_year, iso_week, weekday};
use std::fmt::Write;

/// The names of the months.
pub const MONTHS: [&str; 12] = [
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
/// The names of the days of the week.
pub const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn known(values: &[i64]) -> impl Iterator<Item = i64> + '_ {
    values.iter().copied().filter(|value| *value != NAT)
}

/// The digits behind the seconds that all of them need: none, three or six.
fn digits(values: &[i64]) -> usize {
    if known(values).all(|value| value % SECOND == 0) {
        0
    } else if known(values).all(|value| value % 1_000 == 0) {
        3
    } else {
        6
    }
}

fn fraction(value: i64, digits: usize) -> String {
    let micros = format!(".{:06}", value.rem_euclid(SECOND));
    if digits == 0 { String::new() } else { micros.chars().take(digits + 1).collect() }
}

fn clock(of_day: i64) -> String {
    let seconds = of_day / SECOND;
    format!("{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// Moments as pandas prints a column of them: without the time of day where none has one.
pub fn moments(values: &[i64]) -> Vec<String> {
    let days_only = known(values).all(|value| value % DAY == 0);
    let digits = digits(values);
    let show = |value: &i64| {
        if *value == NAT {
            return "NaT".to_owned();
        }
        let Date { year, month, day } = date(value.div_euclid(DAY));
        let head = format!("{year:04}-{month:02}-{day:02}");
        if days_only {
            return head;
        }
        format!("{head} {}{}", clock(value.rem_euclid(DAY)), fraction(*value, digits))
    };
    values.iter().map(show).collect()
}

/// Durations as pandas prints a column of them.
pub fn durations(values: &[i64]) -> Vec<String> {
    let days_only = known(values).all(|value| value % DAY == 0);
    let digits = if digits(values) == 0 { 0 } else { 6 };
    let show = |value: &i64| {
        if *value == NAT {
            return "NaT".to_owned();
        }
        let days = value.div_euclid(DAY);
        if days_only {
            return format!("{days} days");
        }
        let sign = if days < 0 { "+" } else { "" };
        format!("{days} days {sign}{}{}", clock(value.rem_euclid(DAY)), fraction(*value, digits))
    };
    values.iter().map(show).collect()
}

/// A moment as `strftime` writes it; a directive that is not known stays as it is.
pub fn strftime(moment: i64, format: &str) -> String {
    let days = moment.div_euclid(DAY);
    let Date { year, month, day } = date(days);
    let seconds = moment.rem_euclid(DAY) / SECOND;
    let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    let name = |names: &[&'static str], place: i64| {
        usize::try_from(place).ok().and_then(|place| names.get(place)).copied().unwrap_or("")
    };
    let short = |text: &str| text.chars().take(3).collect::<String>();
    let half_day = if hour % 12 == 0 { 12 } else { hour % 12 };
    let mut text = String::new();
    let mut marks = format.chars();
    while let Some(mark) = marks.next() {
        if mark != '%' {
            text.push(mark);
            continue;
        }
        let Some(directive) = marks.next() else {
            text.push('%');
            break;
        };
        let _ = match directive {
            'Y' => write!(text, "{year:04}"),
            'y' => write!(text, "{:02}", year % 100),
            'm' => write!(text, "{month:02}"),
            'd' => write!(text, "{day:02}"),
            'e' => write!(text, "{day:2}"),
            'H' => write!(text, "{hour:02}"),
            'I' => write!(text, "{half_day:02}"),
            'M' => write!(text, "{minute:02}"),
            'S' => write!(text, "{second:02}"),
            'f' => write!(text, "{:06}", moment.rem_euclid(SECOND)),
            'p' => write!(text, "{}", if hour < 12 { "AM" } else { "PM" }),
            'B' => write!(text, "{}", name(&MONTHS, month - 1)),
            'b' | 'h' => write!(text, "{}", short(name(&MONTHS, month - 1))),
            'A' => write!(text, "{}", name(&WEEKDAYS, weekday(days))),
            'a' => write!(text, "{}", short(name(&WEEKDAYS, weekday(days)))),
            'j' => write!(text, "{:03}", day_of_year(days)),
            'w' => write!(text, "{}", (weekday(days) + 1) % 7),
            'u' => write!(text, "{}", weekday(days) + 1),
            'V' => write!(text, "{:02}", iso_week(days).1),
            'G' => write!(text, "{:04}", iso_week(days).0),
            'U' => write!(text, "{:02}", (day_of_year(days) + 6 - (weekday(days) + 1) % 7) / 7),
            'W' => write!(text, "{:02}", (day_of_year(days) + 6 - weekday(days)) / 7),
            'F' => write!(text, "{year:04}-{month:02}-{day:02}"),
            'T' => write!(text, "{}", clock(moment.rem_euclid(DAY))),
            'D' => write!(text, "{month:02}/{day:02}/{:02}", year % 100),
            'R' => write!(text, "{hour:02}:{minute:02}"),
            '%' => write!(text, "%"),
            'z' | 'Z' => Ok(()),
            other => write!(text, "%{other}"),
        };
    }
    text
}
