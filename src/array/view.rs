//! Arrays that look at the elements of another: slices, reshaped, transposed and stretched ones.

use super::error::{ArrayError, Result, index, value};
use super::{Array, shape};

/// One part of what stands between the brackets of `a[…]`.
#[derive(Clone, Debug)]
pub enum Index {
    /// One place; takes the axis away.
    At(i64),
    /// `start:stop:step`.
    Slice(Option<i64>, Option<i64>, Option<i64>),
    /// `None`: a new axis of length 1.
    NewAxis,
    /// `...`: all axes that nothing else names.
    Rest,
    /// An array of whole numbers or truth values.
    Array(Array),
}

/// A place that may count from the end.
///
/// # Errors
/// When there is no such place.
pub fn place(at: i64, length: usize, axis: usize) -> Result<usize> {
    let signed = length as i64;
    let found = if at < 0 { at.saturating_add(signed) } else { at };
    if (0..signed).contains(&found) {
        return Ok(found as usize);
    }
    index(format!("index {at} is out of bounds for axis {axis} with size {length}"))
}

/// The first place, the number of places and the step of a slice of `length` places.
///
/// # Errors
/// When the step is 0.
pub fn slice(
    start: Option<i64>,
    stop: Option<i64>,
    step: Option<i64>,
    length: usize,
) -> Result<(usize, usize, isize)> {
    let step = step.unwrap_or(1);
    let length = length as i64;
    if step == 0 {
        return value("slice step cannot be zero");
    }
    let (lowest, highest) = if step > 0 { (0, length) } else { (-1, length - 1) };
    let bounded = |place: i64| {
        let place = if place < 0 { place.saturating_add(length) } else { place };
        place.clamp(lowest, highest)
    };
    let (first, last) = if step > 0 { (lowest, highest) } else { (highest, lowest) };
    let start = start.map_or(first, bounded);
    let stop = stop.map_or(last, bounded);
    let span = if step > 0 { stop - start } else { start - stop };
    let count = if span > 0 { (span as u64).div_ceil(step.unsigned_abs()) } else { 0 };
    Ok((start.max(0) as usize, count as usize, step as isize))
}

impl Array {
    /// The view with this layout.
    pub(super) fn looking(&self, shape: Vec<usize>, strides: Vec<isize>, offset: usize) -> Self {
        Self { shape, strides, offset, ..self.clone() }
    }

    /// The view of `a[…]` where nothing between the brackets is an array (arrays count as `:`), and for each array its
    /// axis in the view.
    ///
    /// # Errors
    /// When there are too many parts, or a place is not there.
    pub fn sliced(&self, parts: &[Index]) -> Result<(Self, Vec<usize>)> {
        let used: usize = parts
            .iter()
            .map(|part| match part {
                Index::NewAxis | Index::Rest => 0,
                Index::Array(array) if array.dtype() == super::DType::Bool => array.ndim(),
                _ => 1,
            })
            .sum();
        if used > self.ndim() {
            return index(format!(
                "too many indices for array: array is {}-dimensional, but {used} were indexed",
                self.ndim()
            ));
        }
        if parts.iter().filter(|part| matches!(part, Index::Rest)).count() > 1 {
            return index("an index can only have a single ellipsis ('...')");
        }
        let left = self.ndim() - used;
        let mut view = self.looking(Vec::new(), Vec::new(), self.offset);
        let mut arrays = Vec::new();
        let mut axis = 0;
        for part in parts {
            match part {
                Index::At(at) => {
                    let at = place(*at, self.length(axis), axis)?;
                    view.offset = (view.offset as isize + at as isize * self.stride(axis)) as usize;
                    axis += 1;
                }
                Index::Slice(start, stop, step) => {
                    let (first, count, step) = slice(*start, *stop, *step, self.length(axis))?;
                    if count > 0 {
                        view.offset = (view.offset as isize + first as isize * self.stride(axis)) as usize;
                    }
                    view.shape.push(count);
                    view.strides.push(self.stride(axis).saturating_mul(step));
                    axis += 1;
                }
                Index::NewAxis => {
                    view.shape.push(1);
                    view.strides.push(0);
                }
                Index::Rest => {
                    self.keep_axes(&mut view, axis..axis + left);
                    axis += left;
                }
                Index::Array(array) => {
                    arrays.push(view.shape.len());
                    let taken = if array.dtype() == super::DType::Bool { array.ndim() } else { 1 };
                    self.keep_axes(&mut view, axis..axis + taken);
                    axis += taken;
                }
            }
        }
        self.keep_axes(&mut view, axis..self.ndim());
        Ok((view, arrays))
    }

    fn keep_axes(&self, view: &mut Self, axes: std::ops::Range<usize>) {
        for axis in axes {
            view.shape.push(self.length(axis));
            view.strides.push(self.stride(axis));
        }
    }

    /// The length of an axis; 1 where there is none.
    pub fn length(&self, axis: usize) -> usize {
        self.shape.get(axis).copied().unwrap_or(1)
    }

    pub(super) fn stride(&self, axis: usize) -> isize {
        self.strides.get(axis).copied().unwrap_or(0)
    }

    /// What stands at one place of the first axis.
    ///
    /// # Errors
    /// When there is none.
    pub fn row(&self, at: i64) -> Result<Self> {
        Ok(self.sliced(&[Index::At(at)])?.0)
    }

    /// The places `first..first + count` of an axis.
    #[must_use]
    pub fn narrowed(&self, axis: usize, first: usize, count: usize) -> Self {
        let mut view = self.clone();
        if count > 0 {
            view.offset = (view.offset as isize + first as isize * self.stride(axis)) as usize;
        }
        if let Some(length) = view.shape.get_mut(axis) {
            *length = count;
        }
        view
    }

    /// With an axis taken away at one place of it.
    #[must_use]
    pub fn without_axis(&self, axis: usize, at: usize) -> Self {
        let mut view = self.narrowed(axis, at, 1);
        if axis < view.shape.len() {
            view.shape.remove(axis);
            view.strides.remove(axis);
        }
        view
    }

    /// The axes in reverse.
    #[must_use]
    pub fn transposed(&self) -> Self {
        let reversed = |values: &[isize]| values.iter().rev().copied().collect();
        self.looking(self.shape.iter().rev().copied().collect(), reversed(&self.strides), self.offset)
    }

    /// The axes in another order.
    ///
    /// # Errors
    /// When the order does not name each axis once.
    pub fn permuted(&self, order: &[i64]) -> Result<Self> {
        if order.len() != self.ndim() {
            return value("axes don't match array");
        }
        let order = order.iter().map(|axis| shape::axis(*axis, self.ndim())).collect::<Result<Vec<_>>>()?;
        let mut sorted = order.clone();
        sorted.sort_unstable();
        sorted.dedup();
        if sorted.len() != order.len() {
            return value("repeated axis in transpose");
        }
        Ok(self.ordered(&order))
    }

    /// The axes in an order that is known to be one.
    pub(super) fn ordered(&self, order: &[usize]) -> Self {
        let shape = order.iter().map(|axis| self.length(*axis)).collect();
        let strides = order.iter().map(|axis| self.stride(*axis)).collect();
        self.looking(shape, strides, self.offset)
    }

    /// With one axis moved to the end.
    pub(super) fn with_last(&self, axis: usize) -> Self {
        let mut order: Vec<usize> = (0..self.ndim()).filter(|other| *other != axis).collect();
        order.push(axis);
        self.ordered(&order)
    }

    /// With the last axis moved to where it belongs.
    pub(super) fn with_last_at(&self, axis: usize) -> Self {
        let mut order: Vec<usize> = (0..self.ndim().saturating_sub(1)).collect();
        order.insert(axis.min(order.len()), self.ndim().saturating_sub(1));
        self.ordered(&order)
    }

    /// Another shape: a view where the elements allow it, else a copy.
    ///
    /// # Errors
    /// When the elements are not as many.
    pub fn reshaped(&self, wanted: &[i64]) -> Result<Self> {
        let shape = shape::reshaped(self.size(), wanted)?;
        Ok(self.with_shape(shape))
    }

    /// A shape that is known to fit.
    pub(super) fn with_shape(&self, shape: Vec<usize>) -> Self {
        if let Some(strides) = self.strides_for(&shape) {
            return self.looking(shape, strides, self.offset);
        }
        let copy = self.copied();
        let strides = shape::strides(&shape);
        copy.looking(shape, strides, 0)
    }

    /// The strides that make a view of another shape, if there are any.
    fn strides_for(&self, wanted: &[usize]) -> Option<Vec<isize>> {
        if self.is_contiguous() {
            return Some(shape::strides(wanted));
        }
        let old: Vec<(usize, isize)> = self
            .shape
            .iter()
            .copied()
            .zip(self.strides.iter().copied())
            .filter(|(length, _)| *length != 1)
            .collect();
        let mut strides = Vec::with_capacity(wanted.len());
        let (mut from, mut into) = (0, 0);
        while into < wanted.len() {
            let (mut one, mut other) = (1, *wanted.get(into)?);
            let (first_from, first_into) = (from, into);
            into += 1;
            if other == 1 {
                strides.push(0);
                continue;
            }
            while one != other {
                if one < other {
                    one *= old.get(from)?.0;
                    from += 1;
                } else {
                    other *= wanted.get(into)?;
                    into += 1;
                }
            }
            let group = old.get(first_from..from)?;
            let evenly = group.windows(2).all(|pair| match pair {
                [outer, inner] => outer.1 == inner.1 * inner.0 as isize,
                _ => true,
            });
            if !evenly {
                return None;
            }
            let mut step = group.last()?.1;
            let mut found: Vec<isize> = Vec::new();
            for length in wanted.get(first_into..into)?.iter().rev() {
                found.push(step);
                step *= *length as isize;
            }
            strides.extend(found.into_iter().rev());
        }
        Some(strides)
    }

    /// All elements in one axis.
    #[must_use]
    pub fn raveled(&self) -> Self {
        self.with_shape(vec![self.size()])
    }

    /// Stretched to a larger shape without copying.
    ///
    /// # Errors
    /// When the shapes do not fit.
    pub fn broadcast_to(&self, wanted: &[usize]) -> Result<Self> {
        if self.shape == wanted {
            return Ok(self.clone());
        }
        // Sooner or later the elements are walked through or copied.
        super::storage::room(shape::count(wanted)?, self.dtype.item_size())
            .map_err(|_| super::storage::too_large(&shape::long(wanted), self.dtype))?;
        let mut strides = vec![0; wanted.len()];
        let skipped = wanted.len().checked_sub(self.ndim()).ok_or_else(|| {
            ArrayError::Value("input operand has more dimensions than allowed by the axis remapping".into())
        })?;
        for (axis, (length, stride)) in self.shape.iter().zip(&self.strides).enumerate() {
            let (Some(want), Some(place)) = (wanted.get(axis + skipped), strides.get_mut(axis + skipped))
            else {
                continue;
            };
            if length == want {
                *place = *stride;
            } else if *length != 1 {
                return value(format!(
                    "operands could not be broadcast together with remapped shapes [original->remapped]: {}  and requested shape {}",
                    shape::show(&self.shape),
                    shape::show(wanted)
                ));
            }
        }
        Ok(self.looking(wanted.to_vec(), strides, self.offset))
    }

    /// With a new axis of length 1.
    ///
    /// # Errors
    /// When the place is beyond the axes.
    pub fn expanded(&self, axis: i64) -> Result<Self> {
        let axis = shape::axis(axis, self.ndim() + 1)?;
        let mut view = self.clone();
        view.shape.insert(axis, 1);
        view.strides.insert(axis, 0);
        Ok(view)
    }

    /// Without axes of length 1: all of them, or those named.
    ///
    /// # Errors
    /// When a named axis is longer.
    pub fn squeezed(&self, named: Option<&[i64]>) -> Result<Self> {
        let gone = match named {
            Some(named) => shape::axes(named, self.ndim())?,
            None => (0..self.ndim()).filter(|axis| self.length(*axis) == 1).collect(),
        };
        if gone.iter().any(|axis| self.length(*axis) != 1) {
            return value("cannot select an axis to squeeze out which has size not equal to one");
        }
        let kept: Vec<usize> = (0..self.ndim()).filter(|axis| !gone.contains(axis)).collect();
        Ok(self.ordered(&kept))
    }

    /// The elements whose last two places differ by `offset`, in a last axis.
    ///
    /// # Errors
    /// When there are fewer than two axes.
    pub fn diagonal(&self, offset: i64, axis1: i64, axis2: i64) -> Result<Self> {
        if self.ndim() < 2 {
            return value("diag requires an array of at least two dimensions");
        }
        let (one, two) = (shape::axis(axis1, self.ndim())?, shape::axis(axis2, self.ndim())?);
        if one == two {
            return value("axis1 and axis2 cannot be the same");
        }
        let (rows, columns) = (self.length(one) as i64, self.length(two) as i64);
        let (down, right) = if offset < 0 { (offset.saturating_neg(), 0) } else { (0, offset) };
        let count = (rows - down).min(columns - right).max(0);
        let kept: Vec<usize> = (0..self.ndim()).filter(|axis| *axis != one && *axis != two).collect();
        let mut view = self.ordered(&kept);
        if count > 0 {
            let moved = down as isize * self.stride(one) + right as isize * self.stride(two);
            view.offset = (view.offset as isize + moved) as usize;
        }
        view.shape.push(count as usize);
        view.strides.push(self.stride(one) + self.stride(two));
        Ok(view)
    }

    /// With an axis in reverse.
    ///
    /// # Errors
    /// When there is no such axis.
    pub fn flipped(&self, axis: i64) -> Result<Self> {
        let axis = shape::axis(axis, self.ndim())?;
        let mut parts = vec![Index::Slice(None, None, None); axis];
        parts.push(Index::Slice(None, None, Some(-1)));
        Ok(self.sliced(&parts)?.0)
    }
}
