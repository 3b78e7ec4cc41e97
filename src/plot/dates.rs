//! Ticks of an axis of dates, its values days since 1970.

use super::axis::Ticks;
use crate::base::date::Day;

/// A unit of time, how many of it ticks may be apart, and how many ticks there may be.
struct Unit {
    days: f64,
    steps: &'static [i32],
    most: f64,
    format: Format,
}

#[derive(Clone, Copy, PartialEq)]
enum Format {
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
}

const UNITS: [Unit; 6] = [
    Unit {
        days: 365.2425,
        steps: &[1, 2, 4, 5, 10, 20, 40, 50, 100, 200, 400, 500, 1000],
        most: 11.0,
        format: Format::Year,
    },
    Unit { days: 30.436_875, steps: &[1, 2, 3, 4, 6], most: 12.0, format: Format::Month },
    Unit { days: 1.0, steps: &[1, 2, 4, 7, 14], most: 11.0, format: Format::Day },
    Unit { days: 1.0 / 24.0, steps: &[1, 2, 3, 4, 6, 12], most: 12.0, format: Format::Hour },
    Unit { days: 1.0 / 1440.0, steps: &[1, 5, 10, 15, 30], most: 11.0, format: Format::Minute },
    Unit { days: 1.0 / 86400.0, steps: &[1, 5, 10, 15, 30], most: 11.0, format: Format::Second },
];
/// At least so many of a unit fit between the limits, or a smaller one is taken.
const LEAST: f64 = 5.0;

/// The ticks between `low` and `high`.
pub fn ticks(low: f64, high: f64) -> Ticks {
    let span = high - low;
    if !span.is_finite() || low.abs().max(high.abs()) > 3e6 {
        return Ticks::default();
    }
    let unit = UNITS.iter().find(|unit| (span / unit.days).floor() >= LEAST);
    let Some(unit) = unit.or(UNITS.last()) else { return Ticks::default() };
    let fits = |step: &&i32| span / unit.days <= f64::from(**step) * (unit.most - 1.0);
    let step = unit.steps.iter().find(fits).or(unit.steps.last()).copied().unwrap_or(1);
    let at = match unit.format {
        Format::Year => years(low, high, step),
        Format::Month => months(low, high, step),
        Format::Day if step > 1 => of_month(low, high, step),
        _ => even(low, high, unit.days * f64::from(step)),
    };
    let names = at.iter().map(|day| name(*day, unit.format)).collect();
    Ticks { at, names, ..Ticks::default() }
}

/// Given ticks with names as exact as they need.
pub fn named(at: Vec<f64>) -> Ticks {
    let whole = at.iter().all(|day| day.fract() == 0.0);
    let names = at.iter().map(|day| name(*day, if whole { Format::Day } else { Format::Minute })).collect();
    Ticks { at, names, ..Ticks::default() }
}

/// Years, one more than are seen at either end.
fn years(low: f64, high: f64, step: i32) -> Vec<f64> {
    let year = |at: f64| civil(at.floor() as i32).0;
    let (first, last) = (year(low).div_euclid(step), (year(high) + step - 1).div_euclid(step));
    let days = (first..=last).filter_map(|year| Day::of_month(year * step * 12));
    days.map(|day| f64::from(day.0)).collect()
}

fn months(low: f64, high: f64, step: i32) -> Vec<f64> {
    let month = |at: f64| Day(at.floor() as i32).month();
    let (Some(first), Some(last)) = (month(low), month(high)) else { return Vec::new() };
    let start = first.div_euclid(step) * step;
    let days = (start..=last).step_by(step.max(1) as usize).filter_map(Day::of_month);
    days.map(|day| f64::from(day.0)).filter(|day| (low..=high).contains(day)).collect()
}

/// Days of the month that are `step` apart, beginning with the first.
fn of_month(low: f64, high: f64, step: i32) -> Vec<f64> {
    let last = match step {
        14 => 15,
        7 => 22,
        _ => 29,
    };
    let chosen = |day: &i32| {
        let first = Day(*day).month().and_then(Day::of_month);
        first.is_some_and(|first| {
            let number = day - first.0;
            number % step == 0 && number < last
        })
    };
    ((low.ceil() as i32)..=(high.floor() as i32)).filter(chosen).map(f64::from).collect()
}

fn even(low: f64, high: f64, step: f64) -> Vec<f64> {
    let first = (low / step - 1e-9).ceil() as i64;
    let last = (high / step + 1e-9).floor() as i64;
    (first..=last.min(first + 1000)).map(|index| index as f64 * step).collect()
}

/// The year, month and day of a day.
fn civil(day: i32) -> (i32, i32, i32) {
    let month = Day(day).month().unwrap_or(0);
    let first = Day::of_month(month).map_or(day, |first| first.0);
    (month.div_euclid(12), month.rem_euclid(12) + 1, day - first + 1)
}

fn name(at: f64, format: Format) -> String {
    let seconds = (at.rem_euclid(1.0) * 86400.0).round() as u32;
    let (whole, seconds) =
        if seconds == 86400 { (at.floor() as i32 + 1, 0) } else { (at.floor() as i32, seconds) };
    let (year, month, day) = civil(whole);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match format {
        Format::Year => format!("{year:04}"),
        Format::Month => format!("{year:04}-{month:02}"),
        Format::Day => format!("{year:04}-{month:02}-{day:02}"),
        Format::Hour => format!("{month:02}-{day:02} {hour:02}"),
        Format::Minute => format!("{day:02} {hour:02}:{minute:02}"),
        Format::Second => format!("{hour:02}:{minute:02}:{second:02}"),
    }
}
