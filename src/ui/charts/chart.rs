//! The chart of the page: caption, canvas, crosshair, read-out and table of one figure. What it shows comes
//! from the pure parts beside it; how a canvas is drawn on, from the [`Painter`].

use crate::base::figure::Figure;
use crate::ui::charts::layout::{self, Layout};
use crate::ui::charts::painter::Painter;
use crate::ui::charts::probe::{Probe, Step, Stop};
use crate::ui::charts::theme::SERIES;
use crate::ui::charts::{ChartTexts, TwinTable};
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use std::any::Any;
use std::rc::Rc;

/// What the views of one chart share.
#[derive(Clone, Copy)]
struct UseChart {
    figure: Signal<Figure>,
    texts: Signal<ChartTexts>,
    canvas: NodeRef<html::Canvas>,
    /// How wide the chart is on the page.
    width: RwSignal<f64>,
    layout: RwSignal<Option<Layout>>,
    probe: Memo<Option<Probe>>,
    /// The index of the stop that is pointed at.
    at: RwSignal<Option<usize>>,
    /// Whether it was a key that pointed: then the read-out is spoken.
    by_key: RwSignal<bool>,
}

impl UseChart {
    fn new(figure: Signal<Figure>, texts: Signal<ChartTexts>) -> Self {
        let layout = RwSignal::new(None::<Layout>);
        let probe = Memo::new(move |_| {
            layout
                .with(|layout| layout.as_ref().map(|layout| figure.with(|figure| Probe::new(figure, layout))))
        });
        let (width, at, by_key) = (RwSignal::new(640.0), RwSignal::new(None), RwSignal::new(false));
        Self { figure, texts, canvas: NodeRef::new(), width, layout, probe, at, by_key }
    }

    fn height(self) -> f64 {
        self.figure.with(|figure| layout::natural_height(figure, self.width.get()))
    }

    fn stop(self) -> Option<Stop> {
        let at = self.at.get()?;
        self.probe.with(|probe| probe.as_ref()?.stops.get(at).cloned())
    }

    /// Draws whenever the figure, the size, the pixel ratio or the theme changes.
    fn keep_drawn(self) {
        let Some(painter) = use_context::<Painter>() else { return };
        let outside = Trigger::new();
        let watch = StoredValue::new_local(None::<Box<dyn Any>>);
        let watcher = painter.clone();
        Effect::new(move |_| {
            let Some(canvas) = self.canvas.get() else { return };
            let width = self.width;
            let seen = canvas.clone();
            let changed: Rc<dyn Fn()> = Rc::new(move || {
                // A frame may still be on its way when the chart has gone.
                if width.try_set(f64::from(seen.client_width()).max(1.0)).is_none() {
                    outside.notify();
                }
            });
            watch.set_value(Some(watcher.watch(&canvas, changed)));
        });
        Effect::new(move |_| {
            outside.track();
            let Some(canvas) = self.canvas.get() else { return };
            let drawn = self.figure.with(|figure| painter.paint(&canvas, figure));
            self.layout.set(drawn);
        });
    }

    fn pointed(self, event: &ev::PointerEvent) {
        let place = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        self.by_key.set(false);
        self.at.set(self.probe.with_untracked(|probe| probe.as_ref()?.at(place)));
    }

    fn pressed(self, event: &ev::KeyboardEvent) {
        let step = match event.key().as_str() {
            "ArrowLeft" => Step::Back,
            "ArrowRight" => Step::Forward,
            "ArrowUp" => Step::Up,
            "ArrowDown" => Step::Down,
            "Home" => Step::First,
            "End" => Step::Last,
            "Escape" => return self.at.set(None),
            _ => return,
        };
        event.prevent_default();
        self.by_key.set(true);
        let from = self.at.get_untracked();
        self.at.set(self.probe.with_untracked(|probe| probe.as_ref()?.step(from, step)));
    }
}

/// A figure with its caption, its read-out and its table. Needs a [`Painter`] from above.
#[component]
pub fn Chart(
    /// What is drawn; drawn anew whenever it changes.
    #[prop(into)]
    figure: Signal<Figure>,
    /// The title, above the chart and in its description.
    #[prop(into)]
    caption: Signal<String>,
    /// The words around it.
    #[prop(into)]
    texts: Signal<ChartTexts>,
) -> impl IntoView {
    let chart = UseChart::new(figure, texts);
    chart.keep_drawn();
    let described = move || {
        let summary = figure.with(|figure| texts.get().summary(figure));
        format!("{}: {summary}", caption.get())
    };
    let empty = move || {
        let empty = figure.with(Figure::is_empty);
        empty.then(|| view! { <p class="chart__empty">{texts.get().empty}</p> })
    };
    view! {
        <figure class="chart">
            <figcaption class="chart__caption">{move || caption.get()}</figcaption>
            <div class="chart__stage" style:height=move || format!("{}px", chart.height().round())>
                <canvas
                    class="chart__canvas"
                    node_ref=chart.canvas
                    role="img"
                    tabindex="0"
                    aria-label=described
                    on:pointermove=move |event| chart.pointed(&event)
                    on:pointerdown=move |event| chart.pointed(&event)
                    on:pointerleave=move |_| chart.at.set(None)
                    on:blur=move |_| chart.at.set(None)
                    on:keydown=move |event| chart.pressed(&event)
                ></canvas>
                {empty}
                <Crosshair chart/>
            </div>
            <Readout chart/>
            <TwinTable figure caption texts/>
        </figure>
    }
}

/// The line and the dots at the place that is pointed at: HTML above the canvas, so that nothing is redrawn.
#[component]
fn Crosshair(chart: UseChart) -> impl IntoView {
    let pixels = |length: f64| format!("{length:.1}px");
    move || {
        let stop = chart.stop()?;
        let plot = chart.layout.with(|layout| layout.as_ref().map(|layout| layout.plot))?;
        let across = chart.probe.with(|probe| {
            probe.as_ref().is_some_and(|probe| probe.nearest == crate::ui::charts::probe::Nearest::Across)
        });
        let line = across.then(|| {
            let (left, top, height) = (pixels(stop.at.0.round()), pixels(plot.top), pixels(plot.height()));
            view! {
                <div class="chart__cross" style:left=move || left.clone() style:top=move || top.clone()
                    style:height=move || height.clone()></div>
            }
        });
        let dots = stop.readings.into_iter().map(|reading| {
            let (left, top) = (pixels(reading.at.0), pixels(reading.at.1));
            let class = format!("chart__dot {}", series_class(reading.series));
            view! { <div class=class style:left=move || left.clone() style:top=move || top.clone()></div> }
        });
        Some(view! { {line} {dots.collect_view()} }.into_any())
    }
}

/// The line of values under the chart; spoken when keys move it.
#[component]
fn Readout(chart: UseChart) -> impl IntoView {
    let live = move || if chart.by_key.get() { "polite" } else { "off" };
    let content = move || match chart.stop() {
        Some(stop) => readings(stop).into_any(),
        None if chart.figure.with(Figure::is_empty) => ().into_any(),
        None => chart.texts.get().hint.into_any(),
    };
    view! { <p class="chart__readout" aria-live=live>{content}</p> }
}

fn readings(stop: Stop) -> impl IntoView {
    let head = stop.head.into_iter().map(|(name, text)| {
        view! { <span class="chart__reading">{name} " " <b>{text}</b></span> }
    });
    let values = stop.readings.into_iter().map(|reading| {
        let key = reading.series.map(|series| {
            view! { <span class=format!("chart__key {}", series_class(Some(series)))></span> }
        });
        view! { <span class="chart__reading">{key} {reading.label} " " <b>{reading.value}</b></span> }
    });
    view! { {head.collect_view()} {values.collect_view()} }
}

fn series_class(series: Option<usize>) -> String {
    series.map(|series| format!("chart__series-{}", series % SERIES + 1)).unwrap_or_default()
}
