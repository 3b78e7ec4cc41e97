//! Seeded randomness, bit for bit as numpy's `RandomState` (the generator behind `np.random.seed`) has it.
//!
//! Splits, bootstraps and starts of scikit-learn draw from it, so the same `random_state` gives the same rows
//! here. Knows nothing of who draws. Mirrors numpy 2.4.

mod mt19937;

pub use mt19937::Mt19937;

use rand_core::{Error, RngCore};
use std::collections::BTreeSet;

/// Why a draw is impossible, in the terms of `np.random`.
#[derive(Clone, Debug, PartialEq, thiserror::Error, serde::Serialize, serde::Deserialize)]
pub enum RandomError {
    /// `low >= high`.
    #[error("low >= high: there is no whole number in [{low}, {high})")]
    EmptyRange {
        /// The lowest number wanted.
        low: i64,
        /// One more than the highest number wanted.
        high: i64,
    },
    /// More draws without replacement than there are items.
    #[error("cannot take {size} of {population} without replacement")]
    SampleTooLarge {
        /// How many were wanted.
        size: usize,
        /// How many there are.
        population: usize,
    },
    /// Probabilities that are negative, not finite, do not sum to 1 or are too few.
    #[error("the probabilities must be as many as the items, none negative, with the sum 1")]
    BadProbabilities,
}

/// numpy's legacy generator: MT19937 with the stream layout of `np.random.RandomState`.
#[derive(Clone, Debug, PartialEq)]
pub struct RandomState {
    generator: Mt19937,
    /// The second deviate of the last polar draw, not yet handed out.
    cached_gauss: Option<f64>,
}

impl RandomState {
    /// `np.random.RandomState(seed)` for a whole number.
    pub fn new(seed: u32) -> Self {
        Self { generator: Mt19937::from_seed(seed), cached_gauss: None }
    }

    /// `np.random.RandomState([…])` for a list of whole numbers.
    pub fn from_array(key: &[u32]) -> Self {
        Self { generator: Mt19937::from_array(key), cached_gauss: None }
    }

    /// A number in [0, 1) with 53 random bits: `random_sample()`, `rand()`.
    pub fn random_sample(&mut self) -> f64 {
        let high = f64::from(self.generator.next_u32() >> 5);
        let low = f64::from(self.generator.next_u32() >> 6);
        (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0
    }

    /// `rand(count)`.
    pub fn rand(&mut self, count: usize) -> Vec<f64> {
        (0..count).map(|_| self.random_sample()).collect()
    }

    /// A standard normal deviate by the polar method, two at a time: `standard_normal()`, `randn()`.
    pub fn standard_normal(&mut self) -> f64 {
        if let Some(cached) = self.cached_gauss.take() {
            return cached;
        }
        loop {
            let x1 = 2.0 * self.random_sample() - 1.0;
            let x2 = 2.0 * self.random_sample() - 1.0;
            let r2 = x1 * x1 + x2 * x2;
            if r2 < 1.0 && r2 != 0.0 {
                let factor = (-2.0 * r2.ln() / r2).sqrt();
                self.cached_gauss = Some(factor * x1);
                return factor * x2;
            }
        }
    }

    /// `randn(count)`.
    pub fn randn(&mut self, count: usize) -> Vec<f64> {
        (0..count).map(|_| self.standard_normal()).collect()
    }

    /// `uniform(low, high)`.
    pub fn uniform(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.random_sample()
    }

    /// `normal(loc, scale)`.
    pub fn normal(&mut self, loc: f64, scale: f64) -> f64 {
        loc + scale * self.standard_normal()
    }

    /// A whole number in [low, high): `randint(low, high)` with its default type.
    ///
    /// # Errors
    /// When the range is empty.
    pub fn randint(&mut self, low: i64, high: i64) -> Result<i64, RandomError> {
        if low >= high {
            return Err(RandomError::EmptyRange { low, high });
        }
        let range = high.wrapping_sub(low).wrapping_sub(1) as u64;
        Ok(low.wrapping_add(self.masked(range) as i64))
    }

    /// `randint(low, high, size=count)`.
    ///
    /// # Errors
    /// When the range is empty.
    pub fn randints(&mut self, low: i64, high: i64, count: usize) -> Result<Vec<i64>, RandomError> {
        (0..count).map(|_| self.randint(low, high)).collect()
    }

    /// A whole number in [0, max] by masked rejection; draws nothing for `max` = 0.
    fn masked(&mut self, max: u64) -> u64 {
        if max == 0 {
            return 0;
        }
        let mask = u64::MAX >> max.leading_zeros();
        loop {
            let drawn = match u32::try_from(max) {
                Ok(_) => u64::from(self.generator.next_u32()),
                Err(_) => self.generator.next_u64_high_first(),
            };
            if drawn & mask <= max {
                return drawn & mask;
            }
        }
    }

    /// `shuffle(items)` in place.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.masked(last as u64) as usize;
            items.swap(last, other);
        }
    }

    /// `permutation(count)`: the numbers 0 to `count` - 1 in random order.
    pub fn permutation(&mut self, count: usize) -> Vec<usize> {
        let mut items: Vec<usize> = (0..count).collect();
        self.shuffle(&mut items);
        items
    }

    /// `choice(population, size)`: indices, each drawn from all.
    ///
    /// # Errors
    /// When something is wanted of nothing.
    pub fn choice(&mut self, population: usize, size: usize) -> Result<Vec<usize>, RandomError> {
        if size == 0 {
            return Ok(Vec::new());
        }
        let drawn = self.randints(0, population as i64, size)?;
        Ok(drawn.into_iter().map(|index| index as usize).collect())
    }

    /// `choice(population, size, replace=False)`: different indices.
    ///
    /// # Errors
    /// When more are wanted than there are.
    pub fn choice_without_replacement(
        &mut self,
        population: usize,
        size: usize,
    ) -> Result<Vec<usize>, RandomError> {
        if size > population {
            return Err(RandomError::SampleTooLarge { size, population });
        }
        let mut indices = self.permutation(population);
        indices.truncate(size);
        Ok(indices)
    }

    /// `choice(len(p), size, p=p)`: indices, index i with probability `p[i]`.
    ///
    /// # Errors
    /// When `p` is not a distribution.
    pub fn choice_weighted(&mut self, p: &[f64], size: usize) -> Result<Vec<usize>, RandomError> {
        check_distribution(p)?;
        let cdf = cumulative_shares(p);
        Ok((0..size).map(|_| first_above(&cdf, self.random_sample())).collect())
    }

    /// `choice(len(p), size, replace=False, p=p)`: different indices.
    ///
    /// # Errors
    /// When `p` is not a distribution, or has fewer than `size` entries above zero.
    pub fn choice_weighted_without_replacement(
        &mut self,
        p: &[f64],
        size: usize,
    ) -> Result<Vec<usize>, RandomError> {
        check_distribution(p)?;
        let population = p.iter().filter(|share| **share > 0.0).count();
        if size > population {
            return Err(RandomError::SampleTooLarge { size, population });
        }
        let mut left = p.to_vec();
        let mut found: Vec<usize> = Vec::with_capacity(size);
        while found.len() < size {
            let draws = self.rand(size - found.len());
            for &index in &found {
                if let Some(share) = left.get_mut(index) {
                    *share = 0.0;
                }
            }
            let cdf = cumulative_shares(&left);
            let mut seen = BTreeSet::new();
            found.extend(draws.iter().map(|draw| first_above(&cdf, *draw)).filter(|i| seen.insert(*i)));
        }
        Ok(found)
    }
}

/// Whether `p` can be a distribution, with numpy's tolerance of √ε.
fn check_distribution(p: &[f64]) -> Result<(), RandomError> {
    let sum: f64 = p.iter().sum();
    let fine =
        p.iter().all(|share| share.is_finite() && *share >= 0.0) && (sum - 1.0).abs() <= f64::EPSILON.sqrt();
    if fine { Ok(()) } else { Err(RandomError::BadProbabilities) }
}

/// Running sums divided by the whole.
fn cumulative_shares(p: &[f64]) -> Vec<f64> {
    let mut sum = 0.0;
    let sums: Vec<f64> = p
        .iter()
        .map(|share| {
            sum += share;
            sum
        })
        .collect();
    sums.into_iter().map(|part| part / sum).collect()
}

/// The first index whose running share exceeds `draw`: `searchsorted(side="right")`.
fn first_above(cdf: &[f64], draw: f64) -> usize {
    cdf.partition_point(|share| *share <= draw).min(cdf.len().saturating_sub(1))
}

impl RngCore for RandomState {
    fn next_u32(&mut self) -> u32 {
        self.generator.next_u32()
    }

    fn next_u64(&mut self) -> u64 {
        self.generator.next_u64_high_first()
    }

    fn fill_bytes(&mut self, dest: &mut [u8]) {
        rand_core::impls::fill_bytes_via_next(self, dest);
    }

    fn try_fill_bytes(&mut self, dest: &mut [u8]) -> Result<(), Error> {
        self.fill_bytes(dest);
        Ok(())
    }
}
