//! Which rows train and which test: `train_test_split`, `KFold`, `StratifiedKFold` of scikit-learn 1.9, with the
//! same rows in the same order for the same `random_state`. Knows row numbers and class codes only.

use super::error::SplitError;
use crate::base::random::{Bits, RandomState};
use serde::{Deserialize, Serialize};

/// How large a part is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum PartSize {
    /// A share of the rows, in (0, 1).
    Share(f64),
    /// So many rows.
    Count(usize),
}

/// The arguments of `train_test_split`.
#[derive(Clone, Debug, PartialEq)]
pub struct TrainTestSplit<'a> {
    /// `test_size`; a quarter when neither size is given.
    pub test_size: Option<PartSize>,
    /// `train_size`; what the test rows leave when not given.
    pub train_size: Option<PartSize>,
    /// `random_state`.
    pub random_state: u32,
    /// `shuffle`.
    pub shuffle: bool,
    /// `stratify`: a class code a row (codes in the order of `np.unique`).
    pub stratify: Option<&'a [usize]>,
}

impl Default for TrainTestSplit<'_> {
    fn default() -> Self {
        Self { test_size: None, train_size: None, random_state: 0, shuffle: true, stratify: None }
    }
}

/// Row numbers of the two parts, in scikit-learn's order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Split {
    /// Rows to train on.
    pub train: Vec<usize>,
    /// Rows to test on.
    pub test: Vec<usize>,
}

impl TrainTestSplit<'_> {
    /// Splits the rows 0 to `rows` - 1.
    ///
    /// # Errors
    /// As scikit-learn: sizes that do not fit, classes that are too small.
    pub fn split(&self, rows: usize) -> Result<Split, SplitError> {
        let (train, test) = self.sizes(rows)?;
        match (self.shuffle, self.stratify) {
            (false, Some(_)) => Err(SplitError::StratifyNeedsShuffle),
            (false, None) => Ok(Split { train: (0..train).collect(), test: (train..train + test).collect() }),
            (true, None) => {
                let mut order = RandomState::new(self.random_state).permutation(rows);
                order.truncate(train + test);
                let train = order.split_off(test);
                Ok(Split { train, test: order })
            }
            (true, Some(classes)) => self.stratified(rows, classes, train, test),
        }
    }

    /// Rows to train on and to test on.
    fn sizes(&self, rows: usize) -> Result<(usize, usize), SplitError> {
        if rows == 0 {
            return Err(SplitError::NoRows);
        }
        let quarter = PartSize::Share(0.25);
        let (train_size, test_size) = match (self.train_size, self.test_size) {
            (None, None) => (None, Some(quarter)),
            sizes => sizes,
        };
        let test = test_size.map(|size| count_of(size, rows, f64::ceil)).transpose()?;
        let train = train_size.map(|size| count_of(size, rows, f64::floor)).transpose()?;
        let test = test.unwrap_or_else(|| rows.saturating_sub(train.unwrap_or(0)));
        let train = train.unwrap_or_else(|| rows.saturating_sub(test));
        if train + test > rows {
            return Err(SplitError::SizesTooLarge { train, test, rows });
        }
        if train == 0 {
            return Err(SplitError::EmptyTrain { rows });
        }
        Ok((train, test))
    }

    fn stratified(
        &self,
        rows: usize,
        classes: &[usize],
        train: usize,
        test: usize,
    ) -> Result<Split, SplitError> {
        if classes.len() != rows {
            return Err(SplitError::LengthMismatch { rows, labels: classes.len() });
        }
        let members = members_of(classes);
        if let Some((class, few)) = members.iter().enumerate().find(|(_, rows)| rows.len() < 2) {
            return Err(SplitError::ClassTooSmall { class, members: few.len() });
        }
        for part in [train, test] {
            if part < members.len() {
                return Err(SplitError::PartTooSmall { rows: part, classes: members.len() });
            }
        }
        let mut random = RandomState::new(self.random_state);
        let mut counts: Vec<usize> = members.iter().map(Vec::len).collect();
        let of_train = approximate_mode(&counts, train, &mut random);
        for (count, taken) in counts.iter_mut().zip(&of_train) {
            *count -= taken;
        }
        let of_test = approximate_mode(&counts, test, &mut random);
        let mut split = Split::default();
        for ((rows, train), test) in members.iter().zip(of_train).zip(of_test) {
            let order = random.permutation(rows.len());
            let mut drawn = order.into_iter().filter_map(|index| rows.get(index).copied());
            split.train.extend(drawn.by_ref().take(train));
            split.test.extend(drawn.take(test));
        }
        random.shuffle(&mut split.train);
        random.shuffle(&mut split.test);
        Ok(split)
    }
}

/// A size as a count of `rows`; `round` is applied to a share.
fn count_of(size: PartSize, rows: usize, round: fn(f64) -> f64) -> Result<usize, SplitError> {
    match size {
        PartSize::Share(share) if share > 0.0 && share < 1.0 => Ok(round(share * rows as f64) as usize),
        PartSize::Count(count) if count > 0 && count < rows => Ok(count),
        PartSize::Share(size) => Err(SplitError::SizeOutOfRange { size, rows }),
        PartSize::Count(count) => Err(SplitError::SizeOutOfRange { size: count as f64, rows }),
    }
}

/// The rows of each class that occurs, classes in ascending order, rows ascending.
fn members_of(classes: &[usize]) -> Vec<Vec<usize>> {
    let mut by_class = std::collections::BTreeMap::<usize, Vec<usize>>::new();
    for (row, class) in classes.iter().enumerate() {
        by_class.entry(*class).or_default().push(row);
    }
    by_class.into_values().collect()
}

/// The most likely numbers of each class among `draws` drawn without replacement; ties by lot.
fn approximate_mode(counts: &[usize], draws: usize, random: &mut RandomState) -> Vec<usize> {
    let total: usize = counts.iter().sum();
    let expected: Vec<f64> = counts.iter().map(|count| *count as f64 / total as f64 * draws as f64).collect();
    let mut floored: Vec<usize> = expected.iter().map(|share| share.floor() as usize).collect();
    let remainders: Vec<f64> = expected.iter().map(|share| share - share.floor()).collect();
    let mut missing = draws.saturating_sub(floored.iter().sum());
    let mut values = remainders.clone();
    values.sort_by(|a, b| b.total_cmp(a));
    values.dedup();
    for value in values {
        if missing == 0 {
            break;
        }
        let tied: Vec<usize> =
            remainders.iter().enumerate().filter(|(_, r)| **r == value).map(|(class, _)| class).collect();
        let chosen = random.choice_without_replacement(tied.len(), tied.len().min(missing));
        for class in chosen.unwrap_or_default().into_iter().filter_map(|index| tied.get(index)) {
            if let Some(count) = floored.get_mut(*class) {
                *count += 1;
                missing -= 1;
            }
        }
    }
    floored
}

/// The arguments of `KFold` and `StratifiedKFold`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Folds {
    /// `n_splits`.
    pub splits: usize,
    /// `random_state` when rows are shuffled first; `None` keeps them in order (`shuffle=False`).
    pub shuffle: Option<u32>,
}

impl Folds {
    /// `KFold(...).split(range(rows))`.
    ///
    /// # Errors
    /// When there are fewer than two folds, or more than rows.
    pub fn split(&self, rows: usize) -> Result<Vec<Split>, SplitError> {
        self.check(rows)?;
        let mut order: Vec<usize> = (0..rows).collect();
        if let Some(seed) = self.shuffle {
            RandomState::new(seed).shuffle(&mut order);
        }
        let mut fold_of = vec![0; rows];
        let mut rest = order.iter();
        for fold in 0..self.splits {
            let size = rows / self.splits + usize::from(fold < rows % self.splits);
            for row in rest.by_ref().take(size) {
                if let Some(slot) = fold_of.get_mut(*row) {
                    *slot = fold;
                }
            }
        }
        Ok(self.splits_of(&fold_of))
    }

    /// `StratifiedKFold(...).split(x, classes)`.
    ///
    /// # Errors
    /// When there are fewer than two folds, or more than members of every class.
    pub fn split_stratified(&self, classes: &[usize]) -> Result<Vec<Split>, SplitError> {
        self.check(classes.len())?;
        // scikit-learn numbers classes by first appearance here.
        let mut members = members_of(classes);
        members.sort_by_key(|rows| rows.first().copied());
        let largest = members.iter().map(Vec::len).max().unwrap_or(0);
        if self.splits > largest {
            return Err(SplitError::TooManyFolds { folds: self.splits, rows: largest });
        }
        let mut random = self.shuffle.map(RandomState::new);
        let mut fold_of = vec![0; classes.len()];
        let mut before = 0;
        for rows in members {
            // Round robin over the sorted classes: this class has the places before..before + len.
            let mut places: Vec<usize> = (before..before + rows.len()).map(|at| at % self.splits).collect();
            before += rows.len();
            places.sort_unstable();
            if let Some(random) = &mut random {
                random.shuffle(&mut places);
            }
            for (row, fold) in rows.iter().zip(places) {
                if let Some(slot) = fold_of.get_mut(*row) {
                    *slot = fold;
                }
            }
        }
        Ok(self.splits_of(&fold_of))
    }

    fn check(&self, rows: usize) -> Result<(), SplitError> {
        match self.splits {
            0 | 1 => Err(SplitError::TooFewFolds { folds: self.splits }),
            folds if folds > rows => Err(SplitError::TooManyFolds { folds, rows }),
            _ => Ok(()),
        }
    }

    fn splits_of(&self, fold_of: &[usize]) -> Vec<Split> {
        (0..self.splits)
            .map(|fold| {
                let (test, train) = (0..fold_of.len()).partition(|row| fold_of.get(*row) == Some(&fold));
                Split { train, test }
            })
            .collect()
    }
}
