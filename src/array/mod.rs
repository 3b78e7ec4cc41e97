//! Arrays of any number of dimensions with the semantics of numpy 2: views that share memory, broadcasting, and
//! numpy's rules for types. Knows no Python: values of a host language are carried as opaque [`storage::Object`]s.
//!
//! | part | what it does |
//! |---|---|
//! | `dtype`, `datetime` | element types, promotion, times |
//! | `storage`, `shape` | shared buffers, strides, the order of elements |
//! | `view`, `select` | what looks at the same elements; what picks and sets elements |
//! | `cast`, `scalar` | other types; single elements |
//! | `unary`, `binary`, `compare` | element by element |
//! | `reduce`, `cumulate`, `order`, `statistics` | along axes |
//! | `join`, `matrix`, `linalg`, `eigen` | several arrays; linear algebra |
//! | `print`, `npy` | text; numpy's file format |

pub mod datetime;
pub mod dtype;
pub mod eigen;
pub mod error;
pub mod shape;
pub mod storage;

pub mod binary;
pub mod cast;
pub mod compare;
pub mod cumulate;
pub mod join;
pub mod linalg;
pub mod matrix;
pub mod npy;
pub mod number;
pub mod order;
pub mod print;
pub mod reduce;
pub mod scalar;
pub mod select;
pub mod statistics;
pub mod unary;
pub mod view;

pub use dtype::{DType, Kind, Weak};
pub use error::{ArrayError, Result};
pub use scalar::Scalar;
pub use storage::{Element, Object, Storage};

use shape::Positions;
use std::cell::Ref;
use std::ops::Deref;
use std::rc::Rc;

/// An array, or a view of another one's elements. Cloning makes a view, not a copy.
#[derive(Clone, Debug)]
pub struct Array {
    dtype: DType,
    storage: Storage,
    shape: Vec<usize>,
    /// In elements, not bytes.
    strides: Vec<isize>,
    offset: usize,
    /// Whether elements may be set.
    pub writeable: bool,
}

/// Elements in order: borrowed where they lie so, else gathered.
#[derive(Debug)]
pub enum Values<'a, T> {
    /// They lie in order.
    Borrowed(Ref<'a, [T]>),
    /// They were gathered.
    Owned(Vec<T>),
}

impl<T> Deref for Values<'_, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Self::Borrowed(values) => values,
            Self::Owned(values) => values,
        }
    }
}

impl<T: Clone> Values<'_, T> {
    /// The elements for oneself.
    pub fn into_vec(self) -> Vec<T> {
        match self {
            Self::Borrowed(values) => values.to_vec(),
            Self::Owned(values) => values,
        }
    }
}

impl Array {
    /// An array of values in C order. Where they are not as many as the shape wants, they stand in one axis.
    pub fn from_vec<T: Element>(shape: &[usize], values: Vec<T>) -> Self {
        let fits = shape::count(shape) == Ok(values.len());
        let shape = if fits { shape.to_vec() } else { vec![values.len()] };
        Self {
            dtype: T::DTYPE,
            storage: T::storage(values),
            strides: shape::strides(&shape),
            shape,
            offset: 0,
            writeable: true,
        }
    }

    /// An array of `float64`.
    pub fn from_f64(shape: &[usize], values: Vec<f64>) -> Self {
        Self::from_vec(shape, values)
    }

    /// An array of `int64`.
    pub fn from_i64(shape: &[usize], values: Vec<i64>) -> Self {
        Self::from_vec(shape, values)
    }

    /// An array of truth values.
    pub fn from_bool(shape: &[usize], values: Vec<bool>) -> Self {
        Self::from_vec(shape, values)
    }

    /// An array of text.
    pub fn from_strings(shape: &[usize], values: Vec<String>) -> Self {
        Self::from_texts(shape, values.into_iter().map(Rc::from).collect())
    }

    /// An array of text that is shared.
    pub fn from_texts(shape: &[usize], values: Vec<Rc<str>>) -> Self {
        let width = values.iter().map(|text| text.chars().count()).max().unwrap_or(0).max(1);
        Self::from_vec(shape, values).with_dtype(DType::Str(width))
    }

    /// An array of values of the host language.
    pub fn from_objects(shape: &[usize], values: Vec<Object>) -> Self {
        Self::from_vec(shape, values)
    }

    /// An array of points or spans of time, as whole numbers of the type's unit.
    pub fn from_ticks(shape: &[usize], ticks: Vec<i64>, dtype: DType) -> Self {
        Self::from_vec(shape, ticks).with_dtype(if dtype.is_time() { dtype } else { DType::Int64 })
    }

    /// An array without dimensions.
    pub fn single<T: Element>(value: T) -> Self {
        Self::from_vec(&[], vec![value])
    }

    /// An array of zeros, `False`, empty text.
    ///
    /// # Errors
    /// When it would be too large.
    pub fn zeros(shape: &[usize], dtype: DType) -> Result<Self> {
        let count = shape::count(shape)?;
        Ok(Self {
            dtype,
            storage: Storage::empty(dtype, count)
                .map_err(|_| storage::too_large(&shape::long(shape), dtype))?,
            strides: shape::strides(shape),
            shape: shape.to_vec(),
            offset: 0,
            writeable: true,
        })
    }

    /// The same elements under a type with the same storage.
    #[must_use]
    pub fn with_dtype(mut self, dtype: DType) -> Self {
        self.dtype = dtype;
        self
    }

    /// The type of the elements.
    pub fn dtype(&self) -> DType {
        self.dtype
    }

    /// The lengths of the axes.
    pub fn shape(&self) -> &[usize] {
        &self.shape
    }

    /// How far apart neighbours along each axis are, in elements.
    pub fn strides(&self) -> &[isize] {
        &self.strides
    }

    /// How many axes there are.
    pub fn ndim(&self) -> usize {
        self.shape.len()
    }

    /// How many elements there are.
    pub fn size(&self) -> usize {
        self.shape.iter().product()
    }

    /// Where the elements lie.
    pub fn storage(&self) -> &Storage {
        &self.storage
    }

    /// Whether elements lie in C order without gaps.
    pub fn is_contiguous(&self) -> bool {
        let mut step = 1_isize;
        for (length, stride) in self.shape.iter().zip(&self.strides).rev() {
            match length {
                0 => return true,
                1 => {}
                _ if *stride != step => return false,
                _ => step *= *length as isize,
            }
        }
        true
    }

    /// Whether elements lie in Fortran order without gaps.
    pub fn is_fortran(&self) -> bool {
        self.transposed().is_contiguous()
    }

    /// Whether two arrays look at the same elements.
    pub fn shares_storage(&self, other: &Self) -> bool {
        self.storage.is_shared_with(&other.storage)
    }

    /// The places of the elements in their buffer, in C order.
    pub fn positions(&self) -> Positions {
        Positions::new(&self.shape, &self.strides, self.offset)
    }

    /// The elements in C order, if they are of this type.
    pub fn values<T: Element>(&self) -> Option<Values<'_, T>> {
        let buffer = T::buffer(&self.storage)?.borrow();
        if self.is_contiguous() {
            let end = self.offset + self.size();
            return Ref::filter_map(buffer, |all| all.get(self.offset..end)).ok().map(Values::Borrowed);
        }
        Some(Values::Owned(self.positions().filter_map(|place| buffer.get(place).cloned()).collect()))
    }

    /// A copy of the elements in C order, if they are of this type.
    pub fn to_vec<T: Element>(&self) -> Option<Vec<T>> {
        self.values().map(Values::into_vec)
    }

    /// The elements as `f64` in C order, if they are numbers or truth values.
    pub fn to_f64(&self) -> Option<Vec<f64>> {
        self.as_numbers(DType::Float64)?.to_vec()
    }

    /// The elements as `i64` in C order, if they are whole numbers, truth values or times.
    pub fn to_i64(&self) -> Option<Vec<i64>> {
        if matches!(self.dtype.kind(), Kind::Float) {
            return None;
        }
        self.to_vec().or_else(|| self.as_numbers(DType::Int64)?.to_vec())
    }

    /// The elements as truth values in C order, if they are such.
    pub fn to_bool(&self) -> Option<Vec<bool>> {
        self.to_vec()
    }

    /// The elements as text in C order, if they are text.
    pub fn to_strings(&self) -> Option<Vec<String>> {
        Some(self.values::<Rc<str>>()?.iter().map(|text| text.to_string()).collect())
    }

    fn as_numbers(&self, dtype: DType) -> Option<Self> {
        if self.dtype.is_numeric() { self.cast(dtype).ok() } else { None }
    }

    /// A copy in C order.
    #[must_use]
    pub fn copied(&self) -> Self {
        storage::with_type!(&self.storage, T => {
            let values = self.to_vec::<T>().unwrap_or_default();
            Self::from_vec(&self.shape, values).with_dtype(self.dtype)
        })
    }

    /// Itself when its elements lie in C order, else a copy.
    #[must_use]
    pub fn contiguous(&self) -> Self {
        if self.is_contiguous() { self.clone() } else { self.copied() }
    }
}
