//! A figure that Python drew, on the page. Its colours are the learner's, so it looks alike in light and dark.

use crate::plot::picture::Picture;
use crate::ui::charts::painter::Painter;
use leptos::html;
use leptos::prelude::*;
use std::any::Any;
use std::rc::Rc;
use std::sync::Arc;

/// A figure as wide as there is room, but never larger than it was made. Needs a [`Painter`] from above.
#[component]
pub fn PlotView(
    /// What is drawn.
    picture: Arc<Picture>,
    /// The same in words, for those who hear it instead.
    #[prop(into)]
    described: Signal<String>,
) -> impl IntoView {
    let canvas = NodeRef::<html::Canvas>::new();
    let (width, height) = (f64::from(picture.width), f64::from(picture.height));
    keep_drawn(canvas, picture);
    view! {
        <canvas
            class="plot"
            node_ref=canvas
            role="img"
            tabindex="0"
            aria-label=move || described.get()
            style:width=format!("{width}px")
            style:aspect-ratio=format!("{width} / {height}")
        ></canvas>
    }
}

/// Draws now, and whenever the size or the pixel ratio changes.
fn keep_drawn(canvas: NodeRef<html::Canvas>, picture: Arc<Picture>) {
    let Some(painter) = use_context::<Painter>() else { return };
    let watch = StoredValue::new_local(None::<Box<dyn Any>>);
    Effect::new(move |_| {
        let Some(element) = canvas.get() else { return };
        let (painter, picture, seen) = (painter.clone(), Arc::clone(&picture), element.clone());
        let watcher = painter.clone();
        let changed: Rc<dyn Fn()> = Rc::new(move || painter.paint_plot(&seen, &picture));
        changed();
        watch.set_value(Some(watcher.watch(&element, changed)));
    });
}
