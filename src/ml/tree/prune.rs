//! Minimal cost-complexity pruning: takes the weakest links off a grown tree. Knows no criterion.

use super::{LEAF, Node, Tree};

impl Tree {
    /// The tree without the branches whose gain in impurity a leaf is less than `alpha` (`ccp_alpha`).
    pub(super) fn pruned(mut self, alpha: f64, outputs: usize) -> Self {
        if alpha <= 0.0 {
            return self;
        }
        let whole = self.nodes.first().map_or(1.0, |root| root.weight);
        while let Some((weakest, strength)) = self.weakest(whole) {
            if strength > alpha {
                break;
            }
            if let Some(node) = self.nodes.get_mut(weakest) {
                (node.feature, node.threshold, node.left, node.right) = (LEAF, 0.0, 0, 0);
            }
            self.forget_orphans(outputs);
        }
        self
    }

    /// The split that gains least a leaf, and how much.
    fn weakest(&self, whole: f64) -> Option<(usize, f64)> {
        let cost = |node: &Node| node.weight * node.impurity / whole;
        // Cost and number of the leaves below each node; children come after their parents.
        let mut below: Vec<(f64, f64)> = self.nodes.iter().map(|node| (cost(node), 1.0)).collect();
        for (index, node) in self.nodes.iter().enumerate().rev().filter(|(_, node)| !node.is_leaf()) {
            let (left, right) = (*below.get(node.left as usize)?, *below.get(node.right as usize)?);
            below[index] = (left.0 + right.0, left.1 + right.1);
        }
        let mut weakest: Option<(usize, f64)> = None;
        for (index, node) in self.nodes.iter().enumerate().filter(|(_, node)| !node.is_leaf()) {
            let strength = (cost(node) - below[index].0) / (below[index].1 - 1.0);
            if weakest.is_none_or(|(_, least)| strength < least) {
                weakest = Some((index, strength));
            }
        }
        weakest
    }

    /// Drops the nodes that no way leads to any more.
    fn forget_orphans(&mut self, outputs: usize) {
        let mut reached = vec![false; self.nodes.len()];
        if let Some(root) = reached.first_mut() {
            *root = true;
        }
        for (index, node) in self.nodes.iter().enumerate() {
            if reached[index] && !node.is_leaf() {
                for child in [node.left, node.right] {
                    if let Some(child) = reached.get_mut(child as usize) {
                        *child = true;
                    }
                }
            }
        }
        let mut next = 0;
        let numbers: Vec<u32> = reached
            .iter()
            .map(|reached| {
                let own = next;
                next += u32::from(*reached);
                own
            })
            .collect();
        let kept = |index: &usize| reached.get(*index).copied().unwrap_or(false);
        let number = |old: u32| numbers.get(old as usize).copied().unwrap_or(0);
        let nodes = self.nodes.iter().enumerate().filter(|(index, _)| kept(index)).map(|(_, node)| Node {
            left: if node.is_leaf() { 0 } else { number(node.left) },
            right: if node.is_leaf() { 0 } else { number(node.right) },
            ..*node
        });
        let values = self.values.chunks_exact(outputs.max(1)).enumerate().filter(|(index, _)| kept(index));
        let values = values.flat_map(|(_, values)| values).copied().collect();
        *self = Self { nodes: nodes.collect(), values };
    }
}
