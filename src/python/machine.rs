//! The machine that Python believes it runs on: disk, clocks, randomness, outputs.
//!
//! Native functions reach it by `Machine::of(vm)`. It hangs on the interpreter's own `sys` module, not on a global:
//! two interpreters in one process have two machines.

use super::disk::{Disk, Written};
use super::host::{Host, Nobody, Stream};
use super::output::Output;
use crate::base::random::Mt19937;
use crate::base::time::Timestamp;
use crate::files::{FileError, Files};
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::{PyPayload, PyRef, PyResult, VirtualMachine, pyclass};
use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;
use std::time::Duration;

/// Where the machine hangs on `sys`.
const PLACE: &str = "_machine";
const NANOS_PER_MILLI: i64 = 1_000_000;
/// What a look at the clock costs: a program that waits for time to pass by looking again and again comes to an end.
const NANOS_PER_LOOK: i64 = 1_000;

/// What one interpreter runs on.
pub struct Machine {
    /// Files and descriptors.
    pub disk: RefCell<Disk>,
    host: RefCell<Rc<dyn Host>>,
    output: RefCell<Output>,
    /// Nanoseconds since 1970.
    now: Cell<i64>,
    random: RefCell<Mt19937>,
}

impl fmt::Debug for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Machine").field("now", &self.now).finish_non_exhaustive()
    }
}

impl Machine {
    /// A machine that nobody uses yet.
    pub(super) fn idle() -> Self {
        Self {
            disk: RefCell::new(Disk::new(Files::default())),
            host: RefCell::new(Rc::new(Nobody)),
            output: RefCell::default(),
            now: Cell::new(0),
            random: RefCell::new(Mt19937::from_seed(0)),
        }
    }

    /// From now on it has these files, at this time, and its randomness follows from `seed`.
    pub(super) fn begin(&self, files: Files, now: Timestamp, seed: u64, host: Rc<dyn Host>) {
        self.disk.borrow_mut().files = files;
        self.host.replace(host);
        self.now.set(now.0.saturating_mul(NANOS_PER_MILLI));
        self.random.replace(Mt19937::from_array(&[seed as u32, (seed >> 32) as u32]));
    }

    /// What surrounds it.
    pub fn host(&self) -> Rc<dyn Host> {
        Rc::clone(&self.host.borrow())
    }

    /// The machine of an interpreter.
    ///
    /// # Errors
    /// When the program took it away from `sys`.
    pub fn of(vm: &VirtualMachine) -> PyResult<PyRef<MachineObject>> {
        let found = vm.sys_module.get_attr(PLACE, vm)?;
        found.downcast().map_err(|_| vm.new_runtime_error("sys._machine was replaced"))
    }

    /// Gives an interpreter its machine.
    pub(super) fn install(self: &Rc<Self>, vm: &VirtualMachine) -> PyResult<()> {
        let _ = MachineObject::make_static_type();
        vm.sys_module.set_attr(PLACE, MachineObject(self.clone()).into_ref(&vm.ctx), vm)
    }

    /// The virtual present in nanoseconds since 1970; looking moves it on a little.
    pub fn look_at_clock(&self) -> i64 {
        let now = self.now.get();
        self.now.set(now.saturating_add(NANOS_PER_LOOK));
        now
    }

    /// The virtual present.
    pub fn now(&self) -> Timestamp {
        Timestamp(self.now.get() / NANOS_PER_MILLI)
    }

    /// Lets virtual time pass, at once.
    pub fn sleep(&self, time: Duration) {
        let nanos = i64::try_from(time.as_nanos()).unwrap_or(i64::MAX);
        self.now.set(self.now.get().saturating_add(nanos));
    }

    /// So many random bytes.
    pub fn random_bytes(&self, count: usize) -> Vec<u8> {
        let mut random = self.random.borrow_mut();
        let words = std::iter::repeat_with(|| random.next_u32().to_le_bytes());
        words.take(count.div_ceil(4)).flatten().take(count).collect()
    }

    /// Prints.
    pub fn print(&self, stream: Stream, text: &str) {
        self.output.borrow_mut().print(stream, text, &*self.host());
    }

    /// Hands on what was printed.
    pub fn flush(&self) {
        self.output.borrow_mut().flush(&*self.host());
    }

    /// Forgets how much was printed: for the next run.
    pub(super) fn new_output(&self) {
        self.output.replace(Output::default());
    }

    /// Tells the host that files may have changed. Not in the middle of writing one: what is half written is no news.
    pub fn changed(&self) {
        self.host().changed(&mut self.disk.borrow_mut().files, self.now());
    }

    /// Writes to a descriptor.
    ///
    /// # Errors
    /// As `Disk::write`.
    pub fn write(&self, fd: i32, bytes: &[u8]) -> Result<usize, FileError> {
        let written = self.disk.borrow_mut().write(fd, bytes, self.now())?;
        if let Written::Printed(stream) = written {
            self.print(stream, &String::from_utf8_lossy(bytes));
        }
        Ok(bytes.len())
    }
}

/// The machine as an object, only to be carried by `sys`.
#[pyclass(module = "_dojo", name = "Machine")]
#[derive(Debug, PyPayload)]
pub struct MachineObject(Rc<Machine>);

#[pyclass]
impl MachineObject {}

impl std::ops::Deref for MachineObject {
    type Target = Machine;

    fn deref(&self) -> &Machine {
        &self.0
    }
}
