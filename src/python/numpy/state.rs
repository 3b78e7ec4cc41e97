//! What one interpreter's numpy knows: its classes, how it prints and what it warns of. Hangs on `sys`, as the
//! machine does.

use crate::array::number::Flags;
use crate::array::{ArrayError, DType, print};
use rustpython_vm::builtins::{PyBaseExceptionRef, PyDictRef, PyStrRef, PyTypeRef};
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::{AsObject, PyPayload, PyRef, PyResult, VirtualMachine, pyclass, warn};
use std::cell::RefCell;
use std::collections::HashMap;

const PLACE: &str = "_numpy";

/// What happens when numbers go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reaction {
    /// A warning.
    Warn,
    /// Nothing.
    Ignore,
    /// A `FloatingPointError`.
    Raise,
}

/// The reactions to division by zero, too large and too small numbers, and no numbers.
#[derive(Clone, Copy, Debug)]
pub struct Reactions {
    /// To division by zero.
    pub divide: Reaction,
    /// To numbers that are too large.
    pub over: Reaction,
    /// To numbers that are too small; never noticed here.
    pub under: Reaction,
    /// To what is no number.
    pub invalid: Reaction,
}

/// One interpreter's numpy.
#[pyclass(module = "_numpy", name = "State")]
#[derive(Debug, PyPayload)]
pub struct State {
    classes: RefCell<HashMap<String, PyTypeRef>>,
    /// How arrays are printed.
    pub options: RefCell<print::Options>,
    /// Functions that print elements, by kind.
    pub formatter: RefCell<Option<PyDictRef>>,
    /// What happens when numbers go wrong.
    pub reactions: RefCell<Reactions>,
}

#[pyclass]
impl State {
    /// The numpy of an interpreter, which is imported if it was not yet.
    pub fn of(vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        let found = match vm.sys_module.get_attr(PLACE, vm) {
            Ok(found) => found,
            Err(_) => {
                vm.import("numpy", 0)?;
                vm.sys_module.get_attr(PLACE, vm)?
            }
        };
        found.downcast().map_err(|_| vm.new_runtime_error("sys._numpy was replaced"))
    }

    /// Begins, with the classes that are written in Python.
    pub fn begin(classes: HashMap<String, PyTypeRef>, vm: &VirtualMachine) -> PyResult<()> {
        let _ = Self::make_static_type();
        let reactions = Reactions {
            divide: Reaction::Warn,
            over: Reaction::Warn,
            under: Reaction::Ignore,
            invalid: Reaction::Warn,
        };
        let state = Self {
            classes: RefCell::new(classes),
            options: RefCell::default(),
            formatter: RefCell::default(),
            reactions: RefCell::new(reactions),
        };
        vm.sys_module.set_attr(PLACE, state.into_ref(&vm.ctx), vm)
    }

    /// A class by its name.
    pub fn named_class(&self, name: &str, vm: &VirtualMachine) -> PyResult<PyTypeRef> {
        let found = self.classes.borrow().get(name).cloned();
        found.ok_or_else(|| vm.new_runtime_error(format!("numpy has no class {name}")))
    }

    /// The class of a type's scalars.
    pub fn scalar_class(&self, dtype: DType, vm: &VirtualMachine) -> PyResult<PyTypeRef> {
        self.named_class(scalar_name(dtype), vm)
    }

    /// The type whose scalars have a class.
    pub fn dtype_of_class(&self, class: &PyTypeRef) -> Option<DType> {
        let classes = self.classes.borrow();
        let (name, _) = classes.iter().find(|(_, known)| known.is(class))?;
        DType::parse(name.trim_end_matches('_'))
    }
}

/// The name of the class of a type's scalars.
pub fn scalar_name(dtype: DType) -> &'static str {
    match dtype {
        DType::Bool => "bool",
        DType::Int8 => "int8",
        DType::Int16 => "int16",
        DType::Int32 => "int32",
        DType::Int64 => "int64",
        DType::UInt8 => "uint8",
        DType::UInt16 => "uint16",
        DType::UInt32 => "uint32",
        DType::UInt64 => "uint64",
        DType::Float32 => "float32",
        DType::Float64 => "float64",
        DType::Str(_) => "str_",
        DType::Object => "object_",
        DType::DateTime(_) => "datetime64",
        DType::TimeDelta(_) => "timedelta64",
    }
}

/// An error as Python's exception.
pub fn raise(error: ArrayError, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let text = error.to_string();
    let named = |name: &str| match State::of(vm).and_then(|state| state.named_class(name, vm)) {
        Ok(class) => vm.new_exception_msg(class, text.clone().into()),
        Err(error) => error,
    };
    match error {
        ArrayError::Value(_) => vm.new_value_error(text),
        ArrayError::Type(_) => vm.new_type_error(text),
        ArrayError::UFunc(_) if text.contains("did not contain a loop") => named("_UFuncNoLoopError"),
        ArrayError::UFunc(_) if text.contains("cannot use operands") => named("_UFuncBinaryResolutionError"),
        ArrayError::UFunc(_) => vm.new_type_error(text),
        ArrayError::Index(_) => vm.new_index_error(text),
        ArrayError::Axis { .. } => named("AxisError"),
        ArrayError::LinAlg(_) => named("LinAlgError"),
        ArrayError::Overflow(_) => vm.new_overflow_error(text),
        ArrayError::Memory(_) => named("_ArrayMemoryError"),
        ArrayError::NotCarried(_) => vm.new_not_implemented_error(text),
    }
}

/// An `AxisError` in other words than the engine's.
pub fn raise_axis(message: &str, vm: &VirtualMachine) -> PyBaseExceptionRef {
    match State::of(vm).and_then(|state| state.named_class("AxisError", vm)) {
        Ok(class) => vm.new_exception_msg(class, message.into()),
        Err(error) => error,
    }
}

/// Reacts to what went wrong while computing.
pub fn react(flags: Flags, name: &str, vm: &VirtualMachine) -> PyResult<()> {
    if flags == Flags::default() {
        return Ok(());
    }
    let reactions = *State::of(vm)?.reactions.borrow();
    let all = [
        (flags.divide, reactions.divide, "divide by zero"),
        (flags.overflow, reactions.over, "overflow"),
        (flags.invalid, reactions.invalid, "invalid value"),
    ];
    for (_, reaction, what) in all.into_iter().filter(|(happened, ..)| *happened) {
        let message = format!("{what} encountered in {name}");
        match reaction {
            Reaction::Ignore => {}
            Reaction::Warn => runtime_warning(&message, vm)?,
            Reaction::Raise => {
                let class = vm.ctx.exceptions.floating_point_error.to_owned();
                return Err(vm.new_exception_msg(class, message.into()));
            }
        }
    }
    Ok(())
}

/// Warns.
pub fn runtime_warning(message: &str, vm: &VirtualMachine) -> PyResult<()> {
    let text: PyStrRef = vm.ctx.new_str(message);
    let class = vm.ctx.exceptions.runtime_warning.to_owned();
    warn::warn(text.into(), Some(class), 1, None, vm)
}
