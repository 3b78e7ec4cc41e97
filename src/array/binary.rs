//! Operations on two arrays, element by element.

use super::datetime::{self, NAT, Unit};
use super::error::{ArrayError, Result, value};
use super::number::{Flags, Number};
use super::storage::{Element, with_number};
use super::{Array, DType, Kind, Weak, shape};

/// An operation on two arrays that gives numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binary {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `//`
    FloorDivide,
    /// `%`
    Remainder,
    /// C's `fmod`.
    Fmod,
    /// `**`
    Power,
    /// The larger one; NaN when one is.
    Maximum,
    /// The smaller one; NaN when one is.
    Minimum,
    /// The larger one that is a number.
    Fmax,
    /// The smaller one that is a number.
    Fmin,
    /// `&`
    And,
    /// `|`
    Or,
    /// `^`
    Xor,
    /// `<<`
    LeftShift,
    /// `>>`
    RightShift,
    /// The angle of a point.
    Arctan2,
    /// The length of a vector.
    Hypot,
    /// `log(exp(a) + exp(b))`
    LogAddExp,
    /// The first with the sign of the second.
    Copysign,
}

const NAMES: [(&str, Binary); 21] = [
    ("add", Binary::Add),
    ("subtract", Binary::Subtract),
    ("multiply", Binary::Multiply),
    ("divide", Binary::Divide),
    ("floor_divide", Binary::FloorDivide),
    ("remainder", Binary::Remainder),
    ("fmod", Binary::Fmod),
    ("power", Binary::Power),
    ("maximum", Binary::Maximum),
    ("minimum", Binary::Minimum),
    ("fmax", Binary::Fmax),
    ("fmin", Binary::Fmin),
    ("bitwise_and", Binary::And),
    ("bitwise_or", Binary::Or),
    ("bitwise_xor", Binary::Xor),
    ("left_shift", Binary::LeftShift),
    ("right_shift", Binary::RightShift),
    ("arctan2", Binary::Arctan2),
    ("hypot", Binary::Hypot),
    ("logaddexp", Binary::LogAddExp),
    ("copysign", Binary::Copysign),
];

impl Binary {
    /// numpy's name.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, op)| *op == self).map_or("", |(name, _)| name)
    }

    /// The operation of a name.
    pub fn parse(name: &str) -> Option<Self> {
        let name = match name {
            "true_divide" => "divide",
            "mod" => "remainder",
            _ => name,
        };
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, op)| *op)
    }

    /// Whether only whole numbers and truth values have it.
    fn is_bitwise(self) -> bool {
        matches!(self, Self::And | Self::Or | Self::Xor | Self::LeftShift | Self::RightShift)
    }

    /// Whether the result always has a fraction.
    fn gives_fractions(self) -> bool {
        matches!(self, Self::Divide | Self::Arctan2 | Self::Hypot | Self::LogAddExp | Self::Copysign)
    }
}

/// The type in which two operands meet: arrays by their types, Python numbers by NEP 50.
///
/// # Errors
/// When they cannot meet.
pub fn common(name: &str, one: DType, two: DType, weak: (Option<Weak>, Option<Weak>)) -> Result<DType> {
    let met = match weak {
        (Some(weak), None) => {
            Some(two.promote_weak(weak)).filter(|_| two.is_numeric()).or_else(|| one.promote(two))
        }
        (None, Some(weak)) => {
            Some(one.promote_weak(weak)).filter(|_| one.is_numeric()).or_else(|| one.promote(two))
        }
        _ => one.promote(two),
    };
    met.ok_or_else(|| no_loop(name, one, two))
}

/// The error that a ufunc has no loop for two types.
pub fn no_loop(name: &str, one: DType, two: DType) -> ArrayError {
    let shown = |dtype: DType| match dtype {
        DType::Str(0) => "dtype('<U1')".to_owned(),
        DType::Str(_) | DType::Object => {
            format!("dtype('{}')", if dtype == DType::Object { "O".into() } else { dtype.to_string() })
        }
        DType::DateTime(_) | DType::TimeDelta(_) => format!("dtype('{}')", dtype.code()),
        _ => format!("dtype('{}')", dtype.name()),
    };
    ArrayError::UFunc(format!(
        "ufunc '{name}' did not contain a loop with signature matching types ({}, {}) -> None",
        shown(one),
        shown(two)
    ))
}

/// Applies an operation; `weak` marks operands that are Python numbers.
///
/// # Errors
/// When shapes or types do not fit.
pub fn apply(
    op: Binary,
    one: &Array,
    two: &Array,
    weak: (Option<Weak>, Option<Weak>),
) -> Result<(Array, Flags)> {
    if one.dtype().is_time() || two.dtype().is_time() {
        return times(op, one, two).map(|found| (found, Flags::default()));
    }
    let met = common(op.name(), one.dtype(), two.dtype(), weak)?;
    if met.kind() == Kind::Str && !matches!(op, Binary::Add | Binary::Subtract | Binary::Multiply) {
        return Err(not_supported(op));
    }
    if met.kind() == Kind::Str && op == Binary::Add && one.dtype().kind() == two.dtype().kind() {
        return Ok((concatenated(one, two)?, Flags::default()));
    }
    if !met.is_numeric() {
        return Err(no_loop(op.name(), one.dtype(), two.dtype()));
    }
    if op.is_bitwise() && met.kind() == Kind::Float {
        return Err(not_supported(op));
    }
    let dtype = match met {
        _ if op.gives_fractions() && met.kind() < Kind::Float => DType::Float64,
        DType::Bool => return truth_values(op, one, two),
        _ => met,
    };
    let (one, two) = (one.cast(dtype)?, two.cast(dtype)?);
    if op == Binary::Power && dtype.kind() == Kind::Signed {
        let negative = two.to_i64().is_some_and(|powers| powers.iter().any(|power| *power < 0));
        if negative {
            return value("Integers to negative integer powers are not allowed.");
        }
    }
    let (wide_one, wide_two) = (one.cast(carrier(dtype))?, two.cast(carrier(dtype))?);
    let found = match carrier(dtype) {
        DType::Int64 => numbers::<i64>(op, &wide_one, &wide_two)?,
        DType::UInt64 => numbers::<u64>(op, &wide_one, &wide_two)?,
        _ => numbers::<f64>(op, &wide_one, &wide_two)?,
    };
    let found = found.cast(dtype)?;
    let flags = with_number!(found.storage(), T => flags::<T>(op, &one, &two, &found), _ => Flags::default());
    Ok((found, flags))
}

fn not_supported(op: Binary) -> ArrayError {
    ArrayError::UFunc(format!(
        "ufunc '{}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''",
        op.name()
    ))
}

/// The type in which numbers of a type are combined. Code for every narrow type would be several times as much, and
/// would find the same: whole numbers wrap alike, and the wide fractions are fine enough to be rounded once more.
pub(super) fn carrier(dtype: DType) -> DType {
    match dtype.kind() {
        Kind::Signed => DType::Int64,
        Kind::Unsigned | Kind::Bool => DType::UInt64,
        _ => DType::Float64,
    }
}

fn numbers<T: Number>(op: Binary, one: &Array, two: &Array) -> Result<Array> {
    let whole = |mix: fn(i64, i64) -> i64| {
        zip(one, two, move |one: T, two: T| T::of_i64(mix(one.wide_i64(), two.wide_i64())))
    };
    let wide = |mix: fn(f64, f64) -> f64| {
        zip(one, two, move |one: T, two: T| T::of_f64(mix(one.wide(), two.wide())))
    };
    match op {
        Binary::Add => zip(one, two, T::plus),
        Binary::Subtract => zip(one, two, T::minus),
        Binary::Multiply => zip(one, two, T::times),
        Binary::Divide => zip(one, two, |one: f64, two: f64| one / two),
        Binary::FloorDivide => zip(one, two, T::floor_divided),
        Binary::Remainder => zip(one, two, T::remainder),
        Binary::Fmod => zip(one, two, T::c_remainder),
        Binary::Power => zip(one, two, T::power),
        Binary::Maximum => zip(one, two, |one: T, two: T| if one >= two || one.is_nan() { one } else { two }),
        Binary::Minimum => zip(one, two, |one: T, two: T| if one <= two || one.is_nan() { one } else { two }),
        Binary::Fmax => zip(one, two, |one: T, two: T| if one >= two || two.is_nan() { one } else { two }),
        Binary::Fmin => zip(one, two, |one: T, two: T| if one <= two || two.is_nan() { one } else { two }),
        Binary::And => whole(|one, two| one & two),
        Binary::Or => whole(|one, two| one | two),
        Binary::Xor => whole(|one, two| one ^ two),
        Binary::LeftShift => whole(shifted_left),
        Binary::RightShift => whole(shifted_right),
        Binary::Arctan2 => wide(f64::atan2),
        Binary::Hypot => wide(f64::hypot),
        Binary::LogAddExp => wide(log_add_exp),
        Binary::Copysign => wide(f64::copysign),
    }
}

fn flags<T: Number>(op: Binary, one: &Array, two: &Array, found: &Array) -> Flags {
    if T::IS_FLOAT { fraction_flags::<T>(op, one, two, found) } else { whole_flags::<T>(op, two) }
}

fn shifted_left(one: i64, two: i64) -> i64 {
    u32::try_from(two).ok().and_then(|by| one.checked_shl(by)).unwrap_or(0)
}

fn shifted_right(one: i64, two: i64) -> i64 {
    one >> two.clamp(0, 63)
}

fn log_add_exp(one: f64, two: f64) -> f64 {
    if one == two {
        return one + std::f64::consts::LN_2;
    }
    let difference = one - two;
    if difference > 0.0 {
        one + (-difference).exp().ln_1p()
    } else if difference <= 0.0 {
        two + difference.exp().ln_1p()
    } else {
        difference
    }
}

/// Combines two arrays of the same type, stretched to a common shape.
///
/// # Errors
/// When the shapes do not fit.
pub fn zip<T: Element, U: Element>(one: &Array, two: &Array, mix: impl Fn(T, T) -> U) -> Result<Array> {
    // One short loop for each operation: what all have in common is in `pair`.
    let pair = pair(one, two)?;
    let wrong = || ArrayError::Type("the types do not match".into());
    let (left, right) =
        (pair.one.values::<T>().ok_or_else(wrong)?, pair.two.values::<T>().ok_or_else(wrong)?);
    let mixed: Vec<U> = match (pair.single, left.first(), right.first()) {
        (Some(Side::Left), Some(left), _) => {
            right.iter().map(|right| mix(left.clone(), right.clone())).collect()
        }
        (Some(Side::Right), _, Some(right)) => {
            left.iter().map(|left| mix(left.clone(), right.clone())).collect()
        }
        _ => left.iter().zip(right.iter()).map(|(left, right)| mix(left.clone(), right.clone())).collect(),
    };
    let found = Array::from_vec(&pair.shape, mixed);
    Ok(if pair.transposed { found.transposed() } else { found })
}

/// Two arrays ready to be combined.
struct Pair {
    one: Array,
    two: Array,
    /// The side that is a single value for all of the other; both have as many values where none is.
    single: Option<Side>,
    shape: Vec<usize>,
    /// Whether the arrays were transposed, and the result is to be.
    transposed: bool,
}

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
}

fn pair(one: &Array, two: &Array) -> Result<Pair> {
    // Keeps the order of axes in memory where both have the same, as numpy does.
    let is_fortran = |array: &Array| array.ndim() > 1 && !array.is_contiguous() && array.is_fortran();
    let is_single = |array: &Array| array.size() == 1 && array.ndim() == 0;
    if (is_fortran(one) && (is_fortran(two) && one.shape() == two.shape() || is_single(two)))
        || (is_fortran(two) && is_single(one))
    {
        return Ok(Pair { transposed: true, ..pair(&one.transposed(), &two.transposed())? });
    }
    let shape = if one.shape() == two.shape() {
        one.shape().to_vec()
    } else {
        shape::broadcast(&[one.shape(), two.shape()])?
    };
    let size = shape::count(&shape)?;
    super::storage::room(size, 8)?;
    let single = if two.size() == 1 && one.size() == size {
        Some(Side::Right)
    } else if one.size() == 1 && two.size() == size {
        Some(Side::Left)
    } else {
        None
    };
    let (one, two) = match single {
        Some(_) => (one.clone(), two.clone()),
        None => (one.broadcast_to(&shape)?, two.broadcast_to(&shape)?),
    };
    Ok(Pair { one, two, single, shape, transposed: false })
}

fn truth_values(op: Binary, one: &Array, two: &Array) -> Result<(Array, Flags)> {
    let (one, two) = (one.cast(DType::Bool)?, two.cast(DType::Bool)?);
    let found = match op {
        Binary::Add | Binary::Or | Binary::Maximum | Binary::Fmax => zip(&one, &two, |one: bool, two| one | two),
        Binary::Multiply | Binary::And | Binary::Minimum | Binary::Fmin => zip(&one, &two, |one: bool, two| one & two),
        Binary::Xor => zip(&one, &two, |one: bool, two| one ^ two),
        Binary::Subtract => Err(ArrayError::Type(
            "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.".into(),
        )),
        _ => {
            let (one, two) = (one.cast(DType::Int8)?, two.cast(DType::Int8)?);
            return apply(op, &one, &two, (None, None));
        }
    };
    Ok((found?, Flags::default()))
}

fn concatenated(one: &Array, two: &Array) -> Result<Array> {
    let texts = zip::<std::rc::Rc<str>, std::rc::Rc<str>>(one, two, |one, two| format!("{one}{two}").into())?;
    Ok(texts.with_dtype(DType::Str(one.dtype().text_width() + two.dtype().text_width())))
}

fn whole_flags<T: Number>(op: Binary, two: &Array) -> Flags {
    let divides = matches!(op, Binary::FloorDivide | Binary::Remainder | Binary::Fmod);
    let by_zero = divides && two.values::<T>().is_some_and(|values| values.contains(&T::ZERO));
    Flags { divide: by_zero, ..Flags::default() }
}

fn fraction_flags<T: Number>(op: Binary, one: &Array, two: &Array, found: &Array) -> Flags {
    let mut flags = Flags::default();
    let quiet =
        matches!(op, Binary::Maximum | Binary::Minimum | Binary::Fmax | Binary::Fmin | Binary::Copysign);
    let Some(results) = found.values::<T>() else { return flags };
    if quiet || results.iter().all(|value| value.wide().is_finite()) {
        return flags;
    }
    let (Ok(one), Ok(two)) = (one.broadcast_to(found.shape()), two.broadcast_to(found.shape())) else {
        return flags;
    };
    let (Some(one), Some(two)) = (one.values::<T>(), two.values::<T>()) else { return flags };
    for ((one, two), result) in one.iter().zip(two.iter()).zip(results.iter()) {
        let (one, two, result) = (one.wide(), two.wide(), result.wide());
        if result.is_nan() {
            flags.invalid |= !one.is_nan() && !two.is_nan();
        } else if result.is_infinite() && one.is_finite() && two.is_finite() {
            let by_zero = match op {
                Binary::Divide | Binary::FloorDivide => two == 0.0,
                Binary::Power => one == 0.0,
                _ => false,
            };
            flags.divide |= by_zero;
            flags.overflow |= !by_zero;
        }
    }
    flags
}

/// Arithmetic with points and spans of time.
fn times(op: Binary, one: &Array, two: &Array) -> Result<Array> {
    let wrong = || {
        ArrayError::UFunc(format!(
            "ufunc '{}' cannot use operands with types {} and {}",
            op.name(),
            quoted(one.dtype()),
            quoted(two.dtype())
        ))
    };
    let unit = match (one.dtype().unit(), two.dtype().unit()) {
        (Some(one), Some(two)) => one.finer(two),
        (Some(unit), None) | (None, Some(unit)) => unit,
        (None, None) => Unit::Generic,
    };
    let (span, point) = (DType::TimeDelta(unit), DType::DateTime(unit));
    let (a, b) = (one.dtype().kind(), two.dtype().kind());
    let is_whole = |kind: Kind| matches!(kind, Kind::Bool | Kind::Unsigned | Kind::Signed);
    let same_unit = |array: &Array| match array.dtype().kind() {
        Kind::DateTime => array.cast(point),
        _ => array.cast(span),
    };
    let ticks = |mix: fn(i64, i64) -> i64, dtype: DType| -> Result<Array> {
        let (one, two) = (same_unit(one)?, same_unit(two)?);
        let either = |one: i64, two: i64| if one == NAT || two == NAT { NAT } else { mix(one, two) };
        Ok(zip::<i64, i64>(&one, &two, either)?.with_dtype(dtype))
    };
    match (op, a, b) {
        (Binary::Add, Kind::DateTime, Kind::DateTime) => Err(wrong()),
        (Binary::Add, Kind::DateTime, _) | (Binary::Add, _, Kind::DateTime)
            if a != Kind::Float && b != Kind::Float =>
        {
            ticks(i64::wrapping_add, point)
        }
        (Binary::Subtract, Kind::DateTime, Kind::DateTime) => ticks(i64::wrapping_sub, span),
        (Binary::Subtract, Kind::DateTime, Kind::TimeDelta) => ticks(i64::wrapping_sub, point),
        (Binary::Subtract, Kind::DateTime, kind) if is_whole(kind) => ticks(i64::wrapping_sub, point),
        (Binary::Add, Kind::TimeDelta, Kind::TimeDelta) => ticks(i64::wrapping_add, span),
        (Binary::Add, Kind::TimeDelta, kind) | (Binary::Add, kind, Kind::TimeDelta) if is_whole(kind) => {
            ticks(i64::wrapping_add, span)
        }
        (Binary::Subtract, Kind::TimeDelta, Kind::TimeDelta) => ticks(i64::wrapping_sub, span),
        (Binary::Subtract, Kind::TimeDelta, kind) if is_whole(kind) => ticks(i64::wrapping_sub, span),
        (Binary::Remainder, Kind::TimeDelta, Kind::TimeDelta) => ticks(Number::remainder, span),
        (Binary::Maximum | Binary::Fmax, one, two) if one == two => {
            ticks(Ord::max, if one == Kind::DateTime { point } else { span })
        }
        (Binary::Minimum | Binary::Fmin, one, two) if one == two => {
            ticks(Ord::min, if one == Kind::DateTime { point } else { span })
        }
        (Binary::Multiply, Kind::TimeDelta, kind) if is_whole(kind) || kind == Kind::Float => {
            scaled(one, two, span, |a, b| a * b)
        }
        (Binary::Multiply, kind, Kind::TimeDelta) if is_whole(kind) || kind == Kind::Float => {
            scaled(two, one, span, |a, b| a * b)
        }
        (Binary::Divide, Kind::TimeDelta, kind) if is_whole(kind) || kind == Kind::Float => {
            scaled(one, two, span, |a, b| a / b)
        }
        (Binary::FloorDivide, Kind::TimeDelta, kind) if is_whole(kind) => {
            let (one, two) = (one.clone().with_dtype(DType::Int64), two.cast(DType::Int64)?);
            Ok(zip::<i64, i64>(&one, &two, Number::floor_divided)?.with_dtype(span))
        }
        (Binary::Divide | Binary::FloorDivide, Kind::TimeDelta, Kind::TimeDelta) => {
            let (one, two) = (one.cast(span)?, two.cast(span)?);
            if op == Binary::FloorDivide {
                return zip::<i64, i64>(&one, &two, Number::floor_divided);
            }
            let share = |one: i64, two: i64| {
                if one == NAT || two == NAT { f64::NAN } else { one as f64 / two as f64 }
            };
            zip::<i64, f64>(&one, &two, share)
        }
        _ => Err(wrong()),
    }
}

fn quoted(dtype: DType) -> String {
    format!("dtype('{}')", if dtype.is_time() { dtype.code() } else { dtype.to_string() })
}

fn scaled(spans: &Array, by: &Array, span: DType, mix: fn(f64, f64) -> f64) -> Result<Array> {
    let is_exact = by.dtype().kind() != Kind::Float && mix(6.0, 3.0) == 18.0;
    if is_exact {
        let (one, two) = (spans.clone().with_dtype(DType::Int64), by.cast(DType::Int64)?);
        let product = |one: i64, two: i64| if one == NAT { NAT } else { one.wrapping_mul(two) };
        return Ok(zip::<i64, i64>(&one, &two, product)?.with_dtype(span));
    }
    let ticks = spans.clone().with_dtype(DType::Int64);
    let missing = zip::<i64, bool>(&ticks, &ticks, |one, _| one == NAT)?;
    let numbers = zip::<f64, f64>(&ticks.cast(DType::Float64)?, &by.cast(DType::Float64)?, mix)?;
    let whole = numbers.cast(DType::Int64)?.with_dtype(span);
    let nat = Array::single(datetime::NAT).with_dtype(span);
    Array::choose(&missing, &nat, &whole, span)
}
