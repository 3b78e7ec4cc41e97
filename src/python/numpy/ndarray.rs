//! `numpy.ndarray`: arrays as Python objects.

use super::convert::{self, from_object, from_object_as, objects_of, to_array_object, to_dtype, to_object};
use super::given::{Given, integers};
use super::operate::{self, Operator};
use super::state::{State, raise, raise_axis, react, runtime_warning};
use super::{dtype, index, scalar};
use crate::array::cumulate::Running;
use crate::array::number::Flags;
use crate::array::reduce::Reduce;
use crate::array::{Array, ArrayError, DType, Kind, Scalar, matrix, print, shape, unary};
use rustpython_vm::builtins::{PyDictRef, PyStrRef, PyType};
use rustpython_vm::function::{Either, FuncArgs, PyComparisonValue, PySetterValue};
use rustpython_vm::protocol::{PyIterReturn, PyMappingMethods, PyNumber, PyNumberMethods, PySequenceMethods};
use rustpython_vm::types::{
    AsMapping, AsNumber, AsSequence, Comparable, Constructor, IterNext, Iterable, PyComparisonOp,
    Representable, SelfIter,
};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};
use std::cell::{Cell, Ref, RefCell};

/// An array.
#[pyclass(module = "numpy", name = "ndarray", unhashable = true)]
#[derive(Debug, PyPayload)]
pub struct NdArray {
    array: RefCell<Array>,
    /// What it is a view of.
    base: Option<PyObjectRef>,
}

impl From<Array> for NdArray {
    fn from(array: Array) -> Self {
        Self { array: RefCell::new(array), base: None }
    }
}

impl NdArray {
    /// The array; not to be held while Python is called.
    pub fn view(&self) -> Ref<'_, Array> {
        self.array.borrow()
    }

    fn held(&self) -> Array {
        self.array.borrow().clone()
    }

    /// Puts another array in its place.
    pub fn replace(&self, array: Array) {
        *self.array.borrow_mut() = array;
    }
}

/// An array of one interpreter walked along its first axis.
#[pyclass(module = "numpy", name = "_iterator")]
#[derive(Debug, PyPayload)]
pub struct ArrayIterator {
    array: Array,
    next: Cell<usize>,
}

impl SelfIter for ArrayIterator {}

impl IterNext for ArrayIterator {
    fn next(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        let place = zelf.next.get();
        if place >= zelf.array.length(0) {
            return Ok(PyIterReturn::StopIteration(None));
        }
        zelf.next.set(place + 1);
        if zelf.array.ndim() == 1 {
            let single = zelf.array.item(place).unwrap_or(Scalar::Int(0));
            return Ok(PyIterReturn::Return(scalar::object(&single, zelf.array.dtype(), vm)?));
        }
        Ok(PyIterReturn::Return(to_object(zelf.array.without_axis(0, place), vm)))
    }
}

#[pyclass(with(IterNext, Iterable))]
impl ArrayIterator {}

impl Constructor for NdArray {
    type Args = FuncArgs;

    fn py_new(_class: &Py<PyType>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<Self> {
        let given =
            Given::new("ndarray", &["shape", "dtype", "buffer", "offset", "strides", "order"], args, vm)?;
        given.refuse("ndarray", &["buffer", "offset", "strides"], vm)?;
        let Some(shape) = given.axes("shape", vm)? else {
            return Err(vm.new_type_error("ndarray() missing required argument 'shape' (pos 0)"));
        };
        let dtype = given.get("dtype", vm).map_or(Ok(DType::Float64), |dtype| to_dtype(dtype, vm))?;
        Ok(dtype::empty_array(&lengths(&shape, vm)?, dtype, vm.ctx.none(), vm)?.into())
    }
}

/// A shape from Python's numbers.
///
/// # Errors
/// When one is negative or more than an index can say.
pub fn lengths(shape: &[i64], vm: &VirtualMachine) -> PyResult<Vec<usize>> {
    let length = |length: &i64| {
        usize::try_from(*length).map_err(|_| {
            vm.new_value_error(if *length < 0 {
                "negative dimensions are not allowed"
            } else {
                "Maximum allowed dimension exceeded"
            })
        })
    };
    shape.iter().map(length).collect()
}

/// A shape as functions that make arrays of `dtype` are given it.
///
/// # Errors
/// When it is none, or there is no room for such an array.
pub fn shape_wanted(shape: &PyObject, dtype: DType, vm: &VirtualMachine) -> PyResult<Vec<usize>> {
    if shape.class().is(vm.ctx.types.float_type) {
        let shown = shape.repr(vm)?.to_string_lossy().into_owned();
        return Err(
            vm.new_type_error(format!("expected a sequence of integers or a single integer, got '{shown}'"))
        );
    }
    let wanted = integers(shape, vm)?;
    let long: Option<Vec<u64>> = wanted.iter().map(|length| u64::try_from(*length).ok()).collect();
    match long {
        // Only where indices have 32 bits.
        Some(long) if long.iter().any(|length| usize::try_from(*length).is_err()) => {
            Err(raise(crate::array::storage::too_large(&long, dtype), vm))
        }
        _ => lengths(&wanted, vm),
    }
}

/// How elements that are objects are shown, or those with a function of their own.
fn shower<'a>(
    array: &Array,
    state: &State,
    errors: &'a RefCell<Option<rustpython_vm::builtins::PyBaseExceptionRef>>,
    vm: &'a VirtualMachine,
) -> impl FnMut(&Scalar) -> Option<String> + 'a {
    let dtype = array.dtype();
    let formatter = state.formatter.borrow().as_ref().and_then(|all: &PyDictRef| {
        let names: &[&str] = match dtype.kind() {
            Kind::Float => &["float", "float_kind", "all"],
            Kind::Signed | Kind::Unsigned => &["int", "int_kind", "all"],
            Kind::Bool => &["bool", "all"],
            Kind::Str => &["numpystr", "str_kind", "all"],
            Kind::Object => &["object", "all"],
            Kind::DateTime => &["datetime", "all"],
            Kind::TimeDelta => &["timedelta", "all"],
        };
        names.iter().find_map(|name| all.get_item_opt(*name, vm).ok().flatten())
    });
    move |element: &Scalar| {
        let shown = match (&formatter, element) {
            (Some(function), element) => scalar::object(element, dtype, vm)
                .and_then(|object| function.call((object,), vm))
                .and_then(|text| text.str(vm)),
            (None, Scalar::Object(object)) => {
                let object = convert::unwrap(object, vm);
                let is_list = object.downcast_ref::<rustpython_vm::builtins::PyList>().is_some();
                object.repr(vm).map(|text| {
                    if is_list { vm.ctx.new_str(format!("list({})", text.to_string_lossy())) } else { text }
                })
            }
            _ => return None,
        };
        match shown {
            Ok(text) => Some(text.to_string_lossy().into_owned()),
            Err(error) => {
                errors.replace(Some(error));
                Some(String::new())
            }
        }
    }
}

/// An array as text: `repr`, `str` or by `array2string`.
///
/// # Errors
/// When an element cannot be shown.
pub fn show(
    array: &Array,
    options: &print::Options,
    write: impl FnOnce(&Array, &print::Options, &mut print::Show<'_>) -> String,
    vm: &VirtualMachine,
) -> PyResult<String> {
    let state = State::of(vm)?;
    let errors = RefCell::new(None);
    let text = write(array, options, &mut shower(array, &state, &errors, vm));
    match errors.into_inner() {
        Some(error) => Err(error),
        None => Ok(text),
    }
}

impl Representable for NdArray {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let options = State::of(vm)?.options.borrow().clone();
        show(&zelf.held(), &options, |array, options, each| print::repr(array, options, each), vm)
    }
}

impl Comparable for NdArray {
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

fn only_element(number: PyNumber<'_>, vm: &VirtualMachine) -> PyResult {
    let array = from_object(number.obj, vm)?;
    match array.first() {
        Some(single) if array.ndim() == 0 => scalar::plain(&single, array.dtype(), vm),
        Some(_) if array.size() == 1 => {
            Err(vm.new_type_error("only 0-dimensional arrays can be converted to Python scalars"))
        }
        _ => Err(vm.new_type_error("only 0-dimensional arrays can be converted to Python scalars")),
    }
}

impl AsNumber for NdArray {
    fn as_number() -> &'static PyNumberMethods {
        static METHODS: PyNumberMethods = PyNumberMethods {
            boolean: Some(|number, vm| {
                let array = from_object(number.obj, vm)?;
                match array.size() {
                    1 if array.dtype() == DType::Object => {
                        objects_of(&array, vm)?.remove(0).try_to_bool(vm)
                    }
                    1 => Ok(array.truths().first().copied().unwrap_or(false)),
                    0 => Err(vm.new_value_error("The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.")),
                    _ => Err(vm.new_value_error("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")),
                }
            }),
            int: Some(|number, vm| Ok(only_element(number, vm)?.try_int(vm)?.into())),
            float: Some(|number, vm| Ok(only_element(number, vm)?.try_float(vm)?.into())),
            index: Some(|number, vm| {
                let array = from_object(number.obj, vm)?;
                if array.ndim() == 0 && array.dtype().is_integer() {
                    return only_element(number, vm);
                }
                Err(vm.new_type_error("only integer scalar arrays can be converted to a scalar index"))
            }),
            ..operate::NUMBER_METHODS
        };
        &METHODS
    }
}

impl AsMapping for NdArray {
    fn as_mapping() -> &'static PyMappingMethods {
        static METHODS: PyMappingMethods = PyMappingMethods {
            length: Some(|mapping, vm| NdArray::mapping_downcast(mapping).length(vm)),
            subscript: Some(|mapping, place, vm| {
                let zelf = NdArray::mapping_downcast(mapping);
                let array = zelf.held();
                let found = index::get(&array, place, vm)?;
                // Views know what they look at.
                match found.downcast_ref::<NdArray>() {
                    Some(view) if view.view().shares_storage(&array) => {
                        let view = view.held();
                        Ok(NdArray {
                            array: RefCell::new(view),
                            base: Some(zelf.base.clone().unwrap_or_else(|| zelf.to_owned().into())),
                        }
                        .into_pyobject(vm))
                    }
                    _ => Ok(found),
                }
            }),
            ass_subscript: Some(|mapping, place, value, vm| match value {
                Some(value) => index::set(&NdArray::mapping_downcast(mapping).held(), place, &value, vm),
                None => Err(vm.new_value_error("cannot delete array elements")),
            }),
        };
        &METHODS
    }
}

impl AsSequence for NdArray {
    fn as_sequence() -> &'static PySequenceMethods {
        static METHODS: PySequenceMethods = PySequenceMethods {
            length: Some(|sequence, vm| NdArray::sequence_downcast(sequence).length(vm)),
            item: Some(|sequence, place, vm| {
                let array = NdArray::sequence_downcast(sequence).held();
                Ok(to_object(array.row(place as i64).map_err(|error| raise(error, vm))?, vm))
            }),
            contains: Some(|sequence, wanted, vm| {
                let zelf = NdArray::sequence_downcast(sequence);
                let found = operate::apply(Operator::parse("equal"), zelf.as_object(), wanted, vm)?;
                Ok(from_object(&found, vm)?.truths().into_iter().any(|truth| truth))
            }),
            ..PySequenceMethods::NOT_IMPLEMENTED
        };
        &METHODS
    }
}

impl Iterable for NdArray {
    fn iter(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        let array = zelf.held();
        if array.ndim() == 0 {
            return Err(vm.new_type_error("iteration over a 0-d array"));
        }
        Ok(ArrayIterator { array, next: Cell::new(0) }.into_pyobject(vm))
    }
}

impl NdArray {
    fn length(&self, vm: &VirtualMachine) -> PyResult<usize> {
        match self.view().shape().first() {
            Some(length) => Ok(*length),
            None => Err(vm.new_type_error("len() of unsized object")),
        }
    }

    /// What a method gives, into `out` if that was given.
    fn give(&self, found: Array, given: &Given, vm: &VirtualMachine) -> PyResult {
        let Some(out) = given.get("out", vm) else { return Ok(to_object(found, vm)) };
        let target = convert::in_place(out, vm)?.held();
        operate::store("out", &target, &found, vm)?;
        Ok(out.clone())
    }

    fn reduce(&self, op: Reduce, args: FuncArgs, name: &str, vm: &VirtualMachine) -> PyResult {
        const NUMBERS: &[&str] = &["axis", "dtype", "out", "keepdims", "initial", "where"];
        const CHOICES: &[&str] = &["axis", "out", "keepdims", "initial", "where"];
        let names = if matches!(op, Reduce::Sum | Reduce::Product) { NUMBERS } else { CHOICES };
        let given = Given::new(name, names, args, vm)?;
        let mut array = self.held();
        if let Some(dtype) = given.get("dtype", vm) {
            array = convert::cast(&array, to_dtype(dtype, vm)?, vm)?;
        }
        if let Some(chosen) = given.get("where", vm).filter(|chosen| !chosen.is(&vm.ctx.true_value)) {
            array = self.only_chosen(&array, op, chosen, given.raw("initial"), vm)?;
        }
        let axes = given.axes("axis", vm)?;
        let keep = given.truth("keepdims", false, vm)?;
        if array.dtype() == DType::Object && !matches!(op, Reduce::All | Reduce::Any) {
            return reduce_objects(&array, op, axes.as_deref(), vm);
        }
        if array.dtype() == DType::Object {
            array = convert::cast(&array, DType::Bool, vm)?;
        }
        let empty = array.size() == 0 && given.get("initial", vm).is_some();
        let mut found = if empty && matches!(op, Reduce::Max | Reduce::Min) {
            from_object_as(given.get("initial", vm).unwrap_or(&vm.ctx.none()), Some(array.dtype()), vm)?
        } else {
            let wanted =
                (given.get("dtype", vm).is_some() && array.dtype().is_numeric()).then(|| array.dtype());
            let found = array.reduced(op, axes.as_deref(), keep).map_err(|error| raise(error, vm))?;
            warn_of_sum(op, &array, &found, vm)?;
            match wanted {
                Some(dtype) => convert::cast(&found, dtype, vm)?,
                None => found,
            }
        };
        if let Some(initial) = given.get("initial", vm) {
            let with = match op {
                Reduce::Product => "multiply",
                Reduce::Max => "maximum",
                Reduce::Min => "minimum",
                _ => "add",
            };
            let initial = from_object(initial, vm)?;
            found = operate::binary_arrays(Operator::parse(with), &found, &initial, vm)?;
        }
        self.give(found, &given, vm)
    }

    /// With what changes nothing wherever an element is not chosen.
    fn only_chosen(
        &self,
        array: &Array,
        op: Reduce,
        chosen: &PyObject,
        initial: Option<&PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<Array> {
        let neutral = match (op, initial) {
            (Reduce::Sum | Reduce::Any, _) => Array::single(0_i64),
            (Reduce::Product | Reduce::All, _) => Array::single(1_i64),
            (_, Some(initial)) => from_object(initial, vm)?,
            _ => return Err(vm.new_value_error("reduction operation 'maximum' does not have an identity, so to use a where mask one has to specify 'initial'")),
        };
        let chosen = from_object(chosen, vm)?;
        let dtype = array.dtype();
        Array::choose(&chosen, array, &neutral, dtype).map_err(|error| raise(error, vm))
    }

    fn moments(&self, args: FuncArgs, name: &str, vm: &VirtualMachine) -> PyResult {
        let names: &[&str] = &["axis", "dtype", "out", "ddof", "keepdims", "where", "mean", "correction"];
        let mean_names: &[&str] = &["axis", "dtype", "out", "keepdims", "where"];
        let given = Given::new(name, if name == "mean" { mean_names } else { names }, args, vm)?;
        let mut array = self.held();
        if let Some(dtype) = given.get("dtype", vm) {
            array = convert::cast(&array, to_dtype(dtype, vm)?, vm)?;
        }
        if array.dtype() == DType::Object {
            array = convert::cast(&array, DType::Float64, vm)?;
        }
        let axes = given.axes("axis", vm)?;
        let keep = given.truth("keepdims", false, vm)?;
        let correction = if name == "mean" { None } else { given.float("correction", vm)? };
        if correction.is_some() && given.get("ddof", vm).is_some() {
            return Err(vm.new_value_error("ddof and correction can't be provided simultaneously."));
        }
        let ddof = if name == "mean" { 0.0 } else { given.float("ddof", vm)?.or(correction).unwrap_or(0.0) };
        let chosen = given.get("where", vm).filter(|chosen| !chosen.is(&vm.ctx.true_value));
        let mean = if name == "mean" { None } else { given.get("mean", vm) };
        if chosen.is_some() || mean.is_some() {
            let chosen = chosen.map(|chosen| from_object(chosen, vm)).transpose()?;
            let mean = mean.map(|mean| from_object(mean, vm)).transpose()?;
            let found = array
                .moment(name, axes.as_deref(), ddof, keep, chosen.as_ref(), mean)
                .map_err(|error| raise(error, vm))?;
            return self.give(found, &given, vm);
        }
        let gone = match &axes {
            Some(axes) => shape::axes(axes, array.ndim()).map_err(|error| raise(error, vm))?,
            None => (0..array.ndim()).collect(),
        };
        let count: usize = gone.iter().map(|axis| array.length(*axis)).product();
        if name == "mean" && count == 0 {
            runtime_warning("Mean of empty slice", vm)?;
            if array.ndim() <= 1 {
                runtime_warning("invalid value encountered in scalar divide", vm)?;
            }
        } else if name != "mean" && count as f64 <= ddof {
            runtime_warning("Degrees of freedom <= 0 for slice", vm)?;
            if count == 0 {
                runtime_warning("invalid value encountered in divide", vm)?;
            }
            runtime_warning("invalid value encountered in scalar divide", vm)?;
        }
        let found = match name {
            "mean" => array.mean(axes.as_deref(), keep),
            _ => array.variance(axes.as_deref(), ddof, keep),
        };
        let mut found = found.map_err(|error| raise(error, vm))?;
        if name == "std" {
            found = unary::apply("sqrt", &found)
                .unwrap_or(Ok((found.clone(), Default::default())))
                .map_err(|error| raise(error, vm))?
                .0;
        }
        self.give(found, &given, vm)
    }

    fn extreme_place(&self, largest: bool, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let name = if largest { "argmax" } else { "argmin" };
        let given = Given::new(name, &["axis", "out", "keepdims"], args, vm)?;
        let array = self.held();
        let array =
            if array.dtype() == DType::Object { convert::cast(&array, DType::Float64, vm)? } else { array };
        let keep = given.truth("keepdims", false, vm)?;
        let found =
            array.arg_extreme(largest, given.integer("axis", vm)?, keep).map_err(|error| raise(error, vm))?;
        self.give(found, &given, vm)
    }

    fn running(&self, what: Running, name: &str, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new(name, &["axis", "dtype", "out"], args, vm)?;
        let mut array = self.held();
        if let Some(dtype) = given.get("dtype", vm) {
            array = convert::cast(&array, to_dtype(dtype, vm)?, vm)?;
        }
        let found = array.running(what, given.integer("axis", vm)?).map_err(|error| raise(error, vm))?;
        self.give(found, &given, vm)
    }
}

/// Sums of infinities that are no number.
fn warn_of_sum(op: Reduce, array: &Array, found: &Array, vm: &VirtualMachine) -> PyResult<()> {
    if op != Reduce::Sum || array.dtype().kind() != Kind::Float {
        return Ok(());
    }
    let has_nan =
        |array: &Array| array.to_f64().is_some_and(|numbers| numbers.iter().any(|number| number.is_nan()));
    if has_nan(found) && !has_nan(array) {
        return react(Flags { invalid: true, ..Flags::default() }, "reduce", vm);
    }
    Ok(())
}

fn reduce_objects(array: &Array, op: Reduce, axes: Option<&[i64]>, vm: &VirtualMachine) -> PyResult {
    let ufunc = Operator::parse(match op {
        Reduce::Product => "multiply",
        Reduce::Max => "maximum",
        Reduce::Min => "minimum",
        _ => "add",
    });
    let all: Vec<i64> = axes.map_or_else(|| (0..array.ndim() as i64).collect(), <[i64]>::to_vec);
    let mut found = array.clone();
    let mut sorted = shape::axes(&all, array.ndim()).map_err(|error| raise(error, vm))?;
    sorted.reverse();
    for axis in sorted {
        let mut sum: Option<Array> = None;
        for place in 0..found.length(axis) {
            let next = found.without_axis(axis, place);
            sum = Some(match sum {
                Some(before) => operate::binary_arrays(ufunc, &before, &next, vm)?,
                None => next,
            });
        }
        found = match sum {
            Some(sum) => sum,
            None if op == Reduce::Sum => Array::single(0_i64),
            None => {
                return Err(
                    vm.new_value_error("zero-size array to reduction operation which has no identity")
                );
            }
        };
    }
    Ok(to_object(found, vm))
}

/// Sorted by Python's own order.
fn sort_objects(array: &Array, vm: &VirtualMachine) -> PyResult<Array> {
    let list = vm.ctx.new_list(objects_of(array, vm)?);
    vm.call_method(list.as_object(), "sort", ())?;
    let sorted = list.borrow_vec().to_vec();
    Ok(convert::array_of_objects(array.shape(), sorted))
}

/// The places of objects in the order of Python's `sorted`, which keeps equal ones as they stand.
fn arg_sort_objects(array: &Array, vm: &VirtualMachine) -> PyResult {
    if array.ndim() != 1 {
        return Err(vm.new_not_implemented_error("argsort of objects is carried here for one dimension"));
    }
    let pairs = objects_of(array, vm)?.into_iter().enumerate();
    let pairs =
        pairs.map(|(place, object)| vm.ctx.new_tuple(vec![object, vm.ctx.new_int(place).into()]).into());
    let list = vm.ctx.new_list(pairs.collect());
    vm.call_method(list.as_object(), "sort", ())?;
    let places = list
        .borrow_vec()
        .iter()
        .map(|pair| pair.get_item(&1, vm)?.try_to_value(vm))
        .collect::<PyResult<_>>()?;
    Ok(to_array_object(Array::from_i64(array.shape(), places), vm))
}

/// Where objects would be put into sorted objects.
fn search_objects(sorted: &Array, wanted: &Array, right: bool, vm: &VirtualMachine) -> PyResult {
    let sorted = objects_of(sorted, vm)?;
    let mut places = Vec::with_capacity(wanted.shape().iter().product());
    for object in objects_of(wanted, vm)? {
        let mut failed = None;
        let place = sorted.partition_point(|one| {
            let (low, high, op) =
                if right { (one, &object, PyComparisonOp::Le) } else { (one, &object, PyComparisonOp::Lt) };
            low.rich_compare_bool(high, op, vm).unwrap_or_else(|error| {
                failed = Some(error);
                false
            })
        });
        if let Some(error) = failed {
            return Err(error);
        }
        places.push(place as i64);
    }
    Ok(to_object(Array::from_i64(wanted.shape(), places), vm))
}

/// What `kind` and `order` of sorts may be. All kinds are stable here.
fn check_sort(given: &Given, vm: &VirtualMachine) -> PyResult<()> {
    if given.get("order", vm).is_some() {
        return Err(vm.new_value_error("Cannot specify order when the array has no fields."));
    }
    match given.text("kind", vm)? {
        Some(kind) if !matches!(kind.chars().next(), Some('q' | 'm' | 'h' | 's' | 'Q' | 'M' | 'H' | 'S')) => {
            Err(vm.new_value_error(format!(
                "sort kind must be one of 'quick', 'heap', or 'stable' (got '{kind}')"
            )))
        }
        _ => Ok(()),
    }
}

fn order_wanted(given: &Given, array: &Array, vm: &VirtualMachine) -> PyResult<bool> {
    match given.text("order", vm)? {
        Some(order) => is_fortran(&order, array, vm),
        None => Ok(false),
    }
}

/// Whether `order` means Fortran's, for an array that may be in it.
///
/// # Errors
/// When it means nothing.
pub fn is_fortran(order: &str, array: &Array, vm: &VirtualMachine) -> PyResult<bool> {
    match order {
        "C" | "c" => Ok(false),
        "F" | "f" => Ok(true),
        "A" | "a" | "K" | "k" => Ok(array.is_fortran() && !array.is_contiguous()),
        _ => Err(vm.new_value_error(format!("order must be one of 'C', 'F', 'A', or 'K' (got '{order}')"))),
    }
}

fn nested(array: &Array, vm: &VirtualMachine) -> PyResult {
    if array.ndim() == 0 {
        return array
            .first()
            .map_or_else(|| Ok(vm.ctx.none()), |single| scalar::plain(&single, array.dtype(), vm));
    }
    let items = if array.ndim() == 1 {
        let dtype = array.dtype();
        array.scalars().iter().map(|single| scalar::plain(single, dtype, vm)).collect::<PyResult<Vec<_>>>()?
    } else {
        (0..array.length(0))
            .map(|place| nested(&array.without_axis(0, place), vm))
            .collect::<PyResult<Vec<_>>>()?
    };
    Ok(vm.ctx.new_list(items).into())
}

/// A shape as arguments give it: one tuple, or several numbers.
fn shape_of(args: &[PyObjectRef], vm: &VirtualMachine) -> PyResult<Vec<i64>> {
    match args {
        [one] => integers(one, vm),
        several => several.iter().map(|length| super::given::integer(length, vm)).collect(),
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Representable, Comparable, AsNumber, AsMapping, AsSequence, Iterable)
)]
impl NdArray {
    #[pymethod]
    fn __str__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let array = zelf.held();
        if let (Some(single), 0, DType::Object) = (array.first(), array.ndim(), array.dtype()) {
            return Ok(scalar::plain(&single, DType::Object, vm)?.str(vm)?.to_string_lossy().into_owned());
        }
        let options = State::of(vm)?.options.borrow().clone();
        show(&array, &options, |array, options, each| print::plain(array, options, each), vm)
    }

    #[pymethod]
    fn __format__(zelf: PyRef<Self>, form: PyStrRef, vm: &VirtualMachine) -> PyResult {
        let array = zelf.held();
        if array.ndim() == 0 && !form.is_empty() {
            return Ok(vm.format(&*nested(&array, vm)?, form)?.into());
        }
        if form.is_empty() {
            return Ok(zelf.as_object().str(vm)?.into());
        }
        Err(vm.new_type_error("unsupported format string passed to numpy.ndarray.__format__"))
    }

    #[pymethod]
    fn __array__(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("__array__", &["dtype", "copy"], args, vm)?;
        match given.get("dtype", vm) {
            Some(dtype) => Ok(to_array_object(convert::cast(&zelf.held(), to_dtype(dtype, vm)?, vm)?, vm)),
            None => Ok(zelf.into()),
        }
    }

    #[pymethod]
    fn __copy__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        to_array_object(zelf.held().copied(), vm)
    }

    #[pymethod]
    fn __deepcopy__(zelf: &Py<Self>, _memo: PyObjectRef, vm: &VirtualMachine) -> PyObjectRef {
        to_array_object(zelf.held().copied(), vm)
    }

    #[pymethod]
    fn __reduce__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        let array = zelf.held();
        let make = vm.import("_numpy", 0)?.get_attr("_restore", vm)?;
        let code = vm.ctx.new_str(array.dtype().code()).into();
        let shape = Self::shape(zelf, vm);
        let content: PyObjectRef = match array.to_bytes() {
            Some(bytes) => vm.ctx.new_bytes(bytes).into(),
            None => vm.ctx.new_list(objects_of(&array, vm)?).into(),
        };
        Ok(vm.ctx.new_tuple(vec![make, vm.ctx.new_tuple(vec![code, shape, content]).into()]).into())
    }

    #[pygetset]
    fn shape(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        let lengths = zelf.view().shape().iter().map(|length| vm.ctx.new_int(*length).into()).collect();
        vm.ctx.new_tuple(lengths).into()
    }

    #[pygetset(setter)]
    fn set_shape(zelf: &Py<Self>, value: PySetterValue, vm: &VirtualMachine) -> PyResult<()> {
        if let PySetterValue::Assign(shape) = value {
            let reshaped = zelf.held().reshaped(&integers(&shape, vm)?).map_err(|error| raise(error, vm))?;
            zelf.replace(reshaped);
        }
        Ok(())
    }

    #[pygetset]
    fn dtype(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        dtype::object(zelf.view().dtype(), vm)
    }

    #[pygetset]
    fn ndim(zelf: &Py<Self>) -> usize {
        zelf.view().ndim()
    }

    #[pygetset]
    fn size(zelf: &Py<Self>) -> usize {
        zelf.view().size()
    }

    #[pygetset]
    fn itemsize(zelf: &Py<Self>) -> usize {
        zelf.view().dtype().item_size()
    }

    #[pygetset]
    fn nbytes(zelf: &Py<Self>) -> usize {
        zelf.view().dtype().item_size() * zelf.view().size()
    }

    #[pygetset]
    fn strides(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        let size = Self::itemsize(zelf) as isize;
        let strides =
            zelf.view().strides().iter().map(|stride| vm.ctx.new_int(stride * size).into()).collect();
        vm.ctx.new_tuple(strides).into()
    }

    #[pygetset]
    fn base(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        zelf.base.clone().unwrap_or_else(|| vm.ctx.none())
    }

    #[pygetset]
    fn flags(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        vm.import("numpy", 0)?.get_attr("_Flags", vm)?.call((zelf,), vm)
    }

    /// What `flags` tells: C order, Fortran order, own data, writeable.
    #[pymethod]
    fn _flags(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        let array = zelf.view();
        let flags = [array.is_contiguous(), array.is_fortran(), zelf.base.is_none(), array.writeable];
        vm.ctx.new_tuple(flags.iter().map(|flag| vm.ctx.new_bool(*flag).into()).collect()).into()
    }

    #[pymethod]
    fn setflags(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        let given = Given::new("setflags", &["write", "align", "uic"], args, vm)?;
        let write = given.truth("write", zelf.view().writeable, vm)?;
        zelf.array.borrow_mut().writeable = write;
        Ok(())
    }

    #[pygetset(name = "T")]
    fn transposed(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyObjectRef {
        let array = RefCell::new(zelf.held().transposed());
        Self { array, base: Some(zelf.base.clone().unwrap_or_else(|| zelf.clone().into())) }.into_pyobject(vm)
    }

    #[pygetset]
    fn real(zelf: PyRef<Self>) -> PyRef<Self> {
        zelf
    }

    #[pygetset]
    fn imag(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        let array = zelf.held();
        Array::zeros(array.shape(), array.dtype())
            .map(|array| to_array_object(array, vm))
            .map_err(|error| raise(error, vm))
    }

    #[pygetset]
    fn flat(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        to_array_object(zelf.held().raveled(), vm)
    }

    #[pygetset(setter)]
    fn set_flat(zelf: &Py<Self>, value: PySetterValue, vm: &VirtualMachine) -> PyResult<()> {
        let PySetterValue::Assign(value) = value else { return Ok(()) };
        let array = zelf.held();
        let values = from_object_as(&value, Some(array.dtype()), vm)?;
        let shape: Vec<i64> = array.shape().iter().map(|length| *length as i64).collect();
        let values = if values.size() == array.size() {
            values.reshaped(&shape).map_err(|error| raise(error, vm))?
        } else {
            values
        };
        array.assign(&values).map_err(|error| raise(error, vm))
    }

    #[pymethod]
    fn sum(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        zelf.reduce(Reduce::Sum, args, "sum", vm)
    }

    #[pymethod]
    fn prod(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        zelf.reduce(Reduce::Product, args, "prod", vm)
    }

    #[pymethod]
    fn max(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        zelf.reduce(Reduce::Max, args, "max", vm)
    }

    #[pymethod]
    fn min(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        zelf.reduce(Reduce::Min, args, "min", vm)
    }

    #[pymethod]
    fn all(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        zelf.reduce(Reduce::All, args, "all", vm)
    }

    #[pymethod]
    fn any(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        zelf.reduce(Reduce::Any, args, "any", vm)
    }

    #[pymethod]
    fn mean(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        zelf.moments(args, "mean", vm)
    }

    #[pymethod]
    fn std(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        zelf.moments(args, "std", vm)
    }

    #[pymethod]
    fn var(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        zelf.moments(args, "var", vm)
    }

    #[pymethod]
    fn argmax(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        zelf.extreme_place(true, args, vm)
    }

    #[pymethod]
    fn argmin(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        zelf.extreme_place(false, args, vm)
    }

    #[pymethod]
    fn cumsum(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        zelf.running(Running::Sum, "cumsum", args, vm)
    }

    #[pymethod]
    fn cumprod(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        zelf.running(Running::Product, "cumprod", args, vm)
    }

    #[pymethod]
    fn astype(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("astype", &["dtype", "order", "casting", "subok", "copy"], args, vm)?;
        let Some(wanted) = given.raw("dtype") else {
            return Err(vm.new_type_error("astype() missing required argument 'dtype' (pos 0)"));
        };
        let array = zelf.held();
        let dtype = to_dtype(wanted, vm)?;
        let casting = given.text("casting", vm)?;
        let refused = match casting.as_deref() {
            Some("no" | "equiv") => array.dtype() != dtype,
            Some("safe") => !array.dtype().casts_safely(dtype),
            Some("same_kind") => !array.dtype().casts_same_kind(dtype),
            _ => false,
        };
        if let (true, Some(rule)) = (refused, casting) {
            return Err(vm.new_type_error(format!(
                "Cannot cast array data from dtype('{}') to dtype('{}') according to the rule '{rule}'",
                dtype::short(array.dtype()),
                dtype::short(dtype)
            )));
        }
        let found = convert::cast(&array, dtype, vm)?;
        let copy = given.truth("copy", true, vm)?;
        let found = if copy && found.shares_storage(&array) { found.copied() } else { found };
        let fortran = order_wanted(&given, &array, vm)?;
        Ok(to_array_object(if fortran { found.transposed().copied().transposed() } else { found }, vm))
    }

    #[pymethod]
    fn clip(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("clip", &["min", "max", "out"], args, vm)?;
        let mut found = operate::Operand { array: zelf.held(), weak: None, is_scalar: false };
        for (name, operator) in [("min", "maximum"), ("max", "minimum")] {
            if let Some(bound) = given.get(name, vm) {
                let bound = operate::Operand::of(bound, vm)?;
                found.array = operate::combine(Operator::parse(operator), &found, &bound, vm)?;
            }
        }
        zelf.give(found.array, &given, vm)
    }

    #[pymethod]
    fn copy(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("copy", &["order"], args, vm)?;
        let array = zelf.held();
        let fortran = order_wanted(&given, &array, vm)?;
        Ok(to_array_object(
            if fortran { array.transposed().copied().transposed() } else { array.copied() },
            vm,
        ))
    }

    #[pymethod]
    fn diagonal(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("diagonal", &["offset", "axis1", "axis2"], args, vm)?;
        let part = |name: &str, or: i64| given.integer(name, vm).map(|found| found.unwrap_or(or));
        let found = zelf.held().diagonal(part("offset", 0)?, part("axis1", 0)?, part("axis2", 1)?);
        Ok(to_array_object(found.map_err(|error| raise(error, vm))?, vm))
    }

    #[pymethod]
    fn trace(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("trace", &["offset", "axis1", "axis2"], args, vm)?;
        let part = |name: &str, or: i64| given.integer(name, vm).map(|found| found.unwrap_or(or));
        let found = zelf
            .held()
            .diagonal(part("offset", 0)?, part("axis1", 0)?, part("axis2", 1)?)
            .and_then(|diagonal| diagonal.reduced(Reduce::Sum, Some(&[-1]), false));
        Ok(to_object(found.map_err(|error| raise(error, vm))?, vm))
    }

    #[pymethod]
    fn dot(zelf: &Py<Self>, other: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let other = from_object(&other, vm)?;
        Ok(to_object(matrix::dot(&zelf.held(), &other).map_err(|error| raise(error, vm))?, vm))
    }

    #[pymethod]
    fn fill(zelf: &Py<Self>, value: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let array = zelf.held();
        let value = from_object_as(&value, Some(array.dtype()), vm)?;
        array.assign(&value).map_err(|error| raise(error, vm))
    }

    #[pymethod]
    fn flatten(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("flatten", &["order"], args, vm)?;
        let array = zelf.held();
        let array = if order_wanted(&given, &array, vm)? { array.transposed() } else { array };
        Ok(to_array_object(array.copied().raveled(), vm))
    }

    #[pymethod]
    fn ravel(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("ravel", &["order"], args, vm)?;
        let array = zelf.held();
        let array = if order_wanted(&given, &array, vm)? { array.transposed() } else { array };
        Ok(to_array_object(array.raveled(), vm))
    }

    #[pymethod]
    fn item(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let array = zelf.held();
        let single = match args.args.as_slice() {
            [] if array.size() == 1 => array,
            [] => return Err(vm.new_value_error("can only convert an array of size 1 to a Python scalar")),
            [place] if place.downcast_ref::<rustpython_vm::builtins::PyTuple>().is_none() => {
                let at = super::given::integer(place, vm)?;
                let size = array.size();
                array
                    .raveled()
                    .row(at)
                    .map_err(|_| vm.new_index_error(format!("index {at} is out of bounds for size {size}")))?
            }
            several => {
                let parts = shape_of(several, vm)?;
                let parts: Vec<_> = parts.into_iter().map(crate::array::view::Index::At).collect();
                array.get(&parts).map_err(|error| raise(error, vm))?
            }
        };
        let element =
            single.first().ok_or_else(|| vm.new_index_error("incorrect number of indices for array"))?;
        scalar::plain(&element, single.dtype(), vm)
    }

    #[pymethod]
    fn tolist(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        nested(&zelf.held(), vm)
    }

    #[pymethod]
    fn nonzero(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        let array = zelf.held();
        let array =
            if array.dtype() == DType::Object { convert::cast(&array, DType::Bool, vm)? } else { array };
        let found = array.nonzero().into_iter().map(|places| to_array_object(places, vm)).collect();
        Ok(vm.ctx.new_tuple(found).into())
    }

    #[pymethod]
    fn put(zelf: &Py<Self>, places: PyObjectRef, values: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let array = zelf.held();
        let values = from_object_as(&values, Some(array.dtype()), vm)?.raveled();
        let flat = array.raveled();
        let at = from_object(&places, vm)?.raveled();
        let count = values.size().max(1);
        let repeated: Vec<usize> = (0..at.size()).map(|place| place % count).collect();
        flat.set(&[crate::array::view::Index::Array(at)], &values.rows(&repeated))
            .map_err(|error| raise(error, vm))?;
        if flat.shares_storage(&array) {
            Ok(())
        } else {
            array.assign(&flat).map_err(|error| raise(error, vm))
        }
    }

    #[pymethod]
    fn repeat(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("repeat", &["repeats", "axis"], args, vm)?;
        let Some(counts) = given.axes("repeats", vm)? else {
            return Err(vm.new_type_error("repeat() missing required argument 'repeats' (pos 1)"));
        };
        let array = zelf.held();
        let (array, axis) = match given.integer("axis", vm)? {
            Some(axis) => (array.clone(), shape::axis(axis, array.ndim()).map_err(|error| raise(error, vm))?),
            None => (array.raveled(), 0),
        };
        if matches!(counts.as_slice(), [count] if *count < 0) {
            return Err(vm.new_value_error("negative dimensions are not allowed"));
        }
        Ok(to_array_object(array.repeated(&counts, axis).map_err(|error| raise(error, vm))?, vm))
    }

    #[pymethod]
    fn reshape(zelf: PyRef<Self>, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let fortran = match args.kwargs.swap_remove("order") {
            Some(order) => is_fortran(&order.str(vm)?.to_string_lossy(), &zelf.held(), vm)?,
            None => false,
        };
        let copy = args.kwargs.swap_remove("copy").filter(|copy| !vm.is_none(copy));
        if let Some(shape) = args.kwargs.swap_remove("shape") {
            args.args.push(shape);
        }
        if let Some(name) = args.kwargs.keys().next() {
            return Err(vm.new_type_error(format!("reshape() got an unexpected keyword argument '{name}'")));
        }
        let mut shape = shape_of(&args.args, vm)?;
        let array = zelf.held();
        let found = if fortran {
            shape.reverse();
            array.transposed().reshaped(&shape).map(|found| found.transposed())
        } else {
            array.reshaped(&shape)
        };
        let mut found = found.map_err(|error| raise(error, vm))?;
        if let Some(copy) = copy {
            if copy.try_to_bool(vm)? {
                found = found.copied();
            } else if !found.shares_storage(&array) {
                return Err(vm.new_value_error("Unable to avoid creating a copy while reshaping."));
            }
        }
        let base =
            found.shares_storage(&array).then(|| zelf.base.clone().unwrap_or_else(|| zelf.clone().into()));
        Ok(Self { array: RefCell::new(found), base }.into_pyobject(vm))
    }

    #[pymethod]
    fn resize(zelf: &Py<Self>, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        args.kwargs.swap_remove("refcheck");
        let shape = lengths(&shape_of(&args.args, vm)?, vm)?;
        let array = zelf.held().copied().raveled();
        let new = Array::zeros(&shape, array.dtype()).map_err(|error| raise(error, vm))?;
        let count = new.size().min(array.size());
        new.raveled()
            .narrowed(0, 0, count)
            .assign(&array.narrowed(0, 0, count))
            .map_err(|error| raise(error, vm))?;
        zelf.replace(new);
        Ok(())
    }

    #[pymethod]
    fn round(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("round", &["decimals", "out"], args, vm)?;
        let decimals = given.integer("decimals", vm)?.unwrap_or(0).clamp(-400, 400) as i32;
        let found = unary::round(&zelf.held(), decimals).map_err(|error| raise(error, vm))?;
        zelf.give(found, &given, vm)
    }

    #[pymethod]
    fn searchsorted(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("searchsorted", &["v", "side", "sorter"], args, vm)?;
        let Some(wanted) = given.raw("v") else {
            return Err(vm.new_type_error("searchsorted() missing required argument 'v' (pos 1)"));
        };
        let mut array = zelf.held();
        if let Some(order) = given.get("sorter", vm) {
            array = array.take(&from_object(order, vm)?, 0).map_err(|error| raise(error, vm))?;
        }
        let right = match given.text("side", vm)?.as_deref() {
            None | Some("left") => false,
            Some("right") => true,
            Some(other) => {
                return Err(
                    vm.new_value_error(format!("search side must be 'left' or 'right' (got '{other}')"))
                );
            }
        };
        if array.dtype() == DType::Object {
            return search_objects(&array, &from_object(wanted, vm)?, right, vm);
        }
        let found = array.searched(&from_object(wanted, vm)?, right).map_err(|error| raise(error, vm))?;
        Ok(to_object(found, vm))
    }

    #[pymethod]
    fn sort(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        let given = Given::new("sort", &["axis", "kind", "order", "stable"], args, vm)?;
        check_sort(&given, vm)?;
        let array = zelf.held();
        let axis = given.integer("axis", vm)?.unwrap_or(-1);
        let sorted = if array.dtype() == DType::Object && array.ndim() == 1 {
            sort_objects(&array, vm)?
        } else {
            array.sorted(axis).map_err(|error| raise(error, vm))?
        };
        array.assign(&sorted).map_err(|error| raise(error, vm))
    }

    #[pymethod]
    fn argsort(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("argsort", &["axis", "kind", "order", "stable"], args, vm)?;
        check_sort(&given, vm)?;
        let array = zelf.held();
        if array.dtype() == DType::Object {
            return arg_sort_objects(&array, vm);
        }
        let (array, axis) = match given.raw("axis") {
            Some(axis) if vm.is_none(axis) => (array.raveled(), 0),
            Some(axis) => (array, super::given::integer(axis, vm)?),
            None => (array, -1),
        };
        Ok(to_array_object(array.arg_sorted(axis).map_err(|error| raise(error, vm))?, vm))
    }

    #[pymethod]
    fn squeeze(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("squeeze", &["axis"], args, vm)?;
        let axes = given.axes("axis", vm)?;
        let found = zelf.held().squeezed(axes.as_deref()).map_err(|error| raise(error, vm))?;
        Ok(to_array_object(found, vm))
    }

    #[pymethod]
    fn swapaxes(zelf: PyRef<Self>, one: i64, two: i64, vm: &VirtualMachine) -> PyResult {
        let array = zelf.held();
        let named = |axis: i64, name: &str| {
            shape::axis(axis, array.ndim()).map_err(|error| raise_axis(&format!("{name}: {error}"), vm))
        };
        let (one, two) = (named(one, "axis1")?, named(two, "axis2")?);
        let mut order: Vec<i64> = (0..array.ndim() as i64).collect();
        order.swap(one, two);
        let array = RefCell::new(array.permuted(&order).map_err(|error| raise(error, vm))?);
        Ok(Self { array, base: Some(zelf.base.clone().unwrap_or_else(|| zelf.clone().into())) }
            .into_pyobject(vm))
    }

    #[pymethod]
    fn take(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("take", &["indices", "axis", "out", "mode"], args, vm)?;
        let Some(places) = given.raw("indices") else {
            return Err(vm.new_type_error("take() missing required argument 'indices' (pos 1)"));
        };
        let mut places = from_object(places, vm)?;
        let array = zelf.held();
        let (array, axis) = match given.integer("axis", vm)? {
            Some(axis) => (array.clone(), shape::axis(axis, array.ndim()).map_err(|error| raise(error, vm))?),
            None => (array.raveled(), 0),
        };
        let length = array.length(axis) as i64;
        let moved = |places: &Array, into: &dyn Fn(i64) -> i64| {
            let all = places.to_i64().unwrap_or_default();
            Array::from_i64(places.shape(), all.into_iter().map(into).collect())
        };
        match given.text("mode", vm)?.as_deref() {
            None | Some("raise") => {}
            Some("wrap") if length > 0 => places = moved(&places, &|at| at.rem_euclid(length)),
            Some("clip") if length > 0 => places = moved(&places, &|at| at.clamp(0, length - 1)),
            Some("wrap" | "clip") => {
                return Err(vm.new_index_error("cannot do a non-empty take from an empty axes."));
            }
            Some(mode) => {
                return Err(vm.new_value_error(format!(
                    "clipmode must be one of 'clip', 'raise', or 'wrap' (got '{mode}')"
                )));
            }
        }
        if places.dtype() == DType::Bool {
            places = convert::cast(&places, DType::Int64, vm)?;
        }
        let found = array.take(&places, axis).map_err(|error| raise(error, vm))?;
        zelf.give(found, &given, vm)
    }

    #[pymethod]
    fn tobytes(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("tobytes", &["order"], args, vm)?;
        let array = zelf.held();
        let array = if order_wanted(&given, &array, vm)? { array.transposed() } else { array };
        match array.to_bytes() {
            Some(bytes) => Ok(vm.ctx.new_bytes(bytes).into()),
            None => Err(vm.new_type_error("objects have no bytes")),
        }
    }

    #[pymethod]
    fn transpose(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let array = zelf.held();
        let found = match args.args.as_slice() {
            [] => array.transposed(),
            [none] if vm.is_none(none) => array.transposed(),
            several => array.permuted(&shape_of(several, vm)?).map_err(|error| raise(error, vm))?,
        };
        Ok(Self { array: RefCell::new(found), base: Some(zelf.clone().into()) }.into_pyobject(vm))
    }

    #[pymethod(name = "view")]
    fn viewed(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("view", &["dtype", "type"], args, vm)?;
        let array = zelf.held();
        let found = match given.get("dtype", vm) {
            None => array,
            Some(class) if class.is(zelf.class()) => array,
            Some(dtype) => {
                let dtype = to_dtype(dtype, vm)?;
                let ticks = |dtype: DType| dtype.is_time() || dtype == DType::Int64;
                if ticks(array.dtype()) && ticks(dtype) {
                    array.with_dtype(dtype)
                } else if array.dtype() == dtype {
                    array
                } else {
                    let bytes = array.to_bytes().unwrap_or_default();
                    let mut shape = array.shape().to_vec();
                    let size = dtype.item_size().max(1);
                    if let Some(last) = shape.last_mut() {
                        *last = *last * array.dtype().item_size() / size;
                    }
                    Array::from_bytes(&bytes, dtype, &shape).map_err(|error: ArrayError| raise(error, vm))?
                }
            }
        };
        Ok(Self { array: RefCell::new(found), base: Some(zelf.clone().into()) }.into_pyobject(vm))
    }

    /// Writes the elements into a file.
    #[pymethod]
    fn tofile(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("tofile", &["fid", "sep", "format"], args, vm)?;
        given.refuse("tofile", &["format"], vm)?;
        let files = vm.import("numpy._files", 0)?.get_attr("_files", vm)?;
        let none = vm.ctx.none();
        let (file, separator) =
            (given.raw("fid").unwrap_or(&none), given.text("sep", vm)?.unwrap_or_default());
        files.get_attr("_tofile", vm)?.call((zelf, file.clone(), separator), vm)
    }

    #[pymethod]
    fn conj(zelf: PyRef<Self>) -> PyRef<Self> {
        zelf
    }

    #[pymethod]
    fn conjugate(zelf: PyRef<Self>) -> PyRef<Self> {
        zelf
    }
}
