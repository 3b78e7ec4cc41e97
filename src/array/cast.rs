//! Arrays of other types.

use super::datetime::{self, NAT};
use super::error::{ArrayError, Result, value, wrong_type};
use super::{Array, DType, Kind, Scalar, Storage};
use std::rc::Rc;

/// A number that any other becomes, as C does it: whole numbers wrap, what is no whole number is the lowest.
pub trait FromWide: Sized {
    /// From a signed number.
    fn of_i64(number: i64) -> Self;
    /// From an unsigned number.
    fn of_u64(number: u64) -> Self;
    /// From a fraction.
    fn of_f64(number: f64) -> Self;
}

macro_rules! whole_numbers {
    ($($rust:ty)*) => {
        $(impl FromWide for $rust {
            fn of_i64(number: i64) -> Self {
                number as Self
            }

            fn of_u64(number: u64) -> Self {
                number as Self
            }

            fn of_f64(number: f64) -> Self {
                const END: f64 = 9_223_372_036_854_775_808.0;
                if (-END..END).contains(&number) {
                    number as i64 as Self
                } else if number >= END && number < 2.0 * END {
                    number as u64 as Self
                } else {
                    i64::MIN as Self
                }
            }
        })*
    };
}

whole_numbers! { i8 i16 i32 i64 u8 u16 u32 u64 }

macro_rules! fractions {
    ($($rust:ty)*) => {
        $(impl FromWide for $rust {
            fn of_i64(number: i64) -> Self {
                number as Self
            }

            fn of_u64(number: u64) -> Self {
                number as Self
            }

            fn of_f64(number: f64) -> Self {
                number as Self
            }
        })*
    };
}

fractions! { f32 f64 }

impl Array {
    /// The elements as another type; itself, not a copy, when it has that type.
    ///
    /// # Errors
    /// When an element cannot be one of that type.
    pub fn cast(&self, dtype: DType) -> Result<Self> {
        if self.dtype == dtype {
            return Ok(self.clone());
        }
        // Keeps the order of axes in memory, as numpy does.
        if self.ndim() > 1 && !self.is_contiguous() && self.is_fortran() {
            return Ok(self.transposed().cast(dtype)?.transposed());
        }
        match (self.dtype, dtype) {
            (DType::Str(_), DType::Str(0)) => Ok(self.clone()),
            (DType::Str(_), DType::Str(width)) => Ok(self.truncated(width)),
            (_, DType::Str(width)) => self.to_text(width),
            (DType::Str(_), _) if dtype != DType::Object => self.parse_text(dtype),
            (_, DType::Object) | (DType::Object, _) => {
                wrong_type(format!("cannot cast {} to {dtype} here", self.dtype))
            }
            (DType::DateTime(from), DType::DateTime(to)) => {
                Ok(self.map_ticks(dtype, |ticks| datetime::convert_point(ticks, from, to)))
            }
            (DType::TimeDelta(from), DType::TimeDelta(to)) => {
                Ok(self.map_ticks(dtype, |ticks| datetime::convert_span(ticks, from, to)))
            }
            (DType::DateTime(_), DType::TimeDelta(_)) | (DType::TimeDelta(_), DType::DateTime(_)) => {
                wrong_type(format!("Cannot cast {} to {dtype}", self.dtype))
            }
            (_, DType::DateTime(_) | DType::TimeDelta(_)) => Ok(self.cast(DType::Int64)?.with_dtype(dtype)),
            (DType::DateTime(_) | DType::TimeDelta(_), DType::Int64) => Ok(self.clone().with_dtype(dtype)),
            (DType::DateTime(_) | DType::TimeDelta(_), _) => {
                self.clone().with_dtype(DType::Int64).cast(dtype)
            }
            (_, DType::Bool) => Ok(Self::from_bool(&self.shape, self.truths())),
            (_, DType::Int8) => Ok(self.numbers::<i8>()),
            (_, DType::Int16) => Ok(self.numbers::<i16>()),
            (_, DType::Int32) => Ok(self.numbers::<i32>()),
            (_, DType::Int64) => Ok(self.numbers::<i64>()),
            (_, DType::UInt8) => Ok(self.numbers::<u8>()),
            (_, DType::UInt16) => Ok(self.numbers::<u16>()),
            (_, DType::UInt32) => Ok(self.numbers::<u32>()),
            (_, DType::UInt64) => Ok(self.numbers::<u64>()),
            (_, DType::Float32) => Ok(self.numbers::<f32>()),
            (_, DType::Float64) => Ok(self.numbers::<f64>()),
        }
    }

    fn numbers<T: FromWide + super::Element>(&self) -> Self {
        macro_rules! each {
            ($from:ty, $convert:expr) => {
                self.values::<$from>().map(|values| values.iter().map($convert).collect())
            };
        }
        let values: Option<Vec<T>> = match &self.storage {
            Storage::Bool(_) => each!(bool, |value| T::of_i64((*value).into())),
            Storage::Int8(_) => each!(i8, |value| T::of_i64((*value).into())),
            Storage::Int16(_) => each!(i16, |value| T::of_i64((*value).into())),
            Storage::Int32(_) => each!(i32, |value| T::of_i64((*value).into())),
            Storage::Int64(_) => each!(i64, |value| T::of_i64(*value)),
            Storage::UInt8(_) => each!(u8, |value| T::of_u64((*value).into())),
            Storage::UInt16(_) => each!(u16, |value| T::of_u64((*value).into())),
            Storage::UInt32(_) => each!(u32, |value| T::of_u64((*value).into())),
            Storage::UInt64(_) => each!(u64, |value| T::of_u64(*value)),
            Storage::Float32(_) => each!(f32, |value| T::of_f64((*value).into())),
            Storage::Float64(_) => each!(f64, |value| T::of_f64(*value)),
            Storage::Str(_) | Storage::Object(_) => None,
        };
        Self::from_vec(&self.shape, values.unwrap_or_default())
    }

    fn map_ticks(&self, dtype: DType, convert: impl Fn(i64) -> i64) -> Self {
        let ticks = self.values::<i64>().map(|ticks| ticks.iter().map(|ticks| convert(*ticks)).collect());
        Self::from_vec::<i64>(&self.shape, ticks.unwrap_or_default()).with_dtype(dtype)
    }

    /// Which elements count as true.
    pub fn truths(&self) -> Vec<bool> {
        macro_rules! each {
            ($from:ty, $test:expr) => {
                self.values::<$from>().map(|values| values.iter().map($test).collect()).unwrap_or_default()
            };
        }
        match &self.storage {
            Storage::Bool(_) => self.to_vec().unwrap_or_default(),
            Storage::Int8(_) => each!(i8, |value| *value != 0),
            Storage::Int16(_) => each!(i16, |value| *value != 0),
            Storage::Int32(_) => each!(i32, |value| *value != 0),
            Storage::Int64(_) => each!(i64, |value| *value != 0),
            Storage::UInt8(_) => each!(u8, |value| *value != 0),
            Storage::UInt16(_) => each!(u16, |value| *value != 0),
            Storage::UInt32(_) => each!(u32, |value| *value != 0),
            Storage::UInt64(_) => each!(u64, |value| *value != 0),
            Storage::Float32(_) => each!(f32, |value| *value != 0.0),
            Storage::Float64(_) => each!(f64, |value| *value != 0.0),
            Storage::Str(_) => each!(Rc<str>, |value| !value.is_empty()),
            Storage::Object(_) => vec![true; self.size()],
        }
    }

    fn truncated(&self, width: usize) -> Self {
        let texts = self.values::<Rc<str>>().map(|texts| {
            let cut = |text: &Rc<str>| match text.char_indices().nth(width) {
                Some((end, _)) => Rc::from(text.get(..end).unwrap_or(text)),
                None => text.clone(),
            };
            texts.iter().map(cut).collect()
        });
        Self::from_vec::<Rc<str>>(&self.shape, texts.unwrap_or_default()).with_dtype(DType::Str(width))
    }

    fn to_text(&self, width: usize) -> Result<Self> {
        if self.dtype == DType::Object {
            return wrong_type("cannot cast object to text here");
        }
        let texts: Vec<Rc<str>> =
            self.scalars().iter().map(|scalar| Rc::from(scalar.show(self.dtype))).collect();
        let whole = Self::from_vec(&self.shape, texts).with_dtype(DType::Str(self.dtype.text_width()));
        Ok(if width == 0 { whole } else { whole.truncated(width) })
    }

    fn parse_text(&self, dtype: DType) -> Result<Self> {
        let texts = self.values::<Rc<str>>().map(super::Values::into_vec).unwrap_or_default();
        if let DType::DateTime(unit) = dtype {
            return self.parse_points(&texts, unit);
        }
        let read = |text: &Rc<str>| -> Result<Scalar> { parse_number(text, dtype.kind()) };
        let scalars = texts.iter().map(read).collect::<Result<Vec<_>>>()?;
        match dtype.kind() {
            Kind::Float => {
                let numbers = scalars.iter().filter_map(Scalar::to_f64).collect();
                Self::from_f64(&self.shape, numbers).cast(dtype)
            }
            Kind::Bool => {
                Ok(Self::from_bool(&self.shape, texts.iter().map(|text| !text.is_empty()).collect()))
            }
            _ => {
                let numbers = scalars
                    .iter()
                    .map(|scalar| if let Scalar::Int(number) = scalar { *number } else { NAT })
                    .collect();
                Self::from_i64(&self.shape, numbers).cast(dtype)
            }
        }
    }

    fn parse_points(&self, texts: &[Rc<str>], unit: datetime::Unit) -> Result<Self> {
        let points = texts.iter().map(|text| datetime::parse_point(text)).collect::<Result<Vec<_>>>()?;
        let finest = points.iter().map(|(_, unit)| *unit).max().unwrap_or(datetime::Unit::Generic);
        let unit = if unit == datetime::Unit::Generic { finest } else { unit };
        let ticks = points.iter().map(|(ticks, from)| datetime::convert_point(*ticks, *from, unit)).collect();
        Ok(Self::from_ticks(&self.shape, ticks, DType::DateTime(unit)))
    }
}

fn parse_number(text: &str, kind: Kind) -> Result<Scalar> {
    let trimmed = text.trim();
    match kind {
        Kind::Float => match parse_float(trimmed) {
            Some(number) => Ok(Scalar::Float(number)),
            None => value(format!("could not convert string to float: {}", told(text))),
        },
        Kind::Bool => Ok(Scalar::Bool(!text.is_empty())),
        _ => trimmed.parse().map(Scalar::Int).map_err(|_| {
            ArrayError::Value(format!("invalid literal for int() with base 10: {}", told(text)))
        }),
    }
}

/// An element that is a text, as an error tells it.
fn told(text: &str) -> String {
    format!("np.str_({})", super::print::quoted(text))
}

/// A number as Python's `float` reads it.
pub fn parse_float(text: &str) -> Option<f64> {
    let clean = text.trim().replace('_', "");
    match clean.to_ascii_lowercase().trim_start_matches(['+', '-']) {
        "nan" => Some(f64::NAN),
        "inf" | "infinity" => Some(if clean.starts_with('-') { f64::NEG_INFINITY } else { f64::INFINITY }),
        digits if digits.starts_with(|c: char| c.is_ascii_digit() || c == '.') => clean.parse().ok(),
        _ => None,
    }
}
