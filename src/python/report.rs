//! An uncaught error as the learner sees it: printed by Python's own `traceback`, and told as data.

use super::hint;
use super::machine::Machine;
use crate::world::program::{Outcome, Problem};
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

/// How the program ended, given what it raised; prints the traceback.
pub fn end(result: PyResult<()>, file: &str, machine: &Machine, vm: &VirtualMachine) -> Outcome {
    match result {
        Ok(()) => Outcome::default(),
        Err(error) if error.fast_isinstance(vm.ctx.exceptions.system_exit) => {
            Outcome { exit_code: exit_code(&error, vm), problem: None }
        }
        Err(error) => {
            let problem = problem(&error, file, machine, vm);
            print(&error, vm);
            let stopped = error.fast_isinstance(vm.ctx.exceptions.keyboard_interrupt);
            Outcome { exit_code: if stopped { 130 } else { 1 }, problem: Some(problem) }
        }
    }
}

/// `sys.exit(None)` is 0, a number is itself, anything else is printed and 1.
fn exit_code(error: &PyBaseExceptionRef, vm: &VirtualMachine) -> i32 {
    let code = error.as_object().get_attr("code", vm).unwrap_or_else(|_| vm.ctx.none());
    if vm.is_none(&code) {
        return 0;
    }
    if let Ok(number) = code.clone().try_into_value::<i64>(vm) {
        return (number & 0xff) as i32;
    }
    let _ = print_to_stderr(&code, vm);
    1
}

fn print_to_stderr(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    let stderr = vm.sys_module.get_attr("stderr", vm)?;
    let text = format!("{}\n", value.str(vm)?.to_string_lossy());
    vm.call_method(&stderr, "write", (text,)).map(drop)
}

/// Prints through `sys.excepthook`, which a program may have replaced; when that fails, in the plainest way.
fn print(error: &PyBaseExceptionRef, vm: &VirtualMachine) {
    let printed = vm.sys_module.get_attr("excepthook", vm).and_then(|hook| {
        let traceback = error.as_object().get_attr("__traceback__", vm)?;
        hook.call((error.class().to_owned(), error.clone(), traceback), vm)
    });
    if printed.is_err() {
        let mut text = String::new();
        if vm.write_exception(&mut text, error).is_ok() {
            let _ = print_to_stderr(&vm.ctx.new_str(text).into(), vm);
        }
    }
}

fn problem(error: &PyBaseExceptionRef, file: &str, machine: &Machine, vm: &VirtualMachine) -> Problem {
    let kind = error.class().name().to_string();
    let message =
        error.as_object().str(vm).map(|text| text.to_string_lossy().into_owned()).unwrap_or_default();
    let line = line_in(error, file, vm);
    let hint = hint::find(&kind, &message, machine);
    Problem { kind, message, file: file.into(), line, hint }
}

/// The innermost line of `file` that the error went through, or where its syntax is wrong.
fn line_in(error: &PyBaseExceptionRef, file: &str, vm: &VirtualMachine) -> Option<usize> {
    if error.fast_isinstance(vm.ctx.exceptions.syntax_error) {
        return error.as_object().get_attr("lineno", vm).ok()?.try_into_value(vm).ok();
    }
    let mut found = None;
    let mut traceback = error.traceback();
    while let Some(entry) = traceback {
        if entry.frame.iframe().code().source_path().as_str() == file {
            found = Some(entry.lineno.get());
        }
        traceback = entry.next.lock().clone();
    }
    found
}
