//! Choosing indices by their probabilities. Knows no generator.

use super::{Bits, RandomError};
use std::collections::BTreeSet;

/// Whether `p` can be a distribution, with numpy's tolerance of √ε.
pub(super) fn check_distribution(p: &[f64]) -> Result<(), RandomError> {
    let sum: f64 = p.iter().sum();
    let fine =
        p.iter().all(|share| share.is_finite() && *share >= 0.0) && (sum - 1.0).abs() <= f64::EPSILON.sqrt();
    if fine { Ok(()) } else { Err(RandomError::BadProbabilities) }
}

/// Running sums divided by the whole.
pub(super) fn cumulative_shares(p: &[f64]) -> Vec<f64> {
    let mut sum = 0.0;
    let sums: Vec<f64> = p
        .iter()
        .map(|share| {
            sum += share;
            sum
        })
        .collect();
    sums.into_iter().map(|part| part / sum).collect()
}

/// The first index whose running share exceeds `draw`: `searchsorted(side="right")`.
pub(super) fn first_above(cdf: &[f64], draw: f64) -> usize {
    cdf.partition_point(|share| *share <= draw).min(cdf.len().saturating_sub(1))
}

/// Different indices, index i with probability `p[i]`: draws as many as are missing until none is.
pub(super) fn distinct_weighted(
    bits: &mut impl Bits,
    p: &[f64],
    size: usize,
) -> Result<Vec<usize>, RandomError> {
    check_distribution(p)?;
    let population = p.iter().filter(|share| **share > 0.0).count();
    if size > population {
        return Err(RandomError::SampleTooLarge { size, population });
    }
    let mut left = p.to_vec();
    let mut found: Vec<usize> = Vec::with_capacity(size);
    while found.len() < size {
        let draws: Vec<f64> = (found.len()..size).map(|_| bits.next_double()).collect();
        for &index in &found {
            if let Some(share) = left.get_mut(index) {
                *share = 0.0;
            }
        }
        let cdf = cumulative_shares(&left);
        let mut seen = BTreeSet::new();
        found.extend(draws.iter().map(|draw| first_above(&cdf, *draw)).filter(|i| seen.insert(*i)));
    }
    Ok(found)
}
