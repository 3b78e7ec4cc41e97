//! What a figure is, before anything is placed: figure, axes, artists. Lengths are in points (72 to the inch) unless
//! something else is said; colours are red, green, blue, opacity from 0 to 1.

mod artist;
mod legend;

pub use artist::{Arrow, Artist, Bands, Cloud, Frame, Grid, Line, Marker, Note, Shape, Steps, Unit, What};
pub use legend::{Entry, Legend, Measures};

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
