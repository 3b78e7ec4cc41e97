//! `_numpy`: arrays for Python. The package `numpy` gives them their names.
//!
//! | part | what it does |
//! |---|---|
//! | `convert` | objects as arrays and back: what other native modules use |
//! | `ndarray`, `scalar`, `dtype`, `ufunc` | the classes |
//! | `operate`, `index` | operators and brackets |
//! | `functions`, `linear`, `draw` | what the package calls |
//! | `state`, `given`, `time` | settings, arguments, Python's dates |

pub mod convert;
mod draw;
mod dtype;
mod functions;
mod given;
mod index;
mod linear;
pub mod ndarray;
mod operate;
mod scalar;
pub mod state;
mod time;
mod ufunc;

pub use convert::{from_object, to_object};

pub(super) use _numpy::module_def;

#[rustpython_vm::pymodule(with(functions::made, linear::linear, draw::draw))]
mod _numpy {
    use super::ndarray::{ArrayIterator, NdArray};
    use super::scalar::{Generic, ScalarValue};
    use super::{draw, functions, linear};
    use super::{dtype::PyDType, ufunc::UFunc};
    use rustpython_vm::VirtualMachine;
    use rustpython_vm::builtins::PyTypeRef;
    use rustpython_vm::class::PyClassImpl;

    #[pyattr]
    fn ndarray(_vm: &VirtualMachine) -> PyTypeRef {
        let _ = ArrayIterator::make_static_type();
        NdArray::make_static_type().to_owned()
    }

    #[pyattr]
    fn generic(_vm: &VirtualMachine) -> PyTypeRef {
        Generic::make_static_type().to_owned()
    }

    #[pyattr]
    fn _value(_vm: &VirtualMachine) -> PyTypeRef {
        ScalarValue::make_static_type().to_owned()
    }

    #[pyattr]
    fn dtype(_vm: &VirtualMachine) -> PyTypeRef {
        PyDType::make_static_type().to_owned()
    }

    #[pyattr]
    fn ufunc(_vm: &VirtualMachine) -> PyTypeRef {
        UFunc::make_static_type().to_owned()
    }
}
