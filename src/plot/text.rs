//! Text laid out as matplotlib does: lines, alignment, rotation.

use super::font::Fonts;
use super::mathtext;
use super::picture::{Colour, Placed, Spot, Text};
use serde::Deserialize;

/// Where a text stands about its place, along the line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Across {
    /// It begins there.
    #[default]
    Left,
    /// Its middle is there.
    Center,
    /// It ends there.
    Right,
}

/// Where a text stands about its place, up and down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Along {
    /// The baseline of the last line is there.
    #[default]
    Baseline,
    /// The box of the text ends there.
    Bottom,
    /// The middle of the box is there.
    Center,
    /// The middle of the letters without descenders is there.
    CenterBaseline,
    /// The box of the text begins there.
    Top,
}

/// How a text looks and stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Setting {
    /// The font's size in figure pixels.
    pub size: f32,
    /// Its colour.
    pub colour: Colour,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether it leans.
    pub slanted: bool,
    /// In degrees, against the clock.
    pub angle: f32,
    /// Whether it is aligned before it is turned.
    pub anchored: bool,
    /// Along the line.
    pub across: Across,
    /// Up and down.
    pub along: Along,
}

/// What a text takes: the corners of the box around it and its lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// The box's corners, turned with it.
    pub corners: [Spot; 4],
    /// The lines.
    pub lines: Vec<Text>,
}

impl Block {
    /// Left, top, right, bottom of the upright box around it.
    pub fn bounds(&self) -> [f32; 4] {
        bounds(self.corners.iter().copied())
    }
}

/// Left, top, right, bottom of places.
pub fn bounds(spots: impl IntoIterator<Item = Spot>) -> [f32; 4] {
    let none = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
    spots.into_iter().fold(none, |[left, top, right, bottom], (x, y)| {
        [left.min(x), top.min(y), right.max(x), bottom.max(y)]
    })
}

/// One line on its own, and how far it reaches above and below its baseline.
#[derive(Clone, Debug)]
struct Line {
    text: Text,
    ascent: f32,
    descent: f32,
}

/// How wide a line is, how far it reaches above and how far below its baseline.
pub fn measure(fonts: &Fonts, text: &str, setting: &Setting) -> (f32, f32, f32) {
    let line = line(fonts, text, setting);
    (line.text.width, line.ascent, line.descent)
}

fn line(fonts: &Fonts, text: &str, setting: &Setting) -> Line {
    let mut placed = Vec::new();
    let (mut x, mut whole) = (0.0, true);
    // No line is lower than one with an l and a p.
    let (l, p) = (fonts.letter('l', setting.bold), fonts.letter('p', setting.bold));
    let (mut ascent, mut descent) = (l.ascent * setting.size, p.descent * setting.size);
    let mut said = String::new();
    for run in mathtext::runs(text) {
        let size = setting.size * run.scale;
        let rise = setting.size * run.rise;
        let mut before = None;
        said.push_str(&run.text);
        for c in run.text.chars() {
            let letter = fonts.letter(c, setting.bold || run.bold);
            whole &= letter.known;
            x += before.map_or(0.0, |before| fonts.kerning(before, letter)) * size;
            let slanted = run.slanted || setting.slanted;
            if !c.is_whitespace() {
                placed.push(Placed { glyph: fonts.used(letter), x, rise, size, slanted });
            }
            ascent = ascent.max(letter.ascent * size + rise);
            descent = descent.max(letter.descent * size - rise);
            x += letter.advance * size;
            before = Some(letter);
        }
    }
    let (size, colour, angle) = (setting.size, setting.colour, setting.angle);
    let text = Text { text: said, at: (0.0, 0.0), angle, size, width: x, colour, whole, placed };
    // Whole pixels, as characters were when they were drawn one by one.
    Line { text, ascent: ascent.ceil(), descent: descent.ceil() }
}

/// Lays `text` out at `at`.
pub fn set(fonts: &Fonts, text: &str, at: Spot, setting: &Setting) -> Block {
    let l = fonts.letter('l', setting.bold);
    let least = (l.ascent * setting.size).ceil() * 1.2;
    let mut lines: Vec<Line> = text.split('\n').map(|text| line(fonts, text, setting)).collect();
    let width = lines.iter().map(|line| line.text.width).fold(0.0, f32::max);
    // Baselines with y upwards, from the top of the box.
    let (mut y, mut baseline, mut levels) = (0.0, 0.0, Vec::new());
    for (index, line) in lines.iter().enumerate() {
        baseline = line.ascent - y;
        y -= if index == 0 { line.ascent } else { least.max(line.ascent * 1.2) };
        levels.push(y);
        y -= line.descent;
    }
    let (bottom, descent) = (y, lines.last().map_or(0.0, |line| line.descent));
    let (sin, cos) = setting.angle.to_radians().sin_cos();
    let turned = |(x, y): Spot| (x * cos - y * sin, x * sin + y * cos);
    let box_corners = [(0.0, bottom), (width, bottom), (width, 0.0), (0.0, 0.0)];
    let frame = if setting.anchored { bounds(box_corners) } else { bounds(box_corners.map(turned)) };
    let [left, low, right, high] = frame;
    let x = match setting.across {
        Across::Left => left,
        Across::Center => f32::midpoint(left, right),
        Across::Right => right,
    };
    let y = match setting.along {
        Along::Baseline => low + descent,
        Along::Bottom => low,
        Along::Center => f32::midpoint(low, high),
        Along::CenterBaseline => high - baseline / 2.0,
        Along::Top => high,
    };
    let shift = if setting.anchored { turned((x, y)) } else { (x, y) };
    let place = |spot: Spot| {
        let (x, y) = turned(spot);
        (at.0 + x - shift.0, at.1 - (y - shift.1))
    };
    for (line, level) in lines.iter_mut().zip(levels) {
        // Lines of several stand as the whole does.
        let indent = match setting.across {
            Across::Left => 0.0,
            Across::Center => (width - line.text.width) / 2.0,
            Across::Right => width - line.text.width,
        };
        line.text.at = place((indent, level));
    }
    Block { corners: box_corners.map(place), lines: lines.into_iter().map(|line| line.text).collect() }
}
