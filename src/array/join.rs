//! Several arrays as one, and one several times.

use super::error::{ArrayError, Result, value};
use super::storage::with_type;
use super::{Array, DType, shape};

/// The type that holds the elements of all.
///
/// # Errors
/// When there is none.
pub fn common_type(arrays: &[Array]) -> Result<DType> {
    let mut types = arrays.iter().map(Array::dtype);
    let first = types.next().unwrap_or(DType::Float64);
    types.try_fold(first, |met, dtype| {
        met.promote(dtype).ok_or_else(|| {
            ArrayError::Type(format!(
                "The DType <class 'numpy.dtypes.{}'> could not be promoted by <class 'numpy.dtypes.{}'>. This means that no common DType exists for the given inputs. For example they cannot be stored in a single array unless the dtype is `object`.",
                class_name(met), class_name(dtype)
            ))
        })
    })
}

fn class_name(dtype: DType) -> String {
    match dtype {
        DType::DateTime(_) => "DateTime64DType".into(),
        DType::TimeDelta(_) => "TimeDelta64DType".into(),
        _ => {
            let name = dtype.name();
            let mut letters = name.chars();
            let first = letters.next().map(|letter| letter.to_ascii_uppercase());
            format!("{}{}DType", first.map(String::from).unwrap_or_default(), letters.as_str())
        }
    }
}

/// One array after the other along an axis.
///
/// # Errors
/// When other axes differ, or nothing is given.
pub fn concatenate(arrays: &[Array], axis: i64) -> Result<Array> {
    let Some(first) = arrays.first() else { return value("need at least one array to concatenate") };
    if first.ndim() == 0 {
        return value("zero-dimensional arrays cannot be concatenated");
    }
    let axis = shape::axis(axis, first.ndim())?;
    for (place, array) in arrays.iter().enumerate() {
        if array.ndim() != first.ndim() {
            return value(format!(
                "all the input arrays must have same number of dimensions, but the array at index 0 has {} dimension(s) and the array at index {place} has {} dimension(s)",
                first.ndim(),
                array.ndim()
            ));
        }
        for other in (0..first.ndim()).filter(|other| *other != axis) {
            let (one, two) = (first.length(other), array.length(other));
            if one != two {
                return value(format!(
                    "all the input array dimensions except for the concatenation axis must match exactly, but along dimension {other}, the array at index 0 has size {one} and the array at index {place} has size {two}"
                ));
            }
        }
    }
    let dtype = common_type(arrays)?;
    let mut shape = first.shape().to_vec();
    if let Some(length) = shape.get_mut(axis) {
        let total = arrays.iter().try_fold(0_usize, |sum, array| sum.checked_add(array.length(axis)));
        *length = total.unwrap_or(usize::MAX);
    }
    let joined = Array::zeros(&shape, dtype)?;
    let mut start = 0;
    for array in arrays {
        joined.narrowed(axis, start, array.length(axis)).assign(array)?;
        start += array.length(axis);
    }
    Ok(joined)
}

/// Arrays of one shape along a new axis.
///
/// # Errors
/// When shapes differ, or nothing is given.
pub fn stack(arrays: &[Array], axis: i64) -> Result<Array> {
    let Some(first) = arrays.first() else { return value("need at least one array to stack") };
    if arrays.iter().any(|array| array.shape() != first.shape()) {
        return value("all input arrays must have the same shape");
    }
    let place = shape::axis(axis, first.ndim() + 1)? as i64;
    let expanded = arrays.iter().map(|array| array.expanded(place)).collect::<Result<Vec<_>>>()?;
    concatenate(&expanded, place)
}

impl Array {
    /// Each element several times along an axis.
    ///
    /// # Errors
    /// When the counts are not as many as the elements.
    pub fn repeated(&self, counts: &[i64], axis: usize) -> Result<Self> {
        let length = self.length(axis);
        if counts.len() != 1 && counts.len() != length {
            return value(format!(
                "operands could not be broadcast together with shape ({length},) ({},)",
                counts.len()
            ));
        }
        if counts.iter().any(|count| *count < 0) {
            return value("repeats may not contain negative values.");
        }
        let of = |place: usize| {
            counts.get(if counts.len() == 1 { 0 } else { place }).copied().unwrap_or(0) as usize
        };
        let total = (0..length).try_fold(0_usize, |sum, place| sum.checked_add(of(place)));
        super::storage::room(total.unwrap_or(usize::MAX), 8 * self.size().checked_div(length).unwrap_or(1))?;
        let places: Vec<usize> =
            (0..length).flat_map(|place| std::iter::repeat_n(place, of(place))).collect();
        let mut order: Vec<usize> = (0..self.ndim()).filter(|other| *other != axis).collect();
        order.insert(0, axis);
        let rows = self.ordered(&order).rows(&places);
        let mut back: Vec<usize> = (1..self.ndim()).collect();
        back.insert(axis, 0);
        Ok(rows.ordered(&back).contiguous())
    }

    /// The whole several times along each axis.
    ///
    /// # Errors
    /// When it would be too large.
    pub fn tiled(&self, times: &[usize]) -> Result<Self> {
        let dimensions = self.ndim().max(times.len());
        let padded = |values: &[usize]| [vec![1; dimensions - values.len()], values.to_vec()].concat();
        let (own, times) = (padded(self.shape()), padded(times));
        let total: Vec<usize> =
            own.iter().zip(&times).map(|(own, times)| own.saturating_mul(*times)).collect();
        super::storage::room(shape::count(&total)?, 8)?;
        // Each axis becomes two: how often, and its own.
        let interleave = |outer: &[usize]| -> Vec<usize> {
            outer.iter().zip(&own).flat_map(|(outer, own)| [*outer, *own]).collect()
        };
        let split = self.with_shape(interleave(&vec![1; dimensions]));
        Ok(split.broadcast_to(&interleave(&times))?.with_shape(total).copied())
    }

    /// The elements moved along an axis, those that fall off coming back in front.
    ///
    /// # Errors
    /// When there is no such axis.
    pub fn rolled(&self, by: i64, axis: i64) -> Result<Self> {
        let place = shape::axis(axis, self.ndim())?;
        let length = self.length(place);
        if length == 0 {
            return Ok(self.copied());
        }
        let cut = by.wrapping_neg().rem_euclid(length as i64) as usize;
        concatenate(&[self.narrowed(place, cut, length - cut), self.narrowed(place, 0, cut)], place as i64)
    }

    /// Whether two arrays have the same shape, type and elements; NaN equals NaN.
    pub fn is_same(&self, other: &Self) -> bool {
        self.shape() == other.shape()
            && self.dtype == other.dtype
            && with_type!(self.storage(), T => {
                let (Some(one), Some(two)) = (self.values::<T>(), other.values::<T>()) else { return false };
                format!("{:?}", &*one) == format!("{:?}", &*two)
            })
    }
}
