//! Arguments by position or by name, for functions that take many.

use rustpython_vm::builtins::{PyList, PyTuple};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{PyObject, PyObjectRef, PyResult, VirtualMachine};

/// What a call gave, by the names that the function has.
pub struct Given {
    names: &'static [&'static str],
    values: Vec<Option<PyObjectRef>>,
}

impl Given {
    /// Sorts arguments by the names of a function.
    ///
    /// # Errors
    /// When there are too many or one is unknown.
    pub fn new(
        function: &str,
        names: &'static [&'static str],
        args: FuncArgs,
        vm: &VirtualMachine,
    ) -> PyResult<Self> {
        if args.args.len() > names.len() {
            return Err(vm.new_type_error(format!(
                "{function}() takes at most {} arguments ({} given)",
                names.len(),
                args.args.len()
            )));
        }
        let mut values: Vec<Option<PyObjectRef>> = args.args.into_iter().map(Some).collect();
        values.resize(names.len(), None);
        for (name, value) in args.kwargs {
            let name = name.to_string();
            let place = names.iter().position(|known| *known == name).and_then(|place| values.get_mut(place));
            match place {
                Some(place) if place.is_none() => *place = Some(value),
                Some(_) => {
                    return Err(vm.new_type_error(format!(
                        "argument for {function}() given by name ('{name}') and position"
                    )));
                }
                None => {
                    return Err(vm.new_type_error(format!(
                        "{function}() got an unexpected keyword argument '{name}'"
                    )));
                }
            }
        }
        Ok(Self { names, values })
    }

    /// What was given for a name, `None` too.
    pub fn raw(&self, name: &str) -> Option<&PyObjectRef> {
        let place = self.names.iter().position(|known| *known == name)?;
        self.values.get(place)?.as_ref()
    }

    /// What was given for a name, if it is not `None`.
    pub fn get(&self, name: &str, vm: &VirtualMachine) -> Option<&PyObjectRef> {
        self.raw(name).filter(|value| !vm.is_none(value))
    }

    /// A truth value.
    pub fn truth(&self, name: &str, or: bool, vm: &VirtualMachine) -> PyResult<bool> {
        self.raw(name).map_or(Ok(or), |value| value.clone().try_to_bool(vm))
    }

    /// A whole number.
    pub fn integer(&self, name: &str, vm: &VirtualMachine) -> PyResult<Option<i64>> {
        self.get(name, vm).map(|value| integer(value, vm)).transpose()
    }

    /// A number.
    pub fn float(&self, name: &str, vm: &VirtualMachine) -> PyResult<Option<f64>> {
        self.get(name, vm).map(|value| Ok(value.try_float(vm)?.to_f64())).transpose()
    }

    /// Text.
    pub fn text(&self, name: &str, vm: &VirtualMachine) -> PyResult<Option<String>> {
        self.get(name, vm).map(|value| Ok(value.str(vm)?.to_string_lossy().into_owned())).transpose()
    }

    /// One axis or several.
    pub fn axes(&self, name: &str, vm: &VirtualMachine) -> PyResult<Option<Vec<i64>>> {
        self.get(name, vm).map(|value| integers(value, vm)).transpose()
    }

    /// Refuses what is not carried.
    pub fn refuse(&self, function: &str, names: &[&str], vm: &VirtualMachine) -> PyResult<()> {
        match names.iter().find(|name| self.get(name, vm).is_some()) {
            Some(name) => Err(vm.new_not_implemented_error(format!(
                "{function}() is carried here without the argument '{name}'"
            ))),
            None => Ok(()),
        }
    }
}

/// A whole number, or anything that stands for one.
pub fn integer(value: &PyObject, vm: &VirtualMachine) -> PyResult<i64> {
    value.try_index(vm)?.try_to_primitive(vm)
}

/// One whole number or a sequence of them.
pub fn integers(value: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<i64>> {
    if let Some(tuple) = value.downcast_ref::<PyTuple>() {
        return tuple.as_slice().iter().map(|item| integer(item, vm)).collect();
    }
    if let Some(list) = value.downcast_ref::<PyList>() {
        let items = list.borrow_vec().to_vec();
        return items.iter().map(|item| integer(item, vm)).collect();
    }
    if let Some(array) = value.downcast_ref::<super::ndarray::NdArray>()
        && array.view().ndim() > 0
    {
        return array.view().to_i64().ok_or_else(|| {
            vm.new_type_error("only integer scalar arrays can be converted to a scalar index")
        });
    }
    Ok(vec![integer(value, vm)?])
}
