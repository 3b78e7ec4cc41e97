//! Legends and what they name.

use super::{Label, Marker, Rgba, Stroke};
use serde::Deserialize;

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
    /// Whether the box has a shadow.
    pub shadow: bool,
    /// Whether the box' corners are round.
    pub round: bool,
    /// Its measures.
    pub measures: Measures,
}

/// The measures of a legend in sizes of its font, by matplotlib's names.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(default)]
pub struct Measures {
    /// Between box and content.
    pub borderpad: f64,
    /// Between entries.
    pub labelspacing: f64,
    /// How wide the signs are.
    pub handlelength: f64,
    /// How high the signs are.
    pub handleheight: f64,
    /// Between sign and name.
    pub handletextpad: f64,
    /// Between box and plot.
    pub borderaxespad: f64,
    /// Between columns.
    pub columnspacing: f64,
}

impl Default for Measures {
    fn default() -> Self {
        Self {
            borderpad: 0.4,
            labelspacing: 0.5,
            handlelength: 2.0,
            handleheight: 0.7,
            handletextpad: 0.8,
            borderaxespad: 0.5,
            columnspacing: 2.0,
        }
    }
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
