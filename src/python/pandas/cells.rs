//! Columns between Python and the engine: numpy arrays as vectors, and back.

use crate::array::{Array, DType, Kind};
use crate::python::numpy::convert::{array_of_objects, from_object, objects_of, to_array_object};
use rustpython_vm::builtins::{PyFloat, PyStr};
use rustpython_vm::{PyObject, PyObjectRef, PyResult, VirtualMachine};

/// A column's values.
pub enum Column {
    /// Numbers with a point.
    Floats(Vec<f64>),
    /// Whole numbers.
    Ints(Vec<i64>),
    /// Truth values.
    Bools(Vec<bool>),
    /// Python objects.
    Objects(Objects),
}

/// Python objects in a row: text most of the time.
pub struct Objects(pub Vec<PyObjectRef>);

impl Objects {
    /// Each as text; `None` for one that is none.
    pub fn texts(&self) -> Vec<Option<&str>> {
        self.0.iter().map(text).collect()
    }

    /// Whether all are text or missing.
    pub fn are_texts(&self, vm: &VirtualMachine) -> bool {
        self.0.iter().all(|object| object.downcast_ref::<PyStr>().is_some() || is_missing(object, vm))
    }
}

/// An object as text.
pub fn text(object: &PyObjectRef) -> Option<&str> {
    object.downcast_ref::<PyStr>().and_then(|text| text.to_str())
}

/// Whether an object stands for a missing value.
pub fn is_missing(object: &PyObject, vm: &VirtualMachine) -> bool {
    if vm.is_none(object) {
        return true;
    }
    if let Some(float) = object.downcast_ref::<PyFloat>() {
        return float.to_f64().is_nan();
    }
    object.downcast_ref::<PyStr>().is_none() && matches!(&*object.class().name(), "NaTType" | "NAType")
}

/// A column from an array or what can be one.
pub fn column(object: &PyObject, vm: &VirtualMachine) -> PyResult<Column> {
    let array = from_object(object, vm)?;
    let unknown = || vm.new_type_error("not a column");
    Ok(match array.dtype().kind() {
        Kind::Float => Column::Floats(array.to_f64().ok_or_else(unknown)?),
        Kind::Bool => Column::Bools(array.to_bool().ok_or_else(unknown)?),
        Kind::Signed | Kind::Unsigned => Column::Ints(whole(&array, vm)?),
        _ => Column::Objects(Objects(objects_of(&array, vm)?)),
    })
}

fn whole(array: &Array, vm: &VirtualMachine) -> PyResult<Vec<i64>> {
    if array.dtype() == DType::UInt64 {
        let all = array.values::<u64>().ok_or_else(|| vm.new_type_error("not whole numbers"))?;
        // Their bits: what is equal stays equal.
        return Ok(all.iter().map(|number| number.cast_signed()).collect());
    }
    array.to_i64().ok_or_else(|| vm.new_type_error("not whole numbers"))
}

/// Whole numbers, of any width.
pub fn ints(object: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<i64>> {
    match column(object, vm)? {
        Column::Ints(all) => Ok(all),
        Column::Bools(all) => Ok(all.into_iter().map(i64::from).collect()),
        // An array of nothing has no type of its own.
        Column::Floats(all) if all.is_empty() => Ok(Vec::new()),
        _ => Err(vm.new_type_error("whole numbers wanted")),
    }
}

/// Numbers of any type.
pub fn floats(object: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<f64>> {
    match column(object, vm)? {
        Column::Floats(all) => Ok(all),
        Column::Ints(all) => Ok(all.into_iter().map(|number| number as f64).collect()),
        Column::Bools(all) => Ok(all.into_iter().map(|truth| f64::from(u8::from(truth))).collect()),
        Column::Objects(_) => Err(vm.new_type_error("numbers wanted")),
    }
}

/// Truth values.
pub fn bools(object: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<bool>> {
    match column(object, vm)? {
        Column::Bools(all) => Ok(all),
        Column::Floats(all) if all.is_empty() => Ok(Vec::new()),
        _ => Err(vm.new_type_error("truth values wanted")),
    }
}

/// Objects.
pub fn objects(object: &PyObject, vm: &VirtualMachine) -> PyResult<Objects> {
    Ok(Objects(objects_of(&from_object(object, vm)?, vm)?))
}

/// An array of whole numbers.
pub fn of_ints(all: Vec<i64>, vm: &VirtualMachine) -> PyObjectRef {
    to_array_object(Array::from_i64(&[all.len()], all), vm)
}

/// An array of floats.
pub fn of_floats(all: Vec<f64>, vm: &VirtualMachine) -> PyObjectRef {
    to_array_object(Array::from_f64(&[all.len()], all), vm)
}

/// An array of truth values.
pub fn of_bools(all: Vec<bool>, vm: &VirtualMachine) -> PyObjectRef {
    to_array_object(Array::from_bool(&[all.len()], all), vm)
}

/// An array of objects.
pub fn of_objects(all: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyObjectRef {
    to_array_object(array_of_objects(&[all.len()], all), vm)
}

/// An array of text, with NaN for what is none.
pub fn of_texts(all: impl IntoIterator<Item = Option<String>>, vm: &VirtualMachine) -> PyObjectRef {
    let gap: PyObjectRef = vm.ctx.new_float(f64::NAN).into();
    let made = |one: Option<String>| one.map_or_else(|| gap.clone(), |text| vm.ctx.new_str(text).into());
    of_objects(all.into_iter().map(made).collect(), vm)
}

/// An array of whole numbers without a sign.
pub fn of_hashes(all: Vec<u64>, vm: &VirtualMachine) -> PyObjectRef {
    to_array_object(Array::from_vec(&[all.len()], all), vm)
}
