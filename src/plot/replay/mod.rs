//! A display list drawn on any plotters backend that counts in steps of [`STEPS_PER_PIXEL`]: the page's canvas and our
//! own [`raster`](super::raster) alike.

mod cells;
pub mod dashes;

use super::picture::{Colour, Glyph, Image, Item, Marks, Picture, Placed, Spot, Text};
use crate::base::figure::STEPS_PER_PIXEL;
use cells::Cells;
use dashes::{close, dashed};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily, FontStyle,
    FontTransform,
};

/// What drawing on a backend comes to.
pub type Drawn<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

/// How far slanted text leans for each unit of height.
const LEAN: f32 = 0.2;

/// Draws `picture` with `scale` device pixels to the figure pixel. `fonts` names the fonts of a surface that writes
/// text by itself: it gets the lines that our own font has not all characters for.
///
/// # Errors
/// What the backend answers when it cannot be drawn on.
pub fn replay<B: DrawingBackend>(
    backend: &mut B,
    picture: &Picture,
    scale: f64,
    fonts: Option<&str>,
) -> Drawn<B> {
    backend.ensure_prepared()?;
    let mut stage = Stage { backend, scale, glyphs: &picture.glyphs, fonts };
    let (width, height) = (picture.width, picture.height);
    stage.area(&[(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)], picture.ground, true)?;
    for item in &picture.items {
        match item {
            Item::Area { points, colour, crisp } => stage.area(points, *colour, *crisp)?,
            Item::Line { points, width, colour, dashes, crisp } => {
                stage.line(points, *width, *colour, dashes, *crisp)?;
            }
            Item::Marks(marks) => stage.marks(marks)?,
            Item::Text(text) => stage.text(text)?,
            Item::Image(image) => stage.image(image)?,
        }
    }
    stage.backend.present()
}

struct Stroke {
    colour: BackendColor,
    width: u32,
}

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        self.colour
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

struct Script<'a> {
    colour: BackendColor,
    size: f64,
    fonts: &'a str,
    turn: FontTransform,
}

impl BackendTextStyle for Script<'_> {
    type FontError = std::fmt::Error;

    fn color(&self) -> BackendColor {
        self.colour
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn transform(&self) -> FontTransform {
        self.turn.clone()
    }

    fn style(&self) -> FontStyle {
        FontStyle::Normal
    }

    fn anchor(&self) -> Pos {
        Pos::new(HPos::Center, VPos::Center)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(self.fonts)
    }

    fn layout_box(&self, _text: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        Err(std::fmt::Error)
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _text: &str,
        _at: (i32, i32),
        _draw: F,
    ) -> Result<Result<(), E>, Self::FontError> {
        Err(std::fmt::Error)
    }
}

struct Stage<'a, B: DrawingBackend> {
    backend: &'a mut B,
    scale: f64,
    glyphs: &'a [Glyph],
    fonts: Option<&'a str>,
}

impl<B: DrawingBackend> Stage<'_, B> {
    fn steps(&self, length: f32) -> f64 {
        f64::from(length) * self.scale * STEPS_PER_PIXEL
    }

    fn place(&self, spot: Spot) -> (i32, i32) {
        (self.steps(spot.0).round() as i32, self.steps(spot.1).round() as i32)
    }

    /// The device pixel edge nearest to a place, or the middle of the pixel after it.
    fn snapped(&self, spot: Spot, middle: bool) -> (i32, i32) {
        let shift = if middle { 0.5 } else { 0.0 };
        let snap =
            |at: f32| (((f64::from(at) * self.scale + 0.5).floor() + shift) * STEPS_PER_PIXEL).round() as i32;
        (snap(spot.0), snap(spot.1))
    }

    fn area(&mut self, points: &[Spot], colour: Colour, crisp: bool) -> Drawn<B> {
        if colour.is_clear() || points.len() < 3 {
            return Ok(());
        }
        let corners: Vec<_> = points
            .iter()
            .map(|spot| if crisp { self.snapped(*spot, false) } else { self.place(*spot) })
            .collect();
        self.backend.fill_polygon(corners, &backend_colour(colour))
    }

    fn line(&mut self, points: &[Spot], width: f32, colour: Colour, dashes: &[f32], crisp: bool) -> Drawn<B> {
        if colour.is_clear() || points.len() < 2 || width <= 0.0 {
            return Ok(());
        }
        let odd = (f64::from(width) * self.scale).round() as i64 % 2 == 1;
        let style =
            Stroke { colour: backend_colour(colour), width: self.steps(width).round().max(1.0) as u32 };
        let pieces = if dashes.is_empty() { vec![points.to_vec()] } else { dashed(points, dashes) };
        for piece in pieces {
            let path: Vec<_> = piece
                .iter()
                .map(|spot| if crisp { self.snapped(*spot, odd) } else { self.place(*spot) })
                .collect();
            self.backend.draw_path(path, &style)?;
        }
        Ok(())
    }

    fn marks(&mut self, marks: &Marks) -> Drawn<B> {
        for (index, at) in marks.at.iter().enumerate() {
            let size = pick(&marks.sizes, index).unwrap_or(1.0);
            let fill = pick(&marks.fills, index).unwrap_or_default();
            let edge = pick(&marks.edges, index).unwrap_or_default();
            for contour in &marks.shape {
                let mut outline: Vec<Spot> =
                    contour.iter().map(|(x, y)| (at.0 + x * size, at.1 + y * size)).collect();
                if marks.closed {
                    self.area(&outline, fill, false)?;
                    close(&mut outline);
                }
                self.line(&outline, marks.edge_width, edge, &[], false)?;
            }
        }
        Ok(())
    }

    fn text(&mut self, text: &Text) -> Drawn<B> {
        if let Some(fonts) = self.fonts.filter(|_| !text.whole) {
            return self.write(text, fonts);
        }
        for placed in &text.placed {
            self.glyph(text, placed)?;
        }
        Ok(())
    }

    fn glyph(&mut self, text: &Text, placed: &Placed) -> Drawn<B> {
        let Some(glyph) = self.glyphs.get(usize::from(placed.glyph)) else { return Ok(()) };
        let unit = placed.size / 2048.0;
        let mut outline: Vec<(i32, i32)> = Vec::new();
        for contour in &glyph.contours {
            let spots = contour.iter().map(|(x, y)| {
                let (x, y) = (f32::from(*x) * unit, f32::from(*y) * unit);
                let lean = if placed.slanted { y * LEAN } else { 0.0 };
                self.place(text.turned(placed.x + x + lean, placed.rise + y))
            });
            let start = outline.len();
            outline.extend(spots);
            // One polygon: from the end of each contour back to its start and to the start of the first.
            let (first, again) = (outline.first().copied(), outline.get(start).copied());
            outline.extend(again);
            outline.extend(first);
        }
        if outline.len() < 3 || text.colour.is_clear() {
            return Ok(());
        }
        self.backend.fill_polygon(outline, &backend_colour(text.colour))
    }

    /// Text in a font of the surface; it can stand upright, but not slantwise.
    fn write(&mut self, text: &Text, fonts: &str) -> Drawn<B> {
        let quarter = (text.angle / 90.0).round().rem_euclid(4.0) as u8;
        let turn = match quarter {
            1 => FontTransform::Rotate270,
            2 => FontTransform::Rotate180,
            3 => FontTransform::Rotate90,
            _ => FontTransform::None,
        };
        let middle = self.place(text.turned(text.width / 2.0, text.size * 0.36));
        let style = Script { colour: backend_colour(text.colour), size: self.steps(text.size), fonts, turn };
        self.backend.draw_text(&text.text, &style, middle)
    }

    /// Cells by device pixels: runs of one colour become one rectangle.
    fn image(&mut self, image: &Image) -> Drawn<B> {
        let device = |spot: Spot| (f64::from(spot.0) * self.scale, f64::from(spot.1) * self.scale);
        let (from, to) = (device(image.from), device(image.to));
        let (a, b) = (device(image.window.0), device(image.window.1));
        let edge = |at: f64| at.round() as i32;
        let columns = Cells::new(from.0, to.0, image.columns, edge(a.0.min(b.0)), edge(a.0.max(b.0)));
        let rows = Cells::new(from.1, to.1, image.rows, edge(a.1.min(b.1)), edge(a.1.max(b.1)));
        let (columns, rows) = (columns.runs(image.smooth), rows.runs(image.smooth));
        for (top, bottom, row) in &rows {
            let mut run: Option<(i32, i32, Colour)> = None;
            for (left, right, column) in &columns {
                let colour = image.colour(column, row);
                match &mut run {
                    Some((_, end, held)) if *held == colour => *end = *right,
                    _ => {
                        if let Some((start, end, held)) = run.replace((*left, *right, colour)) {
                            self.block((start, *top), (end, *bottom), held)?;
                        }
                    }
                }
            }
            if let Some((start, end, held)) = run {
                self.block((start, *top), (end, *bottom), held)?;
            }
        }
        Ok(())
    }

    /// A rectangle of whole device pixels.
    fn block(&mut self, from: (i32, i32), to: (i32, i32), colour: Colour) -> Drawn<B> {
        if colour.is_clear() {
            return Ok(());
        }
        let step = |at: (i32, i32)| {
            (at.0.saturating_mul(STEPS_PER_PIXEL as i32), at.1.saturating_mul(STEPS_PER_PIXEL as i32))
        };
        let ((left, top), (right, bottom)) = (step(from), step(to));
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        self.backend.fill_polygon(corners, &backend_colour(colour))
    }
}

fn backend_colour(colour: Colour) -> BackendColor {
    BackendColor { alpha: f64::from(colour.alpha) / 255.0, rgb: (colour.red, colour.green, colour.blue) }
}

fn pick<T: Copy>(list: &[T], index: usize) -> Option<T> {
    if list.len() == 1 { list.first().copied() } else { list.get(index).copied() }
}
