//! Ranges of values: what the data spans and what an axis shows of it. Knows no pixel.

use super::{Axis, Bins, Direction, Figure, Mark, Point, Scale, ticks};

/// Values beyond this have no place: differences of them would overflow.
const LARGEST: f64 = 1e300;

/// From `low` to `high`, both finite, `low <= high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The smallest value.
    pub low: f64,
    /// The largest value.
    pub high: f64,
}

impl Range {
    /// The range of the finite values; none without any.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        values.into_iter().filter(|value| value.abs() <= LARGEST).fold(None, |range, value| match range {
            None => Some(Self { low: value, high: value }),
            Some(Self { low, high }) => Some(Self { low: low.min(value), high: high.max(value) }),
        })
    }

    /// `a` and `b` in any order; none unless both are finite.
    pub fn between(a: f64, b: f64) -> Option<Self> {
        (a.abs() <= LARGEST && b.abs() <= LARGEST).then(|| Self { low: a.min(b), high: a.max(b) })
    }

    /// Its length.
    pub fn span(self) -> f64 {
        self.high - self.low
    }

    /// Whether `value` lies in it.
    pub fn contains(self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }

    /// Longer by `share` of its length at both ends. One value becomes a range around it.
    pub fn padded(self, share: f64) -> Self {
        let span = self.span();
        // A span below the resolution of its own values cannot be drawn either.
        if span > self.low.abs().max(self.high.abs()) * 1e-12 {
            return Self { low: self.low - span * share, high: self.high + span * share };
        }
        let air = if self.low == 0.0 { 0.5 } else { self.low.abs() * 0.1 };
        Self { low: self.low - air, high: self.high + air }
    }

    /// Longer by the `factor` that is left on both sides in ratios: for logarithmic axes, `low` above zero.
    pub fn padded_log(self) -> Self {
        if self.high > self.low * 1.000_001 {
            let air = (self.high / self.low).powf(0.04);
            return Self { low: self.low / air, high: self.high * air };
        }
        Self { low: self.low / 2.0, high: self.high * 2.0 }
    }
}

/// Whether ticks may fall between whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// Anywhere.
    Any,
    /// Only on whole numbers: steps, counts.
    Whole,
}

/// What an axis shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Domain {
    /// From here to there.
    pub range: Range,
    /// Whether all its values are whole.
    pub grain: Grain,
}

/// Where a linear axis ends that follows its data.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ends {
    /// With the data.
    Tight,
    /// A little beyond them.
    Air,
    /// On round numbers.
    OnTicks,
}

impl Figure {
    /// What the horizontal axis shows when `at_most` ticks fit on it.
    pub fn x_domain(&self, at_most: usize) -> Domain {
        let values = self.x_values();
        // Curves run from edge to edge, clouds of points get air, the values of lying bars end on ticks.
        let cloud = self.marks.iter().any(|mark| matches!(mark, Mark::Points { .. }));
        let ends = match (self.bars_lie(), cloud) {
            (true, _) => Ends::OnTicks,
            (false, true) => Ends::Air,
            (false, false) => Ends::Tight,
        };
        domain(&self.x, self.x_categories().map(<[String]>::len), &values, ends, at_most)
    }

    /// What the vertical axis shows when `at_most` ticks fit on it.
    pub fn y_domain(&self, at_most: usize) -> Domain {
        domain(&self.y, self.y_categories().map(<[String]>::len), &self.y_values(), Ends::OnTicks, at_most)
    }

    fn x_values(&self) -> Vec<f64> {
        let lie = self.bars_lie();
        let mut values = Vec::new();
        for mark in &self.marks {
            match mark {
                Mark::Line { points, .. } | Mark::Points { points, .. } => {
                    values.extend(finite(points).map(|point| point.x));
                }
                Mark::Band { lower, upper, .. } => {
                    values.extend(finite(lower).chain(finite(upper)).map(|point| point.x));
                }
                Mark::Bars { bins: Bins::Edges(edges), .. } => values.extend(edges),
                Mark::Bars { bins: Bins::Categories, heights, .. } if lie => {
                    values.extend(heights.iter().copied().chain([0.0]));
                }
                Mark::Rule { direction: Direction::Vertical, at, .. } => values.push(*at),
                Mark::Bars { .. } | Mark::Rule { .. } | Mark::Matrix { .. } => {}
            }
        }
        values
    }

    fn y_values(&self) -> Vec<f64> {
        let lie = self.bars_lie();
        let mut values = Vec::new();
        for mark in &self.marks {
            match mark {
                Mark::Line { points, .. } | Mark::Points { points, .. } => {
                    values.extend(finite(points).map(|point| point.y));
                }
                Mark::Band { lower, upper, .. } => {
                    values.extend(finite(lower).chain(finite(upper)).map(|point| point.y));
                }
                Mark::Bars { heights, .. } if !lie => values.extend(heights.iter().copied().chain([0.0])),
                Mark::Rule { direction: Direction::Horizontal, at, .. } => values.push(*at),
                Mark::Bars { .. } | Mark::Rule { .. } | Mark::Matrix { .. } => {}
            }
        }
        values
    }
}

fn finite(points: &[Point]) -> impl Iterator<Item = &Point> {
    points.iter().filter(|point| point.is_finite())
}

fn domain(axis: &Axis, names: Option<usize>, values: &[f64], ends: Ends, at_most: usize) -> Domain {
    if let Some(count) = names {
        let range = Range { low: -0.5, high: count.max(1) as f64 - 0.5 };
        return Domain { range, grain: Grain::Whole };
    }
    let log = axis.is_log();
    let whole = values.iter().filter(|value| value.is_finite()).all(|value| value.fract() == 0.0);
    let grain = if whole && !log { Grain::Whole } else { Grain::Any };
    let asked = axis.range.and_then(|(a, b)| Range::between(a, b)).filter(|range| range.span() > 0.0);
    if let Some(range) = asked.filter(|range| !log || range.low > 0.0) {
        return Domain { range, grain };
    }
    let seen = Range::of(values.iter().copied().filter(|value| !log || *value > 0.0));
    let range = match (seen, &axis.scale) {
        (None, Scale::Log) => Range { low: 0.1, high: 10.0 },
        (None, _) => Range { low: 0.0, high: 1.0 },
        (Some(range), Scale::Log) => range.padded_log(),
        (Some(range), _) if ends == Ends::Tight && range.span() > 0.0 => range,
        (Some(range), _) if ends == Ends::Air && range.span() > 0.0 => range.padded(0.03),
        (Some(range), _) => ticks::widen(range.padded(0.0), at_most, grain),
    };
    Domain { range, grain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_y(ys: &[f64], range: Option<(f64, f64)>, expected: (f64, f64)) {
        let points = ys.iter().enumerate().map(|(step, y)| (step as f64, *y));
        let y = Axis { range, ..Axis::default() };
        let figure = Figure { marks: vec![Mark::line("", points, 0)], y, ..Figure::default() };
        let found = figure.y_domain(6).range;
        assert_eq!((found.low, found.high), expected);
    }

    #[test]
    fn the_vertical_range_ends_on_ticks() {
        check_y(&[0.52, 0.97], None, (0.5, 1.0));
        check_y(&[0.02, 2.3], None, (0.0, 2.5));
        check_y(&[f64::NAN, 3.0, f64::INFINITY, 8.0], None, (3.0, 8.0));
        check_y(&[0.2, 0.9], Some((0.0, 1.0)), (0.0, 1.0));
        check_y(&[0.2, 0.9], Some((1.0, 1.0)), (0.2, 1.0));
        check_y(&[], None, (0.0, 1.0));
        check_y(&[f64::MAX], None, (0.0, 1.0));
    }

    #[test]
    fn one_value_gets_a_range_around_it() {
        check_y(&[0.0], None, (-1.0, 1.0));
        let one = Range { low: 0.9, high: 0.9 }.padded(0.0);
        assert!(one.low < 0.9 && one.high > 0.9);
        let log = Range { low: 1e-3, high: 1e-3 }.padded_log();
        assert!(log.low < 1e-3 && log.high > 1e-3);
    }

    #[test]
    fn bars_start_at_zero_and_names_have_half_a_step_on_both_sides() {
        let bars =
            Mark::Bars { label: String::new(), bins: Bins::Categories, heights: vec![40.0, 60.0], series: 0 };
        let x = Axis::categories("", vec!["a".into(), "b".into()]);
        let figure = Figure { x, marks: vec![bars], ..Figure::default() };
        assert_eq!(figure.x_domain(5).range, Range { low: -0.5, high: 1.5 });
        assert_eq!(figure.y_domain(5).range.low, 0.0);
        assert_eq!(figure.y_domain(5).grain, Grain::Whole);
    }

    #[test]
    fn zero_has_no_place_on_a_logarithmic_axis() {
        let y = Axis { scale: Scale::Log, ..Axis::default() };
        let marks = vec![Mark::line("", [(0.0, 0.0), (1.0, 1.0), (2.0, 100.0)], 0)];
        let range = Figure { y, marks, ..Figure::default() }.y_domain(5).range;
        assert!(range.low > 0.5 && range.low < 1.0 && range.high > 100.0, "{range:?}");
    }
}
