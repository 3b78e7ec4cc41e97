//! Sorting, searching, and what follows from order.

use super::datetime::NAT;
use super::error::{Result, wrong_type};
use super::number::Number;
use super::reduce::rows_of;
use super::storage::{Element, with_number};
use super::{Array, DType, shape};
use std::cmp::Ordering;
use std::rc::Rc;

/// Element types with numpy's order: what is not a number or a time comes last.
pub trait Sortable: Element {
    /// The order of two.
    fn order(&self, other: &Self) -> Ordering;

    /// Puts a row into that order; equals may change places.
    fn sort(row: &mut [Self]) {
        row.sort_unstable_by(Self::order);
    }
}

macro_rules! sortable {
    ($($rust:ty)*) => {
        $(impl Sortable for $rust {
            fn order(&self, other: &Self) -> Ordering {
                self.cmp(other)
            }
        })*
    };
}

sortable! { bool i8 i16 i32 i64 u8 u16 u32 u64 Rc<str> }

macro_rules! sortable_fractions {
    ($($rust:ty)*) => {
        $(impl Sortable for $rust {
            fn order(&self, other: &Self) -> Ordering {
                self.partial_cmp(other).unwrap_or_else(|| self.is_nan().cmp(&other.is_nan()))
            }

            /// With what is not a number out of the way, one comparison of numbers is enough, and it needs no branch.
            fn sort(row: &mut [Self]) {
                let mut numbers = 0;
                for place in 0..row.len() {
                    if !row[place].is_nan() {
                        row.swap(place, numbers);
                        numbers += 1;
                    }
                }
                row[..numbers].sort_unstable_by(|one, two| one.partial_cmp(two).unwrap_or(Ordering::Equal));
            }
        })*
    };
}

sortable_fractions! { f32 f64 }

/// Runs `$body` with the type of the elements, if they have an order.
macro_rules! with_sortable {
    ($array:expr, $type:ident => $body:expr) => {
        match $array.storage() {
            super::Storage::Bool(_) => { type $type = bool; $body }
            super::Storage::Str(_) => { type $type = Rc<str>; $body }
            storage => with_number!(storage, $type => $body, _ => wrong_type("objects are sorted by their own order")),
        }
    };
}

impl Array {
    /// Sorted along an axis.
    ///
    /// # Errors
    /// When there is no such axis or no order.
    pub fn sorted(&self, axis: i64) -> Result<Self> {
        let axis = shape::axis(axis, self.ndim())?;
        let moved = self.with_last(axis).shape.clone();
        let found = with_sortable!(self, T => {
            let (mut values, length) = rows_of::<T>(self, axis);
            for row in values.chunks_mut(length.max(1)) {
                sort(row, self.dtype.is_time());
            }
            Ok(Self::from_vec(&moved, values).with_dtype(self.dtype))
        })?;
        Ok(found.with_last_at(axis).contiguous())
    }

    /// The places that would sort along an axis; equals stay in order.
    ///
    /// # Errors
    /// When there is no such axis or no order.
    pub fn arg_sorted(&self, axis: i64) -> Result<Self> {
        let axis = shape::axis(axis, self.ndim())?;
        let moved = self.with_last(axis).shape.clone();
        let found = with_sortable!(self, T => {
            let (values, length) = rows_of::<T>(self, axis);
            let mut places = Vec::with_capacity(values.len());
            for row in values.chunks(length.max(1)) {
                places.extend(order_of(row, self.dtype.is_time()));
            }
            Ok(Self::from_i64(&moved, places))
        })?;
        Ok(found.with_last_at(axis).contiguous())
    }

    /// The different elements in order, with the first place of each, which of them each element is, and how often
    /// each occurs.
    ///
    /// # Errors
    /// When there is no order.
    #[expect(
        clippy::clone_on_copy,
        reason = "the macro writes it for each type of element, and some are not Copy"
    )]
    pub fn unique(&self) -> Result<Unique> {
        if let Some(found) = self.counted() {
            return Ok(found);
        }
        let flat = self.raveled();
        let order = flat.arg_sorted(0)?.to_vec::<i64>().unwrap_or_default();
        with_sortable!(flat, T => {
            let values = flat.to_vec::<T>().unwrap_or_default();
            let mut found = Unique { values: self.clone(), first: Vec::new(), inverse: vec![0; values.len()], counts: Vec::new() };
            let mut kept: Vec<T> = Vec::new();
            for place in order {
                let Some(value) = values.get(place as usize) else { continue };
                let is_new = kept.last().is_none_or(|last| last.order(value) != Ordering::Equal);
                if is_new {
                    kept.push(value.clone());
                    found.first.push(place);
                    found.counts.push(0);
                }
                if let Some(count) = found.counts.last_mut() {
                    *count += 1;
                }
                if let Some(which) = found.inverse.get_mut(place as usize) {
                    *which = kept.len() as i64 - 1;
                }
            }
            found.values = Self::from_vec(&[kept.len()], kept).with_dtype(self.dtype);
            Ok(found)
        })
    }

    /// What [`Array::unique`] finds among whole numbers that lie close together, as the codes of classes do: they are
    /// counted, which is many times as fast as sorting them.
    fn counted(&self) -> Option<Unique> {
        let values = if self.dtype == DType::Int64 { self.values::<i64>()? } else { return None };
        let (least, most) = (*values.iter().min()?, *values.iter().max()?);
        let span = usize::try_from(most.checked_sub(least)?).ok().filter(|span| *span < 4 * values.len())?;
        let code = |value: &i64| (value - least) as usize;
        let (mut counts, mut first) = (vec![0; span + 1], vec![0; span + 1]);
        for (place, value) in values.iter().enumerate() {
            if counts[code(value)] == 0 {
                first[code(value)] = place as i64;
            }
            counts[code(value)] += 1;
        }
        let kept: Vec<usize> = (0..=span).filter(|code| counts[*code] > 0).collect();
        let mut ranks = vec![0; span + 1];
        for (rank, code) in kept.iter().enumerate() {
            ranks[*code] = rank as i64;
        }
        let each = |of: &[i64]| kept.iter().map(|code| of[*code]).collect();
        Some(Unique {
            values: Self::from_i64(&[kept.len()], kept.iter().map(|code| least + *code as i64).collect()),
            first: each(&first),
            inverse: values.iter().map(|value| ranks[code(value)]).collect(),
            counts: each(&counts),
        })
    }

    /// Where each of `wanted` would be put in to keep this sorted; after its equals when `right`.
    ///
    /// # Errors
    /// When the types have no order together.
    pub fn searched(&self, wanted: &Self, right: bool) -> Result<Self> {
        let met = super::binary::common("searchsorted", self.dtype, wanted.dtype, (None, None))?;
        let (own, wanted) = (self.cast(met)?, wanted.cast(met)?);
        with_sortable!(own, T => {
            let (Some(values), Some(keys)) = (own.values::<T>(), wanted.values::<T>()) else {
                return wrong_type("the types have no order together");
            };
            let before = |value: &T, key: &T| match value.order(key) {
                Ordering::Less => true,
                Ordering::Equal => right,
                Ordering::Greater => false,
            };
            let places = keys.iter().map(|key| values.partition_point(|value| before(value, key)) as i64);
            Ok(Self::from_i64(wanted.shape(), places.collect()))
        })
    }

    /// For each element whether it is one of `others`.
    ///
    /// # Errors
    /// When the types have no order together.
    pub fn is_in(&self, others: &Self) -> Result<Self> {
        if self.dtype.promote(others.dtype).is_none()
            || (self.dtype.kind() == super::Kind::Str) != (others.dtype.kind() == super::Kind::Str)
        {
            return Self::full(self.shape(), &Self::single(false));
        }
        let sorted = others.raveled().sorted(0)?;
        let (left, right) = (sorted.searched(self, false)?, sorted.searched(self, true)?);
        let found = super::binary::zip(&left, &right, |left: i64, right: i64| right > left)?;
        if self.dtype.kind() != super::Kind::Float {
            return Ok(found);
        }
        // NaN is not even itself.
        let is_number = super::compare::apply(super::compare::Compare::Equal, self, self, (None, None))?;
        super::compare::logical("logical_and", &found, &is_number)
    }
}

/// What [`Array::unique`] finds.
#[derive(Clone, Debug)]
pub struct Unique {
    /// The different elements.
    pub values: Array,
    /// The first place of each.
    pub first: Vec<i64>,
    /// Which of them each element is.
    pub inverse: Vec<i64>,
    /// How often each occurs.
    pub counts: Vec<i64>,
}

fn sort<T: Sortable>(row: &mut [T], is_time: bool) {
    T::sort(row);
    if is_time {
        // What is not a time is the lowest number, but comes last.
        let missing = row.iter().take_while(|value| is_nat(*value)).count();
        row.rotate_left(missing);
    }
}

fn is_nat<T: Element>(value: &T) -> bool {
    (value as &dyn std::any::Any).downcast_ref::<i64>().is_some_and(|ticks| *ticks == NAT)
}

fn order_of<T: Sortable>(row: &[T], is_time: bool) -> Vec<i64> {
    // Values beside their places: to look each one up costs more than to move it.
    let mut pairs: Vec<(T, i64)> = row.iter().cloned().zip(0..).collect();
    pairs.sort_by(|one, two| one.0.order(&two.0));
    if is_time {
        let missing = pairs.iter().take_while(|(value, _)| is_nat(value)).count();
        pairs.rotate_left(missing);
    }
    pairs.into_iter().map(|(_, place)| place).collect()
}

/// The places that sort by several keys, the last one first.
///
/// # Errors
/// When the keys are not equally long or have no order.
pub fn by_keys(keys: &[Array]) -> Result<Array> {
    let length = keys.first().map_or(0, Array::size);
    let mut places: Vec<usize> = (0..length).collect();
    for key in keys {
        let order = key.rows(&places).arg_sorted(0)?.to_vec::<i64>().unwrap_or_default();
        places = order.iter().filter_map(|at| places.get(*at as usize).copied()).collect();
    }
    Ok(Array::from_i64(&[places.len()], places.into_iter().map(|place| place as i64).collect()))
}

/// How often each whole number from 0 occurs, or the sum of the weights where it does.
///
/// # Errors
/// When numbers are negative or not whole.
pub fn bin_count(numbers: &Array, weights: Option<&Array>, least: usize) -> Result<Array> {
    if !numbers.dtype().is_integer() && numbers.dtype() != DType::Bool {
        return wrong_type(format!(
            "Cannot cast array data from dtype('{}') to dtype('int64') according to the rule 'safe'",
            numbers.dtype()
        ));
    }
    if numbers.ndim() != 1 {
        return super::error::value("object of too small depth for desired array");
    }
    let bins = numbers.to_i64().unwrap_or_default();
    if bins.iter().any(|bin| *bin < 0) {
        return super::error::value("'list' argument must have no negative elements");
    }
    let highest =
        bins.iter().max().map_or(0, |bin| usize::try_from(*bin).unwrap_or(usize::MAX).saturating_add(1));
    let count = highest.max(least);
    super::storage::room(count, 8)?;
    match weights {
        None => {
            let mut counts = vec![0_i64; count];
            for bin in bins {
                if let Some(place) = counts.get_mut(bin as usize) {
                    *place += 1;
                }
            }
            Ok(Array::from_i64(&[count], counts))
        }
        Some(weights) => {
            let weights = weights.to_f64().unwrap_or_default();
            if weights.len() != bins.len() {
                return super::error::value("The weights and list don't have the same length.");
            }
            let mut sums = vec![0.0; count];
            for (bin, weight) in bins.iter().zip(weights) {
                if let Some(place) = sums.get_mut(*bin as usize) {
                    *place = Number::plus(*place, weight);
                }
            }
            Ok(Array::from_f64(&[count], sums))
        }
    }
}
