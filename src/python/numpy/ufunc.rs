//! `numpy.ufunc`: functions that work element by element, with `out`, `where` and `reduce`.

use super::convert::{from_object, in_place, to_array_object, to_dtype, to_object};
use super::given::Given;
use super::operate::{Operand, Operator, apply_one, check_output, combine, store};
use super::state::raise;
use crate::array::cumulate::Running;
use crate::array::{Array, shape};
use rustpython_vm::function::{FuncArgs, KwArgs};
use rustpython_vm::types::{Callable, Representable};
use rustpython_vm::{AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

/// A function that works element by element.
#[pyclass(module = "numpy", name = "ufunc")]
#[derive(Debug, PyPayload)]
pub struct UFunc {
    /// numpy's name.
    pub name: String,
    /// How many arrays it takes.
    pub operands: usize,
}

impl Callable for UFunc {
    type Args = FuncArgs;

    fn call(zelf: &Py<Self>, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let count = args.args.len();
        if count < zelf.operands || count > zelf.operands + 1 {
            return Err(vm.new_type_error(format!(
                "{}() takes from {} to {} positional arguments but {count} {} given",
                zelf.name,
                zelf.operands,
                zelf.operands + 1,
                if count == 1 { "was" } else { "were" }
            )));
        }
        let rest = args.args.split_off(zelf.operands);
        let operands = std::mem::replace(&mut args.args, rest);
        let given =
            Given::new(&zelf.name, &["out", "where", "dtype", "casting", "order", "subok"], args, vm)?;
        given.refuse(&zelf.name, &["order", "subok"], vm)?;
        let casting = given.text("casting", vm)?.unwrap_or_else(|| "same_kind".into());
        if !matches!(casting.as_str(), "no" | "equiv" | "safe" | "same_kind" | "unsafe") {
            return Err(vm.new_value_error(format!(
                "casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe' (got '{casting}')"
            )));
        }
        // Series and frames answer by themselves, and keep their labels.
        for operand in &operands {
            if operand.class().get_attr(vm.ctx.intern_str("__array_ufunc__")).is_some() {
                let method = operand.get_attr("__array_ufunc__", vm)?;
                let mut all = vec![zelf.to_owned().into(), vm.ctx.new_str("__call__").into()];
                all.extend(operands);
                return method.call(FuncArgs::from(all), vm);
            }
        }
        let mut found = zelf.compute(&operands, vm)?;
        if let Some(dtype) = given.get("dtype", vm) {
            found = super::convert::cast(&found, to_dtype(dtype, vm)?, vm)?;
        }
        let out =
            given.get("out", vm).map(|out| match out.downcast_ref::<rustpython_vm::builtins::PyTuple>() {
                Some(tuple) => tuple.as_slice().first().cloned().unwrap_or_else(|| vm.ctx.none()),
                None => out.clone(),
            });
        let Some(out) = out.filter(|out| !vm.is_none(out)) else {
            return match given.get("where", vm) {
                Some(chosen) => {
                    // Places that are not chosen hold nothing in particular: zeros here.
                    let chosen = from_object(chosen, vm)?;
                    let nothing =
                        Array::zeros(found.shape(), found.dtype()).map_err(|error| raise(error, vm))?;
                    let dtype = found.dtype();
                    let found =
                        Array::choose(&chosen, &found, &nothing, dtype).map_err(|error| raise(error, vm))?;
                    Ok(to_object(found, vm))
                }
                None => Ok(to_object(found, vm)),
            };
        };
        let target = in_place(&out, vm)?.view().clone();
        if let Some(chosen) = given.get("where", vm) {
            let chosen = from_object(chosen, vm)?;
            // Where the shapes or types do not fit, that is told below.
            if found.shape() == target.shape()
                && (casting == "unsafe" || found.dtype().casts_same_kind(target.dtype()))
            {
                let dtype = target.dtype();
                found = Array::choose(&chosen, &found, &target, dtype).map_err(|error| raise(error, vm))?;
            }
        }
        let shapes = operands
            .iter()
            .map(|operand| Ok(from_object(operand, vm)?.shape().to_vec()))
            .collect::<PyResult<Vec<_>>>()?;
        let shapes: Vec<&[usize]> = shapes.iter().map(Vec::as_slice).collect();
        check_output(&target, &found, &shapes, vm)?;
        if casting == "unsafe" {
            found = super::convert::cast(&found, target.dtype(), vm)?;
        }
        store(&zelf.name, &target, &found, vm)?;
        Ok(out)
    }
}

impl Representable for UFunc {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        Ok(format!("<ufunc '{}'>", zelf.name))
    }
}

impl UFunc {
    fn compute(&self, operands: &[PyObjectRef], vm: &VirtualMachine) -> PyResult<Array> {
        match operands {
            [one] => apply_one(&self.name, &from_object(one, vm)?, vm),
            [one, two] => {
                // Only operators tell scalars from arrays in their warnings.
                let operand =
                    |object: &PyObjectRef| Ok(Operand { is_scalar: false, ..Operand::of(object, vm)? });
                combine(Operator::parse(&self.name), &operand(one)?, &operand(two)?, vm)
            }
            _ => Err(vm.new_type_error("a ufunc takes one or two arrays")),
        }
    }

    /// A result, into `out` if there is one.
    fn give(&self, found: Array, out: Option<&PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let Some(out) = out else { return Ok(to_object(found, vm)) };
        store(&self.name, &in_place(out, vm)?.view().clone(), &found, vm)?;
        Ok(out.clone())
    }

    fn combine_arrays(&self, one: &Array, two: &Array, vm: &VirtualMachine) -> PyResult<Array> {
        super::operate::binary_arrays(Operator::parse(&self.name), one, two, vm)
    }
}

#[pyclass(with(Callable, Representable))]
impl UFunc {
    #[pygetset(name = "__name__")]
    fn name(zelf: &Py<Self>) -> String {
        zelf.name.clone()
    }

    #[pygetset]
    fn nin(zelf: &Py<Self>) -> usize {
        zelf.operands
    }

    #[pygetset]
    fn nout(_zelf: &Py<Self>) -> usize {
        1
    }

    #[pymethod]
    fn reduce(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new(
            "reduce",
            &["array", "axis", "dtype", "out", "keepdims", "initial", "where"],
            args,
            vm,
        )?;
        let Some(array) = given.raw("array") else {
            return Err(vm.new_type_error("reduce() takes at least 1 positional argument (0 given)"));
        };
        let mut array = from_object(array, vm)?;
        if let Some(dtype) = given.get("dtype", vm) {
            array = super::convert::cast(&array, to_dtype(dtype, vm)?, vm)?;
        }
        let axes = match given.raw("axis") {
            None => Some(vec![0]),
            Some(_) => given.axes("axis", vm)?,
        };
        let keep = given.truth("keepdims", false, vm)?;
        let known = match zelf.name.as_str() {
            "add" => Some("sum"),
            "multiply" => Some("prod"),
            "maximum" => Some("max"),
            "minimum" => Some("min"),
            "logical_and" => Some("all"),
            "logical_or" => Some("any"),
            _ => None,
        };
        // Arrays have methods for these, which take the same arguments.
        if let Some(method) = known {
            let mut more: Vec<(String, PyObjectRef)> = Vec::new();
            for name in ["out", "keepdims", "initial", "where"] {
                more.extend(
                    given
                        .raw(name)
                        .filter(|value| !vm.is_none(value))
                        .map(|value| (name.to_owned(), value.clone())),
                );
            }
            let axis = given.raw("axis").cloned().unwrap_or_else(|| vm.ctx.new_int(0).into());
            more.push(("axis".into(), axis));
            let kwargs: KwArgs = more.into_iter().collect();
            return to_array_object(array, vm)
                .get_attr(vm.ctx.intern_str(method), vm)?
                .call(FuncArgs::new(vec![], kwargs), vm);
        }
        given.refuse("reduce", &["initial", "where"], vm)?;
        let all: Vec<i64> = axes.unwrap_or_else(|| (0..array.ndim() as i64).collect());
        let mut sorted = shape::axes(&all, array.ndim()).map_err(|error| raise(error, vm))?;
        sorted.reverse();
        for axis in sorted {
            let mut found: Option<Array> = None;
            for place in 0..array.length(axis) {
                let next = array.without_axis(axis, place);
                found = Some(match found {
                    Some(before) => zelf.combine_arrays(&before, &next, vm)?,
                    None => next,
                });
            }
            array = found.ok_or_else(|| {
                vm.new_value_error(format!(
                    "zero-size array to reduction operation {} which has no identity",
                    zelf.name
                ))
            })?;
            if keep {
                array = array.expanded(axis as i64).map_err(|error| raise(error, vm))?;
            }
        }
        zelf.give(array, given.get("out", vm), vm)
    }

    #[pymethod]
    fn accumulate(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("accumulate", &["array", "axis", "dtype", "out"], args, vm)?;
        let Some(array) = given.raw("array") else {
            return Err(vm.new_type_error("accumulate() takes at least 1 positional argument (0 given)"));
        };
        let what = match zelf.name.as_str() {
            "add" => Running::Sum,
            "multiply" => Running::Product,
            "maximum" => Running::Max,
            "minimum" => Running::Min,
            name => {
                return Err(vm.new_not_implemented_error(format!("{name}.accumulate is not carried here")));
            }
        };
        let axis = given.integer("axis", vm)?.unwrap_or(0);
        let mut array = from_object(array, vm)?;
        if let Some(dtype) = given.get("dtype", vm) {
            array = super::convert::cast(&array, to_dtype(dtype, vm)?, vm)?;
        }
        let found = array.running(what, Some(axis)).map_err(|error| raise(error, vm))?;
        zelf.give(found, given.get("out", vm), vm)
    }

    /// Reduces the parts that begin at places: each up to the next place, or one element where that is before it.
    #[pymethod]
    fn reduceat(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("reduceat", &["array", "indices", "axis", "dtype", "out"], args, vm)?;
        given.refuse("reduceat", &["dtype", "out"], vm)?;
        let (Some(array), Some(places)) = (given.raw("array"), given.raw("indices")) else {
            return Err(vm.new_type_error("reduceat() takes at least 2 positional arguments"));
        };
        let array = from_object(array, vm)?;
        let axis = shape::axis(given.integer("axis", vm)?.unwrap_or(0), array.ndim())
            .map_err(|error| raise(error, vm))?;
        let places = super::given::integers(&to_array_object(from_object(places, vm)?.raveled(), vm), vm)?;
        let length = array.length(axis);
        let mut parts = Vec::new();
        for (step, place) in places.iter().enumerate() {
            let start = usize::try_from(*place).ok().filter(|start| *start < length).ok_or_else(|| {
                vm.new_index_error(format!(
                    "index {place} out-of-bounds in {}.reduceat [0, {length})",
                    zelf.name
                ))
            })?;
            let end =
                places.get(step + 1).map_or(length, |end| usize::try_from(*end).unwrap_or(0).min(length));
            let part = array.narrowed(axis, start, end.saturating_sub(start).max(1));
            let args = FuncArgs::from(vec![to_array_object(part, vm), vm.ctx.new_int(axis).into()]);
            let found = from_object(&*Self::reduce(&zelf, args, vm)?, vm)?;
            parts.push(found.expanded(axis as i64).map_err(|error| raise(error, vm))?);
        }
        let found = crate::array::join::concatenate(&parts, axis as i64).map_err(|error| raise(error, vm))?;
        Ok(to_object(found, vm))
    }

    #[pymethod]
    fn outer(zelf: &Py<Self>, one: PyObjectRef, two: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let (one, two) = (from_object(&one, vm)?, from_object(&two, vm)?);
        let mut wide: Vec<i64> = one.shape().iter().map(|length| *length as i64).collect();
        wide.extend(std::iter::repeat_n(1, two.ndim()));
        let one = one.reshaped(&wide).map_err(|error| raise(error, vm))?;
        Ok(to_object(zelf.combine_arrays(&one, &two, vm)?, vm))
    }

    #[pymethod]
    fn at(
        zelf: &Py<Self>,
        target: PyObjectRef,
        places: PyObjectRef,
        values: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let array = in_place(&target, vm)?.view().clone();
        // The places as numbers of elements: what the index picks of an array of them.
        let count = i64::try_from(array.size()).unwrap_or(i64::MAX);
        let all = Array::from_i64(array.shape(), (0..count).collect());
        let parts = super::index::parts(&places, vm)?;
        let picked = all.get(&parts).map_err(|error| raise(error, vm))?;
        let values = from_object(&values, vm)?
            .broadcast_to(picked.shape())
            .map_err(|error| raise(error, vm))?
            .raveled();
        let flat = array.raveled();
        for (step, place) in picked.to_i64().unwrap_or_default().into_iter().enumerate() {
            let cell = flat.row(place).map_err(|error| raise(error, vm))?;
            let value = values.row(step as i64).map_err(|error| raise(error, vm))?;
            store(&zelf.name, &cell, &zelf.combine_arrays(&cell, &value, vm)?, vm)?;
        }
        if flat.shares_storage(&array) {
            return Ok(());
        }
        let shape: Vec<i64> = array.shape().iter().map(|length| *length as i64).collect();
        let back = flat.reshaped(&shape).map_err(|error| raise(error, vm))?;
        array.assign(&back).map_err(|error| raise(error, vm))
    }
}
