//! DejaVu Sans: how wide characters are and what they look like.

use super::picture::Glyph;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

const NORMAL: &[u8] = include_bytes!("font/DejaVuSans.ttf");
const BOLD: &[u8] = include_bytes!("font/DejaVuSans-Bold.ttf");
/// The font's units to its size.
pub const UNITS: f32 = 2048.0;
/// How far flattened curves may lie from round ones, in units.
const FLATNESS: f32 = 10.0;

/// The fonts, the glyphs that were used of them, and the characters that they do not have.
#[derive(Default)]
pub struct Fonts {
    normal: Option<Face<'static>>,
    bold: Option<Face<'static>>,
    used: RefCell<Used>,
}

#[derive(Default)]
struct Used {
    index: HashMap<(bool, u16), u16>,
    glyphs: Vec<Glyph>,
    missing: BTreeSet<char>,
}

/// A character of a font.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Letter {
    id: GlyphId,
    bold: bool,
    /// How far the next one stands, in sizes of the font.
    pub advance: f32,
    /// How far it reaches below the baseline, in sizes of the font.
    pub descent: f32,
    /// How far it reaches above the baseline, in sizes of the font.
    pub ascent: f32,
    /// Whether the font has it.
    pub known: bool,
}

impl Fonts {
    /// Opens the fonts.
    pub fn new() -> Self {
        Self {
            normal: Face::parse(NORMAL, 0).ok(),
            bold: Face::parse(BOLD, 0).ok(),
            used: RefCell::default(),
        }
    }

    fn face(&self, bold: bool) -> Option<&Face<'static>> {
        if bold { self.bold.as_ref() } else { self.normal.as_ref() }
    }

    /// The character `c`; a box where the font has none.
    pub fn letter(&self, c: char, bold: bool) -> Letter {
        let found = |bold: bool| self.face(bold).and_then(|face| face.glyph_index(c)).map(|id| (id, bold));
        // What is not bold is better than a box.
        let known = found(bold).or_else(|| found(false));
        if known.is_none() {
            self.used.borrow_mut().missing.insert(c);
        }
        let (id, bold) = known.unwrap_or((GlyphId(0), false));
        let face = self.face(bold);
        let advance = face.and_then(|face| face.glyph_hor_advance(id)).unwrap_or(0);
        let ink = face.and_then(|face| face.glyph_bounding_box(id));
        Letter {
            id,
            bold,
            advance: f32::from(advance) / UNITS,
            descent: ink.map_or(0.0, |ink| -f32::from(ink.y_min) / UNITS).max(0.0),
            ascent: ink.map_or(0.0, |ink| f32::from(ink.y_max) / UNITS).max(0.0),
            known: known.is_some(),
        }
    }

    /// How much closer two neighbours stand, in sizes of the font.
    pub fn kerning(&self, left: Letter, right: Letter) -> f32 {
        if left.bold != right.bold {
            return 0.0;
        }
        let table = self.face(left.bold).and_then(|face| face.tables().kern);
        let pair = table.and_then(|kern| {
            kern.subtables
                .into_iter()
                .filter(|table| table.horizontal && !table.variable)
                .find_map(|table| table.glyphs_kerning(left.id, right.id))
        });
        pair.map_or(0.0, |units| f32::from(units) / UNITS)
    }

    /// The index of a character's shape among the glyphs that are used.
    pub fn used(&self, letter: Letter) -> u16 {
        let mut used = self.used.borrow_mut();
        let key = (letter.bold, letter.id.0);
        if let Some(index) = used.index.get(&key) {
            return *index;
        }
        let mut outline = Outline::default();
        if let Some(face) = self.face(letter.bold) {
            face.outline_glyph(letter.id, &mut outline);
        }
        let index = u16::try_from(used.glyphs.len()).unwrap_or(u16::MAX);
        used.glyphs.push(Glyph { contours: outline.contours });
        used.index.insert(key, index);
        index
    }

    /// All glyphs that were used, and the characters that were asked for and are not there.
    pub fn finish(self) -> (Vec<Glyph>, Vec<char>) {
        let used = self.used.into_inner();
        (used.glyphs, used.missing.into_iter().collect())
    }
}

/// Collects contours, curves cut into short lines.
#[derive(Default)]
struct Outline {
    contours: Vec<Vec<(i16, i16)>>,
    at: (f32, f32),
}

impl Outline {
    fn push(&mut self, x: f32, y: f32) {
        self.at = (x, y);
        if let Some(contour) = self.contours.last_mut() {
            contour.push((x.round() as i16, y.round() as i16));
        }
    }
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.contours.push(Vec::new());
        self.push(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.push(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (x0, y0) = self.at;
        let bend = (x0 - 2.0 * x1 + x).hypot(y0 - 2.0 * y1 + y);
        let parts = (bend / (4.0 * FLATNESS)).sqrt().ceil().clamp(1.0, 16.0) as u16;
        for part in 1..=parts {
            let t = f32::from(part) / f32::from(parts);
            let (a, b, c) = ((1.0 - t) * (1.0 - t), 2.0 * t * (1.0 - t), t * t);
            self.push(a * x0 + b * x1 + c * x, a * y0 + b * y1 + c * y);
        }
    }

    /// TrueType has none of them.
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.push(x1, y1);
        self.push(x2, y2);
        self.push(x, y);
    }

    fn close(&mut self) {}
}
