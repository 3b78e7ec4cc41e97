//! The shapes of marks, about their middle, one unit large, with y downwards.

use super::picture::Spot;
use std::f32::consts::{PI, TAU};

/// A mark's contours, and whether they can be filled.
pub struct Shape {
    /// The lines.
    pub contours: Vec<Vec<Spot>>,
    /// Whether they are closed.
    pub closed: bool,
    /// Its size to that which is asked for.
    pub scale: f32,
}

/// The shape that matplotlib's `sign` stands for; none for a sign that stands for nothing.
pub fn shape(sign: &str) -> Option<Shape> {
    let closed = |points: Vec<Spot>| Some(Shape { contours: vec![points], closed: true, scale: 1.0 });
    let open = |contours: Vec<Vec<Spot>>| Some(Shape { contours, closed: false, scale: 1.0 });
    match sign {
        "o" => closed(ring(0.5)),
        "." => Some(Shape { contours: vec![ring(0.5)], closed: true, scale: 0.5 }),
        "," => Some(Shape { contours: vec![square()], closed: true, scale: 0.0 }),
        "s" => closed(square()),
        "D" => closed(polygon(4, 0.5 * 2f32.sqrt(), 0.0)),
        "d" => closed(polygon(4, 0.5 * 2f32.sqrt(), 0.0).into_iter().map(|(x, y)| (x * 0.6, y)).collect()),
        "^" => closed(vec![(0.0, -0.5), (0.5, 0.5), (-0.5, 0.5)]),
        "v" => closed(vec![(0.0, 0.5), (-0.5, -0.5), (0.5, -0.5)]),
        "<" => closed(vec![(-0.5, 0.0), (0.5, -0.5), (0.5, 0.5)]),
        ">" => closed(vec![(0.5, 0.0), (-0.5, 0.5), (-0.5, -0.5)]),
        "p" => closed(polygon(5, 0.5, 0.0)),
        "h" => closed(polygon(6, 0.5, 0.0)),
        "H" => closed(polygon(6, 0.5, PI / 6.0)),
        "8" => closed(polygon(8, 0.5, PI / 8.0)),
        "*" => closed(star(5, 0.5, 0.381_966)),
        "P" => closed(plus()),
        "X" => closed(plus().into_iter().map(|(x, y)| ((x - y) * 0.707, (x + y) * 0.707)).collect()),
        "+" => open(vec![vec![(-0.5, 0.0), (0.5, 0.0)], vec![(0.0, -0.5), (0.0, 0.5)]]),
        "x" => open(vec![vec![(-0.5, -0.5), (0.5, 0.5)], vec![(-0.5, 0.5), (0.5, -0.5)]]),
        "|" => open(vec![vec![(0.0, -0.5), (0.0, 0.5)]]),
        "_" => open(vec![vec![(-0.5, 0.0), (0.5, 0.0)]]),
        "1" | "2" | "3" | "4" => open(spokes(sign)),
        _ => None,
    }
}

fn ring(radius: f32) -> Vec<Spot> {
    const CORNERS: u8 = 28;
    (0..CORNERS)
        .map(|corner| {
            let angle = TAU * f32::from(corner) / f32::from(CORNERS);
            (radius * angle.cos(), radius * angle.sin())
        })
        .collect()
}

fn square() -> Vec<Spot> {
    vec![(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)]
}

fn polygon(corners: u8, radius: f32, turn: f32) -> Vec<Spot> {
    (0..corners)
        .map(|corner| {
            let angle = TAU * f32::from(corner) / f32::from(corners) + turn;
            (radius * angle.sin(), -radius * angle.cos())
        })
        .collect()
}

fn star(tips: u8, radius: f32, inner: f32) -> Vec<Spot> {
    (0..tips * 2)
        .map(|corner| {
            let angle = PI * f32::from(corner) / f32::from(tips);
            let reach = if corner % 2 == 0 { radius } else { radius * inner };
            (reach * angle.sin(), -reach * angle.cos())
        })
        .collect()
}

fn plus() -> Vec<Spot> {
    let (near, far) = (1.0 / 6.0, 0.5);
    vec![
        (-near, -far),
        (near, -far),
        (near, -near),
        (far, -near),
        (far, near),
        (near, near),
        (near, far),
        (-near, far),
        (-near, near),
        (-far, near),
        (-far, -near),
        (-near, -near),
    ]
}

fn spokes(sign: &str) -> Vec<Vec<Spot>> {
    let start = match sign {
        "1" => PI,
        "2" => 0.0,
        "3" => -PI / 2.0,
        _ => PI / 2.0,
    };
    let spoke = |index: u8| {
        let angle = start + TAU * f32::from(index) / 3.0;
        vec![(0.0, 0.0), (0.5 * angle.sin(), -0.5 * angle.cos())]
    };
    (0..3).map(spoke).collect()
}
