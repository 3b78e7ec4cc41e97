//! PCG-64 (XSL-RR over a 128-bit congruential generator), as numpy seeds and reads it. Knows no distribution.

use super::{Bits, SeedSequence};

const FACTOR: u128 = (2_549_297_995_355_413_924 << 64) | 4_865_540_595_714_422_341;

/// PCG64: 128 bits of state, 64 bits a draw; half a draw waits where only 32 bits were wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pcg64 {
    /// Where the generator is.
    pub state: u128,
    /// Which of the 2¹²⁷ streams it runs along: an odd number.
    pub increment: u128,
    /// The upper half of the last draw, when only the lower was handed out.
    pub waiting: Option<u32>,
}

impl Pcg64 {
    /// `PCG64(sequence)`.
    pub fn new(sequence: &SeedSequence) -> Self {
        let words = sequence.double_words(4);
        let join = |at: usize| {
            words.iter().skip(at).take(2).fold(0_u128, |sum, word| (sum << 64) | u128::from(*word))
        };
        let mut generator = Self { state: 0, increment: (join(2) << 1) | 1, waiting: None };
        generator.step();
        generator.state = generator.state.wrapping_add(join(0));
        generator.step();
        generator
    }

    fn step(&mut self) {
        self.state = self.state.wrapping_mul(FACTOR).wrapping_add(self.increment);
    }

    /// `advance(delta)`: as if `delta` numbers had been drawn.
    pub fn advance(&mut self, mut delta: u128) {
        let (mut factor, mut plus) = (FACTOR, self.increment);
        let (mut total_factor, mut total_plus) = (1_u128, 0_u128);
        while delta > 0 {
            if delta & 1 == 1 {
                total_factor = total_factor.wrapping_mul(factor);
                total_plus = total_plus.wrapping_mul(factor).wrapping_add(plus);
            }
            plus = factor.wrapping_add(1).wrapping_mul(plus);
            factor = factor.wrapping_mul(factor);
            delta >>= 1;
        }
        self.state = total_factor.wrapping_mul(self.state).wrapping_add(total_plus);
        self.waiting = None;
    }
}

impl Bits for Pcg64 {
    fn next_word(&mut self) -> u32 {
        if let Some(word) = self.waiting.take() {
            return word;
        }
        let drawn = self.next_double_word();
        self.waiting = Some((drawn >> 32) as u32);
        drawn as u32
    }

    fn next_double_word(&mut self) -> u64 {
        self.step();
        let folded = (self.state >> 64) as u64 ^ self.state as u64;
        folded.rotate_right((self.state >> 122) as u32)
    }

    fn next_double(&mut self) -> f64 {
        (self.next_double_word() >> 11) as f64 / 9_007_199_254_740_992.0
    }
}
