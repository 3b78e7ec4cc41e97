//! Puts `datetime` on the virtual clock and in UTC: the native module reads the machine's clock and time zone.
//!
//! Its types are shared by all interpreters of a thread, so what is put in place finds the machine through the
//! interpreter that calls it.

use super::machine::Machine;
use rustpython_vm::builtins::{PyClassMethod, PyType, PyTypeRef};
use rustpython_vm::function::{IntoPyNativeFn, OptionalArg};
use rustpython_vm::{AsObject, Py, PyObjectRef, PyPayload, PyResult, VirtualMachine};

/// Replaces what depends on a clock or on a place.
pub(super) fn amend(vm: &VirtualMachine) -> PyResult<()> {
    let module = vm.import("_datetime", 0)?;
    let class = |name: &str| {
        module
            .get_attr(vm.ctx.intern_str(name), vm)?
            .downcast::<PyType>()
            .map_err(|_| vm.new_type_error("_datetime holds no type of that name"))
    };
    let datetime = class("datetime")?;
    put(&datetime, "now", now, vm);
    put(&datetime, "today", today, vm);
    put(&datetime, "utcnow", today, vm);
    let date = class("date")?;
    put(&date, "today", date_today, vm);
    Ok(())
}

fn put<F, Kind>(class: &Py<PyType>, name: &'static str, function: F, vm: &VirtualMachine)
where
    F: IntoPyNativeFn<Kind>,
{
    let function = vm.new_function(name, function);
    let method = PyClassMethod::from(PyObjectRef::from(function)).into_ref(&vm.ctx);
    class.set_attr(vm.ctx.intern_str(name), method.into());
}

/// `datetime.now(tz=None)`.
fn now(class: PyTypeRef, tz: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
    match tz.into_option().filter(|tz| !vm.is_none(tz)) {
        None => today(class, vm),
        Some(tz) => {
            let aware = in_utc(&class, vm)?;
            vm.call_method(&aware, "astimezone", (tz,))
        }
    }
}

/// `datetime.today()` and `datetime.utcnow()`.
fn today(class: PyTypeRef, vm: &VirtualMachine) -> PyResult {
    let aware = in_utc(&class, vm)?;
    let naive = [("tzinfo", vm.ctx.none())];
    let replace = aware.get_attr("replace", vm)?;
    replace.call(rustpython_vm::function::FuncArgs::new(Vec::new(), keywords(naive)), vm)
}

/// `date.today()`; a `datetime` that inherits it has its own.
fn date_today(class: PyTypeRef, vm: &VirtualMachine) -> PyResult {
    let day = Machine::of(vm)?.look_at_clock().div_euclid(86_400_000_000_000);
    // The ordinal of 1970-01-01 is 719163.
    vm.call_method(class.as_object(), "fromordinal", (day + 719_163,))
}

/// The present as an aware object of the class, exact to the microsecond.
fn in_utc(class: &PyTypeRef, vm: &VirtualMachine) -> PyResult {
    let micros = Machine::of(vm)?.look_at_clock().div_euclid(1_000);
    let utc = vm.import("_datetime", 0)?.get_attr("UTC", vm)?;
    let seconds = micros.div_euclid(1_000_000);
    let start = vm.call_method(class.as_object(), "fromtimestamp", (seconds, utc))?;
    let replace = start.get_attr("replace", vm)?;
    let micros = vm.ctx.new_int(micros.rem_euclid(1_000_000)).into();
    replace.call(rustpython_vm::function::FuncArgs::new(Vec::new(), keywords([("microsecond", micros)])), vm)
}

fn keywords<const N: usize>(arguments: [(&str, PyObjectRef); N]) -> rustpython_vm::function::KwArgs {
    arguments.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
