//! Hashes that are the same in every run: those of `pandas.util.hash_pandas_object`.

// SipHash 2-4 is what the standard library's old hasher is; the new one takes fewer rounds.
use std::hash::Hasher;
#[allow(deprecated)]
use std::hash::SipHasher;

/// The hash of what is missing.
pub const MISSING: u64 = u64::MAX;

/// The hash of a number's bits.
pub fn bits(value: u64) -> u64 {
    let mut hash = value;
    hash ^= hash >> 30;
    hash = hash.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    hash ^= hash >> 27;
    hash = hash.wrapping_mul(0x94D0_49BB_1331_11EB);
    hash ^ (hash >> 31)
}

/// The hash of a float: both zeros have one, and so have all NaN.
pub fn float(value: f64) -> u64 {
    bits((if value == 0.0 { 0.0 } else { value }).to_bits())
}

/// The hash of a text under a key of 16 bytes.
#[allow(deprecated)]
pub fn text(text: &str, key: [u8; 16]) -> u64 {
    let (low, high) = key.split_at(8);
    let half = |bytes: &[u8]| bytes.iter().rev().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    let mut hasher = SipHasher::new_with_keys(half(low), half(high));
    hasher.write(text.as_bytes());
    bits(hasher.finish())
}

/// One hash a row from the hashes of its columns.
pub fn rows(columns: &[Vec<u64>]) -> Vec<u64> {
    let count = columns.len() as u64;
    let mut found = vec![0x0034_5678_u64; columns.first().map_or(0, Vec::len)];
    let mut factor = 1_000_003_u64;
    for (number, column) in columns.iter().enumerate() {
        for (hash, value) in found.iter_mut().zip(column) {
            *hash = (*hash ^ value).wrapping_mul(factor);
        }
        factor = factor.wrapping_add(82_520 + 2 * (count - number as u64));
    }
    found.iter_mut().for_each(|hash| *hash = hash.wrapping_add(97_531));
    found
}
