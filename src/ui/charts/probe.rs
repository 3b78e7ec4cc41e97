//! What the pointer or the arrow keys point at: stops in a figure with the values that stand there.
//! Pure; knows pixels and values, no event.

use crate::base::figure::clip::Place;
use crate::base::figure::{Bins, Figure, Mark, format, twin};
use crate::ui::charts::layout::Layout;
use std::collections::BTreeMap;

/// Significant digits of a value that is read out.
const DIGITS: usize = 5;

/// One value that is read out.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What it is of.
    pub label: String,
    /// The value as text.
    pub value: String,
    /// Its series, for the colour of its key.
    pub series: Option<usize>,
    /// Where it stands.
    pub at: Place,
}

/// One place where values can be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// Where the crosshair stands.
    pub at: Place,
    /// What the place is called, as (name of the axis, text).
    pub head: Vec<(String, String)>,
    /// The values.
    pub readings: Vec<Reading>,
}

/// How the pointer finds its stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearest {
    /// By the horizontal distance: lines, standing bars.
    Across,
    /// By the vertical distance: lying bars.
    Down,
    /// By the distance: points, cells.
    Around,
}

/// A move by key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the one before.
    Back,
    /// To the next.
    Forward,
    /// A row up in a matrix.
    Up,
    /// A row down in a matrix.
    Down,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// All stops of a figure, in the order of the arrow keys.
#[derive(Clone, Debug, PartialEq)]
pub struct Probe {
    /// The stops.
    pub stops: Vec<Stop>,
    /// How the pointer finds one.
    pub nearest: Nearest,
    /// How many stops make a row.
    pub row: usize,
}

impl Probe {
    /// The stops of `figure` as `layout` places them.
    pub fn new(figure: &Figure, layout: &Layout) -> Self {
        if let Some(Mark::Matrix { rows, columns, values, .. }) =
            figure.marks.iter().find(|mark| matches!(mark, Mark::Matrix { .. }))
        {
            let stops = cells(figure, layout, rows, columns, values);
            return Self { stops, nearest: Nearest::Around, row: columns.len().max(1) };
        }
        if figure.marks.iter().any(|mark| matches!(mark, Mark::Bars { .. })) {
            let nearest = if figure.bars_lie() { Nearest::Down } else { Nearest::Across };
            return Self { stops: bars(figure, layout), nearest, row: 1 };
        }
        if figure.marks.iter().any(|mark| matches!(mark, Mark::Points { .. })) {
            return Self { stops: points(figure, layout), nearest: Nearest::Around, row: 1 };
        }
        Self { stops: lines(figure, layout), nearest: Nearest::Across, row: 1 }
    }

    /// The index of the stop that is nearest to `place`.
    pub fn at(&self, place: Place) -> Option<usize> {
        let distance = |stop: &Stop| {
            let (dx, dy) = (stop.at.0 - place.0, stop.at.1 - place.1);
            match self.nearest {
                Nearest::Across => dx.abs(),
                Nearest::Down => dy.abs(),
                Nearest::Around => dx.hypot(dy),
            }
        };
        let found = self.stops.iter().map(distance).enumerate().min_by(|a, b| a.1.total_cmp(&b.1));
        found.map(|(index, _)| index)
    }

    /// Where a key leads from `from` (nowhere yet: to the first or last).
    pub fn step(&self, from: Option<usize>, step: Step) -> Option<usize> {
        let last = self.stops.len().checked_sub(1)?;
        let Some(from) = from else {
            return Some(if matches!(step, Step::Back | Step::Last | Step::Up) { last } else { 0 });
        };
        Some(match step {
            Step::Back => from.saturating_sub(1),
            Step::Forward => (from + 1).min(last),
            Step::Up => from.checked_sub(self.row).unwrap_or(from),
            Step::Down => {
                if from + self.row <= last {
                    from + self.row
                } else {
                    from
                }
            }
            Step::First => 0,
            Step::Last => last,
        })
    }
}

/// One stop an x, with every line that has a point there.
fn lines(figure: &Figure, layout: &Layout) -> Vec<Stop> {
    // The order of `f64::total_cmp` as a key.
    let key = |value: f64| {
        let bits = (value + 0.0).to_bits() as i64;
        bits ^ (((bits >> 63) as u64) >> 1) as i64
    };
    let mut stops: BTreeMap<i64, Stop> = BTreeMap::new();
    for mark in &figure.marks {
        let Mark::Line { label, points, series, .. } = mark else { continue };
        for point in points.iter().filter(|point| point.is_finite()) {
            let Some(at) = layout.place(point).filter(|at| layout.plot.contains(*at, 0.5)) else { continue };
            let stop = stops.entry(key(point.x)).or_insert_with(|| Stop {
                at,
                head: vec![(figure.x.label.clone(), figure.x.text(point.x, DIGITS))],
                readings: Vec::new(),
            });
            stop.readings.push(Reading {
                label: named(label, &figure.y.label),
                value: format::value(point.y, DIGITS),
                series: Some(*series),
                at,
            });
        }
    }
    stops.into_values().collect()
}

fn points(figure: &Figure, layout: &Layout) -> Vec<Stop> {
    let mut stops = Vec::new();
    for mark in &figure.marks {
        let Mark::Points { label, points, series } = mark else { continue };
        for point in points.iter().filter(|point| point.is_finite()) {
            let Some(at) = layout.place(point).filter(|at| layout.plot.contains(*at, 0.5)) else { continue };
            let value = format::value(point.y, DIGITS);
            stops.push(Stop {
                at,
                head: vec![(figure.x.label.clone(), figure.x.text(point.x, DIGITS))],
                readings: vec![Reading {
                    label: named(label, &figure.y.label),
                    value,
                    series: Some(*series),
                    at,
                }],
            });
        }
    }
    stops.sort_unstable_by(|a, b| a.at.0.total_cmp(&b.at.0));
    stops
}

fn bars(figure: &Figure, layout: &Layout) -> Vec<Stop> {
    let lie = figure.bars_lie();
    let (names, values) = if lie { (&figure.y, &figure.x) } else { (&figure.x, &figure.y) };
    let categories = if lie { figure.y_categories() } else { figure.x_categories() };
    let mut stops: BTreeMap<usize, Stop> = BTreeMap::new();
    for mark in &figure.marks {
        let Mark::Bars { label, bins, heights, series } = mark else { continue };
        for (index, height) in heights.iter().enumerate().filter(|(_, height)| height.is_finite()) {
            let (middle, text) = match bins {
                Bins::Categories => {
                    let name = categories.and_then(|names| names.get(index)).cloned();
                    (index as f64, name.unwrap_or_else(|| index.to_string()))
                }
                Bins::Edges(edges) => match edges.get(index..index + 2) {
                    Some(ends) => (f64::midpoint(ends[0], ends[1]), twin::interval(names, ends)),
                    None => continue,
                },
            };
            let at = match lie {
                true => layout.x.project(*height).zip(layout.y.project(middle)),
                false => layout.x.project(middle).zip(layout.y.project(*height)),
            };
            let Some(at) = at else { continue };
            let stop = stops.entry(index).or_insert_with(|| Stop {
                at,
                head: vec![(names.label.clone(), text)],
                readings: Vec::new(),
            });
            let value = format::value(*height, DIGITS);
            stop.readings.push(Reading {
                label: named(label, &values.label),
                value,
                series: Some(*series),
                at,
            });
        }
    }
    stops.into_values().collect()
}

fn cells(
    figure: &Figure,
    layout: &Layout,
    rows: &[String],
    columns: &[String],
    values: &[Vec<f64>],
) -> Vec<Stop> {
    let mut stops = Vec::new();
    for (row, name) in rows.iter().enumerate() {
        for (column, head) in columns.iter().enumerate() {
            let at = layout.x.project(column as f64).zip(layout.y.project(row as f64));
            let Some(at) = at else { continue };
            let value = values.get(row).and_then(|line| line.get(column)).copied().unwrap_or(f64::NAN);
            stops.push(Stop {
                at,
                head: vec![(figure.y.label.clone(), name.clone()), (figure.x.label.clone(), head.clone())],
                readings: vec![Reading {
                    label: String::new(),
                    value: format::value(value, DIGITS),
                    series: None,
                    at,
                }],
            });
        }
    }
    stops
}

fn named(label: &str, axis: &str) -> String {
    if label.is_empty() { axis.to_string() } else { label.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::figure::Axis;

    fn probe(figure: &Figure) -> Probe {
        let layout = Layout::new(figure, 400.0, 240.0, &|text| text.chars().count() as f64 * 7.0);
        Probe::new(figure, &layout)
    }

    #[track_caller]
    fn check(probe: &Probe, index: Option<usize>, head: &str, readings: &[(&str, &str)]) {
        let stop = index.and_then(|index| probe.stops.get(index));
        let found =
            stop.map(|stop| stop.head.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" "));
        assert_eq!(found.as_deref(), Some(head));
        let texts = stop.into_iter().flat_map(|stop| &stop.readings);
        assert_eq!(texts.map(|r| (r.label.as_str(), r.value.as_str())).collect::<Vec<_>>(), readings);
    }

    #[test]
    fn lines_are_read_together_at_an_x() {
        let marks = vec![
            Mark::line("train", [(-1.0, 0.9), (0.0, 0.8), (1.0, f64::NAN), (2.0, 0.5)], 0),
            Mark::line("val", [(0.0, 0.7), (1.0, 0.6)], 1),
        ];
        let probe = probe(&Figure { marks, ..Figure::default() });
        assert_eq!(probe.stops.len(), 4);
        check(&probe, probe.step(None, Step::Forward), "−1", &[("train", "0.9")]);
        check(&probe, probe.step(Some(0), Step::Forward), "0", &[("train", "0.8"), ("val", "0.7")]);
        check(&probe, probe.at((150.0, 0.0)), "0", &[("train", "0.8"), ("val", "0.7")]);
        check(&probe, probe.at((1000.0, 0.0)), "2", &[("train", "0.5")]);
        check(&probe, probe.step(Some(3), Step::Forward), "2", &[("train", "0.5")]);
    }

    #[test]
    fn cells_are_walked_in_rows() {
        let names = vec!["no".to_string(), "yes".to_string()];
        let values = vec![vec![1.0, 2.0], vec![3.0, 4.0]];
        let matrix = Mark::Matrix { rows: names.clone(), columns: names, values, annotations: Vec::new() };
        let probe = probe(&Figure { marks: vec![matrix], ..Figure::default() });
        check(&probe, probe.step(Some(1), Step::Down), "yes yes", &[("", "4")]);
        check(&probe, probe.step(Some(3), Step::Up), "no yes", &[("", "2")]);
        check(&probe, probe.step(Some(1), Step::Up), "no yes", &[("", "2")]);
        check(&probe, probe.at((400.0, 0.0)), "no yes", &[("", "2")]);
    }

    #[test]
    fn lying_bars_are_found_by_height() {
        let heights = vec![3.0, 5.0];
        let bars = Mark::Bars { label: String::new(), bins: Bins::Categories, heights, series: 0 };
        let y = Axis::categories("kind", vec!["a".into(), "b".into()]);
        let probe = probe(&Figure { y, x: Axis::named("count"), marks: vec![bars], ..Figure::default() });
        check(&probe, probe.at((0.0, 0.0)), "a", &[("count", "3")]);
        check(&probe, probe.at((0.0, 240.0)), "b", &[("count", "5")]);
    }

    #[test]
    fn nothing_has_no_stops() {
        let probe = probe(&Figure::default());
        assert_eq!((probe.at((0.0, 0.0)), probe.step(None, Step::Forward)), (None, None));
    }
}
