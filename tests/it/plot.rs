//! Plots: from descriptions to pictures and files, in Rust and through Python's module `_matplotlib`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::python::{START, check, in_room};
use mlops_dojo::files::{Files, HOME};
use mlops_dojo::plot::picture::{Colour, Item, Picture};
use mlops_dojo::plot::twin::Sort;
use mlops_dojo::plot::value::Value;
use mlops_dojo::plot::{describe, draw, raster, svg};
use mlops_dojo::python::{Host, Interpreter, Settings, Stream};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

fn map<const N: usize>(entries: [(&str, Value); N]) -> Value {
    Value::Map(entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn colour(parts: [f64; 4]) -> Value {
    Value::Numbers(parts.to_vec())
}

const BLACK: [f64; 4] = [0.0, 0.0, 0.0, 1.0];
const BLUE: [f64; 4] = [0.0, 0.0, 1.0, 1.0];
const WHITE: [f64; 4] = [1.0; 4];

fn axis(side: &str, low: f64, high: f64) -> Value {
    map([
        ("side", text(side)),
        ("limits", Value::Numbers(vec![low, high])),
        ("marked", Value::Truth(true)),
        ("named", Value::Truth(true)),
        ("shown", Value::Truth(true)),
        ("tick_length", Value::Number(3.5)),
        ("tick_width", Value::Number(0.8)),
        ("tick_pad", Value::Number(3.5)),
        ("tick_colour", colour(BLACK)),
        ("tick_text", map([("size", Value::Number(10.0)), ("colour", colour(BLACK))])),
        ("label", map([("text", text(side)), ("size", Value::Number(10.0)), ("colour", colour(BLACK))])),
    ])
}

/// A figure of 640 by 480 pixels with one plot that shows `artists`.
fn figure(artists: Vec<Value>) -> Value {
    let spine =
        |side: &str| map([("side", text(side)), ("colour", colour(BLACK)), ("width", Value::Number(0.8))]);
    let axes = map([
        ("rect", Value::Numbers(vec![0.125, 0.11, 0.775, 0.77])),
        ("face", colour(WHITE)),
        ("shown", Value::Truth(true)),
        ("spines", Value::List(["left", "right", "top", "bottom"].map(spine).to_vec())),
        ("x", axis("bottom", 0.0, 10.0)),
        ("y", axis("left", 0.0, 1.0)),
        ("artists", Value::List(artists)),
    ]);
    map([
        ("width", Value::Number(6.4)),
        ("height", Value::Number(4.8)),
        ("dpi", Value::Number(100.0)),
        ("face", colour(WHITE)),
        ("axes", Value::List(vec![axes])),
    ])
}

fn line(x: Vec<f64>, y: Vec<f64>) -> Value {
    let stroke = map([("colour", colour(BLUE)), ("width", Value::Number(4.0))]);
    let line = map([("x", Value::Numbers(x)), ("y", Value::Numbers(y)), ("stroke", stroke)]);
    let what = map([("line", line)]);
    map([
        ("what", what),
        ("clipped", Value::Truth(true)),
        ("label", text("rising")),
        ("zorder", Value::Number(2.0)),
    ])
}

fn drawn(description: Value) -> draw::Drawing {
    draw::draw(&description.read::<describe::Figure>().unwrap())
}

/// Width, height and the pixels of a PNG file.
fn pixels(file: &[u8]) -> (usize, usize, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    (info.width as usize, info.height as usize, pixels)
}

#[track_caller]
fn check_pixel(picture: &Picture, (x, y): (usize, usize), expected: [u8; 3]) {
    let (width, _, pixels) = pixels(&raster::png(picture, 1.0, 100.0).unwrap());
    let at = (y * width + x) * 4;
    assert_eq!(pixels[at..at + 3], expected, "at {x}, {y}");
}

#[test]
fn a_line_is_where_its_values_are() {
    let picture = drawn(figure(vec![line(vec![0.0, 10.0], vec![0.5, 0.5])])).picture;
    let (width, height, _) = pixels(&raster::png(&picture, 1.0, 100.0).unwrap());
    assert_eq!((width, height), (640, 480));
    // The plot reaches from 80 to 576 and from 57.6 to 427.2.
    check_pixel(&picture, (300, 242), [0, 0, 255]);
    check_pixel(&picture, (300, 100), [255, 255, 255]);
    check_pixel(&picture, (20, 20), [255, 255, 255]);
    check_pixel(&picture, (300, 427), [0, 0, 0]);
    let (width, height, _) = pixels(&raster::png(&picture, 2.5, 250.0).unwrap());
    assert_eq!((width, height), (1600, 1200));
}

#[test]
fn a_picture_travels_and_says_what_it_shows() {
    let picture = drawn(figure(vec![line(vec![0.0, 10.0], vec![0.0, 1.0])])).picture;
    let bytes = postcard::to_allocvec(&picture).unwrap();
    assert!(bytes.len() < 8000, "{}", bytes.len());
    assert_eq!(postcard::from_bytes::<Picture>(&bytes).unwrap(), picture);
    let plot = &picture.twin.plots[0];
    assert_eq!((plot.x.label.as_str(), plot.x.from, plot.x.to), ("bottom", 0.0, 10.0));
    assert_eq!((plot.series[0].sort, plot.series[0].label.as_str()), (Sort::Line, "rising"));
    assert_eq!((plot.series[0].count, plot.series[0].range), (2, Some((0.0, 1.0))));
}

#[test]
fn what_lies_outside_is_cut() {
    let picture = drawn(figure(vec![line(vec![-1e9, 5.0, 1e300], vec![0.5, 5.0, f64::INFINITY])])).picture;
    let blue = Colour::of(BLUE);
    for item in &picture.items {
        if let Item::Line { points, colour, .. } = item
            && *colour == blue
        {
            assert!(
                points.iter().all(|(x, y)| (79.9..576.1).contains(x) && (57.5..427.3).contains(y)),
                "{points:?}"
            );
        }
    }
}

#[test]
fn nonsense_is_drawn_without_harm() {
    let nan = f64::NAN;
    for (x, y) in [
        (vec![], vec![]),
        (vec![nan; 3], vec![nan; 3]),
        (vec![1.0], vec![]),
        (vec![1e308, -1e308], vec![nan, 0.0]),
    ] {
        raster::png(&drawn(figure(vec![line(x, y)])).picture, 1.0, 100.0).unwrap();
    }
    let picture = drawn(figure(vec![])).picture;
    assert!(matches!(raster::png(&picture, 1e4, 1e6), Err(raster::Failed::TooLarge(6_400_000, 4_800_000))));
    assert!(figure(vec![text("no artist")]).read::<describe::Figure>().is_err());
    assert!(svg::svg(&picture, 100.0).unwrap().ends_with("</svg>\n"));
}

#[test]
fn characters_that_the_font_lacks_are_told() {
    let Value::Map(mut entries) = figure(vec![]) else { panic!() };
    let label = map([
        ("text", text("α 日本")),
        ("size", Value::Number(12.0)),
        ("colour", colour(BLACK)),
        ("shown", Value::Truth(true)),
    ]);
    entries.push(("texts".to_owned(), Value::List(vec![label])));
    let drawing = drawn(Value::Map(entries));
    assert_eq!(drawing.missing, ['日', '本']);
    let whole: Vec<bool> = drawing
        .picture
        .items
        .iter()
        .filter_map(|item| if let Item::Text(text) = item { Some(text.whole) } else { None })
        .collect();
    assert_eq!(whole.iter().filter(|whole| !**whole).count(), 1);
}

#[test]
fn python_reaches_the_engine() {
    check(
        r##"
import _matplotlib as m
print(m.colour("tab:blue"), m.colour("#ff000080"), m.colour("nope"))
print(m.view("linear", 1.0, 3.0, 1.0, 0.05, [1.0]), m.parted("log", 0.0, 10.0, 0.5))
places, names, minor, _, end = m.ticks({"limits": (0, 2.5e6), "tick_text": {"size": 10.0}}, 300.0)
print(places, names, minor, end)
numbers, own = m.map("viridis")
print(len(numbers), own, m.map("tab10")[1], m.map("nope"))
file, missing = m.draw({"width": 2, "height": 1, "dpi": 50, "face": [1, 1, 1, 1]}, "png", 100.0, None)
print(file[:4], int.from_bytes(file[16:20], "big"), int.from_bytes(file[20:24], "big"), repr(missing))
for wrong in [{"width": 0, "height": 1, "dpi": 50}, {"width": float("nan"), "height": 1, "dpi": 50}, {"axes": 3}]:
    try:
        m.draw(wrong, "png", 100.0, None)
    except (ValueError, TypeError) as error:
        print(type(error).__name__)
"##,
        "(0.12156862745098039, 0.4666666666666667, 0.7058823529411765, None) (1.0, 0.0, 0.0, 0.5019607843137255) None\n\
         (1.0, 3.1) (0.5, 10.0)\n\
         [0.0, 500000.0, 1000000.0, 1500000.0, 2000000.0, 2500000.0] ['0.0', '0.5', '1.0', '1.5', '2.0', '2.5'] [] 1e6\n\
         768 False True None\n\
         b'\\x89PNG' 200 100 ''\n\
         ValueError\nValueError\nTypeError\n",
        0,
    );
}

/// Keeps the figures that are shown.
struct Gallery(RefCell<Vec<Picture>>);

impl Host for Gallery {
    fn print(&self, _stream: Stream, _text: &str) {}
    fn output_cut(&self) {}
    fn figure(&self, picture: Picture) {
        self.0.borrow_mut().push(picture);
    }
    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }
    fn package(&self, _name: &str) -> Option<Vec<u8>> {
        None
    }
}

#[test]
fn shown_figures_reach_the_host() {
    let shown = in_room(|| {
        let mut files = Files::default();
        let source = "import _matplotlib\n_matplotlib.show({'width': 3, 'height': 2, 'dpi': 100})\n";
        files.write(&format!("{HOME}/main.py"), source.into(), START).unwrap();
        let host = Rc::new(Gallery(RefCell::default()));
        let python = Interpreter::new(Settings { files, now: START, seed: 1, host: host.clone() }).unwrap();
        let outcome = python.run_file("main.py", &[]);
        assert_eq!(outcome.exit_code, 0, "{:?}", outcome.problem);
        drop(python);
        host.0.take()
    });
    assert_eq!(
        shown.iter().map(|picture| (picture.width, picture.height)).collect::<Vec<_>>(),
        [(300.0, 200.0)]
    );
}
