//! Legends: how large they are, where they go, what they show.

use super::artist;
use super::describe::{Entry, Label, Legend, Stroke};
use super::frame::Frame;
use super::scene::{self, Scene, corners};
use super::text::{Across, Along, measure};
use crate::base::figure::clip::{Place, Rect};

/// What a legend should not cover.
#[derive(Clone, Debug, Default)]
pub struct Obstacles {
    /// Lines as they are drawn.
    pub lines: Vec<Vec<Place>>,
    /// Boxes of bars.
    pub boxes: Vec<Rect>,
    /// Points.
    pub points: Vec<Place>,
}

/// The measures of one legend in pixels.
struct Sizes {
    font: f64,
    /// Height of each entry and where its baseline is from its top.
    rows: Vec<(f64, f64)>,
    columns: Vec<(f64, std::ops::Range<usize>)>,
    title: (f64, f64, f64),
    width: f64,
    height: f64,
}

impl Sizes {
    fn new(scene: &Scene, legend: &Legend) -> Self {
        let (font, measures) = (legend.text.size * scene.point, legend.measures);
        let setting = scene.setting(&legend.text);
        let measured: Vec<_> =
            legend.entries.iter().map(|entry| measure(&scene.fonts, &entry.text, &setting)).collect();
        let rows: Vec<(f64, f64)> = measured
            .iter()
            .map(|(_, ascent, descent)| {
                let ascent = f64::from(*ascent).max(measures.handleheight * font);
                (ascent + f64::from(*descent), ascent)
            })
            .collect();
        let count = rows.len();
        let wanted = legend.columns.clamp(1, count.max(1));
        let (least, more) = (count / wanted, count % wanted);
        let (mut columns, mut start) = (Vec::new(), 0);
        for column in 0..wanted {
            let range = start..start + least + usize::from(column < more);
            start = range.end;
            let texts = measured.get(range.clone()).unwrap_or_default();
            let widest = texts.iter().map(|(width, ..)| f64::from(*width)).fold(0.0, f64::max);
            columns.push(((measures.handlelength + measures.handletextpad) * font + widest, range));
        }
        let gaps = |count: usize| measures.labelspacing * font * count.saturating_sub(1) as f64;
        let heights = columns.iter().map(|(_, range)| {
            let rows = rows.get(range.clone()).unwrap_or_default();
            rows.iter().map(|(height, _)| height).sum::<f64>() + gaps(rows.len())
        });
        let body = heights.fold(0.0, f64::max);
        let wide = columns.iter().map(|(width, _)| width).sum::<f64>()
            + measures.columnspacing * font * columns.len().saturating_sub(1) as f64;
        let title = if legend.title.text.is_empty() {
            (0.0, 0.0, 0.0)
        } else {
            let (width, up, down) = measure(&scene.fonts, &legend.title.text, &scene.setting(&legend.title));
            (f64::from(width), f64::from(up), f64::from(down))
        };
        let above = if title.0 > 0.0 { title.1 + title.2 + measures.labelspacing * font } else { 0.0 };
        Self {
            font,
            rows,
            columns,
            title,
            width: wide.max(title.0) + 2.0 * measures.borderpad * font,
            height: body + above + 2.0 * measures.borderpad * font,
        }
    }
}

/// Draws a legend, and says which box it takes.
pub fn draw(scene: &mut Scene, frame: &Frame, legend: &Legend, obstacles: &Obstacles) -> Option<Rect> {
    if legend.entries.is_empty() {
        return None;
    }
    let sizes = Sizes::new(scene, legend);
    let (left, top) = place(&sizes, frame.rect, legend, obstacles);
    let rect = Rect { left, top, right: left + sizes.width, bottom: top + sizes.height };
    if legend.framed {
        let radius = if legend.round { 0.2 * sizes.font } else { 0.0 };
        if legend.shadow {
            let shift = 2.0 * scene.point;
            let below = Rect {
                left: rect.left + shift,
                right: rect.right + shift,
                top: rect.top + shift,
                bottom: rect.bottom + shift,
            };
            scene.area(&artist::rounded(below, radius), [0.3, 0.3, 0.3, 0.5], None, false);
        }
        let outline = artist::rounded(rect, radius);
        scene.area(&outline, legend.face, None, false);
        let stroke = Stroke { colour: legend.edge, width: 1.0, dashes: Vec::new() };
        scene.line(&scene::outline(&outline), &stroke, None, false);
    }
    let border = legend.measures.borderpad * sizes.font;
    let mut top = top + border;
    if sizes.title.0 > 0.0 {
        let label = Label { across: Across::Center, along: Along::Baseline, ..legend.title.clone() };
        let block = scene.set(&label.text, (left + sizes.width / 2.0, top + sizes.title.1), &label);
        scene.write(block);
        top += sizes.title.1 + sizes.title.2 + legend.measures.labelspacing * sizes.font;
    }
    let all = sizes
        .columns
        .iter()
        .map(|(width, _)| width + legend.measures.columnspacing * sizes.font)
        .sum::<f64>()
        - legend.measures.columnspacing * sizes.font;
    let mut x = left + (sizes.width - all) / 2.0;
    for (width, range) in &sizes.columns {
        let mut y = top;
        for index in range.clone() {
            let (Some(entry), Some((height, ascent))) = (legend.entries.get(index), sizes.rows.get(index))
            else {
                continue;
            };
            draw_entry(scene, legend, entry, (x, y + ascent), sizes.font);
            y += height + legend.measures.labelspacing * sizes.font;
        }
        x += width + legend.measures.columnspacing * sizes.font;
    }
    Some(rect)
}

/// Draws an entry whose baseline begins at `at`.
fn draw_entry(scene: &mut Scene, legend: &Legend, entry: &Entry, at: Place, font: f64) {
    let (left, right) = (at.0, at.0 + legend.measures.handlelength * font);
    let high = legend.measures.handleheight * font;
    let middle = at.1 - high / 2.0;
    if let Some(face) = entry.patch {
        let rect = Rect { left, top: at.1 - high, right, bottom: at.1 };
        scene.area(&corners(rect), face, None, true);
        if let Some(stroke) = &entry.patch_edge {
            scene.line(&scene::outline(&corners(rect)), stroke, None, false);
        }
    }
    if let Some(stroke) = &entry.line {
        if entry.bars {
            let x = f64::midpoint(left, right);
            let half = 0.5 * font;
            scene.line(&[Some((x, middle - half)), Some((x, middle + half))], stroke, None, false);
            let cap = entry.caps * scene.point;
            for y in [middle - half, middle + half] {
                let stroke = Stroke { width: 1.0, ..stroke.clone() };
                scene.line(&[Some((x - cap, y)), Some((x + cap, y))], &stroke, None, false);
            }
        }
        scene.line(&[Some((left, middle)), Some((right, middle))], stroke, None, true);
    }
    if let Some(marker) = &entry.marker {
        artist::mark(scene, marker, vec![(f64::midpoint(left, right), middle)]);
    }
    let colour = entry.colour.unwrap_or(legend.text.colour);
    let label = Label { across: Across::Left, along: Along::Baseline, colour, ..legend.text.clone() };
    let block = scene.set(&entry.text, (right + legend.measures.handletextpad * font, at.1), &label);
    scene.write(block);
}

/// Where the upper left corner goes.
fn place(sizes: &Sizes, plot: Rect, legend: &Legend, obstacles: &Obstacles) -> Place {
    if let Some((x, y)) = legend.corner {
        let left = plot.left + x * plot.width();
        return (left, plot.bottom - y * plot.height() - sizes.height);
    }
    let room = match legend.anchor {
        None => plot,
        Some([x, y, wide, high]) => {
            let (left, bottom) = (plot.left + x * plot.width(), plot.bottom - y * plot.height());
            Rect { left, bottom, right: left + wide * plot.width(), top: bottom - high * plot.height() }
        }
    };
    let pad = legend.measures.borderaxespad * sizes.font;
    if legend.place != 0 {
        return anchored(legend.place, sizes, room, pad);
    }
    let mut best: Option<(usize, Place)> = None;
    for code in 1..=10 {
        let corner = anchored(code, sizes, room, pad);
        let (right, bottom) = (corner.0 + sizes.width, corner.1 + sizes.height);
        let covered = obstacles.count(Rect { left: corner.0, top: corner.1, right, bottom });
        if best.is_none_or(|(least, _)| covered < least) {
            best = Some((covered, corner));
        }
        if covered == 0 {
            break;
        }
    }
    best.map_or((room.left, room.top), |(_, corner)| corner)
}

/// The upper left corner for one of matplotlib's numbers for places.
fn anchored(place: u8, sizes: &Sizes, room: Rect, pad: f64) -> Place {
    let (left, right) = (room.left + pad, room.right - pad - sizes.width);
    let (top, bottom) = (room.top + pad, room.bottom - pad - sizes.height);
    let middle = (f64::midpoint(left, right), f64::midpoint(top, bottom));
    match place {
        1 => (right, top),
        2 => (left, top),
        3 => (left, bottom),
        4 => (right, bottom),
        5 | 7 => (right, middle.1),
        6 => (left, middle.1),
        8 => (middle.0, bottom),
        9 => (middle.0, top),
        _ => middle,
    }
}

impl Obstacles {
    /// How much of them a box would cover.
    fn count(&self, rect: Rect) -> usize {
        let inside = |place: &&Place| rect.contains(**place, 0.0);
        let points = self.points.iter().filter(inside).count();
        let corners = self.lines.iter().flatten().filter(inside).count();
        let crossed = self.lines.iter().filter(|line| crosses(line, rect)).count();
        let overlaps = |other: &&Rect| {
            other.left < rect.right
                && rect.left < other.right
                && other.top < rect.bottom
                && rect.top < other.bottom
        };
        points + corners + crossed + self.boxes.iter().filter(overlaps).count()
    }
}

fn crosses(line: &[Place], rect: Rect) -> bool {
    let pieces = crate::base::figure::clip::pieces(line.iter().copied().map(Some), rect);
    !pieces.is_empty()
}
