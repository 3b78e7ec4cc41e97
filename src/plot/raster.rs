//! Pictures as pixels: a plotters backend with exact coverage, and PNG files of what was drawn on it.

use super::picture::Picture;
use super::replay;
use crate::base::figure::STEPS_PER_PIXEL;
use ab_glyph_rasterizer::{Rasterizer, point};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::convert::Infallible;

/// No picture has more pixels than this.
pub const MOST_PIXELS: usize = 1 << 26;

/// What went wrong on the way to a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failed {
    /// The picture is larger than what is drawn.
    #[error("Image size of {0}x{1} pixels is too large.")]
    TooLarge(u64, u64),
    /// The encoder refused.
    #[error("{0}")]
    Encoding(String),
}

type Place = (f32, f32);
type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// The picture as a PNG file, `scale` pixels to the figure pixel. `dpi` is written down in it.
///
/// # Errors
/// When it is larger than what is drawn.
pub fn png(picture: &Picture, scale: f64, dpi: f64) -> Result<Vec<u8>, Failed> {
    let size = |length: f32| (f64::from(length) * scale + 1e-6).floor().max(1.0) as u64;
    let (width, height) = (size(picture.width), size(picture.height));
    if width.saturating_mul(height) > MOST_PIXELS as u64 {
        return Err(Failed::TooLarge(width, height));
    }
    let mut canvas = Canvas::new(width as usize, height as usize);
    let Ok(()) = replay::replay(&mut canvas, picture, scale, None) else {
        return Err(Failed::Encoding("the picture could not be drawn".to_owned()));
    };
    canvas.png(dpi)
}

/// Pixels that can be drawn on.
pub struct Canvas {
    width: usize,
    height: usize,
    /// Red, green, blue, alpha, row by row.
    pixels: Vec<u8>,
    coverage: Rasterizer,
}

impl Canvas {
    /// Clear pixels.
    pub fn new(width: usize, height: usize) -> Self {
        Self { width, height, pixels: vec![0; width * height * 4], coverage: Rasterizer::new(0, 0) }
    }

    fn png(&self, dpi: f64) -> Result<Vec<u8>, Failed> {
        let failed = |error: png::EncodingError| Failed::Encoding(error.to_string());
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        let per_metre = (dpi / 0.0254).round() as u32;
        encoder.set_pixel_dims(Some(png::PixelDimensions {
            xppu: per_metre,
            yppu: per_metre,
            unit: png::Unit::Meter,
        }));
        let mut writer = encoder.write_header().map_err(failed)?;
        writer.write_image_data(&self.pixels).map_err(failed)?;
        writer.finish().map_err(failed)?;
        Ok(file)
    }

    /// Fills polygons as one: what several of them cover is covered once.
    fn fill(&mut self, polygons: &[Vec<Place>], colour: BackendColor) {
        let (width, height) = (self.width as f32, self.height as f32);
        let polygons: Vec<Vec<Place>> =
            polygons.iter().map(|polygon| clip(polygon, width, height)).filter(|p| p.len() > 2).collect();
        let places = || polygons.iter().flatten();
        let low = places().fold((width, height), |low, at| (low.0.min(at.0), low.1.min(at.1)));
        let high = places().fold((0.0f32, 0.0f32), |high, at| (high.0.max(at.0), high.1.max(at.1)));
        let (left, top) = (low.0.floor() as usize, low.1.floor() as usize);
        let (right, bottom) =
            ((high.0.ceil() as usize).min(self.width), (high.1.ceil() as usize).min(self.height));
        if right <= left || bottom <= top {
            return;
        }
        // A column more: an edge at the very right counts in the pixel after it.
        let columns = right - left + 2;
        self.coverage.reset(columns, bottom - top);
        let local = |at: Place| point(at.0 - left as f32, at.1 - top as f32);
        for polygon in &polygons {
            for (from, to) in polygon.iter().zip(polygon.iter().cycle().skip(1)) {
                self.coverage.draw_line(local(*from), local(*to));
            }
        }
        let (pixels, across) = (&mut self.pixels, self.width);
        self.coverage.for_each_pixel_2d(|x, y, covered| {
            if covered > 0.002 && (x as usize) < right - left {
                let at = ((top + y as usize) * across + left + x as usize) * 4;
                if let Some(pixel) = pixels.get_mut(at..at + 4) {
                    blend(pixel, colour, f64::from(covered.min(1.0)));
                }
            }
        });
    }
}

/// Lays a colour over a pixel.
fn blend(pixel: &mut [u8], colour: BackendColor, covered: f64) {
    let [red, green, blue, alpha] = pixel else { return };
    let over = colour.alpha * covered;
    let below = f64::from(*alpha) / 255.0 * (1.0 - over);
    let both = over + below;
    if both <= 0.0 {
        return;
    }
    for (part, new) in [(red, colour.rgb.0), (green, colour.rgb.1), (blue, colour.rgb.2)] {
        *part = ((f64::from(new) * over + f64::from(*part) * below) / both).round() as u8;
    }
    *alpha = (both * 255.0).round() as u8;
}

/// The part of a polygon on a canvas (Sutherland and Hodgman).
fn clip(polygon: &[Place], width: f32, height: f32) -> Vec<Place> {
    let inside = |at: &Place| at.0 >= 0.0 && at.1 >= 0.0 && at.0 <= width && at.1 <= height;
    if polygon.iter().all(inside) {
        return polygon.to_vec();
    }
    let left = cut(polygon, |at| at.0);
    let right = cut(&left, |at| width - at.0);
    let top = cut(&right, |at| at.1);
    let kept = cut(&top, |at| height - at.1);
    kept.into_iter().map(|at| (at.0.clamp(0.0, width), at.1.clamp(0.0, height))).collect()
}

/// The part of a polygon where `depth` is not negative.
fn cut(polygon: &[Place], depth: impl Fn(Place) -> f32) -> Vec<Place> {
    let mut kept = Vec::with_capacity(polygon.len() + 4);
    for (from, to) in polygon.iter().zip(polygon.iter().cycle().skip(1)) {
        let (a, b) = (depth(*from), depth(*to));
        if a >= 0.0 {
            kept.push(*from);
        }
        if (a >= 0.0) != (b >= 0.0) {
            let share = a / (a - b);
            kept.push((from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share));
        }
    }
    kept
}

/// The outline of a line: a quadrilateral for each segment, a fan at the outer side of each corner.
fn outline(path: &[Place], width: f32) -> Vec<Vec<Place>> {
    let half = width / 2.0;
    let mut shapes = Vec::new();
    let mut before: Option<Place> = None;
    for pair in path.windows(2) {
        let [from, to] = pair else { continue };
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = dx.hypot(dy);
        if length < 1e-4 {
            continue;
        }
        let side = (-dy / length * half, dx / length * half);
        if let Some(old) = before {
            shapes.extend(join(*from, old, side, half));
        }
        shapes.push(vec![
            (from.0 + side.0, from.1 + side.1),
            (from.0 - side.0, from.1 - side.1),
            (to.0 - side.0, to.1 - side.1),
            (to.0 + side.0, to.1 + side.1),
        ]);
        before = Some(side);
    }
    shapes
}

/// The round corner between two segments whose left sides lie at `old` and `new` from it.
fn join(at: Place, old: Place, new: Place, half: f32) -> Option<Vec<Place>> {
    let (cross, dot) = (old.0 * new.1 - old.1 * new.0, old.0 * new.0 + old.1 * new.1);
    let turn = cross.atan2(dot);
    if turn.abs() < 0.02 {
        return None;
    }
    // The gap opens on the side that the line turns away from.
    let outer = if turn > 0.0 { -1.0 } else { 1.0 };
    let start = (old.1 * outer).atan2(old.0 * outer);
    let parts = (turn.abs() / 0.35).ceil().clamp(1.0, 16.0) as usize;
    let rim = (0..=parts).map(|part| {
        let angle = start + turn * part as f32 / parts as f32;
        (at.0 + half * angle.cos(), at.1 + half * angle.sin())
    });
    Some(std::iter::once(at).chain(rim).collect())
}

fn pixel(at: BackendCoord) -> Place {
    let step = STEPS_PER_PIXEL as f32;
    (at.0 as f32 / step, at.1 as f32 / step)
}

impl DrawingBackend for Canvas {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let steps = |length: usize| (length as f64 * STEPS_PER_PIXEL) as u32;
        (steps(self.width), steps(self.height))
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, colour: BackendColor) -> Drawn {
        let (x, y) = pixel(at);
        let side = 1.0 / STEPS_PER_PIXEL as f32;
        self.fill(&[vec![(x, y), (x + side, y), (x + side, y + side), (x, y + side)]], colour);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let path: Vec<Place> = path.into_iter().map(pixel).collect();
        let width = style.stroke_width() as f32 / STEPS_PER_PIXEL as f32;
        let mut shapes = outline(&path, width);
        // All one way round, or one would take away what another covers.
        shapes.iter_mut().filter(|shape| area(shape) < 0.0).for_each(|shape| shape.reverse());
        self.fill(&shapes, style.color());
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let polygon: Vec<Place> = path.into_iter().map(pixel).collect();
        self.fill(&[polygon], style.color());
        Ok(())
    }

    /// There are no fonts here: texts come as shapes.
    fn draw_text<S: BackendTextStyle>(&mut self, _text: &str, _style: &S, _at: BackendCoord) -> Drawn {
        Ok(())
    }
}

/// Twice the signed area.
fn area(polygon: &[Place]) -> f32 {
    let turns = polygon.iter().zip(polygon.iter().cycle().skip(1));
    turns.map(|(a, b)| a.0 * b.1 - a.1 * b.0).sum()
}
