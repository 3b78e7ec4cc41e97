//! Python's dates and times as ticks, and ticks as Python's.

use super::convert::scalar_of;
use super::state::raise;
use crate::array::datetime::{NAT, Unit, convert_point, convert_span, date_of_days, parse_point};
use crate::array::{DType, Scalar};
use rustpython_vm::builtins::PyStr;
use rustpython_vm::{PyObject, PyObjectRef, PyResult, VirtualMachine};

/// The ticks of anything that can be a time of a type.
///
/// # Errors
/// When it cannot be one.
pub fn ticks_of(object: &PyObject, dtype: DType, vm: &VirtualMachine) -> PyResult<i64> {
    let unit = dtype.unit().unwrap_or(Unit::Nano);
    if vm.is_none(object) {
        return Ok(NAT);
    }
    if let Some((own, Scalar::Int(ticks))) = scalar_of(object, vm) {
        return Ok(match own {
            DType::DateTime(from) => convert_point(ticks, from, unit),
            DType::TimeDelta(from) => convert_span(ticks, from, unit),
            _ => ticks,
        });
    }
    if let Some((_, Scalar::Float(number))) = scalar_of(object, vm)
        && number.is_nan()
    {
        return Ok(NAT);
    }
    if matches!(dtype, DType::TimeDelta(_)) {
        return Ok(match span(object, vm) {
            Some(micros) => convert_span(micros, Unit::Micro, unit),
            None => return Err(vm.new_value_error("Could not convert object to NumPy timedelta")),
        });
    }
    let (ticks, from) = point(object, vm)?;
    Ok(convert_point(ticks, from, unit))
}

/// A date, a time or text as ticks with the unit that it tells.
///
/// # Errors
/// When it is none.
pub fn point(object: &PyObject, vm: &VirtualMachine) -> PyResult<(i64, Unit)> {
    if let Some(text) = object.downcast_ref::<PyStr>() {
        return parse_point(&text.to_string_lossy()).map_err(|error| raise(error, vm));
    }
    let Ok(method) = object.get_attr("isoformat", vm) else {
        return Err(vm.new_value_error("Could not convert object to NumPy datetime"));
    };
    let text = method.call((), vm)?.str(vm)?.to_string_lossy().into_owned();
    let whole = text.split('+').next().unwrap_or_default();
    let (ticks, unit) = parse_point(whole).map_err(|error| raise(error, vm))?;
    // Python's times count microseconds.
    let unit_of_python = if unit > Unit::Day { Unit::Micro } else { unit };
    Ok((convert_point(ticks, unit, unit_of_python), unit_of_python))
}

/// Python's `timedelta` in microseconds.
pub fn span(object: &PyObject, vm: &VirtualMachine) -> Option<i64> {
    let part = |name: &str| -> Option<i64> {
        let found = object.get_attr(vm.ctx.intern_str(name), vm).ok()?;
        super::given::integer(&found, vm).ok()
    };
    let seconds = part("days")?.checked_mul(86_400)?.checked_add(part("seconds")?)?;
    seconds.checked_mul(1_000_000)?.checked_add(part("microseconds")?)
}

/// Ticks as Python's own: `date`, `datetime`, `timedelta`, or a number where those cannot tell it.
///
/// # Errors
/// When Python's calendar does not reach so far.
pub fn plain(ticks: i64, dtype: DType, vm: &VirtualMachine) -> PyResult {
    if ticks == NAT {
        return Ok(vm.ctx.none());
    }
    let unit = dtype.unit().unwrap_or(Unit::Nano);
    let number = |number: i64| -> PyObjectRef { vm.ctx.new_int(number).into() };
    if unit == Unit::Nano || unit == Unit::Generic {
        return Ok(number(ticks));
    }
    let module = vm.import("datetime", 0)?;
    if matches!(dtype, DType::TimeDelta(_)) {
        if unit < Unit::Week {
            return Ok(number(ticks));
        }
        let micros = convert_span(ticks, unit, Unit::Micro);
        return module.get_attr("timedelta", vm)?.call((0, 0, micros), vm);
    }
    let micros = convert_point(ticks, unit, Unit::Micro);
    let (year, month, day) = date_of_days(micros.div_euclid(86_400_000_000));
    if unit <= Unit::Day {
        return module.get_attr("date", vm)?.call((year, month, day), vm);
    }
    let rest = micros.rem_euclid(86_400_000_000);
    let (seconds, micro) = (rest / 1_000_000, rest % 1_000_000);
    let clock = [year, month, day, seconds / 3600, seconds / 60 % 60, seconds % 60, micro];
    let clock: Vec<PyObjectRef> = clock.iter().map(|part| number(*part)).collect();
    module.get_attr("datetime", vm)?.call(rustpython_vm::function::FuncArgs::from(clock), vm)
}
