//! The display list while it grows: shapes are cut at the edges of their plot, lengths in points become pixels.

use super::describe::{Label, Rgba, Stroke};
use super::font::Fonts;
use super::picture::{Colour, Item, Spot};
use super::text::{self, Block, Setting};
use crate::base::figure::clip::{self, Place, Rect};
use crate::base::figure::decimate;

/// Lines of more points than this are thinned to what can be seen.
const LONG: usize = 2000;

/// What is drawn so far, and with what.
pub struct Scene {
    /// From back to front.
    pub items: Vec<Item>,
    /// The fonts.
    pub fonts: Fonts,
    /// Pixels to the point.
    pub point: f64,
}

/// A place in single precision.
pub fn spot(place: Place) -> Spot {
    (place.0 as f32, place.1 as f32)
}

impl Scene {
    /// Nothing yet, at `dpi` pixels to the inch.
    pub fn new(dpi: f64) -> Self {
        Self { items: Vec::new(), fonts: Fonts::new(), point: dpi / 72.0 }
    }

    /// The setting of a label.
    pub fn setting(&self, label: &Label) -> Setting {
        Setting {
            size: (label.size * self.point) as f32,
            colour: Colour::of(label.colour),
            bold: label.bold,
            slanted: label.slanted,
            angle: label.angle as f32,
            anchored: label.anchored,
            across: label.across,
            along: label.along,
        }
    }

    /// Lays a text out, without drawing it.
    pub fn set(&self, text: &str, at: Place, label: &Label) -> Block {
        text::set(&self.fonts, text, spot(at), &self.setting(label))
    }

    /// Draws a text that is laid out.
    pub fn write(&mut self, block: Block) {
        self.items.extend(block.lines.into_iter().filter(|line| !line.text.is_empty()).map(Item::Text));
    }

    /// A filled shape.
    pub fn area(&mut self, places: &[Place], colour: Rgba, within: Option<Rect>, crisp: bool) {
        let colour = Colour::of(colour);
        if colour.is_clear() {
            return;
        }
        let kept = match within {
            Some(rect) => polygon_in(places, rect),
            None => places.to_vec(),
        };
        if kept.len() > 2 {
            self.items.push(Item::Area { points: kept.into_iter().map(spot).collect(), colour, crisp });
        }
    }

    /// A rectangle.
    pub fn rectangle(&mut self, rect: Rect, colour: Rgba) {
        self.area(&corners(rect), colour, None, true);
    }

    /// A line, broken where a place is missing.
    pub fn line(
        &mut self,
        places: &[Option<Place>],
        stroke: &Stroke,
        within: Option<Rect>,
        projecting: bool,
    ) {
        let (width, colour) = (stroke.width * self.point, Colour::of(stroke.colour));
        if colour.is_clear() || width <= 0.0 {
            return;
        }
        let everywhere = Rect { left: -1e5, top: -1e5, right: 1e5, bottom: 1e5 };
        let rect = within.unwrap_or(everywhere);
        let dashes: Vec<f32> = stroke.dashes.iter().map(|length| (length * width) as f32).collect();
        let more = if projecting && dashes.is_empty() { width / 2.0 } else { 0.0 };
        for mut piece in clip::pieces(reach(places, more), rect) {
            let crisp = piece.len() < 1024 && upright(&piece);
            if piece.len() > LONG {
                piece = thinned(&piece);
            }
            let points: Vec<Spot> = piece.into_iter().map(spot).collect();
            if points.len() > 1 {
                let dashes = dashes.clone();
                self.items.push(Item::Line { points, width: width as f32, colour, dashes, crisp });
            }
        }
    }
}

/// The corners of a rectangle.
pub fn corners(rect: Rect) -> [Place; 4] {
    [(rect.left, rect.top), (rect.right, rect.top), (rect.right, rect.bottom), (rect.left, rect.bottom)]
}

/// A closed outline as a line that begins and ends half way along its first side.
pub fn outline(places: &[Place]) -> Vec<Option<Place>> {
    let [first, second, ..] = places else { return Vec::new() };
    let middle = (f64::midpoint(first.0, second.0), f64::midpoint(first.1, second.1));
    let around = places.iter().skip(1).chain([first]);
    std::iter::once(middle).chain(around.copied()).chain([middle]).map(Some).collect()
}

/// Lets the ends of each piece of a line reach further.
fn reach(places: &[Option<Place>], more: f64) -> Vec<Option<Place>> {
    let mut reached = places.to_vec();
    if more <= 0.0 {
        return reached;
    }
    let at = |index: usize| places.get(index).copied().flatten();
    for (index, slot) in reached.iter_mut().enumerate() {
        let (before, next) = (index.checked_sub(1).and_then(at), at(index + 1));
        if let (Some(here), Some(inner)) = (*slot, before.xor(next)) {
            let (dx, dy) = (here.0 - inner.0, here.1 - inner.1);
            let length = dx.hypot(dy);
            if length > 0.0 && length.is_finite() {
                *slot = Some((here.0 + dx / length * more, here.1 + dy / length * more));
            }
        }
    }
    reached
}

/// Whether all sides run along the axes.
fn upright(places: &[Place]) -> bool {
    places.windows(2).all(|pair| match pair {
        [a, b] => (a.0 - b.0).abs() < 1e-4 || (a.1 - b.1).abs() < 1e-4,
        _ => true,
    })
}

/// What of a long line can be told apart.
fn thinned(places: &[Place]) -> Vec<Place> {
    if places.is_sorted_by(|a, b| a.0 <= b.0) {
        return decimate::columns(places, 0.5);
    }
    let mut kept: Vec<Place> = Vec::new();
    for place in places {
        if kept.last().is_none_or(|last| (last.0 - place.0).hypot(last.1 - place.1) > 0.2) {
            kept.push(*place);
        }
    }
    kept
}

/// The part of a polygon in a rectangle (Sutherland and Hodgman).
pub fn polygon_in(places: &[Place], rect: Rect) -> Vec<Place> {
    if places.iter().all(|place| rect.contains(*place, 0.0)) {
        return places.to_vec();
    }
    let kept = halved(places, |at| at.0 - rect.left);
    let kept = halved(&kept, |at| rect.right - at.0);
    let kept = halved(&kept, |at| at.1 - rect.top);
    halved(&kept, |at| rect.bottom - at.1)
}

fn halved(places: &[Place], depth: impl Fn(Place) -> f64) -> Vec<Place> {
    let mut kept = Vec::new();
    for (from, to) in places.iter().zip(places.iter().cycle().skip(1)) {
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
