//! A canvas to draw figures on: plotters-canvas, made sharp at any pixel ratio, with text measured by the
//! canvas itself. plotters would measure it in a span with a `style` attribute, which the page's CSP forbids.

mod watch;

pub use watch::{Watch, watch};

use crate::base::figure::{STEPS_PER_PIXEL, Surface};
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontTransform,
};
use plotters_canvas::CanvasBackend;
use std::cell::RefCell;
use std::collections::HashMap;
use wasm_bindgen::JsCast as _;
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, HtmlCanvasElement};

/// Half the height of a digit in the size of its font: how far a baseline lies below the middle of a text.
const HALF_DIGIT: f64 = 0.36;
/// No canvas is larger than this on a side; browsers refuse those that are, without a word.
const LARGEST: f64 = 8192.0;

/// The error of the backend below.
type Failed = DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>;

/// An HTML canvas as a surface for figures. One unit is a step of [`STEPS_PER_PIXEL`] to the device pixel.
pub struct CrispCanvas {
    below: CanvasBackend,
    context: CanvasRenderingContext2d,
    style: CssStyleDeclaration,
    size: (f64, f64),
    ratio: f64,
    /// Text widths that were measured, by text and font size; measuring is what costs most.
    widths: RefCell<HashMap<(String, u64), f64>>,
}

impl CrispCanvas {
    /// Opens `canvas` for drawing at the size it has on the page, in the resolution of the screen, and clears
    /// it. None while it has no size (it is hidden) or when the browser gives no drawing context.
    pub fn open(canvas: &HtmlCanvasElement) -> Option<Self> {
        let window = web_sys::window()?;
        let ratio = window.device_pixel_ratio();
        Self::open_at(canvas, if ratio > 0.0 { ratio } else { 1.0 })
    }

    /// The same for a screen with `ratio` device pixels to the CSS pixel.
    pub fn open_at(canvas: &HtmlCanvasElement, ratio: f64) -> Option<Self> {
        let style = web_sys::window()?.get_computed_style(canvas).ok()??;
        let size = (f64::from(canvas.client_width()), f64::from(canvas.client_height()));
        if size.0 < 1.0 || size.1 < 1.0 {
            return None;
        }
        let ratio = ratio.min(LARGEST / size.0.max(size.1));
        let pixels = |length: f64| (length * ratio).round() as u32;
        // Setting the size clears the canvas and its state, also when it stays the same.
        canvas.set_width(pixels(size.0));
        canvas.set_height(pixels(size.1));
        let context = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
        let step = 1.0 / STEPS_PER_PIXEL;
        context.scale(step, step).ok()?;
        context.set_line_join("round");
        context.set_line_cap("butt");
        let below = CanvasBackend::with_canvas_object(canvas.clone())?;
        Some(Self { below, context, style, size, ratio, widths: RefCell::default() })
    }

    /// Sets the font of `style`; its size is in steps.
    fn set_font<S: BackendTextStyle>(&self, style: &S) {
        // In CSS a weight stands where plotters has its styles.
        let font = format!(
            "{} {}px {}",
            style.style().as_str(),
            style.size() / STEPS_PER_PIXEL,
            style.family().as_str()
        );
        self.context.set_font(&font);
    }
}

impl Surface for CrispCanvas {
    fn size(&self) -> (f64, f64) {
        self.size
    }

    fn pixel_ratio(&self) -> f64 {
        self.ratio
    }

    fn property(&self, name: &str) -> Option<String> {
        self.style.get_property_value(name).ok().filter(|value| !value.is_empty())
    }
}

impl DrawingBackend for CrispCanvas {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        let steps = |length: f64| (length * self.ratio * STEPS_PER_PIXEL).round() as u32;
        (steps(self.size.0), steps(self.size.1))
    }

    fn ensure_prepared(&mut self) -> Result<(), Failed> {
        self.below.ensure_prepared()
    }

    fn present(&mut self) -> Result<(), Failed> {
        self.below.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Result<(), Failed> {
        self.below.draw_pixel(point, colour)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), Failed> {
        // The one below moves level lines by half a unit for sharpness, which is ours to see to.
        self.below.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), Failed> {
        self.below.draw_rect(upper_left, bottom_right, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), Failed> {
        self.below.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), Failed> {
        self.below.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), Failed> {
        self.below.fill_polygon(path, style)
    }

    /// Draws `text` with its middle at the height of `at`, whatever the vertical anchor: by its baseline, so
    /// that texts of all scripts stand on one line.
    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Result<(), Failed> {
        let colour = style.color();
        self.context.save();
        // Back to device pixels: fonts are hinted for the size they are asked for.
        let (x, y) = (f64::from(at.0) / STEPS_PER_PIXEL, f64::from(at.1) / STEPS_PER_PIXEL);
        let turned = self.context.set_transform(1.0, 0.0, 0.0, 1.0, x, y).and_then(|()| {
            self.context.rotate(
                match style.transform() {
                    FontTransform::None => 0.0,
                    FontTransform::Rotate90 => 90f64,
                    FontTransform::Rotate180 => 180.0,
                    FontTransform::Rotate270 => 270.0,
                }
                .to_radians(),
            )
        });
        self.set_font(style);
        self.context.set_text_baseline("alphabetic");
        self.context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Right => "right",
            HPos::Center => "center",
        });
        let (r, g, b) = colour.rgb;
        self.context.set_fill_style_str(&format!("rgba({r},{g},{b},{})", colour.alpha));
        let baseline = (style.size() / STEPS_PER_PIXEL * HALF_DIGIT).round();
        let written = turned.and_then(|()| self.context.fill_text(text, 0.0, baseline));
        self.context.restore();
        // The error of the backend below cannot be made from outside; one of plotters' own says as much.
        written.map_err(|_| DrawingErrorKind::FontError(Box::new(std::fmt::Error)))
    }

    fn estimate_text_size<S: BackendTextStyle>(&self, text: &str, style: &S) -> Result<(u32, u32), Failed> {
        let key = (text.to_string(), style.size().to_bits());
        let known = self.widths.borrow().get(&key).copied();
        let width = known.unwrap_or_else(|| {
            self.set_font(style);
            let width = self.context.measure_text(text).map_or(0.0, |metrics| metrics.width());
            self.widths.borrow_mut().insert(key, width);
            width
        });
        Ok(((width * STEPS_PER_PIXEL).ceil() as u32, style.size().ceil() as u32))
    }
}
