//! Moving windows.

use super::groups::{self, Reduce};

/// What is made of each window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// How many values are known.
    Count,
    /// A reduction of the known values.
    Reduce(Reduce),
}

/// For each row what its window of `width` rows gives, that ends `ahead` rows below it; NaN where fewer than `least`
/// values are known.
pub fn rolling(
    values: &[f64],
    width: usize,
    least: usize,
    ahead: usize,
    how: Window,
    ddof: usize,
) -> Vec<f64> {
    let mut state = Sums::default();
    let fast = matches!(how, Window::Count | Window::Reduce(Reduce::Sum | Reduce::Mean));
    let length = values.len();
    let mut found = Vec::with_capacity(length);
    let mut begun = 0;
    let mut ended = 0;
    for row in 0..length {
        let end = (row + 1 + ahead).min(length);
        let start = (row + 1 + ahead).saturating_sub(width).min(end);
        if fast {
            while ended < end {
                state.add(values.get(ended).copied().unwrap_or(f64::NAN));
                ended += 1;
            }
            while begun < start {
                state.remove(values.get(begun).copied().unwrap_or(f64::NAN));
                begun += 1;
            }
            found.push(state.result(how, least));
        } else {
            let part = values.get(start..end).unwrap_or(&[]);
            let known = part.iter().filter(|value| !value.is_nan()).count();
            let Window::Reduce(how) = how else { continue };
            let enough = known >= least.max(1);
            found.push(if enough {
                groups::reduce(&vec![0; part.len()], 1, part, how, ddof, 0).pop().unwrap_or(f64::NAN)
            } else {
                f64::NAN
            });
        }
    }
    found
}

/// A sum that values come to and go from, with compensation for what is lost.
#[derive(Default)]
struct Sums {
    known: usize,
    total: f64,
    lost_adding: f64,
    lost_removing: f64,
}

impl Sums {
    fn add(&mut self, value: f64) {
        if !value.is_nan() {
            self.known += 1;
            let term = value - self.lost_adding;
            let next = self.total + term;
            self.lost_adding = next - self.total - term;
            self.total = next;
        }
    }

    fn remove(&mut self, value: f64) {
        if !value.is_nan() {
            self.known -= 1;
            let term = -value - self.lost_removing;
            let next = self.total + term;
            self.lost_removing = next - self.total - term;
            self.total = next;
            if self.known == 0 {
                *self = Self::default();
            }
        }
    }

    fn result(&self, how: Window, least: usize) -> f64 {
        match how {
            Window::Count => {
                if self.known >= least {
                    self.known as f64
                } else {
                    f64::NAN
                }
            }
            _ if self.known < least || (self.known == 0 && how == Window::Reduce(Reduce::Mean)) => f64::NAN,
            Window::Reduce(Reduce::Mean) => self.total / self.known as f64,
            Window::Reduce(_) => self.total,
        }
    }
}

/// Means with weights that fall by `1 - alpha` from row to row.
pub fn weighted_mean(values: &[f64], alpha: f64, adjust: bool, ignore_gaps: bool, least: usize) -> Vec<f64> {
    let fall = 1.0 - alpha;
    let new_weight = if adjust { 1.0 } else { alpha };
    let (mut mean, mut old_weight, mut known) = (f64::NAN, 1.0, 0_usize);
    values
        .iter()
        .map(|value| {
            let is_known = !value.is_nan();
            known += usize::from(is_known);
            if mean.is_nan() {
                mean = *value;
            } else if is_known || !ignore_gaps {
                old_weight *= fall;
                if is_known {
                    if mean != *value {
                        mean = (old_weight * mean + new_weight * value) / (old_weight + new_weight);
                    }
                    old_weight = if adjust { old_weight + new_weight } else { 1.0 };
                }
            }
            if known >= least.max(1) { mean } else { f64::NAN }
        })
        .collect()
}
