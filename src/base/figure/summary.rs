//! What there is to see in a figure, in a few numbers: for those who hear it instead. Knows no language.

use super::{Figure, Mark, Point, Range};

/// What one mark shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Summary {
    /// A curve.
    Line {
        /// The name of the series.
        label: String,
        /// How many points it has.
        count: usize,
        /// Its lowest and highest value.
        range: Range,
        /// The value it ends on.
        last: f64,
    },
    /// A cloud of points.
    Points {
        /// The name of the series.
        label: String,
        /// How many points it has.
        count: usize,
        /// Their lowest and highest value.
        range: Range,
    },
    /// Bars.
    Bars {
        /// The name of the series.
        label: String,
        /// How many bars there are.
        count: usize,
        /// The lowest and the highest.
        range: Range,
    },
    /// A grid of cells.
    Matrix {
        /// How many rows it has.
        rows: usize,
        /// How many columns it has.
        columns: usize,
    },
}

impl Figure {
    /// What each mark shows, in their order; reference lines and bands are part of the marks they serve.
    pub fn summary(&self) -> Vec<Summary> {
        self.marks.iter().filter_map(|mark| self.summary_of(mark)).collect()
    }

    fn summary_of(&self, mark: &Mark) -> Option<Summary> {
        let named = |label: &String| if label.is_empty() { self.y.label.clone() } else { label.clone() };
        match mark {
            Mark::Line { label, points, .. } => {
                let points = finite(points);
                let range = Range::of(points.iter().map(|point| point.y))?;
                let last = points.last()?.y;
                Some(Summary::Line { label: named(label), count: points.len(), range, last })
            }
            Mark::Points { label, points, .. } => {
                let points = finite(points);
                let range = Range::of(points.iter().map(|point| point.y))?;
                Some(Summary::Points { label: named(label), count: points.len(), range })
            }
            Mark::Bars { label, heights, .. } => {
                let axis = if self.bars_lie() { &self.x.label } else { &self.y.label };
                let label = if label.is_empty() { axis.clone() } else { label.clone() };
                Some(Summary::Bars {
                    label,
                    count: heights.len(),
                    range: Range::of(heights.iter().copied())?,
                })
            }
            Mark::Matrix { rows, columns, .. } => {
                Some(Summary::Matrix { rows: rows.len(), columns: columns.len() })
            }
            Mark::Rule { .. } | Mark::Band { .. } => None,
        }
    }
}

fn finite(points: &[Point]) -> Vec<&Point> {
    points.iter().filter(|point| point.is_finite()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_is_told_by_its_ends_and_extremes() {
        let marks = vec![Mark::line("loss", [(0.0, 2.0), (1.0, 0.5), (2.0, 0.75), (3.0, f64::NAN)], 0)];
        let figure = Figure { marks, ..Figure::default() };
        let range = Range { low: 0.5, high: 2.0 };
        assert_eq!(figure.summary(), [Summary::Line { label: "loss".into(), count: 3, range, last: 0.75 }]);
        assert_eq!(Figure::default().summary(), []);
    }
}
