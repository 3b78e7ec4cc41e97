//! How mixed a node is, and how much a split would unmix it. Knows no features.

/// The impurity of classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Impurity {
    /// `gini`.
    Gini,
    /// `entropy` or `log_loss`, in bits.
    Entropy,
}

/// Running statistics of a node and of the two parts that a scan along a feature makes of it.
///
/// The order of operations is scikit-learn's, so that equal splits are equal to the last bit and ties break alike.
pub trait Criterion {
    /// Takes the rows of a node.
    fn start(&mut self, samples: &[u32]);
    /// Starts a scan: all rows are on the right.
    fn reset(&mut self);
    /// Starts a scan from the other end: all rows are on the left.
    fn reset_left(&mut self);
    /// Moves one row to the left.
    fn push(&mut self, sample: u32);
    /// Moves one row to the right.
    fn pull(&mut self, sample: u32);
    /// Larger for better splits; comparable within a node only.
    fn merit(&self) -> f64;
    /// The impurity of the node.
    fn impurity(&self) -> f64;
    /// The impurities of both parts, `left` being the rows of the left one.
    fn parts(&self, left: &[u32]) -> (f64, f64);
    /// The weight of the node and of its parts.
    fn weights(&self) -> (f64, f64, f64);
    /// Appends what a leaf of this node predicts.
    fn leaf(&self, values: &mut Vec<f64>);
}

/// Moves the border of both parts from `from` to `to` among rows in an order, from whichever end is nearer.
pub fn advance(criterion: &mut impl Criterion, rows: impl Rows, from: usize, to: usize) {
    if to - from <= rows.count() - to {
        (from..to).for_each(|place| criterion.push(rows.at(place)));
    } else {
        criterion.reset_left();
        (to..rows.count()).rev().for_each(|place| criterion.pull(rows.at(place)));
    }
}

/// Rows in an order.
pub trait Rows {
    /// How many there are.
    fn count(&self) -> usize;
    /// The row at a place.
    fn at(&self, place: usize) -> u32;
}

impl Rows for &[u32] {
    fn count(&self) -> usize {
        self.len()
    }

    fn at(&self, place: usize) -> u32 {
        self[place]
    }
}

/// Keys hold the row in their lower half.
impl Rows for &[u64] {
    fn count(&self) -> usize {
        self.len()
    }

    fn at(&self, place: usize) -> u32 {
        self[place] as u32
    }
}

/// Classes, with weights that are counts of bootstrap draws.
pub struct Classes<'a> {
    codes: &'a [u32],
    weights: &'a [f64],
    kind: Impurity,
    total: Vec<f64>,
    left: Vec<f64>,
    right: Vec<f64>,
    weight: f64,
    left_weight: f64,
    /// Running sums of squares of the counts on each side: exact while counts are whole.
    left_square: f64,
    right_square: f64,
    total_square: f64,
    /// Whether all weights are whole.
    whole: bool,
}

impl<'a> Classes<'a> {
    /// A criterion for `count` classes.
    pub fn new(codes: &'a [u32], weights: &'a [f64], count: usize, kind: Impurity) -> Self {
        let zeros = || vec![0.0; count];
        Self {
            codes,
            weights,
            kind,
            total: zeros(),
            left: zeros(),
            right: zeros(),
            weight: 0.0,
            left_weight: 0.0,
            left_square: 0.0,
            right_square: 0.0,
            total_square: 0.0,
            whole: weights.iter().all(|weight| weight.fract() == 0.0),
        }
    }

    fn of(&self, counts: &[f64], square: f64, weight: f64) -> f64 {
        match self.kind {
            Impurity::Gini if self.whole => 1.0 - square / (weight * weight),
            Impurity::Gini => 1.0 - counts.iter().map(|count| count * count).sum::<f64>() / (weight * weight),
            Impurity::Entropy => {
                let present = counts.iter().filter(|count| **count > 0.0);
                present.fold(0.0, |entropy, count| {
                    let share = count / weight;
                    entropy - share * (share.ln() / std::f64::consts::LN_2)
                })
            }
        }
    }
}

impl Criterion for Classes<'_> {
    fn start(&mut self, samples: &[u32]) {
        self.total.fill(0.0);
        self.weight = 0.0;
        for sample in samples {
            let weight = self.weights[*sample as usize];
            self.total[self.codes[*sample as usize] as usize] += weight;
            self.weight += weight;
        }
        self.total_square = self.total.iter().map(|count| count * count).sum();
    }

    fn reset(&mut self) {
        self.left.fill(0.0);
        self.right.copy_from_slice(&self.total);
        self.left_weight = 0.0;
        self.left_square = 0.0;
        self.right_square = self.total_square;
    }

    fn reset_left(&mut self) {
        self.left.copy_from_slice(&self.total);
        self.right.fill(0.0);
        self.left_weight = self.weight;
        self.left_square = self.total_square;
        self.right_square = 0.0;
    }

    fn pull(&mut self, sample: u32) {
        let weight = self.weights[sample as usize];
        let class = self.codes[sample as usize] as usize;
        let (left, right) = (&mut self.left[class], &mut self.right[class]);
        self.left_square -= weight * (2.0 * *left - weight);
        self.right_square += weight * (2.0 * *right + weight);
        *left -= weight;
        *right += weight;
        self.left_weight -= weight;
    }

    fn push(&mut self, sample: u32) {
        let weight = self.weights[sample as usize];
        let class = self.codes[sample as usize] as usize;
        let (left, right) = (&mut self.left[class], &mut self.right[class]);
        self.left_square += weight * (2.0 * *left + weight);
        self.right_square -= weight * (2.0 * *right - weight);
        *left += weight;
        *right -= weight;
        self.left_weight += weight;
    }

    fn merit(&self) -> f64 {
        let (left, right) = self.parts(&[]);
        -(self.weight - self.left_weight) * right - self.left_weight * left
    }

    fn impurity(&self) -> f64 {
        self.of(&self.total, self.total_square, self.weight)
    }

    fn parts(&self, _left: &[u32]) -> (f64, f64) {
        let right_weight = self.weight - self.left_weight;
        let left = self.of(&self.left, self.left_square, self.left_weight);
        (left, self.of(&self.right, self.right_square, right_weight))
    }

    fn weights(&self) -> (f64, f64, f64) {
        (self.weight, self.left_weight, self.weight - self.left_weight)
    }

    fn leaf(&self, values: &mut Vec<f64>) {
        values.extend(self.total.iter().map(|count| count / self.weight));
    }
}

/// Numbers, by the mean squared error.
pub struct Numbers<'a> {
    target: &'a [f64],
    weights: &'a [f64],
    sum: f64,
    square: f64,
    weight: f64,
    left_sum: f64,
    left_weight: f64,
}

impl<'a> Numbers<'a> {
    /// A criterion for this target.
    pub fn new(target: &'a [f64], weights: &'a [f64]) -> Self {
        Self { target, weights, sum: 0.0, square: 0.0, weight: 0.0, left_sum: 0.0, left_weight: 0.0 }
    }
}

impl Criterion for Numbers<'_> {
    fn start(&mut self, samples: &[u32]) {
        (self.sum, self.square, self.weight) = (0.0, 0.0, 0.0);
        for sample in samples {
            let (value, weight) = (self.target[*sample as usize], self.weights[*sample as usize]);
            let weighted = weight * value;
            self.sum += weighted;
            self.square += weighted * value;
            self.weight += weight;
        }
        self.reset();
    }

    fn reset(&mut self) {
        (self.left_sum, self.left_weight) = (0.0, 0.0);
    }

    fn reset_left(&mut self) {
        (self.left_sum, self.left_weight) = (self.sum, self.weight);
    }

    fn push(&mut self, sample: u32) {
        let weight = self.weights[sample as usize];
        self.left_sum += weight * self.target[sample as usize];
        self.left_weight += weight;
    }

    fn pull(&mut self, sample: u32) {
        let weight = self.weights[sample as usize];
        self.left_sum -= weight * self.target[sample as usize];
        self.left_weight -= weight;
    }

    fn merit(&self) -> f64 {
        let right = self.sum - self.left_sum;
        self.left_sum * self.left_sum / self.left_weight + right * right / (self.weight - self.left_weight)
    }

    fn impurity(&self) -> f64 {
        self.square / self.weight - (self.sum / self.weight).powi(2)
    }

    fn parts(&self, left: &[u32]) -> (f64, f64) {
        let (right_weight, right) = (self.weight - self.left_weight, self.sum - self.left_sum);
        let left_square = left.iter().fold(0.0, |sum, sample| {
            let value = self.target[*sample as usize];
            sum + self.weights[*sample as usize] * value * value
        });
        (
            left_square / self.left_weight - (self.left_sum / self.left_weight).powi(2),
            (self.square - left_square) / right_weight - (right / right_weight).powi(2),
        )
    }

    fn weights(&self) -> (f64, f64, f64) {
        (self.weight, self.left_weight, self.weight - self.left_weight)
    }

    fn leaf(&self, values: &mut Vec<f64>) {
        values.push(self.sum / self.weight);
    }
}
