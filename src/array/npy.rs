//! numpy's file format `.npy`, version 1.

use super::error::{Result, value};
use super::{Array, DType, Storage, shape};
use std::rc::Rc;

const MAGIC: &[u8] = b"\x93NUMPY\x01\x00";

impl Array {
    /// The elements as bytes in C order, little end first; text as UTF-32.
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        macro_rules! each {
            ($rust:ty) => {
                Some(self.values::<$rust>()?.iter().flat_map(|value| value.to_le_bytes()).collect())
            };
        }
        match self.storage() {
            Storage::Bool(_) => Some(self.values::<bool>()?.iter().map(|value| u8::from(*value)).collect()),
            Storage::Int8(_) => each!(i8),
            Storage::Int16(_) => each!(i16),
            Storage::Int32(_) => each!(i32),
            Storage::Int64(_) => each!(i64),
            Storage::UInt8(_) => each!(u8),
            Storage::UInt16(_) => each!(u16),
            Storage::UInt32(_) => each!(u32),
            Storage::UInt64(_) => each!(u64),
            Storage::Float32(_) => each!(f32),
            Storage::Float64(_) => each!(f64),
            Storage::Str(_) => {
                let width = self.dtype().text_width();
                let texts = self.values::<Rc<str>>()?;
                let letters = texts.iter().flat_map(|text| {
                    let letters = text.chars().map(u32::from).chain(std::iter::repeat(0));
                    letters.take(width).collect::<Vec<_>>()
                });
                Some(letters.flat_map(u32::to_le_bytes).collect())
            }
            Storage::Object(_) => None,
        }
    }

    /// The array of bytes in C order.
    ///
    /// # Errors
    /// When they are not as many as the shape wants.
    pub fn from_bytes(bytes: &[u8], dtype: DType, shape: &[usize]) -> Result<Self> {
        let wanted = shape::count(shape)?.checked_mul(dtype.item_size());
        if wanted != Some(bytes.len()) {
            return value("buffer size must be a multiple of element size");
        }
        macro_rules! each {
            ($rust:ty) => {{
                let (parts, _) = bytes.as_chunks::<{ std::mem::size_of::<$rust>() }>();
                Self::from_vec(shape, parts.iter().map(|part| <$rust>::from_le_bytes(*part)).collect())
            }};
        }
        Ok(match dtype {
            DType::Bool => Self::from_bool(shape, bytes.iter().map(|byte| *byte != 0).collect()),
            DType::Int8 => each!(i8),
            DType::Int16 => each!(i16),
            DType::Int32 => each!(i32),
            DType::Int64 => each!(i64),
            DType::UInt8 => each!(u8),
            DType::UInt16 => each!(u16),
            DType::UInt32 => each!(u32),
            DType::UInt64 => each!(u64),
            DType::Float32 => each!(f32),
            DType::Float64 => each!(f64),
            DType::DateTime(_) | DType::TimeDelta(_) => each!(i64).with_dtype(dtype),
            DType::Str(width) => {
                let (letters, _) = bytes.as_chunks::<4>();
                let letters: Vec<char> =
                    letters.iter().filter_map(|letter| char::from_u32(u32::from_le_bytes(*letter))).collect();
                let text = |part: &[char]| -> Rc<str> {
                    part.iter().collect::<String>().trim_end_matches('\0').into()
                };
                let texts = letters.chunks(width.max(1)).map(text).collect();
                Self::from_texts(shape, texts).with_dtype(dtype)
            }
            DType::Object => return value("Object arrays cannot be loaded when allow_pickle=False"),
        })
    }

    /// The file of an array.
    ///
    /// # Errors
    /// When it holds values of the host language.
    pub fn to_npy(&self) -> Result<Vec<u8>> {
        let turned = self.ndim() > 1 && !self.is_contiguous() && self.is_fortran();
        let order = if turned { "True" } else { "False" };
        let bytes = if turned { self.transposed().to_bytes() } else { self.to_bytes() };
        let Some(bytes) = bytes else {
            return value("Object arrays cannot be saved when allow_pickle=False");
        };
        let shape = shape::show(self.shape()).replace(',', ", ").replace(", )", ",)");
        let header =
            format!("{{'descr': '{}', 'fortran_order': {order}, 'shape': {shape}, }}", self.dtype().code());
        let length = (MAGIC.len() + 2 + header.len() + 1).next_multiple_of(64) - MAGIC.len() - 2;
        let mut file = MAGIC.to_vec();
        file.extend((length as u16).to_le_bytes());
        file.extend(format!("{header:<width$}\n", width = length - 1).as_bytes());
        file.extend(bytes);
        Ok(file)
    }

    /// The array of a file.
    ///
    /// # Errors
    /// When it is no such file.
    pub fn from_npy(file: &[u8]) -> Result<Self> {
        match read(file) {
            Some(found) => found,
            None => {
                value("This file contains pickled (object) data or is no .npy file; neither can be loaded")
            }
        }
    }
}

fn read(file: &[u8]) -> Option<Result<Array>> {
    let rest = file.strip_prefix(b"\x93NUMPY")?;
    let (version, rest) = rest.split_at_checked(2)?;
    let (length, rest) = if version.first() == Some(&1) {
        let (length, rest) = rest.split_first_chunk::<2>()?;
        (u16::from_le_bytes(*length) as usize, rest)
    } else {
        let (length, rest) = rest.split_first_chunk::<4>()?;
        (u32::from_le_bytes(*length) as usize, rest)
    };
    let (header, bytes) = rest.split_at_checked(length)?;
    let header = std::str::from_utf8(header).ok()?;
    let after = |key: &str| header.split_once(key).map(|(_, after)| after.trim_start_matches([':', ' ']));
    let code = after("'descr'")?.strip_prefix('\'')?.split('\'').next()?;
    let dtype = DType::parse(code)?;
    let turned = after("'fortran_order'")?.starts_with("True");
    let shape = after("'shape'")?.strip_prefix('(')?.split(')').next()?;
    let mut lengths: Vec<usize> = shape
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    if turned {
        lengths.reverse();
    }
    let found = Array::from_bytes(bytes, dtype, &lengths);
    Some(found.map(|array| if turned { array.transposed() } else { array }))
}
