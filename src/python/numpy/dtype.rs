//! `numpy.dtype`.

use super::convert::{to_dtype, wrap};
use super::state::State;
use crate::array::{Array, DType};
use rustpython_vm::builtins::{PyType, PyTypeRef};
use rustpython_vm::common::hash::{PyHash, hash_bigint};
use rustpython_vm::function::{FuncArgs, PyComparisonValue};
use rustpython_vm::types::{Comparable, Constructor, Hashable, PyComparisonOp, Representable};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

/// The type of an array's elements.
#[pyclass(module = "numpy", name = "dtype")]
#[derive(Debug, PyPayload)]
pub struct PyDType {
    /// The type.
    pub dtype: DType,
}

impl Constructor for PyDType {
    type Args = FuncArgs;

    fn py_new(_class: &Py<PyType>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<Self> {
        match args.args.first().or_else(|| args.kwargs.get("dtype")) {
            Some(of) => Ok(Self { dtype: to_dtype(of, vm)? }),
            None => Err(vm.new_type_error("dtype() missing required argument 'dtype' (pos 1)")),
        }
    }
}

impl Comparable for PyDType {
    fn cmp(
        zelf: &Py<Self>,
        other: &PyObject,
        op: PyComparisonOp,
        vm: &VirtualMachine,
    ) -> PyResult<PyComparisonValue> {
        let other = match other.downcast_ref::<Self>() {
            Some(other) => Some(other.dtype),
            None if vm.is_none(other) => None,
            None => to_dtype(other, vm).ok(),
        };
        op.eq_only(|| Ok(PyComparisonValue::Implemented(other == Some(zelf.dtype))))
    }
}

impl Hashable for PyDType {
    fn hash(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<PyHash> {
        let code = zelf
            .dtype
            .code()
            .bytes()
            .fold(0_u64, |hash, byte| hash.wrapping_mul(131).wrapping_add(byte.into()));
        Ok(hash_bigint(&code.into()))
    }
}

impl Representable for PyDType {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        Ok(format!("dtype('{}')", short(zelf.dtype)))
    }
}

/// The name inside `dtype('…')`.
pub fn short(dtype: DType) -> String {
    match dtype {
        DType::Object => "O".into(),
        _ if dtype.is_time() => dtype.code(),
        _ => dtype.to_string(),
    }
}

#[pyclass(with(Constructor, Comparable, Hashable, Representable))]
impl PyDType {
    #[pymethod]
    fn __str__(zelf: &Py<Self>) -> String {
        zelf.dtype.to_string()
    }

    #[pymethod]
    fn __reduce__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        let code = vm.ctx.new_tuple(vec![vm.ctx.new_str(zelf.dtype.code()).into()]);
        vm.ctx.new_tuple(vec![zelf.class().to_owned().into(), code.into()]).into()
    }

    #[pymethod]
    fn newbyteorder(zelf: &Py<Self>, _args: FuncArgs) -> Self {
        Self { dtype: zelf.dtype }
    }

    #[pygetset]
    fn name(zelf: &Py<Self>) -> String {
        zelf.dtype.name()
    }

    #[pygetset]
    fn kind(zelf: &Py<Self>) -> String {
        zelf.dtype.kind_letter().to_string()
    }

    #[pygetset]
    fn char(zelf: &Py<Self>) -> String {
        zelf.dtype.letter().to_string()
    }

    #[pygetset(name = "str")]
    fn code(zelf: &Py<Self>) -> String {
        zelf.dtype.code()
    }

    #[pygetset]
    fn itemsize(zelf: &Py<Self>) -> usize {
        zelf.dtype.item_size()
    }

    #[pygetset]
    fn alignment(zelf: &Py<Self>) -> usize {
        zelf.dtype.item_size().min(8)
    }

    #[pygetset]
    fn byteorder(zelf: &Py<Self>) -> String {
        if zelf.dtype.item_size() == 1 || zelf.dtype == DType::Object { "|" } else { "=" }.into()
    }

    #[pygetset]
    fn hasobject(zelf: &Py<Self>) -> bool {
        zelf.dtype == DType::Object
    }

    #[pygetset]
    fn isnative(_zelf: &Py<Self>) -> bool {
        true
    }

    #[pygetset]
    fn shape(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.empty_tuple.clone().into()
    }

    #[pygetset]
    fn names(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.none()
    }

    #[pygetset]
    fn fields(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.none()
    }

    #[pygetset(name = "type")]
    fn class_of_scalars(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyTypeRef> {
        State::of(vm)?.scalar_class(zelf.dtype, vm)
    }
}

/// A type as Python's object.
pub fn object(dtype: DType, vm: &VirtualMachine) -> PyObjectRef {
    PyDType { dtype }.into_pyobject(vm)
}

/// Places that nobody filled: zeros, or `None` for objects.
pub fn empty_array(
    shape: &[usize],
    dtype: DType,
    objects: PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult<Array> {
    let array = Array::zeros(shape, dtype).map_err(|error| super::state::raise(error, vm))?;
    if dtype == DType::Object {
        let single = Array::single(wrap(objects));
        array.assign(&single).map_err(|error| super::state::raise(error, vm))?;
    }
    Ok(array)
}
