//! Mean, variance, quantiles and histograms.

use super::binary::{self, Binary};
use super::error::{Result, value, wrong_type};
use super::order::Sortable;
use super::reduce::{Reduce, by_rows};
use super::{Array, DType, Kind, shape};

impl Array {
    /// The mean along axes.
    ///
    /// # Errors
    /// When an axis is not there or the type has no mean.
    pub fn mean(&self, named: Option<&[i64]>, keep: bool) -> Result<Self> {
        let gone = self.named_axes(named)?;
        let count: usize = gone.iter().map(|axis| self.length(*axis)).product();
        let wide = if self.dtype.kind() < Kind::Float { self.cast(DType::Float64)? } else { self.clone() };
        let sum = wide.reduced(Reduce::Sum, named, keep)?;
        let number = Self::single(count as f64).cast(if sum.dtype == DType::Float32 {
            DType::Float32
        } else {
            DType::Float64
        })?;
        Ok(binary::apply(Binary::Divide, &sum, &number, (None, None))?.0)
    }

    /// The variance along axes; `ddof` is taken off the divisor.
    ///
    /// # Errors
    /// When an axis is not there or the type has no variance.
    pub fn variance(&self, named: Option<&[i64]>, ddof: f64, keep: bool) -> Result<Self> {
        if !self.dtype.is_numeric() {
            return wrong_type(format!("cannot take the variance of {}", self.dtype));
        }
        let gone = self.named_axes(named)?;
        let count: usize = gone.iter().map(|axis| self.length(*axis)).product();
        let wide = if self.dtype.kind() < Kind::Float { self.cast(DType::Float64)? } else { self.clone() };
        let centred = binary::apply(Binary::Subtract, &wide, &wide.mean(named, true)?, (None, None))?.0;
        let squares = binary::apply(Binary::Multiply, &centred, &centred, (None, None))?.0;
        let sum = squares.reduced(Reduce::Sum, named, keep)?;
        let divisor = Self::single((count as f64 - ddof).max(0.0)).cast(sum.dtype)?;
        Ok(binary::apply(Binary::Divide, &sum, &divisor, (None, None))?.0)
    }

    /// `mean`, `var` or `std` of those elements that are chosen, around a mean that may be known.
    ///
    /// # Errors
    /// When an axis is not there, shapes do not fit or the type has no such moment.
    pub fn moment(
        &self,
        name: &str,
        named: Option<&[i64]>,
        ddof: f64,
        keep: bool,
        chosen: Option<&Self>,
        mean: Option<Self>,
    ) -> Result<Self> {
        let wide = if self.dtype.kind() < Kind::Float { self.cast(DType::Float64)? } else { self.clone() };
        let all = Self::single(true);
        let chosen = chosen.unwrap_or(&all).cast(DType::Bool)?.broadcast_to(wide.shape())?;
        let pair = |op: Binary, one: &Self, two: &Self| Ok(binary::apply(op, one, two, (None, None))?.0);
        let zero = Self::single(0.0).cast(wide.dtype)?;
        let total = |array: &Self, keep: bool| {
            Self::choose(&chosen, array, &zero, wide.dtype)?.reduced(Reduce::Sum, named, keep)
        };
        let count = |keep: bool| chosen.reduced(Reduce::Sum, named, keep)?.cast(wide.dtype);
        if name == "mean" {
            return pair(Binary::Divide, &total(&wide, keep)?, &count(keep)?);
        }
        let mean = match mean {
            Some(mean) => mean,
            None => pair(Binary::Divide, &total(&wide, true)?, &count(true)?)?,
        };
        let centred = pair(Binary::Subtract, &wide, &mean)?;
        let squares = pair(Binary::Multiply, &centred, &centred)?;
        let free = pair(Binary::Subtract, &count(keep)?, &Self::single(ddof).cast(wide.dtype)?)?;
        let found = pair(Binary::Divide, &total(&squares, keep)?, &pair(Binary::Maximum, &free, &zero)?)?;
        if name == "var" {
            return Ok(found);
        }
        super::unary::apply("sqrt", &found).map_or(Ok(found.clone()), |found| Ok(found?.0))
    }

    /// The quantiles at shares between 0 and 1 along axes, as a new first axis.
    ///
    /// # Errors
    /// When a share is no share, a method unknown, an axis not there or the type without order.
    pub fn quantiles(
        &self,
        shares: &[f64],
        named: Option<&[i64]>,
        method: &str,
        skip_nan: bool,
    ) -> Result<Self> {
        if !shares.iter().all(|share| (0.0..=1.0).contains(share)) {
            return value("Quantiles must be in the range [0, 1]");
        }
        let wide = self.cast(DType::Float64)?;
        let gone = wide.named_axes(named)?;
        let kept = wide.shape_without(&gone, false);
        let (rows, length) = wide.with_gone_last(&gone);
        let values = rows.to_vec::<f64>().unwrap_or_default();
        let count = shape::count(&kept)?;
        let mut sorted = values;
        for row in sorted.chunks_mut(length.max(1)) {
            row.sort_unstable_by(Sortable::order);
        }
        let mut found = Vec::with_capacity(count * shares.len());
        for share in shares {
            for quantile in
                by_rows(&sorted, length, count, |row| quantile(known(row, skip_nan), *share, method))
            {
                found.push(quantile?);
            }
        }
        Ok(Self::from_f64(&[&[shares.len()], kept.as_slice()].concat(), found))
    }

    /// The mean of the two middle elements along axes.
    ///
    /// # Errors
    /// When an axis is not there or the type has no order.
    pub fn median(&self, named: Option<&[i64]>) -> Result<Self> {
        let wide = if self.dtype.kind() < Kind::Float { self.cast(DType::Float64)? } else { self.clone() };
        if wide.dtype.kind() != Kind::Float {
            return wrong_type(format!("cannot take the median of {}", self.dtype));
        }
        let dtype = wide.dtype;
        let wide = wide.cast(DType::Float64)?;
        let gone = wide.named_axes(named)?;
        let kept = wide.shape_without(&gone, false);
        let (rows, length) = wide.with_gone_last(&gone);
        let mut values = rows.to_vec::<f64>().unwrap_or_default();
        for row in values.chunks_mut(length.max(1)) {
            row.sort_unstable_by(Sortable::order);
        }
        let middle = |row: &[f64]| match row {
            [] => f64::NAN,
            [.., last] if last.is_nan() => f64::NAN,
            row => {
                let upper = row.get(row.len() / 2).copied().unwrap_or(f64::NAN);
                let lower = row.get((row.len() - 1) / 2).copied().unwrap_or(f64::NAN);
                if row.len() % 2 == 1 { upper } else { (lower + upper) / 2.0 }
            }
        };
        Self::from_f64(&kept, by_rows(&values, length, shape::count(&kept)?, middle)).cast(dtype)
    }
}

/// Sorted numbers, without what is missing at their end if that is to be skipped.
fn known(sorted: &[f64], skip_nan: bool) -> &[f64] {
    let count = if skip_nan { sorted.partition_point(|number| !number.is_nan()) } else { sorted.len() };
    sorted.get(..count).unwrap_or(sorted)
}

/// A quantile of sorted numbers by one of numpy's methods.
///
/// # Errors
/// When the method is unknown.
pub fn quantile(sorted: &[f64], share: f64, method: &str) -> Result<f64> {
    let Some(last) = sorted.last() else { return Ok(f64::NAN) };
    if last.is_nan() {
        return Ok(f64::NAN);
    }
    let count = sorted.len() as f64;
    let highest = count - 1.0;
    // Where the quantile stands, counted from 0, by the parameters alpha and beta of Hyndman and Fan.
    let between = |alpha: f64, beta: f64| count * share + (alpha + share * (1.0 - alpha - beta)) - 1.0;
    let place = match method {
        "linear" => highest * share,
        "lower" => (highest * share).floor(),
        "higher" => (highest * share).ceil(),
        "nearest" => (highest * share).round_ties_even(),
        "midpoint" => {
            let place = highest * share;
            if place.fract() == 0.0 { place } else { place.floor() + 0.5 }
        }
        "inverted_cdf" => (count * share).ceil() - 1.0,
        "weibull" => between(0.0, 0.0),
        "hazen" => between(0.5, 0.5),
        "median_unbiased" => between(1.0 / 3.0, 1.0 / 3.0),
        "normal_unbiased" => between(3.0 / 8.0, 3.0 / 8.0),
        "interpolated_inverted_cdf" => between(0.0, 1.0),
        _ => return value(format!("{} is not a valid method.", super::print::quoted(method))),
    };
    let place = place.clamp(0.0, highest);
    let at = |place: f64| sorted.get(place as usize).copied().unwrap_or(*last);
    let (low, high) = (at(place.floor()), at((place.floor() + 1.0).min(highest)));
    Ok(between_two(low, high, place.fract()))
}

/// A number between two, from the nearer end, as numpy does it.
fn between_two(low: f64, high: f64, share: f64) -> f64 {
    let span = high - low;
    if share == 0.0 || span == 0.0 {
        low
    } else if share >= 0.5 {
        high - span * (1.0 - share)
    } else {
        low + span * share
    }
}

/// The counts of numbers between edges; the last part has both of its edges.
///
/// # Errors
/// When the numbers are no numbers.
pub fn histogram(numbers: &Array, edges: &[f64], weights: Option<&[f64]>) -> Result<Vec<f64>> {
    let Some(values) = numbers.to_f64() else { return wrong_type("histogram needs numbers") };
    let mut counts = vec![0.0; edges.len().saturating_sub(1)];
    let (Some(first), Some(last)) = (edges.first(), edges.last()) else { return Ok(counts) };
    for (place, number) in values.iter().enumerate() {
        if !(*first..=*last).contains(number) {
            continue;
        }
        let after = edges.partition_point(|edge| edge <= number);
        let bin = after.saturating_sub(1).min(counts.len().saturating_sub(1));
        let weight = weights.map_or(1.0, |weights| weights.get(place).copied().unwrap_or(0.0));
        if let Some(count) = counts.get_mut(bin) {
            *count += weight;
        }
    }
    Ok(counts)
}

/// Linear interpolation of points whose `x` ascends.
pub fn interpolate(at: &[f64], x: &[f64], y: &[f64], left: Option<f64>, right: Option<f64>) -> Vec<f64> {
    let (Some(first), Some(last)) = (y.first().copied(), y.last().copied()) else {
        return vec![f64::NAN; at.len()];
    };
    let point = |at: f64| -> f64 {
        if at.is_nan() {
            return f64::NAN;
        }
        let after = x.partition_point(|x| *x <= at);
        if after == 0 {
            return left.unwrap_or(first);
        }
        let (Some(x0), Some(y0)) = (x.get(after - 1), y.get(after - 1)) else { return last };
        match (x.get(after), y.get(after)) {
            (Some(x1), Some(y1)) => (y1 - y0) / (x1 - x0) * (at - x0) + y0,
            _ if at == *x0 => *y0,
            _ => right.unwrap_or(last),
        }
    };
    at.iter().map(|at| point(*at)).collect()
}
