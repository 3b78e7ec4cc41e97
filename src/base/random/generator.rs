//! numpy's present generator, behind `np.random.default_rng`: PCG-64 and the methods of `Generator` over it.

use super::choice::{check_distribution, cumulative_shares, distinct_weighted, first_above};
use super::{
    Bits, Bounded, Continuous, Discrete, Pcg64, RandomError, Rejection, SeedSequence, Width, ziggurat,
};
use std::collections::HashSet;

/// Populations up to this size are never laid out to be chosen from.
const SMALL_POPULATION: usize = 10_000;

/// `np.random.Generator(PCG64(…))`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generator {
    bits: Pcg64,
}

impl Generator {
    /// `default_rng(seed)`: of a number its 32-bit words, lowest first; of a list its numbers' words in turn.
    pub fn new(entropy: &[u32]) -> Self {
        Self::from_bits(Pcg64::new(&SeedSequence::new(entropy, &[])))
    }

    /// `Generator(bits)`.
    pub fn from_bits(bits: Pcg64) -> Self {
        Self { bits }
    }

    /// `bit_generator`.
    pub fn bits(&self) -> &Pcg64 {
        &self.bits
    }

    /// `bit_generator`, to set its state or to advance it.
    pub fn bits_mut(&mut self) -> &mut Pcg64 {
        &mut self.bits
    }

    /// `random(count)`.
    pub fn random(&mut self, count: usize) -> Vec<f64> {
        (0..count).map(|_| self.next_double()).collect()
    }

    /// `integers(low, high, size=count)` with its default type.
    ///
    /// # Errors
    /// When the range is empty.
    pub fn integers(&mut self, low: i64, high: i64, count: usize) -> Result<Vec<i64>, RandomError> {
        if low >= high {
            return Err(RandomError::EmptyRange { low, high });
        }
        let range = high.wrapping_sub(low).wrapping_sub(1) as u64;
        let drawn = self.bounded(Width::SixtyFour, range, count);
        Ok(drawn.into_iter().map(|drawn| low.wrapping_add(drawn as i64)).collect())
    }

    /// Numbers in [0, max], as `integers(…, dtype=…, size=count)` draws them before it adds `low`.
    pub fn bounded(&mut self, width: Width, max: u64, count: usize) -> Vec<u64> {
        let mut bounded = Bounded::new(width, Rejection::Lemire);
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
        let drawn = self.integers(0, population as i64, size)?;
        Ok(drawn.into_iter().map(|index| index as usize).collect())
    }

    /// `choice(population, size, replace=False, shuffle=shuffle)`: different indices.
    ///
    /// # Errors
    /// When more are wanted than there are.
    pub fn choice_without_replacement(
        &mut self,
        population: usize,
        size: usize,
        shuffle: bool,
    ) -> Result<Vec<usize>, RandomError> {
        if size > population {
            return Err(RandomError::SampleTooLarge { size, population });
        }
        let cutoff = if shuffle { 50 } else { 20 };
        if population > SMALL_POPULATION && size > population / cutoff {
            return Ok(self.tail(population, size));
        }
        let mut chosen = self.floyd(population, size);
        if shuffle {
            self.shuffle_to(&mut chosen, 1);
        }
        Ok(chosen)
    }

    /// `choice(len(p), size, p=p)`: indices, index i with probability `p[i]`.
    ///
    /// # Errors
    /// When `p` is not a distribution.
    pub fn choice_weighted(&mut self, p: &[f64], size: usize) -> Result<Vec<usize>, RandomError> {
        check_distribution(p)?;
        let cdf = cumulative_shares(p);
        Ok((0..size).map(|_| first_above(&cdf, self.next_double())).collect())
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

    /// A whole number in [0, max], drawn as `integers` does.
    fn index(&mut self, max: usize) -> usize {
        Bounded::new(Width::SixtyFour, Rejection::Lemire).draw(self, max as u64) as usize
    }

    /// Shuffles the items from the last down to `first`.
    fn shuffle_to(&mut self, items: &mut [usize], first: usize) {
        for last in (first..items.len()).rev() {
            let other = self.index(last);
            items.swap(last, other);
        }
    }

    /// The last `size` of all indices when only those are shuffled.
    fn tail(&mut self, population: usize, size: usize) -> Vec<usize> {
        let mut items: Vec<usize> = (0..population).collect();
        self.shuffle_to(&mut items, (population - size).max(1));
        items.split_off(population - size)
    }

    /// Floyd's sample: of each longer range one index, or its last where that is taken already.
    fn floyd(&mut self, population: usize, size: usize) -> Vec<usize> {
        let mut taken = HashSet::with_capacity(size);
        let mut chosen = Vec::with_capacity(size);
        for last in population - size..population {
            let drawn = self.index(last);
            let next = if taken.insert(drawn) { drawn } else { last };
            taken.insert(next);
            chosen.push(next);
        }
        chosen
    }
}

impl Bits for Generator {
    fn next_word(&mut self) -> u32 {
        self.bits.next_word()
    }

    fn next_double_word(&mut self) -> u64 {
        self.bits.next_double_word()
    }

    fn next_double(&mut self) -> f64 {
        self.bits.next_double()
    }
}

impl Continuous for Generator {
    fn standard_normal(&mut self) -> f64 {
        ziggurat::normal(&mut self.bits)
    }

    fn standard_exponential(&mut self) -> f64 {
        ziggurat::exponential(&mut self.bits)
    }
}

impl Discrete for Generator {}
