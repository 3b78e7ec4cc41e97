//! A finished figure as a display list: what is drawn where, in figure pixels with y downwards. It knows no axis, no
//! font and no surface; [`replay`](super::replay) draws it.

use super::twin::Twin;
use serde::{Deserialize, Serialize};

/// A place in figure pixels.
pub type Spot = (f32, f32);

/// A colour with its opacity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colour {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
    /// 0 is invisible, 255 covers.
    pub alpha: u8,
}

impl Colour {
    /// What covers as matplotlib's black does.
    pub const BLACK: Self = Self { red: 0, green: 0, blue: 0, alpha: 255 };

    /// From parts between 0 and 1.
    pub fn of(parts: [f64; 4]) -> Self {
        let [red, green, blue, alpha] = parts.map(|part| (part.clamp(0.0, 1.0) * 255.0).round() as u8);
        Self { red, green, blue, alpha }
    }

    /// Whether nothing of it can be seen.
    pub fn is_clear(self) -> bool {
        self.alpha == 0
    }
}

/// A figure, ready to be drawn.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// In figure pixels.
    pub width: f32,
    /// In figure pixels.
    pub height: f32,
    /// What lies below everything.
    pub ground: Colour,
    /// From back to front.
    pub items: Vec<Item>,
    /// The shapes that the texts are made of.
    pub glyphs: Vec<Glyph>,
    /// The same in words and numbers.
    pub twin: Twin,
}

/// One thing that is drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Item {
    /// A filled shape.
    Area {
        /// Its corners.
        points: Vec<Spot>,
        /// Its colour.
        colour: Colour,
        /// Whether its corners stand on whole device pixels.
        crisp: bool,
    },
    /// A line that ends where its last point is.
    Line {
        /// Its corners.
        points: Vec<Spot>,
        /// In figure pixels.
        width: f32,
        /// Its colour.
        colour: Colour,
        /// Lengths that are drawn and left out in turn, in figure pixels; none of them is a solid line.
        dashes: Vec<f32>,
        /// Whether it runs along the middle of device pixels.
        crisp: bool,
    },
    /// One shape at many places.
    Marks(Marks),
    /// A line of text.
    Text(Text),
    /// A grid of coloured cells.
    Image(Image),
}

/// One shape at many places. Lists of one element hold for all places.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Marks {
    /// The shape's contours about its middle, of size 1.
    pub shape: Vec<Vec<Spot>>,
    /// Whether the contours are closed and can be filled.
    pub closed: bool,
    /// Where its middle stands.
    pub at: Vec<Spot>,
    /// What the shape is enlarged by.
    pub sizes: Vec<f32>,
    /// What it is filled with.
    pub fills: Vec<Colour>,
    /// The colours of its outline.
    pub edges: Vec<Colour>,
    /// How wide its outline is.
    pub edge_width: f32,
}

/// A line of text as shapes, and what it says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Text {
    /// What it says.
    pub text: String,
    /// Where its baseline begins.
    pub at: Spot,
    /// In degrees, against the clock.
    pub angle: f32,
    /// The font's size in figure pixels.
    pub size: f32,
    /// How wide it is.
    pub width: f32,
    /// Its colour.
    pub colour: Colour,
    /// Whether the font has all its characters; without that a surface with better fonts may write `text` itself.
    pub whole: bool,
    /// Its shapes from left to right.
    pub placed: Vec<Placed>,
}

/// A glyph in a text.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Placed {
    /// Its index in [`Picture::glyphs`].
    pub glyph: u16,
    /// Where it begins, from the start of the text along the baseline.
    pub x: f32,
    /// How far it is raised.
    pub rise: f32,
    /// The font's size in figure pixels.
    pub size: f32,
    /// Whether it leans.
    pub slanted: bool,
}

/// The contours of a character in 2048ths of the font's size, with y upwards.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Glyph {
    /// Closed lines; what lies in an odd number of them is not filled.
    pub contours: Vec<Vec<(i16, i16)>>,
}

/// A grid of coloured cells.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Image {
    /// The corner of the first cell.
    pub from: Spot,
    /// The corner of the last cell, opposite to it.
    pub to: Spot,
    /// Cells in a row.
    pub columns: u32,
    /// Rows.
    pub rows: u32,
    /// Red, green, blue, alpha of each cell, row by row.
    pub pixels: Vec<u8>,
    /// Only what lies between these corners is shown.
    pub window: (Spot, Spot),
    /// Whether cells run into each other.
    pub smooth: bool,
}

impl Text {
    /// The corners of the box around the text as drawn, from `low` below the baseline to `high` above it.
    pub fn corners(&self, low: f32, high: f32) -> [Spot; 4] {
        [(0.0, low), (self.width, low), (self.width, high), (0.0, high)].map(|(x, y)| self.turned(x, y))
    }

    /// A place given from the start of the baseline, with y upwards.
    pub fn turned(&self, x: f32, y: f32) -> Spot {
        let (sin, cos) = self.angle.to_radians().sin_cos();
        (self.at.0 + x * cos - y * sin, self.at.1 - x * sin - y * cos)
    }
}
