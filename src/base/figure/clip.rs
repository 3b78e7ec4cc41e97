//! Lines cut at the edges of the plot. Knows only places.

/// A place on the surface.
pub type Place = (f64, f64);

/// A rectangle on the surface, `left <= right`, `top <= bottom`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The smaller x.
    pub left: f64,
    /// The smaller y.
    pub top: f64,
    /// The larger x.
    pub right: f64,
    /// The larger y.
    pub bottom: f64,
}

impl Rect {
    /// Its horizontal extent.
    pub fn width(self) -> f64 {
        self.right - self.left
    }

    /// Its vertical extent.
    pub fn height(self) -> f64 {
        self.bottom - self.top
    }

    /// Whether `place` is in it, `slack` more on every side.
    pub fn contains(self, place: Place, slack: f64) -> bool {
        (self.left - slack..=self.right + slack).contains(&place.0)
            && (self.top - slack..=self.bottom + slack).contains(&place.1)
    }
}

/// The pieces of a line through `places` that lie in `rect`; a missing place breaks it. A piece of one place
/// is a lone point.
pub fn pieces(places: impl IntoIterator<Item = Option<Place>>, rect: Rect) -> Vec<Vec<Place>> {
    let mut out: Vec<Vec<Place>> = Vec::new();
    let mut piece: Vec<Place> = Vec::new();
    let mut before: Option<Place> = None;
    for place in places {
        match (before, place) {
            (_, None) => flush(&mut piece, &mut out),
            (None, Some(place)) => {
                if rect.contains(place, 1e-6) {
                    piece.push(place);
                }
            }
            (Some(from), Some(to)) => match segment(from, to, rect) {
                Some((start, end)) => {
                    if piece.last() != Some(&start) {
                        flush(&mut piece, &mut out);
                        piece.push(start);
                    }
                    piece.push(end);
                    if end != to {
                        flush(&mut piece, &mut out);
                    }
                }
                None => flush(&mut piece, &mut out),
            },
        }
        before = place;
    }
    flush(&mut piece, &mut out);
    out
}

fn flush(piece: &mut Vec<Place>, out: &mut Vec<Vec<Place>>) {
    if !piece.is_empty() {
        out.push(std::mem::take(piece));
    }
}

/// The part of a segment in `rect` (Liang and Barsky).
fn segment(from: Place, to: Place, rect: Rect) -> Option<(Place, Place)> {
    if rect.contains(from, 1e-6) && rect.contains(to, 1e-6) {
        return Some((from, to));
    }
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (mut enter, mut leave) = (0.0f64, 1.0f64);
    let sides = [
        (-dx, from.0 - rect.left),
        (dx, rect.right - from.0),
        (-dy, from.1 - rect.top),
        (dy, rect.bottom - from.1),
    ];
    for (towards, room) in sides {
        if towards == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if towards < 0.0 {
            enter = enter.max(room / towards);
        } else {
            leave = leave.min(room / towards);
        }
    }
    let at = |share: f64| (from.0 + share * dx, from.1 + share * dy);
    let end = if leave >= 1.0 { to } else { at(leave) };
    (enter < leave).then(|| (if enter <= 0.0 { from } else { at(enter) }, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECT: Rect = Rect { left: 0.0, top: 0.0, right: 10.0, bottom: 10.0 };

    #[track_caller]
    fn check(places: &[Option<Place>], expected: &[&[Place]]) {
        assert_eq!(pieces(places.iter().copied(), RECT), expected);
    }

    #[test]
    fn lines_are_cut_at_gaps_and_edges() {
        check(&[], &[]);
        check(&[Some((1.0, 1.0))], &[&[(1.0, 1.0)]]);
        check(
            &[Some((1.0, 1.0)), Some((2.0, 2.0)), None, Some((3.0, 3.0))],
            &[&[(1.0, 1.0), (2.0, 2.0)], &[(3.0, 3.0)]],
        );
        check(
            &[Some((5.0, 5.0)), Some((5.0, 20.0)), Some((8.0, 20.0)), Some((8.0, 5.0))],
            &[&[(5.0, 5.0), (5.0, 10.0)], &[(8.0, 10.0), (8.0, 5.0)]],
        );
        check(&[Some((-5.0, 5.0)), Some((15.0, 5.0))], &[&[(0.0, 5.0), (10.0, 5.0)]]);
        check(&[Some((-5.0, -5.0)), Some((-1.0, 20.0))], &[]);
    }
}
