//! The Mersenne twister MT19937 with numpy's two ways to seed it. Knows no distribution.

const WORDS: usize = 624;
const MIDDLE: usize = 397;

/// MT19937: 624 words of state, 32 bits a draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Mt19937 {
    key: Box<[u32; WORDS]>,
    position: usize,
}

impl Mt19937 {
    /// Seeds from one number by Knuth's linear recurrence (numpy's legacy seeding of an integer).
    pub fn from_seed(seed: u32) -> Self {
        let mut key = Box::new([0; WORDS]);
        let mut word = seed;
        for (index, slot) in key.iter_mut().enumerate() {
            *slot = word;
            word = 1_812_433_253_u32.wrapping_mul(word ^ (word >> 30)).wrapping_add(index as u32 + 1);
        }
        Self { key, position: WORDS }
    }

    /// Seeds from a list of numbers (`init_by_array` of the reference implementation).
    pub fn from_array(array: &[u32]) -> Self {
        let mut state = Self::from_seed(19_650_218);
        // An empty list cannot be mixed in; numpy refuses it, here it is the same as [0].
        let array = if array.is_empty() { &[0][..] } else { array };
        let mut at = 1;
        for round in 0..WORDS.max(array.len()) {
            let j = round % array.len();
            let mixed = state.mix(at, 1_664_525).wrapping_add(array[j]).wrapping_add(j as u32);
            at = state.put(at, mixed);
        }
        for _ in 0..WORDS - 1 {
            let mixed = state.mix(at, 1_566_083_941).wrapping_sub(at as u32);
            at = state.put(at, mixed);
        }
        state.key[0] = 0x8000_0000;
        state
    }

    /// The state as CPython's `random.getstate` has it: 624 words and the position in them.
    pub fn state(&self) -> impl Iterator<Item = u32> {
        self.key.iter().copied().chain([self.position as u32])
    }

    /// The generator with this state, if it can be one.
    pub fn from_state(state: &[u32]) -> Option<Self> {
        let (position, words) = state.split_last()?;
        let key = Box::new(<[u32; WORDS]>::try_from(words).ok()?);
        let position = usize::try_from(*position).ok().filter(|position| *position <= WORDS)?;
        Some(Self { key, position })
    }

    fn mix(&self, at: usize, factor: u32) -> u32 {
        let before = self.key[at - 1];
        self.key[at] ^ (before ^ (before >> 30)).wrapping_mul(factor)
    }

    /// Sets word `at` and says which is next; word 0 repeats the last.
    fn put(&mut self, at: usize, word: u32) -> usize {
        self.key[at] = word;
        if at + 1 < WORDS {
            return at + 1;
        }
        self.key[0] = self.key[WORDS - 1];
        1
    }

    fn refill(&mut self) {
        for index in 0..WORDS {
            let next = (index + 1) % WORDS;
            let joined = (self.key[index] & 0x8000_0000) | (self.key[next] & 0x7fff_ffff);
            let twist = if joined & 1 == 1 { 0x9908_b0df } else { 0 };
            self.key[index] = self.key[(index + MIDDLE) % WORDS] ^ (joined >> 1) ^ twist;
        }
        self.position = 0;
    }

    /// The next 32 bits.
    pub fn next_u32(&mut self) -> u32 {
        if self.position >= WORDS {
            self.refill();
        }
        let mut word = self.key[self.position];
        self.position += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c_5680;
        word ^= (word << 15) & 0xefc6_0000;
        word ^ (word >> 18)
    }

    /// The next 64 bits: the first draw is the high half, as numpy has it.
    pub fn next_u64_high_first(&mut self) -> u64 {
        let high = u64::from(self.next_u32());
        (high << 32) | u64::from(self.next_u32())
    }
}
