//! Pictures as SVG files.

use super::picture::{Colour, Item, Picture, Spot};
use super::raster;
use super::raster::Failed;
use super::replay::dashes;
use base64::Engine as _;
use std::fmt::Write as _;

/// The picture as the text of an SVG file; `dpi` figure pixels are an inch.
///
/// # Errors
/// When an image in it cannot be encoded.
pub fn svg(picture: &Picture, dpi: f64) -> Result<String, Failed> {
    let (width, height) = (picture.width, picture.height);
    let points = |length: f32| f64::from(length) * 72.0 / dpi;
    let mut file = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"no\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" \
         width=\"{}pt\" height=\"{}pt\" viewBox=\"0 0 {width} {height}\" version=\"1.1\">\n",
        points(width),
        points(height),
    );
    area(&mut file, &[(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)], picture.ground);
    for item in &picture.items {
        match item {
            Item::Area { points, colour, .. } => area(&mut file, points, *colour),
            Item::Line { points, width, colour, dashes, .. } => {
                line(&mut file, points, *width, *colour, dashes)
            }
            Item::Marks(marks) => {
                let pick = |list: &[Colour], index: usize| {
                    list.get(if list.len() == 1 { 0 } else { index }).copied().unwrap_or_default()
                };
                for (index, at) in marks.at.iter().enumerate() {
                    let size = marks.sizes.get(if marks.sizes.len() == 1 { 0 } else { index });
                    let size = size.copied().unwrap_or(1.0);
                    for contour in &marks.shape {
                        let mut spots: Vec<Spot> =
                            contour.iter().map(|(x, y)| (at.0 + x * size, at.1 + y * size)).collect();
                        if marks.closed {
                            area(&mut file, &spots, pick(&marks.fills, index));
                            dashes::close(&mut spots);
                        }
                        line(&mut file, &spots, marks.edge_width, pick(&marks.edges, index), &[]);
                    }
                }
            }
            Item::Text(text) => {
                let mut path = String::new();
                for placed in &text.placed {
                    let glyph = picture.glyphs.get(usize::from(placed.glyph));
                    for contour in glyph.into_iter().flat_map(|glyph| &glyph.contours) {
                        let spots = contour.iter().map(|(x, y)| {
                            let unit = placed.size / 2048.0;
                            let (x, y) = (f32::from(*x) * unit, f32::from(*y) * unit);
                            let lean = if placed.slanted { y * 0.2 } else { 0.0 };
                            text.turned(placed.x + x + lean, placed.rise + y)
                        });
                        path.push_str(&data(spots, true));
                    }
                }
                let _ = writeln!(file, "<!-- {} -->", text.text.replace("--", "- -"));
                let _ = writeln!(file, "<path d=\"{path}\" {}/>", paint("fill", text.colour));
            }
            Item::Image(image) => {
                let alone = Picture {
                    width: (image.window.1.0 - image.window.0.0).abs().max(1.0),
                    height: (image.window.1.1 - image.window.0.1).abs().max(1.0),
                    items: vec![moved(image)],
                    ..Picture::default()
                };
                let png = base64::engine::general_purpose::STANDARD.encode(raster::png(&alone, 1.0, dpi)?);
                let _ = writeln!(
                    file,
                    "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" href=\"data:image/png;base64,{png}\"/>",
                    image.window.0.0, image.window.0.1, alone.width, alone.height,
                );
            }
        }
    }
    file.push_str("</svg>\n");
    Ok(file)
}

/// An image with its window at the corner.
fn moved(image: &super::picture::Image) -> Item {
    let shift = image.window.0;
    let move_to = |spot: Spot| (spot.0 - shift.0, spot.1 - shift.1);
    Item::Image(super::picture::Image {
        from: move_to(image.from),
        to: move_to(image.to),
        window: (move_to(image.window.0), move_to(image.window.1)),
        ..image.clone()
    })
}

fn data(spots: impl IntoIterator<Item = Spot>, closed: bool) -> String {
    let mut path = String::new();
    for (index, (x, y)) in spots.into_iter().enumerate() {
        let _ = write!(path, "{}{x:.2} {y:.2}", if index == 0 { 'M' } else { 'L' });
    }
    if closed {
        path.push('Z');
    }
    path
}

fn paint(property: &str, colour: Colour) -> String {
    let Colour { red, green, blue, alpha } = colour;
    let opacity = if alpha < 255 {
        format!(" {property}-opacity=\"{:.3}\"", f32::from(alpha) / 255.0)
    } else {
        String::new()
    };
    format!("{property}=\"#{red:02x}{green:02x}{blue:02x}\"{opacity}")
}

fn area(file: &mut String, points: &[Spot], colour: Colour) {
    if !colour.is_clear() {
        let _ =
            writeln!(file, "<path d=\"{}\" {}/>", data(points.iter().copied(), true), paint("fill", colour));
    }
}

fn line(file: &mut String, points: &[Spot], width: f32, colour: Colour, dashes: &[f32]) {
    if colour.is_clear() || points.len() < 2 || width <= 0.0 {
        return;
    }
    let dashes: Vec<String> = dashes.iter().map(|length| format!("{length:.2}")).collect();
    let dashed =
        if dashes.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{}\"", dashes.join(" ")) };
    let _ = writeln!(
        file,
        "<path d=\"{}\" fill=\"none\" stroke-width=\"{width:.2}\" stroke-linejoin=\"round\"{dashed} {}/>",
        data(points.iter().copied(), false),
        paint("stroke", colour),
    );
}
