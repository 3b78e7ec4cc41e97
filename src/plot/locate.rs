//! Where ticks stand: matplotlib's locators for numbers, powers of ten and dates.

use super::describe::Scale;

/// The multiples of a power of ten that steps may have.
const STEPS: &[f64] = &[1.0, 2.0, 2.5, 5.0, 10.0];
/// More of them.
const FINE: &[f64] = &[1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
/// An axis gets no more ticks than this, whatever is asked for.
const MOST: f64 = 1000.0;

/// Ticks of a linear axis: `bins` steps at most, of `whole` numbers if wanted, from the usual multiples of powers of ten or
/// from `fine` ones. Some lie beyond the limits.
pub fn numbers(low: f64, high: f64, bins: usize, whole: bool, fine: bool) -> Vec<f64> {
    let (low, high) = nonsingular(low, high, 1e-13, 1e-14);
    let bins = (bins.max(1)) as f64;
    let middle = f64::midpoint(low, high);
    let size = high - low;
    if !size.is_finite() {
        return Vec::new();
    }
    // A common part that would drown the differences is taken off first.
    let offset = if middle.abs() / size < 100.0 {
        0.0
    } else {
        10f64.powf(middle.abs().log10().floor()).copysign(middle)
    };
    let scale = 10f64.powf((size / bins).log10().floor());
    let (low, high) = (low - offset, high - offset);
    let raw = (high - low) / bins;
    let own = if fine { FINE } else { STEPS };
    let below = own.iter().take(own.len() - 1).map(|step| step * 0.1);
    let all = below.chain(own.iter().copied()).chain(own.get(1).map(|step| step * 10.0));
    let steps: Vec<f64> = all
        .map(|step| step * scale)
        .filter(|step| !whole || *step < 1.0 || (step - step.round()).abs() < 0.001)
        .collect();
    let first = steps.iter().position(|step| *step >= raw).unwrap_or(steps.len().saturating_sub(1));
    let mut ticks = Vec::new();
    for step in steps.iter().take(first + 1).rev() {
        let step = if whole && high.floor() - low.ceil() >= 1.0 { step.max(1.0) } else { *step };
        let start = divided(low, step).0 * step;
        let edge = Edge { step, offset: offset.abs() };
        let (from, to) = (edge.before(low - start), edge.after(high - start));
        if to - from > MOST {
            return Vec::new();
        }
        let mut at = from;
        ticks.clear();
        while at <= to {
            ticks.push(at * step + start);
            at += 1.0;
        }
        if ticks.iter().filter(|tick| (low..=high).contains(*tick)).count() >= 2 {
            break;
        }
    }
    ticks.iter().map(|tick| tick + offset).collect()
}

/// Multiples of a step, with room for what arithmetic loses.
struct Edge {
    step: f64,
    offset: f64,
}

impl Edge {
    fn close(&self, share: f64, edge: f64) -> bool {
        let room = if self.offset > 0.0 {
            let digits = (self.offset / self.step).log10();
            10f64.powf(digits - 12.0).clamp(1e-10, 0.4999)
        } else {
            1e-10
        };
        (share - edge).abs() < room
    }

    /// The last multiple that is not larger.
    fn before(&self, x: f64) -> f64 {
        let (count, rest) = divided(x, self.step);
        if self.close(rest / self.step, 1.0) { count + 1.0 } else { count }
    }

    /// The first multiple that is not smaller.
    fn after(&self, x: f64) -> f64 {
        let (count, rest) = divided(x, self.step);
        if self.close(rest / self.step, 0.0) { count } else { count + 1.0 }
    }
}

/// How often `step` goes into `x`, and what is left: as Python divides, the two belong together also where
/// `x / step` rounds up.
pub fn divided(x: f64, step: f64) -> (f64, f64) {
    let rest = x.rem_euclid(step);
    (((x - rest) / step).round(), rest)
}

/// Limits that lie apart: where they do not, `expander` parts them.
pub fn nonsingular(low: f64, high: f64, expander: f64, tiny: f64) -> (f64, f64) {
    if !low.is_finite() || !high.is_finite() {
        return (-expander, expander);
    }
    let (low, high, swapped) = if high < low { (high, low, true) } else { (low, high, false) };
    let largest = low.abs().max(high.abs());
    let (low, high) = if largest < 1e6 / tiny * f64::MIN_POSITIVE {
        (-expander, expander)
    } else if high - low <= largest * tiny {
        (low - expander * low.abs(), high + expander * high.abs())
    } else {
        (low, high)
    };
    if swapped { (high, low) } else { (low, high) }
}

/// Powers of ten that get a tick, and how many of them one step takes.
struct Decades {
    exponents: Vec<i32>,
    stride: i32,
    inside: i32,
}

/// Chooses the decades with ticks, `most` at most; one more stands outside at either end.
fn decades(low: f64, high: f64, most: usize) -> Option<Decades> {
    let (from, to) = exponents(low, high)?;
    let (first, last) = (from.ceil() as i32, to.floor() as i32);
    let inside = last - first + 1;
    let most = most.clamp(2, 9) as i32;
    let fewest = inside.div_euclid(most + 1) + 1;
    let count = (inside + fewest - 1).div_euclid(fewest).min(most);
    let (exponents, stride) = match count {
        ..=0 => (vec![first - 1, last + 1], last - first + 2),
        1 => {
            let middle = f64::midpoint(from, to).round_ties_even() as i32;
            let stride = (middle - first + 1).max(last + 1 - middle);
            (vec![middle - stride, middle, middle + stride], stride)
        }
        count => {
            // The widest steps that still give so many ticks, at multiples of the step where that can be.
            let wide = (inside - 1) / (count - 1);
            let stride = if wide * count < inside { inside / count } else { wide }.max(1);
            let shifts = (inside - stride * count).max(0)..(inside - stride * (count - 1)).min(stride);
            let even = (-first).rem_euclid(stride);
            let shift = if shifts.contains(&even) { even } else { shifts.start };
            let ticks = (0..).map(|index| first + shift - stride + index * stride);
            (ticks.take_while(|exponent| *exponent <= last + stride).collect(), stride)
        }
    };
    Some(Decades { exponents, stride, inside })
}

/// Ticks at powers of ten, one more than are seen at either end.
pub fn powers(low: f64, high: f64, most: usize) -> Vec<f64> {
    let found = decades(low, high, most).map(|found| found.exponents).unwrap_or_default();
    found
        .into_iter()
        .map(|exponent| 10f64.powi(exponent))
        .filter(|tick| *tick > 0.0 && tick.is_finite())
        .collect()
}

/// The smaller ticks between powers of ten.
pub fn between_powers(low: f64, high: f64, most: usize) -> Vec<f64> {
    let (Some(found), Some((from, to))) = (decades(low, high, most), exponents(low, high)) else {
        return Vec::new();
    };
    if found.inside >= 10 || (found.stride > 1 && found.inside > 1) {
        return Vec::new();
    }
    let decades = (from.ceil() as i32 - 1)..=(to.floor() as i32);
    decades.flat_map(|decade| (2..10).map(move |part| f64::from(part) * 10f64.powi(decade))).collect()
}

fn exponents(low: f64, high: f64) -> Option<(f64, f64)> {
    let (low, high) = (low.min(high), low.max(high));
    let (low, high) = (low.log10(), high.log10());
    (low.is_finite() && high.is_finite()).then_some((low, high))
}

/// Limits for data from `low` to `high` whose smallest positive value is `least`, with a margin of a share of their
/// length at both ends, that does not reach past a value of `sticky`.
pub fn view(scale: Scale, (low, high): (f64, f64), least: f64, margin: f64, sticky: &[f64]) -> (f64, f64) {
    let (low, high) = parted(scale, low, high, least);
    let room = 1e-5 * (high - low).abs();
    let floor = sticky.iter().copied().filter(|edge| *edge <= low + room).fold(f64::NEG_INFINITY, f64::max);
    let ceiling = sticky.iter().copied().filter(|edge| *edge >= high - room).fold(f64::INFINITY, f64::min);
    let (from, to) = (forward(scale, low), forward(scale, high));
    let more = (to - from) * margin;
    let (low, high) = (back(scale, from - more), back(scale, to + more));
    (low.max(floor), high.min(ceiling))
}

/// Limits as they can be shown: apart, and on a logarithmic scale positive.
pub fn parted(scale: Scale, low: f64, high: f64, least: f64) -> (f64, f64) {
    match scale {
        Scale::Linear => nonsingular(low, high, 0.05, 1e-15),
        Scale::Log => {
            let (swapped, (low, high)) = (high < low, (low.min(high), low.max(high)));
            let least = if least.is_finite() && least > 0.0 { least } else { 1e-300 };
            let (low, high) = match (low, high) {
                (low, high) if !low.is_finite() || !high.is_finite() || high <= 0.0 => (1.0, 10.0),
                (low, high) if low <= 0.0 => (least.min(high), high),
                both => both,
            };
            let (low, high) = if low == high {
                let exponent = low.log10();
                let below = if exponent.fract() == 0.0 { exponent - 1.0 } else { exponent.floor() };
                let above = if exponent.fract() == 0.0 { exponent + 1.0 } else { exponent.ceil() };
                (10f64.powf(below), 10f64.powf(above))
            } else {
                (low, high)
            };
            if swapped { (high, low) } else { (low, high) }
        }
    }
}

/// A value on its scale.
pub fn forward(scale: Scale, value: f64) -> f64 {
    match scale {
        Scale::Linear => value,
        Scale::Log => {
            if value > 0.0 {
                value.log10()
            } else {
                -1000.0
            }
        }
    }
}

fn back(scale: Scale, at: f64) -> f64 {
    match scale {
        Scale::Linear => at,
        Scale::Log => 10f64.powf(at),
    }
}
