//! Gradient boosting: trees on the gradient of a loss, one after the other. Knows squared error and log loss.
//!
//! Ours: linfa has none. Draws and order of operations are scikit-learn's.

use super::super::dense::{Dense, argmax, pairwise_sum, softmax};
use super::super::error::FitError;
use super::super::progress::{CurvePoint, Progress};
use super::criterion::Numbers;
use super::forest::{SEED_BOUND, columns_of};
use super::grow::{Grower, Growth};
use super::{Goal, Tree};
use crate::base::random::{Bits, RandomState};
use serde::{Deserialize, Serialize};

/// A denominator below this gives a leaf nothing to say.
const TINY: f64 = 1e-150;

/// How to boost.
#[derive(Clone, Copy, Debug)]
pub struct BoostSettings {
    /// When each tree stops.
    pub growth: Growth,
    /// `n_estimators`.
    pub stages: usize,
    /// `learning_rate`.
    pub rate: f64,
    /// `subsample`.
    pub subsample: f64,
    /// `ccp_alpha`.
    pub prune: f64,
    /// `random_state`.
    pub seed: u32,
}

/// Boosted trees.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Boosted {
    /// Stage by stage, in each one tree a score.
    pub trees: Vec<Tree>,
    /// What the scores are before the first stage.
    pub start: Vec<f64>,
    /// `learning_rate`.
    pub rate: f64,
    /// How many classes there are; 0 for numbers.
    pub classes: usize,
    /// `train_score_`: the loss after each stage.
    pub losses: Vec<f64>,
}

/// Fits boosted trees on `rows`, which count `weights`.
///
/// # Errors
/// When a value does not fit into a 32-bit float, or the arithmetic overflows.
pub fn boost(
    rows: &Dense,
    goal: Goal,
    weights: &[f64],
    settings: BoostSettings,
    progress: &mut dyn Progress,
) -> Result<Boosted, FitError> {
    let columns = columns_of(rows)?;
    let mut grower = Grower::new(&columns, settings.growth);
    let loss = Loss { goal, weights };
    let start = loss.start();
    let outputs = start.len();
    let mut scores = Dense { values: start.repeat(rows.rows()), columns: outputs };
    let mut random = RandomState::new(settings.seed);
    let mut boosted = Boosted {
        trees: Vec::new(),
        start,
        rate: settings.rate,
        classes: loss.classes(),
        losses: Vec::new(),
    };
    let in_bag = ((settings.subsample * rows.rows() as f64) as usize).max(1);
    for stage in 1..=settings.stages {
        let mut drawn = weights.to_vec();
        if settings.subsample < 1.0 {
            leave_out(&mut drawn, in_bag, &mut random);
        }
        let gradients: Vec<Vec<f64>> = (0..outputs).map(|output| loss.descent(&scores, output)).collect();
        for (output, gradient) in gradients.iter().enumerate() {
            let seed = random.randint(0, SEED_BOUND).map_err(|_| FitError::Overflow)? as u32;
            let tree = grower.grow(&mut Numbers::new(gradient, &drawn), &drawn, seed);
            let mut tree = tree.pruned(settings.prune, 1);
            let leaves: Option<Vec<usize>> = rows.iter_rows().map(|row| tree.apply(row)).collect();
            let leaves = leaves.ok_or(FitError::Overflow)?;
            loss.line_search(&mut tree, &leaves, gradient, output, &drawn);
            for (row, leaf) in leaves.iter().enumerate() {
                scores.values[row * outputs + output] += settings.rate * tree.values[*leaf];
            }
            boosted.trees.push(tree);
        }
        let mean = loss.mean(&scores, &drawn);
        if !mean.is_finite() {
            return Err(FitError::Overflow);
        }
        boosted.losses.push(mean);
        let point = CurvePoint { metric: "loss", step: stage as u64, value: mean };
        progress.step(stage, settings.stages, Some(point));
    }
    Ok(boosted)
}

/// Draws which rows a stage sees; the others count nothing.
fn leave_out(weights: &mut [f64], in_bag: usize, random: &mut RandomState) {
    let rows = weights.len();
    let mut taken = 0;
    for (row, weight) in weights.iter_mut().enumerate() {
        if random.next_double() * ((rows - row) as f64) < (in_bag - taken) as f64 {
            taken += 1;
        } else {
            *weight = 0.0;
        }
    }
}

struct Loss<'a> {
    goal: Goal<'a>,
    weights: &'a [f64],
}

impl Loss<'_> {
    fn classes(&self) -> usize {
        if let Goal::Classes(_, classes, _) = self.goal { classes } else { 0 }
    }

    /// The best constant scores: the mean, or the logarithms of the shares of classes.
    fn start(&self) -> Vec<f64> {
        let whole: f64 = self.weights.iter().sum();
        match self.goal {
            Goal::Numbers(target) => {
                vec![target.iter().zip(self.weights).map(|(y, w)| y * w).sum::<f64>() / whole]
            }
            Goal::Classes(codes, classes, _) => {
                let mut shares = vec![0.0; classes];
                codes.iter().zip(self.weights).for_each(|(code, weight)| shares[*code] += weight);
                let share = |share: &f64| (share / whole).clamp(f64::EPSILON, 1.0 - f64::EPSILON);
                if classes == 2 {
                    let second = share(&shares[1]);
                    return vec![log_odds(second)];
                }
                let middle = shares.iter().map(|own| share(own).ln()).sum::<f64>() / classes as f64;
                shares.iter().map(|own| (share(own) / middle.exp()).ln()).collect()
            }
        }
    }

    /// The truth of one output: a number, or 1 for the class and 0 for the others.
    fn truth(&self, row: usize, output: usize) -> f64 {
        match self.goal {
            Goal::Numbers(target) => target[row],
            Goal::Classes(codes, 2, _) => f64::from(u8::from(codes[row] == 1)),
            Goal::Classes(codes, ..) => f64::from(u8::from(codes[row] == output)),
        }
    }

    /// What the scores lack: the truth less what they say.
    fn descent(&self, scores: &Dense, output: usize) -> Vec<f64> {
        let classes = self.classes();
        let lack = |(row, scores): (usize, &[f64])| {
            let truth = self.truth(row, output);
            match classes {
                0 => truth - scores[0],
                2 => lack_of_share(truth, scores[0]),
                _ => {
                    let mut shares = scores.to_vec();
                    softmax(&mut shares);
                    truth - shares[output]
                }
            }
        };
        scores.iter_rows().enumerate().map(lack).collect()
    }

    /// One Newton step in each leaf, instead of the mean gradient.
    fn line_search(&self, tree: &mut Tree, leaves: &[usize], gradient: &[f64], output: usize, drawn: &[f64]) {
        let classes = self.classes();
        if classes == 0 {
            return;
        }
        let factor = if classes > 2 { (classes - 1) as f64 / classes as f64 } else { 1.0 };
        let mut members = vec![Vec::new(); tree.nodes.len()];
        for (row, leaf) in leaves.iter().enumerate().filter(|(row, _)| drawn[*row] > 0.0) {
            members[*leaf].push(row);
        }
        let sum = |rows: &[usize], number: &dyn Fn(usize) -> f64| {
            pairwise_sum(&rows.iter().map(|row| number(*row) * drawn[*row]).collect::<Vec<f64>>())
        };
        let curvature = |row: usize| {
            let share = self.truth(row, output) - gradient[row];
            share * (1.0 - share)
        };
        for ((node, value), rows) in tree.nodes.iter().zip(&mut tree.values).zip(&members) {
            if node.is_leaf() {
                let weight = sum(rows, &|_| 1.0);
                let above = sum(rows, &|row| gradient[row]) / weight * factor;
                let below = sum(rows, &curvature) / weight;
                *value = if below.abs() < TINY || below.is_nan() { 0.0 } else { above / below };
            }
        }
    }

    /// The mean loss, as scikit-learn scales it.
    fn mean(&self, scores: &Dense, drawn: &[f64]) -> f64 {
        let one = |(row, scores): (usize, &[f64])| match self.goal {
            Goal::Numbers(target) => (target[row] - scores[0]).powi(2),
            Goal::Classes(_, 2, _) => {
                let score = scores[0];
                2.0 * (score.max(0.0) + (-score.abs()).exp().ln_1p() - self.truth(row, 0) * score)
            }
            Goal::Classes(codes, ..) => softmax(&mut scores.to_vec()) - scores[codes[row]],
        };
        let losses = scores.iter_rows().enumerate().map(one);
        let sum: f64 = losses.zip(drawn).filter(|(_, w)| **w > 0.0).map(|(loss, weight)| loss * weight).sum();
        sum / drawn.iter().sum::<f64>()
    }
}

/// The logarithm of the odds, near a half with the digits that a quotient would lose.
fn log_odds(share: f64) -> f64 {
    if !(0.3..=0.65).contains(&share) {
        return (share / (1.0 - share)).ln();
    }
    let off = 2.0 * (share - 0.5);
    off.ln_1p() - (-off).ln_1p()
}

/// What a probability lacks to the truth, in the one form that keeps its digits for either truth.
fn lack_of_share(truth: f64, score: f64) -> f64 {
    if score <= -37.0 {
        return truth - score.exp();
    }
    let against = (-score).exp();
    -((1.0 - truth) - truth * against) / (1.0 + against)
}

/// 1 / (1 + e^-score).
fn sigmoid(score: f64) -> f64 {
    1.0 / (1.0 + (-score).exp())
}

impl Boosted {
    /// The scores of each row after every stage.
    pub fn stages(&self, rows: &Dense) -> Option<Vec<Dense>> {
        let mut scores = self.begin(rows);
        let mut stages = Vec::with_capacity(self.losses.len());
        for trees in self.trees.chunks_exact(self.start.len().max(1)) {
            self.advance(trees, rows, &mut scores)?;
            stages.push(scores.clone());
        }
        Some(stages)
    }

    /// The scores of each row after the last stage; `None` when the model is damaged.
    pub fn scores(&self, rows: &Dense) -> Option<Dense> {
        let mut scores = self.begin(rows);
        for trees in self.trees.chunks_exact(self.start.len().max(1)) {
            self.advance(trees, rows, &mut scores)?;
        }
        Some(scores)
    }

    fn begin(&self, rows: &Dense) -> Dense {
        Dense { values: self.start.repeat(rows.rows()), columns: self.start.len() }
    }

    fn advance(&self, trees: &[Tree], rows: &Dense, scores: &mut Dense) -> Option<()> {
        for (row, scores) in rows.iter_rows().zip(scores.values.chunks_exact_mut(trees.len())) {
            for (tree, score) in trees.iter().zip(scores) {
                *score += self.rate * tree.leaf(row, 1)?.first()?;
            }
        }
        Some(())
    }

    /// Scores as probabilities of classes.
    pub fn probabilities(&self, mut scores: Dense) -> Dense {
        if self.classes == 2 {
            let values = scores.values.iter().flat_map(|score| [1.0 - sigmoid(*score), sigmoid(*score)]);
            return Dense { values: values.collect(), columns: 2 };
        }
        scores.values.chunks_exact_mut(self.classes.max(1)).for_each(|scores| {
            softmax(scores);
        });
        scores
    }

    /// The class that each row of scores speaks for.
    pub fn classes_of(&self, scores: &Dense) -> Vec<usize> {
        match self.classes {
            2 => scores.values.iter().map(|score| usize::from(*score >= 0.0)).collect(),
            _ => scores.iter_rows().map(argmax).collect(),
        }
    }

    /// `feature_importances_`.
    pub fn importances(&self, features: usize) -> Vec<f64> {
        let mut sums = vec![0.0; features];
        for tree in self.trees.iter().filter(|tree| tree.nodes.len() > 1) {
            sums.iter_mut().zip(tree.gains(features)).for_each(|(sum, gain)| *sum += gain);
        }
        super::forest::normalise(&mut sums);
        sums
    }
}
