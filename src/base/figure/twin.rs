//! The same data as a table: for screen readers, for the "as table" switch, for copying. Knows no markup.

use super::{Axis, Bins, Direction, Figure, Mark, Point, format};
use serde::{Deserialize, Serialize};

/// Significant digits of a number in a table.
const DIGITS: usize = 6;

/// A figure as a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Twin {
    /// The columns; the first names the row.
    pub columns: Vec<TwinColumn>,
    /// One text a column, one list a row; empty where there is no value.
    pub rows: Vec<Vec<String>>,
    /// What holds for the whole figure: reference lines, as (name, value).
    pub notes: Vec<(String, String)>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TwinColumn {
    /// What it holds.
    pub name: String,
    /// Whether its texts are numbers, to be aligned at the right.
    pub numeric: bool,
}

impl Figure {
    /// The same data as a table: one row an x (or name, bin, row of a matrix), one column a series.
    pub fn twin(&self) -> Twin {
        let mut twin =
            if let Some(matrix) = self.marks.iter().find(|mark| matches!(mark, Mark::Matrix { .. })) {
                self.matrix_twin(matrix)
            } else if self.marks.iter().any(|mark| matches!(mark, Mark::Bars { .. })) {
                self.bar_twin()
            } else {
                self.point_twin()
            };
        twin.notes = self.marks.iter().filter_map(|mark| self.note(mark)).collect();
        twin
    }

    fn note(&self, mark: &Mark) -> Option<(String, String)> {
        let Mark::Rule { label, direction, at } = mark else { return None };
        let axis = match direction {
            Direction::Horizontal => &self.y,
            Direction::Vertical => &self.x,
        };
        let name = if label.is_empty() { &axis.label } else { label };
        Some((name.clone(), axis.text(*at, DIGITS)))
    }

    fn matrix_twin(&self, mark: &Mark) -> Twin {
        let Mark::Matrix { rows, columns, values, annotations } = mark else { return Twin::default() };
        let corner = [&self.y.label, &self.x.label].map(String::as_str);
        let name = corner.into_iter().filter(|label| !label.is_empty()).collect::<Vec<_>>().join(" \\ ");
        let heads = columns.iter().map(|column| TwinColumn { name: column.clone(), numeric: true });
        let cell = |row: usize, column: usize, value: f64| {
            let written = annotations.get(row).and_then(|texts| texts.get(column));
            written.cloned().unwrap_or_else(|| format::value(value, DIGITS))
        };
        let body = rows.iter().zip(values).enumerate().map(|(row, (name, line))| {
            let cells = line.iter().enumerate().map(|(column, value)| cell(row, column, *value));
            std::iter::once(name.clone()).chain(cells).collect()
        });
        Twin {
            columns: std::iter::once(TwinColumn { name, numeric: false }).chain(heads).collect(),
            rows: body.collect(),
            notes: Vec::new(),
        }
    }

    fn bar_twin(&self) -> Twin {
        let (names, value) = match (self.bars_lie(), &self.x, &self.y) {
            (true, x, y) => (y, x),
            (false, x, y) => (x, y),
        };
        let bars: Vec<_> = self
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Bars { label, bins, heights, .. } => Some((label, bins, heights)),
                _ => None,
            })
            .collect();
        let edges = bars.iter().find_map(|(_, bins, _)| match bins {
            Bins::Edges(edges) => Some(edges),
            Bins::Categories => None,
        });
        let heads: Vec<String> = match (edges, self.y_categories().or(self.x_categories())) {
            (Some(edges), _) => edges.windows(2).map(|ends| interval(names, ends)).collect(),
            (None, Some(names)) => names.to_vec(),
            (None, None) => {
                let longest = bars.iter().map(|(_, _, heights)| heights.len()).max().unwrap_or(0);
                (0..longest).map(|index| index.to_string()).collect()
            }
        };
        let column = |name: &String| TwinColumn {
            name: if name.is_empty() { value.label.clone() } else { name.clone() },
            numeric: true,
        };
        let rows = heads.into_iter().enumerate().map(|(index, head)| {
            let cells = bars.iter().map(|(_, _, heights)| {
                heights.get(index).map_or_else(String::new, |height| format::value(*height, DIGITS))
            });
            std::iter::once(head).chain(cells).collect()
        });
        Twin {
            columns: std::iter::once(TwinColumn { name: names.label.clone(), numeric: false })
                .chain(bars.iter().map(|(label, _, _)| column(label)))
                .collect(),
            rows: rows.collect(),
            notes: Vec::new(),
        }
    }

    fn point_twin(&self) -> Twin {
        let series: Vec<(String, &[Point])> = self.marks.iter().flat_map(curves).collect();
        let mut columns = vec![TwinColumn { name: self.x.label.clone(), numeric: true }];
        columns.extend(series.iter().map(|(name, _)| TwinColumn {
            name: if name.is_empty() { self.y.label.clone() } else { name.clone() },
            numeric: true,
        }));
        // Series meet in a row where they share an x; a repeated x makes as many rows.
        let mut rows: Vec<(f64, usize, usize, f64)> = Vec::new();
        for (column, (_, points)) in series.iter().enumerate() {
            let mut sorted: Vec<&Point> = points.iter().filter(|point| !point.x.is_nan()).collect();
            sorted.sort_unstable_by(|a, b| a.x.total_cmp(&b.x));
            for run in sorted.chunk_by(|a, b| a.x == b.x) {
                rows.extend(run.iter().enumerate().map(|(time, point)| (point.x, time, column, point.y)));
            }
        }
        rows.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
        let same_row = |a: &(f64, usize, usize, f64), b: &(f64, usize, usize, f64)| a.0 == b.0 && a.1 == b.1;
        let body = rows.chunk_by(same_row).map(|row| {
            let mut texts = vec![String::new(); columns.len()];
            for (x, _, column, y) in row {
                texts[0] = self.x.text(*x, DIGITS);
                if let Some(text) = texts.get_mut(column + 1) {
                    *text = format::value(*y, DIGITS);
                }
            }
            texts
        });
        let rows = body.collect();
        Twin { columns, rows, notes: Vec::new() }
    }
}

/// The curves of a mark with their names.
fn curves(mark: &Mark) -> Vec<(String, &[Point])> {
    match mark {
        Mark::Line { label, points, .. } | Mark::Points { label, points, .. } => {
            vec![(label.clone(), points)]
        }
        Mark::Band { label, lower, upper, .. } => {
            vec![
                (format!("{label} ↓").trim_start().into(), lower),
                (format!("{label} ↑").trim_start().into(), upper),
            ]
        }
        Mark::Bars { .. } | Mark::Matrix { .. } | Mark::Rule { .. } => Vec::new(),
    }
}

/// The text of a bin on `axis`: `0 – 10`.
pub fn interval(axis: &Axis, edges: &[f64]) -> String {
    edges.iter().map(|edge| axis.text(*edge, DIGITS)).collect::<Vec<_>>().join(" – ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(figure: &Figure, columns: &[&str], rows: &[&[&str]]) {
        let twin = figure.twin();
        assert_eq!(twin.columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>(), columns);
        assert_eq!(twin.rows, rows);
    }

    #[test]
    fn lines_share_their_rows() {
        let marks = vec![
            Mark::line("train", [(0.0, 0.9), (1.0, 0.5)], 0),
            Mark::line("val", [(1.0, 0.75), (2.0, f64::NAN)], 1),
            Mark::horizontal("goal", 0.25),
        ];
        let figure = Figure { x: Axis::named("step"), y: Axis::named("loss"), marks, ..Figure::default() };
        check(
            &figure,
            &["step", "train", "val"],
            &[&["0", "0.9", ""], &["1", "0.5", "0.75"], &["2", "", "NaN"]],
        );
        assert_eq!(figure.twin().notes, [("goal".to_string(), "0.25".to_string())]);
    }

    #[test]
    fn a_repeated_x_keeps_all_its_values() {
        let marks = vec![Mark::points("", [(1.0, 2.0), (0.0, 1.0), (1.0, 3.0)], 0)];
        let figure = Figure { x: Axis::named("a"), y: Axis::named("b"), marks, ..Figure::default() };
        check(&figure, &["a", "b"], &[&["0", "1"], &["1", "2"], &["1", "3"]]);
    }

    #[test]
    fn bars_and_bins_name_their_rows() {
        let bars = |label: &str, bins, heights: &[f64]| Mark::Bars {
            label: label.into(),
            bins,
            heights: heights.to_vec(),
            series: 0,
        };
        let names = vec!["cat".to_string(), "dog".to_string()];
        let marks = vec![bars("a", Bins::Categories, &[1.0, 2.0]), bars("b", Bins::Categories, &[3.0])];
        let figure = Figure { y: Axis::categories("animal", names), marks, ..Figure::default() };
        check(&figure, &["animal", "a", "b"], &[&["cat", "1", "3"], &["dog", "2", ""]]);
        let marks = vec![bars("", Bins::Edges(vec![0.0, 0.5, 1.0]), &[4.0, 5.0])];
        let figure = Figure { x: Axis::named("p"), y: Axis::named("count"), marks, ..Figure::default() };
        check(&figure, &["p", "count"], &[&["0 – 0.5", "4"], &["0.5 – 1", "5"]]);
    }

    #[test]
    fn a_matrix_is_its_own_table() {
        let names = vec!["no".to_string(), "yes".to_string()];
        let matrix = Mark::Matrix {
            rows: names.clone(),
            columns: names,
            values: vec![vec![50.0, 3.0], vec![2.0, 45.0]],
            annotations: Vec::new(),
        };
        let (x, y) = (Axis::named("predicted"), Axis::named("actual"));
        let figure = Figure { x, y, marks: vec![matrix], ..Figure::default() };
        check(&figure, &["actual \\ predicted", "no", "yes"], &[&["no", "50", "3"], &["yes", "2", "45"]]);
    }

    #[test]
    fn an_empty_figure_has_an_empty_table() {
        check(&Figure::default(), &[""], &[]);
    }
}
