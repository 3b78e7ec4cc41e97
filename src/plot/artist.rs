//! What a plot shows, drawn into its frame.

use super::describe::{
    Arrow, Artist, Bands, Cloud, Frame as TextFrame, Grid, Line, Marker, Note, Rgba, Shape, Steps, Stroke,
    Unit, What,
};
use super::frame::Frame;
use super::marker;
use super::picture::{Colour, Image, Item, Marks};
use super::scene::{self, Scene, corners, spot};
use crate::base::figure::clip::{Place, Rect};

/// Draws an artist.
pub fn draw(scene: &mut Scene, frame: &Frame, artist: &Artist) {
    let units = (artist.x_unit, artist.y_unit);
    let stage = Stage { frame, units, within: artist.clipped.then_some(frame.rect) };
    match &artist.what {
        What::Nothing => {}
        What::Line(line) => stage.line(scene, line),
        What::Shape(shape) => stage.shape(scene, shape),
        What::Marks(cloud) => stage.cloud(scene, cloud),
        What::Image(grid) => stage.grid(scene, grid),
        What::Bands(bands) => stage.bands(scene, bands),
        What::Text(note) => stage.note(scene, note),
    }
}

struct Stage<'a> {
    frame: &'a Frame,
    units: (Unit, Unit),
    within: Option<Rect>,
}

impl Stage<'_> {
    fn places(&self, x: &[f64], y: &[f64]) -> Vec<Option<Place>> {
        x.iter().zip(y).map(|(x, y)| self.frame.place((*x, *y), self.units)).collect()
    }

    fn line(&self, scene: &mut Scene, line: &Line) {
        let places = self.places(&line.x, &line.y);
        let path = match line.steps {
            None => places.clone(),
            Some(steps) => stepped(&places, steps),
        };
        scene.line(&path, &line.stroke, self.within, line.projecting);
        let Some(sign) = &line.marker else { return };
        let chosen = places.iter().step_by(sign.every.max(1)).copied().flatten();
        let shown = chosen.filter(|place| self.within.is_none_or(|rect| rect.contains(*place, 0.75)));
        mark(scene, sign, shown.collect());
    }

    /// The pieces of places between those that are not a number.
    fn shape(&self, scene: &mut Scene, shape: &Shape) {
        let places = self.places(&shape.x, &shape.y);
        let pieces: Vec<Vec<Place>> = if shape.several {
            places.split(Option::is_none).map(|piece| piece.iter().copied().flatten().collect()).collect()
        } else {
            vec![places.into_iter().flatten().collect()]
        };
        for piece in &pieces {
            scene.area(piece, shape.face, self.within, shape.upright);
        }
        for piece in &pieces {
            scene.line(&scene::outline(piece), &shape.edge, self.within, false);
        }
    }

    fn cloud(&self, scene: &mut Scene, cloud: &Cloud) {
        let Some(shape) = marker::shape(&cloud.shape) else { return };
        let faces: Vec<Colour> = colours(&cloud.faces);
        let edges: Vec<Colour> = colours(&cloud.edges);
        let size = |area: &f64| (area.max(0.0).sqrt() * scene.point) as f32 * shape.scale;
        let sizes: Vec<f32> = cloud.sizes.iter().map(size).collect();
        let mut marks = Marks {
            shape: shape.contours,
            closed: shape.closed,
            edge_width: (cloud.width * scene.point) as f32,
            ..Marks::default()
        };
        // Lists for each point lose what is not shown; those for all stay.
        let (one_size, one_face, one_edge) = (sizes.len() == 1, faces.len() == 1, edges.len() == 1);
        for (index, place) in self.places(&cloud.x, &cloud.y).into_iter().enumerate() {
            let Some(place) = place else { continue };
            if self.within.is_some_and(|rect| !rect.contains(place, 0.75)) {
                continue;
            }
            marks.at.push(spot(place));
            if !one_size {
                marks.sizes.push(sizes.get(index).copied().unwrap_or(0.0));
            }
            if !one_face {
                marks.fills.push(faces.get(index).copied().unwrap_or_default());
            }
            if !one_edge {
                marks.edges.push(edges.get(index).copied().unwrap_or_default());
            }
        }
        marks.sizes.extend(sizes.first().copied().filter(|_| one_size));
        marks.fills.extend(faces.first().copied().filter(|_| one_face));
        marks.edges.extend(edges.first().copied().filter(|_| one_edge));
        scene.items.push(Item::Marks(marks));
    }

    fn grid(&self, scene: &mut Scene, grid: &Grid) {
        let cells = grid.rows.saturating_mul(grid.columns);
        if cells == 0 || grid.values.len() < cells.saturating_mul(grid.parts.max(1)) {
            return;
        }
        let pixels = pixels(grid);
        if !grid.x_edges.is_empty() {
            self.mesh(scene, grid, &pixels);
            return;
        }
        let [left, right, bottom, top] = grid.extent;
        let (first, last) = if grid.from_top { (top, bottom) } else { (bottom, top) };
        let (Some(from), Some(to)) =
            (self.frame.place((left, first), self.units), self.frame.place((right, last), self.units))
        else {
            return;
        };
        let window = self.within.unwrap_or(self.frame.whole);
        scene.items.push(Item::Image(Image {
            from: spot(from),
            to: spot(to),
            columns: grid.columns as u32,
            rows: grid.rows as u32,
            pixels,
            window: (spot((window.left, window.top)), spot((window.right, window.bottom))),
            smooth: grid.smooth,
        }));
    }

    /// A grid whose columns and rows have widths of their own.
    fn mesh(&self, scene: &mut Scene, grid: &Grid, pixels: &[u8]) {
        for (row, low_high) in grid.y_edges.windows(2).enumerate() {
            for (column, ends) in grid.x_edges.windows(2).enumerate() {
                let at = (row * grid.columns + column) * 4;
                let (Some([red, green, blue, alpha]), [left, right], [low, high]) =
                    (pixels.get(at..at + 4), ends, low_high)
                else {
                    continue;
                };
                let colour = [*red, *green, *blue, *alpha].map(|part| f64::from(part) / 255.0);
                let around = [(*left, *low), (*right, *low), (*right, *high), (*left, *high)];
                let places: Option<Vec<Place>> =
                    around.iter().map(|place| self.frame.place(*place, self.units)).collect();
                scene.area(&places.unwrap_or_default(), colour, self.within, true);
            }
        }
    }

    /// Between levels: the surface is read at every pixel, straight between its points.
    fn bands(&self, scene: &mut Scene, bands: &Bands) {
        const FINE: f64 = 2.0;
        let (columns, rows) = (bands.x.len(), bands.y.len());
        if columns < 2 || rows < 2 || bands.z.len() < columns.saturating_mul(rows) {
            return;
        }
        let rect = self.frame.rect;
        let (wide, high) = ((rect.width() * FINE) as usize, (rect.height() * FINE) as usize);
        if wide.saturating_mul(high) > 1 << 24 {
            return;
        }
        let across = positions(&bands.x, wide, |x| self.frame.x.share(x));
        let up = positions(&bands.y, high, |y| 1.0 - self.frame.y.share(y));
        let paints = colours(&bands.colours);
        let mut pixels = vec![0; wide * high * 4];
        let height =
            |column: usize, row: usize| bands.z.get(row * columns + column).copied().unwrap_or(f64::NAN);
        let mut each = pixels.chunks_exact_mut(4);
        for row in &up {
            for column in &across {
                let Some(pixel) = each.next() else { return };
                let (Some((c, s)), Some((r, t))) = (column, row) else { continue };
                let low = height(*c, *r) * (1.0 - s) + height(c + 1, *r) * s;
                let above = height(*c, r + 1) * (1.0 - s) + height(c + 1, r + 1) * s;
                let z = low * (1.0 - t) + above * t;
                let band = bands.levels.partition_point(|level| *level <= z);
                // What lies on the highest level belongs to the last band.
                let band = if band == bands.levels.len() && bands.levels.last() == Some(&z) {
                    band - 1
                } else {
                    band
                };
                let paint =
                    band.checked_sub(1).and_then(|band| paints.get(band)).copied().unwrap_or_default();
                pixel.copy_from_slice(&[paint.red, paint.green, paint.blue, paint.alpha]);
            }
        }
        let (from, to) = (spot((rect.left, rect.top)), spot((rect.right, rect.bottom)));
        let (columns, rows) = (wide as u32, high as u32);
        scene.items.push(Item::Image(Image {
            from,
            to,
            columns,
            rows,
            pixels,
            window: (from, to),
            smooth: false,
        }));
    }

    fn note(&self, scene: &mut Scene, note: &Note) {
        let Some(place) = self.frame.place((note.x, note.y), self.units) else { return };
        let at = (place.0 + note.shift.0 * scene.point, place.1 - note.shift.1 * scene.point);
        let block = scene.set(&note.label.text, at, &note.label);
        let [left, top, right, bottom] = block.bounds().map(f64::from);
        if let Some(arrow) = &note.arrow {
            let target = self.frame.place((arrow.x, arrow.y), (Unit::Data, Unit::Data));
            draw_arrow(scene, arrow, Rect { left, top, right, bottom }, target);
        }
        if let Some(frame) = &note.frame {
            let pad = frame.pad * note.label.size * scene.point;
            let rect = Rect { left: left - pad, top: top - pad, right: right + pad, bottom: bottom + pad };
            draw_frame(scene, frame, rect, pad);
        }
        scene.write(block);
    }
}

/// For each of `count` pixels the interval of `knots` it lies in and where in it; nowhere outside.
fn positions(knots: &[f64], count: usize, share: impl Fn(f64) -> f64) -> Vec<Option<(usize, f64)>> {
    let places: Vec<f64> = knots.iter().map(|knot| share(*knot) * count as f64).collect();
    (0..count)
        .map(|pixel| {
            let at = pixel as f64 + 0.5;
            places.windows(2).enumerate().find_map(|(index, ends)| match ends {
                [a, b] if (a.min(*b)..=a.max(*b)).contains(&at) && a != b => {
                    Some((index, (at - a) / (b - a)))
                }
                _ => None,
            })
        })
        .collect()
}

fn stepped(places: &[Option<Place>], steps: Steps) -> Vec<Option<Place>> {
    let mut path = Vec::with_capacity(places.len() * 3);
    path.extend(places.first().copied());
    for pair in places.windows(2) {
        if let [Some(a), Some(b)] = pair {
            match steps {
                Steps::Pre => path.push(Some((a.0, b.1))),
                Steps::Post => path.push(Some((b.0, a.1))),
                Steps::Mid => {
                    let middle = f64::midpoint(a.0, b.0);
                    path.extend([Some((middle, a.1)), Some((middle, b.1))]);
                }
            }
        }
        path.extend(pair.get(1).copied());
    }
    path
}

/// Draws a mark at each of `places`.
pub fn mark(scene: &mut Scene, marker: &Marker, places: Vec<Place>) {
    let Some(shape) = marker::shape(&marker.shape) else { return };
    if places.is_empty() {
        return;
    }
    let pixel = if marker.shape == "," { 1.0 } else { (marker.size * scene.point) as f32 * shape.scale };
    scene.items.push(Item::Marks(Marks {
        shape: shape.contours,
        closed: shape.closed,
        at: places.into_iter().map(spot).collect(),
        sizes: vec![pixel],
        fills: vec![Colour::of(marker.face)],
        edges: vec![Colour::of(marker.edge)],
        edge_width: (marker.width * scene.point) as f32,
    }));
}

fn colours(parts: &[f64]) -> Vec<Colour> {
    parts
        .chunks_exact(4)
        .filter_map(|part| Some(Colour::of([*part.first()?, *part.get(1)?, *part.get(2)?, *part.get(3)?])))
        .collect()
}

/// The cells of a grid as bytes.
fn pixels(grid: &Grid) -> Vec<u8> {
    let byte = |part: f64| (part.clamp(0.0, 1.0) * 255.0).round() as u8;
    let cells = grid.rows * grid.columns;
    let mut pixels = Vec::with_capacity(cells * 4);
    if grid.parts >= 3 {
        for cell in grid.values.chunks_exact(grid.parts).take(cells) {
            let alpha = cell.get(3).copied().unwrap_or(1.0) * grid.alpha;
            pixels.extend(cell.iter().take(3).map(|part| byte(*part)).chain([byte(alpha)]));
        }
        return pixels;
    }
    let map = colours(&grid.map);
    for value in grid.values.iter().take(cells) {
        let level = (value * map.len() as f64).floor().clamp(0.0, map.len().saturating_sub(1) as f64);
        let colour = if value.is_nan() { None } else { map.get(level as usize) };
        let colour = colour.copied().unwrap_or_default();
        let alpha = (f64::from(colour.alpha) * grid.alpha).round() as u8;
        pixels.extend([colour.red, colour.green, colour.blue, alpha]);
    }
    pixels
}

fn draw_frame(scene: &mut Scene, frame: &TextFrame, rect: Rect, radius: f64) {
    let places = if frame.round { rounded(rect, radius) } else { corners(rect).to_vec() };
    scene.area(&places, frame.face, None, false);
    let stroke = Stroke { colour: frame.edge, width: frame.width, dashes: Vec::new() };
    scene.line(&scene::outline(&places), &stroke, None, false);
}

/// A rectangle with round corners.
pub fn rounded(rect: Rect, radius: f64) -> Vec<Place> {
    const PARTS: u8 = 6;
    let radius = radius.min(rect.width() / 2.0).min(rect.height() / 2.0).max(0.0);
    let middles = [
        (rect.right - radius, rect.top + radius, -90f64),
        (rect.right - radius, rect.bottom - radius, 0.0),
        (rect.left + radius, rect.bottom - radius, 90.0),
        (rect.left + radius, rect.top + radius, 180.0),
    ];
    let corner = |(x, y, start): (f64, f64, f64)| {
        (0..=PARTS).map(move |part| {
            let angle = (start + 90.0 * f64::from(part) / f64::from(PARTS)).to_radians();
            (x + radius * angle.cos(), y + radius * angle.sin())
        })
    };
    middles.into_iter().flat_map(corner).collect()
}

/// An arrow from the box of a text to a place.
fn draw_arrow(scene: &mut Scene, arrow: &Arrow, text: Rect, target: Option<Place>) {
    let Some(tip) = target else { return };
    let from = (f64::midpoint(text.left, text.right), f64::midpoint(text.top, text.bottom));
    let (dx, dy) = (tip.0 - from.0, tip.1 - from.1);
    let length = dx.hypot(dy);
    let point = scene.point;
    let pad = 4.0 * point;
    // The arrow begins where it leaves the text's box.
    let leave = |half: f64, d: f64| if d == 0.0 { f64::INFINITY } else { (half + pad) / d.abs() };
    let start = leave(text.width() / 2.0, dx).min(leave(text.height() / 2.0, dy));
    if length < 1.0 || start >= 1.0 {
        return;
    }
    let along = (dx / length, dy / length);
    let shrink = arrow.shrink * point;
    let from = (from.0 + dx * start, from.1 + dy * start);
    let tip = (tip.0 - along.0 * shrink, tip.1 - along.1 * shrink);
    let aside = |base: Place, back: f64, side: f64| {
        (base.0 - along.0 * back - along.1 * side, base.1 - along.1 * back + along.0 * side)
    };
    if let Some([width, head_width, head_length]) = arrow.body {
        let (w, h, l) = (width * point / 2.0, head_width * point / 2.0, head_length * point);
        let shape = [
            aside(from, 0.0, w),
            aside(tip, l, w),
            aside(tip, l, h),
            tip,
            aside(tip, l, -h),
            aside(tip, l, -w),
            aside(from, 0.0, -w),
        ];
        scene.area(&shape, arrow.face, None, false);
        scene.line(&scene::outline(&shape), &arrow.stroke, None, false);
        return;
    }
    // Sizes of matplotlib's simple heads at its usual mutation scale of 10.
    let (back, side) = (4.0 * point, 2.0 * point);
    let head = [aside(tip, back, side), tip, aside(tip, back, -side)];
    let end = if arrow.head && arrow.filled { aside(tip, back, 0.0) } else { tip };
    scene.line(&[Some(from), Some(end)], &arrow.stroke, None, false);
    if arrow.head && arrow.filled {
        let face: Rgba = arrow.face;
        scene.area(&head, face, None, false);
    } else if arrow.head {
        scene.line(&head.map(Some), &arrow.stroke, None, false);
    }
}
