//! Single elements.

use super::datetime;
use super::storage::Object;
use super::{Array, DType, Storage};
use std::rc::Rc;

/// One element, in the widest form of its kind.
#[derive(Clone, Debug)]
pub enum Scalar {
    /// A truth value.
    Bool(bool),
    /// A signed number, or the ticks of a time.
    Int(i64),
    /// An unsigned number.
    UInt(u64),
    /// A number with a fraction.
    Float(f64),
    /// Text.
    Str(Rc<str>),
    /// A value of the host language.
    Object(Object),
}

impl Scalar {
    /// The number, if it is one.
    pub fn to_f64(&self) -> Option<f64> {
        Some(match self {
            Self::Bool(truth) => f64::from(u8::from(*truth)),
            Self::Int(number) => *number as f64,
            Self::UInt(number) => *number as f64,
            Self::Float(number) => *number,
            Self::Str(_) | Self::Object(_) => return None,
        })
    }

    /// As an array without dimensions.
    pub fn to_array(&self, dtype: DType) -> Array {
        let wide = match self {
            Self::Bool(truth) => Array::single(*truth),
            Self::Int(number) if dtype.is_time() => return Array::single(*number).with_dtype(dtype),
            Self::Int(number) => Array::single(*number),
            Self::UInt(number) => Array::single(*number),
            Self::Float(number) => Array::single(*number),
            Self::Str(text) => return Array::from_texts(&[], vec![text.clone()]),
            Self::Object(object) => Array::single(object.clone()),
        };
        wide.cast(dtype).unwrap_or(wide)
    }

    /// How numpy prints it by itself.
    pub fn show(&self, dtype: DType) -> String {
        match (self, dtype) {
            (Self::Int(ticks), DType::DateTime(unit)) => datetime::show_point(*ticks, unit),
            (Self::Int(ticks), DType::TimeDelta(unit)) => {
                if *ticks == datetime::NAT {
                    "NaT".into()
                } else {
                    format!("{ticks} {}s", super::print::unit_word(unit))
                }
            }
            (Self::Bool(truth), _) => if *truth { "True" } else { "False" }.into(),
            (Self::Int(number), _) => number.to_string(),
            (Self::UInt(number), _) => number.to_string(),
            (Self::Float(number), DType::Float32) => {
                super::print::single_float(f64::from(*number as f32), true)
            }
            (Self::Float(number), _) => super::print::single_float(*number, false),
            (Self::Str(text), _) => text.to_string(),
            (Self::Object(_), _) => "object".into(),
        }
    }
}

impl Array {
    /// The element at a place of the buffer.
    fn at_place(&self, place: usize) -> Option<Scalar> {
        macro_rules! read {
            ($buffer:expr, $make:expr) => {
                $buffer.borrow().get(place).map($make)
            };
        }
        match &self.storage {
            Storage::Bool(buffer) => read!(buffer, |value| Scalar::Bool(*value)),
            Storage::Int8(buffer) => read!(buffer, |value| Scalar::Int((*value).into())),
            Storage::Int16(buffer) => read!(buffer, |value| Scalar::Int((*value).into())),
            Storage::Int32(buffer) => read!(buffer, |value| Scalar::Int((*value).into())),
            Storage::Int64(buffer) => read!(buffer, |value| Scalar::Int(*value)),
            Storage::UInt8(buffer) => read!(buffer, |value| Scalar::UInt((*value).into())),
            Storage::UInt16(buffer) => read!(buffer, |value| Scalar::UInt((*value).into())),
            Storage::UInt32(buffer) => read!(buffer, |value| Scalar::UInt((*value).into())),
            Storage::UInt64(buffer) => read!(buffer, |value| Scalar::UInt(*value)),
            Storage::Float32(buffer) => read!(buffer, |value| Scalar::Float((*value).into())),
            Storage::Float64(buffer) => read!(buffer, |value| Scalar::Float(*value)),
            Storage::Str(buffer) => read!(buffer, |value| Scalar::Str(value.clone())),
            Storage::Object(buffer) => read!(buffer, |value| Scalar::Object(value.clone())),
        }
    }

    /// The first element.
    pub fn first(&self) -> Option<Scalar> {
        if self.size() == 0 { None } else { self.at_place(self.offset) }
    }

    /// The element at a place in C order.
    pub fn item(&self, flat: usize) -> Option<Scalar> {
        let mut rest = flat;
        let mut place = self.offset as isize;
        for (length, stride) in self.shape.iter().zip(&self.strides).rev() {
            let length = (*length).max(1);
            place += (rest % length) as isize * stride;
            rest /= length;
        }
        if flat < self.size() { self.at_place(place as usize) } else { None }
    }

    /// All elements in C order.
    pub fn scalars(&self) -> Vec<Scalar> {
        self.positions().filter_map(|place| self.at_place(place)).collect()
    }
}
