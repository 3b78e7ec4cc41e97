//! A figure on a plotters backend: paper, grid, marks, axes, texts, in this order. Knows no browser.

use crate::base::figure::{Figure, Surface};
use crate::ui::charts::layout::{Layout, Tone};
use crate::ui::charts::marks;
use crate::ui::charts::pen::{Drawn, Pen};
use crate::ui::charts::theme::{Colour, Theme};
use plotters::prelude::{DrawingBackend, IntoDrawingArea as _};

/// Draws `figure` on `surface`, filling it, and says where everything came to stand.
///
/// # Errors
/// What the surface answers when it cannot be drawn on.
pub fn draw<B: DrawingBackend + Surface>(
    surface: B,
    figure: &Figure,
) -> Result<Layout, plotters::drawing::DrawingAreaErrorKind<B::ErrorType>> {
    let theme = Theme::read(|name| surface.property(name));
    let ((width, height), ratio) = (surface.size(), surface.pixel_ratio());
    let area = surface.into_drawing_area();
    let pen = Pen::new(&area, ratio, &theme.font);
    let layout = Layout::new(figure, width, height, &|text| pen.width(text));
    pen.clear(theme.paper)?;
    if !figure.is_empty() {
        draw_grid(&pen, &layout, &theme)?;
        marks::draw(&pen, figure, &layout, &theme)?;
        draw_axes(&pen, figure, &layout, &theme)?;
        draw_texts(&pen, &layout, &theme)?;
    }
    area.present()?;
    Ok(layout)
}

fn draw_grid<B: DrawingBackend>(pen: &Pen<B>, layout: &Layout, theme: &Theme) -> Drawn<B> {
    let plot = layout.plot;
    for y in &layout.y_lines {
        pen.level(*y, plot.left, plot.right, 1.0, theme.hairline)?;
    }
    for x in &layout.x_lines {
        pen.upright(*x, plot.top, plot.bottom, 1.0, theme.hairline)?;
    }
    Ok(())
}

/// The line that the values stand on. A matrix has none; its cells are their own frame.
fn draw_axes<B: DrawingBackend>(pen: &Pen<B>, figure: &Figure, layout: &Layout, theme: &Theme) -> Drawn<B> {
    let (plot, soft) = (layout.plot, theme.ink_soft.mixed(theme.paper, 0.3));
    let zero = |projection: &crate::base::figure::Projection, or: f64| {
        let inside = projection.domain().contains(0.0) && !projection.is_log();
        if inside { projection.project(0.0).unwrap_or(or) } else { or }
    };
    match (figure.x_categories().is_some(), figure.y_categories().is_some()) {
        (true, true) => Ok(()),
        (false, true) => pen.upright(zero(&layout.x, plot.left), plot.top, plot.bottom, 1.0, soft),
        (true, false) => pen.level(zero(&layout.y, plot.bottom), plot.left, plot.right, 1.0, soft),
        (false, false) => pen.level(plot.bottom, plot.left, plot.right, 1.0, soft),
    }
}

fn draw_texts<B: DrawingBackend>(pen: &Pen<B>, layout: &Layout, theme: &Theme) -> Drawn<B> {
    for leader in &layout.leaders {
        let colour = leader.series.map_or(theme.ink_soft, |series| theme.of_series(series));
        let (from, to) = (leader.from, leader.to);
        let bend = (to.0 - 7.0).max(from.0);
        let level = [(from.0, from.1), (bend - 1.0, from.1), (to.0 - 2.0, to.1), to];
        pen.path(&level, 1.0, colour.mixed(theme.paper, 0.6))?;
    }
    for key in &layout.keys {
        marks::draw_key(pen, key.at, key.series, theme)?;
    }
    for label in &layout.labels {
        pen.text(&label.text, label.at, label.align, colour(label.tone, theme))?;
    }
    Ok(())
}

fn colour(tone: Tone, theme: &Theme) -> Colour {
    match tone {
        Tone::Ink => theme.ink,
        Tone::Soft => theme.ink_soft,
        Tone::Series(index) => theme.text_of_series(index),
    }
}
