//! What goes between Python and the estimators: arrays, parameters, attributes, errors. Knows no estimator.

use super::super::numpy::convert::{from_object_as, to_array_object};
use crate::array::{Array, DType};
use crate::ml::learn::{Answer, Attribute, LearnError, Params};
use crate::ml::model::Dense;
use crate::ml::spec::ParamValue;
use ndarray::Array2;
use rustpython_vm::builtins::{PyBaseExceptionRef, PyDictRef, PyFloat, PyInt, PyStr};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};
use std::collections::BTreeMap;

/// A table of numbers.
pub(super) fn table(object: &PyObject, vm: &VirtualMachine) -> PyResult<Array2<f64>> {
    let (shape, values) = numbers(object, vm)?;
    let [rows, columns] = shape[..] else {
        return Err(vm.new_value_error(format!("Expected 2D array, got {}D array instead", shape.len())));
    };
    Array2::from_shape_vec((rows, columns), values).map_err(|error| vm.new_value_error(error.to_string()))
}

/// Decimal numbers and their shape.
pub(super) fn numbers(object: &PyObject, vm: &VirtualMachine) -> PyResult<(Vec<usize>, Vec<f64>)> {
    let array = from_object_as(object, Some(DType::Float64), vm)?;
    let values = array.to_f64().ok_or_else(|| vm.new_type_error("expected an array of numbers"))?;
    Ok((array.shape().to_vec(), values))
}

/// Whether no number among them is missing or infinite.
pub(super) fn all_finite(object: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    Ok(is_finite(&from_object_as(object, None, vm)?))
}

fn is_finite(array: &Array) -> bool {
    // A piece at a time: within one there is no branch, so that several numbers are looked at at once.
    if let Some(values) = array.values::<f64>() {
        values.chunks(256).all(|piece| piece.iter().fold(true, |finite, value| finite & value.is_finite()))
    } else if let Some(values) = array.values::<f32>() {
        values.chunks(256).all(|piece| piece.iter().fold(true, |finite, value| finite & value.is_finite()))
    } else {
        true
    }
}

/// How many columns `x` has, if it is a table of `float64` and `y` None or as many numbers as it has rows, and nothing
/// in them is missing or infinite: if there is nothing that an estimator would have to change or refuse.
pub(super) fn sound_columns(x: &PyObject, y: &PyObject, vm: &VirtualMachine) -> PyResult<Option<usize>> {
    let x = from_object_as(x, None, vm)?;
    let &[rows, columns] = x.shape() else { return Ok(None) };
    if x.dtype() != DType::Float64 || x.size() == 0 || !is_finite(&x) {
        return Ok(None);
    }
    if !vm.is_none(y) {
        let y = from_object_as(y, None, vm)?;
        let is_number = matches!(y.dtype(), DType::Float64 | DType::Int64 | DType::Bool);
        if y.shape() != [rows] || !is_number || !is_finite(&y) {
            return Ok(None);
        }
    }
    Ok(Some(columns))
}

/// Whole numbers from zero.
pub(super) fn codes(object: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<usize>> {
    let array = from_object_as(object, Some(DType::Int64), vm)?;
    let values = array.to_i64().ok_or_else(|| vm.new_type_error("expected an array of whole numbers"))?;
    let code = |value: i64| usize::try_from(value).map_err(|_| vm.new_value_error("codes begin at 0"));
    values.into_iter().map(code).collect()
}

/// Numbers as rows: a list is one column.
pub(super) fn targets(object: &PyObject, vm: &VirtualMachine) -> PyResult<Dense> {
    let (shape, values) = numbers(object, vm)?;
    let columns = if shape.len() == 2 { shape[1] } else { 1 };
    Ok(Dense { values, columns })
}

/// A dictionary of parameters.
pub(super) fn params(given: &PyDictRef, vm: &VirtualMachine) -> PyResult<Params> {
    let mut values = BTreeMap::new();
    for (name, value) in given {
        values.insert(name.str(vm)?.to_string_lossy().into_owned(), param(&value, vm)?);
    }
    Ok(Params::new(values))
}

fn param(value: &PyObject, vm: &VirtualMachine) -> PyResult<ParamValue> {
    if vm.is_none(value) {
        return Ok(ParamValue::Null);
    }
    if value.fast_isinstance(vm.ctx.types.bool_type) {
        return Ok(ParamValue::Boolean(value.to_owned().is_true(vm)?));
    }
    if let Some(number) = value.downcast_ref::<PyInt>() {
        return Ok(ParamValue::Integer(number.try_to_primitive(vm)?));
    }
    if let Some(number) = value.downcast_ref::<PyFloat>() {
        return Ok(ParamValue::Float(number.to_f64()));
    }
    Ok(match value.downcast_ref::<PyStr>() {
        Some(text) => ParamValue::Text(text.to_string_lossy().into_owned()),
        // No estimator takes another kind; this is what its error shows.
        None => ParamValue::Text(value.repr(vm)?.to_string_lossy().into_owned()),
    })
}

/// A matrix as Python's array.
pub(super) fn matrix(values: Dense, vm: &VirtualMachine) -> PyObjectRef {
    let shape = [values.rows(), values.columns];
    to_array_object(Array::from_f64(&shape, values.values), vm)
}

/// A matrix as Python's array, flat where it has one column.
pub(super) fn flat_if_single(values: Dense, vm: &VirtualMachine) -> PyObjectRef {
    match values.columns {
        1 => to_array_object(Array::from_f64(&[values.values.len()], values.values), vm),
        _ => matrix(values, vm),
    }
}

/// Codes or places as Python's array of `int64`.
pub(super) fn wholes(shape: &[usize], values: &[usize], vm: &VirtualMachine) -> PyObjectRef {
    let values = values.iter().map(|value| *value as i64).collect();
    to_array_object(Array::from_i64(shape, values), vm)
}

/// What a model predicts as Python's array.
pub(super) fn answer(answer: Answer, vm: &VirtualMachine) -> PyObjectRef {
    match answer {
        Answer::Codes(codes) => wholes(&[codes.len()], &codes, vm),
        Answer::Numbers(numbers) => flat_if_single(numbers, vm),
    }
}

/// A fitted attribute as Python's value.
pub(super) fn attribute(value: Attribute, vm: &VirtualMachine) -> PyObjectRef {
    match value {
        Attribute::Flag(truth) => vm.ctx.new_bool(truth).into(),
        Attribute::Whole(number) => vm.ctx.new_int(number).into(),
        Attribute::Number(number) => vm.ctx.new_float(number).into(),
        Attribute::Numbers(shape, values) => to_array_object(Array::from_f64(&shape, values), vm),
        Attribute::Wholes(shape, values) => to_array_object(Array::from_i64(&shape, values), vm),
        Attribute::Narrow(shape, values) => to_array_object(Array::from_vec(&shape, values), vm),
    }
}

/// The exception that scikit-learn raises.
pub(super) fn raise(error: LearnError, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let message = error.to_string();
    match error {
        LearnError::NotCarried(_) => vm.new_not_implemented_error(message),
        LearnError::Unsupported(_) => vm.new_attribute_error(message),
        _ => vm.new_value_error(message),
    }
}
