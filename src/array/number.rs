//! What arithmetic means for each type of number: whole numbers wrap and division rounds down, as in numpy.

use super::cast::FromWide;
use super::storage::Element;

/// What went on while computing that numpy warns of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// Something was divided by zero.
    pub divide: bool,
    /// A result was too large.
    pub overflow: bool,
    /// A result is not a number.
    pub invalid: bool,
}

impl Flags {
    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            divide: self.divide || other.divide,
            overflow: self.overflow || other.overflow,
            invalid: self.invalid || other.invalid,
        }
    }
}

/// A number type.
pub trait Number: Element + Copy + PartialOrd + FromWide {
    /// Nothing.
    const ZERO: Self;
    /// One.
    const ONE: Self;
    /// Whether it can have a fraction.
    const IS_FLOAT: bool;
    /// The sum.
    fn plus(self, other: Self) -> Self;
    /// The difference.
    fn minus(self, other: Self) -> Self;
    /// The product.
    fn times(self, other: Self) -> Self;
    /// The quotient, rounded down; 0 for whole numbers divided by zero.
    fn floor_divided(self, other: Self) -> Self;
    /// What is left of that, with the sign of the divisor.
    fn remainder(self, other: Self) -> Self;
    /// What is left of the quotient rounded to zero, with the sign of the dividend.
    fn c_remainder(self, other: Self) -> Self;
    /// The power.
    fn power(self, other: Self) -> Self;
    /// Without sign.
    fn magnitude(self) -> Self;
    /// With the other sign.
    fn negated(self) -> Self;
    /// -1, 0 or 1.
    fn signum(self) -> Self;
    /// As a fraction.
    fn wide(self) -> f64;
    /// As a whole number.
    fn wide_i64(self) -> i64;
    /// Whether it is not a number.
    fn is_nan(self) -> bool;
}

macro_rules! whole {
    ($($rust:ty, $magnitude:expr, $signum:expr;)*) => {
        $(impl Number for $rust {
            const ZERO: Self = 0;
            const ONE: Self = 1;
            const IS_FLOAT: bool = false;

            fn plus(self, other: Self) -> Self {
                self.wrapping_add(other)
            }

            fn minus(self, other: Self) -> Self {
                self.wrapping_sub(other)
            }

            fn times(self, other: Self) -> Self {
                self.wrapping_mul(other)
            }

            #[allow(unused_comparisons)]
            fn floor_divided(self, other: Self) -> Self {
                if other == 0 {
                    return 0;
                }
                let quotient = self.wrapping_div(other);
                if self.wrapping_rem(other) != 0 && ((self < 0) != (other < 0)) { quotient - 1 } else { quotient }
            }

            #[allow(unused_comparisons)]
            fn remainder(self, other: Self) -> Self {
                if other == 0 {
                    return 0;
                }
                let rest = self.wrapping_rem(other);
                if rest != 0 && ((rest < 0) != (other < 0)) { rest + other } else { rest }
            }

            fn c_remainder(self, other: Self) -> Self {
                if other == 0 { 0 } else { self.wrapping_rem(other) }
            }

            #[allow(unused_comparisons)]
            fn power(self, other: Self) -> Self {
                let (mut base, mut left, mut result) = (self, other, 1 as Self);
                while left > 0 {
                    if left & 1 == 1 {
                        result = result.wrapping_mul(base);
                    }
                    base = base.wrapping_mul(base);
                    left >>= 1;
                }
                result
            }

            fn magnitude(self) -> Self {
                $magnitude(self)
            }

            fn negated(self) -> Self {
                (0 as Self).wrapping_sub(self)
            }

            fn signum(self) -> Self {
                $signum(self)
            }

            fn wide(self) -> f64 {
                self as f64
            }

            fn wide_i64(self) -> i64 {
                self as i64
            }

            fn is_nan(self) -> bool {
                false
            }
        })*
    };
}

whole! {
    i8, i8::wrapping_abs, i8::signum;
    i16, i16::wrapping_abs, i16::signum;
    i32, i32::wrapping_abs, i32::signum;
    i64, i64::wrapping_abs, i64::signum;
    u8, std::convert::identity, |number: u8| number.min(1);
    u16, std::convert::identity, |number: u16| number.min(1);
    u32, std::convert::identity, |number: u32| number.min(1);
    u64, std::convert::identity, |number: u64| number.min(1);
}

macro_rules! fraction {
    ($($rust:ty)*) => {
        $(impl Number for $rust {
            const ZERO: Self = 0.0;
            const ONE: Self = 1.0;
            const IS_FLOAT: bool = true;

            fn plus(self, other: Self) -> Self {
                self + other
            }

            fn minus(self, other: Self) -> Self {
                self - other
            }

            fn times(self, other: Self) -> Self {
                self * other
            }

            fn floor_divided(self, other: Self) -> Self {
                if other == 0.0 {
                    return self / other;
                }
                let rest = self % other;
                let mut quotient = (self - rest) / other;
                if rest != 0.0 && ((other < 0.0) != (rest < 0.0)) {
                    quotient -= 1.0;
                }
                if quotient == 0.0 {
                    return (0.0 as Self).copysign(self / other);
                }
                let floor = quotient.floor();
                if quotient - floor > 0.5 { floor + 1.0 } else { floor }
            }

            fn remainder(self, other: Self) -> Self {
                let rest = self % other;
                if rest == 0.0 {
                    (0.0 as Self).copysign(other)
                } else if (other < 0.0) != (rest < 0.0) {
                    rest + other
                } else {
                    rest
                }
            }

            fn c_remainder(self, other: Self) -> Self {
                self % other
            }

            fn power(self, other: Self) -> Self {
                if other == 2.0 { self * self } else { self.powf(other) }
            }

            fn magnitude(self) -> Self {
                self.abs()
            }

            fn negated(self) -> Self {
                -self
            }

            fn signum(self) -> Self {
                if self > 0.0 {
                    1.0
                } else if self < 0.0 {
                    -1.0
                } else {
                    self + 0.0
                }
            }

            fn wide(self) -> f64 {
                self.into()
            }

            fn wide_i64(self) -> i64 {
                self as i64
            }

            fn is_nan(self) -> bool {
                self.is_nan()
            }
        })*
    };
}

fraction! { f32 f64 }
