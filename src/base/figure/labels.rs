//! Labels that do not overlap, on a line. Knows no text, only places and heights.

/// Moves labels of height `height` as little as possible (in the sum of squares) so that they stay in their
/// order, keep clear of each other and, as far as there is room, between `low` and `high`. `wanted` are the
/// middles that they would like; the answer is in the same order. None when they cannot all fit.
pub fn spread(wanted: &[f64], height: f64, low: f64, high: f64) -> Option<Vec<f64>> {
    let count = wanted.len();
    if count as f64 * height > high - low {
        return None;
    }
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_unstable_by(|a, b| {
        wanted.get(*a).partial_cmp(&wanted.get(*b)).unwrap_or(std::cmp::Ordering::Equal)
    });
    // Taking away what the labels before need turns "apart by a height" into "not falling"; neighbours that
    // fall are pooled at their mean, which is the least-squares answer.
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (rank, index) in order.iter().enumerate() {
        let mut pool = (wanted.get(*index).copied().unwrap_or(low) - rank as f64 * height, 1);
        while let Some((mean, size)) = pools.last().copied().filter(|(mean, _)| *mean > pool.0) {
            pools.pop();
            pool = ((mean * size as f64 + pool.0 * pool.1 as f64) / (size + pool.1) as f64, size + pool.1);
        }
        pools.push(pool);
    }
    let (first, last) = (low + height / 2.0, high - height / 2.0 - count.saturating_sub(1) as f64 * height);
    let mut placed = vec![0.0; count];
    let settled = pools.iter().flat_map(|(mean, size)| std::iter::repeat_n(*mean, *size));
    for ((rank, index), mean) in order.iter().enumerate().zip(settled) {
        if let Some(slot) = placed.get_mut(*index) {
            *slot = mean.clamp(first, last.max(first)) + rank as f64 * height;
        }
    }
    Some(placed)
}

/// `text` cut so that `width` says it is at most `limit` wide, with an ellipsis where something is missing.
pub fn fit(text: &str, limit: f64, width: impl Fn(&str) -> f64) -> String {
    if width(text) <= limit {
        return text.to_string();
    }
    let letters: Vec<char> = text.chars().collect();
    let cut = |count: usize| letters.iter().take(count).collect::<String>().trim_end().to_string() + "…";
    let (mut fits, mut too_long) = (0, letters.len());
    while too_long - fits > 1 {
        let middle = usize::midpoint(fits, too_long);
        if width(&cut(middle)) <= limit { fits = middle } else { too_long = middle }
    }
    cut(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(wanted: &[f64], expected: Option<&[f64]>) {
        assert_eq!(spread(wanted, 10.0, 0.0, 100.0).as_deref(), expected);
    }

    #[test]
    fn labels_move_only_when_they_must() {
        check(&[], Some(&[]));
        check(&[50.0], Some(&[50.0]));
        check(&[20.0, 80.0], Some(&[20.0, 80.0]));
        check(&[50.0, 50.0], Some(&[45.0, 55.0]));
        check(&[54.0, 50.0], Some(&[57.0, 47.0]));
        check(&[0.0], Some(&[5.0]));
        check(&[100.0, 100.0], Some(&[85.0, 95.0]));
        check(&[0.0; 11], None);
    }

    #[test]
    fn spread_labels_are_apart_and_inside() {
        let wanted: Vec<f64> = (0..10).map(|index| (index * 37 % 11) as f64 * 3.0).collect();
        let mut placed = spread(&wanted, 10.0, 0.0, 100.0).unwrap_or_default();
        placed.sort_unstable_by(f64::total_cmp);
        assert!(placed.windows(2).all(|pair| pair[1] - pair[0] >= 10.0 - 1e-9), "{placed:?}");
        assert!(placed.iter().all(|place| (5.0..=95.0).contains(place)), "{placed:?}");
    }

    #[test]
    fn texts_are_cut_with_an_ellipsis() {
        let width = |text: &str| text.chars().count() as f64;
        assert_eq!(fit("learning rate", 20.0, width), "learning rate");
        assert_eq!(fit("learning rate", 10.0, width), "learning…");
        assert_eq!(fit("学習率の変化", 4.0, width), "学習率…");
        assert_eq!(fit("abc", 0.0, width), "…");
    }
}
