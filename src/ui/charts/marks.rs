//! One drawing function a kind of mark. Knows where things stand from the layout; knows no browser.

use crate::base::figure::clip::{self, Place};
use crate::base::figure::{Bins, Direction, Figure, Mark, Point, Range, Stroke, decimate, format};
use crate::ui::charts::bars;
use crate::ui::charts::layout::{Align, Layout};
use crate::ui::charts::pen::{Drawn, Pen};
use crate::ui::charts::theme::{SERIES, Theme};
use plotters::prelude::DrawingBackend;

/// The width of a curve.
const CURVE: f64 = 2.0;
/// Lines of up to this many points show them as dots.
const DOTTED: usize = 16;
/// Clouds of more points than this let what lies below shine through.
const CROWD: usize = 200;

/// Everything a mark needs to be drawn.
struct Stage<'a, B: DrawingBackend> {
    pen: &'a Pen<'a, B>,
    figure: &'a Figure,
    layout: &'a Layout,
    theme: &'a Theme,
}

/// Draws all marks of `figure` from back to front.
///
/// # Errors
/// What the surface answers when it cannot be drawn on.
pub fn draw<B: DrawingBackend>(pen: &Pen<B>, figure: &Figure, layout: &Layout, theme: &Theme) -> Drawn<B> {
    let stage = Stage { pen, figure, layout, theme };
    let groups = bars::groups(figure);
    let mut group = 0;
    for mark in &figure.marks {
        match mark {
            Mark::Line { points, series, stroke, .. } => stage.line(points, *series, *stroke)?,
            Mark::Points { points, series, .. } => stage.points(points, *series)?,
            Mark::Bars { bins: Bins::Edges(edges), heights, series, .. } => {
                stage.histogram(edges, heights, *series)?;
            }
            Mark::Bars { bins: Bins::Categories, heights, series, .. } => {
                stage.bars(heights, *series, group, groups)?;
                group += 1;
            }
            Mark::Matrix { values, annotations, .. } => stage.matrix(values, annotations)?,
            Mark::Rule { direction, at, .. } => stage.rule(*direction, *at)?,
            Mark::Band { lower, upper, series, .. } => stage.band(lower, upper, *series)?,
        }
    }
    Ok(())
}

/// The swatch of a series in the legend: its colour in the shape of its points.
///
/// # Errors
/// What the surface answers when it cannot be drawn on.
pub fn draw_key<B: DrawingBackend>(pen: &Pen<B>, at: Place, series: usize, theme: &Theme) -> Drawn<B> {
    marker(pen, at, 4.5, series, theme, 1.0)
}

/// The shape of a point tells its series too, for those to whom colours are alike.
fn marker<B: DrawingBackend>(
    pen: &Pen<B>,
    (x, y): Place,
    radius: f64,
    series: usize,
    theme: &Theme,
    alpha: f64,
) -> Drawn<B> {
    let (colour, r) = (theme.of_series(series), radius);
    match (series + series / SERIES) % 4 {
        0 => pen.disc((x, y), r, colour, alpha),
        1 => pen.shape(
            &[(x, y - r * 1.2), (x + r * 1.2, y), (x, y + r * 1.2), (x - r * 1.2, y)],
            colour,
            alpha,
        ),
        2 => pen.shape(
            &[(x, y - r * 1.15), (x + r * 1.1, y + r * 0.8), (x - r * 1.1, y + r * 0.8)],
            colour,
            alpha,
        ),
        _ => {
            let s = r * 0.88;
            pen.shape(&[(x - s, y - s), (x + s, y - s), (x + s, y + s), (x - s, y + s)], colour, alpha)
        }
    }
}

impl<B: DrawingBackend> Stage<'_, B> {
    fn place(&self, point: &Point) -> Option<Place> {
        if point.is_finite() { self.layout.place(point) } else { None }
    }

    fn line(&self, points: &[Point], series: usize, stroke: Stroke) -> Drawn<B> {
        let colour = self.theme.of_series(series);
        let dash = match (stroke, series / SERIES) {
            (Stroke::Solid, 0) => None,
            (Stroke::Dashed, _) => Some((6.0, 4.0)),
            // Past the last colour they begin again, with a dash for each round.
            (Stroke::Solid, round) => Some((2.0 + 4.0 * round as f64, 3.0)),
        };
        for piece in clip::pieces(points.iter().map(|point| self.place(point)), self.layout.plot) {
            let piece = decimate::columns(&piece, 1.0);
            match (piece.as_slice(), dash) {
                ([lone], _) => self.pen.disc(*lone, 3.0, colour, 1.0)?,
                (piece, None) => self.pen.path(piece, CURVE, colour)?,
                (piece, Some((dash, gap))) => self.pen.dashes(piece, CURVE, colour, dash, gap)?,
            }
        }
        if stroke == Stroke::Dashed {
            return Ok(());
        }
        let shown = points.iter().filter_map(|point| self.place(point));
        let shown: Vec<_> = shown.filter(|place| self.layout.plot.contains(*place, 0.5)).collect();
        let dots: &[Place] =
            if shown.len() <= DOTTED { &shown } else { shown.last().map_or(&[], std::slice::from_ref) };
        for dot in dots {
            self.pen.disc(*dot, 3.0, colour, 1.0)?;
        }
        Ok(())
    }

    fn points(&self, points: &[Point], series: usize) -> Drawn<B> {
        let places = points.iter().filter_map(|point| self.place(point));
        let places = decimate::cells(places.filter(|place| self.layout.plot.contains(*place, 0.5)), 0.5);
        let (radius, alpha) = if places.len() > CROWD { (2.5, 0.45) } else { (3.5, 0.75) };
        for place in places {
            marker(self.pen, place, radius, series, self.theme, alpha)?;
        }
        Ok(())
    }

    fn band(&self, lower: &[Point], upper: &[Point], series: usize) -> Drawn<B> {
        let plot = self.layout.plot;
        let side = |points: &[Point]| -> Vec<Place> {
            let places = points.iter().filter_map(|point| self.place(point));
            let places =
                places.map(|(x, y)| (x.clamp(plot.left, plot.right), y.clamp(plot.top, plot.bottom)));
            decimate::columns(&places.collect::<Vec<_>>(), 1.0)
        };
        let (lower, mut outline) = (side(lower), side(upper));
        if lower.len() < 2 || outline.len() < 2 {
            return Ok(());
        }
        outline.extend(lower.into_iter().rev());
        self.pen.shape(&outline, self.theme.of_series(series), 0.18)
    }

    fn histogram(&self, edges: &[f64], heights: &[f64], series: usize) -> Drawn<B> {
        let plot = self.layout.plot;
        let base = self.layout.y.project(0.0).unwrap_or(plot.bottom).clamp(plot.top, plot.bottom);
        for (ends, height) in edges.windows(2).zip(heights).filter(|(_, height)| height.is_finite()) {
            let [from, to] = ends else { continue };
            let corners =
                (self.layout.x.project(*from), self.layout.x.project(*to), self.layout.y.project(*height));
            let (Some(from), Some(to), Some(top)) = corners else { continue };
            let (from, to) = (from.clamp(plot.left, plot.right), to.clamp(plot.left, plot.right));
            // A gap of one pixel parts the bars while they are wide enough to give one.
            let gap = if to - from > 3.0 { 1.0 } else { 0.0 };
            let top = top.clamp(plot.top, plot.bottom);
            self.pen.block((from, top), ((to - gap).max(from), base), self.theme.of_series(series), 1.0)?;
        }
        Ok(())
    }

    fn bars(&self, heights: &[f64], series: usize, group: usize, groups: usize) -> Drawn<B> {
        let lie = self.figure.bars_lie();
        let (names, values) =
            if lie { (self.layout.y, self.layout.x) } else { (self.layout.x, self.layout.y) };
        let thick = bars::thickness(names.unit(), groups, lie);
        let start = -thick * groups as f64 / 2.0 + thick * group as f64;
        let gap = if groups > 1 && thick > 4.0 { 1.0 } else { 0.0 };
        let plot = self.layout.plot;
        let keep =
            |at: f64| if lie { at.clamp(plot.left, plot.right) } else { at.clamp(plot.top, plot.bottom) };
        let floor = keep(values.project(0.0).unwrap_or(if lie { plot.left } else { plot.bottom }));
        let colour = self.theme.of_series(series);
        for (index, height) in heights.iter().enumerate().filter(|(_, height)| height.is_finite()) {
            let (Some(middle), Some(end)) = (names.project(index as f64), values.project(*height)) else {
                continue;
            };
            let (from, to, end) = (middle + start, middle + start + thick - gap, keep(end));
            let (a, b) = if lie {
                ((floor.min(end), from), (floor.max(end), to))
            } else {
                ((from, floor.min(end)), (to, floor.max(end)))
            };
            self.pen.block(a, b, colour, 1.0)?;
            self.bar_value(*height, (from + to) / 2.0, end, thick, floor)?;
        }
        Ok(())
    }

    /// The value of a bar at its end, where it fits.
    fn bar_value(&self, height: f64, middle: f64, end: f64, thick: f64, floor: f64) -> Drawn<B> {
        let text = format::value(height, 4);
        let (width, plot, theme) = (self.pen.width(&text), self.layout.plot, self.theme);
        let outwards = if end >= floor { 1.0 } else { -1.0 };
        if self.figure.bars_lie() {
            if thick < bars::VALUE_ROW {
                return Ok(());
            }
            let at = end + 5.0 * outwards;
            let align = if outwards > 0.0 { Align::Start } else { Align::End };
            let fits = at + width * outwards <= self.layout.size.0 && at + width * outwards >= plot.left;
            return if fits { self.pen.text(&text, (at, middle), align, theme.ink) } else { Ok(()) };
        }
        let at = end + 9.0 * if end > floor { 1.0 } else { -1.0 };
        let fits = width <= thick + 8.0 && at - 7.0 >= plot.top - 14.0 && at + 7.0 <= plot.bottom;
        if fits { self.pen.text(&text, (middle, at), Align::Middle, theme.ink) } else { Ok(()) }
    }

    fn matrix(&self, values: &[Vec<f64>], annotations: &[Vec<String>]) -> Drawn<B> {
        let (layout, theme) = (self.layout, self.theme);
        let (wide, high) = (layout.x.unit(), layout.y.unit());
        let range = Range::of(values.iter().flatten().copied()).unwrap_or(Range { low: 0.0, high: 0.0 });
        let size = range.low.abs().max(range.high.abs()).max(f64::MIN_POSITIVE);
        let gap = if wide.min(high) > 8.0 { 1.0 } else { 0.0 };
        for (row, line) in values.iter().enumerate() {
            for (column, value) in line.iter().enumerate().filter(|(_, value)| value.is_finite()) {
                let middle = layout.x.project(column as f64).zip(layout.y.project(row as f64));
                let Some((x, y)) = middle.filter(|place| layout.plot.contains(*place, 0.0)) else { continue };
                let ground = theme.cell(value / size);
                let from = (x - wide / 2.0, y - high / 2.0);
                self.pen.block(from, (x + wide / 2.0 - gap, y + high / 2.0 - gap), ground, 1.0)?;
                let written = annotations.get(row).and_then(|texts| texts.get(column)).cloned();
                let text = written.unwrap_or_else(|| format::value(*value, 3));
                if high >= 14.0 && self.pen.width(&text) <= wide - 4.0 {
                    self.pen.text(&text, (x, y), Align::Middle, theme.text_on(ground))?;
                }
            }
        }
        Ok(())
    }

    fn rule(&self, direction: Direction, at: f64) -> Drawn<B> {
        let (plot, colour) = (self.layout.plot, self.theme.ink_soft);
        let (axis, ends): (_, fn(f64, clip::Rect) -> [Place; 2]) = match direction {
            Direction::Horizontal => (self.layout.y, |y, plot| [(plot.left, y), (plot.right, y)]),
            Direction::Vertical => (self.layout.x, |x, plot| [(x, plot.bottom), (x, plot.top)]),
        };
        let Some(at) = axis.project(at) else { return Ok(()) };
        let places = ends(at, plot);
        let inside = places.iter().all(|place| plot.contains(*place, 0.5));
        if inside { self.pen.dashes(&places, 1.0, colour, 4.0, 3.0) } else { Ok(()) }
    }
}
