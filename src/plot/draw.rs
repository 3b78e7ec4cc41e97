//! A figure drawn: from its description to the display list.

use super::axis::Drawer;
use super::describe::{Artist, Axes, Figure, Line, Side, Stroke, What};
use super::frame::Frame;
use super::legend::{self, Obstacles};
use super::picture::{Colour, Item, Picture, Spot};
use super::scene::Scene;
use super::text::bounds;
use super::twin::{Extent, Plot, Series, Sort, Twin};
use super::{artist, describe};
use crate::base::figure::clip::{Place, Rect};

/// A drawn figure, and what there is to say about it.
#[derive(Clone, Debug, Default)]
pub struct Drawing {
    /// The display list.
    pub picture: Picture,
    /// Characters that the font does not have.
    pub missing: Vec<char>,
    /// How far each plot reaches with its texts: left, top, right, bottom.
    pub reaches: Vec<[f32; 4]>,
    /// How far the figure's own texts reach down from the top.
    pub heads: f32,
}

/// Above which artists the grid, the axes' lines and the texts lie.
const GRID: f64 = 1.5;
const SPINES: f64 = 2.5;

/// Draws a figure.
pub fn draw(figure: &Figure) -> Drawing {
    let mut scene = Scene::new(figure.dpi);
    let (width, height) = (figure.width * figure.dpi, figure.height * figure.dpi);
    let mut reaches = Vec::new();
    for axes in &figure.axes {
        let frame = Frame::new(axes, width, height);
        reaches.push(draw_axes(&mut scene, axes, &frame));
    }
    let whole = Rect { left: 0.0, top: 0.0, right: width, bottom: height };
    let mut heads = 0.0f32;
    for label in &figure.texts {
        let block = scene.set(&label.text, (label.at.0 * width, (1.0 - label.at.1) * height), label);
        if label.shown {
            heads = heads.max(block.bounds()[3]);
        }
        scene.write(block);
    }
    let frame = Frame { rect: whole, whole, ..Frame::new(&Axes::default(), width, height) };
    for legend in &figure.legends {
        legend::draw(&mut scene, &frame, legend, &Obstacles::default());
    }
    let (glyphs, missing) = scene.fonts.finish();
    let picture = Picture {
        width: width as f32,
        height: height as f32,
        ground: Colour::of(figure.face),
        items: scene.items,
        glyphs,
        twin: twin(figure),
    };
    Drawing { picture, missing, reaches, heads }
}

fn box_of(rect: Rect) -> [f32; 4] {
    [rect.left as f32, rect.top as f32, rect.right as f32, rect.bottom as f32]
}

/// Draws a plot, and says how far it reaches with its texts.
fn draw_axes(scene: &mut Scene, axes: &Axes, frame: &Frame) -> [f32; 4] {
    let (across, up) =
        (Drawer::new(&axes.x, frame, true, scene.point), Drawer::new(&axes.y, frame, false, scene.point));
    let mut artists: Vec<&Artist> = axes.artists.iter().collect();
    artists.sort_by(|a, b| a.zorder.total_cmp(&b.zorder));
    let between = |scene: &mut Scene, from: f64, to: f64| {
        for artist in artists.iter().filter(|artist| (from..to).contains(&artist.zorder)) {
            artist::draw(scene, frame, artist);
        }
    };
    if axes.shown {
        scene.rectangle(frame.rect, axes.face);
    }
    between(scene, f64::NEG_INFINITY, GRID);
    if axes.shown {
        for drawer in [&across, &up] {
            drawer.draw_grid(scene);
        }
        for drawer in [&across, &up] {
            drawer.draw_ticks(scene);
        }
    }
    between(scene, GRID, SPINES);
    let mut reach = box_of(frame.rect);
    if axes.shown {
        draw_spines(scene, axes, frame.rect);
        for drawer in [&across, &up] {
            reach = union(reach, drawer.draw_texts(scene));
        }
    }
    let top_of_axes = f64::from(if axes.x.side == Side::Top { reach[1] } else { frame.rect.top as f32 });
    for title in axes.titles.iter().filter(|title| !title.label.text.is_empty()) {
        let rect = frame.rect;
        let base = title.y.map_or(top_of_axes, |y| rect.bottom - y * rect.height());
        let at = (rect.left + title.label.at.0 * rect.width(), base - title.label.pad * scene.point);
        let block = scene.set(&title.label.text, at, &title.label);
        reach = union(reach, block.bounds());
        scene.write(block);
    }
    between(scene, SPINES, f64::INFINITY);
    if let Some(legend) = &axes.legend {
        let taken = legend::draw(scene, frame, legend, &obstacles(&artists, frame));
        reach = taken.map_or(reach, |rect| union(reach, box_of(rect)));
    }
    reach
}

/// The box around two boxes: left, top, right, bottom.
pub fn union(a: [f32; 4], b: [f32; 4]) -> [f32; 4] {
    [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]
}

fn draw_spines(scene: &mut Scene, axes: &Axes, rect: Rect) {
    for spine in &axes.spines {
        let ends = match spine.side {
            Side::Bottom => [(rect.left, rect.bottom), (rect.right, rect.bottom)],
            Side::Top => [(rect.left, rect.top), (rect.right, rect.top)],
            Side::Left => [(rect.left, rect.bottom), (rect.left, rect.top)],
            Side::Right => [(rect.right, rect.bottom), (rect.right, rect.top)],
        };
        let stroke = Stroke { colour: spine.colour, width: spine.width, dashes: Vec::new() };
        scene.line(&ends.map(Some), &stroke, None, true);
    }
}

fn obstacles(artists: &[&Artist], frame: &Frame) -> Obstacles {
    let mut found = Obstacles::default();
    for artist in artists {
        let units = (artist.x_unit, artist.y_unit);
        let places = |x: &[f64], y: &[f64]| -> Vec<Place> {
            x.iter().zip(y).filter_map(|(x, y)| frame.place((*x, *y), units)).collect()
        };
        match &artist.what {
            What::Line(Line { x, y, .. }) => found.lines.push(places(x, y)),
            What::Shape(shape) if shape.upright => {
                let corners = places(&shape.x, &shape.y);
                let [left, top, right, bottom] =
                    bounds(corners.into_iter().map(super::scene::spot)).map(f64::from);
                found.boxes.push(Rect { left, top, right, bottom });
            }
            What::Shape(shape) => found.lines.push(places(&shape.x, &shape.y)),
            What::Marks(cloud) => found.points.extend(places(&cloud.x, &cloud.y)),
            _ => {}
        }
    }
    found
}

/// How far what is drawn reaches: left, top, right, bottom.
pub fn extent(picture: &Picture) -> [f32; 4] {
    let mut reach = bounds([]);
    for item in &picture.items {
        let spots: Vec<Spot> = match item {
            Item::Area { points, colour, .. } if !colour.is_clear() => points.clone(),
            Item::Line { points, width, .. } => {
                let half = width / 2.0;
                points.iter().flat_map(|(x, y)| [(x - half, y - half), (x + half, y + half)]).collect()
            }
            Item::Marks(marks) => {
                let half = marks.sizes.iter().copied().fold(0.0, f32::max) / 2.0 + marks.edge_width / 2.0;
                marks.at.iter().flat_map(|(x, y)| [(x - half, y - half), (x + half, y + half)]).collect()
            }
            Item::Text(text) => text.corners(-0.21 * text.size, 0.76 * text.size).to_vec(),
            Item::Image(image) => vec![image.window.0, image.window.1],
            Item::Area { .. } => Vec::new(),
        };
        reach = union(reach, bounds(spots));
    }
    reach
}

/// The picture cut to what is drawn, with `pad` pixels around it.
pub fn cropped(picture: &Picture, pad: f32) -> Picture {
    let [left, top, right, bottom] = extent(picture);
    if left > right || top > bottom {
        return picture.clone();
    }
    let mut cut = picture.clone();
    let shift = |spot: &mut Spot| *spot = (spot.0 - left + pad, spot.1 - top + pad);
    for item in &mut cut.items {
        match item {
            Item::Area { points, .. } | Item::Line { points, .. } => points.iter_mut().for_each(shift),
            Item::Marks(marks) => marks.at.iter_mut().for_each(shift),
            Item::Text(text) => shift(&mut text.at),
            Item::Image(image) => {
                [&mut image.from, &mut image.to, &mut image.window.0, &mut image.window.1]
                    .into_iter()
                    .for_each(shift);
            }
        }
    }
    (cut.width, cut.height) = (right - left + 2.0 * pad, bottom - top + 2.0 * pad);
    cut
}

fn twin(figure: &Figure) -> Twin {
    let title = figure.texts.first().map(|label| label.text.clone()).unwrap_or_default();
    Twin {
        title,
        plots: figure.axes.iter().filter(|axes| axes.shown || !axes.artists.is_empty()).map(plot).collect(),
    }
}

fn plot(axes: &Axes) -> Plot {
    let extent = |axis: &describe::Axis| Extent {
        label: axis.label.text.clone(),
        from: axis.limits.0,
        to: axis.limits.1,
        names: axis.labels.clone().unwrap_or_default(),
    };
    let titles = axes.titles.iter().map(|title| title.label.text.as_str());
    let title = titles.filter(|title| !title.is_empty()).collect::<Vec<_>>().join(", ");
    Plot { title, x: extent(&axes.x), y: extent(&axes.y), series: series(&axes.artists) }
}

/// The things that are shown; shapes of one name are one thing.
fn series(artists: &[Artist]) -> Vec<Series> {
    let mut found: Vec<Series> = Vec::new();
    for artist in artists {
        let (sort, values) = match &artist.what {
            What::Line(line) => (Sort::Line, &line.y),
            What::Marks(cloud) => (Sort::Points, &cloud.y),
            What::Shape(shape) => (Sort::Shapes, &shape.y),
            What::Image(grid) => (Sort::Image, &grid.values),
            What::Bands(bands) => (Sort::Image, &bands.z),
            What::Text(_) | What::Nothing => continue,
        };
        let finite = values.iter().copied().filter(|value| value.is_finite());
        let range = finite.fold(None, |range: Option<(f64, f64)>, value| {
            Some(range.map_or((value, value), |(low, high)| (low.min(value), high.max(value))))
        });
        let count = if sort == Sort::Shapes { 1 } else { values.len() };
        match found.last_mut() {
            Some(last) if sort == Sort::Shapes && last.sort == sort && last.label == artist.label => {
                last.count += 1;
                last.range = match (last.range, range) {
                    (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
                    (a, b) => a.or(b),
                };
            }
            _ => found.push(Series { sort, label: artist.label.clone(), count, range }),
        }
    }
    found
}
