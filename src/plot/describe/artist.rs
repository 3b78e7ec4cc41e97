//! What plots show: lines, shapes, marks, images, texts.

use super::{Label, Rgba, Stroke};
use serde::Deserialize;

/// What the places of an artist are measured in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// The values of the axis.
    #[default]
    Data,
    /// Shares of the plot.
    Axes,
    /// Shares of the figure.
    Figure,
}

/// What an artist shows and where it lies.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Artist {
    /// What it is.
    pub what: What,
    /// Larger ones lie above.
    pub zorder: f64,
    /// What x is measured in.
    pub x_unit: Unit,
    /// What y is measured in.
    pub y_unit: Unit,
    /// Whether it ends at the edges of the plot.
    pub clipped: bool,
    /// Its name in the legend and in the words about the figure.
    pub label: String,
}

/// Kinds of artists.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// Nothing.
    #[default]
    Nothing,
    /// Points joined by a line, marked, or both.
    Line(Line),
    /// A filled shape.
    Shape(Shape),
    /// Marks with sizes and colours of their own.
    Marks(Cloud),
    /// A grid of colours.
    Image(Grid),
    /// Areas between levels.
    Bands(Bands),
    /// Text.
    Text(Note),
}

/// A line through points.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Line {
    /// Across.
    pub x: Vec<f64>,
    /// Up.
    pub y: Vec<f64>,
    /// How it looks.
    pub stroke: Stroke,
    /// What stands at the points.
    pub marker: Option<Marker>,
    /// How it gets from point to point.
    pub steps: Option<Steps>,
    /// Whether its ends reach half its width further.
    pub projecting: bool,
}

/// Where the steps of a line are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Steps {
    /// At the point before.
    Pre,
    /// At the point after.
    Post,
    /// Half way.
    Mid,
}

/// What marks a point.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Marker {
    /// matplotlib's sign for its shape.
    pub shape: String,
    /// Its size.
    pub size: f64,
    /// What it is filled with.
    pub face: Rgba,
    /// Its outline.
    pub edge: Rgba,
    /// The width of its outline.
    pub width: f64,
    /// One point of so many has it.
    pub every: usize,
}

/// A filled shape.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Shape {
    /// Across.
    pub x: Vec<f64>,
    /// Up.
    pub y: Vec<f64>,
    /// What it is filled with.
    pub face: Rgba,
    /// Its outline.
    pub edge: Stroke,
    /// Whether its sides run along the axes.
    pub upright: bool,
    /// Whether several shapes follow one another, parted by places that are not a number.
    pub several: bool,
}

/// Many marks.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Cloud {
    /// Across.
    pub x: Vec<f64>,
    /// Up.
    pub y: Vec<f64>,
    /// matplotlib's sign for the shape.
    pub shape: String,
    /// Areas in square points; one for all or one for each.
    pub sizes: Vec<f64>,
    /// Four numbers a colour; one for all or one for each.
    pub faces: Vec<f64>,
    /// Four numbers a colour; one for all or one for each.
    pub edges: Vec<f64>,
    /// The width of the outlines.
    pub width: f64,
}

/// A grid of colours.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Grid {
    /// Row by row: values, or three or four parts of a colour.
    pub values: Vec<f64>,
    /// Rows.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// 1 for values, 3 or 4 for colours.
    pub parts: usize,
    /// The colours of values, four numbers each; values are shares of the way through them.
    pub map: Vec<f64>,
    /// Where the middle values' edges are: left, right, bottom, top.
    pub extent: [f64; 4],
    /// Whether the first row is at the top.
    pub from_top: bool,
    /// Whether cells run into each other.
    pub smooth: bool,
    /// How opaque it is.
    pub alpha: f64,
    /// Where columns begin and end, when they are not of one width.
    pub x_edges: Vec<f64>,
    /// Where rows begin and end, when they are not of one height.
    pub y_edges: Vec<f64>,
}

/// Areas between levels of a surface.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Bands {
    /// The columns' places.
    pub x: Vec<f64>,
    /// The rows' places.
    pub y: Vec<f64>,
    /// The heights, row by row.
    pub z: Vec<f64>,
    /// The levels, rising.
    pub levels: Vec<f64>,
    /// Four numbers a band.
    pub colours: Vec<f64>,
}

/// Text at a place, perhaps with an arrow to another.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Note {
    /// Where it stands.
    pub x: f64,
    /// Where it stands.
    pub y: f64,
    /// How far from there, in points.
    pub shift: (f64, f64),
    /// What it says, and how.
    pub label: Label,
    /// The box around it.
    pub frame: Option<Frame>,
    /// The arrow from it.
    pub arrow: Option<Arrow>,
}

/// A box around a text.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Frame {
    /// What it is filled with.
    pub face: Rgba,
    /// Its outline.
    pub edge: Rgba,
    /// The width of its outline.
    pub width: f64,
    /// Between it and the text, in sizes of the font.
    pub pad: f64,
    /// Whether its corners are round.
    pub round: bool,
}

/// An arrow from a text to a place.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Arrow {
    /// Where it points, in the values of the axes.
    pub x: f64,
    /// Where it points, in the values of the axes.
    pub y: f64,
    /// Its outline.
    pub stroke: Stroke,
    /// What it is filled with.
    pub face: Rgba,
    /// The width of the shaft, its head and the length of the head when it is drawn as a shape.
    pub body: Option<[f64; 3]>,
    /// Whether it has a head.
    pub head: bool,
    /// Whether the head is filled.
    pub filled: bool,
    /// Between its ends and what it joins.
    pub shrink: f64,
}
