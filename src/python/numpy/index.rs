//! What stands between the brackets of `a[…]`.

use super::convert::{from_object, from_object_as, to_object, wrap};
use super::state::raise;
use crate::array::view::Index;
use crate::array::{Array, DType, Kind, Scalar};
use rustpython_vm::builtins::{PyInt, PySlice, PyStr, PyTuple};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

fn wrong(vm: &VirtualMachine) -> rustpython_vm::builtins::PyBaseExceptionRef {
    vm.new_index_error("only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices")
}

fn bound(value: Option<&PyObjectRef>, vm: &VirtualMachine) -> PyResult<Option<i64>> {
    match value {
        Some(value) if !vm.is_none(value) => super::given::integer(value, vm).map(Some),
        _ => Ok(None),
    }
}

fn part(object: &PyObject, vm: &VirtualMachine) -> PyResult<Index> {
    if let Some(slice) = object.downcast_ref::<PySlice>() {
        return Ok(Index::Slice(
            bound(slice.start.as_ref(), vm)?,
            bound(Some(&slice.stop), vm)?,
            bound(slice.step.as_ref(), vm)?,
        ));
    }
    if vm.is_none(object) {
        return Ok(Index::NewAxis);
    }
    if object.is(&vm.ctx.ellipsis) {
        return Ok(Index::Rest);
    }
    if object.class().is(vm.ctx.types.int_type)
        && let Some(int) = object.downcast_ref::<PyInt>()
    {
        return int.try_to_primitive(vm).map(Index::At);
    }
    if object.downcast_ref::<PyStr>().is_some() {
        return Err(wrong(vm));
    }
    let array = from_object(object, vm)?;
    let is_list = object.downcast_ref::<rustpython_vm::builtins::PyList>().is_some();
    match array.dtype().kind() {
        Kind::Signed | Kind::Unsigned if array.ndim() == 0 => match array.first() {
            Some(Scalar::Int(at)) => Ok(Index::At(at)),
            Some(Scalar::UInt(at)) => Ok(Index::At(at as i64)),
            _ => Err(wrong(vm)),
        },
        Kind::Bool | Kind::Signed | Kind::Unsigned => Ok(Index::Array(array)),
        _ if array.size() == 0 && is_list => Ok(Index::Array(Array::from_i64(array.shape(), Vec::new()))),
        // A series of truth values that pandas keeps as objects.
        Kind::Object if array.ndim() > 0 => {
            let truths = super::convert::objects_of(&array, vm)?;
            if truths.iter().all(|truth| truth.class().is(vm.ctx.types.bool_type)) {
                return Ok(Index::Array(super::convert::cast(&array, DType::Bool, vm)?));
            }
            Err(vm.new_index_error("arrays used as indices must be of integer (or boolean) type"))
        }
        _ if array.ndim() > 0 => {
            Err(vm.new_index_error("arrays used as indices must be of integer (or boolean) type"))
        }
        _ => Err(wrong(vm)),
    }
}

/// The parts of an index.
///
/// # Errors
/// When one is no index.
pub fn parts(object: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<Index>> {
    match object.downcast_ref::<PyTuple>() {
        Some(tuple) => tuple.as_slice().iter().map(|item| part(item, vm)).collect(),
        None => Ok(vec![part(object, vm)?]),
    }
}

/// `array[index]`.
///
/// # Errors
/// When there is nothing at the index.
pub fn get(array: &Array, index: &PyObject, vm: &VirtualMachine) -> PyResult {
    let parts = parts(index, vm)?;
    let found = array.get(&parts).map_err(|error| raise(error, vm))?;
    if parts.iter().any(|part| matches!(part, Index::Rest)) {
        return Ok(super::convert::to_array_object(found, vm));
    }
    Ok(to_object(found, vm))
}

/// `array[index] = value`.
///
/// # Errors
/// When there is nothing at the index or the value does not fit.
pub fn set(array: &Array, index: &PyObject, value: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let parts = parts(index, vm)?;
    let dtype = array.dtype();
    let single_place = parts.len() == array.ndim() && parts.iter().all(|part| matches!(part, Index::At(_)));
    let values = if dtype == DType::Object && single_place {
        Array::single(wrap(value.to_owned()))
    } else {
        let class = value.class();
        if single_place
            && dtype.is_numeric()
            && (class.is(vm.ctx.types.list_type) || class.is(vm.ctx.types.tuple_type))
        {
            return Err(if dtype.is_integer() {
                let name = class.name().to_string();
                vm.new_type_error(format!(
                    "int() argument must be a string, a bytes-like object or a real number, not '{name}'"
                ))
            } else {
                vm.new_value_error("setting an array element with a sequence.")
            });
        }
        let values = from_object_as(value, Some(dtype), vm)?;
        if single_place && values.ndim() > 0 && values.size() != 1 {
            return Err(vm.new_value_error("setting an array element with a sequence."));
        }
        values
    };
    array.set(&parts, &values).map_err(|error| raise(error, vm))
}
