//! Round numbers along an axis: steps of 1, 2 and 5 times a power of ten. Knows no pixel and no text.

use super::range::{Grain, Range};

/// More ticks than this are never made, whatever is asked for.
const MOST: usize = 200;

/// Ticks and the distance between them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ticks {
    /// The values, rising.
    pub values: Vec<f64>,
    /// The distance between two of them; zero on a logarithmic axis.
    pub step: f64,
}

/// A step of `mantissa` · 10^`exponent`; kept apart so that multiples are the nearest floats to what they say.
#[derive(Clone, Copy)]
struct Step {
    mantissa: f64,
    exponent: i32,
}

impl Step {
    fn times(self, count: f64) -> f64 {
        // Reading the decimal gives the nearest float: 0.3 where 3 · 0.1 is 0.30000000000000004.
        let digits = count * self.mantissa;
        format!("{digits}e{}", self.exponent).parse().unwrap_or(digits)
    }

    /// The first and the last multiple in `range`.
    fn ends(self, range: Range) -> (f64, f64) {
        let step = self.times(1.0);
        let slack = 1e-9;
        ((range.low / step - slack).ceil(), (range.high / step + slack).floor())
    }
}

/// The finest round step that puts at most `at_most` ticks into `range`.
fn step(range: Range, at_most: usize, grain: Grain) -> Option<Step> {
    let span = range.span();
    if !(span > 0.0 && span.is_finite()) {
        return None;
    }
    let most = at_most.clamp(2, MOST) as f64;
    let start = (span / most).log10().floor() as i32 - 1;
    (start..start + 5)
        .flat_map(|exponent| [1.0, 2.0, 5.0].map(|mantissa| Step { mantissa, exponent }))
        .filter(|step| grain == Grain::Any || step.times(1.0) >= 1.0)
        .find(|step| {
            let (first, last) = step.ends(range);
            last - first + 1.0 <= most
        })
}

/// At most `at_most` (two or more) round numbers in `range`.
pub fn linear(range: Range, at_most: usize, grain: Grain) -> Ticks {
    let Some(step) = step(range, at_most, grain) else {
        return Ticks { values: vec![range.low], step: 0.0 };
    };
    let (first, last) = step.ends(range);
    let count = (last - first + 1.0).clamp(0.0, MOST as f64) as usize;
    // Adding zero turns a negative zero into zero.
    let values = (0..count).map(|index| step.times(first + index as f64) + 0.0).collect();
    Ticks { values, step: step.times(1.0) }
}

/// `range`, longer so that both of its ends are ticks.
pub fn widen(range: Range, at_most: usize, grain: Grain) -> Range {
    let mut wide = range;
    // Widening can call for a coarser step, which widens again; it settles at the second try.
    for _ in 0..3 {
        let Some(step) = step(wide, at_most, grain) else { return range };
        let (size, slack) = (step.times(1.0), 1e-9);
        let (first, last) = ((range.low / size + slack).floor(), (range.high / size - slack).ceil());
        let next = Range { low: step.times(first) + 0.0, high: step.times(last) + 0.0 };
        if next == wide {
            break;
        }
        wide = next;
    }
    wide
}

/// At most `at_most` round numbers in `range`, which is above zero: powers of ten, with their doubles and
/// fives where there is room, every second power and so on where there is not.
pub fn log(range: Range, at_most: usize) -> Ticks {
    let (low, high) = (range.low.log10(), range.high.log10());
    if !(low.is_finite() && high.is_finite()) {
        return Ticks::default();
    }
    let (first, last) = ((low - 1e-9).ceil() as i32 - 1, (high + 1e-9).floor() as i32);
    let within = |value: &f64| *value >= range.low * (1.0 - 1e-9) && *value <= range.high * (1.0 + 1e-9);
    let most = at_most.clamp(2, MOST);
    let of = |mantissas: &[f64], every: i32| -> Vec<f64> {
        (first..=last)
            .filter(|exponent| exponent.rem_euclid(every) == 0)
            .flat_map(|exponent| mantissas.iter().map(move |mantissa| Step { mantissa: *mantissa, exponent }))
            .map(|step| step.times(1.0))
            .filter(within)
            .collect()
    };
    let fine = of(&[1.0, 2.0, 5.0], 1);
    if fine.len() <= most && fine.len() >= 2 {
        return Ticks { values: fine, step: 0.0 };
    }
    if fine.len() < 2 {
        // Less than a factor of two: equal steps tell more.
        return Ticks { step: 0.0, ..linear(range, at_most, Grain::Any) };
    }
    let mut every = 1;
    loop {
        let values = of(&[1.0], every);
        if values.len() <= most || every > 700 {
            return Ticks { values, step: 0.0 };
        }
        every += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(low: f64, high: f64, at_most: usize, grain: Grain, expected: &[f64]) {
        assert_eq!(linear(Range { low, high }, at_most, grain).values, expected);
    }

    #[test]
    fn ticks_are_round() {
        check(0.0, 1.0, 6, Grain::Any, &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        check(0.0, 1.0, 4, Grain::Any, &[0.0, 0.5, 1.0]);
        check(-1.0, 1.0, 5, Grain::Any, &[-1.0, -0.5, 0.0, 0.5, 1.0]);
        check(0.0, 0.3, 4, Grain::Any, &[0.0, 0.1, 0.2, 0.3]);
        check(0.0, 37.0, 5, Grain::Any, &[0.0, 10.0, 20.0, 30.0]);
        check(1e-5, 5e-5, 5, Grain::Any, &[1e-5, 2e-5, 3e-5, 4e-5, 5e-5]);
        check(2e9, 6e9, 5, Grain::Any, &[2e9, 3e9, 4e9, 5e9, 6e9]);
        check(5.0, 5.0, 5, Grain::Any, &[5.0]);
        check(0.0, 2.0, 9, Grain::Whole, &[0.0, 1.0, 2.0]);
        check(0.0, 1e300, 3, Grain::Any, &[0.0, 5e299, 1e300]);
    }

    #[test]
    fn there_are_never_too_many() {
        for exponent in -290..290 {
            for (a, b) in [(0.0, 1.0), (0.13, 7.7), (-3.0, 9.999)] {
                let range = Range { low: a * 10f64.powi(exponent), high: b * 10f64.powi(exponent) };
                for most in 2..12 {
                    let found = linear(range, most, Grain::Any).values.len();
                    assert!(found >= 1 && found <= most, "{range:?} {most}: {found}");
                    let wide = widen(range, most, Grain::Any);
                    let slack = range.span() * 1e-6;
                    assert!(
                        wide.low <= range.low + slack && wide.high >= range.high - slack,
                        "{range:?} {wide:?}"
                    );
                }
            }
        }
    }

    #[track_caller]
    fn check_log(low: f64, high: f64, at_most: usize, expected: &[f64]) {
        assert_eq!(log(Range { low, high }, at_most).values, expected);
    }

    #[test]
    fn logarithmic_ticks_follow_the_powers() {
        check_log(1.0, 100.0, 7, &[1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0]);
        check_log(0.5, 200.0, 4, &[1.0, 10.0, 100.0]);
        check_log(1e-6, 1.0, 4, &[1e-6, 1e-4, 1e-2, 1.0]);
        check_log(3.0, 4.0, 5, &[3.0, 3.5, 4.0]);
    }
}
