//! Orders and ranks.

use std::cmp::Ordering;

/// The places that sort values, equal ones in their order; the gaps first or last.
pub fn argsort<T>(
    values: &[T],
    gaps: &[bool],
    ascending: bool,
    gaps_first: bool,
    compare: impl Fn(&T, &T) -> Ordering,
) -> Vec<i64> {
    let is_gap = |place: &usize| gaps.get(*place).copied().unwrap_or(false);
    let (gone, mut known): (Vec<usize>, Vec<usize>) = (0..values.len()).partition(is_gap);
    known.sort_by(|one, other| {
        let order = match (values.get(*one), values.get(*other)) {
            (Some(one), Some(other)) => compare(one, other),
            _ => Ordering::Equal,
        };
        if ascending { order } else { order.reverse() }
    });
    let (first, then) = if gaps_first { (gone, known) } else { (known, gone) };
    first.into_iter().chain(then).map(|place| place as i64).collect()
}

/// Whether no value is below the one before it.
pub fn is_sorted<T: PartialOrd>(values: &[T]) -> bool {
    values.is_sorted_by(|one, other| one <= other)
}

/// The rank that equal values get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ties {
    /// The mean of their ranks.
    Average,
    /// The lowest.
    Min,
    /// The highest.
    Max,
    /// Each its own, in their order.
    First,
    /// The lowest, without gaps between ranks.
    Dense,
}

impl Ties {
    /// By pandas' name.
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "average" => Self::Average,
            "min" => Self::Min,
            "max" => Self::Max,
            "first" => Self::First,
            "dense" => Self::Dense,
            _ => return None,
        })
    }
}

/// Ranks from 1, from the places that sort the known values and whether two of them are equal. NaN for the others.
pub fn rank(
    length: usize,
    order: &[i64],
    equal: impl Fn(usize, usize) -> bool,
    ties: Ties,
    share: bool,
) -> Vec<f64> {
    let mut ranks = vec![f64::NAN; length];
    let order: Vec<usize> = order.iter().filter_map(|place| usize::try_from(*place).ok()).collect();
    let mut dense = 0_usize;
    let mut start = 0;
    for run in order.chunk_by(|one, other| equal(*one, *other)) {
        dense += 1;
        let end = start + run.len();
        for (within, place) in run.iter().enumerate() {
            let rank = match ties {
                Ties::Average => (start + end + 1) as f64 / 2.0,
                Ties::Min => (start + 1) as f64,
                Ties::Max => end as f64,
                Ties::First => (start + within + 1) as f64,
                Ties::Dense => dense as f64,
            };
            if let Some(slot) = ranks.get_mut(*place) {
                *slot = rank;
            }
        }
        start = end;
    }
    if share {
        let whole = if ties == Ties::Dense { dense } else { order.len() } as f64;
        ranks.iter_mut().for_each(|rank| *rank /= whole);
    }
    ranks
}
