//! `_dojo`: what the start-up files in `boot/` need of the machine, and an example of a native module.

pub(super) use _dojo::module_def;

#[rustpython_vm::pymodule]
mod _dojo {
    use super::super::host::Stream;
    use super::super::machine::Machine;
    use rustpython_vm::builtins::{PyBytesRef, PyStrRef};
    use rustpython_vm::function::OptionalArg;
    use rustpython_vm::types::Representable;
    use rustpython_vm::{Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};
    use std::time::Duration;

    /// The code of a file of the library as `marshal` wrote it, if another program has compiled it already.
    #[pyfunction]
    fn compiled(path: String, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        let kept = Machine::of(vm)?.host().compiled(&path);
        Ok(kept.map(|code| vm.ctx.new_bytes(code).into()))
    }

    /// Keeps the code of a file of the library for other programs.
    #[pyfunction]
    fn keep_compiled(path: String, code: PyBytesRef, vm: &VirtualMachine) -> PyResult<()> {
        Machine::of(vm)?.host().keep_compiled(&path, code.as_bytes());
        Ok(())
    }

    /// The virtual present, in nanoseconds since 1970.
    #[pyfunction]
    fn time_ns(vm: &VirtualMachine) -> PyResult<i64> {
        Ok(Machine::of(vm)?.look_at_clock())
    }

    /// The virtual present, in seconds since 1970.
    #[pyfunction]
    fn time(vm: &VirtualMachine) -> PyResult<f64> {
        Ok(time_ns(vm)? as f64 / 1e9)
    }

    /// A real monotonic clock, in nanoseconds.
    #[pyfunction]
    fn perf_counter_ns(vm: &VirtualMachine) -> PyResult<u64> {
        Ok(Machine::of(vm)?.host().elapsed().as_nanos() as u64)
    }

    /// A real monotonic clock, in seconds.
    #[pyfunction]
    fn perf_counter(vm: &VirtualMachine) -> PyResult<f64> {
        Ok(Machine::of(vm)?.host().elapsed().as_secs_f64())
    }

    /// Lets virtual time pass, at once.
    #[pyfunction]
    fn sleep(secs: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let seconds = secs.try_float(vm)?.to_f64();
        if seconds < 0.0 {
            return Err(vm.new_value_error("sleep length must be non-negative"));
        }
        let time = Duration::try_from_secs_f64(seconds)
            .map_err(|_| vm.new_overflow_error("timestamp too large to convert to C PyTime_t"))?;
        Machine::of(vm)?.sleep(time);
        Ok(())
    }

    /// Hands on what was printed.
    #[pyfunction]
    fn flush(vm: &VirtualMachine) -> PyResult<()> {
        Machine::of(vm)?.flush();
        Ok(())
    }

    /// `sys.stdout` and `sys.stderr`.
    #[pyattr]
    #[pyclass(module = "_io", name = "TextIOWrapper")]
    #[derive(Debug, PyPayload)]
    pub(super) struct Printer {
        stream: Stream,
    }

    impl Printer {
        pub(super) fn descriptor(&self) -> i32 {
            match self.stream {
                Stream::Stdout => 1,
                Stream::Stderr => 2,
            }
        }

        fn file_name(&self) -> &'static str {
            match self.stream {
                Stream::Stdout => "<stdout>",
                Stream::Stderr => "<stderr>",
            }
        }
    }

    /// The program's output with the descriptor `fd`, 1 or 2.
    #[pyfunction]
    fn printer(fd: i32) -> Printer {
        Printer { stream: if fd == 2 { Stream::Stderr } else { Stream::Stdout } }
    }

    #[pyclass(with(Representable), flags(HAS_DICT))]
    impl Printer {
        #[pymethod]
        fn write(zelf: &Py<Self>, text: PyStrRef, vm: &VirtualMachine) -> PyResult<usize> {
            let machine = Machine::of(vm)?;
            match text.to_str() {
                Some(printed) => machine.print(zelf.stream, printed),
                None => machine.print(zelf.stream, &text.to_string_lossy()),
            }
            Ok(text.char_len())
        }

        #[pymethod]
        fn writelines(zelf: &Py<Self>, lines: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            for line in lines.try_to_value::<Vec<PyStrRef>>(vm)? {
                Self::write(zelf, line, vm)?;
            }
            Ok(())
        }

        #[pymethod]
        fn flush(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            Machine::of(vm)?.flush();
            Ok(())
        }

        #[pymethod]
        fn fileno(zelf: &Py<Self>) -> i32 {
            zelf.descriptor()
        }

        #[pymethod]
        fn isatty(_zelf: &Py<Self>) -> bool {
            false
        }

        #[pymethod]
        fn readable(_zelf: &Py<Self>) -> bool {
            false
        }

        #[pymethod]
        fn writable(_zelf: &Py<Self>) -> bool {
            true
        }

        #[pymethod]
        fn seekable(_zelf: &Py<Self>) -> bool {
            false
        }

        #[pymethod]
        fn close(_zelf: &Py<Self>) {}

        /// There is one encoding: whatever is asked for stays UTF-8.
        #[pymethod]
        fn reconfigure(_zelf: &Py<Self>, _settings: rustpython_vm::function::FuncArgs) {}

        #[pygetset]
        fn closed(_zelf: &Py<Self>) -> bool {
            false
        }

        #[pygetset]
        fn name(zelf: &Py<Self>) -> &'static str {
            zelf.file_name()
        }

        #[pygetset]
        fn mode(_zelf: &Py<Self>) -> &'static str {
            "w"
        }

        #[pygetset]
        fn encoding(_zelf: &Py<Self>) -> &'static str {
            "utf-8"
        }

        #[pygetset]
        fn errors(zelf: &Py<Self>) -> &'static str {
            match zelf.stream {
                Stream::Stdout => "strict",
                Stream::Stderr => "backslashreplace",
            }
        }

        #[pygetset]
        fn line_buffering(_zelf: &Py<Self>) -> bool {
            true
        }
    }

    impl Representable for Printer {
        fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
            Ok(format!("<_io.TextIOWrapper name='{}' mode='w' encoding='utf-8'>", zelf.file_name()))
        }
    }

    /// Nothing can be typed: reading says that the input is at its end.
    #[pyfunction]
    fn input(prompt: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
        if let OptionalArg::Present(prompt) = prompt {
            let shown = prompt.str(vm)?;
            Machine::of(vm)?.print(Stream::Stdout, &shown.to_string_lossy());
        }
        Err(vm.new_eof_error("EOF when reading a line"))
    }
}
