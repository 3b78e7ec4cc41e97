//! The figures of this project, from plain values: curves, matrices, residuals, histograms, comparisons.
//! Pure; names come in from outside, in the language of the page.

use crate::base::figure::{Axis, Bins, Figure, Mark, Range};

/// A metric by step, one line a run or a metric. `series`: (name, values as (step, value)).
pub fn learning_curve<'a, P>(
    step: &str,
    metric: &str,
    series: impl IntoIterator<Item = (&'a str, P)>,
) -> Figure
where
    P: IntoIterator<Item = (f64, f64)>,
{
    let marks = series.into_iter().enumerate().map(|(index, (name, points))| Mark::line(name, points, index));
    Figure { x: Axis::named(step), y: Axis::named(metric), marks: marks.collect(), ..Figure::default() }
}

/// How often each actual class (row) was predicted as each class (column).
pub fn confusion_matrix(predicted: &str, actual: &str, classes: &[String], counts: &[Vec<u64>]) -> Figure {
    let values = counts.iter().map(|row| row.iter().map(|count| *count as f64).collect()).collect();
    let (rows, columns) = (classes.to_vec(), classes.to_vec());
    Figure {
        x: Axis::named(predicted),
        y: Axis::named(actual),
        marks: vec![Mark::Matrix { rows, columns, values, annotations: Vec::new() }],
        ..Figure::default()
    }
}

/// What the model predicted against how far it was off (actual minus predicted), around a line at zero.
pub fn residuals(predicted: &str, residual: &str, points: impl IntoIterator<Item = (f64, f64)>) -> Figure {
    Figure {
        x: Axis::named(predicted),
        y: Axis::named(residual),
        marks: vec![Mark::horizontal("", 0.0), Mark::points("", points, 0)],
        ..Figure::default()
    }
}

/// What the model predicted against what was true, with the line on which both are equal.
pub fn predictions(actual: &str, predicted: &str, equal: &str, points: &[(f64, f64)]) -> Figure {
    let both = points.iter().flat_map(|(x, y)| [*x, *y]);
    let ends = Range::of(both).map(|range| [(range.low, range.low), (range.high, range.high)]);
    let mut marks = vec![Mark::points("", points.iter().copied(), 0)];
    if let Some(ends) = ends {
        let points = ends.into_iter().map(Into::into).collect();
        let stroke = crate::base::figure::Stroke::Dashed;
        marks.push(Mark::Line { label: equal.to_string(), points, series: 7, stroke });
    }
    Figure { x: Axis::named(actual), y: Axis::named(predicted), marks, ..Figure::default() }
}

/// How many values fall between neighbouring `edges`; one more edge than counts.
pub fn histogram(value: &str, count: &str, edges: &[f64], counts: &[u64]) -> Figure {
    let bars = Mark::Bars {
        label: String::new(),
        bins: Bins::Edges(edges.to_vec()),
        heights: counts.iter().map(|count| *count as f64).collect(),
        series: 0,
    };
    Figure { x: Axis::named(value), y: Axis::named(count), marks: vec![bars], ..Figure::default() }
}

/// The same of dates: `edges` in days since 1970-01-01.
pub fn date_histogram(value: &str, count: &str, edges: &[f64], counts: &[u64]) -> Figure {
    Figure { x: Axis::dates(value), ..histogram(value, count, edges, counts) }
}

/// How often each category occurs, as lying bars in the given order.
pub fn category_counts(category: &str, count: &str, counts: &[(String, u64)]) -> Figure {
    let names = counts.iter().map(|(name, _)| name.clone()).collect();
    let bars = Mark::Bars {
        label: String::new(),
        bins: Bins::Categories,
        heights: counts.iter().map(|(_, count)| *count as f64).collect(),
        series: 0,
    };
    Figure {
        x: Axis::named(count),
        y: Axis::categories(category, names),
        marks: vec![bars],
        ..Figure::default()
    }
}

/// Metrics of several runs side by side: `runs` name the bars' groups, `metrics` are (name, one value a run;
/// NaN where a run has none).
pub fn metric_comparison(run: &str, value: &str, runs: &[String], metrics: &[(String, Vec<f64>)]) -> Figure {
    let lone = metrics.len() == 1;
    let marks = metrics.iter().enumerate().map(|(series, (name, values))| Mark::Bars {
        label: if lone { String::new() } else { name.clone() },
        bins: Bins::Categories,
        heights: values.clone(),
        series,
    });
    let x = match metrics {
        [(name, _)] => Axis::named(name.clone()),
        _ => Axis::named(value),
    };
    Figure { x, y: Axis::categories(run, runs.to_vec()), marks: marks.collect(), ..Figure::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(figure: &Figure, marks: usize, columns: &[&str], first_row: &[&str]) {
        assert_eq!(figure.marks.len(), marks);
        let twin = figure.twin();
        assert_eq!(twin.columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>(), columns);
        assert_eq!(twin.rows.first().map_or(&[][..], Vec::as_slice), first_row);
    }

    #[test]
    fn figures_say_what_they_show() {
        let curves = [("a", vec![(0.0, 0.5), (1.0, 0.25)]), ("b", vec![])];
        check(&learning_curve("step", "loss", curves), 2, &["step", "a", "b"], &["0", "0.5", ""]);
        let classes = ["no".to_string(), "yes".to_string()];
        let matrix = confusion_matrix("predicted", "actual", &classes, &[vec![9, 1], vec![2, 8]]);
        check(&matrix, 1, &["actual \\ predicted", "no", "yes"], &["no", "9", "1"]);
        check(
            &residuals("predicted", "residual", [(1.0, -0.5)]),
            2,
            &["predicted", "residual"],
            &["1", "−0.5"],
        );
        check(
            &histogram("age", "count", &[0.0, 10.0, 20.0], &[3, 4]),
            1,
            &["age", "count"],
            &["0 – 10", "3"],
        );
        check(
            &date_histogram("day", "count", &[15340.0, 15370.5, 15401.0], &[3, 4]),
            1,
            &["day", "count"],
            &["2012-01-01 – 2012-02-01", "3"],
        );
        let counts = [("cat".to_string(), 3), ("dog".to_string(), 12_000)];
        check(&category_counts("animal", "count", &counts), 1, &["animal", "count"], &["cat", "3"]);
        let runs = ["r1".to_string(), "r2".to_string()];
        let one = [("accuracy".to_string(), vec![0.9, 0.95])];
        check(&metric_comparison("run", "value", &runs, &one), 1, &["run", "accuracy"], &["r1", "0.9"]);
        let two = [one[0].clone(), ("f1".to_string(), vec![0.8, f64::NAN])];
        check(
            &metric_comparison("run", "value", &runs, &two),
            2,
            &["run", "accuracy", "f1"],
            &["r1", "0.9", "0.8"],
        );
        check(&predictions("actual", "predicted", "equal", &[]), 1, &["actual", "predicted"], &[]);
    }
}
