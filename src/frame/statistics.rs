//! How two rows of numbers go together.

/// Pearson's correlation, as one pass over both that keeps running means; NaN where one does not vary.
pub fn pearson(left: &[f64], right: &[f64]) -> f64 {
    let (mut mean_left, mut mean_right) = (0.0, 0.0);
    let (mut square_left, mut square_right, mut both) = (0.0, 0.0, 0.0);
    for (seen, (x, y)) in left.iter().zip(right).enumerate() {
        let size = (seen + 1) as f64;
        let (dx, dy) = (x - mean_left, y - mean_right);
        mean_left += dx / size;
        mean_right += dy / size;
        square_left += (x - mean_left) * dx;
        square_right += (y - mean_right) * dy;
        both += (x - mean_left) * dy;
    }
    let whole = (square_left * square_right).sqrt();
    if whole == 0.0 { f64::NAN } else { (both / whole).clamp(-1.0, 1.0) }
}

/// Kendall's tau-b.
pub fn kendall(left: &[f64], right: &[f64]) -> f64 {
    let (mut balance, mut moves_left, mut moves_right) = (0.0, 0.0, 0.0);
    for (place, (x, y)) in left.iter().zip(right).enumerate() {
        for (other_x, other_y) in left.iter().zip(right).take(place) {
            let (dx, dy) = (sign(x - other_x), sign(y - other_y));
            balance += dx * dy;
            moves_left += dx * dx;
            moves_right += dy * dy;
        }
    }
    balance / (moves_left * moves_right).sqrt()
}

fn sign(value: f64) -> f64 {
    if value == 0.0 { 0.0 } else { value.signum() }
}
