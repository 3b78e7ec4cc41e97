//! Long tables of which only the rows in sight are in the document.

use leptos::html::Div;
use leptos::prelude::*;

/// Rows beyond the edges that are drawn too, so that scrolling shows no gap.
const MARGIN: usize = 8;

/// The rows in sight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// The first row that is drawn.
    pub first: usize,
    /// The row after the last that is drawn.
    pub end: usize,
}

/// A scrolling box around a table body of `rows` rows, each `row_height` pixels high. `render` draws a table
/// whose body holds the rows of the window, between a spacer row above and one below.
#[component]
pub fn VirtualRows<F, V>(
    /// How many rows there are.
    #[prop(into)]
    rows: Signal<usize>,
    /// The height of each, in CSS pixels.
    row_height: f64,
    /// What the box is called for a screen reader.
    #[prop(into)]
    label: Signal<String>,
    /// Draws the table for a window, with the heights of the spacers above and below.
    render: F,
) -> impl IntoView
where
    F: Fn(Signal<Window>, Signal<f64>, Signal<f64>) -> V + 'static,
    V: IntoView + 'static,
{
    let scroller = NodeRef::<Div>::new();
    let seen = RwSignal::new((0.0, 800.0));
    let look = move || {
        if let Some(element) = scroller.get_untracked() {
            seen.set((f64::from(element.scroll_top()), f64::from(element.client_height()).max(200.0)));
        }
    };
    let window = Memo::new(move |_| window_of(seen.get(), rows.get(), row_height));
    #[expect(clippy::cast_precision_loss)]
    let above = Signal::derive(move || window.get().first as f64 * row_height);
    #[expect(clippy::cast_precision_loss)]
    let below = Signal::derive(move || rows.get().saturating_sub(window.get().end) as f64 * row_height);
    Effect::new(move |_| {
        rows.track();
        look();
    });
    view! {
        <div
            class="scroller"
            tabindex="0"
            role="region"
            aria-label=label
            node_ref=scroller
            on:scroll=move |_| look()
        >
            {render(window.into(), above, below)}
        </div>
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn window_of((top, height): (f64, f64), rows: usize, row_height: f64) -> Window {
    let first = ((top / row_height).floor() as usize).saturating_sub(MARGIN).min(rows);
    let count = (height / row_height).ceil() as usize + 2 * MARGIN;
    Window { first, end: (first + count).min(rows) }
}
