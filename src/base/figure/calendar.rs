//! Ticks of an axis of dates: at the beginnings of days, weeks, months and years, written as precisely as the step
//! needs. Dates in the order of ISO 8601 read alike in Japanese and English.

use super::Range;
use crate::base::date::Day;

/// The first Monday, in days since 1970-01-01: where weeks are counted from.
const MONDAY: f64 = 4.0;
/// Months of steps that are not whole years.
const MONTHS: [i32; 4] = [1, 2, 3, 6];

/// A distance between ticks.
#[derive(Clone, Copy)]
enum Step {
    /// So many days; seven begin on Mondays.
    Days(f64),
    /// So many months from January of the year 0 on.
    Months(i32),
}

impl Step {
    /// All steps, rising: days, weeks, months, years in steps of 1, 2 and 5 times a power of ten.
    fn all() -> impl Iterator<Item = Self> {
        let years = (0..4).flat_map(|power| [1, 2, 5].map(|count| count * 10_i32.pow(power) * 12));
        [1.0, 2.0, 7.0, 14.0]
            .into_iter()
            .map(Self::Days)
            .chain(MONTHS.into_iter().chain(years).map(Self::Months))
    }

    /// The ticks in `range`, at most one more than `most`.
    fn ticks(self, range: Range, most: usize) -> Vec<(f64, String)> {
        let within = |tick: &(f64, String)| tick.0 <= range.high;
        match self {
            Self::Days(size) => {
                let origin = if size < 7.0 { 0.0 } else { MONDAY };
                let first = ((range.low - origin) / size).ceil();
                let tick = |index: usize| {
                    let day = (first + index as f64) * size + origin;
                    (day, Day(day as i32).to_string())
                };
                (0..=most).map(tick).take_while(within).collect()
            }
            Self::Months(size) => {
                let Some(before) = Day(range.low.floor() as i32).month() else { return Vec::new() };
                let first = before.div_euclid(size) * size;
                let tick = |index: usize| {
                    let month = first + i32::try_from(index).ok()? * size;
                    let text = Day::of_month(month)?.to_string();
                    let shown = if size % 12 == 0 { 4 } else { 7 };
                    Some((f64::from(Day::of_month(month)?.0), text.get(..shown)?.to_owned()))
                };
                // The first one may lie before the range.
                let ticks = (0..=most + 1).map_while(tick).take_while(within);
                ticks.filter(|tick| tick.0 >= range.low).collect()
            }
        }
    }
}

/// At most `at_most` (two or more) dates in `range`, which counts in days since 1970-01-01, with their texts.
pub fn ticks(range: Range, at_most: usize) -> Vec<(f64, String)> {
    let most = at_most.max(2);
    let found = Step::all().map(|step| step.ticks(range, most)).find(|ticks| ticks.len() <= most);
    found.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(first: &str, last: &str, at_most: usize, expected: &[&str]) {
        let day = |text: &str| f64::from(Day::parse(text).unwrap_or(Day(0)).0);
        let found = ticks(Range { low: day(first), high: day(last) }, at_most);
        assert_eq!(found.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>(), expected);
        for (at, text) in found {
            let start = format!("{text}{}", &"0000-01-01"[text.len()..]);
            assert_eq!(Day(at as i32).to_string(), start);
        }
    }

    #[test]
    fn ticks_stand_at_beginnings() {
        check("2012-01-30", "2012-02-02", 4, &["2012-01-30", "2012-01-31", "2012-02-01", "2012-02-02"]);
        // Mondays.
        check(
            "2012-01-01",
            "2012-01-31",
            5,
            &["2012-01-02", "2012-01-09", "2012-01-16", "2012-01-23", "2012-01-30"],
        );
        check("2012-01-01", "2012-05-31", 5, &["2012-01", "2012-02", "2012-03", "2012-04", "2012-05"]);
        check("2011-12-02", "2012-12-31", 5, &["2012-01", "2012-04", "2012-07", "2012-10"]);
        check("2012-01-01", "2015-12-31", 5, &["2012", "2013", "2014", "2015"]);
        check("2012-01-01", "2015-12-31", 3, &["2012", "2014"]);
        check("1969-06-01", "1970-03-01", 4, &["1969-07", "1969-10", "1970-01"]);
        check("0001-01-01", "9999-12-31", 4, &["2000", "4000", "6000", "8000"]);
    }

    #[test]
    fn one_day_and_what_is_no_date() {
        assert_eq!(ticks(Range { low: 15339.5, high: 15340.5 }, 5), [(15340.0, "2012-01-01".to_owned())]);
        for range in [Range { low: -1e300, high: 1e300 }, Range { low: 1e12, high: 2e12 }] {
            assert!(ticks(range, 5).len() <= 5, "{range:?}");
        }
    }
}
