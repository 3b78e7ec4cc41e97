//! From values to places and back: one axis laid along a stretch of pixels. Knows no mark.

use super::Range;

/// An axis laid along a stretch of pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    domain: Range,
    log: bool,
    /// Where the low end of the domain stands.
    start: f64,
    /// Where its high end stands; above `start` or below.
    end: f64,
}

impl Projection {
    /// `domain` along the pixels from `start` to `end` (which may run backwards). A logarithmic axis needs a
    /// domain above zero.
    pub fn new(domain: Range, log: bool, start: f64, end: f64) -> Self {
        Self { domain, log: log && domain.low > 0.0, start, end }
    }

    /// What it shows.
    pub fn domain(&self) -> Range {
        self.domain
    }

    /// Whether equal ratios are equal distances.
    pub fn is_log(&self) -> bool {
        self.log
    }

    /// The place of `value`, also outside the stretch; none for what has no place.
    pub fn project(&self, value: f64) -> Option<f64> {
        let share = if self.log {
            if value <= 0.0 {
                return None;
            }
            (value / self.domain.low).ln() / (self.domain.high / self.domain.low).ln()
        } else {
            (value - self.domain.low) / self.domain.span()
        };
        // Far outside is as good as outside; a canvas loses its mind on larger numbers.
        let place = self.start + share.clamp(-1e4, 1e4) * (self.end - self.start);
        place.is_finite().then_some(place)
    }

    /// The value at `place`.
    pub fn invert(&self, place: f64) -> f64 {
        let share = (place - self.start) / (self.end - self.start);
        if self.log {
            self.domain.low * (self.domain.high / self.domain.low).powf(share)
        } else {
            self.domain.low + share * self.domain.span()
        }
    }

    /// How many pixels a difference of one takes: the width of a category.
    pub fn unit(&self) -> f64 {
        ((self.end - self.start) / self.domain.span()).abs()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(domain: (f64, f64), log: bool, value: f64, expected: Option<f64>) {
        let range = Range { low: domain.0, high: domain.1 };
        let projection = Projection::new(range, log, 100.0, 0.0);
        let found = projection.project(value);
        match (found, expected) {
            (Some(a), Some(b)) => {
                assert!((a - b).abs() < 1e-9, "{a} is not {b}");
                assert!((projection.invert(a) - value).abs() < 1e-9 * value.abs().max(1.0));
            }
            _ => assert_eq!(found, expected),
        }
    }

    #[test]
    fn values_become_places() {
        check((0.0, 10.0), false, 2.5, Some(75.0));
        check((0.0, 10.0), false, 12.0, Some(-20.0));
        check((0.0, 10.0), false, f64::NAN, None);
        check((1.0, 100.0), true, 10.0, Some(50.0));
        check((1.0, 100.0), true, 0.0, None);
        check((-0.5, 3.5), false, 0.0, Some(87.5));
    }

    #[test]
    fn a_range_without_length_has_no_places() {
        check((1.0, 1.0), false, 1.0, None);
    }

    #[test]
    fn far_outside_stays_in_bounds() {
        let projection = Projection::new(Range { low: 0.0, high: 1e-300 }, false, 0.0, 100.0);
        assert_eq!(projection.project(1e300), Some(1e6));
    }
}
