//! Histograms with equal bins, as many as numpy's `bins="auto"` makes, but not too many to be drawn.

use super::number::quantile;
use serde::{Deserialize, Serialize};

/// The most bins a histogram has; where numpy would make more, there are this many.
pub const MAX_BINS: usize = 30;

/// How many values lie in each bin: from its lower edge up to but without the upper one, which belongs to
/// the last bin alone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Histogram {
    /// The edges, one more than there are bins; none without a value.
    pub edges: Vec<f64>,
    /// The counts.
    pub counts: Vec<u64>,
}

impl Histogram {
    /// Of finite numbers in rising order; whole numbers get no bins narrower than 1.
    pub(super) fn of(sorted: &[f64], whole: bool) -> Self {
        let (Some(&first), Some(&last)) = (sorted.first(), sorted.last()) else { return Self::default() };
        let edges = edges(first, last, bins(sorted, last - first, whole));
        let mut below = 0;
        let inner = edges.iter().skip(1).take(edges.len().saturating_sub(2));
        let mut counts: Vec<u64> = inner
            .map(|edge| {
                let up_to = sorted.partition_point(|value| value < edge);
                let count = up_to.saturating_sub(below);
                below = up_to.max(below);
                count as u64
            })
            .collect();
        counts.push((sorted.len() - below) as u64);
        Self { edges, counts }
    }
}

/// How many bins: by the narrower of Sturges' and (bounded below) Freedman and Diaconis' widths.
fn bins(sorted: &[f64], span: f64, whole: bool) -> usize {
    let size = sorted.len() as f64;
    let sturges = span / (size.log2() + 1.0);
    let between_quartiles = quantile(sorted, 0.75) - quantile(sorted, 0.25);
    let freedman_diaconis = 2.0 * between_quartiles * size.powf(-1.0 / 3.0);
    let mut width = freedman_diaconis.max(span / size.sqrt() / 2.0).min(sturges);
    if whole && width > 0.0 {
        width = width.max(1.0);
    }
    let bins = (span / width).ceil();
    // One for equal values (0 / 0) and for a span that no number can hold.
    if bins >= 1.0 && span.is_finite() { (bins as usize).min(MAX_BINS) } else { 1 }
}

/// Equal steps from `first` to `last`; half a unit to each side where these are equal.
fn edges(first: f64, last: f64, bins: usize) -> Vec<f64> {
    let (first, last) = if first == last { (first - 0.5, last + 0.5) } else { (first, last) };
    let step = (last - first) / bins as f64;
    let mut edges: Vec<f64> =
        (0..bins).map(|index| if index == 0 { first } else { index as f64 * step + first }).collect();
    edges.push(last);
    edges
}
