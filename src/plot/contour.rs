//! Lines of one height over a grid, straight within each of its triangles.

/// A place on the plane.
type Place = (f64, f64);

/// The line of height `level` on the surface `z` over the columns `x` and the rows `y`: its places, pieces parted by
/// places that are not numbers.
pub fn lines(x: &[f64], y: &[f64], z: &[f64], level: f64) -> (Vec<f64>, Vec<f64>) {
    let (mut across, mut up) = (Vec::new(), Vec::new());
    let height = |column: usize, row: usize| z.get(row * x.len() + column).copied().unwrap_or(f64::NAN);
    for (row, low_high) in y.windows(2).enumerate() {
        for (column, ends) in x.windows(2).enumerate() {
            let ([left, right], [low, high]) = (ends, low_high) else { continue };
            let corner = |place: Place, column: usize, row: usize| (place, height(column, row) - level);
            let corners = [
                corner((*left, *low), column, row),
                corner((*right, *low), column + 1, row),
                corner((*right, *high), column + 1, row + 1),
                corner((*left, *high), column, row + 1),
            ];
            for (from, to) in in_cell(corners) {
                across.extend([from.0, to.0, f64::NAN]);
                up.extend([from.1, to.1, f64::NAN]);
            }
        }
    }
    (across, up)
}

/// The pieces of the line in a cell whose corners have `(place, height above the level)`, in order around it.
fn in_cell(corners: [(Place, f64); 4]) -> Vec<(Place, Place)> {
    if corners.iter().any(|(_, height)| !height.is_finite()) {
        return Vec::new();
    }
    let around = corners.iter().zip(corners.iter().cycle().skip(1));
    let crossed: Vec<Place> = around
        .filter(|((_, a), (_, b))| (*a > 0.0) != (*b > 0.0))
        .map(|((p, a), (q, b))| {
            let share = a / (a - b);
            (p.0 + (q.0 - p.0) * share, p.1 + (q.1 - p.1) * share)
        })
        .collect();
    match crossed[..] {
        [a, b] => vec![(a, b)],
        [a, b, c, d] => {
            // A saddle: the height of its middle says which corners belong together.
            let middle: f64 = corners.iter().map(|(_, height)| height).sum();
            let [first, ..] = corners;
            if (middle > 0.0) == (first.1 > 0.0) { vec![(a, b), (c, d)] } else { vec![(d, a), (b, c)] }
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_cross_where_the_height_is() {
        let (x, y) = lines(&[0.0, 1.0], &[0.0, 1.0], &[0.0, 1.0, 0.0, 1.0], 0.25);
        assert_eq!((&x[..2], &y[..2]), (&[0.25, 0.25][..], &[0.0, 1.0][..]));
        assert_eq!(lines(&[0.0, 1.0], &[0.0, 1.0], &[0.0; 4], 0.5), (vec![], vec![]));
        assert_eq!(lines(&[0.0, 1.0], &[0.0, 1.0], &[0.0], 0.5), (vec![], vec![]));
    }
}
