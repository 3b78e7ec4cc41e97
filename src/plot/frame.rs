//! Where a plot lies on the figure, and where its values lie in it.

use super::describe::{Axes, Scale, Unit};
use super::locate::forward;
use crate::base::figure::clip::{Place, Rect};

/// The box of a plot in pixels with its scales.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// The box, y downwards.
    pub rect: Rect,
    /// The figure.
    pub whole: Rect,
    /// The limits of x.
    pub x: Span,
    /// The limits of y.
    pub y: Span,
}

/// Limits on a scale.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    scale: Scale,
    /// The value at its beginning.
    pub from: f64,
    /// The value at its end.
    pub to: f64,
}

impl Span {
    /// The share of the way at which a value lies.
    pub fn share(&self, value: f64) -> f64 {
        let (from, to) = (forward(self.scale, self.from), forward(self.scale, self.to));
        if from == to { 0.5 } else { (forward(self.scale, value) - from) / (to - from) }
    }
}

impl Frame {
    /// The frame of `axes` on a figure of `width` and `height` pixels; its box or its limits give way to its aspect.
    pub fn new(axes: &Axes, width: f64, height: f64) -> Self {
        let [left, bottom, wide, high] = axes.rect;
        let rect = Rect {
            left: left * width,
            right: (left + wide) * width,
            top: (1.0 - bottom - high) * height,
            bottom: (1.0 - bottom) * height,
        };
        let x = Span { scale: axes.x.scale, from: axes.x.limits.0, to: axes.x.limits.1 };
        let y = Span { scale: axes.y.scale, from: axes.y.limits.0, to: axes.y.limits.1 };
        let whole = Rect { left: 0.0, top: 0.0, right: width, bottom: height };
        let frame = Self { rect, whole, x, y };
        match axes.aspect {
            Some(aspect) if aspect > 0.0 && axes.stretch => frame.stretched(aspect),
            Some(aspect) if aspect > 0.0 => frame.boxed(aspect),
            _ => frame,
        }
    }

    /// With a smaller box, in the middle of the old one.
    fn boxed(mut self, aspect: f64) -> Self {
        let wanted = aspect * (self.y.to - self.y.from).abs() / (self.x.to - self.x.from).abs();
        if !wanted.is_finite() || wanted <= 0.0 {
            return self;
        }
        let (wide, high) = (self.rect.width(), self.rect.height());
        let (wide, high) = if wide * wanted <= high { (wide, wide * wanted) } else { (high / wanted, high) };
        let middle =
            (f64::midpoint(self.rect.left, self.rect.right), f64::midpoint(self.rect.top, self.rect.bottom));
        self.rect = Rect {
            left: middle.0 - wide / 2.0,
            right: middle.0 + wide / 2.0,
            top: middle.1 - high / 2.0,
            bottom: middle.1 + high / 2.0,
        };
        self
    }

    /// With wider limits on the axis that has room.
    fn stretched(mut self, aspect: f64) -> Self {
        let (wide, high) = ((self.x.to - self.x.from).abs(), (self.y.to - self.y.from).abs());
        let per_x = self.rect.width() / wide;
        let per_y = self.rect.height() / (high * aspect);
        if !per_x.is_finite() || !per_y.is_finite() {
            return self;
        }
        let widen = |span: &mut Span, factor: f64| {
            let (middle, half) = (f64::midpoint(span.from, span.to), (span.to - span.from) / 2.0);
            (span.from, span.to) = (middle - half * factor, middle + half * factor);
        };
        if per_x > per_y {
            widen(&mut self.x, per_x / per_y);
        } else {
            widen(&mut self.y, per_y / per_x);
        }
        self
    }

    /// Where an x lies.
    pub fn x(&self, x: f64, unit: Unit) -> f64 {
        match unit {
            Unit::Data => self.rect.left + self.x.share(x) * self.rect.width(),
            Unit::Axes => self.rect.left + x * self.rect.width(),
            Unit::Figure => x * self.whole.width(),
        }
    }

    /// Where a y lies.
    pub fn y(&self, y: f64, unit: Unit) -> f64 {
        match unit {
            Unit::Data => self.rect.bottom - self.y.share(y) * self.rect.height(),
            Unit::Axes => self.rect.bottom - y * self.rect.height(),
            Unit::Figure => self.whole.height() - y * self.whole.height(),
        }
    }

    /// Where a place lies; nowhere when it is not a number.
    pub fn place(&self, (x, y): Place, (x_unit, y_unit): (Unit, Unit)) -> Option<Place> {
        let place = (self.x(x, x_unit), self.y(y, y_unit));
        // Far outside is as good as farther outside, and keeps its precision.
        let far = |at: f64| at.clamp(-1e7, 1e7);
        (x.is_finite() && y.is_finite() && !place.0.is_nan() && !place.1.is_nan())
            .then(|| (far(place.0), far(place.1)))
    }
}
