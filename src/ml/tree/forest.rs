//! Fits a tree or a forest: seeds, bootstrap draws, the score on rows left out. Knows no split.

use super::super::dense::{Dense, argmax, mean};
use super::super::error::{FitError, Size};
use super::super::progress::{CurvePoint, Progress};
use super::criterion::{Classes, Impurity, Numbers};
use super::grow::{Columns, Grower, Growth};
use super::{Forest, Tree};
use crate::base::random::RandomState;

/// The greatest number of rows: the draws of a bootstrap count in 32 bits.
const MOST_ROWS: usize = i32::MAX as usize;
/// scikit-learn's RAND_R_MAX, and its bound for seeds.
pub(super) const SEED_BOUND: i64 = 2_147_483_647;

/// What to predict.
#[derive(Clone, Copy, Debug)]
pub enum Goal<'a> {
    /// Classes: a code a row, how many classes there are, and how impurity is measured.
    Classes(&'a [usize], usize, Impurity),
    /// Numbers.
    Numbers(&'a [f64]),
}

/// How to grow.
#[derive(Clone, Copy, Debug)]
pub struct ForestSettings {
    /// When each tree stops.
    pub growth: Growth,
    /// `None` fits one tree on all rows.
    pub trees: Option<usize>,
    /// Whether each tree gets its own draw of rows.
    pub bootstrap: bool,
    /// `ccp_alpha`.
    pub prune: f64,
    /// `random_state`.
    pub seed: u32,
}

/// Rows, what to predict, and the votes of trees on rows that they have not seen.
struct Fit<'a> {
    rows: &'a Dense,
    goal: Goal<'a>,
    codes: Vec<u32>,
    votes: Dense,
    voters: Vec<u32>,
}

/// Fits a tree or a forest on `rows`, which count `weights`.
///
/// # Errors
/// When a value does not fit into a 32-bit float, which trees compare with.
pub fn fit(
    rows: &Dense,
    goal: Goal,
    weights: &[f64],
    settings: ForestSettings,
    progress: &mut dyn Progress,
) -> Result<Forest, FitError> {
    let columns = columns_of(rows)?;
    let outputs = if let Goal::Classes(_, count, _) = goal { count } else { 1 };
    let codes = match goal {
        Goal::Classes(codes, ..) => codes.iter().map(|code| *code as u32).collect(),
        Goal::Numbers(_) => Vec::new(),
    };
    let (votes, voters) = (Dense::zeros(rows.rows(), outputs), vec![0; rows.rows()]);
    let mut fit = Fit { rows, goal, codes, votes, voters };
    let mut forest = Forest { trees: Vec::new(), importances: vec![0.0; rows.columns], outputs };
    let mut grower = Grower::new(&columns, settings.growth);
    let Some(count) = settings.trees else {
        let tree = fit.tree(&mut grower, weights, settings.seed)?.pruned(settings.prune, outputs);
        forest.importances = tree.importances(rows.columns);
        forest.trees.push(tree);
        progress.step(1, 1, None);
        return Ok(forest);
    };
    let mut random = RandomState::new(settings.seed);
    let seeds = random.randints(0, SEED_BOUND, count).map_err(|_| FitError::Overflow)?;
    for (index, seed) in seeds.into_iter().enumerate() {
        let drawn = bootstrap(weights, settings.bootstrap, seed as u32)?;
        let tree = fit.tree(&mut grower, &drawn, seed as u32)?.pruned(settings.prune, outputs);
        fit.vote(&tree, &drawn, settings.bootstrap);
        let gains = tree.importances(rows.columns);
        // A tree that is one leaf has nothing to say about features.
        forest.importances.iter_mut().zip(&gains).for_each(|(sum, gain)| *sum += gain);
        forest.trees.push(tree);
        progress.step(index + 1, count, fit.point(index + 1, settings.bootstrap));
    }
    normalise(&mut forest.importances);
    Ok(forest)
}

impl Fit<'_> {
    fn tree(&self, grower: &mut Grower, weights: &[f64], seed: u32) -> Result<Tree, FitError> {
        let drawn = RandomState::new(seed).randint(0, SEED_BOUND).map_err(|_| FitError::Overflow)?;
        let seed = drawn as u32;
        Ok(match self.goal {
            Goal::Classes(_, count, kind) => {
                grower.grow(&mut Classes::new(&self.codes, weights, count, kind), weights, seed)
            }
            Goal::Numbers(target) => grower.grow(&mut Numbers::new(target, weights), weights, seed),
        })
    }

    /// Adds the tree's vote on each row that it has not seen (or on all rows, without bootstrap).
    fn vote(&mut self, tree: &Tree, weights: &[f64], unseen_only: bool) {
        let outputs = self.votes.columns;
        for (index, row) in self.rows.iter_rows().enumerate() {
            if unseen_only && weights.get(index).is_some_and(|weight| *weight > 0.0) {
                continue;
            }
            if let (Some(leaf), Some(voters)) = (tree.leaf(row, outputs), self.voters.get_mut(index)) {
                super::add_scaled(self.votes.row_mut(index), 1.0, leaf);
                *voters += 1;
            }
        }
    }

    /// The score so far: accuracy, or R², on rows with votes.
    fn point(&self, trees: usize, bootstrap: bool) -> Option<CurvePoint> {
        let voted = || self.voters.iter().enumerate().filter(|(_, voters)| **voters > 0);
        let count = voted().count();
        let value = match self.goal {
            Goal::Classes(codes, ..) => {
                let right = voted().filter(|(row, _)| Some(&argmax(self.votes.row(*row))) == codes.get(*row));
                right.count() as f64 / count as f64
            }
            Goal::Numbers(target) => {
                let pairs: Vec<(f64, f64)> = voted()
                    .filter_map(|(row, voters)| {
                        Some((*target.get(row)?, self.votes.row(row).first()? / f64::from(*voters)))
                    })
                    .collect();
                r2(&pairs)?
            }
        };
        let metric = if bootstrap { "oob_score" } else { "train_score" };
        (count > 0).then_some(CurvePoint { metric, step: trees as u64, value })
    }
}

/// R² of pairs of truth and prediction; `None` where it is not defined.
fn r2(pairs: &[(f64, f64)]) -> Option<f64> {
    let truth: Vec<f64> = pairs.iter().map(|(truth, _)| *truth).collect();
    let middle = mean(&truth);
    let spread: f64 = truth.iter().map(|truth| (truth - middle).powi(2)).sum();
    let error: f64 = pairs.iter().map(|(truth, guess)| (truth - guess).powi(2)).sum();
    Some(1.0 - error / spread).filter(|score| score.is_finite())
}

/// The weights times how often each row is drawn.
fn bootstrap(weights: &[f64], draw: bool, seed: u32) -> Result<Vec<f64>, FitError> {
    if !draw {
        return Ok(weights.to_vec());
    }
    let mut times = vec![0.0; weights.len()];
    let drawn =
        RandomState::new(seed).choice(weights.len(), weights.len()).map_err(|_| FitError::Overflow)?;
    for row in drawn {
        if let Some(time) = times.get_mut(row) {
            *time += 1.0;
        }
    }
    times.iter_mut().zip(weights).for_each(|(time, weight)| *time *= weight);
    Ok(times)
}

/// The table as 32-bit floats, column by column.
pub(super) fn columns_of(rows: &Dense) -> Result<Columns, FitError> {
    let count = rows.rows();
    if count > MOST_ROWS {
        return Err(FitError::TooLarge { what: Size::Rows, found: count, limit: MOST_ROWS });
    }
    let mut values = vec![0.0_f32; rows.values.len()];
    for (row, numbers) in rows.iter_rows().enumerate() {
        for (column, number) in numbers.iter().enumerate() {
            let narrow = *number as f32;
            if !narrow.is_finite() {
                return Err(FitError::NotFinite { column, row });
            }
            values[column * count + row] = narrow;
        }
    }
    Ok(Columns::new(values, count))
}

/// Divides by the sum, where there is one.
pub(super) fn normalise(gains: &mut [f64]) {
    let sum: f64 = gains.iter().sum();
    if sum > 0.0 {
        gains.iter_mut().for_each(|gain| *gain /= sum);
    }
}
