//! Shapes, strides and the order in which elements are visited.

use super::error::{ArrayError, Result, value};

/// The product of a shape. Where numbers have 32 bits, one that 64 could hold is the greatest of them: for that there
/// is no room either, and whoever asks for it is told so.
///
/// # Errors
/// When it is no number of elements that could exist.
pub fn count(shape: &[usize]) -> Result<usize> {
    let product = shape.iter().try_fold(1_u64, |product, length| product.checked_mul(*length as u64));
    let product = product.ok_or_else(|| {
        ArrayError::Value(
            "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size."
                .into(),
        )
    })?;
    Ok(usize::try_from(product).unwrap_or(usize::MAX))
}

/// The strides of a new array, in elements, the last axis fastest.
pub fn strides(shape: &[usize]) -> Vec<isize> {
    let mut step = 1_isize;
    let mut found: Vec<isize> = shape
        .iter()
        .rev()
        .map(|length| {
            let stride = step;
            step = step.saturating_mul((*length).max(1) as isize);
            stride
        })
        .collect();
    found.reverse();
    found
}

/// A shape in numbers of 64 bits.
pub fn long(shape: &[usize]) -> Vec<u64> {
    shape.iter().map(|length| *length as u64).collect()
}

/// A shape as Python writes the tuple.
pub fn show<T: ToString>(shape: &[T]) -> String {
    let parts: Vec<String> = shape.iter().map(T::to_string).collect();
    match parts.as_slice() {
        [one] => format!("({one},)"),
        _ => format!("({})", parts.join(",")),
    }
}

/// The shape that arrays of these shapes have together.
///
/// # Errors
/// When two lengths differ and none of them is 1.
pub fn broadcast(shapes: &[&[usize]]) -> Result<Vec<usize>> {
    let dimensions = shapes.iter().map(|shape| shape.len()).max().unwrap_or(0);
    let mut result = vec![1; dimensions];
    for shape in shapes {
        let skipped = dimensions - shape.len();
        for (length, place) in shape.iter().zip(result.iter_mut().skip(skipped)) {
            if *length == *place || *length == 1 {
                continue;
            }
            if *place != 1 {
                let all: Vec<String> = shapes.iter().map(|shape| show(shape)).collect();
                return value(format!(
                    "operands could not be broadcast together with shapes {} ",
                    all.join(" ")
                ));
            }
            *place = *length;
        }
    }
    Ok(result)
}

/// An axis that may count from the end.
///
/// # Errors
/// When there is no such axis.
pub fn axis(axis: i64, dimensions: usize) -> Result<usize> {
    let signed = dimensions as i64;
    let found = if axis < 0 { axis.saturating_add(signed) } else { axis };
    if (0..signed).contains(&found) { Ok(found as usize) } else { Err(ArrayError::Axis { axis, dimensions }) }
}

/// Several axes, each once, in ascending order.
///
/// # Errors
/// When one is not there or named twice.
pub fn axes(axes: &[i64], dimensions: usize) -> Result<Vec<usize>> {
    let mut found = axes.iter().map(|one| axis(*one, dimensions)).collect::<Result<Vec<_>>>()?;
    found.sort_unstable();
    if found.windows(2).any(|pair| pair.first() == pair.last()) {
        return value("duplicate value in 'axis'");
    }
    Ok(found)
}

/// A new shape in which one length may be -1: what is left.
///
/// # Errors
/// When the elements are not as many.
pub fn reshaped(size: usize, wanted: &[i64]) -> Result<Vec<usize>> {
    let shown = || {
        // An unknown length is not told where it stands first.
        let told = wanted.iter().skip_while(|length| **length < 0);
        let parts: Vec<String> =
            told.map(|length| if *length < 0 { "newaxis".into() } else { length.to_string() }).collect();
        if wanted.len() == 1 { format!("({},)", parts.join("")) } else { format!("({})", parts.join(",")) }
    };
    let cannot = || ArrayError::Value(format!("cannot reshape array of size {size} into shape {}", shown()));
    if wanted.iter().filter(|length| **length == -1).count() > 1 {
        return value("can only specify one unknown dimension");
    }
    if wanted.iter().any(|length| *length < -1) {
        return value("negative dimensions not allowed");
    }
    let known: Vec<usize> =
        wanted.iter().filter(|length| **length >= 0).map(|length| *length as usize).collect();
    let product = count(&known).map_err(|_| cannot())?;
    let rest = size.checked_div(product).unwrap_or(0);
    let shape: Vec<usize> = wanted.iter().map(|length| usize::try_from(*length).unwrap_or(rest)).collect();
    let has_unknown = known.len() < wanted.len();
    if (has_unknown && product == 0) || count(&shape).map_err(|_| cannot())? != size {
        return Err(cannot());
    }
    Ok(shape)
}

/// The places of elements in their buffer, the last axis fastest.
#[derive(Clone, Debug)]
pub struct Positions {
    shape: Vec<usize>,
    strides: Vec<isize>,
    index: Vec<usize>,
    next: isize,
    left: usize,
}

impl Positions {
    /// The places of an array with this shape, these strides and this first place.
    pub fn new(shape: &[usize], strides: &[isize], offset: usize) -> Self {
        let left = shape.iter().product();
        Self {
            shape: shape.to_vec(),
            strides: strides.to_vec(),
            index: vec![0; shape.len()],
            next: offset as isize,
            left,
        }
    }
}

impl Iterator for Positions {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        self.left = self.left.checked_sub(1)?;
        let found = self.next;
        let axes = self.shape.iter().zip(&self.strides).zip(&mut self.index).rev();
        for ((length, stride), index) in axes {
            *index += 1;
            self.next += stride;
            if *index < *length {
                break;
            }
            self.next -= stride * *length as isize;
            *index = 0;
        }
        Some(found as usize)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}
