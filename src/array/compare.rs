//! Comparing two arrays, element by element, and joining truth values.

use super::binary::{carrier, no_loop, zip};
use super::datetime::NAT;
use super::error::Result;
use super::number::Number;
use super::{Array, DType, Kind, Weak};
use std::rc::Rc;

/// An operation on two arrays that gives truth values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
}

impl Compare {
    /// numpy's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::NotEqual => "not_equal",
            Self::Less => "less",
            Self::LessEqual => "less_equal",
            Self::Greater => "greater",
            Self::GreaterEqual => "greater_equal",
        }
    }

    /// The operation of a name.
    pub fn parse(name: &str) -> Option<Self> {
        let all =
            [Self::Equal, Self::NotEqual, Self::Less, Self::LessEqual, Self::Greater, Self::GreaterEqual];
        all.into_iter().find(|op| op.name() == name)
    }

    /// With the operands swapped.
    #[must_use]
    pub fn swapped(self) -> Self {
        match self {
            Self::Less => Self::Greater,
            Self::LessEqual => Self::GreaterEqual,
            Self::Greater => Self::Less,
            Self::GreaterEqual => Self::LessEqual,
            same => same,
        }
    }
}

/// Compares; `weak` marks operands that are Python numbers.
///
/// # Errors
/// When shapes do not fit, or the types have no order together.
pub fn apply(op: Compare, one: &Array, two: &Array, weak: (Option<Weak>, Option<Weak>)) -> Result<Array> {
    let met = match super::binary::common(op.name(), one.dtype(), two.dtype(), weak) {
        Ok(met)
            if (met.kind() == Kind::Str)
                == (one.dtype().kind() == two.dtype().kind() && met.kind() == Kind::Str) =>
        {
            met
        }
        _ => return without_order(op, one, two),
    };
    let (one, two) = (one.cast(met)?, two.cast(met)?);
    match met.kind() {
        Kind::Str => texts(op, &one, &two),
        Kind::DateTime | Kind::TimeDelta => times(op, &one, &two),
        _ if met.is_numeric() => {
            let (one, two) = (one.cast(carrier(met))?, two.cast(carrier(met))?);
            match carrier(met) {
                DType::Int64 => ordered::<i64>(op, &one, &two),
                DType::UInt64 => ordered::<u64>(op, &one, &two),
                _ => ordered::<f64>(op, &one, &two),
            }
        }
        _ => without_order(op, &one, &two),
    }
}

fn ordered<T: Number>(op: Compare, one: &Array, two: &Array) -> Result<Array> {
    match op {
        Compare::Equal => zip(one, two, |one: T, two: T| one == two),
        Compare::NotEqual => zip(one, two, |one: T, two: T| one != two),
        Compare::Less => zip(one, two, |one: T, two: T| one < two),
        Compare::LessEqual => zip(one, two, |one: T, two: T| one <= two),
        Compare::Greater => zip(one, two, |one: T, two: T| one > two),
        Compare::GreaterEqual => zip(one, two, |one: T, two: T| one >= two),
    }
}

fn texts(op: Compare, one: &Array, two: &Array) -> Result<Array> {
    let holds = |one: Rc<str>, two: Rc<str>| match op {
        Compare::Equal => one == two,
        Compare::NotEqual => one != two,
        Compare::Less => one < two,
        Compare::LessEqual => one <= two,
        Compare::Greater => one > two,
        Compare::GreaterEqual => one >= two,
    };
    zip(one, two, holds)
}

/// What is not a time is unequal to everything.
fn times(op: Compare, one: &Array, two: &Array) -> Result<Array> {
    let is_time = |one: i64, two: i64| one != NAT && two != NAT;
    match op {
        Compare::Equal => zip(one, two, |one, two| is_time(one, two) && one == two),
        Compare::NotEqual => zip(one, two, |one, two| !is_time(one, two) || one != two),
        Compare::Less => zip(one, two, |one, two| is_time(one, two) && one < two),
        Compare::LessEqual => zip(one, two, |one, two| is_time(one, two) && one <= two),
        Compare::Greater => zip(one, two, |one, two| is_time(one, two) && one > two),
        Compare::GreaterEqual => zip(one, two, |one, two| is_time(one, two) && one >= two),
    }
}

/// What has no order together is unequal.
fn without_order(op: Compare, one: &Array, two: &Array) -> Result<Array> {
    let answer = match op {
        Compare::Equal => false,
        Compare::NotEqual => true,
        _ => return Err(no_loop(op.name(), one.dtype(), two.dtype())),
    };
    let shape = super::shape::broadcast(&[one.shape(), two.shape()])?;
    Array::full(&shape, &Array::single(answer))
}

/// `logical_and`, `logical_or`, `logical_xor`.
///
/// # Errors
/// When the shapes do not fit.
pub fn logical(name: &str, one: &Array, two: &Array) -> Result<Array> {
    let truths = |array: &Array| Array::from_bool(array.shape(), array.truths());
    let mix = match name {
        "logical_and" => |one: bool, two: bool| one && two,
        "logical_or" => |one: bool, two: bool| one || two,
        _ => |one: bool, two: bool| one != two,
    };
    zip(&truths(one), &truths(two), mix)
}
