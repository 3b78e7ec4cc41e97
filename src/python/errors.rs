//! Numbers of errors as Linux has them, and the exceptions that they stand for: on wasm the interpreter knows none.
//!
//! Natively both are there already; what is done here changes nothing then.

use rustpython_vm::builtins::{PyDictRef, PyInt, PyType, PyTypeRef};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, Py, PyResult, VirtualMachine};
use std::sync::OnceLock;

/// Names and numbers of `errno` (Linux, x86-64).
const NUMBERS: &[(&str, i32)] = &[
    ("EPERM", 1),
    ("ENOENT", 2),
    ("ESRCH", 3),
    ("EINTR", 4),
    ("EIO", 5),
    ("ENXIO", 6),
    ("E2BIG", 7),
    ("ENOEXEC", 8),
    ("EBADF", 9),
    ("ECHILD", 10),
    ("EAGAIN", 11),
    ("EWOULDBLOCK", 11),
    ("ENOMEM", 12),
    ("EACCES", 13),
    ("EFAULT", 14),
    ("EBUSY", 16),
    ("EEXIST", 17),
    ("EXDEV", 18),
    ("ENODEV", 19),
    ("ENOTDIR", 20),
    ("EISDIR", 21),
    ("EINVAL", 22),
    ("ENFILE", 23),
    ("EMFILE", 24),
    ("ENOTTY", 25),
    ("EFBIG", 27),
    ("ENOSPC", 28),
    ("ESPIPE", 29),
    ("EROFS", 30),
    ("EMLINK", 31),
    ("EPIPE", 32),
    ("EDOM", 33),
    ("ERANGE", 34),
    ("EDEADLK", 35),
    ("ENAMETOOLONG", 36),
    ("ENOSYS", 38),
    ("ENOTEMPTY", 39),
    ("ELOOP", 40),
    ("EOVERFLOW", 75),
    ("ENOTSOCK", 88),
    ("EOPNOTSUPP", 95),
    ("ENOTSUP", 95),
    ("EADDRINUSE", 98),
    ("EADDRNOTAVAIL", 99),
    ("ENETDOWN", 100),
    ("ENETUNREACH", 101),
    ("ECONNABORTED", 103),
    ("ECONNRESET", 104),
    ("ENOTCONN", 107),
    ("ESHUTDOWN", 108),
    ("ETIMEDOUT", 110),
    ("ECONNREFUSED", 111),
    ("EHOSTUNREACH", 113),
    ("EALREADY", 114),
    ("EINPROGRESS", 115),
    ("ECANCELED", 125),
];

type New = fn(PyTypeRef, FuncArgs, &VirtualMachine) -> PyResult;
static NEW: OnceLock<New> = OnceLock::new();

/// Fills `errno` and lets `OSError(number, …)` be the exception of that number.
pub(super) fn amend(vm: &VirtualMachine) -> PyResult<()> {
    let module = vm.import("errno", 0)?;
    let names: PyDictRef = module.get_attr("errorcode", vm)?.try_into_value(vm)?;
    for &(name, number) in NUMBERS {
        if vm.get_attribute_opt(&module, name)?.is_none() {
            module.set_attr(name, vm.ctx.new_int(number), vm)?;
        }
        let key = vm.ctx.new_int(number);
        if !names.contains_key(key.as_object(), vm) {
            names.set_item(key.as_object(), vm.ctx.new_str(name).into(), vm)?;
        }
    }
    let new = &vm.ctx.exceptions.os_error.slots().new;
    if let Some(before) = new.load() {
        NEW.get_or_init(|| before);
        new.store(Some(new_os_error));
    }
    Ok(())
}

fn new_os_error(class: PyTypeRef, arguments: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let number = arguments.args.first().and_then(|first| first.downcast_ref::<PyInt>());
    let number = number.and_then(|number| i32::try_from(number.as_bigint()).ok());
    let exact = number
        .filter(|_| class.is(vm.ctx.exceptions.os_error) && (2..=5).contains(&arguments.args.len()))
        .and_then(|number| exception_of(number, vm));
    let class = exact.map_or(class, Py::to_owned);
    match NEW.get() {
        Some(new) => new(class, arguments, vm),
        None => Err(vm.new_runtime_error("OSError cannot be made before Python has started")),
    }
}

/// The exception of a number (PEP 3151).
fn exception_of(number: i32, vm: &VirtualMachine) -> Option<&'static Py<PyType>> {
    let exceptions = &vm.ctx.exceptions;
    Some(match number {
        1 | 13 => exceptions.permission_error,
        2 => exceptions.file_not_found_error,
        3 => exceptions.process_lookup_error,
        4 => exceptions.interrupted_error,
        10 => exceptions.child_process_error,
        11 | 114 | 115 => exceptions.blocking_io_error,
        17 => exceptions.file_exists_error,
        20 => exceptions.not_a_directory_error,
        21 => exceptions.is_a_directory_error,
        32 | 108 => exceptions.broken_pipe_error,
        103 => exceptions.connection_aborted_error,
        104 => exceptions.connection_reset_error,
        110 => exceptions.timeout_error,
        111 => exceptions.connection_refused_error,
        _ => return None,
    })
}
