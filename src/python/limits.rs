//! Bounds on what one statement may ask for, so that a slip is an error of the program and not the end of the engine.
//!
//! Lists that grow are refused by RustPython itself when there is no room. What is asked for at once, by repeating or
//! by a number, natively seems to succeed because memory is lent before it is there; so it is bounded here, in the
//! types' own slots, alike everywhere.

use rustpython_vm::builtins::{PyInt, PyType, PyTypeRef};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::protocol::PySequence;
use rustpython_vm::{Py, PyObject, PyResult, VirtualMachine};
use std::sync::OnceLock;

/// Python's own bound on calls within calls.
const MOST_CALLS: usize = 1000;
/// Bytes that one object may be asked for.
const MOST_BYTES: usize = 1 << 30;

type Repeat = fn(PySequence<'_>, isize, &VirtualMachine) -> PyResult;
type Binary = fn(&PyObject, &PyObject, &VirtualMachine) -> PyResult;
type New = fn(PyTypeRef, FuncArgs, &VirtualMachine) -> PyResult;
type Init = fn(&PyObject, FuncArgs, &VirtualMachine) -> PyResult<()>;

/// Bytes of an item of the types that can be repeated: str, bytes, bytearray, list, tuple.
const ITEM_BYTES: [usize; 5] = [1, 1, 1, 8, 8];
// What stood in the slots: functions of RustPython, the same for all interpreters.
static REPEAT: [OnceLock<Repeat>; 5] = [const { OnceLock::new() }; 5];
static REPEAT_IN_PLACE: [OnceLock<Repeat>; 5] = [const { OnceLock::new() }; 5];
static SHIFT: OnceLock<Binary> = OnceLock::new();
static NEW_BYTES: OnceLock<New> = OnceLock::new();
static INIT_BYTEARRAY: OnceLock<Init> = OnceLock::new();

/// Puts the bounds in place.
pub(super) fn amend(vm: &VirtualMachine) {
    vm.recursion_limit.set(MOST_CALLS);
    let types = &vm.ctx.types;
    bound_repeat::<0>(types.str_type);
    bound_repeat::<1>(types.bytes_type);
    bound_repeat::<2>(types.bytearray_type);
    bound_repeat::<3>(types.list_type);
    bound_repeat::<4>(types.tuple_type);
    let shift = &types.int_type.slots().as_number.lshift;
    if let Some(before) = shift.load() {
        SHIFT.get_or_init(|| before);
        shift.store(Some(shift_left));
    }
    let new = &types.bytes_type.slots().new;
    if let Some(before) = new.load() {
        NEW_BYTES.get_or_init(|| before);
        new.store(Some(new_bytes));
    }
    let init = &types.bytearray_type.slots().init;
    if let Some(before) = init.load() {
        INIT_BYTEARRAY.get_or_init(|| before);
        init.store(Some(init_bytearray));
    }
}

fn bound_repeat<const KIND: usize>(class: &Py<PyType>) {
    let slots = &class.slots().as_sequence;
    if let Some(before) = slots.repeat.load() {
        REPEAT[KIND].get_or_init(|| before);
        slots.repeat.store(Some(repeat::<KIND>));
    }
    if let Some(before) = slots.inplace_repeat.load() {
        REPEAT_IN_PLACE[KIND].get_or_init(|| before);
        slots.inplace_repeat.store(Some(repeat_in_place::<KIND>));
    }
}

fn repeat<const KIND: usize>(sequence: PySequence<'_>, times: isize, vm: &VirtualMachine) -> PyResult {
    bounded(&REPEAT[KIND], ITEM_BYTES[KIND], sequence, times, vm)
}

fn repeat_in_place<const KIND: usize>(
    sequence: PySequence<'_>,
    times: isize,
    vm: &VirtualMachine,
) -> PyResult {
    bounded(&REPEAT_IN_PLACE[KIND], ITEM_BYTES[KIND], sequence, times, vm)
}

fn bounded(
    before: &OnceLock<Repeat>,
    item: usize,
    sequence: PySequence<'_>,
    times: isize,
    vm: &VirtualMachine,
) -> PyResult {
    let length = sequence.obj.length(vm)?;
    let bytes = length.saturating_mul(item).saturating_mul(usize::try_from(times).unwrap_or(0));
    match before.get() {
        Some(repeat) if bytes <= MOST_BYTES => repeat(sequence, times, vm),
        _ => Err(vm.no_memory_error()),
    }
}

fn shift_left(number: &PyObject, places: &PyObject, vm: &VirtualMachine) -> PyResult {
    let most = MOST_BYTES.saturating_mul(8);
    let too_far = places.downcast_ref::<PyInt>().is_some_and(|places| *places.as_bigint() > most.into());
    match SHIFT.get() {
        Some(shift) if !too_far => shift(number, places, vm),
        _ => Err(vm.no_memory_error()),
    }
}

fn new_bytes(class: PyTypeRef, arguments: FuncArgs, vm: &VirtualMachine) -> PyResult {
    match NEW_BYTES.get() {
        Some(new) if !asks_too_much(&arguments) => new(class, arguments, vm),
        _ => Err(vm.no_memory_error()),
    }
}

fn init_bytearray(object: &PyObject, arguments: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    match INIT_BYTEARRAY.get() {
        Some(init) if !asks_too_much(&arguments) => init(object, arguments, vm),
        _ => Err(vm.no_memory_error()),
    }
}

/// Whether the first argument is a number of bytes that is too large.
fn asks_too_much(arguments: &FuncArgs) -> bool {
    let number = arguments.args.first().and_then(|first| first.downcast_ref::<PyInt>());
    number.is_some_and(|number| *number.as_bigint() > MOST_BYTES.into())
}
