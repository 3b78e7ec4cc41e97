//! Charts on a real canvas: every kind of mark leaves its colour, lines are sharp at any pixel ratio, and the
//! component answers keys, sizes and themes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use leptos::prelude::*;
use mlops_dojo::base::figure::{Axis, Bins, Figure, Mark, Point};
use mlops_dojo::browser::canvas::{self, CrispCanvas};
use mlops_dojo::ui::charts::draw::draw;
use mlops_dojo::ui::charts::layout::Layout;
use mlops_dojo::ui::charts::theme::{Colour, Theme};
use mlops_dojo::ui::charts::{Chart, ChartTexts, Painter, figures, provide_painter};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, Document, Element, HtmlCanvasElement, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

const SIZE: (u32, u32) = (400, 240);

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

fn canvas() -> HtmlCanvasElement {
    let canvas: HtmlCanvasElement = document().create_element("canvas").unwrap().unchecked_into();
    HtmlElement::style(&canvas).set_property("width", &format!("{}px", SIZE.0)).unwrap();
    HtmlElement::style(&canvas).set_property("height", &format!("{}px", SIZE.1)).unwrap();
    document().body().unwrap().append_child(&canvas).unwrap();
    canvas
}

/// What is on a canvas.
struct Picture {
    pixels: Vec<u8>,
    width: u32,
    layout: Layout,
}

impl Picture {
    fn of(figure: &Figure, ratio: f64) -> Self {
        let canvas = canvas();
        let layout = draw(CrispCanvas::open_at(&canvas, ratio).unwrap(), figure).unwrap();
        assert_eq!(f64::from(canvas.width()), f64::from(SIZE.0) * ratio);
        let (pixels, width) = (pixels(&canvas), canvas.width());
        canvas.remove();
        Self { pixels, width, layout }
    }

    fn at(&self, x: u32, y: u32) -> Colour {
        let start = ((y * self.width + x) * 4) as usize;
        Colour(self.pixels[start], self.pixels[start + 1], self.pixels[start + 2])
    }

    fn count(&self, colour: Colour) -> usize {
        self.pixels.chunks_exact(4).filter(|pixel| pixel[..3] == [colour.0, colour.1, colour.2]).count()
    }
}

/// The pixels of a canvas, without the typed `ImageData`, which nothing else here needs.
fn pixels(canvas: &HtmlCanvasElement) -> Vec<u8> {
    let context: CanvasRenderingContext2d = canvas.get_context("2d").unwrap().unwrap().unchecked_into();
    let get = js_sys::Reflect::get(&context, &"getImageData".into()).unwrap();
    let sides: js_sys::Array =
        [0, 0, canvas.width(), canvas.height()].into_iter().map(JsValue::from).collect();
    let image = get.unchecked_into::<js_sys::Function>().apply(&context, &sides).unwrap();
    let data = js_sys::Reflect::get(&image, &"data".into()).unwrap();
    js_sys::Uint8Array::new(&js_sys::Reflect::get(&data, &"buffer".into()).unwrap()).to_vec()
}

/// Each of `colours` covers at least `least` CSS pixels, at two pixel ratios.
#[track_caller]
fn check(figure: &Figure, colours: &[Colour], least: usize) {
    for ratio in [1.0, 2.0] {
        let picture = Picture::of(figure, ratio);
        for colour in colours {
            let found = picture.count(*colour);
            assert!(found >= least * ratio as usize, "{colour:?} covers {found} at {ratio}");
        }
    }
}

#[wasm_bindgen_test]
fn every_mark_leaves_its_colour() {
    let theme = Theme::default();
    let curve = |top: f64| (0..50).map(move |x| (f64::from(x), top * f64::from(x).sin()));
    let lines = figures::learning_curve("ステップ", "損失", [("a", curve(1.0)), ("b", curve(0.5))]);
    check(&lines, &[theme.paper, theme.hairline, theme.of_series(0), theme.of_series(1)], 60);
    let line = |y: f64| (0..9).map(|x| Point::from((f64::from(x), y))).collect::<Vec<_>>();
    let band = Mark::Band { label: "range".into(), lower: line(1.0), upper: line(3.0), series: 2 };
    let shade = theme.paper.mixed(theme.of_series(2), 0.18);
    let near = |colour: Colour, other: Colour| {
        [(colour.0, other.0), (colour.1, other.1), (colour.2, other.2)]
            .iter()
            .all(|(a, b)| a.abs_diff(*b) <= 2)
    };
    let picture = Picture::of(&Figure { marks: vec![band], ..Figure::default() }, 1.0);
    let shaded =
        picture.pixels.chunks_exact(4).filter(|pixel| near(Colour(pixel[0], pixel[1], pixel[2]), shade));
    assert!(shaded.count() > 5_000);
    let few: Vec<(f64, f64)> = (0..5).map(|x| (f64::from(x), f64::from(x))).collect();
    check(&figures::residuals("p", "r", few), &[theme.hairline], 60);
    check(&figures::histogram("x", "n", &[0.0, 1.0, 2.0], &[3, 5]), &[theme.of_series(0)], 5_000);
    let counts = [("営業".to_string(), 3), ("開発".to_string(), 9)];
    check(&figures::category_counts("", "", &counts), &[theme.of_series(0)], 1_000);
    let names = ["a".to_string(), "b".to_string()];
    let matrix = figures::confusion_matrix("p", "a", &names, &[vec![9, 1], vec![0, 9]]);
    check(&matrix, &[theme.cell(1.0), theme.cell(0.0)], 1_000);
    let one = figures::learning_curve("", "", [("", [(3.0, 4.0)])]);
    check(&one, &[theme.of_series(0)], 8);
}

#[wasm_bindgen_test]
fn grid_lines_are_sharp() {
    let theme = Theme::default();
    let figure = figures::learning_curve("", "", [("", [(0.0, 0.0), (1.0, 0.01)])]);
    for ratio in [1.0, 1.25, 1.5, 2.0, 3.0] {
        let picture = Picture::of(&figure, ratio);
        let x = (picture.layout.plot.left * ratio) as u32 + 3;
        let middle = picture.layout.y_lines[1] * ratio;
        let column: Vec<Colour> = (-6..6).map(|step| picture.at(x, (middle as i32 + step) as u32)).collect();
        let lines = column.iter().filter(|colour| **colour == theme.hairline).count();
        let blurred = column.iter().filter(|colour| ![theme.hairline, theme.paper].contains(colour)).count();
        assert_eq!((lines, blurred), (ratio.round() as usize, 0), "{ratio}: {column:?}");
    }
}

#[wasm_bindgen_test]
fn a_hidden_canvas_is_left_alone() {
    let canvas = canvas();
    HtmlElement::style(&canvas).set_property("display", "none").unwrap();
    assert!(CrispCanvas::open_at(&canvas, 1.0).is_none());
    canvas.remove();
}

#[wasm_bindgen_test]
fn thousands_of_points_are_drawn_at_once() {
    let points: Vec<(f64, f64)> =
        (0..200_000).map(|x| (f64::from(x), (f64::from(x) / 900.0).sin())).collect();
    let figure = figures::learning_curve("step", "loss", [("a", points)]);
    let clock = web_sys::window().unwrap().performance().unwrap();
    let start = clock.now();
    let picture = Picture::of(&figure, 1.0);
    assert!(picture.count(Theme::default().of_series(0)) > 1_000);
    assert!(clock.now() - start < 2_000.0, "took {} ms", clock.now() - start);
}

/// The colour of the top left corner of a canvas: paper.
fn corner(canvas: &HtmlCanvasElement) -> Colour {
    let bytes = pixels(canvas);
    Colour(bytes[0], bytes[1], bytes[2])
}

async fn frames(count: usize) {
    for _ in 0..count {
        let frame = js_sys::Promise::new(&mut |resolve, _| {
            web_sys::window().unwrap().request_animation_frame(&resolve).unwrap();
        });
        wasm_bindgen_futures::JsFuture::from(frame).await.unwrap();
    }
}

fn find(root: &Element, selector: &str) -> Element {
    root.query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector} in {}", root.inner_html()))
}

fn press(element: &Element, key: &str) {
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"key".into(), &key.into()).unwrap();
    js_sys::Reflect::set(&options, &"bubbles".into(), &JsValue::TRUE).unwrap();
    let event = web_sys::KeyboardEvent::new_with_keyboard_event_init_dict("keydown", options.unchecked_ref());
    element.dispatch_event(&event.unwrap()).unwrap();
}

#[wasm_bindgen_test]
async fn the_chart_is_read_by_keys_and_as_a_table() {
    let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    HtmlElement::style(&host).set_property("width", "500px").unwrap();
    document().body().unwrap().append_child(&host).unwrap();
    let style = document().create_element("style").unwrap();
    style.set_text_content(Some(concat!(
        include_str!("../../public/styles/tokens.css"),
        include_str!("../../public/styles/charts.css"),
    )));
    document().head().unwrap().append_child(&style).unwrap();
    let points = RwSignal::new(vec![(0.0, 0.5), (1.0, 0.25)]);
    let figure = Signal::derive(move || {
        let mut figure = figures::learning_curve("step", "loss", [("train", points.get())]);
        figure.marks.push(Mark::horizontal("goal", 0.1));
        figure
    });
    let mounted = mount_to(host.clone(), move || {
        provide_painter(Painter::new(CrispCanvas::open, canvas::watch));
        let texts = Signal::stored(ChartTexts::ENGLISH);
        view! { <Chart figure caption=Signal::stored("Loss".to_string()) texts/> }
    });
    frames(3).await;
    let canvas = find(&host, "canvas");
    let label = canvas.get_attribute("aria-label").unwrap();
    assert_eq!(label, "Loss: train: line of 2 points between 0.25 and 0.5, ends at 0.25");
    press(&canvas, "ArrowRight");
    frames(1).await;
    let readout = find(&host, ".chart__readout");
    assert_eq!(readout.text_content().unwrap(), "step 0train 0.5");
    assert_eq!(readout.get_attribute("aria-live").unwrap(), "polite");
    press(&canvas, "End");
    frames(1).await;
    assert_eq!(readout.text_content().unwrap(), "step 1train 0.25");
    find(&host, ".chart__dot");
    points.update(|points| points.push((2.0, 0.125)));
    frames(3).await;
    press(&canvas, "End");
    find(&host, "summary").unchecked_into::<HtmlElement>().click();
    frames(2).await;
    assert_eq!(readout.text_content().unwrap(), "step 2train 0.125");
    let rows = host.query_selector_all(".chart__table tbody tr").unwrap();
    assert_eq!(rows.length(), 3);
    let canvas: HtmlCanvasElement = canvas.unchecked_into();
    let root = document().document_element().unwrap();
    root.set_attribute("data-theme", "light").unwrap();
    frames(3).await;
    assert_eq!(corner(&canvas), Theme::default().paper);
    root.set_attribute("data-theme", "dark").unwrap();
    frames(3).await;
    assert_eq!(corner(&canvas), Colour(0x19, 0x17, 0x14));
    root.remove_attribute("data-theme").unwrap();
    let ratio = web_sys::window().unwrap().device_pixel_ratio();
    HtmlElement::style(&host).set_property("width", "300px").unwrap();
    frames(4).await;
    assert_eq!(f64::from(canvas.width()), 300.0 * ratio);
    drop(mounted);
    host.remove();
    style.remove();
}

#[wasm_bindgen_test]
fn a_figure_without_data_is_blank_paper() {
    let picture = Picture::of(&Figure { x: Axis::named("x"), ..Figure::default() }, 1.0);
    assert_eq!(picture.count(Theme::default().paper), (SIZE.0 * SIZE.1) as usize);
    let broken =
        Mark::Bars { label: String::new(), bins: Bins::Edges(vec![1.0]), heights: vec![f64::NAN], series: 9 };
    Picture::of(
        &Figure { marks: vec![broken, Mark::line("a", [(f64::NAN, 1.0)], 99)], ..Figure::default() },
        1.0,
    );
}
