//! Python objects as arrays, and arrays and their elements as Python objects.

use super::dtype::PyDType;
use super::ndarray::NdArray;
use super::scalar::{self, ScalarValue};
use super::state::{State, raise, runtime_warning};
use crate::array::{Array, DType, Kind, Object, Scalar};
use malachite_bigint::BigInt;
use rustpython_vm::builtins::{
    PyBool, PyBytes, PyDict, PyFloat, PyInt, PyList, PyRange, PyStr, PyTuple, PyType, PyTypeRef,
};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine};
use std::rc::Rc;

/// Sequences in sequences, at most.
const DEEPEST: usize = 32;

/// A Python object as an element.
pub fn wrap(object: PyObjectRef) -> Object {
    Object(Rc::new(object))
}

/// An element as the Python object that it is.
pub fn unwrap(object: &Object, vm: &VirtualMachine) -> PyObjectRef {
    object.0.downcast_ref::<PyObjectRef>().cloned().unwrap_or_else(|| vm.ctx.none())
}

/// The elements of an array of objects.
pub fn objects_of(array: &Array, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
    match array.values::<Object>() {
        Some(objects) => Ok(objects.iter().map(|object| unwrap(object, vm)).collect()),
        None => {
            let dtype = array.dtype();
            array.scalars().iter().map(|scalar| scalar::plain(scalar, dtype, vm)).collect()
        }
    }
}

/// An array of objects.
pub fn array_of_objects(shape: &[usize], objects: Vec<PyObjectRef>) -> Array {
    Array::from_objects(shape, objects.into_iter().map(wrap).collect())
}

/// Anything as an array: arrays themselves, numbers, sequences of sequences, what has `__array__`.
///
/// # Errors
/// When sequences are not equally long.
pub fn from_object(object: &PyObject, vm: &VirtualMachine) -> PyResult<Array> {
    from_object_as(object, None, vm)
}

/// Anything as an array of a type.
///
/// # Errors
/// When sequences are not equally long, or an element cannot be of the type.
pub fn from_object_as(object: &PyObject, dtype: Option<DType>, vm: &VirtualMachine) -> PyResult<Array> {
    if let Some(array) = object.downcast_ref::<NdArray>() {
        let array = array.view();
        return dtype.map_or_else(|| Ok(array.clone()), |dtype| cast(&array, dtype, vm));
    }
    if let Some((own, scalar)) = scalar_of(object, vm) {
        let array = scalar.to_array(own);
        return match dtype {
            None => Ok(array),
            Some(DType::Object) => Ok(array_of_objects(&[], vec![object.to_owned()])),
            Some(dtype) => {
                check_bounds(&array, dtype, vm)?;
                // Python's own text is told as such where it is no number.
                if object.class().is(vm.ctx.types.str_type) && dtype.is_numeric() {
                    return cast(&array_of_objects(&[], vec![object.to_owned()]), dtype, vm);
                }
                if let (Scalar::Float(number), true) = (&scalar, dtype.is_integer())
                    && number.is_nan()
                {
                    return Err(vm.new_value_error("cannot convert float NaN to integer"));
                }
                cast(&array, dtype, vm)
            }
        };
    }
    if let Some(method) = array_method(object, vm)? {
        let found = method.call((), vm)?;
        if let Some(array) = found.downcast_ref::<NdArray>() {
            let array = array.view();
            return dtype.map_or_else(|| Ok(array.clone()), |dtype| cast(&array, dtype, vm));
        }
        return Err(vm.new_type_error("object __array__ method not producing an array"));
    }
    let found = discover(object, dtype, vm)?;
    match dtype {
        None => Ok(found),
        Some(dtype) => {
            check_bounds(&found, dtype, vm)?;
            // Items that are Python's own texts are told as such where they are no numbers.
            let texts = found.dtype().kind() == Kind::Str
                && matches!(dtype.kind(), Kind::Float | Kind::Signed | Kind::Unsigned);
            cast(&if texts { cast(&found, DType::Object, vm)? } else { found }, dtype, vm)
        }
    }
}

fn array_method(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
    // Lists and their like have none, and classes only have it for their instances.
    if object.class().is(vm.ctx.types.list_type)
        || object.class().is(vm.ctx.types.tuple_type)
        || object.downcast_ref::<PyType>().is_some()
        || object.class().get_attr(vm.ctx.intern_str("__array__")).is_none()
    {
        return Ok(None);
    }
    object.get_attr("__array__", vm).map(Some)
}

fn check_bounds(array: &Array, dtype: DType, vm: &VirtualMachine) -> PyResult<()> {
    if array.dtype() == DType::UInt64 && dtype == DType::Int64 {
        let too_large =
            array.values::<u64>().is_some_and(|all| all.iter().any(|number| i64::try_from(*number).is_err()));
        return if too_large {
            Err(vm.new_overflow_error("Python int too large to convert to C long"))
        } else {
            Ok(())
        };
    }
    if !dtype.is_integer() || array.dtype() != DType::Int64 || dtype == DType::Int64 {
        return Ok(());
    }
    let (lowest, highest) = bounds(dtype);
    let outside = |number: &&i64| i128::from(**number) < lowest || i128::from(**number) > highest;
    match array.values::<i64>().as_deref().and_then(|numbers| numbers.iter().find(outside)) {
        Some(number) => {
            Err(vm.new_overflow_error(format!("Python integer {number} out of bounds for {dtype}")))
        }
        None => Ok(()),
    }
}

/// The lowest and the highest number of a type of whole numbers.
pub fn bounds(dtype: DType) -> (i128, i128) {
    let bits = dtype.item_size() * 8;
    match dtype.kind() {
        Kind::Unsigned => (0, (1 << bits) - 1),
        _ => (-(1 << (bits - 1)), (1 << (bits - 1)) - 1),
    }
}

/// A number, text or numpy scalar as an element; nothing for all other objects.
pub fn scalar_of(object: &PyObject, vm: &VirtualMachine) -> Option<(DType, Scalar)> {
    if let Some(value) = object.downcast_ref::<ScalarValue>() {
        return Some((value.dtype, value.scalar.clone()));
    }
    if let Some(float) = object.downcast_ref::<PyFloat>() {
        return Some((DType::Float64, Scalar::Float(float.to_f64())));
    }
    if object.class().is(vm.ctx.types.bool_type) {
        return Some((DType::Bool, Scalar::Bool(object.is(&vm.ctx.true_value))));
    }
    if let Some(int) = object.downcast_ref::<PyInt>() {
        let number = int.as_bigint();
        return i64::try_from(number)
            .map(|number| (DType::Int64, Scalar::Int(number)))
            .or_else(|_| u64::try_from(number).map(|number| (DType::UInt64, Scalar::UInt(number))))
            .ok();
    }
    let text = object.downcast_ref::<PyStr>()?.to_string_lossy();
    Some((DType::Str(text.chars().count().max(1)), Scalar::Str(text.as_ref().into())))
}

/// Whether an object is a sequence whose items are elements.
fn items_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Vec<PyObjectRef>>> {
    if let Some(list) = object.downcast_ref::<PyList>() {
        return Ok(Some(list.borrow_vec().to_vec()));
    }
    if let Some(tuple) = object.downcast_ref::<PyTuple>() {
        return Ok(Some(tuple.as_slice().to_vec()));
    }
    if object.downcast_ref::<PyStr>().is_some()
        || object.downcast_ref::<PyBytes>().is_some()
        || object.downcast_ref::<PyDict>().is_some()
        || object.downcast_ref::<PyType>().is_some()
    {
        return Ok(None);
    }
    let is_sequence = object.downcast_ref::<PyRange>().is_some()
        || (object.class().get_attr(vm.ctx.intern_str("__getitem__")).is_some()
            && object.class().get_attr(vm.ctx.intern_str("__len__")).is_some());
    if !is_sequence {
        return Ok(None);
    }
    vm.extract_elements_with(object, Ok).map(Some)
}

/// The elements of nested sequences, in order.
struct Leaves {
    shape: Vec<usize>,
    found: Vec<PyObjectRef>,
    /// How deep sequences are equally long.
    even: usize,
}

impl Leaves {
    fn of(object: &PyObject, vm: &VirtualMachine) -> PyResult<Self> {
        let mut leaves = Self { shape: Vec::new(), found: Vec::new(), even: usize::MAX };
        leaves.measure(object, vm)?;
        leaves.even = leaves.shape.len();
        leaves.walk(object, 0, vm)?;
        Ok(leaves)
    }

    /// The shape that the first items have.
    fn measure(&mut self, object: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
        if self.shape.len() > DEEPEST {
            return Err(vm.new_value_error("setting an array element with a sequence. The requested array would exceed the maximum number of dimension of 64."));
        }
        if let Some(array) = inner_array(object, vm)? {
            self.shape.extend(array.shape());
            return Ok(());
        }
        if let Some(items) = items_of(object, vm)? {
            self.shape.push(items.len());
            if let Some(first) = items.first() {
                self.measure(first, vm)?;
            }
        }
        Ok(())
    }

    fn walk(&mut self, object: &PyObject, depth: usize, vm: &VirtualMachine) -> PyResult<()> {
        if depth >= self.even && depth >= self.shape.len() {
            let uneven = inner_array(object, vm)?.is_some_and(|array| array.ndim() > 0)
                || (scalar_of(object, vm).is_none() && items_of(object, vm)?.is_some());
            if uneven {
                self.even = self.even.min(depth);
            }
            self.found.push(object.to_owned());
            return Ok(());
        }
        if let Some(array) = inner_array(object, vm)? {
            if self.shape.get(depth..) != Some(array.shape()) {
                self.even = self.even.min(depth);
            } else {
                let dtype = array.dtype();
                for item in array.scalars() {
                    self.found.push(scalar::object(&item, dtype, vm)?);
                }
            }
            return Ok(());
        }
        let items = if scalar_of(object, vm).is_some() { None } else { items_of(object, vm)? };
        match items {
            Some(items) if Some(&items.len()) == self.shape.get(depth) => {
                for item in items {
                    self.walk(&item, depth + 1, vm)?;
                }
            }
            _ => self.even = self.even.min(depth),
        }
        Ok(())
    }
}

fn inner_array(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Array>> {
    if let Some(array) = object.downcast_ref::<NdArray>() {
        return Ok(Some(array.view().clone()));
    }
    match array_method(object, vm)? {
        Some(_) if scalar_of(object, vm).is_none() => from_object(object, vm).map(Some),
        _ => Ok(None),
    }
}

fn discover(object: &PyObject, dtype: Option<DType>, vm: &VirtualMachine) -> PyResult<Array> {
    if let Some(list) = object.downcast_ref::<PyList>()
        && dtype != Some(DType::Object)
        && let Some(array) = plain_list(&list.borrow_vec(), vm)
    {
        return Ok(array);
    }
    let leaves = Leaves::of(object, vm)?;
    if leaves.even < leaves.shape.len() || leaves.found.len() != leaves.shape.iter().product::<usize>() {
        return uneven(object, &leaves, dtype, vm);
    }
    if dtype == Some(DType::Object) {
        return Ok(array_of_objects(&leaves.shape, leaves.found));
    }
    typed(&leaves.shape, leaves.found, vm)
}

/// Sequences that are not equally long: elements themselves where objects are wanted, else an error.
fn uneven(object: &PyObject, leaves: &Leaves, dtype: Option<DType>, vm: &VirtualMachine) -> PyResult<Array> {
    let depth = leaves.even.max(1);
    let shape = leaves.shape.get(..depth).unwrap_or(&leaves.shape);
    if dtype == Some(DType::Object) {
        let mut level = vec![object.to_owned()];
        for _ in 0..depth {
            let mut next = Vec::new();
            for item in &level {
                next.extend(items_of(item, vm)?.unwrap_or_default());
            }
            level = next;
        }
        return Ok(array_of_objects(shape, level));
    }
    let shown = crate::array::shape::show(shape).replace(',', ", ").replace(", )", ",)");
    Err(vm.new_value_error(format!(
        "setting an array element with a sequence. The requested array has an inhomogeneous shape after {depth} dimensions. The detected shape was {shown} + inhomogeneous part."
    )))
}

/// A list of nothing but floats, or nothing but whole numbers.
fn plain_list(items: &[PyObjectRef], vm: &VirtualMachine) -> Option<Array> {
    let first = items.first()?;
    if first.class().is(vm.ctx.types.float_type) {
        let float =
            |item: &PyObjectRef| item.downcast_ref_if_exact::<PyFloat>(vm).map(|float| float.to_f64());
        let floats = items.iter().map(float).collect::<Option<Vec<_>>>()?;
        return Some(Array::from_f64(&[floats.len()], floats));
    }
    let int = |item: &PyObjectRef| {
        item.downcast_ref_if_exact::<PyInt>(vm).and_then(|int| i64::try_from(int.as_bigint()).ok())
    };
    let ints = items.iter().map(int).collect::<Option<Vec<_>>>()?;
    Some(Array::from_i64(&[ints.len()], ints))
}

/// Elements in the type that holds all of them.
fn typed(shape: &[usize], leaves: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult<Array> {
    let scalars: Option<Vec<(DType, Scalar)>> = leaves.iter().map(|leaf| scalar_of(leaf, vm)).collect();
    let Some(scalars) = scalars else { return Ok(array_of_objects(shape, leaves)) };
    let mut types = scalars.iter().map(|(dtype, _)| *dtype);
    let met = types.next().map_or(Some(DType::Float64), |first| types.try_fold(first, DType::promote));
    let Some(met) = met else { return Ok(array_of_objects(shape, leaves)) };
    Ok(match met.kind() {
        Kind::Str => {
            let texts = scalars.iter().map(|(dtype, scalar)| Rc::from(scalar.show(*dtype))).collect();
            let whole = Array::from_texts(shape, texts);
            whole.cast(met).map_err(|error| raise(error, vm))?
        }
        Kind::Float => {
            let numbers = scalars.iter().filter_map(|(_, scalar)| scalar.to_f64()).collect();
            Array::from_f64(shape, numbers).cast(met).map_err(|error| raise(error, vm))?
        }
        _ => {
            let ticks = scalars.iter().map(|(dtype, scalar)| {
                let array = scalar.to_array(*dtype).cast(met)?;
                Ok(array)
            });
            let parts = ticks.collect::<crate::array::Result<Vec<_>>>().map_err(|error| raise(error, vm))?;
            let joined = crate::array::join::stack(&parts, 0).map_err(|error| raise(error, vm))?;
            let wanted: Vec<i64> = shape.iter().map(|length| *length as i64).collect();
            joined.reshaped(&wanted).map_err(|error| raise(error, vm))?
        }
    })
}

/// An array of another type; objects become numbers by Python's own rules.
///
/// # Errors
/// When an element cannot be of the type.
pub fn cast(array: &Array, dtype: DType, vm: &VirtualMachine) -> PyResult<Array> {
    if array.dtype() == dtype {
        return Ok(array.clone());
    }
    if dtype == DType::Object {
        return Ok(array_of_objects(array.shape(), objects_of(array, vm)?));
    }
    if array.dtype() == DType::Object {
        return cast_objects(array, dtype, vm);
    }
    if array.dtype().kind() == Kind::Float && dtype.is_integer() {
        let strange = array.to_f64().is_some_and(|numbers| numbers.iter().any(|number| !number.is_finite()));
        if strange {
            runtime_warning("invalid value encountered in cast", vm)?;
        }
    }
    array.cast(dtype).map_err(|error| raise(error, vm))
}

fn cast_objects(array: &Array, dtype: DType, vm: &VirtualMachine) -> PyResult<Array> {
    let objects = objects_of(array, vm)?;
    let shape = array.shape();
    match dtype.kind() {
        Kind::Float => {
            let floats = objects.iter().map(|object| to_float(object, vm)).collect::<PyResult<_>>()?;
            cast(&Array::from_f64(shape, floats), dtype, vm)
        }
        Kind::Signed | Kind::Unsigned => {
            let ints = objects
                .iter()
                .map(|object| match scalar_of(object, vm) {
                    Some((_, Scalar::Float(number))) if number.is_finite() => Ok(number as i64),
                    _ => object.try_int(vm)?.try_to_primitive(vm),
                })
                .collect::<PyResult<_>>()?;
            cast(&Array::from_i64(shape, ints), dtype, vm)
        }
        Kind::Bool => {
            let truths = objects.into_iter().map(|object| object.try_to_bool(vm)).collect::<PyResult<_>>()?;
            Ok(Array::from_bool(shape, truths))
        }
        Kind::Str => {
            let texts = objects
                .iter()
                .map(|object| Ok(object.str(vm)?.to_string_lossy().into_owned()))
                .collect::<PyResult<Vec<_>>>()?;
            let texts = Array::from_strings(shape, texts);
            cast(&texts, if dtype == DType::Str(0) { texts.dtype() } else { dtype }, vm)
        }
        _ => {
            let ticks = objects.iter().map(|object| super::time::ticks_of(object, dtype, vm));
            Ok(Array::from_ticks(shape, ticks.collect::<PyResult<_>>()?, dtype))
        }
    }
}

fn to_float(object: &PyObject, vm: &VirtualMachine) -> PyResult<f64> {
    if let Some(text) = object.downcast_ref::<PyStr>() {
        let text = text.to_string_lossy();
        return crate::array::cast::parse_float(&text).ok_or_else(|| {
            vm.new_value_error(format!(
                "could not convert string to float: {}",
                crate::array::print::quoted(&text)
            ))
        });
    }
    if vm.is_none(object) {
        return Ok(f64::NAN);
    }
    match object.try_float_opt(vm) {
        Some(found) => found.map(|float| float.to_f64()),
        None => Err(vm.new_type_error(format!(
            "float() argument must be a string or a real number, not '{}'",
            object.class().name()
        ))),
    }
}

/// An array as Python's object: a scalar when it has no dimensions.
pub fn to_object(array: Array, vm: &VirtualMachine) -> PyObjectRef {
    match array.first() {
        Some(single) if array.ndim() == 0 => {
            scalar::object(&single, array.dtype(), vm).unwrap_or_else(|_| to_array_object(array, vm))
        }
        _ => to_array_object(array, vm),
    }
}

/// An array as Python's array, without dimensions too.
pub fn to_array_object(array: Array, vm: &VirtualMachine) -> PyObjectRef {
    NdArray::from(array).into_pyobject(vm)
}

/// What `dtype=` means.
///
/// # Errors
/// When it means no type that is carried.
pub fn to_dtype(object: &PyObject, vm: &VirtualMachine) -> PyResult<DType> {
    if let Some(dtype) = object.downcast_ref::<PyDType>() {
        return Ok(dtype.dtype);
    }
    if vm.is_none(object) {
        return Ok(DType::Float64);
    }
    if let Some(name) = object.downcast_ref::<PyStr>() {
        let name = name.to_string_lossy();
        return DType::parse(&name).ok_or_else(|| {
            let known = matches!(
                name.trim_start_matches(['<', '>', '=', '|']),
                "complex"
                    | "complex64"
                    | "complex128"
                    | "c8"
                    | "c16"
                    | "D"
                    | "F"
                    | "float16"
                    | "f2"
                    | "half"
                    | "S"
                    | "bytes"
                    | "longdouble"
                    | "float128"
            );
            let carried = if known { "carried here" } else { "understood" };
            vm.new_type_error(format!("data type {} not {carried}", crate::array::print::quoted(&name)))
        });
    }
    if let Some(class) = object.downcast_ref::<PyType>() {
        let types = &vm.ctx.types;
        let pairs = [
            (types.float_type, DType::Float64),
            (types.int_type, DType::Int64),
            (types.bool_type, DType::Bool),
            (types.str_type, DType::Str(0)),
            (types.object_type, DType::Object),
        ];
        if let Some((_, dtype)) = pairs.iter().find(|(known, _)| class.is(*known)) {
            return Ok(*dtype);
        }
        let class: PyTypeRef = class.to_owned();
        return State::of(vm)?.dtype_of_class(&class).ok_or_else(|| not_understood(object, vm));
    }
    match object.get_attr("dtype", vm) {
        Ok(inner) if inner.downcast_ref::<PyDType>().is_some() => to_dtype(&inner, vm),
        _ => Err(not_understood(object, vm)),
    }
}

fn not_understood(object: &PyObject, vm: &VirtualMachine) -> rustpython_vm::builtins::PyBaseExceptionRef {
    match object.repr(vm) {
        Ok(shown) => {
            vm.new_type_error(format!("Cannot interpret '{}' as a data type", shown.to_string_lossy()))
        }
        Err(error) => error,
    }
}

/// A whole number of any size, if the object is one.
pub fn big(object: &PyObject) -> Option<BigInt> {
    object
        .downcast_ref::<PyInt>()
        .filter(|_| object.downcast_ref::<PyBool>().is_none())
        .map(|int| int.as_bigint().clone())
}

/// The array that an object is, to be changed in place.
///
/// # Errors
/// When it is none.
pub fn in_place(object: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<NdArray>> {
    object.to_owned().downcast().map_err(|_| vm.new_type_error("return arrays must be of ArrayType"))
}
