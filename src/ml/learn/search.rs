//! Finds nearest rows in the order in which scikit-learn meets them. Knows no answers.
//!
//! Of equally far rows the first that are met stay; on measurements to one digit (iris) such ties decide
//! predictions. So this builds the same tree, by the same partition, as `KDTree`, and walks it the same way.

use super::super::dense::Dense;
use super::neighbours::Metric;

/// Rows of a leaf, at least; at most twice as many.
const LEAF: usize = 30;
/// Features above which scikit-learn looks at every row.
const MOST_FEATURES: usize = 15;

/// Rows in boxes within boxes, or all in one.
pub(super) struct Search<'a> {
    rows: &'a Dense,
    metric: Metric,
    /// Rows, those of a box side by side.
    order: Vec<u32>,
    /// The boxes: node i has the children 2 i + 1 and 2 i + 2.
    boxes: Vec<Box>,
}

#[derive(Clone, Default)]
struct Box {
    start: usize,
    end: usize,
    low: Vec<f64>,
    high: Vec<f64>,
}

/// The nearest so far: a heap with the farthest of them on top.
struct Nearest {
    distances: Vec<f64>,
    places: Vec<u32>,
}

impl<'a> Search<'a> {
    /// Prepares to find `count` neighbours at once; few of many rows are found in a tree.
    pub(super) fn new(rows: &'a Dense, metric: Metric, count: usize) -> Self {
        let total = rows.rows();
        let tree = rows.columns <= MOST_FEATURES && count < total / 2 && metric != Metric::Cosine;
        let levels = match tree {
            true => ((total.saturating_sub(1) as f64 / LEAF as f64).max(1.0).log2() + 1.0) as u32,
            false => 1,
        };
        let boxes = vec![Box::default(); (1 << levels) - 1];
        let mut search = Self { rows, metric, order: (0..total as u32).collect(), boxes };
        search.build(0, 0, total);
        search
    }

    fn build(&mut self, node: usize, start: usize, end: usize) {
        let rows = || self.order[start..end].iter().map(|row| self.rows.row(*row as usize));
        let edge = |from: f64, better: fn(f64, f64) -> f64| {
            rows().fold(vec![from; self.rows.columns], |edge, row| {
                edge.iter().zip(row).map(|(edge, value)| better(*edge, *value)).collect()
            })
        };
        let (low, high) = (edge(f64::INFINITY, f64::min), edge(f64::NEG_INFINITY, f64::max));
        let mut widest = (0, 0.0);
        for (feature, (low, high)) in low.iter().zip(&high).enumerate() {
            if high - low > widest.1 {
                widest = (feature, high - low);
            }
        }
        self.boxes[node] = Box { start, end, low, high };
        let count = end - start;
        if 2 * node + 1 >= self.boxes.len() || count < 2 {
            return;
        }
        let (table, half) = (self.rows, count / 2);
        let value = |row: u32| table.row(row as usize)[widest.0];
        let less = |a: u32, b: u32| {
            let (x, y) = (value(a), value(b));
            if x == y { a < b } else { x < y }
        };
        select(&mut self.order[start..end], half, &less);
        self.build(2 * node + 1, start, start + half);
        self.build(2 * node + 2, start + half, end);
    }

    /// Distances and places of the nearest rows, nearest first.
    pub(super) fn nearest(&self, row: &[f64], count: usize) -> Vec<(f64, usize)> {
        let mut found = Nearest { distances: vec![f64::INFINITY; count], places: vec![0; count] };
        if count > 0 {
            self.visit(0, self.bound(0, row), row, &mut found);
        }
        let mut found: Vec<(f64, usize)> = found
            .distances
            .into_iter()
            .zip(found.places)
            .map(|(distance, place)| (self.metric.full(distance), place as usize))
            .collect();
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        found
    }

    fn visit(&self, node: usize, bound: f64, row: &[f64], found: &mut Nearest) {
        if bound > found.distances[0] {
            return;
        }
        let (left, right) = (2 * node + 1, 2 * node + 2);
        if right >= self.boxes.len() || self.boxes[right].end == 0 {
            for place in &self.order[self.boxes[node].start..self.boxes[node].end] {
                found.push(self.metric.reduced(row, self.rows.row(*place as usize)), *place);
            }
            return;
        }
        let (to_left, to_right) = (self.bound(left, row), self.bound(right, row));
        let mut ways = [(left, to_left), (right, to_right)];
        if to_left > to_right {
            ways.swap(0, 1);
        }
        for (child, bound) in ways {
            self.visit(child, bound, row, found);
        }
    }

    /// How near a row can be to any in a box.
    fn bound(&self, node: usize, row: &[f64]) -> f64 {
        let own = &self.boxes[node];
        if self.boxes.len() == 1 {
            return 0.0;
        }
        let inside: Vec<f64> = row
            .iter()
            .zip(own.low.iter().zip(&own.high))
            .map(|(value, (low, high))| {
                let (below, above) = (low - value, value - high);
                0.5 * ((below + below.abs()) + (above + above.abs()))
            })
            .collect();
        self.metric.reduced(&inside, &vec![0.0; row.len()])
    }
}

impl Nearest {
    /// Takes a row in if it is nearer than the farthest.
    fn push(&mut self, distance: f64, place: u32) {
        if distance >= self.distances[0] {
            return;
        }
        let mut at = 0;
        loop {
            let (left, right) = (2 * at + 1, 2 * at + 2);
            let of = |index: usize| self.distances.get(index).copied().unwrap_or(f64::NEG_INFINITY);
            let child = if of(left) >= of(right) { left } else { right };
            if distance >= of(child) {
                break;
            }
            self.distances[at] = self.distances[child];
            self.places[at] = self.places[child];
            at = child;
        }
        (self.distances[at], self.places[at]) = (distance, place);
    }
}

/// Moves the item that belongs at `place` there, smaller ones before it and greater ones behind: quickselect with
/// the median of three, whose order within both parts is that of the GNU C++ library.
fn select(mut items: &mut [u32], mut place: usize, less: &dyn Fn(u32, u32) -> bool) {
    let mut depth = 2 * items.len().checked_ilog2().unwrap_or(0);
    while items.len() > 3 {
        if depth == 0 {
            items.sort_by(|a, b| less(*b, *a).cmp(&less(*a, *b)));
            return;
        }
        depth -= 1;
        let cut = divide(items, less);
        if cut <= place {
            items = &mut items[cut..];
            place -= cut;
        } else {
            items = &mut items[..cut];
        }
    }
    for at in 1..items.len() {
        let mut to = at;
        while to > 0 && less(items[to], items[to - 1]) {
            items.swap(to, to - 1);
            to -= 1;
        }
    }
}

/// Puts the median of three first and parts the rest by it; returns where the greater part begins.
fn divide(items: &mut [u32], less: &dyn Fn(u32, u32) -> bool) -> usize {
    let (a, b, c) = (1, items.len() / 2, items.len() - 1);
    let (first, second, third) = (items[a], items[b], items[c]);
    let middle = match (less(first, second), less(second, third), less(first, third)) {
        (true, true, _) => b,
        (true, false, true) => c,
        (true, false, false) => a,
        (false, _, true) => a,
        (false, true, false) => c,
        (false, false, false) => b,
    };
    items.swap(0, middle);
    let pivot = items[0];
    let (mut left, mut right) = (1, items.len());
    loop {
        while less(items[left], pivot) {
            left += 1;
        }
        right -= 1;
        while less(pivot, items[right]) {
            right -= 1;
        }
        if left >= right {
            return left;
        }
        items.swap(left, right);
        left += 1;
    }
}
