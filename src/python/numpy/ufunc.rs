//! `numpy.ufunc`: functions that work element by element, with `out`, `where` and `reduce`.

use super::convert::{from_object, in_place, to_dtype, to_object};
use super::given::Given;
use super::operate::{Operand, Operator, apply_one, combine, store};
use super::state::raise;
use crate::array::cumulate::Running;
use crate::array::reduce::Reduce;
use crate::array::{Array, DType, shape};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::{Callable, Representable};
use rustpython_vm::{AsObject, Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

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
                "{}() takes from {} to {} positional arguments but {count} were given",
                zelf.name,
                zelf.operands,
                zelf.operands + 1
            )));
        }
        let rest = args.args.split_off(zelf.operands);
        let operands = std::mem::replace(&mut args.args, rest);
        let given =
            Given::new(&zelf.name, &["out", "where", "dtype", "casting", "order", "subok"], args, vm)?;
        given.refuse(&zelf.name, &["casting", "order", "subok"], vm)?;
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
            let dtype = target.dtype();
            found = Array::choose(&chosen, &found, &target, dtype).map_err(|error| raise(error, vm))?;
        }
        if found.shape() != target.shape() {
            return Err(vm.new_value_error(format!(
                "non-broadcastable output operand with shape {} doesn't match the broadcast shape {}",
                shape::show(target.shape()),
                shape::show(found.shape())
            )));
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
                combine(Operator::parse(&self.name), &Operand::of(one, vm)?, &Operand::of(two, vm)?, vm)
            }
            _ => Err(vm.new_type_error("a ufunc takes one or two arrays")),
        }
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
    fn nout(zelf: &Py<Self>) -> usize {
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
        given.refuse("reduce", &["out", "initial", "where"], vm)?;
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
            "add" => Some(Reduce::Sum),
            "multiply" => Some(Reduce::Product),
            "maximum" => Some(Reduce::Max),
            "minimum" => Some(Reduce::Min),
            "logical_and" => Some(Reduce::All),
            "logical_or" => Some(Reduce::Any),
            _ => None,
        };
        if let Some(op) = known.filter(|_| array.dtype() != DType::Object) {
            let found = array.reduced(op, axes.as_deref(), keep).map_err(|error| raise(error, vm))?;
            return Ok(to_object(found, vm));
        }
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
        }
        Ok(to_object(array, vm))
    }

    #[pymethod]
    fn accumulate(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("accumulate", &["array", "axis", "dtype", "out"], args, vm)?;
        given.refuse("accumulate", &["dtype", "out"], vm)?;
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
        let found = from_object(array, vm)?.running(what, Some(axis)).map_err(|error| raise(error, vm))?;
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
        let places = from_object(&places, vm)?.raveled();
        let values =
            from_object(&values, vm)?.broadcast_to(places.shape()).map_err(|error| raise(error, vm))?;
        let Some(places) = places.to_i64() else {
            return Err(vm.new_index_error("arrays used as indices must be of integer (or boolean) type"));
        };
        for (step, place) in places.iter().enumerate() {
            let cell = array.row(*place).map_err(|error| raise(error, vm))?;
            let value = values.row(step as i64).map_err(|error| raise(error, vm))?;
            store(&zelf.name, &cell, &zelf.combine_arrays(&cell, &value, vm)?, vm)?;
        }
        Ok(())
    }
}
