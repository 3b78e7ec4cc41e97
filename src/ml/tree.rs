//! Decision trees and forests of them, for classes and for numbers: what they predict. How they grow is in
//! files of their own. Knows no parameter by name.
//!
//! All of it is ours: linfa-trees has no regression and no forests that draw features, keeps no shares of classes
//! in its leaves (so no probabilities), and has no seed. This follows scikit-learn's builders step by
//! step, its random draws included, so the same `random_state` grows the same trees.

mod boost;
mod criterion;
mod forest;
mod grow;
mod prune;
mod sort;

pub use boost::{BoostSettings, Boosted, boost};
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

/// A tree: nodes, children after their parents.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tree {
    /// The nodes; the first is the root.
    pub nodes: Vec<Node>,
    /// What each node would predict if it were a leaf: `outputs` numbers each.
    pub values: Vec<f64>,
}

/// A split or a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// The feature that is compared; `u32::MAX` in a leaf.
    pub feature: u32,
    /// Rows with at most this value (as a 32-bit float) go left.
    pub threshold: f64,
    /// The left child; 0 in a leaf.
    pub left: u32,
    /// The right child; 0 in a leaf.
    pub right: u32,
    /// How mixed the training rows of this node are.
    pub impurity: f64,
    /// How many training rows came here.
    pub rows: u32,
    /// What they weigh.
    pub weight: f64,
}

/// Which child of its parent a node is.
#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
}

impl Node {
    fn leaf(impurity: f64, rows: usize, weight: f64) -> Self {
        Self { feature: LEAF, threshold: 0.0, left: 0, right: 0, impurity, rows: rows as u32, weight }
    }

    /// Whether rows end here.
    pub fn is_leaf(&self) -> bool {
        self.feature == LEAF
    }
}

impl Tree {
    /// Makes node `child` the child of `place`.
    fn hang(&mut self, place: Option<(usize, Side)>, child: usize) {
        if let Some((parent, side)) = place
            && let Some(parent) = self.nodes.get_mut(parent)
        {
            match side {
                Side::Left => parent.left = child as u32,
                Side::Right => parent.right = child as u32,
            }
        }
    }

    /// Makes a leaf a split.
    fn split(&mut self, node: usize, feature: u32, threshold: f64) {
        if let Some(node) = self.nodes.get_mut(node) {
            (node.feature, node.threshold) = (feature, threshold);
        }
    }

    /// The number of the leaf that this row ends in; `None` when the tree does not fit together.
    pub fn apply(&self, row: &[f64]) -> Option<usize> {
        let mut at = 0_usize;
        loop {
            let node = self.nodes.get(at)?;
            if node.is_leaf() {
                return Some(at);
            }
            // Trees compare 32-bit floats, as scikit-learn's do.
            let value = f64::from(*row.get(node.feature as usize)? as f32);
            let next = if value <= node.threshold { node.left } else { node.right } as usize;
            // Children come after their parents, so that a damaged tree cannot run in circles.
            at = Some(next).filter(|next| *next > at)?;
        }
    }

    /// What the leaf of this row predicts; `None` when the tree does not fit together.
    pub fn leaf(&self, row: &[f64], outputs: usize) -> Option<&[f64]> {
        self.value(self.apply(row)?, outputs)
    }

    /// What a node predicts.
    pub fn value(&self, node: usize, outputs: usize) -> Option<&[f64]> {
        let start = node.checked_mul(outputs)?;
        self.values.get(start..start.checked_add(outputs)?)
    }

    /// How much each of `features` lowered the impurity; sums to 1 unless the tree is one leaf.
    pub fn importances(&self, features: usize) -> Vec<f64> {
        let mut gains = self.gains(features);
        forest::normalise(&mut gains);
        gains
    }

    /// How much each feature lowered the impurity, as a share of the weight of the root.
    fn gains(&self, features: usize) -> Vec<f64> {
        let mut gains = vec![0.0; features];
        let mixed = |node: &Node| node.weight * node.impurity;
        for node in self.nodes.iter().filter(|node| !node.is_leaf()) {
            let children = (self.nodes.get(node.left as usize), self.nodes.get(node.right as usize));
            if let (Some(gain), (Some(left), Some(right))) = (gains.get_mut(node.feature as usize), children)
            {
                *gain += mixed(node) - mixed(left) - mixed(right);
            }
        }
        if let Some(root) = self.nodes.first() {
            gains.iter_mut().for_each(|gain| *gain /= root.weight);
        }
        gains
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
