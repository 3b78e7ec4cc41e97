//! An axis: its ticks with their names, its grid, its label.

use super::describe::Kind;
use super::describe::{Axis, Label, Scale, Side, Stroke};
use super::frame::{Frame, Span};
use super::picture::Spot;
use super::scene::Scene;
use super::text::{Across, Along, bounds};
use super::{dates, locate, write};

/// The ticks of an axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ticks {
    /// Where they stand; some may lie beyond the limits.
    pub at: Vec<f64>,
    /// Their names.
    pub names: Vec<String>,
    /// Where the smaller ones stand.
    pub minor: Vec<f64>,
    /// Their names; empty for none.
    pub minor_names: Vec<String>,
    /// What stands at the end of the axis for all of them.
    pub end: String,
}

impl Ticks {
    /// The ticks of an axis that is `length` points long.
    pub fn new(axis: &Axis, length: f64) -> Self {
        let wide = matches!(axis.side, Side::Bottom | Side::Top);
        let size = axis.tick_text.size * if wide { 3.0 } else { 2.0 };
        let room = if size > 0.0 { (length / size).floor().clamp(0.0, 1e6) as usize } else { 9 };
        let (low, high) = (axis.limits.0.min(axis.limits.1), axis.limits.0.max(axis.limits.1));
        let mut ticks = match (axis.kind, axis.scale, &axis.ticks) {
            (Kind::Date, _, None) => dates::ticks(low, high),
            (Kind::Date, _, Some(at)) => dates::named(at.clone()),
            (_, _, Some(at)) => Self { at: at.clone(), ..Self::default() },
            (_, Scale::Linear, None) => {
                let bins = axis.bins.unwrap_or_else(|| room.clamp(1, 9));
                Self { at: locate::numbers(low, high, bins, axis.whole, axis.fine), ..Self::default() }
            }
            (_, Scale::Log, None) => Self::of_powers(low, high, room),
        };
        ticks.minor.extend_from_slice(&axis.minor);
        ticks.name(axis);
        ticks
    }

    fn of_powers(low: f64, high: f64, room: usize) -> Self {
        let minor = locate::between_powers(low, high, room);
        let factor = |tick: f64| (tick / 10f64.powf((tick.log10() + 1e-9).floor())).round() as u32;
        let name = |tick: &f64| match write::names_multiple(low, high, factor(*tick)) {
            true => write::multiple_of_power(*tick),
            false => String::new(),
        };
        let minor_names = minor.iter().map(name).collect();
        Self { at: locate::powers(low, high, room), minor, minor_names, ..Self::default() }
    }

    fn name(&mut self, axis: &Axis) {
        match &axis.labels {
            Some(labels) => {
                self.names = labels.clone();
                self.names.resize(self.at.len(), String::new());
            }
            None if axis.kind == Kind::Date => {}
            None if axis.scale == Scale::Log => {
                self.names = self.at.iter().map(|at| write::power(*at)).collect()
            }
            None => (self.names, self.end) = write::numbers(&self.at, axis.limits, axis.format),
        }
    }
}

/// What drawing an axis needs.
pub struct Drawer<'a> {
    axis: &'a Axis,
    frame: &'a Frame,
    ticks: Ticks,
    across: bool,
}

impl<'a> Drawer<'a> {
    /// For the horizontal (`across`) or the vertical axis.
    pub fn new(axis: &'a Axis, frame: &'a Frame, across: bool, point: f64) -> Self {
        let span = if across { frame.x } else { frame.y };
        let length = if across { frame.rect.width() } else { frame.rect.height() };
        // The frame may have widened the limits.
        let seen = Axis { limits: (span.from, span.to), ..axis.clone() };
        Self { axis, frame, ticks: Ticks::new(&seen, length / point), across }
    }

    /// The ticks.
    pub fn ticks(&self) -> &Ticks {
        &self.ticks
    }

    fn span(&self) -> Span {
        if self.across { self.frame.x } else { self.frame.y }
    }

    /// Where a value lies along the axis in pixels; nowhere beyond the limits.
    fn along(&self, value: f64) -> Option<f64> {
        let rect = self.frame.rect;
        let (from, size) =
            if self.across { (rect.left, rect.width()) } else { (rect.bottom, -rect.height()) };
        let at = from + self.span().share(value) * size;
        let inside = |at: f64| at >= from.min(from + size) - 1e-6 && at <= from.max(from + size) + 1e-6;
        (value.is_finite() && inside(at)).then_some(at)
    }

    /// Draws the lines across the plot.
    pub fn draw_grid(&self, scene: &mut Scene) {
        let grids = [(&self.axis.grid, &self.ticks.at), (&self.axis.minor_grid, &self.ticks.minor)];
        for (grid, ticks) in grids {
            let Some(stroke) = grid else { continue };
            for at in ticks.iter().filter_map(|tick| self.along(*tick)) {
                let rect = self.frame.rect;
                let ends = if self.across {
                    [(at, rect.bottom), (at, rect.top)]
                } else {
                    [(rect.left, at), (rect.right, at)]
                };
                scene.line(&ends.map(Some), stroke, None, false);
            }
        }
    }

    /// Where the axis' line is, and which way is outwards.
    fn edge(&self, side: Side) -> (f64, f64) {
        let rect = self.frame.rect;
        match side {
            Side::Bottom => (rect.bottom, 1.0),
            Side::Top => (rect.top, -1.0),
            Side::Left => (rect.left, -1.0),
            Side::Right => (rect.right, 1.0),
        }
    }

    /// Draws the marks at the ticks.
    pub fn draw_ticks(&self, scene: &mut Scene) {
        if !self.axis.shown {
            return;
        }
        let length = self.axis.tick_length * scene.point;
        let minor = length * 2.0 / 3.5;
        let mirror = match self.axis.side {
            Side::Bottom => Side::Top,
            Side::Top => Side::Bottom,
            Side::Left => Side::Right,
            Side::Right => Side::Left,
        };
        let sides = [(self.axis.marked, self.axis.side), (self.axis.mirrored, mirror)];
        for (_, side) in sides.iter().filter(|(drawn, _)| *drawn) {
            let (edge, out) = self.edge(*side);
            for (ticks, length, width) in [(&self.ticks.at, length, 1.0), (&self.ticks.minor, minor, 0.75)] {
                let stroke = Stroke {
                    colour: self.axis.tick_colour,
                    width: self.axis.tick_width * width,
                    dashes: Vec::new(),
                };
                for at in ticks.iter().filter_map(|tick| self.along(*tick)) {
                    let end = edge + out * length;
                    let ends = if self.across { [(at, edge), (at, end)] } else { [(edge, at), (end, at)] };
                    scene.line(&ends.map(Some), &stroke, None, false);
                }
            }
        }
    }

    /// Draws the names of the ticks and the label, and says how far all of it reaches: left, top, right, bottom.
    pub fn draw_texts(&self, scene: &mut Scene) -> [f32; 4] {
        let rect = self.frame.rect;
        let box_of_plot: [Spot; 2] =
            [(rect.left as f32, rect.top as f32), (rect.right as f32, rect.bottom as f32)];
        if !self.axis.shown {
            return bounds(box_of_plot);
        }
        let outside = if self.axis.marked { self.axis.tick_length.max(0.0) } else { 0.0 };
        let (edge, out) = self.edge(self.axis.side);
        let mut reach: Vec<Spot> = box_of_plot.to_vec();
        if self.axis.named {
            let at_ticks = edge + out * (outside + self.axis.tick_pad) * scene.point;
            reach.extend(self.draw_names(scene, at_ticks));
        }
        // Where ticks are, they count as far as they reach.
        let tip = (edge + out * outside * scene.point) as f32;
        reach.push(if self.across { (rect.left as f32, tip) } else { (tip, rect.bottom as f32) });
        let bounds_of_names = bounds(reach.iter().copied());
        self.draw_end(scene, bounds_of_names);
        if !self.axis.label.text.is_empty() {
            reach.extend(self.draw_label(scene, bounds_of_names));
        }
        bounds(reach)
    }

    fn draw_names(&self, scene: &mut Scene, level: f64) -> Vec<Spot> {
        let mut reach = Vec::new();
        let named = self.ticks.at.iter().zip(&self.ticks.names);
        let minor = self.ticks.minor.iter().zip(&self.ticks.minor_names);
        for (tick, name) in named.chain(minor) {
            let Some(at) = self.along(*tick).filter(|_| !name.is_empty()) else { continue };
            let place = if self.across { (at, level) } else { (level, at) };
            let block = scene.set(name, place, &self.axis.tick_text);
            reach.extend(block.corners);
            scene.write(block);
        }
        reach
    }

    fn draw_end(&self, scene: &mut Scene, names: [f32; 4]) {
        if self.ticks.end.is_empty() || !self.axis.named {
            return;
        }
        let pad = 3.0 * scene.point;
        let rect = self.frame.rect;
        let (place, across, along) = if self.across {
            ((rect.right, f64::from(names[3]) + pad), Across::Right, Along::Top)
        } else {
            ((rect.left, rect.top - pad), Across::Left, Along::Baseline)
        };
        let label = Label { across, along, angle: 0.0, anchored: false, ..self.axis.tick_text.clone() };
        let block = scene.set(&self.ticks.end, place, &label);
        scene.write(block);
    }

    fn draw_label(&self, scene: &mut Scene, names: [f32; 4]) -> [Spot; 4] {
        let label = &self.axis.label;
        let pad = label.pad * scene.point;
        let rect = self.frame.rect;
        let [left, top, right, bottom] = names.map(f64::from);
        // The label's own place is its share of the way along the axis.
        let (x, y) = (rect.left + label.at.0 * rect.width(), rect.bottom - label.at.0 * rect.height());
        let place = match self.axis.side {
            Side::Bottom => (x, bottom + pad),
            Side::Top => (x, top - pad),
            Side::Left => (left - pad, y),
            Side::Right => (right + pad, y),
        };
        let block = scene.set(&label.text, place, label);
        let corners = block.corners;
        scene.write(block);
        corners
    }
}
