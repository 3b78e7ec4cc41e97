//! Picking elements by arrays of places or of truth values, and setting elements.

use super::error::{ArrayError, Result, index, value};
use super::shape::{self, Positions};
use super::storage::{Element, with_type};
use super::view::{Index, place};
use super::{Array, DType};

/// The places in a buffer that an index means, with the shape they have.
struct Selection {
    places: Vec<usize>,
    shape: Vec<usize>,
}

impl Array {
    /// `a[…]`.
    ///
    /// # Errors
    /// When a place is not there, or the parts do not fit.
    pub fn get(&self, parts: &[Index]) -> Result<Self> {
        if let [Index::Array(mask)] = parts
            && mask.dtype == DType::Bool
            && mask.shape == self.shape
            && self.ndim() > 0
        {
            return Ok(self.chosen(mask));
        }
        if parts.iter().any(|part| matches!(part, Index::Array(_))) {
            let selection = self.select(parts)?;
            return Ok(self.gathered(&selection.places, &selection.shape));
        }
        Ok(self.sliced(parts)?.0)
    }

    /// The elements where a mask of the same shape is true, in one axis.
    #[expect(
        clippy::clone_on_copy,
        reason = "the macro writes it for each type of element, and some are not Copy"
    )]
    fn chosen(&self, mask: &Self) -> Self {
        let truths = mask.truths();
        with_type!(&self.storage, T => {
            let values = self.values::<T>();
            let pairs = values.as_deref().unwrap_or(&[]).iter().zip(&truths);
            let kept: Vec<T> = pairs.filter(|(_, truth)| **truth).map(|(value, _)| value.clone()).collect();
            Self::from_vec(&[kept.len()], kept).with_dtype(self.dtype)
        })
    }

    /// `a[…] = values`, which are cast.
    ///
    /// # Errors
    /// When a place is not there, the shapes do not fit, or the cast is impossible.
    pub fn set(&self, parts: &[Index], values: &Self) -> Result<()> {
        if !self.writeable {
            return value("assignment destination is read-only");
        }
        if !parts.iter().any(|part| matches!(part, Index::Array(_))) {
            return self.sliced(parts)?.0.assign(values);
        }
        let selection = self.select(parts)?;
        let values = values.cast(self.dtype)?;
        let trimmed = without_leading_ones(&values, selection.shape.len());
        let stretched = trimmed.broadcast_to(&selection.shape).map_err(|_| match parts {
            [Index::Array(mask)] if mask.dtype == DType::Bool => ArrayError::Value(format!(
                "NumPy boolean array indexing assignment cannot assign {} input values to the {} output values where the mask is true",
                values.size(),
                selection.places.len()
            )),
            _ => ArrayError::Value(format!(
                "shape mismatch: value array of shape {} could not be broadcast to indexing result of shape {}",
                shape::show(values.shape()),
                shape::show(&selection.shape)
            )),
        })?;
        self.scatter(selection.places.into_iter(), &stretched);
        Ok(())
    }

    /// Sets all elements, stretching and casting `values`.
    ///
    /// # Errors
    /// When the shapes do not fit or the cast is impossible.
    pub fn assign(&self, values: &Self) -> Result<()> {
        if !self.writeable {
            return value("assignment destination is read-only");
        }
        let values = values.cast(self.dtype)?;
        let stretched =
            without_leading_ones(&values, self.ndim()).broadcast_to(&self.shape).map_err(|_| {
                ArrayError::Value(format!(
                    "could not broadcast input array from shape {} into shape {}",
                    shape::show(values.shape()),
                    shape::show(&self.shape)
                ))
            })?;
        if self.is_contiguous() && self.size() > 0 {
            self.overwrite(&stretched);
        } else {
            self.scatter(self.positions(), &stretched);
        }
        Ok(())
    }

    /// Sets all elements of an array without gaps; `values` has the same type and shape.
    fn overwrite(&self, values: &Self) {
        with_type!(&self.storage, T => {
            // Taken out first: they may be elements of the same buffer.
            let shared = self.shares_storage(values);
            let own = if shared { values.copied() } else { values.clone() };
            let (Some(values), Some(buffer)) = (own.values::<T>(), T::buffer(&self.storage)) else { return };
            let mut buffer = buffer.borrow_mut();
            if let Some(place) = buffer.get_mut(self.offset..self.offset + values.len()) {
                place.clone_from_slice(&values);
            }
        });
    }

    /// Sets elements at places of the buffer, in order; `values` has the same type.
    fn scatter(&self, places: impl Iterator<Item = usize>, values: &Self) {
        with_type!(&self.storage, T => {
            // Taken out first: they may be elements of the same buffer.
            let Some(values) = values.to_vec::<T>() else { return };
            let Some(buffer) = T::buffer(&self.storage) else { return };
            let mut buffer = buffer.borrow_mut();
            for (place, value) in places.zip(values) {
                if let Some(element) = buffer.get_mut(place) {
                    *element = value;
                }
            }
        });
    }

    /// Copies of the elements at places of the buffer.
    fn gathered(&self, places: &[usize], shape: &[usize]) -> Self {
        with_type!(&self.storage, T => {
            let values: Vec<T> = match T::buffer(&self.storage) {
                Some(buffer) => {
                    let buffer = buffer.borrow();
                    places.iter().filter_map(|place| buffer.get(*place).cloned()).collect()
                }
                None => Vec::new(),
            };
            Self::from_vec(shape, values).with_dtype(self.dtype)
        })
    }

    /// The places that an index with arrays means.
    fn select(&self, parts: &[Index]) -> Result<Selection> {
        let parts = self.numbers_as_arrays(parts)?;
        let (view, axes) = self.sliced(&parts)?;
        let arrays: Vec<&Self> = parts
            .iter()
            .filter_map(|part| if let Index::Array(array) = part { Some(array) } else { None })
            .collect();
        let shapes: Vec<&[usize]> = arrays.iter().map(|array| array.shape()).collect();
        let together = shape::broadcast(&shapes).map_err(|_| {
            let shown: Vec<String> = shapes.iter().map(|shape| shape::show(shape)).collect();
            ArrayError::Index(format!(
                "shape mismatch: indexing arrays could not be broadcast together with shapes {} ",
                shown.join(" ")
            ))
        })?;
        let mut moves = vec![0_isize; shape::count(&together)?];
        for (array, axis) in arrays.iter().zip(&axes) {
            let (length, stride) = (view.length(*axis), view.stride(*axis));
            let stretched = array.broadcast_to(&together)?;
            let wanted = stretched.to_vec::<i64>().unwrap_or_default();
            for (moved, at) in moves.iter_mut().zip(wanted) {
                *moved += place(at, length, *axis)? as isize * stride;
            }
        }
        // Arrays side by side stand where the first stands; arrays apart stand in front.
        let side_by_side = is_side_by_side(&parts);
        let first = if side_by_side { axes.first().copied().unwrap_or(0) } else { 0 };
        let kept: Vec<usize> = (0..view.ndim()).filter(|axis| !axes.contains(axis)).collect();
        let (before, after) = kept.split_at(kept.iter().filter(|axis| **axis < first).count());
        let (outer, inner) = (view.ordered(before), view.ordered(after));
        let inner_places: Vec<isize> =
            Positions::new(&inner.shape, &inner.strides, 0).map(|place| place as isize).collect();
        let mut places = Vec::with_capacity(outer.size() * moves.len() * inner_places.len());
        for start in outer.positions() {
            for moved in &moves {
                let from = start as isize + moved;
                places.extend(inner_places.iter().map(|place| (from + place) as usize));
            }
        }
        Ok(Selection { places, shape: [&outer.shape, together.as_slice(), &inner.shape].concat() })
    }

    /// Beside arrays, numbers are arrays too, and truth values the places of what is true.
    fn numbers_as_arrays(&self, parts: &[Index]) -> Result<Vec<Index>> {
        let named: usize = parts.iter().map(axes_of).sum();
        let mut axis = 0;
        let mut found = Vec::new();
        for part in parts {
            match part {
                Index::At(at) => found.push(Index::Array(Self::single(*at))),
                Index::Array(array) if array.dtype == DType::Bool => {
                    for (offset, length) in array.shape.iter().enumerate() {
                        let own = self.length(axis + offset);
                        if own != *length && axis + offset < self.ndim() {
                            return index(format!(
                                "boolean index did not match indexed array along axis {}; size of axis is {own} but size of corresponding boolean axis is {length}",
                                axis + offset
                            ));
                        }
                    }
                    found.extend(array.nonzero().into_iter().map(Index::Array));
                }
                Index::Array(array) if array.size() == 0 => {
                    found.push(Index::Array(Self::from_i64(array.shape(), Vec::new())));
                }
                Index::Array(array) if array.dtype.is_integer() => {
                    found.push(Index::Array(array.cast(DType::Int64)?));
                }
                Index::Array(_) => {
                    return index("arrays used as indices must be of integer (or boolean) type");
                }
                other => found.push(other.clone()),
            }
            axis +=
                if matches!(part, Index::Rest) { self.ndim().saturating_sub(named) } else { axes_of(part) };
        }
        Ok(found)
    }

    /// For each axis the places of the elements that are not zero.
    pub fn nonzero(&self) -> Vec<Self> {
        let truths = self.truths();
        if self.ndim() == 1 {
            let places =
                truths.iter().enumerate().filter(|(_, truth)| **truth).map(|(place, _)| place as i64);
            let places: Vec<i64> = places.collect();
            return vec![Self::from_i64(&[places.len()], places)];
        }
        let mut found = vec![Vec::new(); self.ndim()];
        let steps = shape::strides(&self.shape);
        for (place, _) in truths.iter().enumerate().filter(|(_, truth)| **truth) {
            for ((axis, step), length) in found.iter_mut().zip(&steps).zip(&self.shape) {
                axis.push((place / *step as usize % (*length).max(1)) as i64);
            }
        }
        found.into_iter().map(|axis| Self::from_i64(&[axis.len()], axis)).collect()
    }

    /// The elements at places of one axis, which may count from the end.
    ///
    /// # Errors
    /// When a place is not there.
    pub fn take(&self, at: &Self, axis: usize) -> Result<Self> {
        let mut parts = vec![Index::Slice(None, None, None); axis];
        parts.push(Index::Array(at.clone()));
        self.get(&parts)
    }

    /// The elements at places of the first axis that are known to be there.
    #[must_use]
    pub fn rows(&self, at: &[usize]) -> Self {
        let inner: Vec<isize> = self
            .shape
            .get(1..)
            .map(|shape| Positions::new(shape, self.strides.get(1..).unwrap_or(&[]), 0))
            .map(|places| places.map(|place| place as isize).collect())
            .unwrap_or_default();
        let mut places = Vec::with_capacity(at.len() * inner.len());
        for row in at.iter().filter(|row| **row < self.length(0)) {
            let start = self.offset as isize + *row as isize * self.stride(0);
            places.extend(inner.iter().map(|place| (start + place) as usize));
        }
        let mut shape = self.shape.clone();
        if let Some(first) = shape.first_mut() {
            *first = at.len();
        }
        self.gathered(&places, &shape)
    }

    /// One of two arrays' elements each, by truth values; all three are stretched.
    ///
    /// # Errors
    /// When shapes or types do not fit.
    #[expect(
        clippy::clone_on_copy,
        reason = "the macro writes it for each type of element, and some are not Copy"
    )]
    pub fn choose(condition: &Self, yes: &Self, no: &Self, dtype: DType) -> Result<Self> {
        let shape = shape::broadcast(&[condition.shape(), yes.shape(), no.shape()])?;
        let truths = condition.broadcast_to(&shape)?.truths();
        let (yes, no) = (yes.cast(dtype)?.broadcast_to(&shape)?, no.cast(dtype)?.broadcast_to(&shape)?);
        with_type!(yes.storage(), T => {
            let (Some(yes), Some(no)) = (yes.values::<T>(), no.values::<T>()) else {
                return value("types do not match");
            };
            let pairs = yes.iter().zip(no.iter()).zip(&truths);
            let chosen: Vec<T> =
                pairs.map(|((yes, no), truth)| if *truth { yes.clone() } else { no.clone() }).collect();
            Ok(Self::from_vec(&shape, chosen).with_dtype(dtype))
        })
    }

    /// An array full of one value.
    ///
    /// # Errors
    /// When it would be too large.
    pub fn full(shape: &[usize], single: &Self) -> Result<Self> {
        let new = Self::zeros(shape, single.dtype)?;
        new.assign(single)?;
        Ok(new)
    }

    /// Whether any element is of a kind that has an element type `T`.
    pub(super) fn holds<T: Element>(&self) -> bool {
        T::buffer(&self.storage).is_some()
    }
}

fn axes_of(part: &Index) -> usize {
    match part {
        Index::NewAxis | Index::Rest => 0,
        Index::Array(array) if array.dtype == DType::Bool => array.ndim(),
        _ => 1,
    }
}

fn is_side_by_side(parts: &[Index]) -> bool {
    let is_array = |part: &Index| matches!(part, Index::Array(_));
    let first = parts.iter().position(is_array).unwrap_or(0);
    let last = parts.iter().rposition(is_array).unwrap_or(0);
    parts.get(first..=last).is_some_and(|between| between.iter().all(is_array))
}

/// Values may have more axes than their place, as long as those are of length 1.
fn without_leading_ones(values: &Array, dimensions: usize) -> Array {
    let mut trimmed = values.clone();
    while trimmed.ndim() > dimensions && trimmed.length(0) == 1 {
        trimmed = trimmed.without_axis(0, 0);
    }
    trimmed
}
