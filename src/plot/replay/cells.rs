//! The cells of an image on the pixels of a device.

use super::super::picture::{Colour, Image};

/// How the cells of an image lie along one direction of the device.
pub(super) struct Cells {
    from: f64,
    to: f64,
    count: u32,
    low: i32,
    high: i32,
}

impl Cells {
    pub(super) fn new(from: f64, to: f64, count: u32, low: i32, high: i32) -> Self {
        let (start, end) = (from.min(to).round() as i32, from.max(to).round() as i32);
        Self { from, to, count, low: low.max(start), high: high.min(end) }
    }

    /// Device pixels from, to, and the cells that show in them. Cells larger than pixels give one run each; smaller
    /// ones share a pixel.
    pub(super) fn runs(&self, smooth: bool) -> Vec<(i32, i32, std::ops::Range<f64>)> {
        let per_pixel = f64::from(self.count) / (self.to - self.from);
        let cell = |pixel: f64| (pixel - self.from) * per_pixel;
        let mut runs: Vec<(i32, i32, std::ops::Range<f64>)> = Vec::new();
        for pixel in self.low..self.high {
            let (a, b) = (cell(f64::from(pixel)), cell(f64::from(pixel) + 1.0));
            let (a, b) = (a.min(b), a.max(b));
            if smooth || b - a > 1.0 {
                runs.push((pixel, pixel + 1, a..b));
                continue;
            }
            let middle = f64::midpoint(a, b).floor().clamp(0.0, f64::from(self.count) - 1.0);
            match runs.last_mut() {
                Some((_, end, held)) if held.start == middle => *end = pixel + 1,
                _ => runs.push((pixel, pixel + 1, middle..middle + 1.0)),
            }
        }
        runs
    }
}

impl Image {
    fn cell(&self, column: i64, row: i64) -> [f64; 4] {
        let column = column.clamp(0, i64::from(self.columns) - 1) as usize;
        let row = row.clamp(0, i64::from(self.rows) - 1) as usize;
        let at = (row * self.columns as usize + column) * 4;
        let mut parts = [0.0; 4];
        if let Some(found) = self.pixels.get(at..at + 4) {
            parts.iter_mut().zip(found).for_each(|(part, byte)| *part = f64::from(*byte));
        }
        parts
    }

    /// The mean of the cells in ranges of columns and rows; of one cell its own colour.
    pub(super) fn colour(&self, columns: &std::ops::Range<f64>, rows: &std::ops::Range<f64>) -> Colour {
        let shares = |range: &std::ops::Range<f64>| -> Vec<(i64, f64)> {
            let (mut from, mut to) = (range.start, range.end);
            if self.smooth && to - from < 1.0 {
                // Between the middles of two neighbours: a share of each.
                let middle = f64::midpoint(from, to);
                (from, to) = (middle - 0.5, middle + 0.5);
            }
            (from.floor() as i64..to.ceil() as i64)
                .map(|cell| (cell, (to.min(cell as f64 + 1.0) - from.max(cell as f64)).max(0.0)))
                .collect()
        };
        let (columns, rows) = (shares(columns), shares(rows));
        let (mut sums, mut weights) = ([0.0; 4], (0.0, 0.0));
        for (row, high) in &rows {
            for (column, wide) in &columns {
                let [red, green, blue, alpha] = self.cell(*column, *row);
                let (weight, opaque) = (high * wide, high * wide * alpha);
                let parts = [red * opaque, green * opaque, blue * opaque, opaque];
                sums.iter_mut().zip(parts).for_each(|(sum, part)| *sum += part);
                weights = (weights.0 + weight, weights.1 + opaque);
            }
        }
        if weights.1 <= 0.0 {
            return Colour::default();
        }
        let [red, green, blue, opaque] = sums;
        let part = |sum: f64| (sum / weights.1).round().clamp(0.0, 255.0) as u8;
        Colour {
            red: part(red),
            green: part(green),
            blue: part(blue),
            alpha: (opaque / weights.0).round() as u8,
        }
    }
}
