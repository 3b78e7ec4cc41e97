//! Decision trees and forests of them, for classes and for numbers: what they predict. How they grow is in
//! files of their own. Knows no parameter by name.
//!
//! All of it is ours: linfa-trees has no regression and no forests that draw features, keeps no shares of classes
//! in its leaves (so no probabilities), and has no seed. This follows scikit-learn's depth-first builder step by
//! step, its random draws included, so the same `random_state` grows the same trees.

mod criterion;
mod forest;
mod grow;

pub use criterion::Impurity;
pub use forest::{ForestSettings, Goal, fit};
pub use grow::{Growth, MaxFeatures};

use super::dense::{Dense, add_scaled};
use super::error::PredictError;
use serde::{Deserialize, Serialize};

/// Marks a leaf in [`Node::feature`].
const LEAF: u32 = u32::MAX;

/// One tree or many; predictions are averages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Forest {
    /// The trees in order of growth.
    pub trees: Vec<Tree>,
    /// How much each feature lowered the impurity; sums to 1 unless no tree has a split.
    pub importances: Vec<f64>,
    /// Numbers a leaf: classes, or 1 for regression.
    pub outputs: usize,
}

/// A tree: nodes in depth-first order, so that a left child follows its parent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tree {
    /// The nodes; the first is the root.
    pub nodes: Vec<Node>,
    /// What leaves predict: `outputs` numbers each.
    pub leaves: Vec<f64>,
}

/// A split or a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// The feature that is compared; `u32::MAX` in a leaf.
    pub feature: u32,
    /// Rows with at most this value (as a 32-bit float) go left.
    pub threshold: f64,
    /// The right child, or the number of the leaf.
    pub next: u32,
}

impl Tree {
    /// What the leaf of this row predicts; `None` when the tree does not fit together.
    fn leaf(&self, row: &[f64], outputs: usize) -> Option<&[f64]> {
        let mut at = 0_usize;
        loop {
            let node = self.nodes.get(at)?;
            if node.feature == LEAF {
                let start = (node.next as usize).checked_mul(outputs)?;
                return self.leaves.get(start..start.checked_add(outputs)?);
            }
            // Trees compare 32-bit floats, as scikit-learn's do.
            let value = f64::from(*row.get(node.feature as usize)? as f32);
            let next = if value <= node.threshold { at + 1 } else { node.next as usize };
            // Children come after their parents, so that a damaged tree cannot run in circles.
            at = Some(next).filter(|next| *next > at)?;
        }
    }
}

impl Forest {
    /// The average over trees for each row: shares of classes, or a number.
    ///
    /// # Errors
    /// When the model is damaged.
    pub fn average(&self, rows: &Dense) -> Result<Dense, PredictError> {
        if self.trees.is_empty() || self.outputs == 0 {
            return Err(PredictError::Damaged);
        }
        let mut sums = Dense::zeros(rows.rows(), self.outputs);
        for tree in &self.trees {
            for (row, sum) in rows.iter_rows().zip(sums.values.chunks_exact_mut(self.outputs)) {
                add_scaled(sum, 1.0, tree.leaf(row, self.outputs).ok_or(PredictError::Damaged)?);
            }
        }
        let count = self.trees.len() as f64;
        sums.values.iter_mut().for_each(|sum| *sum /= count);
        Ok(sums)
    }
}
