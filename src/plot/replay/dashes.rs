//! Lines cut into dashes, outlines closed without a notch.

use super::super::picture::Spot;

/// Makes an outline a line that returns to where it began, half way along its first edge: there its ends meet without
/// a notch.
pub fn close(outline: &mut Vec<Spot>) {
    if let [first, second, ..] = outline[..] {
        let middle = ((first.0 + second.0) / 2.0, (first.1 + second.1) / 2.0);
        outline.push(first);
        outline.push(middle);
        if let Some(start) = outline.first_mut() {
            *start = middle;
        }
    }
}

/// No line is cut into more dashes than this.
const DASHES: usize = 100_000;

/// The drawn pieces of a dashed line.
pub fn dashed(points: &[Spot], pattern: &[f32]) -> Vec<Vec<Spot>> {
    let mut lengths = pattern.iter().copied().cycle();
    let (Some(mut left), Some(mut here)) = (lengths.next(), points.first().copied()) else {
        return Vec::new();
    };
    if pattern.iter().sum::<f32>() < 0.01 {
        return vec![points.to_vec()];
    }
    let (mut pieces, mut piece, mut drawn) = (Vec::new(), vec![here], true);
    for next in points.iter().skip(1) {
        loop {
            let (dx, dy) = (next.0 - here.0, next.1 - here.1);
            let length = dx.hypot(dy);
            if !length.is_finite() || pieces.len() > DASHES {
                return pieces;
            }
            if length <= left {
                left -= length;
                here = *next;
                piece.extend(drawn.then_some(here));
                break;
            }
            here = (here.0 + dx * left / length, here.1 + dy * left / length);
            if drawn {
                piece.push(here);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![here];
            }
            drawn = !drawn;
            left = lengths.next().unwrap_or(1.0);
        }
    }
    if piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}
