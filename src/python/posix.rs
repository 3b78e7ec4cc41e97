//! Python's `posix` over the machine's disk: what `os`, `pathlib`, `tempfile` and `shutil` stand on.
//!
//! Links, owners, processes and permissions do not exist here; what asks for them is answered with the error that
//! a file system without them gives.

use super::disk::Stat;
use crate::files::FileError;
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::function::FsPath;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, TryFromObject, VirtualMachine};

pub(super) use posix::module_def;

/// A path or a descriptor as a program gives it.
pub(super) struct PathLike {
    given: PyObjectRef,
    target: Target,
}

enum Target {
    Path(String),
    Descriptor(i32),
}

impl TryFromObject for PathLike {
    fn try_from_object(vm: &VirtualMachine, given: PyObjectRef) -> PyResult<Self> {
        if given.fast_isinstance(vm.ctx.types.int_type) {
            let target = Target::Descriptor(given.clone().try_into_value(vm)?);
            return Ok(Self { given, target });
        }
        // Errors name the text that a path object stands for, as CPython's do.
        Ok(match FsPath::try_from_path_like(given, true, vm)? {
            FsPath::Str(text) => {
                let target = Target::Path(text.to_string_lossy().into_owned());
                Self { given: text.into(), target }
            }
            FsPath::Bytes(bytes) => {
                let target = Target::Path(String::from_utf8_lossy(bytes.as_bytes()).into_owned());
                Self { given: bytes.into(), target }
            }
        })
    }
}

/// The `OSError` that a program sees.
fn os_error(error: FileError, names: &[&PathLike], vm: &VirtualMachine) -> PyBaseExceptionRef {
    let mut arguments: Vec<PyObjectRef> =
        vec![vm.ctx.new_int(error.errno()).into(), vm.ctx.new_str(error.to_string()).into()];
    if let Some(first) = names.first() {
        arguments.push(first.given.clone());
    }
    if let Some(second) = names.get(1) {
        arguments.extend([vm.ctx.none(), second.given.clone()]);
    }
    vm.invoke_exception(vm.ctx.exceptions.os_error, arguments).unwrap_or_else(|wrong| wrong)
}

/// The bits of `st_mode`.
fn mode_bits(stat: &Stat) -> u32 {
    match (stat.device, stat.folder, stat.writable) {
        (true, _, _) => 0o020_666,
        (_, true, true) => 0o040_755,
        (_, true, false) => 0o040_555,
        (_, false, true) if stat.executable => 0o100_755,
        (_, false, true) => 0o100_644,
        (_, false, false) => 0o100_444,
    }
}

#[rustpython_vm::pymodule(name = "posix")]
mod posix {
    use super::super::disk::{Mode, Stat};
    use super::super::machine::Machine;
    use super::{PathLike, Target, mode_bits, os_error};
    use crate::base::time::Timestamp;
    use crate::files::FileError;
    use rustpython_vm::builtins::{PyDictRef, PyListRef, PyStrRef, PyTypeRef};
    use rustpython_vm::function::{ArgBytesLike, FsPath, FuncArgs, OptionalArg};
    use rustpython_vm::protocol::PyIterReturn;
    use rustpython_vm::types::{IterNext, Iterable, PyStructSequence, Representable, SelfIter};
    use rustpython_vm::{
        FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass, pystruct_sequence,
        pystruct_sequence_data,
    };
    use std::cell::RefCell;

    #[pyattr]
    const F_OK: i32 = 0;
    #[pyattr]
    const R_OK: i32 = 4;
    #[pyattr]
    const W_OK: i32 = 2;
    #[pyattr]
    const X_OK: i32 = 1;
    #[pyattr]
    const O_RDONLY: i32 = 0;
    #[pyattr]
    const O_WRONLY: i32 = 1;
    #[pyattr]
    const O_RDWR: i32 = 2;
    #[pyattr]
    const O_CREAT: i32 = 0o100;
    #[pyattr]
    const O_EXCL: i32 = 0o200;
    #[pyattr]
    const O_TRUNC: i32 = 0o1000;
    #[pyattr]
    const O_APPEND: i32 = 0o2000;
    #[pyattr]
    const O_CLOEXEC: i32 = 0o2_000_000;
    #[pyattr]
    const O_NOFOLLOW: i32 = 0o400_000;

    #[pyattr]
    fn environ(vm: &VirtualMachine) -> PyDictRef {
        let environ = vm.ctx.new_dict();
        let variables = [
            ("HOME", crate::files::HOME),
            ("LANG", "C.UTF-8"),
            ("PATH", "/usr/bin:/bin"),
            ("PWD", crate::files::HOME),
            ("TZ", "UTC"),
            ("USER", "dojo"),
        ];
        for (name, value) in variables {
            let value = vm.ctx.new_bytes(value.as_bytes().to_vec());
            let name: PyObjectRef = vm.ctx.new_bytes(name.as_bytes().to_vec()).into();
            // A new dictionary takes every key that can be hashed.
            let _ = environ.set_item(&*name, value.into(), vm);
        }
        environ
    }

    #[pyattr]
    fn error(vm: &VirtualMachine) -> PyTypeRef {
        vm.ctx.exceptions.os_error.to_owned()
    }

    #[pyattr]
    fn _have_functions(vm: &VirtualMachine) -> PyListRef {
        vm.ctx.new_list(Vec::new())
    }

    #[pystruct_sequence_data]
    pub(super) struct StatData {
        pub st_mode: u32,
        pub st_ino: u64,
        pub st_dev: u64,
        pub st_nlink: u64,
        pub st_uid: u32,
        pub st_gid: u32,
        pub st_size: usize,
        #[pystruct_sequence(unnamed)]
        pub st_atime_int: i64,
        #[pystruct_sequence(unnamed)]
        pub st_mtime_int: i64,
        #[pystruct_sequence(unnamed)]
        pub st_ctime_int: i64,
        #[pystruct_sequence(skip)]
        pub st_atime: f64,
        #[pystruct_sequence(skip)]
        pub st_mtime: f64,
        #[pystruct_sequence(skip)]
        pub st_ctime: f64,
        #[pystruct_sequence(skip)]
        pub st_atime_ns: i64,
        #[pystruct_sequence(skip)]
        pub st_mtime_ns: i64,
        #[pystruct_sequence(skip)]
        pub st_ctime_ns: i64,
        #[pystruct_sequence(skip)]
        pub st_blksize: u64,
        #[pystruct_sequence(skip)]
        pub st_blocks: usize,
    }

    #[pyattr]
    #[pystruct_sequence(name = "stat_result", module = "os", data = "StatData")]
    pub(super) struct PyStatResult;

    #[pyclass(with(PyStructSequence))]
    impl PyStatResult {}

    fn stat_object(stat: &Stat, vm: &VirtualMachine) -> PyObjectRef {
        let millis = stat.modified.0;
        let seconds = millis as f64 / 1000.0;
        let nanos = millis.saturating_mul(1_000_000);
        let whole = millis.div_euclid(1000);
        let data = StatData {
            st_mode: mode_bits(stat),
            st_ino: stat.number,
            st_dev: 1,
            st_nlink: 1,
            st_uid: 1000,
            st_gid: 1000,
            st_size: stat.size,
            st_atime_int: whole,
            st_mtime_int: whole,
            st_ctime_int: whole,
            st_atime: seconds,
            st_mtime: seconds,
            st_ctime: seconds,
            st_atime_ns: nanos,
            st_mtime_ns: nanos,
            st_ctime_ns: nanos,
            st_blksize: 4096,
            st_blocks: stat.size.div_ceil(512),
        };
        PyStatResult::from_data(data, vm).into()
    }

    /// `(columns, lines)` of a terminal, for the type alone: there is none.
    #[pystruct_sequence_data]
    pub(super) struct TerminalSizeData {
        pub columns: usize,
        pub lines: usize,
    }

    #[pyattr]
    #[pystruct_sequence(name = "terminal_size", module = "os", data = "TerminalSizeData")]
    pub(super) struct PyTerminalSize;

    #[pyclass(with(PyStructSequence))]
    impl PyTerminalSize {}

    #[pystruct_sequence_data]
    pub(super) struct UnameData {
        pub sysname: &'static str,
        pub nodename: &'static str,
        pub release: &'static str,
        pub version: &'static str,
        pub machine: &'static str,
    }

    #[pyattr]
    #[pystruct_sequence(name = "uname_result", module = "os", data = "UnameData")]
    pub(super) struct PyUname;

    #[pyclass(with(PyStructSequence))]
    impl PyUname {}

    #[pyfunction]
    fn uname(vm: &VirtualMachine) -> PyObjectRef {
        let data =
            UnameData { sysname: "Dojo", nodename: "dojo", release: "1", version: "1", machine: "wasm32" };
        PyUname::from_data(data, vm).into()
    }

    /// What a call on a path takes besides what it needs; nothing of it means anything here.
    #[derive(FromArgs)]
    struct Extras {
        #[pyarg(named, default)]
        dir_fd: Option<PyObjectRef>,
        #[pyarg(named, default = true)]
        follow_symlinks: bool,
        #[pyarg(named, default = false)]
        effective_ids: bool,
    }

    impl Extras {
        fn check(&self, vm: &VirtualMachine) -> PyResult<()> {
            // Both mean nothing where there are neither links nor users.
            let _ = (self.follow_symlinks, self.effective_ids);
            if self.dir_fd.as_ref().is_none_or(|fd| vm.is_none(fd)) {
                return Ok(());
            }
            Err(vm.new_not_implemented_error("dir_fd unavailable on this platform"))
        }
    }

    /// The path in normal form.
    fn path_of(path: &PathLike, machine: &Machine, vm: &VirtualMachine) -> PyResult<String> {
        match &path.target {
            Target::Path(text) if text.is_empty() => Err(os_error(FileError::NotFound, &[path], vm)),
            Target::Path(text) => Ok(machine.disk.borrow().absolute(text)),
            Target::Descriptor(_) => Err(os_error(FileError::NotAFolder, &[path], vm)),
        }
    }

    #[pyfunction]
    fn getcwd(vm: &VirtualMachine) -> PyResult<String> {
        Ok(Machine::of(vm)?.disk.borrow().cwd.clone())
    }

    #[pyfunction]
    fn getcwdb(vm: &VirtualMachine) -> PyResult<Vec<u8>> {
        getcwd(vm).map(String::into_bytes)
    }

    #[pyfunction]
    fn chdir(path: PathLike, vm: &VirtualMachine) -> PyResult<()> {
        let machine = Machine::of(vm)?;
        let absolute = path_of(&path, &machine, vm)?;
        let moved = machine.disk.borrow_mut().change_folder(absolute, &*machine.host());
        moved.map_err(|error| os_error(error, &[&path], vm))
    }

    fn stat_of(path: &PathLike, vm: &VirtualMachine) -> PyResult<Stat> {
        let machine = Machine::of(vm)?;
        let stat = match &path.target {
            Target::Descriptor(fd) => machine.disk.borrow().stat_open(*fd),
            Target::Path(text) => {
                let absolute = path_of(path, &machine, vm)?;
                let stat = machine.disk.borrow_mut().stat(&absolute, &*machine.host());
                // A closing slash says that a folder is meant.
                match stat {
                    Ok(stat) if text.ends_with('/') && !stat.folder => Err(FileError::NotAFolder),
                    other => other,
                }
            }
        };
        stat.map_err(|error| os_error(error, &[path], vm))
    }

    #[pyfunction]
    fn stat(path: PathLike, extras: Extras, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
        extras.check(vm)?;
        Ok(stat_object(&stat_of(&path, vm)?, vm))
    }

    #[pyfunction]
    fn lstat(path: PathLike, extras: Extras, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
        stat(path, extras, vm)
    }

    #[pyfunction]
    fn fstat(fd: i32, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
        let stat = Machine::of(vm)?.disk.borrow().stat_open(fd);
        Ok(stat_object(&stat.map_err(|error| os_error(error, &[], vm))?, vm))
    }

    #[pyfunction]
    fn access(path: PathLike, mode: i32, extras: Extras, vm: &VirtualMachine) -> PyResult<bool> {
        extras.check(vm)?;
        Ok(match stat_of(&path, vm) {
            Ok(stat) => {
                (mode & W_OK == 0 || stat.writable) && (mode & X_OK == 0 || stat.folder || stat.executable)
            }
            Err(_) => false,
        })
    }

    fn names_in(path: &OptionalArg<Option<PathLike>>, vm: &VirtualMachine) -> PyResult<Vec<String>> {
        let machine = Machine::of(vm)?;
        let given = path.as_ref().into_option().and_then(Option::as_ref);
        let absolute = match given {
            Some(path) => path_of(path, &machine, vm)?,
            None => machine.disk.borrow().cwd.clone(),
        };
        let names = machine.disk.borrow_mut().list(&absolute, &*machine.host());
        names.map_err(|error| os_error(error, given.as_slice(), vm))
    }

    #[pyfunction]
    fn listdir(path: OptionalArg<Option<PathLike>>, vm: &VirtualMachine) -> PyResult<PyListRef> {
        let names = names_in(&path, vm)?;
        Ok(vm.ctx.new_list(names.into_iter().map(|name| vm.ctx.new_str(name).into()).collect()))
    }

    #[pyattr]
    #[pyclass(module = "posix", name = "DirEntry")]
    #[derive(Debug, PyPayload)]
    pub(super) struct DirEntry {
        name: String,
        path: String,
    }

    #[pyclass(with(Representable))]
    impl DirEntry {
        fn stat_here(&self, vm: &VirtualMachine) -> PyResult<Stat> {
            stat_of(&PathLike::from_text(&self.path, vm), vm)
        }

        #[pygetset]
        fn name(zelf: &Py<Self>) -> String {
            zelf.name.clone()
        }

        #[pygetset]
        fn path(zelf: &Py<Self>) -> String {
            zelf.path.clone()
        }

        #[pymethod]
        fn __fspath__(zelf: &Py<Self>) -> String {
            zelf.path.clone()
        }

        #[pymethod]
        fn is_dir(zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> bool {
            zelf.stat_here(vm).is_ok_and(|stat| stat.folder)
        }

        #[pymethod]
        fn is_file(zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> bool {
            zelf.stat_here(vm).is_ok_and(|stat| !stat.folder && !stat.device)
        }

        #[pymethod]
        fn is_symlink(_zelf: &Py<Self>) -> bool {
            false
        }

        #[pymethod]
        fn is_junction(_zelf: &Py<Self>) -> bool {
            false
        }

        #[pymethod]
        fn inode(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<u64> {
            Ok(zelf.stat_here(vm)?.number)
        }

        #[pymethod]
        fn stat(zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
            Ok(stat_object(&zelf.stat_here(vm)?, vm))
        }
    }

    impl Representable for DirEntry {
        fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
            let name: PyObjectRef = vm.ctx.new_str(zelf.name.clone()).into();
            Ok(format!("<DirEntry {}>", name.repr(vm)?))
        }
    }

    #[pyattr]
    #[pyclass(module = "posix", name = "ScandirIterator")]
    #[derive(Debug, PyPayload)]
    pub(super) struct ScandirIterator {
        entries: RefCell<std::vec::IntoIter<DirEntry>>,
    }

    #[pyclass(with(IterNext, Iterable))]
    impl ScandirIterator {
        #[pymethod]
        fn close(zelf: &Py<Self>) {
            zelf.entries.take();
        }

        #[pymethod]
        fn __enter__(zelf: PyRef<Self>) -> PyRef<Self> {
            zelf
        }

        #[pymethod]
        fn __exit__(zelf: &Py<Self>, _args: FuncArgs) {
            Self::close(zelf);
        }
    }

    impl SelfIter for ScandirIterator {}

    impl IterNext for ScandirIterator {
        fn next(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
            Ok(match zelf.entries.borrow_mut().next() {
                Some(entry) => PyIterReturn::Return(entry.into_ref(&vm.ctx).into()),
                None => PyIterReturn::StopIteration(None),
            })
        }
    }

    #[pyfunction]
    fn scandir(path: OptionalArg<Option<PathLike>>, vm: &VirtualMachine) -> PyResult<PyRef<ScandirIterator>> {
        let names = names_in(&path, vm)?;
        let folder = match path.into_option().flatten() {
            Some(PathLike { target: Target::Path(text), .. }) => text,
            _ => ".".into(),
        };
        let slash = if folder.ends_with('/') { "" } else { "/" };
        let entries: Vec<DirEntry> =
            names.into_iter().map(|name| DirEntry { path: format!("{folder}{slash}{name}"), name }).collect();
        Ok(ScandirIterator { entries: RefCell::new(entries.into_iter()) }.into_ref(&vm.ctx))
    }

    /// Changes the learner's files at one path.
    fn change(
        path: &PathLike,
        vm: &VirtualMachine,
        act: impl FnOnce(&mut crate::files::Files, &str, Timestamp) -> Result<(), FileError>,
    ) -> PyResult<()> {
        let machine = Machine::of(vm)?;
        let absolute = path_of(path, &machine, vm)?;
        let now = machine.now();
        let mut disk = machine.disk.borrow_mut();
        let done = disk.writable(&absolute).and_then(|files| act(files, &absolute, now));
        drop(disk);
        machine.changed();
        done.map_err(|error| os_error(error, &[path], vm))
    }

    #[pyfunction]
    fn mkdir(path: PathLike, _mode: OptionalArg<i32>, extras: Extras, vm: &VirtualMachine) -> PyResult<()> {
        extras.check(vm)?;
        change(&path, vm, |files, absolute, now| files.make_folder(absolute, now))
    }

    #[pyfunction]
    fn rmdir(path: PathLike, extras: Extras, vm: &VirtualMachine) -> PyResult<()> {
        extras.check(vm)?;
        change(&path, vm, |files, absolute, now| files.remove_folder(absolute, now))
    }

    #[pyfunction]
    fn unlink(path: PathLike, extras: Extras, vm: &VirtualMachine) -> PyResult<()> {
        extras.check(vm)?;
        change(&path, vm, |files, absolute, now| files.remove_file(absolute, now))
    }

    #[pyfunction]
    fn remove(path: PathLike, extras: Extras, vm: &VirtualMachine) -> PyResult<()> {
        unlink(path, extras, vm)
    }

    #[pyfunction]
    fn rename(src: PathLike, dst: PathLike, vm: &VirtualMachine) -> PyResult<()> {
        let machine = Machine::of(vm)?;
        let (from, to) = (path_of(&src, &machine, vm)?, path_of(&dst, &machine, vm)?);
        let now = machine.now();
        let mut disk = machine.disk.borrow_mut();
        let allowed = disk.writable(&to).map(|_| ()).and_then(|()| disk.writable(&from));
        let done = allowed.and_then(|files| files.rename(&from, &to, now));
        drop(disk);
        machine.changed();
        done.map_err(|error| os_error(error, &[&src, &dst], vm))
    }

    #[pyfunction]
    fn replace(src: PathLike, dst: PathLike, vm: &VirtualMachine) -> PyResult<()> {
        rename(src, dst, vm)
    }

    /// Of all permissions there is one: whether a file may be run as a program.
    #[pyfunction]
    fn chmod(path: PathLike, mode: i32, extras: Extras, vm: &VirtualMachine) -> PyResult<()> {
        extras.check(vm)?;
        if stat_of(&path, vm)?.folder {
            return Ok(());
        }
        change(&path, vm, |files, absolute, _| files.set_executable(absolute, mode & 0o100 != 0))
    }

    #[pyfunction]
    fn readlink(path: PathLike, extras: Extras, vm: &VirtualMachine) -> PyResult<String> {
        extras.check(vm)?;
        stat_of(&path, vm)?;
        Err(os_error(FileError::Invalid, &[&path], vm))
    }

    #[derive(FromArgs)]
    struct UtimeArgs {
        #[pyarg(any, default)]
        times: Option<PyObjectRef>,
        #[pyarg(named, default)]
        ns: Option<PyObjectRef>,
        #[pyarg(flatten)]
        extras: Extras,
    }

    #[pyfunction]
    fn utime(path: PathLike, args: UtimeArgs, vm: &VirtualMachine) -> PyResult<()> {
        args.extras.check(vm)?;
        let second = |pair: PyObjectRef| pair.get_item(&1, vm);
        let given = |pair: &Option<PyObjectRef>| pair.clone().filter(|pair| !vm.is_none(pair));
        let time = if let Some(pair) = given(&args.ns) {
            Some(Timestamp(second(pair)?.try_into_value::<i64>(vm)? / 1_000_000))
        } else if let Some(pair) = given(&args.times) {
            let seconds: f64 = second(pair)?.try_float(vm)?.to_f64();
            Some(Timestamp((seconds * 1000.0) as i64))
        } else {
            None
        };
        change(&path, vm, |files, absolute, now| files.set_modified(absolute, time.unwrap_or(now)))
    }

    #[derive(FromArgs)]
    struct OpenArgs {
        #[pyarg(any)]
        path: PathLike,
        #[pyarg(any)]
        flags: i32,
        #[pyarg(any, default = 0o777)]
        mode: i32,
        #[pyarg(flatten)]
        extras: Extras,
    }

    #[pyfunction]
    fn open(args: OpenArgs, vm: &VirtualMachine) -> PyResult<i32> {
        args.extras.check(vm)?;
        let _ = args.mode;
        let has = |flag: i32| args.flags & flag != 0;
        let mode = Mode {
            read: args.flags & 3 != O_WRONLY,
            write: args.flags & 3 != O_RDONLY,
            append: has(O_APPEND),
            create: has(O_CREAT),
            exclusive: has(O_EXCL),
            truncate: has(O_TRUNC),
        };
        let machine = Machine::of(vm)?;
        let absolute = path_of(&args.path, &machine, vm)?;
        let opened = machine.disk.borrow_mut().open(&absolute, mode, machine.now(), &*machine.host());
        opened.map_err(|error| os_error(error, &[&args.path], vm))
    }

    #[pyfunction]
    fn close(fd: i32, vm: &VirtualMachine) -> PyResult<()> {
        let machine = Machine::of(vm)?;
        let closed = machine.disk.borrow_mut().close(fd);
        machine.changed();
        closed.map_err(|error| os_error(error, &[], vm))
    }

    #[pyfunction]
    fn read(fd: i32, length: isize, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
        let most = usize::try_from(length).map_err(|_| os_error(FileError::Invalid, &[], vm))?;
        let read = Machine::of(vm)?.disk.borrow_mut().read(fd, most);
        read.map_err(|error| os_error(error, &[], vm))
    }

    #[pyfunction]
    fn write(fd: i32, data: ArgBytesLike, vm: &VirtualMachine) -> PyResult<usize> {
        let machine = Machine::of(vm)?;
        data.with_ref(|bytes| machine.write(fd, bytes)).map_err(|error| os_error(error, &[], vm))
    }

    #[pyfunction]
    fn lseek(fd: i32, position: i64, whence: i32, vm: &VirtualMachine) -> PyResult<usize> {
        let to = Machine::of(vm)?.disk.borrow_mut().seek(fd, position, whence);
        to.map_err(|error| os_error(error, &[], vm))
    }

    #[pyfunction]
    fn ftruncate(fd: i32, length: usize, vm: &VirtualMachine) -> PyResult<()> {
        let machine = Machine::of(vm)?;
        let done = machine.disk.borrow_mut().truncate(fd, length, machine.now());
        done.map_err(|error| os_error(error, &[], vm))
    }

    #[pyfunction]
    fn fsync(_fd: i32) {}

    #[pyfunction]
    fn isatty(_fd: i32) -> bool {
        false
    }

    #[pyfunction]
    fn get_terminal_size(_args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        let arguments =
            vec![vm.ctx.new_int(25).into(), vm.ctx.new_str("Inappropriate ioctl for device").into()];
        Err(vm.invoke_exception(vm.ctx.exceptions.os_error, arguments)?)
    }

    #[pyfunction]
    fn urandom(size: isize, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
        let count = usize::try_from(size).map_err(|_| vm.new_value_error("negative argument not allowed"))?;
        if count > 1 << 26 {
            return Err(vm.no_memory_error());
        }
        Ok(Machine::of(vm)?.random_bytes(count))
    }

    #[pyfunction]
    fn getpid() -> i32 {
        1
    }

    #[pyfunction]
    fn getppid() -> i32 {
        0
    }

    #[pyfunction]
    fn getuid() -> i32 {
        1000
    }

    #[pyfunction]
    fn geteuid() -> i32 {
        1000
    }

    #[pyfunction]
    fn getgid() -> i32 {
        1000
    }

    #[pyfunction]
    fn getlogin() -> &'static str {
        "dojo"
    }

    #[pyfunction]
    fn cpu_count() -> i32 {
        1
    }

    #[pyfunction]
    fn umask(_mask: i32) -> i32 {
        0o022
    }

    #[pyfunction]
    fn putenv(_args: FuncArgs) {}

    #[pyfunction]
    fn unsetenv(_args: FuncArgs) {}

    #[pyfunction]
    fn system(_command: PyStrRef, vm: &VirtualMachine) -> PyResult<()> {
        Err(vm.new_not_implemented_error("os.system is not available here: there are no processes"))
    }

    #[pyfunction]
    fn _exit(status: i32, vm: &VirtualMachine) -> PyResult<()> {
        Err(vm.invoke_exception(vm.ctx.exceptions.system_exit, vec![vm.ctx.new_int(status).into()])?)
    }

    #[pyfunction]
    fn strerror(code: i32) -> String {
        let known = [
            FileError::NotFound,
            FileError::BadDescriptor,
            FileError::Denied,
            FileError::Busy,
            FileError::Exists,
            FileError::NotAFolder,
            FileError::IsAFolder,
            FileError::Invalid,
            FileError::TooManyOpen,
            FileError::TooLarge,
            FileError::NoSpace,
            FileError::ReadOnly,
            FileError::NameTooLong,
            FileError::Unreachable,
            FileError::NotEmpty,
        ];
        known
            .into_iter()
            .find(|error| error.errno() == code)
            .map_or_else(|| format!("Unknown error {code}"), |error| error.to_string())
    }

    #[pyfunction]
    fn fspath(path: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
        Ok(match FsPath::try_from_path_like(path, false, vm)? {
            FsPath::Str(text) => text.into(),
            FsPath::Bytes(bytes) => bytes.into(),
        })
    }
}

impl PathLike {
    fn from_text(text: &str, vm: &VirtualMachine) -> Self {
        Self { given: vm.ctx.new_str(text).into(), target: Target::Path(text.into()) }
    }
}
