//! Elements as Python objects: numpy's scalars, whose classes are written in Python over two that are written here.
//!
//! `generic` is what all scalars are; it holds nothing, so that `float64` can be a `float` and `str_` a `str` besides.
//! `_value` holds the element of the others.

use super::convert::{scalar_of, to_object, unwrap};
use super::given::Given;
use super::ndarray::NdArray;
use super::operate::{self, Operator};
use super::state::{State, raise};
use super::{dtype, time};
use crate::array::{Array, DType, Scalar, print};
use rustpython_vm::builtins::{PyFloat, PyStr, PyStrRef, PyTuple};
use rustpython_vm::common::hash::PyHash;
use rustpython_vm::function::{Either, FuncArgs, PyComparisonValue};
use rustpython_vm::protocol::{PyMappingMethods, PyNumber, PyNumberMethods};
use rustpython_vm::types::{AsMapping, AsNumber, Comparable, Hashable, PyComparisonOp, Representable};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

/// What all scalars are.
#[pyclass(module = "numpy", name = "generic")]
#[derive(Debug, PyPayload)]
pub struct Generic;

/// What a scalar holds that is no Python number.
#[pyclass(module = "_numpy", name = "_value")]
#[derive(Debug, PyPayload)]
pub struct ScalarValue {
    /// Its type.
    pub dtype: DType,
    /// The element.
    pub scalar: Scalar,
}

#[pyclass(flags(BASETYPE))]
impl ScalarValue {}

/// An element as numpy's scalar.
///
/// # Errors
/// When numpy cannot be imported.
pub fn object(scalar: &Scalar, dtype: DType, vm: &VirtualMachine) -> PyResult {
    if let Scalar::Object(object) = scalar {
        return Ok(unwrap(object, vm));
    }
    let class = State::of(vm)?.scalar_class(dtype, vm)?;
    match scalar {
        Scalar::Float(number) if dtype == DType::Float64 => {
            Ok(PyFloat::from(*number).into_ref_with_type(vm, class)?.into())
        }
        Scalar::Str(text) => Ok(PyStr::from(text.as_ref()).into_ref_with_type(vm, class)?.into()),
        _ => Ok(ScalarValue { dtype, scalar: scalar.clone() }.into_ref_with_type(vm, class)?.into()),
    }
}

/// An element as Python's own object: `item()`, `tolist()`.
///
/// # Errors
/// When Python's calendar does not reach so far.
pub fn plain(scalar: &Scalar, dtype: DType, vm: &VirtualMachine) -> PyResult {
    Ok(match scalar {
        Scalar::Bool(truth) => vm.ctx.new_bool(*truth).into(),
        Scalar::Int(ticks) if dtype.is_time() => return time::plain(*ticks, dtype, vm),
        Scalar::Int(number) => vm.ctx.new_int(*number).into(),
        Scalar::UInt(number) => vm.ctx.new_int(*number).into(),
        Scalar::Float(number) => vm.ctx.new_float(*number).into(),
        Scalar::Str(text) => vm.ctx.new_str(text.as_ref()).into(),
        Scalar::Object(object) => unwrap(object, vm),
    })
}

/// What a scalar holds.
fn held(object: &PyObject, vm: &VirtualMachine) -> PyResult<(DType, Scalar)> {
    scalar_of(object, vm).ok_or_else(|| vm.new_type_error("this is no numpy scalar"))
}

fn as_array(object: &PyObject, vm: &VirtualMachine) -> PyResult<Array> {
    let (dtype, scalar) = held(object, vm)?;
    Ok(scalar.to_array(dtype))
}

impl Representable for Generic {
    fn slot_repr(zelf: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
        let (dtype, scalar) = held(zelf, vm)?;
        let shown = scalar.show(dtype);
        let text = match (dtype, &scalar) {
            (DType::Bool, _) => format!("np.{shown}_"),
            (DType::Str(_), _) => format!("np.str_({})", print::quoted(&shown)),
            (DType::DateTime(_), _) => format!("np.datetime64('{shown}')"),
            (DType::TimeDelta(unit), Scalar::Int(ticks)) => {
                if shown == "NaT" {
                    "np.timedelta64('NaT')".into()
                } else {
                    format!("np.timedelta64({ticks},'{}')", unit.name())
                }
            }
            _ => format!("np.{}({shown})", dtype.name()),
        };
        Ok(vm.ctx.new_str(text))
    }
}

impl Comparable for Generic {
    fn slot_richcompare(
        zelf: &PyObject,
        other: &PyObject,
        op: PyComparisonOp,
        vm: &VirtualMachine,
    ) -> PyResult<Either<PyObjectRef, PyComparisonValue>> {
        operate::compare(zelf, other, op, vm)
    }

    fn cmp(
        _zelf: &Py<Self>,
        _other: &PyObject,
        _op: PyComparisonOp,
        _vm: &VirtualMachine,
    ) -> PyResult<PyComparisonValue> {
        Ok(PyComparisonValue::NotImplemented)
    }
}

/// Brackets behind a scalar; items that could be walked through it has none.
impl AsMapping for Generic {
    fn as_mapping() -> &'static PyMappingMethods {
        static METHODS: PyMappingMethods = PyMappingMethods {
            length: None,
            subscript: Some(|mapping, place, vm| match place.downcast_ref::<PyTuple>() {
                Some(nothing) if nothing.is_empty() => Ok(mapping.obj.to_owned()),
                _ => Err(vm.new_index_error("invalid index to scalar variable.")),
            }),
            ass_subscript: None,
        };
        &METHODS
    }
}

impl Hashable for Generic {
    fn slot_hash(zelf: &PyObject, vm: &VirtualMachine) -> PyResult<PyHash> {
        let (dtype, scalar) = held(zelf, vm)?;
        if dtype.is_time()
            && let Scalar::Int(ticks) = scalar
        {
            return Ok(ticks);
        }
        plain(&scalar, dtype, vm)?.hash(vm)
    }

    fn hash(_zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<PyHash> {
        Ok(0)
    }
}

fn to_plain(number: PyNumber<'_>, vm: &VirtualMachine) -> PyResult {
    let (dtype, scalar) = held(number.obj, vm)?;
    plain(&scalar, dtype, vm)
}

impl AsNumber for Generic {
    fn as_number() -> &'static PyNumberMethods {
        static METHODS: PyNumberMethods = PyNumberMethods {
            boolean: Some(|number, vm| {
                Ok(as_array(number.obj, vm)?.truths().first().copied().unwrap_or(false))
            }),
            int: Some(|number, vm| Ok(to_plain(number, vm)?.try_int(vm)?.into())),
            float: Some(|number, vm| Ok(to_plain(number, vm)?.try_float(vm)?.into())),
            index: Some(|number, vm| {
                let (dtype, scalar) = held(number.obj, vm)?;
                if dtype.is_integer() {
                    return plain(&scalar, dtype, vm);
                }
                let name = number.obj.class().name().to_string();
                Err(vm.new_type_error(format!("'numpy.{name}' object cannot be interpreted as an integer")))
            }),
            ..operate::NUMBER_METHODS
        };
        &METHODS
    }
}

#[pyclass(flags(BASETYPE), with(Representable, Comparable, Hashable, AsMapping, AsNumber))]
impl Generic {
    #[pymethod]
    fn __str__(zelf: PyObjectRef, vm: &VirtualMachine) -> PyResult<String> {
        let (dtype, scalar) = held(&zelf, vm)?;
        Ok(scalar.show(dtype))
    }

    #[pymethod]
    fn __format__(zelf: PyObjectRef, form: PyStrRef, vm: &VirtualMachine) -> PyResult {
        let (dtype, scalar) = held(&zelf, vm)?;
        // A float32 is formatted as the float64 that it is.
        if (form.is_empty() && dtype != DType::Float32) || dtype.is_time() {
            return Ok(zelf.str(vm)?.into());
        }
        Ok(vm.format(&*plain(&scalar, dtype, vm)?, form)?.into())
    }

    #[pymethod]
    fn __round__(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("__round__", &["ndigits"], args, vm)?;
        let digits = given.integer("ndigits", vm)?;
        let array = as_array(&zelf, vm)?;
        let rounded = crate::array::unary::round(&array, digits.unwrap_or(0).clamp(-400, 400) as i32)
            .map_err(|error| raise(error, vm))?;
        if digits.is_none() {
            let (dtype, scalar) = (rounded.dtype(), rounded.first().unwrap_or(Scalar::Int(0)));
            return Ok(plain(&scalar, dtype, vm)?.try_int(vm)?.into());
        }
        Ok(to_object(rounded, vm))
    }

    #[pymethod]
    fn __array__(zelf: PyObjectRef, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        Ok(super::convert::to_array_object(as_array(&zelf, vm)?, vm))
    }

    #[pymethod]
    fn item(zelf: PyObjectRef, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let (dtype, scalar) = held(&zelf, vm)?;
        plain(&scalar, dtype, vm)
    }

    /// Calls a method of arrays, whose array without dimensions is a scalar again.
    fn as_method(zelf: &PyObject, name: &str, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let array = NdArray::from(as_array(zelf, vm)?).into_pyobject(vm);
        let found = array.get_attr(vm.ctx.intern_str(name), vm)?.call(args, vm)?;
        Ok(to_object(super::convert::from_object(&found, vm)?, vm))
    }

    #[pymethod]
    fn astype(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        Self::as_method(&zelf, "astype", args, vm)
    }

    #[pymethod]
    fn round(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        Self::as_method(&zelf, "round", args, vm)
    }

    #[pymethod]
    fn view(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        Self::as_method(&zelf, "view", args, vm)
    }

    #[pymethod]
    fn copy(zelf: PyObjectRef) -> PyObjectRef {
        zelf
    }

    #[pymethod]
    fn squeeze(zelf: PyObjectRef) -> PyObjectRef {
        zelf
    }

    #[pymethod]
    fn conj(zelf: PyObjectRef) -> PyObjectRef {
        zelf
    }

    #[pymethod]
    fn conjugate(zelf: PyObjectRef) -> PyObjectRef {
        zelf
    }

    #[pygetset(name = "T")]
    fn transposed(zelf: PyObjectRef) -> PyObjectRef {
        zelf
    }

    #[pymethod]
    fn tolist(zelf: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let (dtype, scalar) = held(&zelf, vm)?;
        plain(&scalar, dtype, vm)
    }

    #[pymethod]
    fn __reduce__(zelf: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let (dtype, scalar) = held(&zelf, vm)?;
        let value = match scalar {
            Scalar::Int(ticks) if dtype.is_time() => vm.ctx.new_int(ticks).into(),
            other => plain(&other, dtype, vm)?,
        };
        let code = vm.ctx.new_str(dtype.code()).into();
        let make = vm.import("_numpy", 0)?.get_attr("_scalar", vm)?;
        Ok(vm.ctx.new_tuple(vec![make, vm.ctx.new_tuple(vec![code, value]).into()]).into())
    }

    #[pymethod]
    fn __copy__(zelf: PyObjectRef) -> PyObjectRef {
        zelf
    }

    #[pymethod]
    fn __deepcopy__(zelf: PyObjectRef, _memo: PyObjectRef) -> PyObjectRef {
        zelf
    }

    /// All that arrays can do and scalars do as arrays of one element.
    #[pymethod]
    fn __getattr__(zelf: PyObjectRef, name: PyStrRef, vm: &VirtualMachine) -> PyResult {
        let text = name.to_string_lossy().into_owned();
        const METHODS: [&str; 21] = [
            "all", "any", "argmax", "argmin", "clip", "cumsum", "cumprod", "fill", "flatten", "max", "mean",
            "min", "nonzero", "prod", "ravel", "repeat", "reshape", "std", "sum", "tobytes", "var",
        ];
        if METHODS.contains(&text.as_str()) {
            let array = NdArray::from(as_array(&zelf, vm)?).into_pyobject(vm);
            return array.get_attr(&*name, vm);
        }
        Err(vm
            .new_attribute_error(format!("'numpy.{}' object has no attribute '{text}'", zelf.class().name())))
    }

    #[pygetset]
    fn dtype(zelf: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        Ok(dtype::object(held(&zelf, vm)?.0, vm))
    }

    #[pygetset]
    fn shape(_zelf: PyObjectRef, vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.empty_tuple.clone().into()
    }

    #[pygetset]
    fn ndim(_zelf: PyObjectRef) -> usize {
        0
    }

    #[pygetset]
    fn size(_zelf: PyObjectRef) -> usize {
        1
    }

    #[pygetset]
    fn itemsize(zelf: PyObjectRef, vm: &VirtualMachine) -> PyResult<usize> {
        Ok(held(&zelf, vm)?.0.item_size())
    }

    #[pygetset]
    fn nbytes(zelf: PyObjectRef, vm: &VirtualMachine) -> PyResult<usize> {
        Ok(held(&zelf, vm)?.0.item_size())
    }

    #[pygetset]
    fn real(zelf: PyObjectRef) -> PyObjectRef {
        zelf
    }

    #[pygetset]
    fn imag(zelf: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let array = as_array(&zelf, vm)?;
        Ok(to_object(
            operate::binary_arrays(Operator::parse("multiply"), &array, &Array::single(0_i64), vm)?,
            vm,
        ))
    }
}
