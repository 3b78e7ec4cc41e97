//! Python: RustPython over a machine of ours, the same natively and in the worker.
//!
//! | part | what it is |
//! |---|---|
//! | `host` | what the surroundings give: where output goes, a real clock, packages |
//! | `machine` | what the interpreter believes it runs on: disk, virtual clock, randomness, outputs |
//! | `disk`, `library` | the learner's files and, read-only beside them, what can be imported |
//! | `posix`, `native`, `random`, `datetime`, `limits`, `errors` | native modules and amendments over the machine |
//! | `yaml` | what the package of that name has in Rust |
//! | `boot/` | Python that runs before the learner's: `open`, `time`, `exit` |
//! | `matplotlib` | plots: the bridge from the package to the layer `plot` |
//! | `report`, `hint` | an uncaught error, printed as CPython does and told as data |
//! | `pandas` | what the package pandas leaves to the engine in `frame` |
//! | `packages/` | the packages: Python over a small native bridge |
//!
//! Knows no browser, no workspace and no tool: those are packages and hosts.
//!
//! # How a package is added
//!
//! 1. Its Python stands in `packages/<name>/`, an ordinary package that begins at `__init__.py`. The build finds it
//!    there. Natively it is in the binary; on the site it is a file of its own, which [`host::Host::package`] brings
//!    when a program first imports it.
//! 2. What Python is too slow for stands in a native module, `#[rustpython_vm::pymodule(name = "_<name>")]`, in
//!    a file beside this one or a folder for a larger package. It is listed in [`native_modules`], and the package
//!    imports it as any module. `native` is a small example: functions, a class, arguments, errors.
//! 3. Native functions reach the world through the interpreter that calls them: `Machine::of(vm)?.host()`, a
//!    [`host::Host`]. What a package needs of the world becomes a method there, which the workspace fills, so that
//!    this layer needs to know neither workspace nor tools. There is no global: two interpreters have two machines.
//!    Nothing of the machine may stay borrowed while Python is called.
//! 4. Data lives in Rust as the payload of a `#[pyclass]` object (`#[derive(Debug, PyPayload)]`), never in lists.

mod datetime;
pub mod disk;
mod errors;
mod hint;
pub mod host;
pub mod library;
mod limits;
pub mod machine;
mod matplotlib;
mod native;
mod numpy;
mod output;
mod pandas;
#[expect(clippy::unwrap_used, clippy::module_inception, reason = "written by the macro of native modules")]
mod posix;
mod random;
mod report;
mod sklearn;
mod tracking;
mod yaml;

pub use host::{Host, Stream};

use crate::base::time::Timestamp;
use crate::files::{Files, path};
use crate::world::program::{Outcome, Problem};
use library::{LIBRARY, PACKAGES};
use machine::Machine;
use rustpython_vm::builtins::PyModuleDef;
use rustpython_vm::compiler::Mode;
use rustpython_vm::scope::Scope;
use rustpython_vm::{AsObject, Context, PyResult, VirtualMachine, signal};
use std::cell::RefCell;
use std::rc::Rc;

/// Python that runs at the start of every interpreter, in this order.
const BOOT: &[(&str, &str)] = &[
    ("<frozen dojo.files>", include_str!("boot/files.py")),
    ("<frozen dojo.time>", include_str!("boot/time.py")),
    ("<frozen dojo.codecs>", include_str!("boot/codecs.py")),
    ("<frozen dojo.threads>", include_str!("boot/threads.py")),
    ("<frozen dojo.site>", include_str!("boot/site.py")),
];

/// Where an interpreter starts from.
pub struct Settings {
    /// The learner's files.
    pub files: Files,
    /// The virtual present.
    pub now: Timestamp,
    /// What all randomness follows from that the program does not seed itself.
    pub seed: u64,
    /// The surroundings.
    pub host: Rc<dyn Host>,
}

/// The native modules besides the standard library's, which they replace where they have its names.
fn native_modules(context: &Context) -> Vec<&'static PyModuleDef> {
    vec![
        native::module_def(context),
        posix::module_def(context),
        random::module_def(context),
        tracking::module_def(context),
        yaml::module_def(context),
        numpy::module_def(context),
        sklearn::module_def(context),
        matplotlib::module_def(context),
        pandas::module_def(context),
    ]
}

thread_local! {
    static PREPARED: RefCell<Option<Interpreter>> = const { RefCell::new(None) };
}

/// Starts the Python that this thread's next program will have: most of a start needs nothing of the program.
pub fn prepare() {
    // What fails here fails again when there is somebody to tell.
    PREPARED.set(Interpreter::idle().ok());
}

/// One Python with its machine.
pub struct Interpreter {
    python: rustpython_vm::Interpreter,
    machine: Rc<Machine>,
    stop: signal::UserSignalSender,
}

impl Interpreter {
    /// Starts Python, or takes the one that was [`prepare`]d.
    ///
    /// # Errors
    /// The error of the start-up files: a mistake of ours, not of the learner.
    pub fn new(settings: Settings) -> Result<Self, Box<Problem>> {
        let prepared = PREPARED.take();
        let python = prepared.map_or_else(Self::idle, Ok)?;
        python.machine.begin(settings.files, settings.now, settings.seed, settings.host);
        Ok(python)
    }

    /// Python on a machine without files, time and surroundings.
    fn idle() -> Result<Self, Box<Problem>> {
        let machine = Rc::new(Machine::idle());
        let (stop, stopped) = signal::user_signal_channel();
        let builder = rustpython_vm::Interpreter::builder(python_settings());
        let standard = rustpython_stdlib::stdlib_module_defs(&builder.ctx);
        let own = native_modules(&builder.ctx);
        let python = builder
            .add_native_modules(&standard)
            .add_native_modules(&own)
            .init_hook(move |vm| vm.set_user_signal_channel(stopped))
            .build();
        let started = python.enter(|vm| {
            let begun = machine.install(vm).and_then(|()| boot(vm));
            report::end(begun, BOOT[0].0, &machine, vm)
        });
        match started.problem {
            None => Ok(Self { python, machine, stop }),
            Some(problem) => Err(Box::new(problem)),
        }
    }

    /// Runs a file of the learner's as `python FILE ARGUMENTS…` does.
    pub fn run_file(&self, file: &str, arguments: &[String]) -> Outcome {
        let file = self.machine.disk.borrow().absolute(file);
        let source = self.machine.disk.borrow().files.read(&file);
        let outcome = self.python.enter(|vm| {
            let result = match source {
                Ok(bytes) => run_source(&bytes, &file, arguments, vm),
                Err(error) => {
                    Err(vm
                        .new_os_error(format!("can't open file '{file}': [Errno {}] {error}", error.errno())))
                }
            };
            let result = result.and_then(|()| flush(vm));
            report::end(result, &file, &self.machine, vm)
        });
        self.machine.flush();
        self.machine.changed();
        self.machine.new_output();
        outcome
    }

    /// What stops the program from another thread, where there are threads.
    pub fn stopper(&self) -> Stopper {
        Stopper(self.stop.clone())
    }

    /// What Python runs on.
    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    /// Ends Python: runs what was registered with `atexit`, and gives the files back.
    pub fn finish(self) -> Files {
        self.python.enter(|vm| {
            let _ = flush(vm);
        });
        self.python.finalize(None);
        self.machine.flush();
        self.machine.disk.borrow().files.clone()
    }
}

/// Stops a program. In a browser there is no such thing: there the worker is ended.
#[derive(Clone, Debug)]
pub struct Stopper(signal::UserSignalSender);

impl Stopper {
    /// Raises `KeyboardInterrupt` in the program; false when it is over.
    pub fn stop(&self) -> bool {
        let raise: signal::UserSignal =
            Box::new(|vm| Err(vm.new_exception_empty(vm.ctx.exceptions.keyboard_interrupt.to_owned())));
        self.0.send(raise).is_ok()
    }
}

fn python_settings() -> rustpython_vm::Settings {
    let mut settings = rustpython_vm::Settings::default();
    settings.hash_seed = Some(0);
    settings.install_signal_handlers = false;
    settings.write_bytecode = false;
    settings.ignore_environment = true;
    settings.import_site = false;
    settings.user_site_directory = false;
    settings.utf8_mode = 1;
    settings
}

/// Runs Python of ours in a namespace of its own.
fn run_boot(name: &str, source: &str, vm: &VirtualMachine) -> PyResult<()> {
    let code =
        vm.compile(source, Mode::Exec, name).map_err(|error| error.into_pyexception(vm, Some(source)))?;
    vm.run_code_obj(code, Scope::with_builtins(None, vm.ctx.new_dict(), vm)).map(drop)
}

/// Makes importing work, then runs the start-up files.
fn boot(vm: &VirtualMachine) -> PyResult<()> {
    let sys = &vm.sys_module;
    let text = |value: &str| vm.ctx.new_str(value);
    for (name, source) in BOOT {
        run_boot(name, source, vm)?;
    }
    vm.builtins.set_attr("open", vm.import("_io", 0)?.get_attr("open", vm)?, vm)?;
    let modules = sys.get_attr("modules", vm)?;
    let importlib = modules.get_item("_frozen_importlib", vm)?;
    importlib.get_attr("_install_external_importers", vm)?.call((), vm)?;
    run_boot("<frozen dojo.compiled>", include_str!("boot/compiled.py"), vm)?;
    sys.set_attr("path", vm.ctx.new_list(vec![text(LIBRARY).into(), text(PACKAGES).into()]), vm)?;
    for name in ["prefix", "exec_prefix", "base_prefix", "base_exec_prefix"] {
        sys.set_attr(name, text("/usr"), vm)?;
    }
    sys.set_attr("executable", text("/usr/bin/python3"), vm)?;
    sys.set_attr("platform", text("linux"), vm)?;
    errors::amend(vm)?;
    datetime::amend(vm)?;
    limits::amend(vm);
    Ok(())
}

/// Runs a source as `__main__`.
fn run_source(bytes: &[u8], file: &str, arguments: &[String], vm: &VirtualMachine) -> PyResult<()> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let source = std::str::from_utf8(bytes).map_err(|error| {
        let message =
            format!("(unicode error) 'utf-8' codec can't decode byte at position {}", error.valid_up_to());
        vm.new_exception_msg(vm.ctx.exceptions.syntax_error.to_owned(), message.into())
    })?;
    let text = |value: &str| vm.ctx.new_str(value).into();
    let argv = std::iter::once(file).chain(arguments.iter().map(String::as_str)).map(text).collect();
    vm.sys_module.set_attr("argv", vm.ctx.new_list(argv), vm)?;
    let path = [path::parent(file), LIBRARY, PACKAGES].into_iter().map(text).collect();
    vm.sys_module.set_attr("path", vm.ctx.new_list(path), vm)?;
    let scope = vm.new_scope_with_main()?;
    scope.globals.set_item("__file__", text(file), vm)?;
    let code =
        vm.compile(source, Mode::Exec, file).map_err(|error| error.into_pyexception(vm, Some(source)))?;
    vm.run_code_obj(code, scope).map(drop)
}

/// Writes out what files that are still open hold back.
fn flush(vm: &VirtualMachine) -> PyResult<()> {
    let io = vm.import("_io", 0)?;
    let flush = io.get_attr("open", vm)?.get_attr("__globals__", vm)?.get_item("flush_all", vm)?;
    flush.as_object().call((), vm).map(drop)
}
