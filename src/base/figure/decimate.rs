//! Fewer points for the same picture: what shares a column of pixels is drawn by its ends and extremes.
//! Knows only places.

use super::clip::Place;

/// `places` with at most four of each run that falls into one column of width `column`: the first, the
/// lowest, the highest and the last, in their order. Nothing that can be seen goes away.
pub fn columns(places: &[Place], column: f64) -> Vec<Place> {
    let mut out: Vec<Place> = Vec::new();
    for run in places.chunk_by(|a, b| (a.0 / column).floor() == (b.0 / column).floor()) {
        if run.len() <= 4 {
            out.extend_from_slice(run);
            continue;
        }
        let by_height = |(_, a): &(usize, &Place), (_, b): &(usize, &Place)| a.1.total_cmp(&b.1);
        let low = run.iter().enumerate().min_by(by_height).map_or(0, |(index, _)| index);
        let high = run.iter().enumerate().max_by(by_height).map_or(0, |(index, _)| index);
        let mut kept = vec![0, low, high, run.len() - 1];
        kept.sort_unstable();
        kept.dedup();
        out.extend(kept.into_iter().filter_map(|index| run.get(index)));
    }
    out
}

/// `places` without those that fall on the same cell of `cell` pixels as one before.
pub fn cells(places: impl IntoIterator<Item = Place>, cell: f64) -> Vec<Place> {
    let mut seen = std::collections::HashSet::new();
    let key = |place: &Place| ((place.0 / cell).round() as i64, (place.1 / cell).round() as i64);
    places.into_iter().filter(|place| seen.insert(key(place))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_of_points_keep_their_extremes() {
        let wave =
            |index: usize| (index as f64 * 0.01, if index == 50_123 { 99.0 } else { (index % 7) as f64 });
        let places: Vec<Place> = (0..100_000).map(wave).collect();
        let fewer = columns(&places, 1.0);
        assert!(fewer.len() <= 4_000, "{}", fewer.len());
        assert!(fewer.iter().any(|place| place.1 == 99.0));
        assert_eq!(fewer.first(), places.first());
        assert_eq!(fewer.last(), places.last());
        assert!(fewer.windows(2).all(|pair| pair[0].0 <= pair[1].0));
    }

    #[test]
    fn few_points_stay_as_they_are() {
        let places = [(0.0, 1.0), (0.1, 2.0), (5.0, 3.0)];
        assert_eq!(columns(&places, 1.0), places);
        assert_eq!(cells(places, 1.0), [(0.0, 1.0), (0.1, 2.0), (5.0, 3.0)]);
        assert_eq!(cells([(0.0, 0.0), (0.1, 0.1)], 1.0), [(0.0, 0.0)]);
    }
}
