//! Grows one tree, depth first, the best split of some features at each node. Knows classes and numbers only
//! through a criterion.

use super::criterion::Criterion;
use super::{LEAF, Node, Tree};

/// Values that differ by no more than this count as equal.
const SAME: f32 = 1e-7;

/// When to stop growing.
#[derive(Clone, Copy, Debug)]
pub struct Growth {
    /// `max_depth`.
    pub max_depth: Option<usize>,
    /// `min_samples_split`.
    pub min_samples_split: usize,
    /// `min_samples_leaf`.
    pub min_samples_leaf: usize,
    /// `max_features`.
    pub max_features: MaxFeatures,
}

/// How many features each split looks at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MaxFeatures {
    /// All (`None`).
    All,
    /// The square root of their number.
    Sqrt,
    /// The logarithm to base 2 of their number.
    Log2,
    /// So many.
    Count(usize),
    /// This share of them.
    Share(f64),
}

impl MaxFeatures {
    fn of(self, features: usize) -> usize {
        let all = features as f64;
        match self {
            Self::All => features,
            Self::Sqrt => (all.sqrt() as usize).max(1),
            Self::Log2 => (all.log2() as usize).max(1),
            Self::Count(count) => count,
            Self::Share(share) => ((share * all) as usize).max(1),
        }
    }
}

/// The training table as trees see it: 32-bit values, column by column.
pub struct Columns {
    values: Vec<f32>,
    rows: usize,
    count: usize,
}

impl Columns {
    /// Takes columns stored one after the other.
    pub fn new(values: Vec<f32>, rows: usize) -> Self {
        let count = values.len().checked_div(rows).unwrap_or(0);
        Self { values, rows, count }
    }

    fn column(&self, index: usize) -> &[f32] {
        &self.values[index * self.rows..(index + 1) * self.rows]
    }
}

/// The xorshift generator that scikit-learn draws features with.
struct XorShift(u32);

impl XorShift {
    /// A number in [low, high).
    fn between(&mut self, low: usize, high: usize) -> usize {
        let mut word = if self.0 == 0 { 1 } else { self.0 };
        word ^= word << 13;
        word ^= word >> 17;
        word ^= word << 5;
        self.0 = word;
        low + (word % 0x8000_0000) as usize % (high - low)
    }
}

/// Which features are still worth a look at a node. Constant ones come first and stay so below it.
struct Candidates {
    features: Vec<u32>,
    constant: Vec<u32>,
    random: XorShift,
}

/// A node that waits to be grown.
struct Pending {
    start: usize,
    end: usize,
    depth: usize,
    /// The parent whose right child this is.
    right_of: Option<usize>,
    impurity: Option<f64>,
    constants: usize,
}

struct Best {
    feature: u32,
    threshold: f64,
    merit: f64,
}

/// Grows trees on one table, reusing its buffers.
pub struct Grower<'a> {
    columns: &'a Columns,
    growth: Growth,
    max_features: usize,
    /// Rows, those of a node side by side.
    samples: Vec<u32>,
    /// Value (as ordered bits) and row of a node along a feature, to sort.
    keys: Vec<u64>,
}

impl<'a> Grower<'a> {
    /// A grower for `columns`.
    pub fn new(columns: &'a Columns, growth: Growth) -> Self {
        let max_features = growth.max_features.of(columns.count);
        Self { columns, growth, max_features, samples: Vec::new(), keys: Vec::new() }
    }

    /// Grows a tree on the rows of positive weight and adds what each feature gained to `importances`.
    pub fn grow<C: Criterion>(
        &mut self,
        criterion: &mut C,
        weights: &[f64],
        seed: u32,
        importances: &mut [f64],
    ) -> Tree {
        self.samples.clear();
        self.samples.extend((0..self.columns.rows as u32).filter(|row| weights[*row as usize] > 0.0));
        let count = self.columns.count as u32;
        let mut candidates = Candidates {
            features: (0..count).collect(),
            constant: (0..count).collect(),
            random: XorShift(seed),
        };
        let mut tree = Tree::default();
        let mut whole = None;
        let root = Pending {
            start: 0,
            end: self.samples.len(),
            depth: 0,
            right_of: None,
            impurity: None,
            constants: 0,
        };
        let mut stack = vec![root];
        while let Some(pending) = stack.pop() {
            criterion.start(&self.samples[pending.start..pending.end]);
            let whole = *whole.get_or_insert(criterion.weights().0);
            let id = tree.nodes.len();
            if let Some(parent) = pending.right_of {
                tree.nodes[parent].next = id as u32;
            }
            match self.split(criterion, &pending, &mut candidates, whole) {
                Some((node, children, gain)) => {
                    importances[node.feature as usize] += gain;
                    tree.nodes.push(node);
                    let [left, right] = children;
                    stack.push(Pending { right_of: Some(id), ..right });
                    stack.push(left);
                }
                None => {
                    let leaf = tree.leaves.len() / criterion.outputs().max(1);
                    tree.nodes.push(Node { feature: LEAF, threshold: 0.0, next: leaf as u32 });
                    criterion.leaf(&mut tree.leaves);
                }
            }
        }
        tree
    }

    /// Splits a node into two that wait; `None` when it is a leaf. The last number is the gain in impurity.
    fn split<C: Criterion>(
        &mut self,
        criterion: &mut C,
        node: &Pending,
        candidates: &mut Candidates,
        whole: f64,
    ) -> Option<(Node, [Pending; 2], f64)> {
        let (growth, rows) = (self.growth, node.end - node.start);
        let impurity = node.impurity.unwrap_or_else(|| criterion.impurity());
        let leaf = growth.max_depth.is_some_and(|most| node.depth >= most)
            || rows < growth.min_samples_split
            || rows < growth.min_samples_leaf.saturating_mul(2)
            || impurity.is_nan()
            || impurity <= f64::EPSILON;
        if leaf {
            return None;
        }
        let (best, constants) = self.best_split(criterion, node, candidates);
        let best = best?;
        let middle = self.partition(node, &best)?;
        criterion.reset();
        for sample in &self.samples[node.start..middle] {
            criterion.push(*sample);
        }
        let (left_impurity, right_impurity) = criterion.parts();
        let (weight, left, right) = criterion.weights();
        let gain = weight * impurity - left * left_impurity - right * right_impurity;
        let improvement =
            weight / whole * (impurity - right / weight * right_impurity - left / weight * left_impurity);
        if improvement.is_nan() || improvement + f64::EPSILON < 0.0 {
            return None;
        }
        let child = |start, end, impurity| Pending {
            start,
            end,
            depth: node.depth + 1,
            right_of: None,
            impurity: Some(impurity),
            constants,
        };
        let children = [child(node.start, middle, left_impurity), child(middle, node.end, right_impurity)];
        Some((Node { feature: best.feature, threshold: best.threshold, next: 0 }, children, gain))
    }

    /// Draws features without replacement until enough were looked at, and one at least that is not constant.
    /// Returns the best split and how many features are constant here.
    fn best_split<C: Criterion>(
        &mut self,
        criterion: &mut C,
        node: &Pending,
        candidates: &mut Candidates,
    ) -> (Option<Best>, usize) {
        let Candidates { features, constant, random } = candidates;
        let known = node.constants;
        let (mut undrawn, mut visited, mut found, mut drawn_constants) = (features.len(), 0, 0, 0);
        let mut best = None;
        while undrawn > known + found && (visited < self.max_features || visited <= found + drawn_constants) {
            visited += 1;
            let mut at = random.between(drawn_constants, undrawn - found);
            if at < known {
                features.swap(drawn_constants, at);
                drawn_constants += 1;
                continue;
            }
            at += found;
            let feature = features[at];
            if !self.sort_along(feature, node) {
                features.swap(at, known + found);
                found += 1;
                continue;
            }
            undrawn -= 1;
            features.swap(undrawn, at);
            self.scan(criterion, feature, &mut best);
        }
        // Nodes below rely on the order of the constant features.
        features[..known].copy_from_slice(&constant[..known]);
        constant[known..known + found].copy_from_slice(&features[known..known + found]);
        (best, known + found)
    }

    /// Sorts the rows of a node along a feature; false when it is constant there.
    fn sort_along(&mut self, feature: u32, node: &Pending) -> bool {
        let column = self.columns.column(feature as usize);
        let (mut least, mut greatest) = (f32::INFINITY, f32::NEG_INFINITY);
        self.keys.clear();
        self.keys.extend(self.samples[node.start..node.end].iter().map(|sample| {
            let value = column[*sample as usize];
            least = least.min(value);
            greatest = greatest.max(value);
            (u64::from(ordered(value)) << 32) | u64::from(*sample)
        }));
        if greatest <= least + SAME {
            return false;
        }
        self.keys.sort_unstable();
        // Sums of numbers depend on their order in the last digit, and so do ties: keep scikit-learn's order.
        for (slot, key) in self.samples[node.start..node.end].iter_mut().zip(&self.keys) {
            *slot = *key as u32;
        }
        true
    }

    /// Tries every place between different values, keeping the first of equally good splits.
    fn scan<C: Criterion>(&self, criterion: &mut C, feature: u32, best: &mut Option<Best>) {
        let least = self.growth.min_samples_leaf;
        criterion.reset();
        for (index, pair) in self.keys.windows(2).enumerate() {
            criterion.push(pair[0] as u32);
            let (before, after) = (unordered(pair[0]), unordered(pair[1]));
            let left = index + 1;
            if after <= before + SAME || left < least || self.keys.len() - left < least {
                continue;
            }
            let merit = criterion.merit();
            if best.as_ref().map_or(f64::NEG_INFINITY, |best| best.merit) < merit {
                let threshold = f64::from(before) / 2.0 + f64::from(after) / 2.0;
                *best = Some(Best { feature, threshold, merit });
            }
        }
    }

    /// Moves the rows that go left to the front; returns where the right begins.
    fn partition(&mut self, node: &Pending, best: &Best) -> Option<usize> {
        let column = self.columns.column(best.feature as usize);
        let rows = &mut self.samples[node.start..node.end];
        let (mut left, mut right) = (0, rows.len());
        while left < right {
            if f64::from(column[rows[left] as usize]) <= best.threshold {
                left += 1;
            } else {
                right -= 1;
                rows.swap(left, right);
            }
        }
        (left > 0 && left < rows.len()).then_some(node.start + left)
    }
}

/// The bits of a finite number, in an order that is the order of the numbers.
fn ordered(value: f32) -> u32 {
    // Both zeros are one number.
    let bits = (value + 0.0).to_bits();
    if bits >> 31 == 1 { !bits } else { bits | 0x8000_0000 }
}

/// The number back from the upper half of a key.
fn unordered(key: u64) -> f32 {
    let bits = (key >> 32) as u32;
    f32::from_bits(if bits >> 31 == 1 { bits & 0x7fff_ffff } else { !bits })
}
