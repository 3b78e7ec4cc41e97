//! Numbers, times and sizes as people read them. Pure: the language and the zone come in.

/// A measured number: four significant digits, more for whole ones.
pub fn number(value: f64) -> String {
    if value.is_nan() {
        return "NaN".into();
    }
    if value.is_infinite() {
        return if value > 0.0 { "∞".into() } else { "−∞".into() };
    }
    if value == value.trunc() && value.abs() < 1e9 {
        return grouped(value);
    }
    let magnitude = value.abs();
    if (1e-4..1e6).contains(&magnitude) {
        let decimals = if magnitude >= 1000.0 {
            1
        } else if magnitude >= 100.0 {
            2
        } else if magnitude >= 10.0 {
            3
        } else {
            4
        };
        minus(format!("{value:.decimals$}"))
    } else {
        minus(format!("{value:.3e}"))
    }
}

/// A count with thin groups of three: `12,345`.
pub fn count(value: u64) -> String {
    let digits = value.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn grouped(value: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let digits = count(value.abs() as u64);
    if value < 0.0 { format!("−{digits}") } else { digits }
}

/// The typographic minus, which is as wide as a digit.
fn minus(text: String) -> String {
    text.replacen('-', "−", 1)
}

/// A size in megabytes without its unit, for `3.2 of 20.7 MB`.
#[expect(clippy::cast_precision_loss)]
pub fn megabytes(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / 1e6)
}

/// A size in bytes, in steps of 1,000.
pub fn bytes(size: f64) -> String {
    let units = ["B", "kB", "MB", "GB"];
    let mut scaled = size;
    let mut unit = 0;
    while scaled >= 1000.0 && unit + 1 < units.len() {
        scaled /= 1000.0;
        unit += 1;
    }
    let name = units.get(unit).copied().unwrap_or("B");
    if unit == 0 { format!("{scaled:.0} {name}") } else { format!("{scaled:.1} {name}") }
}

/// A civil date from days since 1970-01-01 (Howard Hinnant's `civil_from_days`).
pub fn civil(days: i64) -> (i64, u32, u32) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_index = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_index + 2) / 5 + 1;
    let month = if month_index < 10 { month_index + 3 } else { month_index - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, u32::try_from(month).unwrap_or(1), u32::try_from(day).unwrap_or(1))
}

/// A moment to the second in the visitor's zone: `minutes_east` of Greenwich.
pub fn moment(millis: i64, minutes_east: i64) -> String {
    let seconds = millis.div_euclid(1000) + minutes_east * 60;
    let (year, month, day) = civil(seconds.div_euclid(86_400));
    let of_day = seconds.rem_euclid(86_400);
    let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
    format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        for (value, expected) in [
            (0.0, "0"),
            (1.0, "1"),
            (-12_345.0, "−12,345"),
            (0.973_333, "0.9733"),
            (-0.5, "−0.5000"),
            (12.345_67, "12.346"),
            (123.456, "123.46"),
            (54_321.98, "54322.0"),
            (0.000_012_3, "1.230e−5"),
            (f64::NAN, "NaN"),
            (f64::INFINITY, "∞"),
        ] {
            assert_eq!(number(value), expected, "{value}");
        }
        assert_eq!(count(1_234_567), "1,234,567");
        assert_eq!(bytes(999.0), "999 B");
        assert_eq!(bytes(1_500_000.0), "1.5 MB");
    }

    #[test]
    fn moments_are_civil() {
        assert_eq!(moment(0, 0), "1970-01-01 00:00:00");
        assert_eq!(moment(1_761_004_800_000, 9 * 60), "2025-10-21 09:00:00");
        assert_eq!(civil(-1), (1969, 12, 31));
        assert_eq!(civil(11_016), (2000, 2, 29));
    }
}
