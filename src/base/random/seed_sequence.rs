//! numpy's `SeedSequence`: mixes whatever entropy there is into good seeds. Knows no generator.

const POOL: usize = 4;
const FIRST_A: u32 = 0x43b0_d7e5;
const FACTOR_A: u32 = 0x931e_8875;
const FIRST_B: u32 = 0x8b51_f9dd;
const FACTOR_B: u32 = 0x58f3_8ded;
const LEFT: u32 = 0xca01_f9dd;
const RIGHT: u32 = 0x4973_f715;

/// A pool of mixed entropy from which seeds are drawn, and children with other seeds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeedSequence {
    entropy: Vec<u32>,
    spawn_key: Vec<u32>,
    children: u32,
    pool: [u32; POOL],
}

impl SeedSequence {
    /// `SeedSequence(entropy, spawn_key=spawn_key)`; the words of a large number begin with the lowest.
    pub fn new(entropy: &[u32], spawn_key: &[u32]) -> Self {
        let mut words = if entropy.is_empty() { vec![0] } else { entropy.to_vec() };
        if !spawn_key.is_empty() && words.len() < POOL {
            // So that [1] with the key [2] is not [1, 2] with none.
            words.resize(POOL, 0);
        }
        words.extend_from_slice(spawn_key);
        Self { entropy: entropy.to_vec(), spawn_key: spawn_key.to_vec(), children: 0, pool: mixed(&words) }
    }

    /// `generate_state(count, np.uint32)`.
    pub fn words(&self, count: usize) -> Vec<u32> {
        let mut factor = FIRST_B;
        let cycle = self.pool.iter().cycle().take(count);
        cycle
            .map(|word| {
                let mut word = word ^ factor;
                factor = factor.wrapping_mul(FACTOR_B);
                word = word.wrapping_mul(factor);
                word ^ (word >> 16)
            })
            .collect()
    }

    /// `generate_state(count, np.uint64)`.
    pub fn double_words(&self, count: usize) -> Vec<u64> {
        let words = self.words(count.saturating_mul(2));
        words
            .chunks_exact(2)
            .map(|pair| pair.iter().rev().fold(0, |sum, word| (sum << 32) | u64::from(*word)))
            .collect()
    }

    /// `spawn(1)[0]`: a child whose seeds are independent of these.
    pub fn spawn(&mut self) -> Self {
        let mut key = self.spawn_key.clone();
        key.push(self.children);
        self.children = self.children.wrapping_add(1);
        Self::new(&self.entropy, &key)
    }

    /// `spawn_key`.
    pub fn spawn_key(&self) -> &[u32] {
        &self.spawn_key
    }

    /// The words of `entropy`, lowest first.
    pub fn entropy(&self) -> &[u32] {
        &self.entropy
    }
}

fn mixed(words: &[u32]) -> [u32; POOL] {
    let mut factor = FIRST_A;
    let mut hash = |word: u32| {
        let mut word = word ^ factor;
        factor = factor.wrapping_mul(FACTOR_A);
        word = word.wrapping_mul(factor);
        word ^ (word >> 16)
    };
    let mut pool = [0; POOL];
    for (index, slot) in pool.iter_mut().enumerate() {
        *slot = hash(words.get(index).copied().unwrap_or(0));
    }
    for source in 0..POOL {
        for target in (0..POOL).filter(|target| *target != source) {
            pool[target] = mix(pool[target], hash(pool[source]));
        }
    }
    for word in words.iter().skip(POOL) {
        for slot in &mut pool {
            *slot = mix(*slot, hash(*word));
        }
    }
    pool
}

fn mix(left: u32, right: u32) -> u32 {
    let joined = left.wrapping_mul(LEFT).wrapping_sub(right.wrapping_mul(RIGHT));
    joined ^ (joined >> 16)
}
