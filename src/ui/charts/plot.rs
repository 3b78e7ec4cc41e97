//! A plot that Python drew, replayed on the page's canvas: as wide as there is room, as sharp as the screen. What it says
//! in words is its [`twin`](crate::plot::picture::Picture::twin).

use crate::base::figure::Surface;
use crate::plot::picture::Picture;
use crate::plot::replay;
use crate::ui::charts::theme::Theme;
use plotters::prelude::DrawingBackend;

/// How high `picture` is when it is `width` CSS pixels wide.
pub fn height_at(picture: &Picture, width: f64) -> f64 {
    let (wide, high) = (f64::from(picture.width), f64::from(picture.height));
    if wide > 0.0 { width * high / wide } else { 0.0 }
}

/// How wide `picture` is shown where there is room for `room` CSS pixels: never larger than it was made.
pub fn width_in(picture: &Picture, room: f64) -> f64 {
    room.min(f64::from(picture.width))
}

/// Draws `picture` over the whole width of `surface`. Texts with characters that the picture has no shapes for are
/// written in the fonts of the page.
///
/// # Errors
/// What the surface answers when it cannot be drawn on.
pub fn draw<B: DrawingBackend + Surface>(mut surface: B, picture: &Picture) -> replay::Drawn<B> {
    let scale = surface.size().0 * surface.pixel_ratio() / f64::from(picture.width).max(1.0);
    let theme = Theme::read(|name| surface.property(name));
    replay::replay(&mut surface, picture, scale, Some(&theme.font))
}
