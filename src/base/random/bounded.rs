//! Whole numbers in a range, in the width of their type: small types share one 32-bit draw. Knows no generator.

use super::Bits;

/// How wide the wanted type is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// `bool`.
    One,
    /// `int8`, `uint8`.
    Eight,
    /// `int16`, `uint16`.
    Sixteen,
    /// `int32`, `uint32`.
    ThirtyTwo,
    /// `int64`, `uint64`.
    SixtyFour,
}

/// How a draw that does not fit is avoided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// Mask and draw again: `RandomState`.
    Masked,
    /// Lemire's multiplication: `Generator`.
    Lemire,
}

/// Draws the numbers of one call; what is left of a 32-bit word serves the next number of the same call.
#[derive(Clone, Debug)]
pub struct Bounded {
    width: Width,
    rejection: Rejection,
    word: u32,
    left: u32,
}

impl Bounded {
    /// Starts a call.
    pub fn new(width: Width, rejection: Rejection) -> Self {
        Self { width, rejection, word: 0, left: 0 }
    }

    /// A number in [0, max], `max` being one that the width can hold.
    pub fn draw(&mut self, bits: &mut impl Bits, max: u64) -> u64 {
        match (self.width, self.rejection) {
            _ if max == 0 => 0,
            (Width::One, _) => u64::from(self.part(bits, 1)),
            (_, Rejection::Masked) => self.masked(bits, max),
            (Width::Eight, _) => self.lemire_part(bits, max, 8),
            (Width::Sixteen, _) => self.lemire_part(bits, max, 16),
            _ => match u32::try_from(max) {
                Ok(max) => u64::from(lemire_word(bits, max)),
                Err(_) => lemire_double_word(bits, max),
            },
        }
    }

    /// The next `size` bits of the word at hand.
    fn part(&mut self, bits: &mut impl Bits, size: u32) -> u32 {
        if self.left == 0 {
            self.word = bits.next_word();
            self.left = 32 / size;
        } else {
            self.word >>= size;
        }
        self.left -= 1;
        self.word & (u32::MAX >> (32 - size))
    }

    fn masked(&mut self, bits: &mut impl Bits, max: u64) -> u64 {
        let size = match self.width {
            Width::Eight => 8,
            Width::Sixteen => 16,
            _ => return bits.masked(max),
        };
        let mask = u64::MAX >> max.leading_zeros();
        loop {
            let drawn = u64::from(self.part(bits, size)) & mask;
            if drawn <= max {
                return drawn;
            }
        }
    }

    fn lemire_part(&mut self, bits: &mut impl Bits, max: u64, size: u32) -> u64 {
        let whole = 1_u64 << size;
        let count = max + 1;
        if count >= whole {
            return u64::from(self.part(bits, size));
        }
        let threshold = (whole - count) % count;
        loop {
            let product = u64::from(self.part(bits, size)) * count;
            if product % whole >= threshold {
                return product >> size;
            }
        }
    }
}

fn lemire_word(bits: &mut impl Bits, max: u32) -> u32 {
    let Some(count) = max.checked_add(1) else { return bits.next_word() };
    let mut product = u64::from(bits.next_word()) * u64::from(count);
    if (product as u32) < count {
        let threshold = (u32::MAX - max) % count;
        while (product as u32) < threshold {
            product = u64::from(bits.next_word()) * u64::from(count);
        }
    }
    (product >> 32) as u32
}

fn lemire_double_word(bits: &mut impl Bits, max: u64) -> u64 {
    let Some(count) = max.checked_add(1) else { return bits.next_double_word() };
    let mut product = u128::from(bits.next_double_word()) * u128::from(count);
    if (product as u64) < count {
        let threshold = (u64::MAX - max) % count;
        while (product as u64) < threshold {
            product = u128::from(bits.next_double_word()) * u128::from(count);
        }
    }
    (product >> 64) as u64
}
