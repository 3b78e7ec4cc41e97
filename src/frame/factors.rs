//! Equal values as equal numbers.

use std::collections::HashMap;
use std::hash::Hash;

/// The code of a value that is missing.
pub const GONE: i64 = -1;

/// For each value the number of the distinct value that it is, in the order in which they come, and where each stands
/// first. What `key` calls `None` is missing: [`GONE`], or with `keep_missing` a value of its own.
pub fn factorize<T, K: Hash + Eq>(
    values: &[T],
    keep_missing: bool,
    key: impl Fn(&T) -> Option<K>,
) -> (Vec<i64>, Vec<i64>) {
    let mut known: HashMap<Option<K>, i64> = HashMap::new();
    let mut firsts = Vec::new();
    let codes = values
        .iter()
        .enumerate()
        .map(|(place, value)| {
            let key = key(value);
            if key.is_none() && !keep_missing {
                return GONE;
            }
            *known.entry(key).or_insert_with(|| {
                firsts.push(place as i64);
                firsts.len() as i64 - 1
            })
        })
        .collect();
    (codes, firsts)
}

/// Floats that are equal have equal keys: both zeros are one, and NaN is none.
pub fn float_key(value: &f64) -> Option<u64> {
    (!value.is_nan()).then(|| if *value == 0.0 { 0 } else { value.to_bits() })
}

/// Whole numbers, of which the least stands for a missing date.
pub fn int_key(value: &i64) -> Option<i64> {
    (*value != i64::MIN).then_some(*value)
}

/// For each wanted key its last place among the known ones, or [`GONE`].
pub fn places<K: Hash + Eq>(known: impl Iterator<Item = K>, wanted: impl Iterator<Item = K>) -> Vec<i64> {
    let table: HashMap<K, i64> = known.enumerate().map(|(place, key)| (key, place as i64)).collect();
    wanted.map(|key| table.get(&key).copied().unwrap_or(GONE)).collect()
}

/// Which of equal values count as the original, the others being its duplicates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// The first.
    First,
    /// The last.
    Last,
    /// None: all are duplicates.
    Neither,
}

/// Which values are duplicates, by their codes.
pub fn duplicated(codes: &[i64], keep: Keep) -> Vec<bool> {
    let mut counts: HashMap<i64, usize> = HashMap::new();
    match keep {
        Keep::First => codes.iter().map(|code| counts.insert(*code, 1).is_some()).collect(),
        Keep::Last => {
            let mut found: Vec<bool> =
                codes.iter().rev().map(|code| counts.insert(*code, 1).is_some()).collect();
            found.reverse();
            found
        }
        Keep::Neither => {
            for code in codes {
                *counts.entry(*code).or_default() += 1;
            }
            codes.iter().map(|code| counts.get(code).is_some_and(|count| *count > 1)).collect()
        }
    }
}
