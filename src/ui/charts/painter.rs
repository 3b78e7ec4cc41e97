//! Where the page's charts meet a canvas: the binary hands in what opens and watches one, so that no view
//! knows a browser's drawing calls.

use crate::base::figure::{Figure, Surface};
use crate::plot::picture::Picture;
use crate::ui::charts::layout::Layout;
use crate::ui::charts::{draw, plot};
use leptos::html;
use leptos::prelude::*;
use plotters::prelude::DrawingBackend;
use std::any::Any;
use std::rc::Rc;
use std::sync::Arc;

/// The element that a chart is drawn on.
pub type CanvasElement = <html::Canvas as html::ElementType>::Output;

type Paint = dyn Fn(&CanvasElement, &Figure) -> Option<Layout> + Send + Sync;
type PaintPlot = dyn Fn(&CanvasElement, &Picture) + Send + Sync;
type Watch = dyn Fn(&CanvasElement, Rc<dyn Fn()>) -> Box<dyn Any> + Send + Sync;

/// Draws figures on canvases.
#[derive(Clone)]
pub struct Painter {
    paint: Arc<Paint>,
    paint_plot: Arc<PaintPlot>,
    watch: Arc<Watch>,
}

impl Painter {
    /// A painter on surfaces that `open` opens (none: not now, it is hidden); `watch` calls back whenever a
    /// canvas must be drawn anew, as long as what it gives is kept.
    pub fn new<B, W>(
        open: fn(&CanvasElement) -> Option<B>,
        watch: fn(&CanvasElement, Rc<dyn Fn()>) -> W,
    ) -> Self
    where
        B: DrawingBackend + Surface + 'static,
        W: 'static,
    {
        Self {
            paint: Arc::new(move |canvas, figure| draw::draw(open(canvas)?, figure).ok()),
            paint_plot: Arc::new(move |canvas, picture| {
                // What cannot be drawn on is hidden, and drawn when it is seen.
                let _ = open(canvas).map(|surface| plot::draw(surface, picture));
            }),
            watch: Arc::new(move |canvas, changed| Box::new(watch(canvas, changed))),
        }
    }

    /// Draws `figure` over the whole of `canvas`; none while it is hidden.
    pub fn paint(&self, canvas: &CanvasElement, figure: &Figure) -> Option<Layout> {
        (self.paint)(canvas, figure)
    }

    /// Draws `picture` over the whole of `canvas`; nothing while it is hidden.
    pub fn paint_plot(&self, canvas: &CanvasElement, picture: &Picture) {
        (self.paint_plot)(canvas, picture);
    }

    /// Calls `changed` whenever `canvas` must be drawn anew, as long as the answer is kept.
    pub fn watch(&self, canvas: &CanvasElement, changed: Rc<dyn Fn()>) -> Box<dyn Any> {
        (self.watch)(canvas, changed)
    }
}

/// Gives the charts below their painter.
pub fn provide_painter(painter: Painter) {
    provide_context(painter);
}
