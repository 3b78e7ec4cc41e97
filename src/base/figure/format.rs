//! Numbers as text: ticks of one axis in one form, single values with the digits that matter. Knows no
//! language; thousands are grouped by commas, which Japanese and English share.

/// The texts of the ticks of a linear axis that stand `step` apart: all with the same digits, so that they
/// align. From 10,000 on in k, M, G, T; the very large and the very small in powers of ten.
pub fn ticks(values: &[f64], step: f64) -> Vec<String> {
    let largest = values.iter().fold(0.0f64, |largest, value| largest.max(value.abs()));
    let step = match (step > 0.0, largest > 0.0) {
        (true, _) => step,
        (false, true) => largest,
        (false, false) => 1.0,
    };
    let one = |value: &f64, unit: f64, suffix: &str| {
        if *value == 0.0 && !suffix.is_empty() {
            return "0".to_string();
        }
        signed(*value, &format!("{:.*}{suffix}", decimals(step / unit), value.abs() / unit))
    };
    if largest >= 1e15 || step < 1e-5 {
        return values.iter().map(|value| scientific(*value, 2)).collect();
    }
    for (unit, suffix) in [(1e12_f64, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")] {
        if largest >= unit.max(1e4) && decimals(step / unit) <= 2 {
            return values.iter().map(|value| one(value, unit, suffix)).collect();
        }
    }
    values.iter().map(|value| one(value, 1.0, "")).map(|text| grouped(&text)).collect()
}

/// The texts of the ticks of a logarithmic axis: 0.01, 1, 500; all as 1e-5 when one of them must be.
pub fn log_ticks(values: &[f64]) -> Vec<String> {
    let plain = values.iter().all(|value| (1e-3..1e6).contains(value));
    let one = |value: &f64| match plain || *value == 1.0 || *value == 10.0 {
        true => self::value(*value, 4),
        false => scientific(*value, 2),
    };
    values.iter().map(one).collect()
}

/// One value with at most `digits` significant digits, whole numbers in full: 12,480, 0.9123, 3.2e-7.
pub fn value(value: f64, digits: usize) -> String {
    if value.is_nan() {
        return "NaN".to_string();
    }
    if value.is_infinite() {
        return signed(value, "∞");
    }
    let size = value.abs();
    if size == 0.0 {
        return "0".to_string();
    }
    if size < 1e15 && value.fract() == 0.0 {
        return grouped(&signed(value, &format!("{size:.0}")));
    }
    if !(1e-4..1e15).contains(&size) {
        return scientific(value, digits.saturating_sub(1));
    }
    let before = (size.log10().floor() as i32 + 1).max(if size < 1.0 { i32::MIN } else { 1 });
    let after = (digits as i32 - before).clamp(0, 17) as usize;
    grouped(&signed(value, &trimmed(&format!("{size:.after$}"))))
}

/// How many digits after the point tell multiples of `step` apart.
fn decimals(step: f64) -> usize {
    (0..17)
        .find(|digits| {
            let shifted = step * 10f64.powi(*digits);
            (shifted - shifted.round()).abs() < 1e-6 * shifted.max(1.0) && shifted.round() >= 1.0
        })
        .unwrap_or(17) as usize
}

/// `1.5e-5` with at most `digits` digits after the point.
fn scientific(value: f64, digits: usize) -> String {
    if value == 0.0 {
        return "0".to_string();
    }
    let text = format!("{:.digits$e}", value.abs());
    match text.split_once('e') {
        Some((mantissa, exponent)) => signed(value, &format!("{}e{}", trimmed(mantissa), exponent)),
        None => text,
    }
}

fn signed(value: f64, size: &str) -> String {
    // A minus as wide as the digits, so that columns of numbers align.
    let shown = size.chars().any(|digit| digit != '0' && digit != '.');
    if value < 0.0 && shown { format!("−{size}") } else { size.to_string() }
}

fn trimmed(text: &str) -> String {
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_string()
    } else {
        text.to_string()
    }
}

fn grouped(text: &str) -> String {
    let (sign, number) = match text.strip_prefix('−') {
        Some(rest) => ("−", rest),
        None => ("", text),
    };
    let (whole, rest) = number.find('.').map_or((number, ""), |point| number.split_at(point));
    if whole.len() <= 3 || !whole.bytes().all(|digit| digit.is_ascii_digit()) {
        return text.to_string();
    }
    let mut out = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_ticks(values: &[f64], step: f64, expected: &[&str]) {
        assert_eq!(ticks(values, step), expected);
    }

    #[test]
    fn ticks_of_an_axis_have_the_same_digits() {
        check_ticks(&[0.0, 0.5, 1.0], 0.5, &["0.0", "0.5", "1.0"]);
        check_ticks(&[0.9, 0.92, 0.94], 0.02, &["0.90", "0.92", "0.94"]);
        check_ticks(&[0.0, 50.0, 100.0], 50.0, &["0", "50", "100"]);
        check_ticks(&[-10.0, 0.0, 10.0], 10.0, &["−10", "0", "10"]);
        check_ticks(&[0.0, 2000.0, 4000.0], 2000.0, &["0", "2,000", "4,000"]);
        check_ticks(&[0.0, 5000.0, 10000.0], 5000.0, &["0", "5k", "10k"]);
        check_ticks(&[0.0, 5e5, 1e6], 5e5, &["0", "0.5M", "1.0M"]);
        check_ticks(&[0.0, 1e-6, 2e-6], 1e-6, &["0", "1e-6", "2e-6"]);
        check_ticks(&[1e20, 2e20], 1e20, &["1e20", "2e20"]);
        check_ticks(&[100_000.01, 100_000.02], 0.01, &["100,000.01", "100,000.02"]);
        check_ticks(&[5.0], 0.0, &["5"]);
        check_ticks(&[0.0], 0.0, &["0"]);
        check_ticks(&[], 0.0, &[]);
    }

    #[test]
    fn logarithmic_ticks_stand_on_their_own() {
        assert_eq!(log_ticks(&[1e-3, 0.02, 1.0, 500.0, 1e4]), ["0.001", "0.02", "1", "500", "10,000"]);
        assert_eq!(log_ticks(&[1e-4, 1e-3, 1.0, 10.0, 200.0]), ["1e-4", "1e-3", "1", "10", "2e2"]);
    }

    #[track_caller]
    fn check_value(number: f64, digits: usize, expected: &str) {
        assert_eq!(value(number, digits), expected);
    }

    #[test]
    fn values_keep_the_digits_that_matter() {
        check_value(0.0, 4, "0");
        check_value(12480.0, 4, "12,480");
        check_value(-1234567.0, 4, "−1,234,567");
        check_value(0.912_34, 4, "0.9123");
        check_value(0.5, 4, "0.5");
        check_value(0.001_234_56, 4, "0.001235");
        check_value(3.2e-7, 4, "3.2e-7");
        check_value(1234.5678, 6, "1,234.57");
        check_value(123_456.7, 4, "123,457");
        check_value(f64::NAN, 4, "NaN");
        check_value(f64::NEG_INFINITY, 4, "−∞");
        check_value(1e18, 4, "1e18");
        check_value(-0.000_000_1, 4, "−1e-7");
    }
}
