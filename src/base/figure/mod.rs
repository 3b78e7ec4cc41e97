//! Figures as data: what is to be drawn, not how. An engine emits one, the page draws it, a screen reader
//! reads its [`Twin`]. Knows no browser, no colour and no language.

pub mod calendar;
pub mod clip;
pub mod decimate;
pub mod format;
pub mod labels;
mod number;
pub mod range;
pub mod scale;
pub mod summary;
pub mod ticks;
pub mod twin;

pub use number::Point;
pub use range::Range;
pub use scale::Projection;
pub use summary::Summary;
pub use twin::Twin;

use crate::base::date::Day;
use serde::{Deserialize, Serialize};

/// How many steps a drawing surface cuts one device pixel into. plotters counts in whole numbers, which at
/// one step a pixel would make smooth curves wobble; surfaces and those who draw on them agree on this.
pub const STEPS_PER_PIXEL: f64 = 16.0;

/// A surface that figures are drawn on, as far as the drawing must know it.
pub trait Surface {
    /// Width and height in CSS pixels.
    fn size(&self) -> (f64, f64);
    /// Device pixels per CSS pixel.
    fn pixel_ratio(&self) -> f64;
    /// The value of the style property `name` (`--ink` …) where the surface is.
    fn property(&self, name: &str) -> Option<String>;
}

/// A drawing list: axes and what stands between them. Titles belong to the text around a figure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Figure {
    /// The size the author asked for, in CSS pixels; without one, the figure takes the size its content needs.
    pub size: Option<Size>,
    /// The horizontal axis.
    pub x: Axis,
    /// The vertical axis.
    pub y: Axis,
    /// What is drawn, from back to front.
    pub marks: Vec<Mark>,
    /// Where the names of the series stand.
    pub legend: Legend,
}

/// A width and a height in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Size {
    /// Horizontal extent.
    pub width: f64,
    /// Vertical extent.
    pub height: f64,
}

/// One axis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Axis {
    /// What is measured, with its unit; may be empty.
    pub label: String,
    /// How values become places.
    pub scale: Scale,
    /// Shows exactly this range; without one, the range of the data with some air.
    pub range: Option<(f64, f64)>,
}

/// How values on an axis become places.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// Equal differences are equal distances.
    #[default]
    Linear,
    /// Equal ratios are equal distances; values of zero and below have no place.
    Log,
    /// As linear; values are days since 1970-01-01 and are written as dates.
    Date,
    /// Names at 0, 1, 2 …; on the vertical axis the first is on top.
    Category(Vec<String>),
}

/// Where the names of the series stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Legend {
    /// At the ends of the lines when they fit there, in rows above the plot otherwise.
    #[default]
    Direct,
    /// In rows above the plot.
    Rows,
    /// Nowhere.
    Hidden,
}

/// Solid or dashed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stroke {
    /// One unbroken line.
    #[default]
    Solid,
    /// Broken at even distances.
    Dashed,
}

/// Which way a reference line runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Across the plot, at a value of the vertical axis.
    Horizontal,
    /// Up the plot, at a value of the horizontal axis.
    Vertical,
}

/// Where bars stand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bins {
    /// One bar a name of the category axis; several such marks stand side by side. The bars lie when the
    /// vertical axis has the categories.
    Categories,
    /// Bars between neighbouring edges of the horizontal axis: one more edge than heights.
    Edges(#[serde(with = "number::list")] Vec<f64>),
}

/// One thing that is drawn. `series` chooses the colour, dash and marker; `label` names it (empty: unnamed).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Mark {
    /// Points joined in their order; a point that is not finite breaks the line.
    Line {
        /// The name of the series.
        label: String,
        /// The points in order.
        points: Vec<Point>,
        /// Index of the series.
        series: usize,
        /// Solid or dashed.
        #[serde(default)]
        stroke: Stroke,
    },
    /// Points on their own; those that are not finite are left out.
    Points {
        /// The name of the series.
        label: String,
        /// The points.
        points: Vec<Point>,
        /// Index of the series.
        series: usize,
    },
    /// Bars from zero.
    Bars {
        /// The name of the series.
        label: String,
        /// Where they stand.
        bins: Bins,
        /// How far they reach.
        #[serde(with = "number::list")]
        heights: Vec<f64>,
        /// Index of the series.
        series: usize,
    },
    /// A grid of cells, darker for more; cells of both signs get two hues that meet at zero.
    Matrix {
        /// Names of the rows, the first on top.
        rows: Vec<String>,
        /// Names of the columns.
        columns: Vec<String>,
        /// One list a row; a cell that is not finite stays empty.
        #[serde(with = "number::grid")]
        values: Vec<Vec<f64>>,
        /// What is written in the cells, in the shape of `values`; empty: the values.
        #[serde(default)]
        annotations: Vec<Vec<String>>,
    },
    /// A reference line across the whole plot.
    Rule {
        /// Its name.
        label: String,
        /// Which way it runs.
        direction: Direction,
        /// Where it stands on the axis it crosses.
        at: f64,
    },
    /// The area between two curves over the same x, behind a line it belongs to.
    Band {
        /// The name of the series.
        label: String,
        /// The lower curve.
        lower: Vec<Point>,
        /// The upper curve.
        upper: Vec<Point>,
        /// Index of the series.
        series: usize,
    },
}

impl Axis {
    /// A linear axis called `label` with a range that follows the data.
    pub fn named(label: impl Into<String>) -> Self {
        Self { label: label.into(), ..Self::default() }
    }

    /// An axis of dates.
    pub fn dates(label: impl Into<String>) -> Self {
        Self { label: label.into(), scale: Scale::Date, range: None }
    }

    /// A category axis.
    pub fn categories(label: impl Into<String>, names: Vec<String>) -> Self {
        Self { label: label.into(), scale: Scale::Category(names), range: None }
    }

    /// The text of a value on this axis, numbers with `digits` significant digits. Between two days the later one
    /// is meant: the first of those to the right.
    pub fn text(&self, value: f64, digits: usize) -> String {
        match self.scale {
            Scale::Date => Day(value.ceil() as i32).to_string(),
            Scale::Linear | Scale::Log | Scale::Category(_) => format::value(value, digits),
        }
    }

    /// Whether equal ratios are equal distances.
    pub fn is_log(&self) -> bool {
        self.scale == Scale::Log
    }
}

impl Mark {
    /// A solid line.
    pub fn line(
        label: impl Into<String>,
        points: impl IntoIterator<Item = (f64, f64)>,
        series: usize,
    ) -> Self {
        let points = points.into_iter().map(Point::from).collect();
        Self::Line { label: label.into(), points, series, stroke: Stroke::Solid }
    }

    /// Points on their own.
    pub fn points(
        label: impl Into<String>,
        points: impl IntoIterator<Item = (f64, f64)>,
        series: usize,
    ) -> Self {
        Self::Points { label: label.into(), points: points.into_iter().map(Point::from).collect(), series }
    }

    /// A horizontal reference line at `y`.
    pub fn horizontal(label: impl Into<String>, y: f64) -> Self {
        Self::Rule { label: label.into(), direction: Direction::Horizontal, at: y }
    }

    /// A vertical reference line at `x`.
    pub fn vertical(label: impl Into<String>, x: f64) -> Self {
        Self::Rule { label: label.into(), direction: Direction::Vertical, at: x }
    }

    /// The name of the series; empty for a matrix.
    pub fn label(&self) -> &str {
        match self {
            Self::Line { label, .. }
            | Self::Points { label, .. }
            | Self::Bars { label, .. }
            | Self::Rule { label, .. }
            | Self::Band { label, .. } => label,
            Self::Matrix { .. } => "",
        }
    }

    /// Index of the series; none for a matrix and a reference line.
    pub fn series(&self) -> Option<usize> {
        match self {
            Self::Line { series, .. }
            | Self::Points { series, .. }
            | Self::Bars { series, .. }
            | Self::Band { series, .. } => Some(*series),
            Self::Matrix { .. } | Self::Rule { .. } => None,
        }
    }

    fn has_data(&self) -> bool {
        let any = |points: &[Point]| points.iter().any(|point| point.is_finite());
        match self {
            Self::Line { points, .. } | Self::Points { points, .. } => any(points),
            Self::Bars { heights, .. } => heights.iter().any(|height| height.is_finite()),
            Self::Matrix { values, .. } => values.iter().flatten().any(|value| value.is_finite()),
            Self::Band { lower, upper, .. } => any(lower) && any(upper),
            Self::Rule { .. } => false,
        }
    }
}

impl Figure {
    /// Whether no mark has anything to show. Reference lines alone do not count.
    pub fn is_empty(&self) -> bool {
        !self.marks.iter().any(Mark::has_data)
    }

    /// Whether bars run from left to right, because the vertical axis has the categories.
    pub fn bars_lie(&self) -> bool {
        matches!(self.y.scale, Scale::Category(_))
    }

    /// The names along the horizontal axis, if it has names.
    pub fn x_categories(&self) -> Option<&[String]> {
        self.categories(&self.x, |mark| match mark {
            Mark::Matrix { columns, .. } => Some(columns),
            _ => None,
        })
    }

    /// The names along the vertical axis, if it has names.
    pub fn y_categories(&self) -> Option<&[String]> {
        self.categories(&self.y, |mark| match mark {
            Mark::Matrix { rows, .. } => Some(rows),
            _ => None,
        })
    }

    fn categories<'a>(
        &'a self,
        axis: &'a Axis,
        of_matrix: impl Fn(&'a Mark) -> Option<&'a Vec<String>>,
    ) -> Option<&'a [String]> {
        match &axis.scale {
            Scale::Category(names) => Some(names),
            Scale::Linear | Scale::Date | Scale::Log => {
                self.marks.iter().find_map(of_matrix).map(Vec::as_slice)
            }
        }
    }
}
