//! Drawing with plotters in CSS pixels: edges on whole device pixels, curves between them. Knows no figure.

use crate::base::figure::STEPS_PER_PIXEL;
use crate::base::figure::clip::Place;
use crate::ui::charts::layout::Align;
use crate::ui::charts::margins::TEXT;
use crate::ui::charts::theme::Colour;
use plotters::coord::Shift;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::element::{Circle, DashedPathElement, PathElement, Polygon, Rectangle};
use plotters::prelude::{DrawingArea, DrawingBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{
    Color as _, FontDesc, FontFamily, FontStyle, RGBAColor, RGBColor, ShapeStyle, TextStyle,
};

/// What drawing on a backend comes to.
pub type Drawn<B> = Result<(), DrawingAreaErrorKind<<B as DrawingBackend>::ErrorType>>;

/// Draws on an area whose unit is a step of [`STEPS_PER_PIXEL`] to the device pixel.
pub struct Pen<'a, B: DrawingBackend> {
    area: &'a DrawingArea<B, Shift>,
    ratio: f64,
    font: &'a str,
}

impl<'a, B: DrawingBackend> Pen<'a, B> {
    /// A pen for `area`, with `ratio` device pixels to the CSS pixel and texts in the CSS font stack `font`.
    pub fn new(area: &'a DrawingArea<B, Shift>, ratio: f64, font: &'a str) -> Self {
        Self { area, ratio, font }
    }

    /// The middle of the line of width 1 that is nearest to `at`.
    fn crisp(&self, at: f64) -> f64 {
        (at * self.ratio).round() / self.ratio
    }

    /// A width in whole device pixels, one at least.
    fn thick(&self, width: f64) -> f64 {
        (width * self.ratio).round().max(1.0) / self.ratio
    }

    fn steps(&self, length: f64) -> i32 {
        (length * self.ratio * STEPS_PER_PIXEL).round() as i32
    }

    fn spot(&self, place: Place) -> (i32, i32) {
        (self.steps(place.0), self.steps(place.1))
    }

    fn line_style(&self, width: f64, colour: Colour, alpha: f64) -> ShapeStyle {
        ShapeStyle {
            color: rgba(colour, alpha),
            filled: false,
            stroke_width: self.steps(width).unsigned_abs(),
        }
    }

    /// Fills the whole area.
    pub fn clear(&self, colour: Colour) -> Drawn<B> {
        self.area.fill(&rgba(colour, 1.0))
    }

    /// A level line of width `width` from x `from` to `to`.
    pub fn level(&self, y: f64, from: f64, to: f64, width: f64, colour: Colour) -> Drawn<B> {
        let (top, thick) = (self.crisp(y - width / 2.0), self.thick(width));
        self.block((from, top), (to, top + thick), colour, 1.0)
    }

    /// An upright line of width `width` from y `from` to `to`.
    pub fn upright(&self, x: f64, from: f64, to: f64, width: f64, colour: Colour) -> Drawn<B> {
        let (left, thick) = (self.crisp(x - width / 2.0), self.thick(width));
        self.block((left, from), (left + thick, to), colour, 1.0)
    }

    /// A filled rectangle with its edges on device pixels.
    pub fn block(&self, from: Place, to: Place, colour: Colour, alpha: f64) -> Drawn<B> {
        let corner = |place: Place| self.spot((self.crisp(place.0), self.crisp(place.1)));
        self.area.draw(&Rectangle::new([corner(from), corner(to)], rgba(colour, alpha).filled()))
    }

    /// A line through `places`.
    pub fn path(&self, places: &[Place], width: f64, colour: Colour) -> Drawn<B> {
        let spots: Vec<_> = places.iter().map(|place| self.spot(*place)).collect();
        self.area.draw(&PathElement::new(spots, self.line_style(width, colour, 1.0)))
    }

    /// A line through `places` in dashes of `dash` with gaps of `gap`.
    pub fn dashes(&self, places: &[Place], width: f64, colour: Colour, dash: f64, gap: f64) -> Drawn<B> {
        let spots: Vec<_> = places.iter().map(|place| self.spot(*place)).collect();
        if spots.len() < 2 {
            return Ok(());
        }
        let style = self.line_style(width, colour, 1.0);
        self.area.draw(&DashedPathElement::new(spots, self.steps(dash), self.steps(gap), style))
    }

    /// A filled shape with corners at `places`.
    pub fn shape(&self, places: &[Place], colour: Colour, alpha: f64) -> Drawn<B> {
        let spots: Vec<_> = places.iter().map(|place| self.spot(*place)).collect();
        self.area.draw(&Polygon::new(spots, rgba(colour, alpha).filled()))
    }

    /// A filled circle.
    pub fn disc(&self, middle: Place, radius: f64, colour: Colour, alpha: f64) -> Drawn<B> {
        self.area.draw(&Circle::new(self.spot(middle), self.steps(radius), rgba(colour, alpha).filled()))
    }

    /// A text, its middle at the height of `at`.
    pub fn text(&self, text: &str, at: Place, align: Align, colour: Colour) -> Drawn<B> {
        let h_pos = match align {
            Align::Start => HPos::Left,
            Align::Middle => HPos::Center,
            Align::End => HPos::Right,
        };
        let colour = rgba(colour, 1.0);
        let style = self.text_style().pos(Pos::new(h_pos, VPos::Center)).color(&colour);
        // Text on whole device pixels is sharper and does not dance when a neighbour changes.
        let at = (self.crisp(at.0), self.crisp(at.1));
        self.area.draw_text(text, &style, self.spot(at))
    }

    /// How wide a text is, in CSS pixels.
    pub fn width(&self, text: &str) -> f64 {
        let (width, _) = self.area.estimate_text_size(text, &self.text_style()).unwrap_or_default();
        f64::from(width) / self.ratio / STEPS_PER_PIXEL
    }

    fn text_style(&self) -> TextStyle<'a> {
        let size = f64::from(self.steps(TEXT));
        TextStyle::from(FontDesc::new(FontFamily::Name(self.font), size, FontStyle::Normal))
    }
}

fn rgba(Colour(r, g, b): Colour, alpha: f64) -> RGBAColor {
    RGBColor(r, g, b).mix(alpha)
}
