//! What every generator gives: words of random bits, and numbers made of them alone. Knows no distribution.

/// A source of random words.
pub trait Bits {
    /// The next 32 bits.
    fn next_word(&mut self) -> u32;

    /// The next 64 bits.
    fn next_double_word(&mut self) -> u64;

    /// A number in [0, 1) with 53 random bits.
    fn next_double(&mut self) -> f64;

    /// A number in [0, 1) with 24 random bits.
    fn next_float(&mut self) -> f32 {
        (self.next_word() >> 8) as f32 * (1.0 / 16_777_216.0)
    }

    /// A whole number in [0, max] by masked rejection; draws nothing for `max` = 0.
    ///
    /// Shuffles of both of numpy's generators draw this way.
    fn masked(&mut self, max: u64) -> u64 {
        if max == 0 {
            return 0;
        }
        let mask = u64::MAX >> max.leading_zeros();
        loop {
            let drawn = match u32::try_from(max) {
                Ok(_) => u64::from(self.next_word()),
                Err(_) => self.next_double_word(),
            };
            if drawn & mask <= max {
                return drawn & mask;
            }
        }
    }

    /// Shuffles in place, from the last item down.
    fn shuffle<T>(&mut self, items: &mut [T])
    where
        Self: Sized,
    {
        for last in (1..items.len()).rev() {
            let other = self.masked(last as u64) as usize;
            items.swap(last, other);
        }
    }
}
