//! Sums, products, extremes along axes. Sums of fractions are added in numpy's order, so that they are equal to
//! the last bit.

use super::error::{ArrayError, Result, value, wrong_type};
use super::number::Number;
use super::storage::{Element, with_number};
use super::{Array, DType, Kind, datetime, shape};
use std::rc::Rc;

/// What is made of the elements along an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reduce {
    /// The sum.
    Sum,
    /// The product.
    Product,
    /// The largest; NaN when one is.
    Max,
    /// The smallest; NaN when one is.
    Min,
    /// Whether all are true.
    All,
    /// Whether one is true.
    Any,
}

impl Reduce {
    /// The ufunc that numpy reduces by, which its errors name.
    fn ufunc(self) -> &'static str {
        match self {
            Self::Sum => "add",
            Self::Product => "multiply",
            Self::Max => "maximum",
            Self::Min => "minimum",
            Self::All => "logical_and",
            Self::Any => "logical_or",
        }
    }
}

/// Elements that are added one after another before sums are halved.
const BLOCK: usize = 128;

/// The sum in numpy's order: halves of halves, eight sums side by side within a block.
pub fn pairwise_sum<T: Number>(values: &[T]) -> T {
    if values.len() < 8 {
        return values.iter().fold(T::ZERO.negated(), |sum, value| sum.plus(*value));
    }
    if values.len() <= BLOCK {
        let (eights, rest) = values.as_chunks::<8>();
        let mut sums = [T::ZERO; 8];
        let mut eights = eights.iter();
        if let Some(first) = eights.next() {
            sums = *first;
        }
        for eight in eights {
            for (sum, value) in sums.iter_mut().zip(eight) {
                *sum = sum.plus(*value);
            }
        }
        let [a, b, c, d, e, f, g, h] = sums;
        let whole = a.plus(b).plus(c.plus(d)).plus(e.plus(f).plus(g.plus(h)));
        return rest.iter().fold(whole, |sum, value| sum.plus(*value));
    }
    let half = values.len() / 2;
    let (left, right) = values.split_at(half - half % 8);
    pairwise_sum(left).plus(pairwise_sum(right))
}

/// An axis as the sum walks along it.
#[derive(Clone, Copy)]
struct Walk {
    length: usize,
    stride: isize,
    out: isize,
}

/// Adds along axes in the order in which numpy walks through memory; the kept axes stay in C order.
fn sum<T: Number>(array: &Array, gone: &[usize]) -> Vec<T> {
    let kept: Vec<usize> = array
        .shape
        .iter()
        .enumerate()
        .filter(|(axis, _)| !gone.contains(axis))
        .map(|(_, length)| *length)
        .collect();
    let mut sums = vec![T::ZERO.negated(); kept.iter().product()];
    let Some(buffer) = T::buffer(&array.storage) else { return sums };
    let buffer = buffer.borrow();
    let mut out_strides = shape::strides(&kept).into_iter();
    let mut start = array.offset as isize;
    let mut walks: Vec<Walk> = Vec::new();
    for (axis, (length, stride)) in array.shape.iter().zip(&array.strides).enumerate() {
        let is_gone = gone.contains(&axis);
        let out = if is_gone { 0 } else { out_strides.next().unwrap_or(0) };
        if *length == 1 {
            continue;
        }
        if is_gone && *stride < 0 {
            start += stride * (*length as isize - 1);
            walks.push(Walk { length: *length, stride: -stride, out });
        } else {
            walks.push(Walk { length: *length, stride: *stride, out });
        }
    }
    if array.size() == 0 {
        return vec![T::ZERO; sums.len()];
    }
    walks.sort_by_key(|walk| std::cmp::Reverse(walk.stride.unsigned_abs()));
    let mut joined: Vec<Walk> = Vec::new();
    for walk in walks {
        match joined.last_mut() {
            Some(last)
                if last.stride == walk.stride * walk.length as isize
                    && last.out == walk.out * walk.length as isize =>
            {
                *last = Walk { length: last.length * walk.length, ..walk };
            }
            _ => joined.push(walk),
        }
    }
    let inner = joined.pop().unwrap_or(Walk { length: 1, stride: 1, out: 0 });
    let lengths: Vec<usize> = joined.iter().map(|walk| walk.length).collect();
    let strides: Vec<isize> = joined.iter().map(|walk| walk.stride).collect();
    let outs: Vec<isize> = joined.iter().map(|walk| walk.out).collect();
    let from = shape::Positions::new(&lengths, &strides, 0);
    let into = shape::Positions::new(&lengths, &outs, 0);
    let mut gathered = Vec::new();
    for (from, into) in from.zip(into) {
        let first = start + from as isize;
        if inner.out == 0 {
            let part = if inner.stride == 1 {
                let first = first as usize;
                pairwise_sum(buffer.get(first..first + inner.length).unwrap_or(&[]))
            } else {
                gathered.clear();
                gathered.extend(walked(&buffer, first, inner));
                pairwise_sum(&gathered)
            };
            if let Some(sum) = sums.get_mut(into) {
                *sum = sum.plus(part);
            }
        } else if inner.stride == 1 && inner.out == 1 {
            let first = first as usize;
            let row = buffer.get(first..first + inner.length).unwrap_or(&[]);
            for (sum, value) in sums.iter_mut().skip(into).zip(row) {
                *sum = sum.plus(*value);
            }
        } else {
            for (step, value) in walked(&buffer, first, inner).enumerate() {
                if let Some(sum) = sums.get_mut(into + step * inner.out as usize) {
                    *sum = sum.plus(value);
                }
            }
        }
    }
    sums
}

fn walked<T: Copy>(buffer: &[T], first: isize, walk: Walk) -> impl Iterator<Item = T> {
    (0..walk.length as isize)
        .filter_map(move |step| buffer.get((first + step * walk.stride) as usize).copied())
}

impl Array {
    /// The axes that are named, or all.
    pub(super) fn named_axes(&self, named: Option<&[i64]>) -> Result<Vec<usize>> {
        match named {
            Some(named) => shape::axes(named, self.ndim()),
            None => Ok((0..self.ndim()).collect()),
        }
    }

    /// The shape that is left when axes go, or shrink to 1.
    pub(super) fn shape_without(&self, gone: &[usize], keep: bool) -> Vec<usize> {
        let axes = self.shape.iter().enumerate();
        axes.filter_map(|(axis, length)| match gone.contains(&axis) {
            true if keep => Some(1),
            true => None,
            false => Some(*length),
        })
        .collect()
    }

    /// The kept axes first, then those that go as one last axis, in C order.
    pub(super) fn with_gone_last(&self, gone: &[usize]) -> (Self, usize) {
        let kept: Vec<usize> = (0..self.ndim()).filter(|axis| !gone.contains(axis)).collect();
        let order: Vec<usize> = kept.iter().chain(gone).copied().collect();
        let length = gone.iter().map(|axis| self.length(*axis)).product();
        (self.ordered(&order), length)
    }

    /// Reduces along axes, along all when none are named; `keep` leaves axes of length 1.
    ///
    /// # Errors
    /// When an axis is not there, the type has no such operation, or there is nothing to take the extreme of.
    pub fn reduced(&self, op: Reduce, named: Option<&[i64]>, keep: bool) -> Result<Self> {
        let gone = self.named_axes(named)?;
        let shape = self.shape_without(&gone, keep);
        match op {
            Reduce::Sum | Reduce::Product => self.accumulated(op, &gone, &shape),
            Reduce::All | Reduce::Any => {
                let truths = Self::from_bool(self.shape(), self.truths());
                let (rows, length) = truths.with_gone_last(&gone);
                let values = rows.to_vec::<bool>().unwrap_or_default();
                let test = |row: &[bool]| match op {
                    Reduce::All => row.iter().all(|truth| *truth),
                    _ => row.iter().any(|truth| *truth),
                };
                Ok(Self::from_bool(&shape, by_rows(&values, length, shape::count(&shape)?, test)))
            }
            Reduce::Max | Reduce::Min => self.extreme(op, &gone, &shape),
        }
    }

    fn accumulated(&self, op: Reduce, gone: &[usize], shape: &[usize]) -> Result<Self> {
        let (wide, dtype) = match self.dtype.kind() {
            Kind::Bool | Kind::Signed => (self.cast(DType::Int64)?, DType::Int64),
            Kind::Unsigned => (self.cast(DType::UInt64)?, DType::UInt64),
            Kind::Float => (self.clone(), self.dtype),
            Kind::TimeDelta if op == Reduce::Sum => (self.clone(), self.dtype),
            Kind::Str | Kind::Object | Kind::DateTime | Kind::TimeDelta => {
                let shown = if self.dtype.is_time() { self.dtype.code() } else { self.dtype.to_string() };
                return Err(match self.dtype.kind() {
                    Kind::DateTime => ArrayError::UFunc(format!(
                        "ufunc '{}' cannot use operands with types dtype('{shown}') and dtype('{shown}')",
                        op.ufunc()
                    )),
                    _ => ArrayError::UFunc(format!(
                        "the resolved dtypes are not compatible with {}.reduce. Resolved (dtype('{shown}'), dtype('{shown}'), dtype('{}'))",
                        op.ufunc(),
                        DType::Str(2 * self.dtype.text_width())
                    )),
                });
            }
        };
        with_number!(&wide.storage, T => {
            if op == Reduce::Sum {
                return Ok(Self::from_vec(shape, sum::<T>(&wide, gone)).with_dtype(dtype));
            }
            let (rows, length) = wide.with_gone_last(gone);
            let values = rows.to_vec::<T>().unwrap_or_default();
            let product = |row: &[T]| row.iter().fold(T::ONE, |product, value| product.times(*value));
            Ok(Self::from_vec(shape, by_rows(&values, length, shape::count(shape)?, product)))
        }, _ => wrong_type("cannot accumulate this type"))
    }

    fn extreme(&self, op: Reduce, gone: &[usize], shape: &[usize]) -> Result<Self> {
        let (rows, length) = self.with_gone_last(gone);
        let count = shape::count(shape)?;
        if length == 0 && count > 0 {
            return value(format!(
                "zero-size array to reduction operation {} which has no identity",
                op.ufunc()
            ));
        }
        let largest = op == Reduce::Max;
        if self.holds::<bool>() {
            let wide = self.cast(DType::UInt8)?.extreme(op, gone, shape)?;
            return wide.cast(DType::Bool);
        }
        if self.holds::<Rc<str>>() {
            return Err(ArrayError::UFunc(format!(
                "ufunc '{}' did not contain a loop with signature matching types dtype('{}') -> None",
                op.ufunc(),
                self.dtype
            )));
        }
        with_number!(&self.storage, T => {
            let values = rows.values::<T>();
            let values = values.as_deref().unwrap_or(&[]);
            let missing = |value: T| value.is_nan() || (self.dtype.is_time() && value.wide_i64() == datetime::NAT);
            let better = |best: T, next: T| {
                if missing(best) {
                    best
                } else if missing(next) || (largest && next > best) || (!largest && next < best) {
                    next
                } else {
                    best
                }
            };
            let found = by_rows(values, length, count, |row| match row.split_first() {
                Some((first, rest)) => rest.iter().fold(*first, |best, next| better(best, *next)),
                None => T::ZERO,
            });
            Ok(Self::from_vec(shape, found).with_dtype(self.dtype))
        }, _ => wrong_type("this type has no order"))
    }

    /// Where the largest or smallest element is along an axis, or in all, the first of equals.
    ///
    /// # Errors
    /// When there is no such axis, nothing to choose from, or no order.
    pub fn arg_extreme(&self, largest: bool, axis: Option<i64>, keep: bool) -> Result<Self> {
        let gone = self.named_axes(axis.as_ref().map(std::slice::from_ref))?;
        let shape = self.shape_without(&gone, keep);
        let (rows, length) = self.with_gone_last(&gone);
        if length == 0 {
            let name = if largest { "argmax" } else { "argmin" };
            return value(format!("attempt to get {name} of an empty sequence"));
        }
        let count = shape::count(&shape)?;
        if self.holds::<bool>() {
            return self.cast(DType::UInt8)?.arg_extreme(largest, axis, keep);
        }
        if let Some(values) = rows.values::<Rc<str>>() {
            let found = by_rows(&values, length, count, |row| {
                best_place(row, |best, next| if largest { next > best } else { next < best })
            });
            return Ok(Self::from_i64(&shape, found));
        }
        with_number!(&self.storage, T => {
            let values = rows.values::<T>();
            let found = by_rows(values.as_deref().unwrap_or(&[]), length, count, |row| {
                best_place(row, |best: &T, next: &T| {
                    !best.is_nan() && (next.is_nan() || if largest { next > best } else { next < best })
                })
            });
            Ok(Self::from_i64(&shape, found))
        }, _ => wrong_type("this type has no order"))
    }

    /// How many elements are not zero.
    pub fn count_nonzero(&self) -> usize {
        self.truths().iter().filter(|truth| **truth).count()
    }
}

fn best_place<T>(row: &[T], is_better: impl Fn(&T, &T) -> bool) -> i64 {
    let mut best = 0;
    let Some(mut held) = row.first() else { return 0 };
    for (place, next) in row.iter().enumerate() {
        if is_better(held, next) {
            (best, held) = (place, next);
        }
    }
    best as i64
}

/// One result for each of `count` rows of `length` elements.
pub(super) fn by_rows<T, U>(values: &[T], length: usize, count: usize, each: impl Fn(&[T]) -> U) -> Vec<U> {
    if length == 0 {
        return (0..count).map(|_| each(&[])).collect();
    }
    values.chunks_exact(length).map(each).collect()
}

/// The same for elements that are known to be of a type.
pub(super) fn rows_of<T: Element>(array: &Array, axis: usize) -> (Vec<T>, usize) {
    let (rows, length) = array.with_gone_last(&[axis]);
    (rows.to_vec().unwrap_or_default(), length)
}
