//! numpy's legacy generator, behind `np.random.seed`. scikit-learn draws from it.

use super::choice::{check_distribution, cumulative_shares, distinct_weighted, first_above};
use super::{Bits, Bounded, Continuous, Discrete, Mt19937, RandomError, Rejection, Width};
use rand_core::{Error, RngCore};

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

    /// The generator below and the normal deviate that waits: what `get_state()` tells.
    pub fn state(&self) -> (&Mt19937, Option<f64>) {
        (&self.generator, self.cached_gauss)
    }

    /// The generator with this state: `set_state(…)`.
    pub fn from_state(generator: Mt19937, cached_gauss: Option<f64>) -> Self {
        Self { generator, cached_gauss }
    }

    /// A number in [0, 1) with 53 random bits: `random_sample()`, `rand()`.
    pub fn random_sample(&mut self) -> f64 {
        self.next_double()
    }

    /// `rand(count)`.
    pub fn rand(&mut self, count: usize) -> Vec<f64> {
        (0..count).map(|_| self.random_sample()).collect()
    }

    /// `randn(count)`.
    pub fn randn(&mut self, count: usize) -> Vec<f64> {
        (0..count).map(|_| self.standard_normal()).collect()
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

    /// Numbers in [0, max], as `randint(…, dtype=…, size=count)` draws them before it adds `low`.
    pub fn bounded(&mut self, width: Width, max: u64, count: usize) -> Vec<u64> {
        let mut bounded = Bounded::new(width, Rejection::Masked);
        (0..count).map(|_| bounded.draw(self, max)).collect()
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
        distinct_weighted(self, p, size)
    }
}

impl Bits for RandomState {
    fn next_word(&mut self) -> u32 {
        self.generator.next_u32()
    }

    fn next_double_word(&mut self) -> u64 {
        self.generator.next_u64_high_first()
    }

    fn next_double(&mut self) -> f64 {
        let high = f64::from(self.generator.next_u32() >> 5);
        let low = f64::from(self.generator.next_u32() >> 6);
        (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0
    }
}

impl Continuous for RandomState {
    /// By the polar method, two at a time.
    fn standard_normal(&mut self) -> f64 {
        if let Some(cached) = self.cached_gauss.take() {
            return cached;
        }
        loop {
            let x1 = 2.0 * self.next_double() - 1.0;
            let x2 = 2.0 * self.next_double() - 1.0;
            let r2 = x1 * x1 + x2 * x2;
            if r2 < 1.0 && r2 != 0.0 {
                let factor = (-2.0 * r2.ln() / r2).sqrt();
                self.cached_gauss = Some(factor * x1);
                return factor * x2;
            }
        }
    }

    fn standard_exponential(&mut self) -> f64 {
        -(1.0 - self.next_double()).ln()
    }

    fn pareto(&mut self, a: f64) -> f64 {
        (self.standard_exponential() / a).exp() - 1.0
    }

    fn power(&mut self, a: f64) -> f64 {
        (1.0 - (-self.standard_exponential()).exp()).powf(1.0 / a)
    }

    fn rayleigh(&mut self, scale: f64) -> f64 {
        scale * (-2.0 * (-self.next_double()).ln_1p()).sqrt()
    }
}

impl Discrete for RandomState {
    fn geometric_by_inversion(&mut self, p: f64) -> i64 {
        ((-self.next_double()).ln_1p() / (-p).ln_1p()).ceil() as i64
    }
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
