//! Bounds on what one statement may ask for, so that a slip is an error of the program and not the end of the engine.

use rustpython_vm::VirtualMachine;

/// Python's own bound on calls within calls.
const MOST_CALLS: usize = 1000;

/// Puts the bounds in place.
pub(super) fn amend(vm: &VirtualMachine) {
    vm.recursion_limit.set(MOST_CALLS);
}
