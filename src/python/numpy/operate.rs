//! Operators and ufuncs on Python objects: what meets what, elements that are objects, warnings.

use super::convert::{array_of_objects, big, bounds, from_object, objects_of, scalar_of, to_object};
use super::ndarray::NdArray;
use super::scalar::Generic;
use super::state::{raise, react};
use crate::array::binary::{self, Binary};
use crate::array::compare::{self, Compare};
use crate::array::{Array, ArrayError, DType, Kind, Scalar, Weak, matrix, shape, unary};
use rustpython_vm::builtins::{PyFloat, PyStr};
use rustpython_vm::class::StaticType;
use rustpython_vm::function::{Either, PyComparisonValue};
use rustpython_vm::protocol::PyNumberMethods;
use rustpython_vm::types::PyComparisonOp;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

/// What two arrays are combined by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// To numbers.
    Number(Binary),
    /// To truth values.
    Truth(Compare),
    /// `logical_…`.
    Logical(&'static str),
    /// `@`.
    Matrix,
    /// Nothing that is known.
    Unknown,
}

impl Operator {
    /// The operation of a ufunc's name.
    pub fn parse(name: &str) -> Self {
        match name {
            "matmul" => Self::Matrix,
            "logical_and" => Self::Logical("logical_and"),
            "logical_or" => Self::Logical("logical_or"),
            "logical_xor" => Self::Logical("logical_xor"),
            _ => Binary::parse(name)
                .map(Self::Number)
                .or_else(|| Compare::parse(name).map(Self::Truth))
                .unwrap_or(Self::Unknown),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Number(op) => op.name(),
            Self::Truth(op) => op.name(),
            Self::Logical(name) => name,
            Self::Matrix => "matmul",
            Self::Unknown => "?",
        }
    }
}

/// One side of an operation.
pub struct Operand {
    /// The elements.
    pub array: Array,
    /// Whether it is a Python number, which takes the other side's type.
    pub weak: Option<Weak>,
    /// Whether it is one number, not an array.
    pub is_scalar: bool,
}

impl Operand {
    /// Anything as one side.
    ///
    /// # Errors
    /// When it cannot be an array.
    pub fn of(object: &PyObject, vm: &VirtualMachine) -> PyResult<Self> {
        let types = &vm.ctx.types;
        let weak = if object.class().is(types.int_type) {
            Some(Weak::Int)
        } else if object.class().is(types.float_type) {
            Some(Weak::Float)
        } else {
            None
        };
        let is_scalar = object.downcast_ref::<NdArray>().is_none() && scalar_of(object, vm).is_some();
        let time = if is_scalar { None } else { time_object(object, vm) };
        let array = match time {
            Some(array) => array,
            None => from_object(object, vm)?,
        };
        Ok(Self { array, weak, is_scalar })
    }
}

/// Python's dates and spans as arrays without dimensions.
fn time_object(object: &PyObject, vm: &VirtualMachine) -> Option<Array> {
    use crate::array::datetime::Unit;
    match &*object.class().name() {
        "timedelta" => super::time::span(object, vm)
            .map(|micros| Array::from_ticks(&[], vec![micros], DType::TimeDelta(Unit::Micro))),
        "date" | "datetime" => super::time::point(object, vm)
            .ok()
            .map(|(ticks, unit)| Array::from_ticks(&[], vec![ticks], DType::DateTime(unit))),
        _ => None,
    }
}

/// Whether an object wants to answer itself when an array meets it.
fn takes_over(object: &PyObject, vm: &VirtualMachine) -> bool {
    if is_own(object, vm) {
        return false;
    }
    let class = object.class();
    let has = |name: &str| class.get_attr(vm.ctx.intern_str(name)).is_some();
    has("__array_priority__") || has("__array_ufunc__") || has("_typ")
}

fn is_own(object: &PyObject, vm: &VirtualMachine) -> bool {
    let types = &vm.ctx.types;
    let class = object.class();
    class.is(types.float_type)
        || class.is(types.int_type)
        || class.is(types.list_type)
        || object.downcast_ref::<NdArray>().is_some()
        || class.fast_issubclass(Generic::static_type())
}

/// An operator of two objects: `NotImplemented` where the other side answers.
pub fn operator(name: &'static str, one: &PyObject, two: &PyObject, vm: &VirtualMachine) -> PyResult {
    if takes_over(one, vm) || takes_over(two, vm) {
        return Ok(vm.ctx.not_implemented());
    }
    if let (Some(a), Some(b)) = (one.downcast_ref::<PyFloat>(), two.downcast_ref::<PyFloat>())
        && let Some(found) = plain_floats(name, a.to_f64(), b.to_f64())
    {
        return super::scalar::object(&Scalar::Float(found), DType::Float64, vm);
    }
    // What text and scalars do together is Python's: 'a' + str_('b'), 3 * str_('a').
    let is_text = |object: &PyObject| object.downcast_ref::<PyStr>().is_some();
    let is_array = |object: &PyObject| object.downcast_ref::<NdArray>().is_some();
    if (is_text(one) || is_text(two)) && !is_array(one) && !is_array(two) {
        return text_operator(name, one, two, vm);
    }
    apply(Operator::parse(name), one, two, vm)
}

fn text_operator(name: &str, one: &PyObject, two: &PyObject, vm: &VirtualMachine) -> PyResult {
    let plain = |object: &PyObject| -> PyResult {
        match scalar_of(object, vm) {
            Some((dtype, scalar)) => super::scalar::plain(&scalar, dtype, vm),
            None => Ok(object.to_owned()),
        }
    };
    let (one, two) = (plain(one)?, plain(two)?);
    let is_number = |object: &PyObject| scalar_of(object, vm).is_some_and(|(dtype, _)| dtype.is_numeric());
    if name != "multiply" && name != "remainder" && (is_number(&one) || is_number(&two)) {
        return apply(Operator::parse(name), &one, &two, vm);
    }
    match name {
        "add" => vm._add(&one, &two),
        "multiply" => vm._mul(&one, &two),
        "remainder" => vm._mod(&one, &two),
        _ => Ok(vm.ctx.not_implemented()),
    }
}

/// The quick way for two floats, where nothing can go wrong.
fn plain_floats(name: &str, one: f64, two: f64) -> Option<f64> {
    let found = match name {
        "add" => one + two,
        "subtract" => one - two,
        "multiply" => one * two,
        "divide" => one / two,
        _ => return None,
    };
    found.is_finite().then_some(found)
}

/// A ufunc of two objects.
///
/// # Errors
/// When they do not fit.
pub fn apply(operator: Operator, one: &PyObject, two: &PyObject, vm: &VirtualMachine) -> PyResult {
    let (left, right) = (Operand::of(one, vm)?, Operand::of(two, vm)?);
    Ok(to_object(combine(operator, &left, &right, vm)?, vm))
}

/// A ufunc of two arrays.
///
/// # Errors
/// When they do not fit.
pub fn binary_arrays(operator: Operator, one: &Array, two: &Array, vm: &VirtualMachine) -> PyResult<Array> {
    let operand = |array: &Array| Operand { array: array.clone(), weak: None, is_scalar: false };
    combine(operator, &operand(one), &operand(two), vm)
}

/// A ufunc of two operands.
///
/// # Errors
/// When they do not fit.
pub fn combine(operator: Operator, one: &Operand, two: &Operand, vm: &VirtualMachine) -> PyResult<Array> {
    let weak = (one.weak, two.weak);
    let is_object = one.array.dtype() == DType::Object || two.array.dtype() == DType::Object;
    if is_object && operator != Operator::Matrix {
        return combine_objects(operator, &one.array, &two.array, vm);
    }
    let fail = |error: ArrayError| raise(error, vm);
    match operator {
        Operator::Matrix if is_object => {
            Err(vm.new_not_implemented_error("matmul of objects is not carried here"))
        }
        Operator::Matrix => matrix::matmul(&one.array, &two.array).map_err(fail),
        Operator::Truth(op) => compare_arrays(op, one, two, weak).map_err(fail),
        Operator::Logical(name) => compare::logical(name, &one.array, &two.array).map_err(fail),
        Operator::Number(op) => {
            check_weak(one, two, vm)?;
            check_weak(two, one, vm)?;
            let (found, mut flags) = binary::apply(op, &one.array, &two.array, weak).map_err(fail)?;
            flags.overflow |=
                one.is_scalar && two.is_scalar && has_wrapped(op, &one.array, &two.array, &found);
            let scalar = if one.is_scalar && two.is_scalar { "scalar " } else { "" };
            react(flags, &format!("{scalar}{}", op.name()), vm)?;
            Ok(found)
        }
        Operator::Unknown => Err(vm.new_type_error("unknown ufunc")),
    }
}

/// Whether a whole number is not what it would be without bounds; only single ones are looked at, as numpy does.
fn has_wrapped(op: Binary, one: &Array, two: &Array, found: &Array) -> bool {
    let whole = |array: &Array| match array.first() {
        Some(Scalar::Int(number)) => Some(i128::from(number)),
        Some(Scalar::UInt(number)) => Some(i128::from(number)),
        _ => None,
    };
    let (Some(one), Some(two), Some(found)) = (whole(one), whole(two), whole(found)) else { return false };
    let exact = match op {
        Binary::Add => one.checked_add(two),
        Binary::Subtract => one.checked_sub(two),
        Binary::Multiply => one.checked_mul(two),
        Binary::Power => u32::try_from(two).ok().and_then(|power| one.checked_pow(power)),
        _ => return false,
    };
    exact != Some(found)
}

/// Text that is compared with time is a time.
fn compare_arrays(
    op: Compare,
    one: &Operand,
    two: &Operand,
    weak: (Option<Weak>, Option<Weak>),
) -> crate::array::Result<Array> {
    let (a, b) = (&one.array, &two.array);
    if matches!(a.dtype(), DType::DateTime(_)) && b.dtype().kind() == Kind::Str {
        return compare::apply(op, a, &b.cast(DType::DateTime(crate::array::datetime::Unit::Generic))?, weak);
    }
    // A Python number is compared by its value, not by the other's type.
    let strong = |weak: Option<Weak>, other: &Array| {
        weak.filter(|weak| *weak == Weak::Float && other.dtype().kind() == Kind::Float)
    };
    compare::apply(op, a, b, (strong(weak.0, b), strong(weak.1, a)))
}

/// A Python number must fit into the type of the array that it meets.
fn check_weak(number: &Operand, other: &Operand, vm: &VirtualMachine) -> PyResult<()> {
    let dtype = other.array.dtype();
    if number.weak != Some(Weak::Int) || !dtype.is_integer() || other.weak.is_some() {
        return Ok(());
    }
    let (lowest, highest) = bounds(dtype);
    let value = match number.array.first() {
        Some(Scalar::Int(value)) => i128::from(value),
        Some(Scalar::UInt(value)) => i128::from(value),
        _ => return Ok(()),
    };
    if value < lowest || value > highest {
        return Err(vm.new_overflow_error(format!("Python integer {value} out of bounds for {dtype}")));
    }
    Ok(())
}

/// Combines objects by Python's own operators.
fn combine_objects(operator: Operator, one: &Array, two: &Array, vm: &VirtualMachine) -> PyResult<Array> {
    let fail = |error: ArrayError| raise(error, vm);
    let shape = shape::broadcast(&[one.shape(), two.shape()]).map_err(fail)?;
    let left = objects_of(&one.broadcast_to(&shape).map_err(fail)?, vm)?;
    let right = objects_of(&two.broadcast_to(&shape).map_err(fail)?, vm)?;
    let pairs = left.iter().zip(&right);
    if let Operator::Truth(op) = operator {
        let op = python_comparison(op);
        let truths =
            pairs.map(|(one, two)| one.rich_compare_bool(two, op, vm)).collect::<PyResult<Vec<_>>>()?;
        return Ok(Array::from_bool(&shape, truths));
    }
    let found = pairs.map(|(one, two)| combine_two(operator, one, two, vm)).collect::<PyResult<Vec<_>>>()?;
    Ok(array_of_objects(&shape, found))
}

fn combine_two(operator: Operator, one: &PyObject, two: &PyObject, vm: &VirtualMachine) -> PyResult {
    let either = |first: bool| if first { one.to_owned() } else { two.to_owned() };
    match operator {
        Operator::Number(Binary::Add) => vm._add(one, two),
        Operator::Number(Binary::Subtract) => vm._sub(one, two),
        Operator::Number(Binary::Multiply) => vm._mul(one, two),
        Operator::Number(Binary::Divide) => vm._truediv(one, two),
        Operator::Number(Binary::FloorDivide) => vm._floordiv(one, two),
        Operator::Number(Binary::Remainder) => vm._mod(one, two),
        Operator::Number(Binary::Power) => vm._pow(one, two, &vm.ctx.none()),
        Operator::Number(Binary::And) => vm._and(one, two),
        Operator::Number(Binary::Or) => vm._or(one, two),
        Operator::Number(Binary::Xor) => vm._xor(one, two),
        Operator::Number(Binary::Maximum | Binary::Fmax) => {
            Ok(either(one.rich_compare_bool(two, PyComparisonOp::Ge, vm)?))
        }
        Operator::Number(Binary::Minimum | Binary::Fmin) => {
            Ok(either(one.rich_compare_bool(two, PyComparisonOp::Le, vm)?))
        }
        Operator::Logical("logical_and") => Ok(either(!one.to_owned().try_to_bool(vm)?)),
        Operator::Logical("logical_or") => Ok(either(one.to_owned().try_to_bool(vm)?)),
        _ => {
            Err(vm.new_type_error(format!("loop of ufunc does not support objects for {}", operator.name())))
        }
    }
}

fn python_comparison(op: Compare) -> PyComparisonOp {
    match op {
        Compare::Equal => PyComparisonOp::Eq,
        Compare::NotEqual => PyComparisonOp::Ne,
        Compare::Less => PyComparisonOp::Lt,
        Compare::LessEqual => PyComparisonOp::Le,
        Compare::Greater => PyComparisonOp::Gt,
        Compare::GreaterEqual => PyComparisonOp::Ge,
    }
}

fn own_comparison(op: PyComparisonOp) -> Compare {
    match op {
        PyComparisonOp::Eq => Compare::Equal,
        PyComparisonOp::Ne => Compare::NotEqual,
        PyComparisonOp::Lt => Compare::Less,
        PyComparisonOp::Le => Compare::LessEqual,
        PyComparisonOp::Gt => Compare::Greater,
        _ => Compare::GreaterEqual,
    }
}

/// A comparison of two objects.
pub fn compare(
    one: &PyObject,
    two: &PyObject,
    op: PyComparisonOp,
    vm: &VirtualMachine,
) -> PyResult<Either<PyObjectRef, PyComparisonValue>> {
    let not_implemented = || Ok(Either::B(PyComparisonValue::NotImplemented));
    if takes_over(two, vm) {
        return not_implemented();
    }
    if let (Some(one), Some(two)) = (one.downcast_ref::<PyStr>(), two.downcast_ref::<PyStr>()) {
        let order = one.as_wtf8().cmp(two.as_wtf8());
        return truth(op.eval_ord(order), vm);
    }
    // A scalar and something that is no number are compared by what that is.
    let is_equality = matches!(op, PyComparisonOp::Eq | PyComparisonOp::Ne);
    let both_scalars = one.downcast_ref::<NdArray>().is_none() && two.downcast_ref::<NdArray>().is_none();
    if both_scalars
        && big(two).is_none()
        && scalar_of(two, vm).is_none()
        && time_object(two, vm).is_none()
        && two.downcast_ref::<rustpython_vm::builtins::PyList>().is_none()
    {
        return not_implemented();
    }
    match apply(Operator::Truth(own_comparison(op)), one, two, vm) {
        Ok(found) => Ok(Either::A(found)),
        Err(error) if is_equality && both_scalars && error.fast_isinstance(vm.ctx.exceptions.type_error) => {
            truth(op == PyComparisonOp::Ne, vm)
        }
        Err(error) => Err(error),
    }
}

fn truth(value: bool, vm: &VirtualMachine) -> PyResult<Either<PyObjectRef, PyComparisonValue>> {
    Ok(Either::A(super::scalar::object(&Scalar::Bool(value), DType::Bool, vm)?))
}

/// A ufunc of one object.
///
/// # Errors
/// When it has no meaning for it.
pub fn apply_one(name: &str, array: &Array, vm: &VirtualMachine) -> PyResult<Array> {
    if array.dtype() == DType::Object {
        return apply_one_object(name, array, vm);
    }
    match unary::apply(name, array) {
        Some(found) => {
            let (found, flags) = found.map_err(|error| raise(error, vm))?;
            react(flags, name, vm)?;
            Ok(found)
        }
        None => Err(vm.new_type_error(format!("unknown ufunc '{name}'"))),
    }
}

fn apply_one_object(name: &str, array: &Array, vm: &VirtualMachine) -> PyResult<Array> {
    let objects = objects_of(array, vm)?;
    if name == "logical_not" {
        let truths =
            objects.into_iter().map(|object| Ok(!object.try_to_bool(vm)?)).collect::<PyResult<Vec<_>>>()?;
        return Ok(Array::from_bool(array.shape(), truths));
    }
    let each = |object: &PyObjectRef| {
        match name {
        "negative" => vm._neg(object),
        "positive" => vm._pos(object),
        "absolute" => vm._abs(object),
        "invert" => vm._invert(object),
        "square" => vm._mul(object, object),
        "isnan" | "isinf" | "isfinite" => Err(vm.new_type_error(format!(
            "ufunc '{name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''"
        ))),
        _ => match object.get_attr(vm.ctx.intern_str(name), vm) {
            Ok(method) => method.call((), vm),
            Err(_) => Err(vm.new_type_error(format!(
                "loop of ufunc does not support argument 0 of type {} which has no callable {name} method",
                object.class().name()
            ))),
        },
    }
    };
    Ok(array_of_objects(array.shape(), objects.iter().map(each).collect::<PyResult<_>>()?))
}

fn unary_operator(name: &str, object: &PyObject, vm: &VirtualMachine) -> PyResult {
    Ok(to_object(apply_one(name, &from_object(object, vm)?, vm)?, vm))
}

fn power(one: &PyObject, two: &PyObject, vm: &VirtualMachine) -> PyResult {
    // numpy's shortcuts: an array to the power of 2 or a half.
    if let Some(float) = two.downcast_ref_if_exact::<PyFloat>(vm)
        && one.downcast_ref::<NdArray>().is_some()
        && float.to_f64() == 0.5
    {
        return unary_operator("sqrt", one, vm);
    }
    operator("power", one, two, vm)
}

/// An operator in place.
fn in_place(name: &'static str, one: &PyObject, two: &PyObject, vm: &VirtualMachine) -> PyResult {
    let Some(target) = one.downcast_ref::<NdArray>() else { return operator(name, one, two, vm) };
    if takes_over(two, vm) {
        return Ok(vm.ctx.not_implemented());
    }
    let found = combine(Operator::parse(name), &Operand::of(one, vm)?, &Operand::of(two, vm)?, vm)?;
    let own = target.view().clone();
    check_output(&own, &found, &[own.shape()], vm)?;
    store(name, &own, &found, vm)?;
    Ok(one.to_owned())
}

/// Checks that a result has the shape of the array that it goes into.
///
/// # Errors
/// When it has another one.
pub fn check_output(
    target: &Array,
    found: &Array,
    operands: &[&[usize]],
    vm: &VirtualMachine,
) -> PyResult<()> {
    if found.shape() == target.shape() {
        return Ok(());
    }
    shape::broadcast(&[operands, &[target.shape()]].concat()).map_err(|error| raise(error, vm))?;
    Err(vm.new_value_error(format!(
        "non-broadcastable output operand with shape {} doesn't match the broadcast shape {}",
        shape::show(target.shape()),
        shape::show(found.shape())
    )))
}

/// Puts a ufunc's result into an array that is there.
///
/// # Errors
/// When the result's type does not go into it.
pub fn store(name: &str, target: &Array, found: &Array, vm: &VirtualMachine) -> PyResult<()> {
    let (from, to) = (found.dtype(), target.dtype());
    if !from.casts_same_kind(to) && from != DType::Object {
        let class = super::state::State::of(vm)?.named_class("_UFuncOutputCastingError", vm)?;
        let message = format!(
            "Cannot cast ufunc '{name}' output from dtype('{}') to dtype('{}') with casting rule 'same_kind'",
            super::dtype::short(from),
            super::dtype::short(to)
        );
        return Err(vm.new_exception_msg(class, message.into()));
    }
    let found = super::convert::cast(found, to, vm)?;
    target.assign(&found).map_err(|error| raise(error, vm))
}

/// What arrays and scalars do as numbers.
pub const NUMBER_METHODS: PyNumberMethods = PyNumberMethods {
    add: Some(|one, two, vm| operator("add", one, two, vm)),
    subtract: Some(|one, two, vm| operator("subtract", one, two, vm)),
    multiply: Some(|one, two, vm| operator("multiply", one, two, vm)),
    remainder: Some(|one, two, vm| operator("remainder", one, two, vm)),
    divmod: Some(|one, two, vm| {
        let quotient = operator("floor_divide", one, two, vm)?;
        let rest = operator("remainder", one, two, vm)?;
        Ok(vm.ctx.new_tuple(vec![quotient, rest]).into())
    }),
    power: Some(|one, two, _modulo, vm| power(one, two, vm)),
    negative: Some(|number, vm| unary_operator("negative", number.obj, vm)),
    positive: Some(|number, vm| unary_operator("positive", number.obj, vm)),
    absolute: Some(|number, vm| unary_operator("absolute", number.obj, vm)),
    invert: Some(|number, vm| unary_operator("invert", number.obj, vm)),
    lshift: Some(|one, two, vm| operator("left_shift", one, two, vm)),
    rshift: Some(|one, two, vm| operator("right_shift", one, two, vm)),
    and: Some(|one, two, vm| operator("bitwise_and", one, two, vm)),
    xor: Some(|one, two, vm| operator("bitwise_xor", one, two, vm)),
    or: Some(|one, two, vm| operator("bitwise_or", one, two, vm)),
    floor_divide: Some(|one, two, vm| operator("floor_divide", one, two, vm)),
    true_divide: Some(|one, two, vm| operator("divide", one, two, vm)),
    matrix_multiply: Some(|one, two, vm| operator("matmul", one, two, vm)),
    inplace_add: Some(|one, two, vm| in_place("add", one, two, vm)),
    inplace_subtract: Some(|one, two, vm| in_place("subtract", one, two, vm)),
    inplace_multiply: Some(|one, two, vm| in_place("multiply", one, two, vm)),
    inplace_remainder: Some(|one, two, vm| in_place("remainder", one, two, vm)),
    inplace_power: Some(|one, two, _modulo, vm| in_place("power", one, two, vm)),
    inplace_lshift: Some(|one, two, vm| in_place("left_shift", one, two, vm)),
    inplace_rshift: Some(|one, two, vm| in_place("right_shift", one, two, vm)),
    inplace_and: Some(|one, two, vm| in_place("bitwise_and", one, two, vm)),
    inplace_xor: Some(|one, two, vm| in_place("bitwise_xor", one, two, vm)),
    inplace_or: Some(|one, two, vm| in_place("bitwise_or", one, two, vm)),
    inplace_floor_divide: Some(|one, two, vm| in_place("floor_divide", one, two, vm)),
    inplace_true_divide: Some(|one, two, vm| in_place("divide", one, two, vm)),
    inplace_matrix_multiply: Some(|one, two, vm| in_place("matmul", one, two, vm)),
    ..PyNumberMethods::NOT_IMPLEMENTED
};
