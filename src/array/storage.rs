//! Where elements lie: one shared vector an array and all its views.

use super::dtype::DType;
use super::error::{ArrayError, Result};
use std::any::Any;
use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

/// Elements that several arrays may look at.
pub type Buffer<T> = Rc<RefCell<Vec<T>>>;

/// Bytes that one array may have.
const MOST_BYTES: usize = 1 << 31;

/// From so many bytes on it is tried whether they are to be had.
const TRIED_BYTES: usize = 1 << 26;

/// A value of the host language, which arrays only carry.
#[derive(Clone)]
pub struct Object(pub Rc<dyn Any>);

impl fmt::Debug for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Object")
    }
}

impl Default for Object {
    fn default() -> Self {
        Self(Rc::new(()))
    }
}

/// The elements of an array and of its views.
#[derive(Clone, Debug)]
pub enum Storage {
    /// Truth values.
    Bool(Buffer<bool>),
    /// `int8`
    Int8(Buffer<i8>),
    /// `int16`
    Int16(Buffer<i16>),
    /// `int32`
    Int32(Buffer<i32>),
    /// `int64` and times.
    Int64(Buffer<i64>),
    /// `uint8`
    UInt8(Buffer<u8>),
    /// `uint16`
    UInt16(Buffer<u16>),
    /// `uint32`
    UInt32(Buffer<u32>),
    /// `uint64`
    UInt64(Buffer<u64>),
    /// `float32`
    Float32(Buffer<f32>),
    /// `float64`
    Float64(Buffer<f64>),
    /// Text.
    Str(Buffer<Rc<str>>),
    /// Values of the host language.
    Object(Buffer<Object>),
}

/// A Rust type that elements can have.
pub trait Element: Clone + fmt::Debug + 'static {
    /// The type that an array of these has by itself.
    const DTYPE: DType;
    /// What a place holds that nobody filled.
    fn empty() -> Self;
    /// The buffer, when it holds this type.
    fn buffer(storage: &Storage) -> Option<&Buffer<Self>>;
    /// A new storage.
    fn storage(values: Vec<Self>) -> Storage;
}

macro_rules! dtype {
    (Str) => {
        DType::Str(0)
    };
    ($variant:ident) => {
        DType::$variant
    };
}

macro_rules! elements {
    ($($variant:ident $rust:ty, $empty:expr;)*) => {
        $(impl Element for $rust {
            const DTYPE: DType = dtype!($variant);

            fn empty() -> Self {
                $empty
            }

            fn buffer(storage: &Storage) -> Option<&Buffer<Self>> {
                match storage {
                    Storage::$variant(buffer) => Some(buffer),
                    _ => None,
                }
            }

            fn storage(values: Vec<Self>) -> Storage {
                Storage::$variant(Rc::new(RefCell::new(values)))
            }
        })*
    };
}

elements! {
    Bool bool, false;
    Int8 i8, 0;
    Int16 i16, 0;
    Int32 i32, 0;
    Int64 i64, 0;
    UInt8 u8, 0;
    UInt16 u16, 0;
    UInt32 u32, 0;
    UInt64 u64, 0;
    Float32 f32, 0.0;
    Float64 f64, 0.0;
    Str Rc<str>, Rc::from("");
    Object Object, Object::default();
}

/// Runs `$body` with `$type` as the Rust type of the elements of `$storage`.
macro_rules! with_type {
    ($storage:expr, $type:ident => $body:expr) => {
        match $storage {
            $crate::array::storage::Storage::Bool(_) => {
                type $type = bool;
                $body
            }
            $crate::array::storage::Storage::Int8(_) => {
                type $type = i8;
                $body
            }
            $crate::array::storage::Storage::Int16(_) => {
                type $type = i16;
                $body
            }
            $crate::array::storage::Storage::Int32(_) => {
                type $type = i32;
                $body
            }
            $crate::array::storage::Storage::Int64(_) => {
                type $type = i64;
                $body
            }
            $crate::array::storage::Storage::UInt8(_) => {
                type $type = u8;
                $body
            }
            $crate::array::storage::Storage::UInt16(_) => {
                type $type = u16;
                $body
            }
            $crate::array::storage::Storage::UInt32(_) => {
                type $type = u32;
                $body
            }
            $crate::array::storage::Storage::UInt64(_) => {
                type $type = u64;
                $body
            }
            $crate::array::storage::Storage::Float32(_) => {
                type $type = f32;
                $body
            }
            $crate::array::storage::Storage::Float64(_) => {
                type $type = f64;
                $body
            }
            $crate::array::storage::Storage::Str(_) => {
                type $type = std::rc::Rc<str>;
                $body
            }
            $crate::array::storage::Storage::Object(_) => {
                type $type = $crate::array::storage::Object;
                $body
            }
        }
    };
}

/// The same for numbers only, truth values aside; `$other` for the rest.
macro_rules! with_number {
    ($storage:expr, $type:ident => $body:expr, _ => $other:expr) => {
        match $storage {
            $crate::array::storage::Storage::Int8(_) => {
                type $type = i8;
                $body
            }
            $crate::array::storage::Storage::Int16(_) => {
                type $type = i16;
                $body
            }
            $crate::array::storage::Storage::Int32(_) => {
                type $type = i32;
                $body
            }
            $crate::array::storage::Storage::Int64(_) => {
                type $type = i64;
                $body
            }
            $crate::array::storage::Storage::UInt8(_) => {
                type $type = u8;
                $body
            }
            $crate::array::storage::Storage::UInt16(_) => {
                type $type = u16;
                $body
            }
            $crate::array::storage::Storage::UInt32(_) => {
                type $type = u32;
                $body
            }
            $crate::array::storage::Storage::UInt64(_) => {
                type $type = u64;
                $body
            }
            $crate::array::storage::Storage::Float32(_) => {
                type $type = f32;
                $body
            }
            $crate::array::storage::Storage::Float64(_) => {
                type $type = f64;
                $body
            }
            _ => $other,
        }
    };
}

pub(super) use {with_number, with_type};

impl Storage {
    /// So many empty elements of a type.
    ///
    /// # Errors
    /// When they need more memory than an array may have.
    pub fn empty(dtype: DType, count: usize) -> Result<Self> {
        if room(count, dtype.item_size()).is_err() {
            return Err(too_large(&[count as u64], dtype));
        }
        Ok(match dtype {
            DType::Bool => filled::<bool>(count),
            DType::Int8 => filled::<i8>(count),
            DType::Int16 => filled::<i16>(count),
            DType::Int32 => filled::<i32>(count),
            DType::Int64 | DType::DateTime(_) | DType::TimeDelta(_) => filled::<i64>(count),
            DType::UInt8 => filled::<u8>(count),
            DType::UInt16 => filled::<u16>(count),
            DType::UInt32 => filled::<u32>(count),
            DType::UInt64 => filled::<u64>(count),
            DType::Float32 => filled::<f32>(count),
            DType::Float64 => filled::<f64>(count),
            DType::Str(_) => filled::<Rc<str>>(count),
            DType::Object => filled::<Object>(count),
        })
    }

    /// Whether two look at the same elements.
    pub fn is_shared_with(&self, other: &Self) -> bool {
        with_type!(self, T => match (T::buffer(self), T::buffer(other)) {
            (Some(one), Some(two)) => Rc::ptr_eq(one, two),
            _ => false,
        })
    }
}

fn filled<T: Element>(count: usize) -> Storage {
    T::storage(vec![T::empty(); count])
}

/// Refuses what no machine of ours could hold.
///
/// # Errors
/// When `count` elements of `size` bytes are too much.
pub fn room(count: usize, size: usize) -> Result<()> {
    let bytes = count.checked_mul(size.max(1)).filter(|bytes| *bytes <= MOST_BYTES);
    // What is large is asked for on trial: a failed allocation would end everything.
    let fits =
        bytes.is_some_and(|bytes| bytes < TRIED_BYTES || Vec::<u8>::new().try_reserve_exact(bytes).is_ok());
    if fits {
        Ok(())
    } else {
        Err(too_large(&[count as u64], if size == 1 { DType::Int8 } else { DType::Float64 }))
    }
}

/// The error that an array would be too large; its lengths may be more than an index can say.
pub fn too_large(shape: &[u64], dtype: DType) -> ArrayError {
    const UNITS: [&str; 7] = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
    let mut size = shape.iter().fold(dtype.item_size() as f64, |size, length| size * *length as f64);
    let mut unit = 0;
    while size.round() >= 1024.0 && unit + 1 < UNITS.len() {
        size /= 1024.0;
        unit += 1;
    }
    let digits = if unit == 0 || size >= 100.0 {
        0
    } else if size >= 10.0 {
        1
    } else {
        2
    };
    let shape = super::shape::show(shape).replace(',', ", ").replace(", )", ",)");
    let unit = UNITS.get(unit).unwrap_or(&"");
    ArrayError::Memory(format!(
        "{size:.digits$} {unit} for an array with shape {shape} and data type {}",
        dtype.name()
    ))
}
