//! Grows one tree, by depth or by use, the best split of some features at each node. Knows classes and numbers only
//! through a criterion.

use super::criterion::{Criterion, advance};
use super::sort::sort_by_value;
use super::{Node, Side, Tree};
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// Values that differ by no more than this count as equal.
const SAME: f32 = 1e-7;

/// When to stop growing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Growth {
    /// `max_depth`.
    pub max_depth: Option<usize>,
    /// `min_samples_split`.
    pub min_samples_split: usize,
    /// `min_samples_leaf`.
    pub min_samples_leaf: usize,
    /// `max_features`.
    pub max_features: MaxFeatures,
    /// `max_leaf_nodes`: with a bound the most useful splits come first, without one depth does.
    pub max_leaf_nodes: Option<usize>,
    /// `min_impurity_decrease`.
    pub min_impurity_decrease: f64,
    /// `splitter="random"`: one random place a feature instead of the best.
    pub random_places: bool,
}

impl Default for Growth {
    /// A tree that grows until its leaves are pure.
    fn default() -> Self {
        Self {
            max_depth: None,
            min_samples_split: 2,
            min_samples_leaf: 1,
            max_features: MaxFeatures::All,
            max_leaf_nodes: None,
            min_impurity_decrease: 0.0,
            random_places: false,
        }
    }
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
    /// How many of `features` that is.
    pub fn of(self, features: usize) -> usize {
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
    fn next(&mut self) -> u32 {
        let mut word = if self.0 == 0 { 1 } else { self.0 };
        word ^= word << 13;
        word ^= word >> 17;
        word ^= word << 5;
        self.0 = word;
        word % 0x8000_0000
    }

    /// A number in [low, high).
    fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.next() as usize % (high - low)
    }

    /// A number between both.
    fn uniform(&mut self, low: f64, high: f64) -> f64 {
        (high - low) * f64::from(self.next()) / f64::from(0x7fff_ffff_u32) + low
    }
}

/// Which features are still worth a look at a node. Constant ones come first and stay so below it.
struct Candidates {
    features: Vec<u32>,
    constant: Vec<u32>,
    random: XorShift,
}

/// A node that waits to be split.
#[derive(Clone, Copy)]
struct Pending {
    start: usize,
    end: usize,
    depth: usize,
    impurity: Option<f64>,
    constants: usize,
}

/// A split that was found: the parts that it makes, left and right, and what it gains.
struct Found {
    feature: u32,
    threshold: f64,
    children: [Pending; 2],
    improvement: f64,
}

/// A split that waits until it is the most useful one.
struct Waiting {
    node: usize,
    found: Found,
}

impl Ord for Waiting {
    fn cmp(&self, other: &Self) -> Ordering {
        self.found.improvement.total_cmp(&other.found.improvement)
    }
}

impl PartialOrd for Waiting {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Waiting {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Waiting {}

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

    /// Grows a tree on the rows of positive weight.
    pub fn grow<C: Criterion>(&mut self, criterion: &mut C, weights: &[f64], seed: u32) -> Tree {
        self.samples.clear();
        self.samples.extend((0..self.columns.rows as u32).filter(|row| weights[*row as usize] > 0.0));
        let count = self.columns.count as u32;
        let mut candidates = Candidates {
            features: (0..count).collect(),
            constant: (0..count).collect(),
            random: XorShift(seed),
        };
        criterion.start(&self.samples);
        let whole = criterion.weights().0;
        let root = Pending { start: 0, end: self.samples.len(), depth: 0, impurity: None, constants: 0 };
        match self.growth.max_leaf_nodes {
            None => self.by_depth(criterion, root, &mut candidates, whole),
            Some(leaves) => self.by_use(criterion, root, &mut candidates, (whole, leaves)),
        }
    }

    /// Splits left children before right ones.
    fn by_depth<C: Criterion>(
        &mut self,
        criterion: &mut C,
        root: Pending,
        candidates: &mut Candidates,
        whole: f64,
    ) -> Tree {
        let mut tree = Tree::default();
        let mut stack = vec![(root, None)];
        while let Some((pending, place)) = stack.pop() {
            let (id, found) = self.plant(criterion, &mut tree, pending, candidates, whole);
            tree.hang(place, id);
            if let Some(found) = found {
                tree.split(id, found.feature, found.threshold);
                let [left, right] = found.children;
                stack.push((right, Some((id, Side::Right))));
                stack.push((left, Some((id, Side::Left))));
            }
        }
        tree
    }

    /// Splits where it gains most, until there are enough leaves.
    fn by_use<C: Criterion>(
        &mut self,
        criterion: &mut C,
        root: Pending,
        candidates: &mut Candidates,
        (whole, leaves): (f64, usize),
    ) -> Tree {
        let mut tree = Tree::default();
        let mut waiting = BinaryHeap::new();
        let (node, found) = self.plant(criterion, &mut tree, root, candidates, whole);
        waiting.extend(found.map(|found| Waiting { node, found }));
        for _ in 1..leaves {
            let Some(Waiting { node, found }) = waiting.pop() else { break };
            tree.split(node, found.feature, found.threshold);
            for (child, side) in found.children.into_iter().zip([Side::Left, Side::Right]) {
                let (id, found) = self.plant(criterion, &mut tree, child, candidates, whole);
                tree.hang(Some((node, side)), id);
                waiting.extend(found.map(|found| Waiting { node: id, found }));
            }
        }
        tree
    }

    /// Adds a node as a leaf and looks for its best split.
    fn plant<C: Criterion>(
        &mut self,
        criterion: &mut C,
        tree: &mut Tree,
        pending: Pending,
        candidates: &mut Candidates,
        whole: f64,
    ) -> (usize, Option<Found>) {
        criterion.start(&self.samples[pending.start..pending.end]);
        let impurity = pending.impurity.unwrap_or_else(|| criterion.impurity());
        criterion.leaf(&mut tree.values);
        tree.nodes.push(Node::leaf(impurity, pending.end - pending.start, criterion.weights().0));
        let found = self.split(criterion, &pending, impurity, candidates, whole);
        (tree.nodes.len() - 1, found)
    }

    /// The best split of a node; `None` when it is a leaf.
    fn split<C: Criterion>(
        &mut self,
        criterion: &mut C,
        node: &Pending,
        impurity: f64,
        candidates: &mut Candidates,
        whole: f64,
    ) -> Option<Found> {
        let (growth, rows) = (self.growth, node.end - node.start);
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
        let samples = &self.samples[node.start..node.end];
        criterion.reset();
        advance(criterion, samples, 0, middle - node.start);
        let (left_impurity, right_impurity) = criterion.parts(&samples[..middle - node.start]);
        let (weight, left, right) = criterion.weights();
        let improvement =
            weight / whole * (impurity - right / weight * right_impurity - left / weight * left_impurity);
        if improvement.is_nan() || improvement + f64::EPSILON < growth.min_impurity_decrease {
            return None;
        }
        let child = |start, end, impurity| Pending {
            start,
            end,
            depth: node.depth + 1,
            impurity: Some(impurity),
            constants,
        };
        let children = [child(node.start, middle, left_impurity), child(middle, node.end, right_impurity)];
        Some(Found { feature: best.feature, threshold: best.threshold, children, improvement })
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
            let varies = match self.growth.random_places {
                true => self.spread_along(feature, node),
                false => self.sort_along(feature, node),
            };
            if !varies {
                features.swap(at, known + found);
                found += 1;
                continue;
            }
            undrawn -= 1;
            features.swap(undrawn, at);
            match self.growth.random_places {
                true => self.cut(criterion, (feature, node), random, &mut best),
                false => self.scan(criterion, feature, &mut best),
            }
        }
        // Nodes below rely on the order of the constant features.
        features[..known].copy_from_slice(&constant[..known]);
        constant[known..known + found].copy_from_slice(&features[known..known + found]);
        (best, known + found)
    }

    /// Notes the rows of a node along a feature; false when it is constant there.
    fn spread_along(&mut self, feature: u32, node: &Pending) -> bool {
        let column = self.columns.column(feature as usize);
        let (mut least, mut greatest) = (f32::INFINITY, f32::NEG_INFINITY);
        self.keys.clear();
        self.keys.extend(self.samples[node.start..node.end].iter().map(|sample| {
            let value = column[*sample as usize];
            least = least.min(value);
            greatest = greatest.max(value);
            (u64::from(ordered(value)) << 32) | u64::from(*sample)
        }));
        greatest > least + SAME
    }

    /// Sorts the rows of a node along a feature; false when it is constant there.
    fn sort_along(&mut self, feature: u32, node: &Pending) -> bool {
        let varies = self.spread_along(feature, node);
        sort_by_value(&mut self.keys);
        for (slot, key) in self.samples[node.start..node.end].iter_mut().zip(&self.keys) {
            *slot = *key as u32;
        }
        varies
    }

    /// Tries every place between different values, keeping the first of equally good splits.
    fn scan<C: Criterion>(&self, criterion: &mut C, feature: u32, best: &mut Option<Best>) {
        let (least, count) = (self.growth.min_samples_leaf, self.keys.len());
        criterion.reset();
        let mut passed = 0;
        for (index, pair) in self.keys.windows(2).enumerate() {
            let (before, after) = (unordered(pair[0]), unordered(pair[1]));
            let left = index + 1;
            if after <= before + SAME || left < least || count - left < least {
                continue;
            }
            advance(criterion, &self.keys[..], passed, left);
            passed = left;
            let merit = criterion.merit();
            if best.as_ref().map_or(f64::NEG_INFINITY, |best| best.merit) < merit {
                let threshold = f64::from(before) / 2.0 + f64::from(after) / 2.0;
                *best = Some(Best { feature, threshold, merit });
            }
        }
    }

    /// Tries one random place along a feature, and leaves the rows parted there.
    fn cut<C: Criterion>(
        &mut self,
        criterion: &mut C,
        (feature, node): (u32, &Pending),
        random: &mut XorShift,
        best: &mut Option<Best>,
    ) {
        let values = || self.keys.iter().map(|key| f64::from(unordered(*key)));
        let low = values().fold(f64::INFINITY, f64::min);
        let high = values().fold(f64::NEG_INFINITY, f64::max);
        let drawn = random.uniform(low, high);
        let threshold = if drawn == high { low } else { drawn };
        let tried = Best { feature, threshold, merit: 0.0 };
        let Some(middle) = self.partition(node, &tried) else { return };
        let (left, count) = (middle - node.start, node.end - node.start);
        let least = self.growth.min_samples_leaf;
        if left < least || count - left < least {
            return;
        }
        criterion.reset();
        advance(criterion, &self.samples[node.start..node.end], 0, left);
        let merit = criterion.merit();
        if best.as_ref().map_or(f64::NEG_INFINITY, |best| best.merit) < merit {
            *best = Some(Best { merit, ..tried });
        }
    }

    /// Moves the rows that go left to the front; returns where the right begins.
    fn partition(&mut self, node: &Pending, best: &Best) -> Option<usize> {
        let column = self.columns.column(best.feature as usize);
        let rows = &mut self.samples[node.start..node.end];
        let goes_left = |row: &u32| f64::from(column[*row as usize]) <= best.threshold;
        let first = rows.iter().take_while(|row| goes_left(row)).count();
        if self.growth.random_places && !rows[first..].iter().any(goes_left) {
            // The place that was tried last: moving rows again would only change their order.
            return (first > 0 && first < rows.len()).then_some(node.start + first);
        }
        let (mut left, mut right) = (0, rows.len());
        while left < right {
            if goes_left(&rows[left]) {
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
