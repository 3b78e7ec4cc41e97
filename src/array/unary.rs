//! Operations on one array, element by element.

use super::datetime::NAT;
use super::error::{ArrayError, Result, wrong_type};
use super::number::{Flags, Number};
use super::storage::{Element, with_number};
use super::{Array, DType, Kind};
use std::f64::consts::PI;

type Function = fn(f64) -> f64;

/// The functions that give fractions, by numpy's names.
const FRACTIONS: [(&str, Function); 27] = [
    ("sqrt", f64::sqrt),
    ("cbrt", f64::cbrt),
    ("exp", f64::exp),
    ("exp2", f64::exp2),
    ("expm1", f64::exp_m1),
    ("log", f64::ln),
    ("log2", f64::log2),
    ("log10", f64::log10),
    ("log1p", f64::ln_1p),
    ("sin", f64::sin),
    ("cos", f64::cos),
    ("tan", f64::tan),
    ("arcsin", f64::asin),
    ("arccos", f64::acos),
    ("arctan", f64::atan),
    ("sinh", f64::sinh),
    ("cosh", f64::cosh),
    ("tanh", f64::tanh),
    ("arcsinh", f64::asinh),
    ("arccosh", f64::acosh),
    ("arctanh", f64::atanh),
    ("deg2rad", |degrees| degrees * (PI / 180.0)),
    ("rad2deg", |radians| radians * (180.0 / PI)),
    ("radians", |degrees| degrees * (PI / 180.0)),
    ("degrees", |radians| radians * (180.0 / PI)),
    ("fabs", f64::abs),
    ("spacing", |number| {
        let next = f64::from_bits(number.abs().to_bits() + 1);
        (next - number.abs()).copysign(number)
    }),
];

/// The functions that leave whole numbers as they are.
const ROUNDINGS: [(&str, Function); 4] =
    [("floor", f64::floor), ("ceil", f64::ceil), ("trunc", f64::trunc), ("rint", f64::round_ties_even)];

/// Applies a function by numpy's name; none when there is no such function.
///
/// # Errors
/// When it has no meaning for the type.
pub fn apply(name: &str, array: &Array) -> Option<Result<(Array, Flags)>> {
    let quiet = |found: Result<Array>| Some(found.map(|found| (found, Flags::default())));
    match name {
        "negative" => return quiet(negative(array)),
        "positive" => return quiet(Ok(array.copied())),
        "absolute" => return quiet(absolute(array)),
        "sign" => return quiet(each(array, name, Each::Sign)),
        "square" => return quiet(each(array, name, Each::Square)),
        "reciprocal" => {
            return Some(super::binary::apply(
                super::binary::Binary::Divide,
                &Array::single(1.0),
                array,
                (None, None),
            ));
        }
        "invert" => return quiet(invert(array)),
        "logical_not" => {
            return quiet(Ok(Array::from_bool(
                array.shape(),
                array.truths().iter().map(|truth| !truth).collect(),
            )));
        }
        "isnan" | "isinf" | "isfinite" | "isnat" | "signbit" => return quiet(test(array, name)),
        _ => {}
    }
    if let Some((_, function)) = ROUNDINGS.iter().find(|(known, _)| *known == name) {
        if array.dtype().kind() < Kind::Float {
            return quiet(Ok(array.copied()));
        }
        return Some(fractions(array, name, *function));
    }
    let (_, function) = FRACTIONS.iter().find(|(known, _)| *known == name)?;
    Some(fractions(array, name, *function))
}

fn unsupported<T>(name: &str) -> Result<T> {
    Err(ArrayError::UFunc(format!(
        "ufunc '{name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''"
    )))
}

/// Applies a function to each element.
pub fn map<T: Element, U: Element>(array: &Array, function: impl Fn(T) -> U) -> Option<Array> {
    if array.ndim() > 1 && !array.is_contiguous() && array.is_fortran() {
        return Some(map(&array.transposed(), function)?.transposed());
    }
    let values = array.values::<T>()?.iter().map(|value| function(value.clone())).collect();
    Some(Array::from_vec(array.shape(), values))
}

fn fractions(array: &Array, name: &str, function: Function) -> Result<(Array, Flags)> {
    if !array.dtype().is_numeric() {
        return unsupported(name);
    }
    if array.dtype() == DType::Float32 {
        let found = map(array, |number: f32| function(number.into()) as f32);
        let found = found.unwrap_or_else(|| array.clone());
        let flags = flags(name, &array.cast(DType::Float64)?, &found.cast(DType::Float64)?);
        return Ok((found, flags));
    }
    let array = array.cast(DType::Float64)?;
    let found = map(&array, function).unwrap_or_else(|| array.clone());
    let flags = flags(name, &array, &found);
    Ok((found, flags))
}

fn flags(name: &str, from: &Array, found: &Array) -> Flags {
    let mut flags = Flags::default();
    let (Some(from), Some(found)) = (from.values::<f64>(), found.values::<f64>()) else { return flags };
    if found.iter().all(|value| value.is_finite()) {
        return flags;
    }
    for (from, found) in from.iter().zip(found.iter()) {
        flags.invalid |= found.is_nan() && !from.is_nan();
        if found.is_infinite() && from.is_finite() {
            let is_pole = name.starts_with("log") || name == "arctanh";
            flags.divide |= is_pole;
            flags.overflow |= !is_pole;
        }
    }
    flags
}

#[derive(Clone, Copy)]
enum Each {
    Negative,
    Absolute,
    Sign,
    Square,
}

fn each(array: &Array, name: &str, what: Each) -> Result<Array> {
    fn run<T: Number>(array: &Array, what: Each) -> Option<Array> {
        match what {
            Each::Negative => map(array, T::negated),
            Each::Absolute => map(array, T::magnitude),
            Each::Sign => map(array, T::signum),
            Each::Square => map(array, |number: T| number.times(number)),
        }
    }
    let found = with_number!(array.storage(), T => run::<T>(array, what), _ => None);
    found.map_or_else(|| unsupported(name), Ok)
}

fn negative(array: &Array) -> Result<Array> {
    match array.dtype() {
        DType::Bool => wrong_type(
            "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.",
        ),
        DType::DateTime(_) => unsupported("negative"),
        DType::TimeDelta(_) => Ok(each(array, "negative", Each::Negative)?.with_dtype(array.dtype())),
        _ => each(array, "negative", Each::Negative),
    }
}

fn absolute(array: &Array) -> Result<Array> {
    match array.dtype() {
        DType::Bool => Ok(array.copied()),
        DType::DateTime(_) => unsupported("absolute"),
        DType::TimeDelta(_) => Ok(each(array, "absolute", Each::Absolute)?.with_dtype(array.dtype())),
        _ => each(array, "absolute", Each::Absolute),
    }
}

fn invert(array: &Array) -> Result<Array> {
    macro_rules! whole {
        ($($rust:ty)*) => {
            $(if let Some(found) = map(array, |number: $rust| !number) {
                return Ok(found);
            })*
        };
    }
    if !array.dtype().is_time() {
        whole! { bool i8 i16 i32 i64 u8 u16 u32 u64 }
    }
    unsupported("invert")
}

fn test(array: &Array, name: &str) -> Result<Array> {
    if array.dtype().is_time() {
        let answer = match name {
            "isnan" | "isnat" => |ticks: i64| ticks == NAT,
            "isfinite" => |ticks: i64| ticks != NAT,
            _ => |_: i64| false,
        };
        return map(array, answer).map_or_else(|| unsupported(name), Ok);
    }
    if name == "isnat" {
        return wrong_type("ufunc 'isnat' is only defined for np.datetime64 and np.timedelta64.");
    }
    if !array.dtype().is_numeric() {
        return unsupported(name);
    }
    if array.dtype().kind() != Kind::Float && name != "signbit" {
        return Array::full(array.shape(), &Array::single(name == "isfinite"));
    }
    let answer: fn(f64) -> bool = match name {
        "isnan" => f64::is_nan,
        "isinf" => f64::is_infinite,
        "isfinite" => f64::is_finite,
        _ => f64::is_sign_negative,
    };
    map(&array.cast(DType::Float64)?, answer).map_or_else(|| unsupported(name), Ok)
}

/// `np.round`: half to even after moving the point, as numpy does it.
///
/// # Errors
/// When it has no meaning for the type.
pub fn round(array: &Array, decimals: i32) -> Result<Array> {
    match array.dtype().kind() {
        Kind::Float => {}
        Kind::Bool | Kind::Signed | Kind::Unsigned if decimals >= 0 => {
            // numpy gives float16 for truth values, which is not carried.
            return Ok(if array.dtype() == DType::Bool {
                array.cast(DType::Float32)?
            } else {
                array.copied()
            });
        }
        Kind::Signed | Kind::Unsigned => {}
        _ => return unsupported("rint"),
    }
    let factor = 10_f64.powi(decimals.saturating_abs().min(400));
    let rounded = |number: f64| {
        if decimals == 0 {
            number.round_ties_even()
        } else if decimals > 0 {
            let scaled = number * factor;
            if scaled.is_finite() { scaled.round_ties_even() / factor } else { number }
        } else {
            (number / factor).round_ties_even() * factor
        }
    };
    if array.dtype() == DType::Float32 {
        let single = |number: f32| {
            if decimals > 0 {
                (number * factor as f32).round_ties_even() / factor as f32
            } else {
                rounded(number.into()) as f32
            }
        };
        return map(array, single).map_or_else(|| unsupported("rint"), Ok);
    }
    let wide = array.cast(DType::Float64)?;
    map(&wide, rounded).map_or_else(|| unsupported("rint"), Ok)?.cast(array.dtype())
}
