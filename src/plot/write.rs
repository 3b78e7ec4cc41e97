//! How the numbers at ticks are written: matplotlib's `ScalarFormatter` and its powers of ten.

use super::describe::NumberFormat;
use super::locate::divided;

/// A minus as long as a plus is wide.
const MINUS: char = '\u{2212}';

/// Names of ticks, and what stands at the axis' end for all of them: `1e6`, `+1.2e3` or nothing.
pub fn numbers(ticks: &[f64], limits: (f64, f64), format: NumberFormat) -> (Vec<String>, String) {
    let (low, high) = (limits.0.min(limits.1), limits.0.max(limits.1));
    let shown: Vec<f64> = ticks.iter().copied().filter(|tick| (low..=high).contains(tick)).collect();
    let offset = if format.no_offset || format.plain { 0.0 } else { common_part(&shown) };
    let order = if format.plain { 0 } else { order(&shown, offset, high - low, format.scientific) };
    let unit = 10f64.powi(order);
    let scaled: Vec<f64> = ticks.iter().map(|tick| (tick - offset) / unit).collect();
    let digits = digits(&scaled, [(low - offset) / unit, (high - offset) / unit]);
    let names = scaled.iter().map(|value| {
        let value = if value.abs() < 1e-8 { 0.0 } else { *value };
        format!("{value:.digits$}").replace('-', MINUS.encode_utf8(&mut [0; 4]))
    });
    (names.collect(), end_text(offset, order))
}

/// What all ticks have in common, when that would take four digits or more.
fn common_part(shown: &[f64]) -> f64 {
    let (low, high) = shown
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), tick| (low.min(*tick), high.max(*tick)));
    if shown.len() < 2 || low == high || (low <= 0.0 && high >= 0.0) {
        return 0.0;
    }
    let (small, large) = (low.abs().min(high.abs()), low.abs().max(high.abs()));
    let sign = 1f64.copysign(low);
    let top = large.log10().ceil() as i32;
    let parts = |order: i32| {
        let unit = 10f64.powi(order);
        (divided(small, unit).0, divided(large, unit).0)
    };
    let search = |differ: &dyn Fn(f64, f64) -> bool| {
        (top - 330..=top).rev().find(|order| {
            let (small, large) = parts(*order);
            differ(small, large)
        })
    };
    let Some(mut order) = search(&|small, large| small != large).map(|order| order + 1) else { return 0.0 };
    if (large - small) / 10f64.powi(order) <= 1e-2 {
        order = search(&|small, large| large - small > 1.0).map_or(order, |order| order + 1);
    }
    let unit = 10f64.powi(order);
    let head = divided(large, unit).0;
    if head >= 1000.0 { sign * head * unit } else { 0.0 }
}

/// The power of ten that all ticks are written in.
fn order(shown: &[f64], offset: f64, size: f64, always: bool) -> i32 {
    let largest = shown.iter().fold(0.0, |largest: f64, tick| largest.max(tick.abs()));
    if shown.is_empty() {
        return 0;
    }
    let order = if offset != 0.0 {
        size.log10().floor() as i32
    } else if largest == 0.0 {
        0
    } else {
        largest.log10().floor() as i32
    };
    if always || order <= -5 || order >= 6 { order } else { 0 }
}

/// How many digits after the point tell the ticks apart.
fn digits(scaled: &[f64], limits: [f64; 2]) -> usize {
    let mut all = scaled.to_vec();
    if scaled.len() < 2 {
        all.extend(limits);
    }
    let low = all.iter().copied().fold(f64::INFINITY, f64::min);
    let high = all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let largest = all.iter().fold(0.0, |largest: f64, value| largest.max(value.abs()));
    let range = [high - low, largest, 1.0].into_iter().find(|range| *range > 0.0).unwrap_or(1.0);
    let order = range.log10().floor();
    if !order.is_finite() {
        return 0;
    }
    let least = 1e-3 * 10f64.powf(order);
    let told = if scaled.len() < 2 { scaled } else { &all };
    let mut digits = (3.0 - order).max(0.0) as i32;
    while digits >= 0 {
        let unit = 10f64.powi(digits);
        let lost = told.iter().map(|value| (value - (value * unit).round_ties_even() / unit).abs());
        if lost.fold(0.0, f64::max) >= least {
            break;
        }
        digits -= 1;
    }
    (digits + 1).max(0) as usize
}

fn end_text(offset: f64, order: i32) -> String {
    let mut text = String::new();
    if order != 0 {
        text = format!("1e{order}");
    }
    if offset != 0.0 {
        let sign = if offset > 0.0 { "+" } else { "" };
        text.push_str(&format!("{sign}{}", short(offset)));
    }
    text.replace('-', MINUS.encode_utf8(&mut [0; 4]))
}

/// A number in its shortest scientific form: `1.234e5`, `1200`.
fn short(value: f64) -> String {
    let exponent = value.abs().log10().floor() as i32;
    let head = value / 10f64.powi(exponent);
    let head = format!("{:.10}", head);
    let head = head.trim_end_matches('0').trim_end_matches('.');
    if exponent == 0 { head.to_owned() } else { format!("{head}e{exponent}") }
}

/// The name of a power of ten.
pub fn power(tick: f64) -> String {
    let exponent = tick.abs().log10();
    format!("$\\mathdefault{{{}10^{{{}}}}}$", if tick < 0.0 { "-" } else { "" }, exponent.round() as i32)
}

/// The name of a multiple of a power of ten.
pub fn multiple_of_power(tick: f64) -> String {
    let exponent = (tick.log10() + 1e-9).floor();
    let factor = (tick / 10f64.powf(exponent)).round();
    format!("$\\mathdefault{{{factor}\\times10^{{{}}}}}$", exponent as i32)
}

/// Whether the ticks between powers of ten that are `factor` times one get names, on an axis between `low` and `high`.
pub fn names_multiple(low: f64, high: f64, factor: u32) -> bool {
    let (low, high) = (low.min(high).log10(), low.max(high).log10());
    let powers = high.floor() - (low.ceil() - 1.0);
    if powers > 1.0 {
        false
    } else if high - low > 0.4 {
        matches!(factor, 2 | 3 | 4 | 6)
    } else {
        true
    }
}
