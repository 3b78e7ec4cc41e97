//! Running sums and products, and differences of neighbours.

use super::error::{Result, wrong_type};
use super::number::Number;
use super::reduce::rows_of;
use super::storage::with_number;
use super::view::Index;
use super::{Array, DType, Kind, binary, compare, shape};

/// What runs along an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Running {
    /// The sum so far.
    Sum,
    /// The product so far.
    Product,
    /// The largest so far.
    Max,
    /// The smallest so far.
    Min,
}

impl Array {
    /// What runs along an axis, or along all elements in C order.
    ///
    /// # Errors
    /// When there is no such axis or the type has no such operation.
    pub fn running(&self, what: Running, axis: Option<i64>) -> Result<Self> {
        let Some(axis) = axis else { return self.raveled().running(what, Some(0)) };
        let axis = shape::axis(axis, self.ndim())?;
        let sums = matches!(what, Running::Sum | Running::Product);
        let wide = match self.dtype.kind() {
            Kind::Bool | Kind::Signed if sums => self.cast(DType::Int64)?,
            Kind::Unsigned if sums => self.cast(DType::UInt64)?,
            Kind::Bool => self.cast(DType::UInt8)?,
            _ => self.clone(),
        };
        let dtype = if sums || self.dtype != DType::Bool { wide.dtype } else { DType::Bool };
        let moved = self.with_last(axis).shape.clone();
        let found = with_number!(&wide.storage, T => {
            let (mut values, length) = rows_of::<T>(&wide, axis);
            let step = |before: T, next: T| match what {
                Running::Sum => before.plus(next),
                Running::Product => before.times(next),
                Running::Max => if before >= next || before.is_nan() { before } else { next },
                Running::Min => if before <= next || before.is_nan() { before } else { next },
            };
            for row in values.chunks_mut(length.max(1)) {
                let mut before = None;
                for value in row {
                    let now = before.map_or(*value, |before| step(before, *value));
                    *value = now;
                    before = Some(now);
                }
            }
            Self::from_vec(&moved, values)
        }, _ => return wrong_type("this type cannot be accumulated"));
        let kept = if wide.dtype.is_time() { wide.dtype } else { found.dtype };
        Ok(found.with_dtype(kept).cast(dtype)?.with_last_at(axis).contiguous())
    }

    /// The differences of neighbours along an axis, `times` times.
    ///
    /// # Errors
    /// When there is no such axis or the type has no differences.
    pub fn differences(&self, times: usize, axis: i64) -> Result<Self> {
        let place = shape::axis(axis, self.ndim())?;
        let mut left = self.clone();
        for _ in 0..times {
            let at = |start, stop| {
                let mut parts = vec![Index::Slice(None, None, None); place];
                parts.push(Index::Slice(start, stop, None));
                parts
            };
            let (after, before) = (left.get(&at(Some(1), None))?, left.get(&at(None, Some(-1)))?);
            left = if left.dtype == DType::Bool {
                compare::apply(compare::Compare::NotEqual, &after, &before, (None, None))?
            } else {
                binary::apply(binary::Binary::Subtract, &after, &before, (None, None))?.0
            };
        }
        Ok(left)
    }
}
