//! What a figure is, before anything is placed: figure, axes, artists. Lengths are in points (72 to the inch) unless
//! something else is said; colours are red, green, blue, opacity from 0 to 1.

use super::text::{Across, Along};
use serde::Deserialize;

/// Red, green, blue, opacity.
pub type Rgba = [f64; 4];

/// A whole figure.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Figure {
    /// In inches.
    pub width: f64,
    /// In inches.
    pub height: f64,
    /// Pixels to the inch.
    pub dpi: f64,
    /// What lies below.
    pub face: Rgba,
    /// In the order in which they are drawn.
    pub axes: Vec<Axes>,
    /// Texts of the figure itself.
    pub texts: Vec<Label>,
    /// Legends of the figure itself.
    pub legends: Vec<Legend>,
}

/// A plot.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Axes {
    /// Left, bottom, width, height in shares of the figure.
    pub rect: [f64; 4],
    /// What lies below.
    pub face: Rgba,
    /// The lines around it.
    pub spines: Vec<Spine>,
    /// Whether axes and spines are shown.
    pub shown: bool,
    /// The horizontal axis.
    pub x: Axis,
    /// The vertical axis.
    pub y: Axis,
    /// What is shown, in the order of drawing for those of one `zorder`.
    pub artists: Vec<Artist>,
    /// Its titles.
    pub titles: Vec<Title>,
    /// Its legend.
    pub legend: Option<Legend>,
    /// How long a unit of y is for a unit of x of length 1.
    pub aspect: Option<f64>,
    /// Whether limits give way to the aspect, not the box.
    pub stretch: bool,
}

/// A line around a plot.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Spine {
    /// Where it is.
    pub side: Side,
    /// Its colour.
    pub colour: Rgba,
    /// Its width.
    pub width: f64,
}

/// A side of a plot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// Below.
    #[default]
    Bottom,
    /// Above.
    Top,
    /// Left.
    Left,
    /// Right.
    Right,
}

/// How values become lengths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scale {
    /// Evenly.
    #[default]
    Linear,
    /// By powers of ten.
    Log,
}

/// What the values of an axis are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Numbers.
    #[default]
    Number,
    /// Days since 1970.
    Date,
}

/// An axis.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Axis {
    /// How values become lengths.
    pub scale: Scale,
    /// What the values are.
    pub kind: Kind,
    /// The values at its ends.
    pub limits: (f64, f64),
    /// Where ticks stand; without them the locator says.
    pub ticks: Option<Vec<f64>>,
    /// The names of the ticks; without them the formatter says.
    pub labels: Option<Vec<String>>,
    /// Smaller ticks.
    pub minor: Vec<f64>,
    /// At most so many steps, and whether they are whole; the locator's own choice without.
    pub bins: Option<usize>,
    /// Whether only whole numbers get ticks.
    pub whole: bool,
    /// Whether steps may have more multiples of powers of ten than the usual ones.
    pub fine: bool,
    /// How numbers are written.
    pub format: NumberFormat,
    /// Its label.
    pub label: Label,
    /// Where ticks, their names and the label stand.
    pub side: Side,
    /// Whether the ticks are drawn.
    pub marked: bool,
    /// Whether the ticks' names are written.
    pub named: bool,
    /// Whether ticks are drawn on the other side too.
    pub mirrored: bool,
    /// How long the ticks are outside (negative: inside).
    pub tick_length: f64,
    /// How wide the ticks are.
    pub tick_width: f64,
    /// Between ticks and their names.
    pub tick_pad: f64,
    /// The colour of the ticks.
    pub tick_colour: Rgba,
    /// How the ticks' names look.
    pub tick_text: Label,
    /// Lines across the plot at the ticks.
    pub grid: Option<Stroke>,
    /// Lines across the plot at the smaller ticks.
    pub minor_grid: Option<Stroke>,
    /// Whether anything of it is shown.
    pub shown: bool,
}

/// How the numbers of an axis are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct NumberFormat {
    /// Never in powers of ten.
    pub plain: bool,
    /// Always in powers of ten.
    pub scientific: bool,
    /// Never less a common part.
    pub no_offset: bool,
}

/// How a line looks.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Stroke {
    /// Its colour.
    pub colour: Rgba,
    /// Its width.
    pub width: f64,
    /// Lengths drawn and left out in turn.
    pub dashes: Vec<f64>,
}

/// A text and how it looks.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Label {
    /// What it says.
    pub text: String,
    /// Where it stands, in shares of the figure, where it is not placed by what it belongs to.
    pub at: (f64, f64),
    /// The font's size.
    pub size: f64,
    /// Its colour.
    pub colour: Rgba,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether it leans.
    pub slanted: bool,
    /// In degrees, against the clock.
    pub angle: f64,
    /// Whether it is aligned before it is turned.
    pub anchored: bool,
    /// Along the line.
    pub across: Across,
    /// Up and down.
    pub along: Along,
    /// Between it and what it belongs to.
    pub pad: f64,
    /// Whether it is shown.
    pub shown: bool,
}

/// A title of a plot.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Title {
    /// What it says, and how.
    pub label: Label,
    /// Where its baseline stands in shares of the plot's height; above everything without.
    pub y: Option<f64>,
}

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

/// A box that names what is shown.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Legend {
    /// What it names.
    pub entries: Vec<Entry>,
    /// matplotlib's number for its place; 0 is the best.
    pub place: u8,
    /// The place or box, in shares of the plot, that it is put against: x, y, width, height.
    pub anchor: Option<[f64; 4]>,
    /// Its lower left corner in shares of the plot, when that is given.
    pub corner: Option<(f64, f64)>,
    /// How its texts look.
    pub text: Label,
    /// Its title.
    pub title: Label,
    /// How many columns it has.
    pub columns: usize,
    /// Whether it has a box.
    pub framed: bool,
    /// What the box is filled with.
    pub face: Rgba,
    /// The box's outline.
    pub edge: Rgba,
}

/// An entry of a legend.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// The name.
    pub text: String,
    /// The colour of the name.
    pub colour: Option<Rgba>,
    /// Its line.
    pub line: Option<Stroke>,
    /// Its mark.
    pub marker: Option<Marker>,
    /// Its patch: what it is filled with.
    pub patch: Option<Rgba>,
    /// The patch's outline.
    pub patch_edge: Option<Stroke>,
    /// Whether upright bars of an error stand at it.
    pub bars: bool,
    /// How far the bars' caps reach to each side.
    pub caps: f64,
}
