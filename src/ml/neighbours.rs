//! k nearest neighbours: classes by vote, numbers by average. Knows no distance but the Euclidean.

use super::dense::{Dense, squared_distance};
use super::error::PredictError;
use linfa_nn::{CommonNearestNeighbour, NearestNeighbour, distance::L2Dist};
use serde::{Deserialize, Serialize};

/// Features up to which a tree finds neighbours faster than looking at every row (scikit-learn's bound too).
const TREE_FEATURES: usize = 15;

/// Sizes above which squared distances overflow, which linfa-nn answers with a panic.
const LARGEST: f64 = 1e150;

/// The training rows and what they say.
///
/// linfa-nn searches; voting and averaging are ours, since linfa has no such model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Neighbours {
    /// The training rows.
    pub rows: Dense,
    /// The class code or the number of each training row.
    pub answers: Answers,
    /// `n_neighbors`.
    pub count: usize,
    /// `weights="distance"`: near ones count more.
    pub by_distance: bool,
}

/// Row and column of the first value that distances cannot be taken from.
pub(super) fn too_large(rows: &Dense) -> Option<(usize, usize)> {
    let place = rows.values.iter().position(|value| value.is_nan() || value.abs() > LARGEST)?;
    Some((place / rows.columns.max(1), place % rows.columns.max(1)))
}

/// What training rows say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answers {
    /// Class codes, and how many classes there are.
    Classes(Vec<u32>, u32),
    /// Numbers.
    Numbers(Vec<f64>),
}

impl Neighbours {
    /// Shares of classes among the neighbours of each row, or the average of their numbers.
    ///
    /// # Errors
    /// When the model is damaged.
    pub fn average(&self, rows: &Dense) -> Result<Dense, PredictError> {
        let outputs = if let Answers::Classes(_, classes) = self.answers { classes as usize } else { 1 };
        let mut shares = Dense::zeros(rows.rows(), outputs);
        let known = self.rows.to_array().ok_or(PredictError::Damaged)?;
        let search = match self.rows.columns {
            0..=TREE_FEATURES => CommonNearestNeighbour::KdTree,
            _ => CommonNearestNeighbour::LinearSearch,
        };
        if too_large(&self.rows).is_some() || known.is_empty() {
            return Err(PredictError::Damaged);
        }
        if let Some((row, column)) = too_large(rows) {
            return Err(PredictError::NotFinite { column, row });
        }
        let index = search.from_batch(&known, L2Dist).map_err(|_| PredictError::Damaged)?;
        for (position, row) in rows.iter_rows().enumerate() {
            let point = ndarray::ArrayView1::from(row);
            let found = index.k_nearest(point, self.count).map_err(|_| PredictError::Damaged)?;
            let near: Vec<usize> = found.into_iter().map(|(_, neighbour)| neighbour).collect();
            let weights = self.weights(row, &near);
            self.collect(&near, &weights, shares.row_mut(position))?;
        }
        Ok(shares)
    }

    /// Weights that sum to 1. Where neighbours are the very point, they alone count.
    fn weights(&self, row: &[f64], near: &[usize]) -> Vec<f64> {
        let mut weights = vec![1.0; near.len()];
        if self.by_distance {
            let distances: Vec<f64> =
                near.iter().map(|index| squared_distance(row, self.rows.row(*index)).sqrt()).collect();
            let hit = distances.contains(&0.0);
            for (weight, distance) in weights.iter_mut().zip(distances) {
                *weight = match hit {
                    true => f64::from(u8::from(distance == 0.0)),
                    false => 1.0 / distance,
                };
            }
        }
        let sum: f64 = weights.iter().sum();
        weights.iter_mut().for_each(|weight| *weight /= sum);
        weights
    }

    fn collect(&self, near: &[usize], weights: &[f64], shares: &mut [f64]) -> Result<(), PredictError> {
        for (index, weight) in near.iter().zip(weights) {
            let (output, value) = match &self.answers {
                Answers::Classes(codes, _) => (codes.get(*index).map(|code| *code as usize), Some(&1.0)),
                Answers::Numbers(numbers) => (Some(0), numbers.get(*index)),
            };
            let share = output.and_then(|output| shares.get_mut(output)).ok_or(PredictError::Damaged)?;
            *share += weight * value.ok_or(PredictError::Damaged)?;
        }
        Ok(())
    }
}
